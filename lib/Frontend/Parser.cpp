//===- Parser.cpp - declarations and statements ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Parser.h"
#include "ParserImpl.h"

#include "llvm/Support/SourceMgr.h"

using namespace llvm;

namespace nnc {

//===----------------------------------------------------------------------===//
// Tokens and errors
//===----------------------------------------------------------------------===//

const Token &Parser::next() const {
  return tokens[std::min(position + 1, tokens.size() - 1)];
}

void Parser::advance() {
  if (position + 1 < tokens.size())
    ++position;
}

bool Parser::consumeIf(Tok kind) {
  if (panic || !at(kind))
    return false;
  advance();
  return true;
}

bool Parser::expect(Tok kind, const Twine &context) {
  if (consumeIf(kind))
    return true;
  Diagnostic &diagnostic = context.isTriviallyEmpty()
                               ? expected(describe(kind))
                               : expected(describe(kind) + " " + context);
  adviseExpected(kind, diagnostic);
  return false;
}

bool Parser::expectClosing(Tok kind, SMRange opening) {
  if (consumeIf(kind))
    return true;
  Diagnostic &diagnostic =
      expected(describe(kind)).secondary(opening, "opened here");
  adviseClosing(kind, opening, diagnostic);
  return false;
}

SMRange Parser::rangeFrom(SMRange start) const {
  SMLoc end = start.End;
  if (position) {
    SMLoc last = tokens[position - 1].range().End;
    if (last.getPointer() > end.getPointer())
      end = last;
  }
  return {start.Start, end};
}

Diagnostic &Parser::error(SMRange range, const Twine &message) {
  constexpr unsigned kMaxErrors = 50;
  if (panic || gaveUp) {
    swallowed.clear();
    swallowed.push_back({Severity::Error, "", range, "", "", {}, {}});
    return swallowed.back();
  }
  panic = true;
  if (++errors == kMaxErrors)
    gaveUp = true;
  return diags.error("E0001", range, message);
}

Diagnostic &Parser::expected(const Twine &what) {
  if (at(Tok::error)) // already reported by the lexer
    panic = true;
  std::string found;
  if (cur().text.empty() || at(Tok::newline))
    found = describe(cur().kind).str();
  else if (at(Tok::string))
    found = "a string";
  else
    found = ("`" + cur().text + "`").str();
  return error(cur().range(), "expected " + what + ", found " + found);
}

Diagnostic &Parser::tooDeep(SMRange range) {
  Diagnostic &diagnostic =
      error(range, "nested more than " + Twine(kMaxHeight) + " levels deep")
          .help("bind parts of it with `let`");
  gaveUp = panic = true;
  position = tokens.size() - 1;
  return diagnostic;
}

Parser::Nesting::Nesting(Parser &parser) : parser(parser) {
  if (++parser.depth > kMaxHeight && !parser.gaveUp)
    parser.tooDeep(parser.cur().range());
}

/// Skips to the end of the statement that the error is in.
void Parser::synchronize() {
  unsigned braces = 0;
  for (; !at(Tok::eof); advance()) {
    if (at(Tok::l_brace)) {
      ++braces;
    } else if (at(Tok::r_brace)) {
      if (braces == 0)
        break;
      --braces;
    } else if (braces == 0 && at(Tok::newline)) {
      break;
    }
  }
  panic = gaveUp;
}

//===----------------------------------------------------------------------===//
// Lists of statements
//===----------------------------------------------------------------------===//

/// Whether a statement that begins so stands only at the top of a file.
static bool startsDeclaration(const Token &token) {
  switch (token.kind) {
  case Tok::kw_edition:
  case Tok::kw_import:
  case Tok::kw_dim:
  case Tok::kw_type:
  case Tok::kw_hyper:
  case Tok::kw_block:
  case Tok::kw_model:
  case Tok::kw_dataset:
  case Tok::kw_train:
    return true;
  default:
    return false;
  }
}

/// Whether a statement starts here that stands only at the top of a file,
/// which inside a body means that the body was not closed.
bool Parser::atDeclKeyword() const {
  if (position && !tokens[position - 1].is(Tok::newline) &&
      !tokens[position - 1].is(Tok::l_brace) &&
      !tokens[position - 1].is(Tok::r_brace))
    return false;
  return startsDeclaration(cur()) || (at(Tok::kw_fn) && next().is(Tok::name));
}

/// Whether a statement lacks the name that it declares or sets, after an error;
/// nobody could refer to it.
static bool isNameless(const Stmt &stmt) {
  switch (stmt.kind) {
  case Stmt::Kind::Let:
    return cast<LetStmt>(stmt).pattern.names.empty();
  case Stmt::Kind::Layer:
    return !cast<LayerStmt>(stmt).name;
  case Stmt::Kind::Update:
    return !cast<UpdateStmt>(stmt).path.back();
  case Stmt::Kind::Param:
    return !cast<ParamStmt>(stmt).name;
  case Stmt::Kind::State:
    return !cast<StateStmt>(stmt).name;
  case Stmt::Kind::Emit:
    return !cast<EmitStmt>(stmt).name;
  case Stmt::Kind::TypeAlias:
    return !cast<TypeAliasDecl>(stmt).name;
  case Stmt::Kind::Hyper:
    return !cast<HyperDecl>(stmt).name;
  case Stmt::Kind::Fn:
    return !cast<FnDecl>(stmt).name;
  case Stmt::Kind::Block:
    return !cast<BlockDecl>(stmt).name;
  case Stmt::Kind::Model:
    return !cast<ModelDecl>(stmt).name;
  case Stmt::Kind::Dataset:
    return !cast<DatasetDecl>(stmt).name;
  case Stmt::Kind::Train:
    return !cast<TrainDecl>(stmt).model;
  case Stmt::Kind::Field:
    return !cast<FieldItem>(stmt).name;
  case Stmt::Kind::Augment:
    return !cast<AugmentItem>(stmt).name;
  case Stmt::Kind::Metric:
    return !cast<MetricItem>(stmt).name;
  default:
    return false; // needs none, or has one
  }
}

// [ stmt { NL stmt } ], up to the closing brace or the end of the file.
ArrayRef<Stmt *> Parser::parseStmts(Place place, SMRange opening) {
  SmallVector<Stmt *> stmts;
  while (!gaveUp) {
    while (at(Tok::newline))
      advance();
    if (at(Tok::eof) || (place != Place::File && at(Tok::r_brace)))
      break;
    if (place != Place::File && atDeclKeyword()) {
      Diagnostic &diagnostic =
          expected("`}`").secondary(opening, "opened here");
      adviseClosing(Tok::r_brace, opening, diagnostic);
      return keep(stmts);
    }
    size_t before = position;
    StringRef doc = cur().doc;
    Stmt *stmt = place == Place::File   ? parseDecl()
                 : place == Place::Body ? parseStmt()
                                        : parseItem(place);
    if (stmt && !isNameless(*stmt)) {
      stmt->doc = doc;
      stmts.push_back(stmt);
    }
    if (!panic && !at(Tok::newline) && !at(Tok::eof) &&
        (place == Place::File || !at(Tok::r_brace))) {
      Diagnostic &diagnostic = expected("the end of the statement");
      if (at(Tok::equal) && stmt && isa<ExprStmt>(stmt)) {
        diagnostic.help("to bind a name, write `let name = ...`");
        if (isa<NameExpr>(cast<ExprStmt>(stmt)->expr))
          diagnostic.insertBefore(stmt->range, "let ");
      } else {
        adviseStatementEnd(before, diagnostic);
      }
    }
    if (panic) {
      if (!atDeclKeyword() || position == before)
        synchronize();
      else if (place != Place::File)
        break; // the file goes on here
      panic = gaveUp;
    }
    if (place == Place::File && at(Tok::r_brace)) {
      error(cur().range(), "this `}` closes nothing")
          .help("remove it")
          .edit(cur().range(), "");
      advance();
      panic = gaveUp;
    } else if (position == before) {
      advance(); // never stand still
    }
  }
  return keep(stmts);
}

// file = [ decl { NL decl } ] EOF
ArrayRef<Stmt *> Parser::parseDecls() {
  ArrayRef<Stmt *> decls = parseStmts(Place::File, {});
  checkEdition(decls);
  return decls;
}

// body = "{" [ stmt { NL stmt } ] "}"
Body *Parser::parseBody(Place place) {
  Nesting nesting(*this);
  SMRange start = cur().range();
  Body *body = context.create<Body>();
  body->range = start;
  body->height = 1;
  if (!panic && at(Tok::newline) && next().is(Tok::l_brace)) {
    expected("`{`")
        .help("a `{` stands on the line of what it belongs to")
        .edit({tokens[position - 1].range().End, next().range().Start}, " ");
    advance();
    start = cur().range();
    panic = gaveUp; // the rest is clear
  }
  // Only the brace is missing: the body is clear.
  if (!panic && at(Tok::newline) && !next().is(Tok::r_brace) &&
      !next().is(Tok::eof) && !startsDeclaration(next())) {
    expect(Tok::l_brace, "");
    panic = gaveUp;
  } else if (!expect(Tok::l_brace, "")) {
    return body;
  }
  body->stmts = parseStmts(place, start);
  for (const Stmt *stmt : body->stmts)
    body->height = std::max(body->height, stmt->height + 1);
  expectClosing(Tok::r_brace, start);
  body->range = rangeFrom(start);
  return body;
}

/// The body of a declaration; it is read, for its own errors, even where the
/// header was wrong.
Body *Parser::parseBodyAfterHeader() {
  if (panic && !gaveUp) {
    while (!at(Tok::eof) && !at(Tok::newline) && !at(Tok::l_brace) &&
           !at(Tok::r_brace))
      advance();
    if (at(Tok::l_brace))
      panic = false;
  }
  return parseBody();
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

Stmt *Parser::parseStmt() {
  switch (cur().kind) {
  case Tok::kw_let:
    return parseLet();
  case Tok::kw_layer:
    return parseLayer();
  case Tok::kw_assert:
    return parseAssert();
  case Tok::kw_update:
    return parseUpdate();
  case Tok::kw_param:
    return parseStored<ParamStmt>();
  case Tok::kw_state:
    return parseStored<StateStmt>();
  case Tok::kw_emit:
    return parseNamed<EmitStmt>();
  case Tok::kw_field:
  case Tok::kw_augment:
  case Tok::kw_metric:
    error(cur().range(), "`" + cur().text + "` stands only in a " +
                             (at(Tok::kw_metric) ? "train" : "dataset") +
                             " section");
    return nullptr;
  default:
    return context.create<ExprStmt>(parseExpr());
  }
}

// pattern = NAME | "(" names ")"
Pattern Parser::parsePattern() {
  SMRange start = cur().range();
  if (consumeIf(Tok::l_paren)) {
    ArrayRef<Identifier> names = parseNames();
    expectClosing(Tok::r_paren, start);
    return {names, true, rangeFrom(start)};
  }
  Identifier name = parseLowerName("a name");
  if (!name)
    return {{}, false, start};
  return {keep(ArrayRef(name)), false, name.range};
}

// let = "let" pattern [ ":" type ] "=" expr
Stmt *Parser::parseLet() {
  SMRange start = cur().range();
  advance();
  Pattern pattern = parsePattern();
  TypeExpr *type = consumeIf(Tok::colon) ? parseType() : nullptr;
  expect(Tok::equal, "");
  Expr *value = parseExpr();
  return context.create<LetStmt>(rangeFrom(start), pattern, type, value);
}

// layer = "layer" NAME "=" expr
Stmt *Parser::parseLayer() { return parseNamed<LayerStmt>(); }

// ( "layer" | "emit" | "augment" | "metric" ) NAME "=" expr
template <typename T> Stmt *Parser::parseNamed() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseLowerName("a name");
  expect(Tok::equal, "");
  Expr *value = parseExpr();
  return context.create<T>(rangeFrom(start), name, value);
}

// ( "param" | "state" ) NAME ":" type "=" expr
template <typename T> Stmt *Parser::parseStored() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseLowerName("a name");
  expect(Tok::colon, "and a type");
  TypeExpr *type = parseType();
  expect(Tok::equal, "and an initial value");
  Expr *init = parseExpr();
  return context.create<T>(rangeFrom(start), name, type, init);
}

