//===- OptimizerExpansion.cpp - Optimizers, parameter by parameter --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/SymbolTable.h"

namespace nnc {
#define GEN_PASS_DEF_EXPANDOPTIMIZERS
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

struct ExpandOptimizers : nnc::impl::ExpandOptimizersBase<ExpandOptimizers> {
  void runOnOperation() override;
  LogicalResult expand(nn::OptimizeOp optimize);
};

} // namespace

LogicalResult ExpandOptimizers::expand(nn::OptimizeOp optimize) {
  auto optimizer = SymbolTable::lookupNearestSymbolFrom<nn::OptimizerOp>(
      optimize->getParentOfType<nn::TrainOp>(), optimize.getOptimizerAttr());
  if (!optimizer)
    return optimize.emitOpError() << "names no optimizer";
  SmallVector<Value> operands = {Value(), optimize.getGradient()};
  llvm::append_range(operands, optimize.getArguments());
  Block &body = optimizer.getBody().front();
  SmallVector<Type> types(ValueRange(operands).drop_front().getTypes());
  Type type = types.front();
  types.insert(types.begin(), type);
  if (!llvm::equal(body.getArgumentTypes(), types))
    return optimize.emitOpError()
           << "does not fit the arguments of @" << optimizer.getSymName();

  OpBuilder builder(optimize);
  operands[0] = nn::ReadOp::create(builder, optimize.getLoc(), type,
                                   optimize.getParameterAttr());
  IRMapping mapping;
  mapping.map(body.getArguments(), operands);
  // The path of one of its states for this parameter (language 2.4).
  auto pathOf = [&](StringRef state) {
    return builder.getStringAttr("optimizer." + optimize.getParameter() + "." +
                                 state);
  };
  OpBuilder states(optimizer);
  for (Operation &op : body.without_terminator()) {
    if (auto state = dyn_cast<nn::StateOp>(op)) {
      auto copy = cast<nn::StateOp>(states.clone(op));
      copy.setSymNameAttr(pathOf(state.getSymName()));
      ++numStates;
      continue;
    }
    Operation *copy = builder.clone(op, mapping);
    if (auto read = dyn_cast<nn::ReadOp>(copy))
      read.setTargetAttr(FlatSymbolRefAttr::get(pathOf(read.getTarget())));
    else if (auto write = dyn_cast<nn::WriteOp>(copy))
      write.setTargetAttr(FlatSymbolRefAttr::get(pathOf(write.getTarget())));
  }
  Value updated = mapping.lookup(body.getTerminator()->getOperand(0));
  nn::WriteOp::create(builder, optimize.getLoc(), optimize.getParameterAttr(),
                      updated);
  optimize.erase();
  ++numExpanded;
  return success();
}

void ExpandOptimizers::runOnOperation() {
  WalkResult result = getOperation().walk(
      [&](nn::OptimizeOp optimize) { return WalkResult(expand(optimize)); });
  if (result.wasInterrupted())
    return signalPassFailure();
  getOperation().walk([](nn::OptimizerOp optimizer) { optimizer.erase(); });
}
