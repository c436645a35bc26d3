//===- ConvGather.cpp - forward convolution and its input gradient --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tiles of `rows` by `columns` pixels and `panels` vectors of result channels
// are summed in registers, over (ky, kx, channel) in this order, or,
// where the panels of a tile are large, over (channel, ky, kx). Blocked
// results are stored as they are. Others go to a small buffer with channels
// innermost, and from there, transposed in registers, to [n, channel, pixel]:
// whole vectors of pixels, whatever the width of an image.
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

/// What panels of a filter may take so that they stay in the second-level cache
/// while all images pass by.
constexpr int64_t kFilterBytes = 1 << 20;
/// What the panels of a tile may take to be read in steps; of more, each step
/// reads where the last one ended.
constexpr int64_t kPanelBytes = 1 << 18;
/// The part of the second-level cache for a strip of an image that is read in
/// place, for each group of panels.
constexpr int64_t kStripShare = 8;
/// After a longer sum, what its end waits for does not count.
constexpr int64_t kShortSum = 576;
/// Of fewer images than this, threads share each.
constexpr int64_t kManyImages = 8;
/// What a part of an image should take, and the results that it should have,
/// so that a strip read once more for each part costs little.
constexpr int64_t kPartFlops = 1 << 21, kPartResults = 32;

struct GatherPlan {
  GatherAxis y, x;
  int64_t sources, results; // channels
  int64_t lanes, bytes, cacheBytes;
  bool inPlace, blockedSource, blockedResults;
  int64_t rows = 1, columns = 1, panels = 1; // of a tile
  int64_t stripRows = 1;                     // of each phase
  int64_t imageCost = INT64_MAX;             // half cycles
  int64_t panelBlock = 1;                    // that all images pass by at once
  bool channelsOutside = false;

  int64_t allPanels() const { return llvm::divideCeil(results, lanes); }
  int64_t pixels(int64_t strip) const { return strip * y.outStep * x.outSize; }
  int64_t stripBytes(int64_t strip) const {
    int64_t source =
        inPlace ? 0 : sources * y.span(strip) * x.span(x.longestPhase());
    int64_t sums = blockedResults
                       ? 0
                       : llvm::alignTo(pixels(strip), lanes) * panels * lanes;
    return bytes * (source + sums);
  }
  int64_t panelBytes() const {
    return bytes * lanes * sources * y.mostTaps() * x.mostTaps() * y.outStep *
           x.outStep;
  }

  /// Whether tiles fetch ahead what comes next.
  bool fetches() const {
    return blockedSource && blockedResults && y.outStep == 1 && x.outStep == 1;
  }

  /// Into how many parts of whole tiles `panels` can be cut, each of them work
  /// for a thread.
  int64_t partsOf(int64_t panels) const {
    int64_t flops = 2 * pixels(y.longestPhase()) * panels * lanes * sources *
                    y.mostTaps() * x.mostTaps();
    for (int64_t parts : {8, 4, 2})
      if (results % lanes == 0 && panels % (parts * this->panels) == 0 &&
          panels * lanes >= parts * kPartResults && flops >= parts * kPartFlops)
        return parts;
    return 1;
  }

  GatherPlan(const Convolution &conv, const ConvTarget &target) {
    bool forward = conv.result == ConvPart::Output;
    auto make = forward ? GatherAxis::forward : GatherAxis::transposed;
    y = make(conv.axes[0]);
    x = make(conv.axes[1]);
    sources = forward ? conv.channels : conv.filters;
    results = forward ? conv.filters : conv.channels;
    lanes = target.lanes;
    cacheBytes = target.cacheBytes;
    bytes = conv.element.getIntOrFloatBitWidth() / 8;
    blockedSource = forward ? conv.blockedInput : conv.blockedOutput;
    blockedResults = forward ? conv.blockedOutput : conv.blockedInput;
    if (blockedSource && blockedResults)
      cutRow(target);
    inPlace = ImageStrip::isInPlace(y, x);
    chooseTile(target);
    // Inside of the channels, a loop over one tap would run once for each.
    channelsOutside =
        panelBytes() * panels > kPanelBytes && y.mostTaps() * x.mostTaps() > 1;
    chooseBlocks();
    if (!conv.tiling)
      return;
    GatherPlan own = *this;
    obey(conv.tiling);
    if (stripBytes(stripRows) > kMaxStripBytes)
      *this = own;
  }

