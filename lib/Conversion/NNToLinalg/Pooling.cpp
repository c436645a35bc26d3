//===- Pooling.cpp - Pools to linalg --------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All pools are one loop nest: over [n, c, out..., window...], the large tensor
// at `out * stride + window`. Forward it reduces the window, backward it adds
// to the large tensor, in row-major order either way, so that sums depend on
// shapes only. Padding is made before and cut off after.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

#include <limits>

using namespace mlir;

namespace nnc {

namespace {

using Sizes = SmallVector<OpFoldResult>;

/// The windows of one pool.
class Windows {
public:
  Windows(OpBuilder &b, Location loc, ArrayRef<int64_t> kernel,
          ArrayRef<int64_t> strides, ArrayRef<int64_t> pads, Sizes large,
          Sizes small)
      : b(b), loc(loc), kernel(kernel), strides(strides), pads(pads),
        large(std::move(large)), small(std::move(small)),
        spatial(kernel.size()) {
    unsigned loops = 2 + 2 * spatial;
    SmallVector<AffineExpr> in, out, window;
    for (unsigned d = 0; d < 2; ++d)
      in.push_back(b.getAffineDimExpr(d));
    out = in;
    for (unsigned i = 0; i < spatial; ++i) {
      AffineExpr o = b.getAffineDimExpr(2 + i);
      AffineExpr k = b.getAffineDimExpr(2 + spatial + i);
      in.push_back(o * strides[i] + k);
      out.push_back(o);
      window.push_back(k);
    }
    MLIRContext *context = b.getContext();
    largeMap = AffineMap::get(loops, 0, in, context);
    smallMap = AffineMap::get(loops, 0, out, context);
    windowMap = AffineMap::get(loops, 0, window, context);
  }

  /// `x` with its padding, where there is one.
  Value pad(Value x, double with) {
    if (!isPadded())
      return x;
    Value fill = constantOf(b, loc, elementOf(x), with);
    Value whole = filledTensor(b, loc, paddedSizes(), fill);
    return tensor::InsertSliceOp::create(b, loc, x, whole, insideOffsets(),
                                         large, ones());
  }

  /// What `pad` adds, cut off.
  Value crop(Value x) {
    if (!isPadded())
      return x;
    auto whole = cast<RankedTensorType>(x.getType());
    SmallVector<int64_t> shape;
    for (OpFoldResult size : large)
      shape.push_back(getConstantIntValue(size).value_or(ShapedType::kDynamic));
    return tensor::ExtractSliceOp::create(
        b, loc, RankedTensorType::get(shape, whole.getElementType()), x,
        insideOffsets(), large, ones());
  }

  /// A large tensor of zeros for `scatter` to add to, padding included.
  Value zeros(Type element) {
    return filledTensor(b, loc, paddedSizes(), constantOf(b, loc, element, 0));
  }
  Value filled(Value value) { return filledTensor(b, loc, small, value); }

  /// Reduces each window of `x` and of the small `inputs` into `inits`, which
  /// are small. `step` gets x, the inputs and what the inits hold.
  SmallVector<Value>
  gather(Value x, ValueRange inputs, ValueRange inits,
         function_ref<Values(OpBuilder &, ValueRange)> step) {
    Values operands = {x};
    llvm::append_range(operands, inputs);
    SmallVector<AffineMap> maps = {largeMap};
    maps.append(inputs.size(), smallMap);
    return nest(operands, inits, maps,
                SmallVector<AffineMap>(inits.size(), smallMap), step);
  }

  /// Adds to the elements of each window in `into`, which is large. `step` gets
  /// the small inputs and what the element holds.
  Value scatter(ValueRange inputs, Value into,
                function_ref<Values(OpBuilder &, ValueRange)> step) {
    return nest(inputs, into, SmallVector<AffineMap>(inputs.size(), smallMap),
                {largeMap}, step)
        .front();
  }

