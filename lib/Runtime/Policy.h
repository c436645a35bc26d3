//===- Policy.h - When to stop, and which weights are the best --*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_POLICY_H
#define NNC_RUNTIME_POLICY_H

#include "Runtime/Checkpoint.h"

namespace nnc::rt {

struct Verdict {
  bool stopWhen = false;
  bool earlyStop = false;
  bool improved = false; ///< These are the best weights so far.
};

/// What `policy` makes of the values that `control` answered. Updates the
/// records in `state`. A NaN is never an improvement.
Verdict judge(const nn_policy &policy, const std::vector<double> &values,
              int64_t patienceSteps, RunState &state);

} // namespace nnc::rt

#endif // NNC_RUNTIME_POLICY_H
