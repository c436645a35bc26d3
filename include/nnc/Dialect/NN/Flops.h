//===- Flops.h - How much an op computes ------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_DIALECT_NN_FLOPS_H
#define NNC_DIALECT_NN_FLOPS_H

#include "mlir/IR/Operation.h"

#include <string>

namespace nnc::nn {

/// Of an op that computes again what was not kept: a step needs it once.
inline constexpr llvm::StringLiteral kAgainAttr = "nn.again";

/// Two per multiply-add of a contraction, a convolution or an attention, as if
/// all its scores were computed, and once; 0 for any other op. Sizes that are
/// not known count once, so it is for each example where the batch is such a
/// size.
int64_t countFlops(mlir::Operation *op);

/// The same of all ops in `root`, those of a loop as often as it runs, as an
/// expression of `#nn.dims`: `1024 * batch + 64 * batch * (2 * time)`. Sizes
/// over names that `isDim` does not know count once. Empty where there are no
/// such ops.
std::string spellFlops(mlir::Operation *root,
                       llvm::function_ref<bool(llvm::StringRef)> isDim);

/// What it costs to compute `op` again for each byte that its results would
/// take: operations, where it has products, and else about one for each byte
/// that it reads and writes.
int64_t countFlopsPerByte(mlir::Operation *op);

} // namespace nnc::nn

#endif // NNC_DIALECT_NN_FLOPS_H
