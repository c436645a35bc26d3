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

void buildMemoryPipeline(OpPassManager &pm, int64_t arenaBytes,
                         int64_t effort) {
  auto nested = [&](std::unique_ptr<Pass> pass) {
    pm.addNestedPass<func::FuncOp>(std::move(pass));
  };
  nested(createBindDestinations());
  nested(createReleaseDestinations());
  pm.addPass(createEliminateEmpty());
  nested(createReleaseDestinations());
  nested(createBindCarries());
  if (arenaBytes >= 0) {
    RematerializeOptions again;
    again.arenaBytes = arenaBytes;
    again.effort = effort;
    pm.addPass(createRematerialize(again));
  }
  pm.addPass(createBufferize());
  pm.addPass(createCanonicalizeLoops());
  nested(createDropResults());
  pm.addPass(createCSEPass());
  // The second buffer lives as long as the loop; what is copied need not.
  if (arenaBytes < 0)
    nested(createRotateCarries());
  nested(cpu::createParallelLoops());
  pm.addPass(createPlanArena());
  nested(createCheckMemory());
  nested(createExpandCopies());
  nested(createGuardUpdates());
}

} // namespace nnc::memory
