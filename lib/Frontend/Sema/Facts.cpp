//===- Facts.cpp - what asserts say about sizes ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace nnc;
using typed::DimExpr;
using Monomial = DimExpr::Monomial;

/// The spelling of a quotient is longer than what is in it.
static bool isLower(const std::string &a, const std::string &b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// The lexicographic order of monomials, an admissible one.
static bool isLower(Monomial a, Monomial b) {
  auto higher = [](const std::string &x, const std::string &y) {
    return isLower(y, x);
  };
  llvm::sort(a, higher);
  llvm::sort(b, higher);
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const std::string &x, const std::string &y) { return isLower(x, y); });
}

/// `monomial` without the factors of `part`, where it has all of them.
static std::optional<Monomial> without(const Monomial &monomial,
                                       const Monomial &part) {
  if (!std::includes(monomial.begin(), monomial.end(), part.begin(),
                     part.end()))
    return std::nullopt;
  Monomial rest;
  std::set_difference(monomial.begin(), monomial.end(), part.begin(),
                      part.end(), std::back_inserter(rest));
  return rest;
}

/// `size` with `by` for each whole `count` of `part`.
static DimExpr replace(const DimExpr &size, const Monomial &part, int64_t count,
                       const DimExpr &by) {
  DimExpr result;
  for (const auto &[monomial, coefficient] : size.getTerms()) {
    int64_t whole = llvm::divideFloorSigned(coefficient, count);
    std::optional<Monomial> others = without(monomial, part);
    if (!others)
      whole = 0;
    result = result + DimExpr::term(monomial, coefficient - whole * count);
    if (whole)
      result = result + DimExpr::term(*others, whole) * by;
  }
  return result;
}

void Facts::addZero(const DimExpr &size) {
  DimExpr zero = reduce(size);
  if (zero.constant())
    return;
  auto lead = llvm::max_element(zero.getTerms(), [](auto &a, auto &b) {
    return isLower(a.first, b.first);
  });
  int64_t factor = lead->second;
  if (factor == INT64_MIN)
    return;
  DimExpr rest = DimExpr::term(lead->first, factor) - zero;
  if (factor < 0)
    rest = rest * DimExpr(-1);
  Rule rule{lead->first, std::abs(factor), rest};
  for (Rule &other : rules)
    other.rest = replace(other.rest, rule.lead, rule.factor, rule.rest);
  rules.push_back(std::move(rule));
}

DimExpr Facts::reduce(const DimExpr &size) const {
  DimExpr result = size;
  // Each step makes a monomial lower; the bound is for the absurd.
  for (unsigned round = 0; round < 16; ++round) {
    DimExpr before = result;
    for (const Rule &rule : rules)
      result = replace(result, rule.lead, rule.factor, rule.rest);
    if (result == before)
      break;
  }
  return result;
}

DimExpr Facts::expand(const DimExpr &size) const {
  DimExpr result = size;
  for (const Rule &rule : rules) {
    if (rule.rest.constant())
      continue;
    const auto &[whole, times] = *rule.rest.getTerms().begin();
    bool isProduct = rule.factor > 1 || rule.lead.size() > whole.size();
    if (rule.rest.getTerms().size() == 1 && times == 1 && isProduct)
      result = replace(result, whole, 1, DimExpr::term(rule.lead, rule.factor));
  }
  return result;
}

std::optional<DimExpr> Facts::divide(const DimExpr &size,
                                     const DimExpr &divisor) const {
  if (std::optional<DimExpr> quotient = size.dividedBy(divisor))
    return quotient;
  if (rules.empty())
    return std::nullopt;
  DimExpr a = reduce(size), b = reduce(divisor);
  std::optional<DimExpr> quotient = a.dividedBy(b);
  if (!quotient)
    quotient = expand(a).dividedBy(b);
  if (!quotient)
    quotient = expand(a).dividedBy(expand(b));
  if (quotient)
    quotient = reduce(*quotient);
  return quotient;
}
