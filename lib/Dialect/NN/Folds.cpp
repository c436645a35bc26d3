//===- Folds.cpp - Folds and canonicalizations ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Exact ones only: x + 0 is not x where x is -0, and splats of run-time
// numbers round once, so they are not multiplied with each other.
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace nnc::nn;

/// Whether every element of `value` is `number`, with its sign: -0 is not 0.
static bool isSplatOf(Value value, double number) {
  if (auto broadcast = value.getDefiningOp<BroadcastOp>())
    return isSplatOf(broadcast.getInput(), number);
  FloatAttr constant;
  if (auto splat = value.getDefiningOp<SplatOp>())
    return isa<FloatType>(splat.getType().getElementType()) &&
           matchPattern(splat.getValue(), m_Constant(&constant)) &&
           constant.getValue().bitwiseIsEqual(APFloat(number));
  SplatElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)))
    return false;
  auto type = dyn_cast<FloatType>(elements.getElementType());
  return type && elements.getSplatValue<APFloat>().bitwiseIsEqual(
                     FloatAttr::get(type, number).getValue());
}

/// The condition that all elements of `value` are, if it is known.
static std::optional<bool> knownBool(Value value) {
  if (auto broadcast = value.getDefiningOp<BroadcastOp>())
    return knownBool(broadcast.getInput());
  IntegerAttr constant;
  auto splat = value.getDefiningOp<SplatOp>();
  if (!splat || !splat.getType().getElementType().isInteger(1) ||
      !matchPattern(splat.getValue(), m_Constant(&constant)))
    return std::nullopt;
  return constant.getValue().getBoolValue();
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

OpFoldResult NegOp::fold(FoldAdaptor) {
  auto inner = getInput().getDefiningOp<NegOp>();
  return inner ? inner.getInput() : Value();
}

OpFoldResult CastOp::fold(FoldAdaptor) {
  return getInput().getType() == getType() ? getInput() : Value();
}

OpFoldResult AddOp::fold(FoldAdaptor) {
  // -0 is the neutral element: 0 + -0 is 0, but -0 + 0 is not -0.
  if (isSplatOf(getRhs(), -0.0))
    return getLhs();
  return isSplatOf(getLhs(), -0.0) ? getRhs() : Value();
}

OpFoldResult SubOp::fold(FoldAdaptor) {
  return isSplatOf(getRhs(), 0.0) ? getLhs() : Value();
}

OpFoldResult MulOp::fold(FoldAdaptor) {
  if (isSplatOf(getRhs(), 1.0))
    return getLhs();
  return isSplatOf(getLhs(), 1.0) ? getRhs() : Value();
}

OpFoldResult DivOp::fold(FoldAdaptor) {
  return isSplatOf(getRhs(), 1.0) ? getLhs() : Value();
}

OpFoldResult WhereOp::fold(FoldAdaptor) {
  SplatElementsAttr condition;
  if (matchPattern(getCondition(), m_Constant(&condition)))
    return condition.getSplatValue<bool>() ? getOnTrue() : getOnFalse();
  if (std::optional<bool> known = knownBool(getCondition()))
    return *known ? getOnTrue() : getOnFalse();
  return getOnTrue() == getOnFalse() ? getOnTrue() : Value();
}

void WhereOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                          MLIRContext *) {
  // where(c, where(c, a, _), b) and where(c, a, where(c, _, b))
  patterns.add(+[](WhereOp op, PatternRewriter &rewriter) {
    Value onTrue = op.getOnTrue(), onFalse = op.getOnFalse();
    auto inner = onTrue.getDefiningOp<WhereOp>();
    if (inner && inner.getCondition() == op.getCondition())
      onTrue = inner.getOnTrue();
    inner = onFalse.getDefiningOp<WhereOp>();
    if (inner && inner.getCondition() == op.getCondition())
      onFalse = inner.getOnFalse();
    if (onTrue == op.getOnTrue() && onFalse == op.getOnFalse())
      return failure();
    rewriter.replaceOpWithNewOp<WhereOp>(op, op.getType(), op.getCondition(),
                                         onTrue, onFalse);
    return success();
  });
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

/// A splat of any shape stays one when it is moved or repeated.
template <typename Op>
static LogicalResult moveSplat(Op op, PatternRewriter &rewriter) {
  auto splat = op.getInput().template getDefiningOp<SplatOp>();
  if (!splat)
    return failure();
  rewriter.replaceOpWithNewOp<SplatOp>(op, op.getType(), splat.getValue());
  return success();
}

static bool isIdentity(ArrayRef<int64_t> axes) {
  return llvm::equal(axes, llvm::seq<int64_t>(0, axes.size()));
}

OpFoldResult BroadcastOp::fold(FoldAdaptor) {
  return getInput().getType() == getType() && isIdentity(getDims()) ? getInput()
                                                                    : Value();
}

void BroadcastOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *) {
  patterns.add(moveSplat<BroadcastOp>);
  patterns.add(+[](BroadcastOp op, PatternRewriter &rewriter) {
    auto inner = op.getInput().getDefiningOp<BroadcastOp>();
    if (!inner)
      return failure();
    SmallVector<int64_t> dims;
    for (int64_t dim : inner.getDims())
      dims.push_back(op.getDims()[dim]);
    rewriter.replaceOpWithNewOp<BroadcastOp>(op, op.getType(), inner.getInput(),
                                             dims);
    return success();
  });
}