  /// In a step: the position in the window, in row-major order, as an i32.
  Value position(OpBuilder &b) {
    Value here;
    for (unsigned i = 0; i < spatial; ++i) {
      Value k = linalg::IndexOp::create(b, loc, 2 + spatial + i);
      if (here)
        k = arith::AddIOp::create(
            b, loc,
            arith::MulIOp::create(b, loc, here,
                                  constantIndex(b, loc, kernel[i])),
            k);
      here = k;
    }
    return arith::IndexCastOp::create(b, loc, b.getI32Type(), here);
  }

  /// In a step: whether the element is none of the padding. Null if there is
  /// no padding.
  Value isInside(OpBuilder &b) {
    if (!isPadded())
      return {};
    Value inside;
    for (unsigned i = 0; i < spatial; ++i) {
      if (pads[i] == 0)
        continue;
      Value at =
          arith::MulIOp::create(b, loc, linalg::IndexOp::create(b, loc, 2 + i),
                                constantIndex(b, loc, strides[i]));
      at = arith::AddIOp::create(
          b, loc, at, linalg::IndexOp::create(b, loc, 2 + spatial + i));
      // As unsigned numbers, what lies before the first is beyond the last.
      at = arith::SubIOp::create(b, loc, at, constantIndex(b, loc, pads[i]));
      Value here = arith::CmpIOp::create(
          b, loc, arith::CmpIPredicate::ult, at,
          getValueOrCreateConstantIndexOp(b, loc, large[2 + i]));
      inside =
          inside ? Value(arith::AndIOp::create(b, loc, inside, here)) : here;
    }
    return inside;
  }

  int64_t positions() const {
    int64_t count = 1;
    for (int64_t size : kernel)
      count *= size;
    return count;
  }

private:
  static Type elementOf(Value x) {
    return cast<RankedTensorType>(x.getType()).getElementType();
  }
  bool isPadded() const {
    return llvm::any_of(pads, [](int64_t pad) { return pad != 0; });
  }
  Sizes ones() { return Sizes(large.size(), b.getIndexAttr(1)); }
  Sizes insideOffsets() {
    Sizes offsets(2, b.getIndexAttr(0));
    for (int64_t pad : pads)
      offsets.push_back(b.getIndexAttr(pad));
    return offsets;
  }
  Sizes paddedSizes() {
    Sizes sizes = large;
    for (unsigned i = 0; i < spatial; ++i)
      sizes[2 + i] = affine::makeComposedFoldedAffineApply(
          b, loc, b.getAffineDimExpr(0) + 2 * pads[i], {large[2 + i]});
    return sizes;
  }

  SmallVector<Value> nest(ValueRange inputs, ValueRange inits,
                          SmallVector<AffineMap> maps,
                          ArrayRef<AffineMap> initMaps,
                          function_ref<Values(OpBuilder &, ValueRange)> step) {
    // Says how far the window's loops go; it is never read.
    SmallVector<int64_t> shape(kernel);
    Values operands(inputs);
    operands.push_back(tensor::EmptyOp::create(b, loc, shape, b.getI1Type()));
    maps.push_back(windowMap);
    llvm::append_range(maps, initMaps);
    SmallVector<utils::IteratorType> iterators(2 + spatial,
                                               utils::IteratorType::parallel);
    iterators.append(spatial, utils::IteratorType::reduction);
    unsigned count = inputs.size();
    auto generic = linalg::GenericOp::create(
        b, loc, inits.getTypes(), operands, inits, maps, iterators,
        [&](OpBuilder &b, Location loc, ValueRange args) {
          Values used(args.take_front(count));
          llvm::append_range(used, args.drop_front(count + 1));
          linalg::YieldOp::create(b, loc, step(b, used));
        });
    return SmallVector<Value>(generic.getResults());
  }

