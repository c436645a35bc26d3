//===- Emit.cpp - shared pieces of kernel generation ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace nnc::cpu {

SmallVector<Value> emitLoop(OpBuilder &b, Location loc, OpFoldResult lower,
                            OpFoldResult upper, int64_t step,
                            ValueRange carried, LoopBody body, bool parallel,
                            bool evenOnce) {
  std::optional<int64_t> first = getConstantIntValue(lower);
  std::optional<int64_t> last = getConstantIntValue(upper);
  if (first && last && *first >= *last)
    return carried;
  Value from = getValueOrCreateConstantIndexOp(b, loc, lower);
  if (!evenOnce && first && last && *last - *first <= step)
    return body(b, from, carried);
  Value to = getValueOrCreateConstantIndexOp(b, loc, upper);
  Value by = arith::ConstantIndexOp::create(b, loc, step);
  auto loop = scf::ForOp::create(
      b, loc, from, to, by, carried,
      [&](OpBuilder &inner, Location innerLoc, Value iv, ValueRange args) {
        scf::YieldOp::create(inner, innerLoc, body(inner, iv, args));
      });
  if (parallel)
    loop->setAttr(kParallelAttr, b.getUnitAttr());
  return SmallVector<Value>(loop.getResults());
}

/// Below this many elements a parallel region costs more than it saves.
static constexpr int64_t kParallelElements = 1 << 17;

bool isLarge(ArrayRef<OpFoldResult> sizes, unsigned weight) {
  // So many simple operations take as long as reading and writing an element.
  constexpr unsigned kPlainWeight = 8;
  int64_t elements = std::max(weight / kPlainWeight, 1u);
  for (OpFoldResult size : sizes)
    elements *= getConstantIntValue(size).value_or(128);
  return elements >= kParallelElements;
}

int64_t lanesFor(ArrayRef<Type> types, unsigned vectorBytes) {
  unsigned bytes = 4;
  for (Type type : types)
    if (isa<FloatType>(type))
      bytes = std::max(bytes, type.getIntOrFloatBitWidth() / 8);
  return vectorBytes / bytes;
}

OpFoldResult roundDown(OpBuilder &b, Location loc, OpFoldResult size,
                       int64_t step) {
  if (std::optional<int64_t> known = getConstantIntValue(size))
    return b.getIndexAttr(*known / step * step);
  if (step == 1)
    return size;
  Value value = cast<Value>(size);
  Value by = arith::ConstantIndexOp::create(b, loc, step);
  Value rest = arith::RemUIOp::create(b, loc, value, by);
  return arith::SubIOp::create(b, loc, value, rest).getResult();
}

SmallVector<int64_t> powersOfTwo(int64_t n) {
  SmallVector<int64_t> parts;
  for (int64_t bit = int64_t{1} << 20; bit; bit >>= 1)
    if (n & bit)
      parts.push_back(bit);
  return parts;
}

SmallVector<Value> emitEdge(OpBuilder &b, Location loc, OpFoldResult size,
                            int64_t width, ValueRange carried, EdgeBody body) {
  std::optional<int64_t> known = getConstantIntValue(size);
  if (!known)
    return body(roundDown(b, loc, size, width), size, 1, carried);
  SmallVector<Value> values(carried);
  int64_t start = *known / width * width;
  for (int64_t part : powersOfTwo(*known % width)) {
    values =
        body(b.getIndexAttr(start), b.getIndexAttr(start + part), part, values);
    start += part;
  }
  return values;
}

Value asVector(OpBuilder &b, Location loc, Value value, int64_t lanes) {
  if (lanes == 1 || isa<VectorType>(value.getType()))
    return value;
  return vector::BroadcastOp::create(
      b, loc, VectorType::get(lanes, value.getType()), value);
}

bool hasVectorizableBody(linalg::LinalgOp op) {
  for (Operation &inner : op.getBlock()->without_terminator()) {
    if (isa<linalg::IndexOp, tensor::ExtractOp>(inner) ||
        matchPattern(&inner, m_Constant()))
      continue;
    if (!OpTrait::hasElementwiseMappableTraits(&inner) || inner.getNumRegions())
      return false;
    for (Type type : inner.getOperandTypes())
      if (!type.isIntOrIndexOrFloat())
        return false;
  }
  return true;
}

