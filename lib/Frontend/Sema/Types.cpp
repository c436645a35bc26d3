//===- Types.cpp - signatures and declared types -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/Support/SourceMgr.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;
using llvm::Twine;

bool Elaborator::isKind(StringRef name) {
  return name == "int" || name == "num" || name == "bool" || name == "str" ||
         name == "ints" || name == "duration";
}

std::optional<Element> Elaborator::element(StringRef name, Frame &frame) {
  if (name == "float")
    return frame.floating.value_or(options.doubles ? Element::F64
                                                   : Element::F32);
  for (unsigned i = 0; i <= unsigned(Element::Bool); ++i)
    if (spelling(Element(i)) == name)
      return options.doubles && isFloat(Element(i)) ? Element::F64 : Element(i);
  return std::nullopt;
}

const TypeExpr *Elaborator::resolveAlias(const TypeExpr *type, Frame &frame) {
  for (unsigned i = 0; i < 16; ++i) {
    auto *named = dyn_cast<NamedType>(type);
    const FileScope *where = nullptr;
    if (!named || named->hasShape)
      return type;
    auto *alias = llvm::dyn_cast_if_present<TypeAliasDecl>(
        findDecl(*frame.file, named->name.name, &where));
    if (!alias)
      return type;
    type = alias->type;
  }
  return type;
}

std::optional<Axis> Elaborator::evalDim(const Expr *expr, Frame &frame) {
  if (auto *number = dyn_cast<NumberExpr>(expr); number && number->isInteger) {
    Axis axis(number->integer);
    axis.stretches = number->integer == 1;
    return axis;
  }
  Value value;
  auto *name = dyn_cast<NameExpr>(expr);
  if (name) {
    std::optional<Value> found = lookup(name->name, expr->range, frame);
    if (!found) {
      Diagnostic &diag = error("E0201", expr->range,
                               "unknown dimension `" + name->name + "`", frame);
      diag.label("not bound by any input");
      std::vector<StringRef> names;
      for (auto &entry : frame.dims)
        names.push_back(entry.first());
      for (auto &entry : frame.file->dims)
        names.push_back(entry.first());
      for (auto &entry : frame.file->hypers)
        names.push_back(entry.first());
      llvm::sort(names);
      if (StringRef close = closestName(name->name, names); !close.empty()) {
        const DimDecl *decl = frame.file->dims.lookup(close);
        unsigned line =
            decl ? sources.getLineAndColumn(decl->range.Start).first : 0;
        diag.help("did you mean `" + close + "`" +
                  (line ? " (line " + Twine(line) + ")" : "") + "?")
            .edit(expr->range, close);
      } else if (frame.kind == Frame::Model) {
        diag.help("declare it: `dim " + name->name + "`");
        if (const Stmt *first = frame.file->file->decls.front();
            llvm::isa<EditionDecl>(first))
          diag.insertAfter(first->range, "\ndim " + name->name);
      }
      return std::nullopt;
    }
    value = *found;
  } else {
    value = eval(expr, frame);
  }
  if (value.isUnknown())
    return std::nullopt;
  if (value.kind != Value::Int || !value.dim) {
    error(value.kind == Value::Int ? "E0202" : "E0205", expr->range,
          value.kind == Value::Int ? "this size is not known at compile time"
                                   : "a size is an int",
          frame)
        .label("found " + describe(value));
    if (value.kind == Value::Num && lastError)
      adviseInt(expr->range, frame, *lastError);
    return std::nullopt;
  }
  if (std::optional<int64_t> size = value.constantInt();
      size && (*size < 0 || *size > (int64_t(1) << 40))) {
    error("E0205", expr->range,
          *size < 0 ? "a size is not negative" : "this size is too large",
          frame)
        .label("found " + Twine(*size));
    return std::nullopt;
  }
  markStructural(value);
  Axis axis(*value.dim);
  if (name) {
    axis.name = name->name.str();
    axis.label = value.text;
  }
  axis.stretches = value.literalOne;
  return axis;
}

