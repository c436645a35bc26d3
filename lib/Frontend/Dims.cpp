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

const DimExpr::Terms &DimExpr::getTerms() const {
  static const Terms none;
  return shared ? *shared : none;
}

std::optional<int64_t> DimExpr::constant() const {
  const Terms &terms = getTerms();
  if (terms.empty())
    return 0;
  if (terms.size() == 1 && terms.begin()->first.empty())
    return terms.begin()->second;
  return std::nullopt;
}

std::optional<std::string> DimExpr::asSymbol() const {
  const Terms &terms = getTerms();
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
  if (!shared || !other.shared)
    return shared ? *this : other;
  Terms terms = getTerms();
  for (const auto &[monomial, coefficient] : other.getTerms()) {
    int64_t &sum = terms[monomial];
    sum = wrapAdd(sum, coefficient);
    if (sum == 0)
      terms.erase(monomial);
  }
  return DimExpr(std::move(terms));
}

DimExpr DimExpr::operator-(const DimExpr &other) const {
  return *this + other * DimExpr(-1);
}

DimExpr DimExpr::operator*(const DimExpr &other) const {
  DimExpr result;
  for (const auto &[a, x] : getTerms())
    for (const auto &[b, y] : other.getTerms()) {
      Monomial product = a;
      product.insert(product.end(), b.begin(), b.end());
      std::sort(product.begin(), product.end());
      result = result + term(product, wrapMul(x, y));
    }
  return result;
}

std::optional<DimExpr> DimExpr::dividedBy(const DimExpr &other) const {
  // Only division by one term: enough for `4 * d // 4` and `h * d // d`.
  if (other.getTerms().size() != 1)
    return *this == other && !getTerms().empty() ? std::optional<DimExpr>(1)
                                                 : std::nullopt;
  const auto &[divisor, y] = *other.getTerms().begin();
  Terms result;
  for (const auto &[monomial, x] : getTerms()) {
    if (y == 0 || (y != -1 && x % y != 0) ||
        !std::includes(monomial.begin(), monomial.end(), divisor.begin(),
                       divisor.end()))
      return std::nullopt;
    Monomial quotient;
    std::set_difference(monomial.begin(), monomial.end(), divisor.begin(),
                        divisor.end(), std::back_inserter(quotient));
    result[quotient] = y == -1 ? wrapMul(x, -1) : x / y;
  }
  return DimExpr(std::move(result));
}

DimExpr DimExpr::floorDividedBy(int64_t divisor) const {
  assert(divisor > 0 && "a stride or a size");
  Terms wholes, rests;
  for (const auto &[monomial, x] : getTerms()) {
    int64_t remainder = x % divisor;
    if (remainder < 0)
      remainder += divisor;
    if (int64_t quotient = (x - remainder) / divisor)
      wholes[monomial] = quotient;
    if (remainder)
      rests[monomial] = remainder;
  }
  DimExpr whole(std::move(wholes)), rest(std::move(rests));
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
  const Terms &terms = getTerms();
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
