//===- ConvWinograd.cpp - 3x3 convolutions by minimal filtering -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of blocked images only. A block is some lines, rows of tiles of 4 by 4
// results; lines of all images follow one another. Its sources are transformed
// once, into V[channel / lanes][product][tile][lane]. Then, for a group of
// panels at a time, some channels of the filter become
// U[channel / lanes][product][channel][panel][lane], 36 products of matrices
// are added to M[product][tile][panel][lane], and these are transformed back.
// V, U and M stay in the second-level cache, so no transformed tensor is ever
// written to memory: the filter is transformed again for each block, for about
// a tenth of the products' time where a block has many tiles.
//
// Tiles reach over the edges of an image: there they read zeros, and store what
// lies inside.
//
//===----------------------------------------------------------------------===//

#include "Conv.h"
#include "Winograd.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

/// Rows of the small tile of the products, for what large ones leave over.
constexpr int64_t kRestRows = 4;
/// Half cycles that the transform of a vector's tile or filter takes, most of
/// them to write 36 vectors to the second-level cache.
constexpr int64_t kTransformCost = 400;
/// Images that costs are for. With more, a large filter is transformed less
/// often for each.
constexpr int64_t kImages = 4;
/// Of fewer blocks than this, threads share each.
constexpr int64_t kManyBlocks = 4;
/// Of how large a second-level cache use is made: three quarters of it are
/// taken from the stack of a thread.
constexpr int64_t kMaxCacheBytes = 2 << 20;
/// Results that a part of a block should have: each part transforms the
/// sources for itself.
constexpr int64_t kPartResults = 64;

/// An axis of the results, in tiles.
struct TileAxis {
  int64_t inSize, outSize;
  int64_t low;  // zeros before the first tile's source
  bool flipped; // the last tap reads first

  explicit TileAxis(const GatherAxis &axis)
      : inSize(axis.inSize), outSize(axis.outSize) {
    const Taps &taps = axis.phases.front().taps;
    low = axis.low - std::min(taps.at, taps.lastAt());
    flipped = taps.atStep < 0;
  }
  int64_t tiles() const { return llvm::divideCeil(outSize, kTileOut); }
};

struct WinogradPlan {
  TileAxis y, x;
  int64_t sources, results; // channels
  int64_t lanes, bytes;
  int64_t vectors = 1;          // panels of a group
  int64_t segments = 1;         // of a row of tiles, each a line
  int64_t lines = 0, tiles = 0; // of a block
  int64_t rows = 0;             // tiles of a step of the products
  int64_t channels = 0;         // of the filter at a time

  WinogradPlan(const Convolution &conv, const ConvTarget &target)
      : y(axisOf(conv, 0)), x(axisOf(conv, 1)) {
    bool forward = conv.result == ConvPart::Output;
    sources = forward ? conv.channels : conv.filters;
    results = forward ? conv.filters : conv.channels;
    lanes = target.lanes;
    bytes = conv.element.getIntOrFloatBitWidth() / 8;
    vectors = panels() % 2 == 0 ? 2 : 1;
    int64_t cache = std::min(target.cacheBytes, kMaxCacheBytes);
    chooseBlock(cache);
    chooseRows(target);
    // Of one size, that takes at most a quarter of the cache.
    int64_t most = cache / 4 / (kTileProducts * bytes * lanes * vectors) - 1;
    for (int64_t parts = 1; parts <= blocks() && channels == 0; ++parts)
      if (blocks() % parts == 0 && sources / parts <= most)
        channels = sources / parts;
  }

  bool fits() const { return lines > 0 && channels > 0; }
  int64_t panels() const { return results / lanes; }
  int64_t groups() const { return panels() / vectors; }
  int64_t blocks() const { return sources / lanes; } // of channels
  /// Tiles of a line, and values that the first to the last of them read.
  int64_t lineTiles() const { return llvm::divideCeil(x.tiles(), segments); }
  int64_t width() const { return kTileOut * lineTiles() + kTileIn - kTileOut; }
  int64_t imageLines() const { return y.tiles() * segments; }
  /// Tiles of a block, with those that only fill the last step. An odd number,
  /// so that what lies apart by so many lines of a cache has sets of its own.
  int64_t paddedTiles() const { return (tiles + kRestRows - 1) | 1; }
  /// Parts of a block for threads.
  int64_t parts() const {
    for (int64_t parts : {4, 2})
      if (groups() % parts == 0 && results >= parts * kPartResults)
        return parts;
    return 1;
  }

