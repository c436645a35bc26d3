//===- ParserImpl.h - the recursive-descent parser --------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function per rule of the grammar (language reference, section 3), whose
// text stands above it. After an error the parser is in panic: nothing more is
// reported and every rule returns at once, until the list of statements that
// the error is in has skipped to the next statement.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_PARSERIMPL_H
#define NNC_LIB_FRONTEND_PARSERIMPL_H

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Lexer.h"

#include "llvm/ADT/SmallVector.h"

#include <optional>
#include <vector>

namespace nnc {

class Parser {
public:
  Parser(ASTContext &context, std::vector<Token> tokens,
         DiagnosticEngine &diags)
      : context(context), tokens(std::move(tokens)), diags(diags) {}

  llvm::ArrayRef<Stmt *> parseDecls();

private:
  using Where = const Token &;

  // Tokens.
  Where cur() const { return tokens[position]; }
  Where next() const;
  bool at(Tok kind) const { return cur().is(kind); }
  void advance();
  bool consumeIf(Tok kind);
  /// Takes a token of this kind or reports that it is missing.
  bool expect(Tok kind, const llvm::Twine &context);
  bool expectClosing(Tok kind, SMRange opening);
  SMRange rangeFrom(SMRange start) const;
  SMRange rangeFrom(Where start) const { return rangeFrom(start.range()); }

  // Errors.
  Diagnostic &error(SMRange range, const llvm::Twine &message);
  /// "expected ..., found ..." at the current token.
  Diagnostic &expected(const llvm::Twine &what);
  Diagnostic &tooDeep(SMRange range);
  // What changes the source (ParseFixes.cpp).
  void adviseExpected(Tok kind, Diagnostic &diagnostic);
  void adviseClosing(Tok kind, SMRange opening, Diagnostic &diagnostic);
  void adviseStatementEnd(size_t first, Diagnostic &diagnostic);
  void adviseDeclaration(Diagnostic &diagnostic);
  const Token &lastToken() const;
  void synchronize();
  ErrorExpr *errorExpr() { return context.create<ErrorExpr>(cur().range()); }

  /// Counts the nesting of rules; in panic where it is too deep.
  class Nesting {
  public:
    explicit Nesting(Parser &parser);
    ~Nesting() { --parser.depth; }

  private:
    Parser &parser;
  };

  /// Creates a node and checks that the tree stays within its height. What an
  /// error left incomplete becomes an ErrorExpr.
  template <typename T, typename... Args> Expr *make(Args &&...args) {
    T *node = context.create<T>(std::forward<Args>(args)...);
    if (node->height > kMaxHeight)
      tooDeep(node->range);
    if (!panic)
      return node;
    return context.create<ErrorExpr>(node->range);
  }
  template <typename T> llvm::ArrayRef<T> keep(llvm::ArrayRef<T> items) {
    return context.copy(items);
  }
  template <typename Vector> auto keep(const Vector &items) {
    return context.copy(llvm::ArrayRef(items));
  }

  // Names and types (ParseType.cpp).
  Identifier parseName(const llvm::Twine &what);
  Identifier parseLowerName(const llvm::Twine &what);
  Identifier parseUpperName(const llvm::Twine &what);
  llvm::ArrayRef<Identifier> parseNames();
  TypeExpr *parseType();
  TypeExpr *parseFields();
  llvm::ArrayRef<Expr *> parseShape();
  llvm::ArrayRef<Param> parseParams();

  // Expressions (ParseExpr.cpp).
  Expr *parseExpr();
  PipeStage parseStage();
  void checkStage(const PipeStage &stage);
  Expr *parseOr();
  Expr *parseAnd();
  Expr *parseNot();
  Expr *parseCompare();
  Expr *parseRange();
  Expr *parseAdd();
  Expr *parseMul();
  Expr *parseUnary();
  Expr *parsePower();
  Expr *parsePostfix();
  Expr *parsePrimary();
  Expr *parseNumber();
  Expr *parseUnit();
  StringExpr *parseString();
  Expr *parseParens();
  Expr *parseList();
  Expr *parseIndices(Expr *base);
  Expr *parseIf();
  Expr *parseRepeat();
  Expr *parseScan();
  Expr *parseLambda();
  llvm::ArrayRef<Argument> parseArgs(Tok closing, bool &trailingComma);
  llvm::ArrayRef<Carry> parseBindings();
  bool startsOperand() const;
  struct Number {
    bool isInteger;
    int64_t integer;
    double real;
  };
  std::optional<Number> readNumber(llvm::StringRef text, SMRange range);
  Expr *binary(BinaryOp op, SMRange opRange, Expr *lhs, Expr *rhs);

  // Statements and declarations (Parser.cpp).
  enum class Place { File, Body, Dataset, Train };
  llvm::ArrayRef<Stmt *> parseStmts(Place place, SMRange opening);
  Stmt *parseStmt();
  Stmt *parseDecl();
  Stmt *parseItem(Place place);
  Body *parseBody(Place place = Place::Body);
  Body *parseBodyAfterHeader();
  FnBody parseFnBody();
  Pattern parsePattern();
  Stmt *parseLet();
  Stmt *parseLayer();
  Stmt *parseUpdate();
  Stmt *parseAssert();
  template <typename T> Stmt *parseStored();
  template <typename T> Stmt *parseNamed();
  Stmt *parseField();
  Stmt *parseEdition();
  Stmt *parseImport();
  Stmt *parseDim();
  Stmt *parseTypeAlias();
  Stmt *parseHyper();
  Stmt *parseFn();
  Stmt *parseBlock();
  Stmt *parseModel();
  Stmt *parseDataset();
  Stmt *parseTrain();
  bool atDeclKeyword() const;
  void checkEdition(llvm::ArrayRef<Stmt *> decls);

  ASTContext &context;
  std::vector<Token> tokens;
  DiagnosticEngine &diags;
  size_t position = 0;
  unsigned depth = 0;
  bool panic = false;
  bool gaveUp = false; ///< nothing after this point is read
  unsigned errors = 0;
  /// One entry per pipeline stage around the current place: whether an `it`
  /// that refers to it was seen.
  llvm::SmallVector<bool> stages;
  std::deque<Diagnostic> swallowed; ///< takes what would be said in panic
};

} // namespace nnc

#endif // NNC_LIB_FRONTEND_PARSERIMPL_H
