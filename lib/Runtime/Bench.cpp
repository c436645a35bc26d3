//===- Bench.cpp - How fast a step is -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Bench.h"
#include "Runtime/Clock.h"
#include "Runtime/Failure.h"
#include "Runtime/Synthetic.h"

#include <algorithm>

namespace nnc::rt {

//===----------------------------------------------------------------------===//
// The peak. In assembly, since it must not depend on how this is compiled.
//===----------------------------------------------------------------------===//

#if defined(__x86_64__)
#define NNC_FMA_512(r) "vfmadd231ps %%zmm30, %%zmm31, %%zmm" #r "\n\t"
#define NNC_FMA_256(r) "vfmadd231ps %%ymm14, %%ymm15, %%ymm" #r "\n\t"
#define NNC_TWELVE(op)                                                         \
  op(0) op(1) op(2) op(3) op(4) op(5) op(6) op(7) op(8) op(9) op(10) op(11)
#define NNC_CLOBBERS                                                           \
  "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7",        \
      "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"

/// Two times twelve independent multiply-adds of 16 lanes a round.
__attribute__((target("avx512f"))) static void fmaRounds512(int64_t rounds) {
  asm volatile("vpxord %%zmm30, %%zmm30, %%zmm30\n\t"
               "vpxord %%zmm31, %%zmm31, %%zmm31\n\t"
               "1:\n\t" NNC_TWELVE(NNC_FMA_512)
                   NNC_TWELVE(NNC_FMA_512) "dec %0\n\t"
                                           "jnz 1b\n\t"
                                           "vzeroupper"
               : "+r"(rounds)
               :
               : NNC_CLOBBERS, "xmm30", "xmm31");
}

__attribute__((target("avx2,fma"))) static void fmaRounds256(int64_t rounds) {
  asm volatile("vxorps %%ymm14, %%ymm14, %%ymm14\n\t"
               "vxorps %%ymm15, %%ymm15, %%ymm15\n\t"
               "1:\n\t" NNC_TWELVE(NNC_FMA_256)
                   NNC_TWELVE(NNC_FMA_256) "dec %0\n\t"
                                           "jnz 1b\n\t"
                                           "vzeroupper"
               : "+r"(rounds)
               :
               : NNC_CLOBBERS);
}
#endif

double measureFmaPeak(double seconds) {
#if defined(__x86_64__)
  bool wide = __builtin_cpu_supports("avx512f");
  if (!wide &&
      !(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")))
    return 0;
  const int64_t rounds = 50000;
  double flopsPerCall = double(rounds) * 24 * (wide ? 16 : 8) * 2;
  double best = 0;
  for (Clock::time_point begin = Clock::now(); secondsSince(begin) < seconds;) {
    Clock::time_point start = Clock::now();
    wide ? fmaRounds512(rounds) : fmaRounds256(rounds);
    best = std::max(best, flopsPerCall / secondsSince(start) * 1e-9);
  }
  return best;
#else
  return 0;
#endif
}

//===----------------------------------------------------------------------===//
// The step
//===----------------------------------------------------------------------===//

namespace {

/// Free dims as long as they may be; where nothing bounds one, this long.
constexpr int64_t kUnbounded = 128;

void bindDims(const Program &program, const nn_entry &entry, int64_t batch,
              const BenchOptions &options, std::vector<int64_t> &dims) {
  for (size_t i = 0; i < dims.size(); ++i) {
    const nn_dim &dim = program->dims[i];
    dims[i] = dim.maximum == INT64_MAX ? std::max(dim.minimum, kUnbounded)
                                       : dim.maximum;
  }
  bindBatch(entry, batch, dims);
  for (const auto &[name, size] : options.dims) {
    size_t i = 0;
    while (i < dims.size() && name != program->dims[i].name)
      ++i;
    if (i == dims.size())
      fail("`--dim ", name, "`: `", program.path, "` has no such dim");
    dims[i] = size;
  }
}

/// Runs interleaved with the peak loop; keeps the one that comes closest.
BenchResult measure(const BenchOptions &options,
                    const std::function<void()> &step) {
  const double peakSeconds = 0.03;
  for (int i = 0; i < 3; ++i)
    step();
  BenchResult result;
  double bestShare = -1;
  int64_t allocated = 0;
  // Reserved before, so that the timing itself allocates nothing.
  std::vector<double> times;
  times.reserve(1 << 20);
  double before = measureFmaPeak(peakSeconds);
  for (int run = 0; run < options.runs; ++run) {
    times.clear();
    int64_t start = options.allocations ? options.allocations() : 0;
    for (Clock::time_point begin = Clock::now();
         times.size() < times.capacity() &&
         (times.size() < 5 || secondsSince(begin) < options.secondsPerRun);) {
      Clock::time_point started = Clock::now();
      step();
      times.push_back(secondsSince(started));
    }
    if (options.allocations)
      allocated += options.allocations() - start;
    std::nth_element(times.begin(), times.begin() + long(times.size() / 2),
                     times.end());
    double median = times[times.size() / 2];
    double after = measureFmaPeak(peakSeconds);
    double peak = std::max(before, after);
    before = after;
    double share = 1 / (median * (peak > 0 ? peak : 1));
    if (share <= bestShare)
      continue;
    bestShare = share;
    result.secondsPerStep = median;
    result.peakGflops = peak;
  }
  result.allocations = options.allocations ? allocated : -1;
  return result;
}

/// The batch of a section, or of the first one that learns `model`.
int64_t defaultBatch(const Program &program, int model, int section) {
  if (section >= 0)
    return program->trains[section].batch;
  for (int i = 0; i < program->train_count; ++i)
    if (program->trains[i].model == model)
      return program->trains[i].batch;
  return 1;
}

} // namespace

SyntheticStep::SyntheticStep(Program &program, int model, int section,
                             const nn_parallel *parallel,
                             const BenchOptions &options)
    : instance(program, model, section, parallel),
      entry(section < 0 ? program->models[model].infer
                        : program->trains[section].train_step),
      name(section < 0 ? program->models[model].name
                       : program->trains[section].name),
      batch(options.batch ? options.batch
                          : defaultBatch(program, model, section)) {
  int64_t seed = section < 0 ? 0 : program->trains[section].seed;
  if (!entry.function)
    fail("`", program.path, "` has no entry to time for `", name, "`");
  bindDims(program, entry, batch, options, instance.dims);
  batch = boundBatch(entry, instance.dims).value_or(batch);
  instance.initialize(seed);
  instance.reserve(entry);
  inputs = syntheticInputs(entry, instance.dims);
  in = addresses(inputs);
  for (int i = 0; i < entry.output_count; ++i)
    results.emplace_back(Element(entry.outputs[i].dtype),
                         shapeOf(entry.outputs[i], instance.dims));
  for (Array &array : results)
    out.push_back(array.bytes.data());
  values.resize(size_t(entry.value_count) + 1);
  call = instance.call();
  call.inputs = in.data();
  call.outputs = out.data();
  call.values = values.data();
  call.steps_per_epoch = 1000;
  call.seed = seed;
}

void SyntheticStep::operator()() {
  ++call.step;
  ++call.batch_counter;
  int32_t code = instance.run(entry, call);
  if (code != NN_OK)
    failCall(code, instance.status,
             cat("`", name, "`, step ", call.step, " on synthetic data"));
}

static BenchResult benchEntry(SyntheticStep &step,
                              int64_t (*flops)(const int64_t *),
                              const BenchOptions &options) {
  BenchResult result = measure(options, [&] { step(); });
  if (options.profile) {
    result.profile = std::make_shared<Profiler>(step.instance.program);
    int steps = std::max(3, int(options.secondsPerRun / result.secondsPerStep));
    for (int i = 0; i < steps; ++i)
      result.profile->step(step);
  }
  result.batch = step.batch;
  result.flops = flops ? flops(step.instance.dims.data()) : 0;
  result.arenaBytes = step.entry.arena_bytes
                          ? step.entry.arena_bytes(step.instance.dims.data())
                          : 0;
  result.parameterBytes = step.instance.model().parameter_bytes;
  return result;
}

BenchResult benchTrain(Program &program, int section,
                       const nn_parallel *parallel,
                       const BenchOptions &options) {
  const nn_train &train = program->trains[section];
  SyntheticStep step(program, train.model, section, parallel, options);
  return benchEntry(step, train.flops, options);
}

BenchResult benchInfer(Program &program, int model, const nn_parallel *parallel,
                       const BenchOptions &options) {
  SyntheticStep step(program, model, -1, parallel, options);
  return benchEntry(step, program->models[model].flops, options);
}

} // namespace nnc::rt
