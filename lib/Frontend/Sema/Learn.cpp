//===- Learn.cpp - gradients, penalties and optimizers -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Train.h"
#include "llvm/ADT/ScopeExit.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;
using llvm::Twine;

bool Elaborator::covers(const PenaltyTerm &term, const Variable &variable) {
  auto any = [&](const std::vector<std::string> &globs) {
    return llvm::any_of(globs, [&](const std::string &glob) {
      return matches(glob, variable);
    });
  };
  return (term.on.empty() || any(term.on)) && !any(term.except);
}

/// What the terms add to the loss.
Value Elaborator::penaltyValue(const std::vector<PenaltyTerm> &terms,
                               Frame &frame, Element element) {
  Value sum = Value::integer(0);
  for (const PenaltyTerm &term : terms)
    for (auto &variable : *owner->variables) {
      if (variable->isState || variable->type.element != element ||
          !covers(term, *variable))
        continue;
      Value w(Value::Tensor);
      w.type = variable->stored();
      w.node = leaf(Op::Read, variable->path, w.type, term.range);
      Value size = term.isL1 ? unaryOp(Op::Abs, w, term.range, frame)
                             : power(w, Value::integer(2), term.range, frame);
      llvm::SmallVector<int64_t, 4> axes;
      for (unsigned i = 0; i < w.type.rank(); ++i)
        axes.push_back(i);
      size = reduce(Op::ReduceSum, size, axes, false, term.range, frame);
      Value strength = term.strength;
      if (!term.isL1)
        strength = scalarBinary(BinaryOp::Div, strength, Value::integer(2),
                                term.range, frame);
      auto times = [&](BinaryOp op, Value a, Value b) {
        return binary(op, std::move(a), std::move(b), term.range, term.range,
                      term.range, frame);
      };
      sum = times(BinaryOp::Add, sum, times(BinaryOp::Mul, strength, size));
    }
  return sum;
}

bool nnc::isStep(Op op) {
  return op == Op::StopGradient || op == Op::Floor || op == Op::Ceil ||
         op == Op::Round || op == Op::Sign || op == Op::FloorDiv;
}

/// The parameters that gradients of the value flow to.
static void reach(const Node *node, llvm::DenseSet<const Node *> &seen,
                  llvm::StringSet<> &paths) {
  std::vector<const Node *> work{node};
  llvm::DenseMap<const Node *, Node *> given; ///< to the inputs of bodies
  while (!work.empty()) {
    const Node *next = work.back();
    work.pop_back();
    if (!seen.insert(next).second || isStep(next->op) ||
        (next->type.isTensor() && !isFloat(next->type.element)))
      continue;
    if (next->op == Op::Read)
      paths.insert(next->text);
    if (Node *outside = given.lookup(next))
      work.push_back(outside);
    if (!next->scan) {
      work.insert(work.end(), next->operands.begin(), next->operands.end());
      continue;
    }
    // Through the body, to those of the operands that it uses.
    const Function &body = next->scan->body;
    for (const Function::Result &result : body.results)
      work.push_back(result.value);
    for (auto [input, operand] :
         llvm::zip(llvm::drop_begin(body.inputs), next->operands))
      given[input] = operand;
  }
}

