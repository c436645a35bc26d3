//===- Pipelines.h - The stages of the compiler -----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_PIPELINE_PIPELINES_H
#define NNC_PIPELINE_PIPELINES_H

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/IR/BuiltinOps.h"

namespace nnc {

/// How parallel loops run; the numbers of nn_program.threads.
enum class Threads { Off = 0, OpenMP = 1, Host = 2 };

/// Whether a program has entries that say what each layer does in a step: not,
/// beside the others, or nothing else, in which case parameters and states lie
/// as they do in the whole program.
enum class Statistics { Off = 0, On = 1, Only = 2 };

struct PipelineOptions {
  cpu::CPUOptions cpu;
  /// Off: plain loops from upstream's lowering, slow, to compare with.
  bool kernels = true;
  Threads threads = Threads::Off;
  /// Tell the caller of an entry when each kernel begins and ends.
  bool profile = false;
  /// What an arena may take, negative: what it needs. And the operations that a
  /// byte may take that is not kept; see `nn-autodiff`, `nn-rematerialize`.
  int64_t arenaBytes = -1;
  int64_t effort = 0;
  /// Build the entry that names the first bad layer of a step.
  bool inspect = true;
  /// Let that entry show a whole step, with derivatives, instead.
  bool explain = false;
  Statistics statistics = Statistics::Off;
  /// Let models answer where their attention looks, instead.
  bool attention = false;
};

/// Every dialect that a program meets on its way.
void registerDialects(mlir::DialectRegistry &registry);
void registerAllNNCPasses();

/// Gradients and optimizers become ordinary ops.
void buildAutodiffPipeline(mlir::OpPassManager &pm,
                           const PipelineOptions &options);
/// Models and training sections become functions; `module` says for which
/// batch a training step expects.
void buildProgramPipeline(mlir::OpPassManager &pm, mlir::ModuleOp module,
                          const PipelineOptions &options);
/// The nn dialect becomes linalg on tensors.
void buildLinalgPipeline(mlir::OpPassManager &pm);
/// Loops over vectors in planned memory.
void buildCPUPipeline(mlir::OpPassManager &pm, const PipelineOptions &options);
/// The LLVM dialect. The program's description has been taken out before.
void buildLLVMPipeline(mlir::OpPassManager &pm, const PipelineOptions &options);

} // namespace nnc

#endif // NNC_PIPELINE_PIPELINES_H
