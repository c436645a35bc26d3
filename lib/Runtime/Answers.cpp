//===- Answers.cpp - What a trained network answers -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Gatherer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace nnc::rt {

/// Examples by which pictures are told from other numbers, and points of a
/// scatter plot.
constexpr size_t mostSampled = 64, mostScattered = 400;
/// Examples of which the nearest is looked for, and differences taken for it.
constexpr double mostNear = 800, mostDifferences = 1e8;
/// For all of it, however long the run was.
constexpr double mostSeconds = 2;

/// Spread evenly over the part, and looked at in an order that is spread evenly
/// wherever it ends.
void Gatherer::choose() {
  std::vector<int64_t> part = options.examples
                                  ? *options.examples
                                  : set.needPart(data.part, /*training=*/false);
  if (options.examples) { // Few may be repeated.
    std::sort(part.begin(), part.end());
    part.erase(std::unique(part.begin(), part.end()), part.end());
  }
  of = int64_t(part.size());
  int64_t count = std::min(of, options.most);
  auto stride = std::max<int64_t>(1, int64_t(0.618 * double(count)));
  while (std::gcd(stride, count) != 1)
    ++stride;
  for (int64_t i = 0; i < count; ++i)
    order.push_back(part[size_t(i * stride % count * of / count)]);
}

/// Whether the model's inputs are fields of the data, by name and type.
bool Gatherer::match() {
  std::vector<bool> used(size_t(eval.input_count));
  for (int i = 0; i < infer.input_count; ++i) {
    int found = -1;
    for (int k = 0; k < eval.input_count; ++k)
      if (std::strcmp(infer.inputs[i].path, eval.inputs[k].path) == 0 &&
          infer.inputs[i].dtype == eval.inputs[k].dtype &&
          infer.inputs[i].rank == eval.inputs[k].rank)
        found = k;
    if (found < 0)
      return false;
    from.push_back(found);
    used[size_t(found)] = true;
  }
  for (int k = 0; k < eval.input_count; ++k)
    if (!used[size_t(k)])
      targetFields.push_back(k);
  return infer.function && infer.output_count > 0;
}

Batch Gatherer::load(int64_t at, int64_t size) {
  Pass pass;
  pass.order.assign(order.begin() + at, order.begin() + at + size);
  pass.batch = size;
  pass.seed = options.seed;
  Batch batch = preparer.makeBatch(size);
  preparer.fill(pass, 0, batch);
  preparer.bindDims(batch, instance.dims);
  bindModel();
  return batch;
}

/// The dims of the model's inputs, as the fields of the data have them.
void Gatherer::bindModel() {
  for (size_t i = 0; i < from.size() && answers; ++i) {
    const nn_tensor &input = infer.inputs[i];
    Shape shape = shapeOf(eval.inputs[from[i]], instance.dims);
    for (size_t k = 0; k < shape.size(); ++k)
      if (input.axes[k].dim >= 0)
        instance.dims[size_t(input.axes[k].dim)] = shape[k];
  }
  for (size_t i = 0; i < from.size() && answers; ++i)
    if (shapeOf(infer.inputs[i], instance.dims) !=
        shapeOf(eval.inputs[from[i]], instance.dims))
      fail("input `", infer.inputs[i].path, "` of `", instance.model().name,
           "` is not the field of that name");
}

std::vector<const void *> Gatherer::modelInputs(const Batch &batch) const {
  std::vector<const void *> inputs;
  for (int field : from)
    inputs.push_back(batch.inputs[size_t(field)]);
  return inputs;
}

static Values valuesOf(const nn_tensor &tensor, const void *data,
                       const std::vector<int64_t> &dims) {
  Values values;
  values.name = tensor.path;
  values.dtype = tensor.dtype;
  Shape shape = shapeOf(tensor, dims);
  values.all = widen(tensor.dtype, data, 0, countOf(shape));
  values.shape.assign(shape.begin() + !shape.empty(), shape.end());
  return values;
}

std::vector<Values> Gatherer::fieldsOf(const Batch &batch) const {
  std::vector<Values> fields;
  for (int i = 0; i < eval.input_count; ++i)
    fields.push_back(
        valuesOf(eval.inputs[i], batch.inputs[size_t(i)], instance.dims));
  return fields;
}

