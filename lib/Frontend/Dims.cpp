//===- Dims.cpp - symbolic sizes of axes ---------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Dims.h"

#include <algorithm>
#include <cassert>

using namespace nnc::typed;

std::optional<int64_t> DimExpr::constant() const {
  if (terms.empty())
    return 0;
  if (terms.size() == 1 && terms.begin()->first.empty())
    return terms.begin()->second;
  return std::nullopt;
}

std::optional<std::string> DimExpr::asSymbol() const {
  if (terms.size() == 1 && terms.begin()->second == 1 &&
      terms.begin()->first.size() == 1)
    return terms.begin()->first.front();
  return std::nullopt;
}

// Coefficients wrap: Sema bounds every size it accepts, so a wrapped one is
// only ever part of a size that is reported as too large.
static int64_t wrapAdd(int64_t a, int64_t b) {
  return int64_t(uint64_t(a) + uint64_t(b));
}
static int64_t wrapMul(int64_t a, int64_t b) {
  return int64_t(uint64_t(a) * uint64_t(b));
}

DimExpr DimExpr::operator+(const DimExpr &other) const {
  DimExpr result = *this;
  for (const auto &[monomial, coefficient] : other.terms) {
    int64_t &sum = result.terms[monomial];
    sum = wrapAdd(sum, coefficient);
    if (sum == 0)
      result.terms.erase(monomial);
  }
  return result;
}

DimExpr DimExpr::operator-(const DimExpr &other) const {
  return *this + other * DimExpr(-1);
}

DimExpr DimExpr::operator*(const DimExpr &other) const {
  DimExpr result;
  for (const auto &[a, x] : terms)
    for (const auto &[b, y] : other.terms) {
      Monomial product = a;
      product.insert(product.end(), b.begin(), b.end());
      std::sort(product.begin(), product.end());
      result = result + term(product, wrapMul(x, y));
    }
  return result;
}

std::optional<DimExpr> DimExpr::dividedBy(const DimExpr &other) const {
  // Only division by one term: enough for `4 * d // 4` and `h * d // d`.
  if (other.terms.size() != 1)
    return *this == other && !terms.empty() ? std::optional<DimExpr>(1)
                                            : std::nullopt;
  const auto &[divisor, y] = *other.terms.begin();
  DimExpr result;
  for (const auto &[monomial, x] : terms) {
    if (y == 0 || (y != -1 && x % y != 0) ||
        !std::includes(monomial.begin(), monomial.end(), divisor.begin(),
                       divisor.end()))
      return std::nullopt;
    Monomial quotient;
    std::set_difference(monomial.begin(), monomial.end(), divisor.begin(),
                        divisor.end(), std::back_inserter(quotient));
    result.terms[quotient] = y == -1 ? wrapMul(x, -1) : x / y;
  }
  return result;
}

DimExpr DimExpr::floorDividedBy(int64_t divisor) const {
  assert(divisor > 0 && "a stride or a size");
  DimExpr whole, rest;
  for (const auto &[monomial, x] : terms) {
    int64_t remainder = x % divisor;
    if (remainder < 0)
      remainder += divisor;
    if (int64_t quotient = (x - remainder) / divisor)
      whole.terms[monomial] = quotient;
    if (remainder)
      rest.terms[monomial] = remainder;
  }
  if (rest.constant())
    return whole; // less than the divisor
  return whole +
         symbol("((" + rest.spelled() + ")//" + std::to_string(divisor) + ")");
}

static std::string readable(const std::string &text);

/// `time // 2` for the symbol `((time)//2)`.
static std::string readableSymbol(const std::string &symbol) {
  size_t slashes = symbol.rfind(")//");
  if (symbol.front() != '(' || slashes == std::string::npos)
    return symbol;
  std::string rest = symbol.substr(2, slashes - 2);
  bool isName = rest.find_first_of("()+-*/") == std::string::npos;
  std::string divisor = symbol.substr(slashes + 3);
  divisor.pop_back();
  return (isName ? rest : "(" + readable(rest) + ")") + " // " + divisor;
}

/// The spelling of an expression as a person writes it.
static std::string readable(const std::string &text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    char c = text[at];
    if (c != '(') {
      bool isOperator = c == '*' || c == '+' || (c == '-' && at);
      result += isOperator ? std::string{' ', c, ' '} : std::string(1, c);
      ++at;
      continue;
    }
    size_t end = at, depth = 0;
    do {
      depth += text[end] == '(';
      depth -= text[end] == ')';
      ++end;
    } while (depth);
    bool isAll = end - at == text.size();
    std::string inner = readableSymbol(text.substr(at, end - at));
    result += isAll ? inner : "(" + inner + ")";
    at = end;
  }
  return result;
}

std::string DimExpr::str() const { return readable(spelled()); }

std::string DimExpr::spelled() const {
  if (terms.empty())
    return "0";
  std::string text;
  // Terms with symbols first, the constant last.
  auto append = [&](const Monomial &monomial, int64_t coefficient) {
    if (!text.empty() && coefficient > 0)
      text += "+";
    if (monomial.empty() || (coefficient != 1 && coefficient != -1))
      text += std::to_string(coefficient) + (monomial.empty() ? "" : "*");
    else if (coefficient == -1)
      text += "-";
    for (size_t i = 0; i < monomial.size(); ++i)
      text += (i ? "*" : "") + monomial[i];
  };
  for (const auto &[monomial, coefficient] : terms)
    if (!monomial.empty())
      append(monomial, coefficient);
  if (auto it = terms.find({}); it != terms.end())
    append({}, it->second);
  return text;
}
