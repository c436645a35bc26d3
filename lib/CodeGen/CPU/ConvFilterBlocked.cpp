//===- ConvFilterBlocked.cpp - gradient of a filter from blocked images ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For one block of channels and one row of the kernel, the taps of a row and
// the lanes of the block are neighbours in a blocked image: tap and lane number
// m of pixel p stands at (p * stride) * lanes + m. Tiles of `rows` of these by
// `panels` vectors of filters are summed in registers over the pixels of
// several small images, or of a strip of a large one, and then added to the
// result: so sums of many pixels are blocked, too.
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

/// Pixels that a tile is summed over; what a strip's cotangents may take in the
/// second-level cache; and the size of a filter that has parts enough.
constexpr int64_t kPixels = 400, kCotangentBytes = 256 << 10,
                  kLargeFilter = 1 << 17;

struct BlockedFilterPlan {
  GatherAxis y, x;
  int64_t blocks, kernelRows, kernelColumns, dilationRows;
  int64_t lanes, bytes, allPanels;
  int64_t chunks;
  bool inPlace;
  int64_t rows = 1, panels = 1;      // of a tile
  int64_t images = 1, stripRows = 1; // summed at once
  int64_t panelBlock = 1;

  /// Rows of all tiles of a block of channels and a row of the kernel.
  int64_t allRows() const { return kernelColumns * lanes; }
  int64_t copyBytes() const {
    return inPlace ? 0
                   : bytes * lanes * images * y.span(stripRows) *
                         x.span(x.longestPhase());
  }

  BlockedFilterPlan(const Convolution &conv, const ConvTarget &target)
      : y(GatherAxis::forward(conv.axes[0])),
        x(GatherAxis::forward(conv.axes[1])),
        blocks(conv.channels / target.lanes), kernelRows(conv.axes[0].kernel),
        kernelColumns(conv.axes[1].kernel), dilationRows(conv.axes[0].dilation),
        lanes(target.lanes), bytes(conv.element.getIntOrFloatBitWidth() / 8),
        allPanels(conv.filters / target.lanes),
        chunks(blockedFilterChunks(conv)),
        inPlace(ImageStrip::isInPlace(y, x)) {
    chooseTile(target);
    auto obey = [&](StringRef name, int64_t &value, int64_t most) {
      if (std::optional<int64_t> number = numberIn(conv.tiling, name))
        value = std::clamp<int64_t>(*number, 1, most);
    };
    obey("rows", rows, allRows());
    obey("panels", panels, allPanels);
    stripRows = std::clamp<int64_t>(kPixels / x.outSize, 1, y.outSize);
    stripRows =
        llvm::divideCeil(y.outSize, llvm::divideCeil(y.outSize, stripRows));
    images = std::max<int64_t>(kPixels / (x.outSize * y.outSize), 1);
    int64_t cotangents = images * stripRows * x.outSize * lanes * bytes;
    // One chunk: blocks of panels are what threads share.
    int64_t most = chunks == 1 ? llvm::divideCeil(allPanels, 4) : allPanels;
    panelBlock = std::clamp<int64_t>(kCotangentBytes / cotangents, 1, most);
    panelBlock =
        std::min<int64_t>(llvm::alignTo(panelBlock, panels), allPanels);
    obey("panel_block", panelBlock, allPanels);
  }

  static TilingNumbers tile(int64_t m, int64_t v) {
    return {{"rows", m}, {"panels", v}};
  }

  SmallVector<SmallVector<TilingNumbers>>
  alternatives(const ConvTarget &target) const {
    Candidates tiles;
    forEachTile(target, [&](int64_t m, int64_t v, int64_t cost) {
      tiles.add(cost, m, v, tile(m, v));
    });
    return {tiles.best(tile(rows, panels)),
            around("panel_block", panelBlock, allPanels)};
  }

private:
  /// Tiles and their half cycles a pixel.
  using Visit = void(int64_t m, int64_t v, int64_t cost);
  void forEachTile(const ConvTarget &target,
                   llvm::function_ref<Visit> visit) const {
    for (int64_t v = 1; v <= std::min<int64_t>(allPanels, 4); ++v)
      for (int64_t m = 1; m <= allRows(); ++m) {
        int64_t spare = v == 1 ? 2 : v + 1;
        if (m * v + spare > target.registers)
          break;
        auto cost = [&](int64_t vectors) {
          return allRows() / m * tileStepCost(m, vectors) +
                 tileStepCost(allRows() % m, vectors);
        };
        int64_t now = allPanels / v * cost(v);
        if (allPanels % v)
          now += cost(allPanels % v);
        visit(m, v, now);
      }
  }

  void chooseTile(const ConvTarget &target) {
    int64_t best = INT64_MAX;
    forEachTile(target, [&](int64_t m, int64_t v, int64_t cost) {
      if (cost < best) {
        best = cost;
        rows = m;
        panels = v;
      }
    });
  }
};

