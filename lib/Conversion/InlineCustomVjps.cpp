//===- InlineCustomVjps.cpp - Functions with their own gradient -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InlineCustomVjps.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace nnc {

void inlineCustomVjps(ModuleOp module) {
  IRRewriter rewriter(module.getContext());
  module.walk([&](nn::CustomVjpOp op) {
    Block *forward = &op.getForward().front();
    Operation *yield = forward->getTerminator();
    rewriter.inlineBlockBefore(forward, op, op.getInputs());
    rewriter.replaceOp(op, yield->getOperands());
    rewriter.eraseOp(yield);
  });
}

} // namespace nnc
