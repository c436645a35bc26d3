//===- ExpandMath.cpp - polynomials for f32 functions ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/X86Vector/X86VectorDialect.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_EXPANDMATH
#include "CPUPasses.h.inc"

namespace {

struct ExpandMath : impl::ExpandMathBase<ExpandMath> {
  void runOnOperation() override {
    // Functions whose polynomial is as good as libm's within an ulp or so, for
    // single precision only. The same code for vectors and what is left over
    // gives the same bits wherever an element stands.
    auto good = [](StringRef name) {
      return llvm::is_contained(
          {math::ExpOp::getOperationName(), math::LogOp::getOperationName(),
           math::TanhOp::getOperationName(), math::ErfOp::getOperationName()},
          name);
    };
    RewritePatternSet patterns(&getContext());
    populateMathPolynomialApproximationPatterns(patterns, good);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace
} // namespace nnc::cpu
