//===- Repeat.cpp - repeated bodies ---------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A `repeat` stays rolled where its iterations differ in nothing but numbers:
// its body is checked once, and its parameters are one stacked tensor
// (`block.*.weight`). Otherwise it is written out, an iteration after another.
// Files of weights know the paths of the language (`block.0`, `block.1`) only,
// and both forms draw the same numbers.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"

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
    if (value.kind == Value::Num && lastError)
      adviseInt(expr.count->range, frame, *lastError);
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
bool Elaborator::sameType(const Value &a, const Value &b) const {
  if (a.kind != b.kind || a.items.size() != b.items.size())
    return false;
  for (size_t i = 0; i < a.items.size(); ++i)
    if (!sameType(a.items[i], b.items[i]))
      return false;
  return !a.isTensor() ||
         (a.type.element == b.type.element && sameShape(a.type, b.type));
}

/// What the carries start from; none after an error.
std::optional<std::vector<Value>>
Elaborator::startCarries(llvm::ArrayRef<Carry> carries, Frame &frame) {
  std::vector<Value> state;
  for (const Carry &carry : carries) {
    Value value = carry.init
                      ? eval(carry.init, frame)
                      : evalName(carry.name.name, carry.name.range, frame);
    if (carry.type)
      value = checkResult(carry.type, value, carry.name.range, frame);
    if (value.isUnknown())
      return std::nullopt;
    value.text.clear();
    for (const Value &other : state)
      if (&carry != &carries[&other - state.data()] &&
          carries[&other - state.data()].name.name == carry.name.name) {
        error("E0204", carry.name.range,
              "`" + carry.name.name + "` is carried twice", frame);
        return std::nullopt;
      }
    state.push_back(std::move(value));
  }
  return state;
}

/// The value of a body as the next carries, each of the type of `state` unless
/// that is a number whose type is still to be found; none after an error.
std::optional<std::vector<Value>>
Elaborator::nextCarries(llvm::ArrayRef<Carry> carries, const Body &body,
                        Value next, llvm::ArrayRef<Value> state, SMRange range,
                        Frame &frame) {
  if (next.isUnknown())
    return std::nullopt;
  if (!body.stmts.empty())
    range = body.stmts.back()->range;
  std::vector<Value> results{next};
  if (state.size() > 1)
    results = next.items;
  // A record gives its fields by name (rule 43).
  if (state.size() > 1 && next.kind == Value::Record &&
      results.size() == state.size())
    for (size_t k = 0; k < state.size(); ++k) {
      auto it = llvm::find(next.names, carries[k].name.name);
      if (it != next.names.end())
        results[k] = next.items[it - next.names.begin()];
    }
  if (results.size() != state.size() || next.kind == Value::None) {
    error("E0302", range, "each iteration ends in the next carries", frame)
        .label("found " + describe(next));
    return std::nullopt;
  }
  for (size_t k = 0; k < state.size(); ++k) {
    // A number fills a carry that is a tensor.
    if (state[k].isTensor() && results[k].isScalar())
      results[k] = splat(results[k], state[k].type, range, frame);
    if (results[k].isUnknown())
      return std::nullopt;
    bool open = frame.emits && !state[k].isTensor() && results[k].isTensor();
    if (open || sameType(state[k], results[k]))
      continue;
    std::string name = carries.empty()
                           ? "the value of `repeat`"
                           : "`carry " + carries[k].name.name.str() + "`";
    Diagnostic &diag =
        error("E0302", range, name + " changes type between steps", frame);
    diag.label("starts as " + describe(state[k]) + ", next is " +
               describe(results[k]));
    adviseCarry(state[k], results[k], diag);
    return std::nullopt;
  }
  return results;
}

/// One iteration, from `state` to the next; none after an error.
std::optional<std::vector<Value>>
Elaborator::evalIteration(const RepeatExpr &expr, llvm::ArrayRef<Value> state,
                          bool piped, Value index, Loop &loop, Frame &frame) {
  Frame body = frame;
  body.emits = nullptr;
  body.layers.clear();
  body.variables.clear();
  if (expr.as)
    body.path = loop.prefix;
  body.scopes.emplace_back();
  if (expr.index)
    body.scopes.back()[expr.index.name] = std::move(index);
  for (size_t k = 0; k < expr.carries.size(); ++k)
    body.scopes.back()[expr.carries[k].name.name] = state[k];
  if (piped)
    body.its.push_back(state[0]);
  unsigned before = owned;
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
  if (!next.isUnknown() && owned != before && !expr.as) {
    error("E0204", expr.range, "a `repeat` that owns parameters needs a name",
          frame)
        .help("write `repeat ... as block { ... }`");
    return std::nullopt;
  }
  return nextCarries(expr.carries, *expr.body, std::move(next), state,
                     expr.range, body);
}

