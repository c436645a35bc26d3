//===- Prefetch.cpp - the next panels of a contraction --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Prefetch.h"
#include "Conv.h"

#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace nnc::cpu {

/// An operand of this size is fetched from the second-level cache anyway.
constexpr int64_t kStaysInCache = 1 << 20;

Prefetch::Prefetch(const KernelOperand &wide, const Tiling &tiling,
                   int64_t laneLoop, int64_t sumLoop, int64_t columns,
                   int64_t rows, int64_t summed)
    : wide(wide), tiling(tiling), laneLoop(laneLoop), sumLoop(sumLoop),
      columns(columns), summed(summed) {
  if (wide.scalar || !wide.view.isPacked() || wide.laneLoop() != laneLoop ||
      wide.view.getTile() != tiling.lanes || wide.dimOf(sumLoop) < 0)
    return;
  int64_t bytes = wide.view.getElementType().getIntOrFloatBitWidth() / 8;
  int64_t group = tiling.lanes * tiling.nv, tiles = rows / tiling.mr;
  if (columns < 2 * group || columns % group != 0 || tiles < tiling.nv ||
      columns * summed * bytes <= kStaysInCache)
    return;
  ways = llvm::bit_floor(uint64_t(tiles / tiling.nv));
}

/// The buffer of a tensor, of any layout, so that it is that one and never a
/// copy.
static Value bufferOf(OpBuilder &b, Location loc, Value storage) {
  auto type = cast<RankedTensorType>(storage.getType());
  SmallVector<int64_t> strides(type.getRank(), ShapedType::kDynamic);
  auto layout =
      StridedLayoutAttr::get(b.getContext(), ShapedType::kDynamic, strides);
  return bufferization::ToBufferOp::create(
      b, loc, MemRefType::get(type.getShape(), type.getElementType(), layout),
      storage, /*read_only=*/true);
}

/// Into the second-level cache: the panels that pass by would drive it from the
/// first level.
static void fetchLine(OpBuilder &b, Location loc, Value buffer, ValueRange at,
                      bool isWrite) {
  constexpr uint32_t kSecondLevel = 2;
  memref::PrefetchOp::create(b, loc, buffer, at, isWrite, kSecondLevel,
                             /*isDataCache=*/true);
}

static void fetchLine(OpBuilder &b, Location loc, const KernelOperand &operand,
                      Value buffer, ArrayRef<Position> at,
                      bool isWrite = false) {
  fetchLine(b, loc, buffer,
            operand.view.indices(b, loc, operand.at(b, loc, at)), isWrite);
}

ImageLines::ImageLines(OpBuilder &b, Location loc, Value images, bool isWritten)
    : buffer(bufferOf(b, loc, images)), isWritten(isWritten) {}

void ImageLines::fetch(OpBuilder &b, Location loc, Value n, Value block,
                       Value pixel) const {
  Value lane = arith::ConstantIndexOp::create(b, loc, 0);
  fetchLine(b, loc, buffer, {n, block, pixel, lane}, isWritten);
}

void Prefetch::begin(OpBuilder &b, Location loc) {
  if (ways != 0)
    buffer = bufferOf(b, loc, wide.view.getStorage());
}

void Prefetch::beginTile(OpBuilder &b, Location loc, ArrayRef<Position> at,
                         int64_t rowLoop, OpFoldResult from) {
  if (ways == 0)
    return;
  auto constant = [&](int64_t n) -> Value {
    return arith::ConstantIndexOp::create(b, loc, n);
  };
  Value tile = b.createOrFold<arith::SubIOp>(
      loc, at[rowLoop].base, getValueOrCreateConstantIndexOp(b, loc, from));
  tile = b.createOrFold<arith::DivUIOp>(loc, tile, constant(tiling.mr));
  // `ways` tiles for each panel; of what is beyond the end, the last ones.
  Value panel = b.createOrFold<arith::DivUIOp>(loc, tile, constant(ways));
  panel = b.createOrFold<arith::AddIOp>(loc, panel, constant(tiling.nv));
  panel = b.createOrFold<arith::MulIOp>(loc, panel, constant(tiling.lanes));
  column = b.createOrFold<arith::AddIOp>(loc, at[laneLoop].base, panel);
  column = b.createOrFold<arith::MinUIOp>(loc, column,
                                          constant(columns - tiling.lanes));
  Value part = b.createOrFold<arith::RemUIOp>(loc, tile, constant(ways));
  first = b.createOrFold<arith::MulIOp>(loc, part, constant(summed / ways));
}

void Prefetch::step(OpBuilder &b, Location loc, ArrayRef<Position> at) const {
  if (!column)
    return;
  Value count = arith::ConstantIndexOp::create(b, loc, ways);
  Value done = b.createOrFold<arith::DivUIOp>(loc, at[sumLoop].base, count);
  SmallVector<Position> position(at);
  position[sumLoop] = {b.createOrFold<arith::AddIOp>(loc, first, done)};
  position[laneLoop] = {column};
  fetchLine(b, loc, wide, buffer, position);
}

EpiloguePrefetch::EpiloguePrefetch(const Tiling &tiling, int64_t rowLoop,
                                   int64_t laneLoop, int64_t summed)
    : tiling(tiling), rowLoop(rowLoop), laneLoop(laneLoop), summed(summed) {
  // Stretches of the sum without a rest.
  constexpr int64_t kFew = 4;
  steps = llvm::bit_floor(uint64_t(summed / 2 / (tiling.mr * tiling.nv)));
  while (steps > 1 && summed % steps != 0)
    steps /= 2;
  if (steps < kFew)
    steps = 0;
}

void EpiloguePrefetch::add(const KernelOperand &operand, bool isWritten) {
  if (steps > 0 && !operand.scalar && operand.laneLoop() == laneLoop &&
      operand.dimOf(rowLoop) >= 0)
    operands.push_back({operand, isWritten, {}});
}

void EpiloguePrefetch::begin(OpBuilder &b, Location loc) {
  for (Operand &operand : operands)
    operand.buffer = bufferOf(b, loc, operand.operand.view.getStorage());
}

void EpiloguePrefetch::fetch(OpBuilder &b, Location loc, ArrayRef<Position> at,
                             Value stretch, int64_t width) const {
  auto constant = [&](int64_t n) -> Value {
    return arith::ConstantIndexOp::create(b, loc, n);
  };
  // Beyond the first half, the last one over and over.
  int64_t vectors = tiling.mr * tiling.nv;
  int64_t count = llvm::divideCeil(2 * vectors * width, summed);
  for (int64_t i = 0; i < count; ++i) {
    Value vector = b.createOrFold<arith::MulIOp>(loc, stretch, constant(count));
    vector = b.createOrFold<arith::AddIOp>(loc, vector, constant(i));
    vector = b.createOrFold<arith::MinUIOp>(loc, vector, constant(vectors - 1));
    Value nv = constant(tiling.nv);
    Value row = b.createOrFold<arith::DivUIOp>(loc, vector, nv);
    Value lane = b.createOrFold<arith::RemUIOp>(loc, vector, nv);
    lane = b.createOrFold<arith::MulIOp>(loc, lane, constant(tiling.lanes));
    SmallVector<Position> position(at);
    position[rowLoop] = {
        b.createOrFold<arith::AddIOp>(loc, at[rowLoop].base, row)};
    position[laneLoop] = {
        b.createOrFold<arith::AddIOp>(loc, at[laneLoop].base, lane)};
    for (const Operand &operand : operands)
      fetchLine(b, loc, operand.operand, operand.buffer, position,
                operand.isWritten);
  }
}

} // namespace nnc::cpu
