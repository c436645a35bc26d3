//===- TypedAST.cpp - a checked, instantiated program --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/TypedAST.h"

using namespace nnc;
using namespace nnc::typed;

llvm::StringRef typed::spelling(Element element) {
  static const char *const names[] = {"f16", "bf16", "f32", "f64",
                                      "i8",  "i32",  "i64", "bool"};
  return names[unsigned(element)];
}

llvm::StringRef typed::mnemonic(Op op) {
  static const char *const names[] = {
#define NNC_TYPED_OP(Name, mnemonic) mnemonic,
#include "nnc/Frontend/TypedOps.def"
  };
  return names[unsigned(op)];
}

bool Type::sameShape(const Type &other) const {
  if (axes.size() != other.axes.size())
    return false;
  for (size_t i = 0; i < axes.size(); ++i)
    if (axes[i].size != other.axes[i].size)
      return false;
  return true;
}

bool Type::operator==(const Type &other) const {
  if (kind != other.kind)
    return false;
  return kind != Tensor || (element == other.element && sameShape(other));
}

Node::Node() = default;
Node::~Node() = default;

Type Variable::stored() const {
  Type result = type;
  result.axes.clear();
  for (int64_t count : stack)
    result.axes.push_back(Axis(count));
  result.axes.append(type.axes.begin(), type.axes.end());
  return result;
}

std::string Type::str() const {
  switch (kind) {
  case None:
    return "nothing";
  case Int:
    return "int";
  case Num:
    return "num";
  case Bool:
    return "bool";
  case Tensor:
    break;
  }
  std::string text = spelling(element).str();
  if (axes.empty())
    return text;
  text += "[";
  for (size_t i = 0; i < axes.size(); ++i) {
    const Axis &axis = axes[i];
    text += i ? ", " : "";
    // What a name stands for is worth telling where it is a number.
    llvm::StringRef name = !axis.label.empty() ? axis.label : axis.name;
    name = name.take_front(name.find('^') == 0 ? 0 : name.size());
    if (axis.size.constant() && !name.empty())
      text += name.str() + " = " + axis.size.str();
    else
      text += axis.size.str();
  }
  return text + "]";
}
