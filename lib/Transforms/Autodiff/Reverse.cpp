//===- Reverse.cpp - The reverse walk over a block ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reverse.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace nnc {

Value buildFill(OpBuilder &builder, Location loc, Type type, double number) {
  Value constant =
      arith::ConstantOp::create(builder, loc, builder.getF64FloatAttr(number));
  return nn::SplatOp::create(builder, loc, type, constant);
}

void Reverse::add(Value value, Value cotangent) {
  assert(cotangent.getType() == value.getType() &&
         "a cotangent has the type of its value");
  parts[value].push_back(cotangent);
}

/// The parts of a value that was split: cotangents of slices that lie one after
/// another along an axis and leave nothing out. Their sum is a concatenation.
static Value join(OpBuilder &builder, Location loc, ArrayRef<Value> list) {
  SmallVector<nn::PadOp> pads;
  for (Value part : list) {
    auto pad = part.getDefiningOp<nn::PadOp>();
    if (!pad || !pad->use_empty())
      return {};
    pads.push_back(pad);
  }
  auto type = cast<RankedTensorType>(list.front().getType());
  auto inputType = [](nn::PadOp pad) {
    return cast<RankedTensorType>(pad.getInput().getType());
  };
  int64_t axis = 0;
  while (axis < type.getRank() &&
         type.getDimSize(axis) == inputType(pads.front()).getDimSize(axis))
    ++axis;
  if (pads.size() < 2 || axis == type.getRank() || type.isDynamicDim(axis))
    return {};
  llvm::sort(pads, [&](nn::PadOp x, nn::PadOp y) {
    return x.getLow()[axis] < y.getLow()[axis];
  });
  int64_t end = 0;
  SmallVector<Value> inputs;
  for (nn::PadOp pad : pads) {
    for (int64_t other = 0; other < type.getRank(); ++other)
      if (other != axis && (pad.getLow()[other] || pad.getHigh()[other]))
        return {};
    if (pad.getLow()[axis] != end)
      return {};
    end += inputType(pad).getDimSize(axis);
    inputs.push_back(pad.getInput());
  }
  if (end != type.getDimSize(axis))
    return {};
  for (nn::PadOp pad : pads)
    pad.erase();
  return nn::ConcatOp::create(builder, loc, type, inputs, axis);
}

Value Reverse::get(Value value, Location loc) {
  auto it = parts.find(value);
  if (it == parts.end())
    return {};
  SmallVector<Value> &list = it->second;
  if (Value whole = join(builder, loc, list))
    list = {whole};
  while (list.size() > 1) {
    Value first = list.pop_back_val();
    Value second = list.pop_back_val();
    list.push_back(nn::AddOp::create(builder, loc, first, second));
  }
  return list.front();
}

unsigned Reverse::run() {
  unsigned visited = 0;
  for (Operation *op : llvm::reverse(activity.getOps())) {
    SmallVector<Value> results;
    for (Value result : op->getResults())
      results.push_back(get(result, op->getLoc()));
    if (llvm::none_of(results, [](Value value) { return bool(value); }))
      continue;
    ++visited;
    // An op without a rule is what the gradient is taken with respect to.
    if (auto scan = dyn_cast<nn::ScanOp>(op))
      visit(scan, results);
    else if (auto rule = dyn_cast<nn::DifferentiableOpInterface>(op))
      visit(rule, results);
  }
  return visited;
}

void Reverse::visit(nn::DifferentiableOpInterface op, ArrayRef<Value> results) {
  SmallVector<Value> operands = op.buildVjp(builder, results);
  assert(operands.size() == op->getNumOperands() &&
         "a rule gives one cotangent per operand");
  for (auto [operand, cotangent] : llvm::zip(op->getOperands(), operands))
    if (cotangent && activity.isActive(operand))
      add(operand, activity.mayBeDiscarded(op) ? guard(op, results, cotangent)
                                               : cotangent);
}

/// Keeps a cotangent that is 0 at 0 where the op computed NaN or infinity.
Value Reverse::guard(Operation *op, ArrayRef<Value> results, Value cotangent) {
  if (!op->hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
      isa<nn::AddOp, nn::SubOp, nn::NegOp, nn::CastOp, nn::WhereOp>(op))
    return cotangent;
  return nn::guardCotangent(builder, op->getLoc(), results.front(), cotangent);
}

} // namespace nnc
