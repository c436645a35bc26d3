//===- LoopKernel.cpp - elementwise ops as vector loops -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/UB/IR/UBOps.h"
#include "mlir/IR/PatternMatch.h"
#include <numeric>

using namespace mlir;

namespace nnc::cpu {
namespace {

using Evaluate = std::function<SmallVector<Value>(
    OpBuilder &, ArrayRef<Value> inputs, ArrayRef<Value> outputs,
    ArrayRef<Position> at, int64_t laneLoop, int64_t lanes)>;

/// A nest of parallel loops, one of them over vectors, in the order in which
/// the first output lies in memory.
class ElementwiseNest {
public:
  ElementwiseNest(Location loc, ArrayRef<KernelOperand> inputs,
                  ArrayRef<KernelOperand> outputs, ArrayRef<OpFoldResult> sizes,
                  int64_t lanes, unsigned weight, Evaluate evaluate)
      : loc(loc), inputs(inputs), outputs(outputs), sizes(sizes), width(lanes),
        weight(weight), evaluate(std::move(evaluate)) {
    const KernelOperand &main = outputs.front();
    laneLoop = main.laneLoop();
    for (int64_t dim : main.view.getOuterOrder())
      order.push_back(main.loops[dim]);
    for (const KernelOperand &operand : inputs)
      if (!operand.scalar && operand.view.isPacked())
        width = std::gcd(width, operand.view.getTile());
    for (const KernelOperand &operand : outputs)
      if (operand.view.isPacked())
        width = std::gcd(width, operand.view.getTile());
    // An input that lies along another loop is read in square blocks.
    for (const KernelOperand &operand : inputs) {
      int64_t loop = operand.laneLoop();
      if (!isHeavy(weight) && blockLoop < 0 && loop >= 0 && loop != laneLoop &&
          operand.dimOf(laneLoop) >= 0 && width > 1)
        blockLoop = loop;
    }
  }

  SmallVector<Value> emit(OpBuilder &b) {
    SmallVector<Value> carried;
    for (const KernelOperand &output : outputs)
      carried.push_back(output.view.getStorage());
    SmallVector<Position> at(sizes.size());
    return nest(b, 0, at, carried, 1, false);
  }

private:
  SmallVector<Value> nest(OpBuilder &b, unsigned depth,
                          SmallVector<Position> at, ValueRange carried,
                          int64_t lanes, bool block) {
    if (depth == order.size())
      return block ? leafBlock(b, at, carried, lanes)
                   : leaf(b, at, carried, lanes);
    int64_t loop = order[depth];
    bool parallel = depth == 0 && isLarge(sizes, weight);
    auto run = [&](OpFoldResult from, OpFoldResult to, int64_t step,
                   ValueRange values, int64_t newLanes, bool newBlock,
                   std::optional<int64_t> last = {}) {
      return emitLoop(
          b, loc, from, to, step, values,
          [&](OpBuilder &inner, Value iv, ValueRange args) {
            if (last)
              iv = arith::MinUIOp::create(
                  inner, loc, iv,
                  arith::ConstantIndexOp::create(inner, loc, *last));
            SmallVector<Position> position(at);
            position[loop] = {iv};
            return nest(inner, depth + 1, position, args, newLanes, newBlock);
          },
          parallel);
    };
    OpFoldResult zero = b.getIndexAttr(0), size = sizes[loop];
    if (loop != laneLoop && loop != blockLoop)
      return run(zero, size, 1, carried, lanes, block);
    OpFoldResult whole = roundDown(b, loc, size, width);
    if (loop == blockLoop) {
      SmallVector<Value> values = run(zero, whole, width, carried, lanes, true);
      return run(whole, size, 1, values, lanes, block);
    }
    std::optional<int64_t> known = getConstantIntValue(size);
    if (known && *known % width != 0 && mayRepeat()) {
      // The last vector overlaps the one before: an edge would be as much code.
      int64_t part =
          std::min<int64_t>(width, llvm::bit_floor(uint64_t(*known)));
      std::optional<int64_t> last;
      if (*known % part != 0)
        last = *known - part;
      return run(zero, size, part, carried, part, block, last);
    }
    SmallVector<Value> values = run(zero, whole, width, carried, width, block);
    return emitEdge(
        b, loc, size, width, values,
        [&](OpFoldResult from, OpFoldResult to, int64_t part, ValueRange args) {
          return run(from, to, part, args, part, block);
        });
  }

  /// Whether an element may be written twice: nothing that was written is read,
  /// and no vector has to begin where a panel does.
  bool mayRepeat() const {
    auto isFree = [&](const KernelOperand &operand) {
      return !operand.view.isPacked() ||
             operand.loops[operand.view.getPackedDim()] != laneLoop;
    };
    return isCopy && blockLoop >= 0 && llvm::all_of(inputs, isFree) &&
           llvm::all_of(outputs, isFree);
  }

