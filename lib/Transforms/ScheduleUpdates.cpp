//===- ScheduleUpdates.cpp - Reads before updates -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Analysis/SliceAnalysis.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace nnc {
#define GEN_PASS_DEF_SCHEDULEUPDATES
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// The op that computes the new value of an argument.
struct Update {
  BlockArgument argument;
  Operation *op;
};

struct ScheduleUpdates : nnc::impl::ScheduleUpdatesBase<ScheduleUpdates> {
  void runOnOperation() override;
};

} // namespace

/// Pairs results with the arguments that they replace, by kind and name.
/// `hasUpdates` is set where there are any, also of values that are not
/// computed.
static SmallVector<Update> findUpdates(func::FuncOp function,
                                       bool &hasUpdates) {
  SmallVector<Update> updates;
  Block &body = function.getBody().front();
  DenseMap<Attribute, BlockArgument> arguments;
  for (BlockArgument argument : body.getArguments())
    if (auto key = function.getArgAttr(argument.getArgNumber(), "nn.arg"))
      arguments[key] = argument;
  for (OpOperand &operand : body.getTerminator()->getOpOperands()) {
    auto key = function.getResultAttr(operand.getOperandNumber(), "nn.result");
    BlockArgument argument = key ? arguments.lookup(key) : BlockArgument();
    Operation *op = operand.get().getDefiningOp();
    hasUpdates |= bool(argument);
    if (argument && op)
      updates.push_back({argument, op});
  }
  return updates;
}

/// The op of `block` that `op` is nested in.
static Operation *inBlock(Block &block, Operation *op) {
  return block.findAncestorOpInBlock(*op);
}

/// Whether a consumer may come to read the operands of `op` in its place.
static bool mayFuse(Operation *op) {
  return op->hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
         isa<nn::BroadcastOp, nn::ReshapeOp, nn::TransposeOp, nn::SliceOp>(op);
}

/// The loss of a training step, null where it has none.
static Value findLoss(func::FuncOp function) {
  auto key = nn::ArgAttr::get(function.getContext(), nn::ArgKind::metric,
                              StringAttr::get(function.getContext(), "loss"));
  Operation *end = function.getBody().front().getTerminator();
  for (OpOperand &operand : end->getOpOperands())
    if (function.getResultAttr(operand.getOperandNumber(), "nn.result") == key)
      return operand.get();
  return {};
}

/// What the loss itself is computed by cannot wait for it: bufferization keeps
/// those new values apart until the end.
static void dropSourcesOf(Value loss, SmallVectorImpl<Update> &updates) {
  BackwardSliceOptions options;
  options.inclusive = true;
  options.omitBlockArguments = true;
  options.omitUsesFromAbove = false;
  SetVector<Operation *> sources;
  (void)getBackwardSlice(loss, &sources, options);
  llvm::erase_if(updates,
                 [&](Update update) { return sources.contains(update.op); });
}

static void requireFinite(Value loss, Operation *before) {
  OpBuilder builder(before);
  Value number =
      tensor::ExtractOp::create(builder, loss.getLoc(), loss, ValueRange());
  nn::RequireFiniteOp::create(builder, loss.getLoc(), number);
}

void ScheduleUpdates::runOnOperation() {
  func::FuncOp function = getOperation();
  if (function.isExternal())
    return;
  Block &body = function.getBody().front();
  Operation *terminator = body.getTerminator();
  bool hasUpdates = false;
  SmallVector<Update> updates = findUpdates(function, hasUpdates);
  Value loss = findLoss(function);
  if (loss)
    dropSourcesOf(loss, updates);

  // The updates and all that depends on them, in the order of the text.
  llvm::SmallPtrSet<Operation *, 32> sinking;
  for (Update update : updates)
    sinking.insert(update.op);
  SmallVector<Operation *> waiting;
  for (Operation &op : body.without_terminator()) {
    bool depends = sinking.contains(&op);
    op.walk([&](Operation *inner) {
      for (Value operand : inner->getOperands())
        if (Operation *source = operand.getDefiningOp())
          if (Operation *outer = inBlock(body, source))
            depends |= outer != &op && sinking.contains(outer);
    });
    if (!depends)
      continue;
    sinking.insert(&op);
    waiting.push_back(&op);
  }

  // What each of them has to wait for: what it reads, and, for an update, the
  // other readers of the old value.
  DenseMap<Operation *, llvm::SmallPtrSet<Operation *, 8>> sources, readers;
  for (Operation *op : waiting)
    op->walk([&](Operation *inner) {
      for (Value operand : inner->getOperands())
        if (Operation *source = operand.getDefiningOp())
          if (Operation *outer = inBlock(body, source);
              outer && outer != op && sinking.contains(outer))
            sources[op].insert(outer);
    });
  for (Update update : updates) {
    // An elementwise op or a view may be fused into its user, which then reads
    // the argument itself.
    SmallVector<Value> values = {update.argument};
    for (size_t next = 0; next < values.size(); ++next)
      for (Operation *user : values[next].getUsers()) {
        Operation *outer = inBlock(body, user);
        if (!outer || outer == update.op)
          continue;
        if (sinking.contains(outer))
          readers[update.op].insert(outer);
        else if (mayFuse(outer))
          llvm::append_range(values, outer->getResults());
      }
  }

  // All that moves comes to stand behind it.
  if (loss && hasUpdates)
    requireFinite(loss, terminator);

  // List scheduling. Readers give way where the order would be a cycle.
  llvm::SmallPtrSet<Operation *, 32> done;
  auto isReady = [&](const llvm::SmallPtrSet<Operation *, 8> &needed) {
    return llvm::all_of(needed,
                        [&](Operation *op) { return done.contains(op); });
  };
  while (!waiting.empty()) {
    auto *next = llvm::find_if(waiting, [&](Operation *op) {
      return isReady(sources[op]) && isReady(readers[op]);
    });
    if (next == waiting.end())
      next = llvm::find_if(waiting,
                           [&](Operation *op) { return isReady(sources[op]); });
    assert(next != waiting.end() && "the body is not in SSA form");
    (*next)->moveBefore(terminator);
    done.insert(*next);
    waiting.erase(next);
    ++numMoved;
  }
}
