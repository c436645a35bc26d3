//===- ScanFolds.cpp - Canonicalizations of loops over an axis ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/Scan.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/RegionUtils.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace nnc::nn;

/// The values that `op` reads, inside of its regions too.
static SmallVector<Value> readsOf(Operation *op) {
  llvm::SetVector<Value> values(op->operand_begin(), op->operand_end());
  for (Region &region : op->getRegions())
    getUsedValuesDefinedAbove(region, values);
  return values.takeVector();
}

/// The values of the body that a used result needs, around the loop.
static llvm::DenseSet<Value> findLive(ScanOp scan) {
  llvm::DenseSet<Value> live;
  auto yielded = scan.getYield()->getOperands();
  for (auto [result, value] : llvm::zip(scan->getResults(), yielded))
    if (!result.use_empty())
      live.insert(value);
  bool changed = true;
  while (changed) {
    changed = false;
    for (Operation &op :
         llvm::reverse(scan.getBody().front().without_terminator()))
      if (llvm::any_of(op.getResults(),
                       [&](Value value) { return live.contains(value); }))
        for (Value value : readsOf(&op))
          live.insert(value);
    for (auto [final, carried, next] : llvm::zip(
             scan.getFinals(), scan.getCarried(), scan.getYieldedCarries()))
      if (!final.use_empty() || live.contains(carried)) {
        live.insert(carried);
        changed |= live.insert(next).second;
      }
  }
  return live;
}

/// Drops emits that nobody uses, carries that only make themselves, and
/// sequences that are not read.
static LogicalResult dropUnused(ScanOp scan, PatternRewriter &rewriter) {
  llvm::DenseSet<Value> live = findLive(scan);
  ScanParts old(scan), parts(scan);
  parts.sequences.clear(), parts.axes.clear(), parts.carries.clear();
  parts.emits.clear(), parts.emitAxes.clear(), parts.nexts.clear();
  Block &body = scan.getBody().front();
  llvm::BitVector dead(body.getNumArguments());
  SmallVector<Value> kept;
  for (auto [i, emit] : llvm::enumerate(old.emits))
    if (!scan.getEmits()[i].use_empty()) {
      parts.emits.push_back(emit);
      parts.emitAxes.push_back(old.emitAxes[i]);
      kept.push_back(scan.getEmits()[i]);
    }
  for (auto [i, carried] : llvm::enumerate(scan.getCarried())) {
    if (!live.contains(carried)) {
      dead.set(carried.getArgNumber());
      continue;
    }
    parts.carries.push_back(old.carries[i]);
    parts.nexts.push_back(old.nexts[i]);
    kept.push_back(scan.getFinals()[i]);
  }
  // One sequence stays where nothing else knows how often the body runs.
  bool needsOne = getSteps(scan).isDynamic() &&
                  llvm::none_of(scan.getSlices(), [&](Value slice) {
                    return live.contains(slice);
                  });
  for (auto [i, slice] : llvm::enumerate(scan.getSlices())) {
    if (!live.contains(slice) && !(needsOne && i == 0)) {
      dead.set(slice.getArgNumber());
      continue;
    }
    parts.sequences.push_back(old.sequences[i]);
    parts.axes.push_back(old.axes[i]);
  }
  if (dead.none() && parts.emits.size() == old.emits.size())
    return failure();
  if (kept.empty()) {
    rewriter.eraseOp(scan);
    return success();
  }
  if (parts.sequences.empty())
    parts.count = getSteps(scan).number;

  // What nothing needs may still read the arguments that go.
  rewriter.modifyOpInPlace(scan.getYield(), [&] {
    SmallVector<Value> yielded(parts.emits);
    llvm::append_range(yielded, parts.nexts);
    scan.getYield()->setOperands(yielded);
  });
  SmallVector<Operation *> ops;
  for (Operation &op : body.without_terminator())
    if (llvm::none_of(op.getResults(),
                      [&](Value value) { return live.contains(value); }))
      ops.push_back(&op);
  for (Operation *op : llvm::reverse(ops))
    rewriter.eraseOp(op);
  body.eraseArguments(dead);
  ScanOp with = parts.build(rewriter, scan);
  for (auto [result, value] : llvm::zip_equal(kept, with->getResults()))
    rewriter.replaceAllUsesWith(result, value);
  rewriter.eraseOp(scan);
  return success();
}

