//===- Tiling.cpp - the choices of kernels as attributes ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

using namespace mlir;

namespace nnc::cpu {

int64_t tileStepCost(int64_t rows, int64_t vectors) {
  if (rows == 0)
    return 0;
  return std::max({rows * vectors, rows + vectors, int64_t{8}});
}

DictionaryAttr tunedTiling(Operation *op, StringRef key) {
  auto module = op->getParentOfType<ModuleOp>();
  auto tuning = module ? module->getAttrOfType<DictionaryAttr>(kTuningAttr)
                       : DictionaryAttr();
  return tuning ? tuning.getAs<DictionaryAttr>(key) : DictionaryAttr();
}

std::optional<int64_t> numberIn(DictionaryAttr tiling, StringRef name) {
  auto number = tiling ? tiling.getAs<IntegerAttr>(name) : IntegerAttr();
  return number ? std::optional(number.getInt()) : std::nullopt;
}

DictionaryAttr makeTiling(MLIRContext *context, StringRef key,
                          ArrayRef<std::pair<StringRef, int64_t>> numbers) {
  Builder b(context);
  NamedAttrList attrs;
  if (!key.empty())
    attrs.append("key", b.getStringAttr(key));
  for (auto [name, number] : numbers)
    attrs.append(name, b.getI64IntegerAttr(number));
  return attrs.getDictionary(context);
}

void addTiling(Operation *op, DictionaryAttr tiling) {
  SmallVector<Attribute> all;
  if (auto known = op->getAttrOfType<ArrayAttr>(kTilingsAttr))
    all.assign(known.begin(), known.end());
  if (!llvm::is_contained(all, tiling))
    all.push_back(tiling);
  op->setAttr(kTilingsAttr, ArrayAttr::get(op->getContext(), all));
}

//===----------------------------------------------------------------------===//
// Alternatives
//===----------------------------------------------------------------------===//

void Candidates::add(int64_t cost, int64_t rows, int64_t vectors,
                     TilingNumbers numbers) {
  all.emplace(std::pair(cost, -rows * vectors),
              Candidate{vectors, std::move(numbers)});
}

SmallVector<TilingNumbers> Candidates::best(const TilingNumbers &chosen) const {
  constexpr size_t kMost = 6, kOfOneWidth = 2;
  SmallVector<TilingNumbers> result;
  llvm::SmallDenseMap<int64_t, size_t> ofWidth;
  for (const auto &[rank, candidate] : all)
    if (result.size() < kMost && candidate.numbers != chosen &&
        ofWidth[candidate.vectors]++ < kOfOneWidth)
      result.push_back(candidate.numbers);
  return result;
}

SmallVector<TilingNumbers> around(StringRef name, int64_t number,
                                  int64_t most) {
  SmallVector<TilingNumbers> result;
  for (int64_t other : {number / 2, number * 2, number * 4}) {
    other = std::min(other, most);
    TilingNumbers numbers{{name, other}};
    if (other >= 1 && other != number && !llvm::is_contained(result, numbers))
      result.push_back(numbers);
  }
  return result;
}

DictionaryAttr withAlternatives(DictionaryAttr tiling,
                                ArrayRef<SmallVector<TilingNumbers>> lists) {
  MLIRContext *context = tiling.getContext();
  SmallVector<Attribute> all;
  for (ArrayRef<TilingNumbers> list : lists) {
    SmallVector<Attribute> items;
    for (const TilingNumbers &numbers : list)
      items.push_back(makeTiling(context, "", numbers));
    if (!items.empty())
      all.push_back(ArrayAttr::get(context, items));
  }
  NamedAttrList attrs(tiling);
  attrs.set("alternatives", ArrayAttr::get(context, all));
  return attrs.getDictionary(context);
}

//===----------------------------------------------------------------------===//
// Contractions
//===----------------------------------------------------------------------===//

std::optional<Tiling> Tiling::get(Operation *op) {
  auto dict = op->getAttrOfType<DictionaryAttr>(kTilingAttr);
  if (!dict)
    return std::nullopt;
  Tiling tiling;
  if (auto key = dict.getAs<StringAttr>("key"))
    tiling.key = key.str();
  tiling.read(dict);
  if (!dict.contains("mr1"))
    tiling.mr1 = tiling.mr;
  return tiling;
}

void Tiling::read(DictionaryAttr tiling) {
  lanes = numberIn(tiling, "lanes").value_or(lanes);
  mr = numberIn(tiling, "mr").value_or(mr);
  nv = numberIn(tiling, "nv").value_or(nv);
  mr1 = numberIn(tiling, "mr1").value_or(mr1);
  mc = numberIn(tiling, "mc").value_or(mc);
  if (std::optional<int64_t> pack = numberIn(tiling, "pack_wide"))
    packWide = *pack != 0;
  if (std::optional<int64_t> pack = numberIn(tiling, "pack_narrow"))
    packNarrow = *pack != 0;
}

DictionaryAttr Tiling::toAttr(MLIRContext *context) const {
  SmallVector<std::pair<StringRef, int64_t>> numbers{
      {"lanes", lanes}, {"mr", mr}, {"nv", nv}, {"mr1", mr1}, {"mc", mc}};
  if (packWide)
    numbers.emplace_back("pack_wide", *packWide);
  if (packNarrow)
    numbers.emplace_back("pack_narrow", *packNarrow);
  return makeTiling(context, key, numbers);
}

void Tiling::set(Operation *op) const {
  op->setAttr(kTilingAttr, toAttr(op->getContext()));
}

} // namespace nnc::cpu
