//===- Philox.cpp - Counter-based random numbers --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Philox.h"

#include <cmath>
#include <utility>

namespace nnc::rt {

std::array<uint32_t, 4> philox(std::array<uint32_t, 4> counter,
                               std::array<uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    uint64_t first = uint64_t(0xD2511F53) * counter[0];
    uint64_t second = uint64_t(0xCD9E8D57) * counter[2];
    counter = {uint32_t(second >> 32) ^ counter[1] ^ key[0], uint32_t(second),
               uint32_t(first >> 32) ^ counter[3] ^ key[1], uint32_t(first)};
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  return counter;
}

uint64_t Draws::next() {
  if (left == 0) {
    // 2^40 blocks and 2^56 indices are beyond any run.
    values = philox({uint32_t(block), uint32_t(index),
                     uint32_t(index >> 32) << 8 | uint32_t(block >> 32),
                     uint32_t(stream)},
                    key);
    ++block;
    left = 2;
  }
  --left;
  return uint64_t(values[size_t(left) * 2 + 1]) << 32 |
         values[size_t(left) * 2];
}

uint64_t Draws::below(uint64_t limit) {
  // Rejection keeps every value equally likely.
  uint64_t rest = -limit % limit;
  for (;;) {
    uint64_t value = next();
    if (value >= rest)
      return value % limit;
  }
}

double Draws::uniform() { return (double(next() >> 12) + 0.5) * 0x1p-52; }

double Draws::normal() {
  double radius = std::sqrt(-2 * std::log(uniform()));
  return radius * std::cos(6.283185307179586 * uniform());
}

void shuffle(int64_t *order, size_t count, Draws draws) {
  for (size_t left = count; left > 1; --left)
    std::swap(order[left - 1], order[draws.below(left)]);
}

} // namespace nnc::rt
