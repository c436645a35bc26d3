//===- SymbolBuilder.cpp - Walks a file for its names ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SymbolBuilder.h"

#include "llvm/ADT/STLExtras.h"

using namespace nnc;
using namespace nnc::editor;
using llvm::cast;
using llvm::dyn_cast;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Scopes
//===----------------------------------------------------------------------===//

Definition &SymbolBuilder::define(Kind kind, Identifier id, const Stmt *decl,
                                  const char *from) {
  Definition &definition = table.defined.emplace_back();
  definition.kind = kind;
  definition.id = id;
  definition.table = &table;
  definition.decl = decl;
  definition.from = from;
  definition.to = table.text.end();
  if (definition.isPath() || kind == Kind::Metric || kind == Kind::Field)
    table.inside[current].push_back(&definition);
  if (kind != Kind::LayerName) // apart from values (rule 5)
    locals.push_back(&definition);
  return definition;
}

void SymbolBuilder::close(const char *end) {
  for (; locals.size() > marks.back(); locals.pop_back())
    locals.back()->to = end;
  marks.pop_back();
}

const Definition *SymbolBuilder::find(StringRef name) const {
  for (const Definition *local : llvm::reverse(locals))
    if (local->id.name == name)
      return local;
  return table.lookup(name);
}

const Definition *SymbolBuilder::use(Identifier id) {
  const Definition *definition = find(id.name);
  if (!id.range.isValid())
    return definition;
  if (definition)
    table.used.push_back({id.range, definition});
  else
    table.unknown.push_back(id);
  return definition;
}

const Definition *SymbolBuilder::blockOf(const Expr *expr) const {
  while (auto *call = dyn_cast<CallExpr>(expr))
    expr = call->callee;
  auto *name = dyn_cast<NameExpr>(expr);
  const Definition *definition = name ? find(name->name) : nullptr;
  return definition && definition->kind == Kind::Block ? definition : nullptr;
}

//===----------------------------------------------------------------------===//
// Types and signatures
//===----------------------------------------------------------------------===//

void SymbolBuilder::type(const TypeExpr *type, bool binds) {
  if (!type)
    return;
  if (auto *record = dyn_cast<RecordType>(type))
    for (const RecordField &field : record->fields)
      this->type(field.type, binds);
  auto *named = dyn_cast<NamedType>(type);
  if (!named)
    return;
  if (const Definition *alias = find(named->name.name);
      alias && alias->kind == Kind::TypeAlias)
    use(named->name);
  for (const Expr *dim : named->shape) {
    auto *name = dyn_cast<NameExpr>(dim);
    if (name && binds && !find(name->name))
      define(Kind::Dim, {name->name, name->range}, current,
             name->range.End.getPointer());
    else
      visit(dim);
  }
}

void SymbolBuilder::signature(llvm::ArrayRef<Param> params, const Stmt &decl,
                              bool binds) {
  for (const Param &param : params) {
    type(param.type, binds);
    if (param.defaultValue)
      visit(param.defaultValue);
    Definition &definition = define(Kind::Argument, param.name, &decl,
                                    param.name.range.End.getPointer());
    definition.type = param.type;
    definition.value = param.defaultValue;
    table.signatures[&decl].push_back(&definition);
  }
}

