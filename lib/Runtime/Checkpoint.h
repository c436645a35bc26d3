//===- Checkpoint.h - The state of a training run ---------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_CHECKPOINT_H
#define NNC_RUNTIME_CHECKPOINT_H

#include "Runtime/Instance.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace nnc::rt {

/// Means over examples, summed in f64 in the order of the batches.
struct MetricSums {
  std::vector<double> sums;
  int64_t examples = 0;

  void add(const std::vector<double> &batchMeans, int64_t size);
  std::vector<double> means() const;
  void clear();
};

/// A value that should get better, and when it last did.
struct Record {
  bool set = false;
  double value = 0;
  int64_t step = 0;
};

/// Everything a run needs, beside its blocks, to go on with the same bits.
struct RunState {
  int64_t step = 0;     ///< Optimizer updates done.
  int64_t epoch = 0;    ///< Epochs finished.
  int64_t position = 0; ///< Batches done in this epoch.
  int64_t batchCounter = 0;
  MetricSums sums; ///< Of this epoch.
  Record best, patience;
  std::vector<std::pair<std::string, Array>> bestWeights;
  double seconds = 0;
  std::string stopped; ///< Why the run ended, empty while it goes on.
};

/// What makes two runs the same; a checkpoint of another is refused.
struct RunIdentity {
  std::string train;
  int64_t seed = 0, batch = 0, examples = 0, accumulate = 1;
  std::map<std::string, std::string> vocabularies; ///< As weights note them.
};

/// One file with blocks, best weights and state.
TensorFile makeCheckpoint(const Instance &instance, const RunState &state,
                          const RunIdentity &identity);

/// The reverse. Throws, and changes nothing, where the file is no checkpoint
/// of this run; `note` hears of a program that has changed.
void loadCheckpoint(const std::string &path, Instance &instance,
                    RunState &state, const RunIdentity &identity,
                    const std::function<void(const std::string &)> &note);

} // namespace nnc::rt

#endif // NNC_RUNTIME_CHECKPOINT_H