// update = "update" NAME { "." NAME } "=" expr
Stmt *Parser::parseUpdate() {
  SMRange start = cur().range();
  advance();
  SmallVector<Identifier> path;
  do
    path.push_back(parseName("the name of a parameter or state"));
  while (!panic && consumeIf(Tok::dot));
  expect(Tok::equal, "");
  Expr *value = parseExpr();
  return context.create<UpdateStmt>(rangeFrom(start), keep(path), value);
}

// assert = "assert" orexpr [ "," STRING ]
Stmt *Parser::parseAssert() {
  SMRange start = cur().range();
  advance();
  Expr *condition = parseOr();
  StringExpr *message = nullptr;
  if (consumeIf(Tok::comma))
    message = parseString();
  return context.create<AssertStmt>(rangeFrom(start), condition, message);
}

//===----------------------------------------------------------------------===//
// Sections
//===----------------------------------------------------------------------===//

// item = let | update | assert | field | augment | metric | NAME "=" expr
Stmt *Parser::parseItem(Place place) {
  StringRef section = place == Place::Dataset ? "dataset" : "train";
  switch (cur().kind) {
  case Tok::kw_let:
    return parseLet();
  case Tok::kw_assert:
    return parseAssert();
  case Tok::kw_update:
    return parseUpdate();
  case Tok::kw_field:
    return parseField();
  case Tok::kw_augment:
    return parseNamed<AugmentItem>();
  case Tok::kw_metric:
    return parseNamed<MetricItem>();
  case Tok::name: {
    SMRange start = cur().range();
    size_t first = position;
    Identifier name = parseName("a key");
    if (!at(Tok::equal))
      adviseStatementEnd(first, expected("`=` after the key"));
    else
      advance();
    Expr *value = parseExpr();
    return context.create<KeyItem>(rangeFrom(start), name, value);
  }
  default:
    expected("an item of the " + section + " section");
    return nullptr;
  }
}

