//===- Statistics.h - Numbers that describe a tensor ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_TRANSFORMS_STATISTICS_H
#define NNC_LIB_TRANSFORMS_STATISTICS_H

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/Builders.h"

#include <string>

namespace nnc {

/// A result of an entry that gathers statistics: `path#kind`.
struct NamedNumber {
  std::string name;
  mlir::Value value;
};

/// The entry, and the mark of the arguments that let a gradient with respect to
/// them tell how large one of a layer is.
constexpr llvm::StringLiteral kStatisticsEntry = "statistics";
constexpr llvm::StringLiteral kProbeAttr = "nn.probe";

bool isFloatTensor(mlir::Value value);

/// Whether the op gives 0 for all that is below a bound, so that units behind
/// it can be dead: max(x, 0), also with an upper bound.
bool isReluLike(mlir::Operation *op);
/// Whether the op approaches two bounds, where its derivative vanishes.
bool isSaturating(mlir::Operation *op);

/// Builds numbers that describe a tensor.
class StatisticsBuilder {
public:
  StatisticsBuilder(mlir::OpBuilder &builder, mlir::Location loc)
      : b(builder), loc(loc) {}

  mlir::Value mean(mlir::Value x);
  /// The standard deviation around `mean`, which is of one element.
  mlir::Value spread(mlir::Value x, mlir::Value mean);
  mlir::Value least(mlir::Value x);
  mlir::Value most(mlir::Value x);
  /// The Euclidean norm in f64, of each part along the first `stacked` axes.
  mlir::Value norm(mlir::Value x, int64_t stacked = 0);
  mlir::Value sumOfSquares(mlir::Value x, int64_t stacked = 0);
  /// The share of units, along `axis`, that are 0 everywhere else.
  mlir::Value dead(mlir::Value x, int64_t axis);
  /// The share of what `op` gives that is near a bound.
  mlir::Value saturated(mlir::Operation *op);
  /// The largest difference that units, along `axis`, have anywhere.
  mlir::Value range(mlir::Value x, int64_t axis);

private:
  llvm::SmallVector<int64_t> allAxes(mlir::Value x, int64_t from = 0);
  mlir::Value fill(mlir::Type type, double number);
  mlir::Value shareOf(mlir::Value condition);

  mlir::OpBuilder &b;
  mlir::Location loc;
};

/// The axis of the units of a value: of channels where convolutions or pools
/// made it, else the last one; -1 where it has one axis only.
int64_t unitAxis(mlir::Value value);

/// Replaces the results of a function by these.
void returnStatistics(mlir::Operation *function,
                      llvm::ArrayRef<NamedNumber> statistics);

} // namespace nnc

#endif // NNC_LIB_TRANSFORMS_STATISTICS_H
