//===- HoistScratch.cpp - Stack of loops, once a thread ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/OpenMP/OpenMPDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_HOISTSCRATCH
#include "CPUPasses.h.inc"

namespace {

/// Whether something in `scope` still needs its stack given back.
bool allocates(memref::AllocaScopeOp scope) {
  return scope
      .walk([&](memref::AllocaOp op) {
        return op->getParentOfType<memref::AllocaScopeOp>() == scope
                   ? WalkResult::interrupt()
                   : WalkResult::advance();
      })
      .wasInterrupted();
}

struct HoistScratch : impl::HoistScratchBase<HoistScratch> {
  void runOnOperation() override {
    SmallVector<memref::AllocaOp> scratch;
    getOperation().walk([&](memref::AllocaOp op) {
      if (op.getType().hasStaticShape() && op.getSymbolOperands().empty())
        scratch.push_back(op);
    });
    for (memref::AllocaOp op : scratch) {
      Block *front = &getOperation().getBody().front();
      if (auto parallel = op->getParentOfType<omp::ParallelOp>())
        front = &parallel.getRegion().front();
      else if (op->getParentOfType<memref::AllocaScopeOp>() &&
               !op->getParentOfType<omp::WsloopOp>())
        continue;
      if (op->getBlock() == front)
        continue;
      op->moveBefore(&front->front());
      ++numHoisted;
    }

    IRRewriter rewriter(&getContext());
    getOperation().walk([&](memref::AllocaScopeOp scope) {
      if (allocates(scope))
        return;
      Operation *last = scope.getBodyRegion().front().getTerminator();
      rewriter.inlineBlockBefore(&scope.getBodyRegion().front(), scope);
      rewriter.replaceOp(scope, last->getOperands());
      rewriter.eraseOp(last);
    });
  }
};

} // namespace

} // namespace nnc::cpu
