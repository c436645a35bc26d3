//===- Residuals.h - What a loop keeps for its derivative -------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_TRANSFORMS_AUTODIFF_RESIDUALS_H
#define NNC_LIB_TRANSFORMS_AUTODIFF_RESIDUALS_H

#include "mlir/IR/Operation.h"

#include "llvm/ADT/SetVector.h"

namespace nnc {

/// Whether computing `op` again costs less than memory that holds its result:
/// it works element by element, makes a tensor of numbers, or is a view.
bool isCheap(mlir::Operation *op);

/// Whether `op` is computed again rather than kept: it is cheap, or takes at
/// most `effort` operations for each byte of its results.
bool mayComputeAgain(mlir::Operation *op, int64_t effort);

/// Values from which ops that may be computed again make all that is `needed`,
/// of the fewest bytes together; of two such sets the one that leaves less to
/// compute. Values that are `isFree` need not be kept. This is a minimum cut of
/// the graph of values, whose edges are those ops.
llvm::SetVector<mlir::Value>
chooseResiduals(llvm::ArrayRef<mlir::Value> needed,
                llvm::function_ref<bool(mlir::Value)> isFree,
                int64_t effort = 0);

} // namespace nnc

#endif // NNC_LIB_TRANSFORMS_AUTODIFF_RESIDUALS_H
