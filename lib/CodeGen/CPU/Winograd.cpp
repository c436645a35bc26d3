//===- Winograd.cpp - minimal filtering F(4,3) ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Winograd.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace nnc::cpu {

Value Winograd::constant(Value like, double number) const {
  auto type = cast<VectorType>(like.getType());
  return arith::ConstantOp::create(
      builder, loc,
      DenseElementsAttr::get(
          type, builder.getFloatAttr(type.getElementType(), number)));
}

Value Winograd::add(Value x, Value y) const {
  return arith::AddFOp::create(builder, loc, x, y);
}

Value Winograd::subtract(Value x, Value y) const {
  return arith::SubFOp::create(builder, loc, x, y);
}

Value Winograd::scale(double factor, Value x) const {
  return arith::MulFOp::create(builder, loc, x, constant(x, factor));
}

Value Winograd::multiplyAdd(double factor, Value x, Value y) const {
  return vector::FMAOp::create(builder, loc, x, constant(x, factor), y);
}

// With the points 0, a, -a, b, -b and infinity, the rows of B' hold the
// coefficients of the product of x - q over the other points q; those of G and
// the columns of A' are powers of the point. Points of opposite sign share
// their even and their odd part.
static constexpr double a = 2.0 / 3, b = 3.0 / 2, a2 = a * a, b2 = b * b;

Vectors<kTileIn> Winograd::input(const Vectors<kTileIn> &d) const {
  auto ends = [&](unsigned i) { // (x - a)(x + a)(x - b)(x + b), as a b = 1
    return multiplyAdd(-(a2 + b2), d[i + 2], add(d[i], d[i + 4]));
  };
  Value evenA = multiplyAdd(-b2, d[2], d[4]);
  Value oddA = multiplyAdd(-b2, d[1], d[3]);
  Value evenB = multiplyAdd(-a2, d[2], d[4]);
  Value oddB = multiplyAdd(-a2, d[1], d[3]);
  return {ends(0),
          multiplyAdd(a, oddA, evenA),
          multiplyAdd(-a, oddA, evenA),
          multiplyAdd(b, oddB, evenB),
          multiplyAdd(-b, oddB, evenB),
          ends(1)};
}

Vectors<kTileIn> Winograd::filter(const Vectors<kTaps> &g) const {
  Value evenA = multiplyAdd(a2, g[2], g[0]);
  Value evenB = multiplyAdd(b2, g[2], g[0]);
  double scaleA = 1 / (2 * a2 * (a2 - b2)), scaleB = 1 / (2 * b2 * (b2 - a2));
  return {g[0],
          scale(scaleA, multiplyAdd(a, g[1], evenA)),
          scale(scaleA, multiplyAdd(-a, g[1], evenA)),
          scale(scaleB, multiplyAdd(b, g[1], evenB)),
          scale(scaleB, multiplyAdd(-b, g[1], evenB)),
          g[2]};
}

Vectors<kTileOut> Winograd::output(const Vectors<kTileIn> &sum) const {
  Value evenA = add(sum[1], sum[2]), oddA = subtract(sum[1], sum[2]);
  Value evenB = add(sum[3], sum[4]), oddB = subtract(sum[3], sum[4]);
  return {add(add(sum[0], evenA), evenB), multiplyAdd(a, oddA, scale(b, oddB)),
          multiplyAdd(a2, evenA, scale(b2, evenB)),
          multiplyAdd(a2 * a, oddA, multiplyAdd(b2 * b, oddB, sum[5]))};
}

} // namespace nnc::cpu
