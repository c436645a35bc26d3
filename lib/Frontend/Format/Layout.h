//===- Layout.h - pieces of text, and where lines end -----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The formatter works on tokens, so that what it writes is what was read. It
// keeps for each token whether a line ends before it. These breaks are brought
// into a normal form, more are added while a line is too wide, and the place
// of every line follows from the breaks alone: that is why formatting twice is
// formatting once.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_FORMAT_LAYOUT_H
#define NNC_LIB_FRONTEND_FORMAT_LAYOUT_H

#include "nnc/Frontend/Lexer.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <string>
#include <vector>

namespace nnc::format {

struct Comment {
  llvm::StringRef text;
  bool ownLine;     ///< else it follows code
  bool blankBefore; ///< an empty line stands above
  unsigned column;  ///< in characters, from 0
};

/// A token with what stands before it.
struct Piece {
  Tok kind;
  llvm::StringRef text;
  llvm::SmallVector<Comment, 0> comments;
  bool startsStatement = false;
  bool blankBefore = false; ///< after the comments
  bool broken = false;      ///< a line ends before it
  int opener = -1;          ///< the innermost open bracket around it
  int match = -1;           ///< of a bracket: the other one
  bool inHeader = false;    ///< of a fn, block or model, up to its body

  bool is(Tok k) const { return kind == k; }
  bool opens() const {
    return is(Tok::l_paren) || is(Tok::l_square) || is(Tok::l_brace);
  }
  bool closes() const {
    return is(Tok::r_paren) || is(Tok::r_square) || is(Tok::r_brace);
  }
};

class Layout {
public:
  /// `tokens` without an error; ends with `eof`.
  Layout(llvm::ArrayRef<Token> tokens, llvm::StringRef buffer);

  std::string run();

private:
  // Pieces.cpp
  void collect(llvm::ArrayRef<Token> tokens, llvm::StringRef buffer);
  void findHeaders();
  bool isOperand(int i) const;
  bool isBinary(int i) const;
  bool isTightQuotient(int i) const;
  bool spaceBefore(int i) const;

  // Breaks.cpp
  bool normalize();
  bool normalizeBodies();
  bool normalizeBrackets();
  bool mayBreak(int i) const;
  bool set(int i, bool broken);

  // Wrap.cpp
  struct Line {
    int begin, end; ///< pieces; half-open
    unsigned indent;
  };
  bool wrap(Line line);
  bool wrapItems(Line line);
  bool wrapBodies(Line line);
  bool wrapHeader(Line line);
  bool wrapPipes(Line line);
  bool wrapOperators(Line line, unsigned atLeast);
  bool wrapBrackets(Line line, unsigned atLeast);
  bool breakItems(int opener, int from, int to);
  unsigned width(int begin, int end) const;
  bool isTop(Line line, int i) const { return pieces[i].opener < line.begin; }

  // Layout.cpp
  void place();
  std::string print() const;

  std::vector<Piece> pieces;
  std::vector<Line> lines;
};

} // namespace nnc::format

#endif // NNC_LIB_FRONTEND_FORMAT_LAYOUT_H
