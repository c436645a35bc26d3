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
#include "mlir/Transforms/RegionUtils.h"

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

SmallVector<Value> getCaptured(nn::ScanOp scan) {
  llvm::SetVector<Value> values;
  getUsedValuesDefinedAbove(scan.getBody(), values);
  return values.takeVector();
}

bool Activity::spreadForward(Operation *op) {
  bool isVaried = false;
  for (auto [index, operand] : llvm::enumerate(op->getOperands()))
    isVaried |= varied.contains(operand) && carries(op, index);
  if (auto scan = dyn_cast<nn::ScanOp>(op))
    for (Value value : getCaptured(scan))
      isVaried |= varied.contains(value);
  bool changed = false;
  if (isVaried)
    for (Value result : op->getResults())
      if (isDifferentiable(result.getType()))
        changed |= varied.insert(result).second;
  return changed;
}

bool Activity::spreadBackward(Operation *op) {
  if (llvm::none_of(op->getResults(),
                    [&](Value value) { return useful.contains(value); }))
    return false;
  bool changed = false;
  for (auto [index, operand] : llvm::enumerate(op->getOperands()))
    if (carries(op, index))
      changed |= useful.insert(operand).second;
  if (auto scan = dyn_cast<nn::ScanOp>(op))
    for (Value value : getCaptured(scan))
      if (isDifferentiable(value.getType()))
        changed |= useful.insert(value).second;
  return changed;
}

/// Spreads what is known at the ends over ops in the order of the text, and
/// around the carries of the scan that they are the body of, if any.
void Activity::analyze(ArrayRef<Operation *> body, nn::ScanOp scan) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (Operation *op : body)
      spreadForward(op);
    if (scan)
      for (auto [carried, next] :
           llvm::zip(scan.getCarried(), scan.getYieldedCarries()))
        if (varied.contains(next))
          changed |= varied.insert(carried).second;
  }
  changed = true;
  while (changed) {
    changed = false;
    for (Operation *op : llvm::reverse(body))
      spreadBackward(op);
    if (scan)
      for (auto [carried, next] :
           llvm::zip(scan.getCarried(), scan.getYieldedCarries()))
        if (useful.contains(carried) && isDifferentiable(next.getType()))
          changed |= useful.insert(next).second;
  }

  for (Operation *op : body)
    if (llvm::any_of(op->getResults(),
                     [&](Value value) { return isActive(value); }))
      ops.push_back(op);

  // A contraction mixes elements, so nothing upstream of it is discarded
  // element by element.
  for (Operation *op : llvm::reverse(body)) {
    bool isMixing = isa<nn::EinsumOp>(op);
    for (Operation *user : op->getUsers()) {
      auto where = dyn_cast<nn::WhereOp>(user);
      bool isBranch = where && (where.getOnTrue().getDefiningOp() == op ||
                                where.getOnFalse().getDefiningOp() == op);
      Operation *inBlock = op->getBlock()->findAncestorOpInBlock(*user);
      auto loop = dyn_cast<nn::ScanOp>(inBlock);
      bool mayBranch =
          loop && loop.getBody()
                      .walk([](nn::WhereOp) { return WalkResult::interrupt(); })
                      .wasInterrupted();
      if (!isMixing && (isBranch || mayBranch || discarded.contains(inBlock)))
        discarded.insert(op);
    }
  }
}

Activity::Activity(nn::GradientOp gradient) {
  llvm::DenseSet<Attribute> parameters(gradient.getParameters().begin(),
                                       gradient.getParameters().end());
  for (Value value : gradient.getValues())
    varied.insert(value);
  SmallVector<Operation *> before;
  for (Operation &op : *gradient->getBlock()) {
    if (&op == gradient.getOperation())
      break;
    before.push_back(&op);
    auto read = dyn_cast<nn::ReadOp>(op);
    if (read && parameters.contains(read.getTargetAttr()) &&
        isDifferentiable(read.getType()))
      varied.insert(read.getResult());
  }
  useful.insert(gradient.getObjective());
  analyze(before, {});
}

Activity::Activity(nn::ScanOp scan, const Activity &outside) {
  for (Value value : getCaptured(scan))
    if (outside.isActive(value))
      varied.insert(value);
  auto inside =
      llvm::concat<BlockArgument>(scan.getSlices(), scan.getCarried());
  for (auto [operand, argument] : llvm::zip(scan->getOperands(), inside))
    if (outside.isActive(operand))
      varied.insert(argument);
  for (auto [result, value] :
       llvm::zip(scan->getResults(), scan.getYield()->getOperands()))
    if (outside.isActive(result))
      useful.insert(value);
  SmallVector<Operation *> body;
  for (Operation &op : scan.getBody().front().without_terminator())
    body.push_back(&op);
  analyze(body, scan);
  if (outside.mayBeDiscarded(scan))
    discarded.insert(body.begin(), body.end());
}

SmallVector<Operation *> Activity::getMissingRules() const {
  SmallVector<Operation *> missing;
  for (Operation *op : ops) {
    // Reads are where a gradient ends; an earlier gradient has become ordinary
    // ops by the time this one is expanded.
    if (isa<nn::ReadOp, nn::GradientOp>(op))
      continue;
    if (auto scan = dyn_cast<nn::ScanOp>(op)) {
      llvm::append_range(missing, Activity(scan, *this).getMissingRules());
      continue;
    }
    bool needsRule = llvm::any_of(op->getOperands(),
                                  [&](Value value) { return isActive(value); });
    if (needsRule && !isa<nn::DifferentiableOpInterface>(op))
      missing.push_back(op);
  }
  return missing;
}

} // namespace nnc
