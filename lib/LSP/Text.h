//===- Text.h - Places in a text as the protocol counts them ----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The protocol counts UTF-16 units in a line, the compiler bytes.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_TEXT_H
#define NNC_LIB_LSP_TEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/LSP/Protocol.h"

#include <optional>
#include <tuple>
#include <vector>

namespace nnc::editor {

/// The lines of a text, which must outlive it.
class Lines {
public:
  explicit Lines(llvm::StringRef text);

  /// A place beyond a line or the text is brought to its end.
  size_t offset(llvm::lsp::Position position) const;
  llvm::lsp::Position position(size_t offset) const;
  llvm::lsp::Range range(size_t begin, size_t end) const {
    return {position(begin), position(end)};
  }

private:
  llvm::StringRef line(size_t number) const;

  llvm::StringRef text;
  std::vector<size_t> starts;
};

/// Changes a text as an editor says.
void applyChange(const llvm::lsp::TextDocumentContentChangeEvent &change,
                 std::string &text);

/// What two versions of a text have in common: a beginning and an end.
class Common {
public:
  Common(llvm::StringRef before, llvm::StringRef after);

  /// Where a place of the later version is in the earlier one, if it is in
  /// what they have in common; and the other way round.
  std::optional<size_t> toBefore(size_t offset) const;
  std::optional<size_t> toAfter(size_t offset) const;
  /// Where what differs begins, and where it ends before and after.
  std::tuple<size_t, size_t, size_t> extents() const {
    return {prefix, beforeEnd, afterEnd};
  }

private:
  size_t prefix, beforeEnd, afterEnd;
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_TEXT_H
