//===- ContractionKernel.cpp - tiled contractions with epilogues ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//
// C[m,n] += A[m,k] * B[k,n] in tiles of `mr` rows by `nv` vectors along n. The
// accumulators are carried through the loops over k, so that every sum has one
// order; the elementwise consumer of C is evaluated on them before anything is
// stored. Where C starts from another contraction that nothing else reads, a
// tile is first summed over that one's products.
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Prefetch.h"
#include "Tiling.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/PatternMatch.h"
#include <numeric>

using namespace mlir;

namespace nnc::cpu {
namespace {

/// Rows [from, to), and how many, where that is known.
struct RowRange {
  OpFoldResult from, to;
  std::optional<int64_t> extent;
};

/// Products that a tile sums: B, read as vectors, and A, read as scalars.
struct Factors {
  KernelOperand wide, narrow;
  SmallVector<int64_t> reducingLoops;
};

class ContractionKernel {
public:
  explicit ContractionKernel(linalg::LinalgOp op) : op(op), loc(op.getLoc()) {}

  LogicalResult plan();
  void generate(RewriterBase &rewriter);
  ContractionRoles getRoles() const { return roles; }
  /// The contraction whose products are summed before those of `op`, or null.
  linalg::LinalgOp getFirst() const { return first; }

private:
  bool planEpilogue();
  bool planFirst();
  bool fits(const KernelOperand &operand);
  bool planRoles(const linalg::ContractionDimensions &dims,
                 ArrayRef<KernelOperand> inputs);
  bool isLarge() const;
  bool sharesColumns(int64_t blockRows) const;
  int64_t tileUnit() const;
  OpFoldResult advance(OpBuilder &b, OpFoldResult from, int64_t n) const;

  SmallVector<Value> outerNest(OpBuilder &b, unsigned depth,
                               SmallVector<Position> at, ValueRange carried);
  SmallVector<Value> rowBlocks(OpBuilder &b, ArrayRef<Position> at,
                               ValueRange carried);
  SmallVector<Value> columns(OpBuilder &b, ArrayRef<Position> at,
                             const RowRange &range, ValueRange carried,
                             bool parallel);
  SmallVector<Value> rows(OpBuilder &b, ArrayRef<Position> at,
                          const RowRange &range, int64_t vectors,
                          ArrayRef<int64_t> pieces, ValueRange carried);
  SmallVector<Value> tile(OpBuilder &b, ArrayRef<Position> at, int64_t mr,
                          int64_t vectors, ArrayRef<int64_t> pieces,
                          ValueRange carried);
  void planPrefetch();
  SmallVector<Value> reduce(OpBuilder &b, const Factors &factors,
                            unsigned depth, ArrayRef<Position> at, int64_t mr,
                            int64_t vectors, int64_t count,
                            ValueRange accumulators);
  SmallVector<Value> multiplyAdd(OpBuilder &b, const Factors &factors,
                                 ArrayRef<Position> at, int64_t mr,
                                 int64_t vectors, int64_t count,
                                 ValueRange accumulators);
  SmallVector<Value> startOf(OpBuilder &b, ArrayRef<Position> at, int64_t rows,
                             ArrayRef<int64_t> pieces, int64_t count,
                             ValueRange carried);
  SmallVector<Value> finish(OpBuilder &b, ArrayRef<Position> at,
                            ArrayRef<Value> column, int64_t count,
                            ValueRange carried);

  linalg::LinalgOp op;
  linalg::LinalgOp epilogue; // null: C is stored as it is
  linalg::LinalgOp first;    // null: C starts from a constant or its content
  Location loc;
  Tiling tiling;

  Factors own, before; // of `op`, and of `first`
  ContractionRoles roles;
  int64_t laneLoop = -1, rowLoop = -1;
  SmallVector<int64_t> outerLoops;
  SmallVector<OpFoldResult> sizes; // of the loops of `op`, then of `first`

