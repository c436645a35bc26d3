//===- ScalarImporter.cpp - numbers that are not tensors ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Steps, hypers and schedules: i64, f64 and i1 values of `arith` and `math`.
//
//===----------------------------------------------------------------------===//

#include "FunctionImporter.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace nnc {

using typed::Node;
using typed::Op;

Value FunctionImporter::integer(int64_t value) {
  return arith::ConstantOp::create(builder, loc,
                                   builder.getI64IntegerAttr(value));
}

Value FunctionImporter::importScalarOp(const Node &node) {
  SmallVector<Value> operands = operandsOf(node);
  switch (node.op) {
  case Op::Cmp:
    return importComparison(node, operands);
  case Op::Where:
    return arith::SelectOp::create(builder, loc, operands[0], operands[1],
                                   operands[2]);
  case Op::ToNum:
    return arith::SIToFPOp::create(builder, loc, builder.getF64Type(),
                                   operands[0]);
  case Op::StopGradient:
    return operands[0];
  default:
    break;
  }
  switch (node.type.kind) {
  case typed::Type::Int:
    return importIntOp(node, operands);
  case typed::Type::Num:
    return importNumOp(node, operands);
  default:
    return importBoolOp(node, operands);
  }
}

Value FunctionImporter::importBoolOp(const Node &node, ValueRange operands) {
  switch (node.op) {
  case Op::And:
    return arith::AndIOp::create(builder, loc, operands[0], operands[1]);
  case Op::Or:
    return arith::OrIOp::create(builder, loc, operands[0], operands[1]);
  case Op::Not: {
    Value yes =
        arith::ConstantOp::create(builder, loc, builder.getBoolAttr(true));
    return arith::XOrIOp::create(builder, loc, operands[0], yes);
  }
  default:
    llvm_unreachable("not an op on bools");
  }
}

/// Rounds down; the remainder has the sign of the divisor; by zero gives 0
/// (rules 17 and 18). A divisor that is no constant is made safe first, since
/// `arith` leaves a division by 0 and the one that overflows undefined.
Value FunctionImporter::floorDivide(Value lhs, Value rhs, bool remainder) {
  auto compare = [&](arith::CmpIPredicate predicate, Value a,
                     Value b) -> Value {
    return arith::CmpIOp::create(builder, loc, predicate, a, b);
  };
  auto select = [&](Value c, Value a, Value b) -> Value {
    return arith::SelectOp::create(builder, loc, c, a, b);
  };
  auto subtract = [&](Value a, Value b) -> Value {
    return arith::SubIOp::create(builder, loc, a, b);
  };
  Value zero = integer(0);
  llvm::APInt constant;
  bool known = matchPattern(rhs, m_ConstantInt(&constant));
  if (known && constant.isZero())
    return zero;
  if (known && constant.isAllOnes())
    return remainder ? zero : subtract(zero, lhs);

  Value divisor = rhs, byZero, byMinusOne;
  if (!known) {
    byZero = compare(arith::CmpIPredicate::eq, rhs, zero);
    byMinusOne = compare(arith::CmpIPredicate::eq, rhs, integer(-1));
    Value unsafe = arith::OrIOp::create(builder, loc, byZero, byMinusOne);
    divisor = select(unsafe, integer(1), rhs);
  }
  Value rest = arith::RemSIOp::create(builder, loc, lhs, divisor);
  Value mixed = arith::XOrIOp::create(builder, loc, rest, divisor);
  Value negative = compare(arith::CmpIPredicate::slt, mixed, zero);
  Value inexact = compare(arith::CmpIPredicate::ne, rest, zero);
  Value adjust = arith::AndIOp::create(builder, loc, negative, inexact);
  if (remainder) {
    // Safe divisors leave no rest by 1, which is what both others give.
    Value moved = arith::AddIOp::create(builder, loc, rest, divisor);
    return select(adjust, moved, rest);
  }
  Value quotient = arith::DivSIOp::create(builder, loc, lhs, divisor);
  Value result = select(adjust, subtract(quotient, integer(1)), quotient);
  if (known)
    return result;
  result = select(byMinusOne, subtract(zero, lhs), result);
  return select(byZero, zero, result);
}

