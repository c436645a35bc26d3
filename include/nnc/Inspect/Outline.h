//===- Outline.h - A model as layers within layers --------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a reader takes for one thing: a layer that holds no other one, a call of
// a function, or an op that stands by itself. Layers that hold others are
// containers. Summaries and pictures are made of these.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_INSPECT_OUTLINE_H
#define NNC_INSPECT_OUTLINE_H

#include "nnc/Frontend/TypedAST.h"

#include <map>
#include <optional>

namespace nnc {

/// Sizes that are given for dims.
using DimValues = std::map<std::string, int64_t>;

/// `size` with the dims that have a value replaced by it.
typed::DimExpr substitute(const typed::DimExpr &size, const DimValues &values);

/// `[batch, 6, 28, 28]`; other elements than floats stand before it.
std::string shapeText(const typed::Type &type, const DimValues &values);

/// The dim that numbers the examples: the first size of every input. None where
/// they have none in common.
std::optional<std::string> exampleDim(const typed::Model &model);

class Outline {
public:
  /// Layers more than `depth` levels below the model are not looked into.
  explicit Outline(const typed::Model &model, unsigned depth = ~0u);

  const typed::Model &model() const { return theModel; }
  const typed::Call &call(int index) const { return theModel.calls[index]; }
  /// Of a node: what it is a part of, -1 where it stands by itself.
  int unitOf(const typed::Node &node) const { return unitOf(known(node)); }
  /// Of a call: itself, or the outermost call around it that is no container.
  int unitOf(int call) const;
  /// The container around a unit or another container; for a node by itself,
  /// around it; -1: the model.
  int containerAround(int call) const;
  int containerOf(const typed::Node &node) const;
  bool isContainer(int call) const { return containers[call]; }
  /// The layer that owns a variable, the first use of it; -1: the model.
  int ownerOf(const typed::Variable &variable) const;
  /// Whether the call applies a layer that an earlier one has applied.
  bool isRepeated(int call) const;
  /// The name below the container around it: `q` for `block.0.attn.q`; empty
  /// for what owns no path.
  std::string nameOf(int call) const;

private:
  int known(const typed::Node &node) const;
  bool ownsPath(int call) const;
  llvm::StringRef pathOf(int call) const;

  const typed::Model &theModel;
  std::vector<bool> containers;
  std::map<std::string, int> byPath; ///< the first use of each layer
};

} // namespace nnc

#endif // NNC_INSPECT_OUTLINE_H
