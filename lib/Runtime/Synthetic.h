//===- Synthetic.h - Inputs for calls that need no data ---------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_SYNTHETIC_H
#define NNC_RUNTIME_SYNTHETIC_H

#include "Runtime/Instance.h"

#include <optional>

namespace nnc::rt {

/// Sets the dim that leads the entry's inputs to `batch`.
void bindBatch(const nn_entry &entry, int64_t batch,
               std::vector<int64_t> &dims);

/// The size of that dim; nothing where no input begins with one.
std::optional<int64_t> boundBatch(const nn_entry &entry,
                                  const std::vector<int64_t> &dims);

/// Sets the dim that leads the entry's inputs to `batch`, and every other one
/// to its smallest value from `least` up.
void bindFreeDims(const Program &program, const nn_entry &entry, int64_t batch,
                  int64_t least, std::vector<int64_t> &dims);

/// One array for each input of `entry`: floats standard normal, integers and
/// bools 0 or 1. Always the same ones.
std::vector<Array> syntheticInputs(const nn_entry &entry,
                                   const std::vector<int64_t> &dims);

/// The addresses, as a call wants them.
std::vector<const void *> addresses(const std::vector<Array> &arrays);

} // namespace nnc::rt

#endif // NNC_RUNTIME_SYNTHETIC_H