  SmallVector<SmallVector<TilingNumbers>>
  alternatives(const ConvTarget &target) const {
    auto tile = [](int64_t h, int64_t w, int64_t v) {
      return TilingNumbers{{"rows", h}, {"columns", w}, {"panels", v}};
    };
    Candidates tiles;
    forEachTile(target, [&](int64_t h, int64_t w, int64_t v) {
      tiles.add(cost(h, w, v), h * w, v, tile(h, w, v));
    });
    SmallVector<SmallVector<TilingNumbers>> lists;
    lists.push_back(tiles.best(tile(rows, columns, panels)));
    lists.push_back(around("strip_rows", stripRows, y.longestPhase()));
    if (blockedResults)
      lists.push_back(around("panel_block", panelBlock, allPanels()));
    return lists;
  }

private:
  /// Where every pixel is for itself, an image that is one row becomes rows of
  /// a few tiles, so that strips can be cut from it.
  void cutRow(const ConvTarget &target) {
    constexpr int64_t kFewest = 7;
    auto isOne = [](const GatherAxis &axis) {
      return axis.inStep == 1 && axis.outStep == 1 && axis.low == 0 &&
             axis.mostTaps() == 1 && axis.inSize == axis.outSize;
    };
    if (y.outSize != 1 || !isOne(y) || !isOne(x))
      return;
    int64_t width = std::min(target.registers - 4, x.outSize);
    while (width > kFewest && x.outSize % width != 0)
      --width;
    if (x.outSize % width != 0)
      return;
    auto resize = [](GatherAxis &axis, int64_t size) {
      axis.inSize = axis.outSize = axis.phases.front().count = size;
    };
    resize(y, x.outSize / width);
    resize(x, width);
  }

  int64_t cost(int64_t tileRows, int64_t tileColumns, int64_t vectors) const {
    int64_t steps = sources * y.mostTaps() * x.mostTaps();
    auto parts = [](int64_t n, int64_t part) {
      SmallVector<std::pair<int64_t, int64_t>, 2> result{{part, n / part}};
      if (n % part)
        result.push_back({n % part, 1});
      return result;
    };
    int64_t total = 0, bodies = 0;
    for (auto [v, groups] : parts(allPanels(), vectors))
      for (auto [h, down] : parts(y.longestPhase(), tileRows))
        for (auto [w, across] : parts(x.longestPhase(), tileColumns)) {
          int64_t count = groups * down * across;
          if (count == 0)
            continue;
          ++bodies;
          total +=
              count * (tileStepCost(h * w, v) * steps + 2 * h * w * v + 16);
        }
    // Code has a price too.
    return total + total / 64 * (bodies - 1);
  }

  void forEachTile(
      const ConvTarget &target,
      llvm::function_ref<void(int64_t h, int64_t w, int64_t v)> visit) const {
    int64_t height = y.longestPhase(), width = x.longestPhase();
    for (int64_t v = 1; v <= std::min<int64_t>(allPanels(), 4); ++v)
      // Of equals the widest: neighbours share lines.
      for (int64_t w = width; w >= 1; --w)
        for (int64_t h = 1; h <= height; ++h) {
          int64_t spare = v == 1 ? 2 : v + 1;
          if (h * w * v + spare > target.registers)
            break;
          visit(h, w, v);
        }
  }

  void chooseTile(const ConvTarget &target) {
    forEachTile(target, [&](int64_t h, int64_t w, int64_t v) {
      int64_t c = cost(h, w, v);
      if (c < imageCost) {
        imageCost = c;
        rows = h;
        columns = w;
        panels = v;
      }
    });
  }

  void obey(DictionaryAttr tiling) {
    auto read = [&](StringRef name, int64_t &value, int64_t most) {
      if (std::optional<int64_t> number = numberIn(tiling, name))
        value = std::clamp<int64_t>(*number, 1, most);
    };
    read("rows", rows, y.longestPhase());
    read("columns", columns, x.longestPhase());
    read("panels", panels, allPanels());
    channelsOutside =
        numberIn(tiling, "channels_outside").value_or(channelsOutside) != 0;
    chooseBlocks();
    read("strip_rows", stripRows, y.longestPhase());
    if (blockedResults)
      read("panel_block", panelBlock, allPanels());
  }

  void chooseBlocks() {
    panelBlock = allPanels();
    if (panelBytes() * allPanels() > kFilterBytes && blockedResults)
      panelBlock = std::min(
          std::max<int64_t>(kFilterBytes / panelBytes() / panels, 1) * panels,
          allPanels());
    int64_t all = y.longestPhase();
    stripRows = std::min(rows, all);
    if (inPlace && blockedSource && blockedResults) {
      // What panels pass by stays in the cache; without a rest.
      int64_t line = bytes * sources * x.longestPhase();
      for (int64_t strip = all; strip > rows; --strip)
        if (all % strip == 0 && strip % rows == 0 &&
            strip * line <= cacheBytes / kStripShare) {
          stripRows = strip;
          break;
        }
      if (all % stripRows != 0 || y.outStep != 1)
        stripRows = all;
      return;
    }
    while (stripRows < all && stripBytes(stripRows + rows) <= kStripBytes)
      stripRows += rows;
    if (stripRows >= all) {
      stripRows = all;
      return;
    }
    // Strips of about one height.
    int64_t strips = llvm::divideCeil(all, stripRows);
    stripRows = llvm::alignTo(llvm::divideCeil(all, strips), rows);
  }
};

class GatherKernel : ConvKernel {
public:
  GatherKernel(Location loc, const GatherPlan &plan, Type element,
               const ConvEpilogue *epilogue, Value source, Value filter,
               ValueRange inputs)
      : ConvKernel(loc, element, plan.lanes, epilogue, inputs), plan(plan),
        source(source), filter(filter) {}

