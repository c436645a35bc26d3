//===- TensorView.cpp - where the elements of a tensor are kept - *- C++
//-*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TensorView.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/UB/IR/UBOps.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;

namespace nnc::cpu {

/// Panels of one dim, innermost, with a constant width: what a view expresses.
template <typename RelayoutOp> static bool isPanelLayout(RelayoutOp op) {
  return op.getInnerDimsPos().size() == 1 &&
         !ShapedType::isDynamic(op.getStaticInnerTiles()[0]);
}

template <typename RelayoutOp>
static SmallVector<int64_t, 4> outerOrderOf(RelayoutOp op, int64_t rank) {
  if (!op.getOuterDimsPerm().empty())
    return SmallVector<int64_t, 4>(op.getOuterDimsPerm());
  return llvm::to_vector<4>(llvm::seq<int64_t>(0, rank));
}

TensorView TensorView::plain(Value storage) {
  TensorView view;
  view.storage = storage;
  int64_t rank = cast<RankedTensorType>(storage.getType()).getRank();
  view.outerOrder = llvm::to_vector<4>(llvm::seq<int64_t>(0, rank));
  return view;
}

std::optional<TensorView> TensorView::ofUnpack(linalg::UnPackOp unpack) {
  if (!isPanelLayout(unpack))
    return std::nullopt;
  TensorView view;
  view.storage = unpack.getSource();
  view.packedDim = unpack.getInnerDimsPos()[0];
  view.tile = unpack.getStaticInnerTiles()[0];
  view.outerOrder = outerOrderOf(unpack, unpack.getDestType().getRank());
  return view;
}

TensorView TensorView::ofPack(linalg::PackOp pack) {
  assert(isPanelLayout(pack));
  TensorView view;
  view.storage = pack.getDest();
  view.packedDim = pack.getInnerDimsPos()[0];
  view.tile = pack.getStaticInnerTiles()[0];
  view.outerOrder = outerOrderOf(pack, pack.getSourceType().getRank());
  return view;
}

TensorView TensorView::ofOperand(Value logical) {
  if (auto unpack = logical.getDefiningOp<linalg::UnPackOp>())
    if (std::optional<TensorView> view = ofUnpack(unpack))
      return *view;
  return plain(logical);
}

Type TensorView::getElementType() const {
  return cast<RankedTensorType>(storage.getType()).getElementType();
}

int64_t TensorView::getLaneDim() const {
  if (packedDim >= 0)
    return packedDim;
  return static_cast<int64_t>(outerOrder.size()) - 1;
}

/// Vectors of i1 are packed bits, tensors of i1 are bytes in memory.
bool TensorView::hasVectorMemory() const {
  Type type = getElementType();
  return isa<FloatType>(type) || type.isIndex() ||
         (type.isInteger() && type.getIntOrFloatBitWidth() % 8 == 0);
}

static Value addConstant(OpBuilder &b, Location loc, Value value, int64_t n) {
  if (n == 0)
    return value;
  if (std::optional<int64_t> known = getConstantIntValue(value))
    return arith::ConstantIndexOp::create(b, loc, *known + n);
  return arith::AddIOp::create(b, loc, value,
                               arith::ConstantIndexOp::create(b, loc, n));
}

SmallVector<Value> TensorView::indices(OpBuilder &b, Location loc,
                                       ArrayRef<Position> at) const {
  SmallVector<Value> result;
  Value lane;
  for (int64_t dim : outerOrder) {
    const Position &p = at[dim];
    if (dim != packedDim) {
      result.push_back(addConstant(b, loc, p.base, p.offset));
      continue;
    }
    Value panel = p.panel, first = p.lane;
    if (p.tile != tile) {
      Value width = arith::ConstantIndexOp::create(b, loc, tile);
      panel = b.createOrFold<arith::DivUIOp>(loc, p.base, width);
      first = b.createOrFold<arith::RemUIOp>(loc, p.base, width);
    }
    // Whole panels may be skipped by a constant; lanes may not be crossed.
    panel = addConstant(b, loc, panel, p.offset / tile);
    lane = addConstant(b, loc, first, p.offset % tile);
    result.push_back(panel);
  }
  if (lane)
    result.push_back(lane);
  return result;
}

Value TensorView::loadScalar(OpBuilder &b, Location loc,
                             ArrayRef<Position> at) const {
  return tensor::ExtractOp::create(b, loc, storage, indices(b, loc, at));
}

Value TensorView::storeScalar(OpBuilder &b, Location loc, Value value,
                              ArrayRef<Position> at) const {
  return tensor::InsertOp::create(b, loc, value, storage, indices(b, loc, at));
}

static SmallVector<Position> shifted(ArrayRef<Position> at, int64_t dim,
                                     int64_t n) {
  SmallVector<Position> result(at);
  result[dim] = result[dim].plus(n);
  return result;
}

Value TensorView::loadVector(OpBuilder &b, Location loc, ArrayRef<Position> at,
                             int64_t dim, int64_t lanes) const {
  auto type = VectorType::get(lanes, getElementType());
  if (dim == getLaneDim() && hasVectorMemory())
    return vector::TransferReadOp::create(b, loc, type, storage,
                                          indices(b, loc, at), std::nullopt,
                                          ArrayRef<bool>{true});
  SmallVector<Value> elements;
  for (int64_t i = 0; i < lanes; ++i)
    elements.push_back(loadScalar(b, loc, shifted(at, dim, i)));
  return vector::FromElementsOp::create(b, loc, type, elements);
}

Value TensorView::storeVector(OpBuilder &b, Location loc, Value vector,
                              ArrayRef<Position> at, int64_t dim,
                              int64_t lanes) const {
  if (dim == getLaneDim() && hasVectorMemory())
    return vector::TransferWriteOp::create(b, loc, vector, storage,
                                           indices(b, loc, at),
                                           ArrayRef<bool>{true})
        .getResult();
  TensorView view = *this;
  for (int64_t i = 0; i < lanes; ++i) {
    Value element = vector::ExtractOp::create(b, loc, vector, i);
    view.storage = view.storeScalar(b, loc, element, shifted(at, dim, i));
  }
  return view.storage;
}

bool TensorView::isBlock(int64_t rowDim, int64_t rows, int64_t dim,
                         int64_t lanes) const {
  if (rows == 1 || lanes == 1 || dim != getLaneDim() || !hasVectorMemory() ||
      rowDim == packedDim)
    return false;
  // The dim next to the lanes.
  return isPacked() ? outerOrder.back() == rowDim
                    : outerOrder.size() > 1 &&
                          outerOrder[outerOrder.size() - 2] == rowDim;
}

SmallVector<Value> TensorView::loadBlock(OpBuilder &b, Location loc,
                                         ArrayRef<Position> at, int64_t rowDim,
                                         int64_t rows, int64_t dim,
                                         int64_t lanes) const {
  SmallVector<Value> vectors;
  if (!isBlock(rowDim, rows, dim, lanes)) {
    for (int64_t row = 0; row < rows; ++row) {
      SmallVector<Position> place = shifted(at, rowDim, row);
      vectors.push_back(lanes == 1 ? loadScalar(b, loc, place)
                                   : loadVector(b, loc, place, dim, lanes));
    }
    return vectors;
  }
  auto type = VectorType::get({rows, lanes}, getElementType());
  Value block =
      vector::TransferReadOp::create(b, loc, type, storage, indices(b, loc, at),
                                     std::nullopt, ArrayRef<bool>{true, true});
  for (int64_t row = 0; row < rows; ++row)
    vectors.push_back(vector::ExtractOp::create(b, loc, block, row));
  return vectors;
}

Value TensorView::storeBlock(OpBuilder &b, Location loc,
                             ArrayRef<Value> vectors, ArrayRef<Position> at,
                             int64_t rowDim, int64_t dim, int64_t lanes) const {
  int64_t rows = vectors.size();
  if (!isBlock(rowDim, rows, dim, lanes)) {
    TensorView view = *this;
    for (int64_t row = 0; row < rows; ++row) {
      SmallVector<Position> place = shifted(at, rowDim, row);
      view.storage = lanes == 1 ? view.storeScalar(b, loc, vectors[row], place)
                                : view.storeVector(b, loc, vectors[row], place,
                                                   dim, lanes);
    }
    return view.storage;
  }
  auto type = VectorType::get({rows, lanes}, getElementType());
  Value block = ub::PoisonOp::create(b, loc, type);
  for (int64_t row = 0; row < rows; ++row)
    block = vector::InsertOp::create(b, loc, vectors[row], block, row);
  return vector::TransferWriteOp::create(b, loc, block, storage,
                                         indices(b, loc, at),
                                         ArrayRef<bool>{true, true})
      .getResult();
}

OpFoldResult sizeOf(OpBuilder &b, Location loc, Value tensor, int64_t dim) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (!type.isDynamicDim(dim))
    return b.getIndexAttr(type.getDimSize(dim));
  Operation *op = tensor.getDefiningOp();
  if (auto empty = dyn_cast_or_null<tensor::EmptyOp>(op))
    return empty.getDynamicSize(dim);
  if (auto unpack = dyn_cast_or_null<linalg::UnPackOp>(op)) {
    if (auto pack = unpack.getSource().getDefiningOp<linalg::PackOp>())
      return sizeOf(b, loc, pack.getSource(), dim);
    return sizeOf(b, loc, unpack.getDest(), dim);
  }
  if (auto structured = dyn_cast_or_null<linalg::LinalgOp>(op)) {
    unsigned number = cast<OpResult>(tensor).getResultNumber();
    return sizeOf(b, loc, structured.getDpsInitOperand(number)->get(), dim);
  }
  return tensor::DimOp::create(b, loc, tensor, dim).getResult();
}

} // namespace nnc::cpu
