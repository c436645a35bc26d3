//===- Lowering.cpp - What the patterns of nn-to-linalg share -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

RankedTensorType plainType(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  return RankedTensorType::get(tensor.getShape(), tensor.getElementType());
}

Value constantOf(OpBuilder &b, Location loc, Type type, double value) {
  TypedAttr attr;
  if (auto floating = dyn_cast<FloatType>(type))
    attr = b.getFloatAttr(floating, value);
  else
    attr = b.getIntegerAttr(type, static_cast<int64_t>(value));
  return arith::ConstantOp::create(b, loc, attr);
}

Value constantIndex(OpBuilder &b, Location loc, int64_t value) {
  return arith::ConstantIndexOp::create(b, loc, value);
}

Type accumulatorType(Type element) {
  auto type = dyn_cast<FloatType>(element);
  if (type && type.getWidth() < 32)
    return Float32Type::get(element.getContext());
  return element;
}

Value toFloat(OpBuilder &b, Location loc, Value x, Type type) {
  unsigned from = x.getType().getIntOrFloatBitWidth();
  unsigned to = type.getIntOrFloatBitWidth();
  if (x.getType() == type)
    return x;
  if (from < to)
    return arith::ExtFOp::create(b, loc, type, x);
  if (from > to)
    return arith::TruncFOp::create(b, loc, type, x);
  // f16 and bf16: each value of one is an f32.
  Value wide = arith::ExtFOp::create(b, loc, b.getF32Type(), x);
  return arith::TruncFOp::create(b, loc, type, wide);
}

Value emptyTensor(OpBuilder &b, Location loc, ArrayRef<OpFoldResult> sizes,
                  Type element) {
  return tensor::EmptyOp::create(b, loc, sizes, element);
}

Value filledTensor(OpBuilder &b, Location loc, ArrayRef<OpFoldResult> sizes,
                   Value value) {
  Value empty = emptyTensor(b, loc, sizes, value.getType());
  return linalg::FillOp::create(b, loc, value, empty).getResult(0);
}

Value elementwise(OpBuilder &b, Location loc, ArrayRef<OpFoldResult> sizes,
                  Type element, ValueRange inputs, BodyBuilder body,
                  ArrayRef<AffineMap> maps) {
  Value init = emptyTensor(b, loc, sizes, element);
  SmallVector<AffineMap> all(maps);
  AffineMap identity = b.getMultiDimIdentityMap(sizes.size());
  if (maps.empty())
    all.append(inputs.size(), identity);
  all.push_back(identity);
  SmallVector<utils::IteratorType> iterators(sizes.size(),
                                             utils::IteratorType::parallel);
  return linalg::GenericOp::create(
             b, loc, init.getType(), inputs, init, all, iterators,
             [&](OpBuilder &b, Location loc, ValueRange args) {
               linalg::YieldOp::create(b, loc, body(b, loc, args.drop_back()));
             })
      .getResult(0);
}

AffineMap dropAxes(MLIRContext *context, unsigned rank,
                   ArrayRef<int64_t> axes) {
  SmallVector<AffineExpr> kept;
  for (unsigned axis = 0; axis < rank; ++axis)
    if (!llvm::is_contained(axes, axis))
      kept.push_back(getAffineDimExpr(axis, context));
  return AffineMap::get(rank, 0, kept, context);
}

SmallVector<OpFoldResult> withoutAxes(ArrayRef<OpFoldResult> all,
                                      ArrayRef<int64_t> axes) {
  SmallVector<OpFoldResult> kept;
  for (auto [axis, size] : llvm::enumerate(all))
    if (!llvm::is_contained(axes, static_cast<int64_t>(axis)))
      kept.push_back(size);
  return kept;
}

Value reduce(OpBuilder &b, Location loc, Value input,
             ArrayRef<OpFoldResult> sizes, ArrayRef<int64_t> axes, Value start,
             BodyBuilder step) {
  Value init = filledTensor(b, loc, withoutAxes(sizes, axes), start);
  unsigned rank = sizes.size();
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  for (int64_t axis : axes)
    iterators[axis] = utils::IteratorType::reduction;
  AffineMap maps[] = {b.getMultiDimIdentityMap(rank),
                      dropAxes(b.getContext(), rank, axes)};
  return linalg::GenericOp::create(
             b, loc, init.getType(), input, init, maps, iterators,
             [&](OpBuilder &b, Location loc, ValueRange args) {
               linalg::YieldOp::create(b, loc, step(b, loc, args));
             })
      .getResult(0);
}

Value countOf(OpBuilder &b, Location loc, ArrayRef<OpFoldResult> sizes,
              Type type) {
  int64_t known = 1;
  Value unknown;
  for (OpFoldResult size : sizes) {
    if (auto number = getConstantIntValue(size)) {
      known *= *number;
      continue;
    }
    Value value = cast<Value>(size);
    unknown =
        unknown ? Value(arith::MulIOp::create(b, loc, unknown, value)) : value;
  }
  if (!unknown)
    return constantOf(b, loc, type, known);
  Value count =
      arith::MulIOp::create(b, loc, unknown, constantIndex(b, loc, known));
  count = arith::IndexCastOp::create(b, loc, b.getI64Type(), count);
  return arith::SIToFPOp::create(b, loc, type, count);
}

} // namespace nnc