std::optional<Type> Elaborator::evalType(const TypeExpr *typeExpr, Frame &frame,
                                         bool binding) {
  typeExpr = resolveAlias(typeExpr, frame);
  auto *named = dyn_cast<NamedType>(typeExpr);
  if (!named) {
    if (!isa<ErrorType>(typeExpr))
      error("E0205", typeExpr->range,
            "a record stands where a tensor is wanted", frame)
          .help("give each of its fields a name and a type of its own");
    return std::nullopt;
  }
  std::optional<Element> elementType = element(named->name.name, frame);
  if (!elementType) {
    std::vector<StringRef> names{"f16", "bf16", "f32",   "f64", "i8",  "i32",
                                 "i64", "bool", "float", "int", "num", "str"};
    Diagnostic &diag =
        error(isKind(named->name.name) ? "E0205" : "E0203", named->name.range,
              isKind(named->name.name)
                  ? "`" + named->name.name + "` is not the type of a tensor"
                  : "unknown type `" + named->name.name + "`",
              frame);
    if (!isKind(named->name.name))
      if (StringRef close = closestName(named->name.name, names);
          !close.empty())
        diag.suggest(named->name.range, named->name.name, close);
    return std::nullopt;
  }
  Type type = Type::tensor(*elementType);
  bool good = true;
  for (const Expr *dim : named->shape) {
    if (auto *range = dyn_cast<RangeExpr>(dim); range && range->isBare()) {
      if (!frame.further) {
        error("E0201", dim->range, "`..` is not bound by any input", frame);
        return std::nullopt;
      }
      type.axes.append(frame.further->begin(), frame.further->end());
      continue;
    }
    auto *name = dyn_cast<NameExpr>(dim);
    if (binding && name && !frame.dims.count(name->name) &&
        frame.file->dims.count(name->name))
      frame.dims[name->name] =
          Axis(DimExpr::symbol(name->name.str()), name->name.str());
    // A list of sizes stands for its elements.
    if (auto *name = dyn_cast<NameExpr>(dim))
      if (std::optional<Value> list = lookup(name->name, dim->range, frame);
          list && list->kind == Value::List) {
        for (const Value &size : list->items)
          type.axes.push_back(Axis(size.dim.value_or(0)));
        continue;
      }
    std::optional<Axis> axis = evalDim(dim, frame);
    good &= axis.has_value();
    if (axis)
      type.axes.push_back(*axis);
  }
  if (!good)
    return std::nullopt;
  if (type.rank() > 8) {
    error("E0205", typeExpr->range, "a tensor has at most 8 axes", frame);
    return std::nullopt;
  }
  return type;
}

//===----------------------------------------------------------------------===//
// Arguments against signatures
//===----------------------------------------------------------------------===//

bool Elaborator::matchKind(const Param &param, Value &value, SMRange range,
                           Frame &frame, Frame &caller) {
  if (value.isUnknown())
    return false;
  StringRef kind = cast<NamedType>(resolveAlias(param.type, frame))->name.name;
  bool fits = false;
  if (kind == "int")
    fits =
        value.kind == Value::Int || frame.axisNames.contains(param.name.name);
  else if (kind == "num") {
    fits = value.isScalar() && value.kind != Value::Bool;
    if (fits) {
      bool isSteps = value.isSteps;
      value = toNum(value, range);
      value.isSteps = isSteps;
    }
  } else if (kind == "bool")
    fits = value.kind == Value::Bool;
  else if (kind == "str")
    fits = value.kind == Value::Str || value.kind == Value::List;
  else if (kind == "ints")
    fits = value.kind == Value::Int ||
           ((value.kind == Value::List || value.kind == Value::Tuple) &&
            llvm::all_of(value.items, [](const Value &item) {
              return item.kind == Value::Int;
            }));
  else { // duration: inside, a number of steps
    if (value.isSteps)
      return true;
    if (value.kind == Value::Int || value.kind == Value::Num) {
      lacksUnit(range, caller);
      return false;
    }
    if (value.kind == Value::Duration) {
      value = inSteps(value, range, caller);
      return true;
    }
  }
  if (!fits) {
    error("E0205", range, "`" + param.name.name + "` is of kind " + kind,
          caller)
        .label("found " + describe(value));
    if (lastError && value.kind == Value::Num &&
        (kind == "int" || kind == "ints"))
      adviseInt(range, caller, *lastError);
    if (lastError && kind == "bool" && value.kind == Value::Int)
      adviseBool(range, *lastError);
  }
  return fits;
}

