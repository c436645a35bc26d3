//===- Diagnostics.cpp - What is wrong, and what mends it -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Features.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;

static std::string utf8(StringRef text) {
  return json::isUTF8(text) ? text.str() : json::fixUTF8(text);
}

/// The message with its label and notes, as lines.
static std::string messageOf(const Diagnostic &diagnostic) {
  std::string text = diagnostic.message;
  if (!diagnostic.primaryLabel.empty())
    text += "\n" + diagnostic.primaryLabel;
  for (const Diagnostic::Note &note : diagnostic.notes)
    text += "\n" + note.label + ": " + note.text;
  return utf8(text);
}

/// Where something stands that is not in the file itself, if it is in one.
static std::optional<lsp::Location> elsewhere(const SourceMgr &sources,
                                              SMRange range) {
  unsigned id =
      range.isValid() ? sources.FindBufferContainingLoc(range.Start) : 0;
  if (!id)
    return std::nullopt;
  const MemoryBuffer *buffer = sources.getMemoryBuffer(id);
  StringRef path = buffer->getBufferIdentifier();
  if (!sys::path::is_absolute(path))
    return std::nullopt; // of the library, which the program holds
  Expected<URI> uri = URI::fromFile(path);
  if (!uri) {
    consumeError(uri.takeError());
    return std::nullopt;
  }
  const char *start = buffer->getBufferStart();
  Lines lines(buffer->getBuffer());
  return lsp::Location(*uri, lines.range(range.Start.getPointer() - start,
                                         range.End.getPointer() - start));
}

json::Array editor::diagnosticsOf(const Analysis &file, const URI &uri,
                                  const Library &library) {
  const SourceMgr &sources = file.sourceManager();
  json::Array result;
  for (const Diagnostic &diagnostic : file.diagnostics().all()) {
    auto range = [&](SMRange place) {
      return file.lines.range(file.offset(place.Start), file.offset(place.End));
    };
    lsp::Range where;
    json::Array related;
    auto relate = [&](const lsp::Location &location, StringRef text) {
      // LLVM's form of a location refers to the string of its URI.
      related.push_back(json::Object{
          {"location", json::Object{{"uri", location.uri.uri().str()},
                                    {"range", json::Value(location.range)}}},
          {"message", utf8(text.empty() ? "here" : text)}});
    };
    if (file.contains(diagnostic.range)) {
      where = range(diagnostic.range);
    } else if (auto location = elsewhere(sources, diagnostic.range)) {
      // Shown where the file is imported.
      if (const ImportDecl *import = file.importOf(location->uri.file()))
        where = range(import->path->range);
      relate(*location, diagnostic.message);
    }
    for (const Diagnostic::Secondary &secondary : diagnostic.secondaries)
      if (file.contains(secondary.range))
        relate({uri, range(secondary.range)}, secondary.label);
      else if (auto location = elsewhere(sources, secondary.range))
        relate(*location, secondary.label);
    int severity = diagnostic.severity == Severity::Error     ? 1
                   : diagnostic.severity == Severity::Warning ? 2
                                                              : 3;
    json::Object object{{"range", json::Value(where)},
                        {"severity", severity},
                        {"source", "nnc"},
                        {"message", messageOf(diagnostic)}};
    if (!diagnostic.code.empty())
      object["code"] = diagnostic.code;
    std::optional<unsigned> line = library.lineOf(diagnostic.code);
    Expected<URI> page = URI::fromFile(library.page());
    if (line && page)
      object["codeDescription"] =
          json::Object{{"href", (page->uri() + "#L" + Twine(*line)).str()}};
    if (!page)
      consumeError(page.takeError());
    if (!related.empty())
      object["relatedInformation"] = std::move(related);
    result.push_back(std::move(object));
  }
  return result;
}

json::Array editor::actionsFor(const Analysis &file, const URI &uri,
                               size_t begin, size_t end) {
  json::Array result;
  for (const Diagnostic &diagnostic : file.diagnostics().all()) {
    if (!file.contains(diagnostic.range) ||
        file.offset(diagnostic.range.Start) > end ||
        file.offset(diagnostic.range.End) < begin)
      continue;
    const Diagnostic::Note *fix = diagnostic.fix(file.sourceManager());
    if (!fix)
      continue;
    json::Array edits;
    for (const Diagnostic::Edit &edit : fix->edits)
      edits.push_back(json::Object{
          {"range", json::Value(file.lines.range(file.offset(edit.range.Start),
                                                 file.offset(edit.range.End)))},
          {"newText", edit.newText}});
    result.push_back(json::Object{
        {"title", diagnostic.code + ": " + utf8(fix->text)},
        {"kind", "quickfix"},
        {"isPreferred", true},
        {"edit", json::Object{{"changes",
                               json::Object{{uri.uri(), std::move(edits)}}}}}});
  }
  return result;
}
