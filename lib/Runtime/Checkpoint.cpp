//===- Checkpoint.cpp - The state of a training run -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Checkpoint.h"
#include "Runtime/Failure.h"

#include <cstdio>
#include <cstdlib>

namespace nnc::rt {

void MetricSums::add(const std::vector<double> &batchMeans, int64_t size) {
  sums.resize(batchMeans.size());
  for (size_t i = 0; i < sums.size(); ++i)
    sums[i] += batchMeans[i] * double(size);
  examples += size;
}

std::vector<double> MetricSums::means() const {
  std::vector<double> means;
  for (double sum : sums)
    means.push_back(examples ? sum / double(examples) : 0);
  return means;
}

void MetricSums::clear() {
  sums.assign(sums.size(), 0);
  examples = 0;
}

/// In hexadecimal, so that no bit is lost.
static std::string exact(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%a", value);
  return text;
}

static std::string render(const Record &record) {
  return record.set ? exact(record.value) + " " + std::to_string(record.step)
                    : "none";
}

TensorFile makeCheckpoint(const Instance &instance, const RunState &state,
                          const RunIdentity &identity) {
  TensorFile file = weightsOf(instance);
  file.set("checkpoint", "1");
  file.set("train", identity.train);
  file.set("seed", std::to_string(identity.seed));
  file.set("batch", std::to_string(identity.batch));
  file.set("accumulate", std::to_string(identity.accumulate));
  file.set("examples", std::to_string(identity.examples));
  file.set("step", std::to_string(state.step));
  file.set("epoch", std::to_string(state.epoch));
  file.set("position", std::to_string(state.position));
  file.set("batch_counter", std::to_string(state.batchCounter));
  std::string sums;
  for (double sum : state.sums.sums)
    sums += exact(sum) + " ";
  file.set("metric_sums", sums);
  for (const auto &[key, text] : identity.vocabularies)
    file.set(key, text);
  file.set("metric_examples", std::to_string(state.sums.examples));
  file.set("best", render(state.best));
  file.set("patience", render(state.patience));
  file.set("seconds", exact(state.seconds));
  file.set("stopped", state.stopped);
  for (const TensorRef &ref : instance.tensors())
    if (ref.train >= 0)
      file.tensors.emplace_back(ref.tensor->path, instance.read(ref));
  for (const auto &[path, array] : state.bestWeights)
    file.tensors.emplace_back("best." + path, array);
  return file;
}

namespace {

class CheckpointReader {
public:
  explicit CheckpointReader(const std::string &path)
      : path(path), file(readSafetensors(path)) {
    if (!file.note("checkpoint"))
      fail("`", path,
           "` holds weights, not a checkpoint of a run\n   = help: "
           "`start_from` in the program starts from weights");
  }

  const std::string &text(const char *key) const {
    const std::string *value = file.note(key);
    if (!value)
      fail("`", path, "` is damaged: it lacks `", key, "`");
    return *value;
  }

  int64_t integer(const char *key) const {
    return std::strtoll(text(key).c_str(), nullptr, 10);
  }

  Record record(const char *key) const {
    Record record;
    const char *value = text(key).c_str();
    char *rest = nullptr;
    if (text(key) == "none")
      return record;
    record.set = true;
    record.value = std::strtod(value, &rest);
    record.step = std::strtoll(rest, nullptr, 10);
    return record;
  }

  std::vector<double> numbers(const char *key) const {
    std::vector<double> values;
    const char *next = text(key).c_str();
    for (char *end;; next = end) {
      double value = std::strtod(next, &end);
      if (end == next)
        return values;
      values.push_back(value);
    }
  }

  const std::string &path;
  TensorFile file;
};

} // namespace

void loadCheckpoint(const std::string &path, Instance &instance,
                    RunState &state, const RunIdentity &identity,
                    const std::function<void(const std::string &)> &note) {
  CheckpointReader reader(path);
  auto same = [&](const char *what, const std::string &found,
                  const std::string &wanted) {
    if (found != wanted)
      fail("`", path, "` continues a run with ", what, " ", found, ", not ",
           wanted, "\n   = help: ", "leave out --resume to start anew");
  };
  same("section", reader.text("train"), identity.train);
  same("seed", reader.text("seed"), std::to_string(identity.seed));
  same("batch", reader.text("batch"), std::to_string(identity.batch));
  same("accumulate", reader.text("accumulate"),
       std::to_string(identity.accumulate));
  same("examples", reader.text("examples"), std::to_string(identity.examples));
  for (const auto &[key, text] : identity.vocabularies)
    if (const std::string *other = reader.file.note(key.c_str());
        !other || *other != text)
      fail("`", path,
           "` continues a run whose text had other words or "
           "characters (`",
           key,
           "`)\n   = help: leave out --resume to start "
           "anew");
  if (reader.text("source_hash") != instance.program->source_hash)
    note("the program has changed since this checkpoint was written");

  // All of the optimizer is looked at before the first write.
  std::vector<std::pair<TensorRef, const Array *>> optimizer;
  for (const TensorRef &ref : instance.tensors()) {
    if (ref.train < 0)
      continue;
    const Array *found = reader.file.find(ref.tensor->path);
    std::string wanted = describe(Element(ref.tensor->dtype),
                                  shapeOf(*ref.tensor, instance.dims));
    if (!found || found->describe() != wanted)
      throw Failure(UserError,
                    cat("checkpoint does not fit the model\n   = file: ", path,
                        found ? "\n   = different:  " : "\n   = missing:    ",
                        ref.tensor->path, " ", wanted),
                    "E0701");
    optimizer.emplace_back(ref, found);
  }
  loadWeights(instance, reader.file, /*exact=*/true, path, note);
  for (const auto &[ref, array] : optimizer)
    instance.write(ref, *array);

  state = RunState();
  state.step = reader.integer("step");
  state.epoch = reader.integer("epoch");
  state.position = reader.integer("position");
  state.batchCounter = reader.integer("batch_counter");
  int64_t batches = (identity.examples + identity.batch - 1) / identity.batch;
  if (state.step < 0 || state.epoch < 0 || state.position < 0 ||
      state.position >= batches)
    fail("`", path, "` is damaged: batch ", state.position, " of ", batches,
         " in epoch ", state.epoch, ", step ", state.step);
  state.sums.sums = reader.numbers("metric_sums");
  state.sums.examples = reader.integer("metric_examples");
  state.best = reader.record("best");
  state.patience = reader.record("patience");
  auto seconds = reader.numbers("seconds");
  state.seconds = seconds.empty() ? 0 : seconds[0];
  for (auto &[name, array] : reader.file.tensors)
    if (name.compare(0, 5, "best.") == 0)
      state.bestWeights.emplace_back(name.substr(5), std::move(array));
}

} // namespace nnc::rt
