//===- Activity.cpp - What takes part in a gradient -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Activity.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/BuiltinTypes.h"

using namespace mlir;

namespace nnc {

bool isDifferentiable(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor && isa<FloatType>(tensor.getElementType());
}

/// Whether a change of operand `index` may change the float results of `op`.
/// An op without a rule may do so; that it has none is found out later.
static bool carries(Operation *op, unsigned index) {
  if (!isDifferentiable(op->getOperand(index).getType()))
    return false;
  if (op->hasTrait<nn::OpTrait::ZeroGradient>())
    return false;
  if (auto rule = dyn_cast<nn::DifferentiableOpInterface>(op))
    return rule.isDifferentiableOperand(index);
  return true;
}

Activity::Activity(nn::GradientOp gradient) {
  Block *block = gradient->getBlock();
  llvm::DenseSet<Attribute> parameters(gradient.getParameters().begin(),
                                       gradient.getParameters().end());
  for (Value value : gradient.getValues())
    varied.insert(value);
  SmallVector<Operation *> before;
  for (Operation &op : *block) {
    if (&op == gradient.getOperation())
      break;
    before.push_back(&op);
    bool isVaried = false;
    if (auto read = dyn_cast<nn::ReadOp>(op))
      isVaried = parameters.contains(read.getTargetAttr());
    for (auto [index, operand] : llvm::enumerate(op.getOperands()))
      isVaried |= varied.contains(operand) && carries(&op, index);
    if (isVaried)
      for (Value result : op.getResults())
        if (isDifferentiable(result.getType()))
          varied.insert(result);
  }

  useful.insert(gradient.getObjective());
  for (Operation *op : llvm::reverse(before)) {
    if (llvm::none_of(op->getResults(),
                      [&](Value value) { return useful.contains(value); }))
      continue;
    for (auto [index, operand] : llvm::enumerate(op->getOperands()))
      if (carries(op, index))
        useful.insert(operand);
  }

  for (Operation *op : before)
    if (llvm::any_of(op->getResults(),
                     [&](Value value) { return isActive(value); }))
      ops.push_back(op);

  // A contraction mixes elements, so nothing upstream of it is discarded
  // element by element.
  for (Operation *op : llvm::reverse(before)) {
    bool isMixing = isa<nn::EinsumOp>(op);
    for (Operation *user : op->getUsers()) {
      auto where = dyn_cast<nn::WhereOp>(user);
      bool isBranch = where && (where.getOnTrue().getDefiningOp() == op ||
                                where.getOnFalse().getDefiningOp() == op);
      if (!isMixing && (isBranch || discarded.contains(user)))
        discarded.insert(op);
    }
  }
}

SmallVector<Operation *> Activity::getMissingRules() const {
  SmallVector<Operation *> missing;
  for (Operation *op : ops) {
    // Reads are where a gradient ends; an earlier gradient has become ordinary
    // ops by the time this one is expanded.
    if (isa<nn::ReadOp, nn::GradientOp>(op))
      continue;
    bool needsRule = llvm::any_of(op->getOperands(),
                                  [&](Value value) { return isActive(value); });
    if (needsRule && !isa<nn::DifferentiableOpInterface>(op))
      missing.push_back(op);
  }
  return missing;
}

} // namespace nnc