  /// Half cycles for kImages.
  int64_t cost() const {
    int64_t all = kImages * imageLines() * lineTiles(), full = all / tiles;
    int64_t steps = full * productCost(tiles) + productCost(all % tiles);
    return steps * kTileProducts * sources * groups() +
           kTransformCost * (all * (blocks() + panels()) +
                             llvm::divideCeil(all, tiles) * sources * panels());
  }

private:
  static TileAxis axisOf(const Convolution &conv, unsigned number) {
    auto make = conv.result == ConvPart::Output ? GatherAxis::forward
                                                : GatherAxis::transposed;
    return TileAxis(make(conv.axes[number]));
  }

  /// One step of the products of `count` tiles with one channel.
  int64_t productCost(int64_t count) const {
    return count / rows * tileStepCost(rows, vectors) +
           llvm::divideCeil(count % rows, kRestRows) *
               tileStepCost(kRestRows, vectors);
  }

  /// As many lines as fit: V and M take half of the cache.
  void chooseBlock(int64_t cache) {
    int64_t most =
        cache / 2 / (kTileProducts * bytes * (sources + vectors * lanes)) -
        (kRestRows - 1);
    if (most < kRestRows)
      return;
    segments = llvm::divideCeil(x.tiles(), most);
    lines = most / lineTiles();
    tiles = lines * lineTiles();
  }

  /// The largest of those that take the least time.
  void chooseRows(const ConvTarget &target) {
    int64_t most = (target.registers - 1) / vectors - 1;
    int64_t least = INT64_MAX, best = kRestRows;
    for (rows = std::min(most, tiles); rows > kRestRows; --rows)
      if (int64_t cost = productCost(tiles); cost < least) {
        least = cost;
        best = rows;
      }
    rows = best;
  }
};

class WinogradKernel : ConvKernel {
public:
  WinogradKernel(Location loc, const WinogradPlan &plan, Type element,
                 const ConvEpilogue *epilogue, Value source, Value filter,
                 ValueRange inputs)
      : ConvKernel(loc, element, plan.lanes, epilogue, inputs), plan(plan),
        source(source), filter(filter) {}

  /// Threads share blocks of about one size, an even number, and parts of the
  /// result's channels if there are few blocks.
  Value emit(OpBuilder &b, Value results) {
    zero = zeros(b);
    lane0 = index(b, 0);
    Value images =
        getValueOrCreateConstantIndexOp(b, loc, sizeOf(b, loc, results, 0));
    allLines = times(b, loc, images, plan.imageLines());
    Value blocks =
        arith::CeilDivUIOp::create(b, loc, allLines, index(b, plan.lines));
    Value several = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ugt,
                                          blocks, index(b, 1));
    Value odd = arith::RemUIOp::create(b, loc, blocks, index(b, 2));
    blocks =
        plus(b, loc, blocks,
             arith::SelectOp::create(b, loc, several, odd, lane0).getResult());
    Value one = index(b, 1);
    lines = arith::CeilDivUIOp::create(
        b, loc, allLines, arith::MaxUIOp::create(b, loc, blocks, one));
    Value parts = one;
    if (plan.parts() > 1) {
      Value few = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ult,
                                        blocks, index(b, kManyBlocks));
      parts = arith::SelectOp::create(b, loc, few, index(b, plan.parts()), one);
    }
    Value groups =
        arith::DivUIOp::create(b, loc, index(b, plan.groups()), parts);
    Value all = arith::MulIOp::create(b, loc, blocks, parts);
    return emitLoop(
               b, loc, b.getIndexAttr(0), getAsOpFoldResult(all), 1, results,
               [&](OpBuilder &inner, Value iv, ValueRange args) {
                 Value number = arith::DivUIOp::create(inner, loc, iv, parts);
                 Value part = arith::RemUIOp::create(inner, loc, iv, parts);
                 Value group = arith::MulIOp::create(inner, loc, part, groups);
                 return SmallVector<Value>{
                     block(inner, number, group, groups, args[0])};
               },
               /*parallel=*/true)
        .front();
  }

