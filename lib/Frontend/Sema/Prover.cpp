//===- Prover.cpp - what is known about sizes -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Equality of sizes is equality of normal forms (Dims.h). What remains are
// inequalities, which follow from the ranges of the dims by interval
// arithmetic on each monomial.
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
  if (auto it = leastQuotients.find(symbol); it != leastQuotients.end())
    return {it->second, INT64_MAX};
  return {0, INT64_MAX};
}

/// `size // divisor`, and how small the symbol that stands for it may be.
DimExpr Elaborator::floorDivide(const DimExpr &size, int64_t divisor) {
  DimExpr quotient = size.floorDividedBy(divisor);
  for (const auto &[monomial, coefficient] : quotient.getTerms()) {
    if (monomial.size() != 1 || !StringRef(monomial[0]).starts_with("("))
      continue;
    DimExpr symbol = DimExpr::symbol(monomial[0]);
    if (std::optional<int64_t> least =
            leastValue(size - (quotient - symbol) * divisor))
      leastQuotients.try_emplace(monomial[0],
                                 llvm::divideFloorSigned(*least, divisor));
  }
  return quotient;
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

bool Elaborator::proveNotNegative(const DimExpr &size) const {
  std::optional<int64_t> least = leastValue(size);
  return least && *least >= 0;
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
}

/// `; the default is 6`, for a hyper that was set.
std::string Elaborator::hyperDefault(const Hyper &hyper) const {
  for (const auto &file : files)
    if (auto it = file->hypers.find(hyper.name); it != file->hypers.end())
      if (auto *decl = llvm::dyn_cast_if_present<HyperDecl>(
              file->names.lookup(hyper.name)))
        return "; the default is " + source(decl->value->range);
  return "";
}