bool readsElements(linalg::LinalgOp op) {
  return !op.getBlock()->getOps<tensor::ExtractOp>().empty();
}

unsigned weightOf(linalg::LinalgOp op) {
  unsigned weight = 0;
  for (Operation &inner : op.getBlock()->without_terminator())
    weight += isa<math::MathDialect>(inner.getDialect()) ? 16 : 1;
  return weight;
}

/// The elements of a tensor at `indices`, of which some are vectors. `next`
/// says that the last one is that of neighbours.
static Value emitExtract(OpBuilder &b, tensor::ExtractOp op,
                         ArrayRef<Value> indices, bool next, int64_t lanes) {
  Location loc = op.getLoc();
  Value tensor = op.getTensor();
  Type element = op.getType();
  auto isVector = [](Value value) { return isa<VectorType>(value.getType()); };
  if (llvm::none_of(indices, isVector))
    return tensor::ExtractOp::create(b, loc, tensor, indices);
  auto type = VectorType::get(lanes, element);
  SmallVector<Value> first(indices);
  bool isRow = llvm::none_of(indices.drop_back(), isVector) &&
               element.getIntOrFloatBitWidth() >= 32;
  if (isRow && next) {
    first.back() = vector::ExtractOp::create(b, loc, indices.back(), 0);
    return vector::TransferReadOp::create(b, loc, type, tensor, first,
                                          std::nullopt, ArrayRef<bool>{true});
  }
  if (isRow) {
    // Half as many bits are gathered by half as many instructions.
    Value places = indices.back();
    auto cast = places.getDefiningOp<arith::IndexCastOp>();
    if (cast && getElementTypeOrSelf(cast.getIn()).isInteger(32))
      places = cast.getIn();
    first.back() = arith::ConstantIndexOp::create(b, loc, 0);
    Value all = arith::ConstantOp::create(
        b, loc,
        DenseElementsAttr::get(VectorType::get(lanes, b.getI1Type()), true));
    Value none = arith::ConstantOp::create(b, loc, b.getZeroAttr(type));
    return vector::GatherOp::create(b, loc, type, tensor, first, places, all,
                                    none);
  }
  SmallVector<Value> elements;
  for (int64_t lane = 0; lane < lanes; ++lane) {
    auto place = llvm::map_to_vector(indices, [&](Value index) -> Value {
      return isVector(index) ? vector::ExtractOp::create(b, loc, index, lane)
                             : index;
    });
    elements.push_back(tensor::ExtractOp::create(b, loc, tensor, place));
  }
  return vector::FromElementsOp::create(b, loc, type, elements);
}

