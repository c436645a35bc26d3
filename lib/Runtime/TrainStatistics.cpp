//===- TrainStatistics.cpp - Looking at the layers of a run ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/TrainStatistics.h"
#include "Runtime/Clock.h"
#include "Runtime/FindLayers.h"
#include "Runtime/Report.h"

#include <unistd.h>

namespace nnc::rt {

namespace {

/// Adds the time until its end to `seconds`.
class Stopwatch {
public:
  explicit Stopwatch(double &seconds) : seconds(seconds) {}
  ~Stopwatch() { seconds += secondsSince(start); }
  Stopwatch(const Stopwatch &) = delete;
  Stopwatch &operator=(const Stopwatch &) = delete;

private:
  double &seconds;
  Clock::time_point start = Clock::now();
};

} // namespace

void TrainStatistics::begin(int64_t step, int64_t total) {
  every = options.statistics.value_or(statisticsInterval(total));
  if (options.out.empty())
    return;
  std::string path = options.out + "/statistics.jsonl";
  if (!options.resume)
    ::unlink(path.c_str());
  keepLines(path, step);
  for (const Json &line : readLines(path))
    rows.push_back(StatisticsRow::parse(line));
}

bool TrainStatistics::isDue(int64_t step) {
  // The second step tells how training begins, and the first how long it takes.
  due |= every > 0 && (step % every == 0 || step == 2);
  return due;
}

void TrainStatistics::makeEntry(int64_t batch, double secondsLeft) {
  std::shared_ptr<Program> beside;
  bool has = instance.train().statistics.function;
  if (!has && options.makeStatistics)
    beside = options.makeStatistics(batch, secondsLeft);
  if (has || beside) {
    entry = std::make_unique<StatisticsEntry>(instance.program,
                                              instance.trainIndex, beside);
    if (entry->fits(instance))
      return;
  }
  entry.reset();
  every = 0;
  due = false;
}

bool TrainStatistics::takes(int64_t examples) const {
  return entry && entry->takes(examples);
}

void TrainStatistics::before(const nn_call &call) {
  Stopwatch stopwatch(seconds);
  due = false;
  row = entry->gather(instance, call);
  if (!row)
    return;
  ++looks;
  row->step = call.step;
  row->epoch = call.epoch;
  parameters.reserve(instance.parameters.size());
  copyBytes(parameters.data(), instance.parameters.data(),
            size_t(instance.parameters.size()));
}

std::vector<Finding> TrainStatistics::after(bool learned) {
  if (!row)
    return {};
  Stopwatch stopwatch(seconds);
  addUpdates(*row, instance, parameters, learned);
  if (!options.out.empty() && !lines)
    lines = std::make_unique<LineFile>(options.out + "/statistics.jsonl",
                                       /*keep=*/true);
  if (lines)
    lines->append(row->json().write());
  rows.push_back(std::move(*row));
  row.reset();
  return findInLayers(rows, firstLoss);
}

Json TrainStatistics::cost() const {
  return Json::object()
      .set("every", every)
      .set("looks", looks)
      .set("seconds", seconds);
}

} // namespace nnc::rt
