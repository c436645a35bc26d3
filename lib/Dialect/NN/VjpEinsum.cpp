//===- VjpEinsum.cpp - Derivative of contractions
//-----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VjpBuilder.h"

#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace nnc::nn {

/// The cotangent of operand `self` of an einsum: contract `g` with the other
/// operand, and spread over the axes that only `self` has. Summing happens
/// first, so no broadcast is ever contracted.
static Value operandCotangent(VjpBuilder b, Value g, StringRef result,
                              StringRef self, RankedTensorType type,
                              Value other, StringRef otherNames) {
  std::string reached;
  SmallVector<int64_t> missing;
  for (auto [axis, name] : llvm::enumerate(self)) {
    if (result.contains(name) || otherNames.contains(name))
      reached.push_back(name);
    else
      missing.push_back(axis);
  }
  std::string pattern =
      (result + (other ? "," + otherNames : "") + "->" + reached).str();
  SmallVector<Value> operands = {g};
  if (other)
    operands.push_back(other);
  Value part = EinsumOp::create(b.b, b.loc, pattern, operands);
  return b.spread(part, missing, type);
}

SmallVector<Value> EinsumOp::buildVjp(OpBuilder &builder,
                                      ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  Value g = cotangents[0];
  auto [sources, result] = getPattern().split("->");
  auto [left, right] = sources.split(",");
  OperandRange inputs = getInputs();
  auto typeOf = [](Value v) { return cast<RankedTensorType>(v.getType()); };
  if (inputs.size() == 1)
    return {operandCotangent(b, g, result, left, typeOf(inputs[0]), {}, "")};
  return {
      operandCotangent(b, g, result, left, typeOf(inputs[0]), inputs[1], right),
      operandCotangent(b, g, result, right, typeOf(inputs[1]), inputs[0],
                       left)};
}

} // namespace nnc::nn
