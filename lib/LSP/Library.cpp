//===- Library.cpp - The standard library, for editors --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Library.h"

#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Explanations.h"
#include "nnc/Frontend/Parser.h"
#include "nnc/Frontend/StandardLibrary.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

#include <chrono>

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;

/// Writes a file that nobody is to change; false where that fails.
static bool writeFile(StringRef path, StringRef text) {
  if (auto old = MemoryBuffer::getFile(path);
      old && (*old)->getBuffer() == text)
    return true;
  Error error = writeToOutput(path, [&](raw_ostream &os) {
    os << text;
    return Error::success();
  });
  if (error) {
    consumeError(std::move(error));
    return false;
  }
  // Otherwise it can be changed by mistake, which does no harm.
  consumeError(
      errorCodeToError(sys::fs::setPermissions(path, sys::fs::all_read)));
  return true;
}

bool Library::write() {
  SmallString<128> path(folder);
  sys::path::append(path, "std");
  if (sys::fs::create_directories(path))
    return false;
  for (auto [name, text] : standardLibrary()) {
    SmallString<128> file(path);
    sys::path::append(file, name);
    if (!writeFile(file, text))
      return false;
  }
  path = folder;
  sys::path::append(path, "Diagnostics.md");
  pagePath = std::string(path);
  return writeFile(path, diagnosticsPage());
}

/// Says that a folder is in use, and removes those of other versions that were
/// not for a month.
static void removeUnused(StringRef folder) {
  auto now = std::chrono::system_clock::now();
  int descriptor;
  if (!sys::fs::openFileForRead(folder, descriptor)) {
    consumeError(errorCodeToError(
        sys::fs::setLastAccessAndModificationTime(descriptor, now)));
    consumeError(errorCodeToError(sys::fs::closeFile(descriptor)));
  }
  std::error_code error;
  for (sys::fs::directory_iterator it(sys::path::parent_path(folder), error,
                                      /*follow_symlinks=*/false),
       end;
       !error && it != end; it.increment(error)) {
    auto status = it->status();
    if (status && status->type() == sys::fs::file_type::directory_file &&
        sys::path::filename(it->path()).starts_with("library-") &&
        now - status->getLastModificationTime() > std::chrono::hours(30 * 24))
      consumeError(errorCodeToError(sys::fs::remove_directories(it->path())));
  }
}

Library::Library() {
  // Another version of nnc has another folder.
  std::string all = diagnosticsPage();
  for (auto [name, text] : standardLibrary())
    all += text;
  SmallString<128> cache;
  bool written = false;
  if (sys::path::cache_directory(cache) && sys::path::is_absolute(cache)) {
    folder = cache;
    sys::path::append(folder, "nnc", "library-" + utohexstr(xxh3_64bits(all)));
    written = write();
    if (written)
      removeUnused(folder);
  }
  if (!written && !sys::fs::createUniqueDirectory("nnc-library", folder)) {
    // Where this fails too, only their definitions cannot be opened.
    isOurs = true;
    write();
  }
  std::vector<SourceFile *> parsed;
  DiagnosticEngine diags(sources);
  for (auto [name, text] : standardLibrary()) {
    unsigned id = sources.AddNewSourceBuffer(
        MemoryBuffer::getMemBuffer(text, name), SMLoc());
    parsed.push_back(parseFile(context, sources, id, diags));
    SmallString<128> path(folder);
    sys::path::append(path, "std", name);
    // Each of them sees those before it; only the names of users are followed.
    files.push_back(std::make_unique<SymbolTable>(
        std::string(path), sources.getMemoryBuffer(id)->getBuffer(),
        *parsed.back(), pointers, StringMap<const SymbolTable *>(), true));
    pointers.push_back(files.back().get());
  }
}

Library::~Library() {
  if (isOurs)
    consumeError(errorCodeToError(sys::fs::remove_directories(folder)));
}

bool Library::holds(StringRef path) const {
  // Also one that another version of nnc has written.
  StringRef parent = sys::path::parent_path(path),
            library = sys::path::parent_path(parent);
  return sys::path::filename(parent) == "std" &&
         (library == folder ||
          (sys::path::filename(library).starts_with("library-") &&
           sys::path::filename(sys::path::parent_path(library)) == "nnc"));
}

std::optional<unsigned> Library::lineOf(StringRef code) const {
  StringRef page = diagnosticsPage();
  size_t at = page.find(("\n## " + code + " ").str());
  if (at == StringRef::npos)
    return std::nullopt;
  return page.take_front(at).count('\n') + 2;
}