/// The outputs of the model; what stops it is thrown.
std::vector<Values> Gatherer::answer(const std::vector<const void *> &inputs,
                                     int64_t size) {
  std::vector<Block> blocks;
  std::vector<void *> outputs;
  for (int i = 0; i < infer.output_count; ++i)
    blocks.emplace_back(bytesOf(infer.outputs[i], instance.dims));
  for (Block &block : blocks)
    outputs.push_back(block.data());
  instance.reserve(infer);
  nn_call call = instance.call();
  call.inputs = inputs.data();
  call.outputs = outputs.data();
  call.seed = options.seed;
  if (int32_t code = instance.run(infer, call))
    failCall(code, instance.status, cat("`", instance.model().name, "`"));
  std::vector<Values> values;
  for (int i = 0; i < infer.output_count; ++i) {
    values.push_back(
        valuesOf(infer.outputs[i], outputs[size_t(i)], instance.dims));
    // Without an axis for the examples there is nothing to tell them apart by.
    if (int64_t(values.back().all.size()) != size * values.back().each())
      fail("`", infer.outputs[i].path, "` has no value for each example");
  }
  return values;
}

void Gatherer::noteNear(const std::vector<Values> &fields, int64_t example,
                        double target, double error) {
  int64_t width = 0;
  bool isNumbers = true;
  for (int field : from) {
    width += fields[size_t(field)].each();
    isNumbers &= !fields[size_t(field)].isInteger();
  }
  double most = std::min(mostNear, std::sqrt(mostDifferences / double(width)));
  if (double(nearTargets.size()) >= most || !isNumbers)
    return;
  for (int field : from) {
    const Values &values = fields[size_t(field)];
    auto begin = values.all.begin() + example * values.each();
    nearInputs.insert(nearInputs.end(), begin, begin + values.each());
  }
  nearTargets.push_back(target);
  nearErrors.push_back(error);
}

void Gatherer::answerAll() {
  auto total = int64_t(order.size());
  // Time is looked at after each batch, so they are small.
  int64_t size =
      std::max<int64_t>(1, std::min<int64_t>({options.batch, total, 32}));
  double share = answers ? 0.5 * options.seconds : 0;
  for (int64_t at = 0; at < total; at += size) {
    size = std::min(size, total - at);
    Batch batch = load(at, size);
    std::vector<Values> fields = fieldsOf(batch), outputs, targets;
    for (int field : targetFields)
      targets.push_back(fields[size_t(field)]);
    if (answers)
      outputs = answer(modelInputs(batch), size);
    if (at == 0) {
      comparison = compare(outputs, targets);
      if (comparison.task != Task::None)
        targetLabels = labels(targets[size_t(comparison.target)]);
    }
    for (int64_t i = 0; i < size; ++i) {
      Seen one;
      one.number = order[size_t(at + i)];
      if (samples.size() < mostSampled) {
        std::vector<Values> sample = fields;
        for (Values &field : sample)
          field.all.assign(field.all.begin() + i * field.each(),
                           field.all.begin() + (i + 1) * field.each());
        samples.push_back(std::move(sample));
      }
      if (comparison.task != Task::None) {
        const Values &output = outputs[size_t(comparison.output)];
        const Values &target = targets[size_t(comparison.target)];
        const double *truth = &target.all[size_t(i * target.each())];
        const double *said = &output.all[size_t(i * output.each())];
        int64_t places = comparison.task == Task::Classes
                             ? output.each() / comparison.classes
                             : output.each();
        one.compared = compareOne(comparison, said, truth, places);
        confusion.add(one.compared);
        if (comparison.task == Task::Numbers && target.each() == 1)
          noteNear(fields, i, truth[0], one.compared.squared);
        else if (comparison.task != Task::Numbers && places == 1)
          noteNear(fields, i, double(one.compared.truths[0]),
                   1 - one.compared.right);
        if (comparison.task == Task::Numbers &&
            scattered.size() < mostScattered)
          scattered.emplace_back(truth[0], said[0]);
        pointTargets.push_back(comparison.task == Task::Numbers
                                   ? truth[0]
                                   : double(one.compared.truths[0]));
      }
      for (int field : from)
        if (fields[size_t(field)].each() <= 2)
          for (int64_t k = 0; k < fields[size_t(field)].each(); ++k)
            points.push_back(
                fields[size_t(field)]
                    .all[size_t(i * fields[size_t(field)].each() + k)]);
      seen.push_back(std::move(one));
    }
    if (secondsLeft() < options.seconds - share)
      break;
  }
}

