//===- TryOut.cpp - One step that leaves nothing behind -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Trainer.h"

#include <cstring>

namespace nnc::rt {

Json Trainer::tryOne() {
  plan();
  // What an earlier section would leave is not there yet.
  bool later = false;
  for (int i = 0; section.start_from && i < program->train_count; ++i)
    later |= std::strcmp(program->trains[i].name, section.start_from) == 0;
  for (int64_t i = 0; i < section.lender_count; ++i)
    later |= *section.lenders[2 * i + 1] != 0;
  if (later)
    instance.initialize(identity.seed);
  else
    start();
  Batch batch = preparer->makeBatch(identity.batch);
  preparer->fill(epochPass(), 0, batch);
  trainStep(batch, /*endsGroup=*/true);
  if (std::string broken = instance.firstNotFinite(); !broken.empty())
    fail("the step left values that are not finite in `", broken, "`");
  for (const nn_entry *entry : {&section.eval_step, &section.control})
    instance.reserve(*entry);
  int64_t batchBytes = 0;
  for (const Block &buffer : batch.buffers)
    batchBytes += 2 * buffer.size(); // One is prepared while one is used.
  int64_t blocks[] = {instance.parameters.size(), instance.state.size(),
                      instance.optimizer.size(), instance.arenaBytes(),
                      batchBytes};
  int64_t total = 0;
  for (int64_t bytes : blocks)
    total += bytes;
  Json result = Json::object();
  result.set("model", instance.model().name).set("train", section.name);
  result.set("examples", identity.examples).set("batch", identity.batch);
  result.set("metrics", metricObject(section.train_step, values));
  result.set("parameter_bytes", blocks[0]).set("state_bytes", blocks[1]);
  result.set("optimizer_bytes", blocks[2]).set("arena_bytes", blocks[3]);
  result.set("batch_bytes", blocks[4]).set("total_bytes", total);
  return result;
}

/// One number.
static Array numberOf(double value) {
  Array array(Element::F64, {});
  *array.as<double>() = value;
  return array;
}

ShownStep Trainer::show() {
  plan();
  start();
  Batch batch = preparer->makeBatch(identity.batch);
  preparer->fill(epochPass(), 0, batch);
  ShownStep shown;
  shown.examples = batch.size;
  preparer->bindDims(batch, instance.dims);
  const nn_entry &entry = section.inspect;
  if (!entry.function)
    throw Failure(OurBug, "the program was compiled without `inspect`");
  auto arrayOf = [&](const nn_tensor &tensor) {
    return Array(Element(tensor.dtype), shapeOf(tensor, instance.dims));
  };
  for (int i = 0; i < section.train_step.input_count; ++i) {
    const nn_tensor &input = section.train_step.inputs[i];
    shown.inputs.push_back({input.path, arrayOf(input)});
    Array &array = shown.inputs.back().value;
    copyBytes(array.bytes.data(), batch.inputs[size_t(i)], array.bytes.size());
  }
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i)
    shown.values.push_back({entry.outputs[i].path, arrayOf(entry.outputs[i])});
  for (NamedArray &value : shown.values)
    outputs.push_back(value.value.bytes.data());
  auto read = [&] {
    std::vector<NamedArray> tensors;
    for (const TensorRef &ref : instance.tensors())
      if (ref.train < 0)
        tensors.push_back({ref.tensor->path, instance.read(ref)});
    return tensors;
  };
  shown.before = read();
  instance.reserve(entry);
  nn_call call = instance.call();
  call.training = 1;
  call.inputs = batch.inputs.data();
  call.outputs = outputs.data();
  call.step = 1;
  call.batch_counter = state.batchCounter;
  call.steps_per_epoch = stepsPerEpoch;
  call.seed = identity.seed;
  if (int32_t code = instance.run(entry, call))
    failCall(code, instance.status, cat("the step of `", section.name, "`"));
  trainStep(batch, /*endsGroup=*/true);
  shown.after = read();
  for (size_t i = 0; i < values.size(); ++i)
    shown.metrics.push_back(
        {section.train_step.values[i], numberOf(values[i])});
  return shown;
}

/// For one step that leaves nothing behind.
static TrainOptions dryOptions(TrainOptions options) {
  options.out.clear();
  options.resume = false;
  return options;
}

ShownStep showStep(Program &program, int section, DataStore &store,
                   const TrainOptions &options, Progress &progress) {
  TrainOptions dry = dryOptions(options);
  return Trainer(program, section, store, dry, progress).show();
}

Json dryRun(Program &program, int section, DataStore &store,
            const TrainOptions &options, Progress &progress) {
  TrainOptions dry = dryOptions(options);
  return Trainer(program, section, store, dry, progress).tryOne();
}

} // namespace nnc::rt
