//===- Report.h - What a run leaves for people to read ----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_REPORT_H
#define NNC_RUNTIME_REPORT_H

#include "Runtime/Json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nnc::rt {

/// The lines of a metrics.jsonl, or of a file like it; none where it is not
/// there.
std::vector<Json> readLines(const std::string &path);

/// Drops the lines of a metrics.jsonl that lie after `step`: a run that is
/// resumed from there writes them again.
void keepLines(const std::string &path, int64_t step);

} // namespace nnc::rt

#endif // NNC_RUNTIME_REPORT_H
