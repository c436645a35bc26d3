//===- Lexer.h - text to tokens ---------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_LEXER_H
#define NNC_FRONTEND_LEXER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/SMLoc.h"

#include <vector>

namespace llvm {
class SourceMgr;
} // namespace llvm

namespace nnc {

class ASTContext;
class DiagnosticEngine;

enum class Tok {
#define NNC_TOKEN(NAME, TEXT) NAME,
#include "nnc/Frontend/TokenKinds.def"
};

/// How messages call a kind of token: "a name", "`|>`".
llvm::StringRef describe(Tok kind);

struct Token {
  Tok kind;
  /// The text in the buffer of the SourceMgr; empty for an end of line or file.
  llvm::StringRef text;
  /// The `##` lines directly above, without their marks.
  llvm::StringRef doc;

  bool is(Tok k) const { return kind == k; }
  bool isKeyword() const { return kind >= Tok::kw_along; }
  llvm::SMRange range() const {
    return {llvm::SMLoc::getFromPointer(text.begin()),
            llvm::SMLoc::getFromPointer(text.end())};
  }
};

/// All tokens of a buffer, ended by `eof`. Only those line ends that end a
/// statement are tokens (rule of section 2.2; `;` counts as one). What cannot
/// be read is reported and becomes an `error` token.
std::vector<Token> lexFile(ASTContext &context, const llvm::SourceMgr &sources,
                           unsigned bufferId, DiagnosticEngine &diags);

} // namespace nnc

#endif // NNC_FRONTEND_LEXER_H
