//===- ReductionKernel.cpp - reductions as vector loops ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"

#include "mlir/IR/PatternMatch.h"
#include <numeric>

using namespace mlir;

namespace nnc::cpu {
namespace {

/// A reduction: parallel loops outside, accumulators carried through the
/// reducing loops. What is reduced may be kept as well: such an output has an
/// element for each iteration, written when it is computed.
/// A large one with few results (a sum for each of 16 channels) is split along
/// its outermost reducing loop: threads share the chunks, whose sums are then
/// added in order. The number of chunks depends on sizes only.
class ReductionNest {
public:
  ReductionNest(linalg::LinalgOp op, ArrayRef<KernelOperand> inputs,
                ArrayRef<KernelOperand> outputs, ArrayRef<Combiner> combiners,
                int64_t lanes)
      : op(op), loc(op.getLoc()), inputs(inputs), outputs(outputs),
        combiners(combiners), targets(outputs), width(lanes),
        columnWays(isHeavy(op) ? 1 : kWays) {
    for (auto [i, combiner] : llvm::enumerate(combiners))
      (combiner.op ? sums : kept).push_back(i);
  }

  /// Plans the loops; fails where the form is not one of a reduction.
  LogicalResult plan() {
    const KernelOperand *main = nullptr;
    // Of the largest, one in panels: its vectors are whole.
    auto rank = [](const KernelOperand &operand) {
      return 2 * operand.loops.size() + operand.view.isPacked();
    };
    for (const KernelOperand &input : inputs)
      if (!input.scalar && (!main || rank(input) > rank(*main)))
        main = &input;
    for (unsigned i : kept) {
      if (outputs[i].loops.size() != op.getNumLoops())
        return failure();
      main = &outputs[i];
    }
    if (!main || main->loops.empty() || sums.empty())
      return failure();
    for (unsigned i : sums)
      if (outputs[i].loops.size() != op.getNumParallelLoops())
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
    // There, neighbouring vectors are far apart.
    inPanels = !lanesReduce && main->view.isPacked();
    if (inPanels)
      columnWays = 1;
    const KernelOperand &first = outputs[sums.front()];
    for (int64_t dim : first.view.getOuterOrder())
      parallelOrder.push_back(first.loops[dim]);
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
    // The last position is that of the chunk.
    SmallVector<Position> at(sizes.size() + 1);
    if (int64_t chunks = chooseChunks(); chunks > 1)
      return emitInChunks(b, at, carried, chunks);
    parallel = isLarge(sizes, weightOf(op));
    return parallelNest(b, 0, at, carried, 1, 1);
  }

private:
  /// Independent accumulators.
  static constexpr int64_t kWays = 4;
  /// At most so many chunks, and only for so many results.
  static constexpr int64_t kChunks = 8;
  static constexpr int64_t kChunkedResults = 2048;
  static constexpr int64_t kLeastChunkRow = 512;

  /// 1 where the loops over results are enough for threads.
  int64_t chooseChunks() const {
    if (!isLarge(sizes, weightOf(op)) || reducingOrder.empty())
      return 1;
    int64_t results = 1;
    for (int64_t loop : parallelOrder)
      results *= getConstantIntValue(sizes[loop]).value_or(kChunkedResults + 1);
    if (results > kChunkedResults)
      return 1;
    int64_t shared = 1;
    if (!parallelOrder.empty()) {
      int64_t loop = parallelOrder.front();
      shared = llvm::divideCeil(*getConstantIntValue(sizes[loop]),
                                loop == laneLoop ? width * columnWays : 1);
    }
    int64_t chunks = std::min(
        kChunks,
        getConstantIntValue(sizes[reducingOrder.front()]).value_or(kChunks));
    return shared < chunks ? chunks : 1;
  }

