//===- Pipeline.cpp - the order of the CPU kernel passes ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Support/Canonicalize.h"

#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace nnc::cpu {

void buildCPUKernelPipeline(OpPassManager &pm, const CPUOptions &options) {
  auto nested = [&](std::unique_ptr<Pass> pass) {
    pm.addNestedPass<func::FuncOp>(std::move(pass));
  };
  nested(createWrapLoops());
  JoinSumsOptions sums;
  sums.cacheBytes = options.cacheBytes;
  nested(createJoinSums(sums));
  pm.addPass(createShareKernels());
  TurnContractionsOptions turn;
  turn.vectorBytes = options.vectorBytes;
  nested(createTurnContractions(turn));
  nested(createRecompute());
  nested(createFuseElementwise());
  nested(createMergeReductions());
  nested(createCollapseLoops());
  pm.addPass(createCSEPass());
  ConvolutionsOptions convolutions;
  convolutions.vectorBytes = options.vectorBytes;
  convolutions.vectorRegisters = options.vectorRegisters;
  convolutions.cacheBytes = options.cacheBytes;
  convolutions.winograd = options.winograd;
  convolutions.alternatives = options.alternatives;
  pm.addPass(createConvolutions(convolutions));
  nested(createImageLayout());
  ChooseTilingOptions tiling;
  tiling.vectorBytes = options.vectorBytes;
  tiling.vectorRegisters = options.vectorRegisters;
  tiling.cacheBytes = options.cacheBytes;
  nested(createChooseTiling(tiling));
  if (options.residentLayout)
    pm.addPass(createResidentLayout());
  if (!options.onlyEntry.empty()) {
    KeepEntryOptions keep;
    keep.entry = options.onlyEntry;
    pm.addPass(createKeepEntry(keep));
    pm.addPass(createSymbolDCEPass());
  }
  nested(createBindResults());
  // No canonicalization between these two: it folds packs with unpacks.
  PackOperandsOptions pack;
  pack.vectorRegisters = options.vectorRegisters;
  pack.alternatives = options.alternatives;
  nested(createPackOperands(pack));
  GenerateKernelsOptions kernels;
  kernels.vectorBytes = options.vectorBytes;
  kernels.wrap = true;
  nested(createGenerateKernels(kernels));
  pm.addPass(createShareKernels());
  pm.addPass(createCSEPass());
  pm.addPass(createCanonicalizeLoops());
  nested(createOwnScratch());
  nested(createExpandMath());
  nested(createLoopInvariantCodeMotionPass());
  pm.addPass(createCSEPass());
}

namespace {
struct PipelineOptions : PassPipelineOptions<PipelineOptions> {
  Option<unsigned> vectorBytes{*this, "vector-bytes",
                               llvm::cl::desc("Bytes of a vector register"),
                               llvm::cl::init(64)};
  Option<unsigned> vectorRegisters{*this, "vector-registers",
                                   llvm::cl::desc("Number of them"),
                                   llvm::cl::init(32)};
  Option<int64_t> cacheBytes{*this, "cache-bytes",
                             llvm::cl::desc("Bytes of the second-level cache"),
                             llvm::cl::init(2 << 20)};
  Option<bool> resident{*this, "resident",
                        llvm::cl::desc("Keep parameters packed"),
                        llvm::cl::init(true)};
  Option<bool> winograd{*this, "winograd",
                        llvm::cl::desc("Minimal filtering of 3x3 windows"),
                        llvm::cl::init(false)};
  Option<bool> alternatives{*this, "alternatives",
                            llvm::cl::desc("List what else can be tried"),
                            llvm::cl::init(false)};
};
} // namespace

void registerCPUKernelPasses() {
  registerCPUPasses();
  PassPipelineRegistration<PipelineOptions>(
      "nn-cpu-kernel-pipeline", "From linalg on tensors to vector loops",
      [](OpPassManager &pm, const PipelineOptions &options) {
        CPUOptions cpu;
        cpu.vectorBytes = options.vectorBytes;
        cpu.vectorRegisters = options.vectorRegisters;
        cpu.cacheBytes = options.cacheBytes;
        cpu.residentLayout = options.resident;
        cpu.winograd = options.winograd;
        cpu.alternatives = options.alternatives;
        buildCPUKernelPipeline(pm, cpu);
      });
}

} // namespace nnc::cpu
