//===- Stmt.cpp - statements ---------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SourceMgr.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::cast;
using llvm::dyn_cast;
using llvm::StringRef;
using llvm::Twine;

Value Elaborator::evalFnBody(const FnBody &body, Frame &frame) {
  return body.expr ? eval(body.expr, frame) : evalBody(*body.body, frame);
}

Value Elaborator::evalBody(const Body &body, Frame &frame) {
  frame.scopes.emplace_back();
  std::vector<Value> its;
  std::swap(its, frame.its); // `it` does not reach into bodies of stages
  frame.its = its;
  Value value(Value::None);
  for (size_t i = 0; i < body.stmts.size(); ++i) {
    const Stmt *stmt = body.stmts[i];
    if (auto *expr = dyn_cast<ExprStmt>(stmt)) {
      Value result = eval(expr->expr, frame);
      if (i + 1 == body.stmts.size())
        value = std::move(result);
      else if (result.kind != Value::None && !result.isUnknown())
        error("E0001", stmt->range, "this value is not used", frame)
            .help("only the last statement of a body may be a plain value");
    } else {
      evalStmt(*stmt, frame);
    }
  }
  frame.scopes.pop_back();
  return value;
}

void Elaborator::evalStmt(const Stmt &stmt, Frame &frame) {
  switch (stmt.kind) {
  case Stmt::Kind::Let:
    return evalLet(cast<LetStmt>(stmt), frame);
  case Stmt::Kind::Layer: {
    auto &layer = cast<LayerStmt>(stmt);
    Value value = eval(layer.value, frame);
    if (value.kind == Value::Layer) {
      value.layer->declared = true;
      value.layer->path = frame.path.empty()
                              ? layer.name.name.str()
                              : frame.path + "." + layer.name.name.str();
      takeLayerName(layer.name, "", frame);
    } else if (!value.isUnknown()) {
      error("E0205", layer.value->range, "`layer` names a layer", frame)
          .label("found " + describe(value));
      value = Value();
    }
    observe(SemaObserver::Binding, layer.name.range, value, frame);
    frame.scopes.back()[layer.name.name] = value;
    return;
  }
  case Stmt::Kind::Assert:
    return evalAssert(cast<AssertStmt>(stmt), frame);
  case Stmt::Kind::Update:
    return evalUpdate(cast<UpdateStmt>(stmt), frame);
  case Stmt::Kind::Param: {
    auto &param = cast<ParamStmt>(stmt);
    return declareVariable(param.name, param.type, param.init, false, frame);
  }
  case Stmt::Kind::State: {
    auto &state = cast<StateStmt>(stmt);
    return declareVariable(state.name, state.type, state.init, true, frame);
  }
  case Stmt::Kind::Emit: {
    auto &emitted = cast<EmitStmt>(stmt);
    if (!frame.emits) {
      error("E0001", stmt.range, "`emit` belongs to `scan`", frame);
      return;
    }
    Value value = eval(emitted.value, frame);
    for (auto &other : *frame.emits)
      if (other.first.name == emitted.name.name) {
        error("E0204", emitted.name.range,
              "`" + emitted.name.name + "` is emitted twice", frame)
            .secondary(other.first.range, "first");
        return;
      }
    frame.emits->push_back({emitted.name, std::move(value)});
    return;
  }
  default:
    error("E0001", stmt.range, "this cannot stand here", frame);
  }
}

void Elaborator::bindPattern(const Pattern &pattern, Value value,
                             Frame &frame) {
  auto bind = [&](Identifier name, Value v) {
    observe(SemaObserver::Binding, name.range, v, frame);
    traceBinding(name.range, v, frame);
    if (name.name != "_")
      frame.scopes.back()[name.name] = std::move(v);
  };
  if (!pattern.isTuple) {
    bind(pattern.names[0], std::move(value));
    return;
  }
  bool fits = (value.kind == Value::Tuple || value.kind == Value::List) &&
              value.items.size() == pattern.names.size();
  if (!fits && !value.isUnknown())
    error("E0205", pattern.range,
          "expected a tuple of " + Twine(pattern.names.size()), frame)
        .label("found " + describe(value));
  for (size_t i = 0; i < pattern.names.size(); ++i)
    bind(pattern.names[i], fits ? value.items[i] : Value());
}

