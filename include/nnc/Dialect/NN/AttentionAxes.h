//===- AttentionAxes.h - Which axis of an attention is which ----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_DIALECT_NN_ATTENTIONAXES_H
#define NNC_DIALECT_NN_ATTENTIONAXES_H

#include "mlir/IR/BuiltinTypes.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace nnc::nn {

/// The pattern of `nn.attention`, "bihc,bjhc,bjhw->bihw" or, with a mask,
/// "bihc,bjhc,bjhw,ij->bihw".
struct AttentionAxes {
  llvm::StringRef query, key, value, mask, result;
  bool hasMask = false;
  /// Letters: the places that look, those that are looked at, what is
  /// multiplied, what is averaged.
  char row = 0, column = 0, inner = 0, width = 0;
  /// Letters of the batch, in the order of the result.
  std::string batch;

  /// The axes of the logarithms of sums.
  std::string rows() const { return batch + row; }

  /// Nothing where `pattern` does not describe an attention.
  static std::optional<AttentionAxes> parse(llvm::StringRef pattern);
};

} // namespace nnc::nn

#endif // NNC_DIALECT_NN_ATTENTIONAXES_H
