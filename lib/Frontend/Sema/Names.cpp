//===- Names.cpp - checks that need no types -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions and blocks are typed where they are used. What is never used, or
// stands in a branch that is not taken, still has its names checked (language
// 2.8, rules 11 and 12).
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using llvm::cast;
using llvm::dyn_cast;
using llvm::StringRef;

namespace {

class NameChecker {
public:
  using Known = std::function<bool(StringRef)>;
  using Report =
      std::function<void(const NameExpr &, llvm::ArrayRef<llvm::StringSet<>>)>;
  /// Of a `let` that nothing reads and the value below it.
  using Broken = std::function<void(const LetStmt &, const ExprStmt &)>;
  NameChecker(Known known, Report report, Broken broken = nullptr)
      : known(std::move(known)), report(std::move(report)),
        broken(std::move(broken)) {}

  void signature(llvm::ArrayRef<Param> params) {
    for (const Param &param : params) {
      if (param.defaultValue)
        visit(param.defaultValue);
      bind(param.name.name);
      type(param.type);
    }
  }
  void bind(StringRef name) { scopes.back().insert(name); }
  void fnBody(const FnBody &body) {
    if (body.expr)
      visit(body.expr);
    else
      visit(*body.body);
  }
  void visit(const Body &body);
  void visit(const Expr *expr);

private:
  /// A bare name in an input type is bound there.
  void type(const TypeExpr *type) {
    if (auto *record = dyn_cast<RecordType>(type))
      for (const RecordField &field : record->fields)
        this->type(field.type);
    if (auto *named = dyn_cast<NamedType>(type))
      for (const Expr *dim : named->shape)
        if (auto *name = dyn_cast<NameExpr>(dim))
          bind(name->name);
  }
  void carries(llvm::ArrayRef<Carry> list) {
    for (const Carry &carry : list)
      if (carry.init)
        visit(carry.init);
    for (const Carry &carry : list)
      bind(carry.name.name);
  }

  void checkBrokenLine(const Body &body);

  Known known;
  Report report;
  Broken broken;
  std::vector<llvm::StringSet<>> scopes{1};
};

/// A line that starts with `-` or `(` is a statement of its own (rule 2), which
/// was hardly meant where nothing reads the `let` above it.
void NameChecker::checkBrokenLine(const Body &body) {
  if (!broken || body.stmts.size() < 2)
    return;
  auto *value = dyn_cast<ExprStmt>(body.stmts.back());
  auto *let = dyn_cast<LetStmt>(body.stmts[body.stmts.size() - 2]);
  if (!value || !let)
    return;
  char first = *value->range.Start.getPointer();
  if (first != '-' && first != '(')
    return;
  bool isRead = false;
  NameChecker reader(
      [&](StringRef name) {
        isRead |=
            llvm::any_of(let->pattern.names, [&](const Identifier &bound) {
              return bound.name == name;
            });
        return true;
      },
      [](const NameExpr &, llvm::ArrayRef<llvm::StringSet<>>) {});
  reader.visit(value->expr);
  if (!isRead)
    broken(*let, *value);
}

void NameChecker::visit(const Body &body) {
  checkBrokenLine(body);
  scopes.emplace_back();
  for (const Stmt *stmt : body.stmts)
    switch (stmt->kind) {
    case Stmt::Kind::Let: {
      auto *let = cast<LetStmt>(stmt);
      visit(let->value);
      for (Identifier name : let->pattern.names)
        bind(name.name);
      break;
    }
    case Stmt::Kind::Layer:
      visit(cast<LayerStmt>(stmt)->value);
      bind(cast<LayerStmt>(stmt)->name.name);
      break;
    case Stmt::Kind::Assert:
      visit(cast<AssertStmt>(stmt)->condition);
      break;
    case Stmt::Kind::Update:
      visit(cast<UpdateStmt>(stmt)->value);
      break;
    case Stmt::Kind::Param:
      visit(cast<ParamStmt>(stmt)->init);
      bind(cast<ParamStmt>(stmt)->name.name);
      break;
    case Stmt::Kind::State:
      visit(cast<StateStmt>(stmt)->init);
      bind(cast<StateStmt>(stmt)->name.name);
      break;
    case Stmt::Kind::Emit:
      visit(cast<EmitStmt>(stmt)->value);
      break;
    case Stmt::Kind::Expr:
      visit(cast<ExprStmt>(stmt)->expr);
      break;
    default:
      break;
    }
  scopes.pop_back();
}

void NameChecker::visit(const Expr *expr) {
  switch (expr->kind) {
  case Expr::Kind::Name: {
    auto *name = cast<NameExpr>(expr);
    bool local = llvm::any_of(scopes, [&](const llvm::StringSet<> &scope) {
      return scope.contains(name->name);
    });
    if (!local && !known(name->name))
      report(*name, scopes);
    break;
  }
  case Expr::Kind::Call: {
    auto *call = cast<CallExpr>(expr);
    visit(call->callee);
    // An axis may be a name of the operand's type alone.
    auto *callee = dyn_cast<NameExpr>(call->callee);
    bool axes = callee && callee->name == "all_but";
    for (const nnc::Argument &arg : call->args)
      if (!axes && arg.name.name != "axis")
        visit(arg.value);
    break;
  }
  case Expr::Kind::If: {
    auto *branch = cast<IfExpr>(expr);
    visit(branch->condition);
    visit(*branch->thenBody);
    if (branch->elseBody)
      visit(*branch->elseBody);
    break;
  }
  case Expr::Kind::Repeat: {
    auto *repeat = cast<RepeatExpr>(expr);
    visit(repeat->count);
    scopes.emplace_back();
    if (repeat->index)
      bind(repeat->index.name);
    carries(repeat->carries);
    visit(*repeat->body);
    scopes.pop_back();
    break;
  }
  case Expr::Kind::Scan: {
    auto *scan = cast<ScanExpr>(expr);
    visit(scan->sequence);
    scopes.emplace_back();
    for (Identifier name : scan->pattern.names)
      bind(name.name);
    carries(scan->carries);
    visit(*scan->body);
    scopes.pop_back();
    break;
  }
  case Expr::Kind::Lambda: {
    scopes.emplace_back();
    for (Identifier name : cast<LambdaExpr>(expr)->params)
      bind(name.name);
    visit(cast<LambdaExpr>(expr)->body);
    scopes.pop_back();
    break;
  }
  default:
    forEachOperand(*expr, [&](const Expr *operand) { visit(operand); });
    break;
  }
}

} // namespace

