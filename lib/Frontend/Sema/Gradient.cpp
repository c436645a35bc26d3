//===- Gradient.cpp - derivatives as values -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SetVector.h"

using namespace nnc;
using namespace nnc::typed;

/// The derivative of a scalar with respect to any value or parameter (rule 72).
Value Elaborator::builtinGradient(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &y = call.values[0];
  if (y.type.rank() || !isFloat(y.type.element)) {
    Diagnostic &diag = error("E0205", call.rangeOf(0),
                             "`gradient` is of one real number", call.frame);
    diag.label("found " + y.type.str());
    if (y.type.rank())
      diag.help("take its `sum` or `mean`");
    return Value();
  }
  Value x = argValue(*call.args[1], call.frame);
  if (x.isUnknown())
    return x;
  if (!x.isTensor() || !x.node || !isFloat(x.type.element)) {
    error("E0205", call.rangeOf(1),
          "`gradient` is with respect to a tensor of reals", call.frame)
        .label("found " + describe(x));
    return Value();
  }
  if (call.frame.elementwise) {
    error("E0205", call.range,
          "`gradient` looks beyond one element, in an elementwise function",
          call.frame)
        .help("give the inputs shapes: `x: float[..]`");
    return Value();
  }
  return gradientOf(y.node, x, call);
}

/// The value outside of all loops that `node`, an input of a body, stands for,
/// and the function it is in.
std::pair<FunctionBuild *, Node *> Elaborator::homeOf(Node *node) const {
  FunctionBuild *at = build;
  while (at->outer && owners.lookup(node) != at->function)
    at = at->outer;
  while (at->outer) {
    const FunctionBuild::Link *found = nullptr;
    for (const FunctionBuild::Link &link : at->captures)
      if (link.inside == node)
        found = &link;
    if (!found)
      break;
    node = found->outside;
    at = at->outer;
  }
  return {at, node};
}

Value Elaborator::gradientOf(Node *y, const Value &x, BuiltinCall &call) {
  auto isAround = [](const FunctionBuild *outer, const FunctionBuild *inner) {
    while (inner && inner != outer)
      inner = inner->outer;
    return inner != nullptr;
  };
  // What does not differ between steps is derived outside of them.
  auto [home, root] = homeOf(x.node);
  auto [place, objective] = homeOf(y);
  FunctionBuild *around = build;
  llvm::scope_exit restore([&] { build = around; });
  if (isAround(home, place)) {
    build = place;
    y = objective;
  }
  for (FunctionBuild *body = build; body->outer; body = body->outer)
    body->loop->mustWriteOut |= !body->loop->isScan;

  Node *gradient = emit(Op::Gradient, Type(), {y}, call.range, call.frame.path);
  const Variable *read = root->op == Op::Read && owner
                             ? owner->byPath.lookup(root->text)
                             : nullptr;
  if (read && !read->isState && home == build) {
    gradient->names = {root->text};
  } else {
    gradient->operands.push_back(use(root, call.range));
  }
  if (home != build)
    build->reaches.push_back({root, {y}, true, call.range});
  Value result =
      tensor(Op::GradientResult, x.type, {gradient}, call.range, call.frame);
  result.node->ints = {0};
  return result;
}

//===----------------------------------------------------------------------===//
// Derivatives in a step with respect to what is outside
//===----------------------------------------------------------------------===//

/// The inputs of the body, and `root`, that gradients of `nodes` flow to.
static llvm::SetVector<Node *> flowsTo(llvm::ArrayRef<Node *> nodes,
                                       const Node *root) {
  llvm::SetVector<Node *> ends;
  llvm::DenseSet<const Node *> seen;
  llvm::SmallVector<Node *> work(nodes);
  while (!work.empty()) {
    Node *node = work.pop_back_val();
    if (!seen.insert(node).second || isStep(node->op) ||
        (node->type.isTensor() && !isFloat(node->type.element)))
      continue;
    if (node->op == Op::Input || node == root)
      ends.insert(node);
    work.append(node->operands.begin(), node->operands.end());
  }
  return ends;
}

/// A step knows the derivative with respect to a value from outside of the loop
/// where it takes it from there and in no other way: not through what earlier
/// steps made of it, nor through another value that was made of it outside.
void Elaborator::checkReaches(const LoopBody &parts, Frame &frame) {
  FunctionBuild &body = *build;
  llvm::DenseMap<const Node *, Node *> outside;
  llvm::DenseMap<const Node *, Node *> next; ///< of carries
  for (const FunctionBuild::Link &link : parts.sequences)
    outside[link.inside] = link.outside;
  for (const FunctionBuild::Link &link : body.captures)
    outside[link.inside] = link.outside;
  for (auto [link, value] : llvm::zip(parts.carries, parts.next)) {
    outside[link.inside] = link.outside;
    next[link.inside] = value;
  }
  for (FunctionBuild::Reach &reach : body.reaches) {
    bool isBad = false, isCarried = false;
    auto isRoot = [&](Node *input) {
      return homeOf(input).second == reach.root;
    };
    llvm::SetVector<Node *> inputs = flowsTo(reach.values, nullptr);
    inputs.remove_if([&](Node *input) {
      bool found = isRoot(input);
      isBad |= found && !reach.direct;
      return found;
    });
    for (size_t i = 0; i < inputs.size(); ++i)
      if (Node *value = next.lookup(inputs[i]))
        for (Node *input : flowsTo({value}, nullptr)) {
          if (isRoot(input))
            isBad = isCarried = true;
          else
            inputs.insert(input);
        }
    std::vector<Node *> values;
    for (Node *input : inputs)
      if (Node *value = outside.lookup(input))
        values.push_back(value);
    if (!isBad && owners.lookup(reach.root) != body.outer->function) {
      body.outer->reaches.push_back({reach.root, values, false, reach.range});
      continue;
    }
    isBad |= llvm::is_contained(flowsTo(values, reach.root), reach.root);
    if (isBad)
      error("E0205", reach.range,
            "a step of a `scan` does not see all of this derivative", frame)
          .label(isCarried ? "carries depend on what it is with respect to"
                           : "values from outside of the `scan` depend on what "
                             "it is with respect to")
          .help("take the derivative after the `scan`, or with respect to a "
                "carry or a value of the step");
  }
}
