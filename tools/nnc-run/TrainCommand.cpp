//===- TrainCommand.cpp - nnc-run train and eval --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Runtime/Failure.h"
#include "Runtime/Train.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace nnc::run {

using namespace rt;

static volatile std::sig_atomic_t interrupted = 0;

static void onSignal(int number) {
  interrupted = 1;
  std::signal(number, SIG_DFL); // The second one ends at once.
}

namespace {

/// A bar that is redrawn on a terminal, one line an epoch elsewhere.
class Console : public Progress {
public:
  Console() : terminal(::isatty(STDOUT_FILENO)) {}

  void begin(const nn_train &section, const RunState &state, int64_t total,
             int64_t perEpoch) override {
    train = &section;
    totalSteps = total;
    stepsPerEpoch = perEpoch;
    std::printf("%s: %lld steps, %lld an epoch", section.name,
                static_cast<long long>(total),
                static_cast<long long>(perEpoch));
    if (state.step > 0)
      std::printf(", going on after step %lld",
                  static_cast<long long>(state.step));
    std::puts("");
    std::fflush(stdout);
  }

  void step(const RunState &state) override {
    if (!terminal)
      return;
    auto now = std::chrono::steady_clock::now();
    if (now - drawn < std::chrono::milliseconds(100))
      return;
    drawn = now;
    const int width = 30;
    int64_t epoch = (state.step - 1) / stepsPerEpoch + 1;
    int64_t done = (state.step - 1) % stepsPerEpoch + 1;
    int filled = int(done * width / stepsPerEpoch);
    std::string bar = std::string(size_t(filled), '#') +
                      std::string(size_t(width - filled), '.');
    std::printf("\r%s epoch %lld [%s] %lld/%lld%s\x1b[K", train->name,
                static_cast<long long>(epoch), bar.c_str(),
                static_cast<long long>(done),
                static_cast<long long>(stepsPerEpoch),
                values(train->train_step, state.sums.means()).c_str());
    std::fflush(stdout);
  }

  void checked(const RunState &state, const Json &line) override {
    // On a terminal, thousands of short epochs would push all else away: show
    // them ten times less often as they pile up.
    int64_t count = ++lines, period = 1;
    while (period * 100 <= count)
      period *= 10;
    if (terminal && count % period != 0 && state.stopped.empty())
      return;
    std::string text = terminal ? "\r\x1b[K" : "";
    text += cat("epoch ", state.epoch);
    if (state.step % stepsPerEpoch != 0)
      text += cat(" step ", state.step);
    for (const char *part : {"train", "validation"})
      if (const Json *values = line.find(part)) {
        text += cat("  ", part);
        for (const auto &[name, value] : values->members) {
          char number[64];
          std::snprintf(number, sizeof number, " %s %.5g", name.c_str(),
                        value.is(Json::Null) ? NAN : value.asNumber());
          text += number;
        }
      }
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "  %.1f s", state.seconds);
    std::printf("%s%s\n", text.c_str(), seconds);
    std::fflush(stdout);
  }

  void note(const std::string &text) override { printNote(text); }

private:
  static std::string values(const nn_entry &entry,
                            const std::vector<double> &means) {
    std::string text;
    for (size_t i = 0; i < means.size(); ++i) {
      char number[64];
      std::snprintf(number, sizeof number, "  %s %.4g", entry.values[i],
                    means[i]);
      text += number;
    }
    return text;
  }

  bool terminal;
  const nn_train *train = nullptr;
  int64_t totalSteps = 0, stepsPerEpoch = 1, lines = 0;
  std::chrono::steady_clock::time_point drawn;
};

} // namespace

/// What --dry-run found, for people.
static void printMemory(const Json &found) {
  std::printf("%s: one step on a batch of %lld; memory in KiB:\n",
              found.find("train")->text.c_str(),
              static_cast<long long>(found.find("batch")->asNumber()));
  for (const char *part :
       {"parameter", "state", "optimizer", "arena", "batch", "total"})
    std::printf("  %-10s %12.1f\n", part,
                found.find(cat(part, "_bytes"))->asNumber() / 1024);
}

