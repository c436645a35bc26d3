//===- CInterface.cpp - The runtime, as plain C ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/Philox.h"
#include "Runtime/Threads.h"
#include "Runtime/Train.h"
#include "nnrt/nnrt.h"

#include <algorithm>
#include <cstring>
#include <new>

using namespace nnc::rt;

struct nnrt_program {
  std::unique_ptr<Program> program;
  std::unique_ptr<ThreadPool> pool;
  std::string folder;

  const nn_parallel *parallel() const { return pool ? pool->hook() : nullptr; }
};

struct nnrt_model {
  Instance instance;
};

static void put(nnrt_error *error, int32_t code, const std::string &text) {
  if (!error)
    return;
  error->code = code;
  size_t size = std::min(text.size(), sizeof error->message - 1);
  std::memcpy(error->message, text.data(), size);
  error->message[size] = '\0';
}

/// Runs `body`; no exception leaves this file.
template <class Result, class Body>
static Result guard(nnrt_error *error, Body body) {
  try {
    put(error, 0, "");
    return body();
  } catch (const Failure &failure) {
    put(error, failure.exitCode, failure.render());
  } catch (const std::bad_alloc &) {
    put(error, OutsideFault, "error: out of memory");
  } catch (const std::exception &exception) {
    put(error, OurBug, cat("error: ", exception.what()));
  }
  return Result();
}

/// The position of the entry of this name in a table, or the first.
template <class Entry>
static int find(const Entry *entries, int count, const char *name,
                const char *what) {
  for (int i = 0; i < count; ++i)
    if (!name || std::strcmp(entries[i].name, name) == 0)
      return i;
  fail("the program has no ", what, name ? cat(" `", name, "`") : "");
}

static char *copy(const std::string &text) {
  char *result = new char[text.size() + 1];
  std::memcpy(result, text.c_str(), text.size() + 1);
  return result;
}

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

nnrt_program *nnrt_open(const char *path, nnrt_error *error) {
  return guard<nnrt_program *>(error, [&] {
    auto opened = std::make_unique<nnrt_program>();
    opened->program = Program::open(path);
    opened->folder = directoryOf(path);
    return opened.release();
  });
}

nnrt_program *nnrt_wrap(const nn_program *program, nnrt_error *error) {
  return guard<nnrt_program *>(error, [&] {
    auto opened = std::make_unique<nnrt_program>();
    checkProgram(program, "the program");
    opened->program = std::make_unique<Program>(program, program->name);
    opened->folder = ".";
    return opened.release();
  });
}

void nnrt_close(nnrt_program *program) { delete program; }

const nn_program *nnrt_descriptor(const nnrt_program *program) {
  return &program->program->raw;
}

int32_t nnrt_set(nnrt_program *program, const char *name, const char *value,
                 nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    if (!program->program->set(name, value))
      fail("the program has no hyper `", name, "`");
    return 1;
  });
}

int32_t nnrt_set_threads(nnrt_program *program, int32_t threads) {
  int used = std::max(1, threads);
  program->pool = setThreads(*program->program, used);
  return used;
}

//===----------------------------------------------------------------------===//
// Models
//===----------------------------------------------------------------------===//

nnrt_model *nnrt_model_create(nnrt_program *program, const char *name,
                              nnrt_error *error) {
  return guard<nnrt_model *>(error, [&] {
    Program &raw = *program->program;
    int index = find(raw->models, raw->model_count, name, "model");
    auto *model = new nnrt_model{Instance(raw, index, -1, program->parallel())};
    if (const void *embedded = raw->models[index].embedded)
      copyBytes(model->instance.parameters.data(), embedded,
                size_t(raw->models[index].parameter_bytes));
    return model;
  });
}

void nnrt_model_free(nnrt_model *model) { delete model; }

int32_t nnrt_model_init(nnrt_model *model, int64_t seed, nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    model->instance.initialize(seed);
    return 1;
  });
}

int32_t nnrt_model_load(nnrt_model *model, const char *path,
                        nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    loadWeights(model->instance, readSafetensors(path), /*exact=*/true, path,
                [](const std::string &) {});
    return 1;
  });
}

