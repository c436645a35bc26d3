//===- Dataset.cpp - data sets -------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "nnc/Frontend/Vocabulary.h"
#include "llvm/ADT/ScopeExit.h"

#include <numeric>

using namespace nnc;
using namespace nnc::typed;
using llvm::cast;
using llvm::dyn_cast;
using llvm::StringRef;
using llvm::Twine;

llvm::ArrayRef<StringRef> nnc::datasetKeys() {
  static const StringRef keys[] = {"source", "split"};
  return keys;
}

bool nnc::typed::isColumnFunction(StringRef name) {
  return name == "column" || name == "columns" || name == "category" ||
         name == "resize" || name == "windows" || name == "words" ||
         name == "length";
}

/// `source.x`, `column(...)`: what the runtime reads.
static bool isColumn(const Expr *expr) {
  if (auto *call = dyn_cast<CallExpr>(expr)) {
    auto *name = dyn_cast<NameExpr>(call->callee);
    return name && isColumnFunction(name->name);
  }
  auto *member = dyn_cast<MemberExpr>(expr);
  auto *base = member ? dyn_cast<NameExpr>(member->base) : nullptr;
  return base && base->name == "source";
}

static bool isCallOf(const Expr *expr, StringRef function) {
  auto *call = dyn_cast<CallExpr>(expr);
  auto *name = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
  return name && name->name == function;
}

static bool isWindows(const Expr *expr) { return isCallOf(expr, "windows"); }

//===----------------------------------------------------------------------===//
// The source
//===----------------------------------------------------------------------===//

bool Elaborator::readArgument(const Expr *expr, typed::Argument &argument,
                              Frame &frame) {
  Value value = eval(expr, frame);
  if (value.isUnknown())
    return false;
  markStructural(value);
  using A = typed::Argument;
  if (value.kind == Value::Str) {
    argument.kind = A::Text;
    argument.text = value.text;
    return true;
  }
  if (value.kind == Value::Bool && value.flag) {
    argument.kind = A::Flag;
    argument.number = *value.flag;
    return true;
  }
  if (value.isScalar() && toNum(value, expr->range).num) {
    argument.kind = A::Number;
    argument.number = *toNum(value, expr->range).num;
    return true;
  }
  if (value.kind == Value::List) {
    if (llvm::all_of(value.items,
                     [](const Value &v) { return v.kind == Value::Str; })) {
      argument.kind = A::Texts;
      for (const Value &item : value.items)
        argument.texts.push_back(item.text);
      argument.shape = {int64_t(argument.texts.size())};
      return true;
    }
    Value array = listToTensor(value, Element::F64, expr->range, frame);
    if (array.isUnknown())
      return false;
    argument.kind = A::Numbers;
    argument.numbers = array.node->values;
    for (const Axis &axis : array.type.axes)
      argument.shape.push_back(*axis.size.constant());
    return true;
  }
  error("E0205", expr->range, "an argument of a source is constant", frame)
      .label("found " + describe(value));
  return false;
}

//===----------------------------------------------------------------------===//
// Columns
//===----------------------------------------------------------------------===//

/// Calls `visit` with every column in `expr`, through the names of `let`s.
static void forEachColumn(const Expr *expr, Frame &frame,
                          llvm::function_ref<void(const Expr *)> visit) {
  if (isColumn(expr))
    return visit(expr);
  switch (expr->kind) {
  case Expr::Kind::Name:
    for (auto &scope : llvm::reverse(frame.scopes))
      if (auto it = scope.find(cast<NameExpr>(expr)->name); it != scope.end()) {
        if (it->second.kind == Value::Column)
          forEachColumn(it->second.expr, frame, visit);
        return;
      }
    return;
  case Expr::Kind::Unary:
    return forEachColumn(cast<UnaryExpr>(expr)->operand, frame, visit);
  case Expr::Kind::Binary:
    forEachColumn(cast<BinaryExpr>(expr)->lhs, frame, visit);
    return forEachColumn(cast<BinaryExpr>(expr)->rhs, frame, visit);
  case Expr::Kind::Index:
    return forEachColumn(cast<IndexExpr>(expr)->base, frame, visit);
  case Expr::Kind::Member:
    return forEachColumn(cast<MemberExpr>(expr)->base, frame, visit);
  case Expr::Kind::Call:
    for (const nnc::Argument &arg : cast<CallExpr>(expr)->args)
      forEachColumn(arg.value, frame, visit);
    return;
  case Expr::Kind::Pipe:
    return forEachColumn(cast<PipeExpr>(expr)->head, frame, visit);
  default:
    return;
  }
}

