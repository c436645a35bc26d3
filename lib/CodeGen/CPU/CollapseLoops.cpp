//===- CollapseLoops.cpp - One loop where several run over one stretch ----===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tiling.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tensor/Transforms/Transforms.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace nnc::cpu {
#define GEN_PASS_DEF_COLLAPSELOOPS
#include "CPUPasses.h.inc"
} // namespace nnc::cpu

using namespace mlir;

namespace nnc::cpu {
namespace {

/// Whether every operand has all of the loops from `first` on side by side, or
/// none of them.
bool lieTogether(linalg::GenericOp op, unsigned first) {
  SmallVector<int64_t> sizes = op.getStaticLoopRanges();
  auto kinds = op.getIteratorTypesArray();
  ReassociationIndices loops;
  for (unsigned loop = first; loop < sizes.size(); ++loop) {
    if (ShapedType::isDynamic(sizes[loop]) || kinds[loop] != kinds[first])
      return false;
    loops.push_back(loop);
  }
  return llvm::all_of(op.getIndexingMapsArray(), [&](AffineMap map) {
    return map.isProjectedPermutation() &&
           linalg::areDimSequencesPreserved(map, {loops});
  });
}

/// Whether `op` reads what a contraction computes, whose epilogue it can then
/// be, or computes what one reads and may want in panels.
bool isBesideContraction(linalg::GenericOp op) {
  auto isContraction = [](Operation *other) {
    auto structured = dyn_cast_or_null<linalg::LinalgOp>(other);
    return structured && succeeded(contractionDims(structured));
  };
  return llvm::any_of(op.getDpsInputs(),
                      [&](Value input) {
                        return isContraction(input.getDefiningOp());
                      }) ||
         llvm::any_of(op->getUsers(), isContraction);
}

/// The first of the innermost loops that can be one; none where fewer than two
/// can. The outermost loop stays: it is the one that runs in parallel.
std::optional<unsigned> firstOfInnermost(linalg::GenericOp op) {
  // An updated argument is computed in place, in its own shape.
  bool isReturned = llvm::any_of(op->getUsers(), [](Operation *user) {
    return isa<func::ReturnOp>(user);
  });
  if (isReturned || !op.hasPureTensorSemantics() || op.hasIndexSemantics() ||
      succeeded(contractionDims(op)) || isBesideContraction(op))
    return std::nullopt;
  for (unsigned first = 1; first + 1 < op.getNumLoops(); ++first)
    if (lieTogether(op, first))
      return first;
  return std::nullopt;
}

struct CollapseLoops : impl::CollapseLoopsBase<CollapseLoops> {
  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    SmallVector<linalg::GenericOp> ops;
    getOperation().walk([&](linalg::GenericOp op) { ops.push_back(op); });
    for (linalg::GenericOp op : ops) {
      std::optional<unsigned> first = firstOfInnermost(op);
      if (!first)
        continue;
      SmallVector<ReassociationIndices> loops;
      for (unsigned loop = 0; loop < op.getNumLoops(); ++loop) {
        if (loop <= *first)
          loops.emplace_back();
        loops.back().push_back(loop);
      }
      rewriter.setInsertionPoint(op);
      FailureOr<linalg::CollapseResult> made =
          linalg::collapseOpIterationDims(op, loops, rewriter);
      if (failed(made))
        continue;
      rewriter.replaceOp(op, made->results);
      ++numCollapsed;
    }
    // What one op joins and the next one splits again stays joined.
    RewritePatternSet patterns(&getContext());
    tensor::CollapseShapeOp::getCanonicalizationPatterns(patterns,
                                                         &getContext());
    tensor::ExpandShapeOp::getCanonicalizationPatterns(patterns, &getContext());
    tensor::populateFoldTensorEmptyPatterns(patterns);
    linalg::FillOp::getCanonicalizationPatterns(patterns, &getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace
} // namespace nnc::cpu
