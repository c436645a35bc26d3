//===- LowerTiles.cpp - Tiles become rows of plain buffers ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Upstream's passes of the same patterns go through whole functions several
// times, and fold and merge what they meet on the way.
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Conversion/VectorToSCF/VectorToSCF.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/MemRef/Transforms/Transforms.h"
#include "mlir/Dialect/Vector/Transforms/LoweringPatterns.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_LOWERTILES
#define GEN_PASS_DEF_LOWERVIEWS
#include "CPUPasses.h.inc"

namespace {

/// Rewrites the ops of `function` that `concerns`, and what comes of them.
template <typename Concerns>
void rewrite(func::FuncOp function, const FrozenRewritePatternSet &patterns,
             Concerns concerns) {
  SmallVector<Operation *> ops;
  function.walk([&](Operation *op) {
    if (concerns(op))
      ops.push_back(op);
  });
  if (ops.empty())
    return;
  GreedyRewriteConfig config;
  config.setStrictness(GreedyRewriteStrictness::ExistingAndNewOps);
  config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
  (void)applyOpPatternsGreedily(ops, patterns, config);
}

bool isTransfer(Operation *op) {
  return isa<vector::TransferReadOp, vector::TransferWriteOp>(op);
}

bool isAccess(Operation *op) {
  return isa<memref::MemRefDialect, vector::VectorDialect>(op->getDialect());
}

struct LowerTiles : impl::LowerTilesBase<LowerTiles> {
  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet maps(context), rows(context), aliases(context);
    vector::populateVectorTransferPermutationMapLoweringPatterns(maps);
    VectorTransferToSCFOptions options;
    options.enableFullUnroll();
    populateVectorToSCFConversionPatterns(rows, options);
    memref::populateFoldMemRefAliasOpPatterns(aliases);
    ofMaps = std::move(maps);
    ofRows = std::move(rows);
    ofAliases = std::move(aliases);
    return success();
  }

  void runOnOperation() override {
    func::FuncOp function = getOperation();
    IRRewriter rewriter(&getContext());
    SmallVector<linalg::LinalgOp> loops;
    function.walk([&](linalg::LinalgOp op) { loops.push_back(op); });
    for (linalg::LinalgOp op : loops) {
      rewriter.setInsertionPoint(op);
      if (failed(linalg::linalgOpToLoops(rewriter, op)))
        continue;
      rewriter.eraseOp(op);
    }
    rewrite(function, ofMaps, isTransfer);
    rewrite(function, ofRows, isTransfer);
    rewrite(function, ofAliases, isAccess);
  }

  FrozenRewritePatternSet ofMaps, ofRows, ofAliases;
};

struct LowerViews : impl::LowerViewsBase<LowerViews> {
  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet found(context);
    memref::populateExpandStridedMetadataPatterns(found);
    patterns = std::move(found);
    return success();
  }

  void runOnOperation() override {
    rewrite(getOperation(), patterns, [](Operation *op) {
      return isa<memref::MemRefDialect>(op->getDialect());
    });
  }

  FrozenRewritePatternSet patterns;
};

} // namespace

} // namespace nnc::cpu