// "field" NAME ":" type [ "=" expr ]
Stmt *Parser::parseField() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseLowerName("a name");
  expect(Tok::colon, "and a type");
  TypeExpr *type = parseType();
  Expr *value = consumeIf(Tok::equal) ? parseExpr() : nullptr;
  return context.create<FieldItem>(rangeFrom(start), name, type, value);
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

Stmt *Parser::parseDecl() {
  switch (cur().kind) {
  case Tok::kw_edition:
    return parseEdition();
  case Tok::kw_import:
    return parseImport();
  case Tok::kw_dim:
    return parseDim();
  case Tok::kw_type:
    return parseTypeAlias();
  case Tok::kw_hyper:
    return parseHyper();
  case Tok::kw_let:
    return parseLet();
  case Tok::kw_layer:
    return parseLayer();
  case Tok::kw_assert:
    return parseAssert();
  case Tok::kw_fn:
    return parseFn();
  case Tok::kw_block:
    return parseBlock();
  case Tok::kw_model:
    return parseModel();
  case Tok::kw_dataset:
    return parseDataset();
  case Tok::kw_train:
    return parseTrain();
  case Tok::r_brace:
    return nullptr; // the list of statements says so
  default:
    adviseDeclaration(expected("a declaration"));
    return nullptr;
  }
}

