//===- Facts.cpp - What a run was, for its report -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Facts.h"
#include "Runtime/File.h"

#include <sys/resource.h>

namespace nnc::rt {

static Json hypersOf(const Program &program) {
  static const char *const kinds[] = {"int", "num", "bool", "str", "duration"};
  Json hypers = Json::array();
  for (int i = 0; i < program->hyper_count; ++i) {
    const nn_hyper &hyper = program->hypers[i];
    hypers.push(Json::object()
                    .set("name", hyper.name)
                    .set("kind", kinds[hyper.kind])
                    .set("value", program.hyperTexts[size_t(i)])
                    .set("structural", hyper.structural != 0));
  }
  return hypers;
}

static Json tensorsOf(const Instance &instance) {
  Json tensors = Json::array();
  for (const TensorRef &ref : instance.tensors()) {
    if (ref.train >= 0)
      continue;
    Json shape = Json::array();
    for (int64_t size : shapeOf(*ref.tensor, instance.dims))
      shape.push(size);
    tensors.push(
        Json::object()
            .set("path", ref.tensor->path)
            .set("role", ref.tensor->role == NN_STATE ? "state" : "parameter")
            .set("type", elementName(Element(ref.tensor->dtype)))
            .set("shape", std::move(shape)));
  }
  return tensors;
}

Json describeRun(const Instance &instance, const RunState &state,
                 const RunIdentity &identity, int64_t stepsPerEpoch,
                 int64_t totalSteps) {
  const Program &program = instance.program;
  Json run = Json::object();
  run.set("program", baseName(program.sourceName()))
      .set("model", instance.model().name);
  run.set("train", identity.train).set("seed", identity.seed);
  run.set("batch", identity.batch).set("accumulate", identity.accumulate);
  run.set("examples", identity.examples);
  run.set("steps_per_epoch", stepsPerEpoch).set("total_steps", totalSteps);
  run.set("epochs", state.epoch).set("steps", state.step);
  run.set("seconds", state.seconds);
  run.set("stopped", state.stopped.empty() ? Json() : Json(state.stopped));
  run.set("compiler", program->compiler).set("target", program->target);
  run.set("source_hash", program->source_hash);
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  run.set("memory", Json::object()
                        .set("parameters", instance.model().parameter_bytes)
                        .set("state", instance.model().state_bytes)
                        .set("optimizer", instance.train().optimizer_bytes)
                        .set("arena", instance.arenaBytes())
                        .set("process", int64_t(used.ru_maxrss) * 1024));
  Json higher = Json::array();
  for (int i = 0; i < instance.train().higher_count; ++i)
    higher.push(instance.train().higher[i]);
  run.set("higher", std::move(higher));
  run.set("hypers", hypersOf(program));
  return run.set("tensors", tensorsOf(instance));
}

void writeJson(const std::string &path, const Json &value) {
  AtomicFile out(path);
  out.write(value.write() + "\n");
  out.commit();
}

} // namespace nnc::rt