void Elaborator::checkNames(FileScope &scope) {
  if (scope.isStd)
    return;
  Frame frame;
  frame.file = &scope;
  for (const Stmt *decl : scope.file->decls) {
    bool isBlock = llvm::isa<BlockDecl>(decl);
    auto known = [&](StringRef name) {
      const FileScope *where = nullptr;
      return findDecl(scope, name, &where) || scope.dims.count(name) ||
             scope.qualified.count(name) || builtins().count(name) ||
             name == "pi" || name == "inf" || element(name, frame) ||
             (isBlock && name == "step");
    };
    auto report = [&](const NameExpr &name,
                      llvm::ArrayRef<llvm::StringSet<>> scopes) {
      Diagnostic &diag =
          error("E0203", name.range, "unknown name `" + name.name + "`", frame);
      std::vector<StringRef> names;
      for (const llvm::StringSet<> &local : scopes)
        for (const auto &entry : local)
          names.push_back(entry.first());
      llvm::sort(names);
      StringRef close = closestName(name.name, names);
      std::string text =
          close.empty() ? suggestion(name.name, frame) : close.str();
      if (name.name == "step" || name.name == "epoch" || name.name == "metrics")
        diag.help("`" + name.name + "` exists in `train` sections only");
      else if (!text.empty())
        diag.suggest(name.range, name.name, text);
    };
    auto broken = [&](const LetStmt &let, const ExprStmt &value) {
      std::string sign(1, *value.range.Start.getPointer());
      warning("W0603", value.range, "this line does not continue the one above",
              frame)
          .label("a line that starts with `" + sign + "` is a new statement")
          .secondary(let.pattern.range, "never read")
          .help(sign == "-" ? "end the line above with `-`"
                            : "join the lines, or end the one above with an "
                              "operator");
    };
    NameChecker checker(known, report, broken);
    if (auto *fn = dyn_cast<FnDecl>(decl)) {
      checker.signature(fn->params);
      checker.fnBody(fn->body);
      if (fn->hasGrad) {
        for (Identifier name : fn->cotangents)
          checker.bind(name.name);
        checker.fnBody(fn->grad);
      }
    } else if (auto *block = dyn_cast<BlockDecl>(decl)) {
      checker.signature(block->config);
      checker.signature(block->inputs);
      checker.visit(*block->body);
    } else if (auto *model = dyn_cast<ModelDecl>(decl)) {
      checker.signature(model->inputs);
      checker.visit(*model->body);
    } else if (auto *let = dyn_cast<LetStmt>(decl)) {
      checker.visit(let->value); // One that nothing reads is not computed.
    }
  }
}