  Value emit(OpBuilder &b, Value results) {
    zero = zeros(b);
    OpFoldResult batch = sizeOf(b, loc, results, 0);
    if (plan.fetches()) {
      lastImage =
          plus(b, loc, getValueOrCreateConstantIndexOp(b, loc, batch), -1);
      lines.emplace_back(b, loc, source, /*isWritten=*/false);
      lines.emplace_back(b, loc, results, /*isWritten=*/true);
      for (Value input : inputs)
        if (ConvEpilogue::isImage(input))
          lines.emplace_back(b, loc, input, /*isWritten=*/false);
    }
    return emitSplit(
        b, loc, plan.allPanels(), plan.panelBlock, results,
        [&](OpBuilder &outer, Value first, int64_t count, Value carried) {
          int64_t parts = plan.partsOf(count);
          if (parts > 1)
            return imageParts(outer, batch, first, count, parts, carried);
          return emitLoop(
                     outer, loc, outer.getIndexAttr(0), batch, 1, carried,
                     [&](OpBuilder &inner, Value n, ValueRange args) {
                       return SmallVector<Value>{image(
                           inner, n, first, b.getIndexAttr(count), args[0])};
                     },
                     /*parallel=*/true)
              .front();
        });
  }

private:
  /// The same where `parts` of each image are computed apart if they are few.
  Value imageParts(OpBuilder &b, OpFoldResult batch, Value first, int64_t count,
                   int64_t parts, Value results) {
    Value images = getValueOrCreateConstantIndexOp(b, loc, batch);
    Value few = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ult, images,
                                      index(b, kManyImages));
    Value pieces =
        arith::SelectOp::create(b, loc, few, index(b, parts), index(b, 1));
    Value each = arith::DivUIOp::create(b, loc, index(b, count), pieces);
    Value all = arith::MulIOp::create(b, loc, images, pieces);
    return emitLoop(
               b, loc, b.getIndexAttr(0), all, 1, results,
               [&](OpBuilder &inner, Value iv, ValueRange args) {
                 Value n = arith::DivUIOp::create(inner, loc, iv, pieces);
                 Value part = arith::RemUIOp::create(inner, loc, iv, pieces);
                 Value panel = plus(
                     inner, loc, first,
                     arith::MulIOp::create(inner, loc, part, each).getResult());
                 return SmallVector<Value>{
                     image(inner, n, panel, OpFoldResult(each), args[0])};
               },
               /*parallel=*/true)
        .front();
  }

  /// What a strip reads and where it writes.
  struct Strip {
    ImageStrip from;
    BlockedStrip blocks;
    int64_t width;
    Value n, firstPixel;
    int64_t rows;
    Value firstRow, firstPanel;
    int64_t groups; // of panels, 1 if that is not known
  };

  /// The numbers of a phase along one axis; what is the same in all phases that
  /// a loop runs over is known.
  struct PhaseAt {
    Value first, filter, at;
    OpFoldResult taps;
    int64_t filterStep, atStep;
  };

  /// Whether `phases` differ in nothing but numbers that one body can compute
  /// with.
  static bool areAlike(ArrayRef<Phase> phases) {
    auto most = llvm::max_element(phases, [](const Phase &a, const Phase &b) {
      return a.taps.count < b.taps.count;
    });
    return phases.size() > 1 && llvm::all_of(phases, [&](const Phase &phase) {
             return phase.count == most->count &&
                    (phase.taps.count < 2 ||
                     (phase.taps.filterStep == most->taps.filterStep &&
                      phase.taps.atStep == most->taps.atStep));
           });
  }

  /// `get` of the phase with number `iv`.
  Value numberOf(OpBuilder &b, ArrayRef<Phase> phases, Value iv,
                 llvm::function_ref<int64_t(const Phase &)> get) {
    int64_t first = get(phases[0]);
    int64_t step = phases.size() > 1 ? get(phases[1]) - first : 0;
    bool isLine = true;
    for (auto [i, phase] : llvm::enumerate(phases))
      isLine &= get(phase) == first + int64_t(i) * step;
    if (isLine && step == 0)
      return index(b, first);
    if (isLine)
      return plus(b, loc, times(b, loc, iv, step), first);
    Value number = index(b, first);
    for (auto [i, phase] : llvm::enumerate(phases.drop_front())) {
      Value reached = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::uge,
                                            iv, index(b, int64_t(i) + 1));
      number = arith::SelectOp::create(b, loc, reached, index(b, get(phase)),
                                       number);
    }
    return number;
  }

  /// Runs `body` for each of `phases`: one body for all where they are alike,
  /// since its tiles are most of a kernel's code.
  Value overPhases(OpBuilder &b, ArrayRef<Phase> phases, Value carried,
                   llvm::function_ref<Value(OpBuilder &, unsigned number,
                                            const PhaseAt &, Value carried)>
                       body) {
    auto run = [&](OpBuilder &inner, ArrayRef<Phase> some, unsigned number,
                   Value iv, Value to) {
      auto get = [&](llvm::function_ref<int64_t(const Phase &)> part) {
        return numberOf(inner, some, iv, part);
      };
      PhaseAt phase;
      phase.first = get([](const Phase &p) { return p.first; });
      phase.filter = get([](const Phase &p) { return p.taps.filter; });
      phase.at = get([](const Phase &p) { return p.taps.at; });
      Value taps = get([](const Phase &p) { return p.taps.count; });
      std::optional<int64_t> known = getConstantIntValue(taps);
      phase.taps = known ? OpFoldResult(inner.getIndexAttr(*known)) : taps;
      phase.filterStep = phase.atStep = 0;
      for (const Phase &p : some)
        if (p.taps.count > 1) {
          phase.filterStep = p.taps.filterStep;
          phase.atStep = p.taps.atStep;
        }
      return body(inner, number, phase, to);
    };
    if (areAlike(phases))
      return emitLoop(b, loc, b.getIndexAttr(0), b.getIndexAttr(phases.size()),
                      1, carried,
                      [&](OpBuilder &inner, Value iv, ValueRange args) {
                        return SmallVector<Value>{
                            run(inner, phases, 0, iv, args[0])};
                      })
          .front();
    for (unsigned i = 0; i < phases.size(); ++i)
      carried = run(b, phases.slice(i, 1), i, Value(), carried);
    return carried;
  }

  /// Strips that are whole in every phase, then the rest. A number of panels
  /// that is not known is one of whole tiles.
  Value image(OpBuilder &b, Value n, Value panel, OpFoldResult panels,
              Value results) {
    int64_t shortest = INT64_MAX;
    for (const Phase &phase : plan.y.phases)
      shortest = std::min(shortest, phase.count);
    int64_t whole = shortest / plan.stripRows * plan.stripRows;
    if (whole > 0)
      results = emitSplit(b, loc, whole, plan.stripRows, results,
                          [&](OpBuilder &inner, Value iv, int64_t, Value to) {
                            return strip(inner, n, iv, plan.stripRows, panel,
                                         panels, to);
                          });
    for (; whole < plan.y.longestPhase(); whole += plan.stripRows) {
      Value first = arith::ConstantIndexOp::create(b, loc, whole);
      results = strip(b, n, first, plan.y.longestPhase() - whole, panel, panels,
                      results);
    }
    return results;
  }

  Strip readStrip(OpBuilder &b, Value n, Value first, int64_t rows) {
    Strip result;
    result.n = n;
    result.rows = rows;
    result.firstRow = first;
    result.firstPixel = times(b, loc, first, plan.y.outStep * plan.x.outSize);
    Value firstRow = times(b, loc, first, plan.y.inStep);
    Value firstRead = times(b, loc, firstRow, plan.x.inSize);
    int64_t span = plan.y.span(rows);
    if (plan.blockedSource) {
      BlockedStrip::Part part{
          n,    index(b, 0), b.getIndexAttr(1), 1, plan.sources / plan.lanes,
          span, firstRow};
      result.blocks =
          plan.inPlace
              ? BlockedStrip::inPlace(b, loc, source, part, plan.x.inSize,
                                      firstRead, /*acrossPixels=*/false)
              : BlockedStrip::copy(b, loc, source, part, plan.y, plan.x);
      result.width = result.blocks.getWidth();
      return result;
    }
    result.from = plan.inPlace
                      ? ImageStrip::inPlace(source, n, plan.x.inSize, firstRead)
                      : ImageStrip::copy(b, loc, source, n, plan.y, plan.x,
                                         span, firstRow, plan.lanes);
    result.width = result.from.getWidth();
    return result;
  }

  /// At most `rows` rows of each phase, from row `first` of it.
  Value strip(OpBuilder &b, Value n, Value first, int64_t rows,
              Value firstPanel, OpFoldResult panels, Value results) {
    rows = std::min(rows, plan.stripRows);
    std::optional<int64_t> known = getConstantIntValue(first);
    int64_t end = known.value_or(0) + rows;
    Strip from = readStrip(b, n, first, rows);
    from.firstPanel = firstPanel;
    from.groups = llvm::divideCeil(
        getConstantIntValue(panels).value_or(plan.panels), plan.panels);
    // Rows of each phase in this strip; a strip that is not the last is whole.
    SmallVector<int64_t> counts;
    for (const Phase &phase : plan.y.phases)
      counts.push_back(
          known ? std::clamp<int64_t>(phase.count - *known, 0, rows) : rows);
    int64_t lines = rows * plan.y.outStep;
    if (known && end >= plan.y.longestPhase())
      lines = plan.y.outSize - *known * plan.y.outStep;

    auto phases = [&](OpBuilder &inner, Value panel, int64_t vectors,
                      Value to) {
      return overPhases(
          inner, plan.y.phases, to,
          [&](OpBuilder &outer, unsigned row, const PhaseAt &down, Value all) {
            return overPhases(outer, plan.x.phases, all,
                              [&](OpBuilder &nested, unsigned column,
                                  const PhaseAt &across, Value sums) {
                                return tiles(nested, from, down, counts[row],
                                             across,
                                             plan.x.phases[column].count, panel,
                                             vectors, sums);
                              });
          });
    };
    auto group = [&](OpBuilder &inner, Value panel, int64_t vectors,
                     int64_t lastLanes, Value to) {
      panel = plus(inner, loc, firstPanel, panel);
      if (plan.blockedResults)
        return phases(inner, panel, vectors, to);
      Value sums =
          emitLocal(inner, loc,
                    {int64_t(llvm::alignTo(lines * plan.x.outSize, plan.lanes)),
                     vectors * plan.lanes},
                    element);
      sums = phases(inner, panel, vectors, sums);
      return store(inner, sums, n, panel, vectors, lastLanes, from.firstPixel,
                   lines * plan.x.outSize, to);
    };
    auto groups = [&](OpFoldResult end) {
      return emitLoop(b, loc, b.getIndexAttr(0), end, plan.panels, results,
                      [&](OpBuilder &inner, Value iv, ValueRange args) {
                        return SmallVector<Value>{
                            group(inner, iv, plan.panels, plan.lanes, args[0])};
                      })
          .front();
    };
    std::optional<int64_t> count = getConstantIntValue(panels);
    if (!count)
      return groups(panels);
    // A ragged panel is the last one of all.
    int64_t ragged = plan.results % plan.lanes;
    int64_t fullPanels = *count - (ragged ? 1 : 0);
    int64_t grouped = fullPanels / plan.panels * plan.panels;
    if (grouped > 0)
      results = groups(b.getIndexAttr(grouped));
    if (grouped < *count)
      results = group(b, index(b, grouped), *count - grouped,
                      ragged ? ragged : plan.lanes, results);
    return results;
  }

  Value tiles(OpBuilder &b, const Strip &from, const PhaseAt &down,
              int64_t height, const PhaseAt &across, int64_t width, Value panel,
              int64_t vectors, Value sums) {
    return emitSplit(
        b, loc, height, plan.rows, sums,
        [&](OpBuilder &outer, Value ty, int64_t rows, Value outerSums) {
          return emitSplit(
              outer, loc, width, plan.columns, outerSums,
              [&](OpBuilder &inner, Value tx, int64_t columns, Value to) {
                return tile(inner, from, down, across, ty, tx, rows, columns,
                            panel, vectors, to);
              });
        });
  }

  Value tile(OpBuilder &b, const Strip &from, const PhaseAt &down,
             const PhaseAt &across, Value ty, Value tx, int64_t rows,
             int64_t columns, Value panel, int64_t vectors, Value to) {
    SmallVector<Value> sums(rows * columns * vectors, zero);
    Value row = times(b, loc, ty, plan.y.inStep);
    Value column = times(b, loc, tx, plan.x.inStep);
    // Of the tile's first result; the others are known steps away.
    Value line = plus(b, loc, times(b, loc, ty, plan.y.outStep), down.first);
    Value corner =
        plus(b, loc, times(b, loc, line, plan.x.outSize),
             plus(b, loc, times(b, loc, tx, plan.x.outStep), across.first));
    if (plan.blockedResults)
      corner = plus(b, loc, from.firstPixel, corner);
    Ahead ahead{from.n, panel, corner, rows, columns, vectors};
    if (plan.fetches())
      planSource(b, from, ty, tx, panel, ahead);
    auto overPixels =
        [&](OpBuilder &outer, ValueRange outerSums,
            llvm::function_ref<SmallVector<Value>(
                OpBuilder &, Value ky, Value kx, Value pixel, ValueRange)>
                body) {
          return overTaps(
              outer, down, row, outerSums,
              [&](OpBuilder &middle, Value ky, Value sourceRow,
                  ValueRange carried) {
                Value line = times(middle, loc, sourceRow, from.width);
                return overTaps(
                    middle, across, column, carried,
                    [&](OpBuilder &inner, Value kx, Value sourceColumn,
                        ValueRange args) {
                      return body(inner, ky, kx,
                                  plus(inner, loc, line, sourceColumn), args);
                    });
              });
        };
    auto step = [&](OpBuilder &inner, const Channel &channel, Value ky,
                    Value kx, Value pixel, ValueRange args) {
      return multiplyAdd(inner, from, pixel, channel, ky, kx, rows, columns,
                         panel, vectors, args);
    };
    if (plan.channelsOutside)
      sums = overChannels(
          b, sums, ahead, Value(),
          [&](OpBuilder &outer, const Channel &channel, ValueRange s) {
            return overPixels(outer, s,
                              [&](OpBuilder &inner, Value ky, Value kx,
                                  Value pixel, ValueRange args) {
                                return step(inner, channel, ky, kx, pixel,
                                            args);
                              });
          });
    else
      sums = overPixels(
          b, sums,
          [&](OpBuilder &outer, Value ky, Value kx, Value pixel, ValueRange s) {
            Value tap =
                plus(outer, loc, times(outer, loc, ky, plan.x.mostTaps()), kx);
            return overChannels(
                outer, s, ahead, tap,
                [&](OpBuilder &inner, const Channel &channel, ValueRange args) {
                  return step(inner, channel, ky, kx, pixel, args);
                });
          });
    for (int64_t v = 0; v < vectors; ++v) {
      Value lane = index(b, v * plan.lanes), place = plus(b, loc, panel, v);
      SmallVector<Value> channels;
      if (plan.blockedResults)
        channels = channelInputs([&](Value input) -> Value {
          return read(b, input, times(b, loc, place, plan.lanes));
        });
      for (int64_t i = 0; i < rows; ++i)
        for (int64_t j = 0; j < columns; ++j) {
          Value at =
              plus(b, loc, corner,
                   i * plan.y.outStep * plan.x.outSize + j * plan.x.outStep);
          Value sum = sums[(i * columns + j) * vectors + v];
          if (!plan.blockedResults) {
            to = write(b, sum, to, {at, lane});
            continue;
          }
          SmallVector<Value> stored{from.n, place, at, index(b, 0)};
          to = write(b, finish(b, sum, channels, stored), to, stored);
        }
    }
    return to;
  }

  /// What a tile fetches while it is summed: what its epilogue reads and
  /// writes, and pixels of each block of the source that come next.
  struct Ahead {
    Value image, panel, corner;
    int64_t rows, columns, vectors;
    Value nextImage = {}, nextPixel = {};
    int64_t nextPixels = 0;
  };

  /// Read in place, the next tile comes next; else the next strip, of which
  /// each tile of this one has its share.
  void planSource(OpBuilder &b, const Strip &from, Value ty, Value tx,
                  Value panel, Ahead &ahead) {
    auto least = [&](Value value, int64_t most) {
      return b.createOrFold<arith::MinSIOp>(loc, value, index(b, most));
    };
    auto quotient = [&](Value value, int64_t n) {
      return b.createOrFold<arith::DivUIOp>(loc, value, index(b, n));
    };
    auto choose = [&](Value value, int64_t last, Value upTo, Value above) {
      Value isUpTo = b.createOrFold<arith::CmpIOp>(
          loc, arith::CmpIPredicate::ule, value, index(b, last));
      return b.createOrFold<arith::SelectOp>(loc, isUpTo, upTo, above);
    };
    const GatherAxis &y = plan.y, &x = plan.x;
    Value nextImage =
        b.createOrFold<arith::MinSIOp>(loc, plus(b, loc, from.n, 1), lastImage);
    if (plan.inPlace) {
      Value row = plus(b, loc, from.firstRow, ty);
      Value column = plus(b, loc, tx, ahead.columns);
      int64_t last = x.outSize - ahead.columns;
      row = choose(column, last, row, plus(b, loc, row, ahead.rows));
      column = choose(column, last, column, index(b, 0));
      last = y.outSize - ahead.rows;
      ahead.nextImage = choose(row, last, from.n, nextImage);
      row = choose(row, last, row, index(b, 0));
      ahead.nextPixel = plus(b, loc, times(b, loc, row, y.inStep * x.inSize),
                             times(b, loc, column, x.inStep));
      ahead.nextPixels = ahead.rows * ahead.columns;
      return;
    }
    // The rows after those that this strip has read, or another image.
    int64_t rows = std::min(
        from.rows == y.outSize ? y.inSize : from.rows * y.inStep, y.inSize);
    int64_t last = y.outSize - from.rows - 1;
    Value row = plus(b, loc, times(b, loc, from.firstRow, y.inStep),
                     y.span(from.rows) - y.low);
    row = times(b, loc, least(row, y.inSize - rows), x.inSize);
    int64_t across = llvm::divideCeil(x.outSize, plan.columns);
    int64_t tiles = llvm::divideCeil(from.rows, plan.rows) * across;
    int64_t pixels = rows * x.inSize;
    ahead.nextPixels = llvm::divideCeil(pixels, tiles * from.groups);
    Value tile = plus(b, loc, times(b, loc, quotient(ty, plan.rows), across),
                      quotient(tx, plan.columns));
    if (from.groups > 1) {
      Value group = b.createOrFold<arith::SubIOp>(loc, panel, from.firstPanel);
      tile = plus(b, loc, tile,
                  times(b, loc, quotient(group, plan.panels), tiles));
    }
    ahead.nextImage =
        last < 0 ? nextImage : choose(from.firstRow, last, from.n, nextImage);
    ahead.nextPixel = plus(
        b, loc,
        last < 0 ? index(b, 0) : choose(from.firstRow, last, row, index(b, 0)),
        least(times(b, loc, tile, ahead.nextPixels),
              pixels - ahead.nextPixels));
  }

  /// The share of one block, and of one tap, in what is fetched.
  void fetch(OpBuilder &b, const Ahead &ahead, Value tap, Value block) {
    auto split = [&](OpBuilder &at, Value value, int64_t n) {
      return std::pair(
          at.createOrFold<arith::DivUIOp>(loc, value, index(at, n)),
          at.createOrFold<arith::RemUIOp>(loc, value, index(at, n)));
    };
    int64_t taps = tap ? plan.y.mostTaps() * plan.x.mostTaps() : 1;
    if (taps == 1)
      tap = index(b, 0);

    // Share by share; beyond the last pixel, that one over and over.
    int64_t each = llvm::divideCeil(ahead.nextPixels, taps);
    Value pixel = times(b, loc, tap, each);
    if (each * taps > ahead.nextPixels)
      pixel = b.createOrFold<arith::MinUIOp>(loc, pixel,
                                             index(b, ahead.nextPixels - each));
    auto fetchNext = [&](OpBuilder &inner, Value i, ValueRange) {
      Value at = plus(inner, loc, pixel, i);
      if (plan.inPlace && ahead.rows == 1) {
        at = times(inner, loc, at, plan.x.inStep);
      } else if (plan.inPlace) {
        auto [y, x] = split(inner, at, ahead.columns);
        at = plus(inner, loc,
                  times(inner, loc, y, plan.y.inStep * plan.x.inSize),
                  times(inner, loc, x, plan.x.inStep));
      }
      at = plus(inner, loc, ahead.nextPixel, at);
      lines.front().fetch(inner, loc, ahead.nextImage, block, at);
      return SmallVector<Value>();
    };
    emitLoop(b, loc, b.getIndexAttr(0), b.getIndexAttr(each), 1, {}, fetchNext);

    int64_t blocks = plan.sources / plan.lanes;
    if (taps * plan.sources > kShortSum)
      return;
    int64_t vectors = ahead.rows * ahead.columns * ahead.vectors;
    int64_t count = llvm::divideCeil(vectors, taps * blocks);
    Value number =
        times(b, loc, plus(b, loc, times(b, loc, tap, blocks), block), count);
    auto fetchEnd = [&](OpBuilder &inner, Value i, ValueRange) {
      Value at = inner.createOrFold<arith::MinUIOp>(
          loc, plus(inner, loc, number, i), index(inner, vectors - 1));
      Value v = index(inner, 0);
      if (ahead.vectors > 1)
        std::tie(at, v) = split(inner, at, ahead.vectors);
      if (ahead.rows > 1) {
        auto [y, x] = split(inner, at, ahead.columns);
        at = plus(inner, loc, times(inner, loc, y, plan.x.outSize), x);
      }
      at = plus(inner, loc, ahead.corner, at);
      Value panel = plus(inner, loc, ahead.panel, v);
      for (const ImageLines &images : ArrayRef(lines).drop_front())
        images.fetch(inner, loc, ahead.image, panel, at);
      return SmallVector<Value>();
    };
    emitLoop(b, loc, b.getIndexAttr(0), b.getIndexAttr(count), 1, {}, fetchEnd);
  }

  /// A channel of the source; also by block and lane, if it is blocked.
  struct Channel {
    Value index, block, lane;
  };

  /// `tap` is the number of the filter's tap, null where all follow.
  SmallVector<Value> overChannels(OpBuilder &b, ValueRange sums,
                                  const Ahead &ahead, Value tap,
                                  llvm::function_ref<SmallVector<Value>(
                                      OpBuilder &, const Channel &, ValueRange)>
                                      body) {
    auto loop = [&](OpBuilder &outer, int64_t count, ValueRange carried,
                    LoopBody step) {
      return emitLoop(outer, loc, outer.getIndexAttr(0),
                      outer.getIndexAttr(count), 1, carried, step);
    };
    if (!plan.blockedSource)
      return loop(b, plan.sources, sums,
                  [&](OpBuilder &inner, Value channel, ValueRange args) {
                    return body(inner, {channel, {}, {}}, args);
                  });
    return loop(b, plan.sources / plan.lanes, sums,
                [&](OpBuilder &outer, Value block, ValueRange outerSums) {
                  if (plan.fetches())
                    fetch(outer, ahead, tap, block);
                  return loop(
                      outer, plan.lanes, outerSums,
                      [&](OpBuilder &inner, Value lane, ValueRange args) {
                        Value channel =
                            plus(inner, loc,
                                 times(inner, loc, block, plan.lanes), lane);
                        return body(inner, {channel, block, lane}, args);
                      });
                });
  }

  SmallVector<Value>
  overTaps(OpBuilder &b, const PhaseAt &phase, Value base, ValueRange sums,
           llvm::function_ref<SmallVector<Value>(OpBuilder &, Value k, Value at,
                                                 ValueRange)>
               body) {
    return emitLoop(
        b, loc, b.getIndexAttr(0), phase.taps, 1, sums,
        [&](OpBuilder &inner, Value tap, ValueRange args) {
          Value k = plus(inner, loc, times(inner, loc, tap, phase.filterStep),
                         phase.filter);
          Value at =
              plus(inner, loc, times(inner, loc, tap, phase.atStep), phase.at);
          return body(inner, k, plus(inner, loc, base, at), args);
        });
  }

  SmallVector<Value> multiplyAdd(OpBuilder &b, const Strip &from, Value pixel,
                                 const Channel &channel, Value ky, Value kx,
                                 int64_t rows, int64_t columns, Value panel,
                                 int64_t vectors, ValueRange sums) {
    SmallVector<Value> weights, result;
    for (int64_t v = 0; v < vectors; ++v)
      weights.push_back(
          read(b, filter,
               {plus(b, loc, panel, v), channel.index, ky, kx, index(b, 0)}));
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < columns; ++j) {
        int64_t more = i * plan.y.inStep * from.width + j * plan.x.inStep;
        Value a = plan.blockedSource
                      ? from.blocks.load(b, loc, index(b, 0), channel.block,
                                         pixel, more, channel.lane, 0)
                      : from.from.load(b, loc, channel.index, 0, pixel, more);
        a = asVector(b, loc, a, plan.lanes);
        for (int64_t v = 0; v < vectors; ++v)
          result.push_back(vector::FMAOp::create(
              b, loc, a, weights[v], sums[(i * columns + j) * vectors + v]));
      }
    return result;
  }

  /// Transposes `pixels` rows of `sums` into planes of the results.
  Value store(OpBuilder &b, Value sums, Value n, Value panel, int64_t vectors,
              int64_t lastLanes, Value firstPixel, int64_t pixels,
              Value results) {
    auto panelTo = [&](OpBuilder &inner, Value v, int64_t channels, Value to) {
      if (pixels < plan.lanes)
        return block(inner, sums, n, panel, v, channels, firstPixel,
                     index(inner, 0), pixels, to);
      int64_t whole = pixels / plan.lanes * plan.lanes;
      to = emitSplit(inner, loc, whole, plan.lanes, to,
                     [&](OpBuilder &nested, Value at, int64_t, Value target) {
                       return block(nested, sums, n, panel, v, channels,
                                    firstPixel, at, plan.lanes, target);
                     });
      // The last block overlaps the one before.
      if (whole < pixels)
        to = block(inner, sums, n, panel, v, channels, firstPixel,
                   index(inner, pixels - plan.lanes), plan.lanes, to);
      return to;
    };
    int64_t full = lastLanes == plan.lanes ? vectors : vectors - 1;
    if (full > 0)
      results = emitSplit(b, loc, full, 1, results,
                          [&](OpBuilder &inner, Value v, int64_t, Value to) {
                            return panelTo(inner, v, plan.lanes, to);
                          });
    return full < vectors ? panelTo(b, index(b, full), lastLanes, results)
                          : results;
  }

  Value block(OpBuilder &b, Value sums, Value n, Value panel, Value v,
              int64_t channels, Value firstPixel, Value at, int64_t pixels,
              Value results) {
    SmallVector<Value> rows;
    Value lane = times(b, loc, v, plan.lanes);
    for (int64_t i = 0; i < plan.lanes; ++i)
      rows.push_back(read(b, sums, {plus(b, loc, at, i), lane}));
    SmallVector<Value> planes = emitTranspose(b, loc, rows);
    Value channel = times(b, loc, plus(b, loc, panel, v), plan.lanes);
    Value pixel = plus(b, loc, firstPixel, at);
    int64_t width =
        std::min(plan.lanes, int64_t(llvm::bit_floor(uint64_t(pixels))));
    for (int64_t c = 0; c < channels; ++c) {
      SmallVector<Value> numbers = channelInputs([&](Value input) -> Value {
        return tensor::ExtractOp::create(b, loc, input,
                                         plus(b, loc, channel, c));
      });
      for (int64_t start : coverWith(pixels, width)) {
        Value part = planes[c];
        if (width < plan.lanes)
          part = vector::ExtractStridedSliceOp::create(b, loc, part, start,
                                                       width, 1);
        SmallVector<Value> stored{n, plus(b, loc, channel, c),
                                  plus(b, loc, pixel, start)};
        results = write(b, finish(b, part, numbers, stored), results, stored);
      }
    }
    return results;
  }

  const GatherPlan &plan;
  Value source, filter, zero;
  // Where tiles fetch ahead: the source, the results, and images of the
  // epilogue; and the number of the last image.
  SmallVector<ImageLines> lines;
  Value lastImage;
};

} // namespace

bool fitsGather(const Convolution &conv, const ConvTarget &target) {
  GatherPlan plan(conv, target);
  return plan.stripBytes(plan.stripRows) <= kMaxStripBytes;
}

int64_t gatherCost(const Convolution &conv, const ConvTarget &target) {
  return GatherPlan(conv, target).imageCost;
}

ConvChoices gatherChoices(const Convolution &conv, const ConvTarget &target) {
  GatherPlan plan(conv, target);
  return {{{"rows", plan.rows},
           {"columns", plan.columns},
           {"panels", plan.panels},
           {"strip_rows", plan.stripRows},
           {"panel_block", plan.panelBlock},
           {"channels_outside", plan.channelsOutside}},
          plan.alternatives(target)};
}

Value emitGatherKernel(OpBuilder &b, const Convolution &conv,
                       const ConvTarget &target, const ConvEpilogue *epilogue,
                       Value source, Value filter, ValueRange inputs,
                       Value results) {
  GatherPlan plan(conv, target);
  return GatherKernel(results.getLoc(), plan, conv.element, epilogue, source,
                      filter, inputs)
      .emit(b, results);
}

} // namespace nnc::cpu
