//===- ParseExpr.cpp - expressions ----------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParserImpl.h"

#include "llvm/ADT/APFloat.h"
#include "llvm/Support/Error.h"

using namespace llvm;

namespace nnc {

// expr = lambda | orexpr { "|>" orexpr [ "as" NAME ] }
Expr *Parser::parseExpr() {
  Nesting nesting(*this);
  if (panic)
    return errorExpr();
  if (at(Tok::kw_fn))
    return parseLambda();
  Expr *head = parseOr();
  if (panic || !at(Tok::pipe))
    return head;
  SmallVector<PipeStage> list;
  while (!panic && at(Tok::pipe))
    list.push_back(parseStage());
  return make<PipeExpr>(rangeFrom(head->range), head, keep(list));
}

// "|>" orexpr [ "as" NAME ]
PipeStage Parser::parseStage() {
  PipeStage stage{nullptr, {}, false, cur().range()};
  advance();
  stages.push_back(false);
  stage.expr = parseOr();
  stage.mentionsIt = stages.pop_back_val();
  if (consumeIf(Tok::kw_as))
    stage.as = parseLowerName("the name of the layer");
  if (!panic)
    checkStage(stage);
  return stage;
}

/// What can be said of rules 3 and 36 without knowing types.
void Parser::checkStage(const PipeStage &stage) {
  if (isa<RepeatExpr>(stage.expr)) {
    if (stage.as)
      error(stage.as.range, "`as` follows the count of a `repeat`")
          .help("write `repeat n as " + stage.as.name + " { ... }`");
    return;
  }
  if (stage.mentionsIt) {
    if (stage.as)
      error(stage.as.range, "only a layer can be named by `as`")
          .label("this stage is an expression of `it`")
          .help("leave `as " + stage.as.name + "` out")
          .edit({stage.expr->range.End, stage.as.range.End}, "");
    return;
  }
  switch (stage.expr->kind) {
  case Expr::Kind::Error:
  case Expr::Kind::Name:
  case Expr::Kind::Member:
  case Expr::Kind::Call:
  case Expr::Kind::Index:
  case Expr::Kind::If:
    return;
  default:
    break;
  }
  Diagnostic &diagnostic =
      error(stage.expr->range, "a stage is a function, a layer or an "
                               "expression of `it`");
  auto *operation = dyn_cast<BinaryExpr>(stage.expr);
  if (!operation)
    return;
  auto text = [](SMRange range) {
    return StringRef(range.Start.getPointer(),
                     range.End.getPointer() - range.Start.getPointer());
  };
  if (isa<NameExpr>(operation->lhs))
    diagnostic
        .help("`" + text(operation->lhs->range) + "(it) " +
              spelling(operation->op) + " " + text(operation->rhs->range) + "`")
        .insertAfter(operation->lhs->range, "(it)");
}

Expr *Parser::binary(BinaryOp op, SMRange opRange, Expr *lhs, Expr *rhs) {
  return make<BinaryExpr>(SMRange(lhs->range.Start, rangeFrom(lhs->range).End),
                          op, opRange, lhs, rhs);
}

// orexpr = andexpr { "or" andexpr }
Expr *Parser::parseOr() {
  Expr *lhs = parseAnd();
  while (!panic && at(Tok::kw_or)) {
    SMRange op = cur().range();
    advance();
    Expr *rhs = parseAnd();
    lhs = binary(BinaryOp::Or, op, lhs, rhs);
  }
  return lhs;
}

// andexpr = notexpr { "and" notexpr }
Expr *Parser::parseAnd() {
  Expr *lhs = parseNot();
  while (!panic && at(Tok::kw_and)) {
    SMRange op = cur().range();
    advance();
    Expr *rhs = parseNot();
    lhs = binary(BinaryOp::And, op, lhs, rhs);
  }
  return lhs;
}

// notexpr = "not" notexpr | compare
Expr *Parser::parseNot() {
  if (panic || !at(Tok::kw_not))
    return parseCompare();
  Nesting nesting(*this);
  SMRange op = cur().range();
  advance();
  Expr *operand = parseNot();
  return make<UnaryExpr>(rangeFrom(op), UnaryOp::Not, op, operand);
}

static std::optional<BinaryOp> comparison(Tok kind) {
  switch (kind) {
  case Tok::equal_equal:
    return BinaryOp::Eq;
  case Tok::bang_equal:
    return BinaryOp::Ne;
  case Tok::less:
    return BinaryOp::Lt;
  case Tok::less_equal:
    return BinaryOp::Le;
  case Tok::greater:
    return BinaryOp::Gt;
  case Tok::greater_equal:
    return BinaryOp::Ge;
  default:
    return std::nullopt;
  }
}

// compare = range [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) range ]
Expr *Parser::parseCompare() {
  Expr *lhs = parseRange();
  std::optional<BinaryOp> op = comparison(cur().kind);
  if (panic || !op)
    return lhs;
  SMRange opRange = cur().range();
  advance();
  Expr *rhs = parseRange();
  Expr *result = binary(*op, opRange, lhs, rhs);
  if (!panic && comparison(cur().kind))
    error(cur().range(), "comparisons do not chain")
        .secondary(opRange, "first comparison")
        .help("write `a < b and b < c`");
  return result;
}

// range = add [ ".." [ add ] ]
Expr *Parser::parseRange() {
  Expr *lower = parseAdd();
  if (panic || !consumeIf(Tok::dot_dot))
    return lower;
  Expr *upper = startsOperand() ? parseAdd() : nullptr;
  return make<RangeExpr>(rangeFrom(lower->range), lower, upper);
}

/// Whether the current token can start an `add`.
bool Parser::startsOperand() const {
  switch (cur().kind) {
  case Tok::minus:
  case Tok::number:
  case Tok::unit:
  case Tok::string:
  case Tok::name:
  case Tok::l_paren:
  case Tok::l_square:
  case Tok::kw_true:
  case Tok::kw_false:
  case Tok::kw_it:
  case Tok::kw_training:
  case Tok::kw_if:
  case Tok::kw_repeat:
  case Tok::kw_scan:
    return true;
  default:
    return false;
  }
}

// add = mul { ( "+" | "-" ) mul }
Expr *Parser::parseAdd() {
  Expr *lhs = parseMul();
  while (!panic && (at(Tok::plus) || at(Tok::minus))) {
    BinaryOp op = at(Tok::plus) ? BinaryOp::Add : BinaryOp::Sub;
    SMRange opRange = cur().range();
    advance();
    Expr *rhs = parseMul();
    lhs = binary(op, opRange, lhs, rhs);
  }
  return lhs;
}

static std::optional<BinaryOp> multiplication(Tok kind) {
  switch (kind) {
  case Tok::star:
    return BinaryOp::Mul;
  case Tok::slash:
    return BinaryOp::Div;
  case Tok::slash_slash:
    return BinaryOp::FloorDiv;
  case Tok::percent:
    return BinaryOp::Mod;
  case Tok::at:
    return BinaryOp::MatMul;
  default:
    return std::nullopt;
  }
}

// mul = unary { ( "*" | "/" | "//" | "%" | "@" ) unary }
Expr *Parser::parseMul() {
  Expr *lhs = parseUnary();
  while (!panic) {
    std::optional<BinaryOp> op = multiplication(cur().kind);
    if (!op)
      break;
    SMRange opRange = cur().range();
    advance();
    Expr *rhs = parseUnary();
    lhs = binary(*op, opRange, lhs, rhs);
  }
  return lhs;
}

// unary = "-" unary | power
Expr *Parser::parseUnary() {
  if (panic || !at(Tok::minus))
    return parsePower();
  Nesting nesting(*this);
  SMRange op = cur().range();
  advance();
  Expr *operand = parseUnary();
  return make<UnaryExpr>(rangeFrom(op), UnaryOp::Neg, op, operand);
}

// power = postfix [ "^" unary ]
Expr *Parser::parsePower() {
  Expr *base = parsePostfix();
  if (panic || !at(Tok::caret))
    return base;
  Nesting nesting(*this);
  SMRange op = cur().range();
  advance();
  Expr *exponent = parseUnary();
  return binary(BinaryOp::Pow, op, base, exponent);
}

// postfix = primary { "(" [ args ] ")" | "[" index { "," index } "]"
//                   | "." NAME }
Expr *Parser::parsePostfix() {
  Expr *base = parsePrimary();
  while (!panic) {
    SMRange opening = cur().range();
    if (consumeIf(Tok::l_paren)) {
      bool trailingComma;
      ArrayRef<Argument> args = parseArgs(Tok::r_paren, trailingComma);
      expectClosing(Tok::r_paren, opening);
      base = make<CallExpr>(rangeFrom(base->range), base, args);
    } else if (at(Tok::l_square)) {
      base = parseIndices(base);
    } else if (consumeIf(Tok::dot)) {
      Identifier member = parseName("a name after `.`");
      base = make<MemberExpr>(rangeFrom(base->range), base, member);
    } else {
      break;
    }
  }
  return base;
}

// index = ".." [ add ] | expr
Expr *Parser::parseIndices(Expr *base) {
  SMRange opening = cur().range();
  advance();
  SmallVector<Expr *> indices;
  do {
    SMRange start = cur().range();
    if (consumeIf(Tok::dot_dot)) {
      Expr *upper = startsOperand() ? parseAdd() : nullptr;
      indices.push_back(make<RangeExpr>(rangeFrom(start), nullptr, upper));
    } else {
      indices.push_back(parseExpr());
    }
  } while (!panic && consumeIf(Tok::comma));
  expectClosing(Tok::r_square, opening);
  return make<IndexExpr>(rangeFrom(base->range), base, keep(indices));
}

// args = expr [ "=" expr ] [ "," [ args ] ]
ArrayRef<Argument> Parser::parseArgs(Tok closing, bool &trailingComma) {
  SmallVector<Argument> args;
  trailingComma = false;
  while (!panic && !at(closing)) {
    trailingComma = false;
    Argument arg{{}, parseExpr()};
    if (!panic && at(Tok::equal)) {
      auto *name = dyn_cast<NameExpr>(arg.value);
      if (!name) {
        error(arg.value->range, "an argument is named by a plain name")
            .help("to compare, write `==`");
        break;
      }
      advance();
      arg = {{name->name, name->range}, parseExpr()};
    }
    args.push_back(arg);
    trailingComma = consumeIf(Tok::comma);
    if (!trailingComma)
      break;
  }
  return keep(args);
}

// primary = NUMBER | UNIT | STRING | "true" | "false" | "it" | "training"
//         | NAME | "(" args ")" | "[" [ list ] "]" | ifexpr | repeat | scan
Expr *Parser::parsePrimary() {
  if (panic)
    return errorExpr();
  SMRange range = cur().range();
  switch (cur().kind) {
  case Tok::number:
    return parseNumber();
  case Tok::unit:
    return parseUnit();
  case Tok::string:
    return parseString();
  case Tok::kw_true:
  case Tok::kw_false: {
    bool value = at(Tok::kw_true);
    advance();
    return make<BoolExpr>(range, value);
  }
  case Tok::kw_it:
    if (stages.empty()) {
      error(range, "`it` stands only in a stage of a pipeline")
          .help("it is the value that comes in through `|>`");
      return errorExpr();
    }
    stages.back() = true;
    advance();
    return make<ItExpr>(range);
  case Tok::kw_training:
    advance();
    return make<TrainingExpr>(range);
  case Tok::name: {
    StringRef name = cur().text;
    advance();
    return make<NameExpr>(range, name);
  }
  case Tok::l_paren:
    return parseParens();
  case Tok::l_square:
    return parseList();
  case Tok::kw_if:
    return parseIf();
  case Tok::kw_repeat:
    return parseRepeat();
  case Tok::kw_scan:
    return parseScan();
  case Tok::star:
    if (Diagnostic &diagnostic = expected("an expression");
        position && tokens[position - 1].is(Tok::star))
      diagnostic.help("a power is `x ^ 2`")
          .edit({tokens[position - 1].range().Start, range.End}, "^");
    return errorExpr();
  case Tok::plus:
    expected("an expression")
        .help("there is no unary `+`; an operator at the start of a line "
              "belongs at the end of the one above");
    return errorExpr();
  case Tok::kw_fn:
    expected("an expression")
        .help("put the function in parentheses or bind it with `let`");
    return errorExpr();
  default:
    expected("an expression");
    return errorExpr();
  }
}

std::optional<Parser::Number> Parser::readNumber(StringRef text,
                                                 SMRange range) {
  std::string digits;
  for (char c : text)
    if (c != '_')
      digits += c;
  if (StringRef(digits).find_first_of(".eE") == StringRef::npos) {
    int64_t value;
    if (StringRef(digits).getAsInteger(10, value)) {
      error(range, "this integer is too large")
          .label("the largest is 9223372036854775807");
      return std::nullopt;
    }
    return Number{true, value, static_cast<double>(value)};
  }
  APFloat value(APFloat::IEEEdouble());
  Expected<APFloat::opStatus> status =
      value.convertFromString(digits, APFloat::rmNearestTiesToEven);
  if (!status || (*status & APFloat::opOverflow)) {
    consumeError(status.takeError());
    error(range, "this number is too large").label("the largest is 1.79e308");
    return std::nullopt;
  }
  return Number{false, 0, value.convertToDouble()};
}

Expr *Parser::parseNumber() {
  SMRange range = cur().range();
  StringRef text = cur().text;
  advance();
  if (std::optional<Number> n = readNumber(text, range))
    return make<NumberExpr>(range, n->isInteger, n->integer, n->real);
  return context.create<ErrorExpr>(range);
}

Expr *Parser::parseUnit() {
  SMRange range = cur().range();
  StringRef text = cur().text;
  advance();
  // The exponent, if any, is followed by a digit or a sign.
  size_t end = text.size();
  while (end && isalpha(static_cast<unsigned char>(text[end - 1])))
    --end;
  if (std::optional<Number> n = readNumber(text.take_front(end), range))
    return make<UnitExpr>(range, n->isInteger, n->integer, n->real,
                          text.drop_front(end));
  return context.create<ErrorExpr>(range);
}

/// Null, with an error, where there is none.
StringExpr *Parser::parseString() {
  if (panic || !at(Tok::string)) {
    expected("a string");
    return nullptr;
  }
  StringRef text = cur().text.drop_front().drop_back();
  SMRange range = cur().range();
  advance();
  if (!text.contains('\\'))
    return context.create<StringExpr>(range, text);
  std::string value;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      value += text[i];
      continue;
    }
    char c = text[++i];
    value += c == 'n' ? '\n' : c == 't' ? '\t' : c;
  }
  return context.create<StringExpr>(range, context.copy(StringRef(value)));
}

