//===- Outline.cpp - A model as layers within layers ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/Outline.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Sizes
//===----------------------------------------------------------------------===//

namespace {

/// Evaluates what DimExpr::spelled writes: `2*((time-1)//2)+3`.
class Evaluator {
public:
  Evaluator(StringRef text, const DimValues &values)
      : text(text), values(values) {}

  std::optional<int64_t> run() {
    std::optional<int64_t> value = sum();
    return text.empty() ? value : std::nullopt;
  }

private:
  std::optional<int64_t> sum() {
    std::optional<int64_t> result = 0;
    for (int64_t sign = text.consume_front("-") ? -1 : 1;;) {
      std::optional<int64_t> term = product();
      if (!term)
        return std::nullopt;
      *result += sign * *term;
      if (text.consume_front("+"))
        sign = 1;
      else if (text.consume_front("-"))
        sign = -1;
      else
        return result;
    }
  }

  std::optional<int64_t> product() {
    std::optional<int64_t> result = factor();
    while (result && text.consume_front("*")) {
      std::optional<int64_t> next = factor();
      if (!next)
        return std::nullopt;
      *result *= *next;
    }
    return result;
  }

  std::optional<int64_t> factor() {
    if (text.consume_front("("))
      return quotient();
    int64_t number;
    if (!text.consumeInteger(10, number))
      return number;
    StringRef name =
        text.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    text = text.drop_front(name.size());
    auto it = values.find(name.str());
    return it == values.end() ? std::nullopt : std::optional(it->second);
  }

  /// `(rest)//divisor)`, which is rounded down.
  std::optional<int64_t> quotient() {
    int64_t divisor;
    if (!text.consume_front("("))
      return std::nullopt;
    std::optional<int64_t> rest = sum();
    if (!rest || !text.consume_front(")//") ||
        text.consumeInteger(10, divisor) || !text.consume_front(")"))
      return std::nullopt;
    int64_t remainder = *rest % divisor;
    return (*rest - (remainder < 0 ? remainder + divisor : remainder)) /
           divisor;
  }

  StringRef text;
  const DimValues &values;
};

} // namespace

DimExpr nnc::substitute(const DimExpr &size, const DimValues &values) {
  DimExpr result;
  for (const auto &[monomial, coefficient] : size.getTerms()) {
    DimExpr term = coefficient;
    for (const std::string &symbol : monomial) {
      std::optional<int64_t> value = Evaluator(symbol, values).run();
      term = term * (value ? DimExpr(*value) : DimExpr::symbol(symbol));
    }
    result = result + term;
  }
  return result;
}

std::string nnc::shapeText(const Type &type, const DimValues &values) {
  std::string text = isFloat(type.element) ? "" : spelling(type.element).str();
  if (type.axes.empty())
    return text.empty() ? "scalar" : text;
  auto sizes = llvm::map_range(type.axes, [&](const Axis &axis) {
    return substitute(axis.size, values).str();
  });
  return text + "[" + llvm::join(sizes, ", ") + "]";
}

std::optional<std::string> nnc::exampleDim(const Model &model) {
  std::optional<std::string> result;
  for (const Node *input : model.infer.inputs) {
    if (input->type.axes.empty())
      return std::nullopt;
    std::optional<std::string> dim = input->type.axes.front().size.asSymbol();
    if (!dim || (result && result != dim))
      return std::nullopt;
    result = dim;
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Layers
//===----------------------------------------------------------------------===//

Outline::Outline(const Model &model, unsigned depth)
    : theModel(model), containers(model.calls.size()) {
  std::vector<unsigned> depths(model.calls.size());
  for (auto [index, call] : llvm::enumerate(model.calls)) {
    depths[index] = call.parent < 0 ? 0 : depths[call.parent] + call.isBlock;
    if (call.isBlock && ownsPath(index))
      byPath.try_emplace(call.path, index);
  }
  for (auto [index, call] : llvm::enumerate(model.calls)) {
    if (!call.isBlock)
      continue;
    for (int around = call.parent; around >= 0;
         around = this->call(around).parent)
      containers[around] = depths[around] + 1 < depth;
  }
}

int Outline::known(const Node &node) const {
  return node.call < int(theModel.calls.size()) ? node.call : -1;
}

StringRef Outline::pathOf(int index) const {
  return index < 0 ? StringRef() : StringRef(call(index).path);
}

/// A block without anything to own has the path of the body around it.
bool Outline::ownsPath(int index) const {
  return call(index).isBlock && call(index).path != pathOf(call(index).parent);
}

int Outline::unitOf(int index) const {
  int unit = -1;
  for (int at = index; at >= 0; at = call(at).parent)
    if (!containers[at])
      unit = at;
  return unit;
}

int Outline::containerAround(int index) const {
  int at = call(index).parent;
  while (at >= 0 && !(containers[at] && call(at).isBlock))
    at = call(at).parent;
  return at;
}

int Outline::containerOf(const Node &node) const {
  int at = known(node);
  if (at < 0 || (containers[at] && call(at).isBlock))
    return at;
  return containerAround(at);
}

int Outline::ownerOf(const Variable &variable) const {
  auto it = byPath.find(StringRef(variable.path).rsplit('.').first.str());
  bool isTop = StringRef(variable.path).find('.') == StringRef::npos;
  return isTop || it == byPath.end() ? -1 : it->second;
}

bool Outline::isRepeated(int index) const {
  return ownsPath(index) && byPath.at(call(index).path) != index;
}

std::string Outline::nameOf(int index) const {
  if (!ownsPath(index))
    return "";
  StringRef path = call(index).path, around = pathOf(containerAround(index));
  if (!around.empty() && path.consume_front(around))
    path.consume_front(".");
  return path.str();
}
