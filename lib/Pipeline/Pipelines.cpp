//===- Pipelines.cpp - The stages of the compiler -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/Pipelines.h"

#include "nnc/CodeGen/Memory/Passes.h"
#include "nnc/Conversion/Passes.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Support/Canonicalize.h"
#include "nnc/Transforms/Passes.h"

#include "mlir/Conversion/Passes.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/Dialect/SCF/Transforms/Passes.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/OpenMP/OpenMPToLLVMIRTranslation.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace nnc {

void registerDialects(DialectRegistry &registry) {
  registerAllDialects(registry);
  registerAllExtensions(registry);
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
  registerOpenMPDialectTranslation(registry);
  registry.insert<nn::NNDialect>();
  memory::registerBufferization(registry);
}

void registerAllNNCPasses() {
  registerTransformsPasses();
  registerConversionPasses();
  cpu::registerCPUKernelPasses();
  memory::registerMemoryPasses();
}

static void clean(OpPassManager &pm) {
  pm.addPass(createCanonicalizeLoops());
  pm.addPass(createCSEPass());
}

void buildAutodiffPipeline(OpPassManager &pm, const PipelineOptions &options) {
  if (options.attention)
    pm.addPass(createShowAttention());
  // The forward values are what inspection shows; gradients are not.
  if (options.explain)
    pm.addPass(createExplainStep());
  else if (options.inspect && options.statistics != Statistics::Only)
    pm.addPass(createAddInspect());
  pm.addPass(createAccumulate());
  if (options.statistics != Statistics::Off) {
    GatherStatisticsOptions statistics;
    statistics.only = options.statistics == Statistics::Only;
    pm.addPass(createGatherStatistics(statistics));
  }
  AutodiffOptions ofValues;
  ofValues.ofValues = true;
  ofValues.effort = options.effort;
  pm.addPass(createAutodiff(ofValues));
  // Masks that are known to be true would cost their derivative.
  pm.addPass(createCanonicalizeLoops());
  pm.addPass(createFuseAttention());
  pm.addPass(createHoistScanContractions());
  AutodiffOptions ofParameters;
  ofParameters.effort = options.effort;
  pm.addPass(createAutodiff(ofParameters));
  pm.addPass(createMixedPrecision());
  pm.addPass(createExpandOptimizers());
  if (options.statistics != Statistics::Off)
    pm.addPass(createDropProbes());
  clean(pm);
}

void buildProgramPipeline(OpPassManager &pm, ModuleOp module,
                          const PipelineOptions &options) {
  pm.addPass(createOutlineEntries());
  for (auto train : module.getOps<nn::TrainOp>()) {
    auto batch = train.getConfig().getAs<IntegerAttr>("batch");
    auto step = train.lookupSymbol<func::FuncOp>("step");
    StringAttr dim =
        step ? nn::getBatchDim(step.getArgumentTypes()) : StringAttr();
    if (!batch || !dim)
      continue;
    SpecializeDimsOptions known;
    known.owner = train.getSymName().str();
    known.dims = {(dim.getValue() + ":" + Twine(batch.getInt())).str()};
    // Profiles tell operations by sizes that are known.
    known.minPercent = options.profile ? 0 : 25;
    for (StringRef entry : {"train_step", "accumulate_step", "statistics"}) {
      known.entry = entry.str();
      known.inPlace =
          entry == "statistics" && options.statistics == Statistics::Only;
      pm.addPass(createSpecializeDims(known));
    }
  }
  clean(pm);
  pm.addNestedPass<func::FuncOp>(memory::createRecordTypes());
  pm.addPass(createIndexChecks());
  pm.addNestedPass<func::FuncOp>(createScheduleUpdates());
}

void buildLinalgPipeline(OpPassManager &pm) {
  pm.addPass(createNNToLinalg());
  clean(pm);
}

void buildCPUPipeline(OpPassManager &pm, const PipelineOptions &options) {
  pm.addNestedPass<func::FuncOp>(memory::createSeparateUpdates());
  if (options.kernels) {
    cpu::CPUOptions kernels = options.cpu;
    if (options.statistics == Statistics::Only)
      kernels.onlyEntry = "statistics";
    cpu::buildCPUKernelPipeline(pm, kernels);
  }
  memory::buildMemoryPipeline(pm, options.arenaBytes, options.effort);
  if (options.profile)
    pm.addPass(cpu::createProfile());
  if (options.threads == Threads::OpenMP)
    pm.addPass(cpu::createJoinRegions());
}

void buildLLVMPipeline(OpPassManager &pm, const PipelineOptions &options) {
  auto nested = [&](std::unique_ptr<Pass> pass) {
    pm.addNestedPass<func::FuncOp>(std::move(pass));
  };
  nested(cpu::createSplitBlocks());
  nested(cpu::createLowerTiles());
  nested(createLoopInvariantCodeMotionPass());
  if (options.threads == Threads::OpenMP) {
    nested(createForallToParallelLoopPass());
    pm.addPass(createConvertSCFToOpenMPPass());
    nested(cpu::createHoistScratch());
  } else {
    if (options.threads == Threads::Host)
      pm.addPass(cpu::createHostThreads());
    nested(createForallToForLoopPass());
    nested(cpu::createHoistScratch());
  }
  nested(cpu::createLowerViews());
  pm.addPass(createLowerAffinePass());
  clean(pm);
  pm.addPass(cpu::createLowerAccesses());
  nested(cpu::createSimplifyOps());
  pm.addPass(createSCFToControlFlowPass());
  pm.addPass(cpu::createToLLVM());
  pm.addPass(createReconcileUnrealizedCastsPass());
}

} // namespace nnc
