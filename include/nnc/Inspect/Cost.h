//===- Cost.h - How much a typed program computes ---------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// FLOPs before a program has sizes: the same count as nn::countFlops, which is
// for ops of the dialect, with dims as symbols.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_INSPECT_COST_H
#define NNC_INSPECT_COST_H

#include "nnc/Frontend/TypedAST.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace nnc {

/// 2 for each multiply-add of a contraction or convolution; nothing for other
/// nodes, nor for what a scan or a function inside of it does.
typed::DimExpr countFlops(const typed::Node &node);

/// Calls `hear` for each node of `function`, those of loops and of functions
/// with a `grad` clause included, with how often it is computed. A node comes
/// after those it reads.
void walkNodes(const typed::Function &function,
               llvm::function_ref<void(const typed::Node &node,
                                       const typed::DimExpr &times)>
                   hear);

} // namespace nnc

#endif // NNC_INSPECT_COST_H
