//===- ConvDepthwise.cpp - a filter for each channel ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lanes are channels: a tap is one vector of the filter, times the vectors
// of some neighbours in a row, whatever the stride. The gradient of the input
// is the same with the taps the other way round, in phases where there is a
// stride. That of the filter keeps a vector of sums for each tap.
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
  int64_t blocks, lanes, bytes;
  bool inPlace;
  int64_t columns, stripRows = 1; // of each phase

  DepthwisePlan(const Convolution &conv, const ConvTarget &target)
      : y(axisOf(conv, 0)), x(axisOf(conv, 1)),
        blocks(conv.channels / target.lanes), lanes(target.lanes),
        bytes(conv.element.getIntOrFloatBitWidth() / 8),
        inPlace(ImageStrip::isInPlace(y, x)) {
    // Tiles of about one width.
    int64_t width = std::max<int64_t>(x.longestPhase(), 1);
    int64_t height = std::max<int64_t>(y.longestPhase(), 1);
    int64_t tiles = llvm::divideCeil(width, target.registers - 4);
    columns = llvm::divideCeil(width, tiles);
    while (stripRows < height && stripBytes(stripRows + 1) <= kStripBytes)
      ++stripRows;
    stripRows = llvm::divideCeil(height, llvm::divideCeil(height, stripRows));
    if (std::optional<int64_t> number = numberIn(conv.tiling, "columns"))
      columns = std::clamp<int64_t>(*number, 1, width);
    std::optional<int64_t> number = numberIn(conv.tiling, "strip_rows");
    if (number &&
        stripBytes(std::clamp<int64_t>(*number, 1, height)) <= kMaxStripBytes)
      stripRows = std::clamp<int64_t>(*number, 1, height);
  }

  static GatherAxis axisOf(const Convolution &conv, unsigned number) {
    const ConvAxis &axis = conv.axes[number];
    return conv.result == ConvPart::Input ? GatherAxis::transposed(axis)
                                          : GatherAxis::forward(axis);
  }

  int64_t stripBytes(int64_t rows) const {
    return inPlace ? 0
                   : bytes * lanes * y.span(rows) * x.span(x.longestPhase());
  }

  /// A strip of one block of an image; rows of the source from `firstRow` on.
  BlockedStrip strip(OpBuilder &b, Location loc, Value source, Value n,
                     Value block, int64_t rows, Value firstRow) const {
    BlockedStrip::Part part{n, block,        b.getIndexAttr(1), 1,
                            1, y.span(rows), firstRow};
    if (!inPlace)
      return BlockedStrip::copy(b, loc, source, part, y, x);
    return BlockedStrip::inPlace(b, loc, source, part, x.inSize,
                                 times(b, loc, firstRow, x.inSize), false);
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
                 return SmallVector<Value>{
                     strips(inner, n, block, args.front())};
               },
               /*parallel=*/true)
        .front();
  }

