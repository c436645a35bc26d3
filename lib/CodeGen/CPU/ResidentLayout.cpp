//===- ResidentLayout.cpp - parameters kept in panels ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Matchers.h"

#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_RESIDENTLAYOUT
#include "CPUPasses.h.inc"

namespace {

constexpr StringLiteral kArgAttr = "nn.arg", kResultAttr = "nn.result",
                        kLayoutAttr = "nn.layout";

/// Smaller tensors are packed inside the step at no cost worth counting.
constexpr int64_t kMinElements = 1 << 14, kMinFilterElements = 1 << 12;

/// The last panel of a dim may be padded by this share of the dim at most.
constexpr int64_t kPaddedShare = 8;

/// A block tensor of the program. Two models may use one path; with one shape
/// they then share a layout, which is right, if not needed.
using Key = std::pair<Attribute, Type>;

struct ResidentLayout : impl::ResidentLayoutBase<ResidentLayout> {
  using ResidentLayoutBase::ResidentLayoutBase;

  void runOnOperation() override {
    for (func::FuncOp func : getOperation().getOps<func::FuncOp>())
      if (hasBody(func) && !isStatistics(func))
        vote(func);
    if (dims.empty())
      return;
    // What is updated together with a packed tensor is packed like it.
    bool changed = true;
    while (changed) {
      changed = false;
      for (func::FuncOp func : getOperation().getOps<func::FuncOp>())
        if (hasBody(func))
          changed |= spread(func);
    }
    for (func::FuncOp func : getOperation().getOps<func::FuncOp>())
      if (hasBody(func))
        rewrite(func);
  }

private:
  static bool hasBody(func::FuncOp func) {
    return !func.isExternal() && func.getBody().hasOneBlock();
  }

  static bool isStatistics(func::FuncOp func) {
    auto entry = func->getAttrOfType<StringAttr>("nn.entry");
    return entry && entry.getValue() == "statistics";
  }

  /// Inputs and outputs are the caller's, and lie in rows.
  static Key keyOf(Attribute role, Type type) {
    auto arg = dyn_cast_or_null<nn::ArgAttr>(role);
    if (!arg || !llvm::is_contained({nn::ArgKind::parameter, nn::ArgKind::state,
                                     nn::ArgKind::optimizer},
                                    arg.getKind()))
      return {};
    return {role, type};
  }

  static Key keyOf(func::FuncOp func, Value value) {
    auto arg = dyn_cast<BlockArgument>(value);
    if (!arg || arg.getOwner() != &func.getBody().front())
      return {};
    return keyOf(func.getArgAttr(arg.getArgNumber(), kArgAttr), arg.getType());
  }

  static Key keyOfResult(func::FuncOp func, OpOperand &returned) {
    return keyOf(func.getResultAttr(returned.getOperandNumber(), kResultAttr),
                 returned.get().getType());
  }

  /// Dims that a tensor has because of the loops it is stacked over.
  static int64_t stackDims(Attribute role) {
    return cast<nn::ArgAttr>(role).getName().getValue().count('*');
  }

  static SmallVector<OpFoldResult> leading(SmallVector<OpFoldResult> dims,
                                           int64_t count) {
    dims.truncate(count);
    return dims;
  }

  /// Whether `slice` is one iteration of its source, whole.
  static bool isIteration(tensor::ExtractSliceOp slice, int64_t stack) {
    RankedTensorType source = slice.getSourceType();
    return stack > 0 &&
           slice.getType().getShape() == source.getShape().drop_front(stack) &&
           llvm::all_of(
               leading(slice.getMixedSizes(), stack),
               [](OpFoldResult n) { return isConstantIntValue(n, 1); });
  }

