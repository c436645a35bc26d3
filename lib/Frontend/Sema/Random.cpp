//===- Random.cpp - draws and their keys ----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A draw is a function of its key: the seed, the path of the body, its number
// in that body, the indices of the loops around and the batch (rules 32, 53).
// An initial value has the path of what it is for, an `augment` the example
// and the epoch; an optimizer gets the path of the parameter where it is
// expanded.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

Value Elaborator::builtinRandom(BuiltinCall &call) {
  if (!call.has(2) && !call.has(3)) {
    Value result(Value::Function);
    result.callable = std::make_shared<Callable>();
    result.callable->kind = Callable::Builtin;
    result.callable->name = call.name;
    static const char *const names[4][2] = {
        {"low", "high"}, {"mean", "std"}, {"p", "unused"}, {"", ""}};
    unsigned row = call.name == "uniform"     ? 0
                   : call.name == "bernoulli" ? 2
                                              : 1;
    for (unsigned i = 0; i < 2; ++i)
      if (call.has(i))
        result.callable->bound[names[row][i]] = call.values[i];
    return result;
  }
  return draw(call);
}

/// Is the frame part of a model or a section? The value of a `let` of a file is
/// computed anew at each use, and so has no key.
static bool isInBody(const Frame &frame) {
  for (const Frame *at = &frame; at; at = at->caller)
    if (at->kind != Frame::File && at->kind != Frame::Fn)
      return true;
  return false;
}

/// A function with a `grad` clause draws outside, so that the draws of the body
/// around are counted as they stand, and both of its bodies see one draw.
Value Elaborator::drawOutside(BuiltinCall &call) {
  FunctionBuild *function = std::exchange(build, build->drawer);
  Value value = draw(call);
  build = function;
  if (!value.isTensor())
    return value;
  Node *outside = value.node;
  value.node = emit(Op::Input, value.type, {}, call.range);
  function->drawn.push_back({outside, value.node});
  return value;
}

Value Elaborator::draw(BuiltinCall &call) {
  if (build->drawer)
    return drawOutside(call);
  bool ofExample = dataset && !build->initialises;
  if (ofExample && augmentKey.empty()) {
    error("E0503", call.range, "a `field` draws nothing", call.frame)
        .help("`augment` draws afresh for every training example and epoch");
    return Value();
  }
  if (!isInBody(call.frame)) {
    error("E0205", call.range, "`" + call.name + "` draws outside of a body",
          call.frame)
        .label("draws belong to models, blocks and sections")
        .help("a function draws where it is called: `fn noise() = " +
              source(call.range) + "`");
    return Value();
  }
  Type type;
  if (call.has(2)) {
    if (!needTensor(call, 2))
      return Value();
    type = call.values[2].type;
  } else {
    auto shape = shapeOf(call.args[3], call.frame);
    if (!shape)
      return Value();
    type = Type::tensor(real(call.frame), *shape);
  }
  if (!isFloat(type.element)) {
    error("E0106", call.range, "`" + call.name + "` draws floats", call.frame)
        .label("`like` is " + type.str());
    return Value();
  }
  bool bernoulli = call.name == "bernoulli";
  llvm::SmallVector<Node *, 2> operands;
  for (unsigned i = 0; i < (bernoulli ? 1u : 2u); ++i) {
    Value value = Value::number(i);
    if (call.name == "uniform" || !call.has(i))
      value = Value::number(i);
    if (call.has(i))
      value = call.values[i];
    if (!value.isScalar() || value.kind == Value::Bool) {
      error("E0205", call.rangeOf(i), "`" + call.name + "` takes nums",
            call.frame)
          .label("found " + describe(value));
      return Value();
    }
    operands.push_back(scalarNode(toNum(value, call.range), call.range));
  }
  std::optional<StringRef> initialises = build->initialises;
  std::string key =
      ofExample ? augmentKey : keyOf(initialises.value_or(call.frame.path));
  std::vector<Node *> indices = loopIndices(initialises, call.range);
  if (ofExample)
    for (StringRef name : {"example", "epoch"})
      indices.insert(indices.begin(),
                     scalarLeaf(name, Value::Int, call.range).node);
  operands.append(indices.begin(), indices.end());
  Value result = tensor(Op::Random, type, operands, call.range, call.frame);
  result.node->text = call.name.str();
  result.node->names = {key};
  result.node->ints = {int64_t(draws()[key]++), !initialises && !ofExample,
                       int64_t(indices.size())};
  return result;
}
