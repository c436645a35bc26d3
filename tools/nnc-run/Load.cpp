//===- Load.cpp - Getting a program ready to run --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cache.h"
#include "Commands.h"
#include "Runtime/Clock.h"
#include "Runtime/Failure.h"
#include "nnc/Pipeline/JIT.h"

#include <algorithm>
#include <climits>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace nnc::run {

using namespace rt;

static bool endsWith(const std::string &text, const std::string &ending) {
  return text.size() >= ending.size() &&
         text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

void printNote(const std::string &text) {
  std::fflush(stdout);
  std::fprintf(stderr, "note: %s\n", text.c_str());
}

//===----------------------------------------------------------------------===//
// The compiler, loaded only for a source file
//===----------------------------------------------------------------------===//

/// Where libnncCompiler.so may be: where this tool was built or installed, or
/// wherever libraries are.
static std::vector<std::string> compilerPlaces() {
  char self[PATH_MAX];
  ssize_t length = ::readlink("/proc/self/exe", self, sizeof self - 1);
  std::string folder =
      length > 0 ? directoryOf(std::string(self, size_t(length))) : ".";
  return {folder + "/../lib/libnncCompiler.so", folder + "/libnncCompiler.so",
          "libnncCompiler.so"};
}

static void *openCompiler() {
  std::string reasons;
  for (const std::string &path : compilerPlaces()) {
    if (void *handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL))
      return handle;
    reasons += cat("\n   = ", ::dlerror());
  }
  throw Failure(OutsideFault,
                cat("the compiler is not installed; without it nnc-run takes "
                    "a model.so only",
                    reasons));
}

template <class Function>
static Function *symbolOf(void *library, const char *name) {
  void *symbol = ::dlsym(library, name);
  if (!symbol)
    throw Failure(OutsideFault, cat("libnncCompiler.so lacks `", name,
                                    "`: it is of another version"));
  return reinterpret_cast<Function *>(symbol);
}

namespace {
/// What a compilation has to tell.
struct Heard {
  bool quiet = false;
  std::string report, summary;
  std::vector<std::pair<std::string, std::string>> imports;
};
} // namespace

static void printReport(const std::string &report) {
  std::fputs(report.c_str(), stderr);
  if (!report.empty() && report.back() != '\n')
    std::fputc('\n', stderr);
}

/// All that the code depends on; empty where that cannot be told.
static std::string cacheKey(const std::string &path,
                            const nnc_jit_options &options) {
  struct stat compiler;
  bool found = false;
  std::string version;
  for (const std::string &place : compilerPlaces())
    if (!found && ::stat(place.c_str(), &compiler) == 0) {
      found = true;
      version = cat(NNC_VERSION, ' ', place, ' ', compiler.st_size, ' ',
                    compiler.st_mtim.tv_sec, ' ', compiler.st_mtim.tv_nsec);
    }
  char full[PATH_MAX];
  std::ifstream file(path, std::ios::binary);
  std::ostringstream source;
  if (!found || !::realpath(path.c_str(), full) || !(source << file.rdbuf()))
    return "";
  std::string key =
      cat(version, '\n', processorText(), "threads ", options.threads, " f64 ",
          options.f64, " no_train ", options.no_train, " profile ",
          options.profile, " explain ", options.explain, " statistics ",
          options.statistics, " attention ", options.attention, " winograd ",
          options.winograd, " batch ", options.batch, " memory ",
          options.memory_budget, '\n', path, '\n', full, '\n');
  for (int32_t i = 0; i < options.set_count; ++i)
    key += cat("set ", options.sets[i], '\n');
  // What `nnc tune` has found for it.
  std::ifstream tuning(path.substr(0, path.size() - 3) + ".tune.json");
  if (tuning && !options.no_tune)
    key += cat("tuning ",
               std::string(std::istreambuf_iterator<char>(tuning), {}), '\n');
  return key + source.str();
}

