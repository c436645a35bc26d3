//===- ScanVjp.cpp - The derivative of a scan -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules of the body's ops are applied at the end of the body itself, where
// they see all that it computes; their ops then move to a scan that runs the
// other way. What they read of the body is computed again there from slices of
// sequences and from residuals, which are emitted here (Residuals.h).
//
//===----------------------------------------------------------------------===//

#include "Residuals.h"
#include "Reverse.h"

#include "nnc/Dialect/NN/Flops.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/Scan.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Transforms/RegionUtils.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace nnc {

namespace {

class ScanVjp {
public:
  ScanVjp(nn::ScanOp scan, const Activity &outside, int64_t effort)
      : scan(scan), loc(scan.getLoc()), body(scan.getBody().front()),
        activity(scan, outside), captured(getCaptured(scan)), effort(effort) {}

  /// Builds the rules in the body.
  void differentiate(ArrayRef<Value> results);
  /// Replaces the scan by one that also emits what they read.
  void emitResiduals();
  /// Builds the scan of cotangents at `builder`; `add` gets its results.
  void reverse(OpBuilder &builder, ArrayRef<Value> results,
               llvm::function_ref<void(Value, Value)> add);

private:
  /// A cotangent of a captured value that is a contraction of two values of the
  /// body: one contraction over all steps after the loop, instead of a sum of
  /// one a step.
  struct Product {
    Value value;
    nn::EinsumOp step;
    int factors[2] = {-1, -1}; // emits of the reverse scan, -1: of the other
  };
  bool takeProducts(Value value, Value cotangent);
  Value contract(OpBuilder &builder, Product &product, nn::ScanOp back);

  bool isOfBody(Value value) { return value.getParentBlock() == &body; }
  bool isFree(Value value);
  llvm::SetVector<Value> getNeeded();
  void provide(Value value, const llvm::SetVector<Value> &kept);

  nn::ScanOp scan;
  Location loc;
  Block &body;
  Activity activity;
  SmallVector<Value> captured;
  int64_t effort;

  unsigned arguments = 0;        // of the body before it is differentiated
  SmallVector<unsigned> emits;   // those with a cotangent
  SmallVector<unsigned> carries; // likewise, or of which the body makes one
  SmallVector<Operation *> rules;
  SmallVector<Value> slices, carried, sums; // cotangents that the rules build
  SmallVector<unsigned> activeSlices;
  SmallVector<Value> activeCaptured;
  SmallVector<Product> products;
  SmallVector<Value> factors; // of the rules, emitted for the products
  llvm::SetVector<Value> factorsToEmit;      // of the body
  llvm::SetVector<Operation *> again;        // computed again, in order of need
  llvm::SetVector<Value> read;               // slices and residuals
  llvm::DenseMap<Value, unsigned> residuals; // number of the emit
};

} // namespace

void ScanVjp::differentiate(ArrayRef<Value> results) {
  Operation *yield = scan.getYield();
  arguments = body.getNumArguments();
  OpBuilder builder(yield);
  // Between the body and the rules; what stands before it may be replaced.
  Operation *border =
      arith::ConstantOp::create(builder, loc, builder.getIndexAttr(0));
  Reverse walk(activity, builder, effort);
  auto seed = [&](Value value) {
    Value cotangent = body.addArgument(value.getType(), loc);
    if (activity.isActive(value))
      walk.add(value, cotangent);
  };
  for (unsigned i = 0; i < scan.getNumEmits(); ++i) {
    if (!results[i])
      continue;
    emits.push_back(i);
    seed(scan.getYieldedEmits()[i]);
  }
  // Seeds are new arguments of the body: the list of them may move.
  for (unsigned i = 0; i < scan.getCarries().size(); ++i) {
    if (!results[scan.getNumEmits() + i] &&
        !activity.isActive(scan.getCarried()[i]))
      continue;
    carries.push_back(i);
    seed(scan.getYieldedCarries()[i]);
  }
  walk.run();

  auto orZero = [&](Value value) {
    Value cotangent = walk.get(value, loc);
    return cotangent ? cotangent
                     : buildFill(builder, loc, value.getType(), 0.0);
  };
  for (auto [i, slice] : llvm::enumerate(scan.getSlices()))
    if (Value cotangent = walk.get(slice, loc)) {
      activeSlices.push_back(i);
      slices.push_back(cotangent);
    }
  for (unsigned i : carries)
    carried.push_back(orZero(scan.getCarried()[i]));
  // The sum over steps is carried backwards too.
  for (Value value : captured)
    if (Value cotangent = walk.get(value, loc)) {
      if (takeProducts(value, cotangent))
        continue;
      activeCaptured.push_back(value);
      Value sum = body.addArgument(value.getType(), loc);
      sums.push_back(nn::AddOp::create(builder, loc, sum, cotangent));
    }
  for (Operation *op = border->getNextNode(); op != yield;
       op = op->getNextNode())
    rules.push_back(op);
  border->erase();
  // What goes to a sequence is emitted anyway.
  auto numberOf = [&](Value factor) -> int {
    if (auto *slice = llvm::find(slices, factor); slice != slices.end())
      return slice - slices.begin();
    auto *other = llvm::find(factors, factor);
    if (other == factors.end()) {
      factors.push_back(factor);
      other = std::prev(factors.end());
    }
    return slices.size() + (other - factors.begin());
  };
  for (Product &product : products) {
    llvm::erase(rules, product.step.getOperation());
    for (auto [i, factor] : llvm::enumerate(product.step.getInputs())) {
      Operation *op = factor.getDefiningOp();
      bool isArgument =
          !op && cast<BlockArgument>(factor).getArgNumber() >= arguments;
      if (!isArgument && !(op && llvm::is_contained(rules, op)))
        continue;
      product.factors[i] = numberOf(factor);
    }
  }
}

