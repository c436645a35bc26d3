//===- Text.cpp - Places in a text as the protocol counts them ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Text.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace nnc::editor;
using llvm::StringRef;
using llvm::lsp::Position;

Lines::Lines(StringRef text) : text(text), starts{0} {
  for (size_t at = text.find('\n'); at != StringRef::npos;
       at = text.find('\n', at + 1))
    starts.push_back(at + 1);
}

StringRef Lines::line(size_t number) const {
  size_t end = number + 1 < starts.size() ? starts[number + 1] : text.size();
  return text.slice(starts[number], end).rtrim("\r\n");
}

/// How many bytes the character that starts with this one has, and how many
/// UTF-16 units. What is no UTF-8 counts as one unit for each byte.
static std::pair<size_t, size_t> sizesOf(StringRef rest) {
  unsigned char first = rest.front();
  size_t bytes = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  bytes = std::min(bytes, rest.size());
  for (size_t i = 1; i < bytes; ++i)
    if ((static_cast<unsigned char>(rest[i]) & 0xC0) != 0x80)
      return {1, 1};
  return {bytes, bytes == 4 ? 2 : 1};
}

size_t Lines::offset(Position position) const {
  if (position.line < 0)
    return 0;
  if (size_t(position.line) >= starts.size())
    return text.size();
  StringRef rest = line(position.line);
  size_t at = starts[position.line];
  for (int units = 0; units < position.character && !rest.empty();) {
    auto [bytes, width] = sizesOf(rest);
    units += width;
    at += bytes;
    rest = rest.drop_front(bytes);
  }
  return at;
}

Position Lines::position(size_t offset) const {
  offset = std::min(offset, text.size());
  // Between the two characters of a line's end is no place.
  if (offset > 0 && text.substr(offset - 1).starts_with("\r\n"))
    --offset;
  size_t number = llvm::upper_bound(starts, offset) - starts.begin() - 1;
  StringRef rest = text.slice(starts[number], offset);
  int units = 0;
  while (!rest.empty()) {
    auto [bytes, width] = sizesOf(rest);
    units += width;
    rest = rest.drop_front(bytes);
  }
  return Position(number, units);
}

void nnc::editor::applyChange(
    const llvm::lsp::TextDocumentContentChangeEvent &change,
    std::string &text) {
  if (!change.range) {
    text = change.text;
    return;
  }
  Lines lines(text);
  size_t begin = lines.offset(change.range->start);
  size_t end = std::max(begin, lines.offset(change.range->end));
  text.replace(begin, end - begin, change.text);
}

Common::Common(StringRef before, StringRef after) {
  size_t least = std::min(before.size(), after.size());
  prefix = std::mismatch(before.begin(), before.begin() + least, after.begin())
               .first -
           before.begin();
  beforeEnd = before.size();
  afterEnd = after.size();
  while (beforeEnd > prefix && afterEnd > prefix &&
         before[beforeEnd - 1] == after[afterEnd - 1]) {
    --beforeEnd;
    --afterEnd;
  }
}

std::optional<size_t> Common::toBefore(size_t offset) const {
  if (offset <= prefix)
    return offset;
  if (offset >= afterEnd)
    return offset - afterEnd + beforeEnd;
  return std::nullopt;
}

std::optional<size_t> Common::toAfter(size_t offset) const {
  if (offset <= prefix)
    return offset;
  if (offset >= beforeEnd)
    return offset - beforeEnd + afterEnd;
  return std::nullopt;
}
