//===- ParallelLoops.cpp - marked loops become scf.forall ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_PARALLELLOOPS
#include "CPUPasses.h.inc"

namespace {

struct ParallelLoops : impl::ParallelLoopsBase<ParallelLoops> {
  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    SmallVector<scf::ForOp> loops;
    getOperation().walk([&](scf::ForOp loop) {
      if (loop->hasAttr(kParallelAttr))
        loops.push_back(loop);
    });
    for (scf::ForOp loop : loops) {
      loop->removeAttr(kParallelAttr);
      if (loop.getNumResults() == 0 &&
          !loop->getParentOfType<scf::ForallOp>() && isOutermost(loop))
        convert(rewriter, loop);
    }
  }

private:
  /// Inside of a sequential loop, a region an iteration costs too much only
  /// when the loop is short; time steps and layers are worth it.
  static bool isOutermost(scf::ForOp loop) {
    auto parent = loop->getParentOfType<scf::ForOp>();
    return !parent || !parent->hasAttr(kParallelAttr);
  }

  static void convert(RewriterBase &rewriter, scf::ForOp loop) {
    rewriter.setInsertionPoint(loop);
    auto forall = scf::ForallOp::create(
        rewriter, loop.getLoc(), getAsOpFoldResult(loop.getLowerBound()),
        getAsOpFoldResult(loop.getUpperBound()),
        getAsOpFoldResult(loop.getStep()), ValueRange(), std::nullopt);
    Block *body = forall.getBody();
    loop.getBody()->getTerminator()->erase();
    rewriter.inlineBlockBefore(loop.getBody(), body->getTerminator(),
                               forall.getInductionVars());
    rewriter.eraseOp(loop);
  }
};

} // namespace
} // namespace nnc::cpu
