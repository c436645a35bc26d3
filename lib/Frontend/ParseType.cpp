//===- ParseType.cpp - names, types and signatures ------------------------===//
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

Identifier Parser::parseName(const Twine &what) {
  if (!at(Tok::name)) {
    if (cur().isKeyword())
      expected(what).help("`" + cur().text + "` is a reserved word");
    else
      expected(what);
    return {"", cur().range()};
  }
  Identifier name{cur().text, cur().range()};
  advance();
  return name;
}

/// `HiddenSize` to `hidden_size` (rule 4).
static std::string toSnakeCase(StringRef name) {
  std::string result;
  for (size_t i = 0; i < name.size(); ++i) {
    bool afterSmall = i && (isLower(name[i - 1]) || isDigit(name[i - 1]));
    bool beforeSmall =
        i && name[i - 1] != '_' && i + 1 < name.size() && isLower(name[i + 1]);
    if (isUpper(name[i]) && (afterSmall || beforeSmall))
      result += '_';
    result += toLower(name[i]);
  }
  return result;
}

Identifier Parser::parseLowerName(const Twine &what) {
  Identifier name = parseName(what);
  if (any_of(name.name, isUpper)) {
    ++errors;
    diags
        .error("E0001", name.range,
               "`" + name.name + "` is a value, so its name is written in " +
                   "lower_snake case")
        .help("write `" + toSnakeCase(name.name) + "`")
        .edit(name.range, toSnakeCase(name.name));
  }
  return name;
}

Identifier Parser::parseUpperName(const Twine &what) {
  Identifier name = parseName(what);
  StringRef letters = name.name;
  letters.consume_front("_"); // private to its file
  if (letters.empty() || (isUpper(letters[0]) && !letters.contains('_')))
    return name;
  std::string camel = name.name.starts_with("_") ? "_" : "";
  for (StringRef word : split(letters, '_'))
    if (!word.empty())
      camel += (Twine(toUpper(word[0])) + word.drop_front()).str();
  ++errors;
  Diagnostic &diagnostic =
      diags.error("E0001", name.range,
                  "blocks, models and datasets have names in UpperCamel case");
  StringRef better = StringRef(camel).ltrim('_');
  if (!better.empty() && isUpper(better[0]))
    diagnostic.help("write `" + camel + "`").edit(name.range, camel);
  return name;
}

// names = NAME { "," NAME }
ArrayRef<Identifier> Parser::parseNames() {
  SmallVector<Identifier> names;
  do
    if (Identifier name = parseLowerName("a name"))
      names.push_back(name);
  while (!panic && consumeIf(Tok::comma));
  return keep(names);
}

// type = NAME [ shape ] | "(" fields ")" | "fn" | "layer"
TypeExpr *Parser::parseType() {
  Nesting nesting(*this);
  SMRange start = cur().range();
  if (panic)
    return context.create<ErrorType>(start);
  if (consumeIf(Tok::kw_fn))
    return context.create<FnType>(start);
  if (consumeIf(Tok::kw_layer))
    return context.create<LayerType>(start);
  if (at(Tok::l_paren))
    return parseFields();
  if (!at(Tok::name)) {
    expected("a type");
    return context.create<ErrorType>(start);
  }
  Identifier name = parseName("a type");
  bool hasShape = at(Tok::l_square);
  ArrayRef<Expr *> shape;
  if (hasShape)
    shape = parseShape();
  return context.create<NamedType>(rangeFrom(start), name, hasShape, shape);
}

// fields = field [ "," [ fields ] ]
// field  = NAME [ ":" type | shape ] | "(" fields ")"
TypeExpr *Parser::parseFields() {
  SMRange opening = cur().range();
  advance();
  SmallVector<RecordField> fields;
  while (!panic) {
    if (at(Tok::name) && next().is(Tok::colon)) {
      Identifier name = parseLowerName("a field");
      advance();
      fields.push_back({name, parseType()});
    } else {
      fields.push_back({Identifier(), parseType()});
    }
    if (!consumeIf(Tok::comma) || at(Tok::r_paren))
      break;
  }
  expectClosing(Tok::r_paren, opening);
  if (panic)
    return context.create<ErrorType>(rangeFrom(opening));
  return context.create<RecordType>(rangeFrom(opening), keep(fields));
}

// shape   = "[" [ dimexpr { "," dimexpr } ] "]"
// dimexpr = ".." | add
ArrayRef<Expr *> Parser::parseShape() {
  SMRange opening = cur().range();
  advance();
  SmallVector<Expr *> dims;
  SMRange rest;
  if (!at(Tok::r_square))
    do {
      SMRange start = cur().range();
      if (!consumeIf(Tok::dot_dot)) {
        dims.push_back(parseAdd());
        continue;
      }
      if (rest.isValid())
        error(start, "a shape has at most one `..`").secondary(rest, "first");
      rest = start;
      dims.push_back(make<RangeExpr>(start, nullptr, nullptr));
    } while (!panic && consumeIf(Tok::comma));
  expectClosing(Tok::r_square, opening);
  return keep(dims);
}

// params = NAME ":" type [ "=" expr ] [ "," [ params ] ]
ArrayRef<Param> Parser::parseParams() {
  SMRange opening = cur().range();
  if (!expect(Tok::l_paren, ""))
    return {};
  SmallVector<Param> params;
  while (!panic && !at(Tok::r_paren)) {
    Param param{parseLowerName("a parameter's name"), nullptr, nullptr};
    expect(Tok::colon, "and a type after the parameter's name");
    param.type = parseType();
    if (consumeIf(Tok::equal))
      param.defaultValue = parseExpr();
    if (param.name)
      params.push_back(param);
    if (!consumeIf(Tok::comma))
      break;
  }
  expectClosing(Tok::r_paren, opening);
  return keep(params);
}

} // namespace nnc
