//===- Recompute.cpp - Cheap values are computed where they are read ------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tiling.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/PatternMatch.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_RECOMPUTE
#include "CPUPasses.h.inc"

namespace {

bool isWhole(linalg::GenericOp op, OpOperand *operand) {
  return op.getMatchingIndexingMap(operand).isPermutation();
}

/// Whether `value` repeats one with fewer elements: merged into its reader, it
/// is not read from memory.
bool isRepeated(Value value) {
  auto maker = value.getDefiningOp<linalg::GenericOp>();
  return maker && maker.getNumParallelLoops() == maker.getNumLoops() &&
         llvm::none_of(maker.getDpsInputOperands(),
                       [&](OpOperand *input) { return isWhole(maker, input); });
}

/// Whether an element costs a few instructions and, next to what there is one
/// of for many, one number from memory: then reading the operand is no more
/// than reading the result. That of a contraction stays: it is computed where
/// the tile is.
bool isCheap(linalg::GenericOp op) {
  constexpr int64_t kFew = 8;
  if (!op.hasPureTensorSemantics() || op->getNumResults() != 1 ||
      op.getNumLoops() < 2 || op.getNumParallelLoops() != op.getNumLoops() ||
      !isWhole(op, op.getDpsInitOperand(0)) ||
      op.payloadUsesValueFromOperand(op.getDpsInitOperand(0)) ||
      llvm::range_size(op.getBlock()->without_terminator()) > kFew)
    return false;
  int64_t whole = 0;
  for (OpOperand *input : op.getDpsInputOperands()) {
    if (!isWhole(op, input) || input->get().getDefiningOp<linalg::FillOp>() ||
        isRepeated(input->get()))
      continue;
    auto maker = input->get().getDefiningOp<linalg::LinalgOp>();
    if (++whole > 1 || (maker && succeeded(contractionDims(maker))))
      return false;
  }
  return llvm::all_of(op.getBlock()->without_terminator(), [](Operation &in) {
    return isa<arith::ArithDialect>(in.getDialect());
  });
}

/// Whether `user` can have the op that makes what `use` reads merged into it.
bool takesIn(OpOperand &use) {
  auto user = dyn_cast<linalg::GenericOp>(use.getOwner());
  return user && user.hasPureTensorSemantics() && user.isDpsInput(&use) &&
         isWhole(user, &use) && failed(contractionDims(user)) &&
         use.get().getDefiningOp()->getBlock() == user->getBlock();
}

struct Recompute : impl::RecomputeBase<Recompute> {
  void runOnOperation() override {
    SmallVector<linalg::GenericOp> ops;
    getOperation().walk([&](linalg::GenericOp op) { ops.push_back(op); });
    // Readers first: a chain is computed again as a whole.
    for (linalg::GenericOp op : llvm::reverse(ops))
      if (isCheap(op) && llvm::all_of(op->getUses(), takesIn))
        split(op);
  }

private:
  /// One of `op` for each op that reads its result.
  void split(linalg::GenericOp op) {
    constexpr size_t kMany = 8;
    llvm::SetVector<Operation *> users;
    for (Operation *user : op->getUsers())
      users.insert(user);
    if (users.size() < 2 || users.size() > kMany)
      return;
    for (Operation *user : users.getArrayRef().drop_front()) {
      OpBuilder b(user);
      user->replaceUsesOfWith(op->getResult(0), b.clone(*op)->getResult(0));
      ++numCopies;
    }
    op->moveBefore(users.front());
  }
};

} // namespace
} // namespace nnc::cpu