class BlockedFilterKernel : ConvKernel {
public:
  BlockedFilterKernel(Location loc, const BlockedFilterPlan &plan, Type element,
                      Value input, Value output)
      : ConvKernel(loc, element, plan.lanes), plan(plan), input(input),
        output(output) {}

  Value emit(OpBuilder &b, Value partial) {
    lane0 = index(b, 0);
    return overChunks(b, output, plan.chunks, partial,
                      [&](OpBuilder &inner, Value chunk, Value from, Value to,
                          Value carried) {
                        return panelBlocks(inner, chunk, from, to, carried);
                      });
  }

private:
  /// The images, cotangents and results of a part.
  struct Part {
    Value chunk, firstImage;
    OpFoldResult images;
    Value block;
    BlockedStrip from;
    Value firstPixel; // of the cotangents
    int64_t lines;
  };

  Value panelBlocks(OpBuilder &b, Value chunk, Value from, Value to,
                    Value partial) {
    int64_t whole = plan.allPanels / plan.panelBlock * plan.panelBlock;
    auto run = [&](int64_t first, int64_t last, int64_t count) {
      if (first == last)
        return;
      partial = emitLoop(
                    b, loc, b.getIndexAttr(first), b.getIndexAttr(last), count,
                    partial,
                    [&](OpBuilder &inner, Value panel, ValueRange args) {
                      Value sums = clear(inner, chunk, panel, count, args[0]);
                      return SmallVector<Value>{imageGroups(
                          inner, chunk, from, to, panel, count, sums)};
                    },
                    /*parallel=*/plan.chunks == 1)
                    .front();
    };
    run(0, whole, plan.panelBlock);
    run(whole, plan.allPanels, plan.allPanels - whole);
    return partial;
  }

  Value clear(OpBuilder &b, Value chunk, Value panel, int64_t count,
              Value partial) {
    Value zero = zeros(b);
    return over(b, count, partial, [&](OpBuilder &b1, Value p, Value v1) {
      Value at = plus(b1, loc, panel, p);
      return over(b1, plan.blocks * plan.lanes, v1,
                  [&](OpBuilder &b2, Value channel, Value v2) {
                    return over(b2, plan.kernelRows, v2,
                                [&](OpBuilder &b3, Value ky, Value v3) {
                                  return over(
                                      b3, plan.kernelColumns, v3,
                                      [&](OpBuilder &b4, Value kx, Value v4) {
                                        return write(b4, zero, v4,
                                                     {chunk, at, channel, ky,
                                                      kx, lane0});
                                      });
                                });
                  });
    });
  }

  Value imageGroups(OpBuilder &b, Value chunk, Value from, Value to,
                    Value panel, int64_t panels, Value partial) {
    return emitLoop(b, loc, from, to, plan.images, partial,
                    [&](OpBuilder &inner, Value n, ValueRange args) {
                      Part part;
                      part.chunk = chunk;
                      part.firstImage = n;
                      part.images = inner.getIndexAttr(1);
                      if (plan.images > 1) {
                        Value left = arith::SubIOp::create(inner, loc, to, n);
                        part.images =
                            arith::MinUIOp::create(inner, loc, left,
                                                   index(inner, plan.images))
                                .getResult();
                      }
                      return SmallVector<Value>{emitSplit(
                          inner, loc, plan.y.outSize, plan.stripRows, args[0],
                          [&](OpBuilder &nested, Value row, int64_t lines,
                              Value sums) {
                            return strip(nested, part, row, lines, panel,
                                         panels, sums);
                          })};
                    })
        .front();
  }

  Value strip(OpBuilder &b, Part part, Value row, int64_t lines, Value panel,
              int64_t panels, Value partial) {
    part.lines = lines;
    part.firstPixel = times(b, loc, row, plan.x.outSize);
    Value firstRow = times(b, loc, row, plan.y.inStep);
    return over(
        b, plan.blocks, partial, [&](OpBuilder &b1, Value block, Value p1) {
          BlockedStrip::Part source{part.firstImage, block, part.images,
                                    plan.images,     1,     plan.y.span(lines),
                                    firstRow};
          part.block = block;
          part.from =
              plan.inPlace
                  ? BlockedStrip::inPlace(
                        b1, loc, input, source, plan.x.inSize,
                        times(b1, loc, firstRow, plan.x.inSize),
                        plan.kernelColumns > 1)
                  : BlockedStrip::copy(b1, loc, input, source, plan.y, plan.x);
          return emitSplit(
              b1, loc, panels, plan.panels, p1,
              [&](OpBuilder &b2, Value iv, int64_t vectors, Value p2) {
                Value at = plus(b2, loc, panel, iv);
                return over(
                    b2, plan.kernelRows, p2,
                    [&](OpBuilder &b3, Value ky, Value p3) {
                      return emitSplit(
                          b3, loc, plan.allRows(), plan.rows, p3,
                          [&](OpBuilder &b4, Value m, int64_t rows, Value p4) {
                            return tile(b4, part, ky, m, rows, at, vectors, p4);
                          });
                    });
              });
        });
  }