bool Elaborator::matchTensor(const NamedType &type, Value &value,
                             StringRef name, SMRange range, Frame &frame,
                             Frame &caller, bool isDefault) {
  StringRef elementName = type.name.name;
  bool isFloatName = elementName == "float";
  std::optional<Element> wanted = element(elementName, frame);
  if (!wanted)
    return evalType(&type, frame).has_value();
  if (value.kind == Value::List)
    value = listToTensor(value, *wanted, range, caller);
  if (value.isUnknown())
    return false;
  if (value.isScalar() && value.kind != Value::Bool && type.shape.empty()) {
    value = splat(value, Type::tensor(*wanted), range, caller);
    if (value.isUnknown())
      return false;
  }
  if (value.isScalar() && isDefault) {
    // It fills the declared shape, as an initial value does.
    std::optional<Type> shape = evalType(&type, frame);
    if (shape)
      value = splat(value, *shape, range, caller);
    return shape && !value.isUnknown();
  }
  if (!value.isTensor()) {
    error("E0205", range, "`" + name + "` is a tensor", caller)
        .label("found " + describe(value));
    return false;
  }
  bool fits = isFloatName && !frame.floating ? isFloat(value.type.element)
                                             : value.type.element == *wanted;
  if (!fits) {
    error("E0106", range,
          "`" + name + "` has elements of type " +
              (isFloatName && frame.floating ? spelling(*wanted) : elementName),
          caller)
        .label("found " + value.type.str());
    return false;
  }
  if (isFloatName)
    frame.floating = value.type.element;

  // Which axis meets which dim of the signature.
  size_t dots = type.shape.size();
  for (size_t i = 0; i < type.shape.size(); ++i)
    if (auto *range = dyn_cast<RangeExpr>(type.shape[i]);
        range && range->isBare())
      dots = i;
  bool open = dots < type.shape.size();
  size_t fixed = type.shape.size() - open;
  auto mismatch = [&]() -> Diagnostic & {
    std::string declared = source(type.range);
    if (name == "like")
      return error("E0105", range,
                   "`" + frame.name + "` fills shapes " + declared, caller)
          .label("found " + value.type.str());
    return error("E0105", range,
                 "`" + name + "` does not have the shape " + declared, caller)
        .label("found " + value.type.str());
  };
  if (open ? value.type.rank() < fixed : value.type.rank() != fixed) {
    Diagnostic &diag = mismatch();
    if (type.shape.empty())
      diag.note("this function takes one number");
    return false;
  }
  size_t extra = value.type.rank() - fixed;
  std::vector<std::pair<const Expr *, Axis *>> pairs;
  std::vector<Axis> further;
  for (size_t i = 0, k = 0; i < type.shape.size(); ++i) {
    if (i == dots) {
      for (size_t n = 0; n < extra; ++n, ++k) {
        Axis &axis = value.type.axes[k];
        axis.name = axis.name.empty() ? "" : "^" + axis.name;
        further.push_back(axis);
      }
      continue;
    }
    pairs.push_back({type.shape[i], &value.type.axes[k++]});
  }
  if (open) {
    bool same = !frame.further || frame.further->size() == further.size();
    if (frame.further && same)
      for (size_t i = 0; i < further.size(); ++i)
        same &= this->same((*frame.further)[i].size, further[i].size);
    if (!same) {
      mismatch();
      return false;
    }
    if (!frame.further)
      frame.further = further;
  }
  // Names first: an expression may mention a name that stands after it.
  bool good = true;
  for (auto [expr, axis] : pairs) {
    auto *dim = dyn_cast<NameExpr>(expr);
    if (!dim)
      continue;
    bool inSignature = frame.dims.count(dim->name);
    bool known = inSignature || frame.scopes.back().count(dim->name);
    if (!known && !frame.file->dims.count(dim->name)) {
      // A hyper or a `let` of the file; functions and blocks are no dims.
      const FileScope *where = nullptr;
      const Stmt *decl = findDecl(*frame.file, dim->name, &where);
      known = decl && (isa<HyperDecl>(decl) || isa<LetStmt>(decl)) &&
              where == frame.file;
      if (!known && frame.kind == Frame::Model) {
        evalDim(expr, frame);
        good = false;
        continue;
      }
    }
    if (!known) {
      frame.dims[dim->name] = *axis;
      axis->name = dim->name.str();
      if (axis->label.empty() && axis->size.constant())
        frame.dims[dim->name].label = "";
      continue;
    }
    std::optional<Axis> wantedAxis = evalDim(expr, frame);
    if (!wantedAxis)
      return false;
    if (!same(wantedAxis->size, axis->size)) {
      mismatch().note(dim->name + " is " + wantedAxis->size.str() + ", found " +
                      axis->size.str());
      return false;
    }
    axis->name = dim->name.str();
  }
  for (auto [expr, axis] : pairs) {
    if (isa<NameExpr>(expr))
      continue;
    std::optional<Axis> wantedAxis = evalDim(expr, frame);
    if (!wantedAxis)
      return false;
    if (!same(wantedAxis->size, axis->size)) {
      mismatch().note(source(expr->range) + " is " + wantedAxis->size.str() +
                      ", found " + axis->size.str());
      return false;
    }
    axis->name.clear();
    axis->stretches |= wantedAxis->stretches;
  }
  return good;
}

