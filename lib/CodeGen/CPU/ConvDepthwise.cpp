//===- ConvDepthwise.cpp - a filter for each channel ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lanes are channels: a tap is one vector of the filter, times the vectors
// of some neighbours in a row, whatever the stride.
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

struct DepthwisePlan {
  GatherAxis y, x;
  ConvAxis down, across;
  int64_t blocks, lanes, bytes;
  bool inPlace;
  int64_t columns, stripRows = 1;

  DepthwisePlan(const Convolution &conv, const ConvTarget &target)
      : y(GatherAxis::forward(conv.axes[0])),
        x(GatherAxis::forward(conv.axes[1])), down(conv.axes[0]),
        across(conv.axes[1]), blocks(conv.channels / target.lanes),
        lanes(target.lanes), bytes(conv.element.getIntOrFloatBitWidth() / 8),
        inPlace(ImageStrip::isInPlace(y, x)) {
    // Tiles of about one width.
    int64_t tiles = llvm::divideCeil(x.outSize, target.registers - 4);
    columns = llvm::divideCeil(x.outSize, tiles);
    while (stripRows < y.outSize && stripBytes(stripRows + 1) <= kStripBytes)
      ++stripRows;
    stripRows =
        llvm::divideCeil(y.outSize, llvm::divideCeil(y.outSize, stripRows));
    if (std::optional<int64_t> number = numberIn(conv.tiling, "columns"))
      columns = std::clamp<int64_t>(*number, 1, x.outSize);
    std::optional<int64_t> number = numberIn(conv.tiling, "strip_rows");
    if (number && stripBytes(std::clamp<int64_t>(*number, 1, y.outSize)) <=
                      kMaxStripBytes)
      stripRows = std::clamp<int64_t>(*number, 1, y.outSize);
  }

  int64_t stripBytes(int64_t rows) const {
    return inPlace ? 0
                   : bytes * lanes * y.span(rows) * x.span(x.longestPhase());
  }
};

class DepthwiseKernel : ConvKernel {
public:
  DepthwiseKernel(Location loc, const DepthwisePlan &plan, Type element,
                  const ConvEpilogue *epilogue, Value source, Value filter,
                  ValueRange inputs)
      : ConvKernel(loc, element, plan.lanes, epilogue, inputs), plan(plan),
        source(source), filter(filter) {}

  Value emit(OpBuilder &b, Value results) {
    zero = zeros(b);
    lane0 = index(b, 0);
    Value batch =
        getValueOrCreateConstantIndexOp(b, loc, sizeOf(b, loc, results, 0));
    Value blocks = index(b, plan.blocks);
    Value all = arith::MulIOp::create(b, loc, batch, blocks);
    return emitLoop(
               b, loc, b.getIndexAttr(0), getAsOpFoldResult(all), 1, results,
               [&](OpBuilder &inner, Value iv, ValueRange args) {
                 Value n = arith::DivUIOp::create(inner, loc, iv, blocks);
                 Value block = arith::RemUIOp::create(inner, loc, iv, blocks);
                 return SmallVector<Value>{emitSplit(
                     inner, loc, plan.y.outSize, plan.stripRows, args[0],
                     [&](OpBuilder &nested, Value row, int64_t rows, Value to) {
                       return strip(nested, n, block, row, rows, to);
                     })};
               },
               /*parallel=*/true)
        .front();
  }

private:
  /// Where a tile reads and writes.
  struct Strip {
    BlockedStrip from;
    Value n, block, firstPixel;
    SmallVector<Value> channels; // inputs of the epilogue
  };

