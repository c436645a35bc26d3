//===- Reduction.cpp - Reductions to linalg -------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Every reduction runs in row-major order of its axes, so that its result
// depends on shapes only.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Stable.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

#include <limits>

using namespace mlir;

namespace nnc {

namespace {

template <typename FloatOp, typename IntOp>
Value combine(OpBuilder &b, Location loc, Value x, Value y) {
  if (isa<FloatType>(x.getType()))
    return FloatOp::create(b, loc, x, y);
  return IntOp::create(b, loc, x, y);
}

/// The least (or greatest) value of a type: what a maximum starts from.
Value extreme(OpBuilder &b, Location loc, Type type, bool least) {
  double infinity = std::numeric_limits<double>::infinity();
  if (isa<FloatType>(type))
    return constantOf(b, loc, type, least ? -infinity : infinity);
  if (type.isInteger(1)) // as a signed number, true is -1
    return constantOf(b, loc, type, least ? 0 : 1);
  unsigned bits = type.getIntOrFloatBitWidth();
  APInt value =
      least ? APInt::getSignedMinValue(bits) : APInt::getSignedMaxValue(bits);
  return arith::ConstantOp::create(b, loc, b.getIntegerAttr(type, value));
}

/// Start value, step and final scale of each simple reduction.
Value startOf(nn::SumOp, OpBuilder &b, Location loc, Type type) {
  return constantOf(b, loc, type, 0);
}
Value startOf(nn::MeanOp, OpBuilder &b, Location loc, Type type) {
  return constantOf(b, loc, type, 0);
}
Value startOf(nn::ProdOp, OpBuilder &b, Location loc, Type type) {
  return constantOf(b, loc, type, 1);
}
Value startOf(nn::ReduceMaxOp, OpBuilder &b, Location loc, Type type) {
  return extreme(b, loc, type, /*least=*/true);
}
Value startOf(nn::ReduceMinOp, OpBuilder &b, Location loc, Type type) {
  return extreme(b, loc, type, /*least=*/false);
}
Value startOf(nn::AnyOp, OpBuilder &b, Location loc, Type type) {
  return constantOf(b, loc, type, 0);
}
Value startOf(nn::AllOp, OpBuilder &b, Location loc, Type type) {
  return constantOf(b, loc, type, 1);
}

Value stepOf(nn::SumOp, OpBuilder &b, Location loc, Value x, Value sum) {
  return combine<arith::AddFOp, arith::AddIOp>(b, loc, sum, x);
}
Value stepOf(nn::MeanOp, OpBuilder &b, Location loc, Value x, Value sum) {
  return arith::AddFOp::create(b, loc, sum, x);
}
Value stepOf(nn::ProdOp, OpBuilder &b, Location loc, Value x, Value product) {
  return combine<arith::MulFOp, arith::MulIOp>(b, loc, product, x);
}
Value stepOf(nn::ReduceMaxOp, OpBuilder &b, Location loc, Value x, Value most) {
  return x.getType().isInteger(1)
             ? Value(arith::OrIOp::create(b, loc, most, x))
             : combine<arith::MaximumFOp, arith::MaxSIOp>(b, loc, most, x);
}
Value stepOf(nn::ReduceMinOp, OpBuilder &b, Location loc, Value x,
             Value least) {
  return x.getType().isInteger(1)
             ? Value(arith::AndIOp::create(b, loc, least, x))
             : combine<arith::MinimumFOp, arith::MinSIOp>(b, loc, least, x);
}
Value stepOf(nn::AnyOp, OpBuilder &b, Location loc, Value x, Value any) {
  return arith::OrIOp::create(b, loc, any, x);
}
Value stepOf(nn::AllOp, OpBuilder &b, Location loc, Value x, Value all) {
  return arith::AndIOp::create(b, loc, all, x);
}

template <typename OpT> class ReductionLowering : public OpLowering<OpT> {
public:
  using OpLowering<OpT>::OpLowering;

  LogicalResult
  matchAndRewrite(OpT op, typename OpT::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type element =
        cast<RankedTensorType>(op.getResult().getType()).getElementType();
    Type type = accumulatorType(element);
    auto all = this->sizes.sizesOf(rewriter, op, op.getInput().getType());
    Value result = reduce(
        rewriter, loc, adaptor.getInput(), all, op.getAxes(),
        startOf(op, rewriter, loc, type),
        [&](OpBuilder &b, Location loc, ValueRange args) {
          return stepOf(op, b, loc, castScalar(b, loc, args[0], type), args[1]);
        });
    auto left = withoutAxes(all, op.getAxes());
    if (isa<nn::MeanOp>(op)) {
      SmallVector<OpFoldResult> reduced;
      for (int64_t axis : op.getAxes())
        reduced.push_back(all[axis]);
      Value count = countOf(rewriter, loc, reduced, type);
      result = elementwise(rewriter, loc, left, element, result,
                           [&](OpBuilder &b, Location loc, ValueRange args) {
                             Value mean =
                                 arith::DivFOp::create(b, loc, args[0], count);
                             return toFloat(b, loc, mean, element);
                           });
    } else if (type != element) {
      result = elementwise(rewriter, loc, left, element, result,
                           [&](OpBuilder &b, Location loc, ValueRange args) {
                             return toFloat(b, loc, args[0], element);
                           });
    }
    rewriter.replaceOp(op, result);
    return success();
  }
};

/// The first position of the extreme in row-major order of the axes; the first
/// NaN comes before all numbers (language 2.8, rule 20).
template <typename OpT> class PositionLowering : public OpLowering<OpT> {
public:
  using OpLowering<OpT>::OpLowering;

  LogicalResult
  matchAndRewrite(OpT op, typename OpT::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    constexpr bool greatest = std::is_same_v<OpT, nn::ArgmaxOp>;
    Location loc = op.getLoc();
    auto from = cast<RankedTensorType>(op.getInput().getType());
    Type element = from.getElementType();
    Type position =
        cast<RankedTensorType>(op.getResult().getType()).getElementType();
    auto all = this->sizes.sizesOf(rewriter, op, from);
    auto left = withoutAxes(all, op.getAxes());
    // Position -1 says that there is no value yet, so that any first value,
    // an infinity too, is taken.
    Value best = filledTensor(rewriter, loc, left,
                              constantOf(rewriter, loc, element, 0));
    Value where = filledTensor(rewriter, loc, left,
                               constantOf(rewriter, loc, position, -1));
    unsigned rank = all.size();
    AffineMap drop = dropAxes(rewriter.getContext(), rank, op.getAxes());
    AffineMap maps[] = {rewriter.getMultiDimIdentityMap(rank), drop, drop};
    SmallVector<utils::IteratorType> iterators(rank,
                                               utils::IteratorType::parallel);
    SmallVector<int64_t> axes(op.getAxes());
    llvm::sort(axes);
    for (int64_t axis : axes)
      iterators[axis] = utils::IteratorType::reduction;
    Values extents;
    for (int64_t axis : axes)
      extents.push_back(
          getValueOrCreateConstantIndexOp(rewriter, loc, all[axis]));

    auto generic = linalg::GenericOp::create(
        rewriter, loc, TypeRange{best.getType(), where.getType()},
        adaptor.getInput(), ValueRange{best, where}, maps, iterators,
        [&](OpBuilder &b, Location loc, ValueRange args) {
          Value here;
          for (auto [axis, extent] : llvm::zip(axes, extents)) {
            Value i = linalg::IndexOp::create(b, loc, axis);
            if (here)
              i = arith::AddIOp::create(
                  b, loc, arith::MulIOp::create(b, loc, here, extent), i);
            here = i;
          }
          here = arith::IndexCastOp::create(b, loc, position, here);
          Value better = isBetter(b, loc, args[0], args[1], greatest);
          Value none =
              arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, args[2],
                                    constantOf(b, loc, position, 0));
          better = arith::OrIOp::create(b, loc, none, better);
          Value value =
              arith::SelectOp::create(b, loc, better, args[0], args[1]);
          Value index = arith::SelectOp::create(b, loc, better, here, args[2]);
          linalg::YieldOp::create(b, loc, ValueRange{value, index});
        });
    rewriter.replaceOp(op, generic.getResult(1));
    return success();
  }

private:
  static Value isBetter(OpBuilder &b, Location loc, Value x, Value best,
                        bool greatest) {
    if (!isa<FloatType>(x.getType())) {
      bool boolean = x.getType().isInteger(1);
      auto predicate = greatest ? (boolean ? arith::CmpIPredicate::ugt
                                           : arith::CmpIPredicate::sgt)
                                : (boolean ? arith::CmpIPredicate::ult
                                           : arith::CmpIPredicate::slt);
      return arith::CmpIOp::create(b, loc, predicate, x, best);
    }
    // Unordered comparisons are true for a NaN on either side: x is better if
    // the best is a number, and x is a NaN or beyond it.
    Value beyond = arith::CmpFOp::create(b, loc,
                                         greatest ? arith::CmpFPredicate::UGT
                                                  : arith::CmpFPredicate::ULT,
                                         x, best);
    Value number =
        arith::CmpFOp::create(b, loc, arith::CmpFPredicate::ORD, best, best);
    return arith::AndIOp::create(b, loc, beyond, number);
  }
};

class LogSumExpLowering : public OpLowering<nn::LogSumExpOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::LogSumExpOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto all = sizes.sizesOf(rewriter, op, op.getInput().getType());
    Type element = op.getInput().getType().getElementType();
    StableSum stable(rewriter, op.getLoc(), adaptor.getInput(), all,
                     op.getAxes());
    rewriter.replaceOp(
        op, elementwise(rewriter, op.getLoc(), withoutAxes(all, op.getAxes()),
                        element, {stable.shift, stable.sum},
                        [&](OpBuilder &b, Location loc, ValueRange args) {
                          Value log = math::LogOp::create(b, loc, args[1]);
                          Value result =
                              arith::AddFOp::create(b, loc, log, args[0]);
                          return toFloat(b, loc, result, element);
                        }));
    return success();
  }
};

} // namespace

void populateReduction(RewritePatternSet &patterns, const TypeConverter &types,
                       const SizeTable &sizes) {
  patterns
      .add<ReductionLowering<nn::SumOp>, ReductionLowering<nn::MeanOp>,
           ReductionLowering<nn::ProdOp>, ReductionLowering<nn::ReduceMaxOp>,
           ReductionLowering<nn::ReduceMinOp>, ReductionLowering<nn::AnyOp>,
           ReductionLowering<nn::AllOp>, PositionLowering<nn::ArgmaxOp>,
           PositionLowering<nn::ArgminOp>, LogSumExpLowering>(
          types, patterns.getContext(), sizes);
}

} // namespace nnc