static bool containsColumn(const Expr *expr, Frame &frame) {
  bool found = false;
  forEachColumn(expr, frame, [&](const Expr *) { found = true; });
  return found;
}

/// Works out the type of every column in `expr` from the type that the whole
/// must have, and makes each an input of `prepare`. None after an error.
std::optional<Type> Elaborator::columnType(const Expr *expr, Type wanted,
                                           Frame &frame) {
  auto ambiguous = [&]() -> std::optional<Type> {
    error("E0503", expr->range,
          "the shape of this column does not follow from the field", frame)
        .help("say it with `resize`, or reshape in the model");
    return std::nullopt;
  };
  if (isColumn(expr)) {
    Value column(Value::Column);
    column.expr = expr;
    Value value = isWindows(expr)
                      ? windowsValue(*cast<CallExpr>(expr), wanted, frame)
                  : isCallOf(expr, "words")
                      ? wordsValue(*cast<CallExpr>(expr), wanted, frame)
                  : isCallOf(expr, "length")
                      ? lengthValue(*cast<CallExpr>(expr), wanted, frame)
                      : columnValue(column, wanted, frame);
    if (value.isUnknown())
      return std::nullopt;
    columns[expr] = value;
    return wanted;
  }
  if (!containsColumn(expr, frame))
    return wanted;
  // What is made of windows has their length, whatever is done with it.
  bool sized = true;
  forEachColumn(expr, frame,
                [&](const Expr *column) { sized &= isWindows(column); });
  if (sized) {
    bool good = true;
    forEachColumn(expr, frame, [&](const Expr *column) {
      good = columnType(column, wanted, frame) && good;
    });
    return good ? std::optional(wanted) : std::nullopt;
  }
  switch (expr->kind) {
  case Expr::Kind::Name: {
    std::optional<Value> alias =
        lookup(cast<NameExpr>(expr)->name, expr->range, frame);
    return columnType(alias->expr, wanted, frame);
  }
  case Expr::Kind::Unary:
    return columnType(cast<UnaryExpr>(expr)->operand, wanted, frame);
  case Expr::Kind::Binary: {
    auto *op = cast<BinaryExpr>(expr);
    if (op->op == BinaryOp::MatMul)
      return ambiguous();
    // A column is f64 before it becomes a bool (rule 54).
    if (isComparison(op->op))
      wanted.element = Element::F64;
    for (const Expr *side : {op->lhs, op->rhs})
      if (!columnType(side, wanted, frame))
        return std::nullopt;
    return wanted;
  }
  case Expr::Kind::Call: {
    auto *call = cast<CallExpr>(expr);
    auto *name = dyn_cast<NameExpr>(call->callee);
    if (!name || call->args.empty())
      return ambiguous();
    const Expr *inner = call->args[0].value;
    if (name->name == "cast") {
      bool outer = std::exchange(truncates, true);
      wanted.element = Element::F64;
      auto type = columnType(inner, wanted, frame);
      truncates = outer;
      return type;
    }
    if (name->name == "unsqueeze") {
      const Expr *axisExpr = nullptr;
      for (size_t i = 1; i < call->args.size(); ++i)
        if (!call->args[i].name || call->args[i].name.name == "axis")
          axisExpr = call->args[i].value;
      if (!axisExpr)
        return wanted; // reported where the call is evaluated
      auto axis = resolveAxis(axisExpr, wanted, axisExpr->range, frame);
      if (!axis)
        return std::nullopt;
      Type type = wanted;
      type.axes.erase(type.axes.begin() + *axis);
      return columnType(inner, type, frame);
    }
    auto builtin = builtins().find(name->name);
    bool sameShape = builtin != builtins().end() &&
                     (builtin->second.function == &Elaborator::builtinUnary ||
                      builtin->second.function == &Elaborator::builtinClamp ||
                      (builtin->second.function == &Elaborator::builtinMinMax &&
                       call->args.size() > 1 && !call->args[1].name));
    if (!sameShape)
      return ambiguous();
    for (const nnc::Argument &arg : call->args)
      if (!columnType(arg.value, wanted, frame))
        return std::nullopt;
    return wanted;
  }
  default:
    return ambiguous();
  }
}

