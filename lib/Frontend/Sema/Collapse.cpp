//===- Collapse.cpp - linear layers that are one --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// W0604: `x |> Dense(8) |> Dense(1)` is W2 (W1 x + b1) + b2, one linear layer.
// It is said only where two layers of a model meet without anything between
// them but biases and changes of shape that keep the last axis, where nothing
// else reads what is between, where each matrix is used once, and where the
// inner width is no bottleneck: a product of lower rank is a choice.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

/// Whether the node is made of one parameter and changes of shape alone.
static const Node *parameterBelow(const Node *node) {
  while (node->op == Op::Transpose || node->op == Op::Reshape ||
         node->op == Op::Broadcast)
    node = node->operands[0];
  return node->op == Op::Read ? node : nullptr;
}

namespace {
/// A matrix of parameters times the last axis of a value.
struct Linear {
  const Node *node = nullptr, *input = nullptr, *weight = nullptr;
  DimExpr in, out;
};
} // namespace

using Uses = llvm::DenseMap<const Node *, unsigned>;

/// What `node` is, if its last axis comes from the matrix.
static std::optional<Linear> asLinear(const Node *node, const Uses &uses) {
  if (node->op != Op::Einsum || node->operands.size() != 2)
    return std::nullopt;
  auto [operands, result] = StringRef(node->text).split("->");
  auto [left, right] = operands.split(',');
  StringRef names[] = {left, right};
  for (unsigned side : {0, 1}) {
    StringRef x = names[1 - side], w = names[side];
    const Node *matrix = node->operands[side];
    const Node *weight = parameterBelow(matrix);
    if (!weight || matrix->type.rank() != 2 || x.empty() || w.size() != 2 ||
        result.empty() || uses.lookup(weight) != 1)
      continue;
    unsigned out = w[0] == x.back() ? 1 : 0;
    // The rest of the result are the other axes of `x`, in order.
    if (w[1 - out] != x.back() || result.back() != w[out] ||
        result.drop_back() != x.drop_back())
      continue;
    return Linear{node, node->operands[1 - side], weight,
                  matrix->type.axes[1 - out].size, matrix->type.axes[out].size};
  }
  return std::nullopt;
}

/// Back over biases and changes of shape, as long as nothing else reads them.
static const Node *beforeBias(const Node *node, const Uses &uses) {
  while (uses.lookup(node) == 1) {
    const Node *next = nullptr;
    if (node->op == Op::Add)
      for (unsigned side : {0, 1})
        if (parameterBelow(node->operands[side]))
          next = node->operands[1 - side];
    if (node->op == Op::Reshape && node->type.rank() > 0 &&
        node->operands[0]->type.rank() > 0 &&
        node->type.axes.back().size == node->operands[0]->type.axes.back().size)
      next = node->operands[0];
    if (!next)
      break;
    node = next;
  }
  return uses.lookup(node) == 1 ? node : nullptr;
}

/// How often each node is read by what results and assertions depend on.
static Uses countUses(const Function &function) {
  Uses uses;
  llvm::SmallVector<const Node *> work;
  auto use = [&](const Node *node) {
    if (++uses[node] == 1)
      work.push_back(node);
  };
  for (const Function::Result &result : function.results)
    use(result.value);
  for (const auto &node : function.nodes)
    if (node->op == Op::Assert || node->op == Op::Write)
      use(node.get());
  while (!work.empty()) {
    const Node *node = work.pop_back_val();
    for (const Node *operand : node->operands)
      use(operand);
  }
  return uses;
}

void Elaborator::warnCollapsed(const Function &function, Frame &frame) {
  Uses uses = countUses(function);
  for (const auto &node : function.nodes) {
    if (!uses.count(node.get()))
      continue;
    if (node->scan)
      warnCollapsed(node->scan->body, frame);
    std::optional<Linear> second = asLinear(node.get(), uses);
    const Node *between = second ? beforeBias(second->input, uses) : nullptr;
    std::optional<Linear> first =
        between ? asLinear(between, uses) : std::nullopt;
    if (!first)
      continue;
    auto in = first->in.constant(), inner = first->out.constant(),
         out = second->out.constant();
    if (!in || !inner || !out || (*inner < *in && *inner < *out))
      continue;
    auto rangeOf = [](const Node *made) {
      return made->origin.isValid() ? made->origin : made->range;
    };
    warning("W0604", rangeOf(second->node),
            "two linear layers in a row are one", frame)
        .label("nothing bends what comes in")
        .secondary(rangeOf(first->node), "the first")
        .note("a layer from " + first->in.str() + " to " + second->out.str() +
              " numbers can do whatever both can, since "
              "W2 (W1 x + b1) + b2 is linear")
        .help("put an activation between them, such as `relu`, or leave one "
              "out");
  }
}
