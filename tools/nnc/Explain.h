//===- Explain.h - nnc explain ----------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_EXPLAIN_H
#define NNC_TOOLS_NNC_EXPLAIN_H

#include "llvm/Support/CommandLine.h"

#include <string>

namespace nnc {

/// `nnc explain [CODE]`
class ExplainCommand {
public:
  explicit ExplainCommand(llvm::cl::OptionCategory &category)
      : category(category) {}

  /// Whether the command line asks for it.
  explicit operator bool() { return bool(command); }
  int run();

private:
  llvm::cl::OptionCategory &category;
  llvm::cl::SubCommand command{"explain", "Say what a diagnostic's code means"};
  llvm::cl::opt<std::string> code{
      llvm::cl::Positional, llvm::cl::desc("[code]"), llvm::cl::sub(command),
      llvm::cl::cat(category)};
};

} // namespace nnc

#endif // NNC_TOOLS_NNC_EXPLAIN_H
