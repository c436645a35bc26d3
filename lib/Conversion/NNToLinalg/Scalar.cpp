//===- Scalar.cpp - What each elementwise op does to one element ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// The rules are those of language 2.8: integers wrap, `//` and `%` round down
// and give 0 for a divisor of 0, comparisons follow IEEE, `max`, `min` and
// `clamp` pass NaN on, a cast to an integer saturates.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

#include "llvm/ADT/TypeSwitch.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace nnc {

namespace {

/// Emits scalar operations at one place.
struct Scalar {
  OpBuilder &b;
  Location loc;

  template <typename OpT> Value op(ValueRange args) {
    return OpT::create(b, loc, args).getResult();
  }
  Value constant(Type type, double value) {
    return constantOf(b, loc, type, value);
  }
  Value cmp(arith::CmpIPredicate predicate, Value x, Value y) {
    return arith::CmpIOp::create(b, loc, predicate, x, y);
  }
  Value cmp(arith::CmpFPredicate predicate, Value x, Value y) {
    return arith::CmpFOp::create(b, loc, predicate, x, y);
  }
  Value select(Value condition, Value x, Value y) {
    return arith::SelectOp::create(b, loc, condition, x, y);
  }

  Value sigmoid(Value x) {
    Value one = constant(x.getType(), 1);
    Value e = op<math::ExpOp>(op<arith::NegFOp>(x));
    return op<arith::DivFOp>({one, op<arith::AddFOp>({one, e})});
  }

  Value sign(Value x) {
    Type type = x.getType();
    Value zero = constant(type, 0);
    if (isa<IntegerType>(type)) {
      Value negative = cmp(arith::CmpIPredicate::slt, x, zero);
      Value positive = cmp(arith::CmpIPredicate::sgt, x, zero);
      return select(positive, constant(type, 1),
                    select(negative, constant(type, -1), zero));
    }
    Value negative = cmp(arith::CmpFPredicate::OLT, x, zero);
    Value positive = cmp(arith::CmpFPredicate::OGT, x, zero);
    // Zeros and NaN are their own sign.
    return select(positive, constant(type, 1),
                  select(negative, constant(type, -1), x));
  }

  /// Repeated squaring.
  Value powInt(Value x, int64_t exponent) {
    bool floating = isa<FloatType>(x.getType());
    auto multiply = [&](Value p, Value q) {
      return floating ? op<arith::MulFOp>({p, q}) : op<arith::MulIOp>({p, q});
    };
    Value result;
    uint64_t left = exponent < 0 ? -static_cast<uint64_t>(exponent) : exponent;
    for (Value square = x; left; left >>= 1) {
      if (left & 1)
        result = result ? multiply(result, square) : square;
      if (left > 1)
        square = multiply(square, square);
    }
    Value one = constant(x.getType(), 1);
    if (!result)
      return one;
    return exponent < 0 ? op<arith::DivFOp>({one, result}) : result;
  }

  Value pow(Value x, Value y) {
    Type type = x.getType();
    Value negative = cmp(arith::CmpFPredicate::OLT, x, constant(type, 0));
    Value nan = constant(type, std::numeric_limits<double>::quiet_NaN());
    return select(negative, nan, op<math::PowFOp>({x, y}));
  }

  /// Quotient and remainder of integers, rounded down. Divisors 0 and -1,
  /// which `divsi` may not meet at all or at the least integer, go around it.
  std::pair<Value, Value> divideInts(Value x, Value y) {
    Type type = y.getType();
    Value zero = constant(type, 0), one = constant(type, 1);
    Value isZero = cmp(arith::CmpIPredicate::eq, y, zero);
    Value isMinusOne = cmp(arith::CmpIPredicate::eq, y, constant(type, -1));
    Value special = op<arith::OrIOp>({isZero, isMinusOne});
    Value divisor = select(special, one, y);
    Value quotient = op<arith::DivSIOp>({x, divisor});
    Value remainder = op<arith::RemSIOp>({x, divisor});
    Value inexact = cmp(arith::CmpIPredicate::ne, remainder, zero);
    Value signs = cmp(arith::CmpIPredicate::slt,
                      op<arith::XOrIOp>({remainder, divisor}), zero);
    Value adjust = op<arith::AndIOp>({inexact, signs});
    quotient = select(adjust, op<arith::SubIOp>({quotient, one}), quotient);
    remainder =
        select(adjust, op<arith::AddIOp>({remainder, divisor}), remainder);
    Value minus = op<arith::SubIOp>({zero, x});
    quotient = select(isMinusOne, minus, quotient);
    // With a divisor of 1 the remainder is 0 already.
    return {select(isZero, zero, quotient), remainder};
  }

