//===- DiagnosticPrinter.cpp - diagnostics as text and JSON ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text form (language reference, section 5):
//
//   error[E0301]: two layers are both named `dense`
//     --> mlp.nn:7:8
//    6 |     |> Dense(64) |> relu
//      |        --------- first
//    7 |     |> Dense(10)
//      |        ^^^^^^^^^ second
//      = help: write `Dense(10) as out`
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Diagnostics.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

/// Lines longer than this are shown in part.
static constexpr size_t kMaxWidth = 160;

namespace {
/// A range in the file that holds its start.
struct Place {
  unsigned buffer = 0;
  StringRef file;
  unsigned line = 0, column = 0; ///< from 1; columns count characters
  unsigned endLine = 0, endColumn = 0;
  StringRef text;   ///< the whole line
  size_t begin = 0; ///< of the range, in bytes from the start of the line
  size_t end = 0;   ///< within the line
};

struct Mark {
  Place place;
  char sign;
  StringRef label;
};
} // namespace

/// Characters, counted as the bytes that do not continue one.
static unsigned countCharacters(StringRef text) {
  return count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
}

static StringRef lineAt(StringRef buffer, size_t offset) {
  size_t begin = buffer.rfind('\n', offset);
  // The line end itself belongs to the line that it ends.
  if (begin == offset)
    begin = offset ? buffer.rfind('\n', offset - 1) : StringRef::npos;
  begin = begin == StringRef::npos ? 0 : begin + 1;
  size_t end = std::min(buffer.find('\n', offset), buffer.size());
  return buffer.slice(begin, end).rtrim('\r');
}

static Place locate(const SourceMgr &sources, SMRange range) {
  Place place;
  if (!range.isValid())
    return place;
  place.buffer = sources.FindBufferContainingLoc(range.Start);
  if (!place.buffer)
    return place;
  const MemoryBuffer *memory = sources.getMemoryBuffer(place.buffer);
  StringRef buffer = memory->getBuffer();
  place.file = memory->getBufferIdentifier();
  size_t offset = range.Start.getPointer() - buffer.data();
  size_t stop =
      std::min<size_t>(range.End.getPointer() - buffer.data(), buffer.size());
  place.text = lineAt(buffer, offset);
  size_t lineStart = place.text.data() - buffer.data();
  place.begin = std::min(offset - lineStart, place.text.size());
  place.end = std::min(std::max(stop, offset) - lineStart, place.text.size());
  place.line = sources.FindLineNumber(range.Start, place.buffer);
  place.column = countCharacters(place.text.take_front(place.begin)) + 1;
  SMLoc last = SMLoc::getFromPointer(buffer.data() + stop);
  place.endLine = sources.FindLineNumber(last, place.buffer);
  StringRef lastLine = lineAt(buffer, stop);
  place.endColumn =
      countCharacters(buffer.slice(lastLine.data() - buffer.data(), stop)) + 1;
  return place;
}

static StringRef name(Severity severity) {
  switch (severity) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Note:
    return "note";
  }
  llvm_unreachable("covered switch");
}

/// Writes source text; what a terminal could take for a command becomes `?`.
static void printSource(raw_ostream &os, StringRef text) {
  std::string clean = json::isUTF8(text) ? text.str() : json::fixUTF8(text);
  for (char &c : clean)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
      c = '?';
  os << clean;
}

/// One line of source and the marks under it, each on a line of its own.
static void printLine(raw_ostream &os, unsigned width, ArrayRef<Mark> marks) {
  const Place &first = marks.front().place;
  std::string number = std::to_string(first.line);
  os.indent(width - number.size()) << number << " | ";
  // Of a very long line, the surroundings of the first mark.
  StringRef text = first.text;
  size_t skipped = 0;
  if (text.size() > kMaxWidth) {
    skipped = first.begin > kMaxWidth / 2 ? first.begin - kMaxWidth / 2 : 0;
    while (skipped && (text[skipped] & 0xC0) == 0x80)
      --skipped;
    text = text.substr(skipped, kMaxWidth);
  }
  printSource(os, text);
  os << '\n';
  for (const Mark &mark : marks) {
    size_t begin =
        std::min(std::max(mark.place.begin, skipped) - skipped, text.size());
    size_t end =
        std::min(std::max(mark.place.end, skipped) - skipped, text.size());
    os.indent(width) << " | ";
    for (char c : text.take_front(begin))
      if ((c & 0xC0) != 0x80)
        os << (c == '\t' ? '\t' : ' ');
    unsigned length = std::max(countCharacters(text.slice(begin, end)), 1u);
    for (unsigned i = 0; i < length; ++i)
      os << mark.sign;
    if (!mark.label.empty())
      os << ' ' << mark.label;
    os << '\n';
  }
}