// "(" args ")": grouping, a tuple or a record
Expr *Parser::parseParens() {
  SMRange opening = cur().range();
  advance();
  if (at(Tok::r_paren)) {
    expected("an expression");
    return errorExpr();
  }
  bool trailingComma;
  ArrayRef<Argument> args = parseArgs(Tok::r_paren, trailingComma);
  expectClosing(Tok::r_paren, opening);
  SMRange range = rangeFrom(opening);
  if (panic || args.empty())
    return context.create<ErrorExpr>(range);
  if (args.size() == 1 && !args[0].name && !trailingComma) {
    args[0].value->range = range;
    return args[0].value;
  }
  if (all_of(args, [](const Argument &arg) { return bool(arg.name); }))
    return make<RecordExpr>(range, args);
  SmallVector<Expr *> elements;
  for (const Argument &arg : args) {
    if (arg.name) {
      error(arg.name.range, "a record names all of its fields")
          .help("name the others too, or none");
      return context.create<ErrorExpr>(range);
    }
    elements.push_back(arg.value);
  }
  return make<TupleExpr>(range, keep(elements));
}

// "[" [ list ] "]"
Expr *Parser::parseList() {
  SMRange opening = cur().range();
  advance();
  SmallVector<Expr *> elements;
  while (!panic && !at(Tok::r_square)) {
    elements.push_back(parseExpr());
    if (!consumeIf(Tok::comma))
      break;
  }
  expectClosing(Tok::r_square, opening);
  return make<ListExpr>(rangeFrom(opening), keep(elements));
}