// "edition" NUMBER
Stmt *Parser::parseEdition() {
  SMRange start = cur().range();
  advance();
  SMRange place = cur().range();
  if (!at(Tok::number)) {
    expected("the number of an edition");
    return nullptr;
  }
  auto *number = dyn_cast<NumberExpr>(parseNumber());
  if (number && (!number->isInteger || number->integer != 1))
    error(place, "unknown edition").help("this compiler knows `edition 1`");
  return context.create<EditionDecl>(rangeFrom(start), 1);
}

/// Rule 4: the edition comes first, and once.
void Parser::checkEdition(ArrayRef<Stmt *> decls) {
  for (auto [index, decl] : enumerate(decls))
    if (index && isa<EditionDecl>(decl)) {
      Diagnostic &diagnostic = diags.error(
          "E0001", decl->range, "`edition` is the first declaration of a file");
      if (isa<EditionDecl>(decls[0]))
        diagnostic.secondary(decls[0]->range, "first");
    }
  if (!decls.empty() && !isa<EditionDecl>(decls[0])) {
    Diagnostic &diagnostic =
        diags.warning("W0001", decls[0]->range, "this file names no edition")
            .help("start it with `edition 1`");
    // Not between a declaration and its documentation.
    if (decls[0]->doc.empty())
      diagnostic.insertBefore(decls[0]->range, "edition 1\n");
  }
}

// "import" STRING [ "as" NAME ]
Stmt *Parser::parseImport() {
  SMRange start = cur().range();
  advance();
  StringExpr *path = parseString();
  Identifier as;
  if (consumeIf(Tok::kw_as))
    as = parseLowerName("a name");
  if (!path)
    return nullptr;
  return context.create<ImportDecl>(rangeFrom(start), path, as);
}