/// The result is null where `options.library` has been written.
static std::unique_ptr<Program>
runCompiler(const std::string &path, nnc_jit_options &options, Heard &heard) {
  void *compiler = openCompiler();
  auto *compileFile =
      symbolOf<decltype(nnc_jit_compile)>(compiler, "nnc_jit_compile");
  auto *getProgram =
      symbolOf<decltype(nnc_jit_program)>(compiler, "nnc_jit_program");
  auto *freeJit = symbolOf<decltype(nnc_jit_free)>(compiler, "nnc_jit_free");
  options.import = [](void *context, const char *file, const char *text,
                      size_t size) {
    static_cast<Heard *>(context)->imports.emplace_back(
        file, std::string(text, size));
  };
  options.summary = [](void *context, const char *text, size_t size) {
    static_cast<Heard *>(context)->summary.assign(text, size);
  };
  nnc_jit *jit = nullptr;
  int32_t code = compileFile(
      path.c_str(), &options,
      [](void *context, const char *text) {
        auto *heard = static_cast<Heard *>(context);
        if (!heard->quiet)
          printReport(text);
        heard->report += text;
      },
      &heard, &jit);
  if (code != 0)
    throw Failure(ExitCode(code), cat("`", path, "` was not compiled"));
  if (!jit)
    return nullptr;
  return std::make_unique<Program>(getProgram(jit), path, compiler,
                                   std::shared_ptr<void>(jit, [=](void *jit) {
                                     freeJit(static_cast<nnc_jit *>(jit));
                                   }));
}

namespace {

/// What the compiler is asked for, with the texts that its options point to.
struct Request {
  Request(const Arguments &arguments, bool f64, std::optional<int64_t> batch);
  Request(const Request &) = delete;
  Request &operator=(const Request &) = delete;

  const std::string &path;
  nnc_jit_options options{};

private:
  std::vector<std::string> texts;
  std::vector<const char *> sets;
};

} // namespace

Request::Request(const Arguments &arguments, bool f64,
                 std::optional<int64_t> batch)
    : path(arguments.files[0]) {
  for (const auto &[name, value] : arguments.sets)
    texts.push_back(name + "=" + value);
  for (const std::string &text : texts)
    sets.push_back(text.c_str());
  options.struct_size = sizeof options;
  // The body of the training step is made for its batch.
  options.batch = batch.value_or(0);
  // Without threads there is no region to enter; the bits are the same.
  options.threads = arguments.threads.value_or(availableThreads()) > 1;
  options.f64 = f64;
  options.no_train =
      arguments.command == "predict" || arguments.command == "generate";
  options.sets = sets.data();
  options.set_count = int32_t(sets.size());
  options.time = arguments.time;
  options.memory_budget = arguments.memoryBudget.value_or(0);
  options.no_tune = arguments.noTune;
  options.profile = arguments.profiles();
  options.explain = arguments.command == "step";
  options.winograd = arguments.winograd;
}

/// Of code that is compiled, from xor.nn to gpt.nn on one processor.
static constexpr double kBytesPerSecond = 130e3;

static std::unique_ptr<Program> compile(const Arguments &arguments, bool f64,
                                        double &guess, Heard &heard) {
  Request request(arguments, f64, arguments.batch);
  nnc_jit_options &options = request.options;
  std::string key = arguments.noCache ? "" : cacheKey(request.path, options);
  if (key.empty())
    return runCompiler(request.path, options, heard);

  CachedProgram entry(std::move(key));
  if (auto program = entry.find(request.path, heard.report, heard.summary)) {
    printReport(heard.report);
    if (arguments.time)
      printNote("compiled by an earlier run; --no-cache compiles it again");
    guess = double(entry.size()) / kBytesPerSecond;
    return program;
  }
  const std::string &library = entry.temporary();
  options.library = library.empty() ? nullptr : library.c_str();
  if (auto program = runCompiler(request.path, options, heard))
    return program;
  auto program = Program::open(library, request.path);
  entry.add(heard.imports, heard.report, heard.summary);
  guess = double(entry.size()) / kBytesPerSecond;
  return program;
}

