//===- Scan.cpp - loops over time -----------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

namespace {
/// A sequence and where its steps lie.
struct Sequence {
  Value value;
  unsigned axis;
};
} // namespace

/// The sequences of a scan and their axes (rule 42); none after an error.
static std::optional<unsigned> findAxis(const Type &type, StringRef name) {
  for (unsigned i = 0; i < type.rank(); ++i)
    if (type.axes[i].name == name)
      return i;
  return std::nullopt;
}

Value Elaborator::evalScan(const ScanExpr &expr, Frame &frame) {
  Value given = eval(expr.sequence, frame);
  if (given.isUnknown())
    return given;
  std::vector<Value> items{given};
  if (expr.pattern.isTuple) {
    if ((given.kind != Value::Tuple && given.kind != Value::List) ||
        given.items.size() != expr.pattern.names.size()) {
      error("E0205", expr.sequence->range,
            "expected a tuple of " + Twine(expr.pattern.names.size()), frame)
          .label("found " + describe(given));
      return Value();
    }
    items = given.items;
  }
  std::vector<Sequence> sequences;
  for (Value &item : items) {
    if (item.isUnknown())
      return item;
    if (!item.isTensor()) {
      error("E0205", expr.sequence->range, "`scan` runs over tensors", frame)
          .label("found " + describe(item));
      return Value();
    }
    std::optional<unsigned> axis = findAxis(item.type, expr.along.name);
    if (!axis) {
      error("E0201", expr.along.range,
            "no axis of the sequence is `" + expr.along.name + "`", frame)
          .label("found " + item.type.str())
          .help("the name stands in the type of an input, or of a `let`: "
                "`let xs: f32[batch, " +
                expr.along.name + ", 8] = ...`");
      return Value();
    }
    if (!sequences.empty()) {
      const Sequence &first = sequences.front();
      const DimExpr &a = first.value.type.axes[first.axis].size;
      const DimExpr &b = item.type.axes[*axis].size;
      if (!same(a, b)) {
        error("E0202", expr.sequence->range,
              "the sequences differ along `" + expr.along.name + "`", frame)
            .label(a.str() + " and " + b.str() + " steps");
        return Value();
      }
    }
    sequences.push_back({std::move(item), *axis});
  }
  Axis steps = sequences[0].value.type.axes[sequences[0].axis];
  auto start = startCarries(expr.carries, frame);
  if (!start)
    return Value();

  // A carry that starts from a bare number has the type of the next one, which
  // the body tells: it is looked at until no type is left to find.
  std::vector<Value> state = std::move(*start);
  auto drawn = draws();
  unsigned errors = diags.errorCount();
  size_t calls = modelCalls ? modelCalls->size() : 0;
  for (;;) {
    draws() = drawn;
    if (modelCalls)
      modelCalls->resize(calls);
    Loop loop;
    loop.isScan = true;
    loop.count = steps.size.constant().value_or(0);
    LoopBody parts(build, loop);
    parts.steps = steps;
    build = &parts.build;
    llvm::scope_exit leave([&] { build = parts.build.outer; });
    loops.push_back(&loop);
    llvm::scope_exit leaveLoop([&] {
      loops.pop_back();
      if (parts.scan) // values may still point into it
        discardedBodies.push_back(std::move(parts.scan));
    });
    loop.index = addInput(Type::scalar(Type::Int), expr.range);

    Frame body = frame;
    Emits emits;
    body.emits = &emits;
    body.scopes.emplace_back();
    for (size_t i = 0; i < sequences.size(); ++i) {
      Type type = sequences[i].value.type;
      type.axes.erase(type.axes.begin() + sequences[i].axis);
      Node *whole = sequences[i].value.node;
      Value slice;
      if (i && whole->op == Op::Splat) {
        // One value at every step, such as a mask that was not given.
        slice = tensor(Op::Splat, type, whole->operands, expr.range, frame);
      } else {
        slice = loopInput(type, expr.pattern.range);
        parts.scan->axes.push_back(sequences[i].axis);
        parts.sequences.push_back({useOutside(whole, expr.range), slice.node});
      }
      Identifier name = expr.pattern.names[i];
      if (name.name != "_")
        body.scopes.back()[name.name] = slice;
    }
    for (size_t i = 0; i < state.size(); ++i) {
      Value carry = state[i];
      if (carry.isTensor()) {
        carry = loopInput(state[i].type, expr.carries[i].name.range);
        parts.carries.push_back(
            {useOutside(state[i].node, expr.range), carry.node});
      }
      body.scopes.back()[expr.carries[i].name.name] = carry;
    }
    auto next =
        nextCarries(expr.carries, *expr.body, evalBody(*expr.body, body), state,
                    expr.range, body);
    if (!next)
      return Value();
    bool settled = true;
    for (size_t i = 0; i < state.size(); ++i) {
      if (state[i].isTensor())
        continue;
      if (!(*next)[i].isTensor()) {
        error("E0205", expr.carries[i].name.range,
              "a carry of `scan` is a tensor", frame)
            .label("starts as " + describe(state[i]))
            .help("give its type: `carry " + expr.carries[i].name.name +
                  ": f32 = ...`");
        return Value();
      }
      settled = false;
      build = parts.build.outer;
      state[i] = splat(state[i], (*next)[i].type, expr.range, frame);
      build = &parts.build;
    }
    if (!settled) {
      if (diags.errorCount() != errors)
        return Value();
      continue;
    }

    unsigned place = sequences[0].axis;
    for (auto &[name, value] : emits) {
      if (value.isUnknown())
        return value;
      if (!value.isTensor() || value.type.rank() < place) {
        error("E0205", name.range,
              value.isTensor()
                  ? "`" + name.name + "` has no place for the axis `" +
                        expr.along.name + "`"
                  : "`emit` takes a tensor",
              frame)
            .label(value.isTensor()
                       ? "axis " + Twine(place) + " of the sequence, but " +
                             value.type.str()
                       : "found " + describe(value));
        return Value();
      }
      parts.emits.push_back({use(value.node, name.range), place});
    }
    for (Value &value : *next)
      parts.next.push_back(use(value.node, expr.range));
    // Layers in the body are those of the body around, one set for all steps.
    frame.layers = body.layers;
    frame.variables = body.variables;
    leave.release();
    std::vector<Value> results = endLoop(parts, expr.range, frame);

    Value result(Value::Record);
    for (size_t i = 0; i < results.size(); ++i) {
      Value &value = results[i];
      bool isEmit = i < emits.size();
      result.names.push_back(
          (isEmit ? emits[i].first : expr.carries[i - emits.size()].name)
              .name.str());
      if (!isEmit)
        value.type = state[i - emits.size()].type; // with its names
      result.items.push_back(std::move(value));
    }
    if (result.items.size() > 1)
      return result;
    Value single = result.items[0];
    single.text = result.names[0];
    return single;
  }
}
