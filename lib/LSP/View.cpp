//===- View.cpp - A file as an editor sees it -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "View.h"

#include "llvm/ADT/STLExtras.h"

using namespace nnc;
using namespace nnc::editor;
using llvm::StringRef;

std::optional<std::pair<size_t, size_t>> View::toEarlier(size_t begin,
                                                         size_t end) const {
  if (!earlier)
    return std::nullopt;
  std::optional<size_t> from = common.toBefore(begin),
                        to = common.toBefore(end);
  if (!from || !to || *to < *from || *to - *from != end - begin)
    return std::nullopt;
  return std::pair(*from, *to);
}

StringRef View::typeOf(SemaObserver::Place place, size_t begin,
                       size_t end) const {
  StringRef type = now.typeOf(place, begin, end);
  if (!type.empty())
    return type;
  auto extent = toEarlier(begin, end);
  return extent ? earlier->typeOf(place, extent->first, extent->second)
                : StringRef();
}

const LayerUse *View::layerAt(size_t begin, size_t end) const {
  if (const LayerUse *use = now.layerAt(begin, end))
    return use;
  auto extent = toEarlier(begin, end);
  return extent ? earlier->layerAt(extent->first, extent->second) : nullptr;
}

std::optional<NamedPlace> View::nameAt(size_t offset) const {
  SMRange range;
  if (const Definition *definition =
          now.symbols().at(now.pointer(offset), &range))
    return NamedPlace{definition, now.offset(range.Start),
                      now.offset(range.End)};
  auto extent = toEarlier(offset, offset);
  if (!extent)
    return std::nullopt;
  const Definition *definition =
      earlier->symbols().at(earlier->pointer(extent->first), &range);
  if (!definition)
    return std::nullopt;
  std::optional<size_t> begin = common.toAfter(earlier->offset(range.Start)),
                        end = common.toAfter(earlier->offset(range.End));
  if (!begin || !end || *begin > offset || *end < offset)
    return std::nullopt;
  return NamedPlace{definition, *begin, *end};
}

std::vector<const Definition *> View::visibleAt(size_t offset) const {
  std::vector<const Definition *> result;
  // A body with a hole in it may be missing from the tree.
  if (!now.parsed && earlier)
    if (auto extent = toEarlier(offset, offset))
      result = earlier->symbols().visibleAt(earlier->pointer(extent->first));
  llvm::append_range(result, now.symbols().visibleAt(now.pointer(offset)));
  return result;
}

const Definition *View::find(StringRef name, size_t offset) const {
  std::vector<const Definition *> visible = visibleAt(offset);
  for (const Definition *definition : llvm::reverse(visible))
    if (definition->id.name == name)
      return definition;
  if (const Definition *found = now.symbols().lookup(name))
    return found;
  return earlier ? earlier->symbols().lookup(name) : nullptr;
}

StringRef View::typeOf(const Definition &definition) const {
  for (const Analysis *analysis : {&now, earlier}) {
    if (!analysis || !analysis->contains(definition.id.range))
      continue;
    auto look = [&](SemaObserver::Place place, SMRange range) {
      size_t begin = analysis->offset(range.Start),
             end = analysis->offset(range.End);
      return analysis == &now ? typeOf(place, begin, end)
                              : analysis->typeOf(place, begin, end);
    };
    StringRef type = look(SemaObserver::Binding, definition.id.range);
    bool isNamed = definition.decl && definition.value;
    return type.empty() && isNamed
               ? look(SemaObserver::Expression, definition.value->range)
               : type;
  }
  return "";
}

std::optional<std::pair<size_t, size_t>>
View::extentOf(const Definition &definition) const {
  SMRange range = definition.id.range;
  if (now.contains(range))
    return std::pair(now.offset(range.Start), now.offset(range.End));
  if (!earlier || !earlier->contains(range))
    return std::nullopt;
  std::optional<size_t> begin = common.toAfter(earlier->offset(range.Start)),
                        end = common.toAfter(earlier->offset(range.End));
  if (!begin || !end || *end - *begin != definition.id.name.size())
    return std::nullopt;
  return std::pair(*begin, *end);
}
