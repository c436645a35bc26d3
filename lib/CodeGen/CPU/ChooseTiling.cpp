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

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_CHOOSETILING
#include "CPUPasses.h.inc"

static constexpr StringLiteral kTilingAttr = "nn.tiling";

std::optional<Tiling> Tiling::get(Operation *op) {
  auto dict = op->getAttrOfType<DictionaryAttr>(kTilingAttr);
  if (!dict)
    return std::nullopt;
  Tiling tiling;
  auto read = [&](StringRef name, int64_t &value) {
    if (auto attr = dict.getAs<IntegerAttr>(name))
      value = attr.getInt();
  };
  read("lanes", tiling.lanes);
  read("mr", tiling.mr);
  read("nv", tiling.nv);
  tiling.mr1 = tiling.mr;
  read("mr1", tiling.mr1);
  read("mc", tiling.mc);
  return tiling;
}

void Tiling::set(Operation *op) const {
  Builder b(op->getContext());
  op->setAttr(
      kTilingAttr,
      b.getDictionaryAttr({b.getNamedAttr("lanes", b.getI64IntegerAttr(lanes)),
                           b.getNamedAttr("mr", b.getI64IntegerAttr(mr)),
                           b.getNamedAttr("nv", b.getI64IntegerAttr(nv)),
                           b.getNamedAttr("mr1", b.getI64IntegerAttr(mr1)),
                           b.getNamedAttr("mc", b.getI64IntegerAttr(mc))}));
}

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
      choose(op, *dims).set(op);
    });
  }

  /// mr * nv accumulators, nv vectors of B and one broadcast must fit; two
  /// vectors wide is enough to hide the loads of A behind the multiplications.
  Tiling choose(linalg::LinalgOp op,
                const linalg::ContractionDimensions &dims) const {
    Type element = getElementTypeOrSelf(op->getResult(0).getType());
    int64_t bytes = element.getIntOrFloatBitWidth() / 8;
    Tiling tiling;
    tiling.lanes = std::max<int64_t>(1, vectorBytes / bytes);
    tiling.nv = 2;
    // Multiples of four divide the sizes of layers most often.
    tiling.mr = (vectorRegisters - tiling.nv - 1) / tiling.nv;
    if (tiling.mr > 4)
      tiling.mr = tiling.mr / 4 * 4;
    tiling.mr1 = std::min<int64_t>(2 * tiling.mr, vectorRegisters - 2);

    int64_t reduced = bytes;
    SmallVector<int64_t> ranges = op.getStaticLoopRanges();
    for (unsigned loop : dims.k)
      reduced *= ShapedType::isDynamic(ranges[loop]) ? 128 : ranges[loop];
    // Half of the cache for the rows; the rest is for panels passing by.
    int64_t fit = cacheBytes / 2 / std::max<int64_t>(reduced, 1);
    tiling.mc = rowBlock(op, dims, fit);
    return tiling;
  }

  /// At most `fit` rows, whole panels of them. Where sizes are known, an even
  /// number of blocks with few rows left over, for the sake of two threads.
  static int64_t rowBlock(linalg::LinalgOp op,
                          const linalg::ContractionDimensions &dims,
                          int64_t fit) {
    constexpr int64_t kPanel = 16;
    fit = std::max(fit / kPanel, int64_t{1}) * kPanel;
    SmallVector<int64_t> ranges = op.getStaticLoopRanges();
    int64_t rows = std::max(ranges[dims.m.back()], ranges[dims.n.back()]);
    if (ShapedType::isDynamic(ranges[dims.m.back()]) ||
        ShapedType::isDynamic(ranges[dims.n.back()]))
      return std::max(fit / 64, int64_t{1}) * 64;
    int64_t best = fit;
    for (int64_t mc = fit; mc > fit / 2; mc -= kPanel)
      if (rows / mc % 2 == 0 && rows % mc < rows % best)
        best = mc;
    return best;
  }
};

} // namespace
} // namespace nnc::cpu
