//===- Bench.cpp - nnc-run bench and gradcheck ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Bench.h"
#include "AllocationCount.h"
#include "Commands.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/GradCheck.h"

#include <cstdio>

namespace nnc::run {

using namespace rt;

/// One step of each entry that is timed; the last one wins.
static void writeTrace(const std::string &path, const Profiler &profile) {
  AtomicFile file(path);
  file.write(profile.trace().write());
  file.commit();
}

static void report(const Arguments &arguments, const Loaded &loaded,
                   const char *model, const char *entry,
                   const BenchResult &result) {
  if (!arguments.trace.empty())
    writeTrace(arguments.trace, *result.profile);
  double gflops = double(result.flops) / result.secondsPerStep * 1e-9;
  double peak = result.peakGflops * loaded.threads;
  double share = peak > 0 ? gflops / peak : 0;
  if (arguments.json) {
    Json object = Json::object();
    object.set("model", model).set("entry", entry);
    object.set("batch", result.batch).set("threads", loaded.threads);
    object.set("seconds_per_step", result.secondsPerStep);
    object.set("steps_per_s", 1 / result.secondsPerStep);
    object.set("examples_per_s", double(result.batch) / result.secondsPerStep);
    object.set("flops_per_step", result.flops).set("gflops", gflops);
    object.set("fma_peak_gflops", peak > 0 ? Json(peak) : Json());
    object.set("peak_share", peak > 0 ? Json(share) : Json());
    object.set("arena_bytes", result.arenaBytes);
    object.set("parameter_bytes", result.parameterBytes);
    object.set("compile_seconds", loaded.compileSeconds);
    object.set("allocations", result.allocations);
    if (arguments.profile)
      object.set("profile", result.profile->json());
    std::puts(object.write().c_str());
    return;
  }
  std::printf("%s %s, batch %lld, %d thread%s\n", model, entry,
              static_cast<long long>(result.batch), loaded.threads,
              loaded.threads == 1 ? "" : "s");
  std::printf("  %.4g ms a step, %.4g steps/s, %.4g examples/s\n",
              result.secondsPerStep * 1e3, 1 / result.secondsPerStep,
              double(result.batch) / result.secondsPerStep);
  std::printf("  %.4g GFLOP/s", gflops);
  if (peak > 0)
    std::printf(" of %.4g, %.1f %% of the FMA peak", peak, share * 100);
  std::printf("\n  arena %lld bytes, parameters %lld bytes, %lld allocations; "
              "ready in %.3g s\n",
              static_cast<long long>(result.arenaBytes),
              static_cast<long long>(result.parameterBytes),
              static_cast<long long>(result.allocations),
              loaded.compileSeconds);
  if (arguments.profile)
    std::printf("%s", result.profile->table(peak).c_str());
}

int runBench(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  Program &program = *loaded.program;
  BenchOptions options;
  options.batch = arguments.batch.value_or(0);
  options.runs = arguments.runs;
  options.dims = arguments.dims;
  options.profile = arguments.profiles();
  if (allocationCount() >= 0)
    options.allocations = allocationCount;
  if (arguments.entry != "infer" &&
      (program->train_count > 0 || arguments.entry == "train"))
    for (int index : loaded.sections(arguments)) {
      const nn_train &train = program->trains[index];
      report(arguments, loaded, program->models[train.model].name, "train_step",
             benchTrain(program, index, loaded.parallel(), options));
    }
  if (arguments.entry != "train") {
    int index = loaded.model(arguments);
    report(arguments, loaded, program->models[index].name, "infer",
           benchInfer(program, index, loaded.parallel(), options));
  }
  return Done;
}

int runGradCheck(const Arguments &arguments) {
  Loaded loaded = load(arguments, /*f64=*/true);
  Program &program = *loaded.program;
  bool passed = true;
  for (int index : loaded.sections(arguments)) {
    const nn_train &train = program->trains[index];
    if (!train.gradients.function) {
      std::printf("%s: learns by `update` rules; there is no gradient to "
                  "check\n",
                  train.name);
      continue;
    }
    GradCheckResult result = checkGradients(program, index);
    for (const CheckedTensor &tensor : result.tensors) {
      bool good = tensor.worst < gradientTolerance;
      std::printf("%-40s %d elements, error %.2g%s\n", tensor.path.c_str(),
                  tensor.elements, tensor.worst, good ? "" : "  WRONG");
      if (!good)
        std::printf("  element %lld: derivative %.12g, difference %.12g\n",
                    static_cast<long long>(tensor.worstIndex), tensor.analytic,
                    tensor.numeric);
    }
    for (const std::string &name : result.surrogates)
      std::printf("%-40s a surrogate: its `grad` clause is not compared\n",
                  name.c_str());
    std::printf("%s: %d elements, %d on a kink, largest error %.2g: %s\n",
                train.name, result.elements, result.kinks, result.worst,
                result.passed ? "passed" : "failed");
    if (!result.passed && result.worst < gradientTolerance)
      std::printf("  %s\n",
                  result.fewKinks
                      ? "nothing could be compared"
                      : "at a kink there is no derivative to compare: "
                        "smooth activations leave none");
    passed &= result.passed;
  }
  return passed ? Done : UserError;
}

} // namespace nnc::run
