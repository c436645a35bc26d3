//===- Autodiff.cpp - Reverse-mode differentiation ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "Reverse.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/MapVector.h"

namespace nnc {
#define GEN_PASS_DEF_AUTODIFF
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// Whether it is with respect to a value inside of the function.
bool isOfValues(nn::GradientOp gradient) {
  return gradient->getParentOfType<nn::ScanOp>() ||
         llvm::any_of(gradient.getValues(), [](Value value) {
           return value.getDefiningOp() != nullptr;
         });
}

struct Autodiff : nnc::impl::AutodiffBase<Autodiff> {
  using AutodiffBase::AutodiffBase;

  void runOnOperation() override {
    SmallVector<nn::GradientOp> gradients;
    getOperation().walk([&](nn::GradientOp op) { gradients.push_back(op); });
    // An earlier one may be part of what a later one differentiates.
    while (ofValues && !gradients.empty() && !isOfValues(gradients.back()))
      gradients.pop_back();
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
  void dropUpdates(nn::GradientOp gradient, FlatSymbolRefAttr parameter);
};

} // namespace

void Autodiff::expand(nn::GradientOp gradient) {
  Activity activity(gradient);
  OpBuilder builder(gradient);
  Location loc = gradient.getLoc();
  Reverse walk(activity, builder, effort);
  Value objective = gradient.getObjective();
  if (activity.isActive(objective))
    walk.add(objective, buildFill(builder, loc, objective.getType(), 1.0));
  // The walk replaces scans, so ask before it.
  SmallVector<nn::ReadOp> ends;
  for (Operation *op : activity.getOps())
    if (auto read = dyn_cast<nn::ReadOp>(op))
      ends.push_back(read);
  numActive += walk.run();

  DenseMap<Attribute, SmallVector<Value>> reads;
  for (nn::ReadOp read : ends)
    if (Value cotangent = walk.get(read, loc))
      reads[read.getTargetAttr()].push_back(cotangent);

  SmallVector<Value> gradients;
  for (auto [index, type] : llvm::enumerate(gradient.getResultTypes())) {
    Value sum;
    size_t parameters = gradient.getParameters().size();
    if (index < parameters) {
      Attribute parameter = gradient.getParameters()[index];
      for (Value part : reads.lookup(parameter))
        sum =
            sum ? nn::AddOp::create(builder, loc, sum, part).getResult() : part;
      if (!sum)
        dropUpdates(gradient, cast<FlatSymbolRefAttr>(parameter));
    } else {
      sum = walk.get(gradient.getValues()[index - parameters], loc);
    }
    gradients.push_back(sum ? sum : buildFill(builder, loc, type, 0.0));
  }
  gradient.replaceAllUsesWith(gradients);
  gradient.erase();
  ++numGradients;
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