/// --set train.KEY or SECTION.KEY, of a library; the later one wins.
static void applyTrainSets(const Loaded &loaded, const std::string &section,
                           TrainOptions &options) {
  for (const auto &[name, value] : loaded.trainSets) {
    size_t dot = name.find('.');
    std::string owner = name.substr(0, dot), key = name.substr(dot + 1);
    if (owner != "train" && owner != section)
      continue;
    int64_t number = 0;
    const char *end = value.data() + value.size();
    int64_t least = key == "seed" ? 0 : 1;
    if (value.empty() ||
        std::from_chars(value.data(), end, number).ptr != end || number < least)
      fail("`--set ", name, "=", value, "`: `", key, "` is a whole number, ",
           least, " or more");
    (key == "epochs"  ? options.epochs
     : key == "steps" ? options.steps
     : key == "batch" ? options.batch
                      : options.seed) = number;
  }
}

static std::string defaultFolder(const Program &program) {
  char date[32];
  std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::strftime(date, sizeof date, "%Y%m%d-%H%M%S", &local);
  return cat("runs/", program->name, "-", date);
}

/// What ended a run, in words, where the JSON's one word may surprise.
static void printEnding(const nn_train &section, const TrainOptions &options,
                        const Json &summary) {
  const std::string &why = summary.find("stopped")->text;
  if (why == "length" && section.policy.stop_when >= 0 && !options.overfit)
    std::printf("%s: not converged, `stop_when` was still false after %lld "
                "epochs\n",
                section.name,
                static_cast<long long>(summary.find("epochs")->integer));
  else if (why == "interrupt")
    std::printf("%s: interrupted; go on with --resume\n", section.name);
}

int runTrain(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  Program &program = *loaded.program;
  std::vector<int> sections = loaded.sections(arguments);
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
  std::string folder =
      arguments.out.empty() ? defaultFolder(program) : arguments.out;
  DataStore store(program, placesFor(arguments));
  std::map<std::string, TensorFile> results;
  for (int index : sections) {
    const nn_train &section = program->trains[index];
    TrainOptions options;
    bool several = program->train_count > 1;
    options.out = several ? folder + "/" + section.name : folder;
    options.resume = arguments.resume;
    options.epochs = arguments.epochs;
    options.steps = arguments.steps;
    options.batch = arguments.batch;
    options.seed = arguments.seed;
    options.overfit = arguments.overfit;
    options.earlier = &results;
    options.parallel = loaded.parallel();
    options.interrupted = &interrupted;
    applyTrainSets(loaded, section.name, options);
    // With --train, a section it starts from may have run before.
    std::vector<std::string> needed;
    if (section.start_from)
      needed.push_back(section.start_from);
    for (int64_t i = 0; i < section.lender_count; ++i)
      needed.push_back(section.lenders[2 * i + 1]);
    for (const std::string &name : needed) {
      std::string before = cat(folder, "/", name, "/weights.safetensors");
      if (several && !results.count(name) && fileExists(before))
        results[name] = readSafetensors(before);
    }
    // A section that an interrupted run had not reached starts now.
    if (options.resume && several &&
        !fileExists(options.out + "/checkpoint/latest.safetensors"))
      options.resume = false;
    Console console;
    if (arguments.dryRun) {
      Json found = dryRun(program, index, store, options, console);
      printMemory(found);
      std::puts(found.write().c_str());
      continue;
    }
    TrainResult result = train(program, index, store, options, console);
    printEnding(section, options, result.summary);
    std::puts(result.summary.write().c_str());
    std::fflush(stdout);
    if (result.interrupted)
      return Interrupted;
    results[section.name] = std::move(result.weights);
  }
  return Done;
}

int runEval(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  DataStore store(*loaded.program, placesFor(arguments));
  for (int index : loaded.sections(arguments))
    std::puts(evaluateWeights(*loaded.program, index, store, arguments.weights,
                              loaded.parallel(), printNote)
                  .write()
                  .c_str());
  return Done;
}

} // namespace nnc::run
