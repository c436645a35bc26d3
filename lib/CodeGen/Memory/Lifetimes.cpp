//===- Lifetimes.cpp - When the tensors of an entry are alive -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lifetimes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/LoopLikeInterface.h"

#include "llvm/ADT/IntEqClasses.h"

using namespace mlir;

namespace nnc::memory {

/// What a size that is not known is taken for.
static constexpr int64_t kTypicalSize = 128;

bool isView(Operation *op) {
  return isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp,
             tensor::ExtractSliceOp, tensor::CastOp>(op);
}

static bool makesMemory(Operation *op) {
  return isa<tensor::EmptyOp, bufferization::AllocTensorOp>(op);
}

static bool isTensor(Value value) {
  return isa<RankedTensorType>(value.getType());
}

/// Whether `value`, or what it is a view of, is read behind `op`.
static bool isReadBehind(Value value, Operation *op) {
  while (value.getDefiningOp() && isView(value.getDefiningOp()))
    value = value.getDefiningOp()->getOperand(0);
  SmallVector<Value> names = {value};
  while (!names.empty())
    for (Operation *user : names.pop_back_val().getUsers()) {
      Operation *reader = op->getBlock()->findAncestorOpInBlock(*user);
      if (!reader)
        continue;
      if (isView(user))
        names.push_back(user->getResult(0));
      else if (op->isBeforeInBlock(reader))
        return true;
    }
  return false;
}

/// Calls `join` with values that share memory, and `copy` with the start of
/// what a loop carries where the loop must not write to it.
static void visitAliases(Operation *op,
                         llvm::function_ref<void(Value, Value)> join,
                         llvm::function_ref<void(OpOperand &, Value)> copy) {
  if (isView(op))
    join(op->getOperand(0), op->getResult(0));
  if (auto style = dyn_cast<DestinationStyleOpInterface>(op))
    for (OpOperand &init : style.getDpsInitsMutable())
      if (isTensor(init.get()) && op->getNumResults())
        join(init.get(), style.getTiedOpResult(&init));
  if (auto loop = dyn_cast<LoopLikeOpInterface>(op)) {
    for (OpOperand &init : loop.getInitsMutable()) {
      if (!isTensor(init.get()))
        continue;
      BlockArgument argument = loop.getTiedLoopRegionIterArg(&init);
      if (isa<scf::ForOp>(op) && isReadBehind(init.get(), op))
        copy(init, argument);
      else
        join(init.get(), argument);
      if (OpResult result = loop.getTiedLoopResult(&init))
        join(argument, result);
      if (OpOperand *yielded = loop.getTiedLoopYieldedValue(argument))
        join(argument, yielded->get());
    }
  }
  if (auto branch = dyn_cast<scf::IfOp>(op))
    for (Region *region : {&branch.getThenRegion(), &branch.getElseRegion()})
      if (!region->empty())
        for (auto [yielded, result] :
             llvm::zip(region->front().getTerminator()->getOperands(),
                       op->getResults()))
          if (isTensor(result))
            join(yielded, result);
}

/// A number that arithmetic on constants and dims gives.
static std::optional<int64_t>
evaluate(Value value, Lifetimes::SizeOfDim sizeOfDim, func::FuncOp entry) {
  if (auto argument = dyn_cast<BlockArgument>(value)) {
    if (argument.getOwner() != &entry.getBody().front())
      return std::nullopt;
    auto key =
        entry.getArgAttrOfType<nn::ArgAttr>(argument.getArgNumber(), "nn.arg");
    if (!key || key.getKind() != nn::ArgKind::dim)
      return std::nullopt;
    return sizeOfDim(key.getName().getValue());
  }
  Operation *op = value.getDefiningOp();
  if (op->getNumRegions() || !isPure(op))
    return std::nullopt;
  SmallVector<Attribute> operands;
  for (Value operand : op->getOperands()) {
    if (!operand.getType().isIntOrIndex())
      return std::nullopt;
    auto number = evaluate(operand, sizeOfDim, entry);
    if (!number)
      return std::nullopt;
    operands.push_back(IntegerAttr::get(operand.getType(), *number));
  }
  SmallVector<OpFoldResult> results;
  if (failed(op->fold(operands, results)) || results.size() != 1)
    return std::nullopt;
  if (auto operand = dyn_cast<Value>(results.front()))
    return evaluate(operand, sizeOfDim, entry);
  auto number = dyn_cast<IntegerAttr>(cast<Attribute>(results.front()));
  return number ? std::optional<int64_t>(number.getInt()) : std::nullopt;
}

int64_t Lifetimes::bytesOf(Operation *buffer, SizeOfDim sizeOfDim) const {
  auto type = cast<RankedTensorType>(buffer->getResult(0).getType());
  int64_t bytes = llvm::divideCeil(
      type.getElementType().isIndex() ? 64 : type.getElementTypeBitWidth(), 8);
  for (int64_t size : type.getShape())
    bytes *= ShapedType::isDynamic(size) ? 1 : size;
  if (!type.hasStaticShape()) {
    ValueRange sizes = buffer->getOperands();
    if (auto copy = dyn_cast<bufferization::AllocTensorOp>(buffer))
      sizes = copy.getDynamicSizes();
    for (Value size : sizes)
      bytes *= evaluate(size, sizeOfDim, entry).value_or(kTypicalSize);
  }
  return llvm::alignTo(bytes, 64);
}

Lifetimes::Lifetimes(func::FuncOp entry, SizeOfDim sizeOfDim)
    : entry(entry), top(&entry.getBody().front()) {
  std::vector<Value> values;
  auto number = [&](Value value) {
    if (isTensor(value) && numbers.try_emplace(value, values.size()).second)
      values.push_back(value);
  };
  llvm::for_each(top->getArguments(), number);
  entry.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op != entry) {
      Timeline &timeline = timelines[op->getBlock()];
      positions[op] = timeline.ops.size();
      timeline.ops.push_back(op);
    }
    llvm::for_each(op->getResults(), number);
    for (Region &region : op->getRegions())
      for (Block &block : region)
        llvm::for_each(block.getArguments(), number);
  });
  llvm::IntEqClasses classes(values.size());
  SmallVector<std::pair<OpOperand *, Value>> copies;
  entry.walk([&](Operation *op) {
    visitAliases(
        op,
        [&](Value a, Value b) {
          classes.join(numbers.lookup(a), numbers.lookup(b));
        },
        [&](OpOperand &init, Value carried) {
          copies.push_back({&init, carried});
        });
  });
  classes.compress();
  pieces.resize(classes.getNumClasses());
  for (auto [i, value] : llvm::enumerate(values)) {
    unsigned piece = classes[i];
    numbers[value] = piece;
    pieces[piece].values.push_back(value);
    Operation *op = value.getDefiningOp();
    // What iterations of a parallel loop make lies on the stack.
    if (!op || !makesMemory(op) || op->getParentOfType<scf::ForallOp>())
      continue;
    pieces[piece].buffers.push_back(op);
    pieces[piece].bytes += bytesOf(op, sizeOfDim);
    Block *block = op->getBlock();
    if (!pieces[piece].home || !pieces[piece].home->findAncestorOpInBlock(*op))
      pieces[piece].home = block;
  }
  for (auto [init, carried] : copies) {
    Piece &copy = pieces[numbers.lookup(carried)];
    copy.buffers.push_back(init->getOwner());
    copy.bytes += pieceOf(init->get()).bytes;
    copy.home = init->getOwner()->getBlock();
  }
  for (Piece &piece : pieces)
    for (Value value : piece.values)
      for (OpOperand &use : value.getUses()) {
        Operation *user = use.getOwner();
        if (isView(user))
          continue;
        auto style = dyn_cast<DestinationStyleOpInterface>(user);
        (style && style.isDpsInit(&use) ? piece.writes : piece.reads)
            .push_back(&use);
        if (!piece.home)
          continue;
        piece.extend(positionIn(piece.home, user));
      }
  // A copy lives in the whole loop.
  for (auto [init, carried] : copies)
    pieces[numbers.lookup(carried)].extend(positions.lookup(init->getOwner()));
  for (auto &[block, timeline] : timelines)
    timeline.alive.assign(timeline.ops.size() + 1, 0);
  for (const Piece &piece : pieces) {
    if (!piece.home || piece.last < 0)
      continue;
    std::vector<int64_t> &alive = timelines[piece.home].alive;
    alive[std::max<int64_t>(piece.first, 0)] += piece.bytes;
    alive[piece.last + 1] -= piece.bytes;
  }
  for (auto &[block, timeline] : timelines)
    for (size_t i = 1; i < timeline.alive.size(); ++i)
      timeline.alive[i] += timeline.alive[i - 1];
}

