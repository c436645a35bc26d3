//===- PackOperands.cpp - pack operands of contractions inside a step ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

#include <numeric>

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_PACKOPERANDS
#include "CPUPasses.h.inc"

namespace {

/// What a size known at run time only is taken for.
constexpr int64_t kTypicalSize = 128;
/// Blocks of rows are of whole panels.
constexpr int64_t kPanelRows = 16;

struct PackOperands : impl::PackOperandsBase<PackOperands> {
  using PackOperandsBase::PackOperandsBase;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    SmallVector<linalg::LinalgOp> ops;
    getOperation().walk([&](linalg::LinalgOp op) { ops.push_back(op); });
    for (linalg::LinalgOp op : ops)
      visit(rewriter, op);
  }

private:
  void visit(RewriterBase &rewriter, linalg::LinalgOp op) {
    std::optional<Tiling> tiling = Tiling::get(op);
    std::optional<ContractionRoles> roles =
        tiling ? contractionRoles(op) : std::nullopt;
    if (!roles)
      return;
    SmallVector<int64_t> ranges = op.getStaticLoopRanges();
    auto size = [&](int64_t loop) {
      return ShapedType::isDynamic(ranges[loop]) ? kTypicalSize : ranges[loop];
    };
    std::optional<SmallVector<KernelOperand>> inputs = inputsOf(op);
    const KernelOperand &wide = (*inputs)[roles->wide];
    const KernelOperand &narrow = (*inputs)[roles->narrow];
    auto elements = [&](const KernelOperand &operand) {
      int64_t count = 1;
      for (int64_t loop : operand.loops)
        count *= size(loop);
      return count;
    };
    int64_t lanes = tiling->lanes, group = lanes * tiling->nv;
    int64_t rows = size(roles->rowLoop), columns = size(roles->laneLoop);
    int64_t reduced = elements(wide) / columns;

    // Vectors with strides would be gathers; long columns of a wide matrix
    // touch a page for each step.
    bool strided = wide.laneLoop() != roles->laneLoop;
    if (lanes > 1 && !strided && !wide.view.isPacked()) {
      bool reused = rows >= 4 * tiling->mr && columns > group &&
                    reduced * columns >= 1 << 14;
      tiling->packWide = tiling->packWide.value_or(reused);
    } else {
      tiling->packWide = std::nullopt;
    }
    if (lanes > 1 && tiling->packWide.value_or(strided))
      pack(rewriter, op, roles->wide, wide.dimOf(roles->laneLoop), lanes);

    // Rows that are neighbours in memory share a line, but a page for each
    // step of a long sum.
    bool ofRows = narrow.laneLoop() == roles->rowLoop;
    if (lanes > 1 && rows > lanes && ofRows && !narrow.view.isPacked()) {
      bool tall = reduced >= 512 && columns >= 4 * group;
      tiling->packNarrow = tiling->packNarrow.value_or(tall);
    } else if (lanes > 1 && collides(narrow, *roles, *tiling) &&
               makerOf(op, roles->narrow)) {
      tiling->packNarrow = tiling->packNarrow.value_or(true);
    } else {
      tiling->packNarrow = std::nullopt;
    }
    if (tiling->packNarrow.value_or(false)) {
      // Tiles must divide a panel: fewer rows, one vector more.
      if (ofRows && tiling->mr % 8 != 0 && tiling->mr > 8) {
        tiling->nv = tiling->mr * tiling->nv / 8;
        tiling->mr = 8;
      }
      pack(rewriter, op, roles->narrow, narrow.view.getLaneDim(), lanes);
    }
    tiling->set(op);
    if (alternatives) {
      bool panels = narrow.view.isPacked() ||
                    (ofRows && tiling->packNarrow.value_or(false));
      op->setAttr(
          kTilingAttr,
          withAlternatives(tiling->toAttr(&getContext()),
                           others(*tiling, rows, columns, panels,
                                  !ShapedType::isDynamicShape(ranges))));
    }
  }

  /// Whether the rows of a tile, which are read side by side along the sum, lie
  /// so many bytes apart that their lines share sets of a first-level cache of
  /// 64 sets and 8 ways, and are more than it keeps.
  static bool collides(const KernelOperand &narrow,
                       const ContractionRoles &roles, const Tiling &tiling) {
    constexpr int64_t kSetBytes = 64 * 64, kWays = 8;
    int64_t row = narrow.scalar ? -1 : narrow.dimOf(roles.rowLoop);
    if (row < 0 || narrow.view.isPacked() || narrow.laneLoop() < 0 ||
        narrow.laneLoop() == roles.rowLoop)
      return false;
    auto type = cast<RankedTensorType>(narrow.view.getStorage().getType());
    int64_t stride = type.getElementTypeBitWidth() / 8;
    for (int64_t size : type.getShape().drop_front(row + 1)) {
      if (ShapedType::isDynamic(size))
        return false;
      stride *= size;
    }
    int64_t places = kSetBytes / std::gcd(stride, kSetBytes);
    return tiling.mr > kWays * places;
  }

