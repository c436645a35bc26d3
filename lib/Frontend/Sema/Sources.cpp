//===- Sources.cpp - what a data set reads --------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;
using llvm::Twine;

namespace {
struct SourceInfo {
  StringRef name;
  bool path; ///< the first argument is a file or folder
  bool free; ///< every argument is a column
  llvm::SmallVector<StringRef, 2> options;
};
} // namespace

static llvm::ArrayRef<SourceInfo> sourceTable() {
  static const SourceInfo table[] = {
      {"rows", false, true, {}},
      {"csv", true, false, {"header", "columns"}},
      {"tsv", true, false, {"header", "columns"}},
      {"idx", false, true, {}},
      {"npy", false, true, {}},
      {"npz", true, false, {}},
      {"safetensors", true, false, {}},
      {"images", true, false, {"classes", "table"}},
      {"cifar10", true, false, {}},
      {"characters", true, false, {"vocab"}},
  };
  return table;
}

void Elaborator::readSource(const CallExpr &call, StringRef name,
                            Dataset &result, Frame &frame) {
  std::vector<StringRef> known;
  const SourceInfo *info = nullptr;
  for (const SourceInfo &each : sourceTable()) {
    known.push_back(each.name);
    if (each.name == name)
      info = &each;
  }
  if (!info) {
    Diagnostic &diag = error("E0203", call.callee->range,
                             "unknown source `" + name + "`", frame);
    if (StringRef close = closestName(name, known); !close.empty())
      diag.suggest(call.callee->range, name, close);
    return;
  }
  result.source = name.str();
  bool hasPath = false;
  for (const nnc::Argument &arg : call.args) {
    typed::Argument argument;
    argument.name = arg.name.name.str();
    if (!arg.name) {
      if (!info->path || &arg != call.args.begin()) {
        error("E0204", arg.value->range,
              "this argument of the source needs a name", frame)
            .help("`x = " + source(arg.value->range) + "`");
        continue;
      }
      argument.name = "path";
      hasPath = true;
    } else if (!info->free &&
               !llvm::is_contained(info->options, arg.name.name)) {
      Diagnostic &diag = error(
          "E0204", arg.name.range,
          "`" + name + "` has no argument `" + arg.name.name + "`", frame);
      std::vector<StringRef> options(info->options.begin(),
                                     info->options.end());
      diag.suggest(arg.name.range, arg.name.name,
                   closestName(arg.name.name, options));
      if (info->options.size() == 2)
        diag.help("it has `" + info->options[0] + "` and `" + info->options[1] +
                  "`");
      else if (info->options.size() == 1)
        diag.help("it has `" + info->options[0] + "`");
      continue;
    }
    if (!readArgument(arg.value, argument, frame))
      continue;
    auto wrong = [&](StringRef what) {
      error("E0205", arg.value->range,
            "`" + argument.name + "` of `" + name + "` is " + what, frame);
    };
    if ((argument.name == "path" || argument.name == "table") && info->path &&
        argument.kind != typed::Argument::Text)
      wrong("the name of a file");
    else if (argument.name == "classes" && !info->free &&
             argument.kind != typed::Argument::Texts)
      wrong("a list of texts");
    else if (argument.name == "vocab" && !info->free &&
             (argument.kind != typed::Argument::Number || argument.number < 1 ||
              argument.number != std::floor(argument.number)))
      wrong("a whole number, 1 or more");
    else
      result.arguments.push_back(std::move(argument));
  }
  if (info->path && !hasPath)
    error("E0204", call.range, "`" + name + "` needs a file", frame)
        .help("`" + name + "(\"data/...\")`");
  bool hasVocab = llvm::any_of(result.arguments, [](const typed::Argument &a) {
    return a.name == "vocab";
  });
  if (result.isStream() && !hasVocab)
    error("E0204", call.range, "`characters` needs the size of its vocabulary",
          frame)
        .help("`characters(\"data/text.txt\", vocab = 65)`");
}

/// `windows(source, length = n, stride = k)`: one window of the stream.
Value Elaborator::windowsValue(const CallExpr &call, const Type &wanted,
                               Frame &frame) {
  if (!dataset->isStream()) {
    error("E0503", call.range, "only a stream is cut into windows", frame)
        .label("`" + dataset->source + "` has examples of its own")
        .help("`characters(\"data/text.txt\", vocab = 65)` is a stream");
    return Value();
  }
  std::optional<int64_t> length, stride;
  for (size_t i = 0; i < call.args.size(); ++i) {
    const nnc::Argument &arg = call.args[i];
    if (i == 0 && !arg.name) {
      auto *name = dyn_cast<NameExpr>(arg.value);
      if (!name || name->name != "source")
        error("E0204", arg.value->range, "`windows` cuts `source`", frame);
      continue;
    }
    std::optional<int64_t> *slot = arg.name.name == "length"   ? &length
                                   : arg.name.name == "stride" ? &stride
                                                               : nullptr;
    if (!slot) {
      error("E0204", arg.value->range, "`windows` has `length` and `stride`",
            frame)
          .help("`windows(source, length = 129)`");
      return Value();
    }
    Value value = eval(arg.value, frame);
    if (value.isUnknown())
      return Value();
    markStructural(value);
    *slot = value.constantInt();
    if (!*slot || **slot < 1) {
      error("E0205", arg.value->range,
            "`" + arg.name.name + "` is a whole number, 1 or more", frame)
          .label("found " + describe(value));
      return Value();
    }
  }
  if (!length) {
    error("E0204", call.range, "`windows` needs a `length`", frame)
        .help("`windows(source, length = 129)`");
    return Value();
  }
  // The examples of the data set are its windows: all fields see the same.
  auto note = [&](StringRef name, int64_t number) {
    for (const typed::Argument &each : dataset->arguments)
      if (each.name == name)
        return each.number == double(number);
    typed::Argument argument;
    argument.name = name.str();
    argument.kind = typed::Argument::Number;
    argument.number = double(number);
    dataset->arguments.push_back(std::move(argument));
    return true;
  };
  if (!note("length", *length) || !note("stride", stride.value_or(0))) {
    error("E0503", call.range, "this data set is cut in two ways", frame)
        .help("name the windows once: `let w = windows(...)`");
    return Value();
  }
  Column column;
  column.function = "windows";
  column.type = Type::tensor(wanted.element, {Axis(DimExpr(*length))});
  column.field = fieldName;
  column.truncate = truncates;
  column.range = call.range;
  Value value = addColumn(std::move(column));
  columns[&call] = value;
  return value;
}