std::optional<bool> Elaborator::rollRepeat(const RepeatExpr &expr,
                                           std::vector<Value> &state,
                                           bool piped, int64_t first,
                                           Loop &loop, Frame &frame) {
  bool fits = loop.count > 1 && !options.writeOutLoops && !dataset &&
              !build->initialises && !frame.elementwise &&
              !(expr.as && writtenOut.contains(loopName(loop.prefix))) &&
              llvm::all_of(state, [](const Value &v) { return v.isTensor(); });
  if (!fits)
    return std::nullopt;
  auto drawn = draws();
  size_t variables = owner ? owner->variables->size() : 0;
  size_t calls = modelCalls ? modelCalls->size() : 0;
  LoopBody parts(build, loop);
  parts.steps = Axis(loop.count);
  std::optional<std::vector<Value>> next;
  {
    build = &parts.build;
    loops.push_back(&loop);
    llvm::scope_exit leave([&] {
      build = parts.build.outer;
      loops.pop_back();
    });
    loop.index = addInput(Type::scalar(Type::Int), expr.range);
    // Known where it must be, which is then noted, as of a hyper.
    Value index = Value::integer(first);
    unsigned mark = program->hypers.size() + loops.size() - 1;
    index.hypers.resize(mark + 1);
    index.hypers.set(mark);
    index.node = loop.index;
    if (first) {
      Node *low = scalarNode(Value::integer(first), expr.range);
      index.node =
          emit(Op::Add, loop.index->type, {loop.index, low}, expr.range);
    }
    std::vector<Value> carries;
    for (const Value &value : state) {
      carries.push_back(loopInput(value.type, expr.range));
      parts.carries.push_back(
          {useOutside(value.node, expr.range), carries.back().node});
    }
    next = evalIteration(expr, carries, piped, index, loop, frame);
    for (size_t k = 0; next && k < state.size(); ++k) {
      for (size_t i = 0; i < state[k].type.rank(); ++i)
        loop.mustWriteOut |= state[k].type.axes[i].stretches !=
                             (*next)[k].type.axes[i].stretches;
      parts.next.push_back(use((*next)[k].node, expr.range));
    }
    if (next && !loop.mustWriteOut) {
      std::vector<Value> results = endLoop(parts, expr.range, frame);
      build = &parts.build;
      for (size_t k = 0; k < state.size(); ++k) {
        results[k].type = (*next)[k].type; // with its names
        state[k] = results[k];
      }
      return true;
    }
    discardedBodies.push_back(std::move(parts.scan));
  }
  if (!loop.mustWriteOut)
    return false;
  // As if it had not been tried; but what an earlier function has rolled must
  // be written out from the start.
  draws() = drawn;
  if (modelCalls)
    modelCalls->resize(calls);
  bool fresh = expr.as && writtenOut.insert(loopName(loop.prefix)).second;
  if (owner) {
    for (size_t i = variables; i < owner->variables->size(); ++i)
      owner->byPath.erase((*owner->variables)[i]->path);
    for (size_t i = 0; i < variables; ++i)
      startAgain |= fresh && StringRef((*owner->variables)[i]->path)
                                 .starts_with(loop.prefix + ".");
    owner->variables->resize(variables);
  }
  return std::nullopt;
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
  if (piped) {
    state.push_back(*piped);
  } else {
    auto start = startCarries(expr.carries, frame);
    if (!start)
      return Value();
    state = std::move(*start);
  }

  unsigned before = owned;
  std::string path;
  if (expr.as)
    path = (frame.path.empty() ? "" : frame.path + ".") + expr.as.name.str();
  Loop loop;
  loop.count = range->second - range->first;
  if (expr.as)
    loop.prefix = path + ".*";
  std::optional<bool> rolled =
      rollRepeat(expr, state, piped, range->first, loop, frame);
  if (rolled && !*rolled)
    return Value();
  if (!rolled) {
    // Every iteration draws as the first one does, with its own index.
    auto drawn = draws(), most = drawn;
    loop.index = nullptr;
    loops.push_back(&loop);
    llvm::scope_exit leave([&] { loops.pop_back(); });
    for (int64_t i = 0; i < loop.count; ++i) {
      loop.iteration = i;
      if (expr.as)
        loop.prefix = path + "." + std::to_string(i);
      draws() = drawn;
      auto next = evalIteration(expr, state, piped,
                                Value::integer(range->first + i), loop, frame);
      if (!next)
        return Value();
      state = std::move(*next);
      for (auto &entry : draws())
        most[entry.first()] = std::max(most[entry.first()], entry.second);
    }
    draws() = most;
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
