//===- Statements.cpp - Rewrites the text of bodies -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expander.h"

#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::expand;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

void Walker::walk(const FnBody &body) {
  if (body.expr)
    walk(body.expr);
  else
    walk(*body.body);
}

void Walker::walk(const Body &body) {
  locals.emplace_back();
  for (const Stmt *stmt : body.stmts)
    walkStmt(*stmt, stmt == body.stmts.back());
  locals.pop_back();
}

void Walker::walkStmt(const Stmt &stmt, bool isLast) {
  switch (stmt.kind) {
  case Stmt::Kind::Let:
    walkLet(cast<LetStmt>(stmt));
    break;
  case Stmt::Kind::Layer:
    walk(cast<LayerStmt>(stmt).value);
    bind(cast<LayerStmt>(stmt).name.name);
    break;
  case Stmt::Kind::Assert: {
    auto &assertion = cast<AssertStmt>(stmt);
    // One that numbers alone fulfil says nothing.
    if (version && truth(assertion.condition))
      dropStmt(stmt);
    else
      walk(assertion.condition);
    break;
  }
  case Stmt::Kind::Update:
    walk(cast<UpdateStmt>(stmt).value);
    break;
  case Stmt::Kind::Param:
    walkType(cast<ParamStmt>(stmt).type);
    walk(cast<ParamStmt>(stmt).init);
    bind(cast<ParamStmt>(stmt).name.name);
    break;
  case Stmt::Kind::State:
    walkType(cast<StateStmt>(stmt).type);
    walk(cast<StateStmt>(stmt).init);
    bind(cast<StateStmt>(stmt).name.name);
    break;
  case Stmt::Kind::Emit:
    walk(cast<EmitStmt>(stmt).value);
    break;
  case Stmt::Kind::Expr: {
    const Expr *expr = cast<ExprStmt>(stmt).expr;
    if (auto *branch = dyn_cast<IfExpr>(expr))
      walkIf(*branch, false, true, isLast);
    else
      walk(expr);
    break;
  }
  case Stmt::Kind::Field:
    walkType(cast<FieldItem>(stmt).type);
    if (cast<FieldItem>(stmt).value)
      walk(cast<FieldItem>(stmt).value);
    break;
  case Stmt::Kind::Augment:
    walk(cast<AugmentItem>(stmt).value);
    break;
  case Stmt::Kind::Metric:
    walk(cast<MetricItem>(stmt).value);
    break;
  case Stmt::Kind::Key:
    walk(cast<KeyItem>(stmt).value);
    break;
  default:
    break;
  }
}

/// A statement goes with its line, where it has one of its own.
void Walker::dropStmt(const Stmt &stmt) {
  const char *begin = stmt.range.Start.getPointer();
  const char *end = stmt.range.End.getPointer();
  while (begin[-1] == ' ')
    --begin;
  while (*end == ' ')
    ++end;
  if (begin[-1] == '\n' && *end == '\n')
    ++end;
  edits.push_back({begin, end, ""});
}

void Walker::walkLet(const LetStmt &stmt) {
  const Value *value = nullptr;
  bool differs = false;
  const char *place = stmt.pattern.names[0].range.Start.getPointer();
  if (version)
    for (const Evaluation *evaluation : version->evaluations)
      if (auto it = evaluation->bindings.find(place);
          evaluation->isGeneral && it != evaluation->bindings.end()) {
        differs |= !it->second || (value && value->type != it->second->type);
        value = it->second ? &*it->second : value;
      }
  bool isList = value && !stmt.pattern.isTuple && value->kind == Value::List &&
                llvm::all_of(value->items, [](const Value &item) {
                  return item.constantInt() && !item.dependsOnHypers();
                });
  if (isList && !differs) {
    // Sizes that types are made of; where nothing else reads them, they go.
    std::vector<std::string> &sizes = lists[stmt.pattern.names[0].name];
    for (const Value &item : value->items)
      sizes.push_back(std::to_string(*item.constantInt()));
    if (auto *block = version->block();
        block && !isReadOutsideTypes(stmt.pattern.names[0].name, *block))
      return dropStmt(stmt);
  }
  if (stmt.type)
    walkType(stmt.type);
  walk(stmt.value);
  if (!stmt.type && value && !differs && !stmt.pattern.isTuple)
    if (std::optional<std::string> type = expander.typeText(*value, *version))
      insert(stmt.pattern.range.End, ": " + *type);
  for (Identifier name : stmt.pattern.names)
    bind(name.name);
}