int64_t Lifetimes::positionIn(Block *block, Operation *op) const {
  Operation *inside = block->findAncestorOpInBlock(*op);
  return inside ? positions.lookup(inside) : -1;
}

int64_t Lifetimes::peakAt(Operation *op) const {
  int64_t most = 0;
  for (Region &region : op->getRegions())
    for (Block &block : region)
      most = std::max(most, peakOf(&block));
  return most;
}

int64_t Lifetimes::peakOf(Block *block) const {
  const Timeline &timeline = timelines.find(block)->second;
  int64_t most = 0;
  for (auto [i, op] : llvm::enumerate(timeline.ops))
    most = std::max(most, timeline.alive[i] + peakAt(op));
  return most;
}

int64_t Lifetimes::excessOf(Block *block, int64_t limit) const {
  const Timeline &timeline = timelines.find(block)->second;
  int64_t excess = 0;
  for (auto [i, op] : llvm::enumerate(timeline.ops)) {
    int64_t alive = timeline.alive[i];
    excess += std::max<int64_t>(0, alive - limit);
    for (Region &region : op->getRegions())
      for (Block &inner : region)
        excess += excessOf(&inner, limit - alive);
  }
  return excess;
}

SmallVector<Operation *> Lifetimes::getPeakOps() const {
  SmallVector<Operation *> path;
  for (Block *block = top; block;) {
    const Timeline &timeline = timelines.find(block)->second;
    Operation *worst = nullptr;
    int64_t most = -1;
    for (auto [i, op] : llvm::enumerate(timeline.ops))
      if (int64_t bytes = timeline.alive[i] + peakAt(op); bytes > most) {
        most = bytes;
        worst = op;
      }
    path.push_back(worst);
    block = nullptr;
    for (Region &region : worst->getRegions())
      for (Block &inner : region)
        if (!block || peakOf(&inner) > peakOf(block))
          block = &inner;
  }
  return path;
}

} // namespace nnc::memory
