//===- Call.cpp - functions, blocks and models at their uses -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Trace.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/SourceMgr.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;
using llvm::Twine;

Value Elaborator::argValue(const BoundArg &arg, Frame &frame) {
  return arg.value ? *arg.value : eval(arg.expr, frame);
}

Value Elaborator::evalCall(const CallExpr &call, Frame &frame) {
  if (frame.kind == Frame::Dataset)
    if (auto *name = dyn_cast<NameExpr>(call.callee);
        name && isColumnFunction(name->name))
      return asColumn(call, frame);
  Value callee = eval(call.callee, frame);
  std::vector<std::pair<StringRef, BoundArg>> args;
  for (const nnc::Argument &argument : call.args) {
    BoundArg arg;
    arg.expr = argument.value;
    arg.range = argument.value->range;
    args.push_back({argument.name.name, arg});
  }
  if (callee.isUnknown()) {
    // The arguments may hold errors of their own.
    for (auto &[name, arg] : args)
      if (name.empty())
        eval(arg.expr, frame);
    return callee;
  }
  return apply(callee, args, call.range, frame);
}

Value Elaborator::apply(const Value &callee, CallArgs args, SMRange range,
                        Frame &frame, StringRef as, SMRange asRange) {
  if (++calls > 200000) {
    error("E0205", range, "this program is too large", frame);
    return Value();
  }
  if (callee.kind == Value::Layer)
    return applyLayer(*callee.layer, args, range, frame, as, asRange);
  if (callee.kind != Value::Function) {
    error("E0204", range, describe(callee) + " cannot be called", frame);
    return Value();
  }
  const Callable &callable = *callee.callable;
  switch (callable.kind) {
  case Callable::Builtin: {
    if (callable.bound.empty())
      return callBuiltin(callable.name, args, range, frame);
    std::vector<std::pair<StringRef, BoundArg>> all(args.begin(), args.end());
    for (auto &entry : callable.bound) {
      BoundArg arg;
      arg.value = entry.second;
      arg.range = range;
      all.push_back({entry.first(), arg});
    }
    return callBuiltin(callable.name, all, range, frame);
  }
  case Callable::Fn:
    return callFn(callable, args, range, frame);
  case Callable::Block:
    return makeLayer(callable, args, range, frame);
  case Callable::Lambda:
    return callLambda(callable, args, range, frame);
  case Callable::Model:
    return callModel(*cast<ModelDecl>(callable.decl), *callable.file, args,
                     range, frame);
  }
  return Value();
}

bool Elaborator::enter(const Stmt *decl, StringRef name, SMRange range,
                       Frame &frame) {
  if (llvm::is_contained(entered, decl)) {
    Diagnostic &diag =
        error("E0303", calleeOf(range),
              isa<FnDecl>(decl) ? "functions may not call themselves"
                                : "blocks may not contain themselves",
              frame);
    diag.label(name + " -> " + name);
    if (auto *block = dyn_cast<BlockDecl>(decl))
      diag.help("use `repeat " +
                (block->config.empty() ? StringRef("n")
                                       : block->config[0].name.name) +
                " as level { ... }`");
    return false;
  }
  entered.push_back(decl);
  return true;
}

bool Elaborator::bindArgs(StringRef what, llvm::ArrayRef<Param> params,
                          CallArgs args, SMRange range, Frame &frame,
                          llvm::StringMap<BoundArg> &bound,
                          unsigned maxPositional) {
  bool good = true;
  size_t next = 0;
  for (const auto &[name, arg] : args) {
    const Param *param = nullptr;
    if (name.empty()) {
      if (next >= params.size()) {
        error("E0204", arg.range,
              "`" + what + "` takes " + Twine(params.size()) + " argument" +
                  (params.size() == 1 ? "" : "s"),
              frame);
        return false;
      }
      param = &params[next++];
      auto *type = dyn_cast<NamedType>(param->type);
      if (next > maxPositional) {
        Diagnostic &diag = error(
            "E0204", arg.range,
            "at most two arguments of a block may be without name", frame);
        diag.help("write `" + param->name.name + " = " + source(arg.range) +
                  "`");
        if (args.size() <= params.size())
          diag.insertBefore(arg.range, param->name.name + " = ");
        good = false;
      } else if (type && type->name.name == "bool" && !type->hasShape) {
        std::string value = source(arg.range);
        Diagnostic &diag =
            error("E0204", arg.range, "a bool is given by name", frame);
        diag.help("write `" + param->name.name + " = " + value + "`");
        if (value == "true" || value == "false")
          diag.insertBefore(arg.range, param->name.name + " = ");
        good = false;
      }
    } else {
      for (const Param &candidate : params)
        if (candidate.name.name == name)
          param = &candidate;
      if (!param) {
        std::vector<StringRef> names;
        for (const Param &candidate : params)
          names.push_back(candidate.name.name);
        Diagnostic &diag =
            error("E0204", arg.range,
                  "`" + what + "` has no argument `" + name + "`", frame);
        if (StringRef close = closestName(name, names); !close.empty())
          diag.suggest(name, close);
        good = false;
        continue;
      }
    }
    if (!bound.try_emplace(param->name.name, arg).second) {
      Diagnostic &diag =
          error("E0204", arg.range, "`" + param->name.name + "` is given twice",
                frame);
      if (name.empty() &&
          (source(arg.range) == "true" || source(arg.range) == "false"))
        adviseFlag(params, args, arg.range, diag);
      good = false;
    }
  }
  return good;
}

