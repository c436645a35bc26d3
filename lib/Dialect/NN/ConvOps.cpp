//===- ConvOps.cpp - Convolution and pooling: verifiers, folds, rules -----===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace nnc::nn {

using Values = SmallVector<Value>;

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

/// Whether `op` has one number of at least `least` per spatial axis.
static LogicalResult verifyNumbers(Operation *op, StringRef name,
                                   ArrayRef<int64_t> numbers, size_t axes,
                                   int64_t least) {
  if (numbers.size() != axes)
    return op->emitOpError("has one of `")
           << name << "` per spatial axis, found " << numbers.size() << " for "
           << axes;
  for (int64_t number : numbers)
    if (number < least)
      return op->emitOpError("expects `") << name << "` of at least " << least;
  return success();
}

static LogicalResult verifyRank(Operation *op, RankedTensorType image) {
  if (image.getRank() == 3 || image.getRank() == 4)
    return success();
  return op->emitOpError("works on [n, c, spatial...] with one or two "
                         "spatial axes, found ")
         << image;
}

/// Whether windows that span `extent` turn `from` into `to` on each spatial
/// axis. Sizes with names are Sema's business.
static LogicalResult verifySpatial(Operation *op, RankedTensorType from,
                                   RankedTensorType to,
                                   ArrayRef<int64_t> extents,
                                   ArrayRef<int64_t> strides,
                                   ArrayRef<int64_t> pads) {
  for (auto [i, extent] : llvm::enumerate(extents)) {
    int64_t axis = i + 2;
    if (from.isDynamicDim(axis) || to.isDynamicDim(axis))
      continue;
    int64_t room = from.getDimSize(axis) + 2 * pads[i] - extent;
    if (room < 0)
      return op->emitOpError("window of ")
             << extent << " does not fit axis " << axis << " of " << from;
    if (room / strides[i] + 1 != to.getDimSize(axis))
      return op->emitOpError("turns axis ")
             << axis << " of " << from << " into " << room / strides[i] + 1
             << " elements, found " << to.getDimSize(axis);
  }
  return success();
}

/// Checks an op of the family with the types of the convolution's image,
/// filter and result.
template <typename OpT>
static LogicalResult verifyConvolution(OpT op, RankedTensorType x,
                                       RankedTensorType w, RankedTensorType y) {
  if (failed(verifyRank(op, x)))
    return failure();
  if (w.getRank() != x.getRank() || y.getRank() != x.getRank())
    return op.emitOpError("joins tensors of one rank, found ")
           << x << ", " << w << " and " << y;
  if (x.getElementType() != w.getElementType() ||
      x.getElementType() != y.getElementType())
    return op.emitOpError("works on one element type");
  size_t axes = x.getRank() - 2;
  if (failed(verifyNumbers(op, "strides", op.getStrides(), axes, 1)) ||
      failed(verifyNumbers(op, "pads", op.getPads(), axes, 0)) ||
      failed(verifyNumbers(op, "dilations", op.getDilations(), axes, 1)))
    return failure();
  if (!w.hasStaticShape() || x.isDynamicDim(1) || y.isDynamicDim(1))
    return op.emitOpError("has channels and a kernel of known size");
  int64_t groups = op.getGroups();
  int64_t in = x.getDimSize(1), out = y.getDimSize(1);
  if (groups < 1 || in % groups != 0 || out % groups != 0)
    return op.emitOpError("cannot divide ")
           << in << " and " << out << " channels into " << groups << " groups";
  if (w.getDimSize(0) != out || w.getDimSize(1) != in / groups)
    return op.emitOpError("expects a filter of [")
           << out << ", " << in / groups << ", kernel...], found " << w;
  if (!(getSizes(x)[0] == getSizes(y)[0]))
    return op.emitOpError("keeps the first axis of ") << x;
  SmallVector<int64_t> extents;
  for (auto [kernel, dilation] :
       llvm::zip(w.getShape().drop_front(2), op.getDilations()))
    extents.push_back(dilation * (kernel - 1) + 1);
  return verifySpatial(op, x, y, extents, op.getStrides(), op.getPads());
}

LogicalResult ConvOp::verify() {
  return verifyConvolution(*this, getInput().getType(), getFilter().getType(),
                           getType());
}

LogicalResult ConvTransposeOp::verify() {
  return verifyConvolution(*this, getType(), getFilter().getType(),
                           getInput().getType());
}

LogicalResult ConvFilterOp::verify() {
  return verifyConvolution(*this, getInput().getType(), getType(),
                           getCotangent().getType());
}

/// Checks a pooling op with the types of the large and the pooled tensor.
template <typename OpT>
static LogicalResult verifyPooling(OpT op, RankedTensorType x,
                                   RankedTensorType y) {
  if (failed(verifyRank(op, x)))
    return failure();
  size_t axes = x.getRank() - 2;
  if (failed(verifyNumbers(op, "kernel", op.getKernel(), axes, 1)) ||
      failed(verifyNumbers(op, "strides", op.getStrides(), axes, 1)) ||
      failed(verifyNumbers(op, "pads", op.getPads(), axes, 0)))
    return failure();
  for (auto [kernel, pad] : llvm::zip(op.getKernel(), op.getPads()))
    if (2 * pad > kernel)
      return op.emitOpError("pads ")
             << pad << ", more than half of the kernel's " << kernel;
  if (ArrayRef<Size>(getSizes(x)).take_front(2) !=
      ArrayRef<Size>(getSizes(y)).take_front(2))
    return op.emitOpError("keeps the first two axes of ") << x;
  return verifySpatial(op, x, y, op.getKernel(), op.getStrides(), op.getPads());
}

