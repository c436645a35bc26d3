//===- Conv.cpp - Convolution and its adjoints, to linalg -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A convolution relates three tensors, each the sum of products of the others:
//
//   x[n, g, c, o * stride + k * dilation]   with its padding
//   w[g, f, c, k]
//   y[n, g, f, o]
//
// so nn.conv, nn.conv_transpose and nn.conv_filter become one linalg.generic
// each, with the same three maps. The axis g is there with groups only.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

namespace {

enum class Part { Input, Filter, Output };

/// Builds the loops of one convolution.
class ConvBuilder {
public:
  template <typename OpT>
  ConvBuilder(OpBuilder &b, OpT op)
      : b(b), loc(op.getLoc()), strides(op.getStrides()), pads(op.getPads()),
        dilations(op.getDilations()),
        groups(static_cast<int64_t>(op.getGroups())), spatial(strides.size()) {}

  /// `sizes` with the padding around the spatial axes.
  SmallVector<OpFoldResult> padded(SmallVector<OpFoldResult> sizes) {
    for (int64_t axis = 0; axis < spatial; ++axis)
      sizes[2 + axis] = affine::makeComposedFoldedAffineApply(
          b, loc, b.getAffineDimExpr(0) + 2 * pads[axis], {sizes[2 + axis]});
    return sizes;
  }

  bool hasPadding() const {
    return llvm::any_of(pads, [](int64_t pad) { return pad != 0; });
  }

  Value pad(Value x, ArrayRef<OpFoldResult> sizes) {
    if (!hasPadding())
      return x;
    Type element = getElementTypeOrSelf(x.getType());
    Value zeros = filledTensor(b, loc, padded(llvm::to_vector(sizes)),
                               constantOf(b, loc, element, 0));
    return tensor::InsertSliceOp::create(b, loc, x, zeros, offsets(), sizes,
                                         ones());
  }

  /// The part of a padded tensor that is not padding.
  Value unpad(Value x, RankedTensorType type, ArrayRef<OpFoldResult> sizes) {
    if (!hasPadding())
      return x;
    return tensor::ExtractSliceOp::create(b, loc, type, x, offsets(), sizes,
                                          ones());
  }

  /// Sums products of the parts other than `result`, given in the order input,
  /// filter, output, into zeros of `sizes`. Both inputs and `sizes` are
  /// without the axis of groups, and so is the sum.
  Value build(Part result, Value first, Value second,
              ArrayRef<OpFoldResult> sizes, Type element) {
    Type sumType = accumulatorType(element);
    Part parts[] = {Part::Input, Part::Filter, Part::Output};
    SmallVector<Value> inputs;
    SmallVector<AffineMap> maps;
    for (Part part : parts)
      if (part != result) {
        Value value = inputs.empty() ? first : second;
        maps.push_back(mapOf(part, result));
        inputs.push_back(groups > 1 ? split(value, part) : value);
      }
    maps.push_back(mapOf(result, result));
    Value zeros =
        filledTensor(b, loc, splitSizes(llvm::to_vector(sizes), result),
                     constantOf(b, loc, sumType, 0));

    unsigned parallel = parallelLoops(result);
    SmallVector<utils::IteratorType> iterators(maps[0].getNumDims(),
                                               utils::IteratorType::reduction);
    std::fill_n(iterators.begin(), parallel, utils::IteratorType::parallel);
    Value sum = linalg::GenericOp::create(
                    b, loc, zeros.getType(), inputs, zeros, maps, iterators,
                    [&](OpBuilder &b, Location loc, ValueRange args) {
                      Value product = arith::MulFOp::create(
                          b, loc, toFloat(b, loc, args[0], sumType),
                          toFloat(b, loc, args[1], sumType));
                      Value sum =
                          arith::AddFOp::create(b, loc, args[2], product);
                      linalg::YieldOp::create(b, loc, sum);
                    })
                    .getResult(0);
    if (groups > 1)
      sum = tensor::CollapseShapeOp::create(b, loc, sum,
                                            channelGroups(rank(), result));
    if (sumType == element)
      return sum;
    return elementwise(b, loc, sizes, element, sum,
                       [&](OpBuilder &b, Location loc, ValueRange args) {
                         return toFloat(b, loc, args[0], element);
                       });
  }

private:
  int64_t rank() const { return 2 + spatial; }

  SmallVector<OpFoldResult> offsets() {
    SmallVector<OpFoldResult> result(2, b.getIndexAttr(0));
    for (int64_t pad : pads)
      result.push_back(b.getIndexAttr(pad));
    return result;
  }
  SmallVector<OpFoldResult> ones() {
    return SmallVector<OpFoldResult>(rank(), b.getIndexAttr(1));
  }

  /// Loops that the result has an axis of its own for. They come first.
  unsigned parallelLoops(Part result) const {
    unsigned group = groups > 1;
    switch (result) {
    case Part::Input:
      return group + 2;
    case Part::Filter:
    case Part::Output:
      return group + 2 + spatial;
    }
    llvm_unreachable("all parts");
  }

