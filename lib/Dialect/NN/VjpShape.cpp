//===- VjpShape.cpp - Derivatives of ops that move elements
//-------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VjpBuilder.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace nnc::nn {

using Values = SmallVector<Value>;

Values BroadcastOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  RankedTensorType from = getInput().getType(), to = getType();
  // Sum away the new axes and the stretched ones; `kept` are the axes of the
  // result that are left, in the order of the operand.
  SmallVector<int64_t> summed = llvm::to_vector(llvm::seq(to.getRank()));
  SmallVector<int64_t> kept;
  for (auto [source, axis] : llvm::enumerate(getDims())) {
    if (from.getDimSize(source) == 1 && to.getDimSize(axis) != 1)
      continue;
    kept.push_back(axis);
    llvm::erase(summed, axis);
  }
  SmallVector<int64_t> perm;
  for (int64_t axis : kept)
    perm.push_back(llvm::count_if(kept, [=](int64_t k) { return k < axis; }));
  return {b.reshape(b.transpose(b.sum(cotangents[0], summed), perm), from)};
}

Values ReshapeOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {b.reshape(cotangents[0], getInput().getType())};
}

Values TransposeOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {b.transpose(cotangents[0], invertPermutationVector(getPerm()))};
}

Values CumsumOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {CumsumOp::create(builder, getLoc(), cotangents[0], getAxis(),
                           !getReverse())};
}

Values FlipOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {FlipOp::create(builder, getLoc(), cotangents[0], getAxes())};
}

/// Where a part of `whole` at `offsets` comes back: zeros around it.
static Value padTo(VjpBuilder b, Value part, ArrayRef<int64_t> low,
                   RankedTensorType whole) {
  auto type = cast<RankedTensorType>(part.getType());
  SmallVector<int64_t> high;
  for (auto [axis, offset] : llvm::enumerate(low)) {
    if (whole.isDynamicDim(axis)) // Cut nowhere: its sizes are one expression.
      high.push_back(0);
    else if (type.isDynamicDim(axis))
      high.push_back(ShapedType::kDynamic);
    else
      high.push_back(whole.getDimSize(axis) - offset - type.getDimSize(axis));
  }
  return PadOp::create(b.b, b.loc, whole, part, low, high);
}

Values SliceOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  return {padTo(b, cotangents[0], getOffsets(), getInput().getType())};
}

Values PadOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {SliceOp::create(builder, getLoc(), getInput().getType(),
                          cotangents[0], getLow())};
}

Values ConcatOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  SmallVector<int64_t> offsets(getType().getRank(), 0);
  Values parts;
  for (Value input : getInputs()) {
    auto type = cast<RankedTensorType>(input.getType());
    parts.push_back(
        SliceOp::create(builder, getLoc(), type, cotangents[0], offsets));
    offsets[getAxis()] += type.getDimSize(getAxis());
  }
  return parts;
}

Values TakeOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  // One element per row has a cotangent: no scatter is needed.
  VjpBuilder b(builder, getLoc());
  RankedTensorType type = getInput().getType();
  int64_t axis = getAxis();
  SmallVector<int64_t> axisLast;
  for (int64_t a : llvm::seq(type.getRank()))
    if (a != axis)
      axisLast.push_back(a);
  axisLast.push_back(axis);
  Type mask = withElementType(permuted(type, axisLast), builder.getI1Type());
  Value here = OneHotOp::create(builder, getLoc(), mask, getIndices());
  here = b.transpose(here, invertPermutationVector(axisLast));
  return {b.where(here, b.spread(cotangents[0], axis, type), 0.0), Value()};
}

Values GatherOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {ScatterAddOp::create(builder, getLoc(), getInput().getType(),
                               cotangents[0], getIndices(), getAxis()),
          Value()};
}

Values ScatterAddOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {GatherOp::create(builder, getLoc(), cotangents[0], getIndices(),
                           getAxis()),
          Value()};
}

//===----------------------------------------------------------------------===//
// Functions with a rule of their own
//===----------------------------------------------------------------------===//

Values CustomVjpOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  IRMapping mapping;
  SmallVector<Value> arguments(getInputs());
  for (auto [output, cotangent] : llvm::zip(getOutputs(), cotangents))
    arguments.push_back(cotangent ? cotangent : b.fill(output.getType(), 0.0));
  mapping.map(getVjp().getArguments(), arguments);
  Block &body = getVjp().front();
  for (Operation &op : body.without_terminator())
    builder.clone(op, mapping);
  Values results;
  ValueRange yielded = body.getTerminator()->getOperands();
  for (Value input : getInputs()) {
    bool isFloat = isa<FloatType>(getElementTypeOrSelf(input.getType()));
    results.push_back(isFloat ? mapping.lookupOrDefault(yielded.front())
                              : Value());
    if (isFloat)
      yielded = yielded.drop_front();
  }
  return results;
}

} // namespace nnc::nn