SmallVector<Value> emitBody(OpBuilder &b, linalg::LinalgOp op,
                            ArrayRef<Value> args, ArrayRef<Position> at,
                            int64_t laneLoop, int64_t lanes,
                            ArrayRef<Value> wanted) {
  Location loc = op.getLoc();
  IRMapping map;
  for (auto [arg, value] : llvm::zip_equal(op.getBlock()->getArguments(), args))
    if (value)
      map.map(arg, value);
  auto positionOf = [&](int64_t loop) -> Value {
    const Position &p = at[loop];
    if (p.offset == 0)
      return p.base;
    Value offset = arith::ConstantIndexOp::create(b, loc, p.offset);
    return b.createOrFold<arith::AddIOp>(loc, p.base, offset);
  };
  for (Operation &inner : op.getBlock()->without_terminator()) {
    if (auto index = dyn_cast<linalg::IndexOp>(inner)) {
      int64_t loop = index.getDim();
      Value value = positionOf(loop);
      if (loop == laneLoop && lanes > 1) {
        auto type = VectorType::get(lanes, b.getIndexType());
        value = arith::AddIOp::create(b, loc, asVector(b, loc, value, lanes),
                                      vector::StepOp::create(b, loc, type));
      }
      map.map(index.getResult(), value);
      continue;
    }
    // What is not computed yet is a use of an absent argument: a combiner.
    SmallVector<Value> operands;
    bool absent = false, isVector = false;
    for (Value operand : inner.getOperands()) {
      bool inside = operand.getParentBlock() == op.getBlock();
      Value value = inside ? map.lookupOrNull(operand) : operand;
      absent |= !value;
      if (absent)
        break;
      isVector |= isa<VectorType>(value.getType());
      operands.push_back(value);
    }
    if (absent)
      continue;
    if (auto extract = dyn_cast<tensor::ExtractOp>(inner)) {
      auto index =
          extract.getIndices().empty()
              ? linalg::IndexOp()
              : extract.getIndices().back().getDefiningOp<linalg::IndexOp>();
      bool next = index && static_cast<int64_t>(index.getDim()) == laneLoop;
      map.map(extract.getResult(),
              emitExtract(b, extract, ArrayRef(operands).drop_front(), next,
                          lanes));
      continue;
    }
    SmallVector<Type> types(inner.getResultTypes());
    if (isVector) {
      for (Value &operand : operands)
        operand = asVector(b, loc, operand, lanes);
      for (Type &type : types)
        type = VectorType::get(lanes, type);
    }
    OperationState state(inner.getLoc(), inner.getName(), operands, types,
                         inner.getAttrs());
    Operation *copy = b.create(state);
    map.map(inner.getResults(), copy->getResults());
  }
  return llvm::map_to_vector(wanted, [&](Value value) {
    bool inside = value.getParentBlock() == op.getBlock();
    return inside ? map.lookup(value) : value;
  });
}

Value Combiner::combine(OpBuilder &b, Value accumulator, Value value) const {
  bool accumulatorFirst = op->getOperand(1) == element;
  SmallVector<Value> operands{accumulatorFirst ? accumulator : value,
                              accumulatorFirst ? value : accumulator};
  OperationState state(op->getLoc(), op->getName(), operands,
                       {accumulator.getType()}, op->getAttrs());
  return b.create(state)->getResult(0);
}

Value Combiner::horizontal(OpBuilder &b, Value vector) const {
  Location loc = op->getLoc();
  int64_t lanes = cast<VectorType>(vector.getType()).getNumElements();
  for (; lanes > 1; lanes /= 2) {
    auto half = [&](int64_t from) {
      return vector::ExtractStridedSliceOp::create(b, loc, vector, from,
                                                   lanes / 2, 1);
    };
    vector = combine(b, half(0), half(lanes / 2));
  }
  return vector::ExtractOp::create(b, loc, vector, 0);
}

Value Combiner::neutral(OpBuilder &b, int64_t lanes) const {
  Value value =
      arith::ConstantOp::create(b, op->getLoc(), *arith::getNeutralElement(op));
  return asVector(b, op->getLoc(), value, lanes);
}

bool keepsElements(linalg::LinalgOp op, unsigned output) {
  OpOperand *init = op.getDpsInitOperand(output);
  return op.getMatchingIndexingMap(init).isPermutation() &&
         !op.payloadUsesValueFromOperand(init);
}

std::optional<SmallVector<Combiner>> combinersOf(linalg::LinalgOp op) {
  SmallVector<Combiner> combiners;
  Block *block = op.getBlock();
  for (auto [i, arg] : llvm::enumerate(op.getRegionOutputArgs())) {
    if (keepsElements(op, i)) {
      combiners.push_back({nullptr, block->getTerminator()->getOperand(i)});
      continue;
    }
    Operation *combiner = block->getTerminator()->getOperand(i).getDefiningOp();
    if (!combiner || combiner->getBlock() != block || !arg.hasOneUse() ||
        *arg.user_begin() != combiner || combiner->getNumOperands() != 2 ||
        !combiner->hasOneUse() || !arith::getNeutralElement(combiner))
      return std::nullopt;
    Value element = combiner->getOperand(combiner->getOperand(0) == arg);
    if (element == arg)
      return std::nullopt;
    combiners.push_back({combiner, element});
  }
  return combiners;
}

