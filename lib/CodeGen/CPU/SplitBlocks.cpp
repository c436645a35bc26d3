//===- SplitBlocks.cpp - Write blocks of vectors row by row ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_SPLITBLOCKS
#include "CPUPasses.h.inc"

namespace {

/// The vector whose elements, in order, are `elements`; null if there is none.
Value wholeOf(ValueRange elements, VectorType type) {
  auto parts = elements.front().getDefiningOp<vector::ToElementsOp>();
  if (parts && parts.getSource().getType() == type &&
      llvm::equal(parts.getElements(), elements))
    return parts.getSource();
  return {};
}

Value rowOf(OpBuilder &b, Location loc, Value block, int64_t row,
            VectorType type) {
  auto made = block.getDefiningOp<vector::FromElementsOp>();
  if (!made)
    return vector::ExtractOp::create(b, loc, block, row);
  ValueRange elements = made.getElements();
  elements = elements.slice(row * type.getNumElements(), type.getNumElements());
  if (Value whole = wholeOf(elements, type))
    return whole;
  return vector::FromElementsOp::create(b, loc, type, elements);
}

struct SplitBlocks : impl::SplitBlocksBase<SplitBlocks> {
  void runOnOperation() override {
    SmallVector<vector::TransferWriteOp> blocks;
    getOperation().walk([&](vector::TransferWriteOp write) {
      if (write.getVectorType().getRank() == 2 &&
          !write.getVectorType().isScalable() && !write.getMask() &&
          !write.hasOutOfBoundsDim() &&
          isa<MemRefType>(write.getBase().getType()) &&
          write.getPermutationMap().isMinorIdentity())
        blocks.push_back(write);
    });
    for (vector::TransferWriteOp write : blocks)
      split(write);
    numBlocks += blocks.size();
  }

  static void split(vector::TransferWriteOp write) {
    OpBuilder b(write);
    Location loc = write.getLoc();
    VectorType block = write.getVectorType();
    auto type = VectorType::get(block.getShape()[1], block.getElementType());
    SmallVector<Value> at(write.getIndices());
    Value &place = at[at.size() - 2], first = place;
    for (int64_t row = 0; row < block.getShape()[0]; ++row) {
      if (row)
        place = b.createOrFold<arith::AddIOp>(
            loc, first, arith::ConstantIndexOp::create(b, loc, row));
      vector::TransferWriteOp::create(
          b, loc, rowOf(b, loc, write.getVector(), row, type), write.getBase(),
          at, ArrayRef<bool>{true});
    }
    auto made = write.getVector().getDefiningOp<vector::FromElementsOp>();
    write.erase();
    if (!made || !made->use_empty())
      return;
    llvm::SetVector<Operation *> makers;
    for (Value element : made.getElements())
      if (auto parts = element.getDefiningOp<vector::ToElementsOp>())
        makers.insert(parts);
    made.erase();
    for (Operation *maker : makers)
      if (maker->use_empty())
        maker->erase();
  }
};

} // namespace
} // namespace nnc::cpu
