//===- Cost.cpp - How much a typed program computes -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/Cost.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

static DimExpr product(llvm::ArrayRef<Axis> axes) {
  DimExpr result = 1;
  for (const Axis &axis : axes)
    result = result * axis.size;
  return result;
}

static DimExpr flopsOfEinsum(const Node &node) {
  if (node.operands.size() < 2)
    return 0;
  StringRef inputs = StringRef(node.text).split("->").first;
  llvm::SmallDenseMap<char, DimExpr> sizes;
  for (const Node *operand : node.operands) {
    auto [letters, rest] = inputs.split(',');
    for (auto [letter, axis] : llvm::zip(letters.trim(), operand->type.axes))
      sizes[letter] = axis.size;
    inputs = rest;
  }
  DimExpr flops = 2;
  for (const auto &[letter, size] : sizes)
    flops = flops * size;
  return flops;
}

/// Each weight takes part once in each pixel of the small images.
static DimExpr flopsOfConv(const Type &filter, const Type &images) {
  return DimExpr(2) * product(filter.axes) * images.axes.front().size *
         product(llvm::ArrayRef(images.axes).drop_front(2));
}

DimExpr nnc::countFlops(const Node &node) {
  switch (node.op) {
  case Op::Einsum:
    return flopsOfEinsum(node);
  case Op::Conv:
    return flopsOfConv(node.operands[1]->type, node.type);
  case Op::ConvTranspose:
    return flopsOfConv(node.operands[1]->type, node.operands[0]->type);
  default:
    return 0;
  }
}

/// How often the body of a loop runs.
static DimExpr iterations(const Node &node) {
  if (node.scan->count)
    return *node.scan->count;
  return node.operands[0]->type.axes[node.scan->axes[0]].size;
}

static void walk(const Function &function, const DimExpr &times,
                 llvm::function_ref<void(const Node &, const DimExpr &)> hear) {
  for (const auto &node : function.nodes) {
    if (node->forward)
      walk(*node->forward, times, hear);
    if (node->scan)
      walk(node->scan->body, times * iterations(*node), hear);
    hear(*node, times);
  }
}

void nnc::walkNodes(
    const Function &function,
    llvm::function_ref<void(const Node &, const DimExpr &)> hear) {
  walk(function, 1, hear);
}