/// Butterflies: stage s exchanges blocks of s lanes between rows s apart.
SmallVector<Value> emitTranspose(OpBuilder &b, Location loc,
                                 ArrayRef<Value> rows) {
  SmallVector<Value> values(rows);
  int64_t n = values.size();
  for (int64_t s = 1; s < n; s *= 2) {
    SmallVector<int64_t> low, high;
    for (int64_t lane = 0; lane < n; ++lane) {
      bool upper = lane & s;
      low.push_back(upper ? n + lane - s : lane);
      high.push_back(upper ? n + lane : lane + s);
    }
    for (int64_t i = 0; i < n; ++i) {
      if (i & s)
        continue;
      Value x = values[i], y = values[i + s];
      values[i] = vector::ShuffleOp::create(b, loc, x, y, low);
      values[i + s] = vector::ShuffleOp::create(b, loc, x, y, high);
    }
  }
  return values;
}

Location originOf(Operation *op) {
  llvm::SetVector<Location> locations;
  locations.insert(op->getLoc());
  for (Region &region : op->getRegions())
    region.walk([&](Operation *inner) { locations.insert(inner->getLoc()); });
  return FusedLoc::get(op->getContext(), locations.getArrayRef());
}

void dropDead(RewriterBase &rewriter, Operation *root) {
  SmallVector<Operation *> ops;
  // What is inside of an op is looked at before the op.
  root->walk<WalkOrder::PreOrder>([&](Operation *op) { ops.push_back(op); });
  for (Operation *op : llvm::drop_end(llvm::reverse(ops)))
    if (isOpTriviallyDead(op))
      rewriter.eraseOp(op);
}

Value filledWith(Value tensor) {
  if (auto fill = tensor.getDefiningOp<linalg::FillOp>())
    return fill.getInputs()[0];
  return {};
}

void KernelOperand::follow(const KernelOperand &output, Value storage) {
  if (!scalar && view.getStorage() == output.view.getStorage() &&
      loops == output.loops)
    view.setStorage(storage);
}

int64_t KernelOperand::dimOf(int64_t loop) const {
  auto *it = llvm::find(loops, loop);
  return it == loops.end() ? -1 : it - loops.begin();
}

int64_t KernelOperand::laneLoop() const {
  return scalar || loops.empty() ? -1 : loops[view.getLaneDim()];
}

SmallVector<Position> KernelOperand::at(OpBuilder &b, Location loc,
                                        ArrayRef<Position> loopsAt) const {
  SmallVector<Position> result;
  for (int64_t loop : loops) {
    if (loop >= 0)
      result.push_back(loopsAt[loop]);
    else
      result.push_back({arith::ConstantIndexOp::create(b, loc, 0)});
  }
  return result;
}

Value KernelOperand::load(OpBuilder &b, Location loc,
                          ArrayRef<Position> loopsAt, int64_t laneLoop,
                          int64_t lanes) const {
  if (scalar)
    return scalar;
  int64_t dim = laneLoop < 0 ? -1 : dimOf(laneLoop);
  if (dim < 0 || lanes == 1)
    return view.loadScalar(b, loc, at(b, loc, loopsAt));
  return view.loadVector(b, loc, at(b, loc, loopsAt), dim, lanes);
}

Value KernelOperand::store(OpBuilder &b, Location loc, Value value,
                           ArrayRef<Position> loopsAt, int64_t laneLoop,
                           int64_t lanes) const {
  if (lanes == 1)
    return view.storeScalar(b, loc, value, at(b, loc, loopsAt));
  return view.storeVector(b, loc, asVector(b, loc, value, lanes),
                          at(b, loc, loopsAt), dimOf(laneLoop), lanes);
}

SmallVector<Value> KernelOperand::loadRows(OpBuilder &b, Location loc,
                                           ArrayRef<Position> loopsAt,
                                           int64_t rowLoop, int64_t rows,
                                           int64_t laneLoop,
                                           int64_t lanes) const {
  int64_t rowDim = scalar ? -1 : dimOf(rowLoop);
  int64_t laneDim = scalar || laneLoop < 0 ? -1 : dimOf(laneLoop);
  if (rowDim < 0) // the same for all rows
    return SmallVector<Value>(rows, load(b, loc, loopsAt, laneLoop, lanes));
  return view.loadBlock(b, loc, at(b, loc, loopsAt), rowDim, rows, laneDim,
                        laneDim < 0 ? 1 : lanes);
}

