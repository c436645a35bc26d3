//===- ConvImage.cpp - how kernels of convolutions read images ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {

Value plus(OpBuilder &b, Location loc, Value x, Value y) {
  std::optional<int64_t> left = getConstantIntValue(x);
  std::optional<int64_t> right = getConstantIntValue(y);
  if (left && right)
    return arith::ConstantIndexOp::create(b, loc, *left + *right);
  return b.createOrFold<arith::AddIOp>(loc, x, y);
}

Value plus(OpBuilder &b, Location loc, Value x, int64_t n) {
  return n == 0 ? x
                : plus(b, loc, x, arith::ConstantIndexOp::create(b, loc, n));
}

Value times(OpBuilder &b, Location loc, Value x, int64_t n) {
  if (n == 1)
    return x;
  if (std::optional<int64_t> known = getConstantIntValue(x))
    return arith::ConstantIndexOp::create(b, loc, *known * n);
  return arith::MulIOp::create(b, loc, x,
                               arith::ConstantIndexOp::create(b, loc, n));
}

Value emitSplit(
    OpBuilder &b, Location loc, int64_t count, int64_t step, Value carried,
    llvm::function_ref<Value(OpBuilder &, Value, int64_t, Value)> body) {
  int64_t whole = count / step * step;
  auto run = [&](int64_t from, int64_t to, int64_t extent) {
    if (from < to)
      carried =
          emitLoop(
              b, loc, b.getIndexAttr(from), b.getIndexAttr(to), extent, carried,
              [&](OpBuilder &inner, Value iv, ValueRange args) {
                return SmallVector<Value>{body(inner, iv, extent, args[0])};
              })
              .front();
  };
  run(0, whole, step);
  run(whole, count, count - whole);
  return carried;
}

/// No tensor.empty: that would be moved out of the loop over images, and then
/// threads would share one buffer.
Value emitLocal(OpBuilder &b, Location loc, ArrayRef<int64_t> shape,
                Type element) {
  return bufferization::AllocTensorOp::create(
      b, loc, RankedTensorType::get(shape, element), ValueRange());
}

SmallVector<int64_t> coverWith(int64_t n, int64_t width) {
  SmallVector<int64_t> starts;
  for (int64_t at = 0; at + width <= n; at += width)
    starts.push_back(at);
  if (n % width != 0)
    starts.push_back(n - width);
  return starts;
}

GatherAxis GatherAxis::forward(const ConvAxis &axis) {
  GatherAxis result{axis.input, axis.output, axis.stride, 1, axis.pad, {}};
  result.phases.push_back(
      {0, axis.output, {axis.kernel, 0, 1, 0, axis.dilation}});
  return result;
}

/// Position i of the input is reached from output o by tap k where
/// o * stride + k * dilation = i + pad: positions with the same remainder by
/// the stride have the same taps.
GatherAxis GatherAxis::transposed(const ConvAxis &axis) {
  GatherAxis result{axis.output, axis.input, 1, axis.stride, 0, {}};
  for (int64_t first = 0; first < std::min(axis.stride, axis.input); ++first) {
    Phase phase{first, (axis.input - first - 1) / axis.stride + 1, {}};
    SmallVector<int64_t> taps;
    for (int64_t k = 0; k < axis.kernel; ++k)
      if ((first + axis.pad - k * axis.dilation) % axis.stride == 0)
        taps.push_back(k);
    if (!taps.empty()) {
      auto at = [&](int64_t k) {
        return (first + axis.pad - k * axis.dilation) / axis.stride;
      };
      phase.taps = {int64_t(taps.size()), taps[0], 0, at(taps[0]), 0};
      if (taps.size() > 1) {
        phase.taps.filterStep = taps[1] - taps[0];
        phase.taps.atStep = at(taps[1]) - at(taps[0]);
      }
      result.low = std::max(result.low, -phase.taps.lastAt());
    }
    result.phases.push_back(phase);
  }
  for (Phase &phase : result.phases)
    phase.taps.at += result.low;
  return result;
}

int64_t GatherAxis::longestPhase() const {
  int64_t longest = 0;
  for (const Phase &phase : phases)
    longest = std::max(longest, phase.count);
  return longest;
}

int64_t GatherAxis::mostTaps() const {
  int64_t most = 1;
  for (const Phase &phase : phases)
    most = std::max(most, phase.taps.count);
  return most;
}

