//===- Versions.cpp - Blocks as they are used -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expander.h"

#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace nnc;
using namespace nnc::expand;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Sizes and types
//===----------------------------------------------------------------------===//

/// A size as the file may say it: a number, a hyper or a declared dim.
std::optional<Text> Expander::axisText(const typed::Axis &axis) const {
  Text result;
  if (std::optional<int64_t> size = axis.size.constant()) {
    if (std::optional<unsigned> hyper = Trace::hyperOf(axis, program)) {
      result.text = hyperNames.lookup(program.hypers[*hyper].name);
      return result;
    }
    result.text = std::to_string(*size);
    result.number = size;
    return result;
  }
  result.text = axis.size.str();
  for (const typed::Dim &dim : program.dims)
    if (dim.name == result.text)
      return result;
  return std::nullopt;
}

/// A size as the body of a version may say it.
std::optional<std::string> Expander::axisText(const typed::Axis &axis,
                                              const Version &in) const {
  if (!axis.name.empty() && axis.name.front() != '^') {
    // What a reduction with `keep` leaves has the name, but another size.
    bool isIt = llvm::any_of(in.evaluations, [&](const Evaluation *each) {
      auto dim = each->dims.find(axis.name);
      return dim == each->dims.end() || dim->second.size == axis.size;
    });
    if (auto it = in.names.find(axis.name); it != in.names.end() && isIt)
      return it->second.text;
    if (in.symbols.contains(axis.name) && isIt)
      return axis.name;
  }
  if (std::optional<Text> text = axisText(axis);
      text &&
      (text->number || axis.size.constant() || in.symbols.contains(text->text)))
    return text->text;
  if (axis.size.constant())
    return std::nullopt;
  // A polynomial over dims that the signature binds.
  std::string text = axis.size.str();
  for (StringRef rest = text; !rest.empty();) {
    StringRef word =
        rest.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    if (!word.empty() && !llvm::isDigit(word.front()) &&
        !in.symbols.contains(word))
      return std::nullopt;
    rest = rest.drop_front(std::max<size_t>(word.size(), 1));
  }
  return text;
}

std::optional<std::string> Expander::typeText(const Value &value,
                                              const Version &in) const {
  // The name of a record's only field would be lost.
  if (!value.isTensor() || !value.text.empty())
    return std::nullopt;
  std::vector<std::string> dims;
  const llvm::StringSet<> &locals =
      const_cast<Expander *>(this)->boundIn(*in.decl);
  const llvm::StringSet<> &axes =
      const_cast<Expander *>(this)->axisNamesOf(*in.decl);
  for (const typed::Axis &axis : value.type.axes) {
    std::optional<std::string> dim = axisText(axis, in);
    if (!dim || mentions(*dim, locals))
      return std::nullopt;
    // Of two axes of one name neither could be called by it.
    if (llvm::is_contained(dims, *dim) && axes.contains(*dim))
      return std::nullopt;
    dims.push_back(std::move(*dim));
  }
  std::string element = typed::spelling(value.type.element).str();
  // `bool` alone is a kind.
  if (dims.empty() && value.type.element == typed::Element::Bool)
    return "bool[]";
  return dims.empty() ? element : element + "[" + llvm::join(dims, ", ") + "]";
}

/// A name for a dim of a copy that means nothing else in the program.
std::string Expander::freshDim(StringRef name) const {
  auto isTaken = [&](StringRef text) {
    auto it = trace.root->names.find(text);
    return (it != trace.root->names.end() &&
            isa<HyperDecl, LetStmt>(it->second)) ||
           llvm::any_of(hyperNames, [&](const auto &hyper) {
             return hyper.second == text;
           });
  };
  std::string fresh = name.str();
  while (isTaken(fresh))
    fresh += "_";
  return fresh;
}

//===----------------------------------------------------------------------===//
// Configuration
//===----------------------------------------------------------------------===//

static std::optional<Text> literal(const Value &value) {
  if (value.node || value.dependsOnHypers() || value.isSteps)
    return std::nullopt;
  Text result;
  switch (value.kind) {
  case Value::Int:
    result.number = value.constantInt();
    if (!result.number)
      return std::nullopt;
    result.text = std::to_string(*result.number);
    result.atomic = *result.number >= 0;
    return result;
  case Value::Bool:
    if (!value.flag)
      return std::nullopt;
    result.text = *value.flag ? "true" : "false";
    return result;
  case Value::List:
  case Value::Tuple: {
    std::vector<std::string> items;
    for (const Value &item : value.items) {
      std::optional<Text> text = literal(item);
      if (!text || item.kind != Value::Int)
        return std::nullopt;
      items.push_back(text->text);
    }
    result.text = "[" + llvm::join(items, ", ") + "]";
    return result;
  }
  default:
    return std::nullopt;
  }
}

