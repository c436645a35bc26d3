//===- CheckMemory.cpp - What bufferization must not have done ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Memory/Passes.h"

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_CHECKMEMORY
#include "MemoryPasses.h.inc"

namespace {

/// Two updates that read each other's old values need a copy: what is smaller
/// is a bias or a state, never a weight.
constexpr int64_t kLarge = 1 << 12;

struct CheckMemory : impl::CheckMemoryBase<CheckMemory> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func->hasAttr(cpu::kKernelAttr) && func.getNumResults() != 0) {
      func.emitError("a kernel computes outside of its destinations");
      return signalPassFailure();
    }
    if (!func->hasAttr("nn.entry") || func.isExternal())
      return;
    auto refuse = [&](Operation *op, const Twine &what) {
      op->emitError() << "entry `" << func.getSymName() << "` " << what;
      signalPassFailure();
    };
    llvm::SmallDenseSet<BlockArgument> written = cpu::findWritten(func);
    func.walk([&](Operation *op) {
      if (isa<memref::AllocOp>(op))
        refuse(op, "allocates memory");
      if (auto end = dyn_cast<func::ReturnOp>(op))
        if (llvm::any_of(end.getOperandTypes(), llvm::IsaPred<MemRefType>))
          refuse(op, "returns memory");
      if (auto loop = dyn_cast<scf::ForOp>(op); loop && handsOn(loop))
        refuse(op, "hands memory from one iteration to the next");
      if (auto copy = dyn_cast<memref::CopyOp>(op);
          copy && isAvoidable(func, copy, written))
        refuse(op, "copies a parameter");
    });
  }

private:
  /// Buffers may change places, but none may be of an iteration.
  static bool handsOn(scf::ForOp loop) {
    return llvm::any_of(loop.getYieldedValues(), [&](Value value) {
      return isa<MemRefType>(value.getType()) &&
             !llvm::is_contained(loop.getRegionIterArgs(), value);
    });
  }

  /// A copy of a whole parameter, or of a large part of it, to a temporary of
  /// that size: its reader could read the parameter.
  static bool isAvoidable(func::FuncOp func, memref::CopyOp copy,
                          const llvm::SmallDenseSet<BlockArgument> &written) {
    // Into a part of another buffer, it is what the program says: a concat.
    if (!copy.getTarget().getDefiningOp<memref::ViewOp>())
      return false;
    BlockArgument source = cpu::rootOf(copy.getSource());
    if (!source || source.getOwner() != &func.getBody().front())
      return false;
    unsigned number = source.getArgNumber();
    auto key = func.getArgAttrOfType<nn::ArgAttr>(number, "nn.arg");
    if (!key || key.getKind() != nn::ArgKind::parameter ||
        func.getArgAttr(number, kSeparatedAttr))
      return false;
    // What is only read never has to be copied whole.
    auto type = cast<MemRefType>(copy.getTarget().getType());
    return (copy.getSource() == source && !written.contains(source)) ||
           (type.hasStaticShape() && type.getNumElements() >= kLarge);
  }
};

} // namespace
} // namespace nnc::memory