void Elaborator::evalLet(const LetStmt &stmt, Frame &frame) {
  Value value = eval(stmt.value, frame);
  if (value.kind == Value::None) {
    error("E0205", stmt.value->range, "this has no value", frame);
    value = Value();
  }
  if (value.kind == Value::Layer && !value.layer->declared) {
    error("E0205", stmt.value->range, "a layer is declared with `layer`", frame)
        .help("write `layer " + stmt.pattern.names[0].name + " = " +
              source(stmt.value->range) + "`")
        .edit({stmt.range.Start, stmt.pattern.range.Start}, "layer ");
    value = Value();
  }
  if (stmt.type && !value.isUnknown()) {
    auto *named = dyn_cast<NamedType>(stmt.type);
    if (named && isKind(named->name.name) && !named->hasShape) {
      Param param{stmt.pattern.names[0], stmt.type, nullptr};
      if (!matchKind(param, value, stmt.value->range, frame, frame))
        value = Value();
    } else {
      value = checkResult(stmt.type, value, stmt.value->range, frame);
    }
  }
  bindPattern(stmt.pattern, std::move(value), frame);
}

void Elaborator::evalUpdate(const UpdateStmt &stmt, Frame &frame) {
  std::string path;
  for (Identifier part : stmt.path)
    path += (path.empty() ? "" : ".") + part.name.str();
  SMRange keyword(stmt.range.Start,
                  llvm::SMLoc::getFromPointer(stmt.range.Start.getPointer() +
                                              strlen("update")));
  const Variable *variable = nullptr;
  if (frame.kind == Frame::Train) {
    StringRef name = stmt.path[0].name;
    if (!modelDecl || name != modelDecl->name.name || stmt.path.size() < 2) {
      error("E0203", stmt.path[0].range,
            "`update` in this section is about the parameters of `" +
                modelDecl->name.name + "`",
            frame);
      return;
    }
    path = path.substr(name.size() + 1);
  } else if (stmt.path.size() == 1 && frame.variables.count(path)) {
    if (!frame.path.empty())
      path = frame.path + "." + path;
  } else {
    error("E0203", stmt.path[0].range,
          "there is no state `" + path + "` in this body", frame)
        .help("declare it: `state " + path + ": ... = ...`");
    if (std::string close = closestVariable(path, frame);
        lastError && !close.empty())
      lastError->suggest(stmt.path[0].range, path, close);
    return;
  }
  variable = owner ? owner->byPath.lookup(path) : nullptr;
  if (!variable) {
    if (modelDecl && failed.contains(modelDecl->name.name))
      return;
    std::vector<StringRef> paths;
    if (owner)
      for (auto &other : *owner->variables)
        paths.push_back(other->path);
    Diagnostic &diag = error("E0203", stmt.path.back().range,
                             "there is no parameter `" + path + "`", frame);
    if (StringRef close = closestName(path, paths); !close.empty()) {
      diag.help("did you mean `" + close + "`?");
      if (frame.kind == Frame::Train)
        diag.edit({stmt.path[1].range.Start, stmt.path.back().range.End},
                  close);
    }
    return;
  }
  if (frame.kind != Frame::Train && !variable->isState) {
    error("E0401", keyword, "`update` of a parameter outside a `train` section",
          frame);
    return;
  }
  if (frame.kind == Frame::Train && !frame.training)
    return; // evaluation learns nothing
  if (!frame.training) {
    error("E0401", keyword, "`update` outside training", frame)
        .label("evaluation must not change state")
        .help("wrap it: `if training { " + source(stmt.range) + " }`")
        .insertBefore(stmt.range, "if training { ")
        .insertAfter(stmt.range, " }");
    return;
  }
  Value value = eval(stmt.value, frame);
  if (value.isUnknown())
    return;
  value = asDeclared(variable->type, value, stmt.value->range, frame,
                     "`" + path + "`");
  if (value.isUnknown())
    return;
  auto it = build->writes.find(path);
  if (it != build->writes.end() &&
      it->second.application == frame.application) {
    error("E0404", keyword, "`" + path + "` is updated twice", frame)
        .secondary(it->second.range, "first");
    return;
  }
  write(path, value, stmt.range, frame);
}

