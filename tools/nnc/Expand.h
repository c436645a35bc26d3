//===- Expand.h - nnc expand ------------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_EXPAND_H
#define NNC_TOOLS_NNC_EXPAND_H

#include "nnc/Frontend/Sema.h"

#include <string>

namespace nnc {

/// Writes the program with nothing imported to `output`, or to standard output
/// where that is empty or `-`. Answers an exit code.
int expandFile(const std::string &input, const std::string &output,
               const SemaOptions &options);

} // namespace nnc

#endif // NNC_TOOLS_NNC_EXPAND_H
