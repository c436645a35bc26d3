//===- Train.cpp - The training loop --------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Answers.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/FindLayers.h"
#include "Runtime/Philox.h"
#include "Runtime/Policy.h"
#include "Runtime/Report.h"
#include "Runtime/Trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace nnc::rt {

static std::string checkpointPath(const std::string &out) {
  return out + "/checkpoint/latest.safetensors";
}

/// What stays of the examples is repeated until an epoch has as many steps as
/// it had: schedules go on as written.
void Trainer::keepFew(const std::string &name) {
  size_t few = size_t(*options.overfit);
  if (few > examples.size())
    fail("`--overfit ", few, "`: the training part of `", name, "` has ",
         examples.size(), " examples");
  int64_t batch = std::max<int64_t>(1, identity.batch);
  int64_t steps = (int64_t(examples.size()) + batch - 1) / batch;
  // Files are often sorted, so the first few would be of one kind.
  shuffle(examples, Draws(uint64_t(identity.seed), Stream::Overfit, 0));
  examples.resize(few);
  identity.batch = std::min(identity.batch, *options.overfit);
  for (size_t i = 0; int64_t(examples.size()) < steps * identity.batch; ++i)
    examples.push_back(examples[i]);
}

void Trainer::plan() {
  if (!section.train_step.function)
    fail("`", program.path, "` has no training step for `", section.name, "`");
  if (section.accumulate > 1 && !section.accumulate_step.function)
    fail("`", program.path, "` has no entry that accumulates for `",
         section.name, "`");
  store.known.clear();
  const Dataset &set = store.get(section.data.dataset);
  examples = set.needPart(section.data.part, /*training=*/true);
  if (section.bucket_by)
    lengths = set.lengths(section.bucket_by);
  identity.vocabularies = set.notes();
  // What else this section reads is numbered in the same way.
  store.known = set.vocabularies;
  identity.train = section.name;
  identity.seed = options.seed.value_or(section.seed);
  identity.batch = options.batch.value_or(section.batch);
  if (options.overfit)
    keepFew(set.name());
  identity.examples = int64_t(examples.size());
  if (identity.batch < 1)
    fail("`", section.name, "`: batch = ", identity.batch, " is below 1");
  if (identity.batch > identity.examples)
    fail("`", section.name, "`: batch = ", identity.batch,
         " is larger than the training part of `", set.name(), "`, which has ",
         identity.examples, " examples");
  identity.accumulate = std::max<int64_t>(1, section.accumulate);
  batchesPerEpoch = (identity.examples + identity.batch - 1) / identity.batch;
  stepsPerEpoch =
      (batchesPerEpoch + identity.accumulate - 1) / identity.accumulate;
  int64_t examplesPerStep = identity.batch * identity.accumulate;
  auto steps = [&](const nn_duration &duration, const char *key,
                   int64_t absent) {
    if (!duration.steps && !duration.epochs && !duration.examples)
      return absent;
    int64_t count = stepsOf(duration, stepsPerEpoch, examplesPerStep);
    if (count < 1)
      fail("`", section.name, "`: `", key, "` is ", count,
           " steps, where an epoch has ", stepsPerEpoch);
    return count;
  };
  nn_duration epochs = section.length_epochs, limit = section.length_steps;
  if (options.epochs)
    epochs = {0, double(*options.epochs), 0};
  if (options.steps)
    limit = {double(*options.steps), 0, 0};
  totalSteps = std::min(steps(epochs, "epochs", INT64_MAX),
                        steps(limit, "steps", INT64_MAX));
  if (totalSteps == INT64_MAX)
    fail("`", section.name, "` has no length: neither epochs nor steps");
  validateSteps =
      steps(section.validate_every, "validate_every", stepsPerEpoch);
  patienceSteps = steps(section.policy.patience_length, "patience", 1);
  everySteps = steps(section.policy.every, "every", 0);

  preparer = std::make_unique<Preparer>(set, section.train_step);
  values.resize(size_t(section.train_step.value_count));
  for (int i = 0; i < section.train_step.value_count; ++i)
    if (std::strcmp(section.train_step.values[i], "loss") == 0)
      lossIndex = i;
  // The arena serves every batch before the first step.
  int64_t last = identity.examples - (batchesPerEpoch - 1) * identity.batch;
  for (int64_t size : {last, identity.batch}) {
    preparer->bindDims(size, instance.dims);
    instance.reserve(section.train_step);
    instance.reserve(section.accumulate_step);
  }
  // A missing file or an empty part is found before the first epoch.
  for (const nn_data *data : {&section.validation, &section.test})
    if (data->dataset >= 0 && !options.overfit)
      store.get(data->dataset).needPart(data->part, /*training=*/false);
}