  SmallVector<Value> emitInChunks(OpBuilder &b, SmallVector<Position> at,
                                  SmallVector<Value> carried, int64_t chunks) {
    // [chunk, results...], neighbours along the lanes.
    SmallVector<int64_t> shape{chunks};
    SmallVector<int64_t, 4> loops{int64_t(sizes.size())};
    for (int64_t loop : parallelOrder)
      if (loop != laneLoop)
        loops.push_back(loop);
    if (llvm::is_contained(parallelOrder, laneLoop))
      loops.push_back(laneLoop);
    for (int64_t loop : ArrayRef(loops).drop_front())
      shape.push_back(*getConstantIntValue(sizes[loop]));
    // Not for each number of channels a type of its own, and so a kernel.
    if (inPanels && shape.size() == 2)
      shape.back() =
          std::max<int64_t>(llvm::PowerOf2Ceil(shape.back()), kLeastChunkRow);
    SmallVector<Value> parts(carried);
    for (unsigned i : sums) {
      Type element = outputs[i].view.getElementType();
      parts[i] = tensor::EmptyOp::create(b, loc, shape, element);
      targets[i] = {TensorView::plain(parts[i]), loops, {}};
    }
    OpFoldResult images = sizes[reducingOrder.front()];
    Value end = getValueOrCreateConstantIndexOp(b, loc, images);
    Value step = arith::CeilDivUIOp::create(
        b, loc, end, arith::ConstantIndexOp::create(b, loc, chunks));
    inChunks = true;
    parts = emitLoop(
        b, loc, b.getIndexAttr(0), b.getIndexAttr(chunks), 1, parts,
        [&](OpBuilder &inner, Value chunk, ValueRange args) {
          Value from = arith::MulIOp::create(inner, loc, chunk, step);
          Value to = arith::AddIOp::create(inner, loc, from, step);
          chunkFrom = arith::MinUIOp::create(inner, loc, from, end).getResult();
          chunkTo = arith::MinUIOp::create(inner, loc, to, end).getResult();
          at.back() = {chunk};
          return parallelNest(inner, 0, at, args, 1, 1);
        },
        /*parallel=*/true);
    inChunks = false;
    for (unsigned i : kept)
      carried[i] = parts[i];
    for (unsigned i : sums)
      targets[i].view.setStorage(parts[i]);
    chunksToAdd = chunks;
    return parallelNest(b, 0, at, carried, 1, 1);
  }

  SmallVector<Value> parallelNest(OpBuilder &b, unsigned depth,
                                  SmallVector<Position> at, ValueRange carried,
                                  int64_t lanes, int64_t ways) {
    if (depth == parallelOrder.size())
      return chunksToAdd ? addChunks(b, at, carried, lanes, ways)
                         : reduce(b, at, carried, lanes, ways);
    int64_t loop = parallelOrder[depth];
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
          parallel && depth == 0, /*evenOnce=*/inPanels && loop == laneLoop);
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
    return emitEdge(
        b, loc, size, width, values,
        [&](OpFoldResult from, OpFoldResult to, int64_t part, ValueRange args) {
          return run(from, to, part, args, part, 1);
        });
  }

  KernelOperand current(const KernelOperand &input, ValueRange places) const {
    KernelOperand result = input;
    for (auto [i, place] : llvm::zip_equal(kept, places))
      result.follow(outputs[i], place);
    return result;
  }

  /// Combines one vector of elements into `accumulators` (one of each sum) and
  /// writes what is kept into `places`.
  void step(OpBuilder &b, ArrayRef<Position> at, int64_t lanes,
            MutableArrayRef<Value> accumulators,
            MutableArrayRef<Value> places) {
    SmallVector<Value> args, wanted;
    for (const KernelOperand &input : inputs)
      args.push_back(current(input, places).load(b, loc, at, laneLoop, lanes));
    args.append(outputs.size(), Value());
    for (const Combiner &combiner : combiners)
      wanted.push_back(combiner.element);
    SmallVector<Value> values =
        emitBody(b, op, args, at, laneLoop, lanes, wanted);
    for (auto [i, accumulator] : llvm::zip_equal(sums, accumulators))
      accumulator = combiners[i].combine(b, accumulator,
                                         asVector(b, loc, values[i], lanes));
    for (auto [i, place] : llvm::zip_equal(kept, places)) {
      KernelOperand target = outputs[i];
      target.view.setStorage(place);
      place = target.store(b, loc, asVector(b, loc, values[i], lanes), at,
                           laneLoop, lanes);
    }
  }

  /// Reducing loops other than the one over lanes, or the first `end` of them.
  SmallVector<Value> reducingNest(
      OpBuilder &b, unsigned depth, SmallVector<Position> at,
      ValueRange accumulators,
      llvm::function_ref<SmallVector<Value>(OpBuilder &, ArrayRef<Position>,
                                            ValueRange)>
          inner,
      std::optional<unsigned> end = {}) {
    if (depth == end.value_or(reducingOrder.size()))
      return inner(b, at, accumulators);
    int64_t loop = reducingOrder[depth];
    bool isPart = inChunks && depth == 0;
    return emitLoop(b, loc, isPart ? chunkFrom : b.getIndexAttr(0),
                    isPart ? chunkTo : sizes[loop], 1, accumulators,
                    [&](OpBuilder &nested, Value iv, ValueRange args) {
                      SmallVector<Position> position(at);
                      position[loop] = {iv};
                      return reducingNest(nested, depth + 1, position, args,
                                          inner, end);
                    });
  }

  SmallVector<Position> wayOf(ArrayRef<Position> at, int64_t way) const {
    SmallVector<Position> position(at);
    if (way > 0)
      position[laneLoop] = position[laneLoop].plus(way * width);
    return position;
  }