//===----------------------------------------------------------------------===//
// Branches
//===----------------------------------------------------------------------===//

static bool mentionsTraining(const Expr *expr) {
  if (auto *unary = dyn_cast<UnaryExpr>(expr))
    return mentionsTraining(unary->operand);
  if (auto *binary = dyn_cast<BinaryExpr>(expr))
    return mentionsTraining(binary->lhs) || mentionsTraining(binary->rhs);
  return isa<TrainingExpr>(expr);
}

/// Which branch all uses take, where the text says so as well.
std::optional<bool> Walker::decided(const IfExpr &expr) {
  if (!version)
    return std::nullopt;
  if (std::optional<bool> value = truth(expr.condition))
    return value;
  Evaluation::Branch all;
  for (const Evaluation *evaluation : version->evaluations)
    if (auto it = evaluation->branches.find(&expr);
        it != evaluation->branches.end()) {
      all.yes |= it->second.yes;
      all.no |= it->second.no;
      all.atRunTime |= it->second.atRunTime;
      all.hypers |= it->second.hypers;
    }
  if (all.atRunTime || all.yes == all.no || mentionsTraining(expr.condition))
    return std::nullopt;
  for (unsigned hyper : all.hypers.set_bits())
    if (hyper < expander.program.hypers.size()) // no index of a loop
      expander.decidedBy.insert(hyper);
  return all.yes;
}

/// The statements of a body, without the braces.
std::string Walker::innerText(const Body &body) {
  if (body.stmts.empty())
    return "";
  auto begin = llvm::SMLoc::getFromPointer(body.range.Start.getPointer() + 1);
  auto end = llvm::SMLoc::getFromPointer(body.range.End.getPointer() - 1);
  std::string inner = separately(begin, end, [&] { walk(body); });
  return StringRef(inner).trim().str();
}

void Walker::walkIf(const IfExpr &expr, bool tight, bool isStmt, bool isLast) {
  std::optional<bool> taken = decided(expr);
  if (taken) {
    const Body *body = *taken ? expr.thenBody : expr.elseBody;
    bool isValue =
        body && body->stmts.size() == 1 && isa<ExprStmt>(body->stmts[0]);
    bool binds = body && llvm::any_of(body->stmts, [](const Stmt *stmt) {
                   return isa<LetStmt, LayerStmt, ParamStmt, StateStmt>(stmt);
                 });
    if (isStmt && (isLast || !binds)) {
      replace(expr.range, body ? innerText(*body) : "");
      return;
    }
    if (isValue) {
      std::string inner = innerText(*body);
      replace(expr.range, tight ? "(" + inner + ")" : inner);
      return;
    }
    if (body) {
      replace(expr.range, "if true {\n" + innerText(*body) + "\n}");
      return;
    }
  }
  // `training and 0.2 > 0` is `training`.
  auto *both = dyn_cast<BinaryExpr>(expr.condition);
  if (version && both && both->op == BinaryOp::And) {
    if (truth(both->rhs).value_or(false))
      replace(expr.condition->range, text(both->lhs));
    else if (truth(both->lhs).value_or(false))
      replace(expr.condition->range, text(both->rhs));
    else
      walk(expr.condition);
  } else {
    walk(expr.condition);
  }
  walk(*expr.thenBody);
  if (expr.elseBody)
    walk(*expr.elseBody);
}
