//===- Passes.h - Memory of a program -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_MEMORY_PASSES_H
#define NNC_CODEGEN_MEMORY_PASSES_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Pass/Pass.h"

namespace nnc::memory {

#define GEN_PASS_DECL
#include "MemoryPasses.h.inc"

#define GEN_PASS_REGISTRATION
#include "MemoryPasses.h.inc"

/// Attributes of the arguments of an entry, besides `nn.arg`.
inline constexpr llvm::StringLiteral kTypeAttr = "nn.type";
inline constexpr llvm::StringLiteral kArenaAttr = "nn.arena";
/// Of an argument that the entry only writes.
inline constexpr llvm::StringLiteral kWrittenAttr = "nn.written";
/// Of an argument that has to be copied, by `nn-separate-updates`.
inline constexpr llvm::StringLiteral kSeparatedAttr = "nn.separated";
/// Of an entry: it returns false, and has changed nothing, where its loss is
/// not finite.
inline constexpr llvm::StringLiteral kGuardedAttr = "nn.guarded";
/// Of an entry: the function that computes the size of its arena.
inline constexpr llvm::StringLiteral kArenaSizeAttr = "nn.arena_size";
/// Of an entry: the parts of its arena. `bytes` of each, `each` example or
/// other product of dims where that is given, and `least`, the most that are
/// alive together.
inline constexpr llvm::StringLiteral kArenaPlanAttr = "nn.arena_plan";

/// The tensor that `value` was computed into, in its own block: what the loops
/// and destinations that lead to it began with.
mlir::Value originOf(mlir::Value value);

/// Teaches bufferization the ops of `nn` that reach it.
void registerBufferization(mlir::DialectRegistry &registry);

/// From tensors to buffers in blocks, outputs and one arena; see
/// `nn-rematerialize` for the two numbers.
void buildMemoryPipeline(mlir::OpPassManager &pm, int64_t arenaBytes = -1,
                         int64_t effort = 0);

} // namespace nnc::memory

#endif // NNC_CODEGEN_MEMORY_PASSES_H
