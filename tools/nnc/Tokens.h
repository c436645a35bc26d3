//===- Tokens.h - nnc --emit=tokens -----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_TOKENS_H
#define NNC_TOOLS_NNC_TOKENS_H

#include <string>

namespace nnc {

/// Prints the tokens of a file as the lexer gives them, a line for each: where
/// it begins, its class (`name`, `number`, `keyword`, `punctuation`, ...) and,
/// behind a tab, its text. Line ends are told where they end a statement.
int showTokens(const std::string &path, const std::string &output);

} // namespace nnc

#endif // NNC_TOOLS_NNC_TOKENS_H