int64_t GatherAxis::span(int64_t count) const {
  int64_t last = 0;
  for (const Phase &phase : phases)
    if (phase.taps.count > 0)
      last = std::max({last, phase.taps.at, phase.taps.lastAt()});
  return (count - 1) * inStep + last + 1;
}

bool ImageStrip::isInPlace(const GatherAxis &y, const GatherAxis &x) {
  return y.low == 0 && x.low == 0 && y.span(y.longestPhase()) <= y.inSize &&
         x.span(x.longestPhase()) <= x.inSize;
}

ImageStrip ImageStrip::inPlace(Value source, Value n, int64_t width,
                               Value firstPixel) {
  ImageStrip strip;
  strip.storage = source;
  strip.n = n;
  strip.width = width;
  strip.firstPixel = firstPixel;
  return strip;
}

ImageStrip ImageStrip::copy(OpBuilder &b, Location loc, Value source, Value n,
                            const GatherAxis &y, const GatherAxis &x,
                            int64_t rows, Value firstRow, int64_t lanes) {
  ImageStrip strip;
  strip.width = x.span(x.longestPhase());
  strip.plane = rows * strip.width;
  auto type = cast<RankedTensorType>(source.getType());
  int64_t channels = type.getDimSize(1);
  Type element = type.getElementType();
  int64_t size = llvm::alignTo(channels * strip.plane, lanes);
  strip.storage = emitLocal(b, loc, {size}, element);
  const bool inBounds[] = {true};
  auto vectors = [&](int64_t width) { return VectorType::get(width, element); };
  auto vectorType = vectors(lanes);
  Value zeros = arith::ConstantOp::create(b, loc, b.getZeroAttr(vectorType));
  strip.storage = emitSplit(
      b, loc, size, lanes, strip.storage,
      [&](OpBuilder &inner, Value iv, int64_t, Value carried) -> Value {
        return vector::TransferWriteOp::create(inner, loc, zeros, carried, iv,
                                               inBounds)
            .getResult();
      });

  int64_t columns = std::min(x.inSize, strip.width - x.low);
  if (columns <= 0)
    return strip;
  // The rows of the strip that are rows of the image.
  Value zero = arith::ConstantIndexOp::create(b, loc, 0);
  Value count = arith::ConstantIndexOp::create(b, loc, rows);
  Value before = b.createOrFold<arith::SubIOp>(
      loc, arith::ConstantIndexOp::create(b, loc, y.low), firstRow);
  Value from = b.createOrFold<arith::MaxSIOp>(loc, before, zero);
  Value to = b.createOrFold<arith::MinSIOp>(loc, plus(b, loc, before, y.inSize),
                                            count);
  int64_t width = std::min(lanes, int64_t(llvm::bit_floor(uint64_t(columns))));
  strip.storage =
      emitLoop(
          b, loc, b.getIndexAttr(0), b.getIndexAttr(channels), 1, strip.storage,
          [&](OpBuilder &outer, Value channel, ValueRange outerArgs) {
            return emitLoop(
                outer, loc, getAsOpFoldResult(from), getAsOpFoldResult(to), 1,
                outerArgs, [&](OpBuilder &inner, Value row, ValueRange args) {
                  Value sourceRow =
                      inner.createOrFold<arith::SubIOp>(loc, row, before);
                  Value read = times(inner, loc, sourceRow, x.inSize);
                  Value write =
                      plus(inner, loc, times(inner, loc, channel, strip.plane),
                           times(inner, loc, row, strip.width));
                  Value storage = args[0];
                  for (int64_t at : coverWith(columns, width)) {
                    Value part = vector::TransferReadOp::create(
                        inner, loc, vectors(width), source,
                        ValueRange{n, channel, plus(inner, loc, read, at)},
                        std::nullopt, inBounds);
                    storage = vector::TransferWriteOp::create(
                                  inner, loc, part, storage,
                                  plus(inner, loc, write, x.low + at), inBounds)
                                  .getResult();
                  }
                  return SmallVector<Value>{storage};
                });
          })
          .front();
  return strip;
}

