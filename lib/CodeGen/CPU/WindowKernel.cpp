//===- WindowKernel.cpp - pools and depthwise convolutions as loops -------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Window.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace nnc::cpu {

/// Taps that are written out at most.
static constexpr int64_t kMostTaps = 49;

/// `loop * factor`, or a loop by itself.
static bool isScaled(AffineExpr expr, int64_t &loop, int64_t &factor) {
  factor = 1;
  if (auto product = dyn_cast<AffineBinaryOpExpr>(expr)) {
    auto constant = dyn_cast<AffineConstantExpr>(product.getRHS());
    if (product.getKind() != AffineExprKind::Mul || !constant)
      return false;
    factor = constant.getValue();
    expr = product.getLHS();
  }
  auto dim = dyn_cast<AffineDimExpr>(expr);
  if (dim)
    loop = dim.getPosition();
  return dim && factor > 0;
}

/// Of a window, the inner loop is the one that comes later.
static std::optional<SmallVector<WindowDim, 4>> windowDims(AffineMap map) {
  SmallVector<WindowDim, 4> dims;
  for (AffineExpr expr : map.getResults()) {
    WindowDim dim;
    auto sum = dyn_cast<AffineBinaryOpExpr>(expr);
    if (sum && sum.getKind() == AffineExprKind::Add) {
      if (!isScaled(sum.getLHS(), dim.outer, dim.stride) ||
          !isScaled(sum.getRHS(), dim.inner, dim.dilation))
        return std::nullopt;
      if (dim.inner < dim.outer) {
        std::swap(dim.inner, dim.outer);
        std::swap(dim.dilation, dim.stride);
      }
    } else if (!isScaled(expr, dim.outer, dim.stride) || dim.stride != 1) {
      return std::nullopt;
    }
    dims.push_back(dim);
  }
  return dims;
}

//===----------------------------------------------------------------------===//
// The plan
//===----------------------------------------------------------------------===//

bool WindowNest::addOperand(OpOperand &operand,
                            SmallVectorImpl<WindowOperand> &to) {
  WindowOperand result;
  result.used = op.payloadUsesValueFromOperand(&operand);
  if (!isa<RankedTensorType>(operand.get().getType())) {
    result.scalar = operand.get();
    to.push_back(result);
    return true;
  }
  auto dims = windowDims(op.getMatchingIndexingMap(&operand));
  if (!dims)
    return false;
  result.dims = *dims;
  result.view = TensorView::plain(operand.get());
  to.push_back(result);
  return true;
}

LogicalResult WindowNest::plan() {
  for (OpOperand *input : op.getDpsInputOperands())
    if (!addOperand(*input, inputs))
      return failure();
  for (OpOperand &init : op.getDpsInitsMutable()) {
    starts.push_back(filledWith(init.get()));
    if (!starts.back() || !addOperand(init, outputs))
      return failure();
    outputs.back().view.setStorage(
        init.get().getDefiningOp<linalg::FillOp>().getOutputs()[0]);
    if (outputs.back().dims.empty())
      return failure();
  }
  width = lanesFor(llvm::map_to_vector(outputs,
                                       [](const WindowOperand &output) {
                                         return output.view.getElementType();
                                       }),
                   vectorBytes);
  bool anyWindow = false;
  for (ArrayRef<WindowOperand> operands : {inputs, outputs})
    for (const WindowOperand &operand : operands)
      anyWindow |= operand.hasWindow();
  if (!anyWindow ||
      failed(outputs[0].hasWindow() ? planScatter() : planReduction()))
    return failure();
  // Vectors along the last dim, or the same number in all lanes.
  for (ArrayRef<WindowOperand> operands : {inputs, outputs})
    for (const WindowOperand &operand : operands)
      for (const WindowDim &dim :
           ArrayRef(operand.dims).drop_back(operand.dims.empty() ? 0 : 1))
        if (dim.outer == laneLoop || dim.inner == laneLoop)
          return failure();
  return success();
}

bool WindowNest::orient(llvm::function_ref<bool(int64_t)> isInner) {
  for (WindowOperand &input : inputs)
    for (WindowDim &dim : input.dims) {
      if (dim.inner < 0)
        continue;
      if (isInner(dim.inner) == isInner(dim.outer))
        return false;
      if (isInner(dim.outer)) {
        std::swap(dim.inner, dim.outer);
        std::swap(dim.dilation, dim.stride);
      }
    }
  return true;
}