std::string expand::numberText(double value) {
  std::string result;
  for (int digits = 1; digits <= 17; ++digits) {
    char text[40];
    snprintf(text, sizeof text, "%.*g", digits, value);
    result = text;
    double read;
    if (!StringRef(text).getAsDouble(read) && read == value)
      break;
  }
  return result;
}

static std::optional<Text> number(const Value &value) {
  if (value.kind != Value::Num || !value.num || value.node ||
      value.dependsOnHypers() || value.isSteps || !std::isfinite(*value.num))
    return std::nullopt;
  Text result;
  result.text = numberText(*value.num);
  result.atomic = *value.num >= 0;
  return result;
}

static bool isAtomic(const Expr *expr) {
  return isa<NumberExpr, NameExpr, CallExpr, MemberExpr, IndexExpr, ListExpr,
             TupleExpr, StringExpr, BoolExpr, UnitExpr>(expr);
}

/// What stands for a parameter of the configuration; nothing where its value is
/// of the place of the call.
std::optional<Text> Expander::configText(const Param &param,
                                         const Evaluation &of, Version &caller,
                                         Version &made) {
  StringRef name = param.name.name;
  auto found = of.config.find(name);
  if (found == of.config.end())
    return std::nullopt;
  const Value &value = found->second;
  const Expr *given = of.given.lookup(name);
  if (value.kind == Value::Layer) {
    auto *call = llvm::dyn_cast_if_present<CallExpr>(given);
    if (!call)
      return std::nullopt;
    Version *layer = versionAt(caller, call->range.Start.getPointer());
    if (!layer || !layer->kept.empty())
      return std::nullopt;
    Text result;
    result.text = referTo(*layer) + "()";
    return result;
  }
  if (std::optional<Text> text = literal(value))
    return text;
  const Expr *expr = given ? given : param.defaultValue;
  if (!expr)
    return number(value);
  Version &place = given ? caller : made;
  llvm::StringSet<> local = boundIn(*place.decl);
  auto add = [&](llvm::ArrayRef<Param> params) {
    for (const Param &each : params)
      local.insert(each.name.name);
  };
  if (auto *block = dyn_cast<BlockDecl>(place.decl)) {
    add(block->inputs);
    for (const Param &each : block->config)
      if (!place.names.count(each.name.name))
        local.insert(each.name.name);
  } else {
    add(llvm::cast<ModelDecl>(place.decl)->inputs);
  }
  for (const auto &symbol : place.symbols)
    local.insert(symbol.first());
  Walker walker(*this, *place.file, &place);
  walker.mustBeClosed(local);
  Text result;
  result.text = walker.text(expr);
  if (!walker.isClosed())
    return number(value);
  result.atomic = isAtomic(expr);
  if (auto *read = dyn_cast<NameExpr>(expr))
    if (auto it = place.names.find(read->name); it != place.names.end())
      result.atomic = it->second.atomic;
  return result;
}

//===----------------------------------------------------------------------===//
// Versions
//===----------------------------------------------------------------------===//

Version *Expander::versionAt(const Version &caller, const char *site) {
  Version *result = nullptr;
  for (const Evaluation *evaluation : caller.evaluations) {
    auto it = evaluation->uses.find(site);
    if (!evaluation->isGeneral || it == evaluation->uses.end())
      continue;
    for (const Evaluation *use : it->second) {
      Version *version = versionOf(*use);
      if (!version || (result && result != version))
        return nullptr;
      result = version;
    }
  }
  return result;
}

/// Adds numbers and names to what tells a version from others, as `784x10`,
/// `784Hidden` or, for `2 * hidden`, `2Hidden`.
static void addToSuffix(StringRef text, const typed::Program &program,
                        std::string &suffix) {
  bool isDim = llvm::any_of(
      program.dims, [&](const typed::Dim &dim) { return dim.name == text; });
  auto isLetter = [](char c) { return llvm::isAlnum(c); };
  bool isWord = !text.empty() && llvm::all_of(text, [&](char c) {
    return isLetter(c) || StringRef("_ +-*/").contains(c);
  });
  if (!isWord || isDim || text == "true" || text == "false")
    return;
  if (llvm::isDigit(text.front()))
    suffix += !suffix.empty() && llvm::isDigit(suffix.back()) ? "x" : "";
  bool starts = true;
  for (char c : text) {
    if (isLetter(c))
      suffix += starts ? llvm::toUpper(c) : c;
    starts = !isLetter(c);
  }
}