static void printNotes(raw_ostream &os, unsigned width,
                       const Diagnostic &diagnostic) {
  auto isPlain = [](const Diagnostic::Note &note) {
    return note.label == "note" || note.label == "help";
  };
  size_t widest = 0;
  for (const Diagnostic::Note &note : diagnostic.notes)
    if (!isPlain(note))
      widest = std::max(widest, note.label.size());
  for (const Diagnostic::Note &note : diagnostic.notes) {
    os.indent(width) << " = " << note.label << ": ";
    if (!isPlain(note))
      os.indent(widest - note.label.size());
    os << note.text << '\n';
  }
}

void printDiagnostic(raw_ostream &os, const SourceMgr &sources,
                     const Diagnostic &diagnostic) {
  os << name(diagnostic.severity);
  if (!diagnostic.code.empty())
    os << '[' << diagnostic.code << ']';
  os << ": " << diagnostic.message << '\n';

  Place primary = locate(sources, diagnostic.range);
  unsigned width = 2;
  if (!primary.buffer)
    return printNotes(os, width, diagnostic);

  SmallVector<Mark> marks;
  for (const Diagnostic::Secondary &secondary : diagnostic.secondaries) {
    Place place = locate(sources, secondary.range);
    if (place.buffer)
      marks.push_back({place, '-', secondary.label});
  }
  marks.push_back({primary, '^', diagnostic.primaryLabel});
  for (const Mark &mark : marks)
    width = std::max<unsigned>(width, std::to_string(mark.place.line).size());
  // The primary file first, then by line; the primary mark of a line first.
  sort(marks, [&](const Mark &a, const Mark &b) {
    auto key = [&](const Mark &m) {
      return std::make_tuple(m.place.buffer != primary.buffer, m.place.buffer,
                             m.place.line, m.sign != '^', m.place.begin);
    };
    return key(a) < key(b);
  });

  os.indent(width) << "--> " << primary.file << ':' << primary.line << ':'
                   << primary.column << '\n';
  unsigned lastLine = 0, lastBuffer = primary.buffer;
  for (size_t i = 0; i < marks.size();) {
    const Place &place = marks[i].place;
    size_t next = i;
    while (next < marks.size() && marks[next].place.buffer == place.buffer &&
           marks[next].place.line == place.line)
      ++next;
    if (place.buffer != lastBuffer)
      os.indent(width) << "::: " << place.file << ':' << place.line << ':'
                       << place.column << '\n';
    else if (lastLine && place.line > lastLine + 1)
      os.indent(width) << "...\n";
    printLine(os, width, ArrayRef(marks).slice(i, next - i));
    lastLine = place.line;
    lastBuffer = place.buffer;
    i = next;
  }
  printNotes(os, width, diagnostic);
}

void printDiagnostics(raw_ostream &os, const DiagnosticEngine &diags) {
  bool first = true;
  for (const Diagnostic &diagnostic : diags.all()) {
    if (!first)
      os << '\n';
    first = false;
    printDiagnostic(os, diags.sourceManager(), diagnostic);
  }
}

static std::string utf8(StringRef text) {
  return json::isUTF8(text) ? text.str() : json::fixUTF8(text);
}

static void addPlace(json::Object &object, const Place &place) {
  object["file"] = utf8(place.file);
  object["line"] = place.line;
  object["column"] = place.column;
  object["endLine"] = place.endLine;
  object["endColumn"] = place.endColumn;
}

static json::Array editsAsJson(const SourceMgr &sources,
                               const Diagnostic::Note &note) {
  json::Array edits;
  for (const Diagnostic::Edit &edit : note.edits) {
    Place place = locate(sources, edit.range);
    if (!place.buffer)
      continue;
    json::Object range;
    addPlace(range, place);
    edits.push_back(
        json::Object{{"range", std::move(range)}, {"newText", edit.newText}});
  }
  return edits;
}

void printDiagnosticsAsJson(raw_ostream &os, const DiagnosticEngine &diags) {
  const SourceMgr &sources = diags.sourceManager();
  for (const Diagnostic &diagnostic : diags.all()) {
    json::Object object{{"severity", name(diagnostic.severity)},
                        {"code", diagnostic.code},
                        {"message", utf8(diagnostic.message)}};
    Place primary = locate(sources, diagnostic.range);
    if (primary.buffer)
      addPlace(object, primary);
    if (!diagnostic.primaryLabel.empty())
      object["label"] = utf8(diagnostic.primaryLabel);
    json::Array secondaries, notes;
    for (const Diagnostic::Secondary &secondary : diagnostic.secondaries) {
      Place place = locate(sources, secondary.range);
      if (!place.buffer)
        continue;
      json::Object entry{{"label", utf8(secondary.label)}};
      addPlace(entry, place);
      secondaries.push_back(std::move(entry));
    }
    for (const Diagnostic::Note &note : diagnostic.notes) {
      json::Object entry{{"label", utf8(note.label)},
                         {"text", utf8(note.text)}};
      if (&note == diagnostic.fix(sources))
        entry["edits"] = editsAsJson(sources, note);
      notes.push_back(std::move(entry));
    }
    object["secondary"] = std::move(secondaries);
    object["notes"] = std::move(notes);
    os << json::Value(std::move(object)) << '\n';
  }
}

} // namespace nnc
