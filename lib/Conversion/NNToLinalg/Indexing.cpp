//===- Indexing.cpp - Ops that pick elements by index, to linalg ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// No op here checks its indices: `nn-index-checks` makes a function that does
// so before the call computes anything.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

namespace {

Value toIndex(OpBuilder &b, Location loc, Value i) {
  return arith::IndexCastOp::create(b, loc, b.getIndexType(), i);
}

class OneHotLowering : public OpLowering<nn::OneHotOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::OneHotOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    int64_t classes = type.getRank() - 1;
    AffineMap map = dropAxes(rewriter.getContext(), type.getRank(), {classes});
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), sizes.sizesOf(rewriter, op, type),
                element, adaptor.getIndices(),
                [&](OpBuilder &b, Location loc, ValueRange args) {
                  Value position = arith::IndexCastOp::create(
                      b, loc, args[0].getType(),
                      linalg::IndexOp::create(b, loc, classes));
                  Value equal = arith::CmpIOp::create(
                      b, loc, arith::CmpIPredicate::eq, args[0], position);
                  return castScalar(b, loc, equal, element);
                },
                map));
    return success();
  }
};

/// One element of `input` for each index, which stands in for `axis`.
class TakeLowering : public OpLowering<nn::TakeOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::TakeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    int64_t axis = op.getAxis();
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), sizes.sizesOf(rewriter, op, type),
                type.getElementType(), adaptor.getIndices(),
                [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
                  Values index;
                  for (int64_t i = 0; i < type.getRank(); ++i)
                    index.push_back(linalg::IndexOp::create(b, loc, i));
                  index.insert(index.begin() + axis, toIndex(b, loc, args[0]));
                  return tensor::ExtractOp::create(b, loc, adaptor.getInput(),
                                                   index);
                }));
    return success();
  }
};

/// The axis of the operand is replaced by those of the indices.
class GatherLowering : public OpLowering<nn::GatherOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::GatherOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    int64_t axis = op.getAxis();
    int64_t indexRank = op.getIndices().getType().getRank();
    SmallVector<AffineExpr> read;
    for (int64_t i = 0; i < indexRank; ++i)
      read.push_back(rewriter.getAffineDimExpr(axis + i));
    AffineMap map =
        AffineMap::get(type.getRank(), 0, read, rewriter.getContext());
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), sizes.sizesOf(rewriter, op, type),
                type.getElementType(), adaptor.getIndices(),
                [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
                  Values index;
                  for (int64_t i = 0; i < type.getRank(); ++i) {
                    if (i == axis)
                      index.push_back(toIndex(b, loc, args[0]));
                    if (i < axis || i >= axis + indexRank)
                      index.push_back(linalg::IndexOp::create(b, loc, i));
                  }
                  // A scalar index on the last axis comes after all others.
                  if (axis == type.getRank())
                    index.push_back(toIndex(b, loc, args[0]));
                  return tensor::ExtractOp::create(b, loc, adaptor.getInput(),
                                                   index);
                },
                map));
    return success();
  }
};

