//===- Shape.cpp - Ops that make and move elements, to linalg -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

namespace {

class ConstantLowering : public OpLowering<nn::ConstantOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ConstantOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<arith::ConstantOp>(
        op, cast<TypedAttr>(op.getValue()));
    return success();
  }
};

class SplatLowering : public OpLowering<nn::SplatOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::SplatOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Value value = castScalar(rewriter, op.getLoc(), adaptor.getValue(),
                             type.getElementType());
    rewriter.replaceOp(op,
                       filledTensor(rewriter, op.getLoc(),
                                    sizes.sizesOf(rewriter, op, type), value));
    return success();
  }
};

/// Groups of axes, as expand_shape and collapse_shape take them, that join
/// each axis of `dropped` with a neighbour that is not.
SmallVector<ReassociationIndices> joinUnitAxes(int64_t rank,
                                               ArrayRef<int64_t> dropped) {
  SmallVector<ReassociationIndices> groups;
  ReassociationIndices pending;
  for (int64_t axis = 0; axis < rank; ++axis) {
    if (!llvm::is_contained(dropped, axis)) {
      groups.push_back(pending);
      groups.back().push_back(axis);
      pending.clear();
    } else if (groups.empty()) {
      pending.push_back(axis);
    } else {
      groups.back().push_back(axis);
    }
  }
  return groups;
}

class BroadcastLowering : public OpLowering<nn::BroadcastOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::BroadcastOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    RankedTensorType from = op.getInput().getType();
    auto to = cast<RankedTensorType>(op.getResult().getType());
    // Stretched axes are dropped first: a constant in an indexing map is an
    // obstacle to fusion and tiling.
    SmallVector<int64_t> stretched;
    SmallVector<AffineExpr> read;
    for (auto [source, axis] : llvm::enumerate(op.getDims())) {
      if (from.getDimSize(source) == 1 && to.getDimSize(axis) != 1)
        stretched.push_back(source);
      else
        read.push_back(rewriter.getAffineDimExpr(axis));
    }
    Value input = adaptor.getInput();
    if (!stretched.empty())
      input = tensor::CollapseShapeOp::create(
          rewriter, op.getLoc(), input,
          joinUnitAxes(from.getRank(), stretched));
    AffineMap map =
        AffineMap::get(to.getRank(), 0, read, rewriter.getContext());
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), sizes.sizesOf(rewriter, op, to),
                to.getElementType(), input,
                [](OpBuilder &, Location, ValueRange args) { return args[0]; },
                map));
    return success();
  }
};

class TransposeLowering : public OpLowering<nn::TransposeOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::TransposeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto to = cast<RankedTensorType>(op.getResult().getType());
    SmallVector<AffineExpr> read(to.getRank());
    for (auto [axis, source] : llvm::enumerate(op.getPerm()))
      read[source] = rewriter.getAffineDimExpr(axis);
    AffineMap map =
        AffineMap::get(to.getRank(), 0, read, rewriter.getContext());
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), sizes.sizesOf(rewriter, op, to),
                to.getElementType(), adaptor.getInput(),
                [](OpBuilder &, Location, ValueRange args) { return args[0]; },
                map));
    return success();
  }
};

/// A reshape keeps the axes that both shapes begin or end with; what is
/// between is collapsed into one axis and expanded again, so that the batch is
/// never touched.
class ReshapeLowering : public OpLowering<nn::ReshapeOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ReshapeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    RankedTensorType from = op.getInput().getType();
    auto to = cast<RankedTensorType>(op.getResult().getType());
    int64_t fromRank = from.getRank(), toRank = to.getRank();
    int64_t shorter = std::min(fromRank, toRank);
    auto fromSizes = nn::getSizes(from), toSizes = nn::getSizes(to);
    int64_t front = 0, back = 0;
    while (front < shorter && fromSizes[front] == toSizes[front])
      ++front;
    while (back < shorter - front &&
           fromSizes[fromRank - 1 - back] == toSizes[toRank - 1 - back])
      ++back;

    Location loc = op.getLoc();
    SmallVector<OpFoldResult> sizes = this->sizes.sizesOf(rewriter, op, to);
    Value value = adaptor.getInput();
    int64_t fromMiddle = fromRank - front - back;
    int64_t toMiddle = toRank - front - back;
    // The middle of the shape that both have in common: one axis, or none if
    // one side has none there (then the other has axes of size 1 only).
    int64_t middle = std::min<int64_t>({fromMiddle, toMiddle, 1});
    if (fromMiddle > middle)
      value = tensor::CollapseShapeOp::create(
          rewriter, loc, value, groups(front, fromMiddle, middle, back));
    if (toMiddle > middle)
      value = expand(rewriter, loc, value, plainType(to), sizes,
                     groups(front, toMiddle, middle, back));
    else if (value.getType() != plainType(to))
      // One side knew the size of the middle as a number.
      value = tensor::CastOp::create(rewriter, loc, plainType(to), value);
    rewriter.replaceOp(op, value);
    return success();
  }