bool Elaborator::matchInput(const Param &param, Value &value, SMRange range,
                            Frame &frame, Frame &caller, bool isDefault) {
  bool fits = matchAny(param, value, range, frame, caller, isDefault);
  if (fits)
    observe(SemaObserver::Binding, param.name.range, value, frame);
  return fits;
}

bool Elaborator::matchAny(const Param &param, Value &value, SMRange range,
                          Frame &frame, Frame &caller, bool isDefault) {
  const TypeExpr *type = resolveAlias(param.type, frame);
  if (value.isUnknown())
    return false;
  switch (type->kind) {
  case TypeExpr::Kind::Error:
    return false;
  case TypeExpr::Kind::Fn:
    if (value.kind == Value::Function || value.isScalar() || value.isTensor() ||
        value.kind == Value::List)
      return true;
    error("E0205", range, "`" + param.name.name + "` is a function", caller)
        .label("found " + describe(value));
    return false;
  case TypeExpr::Kind::Layer:
    if (value.kind == Value::Layer)
      return true;
    error("E0205", range, "`" + param.name.name + "` is a layer", caller)
        .label("found " + describe(value));
    return false;
  case TypeExpr::Kind::Record:
    return matchRecord(*cast<RecordType>(type), value, param.name.name, range,
                       frame, caller);
  case TypeExpr::Kind::Named:
    break;
  }
  auto *named = cast<NamedType>(type);
  if (isKind(named->name.name) && !named->hasShape)
    return matchKind(param, value, range, frame, caller);
  return matchTensor(*named, value, param.name.name, range, frame, caller,
                     isDefault);
}

