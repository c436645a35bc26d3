//===- Embed.cpp - Weights in the library itself --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The blocks of a model as its `pack` would fill them from a file, made where
// the program is compiled: also for a processor that is not this one.
//
//===----------------------------------------------------------------------===//

#include "Embed.h"

#include "llvm/Support/raw_ostream.h"

#include <cstring>

using namespace llvm;

namespace nnc {

static const Weight *weightOf(ArrayRef<Weight> weights, StringRef path) {
  for (const Weight &weight : weights)
    if (weight.path == path)
      return &weight;
  return nullptr;
}

static std::string describe(StringRef type, ArrayRef<int64_t> shape) {
  std::string text;
  raw_string_ostream os(text);
  os << type << '[';
  interleaveComma(shape, os);
  os << ']';
  return text;
}

static std::string typeOf(const Stored &tensor) {
  mlir::Type type = tensor.type.getElementType();
  if (type.isInteger(1))
    return "bool";
  std::string text;
  raw_string_ostream(text) << type;
  return text;
}

std::optional<std::string> misfit(const BlockLayout &block,
                                  ArrayRef<Weight> weights) {
  StringSet<> known;
  for (const Stored &tensor : block.rows) {
    known.insert(tensor.path);
    std::string wanted = describe(typeOf(tensor), tensor.type.getShape());
    const Weight *weight = weightOf(weights, tensor.path);
    if (!weight)
      return "`" + tensor.path + "` " + wanted + " is missing";
    std::string found = describe(weight->type, weight->shape);
    if (found != wanted)
      return "`" + tensor.path + "` is " + found + ", not " + wanted;
  }
  for (const Weight &weight : weights)
    if (!known.contains(weight.path) &&
        !StringRef(weight.path).starts_with("optimizer.") &&
        !StringRef(weight.path).starts_with("best."))
      return "it has no `" + weight.path + "`";
  return std::nullopt;
}

/// What EntryEmitter::panelFunction does: [outer][size][inner] of the file as
/// [size / tile][outer][inner][tile], padded with zeros.
static void pack(const Stored &tensor, StringRef file, char *resident) {
  int64_t outer = 1, inner = 1, tile = tensor.panels->tile,
          size = tensor.type.getDimSize(tensor.panels->dim),
          bytes = elementBytes(tensor.type.getElementType());
  for (auto [axis, length] : enumerate(tensor.type.getShape())) {
    if (int64_t(axis) < tensor.panels->dim)
      outer *= length;
    else if (int64_t(axis) > tensor.panels->dim)
      inner *= length;
  }
  for (int64_t o = 0; o < outer; ++o)
    for (int64_t row = 0; row < size; ++row)
      for (int64_t n = 0; n < inner; ++n) {
        int64_t from = (o * size + row) * inner + n,
                to = ((row / tile * outer + o) * inner + n) * tile + row % tile;
        std::memcpy(resident + to * bytes, file.data() + from * bytes,
                    size_t(bytes));
      }
}

EmbeddedBlocks packWeights(const BlockLayout &block, ArrayRef<Weight> weights) {
  EmbeddedBlocks blocks;
  blocks.parameters.resize(size_t(block.parameterBytes));
  blocks.state.resize(size_t(block.stateBytes));
  for (const Stored &tensor : block.rows) {
    std::vector<char> &target =
        tensor.kind == nn::ArgKind::state ? blocks.state : blocks.parameters;
    char *resident = target.data() + tensor.offset;
    StringRef file = weightOf(weights, tensor.path)->bytes;
    if (tensor.panels)
      pack(tensor, file, resident);
    else
      std::memcpy(resident, file.data(), file.size());
  }
  return blocks;
}

} // namespace nnc
