//===- Load.cpp - Getting a program ready to run --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Runtime/Failure.h"
#include "nnc/Pipeline/JIT.h"

#include <chrono>
#include <climits>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
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

/// libnncCompiler.so, from where this tool was built or installed.
static void *openCompiler() {
  char self[PATH_MAX];
  ssize_t length = ::readlink("/proc/self/exe", self, sizeof self - 1);
  std::string folder =
      length > 0 ? directoryOf(std::string(self, size_t(length))) : ".";
  std::string reasons;
  for (const std::string &path :
       {folder + "/../lib/libnncCompiler.so", folder + "/libnncCompiler.so",
        std::string("libnncCompiler.so")}) {
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

static std::unique_ptr<Program> compile(const Arguments &arguments, bool f64) {
  const std::string &path = arguments.files[0];
  void *compiler = openCompiler();
  auto *compileFile =
      symbolOf<decltype(nnc_jit_compile)>(compiler, "nnc_jit_compile");
  auto *getProgram =
      symbolOf<decltype(nnc_jit_program)>(compiler, "nnc_jit_program");
  auto *freeJit = symbolOf<decltype(nnc_jit_free)>(compiler, "nnc_jit_free");

  std::vector<std::string> texts;
  for (const auto &[name, value] : arguments.sets)
    texts.push_back(name + "=" + value);
  // The body of the training step is made for its batch.
  if (arguments.batch)
    texts.push_back(cat("train.batch=", *arguments.batch));
  std::vector<const char *> sets;
  for (const std::string &text : texts)
    sets.push_back(text.c_str());

  nnc_jit_options options{};
  options.struct_size = sizeof options;
  // Without threads there is no region to enter; the bits are the same.
  options.threads = arguments.threads.value_or(availableThreads()) > 1;
  options.f64 = f64;
  options.no_train =
      arguments.command == "predict" || arguments.command == "generate";
  options.sets = sets.data();
  options.set_count = int32_t(sets.size());
  options.time = arguments.time;
  options.profile = arguments.profiles();
  nnc_jit *jit = nullptr;
  int32_t code = compileFile(
      path.c_str(), &options,
      [](void *, const char *text) {
        std::fputs(text, stderr);
        if (*text && text[std::strlen(text) - 1] != '\n')
          std::fputc('\n', stderr);
      },
      nullptr, &jit);
  if (code != 0)
    throw Failure(ExitCode(code), cat("`", path, "` was not compiled"));
  return std::make_unique<Program>(getProgram(jit), path, compiler,
                                   std::shared_ptr<void>(jit, [=](void *jit) {
                                     freeJit(static_cast<nnc_jit *>(jit));
                                   }));
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
  auto start = std::chrono::steady_clock::now();
  if (endsWith(path, ".nn")) {
    if (!fileExists(path))
      fail("cannot read `", path, "`: no such file");
    loaded.program = compile(arguments, f64);
  } else {
    if (f64)
      fail("gradcheck needs the source, `", path, "` is compiled already");
    loaded.program = Program::open(path);
    applySets(arguments, loaded);
  }
  loaded.compileSeconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
          .count();
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