  /// Names of loops: n, g, f, c, then o and k of each axis.
  SmallVector<std::string> loopOrder(Part result) const {
    SmallVector<std::string> order;
    auto add = [&](StringRef name) {
      if (name == "g" && groups == 1)
        return;
      if (name == "o" || name == "k")
        for (int64_t axis = 0; axis < spatial; ++axis)
          order.push_back((name + Twine(axis)).str());
      else
        order.push_back(name.str());
    };
    static constexpr const char *kOrders[][6] = {
        {"n", "g", "c", "f", "o", "k"},
        {"g", "f", "c", "k", "n", "o"},
        {"n", "g", "f", "o", "c", "k"}};
    for (const char *name : kOrders[static_cast<int>(result)])
      add(name);
    return order;
  }

  AffineMap mapOf(Part part, Part result) {
    SmallVector<std::string> order = loopOrder(result);
    auto loop = [&](const Twine &name) {
      auto *it = llvm::find(order, name.str());
      return b.getAffineDimExpr(it - order.begin());
    };
    SmallVector<AffineExpr> axes;
    if (part != Part::Filter)
      axes.push_back(loop("n"));
    if (groups > 1)
      axes.push_back(loop("g"));
    if (part != Part::Input)
      axes.push_back(loop("f"));
    if (part != Part::Output)
      axes.push_back(loop("c"));
    for (int64_t axis = 0; axis < spatial; ++axis) {
      if (part == Part::Filter) {
        axes.push_back(loop("k" + Twine(axis)));
      } else if (part == Part::Output) {
        axes.push_back(loop("o" + Twine(axis)));
      } else {
        axes.push_back(loop("o" + Twine(axis)) * strides[axis] +
                       loop("k" + Twine(axis)) * dilations[axis]);
      }
    }
    return AffineMap::get(order.size(), 0, axes, b.getContext());
  }

  static int64_t channelAxis(Part part) { return part == Part::Filter ? 0 : 1; }

  static SmallVector<ReassociationIndices> channelGroups(int64_t rank,
                                                         Part part) {
    SmallVector<ReassociationIndices> result;
    int64_t next = 0;
    for (int64_t axis = 0; axis < rank; ++axis) {
      result.push_back({next++});
      if (axis == channelAxis(part))
        result.back().push_back(next++);
    }
    return result;
  }

  SmallVector<OpFoldResult> splitSizes(SmallVector<OpFoldResult> sizes,
                                       Part part) {
    if (groups == 1)
      return sizes;
    int64_t axis = channelAxis(part);
    // The verifier has seen that groups divide it.
    int64_t channels = *getConstantIntValue(sizes[axis]) / groups;
    sizes[axis] = b.getIndexAttr(channels);
    sizes.insert(sizes.begin() + axis, b.getIndexAttr(groups));
    return sizes;
  }

  Value split(Value value, Part part) {
    SmallVector<OpFoldResult> sizes =
        splitSizes(tensor::getMixedSizes(b, loc, value), part);
    SmallVector<int64_t> shape;
    for (OpFoldResult size : sizes)
      shape.push_back(getConstantIntValue(size).value_or(ShapedType::kDynamic));
    auto type =
        RankedTensorType::get(shape, getElementTypeOrSelf(value.getType()));
    return tensor::ExpandShapeOp::create(b, loc, type, value,
                                         channelGroups(rank(), part), sizes);
  }

  OpBuilder &b;
  Location loc;
  ArrayRef<int64_t> strides, pads, dilations;
  int64_t groups, spatial;
};

class ConvLowering : public OpLowering<nn::ConvOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ConvOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    ConvBuilder conv(rewriter, op);
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Value x = conv.pad(adaptor.getInput(),
                       sizes.sizesOf(rewriter, op, op.getInput().getType()));
    rewriter.replaceOp(op, conv.build(Part::Output, x, adaptor.getFilter(),
                                      sizes.sizesOf(rewriter, op, type),
                                      type.getElementType()));
    return success();
  }
};

class ConvTransposeLowering : public OpLowering<nn::ConvTransposeOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ConvTransposeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    ConvBuilder conv(rewriter, op);
    auto type = cast<RankedTensorType>(op.getResult().getType());
    SmallVector<OpFoldResult> inner = sizes.sizesOf(rewriter, op, type);
    Value dx = conv.build(Part::Input, adaptor.getFilter(), adaptor.getInput(),
                          conv.padded(inner), type.getElementType());
    rewriter.replaceOp(op, conv.unpad(dx, plainType(type), inner));
    return success();
  }
};

class ConvFilterLowering : public OpLowering<nn::ConvFilterOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ConvFilterOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    ConvBuilder conv(rewriter, op);
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Value x = conv.pad(adaptor.getInput(),
                       sizes.sizesOf(rewriter, op, op.getInput().getType()));
    rewriter.replaceOp(op, conv.build(Part::Filter, x, adaptor.getCotangent(),
                                      sizes.sizesOf(rewriter, op, type),
                                      type.getElementType()));
    return success();
  }
};

} // namespace

void populateConv(RewritePatternSet &patterns, const TypeConverter &types,
                  const SizeTable &sizes) {
  patterns.add<ConvLowering, ConvTransposeLowering, ConvFilterLowering>(
      types, patterns.getContext(), sizes);
}

} // namespace nnc
