//===- LoopPlace.h - Values of one iteration of loops -----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_LOOPPLACE_H
#define NNC_RUNTIME_LOOPPLACE_H

#include "Runtime/Array.h"

namespace nnc::rt {

/// Where an element of a value belongs that holds all iterations of the loops
/// around it: each `*` of its path is an axis, from the first one on.
struct LoopPlace {
  std::string loop; ///< The path up to the first loop, empty without one.
  std::string path; ///< With the iterations in place of each `*`.
  std::vector<int64_t> iterations;
  Shape shape; ///< Of the value in one iteration.
};

LoopPlace placeOf(const std::string &path, Shape shape, int64_t element);

} // namespace nnc::rt

#endif // NNC_RUNTIME_LOOPPLACE_H
