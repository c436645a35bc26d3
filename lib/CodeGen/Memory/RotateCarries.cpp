//===- RotateCarries.cpp - Iterations take turns in two buffers -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Memory/Passes.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_ROTATECARRIES
#include "MemoryPasses.h.inc"

namespace {

/// Whether the result is the whole source by another name.
bool isRenaming(Operation *op) {
  return isa<memref::ExpandShapeOp, memref::CollapseShapeOp, memref::CastOp>(
      op);
}

/// From `value` to the memory that it is all of; the ops passed on the way.
Value followRenamings(Value value, SmallVectorImpl<Operation *> &ops) {
  while (Operation *op = value.getDefiningOp()) {
    if (!isRenaming(op))
      break;
    ops.push_back(op);
    value = op->getOperand(0);
  }
  return value;
}

bool isView(Operation *op) {
  return isRenaming(op) || isa<memref::SubViewOp>(op);
}

/// All uses of `memory` and of views of it that are no views themselves.
/// Nothing if one may hand it on.
std::optional<SmallVector<OpOperand *>> usesOf(Value memory) {
  SmallVector<OpOperand *> uses;
  SmallVector<Value> open{memory};
  while (!open.empty())
    for (OpOperand &use : open.pop_back_val().getUses()) {
      Operation *user = use.getOwner();
      if (isView(user))
        open.push_back(user->getResult(0));
      else if (isa<MemoryEffectOpInterface, func::CallOp, memref::DimOp>(
                   user) &&
               llvm::none_of(user->getResultTypes(), llvm::IsaPred<MemRefType>))
        uses.push_back(&use);
      else
        return std::nullopt;
    }
  return uses;
}

using Choice = llvm::function_ref<bool(Operation *)>;

/// Gives those users of `memory` that are `wanted` views of their own, where
/// `toFront` goes: behind nothing that they may use.
void separateViews(RewriterBase &rewriter, Value memory, Choice wanted,
                   llvm::function_ref<void()> toFront) {
  for (Operation *view : llvm::make_early_inc_range(memory.getUsers())) {
    if (!isView(view) || wanted(view))
      continue;
    separateViews(rewriter, view->getResult(0), wanted, toFront);
    Operation *own = nullptr;
    for (OpOperand &use : llvm::make_early_inc_range(view->getUses())) {
      if (!wanted(use.getOwner()))
        continue;
      if (!own) {
        toFront();
        own = rewriter.clone(*view);
      }
      use.set(own->getResult(0));
    }
  }
}

/// A loop that computes a new value in `fresh`, memory of its own, and copies
/// it to `place` at its end, for the next iteration or as the result.
struct Carry {
  memref::CopyOp copy;
  memref::AllocOp fresh, place;
  /// From `copy` to the two.
  SmallVector<Operation *> fromFresh, fromPlace;
  /// What `place` has at the start of an iteration is copied to
  /// `stack[iteration]`.
  memref::CopyOp keep;
  memref::SubViewOp slice;
  memref::AllocOp stack;
};

class Rotation {
public:
  explicit Rotation(scf::ForOp loop)
      : loop(loop), rewriter(loop.getContext()) {}

  void run();
  unsigned numRotated = 0, numStacked = 0;

private:
  std::optional<Carry> match(memref::CopyOp copy);
  void matchStack(Carry &carry, ArrayRef<OpOperand *> uses);
  bool canStandBefore(memref::AllocOp alloc, Operation *op);
  bool isInside(Operation *op) {
    return loop.getBody()->findAncestorOpInBlock(*op);
  }
  bool isAfter(Operation *op) {
    Operation *beside = loop->getBlock()->findAncestorOpInBlock(*op);
    return beside && loop->isBeforeInBlock(beside);
  }

  void separate(Value memory);
  void replace(Value old, Value replacement, Choice wanted);
  void rename(OpOperand &use, Value replacement);
  void keepSizes(Operation *view, Value memory);
  void computeInto(Carry &carry, Value next);
  void rotate(Carry &carry);
  void stack(Carry &carry);