Value ImageStrip::load(OpBuilder &b, Location loc, Value channel,
                       int64_t moreChannels, Value pixel,
                       int64_t morePixels) const {
  if (n) {
    Value at = plus(b, loc, plus(b, loc, firstPixel, pixel), morePixels);
    return tensor::ExtractOp::create(
        b, loc, storage,
        ValueRange{n, plus(b, loc, channel, moreChannels), at});
  }
  Value at = plus(b, loc, times(b, loc, channel, plane), pixel);
  return tensor::ExtractOp::create(
      b, loc, storage, plus(b, loc, at, moreChannels * plane + morePixels));
}

BlockedStrip BlockedStrip::inPlace(OpBuilder &b, Location loc, Value source,
                                   const Part &part, int64_t width,
                                   Value firstPixel, bool acrossPixels) {
  BlockedStrip strip;
  strip.lanes = cast<RankedTensorType>(source.getType()).getShape().back();
  strip.storage = source;
  strip.joined = acrossPixels;
  // Such an index is taken apart again by a division, for each load.
  if (acrossPixels)
    strip.storage = tensor::CollapseShapeOp::create(
        b, loc, source, SmallVector<ReassociationIndices>{{0}, {1}, {2, 3}});
  strip.firstImage = part.firstImage;
  strip.firstBlock = part.firstBlock;
  strip.firstPixel = firstPixel;
  strip.width = width;
  return strip;
}

namespace {

/// Copies rows of blocked images, with zeros around them.
class BlockedCopy {
public:
  BlockedCopy(OpBuilder &b, Location loc, Value source,
              const BlockedStrip::Part &part, const GatherAxis &x,
              int64_t width)
      : loc(loc), source(source), part(part), width(width), low(x.low),
        inSize(x.inSize),
        columns(std::clamp<int64_t>(width - x.low, 0, x.inSize)) {
    auto type = cast<RankedTensorType>(source.getType());
    vector = VectorType::get(type.getShape().back(), type.getElementType());
    zeros = arith::ConstantOp::create(b, loc, b.getZeroAttr(vector));
    lane = arith::ConstantIndexOp::create(b, loc, 0);
  }

  /// Rows [from, to) of the copy are rows of the image, `before` further up
  /// there; the others are zeros.
  Value image(OpBuilder &b, Value n, Value block, Value from, Value to,
              Value before, Value storage) {
    Value rows = arith::ConstantIndexOp::create(b, loc, part.rows);
    storage = overRows(b, lane, from, storage,
                       [&](OpBuilder &inner, Value at, Value, Value target) {
                         return clear(inner, n, block, at, width, target);
                       });
    storage = overRows(
        b, from, to, storage,
        [&](OpBuilder &inner, Value at, Value row, Value target) {
          target = clear(inner, n, block, at, low, target);
          Value sourceRow = inner.createOrFold<arith::SubIOp>(loc, row, before);
          target = copy(inner, n, block, times(inner, loc, sourceRow, inSize),
                        plus(inner, loc, at, low), target);
          return clear(inner, n, block, plus(inner, loc, at, low + columns),
                       width - low - columns, target);
        });
    return overRows(b, to, rows, storage,
                    [&](OpBuilder &inner, Value at, Value, Value target) {
                      return clear(inner, n, block, at, width, target);
                    });
  }

private:
  Value overRows(
      OpBuilder &b, Value from, Value to, Value storage,
      llvm::function_ref<Value(OpBuilder &, Value at, Value row, Value)> body) {
    return emitLoop(b, loc, getAsOpFoldResult(from), getAsOpFoldResult(to), 1,
                    storage,
                    [&](OpBuilder &inner, Value row, ValueRange args) {
                      Value at = times(inner, loc, row, width);
                      return SmallVector<Value>{body(inner, at, row, args[0])};
                    })
        .front();
  }

  Value clear(OpBuilder &b, Value n, Value block, Value at, int64_t count,
              Value storage) {
    return emitSplit(b, loc, std::max<int64_t>(count, 0), 1, storage,
                     [&](OpBuilder &inner, Value iv, int64_t, Value target) {
                       return write(inner, zeros, n, block,
                                    plus(inner, loc, at, iv), target);
                     });
  }

