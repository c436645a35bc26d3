//===- Stable.h - Sums of exponentials without overflow ---------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CONVERSION_NNTOLINALG_STABLE_H
#define NNC_LIB_CONVERSION_NNTOLINALG_STABLE_H

#include "Lowering.h"

namespace nnc {

/// exp(x - shift) and its sum along some axes, where shift is the maximum of a
/// row, or 0 where that is not finite: then the sum itself says so. All of
/// these have the accumulator's element type, and each exp is computed once.
struct StableSum {
  StableSum(mlir::OpBuilder &b, mlir::Location loc, mlir::Value input,
            llvm::ArrayRef<mlir::OpFoldResult> sizes,
            llvm::ArrayRef<int64_t> axes);

  mlir::Type type;
  mlir::Value shift; // without the axes
  mlir::Value exps;  // as large as the input
  mlir::Value sum;   // without the axes
};

} // namespace nnc

#endif // NNC_LIB_CONVERSION_NNTOLINALG_STABLE_H
