//===- Dims.h - Symbolic sizes of axes --------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A size is a polynomial over declared dims with integer coefficients, kept in
// normal form, so that equality of sizes is equality of representations.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_DIMS_H
#define NNC_FRONTEND_DIMS_H

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nnc::typed {

/// The size of an axis: a number, a dim, or a polynomial over dims.
class DimExpr {
public:
  /// The product of these symbols, sorted; empty for the constant term.
  using Monomial = std::vector<std::string>;
  /// The coefficient of each monomial; none is 0.
  using Terms = std::map<Monomial, int64_t>;

  DimExpr(int64_t value = 0) : DimExpr(term({}, value)) {}
  static DimExpr symbol(const std::string &name) { return term({name}, 1); }

  /// `coefficient` times the product of some symbols.
  static DimExpr term(const Monomial &monomial, int64_t coefficient) {
    return coefficient ? DimExpr(Terms{{monomial, coefficient}})
                       : DimExpr(Terms());
  }

  /// The value, where no symbol occurs.
  std::optional<int64_t> constant() const;
  bool isConstant(int64_t value) const { return constant() == value; }
  /// The symbol, where the expression is just one.
  std::optional<std::string> asSymbol() const;

  DimExpr operator+(const DimExpr &other) const;
  DimExpr operator-(const DimExpr &other) const;
  DimExpr operator*(const DimExpr &other) const;
  /// This divided by `other`, where the quotient is exact for all dims.
  std::optional<DimExpr> dividedBy(const DimExpr &other) const;
  /// This divided by `divisor > 0` and rounded down: what divides goes out, the
  /// rest becomes a symbol of its own, `((h-3)//2)`.
  DimExpr floorDividedBy(int64_t divisor) const;

  bool operator==(const DimExpr &other) const {
    return shared == other.shared || getTerms() == other.getTerms();
  }
  bool operator!=(const DimExpr &other) const { return !(*this == other); }

  /// The canonical spelling, for `#nn.dims`: `2*((time)//2)+1`.
  std::string spelled() const;
  /// The same as it reads in messages: `2 * (time // 2) + 1`.
  std::string str() const;

  const Terms &getTerms() const;

private:
  explicit DimExpr(Terms terms)
      : shared(terms.empty()
                   ? nullptr
                   : std::make_shared<const Terms>(std::move(terms))) {}

  /// Null for 0. Copies of a type are many, and each has sizes.
  std::shared_ptr<const Terms> shared;
};

} // namespace nnc::typed

#endif // NNC_FRONTEND_DIMS_H
