//===- Activity.h - What takes part in a gradient ---------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_TRANSFORMS_AUTODIFF_ACTIVITY_H
#define NNC_LIB_TRANSFORMS_AUTODIFF_ACTIVITY_H

#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace nnc {

/// The values between what a gradient is taken of and what it is taken with
/// respect to. A value is active if it depends on one of the latter and the
/// objective depends on it, both along operands that have a derivative.
class Activity {
public:
  explicit Activity(nn::GradientOp gradient);
  /// The same in the body of a scan, between what is active outside of it and
  /// its results that are.
  Activity(nn::ScanOp scan, const Activity &outside);

  bool isActive(mlir::Value value) const {
    return varied.contains(value) && useful.contains(value);
  }
  /// Ops with an active result, in the order of the text.
  llvm::ArrayRef<mlir::Operation *> getOps() const { return ops; }
  /// Whether a `where` after `op` may discard its result: then elements of its
  /// result may be NaN where their cotangent is 0.
  bool mayBeDiscarded(mlir::Operation *op) const {
    return discarded.contains(op);
  }
  /// Those ops that have no derivative rule.
  llvm::SmallVector<mlir::Operation *> getMissingRules() const;

private:
  void analyze(llvm::ArrayRef<mlir::Operation *> body, nn::ScanOp scan);
  bool spreadForward(mlir::Operation *op);
  bool spreadBackward(mlir::Operation *op);

  llvm::DenseSet<mlir::Value> varied, useful;
  llvm::SmallVector<mlir::Operation *> ops;
  llvm::SmallPtrSet<mlir::Operation *, 16> discarded;
};

/// The values from outside that the body of a scan reads.
llvm::SmallVector<mlir::Value> getCaptured(nn::ScanOp scan);

/// Whether values of this type have a derivative: tensors of floats.
bool isDifferentiable(mlir::Type type);

} // namespace nnc

#endif // NNC_LIB_TRANSFORMS_AUTODIFF_ACTIVITY_H