/// A node among `live`, or one that they depend on, that reads what is only a
/// shape, as `like` is where an initial value is computed. What nothing live
/// uses does no harm, such as `like.T` in `normal(like = like.T)`.
static const Node *readsShapeAlone(const Function &function,
                                   llvm::DenseSet<const Node *> live) {
  for (const auto &node : llvm::reverse(function.nodes)) {
    if (!live.contains(node.get()))
      continue;
    if (llvm::is_contained(node->operands, nullptr))
      return node.get();
    live.insert(node->operands.begin(), node->operands.end());
    for (const Function *body : {node->forward.get(), node->vjp.get(),
                                 node->scan ? &node->scan->body : nullptr}) {
      if (!body)
        continue;
      llvm::DenseSet<const Node *> results;
      for (const Function::Result &result : body->results) {
        if (!result.value)
          return node.get();
        results.insert(result.value);
      }
      if (const Node *found = readsShapeAlone(*body, std::move(results)))
        return found;
    }
  }
  return nullptr;
}

void Elaborator::declareVariable(Identifier name, const TypeExpr *typeExpr,
                                 const Expr *init, bool isState, Frame &frame) {
  if (!owner || frame.kind == Frame::Fn || frame.kind == Frame::File) {
    error("E0205", name.range, "a function owns nothing", frame)
        .help("make it a `block`");
    frame.scopes.back()[name.name] = Value();
    return;
  }
  if (frame.underTraining) {
    error("E0403", name.range, "`" + name.name + "` depends on `training`",
          frame)
        .label("training and evaluation share one set of parameters");
    frame.scopes.back()[name.name] = Value();
    return;
  }
  ++owned;
  auto [taken, fresh] = frame.variables.try_emplace(name.name, name.range);
  if (!fresh)
    error("E0301", name.range, "`" + name.name + "` is declared twice", frame)
        .secondary(taken->second, "first");
  frame.scopes.back()[name.name] = Value();
  std::optional<Type> type = evalType(typeExpr, frame);
  if (!type)
    return;
  if (!type->isTensor()) {
    error("E0205", typeExpr->range, "parameters and states are tensors", frame);
    return;
  }
  for (const Axis &axis : type->axes)
    if (!axis.size.constant()) {
      error("E0202", typeExpr->range,
            "the shape of `" + name.name + "` must be known", frame)
          .label(axis.size.str() + " is known at run time only");
      return;
    }
  for (const Frame *outer = &frame; outer; outer = outer->caller)
    if (outer->nameTaken)
      return; // two layers of one name: reported where the second stands
  std::string path =
      frame.path.empty() ? name.name.str() : frame.path + "." + name.name.str();
  Variable *&variable = owner->byPath[path];
  if (variable && variable->type != *type) {
    error("E0105", name.range,
          "`" + path + "` has another type in another application", frame)
        .label(variable->type.str() + " and " + type->str());
    return;
  }
  if (!variable) {
    owner->variables->push_back(std::make_unique<Variable>());
    variable = owner->variables->back().get();
    variable->path = path;
    variable->type = *type;
    for (Axis &axis : variable->type.axes)
      axis.name.clear(); // they are names of this body alone
    variable->isState = isState;
    variable->range = userRange(name.range, frame);
    FunctionBuild function{&variable->init, path};
    FunctionBuild *outer = std::exchange(build, &function);
    stackVariable(*variable, function, init->range);
    Value value = eval(init, frame);
    bool isLambda = value.kind == Value::Function &&
                    value.callable->kind == Callable::Lambda;
    if (isLambda || (value.kind == Value::Function &&
                     (value.callable->kind == Callable::Fn ||
                      value.callable->kind == Callable::Builtin))) {
      BoundArg like;
      Value shape(Value::Tensor);
      shape.type = *type;
      like.value = shape;
      like.range = init->range;
      value =
          apply(value, {{isLambda ? "" : "like", like}}, init->range, frame);
    }
    if (!value.isUnknown()) {
      value = asDeclared(*type, value, init->range, frame,
                         "`" + name.name.str() + "`");
      if (value.isTensor()) {
        Node *result = use(value.node, init->range);
        if (result)
          variable->init.results.push_back({"", result});
        const Node *reads =
            result ? readsShapeAlone(variable->init, {result}) : nullptr;
        if (!result || reads) {
          Frame none;
          error("E0205", reads ? reads->origin : userRange(init->range, frame),
                "the initial value of `" + path + "` reads `" + path +
                    "` itself",
                none)
              .label("only its shape is known here")
              .help("`normal(like = like)` draws in this shape, and a number "
                    "fills it");
        }
      }
    }
    build = outer;
  }
  Value value = readVariable(*variable, *type, name.range, frame);
  observe(SemaObserver::Binding, name.range, value, frame);
  traceBinding(name.range, value, frame);
  frame.scopes.back()[name.name] = std::move(value);
}