  /// The parameter that `weight` is, or is one iteration of.
  struct Parameter {
    Key key;
    int64_t stack = 0;
  };
  static std::optional<Parameter> parameterOf(func::FuncOp func, Value weight,
                                              int64_t minElements) {
    auto type = dyn_cast<RankedTensorType>(weight.getType());
    // A layer that is repeated reads its part of a stack.
    auto slice = weight.getDefiningOp<tensor::ExtractSliceOp>();
    Key key = keyOf(func, slice ? slice.getSource() : weight);
    int64_t stack = key.first ? stackDims(key.first) : 0;
    if (!key.first || !type.hasStaticShape() ||
        type.getNumElements() < minElements ||
        (slice ? !isIteration(slice, stack) : stack > 0))
      return std::nullopt;
    return Parameter{key, stack};
  }

  /// Parameters that a large contraction reads as vectors, and filters that
  /// convolutions read in panels of filters.
  void vote(func::FuncOp func) {
    func.walk([&](linalg::PackOp op) {
      auto type = cast<RankedTensorType>(op.getSource().getType());
      auto parameter = parameterOf(func, op.getSource(), kMinFilterElements);
      if (!parameter || op.getPaddingValue() ||
          op.getInnerDimsPos().size() != 1 || op.getInnerDimsPos()[0] != 0 ||
          ShapedType::isDynamic(op.getStaticInnerTiles()[0]) ||
          !llvm::equal(op.getOuterDimsPerm(),
                       llvm::seq<int64_t>(0, type.getRank())))
        return;
      dims.try_emplace(parameter->key,
                       Layout{parameter->stack, parameter->stack,
                              op.getStaticInnerTiles()[0]});
    });
    func.walk([&](linalg::LinalgOp op) {
      std::optional<Tiling> tiling = Tiling::get(op);
      std::optional<ContractionRoles> roles =
          tiling ? contractionRoles(op) : std::nullopt;
      if (!roles || tiling->lanes < 2)
        return;
      Value weight = op.getDpsInputOperand(roles->wide)->get();
      auto type = cast<RankedTensorType>(weight.getType());
      auto parameter = parameterOf(func, weight, kMinElements);
      if (!parameter || dims.contains(parameter->key))
        return;
      std::optional<SmallVector<KernelOperand>> inputs = inputsOf(op);
      int64_t dim = (*inputs)[roles->wide].dimOf(roles->laneLoop);
      int64_t size = type.getDimSize(dim);
      int64_t padding = llvm::alignTo(size, tiling->lanes) - size;
      if (type.getRank() >= 2 && padding * kPaddedShare <= size)
        dims[parameter->key] = {parameter->stack, parameter->stack + dim,
                                tiling->lanes};
    });
  }

  /// Ops that make the new value of a packed tensor: what they read and write
  /// at the same place should lie the same way.
  bool spread(func::FuncOp func) {
    bool changed = false;
    Operation *end = func.getBody().front().getTerminator();
    for (OpOperand &returned : end->getOpOperands()) {
      auto it = dims.find(keyOfResult(func, returned));
      auto op = returned.get().getDefiningOp<linalg::LinalgOp>();
      if (it == dims.end() || !op)
        continue;
      auto layout = it->second;
      AffineMap map =
          op.getIndexingMapMatchingResult(cast<OpResult>(returned.get()));
      auto add = [&](Key key) {
        if (key.first && key.second == returned.get().getType())
          changed |= dims.try_emplace(key, layout).second;
      };
      for (OpOperand *input : op.getDpsInputOperands())
        if (op.getMatchingIndexingMap(input) == map)
          add(keyOf(func, input->get()));
      for (OpOperand &other : end->getOpOperands())
        if (other.get().getDefiningOp() == op &&
            op.getIndexingMapMatchingResult(cast<OpResult>(other.get())) == map)
          add(keyOfResult(func, other));
    }
    return changed;
  }

  struct Layout {
    int64_t stack; // dims before that of the panels
    int64_t dim;
    int64_t tile;

