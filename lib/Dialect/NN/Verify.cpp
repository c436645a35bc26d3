//===- Verify.cpp - Verifiers of tensor ops -------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace nnc::nn;

static LogicalResult verifyElements(Operation *op, Type from, Type to) {
  if (cast<ShapedType>(from).getElementType() ==
      cast<ShapedType>(to).getElementType())
    return success();
  return op->emitOpError("keeps the element type");
}

LogicalResult BroadcastOp::verify() {
  if (failed(verifyElements(*this, getInput().getType(), getType())))
    return failure();
  SmallVector<Size> from = getSizes(getInput().getType());
  SmallVector<Size> to = getSizes(getType());
  if (getDims().size() != from.size())
    return emitOpError("names a result axis for each axis of the operand");
  llvm::SmallDenseSet<int64_t> seen;
  for (auto [axis, dim] : llvm::enumerate(getDims())) {
    if (dim < 0 || dim >= int64_t(to.size()) || !seen.insert(dim).second)
      return emitOpError("sends axis ") << axis << " to no axis of its own";
    if (!(from[axis] == to[dim]) && !from[axis].isOne())
      return emitOpError("cannot stretch axis ")
             << axis << " of " << getInput().getType();
  }
  return success();
}

LogicalResult SliceOp::verify() {
  RankedTensorType from = getInput().getType(), to = getType();
  if (failed(verifyElements(*this, from, to)))
    return failure();
  if (from.getRank() != to.getRank() ||
      int64_t(getOffsets().size()) != from.getRank())
    return emitOpError("has one offset and one size per axis");
  for (int64_t axis = 0; axis < from.getRank(); ++axis) {
    int64_t offset = getOffsets()[axis];
    bool inside = from.isDynamicDim(axis) || to.isDynamicDim(axis) ||
                  offset + to.getDimSize(axis) <= from.getDimSize(axis);
    if (offset < 0 || !inside)
      return emitOpError("leaves axis ") << axis << " of " << from;
  }
  return success();
}

LogicalResult PadOp::verify() {
  RankedTensorType from = getInput().getType(), to = getType();
  if (failed(verifyElements(*this, from, to)))
    return failure();
  if (from.getRank() != to.getRank() ||
      int64_t(getLow().size()) != from.getRank() ||
      int64_t(getHigh().size()) != from.getRank())
    return emitOpError("pads each axis on both sides");
  for (int64_t axis = 0; axis < from.getRank(); ++axis) {
    if (getHigh()[axis] == ShapedType::kDynamic)
      continue;
    if (getLow()[axis] < 0 || getHigh()[axis] < 0)
      return emitOpError("cannot take elements away");
    if (!from.isDynamicDim(axis) && !to.isDynamicDim(axis) &&
        from.getDimSize(axis) + getLow()[axis] + getHigh()[axis] !=
            to.getDimSize(axis))
      return emitOpError("gives axis ") << axis << " another size";
  }
  return success();
}

LogicalResult ReshapeOp::verify() {
  RankedTensorType from = getInput().getType(), to = getType();
  if (from.hasStaticShape() && to.hasStaticShape() &&
      from.getNumElements() != to.getNumElements())
    return emitOpError("cannot make ") << to << " of " << from;
  if (from.getElementType() != to.getElementType())
    return emitOpError("keeps the element type");
  return success();
}

static LogicalResult verifyAxis(Operation *op, RankedTensorType type,
                                int64_t axis) {
  if (axis >= 0 && axis < type.getRank())
    return success();
  return op->emitOpError("axis ") << axis << " is not one of " << type;
}

LogicalResult ConcatOp::verify() {
  RankedTensorType type = getType();
  if (getInputs().empty())
    return emitOpError("joins at least one tensor");
  if (failed(verifyAxis(*this, type, getAxis())))
    return failure();
  int64_t total = 0;
  bool isKnown = !type.isDynamicDim(getAxis());
  for (Type input : getInputs().getTypes()) {
    auto part = cast<RankedTensorType>(input);
    if (failed(verifyElements(*this, part, type)))
      return failure();
    SmallVector<Size> sizes = getSizes(part), want = getSizes(type);
    if (sizes.size() != want.size())
      return emitOpError("joins tensors of one rank");
    isKnown &= !sizes[getAxis()].isDynamic();
    total += isKnown ? sizes[getAxis()].number : 0;
    want[getAxis()] = sizes[getAxis()];
    if (sizes != want)
      return emitOpError("cannot join ") << part << " into " << type;
  }
  if (isKnown && type.getDimSize(getAxis()) != total)
    return emitOpError("gives ")
           << total << " elements along axis " << getAxis();
  return success();
}

LogicalResult CumsumOp::verify() {
  return verifyAxis(*this, getType(), getAxis());
}

LogicalResult OrthonormalizeOp::verify() {
  RankedTensorType type = getType();
  if (type.getRank() != 2 || !type.hasStaticShape() ||
      type.getDimSize(0) > type.getDimSize(1))
    return emitOpError("needs a static matrix with no more rows than columns");
  return success();
}

LogicalResult FlipOp::verify() {
  llvm::SmallDenseSet<int64_t> seen;
  for (int64_t axis : getAxes()) {
    if (failed(verifyAxis(*this, getType(), axis)))
      return failure();
    if (!seen.insert(axis).second)
      return emitOpError("names axis ") << axis << " twice";
  }
  return success();
}

LogicalResult IotaOp::verify() {
  return verifyAxis(*this, getType(), getAxis());
}

LogicalResult OneHotOp::verify() {
  SmallVector<Size> sizes = getSizes(getType());
  if (sizes.empty() || ArrayRef<Size>(sizes).drop_back() !=
                           ArrayRef<Size>(getSizes(getIndices().getType())))
    return emitOpError("adds one axis to ") << getIndices().getType();
  return success();
}

LogicalResult ScatterAddOp::verify() {
  RankedTensorType type = getType();
  if (failed(verifyAxis(*this, type, getAxis())) ||
      failed(verifyElements(*this, getUpdates().getType(), type)))
    return failure();
  SmallVector<Size> want = getSizes(type);
  SmallVector<Size> indices = getSizes(getIndices().getType());
  auto *at = want.erase(want.begin() + getAxis());
  want.insert(at, indices.begin(), indices.end());
  if (want != getSizes(getUpdates().getType()))
    return emitOpError("adds one slice of ") << type << " per index";
  return success();
}

LogicalResult SplatOp::verify() {
  Type element = getType().getElementType();
  if (getValue().getType().isF64() && !isa<FloatType>(element))
    return emitOpError("rounds a number to a float, found ") << element;
  if (getValue().getType().isInteger(1) != element.isInteger(1))
    return emitOpError("makes bools of bools alone");
  return success();
}

LogicalResult SoftmaxOp::verify() {
  return verifyAxis(*this, getType(), getAxis());
}

LogicalResult LogSoftmaxOp::verify() {
  return verifyAxis(*this, getType(), getAxis());
}

LogicalResult RandomOp::verify() {
  size_t expected = getDistribution() == Distribution::bernoulli ? 1 : 2;
  if (getArguments().size() != expected)
    return emitOpError("expects ")
           << expected << " argument" << (expected == 1 ? "" : "s")
           << " for this distribution, found " << getArguments().size();
  return success();
}
