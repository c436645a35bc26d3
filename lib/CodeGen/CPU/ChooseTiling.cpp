//===- ChooseTiling.cpp - the register tile of a contraction ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_CHOOSETILING
#include "CPUPasses.h.inc"

FailureOr<linalg::ContractionDimensions> contractionDims(linalg::LinalgOp op) {
  if (op.getNumDpsInputs() != 2 || op.getNumDpsInits() != 1 ||
      !op.hasPureTensorSemantics() ||
      !linalg::detail::isContractionBody(
          *op.getBlock(), [](Operation *multiply, Operation *add) {
            return isa<arith::MulFOp>(multiply) && isa<arith::AddFOp>(add);
          }))
    return failure();
  for (Value operand : op->getOperands()) {
    auto type = dyn_cast<RankedTensorType>(operand.getType());
    if (!type ||
        !(type.getElementType().isF32() || type.getElementType().isF64()))
      return failure();
  }
  FailureOr<linalg::ContractionDimensions> dims =
      linalg::inferContractionDims(op);
  if (failed(dims) || dims->m.empty() || dims->n.empty() || dims->k.empty() ||
      dims->batch.size() + dims->m.size() + dims->n.size() + dims->k.size() !=
          op.getNumLoops())
    return failure();
  for (AffineMap map : op.getIndexingMapsArray())
    if (!map.isProjectedPermutation())
      return failure();
  return dims;
}

namespace {

struct ChooseTiling : impl::ChooseTilingBase<ChooseTiling> {
  using ChooseTilingBase::ChooseTilingBase;

  void runOnOperation() override {
    getOperation().walk([&](linalg::LinalgOp op) {
      FailureOr<linalg::ContractionDimensions> dims = contractionDims(op);
      if (failed(dims) || Tiling::get(op))
        return;
      Tiling tiling = choose(op, *dims);
      tiling.key = keyOf(op, *dims);
      if (DictionaryAttr tuned = tunedTiling(op, tiling.key)) {
        tiling.read(tuned);
        ++numTuned;
      }
      tiling.set(op);
    });
  }

  /// What a tile can depend on, in words: sizes, how operands lie, where they
  /// come from, and what is done to the result.
  static std::string keyOf(linalg::LinalgOp op,
                           const linalg::ContractionDimensions &dims) {
    std::string key;
    llvm::raw_string_ostream text(key);
    text << "contraction " << getElementTypeOrSelf(op->getResult(0).getType());
    SmallVector<std::string> names(op.getNumLoops());
    SmallVector<int64_t> ranges = op.getStaticLoopRanges();
    auto name = [&](char letter, ArrayRef<unsigned> loops) {
      for (auto [i, loop] : llvm::enumerate(loops)) {
        names[loop] = loops.size() == 1 ? std::string(1, letter)
                                        : letter + std::to_string(i);
        text << ' ' << names[loop] << '=';
        if (ShapedType::isDynamic(ranges[loop]))
          text << '?';
        else
          text << ranges[loop];
      }
    };
    name('b', dims.batch);
    name('m', dims.m);
    name('n', dims.n);
    name('k', dims.k);
    auto maps = op.getIndexingMapsArray();
    for (auto [i, map] : llvm::enumerate(maps)) {
      text << (i == 0 ? ": " : i == 1 ? " * " : " -> ");
      llvm::interleave(
          map.getResults(), text,
          [&](AffineExpr dim) {
            text << names[cast<AffineDimExpr>(dim).getPosition()];
          },
          " ");
      // An argument of the program may lie packed.
      if (i < 2 && isa<BlockArgument>(sourceOf(op->getOperand(i))))
        text << " (argument)";
    }
    if (linalg::LinalgOp reader = readerOf(op))
      text << ", then " << reader.getNumDpsInputs() << " to "
           << reader.getNumDpsInits();
    return key;
  }

  /// What `value` is a view of.
  static Value sourceOf(Value value) {
    while (Operation *op = value.getDefiningOp()) {
      if (!isa<tensor::ExtractSliceOp, tensor::CollapseShapeOp,
               tensor::ExpandShapeOp, tensor::CastOp>(op))
        return value;
      value = op->getOperand(0);
    }
    return value;
  }

  /// The elementwise op that reads the result first.
  static linalg::LinalgOp readerOf(linalg::LinalgOp op) {
    Operation *first = nullptr;
    for (Operation *user : op->getUsers())
      if (user->getBlock() == op->getBlock() &&
          (!first || user->isBeforeInBlock(first)))
        first = user;
    auto reader = dyn_cast_or_null<linalg::LinalgOp>(first);
    return reader && reader.getNumParallelLoops() == reader.getNumLoops()
               ? reader
               : linalg::LinalgOp();
  }

  static constexpr int64_t kShortSum = 32;

  /// mr * nv accumulators, nv vectors of B and one broadcast must fit; two
  /// vectors wide is enough to hide the loads of A behind the multiplications.
  Tiling choose(linalg::LinalgOp op,
                const linalg::ContractionDimensions &dims) const {
    Type element = getElementTypeOrSelf(op->getResult(0).getType());
    int64_t bytes = element.getIntOrFloatBitWidth() / 8;
    int64_t steps = 1;
    SmallVector<int64_t> ranges = op.getStaticLoopRanges();
    for (unsigned loop : dims.k)
      steps *= ShapedType::isDynamic(ranges[loop]) ? 128 : ranges[loop];

    Tiling tiling;
    tiling.lanes = std::max<int64_t>(1, vectorBytes / bytes);
    tiling.nv = 2;
    // Multiples of four divide the sizes of layers most often.
    tiling.mr = (vectorRegisters - tiling.nv - 1) / tiling.nv;
    if (tiling.mr > 4)
      tiling.mr = tiling.mr / 4 * 4;
    tiling.mr1 = std::min<int64_t>(2 * tiling.mr, vectorRegisters - 2);
    // A short sum is over before its results are written: longer stretches of
    // fewer rows.
    if (steps <= kShortSum && vectorRegisters >= 32 &&
        ranges[dims.n.back()] >= 4 * tiling.lanes) {
      tiling.nv = 4;
      tiling.mr = (vectorRegisters - tiling.nv - 1) / tiling.nv;
    }

    // Half of the cache for the rows; the rest is for panels passing by.
    int64_t fit = cacheBytes / 2 / std::max<int64_t>(steps * bytes, 1);
    constexpr int64_t kPanel = 16;
    tiling.mc = std::max(fit / kPanel, int64_t{1}) * kPanel;
    return tiling;
  }
};

} // namespace
} // namespace nnc::cpu