/// A window has a loop of the results and one that is reduced. The fewer of
/// them are written out: taps of a result, or sums for taps.
LogicalResult WindowNest::planReduction() {
  llvm::SmallSetVector<int64_t, 8> results, windows;
  for (const WindowDim &dim : outputs[0].dims)
    results.insert(dim.outer);
  for (const WindowOperand &output : outputs)
    if (output.hasWindow() || output.dims.size() != results.size() ||
        !llvm::all_of(llvm::zip_equal(output.dims, results), [](auto pair) {
          return std::get<0>(pair).outer == std::get<1>(pair);
        }))
      return failure();
  for (const WindowOperand &input : inputs)
    for (const WindowDim &dim : input.dims)
      if (dim.inner >= 0) {
        windows.insert(dim.outer);
        windows.insert(dim.inner);
      }
  int64_t taps[] = {1, 1}; // reduced, of results
  for (int64_t loop : windows)
    if (int64_t &count = taps[results.contains(loop)]; count <= kMostTaps)
      count = ShapedType::isDynamic(ranges[loop]) ? kMostTaps + 1
                                                  : count * ranges[loop];
  std::optional<SmallVector<Combiner>> combiners = combinersOf(op);
  bool sumsForTaps = taps[1] < taps[0] && outputs.size() == 1 &&
                     combiners.has_value() && combiners->front().op;
  if (taps[sumsForTaps] > kMostTaps || !orient([&](int64_t loop) {
        return results.contains(loop) == sumsForTaps;
      }))
    return failure();
  auto isTap = [&](int64_t loop) {
    return windows.contains(loop) && results.contains(loop) == sumsForTaps;
  };
  for (int64_t loop : results)
    (isTap(loop) ? window : outer).push_back(loop);
  for (int64_t loop = 0; loop < int64_t(ranges.size()); ++loop)
    if (!results.contains(loop))
      (isTap(loop) ? window : reducing).push_back(loop);
  if (!sumsForTaps) {
    laneLoop = outer.pop_back_val();
    return success();
  }
  combiner = combiners->front();
  for (const WindowOperand &input : inputs)
    if (input.hasWindow())
      laneLoop = input.dims.back().outer;
  if (!llvm::is_contained(reducing, laneLoop) ||
      ShapedType::isDynamic(ranges[laneLoop]))
    return failure();
  llvm::erase(reducing, laneLoop);
  return success();
}

LogicalResult WindowNest::planScatter() {
  if (outputs.size() != 1)
    return failure();
  auto type = cast<RankedTensorType>(outputs[0].view.getStorage().getType());
  for (auto [i, dim] : llvm::enumerate(outputs[0].dims)) {
    if (dim.inner < 0) {
      if (!axes.empty())
        return failure();
      outer.push_back(dim.outer);
      continue;
    }
    ScatterAxis axis{dim, type.getDimSize(i), ranges[dim.outer],
                     ranges[dim.inner]};
    if (ShapedType::isDynamic(axis.large) ||
        ShapedType::isDynamic(axis.outer) || ShapedType::isDynamic(axis.taps) ||
        dim.dilation != 1 || axis.taps < dim.stride)
      return failure();
    axes.push_back(axis);
    window.append({dim.outer, dim.inner});
  }
  if (axes.size() > 2 || axes.back().taps * axes.front().taps > kMostTaps)
    return failure();
  for (const WindowOperand &input : inputs)
    if (input.hasWindow())
      return failure();
  for (int64_t loop = 0; loop < int64_t(ranges.size()); ++loop)
    if (!llvm::is_contained(outer, loop) && !llvm::is_contained(window, loop))
      reducing.push_back(loop);
  laneLoop = axes.back().dim.outer;
  return success();
}

//===----------------------------------------------------------------------===//
// One place
//===----------------------------------------------------------------------===//

WindowNest::Places WindowNest::placesOf(OpBuilder &b,
                                        const WindowOperand &operand,
                                        ArrayRef<Position> at) const {
  Places places;
  for (const WindowDim &dim : operand.dims) {
    Position place = at[dim.outer];
    if (dim.inner >= 0) {
      if (dim.stride != 1)
        place = {b.createOrFold<arith::MulIOp>(loc, place.base,
                                               constant(b, dim.stride)),
                 place.offset * dim.stride};
      place =
          place.plus(*getConstantIntValue(at[dim.inner].base) * dim.dilation);
    }
    places.push_back(place);
  }
  return places;
}

/// Every other element from `places` on, which is tap `tap` of the window. Two
/// vectors are read, of what the window covers only.
Value WindowNest::deinterleaved(OpBuilder &b, const WindowOperand &operand,
                                Places places, int64_t tap,
                                int64_t lanes) const {
  const WindowDim &dim = operand.dims.back();
  int64_t last = (ranges[dim.inner] - 1) * dim.dilation;
  int64_t skip = tap % 2 == 1 || tap == last;
  places.back() = places.back().plus(-skip);
  Value both =
      operand.view.loadVector(b, loc, places, places.size() - 1, 2 * lanes);
  SmallVector<int64_t> picked;
  for (int64_t lane = 0; lane < lanes; ++lane)
    picked.push_back(2 * lane + skip);
  return vector::ShuffleOp::create(b, loc, both, both, picked);
}