private:
  using Carry = llvm::function_ref<Value(OpBuilder &, Value iv, Value carried)>;

  /// A loop that carries one value.
  Value loop(OpBuilder &b, OpFoldResult from, OpFoldResult to, int64_t step,
             Value carried, Carry body) {
    return emitLoop(b, loc, from, to, step, carried,
                    [&](OpBuilder &inner, Value iv, ValueRange args) {
                      return SmallVector<Value>{body(inner, iv, args[0])};
                    })
        .front();
  }

  /// Runs `body` at most once. (A conditional op would need an analysis when it
  /// gets memory.)
  Value when(OpBuilder &b, Value condition, Value carried,
             llvm::function_ref<Value(OpBuilder &, Value)> body) {
    Value count =
        arith::IndexCastUIOp::create(b, loc, b.getIndexType(), condition);
    return loop(b, b.getIndexAttr(0), count, 1, carried,
                [&](OpBuilder &inner, Value, Value value) {
                  return body(inner, value);
                });
  }

  Value less(OpBuilder &b, Value x, Value y) {
    return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ult, x, y);
  }

  Value block(OpBuilder &b, Value number, Value firstGroup, Value groups,
              Value results) {
    firstLine = arith::MulIOp::create(b, loc, number, lines);
    Value from = arith::MinUIOp::create(b, loc, firstLine, allLines);
    Value to = arith::MinUIOp::create(b, loc, plus(b, loc, firstLine, lines),
                                      allLines);
    count = arith::SubIOp::create(b, loc, to, from);
    Value sources = emitSources(b);
    // What is left over is computed with whatever follows, and not stored.
    Value tiles = times(b, loc, count, plan.lineTiles());
    OpFoldResult whole = roundDown(b, loc, tiles, plan.rows);
    return loop(
        b, b.getIndexAttr(0), getAsOpFoldResult(groups), 1, results,
        [&](OpBuilder &inner, Value iv, Value carried) {
          Value panel =
              times(inner, loc, plus(inner, loc, firstGroup, iv), plan.vectors);
          Value made = emitLocal(
              inner, loc,
              {kTileProducts, plan.paddedTiles(), plan.vectors * plan.lanes},
              element);
          auto part = [&](OpBuilder &nested, Value channel, Value into) {
            Value filters = emitFilter(nested, panel, channel);
            return products(nested, sources, filters, channel, tiles, whole,
                            into);
          };
          if (plan.channels == plan.sources)
            made = part(inner, index(inner, 0), made);
          else
            made = loop(inner, inner.getIndexAttr(0),
                        inner.getIndexAttr(plan.sources), plan.channels,
                        clear(inner, tiles, made), part);
          return emitResults(inner, made, panel, carried);
        });
  }

  //===--------------------------------------------------------------------===//
  // The sources
  //===--------------------------------------------------------------------===//

  /// Where a line lies: its image, its first row of results, and its first
  /// column.
  struct Line {
    Value n, row, column;
  };

  Line lineAt(OpBuilder &b, Value number) {
    Value line = plus(b, loc, firstLine, number);
    Value n = arith::DivUIOp::create(b, loc, line, index(b, plan.imageLines()));
    Value at =
        arith::RemUIOp::create(b, loc, line, index(b, plan.imageLines()));
    if (plan.segments == 1)
      return {n, times(b, loc, at, kTileOut), lane0};
    Value segments = index(b, plan.segments);
    Value row = arith::DivUIOp::create(b, loc, at, segments);
    Value segment = arith::RemUIOp::create(b, loc, at, segments);
    return {n, times(b, loc, row, kTileOut),
            times(b, loc, segment, kTileOut * plan.lineTiles())};
  }

  /// V of the block: columns are transformed for a line at once, as neighbours
  /// share them, then rows.
  Value emitSources(OpBuilder &b) {
    Value sources = emitLocal(
        b, loc, {plan.blocks(), kTileProducts, plan.paddedTiles(), plan.lanes},
        element);
    return loop(b, b.getIndexAttr(0), getAsOpFoldResult(count), 1, sources,
                [&](OpBuilder &outer, Value number, Value carried) {
                  Line line = lineAt(outer, number);
                  Value tile = times(outer, loc, number, plan.lineTiles());
                  return over(outer, plan.blocks(), carried,
                              [&](OpBuilder &inner, Value block, Value to) {
                                Value columns = emitColumns(inner, line, block);
                                return emitRows(inner, columns, block, tile,
                                                to);
                              });
                });
  }

  Value emitColumns(OpBuilder &b, const Line &line, Value block) {
    Value strip =
        emitLocal(b, loc, {kTileIn, plan.width() * plan.lanes}, element);
    // Columns [from, to) of the strip are columns of the image.
    Value before =
        b.createOrFold<arith::SubIOp>(loc, index(b, plan.x.low), line.column);
    Value width = index(b, plan.width());
    auto clamp = [&](Value at) {
      at = b.createOrFold<arith::MaxSIOp>(loc, at, lane0);
      return b.createOrFold<arith::MinSIOp>(loc, at, width);
    };
    Value from = clamp(before);
    Value to = clamp(plus(b, loc, before, plan.x.inSize));
    auto columns = [&](Value first, Value end, Value carried, Carry body) {
      return loop(b, getAsOpFoldResult(first), getAsOpFoldResult(end), 1,
                  carried, body);
    };
    auto clearColumn = [&](OpBuilder &inner, Value at, Value target) {
      Value lane = times(inner, loc, at, plan.lanes);
      for (int64_t i = 0; i < kTileIn; ++i)
        target = write(inner, zero, target, {index(inner, i), lane});
      return target;
    };
    strip = columns(lane0, from, strip, clearColumn);
    // Where the rows start, and which of them are rows of the image.
    Vectors<kTileIn> starts, inside;
    for (int64_t i = 0; i < kTileIn; ++i) {
      Value row = plus(b, loc, line.row, i - plan.y.low);
      starts[i] = b.createOrFold<arith::SubIOp>(
          loc, times(b, loc, row, plan.x.inSize), before);
      if (mayLeave(i)) // below 0 is far above, unsigned
        inside[i] = less(b, row, index(b, plan.y.inSize));
    }
    strip = columns(from, to, strip, [&](OpBuilder &inner, Value at, Value to) {
      Vectors<kTileIn> values;
      for (int64_t i = 0; i < kTileIn; ++i)
        values[i] =
            sourceAt(inner, inside[i],
                     {line.n, block, plus(inner, loc, starts[i], at), lane0});
      values = Winograd(inner, loc).input(values);
      Value lane = times(inner, loc, at, plan.lanes);
      for (int64_t i = 0; i < kTileIn; ++i)
        to = write(inner, values[i], to, {index(inner, i), lane});
      return to;
    });
    return columns(to, width, strip, clearColumn);
  }

  /// Whether row `i` of some tile is no row of the image.
  bool mayLeave(int64_t i) const {
    int64_t last = (plan.y.tiles() - 1) * kTileOut + i - plan.y.low;
    return i < plan.y.low || last >= plan.y.inSize;
  }

  Value sourceAt(OpBuilder &b, Value inside, ValueRange at) {
    if (!inside)
      return read(b, source, at);
    auto choice = scf::IfOp::create(
        b, loc, inside,
        [&](OpBuilder &inner, Location) {
          scf::YieldOp::create(inner, loc, read(inner, source, at));
        },
        [&](OpBuilder &inner, Location) {
          scf::YieldOp::create(inner, loc, zero);
        });
    return choice.getResult(0);
  }

  Value emitRows(OpBuilder &b, Value strip, Value block, Value tile,
                 Value sources) {
    return over(b, kTileIn, sources, [&](OpBuilder &outer, Value i, Value to) {
      Value product = times(outer, loc, i, kTileIn);
      return over(
          outer, plan.lineTiles(), to,
          [&](OpBuilder &inner, Value number, Value target) {
            Value first = times(inner, loc, number, kTileOut * plan.lanes);
            Vectors<kTileIn> values;
            for (int64_t j = 0; j < kTileIn; ++j)
              values[j] = read(inner, strip,
                               {i, plus(inner, loc, first, j * plan.lanes)});
            values = Winograd(inner, loc).input(values);
            Value place = plus(inner, loc, tile, number);
            for (int64_t j = 0; j < kTileIn; ++j)
              target =
                  write(inner, values[j], target,
                        {block, plus(inner, loc, product, j), place, lane0});
            return target;
          });
    });
  }

  //===--------------------------------------------------------------------===//
  // The filter
  //===--------------------------------------------------------------------===//

  /// U of a group of panels, from `channel` on.
  Value emitFilter(OpBuilder &b, Value panel, Value channel) {
    Value filters =
        emitLocal(b, loc,
                  {plan.channels / plan.lanes, kTileProducts,
                   plan.lanes * plan.vectors + 1, plan.lanes}, // odd, as tiles
                  element);
    return over(
        b, plan.channels / plan.lanes, filters,
        [&](OpBuilder &outer, Value block, Value carried) {
          Value first =
              plus(outer, loc, channel, times(outer, loc, block, plan.lanes));
          return over(outer, plan.lanes, carried,
                      [&](OpBuilder &inner, Value lane, Value to) {
                        Value from = plus(inner, loc, first, lane);
                        Value place = times(inner, loc, lane, plan.vectors);
                        for (int64_t v = 0; v < plan.vectors; ++v)
                          to =
                              filterAt(inner, plus(inner, loc, panel, v), from,
                                       {block, plus(inner, loc, place, v)}, to);
                        return to;
                      });
        });
  }

  Value filterAt(OpBuilder &b, Value panel, Value channel,
                 std::array<Value, 2> at, Value filters) {
    Winograd transform(b, loc);
    std::array<Vectors<kTileIn>, kTaps> columns;
    for (int64_t kx = 0; kx < kTaps; ++kx) {
      Vectors<kTaps> taps;
      for (int64_t ky = 0; ky < kTaps; ++ky)
        taps[ky] = tap(b, panel, channel, ky, kx);
      columns[kx] = transform.filter(taps);
    }
    for (int64_t i = 0; i < kTileIn; ++i) {
      Vectors<kTileIn> row =
          transform.filter({columns[0][i], columns[1][i], columns[2][i]});
      for (int64_t j = 0; j < kTileIn; ++j)
        filters = write(b, row[j], filters,
                        {at[0], index(b, i * kTileIn + j), at[1], lane0});
    }
    return filters;
  }

  Value tap(OpBuilder &b, Value panel, Value channel, int64_t ky, int64_t kx) {
    ky = plan.y.flipped ? kTaps - 1 - ky : ky;
    kx = plan.x.flipped ? kTaps - 1 - kx : kx;
    return read(b, filter, {panel, channel, index(b, ky), index(b, kx), lane0});
  }

  //===--------------------------------------------------------------------===//
  // The products
  //===--------------------------------------------------------------------===//

  Value clear(OpBuilder &b, Value tiles, Value sums) {
    OpFoldResult rounded =
        roundDown(b, loc, plus(b, loc, tiles, kRestRows - 1), kRestRows);
    return over(b, kTileProducts, sums,
                [&](OpBuilder &outer, Value product, Value carried) {
                  return loop(outer, outer.getIndexAttr(0), rounded, 1, carried,
                              [&](OpBuilder &inner, Value tile, Value to) {
                                for (int64_t v = 0; v < plan.vectors; ++v)
                                  to = write(inner, zero, to,
                                             {product, tile,
                                              index(inner, v * plan.lanes)});
                                return to;
                              });
                });
  }

  Value products(OpBuilder &b, Value sources, Value filters, Value channel,
                 Value tiles, OpFoldResult whole, Value sums) {
    Value firstBlock =
        arith::DivUIOp::create(b, loc, channel, index(b, plan.lanes));
    return over(
        b, kTileProducts, sums,
        [&](OpBuilder &outer, Value product, Value carried) {
          auto steps = [&](OpFoldResult from, OpFoldResult to, int64_t rows,
                           Value value) {
            return loop(outer, from, to, rows, value,
                        [&](OpBuilder &inner, Value tile, Value target) {
                          return step(inner, sources, filters, product,
                                      firstBlock, tile, rows, target);
                        });
          };
          carried = steps(outer.getIndexAttr(0), whole, plan.rows, carried);
          return steps(whole, getAsOpFoldResult(tiles), kRestRows, carried);
        });
  }

  /// The sums of `rows` tiles over `plan.channels` channels.
  Value step(OpBuilder &b, Value sources, Value filters, Value product,
             Value firstBlock, Value tile, int64_t rows, Value results) {
    auto place = [&](int64_t row, int64_t v) {
      return SmallVector<Value>{product, plus(b, loc, tile, row),
                                index(b, v * plan.lanes)};
    };
    SmallVector<Value> sums;
    for (int64_t row = 0; row < rows; ++row)
      for (int64_t v = 0; v < plan.vectors; ++v)
        sums.push_back(plan.channels == plan.sources
                           ? zero
                           : read(b, results, place(row, v)));
    auto multiply = [&](OpBuilder &inner, Value block, Value lane,
                        ValueRange args) {
      Value at = times(inner, loc, lane, plan.vectors);
      SmallVector<Value> weights, next;
      for (int64_t v = 0; v < plan.vectors; ++v)
        weights.push_back(read(
            inner, filters, {block, product, plus(inner, loc, at, v), lane0}));
      for (int64_t row = 0; row < rows; ++row) {
        Value number = tensor::ExtractOp::create(
            inner, loc, sources,
            ValueRange{plus(inner, loc, firstBlock, block), product,
                       plus(inner, loc, tile, row), lane});
        number = asVector(inner, loc, number, plan.lanes);
        for (int64_t v = 0; v < plan.vectors; ++v)
          next.push_back(vector::FMAOp::create(inner, loc, number, weights[v],
                                               args[row * plan.vectors + v]));
      }
      return next;
    };
    auto nest = [&](OpBuilder &outer, int64_t size, ValueRange args,
                    LoopBody body) {
      return emitLoop(outer, loc, outer.getIndexAttr(0),
                      outer.getIndexAttr(size), 1, args, body);
    };
    sums =
        nest(b, plan.channels / plan.lanes, sums,
             [&](OpBuilder &outer, Value block, ValueRange carried) {
               return nest(outer, plan.lanes, carried,
                           [&](OpBuilder &inner, Value lane, ValueRange args) {
                             return multiply(inner, block, lane, args);
                           });
             });
    for (int64_t row = 0; row < rows; ++row)
      for (int64_t v = 0; v < plan.vectors; ++v)
        results =
            write(b, sums[row * plan.vectors + v], results, place(row, v));
    return results;
  }

  //===--------------------------------------------------------------------===//
  // The results
  //===--------------------------------------------------------------------===//

  Value emitResults(OpBuilder &b, Value sums, Value firstPanel, Value results) {
    return over(
        b, plan.vectors, results,
        [&](OpBuilder &outer, Value v, Value carried) {
          Value panel = plus(outer, loc, firstPanel, v);
          Value lane = times(outer, loc, v, plan.lanes);
          SmallVector<Value> channels = channelInputs([&](Value input) {
            return read(outer, input, times(outer, loc, panel, plan.lanes));
          });
          return loop(
              outer, outer.getIndexAttr(0), getAsOpFoldResult(count), 1,
              carried, [&](OpBuilder &middle, Value number, Value to) {
                Line line = lineAt(middle, number);
                Value first = times(middle, loc, number, plan.lineTiles());
                return over(middle, plan.lineTiles(), to,
                            [&](OpBuilder &inner, Value tile, Value target) {
                              auto values =
                                  emitTile(inner, sums,
                                           plus(inner, loc, first, tile), lane);
                              return store(inner, values, line, tile, panel,
                                           channels, target);
                            });
              });
        });
  }

  using Tile = std::array<Vectors<kTileOut>, kTileOut>; // by column, then row

  Tile emitTile(OpBuilder &b, Value sums, Value tile, Value lane) {
    Winograd transform(b, loc);
    std::array<Vectors<kTileOut>, kTileIn> columns;
    for (int64_t j = 0; j < kTileIn; ++j) {
      Vectors<kTileIn> values;
      for (int64_t i = 0; i < kTileIn; ++i)
        values[i] = read(b, sums, {index(b, i * kTileIn + j), tile, lane});
      columns[j] = transform.output(values);
    }
    Tile result;
    for (int64_t i = 0; i < kTileOut; ++i) {
      Vectors<kTileIn> row;
      for (int64_t j = 0; j < kTileIn; ++j)
        row[j] = columns[j][i];
      result[i] = transform.output(row);
    }
    return result;
  }

  /// What lies inside of the image.
  Value store(OpBuilder &b, const Tile &values, const Line &line, Value tile,
              Value panel, ArrayRef<Value> channels, Value results) {
    Value firstColumn =
        plus(b, loc, line.column, times(b, loc, tile, kTileOut));
    int64_t below = plan.y.tiles() * kTileOut - plan.y.outSize;
    int64_t right =
        plan.segments * plan.lineTiles() * kTileOut - plan.x.outSize;
    auto guarded = [&](OpBuilder &outer, bool needed, Value at, int64_t size,
                       Value carried,
                       llvm::function_ref<Value(OpBuilder &, Value)> body) {
      if (!needed)
        return body(outer, carried);
      return when(outer, less(outer, at, index(outer, size)), carried, body);
    };
    for (int64_t i = 0; i < kTileOut; ++i) {
      Value row = plus(b, loc, line.row, i);
      results = guarded(
          b, i + below >= kTileOut, row, plan.y.outSize, results,
          [&](OpBuilder &middle, Value carried) {
            Value start = times(middle, loc, row, plan.x.outSize);
            for (int64_t j = 0; j < kTileOut; ++j) {
              Value column = plus(middle, loc, firstColumn, j);
              carried = guarded(
                  middle, j + right >= kTileOut, column, plan.x.outSize,
                  carried, [&](OpBuilder &inner, Value to) {
                    SmallVector<Value> at{
                        line.n, panel, plus(inner, loc, start, column), lane0};
                    return write(inner,
                                 finish(inner, values[i][j], channels, at), to,
                                 at);
                  });
            }
            return carried;
          });
    }
    return results;
  }

  const WinogradPlan &plan;
  Value source, filter, zero, lane0;
  Value allLines, lines, firstLine, count; // of all images, of a block
};

} // namespace

bool prefersWinograd(const Convolution &conv, const ConvTarget &target) {
  if (conv.result == ConvPart::Filter || conv.depthwise || conv.spatial != 2 ||
      !conv.blockedInput || !conv.blockedOutput ||
      llvm::any_of(conv.axes, [](const ConvAxis &axis) {
        return axis.kernel != kTaps || axis.stride != 1 || axis.dilation != 1;
      }))
    return false;
  WinogradPlan plan(conv, target);
  return plan.fits() && plan.cost() < kImages * gatherCost(conv, target);
}

Value emitWinogradKernel(OpBuilder &b, const Convolution &conv,
                         const ConvTarget &target, const ConvEpilogue *epilogue,
                         Value source, Value filter, ValueRange inputs,
                         Value results) {
  WinogradPlan plan(conv, target);
  return WinogradKernel(results.getLoc(), plan, conv.element, epilogue, source,
                        filter, inputs)
      .emit(b, results);
}

} // namespace nnc::cpu
