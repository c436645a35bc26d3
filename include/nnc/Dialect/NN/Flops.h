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

namespace nnc::nn {

/// Of an op that computes again what was not kept: a step needs it once.
inline constexpr llvm::StringLiteral kAgainAttr = "nn.again";

/// Two per multiply-add of a contraction, a convolution or an attention; 0 for
/// any other op. Sizes that are not known count once, so it is for each
/// example where the batch is such a size.
int64_t countFlops(mlir::Operation *op);

/// What it costs to compute `op` again for each byte that its results would
/// take: operations, where it has products, and else about one for each byte
/// that it reads and writes.
int64_t countFlopsPerByte(mlir::Operation *op);

} // namespace nnc::nn

#endif // NNC_DIALECT_NN_FLOPS_H
