//===- Canonicalize.h - The clean-up between passes -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_SUPPORT_CANONICALIZE_H
#define NNC_SUPPORT_CANONICALIZE_H

#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/Passes.h"

#include <string>

namespace nnc {

/// Canonicalization of programs whose loops are structured: there are no blocks
/// to merge or to drop, and looking for them takes longer than all patterns.
inline std::unique_ptr<mlir::Pass> createCanonicalizeLoops() {
  mlir::GreedyRewriteConfig config;
  config.setRegionSimplificationLevel(
      mlir::GreedySimplifyRegionLevel::Disabled);
  // What a rewrite touches is looked at again within one round; a second round
  // finds next to nothing.
  config.setMaxIterations(1);
  // It takes the rows of a tile apart into numbers, for others to join again.
  static const std::string leftOut[] = {
      "(anonymous namespace)::InsertChainFullyInitialized"};
  return mlir::createCanonicalizerPass(config, leftOut);
}

} // namespace nnc

#endif // NNC_SUPPORT_CANONICALIZE_H