Value Elaborator::asColumn(const CallExpr &call, Frame &frame) {
  if (auto it = columns.find(&call); it != columns.end())
    return it->second;
  Value value(Value::Column);
  value.expr = &call;
  return value;
}

/// One column as an input of `prepare`.
Value Elaborator::columnValue(const Value &column, const Type &type,
                              Frame &frame) {
  Column result;
  result.type = type;
  result.field = fieldName;
  result.truncate = truncates;
  result.function = "column";
  result.range = column.expr->range;
  auto names = [&](const Expr *expr) {
    if (auto *range = dyn_cast<RangeExpr>(expr)) {
      Value low = range->lower ? eval(range->lower, frame) : Value();
      Value high = range->upper ? eval(range->upper, frame) : Value();
      if (!low.constantInt() || !high.constantInt() || *low.constantInt() < 0 ||
          *high.constantInt() <= *low.constantInt()) {
        error("E0205", expr->range, "columns are counted `a..b` from 0", frame);
        return false;
      }
      result.columns.push_back(std::to_string(*low.constantInt()) + ".." +
                               std::to_string(*high.constantInt()));
      rangeSize += *high.constantInt() - *low.constantInt();
      return true;
    }
    Value name = eval(expr, frame);
    if (name.isUnknown())
      return false;
    std::vector<Value> list{name};
    if (name.kind == Value::List)
      list = name.items;
    for (const Value &item : list) {
      if (item.kind != Value::Str) {
        error("E0205", expr->range, "a column is named by text or position",
              frame)
            .label("found " + describe(name));
        return false;
      }
      result.columns.push_back(item.text);
      ++rangeSize;
    }
    return true;
  };
  rangeSize = 0;
  bool several = false;
  if (auto *member = dyn_cast<MemberExpr>(column.expr)) {
    result.columns.push_back(member->member.name.str());
  } else {
    auto *call = cast<CallExpr>(column.expr);
    StringRef function = cast<NameExpr>(call->callee)->name;
    if (function == "resize")
      return resizeValue(*call, type, frame);
    auto *source =
        call->args.empty() ? nullptr : dyn_cast<NameExpr>(call->args[0].value);
    if (function == "category") {
      result.function = "category";
      auto *name = call->args.empty() ? nullptr : call->args[0].value;
      auto *member =
          name && isColumn(name) ? dyn_cast<MemberExpr>(name) : nullptr;
      auto *inner = name && isColumn(name) ? dyn_cast<CallExpr>(name) : nullptr;
      if (member)
        result.columns.push_back(member->member.name.str());
      if (call->args.size() != 2 ||
          (!member &&
           (!inner || inner->args.size() != 2 || !names(inner->args[1].value) ||
            result.columns.size() != 1))) {
        error("E0204", call->range,
              "`category` takes a column and the list of its values", frame)
            .help("`category(source.kind, [\"a\", \"b\"])`");
        return Value();
      }
      typed::Argument values;
      if (!readArgument(call->args[1].value, values, frame))
        return Value();
      if (values.kind != typed::Argument::Texts || values.texts.empty()) {
        error("E0205", call->args[1].value->range,
              "the values of a category are texts", frame);
        return Value();
      }
      result.categories = values.texts;
      if (!isInteger(type.element) || type.rank()) {
        error("E0503", call->range, "a category is an i32", frame)
            .label("declared " + type.str());
        return Value();
      }
    } else {
      several = function == "columns";
      if (!source || source->name != "source" || call->args.size() < 2) {
        error("E0204", call->range,
              "`" + function + "` takes `source` and the names", frame)
            .help("`" + function + "(source, \"price\")`");
        return Value();
      }
      for (size_t i = 1; i < call->args.size(); ++i)
        if (!names(call->args[i].value))
          return Value();
      if (!several && rangeSize != 1) {
        error("E0204", call->range, "`column` names one column", frame)
            .help("use `columns`");
        return Value();
      }
    }
  }
  if (several &&
      (type.rank() != 1 || !type.axes[0].size.isConstant(rangeSize))) {
    error("E0503", result.range, "dataset does not match its declaration",
          frame)
        .label("declared " + type.str() + "; here are " + Twine(rangeSize) +
               " columns");
    return Value();
  }
  if (!checkRows(result, frame))
    return Value();
  if (dataset->isStream()) {
    error("E0503", result.range, "a stream has no columns", frame)
        .help("cut it: `windows(source, length = 129)`");
    return Value();
  }
  return checkColumnSize(result, frame) ? addColumn(std::move(result))
                                        : Value();
}

