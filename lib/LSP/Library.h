//===- Library.h - The standard library, for editors ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_LIBRARY_H
#define NNC_LIB_LSP_LIBRARY_H

#include "Symbols.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/SourceMgr.h"

#include <memory>
#include <optional>
#include <vector>

namespace nnc::editor {

/// The files of lib/std and the page of diagnostics, which the program holds.
/// An editor can open only files: they are written, not to be changed, into the
/// user's cache, or into a folder of this process where that fails.
class Library {
public:
  Library();
  ~Library();
  Library(const Library &) = delete;
  Library &operator=(const Library &) = delete;

  llvm::ArrayRef<const SymbolTable *> tables() const { return pointers; }
  /// Whether a file is one of those that were written, now or earlier.
  bool holds(llvm::StringRef path) const;
  /// The page that explains the codes, and the line of a code in it, from 1.
  const std::string &page() const { return pagePath; }
  std::optional<unsigned> lineOf(llvm::StringRef code) const;

private:
  bool write();

  llvm::SmallString<128> folder;
  bool isOurs = false; ///< to be removed at the end
  std::string pagePath;
  llvm::SourceMgr sources;
  ASTContext context;
  std::vector<std::unique_ptr<SymbolTable>> files;
  std::vector<const SymbolTable *> pointers;
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_LIBRARY_H
