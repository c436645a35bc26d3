//===- Arguments.h - The command line of nnc-run ----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_ARGUMENTS_H
#define NNC_TOOLS_NNCRUN_ARGUMENTS_H

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nnc::run {

/// What the user typed, checked as far as it can be without the program.
struct Arguments {
  std::string command;
  std::vector<std::string> files;
  std::vector<std::pair<std::string, std::string>> sets;
  std::vector<std::pair<std::string, int64_t>> dims; ///< bench: their sizes.
  std::vector<std::string> inputs;
  std::string data, out, weights, output, train, model, entry, prompt, trace;
  std::optional<int64_t> epochs, steps, batch, seed, overfit, examples;
  std::optional<int> threads;
  std::optional<int64_t> statistics;   ///< Steps between them; 0: none.
  std::optional<int64_t> memoryBudget; ///< In bytes.
  int64_t tokens = 200;                ///< generate: how many to write.
  double temperature = 1;
  int runs = 5;
  bool resume = false, dryRun = false, json = false, time = false,
       profile = false, noCache = false, noTune = false, winograd = false,
       watch = false, tensorboard = false;

  /// Whether the program must tell where its time goes.
  bool profiles() const { return profile || !trace.empty(); }
};

/// Throws a Failure with UsageError. Help and version are printed, and give an
/// empty command.
Arguments parseArguments(int argc, char **argv);

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_ARGUMENTS_H
