//===- Sample.h - What some examples of a part are like ---------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_SAMPLE_H
#define NNC_RUNTIME_SAMPLE_H

#include "Runtime/Dataset.h"

#include <map>

namespace nnc::rt {

/// One number of an example, over the examples that were looked at.
struct ColumnFacts {
  double mean = 0, spread = 0; ///< Spread: the standard deviation.
  double least = 0, most = 0;
};

/// A field as the program gives it to training, without augmentation.
struct FieldFacts {
  std::string name;
  bool isFloat = false;
  Shape shape;                      ///< Of one example.
  std::vector<ColumnFacts> columns; ///< Of floats of a fixed shape.
  /// How often each value occurs: of integers, and of floats that are all 0 or
  /// 1. Empty where there are too many of them.
  std::map<int64_t, int64_t> counts;
  /// All numbers of the first thousand examples, side by side; of fields of a
  /// fixed shape with no more than 4,096.
  std::vector<double> values;
};

struct Sample {
  int64_t count = 0;              ///< Examples of the part.
  std::vector<uint64_t> hashes;   ///< Of each example that was looked at.
  std::vector<FieldFacts> fields; ///< In the order of the entry's inputs.
};

/// Looks at examples as `entry` would get them: all of them, or as many, drawn
/// at random, as 16 MiB hold. `dims` are those of the program.
Sample takeSample(const Dataset &set, const nn_entry &entry,
                  std::vector<int64_t> dims, std::vector<int64_t> examples,
                  int64_t seed);

} // namespace nnc::rt

#endif // NNC_RUNTIME_SAMPLE_H
