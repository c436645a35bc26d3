//===- Asserts.cpp - facts, known or checked by each call -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;

void Elaborator::evalAssert(const AssertStmt &stmt, Frame &frame) {
  Value value = eval(stmt.condition, frame);
  if (value.isUnknown())
    return;
  std::string message = stmt.message
                            ? stmt.message->value.str()
                            : std::string("this assertion does not hold");
  if (value.kind == Value::Bool && value.flag) {
    // The fact must keep holding: what it is about is fixed with the program.
    markStructural(value);
    if (!*value.flag && holdsWhere.empty()) {
      error("E0202", stmt.condition->range, message, frame)
          .label("this is false");
      return;
    }
    if (*value.flag)
      return;
  }
  bool isTensor = value.isTensor() && value.type.element == Element::Bool;
  if (value.kind != Value::Bool && !isTensor) {
    error("E0402", stmt.condition->range,
          "`assert` needs one true or false, found " + describe(value), frame);
    return;
  }
  if (isTensor && value.type.rank() && !frame.elementwise) {
    error("E0402", stmt.condition->range,
          "`assert` needs one true or false, found " + describe(value), frame)
        .label("one answer per element")
        .help("`assert all(" + source(stmt.condition->range) + ")`");
    return;
  }
  if (!build || build->initialises || frame.kind == Frame::File) {
    error("E0205", stmt.range,
          "an `assert` that is decided at run time stands where no call "
          "checks it",
          frame);
    return;
  }
  if (!stmt.message)
    message = "`assert " + source(stmt.condition->range) + "` does not hold";
  // About sizes alone: the rest of the program may count on it, because it is
  // looked at before anything else runs.
  const FunctionBuild *entry = build;
  while (entry->outer)
    entry = entry->outer;
  if (!value.comparisons.empty() && holdsWhere.empty() &&
      entry->function == factsOf) {
    markStructural(value);
    return assertSizes(value.comparisons, message, stmt.range, frame.path);
  }
  // Under a condition that is decided at run time: the condition implies it.
  for (const Value &condition : holdsWhere) {
    Value no = unaryOp(Op::Not, condition, stmt.range, frame);
    value = binary(BinaryOp::Or, no, value, stmt.range, stmt.range, stmt.range,
                   frame);
  }
  if (value.kind == Value::Bool)
    value = splat(value, Type::tensor(Element::Bool), stmt.range, frame);
  if (value.isTensor())
    emitAssert(use(value.node, stmt.range), message, stmt.range, frame.path);
}

/// An iteration of a loop hands its answer out, and all are looked at behind
/// the loop (endLoop).
void Elaborator::emitAssert(Node *condition, const std::string &message,
                            SMRange range, llvm::StringRef path) {
  if (build->loop) {
    build->asserts.push_back({condition, message, range, path.str()});
    return;
  }
  emit(Op::Assert, Type(), {condition}, range, path)->text = message;
}

/// Asserts of the sizes of a call, outside of all loops.
void Elaborator::assertSizes(llvm::ArrayRef<Comparison> comparisons,
                             const std::string &message, SMRange range,
                             llvm::StringRef path) {
  FunctionBuild *inside = build;
  while (build->outer)
    build = build->outer;
  for (const Comparison &fact : comparisons) {
    Type type = Type::tensor(Element::Bool);
    Node *sides[] = {dimNode(fact.left, range), dimNode(fact.right, range)};
    Node *holds = emit(Op::Cmp, Type::scalar(Type::Bool), sides, range);
    holds->text = predicate(fact.op);
    emitAssert(emit(Op::Splat, type, {holds}, range), message, range, path);
    learn(fact);
  }
  build = inside;
}

void Elaborator::learn(const Comparison &fact) {
  DimExpr less = fact.right - fact.left, more = fact.left - fact.right;
  switch (fact.op) {
  case BinaryOp::Eq:
    // The range of each side is now that of the other.
    for (const auto &[a, b] :
         {std::pair(fact.left, fact.right), std::pair(fact.right, fact.left)})
      for (int64_t sign : {1, -1})
        if (std::optional<int64_t> least = leastValue(a * sign))
          if (DimExpr above = b * sign - *least; !proveNotNegative(above))
            facts.addNotNegative(above);
    return facts.addZero(less);
  case BinaryOp::Lt:
    return facts.addNotNegative(less - 1);
  case BinaryOp::Le:
    return facts.addNotNegative(less);
  case BinaryOp::Gt:
    return facts.addNotNegative(more - 1);
  case BinaryOp::Ge:
    return facts.addNotNegative(more);
  default:
    return; // that two sizes differ proves nothing
  }
}

/// Writes sizes that are equal by the facts in one way. The inputs of an entry
/// keep their declared types.
void Elaborator::useFacts(Function &function, bool isEntry) {
  if (!facts.hasEquations())
    return;
  llvm::DenseMap<Node *, Node *> renamed;
  std::vector<std::unique_ptr<Node>> nodes = std::move(function.nodes);
  function.nodes.clear();
  for (std::unique_ptr<Node> &owned : nodes) {
    Node *node = owned.get();
    for (Node *&operand : node->operands)
      if (Node *with = renamed.lookup(operand))
        operand = with;
    function.nodes.push_back(std::move(owned));
    Type type = node->type;
    for (Axis &axis : type.axes)
      axis.size = facts.reduce(axis.size);
    for (DimExpr &size : node->sizes)
      size = facts.reduce(size);
    if (node->op == Op::Input && isEntry && type != node->type) {
      auto reshaped = std::make_unique<Node>();
      reshaped->op = Op::Reshape;
      reshaped->type = type;
      reshaped->operands = {node};
      reshaped->range = node->range;
      renamed[node] = reshaped.get();
      function.nodes.push_back(std::move(reshaped));
    } else {
      node->type = type;
    }
    for (Function *inner : {node->forward.get(), node->vjp.get(),
                            node->scan ? &node->scan->body : nullptr})
      if (inner)
        useFacts(*inner, /*isEntry=*/false);
  }
  for (Function::Result &result : function.results)
    if (Node *with = renamed.lookup(result.value))
      result.value = with;
}