/// Seconds of compilation that nobody minds, and the part of the rest of a run
/// that statistics may take to be compiled.
static constexpr double kUnnoticed = 2, kWorthIt = 0.1;

/// What runs beside the program itself, of an earlier run or, where that
/// `isWorthIt`, compiled now. Null else, and where the compiler makes nothing.
static std::shared_ptr<Program> compileBeside(const Arguments &arguments,
                                              Request &request, bool isWorthIt,
                                              Heard &heard) {
  nnc_jit_options &options = request.options;
  options.time = options.profile = 0;
  heard.quiet = true; // All has been said of the program itself.
  std::string key = arguments.noCache ? "" : cacheKey(request.path, options);
  std::optional<CachedProgram> entry;
  if (!key.empty()) {
    entry.emplace(std::move(key));
    if (auto program = entry->find(request.path, heard.report, heard.summary))
      return program;
  }
  if (!isWorthIt)
    return nullptr;
  const std::string library = entry ? entry->temporary() : "";
  options.library = library.empty() ? nullptr : library.c_str();
  if (auto program = runCompiler(request.path, options, heard))
    return program;
  struct stat written;
  if (library.empty() || ::stat(library.c_str(), &written) != 0 ||
      written.st_size == 0)
    return nullptr;
  auto program = Program::open(library, request.path);
  entry->add(heard.imports, heard.report, heard.summary);
  return program;
}

std::shared_ptr<Program> loadStatistics(const Arguments &arguments,
                                        const Loaded &loaded,
                                        std::optional<int64_t> batch,
                                        double secondsLeft) {
  if (!endsWith(arguments.files[0], ".nn") || arguments.memoryBudget)
    return nullptr;
  Request request(arguments, /*f64=*/false, batch);
  request.options.statistics = 2;
  // A step and its statistics are about as much work to compile as half of the
  // program.
  double seconds = loaded.compileGuess / 2;
  bool isWorthIt = arguments.statistics || seconds <= kUnnoticed ||
                   seconds <= kWorthIt * secondsLeft;
  Heard heard;
  try {
    auto program = compileBeside(arguments, request, isWorthIt, heard);
    if (!program)
      return nullptr;
    program->hypers = loaded.program->hypers;
    int threads = loaded.threads;
    (void)setThreads(*program, threads);
    return program;
  } catch (const Failure &) {
    // The run itself has nothing to do with it.
    if (!arguments.statistics)
      return nullptr;
    printReport(heard.report);
    throw;
  }
}

std::shared_ptr<Program> loadAttention(const Arguments &arguments,
                                       const Loaded &loaded) {
  if (!endsWith(arguments.files[0], ".nn") || arguments.memoryBudget)
    return nullptr;
  // Without training sections there is nothing else to set.
  Arguments hypers = arguments;
  auto isOther = [&](const std::pair<std::string, std::string> &set) {
    for (int i = 0; i < (*loaded.program)->hyper_count; ++i)
      if (set.first == (*loaded.program)->hypers[i].name)
        return false;
    return true;
  };
  hypers.sets.erase(
      std::remove_if(hypers.sets.begin(), hypers.sets.end(), isOther),
      hypers.sets.end());
  Request request(hypers, /*f64=*/false, std::nullopt);
  nnc_jit_options &options = request.options;
  options.attention = options.no_train = 1;
  options.threads = 0; // One example is asked about.
  // The forward pass alone.
  bool isWorthIt = loaded.compileGuess / 4 <= kUnnoticed;
  Heard heard;
  std::shared_ptr<Program> program;
  try {
    program = compileBeside(arguments, request, isWorthIt, heard);
  } catch (const Failure &) {
    return nullptr; // A report is no reason to fail.
  }
  for (int i = 0; program && i < (*program)->hyper_count; ++i)
    for (int k = 0; k < (*loaded.program)->hyper_count; ++k)
      if (std::strcmp((*program)->hypers[i].name,
                      (*loaded.program)->hypers[k].name) == 0)
        program->hypers[size_t(i)] = loaded.program->hypers[size_t(k)];
  return program;
}

