//===- ConvFilter.cpp - the gradient of a convolution's filter ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tiles of filter taps by `panels` vectors of filters are summed in registers
// over the pixels of a strip: the cotangent is transposed to filters innermost
// first, the input is read as scalars. The batch is cut into a fixed number of
// chunks with sums of their own, so that the order of sums does not depend on
// threads.
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

struct FilterPlan {
  GatherAxis y, x;
  int64_t channels, filters, kernelRows, kernelColumns;
  int64_t dilationRows, dilationColumns;
  int64_t lanes, bytes;
  bool inPlace;
  /// Taps of one channel that are rows of a tile: whole kernels, else rows of
  /// it, else single taps.
  int64_t tapRows = 1, tapColumns = 1;
  int64_t tileChannels = 1, panels = 1;
  int64_t stripRows = 1;

  int64_t allPanels() const { return llvm::divideCeil(filters, lanes); }
  int64_t stripBytes(int64_t strip) const {
    int64_t source =
        inPlace ? 0 : channels * y.span(strip) * x.span(x.longestPhase());
    return bytes * (source + strip * x.outSize * allPanels() * lanes);
  }

  FilterPlan(const Convolution &conv, const ConvTarget &target)
      : y(GatherAxis::forward(conv.axes[0])),
        x(GatherAxis::forward(conv.axes[1])), channels(conv.channels),
        filters(conv.filters), kernelRows(conv.axes[0].kernel),
        kernelColumns(conv.axes[1].kernel), dilationRows(conv.axes[0].dilation),
        dilationColumns(conv.axes[1].dilation), lanes(target.lanes),
        bytes(conv.element.getIntOrFloatBitWidth() / 8),
        inPlace(ImageStrip::isInPlace(y, x)) {
    chooseTile(target);
    obey(conv.tiling);
    int64_t all = y.outSize;
    while (stripRows < all && stripBytes(stripRows + 1) <= kStripBytes)
      ++stripRows;
    stripRows = llvm::divideCeil(all, llvm::divideCeil(all, stripRows));
  }

  static TilingNumbers tile(int64_t h, int64_t w, int64_t c, int64_t v) {
    return {
        {"tap_rows", h}, {"tap_columns", w}, {"channels", c}, {"panels", v}};
  }

  SmallVector<TilingNumbers> otherTiles(const ConvTarget &target) const {
    Candidates tiles;
    forEachTile(target,
                [&](int64_t h, int64_t w, int64_t c, int64_t v, int64_t cost) {
                  tiles.add(cost, h * w * c, v, tile(h, w, c, v));
                });
    return tiles.best(tile(tapRows, tapColumns, tileChannels, panels));
  }

private:
  /// Tiles are of whole kernels, of whole rows of one, or of single taps.
  void obey(DictionaryAttr tiling) {
    int64_t h = numberIn(tiling, "tap_rows").value_or(tapRows);
    int64_t w = numberIn(tiling, "tap_columns").value_or(tapColumns);
    if ((h == kernelRows && w == kernelColumns) ||
        (h == 1 && (w == kernelColumns || w == 1))) {
      tapRows = h;
      tapColumns = w;
    }
    if (std::optional<int64_t> number = numberIn(tiling, "channels"))
      tileChannels = std::clamp<int64_t>(*number, 1, channels);
    if (std::optional<int64_t> number = numberIn(tiling, "panels"))
      panels = std::clamp<int64_t>(*number, 1, allPanels());
  }

  using Visit = void(int64_t h, int64_t w, int64_t c, int64_t v, int64_t cost);
  void forEachTile(const ConvTarget &target,
                   llvm::function_ref<Visit> visit) const {
    std::pair<int64_t, int64_t> units[] = {
        {kernelRows, kernelColumns}, {1, kernelColumns}, {1, 1}};
    for (auto [h, w] : units)
      for (int64_t v = 1; v <= std::min<int64_t>(allPanels(), 4); ++v)
        for (int64_t c = 1; c <= channels; ++c) {
          int64_t spare = v == 1 ? 2 : v + 1;
          if (h * w * c * v + spare > target.registers)
            break;
          visit(h, w, c, v,
                cost(h * w, c, v) * (kernelRows / h) * (kernelColumns / w));
        }
  }

  void chooseTile(const ConvTarget &target) {
    int64_t best = INT64_MAX;
    forEachTile(target,
                [&](int64_t h, int64_t w, int64_t c, int64_t v, int64_t cost) {
                  if (cost < best) {
                    best = cost;
                    tapRows = h;
                    tapColumns = w;
                    tileChannels = c;
                    panels = v;
                  }
                });
  }

  /// Half cycles a pixel, for all tiles.
  int64_t cost(int64_t taps, int64_t c, int64_t v) const {
    int64_t total = 0;
    auto add = [&](int64_t groups, int64_t vectors) {
      total += groups * (channels / c * tileStepCost(taps * c, vectors) +
                         tileStepCost(taps * (channels % c), vectors));
    };
    add(allPanels() / v, v);
    if (allPanels() % v)
      add(1, allPanels() % v);
    return total;
  }
};