Value KernelOperand::storeRows(OpBuilder &b, Location loc,
                               ArrayRef<Value> values,
                               ArrayRef<Position> loopsAt, int64_t rowLoop,
                               int64_t laneLoop, int64_t lanes) const {
  SmallVector<Value> vectors;
  for (Value value : values)
    vectors.push_back(asVector(b, loc, value, lanes));
  return view.storeBlock(b, loc, vectors, at(b, loc, loopsAt), dimOf(rowLoop),
                         laneLoop < 0 ? -1 : dimOf(laneLoop), lanes);
}

std::optional<SmallVector<int64_t, 4>> loopsOf(AffineMap map) {
  SmallVector<int64_t, 4> loops;
  for (AffineExpr expr : map.getResults()) {
    if (auto dim = dyn_cast<AffineDimExpr>(expr)) {
      if (llvm::is_contained(loops, int64_t(dim.getPosition())))
        return std::nullopt;
      loops.push_back(dim.getPosition());
      continue;
    }
    auto constant = dyn_cast<AffineConstantExpr>(expr);
    if (!constant || constant.getValue() != 0)
      return std::nullopt;
    loops.push_back(-1);
  }
  return loops;
}

std::optional<SmallVector<KernelOperand>> inputsOf(linalg::LinalgOp op) {
  SmallVector<KernelOperand> inputs;
  for (OpOperand *operand : op.getDpsInputOperands()) {
    std::optional<SmallVector<int64_t, 4>> loops =
        loopsOf(op.getMatchingIndexingMap(operand));
    if (!loops)
      return std::nullopt;
    if (isa<RankedTensorType>(operand->get().getType()))
      inputs.push_back({TensorView::ofOperand(operand->get()), *loops, {}});
    else
      inputs.push_back({{}, {}, operand->get()});
  }
  return inputs;
}

/// Whether a kernel can write the padding that `pack` makes: so many lanes of
/// the last panel.
static bool hasKnownPadding(linalg::PackOp pack) {
  return !pack.getSourceType().isDynamicDim(pack.getInnerDimsPos()[0]) &&
         matchPattern(pack.getPaddingValue(), m_Constant());
}

/// `storage` with the padding of `pack`.
static Value writePadding(OpBuilder &b, linalg::PackOp pack, Value storage) {
  Location loc = pack.getLoc();
  TensorView view = TensorView::ofPack(pack);
  int64_t dim = view.getPackedDim();
  int64_t size = pack.getSourceType().getDimSize(dim);
  SmallVector<int64_t> others;
  for (int64_t d : view.getOuterOrder())
    if (d != dim)
      others.push_back(d);
  TypedAttr constant;
  matchPattern(pack.getPaddingValue(), m_Constant(&constant));
  Value padding = arith::ConstantOp::create(b, loc, constant);
  SmallVector<Position> at(pack.getSourceType().getRank());
  at[dim] = {arith::ConstantIndexOp::create(b, loc, size)};
  std::function<SmallVector<Value>(OpBuilder &, unsigned, ValueRange)> nest =
      [&](OpBuilder &outer, unsigned depth, ValueRange carried) {
        if (depth < others.size())
          return emitLoop(outer, loc, outer.getIndexAttr(0),
                          sizeOf(outer, loc, pack.getSource(), others[depth]),
                          1, carried,
                          [&](OpBuilder &inner, Value iv, ValueRange args) {
                            at[others[depth]] = {iv};
                            return nest(inner, depth + 1, args);
                          });
        TensorView target = view;
        target.setStorage(carried.front());
        int64_t lane = 0, tile = view.getTile();
        for (int64_t part : powersOfTwo(tile - size % tile)) {
          SmallVector<Position> place(at);
          place[dim] = place[dim].plus(lane);
          Value zeros = asVector(outer, loc, padding, part);
          target.setStorage(
              part == 1
                  ? target.storeScalar(outer, loc, zeros, place)
                  : target.storeVector(outer, loc, zeros, place, dim, part));
          lane += part;
        }
        return SmallVector<Value>{target.getStorage()};
      };
  return nest(b, 0, storage).front();
}

