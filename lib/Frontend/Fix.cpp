//===- Fix.cpp - mend what can be mended ----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Fix.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Parser.h"
#include "nnc/Frontend/Sema.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"

#include <set>

using namespace llvm;

namespace nnc {

namespace {
/// A change as offsets in the text.
struct Change {
  size_t begin, end;
  std::string newText;
};

/// One check of a text.
struct Round {
  unsigned syntaxErrors = 0;
  std::vector<Change> changes; ///< in the order of the text, apart
  std::vector<AppliedFix> fixes;
};
} // namespace

/// Whether two changes touch.
static bool meet(const Change &a, const Change &b) {
  return a.begin <= b.end && b.begin <= a.end;
}

static Round check(StringRef path, StringRef text, const SemaOptions &options) {
  Round round;
  ASTContext context;
  SourceMgr sources;
  DiagnosticEngine diags(sources);
  unsigned id = sources.AddNewSourceBuffer(
      MemoryBuffer::getMemBufferCopy(text, path), SMLoc());
  SourceFile *file = parseFile(context, sources, id, diags);
  round.syntaxErrors = diags.errorCount();
  if (!diags.hasErrors())
    analyze(context, sources, *file, diags, options);
  diags.sort();
  const char *start = sources.getMemoryBuffer(id)->getBufferStart();
  for (const Diagnostic &diagnostic : diags.all()) {
    const Diagnostic::Note *note = diagnostic.fix(sources);
    if (!note || sources.FindBufferContainingLoc(diagnostic.range.Start) != id)
      continue;
    std::vector<Change> changes;
    for (const Diagnostic::Edit &edit : note->edits)
      changes.push_back({size_t(edit.range.Start.getPointer() - start),
                         size_t(edit.range.End.getPointer() - start),
                         edit.newText});
    bool apart = none_of(changes, [&](const Change &change) {
      return any_of(round.changes,
                    [&](const Change &other) { return meet(change, other); });
    });
    if (!apart)
      continue; // in the next round, if it is still needed
    append_range(round.changes, changes);
    auto [line, column] = sources.getLineAndColumn(diagnostic.range.Start, id);
    round.fixes.push_back({line, column, diagnostic.code, note->text});
  }
  llvm::sort(round.changes, [](const Change &a, const Change &b) {
    return a.begin < b.begin;
  });
  return round;
}

FixResult applyFixes(StringRef path, StringRef text,
                     const SemaOptions &options) {
  constexpr unsigned kMaxRounds = 20;
  FixResult result{text.str(), {}}, before;
  std::set<std::string> seen;
  unsigned syntaxErrors = ~0U;
  for (unsigned i = 0; i < kMaxRounds; ++i) {
    Round round = check(path, result.text, options);
    if (round.syntaxErrors > syntaxErrors)
      return before;
    syntaxErrors = round.syntaxErrors;
    if (round.changes.empty() || !seen.insert(result.text).second)
      return result;
    before = result;
    std::string next;
    size_t at = 0;
    for (const Change &change : round.changes) {
      next += StringRef(result.text).slice(at, change.begin);
      next += change.newText;
      at = change.end;
    }
    next += StringRef(result.text).drop_front(at);
    result.text = std::move(next);
    append_range(result.applied, round.fixes);
  }
  return result;
}

} // namespace nnc
