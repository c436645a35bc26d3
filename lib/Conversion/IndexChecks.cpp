//===- IndexChecks.cpp - Check run-time indices before anything runs ------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Conversion/Passes.h"

#include "ElementRanges.h"
#include "InlineCustomVjps.h"
#include "NNToLinalg/Sizes.h"

#include "nnc/Dialect/NN/Scan.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace nnc {

#define GEN_PASS_DEF_INDEXCHECKS
#include "nnc/Conversion/Passes.h.inc"

namespace {

/// The indices of an op, and the tensor type and axis that bound them.
struct Use {
  Value indices;
  RankedTensorType indexed;
  int64_t axis;
};

std::optional<Use> indexUse(Operation *op) {
  auto typeOf = [](Value value) {
    return cast<RankedTensorType>(value.getType());
  };
  return llvm::TypeSwitch<Operation *, std::optional<Use>>(op)
      .Case<nn::TakeOp, nn::GatherOp>([&](auto op) {
        return Use{op.getIndices(), typeOf(op.getInput()),
                   static_cast<int64_t>(op.getAxis())};
      })
      .Case([&](nn::ScatterAddOp op) {
        return Use{op.getIndices(), typeOf(op.getResult()),
                   static_cast<int64_t>(op.getAxis())};
      })
      .Case([&](nn::OneHotOp op) {
        RankedTensorType type = typeOf(op.getResult());
        return Use{op.getIndices(), type, type.getRank() - 1};
      })
      .Case([&](nn::CrossEntropyOp op) {
        return Use{op.getLabels(), typeOf(op.getLogits()),
                   static_cast<int64_t>(op.getAxis())};
      })
      .Default(std::nullopt);
}

/// The indices of an op, unless the ops that make them keep them inside.
std::optional<Use> uncertainUse(Operation *op) {
  std::optional<Use> use = indexUse(op);
  if (!use || use->indexed.isDynamicDim(use->axis))
    return use;
  auto range = ElementRanges().of(use->indices);
  auto size = static_cast<double>(use->indexed.getDimSize(use->axis));
  return range && 0 <= range->low && range->high < size ? std::nullopt : use;
}

bool isChecked(Operation *op) {
  return isa<nn::AssertOp>(op) || uncertainUse(op);
}

/// An assertion about sizes, not about elements. What is computed elsewhere may
/// count on it, so it is looked at before anything else is.
bool isAboutSizes(Operation *op) {
  auto assertion = dyn_cast<nn::AssertOp>(op);
  if (!assertion)
    return false;
  llvm::SmallSetVector<Value, 8> needed;
  needed.insert(assertion.getCondition());
  for (size_t i = 0; i < needed.size(); ++i) {
    Operation *made = needed[i].getDefiningOp();
    if (!made ||
        (isa<RankedTensorType>(needed[i].getType()) && !isa<nn::SplatOp>(made)))
      return false;
    needed.insert(made->operand_begin(), made->operand_end());
  }
  return true;
}

/// Emits the loops of one function that looks for a bad index.
class CheckBuilder {
public:
  CheckBuilder(func::FuncOp check, const SizeTable &sizes)
      : check(check), sizes(sizes) {}

