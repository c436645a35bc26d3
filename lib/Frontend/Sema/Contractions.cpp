//===- Contractions.cpp - matrix products ---------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

Value Elaborator::matmul(Value a, Value b, SMRange range, SMRange aRange,
                         SMRange bRange, Frame &frame) {
  if (a.kind == Value::List && b.isTensor())
    a = listToTensor(a, b.type.element, aRange, frame);
  if (b.kind == Value::List && a.isTensor())
    b = listToTensor(b, a.type.element, bRange, frame);
  if (a.isUnknown() || b.isUnknown())
    return Value();
  if (!a.isTensor() || !b.isTensor() || !a.type.rank() || !b.type.rank()) {
    error("E0205", range, "`@` multiplies vectors and matrices", frame)
        .label("found " + describe(a) + " and " + describe(b));
    return Value();
  }
  if (frame.elementwise) {
    error("E0205", range, "an elementwise function has no `@`", frame);
    return Value();
  }
  if (a.type.element != b.type.element || a.type.element == Element::Bool) {
    error("E0106", range, "`@` needs one element type on both sides", frame)
        .label(a.type.str() + " and " + b.type.str());
    return Value();
  }
  const auto &x = a.type.axes, &y = b.type.axes;
  const Axis &inner = x.back();
  const Axis &other = y.size() > 1 ? y[y.size() - 2] : y[0];
  if (!same(inner.size, other.size)) {
    Diagnostic &diag =
        error("E0101", range, "inner dimensions differ in `@`", frame);
    diag.label("`" + source(aRange) + "` ends with " + axisText(inner) + ", `" +
               source(bRange) + "` starts with " + axisText(other));
    noteSides(aRange, a, bRange, b, diag);
    adviseProduct(a, b, bRange, diag);
    return Value();
  }
  size_t batchA = x.size() > 2 ? x.size() - 2 : 0;
  size_t batchB = y.size() > 2 ? y.size() - 2 : 0;
  size_t shared = std::min(batchA, batchB);
  for (size_t i = 0; i < shared; ++i)
    if (!same(x[batchA - 1 - i].size, y[batchB - 1 - i].size)) {
      error("E0102", range, "the leading dimensions differ in `@`", frame)
          .label(a.type.str() + " and " + b.type.str());
      return Value();
    }
  size_t batches = std::max(batchA, batchB);
  std::string letters = "abcdefghijlopqrstuvwxyz", left, right, out;
  if (batches > letters.size()) {
    error("E0205", range,
          "`@` takes tensors of at most " + llvm::Twine(letters.size() + 2) +
              " axes",
          frame)
        .label("found " + (batchA > batchB ? a : b).type.str());
    return Value();
  }
  Type type = Type::tensor(a.type.element);
  for (size_t i = 0; i < batches; ++i) {
    out += letters[i];
    type.axes.push_back(batchA == batches ? x[i] : y[i]);
  }
  left = letters.substr(batches - batchA, batchA);
  right = letters.substr(batches - batchB, batchB);
  if (x.size() > 1) {
    left += "m";
    out += "m";
    type.axes.push_back(x[x.size() - 2]);
  }
  left += "k";
  right += "k";
  if (y.size() > 1) {
    right += "n";
    out += "n";
    type.axes.push_back(y.back());
  }
  return einsum(left + "," + right + "->" + out, {a, b}, type, range, frame);
}

Value Elaborator::einsum(StringRef pattern, llvm::ArrayRef<Value> operands,
                         Type type, SMRange range, Frame &frame) {
  auto [inputs, out] = pattern.split("->");
  llvm::SmallVector<StringRef, 2> words;
  inputs.split(words, ',');
  std::string text;
  llvm::SmallVector<Node *, 2> nodes;
  for (size_t i = 0; i < operands.size(); ++i) {
    std::string word = words[i].str();
    Node *node = operands[i].node;
    // A transpose is another way to read the operand.
    if (node->op == Op::Transpose) {
      std::string source(word.size(), ' ');
      for (size_t k = 0; k < word.size(); ++k)
        source[node->ints[k]] = word[k];
      word = source;
      node = node->operands[0];
    }
    text += (i ? "," : "") + word;
    nodes.push_back(node);
  }
  Value result = tensor(Op::Einsum, std::move(type), nodes, range, frame);
  result.node->text = text + "->" + out.str();
  return result;
}
