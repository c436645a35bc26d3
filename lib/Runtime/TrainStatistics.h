//===- TrainStatistics.h - Looking at the layers of a run -------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_TRAINSTATISTICS_H
#define NNC_RUNTIME_TRAINSTATISTICS_H

#include "Runtime/File.h"
#include "Runtime/Findings.h"
#include "Runtime/Statistics.h"
#include "Runtime/Train.h"

namespace nnc::rt {

/// Decides which steps of a run are looked at, keeps statistics.jsonl, and
/// tells what they show.
class TrainStatistics {
public:
  TrainStatistics(Instance &instance, const TrainOptions &options)
      : instance(instance), options(options) {}

  /// Before the first step of a run of `total` steps, or after `step` of one
  /// that goes on, whose statistics until then are read.
  void begin(int64_t step, int64_t total);

  /// Whether `step`, counted from 1, is to be looked at.
  bool isDue(int64_t step);
  /// Makes what gathers them, when the first ones are due; this may compile.
  bool needsEntry() const { return !entry; }
  void makeEntry(int64_t batch, double secondsLeft);
  /// Whether there is one that takes so many examples; else the next step with
  /// a whole batch is looked at.
  bool takes(int64_t examples) const;

  /// Around the step that `call` is about to take. `learned`: it did. Returns
  /// what is wrong by now.
  void before(const nn_call &call);
  std::vector<Finding> after(bool learned);

  /// {"every", "looks", "seconds"} of this process, without the compiling.
  Json cost() const;
  /// All so far.
  const std::vector<StatisticsRow> &all() const { return rows; }

  /// The loss of step 1, if this process took it.
  std::optional<double> firstLoss;

private:
  Instance &instance;
  const TrainOptions &options;
  int64_t every = 0; ///< In steps; 0: never.
  int64_t looks = 0;
  double seconds = 0; ///< That they took.
  bool due = false;
  std::unique_ptr<StatisticsEntry> entry;
  std::unique_ptr<LineFile> lines;
  std::vector<StatisticsRow> rows;
  std::optional<StatisticsRow> row; ///< Of the step that is being taken.
  Block parameters;                 ///< As they were before it.
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_TRAINSTATISTICS_H
