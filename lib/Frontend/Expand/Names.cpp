//===- Names.cpp - What names a declaration binds and uses ----------------===//
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
using llvm::StringRef;

namespace {

/// Visits every expression and statement, the bodies of loops and branches too.
class Visitor {
public:
  std::function<void(const Expr &)> onExpr = [](const Expr &) {};
  std::function<void(StringRef)> onBinding = [](StringRef) {};

  void visit(const Body &body) {
    for (const Stmt *stmt : body.stmts)
      visit(*stmt);
  }
  void visit(const FnBody &body) {
    if (body.expr)
      visit(body.expr);
    else
      visit(*body.body);
  }
  void visit(const Stmt &stmt);
  void visit(const Expr *expr);
  /// Sizes that are more than a name, which any dim may have.
  void visit(const TypeExpr *type) {
    if (auto *named = llvm::dyn_cast_if_present<NamedType>(type))
      for (const Expr *dim : named->shape)
        if (!llvm::isa<NameExpr>(dim))
          visit(dim);
  }

private:
  void carries(llvm::ArrayRef<Carry> list) {
    for (const Carry &carry : list) {
      onBinding(carry.name.name);
      visit(carry.type);
      if (carry.init)
        visit(carry.init);
    }
  }
};

void Visitor::visit(const Stmt &stmt) {
  switch (stmt.kind) {
  case Stmt::Kind::Let:
    for (Identifier name : cast<LetStmt>(stmt).pattern.names)
      onBinding(name.name);
    visit(cast<LetStmt>(stmt).type);
    return visit(cast<LetStmt>(stmt).value);
  case Stmt::Kind::Layer:
    onBinding(cast<LayerStmt>(stmt).name.name);
    return visit(cast<LayerStmt>(stmt).value);
  case Stmt::Kind::Assert:
    return visit(cast<AssertStmt>(stmt).condition);
  case Stmt::Kind::Update:
    return visit(cast<UpdateStmt>(stmt).value);
  case Stmt::Kind::Param:
    onBinding(cast<ParamStmt>(stmt).name.name);
    visit(cast<ParamStmt>(stmt).type);
    return visit(cast<ParamStmt>(stmt).init);
  case Stmt::Kind::State:
    onBinding(cast<StateStmt>(stmt).name.name);
    visit(cast<StateStmt>(stmt).type);
    return visit(cast<StateStmt>(stmt).init);
  case Stmt::Kind::Emit:
    return visit(cast<EmitStmt>(stmt).value);
  case Stmt::Kind::Expr:
    return visit(cast<ExprStmt>(stmt).expr);
  case Stmt::Kind::Fn: {
    auto &fn = cast<FnDecl>(stmt);
    visit(fn.body);
    for (Identifier name : fn.cotangents)
      onBinding(name.name);
    if (fn.hasGrad)
      visit(fn.grad);
    return;
  }
  case Stmt::Kind::Block:
    return visit(*cast<BlockDecl>(stmt).body);
  case Stmt::Kind::Model:
    return visit(*cast<ModelDecl>(stmt).body);
  case Stmt::Kind::Dataset:
    return visit(*cast<DatasetDecl>(stmt).section);
  case Stmt::Kind::Train:
    return visit(*cast<TrainDecl>(stmt).section);
  case Stmt::Kind::Field:
    onBinding(cast<FieldItem>(stmt).name.name);
    if (cast<FieldItem>(stmt).value)
      visit(cast<FieldItem>(stmt).value);
    return;
  case Stmt::Kind::Metric:
    onBinding(cast<MetricItem>(stmt).name.name);
    return visit(cast<MetricItem>(stmt).value);
  case Stmt::Kind::Key:
    // `source`, `batch` and `loss` are names below.
    onBinding(cast<KeyItem>(stmt).name.name);
    return visit(cast<KeyItem>(stmt).value);
  default:
    return;
  }
}

void Visitor::visit(const Expr *expr) {
  onExpr(*expr);
  switch (expr->kind) {
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
    if (repeat->index)
      onBinding(repeat->index.name);
    carries(repeat->carries);
    visit(*repeat->body);
    break;
  }
  case Expr::Kind::Scan: {
    auto *scan = cast<ScanExpr>(expr);
    visit(scan->sequence);
    for (Identifier name : scan->pattern.names)
      onBinding(name.name);
    carries(scan->carries);
    visit(*scan->body);
    break;
  }
  case Expr::Kind::Lambda:
    for (Identifier name : cast<LambdaExpr>(expr)->params)
      onBinding(name.name);
    visit(cast<LambdaExpr>(expr)->body);
    break;
  default:
    forEachOperand(*expr, [&](const Expr *operand) { visit(operand); });
    break;
  }
}

} // namespace

llvm::StringSet<> expand::namesBoundIn(const Stmt &decl) {
  llvm::StringSet<> names;
  Visitor visitor;
  visitor.onBinding = [&](StringRef name) { names.insert(name); };
  visitor.visit(decl);
  return names;
}

llvm::StringSet<> expand::namesInSignature(const Stmt &decl) {
  llvm::StringSet<> names;
  auto add = [&](llvm::ArrayRef<Param> params) {
    for (const Param &param : params) {
      names.insert(param.name.name);
      auto *type = dyn_cast<NamedType>(param.type);
      for (const Expr *dim : type ? type->shape : llvm::ArrayRef<Expr *>())
        if (auto *name = dyn_cast<NameExpr>(dim))
          names.insert(name->name);
    }
  };
  if (auto *fn = dyn_cast<FnDecl>(&decl))
    add(fn->params);
  if (auto *model = dyn_cast<ModelDecl>(&decl))
    add(model->inputs);
  if (auto *block = dyn_cast<BlockDecl>(&decl)) {
    add(block->config);
    add(block->inputs);
  }
  return names;
}