Value WindowNest::load(OpBuilder &b, const WindowOperand &operand,
                       ArrayRef<Position> at, int64_t lanes) const {
  if (!operand.used)
    return {};
  if (operand.scalar)
    return operand.scalar;
  Places places = placesOf(b, operand, at);
  if (lanes == 1 || operand.dims.empty() ||
      operand.dims.back().outer != laneLoop)
    return operand.view.loadScalar(b, loc, places);
  const WindowDim &dim = operand.dims.back();
  if (dim.inner < 0 || dim.stride == 1)
    return operand.view.loadVector(b, loc, places, places.size() - 1, lanes);
  int64_t tap = *getConstantIntValue(at[dim.inner].base) * dim.dilation;
  if (dim.stride == 2 && ranges[dim.inner] > 1)
    return deinterleaved(b, operand, places, tap, lanes);
  SmallVector<Value> elements;
  for (int64_t lane = 0; lane < lanes; ++lane) {
    Places place = places;
    place.back() = place.back().plus(lane * dim.stride);
    elements.push_back(operand.view.loadScalar(b, loc, place));
  }
  return vector::FromElementsOp::create(
      b, loc, VectorType::get(lanes, operand.view.getElementType()), elements);
}

Value WindowNest::store(OpBuilder &b, const TensorView &view, Value value,
                        const Places &places, int64_t lanes) const {
  if (lanes == 1)
    return view.storeScalar(b, loc, value, places);
  return view.storeVector(b, loc, asVector(b, loc, value, lanes), places,
                          places.size() - 1, lanes);
}

