//===- Lowering.h - What the patterns of nn-to-linalg share -----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CONVERSION_NNTOLINALG_LOWERING_H
#define NNC_LIB_CONVERSION_NNTOLINALG_LOWERING_H

#include "Sizes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Transforms/DialectConversion.h"

namespace nnc {

/// A pattern for one nn op that may ask for the sizes of its result.
template <typename OpT>
class OpLowering : public mlir::OpConversionPattern<OpT> {
public:
  OpLowering(const mlir::TypeConverter &types, mlir::MLIRContext *context,
             const SizeTable &sizes)
      : mlir::OpConversionPattern<OpT>(types, context), sizes(sizes) {}

protected:
  const SizeTable &sizes;
};

using Values = llvm::SmallVector<mlir::Value>;
using BodyBuilder = llvm::function_ref<mlir::Value(
    mlir::OpBuilder &, mlir::Location, mlir::ValueRange)>;

/// The type without its encoding.
mlir::RankedTensorType plainType(mlir::Type type);

/// An integer, float or bool attribute of `type` with this value.
mlir::Value constantOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type,
                       double value);
mlir::Value constantIndex(mlir::OpBuilder &b, mlir::Location loc,
                          int64_t value);

/// f32 for narrower floats, else the type itself: what sums are kept in.
mlir::Type accumulatorType(mlir::Type element);
/// `x` as the float type `type`, which may be narrower, wider or its own.
mlir::Value toFloat(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x,
                    mlir::Type type);

mlir::Value emptyTensor(mlir::OpBuilder &b, mlir::Location loc,
                        llvm::ArrayRef<mlir::OpFoldResult> sizes,
                        mlir::Type element);
mlir::Value filledTensor(mlir::OpBuilder &b, mlir::Location loc,
                         llvm::ArrayRef<mlir::OpFoldResult> sizes,
                         mlir::Value value);

/// A parallel `linalg.generic` over `sizes`. `body` gets the elements of the
/// inputs and makes one element of type `element`. Without `maps` all inputs
/// have the result's shape.
mlir::Value elementwise(mlir::OpBuilder &b, mlir::Location loc,
                        llvm::ArrayRef<mlir::OpFoldResult> sizes,
                        mlir::Type element, mlir::ValueRange inputs,
                        BodyBuilder body,
                        llvm::ArrayRef<mlir::AffineMap> maps = {});

/// The map that drops `axes` from `rank` dims: from a whole tensor's loops to
/// a tensor reduced along `axes`.
mlir::AffineMap dropAxes(mlir::MLIRContext *context, unsigned rank,
                         llvm::ArrayRef<int64_t> axes);
/// `all` without those at `axes`.
llvm::SmallVector<mlir::OpFoldResult>
withoutAxes(llvm::ArrayRef<mlir::OpFoldResult> all,
            llvm::ArrayRef<int64_t> axes);

/// Reduces `input` along `axes` in row-major order, from `start`. `step` gets
/// an element and the value so far, whose type is that of `start`.
mlir::Value reduce(mlir::OpBuilder &b, mlir::Location loc, mlir::Value input,
                   llvm::ArrayRef<mlir::OpFoldResult> sizes,
                   llvm::ArrayRef<int64_t> axes, mlir::Value start,
                   BodyBuilder step);

/// The product of `sizes`, as `type` (float).
mlir::Value countOf(mlir::OpBuilder &b, mlir::Location loc,
                    llvm::ArrayRef<mlir::OpFoldResult> sizes, mlir::Type type);

/// One element of an nn op: the op says which one and with which attributes,
/// `args` are its operands' elements.
mlir::Value scalarValue(mlir::Operation *op, mlir::OpBuilder &b,
                        mlir::Location loc, mlir::ValueRange args,
                        mlir::Type result);
/// The scalar conversion that `nn.cast` applies to each element.
mlir::Value castScalar(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x,
                       mlir::Type to);

/// Diagnoses a random op whose function lacks the seed or the batch counter.
llvm::LogicalResult verifyRandom(nn::RandomOp op);

void populateElementwise(mlir::RewritePatternSet &patterns,
                         const mlir::TypeConverter &types,
                         const SizeTable &sizes);
void populateShape(mlir::RewritePatternSet &patterns,
                   const mlir::TypeConverter &types, const SizeTable &sizes);
void populateIndexing(mlir::RewritePatternSet &patterns,
                      const mlir::TypeConverter &types, const SizeTable &sizes);
void populateContraction(mlir::RewritePatternSet &patterns,
                         const mlir::TypeConverter &types,
                         const SizeTable &sizes);
void populateConv(mlir::RewritePatternSet &patterns,
                  const mlir::TypeConverter &types, const SizeTable &sizes);
void populateReduction(mlir::RewritePatternSet &patterns,
                       const mlir::TypeConverter &types,
                       const SizeTable &sizes);
void populateSoftmax(mlir::RewritePatternSet &patterns,
                     const mlir::TypeConverter &types, const SizeTable &sizes);
void populateScan(mlir::RewritePatternSet &patterns,
                  const mlir::TypeConverter &types, const SizeTable &sizes);
void populateAttention(mlir::RewritePatternSet &patterns,
                       const mlir::TypeConverter &types,
                       const SizeTable &sizes);
void populatePooling(mlir::RewritePatternSet &patterns,
                     const mlir::TypeConverter &types, const SizeTable &sizes);
void populateRandom(mlir::RewritePatternSet &patterns,
                    const mlir::TypeConverter &types, const SizeTable &sizes);
void populateOrthonormalize(mlir::RewritePatternSet &patterns,
                            const mlir::TypeConverter &types,
                            const SizeTable &sizes);

} // namespace nnc

#endif // NNC_LIB_CONVERSION_NNTOLINALG_LOWERING_H
