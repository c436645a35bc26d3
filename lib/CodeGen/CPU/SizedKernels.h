//===- SizedKernels.h - One kernel for known and unknown sizes --*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_SIZEDKERNELS_H
#define NNC_LIB_CODEGEN_CPU_SIZEDKERNELS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"

#include <optional>

namespace nnc::cpu {

/// What a call of one kernel passes to another: one of its own arguments, or a
/// number.
struct PassedArgument {
  std::optional<unsigned> own;
  int64_t number = 0;
};

/// Whether `general`, where its unknown sizes are those that `special` knows,
/// computes what `special` does, op by op. If so, what to call it with.
std::optional<llvm::SmallVector<PassedArgument>>
matchSizes(mlir::func::FuncOp general, mlir::func::FuncOp special);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_SIZEDKERNELS_H
