//===- GenerateKernels.cpp - structured ops become vector loops ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_GENERATEKERNELS
#include "CPUPasses.h.inc"

namespace {

struct GenerateKernels : impl::GenerateKernelsBase<GenerateKernels> {
  using GenerateKernelsBase::GenerateKernelsBase;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    // A kernel looks through the layout changes of its operands, so these come
    // last, and only those that are still needed. A pack reads through an
    // unpack, not the other way round.
    // What runs once after a failure is not worth the time to compile.
    auto entry = getOperation()->getAttrOfType<StringAttr>("nn.entry");
    if (!entry || entry.getValue() != "inspect")
      generateArithmetic(rewriter);
    visit<linalg::PackOp>(rewriter, [&](linalg::PackOp op) {
      (void)generateCopy(rewriter, op, vectorBytes);
    });
    visit<linalg::UnPackOp>(rewriter, [&](linalg::UnPackOp op) {
      (void)generateCopy(rewriter, op, vectorBytes);
    });
  }

private:
  void generateArithmetic(RewriterBase &rewriter) {
    visit<linalg::LinalgOp>(rewriter, [&](linalg::LinalgOp op) {
      (void)generateContraction(rewriter, op);
    });
    // Sums start from the constant of a fill, which then is not needed.
    visit<linalg::LinalgOp>(rewriter, [&](linalg::LinalgOp op) {
      if (!isa<linalg::FillOp>(op))
        (void)generateLoops(rewriter, op, vectorBytes);
    });
    visit<linalg::FillOp>(rewriter, [&](linalg::FillOp op) {
      (void)generateLoops(rewriter, op, vectorBytes);
    });
  }

  template <typename OpTy>
  void visit(RewriterBase &rewriter, llvm::function_ref<void(OpTy)> generate) {
    dropDead(rewriter);
    SmallVector<Operation *> ops;
    getOperation().walk([&](OpTy op) { ops.push_back(op); });
    // A kernel may consume a later op of the list as its epilogue.
    llvm::SmallPtrSet<Operation *, 16> erased;
    struct Listener : RewriterBase::Listener {
      explicit Listener(llvm::SmallPtrSetImpl<Operation *> &erased)
          : erased(erased) {}
      void notifyOperationErased(Operation *op) override { erased.insert(op); }
      llvm::SmallPtrSetImpl<Operation *> &erased;
    } listener(erased);
    rewriter.setListener(&listener);
    for (Operation *op : ops)
      if (!erased.contains(op))
        generate(cast<OpTy>(op));
    rewriter.setListener(nullptr);
  }

  void dropDead(RewriterBase &rewriter) {
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) { ops.push_back(op); });
    for (Operation *op : llvm::reverse(ops))
      if (isOpTriviallyDead(op))
        rewriter.eraseOp(op);
  }
};

} // namespace
} // namespace nnc::cpu
