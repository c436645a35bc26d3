//===- Repeat.cpp - repeated bodies ---------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A `repeat` is written out, an iteration after another. The paths are those
// of the language (`block.0`, `block.1`), so that rolling the loop up one day
// changes no file of weights.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

static constexpr int64_t kMostIterations = 1024;

/// From where to where the index runs; none after an error.
std::optional<std::pair<int64_t, int64_t>>
Elaborator::repeatRange(const RepeatExpr &expr, Frame &frame) {
  Value value = eval(expr.count, frame);
  if (value.isUnknown())
    return std::nullopt;
  Value low = Value::integer(0), high = value;
  if (expr.index && value.kind == Value::Range) {
    low = value.items[0];
    high = value.items[1];
  }
  if (low.isUnknown() || high.isUnknown())
    return std::nullopt;
  bool good = low.kind == Value::Int && low.constantInt() &&
              high.kind == Value::Int && high.constantInt() &&
              (value.kind == Value::Range) == bool(expr.index);
  if (!good) {
    error("E0205", expr.count->range,
          expr.index ? "`repeat` runs over a range of ints known at compile "
                       "time"
                     : "`repeat` needs an int known at compile time",
          frame)
        .label("found " + describe(value));
    return std::nullopt;
  }
  markStructural(low);
  markStructural(high);
  std::pair<int64_t, int64_t> range(*low.constantInt(), *high.constantInt());
  if (range.second < range.first ||
      range.second - range.first > kMostIterations) {
    error("E0205", expr.count->range,
          "`repeat` takes from 0 to " + Twine(kMostIterations) + " iterations",
          frame);
    return std::nullopt;
  }
  return range;
}

/// Are these values of one type?
static bool sameType(const Value &a, const Value &b) {
  if (a.kind != b.kind || a.items.size() != b.items.size())
    return false;
  for (size_t i = 0; i < a.items.size(); ++i)
    if (!sameType(a.items[i], b.items[i]))
      return false;
  return !a.isTensor() || a.type == b.type;
}

Value Elaborator::evalRepeat(const RepeatExpr &expr, const Value *piped,
                             Frame &frame) {
  auto range = repeatRange(expr, frame);
  if (!range)
    return Value();
  bool carries = !expr.carries.empty();
  if (carries == (piped != nullptr)) {
    error("E0204", expr.range,
          carries ? "a `repeat` in a pipeline carries the piped value"
                  : "a `repeat` outside a pipeline needs `carry`",
          frame);
    return Value();
  }
  // The state of the loop: the piped value, or the carries.
  std::vector<Value> state;
  if (piped)
    state.push_back(*piped);
  for (const Carry &carry : expr.carries) {
    Value value = carry.init
                      ? eval(carry.init, frame)
                      : evalName(carry.name.name, carry.name.range, frame);
    if (carry.type)
      value = checkResult(carry.type, value, carry.name.range, frame);
    if (value.isUnknown())
      return value;
    state.push_back(value);
  }

  unsigned before = owned;
  for (int64_t i = range->first; i < range->second; ++i) {
    Frame body = frame;
    body.layers.clear();
    body.variables.clear();
    if (expr.as)
      body.path = (frame.path.empty() ? "" : frame.path + ".") +
                  expr.as.name.str() + "." + std::to_string(i - range->first);
    body.scopes.emplace_back();
    if (expr.index)
      body.scopes.back()[expr.index.name] = Value::integer(i);
    for (size_t k = 0; k < expr.carries.size(); ++k)
      body.scopes.back()[expr.carries[k].name.name] = state[k];
    if (piped)
      body.its.push_back(state[0]);
    Value next = evalBody(*expr.body, body);
    if (piped && next.kind == Value::Layer) {
      // The layer is the iteration itself.
      if (!next.layer->declared && expr.as) {
        next.layer->declared = true;
        next.layer->path = body.path;
      }
      BoundArg arg;
      arg.value = state[0];
      arg.range = expr.range;
      next = apply(next, {{StringRef(), arg}}, expr.range, body);
    }
    if (next.isUnknown())
      return next;
    if (owned != before && !expr.as) {
      error("E0204", expr.range, "a `repeat` that owns parameters needs a name",
            frame)
          .help("write `repeat ... as block { ... }`");
      return Value();
    }
    std::vector<Value> results{next};
    if (expr.carries.size() > 1)
      results = next.items;
    if (results.size() != state.size()) {
      error("E0302", expr.range, "each iteration ends in the next carries",
            frame)
          .label("found " + describe(next));
      return Value();
    }
    for (size_t k = 0; k < state.size(); ++k) {
      // A number fills a carry that is a tensor.
      if (state[k].isTensor() && results[k].isScalar())
        results[k] = splat(results[k], state[k].type, expr.range, frame);
      if (results[k].isUnknown())
        return Value();
      if (!sameType(state[k], results[k])) {
        std::string name =
            carries ? "`carry " + expr.carries[k].name.name.str() + "`"
                    : "the value of `repeat`";
        error("E0302", expr.range, name + " changes type between steps", frame)
            .label("starts as " + describe(state[k]) + ", next is " +
                   describe(results[k]));
        return Value();
      }
    }
    state = std::move(results);
  }
  if (expr.as && owned != before) {
    auto [it, fresh] = frame.layers.try_emplace(expr.as.name, expr.as.range);
    if (!fresh) {
      error("E0301", expr.as.range,
            "two layers are both named `" + expr.as.name + "`", frame)
          .secondary(it->second, "first");
      return Value();
    }
  }
  if (state.size() == 1)
    return state[0];
  Value result(Value::Record);
  for (size_t k = 0; k < state.size(); ++k) {
    result.items.push_back(state[k]);
    result.names.push_back(expr.carries[k].name.name.str());
  }
  return result;
}
