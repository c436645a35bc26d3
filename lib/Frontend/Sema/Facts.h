//===- Facts.h - What asserts say about sizes -------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An equation between sizes rewrites the highest monomial it has, counted in
// whole multiples: `time == 2 * (time // 2)` makes `time` of `2 * (time // 2)`
// and leaves a single `time // 2` alone. Under an order in which a quotient is
// higher than what it is a quotient of, that ends, and two sizes that become
// the same are equal.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_SEMA_FACTS_H
#define NNC_LIB_FRONTEND_SEMA_FACTS_H

#include "nnc/Frontend/Dims.h"
#include "llvm/ADT/ArrayRef.h"

namespace nnc {

class Facts {
public:
  using DimExpr = typed::DimExpr;

  /// States that `size` is 0.
  void addZero(const DimExpr &size);
  /// States that `size` is at least 0.
  void addNotNegative(const DimExpr &size) { notNegative.push_back(size); }

  /// The form of `size` that all sizes share which are equal by these facts.
  DimExpr reduce(const DimExpr &size) const;
  /// `size` with each product that is known to be made of factors as these.
  DimExpr expand(const DimExpr &size) const;
  /// `size` divided by `divisor`, where that is exact.
  std::optional<DimExpr> divide(const DimExpr &size,
                                const DimExpr &divisor) const;

  bool hasEquations() const { return !rules.empty(); }
  /// What is at least 0.
  llvm::ArrayRef<DimExpr> inequalities() const { return notNegative; }

private:
  /// `factor * lead` is `rest`.
  struct Rule {
    DimExpr::Monomial lead;
    int64_t factor;
    DimExpr rest;
  };
  std::vector<Rule> rules;
  std::vector<DimExpr> notNegative;
};

} // namespace nnc

#endif // NNC_LIB_FRONTEND_SEMA_FACTS_H
