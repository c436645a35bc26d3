//===- JoinSums.cpp - One sum of two products in a loop -------------------===//
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
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_JOINSUMS
#include "CPUPasses.h.inc"

namespace {

/// `a + b` of two tensors of one shape, element by element.
bool isSum(linalg::GenericOp op) {
  if (op.getNumDpsInputs() != 2 || op->getNumResults() != 1 ||
      op.getNumParallelLoops() != op.getNumLoops() ||
      !llvm::all_of(op.getIndexingMapsArray(),
                    [](AffineMap map) { return map.isIdentity(); }))
    return false;
  Block &body = *op.getBlock();
  auto add = body.getTerminator()->getOperand(0).getDefiningOp<arith::AddFOp>();
  return add && llvm::range_size(body.without_terminator()) == 1 &&
         llvm::is_contained(add.getOperands(), body.getArgument(0)) &&
         llvm::is_contained(add.getOperands(), body.getArgument(1));
}

/// A contraction that nothing but one op reads, and that starts from zeros.
linalg::GenericOp productOf(Value value) {
  auto op = value.getDefiningOp<linalg::GenericOp>();
  if (!op || !value.hasOneUse() || failed(contractionDims(op)))
    return {};
  Value start = filledWith(op.getDpsInitOperand(0)->get());
  return start && matchPattern(start, m_AnyZeroFloat()) ? op
                                                        : linalg::GenericOp();
}

/// Element `iv` of what was computed before a loop, and is read there alone.
struct Element {
  tensor::ExtractSliceOp slice;
  linalg::GenericOp product;

  static std::optional<Element> of(Value value);
};

/// Whether `op` can be computed for one index of its result's first dim.
bool canSink(linalg::GenericOp op) {
  return op && op->hasOneUse() && op.hasPureTensorSemantics() &&
         op->getNumResults() == 1 && !op.hasIndexSemantics() &&
         op.getIndexingMapsArray().back().isProjectedPermutation() &&
         op.getIndexingMapsArray().back().getNumResults() ==
             op.getNumParallelLoops() &&
         llvm::all_of(op.getIndexingMapsArray(), [](AffineMap map) {
           return map.isProjectedPermutation();
         });
}

std::optional<Element> Element::of(Value value) {
  auto slice = value.getDefiningOp<tensor::ExtractSliceOp>();
  auto loop = slice ? dyn_cast<scf::ForOp>(slice->getParentOp()) : scf::ForOp();
  if (!loop || !value.hasOneUse() || !slice.hasUnitStride() ||
      slice.getType().getRank() + 1 != slice.getSourceType().getRank() ||
      !slice.getDroppedDims().test(0) ||
      slice.getMixedOffsets().front() != OpFoldResult(loop.getInductionVar()) ||
      !loop.isDefinedOutsideOfLoop(slice.getSource()))
    return std::nullopt;
  for (OpFoldResult offset : llvm::drop_begin(slice.getMixedOffsets()))
    if (!isConstantIntValue(offset, 0))
      return std::nullopt;
  for (auto [size, whole] :
       llvm::zip(llvm::drop_begin(slice.getMixedSizes()),
                 slice.getSourceType().getShape().drop_front()))
    if (getConstantIntValue(size).value_or(ShapedType::kDynamic) != whole)
      return std::nullopt;
  // The product itself, or its sum with what is no product.
  Element element{slice, productOf(slice.getSource())};
  if (auto sum = slice.getSource().getDefiningOp<linalg::GenericOp>();
      !element.product && canSink(sum) && isSum(sum))
    for (OpOperand *input : sum.getDpsInputOperands())
      if (linalg::GenericOp product = productOf(input->get()))
        element.product = product;
  if (!element.product || !canSink(element.product))
    return std::nullopt;
  return element;
}

/// Computes `op` for index `iv` of the first dim of its result, whose others
/// have `sizes`, and so what makes its operands and is read here alone.
Value sink(OpBuilder &b, linalg::GenericOp op, Value iv,
           ArrayRef<OpFoldResult> sizes) {
  Location loc = op.getLoc();
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  unsigned loop = maps.back().getDimPosition(0);
  auto elementOf = [&](OpOperand &operand) -> Value {
    Value value = operand.get();
    std::optional<unsigned> dim =
        maps[operand.getOperandNumber()].getResultPosition(
            getAffineDimExpr(loop, b.getContext()));
    if (!dim)
      return value;
    if (auto maker = value.getDefiningOp<linalg::GenericOp>();
        canSink(maker) && maps[operand.getOperandNumber()] == maps.back())
      return sink(b, maker, iv, sizes);
    auto type = cast<RankedTensorType>(value.getType());
    SmallVector<OpFoldResult> offsets(type.getRank(), b.getIndexAttr(0)),
        extents = tensor::getMixedSizes(b, loc, value),
        strides(type.getRank(), b.getIndexAttr(1));
    offsets[*dim] = iv;
    extents[*dim] = b.getIndexAttr(1);
    SmallVector<int64_t> shape(type.getShape());
    shape.erase(shape.begin() + *dim);
    return tensor::ExtractSliceOp::create(
        b, loc, RankedTensorType::get(shape, type.getElementType()), value,
        offsets, extents, strides);
  };
  SmallVector<Value> inputs;
  for (OpOperand *input : op.getDpsInputOperands())
    inputs.push_back(elementOf(*input));
  Value init = op.getDpsInitOperand(0)->get();
  Value place = tensor::EmptyOp::create(b, loc, sizes,
                                        getElementTypeOrSelf(init.getType()));
  if (Value start = filledWith(init))
    place = linalg::FillOp::create(b, loc, start, place).getResult(0);

  // The maps without the loop.
  SmallVector<AffineExpr> replaced;
  for (unsigned i = 0; i < op.getNumLoops(); ++i)
    replaced.push_back(
        getAffineDimExpr(i < loop ? i : std::max(1u, i) - 1, b.getContext()));
  SmallVector<AffineMap> kept;
  for (AffineMap map : maps) {
    SmallVector<AffineExpr> results;
    for (AffineExpr result : map.getResults())
      if (cast<AffineDimExpr>(result).getPosition() != loop)
        results.push_back(result.replaceDims(replaced));
    kept.push_back(
        AffineMap::get(op.getNumLoops() - 1, 0, results, b.getContext()));
  }
  SmallVector<utils::IteratorType> kinds = op.getIteratorTypesArray();
  kinds.erase(kinds.begin() + loop);
  auto made = linalg::GenericOp::create(b, loc, place.getType(), inputs, place,
                                        kept, kinds);
  IRMapping mapping;
  op.getRegion().cloneInto(&made.getRegion(), mapping);
  return made.getResult(0);
}

struct JoinSums : impl::JoinSumsBase<JoinSums> {
  using JoinSumsBase::JoinSumsBase;

