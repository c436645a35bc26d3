//===- FuseAttention.cpp - Make one op of an attention --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/AttentionAxes.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Matchers.h"

#include "llvm/ADT/StringExtras.h"

namespace nnc {
#define GEN_PASS_DEF_FUSEATTENTION
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// The constant that all elements of `tensor` are.
std::optional<double> constantOf(Value tensor) {
  FloatAttr constant;
  auto splat = tensor.getDefiningOp<nn::SplatOp>();
  if (!splat || !matchPattern(splat.getValue(), m_Constant(&constant)))
    return std::nullopt;
  return constant.getValueAsDouble();
}

/// Two operands and the result of a contraction, a letter an axis.
struct Product {
  StringRef left, right, result;

  static std::optional<Product> of(nn::EinsumOp op) {
    if (op.getInputs().size() != 2)
      return std::nullopt;
    Product product;
    auto [sources, result] = op.getPattern().split("->");
    std::tie(product.left, product.right) = sources.split(',');
    product.result = result;
    return product;
  }
};

/// The axis of `tensor`, whose axes have these letters, along which it counts
/// from 0; 0 if it is no such tensor. Axes of size one may have the letter 0.
char countsAlong(Value tensor, StringRef letters) {
  Operation *op = tensor.getDefiningOp();
  if (auto iota = dyn_cast_or_null<nn::IotaOp>(op))
    return letters[iota.getAxis()];
  std::string inner;
  if (auto spread = dyn_cast_or_null<nn::BroadcastOp>(op)) {
    RankedTensorType from = spread.getInput().getType();
    for (auto [axis, dim] : llvm::enumerate(spread.getDims()))
      inner.push_back(from.getDimSize(axis) == 1 ? '\0' : letters[dim]);
    return countsAlong(spread.getInput(), inner);
  }
  auto reshape = dyn_cast_or_null<nn::ReshapeOp>(op);
  if (!reshape)
    return 0;
  // Only axes of size one come and go.
  SmallVector<nn::Size> before, after;
  std::string kept;
  auto isUnit = [](const nn::Size &size) { return size.isOne(); };
  for (auto [letter, size] : llvm::zip_equal(
           letters, nn::getSizes(cast<RankedTensorType>(tensor.getType()))))
    if (!isUnit(size)) {
      after.push_back(size);
      kept.push_back(letter);
    }
  for (const nn::Size &size : nn::getSizes(reshape.getInput().getType())) {
    inner.push_back('\0');
    if (isUnit(size))
      continue;
    if (before.size() < kept.size())
      inner.back() = kept[before.size()];
    before.push_back(size);
  }
  return before == after ? countsAlong(reshape.getInput(), inner) : 0;
}

/// Scores and what they come from.
class Matcher {
public:
  explicit Matcher(nn::EinsumOp last) : last(last) {}

  bool match() {
    std::optional<Product> average = Product::of(last);
    if (!average)
      return false;
    for (unsigned i : {0u, 1u}) {
      softmax = last.getInputs()[i].getDefiningOp<nn::SoftmaxOp>();
      if (!softmax || !softmax->hasOneUse())
        continue;
      value = last.getInputs()[1 - i];
      if (matchScores() &&
          nameAxes(i == 0 ? average->left : average->right,
                   i == 0 ? average->right : average->left, average->result) &&
          matchMasks())
        return true;
    }
    return false;
  }

  void replace() {
    OpBuilder b(last);
    if (mask)
      dropUnits(b);
    auto attention = nn::AttentionOp::create(
        b, last.getLoc(), b.getStringAttr(patternWith(maskLetters)), query, key,
        value, mask, causal ? b.getUnitAttr() : UnitAttr(),
        b.getF64FloatAttr(scale));
    last.replaceAllUsesWith(attention.getResult());
    last.erase();
    for (Operation *op : chain)
      op->erase();
  }

private:
  /// The masks around the scores, their scale, and the contraction.
  bool matchScores() {
    conditions.clear();
    chain = {softmax};
    scale = 1;
    Value scores = softmax.getInput();
    while (auto where = scores.getDefiningOp<nn::WhereOp>()) {
      std::optional<double> other = constantOf(where.getOnFalse());
      if (!where->hasOneUse() || other != -INFINITY)
        return false;
      conditions.push_back(where.getCondition());
      chain.push_back(where);
      scores = where.getOnTrue();
    }
    while (!scores.getDefiningOp<nn::EinsumOp>()) {
      Operation *op = scores.getDefiningOp();
      if (!isa_and_nonnull<nn::MulOp, nn::DivOp>(op) || !op->hasOneUse())
        return false;
      bool divides = isa<nn::DivOp>(op);
      unsigned at = !divides && constantOf(op->getOperand(0)) ? 0 : 1;
      std::optional<double> factor = constantOf(op->getOperand(at));
      if (!factor || (divides && *factor == 0))
        return false;
      chain.push_back(op);
      scale = divides ? scale / *factor : scale * *factor;
      scores = op->getOperand(1 - at);
    }
    product = scores.getDefiningOp<nn::EinsumOp>();
    chain.push_back(product);
    return product->hasOneUse() && product.getInputs().size() == 2;
  }

