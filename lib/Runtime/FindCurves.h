//===- FindCurves.h - What the curves of a run show -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDCURVES_H
#define NNC_RUNTIME_FINDCURVES_H

#include "Runtime/FindData.h"

namespace nnc::rt {

/// The losses of a line of metrics.jsonl; NaN where it has none.
struct LossPoint {
  int64_t epoch = 0, step = 0;
  double train = 0, validation = 0;

  static LossPoint of(const Json &line);
};

/// F0401: for a quarter of the lines, and three, the loss of validation has
/// been a fifth above the lowest before, while that of training has fallen by a
/// fifth since; each the mean of three lines.
std::vector<Finding> findOverfitting(const std::vector<LossPoint> &points);

/// F0402: through the last half of at least six lines and 100 steps the loss of
/// training has stayed at what a constant answer costs, or it has never fallen
/// by more than a hundredth.
std::vector<Finding> findNotFalling(const std::vector<LossPoint> &points,
                                    const std::vector<ConstantLoss> &constant);

/// What to do about answers that are no better than a constant one.
extern const char *const helpNoBetter;

/// F0402 at the end of a run whose loss is comparable to `constant`: in the
/// last half of at least four lines and 100 steps it has been, in the mean and
/// at last, no lower than 99 % of what a constant answer costs.
std::vector<Finding> findNoBetter(const std::vector<LossPoint> &points,
                                  const ConstantLoss &constant);

/// F0403, at the end of a run: its `stop_when` never held.
std::vector<Finding> findNotConverged(int64_t step, int64_t epochs);

/// F0701: on what the section `earlier` was measured by, the weights of a later
/// one have more than twice the loss, and each metric that should be high has
/// lost a twentieth or more.
std::vector<Finding> findForgetting(const std::string &earlier, int64_t step,
                                    const Json &before, const Json &after,
                                    const std::vector<std::string> &higher);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDCURVES_H