/// Takes what `model` has learned in the section `from`; where it has not
/// learned, it keeps its initial values.
void Trainer::borrow(const std::string &model, const std::string &from) {
  if (from.empty())
    return;
  if (!options.earlier || !options.earlier->count(from))
    fail("`", section.name, "` calls `", model, "`, which learns in `", from,
         "`\n   = help: run `", from, "` first, into the same folder");
  const TensorFile &file = options.earlier->at(from);
  std::string prefix = model + ".";
  for (const TensorRef &ref : instance.tensors()) {
    std::string path = ref.tensor->path;
    if (ref.train >= 0 || path.compare(0, prefix.size(), prefix) != 0)
      continue;
    const Array *found = file.find(path.substr(prefix.size()).c_str());
    std::string wanted = describe(Element(ref.tensor->dtype),
                                  shapeOf(*ref.tensor, instance.dims));
    if (!found || found->describe() != wanted)
      throw Failure(UserError,
                    cat("what `", from, "` has learned does not fit `", model,
                        "`\n   = `", path,
                        "`: ", found ? found->describe() : "missing",
                        "\n   = the model has ", wanted),
                    "E0701");
    instance.write(ref, *found);
  }
}

void Trainer::start() {
  instance.initialize(identity.seed);
  auto note = [&](const std::string &text) { progress.note(text); };
  if (section.start_from && !options.resume) {
    std::string from = section.start_from;
    auto start = [&](const TensorFile &file, const std::string &name) {
      loadWeights(instance, file, /*exact=*/false, name, note);
      for (const auto &[key, text] : identity.vocabularies)
        if (const std::string *other = file.note(key.c_str());
            other && *other != text)
          note(cat("`", name, "` numbers `", key,
                   "` in another way than this run"));
    };
    if (options.earlier && options.earlier->count(from)) {
      start(options.earlier->at(from), from);
    } else {
      std::string path = store.places.find(from);
      TensorFile file = readSafetensors(path);
      renameTensors(file, section, path, note);
      start(file, path);
    }
  }
  for (int64_t i = 0; i < section.lender_count && !options.resume; ++i)
    borrow(section.lenders[2 * i], section.lenders[2 * i + 1]);
  if (options.out.empty())
    return;
  std::string path = checkpointPath(options.out);
  if (options.resume && !fileExists(path))
    fail("nothing to resume: `", path, "` does not exist");
  makeDirectories(options.out + "/checkpoint");
  lock = std::make_unique<FolderLock>(options.out);
  if (options.resume) {
    loadCheckpoint(path, instance, state, identity, note);
    secondsBefore = state.seconds;
    checkedStep = writtenStep = state.step;
    keepLines(options.out + "/metrics.jsonl", state.step);
  }
  lines = std::make_unique<LineFile>(options.out + "/metrics.jsonl",
                                     options.resume);
  findings.open(options.out, options.resume ? state.step : -1);
  if (options.resume)
    for (const Json &line : readLines(options.out + "/metrics.jsonl"))
      points.push_back(LossPoint::of(line));
  firstStep = state.step;
  statistics.begin(state.step, totalSteps);
  if (!options.resume)
    ::unlink((options.out + "/answers.json").c_str()); // Of an earlier run.
  writeFacts(/*due=*/true);
}

void Trainer::tell(const std::vector<Finding> &found) {
  for (const Finding &finding : findings.add(found))
    progress.found(finding);
}

bool Trainer::isFound(const char *code) const {
  return std::any_of(
      findings.all().begin(), findings.all().end(),
      [&](const Finding &finding) { return finding.code == code; });
}

/// Whether a batch of both holds the same.
static bool sameInputs(const nn_entry &a, const nn_entry &b) {
  return std::equal(a.inputs, a.inputs + a.input_count, b.inputs,
                    b.inputs + b.input_count,
                    [](const nn_tensor &x, const nn_tensor &y) {
                      return std::strcmp(x.path, y.path) == 0;
                    });
}