  Value modFloat(Value x, Value y) {
    Value zero = constant(y.getType(), 0);
    Value remainder = op<arith::RemFOp>({x, y});
    Value inexact = cmp(arith::CmpFPredicate::UNE, remainder, zero);
    Value negative = cmp(arith::CmpFPredicate::OLT, remainder, zero);
    Value negativeDivisor = cmp(arith::CmpFPredicate::OLT, y, zero);
    Value signs = cmp(arith::CmpIPredicate::ne, negative, negativeDivisor);
    Value adjust = op<arith::AndIOp>({inexact, signs});
    return select(adjust, op<arith::AddFOp>({remainder, y}), remainder);
  }

  /// (x - x mod y) / y is an integer but for rounding; a divisor of 0 gives
  /// what the division gives.
  Value floorDivFloat(Value x, Value y) {
    Value exact =
        op<arith::DivFOp>({op<arith::SubFOp>({x, modFloat(x, y)}), y});
    Value isZero = cmp(arith::CmpFPredicate::OEQ, y, constant(y.getType(), 0));
    return select(isZero, op<arith::DivFOp>({x, y}),
                  op<math::RoundEvenOp>(exact));
  }

  Value compare(nn::CmpPredicate predicate, Value x, Value y) {
    using nn::CmpPredicate;
    if (isa<FloatType>(x.getType())) {
      switch (predicate) {
      case CmpPredicate::eq:
        return cmp(arith::CmpFPredicate::OEQ, x, y);
      case CmpPredicate::ne:
        return cmp(arith::CmpFPredicate::UNE, x, y);
      case CmpPredicate::lt:
        return cmp(arith::CmpFPredicate::OLT, x, y);
      case CmpPredicate::le:
        return cmp(arith::CmpFPredicate::OLE, x, y);
      case CmpPredicate::gt:
        return cmp(arith::CmpFPredicate::OGT, x, y);
      case CmpPredicate::ge:
        return cmp(arith::CmpFPredicate::OGE, x, y);
      }
    }
    // As a signed number, true is -1.
    bool boolean = x.getType().isInteger(1);
    switch (predicate) {
    case CmpPredicate::eq:
      return cmp(arith::CmpIPredicate::eq, x, y);
    case CmpPredicate::ne:
      return cmp(arith::CmpIPredicate::ne, x, y);
    case CmpPredicate::lt:
      return cmp(boolean ? arith::CmpIPredicate::ult
                         : arith::CmpIPredicate::slt,
                 x, y);
    case CmpPredicate::le:
      return cmp(boolean ? arith::CmpIPredicate::ule
                         : arith::CmpIPredicate::sle,
                 x, y);
    case CmpPredicate::gt:
      return cmp(boolean ? arith::CmpIPredicate::ugt
                         : arith::CmpIPredicate::sgt,
                 x, y);
    case CmpPredicate::ge:
      return cmp(boolean ? arith::CmpIPredicate::uge
                         : arith::CmpIPredicate::sge,
                 x, y);
    }
    llvm_unreachable("all predicates are handled");
  }

  Value isNan(Value x) { return cmp(arith::CmpFPredicate::UNO, x, x); }

