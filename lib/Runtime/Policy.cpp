//===- Policy.cpp - When to stop, and which weights are the best ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Policy.h"

#include <cmath>

namespace nnc::rt {

/// Whether `value` beats the record by more than `delta`; then it is the
/// record.
static bool improve(Record &record, double value, bool higher, double delta,
                    int64_t step) {
  if (std::isnan(value))
    return false;
  bool better = !record.set || (higher ? value > record.value + delta
                                       : value < record.value - delta);
  if (better)
    record = {true, value, step};
  return better;
}

Verdict judge(const nn_policy &policy, const std::vector<double> &values,
              int64_t patienceSteps, RunState &state) {
  Verdict verdict;
  if (policy.best >= 0)
    verdict.improved = improve(state.best, values[size_t(policy.best)],
                               policy.best_higher != 0, 0, state.step);
  if (policy.patience >= 0) {
    bool better =
        improve(state.patience, values[size_t(policy.patience)],
                policy.patience_higher != 0, policy.min_delta, state.step);
    // `best` decides where both are given.
    if (policy.best < 0 && policy.restore_best)
      verdict.improved = better;
    verdict.earlyStop = state.step - state.patience.step >= patienceSteps;
  }
  if (policy.stop_when >= 0)
    verdict.stopWhen = values[size_t(policy.stop_when)] != 0;
  return verdict;
}

} // namespace nnc::rt