void Trainer::lookAtData() {
  if (options.overfit)
    return;
  const Dataset &set = store.get(section.data.dataset);
  auto take = [&](const Dataset &from, const nn_entry &entry,
                  const std::vector<int64_t> &which) {
    return takeSample(from, entry, instance.dims, which, identity.seed);
  };
  Sample sample = take(set, section.train_step, examples);
  lookAtInputs(sample);
  if (!section.eval_step.function || set.isStream())
    return;
  Sample seen = sameInputs(section.train_step, section.eval_step)
                    ? sample
                    : take(set, section.eval_step, examples);
  for (auto [key, data] : {std::pair("validation", &section.validation),
                           std::pair("test", &section.test)}) {
    if (data->dataset < 0)
      continue;
    const Dataset &other = store.get(data->dataset);
    tell(findShared(seen,
                    take(other, section.eval_step,
                         other.needPart(data->part, /*training=*/false)),
                    key));
  }
}

void Trainer::lookAtInputs(const Sample &sample) {
  const nn_entry &infer = instance.model().infer;
  auto isInput = [&](const FieldFacts &field) {
    return std::any_of(
        infer.inputs, infer.inputs + infer.input_count,
        [&](const nn_tensor &input) { return field.name == input.path; });
  };
  for (const FieldFacts &field : sample.fields) {
    // What is no input of the model is an answer, or a help to the loss.
    if (!isInput(field)) {
      for (const ConstantLoss &loss : constantLosses(field))
        constant.push_back(loss);
      for (const FieldFacts &input : sample.fields)
        if (isInput(input))
          tell(findDecisive(input, field));
    } else if (looksUnnormalised(field)) {
      Batch batch = preparer->makeBatch(identity.batch);
      preparer->fill(epochPass(), state.position, batch);
      preparer->bindDims(batch, instance.dims);
      tell(findUnnormalised(field, firstValueSize(instance, callFor(batch))));
    }
  }
}

/// What a step on the batch is given, and all that it draws is keyed by.
nn_call Trainer::callFor(const Batch &batch) {
  nn_call call = instance.call();
  call.training = 1;
  call.inputs = batch.inputs.data();
  call.values = values.data();
  call.step = state.step + 1;
  call.epoch = state.epoch;
  call.batch_counter = state.batchCounter;
  call.steps_per_epoch = stepsPerEpoch;
  call.seed = identity.seed;
  return call;
}

void Trainer::lookBefore(const Batch &batch) {
  int64_t step = state.step + 1;
  if (step == 2 && lossIndex >= 0 && firstStep < state.step)
    statistics.firstLoss = values[size_t(lossIndex)];
  if (!statistics.isDue(step))
    return;
  if (statistics.needsEntry()) {
    auto start = Clock::now();
    int64_t done = std::max<int64_t>(1, state.step - firstStep);
    statistics.makeEntry(identity.batch, secondsSince(begun) / double(done) *
                                             double(totalSteps - state.step));
    // Like that of the program itself, its compilation is no part of training.
    begun += Clock::now() - start;
  }
  // The last batch of an epoch may be smaller; the next one is not.
  if (!statistics.takes(batch.size))
    return;
  preparer->bindDims(batch, instance.dims);
  statistics.before(callFor(batch));
}

void Trainer::lookAfter(bool learned) {
  std::vector<Finding> found = statistics.after(learned);
  // What is said of no single layer, or of whichever is the worst, is said
  // once.
  for (const char *code : {"F0101", "F0102", "F0301", "F0302"})
    if (isFound(code))
      found.erase(
          std::remove_if(found.begin(), found.end(),
                         [&](const Finding &one) { return one.code == code; }),
          found.end());
  tell(found);
}

void Trainer::trainStep(const Batch &batch, bool endsGroup) {
  preparer->bindDims(batch, instance.dims);
  instance.reserve(endsGroup ? section.train_step : section.accumulate_step);
  nn_call call = callFor(batch);
  int32_t code = instance.run(
      endsGroup ? section.train_step : section.accumulate_step, call);
  if (code == NN_NOT_FINITE || (code == NN_OK && lossIndex >= 0 &&
                                !std::isfinite(values[size_t(lossIndex)])))
    stopNotFinite(call);
  if (code != NN_OK)
    failCall(code, instance.status,
             cat("training step ", state.step + 1, " of `", section.name, "`"));
  if (section.flops)
    flops += double(section.flops(instance.dims.data()));
  state.step += endsGroup;
  ++state.batchCounter;
  ++state.position;
  state.sums.add(values, batch.size);
}

/// Writes the last good weights unless they are; where they are, as a note.
std::string Trainer::keptWeights() {
  if (goodStep >= 0 && writtenStep != goodStep && !options.out.empty())
    writeSnapshot();
  if (writtenStep <= 0)
    return "";
  return cat("\n   = the weights after step ", writtenStep, " are kept in ",
             options.out, "/weights.safetensors");
}

