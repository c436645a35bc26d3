//===- Prover.cpp - what is known about sizes -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Equality of sizes is equality of normal forms (Dims.h) after what asserts say
// (Facts.h). Inequalities follow from the ranges of the dims by interval
// arithmetic on each monomial, less multiples of what is known not to be
// negative.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/Support/MathExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

/// The range of a dim; both ends belong to it.
std::pair<int64_t, int64_t>
Elaborator::rangeOf(const std::string &symbol) const {
  for (const Dim &dim : program->dims)
    if (dim.name == symbol)
      return {dim.minimum, dim.maximum};
  if (auto it = quotients.find(symbol); it != quotients.end())
    return {it->second.least, INT64_MAX};
  return {0, INT64_MAX};
}

/// `size // divisor`. What is left of it becomes a symbol of its own.
DimExpr Elaborator::floorDivide(const DimExpr &size, int64_t divisor) {
  if (std::optional<DimExpr> exact = facts.divide(size, divisor))
    return *exact;
  DimExpr quotient = facts.reduce(size).floorDividedBy(divisor);
  for (const auto &[monomial, coefficient] : quotient.getTerms()) {
    if (monomial.size() != 1 || !StringRef(monomial[0]).starts_with("("))
      continue;
    DimExpr symbol = DimExpr::symbol(monomial[0]);
    DimExpr rest = facts.reduce(size) - (quotient - symbol) * divisor;
    std::optional<int64_t> least = leastValue(rest);
    quotients.try_emplace(
        monomial[0],
        Quotient{rest, divisor,
                 least ? llvm::divideFloorSigned(*least, divisor) : 0});
  }
  return quotient;
}

bool Elaborator::same(const DimExpr &a, const DimExpr &b) const {
  return a == b || (facts.hasEquations() && facts.reduce(a) == facts.reduce(b));
}

bool Elaborator::sameShape(const Type &a, const Type &b) const {
  return a.rank() == b.rank() &&
         llvm::all_of(llvm::zip(a.axes, b.axes), [&](auto pair) {
           return same(std::get<0>(pair).size, std::get<1>(pair).size);
         });
}

/// A number that the size is never below, where one is known.
std::optional<int64_t> Elaborator::leastValue(const DimExpr &size) const {
  int64_t sum = 0;
  for (const auto &[monomial, coefficient] : size.getTerms()) {
    int64_t term = coefficient;
    for (const std::string &symbol : monomial) {
      auto [low, high] = rangeOf(symbol);
      int64_t end = coefficient > 0 ? low : high;
      if (end == INT64_MAX || llvm::MulOverflow(term, end, term))
        return std::nullopt;
    }
    if (llvm::AddOverflow(sum, term, sum))
      return std::nullopt;
  }
  return sum;
}

/// How often `fact` may be taken from `size` so that a monomial that both have,
/// with one sign, goes out.
static std::set<int64_t> multiples(const DimExpr &size, const DimExpr &fact) {
  std::set<int64_t> result;
  for (const auto &[monomial, coefficient] : fact.getTerms())
    if (auto it = size.getTerms().find(monomial); it != size.getTerms().end())
      if (int64_t times = it->second / coefficient; times > 0)
        result.insert(times);
  return result;
}

/// What a comparison says of any sizes, where it always says that.
std::optional<bool> Elaborator::decide(BinaryOp op, const DimExpr &a,
                                       const DimExpr &b) const {
  auto isBelow = [&](const DimExpr &x, const DimExpr &y) {
    return proveNotNegative(y - x - 1);
  };
  auto choose = [](bool yes, bool no) {
    return yes || no ? std::optional<bool>(yes) : std::nullopt;
  };
  switch (op) {
  case BinaryOp::Eq:
    return choose(same(a, b), isBelow(a, b) || isBelow(b, a));
  case BinaryOp::Ne:
    return choose(isBelow(a, b) || isBelow(b, a), same(a, b));
  case BinaryOp::Lt:
    return choose(isBelow(a, b), proveNotNegative(a - b));
  case BinaryOp::Le:
    return choose(proveNotNegative(b - a), isBelow(b, a));
  case BinaryOp::Gt:
    return choose(isBelow(b, a), proveNotNegative(b - a));
  default:
    return choose(proveNotNegative(a - b), isBelow(a, b));
  }
}

bool Elaborator::proveNotNegative(const DimExpr &given, unsigned steps) const {
  DimExpr size = facts.reduce(given);
  if (std::optional<int64_t> least = leastValue(size); least && *least >= 0)
    return true;
  if (steps == 0)
    return false;
  llvm::SmallVector<DimExpr, 4> known(facts.inequalities());
  for (const auto &[monomial, coefficient] : size.getTerms())
    for (const std::string &symbol : monomial)
      if (auto it = quotients.find(symbol); it != quotients.end()) {
        // rest - divisor < divisor * quotient <= rest
        const auto &[rest, divisor, low] = it->second;
        DimExpr product = DimExpr::symbol(symbol) * divisor;
        known.push_back(rest - product);
        known.push_back(product - rest + (divisor - 1));
        // An int that is above -1 is not negative.
        if (proveNotNegative(size * divisor + (divisor - 1), steps - 1))
          return true;
      }
  return llvm::any_of(known, [&](const DimExpr &fact) {
    return llvm::any_of(multiples(size, fact), [&](int64_t times) {
      return proveNotNegative(size - fact * times, steps - 1);
    });
  });
}

/// Says which dim has no upper end where that is why a proof failed.
void Elaborator::suggestRange(const DimExpr &rest, Diagnostic &diag) const {
  for (const auto &[monomial, coefficient] : rest.getTerms())
    if (coefficient < 0 && monomial.size() == 1)
      for (const Dim &dim : program->dims)
        if (dim.name == monomial[0] && dim.maximum == INT64_MAX)
          if (std::optional<int64_t> limit =
                  (rest + DimExpr::symbol(dim.name)).constant()) {
            diag.help("declare `dim " + dim.name + ": 1.." + Twine(*limit) +
                      "`");
            return;
          }
  // Or which is too small.
  for (const auto &[monomial, coefficient] : rest.getTerms())
    if (coefficient == 1 && monomial.size() == 1)
      for (const Dim &dim : program->dims)
        if (dim.name == monomial[0])
          if (std::optional<int64_t> least =
                  (DimExpr::symbol(dim.name) - rest).constant();
              least && *least <= dim.maximum) {
            diag.help("declare `dim " + dim.name + ": " + Twine(*least) + ".." +
                      (dim.maximum == INT64_MAX ? "" : Twine(dim.maximum)) +
                      "`, or `assert " + dim.name + " >= " + Twine(*least) +
                      "`");
            return;
          }
}

/// `; the default is 6`, for a hyper that was set.
std::string Elaborator::hyperDefault(const Hyper &hyper) const {
  for (const auto &file : files)
    for (const auto &entry : file->hypers)
      if (&program->hypers[entry.second] == &hyper)
        if (auto *decl = llvm::dyn_cast_if_present<HyperDecl>(
                file->names.lookup(entry.first())))
          return "; the default is " + source(decl->value->range);
  return "";
}
