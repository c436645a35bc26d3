//===- OwnScratch.cpp - Memory of an iteration ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_OWNSCRATCH
#include "CPUPasses.h.inc"

namespace {

bool isInParallelLoop(Operation *op) {
  for (auto loop = op->getParentOfType<scf::ForOp>(); loop;
       loop = loop->getParentOfType<scf::ForOp>())
    if (loop->hasAttr(kParallelAttr))
      return true;
  return false;
}

struct OwnScratch : impl::OwnScratchBase<OwnScratch> {
  void runOnOperation() override {
    SmallVector<tensor::EmptyOp> empties;
    getOperation().walk(
        [&](tensor::EmptyOp empty) { empties.push_back(empty); });
    for (tensor::EmptyOp empty : empties) {
      // Clean-up may have made one of new memory inside and outside of a loop.
      for (OpOperand &use : llvm::make_early_inc_range(empty->getUses())) {
        if (!isInParallelLoop(use.getOwner()))
          continue;
        OpBuilder b(use.getOwner());
        use.set(allocate(b, empty));
        ++numBuffers;
      }
      if (empty->use_empty())
        empty.erase();
    }
  }

private:
  /// Memory like `empty`; a part of more where that has a known size.
  static Value allocate(OpBuilder &b, tensor::EmptyOp empty) {
    Location loc = empty.getLoc();
    SmallVector<OpFoldResult> sizes = empty.getMixedSizes();
    SmallVector<int64_t> most;
    for (OpFoldResult size : sizes)
      most.push_back(boundOf(size));
    RankedTensorType type = empty.getType();
    if (type.hasStaticShape() || llvm::is_contained(most, ShapedType::kDynamic))
      return bufferization::AllocTensorOp::create(b, loc, type,
                                                  empty.getDynamicSizes());
    Value whole = bufferization::AllocTensorOp::create(
        b, loc, RankedTensorType::get(most, type.getElementType()),
        ValueRange());
    SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0)),
        strides(sizes.size(), b.getIndexAttr(1));
    return tensor::ExtractSliceOp::create(b, loc, type, whole, offsets, sizes,
                                          strides);
  }

  /// What is left over of blocks is smaller than a block.
  static int64_t boundOf(OpFoldResult size) {
    if (std::optional<int64_t> known = getConstantIntValue(size))
      return *known;
    auto rest = cast<Value>(size).getDefiningOp<arith::RemUIOp>();
    std::optional<int64_t> block =
        rest ? getConstantIntValue(rest.getRhs()) : std::nullopt;
    return block.value_or(ShapedType::kDynamic);
  }
};

} // namespace
} // namespace nnc::cpu
