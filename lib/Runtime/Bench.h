//===- Bench.h - How fast a step is -----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_BENCH_H
#define NNC_RUNTIME_BENCH_H

#include "Runtime/Instance.h"
#include "Runtime/Profile.h"

#include <functional>

namespace nnc::rt {

/// The GFLOP/s of one thread that does nothing but f32 multiply-adds in the
/// widest registers of this processor, over about `seconds`. 0 where this is
/// not known for the processor.
double measureFmaPeak(double seconds);

struct BenchOptions {
  int64_t batch = 0; ///< 0: the program's own.
  int runs = 5;
  double secondsPerRun = 0.4;
  /// Sizes of dims; others are the largest that are allowed.
  std::vector<std::pair<std::string, int64_t>> dims;
  bool profile = false; ///< After that, listen to the kernels.
  /// Counts the process's allocations so far, if someone does.
  std::function<int64_t()> allocations;
};

/// `train_step` of a section, or `infer` of a model, ready to be called again
/// and again on synthetic data.
class SyntheticStep {
public:
  /// `section` is -1 for `infer`. Of `options`, the batch and the dims count.
  SyntheticStep(Program &program, int model, int section,
                const nn_parallel *parallel, const BenchOptions &options);
  SyntheticStep(const SyntheticStep &) = delete;
  SyntheticStep &operator=(const SyntheticStep &) = delete;

  /// Takes one step.
  void operator()();

  Instance instance;
  const nn_entry &entry;
  std::string name; ///< Of the section or the model.
  int64_t batch;

private:
  std::vector<Array> inputs, results;
  std::vector<const void *> in;
  std::vector<void *> out;
  std::vector<double> values;
  nn_call call;
};

struct BenchResult {
  int64_t batch = 0, flops = 0, arenaBytes = 0, parameterBytes = 0;
  double secondsPerStep = 0;         ///< The median of the best run.
  double peakGflops = 0;             ///< One thread's, beside that run.
  int64_t allocations = -1;          ///< In all timed steps together.
  std::shared_ptr<Profiler> profile; ///< Null unless it was asked for.
};

/// Times `train_step` of a section, on synthetic data.
BenchResult benchTrain(Program &program, int section,
                       const nn_parallel *parallel,
                       const BenchOptions &options);
/// Times `infer` of a model.
BenchResult benchInfer(Program &program, int model, const nn_parallel *parallel,
                       const BenchOptions &options);

} // namespace nnc::rt

#endif // NNC_RUNTIME_BENCH_H