class FilterKernel : ConvKernel {
public:
  FilterKernel(Location loc, const FilterPlan &plan, Type element, Value input,
               Value output)
      : ConvKernel(loc, element, plan.lanes), plan(plan), input(input),
        output(output) {}

  Value emit(OpBuilder &b, Value partial) {
    zero = zeros(b);
    return overChunks(
        b, output, kFilterChunks, partial,
        [&](OpBuilder &outer, Value chunk, Value from, Value to, Value sums) {
          return emitLoop(outer, loc, from, to, 1, clear(outer, chunk, sums),
                          [&](OpBuilder &inner, Value n, ValueRange carried) {
                            return SmallVector<Value>{
                                image(inner, chunk, n, carried[0])};
                          })
              .front();
        });
  }

private:
  Value clear(OpBuilder &b, Value chunk, Value partial) {
    return over(
        b, plan.channels, partial, [&](OpBuilder &b1, Value c, Value p1) {
          return over(
              b1, plan.kernelRows, p1, [&](OpBuilder &b2, Value ky, Value p2) {
                return over(b2, plan.kernelColumns, p2,
                            [&](OpBuilder &b3, Value kx, Value p3) {
                              return over(
                                  b3, plan.allPanels(), p3,
                                  [&](OpBuilder &b4, Value panel, Value p4) {
                                    return write(
                                        b4, zero, p4,
                                        {chunk, c, ky, kx,
                                         times(b4, loc, panel, plan.lanes)});
                                  });
                            });
              });
        });
  }

  Value image(OpBuilder &b, Value chunk, Value n, Value partial) {
    return emitSplit(
        b, loc, plan.y.outSize, plan.stripRows, partial,
        [&](OpBuilder &inner, Value first, int64_t rows, Value sums) {
          return strip(inner, chunk, n, first, rows, sums);
        });
  }

  Value strip(OpBuilder &b, Value chunk, Value n, Value first, int64_t rows,
              Value partial) {
    Value firstRow = times(b, loc, first, plan.y.inStep);
    ImageStrip from =
        plan.inPlace
            ? ImageStrip::inPlace(input, n, plan.x.inSize,
                                  times(b, loc, firstRow, plan.x.inSize))
            : ImageStrip::copy(b, loc, input, n, plan.y, plan.x,
                               plan.y.span(rows), firstRow, plan.lanes);
    Value cotangent = transposed(b, n, times(b, loc, first, plan.x.outSize),
                                 rows * plan.x.outSize);
    return emitSplit(
        b, loc, plan.allPanels(), plan.panels, partial,
        [&](OpBuilder &b1, Value panel, int64_t vectors, Value p1) {
          return emitSplit(
              b1, loc, plan.kernelRows, plan.tapRows, p1,
              [&](OpBuilder &b2, Value ky, int64_t, Value p2) {
                return emitSplit(
                    b2, loc, plan.kernelColumns, plan.tapColumns, p2,
                    [&](OpBuilder &b3, Value kx, int64_t, Value p3) {
                      return emitSplit(
                          b3, loc, plan.channels, plan.tileChannels, p3,
                          [&](OpBuilder &b4, Value c, int64_t count, Value p4) {
                            return tile(b4, from, cotangent, rows,
                                        {chunk, c, ky, kx}, count,
                                        times(b4, loc, panel, plan.lanes),
                                        vectors, p4);
                          });
                    });
              });
        });
  }

  /// The cotangent of a strip as [pixel][filter].
  Value transposed(OpBuilder &b, Value n, Value firstPixel, int64_t pixels) {
    Value result =
        emitLocal(b, loc, {pixels, plan.allPanels() * plan.lanes}, element);
    int64_t full = plan.filters / plan.lanes;
    if (full > 0)
      result =
          over(b, full, result, [&](OpBuilder &inner, Value panel, Value to) {
            return transposedPanel(inner, n, panel, plan.lanes, firstPixel,
                                   pixels, to);
          });
    if (full < plan.allPanels())
      result = transposedPanel(b, n, index(b, full), plan.filters % plan.lanes,
                               firstPixel, pixels, result);
    return result;
  }

  Value transposedPanel(OpBuilder &b, Value n, Value panel, int64_t filters,
                        Value firstPixel, int64_t pixels, Value to) {
    if (pixels < plan.lanes)
      return block(b, n, panel, filters, firstPixel, index(b, 0), pixels, to);
    int64_t whole = pixels / plan.lanes * plan.lanes;
    to = emitSplit(b, loc, whole, plan.lanes, to,
                   [&](OpBuilder &inner, Value at, int64_t, Value target) {
                     return block(inner, n, panel, filters, firstPixel, at,
                                  plan.lanes, target);
                   });
    if (whole < pixels)
      to = block(b, n, panel, filters, firstPixel,
                 index(b, pixels - plan.lanes), plan.lanes, to);
    return to;
  }