void Trainer::stopNotFinite(const nn_call &call) {
  std::string text = cat("the loss is not finite in step ", call.step,
                         " (epoch ", call.epoch + 1, ", batch ",
                         state.position + 1, ") of `", section.name, "`");
  if (lossIndex >= 0)
    text += cat("\n   = loss: ", shortest(values[size_t(lossIndex)]));
  text += explainNotFinite(instance, call);
  lookAfter(/*learned=*/false);
  tell({lossNotFinite(call.step, "")});
  text += keptWeights();
  text += "\n   = help: a smaller learning rate, or `clip = global_norm(1.0)`";
  throw Failure(UserError, text);
}

std::vector<double> Trainer::askControl(const std::vector<double> &trainMeans) {
  const nn_entry &control = section.control;
  std::vector<double> answers(size_t(control.value_count)), inputs;
  if (!control.function)
    return answers;
  for (int i = 0; i < control.metric_count; ++i) {
    std::string name = control.metrics[i];
    double value = std::nan("");
    auto find = [&](const char *prefix, const nn_entry &entry,
                    const std::vector<double> &means) {
      for (size_t k = 0; k < means.size(); ++k)
        if (name == std::string(prefix) + entry.values[k])
          value = means[k];
    };
    find("train.", section.train_step, trainMeans);
    find("validation.", section.eval_step, validation);
    inputs.push_back(value);
  }
  instance.reserve(control);
  nn_call call = instance.call();
  call.metrics = inputs.data();
  call.values = answers.data();
  call.step = state.step;
  call.epoch = state.epoch;
  call.steps_per_epoch = stepsPerEpoch;
  call.seed = identity.seed;
  if (int32_t code = instance.run(control, call))
    failCall(code, instance.status, cat("control of `", section.name, "`"));
  return answers;
}

void Trainer::check() {
  checkedStep = state.step;
  std::vector<double> means = state.sums.means();
  if (hasValidation())
    validation = evaluate(instance, store, section.validation, identity.batch,
                          identity.seed, stepsPerEpoch);
  Verdict verdict;
  if (!options.overfit)
    verdict = judge(section.policy, askControl(means), patienceSteps, state);
  if (verdict.improved)
    state.bestWeights = weightsOf(instance).tensors;
  // A rule that holds at the very end counts more than the length.
  bool open = state.stopped.empty();
  if (verdict.stopWhen && (open || state.stopped == "length"))
    state.stopped = "stop_when";
  else if (open && verdict.earlyStop)
    state.stopped = "early_stop";
  Json line = Json::object();
  line.set("epoch", state.epoch).set("step", state.step);
  line.set("seconds", state.seconds);
  line.set("train", metricObject(section.train_step, means));
  if (hasValidation())
    line.set("validation", metricObject(section.eval_step, validation));
  if (lines)
    lines->append(line.write());
  writeFacts(/*due=*/false);
  progress.checked(state, line);
  lookAtCurves(line);
}

void Trainer::lookAtCurves(const Json &line) {
  points.push_back(LossPoint::of(line));
  if (options.overfit)
    return;
  if (!isFound("F0102") && !isFound("F0301"))
    tell(findJump(statistics.all(), points, statistics.firstLoss));
  // Some networks need their time before they begin to learn, and what rises
  // early may fall again.
  bool isLate = state.step >= totalSteps / 2;
  bool keepsBest = section.policy.best >= 0 || section.policy.restore_best;
  if (!keepsBest && (isLate || wantsStop()))
    tell(findOverfitting(points));
  if (isLate)
    tell(findNotFalling(points, constant));
}

void Trainer::lookAtFit(const Json &answers) {
  if (points.empty() || options.overfit || state.step < 100 ||
      state.stopped == "interrupt")
    return;
  tell(findAtEnd({answers, findings.all(), statistics.all(), points, constant,
                  section.start_from != nullptr}));
}

void Trainer::noteVocabularies(TensorFile &file) {
  for (const auto &[key, text] : identity.vocabularies)
    file.set(key, text);
}

void Trainer::snapshot() {
  if (options.out.empty())
    return;
  lastGood = makeCheckpoint(instance, state, identity);
  lastWeights = weightsOf(instance);
  noteVocabularies(lastWeights);
  if (!state.bestWeights.empty())
    lastWeights.tensors = state.bestWeights;
  lastWeights.set("train", identity.train);
  lastWeights.set("step", std::to_string(state.step));
  lastWeights.set("epoch", std::to_string(state.epoch));
  lastWeights.set("stopped", state.stopped);
  goodStep = state.step;
}