    /// Panels first, then the other dims in order, in each iteration.
    SmallVector<int64_t> order(int64_t rank) const {
      auto result = llvm::to_vector(llvm::seq<int64_t>(0, stack));
      result.push_back(dim);
      for (int64_t d = stack; d < rank; ++d)
        if (d != dim)
          result.push_back(d);
      return result;
    }
    /// The layout of one iteration.
    Layout ofIteration() const { return {0, dim - stack, tile}; }
    RankedTensorType packed(RankedTensorType type) const {
      return linalg::PackOp::inferPackedType(type, tile, dim,
                                             order(type.getRank()));
    }
    /// Whether the last panel has lanes without elements. They are zero.
    bool isPadded(RankedTensorType type) const {
      return type.getDimSize(dim) % tile != 0;
    }
    /// Whether `op`, a pack or an unpack, is to or from this layout.
    template <typename RelayoutOp> bool is(RelayoutOp op, int64_t rank) const {
      if (!op || stack > 0 || op.getInnerDimsPos() != ArrayRef(dim) ||
          op.getStaticInnerTiles() != ArrayRef(tile))
        return false;
      SmallVector<int64_t> wanted = order(rank);
      return op.getOuterDimsPerm().empty()
                 ? llvm::is_sorted(wanted)
                 : op.getOuterDimsPerm() == ArrayRef(wanted);
    }
    Value pack(OpBuilder &b, Location loc, Value value, Value dest) const {
      auto unpack = value.getDefiningOp<linalg::UnPackOp>();
      if (is(unpack, cast<RankedTensorType>(value.getType()).getRank()))
        return unpack.getSource();
      auto type = cast<RankedTensorType>(value.getType());
      std::optional<Value> padding;
      if (isPadded(type))
        padding = arith::ConstantOp::create(
            b, loc, b.getZeroAttr(type.getElementType()));
      return linalg::PackOp::create(b, loc, value, dest, dim,
                                    OpFoldResult(b.getIndexAttr(tile)), padding,
                                    order(type.getRank()))
          ->getResult(0);
    }
    Value unpack(OpBuilder &b, Location loc, Value value,
                 RankedTensorType type) const {
      Value dest = tensor::EmptyOp::create(b, loc, type.getShape(),
                                           type.getElementType());
      return linalg::UnPackOp::create(b, loc, value, dest, dim,
                                      OpFoldResult(b.getIndexAttr(tile)),
                                      order(type.getRank()))
          ->getResult(0);
    }
    DictionaryAttr attr(Builder b) const {
      return b.getDictionaryAttr(
          {b.getNamedAttr("dim", b.getI64IntegerAttr(dim)),
           b.getNamedAttr("tile", b.getI64IntegerAttr(tile))});
    }
  };

  /// Replaces a packed value of which `logical` is the meaning: one iteration
  /// of a stack is a slice of the panels.
  static void replaceUses(OpBuilder &b, Value value, Value logical,
                          const Layout &layout) {
    // Who reads panels reads them where they are.
    auto fold = [](Value unpacked, Value panels, const Layout &as) {
      int64_t rank = cast<RankedTensorType>(unpacked.getType()).getRank();
      for (Operation *user : llvm::make_early_inc_range(unpacked.getUsers()))
        if (auto pack = dyn_cast<linalg::PackOp>(user);
            as.is(pack, rank) && !pack.getPaddingValue()) {
          pack->replaceAllUsesWith(ValueRange(panels));
          pack->erase();
        }
    };
    for (OpOperand &use : llvm::make_early_inc_range(value.getUses())) {
      if (use.getOwner() == logical.getDefiningOp())
        continue;
      auto slice = dyn_cast<tensor::ExtractSliceOp>(use.getOwner());
      if (!slice || layout.stack == 0 ||
          slice.getType().getRank() + layout.stack !=
              cast<RankedTensorType>(logical.getType()).getRank()) {
        use.set(logical);
        continue;
      }
      b.setInsertionPoint(slice);
      Value part = sliceOf(b, slice.getLoc(), value,
                           leading(slice.getMixedOffsets(), layout.stack));
      Layout one = layout.ofIteration();
      Value unpacked = one.unpack(b, slice.getLoc(), part, slice.getType());
      slice.replaceAllUsesWith(unpacked);
      slice.erase();
      fold(unpacked, part, one);
      if (unpacked.use_empty())
        unpacked.getDefiningOp()->erase();
    }
    fold(logical, value, layout);
    if (logical.use_empty())
      logical.getDefiningOp()->erase();
  }

