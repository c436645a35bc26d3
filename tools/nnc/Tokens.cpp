//===- Tokens.cpp - nnc --emit=tokens -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tokens.h"

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Lexer.h"
#include "nnc/Pipeline/Compiler.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
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

int showTokens(const std::string &path) {
  auto buffer = MemoryBuffer::getFileOrSTDIN(path, /*IsText=*/true);
  if (!buffer) {
    errs() << "error: " << path << ": " << buffer.getError().message() << '\n';
    return WrongInput;
  }
  SourceMgr sources;
  ASTContext context;
  DiagnosticEngine diags(sources);
  unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
  for (const Token &token : lexFile(context, sources, id, diags)) {
    auto [line, column] = sources.getLineAndColumn(token.range().Start, id);
    outs() << line << ':' << column << ' ' << className(token) << '\t'
           << token.text << '\n';
  }
  diags.sort();
  printDiagnostics(errs(), diags);
  return diags.hasErrors() ? WrongInput : Done;
}

} // namespace nnc