  /// What the sum that `place` is for begins with.
  Value startOf(OpBuilder &b, unsigned sum, const KernelOperand &place,
                ArrayRef<Position> at, int64_t lanes) {
    if (inChunks)
      return asVector(b, loc, combiners[sum].neutral(b, lanes), lanes);
    if (Value start = filledWith(op.getDpsInitOperand(sum)->get()))
      return asVector(b, loc, start, lanes);
    return place.load(b, loc, at, laneLoop, lanes);
  }

  SmallVector<Value> reduce(OpBuilder &b, ArrayRef<Position> at,
                            ValueRange carried, int64_t lanes, int64_t ways) {
    SmallVector<Value> state;
    SmallVector<KernelOperand> places(targets);
    for (auto [place, storage] : llvm::zip_equal(places, carried))
      place.view.setStorage(storage);
    for (int64_t way = 0; way < ways; ++way)
      for (unsigned i : sums)
        state.push_back(startOf(b, i, places[i], wayOf(at, way), lanes));
    for (unsigned i : kept)
      state.push_back(carried[i]);
    state = lanesReduce ? reduceLanes(b, at, state)
                        : reduceRows(b, at, state, lanes, ways);
    for (int64_t way = 0; way < ways; ++way)
      for (auto [n, i] : llvm::enumerate(sums))
        places[i].view.setStorage(
            places[i].store(b, loc, state[way * sums.size() + n],
                            wayOf(at, way), laneLoop, lanes));
    for (auto [i, place] :
         llvm::zip_equal(kept, ArrayRef(state).take_back(kept.size())))
      places[i].view.setStorage(place);
    SmallVector<Value> storages;
    for (const KernelOperand &place : places)
      storages.push_back(place.view.getStorage());
    return storages;
  }

  SmallVector<Value> addChunks(OpBuilder &b, ArrayRef<Position> at,
                               ValueRange carried, int64_t lanes,
                               int64_t ways) {
    SmallVector<Value> storages(carried);
    for (unsigned i : sums) {
      KernelOperand place = outputs[i];
      for (int64_t way = 0; way < ways; ++way) {
        SmallVector<Position> position = wayOf(at, way);
        place.view.setStorage(storages[i]);
        Value sum = startOf(b, i, place, position, lanes);
        for (int64_t chunk = 0; chunk < chunksToAdd; ++chunk) {
          position.back() = {arith::ConstantIndexOp::create(b, loc, chunk)};
          sum = combiners[i].combine(
              b, sum, targets[i].load(b, loc, position, laneLoop, lanes));
        }
        storages[i] = place.store(b, loc, sum, wayOf(at, way), laneLoop, lanes);
      }
    }
    return storages;
  }

  /// With several reducing loops, a sum of the innermost one's sums: the error
  /// of one long chain would grow with its length.
  SmallVector<Value> reduceRows(OpBuilder &b, ArrayRef<Position> at,
                                ValueRange state, int64_t lanes, int64_t ways) {
    auto add = [&](OpBuilder &inner, ArrayRef<Position> position,
                   MutableArrayRef<Value> all) {
      for (int64_t way = 0; way < ways; ++way)
        step(inner, wayOf(position, way), lanes,
             all.slice(way * sums.size(), sums.size()),
             all.take_back(kept.size()));
    };
    unsigned depth = reducingOrder.size();
    if (depth < 2)
      return reducingNest(
          b, 0, SmallVector<Position>(at), state,
          [&](OpBuilder &inner, ArrayRef<Position> position, ValueRange args) {
            SmallVector<Value> next(args);
            add(inner, position, next);
            return next;
          });
    return reducingNest(
        b, 0, SmallVector<Position>(at), state,
        [&](OpBuilder &inner, ArrayRef<Position> position, ValueRange args) {
          return innermostRows(inner, position, args, lanes, ways, add);
        },
        depth - 1);
  }

