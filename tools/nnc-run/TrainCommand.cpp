//===- TrainCommand.cpp - nnc-run train and eval --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Console.h"
#include "Report.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/Train.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <optional>
#include <unistd.h>

namespace nnc::run {

using namespace rt;

static volatile std::sig_atomic_t interrupted = 0;

static void onSignal(int number) {
  interrupted = 1;
  std::signal(number, SIG_DFL); // The second one ends at once.
}

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

/// The folder of a run that is given none: a new one, which goes again where
/// the run does not come to write into it.
class NewFolder {
public:
  explicit NewFolder(const std::string &wanted)
      : hadParent(folderExists(directoryOf(wanted))), path(wanted) {
    makeDirectories(directoryOf(wanted));
    // Another run may have begun in this second.
    for (int number = 2; !makeNewDirectory(path); ++number)
      path = cat(wanted, "-", number);
  }
  NewFolder(const NewFolder &) = delete;
  NewFolder &operator=(const NewFolder &) = delete;
  ~NewFolder() {
    // Folders that hold something stay.
    if (::rmdir(path.c_str()) == 0 && !hadParent)
      ::rmdir(directoryOf(path).c_str());
  }
  const std::string &name() const { return path; }

private:
  bool hadParent;
  std::string path;
};

static std::string defaultFolder(const Program &program) {
  char date[32];
  std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::strftime(date, sizeof date, "%Y%m%d-%H%M%S", &local);
  return cat("runs/", program->name, "-", date);
}

/// What ended a run, in words, where the JSON's one word may surprise.
static void printEnding(const nn_train &section, const Json &summary) {
  if (summary.find("stopped")->text == "interrupt")
    std::printf("%s: interrupted; go on with --resume\n", section.name);
}

int runTrain(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  Program &program = *loaded.program;
  std::vector<int> sections = loaded.sections(arguments);
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
  // A terminal that closes; of a run under nohup it may.
  if (std::signal(SIGHUP, onSignal) == SIG_IGN)
    std::signal(SIGHUP, SIG_IGN);
  std::string folder =
      arguments.out.empty() ? defaultFolder(program) : arguments.out;
  std::optional<NewFolder> made;
  if (arguments.out.empty() && !arguments.resume && !arguments.dryRun)
    folder = made.emplace(folder).name();
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
    options.threads = loaded.threads;
    options.interrupted = &interrupted;
    options.statistics = arguments.statistics;
    options.makeStatistics = [&](int64_t batch, double secondsLeft) {
      std::optional<int64_t> given = arguments.batch;
      if (batch != section.batch)
        given = batch;
      return loadStatistics(arguments, loaded, given, secondsLeft);
    };
    options.attention = [&] { return loadAttention(arguments, loaded); };
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
    Console console(arguments.watch && !arguments.dryRun);
    if (arguments.dryRun) {
      Json found = dryRun(program, index, store, options, console);
      printMemory(found);
      std::puts(found.write().c_str());
      continue;
    }
    Board board(options.out);
    Page page(options.out, loaded.summary);
    std::vector<Progress *> listeners = {&console, &page};
    if (arguments.tensorboard)
      listeners.push_back(&board);
    Several progress(listeners);
    TrainResult result;
    try {
      result = train(program, index, store, options, progress);
    } catch (const Failure &) {
      page.end(/*failed=*/true);
      throw;
    }
    printEnding(section, result.summary);
    std::puts(result.summary.write().c_str());
    std::fflush(stdout);
    page.end(/*failed=*/false);
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
