//===- Words.h - What the words of the language mean ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_WORDS_H
#define NNC_LIB_LSP_WORDS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace nnc::editor {

/// The word around an offset; empty where there is none.
llvm::StringRef wordAt(llvm::StringRef text, size_t offset);

/// Whether a name may be written like this: no reserved word.
bool isName(llvm::StringRef word);

/// A primitive function, a key of a section, a value that needs no declaration;
/// in Markdown, empty where it is none of them.
std::string describeWord(llvm::StringRef word, llvm::StringRef text,
                         size_t begin);

/// `sum(x, axis?, keep?)`; empty where there is no such primitive.
std::string primitiveSignature(llvm::StringRef name);

/// What a key of a `train` section is for.
llvm::StringRef describeKey(llvm::StringRef key);

} // namespace nnc::editor

#endif // NNC_LIB_LSP_WORDS_H
