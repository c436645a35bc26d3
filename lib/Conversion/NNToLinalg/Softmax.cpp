//===- Softmax.cpp - Softmax and losses for classes, to linalg ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Stable.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

#include <limits>

using namespace mlir;

namespace nnc {

StableSum::StableSum(OpBuilder &b, Location loc, Value input,
                     ArrayRef<OpFoldResult> sizes, ArrayRef<int64_t> axes)
    : type(accumulatorType(
          cast<RankedTensorType>(input.getType()).getElementType())) {
  double infinity = std::numeric_limits<double>::infinity();
  Value most =
      reduce(b, loc, input, sizes, axes, constantOf(b, loc, type, -infinity),
             [&](OpBuilder &b, Location loc, ValueRange args) {
               Value x = toFloat(b, loc, args[0], type);
               return arith::MaximumFOp::create(b, loc, args[1], x);
             });
  shift =
      elementwise(b, loc, withoutAxes(sizes, axes), type, most,
                  [&](OpBuilder &b, Location loc, ValueRange args) {
                    Value size = math::AbsFOp::create(b, loc, args[0]);
                    Value finite = arith::CmpFOp::create(
                        b, loc, arith::CmpFPredicate::OLT, size,
                        constantOf(b, loc, type, infinity));
                    return arith::SelectOp::create(b, loc, finite, args[0],
                                                   constantOf(b, loc, type, 0));
                  });
  AffineMap maps[] = {b.getMultiDimIdentityMap(sizes.size()),
                      dropAxes(b.getContext(), sizes.size(), axes)};
  exps = elementwise(
      b, loc, sizes, type, {input, shift},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Value x = toFloat(b, loc, args[0], type);
        Value difference = arith::SubFOp::create(b, loc, x, args[1]);
        return math::ExpOp::create(b, loc, difference);
      },
      maps);
  sum = reduce(b, loc, exps, sizes, axes, constantOf(b, loc, type, 0),
               [&](OpBuilder &b, Location loc, ValueRange args) {
                 return arith::AddFOp::create(b, loc, args[1], args[0]);
               });
}

namespace {

class SoftmaxLowering : public OpLowering<nn::SoftmaxOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::SoftmaxOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    auto all = sizes.sizesOf(rewriter, op, type);
    int64_t axis = op.getAxis();
    StableSum stable(rewriter, op.getLoc(), adaptor.getInput(), all, axis);
    AffineMap maps[] = {rewriter.getMultiDimIdentityMap(all.size()),
                        dropAxes(rewriter.getContext(), all.size(), axis)};
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), all, element, {stable.exps, stable.sum},
                [&](OpBuilder &b, Location loc, ValueRange args) {
                  Value share = arith::DivFOp::create(b, loc, args[0], args[1]);
                  return toFloat(b, loc, share, element);
                },
                maps));
    return success();
  }
};

class LogSoftmaxLowering : public OpLowering<nn::LogSoftmaxOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::LogSoftmaxOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    auto all = sizes.sizesOf(rewriter, op, type);
    int64_t axis = op.getAxis();
    StableSum stable(rewriter, op.getLoc(), adaptor.getInput(), all, axis);
    Value log = elementwise(rewriter, op.getLoc(), withoutAxes(all, axis),
                            stable.type, stable.sum,
                            [&](OpBuilder &b, Location loc, ValueRange args) {
                              return math::LogOp::create(b, loc, args[0]);
                            });
    AffineMap drop = dropAxes(rewriter.getContext(), all.size(), axis);
    AffineMap maps[] = {rewriter.getMultiDimIdentityMap(all.size()), drop,
                        drop};
    rewriter.replaceOp(
        op, elementwise(
                rewriter, op.getLoc(), all, element,
                {adaptor.getInput(), stable.shift, log},
                [&](OpBuilder &b, Location loc, ValueRange args) {
                  Value x = toFloat(b, loc, args[0], stable.type);
                  Value shifted = arith::SubFOp::create(b, loc, x, args[1]);
                  Value result =
                      arith::SubFOp::create(b, loc, shifted, args[2]);
                  return toFloat(b, loc, result, element);
                },
                maps));
    return success();
  }
};

/// The mean of `losses` over all of its elements.
Value meanOfAll(OpBuilder &b, Location loc, Value losses,
                ArrayRef<OpFoldResult> sizes, Type element) {
  Type type = cast<RankedTensorType>(losses.getType()).getElementType();
  Value sum = reduce(b, loc, losses, sizes,
                     llvm::to_vector(llvm::seq<int64_t>(sizes.size())),
                     constantOf(b, loc, type, 0),
                     [&](OpBuilder &b, Location loc, ValueRange args) {
                       return arith::AddFOp::create(b, loc, args[1], args[0]);
                     });
  Value count = countOf(b, loc, sizes, type);
  return elementwise(b, loc, {}, element, sum,
                     [&](OpBuilder &b, Location loc, ValueRange args) {
                       Value mean =
                           arith::DivFOp::create(b, loc, args[0], count);
                       return toFloat(b, loc, mean, element);
                     });
}

