//===- Reverse.h - The reverse walk over a block ----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_TRANSFORMS_AUTODIFF_REVERSE_H
#define NNC_LIB_TRANSFORMS_AUTODIFF_REVERSE_H

#include "Activity.h"

#include "mlir/IR/Builders.h"

namespace nnc {

/// A tensor filled with a number.
mlir::Value buildFill(mlir::OpBuilder &builder, mlir::Location loc,
                      mlir::Type type, double number);

/// Carries cotangents from the results of a block to what it depends on.
/// Contributions are kept apart until their value is reached, so that they can
/// be added in the order of the text, which is the reverse of the order in
/// which they are found.
class Reverse {
public:
  /// New ops go where `builder` stands, behind all that `activity` knows.
  /// What loops compute again takes at most `effort` operations a byte.
  Reverse(const Activity &activity, mlir::OpBuilder &builder, int64_t effort)
      : activity(activity), builder(builder), effort(effort) {}

  void add(mlir::Value value, mlir::Value cotangent);
  /// The sum so far, or null where it is zero.
  mlir::Value get(mlir::Value value, mlir::Location loc);
  /// Visits every active op. Returns how many had a cotangent.
  unsigned run();

private:
  void visit(nn::DifferentiableOpInterface op,
             llvm::ArrayRef<mlir::Value> results);
  void visit(nn::ScanOp scan, llvm::ArrayRef<mlir::Value> results);
  mlir::Value guard(mlir::Operation *op, llvm::ArrayRef<mlir::Value> results,
                    mlir::Value cotangent);

  const Activity &activity;
  mlir::OpBuilder &builder;
  int64_t effort;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value>> parts;
};

} // namespace nnc

#endif // NNC_LIB_TRANSFORMS_AUTODIFF_REVERSE_H
