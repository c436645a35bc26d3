//===- Scan.cpp - nn.scan to scf.for --------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop that carries the emits, each a whole tensor into which an iteration
// inserts its slice, and then the carries.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

namespace {

constexpr llvm::StringLiteral kReverseAttr = "nn.reverse";

/// The index in the sequences of an iteration of a loop.
Value indexOf(OpBuilder &b, scf::ForOp loop) {
  Value iteration = loop.getInductionVar();
  if (!loop->hasAttr(kReverseAttr))
    return iteration;
  Location loc = loop.getLoc();
  Value last = arith::SubIOp::create(b, loc, loop.getUpperBound(),
                                     constantIndex(b, loc, 1));
  return arith::SubIOp::create(b, loc, last, iteration);
}

/// A box of a tensor: one index along `axis`, and `inner` along the others.
struct SliceOf {
  SliceOf(OpBuilder &b, ArrayRef<OpFoldResult> inner, int64_t axis, Value index)
      : sizes(inner), offsets(inner.size(), b.getIndexAttr(0)),
        strides(inner.size() + 1, b.getIndexAttr(1)) {
    sizes.insert(sizes.begin() + axis, b.getIndexAttr(1));
    offsets.insert(offsets.begin() + axis, index);
  }
  SmallVector<OpFoldResult> sizes, offsets, strides;
};

class ScanLowering : public OpLowering<nn::ScanOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::ScanOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    if (op->getNumResults() == 0) {
      rewriter.eraseOp(op);
      return success();
    }
    OpFoldResult count = rewriter.getIndexAttr(op.getCount().value_or(0));
    if (!op.getSequences().empty())
      count = sizes.sizesOf(rewriter, op,
                            op.getSequences()[0].getType())[op.getAxes()[0]];
    Values inits;
    for (Value emit : op.getEmits()) {
      auto type = cast<RankedTensorType>(emit.getType());
      inits.push_back(emptyTensor(rewriter, loc,
                                  sizes.sizesOf(rewriter, op, type),
                                  type.getElementType()));
    }
    llvm::append_range(inits, adaptor.getCarries());
    auto loop = scf::ForOp::create(
        rewriter, loc, constantIndex(rewriter, loc, 0),
        getValueOrCreateConstantIndexOp(rewriter, loc, count),
        constantIndex(rewriter, loc, 1), inits);
    loop->setAttr(nn::kScanAttr, op.getEmitAxesAttr());
    if (op.getReverse())
      loop->setAttr(kReverseAttr, rewriter.getUnitAttr());

    rewriter.setInsertionPointToStart(loop.getBody());
    Value index = indexOf(rewriter, loop);
    Values arguments = {arith::IndexCastOp::create(
        rewriter, loc, rewriter.getI64Type(), index)};
    for (auto [sequence, axis, slice] :
         llvm::zip(adaptor.getSequences(), op.getAxes(), op.getSlices())) {
      SliceOf box(rewriter, sizes.sizesOf(rewriter, op, slice.getType()), axis,
                  index);
      arguments.push_back(tensor::ExtractSliceOp::create(
          rewriter, loc, plainType(slice.getType()), sequence, box.offsets,
          box.sizes, box.strides));
    }
    llvm::append_range(arguments,
                       loop.getRegionIterArgs().drop_front(op.getNumEmits()));
    rewriter.inlineBlockBefore(&op.getBody().front(), loop.getBody(),
                               loop.getBody()->end(), arguments);
    rewriter.replaceOp(op, loop.getResults());
    return success();
  }
};

/// The end of the body of a scan that is a loop by now.
class YieldLowering : public OpLowering<nn::YieldOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::YieldOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto loop = dyn_cast<scf::ForOp>(op->getParentOp());
    if (!loop)
      return failure();
    auto axes =
        cast<DenseI64ArrayAttr>(loop->getAttr(nn::kScanAttr)).asArrayRef();
    Location loc = loop.getLoc();
    Value index = axes.empty() ? Value() : indexOf(rewriter, loop);
    Values values(adaptor.getValues());
    for (auto [value, axis, whole, original] :
         llvm::zip(values, axes, loop.getRegionIterArgs(), op.getValues())) {
      SliceOf box(rewriter, sizes.sizesOf(rewriter, op, original.getType()),
                  axis, index);
      value = tensor::InsertSliceOp::create(
          rewriter, loc, value, whole, box.offsets, box.sizes, box.strides);
    }
    rewriter.replaceOpWithNewOp<scf::YieldOp>(op, values);
    return success();
  }
};

} // namespace

void populateScan(RewritePatternSet &patterns, const TypeConverter &types,
                  const SizeTable &sizes) {
  patterns.add<ScanLowering, YieldLowering>(types, patterns.getContext(),
                                            sizes);
}

} // namespace nnc
