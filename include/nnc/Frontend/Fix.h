//===- Fix.h - mend what can be mended --------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_FIX_H
#define NNC_FRONTEND_FIX_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace nnc {

struct SemaOptions;

/// A diagnostic whose fix was made.
struct AppliedFix {
  unsigned line, column; ///< when it was made, from 1
  std::string code;
  std::string text; ///< of its help
};

struct FixResult {
  std::string text;
  std::vector<AppliedFix> applied; ///< in the order in which they were made
};

/// Checks a program and makes the changes that its diagnostics are certain of,
/// again and again until none is left. A change that brings a new syntax error
/// is taken back. Imports are looked up beside `path`, and are not changed.
FixResult applyFixes(llvm::StringRef path, llvm::StringRef text,
                     const SemaOptions &options);

} // namespace nnc

#endif // NNC_FRONTEND_FIX_H
