//===- Accumulate.cpp - Steps of several batches --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace nnc {
#define GEN_PASS_DEF_ACCUMULATE
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// Names that no optimizer of the language can give to a state of its own.
constexpr llvm::StringLiteral kSum = ".gradient-sum";
constexpr llvm::StringLiteral kCount = "optimizer.example-count";

class Accumulator {
public:
  Accumulator(nn::TrainOp train, func::FuncOp step)
      : train(train), step(step), builder(train.getContext()),
        count(RankedTensorType::get({}, builder.getF64Type())) {}

  unsigned run(nn::GradientOp gradient);

private:
  void addState(StringRef name, RankedTensorType type, DenseI64ArrayAttr stack);
  /// The sums and the count with this batch, at `gradient`.
  void sum(nn::GradientOp gradient);
  /// Divides the sums by the count, for all that used the gradient.
  void mean(nn::GradientOp gradient);
  Value splat(double value, RankedTensorType type);

  nn::TrainOp train;
  func::FuncOp step;
  OpBuilder builder;
  RankedTensorType count;
  SmallVector<std::string> names;
  SmallVector<Value> sums;
  Value total;
};

struct Accumulate : nnc::impl::AccumulateBase<Accumulate> {
  void runOnOperation() override;
};

} // namespace

static std::string sumOf(Attribute parameter) {
  return ("optimizer." + cast<FlatSymbolRefAttr>(parameter).getValue() + kSum)
      .str();
}

Value Accumulator::splat(double value, RankedTensorType type) {
  Location loc = step.getLoc();
  Value number =
      arith::ConstantOp::create(builder, loc, builder.getF64FloatAttr(value));
  return nn::SplatOp::create(builder, loc, type, number);
}

void Accumulator::addState(StringRef name, RankedTensorType type,
                           DenseI64ArrayAttr stack) {
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPoint(step);
  auto state =
      nn::StateOp::create(builder, step.getLoc(), builder.getStringAttr(name),
                          TypeAttr::get(type), stack);
  builder.setInsertionPointToEnd(&state.getInit().emplaceBlock());
  nn::YieldOp::create(builder, step.getLoc(), splat(0, type));
}

void Accumulator::sum(nn::GradientOp gradient) {
  builder.setInsertionPointAfter(gradient);
  Location loc = gradient.getLoc();
  // As many as the first input that has a named size has examples.
  StringAttr dim = nn::getBatchDim(
      gradient->getParentOfType<func::FuncOp>().getArgumentTypes());
  Value examples =
      nn::DimSizeOp::create(builder, loc, builder.getI64Type(), dim.getValue());
  examples =
      arith::SIToFPOp::create(builder, loc, builder.getF64Type(), examples);
  Value before = nn::ReadOp::create(builder, loc, count, kCount);
  total = nn::AddOp::create(builder, loc, before,
                            nn::SplatOp::create(builder, loc, count, examples));
  // A count of 0 begins a group, whatever the sums of the last one are.
  Value goesOn = nn::CmpOp::create(
      builder, loc, RankedTensorType::get({}, builder.getI1Type()),
      nn::CmpPredicate::gt, before, splat(0, count));
  sums.clear();
  for (auto [name, result] : llvm::zip(names, gradient.getGradients())) {
    auto type = cast<RankedTensorType>(result.getType());
    Value old = nn::ReadOp::create(builder, loc, type, name);
    Value all =
        nn::BroadcastOp::create(builder, loc, type.clone(builder.getI1Type()),
                                goesOn, ArrayRef<int64_t>());
    old = nn::WhereOp::create(builder, loc, type, all, old, splat(0, type));
    Value weight =
        nn::SplatOp::create(builder, loc, result.getType(), examples);
    Value share = nn::MulOp::create(builder, loc, result, weight);
    sums.push_back(nn::AddOp::create(builder, loc, old, share));
  }
}

void Accumulator::mean(nn::GradientOp gradient) {
  Location loc = gradient.getLoc();
  for (auto [result, value] : llvm::zip(gradient.getGradients(), sums)) {
    auto type = cast<RankedTensorType>(result.getType());
    Value number = total;
    if (type.getElementType() != count.getElementType())
      number = nn::CastOp::create(
          builder, loc, RankedTensorType::get({}, type.getElementType()),
          number);
    Value divisor = nn::BroadcastOp::create(builder, loc, type, number,
                                            ArrayRef<int64_t>());
    Value average = nn::DivOp::create(builder, loc, value, divisor);
    // The share of this batch stays.
    result.replaceAllUsesExcept(
        average, value.getDefiningOp<nn::AddOp>().getRhs().getDefiningOp());
  }
}

unsigned Accumulator::run(nn::GradientOp gradient) {
  addState(kCount, count, nullptr);
  for (auto [parameter, result] :
       llvm::zip(gradient.getParameters(), gradient.getGradients())) {
    names.push_back(sumOf(parameter));
    auto declared = SymbolTable::lookupNearestSymbolFrom<nn::ParameterOp>(
        train->getParentOp(),
        SymbolRefAttr::get(train.getModelAttr().getAttr(),
                           {cast<FlatSymbolRefAttr>(parameter)}));
    addState(names.back(), cast<RankedTensorType>(result.getType()),
             declared ? declared.getStackAttr() : DenseI64ArrayAttr());
  }

  // All of the step but what it learns.
  func::FuncOp accumulate = step.clone();
  accumulate.setSymName("accumulate");
  builder.setInsertionPointAfter(step);
  builder.insert(accumulate);
  SmallVector<nn::GradientOp> gradients(accumulate.getOps<nn::GradientOp>());
  for (auto optimize :
       llvm::make_early_inc_range(accumulate.getOps<nn::OptimizeOp>()))
    optimize.erase();
  sum(gradients.back());
  for (auto [name, value] : llvm::zip(names, sums))
    nn::WriteOp::create(builder, step.getLoc(), name, value);
  nn::WriteOp::create(builder, step.getLoc(), kCount, total);

  // The step adds its own batch, takes the mean and ends the group.
  sum(gradient);
  mean(gradient);
  nn::WriteOp::create(builder, step.getLoc(), kCount, splat(0, count));
  return names.size();
}

void Accumulate::runOnOperation() {
  for (auto train : getOperation().getOps<nn::TrainOp>()) {
    auto batches = train.getConfig().getAs<IntegerAttr>("accumulate");
    auto step = train.lookupSymbol<func::FuncOp>("step");
    if (!batches || batches.getInt() < 2 || !step)
      continue;
    // The one that is learned from; others are parts of the loss.
    SmallVector<nn::GradientOp> gradients(step.getOps<nn::GradientOp>());
    if (gradients.empty() || step.getOps<nn::OptimizeOp>().empty())
      continue;
    if (!nn::getBatchDim(step.getArgumentTypes())) {
      step.emitError("counts no examples: no input has a named size");
      return signalPassFailure();
    }
    numSums += Accumulator(train, step).run(gradients.back());
  }
}
