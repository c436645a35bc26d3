//===- Context.h - What is being written at a place -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Told from the tokens before it, since what is being written is hardly ever a
// program.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_CONTEXT_H
#define NNC_LIB_LSP_CONTEXT_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace nnc::editor {

struct Context {
  enum Section : uint8_t { File, Body, Train, Dataset };

  /// A call whose bracket is open.
  struct Call {
    std::string callee;
    bool isSecond = false; ///< of `Dense(3)(`
    unsigned argument = 0; ///< how many commas before
    std::string named;     ///< the name of the argument, where it has one
    std::vector<std::string> given;
    bool atStart = false; ///< nothing of the argument is there yet
  };

  bool inText = false; ///< in a comment or a string
  Section section = File;
  bool atStatement = false;       ///< a statement begins here
  bool isType = false;            ///< after `:` or `->`
  bool isNew = false;             ///< a name of the user's choice comes here
  std::vector<std::string> chain; ///< `metrics`, `train` of `metrics.train.`
  std::optional<Call> call;
};

Context contextAt(llvm::StringRef text, size_t offset);

} // namespace nnc::editor

#endif // NNC_LIB_LSP_CONTEXT_H
