//===- Verify.cpp - Verifiers of shape ops
//------------------------------------===//
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

LogicalResult BroadcastOp::verify() {
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
