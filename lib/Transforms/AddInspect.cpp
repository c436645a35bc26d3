//===- AddInspect.cpp - Show every layer's value --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace nnc {
#define GEN_PASS_DEF_ADDINSPECT
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

struct AddInspect : nnc::impl::AddInspectBase<AddInspect> {
  void runOnOperation() override;
  void addTo(nn::TrainOp train, func::FuncOp step);
};

} // namespace

/// Removes gradients, effects and what depends on them.
static void keepForward(Block &body) {
  llvm::SmallSetVector<Operation *, 32> backward;
  for (Operation &op : body.without_terminator()) {
    bool depends = isa<nn::GradientOp>(op) ||
                   llvm::any_of(op.getOperands(), [&](Value operand) {
                     return backward.contains(operand.getDefiningOp());
                   });
    if (depends || isa<nn::MetricOp, nn::WriteOp, nn::OptimizeOp>(op))
      backward.insert(&op);
  }
  for (Operation *op : llvm::reverse(backward))
    op->erase();
}

void AddInspect::addTo(nn::TrainOp train, func::FuncOp step) {
  func::FuncOp inspect = step.clone();
  inspect.setSymName("inspect");
  train.getBody().front().push_back(inspect);
  Block &body = inspect.getBody().front();
  keepForward(body);

  // The last value of each layer; a later value moves its layer back.
  llvm::MapVector<StringRef, Value> last;
  for (Operation &op : body.without_terminator()) {
    StringRef path = nn::getLayerPath(op.getLoc());
    if (path.empty() || op.getNumResults() != 1)
      continue;
    auto type = dyn_cast<RankedTensorType>(op.getResult(0).getType());
    if (!type || !isa<FloatType>(type.getElementType()) ||
        isa<nn::ReadOp, nn::ConstantOp, nn::SplatOp>(op))
      continue;
    last.erase(path);
    last[path] = op.getResult(0);
  }

  OpBuilder builder(body.getTerminator());
  SmallVector<Value> values;
  for (auto [path, value] : last)
    values.push_back(value);
  body.getTerminator()->setOperands(values);
  inspect.setFunctionType(builder.getFunctionType(
      body.getArgumentTypes(), ValueRange(values).getTypes()));
  SmallVector<Attribute> names;
  for (auto [path, value] : last)
    names.push_back(builder.getDictionaryAttr(
        builder.getNamedAttr("nn.name", builder.getStringAttr(path))));
  inspect.setResAttrsAttr(builder.getArrayAttr(names));
  numLayers += last.size();
}

void AddInspect::runOnOperation() {
  for (auto train : getOperation().getOps<nn::TrainOp>())
    if (auto step = train.lookupSymbol<func::FuncOp>("step"))
      addTo(train, step);
}
