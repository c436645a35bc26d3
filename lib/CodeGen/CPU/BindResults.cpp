//===- BindResults.cpp - compute updated tensors into their arguments ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_BINDRESULTS
#include "CPUPasses.h.inc"

namespace {

struct BindResults : impl::BindResultsBase<BindResults> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func.isExternal() || !func.getBody().hasOneBlock())
      return;
    Operation *end = func.getBody().front().getTerminator();
    sink(end);
    for (OpOperand &returned : end->getOpOperands())
      if (BlockArgument arg = replaced(func, returned.getOperandNumber()))
        if (!isEpilogueOfReader(returned.get(), arg))
          bind(returned.get(), arg);
    func.walk([](scf::ForOp loop) { bindCarries(loop); });
  }

private:
  /// The writable argument whose new value result `number` is.
  static BlockArgument replaced(func::FuncOp func, unsigned number) {
    Attribute result = func.getResultAttr(number, "nn.result");
    if (!result)
      return {};
    for (BlockArgument arg : func.getArguments()) {
      auto writable = func.getArgAttrOfType<BoolAttr>(arg.getArgNumber(),
                                                      "bufferization.writable");
      if (writable && writable.getValue() &&
          func.getArgAttr(arg.getArgNumber(), "nn.arg") == result)
        return arg;
    }
    return {};
  }

  /// Whether `value` may be computed in one loop with an op that reads more of
  /// `arg` than the element that it computes.
  static bool isEpilogueOfReader(Value value, Value arg) {
    Operation *op = value.getDefiningOp();
    return isa_and_nonnull<linalg::LinalgOp>(op) &&
           llvm::any_of(op->getOperands(), [&](Value operand) {
             auto source = operand.getDefiningOp<linalg::LinalgOp>();
             return source && !readsOwnElement(source, operand, arg);
           });
  }

  /// Whether an iteration of `op` reads no more of `value` than the element of
  /// `result` that it computes.
  static bool readsOwnElement(linalg::LinalgOp op, Value result, Value value) {
    bool inBody = false;
    op->getRegion(0).walk([&](Operation *inner) {
      inBody |= llvm::is_contained(inner->getOperands(), value);
    });
    AffineMap written = op.getIndexingMapMatchingResult(cast<OpResult>(result));
    return !inBody && llvm::all_of(op->getOpOperands(), [&](OpOperand &read) {
      return read.get() != value || op.getMatchingIndexingMap(&read) == written;
    });
  }

  /// What a loop carries is computed into the value that it replaces, where
  /// nothing else reads that one any more.
  static void bindCarries(scf::ForOp loop) {
    Operation *end = loop.getBody()->getTerminator();
    sink(end);
    for (auto [arg, next] :
         llvm::zip(loop.getRegionIterArgs(), loop.getYieldedValues())) {
      Operation *op = next.getDefiningOp();
      if (auto insert = dyn_cast_or_null<tensor::InsertSliceOp>(op);
          insert && insert.getDest() == arg && arg.hasOneUse())
        bindSlice(insert);
      else if (op && op->getBlock() == loop.getBody() && isLastReader(op, arg))
        bind(next, arg);
    }
  }

  /// The slice that an iteration inserts is computed there: nothing reads it
  /// before. What it was reshaped from is the slice in another shape.
  static void bindSlice(tensor::InsertSliceOp insert) {
    SmallVector<Operation *> reshapes;
    Value value = insert.getSource();
    while (isa_and_nonnull<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
        value.getDefiningOp())) {
      reshapes.push_back(value.getDefiningOp());
      value = reshapes.back()->getOperand(0);
    }
    // A packed value has its pack's destination.
    auto pack = value.getDefiningOp<linalg::PackOp>();
    if (pack)
      value = pack.getSource();
    auto op = value.getDefiningOp<DestinationStyleOpInterface>();
    if (!op || !isa<linalg::LinalgOp, nn::RunKernelOp>(*op) ||
        op->getBlock() != insert->getBlock())
      return;
    OpOperand *own =
        op.getDpsInitOperand(cast<OpResult>(value).getResultNumber());
    OpOperand *init = pack ? &pack.getDestMutable() : own;
    auto empty = init->get().getDefiningOp<tensor::EmptyOp>();
    auto structured = dyn_cast<linalg::LinalgOp>(*op);
    if (!empty || (structured && structured.payloadUsesValueFromOperand(own)) ||
        llvm::any_of(insert->getOperands().drop_front(2), [&](Value index) {
          Operation *maker = index.getDefiningOp();
          return maker && maker->getBlock() == op->getBlock() &&
                 !maker->isBeforeInBlock(op);
        }))
      return;
    OpBuilder b(op);
    Location loc = insert.getLoc();
    Value slice = tensor::ExtractSliceOp::create(
        b, loc, insert.getSourceType(), insert.getDest(),
        insert.getMixedOffsets(), insert.getMixedSizes(),
        insert.getMixedStrides());
    for (Operation *reshape : reshapes) {
      auto type = cast<RankedTensorType>(reshape->getOperand(0).getType());
      if (auto expand = dyn_cast<tensor::ExpandShapeOp>(reshape))
        slice = tensor::CollapseShapeOp::create(
            b, loc, type, slice, expand.getReassociationIndices());
      else
        slice = tensor::ExpandShapeOp::create(
            b, loc, type, slice,
            cast<tensor::CollapseShapeOp>(reshape).getReassociationIndices(),
            tensor::getMixedSizes(b, loc, empty));
    }
    init->set(slice);
  }

  /// Whether `op` may write over what `arg` holds: no later op reads it, and
  /// neither does a contraction that may get `op` as its epilogue.
  static bool isLastReader(Operation *op, Value arg) {
    for (Operation *user : arg.getUsers()) {
      Operation *inBlock = op->getBlock()->findAncestorOpInBlock(*user);
      if (inBlock == op)
        continue;
      if (!inBlock->isBeforeInBlock(op) ||
          llvm::is_contained(op->getOperands(), inBlock->getResult(0)))
        return false;
    }
    return true;
  }

  static void bind(Value value, BlockArgument arg) {
    // Through a layout change, the destination is the pack's.
    if (auto pack = value.getDefiningOp<linalg::PackOp>()) {
      if (pack.getDest().getType() == arg.getType())
        pack.getDestMutable().assign(arg);
      return;
    }
    auto op = value.getDefiningOp<linalg::LinalgOp>();
    if (!op || value.getType() != arg.getType())
      return;
    OpOperand *init =
        op.getDpsInitOperand(cast<OpResult>(value).getResultNumber());
    // Where others accumulate on it, they would do so in the place of `arg`.
    bool isDestination = llvm::any_of(value.getUses(), [](OpOperand &use) {
      auto user = dyn_cast<DestinationStyleOpInterface>(use.getOwner());
      return user && user.isDpsInit(&use);
    });
    if (isDestination || !readsOwnElement(op, value, arg))
      return;
    if (!op.payloadUsesValueFromOperand(init)) {
      init->set(arg);
      return;
    }
    if (auto fill = init->get().getDefiningOp<linalg::FillOp>()) {
      OpBuilder b(op);
      init->set(linalg::FillOp::create(b, op.getLoc(), fill.getInputs(),
                                       ValueRange(arg))
                    .getResult(0));
    }
  }

  /// Moves ops that only serve results behind all others.
  static void sink(Operation *end) {
    auto isLast = [&](Operation *op) {
      return op == end || (isa<linalg::PackOp, tensor::InsertSliceOp>(op) &&
                           op->hasOneUse() && *op->user_begin() == end);
    };
    SmallVector<Operation *> updates;
    for (Operation &op : end->getBlock()->without_terminator())
      if (isLast(&op) || (isa<linalg::LinalgOp>(op) && !op.use_empty() &&
                          llvm::all_of(op.getUsers(), isLast)))
        updates.push_back(&op);
    for (Operation *op : updates)
      op->moveBefore(end);
  }
};

} // namespace
} // namespace nnc::cpu