// ifexpr = "if" orexpr body [ "else" ( body | ifexpr ) ]
Expr *Parser::parseIf() {
  Nesting nesting(*this);
  SMRange start = cur().range();
  advance();
  Expr *condition = parseOr();
  Body *thenBody = parseBody();
  Body *elseBody = nullptr;
  if (consumeIf(Tok::kw_else)) {
    if (at(Tok::kw_if)) {
      Stmt *inner = context.create<ExprStmt>(parseIf());
      elseBody = context.create<Body>();
      elseBody->stmts = keep(ArrayRef(inner));
      elseBody->range = inner->range;
      elseBody->height = inner->height + 1;
    } else {
      elseBody = parseBody();
    }
  }
  return make<IfExpr>(rangeFrom(start), condition, thenBody, elseBody);
}

// repeat = "repeat" orexpr [ "in" orexpr ] [ "as" NAME ]
//          [ "carry" bindings ] body
Expr *Parser::parseRepeat() {
  SMRange start = cur().range();
  advance();
  Expr *count = parseOr();
  Identifier index;
  if (!panic && at(Tok::kw_in)) {
    if (auto *name = dyn_cast<NameExpr>(count))
      index = {name->name, name->range};
    else
      error(count->range, "`in` follows the name of the index")
          .help("write `repeat i in 0..n`");
    consumeIf(Tok::kw_in);
    count = parseOr();
  }
  Identifier as;
  if (consumeIf(Tok::kw_as))
    as = parseLowerName("the name of the layers");
  ArrayRef<Carry> carries;
  if (consumeIf(Tok::kw_carry))
    carries = parseBindings();
  Body *body = parseBody();
  return make<RepeatExpr>(rangeFrom(start), index, count, as, carries, body);
}