/// The column as an input of `prepare`.
Value Elaborator::addColumn(Column result) {
  const Type &type = result.type;
  result.input = fieldName + "." + std::to_string(dataset->columns.size());
  Value value(Value::Tensor);
  value.type = type;
  value.node = emit(Op::Input, type, {}, result.range);
  value.node->text = result.input;
  build->function->inputs.push_back(value.node);
  dataset->columns.push_back(std::move(result));
  return value;
}

//===----------------------------------------------------------------------===//
// The section
//===----------------------------------------------------------------------===//

void Elaborator::buildDataset(const DatasetDecl &decl, FileScope &scope) {
  auto result = std::make_unique<Dataset>();
  result->name = decl.name.name.str();
  result->range = decl.name.range;
  dataset = result.get();
  FunctionBuild function(&result->prepare);
  build = &function;
  llvm::scope_exit restore([&] {
    build = &scratch;
    dataset = nullptr;
    columns.clear();
  });
  Frame frame;
  frame.file = &scope;
  frame.kind = Frame::Dataset;
  frame.name = decl.name.name;

  const KeyItem *source = nullptr, *split = nullptr;
  for (const Stmt *item : decl.section->stmts)
    if (auto *key = dyn_cast<KeyItem>(item)) {
      StringRef name = key->name.name;
      const KeyItem **slot = name == "source"  ? &source
                             : name == "split" ? &split
                                               : nullptr;
      if (!slot) {
        Diagnostic &diag =
            error("E0501", key->name.range,
                  "unknown key `" + name + "` in `dataset`", frame);
        StringRef close = closestName(name, datasetKeys());
        if (!close.empty())
          diag.suggest(key->name.range, name, close);
        continue;
      }
      if (*slot)
        error("E0501", key->name.range, "`" + name + "` is given twice", frame)
            .secondary((*slot)->name.range, "first");
      *slot = key;
    }
  auto *call = source ? dyn_cast<CallExpr>(source->value) : nullptr;
  auto *sourceName = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
  if (!source) {
    error("E0501", decl.name.range,
          "the data set `" + decl.name.name + "` has no `source`", frame);
  } else if (!sourceName) {
    error("E0205", source->value->range, "a source is a call", frame)
        .help("`csv(\"data/file.csv\", header = true)`");
  } else {
    readSource(*call, sourceName->name, *result, frame);
    if (result->source == "rows") {
      // Every column has one value for each example.
      const typed::Argument *first = nullptr;
      for (const typed::Argument &argument : result->arguments) {
        auto length = [](const typed::Argument &a) {
          return a.kind == typed::Argument::Texts ? int64_t(a.texts.size())
                 : a.shape.empty()                ? -1
                                                  : a.shape[0];
        };
        if (length(argument) < 0)
          error("E0205", call->range,
                "`" + argument.name + "` is not a list of examples", frame);
        else if (first && length(*first) != length(argument))
          error("E0503", call->range, "the columns have different lengths",
                frame)
              .label("`" + first->name + "` has " + Twine(length(*first)) +
                     ", `" + argument.name + "` has " +
                     Twine(length(argument)));
        else
          first = &argument;
      }
    }
  }
  frame.scopes.back()["source"] = Value(Value::Source);

  for (const Stmt *item : decl.section->stmts) {
    switch (item->kind) {
    case Stmt::Kind::Key:
      break;
    case Stmt::Kind::Let: {
      auto &let = *cast<LetStmt>(item);
      if (!let.pattern.isTuple && containsColumn(let.value, frame)) {
        Value alias(Value::Column);
        alias.expr = let.value;
        frame.scopes.back()[let.pattern.names[0].name] = alias;
      } else {
        evalLet(let, frame);
      }
      break;
    }
    case Stmt::Kind::Assert:
      evalAssert(*cast<AssertStmt>(item), frame);
      break;
    case Stmt::Kind::Augment:
      break; // after the fields
    case Stmt::Kind::Field: {
      auto &field = *cast<FieldItem>(item);
      for (const Dataset::Field &other : result->fields)
        if (other.name == field.name.name)
          error("E0501", field.name.range,
                "the field `" + field.name.name + "` is declared twice", frame)
              .secondary(other.range, "first");
      std::string full = result->name + "." + field.name.name.str();
      failed.insert(full);
      std::optional<Type> type = fieldType(field.type, frame);
      if (!type || result->source.empty())
        break;
      fieldName = field.name.name.str();
      truncates = false;
      Value value;
      if (!field.value) {
        auto *base =
            context.create<NameExpr>(field.name.range, StringRef("source"));
        auto *member =
            context.create<MemberExpr>(field.name.range, base, field.name);
        Value column(Value::Column);
        column.expr = member;
        value = columnValue(column, *type, frame);
      } else if (columnType(field.value, *type, frame)) {
        value = eval(field.value, frame);
      }
      if (value.isUnknown())
        break;
      value = asDeclared(*type, value,
                         field.value ? field.value->range : field.name.range,
                         frame, "`" + fieldName + "`");
      if (!value.isTensor())
        break;
      failed.erase(full);
      result->fields.push_back({fieldName, *type, field.name.range});
      result->prepare.results.push_back(
          {fieldName, use(value.node, field.range)});
      break;
    }
    default:
      error("E0501", item->range, "this cannot stand in a `dataset`", frame);
    }
  }
  evalAugments(decl, frame);
  if (split) {
    auto *fractions = dyn_cast<CallExpr>(split->value);
    auto *name = fractions ? dyn_cast<NameExpr>(fractions->callee) : nullptr;
    if (!name || name->name != "fractions") {
      error("E0205", split->value->range, "a split is `fractions(...)`", frame)
          .help("`split = fractions(validation = 0.1, test = 0.1)`");
    } else {
      result->hasSplit = true;
      for (const nnc::Argument &arg : fractions->args) {
        double *slot = arg.name.name == "validation"
                           ? &result->validationFraction
                       : arg.name.name == "test" ? &result->testFraction
                                                 : nullptr;
        if (!slot) {
          error("E0204", arg.value->range,
                "`fractions` has `validation` and `test`", frame);
          continue;
        }
        Value value = toNum(eval(arg.value, frame), arg.value->range);
        if (value.isUnknown())
          continue;
        markStructural(value);
        if (value.kind != Value::Num || !value.num || *value.num < 0 ||
            *value.num >= 1)
          error("E0205", arg.value->range, "a fraction is from 0 to below 1",
                frame);
        else
          *slot = *value.num;
      }
      if (result->validationFraction + result->testFraction >= 1)
        error("E0205", fractions->range, "no example is left to train on",
              frame);
    }
  }
  checkDataFiles(*result, decl, frame);
  program->datasets.push_back(std::move(result));
}
