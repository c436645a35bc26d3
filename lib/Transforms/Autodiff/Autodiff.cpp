//===- Autodiff.cpp - Reverse-mode differentiation ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "Activity.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/MapVector.h"

namespace nnc {
#define GEN_PASS_DEF_AUTODIFF
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// Cotangents of one reverse walk. Contributions are kept apart until the value
/// is reached, so that they can be added in the order of the text, which is the
/// reverse of the order in which they are found.
class Cotangents {
public:
  Cotangents(OpBuilder &builder) : builder(builder) {}

  void add(Value value, Value cotangent) {
    assert(cotangent.getType() == value.getType() &&
           "a cotangent has the type of its value");
    parts[value].push_back(cotangent);
  }

  /// The sum so far, or null where it is zero.
  Value get(Value value, Location loc) {
    auto it = parts.find(value);
    if (it == parts.end())
      return {};
    SmallVector<Value> &list = it->second;
    while (list.size() > 1) {
      Value first = list.pop_back_val();
      Value second = list.pop_back_val();
      list.push_back(nn::AddOp::create(builder, loc, first, second));
    }
    return list.front();
  }

private:
  OpBuilder &builder;
  DenseMap<Value, SmallVector<Value>> parts;
};

struct Autodiff : nnc::impl::AutodiffBase<Autodiff> {
  void runOnOperation() override {
    SmallVector<nn::GradientOp> gradients;
    getOperation().walk([&](nn::GradientOp op) { gradients.push_back(op); });
    if (failed(checkRules(gradients)))
      return signalPassFailure();
    for (auto [index, gradient] : llvm::enumerate(gradients)) {
      // An earlier gradient that this one differentiates has become ops, which
      // need rules as well.
      if (index && failed(checkRules({gradient})))
        return signalPassFailure();
      expand(gradient);
    }
  }

  /// Reports every op without a rule that some gradient needs, each once.
  LogicalResult checkRules(ArrayRef<nn::GradientOp> gradients) {
    llvm::MapVector<Operation *, nn::GradientOp> missing;
    for (nn::GradientOp gradient : gradients)
      for (Operation *op : Activity(gradient).getMissingRules())
        missing.try_emplace(op, gradient);
    for (auto [op, gradient] : missing) {
      InFlightDiagnostic error = op->emitError()
                                 << "`" << op->getName().stripDialect()
                                 << "` has no derivative";
      StringRef path = nn::getLayerPath(op->getLoc());
      if (!path.empty())
        error << ", in layer `" << path << "`";
      error.attachNote(gradient.getLoc()) << "needed for this gradient";
    }
    return success(missing.empty());
  }

  void expand(nn::GradientOp gradient);
  Value guard(OpBuilder &builder, Operation *op, ArrayRef<Value> results,
              Value cotangent);
  void dropUpdates(nn::GradientOp gradient, FlatSymbolRefAttr parameter);
};

} // namespace

void Autodiff::expand(nn::GradientOp gradient) {
  Activity activity(gradient);
  OpBuilder builder(gradient);
  Location loc = gradient.getLoc();
  Cotangents cotangents(builder);
  auto splat = [&](double number, Type type, Location at) -> Value {
    Value constant =
        arith::ConstantOp::create(builder, at, builder.getF64FloatAttr(number));
    return nn::SplatOp::create(builder, at, type, constant);
  };
  Value objective = gradient.getObjective();
  if (activity.isActive(objective))
    cotangents.add(objective, splat(1.0, objective.getType(), loc));

  DenseMap<Attribute, SmallVector<Value>> reads; // last read first
  for (Operation *op : llvm::reverse(activity.getOps())) {
    SmallVector<Value> results;
    for (Value result : op->getResults())
      results.push_back(cotangents.get(result, op->getLoc()));
    if (llvm::none_of(results, [](Value value) { return bool(value); }))
      continue;
    ++numActive;
    if (auto read = dyn_cast<nn::ReadOp>(op)) {
      reads[read.getTargetAttr()].push_back(results.front());
      continue;
    }
    auto rule = dyn_cast<nn::DifferentiableOpInterface>(op);
    if (!rule) // Its result is what the gradient is taken with respect to.
      continue;
    SmallVector<Value> operands = rule.buildVjp(builder, results);
    assert(operands.size() == op->getNumOperands() &&
           "a rule gives one cotangent per operand");
    for (auto [operand, cotangent] : llvm::zip(op->getOperands(), operands))
      if (cotangent && activity.isActive(operand))
        cotangents.add(operand, activity.mayBeDiscarded(op)
                                    ? guard(builder, op, results, cotangent)
                                    : cotangent);
  }

  SmallVector<Value> gradients;
  for (auto [index, type] : llvm::enumerate(gradient.getResultTypes())) {
    Value sum;
    size_t parameters = gradient.getParameters().size();
    if (index < parameters) {
      Attribute parameter = gradient.getParameters()[index];
      for (Value part : llvm::reverse(reads.lookup(parameter)))
        sum =
            sum ? nn::AddOp::create(builder, loc, sum, part).getResult() : part;
      if (!sum)
        dropUpdates(gradient, cast<FlatSymbolRefAttr>(parameter));
    } else {
      sum = cotangents.get(gradient.getValues()[index - parameters], loc);
    }
    gradients.push_back(sum ? sum : splat(0.0, type, loc));
  }
  gradient.replaceAllUsesWith(gradients);
  gradient.erase();
  ++numGradients;
}

/// Keeps a cotangent that is 0 at 0 where the op computed NaN or infinity.
Value Autodiff::guard(OpBuilder &builder, Operation *op,
                      ArrayRef<Value> results, Value cotangent) {
  if (!op->hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
      isa<nn::AddOp, nn::SubOp, nn::NegOp, nn::CastOp, nn::WhereOp>(op))
    return cotangent;
  return nn::guardCotangent(builder, op->getLoc(), results.front(), cotangent);
}

void Autodiff::dropUpdates(nn::GradientOp gradient,
                           FlatSymbolRefAttr parameter) {
  ++numUnreached;
  auto optimizes =
      llvm::to_vector(gradient->getBlock()->getOps<nn::OptimizeOp>());
  for (nn::OptimizeOp optimize : optimizes) {
    if (optimize.getParameterAttr() != parameter)
      continue;
    gradient.emitWarning() << "the loss does not reach parameter `"
                           << parameter.getValue() << "`, so it stays as it is";
    optimize.erase();
  }
}