/// A carry that never changes is its first value.
static LogicalResult dropConstantCarries(ScanOp scan,
                                         PatternRewriter &rewriter) {
  bool changed = false;
  for (auto [start, carried, next, last] :
       llvm::zip(scan.getCarries(), scan.getCarried(), scan.getYieldedCarries(),
                 scan.getFinals())) {
    bool isRead = llvm::any_of(carried.getUsers(), [&](Operation *user) {
      return user != scan.getYield();
    });
    if (next != carried || (!isRead && last.use_empty()))
      continue;
    rewriter.replaceAllUsesExcept(carried, start, scan.getYield());
    rewriter.replaceAllUsesWith(last, start);
    changed = true;
  }
  return success(changed);
}

/// Every slice of a sequence of one number is that number.
static LogicalResult readSplats(ScanOp scan, PatternRewriter &rewriter) {
  bool changed = false;
  for (auto [sequence, slice] :
       llvm::zip(scan.getSequences(), scan.getSlices())) {
    auto splat = sequence.getDefiningOp<SplatOp>();
    if (!splat || slice.use_empty())
      continue;
    rewriter.setInsertionPointToStart(&scan.getBody().front());
    rewriter.replaceAllUsesWith(slice, SplatOp::create(rewriter, scan.getLoc(),
                                                       slice.getType(),
                                                       splat.getValue()));
    changed = true;
  }
  return success(changed);
}

/// Moves what is the same in every iteration out of the body, unless it is as
/// cheap there: a kernel reads a number or a broadcast in place.
static LogicalResult hoistConstants(ScanOp scan, PatternRewriter &rewriter) {
  bool changed = false;
  for (Operation &op : llvm::make_early_inc_range(
           scan.getBody().front().without_terminator())) {
    if (isa<SplatOp, ConstantOp, BroadcastOp, IotaOp, RandomOp>(op) ||
        !isPure(&op) || llvm::any_of(readsOf(&op), [&](Value value) {
          return value.getParentRegion() == &scan.getBody();
        }))
      continue;
    rewriter.moveOpBefore(&op, scan);
    changed = true;
  }
  return success(changed);
}

/// A body that runs once is the op, and one that never runs is nothing.
static LogicalResult unrollOne(ScanOp scan, PatternRewriter &rewriter) {
  Size steps = getSteps(scan);
  if (steps.isDynamic() || steps.number > 1)
    return failure();
  Location loc = scan.getLoc();
  SmallVector<Value> results;
  if (steps.number == 0) {
    for (Value emit : scan.getEmits()) {
      auto type = cast<RankedTensorType>(emit.getType());
      Attribute none = rewriter.getZeroAttr(type.getElementType());
      if (!type.hasStaticShape())
        return failure();
      results.push_back(ConstantOp::create(rewriter, loc, type,
                                           DenseElementsAttr::get(type, none)));
    }
    llvm::append_range(results, scan.getCarries());
    rewriter.replaceOp(scan, results);
    return success();
  }
  SmallVector<Value> arguments = {
      arith::ConstantIntOp::create(rewriter, loc, 0, 64)};
  for (auto [sequence, slice] :
       llvm::zip(scan.getSequences(), scan.getSlices()))
    arguments.push_back(
        ReshapeOp::create(rewriter, loc, slice.getType(), sequence));
  llvm::append_range(arguments, scan.getCarries());
  YieldOp yield = scan.getYield();
  rewriter.inlineBlockBefore(&scan.getBody().front(), scan, arguments);
  for (auto [value, result] :
       llvm::zip(yield->getOperands(), scan->getResults()))
    results.push_back(
        result.getType() == value.getType()
            ? value
            : Value(ReshapeOp::create(rewriter, loc, result.getType(), value)));
  rewriter.replaceOp(scan, results);
  rewriter.eraseOp(yield);
  return success();
}

void ScanOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                         MLIRContext *) {
  patterns.add(dropUnused);
  patterns.add(dropConstantCarries);
  patterns.add(readSplats);
  patterns.add(hoistConstants);
  patterns.add(unrollOne);
}
