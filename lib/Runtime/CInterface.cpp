//===- CInterface.cpp - Data sets and the training loop, as plain C -------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Core/Core.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/Philox.h"
#include "Runtime/Train.h"
#include "nnrt/train.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>

using namespace nnc::rt;

/// Runs `body`; no exception leaves this file.
template <class Body> static int32_t guard(nnrt_error *error, Body body) {
  try {
    body();
    return nnrt_good(error);
  } catch (const Failure &failure) {
    int32_t code = failure.exitCode == OutsideFault ? NNRT_SYSTEM
                   : failure.exitCode == OurBug     ? NNRT_BUG
                                                    : NNRT_BAD_INPUT;
    return nnrt_fail(error, code, "%s", failure.render().c_str());
  } catch (const std::bad_alloc &) {
    return nnrt_fail(error, NNRT_NO_MEMORY, "out of memory");
  } catch (const std::exception &exception) {
    return nnrt_fail(error, NNRT_BUG, "%s", exception.what());
  }
}

/// The section of this name, or the first.
static int32_t findSection(const nn_program &raw, const char *name, int &index,
                           nnrt_error *error) {
  for (index = 0; index < raw.train_count; ++index)
    if (!name || std::strcmp(raw.trains[index].name, name) == 0)
      return NNRT_OK;
  return nnrt_fail(error, NNRT_NOT_FOUND,
                   "the program has no train section `%s`", name ? name : "");
}

/// The program as the loop knows it, with the hypers that were set.
static std::unique_ptr<Program> share(const nnrt_program &given) {
  const nn_program *raw = given.raw;
  auto program = std::make_unique<Program>(
      raw, given.path ? given.path : raw->name, given.library);
  for (int i = 0; i < raw->hyper_count; ++i) {
    const nn_hyper &hyper = raw->hypers[i];
    if (hyper.structural || given.hypers[i].i == hyper.value.i)
      continue;
    char text[40];
    if (hyper.kind == NN_KIND_INT)
      std::snprintf(text, sizeof text, "%lld", (long long)given.hypers[i].i);
    else
      std::snprintf(text, sizeof text, "%.17g", given.hypers[i].f);
    program->set(hyper.name, text);
  }
  return program;
}

static std::string folderOf(const nnrt_program &given) {
  return given.path ? directoryOf(given.path) : ".";
}

static char *copy(const std::string &text) {
  char *result = new char[text.size() + 1];
  std::memcpy(result, text.c_str(), text.size() + 1);
  return result;
}

namespace {

class Reporter : public Progress {
public:
  explicit Reporter(const nnrt_train_options &options) : options(options) {}

  void checked(const RunState &state, const Json &line) override {
    if (options.report)
      options.report(options.context, line.write().c_str());
  }
  void found(const Finding &finding) override { note(finding.render()); }
  void note(const std::string &text) override {
    if (options.note)
      options.note(options.context, text.c_str());
  }

private:
  const nnrt_train_options &options;
};

} // namespace

int32_t nnrt_train(const nnrt_program *program, const char *section,
                   const nnrt_train_options *options, char **summary,
                   nnrt_error *error) {
  int index = 0;
  if (int32_t code = nnrt_need_program(program, error))
    return code;
  if (!options || options->struct_size != sizeof *options || !summary)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the options or the place for the summary is null, or "
                     "nnrt_train_options is of another version");
  if (options->resume && !options->out)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "`resume` needs the folder `out` of the run");
  if (options->epochs < 0 || options->steps < 0 || options->batch < 0)
    return nnrt_fail(error, NNRT_BAD_CALL, "epochs, steps or batch is below 0");
  if (int32_t code = findSection(*program->raw, section, index, error))
    return code;
  return guard(error, [&] {
    TrainOptions plan;
    plan.out = options->out ? options->out : "";
    plan.resume = options->resume != 0;
    if (options->epochs > 0)
      plan.epochs = options->epochs;
    if (options->steps > 0)
      plan.steps = options->steps;
    if (options->batch > 0)
      plan.batch = options->batch;
    if (options->seed)
      plan.seed = *options->seed;
    plan.parallel = program->parallel;
    if (plan.parallel)
      plan.threads = plan.parallel->threads;
    plan.interrupted = options->stop;
    std::unique_ptr<Program> shared = share(*program);
    DataStore store(*shared,
                    {options->data ? options->data : "", folderOf(*program)});
    Reporter reporter(*options);
    *summary =
        copy(train(*shared, index, store, plan, reporter).summary.write());
  });
}

int32_t nnrt_evaluate(const nnrt_program *program, const char *section,
                      const char *data, const char *weights, char **summary,
                      nnrt_error *error) {
  int index = 0;
  if (int32_t code = nnrt_need_program(program, error))
    return code;
  if (!weights || !summary)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the weights or the place for the summary is null");
  if (int32_t code = findSection(*program->raw, section, index, error))
    return code;
  return guard(error, [&] {
    std::unique_ptr<Program> shared = share(*program);
    DataStore store(*shared, {data ? data : "", folderOf(*program)});
    *summary =
        copy(evaluateWeights(*shared, index, store, weights, program->parallel,
                             [](const std::string &) {})
                 .write());
  });
}

void nnrt_free(char *text) { delete[] text; }

void nnrt_shuffle(int64_t *order, int64_t count, int64_t seed, int64_t epoch) {
  if (order && count > 0)
    shuffle(order, size_t(count),
            Draws(uint64_t(seed), Stream::Shuffle, uint64_t(epoch)));
}
