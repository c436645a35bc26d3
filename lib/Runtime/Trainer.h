//===- Trainer.h - The training loop ----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_TRAINER_H
#define NNC_RUNTIME_TRAINER_H

#include "Runtime/Clock.h"
#include "Runtime/Facts.h"
#include "Runtime/FindFit.h"
#include "Runtime/TrainStatistics.h"

namespace nnc::rt {

/// One run of a section, in parts.
class Trainer {
public:
  Trainer(Program &program, int section, DataStore &store,
          const TrainOptions &options, Progress &progress)
      : program(program), section(program->trains[section]), store(store),
        options(options), progress(progress),
        instance(program, program->trains[section].model, section,
                 options.parallel),
        statistics(instance, options) {}

  TrainResult run();
  Json tryOne();
  ShownStep show();

private:
  void keepFew(const std::string &name);
  void plan();
  void borrow(const std::string &model, const std::string &from);
  void start();
  void trainLoop();
  /// One pass from `state.position`; true where the run ends.
  bool epochLoop();
  /// The call that learns from `batch`.
  nn_call callFor(const Batch &batch);
  /// Learns from a batch, or adds it to the group that its step will end.
  void trainStep(const Batch &batch, bool endsGroup);
  [[noreturn]] void stopNotFinite(const nn_call &call);
  /// Validates if there is something to validate on, asks `control`, records.
  void check();
  std::vector<double> askControl(const std::vector<double> &trainMeans);
  void snapshot();
  /// Weights carry the symbols they were trained on, so that text can be made
  /// of them without the data.
  void noteVocabularies(TensorFile &file);
  void save(bool due);
  void writeSnapshot();
  std::string keptWeights();
  void writeNumbered();
  /// What a report shows beside the curves: what the run is and has come to,
  /// unless that was written a moment ago.
  void writeFacts(bool due, const Json &metrics = {},
                  const std::string &error = "");
  Json writeAnswers(bool interrupted);
  /// What only the whole run and its answers tell.
  void lookAtFit(const Json &answers);
  TrainResult finish();

  /// Before and after a step that learns from `batch`: looks at it, if that is
  /// due.
  void lookBefore(const Batch &batch);
  void lookAfter(bool learned);

  /// Tells of what is new among `found`.
  void tell(const std::vector<Finding> &found);
  bool isFound(const char *code) const;
  /// Findings that need the data alone, before the first step.
  void lookAtData();
  void lookAtInputs(const Sample &sample);
  void lookAtCurves(const Json &line);
  /// Whether what `start_from` has learned is still known, at the end.
  void lookBack();

  bool wantsStop() const { return !state.stopped.empty(); }
  bool hasValidation() const {
    return !options.overfit && section.validation.dataset >= 0;
  }
  Pass epochPass() const;

  Program &program;
  const nn_train &section;
  DataStore &store;
  const TrainOptions &options;
  Progress &progress;
  Instance instance;
  RunState state;
  RunIdentity identity;

  std::vector<int64_t> examples, lengths;
  std::unique_ptr<Preparer> preparer;
  std::vector<double> values, validation;
  int64_t batchesPerEpoch = 1, stepsPerEpoch = 1, totalSteps = 0,
          validateSteps = 1;
  int64_t patienceSteps = 0, everySteps = 0;
  int lossIndex = -1;

  std::unique_ptr<FolderLock> lock;
  std::unique_ptr<LineFile> lines;
  FindingLog findings;
  std::vector<ConstantLoss> constant;
  std::vector<LossPoint> points;
  TrainStatistics statistics;
  double flops = 0;                 ///< Of the steps of this process.
  int64_t firstStep = 0;            ///< The last one of an earlier process.
  TensorFile lastGood, lastWeights; ///< At the last checkpoint in memory.
  int64_t goodStep = -1, writtenStep = -1, checkedStep = -1;
  Clock::time_point begun = Clock::now(), written, factsWritten;
  double secondsBefore = 0;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_TRAINER_H
