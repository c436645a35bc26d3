//===- FindData.h - What the data of a run show -----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDDATA_H
#define NNC_RUNTIME_FINDDATA_H

#include "Runtime/Findings.h"
#include "Runtime/Sample.h"

namespace nnc::rt {

/// F0501: examples of the part under the section's key `other` ("validation",
/// "test") are among those of training. Examples that occur more than once
/// within training make as many in any other part to be expected: only what
/// goes beyond that counts, where it is a tenth of the part and five examples.
std::vector<Finding> findShared(const Sample &training, const Sample &other,
                                const std::string &key);

/// Whether a float field may be one that no network learns from well: a column
/// whose size (root of the mean square) is above 5, ranges that differ by more
/// than a thousand, or no column above a hundredth.
bool looksUnnormalised(const FieldFacts &field);

/// F0502: the field `looksUnnormalised`, and so does the first value that the
/// network makes of it: `firstSize` is the largest size of a column there, NaN
/// where that is not known.
std::vector<Finding> findUnnormalised(const FieldFacts &field,
                                      double firstSize);

/// F0503: one column of the input tells the answer, a field of one number an
/// example, almost alone. Of classes, knowing the column leaves less than a
/// twentieth of their entropy, where each of its values occurs ten times on
/// average; of a quantity, it explains 99 % of the variance. Said of a hundred
/// examples or more, and of inputs with other columns beside it.
std::vector<Finding> findDecisive(const FieldFacts &input,
                                  const FieldFacts &answer);

/// What the best constant answer to a field costs.
struct ConstantLoss {
  std::string field;
  const char *measure; ///< "entropy" (in nats) or "variance"
  double loss;
};

/// Of a field that may be what a network is to answer: one of classes has an
/// entropy, a float of one number an example a variance.
std::vector<ConstantLoss> constantLosses(const FieldFacts &field);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDDATA_H