  Value copy(OpBuilder &b, Value n, Value block, Value from, Value at,
             Value storage) {
    Value image = plus(b, loc, part.firstImage, n);
    Value panel = plus(b, loc, part.firstBlock, block);
    return emitSplit(
        b, loc, columns, 1, storage,
        [&](OpBuilder &inner, Value iv, int64_t, Value target) {
          Value read = vector::TransferReadOp::create(
              inner, loc, vector, source,
              ValueRange{image, panel, plus(inner, loc, from, iv), lane},
              std::nullopt, ArrayRef<bool>{true});
          return write(inner, read, n, block, plus(inner, loc, at, iv), target);
        });
  }

  Value write(OpBuilder &b, Value value, Value n, Value block, Value pixel,
              Value storage) {
    Value at = times(b, loc, pixel, vector.getDimSize(0));
    return vector::TransferWriteOp::create(b, loc, value, storage,
                                           ValueRange{n, block, at},
                                           ArrayRef<bool>{true})
        .getResult();
  }

  Location loc;
  Value source, zeros, lane;
  const BlockedStrip::Part &part;
  int64_t width, low, inSize, columns;
  VectorType vector;
};

} // namespace

BlockedStrip BlockedStrip::copy(OpBuilder &b, Location loc, Value source,
                                const Part &part, const GatherAxis &y,
                                const GatherAxis &x) {
  BlockedStrip strip;
  strip.width = x.span(x.longestPhase());
  auto type = cast<RankedTensorType>(source.getType());
  strip.lanes = type.getShape().back();
  strip.storage = emitLocal(
      b, loc,
      {part.mostImages, part.blocks, part.rows * strip.width * strip.lanes},
      type.getElementType());
  Value zero = arith::ConstantIndexOp::create(b, loc, 0);
  Value rows = arith::ConstantIndexOp::create(b, loc, part.rows);
  Value before = b.createOrFold<arith::SubIOp>(
      loc, arith::ConstantIndexOp::create(b, loc, y.low), part.firstRow);
  Value from = b.createOrFold<arith::MaxSIOp>(loc, before, zero);
  from = b.createOrFold<arith::MinSIOp>(loc, from, rows);
  Value to =
      b.createOrFold<arith::MinSIOp>(loc, plus(b, loc, before, y.inSize), rows);
  to = b.createOrFold<arith::MaxSIOp>(loc, to, from);
  BlockedCopy copy(b, loc, source, part, x, strip.width);
  strip.storage =
      emitLoop(b, loc, b.getIndexAttr(0), part.images, 1, strip.storage,
               [&](OpBuilder &outer, Value n, ValueRange args) {
                 return SmallVector<Value>{emitSplit(
                     outer, loc, part.blocks, 1, args[0],
                     [&](OpBuilder &inner, Value block, int64_t, Value target) {
                       return copy.image(inner, n, block, from, to, before,
                                         target);
                     })};
               })
          .front();
  return strip;
}

Value BlockedStrip::load(OpBuilder &b, Location loc, Value image, Value block,
                         Value pixel, int64_t morePixels, Value lane,
                         int64_t moreLanes) const {
  auto from = [&](Value first, Value more) {
    return first ? plus(b, loc, first, more) : more;
  };
  if (!joined)
    return tensor::ExtractOp::create(
        b, loc, storage,
        ValueRange{from(firstImage, image), from(firstBlock, block),
                   plus(b, loc, from(firstPixel, pixel), morePixels),
                   plus(b, loc, lane, moreLanes)});
  Value at = plus(b, loc, times(b, loc, from(firstPixel, pixel), lanes), lane);
  return tensor::ExtractOp::create(
      b, loc, storage,
      ValueRange{from(firstImage, image), from(firstBlock, block),
                 plus(b, loc, at, morePixels * lanes + moreLanes)});
}

Value BlockedStrip::loadPixel(OpBuilder &b, Location loc, Value image,
                              Value block, Value pixel,
                              int64_t morePixels) const {
  auto from = [&](Value first, Value more) {
    return first ? plus(b, loc, first, more) : more;
  };
  Value at = plus(b, loc, from(firstPixel, pixel), morePixels);
  SmallVector<Value> place{from(firstImage, image), from(firstBlock, block),
                           joined ? times(b, loc, at, lanes) : at};
  if (!joined)
    place.push_back(arith::ConstantIndexOp::create(b, loc, 0));
  return vector::TransferReadOp::create(
      b, loc, VectorType::get(lanes, getElementTypeOrSelf(storage.getType())),
      storage, place, std::nullopt, ArrayRef<bool>{true});
}

} // namespace nnc::cpu
