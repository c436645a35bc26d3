//===- VjpElementwise.cpp - Derivatives of elementwise ops ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In every rule `g` is the cotangent of the result `r`. Rules whose factor can
// overflow or divide by zero at a finite input guard it, so that a zero
// cotangent stays zero (language 2.8, rule 46). Rules read the result where
// that spares keeping an input.
//
//===----------------------------------------------------------------------===//

#include "VjpBuilder.h"

#include <cmath>

using namespace mlir;

namespace nnc::nn {

using Values = SmallVector<Value>;

//===----------------------------------------------------------------------===//
// Unary
//===----------------------------------------------------------------------===//

Values NegOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {b.neg(cotangents[0])};
}

Values AbsOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value sign = SignOp::create(builder, getLoc(), getInput());
  return {b.mul(cotangents[0], sign)};
}

Values ExpOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  return {b.guard(g, b.mul(g, getResult()))};
}

Values Expm1Op::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], r = getResult();
  return {b.guard(g, b.mul(g, b.add(r, b.fill(r.getType(), 1.0))))};
}

Values LogOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  return {b.guard(g, b.div(g, getInput()))};
}

Values Log1pOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], x = getInput();
  return {b.guard(g, b.div(g, b.add(x, b.fill(x.getType(), 1.0))))};
}

Values SqrtOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  return {b.guard(g, b.div(b.scale(g, 0.5), getResult()))};
}

Values RsqrtOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], r = getResult();
  Value cube = b.mul(r, b.square(r));
  return {b.guard(g, b.mul(b.scale(g, -0.5), cube))};
}

Values SinOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {b.mul(cotangents[0], CosOp::create(builder, getLoc(), getInput()))};
}

Values CosOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value sine = SinOp::create(builder, getLoc(), getInput());
  return {b.neg(b.mul(cotangents[0], sine))};
}

Values TanhOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value r = getResult();
  Value slope = b.sub(b.fill(r.getType(), 1.0), b.square(r));
  return {b.mul(cotangents[0], slope)};
}

Values ErfOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value bell = b.exp(b.neg(b.square(getInput())));
  return {b.mul(b.scale(cotangents[0], 2.0 / std::sqrt(M_PI)), bell)};
}

Values SigmoidOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value r = getResult();
  Value slope = b.mul(r, b.sub(b.fill(r.getType(), 1.0), r));
  return {b.mul(cotangents[0], slope)};
}

Values PowIntOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], x = getInput();
  int64_t n = getExponent();
  if (n == 0)
    return {Value()};
  if (n == 1)
    return {g};
  if (n == 2)
    return {b.mul(b.scale(g, 2.0), x)};
  Value power = PowIntOp::create(builder, getLoc(), x, n - 1);
  return {b.guard(g, b.mul(b.scale(g, double(n)), power))};
}

Values CastOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {b.cast(cotangents[0], getInput().getType().getElementType())};
}

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

Values AddOp::buildVjp(OpBuilder &, ArrayRef<Value> cotangents) {
  return {cotangents[0], cotangents[0]};
}

Values SubOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {cotangents[0], b.neg(cotangents[0])};
}

Values MulOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  return {b.mul(g, getRhs()), b.mul(g, getLhs())};
}

Values DivOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  Value quotient = b.div(g, getRhs());
  return {b.guard(g, quotient),
          b.guard(g, b.neg(b.mul(quotient, getResult())))};
}

Values PowOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], x = getLhs(), y = getRhs();
  Type type = getType();
  // d/dx x^y = y x^(y-1), and 0 where y is 0, even at x = 0.
  Value power =
      PowOp::create(builder, getLoc(), x, b.sub(y, b.fill(type, 1.0)));
  Value slope = b.where(b.cmp(CmpPredicate::eq, y, 0.0), 0.0, b.mul(y, power));
  // d/dy x^y = x^y log x, whose limit at x = 0 is 0.
  Value log = b.where(b.cmp(CmpPredicate::eq, x, 0.0), 0.0,
                      LogOp::create(builder, getLoc(), x));
  return {b.guard(g, b.mul(g, slope)),
          b.guard(g, b.mul(g, b.mul(getResult(), log)))};
}

Values ModOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  // x mod y = x - y floor(x / y)
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  Value floor = FloorDivOp::create(builder, getLoc(), getLhs(), getRhs());
  return {g, b.guard(g, b.neg(b.mul(g, floor)))};
}

/// Both sides of max or min, given where the left one won strictly. Comparing
/// the result, not the left operand, leaves one value fewer to keep.
static Values selectWinner(VjpBuilder b, Value g, Value leftWins) {
  return {b.where(leftWins, g, 0.0), b.where(leftWins, 0.0, g)};
}

Values MaxOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return selectWinner(b, cotangents[0],
                      b.cmp(CmpPredicate::gt, getResult(), getRhs()));
}

Values MinOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return selectWinner(b, cotangents[0],
                      b.cmp(CmpPredicate::lt, getResult(), getRhs()));
}

//===----------------------------------------------------------------------===//
// Ternary
//===----------------------------------------------------------------------===//

Values WhereOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  return {Value(), b.where(getCondition(), g, 0.0),
          b.where(getCondition(), 0.0, g)};
}

Values ClampOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  // min(max(x, lo), hi), with nothing for x at either end.
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], x = getInput(), lo = getLow(), hi = getHigh();
  Value atHigh = b.cmp(CmpPredicate::ge, getResult(), hi);
  Value atLow = b.cmp(CmpPredicate::le, x, lo);
  Value below = b.where(atHigh, 0.0, g);
  return {b.where(atLow, 0.0, below), b.where(atLow, below, 0.0),
          b.where(atHigh, g, 0.0)};
}

} // namespace nnc::nn
