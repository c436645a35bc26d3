//===- Format.cpp - the one style of .nn files ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Format.h"
#include "Layout.h"
#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Parser.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;

namespace nnc {

/// Whether a parser would take two lists of tokens for the same.
static bool sameProgram(ArrayRef<Token> a, ArrayRef<Token> b) {
  // Line ends that separate nothing are not written again.
  auto significant = [](ArrayRef<Token> tokens) {
    std::vector<Token> result;
    for (const Token &token : tokens) {
      bool atEnd = token.is(Tok::r_brace) || token.is(Tok::eof);
      while (atEnd && !result.empty() && result.back().is(Tok::newline))
        result.pop_back();
      bool afterStart = result.empty() || result.back().is(Tok::l_brace) ||
                        result.back().is(Tok::newline);
      if (!token.is(Tok::newline) || !afterStart)
        result.push_back(token);
    }
    return result;
  };
  std::vector<Token> left = significant(a), right = significant(b);
  if (left.size() != right.size())
    return false;
  for (auto [l, r] : zip(left, right)) {
    // Before a `}` there is nothing to document.
    bool isDeclaration = !l.is(Tok::r_brace) && !l.is(Tok::eof);
    if (l.kind != r.kind || (!l.is(Tok::newline) && l.text != r.text) ||
        (isDeclaration && l.doc != r.doc))
      return false;
  }
  return true;
}

Expected<std::optional<std::string>> formatBuffer(ASTContext &context,
                                                  const SourceMgr &sources,
                                                  unsigned bufferId,
                                                  DiagnosticEngine &diags) {
  parseFile(context, sources, bufferId, diags);
  if (diags.hasErrors())
    return std::nullopt;
  const MemoryBuffer &buffer = *sources.getMemoryBuffer(bufferId);
  DiagnosticEngine silent(sources);
  std::vector<Token> tokens = lexFile(context, sources, bufferId, silent);
  std::string text = format::Layout(tokens, buffer.getBuffer()).run();

  SourceMgr after;
  unsigned id = after.AddNewSourceBuffer(
      MemoryBuffer::getMemBuffer(text, "", false), SMLoc());
  if (!sameProgram(tokens, lexFile(context, after, id, silent)))
    return createStringError(buffer.getBufferIdentifier() +
                             ": formatting would change the program");
  return text;
}

} // namespace nnc
