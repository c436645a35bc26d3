//===- Tune.cpp - nnc tune: measure what models guess ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every kernel with choices has its own search: its lists of alternatives one
// after the other, each from the best so far. A round compiles the program with
// the next alternative of as many kernels as do not share time, and runs it in
// turn with the program as the models have made it: so a round takes one
// compilation however many kernels there are, and kernels are timed on the data
// and among the neighbours that they will have.
//
//===----------------------------------------------------------------------===//

#include "Tune.h"
#include "Runtime/Failure.h"
#include "TunedProgram.h"
#include "nnc/Support/OutputFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>

using namespace llvm;
using Clock = std::chrono::steady_clock;

namespace nnc {
namespace {

/// A choice must gain so much, and in so many of four turns of a pair.
constexpr double kMargin = 0.03, kAgreeing = 0.75;
/// So much longer a step may seem that is not.
constexpr double kStepNoise = 0.01;
/// Kernels that take less of all time than this are left as they are.
constexpr double kLeastShare = 0.005;
/// Turns of a pair of programs, and the time of one.
constexpr int kFirstTurns = 3, kTurns = 7, kLastTurns = 7;
constexpr double kTurnSeconds = 0.05;
/// What packs operands changes what other kernels write: only the time of the
/// step tells what it gains, and only kernels with this share can show it.
constexpr double kPackShare = 0.05;

/// How the times of two programs compare.
struct Comparison {
  double ratio = 1; ///< Median of the turns.
  double agreeing = 0;

  bool gains() const { return ratio < 1 - kMargin && agreeing >= kAgreeing; }
  /// Whether more turns may show a gain.
  bool mayGain() const { return ratio < 1 - kMargin / 2; }
};

Comparison compare(ArrayRef<std::pair<double, double>> turns) {
  std::vector<double> ratios;
  for (auto [standard, other] : turns)
    ratios.push_back(other / standard);
  llvm::sort(ratios);
  size_t better = llvm::count_if(ratios, [](double r) { return r < 1; });
  return {ratios[ratios.size() / 2], double(better) / double(ratios.size())};
}

/// The search of one kernel.
class Search {
public:
  Search(std::string key, TunableKernel kernel)
      : key(std::move(key)), kernel(std::move(kernel)) {
    settle();
  }

  bool isDone() const { return list == kernel.alternatives.size(); }
  bool isPacking() const {
    return !isDone() && StringRef(item().begin()->first).starts_with("pack_");
  }
  void skipPacking() {
    if (isPacking())
      endList();
  }

  /// What to try next, with all that it changes.
  KernelChoices next() const { return with(item()); }

  void tell(const Comparison &result) {
    if (result.gains() && result.ratio < listRatio) {
      listRatio = result.ratio;
      listBest = next();
    }
    ++number;
    settle();
  }

  std::string key;
  TunableKernel kernel;
  KernelChoices best;  // what differs from the model's choices
  double standard = 0; // seconds of a step with these

private:
  const KernelChoices &item() const {
    return kernel.alternatives[list][number];
  }
  KernelChoices with(const KernelChoices &changes) const {
    KernelChoices all = best;
    for (const auto &[name, value] : changes)
      all[name] = value;
    return all;
  }

  void settle() {
    while (!isDone() && number >= kernel.alternatives[list].size())
      endList();
  }
  /// Goes on from the best of a list if that is better than what was there.
  void endList() {
    if (listRatio < bestRatio * (1 - kMargin)) {
      bestRatio = listRatio;
      best = listBest;
    }
    listRatio = 1;
    number = 0;
    ++list;
  }

  size_t list = 0, number = 0;
  double bestRatio = 1, listRatio = 1; // to the model's choices
  KernelChoices listBest;
};

class Tuner {
public:
  explicit Tuner(const TuneOptions &options)
      : options(options), start(Clock::now()) {
    this->options.compiler.tuned = false;
    this->options.compiler.time = false;
    bench.batch = options.batch;
  }

  int run();

private:
  double elapsed() const {
    return std::chrono::duration<double>(Clock::now() - start).count();
  }
  /// Whether a round can end in time, if it gains nothing, and what follows all
  /// rounds.
  bool hasTime() const {
    return elapsed() + 2 * compileSeconds +
               turnSeconds * (kFirstTurns + kLastTurns) <
           options.seconds;
  }