  /// Finds who is query and who is key, and names all axes after the scores.
  bool nameAxes(StringRef probabilities, StringRef values, StringRef result) {
    Product scoreNames = *Product::of(product);
    scoreLetters = scoreNames.result.str();
    char column = scoreLetters[softmax.getAxis()];
    bool keyIsLeft = scoreNames.left.contains(column);
    if (keyIsLeft == scoreNames.right.contains(column))
      return false;
    key = product.getInputs()[keyIsLeft ? 0 : 1];
    query = product.getInputs()[keyIsLeft ? 1 : 0];
    keyLetters = (keyIsLeft ? scoreNames.left : scoreNames.right).str();
    queryLetters = (keyIsLeft ? scoreNames.right : scoreNames.left).str();
    // A letter of the values that the scores do not have needs a new name.
    std::string used = queryLetters + keyLetters + scoreLetters;
    llvm::SmallDenseMap<char, char> names;
    char fresh = 'a';
    auto renamed = [&](StringRef letters) {
      std::string out;
      for (char letter : letters) {
        size_t axis = probabilities.find(letter);
        char &name = names[letter];
        if (axis != StringRef::npos)
          name = scoreLetters[axis];
        while (!name ||
               (axis == StringRef::npos && StringRef(used).contains(name)))
          name = fresh++;
        out.push_back(name);
      }
      return out;
    };
    valueLetters = renamed(values);
    resultLetters = renamed(result);
    std::optional<nn::AttentionAxes> axes =
        nn::AttentionAxes::parse(patternWith({}));
    if (!axes || axes->column != column)
      return false;
    row = axes->row;
    this->column = column;
    return true;
  }

  std::string patternWith(StringRef mask) const {
    return queryLetters + "," + keyLetters + "," + valueLetters +
           (mask.empty() ? "" : "," + mask.str()) + "->" + resultLetters;
  }

  bool matchMasks() {
    causal = false;
    mask = Value();
    maskLetters.clear();
    for (Value condition : conditions) {
      std::string letters = scoreLetters;
      while (auto spread = condition.getDefiningOp<nn::BroadcastOp>()) {
        std::string inner;
        for (int64_t dim : spread.getDims())
          inner.push_back(letters[dim]);
        letters = inner;
        condition = spread.getInput();
      }
      if (isPast(condition.getDefiningOp<nn::CmpOp>(), letters)) {
        causal = true;
        continue;
      }
      if (mask)
        return false;
      mask = condition;
      maskLetters = letters;
    }
    return !mask || !keptMaskLetters().empty();
  }

  bool isPast(nn::CmpOp cmp, StringRef letters) const {
    if (!cmp)
      return false;
    char left = countsAlong(cmp.getLhs(), letters);
    char right = countsAlong(cmp.getRhs(), letters);
    if (cmp.getPredicate() == nn::CmpPredicate::ge)
      return left == row && right == column;
    return cmp.getPredicate() == nn::CmpPredicate::le && left == column &&
           right == row;
  }

  /// Axes of the mask that were not stretched.
  std::string keptMaskLetters() const {
    std::string kept;
    for (auto [letter, size] :
         llvm::zip_equal(maskLetters, typeOf(mask).getShape()))
      if (size != 1)
        kept.push_back(letter);
    return kept;
  }

  void dropUnits(OpBuilder &b) {
    std::string kept = keptMaskLetters();
    if (kept == maskLetters)
      return;
    maskLetters = kept;
    SmallVector<nn::Size> sizes;
    for (const nn::Size &size : nn::getSizes(typeOf(mask)))
      if (!size.isOne())
        sizes.push_back(size);
    mask = nn::ReshapeOp::create(b, last.getLoc(),
                                 nn::getTensor(sizes, b.getI1Type()), mask);
  }

  nn::EinsumOp last, product;
  nn::SoftmaxOp softmax;
  Value query, key, value, mask;
  std::string queryLetters, keyLetters, valueLetters, resultLetters,
      scoreLetters, maskLetters;
  SmallVector<Value> conditions;
  SmallVector<Operation *> chain; // from the softmax to the scores
  double scale = 1;
  bool causal = false;
  char row = 0, column = 0;
};

struct FuseAttention : nnc::impl::FuseAttentionBase<FuseAttention> {
  void runOnOperation() override {
    SmallVector<nn::EinsumOp> ops;
    getOperation().walk([&](nn::EinsumOp op) { ops.push_back(op); });
    for (nn::EinsumOp op : ops) {
      Matcher matcher(op);
      if (!matcher.match())
        continue;
      matcher.replace();
      ++numFused;
    }
  }
};

} // namespace
