//===- ShowAttention.cpp - Let a model answer where it looks --------------===//
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
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "llvm/ADT/StringMap.h"

namespace nnc {
#define GEN_PASS_DEF_SHOWATTENTION
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// Weights of an attention, axes `[stacked.., batch, heads.., row, column]`.
struct Weights {
  StringRef path;
  Value value;
  int64_t stacked = 0; ///< Axes of rolled loops over layers, each a `*`.
};

struct ShowAttention : nnc::impl::ShowAttentionBase<ShowAttention> {
  void runOnOperation() override;
  bool addTo(func::FuncOp infer);
};

} // namespace

static int64_t rankOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getRank();
}

/// The contraction that scores are made of, element by element.
static nn::EinsumOp findProduct(Value scores) {
  Operation *op = scores.getDefiningOp();
  if (auto product = dyn_cast_or_null<nn::EinsumOp>(op))
    return product.getInputs().size() == 2 ? product : nn::EinsumOp();
  if (!op || !op->hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
      isa<nn::CmpOp>(op))
    return {};
  for (Value operand : op->getOperands())
    if (nn::EinsumOp product = findProduct(operand))
      return product;
  return {};
}

/// Whether `weights` average something along their axis `axis`.
static bool averages(Value weights, int64_t axis) {
  return llvm::any_of(weights.getUses(), [&](OpOperand &use) {
    auto average = dyn_cast<nn::EinsumOp>(use.getOwner());
    if (!average || average.getInputs().size() != 2)
      return false;
    auto [sources, result] = average.getPattern().split("->");
    auto [left, right] = sources.split(',');
    bool isLeft = use.getOperandNumber() == 0;
    char column = (isLeft ? left : right)[axis];
    return (isLeft ? right : left).contains(column) && !result.contains(column);
  });
}

/// The axis that looks, of scores along whose axis `column` is looked: one that
/// the keys lack, or else the last one. -1 where the keys do not depend on the
/// example, as in a mixture of experts.
static int64_t findRow(nn::EinsumOp product, int64_t column) {
  auto [sources, scores] = product.getPattern().split("->");
  auto [left, right] = sources.split(',');
  StringRef keys = left.contains(scores[column]) ? left : right;
  if (column == 0 || !keys.contains(scores[0]))
    return -1;
  int64_t last = -1;
  for (int64_t axis = scores.size() - 1; axis >= 0; --axis) {
    if (axis != column && !keys.contains(scores[axis]))
      return axis;
    if (axis != column && last < 0)
      last = axis;
  }
  return last;
}

/// The weights with the rows and the columns last, null where `softmax` belongs
/// to no attention.
static Value weightsOf(nn::SoftmaxOp softmax) {
  Value weights = softmax.getResult();
  int64_t column = softmax.getAxis();
  nn::EinsumOp product = findProduct(softmax.getInput());
  if (!product || !averages(weights, column))
    return {};
  int64_t row = findRow(product, column);
  if (row < 0)
    return {};
  SmallVector<int64_t> perm;
  for (int64_t axis = 0; axis < rankOf(weights); ++axis)
    if (axis != column && (axis != row || row == 0))
      perm.push_back(axis);
  if (row > 0)
    perm.push_back(row);
  perm.push_back(column);
  if (llvm::is_sorted(perm))
    return weights;
  OpBuilder builder(softmax->getContext());
  builder.setInsertionPointAfter(softmax);
  return nn::TransposeOp::create(builder, softmax.getLoc(), weights, perm);
}

static SmallVector<Weights> collect(Block &body);

/// What is inside of a loop is emitted: iterations over layers come first, and
/// steps in time are the places that look.
static void collectScan(nn::ScanOp scan, SmallVectorImpl<Weights> &all) {
  StringRef path = nn::getLayerPath(scan.getLoc());
  SmallVector<Weights> inner = collect(scan.getBody().front());
  if (inner.empty())
    return;
  nn::ScanParts parts(scan);
  unsigned before = parts.emits.size();
  for (Weights &weights : inner) {
    bool isLayers = int64_t(weights.path.count('*')) >
                    int64_t(path.count('*')) + weights.stacked;
    parts.emits.push_back(weights.value);
    parts.emitAxes.push_back(isLayers ? 0 : rankOf(weights.value) - 1);
    weights.stacked += isLayers;
  }
  nn::ScanOp with = parts.replace(scan);
  for (auto [i, weights] : llvm::enumerate(inner))
    all.push_back({weights.path, with.getEmits()[before + i], weights.stacked});
}

static SmallVector<Weights> collect(Block &body) {
  SmallVector<Weights> all;
  for (Operation &op : llvm::make_early_inc_range(body.without_terminator())) {
    if (auto scan = dyn_cast<nn::ScanOp>(op))
      collectScan(scan, all);
    else if (auto softmax = dyn_cast<nn::SoftmaxOp>(op))
      if (Value value = weightsOf(softmax))
        all.push_back({nn::getLayerPath(op.getLoc()), value});
  }
  return all;
}

bool ShowAttention::addTo(func::FuncOp infer) {
  Block &body = infer.getBody().front();
  SmallVector<Value> values;
  SmallVector<Attribute> names;
  llvm::StringMap<int> taken;
  OpBuilder builder(infer.getContext());
  for (const Weights &weights : collect(body)) {
    if (rankOf(weights.value) - weights.stacked < 3)
      continue; // One place looks: a pooling.
    std::string name = weights.path.empty() ? "attention" : weights.path.str();
    if (int number = ++taken[name]; number > 1)
      name += "." + std::to_string(number);
    values.push_back(weights.value);
    names.push_back(builder.getDictionaryAttr(
        builder.getNamedAttr("nn.name", builder.getStringAttr(name))));
  }
  body.getTerminator()->setOperands(values);
  infer.setFunctionType(builder.getFunctionType(body.getArgumentTypes(),
                                                ValueRange(values).getTypes()));
  infer.setResAttrsAttr(builder.getArrayAttr(names));
  SmallVector<Operation *> ops;
  for (Operation &op : body.without_terminator())
    ops.push_back(&op);
  for (Operation *op : llvm::reverse(ops))
    if (op->use_empty() && (isMemoryEffectFree(op) || isa<nn::GradientOp>(op)))
      op->erase();
  numMaps += values.size();
  return !values.empty();
}

void ShowAttention::runOnOperation() {
  for (auto model : getOperation().getOps<nn::ModelOp>())
    if (auto infer = model.lookupSymbol<func::FuncOp>("infer");
        infer && !addTo(infer))
      infer.erase();
}
