//===- VjpReduce.cpp - Derivatives of reductions,
// losses----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VjpBuilder.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace nnc::nn {

using Values = SmallVector<Value>;

Values SumOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {b.spread(cotangents[0], getAxes(), getInput().getType())};
}

Values MeanOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  // The scale goes onto the reduced value, which is the smaller one.
  VjpBuilder b(builder, getLoc());
  RankedTensorType type = getInput().getType();
  Value g = cotangents[0];
  Value share = b.fill(g.getType(), b.reciprocal(b.count(type, getAxes())));
  return {b.spread(b.mul(g, share), getAxes(), type)};
}

/// The cotangent of a max or min reduction goes to the first extreme element in
/// row-major order of `axes`, which is the one that argmax and argmin name.
template <typename ArgOp>
static Value toFirst(VjpBuilder b, Value x, ArrayRef<int64_t> axes, Value g) {
  // Bring the reduced axes behind the others, in order, and join them.
  auto type = cast<RankedTensorType>(x.getType());
  SmallVector<int64_t> sorted(axes), perm;
  llvm::sort(sorted);
  for (int64_t axis : llvm::seq(type.getRank()))
    if (!llvm::is_contained(sorted, axis))
      perm.push_back(axis);
  int64_t kept = perm.size();
  llvm::append_range(perm, sorted);
  Value moved = b.transpose(x, perm);
  SmallVector<Size> sizes = getSizes(cast<RankedTensorType>(moved.getType()));
  ArrayRef<Size> reduced = ArrayRef<Size>(sizes).drop_front(kept);
  SmallVector<Size> joinedSizes(sizes.begin(), sizes.begin() + kept);
  joinedSizes.push_back(joinSizes(b.b.getContext(), reduced));
  RankedTensorType joined = getTensor(joinedSizes, type.getElementType());

  Value first = ArgOp::create(b.b, b.loc, b.reshape(moved, joined), kept);
  Type mask = withElementType(joined, b.b.getI1Type());
  Value here = OneHotOp::create(b.b, b.loc, mask, first);
  Value part = b.where(here, b.spread(g, kept, joined), 0.0);
  return b.transpose(b.reshape(part, moved.getType()),
                     invertPermutationVector(perm));
}

Values ReduceMaxOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {toFirst<ArgmaxOp>(b, getInput(), getAxes(), cotangents[0])};
}

Values ReduceMinOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {toFirst<ArgminOp>(b, getInput(), getAxes(), cotangents[0])};
}

Values ProdOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  // The product of the others. Dividing by a zero is avoided: with one zero it
  // alone has a gradient, the product of the rest; with two nothing has.
  VjpBuilder b(builder, getLoc());
  Value x = getInput();
  auto type = cast<RankedTensorType>(x.getType());
  ArrayRef<int64_t> axes = getAxes();
  Value isZero = b.cmp(CmpPredicate::eq, x, 0.0);
  Value zeros = b.sum(b.where(isZero, b.fill(type, 1.0), 0.0), axes);
  Value others = b.where(isZero, 1.0, x);
  Value rest = ProdOp::create(builder, getLoc(), others, axes);
  rest = b.mul(cotangents[0], rest);
  Value ifNone = b.where(b.cmp(CmpPredicate::eq, zeros, 0.0), rest, 0.0);
  Value ifOne = b.where(b.cmp(CmpPredicate::eq, zeros, 1.0), rest, 0.0);
  return {b.where(isZero, b.spread(ifOne, axes, type),
                  b.div(b.spread(ifNone, axes, type), others))};
}

Values LogSumExpOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  RankedTensorType type = getInput().getType();
  Value g = b.spread(cotangents[0], getAxes(), type);
  Value shares =
      b.exp(b.sub(getInput(), b.spread(getResult(), getAxes(), type)));
  return {b.guard(g, b.mul(g, shares))};
}

//===----------------------------------------------------------------------===//
// Softmax and losses
//===----------------------------------------------------------------------===//

Values SoftmaxOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0], r = getResult();
  int64_t axis = getAxis();
  Value dot = b.spread(b.sum(b.mul(g, r), axis), axis, getType());
  return {b.mul(r, b.sub(g, dot))};
}

Values LogSoftmaxOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  int64_t axis = getAxis();
  Value total = b.spread(b.sum(g, axis), axis, getType());
  return {b.sub(g, b.mul(b.exp(getResult()), total))};
}

Values CrossEntropyOp::buildVjp(OpBuilder &builder,
                                ArrayRef<Value> cotangents) {
  // (softmax - target) / n, where the target is (1 - s) * one_hot + s /
  // classes.
  VjpBuilder b(builder, getLoc());
  RankedTensorType type = getLogits().getType();
  int64_t axis = getAxis(), last = type.getRank() - 1;
  SmallVector<int64_t> rows, axisLast,
      all = llvm::to_vector(llvm::seq(last + 1));
  for (int64_t a : all)
    if (a != axis)
      rows.push_back(a);
  axisLast = rows;
  axisLast.push_back(axis);
  RankedTensorType moved = permuted(type, axisLast);
  Value target = OneHotOp::create(builder, getLoc(), moved, getLabels());
  target = b.transpose(target, invertPermutationVector(axisLast));
  double smoothing = getSmoothing().convertToDouble();
  if (smoothing != 0) {
    Value one = arith::ConstantOp::create(builder, getLoc(),
                                          builder.getF64FloatAttr(smoothing));
    Value floor = arith::MulFOp::create(builder, getLoc(), one,
                                        b.reciprocal(b.count(type, axis)));
    target = b.add(b.scale(target, 1 - smoothing), b.fill(type, floor));
  }
  Value softmax = SoftmaxOp::create(builder, getLoc(), getLogits(), axis);
  Value g = cotangents[0];
  g = b.mul(g, b.fill(g.getType(), b.reciprocal(b.count(type, rows))));
  return {b.mul(b.sub(softmax, target), b.broadcast(g, {}, type)), Value()};
}

Values BinaryCrossEntropyOp::buildVjp(OpBuilder &builder,
                                      ArrayRef<Value> cotangents) {
  // The loss is the mean of max(x, 0) - x t + log(1 + exp(-|x|)).
  VjpBuilder b(builder, getLoc());
  RankedTensorType type = getLogits().getType();
  SmallVector<int64_t> all = llvm::to_vector(llvm::seq(type.getRank()));
  Value g = cotangents[0];
  g = b.mul(g, b.fill(g.getType(), b.reciprocal(b.count(type, all))));
  g = b.broadcast(g, {}, type);
  Value p = SigmoidOp::create(builder, getLoc(), getLogits());
  return {b.mul(b.sub(p, getTargets()), g), b.neg(b.mul(getLogits(), g))};
}

} // namespace nnc::nn