void SymbolBuilder::pattern(const Pattern &pattern, const Stmt *stmt,
                            const Expr *value, const TypeExpr *type,
                            const char *from) {
  for (Identifier name : pattern.names) {
    Definition &definition =
        define(stmt ? Kind::Let : Kind::Variable, name, stmt, from);
    definition.type = type;
    definition.value = pattern.isTuple ? nullptr : value;
    if (stmt)
      definition.doc = stmt->doc;
  }
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

void SymbolBuilder::visitCall(const CallExpr &call) {
  visit(call.callee);
  const Expr *base = call.callee;
  while (auto *inner = dyn_cast<CallExpr>(base))
    base = inner->callee;
  auto *name = dyn_cast<NameExpr>(base);
  const Definition *callee = name ? find(name->name) : nullptr;
  if (callee && callee->kind == Kind::Layer)
    callee = callee->block;
  for (const Argument &argument : call.args) {
    if (argument.name && callee)
      arguments.push_back({callee, argument.name});
    visit(argument.value);
  }
}

void SymbolBuilder::visitMember(const MemberExpr &member) {
  Path path{nullptr, {member.member}, current};
  const Expr *base = member.base;
  for (; auto *inner = dyn_cast<MemberExpr>(base); base = inner->base)
    path.names.insert(path.names.begin(), inner->member);
  visit(base);
  auto *name = dyn_cast<NameExpr>(base);
  if (!name)
    return;
  path.base = find(name->name);
  if (path.base || name->name == "metrics")
    paths.push_back(std::move(path));
}

void SymbolBuilder::visitPipe(const PipeExpr &pipe) {
  visit(pipe.head);
  for (const PipeStage &stage : pipe.stages) {
    visit(stage.expr);
    SMRange range = stage.expr->range;
    table.pipes.push_back({range, stage.as ? stage.as.range.End : range.End});
    if (stage.as)
      define(Kind::LayerName, stage.as, current, range.Start.getPointer())
          .block = blockOf(stage.expr);
  }
}

void SymbolBuilder::carries(llvm::ArrayRef<Carry> list, const Body &body) {
  for (const Carry &carry : list) {
    type(carry.type, false);
    if (carry.init)
      visit(carry.init);
    else
      use(carry.name);
  }
  for (const Carry &carry : list)
    define(Kind::Variable, carry.name, nullptr, body.range.Start.getPointer())
        .type = carry.type;
}

void SymbolBuilder::visit(const Expr *expr) {
  if (!expr)
    return;
  switch (expr->kind) {
  case Expr::Kind::Name:
    use(cast<NameExpr>(expr)->name, expr->range);
    break;
  case Expr::Kind::Call:
    visitCall(*cast<CallExpr>(expr));
    break;
  case Expr::Kind::Member:
    visitMember(*cast<MemberExpr>(expr));
    break;
  case Expr::Kind::Pipe:
    visitPipe(*cast<PipeExpr>(expr));
    break;
  case Expr::Kind::If: {
    auto *choice = cast<IfExpr>(expr);
    visit(choice->condition);
    visit(*choice->thenBody);
    if (choice->elseBody)
      visit(*choice->elseBody);
    break;
  }
  case Expr::Kind::Repeat: {
    auto *repeat = cast<RepeatExpr>(expr);
    visit(repeat->count);
    if (repeat->as)
      define(Kind::LayerName, repeat->as, current,
             repeat->range.Start.getPointer());
    open();
    if (repeat->index)
      define(Kind::Variable, repeat->index, nullptr,
             repeat->body->range.Start.getPointer());
    carries(repeat->carries, *repeat->body);
    visit(*repeat->body);
    close(expr->range.End.getPointer());
    break;
  }
  case Expr::Kind::Scan: {
    auto *scan = cast<ScanExpr>(expr);
    visit(scan->sequence);
    if (scan->along)
      use(scan->along);
    open();
    pattern(scan->pattern, nullptr, nullptr, nullptr,
            scan->body->range.Start.getPointer());
    carries(scan->carries, *scan->body);
    visit(*scan->body);
    close(expr->range.End.getPointer());
    break;
  }
  case Expr::Kind::Lambda:
    open();
    for (Identifier name : cast<LambdaExpr>(expr)->params)
      define(Kind::Variable, name, nullptr, name.range.End.getPointer());
    visit(cast<LambdaExpr>(expr)->body);
    close(expr->range.End.getPointer());
    break;
  default:
    forEachOperand(*expr, [&](const Expr *operand) { visit(operand); });
    break;
  }
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

void SymbolBuilder::visit(const Body &body) {
  open();
  for (const Stmt *stmt : body.stmts)
    visitStmt(*stmt);
  close(body.range.End.getPointer());
}

void SymbolBuilder::visit(const FnBody &body) {
  if (body.expr)
    visit(body.expr);
  else if (body.body)
    visit(*body.body);
}

void SymbolBuilder::visitStmt(const Stmt &stmt) {
  const char *end = stmt.range.End.getPointer();
  // What has a name, a type and a value.
  auto variable = [&](Kind kind, Identifier id, const TypeExpr *type,
                      const Expr *value) {
    this->type(type, false);
    visit(value);
    Definition &definition = define(kind, id, &stmt, end);
    definition.type = type;
    definition.value = value;
    definition.doc = stmt.doc;
    if (kind == Kind::Layer)
      definition.block = blockOf(value);
  };
  switch (stmt.kind) {
  case Stmt::Kind::Let: {
    auto &let = cast<LetStmt>(stmt);
    type(let.type, false);
    visit(let.value);
    pattern(let.pattern, &stmt, let.value, let.type, end);
    break;
  }
  case Stmt::Kind::Layer:
    variable(Kind::Layer, cast<LayerStmt>(stmt).name, nullptr,
             cast<LayerStmt>(stmt).value);
    break;
  case Stmt::Kind::Param:
    variable(Kind::Param, cast<ParamStmt>(stmt).name,
             cast<ParamStmt>(stmt).type, cast<ParamStmt>(stmt).init);
    break;
  case Stmt::Kind::State:
    variable(Kind::State, cast<StateStmt>(stmt).name,
             cast<StateStmt>(stmt).type, cast<StateStmt>(stmt).init);
    break;
  case Stmt::Kind::Metric:
    variable(Kind::Metric, cast<MetricItem>(stmt).name, nullptr,
             cast<MetricItem>(stmt).value);
    break;
  case Stmt::Kind::Field:
    variable(Kind::Field, cast<FieldItem>(stmt).name,
             cast<FieldItem>(stmt).type, cast<FieldItem>(stmt).value);
    break;
  case Stmt::Kind::Augment:
    use(cast<AugmentItem>(stmt).name);
    visit(cast<AugmentItem>(stmt).value);
    break;
  case Stmt::Kind::Emit:
    visit(cast<EmitStmt>(stmt).value);
    break;
  case Stmt::Kind::Assert:
    visit(cast<AssertStmt>(stmt).condition);
    break;
  case Stmt::Kind::Expr:
    visit(cast<ExprStmt>(stmt).expr);
    break;
  case Stmt::Kind::Key:
    visit(cast<KeyItem>(stmt).value);
    break;
  case Stmt::Kind::Update: {
    auto &update = cast<UpdateStmt>(stmt);
    Path path{use(update.path.front()), {}, current};
    path.names.append(update.path.begin() + 1, update.path.end());
    if (path.base && !path.names.empty())
      paths.push_back(std::move(path));
    visit(update.value);
    break;
  }
  default:
    break;
  }
}
