//===- Program.h - The descriptor and the entries of a program --*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program's functions are lowered to LLVM IR; what describes it is taken out
// of the module before, and becomes the constant nn_program of
// nnrt/program.h and one `int32_t f(const nn_call *)` per entry.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_PROGRAM_PROGRAM_H
#define NNC_CODEGEN_PROGRAM_PROGRAM_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <string>
#include <vector>

namespace llvm {
class Module;
class raw_ostream;
} // namespace llvm

namespace nnc {

/// The program without code: the ops of the nn dialect, which leave `module`,
/// and a declaration of every function with its attributes. Adds to `module` a
/// function for each size that is an expression over dims. `module` is in the
/// form that follows memory planning.
mlir::OwningOpRef<mlir::ModuleOp> takeDescription(mlir::ModuleOp module);

/// A tensor of a weights file: row major, `type` by its name in the language.
struct Weight {
  std::string path, type;
  std::vector<int64_t> shape;
  std::string bytes;
};

struct ProgramOptions {
  /// The stem of the file.
  std::string name;
  /// Of the exported constant; empty: `<name>_program`.
  std::string symbol;
  /// Which of several levels of the program this is, by the name of the target;
  /// empty: the only one.
  std::string level;
  std::string compiler;
  std::string target;
  std::vector<std::string> cpuFeatures;
  int threads = 0;
  /// Put into the library, where there are any.
  llvm::ArrayRef<Weight> weights;
  /// Names and texts, as the file of the weights notes them.
  llvm::ArrayRef<std::pair<std::string, std::string>> vocabularies;
};

/// Adds the entries and the descriptor to the translated module. All its other
/// functions become internal. Fails where `options.weights` fit no model.
llvm::Error emitProgram(llvm::Module &module, mlir::ModuleOp description,
                        const ProgramOptions &options);

/// A program compiled for one level of an architecture, by emitProgram.
struct ProgramLevel {
  /// ProgramOptions::level and ProgramOptions::cpuFeatures.
  std::string name;
  std::vector<std::string> features;
  std::unique_ptr<llvm::Module> module;
};

/// The name of a level's descriptor.
inline std::string levelSymbol(llvm::StringRef symbol, llvm::StringRef level) {
  return (symbol + "." + level).str();
}

/// Moves all levels, the best one first, into `module`, and exports `symbol`:
/// the descriptor of the first one whose features the processor has when the
/// code is loaded, of the last one where it has none's.
llvm::Error joinLevels(llvm::Module &module,
                       llvm::MutableArrayRef<ProgramLevel> levels,
                       llvm::StringRef symbol);

/// The typed C header over a program, whose levels are in `descriptions`.
void emitHeader(llvm::raw_ostream &os,
                llvm::ArrayRef<mlir::ModuleOp> descriptions,
                const ProgramOptions &options);

} // namespace nnc

#endif // NNC_CODEGEN_PROGRAM_PROGRAM_H