private:
  /// Where a tile reads and writes.
  struct Strip {
    BlockedStrip from;
    Value n, block, first;
    SmallVector<Value> channels; // inputs of the epilogue
  };

  /// Strips that are whole in every phase, then the rest.
  Value strips(OpBuilder &b, Value n, Value block, Value results) {
    int64_t shortest = plan.y.longestPhase();
    for (const Phase &phase : plan.y.phases)
      shortest = std::min(shortest, phase.count);
    int64_t whole = shortest / plan.stripRows * plan.stripRows;
    auto counts = [&](int64_t first) {
      return llvm::map_to_vector(plan.y.phases, [&](const Phase &phase) {
        return std::clamp<int64_t>(phase.count - first, 0, plan.stripRows);
      });
    };
    results = emitSplit(b, loc, whole, plan.stripRows, results,
                        [&](OpBuilder &inner, Value first, int64_t, Value to) {
                          return strip(inner, n, block, first, counts(0), to);
                        });
    for (; whole < plan.y.longestPhase(); whole += plan.stripRows)
      results = strip(b, n, block, index(b, whole), counts(whole), results);
    return results;
  }

  /// `counts` rows of each phase from row `first` of it on.
  Value strip(OpBuilder &b, Value n, Value block, Value first,
              ArrayRef<int64_t> counts, Value results) {
    Strip strip{plan.strip(b, loc, source, n, block, *llvm::max_element(counts),
                           times(b, loc, first, plan.y.inStep)),
                n,
                block,
                first,
                {}};
    Value channel = times(b, loc, block, plan.lanes);
    strip.channels =
        channelInputs([&](Value input) { return read(b, input, channel); });
    for (size_t i = 0; i < counts.size(); ++i)
      for (const Phase &across : plan.x.phases)
        results = over(
            b, counts[i], results,
            [&](OpBuilder &outer, Value y, Value carried) {
              return emitSplit(
                  outer, loc, across.count, plan.columns, carried,
                  [&](OpBuilder &inner, Value x, int64_t columns, Value to) {
                    return tile(inner, strip, plan.y.phases[i], across, y, x,
                                columns, to);
                  });
            });
    return results;
  }

  Value tile(OpBuilder &b, const Strip &strip, const Phase &down,
             const Phase &across, Value y, Value x, int64_t columns,
             Value results) {
    auto position = [&](OpBuilder &inner, Value at, const GatherAxis &axis,
                        const Taps &taps, Value tap) {
      Value moved = times(inner, loc, tap, taps.atStep);
      return plus(inner, loc,
                  plus(inner, loc, times(inner, loc, at, axis.inStep), taps.at),
                  moved);
    };
    auto weightOf = [&](OpBuilder &inner, const Taps &taps, Value tap) {
      return plus(inner, loc, times(inner, loc, tap, taps.filterStep),
                  taps.filter);
    };
    auto loop = [&](OpBuilder &outer, int64_t count, ValueRange carried,
                    LoopBody body) {
      return emitLoop(outer, loc, outer.getIndexAttr(0),
                      outer.getIndexAttr(count), 1, carried, body);
    };
    SmallVector<Value> sums = loop(
        b, down.taps.count, SmallVector<Value>(columns, zero),
        [&](OpBuilder &outer, Value tapY, ValueRange outerSums) {
          Value ky = weightOf(outer, down.taps, tapY);
          Value line =
              times(outer, loc, position(outer, y, plan.y, down.taps, tapY),
                    strip.from.getWidth());
          return loop(outer, across.taps.count, outerSums,
                      [&](OpBuilder &inner, Value tapX, ValueRange args) {
                        Value kx = weightOf(inner, across.taps, tapX);
                        Value pixel =
                            plus(inner, loc, line,
                                 position(inner, x, plan.x, across.taps, tapX));
                        Value weight = read(
                            inner, filter, {strip.block, lane0, ky, kx, lane0});
                        SmallVector<Value> next;
                        for (int64_t j = 0; j < columns; ++j)
                          next.push_back(vector::FMAOp::create(
                              inner, loc,
                              strip.from.loadPixel(inner, loc, lane0, lane0,
                                                   pixel, j * plan.x.inStep),
                              weight, args[j]));
                        return next;
                      });
        });
    Value row = times(b, loc, plus(b, loc, strip.first, y), plan.y.outStep);
    Value at = times(b, loc, plus(b, loc, row, down.first), plan.x.outSize);
    at = plus(b, loc, at, times(b, loc, x, plan.x.outStep));
    for (int64_t j = 0; j < columns; ++j) {
      SmallVector<Value> place{
          strip.n, strip.block,
          plus(b, loc, at, across.first + j * plan.x.outStep), lane0};
      results =
          write(b, finish(b, sums[j], strip.channels, place), results, place);
    }
    return results;
  }

  const DepthwisePlan &plan;
  Value source, filter, zero, lane0;
};

/// Registers that are not sums: a pixel's cotangents, and what is read.
constexpr int64_t kSpareRegisters = 4;

class DepthwiseFilterKernel : ConvKernel {
public:
  DepthwiseFilterKernel(Location loc, const Convolution &conv,
                        const DepthwisePlan &plan, const ConvTarget &target,
                        Value input, Value output)
      : ConvKernel(loc, conv.element, plan.lanes), plan(plan),
        down(conv.axes[0]), across(conv.axes[1]),
        tapRows(std::min(down.kernel,
                         (target.registers - kSpareRegisters) / across.kernel)),
        input(input), output(output) {}

  Value emit(OpBuilder &b, Value partial) {
    lane0 = index(b, 0);
    return overChunks(
        b, output, kFilterChunks, partial,
        [&](OpBuilder &inner, Value chunk, Value from, Value to,
            Value carried) {
          return over(inner, plan.blocks, carried,
                      [&](OpBuilder &nested, Value block, Value target) {
                        return images(nested, chunk, from, to, block, target);
                      });
        });
  }

private:
  Value images(OpBuilder &b, Value chunk, Value from, Value to, Value block,
               Value partial) {
    SmallVector<Value> sums(down.kernel * across.kernel, zeros(b));
    sums = emitLoop(b, loc, from, to, 1, sums,
                    [&](OpBuilder &inner, Value n, ValueRange args) {
                      return strips(inner, n, block, args);
                    });
    for (auto [tap, sum] : llvm::enumerate(sums))
      partial = write(b, sum, partial,
                      {chunk, block, lane0, index(b, tap / across.kernel),
                       index(b, tap % across.kernel), lane0});
    return partial;
  }

