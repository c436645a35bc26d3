//===- Tokens.cpp - nnc --emit=tokens -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tokens.h"

#include "Show.h"
#include "nnc/Frontend/Lexer.h"

#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

static StringRef className(const Token &token) {
  switch (token.kind) {
  case Tok::eof:
    return "end";
  case Tok::newline:
    return "newline";
  case Tok::error:
    return "error";
  case Tok::name:
    return "name";
  case Tok::number:
    return "number";
  case Tok::unit:
    return "unit";
  case Tok::string:
    return "string";
  default:
    return token.isKeyword() ? "keyword" : "punctuation";
  }
}

int showTokens(const std::string &path, const std::string &output) {
  OpenedFile file;
  if (int code = file.open(path))
    return code;
  std::string text;
  raw_string_ostream os(text);
  for (const Token &token :
       lexFile(file.context, file.sources, file.id, file.diags)) {
    auto [line, column] =
        file.sources.getLineAndColumn(token.range().Start, file.id);
    os << line << ':' << column << ' ' << className(token) << '\t' << token.text
       << '\n';
  }
  file.printAll();
  int code = writeText(output, text);
  return file.diags.hasErrors() ? int(WrongInput) : code;
}

} // namespace nnc