  Value block(OpBuilder &b, Value n, Value panel, int64_t filters,
              Value firstPixel, Value at, int64_t pixels, Value to) {
    Value filter = times(b, loc, panel, plan.lanes);
    Value pixel = plus(b, loc, firstPixel, at);
    int64_t width =
        std::min(plan.lanes, int64_t(llvm::bit_floor(uint64_t(pixels))));
    auto part = VectorType::get(width, element);
    SmallVector<Value> planes(plan.lanes, zero);
    for (int64_t f = 0; f < filters; ++f)
      for (int64_t start : coverWith(pixels, width)) {
        Value read = vector::TransferReadOp::create(
            b, loc, part, output,
            ValueRange{n, plus(b, loc, filter, f), plus(b, loc, pixel, start)},
            std::nullopt, ArrayRef<bool>{true});
        planes[f] = width == plan.lanes
                        ? read
                        : vector::InsertStridedSliceOp::create(
                              b, loc, read, planes[f], start, int64_t{1})
                              .getResult();
      }
    SmallVector<Value> rows = emitTranspose(b, loc, planes);
    for (int64_t i = 0; i < pixels; ++i)
      to = write(b, rows[i], to, {plus(b, loc, at, i), filter});
    return to;
  }

  /// Adds the products over the pixels of a strip; `at` is chunk, channel and
  /// tap of the tile's first row.
  Value tile(OpBuilder &b, const ImageStrip &from, Value cotangent,
             int64_t rows, ArrayRef<Value> at, int64_t channels, Value filter,
             int64_t vectors, Value partial) {
    SmallVector<SmallVector<Value>> places;
    SmallVector<Value> sums;
    for (int64_t c = 0; c < channels; ++c)
      for (int64_t ky = 0; ky < plan.tapRows; ++ky)
        for (int64_t kx = 0; kx < plan.tapColumns; ++kx)
          for (int64_t v = 0; v < vectors; ++v) {
            places.push_back({at[0], plus(b, loc, at[1], c),
                              plus(b, loc, at[2], ky), plus(b, loc, at[3], kx),
                              plus(b, loc, filter, v * plan.lanes)});
            sums.push_back(read(b, partial, places.back()));
          }
    Value tapAt =
        plus(b, loc, times(b, loc, at[2], plan.dilationRows * from.getWidth()),
             times(b, loc, at[3], plan.dilationColumns));
    auto pixels = [&](OpBuilder &inner, Value y, Value x, ValueRange args) {
      Value pixel = plus(inner, loc,
                         times(inner, loc, y, plan.y.inStep * from.getWidth()),
                         times(inner, loc, x, plan.x.inStep));
      pixel = plus(inner, loc, pixel, tapAt);
      Value place = plus(inner, loc, times(inner, loc, y, plan.x.outSize), x);
      SmallVector<Value> columns, next;
      for (int64_t v = 0; v < vectors; ++v)
        columns.push_back(
            read(inner, cotangent,
                 {place, plus(inner, loc, filter, v * plan.lanes)}));
      for (int64_t c = 0; c < channels; ++c)
        for (int64_t ky = 0; ky < plan.tapRows; ++ky)
          for (int64_t kx = 0; kx < plan.tapColumns; ++kx) {
            Value a =
                asVector(inner, loc,
                         from.load(inner, loc, at[1], c, pixel,
                                   ky * plan.dilationRows * from.getWidth() +
                                       kx * plan.dilationColumns),
                         plan.lanes);
            for (Value column : columns)
              next.push_back(vector::FMAOp::create(inner, loc, a, column,
                                                   args[next.size()]));
          }
      return next;
    };
    sums = emitLoop(b, loc, b.getIndexAttr(0), b.getIndexAttr(rows), 1, sums,
                    [&](OpBuilder &outer, Value y, ValueRange outerSums) {
                      return emitLoop(
                          outer, loc, outer.getIndexAttr(0),
                          outer.getIndexAttr(plan.x.outSize), 1, outerSums,
                          [&](OpBuilder &inner, Value x, ValueRange args) {
                            return pixels(inner, y, x, args);
                          });
                    });
    for (auto [sum, place] : llvm::zip_equal(sums, places))
      partial = write(b, sum, partial, place);
    return partial;
  }

  const FilterPlan &plan;
  Value input, output, zero;
};

} // namespace

bool fitsFilter(const Convolution &conv, const ConvTarget &target) {
  FilterPlan plan(conv, target);
  return plan.stripBytes(plan.stripRows) <= kMaxStripBytes;
}

ConvChoices filterChoices(const Convolution &conv, const ConvTarget &target) {
  FilterPlan plan(conv, target);
  return {FilterPlan::tile(plan.tapRows, plan.tapColumns, plan.tileChannels,
                           plan.panels),
          {plan.otherTiles(target)}};
}

Value emitFilterKernel(OpBuilder &b, const Convolution &conv,
                       const ConvTarget &target, Value input, Value output,
                       Value partial) {
  FilterPlan plan(conv, target);
  return FilterKernel(partial.getLoc(), plan, conv.element, input, output)
      .emit(b, partial);
}

} // namespace nnc::cpu