  scf::ForOp loop;
  IRRewriter rewriter;
};

/// Whether the op of `use` leaves what it is given as it was.
bool isRead(OpOperand &use) {
  bool written = false;
  cpu::forEachWritten(use.getOwner(),
                      [&](Value buffer) { written |= buffer == use.get(); });
  return !written;
}

/// Both are in one block.
bool Rotation::canStandBefore(memref::AllocOp alloc, Operation *op) {
  return llvm::all_of(alloc->getOperands(), [&](Value size) {
    Operation *producer = size.getDefiningOp();
    return !producer || producer->getBlock() != op->getBlock() ||
           producer->isBeforeInBlock(op);
  });
}

std::optional<Carry> Rotation::match(memref::CopyOp copy) {
  Carry carry{copy, {}, {}, {}, {}, {}, {}, {}};
  Value from = followRenamings(copy.getSource(), carry.fromFresh);
  Value to = followRenamings(copy.getTarget(), carry.fromPlace);
  carry.fresh = from.getDefiningOp<memref::AllocOp>();
  carry.place = to.getDefiningOp<memref::AllocOp>();
  if (!carry.fresh || carry.fresh->getBlock() != loop.getBody() ||
      !carry.place || carry.place->getBlock() != loop->getBlock())
    return std::nullopt;
  // What joined axes of unknown size cannot be taken apart again.
  for (Operation *op : carry.fromFresh)
    if (auto collapse = dyn_cast<memref::CollapseShapeOp>(op);
        collapse && !collapse.getSrcType().hasStaticShape())
      return std::nullopt;
  auto fresh = usesOf(carry.fresh), place = usesOf(carry.place);
  if (!fresh || !place)
    return std::nullopt;
  auto comesLater = [&](OpOperand *use) {
    Operation *op = loop.getBody()->findAncestorOpInBlock(*use->getOwner());
    return op && copy->isBeforeInBlock(op);
  };
  if (llvm::any_of(*fresh, comesLater) || llvm::any_of(*place, comesLater))
    return std::nullopt;
  matchStack(carry, *place);
  return carry;
}

void Rotation::matchStack(Carry &carry, ArrayRef<OpOperand *> uses) {
  std::optional<int64_t> first = getConstantIntValue(loop.getLowerBound()),
                         last = getConstantIntValue(loop.getUpperBound()),
                         step = getConstantIntValue(loop.getStep());
  if (first != 0 || step != 1 || last.value_or(0) < 1)
    return;
  memref::CopyOp keep;
  for (OpOperand *use : uses) {
    Operation *op = use->getOwner();
    if (!isInside(op) || op == carry.copy)
      continue;
    if (!isRead(*use))
      return;
    auto copy = dyn_cast<memref::CopyOp>(op);
    if (copy && copy->getBlock() == loop.getBody() &&
        copy.getSource() == carry.place)
      keep = copy;
  }
  if (!keep)
    return;
  auto slice = keep.getTarget().getDefiningOp<memref::SubViewOp>();
  auto stack =
      slice ? slice.getSource().getDefiningOp<memref::AllocOp>() : nullptr;
  auto placeType = carry.place.getType();
  if (!stack || stack->getBlock() != loop->getBlock() ||
      !canStandBefore(stack, carry.place) ||
      slice.getDroppedDims().count() != 1 || !slice.getDroppedDims().test(0) ||
      !slice.hasUnitStride() ||
      slice.getMixedOffsets().front() != OpFoldResult(loop.getInductionVar()) ||
      stack.getType().getDimSize(0) != *last ||
      stack.getType().getShape().drop_front() != placeType.getShape())
    return;
  for (OpFoldResult offset : ArrayRef(slice.getMixedOffsets()).drop_front())
    if (!isConstantIntValue(offset, 0))
      return;
  // Until the loop is done, nothing else knows the stack.
  std::optional<SmallVector<OpOperand *>> others = usesOf(stack);
  if (!others || llvm::any_of(*others, [&](OpOperand *use) {
        Operation *op = use->getOwner();
        return op != keep && !isa<memref::DimOp>(op) && !isAfter(op);
      }))
    return;
  carry.keep = keep;
  carry.slice = slice;
  carry.stack = stack;
}

/// Sets `use` to memory of another layout: views of it are made again.
void Rotation::rename(OpOperand &use, Value replacement) {
  Operation *op = use.getOwner();
  auto cast = dyn_cast<memref::CastOp>(op);
  if (use.get().getType() == replacement.getType() || !isView(op) ||
      (cast && memref::CastOp::areCastCompatible(replacement.getType(),
                                                 cast.getType()))) {
    use.set(replacement);
    return;
  }
  rewriter.setInsertionPoint(op);
  Location loc = op->getLoc();
  Value view;
  if (auto collapse = dyn_cast<memref::CollapseShapeOp>(op)) {
    view = memref::CollapseShapeOp::create(rewriter, loc, replacement,
                                           collapse.getReassociationIndices());
  } else if (auto expand = dyn_cast<memref::ExpandShapeOp>(op)) {
    auto type = memref::ExpandShapeOp::computeExpandedType(
        mlir::cast<MemRefType>(replacement.getType()),
        expand.getResultType().getShape(), expand.getReassociationIndices());
    view = memref::ExpandShapeOp::create(rewriter, loc, *type, replacement,
                                         expand.getReassociationIndices(),
                                         expand.getMixedOutputShape());
  } else if (auto cut = dyn_cast<memref::SubViewOp>(op)) {
    auto type = memref::SubViewOp::inferRankReducedResultType(
        cut.getType().getShape(), mlir::cast<MemRefType>(replacement.getType()),
        cut.getMixedOffsets(), cut.getMixedSizes(), cut.getMixedStrides());
    view = memref::SubViewOp::create(rewriter, loc, type, replacement,
                                     cut.getMixedOffsets(), cut.getMixedSizes(),
                                     cut.getMixedStrides());
  } else {
    view = replacement;
  }
  replace(op->getResult(0), view, [](Operation *) { return true; });
  if (op->use_empty())
    rewriter.eraseOp(op);
}

/// What is in the loop, and what is after it, has views of its own.
void Rotation::separate(Value memory) {
  separateViews(
      rewriter, memory,
      [&](Operation *op) { return isInside(op) && !isa<memref::DimOp>(op); },
      [&] { rewriter.setInsertionPointToStart(loop.getBody()); });
  separateViews(
      rewriter, memory, [&](Operation *op) { return isAfter(op); },
      [&] { rewriter.setInsertionPointAfter(loop); });
}

/// Whether a size of the view, or of a view of it, is asked.
static bool hasSizes(Operation *view) {
  return isView(view) && llvm::any_of(view->getUsers(), [](Operation *user) {
           return isa<memref::DimOp>(user) || hasSizes(user);
         });
}

/// Asks the sizes of `view`, and of views of it, of views of `memory` instead.
void Rotation::keepSizes(Operation *view, Value memory) {
  rewriter.setInsertionPoint(view);
  IRMapping mapping;
  mapping.map(view->getOperand(0), memory);
  Value own = rewriter.clone(*view, mapping)->getResult(0);
  for (OpOperand &use :
       llvm::make_early_inc_range(view->getResult(0).getUses()))
    if (isa<memref::DimOp>(use.getOwner()))
      use.set(own);
    else if (hasSizes(use.getOwner()))
      keepSizes(use.getOwner(), own);
}

/// Sizes are still asked of the old memory: the plan of the arena knows them.
void Rotation::replace(Value old, Value replacement, Choice wanted) {
  for (OpOperand &use : llvm::make_early_inc_range(old.getUses())) {
    Operation *op = use.getOwner();
    if (!wanted(op) || isa<memref::DimOp>(op))
      continue;
    if (hasSizes(op))
      keepSizes(op, old);
    rename(use, replacement);
  }
}

/// Lets the body compute in `next`, which is like `place`, what it computed in
/// memory of its own.
void Rotation::computeInto(Carry &carry, Value next) {
  Location loc = carry.copy.getLoc();
  SmallVector<OpFoldResult> sizes = carry.fresh.getMixedSizes();
  rewriter.setInsertionPoint(carry.fresh);
  for (Operation *op : llvm::reverse(carry.fromPlace)) {
    IRMapping mapping;
    mapping.map(op->getOperand(0), next);
    next = rewriter.clone(*op, mapping)->getResult(0);
  }
  for (Operation *op : carry.fromFresh) {
    if (auto expand = dyn_cast<memref::ExpandShapeOp>(op))
      next = memref::CollapseShapeOp::create(rewriter, loc, next,
                                             expand.getReassociationIndices());
    else if (auto collapse = dyn_cast<memref::CollapseShapeOp>(op))
      next = memref::ExpandShapeOp::create(
          rewriter, loc, collapse.getSrcType().getShape(), next,
          collapse.getReassociationIndices());
  }
  rewriter.eraseOp(carry.copy);
  replace(carry.fresh, next, [](Operation *) { return true; });
}

/// Reads one of two buffers and writes the other, which change places.
void Rotation::rotate(Carry &carry) {
  rewriter.setInsertionPoint(loop);
  Value place = carry.place, other = rewriter.clone(*carry.place)->getResult(0);
  loop = cast<scf::ForOp>(*loop.replaceWithAdditionalYields(
      rewriter, {place, other}, /*replaceInitOperandUsesInLoop=*/false,
      [](OpBuilder &, Location, ArrayRef<BlockArgument> args) {
        return SmallVector<Value>{args[1], args[0]};
      }));
  separate(place);
  ValueRange args = loop.getRegionIterArgs().take_back(2);
  computeInto(carry, args.back());
  replace(place, args.front(), [&](Operation *op) { return isInside(op); });
  // Often it is known which of them has the result.
  Value result = loop.getResults().take_back(2).front();
  if (std::optional<APInt> count = loop.getStaticTripCount())
    result = (*count)[0] ? other : place;
  if (result != place)
    replace(place, result, [&](Operation *op) { return isAfter(op); });
  ++numRotated;
}

/// Iteration i reads `stack[i]` and writes `stack[i + 1]`, the last one what
/// was carried.
void Rotation::stack(Carry &carry) {
  Location loc = carry.copy.getLoc();
  Value place = carry.place, memory = carry.stack;
  separate(place);

  auto sliceAt = [&](OpFoldResult index) -> Value {
    SmallVector<OpFoldResult> offsets = carry.slice.getMixedOffsets();
    offsets.front() = index;
    auto type = memref::SubViewOp::inferRankReducedResultType(
        carry.place.getType().getShape(), carry.stack.getType(), offsets,
        carry.slice.getMixedSizes(), carry.slice.getMixedStrides());
    return memref::SubViewOp::create(rewriter, loc, type, memory, offsets,
                                     carry.slice.getMixedSizes(),
                                     carry.slice.getMixedStrides());
  };
  rewriter.eraseOp(carry.keep);
  if (carry.place->isBeforeInBlock(carry.stack))
    rewriter.moveOpBefore(carry.stack, carry.place);
  rewriter.setInsertionPointAfter(carry.place);
  Value first = sliceAt(rewriter.getIndexAttr(0));

  rewriter.setInsertionPointToStart(loop.getBody());
  Value iteration = loop.getInductionVar();
  Value current = sliceAt(iteration);
  Value one = arith::ConstantIndexOp::create(rewriter, loc, 1);
  Value following = arith::AddIOp::create(rewriter, loc, iteration, one);
  Value isLast = arith::CmpIOp::create(rewriter, loc, arith::CmpIPredicate::eq,
                                       following, loop.getUpperBound());
  Value next = sliceAt(following);
  Value end = memref::CastOp::create(rewriter, loc, next.getType(), place);
  next = arith::SelectOp::create(rewriter, loc, isLast, end, next);
  // All uses of the old memory, these aside.
  Operation *given = end.getDefiningOp();
  computeInto(carry, next);
  replace(place, current,
          [&](Operation *op) { return op != given && isInside(op); });
  replace(place, first,
          [&](Operation *op) { return !isInside(op) && !isAfter(op); });
  ++numStacked;
}

void Rotation::run() {
  bool changed = true;
  while (changed) {
    changed = false;
    for (auto copy :
         llvm::to_vector(loop.getBody()->getOps<memref::CopyOp>())) {
      std::optional<Carry> carry = match(copy);
      if (!carry)
        continue;
      carry->stack ? stack(*carry) : rotate(*carry);
      changed = true;
      break;
    }
  }
}

struct RotateCarries : impl::RotateCarriesBase<RotateCarries> {
  void runOnOperation() override {
    if (!getOperation()->hasAttr("nn.entry"))
      return;
    SmallVector<scf::ForOp> loops;
    getOperation().walk([&](scf::ForOp loop) {
      if (!loop->hasAttr(nn::kParallelAttr))
        loops.push_back(loop);
    });
    for (scf::ForOp loop : loops) {
      Rotation rotation(loop);
      rotation.run();
      numRotated += rotation.numRotated;
      numStacked += rotation.numStacked;
    }
  }
};

} // namespace
} // namespace nnc::memory
