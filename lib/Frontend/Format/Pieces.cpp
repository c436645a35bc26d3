//===- Pieces.cpp - tokens, comments and the blanks between ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Layout.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace nnc::format {

static unsigned countCharacters(StringRef text) {
  return count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
}

/// What stands between two tokens: blanks, line ends, `;` and comments.
static void readGap(StringRef buffer, size_t begin, size_t end, Piece &piece) {
  unsigned lineEnds = begin == 0; // the start of a file is one of a line
  bool first = begin == 0;
  for (size_t at = begin; at < end; ++at) {
    char c = buffer[at];
    if (c == '\n') {
      ++lineEnds;
    } else if (c == '#') {
      size_t stop = std::min(buffer.find('\n', at), end);
      size_t lineStart = buffer.rfind('\n', at);
      lineStart = lineStart == StringRef::npos ? 0 : lineStart + 1;
      piece.comments.push_back({buffer.slice(at, stop).rtrim("\r\t "),
                                lineEnds > 0, lineEnds > 1 && !first,
                                countCharacters(buffer.slice(lineStart, at))});
      lineEnds = 0;
      first = false;
      at = stop - 1;
    }
  }
  piece.broken = lineEnds > 0 || !piece.comments.empty();
  piece.blankBefore = lineEnds > 1;
}

Layout::Layout(ArrayRef<Token> tokens, StringRef buffer) {
  collect(tokens, buffer);
  findHeaders();
}

void Layout::collect(ArrayRef<Token> tokens, StringRef buffer) {
  SmallVector<int> open;
  bool starts = true;
  size_t end = buffer.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (const Token &token : tokens) {
    if (token.is(Tok::newline)) {
      starts = true;
      continue;
    }
    Piece piece{token.kind, token.text, {}};
    size_t begin =
        token.is(Tok::eof) ? buffer.size() : token.text.data() - buffer.data();
    readGap(buffer, end, begin, piece);
    end = begin + token.text.size();
    int index = pieces.size();
    if (piece.closes() && !open.empty()) {
      piece.match = open.pop_back_val();
      pieces[piece.match].match = index;
    }
    piece.opener = open.empty() ? -1 : open.back();
    piece.startsStatement = token.is(Tok::eof) || (starts && !piece.closes());
    starts = piece.is(Tok::l_brace);
    if (piece.opens())
      open.push_back(index);
    pieces.push_back(std::move(piece));
  }
}

void Layout::findHeaders() {
  for (int i = 0, e = pieces.size(); i < e; ++i) {
    if (!pieces[i].startsStatement || pieces[i].opener >= 0)
      continue;
    if (!pieces[i].is(Tok::kw_fn) && !pieces[i].is(Tok::kw_block) &&
        !pieces[i].is(Tok::kw_model))
      continue;
    for (; i < e; ++i) {
      bool top = pieces[i].opener < 0;
      pieces[i].inHeader = true;
      if (top && (pieces[i].is(Tok::equal) || pieces[i].is(Tok::l_brace)))
        break;
    }
  }
}

/// Whether a value or name ends with this token, so that a bracket after it is
/// a call or an index and a `-` is a difference.
bool Layout::isOperand(int i) const {
  switch (pieces[i].kind) {
  case Tok::name:
  case Tok::number:
  case Tok::unit:
  case Tok::string:
  case Tok::r_paren:
  case Tok::r_square:
  case Tok::r_brace:
  case Tok::kw_it:
  case Tok::kw_true:
  case Tok::kw_false:
  case Tok::kw_training:
    return true;
  default:
    return false;
  }
}

bool Layout::isBinary(int i) const {
  switch (pieces[i].kind) {
  case Tok::minus:
    return i > 0 && isOperand(i - 1) && !pieces[i].startsStatement;
  case Tok::kw_or:
  case Tok::kw_and:
  case Tok::equal_equal:
  case Tok::bang_equal:
  case Tok::less:
  case Tok::less_equal:
  case Tok::greater:
  case Tok::greater_equal:
  case Tok::plus:
  case Tok::star:
  case Tok::slash:
  case Tok::slash_slash:
  case Tok::percent:
  case Tok::at:
  case Tok::caret:
    return true;
  default:
    return false;
  }
}

/// `1/12` as a whole argument is a number to its reader.
bool Layout::isTightQuotient(int i) const {
  if (!pieces[i].is(Tok::slash) || i < 2 ||
      static_cast<size_t>(i) + 2 >= pieces.size())
    return false;
  const Piece &before = pieces[i - 2], &after = pieces[i + 2];
  return pieces[i - 1].is(Tok::number) && pieces[i + 1].is(Tok::number) &&
         (before.is(Tok::equal) || before.is(Tok::comma) ||
          before.is(Tok::l_paren) || before.is(Tok::l_square)) &&
         (after.is(Tok::comma) || after.is(Tok::r_paren) ||
          after.is(Tok::r_square) || after.startsStatement);
}

/// Whether a blank stands before this token where no line ends.
bool Layout::spaceBefore(int i) const {
  const Piece &left = pieces[i - 1], &right = pieces[i];
  switch (right.kind) {
  case Tok::eof:
  case Tok::r_paren:
  case Tok::r_square:
  case Tok::comma:
  case Tok::colon:
  case Tok::dot:
    return false;
  case Tok::r_brace:
    return !left.is(Tok::l_brace);
  case Tok::l_paren:
  case Tok::l_square:
    if (isOperand(i - 1))
      return left.is(Tok::r_brace);
    break;
  case Tok::dot_dot:
    if (isOperand(i - 1))
      return false;
    break;
  case Tok::slash:
    if (isTightQuotient(i))
      return false;
    break;
  default:
    break;
  }
  switch (left.kind) {
  case Tok::l_paren:
  case Tok::l_square:
  case Tok::dot:
  case Tok::dot_dot:
    return right.is(Tok::l_brace) || right.is(Tok::equal);
  case Tok::minus:
    return isBinary(i - 1);
  case Tok::slash:
    return !isTightQuotient(i - 1);
  default:
    return true;
  }
}

} // namespace nnc::format
