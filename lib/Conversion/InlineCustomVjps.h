//===- InlineCustomVjps.h - Functions with their own gradient ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CONVERSION_INLINECUSTOMVJPS_H
#define NNC_LIB_CONVERSION_INLINECUSTOMVJPS_H

#include "mlir/IR/BuiltinOps.h"

namespace nnc {

/// Replaces each `nn.custom_vjp` by its forward region, which stands for it
/// once gradients are taken.
void inlineCustomVjps(mlir::ModuleOp module);

} // namespace nnc

#endif // NNC_LIB_CONVERSION_INLINECUSTOMVJPS_H
