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

/// One kernel for several that differ in sizes alone.
struct GeneralKernel {
  mlir::func::FuncOp kernel;
  llvm::SmallVector<mlir::func::FuncOp> instances;
  /// Of each instance: what to call `kernel` with.
  llvm::SmallVector<llvm::SmallVector<PassedArgument>> passed;
};

/// Finds, among `kernels`, those that are equal but for sizes of tensors and
/// for numbers that loops and indices use, and makes one of each group: sizes
/// become unknown, numbers become arguments. The new kernels are not in a
/// module yet. Kernels of multiply-adds are left alone: what is added to their
/// addresses is part of their instructions as long as it is known.
llvm::SmallVector<GeneralKernel>
generalizeKernels(llvm::ArrayRef<mlir::func::FuncOp> kernels);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_SIZEDKERNELS_H