  struct Iteration {
    SmallVector<OpFoldResult> offsets, sizes, strides;
  };
  static Iteration iterationOf(OpBuilder &b, RankedTensorType type,
                               ArrayRef<OpFoldResult> at) {
    Iteration result{SmallVector<OpFoldResult>(at), {}, {}};
    result.offsets.resize(type.getRank(), b.getIndexAttr(0));
    result.strides.assign(type.getRank(), b.getIndexAttr(1));
    result.sizes.assign(at.size(), b.getIndexAttr(1));
    for (int64_t size : type.getShape().drop_front(at.size()))
      result.sizes.push_back(b.getIndexAttr(size));
    return result;
  }

  static Value sliceOf(OpBuilder &b, Location loc, Value stack,
                       ArrayRef<OpFoldResult> at) {
    auto type = cast<RankedTensorType>(stack.getType());
    Iteration part = iterationOf(b, type, at);
    return tensor::ExtractSliceOp::create(
        b, loc,
        RankedTensorType::get(type.getShape().drop_front(at.size()),
                              type.getElementType()),
        stack, part.offsets, part.sizes, part.strides);
  }

  /// A stack of gradients or of first values that a loop fills, iteration by
  /// iteration: packed as it is filled.
  static void packStack(OpBuilder &b, OpResult result, const Layout &layout) {
    auto loop = dyn_cast<scf::ForOp>(result.getOwner());
    if (!loop || layout.stack == 0)
      return;
    BlockArgument carried = loop.getTiedLoopRegionIterArg(result);
    OpOperand *yielded = loop.getTiedLoopYieldedValue(carried);
    auto insert = yielded->get().getDefiningOp<tensor::InsertSliceOp>();
    if (!insert || !insert->hasOneUse() || !carried.hasOneUse() ||
        insert.getDest() != carried ||
        insert.getSourceType().getShape() !=
            insert.getDestType().getShape().drop_front(layout.stack))
      return;
    Location loc = insert.getLoc();
    auto type = cast<RankedTensorType>(result.getType());
    RankedTensorType packedType = layout.packed(type);
    auto empty = [&](RankedTensorType of) -> Value {
      return tensor::EmptyOp::create(b, loc, of.getShape(),
                                     of.getElementType());
    };
    b.setInsertionPoint(loop);
    OpOperand *init = loop.getTiedLoopInit(carried);
    Value start = empty(packedType);
    if (Value scalar = filledWith(init->get()))
      start = linalg::FillOp::create(b, loc, scalar, start).getResult(0);
    else if (!init->get().getDefiningOp<tensor::EmptyOp>())
      start = layout.pack(b, loc, init->get(), start);
    init->set(start);
    carried.setType(packedType);
    result.setType(packedType);

    b.setInsertionPoint(insert);
    Layout one = layout.ofIteration();
    Value part = one.pack(b, loc, insert.getSource(),
                          empty(one.packed(insert.getSourceType())));
    Iteration place = iterationOf(
        b, packedType, leading(insert.getMixedOffsets(), layout.stack));
    yielded->set(tensor::InsertSliceOp::create(
        b, loc, part, carried, place.offsets, place.sizes, place.strides));
    insert.erase();
    b.setInsertionPointAfter(loop);
    replaceUses(b, result, layout.unpack(b, loc, result, type), layout);
  }