  Value strip(OpBuilder &b, Value n, Value block, Value first, int64_t rows,
              Value results) {
    Value firstRow = times(b, loc, first, plan.down.stride);
    BlockedStrip::Part part{
        n, block, b.getIndexAttr(1), 1, 1, plan.y.span(rows), firstRow};
    Strip strip{plan.inPlace
                    ? BlockedStrip::inPlace(
                          b, loc, source, part, plan.x.inSize,
                          times(b, loc, firstRow, plan.x.inSize), false)
                    : BlockedStrip::copy(b, loc, source, part, plan.y, plan.x),
                n,
                block,
                times(b, loc, first, plan.x.outSize),
                {}};
    Value channel = times(b, loc, block, plan.lanes);
    strip.channels =
        channelInputs([&](Value input) { return read(b, input, channel); });
    return over(
        b, rows, results, [&](OpBuilder &outer, Value y, Value carried) {
          return emitSplit(
              outer, loc, plan.x.outSize, plan.columns, carried,
              [&](OpBuilder &inner, Value x, int64_t columns, Value to) {
                return tile(inner, strip, y, x, columns, to);
              });
        });
  }

  Value tile(OpBuilder &b, const Strip &strip, Value y, Value x,
             int64_t columns, Value results) {
    Value row = times(b, loc, y, plan.down.stride);
    Value column = times(b, loc, x, plan.across.stride);
    auto loop = [&](OpBuilder &outer, int64_t count, ValueRange carried,
                    LoopBody body) {
      return emitLoop(outer, loc, outer.getIndexAttr(0),
                      outer.getIndexAttr(count), 1, carried, body);
    };
    SmallVector<Value> sums = loop(
        b, plan.down.kernel, SmallVector<Value>(columns, zero),
        [&](OpBuilder &outer, Value ky, ValueRange outerSums) {
          Value line =
              plus(outer, loc, row, times(outer, loc, ky, plan.down.dilation));
          line = times(outer, loc, line, strip.from.getWidth());
          return loop(
              outer, plan.across.kernel, outerSums,
              [&](OpBuilder &inner, Value kx, ValueRange args) {
                Value pixel = plus(inner, loc, plus(inner, loc, line, column),
                                   times(inner, loc, kx, plan.across.dilation));
                Value weight =
                    read(inner, filter, {strip.block, lane0, ky, kx, lane0});
                SmallVector<Value> next;
                for (int64_t j = 0; j < columns; ++j)
                  next.push_back(vector::FMAOp::create(
                      inner, loc,
                      strip.from.loadPixel(inner, loc, lane0, lane0, pixel,
                                           j * plan.across.stride),
                      weight, args[j]));
                return next;
              });
        });
    Value at = plus(b, loc, times(b, loc, y, plan.x.outSize), x);
    at = plus(b, loc, strip.firstPixel, at);
    for (int64_t j = 0; j < columns; ++j) {
      SmallVector<Value> place{strip.n, strip.block, plus(b, loc, at, j),
                               lane0};
      results =
          write(b, finish(b, sums[j], strip.channels, place), results, place);
    }
    return results;
  }

  const DepthwisePlan &plan;
  Value source, filter, zero, lane0;
};

} // namespace

bool fitsDepthwise(const Convolution &conv, const ConvTarget &target) {
  return conv.channels % target.lanes == 0 &&
         DepthwisePlan(conv, target).stripBytes(1) <= kMaxStripBytes;
}

ConvChoices depthwiseChoices(const Convolution &conv,
                             const ConvTarget &target) {
  DepthwisePlan plan(conv, target);
  int64_t widest = std::min(plan.x.outSize, target.registers - 4);
  return {{{"columns", plan.columns}, {"strip_rows", plan.stripRows}},
          {around("columns", plan.columns, widest),
           around("strip_rows", plan.stripRows, plan.y.outSize)}};
}

Value emitDepthwiseKernel(OpBuilder &b, const Convolution &conv,
                          const ConvTarget &target,
                          const ConvEpilogue *epilogue, Value source,
                          Value filter, ValueRange inputs, Value results) {
  DepthwisePlan plan(conv, target);
  return DepthwiseKernel(results.getLoc(), plan, conv.element, epilogue, source,
                         filter, inputs)
      .emit(b, results);
}

} // namespace nnc::cpu