/// Records by field name, tuples by position (rule 43).
bool Elaborator::matchRecord(const RecordType &type, Value &value,
                             StringRef name, SMRange range, Frame &frame,
                             Frame &caller) {
  size_t count = type.fields.size();
  if (count == 1 && value.kind != Value::Record && value.kind != Value::Tuple) {
    Param field{type.fields[0].name, type.fields[0].type, nullptr};
    if (!matchInput(field, value, range, frame, caller))
      return false;
    value.text = type.fields[0].name.name.str();
    return true;
  }
  bool byName = value.kind == Value::Record;
  if ((!byName && value.kind != Value::Tuple) || value.items.size() != count) {
    error("E0105", range, "`" + name + "` is declared " + source(type.range),
          caller)
        .label("found " + describe(value));
    return false;
  }
  Value result(Value::Record);
  for (size_t i = 0; i < count; ++i) {
    const RecordField &field = type.fields[i];
    size_t from = i;
    if (byName)
      from = llvm::find(value.names, field.name.name) - value.names.begin();
    if (from == count) {
      error("E0105", range,
            "`" + name + "` needs a field `" + field.name.name + "`", caller)
          .label("found " + describe(value));
      return false;
    }
    Value item = value.items[from];
    Param param{field.name, field.type, nullptr};
    if (!matchInput(param, item, range, frame, caller))
      return false;
    result.items.push_back(item);
    result.names.push_back(field.name.name.str());
  }
  value = result;
  return true;
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

Value Elaborator::asDeclared(const Type &type, Value value, SMRange range,
                             Frame &frame, StringRef what) {
  if (value.kind == Value::List)
    value = listToTensor(value, type.element, range, frame);
  if (value.isScalar())
    return splat(value, type, range, frame);
  if (value.isUnknown())
    return value;
  if (!value.isTensor()) {
    error("E0105", range, what + " is declared " + type.str(), frame)
        .label("found " + describe(value));
    return Value();
  }
  if (value.type.element != type.element || !sameShape(value.type, type)) {
    error(sameShape(value.type, type) ? "E0106" : "E0105", range,
          what + " is declared " + type.str(), frame)
        .label("found " + value.type.str());
    if (lastError && value.type.element == type.element)
      adviseWidth(value, type, *lastError);
    return Value();
  }
  value.type = type;
  return value;
}

/// `value` as the declared record or tuple, each field through `check`.
Value Elaborator::matchFields(
    const RecordType &record, Value value, SMRange range, Frame &frame,
    llvm::function_ref<Value(const TypeExpr *, Value)> check) {
  size_t count = record.fields.size();
  if (count == 1 && value.kind != Value::Record) {
    value = check(record.fields[0].type, value);
    value.text = record.fields[0].name.name.str();
    return value;
  }
  bool byName = value.kind == Value::Record;
  if ((!byName && value.kind != Value::Tuple) || value.items.size() != count) {
    error("E0105", range, "the result is declared " + source(record.range),
          frame)
        .label("found " + describe(value));
    return Value();
  }
  bool named = llvm::all_of(
      record.fields, [](const RecordField &field) { return bool(field.name); });
  Value result(named ? Value::Record : Value::Tuple);
  for (size_t i = 0; i < count; ++i) {
    const RecordField &field = record.fields[i];
    size_t from = i;
    if (byName) {
      from = llvm::find(value.names, field.name.name) - value.names.begin();
      if (from == count) {
        error("E0105", range,
              "the result has no field `" + field.name.name + "`", frame)
            .label("declared " + source(record.range));
        return Value();
      }
    }
    result.items.push_back(check(field.type, value.items[from]));
    if (result.items.back().isUnknown())
      return Value();
    if (named)
      result.names.push_back(field.name.name.str());
  }
  return result;
}

Value Elaborator::checkResult(const TypeExpr *typeExpr, Value value,
                              SMRange range, Frame &frame) {
  if (value.isUnknown())
    return value;
  typeExpr = resolveAlias(typeExpr, frame);
  if (auto *record = dyn_cast<RecordType>(typeExpr))
    return matchFields(*record, std::move(value), range, frame,
                       [&](const TypeExpr *type, Value item) {
                         return checkResult(type, std::move(item), range,
                                            frame);
                       });
  auto *named = dyn_cast<NamedType>(typeExpr);
  if (!named)
    return Value();
  if (isKind(named->name.name) && !named->hasShape) {
    Identifier what{"the result", named->name.range};
    Param param{what, const_cast<NamedType *>(named), nullptr};
    if (named->name.name == "duration" && value.isSteps)
      return value;
    return matchKind(param, value, range, frame, frame) ? value : Value();
  }
  // A tensor that knows no type yet fixes `float`.
  std::optional<Type> type = evalType(named, frame);
  if (!type)
    return Value();
  value = asDeclared(*type, value, range, frame, "the result");
  value.text.clear();
  return value;
}

/// Names of axes as the caller knows them (rule 25).
Value Elaborator::leave(Value value, Frame &frame) {
  for (Axis &axis : value.type.axes) {
    if (StringRef(axis.name).starts_with("^")) {
      axis.name.erase(0, 1);
      continue;
    }
    auto it = frame.dims.find(axis.name);
    if (it == frame.dims.end()) {
      axis.name.clear();
      continue;
    }
    if (axis.label.empty())
      axis.label = it->second.label;
    axis.name = it->second.name;
  }
  for (Value &item : value.items)
    item = leave(item, frame);
  return value;
}
