//===- WindowScatter.cpp - gradients of pools and depthwise convolutions --===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Window.h"

using namespace mlir;

namespace nnc::cpu {

Value WindowNest::scatterRows(OpBuilder &b, Places at, Value storage) {
  if (axes.size() == 1)
    return scatterRow(b, at, 0, storage);
  const ScatterAxis &y = axes.front();
  for (int64_t phase = 0; phase < y.dim.stride; ++phase)
    storage =
        emitLoop(b, loc, b.getIndexAttr(0), b.getIndexAttr(y.countOf(phase)), 1,
                 storage,
                 [&](OpBuilder &inner, Value q,
                     ValueRange args) -> SmallVector<Value> {
                   Places position(at);
                   position[y.dim.outer] = {q};
                   return {scatterRow(inner, position, phase, args.front())};
                 })
            .front();
  return storage;
}

/// Row q * stride + phase, where q stands at the outer loop of the rows.
Value WindowNest::scatterRow(OpBuilder &b, Places at, int64_t phase,
                             Value storage) {
  const ScatterAxis &x = axes.back();
  int64_t all = x.countOf(0), reach = x.tapsOf(0);
  int64_t from = std::min(reach - 1, all), to = std::max(x.outer, from);
  auto edge = [&](int64_t q) {
    storage = scatterAt(b, at, phase, {constant(b, q)}, q, storage, 1);
  };
  auto run = [&](int64_t first, int64_t end, int64_t lanes) {
    storage = emitLoop(b, loc, b.getIndexAttr(first), b.getIndexAttr(end),
                       lanes, storage,
                       [&](OpBuilder &inner, Value q,
                           ValueRange args) -> SmallVector<Value> {
                         return {scatterAt(inner, at, phase, {q}, std::nullopt,
                                           args.front(), lanes)};
                       })
                  .front();
  };
  for (int64_t q = 0; q < from; ++q)
    edge(q);
  int64_t whole = from + (to - from) / width * width;
  run(from, whole, width);
  for (int64_t part : powersOfTwo(to - whole)) {
    run(whole, whole + part, part);
    whole += part;
  }
  for (int64_t q = to; q < all; ++q)
    edge(q);
  return storage;
}

/// The elements from q * stride on, of all phases, in `lanes` neighbouring q.
/// At the ends of a row q is `known`, and some taps are not there.
Value WindowNest::scatterAt(OpBuilder &b, Places at, int64_t phase, Position q,
                            std::optional<int64_t> known, Value storage,
                            int64_t lanes) {
  const ScatterAxis &x = axes.back();
  int64_t phases = x.dim.stride;
  SmallVector<Value> values(phases, asVector(b, loc, starts[0], lanes));
  auto alongRow = [&](OpBuilder &inner, const Places &place,
                      ValueRange accumulators) {
    SmallVector<Value> next(accumulators);
    for (int64_t p = 0; p < phases; ++p)
      for (int64_t j = 0; j < x.tapsOf(p); ++j) {
        if (known && (*known < j || *known - j >= x.outer))
          continue;
        Places position(place);
        position[x.dim.outer] = q.plus(-j);
        position[x.dim.inner] = {constant(inner, p + j * phases)};
        next[p] = step(inner, position, next[p], lanes).front();
      }
    return next;
  };
  Position row; // of the result
  if (axes.size() == 2) {
    const ScatterAxis &y = axes.front();
    Value at0 = at[y.dim.outer].base;
    row = {b.createOrFold<arith::MulIOp>(loc, at0, constant(b, y.dim.stride)),
           phase};
    OpFoldResult first = b.getIndexAttr(0),
                 end = b.getIndexAttr(y.tapsOf(phase));
    if (y.tapsOf(phase) > 1 || y.countOf(phase) > y.outer) {
      Value over = arith::SubIOp::create(b, loc, at0, constant(b, y.outer - 1));
      first = arith::MaxSIOp::create(b, loc, over, constant(b, 0)).getResult();
      Value next = arith::AddIOp::create(b, loc, at0, constant(b, 1));
      end = arith::MinSIOp::create(b, loc, next, constant(b, y.tapsOf(phase)))
                .getResult();
    }
    values = reducingNest(
        b, 0, at, values,
        [&](OpBuilder &outerBuilder, Places place, ValueRange accumulators) {
          return emitLoop(outerBuilder, loc, first, end, 1, accumulators,
                          [&](OpBuilder &inner, Value j, ValueRange args) {
                            Places position(place);
                            position[y.dim.outer] = {
                                inner.createOrFold<arith::SubIOp>(loc, at0, j)};
                            Value tap = inner.createOrFold<arith::MulIOp>(
                                loc, j, constant(inner, y.dim.stride));
                            position[y.dim.inner] = {
                                inner.createOrFold<arith::AddIOp>(
                                    loc, tap, constant(inner, phase))};
                            return alongRow(inner, position, args);
                          });
        });
  } else {
    values = reducingNest(b, 0, at, values, alongRow);
  }

  Places places;
  for (const WindowDim &dim : outputs[0].dims)
    if (dim.inner < 0)
      places.push_back(at[dim.outer]);
  if (axes.size() == 2)
    places.push_back(row);
  places.push_back(
      {b.createOrFold<arith::MulIOp>(loc, q.base, constant(b, phases)), 0});
  TensorView view = outputs[0].view;
  view.setStorage(storage);
  if (lanes > 1 && phases <= 2) {
    Value all = phases == 1
                    ? values[0]
                    : vector::InterleaveOp::create(b, loc, values[0], values[1])
                          .getResult();
    return store(b, view, all, places, phases * lanes);
  }
  for (int64_t lane = 0; lane < lanes; ++lane)
    for (int64_t p = 0; p < phases; ++p) {
      int64_t distance = lane * phases + p;
      if (known && *known * phases + p >= x.large)
        continue;
      Places place(places);
      place.back() = place.back().plus(distance);
      Value value = values[p];
      if (lanes > 1)
        value = vector::ExtractOp::create(b, loc, value, lane);
      view.setStorage(view.storeScalar(b, loc, value, place));
    }
  return view.getStorage();
}

} // namespace nnc::cpu
