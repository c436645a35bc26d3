//===- OwnScratch.cpp - Memory of an iteration ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_OWNSCRATCH
#include "CPUPasses.h.inc"

namespace {

bool isInParallelLoop(Operation *op) {
  for (auto loop = op->getParentOfType<scf::ForOp>(); loop;
       loop = loop->getParentOfType<scf::ForOp>())
    if (loop->hasAttr(kParallelAttr))
      return true;
  return false;
}

struct OwnScratch : impl::OwnScratchBase<OwnScratch> {
  void runOnOperation() override {
    SmallVector<tensor::EmptyOp> empties;
    getOperation().walk([&](tensor::EmptyOp empty) {
      if (isInParallelLoop(empty))
        empties.push_back(empty);
    });
    for (tensor::EmptyOp empty : empties) {
      for (OpOperand &use : llvm::make_early_inc_range(empty->getUses())) {
        OpBuilder b(use.getOwner());
        use.set(bufferization::AllocTensorOp::create(
            b, empty.getLoc(), empty.getType(), empty.getDynamicSizes()));
        ++numBuffers;
      }
      empty.erase();
    }
  }
};

} // namespace
} // namespace nnc::cpu
