//===- Sizes.h - Values of symbolic sizes -----------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CONVERSION_NNTOLINALG_SIZES_H
#define NNC_LIB_CONVERSION_NNTOLINALG_SIZES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/BuiltinTypes.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace nnc {

/// Where each function of a module finds the values of its dims. Made before
/// the conversion, while argument types still have their encodings; sizes are
/// built while it runs.
class SizeTable {
public:
  explicit SizeTable(mlir::ModuleOp module);

  /// Diagnoses a dynamic axis of `type` whose size no argument of the
  /// function gives.
  llvm::LogicalResult verify(mlir::Operation *op,
                             mlir::RankedTensorType type) const;

  /// The sizes of `type`, which still has its encoding, at `op`.
  llvm::SmallVector<mlir::OpFoldResult>
  sizesOf(mlir::OpBuilder &b, mlir::Operation *op, mlir::Type type) const;

private:
  struct Source {
    unsigned argument;
    int64_t axis; // -1: the argument is the size
  };
  using Sources = llvm::StringMap<Source>;

  /// The sources of the function that `op` is in, or null.
  const Sources *sourcesOf(mlir::Operation *op) const;

  llvm::DenseMap<mlir::Operation *, Sources> functions;
};

} // namespace nnc

#endif // NNC_LIB_CONVERSION_NNTOLINALG_SIZES_H