  bool keepsC = true;
  Value start;           // what C is filled with, or null
  KernelOperand initial; // else its old content
  KernelOutputs stored;  // C if it is kept, then the epilogue's results
  SmallVector<KernelOperand> extra;   // the epilogue's inputs
  int64_t epilogueC = -1;             // which of them is C
  SmallVector<int64_t> epilogueLoops; // loop of the epilogue -> loop of op
  Prefetch prefetch;
  EpiloguePrefetch epiloguePrefetch;
};

/// Whether a parallel region is worth its cost.
bool ContractionKernel::isLarge() const {
  int64_t work = 1;
  for (OpFoldResult size :
       ArrayRef(sizes).drop_back(before.reducingLoops.size()))
    work *= getConstantIntValue(size).value_or(64);
  return work >= (int64_t{1} << 21);
}

/// The first consumer of C, if it can be evaluated on tiles of C.
bool ContractionKernel::planEpilogue() {
  Value c = op->getResult(0);
  Operation *first = nullptr;
  for (Operation *user : c.getUsers()) {
    if (user->getBlock() != op->getBlock())
      return false;
    if (!first || user->isBeforeInBlock(first))
      first = user;
  }
  auto candidate = dyn_cast_or_null<linalg::LinalgOp>(first);
  if (!candidate ||
      candidate.getNumParallelLoops() != candidate.getNumLoops() ||
      !candidate.hasPureTensorSemantics() || !hasVectorizableBody(candidate) ||
      readsElements(candidate) || isHeavy(candidate))
    return false;
  std::optional<SmallVector<KernelOperand>> inputs = inputsOf(candidate);
  std::optional<KernelOutputs> outputs = outputsOf(candidate);
  if (!inputs || !outputs)
    return false;

  // One way to look at C, with every loop of the epilogue.
  int64_t operandC = -1;
  AffineMap map = op.getMatchingIndexingMap(op.getDpsInitOperand(0));
  SmallVector<int64_t> translated(candidate.getNumLoops(), -1);
  for (OpOperand *operand : candidate.getDpsInputOperands()) {
    if (operand->get() != c)
      continue;
    const KernelOperand &input = (*inputs)[operand->getOperandNumber()];
    if (operandC >= 0 || input.loops.size() != candidate.getNumLoops() ||
        llvm::is_contained(input.loops, -1))
      return false;
    operandC = operand->getOperandNumber();
    for (auto [dim, loop] : llvm::enumerate(input.loops))
      translated[loop] = map.getDimPosition(dim);
  }
  if (operandC < 0)
    return false;
  for (OpOperand &init : candidate.getDpsInitsMutable())
    if (init.get() == c || candidate.payloadUsesValueFromOperand(&init))
      return false;
  auto translate = [&](KernelOperand &operand) {
    for (int64_t &loop : operand.loops)
      if (loop >= 0)
        loop = translated[loop];
  };
  for (const KernelOperand &output : outputs->operands)
    if (output.loops.size() != candidate.getNumLoops())
      return false;
  llvm::for_each(*inputs, translate);
  llvm::for_each(outputs->operands, translate);
  // Vectors lie along the results: turned, they would leave lanes over.
  auto fillsVectors = [&](int64_t loop) {
    return op.getStaticLoopRanges()[loop] % tiling.lanes == 0;
  };
  if (fillsVectors(map.getDimPosition(map.getNumResults() - 1)) &&
      !fillsVectors(outputs->operands.back().laneLoop()))
    return false;
  epilogue = candidate;
  epilogueC = operandC;
  epilogueLoops = translated;
  extra = std::move(*inputs);
  stored = std::move(*outputs);
  keepsC = !c.hasOneUse();
  return true;
}

bool ContractionKernel::planRoles(const linalg::ContractionDimensions &dims,
                                  ArrayRef<KernelOperand> inputs) {
  laneLoop = stored.operands.back().laneLoop();
  bool onLeft = llvm::is_contained(dims.m, unsigned(laneLoop));
  if (!onLeft && !llvm::is_contained(dims.n, unsigned(laneLoop)))
    return false;
  own.wide = inputs[onLeft ? 0 : 1];
  own.narrow = inputs[onLeft ? 1 : 0];
  ArrayRef<unsigned> wideLoops = onLeft ? dims.m : dims.n;
  ArrayRef<unsigned> narrowLoops = onLeft ? dims.n : dims.m;

  rowLoop = narrowLoops.back();
  roles = {onLeft ? 0u : 1u, onLeft ? 1u : 0u, laneLoop, rowLoop};
  for (ArrayRef<unsigned> loops :
       {ArrayRef<unsigned>(dims.batch), narrowLoops, wideLoops})
    for (int64_t loop : loops)
      if (loop != rowLoop && loop != laneLoop)
        outerLoops.push_back(loop);
  for (int64_t dim : own.wide.view.getOuterOrder())
    if (llvm::is_contained(dims.k, unsigned(own.wide.loops[dim])))
      own.reducingLoops.push_back(own.wide.loops[dim]);
  auto isFit = [&](const KernelOperand &operand) { return fits(operand); };
  return fits(own.wide) && fits(own.narrow) && llvm::all_of(extra, isFit) &&
         llvm::all_of(stored.operands, isFit);
}

/// A tile must not leave a panel: neither its vectors nor its rows.
bool ContractionKernel::fits(const KernelOperand &operand) {
  if (operand.scalar || !operand.view.isPacked())
    return true;
  int64_t loop = operand.loops[operand.view.getPackedDim()];
  int64_t panel = operand.view.getTile();
  if (loop == rowLoop) {
    tiling.mr = std::gcd(int64_t(llvm::bit_floor(uint64_t(tiling.mr))), panel);
    tiling.mr1 =
        std::gcd(int64_t(llvm::bit_floor(uint64_t(tiling.mr1))), panel);
    return tiling.mc % panel == 0;
  }
  return loop != laneLoop || panel % tiling.lanes == 0;
}

/// The contraction that C starts from, if only this one reads it, over the same
/// rows and columns.
bool ContractionKernel::planFirst() {
  Value initialC = op.getDpsInitOperand(0)->get();
  auto candidate = initialC.getDefiningOp<linalg::LinalgOp>();
  if (!candidate || candidate->getBlock() != op->getBlock() ||
      !initialC.hasOneUse() || !outerLoops.empty())
    return false;
  FailureOr<linalg::ContractionDimensions> dims = contractionDims(candidate);
  std::optional<SmallVector<KernelOperand>> inputs = inputsOf(candidate);
  if (failed(dims) || dims->k.size() != 1 ||
      candidate.getNumLoops() != op.getNumLoops() || !inputs ||
      !filledWith(candidate.getDpsInitOperand(0)->get()))
    return false;
  // Loops of the candidate as loops of this kernel; that of its sum is new.
  SmallVector<int64_t> translated(candidate.getNumLoops(), op.getNumLoops());
  AffineMap from = candidate.getIndexingMapsArray().back(),
            to = op.getIndexingMapsArray().back();
  for (unsigned i = 0; i < from.getNumResults(); ++i)
    translated[from.getDimPosition(i)] = to.getDimPosition(i);
  for (KernelOperand &input : *inputs)
    for (int64_t &loop : input.loops)
      if (loop >= 0)
        loop = translated[loop];
  bool isTurned = (*inputs)[0].dimOf(laneLoop) >= 0;
  before.wide = (*inputs)[isTurned ? 0 : 1];
  before.narrow = (*inputs)[isTurned ? 1 : 0];
  before.reducingLoops = {int64_t(op.getNumLoops())};
  if (before.wide.dimOf(laneLoop) < 0 || before.wide.dimOf(rowLoop) >= 0 ||
      before.narrow.dimOf(rowLoop) < 0 || !fits(before.wide) ||
      !fits(before.narrow))
    return false;
  first = candidate;
  return true;
}

LogicalResult ContractionKernel::plan() {
  FailureOr<linalg::ContractionDimensions> dims = contractionDims(op);
  std::optional<Tiling> chosen = Tiling::get(op);
  std::optional<SmallVector<KernelOperand>> inputs = inputsOf(op);
  std::optional<KernelOutputs> result = outputsOf(op);
  if (failed(dims) || !chosen || !inputs || !result)
    return failure();
  tiling = *chosen;
  planEpilogue();
  if (keepsC) {
    stored.operands.insert(stored.operands.begin(), result->operands.front());
    stored.packs.insert(stored.packs.begin(), result->packs.front());
  }
  start = filledWith(op.getDpsInitOperand(0)->get());
  initial = result->operands.front();
  if (!planRoles(*dims, *inputs))
    return failure();
  if (!start && planFirst()) {
    OpOperand *place = first.getDpsInitOperand(0);
    start = filledWith(place->get());
    if (keepsC)
      stored.operands.front().view.setStorage(place->get());
  }
  return success();
}

void ContractionKernel::generate(RewriterBase &rewriter) {
  linalg::LinalgOp last = epilogue ? epilogue : op;
  rewriter.setInsertionPoint(last);
  hoistDestinations(rewriter, last, stored);
  sizes = loopSizes(rewriter, op);
  if (first)
    sizes.push_back(loopSizes(rewriter, first)[contractionDims(first)->k[0]]);
  SmallVector<Value> carried;
  for (const KernelOperand &operand : stored.operands)
    carried.push_back(operand.view.getStorage());
  planPrefetch();
  prefetch.begin(rewriter, loc);
  epiloguePrefetch.begin(rewriter, loc);
  SmallVector<Position> at(sizes.size());
  SmallVector<Value> storages = outerNest(rewriter, 0, at, carried);
  unsigned i = 0;
  if (keepsC) {
    replaceResult(rewriter, op, 0, stored.packs[0], storages[0]);
    ++i;
  }
  for (unsigned r = 0; i < storages.size(); ++i, ++r)
    replaceResult(rewriter, epilogue, r, stored.packs[i], storages[i]);
  if (epilogue)
    rewriter.eraseOp(epilogue);
  rewriter.eraseOp(op);
  if (first)
    rewriter.eraseOp(first);
}

void ContractionKernel::planPrefetch() {
  auto known = [&](int64_t loop) {
    return getConstantIntValue(sizes[loop]).value_or(0);
  };
  int64_t rows = known(rowLoop);
  if (tiling.mc > 0)
    rows = rows > 0 ? std::min(rows, tiling.mc) : tiling.mc;
  if (own.reducingLoops.size() != 1)
    return;
  int64_t sumLoop = own.reducingLoops.front(), summed = known(sumLoop);
  prefetch = Prefetch(own.wide, tiling, laneLoop, sumLoop, known(laneLoop),
                      rows, summed);
  epiloguePrefetch = EpiloguePrefetch(tiling, rowLoop, laneLoop, summed);
  for (int64_t i = 0, end = extra.size(); i < end; ++i) {
    const KernelOperand &input = extra[i];
    auto isWritten = [&](const KernelOperand &output) {
      return !input.scalar &&
             output.view.getStorage() == input.view.getStorage();
    };
    if (i != epilogueC && llvm::none_of(stored.operands, isWritten))
      epiloguePrefetch.add(input, /*isWritten=*/false);
  }
  for (const KernelOperand &output : stored.operands)
    epiloguePrefetch.add(output, /*isWritten=*/true);
}

OpFoldResult ContractionKernel::advance(OpBuilder &b, OpFoldResult from,
                                        int64_t n) const {
  if (std::optional<int64_t> known = getConstantIntValue(from))
    return b.getIndexAttr(*known + n);
  Value offset = arith::ConstantIndexOp::create(b, loc, n);
  return arith::AddIOp::create(b, loc, cast<Value>(from), offset).getResult();
}

SmallVector<Value> ContractionKernel::outerNest(OpBuilder &b, unsigned depth,
                                                SmallVector<Position> at,
                                                ValueRange carried) {
  if (depth == outerLoops.size())
    return rowBlocks(b, at, carried);
  int64_t loop = outerLoops[depth];
  return emitLoop(
      b, loc, b.getIndexAttr(0), sizes[loop], 1, carried,
      [&](OpBuilder &inner, Value iv, ValueRange args) {
        SmallVector<Position> position(at);
        position[loop] = {iv};
        return outerNest(inner, depth + 1, position, args);
      },
      depth == 0 && isLarge());
}

/// Rows that are whole tiles of every width.
int64_t ContractionKernel::tileUnit() const {
  int64_t unit = tiling.mr;
  for (int64_t vectors = 1; vectors < tiling.nv; ++vectors)
    unit = std::lcm(unit, tiling.rowsFor(vectors));
  return unit;
}

/// Whether threads should share the columns of a block rather than blocks:
/// few blocks would leave some of them without work.
bool ContractionKernel::sharesColumns(int64_t blockRows) const {
  constexpr int64_t kMany = 16, kUnknown = 4;
  auto count = [&](int64_t loop, int64_t step) -> int64_t {
    std::optional<int64_t> size = getConstantIntValue(sizes[loop]);
    return size ? llvm::divideCeil(*size, step) : kUnknown;
  };
  int64_t blocks = count(rowLoop, blockRows);
  return blocks < kMany && count(laneLoop, tiling.lanes * tiling.nv) > blocks;
}

/// Blocks of rows whose part of A stays in the cache while B passes by. One
/// body serves them all: the last block may be smaller, and has the rows that
/// fill no tile.
SmallVector<Value> ContractionKernel::rowBlocks(OpBuilder &b,
                                                ArrayRef<Position> at,
                                                ValueRange carried) {
  bool parallel = outerLoops.empty() && isLarge();
  OpFoldResult zero = b.getIndexAttr(0), size = sizes[rowLoop];
  std::optional<int64_t> known = getConstantIntValue(size);
  if (tiling.mc == 0 || (known && *known <= tiling.mc))
    return columns(b, at, {zero, size, known}, carried, parallel);
  int64_t unit = tileUnit();
  int64_t block = std::max(tiling.mc / unit, int64_t{1}) * unit;
  bool byColumns = parallel && sharesColumns(block);
  Value end = getValueOrCreateConstantIndexOp(b, loc, size);
  return emitLoop(
      b, loc, zero, size, block, carried,
      [&](OpBuilder &inner, Value iv, ValueRange args) {
        Value next = getValueOrCreateConstantIndexOp(inner, loc,
                                                     advance(inner, iv, block));
        Value to = arith::MinUIOp::create(inner, loc, next, end);
        return columns(inner, at, {iv, to, std::nullopt}, args, byColumns);
      },
      parallel && !byColumns);
}

SmallVector<Value> ContractionKernel::columns(OpBuilder &b,
                                              ArrayRef<Position> at,
                                              const RowRange &range,
                                              ValueRange carried,
                                              bool parallel) {
  int64_t lanes = tiling.lanes, group = tiling.lanes * tiling.nv;
  auto run = [&](OpFoldResult from, OpFoldResult to, int64_t step,
                 int64_t vectors, ArrayRef<int64_t> pieces, ValueRange values) {
    return emitLoop(
        b, loc, from, to, step, values,
        [&](OpBuilder &inner, Value iv, ValueRange args) {
          SmallVector<Position> position(at);
          position[laneLoop] = {iv};
          return rows(inner, position, range, vectors, pieces, args);
        },
        parallel);
  };
  OpFoldResult size = sizes[laneLoop];
  SmallVector<Value> values =
      run(b.getIndexAttr(0), roundDown(b, loc, size, group), group, tiling.nv,
          lanes, carried);
  std::optional<int64_t> known = getConstantIntValue(size);
  if (!known) {
    OpFoldResult whole = roundDown(b, loc, size, lanes);
    values =
        run(roundDown(b, loc, size, group), whole, lanes, 1, lanes, values);
    return run(whole, size, 1, 1, int64_t{1}, values);
  }
  // The vectors that are left, as one narrower tile.
  int64_t from = *known / group * group, to = *known / lanes * lanes;
  if (from < to)
    values = run(b.getIndexAttr(from), b.getIndexAttr(to), to - from,
                 (to - from) / lanes, lanes, values);
  SmallVector<int64_t> pieces = powersOfTwo(*known - to);
  // Padded panels are read whole, and stored in pieces.
  auto isPadded = [&](const KernelOperand &wide) {
    return wide.view.isPacked() && wide.laneLoop() == laneLoop;
  };
  if (!pieces.empty() && isPadded(own.wide) &&
      (!first || isPadded(before.wide)))
    return run(b.getIndexAttr(to), size, *known - to, 1, pieces, values);
  for (int64_t piece : pieces) {
    values = run(b.getIndexAttr(to), b.getIndexAttr(to + piece), piece, 1,
                 piece, values);
    to += piece;
  }
  return values;
}

SmallVector<Value> ContractionKernel::rows(OpBuilder &b, ArrayRef<Position> at,
                                           const RowRange &range,
                                           int64_t vectors,
                                           ArrayRef<int64_t> pieces,
                                           ValueRange carried) {
  auto run = [&](OpFoldResult from, OpFoldResult to, int64_t step,
                 ValueRange values) {
    return emitLoop(b, loc, from, to, step, values,
                    [&](OpBuilder &inner, Value iv, ValueRange args) {
                      SmallVector<Position> position(at);
                      position[rowLoop] = {iv};
                      if (step == tiling.mr && vectors == tiling.nv)
                        prefetch.beginTile(inner, loc, position, rowLoop,
                                           range.from);
                      return tile(inner, position, step, vectors, pieces, args);
                    });
  };
  int64_t mr = tiling.rowsFor(vectors);
  if (range.extent) {
    int64_t whole = *range.extent / mr * mr;
    OpFoldResult middle = advance(b, range.from, whole);
    SmallVector<Value> values = carried;
    if (whole > 0)
      values = run(range.from, middle, mr, values);
    if (whole < *range.extent)
      values = run(middle, advance(b, middle, *range.extent - whole),
                   *range.extent - whole, values);
    return values;
  }
  // All blocks but the last one are of whole tiles.
  std::optional<int64_t> known = getConstantIntValue(sizes[rowLoop]);
  if (known && *known % mr == 0)
    return run(range.from, range.to, mr, carried);
  Value from = getValueOrCreateConstantIndexOp(b, loc, range.from);
  Value to = getValueOrCreateConstantIndexOp(b, loc, range.to);
  Value extent = b.createOrFold<arith::SubIOp>(loc, to, from);
  auto after = [&](int64_t step) -> OpFoldResult {
    Value whole = getValueOrCreateConstantIndexOp(
        b, loc, roundDown(b, loc, extent, step));
    return b.createOrFold<arith::AddIOp>(loc, from, whole);
  };
  OpFoldResult tiles = after(mr);
  SmallVector<Value> values = run(from, tiles, mr, carried);
  if (known)
    return run(tiles, to, *known % mr, values);
  // Sizes known at run time only: then four rows, then one.
  if (mr <= 4)
    return run(tiles, to, 1, values);
  OpFoldResult fours = after(4);
  // Four rows at a time from where the tiles end.
  if (mr % 4 != 0) {
    Value first = getValueOrCreateConstantIndexOp(b, loc, tiles);
    Value left = b.createOrFold<arith::SubIOp>(loc, to, first);
    Value whole =
        getValueOrCreateConstantIndexOp(b, loc, roundDown(b, loc, left, 4));
    fours = b.createOrFold<arith::AddIOp>(loc, first, whole);
  }
  values = run(tiles, fours, 4, values);
  return run(fours, to, 1, values);
}

SmallVector<Value> ContractionKernel::tile(OpBuilder &b, ArrayRef<Position> at,
                                           int64_t mr, int64_t vectors,
                                           ArrayRef<int64_t> pieces,
                                           ValueRange carried) {
  int64_t count = pieces.size() == 1 ? pieces.front() : tiling.lanes;
  auto shift = [&](int64_t lane) {
    SmallVector<Position> position(at);
    position[laneLoop] = position[laneLoop].plus(lane);
    return position;
  };
  // sums[row * vectors + v]; memory is accessed by columns of the tile.
  SmallVector<Value> sums(mr * vectors);
  for (int64_t v = 0; v < vectors; ++v) {
    SmallVector<Value> column =
        startOf(b, shift(v * tiling.lanes), mr, pieces, count, carried);
    for (int64_t row = 0; row < mr; ++row)
      sums[row * vectors + v] = column[row];
  }
  if (first)
    sums = reduce(b, before, 0, at, mr, vectors, count, sums);
  sums = reduce(b, own, 0, at, mr, vectors, count, sums);
  prefetch.endTile();

  SmallVector<Value> storages(carried);
  for (int64_t v = 0; v < vectors; ++v) {
    int64_t lane = 0;
    for (int64_t piece : pieces) {
      SmallVector<Value> column;
      for (int64_t row = 0; row < mr; ++row) {
        Value part = sums[row * vectors + v];
        if (piece != count) {
          part = vector::ExtractStridedSliceOp::create(b, loc, part, lane,
                                                       piece, 1);
          if (piece == 1)
            part = vector::ExtractOp::create(b, loc, part, 0);
        }
        column.push_back(part);
      }
      storages =
          finish(b, shift(v * tiling.lanes + lane), column, piece, storages);
      lane += piece;
    }
  }
  return storages;
}

/// What `rows` vectors of C hold before the sum.
SmallVector<Value>
ContractionKernel::startOf(OpBuilder &b, ArrayRef<Position> at, int64_t rows,
                           ArrayRef<int64_t> pieces, int64_t count,
                           ValueRange carried) {
  if (start)
    return SmallVector<Value>(rows, asVector(b, loc, start, count));
  KernelOperand old = initial;
  if (keepsC)
    old.view.setStorage(carried.front());
  if (pieces.size() == 1)
    return old.loadRows(b, loc, at, rowLoop, rows, laneLoop, count);
  Type element = old.view.getElementType();
  Value zero = arith::ConstantOp::create(b, loc, b.getZeroAttr(element));
  SmallVector<Value> whole(rows, asVector(b, loc, zero, count));
  int64_t lane = 0;
  for (int64_t piece : pieces) {
    SmallVector<Position> position(at);
    position[laneLoop] = position[laneLoop].plus(lane);
    SmallVector<Value> parts =
        old.loadRows(b, loc, position, rowLoop, rows, laneLoop, piece);
    for (auto [target, part] : llvm::zip_equal(whole, parts)) {
      if (piece == 1)
        target = vector::InsertOp::create(b, loc, part, target, lane);
      else
        target = vector::InsertStridedSliceOp::create(b, loc, part, target,
                                                      lane, int64_t{1});
    }
    lane += piece;
  }
  return whole;
}

SmallVector<Value>
ContractionKernel::reduce(OpBuilder &b, const Factors &factors, unsigned depth,
                          ArrayRef<Position> at, int64_t mr, int64_t vectors,
                          int64_t count, ValueRange accumulators) {
  if (depth == factors.reducingLoops.size())
    return multiplyAdd(b, factors, at, mr, vectors, count, accumulators);
  int64_t loop = factors.reducingLoops[depth];
  auto step = [&](OpBuilder &inner, const Position &p, ValueRange args) {
    SmallVector<Position> position(at);
    position[loop] = p;
    return reduce(inner, factors, depth + 1, position, mr, vectors, count,
                  args);
  };
  OpFoldResult zero = b.getIndexAttr(0), size = sizes[loop];
  auto plainLoop = [&](OpBuilder &builder, OpFoldResult from, OpFoldResult to,
                       ValueRange sums) {
    return emitLoop(builder, loc, from, to, 1, sums,
                    [&](OpBuilder &inner, Value iv, ValueRange args) {
                      return step(inner, {iv}, args);
                    });
  };
  // A dim of panels is walked panel by panel, without divisions inside; what
  // the epilogue of a whole tile needs is fetched once for some steps.
  const KernelOperand &narrow = factors.narrow;
  bool panels = narrow.laneLoop() == loop && narrow.view.isPacked();
  bool fetches = &factors == &own && mr == tiling.mr && vectors == tiling.nv &&
                 epiloguePrefetch.getSteps() > 0;
  if (!panels && !fetches)
    return plainLoop(b, zero, size, accumulators);
  int64_t width = panels ? narrow.view.getTile() : epiloguePrefetch.getSteps();
  OpFoldResult whole = roundDown(b, loc, size, width);
  SmallVector<Value> sums = emitLoop(
      b, loc, zero, whole, width, accumulators,
      [&](OpBuilder &outer, Value first, ValueRange outerArgs) {
        Value tileWidth = arith::ConstantIndexOp::create(outer, loc, width);
        Value panel = arith::DivUIOp::create(outer, loc, first, tileWidth);
        if (fetches)
          epiloguePrefetch.fetch(outer, loc, at, panel, width);
        if (!panels)
          return plainLoop(
              outer, first,
              arith::AddIOp::create(outer, loc, first, tileWidth).getResult(),
              outerArgs);
        return emitLoop(
            outer, loc, outer.getIndexAttr(0), outer.getIndexAttr(width), 1,
            outerArgs, [&](OpBuilder &inner, Value lane, ValueRange args) {
              Position p{arith::AddIOp::create(inner, loc, first, lane)};
              p.panel = panel;
              p.lane = lane;
              p.tile = width;
              return step(inner, p, args);
            });
      });
  return plainLoop(b, whole, size, sums);
}

SmallVector<Value> ContractionKernel::multiplyAdd(
    OpBuilder &b, const Factors &factors, ArrayRef<Position> at, int64_t mr,
    int64_t vectors, int64_t count, ValueRange accumulators) {
  if (&factors == &own)
    prefetch.step(b, loc, at);
  SmallVector<Value> columns, sums;
  for (int64_t v = 0; v < vectors; ++v) {
    SmallVector<Position> position(at);
    position[laneLoop] = position[laneLoop].plus(v * tiling.lanes);
    columns.push_back(factors.wide.load(b, loc, position, laneLoop, count));
  }
  for (int64_t row = 0; row < mr; ++row) {
    SmallVector<Position> position(at);
    position[rowLoop] = position[rowLoop].plus(row);
    Value a = asVector(
        b, loc, factors.narrow.load(b, loc, position, laneLoop, 1), count);
    for (int64_t v = 0; v < vectors; ++v) {
      Value sum = accumulators[row * vectors + v];
      // The same rounding for vectors and for what is left over.
      sums.push_back(
          count == 1
              ? math::FmaOp::create(b, loc, a, columns[v], sum).getResult()
              : vector::FMAOp::create(b, loc, a, columns[v], sum).getResult());
    }
  }
  return sums;
}

/// Evaluates the epilogue on a column of a tile, `count` neighbours in each
/// row, and stores the results.
SmallVector<Value> ContractionKernel::finish(OpBuilder &b,
                                             ArrayRef<Position> at,
                                             ArrayRef<Value> column,
                                             int64_t count,
                                             ValueRange carried) {
  int64_t rows = column.size();
  SmallVector<SmallVector<Value>> results; // [result][row]
  if (keepsC)
    results.emplace_back(column);
  if (epilogue) {
    SmallVector<SmallVector<Value>> inputs;
    for (auto [i, input] : llvm::enumerate(extra)) {
      if (int64_t(i) == epilogueC) {
        inputs.emplace_back(column);
        continue;
      }
      KernelOperand source = input;
      for (auto [k, output] : llvm::enumerate(stored.operands))
        source.follow(output, carried[k]);
      inputs.push_back(
          source.loadRows(b, loc, at, rowLoop, rows, laneLoop, count));
    }
    SmallVector<Value> wanted(
        epilogue.getBlock()->getTerminator()->getOperands());
    unsigned first = results.size();
    results.resize(first + wanted.size());
    for (int64_t row = 0; row < rows; ++row) {
      SmallVector<Value> args;
      for (ArrayRef<Value> input : inputs)
        args.push_back(input[row]);
      args.append(epilogue.getNumDpsInits(), Value());
      SmallVector<Position> epilogueAt;
      int64_t epilogueLane = -1;
      for (auto [i, loop] : llvm::enumerate(epilogueLoops)) {
        epilogueAt.push_back(loop == rowLoop ? at[loop].plus(row) : at[loop]);
        if (loop == laneLoop)
          epilogueLane = i;
      }
      SmallVector<Value> values =
          emitBody(b, epilogue, args, epilogueAt, epilogueLane, count, wanted);
      for (auto [i, value] : llvm::enumerate(values))
        results[first + i].push_back(value);
    }
  }
  SmallVector<Value> storages;
  for (auto [target, storage, values] :
       llvm::zip_equal(stored.operands, carried, results)) {
    KernelOperand place = target;
    place.view.setStorage(storage);
    storages.push_back(
        place.storeRows(b, loc, values, at, rowLoop, laneLoop, count));
  }
  return storages;
}

} // namespace

std::optional<ContractionRoles> contractionRoles(linalg::LinalgOp op) {
  ContractionKernel kernel(op);
  if (failed(kernel.plan()))
    return std::nullopt;
  return kernel.getRoles();
}

/// Whether the only reader of `op` sums its products too.
static bool isFirst(linalg::LinalgOp op) {
  if (!op->hasOneUse())
    return false;
  auto reader = dyn_cast<linalg::LinalgOp>(*op->user_begin());
  if (!reader || failed(contractionDims(reader)))
    return false;
  ContractionKernel kernel(reader);
  return succeeded(kernel.plan()) && kernel.getFirst() == op;
}

LogicalResult generateContraction(RewriterBase &rewriter, linalg::LinalgOp op) {
  if (isFirst(op))
    return success();
  ContractionKernel kernel(op);
  if (failed(kernel.plan()))
    return failure();
  kernel.generate(rewriter);
  return success();
}

} // namespace nnc::cpu