OpFoldResult ReshapeOp::fold(FoldAdaptor) {
  return getInput().getType() == getType() ? getInput() : Value();
}

void ReshapeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                            MLIRContext *) {
  patterns.add(moveSplat<ReshapeOp>);
  patterns.add(+[](ReshapeOp op, PatternRewriter &rewriter) {
    auto inner = op.getInput().getDefiningOp<ReshapeOp>();
    if (!inner)
      return failure();
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), inner.getInput());
    return success();
  });
}

OpFoldResult TransposeOp::fold(FoldAdaptor) {
  return isIdentity(getPerm()) ? getInput() : Value();
}

void TransposeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *) {
  patterns.add(moveSplat<TransposeOp>);
  patterns.add(+[](TransposeOp op, PatternRewriter &rewriter) {
    auto inner = op.getInput().getDefiningOp<TransposeOp>();
    if (!inner)
      return failure();
    SmallVector<int64_t> perm;
    for (int64_t axis : op.getPerm())
      perm.push_back(inner.getPerm()[axis]);
    rewriter.replaceOpWithNewOp<TransposeOp>(op, inner.getInput(), perm);
    return success();
  });
  // A transposed contraction is a contraction in another order.
  patterns.add(+[](TransposeOp op, PatternRewriter &rewriter) {
    auto einsum = op.getInput().getDefiningOp<EinsumOp>();
    if (!einsum || !einsum->hasOneUse())
      return failure();
    auto [sources, result] = einsum.getPattern().split("->");
    std::string pattern = (sources + "->").str();
    for (int64_t axis : op.getPerm())
      pattern.push_back(result[axis]);
    rewriter.replaceOpWithNewOp<EinsumOp>(op, pattern, einsum.getInputs());
    return success();
  });
}

OpFoldResult SumOp::fold(FoldAdaptor) {
  return getAxes().empty() ? getInput() : Value();
}

//===----------------------------------------------------------------------===//
// Contractions
//===----------------------------------------------------------------------===//

void EinsumOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                           MLIRContext *) {
  // Transposed operands: rename the axes instead.
  patterns.add(+[](EinsumOp op, PatternRewriter &rewriter) {
    auto [sources, result] = op.getPattern().split("->");
    SmallVector<StringRef> names;
    sources.split(names, ',');
    SmallVector<Value> inputs(op.getInputs());
    SmallVector<std::string> renamed;
    bool changed = false;
    for (auto [input, name] : llvm::zip(inputs, names)) {
      std::string &axes = renamed.emplace_back(name);
      auto transpose = input.getDefiningOp<TransposeOp>();
      if (!transpose)
        continue;
      for (auto [to, from] : llvm::enumerate(transpose.getPerm()))
        axes[from] = name[to];
      input = transpose.getInput();
      changed = true;
    }
    if (!changed)
      return failure();
    std::string pattern = llvm::join(renamed, ",") + "->" + result.str();
    rewriter.replaceOpWithNewOp<EinsumOp>(op, pattern, inputs);
    return success();
  });
  // One operand: a sum, a transpose or nothing at all.
  patterns.add(+[](EinsumOp op, PatternRewriter &rewriter) {
    if (op.getInputs().size() != 1)
      return failure();
    auto [source, result] = op.getPattern().split("->");
    SmallVector<int64_t> summed, perm;
    std::string kept;
    for (auto [axis, name] : llvm::enumerate(source)) {
      if (result.contains(name))
        kept.push_back(name);
      else
        summed.push_back(axis);
    }
    for (char name : result)
      perm.push_back(kept.find(name));
    Value value = op.getInputs().front();
    if (!summed.empty())
      value = SumOp::create(rewriter, op.getLoc(), value, summed);
    rewriter.replaceOpWithNewOp<TransposeOp>(op, value, perm);
    return success();
  });
}