  SmallVector<Value>
  innermostRows(OpBuilder &b, ArrayRef<Position> at, ValueRange state,
                int64_t lanes, int64_t ways,
                llvm::function_ref<void(OpBuilder &, ArrayRef<Position>,
                                        MutableArrayRef<Value>)>
                    add) {
    int64_t loop = reducingOrder.back();
    size_t n = ways * sums.size();
    // A single vector for each sum would wait for itself. Of several sums, each
    // waits for the others' operands anyway.
    int64_t chains = std::max<int64_t>(kWays / sums.size(), 1);
    if (ways > 1 || getConstantIntValue(sizes[loop]).value_or(1) % chains != 0)
      chains = 1;
    SmallVector<Value> parts;
    for (int64_t i = 0; i < chains * ways; ++i)
      for (unsigned number : sums)
        parts.push_back(combiners[number].neutral(b, lanes));
    llvm::append_range(parts, state.drop_front(n));
    parts = emitLoop(
        b, loc, b.getIndexAttr(0), sizes[loop], chains, parts,
        [&](OpBuilder &inner, Value iv, ValueRange args) {
          SmallVector<Value> next(args);
          for (int64_t chain = 0; chain < chains; ++chain) {
            SmallVector<Position> position(at);
            position[loop] = {iv, chain};
            SmallVector<Value> all(ArrayRef(next).slice(chain * n, n));
            llvm::append_range(all, ArrayRef(next).take_back(kept.size()));
            add(inner, position, all);
            llvm::copy(ArrayRef(all).take_front(n), next.begin() + chain * n);
            llvm::copy(ArrayRef(all).take_back(kept.size()),
                       next.end() - kept.size());
          }
          return next;
        });
    SmallVector<Value> result;
    for (size_t i = 0; i < n; ++i) {
      const Combiner &combiner = combiners[sums[i % sums.size()]];
      Value sum = parts[i];
      for (int64_t chain = 1; chain < chains; ++chain)
        sum = combiner.combine(b, sum, parts[chain * n + i]);
      result.push_back(combiner.combine(b, state[i], sum));
    }
    llvm::append_range(result, ArrayRef(parts).take_back(kept.size()));
    return result;
  }

  /// Four vectors of partial results and a scalar for the ragged end. Static
  /// and dynamic sizes take the same order. `scalars` and the result are one
  /// of each sum, then what is kept.
  SmallVector<Value> reduceLanes(OpBuilder &b, ArrayRef<Position> at,
                                 ArrayRef<Value> scalars) {
    unsigned n = sums.size();
    SmallVector<Value> state(scalars.take_front(n));
    for (int64_t way = 0; way < kWays; ++way)
      for (unsigned i : sums)
        state.push_back(combiners[i].neutral(b, width));
    llvm::append_range(state, scalars.drop_front(n));
    state = reducingNest(
        b, 0, SmallVector<Position>(at), state,
        [&](OpBuilder &inner, ArrayRef<Position> position, ValueRange args) {
          return alongLanes(inner, position, args, kWays);
        });
    SmallVector<Value> results(state.begin(), state.begin() + n);
    for (unsigned i = 0; i < n; ++i) {
      const Combiner &sum = combiners[sums[i]];
      auto way = [&](int64_t w) { return state[n * (1 + w) + i]; };
      Value vector = sum.combine(b, sum.combine(b, way(0), way(1)),
                                 sum.combine(b, way(2), way(3)));
      results[i] = sum.combine(b, results[i], sum.horizontal(b, vector));
    }
    llvm::append_range(results, ArrayRef(state).take_back(kept.size()));
    return results;
  }

  SmallVector<Value> alongLanes(OpBuilder &b, ArrayRef<Position> at,
                                ValueRange state, int64_t ways) {
    unsigned n = sums.size();
    OpFoldResult size = sizes[laneLoop];
    auto run = [&](OpFoldResult from, OpFoldResult to, int64_t lanes,
                   int64_t unroll, ValueRange values) {
      return emitLoop(b, loc, from, to, lanes * unroll, values,
                      [&](OpBuilder &inner, Value iv, ValueRange args) {
                        SmallVector<Value> next(args);
                        MutableArrayRef<Value> all(next);
                        for (int64_t way = 0; way < unroll; ++way) {
                          SmallVector<Position> position(at);
                          position[laneLoop] = {iv, way * lanes};
                          unsigned first = lanes == 1 ? 0 : n * (1 + way);
                          step(inner, position, lanes, all.slice(first, n),
                               all.take_back(kept.size()));
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
  /// Where results of `reduce` go: the outputs, or the sums of chunks.
  SmallVector<KernelOperand> targets;
  int64_t width, columnWays;
  int64_t laneLoop = -1;
  bool lanesReduce = false, parallel = false;
  bool inPanels = false; // the results are along the panels of the main operand
  bool inChunks = false;
  OpFoldResult chunkFrom, chunkTo;
  int64_t chunksToAdd = 0;
  SmallVector<unsigned> sums, kept; // numbers of outputs
  SmallVector<int64_t> parallelOrder, reducingOrder;
};

} // namespace

std::optional<SmallVector<Value>> emitReduction(RewriterBase &rewriter,
                                                linalg::LinalgOp op,
                                                ArrayRef<KernelOperand> inputs,
                                                const KernelOutputs &outputs,
                                                int64_t lanes) {
  std::optional<SmallVector<Combiner>> combiners = combinersOf(op);
  if (!combiners)
    return std::nullopt;
  ReductionNest nest(op, inputs, outputs.operands, *combiners, lanes);
  if (failed(nest.plan()))
    return std::nullopt;
  hoistDestinations(rewriter, op, outputs);
  return nest.emit(rewriter);
}

} // namespace nnc::cpu
