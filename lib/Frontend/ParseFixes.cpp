//===- ParseFixes.cpp - changes of the source that mend its syntax --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace nnc {

/// The token before the current one that is not the end of a line.
const Token &Parser::lastToken() const {
  size_t i = position ? position - 1 : 0;
  while (i && tokens[i].is(Tok::newline))
    --i;
  return tokens[i];
}

/// Whether a line ends between two places of one buffer.
static bool lineEndsBetween(const Token &a, const Token &b) {
  const char *begin = a.range().End.getPointer();
  const char *end = b.range().Start.getPointer();
  return begin < end && StringRef(begin, end - begin).contains('\n');
}

/// Whether a misspelt keyword is that of `kind`, as `ni` for `in`.
static bool isMeant(StringRef word, StringRef keyword) {
  return closestName(word, keyword) == keyword;
}

static void suggestKeyword(const Token &token, ArrayRef<StringRef> keywords,
                           Diagnostic &diagnostic) {
  for (StringRef keyword : keywords)
    if (isMeant(token.text, keyword)) {
      diagnostic.suggest(token.range(), token.text, keyword);
      return;
    }
}

/// A token of this kind is missing.
void Parser::adviseExpected(Tok kind, Diagnostic &diagnostic) {
  if (kind == Tok::l_brace && at(Tok::equal)) {
    diagnostic.help("to compare, write `==`").edit(cur().range(), "==");
  } else if (kind == Tok::l_brace && at(Tok::newline)) {
    diagnostic.help("write `{` here").insertAfter(lastToken().range(), " {");
  } else if (at(Tok::name)) {
    // What a keyword's description names stands between backquotes.
    StringRef word = describe(kind).trim('`');
    if (!word.empty() && isAlpha(word.front()) && describe(kind) != word)
      suggestKeyword(cur(), word, diagnostic);
  }
}

/// A bracket that was opened at `opening` is not closed.
void Parser::adviseClosing(Tok kind, SMRange opening, Diagnostic &diagnostic) {
  const Token &last = lastToken();
  StringRef closing = describe(kind).trim('`');
  if (kind == Tok::r_brace) {
    if (!at(Tok::eof) && !at(Tok::newline) && !atDeclKeyword())
      return;
    SMRange end = last.range();
    // Behind a comment on the last line.
    if (position && tokens[position - 1].is(Tok::newline) &&
        tokens[position - 1].text.empty())
      end = tokens[position - 1].range();
    diagnostic.help("write `}` on a line of its own").insertAfter(end, "\n}");
    return;
  }
  bool sameLine = !lineEndsBetween(last, cur()) && !at(Tok::eof);
  // Two arguments without a comma.
  bool isArgument =
      at(Tok::name) && (next().is(Tok::equal) || next().is(Tok::colon));
  bool isNumber = at(Tok::number) && last.is(Tok::number);
  if (sameLine && (isArgument || isNumber)) {
    diagnostic.help("write `,` between the two").insertAfter(last.range(), ",");
    return;
  }
  if (sameLine && !at(Tok::kw_as) && !at(Tok::newline) && !at(Tok::r_brace) &&
      !at(Tok::l_brace) && !at(Tok::arrow) && !at(Tok::r_square) &&
      !at(Tok::r_paren))
    return;
  // At the end of the line where it was opened, unless it was left open there.
  const Token *end = &last;
  for (size_t i = 0; i + 1 < tokens.size() && i < position; ++i)
    if (tokens[i].range().Start == opening.Start &&
        !lineEndsBetween(tokens[i], tokens[i + 1]))
      for (size_t k = i + 1; k < position; ++k)
        if (lineEndsBetween(tokens[k], tokens[k + 1])) {
          end = &tokens[k];
          break;
        }
  if (end->is(Tok::l_brace))
    return;
  diagnostic.help("write `" + closing + "` after `" + end->text + "`")
      .insertAfter(end->range(), closing);
}

/// A statement that begins at `first` ends where it should not.
void Parser::adviseStatementEnd(size_t first, Diagnostic &diagnostic) {
  static const StringRef starts[] = {"let",    "param",  "state", "update",
                                     "emit",   "assert", "layer", "field",
                                     "metric", "augment"};
  static const StringRef inside[] = {"repeat", "scan", "if", "not"};
  if (!position)
    return;
  const Token &last = tokens[position - 1];
  if (last.is(Tok::name) && position - 1 == first) {
    if (last.text == "return" && !at(Tok::equal))
      diagnostic
          .help("the last value of a body is its result: leave `return` out")
          .edit({last.range().Start, cur().range().Start}, "");
    else
      suggestKeyword(last, starts, diagnostic);
    if (!diagnostic.notes.empty())
      return;
  }
  if (last.is(Tok::r_brace) && at(Tok::name) &&
      (next().is(Tok::l_brace) || next().is(Tok::name))) {
    if (cur().text == "elif")
      diagnostic.help("write `else if`").edit(cur().range(), "else if");
    else
      suggestKeyword(cur(), {"else"}, diagnostic);
    return;
  }
  if (last.is(Tok::name)) {
    suggestKeyword(last, inside, diagnostic);
    return;
  }
  // `Dense(8) hidden`
  bool ends = next().is(Tok::newline) || next().is(Tok::pipe) ||
              next().is(Tok::eof) || next().is(Tok::r_brace);
  if (last.is(Tok::r_paren) && at(Tok::name) && ends)
    diagnostic.help("write `as " + cur().text + "`")
        .insertBefore(cur().range(), "as ");
}

void Parser::adviseDeclaration(Diagnostic &diagnostic) {
  static const StringRef keywords[] = {
      "edition", "import", "dim",   "type",  "hyper",   "let",  "layer",
      "assert",  "fn",     "block", "model", "dataset", "train"};
  if (!at(Tok::name))
    return;
  if (next().is(Tok::equal))
    diagnostic.help("to bind a name, write `let name = ...`")
        .insertBefore(cur().range(), "let ");
  else if (cur().text == "def" || cur().text == "function" ||
           cur().text == "func")
    diagnostic.suggest(cur().range(), cur().text, "fn");
  else
    suggestKeyword(cur(), keywords, diagnostic);
}

} // namespace nnc