  SmallVector<Value> strips(OpBuilder &b, Value n, Value block,
                            ValueRange sums) {
    int64_t whole = plan.y.outSize / plan.stripRows * plan.stripRows;
    auto run = [&](int64_t from, int64_t to, int64_t rows, ValueRange carried) {
      return emitLoop(b, loc, b.getIndexAttr(from), b.getIndexAttr(to), rows,
                      carried,
                      [&](OpBuilder &inner, Value first, ValueRange args) {
                        return strip(inner, n, block, first, rows, args);
                      });
    };
    SmallVector<Value> values = run(0, whole, plan.stripRows, sums);
    return run(whole, plan.y.outSize, plan.y.outSize - whole, values);
  }

  /// Adds the sums of a strip, so that no sum of single products is long.
  SmallVector<Value> strip(OpBuilder &b, Value n, Value block, Value first,
                           int64_t rows, ValueRange sums) {
    BlockedStrip from = plan.strip(b, loc, input, n, block, rows,
                                   times(b, loc, first, plan.y.inStep));
    Value firstPixel = times(b, loc, first, plan.x.outSize);
    SmallVector<Value> result;
    for (int64_t ky = 0; ky < down.kernel; ky += tapRows) {
      int64_t count = std::min(tapRows, down.kernel - ky);
      SmallVector<Value> own(count * across.kernel, zeros(b));
      auto loop = [&](OpBuilder &outer, int64_t size, ValueRange carried,
                      LoopBody body) {
        return emitLoop(outer, loc, outer.getIndexAttr(0),
                        outer.getIndexAttr(size), 1, carried, body);
      };
      own = loop(b, rows, own, [&](OpBuilder &outer, Value y, ValueRange args) {
        return loop(outer, plan.x.outSize, args,
                    [&](OpBuilder &inner, Value x, ValueRange innerArgs) {
                      return pixel(inner, from, n, block, firstPixel, ky, count,
                                   y, x, innerArgs);
                    });
      });
      for (Value sum : own)
        result.push_back(
            arith::AddFOp::create(b, loc, sums[result.size()], sum));
    }
    return result;
  }

  /// The products of one pixel with rows [ky, ky + count) of taps.
  SmallVector<Value> pixel(OpBuilder &b, const BlockedStrip &from, Value n,
                           Value block, Value firstPixel, int64_t ky,
                           int64_t count, Value y, Value x, ValueRange sums) {
    Value at = plus(b, loc, times(b, loc, y, plan.x.outSize), x);
    Value cotangent =
        read(b, output, {n, block, plus(b, loc, firstPixel, at), lane0});
    Value place =
        plus(b, loc, times(b, loc, y, plan.y.inStep * from.getWidth()),
             times(b, loc, x, plan.x.inStep));
    SmallVector<Value> next;
    for (int64_t j = 0; j < count; ++j)
      for (int64_t kx = 0; kx < across.kernel; ++kx) {
        int64_t moved =
            (ky + j) * down.dilation * from.getWidth() + kx * across.dilation;
        Value value = from.loadPixel(b, loc, lane0, lane0, place, moved);
        next.push_back(
            vector::FMAOp::create(b, loc, value, cotangent, sums[next.size()]));
      }
    return next;
  }

  const DepthwisePlan &plan;
  const ConvAxis &down, &across;
  int64_t tapRows;
  Value input, output, lane0;
};

} // namespace

bool fitsDepthwise(const Convolution &conv, const ConvTarget &target) {
  return conv.channels % target.lanes == 0 &&
         DepthwisePlan(conv, target).stripBytes(1) <= kMaxStripBytes;
}

ConvChoices depthwiseChoices(const Convolution &conv,
                             const ConvTarget &target) {
  DepthwisePlan plan(conv, target);
  int64_t widest = std::min(plan.x.longestPhase(), target.registers - 4);
  return {{{"columns", plan.columns}, {"strip_rows", plan.stripRows}},
          {around("columns", plan.columns, widest),
           around("strip_rows", plan.stripRows, plan.y.longestPhase())}};
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

bool fitsDepthwiseFilter(const Convolution &conv, const ConvTarget &target) {
  return fitsDepthwise(conv, target) &&
         conv.axes[1].kernel <= target.registers - kSpareRegisters;
}

Value emitDepthwiseFilterKernel(OpBuilder &b, const Convolution &conv,
                                const ConvTarget &target, Value input,
                                Value output, Value partial) {
  DepthwisePlan plan(conv, target);
  return DepthwiseFilterKernel(partial.getLoc(), conv, plan, target, input,
                               output)
      .emit(b, partial);
}

} // namespace nnc::cpu