  KernelOperand current(const KernelOperand &input, ValueRange carried) const {
    KernelOperand result = input;
    for (auto [output, storage] : llvm::zip_equal(outputs, carried))
      result.follow(output, storage);
    return result;
  }

  SmallVector<Value> leaf(OpBuilder &b, ArrayRef<Position> at,
                          ValueRange carried, int64_t lanes) {
    SmallVector<Value> values, old, storages;
    for (const KernelOperand &input : inputs)
      values.push_back(
          current(input, carried).load(b, loc, at, laneLoop, lanes));
    SmallVector<KernelOperand> targets = targetsAt(carried);
    for (const KernelOperand &target : targets)
      old.push_back(readsOutputs ? target.load(b, loc, at, laneLoop, lanes)
                                 : Value());
    SmallVector<Value> results = evaluate(b, values, old, at, laneLoop, lanes);
    for (auto [target, result] : llvm::zip_equal(targets, results))
      storages.push_back(target.store(b, loc, result, at, laneLoop, lanes));
    return storages;
  }

  /// `width` steps of the block loop at once; inputs along it are transposed.
  SmallVector<Value> leafBlock(OpBuilder &b, ArrayRef<Position> at,
                               ValueRange carried, int64_t lanes) {
    SmallVector<SmallVector<Value>> columns, old, results(outputs.size());
    for (const KernelOperand &input : inputs) {
      if (lanes > 1 && input.laneLoop() == blockLoop &&
          input.dimOf(laneLoop) >= 0)
        columns.push_back(loadTransposed(b, input, at, lanes));
      else
        columns.push_back(
            current(input, carried)
                .loadRows(b, loc, at, blockLoop, width, laneLoop, lanes));
    }
    SmallVector<KernelOperand> targets = targetsAt(carried);
    for (const KernelOperand &target : targets)
      old.push_back(readsOutputs ? target.loadRows(b, loc, at, blockLoop, width,
                                                   laneLoop, lanes)
                                 : SmallVector<Value>(width));
    for (int64_t step = 0; step < width; ++step) {
      SmallVector<Position> position(at);
      position[blockLoop] = position[blockLoop].plus(step);
      SmallVector<Value> in, out;
      for (ArrayRef<Value> column : columns)
        in.push_back(column[step]);
      for (ArrayRef<Value> column : old)
        out.push_back(column[step]);
      SmallVector<Value> values =
          evaluate(b, in, out, position, laneLoop, lanes);
      for (auto [result, value] : llvm::zip_equal(results, values))
        result.push_back(value);
    }
    SmallVector<Value> storages;
    for (auto [target, values] : llvm::zip_equal(targets, results))
      storages.push_back(
          target.storeRows(b, loc, values, at, blockLoop, laneLoop, lanes));
    return storages;
  }

  /// `width` vectors along the lanes from `lanes` of `input` along the block.
  SmallVector<Value> loadTransposed(OpBuilder &b, const KernelOperand &input,
                                    ArrayRef<Position> at, int64_t lanes) {
    SmallVector<Value> rows =
        input.loadRows(b, loc, at, laneLoop, lanes, blockLoop, width);
    if (lanes == width)
      return emitTranspose(b, loc, rows);
    rows.append(width - lanes,
                ub::PoisonOp::create(b, loc, rows.front().getType()));
    SmallVector<Value> columns = emitTranspose(b, loc, rows);
    for (Value &column : columns)
      column =
          vector::ExtractStridedSliceOp::create(b, loc, column, 0, lanes, 1);
    return columns;
  }

  SmallVector<KernelOperand> targetsAt(ValueRange carried) const {
    SmallVector<KernelOperand> targets(outputs);
    for (auto [target, storage] : llvm::zip_equal(targets, carried))
      target.view.setStorage(storage);
    return targets;
  }

