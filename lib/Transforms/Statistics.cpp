//===- Statistics.cpp - Numbers that describe a tensor --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Statistics.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Matchers.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace nnc {

bool isFloatTensor(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && isa<FloatType>(type.getElementType());
}

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

/// The number that a tensor is filled with.
static std::optional<double> filledWith(Value value) {
  if (auto broadcast = value.getDefiningOp<nn::BroadcastOp>())
    return filledWith(broadcast.getInput());
  auto splat = value.getDefiningOp<nn::SplatOp>();
  if (!splat)
    return std::nullopt;
  Value number = splat.getValue();
  if (auto cast = number.getDefiningOp<arith::SIToFPOp>())
    number = cast.getIn();
  FloatAttr real;
  if (matchPattern(number, m_Constant(&real)))
    return real.getValueAsDouble();
  IntegerAttr whole;
  if (matchPattern(number, m_Constant(&whole)))
    return double(whole.getInt());
  return std::nullopt;
}

bool isReluLike(Operation *op) {
  if (auto max = dyn_cast<nn::MaxOp>(op))
    return filledWith(max.getLhs()) == 0 || filledWith(max.getRhs()) == 0;
  if (auto min = dyn_cast<nn::MinOp>(op))
    for (Value operand : min->getOperands())
      if (Operation *inner = operand.getDefiningOp())
        if (isa<nn::MaxOp>(inner) && isReluLike(inner))
          return true;
  return false;
}

/// `value`, and all that it is computed from element by element.
static llvm::SetVector<Value> sourcesOf(Value value) {
  llvm::SetVector<Value> open;
  open.insert(value);
  for (unsigned i = 0; i < open.size(); ++i)
    if (Operation *op = open[i].getDefiningOp();
        op && op->hasTrait<nn::OpTrait::ElementwiseOnTensors>())
      for (Value operand : op->getOperands())
        open.insert(operand);
  return open;
}

/// Whether it opens and closes what it was computed from, as in
/// `x * sigmoid(2 * x)`, which has no bounds.
static bool isGateOfItself(Operation *op) {
  llvm::SetVector<Value> sources = sourcesOf(op->getOperand(0));
  return llvm::any_of(op->getUsers(), [&](Operation *user) {
    return isa<nn::MulOp>(user) &&
           llvm::any_of(user->getOperands(), [&](Value operand) {
             return sources.contains(operand) && !filledWith(operand);
           });
  });
}

bool isSaturating(Operation *op) {
  if (auto clamp = dyn_cast<nn::ClampOp>(op))
    return filledWith(clamp.getLow()) && filledWith(clamp.getHigh());
  if (isa<nn::SigmoidOp, nn::TanhOp>(op))
    return !isGateOfItself(op);
  return isa<nn::SoftmaxOp>(op);
}

