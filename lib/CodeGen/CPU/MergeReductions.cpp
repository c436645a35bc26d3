//===- MergeReductions.cpp - Sums over one tensor in one pass -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_MERGEREDUCTIONS
#include "CPUPasses.h.inc"

namespace {

/// Accumulators are in registers, four vectors of each result.
constexpr unsigned kMaxResults = 4;

bool isReduction(linalg::GenericOp op) {
  return op.hasPureTensorSemantics() &&
         op.getNumParallelLoops() != op.getNumLoops() &&
         failed(contractionDims(op)) &&
         llvm::all_of(op.getIndexingMapsArray(), [](AffineMap map) {
           return map.isProjectedPermutation();
         });
}

/// Numbers of the outputs that are reduced.
SmallVector<unsigned> sumsOf(linalg::GenericOp op) {
  SmallVector<unsigned> sums;
  for (unsigned i = 0; i < op->getNumResults(); ++i)
    if (!keepsElements(op, i))
      sums.push_back(i);
  return sums;
}

/// Whether `use` reads, in each iteration, the element that `op` keeps there.
bool readsKept(OpOperand *use, linalg::GenericOp op) {
  auto reader = cast<linalg::GenericOp>(use->getOwner());
  auto result = dyn_cast<OpResult>(use->get());
  return result && result.getOwner() == op && reader.isDpsInput(use) &&
         keepsElements(op, result.getResultNumber()) &&
         op.getIndexingMapMatchingResult(result) ==
             reader.getMatchingIndexingMap(use);
}

/// Whether both run over the same loops, read one tensor there, and give
/// results of one form.
bool matches(linalg::GenericOp a, linalg::GenericOp b) {
  SmallVector<unsigned> sumsA = sumsOf(a), sumsB = sumsOf(b);
  if (a.getIteratorTypesArray() != b.getIteratorTypesArray() || sumsA.empty() ||
      sumsB.empty() || sumsA.size() + sumsB.size() > kMaxResults)
    return false;
  OpOperand *firstA = a.getDpsInitOperand(sumsA.front());
  OpOperand *firstB = b.getDpsInitOperand(sumsB.front());
  if (firstA->get().getType() != firstB->get().getType() ||
      a.getMatchingIndexingMap(firstA) != b.getMatchingIndexingMap(firstB))
    return false;
  for (OpOperand *y : b.getDpsInputOperands()) {
    if (readsKept(y, a))
      return true;
    for (OpOperand *x : a.getDpsInputOperands())
      if (x->get() == y->get() && a.getMatchingIndexingMap(x).isPermutation() &&
          a.getMatchingIndexingMap(x) == b.getMatchingIndexingMap(y))
        return true;
  }
  return false;
}

/// Moves what `op` needs before `first`; fails if it needs more of `first`
/// than what that keeps, or much.
LogicalResult moveOperands(linalg::GenericOp op, linalg::GenericOp first) {
  constexpr size_t kMuch = 16;
  llvm::SetVector<Operation *> needed;
  // Bodies read scalars from outside too.
  auto need = [&](Operation *user) {
    user->walk([&](Operation *inner) {
      for (OpOperand &operand : inner->getOpOperands())
        if (Operation *maker = operand.get().getDefiningOp();
            maker && maker->getBlock() == first->getBlock() &&
            !maker->isBeforeInBlock(first) &&
            !(inner == op && readsKept(&operand, first)))
          needed.insert(maker);
    });
  };
  need(op);
  for (size_t i = 0; i < needed.size(); ++i) {
    if (needed[i] == first || !isPure(needed[i]) || needed.size() > kMuch)
      return failure();
    need(needed[i]);
  }
  SmallVector<Operation *> order = needed.takeVector();
  llvm::sort(order,
             [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  for (Operation *maker : order)
    maker->moveBefore(first);
  return success();
}

linalg::GenericOp merge(IRRewriter &rewriter, linalg::GenericOp a,
                        linalg::GenericOp b) {
  SmallVector<Value> inputs, inits;
  SmallVector<AffineMap> maps;
  for (linalg::GenericOp op : {a, b})
    for (OpOperand *input : op.getDpsInputOperands()) {
      if (readsKept(input, a))
        continue;
      inputs.push_back(input->get());
      maps.push_back(op.getMatchingIndexingMap(input));
    }
  for (linalg::GenericOp op : {a, b})
    for (OpOperand &init : op.getDpsInitsMutable()) {
      inits.push_back(init.get());
      maps.push_back(op.getMatchingIndexingMap(&init));
    }
  rewriter.setInsertionPoint(a);
  auto merged = linalg::GenericOp::create(
      rewriter, a.getLoc(), ValueRange(inits).getTypes(), inputs, inits, maps,
      a.getIteratorTypesArray(),
      [&](OpBuilder &builder, Location loc, ValueRange args) {
        SmallVector<Value> results;
        unsigned input = 0, output = inputs.size();
        for (linalg::GenericOp op : {a, b}) {
          IRMapping map;
          for (OpOperand *operand : op.getDpsInputOperands())
            map.map(
                op.getMatchingBlockArgument(operand),
                readsKept(operand, a)
                    ? results[cast<OpResult>(operand->get()).getResultNumber()]
                    : args[input++]);
          for (BlockArgument arg : op.getRegionOutputArgs())
            map.map(arg, args[output++]);
          for (Operation &inner : op.getBlock()->without_terminator())
            builder.clone(inner, map);
          for (Value result : op.getBlock()->getTerminator()->getOperands())
            results.push_back(map.lookupOrDefault(result));
        }
        linalg::YieldOp::create(builder, loc, results);
      });
  rewriter.replaceOp(a, merged->getResults().take_front(a->getNumResults()));
  rewriter.replaceOp(b, merged->getResults().take_back(b->getNumResults()));
  return merged;
}

struct MergeReductions : impl::MergeReductionsBase<MergeReductions> {
  void runOnOperation() override {
    SmallVector<Operation *> merged;
    getOperation().walk([&](Block *block) { run(block, merged); });
    // What only the other op read need not be kept, and both read the same.
    RewritePatternSet patterns(&getContext());
    linalg::populateEraseUnusedOperandsAndResultsPatterns(patterns);
    GreedyRewriteConfig config;
    config.setStrictness(GreedyRewriteStrictness::ExistingAndNewOps);
    config.enableFolding(false);
    config.enableConstantCSE(false);
    config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
    if (failed(applyOpPatternsGreedily(merged, std::move(patterns), config)))
      signalPassFailure();
  }

private:
  void run(Block *block, SmallVectorImpl<Operation *> &merged) {
    IRRewriter rewriter(&getContext());
    SmallVector<linalg::GenericOp> ops;
    for (auto op : block->getOps<linalg::GenericOp>())
      if (isReduction(op))
        ops.push_back(op);
    for (size_t i = 0; i < ops.size(); ++i) {
      bool isMerged = false;
      for (size_t j = i + 1; ops[i] && j < ops.size(); ++j)
        // What an earlier pair needed may have moved up.
        if (ops[j] && ops[i]->isBeforeInBlock(ops[j]) &&
            matches(ops[i], ops[j]) &&
            succeeded(moveOperands(ops[j], ops[i]))) {
          ops[i] = merge(rewriter, ops[i], ops[j]);
          ops[j] = nullptr;
          isMerged = true;
          ++numMerged;
        }
      if (isMerged)
        merged.push_back(ops[i]);
    }
  }
};

} // namespace
} // namespace nnc::cpu