  void rewrite(func::FuncOp func) {
    Block &block = func.getBody().front();
    OpBuilder b(func.getContext());
    Operation *end = block.getTerminator();

    // Results first, while arguments still have their logical types.
    SmallVector<std::pair<OpOperand *, Layout>> results;
    for (OpOperand &returned : end->getOpOperands()) {
      auto it = dims.find(keyOfResult(func, returned));
      if (it != dims.end())
        results.push_back({&returned, it->second});
    }
    for (auto &[returned, layout] : results) {
      packProducer(b, *returned, layout);
      if (auto result = dyn_cast<OpResult>(returned->get()))
        packStack(b, result, layout);
    }

    for (BlockArgument arg : block.getArguments()) {
      auto it = dims.find(keyOf(func, arg));
      if (it == dims.end())
        continue;
      auto type = cast<RankedTensorType>(arg.getType());
      b.setInsertionPointToStart(&block);
      arg.setType(it->second.packed(type));
      replaceUses(b, arg, it->second.unpack(b, arg.getLoc(), arg, type),
                  it->second);
      func.setArgAttr(arg.getArgNumber(), kLayoutAttr, it->second.attr(b));
    }
    auto entry = func->getAttrOfType<StringAttr>("nn.entry");
    bool isInit = entry && entry.getValue() == "init";
    for (auto &[returned, layout] : results) {
      // What is drawn is packed at once, so that it is not kept for long.
      Operation *maker = returned->get().getDefiningOp();
      if (isInit && maker)
        b.setInsertionPointAfter(maker);
      else
        b.setInsertionPoint(end);
      returned->set(packed(b, returned->get(), layout));
      func.setResultAttr(returned->getOperandNumber(), kLayoutAttr,
                         layout.attr(b));
    }
    func.setFunctionType(
        b.getFunctionType(block.getArgumentTypes(), end->getOperandTypes()));
  }

  static Value packed(OpBuilder &b, Value value, const Layout &layout) {
    RankedTensorType type =
        layout.packed(cast<RankedTensorType>(value.getType()));
    auto unpack = value.getDefiningOp<linalg::UnPackOp>();
    if (unpack && unpack.getSourceType() == type &&
        llvm::equal(unpack.getOuterDimsPerm(),
                    layout.order(type.getRank() - 1)))
      return unpack.getSource();
    Value dest = tensor::EmptyOp::create(b, value.getLoc(), type.getShape(),
                                         type.getElementType());
    Value scalar = filledWith(value);
    bool isPadded = layout.isPadded(cast<RankedTensorType>(value.getType()));
    if (scalar && (!isPadded || matchPattern(scalar, m_AnyZeroFloat())))
      return linalg::FillOp::create(b, value.getLoc(), scalar, dest)
          .getResult(0);
    return layout.pack(b, value.getLoc(), value, dest);
  }

  /// A gradient that others read too is kept packed between its kernel and
  /// the update.
  void packProducer(OpBuilder &b, OpOperand &returned, const Layout &layout) {
    auto update = returned.get().getDefiningOp<linalg::LinalgOp>();
    if (!update || succeeded(contractionDims(update)))
      return;
    AffineMap map =
        update.getIndexingMapMatchingResult(cast<OpResult>(returned.get()));
    for (OpOperand *input : update.getDpsInputOperands()) {
      Value value = input->get();
      if (update.getMatchingIndexingMap(input) != map ||
          value.getType() != returned.get().getType())
        continue;
      if (auto result = dyn_cast<OpResult>(value))
        packStack(b, result, layout);
      auto maker = value.getDefiningOp<linalg::LinalgOp>();
      if (!maker || value.hasOneUse())
        continue;
      Location loc = value.getLoc();
      auto type = cast<RankedTensorType>(value.getType());
      RankedTensorType packedType = layout.packed(type);
      b.setInsertionPoint(maker);
      Value dest = tensor::EmptyOp::create(b, loc, packedType.getShape(),
                                           packedType.getElementType());
      b.setInsertionPointAfter(maker);
      Value packed = layout.pack(b, loc, value, dest);
      Value logical = layout.unpack(b, loc, packed, type);
      value.replaceAllUsesExcept(logical, packed.getDefiningOp());
    }
  }

  llvm::MapVector<Key, Layout> dims;
};

} // namespace
} // namespace nnc::cpu