/// The loss of each example alone, as the program has it.
void Gatherer::measureAll() {
  for (int i = 0; i < eval.input_count; ++i)
    for (int k = 0; k < eval.inputs[i].rank; ++k)
      if (int32_t dim = eval.inputs[i].axes[k].dim;
          k == 0 && (dim < 0 || instance.program->dims[dim].minimum > 1))
        return; // A batch cannot be one example.
  int loss = -1;
  for (int i = 0; i < eval.value_count; ++i)
    if (std::strcmp(eval.values[i], "loss") == 0)
      loss = i;
  for (size_t i = 0; loss >= 0 && i < seen.size(); ++i) {
    if (i > 0 && secondsLeft() < 0.15 * options.seconds)
      return;
    Batch batch = load(int64_t(i), 1);
    instance.reserve(eval);
    std::vector<double> values(size_t(eval.value_count));
    nn_call call = instance.call();
    call.inputs = batch.inputs.data();
    call.values = values.data();
    call.seed = options.seed;
    call.steps_per_epoch = options.stepsPerEpoch;
    int32_t code = instance.run(eval, call);
    if (code != NN_OK && code != NN_NOT_FINITE)
      failCall(code, instance.status, cat("example ", seen[i].number));
    seen[i].loss = code == NN_OK ? values[size_t(loss)] : NAN;
    seen[i].values = std::move(values);
  }
}

/// Whether inputs are pictures is seen from some examples.
void Gatherer::findPicture() {
  for (size_t k = 0; !samples.empty() && k < samples[0].size(); ++k) {
    const Values &field = samples[0][k];
    std::optional<PictureForm> found = pictureForm(field.shape);
    bool isInput =
        !answers || std::find(from.begin(), from.end(), int(k)) != from.end();
    if (!found || !isInput || field.isInteger())
      continue;
    std::vector<std::vector<double>> examples;
    for (const std::vector<Values> &sample : samples)
      if (sample[k].shape == field.shape)
        examples.push_back(sample[k].all);
    if (looksLikePicture(*found, examples)) {
      pictureField = int(k);
      form = found;
      return;
    }
  }
}

Json Gatherer::gather() {
  static const char *const tasks[] = {"none", "classes", "binary", "numbers"};
  choose();
  answers = match();
  answerAll();
  findPicture();
  // It may have to be compiled, which the rest pays for only where there is
  // no more time.
  double before = secondsLeft();
  Json maps = attention();
  double extra = std::clamp(mostSeconds - options.seconds, 0.0,
                            std::max(before - secondsLeft(), 0.0));
  begun += std::chrono::duration_cast<Clock::duration>(
      std::chrono::duration<double>(extra));
  measureAll();
  int64_t measured = 0;
  for (const Seen &one : seen)
    measured += !one.values.empty();
  Json result = Json::object();
  result.set("part", &data == &section.test         ? "test"
                     : &data == &section.validation ? "validation"
                                                    : "train");
  result.set("dataset", raw.name).set("of", of);
  result.set("examples", int64_t(seen.size())).set("measured", measured);
  result.set("task", tasks[int(comparison.task)]);
  if (comparison.task != Task::None) {
    result.set("output", infer.outputs[comparison.output].path);
    result.set("target",
               eval.inputs[targetFields[size_t(comparison.target)]].path);
    Totals all = totals();
    result.set("agrees_with", agreement(all));
    result.set("loss_is", lossMeasure(all))
        .set("loss", all.loss / double(all.count));
  }
  if (comparison.task == Task::Classes)
    result.set("confusion", confusion.write(comparison.classes, targetLabels));
  if (comparison.task == Task::Binary) {
    targetLabels.names = {cat(comparison.low), cat(comparison.high)};
    result.set("confusion", confusion.write(2, targetLabels));
  }
  if (comparison.task == Task::Numbers)
    result.set("scatter", scatter());
  if (!nearTargets.empty())
    result.set("nearest",
               compareWithNearest(
                   nearInputs, int64_t(nearInputs.size() / nearTargets.size()),
                   nearTargets, nearErrors, comparison.task != Task::Numbers)
                   .json());
  result.set("worst", worst());
  if (Json found = plane(); !found.is(Json::Null))
    result.set("plane", std::move(found));
  if (Json filters = form ? firstFilters(instance, *form) : Json();
      !filters.is(Json::Null))
    result.set("filters", std::move(filters));
  if (!maps.is(Json::Null))
    result.set("attention", std::move(maps));
  return result.set("seconds", options.seconds - secondsLeft() + extra);
}

Json gatherAnswers(Instance &instance, DataStore &store,
                   const AnswerOptions &options) {
  try {
    if (instance.train().eval_step.function)
      return Gatherer(instance, store, options).gather();
    return Json::object().set("missing",
                              "the program has no entry that evaluates");
  } catch (const Failure &failure) {
    return Json::object().set("missing", failure.what());
  }
}

} // namespace nnc::rt