static bool isConfiguration(const TypeExpr *type,
                            llvm::function_ref<bool(StringRef)> isKind) {
  auto *named = dyn_cast<NamedType>(type);
  return !named ? !isa<RecordType>(type)
                : isKind(named->name.name) && !named->hasShape;
}

static bool isScalarTensor(const TypeExpr *type) {
  auto *named = dyn_cast<NamedType>(type);
  return named && named->shape.empty();
}

Value Elaborator::resolveAxisArg(const BoundArg &arg, const Type &type,
                                 Frame &frame) {
  if (arg.value)
    return *arg.value;
  bool many = false;
  auto axes = resolveAxes(arg.expr, type, arg.range, frame, &many);
  if (!axes)
    return Value();
  if (!many)
    return Value::integer((*axes)[0]);
  Value tuple(Value::Tuple);
  for (int64_t axis : *axes)
    tuple.items.push_back(Value::integer(axis));
  return tuple;
}

Value Elaborator::callFn(const Callable &callable, CallArgs args, SMRange range,
                         Frame &frame) {
  auto &fn = *cast<FnDecl>(callable.decl);
  llvm::StringMap<BoundArg> bound;
  for (auto &entry : callable.bound) {
    BoundArg arg;
    arg.value = entry.second;
    arg.range = range;
    bound[entry.first()] = arg;
  }
  if (!bindArgs(callable.name, fn.params, args, range, frame, bound, 1000))
    return Value();

  Frame body;
  body.caller = &frame;
  body.file = callable.file;
  body.call = range;
  body.name = callable.name;
  body.kind = Frame::Fn;
  body.path = frame.path;
  body.training = frame.training;
  body.inOptimizer = frame.inOptimizer;

  auto kindTest = [](StringRef name) { return isKind(name); };
  // Without `like` a function of the initialiser kind waits for it (rule 32).
  bool waits = false;
  for (const Param &param : fn.params)
    if (!bound.count(param.name.name) && !param.defaultValue) {
      if (param.name.name == "like") {
        waits = true;
        continue;
      }
      error("E0204", range,
            "`" + callable.name + "` lacks the argument `" + param.name.name +
                "`",
            frame);
      return Value();
    }
  // Tensors before axes: an axis is a position in the first of them.
  std::vector<Value> values(fn.params.size());
  std::optional<Type> operand;
  bool good = true;
  for (size_t i = 0; i < fn.params.size(); ++i) {
    auto it = bound.find(fn.params[i].name.name);
    if (it == bound.end() || fn.params[i].name.name == "axis")
      continue;
    values[i] = argValue(it->second, frame);
    good &= !values[i].isUnknown();
    if (!operand && values[i].isTensor())
      operand = values[i].type;
  }
  if (!good)
    return Value();
  if (waits) {
    Value result(Value::Function);
    result.callable = std::make_shared<Callable>(callable);
    for (size_t i = 0; i < fn.params.size(); ++i)
      if (bound.count(fn.params[i].name.name))
        result.callable->bound[fn.params[i].name.name] = values[i];
    return result;
  }
  if (!enter(&fn, callable.name, range, frame))
    return Value();
  llvm::scope_exit leaveScope([&] { entered.pop_back(); });

  auto rangeOf = [&](const Param &param) {
    auto it = bound.find(param.name.name);
    return it == bound.end() || !it->second.range.isValid() ? range
                                                            : it->second.range;
  };
  bool elementwise = false, allScalar = true;
  for (size_t i = 0; i < fn.params.size(); ++i) {
    const Param &param = fn.params[i];
    const TypeExpr *type = resolveAlias(param.type, body);
    if (!isConfiguration(type, kindTest)) {
      elementwise = true;
      allScalar &= isScalarTensor(type);
      continue;
    }
    auto it = bound.find(param.name.name);
    if (param.name.name == "axis") {
      body.axisNames.insert("axis");
      if (it != bound.end() || param.defaultValue) {
        BoundArg arg;
        if (it != bound.end()) {
          arg = it->second;
        } else {
          arg.expr = param.defaultValue;
          arg.range = param.defaultValue->range;
        }
        values[i] =
            resolveAxisArg(arg, operand.value_or(Type::tensor({})), frame);
        if (values[i].isUnknown())
          return Value();
      }
    } else if (it == bound.end()) {
      values[i] = eval(param.defaultValue, body);
    }
    if (!matchInput(param, values[i], rangeOf(param), body, frame))
      return Value();
    body.scopes.back()[param.name.name] = values[i];
  }
  elementwise &= allScalar;
  int before = beginCall(body);
  llvm::scope_exit leaveCall([&] { currentCall = before; });
  for (size_t i = 0; i < fn.params.size(); ++i) {
    const Param &param = fn.params[i];
    if (isConfiguration(resolveAlias(param.type, body), kindTest))
      continue;
    bool isDefault = !bound.count(param.name.name);
    if (isDefault)
      values[i] = eval(param.defaultValue, body);
    if (elementwise)
      continue;
    if (!matchInput(param, values[i], rangeOf(param), body, frame, isDefault))
      return Value();
    body.scopes.back()[param.name.name] = values[i];
  }
  if (elementwise)
    return endCall(before, callElementwise(fn, body, frame, values, range));

  Value value;
  if (StringRef name = compositeName(fn, *callable.file); !name.empty())
    value = composite(name, body, range, frame);
  if (value.isUnknown())
    value = fn.hasGrad ? customVjp(fn, body, range) : evalFnBody(fn.body, body);
  if (value.kind == Value::None) {
    error("E0205", fn.name.range, "`" + fn.name.name + "` has no value", body);
    return Value();
  }
  if (fn.result) {
    SMRange where = fn.body.expr ? fn.body.expr->range : fn.result->range;
    bool isSteps = value.isSteps;
    value = checkResult(fn.result, std::move(value), where, body);
    value.isSteps = isSteps;
  }
  return endCall(before, leave(std::move(value), body));
}

