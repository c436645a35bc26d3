//===- Functions.cpp - functions as values, and with derivatives --------===//
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

//===----------------------------------------------------------------------===//
// Functions without name
//===----------------------------------------------------------------------===//

/// Names are those of the place where the function is written (rule 5), so it
/// keeps a copy of the frame.
Value Elaborator::makeLambda(const LambdaExpr &lambda, Frame &frame) {
  Value value(Value::Function);
  value.callable = std::make_shared<Callable>();
  value.callable->kind = Callable::Lambda;
  value.callable->name = "fn";
  value.callable->file = frame.file;
  value.callable->lambda = &lambda;
  value.callable->captured = std::make_shared<Frame>(frame);
  return value;
}

Value Elaborator::callLambda(const Callable &callable, CallArgs args,
                             SMRange range, Frame &frame) {
  const LambdaExpr &lambda = *callable.lambda;
  if (args.size() != lambda.params.size()) {
    error("E0204", range,
          "this function takes " + Twine(lambda.params.size()) + " argument" +
              (lambda.params.size() == 1 ? "" : "s") + ", given are " +
              Twine(args.size()),
          frame);
    return Value();
  }
  Frame body = *callable.captured;
  body.caller = &frame;
  body.call = range;
  body.name = callable.name;
  body.kind = Frame::Fn;
  body.path = frame.path;
  body.training = frame.training;
  body.underTraining = frame.underTraining;
  body.scopes.emplace_back();
  bool good = true;
  for (size_t i = 0; i < args.size(); ++i) {
    StringRef name = args[i].first;
    const BoundArg &arg = args[i].second;
    Identifier param = lambda.params[i];
    if (!name.empty()) {
      auto it = llvm::find_if(lambda.params, [&](const Identifier &candidate) {
        return candidate.name == name;
      });
      if (it == lambda.params.end()) {
        error("E0204", arg.range,
              "this function has no argument `" + name + "`", frame);
        return Value();
      }
      param = *it;
    }
    Value value = argValue(arg, frame);
    good &= !value.isUnknown();
    if (!body.scopes.back().try_emplace(param.name, value).second) {
      error("E0204", arg.range, "`" + param.name + "` is given twice", frame);
      return Value();
    }
  }
  return good ? eval(lambda.body, body) : Value();
}

//===----------------------------------------------------------------------===//
// Functions with a derivative of their own
//===----------------------------------------------------------------------===//

Value Elaborator::customVjp(const FnDecl &fn, Frame &body, SMRange range) {
  llvm::SmallVector<Node *, 4> operands;
  llvm::SmallVector<StringRef, 4> names;
  llvm::SmallVector<Type, 4> types;
  auto &scope = body.scopes.back();
  for (const Param &param : fn.params)
    if (auto it = scope.find(param.name.name);
        it != scope.end() && it->second.isTensor()) {
      operands.push_back(it->second.node);
      names.push_back(param.name.name);
      types.push_back(it->second.type);
    }
  auto forward = std::make_unique<Function>();
  auto vjp = std::make_unique<Function>();
  FunctionBuild *outer = build;
  llvm::scope_exit restore([&] { build = outer; });
  auto addInput = [&](FunctionBuild &function, StringRef name,
                      const Type &type) {
    Node *node = emit(Op::Input, type, {}, range, body.path);
    node->text = name.str();
    function.function->inputs.push_back(node);
    Value value(Value::Tensor);
    value.node = node;
    value.type = type;
    return value;
  };

  FunctionBuild forwardBuild{forward.get()};
  forwardBuild.drawer = outer;
  build = &forwardBuild;
  Frame inner = body;
  for (size_t i = 0; i < names.size(); ++i)
    inner.scopes.back()[names[i]] = addInput(forwardBuild, names[i], types[i]);
  Value result = evalFnBody(fn.body, inner);
  if (result.isUnknown())
    return result;
  if (result.isScalar() && body.elementwise && !types.empty())
    result = splat(result, types[0], range, body);
  // One result, or the items of a tuple or record.
  bool isOne = result.kind != Value::Tuple && result.kind != Value::Record;
  std::vector<Value> results =
      isOne ? std::vector<Value>{result} : result.items;
  for (const Value &item : results) {
    if (item.isUnknown())
      return item;
    if (!item.isTensor()) {
      error("E0205", fn.gradRange,
            "a function with a `grad` clause gives tensors", body)
          .label("found " + describe(item));
      return Value();
    }
    forward->results.push_back({"", use(item.node, range)});
  }

  FunctionBuild vjpBuild{vjp.get()};
  vjpBuild.drawer = outer;
  build = &vjpBuild;
  Frame reverse = body;
  for (size_t i = 0; i < names.size(); ++i)
    reverse.scopes.back()[names[i]] = addInput(vjpBuild, names[i], types[i]);
  if (fn.cotangents.size() != results.size()) {
    error("E0204", fn.gradRange,
          "this `grad` clause needs " +
              (results.size() == 1 ? "one cotangent"
                                   : Twine(results.size()) + " cotangents"),
          body);
    return Value();
  }
  for (auto [name, item] : llvm::zip(fn.cotangents, results))
    reverse.scopes.back()[name.name] = addInput(vjpBuild, name.name, item.type);
  Value gradients = evalFnBody(fn.grad, reverse);
  if (gradients.isUnknown())
    return gradients;
  std::vector<Value> list{gradients};
  if (gradients.kind == Value::Tuple)
    list = gradients.items;
  size_t floats = llvm::count_if(
      types, [](const Type &type) { return isFloat(type.element); });
  if (list.size() != floats) {
    error("E0204", fn.gradRange,
          "the `grad` clause gives " + Twine(list.size()) + " gradients for " +
              Twine(floats) + " inputs",
          body);
    return Value();
  }
  size_t next = 0;
  for (const Type &type : types) {
    if (!isFloat(type.element))
      continue;
    Value gradient =
        asDeclared(type, list[next++], fn.gradRange, reverse, "the gradient");
    if (gradient.isUnknown())
      return gradient;
    vjp->results.push_back({"", use(gradient.node, range)});
  }
  // Draws are operands that nothing flows to, before the cotangents.
  size_t place = names.size();
  for (FunctionBuild *drawing : {&forwardBuild, &vjpBuild})
    for (FunctionBuild::Link draw : drawing->drawn) {
      operands.push_back(draw.outside);
      for (FunctionBuild *function : {&forwardBuild, &vjpBuild}) {
        build = function;
        Node *input = function == drawing
                          ? draw.inside
                          : emit(Op::Input, draw.inside->type, {}, range);
        auto &inputs = function->function->inputs;
        inputs.insert(inputs.begin() + place, input);
      }
      ++place;
      Value zero = splat(Value::number(0), draw.inside->type, range, reverse);
      vjp->results.push_back({"", zero.node});
    }
  build = outer;
  Value value = tensor(Op::CustomVjp, isOne ? result.type : Type(), operands,
                       range, body);
  value.node->text = fn.name.name.str();
  value.node->forward = std::move(forward);
  value.node->vjp = std::move(vjp);
  if (isOne)
    return value;
  for (size_t i = 0; i < results.size(); ++i) {
    result.items[i] =
        tensor(Op::CustomVjpResult, results[i].type, {value.node}, range, body);
    result.items[i].node->ints = {int64_t(i)};
  }
  return result;
}
