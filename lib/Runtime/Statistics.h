//===- Statistics.h - What each layer does, now and then --------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_STATISTICS_H
#define NNC_RUNTIME_STATISTICS_H

#include "Runtime/Instance.h"
#include "Runtime/Json.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nnc::rt {

/// Of a layer's output on one batch; see `nn-gather-statistics`.
struct LayerStatistics {
  std::string path;
  double mean = 0, spread = 0;
  std::optional<double> dead, saturated; ///< Shares, of units and of values.
  std::optional<bool> alike;
  std::optional<double> gradient; ///< Norm.
};

/// Norms of a parameter, its gradient, and its change in the step.
struct ParameterStatistics {
  std::string name;
  std::optional<double> norm, gradient, update;
};

struct InputStatistics {
  std::string name;
  double mean = 0, spread = 0, least = 0, most = 0;
};

/// A line of statistics.jsonl: the batch and the weights that step `step`
/// learned from, and how far it went.
struct StatisticsRow {
  int64_t step = 0, epoch = 0;
  std::optional<double> loss, gradientNorm, learningRate;
  std::vector<LayerStatistics> layers; ///< From the input on.
  std::vector<ParameterStatistics> parameters;
  std::vector<InputStatistics> inputs;

  Json json() const;
  static StatisticsRow parse(const Json &line);
};

/// The steps between two statistics of a run: 50, or as many as make 40 of them
/// in a short run and 1,000 in a long one; 0, for none, below 40 steps.
int64_t statisticsInterval(int64_t totalSteps);

/// Numbers called `PATH#KIND`, arrays where PATH has stars, as a row.
struct NamedNumbers {
  std::string name;
  Shape shape;
  std::vector<double> values;
};
StatisticsRow rowOf(const std::vector<NamedNumbers> &numbers);

/// Adds the norms of the parameters that `row` knows (all, if it knows none)
/// and of what a step has changed: `before` is the parameters' block as it was.
/// `learned`: the step was taken, else there is no change to tell of.
void addUpdates(StatisticsRow &row, const Instance &instance,
                const Block &before, bool learned);

/// Runs the entry that gathers statistics, of the program that learns or of one
/// that was compiled beside it.
class StatisticsEntry {
public:
  /// `beside` is null where `program` itself has the entry.
  StatisticsEntry(const Program &program, int section,
                  std::shared_ptr<Program> beside);

  /// Whether memory lies in both programs in the same way.
  bool fits(const Instance &instance) const;
  /// Whether it can take a batch of so many examples: one that was compiled
  /// beside the program is made for those of a step.
  bool takes(int64_t examples) const;
  /// What the call of a step would compute; nothing where it cannot run, which
  /// the step itself will tell. Of the parameters it knows the gradients.
  std::optional<StatisticsRow> gather(Instance &instance, nn_call call) const;

private:
  const Program &program;
  std::shared_ptr<Program> beside;
  const nn_train &train;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_STATISTICS_H