/// Each element on its own (rule 44): the body is computed on whole tensors of
/// one shape.
Value Elaborator::callElementwise(const FnDecl &fn, Frame &body, Frame &frame,
                                  llvm::MutableArrayRef<Value> values,
                                  SMRange range) {
  llvm::SmallVector<Value, 4> inputs;
  llvm::SmallVector<SMRange, 4> ranges;
  llvm::SmallVector<StringRef, 4> names;
  bool anyTensor = false;
  for (size_t i = 0; i < fn.params.size(); ++i) {
    const Param &param = fn.params[i];
    auto *type = dyn_cast<NamedType>(resolveAlias(param.type, body));
    if (!type || (isKind(type->name.name) && !type->hasShape))
      continue;
    if (values[i].isUnknown())
      return Value();
    bool isTensor = values[i].isTensor() || values[i].kind == Value::List;
    if (!isTensor && (!values[i].isScalar() || values[i].kind == Value::Bool)) {
      error("E0205", range, "`" + param.name.name + "` is a number or a tensor",
            frame)
          .label("found " + describe(values[i]));
      return Value();
    }
    if (values[i].kind == Value::List)
      values[i] = listToTensor(values[i], *element(type->name.name, body),
                               range, frame);
    if (values[i].isTensor()) {
      bool isFloatName = type->name.name == "float";
      std::optional<Element> wanted = element(type->name.name, body);
      if (!wanted)
        return evalType(type, body), Value();
      if (isFloatName ? !isFloat(values[i].type.element)
                      : values[i].type.element != *wanted) {
        error("E0106", range,
              "`" + param.name.name + "` has elements of type " +
                  type->name.name,
              frame)
            .label("found " + values[i].type.str());
        return Value();
      }
      anyTensor = true;
    }
    inputs.push_back(values[i]);
    ranges.push_back(range);
    names.push_back(param.name.name);
  }
  if (!anyTensor) {
    for (size_t i = 0; i < inputs.size(); ++i)
      body.scopes.back()[names[i]] = toNum(inputs[i], range);
    return evalFnBody(fn.body, body);
  }
  if (!unify(inputs, range, ranges, frame))
    return Value();
  Type joint = inputs[0].type;
  body.elementwise = true;
  if (isFloat(joint.element))
    body.floating = joint.element;
  for (size_t i = 0; i < inputs.size(); ++i) {
    inputs[i].text.clear();
    for (Axis &axis : inputs[i].type.axes)
      axis.name = axis.name.empty() ? "" : "^" + axis.name;
    body.scopes.back()[names[i]] = inputs[i];
  }
  Value value =
      fn.hasGrad ? customVjp(fn, body, range) : evalFnBody(fn.body, body);
  return perElement(fn.result, std::move(value), joint, fn, body);
}

