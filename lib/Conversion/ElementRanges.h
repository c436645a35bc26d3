//===- ElementRanges.h - What bounds the elements of a tensor ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CONVERSION_ELEMENTRANGES_H
#define NNC_LIB_CONVERSION_ELEMENTRANGES_H

#include "mlir/IR/Value.h"

#include "llvm/ADT/DenseMap.h"

#include <optional>

namespace nnc {

/// Whole numbers between which elements lie; those of floats may be NaN too.
struct ElementRange {
  double low, high;
};

/// Interval arithmetic over the ops that make a tensor. Bounds are whole, and
/// small enough to be exact in the tensor's type: rounding, which is monotone,
/// then leads past none of them.
class ElementRanges {
public:
  /// What bounds the elements of `tensor`, if the ops say.
  std::optional<ElementRange> of(mlir::Value tensor);

private:
  std::optional<ElementRange> compute(mlir::Value tensor);

  llvm::DenseMap<mlir::Value, std::optional<ElementRange>> known;
};

} // namespace nnc

#endif // NNC_LIB_CONVERSION_ELEMENTRANGES_H
