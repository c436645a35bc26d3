//===- ImageLayout.cpp - images keep the layout of their kernels ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Packs move up to what makes an image, unpacks down to what reads it, until
// they meet or reach something that needs images as they are.
//
//===----------------------------------------------------------------------===//

#include "TensorView.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_IMAGELAYOUT
#include "CPUPasses.h.inc"

namespace {

/// Dim `dim` of an image in blocks of `tile`, which are the last dim; the order
/// of dims stays.
struct BlockLayout {
  int64_t dim, tile;

  bool operator==(const BlockLayout &other) const {
    return dim == other.dim && tile == other.tile;
  }
  bool operator!=(const BlockLayout &other) const { return !(*this == other); }

  template <typename RelayoutOp>
  static std::optional<BlockLayout> get(RelayoutOp op) {
    if (!op || op.getInnerDimsPos().size() != 1 ||
        ShapedType::isDynamic(op.getStaticInnerTiles()[0]) ||
        !op.getOuterDimsPerm().empty())
      return std::nullopt;
    return BlockLayout{op.getInnerDimsPos()[0], op.getStaticInnerTiles()[0]};
  }

  /// Of what a pack makes.
  static std::optional<BlockLayout> of(linalg::PackOp pack) {
    return pack && !pack.getPaddingValue() ? get(pack) : std::nullopt;
  }

  /// Of what `value` is unpacked from.
  static std::optional<BlockLayout> behind(Value value) {
    return get(value.getDefiningOp<linalg::UnPackOp>());
  }

  SmallVector<OpFoldResult> sizes(OpBuilder &b,
                                  ArrayRef<OpFoldResult> logical) const {
    SmallVector<OpFoldResult> result(logical);
    result[dim] = b.getIndexAttr(*getConstantIntValue(logical[dim]) / tile);
    result.push_back(b.getIndexAttr(tile));
    return result;
  }
};

SmallVector<OpFoldResult> sizesOf(OpBuilder &b, Location loc, Value tensor) {
  SmallVector<OpFoldResult> sizes;
  for (int64_t d = 0, e = cast<RankedTensorType>(tensor.getType()).getRank();
       d < e; ++d)
    sizes.push_back(sizeOf(b, loc, tensor, d));
  return sizes;
}

Value destination(OpBuilder &b, Location loc, ArrayRef<OpFoldResult> sizes,
                  Value value, const BlockLayout &layout) {
  return tensor::EmptyOp::create(b, loc, layout.sizes(b, sizes),
                                 getElementTypeOrSelf(value.getType()));
}

Value packInto(OpBuilder &b, Location loc, Value value, Value dest,
               const BlockLayout &layout) {
  return linalg::PackOp::create(b, loc, value, dest, layout.dim,
                                OpFoldResult(b.getIndexAttr(layout.tile)))
      ->getResult(0);
}

/// `value` in blocks: what it is unpacked from, or a pack.
Value pack(OpBuilder &b, Location loc, Value value, const BlockLayout &layout) {
  if (BlockLayout::behind(value) == layout)
    return value.getDefiningOp<linalg::UnPackOp>().getSource();
  Value dest = destination(b, loc, sizesOf(b, loc, value), value, layout);
  return packInto(b, loc, value, dest, layout);
}

Value unpack(OpBuilder &b, Location loc, Value blocked,
             ArrayRef<OpFoldResult> sizes, const BlockLayout &layout) {
  Value dest = tensor::EmptyOp::create(b, loc, sizes,
                                       getElementTypeOrSelf(blocked.getType()));
  return linalg::UnPackOp::create(b, loc, blocked, dest, layout.dim,
                                  OpFoldResult(b.getIndexAttr(layout.tile)))
      ->getResult(0);
}

struct PackOfUnpack : OpRewritePattern<linalg::PackOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(linalg::PackOp op,
                                PatternRewriter &rewriter) const override {
    auto layout = BlockLayout::of(op);
    if (!layout || BlockLayout::behind(op.getSource()) != layout)
      return failure();
    rewriter.replaceOp(
        op, op.getSource().getDefiningOp<linalg::UnPackOp>().getSource());
    return success();
  }
};

struct PackOfConstant : OpRewritePattern<linalg::PackOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(linalg::PackOp op,
                                PatternRewriter &rewriter) const override {
    if (!BlockLayout::of(op))
      return failure();
    if (op.getSource().getDefiningOp<tensor::EmptyOp>()) {
      rewriter.replaceOp(op, op.getDest());
      return success();
    }
    auto fill = op.getSource().getDefiningOp<linalg::FillOp>();
    if (!fill)
      return failure();
    rewriter.replaceOpWithNewOp<linalg::FillOp>(op, fill.getInputs(),
                                                op.getDest());
    return success();
  }
};