bool expand::isReadOutsideTypes(StringRef name, const Stmt &decl) {
  bool isRead = false;
  Visitor visitor;
  visitor.onExpr = [&](const Expr &expr) {
    auto *read = dyn_cast<NameExpr>(&expr);
    isRead |= read && read->name == name;
  };
  visitor.visit(decl);
  return isRead;
}

bool expand::mentions(StringRef text, const llvm::StringSet<> &names) {
  while (!text.empty()) {
    StringRef word =
        text.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    if (names.contains(word))
      return true;
    text = text.drop_front(std::max<size_t>(word.size(), 1));
  }
  return false;
}

std::optional<int64_t> expand::axisInInputs(const NameExpr &name,
                                            const CallExpr &call,
                                            const Stmt &decl) {
  auto *block = dyn_cast<BlockDecl>(&decl);
  auto *callee = dyn_cast<NameExpr>(call.callee);
  if (!block || !callee)
    return std::nullopt;
  // `align` names an axis of its second operand.
  size_t operand = callee->name == "align" ? 1 : 0;
  if (call.args.size() <= operand || call.args[operand].name)
    return std::nullopt;
  auto *input = dyn_cast<NameExpr>(call.args[operand].value);
  if (!input || namesBoundIn(decl).contains(input->name))
    return std::nullopt;
  for (const Param &param : block->inputs) {
    auto *type = dyn_cast<NamedType>(param.type);
    if (param.name.name != input->name || !type)
      continue;
    bool behindDots = false;
    for (size_t i = 0; i < type->shape.size(); ++i) {
      auto *range = dyn_cast<RangeExpr>(type->shape[i]);
      behindDots |= range && range->isBare();
      auto *dim = dyn_cast<NameExpr>(type->shape[i]);
      if (dim && dim->name == name.name)
        return behindDots ? int64_t(i) - int64_t(type->shape.size())
                          : int64_t(i);
    }
  }
  return std::nullopt;
}

const llvm::StringSet<> &Expander::boundIn(const Stmt &decl) {
  auto [it, fresh] = bound.try_emplace(&decl);
  if (fresh)
    it->second = namesBoundIn(decl);
  return it->second;
}

/// The dims of a block that have to keep a name, since an axis is called by it
/// and it is not known which.
const llvm::StringSet<> &Expander::axisNamesOf(const Stmt &decl) {
  auto [it, fresh] = axisNames.try_emplace(&decl);
  if (!fresh)
    return it->second;
  llvm::StringSet<> &names = it->second;
  auto isKnown = [&](const NameExpr &name, const CallExpr &call) {
    if (axisInInputs(name, call, decl))
      return true;
    return llvm::all_of(trace.evaluations, [&](const Evaluation &evaluation) {
      if (evaluation.decl != &decl)
        return true;
      auto axis = evaluation.axes.find(&name);
      return axis != evaluation.axes.end() && axis->second >= 0;
    });
  };
  std::function<void(const Expr &, const CallExpr &)> axis =
      [&](const Expr &expr, const CallExpr &call) {
        if (auto *name = dyn_cast<NameExpr>(&expr);
            name && !isKnown(*name, call))
          names.insert(name->name);
        if (auto *tuple = dyn_cast<TupleExpr>(&expr))
          for (const Expr *element : tuple->elements)
            axis(*element, call);
        if (auto *inner = dyn_cast<CallExpr>(&expr))
          for (const nnc::Argument &arg : inner->args)
            axis(*arg.value, call);
      };
  Visitor visitor;
  visitor.onExpr = [&](const Expr &expr) {
    if (auto *scan = dyn_cast<ScanExpr>(&expr))
      names.insert(scan->along.name);
    if (auto *call = dyn_cast<CallExpr>(&expr))
      for (const nnc::Argument &arg : call->args)
        if (arg.name.name == "axis")
          axis(*arg.value, *call);
  };
  visitor.visit(decl);
  return names;
}

const Stmt *Expander::find(const FileScope &file, const Expr &callee,
                           const FileScope **where) const {
  if (auto *name = dyn_cast<NameExpr>(&callee))
    return find(file, name->name, where);
  auto *member = dyn_cast<MemberExpr>(&callee);
  auto *module = member ? dyn_cast<NameExpr>(member->base) : nullptr;
  if (!module)
    return nullptr;
  auto it = file.qualified.find(module->name);
  return it == file.qualified.end()
             ? nullptr
             : find(*it->second, member->member.name, where);
}

/// Whether a layer of this block may have parameters or states.
bool Expander::mayOwn(const BlockDecl &block, const FileScope &file) {
  auto [it, fresh] = owning.try_emplace(&block, false);
  if (!fresh)
    return it->second;
  bool owns = llvm::any_of(block.config, [](const Param &param) {
    return llvm::isa<LayerType>(param.type);
  });
  std::function<void(const Body &)> declared = [&](const Body &body) {
    for (const Stmt *stmt : body.stmts)
      owns |= llvm::isa<ParamStmt, StateStmt>(stmt);
  };
  declared(*block.body);
  Visitor visitor;
  visitor.onExpr = [&](const Expr &expr) {
    if (auto *branch = dyn_cast<IfExpr>(&expr)) {
      declared(*branch->thenBody);
      if (branch->elseBody)
        declared(*branch->elseBody);
    }
    const FileScope *where = nullptr;
    if (auto *other =
            llvm::dyn_cast_if_present<BlockDecl>(find(file, expr, &where)))
      owns |= mayOwn(*other, *where);
  };
  visitor.visit(block);
  return owning[&block] = owns;
}