private:
  /// Groups for `front` axes, `wide` axes joined into `narrow` (0 or 1), and
  /// `back` axes.
  static SmallVector<ReassociationIndices>
  groups(int64_t front, int64_t wide, int64_t narrow, int64_t back) {
    SmallVector<int64_t> joined;
    for (int64_t i = narrow; i < wide; ++i)
      joined.push_back(front + i);
    if (narrow == 0)
      return joinUnitAxes(front + wide + back, joined);
    SmallVector<ReassociationIndices> result;
    for (int64_t i = 0; i < front + wide + back; ++i) {
      if (llvm::is_contained(joined, i))
        result.back().push_back(i);
      else
        result.push_back({i});
    }
    return result;
  }

  /// expand_shape wants an axis to be dynamic exactly where a part of it is.
  static Value expand(OpBuilder &b, Location loc, Value value,
                      RankedTensorType type, ArrayRef<OpFoldResult> sizes,
                      ArrayRef<ReassociationIndices> groups) {
    auto from = cast<RankedTensorType>(value.getType());
    SmallVector<int64_t> shape;
    for (const ReassociationIndices &group : groups) {
      int64_t size = 1;
      for (int64_t axis : group)
        size = type.isDynamicDim(axis) || ShapedType::isDynamic(size)
                   ? ShapedType::kDynamic
                   : size * type.getDimSize(axis);
      shape.push_back(size);
    }
    auto joined = RankedTensorType::get(shape, type.getElementType());
    if (joined != from)
      value = tensor::CastOp::create(b, loc, joined, value);
    return tensor::ExpandShapeOp::create(b, loc, type, value, groups, sizes);
  }
};

class SliceLowering : public OpLowering<nn::SliceOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::SliceOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    SmallVector<OpFoldResult> offsets =
        getAsIndexOpFoldResult(rewriter.getContext(), op.getOffsets());
    SmallVector<OpFoldResult> strides(type.getRank(), rewriter.getIndexAttr(1));
    rewriter.replaceOpWithNewOp<tensor::ExtractSliceOp>(
        op, plainType(type), adaptor.getInput(), offsets,
        sizes.sizesOf(rewriter, op, type), strides);
    return success();
  }
};

/// Writes `value`, which is `sizes` large, into `into` at `offsets`.
Value insert(OpBuilder &b, Location loc, Value value, Value into,
             ArrayRef<OpFoldResult> offsets, ArrayRef<OpFoldResult> sizes) {
  SmallVector<OpFoldResult> strides(sizes.size(), b.getIndexAttr(1));
  return tensor::InsertSliceOp::create(b, loc, value, into, offsets, sizes,
                                       strides);
}

class PadLowering : public OpLowering<nn::PadOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::PadOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Location loc = op.getLoc();
    Value zero = constantOf(rewriter, loc, type.getElementType(), 0);
    Value zeros =
        filledTensor(rewriter, loc, sizes.sizesOf(rewriter, op, type), zero);
    rewriter.replaceOp(
        op, insert(rewriter, loc, adaptor.getInput(), zeros,
                   getAsIndexOpFoldResult(rewriter.getContext(), op.getLow()),
                   sizes.sizesOf(rewriter, op, op.getInput().getType())));
    return success();
  }
};

class ConcatLowering : public OpLowering<nn::ConcatOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ConcatOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Location loc = op.getLoc();
    int64_t axis = op.getAxis();
    Value result = emptyTensor(rewriter, loc, sizes.sizesOf(rewriter, op, type),
                               type.getElementType());
    AffineExpr sum =
        rewriter.getAffineDimExpr(0) + rewriter.getAffineDimExpr(1);
    SmallVector<OpFoldResult> offsets(type.getRank(), rewriter.getIndexAttr(0));
    for (auto [original, input] :
         llvm::zip(op.getInputs(), adaptor.getInputs())) {
      auto part = sizes.sizesOf(rewriter, op, original.getType());
      result = insert(rewriter, loc, input, result, offsets, part);
      offsets[axis] = affine::makeComposedFoldedAffineApply(
          rewriter, loc, sum, {offsets[axis], part[axis]});
    }
    rewriter.replaceOp(op, result);
    return success();
  }
};

class FlipLowering : public OpLowering<nn::FlipOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::FlipOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    auto all = sizes.sizesOf(rewriter, op, type);
    Values last(type.getRank());
    for (int64_t axis : op.getAxes()) {
      Value size =
          getValueOrCreateConstantIndexOp(rewriter, op.getLoc(), all[axis]);
      last[axis] = arith::SubIOp::create(
          rewriter, op.getLoc(), size, constantIndex(rewriter, op.getLoc(), 1));
    }
    // A negative term in an indexing map would be an obstacle to tiling.
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), all, type.getElementType(), {},
                [&](OpBuilder &b, Location loc, ValueRange) -> Value {
                  Values index;
                  for (int64_t axis = 0; axis < type.getRank(); ++axis) {
                    Value i = linalg::IndexOp::create(b, loc, axis);
                    index.push_back(last[axis] ? Value(arith::SubIOp::create(
                                                     b, loc, last[axis], i))
                                               : i);
                  }
                  return tensor::ExtractOp::create(b, loc, adaptor.getInput(),
                                                   index);
                }));
    return success();
  }
};

class IotaLowering : public OpLowering<nn::IotaOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::IotaOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    rewriter.replaceOp(
        op,
        elementwise(rewriter, op.getLoc(), sizes.sizesOf(rewriter, op, type),
                    element, {},
                    [&](OpBuilder &b, Location loc, ValueRange) -> Value {
                      Value i = linalg::IndexOp::create(b, loc, op.getAxis());
                      if (!isa<FloatType>(element))
                        return arith::IndexCastOp::create(b, loc, element, i);
                      i = arith::IndexCastOp::create(b, loc, b.getI64Type(), i);
                      return arith::SIToFPOp::create(b, loc, element, i);
                    }));
    return success();
  }
};

} // namespace

void populateShape(RewritePatternSet &patterns, const TypeConverter &types,
                   const SizeTable &sizes) {
  patterns.add<ConstantLowering, SplatLowering, BroadcastLowering,
               TransposeLowering, ReshapeLowering, SliceLowering, PadLowering,
               ConcatLowering, FlipLowering, IotaLowering>(
      types, patterns.getContext(), sizes);
}

} // namespace nnc