//===----------------------------------------------------------------------===//
// --set on a library
//===----------------------------------------------------------------------===//

static void applySets(const Arguments &arguments, Loaded &loaded) {
  Program &program = *loaded.program;
  for (const auto &[name, value] : arguments.sets) {
    // A hyper of an imported file has a point in its name as well.
    if (program.set(name, value))
      continue;
    size_t dot = name.find('.');
    if (dot == std::string::npos) {
      std::vector<std::string> names;
      for (int i = 0; i < program->hyper_count; ++i)
        names.push_back(program->hypers[i].name);
      fail("`--set ", name, "`: `", program.path, "` has no hyper `", name,
           "`\n   = help: ",
           names.empty() ? "it has none" : "its hypers are " + joined(names));
    }
    std::string section = name.substr(0, dot), key = name.substr(dot + 1);
    bool known = section == "train";
    for (int i = 0; i < program->train_count; ++i)
      known |= section == program->trains[i].name;
    if (!known)
      fail("`--set ", name, "`: `", program.path, "` has no section `", section,
           "`");
    if (key != "epochs" && key != "steps" && key != "batch" && key != "seed")
      fail("`--set ", name, "`: `", key, "` is fixed in a compiled library",
           "\n   = help: there epochs, steps, batch and seed can be set");
    loaded.trainSets.emplace_back(name, value);
  }
}

Loaded load(const Arguments &arguments, bool f64) {
  Loaded loaded;
  const std::string &path = arguments.files[0];
  Clock::time_point start = Clock::now();
  if (endsWith(path, ".nn")) {
    if (!fileExists(path))
      fail("cannot read `", path,
           "`: ", folderExists(path) ? "it is a folder" : "no such file");
    Heard heard;
    loaded.program = compile(arguments, f64, loaded.compileGuess, heard);
    loaded.summary = std::move(heard.summary);
  } else {
    if (f64 || arguments.command == "step")
      fail(arguments.command, " needs the source, `", path,
           "` is compiled already");
    if (arguments.winograd)
      fail(
          "`--winograd`: `", path, "` is compiled already",
          "\n   = help: give it to nnc, `nnc --winograd model.nn -o model.so`");
    if (arguments.memoryBudget)
      fail("`--memory-budget`: `", path, "` is compiled already",
           "\n   = help: give it to nnc");
    loaded.program = Program::open(path);
    applySets(arguments, loaded);
  }
  loaded.compileSeconds = secondsSince(start);
  // By its size: whether a run is looked into is not to depend on how busy the
  // machine was.
  if (loaded.compileGuess == 0)
    loaded.compileGuess = loaded.compileSeconds;
  loaded.threads = arguments.threads.value_or(availableThreads());
  loaded.pool = setThreads(*loaded.program, loaded.threads);
  return loaded;
}

std::vector<int> Loaded::sections(const Arguments &arguments) const {
  std::vector<int> all;
  std::vector<std::string> names;
  for (int i = 0; i < (*program)->train_count; ++i) {
    names.push_back((*program)->trains[i].name);
    if (arguments.train.empty() || arguments.train == names.back())
      all.push_back(i);
  }
  if (names.empty())
    fail("`", program->path, "` has no `train` section");
  if (all.empty())
    fail("`", program->path, "` has no section `", arguments.train,
         "`\n   = help: its sections are ", joined(names));
  return all;
}

int Loaded::model(const Arguments &arguments) const {
  std::vector<std::string> names;
  for (int i = 0; i < (*program)->model_count; ++i) {
    names.push_back((*program)->models[i].name);
    if (arguments.model.empty() || arguments.model == names.back())
      return i;
  }
  fail("`", program->path, "` has no model `", arguments.model,
       "`\n   = help: its models are ", joined(names));
}

DataPlaces placesFor(const Arguments &arguments) {
  return {arguments.data, directoryOf(arguments.files[0])};
}

} // namespace nnc::run
