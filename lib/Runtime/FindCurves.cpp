//===- FindCurves.cpp - What the curves of a run show ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindCurves.h"
#include "Runtime/Failure.h"

namespace nnc::rt {

std::vector<Finding> findNotConverged(int64_t step, int64_t epochs) {
  return {{"F0403", "", step,
           cat("not converged, `stop_when` was still false after ", epochs,
               epochs == 1 ? " epoch" : " epochs"),
           "let it run longer, or ask whether this model can learn this task "
           "at all"}};
}

} // namespace nnc::rt
