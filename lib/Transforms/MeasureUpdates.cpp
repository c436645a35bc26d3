//===- MeasureUpdates.cpp - How far a step moves each parameter -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Statistics.h"

#include "nnc/Transforms/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"

namespace nnc {
#define GEN_PASS_DEF_MEASUREUPDATES
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

struct MeasureUpdates : nnc::impl::MeasureUpdatesBase<MeasureUpdates> {
  void runOnOperation() override;
  void measure(func::FuncOp function, nn::ModelOp model);
};

} // namespace

/// The ops of probes have served, and let the value through.
static void removeProbes(func::FuncOp function) {
  function.walk([](nn::CustomVjpOp op) {
    Operation *yield = op.getForward().front().getTerminator();
    if (op.getForward().front().getOperations().size() != 1)
      return;
    SmallVector<Value> through;
    for (Value value : yield->getOperands()) {
      auto argument = dyn_cast<BlockArgument>(value);
      if (!argument || argument.getOwner() != &op.getForward().front())
        return;
      through.push_back(op.getInputs()[argument.getArgNumber()]);
    }
    op.replaceAllUsesWith(through);
    op.erase();
  });
  Block &body = function.getBody().front();
  OpBuilder builder = OpBuilder::atBlockBegin(&body);
  for (unsigned i = function.getNumArguments(); i-- > 0;) {
    if (!function.getArgAttr(i, kProbeAttr))
      continue;
    Value zero = arith::ConstantOp::create(builder, function.getLoc(),
                                           builder.getF64FloatAttr(0));
    BlockArgument probe = body.getArgument(i);
    if (!probe.use_empty())
      probe.replaceAllUsesWith(
          nn::SplatOp::create(builder, function.getLoc(), probe.getType(), zero)
              .getResult());
    (void)function.eraseArgument(i);
  }
}

void MeasureUpdates::measure(func::FuncOp function, nn::ModelOp model) {
  Block &body = function.getBody().front();
  Operation *end = body.getTerminator();
  SmallVector<NamedNumber> statistics;
  for (OpOperand &result : end->getOpOperands())
    statistics.push_back({function
                              .getResultAttrOfType<StringAttr>(
                                  result.getOperandNumber(), "nn.name")
                              .str(),
                          result.get()});
  OpBuilder builder(end);
  StatisticsBuilder b(builder, function.getLoc());
  for (auto write : llvm::make_early_inc_range(body.getOps<nn::WriteOp>())) {
    StringRef name = write.getTarget();
    if (model && model.lookupSymbol<nn::ParameterOp>(name)) {
      Value value = write.getValue();
      Value old = nn::ReadOp::create(builder, write.getLoc(), value.getType(),
                                     write.getTargetAttr());
      Value change = nn::SubOp::create(builder, write.getLoc(), value, old);
      int64_t stacked = int64_t(name.count('*'));
      statistics.push_back(
          {(name + "#parameter-norm").str(), b.norm(old, stacked)});
      statistics.push_back(
          {(name + "#parameter-update").str(), b.norm(change, stacked)});
      ++numUpdates;
    }
    write.erase();
  }
  returnStatistics(function, statistics);
}

void MeasureUpdates::runOnOperation() {
  for (auto train : getOperation().getOps<nn::TrainOp>())
    if (auto function = train.lookupSymbol<func::FuncOp>(kStatisticsEntry)) {
      removeProbes(function);
      measure(function,
              getOperation().lookupSymbol<nn::ModelOp>(train.getModelAttr()));
    }
}
