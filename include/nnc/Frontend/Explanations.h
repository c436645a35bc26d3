//===- Explanations.h - what the codes mean ---------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_EXPLANATIONS_H
#define NNC_FRONTEND_EXPLANATIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace nnc {

/// A section of docs/Diagnostics.md, which the build embeds: its heading is the
/// code and the title.
struct Explanation {
  llvm::StringRef code;
  llvm::StringRef title;
  llvm::StringRef text; ///< Markdown; programs between ```nn and ```
};

/// All of them, in the order of the page.
std::vector<Explanation> explanations();

/// The text as a terminal shows it, programs indented; paragraphs are broken at
/// `width` characters.
std::string plainText(const Explanation &explanation, unsigned width = 80);

/// The text of the page.
const char *diagnosticsPage();

} // namespace nnc

#endif // NNC_FRONTEND_EXPLANATIONS_H
