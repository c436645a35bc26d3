//===- Expr.cpp - expressions and statements -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/SourceMgr.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

Value Elaborator::eval(const Expr *expr, Frame &frame) {
  // Trees and chains of calls are bounded each; this bounds their product.
  if (++depth > 600) {
    --depth;
    error("E0205", expr->range, "this expression is too deep", frame);
    return Value();
  }
  llvm::scope_exit leave([&] { --depth; });
  Value value = evalAny(expr, frame);
  observe(SemaObserver::Expression, expr->range, value, frame);
  return value;
}

Value Elaborator::evalAny(const Expr *expr, Frame &frame) {
  switch (expr->kind) {
  case Expr::Kind::Error:
    return Value();
  case Expr::Kind::Number: {
    auto *number = cast<NumberExpr>(expr);
    if (!number->isInteger)
      return Value::number(number->real);
    Value value = Value::integer(number->integer);
    value.literalOne = number->integer == 1;
    return value;
  }
  case Expr::Kind::Unit: {
    auto *unit = cast<UnitExpr>(expr);
    Value value(Value::Duration);
    if (unit->unit == "steps")
      value.duration.steps = unit->real;
    else if (unit->unit == "epochs")
      value.duration.epochs = unit->real;
    else if (unit->unit == "examples")
      value.duration.examples = unit->real;
    else if (unit->unit == "deg")
      return Value::number(unit->real * 3.14159265358979323846 / 180);
    else {
      // A size in bytes.
      unsigned power = llvm::StringSwitch<unsigned>(unit->unit)
                           .Case("KiB", 10)
                           .Case("MiB", 20)
                           .Case("GiB", 30);
      double bytes = std::ldexp(unit->real, power);
      return bytes == std::floor(bytes) && bytes < 0x1p63
                 ? Value::integer(int64_t(bytes))
                 : Value::number(bytes);
    }
    return value;
  }
  case Expr::Kind::String:
    return Value::string(cast<StringExpr>(expr)->value);
  case Expr::Kind::Bool:
    return Value::boolean(cast<BoolExpr>(expr)->value);
  case Expr::Kind::It:
    if (!frame.its.empty())
      return frame.its.back();
    error("E0203", expr->range, "`it` stands only in a stage of `|>`", frame);
    return Value();
  case Expr::Kind::Training:
    if (frame.kind == Frame::File || frame.kind == Frame::Dataset) {
      error("E0203", expr->range, "`training` is not known here", frame);
      return Value();
    }
    return Value::boolean(frame.training);
  case Expr::Kind::Name:
    return evalName(cast<NameExpr>(expr)->name, expr->range, frame);
  case Expr::Kind::Tuple: {
    Value value(Value::Tuple);
    for (const Expr *element : cast<TupleExpr>(expr)->elements)
      value.items.push_back(eval(element, frame));
    return value;
  }
  case Expr::Kind::Record: {
    Value value(Value::Record);
    for (const nnc::Argument &field : cast<RecordExpr>(expr)->fields) {
      value.items.push_back(eval(field.value, frame));
      if (llvm::is_contained(value.names, field.name.name))
        error("E0204", field.name.range,
              "the field `" + field.name.name + "` is given twice", frame);
      value.names.push_back(field.name.name.str());
    }
    // A record of one field is its tensor with a name (rule 43).
    if (value.items.size() == 1 && value.items[0].isTensor()) {
      Value tensor = value.items[0];
      tensor.text = value.names[0];
      return tensor;
    }
    return value;
  }
  case Expr::Kind::List: {
    Value value(Value::List);
    for (const Expr *element : cast<ListExpr>(expr)->elements)
      value.items.push_back(eval(element, frame));
    return value;
  }
  case Expr::Kind::Unary: {
    auto *op = cast<UnaryExpr>(expr);
    return unary(op->op, eval(op->operand, frame), expr->range, frame);
  }
  case Expr::Kind::Binary: {
    auto *op = cast<BinaryExpr>(expr);
    Value a = eval(op->lhs, frame);
    Value b = eval(op->rhs, frame);
    return binary(op->op, std::move(a), std::move(b), op->opRange,
                  op->lhs->range, op->rhs->range, frame);
  }
  case Expr::Kind::Range: {
    auto *range = cast<RangeExpr>(expr);
    Value value(Value::Range);
    for (const Expr *end : {range->lower, range->upper})
      value.items.push_back(end ? eval(end, frame) : Value(Value::None));
    return value;
  }
  case Expr::Kind::Call:
    return evalCall(*cast<CallExpr>(expr), frame);
  case Expr::Kind::Index:
    return evalIndex(*cast<IndexExpr>(expr), frame);
  case Expr::Kind::Member:
    return evalMember(*cast<MemberExpr>(expr), frame);
  case Expr::Kind::Pipe:
    return evalPipe(*cast<PipeExpr>(expr), frame);
  case Expr::Kind::If:
    return evalIf(*cast<IfExpr>(expr), frame);
  case Expr::Kind::Repeat:
    return evalRepeat(*cast<RepeatExpr>(expr), nullptr, frame);
  case Expr::Kind::Scan:
    return evalScan(*cast<ScanExpr>(expr), frame);
  case Expr::Kind::Lambda:
    return makeLambda(*cast<LambdaExpr>(expr), frame);
  }
  return Value();
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::optional<Value> Elaborator::lookup(StringRef name, SMRange range,
                                        Frame &frame) {
  for (auto &scope : llvm::reverse(frame.scopes))
    if (auto it = scope.find(name); it != scope.end())
      return it->second;
  if (frame.resolve)
    if (std::optional<Value> value = frame.resolve(name))
      return value;
  if (name == "step" && frame.inOptimizer && frame.kind == Frame::Block)
    return scalarLeaf("step", Value::Int, range);
  if (auto it = frame.dims.find(name); it != frame.dims.end()) {
    Value value = Value::integer(it->second.size);
    value.text = it->second.label;
    fixBySize(value, it->second);
    return value;
  }
  const FileScope *where = nullptr;
  const Stmt *decl = findDecl(*frame.file, name, &where);
  if (!decl) {
    if (auto it = frame.file->qualified.find(name);
        it != frame.file->qualified.end()) {
      Value value(Value::Module);
      value.module = it->second;
      return value;
    }
    if (name == "pi")
      return Value::number(3.14159265358979323846);
    if (name == "inf")
      return Value::number(std::numeric_limits<double>::infinity());
    if (builtins().count(name)) {
      Value value(Value::Function);
      value.callable = std::make_shared<Callable>();
      value.callable->kind = Callable::Builtin;
      value.callable->name = name;
      return value;
    }
    return std::nullopt;
  }
  switch (decl->kind) {
  case Stmt::Kind::Hyper: {
    auto it = where->hypers.find(name);
    return it == where->hypers.end() ? Value() : hyperValue(it->second);
  }
  case Stmt::Kind::Let: {
    if (llvm::is_contained(entered, decl)) {
      error("E0303", decl->range, "`" + name + "` is defined by itself", frame);
      return Value();
    }
    entered.push_back(decl);
    llvm::scope_exit leave([&] { entered.pop_back(); });
    Frame file;
    file.file = where;
    file.training = frame.training;
    evalLet(*cast<LetStmt>(decl), file);
    auto it = file.scopes.back().find(name);
    return it == file.scopes.back().end() ? Value() : it->second;
  }
  case Stmt::Kind::Fn:
  case Stmt::Kind::Block:
  case Stmt::Kind::Model: {
    Value value(Value::Function);
    value.callable = std::make_shared<Callable>();
    value.callable->kind = isa<FnDecl>(decl)      ? Callable::Fn
                           : isa<BlockDecl>(decl) ? Callable::Block
                                                  : Callable::Model;
    value.callable->name = name;
    value.callable->decl = decl;
    value.callable->file = where;
    return value;
  }
  case Stmt::Kind::Dataset: {
    Value value(Value::Parts);
    for (size_t i = 0; i < program->datasets.size(); ++i)
      if (program->datasets[i]->name == name)
        value.index = i;
    return value.index < 0 ? Value() : value;
  }
  case Stmt::Kind::Layer:
    return fileLayer(*cast<LayerStmt>(decl), *where, range, frame);
  default:
    return std::nullopt;
  }
}

void Elaborator::collectNames(Frame &frame, std::vector<StringRef> &names) {
  for (auto &scope : frame.scopes)
    for (auto &entry : scope)
      names.push_back(entry.first());
  for (auto &entry : frame.dims)
    names.push_back(entry.first());
  std::vector<const FileScope *> scopes{frame.file};
  scopes.insert(scopes.end(), frame.file->imports.begin(),
                frame.file->imports.end());
  if (stdScope)
    scopes.push_back(stdScope);
  for (const FileScope *scope : scopes) {
    for (auto &entry : scope->names)
      names.push_back(entry.first());
    for (const FileScope *import : scope->imports)
      for (auto &entry : import->names)
        names.push_back(entry.first());
  }
  for (auto &entry : builtins())
    names.push_back(entry.first());
}

std::string Elaborator::suggestion(StringRef name, Frame &frame) {
  if (name == "True" || name == "False")
    return name.lower();
  std::vector<StringRef> names;
  collectNames(frame, names);
  llvm::sort(names); // hash order must not decide between equals
  return closestName(name, names).str();
}

Value Elaborator::evalName(StringRef name, SMRange range, Frame &frame) {
  if (std::optional<Value> value = lookup(name, range, frame)) {
    // A `let` of a data set stands for what it is made of.
    if (value->kind == Value::Column && value->expr)
      return eval(value->expr, frame);
    return *value;
  }
  if (frame.file->dims.count(name)) {
    error("E0201", range, "the dim `" + name + "` is not bound here", frame)
        .label("no input mentions it");
    return Value();
  }
  Diagnostic &diag =
      error("E0203", range, "unknown name `" + name + "`", frame);
  if (name == "step" || name == "epoch" || name == "metrics")
    diag.help("`" + name + "` exists in `train` sections only");
  else if (std::string close = suggestion(name, frame); !close.empty())
    diag.suggest(range, name, close);
  return Value();
}

//===----------------------------------------------------------------------===//
// Pipelines and conditions
//===----------------------------------------------------------------------===//

Value Elaborator::evalPipe(const PipeExpr &pipe, Frame &frame) {
  Value value = eval(pipe.head, frame);
  SMRange valueRange = pipe.head->range;
  for (const PipeStage &stage : pipe.stages) {
    if (value.isUnknown()) {
      // Later stages may still hold errors of their own, but none is certain.
      return value;
    }
    Value next;
    if (auto *repeat = dyn_cast<RepeatExpr>(stage.expr)) {
      value = evalRepeat(*repeat, &value, frame);
      valueRange = stage.expr->range;
      observe(SemaObserver::Stage, valueRange, value, frame);
      continue;
    }
    frame.its.push_back(value);
    if (stage.mentionsIt) {
      next = eval(stage.expr, frame);
      frame.its.pop_back();
      if (stage.as)
        error("E0204", stage.as.range, "`as` names a layer, not an expression",
              frame)
            .help("put the layer in a stage of its own");
    } else {
      frame.its.pop_back();
      Value callee;
      // `|> softmax(axis = -1)` is a call that lacks its input.
      auto *call = dyn_cast<CallExpr>(stage.expr);
      if (call) {
        Value target = eval(call->callee, frame);
        if (target.kind == Value::Function &&
            target.callable->kind != Callable::Block &&
            !llvm::isUpper(target.callable->name.front())) {
          std::string text = source(call->range);
          size_t open = source(call->callee->range).size() + 1;
          std::string fixed = text.substr(0, std::min(open, text.size())) +
                              "it" + (call->args.empty() ? "" : ", ") +
                              text.substr(std::min(open, text.size()));
          error("E0204", stage.expr->range,
                "this stage has no place for the value", frame)
              .help("write `" + fixed + "`")
              .edit(stage.expr->range, fixed);
          return Value();
        }
      }
      callee = eval(stage.expr, frame);
      if (callee.isUnknown())
        return callee;
      BoundArg arg;
      arg.value = value;
      arg.range = valueRange;
      if (callee.kind != Value::Function && callee.kind != Value::Layer) {
        Diagnostic &diag = error("E0204", stage.expr->range,
                                 "a stage is a function, a layer, or an "
                                 "expression with `it`",
                                 frame);
        diag.label("found " + describe(callee));
        return Value();
      }
      if (callee.kind == Value::Function &&
          callee.callable->kind == Callable::Block) {
        error("E0204", stage.expr->range,
              "`" + callee.callable->name +
                  "` is a block and needs its "
                  "configuration",
              frame)
            .help("write `" + callee.callable->name + "()`")
            .insertAfter(stage.expr->range, "()");
        return Value();
      }
      if (callee.kind == Value::Function && stage.as)
        error("E0204", stage.as.range, "`as` names a layer, not a function",
              frame)
            .help("leave `as " + stage.as.name + "` out")
            .edit({stage.expr->range.End, stage.as.range.End}, "");
      next = apply(callee, {{StringRef(), arg}}, stage.expr->range, frame,
                   stage.as.name, stage.as.range);
    }
    value = std::move(next);
    valueRange = stage.expr->range;
    observe(SemaObserver::Stage, valueRange, value, frame);
  }
  return value;
}

static bool mentionsTraining(const Expr *expr) {
  switch (expr->kind) {
  case Expr::Kind::Training:
    return true;
  case Expr::Kind::Unary:
    return mentionsTraining(cast<UnaryExpr>(expr)->operand);
  case Expr::Kind::Binary:
    return mentionsTraining(cast<BinaryExpr>(expr)->lhs) ||
           mentionsTraining(cast<BinaryExpr>(expr)->rhs);
  default:
    return false;
  }
}

/// A value, and what is in it, of a branch that a condition has decided.
static void fixAll(Value &value, const Value &condition) {
  value.fixBy(condition);
  for (Value &item : value.items)
    fixAll(item, condition);
}

Value Elaborator::evalIf(const IfExpr &expr, Frame &frame) {
  Value condition = eval(expr.condition, frame);
  if (condition.isUnknown())
    return condition;
  traceBranch(expr, condition, frame);
  if (condition.isTensor() && condition.type.element == Element::Bool &&
      (frame.elementwise || condition.type.rank() == 0)) {
    // Per element, both branches are computed.
    Value a = evalBranch(condition, *expr.thenBody, frame);
    if (!expr.elseBody) {
      if (a.kind != Value::None && !a.isUnknown())
        error("E0205", expr.range, "this `if` needs an `else`", frame);
      return Value(a.kind == Value::None ? Value::None : Value::Unknown);
    }
    Value no = unaryOp(Op::Not, condition, expr.condition->range, frame);
    Value b = evalBranch(no, *expr.elseBody, frame);
    return select(std::move(condition), std::move(a), std::move(b), expr.range,
                  frame);
  }
  if (condition.kind != Value::Bool) {
    Diagnostic &diag = error(
        "E0402", expr.condition->range,
        "`if` needs one true or false, found " + describe(condition), frame);
    if (condition.isTensor() && condition.type.element == Element::Bool) {
      diag.label("one answer per element");
      // The branches, where each is just a value.
      bool simple = true;
      auto branch = [&](const Body *body, StringRef otherwise) {
        if (body && body->stmts.size() == 1)
          if (auto *value = dyn_cast<ExprStmt>(body->stmts[0]))
            return source(value->expr->range);
        simple = false;
        return otherwise.str();
      };
      std::string choice = "where(" + source(expr.condition->range) + ", " +
                           branch(expr.thenBody, "a") + ", " +
                           branch(expr.elseBody, "b") + ")";
      diag.help("`" + choice +
                "`, or an elementwise function: `fn act(x: float) -> "
                "float = ...`");
      if (simple)
        diag.edit(expr.range, choice);
    }
    return Value();
  }
  if (condition.flag) {
    markStructural(condition);
    bool depends = mentionsTraining(expr.condition);
    frame.underTraining += depends;
    Value value(Value::None);
    if (*condition.flag)
      value = evalBody(*expr.thenBody, frame);
    else if (expr.elseBody)
      value = evalBody(*expr.elseBody, frame);
    frame.underTraining -= depends;
    // In a trace the branch itself says what it depends on.
    if (!frame.evaluation || depends)
      fixAll(value, condition);
    return value;
  }
  unsigned before = owned, updates = build ? build->updates : 0;
  Value a = evalBranch(condition, *expr.thenBody, frame), b(Value::None);
  if (expr.elseBody)
    b = evalBranch(unaryOp(Op::Not, condition, expr.condition->range, frame),
                   *expr.elseBody, frame);
  if (owned != before || (build && build->updates != updates)) {
    error("E0205", expr.condition->range,
          "a condition that is decided at run time owns and updates nothing",
          frame);
    return Value();
  }
  if (!expr.elseBody && a.kind != Value::None) {
    if (!a.isUnknown())
      error("E0205", expr.range, "this `if` needs an `else`", frame);
    return Value();
  }
  return select(std::move(condition), std::move(a), std::move(b), expr.range,
                frame);
}

/// The body where a condition holds that is decided at run time.
Value Elaborator::evalBranch(const Value &condition, const Body &body,
                             Frame &frame) {
  holdsWhere.push_back(condition);
  Value value = evalBody(body, frame);
  holdsWhere.pop_back();
  return value;
}

/// `a` where the condition holds, else `b`.
Value Elaborator::select(Value condition, Value a, Value b, SMRange range,
                         Frame &frame) {
  if (a.isUnknown() || b.isUnknown() || condition.isUnknown())
    return Value();
  if (a.kind == Value::None && b.kind == Value::None)
    return a;
  if ((a.kind == Value::Tuple || a.kind == Value::Record) && a.kind == b.kind &&
      a.items.size() == b.items.size() && a.names == b.names) {
    for (size_t i = 0; i < a.items.size(); ++i)
      a.items[i] = select(condition, a.items[i], b.items[i], range, frame);
    return a;
  }
  auto isTime = [](const Value &v) {
    return v.kind == Value::Duration || v.isSteps;
  };
  if (condition.kind == Value::Bool && isTime(a) && isTime(b)) {
    if (condition.flag && condition.hypers.none()) {
      Value &taken = *condition.flag ? a : b;
      taken.fixBy(condition);
      return taken;
    }
    a = inSteps(a, range, frame);
    b = inSteps(b, range, frame);
    a.isSteps = b.isSteps = false;
    Value result = select(condition, a, b, range, frame);
    result.isSteps = true;
    result.duration = Duration::unknown();
    return result;
  }
  if (condition.kind == Value::Bool && a.isScalar() && b.isScalar()) {
    if (a.kind != b.kind && a.kind != Value::Bool && b.kind != Value::Bool) {
      a = toNum(a, range);
      b = toNum(b, range);
    }
    if (a.kind == b.kind) {
      if (condition.flag && condition.hypers.none()) {
        Value &taken = *condition.flag ? a : b;
        taken.fixBy(condition);
        return taken;
      }
      Value result(a.kind);
      Node *nodes[] = {scalarNode(condition, range), scalarNode(a, range),
                       scalarNode(b, range)};
      result.node = emit(Op::Where, nodes[1]->type, nodes, range, frame.path);
      return result;
    }
  } else if (a.isTensor() || b.isTensor() || condition.isTensor()) {
    llvm::SmallVector<Value, 2> values{a, b};
    SMRange ranges[] = {range, range};
    if (!a.isTensor() && !b.isTensor()) {
      // Two numbers chosen per element.
      Type type = condition.type;
      type.element = real(frame);
      values[0] = splat(toNum(a, range), type, range, frame);
      values[1] = splat(toNum(b, range), type, range, frame);
    }
    if (!unify(values, range, ranges, frame))
      return Value();
    Type shape = values[0].type;
    if (condition.kind == Value::Bool && condition.flag &&
        condition.hypers.none())
      return values[*condition.flag ? 0 : 1];
    if (condition.kind == Value::Bool) {
      Type type = shape;
      type.element = Element::Bool;
      condition = splat(condition, type, range, frame);
    } else {
      std::optional<Type> joint =
          broadcastType(shape, condition.type, range, range, range, frame);
      if (!joint)
        return Value();
      joint->element = shape.element;
      for (Value &value : values)
        value = broadcastTo(value, *joint, range, frame);
      // A mask that was not given lets everything pass.
      const Node *mask = condition.node;
      if (mask->op == Op::Splat && mask->operands[0]->op == Op::Constant)
        return values[mask->operands[0]->ints[0] ? 0 : 1];
      joint->element = Element::Bool;
      condition = broadcastTo(condition, *joint, range, frame);
    }
    return tensor(Op::Where, values[0].type,
                  {condition.node, values[0].node, values[1].node}, range,
                  frame);
  }
  error("E0105", range, "the branches have different types", frame)
      .label(describe(a) + " and " + describe(b));
  return Value();
}

//===----------------------------------------------------------------------===//
// Members and indices
//===----------------------------------------------------------------------===//

Value Elaborator::evalMember(const MemberExpr &expr, Frame &frame) {
  // `Gate.weight`, `e.attn.q.weight`: a path below a model or a layer.
  std::string path = expr.member.name.str();
  const Expr *head = expr.base;
  while (auto *member = dyn_cast<MemberExpr>(head)) {
    path = member->member.name.str() + "." + path;
    head = member->base;
  }
  auto *name = dyn_cast<NameExpr>(head);
  // `.T` is no part of a path.
  if (name && expr.member.name != "T") {
    Value value = evalName(name->name, head->range, frame);
    bool isModel = value.kind == Value::Function &&
                   value.callable->kind == Callable::Model;
    if (value.isUnknown())
      return value;
    if (isModel || value.kind == Value::Layer) {
      if (isModel && (!model || value.callable->decl != modelDecl)) {
        error("E0203", head->range,
              "the parameters of `" + name->name + "` are not in reach here",
              frame);
        return Value();
      }
      if (value.kind == Value::Layer) {
        if (!value.layer->applied) {
          error("E0203", expr.range,
                "`" + name->name + "` has no parameters before it is applied",
                frame);
          return Value();
        }
        path = value.layer->path + "." + path;
      }
      if (owner)
        if (Variable *variable = owner->byPath.lookup(path)) {
          Value result(Value::Tensor);
          result.type = variable->type;
          for (Axis &axis : result.type.axes)
            axis.name.clear();
          result.node = leaf(Op::Read, path, variable->type, expr.range);
          return result;
        }
      if (isModel && failed.contains(name->name))
        return Value();
      std::vector<StringRef> paths;
      if (owner)
        for (auto &variable : *owner->variables)
          paths.push_back(variable->path);
      Diagnostic &diag = error("E0203", expr.range,
                               "there is no parameter `" + path + "`", frame);
      if (StringRef close = closestName(path, paths); !close.empty())
        diag.help("did you mean `" + close + "`?")
            .edit(expr.range, name->name + "." + close);
      return Value();
    }
    if (value.kind == Value::Module) {
      StringRef member = StringRef(path).split('.').first;
      Frame file;
      file.file = value.module;
      if (value.module->names.count(member) && !member.starts_with("_"))
        if (std::optional<Value> found = lookup(member, expr.range, file)) {
          if (head == expr.base)
            return *found;
        }
      error("E0203", expr.range, "`" + name->name + "` has no `" + member + "`",
            frame);
      return Value();
    }
  }

  Value base = eval(expr.base, frame);
  StringRef member = expr.member.name;
  switch (base.kind) {
  case Value::Unknown:
    return base;
  case Value::Tensor:
    if (!base.text.empty() && base.text == member) {
      base.text.clear();
      return base;
    }
    if (member == "T") {
      unsigned rank = base.type.rank();
      if (rank < 2) {
        error("E0102", expr.range, "`.T` needs two axes", frame)
            .label("found " + base.type.str());
        return Value();
      }
      Type type = base.type;
      std::swap(type.axes[rank - 1], type.axes[rank - 2]);
      Value result =
          tensor(Op::Transpose, type, {base.node}, expr.range, frame);
      for (unsigned i = 0; i < rank; ++i)
        result.node->ints.push_back(i);
      std::swap(result.node->ints[rank - 1], result.node->ints[rank - 2]);
      return result;
    }
    break;
  case Value::Record:
    for (size_t i = 0; i < base.names.size(); ++i)
      if (base.names[i] == member)
        return base.items[i];
    break;
  case Value::Source: {
    if (auto it = columns.find(&expr); it != columns.end())
      return it->second;
    Value column(Value::Column);
    column.expr = &expr;
    return column;
  }
  case Value::Parts:
    if (base.text.empty() &&
        (member == "train" || member == "validation" || member == "test")) {
      base.text = member.str();
      return base;
    }
    error("E0203", expr.member.range, "a data set has no part `" + member + "`",
          frame)
        .help("the parts are `train`, `validation` and `test`")
        .suggest(expr.member.range, member,
                 closestName(member, {"train", "validation", "test"}));
    return Value();
  case Value::Metrics:
    if (base.text.empty()) {
      base.text = member.str();
      return base;
    }
    if (frame.resolve)
      if (std::optional<Value> value =
              frame.resolve("metrics." + base.text + "." + member.str()))
        return *value;
    error("E0203", expr.range,
          "there is no metric `" + source(expr.range) + "`", frame);
    return Value();
  default:
    break;
  }
  std::vector<StringRef> names(base.names.begin(), base.names.end());
  Diagnostic &diag =
      error("E0203", expr.member.range,
            describe(base) + " has no field `" + member + "`", frame);
  if (StringRef close = closestName(member, names); !close.empty())
    diag.suggest(expr.member.range, member, close);
  return Value();
}
