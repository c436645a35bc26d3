//===- Orthonormalize.cpp - Gram-Schmidt as loops
//--------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

namespace {

/// Row after row, in place. It runs once, for initial values, so that plain
/// loops do.
class OrthonormalizeLowering : public OpLowering<nn::OrthonormalizeOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::OrthonormalizeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    Location loc = op.getLoc();
    auto index = [&](int64_t i) { return constantIndex(rewriter, loc, i); };
    Value zero = index(0), one = index(1), rows = index(type.getDimSize(0)),
          columns = index(type.getDimSize(1));
    Value none = constantOf(rewriter, loc, element, 0);
    using Body = llvm::function_ref<Value(OpBuilder &, Location, Value, Value)>;
    auto loop = [&](OpBuilder &b, Location loc, Value end, Value start,
                    Body body) {
      return scf::ForOp::create(
                 b, loc, zero, end, one, start,
                 [&](OpBuilder &b, Location loc, Value i, ValueRange state) {
                   scf::YieldOp::create(b, loc, body(b, loc, i, state[0]));
                 })
          .getResult(0);
    };
    auto at = [](OpBuilder &b, Location loc, Value x, Value i, Value j) {
      return tensor::ExtractOp::create(b, loc, x, ValueRange{i, j});
    };
    auto dot = [&](OpBuilder &b, Location loc, Value x, Value i, Value j) {
      return loop(b, loc, columns, none,
                  [&](OpBuilder &b, Location loc, Value k, Value sum) -> Value {
                    Value product = arith::MulFOp::create(
                        b, loc, at(b, loc, x, i, k), at(b, loc, x, j, k));
                    return arith::AddFOp::create(b, loc, sum, product);
                  });
    };
    // x[i] - scale * x[j], or x[i] * scale without j.
    auto change = [&](OpBuilder &b, Location loc, Value x, Value i, Value scale,
                      Value j) {
      return loop(b, loc, columns, x,
                  [&](OpBuilder &b, Location loc, Value k, Value x) -> Value {
                    Value old = at(b, loc, x, i, k);
                    Value factor = j ? Value(at(b, loc, x, j, k)) : old;
                    Value part = arith::MulFOp::create(b, loc, scale, factor);
                    if (j)
                      part = arith::SubFOp::create(b, loc, old, part);
                    return tensor::InsertOp::create(b, loc, part, x,
                                                    ValueRange{i, k});
                  });
    };
    auto project = [&](OpBuilder &b, Location loc, Value i, Value x) {
      return loop(b, loc, i, x,
                  [&](OpBuilder &b, Location loc, Value j, Value x) {
                    return change(b, loc, x, i, dot(b, loc, x, i, j), j);
                  });
    };
    Value result = loop(rewriter, loc, rows, adaptor.getInput(),
                        [&](OpBuilder &b, Location loc, Value i, Value x) {
                          x = project(b, loc, i, project(b, loc, i, x));
                          Value length = math::SqrtOp::create(
                              b, loc, dot(b, loc, x, i, i));
                          Value scale = arith::DivFOp::create(
                              b, loc, constantOf(b, loc, element, 1), length);
                          return change(b, loc, x, i, scale, Value());
                        });
    rewriter.replaceOp(op, result);
    return success();
  }
};

} // namespace

void populateOrthonormalize(RewritePatternSet &patterns,
                            const TypeConverter &types,
                            const SizeTable &sizes) {
  patterns.add<OrthonormalizeLowering>(types, patterns.getContext(), sizes);
}

} // namespace nnc