int32_t nnrt_model_save(const nnrt_model *model, const char *path,
                        nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    writeSafetensors(path, weightsOf(model->instance));
    return 1;
  });
}

/// The tensor of this path, whose size must be `bytes`.
static TensorRef findTensor(const nnrt_model *model, const char *path,
                            size_t bytes) {
  for (const TensorRef &ref : model->instance.tensors()) {
    if (std::strcmp(ref.tensor->path, path) != 0)
      continue;
    int64_t size = bytesOf(*ref.tensor, model->instance.dims);
    if (size != int64_t(bytes))
      fail("`", path, "` has ", size, " bytes, not ", bytes);
    return ref;
  }
  fail("the model has no parameter or state `", path, "`");
}

int32_t nnrt_model_read(const nnrt_model *model, const char *path, void *data,
                        size_t bytes, nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    Array array = model->instance.read(findTensor(model, path, bytes));
    copyBytes(data, array.bytes.data(), bytes);
    return 1;
  });
}

int32_t nnrt_model_write(nnrt_model *model, const char *path, const void *data,
                         size_t bytes, nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    TensorRef ref = findTensor(model, path, bytes);
    Array array(Element(ref.tensor->dtype),
                shapeOf(*ref.tensor, model->instance.dims));
    copyBytes(array.bytes.data(), data, bytes);
    model->instance.write(ref, array);
    return 1;
  });
}

int32_t nnrt_model_infer(nnrt_model *model, const int64_t *dims,
                         const void *const *inputs, void *const *outputs,
                         nnrt_error *error) {
  return guard<int32_t>(error, [&] {
    Instance &instance = model->instance;
    const nn_entry &entry = instance.model().infer;
    for (size_t i = 0; i < instance.dims.size(); ++i) {
      const nn_dim &dim = instance.program->dims[i];
      if (dims[i] < dim.minimum || dims[i] > dim.maximum)
        fail("`", dim.name, "` is ", dims[i], ", outside its range ",
             dim.minimum, "..", dim.maximum);
      instance.dims[i] = dims[i];
    }
    instance.reserve(entry);
    nn_call call = instance.call();
    call.inputs = inputs;
    call.outputs = outputs;
    if (int32_t code = instance.run(entry, call))
      failCall(code, instance.status, instance.model().name);
    return 1;
  });
}

//===----------------------------------------------------------------------===//
// Training
//===----------------------------------------------------------------------===//

namespace {

class Reporter : public Progress {
public:
  explicit Reporter(const nnrt_train_options &options) : options(options) {}

  void checked(const RunState &state, const Json &line) override {
    if (options.report)
      options.report(options.context, line.write().c_str());
  }
  void note(const std::string &text) override {
    if (options.note)
      options.note(options.context, text.c_str());
  }

private:
  const nnrt_train_options &options;
};

} // namespace

char *nnrt_train(nnrt_program *program, const char *section,
                 const nnrt_train_options *options, nnrt_error *error) {
  return guard<char *>(error, [&] {
    Program &raw = *program->program;
    if (options->struct_size != sizeof *options)
      fail("nnrt_train_options is of another version of the runtime");
    int index = find(raw->trains, raw->train_count, section, "train section");
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
    plan.parallel = program->parallel();
    plan.interrupted = options->stop;
    DataStore store(raw, {options->data ? options->data : "", program->folder});
    Reporter reporter(*options);
    return copy(train(raw, index, store, plan, reporter).summary.write());
  });
}

char *nnrt_evaluate(nnrt_program *program, const char *section,
                    const char *data, const char *weights, nnrt_error *error) {
  return guard<char *>(error, [&] {
    Program &raw = *program->program;
    int index = find(raw->trains, raw->train_count, section, "train section");
    DataStore store(raw, {data ? data : "", program->folder});
    return copy(evaluateWeights(raw, index, store, weights, program->parallel(),
                                [](const std::string &) {})
                    .write());
  });
}

void nnrt_free(char *text) { delete[] text; }

void nnrt_shuffle(int64_t *order, int64_t count, int64_t seed, int64_t epoch) {
  std::vector<int64_t> copied(order, order + count);
  shuffle(copied, Draws(uint64_t(seed), Stream::Shuffle, uint64_t(epoch)));
  std::copy(copied.begin(), copied.end(), order);
}