  /// Replaces the function's results by what the checks find.
  void build() {
    Operation *end = check.getBody().front().getTerminator();
    OpBuilder b(end);
    Location loc = check.getLoc();
    SmallVector<Value> state = {constant(b, loc, -1), constant(b, loc, 0),
                                constant(b, loc, 0)};
    SmallVector<Attribute> paths, messages;
    llvm::SmallDenseSet<std::tuple<Value, Attribute, Value>> seen;
    SmallVector<Operation *> ops;
    check.walk([&](Operation *op) {
      if (isChecked(op))
        ops.push_back(op);
    });
    for (Operation *op : ops) {
      if (auto assertion = dyn_cast<nn::AssertOp>(op)) {
        state = search(b, op, assertion.getCondition(), Value(), paths.size(),
                       state);
        paths.push_back(b.getStringAttr(nn::getLayerPath(op->getLoc())));
        messages.push_back(assertion.getMessageAttr());
        assertion.erase();
        continue;
      }
      Use use = *indexUse(op);
      use.indices = allIterations(op, use.indices);
      OpFoldResult limit = sizes.sizesOf(b, op, use.indexed)[use.axis];
      auto key = std::make_tuple(use.indices, dyn_cast<Attribute>(limit),
                                 dyn_cast<Value>(limit));
      if (!seen.insert(key).second)
        continue;
      Value bound = arith::IndexCastOp::create(
          b, op->getLoc(), b.getI64Type(),
          getValueOrCreateConstantIndexOp(b, op->getLoc(), limit));
      state = search(b, op, use.indices, bound, paths.size(), state);
      paths.push_back(b.getStringAttr(nn::getLayerPath(op->getLoc())));
      messages.push_back(b.getStringAttr(""));
    }
    end->setOperands(state);
    SmallVector<Type> results(3, b.getI64Type());
    check.setFunctionType(b.getFunctionType(check.getArgumentTypes(), results));
    check.setResAttrsAttr(nullptr);
    check->setAttr("nn.check_paths", b.getArrayAttr(paths));
    check->setAttr("nn.check_messages", b.getArrayAttr(messages));
    eraseUnused();
    clampIndices();
  }

private:
  /// The indices of `op` at the top of the function: the scans around it emit
  /// those of every iteration.
  static Value allIterations(Operation *op, Value indices) {
    while (auto scan = dyn_cast<nn::ScanOp>(op->getParentOp())) {
      op = scan;
      if (indices.getParentRegion() != &scan.getBody())
        continue;
      nn::ScanParts parts(scan);
      unsigned number = parts.addEmit(indices);
      nn::ScanOp with = parts.replace(scan);
      op = with;
      indices = with.getEmits()[number];
    }
    return indices;
  }

  static Value constant(OpBuilder &b, Location loc, int64_t value) {
    return arith::ConstantIntOp::create(b, loc, value, 64);
  }

  static Value widened(OpBuilder &b, Location loc, Value index) {
    unsigned bits = index.getType().getIntOrFloatBitWidth();
    if (bits == 64)
      return index;
    if (bits == 1)
      return arith::ExtUIOp::create(b, loc, b.getI64Type(), index);
    return arith::ExtSIOp::create(b, loc, b.getI64Type(), index);
  }

  /// Loops over the indices of one op, which are below `bound`, or over what an
  /// assertion says, without one. The state is the number of the first failing
  /// check or -1, the index, and the limit.
  SmallVector<Value> search(OpBuilder &b, Operation *op, Value checked,
                            Value bound, int64_t number, ValueRange state) {
    Location loc = op->getLoc();
    Value which = constant(b, loc, number);
    SmallVector<Value> low, high, step;
    for (OpFoldResult size : sizes.sizesOf(b, op, checked.getType())) {
      low.push_back(arith::ConstantIndexOp::create(b, loc, 0));
      high.push_back(getValueOrCreateConstantIndexOp(b, loc, size));
      step.push_back(arith::ConstantIndexOp::create(b, loc, 1));
    }
    auto body = [&](OpBuilder &b, Location loc, ValueRange loops,
                    ValueRange state) -> scf::ValueVector {
      Value index =
          widened(b, loc, tensor::ExtractOp::create(b, loc, checked, loops));
      // As unsigned numbers, negative ones are too large as well.
      Value bad = arith::CmpIOp::create(
          b, loc, bound ? arith::CmpIPredicate::uge : arith::CmpIPredicate::eq,
          index, bound ? bound : constant(b, loc, 0));
      Value none = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt,
                                         state[0], constant(b, loc, 0));
      Value found = arith::AndIOp::create(b, loc, bad, none);
      auto choose = [&](Value x, Value old) -> Value {
        return arith::SelectOp::create(b, loc, found, x, old);
      };
      return {choose(which, state[0]), choose(index, state[1]),
              choose(bound ? bound : index, state[2])};
    };
    return SmallVector<Value>(
        scf::buildLoopNest(b, loc, low, high, step, state, body).results);
  }

