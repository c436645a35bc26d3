//===- Passes.h - CPU kernel passes -----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From structured ops on tensors to loops over vectors on tensors.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_CPU_PASSES_H
#define NNC_CODEGEN_CPU_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/UB/IR/UBOps.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Pass/Pass.h"

namespace nnc::cpu {

#define GEN_PASS_DECL
#include "CPUPasses.h.inc"

#define GEN_PASS_REGISTRATION
#include "CPUPasses.h.inc"

/// LLVM attributes of what `nn-cpu-host-threads` makes: the body of a loop, and
/// a function that takes an `nn_parallel` as its last argument.
inline constexpr llvm::StringLiteral kHostLoopAttr = "nn-host-loop";
inline constexpr llvm::StringLiteral kHostThreadsAttr = "nn-host-threads";

/// Marks a private function that `nn.run_kernel` calls: its results are its
/// last arguments, which are as many, and its temporaries lie on the stack of
/// the thread that runs it. The attribute is their number.
inline constexpr llvm::StringLiteral kKernelAttr = "nn.kernel";

/// Of `nn-cpu-profile`: the function that is told, and the module's list of
/// sites, dictionaries of {entry, layer, kernel, flops, bytes}.
inline constexpr llvm::StringLiteral kProfileMark = "nn_profile_mark";
inline constexpr llvm::StringLiteral kSitesAttr = "nn.sites";

/// Of a kernel, or of a call of one: the list of choices that its loops were
/// made by, dictionaries of a key and numbers.
inline constexpr llvm::StringLiteral kTilingsAttr = "nn.tilings";

/// Of a module: numbers for the choices of kernels, by their keys, which count
/// more than what the tile models choose.
inline constexpr llvm::StringLiteral kTuningAttr = "nn.tuning";

/// The operands that `call` writes, if it calls a kernel: the last ones.
mlir::OperandRange writtenByKernel(mlir::func::CallOp call);

/// The argument that a buffer is a part of, null where it is none.
mlir::BlockArgument rootOf(mlir::Value buffer);

/// Calls `visit` with each buffer that `op` itself writes, or a kernel that it
/// calls.
void forEachWritten(mlir::Operation *op,
                    llvm::function_ref<void(mlir::Value)> visit);

/// The arguments, of `func` or of blocks in it, of which a part is written.
llvm::SmallDenseSet<mlir::BlockArgument> findWritten(mlir::func::FuncOp func);

/// What the tile model needs to know of a processor.
struct CPUOptions {
  unsigned vectorBytes = 64;
  unsigned vectorRegisters = 32;
  int64_t cacheBytes = 2 << 20;
  /// Keep parameters packed between calls.
  bool residentLayout = true;
  /// Minimal filtering where it is faster, with a larger rounding error.
  bool winograd = false;
  /// List in `nn.tilings` what else can be tried.
  bool alternatives = false;
  /// The one entry that is wanted; empty: all.
  std::string onlyEntry = {};
};

/// From linalg on tensors to loops over vectors on tensors. After
/// bufferization, `nn-cpu-parallel-loops` turns marked loops into scf.forall.
void buildCPUKernelPipeline(mlir::OpPassManager &pm, const CPUOptions &options);

/// Registers the passes and `nn-cpu-kernel-pipeline`.
void registerCPUKernelPasses();

} // namespace nnc::cpu

#endif // NNC_CODEGEN_CPU_PASSES_H
