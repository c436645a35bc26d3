//===- GuardUpdates.cpp - A step that fails changes nothing ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Memory/Passes.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_SEPARATEUPDATES
#define GEN_PASS_DEF_GUARDUPDATES
#include "MemoryPasses.h.inc"

namespace {

nn::RequireFiniteOp findCheck(func::FuncOp func) {
  if (func.isExternal())
    return {};
  auto checks = func.getBody().front().getOps<nn::RequireFiniteOp>();
  return checks.empty() ? nn::RequireFiniteOp() : *checks.begin();
}

struct SeparateUpdates : impl::SeparateUpdatesBase<SeparateUpdates> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    nn::RequireFiniteOp check = findCheck(func);
    if (!check)
      return;
    Operation *end = func.getBody().front().getTerminator();
    for (OpOperand &returned : end->getOpOperands()) {
      Operation *op = returned.get().getDefiningOp();
      BlockArgument argument = updated(func, returned.getOperandNumber());
      if (!op || !argument || check->isBeforeInBlock(op))
        continue;
      OpBuilder builder(func.getBody());
      func.setArgAttr(argument.getArgNumber(), kSeparatedAttr,
                      builder.getUnitAttr());
      Value old = copyOf(builder, argument);
      argument.replaceAllUsesExcept(old, old.getDefiningOp());
      builder.setInsertionPoint(end);
      returned.set(copyOf(builder, returned.get()));
      ++numSeparated;
    }
  }

private:
  /// A tensor that bufferization gives memory of its own.
  static Value copyOf(OpBuilder &builder, Value tensor) {
    return bufferization::AllocTensorOp::create(
        builder, tensor.getLoc(), cast<RankedTensorType>(tensor.getType()),
        ValueRange(), tensor);
  }

  static BlockArgument updated(func::FuncOp func, unsigned number) {
    Attribute key = func.getResultAttr(number, "nn.result");
    for (BlockArgument argument : func.getArguments())
      if (key && func.getArgAttr(argument.getArgNumber(), "nn.arg") == key)
        return argument;
    return {};
  }
};

struct GuardUpdates : impl::GuardUpdatesBase<GuardUpdates> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    nn::RequireFiniteOp check = findCheck(func);
    if (!check)
      return;
    if (failed(verifyOrder(func, check)))
      return signalPassFailure();
    Block &body = func.getBody().front();
    Operation *end = body.getTerminator();
    assert(end->getNumOperands() == 0 && "results are in memory by now");
    OpBuilder builder(check);
    Location loc = check.getLoc();
    Value finite = math::IsFiniteOp::create(builder, loc, check.getValue());
    auto rest = scf::IfOp::create(builder, loc, finite);
    Block *then = rest.thenBlock();
    then->getOperations().splice(then->begin(), body.getOperations(),
                                 std::next(check->getIterator()),
                                 end->getIterator());
    check.erase();
    end->setOperands(finite);
    func.setFunctionType(
        builder.getFunctionType(func.getArgumentTypes(), finite.getType()));
    func->setAttr(kGuardedAttr, builder.getUnitAttr());
  }

private:
  /// Nothing that outlives the call may be written before the check.
  static LogicalResult verifyOrder(func::FuncOp func, Operation *check) {
    LogicalResult result = success();
    for (Operation &op : *check->getBlock()) {
      if (&op == check)
        break;
      op.walk([&](Operation *inner) {
        cpu::forEachWritten(inner, [&](Value buffer) {
          BlockArgument root = cpu::rootOf(buffer);
          if (root && isStored(func, root))
            result = inner->emitError()
                     << "entry `" << func.getSymName()
                     << "` changes a block before its loss is known";
        });
      });
    }
    return result;
  }

  static bool isStored(func::FuncOp func, BlockArgument argument) {
    if (argument.getOwner() != &func.getBody().front())
      return false;
    auto key =
        func.getArgAttrOfType<nn::ArgAttr>(argument.getArgNumber(), "nn.arg");
    return key && key.getKind() <= nn::ArgKind::optimizer;
  }
};

} // namespace
} // namespace nnc::memory