  Value max(Value x, Value y) {
    if (isa<FloatType>(x.getType()))
      return op<arith::MaximumFOp>({x, y});
    return x.getType().isInteger(1) ? op<arith::OrIOp>({x, y})
                                    : op<arith::MaxSIOp>({x, y});
  }
  Value min(Value x, Value y) {
    if (isa<FloatType>(x.getType()))
      return op<arith::MinimumFOp>({x, y});
    return x.getType().isInteger(1) ? op<arith::AndIOp>({x, y})
                                    : op<arith::MinSIOp>({x, y});
  }

  Value floatToInt(Value x, IntegerType to) {
    Type from = x.getType();
    // 2^(n-1) is exact in every float type that can hold it; where it is not
    // finite (f16 to i32) no finite value is out of range.
    unsigned bits = to.getWidth();
    Value limit = constant(from, std::ldexp(1.0, bits - 1));
    Value lowLimit = constant(from, -std::ldexp(1.0, bits - 1));
    Value most = arith::ConstantOp::create(
        b, loc, b.getIntegerAttr(to, APInt::getSignedMaxValue(bits)));
    Value least = arith::ConstantOp::create(
        b, loc, b.getIntegerAttr(to, APInt::getSignedMinValue(bits)));
    Value high = cmp(arith::CmpFPredicate::OGE, x, limit);
    Value low = cmp(arith::CmpFPredicate::OLE, x, lowLimit);
    Value outside = op<arith::OrIOp>({isNan(x), op<arith::OrIOp>({high, low})});
    // Converting anything outside would be undefined.
    Value safe = select(outside, constant(from, 0), x);
    Value inside = arith::FPToSIOp::create(b, loc, to, safe);
    return select(high, most, select(low, least, inside));
  }

  Value intToInt(Value x, IntegerType to) {
    auto from = cast<IntegerType>(x.getType());
    if (from.getWidth() == 1)
      return arith::ExtUIOp::create(b, loc, to, x);
    if (from.getWidth() < to.getWidth())
      return arith::ExtSIOp::create(b, loc, to, x);
    auto bound = [&](const APInt &value) -> Value {
      return arith::ConstantOp::create(
          b, loc, b.getIntegerAttr(from, value.sext(from.getWidth())));
    };
    Value most = bound(APInt::getSignedMaxValue(to.getWidth()));
    Value least = bound(APInt::getSignedMinValue(to.getWidth()));
    Value inside = min(max(x, least), most);
    return arith::TruncIOp::create(b, loc, to, inside);
  }

