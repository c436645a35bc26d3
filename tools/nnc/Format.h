//===- Format.h - nnc fmt ---------------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_FORMAT_H
#define NNC_TOOLS_NNC_FORMAT_H

#include "llvm/Support/CommandLine.h"

#include <string>

namespace nnc {

/// `nnc fmt FILE... [--check] [-o -]`
class FormatCommand {
public:
  explicit FormatCommand(llvm::cl::OptionCategory &category)
      : category(category) {}

  /// Whether the command line asks for it.
  explicit operator bool() { return bool(command); }
  int run();

private:
  int format(const std::string &path);

  llvm::cl::OptionCategory &category;
  llvm::cl::SubCommand command{"fmt", "Bring files into the one style"};
  llvm::cl::list<std::string> files{
      llvm::cl::Positional, llvm::cl::desc("<model.nn>..."),
      llvm::cl::sub(command), llvm::cl::cat(category)};
  llvm::cl::opt<bool> check{
      "check",
      llvm::cl::desc("Write nothing; name the files that would change"),
      llvm::cl::sub(command), llvm::cl::cat(category)};
  llvm::cl::opt<std::string> output{
      "o", llvm::cl::value_desc("-"),
      llvm::cl::desc("`-`: write to standard output instead"),
      llvm::cl::sub(command), llvm::cl::cat(category)};
};

} // namespace nnc

#endif // NNC_TOOLS_NNC_FORMAT_H