/// Takes a cotangent that is a product, or a sum of them where the body reads
/// the value several times.
bool ScanVjp::takeProducts(Value value, Value cotangent) {
  SmallVector<Operation *> sums;
  SmallVector<nn::EinsumOp> steps;
  SmallVector<Value> list{cotangent};
  while (!list.empty()) {
    Operation *op = list.pop_back_val().getDefiningOp();
    if (!op || op->getBlock() != &body ||
        !(op == cotangent.getDefiningOp() ? op->use_empty() : op->hasOneUse()))
      return false;
    if (isa<nn::AddOp>(op)) {
      sums.push_back(op);
      list.append({op->getOperand(1), op->getOperand(0)});
      continue;
    }
    auto step = dyn_cast<nn::EinsumOp>(op);
    if (!step || step.getInputs().size() != 2 ||
        !llvm::all_of(step.getInputs(),
                      [&](Value factor) { return isOfBody(factor); }))
      return false;
    steps.push_back(step);
  }
  for (Operation *sum : sums)
    sum->erase();
  for (nn::EinsumOp step : steps)
    products.push_back({value, step});
  return true;
}

/// Builds a product over all steps: the axis of time is contracted too.
Value ScanVjp::contract(OpBuilder &builder, Product &product, nn::ScanOp back) {
  StringRef pattern = product.step.getPattern();
  auto [sources, result] = pattern.split("->");
  char time = 'a';
  while (pattern.contains(time))
    ++time;
  SmallVector<Value> inputs;
  std::string all;
  SmallVector<StringRef, 2> letters;
  sources.split(letters, ',');
  for (unsigned i : {0, 1}) {
    Value factor = product.step.getInputs()[i];
    int64_t axis = 0;
    if (product.factors[i] >= 0) {
      inputs.push_back(back.getEmits()[product.factors[i]]);
      axis = back.getEmitAxes()[product.factors[i]];
    } else if (auto residual = residuals.find(factor);
               residual != residuals.end()) {
      inputs.push_back(scan.getEmits()[residual->second]);
      axis = scan.getEmitAxes()[residual->second];
    } else {
      unsigned number = cast<BlockArgument>(factor).getArgNumber() - 1;
      inputs.push_back(scan.getSequences()[number]);
      axis = scan.getAxes()[number];
    }
    std::string part = letters[i].trim().str();
    part.insert(part.begin() + axis, time);
    all += (i ? "," : "") + part;
  }
  auto whole = nn::EinsumOp::create(builder, product.step.getLoc(),
                                    all + "->" + result.str(), inputs);
  whole->setDiscardableAttrs(product.step->getDiscardableAttrDictionary());
  return whole;
}

/// Whether `value` is at hand in the reverse scan: from outside, the number of
/// the step, a slice, or emitted anyway.
bool ScanVjp::isFree(Value value) {
  if (!isOfBody(value) || llvm::is_contained(factorsToEmit, value) ||
      llvm::is_contained(scan.getYieldedEmits(), value) ||
      llvm::is_contained(scan.getSlices(), value))
    return true;
  auto argument = dyn_cast<BlockArgument>(value);
  return argument && argument.getArgNumber() == 0;
}

/// What the rules read of the body.
llvm::SetVector<Value> ScanVjp::getNeeded() {
  llvm::SetVector<Value> needed;
  auto need = [&](Value value) {
    auto argument = dyn_cast<BlockArgument>(value);
    Operation *op = value.getDefiningOp();
    if (isOfBody(value) &&
        !(argument && argument.getArgNumber() >= arguments) &&
        !(op && llvm::is_contained(rules, op)))
      needed.insert(value);
  };
  for (Operation *op : rules) {
    llvm::for_each(op->getOperands(), need);
    llvm::SetVector<Value> inner;
    for (Region &region : op->getRegions())
      getUsedValuesDefinedAbove(region, inner);
    llvm::for_each(inner, need);
  }
  llvm::for_each(slices, need);
  llvm::for_each(carried, need);
  return needed;
}

/// Reads `value` if it is kept, and else computes it again.
void ScanVjp::provide(Value value, const llvm::SetVector<Value> &kept) {
  if (kept.contains(value) || isFree(value)) {
    auto argument = dyn_cast<BlockArgument>(value);
    if (isOfBody(value) && !(argument && argument.getArgNumber() == 0))
      read.insert(value);
    return;
  }
  Operation *op = value.getDefiningOp();
  if (again.contains(op))
    return;
  for (Value operand : op->getOperands())
    provide(operand, kept);
  again.insert(op);
}

