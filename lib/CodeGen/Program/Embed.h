//===- Embed.h - Weights in the library itself ------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_EMBED_H
#define NNC_LIB_CODEGEN_PROGRAM_EMBED_H

#include "Layout.h"

#include "llvm/ADT/StringSet.h"

namespace nnc {

/// The content of a model's blocks, padding zero.
struct EmbeddedBlocks {
  std::vector<char> parameters, state;
};

/// Why weights are not those of a model with this layout, if they are not.
std::optional<std::string> misfit(const BlockLayout &block,
                                  llvm::ArrayRef<Weight> weights);
/// For weights that fit.
EmbeddedBlocks packWeights(const BlockLayout &block,
                           llvm::ArrayRef<Weight> weights);

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_EMBED_H