/// A row's loss is log(sum exp(x - m)) - (x[label] - m). With smoothing e a
/// share of e goes to the mean of x - m over all classes instead.
class CrossEntropyLowering : public OpLowering<nn::CrossEntropyOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::CrossEntropyOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    int64_t axis = op.getAxis();
    Value logits = adaptor.getLogits();
    auto all = sizes.sizesOf(rewriter, op, op.getLogits().getType());
    auto rows = withoutAxes(all, axis);
    StableSum stable(rewriter, loc, logits, all, axis);
    Type type = stable.type;
    double smoothing = op.getSmoothing().convertToDouble();

    Values inputs = {adaptor.getLabels(), stable.shift, stable.sum};
    if (smoothing != 0)
      inputs.push_back(sumOfShifted(rewriter, loc, logits, stable, all, axis));
    Value classes = countOf(rewriter, loc, all[axis], type);
    Value losses = elementwise(
        rewriter, loc, rows, type, inputs,
        [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
          Values index;
          for (size_t i = 0; i < rows.size(); ++i)
            index.push_back(linalg::IndexOp::create(b, loc, i));
          index.insert(
              index.begin() + axis,
              arith::IndexCastOp::create(b, loc, b.getIndexType(), args[0]));
          Value x = tensor::ExtractOp::create(b, loc, logits, index);
          Value reached =
              arith::SubFOp::create(b, loc, toFloat(b, loc, x, type), args[1]);
          if (smoothing != 0) {
            Value mean = arith::DivFOp::create(b, loc, args[3], classes);
            reached = arith::AddFOp::create(
                b, loc, scaled(b, loc, reached, 1 - smoothing),
                scaled(b, loc, mean, smoothing));
          }
          Value log = math::LogOp::create(b, loc, args[2]);
          return arith::SubFOp::create(b, loc, log, reached);
        });
    Type element =
        cast<RankedTensorType>(op.getResult().getType()).getElementType();
    rewriter.replaceOp(op, meanOfAll(rewriter, loc, losses, rows, element));
    return success();
  }

private:
  static Value scaled(OpBuilder &b, Location loc, Value x, double factor) {
    return arith::MulFOp::create(b, loc, x,
                                 constantOf(b, loc, x.getType(), factor));
  }

  static Value sumOfShifted(OpBuilder &b, Location loc, Value logits,
                            const StableSum &stable, ArrayRef<OpFoldResult> all,
                            int64_t axis) {
    AffineMap maps[] = {b.getMultiDimIdentityMap(all.size()),
                        dropAxes(b.getContext(), all.size(), axis)};
    Value shifted = elementwise(
        b, loc, all, stable.type, {logits, stable.shift},
        [&](OpBuilder &b, Location loc, ValueRange args) {
          Value x = toFloat(b, loc, args[0], stable.type);
          return arith::SubFOp::create(b, loc, x, args[1]);
        },
        maps);
    return reduce(b, loc, shifted, all, axis,
                  constantOf(b, loc, stable.type, 0),
                  [&](OpBuilder &b, Location loc, ValueRange args) {
                    return arith::AddFOp::create(b, loc, args[1], args[0]);
                  });
  }
};

/// max(x, 0) - x t + log(1 + exp(-|x|)), which never overflows.
class BinaryCrossEntropyLowering : public OpLowering<nn::BinaryCrossEntropyOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::BinaryCrossEntropyOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto from = cast<RankedTensorType>(op.getLogits().getType());
    Type element = from.getElementType();
    Type type = accumulatorType(element);
    auto all = sizes.sizesOf(rewriter, op, from);
    Value losses = elementwise(
        rewriter, op.getLoc(), all, type, adaptor.getOperands(),
        [&](OpBuilder &b, Location loc, ValueRange args) {
          Value x = toFloat(b, loc, args[0], type);
          Value t = toFloat(b, loc, args[1], type);
          Value positive =
              arith::MaximumFOp::create(b, loc, x, constantOf(b, loc, type, 0));
          Value product = arith::MulFOp::create(b, loc, x, t);
          Value minus = arith::NegFOp::create(
              b, loc, math::AbsFOp::create(b, loc, x).getResult());
          Value rest = math::Log1pOp::create(
              b, loc, math::ExpOp::create(b, loc, minus).getResult());
          Value line = arith::SubFOp::create(b, loc, positive, product);
          return arith::AddFOp::create(b, loc, line, rest);
        });
    rewriter.replaceOp(op,
                       meanOfAll(rewriter, op.getLoc(), losses, all, element));
    return success();
  }
};

} // namespace

void populateSoftmax(RewritePatternSet &patterns, const TypeConverter &types,
                     const SizeTable &sizes) {
  patterns.add<SoftmaxLowering, LogSoftmaxLowering, CrossEntropyLowering,
               BinaryCrossEntropyLowering>(types, patterns.getContext(), sizes);
}

} // namespace nnc
