//===- WrapLoops.cpp - Loops that are kernels -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_WRAPLOOPS
#include "CPUPasses.h.inc"

namespace {

/// Earlier clean-up makes one of new memory inside and outside of a loop that
/// has the same sizes.
void keepScratchInside(scf::ForOp loop) {
  llvm::SetVector<Value> used;
  getUsedValuesDefinedAbove(loop.getRegion(), used);
  OpBuilder b = OpBuilder::atBlockBegin(loop.getBody());
  for (Value value : used)
    if (auto empty = value.getDefiningOp<tensor::EmptyOp>())
      replaceAllUsesInRegionWith(value, b.clone(*empty)->getResult(0),
                                 loop.getRegion());
}

struct WrapLoops : impl::WrapLoopsBase<WrapLoops> {
  void runOnOperation() override {
    if (getOperation()->hasAttr(kKernelAttr))
      return;
    SmallVector<scf::ForOp> loops;
    getOperation().walk<WalkOrder::PreOrder>([&](scf::ForOp loop) {
      if (!loop->hasAttr(kParallelAttr))
        return WalkResult::advance();
      loops.push_back(loop);
      return WalkResult::skip();
    });
    for (scf::ForOp loop : loops) {
      OpBuilder b(loop);
      // Each result has a place of its own, also where all look the same.
      for (OpOperand &init : loop.getInitArgsMutable())
        if (auto empty = init.get().getDefiningOp<tensor::EmptyOp>();
            empty && !empty->hasOneUse())
          init.set(b.clone(*empty)->getResult(0));
      keepScratchInside(loop);
      auto region =
          scf::ExecuteRegionOp::create(b, loop.getLoc(), loop.getResultTypes());
      for (StringRef name : {kKernelNameAttr, kFlopsAttr})
        if (Attribute attr = loop->removeAttr(name))
          region->setAttr(name, attr);
      region->setAttr(kKernelAttr, b.getUnitAttr());
      loop.replaceAllUsesWith(region);
      Block *block = b.createBlock(&region.getRegion());
      loop->moveBefore(block, block->end());
      scf::YieldOp::create(b, loop.getLoc(), loop.getResults());
      ++numWrapped;
    }
  }
};

} // namespace
} // namespace nnc::cpu
