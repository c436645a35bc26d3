//===- Words.cpp - fields that are sequences of words ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `words` numbers the words of a text, `length` counts them, and `bucket_by`
// puts examples of similar length into one batch. The runtime computes all
// three; here is what they are given.
//
//===----------------------------------------------------------------------===//

#include "Train.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;

/// `words(...)`, the call itself or a `let` that stands for it.
static const CallExpr *asWords(const Expr *expr, Frame &frame) {
  while (auto *name = dyn_cast<NameExpr>(expr)) {
    const Expr *value = nullptr;
    for (auto &scope : llvm::reverse(frame.scopes))
      if (auto it = scope.find(name->name); it != scope.end()) {
        value = it->second.kind == Value::Column ? it->second.expr : nullptr;
        break;
      }
    if (!value)
      return nullptr;
    expr = value;
  }
  auto *call = dyn_cast<CallExpr>(expr);
  auto *callee = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
  return callee && callee->name == "words" ? call : nullptr;
}

/// The name of the column that holds the text, as `words` is given it.
std::optional<std::string> Elaborator::textColumn(const CallExpr &call,
                                                  Frame &frame) {
  const Expr *text =
      call.args.empty() || call.args[0].name ? nullptr : call.args[0].value;
  while (auto *name = llvm::dyn_cast_if_present<NameExpr>(text)) {
    std::optional<Value> alias = lookup(name->name, name->range, frame);
    text = alias && alias->kind == Value::Column ? alias->expr : nullptr;
  }
  auto isSource = [](const Expr *expr) {
    auto *name = dyn_cast<NameExpr>(expr);
    return name && name->name == "source";
  };
  if (auto *member = llvm::dyn_cast_if_present<MemberExpr>(text);
      member && isSource(member->base))
    return member->member.name.str();
  if (auto *column = llvm::dyn_cast_if_present<CallExpr>(text)) {
    auto *callee = dyn_cast<NameExpr>(column->callee);
    typed::Argument name;
    if (callee && callee->name == "column" && column->args.size() == 2 &&
        isSource(column->args[0].value) &&
        readArgument(column->args[1].value, name, frame) &&
        name.kind == typed::Argument::Text)
      return name.text;
  }
  error("E0204", call.range, "`words` takes a column of text first", frame)
      .help("`words(source.text, vocab = \"data/vocab.txt\")`");
  return std::nullopt;
}

/// What `words(text, vocab, max, pad, unknown)` says, without a type.
std::optional<Column> Elaborator::readWords(const CallExpr &call,
                                            Frame &frame) {
  static const StringRef tables[] = {"csv", "tsv", "rows"};
  if (!llvm::is_contained(tables, dataset->source)) {
    error("E0503", call.range, "`words` reads a column of a table", frame)
        .label("`" + dataset->source + "` has no text")
        .help("`tsv(\"data/reviews.tsv\", columns = [\"text\", \"label\"])`");
    return std::nullopt;
  }
  Column column;
  column.function = "words";
  column.field = fieldName;
  column.range = call.range;
  std::optional<std::string> text = textColumn(call, frame);
  if (!text)
    return std::nullopt;
  column.columns.push_back(*text);
  bool good = true, hasVocab = false;
  for (const nnc::Argument &arg : call.args.drop_front()) {
    static const StringRef known[] = {"vocab", "max", "pad", "unknown"};
    if (!llvm::is_contained(known, arg.name.name)) {
      Diagnostic &diag = error("E0204", arg.value->range,
                               "`words` has no such argument", frame);
      StringRef close = closestName(arg.name.name, known);
      if (close.empty())
        diag.help("it has `vocab`, `max`, `pad` and `unknown`");
      diag.suggest(arg.name.range, arg.name.name, close);
      good = false;
      continue;
    }
    typed::Argument argument;
    argument.name = arg.name.name.str();
    if (!readArgument(arg.value, argument, frame)) {
      good = false;
      continue;
    }
    bool isText = argument.kind == typed::Argument::Text;
    auto isCount = [&](double least) {
      return argument.kind == typed::Argument::Number &&
             argument.number >= least && argument.number <= INT32_MAX &&
             argument.number == std::floor(argument.number);
    };
    StringRef wanted;
    if (argument.name == "vocab" && !isText && !isCount(1))
      wanted = "a file with a word on each line, or how many words are told "
               "apart";
    else if (argument.name == "max" && !isCount(1))
      wanted = "a whole number, 1 or more";
    else if (argument.name == "pad" && !isCount(0))
      wanted = "a whole number, 0 or more";
    else if (argument.name == "unknown" && !isText)
      wanted = "a word of the vocabulary, such as \"<unk>\"";
    if (!wanted.empty()) {
      error("E0205", arg.value->range,
            "`" + argument.name + "` of `words` is " + wanted, frame);
      good = false;
      continue;
    }
    hasVocab |= argument.name == "vocab";
    column.arguments.push_back(std::move(argument));
  }
  if (good && !hasVocab) {
    error("E0204", call.range, "`words` needs a vocabulary", frame)
        .help("a file, `vocab = \"data/vocab.txt\"`, or a number of words, "
              "`vocab = 20_000`");
    good = false;
  }
  return good ? std::optional(std::move(column)) : std::nullopt;
}