void Elaborator::buildLearning(TrainBuild &train, const Value &loss,
                               const Value &penalty, Frame &frame) {
  typed::Train &result = *train.result;
  SMRange range = train.keys["optimizer"]->range;
  auto compute = [&](BinaryOp op, const Value &a, const Value &b) {
    return binary(op, a, b, range, range, range, frame);
  };
  Value objective = loss;
  if (penalty.kind == Value::Penalty) {
    Value extra = penaltyValue(penalty.penalty, frame, loss.type.element);
    objective = compute(BinaryOp::Add, loss, extra);
  } else if (penalty.isTensor() && penalty.type.rank() == 0) {
    objective = compute(BinaryOp::Add, loss, penalty);
  } else if (!penalty.isUnknown()) {
    error("E0205", train.penaltyRange, "a penalty is made of `l1` and `l2`",
          frame)
        .label("found " + describe(penalty));
    return;
  }
  if (objective.isUnknown())
    return;

  Value chosen = eval(train.keys["optimizer"], frame);
  if (chosen.isUnknown())
    return;
  if (chosen.kind != Value::Layer) {
    error("E0205", range, "`optimizer` is an optimizer block", frame)
        .label("found " + describe(chosen))
        .help("`optimizer = Adam(1e-3)`");
    return;
  }
  const BlockDecl &block = *chosen.layer->block;
  if (block.inputs.size() != 2) {
    error("E0205", range, "`" + block.name.name + "` is not an optimizer block",
          frame)
        .label("it takes " + Twine(block.inputs.size()) + " inputs")
        .help("an optimizer takes the parameter and its gradient");
    return;
  }

  llvm::StringSet<> reached;
  llvm::DenseSet<const Node *> seen;
  reach(objective.node, seen, reached);
  std::vector<const Variable *> learned;
  for (auto &variable : *owner->variables) {
    if (variable->isState || !isFloat(variable->type.element))
      continue;
    if (llvm::any_of(frozen, [&](const std::string &glob) {
          return matches(glob, *variable);
        }))
      continue;
    if (reached.contains(variable->path))
      learned.push_back(variable.get());
    else
      warning("W0602", variable->range,
              "the loss does not reach `" + variable->path + "`", frame)
          .help("it keeps its initial value; `stop_gradient` and steps stop "
                "gradients");
  }
  if (learned.empty()) {
    error("E0501", range, "no parameter is left to learn", frame);
    return;
  }
  result.hasOptimizer = true;
  Node *gradient = emit(Op::Gradient, Type(), {objective.node}, range);
  std::vector<Value> gradients;
  for (const Variable *variable : learned) {
    gradient->names.push_back(variable->path);
    Value value = tensor(Op::GradientResult, variable->stored(), {gradient},
                         range, frame);
    value.node->ints = {int64_t(gradients.size())};
    value.node->path = variable->path;
    gradients.push_back(value);
  }

  if (const Expr *expr = train.keys.lookup("clip")) {
    auto *call = dyn_cast<CallExpr>(expr);
    auto *name = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
    bool norm = name && name->name == "global_norm";
    if (!name || (!norm && name->name != "value") || call->args.size() != 1) {
      error("E0205", expr->range, "`clip` is `global_norm(x)` or `value(x)`",
            frame);
      return;
    }
    Value limit = toNum(eval(call->args[0].value, frame), expr->range);
    if (limit.isUnknown())
      return;
    if (limit.kind != Value::Num) {
      error("E0205", call->args[0].value->range, "the limit is a num", frame)
          .label("found " + describe(limit));
      return;
    }
    if (norm) {
      Value sum;
      for (const Value &g : gradients) {
        llvm::SmallVector<int64_t, 4> axes;
        for (unsigned i = 0; i < g.type.rank(); ++i)
          axes.push_back(i);
        Value square = power(g, Value::integer(2), range, frame);
        square = reduce(Op::ReduceSum, square, axes, false, range, frame);
        sum = sum.isUnknown() ? square : compute(BinaryOp::Add, sum, square);
      }
      Value length = unaryOp(Op::Sqrt, sum, range, frame);
      Value scale = select(compute(BinaryOp::Gt, length, limit),
                           compute(BinaryOp::Div, limit, length),
                           Value::integer(1), range, frame);
      for (Value &g : gradients)
        g = compute(BinaryOp::Mul, g, scale);
    } else {
      Value low = unaryOp(Op::Neg, limit, range, frame);
      for (Value &g : gradients) {
        Value lowest = splat(low, g.type, range, frame);
        Value highest = splat(limit, g.type, range, frame);
        g = tensor(Op::Clamp, g.type, {g.node, lowest.node, highest.node},
                   range, frame);
      }
    }
  }
  if (const Expr *expr = train.keys.lookup("decay")) {
    Value decay = eval(expr, frame);
    if (decay.isUnknown())
      return;
    if (decay.kind != Value::Penalty) {
      error("E0205", expr->range, "`decay` is made of `l1` and `l2`", frame)
          .label("found " + describe(decay));
      return;
    }
    for (const PenaltyTerm &term : decay.penalty)
      for (size_t i = 0; i < learned.size(); ++i) {
        if (!covers(term, *learned[i]))
          continue;
        Value w(Value::Tensor);
        w.type = learned[i]->stored();
        w.node = leaf(Op::Read, learned[i]->path, w.type, term.range);
        if (term.isL1)
          w = unaryOp(Op::Sign, w, term.range, frame);
        gradients[i] = compute(BinaryOp::Add, gradients[i],
                               compute(BinaryOp::Mul, term.strength, w));
      }
  }
  for (size_t i = 0; i < learned.size(); ++i) {
    if (gradients[i].isUnknown())
      return;
    instantiate(train, *learned[i], gradients[i].node, *chosen.layer, range,
                frame);
  }
}

