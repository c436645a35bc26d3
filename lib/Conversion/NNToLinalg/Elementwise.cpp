//===- Elementwise.cpp - Elementwise nn ops to linalg ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace mlir;

namespace nnc {

namespace {

template <typename OpT> class ElementwiseLowering : public OpLowering<OpT> {
public:
  using OpLowering<OpT>::OpLowering;

  LogicalResult
  matchAndRewrite(OpT op, typename OpT::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    rewriter.replaceOp(
        op, elementwise(rewriter, op.getLoc(),
                        this->sizes.sizesOf(rewriter, op, type), element,
                        adaptor.getOperands(),
                        [&](OpBuilder &b, Location loc, ValueRange args) {
                          return scalarValue(op, b, loc, args, element);
                        }));
    return success();
  }
};

/// Nothing is left of it once gradients are taken.
class StopGradientLowering : public OpLowering<nn::StopGradientOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::StopGradientOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, adaptor.getInput());
    return success();
  }
};

} // namespace

void populateElementwise(RewritePatternSet &patterns,
                         const TypeConverter &types, const SizeTable &sizes) {
  patterns
      .add<ElementwiseLowering<nn::NegOp>, ElementwiseLowering<nn::AbsOp>,
           ElementwiseLowering<nn::ExpOp>, ElementwiseLowering<nn::Expm1Op>,
           ElementwiseLowering<nn::LogOp>, ElementwiseLowering<nn::Log1pOp>,
           ElementwiseLowering<nn::SqrtOp>, ElementwiseLowering<nn::RsqrtOp>,
           ElementwiseLowering<nn::SinOp>, ElementwiseLowering<nn::CosOp>,
           ElementwiseLowering<nn::TanhOp>, ElementwiseLowering<nn::ErfOp>,
           ElementwiseLowering<nn::SigmoidOp>, ElementwiseLowering<nn::FloorOp>,
           ElementwiseLowering<nn::CeilOp>, ElementwiseLowering<nn::RoundOp>,
           ElementwiseLowering<nn::SignOp>, ElementwiseLowering<nn::NotOp>,
           ElementwiseLowering<nn::PowIntOp>, ElementwiseLowering<nn::IsNanOp>,
           ElementwiseLowering<nn::CastOp>, ElementwiseLowering<nn::AddOp>,
           ElementwiseLowering<nn::SubOp>, ElementwiseLowering<nn::MulOp>,
           ElementwiseLowering<nn::DivOp>, ElementwiseLowering<nn::PowOp>,
           ElementwiseLowering<nn::FloorDivOp>, ElementwiseLowering<nn::ModOp>,
           ElementwiseLowering<nn::MaxOp>, ElementwiseLowering<nn::MinOp>,
           ElementwiseLowering<nn::AndOp>, ElementwiseLowering<nn::OrOp>,
           ElementwiseLowering<nn::CmpOp>, ElementwiseLowering<nn::WhereOp>,
           ElementwiseLowering<nn::ClampOp>, StopGradientLowering>(
          types, patterns.getContext(), sizes);
}

} // namespace nnc