Version *Expander::versionOf(const Evaluation &evaluation) {
  auto [memo, fresh] = versionByEvaluation.try_emplace(&evaluation, nullptr);
  if (!fresh)
    return memo->second;
  Version made;
  made.decl = evaluation.decl;
  made.file = evaluation.file;
  std::string key = std::to_string(uintptr_t(evaluation.decl));
  auto *block = made.block();
  if (block) {
    Version *caller = versionOf(*evaluation.caller);
    if (!caller)
      return nullptr;
    if (!evaluation.isGeneral) {
      Version *same = versionAt(*caller, evaluation.site);
      if (same) {
        same->evaluations.push_back(&evaluation);
        same->owns |= evaluation.owns;
      }
      return versionByEvaluation[&evaluation] = same;
    }
    const llvm::StringSet<> &locals = boundIn(*block);
    auto captured = [&](StringRef marked) {
      std::string text = withOldNames(marked);
      if (mentions(text, locals))
        return true;
      llvm::StringSet<> others = made.kept;
      for (const Param &input : block->inputs)
        others.insert(input.name.name);
      return mentions(text, others);
    };
    Text element;
    element.text =
        typed::spelling(evaluation.floating.value_or(typed::Element::F32))
            .str();
    made.names["float"] = element;
    key += "|" + element.text;

    for (const Param &param : block->config) {
      std::optional<Text> text = configText(param, evaluation, *caller, made);
      if (!text || captured(text->text))
        made.kept.insert(param.name.name);
      else
        made.names[param.name.name] = *text;
    }
    // What mentions a name that stays cannot stand below it.
    for (bool again = true; std::exchange(again, false);)
      for (const Param &param : block->config)
        if (auto it = made.names.find(param.name.name);
            it != made.names.end() && mentions(it->second.text, made.kept)) {
          made.names.erase(it);
          again = made.kept.insert(param.name.name).second;
        }
    for (const Param &param : block->config) {
      StringRef name = param.name.name;
      auto it = made.names.find(name);
      key += ("|" + name + "=").str() +
             (it == made.names.end() ? "?" : it->second.text);
      if (it != made.names.end() && isa<LayerType>(param.type)) {
        made.layers.push_back({name, it->second.text});
        made.names.erase(it);
      }
    }

    // The dims that the inputs bind.
    std::vector<std::pair<std::string, const typed::Axis *>> dims;
    for (const auto &entry : evaluation.dims)
      dims.push_back({entry.first().str(), &entry.second});
    llvm::sort(dims);
    const llvm::StringSet<> &axes = axisNamesOf(*block);
    for (const auto &[name, axis] : dims) {
      std::optional<Text> text = axisText(*axis);
      if (text && !axes.contains(name) && !captured(text->text)) {
        if (!axis->size.constant())
          made.symbols.insert(text->text);
        made.names[name] = *text;
        key += "|" + name + "=" + text->text;
        continue;
      }
      Text kept;
      kept.text = freshDim(name);
      kept.isName = true;
      made.names[name] = kept;
      made.symbols.insert(kept.text);
      key += "|" + name + "~" + axis->size.str();
    }
    if (evaluation.further) {
      std::vector<std::string> further;
      for (const typed::Axis &axis : *evaluation.further)
        if (std::optional<Text> text = axisText(axis);
            text && !captured(text->text))
          further.push_back(text->text);
      if (further.size() == evaluation.further->size()) {
        key += "|.." + llvm::join(further, ",");
        for (auto [axis, text] : llvm::zip(*evaluation.further, further))
          if (!axis.size.constant())
            made.symbols.insert(text);
        made.further = std::move(further);
      } else {
        for (const typed::Axis &axis : *evaluation.further)
          key += "|.." + axis.size.str();
      }
    }

    // 784 inputs and 10 outputs: `784x10`.
    if (auto *type = block->inputs.empty()
                         ? nullptr
                         : dyn_cast<NamedType>(block->inputs[0].type))
      for (const Expr *dim : type->shape) {
        auto *range = dyn_cast<RangeExpr>(dim);
        if (range && range->isBare() && made.further)
          for (StringRef each : *made.further)
            addToSuffix(each, program, made.suffix);
        if (auto *name = dyn_cast<NameExpr>(dim))
          if (auto it = made.names.find(name->name); it != made.names.end())
            addToSuffix(it->second.text, program, made.suffix);
      }
    for (const Param &param : block->config)
      if (auto it = made.names.find(param.name.name);
          it != made.names.end() && evaluation.given.count(param.name.name))
        addToSuffix(it->second.text, program, made.suffix);
  } else {
    for (const auto &entry : evaluation.dims)
      made.symbols.insert(entry.first());
  }
  Version *&version = versionByKey[key];
  if (!version) {
    made.id = versions.size();
    versions.push_back(std::move(made));
    version = &versions.back();
  }
  version->evaluations.push_back(&evaluation);
  version->owns |= evaluation.owns;
  return versionByEvaluation[&evaluation] = version;
}
