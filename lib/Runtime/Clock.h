//===- Clock.h - How long something took ------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_CLOCK_H
#define NNC_RUNTIME_CLOCK_H

#include <chrono>

namespace nnc::rt {

/// One that nobody sets while a run goes on.
using Clock = std::chrono::steady_clock;

inline double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace nnc::rt

#endif // NNC_RUNTIME_CLOCK_H
