//===- Fix.h - nnc check --fix ----------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_FIX_H
#define NNC_TOOLS_NNC_FIX_H

#include <string>

namespace nnc {

struct SemaOptions;

/// Changes the file as its diagnostics say, where they are certain, and writes
/// to standard output what was changed. Returns an exit code; what is left to
/// say is for the check that follows.
int fixFile(const std::string &path, const SemaOptions &options);

} // namespace nnc

#endif // NNC_TOOLS_NNC_FIX_H
