//===- Philox.h - Counter-based random numbers ------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_PHILOX_H
#define NNC_RUNTIME_PHILOX_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nnc::rt {

/// Philox4x32-10 (Salmon et al., SC 2011): four numbers for a counter and key.
std::array<uint32_t, 4> philox(std::array<uint32_t, 4> counter,
                               std::array<uint32_t, 2> key);

/// What a stream of the runtime's own is for; part of the counter, so that no
/// two uses meet.
enum class Stream : uint32_t {
  Shuffle = 1,
  Split = 2,
  Check = 3,
  Input = 4,
  Overfit = 5,
  Generate = 6,
  Buckets = 7,
  Sample = 8
};

/// A sequence of draws, keyed by (seed, stream, index). The same everywhere.
class Draws {
public:
  Draws(uint64_t seed, Stream stream, uint64_t index)
      : key{uint32_t(seed), uint32_t(seed >> 32)}, stream(stream),
        index(index) {}

  uint64_t next();
  /// Uniform in [0, limit).
  uint64_t below(uint64_t limit);
  /// Uniform in (0, 1).
  double uniform();
  /// Standard normal.
  double normal();

private:
  std::array<uint32_t, 2> key;
  Stream stream;
  uint64_t index, block = 0;
  std::array<uint32_t, 4> values{};
  int left = 0;
};

/// Permutes in place.
void shuffle(int64_t *order, size_t count, Draws draws);
inline void shuffle(std::vector<int64_t> &order, Draws draws) {
  shuffle(order.data(), order.size(), draws);
}

} // namespace nnc::rt

#endif // NNC_RUNTIME_PHILOX_H