  std::unique_ptr<TunedProgram>
  compile(const std::map<std::string, KernelChoices> &choices,
          raw_ostream &diagnostics) {
    double begin = elapsed();
    auto made = TunedProgram::compile(options.compiler, choices, bench,
                                      diagnostics, code);
    compileSeconds = std::max(compileSeconds, elapsed() - begin);
    return made;
  }
  void findKernels();
  bool tryNext();
  bool tryPacking();
  void confirm();
  int write();

  /// Runs both programs in turn. Stops early where nothing of `tried` gains.
  struct Turns {
    std::vector<StepTimes> standard, other;
    Comparison of(const std::string &key) const;
    Comparison ofStep() const;
  };
  /// After the first turns `goesOn` is asked.
  Turns measure(TunedProgram &other, int turns,
                function_ref<bool(const Turns &)> goesOn);

  /// What was found for all kernels.
  std::map<std::string, KernelChoices> found() const {
    std::map<std::string, KernelChoices> all;
    for (const Search &search : searches)
      if (!search.best.empty())
        all[search.key] = search.best;
    return all;
  }

  TuneOptions options;
  rt::BenchOptions bench;
  Clock::time_point start;
  int code = Done;
  double compileSeconds = 0, turnSeconds = 0; // the longest so far
  double stepSeconds = 0;
  int rounds = 0;