/// The groups of a reshape with the blocks' lanes as one more dim; nothing if
/// it touches the dim that is blocked.
struct BlockedGroups {
  SmallVector<ReassociationIndices> groups;
  int64_t wide, narrow; // the blocked dim there

  template <typename ReshapeOp>
  static std::optional<BlockedGroups> get(ReshapeOp op, int64_t dim,
                                          bool dimIsWide) {
    BlockedGroups result;
    result.groups = op.getReassociationIndices();
    result.wide = result.narrow = -1;
    int64_t next = 0;
    for (auto [i, group] : llvm::enumerate(result.groups)) {
      if (group.size() == 1 &&
          dim == (dimIsWide ? group[0] : static_cast<int64_t>(i))) {
        result.wide = group[0];
        result.narrow = i;
      }
      next = group.back() + 1;
    }
    if (result.wide < 0)
      return std::nullopt;
    result.groups.push_back({next});
    return result;
  }
};

Value collapse(OpBuilder &b, Location loc, Value blocked,
               const BlockedGroups &groups) {
  return tensor::CollapseShapeOp::create(b, loc, blocked, groups.groups);
}

Value expand(OpBuilder &b, tensor::ExpandShapeOp op, Value blocked,
             const BlockedGroups &groups, const BlockLayout &wide) {
  SmallVector<OpFoldResult> sizes = wide.sizes(b, op.getMixedOutputShape());
  SmallVector<int64_t> shape;
  SmallVector<Value> dynamic;
  dispatchIndexOpFoldResults(sizes, dynamic, shape);
  auto type =
      RankedTensorType::get(shape, getElementTypeOrSelf(blocked.getType()));
  return tensor::ExpandShapeOp::create(b, op.getLoc(), type, blocked,
                                       groups.groups, sizes);
}

/// An image in another shape.
template <typename ReshapeOp>
struct ReshapeOfUnpack : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern<ReshapeOp>::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    constexpr bool kCollapses =
        std::is_same_v<ReshapeOp, tensor::CollapseShapeOp>;
    auto layout = BlockLayout::behind(op.getSrc());
    auto groups =
        layout ? BlockedGroups::get(op, layout->dim, kCollapses) : std::nullopt;
    if (!groups)
      return failure();
    Location loc = op.getLoc();
    Value blocked =
        op.getSrc().template getDefiningOp<linalg::UnPackOp>().getSource();
    SmallVector<OpFoldResult> sizes;
    Value made;
    BlockLayout after{kCollapses ? groups->narrow : groups->wide, layout->tile};
    if constexpr (kCollapses) {
      for (const ReassociationIndices &group : op.getReassociationIndices())
        if (group.size() == 1) {
          sizes.push_back(sizeOf(rewriter, loc, op.getSrc(), group[0]));
        } else {
          int64_t size = op.getResultType().getDimSize(sizes.size());
          if (ShapedType::isDynamic(size))
            return failure();
          sizes.push_back(rewriter.getIndexAttr(size));
        }
      made = collapse(rewriter, loc, blocked, *groups);
    } else {
      sizes = op.getMixedOutputShape();
      made = expand(rewriter, op, blocked, *groups, after);
    }
    rewriter.replaceOp(op, unpack(rewriter, loc, made, sizes, after));
    return success();
  }
};

struct PackOfReshape : OpRewritePattern<linalg::PackOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(linalg::PackOp op,
                                PatternRewriter &rewriter) const override {
    auto layout = BlockLayout::of(op);
    Operation *maker = op.getSource().getDefiningOp();
    if (!layout || !maker)
      return failure();
    Location loc = maker->getLoc();
    if (auto view = dyn_cast<tensor::CollapseShapeOp>(maker)) {
      auto groups = BlockedGroups::get(view, layout->dim, false);
      if (!groups)
        return failure();
      Value packed =
          pack(rewriter, loc, view.getSrc(), {groups->wide, layout->tile});
      rewriter.replaceOp(op, collapse(rewriter, loc, packed, *groups));
      return success();
    }
    if (auto view = dyn_cast<tensor::ExpandShapeOp>(maker)) {
      auto groups = BlockedGroups::get(view, layout->dim, true);
      if (!groups)
        return failure();
      Value packed =
          pack(rewriter, loc, view.getSrc(), {groups->narrow, layout->tile});
      rewriter.replaceOp(op, expand(rewriter, view, packed, *groups, *layout));
      return success();
    }
    return failure();
  }
};