std::optional<KernelOutputs> outputsOf(linalg::LinalgOp op) {
  KernelOutputs outputs;
  for (OpOperand &init : op.getDpsInitsMutable()) {
    std::optional<SmallVector<int64_t, 4>> loops =
        loopsOf(op.getMatchingIndexingMap(&init));
    if (!loops || llvm::is_contained(*loops, -1))
      return std::nullopt;
    OpResult result = op.getTiedOpResult(&init);
    linalg::PackOp pack;
    if (result.hasOneUse())
      pack = dyn_cast<linalg::PackOp>(*result.user_begin());
    // Only where the old content does not matter, the padding is known, and
    // the destination is known before this op.
    bool direct =
        pack && pack.getInnerDimsPos().size() == 1 &&
        !ShapedType::isDynamic(pack.getStaticInnerTiles()[0]) &&
        (!pack.getPaddingValue() || hasKnownPadding(pack)) &&
        pack->getBlock() == op->getBlock() &&
        (!op.payloadUsesValueFromOperand(&init) || filledWith(init.get()) ||
         init.get().getDefiningOp<linalg::UnPackOp>());
    if (direct) {
      // An accumulating output must start from what the packed form holds.
      auto unpack = init.get().getDefiningOp<linalg::UnPackOp>();
      if (unpack && op.payloadUsesValueFromOperand(&init) &&
          unpack.getSource() != pack.getDest())
        direct = false;
    }
    if (direct) {
      Operation *dest = pack.getDest().getDefiningOp();
      direct = !dest || dest->getBlock() != op->getBlock() ||
               dest->isBeforeInBlock(op) ||
               (isa<tensor::EmptyOp>(dest) && dest->getNumOperands() == 0);
    }
    if (direct) {
      outputs.operands.push_back({TensorView::ofPack(pack), *loops, {}});
      outputs.packs.push_back(pack);
      continue;
    }
    Value storage = init.get();
    if (auto fill = storage.getDefiningOp<linalg::FillOp>())
      storage = fill.getOutputs()[0];
    outputs.operands.push_back({TensorView::plain(storage), *loops, {}});
    outputs.packs.push_back({});
  }
  return outputs;
}

void hoistDestinations(RewriterBase &rewriter, linalg::LinalgOp op,
                       const KernelOutputs &outputs) {
  for (linalg::PackOp pack : outputs.packs) {
    Operation *dest = pack ? pack.getDest().getDefiningOp() : nullptr;
    if (dest && dest->getBlock() == op->getBlock() &&
        !dest->isBeforeInBlock(op))
      rewriter.moveOpBefore(dest, op);
  }
}

void replaceResult(RewriterBase &rewriter, linalg::LinalgOp op, unsigned i,
                   linalg::PackOp pack, Value storage) {
  // After the kernel, which may read what it writes over.
  if (pack && pack.getPaddingValue())
    storage = writePadding(rewriter, pack, storage);
  if (pack)
    rewriter.replaceOp(pack, storage);
  else
    rewriter.replaceAllUsesWith(op->getResult(i), storage);
}

SmallVector<OpFoldResult> loopSizes(OpBuilder &b, linalg::LinalgOp op) {
  SmallVector<OpFoldResult> sizes(op.getNumLoops());
  SmallVector<bool> known(op.getNumLoops(), false);
  // A static size of any operand is better than a dynamic one of another.
  for (bool wantStatic : {true, false})
    for (OpOperand &operand : op->getOpOperands()) {
      auto type = dyn_cast<RankedTensorType>(operand.get().getType());
      if (!type)
        continue;
      AffineMap map = op.getMatchingIndexingMap(&operand);
      for (auto [dim, expr] : llvm::enumerate(map.getResults())) {
        auto loop = dyn_cast<AffineDimExpr>(expr);
        if (!loop || known[loop.getPosition()] ||
            type.isDynamicDim(dim) == wantStatic)
          continue;
        sizes[loop.getPosition()] = sizeOf(b, op.getLoc(), operand.get(), dim);
        known[loop.getPosition()] = true;
      }
    }
  return sizes;
}

} // namespace nnc::cpu