  OpBuilder &b;
  Location loc;
  ArrayRef<int64_t> kernel, strides, pads;
  Sizes large, small;
  unsigned spatial;
  AffineMap largeMap, smallMap, windowMap;
};

/// A pattern for a pool with the large tensor of type `large`.
template <typename OpT> class PoolLowering : public OpLowering<OpT> {
public:
  using OpLowering<OpT>::OpLowering;

protected:
  Windows windows(OpT op, Type large, Type small, OpBuilder &b) const {
    return Windows(b, op.getLoc(), op.getKernel(), op.getStrides(),
                   op.getPads(), this->sizes.sizesOf(b, op, large),
                   this->sizes.sizesOf(b, op, small));
  }
};

constexpr double kInfinity = std::numeric_limits<double>::infinity();

class MaxPoolLowering : public PoolLowering<nn::MaxPoolOp> {
public:
  using PoolLowering::PoolLowering;

  LogicalResult matchAndRewrite(nn::MaxPoolOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &b) const override {
    Location loc = op.getLoc();
    Type element = op.getType().getElementType();
    Windows w = windows(op, op.getInput().getType(), op.getType(), b);
    Value least = w.filled(constantOf(b, loc, element, -kInfinity));
    b.replaceOp(op, w.gather(w.pad(adaptor.getInput(), -kInfinity), {}, least,
                             [&](OpBuilder &b, ValueRange args) -> Values {
                               return {arith::MaximumFOp::create(
                                   b, loc, args[1], args[0])};
                             }));
    return success();
  }
};

class MaxPoolIndexLowering : public PoolLowering<nn::MaxPoolIndexOp> {
public:
  using PoolLowering::PoolLowering;

  LogicalResult matchAndRewrite(nn::MaxPoolIndexOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &b) const override {
    Location loc = op.getLoc();
    Type element = op.getInput().getType().getElementType();
    Windows w = windows(op, op.getInput().getType(), op.getType(), b);
    // -1 says that there is no winner yet, so that an infinity can be one.
    Value best = w.filled(constantOf(b, loc, element, 0));
    Value where = w.filled(constantOf(b, loc, b.getI32Type(), -1));
    auto step = [&](OpBuilder &b, ValueRange args) -> Values {
      Value x = args[0], best = args[1], where = args[2];
      // Unordered comparisons hold for a NaN on either side: x wins over a
      // number if it is a NaN or beyond it.
      Value beyond =
          arith::CmpFOp::create(b, loc, arith::CmpFPredicate::UGT, x, best);
      Value number =
          arith::CmpFOp::create(b, loc, arith::CmpFPredicate::ORD, best, best);
      Value none =
          arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, where,
                                constantOf(b, loc, b.getI32Type(), 0));
      Value better = arith::OrIOp::create(
          b, loc, none, arith::AndIOp::create(b, loc, beyond, number));
      if (Value inside = w.isInside(b))
        better = arith::AndIOp::create(b, loc, better, inside);
      return {arith::SelectOp::create(b, loc, better, x, best),
              arith::SelectOp::create(b, loc, better, w.position(b), where)};
    };
    b.replaceOp(op, w.gather(w.pad(adaptor.getInput(), -kInfinity), {},
                             {best, where}, step)[1]);
    return success();
  }
};

Value isWinner(Windows &w, OpBuilder &b, Location loc, Value index) {
  return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::eq, index,
                               w.position(b));
}

class MaxPoolPickLowering : public PoolLowering<nn::MaxPoolPickOp> {
public:
  using PoolLowering::PoolLowering;

  LogicalResult matchAndRewrite(nn::MaxPoolPickOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &b) const override {
    Location loc = op.getLoc();
    Type element = op.getType().getElementType();
    Windows w = windows(op, op.getInput().getType(), op.getType(), b);
    Value zeros = w.filled(constantOf(b, loc, element, 0));
    b.replaceOp(
        op,
        w.gather(w.pad(adaptor.getInput(), 0), adaptor.getIndex(), zeros,
                 [&](OpBuilder &b, ValueRange args) -> Values {
                   return {arith::SelectOp::create(
                       b, loc, isWinner(w, b, loc, args[1]), args[0], args[2])};
                 }));
    return success();
  }
};

/// `x` with elements of type `element`.
Value narrowed(OpBuilder &b, Location loc, Value x,
               ArrayRef<OpFoldResult> sizes, Type element) {
  if (cast<RankedTensorType>(x.getType()).getElementType() == element)
    return x;
  return elementwise(b, loc, sizes, element, x,
                     [&](OpBuilder &b, Location loc, ValueRange args) {
                       return toFloat(b, loc, args[0], element);
                     });
}

