//===- Evaluate.cpp - Passes over data that change nothing ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Evaluate.h"
#include "Runtime/Clock.h"
#include "Runtime/Failure.h"
#include "Runtime/LoopPlace.h"

#include <cmath>
#include <optional>

namespace nnc::rt {

const Dataset &DataStore::get(int index) {
  auto &set = sets[index];
  if (!set)
    set = std::make_unique<Dataset>(program, index, places, known);
  return *set;
}

std::vector<double> evaluate(Instance &instance, DataStore &store,
                             const nn_data &data, int64_t batch, int64_t seed,
                             int64_t stepsPerEpoch) {
  const nn_entry &entry = instance.train().eval_step;
  if (!entry.function)
    fail("`", instance.program.path, "` has no entry that evaluates `",
         instance.train().name, "`");
  const Dataset &set = store.get(data.dataset);
  Pass pass;
  pass.order = set.needPart(data.part, /*training=*/false);
  pass.batch = std::max<int64_t>(1, batch);
  pass.seed = seed;
  Preparer preparer(set, entry);
  Loader loader(preparer, pass);
  MetricSums sums;
  std::vector<double> values(size_t(entry.value_count));
  while (const Batch *next = loader.next()) {
    preparer.bindDims(*next, instance.dims);
    instance.reserve(entry);
    nn_call call = instance.call();
    call.inputs = next->inputs.data();
    call.values = values.data();
    call.seed = seed;
    call.steps_per_epoch = stepsPerEpoch;
    int32_t code = instance.run(entry, call);
    // A loss that is not finite is a result here, not a fault.
    if (code != NN_OK && code != NN_NOT_FINITE)
      failCall(
          code, instance.status,
          cat("evaluation of `", set.name(), "`, batch ", next->index + 1));
    sums.add(values, next->size);
  }
  return sums.means();
}

Json metricObject(const nn_entry &entry, const std::vector<double> &values) {
  Json object = Json::object();
  for (size_t i = 0; i < values.size(); ++i)
    object.set(entry.values[i], values[i]);
  return object;
}

/// The first element that is not finite, or `count`.
static int64_t firstBad(Element type, const void *data, int64_t count) {
  Array wide(Element::F64, {count});
  convert(type, data, wide.type, wide.bytes.data(), count);
  int64_t i = 0;
  while (i < count && std::isfinite(wide.as<double>()[i]))
    ++i;
  return i;
}

/// Runs `call` through `inspect`; one buffer for each of its outputs. False
/// where it does not run.
static bool runInspect(Instance &instance, nn_call call,
                       std::vector<Block> &values) {
  const nn_entry &entry = instance.train().inspect;
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i) {
    values.emplace_back(bytesOf(entry.outputs[i], instance.dims));
    outputs.push_back(values.back().data());
  }
  instance.reserve(entry);
  nn_call here = instance.call();
  call.arena = here.arena;
  call.outputs = outputs.data();
  int32_t code = instance.run(entry, call);
  return code == NN_OK || code == NN_NOT_FINITE;
}

double firstValueSize(Instance &instance, const nn_call &call) {
  const nn_entry &entry = instance.train().inspect;
  std::vector<Block> values;
  if (!entry.function || !runInspect(instance, call, values))
    return NAN;
  for (int i = 0; i < entry.output_count; ++i) {
    const nn_tensor &layer = entry.outputs[i];
    Shape shape = shapeOf(layer, instance.dims);
    if (!isFloat(Element(layer.dtype)) || shape.empty())
      continue;
    Array wide(Element::F64, shape);
    convert(Element(layer.dtype), values[size_t(i)].data(), wide.type,
            wide.bytes.data(), wide.count());
    int64_t examples = shape[0], columns = wide.count() / examples;
    double largest = 0;
    for (int64_t k = 0; k < columns; ++k) {
      double sum = 0;
      for (int64_t example = 0; example < examples; ++example) {
        double value = wide.as<double>()[example * columns + k];
        sum += value * value;
      }
      largest = std::max(largest, std::sqrt(sum / double(examples)));
    }
    return largest;
  }
  return NAN;
}