  Value castTo(Value x, Type to) {
    Type from = x.getType();
    if (from == to)
      return x;
    if (to.isInteger(1)) {
      Value zero = constant(from, 0);
      return isa<FloatType>(from) ? cmp(arith::CmpFPredicate::UNE, x, zero)
                                  : cmp(arith::CmpIPredicate::ne, x, zero);
    }
    if (isa<FloatType>(from))
      return isa<FloatType>(to) ? toFloat(b, loc, x, to)
                                : floatToInt(x, cast<IntegerType>(to));
    if (isa<IntegerType>(to))
      return intToInt(x, cast<IntegerType>(to));
    return from.isInteger(1) ? Value(arith::UIToFPOp::create(b, loc, to, x))
                             : Value(arith::SIToFPOp::create(b, loc, to, x));
  }
};

/// Floats narrower than f32 compute in f32, which rounds each op once.
bool computesInF32(Operation *op) {
  return !isa<nn::CastOp, nn::WhereOp, nn::CmpOp, nn::IsNanOp, nn::NegOp,
              nn::AbsOp, nn::MaxOp, nn::MinOp, nn::ClampOp>(op);
}

Value build(Operation *op, Scalar s, ValueRange x, Type type) {
  bool floating = isa<FloatType>(type);
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](nn::NegOp) {
        return floating ? s.op<arith::NegFOp>(x[0])
                        : s.op<arith::SubIOp>({s.constant(type, 0), x[0]});
      })
      .Case([&](nn::AbsOp) {
        if (floating)
          return s.op<math::AbsFOp>(x[0]);
        Value minus = s.op<arith::SubIOp>({s.constant(type, 0), x[0]});
        return s.op<arith::MaxSIOp>({x[0], minus});
      })
      .Case([&](nn::ExpOp) { return s.op<math::ExpOp>(x); })
      .Case([&](nn::Expm1Op) { return s.op<math::ExpM1Op>(x); })
      .Case([&](nn::LogOp) { return s.op<math::LogOp>(x); })
      .Case([&](nn::Log1pOp) { return s.op<math::Log1pOp>(x); })
      .Case([&](nn::SqrtOp) { return s.op<math::SqrtOp>(x); })
      .Case([&](nn::RsqrtOp) {
        return s.op<arith::DivFOp>(
            {s.constant(type, 1), s.op<math::SqrtOp>(x)});
      })
      .Case([&](nn::SinOp) { return s.op<math::SinOp>(x); })
      .Case([&](nn::CosOp) { return s.op<math::CosOp>(x); })
      .Case([&](nn::TanhOp) { return s.op<math::TanhOp>(x); })
      .Case([&](nn::ErfOp) { return s.op<math::ErfOp>(x); })
      .Case([&](nn::SigmoidOp) { return s.sigmoid(x[0]); })
      .Case([&](nn::FloorOp) { return s.op<math::FloorOp>(x); })
      .Case([&](nn::CeilOp) { return s.op<math::CeilOp>(x); })
      .Case([&](nn::RoundOp) { return s.op<math::RoundEvenOp>(x); })
      .Case([&](nn::SignOp) { return s.sign(x[0]); })
      .Case([&](nn::NotOp) {
        return s.op<arith::XOrIOp>({x[0], s.constant(type, 1)});
      })
      .Case([&](nn::PowIntOp op) { return s.powInt(x[0], op.getExponent()); })
      .Case([&](nn::IsNanOp) { return s.isNan(x[0]); })
      .Case([&](nn::CastOp) { return s.castTo(x[0], type); })
      .Case([&](nn::AddOp) {
        return floating ? s.op<arith::AddFOp>(x) : s.op<arith::AddIOp>(x);
      })
      .Case([&](nn::SubOp) {
        return floating ? s.op<arith::SubFOp>(x) : s.op<arith::SubIOp>(x);
      })
      .Case([&](nn::MulOp) {
        return floating ? s.op<arith::MulFOp>(x) : s.op<arith::MulIOp>(x);
      })
      .Case([&](nn::DivOp) { return s.op<arith::DivFOp>(x); })
      .Case([&](nn::PowOp) { return s.pow(x[0], x[1]); })
      .Case([&](nn::FloorDivOp) {
        return floating ? s.floorDivFloat(x[0], x[1])
                        : s.divideInts(x[0], x[1]).first;
      })
      .Case([&](nn::ModOp) {
        return floating ? s.modFloat(x[0], x[1])
                        : s.divideInts(x[0], x[1]).second;
      })
      .Case([&](nn::MaxOp) { return s.max(x[0], x[1]); })
      .Case([&](nn::MinOp) { return s.min(x[0], x[1]); })
      .Case([&](nn::AndOp) { return s.op<arith::AndIOp>(x); })
      .Case([&](nn::OrOp) { return s.op<arith::OrIOp>(x); })
      .Case([&](nn::CmpOp op) {
        return s.compare(op.getPredicate(), x[0], x[1]);
      })
      .Case([&](nn::WhereOp) { return s.select(x[0], x[1], x[2]); })
      .Case([&](nn::ClampOp) { return s.min(s.max(x[0], x[1]), x[2]); })
      .DefaultUnreachable("an elementwise op without a scalar rule");
}

} // namespace

Value castScalar(OpBuilder &b, Location loc, Value x, Type to) {
  return Scalar{b, loc}.castTo(x, to);
}

Value scalarValue(Operation *op, OpBuilder &b, Location loc, ValueRange args,
                  Type result) {
  Type wide = accumulatorType(result);
  if (wide == result || !computesInF32(op))
    return build(op, {b, loc}, args, result);
  Values extended;
  for (Value arg : args)
    extended.push_back(toFloat(b, loc, arg, wide));
  return toFloat(b, loc, build(op, {b, loc}, extended, wide), result);
}

} // namespace nnc
