//===- Scan.h - Changing loops over an axis ---------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_DIALECT_NN_SCAN_H
#define NNC_DIALECT_NN_SCAN_H

#include "nnc/Dialect/NN/NNOps.h"

namespace nnc::nn {

/// What goes into a scan and comes out of its body. Changed, they make another
/// scan around the same body, whose block arguments the caller keeps in step.
struct ScanParts {
  explicit ScanParts(ScanOp scan);

  llvm::SmallVector<mlir::Value> sequences;
  llvm::SmallVector<int64_t> axes;
  llvm::SmallVector<mlir::Value> carries;
  llvm::SmallVector<mlir::Value> emits;
  llvm::SmallVector<int64_t> emitAxes;
  llvm::SmallVector<mlir::Value> nexts;
  std::optional<int64_t> count;

  /// Gives the body a sequence more, and returns its slice.
  mlir::BlockArgument addSequence(ScanOp scan, mlir::Value sequence,
                                  int64_t axis);
  /// The number of the emit of `value`: one that is there, or a new one along
  /// axis 0.
  unsigned addEmit(mlir::Value value);

  /// Builds the scan with these parts at `builder`, with the body of `scan`,
  /// which is left without one: the caller replaces its results and erases it.
  ScanOp build(mlir::OpBuilder &builder, ScanOp scan) const;
  /// Puts the scan with these parts in the place of `scan`, and erases that.
  /// Emits may have been added behind the others, nothing else that changes
  /// results.
  ScanOp replace(ScanOp scan) const;
};

} // namespace nnc::nn

#endif // NNC_DIALECT_NN_SCAN_H
