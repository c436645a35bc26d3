//===- Evaluate.cpp - Passes over data that change nothing ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Evaluate.h"
#include "Runtime/Failure.h"

#include <cmath>

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

static bool allFinite(Element type, const void *data, int64_t count) {
  Array wide(Element::F64, {count});
  convert(type, data, wide.type, wide.bytes.data(), count);
  for (int64_t i = 0; i < count; ++i)
    if (!std::isfinite(wide.as<double>()[i]))
      return false;
  return true;
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
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i) {
    values.emplace_back(bytesOf(entry.outputs[i], instance.dims));
    outputs.push_back(values.back().data());
  }
  instance.reserve(entry);
  nn_call call = failed;
  call.outputs = outputs.data();
  int32_t code = instance.run(entry, call);
  if (code != NN_OK && code != NN_NOT_FINITE)
    return text + "\n   = note: `inspect` could not run this batch";
  for (int i = 0; i < entry.output_count; ++i) {
    const nn_tensor &layer = entry.outputs[i];
    Shape shape = shapeOf(layer, instance.dims);
    if (!isFloat(Element(layer.dtype)) ||
        allFinite(Element(layer.dtype), outputs[size_t(i)], countOf(shape)))
      continue;
    return text + cat("\n   = first layer with a value that is not finite: `",
                      layer.path, "` ", describe(Element(layer.dtype), shape));
  }
  return text + "\n   = every layer's value is finite; only the loss is not";
}

} // namespace nnc::rt
