//===- Facts.h - What a run was, for its report -----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FACTS_H
#define NNC_RUNTIME_FACTS_H

#include "Runtime/Checkpoint.h"
#include "Runtime/Json.h"

namespace nnc::rt {

/// The plan and the state of a run: program, seed, batch, hypers as they are in
/// effect, tensors, memory in bytes, time. `stopped` is null while it goes on.
Json describeRun(const Instance &instance, const RunState &state,
                 const RunIdentity &identity, int64_t stepsPerEpoch,
                 int64_t totalSteps);

/// Writes one value as a file of its own, whole or not at all.
void writeJson(const std::string &path, const Json &value);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FACTS_H
