//===- ExpandMath.cpp - polynomials for f32 functions ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/X86Vector/X86VectorDialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/TypeUtilities.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

#include <limits>

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_EXPANDMATH
#include "CPUPasses.h.inc"

namespace {

/// e to the x within 1.5 ulp, on floats and vectors. With k the integer next to
/// x / ln 2, x - k ln 2 is computed with ln 2 in two parts (Cody and Waite),
/// goes through the polynomial of Cephes, and is scaled by 2^k in two steps,
/// since 2^128 is not finite. MLIR's own exp has ln 2 in one part, which costs
/// up to 4 ulp at the ends of the range. Denormal results are 0.
struct ExpandExp : OpRewritePattern<math::ExpOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::ExpOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!isa<FloatType, VectorType>(type) ||
        !getElementTypeOrSelf(type).isF32())
      return failure();
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    auto vector = dyn_cast<VectorType>(type);
    Type ints = b.getI32Type();
    if (vector)
      ints = vector.clone(ints);
    auto spread = [&](Type type, TypedAttr value) -> Value {
      if (vector)
        value = SplatElementsAttr::get(cast<ShapedType>(type), value);
      return arith::ConstantOp::create(b, value);
    };
    auto number = [&](float value) {
      return spread(type, b.getF32FloatAttr(value));
    };
    auto integer = [&](int32_t value) {
      return spread(ints, b.getI32IntegerAttr(value));
    };
    auto fma = [&](Value x, Value y, Value z) -> Value {
      return math::FmaOp::create(b, x, y, z);
    };
    auto select = [&](Value condition, Value x, Value y) -> Value {
      return arith::SelectOp::create(b, condition, x, y);
    };
    // The logarithms of the least normal and of the greatest number.
    Value least = number(-87.33654f), greatest = number(88.72283f);
    Value x = op.getOperand();
    Value low = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, x, least);
    Value high =
        arith::CmpFOp::create(b, arith::CmpFPredicate::OGT, x, greatest);
    Value inside = select(low, least, select(high, greatest, x));

    // Adding 1.5 * 2^23 leaves the nearest integer in the low bits.
    Value shift = number(12582912.0f);
    Value shifted = fma(inside, number(1.44269504f), shift);
    Value k = arith::SubFOp::create(b, shifted, shift);
    Value r = fma(k, number(-0.693359375f), inside);
    r = fma(k, number(2.12194440e-4f), r);
    Value p = number(1.9875691500e-4f);
    for (float coefficient :
         {1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f,
          1.6666665459e-1f, 5.0000001201e-1f})
      p = fma(p, r, number(coefficient));
    Value square = arith::MulFOp::create(b, r, r);
    Value y = arith::AddFOp::create(b, fma(p, square, r), number(1));

    Value bits = arith::SubIOp::create(
        b, arith::BitcastOp::create(b, ints, shifted), integer(0x4b400000));
    Value half = arith::ShRSIOp::create(b, bits, integer(1));
    Value rest = arith::SubIOp::create(b, bits, half);
    for (Value exponent : {half, rest}) {
      Value biased = arith::AddIOp::create(b, exponent, integer(127));
      biased = arith::ShLIOp::create(b, biased, integer(23));
      Value scale = arith::BitcastOp::create(b, type, biased);
      y = arith::MulFOp::create(b, y, scale);
    }
    Value infinity = number(std::numeric_limits<float>::infinity());
    rewriter.replaceOp(op, select(high, infinity, select(low, number(0), y)));
    return success();
  }
};

/// A constant of a float type or of a vector of it.
Value splat(ImplicitLocOpBuilder &b, Type type, double value) {
  TypedAttr attr = b.getFloatAttr(getElementTypeOrSelf(type), value);
  if (auto vector = dyn_cast<VectorType>(type))
    attr = SplatElementsAttr::get(vector, attr);
  return arith::ConstantOp::create(b, attr);
}

/// log(1 + x) by Kahan's correction of the rounding of u = 1 + x:
/// x log(u) / (u - 1). Left alone it would become log(1 + x) as written, which
/// is 0 for small x.
struct ExpandLog1p : OpRewritePattern<math::Log1pOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::Log1pOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!isa<FloatType, VectorType>(type))
      return failure();
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    Value x = op.getOperand(), one = splat(b, type, 1);
    Value u = arith::AddFOp::create(b, x, one);
    Value log = math::LogOp::create(b, u);
    Value difference = arith::SubFOp::create(b, u, one);
    Value corrected =
        arith::MulFOp::create(b, x, arith::DivFOp::create(b, log, difference));
    // Where x is too small to change 1, or so large that the quotient is not
    // a number: infinity is its own logarithm.
    auto equal = [&](Value v, Value w) -> Value {
      return arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, v, w);
    };
    Value self = arith::OrIOp::create(b, equal(u, one), equal(u, log));
    rewriter.replaceOpWithNewOp<arith::SelectOp>(op, self, x, corrected);
    return success();
  }
};

/// exp(x) - 1 by the same correction: (u - 1) x / log(u) with u = exp(x).
struct ExpandExpm1 : OpRewritePattern<math::ExpM1Op> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::ExpM1Op op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!isa<FloatType, VectorType>(type))
      return failure();
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    Value x = op.getOperand();
    Value one = splat(b, type, 1), minusOne = splat(b, type, -1);
    Value u = math::ExpOp::create(b, x);
    Value log = math::LogOp::create(b, u);
    Value difference = arith::SubFOp::create(b, u, one);
    Value corrected =
        arith::MulFOp::create(b, difference, arith::DivFOp::create(b, x, log));
    auto equal = [&](Value v, Value w) -> Value {
      return arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, v, w);
    };
    // Infinity and the limit -1 are exact as they stand.
    Value plain =
        arith::OrIOp::create(b, equal(u, log), equal(difference, minusOne));
    Value result = arith::SelectOp::create(b, plain, difference, corrected);
    rewriter.replaceOpWithNewOp<arith::SelectOp>(op, equal(u, one), x, result);
    return success();
  }
};

struct ExpandMath : impl::ExpandMathBase<ExpandMath> {
  void runOnOperation() override {
    // Functions whose polynomial is as good as libm's within an ulp or so, for
    // single precision only. The same code for vectors and what is left over
    // gives the same bits wherever an element stands.
    auto good = [](StringRef name) {
      return llvm::is_contained({math::LogOp::getOperationName(),
                                 math::TanhOp::getOperationName(),
                                 math::ErfOp::getOperationName()},
                                name);
    };
    RewritePatternSet patterns(&getContext());
    patterns.add<ExpandExp, ExpandExpm1, ExpandLog1p>(&getContext());
    populateMathPolynomialApproximationPatterns(patterns, good);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace
} // namespace nnc::cpu