  Location loc;
  ArrayRef<KernelOperand> inputs, outputs;
  ArrayRef<OpFoldResult> sizes;
  int64_t width;
  unsigned weight;
  Evaluate evaluate;
  int64_t laneLoop = -1, blockLoop = -1;
  SmallVector<int64_t> order;

public:
  bool readsOutputs = false;
  bool isCopy = false; // of what is other memory
};

} // namespace

LogicalResult generateLoops(RewriterBase &rewriter, linalg::LinalgOp op,
                            unsigned vectorBytes) {
  if (!op.hasPureTensorSemantics() || !hasVectorizableBody(op) ||
      op->getNumResults() == 0)
    return failure();
  std::optional<SmallVector<KernelOperand>> inputs = inputsOf(op);
  std::optional<KernelOutputs> outputs = outputsOf(op);
  if (!inputs || !outputs)
    return failure();
  SmallVector<Type> types;
  for (Value operand : op->getOperands())
    types.push_back(getElementTypeOrSelf(operand.getType()));
  int64_t lanes = lanesFor(types, vectorBytes);

  rewriter.setInsertionPoint(op);
  SmallVector<Value> storages;
  if (op.getNumParallelLoops() == op.getNumLoops()) {
    for (const KernelOperand &output : outputs->operands)
      if (output.loops.size() != op.getNumLoops())
        return failure();
    hoistDestinations(rewriter, op, *outputs);
    Operation *terminator = op.getBlock()->getTerminator();
    SmallVector<Value> wanted(terminator->getOperands());
    SmallVector<OpFoldResult> sizes = loopSizes(rewriter, op);
    bool reads = false;
    SmallVector<Value> fills;
    for (OpOperand &init : op.getDpsInitsMutable()) {
      fills.push_back(filledWith(init.get()));
      reads |= op.payloadUsesValueFromOperand(&init) && !fills.back();
    }
    ElementwiseNest nest(
        op.getLoc(), *inputs, outputs->operands, sizes, lanes, weightOf(op),
        [&](OpBuilder &b, ArrayRef<Value> in, ArrayRef<Value> out,
            ArrayRef<Position> at, int64_t laneLoop, int64_t count) {
          SmallVector<Value> args(in);
          for (auto [fill, old] : llvm::zip_equal(fills, out))
            args.push_back(fill ? fill : old);
          return emitBody(b, op, args, at, laneLoop, count, wanted);
        });
    nest.readsOutputs = reads;
    storages = nest.emit(rewriter);
  } else {
    std::optional<SmallVector<Value>> written =
        emitReduction(rewriter, op, *inputs, *outputs, lanes);
    if (!written)
      return failure();
    storages = *written;
  }
  for (auto [i, storage] : llvm::enumerate(storages))
    replaceResult(rewriter, op, i, outputs->packs[i], storage);
  rewriter.eraseOp(op);
  return success();
}

LogicalResult generateCopy(RewriterBase &rewriter, Operation *op,
                           unsigned vectorBytes) {
  auto pack = dyn_cast<linalg::PackOp>(op);
  auto unpack = dyn_cast<linalg::UnPackOp>(op);
  Value source = pack ? pack.getSource() : unpack.getSource();
  Location loc = op->getLoc();
  KernelOperand input, output;
  if (pack) {
    if (pack.getInnerDimsPos().size() != 1 ||
        ShapedType::isDynamic(pack.getStaticInnerTiles()[0]))
      return failure();
    input.view = TensorView::ofOperand(source);
    output.view = TensorView::ofPack(pack);
  } else {
    std::optional<TensorView> view = TensorView::ofUnpack(unpack);
    if (!view)
      return failure();
    input.view = *view;
    output.view = TensorView::plain(unpack.getDest());
  }
  Value logical = pack ? source : unpack.getDest();
  int64_t rank = cast<RankedTensorType>(logical.getType()).getRank();
  input.loops = llvm::to_vector<4>(llvm::seq<int64_t>(0, rank));
  output.loops = input.loops;

  rewriter.setInsertionPoint(op);
  SmallVector<OpFoldResult> sizes;
  for (int64_t dim = 0; dim < rank; ++dim)
    sizes.push_back(sizeOf(rewriter, loc, logical, dim));
  int64_t lanes = lanesFor(output.view.getElementType(), vectorBytes);
  auto emit = [&](ArrayRef<KernelOperand> inputs, const KernelOperand &target,
                  ArrayRef<OpFoldResult> extents, Value constant) {
    ElementwiseNest nest(loc, inputs, target, extents, lanes, /*weight=*/1,
                         [&](OpBuilder &, ArrayRef<Value> in, ArrayRef<Value>,
                             ArrayRef<Position>, int64_t, int64_t) {
                           return constant ? SmallVector<Value>{constant}
                                           : SmallVector<Value>(in);
                         });
    nest.isCopy = true;
    return nest.emit(rewriter).front();
  };
  if (pack && pack.getPaddingValue()) {
    // Cheap next to the copy, and right for sizes known only at run time.
    KernelOperand whole{TensorView::plain(pack.getDest()), {}, {}};
    whole.loops = llvm::to_vector<4>(llvm::seq<int64_t>(0, rank + 1));
    SmallVector<OpFoldResult> extents;
    for (int64_t dim = 0; dim <= rank; ++dim)
      extents.push_back(sizeOf(rewriter, loc, pack.getDest(), dim));
    output.view.setStorage(emit({}, whole, extents, pack.getPaddingValue()));
  }
  rewriter.replaceOp(op, emit(input, output, sizes, {}));
  return success();
}

} // namespace nnc::cpu