SmallVector<Value> WindowNest::step(OpBuilder &b, ArrayRef<Position> at,
                                    ValueRange accumulators,
                                    int64_t lanes) const {
  SmallVector<Value> args;
  for (const WindowOperand &input : inputs)
    args.push_back(load(b, input, at, lanes));
  llvm::append_range(args, accumulators);
  SmallVector<Value> wanted(op.getBlock()->getTerminator()->getOperands());
  SmallVector<Value> values =
      emitBody(b, op, args, at, laneLoop, lanes, wanted);
  for (Value &value : values)
    value = asVector(b, loc, value, lanes);
  return values;
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

SmallVector<Value> WindowNest::emit(OpBuilder &b) {
  sizes = loopSizes(b, op);
  SmallVector<Value> carried;
  for (auto [output, result] : llvm::zip_equal(outputs, op->getResults()))
    if (!result.use_empty())
      carried.push_back(output.view.getStorage());
  return outerNest(b, 0, Places(sizes.size()), carried);
}

SmallVector<Value> WindowNest::outerNest(OpBuilder &b, unsigned depth,
                                         Places at, ValueRange carried) {
  if (depth == outer.size()) {
    if (!axes.empty())
      return {scatterRows(b, at, carried.front())};
    return combiner ? sums(b, at, carried.front())
                    : gatherLanes(b, at, carried);
  }
  return emitLoop(
      b, loc, b.getIndexAttr(0), sizes[outer[depth]], 1, carried,
      [&](OpBuilder &inner, Value iv, ValueRange args) {
        Places position(at);
        position[outer[depth]] = {iv};
        return outerNest(inner, depth + 1, position, args);
      },
      depth == 0 && isLarge(sizes));
}

SmallVector<Value> WindowNest::reducingNest(
    OpBuilder &b, unsigned depth, Places at, ValueRange accumulators,
    llvm::function_ref<SmallVector<Value>(OpBuilder &, Places, ValueRange)>
        inner) const {
  if (depth == reducing.size())
    return inner(b, at, accumulators);
  return emitLoop(
      b, loc, b.getIndexAttr(0), sizes[reducing[depth]], 1, accumulators,
      [&](OpBuilder &nested, Value iv, ValueRange args) {
        Places position(at);
        position[reducing[depth]] = {iv};
        return reducingNest(nested, depth + 1, position, args, inner);
      });
}

SmallVector<Value> WindowNest::gatherLanes(OpBuilder &b, Places at,
                                           ValueRange carried) {
  auto run = [&](OpFoldResult from, OpFoldResult to, int64_t lanes,
                 ValueRange values) {
    return emitLoop(b, loc, from, to, lanes, values,
                    [&](OpBuilder &inner, Value iv, ValueRange args) {
                      Places position(at);
                      position[laneLoop] = {iv};
                      return gather(inner, position, args, lanes);
                    });
  };
  OpFoldResult size = sizes[laneLoop];
  OpFoldResult whole = roundDown(b, loc, size, width);
  SmallVector<Value> values = run(b.getIndexAttr(0), whole, width, carried);
  return emitEdge(b, loc, size, width, values, run);
}

SmallVector<Value> WindowNest::gather(OpBuilder &b, const Places &at,
                                      ValueRange carried, int64_t lanes) const {
  SmallVector<Value> accumulators;
  for (Value start : starts)
    accumulators.push_back(asVector(b, loc, start, lanes));
  accumulators = reducingNest(
      b, 0, at, accumulators,
      [&](OpBuilder &inner, const Places &position, ValueRange args) {
        SmallVector<Value> values(args);
        for (const Places &tap : tapsAt(inner, position))
          values = step(inner, tap, values, lanes);
        return values;
      });
  SmallVector<Value> storages;
  for (auto [i, output] : llvm::enumerate(outputs)) {
    if (op->getResult(i).use_empty())
      continue;
    TensorView view = output.view;
    view.setStorage(carried[storages.size()]);
    storages.push_back(
        store(b, view, accumulators[i], placesOf(b, output, at), lanes));
  }
  return storages;
}

SmallVector<WindowNest::Places> WindowNest::tapsAt(OpBuilder &b,
                                                   const Places &at) const {
  SmallVector<Places> all{at};
  for (int64_t loop : window) {
    SmallVector<Places> next;
    for (const Places &place : all)
      for (int64_t tap = 0; tap < ranges[loop]; ++tap) {
        next.push_back(place);
        next.back()[loop] = {constant(b, tap)};
      }
    all = std::move(next);
  }
  return all;
}

//===----------------------------------------------------------------------===//
// Sums for taps
//===----------------------------------------------------------------------===//

/// Partial sums lie in the lanes of one vector for each tap.
SmallVector<Value> WindowNest::sums(OpBuilder &b, const Places &at,
                                    Value storage) const {
  SmallVector<Places> taps = tapsAt(b, at);
  SmallVector<Value> state(taps.size(), combiner->neutral(b, width));
  state = reducingNest(
      b, 0, at, state, [&](OpBuilder &inner, Places position, ValueRange args) {
        int64_t size = ranges[laneLoop], start = size / width * width;
        SmallVector<Value> values = emitLoop(
            inner, loc, inner.getIndexAttr(0), inner.getIndexAttr(start), width,
            args, [&](OpBuilder &nested, Value iv, ValueRange sums) {
              position[laneLoop] = {iv};
              return addLanes(nested, position, sums, width);
            });
        for (int64_t part : powersOfTwo(size - start)) {
          position[laneLoop] = {constant(inner, start)};
          values = addLanes(inner, position, values, part);
          start += part;
        }
        return values;
      });
  TensorView view = outputs[0].view;
  view.setStorage(storage);
  for (auto [tap, lanes] : llvm::zip_equal(taps, state)) {
    Value sum = combiner->combine(b, starts[0], combiner->horizontal(b, lanes));
    view.setStorage(
        view.storeScalar(b, loc, sum, placesOf(b, outputs[0], tap)));
  }
  return {view.getStorage()};
}

/// What is missing to a whole vector adds nothing.
SmallVector<Value> WindowNest::addLanes(OpBuilder &b, const Places &at,
                                        ValueRange sums, int64_t lanes) const {
  SmallVector<Value> result;
  for (auto [tap, sum] : llvm::zip_equal(tapsAt(b, at), sums)) {
    SmallVector<Value> args;
    for (const WindowOperand &input : inputs)
      args.push_back(load(b, input, tap, lanes));
    args.push_back({});
    Value value = asVector(
        b, loc,
        emitBody(b, op, args, tap, laneLoop, lanes, combiner->element).front(),
        lanes);
    if (lanes == 1)
      value = vector::InsertOp::create(b, loc, value,
                                       combiner->neutral(b, width), 0);
    else if (lanes < width)
      value = vector::InsertStridedSliceOp::create(
          b, loc, value, combiner->neutral(b, width), 0, 1);
    result.push_back(combiner->combine(b, sum, value));
  }
  return result;
}

LogicalResult generateWindows(RewriterBase &rewriter, linalg::LinalgOp op,
                              unsigned vectorBytes) {
  if (!op.hasPureTensorSemantics() || !hasVectorizableBody(op) ||
      op->getNumResults() == 0)
    return failure();
  WindowNest nest(op, vectorBytes);
  if (failed(nest.plan()))
    return failure();
  rewriter.setInsertionPoint(op);
  SmallVector<Value> storages = nest.emit(rewriter);
  const Value *next = storages.begin();
  for (Value result : op->getResults())
    if (!result.use_empty())
      rewriter.replaceAllUsesWith(result, *next++);
  rewriter.eraseOp(op);
  return success();
}

} // namespace nnc::cpu