std::string explainNotFinite(Instance &instance, const nn_call &failed) {
  std::string text;
  std::string broken = instance.firstNotFinite();
  if (!broken.empty())
    text += cat("\n   = `", broken,
                "` already holds a value that is not finite: an earlier step's "
                "gradient was not");
  const nn_entry &entry = instance.train().inspect;
  if (!entry.function)
    return text + "\n   = note: the program was compiled without `inspect`, so "
                  "the layer is not known";
  std::vector<Block> values;
  if (!runInspect(instance, failed, values))
    return text + "\n   = note: `inspect` could not run this batch";
  // In order of evaluation: within a loop by iterations, then as in its body.
  std::optional<LoopPlace> first;
  Element type = Element::F32;
  for (int i = 0; i < entry.output_count; ++i) {
    const nn_tensor &layer = entry.outputs[i];
    if (!isFloat(Element(layer.dtype)))
      continue;
    Shape shape = shapeOf(layer, instance.dims);
    int64_t count = countOf(shape);
    int64_t bad =
        firstBad(Element(layer.dtype), values[size_t(i)].data(), count);
    if (bad == count)
      continue;
    LoopPlace found = placeOf(layer.path, shape, bad);
    if (first && (found.loop.empty() || found.loop != first->loop ||
                  found.iterations >= first->iterations))
      continue;
    first = found;
    type = Element(layer.dtype);
  }
  if (first)
    return text + cat("\n   = first layer with a value that is not finite: `",
                      first->path, "` ", describe(type, first->shape));
  return text + "\n   = every layer's value is finite; only the loss is not";
}

Json evaluateWeights(Program &program, int section, DataStore &store,
                     const std::string &weights, const nn_parallel *parallel,
                     const std::function<void(const std::string &)> &note) {
  Clock::time_point start = Clock::now();
  Instance instance(program, program->trains[section].model, section, parallel);
  const nn_train &raw = instance.train();
  TensorFile file = readSafetensors(weights);
  instance.initialize(raw.seed);
  loadWeights(instance, file, /*exact=*/true, weights, note);
  const nn_data &data = raw.test.dataset >= 0         ? raw.test
                        : raw.validation.dataset >= 0 ? raw.validation
                                                      : raw.data;
  store.known = Dataset::vocabulariesIn(
      file.metadata, program->datasets[raw.data.dataset].name);
  const char *name = &data == &raw.test         ? "test"
                     : &data == &raw.validation ? "validation"
                                                : "train";
  int64_t examples = int64_t(store.get(raw.data.dataset)
                                 .part(raw.data.part, /*training=*/true)
                                 .size());
  int64_t accumulate = std::max<int64_t>(1, raw.accumulate);
  int64_t batches = (examples + raw.batch - 1) / raw.batch;
  int64_t stepsPerEpoch = (batches + accumulate - 1) / accumulate;
  Json metrics = Json::object();
  metrics.set(name, metricObject(raw.eval_step,
                                 evaluate(instance, store, data, raw.batch,
                                          raw.seed, stepsPerEpoch)));
  auto noted = [&](const char *key) {
    const std::string *value = file.note(key);
    return value ? Json(int64_t(std::strtoll(value->c_str(), nullptr, 10)))
                 : Json();
  };
  const std::string *stopped = file.note("stopped");
  Json summary = Json::object();
  summary.set("model", instance.model().name).set("train", raw.name);
  summary.set("epochs", noted("epoch")).set("steps", noted("step"));
  summary.set("seconds", secondsSince(start));
  summary.set("stopped", stopped ? Json(*stopped) : Json());
  summary.set("metrics", std::move(metrics)).set("weights", weights);
  return summary;
}

} // namespace nnc::rt