Value FunctionImporter::importIntOp(const Node &node, ValueRange operands) {
  // What rounds a number gives an int; of an int, it is the int itself.
  auto rounded = [&](Value number) -> Value {
    return arith::FPToSIOp::create(builder, loc, builder.getI64Type(), number);
  };
  bool fromNum = isa<FloatType>(operands[0].getType());
  switch (node.op) {
  case Op::Neg:
    return arith::SubIOp::create(builder, loc, integer(0), operands[0]);
  case Op::Abs:
    return math::AbsIOp::create(builder, loc, operands[0]);
  case Op::Floor:
    return fromNum ? rounded(math::FloorOp::create(builder, loc, operands[0]))
                   : operands[0];
  case Op::Ceil:
    return fromNum ? rounded(math::CeilOp::create(builder, loc, operands[0]))
                   : operands[0];
  case Op::Round:
    return fromNum
               ? rounded(math::RoundEvenOp::create(builder, loc, operands[0]))
               : operands[0];
  case Op::Add:
    return arith::AddIOp::create(builder, loc, operands[0], operands[1]);
  case Op::Sub:
    return arith::SubIOp::create(builder, loc, operands[0], operands[1]);
  case Op::Mul:
    return arith::MulIOp::create(builder, loc, operands[0], operands[1]);
  case Op::FloorDiv:
    return floorDivide(operands[0], operands[1], /*remainder=*/false);
  case Op::Mod:
    return floorDivide(operands[0], operands[1], /*remainder=*/true);
  case Op::Max:
    return arith::MaxSIOp::create(builder, loc, operands[0], operands[1]);
  case Op::Min:
    return arith::MinSIOp::create(builder, loc, operands[0], operands[1]);
  default:
    llvm_unreachable("not an op on ints");
  }
}

Value FunctionImporter::importNumOp(const Node &node, ValueRange operands) {
  Value x = operands[0];
  Value y = operands.size() > 1 ? operands[1] : Value();
  switch (node.op) {
  case Op::Neg:
    return arith::NegFOp::create(builder, loc, x);
  case Op::Abs:
    return math::AbsFOp::create(builder, loc, x);
  case Op::Exp:
    return math::ExpOp::create(builder, loc, x);
  case Op::Expm1:
    return math::ExpM1Op::create(builder, loc, x);
  case Op::Log:
    return math::LogOp::create(builder, loc, x);
  case Op::Log1p:
    return math::Log1pOp::create(builder, loc, x);
  case Op::Sqrt:
    return math::SqrtOp::create(builder, loc, x);
  case Op::Rsqrt:
    return math::RsqrtOp::create(builder, loc, x);
  case Op::Sin:
    return math::SinOp::create(builder, loc, x);
  case Op::Cos:
    return math::CosOp::create(builder, loc, x);
  case Op::Tanh:
    return math::TanhOp::create(builder, loc, x);
  case Op::Erf:
    return math::ErfOp::create(builder, loc, x);
  case Op::Floor:
    return math::FloorOp::create(builder, loc, x);
  case Op::Ceil:
    return math::CeilOp::create(builder, loc, x);
  case Op::Round:
    return math::RoundEvenOp::create(builder, loc, x);
  case Op::Add:
    return arith::AddFOp::create(builder, loc, x, y);
  case Op::Sub:
    return arith::SubFOp::create(builder, loc, x, y);
  case Op::Mul:
    return arith::MulFOp::create(builder, loc, x, y);
  case Op::Div:
    return arith::DivFOp::create(builder, loc, x, y);
  case Op::Pow:
    return math::PowFOp::create(builder, loc, x, y);
  case Op::FloorDiv:
  case Op::Mod: {
    Value quotient = arith::DivFOp::create(builder, loc, x, y);
    Value down = math::FloorOp::create(builder, loc, quotient);
    if (node.op == Op::FloorDiv)
      return down;
    Value whole = arith::MulFOp::create(builder, loc, y, down);
    return arith::SubFOp::create(builder, loc, x, whole);
  }
  case Op::Max:
    return arith::MaximumFOp::create(builder, loc, x, y);
  case Op::Min:
    return arith::MinimumFOp::create(builder, loc, x, y);
  default:
    llvm_unreachable("not an op on nums");
  }
}

/// As IEEE does: a comparison with NaN is false, `!=` true.
Value FunctionImporter::importComparison(const Node &node,
                                         ValueRange operands) {
  nn::CmpPredicate predicate = *nn::symbolizeCmpPredicate(node.text);
  if (isa<FloatType>(operands[0].getType())) {
    using P = arith::CmpFPredicate;
    constexpr P predicates[] = {P::OEQ, P::UNE, P::OLT, P::OLE, P::OGT, P::OGE};
    return arith::CmpFOp::create(builder, loc,
                                 predicates[static_cast<unsigned>(predicate)],
                                 operands[0], operands[1]);
  }
  using P = arith::CmpIPredicate;
  constexpr P predicates[] = {P::eq, P::ne, P::slt, P::sle, P::sgt, P::sge};
  return arith::CmpIOp::create(builder, loc,
                               predicates[static_cast<unsigned>(predicate)],
                               operands[0], operands[1]);
}

} // namespace nnc