int64_t unitAxis(Value value) {
  int64_t rank = cast<RankedTensorType>(value.getType()).getRank();
  if (rank < 2)
    return -1;
  bool isImage = llvm::any_of(sourcesOf(value), [](Value source) {
    return isa_and_nonnull<nn::ConvOp, nn::ConvTransposeOp, nn::MaxPoolOp,
                           nn::AvgPoolOp>(source.getDefiningOp());
  });
  return rank > 2 && isImage ? 1 : rank - 1;
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

SmallVector<int64_t> StatisticsBuilder::allAxes(Value x, int64_t from) {
  return llvm::to_vector(
      llvm::seq<int64_t>(from, cast<RankedTensorType>(x.getType()).getRank()));
}

Value StatisticsBuilder::fill(Type type, double number) {
  Value constant = arith::ConstantOp::create(b, loc, b.getF64FloatAttr(number));
  return nn::SplatOp::create(b, loc, type, constant);
}

Value StatisticsBuilder::mean(Value x) {
  return nn::MeanOp::create(b, loc, x, allAxes(x));
}

Value StatisticsBuilder::spread(Value x, Value mean) {
  Value wide =
      nn::BroadcastOp::create(b, loc, x.getType(), mean, ArrayRef<int64_t>());
  Value off = nn::SubOp::create(b, loc, x, wide);
  return nn::SqrtOp::create(b, loc,
                            this->mean(nn::MulOp::create(b, loc, off, off)));
}

Value StatisticsBuilder::least(Value x) {
  return nn::ReduceMinOp::create(b, loc, x, allAxes(x));
}

Value StatisticsBuilder::most(Value x) {
  return nn::ReduceMaxOp::create(b, loc, x, allAxes(x));
}

/// In f64: the square of what vanishes in f32 is 0 long before it is.
Value StatisticsBuilder::sumOfSquares(Value x, int64_t stacked) {
  auto type = cast<RankedTensorType>(x.getType());
  if (!type.getElementType().isF64())
    x = nn::CastOp::create(b, loc, nn::withElementType(type, b.getF64Type()),
                           x);
  return nn::SumOp::create(b, loc, nn::MulOp::create(b, loc, x, x),
                           allAxes(x, stacked));
}

Value StatisticsBuilder::norm(Value x, int64_t stacked) {
  return nn::SqrtOp::create(b, loc, sumOfSquares(x, stacked));
}

Value StatisticsBuilder::shareOf(Value condition) {
  Value share = nn::CastOp::create(
      b, loc,
      nn::withElementType(cast<RankedTensorType>(condition.getType()),
                          b.getF32Type()),
      condition);
  return mean(share);
}

Value StatisticsBuilder::dead(Value x, int64_t axis) {
  SmallVector<int64_t> others = allAxes(x);
  llvm::erase(others, axis);
  Value most = nn::ReduceMaxOp::create(b, loc, x, others);
  auto type = cast<RankedTensorType>(most.getType());
  return shareOf(nn::CmpOp::create(b, loc,
                                   nn::withElementType(type, b.getI1Type()),
                                   nn::CmpPredicate::eq, most, fill(type, 0)));
}

Value StatisticsBuilder::saturated(Operation *op) {
  Value x = op->getResult(0);
  double middle = 0, half = 1;
  if (auto softmax = dyn_cast<nn::SoftmaxOp>(op)) {
    // One class takes all.
    x = nn::ReduceMaxOp::create(b, loc, x, int64_t(softmax.getAxis()));
    half = 1;
  } else if (isa<nn::SigmoidOp>(op)) {
    middle = half = 0.5;
  } else if (auto clamp = dyn_cast<nn::ClampOp>(op)) {
    // Known numbers: `isSaturating` has looked.
    double low = filledWith(clamp.getLow()).value_or(0);
    double high = filledWith(clamp.getHigh()).value_or(1);
    middle = (low + high) / 2;
    half = (high - low) / 2;
  }
  Type type = x.getType();
  if (middle != 0)
    x = nn::SubOp::create(b, loc, x, fill(type, middle));
  x = nn::AbsOp::create(b, loc, x);
  // Within a hundredth of the distance between the bounds; for the greatest of
  // a softmax, of 1.
  double near = isa<nn::SoftmaxOp>(op) ? 0.99 : half * 0.98;
  return shareOf(nn::CmpOp::create(
      b, loc, nn::withElementType(cast<RankedTensorType>(type), b.getI1Type()),
      nn::CmpPredicate::gt, x, fill(type, near)));
}

Value StatisticsBuilder::range(Value x, int64_t axis) {
  Value high = nn::ReduceMaxOp::create(b, loc, x, axis);
  Value low = nn::ReduceMinOp::create(b, loc, x, axis);
  return most(nn::SubOp::create(b, loc, high, low));
}

void returnStatistics(Operation *function, ArrayRef<NamedNumber> statistics) {
  auto func = cast<func::FuncOp>(function);
  Block &body = func.getBody().front();
  OpBuilder builder(body.getTerminator());
  SmallVector<Value> values;
  SmallVector<Attribute> names;
  for (const NamedNumber &statistic : statistics) {
    values.push_back(statistic.value);
    names.push_back(builder.getDictionaryAttr(builder.getNamedAttr(
        "nn.name", builder.getStringAttr(statistic.name))));
  }
  body.getTerminator()->setOperands(values);
  func.setFunctionType(builder.getFunctionType(body.getArgumentTypes(),
                                               ValueRange(values).getTypes()));
  func.setResAttrsAttr(builder.getArrayAttr(names));
}

} // namespace nnc
