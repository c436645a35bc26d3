//===- Observe.cpp - what editors show -----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace nnc;

/// The type of a value, as the language writes it; empty where it has none.
std::string Elaborator::typeText(const Value &value) {
  auto join = [&](auto name) {
    std::vector<std::string> parts;
    for (auto [i, item] : llvm::enumerate(value.items))
      parts.push_back(name(i) + typeText(item));
    return "(" + llvm::join(parts, ", ") + ")";
  };
  switch (value.kind) {
  case Value::Tensor:
    return value.type.str();
  case Value::Int:
    return value.dim ? "int = " + value.dim->str() : "int";
  case Value::Num:
    if (value.isSteps)
      return "duration";
    return value.num ? llvm::formatv("num = {0}", *value.num).str() : "num";
  case Value::Bool:
    return value.flag ? *value.flag ? "bool = true" : "bool = false" : "bool";
  case Value::Str:
    return "str";
  case Value::Duration:
    return "duration";
  case Value::Tuple:
    return join([](size_t) { return std::string(); });
  case Value::Record:
    return join([&](size_t i) { return value.names[i] + ": "; });
  case Value::Function:
    return value.callable->kind == Callable::Block   ? "block"
           : value.callable->kind == Callable::Model ? "model"
                                                     : "fn";
  case Value::Layer:
    return "layer";
  case Value::Parts:
    return "dataset";
  default:
    return "";
  }
}

void Elaborator::observe(SemaObserver::Place place, SMRange range,
                         const Value &value, const Frame &frame) {
  if (!options.observer || !frame.file || frame.file->isStd ||
      !range.isValid() || !options.observer->wants(place, range))
    return;
  std::string type = typeText(value);
  if (!type.empty())
    options.observer->place(place, range, std::move(type), frame.path);
}
