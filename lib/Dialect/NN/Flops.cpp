//===- Flops.cpp - How much an op computes --------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/Flops.h"

#include "nnc/Dialect/NN/AttentionAxes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace nnc::nn {

/// Each weight takes part once in each pixel of the small images.
static int64_t flopsOfConv(Value filter, Value images) {
  int64_t flops = 2;
  auto multiply = [&](ArrayRef<int64_t> sizes) {
    for (int64_t size : sizes)
      flops *= ShapedType::isDynamic(size) ? 1 : size;
  };
  ArrayRef<int64_t> shape = cast<RankedTensorType>(images.getType()).getShape();
  multiply(cast<RankedTensorType>(filter.getType()).getShape());
  multiply(shape.front());
  multiply(shape.drop_front(2));
  return flops;
}

template <typename OpT>
static int64_t flopsOfAttention(OpT op, RankedTensorType result) {
  AttentionAxes axes = *AttentionAxes::parse(op.getPattern());
  return axes.countFlops(op.getQuery().getType(), op.getKey().getType(),
                         result);
}

static int64_t flopsOfEinsum(EinsumOp op) {
  if (op.getInputs().size() < 2)
    return 0;
  StringRef inputs = op.getPattern().split("->").first;
  llvm::SmallDenseMap<char, int64_t> sizes;
  for (Value input : op.getInputs()) {
    auto [letters, rest] = inputs.split(',');
    auto type = cast<RankedTensorType>(input.getType());
    for (auto [letter, size] : llvm::zip(letters.trim(), type.getShape()))
      sizes[letter] = ShapedType::isDynamic(size) ? 1 : size;
    inputs = rest;
  }
  int64_t flops = 2;
  for (auto [letter, size] : sizes)
    flops *= size;
  return flops;
}

int64_t countFlops(Operation *op) {
  return llvm::TypeSwitch<Operation *, int64_t>(op)
      .Case([](EinsumOp op) { return flopsOfEinsum(op); })
      .Case([](AttentionOp op) {
        return flopsOfAttention(op, op.getResult().getType());
      })
      .Case([](AttentionGradOp op) {
        return 2 * flopsOfAttention(op, op.getCotangent().getType());
      })
      .Case(
          [](ConvOp op) { return flopsOfConv(op.getFilter(), op.getResult()); })
      .Case([](ConvTransposeOp op) {
        return flopsOfConv(op.getFilter(), op.getInput());
      })
      .Case([](ConvFilterOp op) {
        return flopsOfConv(op.getResult(), op.getCotangent());
      })
      .Default(int64_t{0});
}

/// The bytes of one example, or of all where their number is known.
static int64_t bytesOf(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return 0;
  int64_t bytes = (tensor.getElementTypeBitWidth() + 7) / 8;
  for (int64_t size : tensor.getShape())
    bytes *= ShapedType::isDynamic(size) ? 1 : size;
  return bytes;
}

int64_t countFlopsPerByte(Operation *op) {
  int64_t made = 0, seen = 0;
  for (Type type : op->getResultTypes())
    made += bytesOf(type);
  for (Type type : op->getOperandTypes())
    seen += bytesOf(type);
  int64_t work = std::max(countFlops(op), seen + made);
  return llvm::divideCeil(work, std::max<int64_t>(made, 1));
}

} // namespace nnc::nn
