//===- NNDims.h - Symbolic sizes of tensor types -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_DIALECT_NN_NNDIMS_H
#define NNC_DIALECT_NN_NNDIMS_H

#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>

namespace nnc::nn {

/// The size of one axis: a number, or the spelling of an expression over dims.
struct Size {
  int64_t number = mlir::ShapedType::kDynamic;
  mlir::StringAttr symbol;

  bool isDynamic() const { return bool(symbol); }
  bool isOne() const { return !symbol && number == 1; }
  bool operator==(const Size &other) const {
    return number == other.number && symbol == other.symbol;
  }
};

/// The sizes of a tensor type. A dynamic axis without a name in the encoding
/// has the symbol `?`, which equals any other.
llvm::SmallVector<Size> getSizes(mlir::RankedTensorType type);
/// The tensor type with these sizes; dynamic ones go into its encoding.
mlir::RankedTensorType getTensor(llvm::ArrayRef<Size> sizes,
                                 mlir::Type elementType);
/// `type` with another element type.
mlir::RankedTensorType withElementType(mlir::RankedTensorType type,
                                       mlir::Type elementType);

/// `type` with axis `perm[i]` at `i`.
mlir::RankedTensorType permuted(mlir::RankedTensorType type,
                                llvm::ArrayRef<int64_t> perm);
/// `type` without axis `axis`, and with an axis of this size put in there.
mlir::RankedTensorType withoutAxis(mlir::RankedTensorType type, int64_t axis);
mlir::RankedTensorType withAxis(mlir::RankedTensorType type, int64_t axis,
                                Size size);
/// How many iterations a scan has.
Size getSteps(ScanOp scan);
/// The size of several axes joined into one.
Size joinSizes(mlir::MLIRContext *context, llvm::ArrayRef<Size> sizes);

/// Evaluates an expression of `#nn.dims` where `lookup` knows every name.
std::optional<int64_t>
evaluateDim(llvm::StringRef expression,
            llvm::function_ref<std::optional<int64_t>(llvm::StringRef)> lookup);
/// The names in an expression, in order of appearance.
llvm::SmallVector<llvm::StringRef> getDimNames(llvm::StringRef expression);
/// The dim that counts the examples of a step with these inputs: the first axis
/// of the first one whose size is a name. Null where there is none.
mlir::StringAttr getBatchDim(mlir::TypeRange inputs);
/// Builds the value of an expression as an i64, over `nn.dim_size`.
mlir::Value buildDim(mlir::OpBuilder &builder, mlir::Location loc,
                     llvm::StringRef expression);
/// The same over the i64 that `lookup` gives for each name.
mlir::Value buildDim(mlir::OpBuilder &builder, mlir::Location loc,
                     llvm::StringRef expression,
                     llvm::function_ref<mlir::Value(llvm::StringRef)> lookup);

} // namespace nnc::nn

#endif // NNC_DIALECT_NN_NNDIMS_H