void ScanVjp::emitResiduals() {
  // The products read whole tensors, so a view of a slice is emitted too.
  for (Product &product : products)
    for (auto [i, factor] : llvm::enumerate(product.step.getInputs()))
      if (product.factors[i] < 0)
        factorsToEmit.insert(factor);
  llvm::SetVector<Value> needed = getNeeded();
  llvm::SetVector<Value> kept = chooseResiduals(
      needed.getArrayRef(), [&](Value v) { return isFree(v); }, effort);
  for (Value value : needed)
    provide(value, kept);
  read.insert_range(factorsToEmit);

  nn::ScanParts parts(scan);
  for (Value value : read)
    if (!llvm::is_contained(scan.getSlices(), value))
      residuals[value] = parts.addEmit(value);
  scan = parts.replace(scan);
}

void ScanVjp::reverse(OpBuilder &builder, ArrayRef<Value> results,
                      llvm::function_ref<void(Value, Value)> add) {
  SmallVector<Value> sequences, starts;
  SmallVector<int64_t> axes, emitAxes;
  unsigned oldEmits = results.size() - scan.getCarries().size();
  for (unsigned i : emits) {
    sequences.push_back(results[i]);
    axes.push_back(scan.getEmitAxes()[i]);
  }
  for (Value value : read) {
    auto residual = residuals.find(value);
    if (residual == residuals.end()) {
      unsigned i = cast<BlockArgument>(value).getArgNumber() - 1;
      sequences.push_back(scan.getSequences()[i]);
      axes.push_back(scan.getAxes()[i]);
    } else {
      sequences.push_back(scan.getEmits()[residual->second]);
      axes.push_back(scan.getEmitAxes()[residual->second]);
    }
  }
  std::optional<int64_t> count;
  if (sequences.empty()) {
    // What says how often it runs, if nothing else does.
    if (IntegerAttr attribute = scan.getCountAttr()) {
      count = attribute.getInt();
    } else {
      sequences.push_back(scan.getSequences().front());
      axes.push_back(scan.getAxes().front());
    }
  }
  for (unsigned i : carries) {
    Value start = results[oldEmits + i];
    starts.push_back(
        start ? start
              : buildFill(builder, loc, scan.getCarries()[i].getType(), 0.0));
  }
  for (Value value : activeCaptured)
    starts.push_back(buildFill(builder, loc, value.getType(), 0.0));
  for (unsigned i : activeSlices)
    emitAxes.push_back(scan.getAxes()[i]);
  emitAxes.append(factors.size(), 0);

  auto build = [&](OpBuilder &b, Value index, ValueRange given,
                   ValueRange carriedIn) {
    IRMapping mapping;
    mapping.map(body.getArgument(0), index);
    // The arguments that were added: cotangents of emits and of carries, sums.
    unsigned argument = arguments;
    for (Value slice : given.take_front(emits.size()))
      mapping.map(body.getArgument(argument++), slice);
    for (Value carry : carriedIn)
      mapping.map(body.getArgument(argument++), carry);
    for (auto [value, slice] : llvm::zip(read, given.drop_front(emits.size())))
      mapping.map(value, slice);
    for (Operation *op : again)
      if (Operation *copy = b.clone(*op, mapping); !isCheap(op))
        copy->setAttr(nn::kAgainAttr, b.getUnitAttr());
    Block *target = b.getInsertionBlock();
    for (Operation *op : rules) {
      op->moveBefore(target, target->end());
      op->walk([&](Operation *inner) {
        for (OpOperand &operand : inner->getOpOperands())
          operand.set(mapping.lookupOrDefault(operand.get()));
      });
    }
    SmallVector<Value> yielded;
    for (ArrayRef<Value> values : {ArrayRef(slices), ArrayRef(factors),
                                   ArrayRef(carried), ArrayRef(sums)})
      for (Value value : values)
        yielded.push_back(mapping.lookupOrDefault(value));
    return yielded;
  };
  auto back = nn::ScanOp::create(builder, loc, sequences, axes, starts,
                                 emitAxes, count, !scan.getReverse(), build);
  for (Product &product : products) {
    add(product.value, contract(builder, product, back));
    product.step->erase();
  }
  body.eraseArguments(arguments, body.getNumArguments() - arguments);

  for (auto [i, cotangent] : llvm::zip(activeSlices, back.getEmits()))
    add(scan.getSequences()[i], cotangent);
  for (auto [i, cotangent] : llvm::zip(carries, back.getFinals()))
    add(scan.getCarries()[i], cotangent);
  for (auto [value, cotangent] :
       llvm::zip(activeCaptured, back.getFinals().drop_front(carries.size())))
    add(value, cotangent);
}

void Reverse::visit(nn::ScanOp scan, ArrayRef<Value> results) {
  ScanVjp vjp(scan, activity, effort);
  vjp.differentiate(results);
  vjp.emitResiduals();
  vjp.reverse(builder, results, [&](Value value, Value cotangent) {
    if (activity.isActive(value))
      add(value, cotangent);
  });
}

} // namespace nnc
