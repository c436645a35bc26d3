//===- Import.h - typed program to nn dialect -------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program becomes one module of nn.dim, nn.hyper, nn.model, nn.dataset and
// nn.train. Since a training section is by default called like its model, the
// symbol of an nn.train gets the suffix `_train` where its name is taken; its
// real name is `name` in `config`.
//
// The dictionaries `config` carry, under the names of nnrt/program.h, what the
// runtime is told (a member that is absent has the default given here):
//
//   nn.dataset  source: string; arguments: [{name, type, text | number | texts
//               | numbers, shape}]; columns: [{input, function, columns,
//               categories, field, truncate, line}], whose types are those of
//               the inputs of @prepare; has_split, validation_fraction,
//               test_fraction; line
//   nn.train    name; data, validation, test: {dataset = @D, part = "all" |
//               "train" | "validation" | "test"} (absent: none); batch;
//               length_epochs, length_steps, validate_every: {steps, epochs,
//               examples}; seed; accumulate; shuffle; has_optimizer;
//               start_from; renames, lenders, freeze, higher:
//               [string];
//               policy: {best_higher, patience_higher, restore_best, min_delta,
//               patience_length, every, keep}; line
//
// Integers are i64, fractions f64, flags booleans, types of arguments "text",
// "number", "flag", "texts", "numbers".
//
// A hyper's value is an i64, f64, boolean or string attribute, or a duration
// {steps, epochs, examples}; `text` is the value as written.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_IMPORT_IMPORT_H
#define NNC_IMPORT_IMPORT_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/SMLoc.h"

#include <string>

namespace llvm {
class SourceMgr;
} // namespace llvm

namespace nnc {
namespace typed {
struct Program;
} // namespace typed

struct ImportOptions {
  /// Of the module: the stem of the file.
  std::string name;
  /// Give every training section with a loss a function @gradients: the inputs
  /// of @step to the gradients of its objective, one per parameter of the
  /// model, then one per float input; and @objective, which has no results.
  bool gradcheck = false;
};

/// The location of what `range` of a source and the layer `path` became.
mlir::Location importLocation(mlir::MLIRContext &context,
                              const llvm::SourceMgr &sources,
                              llvm::SMRange range, llvm::StringRef path = {});

/// The context must have the dialects nn, func, arith and math loaded; they
/// are loaded here where they are not. The module is verified; null means a
/// fault of the compiler, which the diagnostic handler of the context tells.
mlir::OwningOpRef<mlir::ModuleOp> importProgram(mlir::MLIRContext &context,
                                                const typed::Program &program,
                                                const llvm::SourceMgr &sources,
                                                const ImportOptions &options);

} // namespace nnc

#endif // NNC_IMPORT_IMPORT_H