void Trainer::writeSnapshot() {
  writeSafetensors(options.out + "/weights.safetensors", lastWeights);
  writeSafetensors(checkpointPath(options.out), lastGood);
  writtenStep = goodStep;
  written = Clock::now();
}

void Trainer::writeNumbered() {
  std::string folder = options.out + "/checkpoint/";
  writeSafetensors(cat(folder, "step-", state.step, ".safetensors"),
                   makeCheckpoint(instance, state, identity));
  // The folder is asked, since a run that was resumed has older ones.
  std::vector<int64_t> steps;
  for (const std::string &name : listFolder(folder))
    if (name.compare(0, 5, "step-") == 0)
      steps.push_back(std::strtoll(name.c_str() + 5, nullptr, 10));
  std::sort(steps.begin(), steps.end());
  while (section.policy.keep > 0 &&
         steps.size() > size_t(section.policy.keep)) {
    ::unlink(cat(folder, "step-", steps.front(), ".safetensors").c_str());
    steps.erase(steps.begin());
  }
}

void Trainer::writeFacts(bool due, const Json &metrics,
                         const std::string &error) {
  if (options.out.empty() ||
      (!due && secondsSince(factsWritten) < options.checkpointSeconds))
    return;
  Json run = describeRun(instance, state, identity, stepsPerEpoch, totalSteps);
  run.set("threads", options.threads);
  run.set("statistics", statistics.cost());
  // Batches differ where lengths do: a mean of those of this process.
  run.set("flops_per_step",
          flops / double(std::max<int64_t>(1, state.step - firstStep)));
  if (!metrics.is(Json::Null))
    run.set("metrics", metrics);
  if (!error.empty())
    run.set("error", error);
  writeJson(options.out + "/run.json", run);
  factsWritten = Clock::now();
}

/// A short run should not wait long for what it shows, nor one that was told to
/// end.
Json Trainer::writeAnswers(bool interrupted) {
  AnswerOptions wanted;
  wanted.batch = identity.batch;
  wanted.seed = identity.seed;
  wanted.stepsPerEpoch = stepsPerEpoch;
  wanted.examples = options.overfit ? &examples : nullptr;
  wanted.seconds = interrupted ? 0.3 : std::clamp(state.seconds / 5, 0.3, 2.0);
  wanted.attention = options.attention;
  Json answers = gatherAnswers(instance, store, wanted);
  answers.set("step", state.step);
  writeJson(options.out + "/answers.json", answers);
  return answers;
}

void Trainer::save(bool due) {
  // An update may have written what the next step's loss will show: that is
  // never kept, and no result either.
  std::string broken = instance.firstNotFinite();
  bool over = wantsStop() && state.stopped != "interrupt";
  if (!broken.empty() && !over)
    return;
  if (!broken.empty())
    throw Failure(UserError, cat("the last step of `", section.name,
                                 "` left values that are not finite in `",
                                 broken, "`", keptWeights()));
  snapshot();
  if (!options.out.empty() &&
      (due || writtenStep < 0 ||
       secondsSince(written) >= options.checkpointSeconds))
    writeSnapshot();
}

Pass Trainer::epochPass() const {
  Pass pass;
  pass.order = examples;
  // A batch that holds all of the few stays as it is.
  if (section.shuffle && options.overfit != identity.batch)
    shuffle(pass.order, Draws(uint64_t(identity.seed), Stream::Shuffle,
                              uint64_t(state.epoch)));
  pass.batch = identity.batch;
  pass.first = state.position;
  pass.training = true;
  pass.epoch = state.epoch;
  pass.seed = identity.seed;
  if (!lengths.empty())
    pass.bucket(lengths, section.shuffle);
  return pass;
}

