//===- AddInspect.cpp - Show every layer's value --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Dialect/NN/Scan.h"

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

namespace {

/// The last value of a layer, with the axes of the iterations of rolled loops
/// first, as many as `stacked`; each is a `*` of the path.
struct Shown {
  Value value;
  int64_t stacked = 0;
};
using ShownLayers = llvm::MapVector<StringRef, Shown>;

} // namespace

/// A later value moves its layer back.
static void show(ShownLayers &layers, StringRef path, Shown shown) {
  auto type = dyn_cast<RankedTensorType>(shown.value.getType());
  if (path.empty() || !type || !isa<FloatType>(type.getElementType()))
    return;
  layers.erase(path);
  layers[path] = shown;
}

static ShownLayers collect(Block &body);

/// What a loop's body shows is emitted. Iterations over layers come first,
/// those over time behind them.
static void collectScan(nn::ScanOp scan, ShownLayers &layers) {
  StringRef path = nn::getLayerPath(scan.getLoc());
  ShownLayers inner = collect(scan.getBody().front());
  nn::ScanParts parts(scan);
  unsigned before = parts.emits.size();
  for (auto &[name, shown] : inner) {
    bool isLayers =
        int64_t(name.count('*')) > int64_t(path.count('*')) + shown.stacked;
    parts.emits.push_back(shown.value);
    parts.emitAxes.push_back(isLayers ? 0 : shown.stacked);
    shown.stacked += isLayers;
  }
  nn::ScanOp with = parts.replace(scan);
  if (!inner.contains(path) && with->getNumResults() > 0)
    show(layers, path, {with->getResults().back()});
  for (auto [i, entry] : llvm::enumerate(inner))
    show(layers, entry.first,
         {with.getEmits()[before + i], entry.second.stacked});
}

static ShownLayers collect(Block &body) {
  ShownLayers layers;
  for (Operation &op : llvm::make_early_inc_range(body.without_terminator())) {
    if (auto scan = dyn_cast<nn::ScanOp>(op))
      collectScan(scan, layers);
    else if (op.getNumResults() == 1 &&
             !isa<nn::ReadOp, nn::ConstantOp, nn::SplatOp>(op))
      show(layers, nn::getLayerPath(op.getLoc()), {op.getResult(0)});
  }
  return layers;
}

void AddInspect::addTo(nn::TrainOp train, func::FuncOp step) {
  func::FuncOp inspect = step.clone();
  inspect.setSymName("inspect");
  train.getBody().front().push_back(inspect);
  Block &body = inspect.getBody().front();
  keepForward(body);
  ShownLayers last = collect(body);

  OpBuilder builder(body.getTerminator());
  SmallVector<Value> values;
  for (const auto &[path, shown] : last)
    values.push_back(shown.value);
  body.getTerminator()->setOperands(values);
  inspect.setFunctionType(builder.getFunctionType(
      body.getArgumentTypes(), ValueRange(values).getTypes()));
  SmallVector<Attribute> names;
  for (const auto &[path, shown] : last)
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
