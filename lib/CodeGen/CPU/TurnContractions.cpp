//===- TurnContractions.cpp - vectors along the longer side ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_TURNCONTRACTIONS
#include "CPUPasses.h.inc"

namespace {

/// Whether `op` makes a narrow matrix, whose rows leave lanes of vectors empty,
/// from an operand whose neighbours lie along the other side.
bool isNarrow(linalg::GenericOp op, int64_t lanes) {
  FailureOr<linalg::ContractionDimensions> dims = contractionDims(op);
  if (failed(dims) || !dims->batch.empty() || dims->m.size() != 1 ||
      dims->n.size() != 1 || !filledWith(op.getOutputs()[0]))
    return false;
  AffineMap out = op.getIndexingMapsArray().back();
  int64_t rowLoop = out.getDimPosition(0), columnLoop = out.getDimPosition(1);
  SmallVector<int64_t> ranges = op.getStaticLoopRanges();
  int64_t rows = ranges[rowLoop], columns = ranges[columnLoop];
  if (ShapedType::isDynamic(rows) || ShapedType::isDynamic(columns) ||
      columns % lanes == 0 || columns > 4 * lanes || rows < 4 * columns)
    return false;
  return llvm::any_of(op.getDpsInputOperands(), [&](OpOperand *input) {
    AffineMap map = op.getMatchingIndexingMap(input);
    return map.getDimPosition(map.getNumResults() - 1) == rowLoop;
  });
}

/// Computes the transpose, and transposes it: what comes next reads it so.
void turn(IRRewriter &rewriter, linalg::GenericOp op) {
  Location loc = op.getLoc();
  rewriter.setInsertionPoint(op);
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  SmallVector<int64_t> shape{type.getDimSize(1), type.getDimSize(0)};
  Value empty =
      tensor::EmptyOp::create(rewriter, loc, shape, type.getElementType());
  Value start = filledWith(op.getOutputs()[0]);
  Value zeros =
      linalg::FillOp::create(rewriter, loc, start, empty).getResult(0);
  AffineMap turned =
      AffineMap::getPermutationMap(ArrayRef<unsigned>{1, 0}, op.getContext());
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  maps.back() = turned.compose(maps.back());
  auto made = cast<linalg::GenericOp>(rewriter.clone(*op));
  made.getOutputsMutable().assign(zeros);
  made.setIndexingMapsAttr(rewriter.getAffineMapArrayAttr(maps));
  made.getResult(0).setType(cast<RankedTensorType>(zeros.getType()));
  Value plain = tensor::EmptyOp::create(rewriter, loc, type.getShape(),
                                        type.getElementType());
  AffineMap same = rewriter.getMultiDimIdentityMap(2);
  SmallVector<utils::IteratorType> kinds(2, utils::IteratorType::parallel);
  rewriter.replaceOpWithNewOp<linalg::GenericOp>(
      op, type, made.getResult(0), plain, ArrayRef{turned, same}, kinds,
      [](OpBuilder &b, Location loc, ValueRange args) {
        linalg::YieldOp::create(b, loc, args[0]);
      });
}

struct TurnContractions : impl::TurnContractionsBase<TurnContractions> {
  using TurnContractionsBase::TurnContractionsBase;

  void runOnOperation() override {
    SmallVector<linalg::GenericOp> ops;
    getOperation().walk([&](linalg::GenericOp op) {
      Type element = getElementTypeOrSelf(op->getResult(0).getType());
      if (op->getNumResults() == 1 && element.isFloat() &&
          isNarrow(op, vectorBytes * 8 / element.getIntOrFloatBitWidth()))
        ops.push_back(op);
    });
    IRRewriter rewriter(&getContext());
    for (linalg::GenericOp op : ops)
      turn(rewriter, op);
    numTurned += ops.size();
  }
};

} // namespace
} // namespace nnc::cpu