bool Trainer::epochLoop() {
  Loader loader(*preparer, epochPass());
  while (const Batch *batch = loader.next()) {
    if (state.position == 0)
      state.sums.clear();
    int64_t next = state.position + 1;
    bool epochEnds = next == batchesPerEpoch;
    bool endsGroup = epochEnds || next % identity.accumulate == 0;
    if (endsGroup)
      lookBefore(*batch);
    trainStep(*batch, endsGroup);
    if (endsGroup)
      lookAfter(/*learned=*/true);
    state.seconds = secondsBefore + secondsSince(begun);
    if (!endsGroup)
      continue;
    if (epochEnds) {
      ++state.epoch;
      state.position = 0;
    }
    progress.step(state, values);
    bool interrupted = options.interrupted && *options.interrupted;
    if (state.step >= totalSteps)
      state.stopped = "length";
    bool checks = hasValidation() ? state.step % validateSteps == 0 : epochEnds;
    if (checks || (wantsStop() && checkedStep != state.step))
      check();
    if (everySteps > 0 && state.step % everySteps == 0 && !options.out.empty())
      writeNumbered();
    if (interrupted && state.stopped.empty())
      state.stopped = "interrupt";
    if (wantsStop() || epochEnds)
      save(/*due=*/wantsStop());
    if (wantsStop())
      return true;
  }
  return false;
}

void Trainer::trainLoop() {
  if (state.step >= totalSteps)
    state.stopped = "length";
  while (!wantsStop())
    epochLoop();
}

void Trainer::lookBack() {
  if (!section.start_from || !options.earlier ||
      !options.earlier->count(section.start_from))
    return;
  for (int i = 0; i < program->train_count; ++i) {
    const nn_train &earlier = program->trains[i];
    const nn_data &data =
        earlier.validation.dataset >= 0 ? earlier.validation : earlier.test;
    bool same = data.dataset == section.validation.dataset &&
                data.part == section.validation.part;
    if (std::strcmp(earlier.name, section.start_from) != 0 ||
        earlier.model != section.model || data.dataset < 0 || same ||
        !earlier.eval_step.function)
      continue;
    auto measure = [&](const TensorFile &weights) {
      Instance then(program, earlier.model, i, options.parallel);
      then.initialize(earlier.seed);
      loadWeights(then, weights, /*exact=*/false, earlier.name,
                  [](const std::string &) {});
      return metricObject(earlier.eval_step,
                          evaluate(then, store, data, earlier.batch,
                                   earlier.seed, stepsPerEpoch));
    };
    std::vector<std::string> higher(earlier.higher,
                                    earlier.higher + earlier.higher_count);
    tell(findForgetting(earlier.name, state.step,
                        measure(options.earlier->at(earlier.name)),
                        measure(weightsOf(instance)), higher));
  }
}

TrainResult Trainer::finish() {
  TrainResult result;
  result.interrupted = state.stopped == "interrupt";
  Json metrics = Json::object();
  metrics.set("train", metricObject(section.train_step, state.sums.means()));
  if (!state.bestWeights.empty()) {
    TensorFile best;
    best.tensors = state.bestWeights;
    loadWeights(instance, best, /*exact=*/true, "the best weights",
                [](const std::string &) {});
  }
  auto measure = [&](const char *name, const nn_data &data) {
    if (data.dataset >= 0 && !options.overfit)
      metrics.set(name,
                  metricObject(section.eval_step,
                               evaluate(instance, store, data, identity.batch,
                                        identity.seed, stepsPerEpoch)));
  };
  // Ctrl-C should not have to wait for two more passes.
  if (!result.interrupted) {
    measure("validation", section.validation);
    measure("test", section.test);
    lookBack();
  }
  if (state.stopped == "length" && section.policy.stop_when >= 0 &&
      !options.overfit)
    tell(findNotConverged(state.step, state.epoch));
  result.weights = weightsOf(instance);
  noteVocabularies(result.weights);
  Json &summary = result.summary = Json::object();
  summary.set("model", instance.model().name).set("train", section.name);
  summary.set("epochs", state.epoch).set("steps", state.step);
  summary.set("seconds", state.seconds).set("stopped", state.stopped);
  summary.set("metrics", std::move(metrics));
  if (!options.out.empty())
    lookAtFit(writeAnswers(result.interrupted));
  summary.set("findings", findings.json());
  summary.set("weights", options.out.empty()
                             ? Json()
                             : Json(options.out + "/weights.safetensors"));
  if (!options.out.empty())
    writeFacts(/*due=*/true, *summary.find("metrics"));
  return result;
}

TrainResult Trainer::run() {
  plan();
  start();
  progress.begin(section, state, totalSteps, stepsPerEpoch);
  try {
    lookAtData();
    trainLoop();
    return finish();
  } catch (const Failure &failure) {
    // What came first is what to tell of.
    (void)succeeds([&] { writeFacts(/*due=*/true, {}, failure.what()); });
    throw;
  }
}

TrainResult train(Program &program, int section, DataStore &store,
                  const TrainOptions &options, Progress &progress) {
  return Trainer(program, section, store, options, progress).run();
}

} // namespace nnc::rt
