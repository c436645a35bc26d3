//===- Diagnostics.h - errors and warnings as values ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The front end never prints: what it has to say is collected here, and the
// tool (or the editor's server) decides on the form.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_DIAGNOSTICS_H
#define NNC_FRONTEND_DIAGNOSTICS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/SMLoc.h"

#include <deque>
#include <string>

namespace llvm {
class raw_ostream;
class SourceMgr;
} // namespace llvm

namespace nnc {

enum class Severity { Error, Warning, Note };

/// One finding: a code, one sentence, the place, and what explains it. The
/// setters return the diagnostic itself, so that a finding reads as one
/// statement:
///
///   diags.error("E0101", op, "inner dimensions differ in `@`")
///       .label("`h` ends with 800, `w` starts with 784")
///       .note("left", "h : f32[batch, 800]")
///       .help("declare `param w: f32[800, 10]`");
struct Diagnostic {
  /// Another place that takes part, underlined with dashes.
  struct Secondary {
    llvm::SMRange range;
    std::string label;
  };
  /// A change of the source: `newText` in place of what is in the range, which
  /// is empty where something is put in.
  struct Edit {
    llvm::SMRange range;
    std::string newText;
  };
  /// A line `= label: text` below the source.
  struct Note {
    std::string label;
    std::string text;
    /// What a `help` does to the source, where that is certain.
    llvm::SmallVector<Edit, 1> edits;
  };

  Severity severity;
  std::string code;
  /// Half-open; invalid where the finding has no place in a source file.
  llvm::SMRange range;
  std::string message;
  /// What is written behind the carets.
  std::string primaryLabel;
  llvm::SmallVector<Secondary, 1> secondaries;
  llvm::SmallVector<Note, 2> notes;

  Diagnostic &label(const llvm::Twine &text);
  Diagnostic &secondary(llvm::SMRange where, const llvm::Twine &text);
  /// `= left: text`; labels other than `note` and `help` are aligned.
  Diagnostic &note(const llvm::Twine &label, const llvm::Twine &text);
  /// `= note: text`
  Diagnostic &note(const llvm::Twine &text) { return note("note", text); }
  /// `= help: text`
  Diagnostic &help(const llvm::Twine &text) { return note("help", text); }
  /// The last note's change of the source; several are made together.
  Diagnostic &edit(llvm::SMRange where, const llvm::Twine &newText);
  /// The same, before or after what is in the range.
  Diagnostic &insertBefore(llvm::SMRange where, const llvm::Twine &newText) {
    return edit({where.Start, where.Start}, newText);
  }
  Diagnostic &insertAfter(llvm::SMRange where, const llvm::Twine &newText) {
    return edit({where.End, where.End}, newText);
  }
  /// `did you mean ...?`, and the change, where `word` is what stands in the
  /// range, with or without quotes. Nothing where `close` is empty.
  Diagnostic &suggest(llvm::SMRange where, llvm::StringRef word,
                      llvm::StringRef close);
  /// The same of a name that points into a source.
  Diagnostic &suggest(llvm::StringRef word, llvm::StringRef close) {
    return suggest({llvm::SMLoc::getFromPointer(word.begin()),
                    llvm::SMLoc::getFromPointer(word.end())},
                   word, close);
  }

  /// The changes of the first help that has some, if all are in the file of the
  /// diagnostic; else none.
  const Note *fix(const llvm::SourceMgr &sources) const;
};

/// Collects the diagnostics of one compilation.
class DiagnosticEngine {
public:
  explicit DiagnosticEngine(const llvm::SourceMgr &sources)
      : sources(sources) {}
  DiagnosticEngine(const DiagnosticEngine &) = delete;
  DiagnosticEngine &operator=(const DiagnosticEngine &) = delete;

  /// The returned reference stays valid as long as the engine.
  Diagnostic &error(llvm::StringRef code, llvm::SMRange range,
                    const llvm::Twine &message) {
    return report(Severity::Error, code, range, message);
  }
  Diagnostic &warning(llvm::StringRef code, llvm::SMRange range,
                      const llvm::Twine &message) {
    return report(Severity::Warning, code, range, message);
  }
  Diagnostic &note(llvm::SMRange range, const llvm::Twine &message) {
    return report(Severity::Note, "", range, message);
  }

  bool hasErrors() const { return errors != 0; }
  unsigned errorCount() const { return errors; }
  const std::deque<Diagnostic> &all() const { return diagnostics; }
  const llvm::SourceMgr &sourceManager() const { return sources; }

  /// Forgets all findings but the first `count`.
  void forget(size_t count);

  /// Brings the findings into the order of the text; those of one place stay
  /// in the order in which they were found.
  void sort();

private:
  Diagnostic &report(Severity severity, llvm::StringRef code,
                     llvm::SMRange range, const llvm::Twine &message);

  const llvm::SourceMgr &sources;
  std::deque<Diagnostic> diagnostics;
  unsigned errors = 0;
};

/// Writes one diagnostic in the form of the language reference, section 5.
void printDiagnostic(llvm::raw_ostream &os, const llvm::SourceMgr &sources,
                     const Diagnostic &diagnostic);
/// Writes all of them, an empty line between two.
void printDiagnostics(llvm::raw_ostream &os, const DiagnosticEngine &diags);
/// The same as JSON, one object a line.
void printDiagnosticsAsJson(llvm::raw_ostream &os,
                            const DiagnosticEngine &diags);

/// The candidate closest to `word`, or an empty string where none is close
/// enough to be what the user meant.
llvm::StringRef closestName(llvm::StringRef word,
                            llvm::ArrayRef<llvm::StringRef> candidates);

} // namespace nnc

#endif // NNC_FRONTEND_DIAGNOSTICS_H