/// `resize(source.image, [h, w])`.
Value Elaborator::resizeValue(const CallExpr &call, const Type &type,
                              Frame &frame) {
  typed::Argument size;
  if (call.args.size() != 2) {
    error("E0204", call.range, "`resize` takes a column and [height, width]",
          frame)
        .help("`resize(source.image, [32, 32])`");
    return Value();
  }
  if (!readArgument(call.args[1].value, size, frame))
    return Value();
  if (size.kind != typed::Argument::Numbers || size.numbers.size() != 2 ||
      size.shape.size() != 1 || size.numbers[0] < 1 || size.numbers[1] < 1) {
    error("E0205", call.args[1].value->range,
          "the size is [height, width], two numbers from 1", frame);
    return Value();
  }
  unsigned rank = type.rank();
  if (rank < 2 || !type.axes[rank - 2].size.isConstant(size.numbers[0]) ||
      !type.axes[rank - 1].size.isConstant(size.numbers[1])) {
    error("E0503", call.range, "dataset does not match its declaration", frame)
        .label("declared " + type.str() + "; resized to [" +
               Twine(int64_t(size.numbers[0])) + ", " +
               Twine(int64_t(size.numbers[1])) + "]");
    return Value();
  }
  auto *member = dyn_cast<MemberExpr>(call.args[0].value);
  auto *base = member ? dyn_cast<NameExpr>(member->base) : nullptr;
  if (!base || base->name != "source") {
    error("E0205", call.args[0].value->range, "`resize` takes a column", frame)
        .help("`resize(source.image, [32, 32])`");
    return Value();
  }
  Value column(Value::Column);
  column.expr = member;
  Value value = columnValue(column, type, frame);
  if (value.isUnknown())
    return Value();
  dataset->columns.back().function = "resize";
  return value;
}

/// What is written in the program itself is compared with the field here: the
/// columns are there, of text where text is wanted, and of the field's shape.
bool Elaborator::checkRows(const Column &column, Frame &frame) {
  if (dataset->source != "rows")
    return true;
  std::vector<StringRef> known;
  for (const typed::Argument &argument : dataset->arguments)
    known.push_back(argument.name);
  for (StringRef name : column.columns) {
    auto rows =
        llvm::find_if(dataset->arguments, [&](const typed::Argument &each) {
          return each.name == name;
        });
    if (rows == dataset->arguments.end()) {
      Diagnostic &diag =
          error("E0203", column.range,
                "the source has no column `" + name + "`", frame);
      if (StringRef close = closestName(name, known); !close.empty())
        diag.suggest(column.range, name, close);
      return false;
    }
    bool isText = rows->kind == typed::Argument::Texts;
    if (column.function == "column" && isText) {
      error("E0503", column.range, "this column is text", frame)
          .label("declared " + column.type.str())
          .help("`category(source." + name +
                ", [...])` numbers it, `words(...)` its words");
      return false;
    }
    if (column.function != "column" && !isText) {
      error("E0503", column.range, "`" + column.function + "` reads text",
            frame)
          .label("`" + name + "` is numbers");
      return false;
    }
    if (column.function == "category")
      for (const std::string &text : rows->texts)
        if (!llvm::is_contained(column.categories, text)) {
          error("E0503", column.range,
                "\"" + text + "\" is not one of these categories", frame);
          return false;
        }
    if (isText || column.columns.size() > 1)
      continue;
    const Type &type = column.type;
    bool fits = rows->shape.size() == type.rank() + 1;
    std::string held;
    for (size_t i = 1; i < rows->shape.size(); ++i) {
      held += (i > 1 ? ", " : "") + std::to_string(rows->shape[i]);
      fits = fits && type.axes[i - 1].size.isConstant(rows->shape[i]);
    }
    if (!fits) {
      error("E0503", column.range, "dataset does not match its declaration",
            frame)
          .label("declared " + type.str() + "; the rows hold [" + held + "]");
      return false;
    }
  }
  return true;
}