/// Sequential, so that slices of one index add up in index order
/// (language 2.8, rule 29).
class ScatterAddLowering : public OpLowering<nn::ScatterAddOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ScatterAddOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    Type sumType = accumulatorType(element);
    Location loc = op.getLoc();
    int64_t axis = op.getAxis();
    int64_t indexRank =
        cast<RankedTensorType>(op.getIndices().getType()).getRank();
    auto resultSizes = sizes.sizesOf(rewriter, op, type);
    auto updateSizes = sizes.sizesOf(rewriter, op, op.getUpdates().getType());

    // Loops over the indices outside, over the axes of a slice inside.
    SmallVector<int64_t> order;
    int64_t updateRank = updateSizes.size();
    for (int64_t i = 0; i < indexRank; ++i)
      order.push_back(axis + i);
    for (int64_t i = 0; i < updateRank; ++i)
      if (i < axis || i >= axis + indexRank)
        order.push_back(i);
    Value zero = constantIndex(rewriter, loc, 0);
    Value one = constantIndex(rewriter, loc, 1);
    Values low(updateRank, zero), high, step(updateRank, one);
    for (int64_t i : order)
      high.push_back(
          getValueOrCreateConstantIndexOp(rewriter, loc, updateSizes[i]));
    Value start = filledTensor(rewriter, loc, resultSizes,
                               constantOf(rewriter, loc, sumType, 0));
    auto body = [&](OpBuilder &b, Location loc, ValueRange loops,
                    ValueRange sums) -> scf::ValueVector {
      Values update(updateRank);
      for (auto [i, loop] : llvm::zip(order, loops))
        update[i] = loop;
      Value which = tensor::ExtractOp::create(b, loc, adaptor.getIndices(),
                                              loops.take_front(indexRank));
      Values target(update.begin(), update.begin() + axis);
      target.push_back(toIndex(b, loc, which));
      target.append(update.begin() + axis + indexRank, update.end());
      Value added =
          tensor::ExtractOp::create(b, loc, adaptor.getUpdates(), update);
      Value sum = tensor::ExtractOp::create(b, loc, sums[0], target);
      sum = arith::AddFOp::create(b, loc, sum, toFloat(b, loc, added, sumType));
      return {tensor::InsertOp::create(b, loc, sum, sums[0], target)};
    };
    Value result =
        scf::buildLoopNest(rewriter, loc, low, high, step, start, body)
            .results[0];
    if (sumType != element)
      result = elementwise(rewriter, loc, resultSizes, element, result,
                           [&](OpBuilder &b, Location loc, ValueRange args) {
                             return toFloat(b, loc, args[0], element);
                           });
    rewriter.replaceOp(op, result);
    return success();
  }
};

/// Sequential along the axis: element i is the one before plus x[i].
class CumsumLowering : public OpLowering<nn::CumsumOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::CumsumOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    bool isFloat = isa<FloatType>(element);
    Type sumType = isFloat ? accumulatorType(element) : element;
    Location loc = op.getLoc();
    int64_t axis = op.getAxis(), rank = type.getRank();
    auto resultSizes = sizes.sizesOf(rewriter, op, type);
    Value zero = constantIndex(rewriter, loc, 0);
    Value one = constantIndex(rewriter, loc, 1);
    Values high;
    for (OpFoldResult size : resultSizes)
      high.push_back(getValueOrCreateConstantIndexOp(rewriter, loc, size));
    Value last = arith::SubIOp::create(rewriter, loc, high[axis], one);
    Value start = filledTensor(rewriter, loc, resultSizes,
                               constantOf(rewriter, loc, sumType, 0));
    auto body = [&](OpBuilder &b, Location loc, ValueRange loops,
                    ValueRange sums) -> scf::ValueVector {
      // Reversed, position i counts from the last.
      Values here(loops.begin(), loops.end()), before = here;
      Value i = loops[axis];
      Value first =
          arith::CmpIOp::create(b, loc, arith::CmpIPredicate::eq, i, zero);
      Value earlier = arith::SelectOp::create(
          b, loc, first, zero, arith::SubIOp::create(b, loc, i, one));
      before[axis] = earlier;
      if (op.getReverse()) {
        here[axis] = arith::SubIOp::create(b, loc, last, i);
        before[axis] = arith::SubIOp::create(b, loc, last, earlier);
      }
      Value x = tensor::ExtractOp::create(b, loc, adaptor.getInput(), here);
      Value sum = tensor::ExtractOp::create(b, loc, sums[0], before);
      if (isFloat) {
        x = toFloat(b, loc, x, sumType);
        sum = arith::AddFOp::create(b, loc, sum, x);
      } else {
        sum = arith::AddIOp::create(b, loc, sum, x);
      }
      sum = arith::SelectOp::create(b, loc, first, x, sum);
      return {tensor::InsertOp::create(b, loc, sum, sums[0], here)};
    };
    Value result = scf::buildLoopNest(rewriter, loc, Values(rank, zero), high,
                                      Values(rank, one), start, body)
                       .results[0];
    if (sumType != element)
      result = elementwise(rewriter, loc, resultSizes, element, result,
                           [&](OpBuilder &b, Location loc, ValueRange args) {
                             return toFloat(b, loc, args[0], element);
                           });
    rewriter.replaceOp(op, result);
    return success();
  }
};

} // namespace

void populateIndexing(RewritePatternSet &patterns, const TypeConverter &types,
                      const SizeTable &sizes) {
  patterns.add<OneHotLowering, TakeLowering, GatherLowering, ScatterAddLowering,
               CumsumLowering>(types, patterns.getContext(), sizes);
}

} // namespace nnc
