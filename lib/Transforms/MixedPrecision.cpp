//===- MixedPrecision.cpp - Round what contractions read ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/BuiltinOps.h"

namespace nnc {
#define GEN_PASS_DEF_MIXEDPRECISION
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

bool isContraction(Operation *op) {
  static const StringRef names[] = {"nn.einsum",         "nn.conv",
                                    "nn.conv_transpose", "nn.conv_filter",
                                    "nn.attention",      "nn.attention_grad"};
  return llvm::is_contained(names, op->getName().getStringRef());
}

/// Whether a contraction multiplies this operand; an attention adds some.
bool isFactor(OpOperand &operand) {
  auto grad = dyn_cast<nn::AttentionGradOp>(operand.getOwner());
  return !grad || (operand.get() != grad.getLogSumExp() &&
                   operand.get() != grad.getDelta());
}

struct MixedPrecision : nnc::impl::MixedPrecisionBase<MixedPrecision> {
  void runOnOperation() override {
    for (auto train : getOperation().getOps<nn::TrainOp>()) {
      auto name = train.getConfig().getAs<StringAttr>("precision");
      if (!name)
        continue;
      Type compute = name.getValue() == "f16"
                         ? Type(Float16Type::get(&getContext()))
                         : Type(BFloat16Type::get(&getContext()));
      train.walk([&](Operation *op) {
        if (isContraction(op))
          round(op, compute);
      });
    }
  }

  void round(Operation *op, Type compute) {
    OpBuilder builder(op);
    Location loc = op->getLoc();
    for (OpOperand &operand : op->getOpOperands()) {
      auto type = cast<RankedTensorType>(operand.get().getType());
      if (!type.getElementType().isF32() || !isFactor(operand))
        continue;
      Value narrow = nn::CastOp::create(
          builder, loc, nn::withElementType(type, compute), operand.get());
      operand.set(nn::CastOp::create(builder, loc, type, narrow));
      ++numRounded;
    }
  }
};

} // namespace
