//===- DropProbes.cpp - What measured gradients is not needed any more ----===//
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
#define GEN_PASS_DEF_DROPPROBES
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

/// The ops of probes have served, and let the value through.
static unsigned dropProbes(func::FuncOp function) {
  unsigned dropped = 0;
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
    ++dropped;
  }
  return dropped;
}

namespace {

struct DropProbes : nnc::impl::DropProbesBase<DropProbes> {
  void runOnOperation() override {
    for (auto train : getOperation().getOps<nn::TrainOp>())
      if (auto function = train.lookupSymbol<func::FuncOp>(kStatisticsEntry))
        numProbes += dropProbes(function);
  }
};

} // namespace
