//===- Commands.h - What nnc-run can do -------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_COMMANDS_H
#define NNC_TOOLS_NNCRUN_COMMANDS_H

#include "Arguments.h"
#include "Runtime/Evaluate.h"
#include "Runtime/Threads.h"

#include <memory>
#include <string>
#include <vector>

namespace nnc::run {

/// A program ready to run: a library as it is, a source file compiled in
/// memory, with the user's --set applied.
struct Loaded {
  std::unique_ptr<rt::Program> program;
  std::unique_ptr<rt::ThreadPool> pool;
  int threads = 1;
  std::string summary; ///< What `nnc summary --json` prints; of a source file.
  double compileSeconds = 0;
  /// What compiling it takes, guessed by its size where an earlier run did.
  double compileGuess = 0;
  /// train.KEY=VALUE of --set, for a library; a compiler has used them itself.
  std::vector<std::pair<std::string, std::string>> trainSets;

  const nn_parallel *parallel() const { return pool ? pool->hook() : nullptr; }
  /// The training sections that --train selects, in order.
  std::vector<int> sections(const Arguments &arguments) const;
  int model(const Arguments &arguments) const;
};

/// A program with what gathers statistics of the sections, for steps on `batch`
/// examples, to run beside one that `load` has compiled. Null where it would
/// take too long for a run that still takes `secondsLeft`, unless statistics
/// were asked for, and where none can be made.
std::shared_ptr<rt::Program> loadStatistics(const Arguments &arguments,
                                            const Loaded &loaded,
                                            std::optional<int64_t> batch,
                                            double secondsLeft);

/// A program that answers where the attention of its models looks, to run
/// beside one that `load` has compiled; null where none can be made.
std::shared_ptr<rt::Program> loadAttention(const Arguments &arguments,
                                           const Loaded &loaded);

Loaded load(const Arguments &arguments, bool f64 = false);

rt::DataPlaces placesFor(const Arguments &arguments);
/// "image f32[batch, 28, 28]".
std::string declared(const nn_tensor &tensor);
/// The file of --weights; without one, what is noted beside those inside the
/// library, which are no part of it.
rt::TensorFile readWeights(const rt::Instance &instance,
                           const Arguments &arguments);
/// Gives a model the weights of that file, or else those inside the library.
void takeWeights(rt::Instance &instance, const rt::TensorFile &file,
                 const Arguments &arguments);
/// Prints a note on standard error.
void printNote(const std::string &text);

/// Each returns an exit code, or throws rt::Failure.
int runTrain(const Arguments &arguments);
int runStep(const Arguments &arguments);
int runEval(const Arguments &arguments);
int runPredict(const Arguments &arguments);
int runGenerate(const Arguments &arguments);
int runGradCheck(const Arguments &arguments);
int runBench(const Arguments &arguments);
int runKeys(const Arguments &arguments);
int runDiff(const Arguments &arguments);
int runReport(const Arguments &arguments);

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_COMMANDS_H
