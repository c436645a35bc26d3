//===- Wrap.cpp - where a line that is too wide ends ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Layout.h"
#include "nnc/Frontend/Format.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace nnc::format {

/// Of the code from one piece to another, on one line.
unsigned Layout::width(int begin, int end) const {
  unsigned result = 0;
  for (int i = begin; i < end; ++i) {
    result += i > begin && spaceBefore(i);
    result +=
        count_if(pieces[i].text, [](char c) { return (c & 0xC0) != 0x80; });
  }
  return result;
}

/// A line for each item of a bracket that begins in `from..to`.
bool Layout::breakItems(int opener, int from, int to) {
  bool changed = false;
  for (int i = from; i < to; ++i)
    if (pieces[i - 1].is(Tok::comma) && pieces[i - 1].opener == opener &&
        !pieces[i].closes())
      changed |= set(i, true);
  return changed;
}

/// The items of a bracket whose content is this line. Lists are filled, since
/// their elements are alike.
bool Layout::wrapItems(Line line) {
  int opener = pieces[line.begin].opener;
  if (opener < 0 || pieces[opener].is(Tok::l_brace))
    return false;
  if (!pieces[opener].is(Tok::l_square))
    return breakItems(opener, line.begin + 1, line.end);
  int last = -1;
  for (int i = line.begin + 1; i < line.end; ++i)
    if (pieces[i - 1].is(Tok::comma) && pieces[i - 1].opener == opener &&
        (last < 0 || line.indent + width(line.begin, i) <= kFormatWidth))
      last = i;
  return last >= 0 && !pieces[last].closes() && set(last, true);
}

/// Bodies that are written on the line get lines of their own.
bool Layout::wrapBodies(Line line) {
  bool changed = false;
  for (int i = line.begin; i < line.end; ++i)
    if (pieces[i].is(Tok::l_brace) && isTop(line, i) &&
        pieces[i].match < line.end && pieces[i].match > i + 1)
      changed |= set(i + 1, true);
  return changed;
}

bool Layout::wrapPipes(Line line) {
  bool changed = false;
  for (int i = line.begin + 1; i < line.end; ++i)
    if (pieces[i].is(Tok::pipe) && isTop(line, i))
      changed |= set(i, true);
  return changed;
}

/// The signature of a declaration: a body that begins on the line, then the
/// expression after `=`, then the result, then the longer list of parameters.
bool Layout::wrapHeader(Line line) {
  if (wrapBodies(line))
    return true;
  for (int i = line.begin; i + 1 < line.end; ++i)
    if (pieces[i].inHeader && isTop(line, i) && pieces[i].is(Tok::equal))
      return set(i + 1, true);
  int longest = -1;
  for (int i = line.begin; i < line.end; ++i) {
    if (!pieces[i].inHeader || !isTop(line, i))
      continue;
    if (pieces[i].is(Tok::arrow) && i > line.begin &&
        line.indent + width(line.begin, i) <= kFormatWidth &&
        line.indent + 4 + width(i, line.end) <= kFormatWidth &&
        !(pieces[i - 1].broken && pieces[i - 1].closes()))
      return set(i, true);
    if (pieces[i].opens() && pieces[i].match > i + 1 &&
        pieces[i].match < line.end &&
        (longest < 0 ||
         width(i, pieces[i].match) > width(longest, pieces[longest].match)))
      longest = i;
  }
  if (longest < 0)
    return false;
  set(longest + 1, true);
  breakItems(longest, longest + 1, pieces[longest].match);
  return true;
}

static unsigned precedence(Tok kind) {
  switch (kind) {
  case Tok::kw_or:
    return 1;
  case Tok::kw_and:
    return 2;
  case Tok::plus:
  case Tok::minus:
    return 4;
  case Tok::star:
  case Tok::slash:
  case Tok::slash_slash:
  case Tok::percent:
  case Tok::at:
    return 5;
  case Tok::caret:
    return 6;
  default:
    return 3;
  }
}

/// After the operators that bind least, if there are enough of them.
bool Layout::wrapOperators(Line line, unsigned atLeast) {
  unsigned least = 7;
  SmallVector<int> after;
  for (int i = line.begin; i + 1 < line.end; ++i) {
    if (!isTop(line, i) || !isBinary(i))
      continue;
    unsigned level = precedence(pieces[i].kind);
    if (level < least)
      after.clear();
    least = std::min(least, level);
    if (level == least)
      after.push_back(i + 1);
  }
  bool changed = false;
  if (after.size() >= atLeast)
    for (int i : after)
      changed |= set(i, true);
  return changed;
}

/// The widest bracket of the line; a record gets a line for each field.
bool Layout::wrapBrackets(Line line, unsigned atLeast) {
  int widest = -1;
  unsigned most = atLeast;
  for (int i = line.begin; i < line.end; ++i) {
    if (!isTop(line, i) || !pieces[i].opens() || pieces[i].is(Tok::l_brace) ||
        pieces[i].match >= line.end || pieces[i].match == i + 1)
      continue;
    unsigned wide = width(i, pieces[i].match);
    if (wide >= most) {
      most = wide;
      widest = i;
    }
  }
  if (widest < 0 || !set(widest + 1, true))
    return false;
  bool isRecord = pieces[widest].is(Tok::l_paren) &&
                  !(widest > 0 && isOperand(widest - 1)) &&
                  pieces[widest + 2].is(Tok::equal);
  if (isRecord)
    breakItems(widest, widest + 1, pieces[widest].match);
  return true;
}

/// Ends the line somewhere, if that is possible.
bool Layout::wrap(Line line) {
  if (line.indent + width(line.begin, line.end) <= kFormatWidth)
    return false;
  const Piece &first = pieces[line.begin];
  if (wrapItems(line))
    return true;
  if (first.inHeader && wrapHeader(line))
    return true;
  if (wrapPipes(line) || wrapBodies(line))
    return true;
  if (first.is(Tok::kw_assert))
    for (int i = line.begin + 1; i < line.end; ++i)
      if (pieces[i - 1].is(Tok::comma) && isTop(line, i - 1))
        return set(i, true);
  return wrapOperators(line, 2) || wrapBrackets(line, 20) ||
         wrapOperators(line, 1) || wrapBrackets(line, 0);
}

} // namespace nnc::format
