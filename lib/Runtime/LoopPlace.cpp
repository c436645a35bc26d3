//===- LoopPlace.cpp - Values of one iteration of loops -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/LoopPlace.h"

namespace nnc::rt {

LoopPlace placeOf(const std::string &path, Shape shape, int64_t element) {
  LoopPlace place;
  int64_t rest = countOf(shape);
  for (char c : path) {
    if (c != '*' || shape.empty()) {
      place.path += c;
      continue;
    }
    if (place.iterations.empty())
      place.loop = place.path;
    rest /= shape.front();
    place.iterations.push_back(element / rest);
    element %= rest;
    shape.erase(shape.begin());
    place.path += std::to_string(place.iterations.back());
  }
  place.shape = shape;
  return place;
}

} // namespace nnc::rt
