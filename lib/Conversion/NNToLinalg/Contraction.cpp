//===- Contraction.cpp - nn.einsum to one linalg.generic ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace nnc {

namespace {

/// Loops run over the letters of the result, then over the contracted ones in
/// the order in which they appear: "mk,nk->mn" is the loop nest (m, n, k).
class EinsumLowering : public OpLowering<nn::EinsumOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::EinsumOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto [sources, result] = op.getPattern().split("->");
    SmallVector<StringRef> parts;
    sources.split(parts, ',');

    std::string loops = result.str();
    for (StringRef part : parts)
      for (char letter : part)
        if (loops.find(letter) == std::string::npos)
          loops.push_back(letter);
    SmallVector<AffineMap> maps;
    auto addMap = [&](StringRef letters) {
      SmallVector<AffineExpr> axes;
      for (char letter : letters)
        axes.push_back(rewriter.getAffineDimExpr(loops.find(letter)));
      maps.push_back(
          AffineMap::get(loops.size(), 0, axes, rewriter.getContext()));
    };
    for (StringRef part : parts)
      addMap(part);
    addMap(result);
    SmallVector<utils::IteratorType> iterators(loops.size(),
                                               utils::IteratorType::reduction);
    std::fill_n(iterators.begin(), result.size(),
                utils::IteratorType::parallel);

    Location loc = op.getLoc();
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    Type sumType = accumulatorType(element);
    auto resultSizes = sizes.sizesOf(rewriter, op, type);
    Value zeros = filledTensor(rewriter, loc, resultSizes,
                               constantOf(rewriter, loc, sumType, 0));
    Value sum = linalg::GenericOp::create(
                    rewriter, loc, zeros.getType(), adaptor.getInputs(), zeros,
                    maps, iterators,
                    [&](OpBuilder &b, Location loc, ValueRange args) {
                      addProduct(b, loc, args, sumType);
                    })
                    .getResult(0);
    if (sumType != element)
      sum = elementwise(rewriter, loc, resultSizes, element, sum,
                        [&](OpBuilder &b, Location loc, ValueRange args) {
                          return toFloat(b, loc, args[0], element);
                        });
    rewriter.replaceOp(op, sum);
    return success();
  }

private:
  static void addProduct(OpBuilder &b, Location loc, ValueRange args,
                         Type type) {
    Value product;
    bool floating = isa<FloatType>(type);
    for (Value arg : args.drop_back()) {
      Value factor = floating ? toFloat(b, loc, arg, type) : arg;
      if (!product)
        product = factor;
      else if (floating)
        product = arith::MulFOp::create(b, loc, product, factor);
      else
        product = arith::MulIOp::create(b, loc, product, factor);
    }
    Value sum =
        floating ? Value(arith::AddFOp::create(b, loc, args.back(), product))
                 : Value(arith::AddIOp::create(b, loc, args.back(), product));
    linalg::YieldOp::create(b, loc, sum);
  }
};

} // namespace

void populateContraction(RewritePatternSet &patterns,
                         const TypeConverter &types, const SizeTable &sizes) {
  patterns.add<EinsumLowering>(types, patterns.getContext(), sizes);
}

} // namespace nnc
