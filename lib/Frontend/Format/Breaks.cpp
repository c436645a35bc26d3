//===- Breaks.cpp - the normal form of line breaks ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Layout.h"

using namespace llvm;

namespace nnc::format {

/// Whether that changes anything. Nothing moves up behind a comment.
bool Layout::set(int i, bool broken) {
  if (i == 0 || pieces[i].broken == broken ||
      (!broken && !pieces[i].comments.empty()))
    return false;
  pieces[i].broken = broken;
  return true;
}

/// Whether a line may end here in the middle of a statement.
bool Layout::mayBreak(int i) const {
  const Piece &left = pieces[i - 1], &right = pieces[i];
  bool inBrackets = right.opener >= 0 && !pieces[right.opener].is(Tok::l_brace);
  if (right.is(Tok::pipe) || right.is(Tok::kw_carry) || right.is(Tok::arrow) ||
      right.is(Tok::kw_grad))
    return true;
  if (left.is(Tok::equal) || left.is(Tok::comma) || isBinary(i - 1))
    return !right.closes() || inBrackets;
  return false;
}

bool Layout::normalizeBodies() {
  bool changed = false;
  for (int open = 0, e = pieces.size(); open < e; ++open) {
    if (!pieces[open].is(Tok::l_brace))
      continue;
    int close = pieces[open].match;
    unsigned statements = 0;
    bool lines = false;
    for (int i = open + 1; i <= close; ++i) {
      statements += pieces[i].startsStatement && pieces[i].opener == open;
      lines |= pieces[i].broken;
    }
    if (close == open + 1) {
      changed |= set(close, !pieces[close].comments.empty());
      continue;
    }
    // If one branch has lines of its own, so has the other.
    if (pieces[close + 1].is(Tok::kw_else)) {
      int other = close + 2;
      while (!pieces[other].is(Tok::l_brace))
        other = pieces[other].opens() ? pieces[other].match + 1 : other + 1;
      lines |= pieces[other + 1].broken;
      if (lines || statements > 1)
        changed |= set(other + 1, pieces[other + 1].is(Tok::r_brace)
                                      ? pieces[other + 1].broken
                                      : true);
    }
    if (!lines && statements <= 1)
      continue;
    for (int i = open + 1; i < close; ++i)
      if (pieces[i].startsStatement && pieces[i].opener == open)
        changed |= set(i, true);
    changed |= set(close, true);
  }
  return changed;
}

bool Layout::normalizeBrackets() {
  bool changed = false;
  for (int open = 0, e = pieces.size(); open < e; ++open) {
    if (!pieces[open].is(Tok::l_paren) && !pieces[open].is(Tok::l_square))
      continue;
    int close = pieces[open].match;
    bool lines = false;
    for (int i = open + 1; i <= close; ++i)
      lines |= pieces[i].broken && (pieces[i].opener == open || i == close);
    if (!lines)
      continue;
    changed |= set(open + 1, close > open + 1);
    changed |= set(close, close > open + 1);
    // What follows an item of several lines begins a line.
    for (int i = open + 2; i < close; ++i)
      if (pieces[i - 1].is(Tok::comma) && pieces[i].opener == open &&
          pieces[i - 2].closes() && pieces[i - 2].broken)
        changed |= set(i, true);
  }
  return changed;
}

/// Whether anything changed.
bool Layout::normalize() {
  bool changed = false;
  for (int i = 1, e = pieces.size(); i < e; ++i) {
    Piece &piece = pieces[i];
    if (piece.startsStatement) {
      if (piece.opener < 0)
        changed |= set(i, true);
      continue;
    }
    if (!piece.broken || piece.closes() || pieces[i - 1].opens())
      continue;
    // A result type follows the bracket that ends the line above.
    bool afterClosed =
        piece.is(Tok::arrow) && pieces[i - 1].broken && pieces[i - 1].closes();
    if (mayBreak(i) && !afterClosed)
      continue;
    // `|>` and a line end: the other way round.
    if (pieces[i - 1].is(Tok::pipe) && piece.comments.empty())
      changed |= set(i - 1, true);
    changed |= set(i, false);
  }
  changed |= normalizeBodies();
  changed |= normalizeBrackets();
  return changed;
}

} // namespace nnc::format