  /// All that the indices do not depend on.
  void eraseUnused() {
    RewritePatternSet patterns(check.getContext());
    nn::ScanOp::getCanonicalizationPatterns(patterns, check.getContext());
    (void)applyPatternsGreedily(check, std::move(patterns));
  }

  /// What is checked may depend on values that are indexed themselves. All of
  /// it is computed, so a bad index reads what stands at the nearest good one.
  void clampIndices() {
    SmallVector<Operation *> ops;
    check.walk([&](Operation *op) {
      if (auto use = uncertainUse(op); use && !isa<nn::OneHotOp>(op))
        ops.push_back(op);
    });
    for (Operation *op : ops) {
      Use use = *indexUse(op);
      Type type = use.indices.getType();
      if (cast<RankedTensorType>(type).getElementType().isInteger(1))
        continue;
      OpBuilder b(op);
      Location loc = op->getLoc();
      OpFoldResult limit = sizes.sizesOf(b, op, use.indexed)[use.axis];
      Value size = arith::IndexCastOp::create(
          b, loc, b.getI64Type(),
          getValueOrCreateConstantIndexOp(b, loc, limit));
      Value last = arith::SubIOp::create(b, loc, size, constant(b, loc, 1));
      auto splat = [&](Value number) -> Value {
        return nn::SplatOp::create(b, loc, type, number);
      };
      Value inside = nn::ClampOp::create(
          b, loc, type, use.indices, splat(constant(b, loc, 0)), splat(last));
      for (OpOperand &operand : op->getOpOperands())
        if (operand.get() == use.indices)
          operand.set(inside);
    }
  }

  func::FuncOp check;
  const SizeTable &sizes;
};

bool needsCheck(func::FuncOp func) {
  return func
      .walk([](Operation *op) {
        return isChecked(op) ? WalkResult::interrupt() : WalkResult::advance();
      })
      .wasInterrupted();
}

/// A copy of the function behind it, which the function names as its check.
func::FuncOp makeCheck(func::FuncOp func) {
  OpBuilder b(func->getContext());
  b.setInsertionPointAfter(func);
  auto check = cast<func::FuncOp>(b.clone(*func));
  check.setName((func.getName() + "_check").str());
  check->setAttr("nn.entry", b.getStringAttr("check"));
  for (unsigned i = 0; i < check.getNumArguments(); ++i)
    if (check.getArgAttr(i, "bufferization.writable"))
      check.setArgAttr(i, "bufferization.writable", b.getBoolAttr(false));
  func->setAttr("nn.check", FlatSymbolRefAttr::get(check));
  return check;
}

/// Leaves the assertions about sizes alone.
void dropElements(func::FuncOp check) {
  Operation *end = check.getBody().front().getTerminator();
  end->setOperands({});
  for (Operation &op :
       llvm::make_early_inc_range(llvm::reverse(check.getBody().front())))
    if (&op != end && op.use_empty() && !isAboutSizes(&op))
      op.erase();
}

struct IndexChecks : impl::IndexChecksBase<IndexChecks> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    inlineCustomVjps(module);
    SmallVector<func::FuncOp> checks;
    for (auto func : llvm::to_vector(module.getOps<func::FuncOp>())) {
      if (func.isExternal() || !needsCheck(func))
        continue;
      func::FuncOp check = makeCheck(func);
      func.walk([](nn::AssertOp op) { op.erase(); });
      checks.push_back(check);
      SmallVector<Operation *> sizes, others;
      check.walk([&](Operation *op) {
        if (isChecked(op))
          (isAboutSizes(op) ? sizes : others).push_back(op);
      });
      if (sizes.empty() || others.empty())
        continue;
      // The check of the elements has one of the sizes before it.
      func::FuncOp first = makeCheck(check);
      checks.push_back(first);
      for (Operation *op : sizes)
        op->erase();
      dropElements(first);
    }
    // The sizes of the new functions are those of their own arguments.
    SizeTable sizes(module);
    for (func::FuncOp check : checks)
      CheckBuilder(check, sizes).build();
  }
};

} // namespace
} // namespace nnc
