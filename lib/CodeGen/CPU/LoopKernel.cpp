//===- LoopKernel.cpp - elementwise ops and reductions as vector loops ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
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
                  int64_t lanes, bool heavy, Evaluate evaluate)
      : loc(loc), inputs(inputs), outputs(outputs), sizes(sizes), width(lanes),
        evaluate(std::move(evaluate)) {
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
      if (!heavy && blockLoop < 0 && loop >= 0 && loop != laneLoop &&
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
    bool parallel = depth == 0 && isLarge(sizes);
    auto run = [&](OpFoldResult from, OpFoldResult to, int64_t step,
                   ValueRange values, int64_t newLanes, bool newBlock) {
      return emitLoop(
          b, loc, from, to, step, values,
          [&](OpBuilder &inner, Value iv, ValueRange args) {
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
    SmallVector<Value> values = run(zero, whole, width, carried, width, block);
    std::optional<int64_t> known = getConstantIntValue(size);
    if (!known)
      return run(whole, size, 1, values, 1, block);
    int64_t start = *known / width * width;
    for (int64_t part : powersOfTwo(*known % width)) {
      values = run(b.getIndexAttr(start), b.getIndexAttr(start + part), part,
                   values, part, block);
      start += part;
    }
    return values;
  }

  /// An input with the same place as an output is read where it is written, so
  /// that the update is in place.
  KernelOperand current(const KernelOperand &input, ValueRange carried) const {
    KernelOperand result = input;
    if (!input.scalar)
      for (auto [output, storage] : llvm::zip_equal(outputs, carried))
        if (input.view.getStorage() == output.view.getStorage() &&
            input.loops == output.loops)
          result.view.setStorage(storage);
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
      if (lanes == width && input.laneLoop() == blockLoop &&
          input.dimOf(laneLoop) >= 0)
        columns.push_back(emitTranspose(
            b, loc,
            input.loadRows(b, loc, at, laneLoop, width, blockLoop, width)));
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
  Evaluate evaluate;
  int64_t laneLoop = -1, blockLoop = -1;
  SmallVector<int64_t> order;

public:
  bool readsOutputs = false;
};

/// A reduction: parallel loops outside, accumulators carried through the
/// reducing loops.
class ReductionNest {
public:
  ReductionNest(linalg::LinalgOp op, ArrayRef<KernelOperand> inputs,
                ArrayRef<KernelOperand> outputs, ArrayRef<Combiner> combiners,
                int64_t lanes)
      : op(op), loc(op.getLoc()), inputs(inputs), outputs(outputs),
        combiners(combiners), width(lanes),
        columnWays(isHeavy(op) ? 1 : kWays) {}

  /// Plans the loops; fails where the form is not one of a reduction.
  LogicalResult plan() {
    const KernelOperand *main = nullptr;
    for (const KernelOperand &input : inputs)
      if (!input.scalar && (!main || input.loops.size() > main->loops.size()))
        main = &input;
    if (!main || main->loops.empty())
      return failure();
    for (const KernelOperand &output : outputs)
      if (output.loops.size() != op.getNumParallelLoops())
        return failure();
    for (const KernelOperand &operand : inputs)
      if (!operand.scalar && operand.view.isPacked())
        width = std::gcd(width, operand.view.getTile());
    for (const KernelOperand &operand : outputs)
      if (operand.view.isPacked())
        width = std::gcd(width, operand.view.getTile());
    laneLoop = main->laneLoop();
    if (laneLoop < 0)
      return failure();
    auto kinds = op.getIteratorTypesArray();
    lanesReduce = kinds[laneLoop] == utils::IteratorType::reduction;
    for (int64_t dim : outputs.front().view.getOuterOrder())
      parallelOrder.push_back(outputs.front().loops[dim]);
    auto add = [&](int64_t loop) {
      if (loop >= 0 && kinds[loop] == utils::IteratorType::reduction &&
          !llvm::is_contained(reducingOrder, loop) &&
          !(lanesReduce && loop == laneLoop))
        reducingOrder.push_back(loop);
    };
    for (int64_t dim : main->view.getOuterOrder())
      add(main->loops[dim]);
    for (int64_t loop = 0, e = op.getNumLoops(); loop < e; ++loop)
      add(loop);
    return success();
  }

  SmallVector<Value> emit(OpBuilder &b) {
    sizes = loopSizes(b, op);
    SmallVector<Value> carried;
    for (const KernelOperand &output : outputs)
      carried.push_back(output.view.getStorage());
    SmallVector<Position> at(sizes.size());
    return parallelNest(b, 0, at, carried, 1, 1);
  }

private:
  /// Independent accumulators.
  static constexpr int64_t kWays = 4;

  SmallVector<Value> parallelNest(OpBuilder &b, unsigned depth,
                                  SmallVector<Position> at, ValueRange carried,
                                  int64_t lanes, int64_t ways) {
    if (depth == parallelOrder.size())
      return reduce(b, at, carried, lanes, ways);
    int64_t loop = parallelOrder[depth];
    bool parallel = depth == 0 && isLarge(sizes);
    auto run = [&](OpFoldResult from, OpFoldResult to, int64_t step,
                   ValueRange values, int64_t newLanes, int64_t newWays) {
      return emitLoop(
          b, loc, from, to, step, values,
          [&](OpBuilder &inner, Value iv, ValueRange args) {
            SmallVector<Position> position(at);
            position[loop] = {iv};
            return parallelNest(inner, depth + 1, position, args, newLanes,
                                newWays);
          },
          parallel);
    };
    OpFoldResult zero = b.getIndexAttr(0), size = sizes[loop];
    if (loop != laneLoop)
      return run(zero, size, 1, carried, lanes, ways);
    // Several vectors at once: more of each line and row that is touched.
    OpFoldResult fours = roundDown(b, loc, size, width * columnWays);
    OpFoldResult whole = roundDown(b, loc, size, width);
    SmallVector<Value> values =
        run(zero, fours, width * columnWays, carried, width, columnWays);
    if (columnWays > 1)
      values = run(fours, whole, width, values, width, 1);
    std::optional<int64_t> known = getConstantIntValue(size);
    if (!known)
      return run(whole, size, 1, values, 1, 1);
    int64_t start = *known / width * width;
    for (int64_t part : powersOfTwo(*known % width)) {
      values = run(b.getIndexAttr(start), b.getIndexAttr(start + part), part,
                   values, part, 1);
      start += part;
    }
    return values;
  }

  SmallVector<Value> elements(OpBuilder &b, ArrayRef<Position> at,
                              int64_t lanes) {
    SmallVector<Value> args;
    for (const KernelOperand &input : inputs)
      args.push_back(input.load(b, loc, at, laneLoop, lanes));
    args.append(outputs.size(), Value());
    SmallVector<Value> wanted;
    for (const Combiner &combiner : combiners)
      wanted.push_back(combiner.element);
    SmallVector<Value> values =
        emitBody(b, op, args, at, laneLoop, lanes, wanted);
    for (Value &value : values)
      value = asVector(b, loc, value, lanes);
    return values;
  }

  /// Reducing loops other than the one over lanes.
  SmallVector<Value> reducingNest(
      OpBuilder &b, unsigned depth, SmallVector<Position> at,
      ValueRange accumulators,
      llvm::function_ref<SmallVector<Value>(OpBuilder &, ArrayRef<Position>,
                                            ValueRange)>
          inner) {
    if (depth == reducingOrder.size())
      return inner(b, at, accumulators);
    int64_t loop = reducingOrder[depth];
    return emitLoop(b, loc, b.getIndexAttr(0), sizes[loop], 1, accumulators,
                    [&](OpBuilder &nested, Value iv, ValueRange args) {
                      SmallVector<Position> position(at);
                      position[loop] = {iv};
                      return reducingNest(nested, depth + 1, position, args,
                                          inner);
                    });
  }

  SmallVector<Position> wayOf(ArrayRef<Position> at, int64_t way) const {
    SmallVector<Position> position(at);
    if (way > 0)
      position[laneLoop] = position[laneLoop].plus(way * width);
    return position;
  }

  SmallVector<Value> reduce(OpBuilder &b, ArrayRef<Position> at,
                            ValueRange carried, int64_t lanes, int64_t ways) {
    SmallVector<Value> accumulators;
    SmallVector<KernelOperand> targets(outputs);
    for (int64_t way = 0; way < ways; ++way)
      for (auto [i, target] : llvm::enumerate(targets)) {
        target.view.setStorage(carried[i]);
        Value start = filledWith(op.getDpsInitOperand(i)->get());
        accumulators.push_back(
            start ? asVector(b, loc, start, lanes)
                  : target.load(b, loc, wayOf(at, way), laneLoop, lanes));
      }
    accumulators = lanesReduce ? reduceLanes(b, at, accumulators)
                               : reduceRows(b, at, accumulators, lanes, ways);
    for (auto [i, value] : llvm::enumerate(accumulators)) {
      KernelOperand &target = targets[i % targets.size()];
      target.view.setStorage(target.store(
          b, loc, value, wayOf(at, i / targets.size()), laneLoop, lanes));
    }
    SmallVector<Value> storages;
    for (const KernelOperand &target : targets)
      storages.push_back(target.view.getStorage());
    return storages;
  }

  SmallVector<Value> combineAll(OpBuilder &b, ValueRange accumulators,
                                ArrayRef<Value> values) {
    SmallVector<Value> result;
    for (auto [combiner, accumulator, value] :
         llvm::zip_equal(combiners, accumulators, values))
      result.push_back(combiner.combine(b, accumulator, value));
    return result;
  }

  SmallVector<Value> reduceRows(OpBuilder &b, ArrayRef<Position> at,
                                ValueRange accumulators, int64_t lanes,
                                int64_t ways) {
    return reducingNest(
        b, 0, SmallVector<Position>(at), accumulators,
        [&](OpBuilder &inner, ArrayRef<Position> position, ValueRange args) {
          SmallVector<Value> next;
          for (int64_t way = 0; way < ways; ++way)
            llvm::append_range(
                next,
                combineAll(inner,
                           args.slice(way * combiners.size(), combiners.size()),
                           elements(inner, wayOf(position, way), lanes)));
          return next;
        });
  }

  /// Four vectors of partial results and a scalar for the ragged end. Static
  /// and dynamic sizes take the same order.
  SmallVector<Value> reduceLanes(OpBuilder &b, ArrayRef<Position> at,
                                 ValueRange scalars) {
    unsigned n = combiners.size();
    SmallVector<Value> state(scalars);
    for (int64_t way = 0; way < kWays; ++way)
      for (const Combiner &combiner : combiners)
        state.push_back(combiner.neutral(b, width));
    state = reducingNest(
        b, 0, SmallVector<Position>(at), state,
        [&](OpBuilder &inner, ArrayRef<Position> position, ValueRange args) {
          return alongLanes(inner, position, args, kWays);
        });
    SmallVector<Value> results(state.begin(), state.begin() + n);
    for (unsigned i = 0; i < n; ++i) {
      auto way = [&](int64_t w) { return state[n * (1 + w) + i]; };
      Value sum =
          combiners[i].combine(b, combiners[i].combine(b, way(0), way(1)),
                               combiners[i].combine(b, way(2), way(3)));
      results[i] =
          combiners[i].combine(b, results[i], combiners[i].horizontal(b, sum));
    }
    return results;
  }

  SmallVector<Value> alongLanes(OpBuilder &b, ArrayRef<Position> at,
                                ValueRange state, int64_t ways) {
    unsigned n = combiners.size();
    OpFoldResult size = sizes[laneLoop];
    auto run = [&](OpFoldResult from, OpFoldResult to, int64_t lanes,
                   int64_t unroll, ValueRange values) {
      return emitLoop(b, loc, from, to, lanes * unroll, values,
                      [&](OpBuilder &inner, Value iv, ValueRange args) {
                        SmallVector<Value> next(args);
                        for (int64_t way = 0; way < unroll; ++way) {
                          SmallVector<Position> position(at);
                          position[laneLoop] = {iv, way * lanes};
                          unsigned first = lanes == 1 ? 0 : n * (1 + way);
                          SmallVector<Value> combined = combineAll(
                              inner, ValueRange(next).slice(first, n),
                              elements(inner, position, lanes));
                          llvm::copy(combined, next.begin() + first);
                        }
                        return next;
                      });
    };
    OpFoldResult fours = roundDown(b, loc, size, width * ways);
    OpFoldResult whole = roundDown(b, loc, size, width);
    SmallVector<Value> values =
        run(b.getIndexAttr(0), fours, width, ways, state);
    values = run(fours, whole, width, 1, values);
    return run(whole, size, 1, 1, values);
  }

  linalg::LinalgOp op;
  Location loc;
  ArrayRef<KernelOperand> inputs, outputs;
  SmallVector<OpFoldResult> sizes;
  ArrayRef<Combiner> combiners;
  int64_t width, columnWays;
  int64_t laneLoop = -1;
  bool lanesReduce = false;
  SmallVector<int64_t> parallelOrder, reducingOrder;
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
        op.getLoc(), *inputs, outputs->operands, sizes, lanes, isHeavy(op),
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
    std::optional<SmallVector<Combiner>> combiners = combinersOf(op);
    if (!combiners)
      return failure();
    ReductionNest nest(op, *inputs, outputs->operands, *combiners, lanes);
    if (failed(nest.plan()))
      return failure();
    hoistDestinations(rewriter, op, *outputs);
    storages = nest.emit(rewriter);
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
    return ElementwiseNest(loc, inputs, target, extents, lanes, /*heavy=*/false,
                           [&](OpBuilder &, ArrayRef<Value> in, ArrayRef<Value>,
                               ArrayRef<Position>, int64_t, int64_t) {
                             return constant ? SmallVector<Value>{constant}
                                             : SmallVector<Value>(in);
                           })
        .emit(rewriter)
        .front();
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