Value Elaborator::wordsValue(const CallExpr &call, const Type &wanted,
                             Frame &frame) {
  std::optional<Column> column = readWords(call, frame);
  if (!column)
    return Value();
  if (wanted.rank() != 1 || wanted.element == Element::Bool) {
    error("E0503", call.range, "`words` gives numbers, one for each word",
          frame)
        .label("declared " + wanted.str())
        .help("declare i32[time] with a `dim time: 1..400`");
    return Value();
  }
  column->type = wanted;
  column->truncate = truncates;
  return checkRows(*column, frame) ? addColumn(std::move(*column)) : Value();
}

/// `length(words(...))`: how many words an example has, one number.
Value Elaborator::lengthValue(const CallExpr &call, const Type &wanted,
                              Frame &frame) {
  const CallExpr *words = call.args.size() == 1 && !call.args[0].name
                              ? asWords(call.args[0].value, frame)
                              : nullptr;
  if (!words) {
    error("E0204", call.range, "`length` counts the words of an example", frame)
        .help("`let w = words(source.text, ...)`, then `length(w)`");
    return Value();
  }
  if (wanted.rank()) {
    error("E0503", call.range, "`length` is one number", frame)
        .label("declared " + wanted.str());
    return Value();
  }
  std::optional<Column> column = readWords(*words, frame);
  if (!column)
    return Value();
  column->function = "length";
  column->type = wanted;
  column->truncate = truncates;
  column->range = call.range;
  return checkRows(*column, frame) ? addColumn(std::move(*column)) : Value();
}

/// The sizes of a field are numbers, or dims that each example sets. They are
/// no values in the data set.
std::optional<Type> Elaborator::fieldType(const TypeExpr *expr, Frame &frame) {
  Frame signature = frame;
  std::optional<Type> type = evalType(expr, signature, /*binding=*/true);
  if (!type)
    return std::nullopt;
  for (const Axis &axis : type->axes) {
    if (axis.size.constant())
      continue;
    std::optional<std::string> name = axis.size.asSymbol();
    if (!name) {
      error("E0503", expr->range,
            "a size that differs between examples is a dim", frame)
          .label("found " + axis.size.str());
      return std::nullopt;
    }
    if (*name == "batch") {
      error("E0503", expr->range,
            "a field is of one example, `batch` counts them", frame)
          .help("leave `batch` out; `train` puts it first");
      return std::nullopt;
    }
  }
  return type;
}

/// Only words come in different numbers.
bool Elaborator::checkColumnSize(const Column &column, Frame &frame) {
  if (column.function == "words" ||
      llvm::all_of(column.type.axes,
                   [](const Axis &a) { return a.size.constant(); }))
    return true;
  error("E0503", column.range, "this column has one size for all examples",
        frame)
      .label("declared " + column.type.str())
      .help("declare a number; sizes of `words(...)` may differ");
  return false;
}

/// `bucket_by = length(tokens)`.
void Elaborator::readBuckets(const Expr *expr, typed::Train &result,
                             Frame &frame) {
  auto *call = dyn_cast<CallExpr>(expr);
  auto *callee = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
  auto *field = callee && callee->name == "length" && call->args.size() == 1 &&
                        !call->args[0].name
                    ? dyn_cast<NameExpr>(call->args[0].value)
                    : nullptr;
  if (!field) {
    error("E0205", expr->range, "`bucket_by` is the length of a field", frame)
        .help("`bucket_by = length(tokens)`");
    return;
  }
  if (result.data.dataset < 0)
    return;
  const Dataset &data = *program->datasets[result.data.dataset];
  if (failed.contains(data.name + "." + field->name.str()))
    return;
  std::vector<StringRef> names;
  for (const Dataset::Field &each : data.fields)
    names.push_back(each.name);
  if (!llvm::is_contained(names, field->name)) {
    Diagnostic &diag =
        error("E0203", field->range,
              "`" + data.name + "` has no field `" + field->name + "`", frame);
    if (StringRef close = closestName(field->name, names); !close.empty())
      diag.suggest(field->range, field->name, close);
    return;
  }
  for (const Column &column : data.columns)
    if (column.field == field->name && column.function == "words" &&
        !column.type.axes[0].size.constant()) {
      result.bucketBy = field->name.str();
      return;
    }
  error("E0205", field->range,
        "`" + field->name + "` has one length for all examples", frame)
      .help("`bucket_by` is for a field of `words(...)`, i32[time]");
}
