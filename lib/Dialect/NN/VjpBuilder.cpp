//===- VjpBuilder.cpp - Shorthand for derivative rules
//------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VjpBuilder.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace nnc::nn {

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

Value VjpBuilder::add(Value x, Value y) { return AddOp::create(b, loc, x, y); }
Value VjpBuilder::sub(Value x, Value y) { return SubOp::create(b, loc, x, y); }
Value VjpBuilder::mul(Value x, Value y) { return MulOp::create(b, loc, x, y); }
Value VjpBuilder::div(Value x, Value y) { return DivOp::create(b, loc, x, y); }
Value VjpBuilder::neg(Value x) { return NegOp::create(b, loc, x); }
Value VjpBuilder::exp(Value x) { return ExpOp::create(b, loc, x); }

Value VjpBuilder::scale(Value x, double factor) {
  return mul(x, fill(x.getType(), factor));
}

Value VjpBuilder::cmp(CmpPredicate predicate, Value x, Value y) {
  Type type = withElementType(typeOf(x), b.getI1Type());
  return CmpOp::create(b, loc, type, predicate, x, y);
}

Value VjpBuilder::cmp(CmpPredicate predicate, Value x, double y) {
  return cmp(predicate, x, fill(x.getType(), y));
}

Value VjpBuilder::where(Value condition, Value x, Value y) {
  return WhereOp::create(b, loc, x.getType(), condition, x, y);
}

Value VjpBuilder::where(Value condition, Value x, double y) {
  return where(condition, x, fill(x.getType(), y));
}

Value VjpBuilder::where(Value condition, double x, Value y) {
  return where(condition, fill(y.getType(), x), y);
}

Value VjpBuilder::guard(Value cotangent, Value x) {
  FloatAttr constant;
  auto splat = cotangent.getDefiningOp<SplatOp>();
  if (splat && matchPattern(splat.getValue(), m_Constant(&constant)) &&
      !constant.getValue().isZero())
    return x;
  return where(cmp(CmpPredicate::eq, cotangent, 0.0), 0.0, x);
}

Value VjpBuilder::fill(Type type, double value) {
  return fill(type,
              arith::ConstantOp::create(b, loc, b.getF64FloatAttr(value)));
}

Value VjpBuilder::fill(Type type, Value number) {
  return SplatOp::create(b, loc, type, number);
}

Value VjpBuilder::cast(Value x, Type elementType) {
  RankedTensorType type = withElementType(typeOf(x), elementType);
  if (type == x.getType())
    return x;
  return CastOp::create(b, loc, type, x);
}

Value VjpBuilder::sum(Value x, ArrayRef<int64_t> axes) {
  return axes.empty() ? x : SumOp::create(b, loc, x, axes).getResult();
}

Value VjpBuilder::transpose(Value x, ArrayRef<int64_t> perm) {
  return TransposeOp::create(b, loc, x, perm);
}

Value VjpBuilder::reshape(Value x, Type type) {
  return x.getType() == type ? x : ReshapeOp::create(b, loc, type, x);
}

Value VjpBuilder::broadcast(Value x, ArrayRef<int64_t> dims, Type type) {
  return BroadcastOp::create(b, loc, type, x, dims);
}

Value VjpBuilder::spread(Value x, ArrayRef<int64_t> axes, Type type) {
  if (axes.empty())
    return x;
  SmallVector<int64_t> dims;
  for (int64_t axis : llvm::seq(mlir::cast<RankedTensorType>(type).getRank()))
    if (!llvm::is_contained(axes, axis))
      dims.push_back(axis);
  return broadcast(x, dims, type);
}

Value VjpBuilder::count(RankedTensorType type, ArrayRef<int64_t> axes) {
  int64_t known = 1;
  Value total;
  SmallVector<Size> sizes = getSizes(type);
  for (int64_t axis : axes) {
    if (!sizes[axis].isDynamic()) {
      known *= sizes[axis].number;
      continue;
    }
    Value size = buildDim(b, loc, sizes[axis].symbol);
    total =
        total ? arith::MulIOp::create(b, loc, total, size).getResult() : size;
  }
  if (!total)
    return arith::ConstantOp::create(b, loc, b.getF64FloatAttr(double(known)));
  if (known != 1)
    total = arith::MulIOp::create(
        b, loc, total,
        arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(known)));
  return arith::SIToFPOp::create(b, loc, b.getF64Type(), total);
}

Value VjpBuilder::reciprocal(Value number) {
  Value one = arith::ConstantOp::create(b, loc, b.getF64FloatAttr(1.0));
  return arith::DivFOp::create(b, loc, one, number);
}

Value guardCotangent(OpBuilder &builder, Location loc, Value cotangent,
                     Value value) {
  return VjpBuilder(builder, loc).guard(cotangent, value);
}

} // namespace nnc::nn