  std::unique_ptr<TunedProgram> program; // as the models make it
  std::vector<Search> searches;          // the longest kernels first
  std::map<std::string, std::pair<double, double>> confirmed;
  std::pair<double, double> confirmedStep;
};

Comparison Tuner::Turns::of(const std::string &key) const {
  std::vector<std::pair<double, double>> pairs;
  for (size_t i = 0; i < other.size(); ++i)
    pairs.emplace_back(standard[i].of(key), other[i].of(key));
  return compare(pairs);
}

Comparison Tuner::Turns::ofStep() const {
  std::vector<std::pair<double, double>> pairs;
  for (size_t i = 0; i < other.size(); ++i)
    pairs.emplace_back(standard[i].all, other[i].all);
  return compare(pairs);
}

Tuner::Turns Tuner::measure(TunedProgram &other, int turns,
                            function_ref<bool(const Turns &)> goesOn) {
  Turns result;
  for (int i = 0; i < turns; ++i) {
    if (i == kFirstTurns && !goesOn(result))
      break;
    double begin = elapsed();
    result.standard.push_back(program->run(kTurnSeconds));
    result.other.push_back(other.run(kTurnSeconds));
    turnSeconds = std::max(turnSeconds, elapsed() - begin);
  }
  return result;
}

double median(std::vector<double> values) {
  auto middle = values.begin() + long(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void Tuner::findKernels() {
  std::map<std::string, std::vector<double>> times;
  std::vector<double> all;
  for (int i = 0; i < kFirstTurns; ++i) {
    StepTimes step = program->run(kTurnSeconds);
    all.push_back(step.all);
    for (const auto &[key, seconds] : step.kernels)
      times[key].push_back(seconds);
  }
  stepSeconds = median(all);
  for (const auto &[key, kernel] : program->getKernels()) {
    Search search(key, kernel);
    search.standard = median(times[key]);
    if (search.standard >= kLeastShare * stepSeconds && !search.isDone())
      searches.push_back(std::move(search));
  }
  llvm::sort(searches, [](const Search &a, const Search &b) {
    return a.standard > b.standard;
  });
}

/// One round; false where nothing is left to try.
bool Tuner::tryNext() {
  std::map<std::string, KernelChoices> choices;
  std::vector<Search *> tried;
  for (Search &search : searches) {
    if (search.isDone() || search.isPacking() ||
        llvm::any_of(tried, [&](const Search *other) {
          return program->shareSites(search.key, other->key);
        }))
      continue;
    tried.push_back(&search);
    choices[search.key] = search.next();
  }
  if (tried.empty())
    return false;
  // What cannot be compiled gains nothing.
  auto other = compile(choices, nulls());
  Turns turns;
  if (other)
    turns = measure(*other, kTurns, [&](const Turns &first) {
      return any_of(tried, [&](const Search *search) {
        return first.of(search->key).mayGain();
      });
    });
  for (Search *search : tried)
    search->tell(other ? turns.of(search->key) : Comparison());
  return true;
}

/// The same for one kernel's packing, by the time of the step.
bool Tuner::tryPacking() {
  for (Search &search : searches) {
    if (!search.isPacking())
      continue;
    if (search.standard < kPackShare * stepSeconds) {
      search.skipPacking();
      continue;
    }
    auto other = compile({{search.key, search.next()}}, nulls());
    Turns turns;
    if (other)
      turns = measure(*other, kTurns, [](const Turns &first) {
        return first.ofStep().mayGain();
      });
    search.tell(other ? turns.ofStep() : Comparison());
    return true;
  }
  return false;
}

/// Measures all that was found together, and drops what does not gain there.
void Tuner::confirm() {
  if (found().empty())
    return;
  auto other = compile(found(), nulls());
  if (!other) {
    for (Search &search : searches)
      search.best.clear();
    return;
  }
  Turns turns = measure(*other, kLastTurns, [](const Turns &) { return true; });
  auto medians = [&](auto pick) {
    std::vector<double> standard, tuned;
    for (size_t i = 0; i < turns.other.size(); ++i) {
      standard.push_back(pick(turns.standard[i]));
      tuned.push_back(pick(turns.other[i]));
    }
    return std::pair(median(standard), median(tuned));
  };
  for (Search &search : searches) {
    Comparison result = turns.of(search.key);
    confirmed[search.key] =
        medians([&](const StepTimes &step) { return step.of(search.key); });
    // Once more the whole margin would drop what has gained just that.
    bool packs =
        search.best.count("pack_wide") || search.best.count("pack_narrow");
    if (!packs && !(result.ratio < 1 - kMargin / 2))
      search.best.clear();
  }
  confirmedStep = medians([](const StepTimes &step) { return step.all; });
  // What kernels gain, others may lose.
  if (turns.ofStep().ratio < 1 + kStepNoise || found().empty())
    return;
  outs() << "what " << found().size() << " kernels gain, others lose\n";
  for (Search &search : searches)
    search.best.clear();
}

int Tuner::write() {
  Tuning tuning;
  tuning.compiler = program->compiler;
  tuning.target = program->target;
  for (const Search &search : searches) {
    TunedKernel &kernel = tuning.kernels[search.key];
    kernel.standard = search.kernel.chosen;
    kernel.tuned = search.best;
    kernel.standardSeconds = kernel.tunedSeconds = search.standard;
    auto times = confirmed.find(search.key);
    if (times == confirmed.end())
      continue;
    kernel.standardSeconds = times->second.first;
    kernel.tunedSeconds =
        search.best.empty() ? times->second.first : times->second.second;
  }
  std::string path = options.output;
  if (path.empty())
    path = tuningPath(options.compiler.input);
  std::string text = writeTuning(tuning);
  if (Error error = writeWhole(path, text)) {
    errs() << "error: " << toString(std::move(error)) << '\n';
    return OutsideFault;
  }
  for (const Search &search : searches) {
    if (search.best.empty())
      continue;
    const TunedKernel &kernel = tuning.kernels[search.key];
    outs() << search.key << '\n'
           << format("  %.4g us, was %.4g us:", kernel.tunedSeconds * 1e6,
                     kernel.standardSeconds * 1e6);
    for (const auto &[name, number] : search.best)
      outs() << ' ' << name << ' ' << number;
    outs() << '\n';
  }
  size_t gained = found().size();
  outs() << gained << " of " << searches.size()
         << " kernels are faster otherwise";
  if (gained > 0)
    outs() << format("; a step of everything takes %.4g ms, was %.4g ms",
                     confirmedStep.second * 1e3, confirmedStep.first * 1e3);
  outs() << '\n'
         << format("%d %s in %.3g s; ", rounds,
                   rounds == 1 ? "round" : "rounds", elapsed())
         << path << " is written\n";
  return Done;
}

int Tuner::run() {
  program = compile({}, errs());
  if (!program)
    return code;
  double compiled = elapsed();
  findKernels();
  // A turn runs two programs.
  turnSeconds = (elapsed() - compiled) * 2 / kFirstTurns;
  auto timed = [&](auto round) {
    while (hasTime() && round())
      ++rounds;
  };
  timed([&] { return tryNext(); });
  timed([&] { return tryPacking(); });
  confirm();
  return write();
}

} // namespace

int tune(const TuneOptions &options) {
  try {
    return Tuner(options).run();
  } catch (const rt::Failure &failure) {
    errs() << failure.render() << '\n';
    return failure.exitCode;
  }
}

} // namespace nnc
