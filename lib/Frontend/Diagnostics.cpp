//===- Diagnostics.cpp - errors and warnings as values --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Diagnostics.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SourceMgr.h"

#include <tuple>

using namespace llvm;

namespace nnc {

Diagnostic &Diagnostic::label(const Twine &text) {
  primaryLabel = text.str();
  return *this;
}

Diagnostic &Diagnostic::secondary(SMRange where, const Twine &text) {
  secondaries.push_back({where, text.str()});
  return *this;
}

Diagnostic &Diagnostic::note(const Twine &label, const Twine &text) {
  notes.push_back({label.str(), text.str(), {}});
  return *this;
}

Diagnostic &Diagnostic::edit(SMRange where, const Twine &newText) {
  notes.back().edits.push_back({where, newText.str()});
  return *this;
}

/// Whether two neighbouring letters change places between the words.
static bool isSwapped(StringRef a, StringRef b) {
  if (a.size() != b.size())
    return false;
  size_t i = 0;
  while (i + 1 < a.size() && a[i] == b[i])
    ++i;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.drop_front(i + 2) == b.drop_front(i + 2);
}

Diagnostic &Diagnostic::suggest(SMRange where, StringRef word,
                                StringRef close) {
  if (close.empty())
    return *this;
  help("did you mean `" + close + "`?");
  // What is further away may be meant, but is not certain.
  unsigned certain = word.size() > 4 ? 2 : 1;
  if (!isSwapped(word, close) && !word.equals_insensitive(close) &&
      word.edit_distance(close, true, certain) > certain)
    return *this;
  StringRef text(where.Start.getPointer(),
                 where.End.getPointer() - where.Start.getPointer());
  if (text == word)
    edit(where, close);
  else if (text.size() == word.size() + 2 && text.front() == '"' &&
           text.drop_front().drop_back() == word)
    edit(where, "\"" + close + "\"");
  else if (text.ends_with(word) && text.drop_back(word.size()).ends_with("."))
    edit({SMLoc::getFromPointer(text.end() - word.size()), where.End}, close);
  return *this;
}

const Diagnostic::Note *Diagnostic::fix(const SourceMgr &sources) const {
  if (!range.isValid())
    return nullptr;
  unsigned buffer = sources.FindBufferContainingLoc(range.Start);
  for (const Note &note : notes)
    if (!note.edits.empty())
      return all_of(note.edits,
                    [&](const Edit &edit) {
                      return sources.FindBufferContainingLoc(
                                 edit.range.Start) == buffer;
                    })
                 ? &note
                 : nullptr;
  return nullptr;
}

Diagnostic &DiagnosticEngine::report(Severity severity, StringRef code,
                                     SMRange range, const Twine &message) {
  if (severity == Severity::Error)
    ++errors;
  diagnostics.push_back(
      {severity, code.str(), range, message.str(), "", {}, {}});
  return diagnostics.back();
}

void DiagnosticEngine::forget(size_t count) {
  for (; diagnostics.size() > count; diagnostics.pop_back())
    errors -= diagnostics.back().severity == Severity::Error;
}

void DiagnosticEngine::sort() {
  // Files in the order in which they were loaded, then by place.
  SmallVector<std::tuple<unsigned, const char *, size_t>> order;
  for (auto [index, d] : enumerate(diagnostics)) {
    if (d.range.isValid())
      order.emplace_back(sources.FindBufferContainingLoc(d.range.Start),
                         d.range.Start.getPointer(), index);
    else
      order.emplace_back(0, nullptr, index);
  }
  llvm::sort(order);
  std::deque<Diagnostic> sorted;
  for (auto [buffer, place, index] : order)
    sorted.push_back(std::move(diagnostics[index]));
  diagnostics = std::move(sorted);
}

StringRef closestName(StringRef word, ArrayRef<StringRef> candidates) {
  // A third of the letters may differ: `btach` finds `batch`, `x` finds none.
  unsigned best = word.size() / 3 + 1;
  StringRef result;
  for (StringRef candidate : candidates) {
    if (candidate == word || word.empty() || candidate.empty())
      continue;
    // A capital says what a name is for; who errs there errs there alone.
    if (isUpper(word.front()) != isUpper(candidate.front()) &&
        !word.equals_insensitive(candidate))
      continue;
    unsigned distance = isSwapped(word, candidate)
                            ? 1
                            : word.edit_distance(candidate, true, best);
    if (distance < best ||
        (distance == best && result.empty() && distance < word.size())) {
      best = distance;
      result = candidate;
    }
  }
  return result;
}

} // namespace nnc