  /// The op that makes operand `number` and can write it in panels at once.
  static linalg::LinalgOp makerOf(linalg::LinalgOp op, unsigned number) {
    auto maker =
        op.getDpsInputOperand(number)->get().getDefiningOp<linalg::LinalgOp>();
    if (maker &&
        (maker->getBlock() != op->getBlock() || isa<linalg::FillOp>(*maker)))
      maker = {};
    return maker;
  }

  /// What else can be tried for `rows` by `columns`. Tiles divide the panels of
  /// rows, if rows lie in `panels`. Packing only where all sizes are `known`.
  SmallVector<SmallVector<TilingNumbers>> others(const Tiling &tiling,
                                                 int64_t rows, int64_t columns,
                                                 bool panels,
                                                 bool known) const {
    constexpr int64_t kWidest = 6;
    Candidates tiles;
    int64_t vectors = llvm::divideCeil(columns, tiling.lanes);
    for (int64_t nv = 1; nv <= std::min(kWidest, vectors); ++nv)
      for (int64_t mr = 1; mr <= rows; ++mr) {
        if (mr * nv + (nv == 1 ? 2 : nv + 1) > int64_t(vectorRegisters))
          break;
        if (panels && tiling.lanes % mr != 0)
          continue;
        auto cost = [&](int64_t wide) {
          return rows / mr * tileStepCost(mr, wide) +
                 tileStepCost(rows % mr, wide);
        };
        int64_t all = vectors / nv * cost(nv);
        if (vectors % nv != 0)
          all += cost(vectors % nv);
        tiles.add(all, mr, nv, {{"mr", mr}, {"nv", nv}});
      }
    SmallVector<SmallVector<TilingNumbers>> lists;
    lists.push_back(tiles.best({{"mr", tiling.mr}, {"nv", tiling.nv}}));
    // Blocks of all rows or more are no blocks.
    SmallVector<TilingNumbers> blocks;
    if (tiling.mc > 0 && tiling.mc < rows)
      blocks.push_back({{"mc", 0}});
    for (int64_t mc = llvm::alignTo(std::min(tiling.mc, rows) / 2, kPanelRows);
         mc >= kPanelRows && mc < rows && blocks.size() < 3;
         mc = mc / 2 / kPanelRows * kPanelRows)
      if (mc != tiling.mc)
        blocks.push_back({{"mc", mc}});
    lists.push_back(blocks);
    // A size that is no multiple of the batch would have no place in the arena.
    if (!known)
      return lists;
    SmallVector<TilingNumbers> packs;
    if (tiling.packWide)
      packs.push_back({{"pack_wide", !*tiling.packWide}});
    if (tiling.packNarrow)
      packs.push_back({{"pack_narrow", !*tiling.packNarrow}});
    lists.push_back(packs);
    return lists;
  }

  /// Reads operand `number` through panels along logical dim `dim`.
  void pack(RewriterBase &rewriter, linalg::LinalgOp op, unsigned number,
            int64_t dim, int64_t lanes) {
    Location loc = op.getLoc();
    Value source = op.getDpsInputOperand(number)->get();
    auto type = cast<RankedTensorType>(source.getType());
    // What a kernel computes it can write in panels at once; then all readers
    // use these.
    linalg::LinalgOp maker = makerOf(op, number);
    // What a loop does not change is packed once, before it.
    Operation *place = op;
    for (auto loop = dyn_cast<scf::ForOp>(op->getParentOp());
         loop && !maker && loop.isDefinedOutsideOfLoop(source);
         loop = dyn_cast<scf::ForOp>(loop->getParentOp()))
      place = loop;
    rewriter.setInsertionPoint(maker ? maker : place);
    SmallVector<OpFoldResult> sizes;
    SmallVector<int64_t> order{dim};
    for (int64_t d = 0; d < type.getRank(); ++d) {
      sizes.push_back(sizeOf(rewriter, loc, source, d));
      if (d != dim)
        order.push_back(d);
    }
    OpFoldResult tile = rewriter.getIndexAttr(lanes);
    SmallVector<OpFoldResult> shape =
        linalg::PackOp::getResultShape(rewriter, loc, sizes, tile, dim, order);
    Value dest =
        tensor::EmptyOp::create(rewriter, loc, shape, type.getElementType());
    Value logical =
        tensor::EmptyOp::create(rewriter, loc, sizes, type.getElementType());
    std::optional<Value> padding;
    if (type.isDynamicDim(dim) || type.getDimSize(dim) % lanes != 0)
      padding = arith::ConstantOp::create(
          rewriter, loc, rewriter.getZeroAttr(type.getElementType()));
    if (maker)
      rewriter.setInsertionPointAfter(maker);
    auto packed = linalg::PackOp::create(rewriter, loc, source, dest, dim, tile,
                                         padding, order);
    Value unpacked =
        linalg::UnPackOp::create(rewriter, loc, packed->getResult(0), logical,
                                 dim, tile, order)
            ->getResult(0);
    if (maker && !padding)
      rewriter.replaceAllUsesExcept(source, unpacked, packed);
    else
      rewriter.modifyOpInPlace(
          op, [&] { op.getDpsInputOperand(number)->set(unpacked); });
  }
};

} // namespace
} // namespace nnc::cpu