/// Tells the learning rate of an optimizer: the number called `lr`, `rate` or
/// `learning_rate`, or else the first one, as in a block of the user's.
static void findRate(const BlockDecl &block, const LayerInstance &layer,
                     Optimizer &optimizer) {
  StringRef name;
  const Value *rate = nullptr;
  for (const Param &param : block.config) {
    auto it = layer.config.find(param.name.name);
    if (it == layer.config.end() || it->second.kind != Value::Num)
      continue;
    bool named =
        llvm::is_contained({"lr", "rate", "learning_rate"}, param.name.name);
    if (rate && !named)
      continue;
    rate = &it->second;
    name = param.name.name;
    if (named)
      break;
  }
  if (!rate)
    return;
  auto argument = llvm::find(optimizer.arguments, name);
  if (argument != optimizer.arguments.end())
    optimizer.rateArgument = argument - optimizer.arguments.begin();
  else
    optimizer.rate = rate->num;
}

/// Applies the optimizer to one parameter: with an instance of the block that
/// was made for a parameter of the same type and answers to `matches`, or with
/// a new one.
void Elaborator::instantiate(TrainBuild &train, const Variable &variable,
                             Node *gradient, LayerInstance &layer,
                             SMRange range, Frame &frame) {
  typed::Train &result = *train.result;
  const BlockDecl &block = *layer.block;
  auto emitOptimize = [&](size_t index) {
    llvm::SmallVector<Node *, 4> operands{gradient};
    for (const std::string &name : result.optimizers[index]->arguments)
      operands.push_back(scalarNode(layer.config[name], range));
    Node *node = emit(Op::Optimize, Type(), operands, range);
    node->text = variable.path;
    node->path = variable.path;
    node->ints = {int64_t(index)};
  };
  for (size_t i = 0; i < result.optimizers.size(); ++i) {
    if (result.optimizers[i]->type != variable.type)
      continue;
    if (llvm::all_of(train.matches[i], [&](const auto &asked) {
          return matches(asked.first, variable) == asked.second;
        }))
      return emitOptimize(i);
  }

  auto optimizer = std::make_unique<Optimizer>();
  optimizer->name = snakeCase(block.name.name) + "_" +
                    std::to_string(result.optimizers.size());
  optimizer->type = variable.type;
  optimizer->range = range;
  Owner own;
  own.variables = &optimizer->states;
  std::vector<std::pair<std::string, bool>> asked;
  FunctionBuild function(&optimizer->body);
  FunctionBuild *outerBuild = std::exchange(build, &function);
  Owner *outerOwner = std::exchange(owner, &own);
  auto outerFrozen = std::exchange(frozen, {});
  auto *outerLog = std::exchange(matchLog, &asked);
  matchVariable = &variable;
  {
    llvm::scope_exit restore([&] {
      build = outerBuild;
      owner = outerOwner;
      frozen = outerFrozen;
      matchLog = outerLog;
    });
    std::vector<std::pair<StringRef, BoundArg>> args;
    for (unsigned i = 0; i < 2; ++i) {
      Value value(Value::Tensor);
      value.type = variable.type;
      for (Axis &axis : value.type.axes)
        axis.name.clear();
      value.node = emit(Op::Input, value.type, {}, range);
      value.node->text = block.inputs[i].name.name.str();
      optimizer->body.inputs.push_back(value.node);
      BoundArg arg;
      arg.value = value;
      arg.range = range;
      args.push_back({StringRef(), arg});
    }
    // What may change from step to step, or be set, is an argument.
    LayerInstance inner = layer;
    inner.declared = true;
    inner.path = "";
    for (const Param &param : block.config) {
      auto it = inner.config.find(param.name.name);
      if (it == inner.config.end() || it->second.kind != Value::Num ||
          !it->second.node)
        continue;
      Value &value = it->second;
      value.node = emit(Op::Input, Type::scalar(Type::Num), {}, range);
      value.node->text = param.name.name.str();
      optimizer->body.inputs.push_back(value.node);
      optimizer->arguments.push_back(param.name.name.str());
    }
    findRate(block, layer, *optimizer);
    Frame caller;
    caller.caller = &frame;
    caller.file = frame.file;
    caller.call = range;
    caller.kind = Frame::Train;
    caller.training = true;
    caller.inOptimizer = true;
    Value value = applyLayer(inner, args, range, caller, {}, {});
    if (value.isUnknown())
      return;
    value = asDeclared(variable.type, value, range, frame, "the new parameter");
    if (value.isUnknown())
      return;
    optimizer->body.results.push_back({"", use(value.node, range)});
  }
  result.optimizers.push_back(std::move(optimizer));
  train.matches.push_back(std::move(asked));
  emitOptimize(result.optimizers.size() - 1);
}
