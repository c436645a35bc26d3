//===- Train.h - The training loop ------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_TRAIN_H
#define NNC_RUNTIME_TRAIN_H

#include "Runtime/Evaluate.h"
#include "Runtime/Findings.h"
#include "Runtime/Statistics.h"

#include <csignal>
#include <functional>
#include <optional>

namespace nnc::rt {

/// What a run tells its caller, in order.
class Progress {
public:
  virtual ~Progress() = default;
  /// Before the first step; the run may go on from `state`.
  virtual void begin(const nn_train &train, const RunState &state,
                     int64_t totalSteps, int64_t stepsPerEpoch) {}
  /// After each step, with the epoch's means so far in `state`, and the values
  /// of the step's last batch.
  virtual void step(const RunState &state, const std::vector<double> &values) {}
  /// After each validation, and each epoch where there is none.
  virtual void checked(const RunState &state, const Json &line) {}
  /// What the run says of itself, each code and path once.
  virtual void found(const Finding &finding) {}
  /// Worth knowing, no fault.
  virtual void note(const std::string &text) {}
};

struct TrainOptions {
  std::string out; ///< Folder for the results; empty: nothing is written.
  bool resume = false;
  std::optional<int64_t> epochs, steps, batch, seed;
  /// Learn this many examples of the data only, drawn by the seed, for as many
  /// steps as all of them would take, without validation, test or a rule that
  /// stops: what learns at all gets them right.
  std::optional<int64_t> overfit;
  /// Results of earlier sections, by name, for `start_from`.
  const std::map<std::string, TensorFile> *earlier = nullptr;
  const nn_parallel *parallel = nullptr;
  /// Steps between statistics; not given: see `statisticsInterval`; 0: none.
  std::optional<int64_t> statistics;
  /// Where the program lacks the entry that gathers them: makes a program that
  /// has it, for this section and batch, or null, where `secondsLeft` of
  /// training are not worth it. Asked once, when the first ones are due.
  std::function<std::shared_ptr<Program>(int64_t batch, double secondsLeft)>
      makeStatistics;
  int threads = 1; ///< What to say in the report.
  /// Set (by a signal) to end after the step at hand.
  const volatile std::sig_atomic_t *interrupted = nullptr;
  /// Seconds between checkpoints that no rule of the program asks for.
  double checkpointSeconds = 10;
  /// See AnswerOptions.
  std::function<std::shared_ptr<Program>()> attention;
};

struct TrainResult {
  Json summary; ///< The closing line.
  TensorFile weights;
  bool interrupted = false;
};

/// Runs one train section. A loss that is not finite, or anything else wrong,
/// is thrown after the last good state is safe.
TrainResult train(Program &program, int section, DataStore &store,
                  const TrainOptions &options, Progress &progress);

/// Takes one step on the first batch, writes nothing, and says what memory the
/// section needs, in bytes: parameters, state, optimizer, temporaries (of all
/// entries that training calls) and two batches.
Json dryRun(Program &program, int section, DataStore &store,
            const TrainOptions &options, Progress &progress);

struct NamedArray {
  std::string name;
  Array value;
};

/// One step on the first batch, value by value.
struct ShownStep {
  int64_t examples = 0; ///< In the batch.
  std::vector<NamedArray> inputs;
  /// What the program's `inspect` shows; see `nn-explain-step` for names.
  std::vector<NamedArray> values;
  std::vector<NamedArray> before, after; ///< Parameters and states.
  std::vector<NamedArray> metrics;       ///< As the step itself reports them.
};

/// Takes one step as training would, from the initial weights or those of
/// `start_from`; writes nothing.
ShownStep showStep(Program &program, int section, DataStore &store,
                   const TrainOptions &options, Progress &progress);

} // namespace nnc::rt

#endif // NNC_RUNTIME_TRAIN_H
