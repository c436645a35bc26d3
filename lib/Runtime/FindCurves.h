//===- FindCurves.h - What the curves of a run show -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDCURVES_H
#define NNC_RUNTIME_FINDCURVES_H

#include "Runtime/Findings.h"

namespace nnc::rt {

/// F0403, at the end of a run: its `stop_when` never held.
std::vector<Finding> findNotConverged(int64_t step, int64_t epochs);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDCURVES_H