  /// Adds the products of rows m to m + rows of (tap, lane).
  Value tile(OpBuilder &b, const Part &part, Value ky, Value m, int64_t rows,
             Value panel, int64_t vectors, Value partial) {
    SmallVector<SmallVector<Value>> places;
    SmallVector<Value> sums;
    Value lanes = index(b, plan.lanes);
    Value firstChannel = times(b, loc, part.block, plan.lanes);
    for (int64_t i = 0; i < rows; ++i) {
      Value row = plus(b, loc, m, i);
      Value kx = b.createOrFold<arith::DivUIOp>(loc, row, lanes);
      Value lane = b.createOrFold<arith::RemUIOp>(loc, row, lanes);
      Value channel = plus(b, loc, firstChannel, lane);
      for (int64_t v = 0; v < vectors; ++v) {
        places.push_back(
            {part.chunk, plus(b, loc, panel, v), channel, ky, kx, lane0});
        sums.push_back(read(b, partial, places.back()));
      }
    }
    Value tapRow = times(b, loc, ky, plan.dilationRows * part.from.getWidth());
    auto pixel = [&](OpBuilder &inner, Value n, Value y, Value x,
                     ValueRange args) {
      Value source =
          plus(inner, loc,
               times(inner, loc, y, plan.y.inStep * part.from.getWidth()),
               times(inner, loc, x, plan.x.inStep));
      source = plus(inner, loc, source, tapRow);
      Value place = plus(inner, loc, times(inner, loc, y, plan.x.outSize), x);
      place = plus(inner, loc, place, part.firstPixel);
      Value image = plus(inner, loc, part.firstImage, n);
      SmallVector<Value> columns, next;
      for (int64_t v = 0; v < vectors; ++v)
        columns.push_back(read(
            inner, output, {image, plus(inner, loc, panel, v), place, lane0}));
      for (int64_t i = 0; i < rows; ++i) {
        Value a =
            part.from.load(inner, loc, n, index(inner, 0), source, 0, m, i);
        a = asVector(inner, loc, a, plan.lanes);
        for (Value column : columns)
          next.push_back(
              vector::FMAOp::create(inner, loc, a, column, args[next.size()]));
      }
      return next;
    };
    auto loop = [&](OpBuilder &outer, OpFoldResult count, ValueRange carried,
                    LoopBody body) {
      return emitLoop(outer, loc, outer.getIndexAttr(0), count, 1, carried,
                      body);
    };
    sums =
        loop(b, part.images, sums, [&](OpBuilder &b1, Value n, ValueRange s1) {
          return loop(b1, b1.getIndexAttr(part.lines), s1,
                      [&](OpBuilder &b2, Value y, ValueRange s2) {
                        return loop(b2, b2.getIndexAttr(plan.x.outSize), s2,
                                    [&](OpBuilder &b3, Value x, ValueRange s3) {
                                      return pixel(b3, n, y, x, s3);
                                    });
                      });
        });
    for (auto [sum, place] : llvm::zip_equal(sums, places))
      partial = write(b, sum, partial, place);
    return partial;
  }

  const BlockedFilterPlan &plan;
  Value input, output, lane0;
};

} // namespace

int64_t blockedFilterChunks(const Convolution &conv) {
  int64_t size =
      conv.channels * conv.filters * conv.axes[0].kernel * conv.axes[1].kernel;
  return size >= kLargeFilter ? 1 : kFilterChunks;
}

bool fitsBlockedFilter(const Convolution &conv, const ConvTarget &target) {
  if (!conv.blockedInput || !conv.blockedOutput || conv.axes[1].dilation != 1)
    return false;
  BlockedFilterPlan plan(conv, target);
  return plan.copyBytes() <= kMaxStripBytes;
}

ConvChoices blockedFilterChoices(const Convolution &conv,
                                 const ConvTarget &target) {
  BlockedFilterPlan plan(conv, target);
  TilingNumbers chosen = BlockedFilterPlan::tile(plan.rows, plan.panels);
  chosen.emplace_back("panel_block", plan.panelBlock);
  return {chosen, plan.alternatives(target)};
}

Value emitBlockedFilterKernel(OpBuilder &b, const Convolution &conv,
                              const ConvTarget &target, Value input,
                              Value output, Value partial) {
  BlockedFilterPlan plan(conv, target);
  return BlockedFilterKernel(partial.getLoc(), plan, conv.element, input,
                             output)
      .emit(b, partial);
}

} // namespace nnc::cpu
