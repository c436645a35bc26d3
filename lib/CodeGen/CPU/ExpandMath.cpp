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

/// A constant of a type of elements or of a vector of them.
Value splat(ImplicitLocOpBuilder &b, Type type, TypedAttr value) {
  if (auto vector = dyn_cast<VectorType>(type))
    value = SplatElementsAttr::get(vector, value);
  return arith::ConstantOp::create(b, value);
}
Value splat(ImplicitLocOpBuilder &b, Type type, double value) {
  return splat(b, type, b.getFloatAttr(getElementTypeOrSelf(type), value));
}

/// Arithmetic on f32 or vectors of it.
class Single {
public:
  Single(Location loc, OpBuilder &builder, Type type)
      : b(loc, builder), type(type), ints(b.getI32Type()) {
    if (auto vector = dyn_cast<VectorType>(type))
      ints = vector.clone(ints);
  }

  /// Whether `type` is such a type.
  static bool is(Type type) {
    return isa<FloatType, VectorType>(type) &&
           getElementTypeOrSelf(type).isF32();
  }

  Value number(float value) { return splat(b, type, value); }
  Value integer(int32_t value) {
    return splat(b, ints, b.getI32IntegerAttr(value));
  }
  Value fma(Value x, Value y, Value z) {
    return math::FmaOp::create(b, x, y, z);
  }
  Value select(Value condition, Value x, Value y) {
    return arith::SelectOp::create(b, condition, x, y);
  }
  Value compare(arith::CmpFPredicate predicate, Value x, Value y) {
    return arith::CmpFOp::create(b, predicate, x, y);
  }

  /// By Horner's rule, the highest power first.
  Value polynomial(Value x, ArrayRef<float> coefficients) {
    Value p = number(coefficients.front());
    for (float coefficient : coefficients.drop_front())
      p = fma(p, x, number(coefficient));
    return p;
  }

  /// y and the integer k with e to the x = y 2^k and y near 1, for an x whose k
  /// is an exponent or near one. With k the integer next to x / ln 2, x - k ln
  /// 2 is computed with ln 2 in two parts (Cody and Waite) and goes through the
  /// polynomial of Cephes.
  std::pair<Value, Value> exp(Value x) {
    // Adding 1.5 * 2^23 leaves the nearest integer in the low bits.
    Value shift = number(12582912.0f);
    Value shifted = fma(x, number(1.44269504f), shift);
    Value k = arith::SubFOp::create(b, shifted, shift);
    Value r = fma(k, number(-0.693359375f), x);
    r = fma(k, number(2.12194440e-4f), r);
    Value p =
        polynomial(r, {1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f,
                       4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f});
    Value square = arith::MulFOp::create(b, r, r);
    Value y = arith::AddFOp::create(b, fma(p, square, r), number(1));
    Value bits = arith::SubIOp::create(
        b, arith::BitcastOp::create(b, ints, shifted), integer(0x4b400000));
    return {y, bits};
  }

  /// y 2^k, where 2^k is a normal number.
  Value scale(Value y, Value k) {
    Value biased = arith::AddIOp::create(b, k, integer(127));
    biased = arith::ShLIOp::create(b, biased, integer(23));
    return arith::MulFOp::create(b, y,
                                 arith::BitcastOp::create(b, type, biased));
  }

  ImplicitLocOpBuilder b;

private:
  Type type, ints;
};

/// e to the x within 1.5 ulp. It is scaled by 2^k in two steps, since 2^128 is
/// not finite. MLIR's own exp has ln 2 in one part, which costs up to 4 ulp at
/// the ends of the range. Denormal results are 0.
struct ExpandExp : OpRewritePattern<math::ExpOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::ExpOp op,
                                PatternRewriter &rewriter) const override {
    if (!Single::is(op.getType()))
      return failure();
    Single f(op.getLoc(), rewriter, op.getType());
    // The logarithms of the least normal and of the greatest number.
    Value least = f.number(-87.33654f), greatest = f.number(88.72283f);
    Value x = op.getOperand();
    Value low = f.compare(arith::CmpFPredicate::OLT, x, least);
    Value high = f.compare(arith::CmpFPredicate::OGT, x, greatest);
    auto [y, k] = f.exp(f.select(low, least, f.select(high, greatest, x)));
    Value half = arith::ShRSIOp::create(f.b, k, f.integer(1));
    Value rest = arith::SubIOp::create(f.b, k, half);
    y = f.scale(f.scale(y, half), rest);
    Value infinity = f.number(std::numeric_limits<float>::infinity());
    rewriter.replaceOp(op,
                       f.select(high, infinity, f.select(low, f.number(0), y)));
    return success();
  }
};

/// The error function within 1.5 ulp. Where |x| < 0.92 it is x + x p(x^2);
/// elsewhere, with a = |x|, 1 - exp(a q(a) - a), which is 1 in f32 from a = 4
/// on. Both polynomials are least-maximum fits of degree 5, of erf(x) / x - 1
/// and of log(1 - erf(a)) / a + 1. MLIR's own erf chooses among three quotients
/// and takes three times as many operations.
struct ExpandErf : OpRewritePattern<math::ErfOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::ErfOp op,
                                PatternRewriter &rewriter) const override {
    if (!Single::is(op.getType()))
      return failure();
    Single f(op.getLoc(), rewriter, op.getType());
    Value x = op.getOperand();
    Value p = f.polynomial(arith::MulFOp::create(f.b, x, x),
                           {-5.99085062e-4f, 4.99317935e-3f, -2.67666150e-2f,
                            1.12818159e-1f, -3.76124948e-1f, 1.28379151e-1f});
    Value small = f.fma(p, x, x);

    Value size = math::AbsFOp::create(f.b, x);
    Value four = f.number(4);
    Value a =
        f.select(f.compare(arith::CmpFPredicate::OLT, size, four), size, four);
    Value q =
        f.polynomial(a, {2.13923428e-4f, -3.21444729e-3f, 2.28883307e-2f,
                         -1.05259284e-1f, -6.35720253e-1f, -1.28513783e-1f});
    auto [y, k] = f.exp(f.fma(q, a, arith::NegFOp::create(f.b, a)));
    Value rest = arith::SubFOp::create(f.b, f.number(1), f.scale(y, k));
    Value large = math::CopySignOp::create(f.b, rest, x);
    Value isLarge =
        f.compare(arith::CmpFPredicate::OGT, size, f.number(0.921875f));
    rewriter.replaceOp(op, f.select(isLarge, large, small));
    return success();
  }
};

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
      return llvm::is_contained(
          {math::LogOp::getOperationName(), math::TanhOp::getOperationName()},
          name);
    };
    RewritePatternSet patterns(&getContext());
    patterns.add<ExpandErf, ExpandExp, ExpandExpm1, ExpandLog1p>(&getContext());
    populateMathPolynomialApproximationPatterns(patterns, good);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace
} // namespace nnc::cpu