// "dim" NAME { "," NAME } [ ":" range ]
Stmt *Parser::parseDim() {
  SMRange start = cur().range();
  advance();
  ArrayRef<Identifier> names = parseNames();
  Expr *bounds = consumeIf(Tok::colon) ? parseRange() : nullptr;
  return context.create<DimDecl>(rangeFrom(start), names, bounds);
}

// "type" NAME "=" type
Stmt *Parser::parseTypeAlias() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseName("the name of the type");
  expect(Tok::equal, "");
  TypeExpr *type = parseType();
  return context.create<TypeAliasDecl>(rangeFrom(start), name, type);
}

// "hyper" NAME [ ":" type ] "=" expr
Stmt *Parser::parseHyper() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseLowerName("a name");
  TypeExpr *type = consumeIf(Tok::colon) ? parseType() : nullptr;
  expect(Tok::equal, "and a default");
  Expr *value = parseExpr();
  return context.create<HyperDecl>(rangeFrom(start), name, type, value);
}

// fnbody = "=" expr | body
FnBody Parser::parseFnBody() {
  if (consumeIf(Tok::equal))
    return {parseExpr(), nullptr};
  if (!panic && !at(Tok::l_brace))
    expected("`=` or `{`");
  return {nullptr, parseBodyAfterHeader()};
}

// "fn" NAME "(" [ params ] ")" [ "->" type ] fnbody
//     [ "grad" "(" names ")" fnbody ]
Stmt *Parser::parseFn() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseLowerName("the name of the function");
  ArrayRef<Param> params = parseParams();
  TypeExpr *result = consumeIf(Tok::arrow) ? parseType() : nullptr;
  FnBody body = parseFnBody();
  SMRange gradStart = cur().range();
  bool hasGrad = consumeIf(Tok::kw_grad);
  ArrayRef<Identifier> cotangents;
  FnBody grad{nullptr, nullptr};
  if (hasGrad) {
    SMRange opening = cur().range();
    if (expect(Tok::l_paren, "and the name of the incoming gradient")) {
      cotangents = parseNames();
      expectClosing(Tok::r_paren, opening);
    }
    grad = parseFnBody();
  }
  return context.create<FnDecl>(rangeFrom(start), name, params, result, body,
                                hasGrad, cotangents, grad,
                                rangeFrom(gradStart));
}

// "block" NAME "(" [ params ] ")" "(" [ params ] ")" [ "->" type ] body
Stmt *Parser::parseBlock() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseUpperName("the name of the block");
  ArrayRef<Param> config = parseParams();
  if (!panic && !at(Tok::l_paren))
    expected("`(` and the inputs of the block")
        .help("a block has two lists: its configuration, then its inputs; "
              "the first may be `()`");
  ArrayRef<Param> inputs = parseParams();
  TypeExpr *result = consumeIf(Tok::arrow) ? parseType() : nullptr;
  Body *body = parseBodyAfterHeader();
  return context.create<BlockDecl>(rangeFrom(start), name, config, inputs,
                                   result, body);
}

// "model" NAME "(" [ params ] ")" [ "->" type ] body
Stmt *Parser::parseModel() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseUpperName("the name of the model");
  ArrayRef<Param> inputs = parseParams();
  TypeExpr *result = consumeIf(Tok::arrow) ? parseType() : nullptr;
  Body *body = parseBodyAfterHeader();
  return context.create<ModelDecl>(rangeFrom(start), name, inputs, result,
                                   body);
}

// "dataset" NAME section
Stmt *Parser::parseDataset() {
  SMRange start = cur().range();
  advance();
  Identifier name = parseUpperName("the name of the dataset");
  Body *section = parseBody(Place::Dataset);
  return context.create<DatasetDecl>(rangeFrom(start), name, section);
}

// "train" NAME [ "as" NAME ] section
Stmt *Parser::parseTrain() {
  SMRange start = cur().range();
  advance();
  Identifier model = parseName("the name of the model to train");
  Identifier as;
  if (consumeIf(Tok::kw_as))
    as = parseLowerName("a name");
  Body *section = parseBody(Place::Train);
  return context.create<TrainDecl>(rangeFrom(start), model, as, section);
}

SourceFile *parseFile(ASTContext &context, const SourceMgr &sources,
                      unsigned bufferId, DiagnosticEngine &diags) {
  Parser parser(context, lexFile(context, sources, bufferId, diags), diags);
  return context.create<SourceFile>(SourceFile{bufferId, parser.parseDecls()});
}

} // namespace nnc
