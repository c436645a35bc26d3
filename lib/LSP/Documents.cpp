//===- Documents.cpp - The files that are open ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Documents.h"

#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/LSP/Logging.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;

void Documents::open(const URI &uri, std::string text, int64_t version) {
  Document &document = documents[uri.file().str()];
  document = Document();
  document.uri = uri;
  document.text = std::move(text);
  document.version = version;
  changed(uri.file());
}

void Documents::change(
    const URI &uri, int64_t version,
    ArrayRef<llvm::lsp::TextDocumentContentChangeEvent> changes) {
  auto it = documents.find(uri.file().str());
  if (it == documents.end())
    return;
  for (const auto &change : changes)
    applyChange(change, it->second.text);
  it->second.version = version;
  it->second.changed = true;
  changed(uri.file());
}

void Documents::close(const URI &uri) {
  if (!documents.erase(uri.file().str()))
    return;
  publish(uri, 0, {});
  changed(uri.file()); // what is on disk counts again
}

void Documents::saved(const URI &uri) { changed(uri.file()); }

void Documents::changed(StringRef path) {
  for (auto &[other, document] : documents)
    if (document.now && document.now->dependsOn(path))
      document.changed = true;
}

void Documents::update(Document &document) {
  document.changed = false;
  std::string path = document.uri.file().str();
  std::unique_ptr<Analysis> analysis;
  // What is open counts as the editor has it, saved or not.
  auto readFile = [&](StringRef other) {
    auto open = documents.find(other.str());
    if (open == documents.end())
      return MemoryBuffer::getFile(other, /*IsText=*/true);
    return ErrorOr<std::unique_ptr<MemoryBuffer>>(
        MemoryBuffer::getMemBufferCopy(open->second.text, other));
  };
  // The front end is to take any text. Should it fail all the same, one version
  // of one file has no diagnostics, and the editor keeps its server.
  CrashRecoveryContext guard;
  bool survived = guard.RunSafely([&] {
    analysis = std::make_unique<Analysis>(path, document.text, library,
                                          library.holds(path), readFile);
  });
  if (!survived) {
    llvm::lsp::Logger::error("the check of {0} has crashed", path);
    publish(document.uri, document.version, {});
    return;
  }
  // What was there before is taken apart when the editor has its answer.
  publish(document.uri, document.version,
          diagnosticsOf(*analysis, document.uri, library));
  bool wasGood = document.now && document.now->good;
  bool wasParsed = document.now && document.now->parsed;
  if (wasGood || (wasParsed && !document.whole))
    document.whole = std::move(document.now);
  document.now = std::move(analysis);
}

void Documents::update() {
  for (auto &[path, document] : documents)
    if (document.changed)
      update(document);
}

std::optional<View> Documents::view(const URI &uri) {
  auto it = documents.find(uri.file().str());
  if (it == documents.end())
    return std::nullopt;
  Document &document = it->second;
  if (document.changed)
    update(document);
  if (!document.now)
    return std::nullopt;
  return View(*document.now, document.whole.get());
}

const std::string *Documents::text(const URI &uri) const {
  auto it = documents.find(uri.file().str());
  return it == documents.end() ? nullptr : &it->second.text;
}
