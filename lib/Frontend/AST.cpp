//===- AST.cpp - the syntax tree of a .nn file ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/AST.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace nnc {

unsigned maxHeight(ArrayRef<Expr *> exprs) {
  unsigned height = 0;
  for (const Expr *expr : exprs)
    if (expr)
      height = std::max(height, expr->height);
  return height;
}

unsigned maxHeight(std::initializer_list<const Expr *> exprs) {
  unsigned height = 0;
  for (const Expr *expr : exprs)
    if (expr)
      height = std::max(height, expr->height);
  return height;
}

static unsigned maxHeight(ArrayRef<Argument> args) {
  unsigned height = 0;
  for (const Argument &arg : args)
    height = std::max(height, arg.value->height);
  return height;
}

static unsigned maxHeight(ArrayRef<PipeStage> stages) {
  unsigned height = 0;
  for (const PipeStage &stage : stages)
    height = std::max(height, stage.expr->height);
  return height;
}

static unsigned maxHeight(ArrayRef<Carry> carries) {
  unsigned height = 0;
  for (const Carry &carry : carries)
    if (carry.init)
      height = std::max(height, carry.init->height);
  return height;
}

static unsigned maxHeight(ArrayRef<RecordField> fields) {
  unsigned height = 0;
  for (const RecordField &field : fields)
    height = std::max(height, field.type->height);
  return height;
}

RecordExpr::RecordExpr(SMRange range, ArrayRef<Argument> fields)
    : Expr(Kind::Record, range, maxHeight(fields)), fields(fields) {}

CallExpr::CallExpr(SMRange range, Expr *callee, ArrayRef<Argument> args)
    : Expr(Kind::Call, range, std::max(callee->height, maxHeight(args))),
      callee(callee), args(args) {}

PipeExpr::PipeExpr(SMRange range, Expr *head, ArrayRef<PipeStage> stages)
    : Expr(Kind::Pipe, range, std::max(head->height, maxHeight(stages))),
      head(head), stages(stages) {}

IfExpr::IfExpr(SMRange range, Expr *condition, Body *thenBody, Body *elseBody)
    : Expr(Kind::If, range,
           std::max({condition->height, thenBody->height,
                     elseBody ? elseBody->height : 0})),
      condition(condition), thenBody(thenBody), elseBody(elseBody) {}

RepeatExpr::RepeatExpr(SMRange range, Identifier index, Expr *count,
                       Identifier as, ArrayRef<Carry> carries, Body *body)
    : Expr(Kind::Repeat, range,
           std::max({count->height, maxHeight(carries), body->height})),
      index(index), count(count), as(as), carries(carries), body(body) {}

ScanExpr::ScanExpr(SMRange range, Pattern pattern, Expr *sequence,
                   Identifier along, ArrayRef<Carry> carries, Body *body)
    : Expr(Kind::Scan, range,
           std::max({sequence->height, maxHeight(carries), body->height})),
      pattern(pattern), sequence(sequence), along(along), carries(carries),
      body(body) {}

RecordType::RecordType(SMRange range, ArrayRef<RecordField> fields)
    : TypeExpr(Kind::Record, range, maxHeight(fields)), fields(fields) {}

StringRef spelling(BinaryOp op) {
  switch (op) {
  case BinaryOp::Or:
    return "or";
  case BinaryOp::And:
    return "and";
  case BinaryOp::Eq:
    return "==";
  case BinaryOp::Ne:
    return "!=";
  case BinaryOp::Lt:
    return "<";
  case BinaryOp::Le:
    return "<=";
  case BinaryOp::Gt:
    return ">";
  case BinaryOp::Ge:
    return ">=";
  case BinaryOp::Add:
    return "+";
  case BinaryOp::Sub:
    return "-";
  case BinaryOp::Mul:
    return "*";
  case BinaryOp::Div:
    return "/";
  case BinaryOp::FloorDiv:
    return "//";
  case BinaryOp::Mod:
    return "%";
  case BinaryOp::MatMul:
    return "@";
  case BinaryOp::Pow:
    return "^";
  }
  llvm_unreachable("covered switch");
}

void forEachOperand(const Expr &expr,
                    llvm::function_ref<void(const Expr *)> visit) {
  auto each = [&](std::initializer_list<const Expr *> operands) {
    for (const Expr *operand : operands)
      if (operand)
        visit(operand);
  };
  auto all = [&](llvm::ArrayRef<Expr *> operands) {
    for (const Expr *operand : operands)
      each({operand});
  };
  auto values = [&](llvm::ArrayRef<Argument> arguments) {
    for (const Argument &argument : arguments)
      each({argument.value});
  };
  switch (expr.kind) {
  case Expr::Kind::Tuple:
    return all(cast<TupleExpr>(expr).elements);
  case Expr::Kind::Record:
    return values(cast<RecordExpr>(expr).fields);
  case Expr::Kind::List:
    return all(cast<ListExpr>(expr).elements);
  case Expr::Kind::Unary:
    return each({cast<UnaryExpr>(expr).operand});
  case Expr::Kind::Binary:
    return each({cast<BinaryExpr>(expr).lhs, cast<BinaryExpr>(expr).rhs});
  case Expr::Kind::Range:
    return each({cast<RangeExpr>(expr).lower, cast<RangeExpr>(expr).upper});
  case Expr::Kind::Call:
    each({cast<CallExpr>(expr).callee});
    return values(cast<CallExpr>(expr).args);
  case Expr::Kind::Index:
    each({cast<IndexExpr>(expr).base});
    return all(cast<IndexExpr>(expr).indices);
  case Expr::Kind::Member:
    return each({cast<MemberExpr>(expr).base});
  case Expr::Kind::Pipe:
    each({cast<PipeExpr>(expr).head});
    for (const PipeStage &stage : cast<PipeExpr>(expr).stages)
      each({stage.expr});
    return;
  default:
    return;
  }
}

StringRef spelling(UnaryOp op) { return op == UnaryOp::Neg ? "-" : "not"; }

} // namespace nnc
