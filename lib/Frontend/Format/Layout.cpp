//===- Layout.cpp - from breaks to text -----------------------------------===//
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

namespace {
/// What is open around a piece.
struct Frame {
  unsigned content; ///< where its statements or items begin
  unsigned close;   ///< where the closing bracket stands
  unsigned base;    ///< where the current statement or item begins
  unsigned statement;
};
} // namespace

/// Finds the lines and where they begin.
void Layout::place() {
  lines.clear();
  SmallVector<Frame> frames{{0, 0, 0, 0}};
  unsigned anchor = 0; // what a bracket opened on this line hangs on
  for (int i = 0, e = pieces.size(); i < e; ++i) {
    const Piece &piece = pieces[i];
    unsigned indent = 0;
    bool closes = piece.closes();
    if (closes) {
      indent = frames.back().close;
      frames.pop_back();
    }
    Frame &frame = frames.back();
    bool isItem = i > 0 &&
                  (pieces[i - 1].is(Tok::comma) || pieces[i - 1].opens()) &&
                  piece.opener >= 0 && !pieces[piece.opener].is(Tok::l_brace);
    if (closes) {
      if (piece.broken)
        anchor = indent;
    } else if (piece.broken || i == 0) {
      if (piece.startsStatement || isItem) {
        frame.base = frame.statement = frame.content;
        indent = frame.base;
      } else if (piece.is(Tok::pipe)) {
        indent = frame.base + 2;
      } else if (piece.is(Tok::arrow) || piece.is(Tok::kw_carry)) {
        indent = frame.base + 4;
      } else if (piece.is(Tok::kw_grad)) {
        indent = frame.base = frame.statement + 2;
      } else if (piece.is(Tok::kw_else)) {
        indent = anchor;
      } else if (pieces[i - 1].is(Tok::equal)) {
        indent = frame.base += 2;
      } else {
        indent = frame.base + (pieces[i - 1].is(Tok::comma) ? 4 : 2);
      }
      bool hangs = piece.is(Tok::arrow) || piece.is(Tok::kw_carry);
      anchor = hangs ? frame.base : indent;
    }
    if (piece.broken || i == 0) {
      if (!lines.empty())
        lines.back().end = i;
      lines.push_back({i, e, indent});
    }
    if (piece.opens()) {
      unsigned step = piece.inHeader && !piece.is(Tok::l_brace) ? 4 : 2;
      frames.push_back({anchor + step, anchor, anchor + step, anchor + step});
    }
  }
}

namespace {
/// A line of the result.
struct Row {
  std::string code;
  StringRef comment;
  unsigned column = 0; ///< of a comment behind code
};
} // namespace

static unsigned countCharacters(StringRef text) {
  return count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
}

/// Comments behind code stay in their column where the code leaves it free, and
/// those that stood below each other do so after.
static void alignComments(MutableArrayRef<Row> rows) {
  for (size_t i = 0; i < rows.size();) {
    if (rows[i].comment.empty() || rows[i].code.empty()) {
      ++i;
      continue;
    }
    size_t last = i;
    unsigned column = rows[i].column, free = column;
    for (; last < rows.size() && !rows[last].comment.empty() &&
           !rows[last].code.empty() && rows[last].column == column;
         ++last)
      free = std::max(free, countCharacters(rows[last].code) + 2);
    for (; i < last; ++i)
      rows[i].column = free;
  }
}

std::string Layout::print() const {
  std::vector<Row> rows;
  bool afterOpener = true; // or at the start of the file
  for (const Line &line : lines) {
    const Piece &first = pieces[line.begin];
    bool separate = first.startsStatement ||
                    (line.begin > 0 && pieces[line.begin - 1].is(Tok::comma));
    unsigned around = line.indent + (first.closes() ? 2 : 0);
    for (const Comment &comment : first.comments) {
      if (!comment.ownLine && !rows.empty() && rows.back().comment.empty()) {
        rows.back().comment = comment.text;
        rows.back().column = comment.column;
        continue;
      }
      if (comment.blankBefore && !afterOpener && (separate || first.closes()))
        rows.emplace_back();
      rows.push_back({std::string(around, ' ') + comment.text.str(), "", 0});
      afterOpener = false;
    }
    if (first.is(Tok::eof))
      break;
    if (first.blankBefore && !afterOpener && separate)
      rows.emplace_back();
    Row row;
    row.code.assign(line.indent, ' ');
    for (int i = line.begin; i < line.end; ++i) {
      if (i > line.begin && spaceBefore(i))
        row.code += ' ';
      row.code += pieces[i].text;
    }
    rows.push_back(std::move(row));
    afterOpener = pieces[line.end - 1].opens();
  }
  alignComments(rows);
  std::string text;
  for (const Row &row : rows) {
    text += row.code;
    if (!row.comment.empty()) {
      text.append(row.column - countCharacters(row.code), ' ');
      text += row.comment;
    }
    text += '\n';
  }
  return text;
}

std::string Layout::run() {
  bool changed = true;
  while (changed) {
    while (normalize())
      ;
    place();
    changed = false;
    for (const Line &line : lines)
      changed |= wrap(line);
  }
  return print();
}

} // namespace nnc::format
