//===- Pipeline.cpp - From tensors to buffers -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/CodeGen/Memory/Passes.h"
#include "nnc/Support/Canonicalize.h"

#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace nnc::memory {

void buildMemoryPipeline(OpPassManager &pm) {
  auto nested = [&](std::unique_ptr<Pass> pass) {
    pm.addNestedPass<func::FuncOp>(std::move(pass));
  };
  nested(createBindDestinations());
  nested(createReleaseDestinations());
  pm.addPass(createEliminateEmpty());
  nested(createReleaseDestinations());
  nested(createBindCarries());
  pm.addPass(createBufferize());
  pm.addPass(createCanonicalizeLoops());
  nested(createDropResults());
  pm.addPass(createCSEPass());
  nested(createRotateCarries());
  nested(cpu::createParallelLoops());
  pm.addPass(createPlanArena());
  nested(createCheckMemory());
  nested(createExpandCopies());
  nested(createGuardUpdates());
}

} // namespace nnc::memory