// scan = "scan" pattern "in" orexpr "along" NAME "carry" bindings body
Expr *Parser::parseScan() {
  SMRange start = cur().range();
  advance();
  Pattern pattern = parsePattern();
  expect(Tok::kw_in, "and the sequence");
  Expr *sequence = parseOr();
  expect(Tok::kw_along, "and the dim of time");
  Identifier along = parseLowerName("the dim of time");
  expect(Tok::kw_carry, "and what one step passes to the next");
  ArrayRef<Carry> carries = parseBindings();
  Body *body = parseBody();
  return make<ScanExpr>(rangeFrom(start), pattern, sequence, along, carries,
                        body);
}

// bindings = binding { "," binding }
// binding  = NAME [ ":" type ] [ "=" orexpr ]
ArrayRef<Carry> Parser::parseBindings() {
  SmallVector<Carry> carries;
  do {
    Carry carry{parseLowerName("a name"), nullptr, nullptr};
    if (consumeIf(Tok::colon))
      carry.type = parseType();
    if (consumeIf(Tok::equal))
      carry.init = parseOr();
    if (carry.name)
      carries.push_back(carry);
  } while (!panic && consumeIf(Tok::comma));
  return keep(carries);
}

// lambda = "fn" "(" [ names ] ")" "=>" orexpr
Expr *Parser::parseLambda() {
  SMRange start = cur().range();
  advance();
  SMRange opening = cur().range();
  ArrayRef<Identifier> params;
  if (expect(Tok::l_paren, "")) {
    if (!at(Tok::r_paren))
      params = parseNames();
    expectClosing(Tok::r_paren, opening);
  }
  expect(Tok::fat_arrow, "");
  Expr *body = parseOr();
  return make<LambdaExpr>(rangeFrom(start), params, body);
}

} // namespace nnc
