//===- Prefetch.cpp - the next panels of a contraction --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Prefetch.h"

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

void Prefetch::begin(OpBuilder &b, Location loc) {
  if (ways == 0)
    return;
  // Of any layout, so that the buffer is this one and never a copy.
  Value storage = wide.view.getStorage();
  auto type = cast<RankedTensorType>(storage.getType());
  SmallVector<int64_t> strides(type.getRank(), ShapedType::kDynamic);
  auto layout =
      StridedLayoutAttr::get(b.getContext(), ShapedType::kDynamic, strides);
  buffer = bufferization::ToBufferOp::create(
      b, loc, MemRefType::get(type.getShape(), type.getElementType(), layout),
      storage, /*read_only=*/true);
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
  constexpr uint32_t kSecondLevel = 2;
  memref::PrefetchOp::create(
      b, loc, buffer, wide.view.indices(b, loc, wide.at(b, loc, position)),
      /*isWrite=*/false, kSecondLevel, /*isDataCache=*/true);
}

} // namespace nnc::cpu