class MaxPoolGradLowering : public PoolLowering<nn::MaxPoolGradOp> {
public:
  using PoolLowering::PoolLowering;

  LogicalResult matchAndRewrite(nn::MaxPoolGradOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &b) const override {
    Location loc = op.getLoc();
    Type element = op.getType().getElementType();
    Type sum = accumulatorType(element);
    Windows w = windows(op, op.getType(), op.getCotangent().getType(), b);
    auto step = [&](OpBuilder &b, ValueRange args) -> Values {
      Value added =
          arith::AddFOp::create(b, loc, args[2], toFloat(b, loc, args[0], sum));
      return {arith::SelectOp::create(b, loc, isWinner(w, b, loc, args[1]),
                                      added, args[2])};
    };
    Value dx = w.crop(w.scatter({adaptor.getCotangent(), adaptor.getIndex()},
                                w.zeros(sum), step));
    b.replaceOp(
        op, narrowed(b, loc, dx, sizes.sizesOf(b, op, op.getType()), element));
    return success();
  }
};

class AvgPoolLowering : public PoolLowering<nn::AvgPoolOp> {
public:
  using PoolLowering::PoolLowering;

  LogicalResult matchAndRewrite(nn::AvgPoolOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &b) const override {
    Location loc = op.getLoc();
    Type element = op.getType().getElementType();
    Type sum = accumulatorType(element);
    Windows w = windows(op, op.getInput().getType(), op.getType(), b);
    Value zeros = w.filled(constantOf(b, loc, sum, 0));
    Value total = w.gather(w.pad(adaptor.getInput(), 0), {}, zeros,
                           [&](OpBuilder &b, ValueRange args) -> Values {
                             Value x = toFloat(b, loc, args[0], sum);
                             return {arith::AddFOp::create(b, loc, args[1], x)};
                           })
                      .front();
    Value count = constantOf(b, loc, sum, w.positions());
    b.replaceOp(op,
                elementwise(b, loc, sizes.sizesOf(b, op, op.getType()), element,
                            total,
                            [&](OpBuilder &b, Location loc, ValueRange args) {
                              Value mean =
                                  arith::DivFOp::create(b, loc, args[0], count);
                              return toFloat(b, loc, mean, element);
                            }));
    return success();
  }
};

class AvgPoolGradLowering : public PoolLowering<nn::AvgPoolGradOp> {
public:
  using PoolLowering::PoolLowering;

  LogicalResult matchAndRewrite(nn::AvgPoolGradOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &b) const override {
    Location loc = op.getLoc();
    Type element = op.getType().getElementType();
    Type sum = accumulatorType(element);
    Type small = op.getCotangent().getType();
    Windows w = windows(op, op.getType(), small, b);
    Value count = constantOf(b, loc, sum, w.positions());
    Value share = elementwise(b, loc, sizes.sizesOf(b, op, small), sum,
                              adaptor.getCotangent(),
                              [&](OpBuilder &b, Location loc, ValueRange args) {
                                Value dy = toFloat(b, loc, args[0], sum);
                                return arith::DivFOp::create(b, loc, dy, count);
                              });
    Value dx = w.crop(w.scatter(
        share, w.zeros(sum), [&](OpBuilder &b, ValueRange args) -> Values {
          return {arith::AddFOp::create(b, loc, args[1], args[0])};
        }));
    b.replaceOp(
        op, narrowed(b, loc, dx, sizes.sizesOf(b, op, op.getType()), element));
    return success();
  }
};

} // namespace

void populatePooling(RewritePatternSet &patterns, const TypeConverter &types,
                     const SizeTable &sizes) {
  patterns.add<MaxPoolLowering, MaxPoolIndexLowering, MaxPoolPickLowering,
               MaxPoolGradLowering, AvgPoolLowering, AvgPoolGradLowering>(
      types, patterns.getContext(), sizes);
}

} // namespace nnc
