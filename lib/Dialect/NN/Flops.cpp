//===- Flops.cpp - How much an op computes --------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/Flops.h"

#include "nnc/Dialect/NN/AttentionAxes.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/TypeSwitch.h"

#include <map>

using namespace mlir;

namespace nnc::nn {

namespace {

/// A number of operations: sizes that are known, times those that are not.
struct Product {
  int64_t number = 2;
  SmallVector<StringRef> symbols = {};

  Product &operator*=(const Size &size) {
    if (size.isDynamic())
      symbols.push_back(size.symbol.getValue());
    else
      number *= size.number;
    return *this;
  }
  Product &operator*=(ArrayRef<Size> sizes) {
    for (const Size &size : sizes)
      *this *= size;
    return *this;
  }
};
using Sum = SmallVector<Product, 2>;

} // namespace

static SmallVector<Size> sizesOf(Value value) {
  return getSizes(cast<RankedTensorType>(value.getType()));
}

/// Each weight takes part once in each pixel of the small images.
static Sum flopsOfConv(Value filter, Value images) {
  Product flops;
  SmallVector<Size> sizes = sizesOf(images);
  flops *= sizesOf(filter);
  flops *= sizes.front();
  flops *= ArrayRef(sizes).drop_front(2);
  return {flops};
}

/// Scores from queries, and averages from scores.
template <typename OpT>
static Sum flopsOfAttention(OpT op, Value result, int64_t times) {
  AttentionAxes axes = *AttentionAxes::parse(op.getPattern());
  Size column = sizesOf(op.getKey())[axes.key.find(axes.column)];
  Product scores, averages;
  (scores *= column) *= sizesOf(op.getQuery());
  (averages *= column) *= sizesOf(result);
  scores.number *= times;
  averages.number *= times;
  return {scores, averages};
}

static Sum flopsOfEinsum(EinsumOp op) {
  if (op.getInputs().size() < 2)
    return {};
  StringRef inputs = op.getPattern().split("->").first;
  llvm::MapVector<char, Size> sizes;
  for (Value input : op.getInputs()) {
    auto [letters, rest] = inputs.split(',');
    for (auto [letter, size] : llvm::zip(letters.trim(), sizesOf(input)))
      sizes[letter] = size;
    inputs = rest;
  }
  Product flops;
  for (const auto &[letter, size] : sizes)
    flops *= size;
  return {flops};
}

static Sum flopsOf(Operation *op) {
  return llvm::TypeSwitch<Operation *, Sum>(op)
      .Case([](EinsumOp op) { return flopsOfEinsum(op); })
      .Case([](AttentionOp op) {
        return flopsOfAttention(op, op.getResult(), 1);
      })
      .Case([](AttentionGradOp op) {
        return flopsOfAttention(op, op.getCotangent(), 2);
      })
      .Case(
          [](ConvOp op) { return flopsOfConv(op.getFilter(), op.getResult()); })
      .Case([](ConvTransposeOp op) {
        return flopsOfConv(op.getFilter(), op.getInput());
      })
      .Case([](ConvFilterOp op) {
        return flopsOfConv(op.getResult(), op.getCotangent());
      })
      .Default(Sum());
}

int64_t countFlops(Operation *op) {
  int64_t flops = 0;
  for (const Product &product : flopsOf(op))
    flops += product.number;
  return flops;
}

std::string spellFlops(Operation *root,
                       llvm::function_ref<bool(StringRef)> isDim) {
  auto isKnown = [&](StringRef symbol) {
    return symbol != "?" && llvm::all_of(getDimNames(symbol), isDim);
  };
  // By their symbols, in order of spelling.
  std::map<SmallVector<StringRef>, int64_t> terms;
  root->walk([&](Operation *op) {
    if (op->hasAttr(kAgainAttr))
      return;
    for (Product product : flopsOf(op)) {
      for (auto scan = op->getParentOfType<ScanOp>(); scan;
           scan = scan->getParentOfType<ScanOp>())
        product *= getSteps(scan);
      llvm::erase_if(product.symbols,
                     [&](StringRef symbol) { return !isKnown(symbol); });
      llvm::sort(product.symbols);
      terms[product.symbols] += product.number;
    }
  });
  std::string text;
  for (const auto &[symbols, number] : terms) {
    if (!text.empty())
      text += " + ";
    text += std::to_string(number);
    for (StringRef symbol : symbols)
      text += isDim(symbol) ? (" * " + symbol).str()
                            : (" * (" + symbol + ")").str();
  }
  return text;
}

/// The bytes of one example, or of all where their number is known.
static int64_t bytesOf(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return 0;
  int64_t bytes = (tensor.getElementTypeBitWidth() + 7) / 8;
  for (int64_t size : tensor.getShape())
    bytes *= ShapedType::isDynamic(size) ? 1 : size;
  return bytes;
}

int64_t countFlopsPerByte(Operation *op) {
  int64_t made = 0, seen = 0;
  for (Type type : op->getResultTypes())
    made += bytesOf(type);
  for (Type type : op->getOperandTypes())
    seen += bytesOf(type);
  int64_t work = std::max(countFlops(op), seen + made);
  return llvm::divideCeil(work, std::max<int64_t>(made, 1));
}

} // namespace nnc::nn
