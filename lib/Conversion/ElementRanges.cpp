//===- ElementRanges.cpp - What bounds the elements of a tensor -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ElementRanges.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/Matchers.h"

#include "llvm/ADT/TypeSwitch.h"

#include <algorithm>
#include <cmath>

using namespace mlir;

namespace nnc {
namespace {

using Range = std::optional<ElementRange>;

/// Up to here every whole number is one of `type`, and no sum of integers
/// wraps.
double exactLimit(Type type) {
  if (auto real = dyn_cast<FloatType>(type))
    return std::ldexp(1.0, static_cast<int>(real.getFPMantissaWidth()));
  return std::ldexp(1.0, std::min<int>(type.getIntOrFloatBitWidth() - 1, 53)) -
         1;
}

Range ofNumber(Attribute value) {
  double number;
  if (auto real = dyn_cast_or_null<FloatAttr>(value))
    number = real.getValueAsDouble();
  else if (auto whole = dyn_cast_or_null<IntegerAttr>(value))
    number = whole.getValue().sextOrTrunc(64).getSExtValue();
  else
    return std::nullopt;
  return ElementRange{number, number};
}

Range unite(Range a, Range b) {
  if (!a || !b)
    return std::nullopt;
  return ElementRange{std::min(a->low, b->low), std::max(a->high, b->high)};
}

Range product(ElementRange a, ElementRange b) {
  auto [low, high] = std::minmax(
      {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  return ElementRange{low, high};
}

/// From 0 to below the size of an axis.
Range positions(Value tensor, int64_t axis) {
  int64_t size = cast<RankedTensorType>(tensor.getType()).getDimSize(axis);
  if (ShapedType::isDynamic(size) || size == 0)
    return std::nullopt;
  return ElementRange{0.0, static_cast<double>(size - 1)};
}

} // namespace

Range ElementRanges::of(Value tensor) {
  auto [place, isNew] = known.try_emplace(tensor);
  if (!isNew)
    return place->second;
  Range range = compute(tensor);
  if (range) {
    range = ElementRange{std::floor(range->low), std::ceil(range->high)};
    double limit = exactLimit(getElementTypeOrSelf(tensor));
    if (!(range->low >= -limit && range->high <= limit))
      range = std::nullopt;
  }
  return known[tensor] = range;
}

Range ElementRanges::compute(Value tensor) {
  Operation *op = tensor.getDefiningOp();
  if (!op)
    return std::nullopt;
  auto operand = [&](unsigned i) { return of(op->getOperand(i)); };
  return llvm::TypeSwitch<Operation *, Range>(op)
      .Case([&](nn::SplatOp op) -> Range {
        Attribute value;
        return matchPattern(op->getOperand(0), m_Constant(&value))
                   ? ofNumber(value)
                   : std::nullopt;
      })
      .Case([&](nn::ConstantOp op) -> Range {
        auto elements = dyn_cast<DenseElementsAttr>(op.getValue());
        if (!elements || elements.empty())
          return std::nullopt;
        if (elements.isSplat())
          return ofNumber(elements.getSplatValue<Attribute>());
        Range range = ofNumber(*elements.value_begin<Attribute>());
        for (Attribute each : elements.getValues<Attribute>())
          range = unite(range, ofNumber(each));
        return range;
      })
      .Case([&](nn::IotaOp op) {
        return positions(op.getResult(), static_cast<int64_t>(op.getAxis()));
      })
      .Case<nn::ArgmaxOp, nn::ArgminOp>([&](auto op) -> Range {
        if (op.getAxes().size() != 1)
          return std::nullopt;
        return positions(op.getInput(), op.getAxes()[0]);
      })
      .Case([&](nn::CastOp op) -> Range {
        Range range = operand(0);
        // NaN becomes 0.
        if (isa<FloatType>(getElementTypeOrSelf(op.getInput())) &&
            isa<IntegerType>(getElementTypeOrSelf(op.getResult())))
          range = unite(range, ElementRange{0.0, 0.0});
        return range;
      })
      .Case([&](nn::ClampOp) -> Range {
        // min(max(x, low), high): whatever x is.
        Range low = operand(1), high = operand(2);
        if (!low || !high)
          return std::nullopt;
        return ElementRange{std::min(low->low, high->low), high->high};
      })
      .Case([&](nn::AddOp) -> Range {
        Range a = operand(0), b = operand(1);
        if (!a || !b)
          return std::nullopt;
        return ElementRange{a->low + b->low, a->high + b->high};
      })
      .Case([&](nn::SubOp) -> Range {
        Range a = operand(0), b = operand(1);
        if (!a || !b)
          return std::nullopt;
        return ElementRange{a->low - b->high, a->high - b->low};
      })
      .Case([&](nn::MulOp) -> Range {
        Range a = operand(0), b = operand(1);
        return a && b ? product(*a, *b) : std::nullopt;
      })
      .Case([&](nn::ModOp) -> Range {
        // The sign is the divisor's (rule 17).
        Range by = operand(1);
        if (!by || by->low < 1 ||
            !isa<IntegerType>(getElementTypeOrSelf(tensor)))
          return std::nullopt;
        return ElementRange{0.0, by->high - 1};
      })
      .Case<nn::MaxOp, nn::MinOp>(
          [&](auto) { return unite(operand(0), operand(1)); })
      .Case([&](nn::WhereOp) { return unite(operand(1), operand(2)); })
      .Case([&](nn::ConcatOp op) {
        Range range = operand(0);
        for (Value input : op.getInputs().drop_front())
          range = unite(range, of(input));
        return range;
      })
      .Case<nn::FloorOp, nn::CeilOp, nn::RoundOp, nn::BroadcastOp,
            nn::ReshapeOp, nn::TransposeOp, nn::SliceOp, nn::FlipOp,
            nn::StopGradientOp, nn::TakeOp, nn::GatherOp, nn::ReduceMaxOp,
            nn::ReduceMinOp>([&](auto) { return operand(0); })
      .Default(std::nullopt);
}

} // namespace nnc
