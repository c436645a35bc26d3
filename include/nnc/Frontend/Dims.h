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
#include <optional>
#include <string>
#include <vector>

namespace nnc::typed {

/// The size of an axis: a number, a dim, or a polynomial over dims.
class DimExpr {
public:
  /// The product of these symbols, sorted; empty for the constant term.
  using Monomial = std::vector<std::string>;

  DimExpr(int64_t value = 0) {
    if (value)
      terms[{}] = value;
  }
  static DimExpr symbol(const std::string &name) {
    DimExpr result;
    result.terms[{name}] = 1;
    return result;
  }

  /// `coefficient` times the product of some symbols.
  static DimExpr term(const Monomial &monomial, int64_t coefficient) {
    DimExpr result;
    if (coefficient)
      result.terms[monomial] = coefficient;
    return result;
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

  bool operator==(const DimExpr &other) const { return terms == other.terms; }
  bool operator!=(const DimExpr &other) const { return terms != other.terms; }

  /// The canonical spelling, for `#nn.dims`: `2*((time)//2)+1`.
  std::string spelled() const;
  /// The same as it reads in messages: `2 * (time // 2) + 1`.
  std::string str() const;

  const std::map<Monomial, int64_t> &getTerms() const { return terms; }

private:
  std::map<Monomial, int64_t> terms; // no coefficient is 0
};

} // namespace nnc::typed

#endif // NNC_FRONTEND_DIMS_H