/// The result of a function of scalars, with the shape of its inputs.
Value Elaborator::perElement(const TypeExpr *declared, Value value,
                             const Type &joint, const FnDecl &fn, Frame &body) {
  if (value.isUnknown())
    return value;
  declared = declared ? resolveAlias(declared, body) : nullptr;
  if (auto *record = llvm::dyn_cast_if_present<RecordType>(declared))
    return matchFields(*record, std::move(value), fn.name.range, body,
                       [&](const TypeExpr *type, Value item) {
                         return perElement(type, std::move(item), joint, fn,
                                           body);
                       });
  if (!declared &&
      (value.kind == Value::Record || value.kind == Value::Tuple)) {
    for (Value &item : value.items)
      item = perElement(nullptr, std::move(item), joint, fn, body);
    return value;
  }
  Type type = joint;
  if (declared) {
    std::optional<Type> wanted = evalType(declared, body);
    if (!wanted)
      return Value();
    type.element = wanted->element;
  } else if (value.isTensor()) {
    type.element = value.type.element;
  }
  // The axes are those of the inputs, as the caller names them.
  return asDeclared(type, value, fn.name.range, body, "the result");
}

/// Functions of the library that are ops of their own, for stability or for
/// their derivative; so are copies of them. Unknown where the definition is to
/// be used.
Value Elaborator::composite(StringRef name, Frame &body, SMRange range,
                            Frame &frame) {
  auto local = [&](StringRef key) -> Value {
    auto it = body.scopes.back().find(key);
    return it == body.scopes.back().end() ? Value() : it->second;
  };
  if (name == "softmax" || name == "log_softmax") {
    Value x = local("x"), axis = local("axis");
    if (!x.isTensor() || !axis.constantInt())
      return Value();
    Value result = tensor(name == "softmax" ? Op::Softmax : Op::LogSoftmax,
                          x.type, {x.node}, range, body);
    result.node->ints = {*axis.constantInt()};
    return result;
  }
  bool classes = name == "cross_entropy";
  Value logits = local("logits"), target = local("target");
  if (!logits.isTensor() || !target.isTensor())
    return Value();
  Op source = logits.node->op;
  if (source == Op::Softmax || source == Op::LogSoftmax ||
      source == Op::Sigmoid) {
    Diagnostic &diag =
        warning("W0601", calleeOf(range),
                "`" + name + "` expects logits, found " +
                    (source == Op::LogSoftmax ? "logarithms of probabilities"
                                              : "probabilities"),
                frame)
            .label([&] {
              std::string line = lineOf(logits.node);
              return "they come from `" + mnemonic(source).str() + "`" +
                     (line.empty() ? "" : " (" + line + ")") + ", so `" +
                     mnemonic(source).str() + "` is applied twice";
            }())
            .help("return the value before `" + mnemonic(source) + "`");
    adviseLogits(logits.node, diag);
  }
  // One that changes during the run takes the definition.
  if (classes && !local("smoothing").num)
    return Value();
  Type type = Type::tensor(logits.type.element);
  Value result = tensor(classes ? Op::CrossEntropy : Op::BinaryCrossEntropy,
                        type, {logits.node, target.node}, range, body);
  if (classes) {
    Value smoothing = local("smoothing");
    markStructural(smoothing);
    result.node->number = *smoothing.num;
    result.node->ints = {int64_t(logits.type.rank()) - 1};
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Layers
//===----------------------------------------------------------------------===//

Value Elaborator::makeLayer(const Callable &callable, CallArgs args,
                            SMRange range, Frame &frame) {
  auto &block = *cast<BlockDecl>(callable.decl);
  llvm::StringMap<BoundArg> bound;
  if (!bindArgs(callable.name, block.config, args, range, frame, bound, 2))
    return Value();
  Value value(Value::Layer);
  value.layer = std::make_shared<LayerInstance>();
  value.layer->block = &block;
  value.layer->file = callable.file;
  value.layer->range = range;
  value.layer->site = frame.evaluation;

  Frame body;
  body.caller = &frame;
  body.file = callable.file;
  body.call = range;
  body.name = callable.name;
  body.kind = Frame::Block;
  body.path = frame.path;
  body.training = frame.training;
  bool good = true;
  for (const Param &param : block.config) {
    auto it = bound.find(param.name.name);
    Value argument;
    SMRange where = range;
    if (it != bound.end()) {
      argument = argValue(it->second, frame);
      where = it->second.range;
      value.layer->given[param.name.name] = it->second.expr;
      if (auto *name = llvm::dyn_cast_if_present<NameExpr>(it->second.expr);
          name && argument.kind == Value::Int && argument.text.empty() &&
          !argument.literalOne)
        argument.text = name->name.str();
    } else if (param.defaultValue) {
      argument = eval(param.defaultValue, body);
    } else {
      error("E0204", range,
            "`" + callable.name + "` lacks the argument `" + param.name.name +
                "`",
            frame);
      good = false;
      continue;
    }
    if (argument.isUnknown() ||
        !matchInput(param, argument, where, body, frame)) {
      good = false;
      continue;
    }
    body.scopes.back()[param.name.name] = argument;
    value.layer->config[param.name.name] = argument;
  }
  return good ? value : Value();
}

/// The path without the part that is `from`; `to` is what that lies in.
static std::string withoutLayer(StringRef path, StringRef from, StringRef to) {
  StringRef rest = path.drop_front(from.size());
  return to.empty() ? rest.ltrim('.').str() : (to + rest).str();
}

/// Draws of a layer that turned out to have no path count in the body around,
/// where also the layers in it have theirs.
void Elaborator::redraw(size_t firstNode, StringRef from, StringRef to) {
  std::string fromKey = keyOf(from), toKey = keyOf(to);
  llvm::StringMap<unsigned> &drawn = draws();
  std::function<void(Function &, size_t)> visit = [&](Function &function,
                                                      size_t first) {
    for (size_t i = first; i < function.nodes.size(); ++i) {
      Node &node = *function.nodes[i];
      if (node.op == Op::Random && isIn(fromKey, node.names[0])) {
        --drawn[node.names[0]];
        node.names[0] = withoutLayer(node.names[0], fromKey, toKey);
        node.ints[0] = drawn[node.names[0]]++;
      }
      if (isIn(from, node.path))
        node.path = withoutLayer(node.path, from, to);
      if (node.scan)
        visit(node.scan->body, 0);
      for (Function *inner : {node.forward.get(), node.vjp.get()})
        if (inner)
          visit(*inner, 0);
    }
  };
  visit(*build->function, firstNode);
}

template <typename Decl>
Value Elaborator::closeBody(const Decl &decl, Value value, Frame &body) {
  if (value.kind == Value::None) {
    error("E0205", decl.name.range, "`" + decl.name.name + "` has no value",
          body);
    return Value();
  }
  if (decl.result) {
    const Stmt *last =
        decl.body->stmts.empty() ? nullptr : decl.body->stmts.back();
    value = checkResult(decl.result, std::move(value),
                        last ? last->range : decl.result->range, body);
  }
  return leave(std::move(value), body);
}
template Value Elaborator::closeBody(const ModelDecl &, Value, Frame &);

Value Elaborator::applyLayer(LayerInstance &layer, CallArgs args, SMRange range,
                             Frame &frame, StringRef as, SMRange asRange) {
  const BlockDecl &block = *layer.block;
  StringRef blockName = block.name.name;
  llvm::StringMap<BoundArg> bound;
  if (!bindArgs(blockName, block.inputs, args, range, frame, bound, 1000))
    return Value();
  if (frame.kind == Frame::Fn && frame.elementwise) {
    error("E0205", range, "an elementwise function applies no layers", frame);
    return Value();
  }
  if (layer.declared && !as.empty())
    error("E0204", asRange, "this layer has its name from `layer`", frame);
  if (!layer.declared && layer.applied) {
    error("E0205", range, "this layer is applied twice", frame)
        .help("declare it with `layer`");
    return Value();
  }
  layer.applied = true;
  std::string name = as.empty() ? snakeCase(blockName) : as.str();
  std::string path = layer.declared       ? layer.path
                     : frame.path.empty() ? name
                                          : frame.path + "." + name;
  // The arguments come first: they may apply the same block.
  llvm::StringMap<Value> given;
  for (const Param &param : block.inputs)
    if (auto it = bound.find(param.name.name); it != bound.end())
      given[param.name.name] = argValue(it->second, frame);
  if (!enter(&block, blockName, range, frame))
    return Value();
  llvm::scope_exit leaveScope([&] { entered.pop_back(); });

  Frame body;
  body.caller = &frame;
  body.file = layer.file;
  body.call = range;
  body.name = blockName;
  body.kind = Frame::Block;
  body.path = path;
  body.application = ++applications;
  body.inOptimizer = frame.inOptimizer;
  body.training = frame.training;
  body.underTraining = frame.underTraining;
  llvm::SmallVector<int64_t, 2> stack = stackOf(path);
  for (const std::string &glob : frozen)
    if (matches(glob, path, stack))
      body.training = false;
  for (const Param &param : block.config) {
    Value value = layer.config.lookup(param.name.name);
    if (value.kind == Value::Layer && !value.layer->declared) {
      value.layer->declared = true;
      value.layer->path = path + "." + param.name.name.str();
    }
    body.scopes.back()[param.name.name] = value;
  }
  bool good = true;
  for (const Param &param : block.inputs) {
    auto it = bound.find(param.name.name);
    if (it == bound.end() && !param.defaultValue) {
      error("E0204", range,
            "`" + blockName + "` lacks the input `" + param.name.name + "`",
            frame);
      return Value();
    }
    Value value = it == bound.end() ? eval(param.defaultValue, body)
                                    : given[param.name.name];
    SMRange where = it == bound.end() ? range : it->second.range;
    // A piped value is wrong at the stage that takes it.
    if (it != bound.end() && it->second.value)
      where = range;
    if (!matchInput(param, value, where, body, frame, it == bound.end())) {
      good = false;
      continue;
    }
    value.text.clear();
    body.scopes.back()[param.name.name] = value;
  }
  if (!good)
    return Value();
  body.nameTaken = !layer.declared &&
                   (frame.layers.count(name) || (frame.path.empty() && owner &&
                                                 owner->fileNames.count(name)));
  unsigned before = owned;
  size_t firstNode = build->function->nodes.size();
  int outerCall = beginCall(body);
  llvm::scope_exit leaveCall([&] { currentCall = outerCall; });
  traceLayer(layer, body);
  Value value = evalBody(*block.body, body);
  bool owns = owned != before;
  if (body.evaluation) {
    body.evaluation->owns = owns;
    body.evaluation->result = value;
  }
  if (owns && !layer.declared && frame.kind == Frame::Fn) {
    error("E0205", range, "a function owns nothing", frame)
        .label("this layer has parameters or state")
        .help("declare it outside: `layer " + name + " = " +
              source(layer.range) + "`");
    return Value();
  }
  if (owns && !layer.declared) {
    SMRange where = asRange.isValid() ? asRange : range;
    if (!takeLayerName({name, where}, source(range), frame))
      return Value();
  }
  if (!owns && as.empty() && !layer.declared) {
    if (modelCalls)
      for (size_t i = currentCall; i < modelCalls->size(); ++i)
        if (Call &call = (*modelCalls)[i]; isIn(path, call.path))
          call.path = withoutLayer(call.path, path, frame.path);
    redraw(firstNode, path, frame.path);
  }
  return endCall(outerCall, closeBody(block, std::move(value), body));
}

/// What is evaluated from here on is part of this use of a block or function.
/// Returns what endCall needs.
int Elaborator::beginCall(const Frame &body) {
  int before = currentCall;
  if (!modelCalls)
    return before;
  Call call;
  call.name = body.name.str();
  call.path = body.path;
  call.isBlock = body.kind == Frame::Block;
  call.isStd = body.file->isStd;
  call.parent = before;
  call.stack = stackOf(body.path);
  call.range = body.call;
  currentCall = modelCalls->size();
  modelCalls->push_back(std::move(call));
  return before;
}

Value Elaborator::endCall(int before, Value value) {
  int index = std::exchange(currentCall, before);
  if (!modelCalls)
    return value;
  std::vector<Call::Result> &results = (*modelCalls)[index].results;
  if (value.isTensor())
    results.push_back({"", value.type});
  for (auto [i, item] : llvm::enumerate(value.items))
    if (item.isTensor())
      results.push_back(
          {i < value.names.size() ? value.names[i] : "", item.type});
  return value;
}
