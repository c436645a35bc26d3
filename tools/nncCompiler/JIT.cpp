//===- JIT.cpp - Compiling a program in memory ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/JIT.h"
#include "nnc/Inspect/Summary.h"
#include "nnc/Pipeline/Compiler.h"

#include "llvm/Support/raw_ostream.h"

/// A program and the memory it is in.
struct nnc_jit {
  std::unique_ptr<nnc::LoadedCode> code;
  const nn_program *program;
};

#define NNC_EXPORT extern "C" __attribute__((visibility("default")))

NNC_EXPORT int32_t nnc_jit_compile(const char *path,
                                   const nnc_jit_options *given,
                                   nnc_jit_report report, void *context,
                                   nnc_jit **result) {
  using namespace nnc;
  *result = nullptr;
  if (!given || given->struct_size != sizeof(nnc_jit_options)) {
    report(context, "error: nnc-run and libnncCompiler.so are of different "
                    "versions\n");
    return OutsideFault;
  }
  if (given->threads < int(Threads::Off) ||
      given->threads > int(Threads::Host)) {
    report(context, "error: nnc_jit_options.threads is none of 0, 1 and 2\n");
    return OutsideFault;
  }
  if (given->statistics < int(Statistics::Off) ||
      given->statistics > int(Statistics::Only)) {
    report(context,
           "error: nnc_jit_options.statistics is none of 0, 1 and 2\n");
    return OutsideFault;
  }
  CompilerOptions options;
  options.input = path;
  options.pipeline.threads = Threads(given->threads);
  options.pipeline.profile = given->profile;
  options.pipeline.explain = given->explain;
  options.pipeline.statistics = Statistics(given->statistics);
  options.pipeline.attention = given->attention;
  options.pipeline.cpu.winograd = given->winograd;
  options.time = given->time;
  options.memoryBudget = given->memory_budget;
  options.tuned = !given->no_tune;
  options.sema.doubles = given->f64;
  options.sema.noTrain = given->no_train;
  if (given->train)
    options.sema.train = given->train;
  for (int32_t i = 0; i < given->set_count; ++i) {
    auto [name, value] = llvm::StringRef(given->sets[i]).split('=');
    options.sema.sets.emplace_back(name, value);
  }
  if (given->batch)
    options.sema.batch = given->batch;
  std::string text;
  llvm::raw_string_ostream os(text);
  Compiler compiler(std::move(options), os);
  int code = Done;
  std::unique_ptr<LoadedCode> loaded;
  bool isWanted = true;
  if (given->attention) {
    code = compiler.run(Stage::Autodiff);
    isWanted = code == Done && compiler.infers();
  }
  if (isWanted &&
      (!given->library || !compiler.writeLibrary(given->library, code)))
    loaded = compiler.load(code);
  if (loaded) {
    llvm::Expected<void *> program = loaded->lookup(compiler.symbol());
    if (program) {
      *result = new nnc_jit{std::move(loaded),
                            static_cast<const nn_program *>(*program)};
    } else {
      os << "error: " << llvm::toString(program.takeError()) << '\n';
      code = OurFault;
    }
  }
  if (given->import)
    compiler.forEachImport([&](llvm::StringRef file, llvm::StringRef text) {
      given->import(context, file.str().c_str(), text.data(), text.size());
    });
  if (given->summary && compiler.program()) {
    std::string summary;
    llvm::raw_string_ostream stream(summary);
    printSummaryAsJson(stream, *compiler.program());
    given->summary(context, summary.data(), summary.size());
  }
  if (given->time)
    compiler.printTimes(llvm::errs());
  if (!text.empty())
    report(context, text.c_str());
  return code;
}

NNC_EXPORT const nn_program *nnc_jit_program(const nnc_jit *jit) {
  return jit->program;
}

NNC_EXPORT void nnc_jit_free(nnc_jit *jit) { delete jit; }
