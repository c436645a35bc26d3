//===- Denormals.cpp - Flushing denormals while a program runs ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Denormals.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "llvm/IR/IntrinsicsX86.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace nnc {

/// Of MXCSR: flush results (bit 15) and operands (bit 6).
static constexpr uint32_t kFlushBits = 0x8040;

Value *flushDenormals(IRBuilderBase &builder) {
  BasicBlock &entry = builder.GetInsertBlock()->getParent()->getEntryBlock();
  if (!entry.getModule()->getTargetTriple().isX86())
    return nullptr;
  // The instructions take addresses. On the stack once, wherever we are.
  IRBuilder<> top(&entry, entry.begin());
  Type *int32 = builder.getInt32Ty();
  Value *saved = top.CreateAlloca(int32), *flushed = top.CreateAlloca(int32);
  builder.CreateIntrinsic(Intrinsic::x86_sse_stmxcsr, {saved});
  builder.CreateStore(
      builder.CreateOr(builder.CreateLoad(int32, saved), kFlushBits), flushed);
  builder.CreateIntrinsic(Intrinsic::x86_sse_ldmxcsr, {flushed});
  return saved;
}

void restoreDenormals(IRBuilderBase &builder, Value *saved) {
  if (saved)
    builder.CreateIntrinsic(Intrinsic::x86_sse_ldmxcsr, {saved});
}

void flushInParallelRegions(Module &module) {
  for (Function &function : module) {
    bool isRegion = function.getName().contains("..omp_par") ||
                    function.hasFnAttribute(cpu::kHostLoopAttr);
    if (!isRegion || function.isDeclaration())
      continue;
    IRBuilder<> builder(&*function.getEntryBlock().getFirstInsertionPt());
    Value *saved = flushDenormals(builder);
    for (BasicBlock &block : function)
      if (auto *end = dyn_cast<ReturnInst>(block.getTerminator())) {
        builder.SetInsertPoint(end);
        restoreDenormals(builder, saved);
      }
  }
}

} // namespace nnc