/// What is computed from blocked images, or read as one, is blocked: results of
/// an elementwise op, and what a reduction keeps of its elements.
struct BlockElementwise : OpRewritePattern<linalg::GenericOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(linalg::GenericOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.hasPureTensorSemantics())
      return failure();
    // The loop over channels.
    int64_t loop = -1, tile = 0;
    auto see = [&](AffineMap map, const BlockLayout &layout) {
      if (!map.isPermutation())
        return;
      loop = map.getDimPosition(layout.dim);
      tile = layout.tile;
    };
    for (OpOperand *input : op.getDpsInputOperands())
      if (auto layout = BlockLayout::behind(input->get()))
        see(op.getMatchingIndexingMap(input), *layout);
    for (OpResult result : op->getResults())
      for (Operation *user : result.getUsers())
        if (auto layout = BlockLayout::of(dyn_cast<linalg::PackOp>(user)))
          see(op.getIndexingMapMatchingResult(result), *layout);
    if (loop < 0)
      return failure();
    bool changed = false;
    for (OpResult result : op->getResults()) {
      AffineMap map = op.getIndexingMapMatchingResult(result);
      if (result.use_empty() || !map.isPermutation() ||
          llvm::any_of(result.getUsers(), llvm::IsaPred<func::ReturnOp>) ||
          (result.hasOneUse() && isa<linalg::PackOp>(*result.user_begin())))
        continue;
      BlockLayout layout{-1, tile};
      for (unsigned dim = 0; dim < map.getNumResults(); ++dim)
        if (map.getDimPosition(dim) == loop)
          layout.dim = dim;
      auto type = cast<RankedTensorType>(result.getType());
      if (type.isDynamicDim(layout.dim) ||
          type.getDimSize(layout.dim) % tile != 0)
        continue;
      // The kernel writes there, so it is made before.
      Location loc = op.getLoc();
      rewriter.setInsertionPoint(op);
      SmallVector<OpFoldResult> sizes = sizesOf(
          rewriter, loc, op.getDpsInitOperand(result.getResultNumber())->get());
      Value dest = destination(rewriter, loc, sizes, result, layout);
      rewriter.setInsertionPointAfter(op);
      Value packed = packInto(rewriter, loc, result, dest, layout);
      Value logical = unpack(rewriter, loc, packed, sizes, layout);
      rewriter.replaceAllUsesExcept(result, logical, packed.getDefiningOp());
      changed = true;
    }
    return success(changed);
  }
};

/// The dim of a slice that dim `dim` of the whole is; nothing unless it is
/// taken as a whole, with all behind it.
template <typename SliceOp>
std::optional<int64_t> dimInSlice(SliceOp op, RankedTensorType whole,
                                  RankedTensorType slice, int64_t dim) {
  int64_t dropped = whole.getRank() - slice.getRank();
  if (dim < dropped || !op.hasUnitStride())
    return std::nullopt;
  for (int64_t d = 0; d < whole.getRank(); ++d) {
    if (d < dropped && op.getStaticSizes()[d] != 1)
      return std::nullopt;
    if (d >= dim && (op.getStaticOffsets()[d] != 0 ||
                     ShapedType::isDynamic(whole.getDimSize(d)) ||
                     op.getStaticSizes()[d] != whole.getDimSize(d)))
      return std::nullopt;
  }
  return dim - dropped;
}

template <typename SliceOp>
SmallVector<OpFoldResult> blockedOffsets(OpBuilder &b, SliceOp op) {
  SmallVector<OpFoldResult> offsets = op.getMixedOffsets();
  offsets.push_back(b.getIndexAttr(0));
  return offsets;
}

struct SliceOfUnpack : OpRewritePattern<tensor::ExtractSliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(tensor::ExtractSliceOp op,
                                PatternRewriter &rewriter) const override {
    auto layout = BlockLayout::behind(op.getSource());
    auto dim =
        layout ? dimInSlice(op, op.getSourceType(), op.getType(), layout->dim)
               : std::nullopt;
    if (!dim)
      return failure();
    Location loc = op.getLoc();
    Value source = op.getSource().getDefiningOp<linalg::UnPackOp>().getSource();
    SmallVector<OpFoldResult> logical = op.getMixedSizes();
    SmallVector<OpFoldResult> sizes = layout->sizes(rewriter, logical);
    SmallVector<OpFoldResult> strides(sizes.size(), rewriter.getIndexAttr(1));
    BlockLayout after{*dim, layout->tile};
    int64_t dropped = layout->dim - *dim;
    auto shape = llvm::to_vector(op.getType().getShape());
    shape[*dim] /= layout->tile;
    shape.push_back(layout->tile);
    Value made = tensor::ExtractSliceOp::create(
        rewriter, loc,
        RankedTensorType::get(shape, op.getType().getElementType()), source,
        blockedOffsets(rewriter, op), sizes, strides);
    rewriter.replaceOp(op,
                       unpack(rewriter, loc, made,
                              ArrayRef(logical).drop_front(dropped), after));
    return success();
  }
};

