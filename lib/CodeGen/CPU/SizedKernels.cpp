//===- SizedKernels.cpp - One kernel for known and unknown sizes ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The body for a known batch and the body for any batch are often the same but
// for the bounds of loops. Both are compared from their results backwards: a
// number in one may be anything in the other that comes to this number, given
// the sizes of the first.
//
//===----------------------------------------------------------------------===//

#include "SizedKernels.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

bool isCompatible(Type general, Type special) {
  auto to = dyn_cast<RankedTensorType>(general);
  auto from = dyn_cast<RankedTensorType>(special);
  if (!to || !from)
    return general == special;
  return to.getElementType() == from.getElementType() &&
         succeeded(verifyCompatibleShape(to, from));
}

class SizedMatch {
public:
  SizedMatch(func::FuncOp general, func::FuncOp special)
      : general(general), special(special) {}

  std::optional<SmallVector<PassedArgument>> run() {
    Block &body = general.getBody().front();
    if (!equalOps(body.getTerminator(),
                  special.getBody().front().getTerminator()) ||
        !llvm::all_of(numbers, [&](auto pair) {
          return evaluate(pair.first) == pair.second;
        }))
      return std::nullopt;
    SmallVector<PassedArgument> passed;
    for (BlockArgument arg : body.getArguments()) {
      if (Value own = values.lookup(arg))
        passed.push_back({cast<BlockArgument>(own).getArgNumber(), 0});
      else if (auto it = numbers.find(arg); it != numbers.end())
        passed.push_back({std::nullopt, it->second});
      else
        return std::nullopt;
    }
    return passed;
  }

private:
  bool equal(Value g, Value s) {
    if (Value known = values.lookup(g))
      return known == s;
    std::optional<int64_t> number = getConstantIntValue(s);
    if (number && g.getType().isIndex()) {
      // What it comes to is known when all arguments have been met.
      auto [it, inserted] = numbers.try_emplace(g, *number);
      return it->second == *number;
    }
    auto gArg = dyn_cast<BlockArgument>(g), sArg = dyn_cast<BlockArgument>(s);
    if (!gArg != !sArg)
      return false;
    if (gArg)
      return gArg.getOwner() == &general.getBody().front() &&
             sArg.getOwner() == &special.getBody().front() && pair(g, s);
    auto gResult = cast<OpResult>(g), sResult = cast<OpResult>(s);
    Operation *gOp = gResult.getOwner(), *sOp = sResult.getOwner();
    if (gResult.getResultNumber() != sResult.getResultNumber() ||
        !equalOps(gOp, sOp))
      return false;
    // Constants may have been made more than once.
    if (gOp->hasTrait<OpTrait::ConstantLike>())
      return true;
    return llvm::all_of(
        llvm::zip_equal(gOp->getResults(), sOp->getResults()),
        [&](auto both) { return pair(std::get<0>(both), std::get<1>(both)); });
  }

  /// One to one: memory that one of them has twice the other has twice.
  bool pair(Value g, Value s) {
    if (!isCompatible(g.getType(), s.getType()) || !taken.insert(s).second)
      return false;
    values[g] = s;
    return true;
  }

  bool equalOps(Operation *g, Operation *s) {
    bool isEnd = g->hasTrait<OpTrait::IsTerminator>();
    if (g->getName() != s->getName() ||
        g->getNumOperands() != s->getNumOperands() ||
        g->getNumResults() != s->getNumResults() ||
        g->getNumRegions() != s->getNumRegions() ||
        g->getAttrDictionary() != s->getAttrDictionary() ||
        !llvm::all_of(llvm::zip_equal(g->getResultTypes(), s->getResultTypes()),
                      [](auto types) {
                        return isCompatible(std::get<0>(types),
                                            std::get<1>(types));
                      }) ||
        (!isEnd && g->getNumRegions() == 0 && !isMemoryEffectFree(g)))
      return false;
    for (auto [gOperand, sOperand] :
         llvm::zip_equal(g->getOperands(), s->getOperands()))
      if (!equal(gOperand, sOperand))
        return false;
    for (auto [gRegion, sRegion] :
         llvm::zip_equal(g->getRegions(), s->getRegions()))
      if (!equalRegions(gRegion, sRegion))
        return false;
    return true;
  }

  bool equalRegions(Region &g, Region &s) {
    if (!g.hasOneBlock() || !s.hasOneBlock() ||
        g.getNumArguments() != s.getNumArguments())
      return false;
    for (auto [gArg, sArg] :
         llvm::zip_equal(g.getArguments(), s.getArguments()))
      if (!pair(gArg, sArg))
        return false;
    // What has no result would not be met.
    auto hasNoResult = [](Operation &op) { return op.getNumResults() == 0; };
    if (llvm::any_of(g.front().without_terminator(), hasNoResult) ||
        llvm::any_of(s.front().without_terminator(), hasNoResult))
      return false;
    return equalOps(g.front().getTerminator(), s.front().getTerminator());
  }

  /// An index of `general`, given the sizes of `special`.
  std::optional<int64_t> evaluate(Value g) {
    if (std::optional<int64_t> number = getConstantIntValue(g))
      return number;
    if (isa<BlockArgument>(g)) {
      auto it = numbers.find(g);
      return it == numbers.end() ? std::nullopt
                                 : std::optional<int64_t>(it->second);
    }
    Operation *op = g.getDefiningOp();
    if (auto dim = dyn_cast<tensor::DimOp>(op)) {
      Value tensor = values.lookup(dim.getSource());
      std::optional<int64_t> axis = dim.getConstantIndex();
      if (!tensor || !axis)
        return std::nullopt;
      auto type = cast<RankedTensorType>(tensor.getType());
      if (type.isDynamicDim(*axis))
        return std::nullopt;
      return type.getDimSize(*axis);
    }
    if (op->getNumOperands() != 2)
      return std::nullopt;
    std::optional<int64_t> a = evaluate(op->getOperand(0)),
                           b = evaluate(op->getOperand(1));
    if (!a || !b)
      return std::nullopt;
    bool divides = *a >= 0 && *b > 0;
    if (isa<arith::AddIOp>(op))
      return *a + *b;
    if (isa<arith::SubIOp>(op))
      return *a - *b;
    if (isa<arith::MulIOp>(op))
      return *a * *b;
    if (divides && isa<arith::DivUIOp>(op))
      return *a / *b;
    if (divides && isa<arith::RemUIOp>(op))
      return *a % *b;
    return std::nullopt;
  }

  func::FuncOp general, special;
  llvm::DenseMap<Value, Value> values; // of `general`: what stands for them
  llvm::DenseSet<Value> taken;
  llvm::MapVector<Value, int64_t> numbers; // of `general`: what they must be
};

} // namespace

std::optional<SmallVector<PassedArgument>> matchSizes(func::FuncOp general,
                                                      func::FuncOp special) {
  return SizedMatch(general, special).run();
}

} // namespace nnc::cpu