  void runOnOperation() override {
    SmallVector<linalg::GenericOp> sums;
    getOperation().walk([&](linalg::GenericOp op) {
      if (isSum(op) && isa<scf::ForOp>(op->getParentOp()))
        sums.push_back(op);
    });
    IRRewriter rewriter(&getContext());
    bool changed = false;
    for (linalg::GenericOp sum : sums)
      changed |= visit(rewriter, sum);
    // What was computed for all steps, with what only that has read.
    if (changed)
      dropDead(rewriter, getOperation());
  }

private:
  bool visit(IRRewriter &rewriter, linalg::GenericOp sum) {
    for (unsigned i : {0u, 1u}) {
      linalg::GenericOp product = productOf(sum.getInputs()[i]);
      std::optional<Element> element = Element::of(sum.getInputs()[1 - i]);
      if (product && product->getBlock() == sum->getBlock() && element &&
          haveOneShape(product, element->product) &&
          staysNear(product, element->product)) {
        join(rewriter, sum, product, *element);
        return true;
      }
    }
    return false;
  }

  /// Whether both are [m, n] of the same order, of one time step.
  static bool haveOneShape(linalg::GenericOp product, linalg::GenericOp all) {
    FailureOr<linalg::ContractionDimensions> own = contractionDims(product),
                                             whole = contractionDims(all);
    return product.getNumLoops() == 3 && own->m.size() == 1 &&
           own->n.size() == 1 && own->k.size() == 1 && all.getNumLoops() == 4 &&
           whole->batch.empty() && whole->k.size() == 1 &&
           getElementTypeOrSelf(product.getResult(0)) ==
               getElementTypeOrSelf(all.getResult(0));
  }

  /// Whether an operand has the rows of the result: those of the batch.
  static bool readsRows(linalg::GenericOp op, OpOperand *input) {
    AffineMap map = op.getIndexingMapsArray().back();
    AffineExpr row = map.getResult(map.getNumResults() - 2);
    return op.getMatchingIndexingMap(input).getResultPosition(row).has_value();
  }

  /// Before a loop the weights pass by once for many steps, inside of it for
  /// each: they should stay in the cache. The number of rows is not asked, so
  /// that a batch of any size, known or not, is summed in one order.
  bool staysNear(linalg::GenericOp product, linalg::GenericOp all) const {
    int64_t bytes = 0;
    for (linalg::GenericOp op : {product, all})
      for (OpOperand *input : op.getDpsInputOperands()) {
        if (readsRows(op, input))
          continue;
        auto weights = cast<RankedTensorType>(input->get().getType());
        if (!weights.hasStaticShape())
          return false;
        bytes +=
            weights.getNumElements() * weights.getElementTypeBitWidth() / 8;
      }
    return bytes <= cacheBytes / 2;
  }

  void join(IRRewriter &rewriter, linalg::GenericOp sum,
            linalg::GenericOp product, const Element &element) {
    rewriter.setInsertionPoint(sum);
    tensor::ExtractSliceOp slice = element.slice;
    SmallVector<OpFoldResult> sizes =
        llvm::to_vector(llvm::drop_begin(slice.getMixedSizes()));
    auto source = slice.getSource().getDefiningOp<linalg::GenericOp>();
    Value sunk = sink(rewriter, source,
                      cast<Value>(slice.getMixedOffsets().front()), sizes);
    // The first product of what was sunk: the op itself or an operand of it.
    auto made = sunk.getDefiningOp<linalg::GenericOp>();
    linalg::GenericOp first = made;
    if (failed(contractionDims(made)))
      for (Value input : made.getInputs())
        if (linalg::GenericOp candidate = productOf(input))
          first = candidate;
    rewriter.setInsertionPointAfter(first);
    auto second = cast<linalg::GenericOp>(rewriter.clone(*product));
    second.getOutputsMutable().assign(first.getResult(0));
    if (first == made)
      sunk = second.getResult(0);
    else
      rewriter.replaceAllUsesExcept(first.getResult(0), second.getResult(0),
                                    second);
    rewriter.replaceOp(sum, sunk);
    ++numJoined;
  }
};

} // namespace
} // namespace nnc::cpu
