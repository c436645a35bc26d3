//===- Compare.h - Answers beside what was right ----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_COMPARE_H
#define NNC_RUNTIME_COMPARE_H

#include "Runtime/Answers.h"

#include <cmath>

namespace nnc::rt {

/// Values of a batch: the shape without the batch axis, and all numbers.
struct Values {
  std::string name;
  int32_t dtype = NN_F32;
  Shape shape; ///< Of one example.
  std::vector<double> all;

  int64_t each() const { return countOf(shape); }
  bool isInteger() const { return !isFloat(Element(dtype)); }
};

/// Which output answers which target, from their types and one batch: a field
/// of whole numbers and an output with one axis more are classes; equal shapes
/// are rows of one class, two values, or numbers.
Comparison compare(const std::vector<Values> &outputs,
                   const std::vector<Values> &targets);

/// One example's answer and target.
struct Compared {
  std::vector<int64_t> truths, answers; ///< Of Classes and Binary, by place.
  std::vector<double> shares;           ///< Of Classes: of the answer.
  double right = 0;                     ///< Share of places.
  /// Means over places of what a loss may be: cross entropy, squared and
  /// absolute error. NaN where that makes no sense.
  double crossEntropy = NAN, squared = NAN, absolute = NAN;
};
Compared compareOne(const Comparison &comparison, const double *output,
                    const double *target, int64_t places);

/// What numbers of a field mean: names of classes, words or characters.
struct Labels {
  std::vector<std::string> names;
  std::string between; ///< In a text of several.

  std::string name(int64_t number) const;
  std::string text(const std::vector<int64_t> &numbers) const;
};
Labels labelsOf(const nn_dataset &raw, const Vocabularies &vocabularies,
                const std::string &field, bool isInteger);

/// Counts of (truth, answer).
class Confusion {
public:
  void add(const Compared &compared);
  /// {"classes", "counts"} up to 40 classes, and the pairs that differ, most
  /// frequent first.
  Json write(int64_t classes, const Labels &labels) const;

private:
  std::map<std::pair<int64_t, int64_t>, int64_t> counts;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_COMPARE_H
