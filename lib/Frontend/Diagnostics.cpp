//===- Diagnostics.cpp - errors and warnings as values --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Diagnostics.h"

#include "llvm/ADT/STLExtras.h"
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
    if (candidate == word)
      continue;
    unsigned distance = word.edit_distance(candidate, true, best);
    if (distance < best ||
        (distance == best && result.empty() && distance < word.size())) {
      best = distance;
      result = candidate;
    }
  }
  return result;
}

} // namespace nnc
