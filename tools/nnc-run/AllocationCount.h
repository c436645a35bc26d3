//===- AllocationCount.h - How often memory was asked for -------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_ALLOCATIONCOUNT_H
#define NNC_TOOLS_NNCRUN_ALLOCATIONCOUNT_H

#include <cstdint>

namespace nnc::run {

/// Calls of malloc and its kin in this process so far, from whatever library;
/// -1 where that is not counted (another C library, a sanitizer).
int64_t allocationCount();

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_ALLOCATIONCOUNT_H
