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

#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_RESIDENTLAYOUT
#include "CPUPasses.h.inc"

namespace {

constexpr StringLiteral kArgAttr = "nn.arg", kResultAttr = "nn.result",
                        kLayoutAttr = "nn.layout";

/// Smaller tensors are packed inside the step at no cost worth counting.
constexpr int64_t kMinElements = 1 << 14;

/// A block tensor of the program. Two models may use one path; with one shape
/// they then share a layout, which is right, if not needed.
using Key = std::pair<Attribute, Type>;

struct ResidentLayout : impl::ResidentLayoutBase<ResidentLayout> {
  using ResidentLayoutBase::ResidentLayoutBase;

  void runOnOperation() override {
    for (func::FuncOp func : getOperation().getOps<func::FuncOp>())
      if (hasBody(func))
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

  /// Parameters that a large contraction reads as vectors.
  void vote(func::FuncOp func) {
    func.walk([&](linalg::LinalgOp op) {
      std::optional<Tiling> tiling = Tiling::get(op);
      std::optional<ContractionRoles> roles =
          tiling ? contractionRoles(op) : std::nullopt;
      if (!roles || tiling->lanes < 2)
        return;
      Value weight = op.getDpsInputOperand(roles->wide)->get();
      Key key = keyOf(func, weight);
      // Of a stack, each iteration is a block of its own, so it stays as it is.
      if (auto arg = dyn_cast_or_null<nn::ArgAttr>(key.first);
          arg && arg.getName().getValue().contains('*'))
        return;
      auto type = dyn_cast<RankedTensorType>(weight.getType());
      if (!key.first || dims.contains(key) || !type.hasStaticShape() ||
          type.getNumElements() < kMinElements)
        return;
      std::optional<SmallVector<KernelOperand>> inputs = inputsOf(op);
      int64_t dim = (*inputs)[roles->wide].dimOf(roles->laneLoop);
      if (type.getRank() >= 2 && type.getDimSize(dim) % tiling->lanes == 0)
        dims[key] = {dim, tiling->lanes};
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
    int64_t dim;
    int64_t tile;

    /// Panels first, then the other dims in order.
    SmallVector<int64_t> order(int64_t rank) const {
      SmallVector<int64_t> result{dim};
      for (int64_t d = 0; d < rank; ++d)
        if (d != dim)
          result.push_back(d);
      return result;
    }
    RankedTensorType packed(RankedTensorType type) const {
      return linalg::PackOp::inferPackedType(type, tile, dim,
                                             order(type.getRank()));
    }
    Value pack(OpBuilder &b, Location loc, Value value, Value dest) const {
      int64_t rank = cast<RankedTensorType>(value.getType()).getRank();
      return linalg::PackOp::create(b, loc, value, dest, dim,
                                    OpFoldResult(b.getIndexAttr(tile)),
                                    std::nullopt, order(rank))
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
    for (auto &[returned, layout] : results)
      packProducer(b, *returned, layout);

    for (BlockArgument arg : block.getArguments()) {
      auto it = dims.find(keyOf(func, arg));
      if (it == dims.end())
        continue;
      auto type = cast<RankedTensorType>(arg.getType());
      b.setInsertionPointToStart(&block);
      arg.setType(it->second.packed(type));
      Value logical = it->second.unpack(b, arg.getLoc(), arg, type);
      arg.replaceAllUsesExcept(logical, logical.getDefiningOp());
      func.setArgAttr(arg.getArgNumber(), kLayoutAttr, it->second.attr(b));
    }
    for (auto &[returned, layout] : results) {
      b.setInsertionPoint(end);
      Location loc = returned->get().getLoc();
      auto type =
          layout.packed(cast<RankedTensorType>(returned->get().getType()));
      Value dest = tensor::EmptyOp::create(b, loc, type.getShape(),
                                           type.getElementType());
      unsigned number = returned->getOperandNumber();
      returned->set(layout.pack(b, loc, returned->get(), dest));
      func.setResultAttr(number, kLayoutAttr, layout.attr(b));
    }
    func.setFunctionType(
        b.getFunctionType(block.getArgumentTypes(), end->getOperandTypes()));
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
      auto maker = value.getDefiningOp<linalg::LinalgOp>();
      if (!maker || update.getMatchingIndexingMap(input) != map ||
          value.getType() != returned.get().getType() || value.hasOneUse())
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