template <typename OpT>
static LogicalResult verifyElement(OpT op, RankedTensorType a,
                                   RankedTensorType b) {
  if (a.getElementType() == b.getElementType())
    return success();
  return op.emitOpError("keeps the element type");
}

/// Whether `index` has an i32 for each element of `type`.
template <typename OpT>
static LogicalResult verifyIndex(OpT op, RankedTensorType index,
                                 RankedTensorType type) {
  if (index.getElementType().isInteger(32) && getSizes(index) == getSizes(type))
    return success();
  return op.emitOpError("has an i32 index for each window, found ") << index;
}

LogicalResult MaxPoolOp::verify() {
  return success(
      succeeded(verifyPooling(*this, getInput().getType(), getType())) &&
      succeeded(verifyElement(*this, getInput().getType(), getType())));
}

LogicalResult MaxPoolIndexOp::verify() {
  return success(
      succeeded(verifyPooling(*this, getInput().getType(), getType())) &&
      succeeded(verifyIndex(*this, getType(), getType())));
}

LogicalResult MaxPoolGradOp::verify() {
  RankedTensorType y = getCotangent().getType();
  return success(succeeded(verifyPooling(*this, getType(), y)) &&
                 succeeded(verifyElement(*this, getType(), y)) &&
                 succeeded(verifyIndex(*this, getIndex().getType(), y)));
}

LogicalResult MaxPoolPickOp::verify() {
  RankedTensorType x = getInput().getType();
  return success(
      succeeded(verifyPooling(*this, x, getType())) &&
      succeeded(verifyElement(*this, x, getType())) &&
      succeeded(verifyIndex(*this, getIndex().getType(), getType())));
}

LogicalResult AvgPoolOp::verify() {
  return success(
      succeeded(verifyPooling(*this, getInput().getType(), getType())) &&
      succeeded(verifyElement(*this, getInput().getType(), getType())));
}

LogicalResult AvgPoolGradOp::verify() {
  return success(
      succeeded(verifyPooling(*this, getType(), getCotangent().getType())) &&
      succeeded(verifyElement(*this, getType(), getCotangent().getType())));
}

//===----------------------------------------------------------------------===//
// Folds
//===----------------------------------------------------------------------===//

/// A pool of single elements, each taken once, is its operand.
template <typename OpT> static OpFoldResult foldPool(OpT op) {
  auto all = [](ArrayRef<int64_t> numbers, int64_t what) {
    return llvm::all_of(numbers, [=](int64_t n) { return n == what; });
  };
  if (all(op.getKernel(), 1) && all(op.getStrides(), 1) &&
      op.getInput().getType() == op.getType())
    return op.getInput();
  return {};
}

OpFoldResult MaxPoolOp::fold(FoldAdaptor) { return foldPool(*this); }
OpFoldResult AvgPoolOp::fold(FoldAdaptor) { return foldPool(*this); }

//===----------------------------------------------------------------------===//
// Derivatives: each family is closed under its adjoints.
//===----------------------------------------------------------------------===//

/// The op of another member of the family, with the attributes of `like`.
template <typename OpT, typename Like>
static Value convolve(OpBuilder &builder, Like like, Type type, Value a,
                      Value b) {
  return OpT::create(builder, like.getLoc(), type, a, b, like.getStrides(),
                     like.getPads(), like.getDilations(), like.getGroups());
}

Values ConvOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  Value dy = cotangents[0];
  return {convolve<ConvTransposeOp>(builder, *this, getInput().getType(), dy,
                                    getFilter()),
          convolve<ConvFilterOp>(builder, *this, getFilter().getType(),
                                 getInput(), dy)};
}

Values ConvTransposeOp::buildVjp(OpBuilder &builder,
                                 ArrayRef<Value> cotangents) {
  Value dx = cotangents[0];
  return {
      convolve<ConvOp>(builder, *this, getInput().getType(), dx, getFilter()),
      convolve<ConvFilterOp>(builder, *this, getFilter().getType(), dx,
                             getInput())};
}

Values ConvFilterOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  Value dw = cotangents[0];
  return {convolve<ConvTransposeOp>(builder, *this, getInput().getType(),
                                    getCotangent(), dw),
          convolve<ConvOp>(builder, *this, getCotangent().getType(), getInput(),
                           dw)};
}

Values MaxPoolOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  Type indexType = withElementType(getType(), builder.getI32Type());
  Value index = MaxPoolIndexOp::create(builder, getLoc(), indexType, getInput(),
                                       getKernel(), getStrides(), getPads());
  return {MaxPoolGradOp::create(builder, getLoc(), getInput().getType(),
                                cotangents[0], index, getKernel(), getStrides(),
                                getPads())};
}

Values MaxPoolGradOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {MaxPoolPickOp::create(builder, getLoc(), getCotangent().getType(),
                                cotangents[0], getIndex(), getKernel(),
                                getStrides(), getPads()),
          Value()};
}

Values MaxPoolPickOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {MaxPoolGradOp::create(builder, getLoc(), getInput().getType(),
                                cotangents[0], getIndex(), getKernel(),
                                getStrides(), getPads()),
          Value()};
}

Values AvgPoolOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {AvgPoolGradOp::create(builder, getLoc(), getInput().getType(),
                                cotangents[0], getKernel(), getStrides(),
                                getPads())};
}

Values AvgPoolGradOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  return {AvgPoolOp::create(builder, getLoc(), getCotangent().getType(),
                            cotangents[0], getKernel(), getStrides(),
                            getPads())};
}

} // namespace nnc::nn