/// What a loop stacks.
struct InsertOfUnpack : OpRewritePattern<tensor::InsertSliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(tensor::InsertSliceOp op,
                                PatternRewriter &rewriter) const override {
    auto layout = BlockLayout::behind(op.getSource());
    auto stack = dyn_cast<BlockArgument>(op.getDest());
    if (!layout || !stack || !stack.hasOneUse() ||
        !isa<scf::ForOp>(stack.getOwner()->getParentOp()))
      return failure();
    int64_t dropped = op.getDestType().getRank() - op.getSourceType().getRank();
    BlockLayout whole{layout->dim + dropped, layout->tile};
    if (dimInSlice(op, op.getDestType(), op.getSourceType(), whole.dim) !=
        layout->dim)
      return failure();
    Location loc = op.getLoc();
    SmallVector<OpFoldResult> logical = sizesOf(rewriter, loc, stack);
    Value into = pack(rewriter, loc, stack, whole);
    SmallVector<OpFoldResult> sizes = whole.sizes(rewriter, op.getMixedSizes());
    SmallVector<OpFoldResult> strides(sizes.size(), rewriter.getIndexAttr(1));
    Value made = tensor::InsertSliceOp::create(
        rewriter, loc,
        op.getSource().getDefiningOp<linalg::UnPackOp>().getSource(), into,
        blockedOffsets(rewriter, op), sizes, strides);
    rewriter.replaceOp(op, unpack(rewriter, loc, made, logical, whole));
    return success();
  }
};

/// What a loop carries.
struct BlockCarried : OpRewritePattern<scf::ForOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(scf::ForOp loop,
                                PatternRewriter &rewriter) const override {
    Operation *yield = loop.getBody()->getTerminator();
    for (auto [i, arg] : llvm::enumerate(loop.getRegionIterArgs())) {
      std::optional<BlockLayout> layout =
          BlockLayout::behind(yield->getOperand(i));
      if (!layout)
        layout = BlockLayout::behind(loop.getInitArgs()[i]);
      for (Operation *user : arg.getUsers())
        if (auto packed = dyn_cast<linalg::PackOp>(user))
          layout = BlockLayout::of(packed);
      if (!layout)
        continue;
      block(rewriter, loop, i, *layout);
      return success();
    }
    return failure();
  }

private:
  static void block(PatternRewriter &rewriter, scf::ForOp loop, unsigned i,
                    const BlockLayout &layout) {
    Location loc = loop.getLoc();
    SmallVector<OpFoldResult> sizes =
        sizesOf(rewriter, loc, loop.getInitArgs()[i]);
    SmallVector<Value> inits(loop.getInitArgs());
    inits[i] = pack(rewriter, loc, inits[i], layout);
    auto made = scf::ForOp::create(rewriter, loc, loop.getLowerBound(),
                                   loop.getUpperBound(), loop.getStep(), inits);
    made->setDiscardableAttrs(loop->getDiscardableAttrDictionary());
    rewriter.setInsertionPointToStart(made.getBody());
    SmallVector<Value> args(made.getBody()->getArguments());
    args[i + 1] = unpack(rewriter, loc, args[i + 1], sizes, layout);
    Operation *yield = loop.getBody()->getTerminator();
    rewriter.setInsertionPoint(yield);
    Value next = pack(rewriter, loc, yield->getOperand(i), layout);
    rewriter.modifyOpInPlace(yield, [&] { yield->setOperand(i, next); });
    rewriter.mergeBlocks(loop.getBody(), made.getBody(), args);
    rewriter.setInsertionPointAfter(made);
    SmallVector<Value> results(made.getResults());
    results[i] = unpack(rewriter, loc, results[i], sizes, layout);
    rewriter.replaceOp(loop, results);
  }
};

struct ImageLayout : impl::ImageLayoutBase<ImageLayout> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<PackOfUnpack, PackOfConstant, PackOfReshape, BlockElementwise,
                 SliceOfUnpack, InsertOfUnpack, BlockCarried,
                 ReshapeOfUnpack<tensor::CollapseShapeOp>,
                 ReshapeOfUnpack<tensor::ExpandShapeOp>>(&getContext());
    GreedyRewriteConfig config;
    config.enableFolding(false);
    config.enableConstantCSE(false);
    config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
    if (failed(
            applyPatternsGreedily(getOperation(), std::move(patterns), config)))
      signalPassFailure();
    getOperation().walk([&](Operation *op) {
      if (isa<linalg::PackOp, linalg::UnPackOp>(op))
        ++numLeft;
    });
  }
};

} // namespace
} // namespace nnc::cpu
