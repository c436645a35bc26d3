//===- Gatherer.h - What a report shows, as it is gathered ------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_GATHERER_H
#define NNC_RUNTIME_GATHERER_H

#include "Runtime/Clock.h"
#include "Runtime/Compare.h"
#include "Runtime/FindFit.h"

namespace nnc::rt {

/// An example as it was seen.
struct Seen {
  int64_t number;
  Compared compared;
  std::vector<double> values; ///< The loss and metrics of it alone.
  double loss = 0;
};

/// Sums over the examples that were measured alone.
struct Totals {
  int64_t count = 0;
  double loss = 0, right = 0, crossEntropy = 0, squared = 0, absolute = 0;
  std::vector<double> values; ///< The loss and metrics.
};

/// Passes over some examples, and what is written of them.
class Gatherer {
public:
  Gatherer(Instance &instance, DataStore &store, const AnswerOptions &options)
      : instance(instance), section(instance.train()), options(options),
        data(section.test.dataset >= 0 && !options.examples ? section.test
             : section.validation.dataset >= 0 && !options.examples
                 ? section.validation
                 : section.data),
        set(store.get(data.dataset)),
        raw(instance.program->datasets[data.dataset]), eval(section.eval_step),
        infer(instance.model().infer), preparer(set, eval) {}

  Json gather();

private:
  void choose();
  bool match();
  Batch load(int64_t from, int64_t size);
  void bindModel();
  std::vector<Values> fieldsOf(const Batch &batch) const;
  std::vector<Values> answer(const std::vector<const void *> &inputs,
                             int64_t size);
  std::vector<const void *> modelInputs(const Batch &batch) const;
  void answerAll();
  void measureAll();
  void findPicture();
  Totals totals() const;
  Json agreement(const Totals &all) const;
  static Json lossMeasure(const Totals &all);
  void noteNear(const std::vector<Values> &fields, int64_t example,
                double target, double error);
  Json worst();
  Json inputsOf(const std::vector<Values> &fields) const;
  Json plane();
  Json attention();
  Json scatter() const;
  double secondsLeft() const { return options.seconds - secondsSince(begun); }
  Labels labels(const Values &field) const {
    return labelsOf(raw, set.vocabularies, field.name, field.isInteger());
  }

  Instance &instance;
  const nn_train &section;
  const AnswerOptions &options;
  const nn_data &data;
  const Dataset &set;
  const nn_dataset &raw;
  const nn_entry &eval, &infer;
  Preparer preparer;
  Clock::time_point begun = Clock::now();

  std::vector<int64_t> order;    ///< Examples, in the order of looking.
  int64_t of = 0;                ///< Examples of the part.
  std::vector<int> from;         ///< Of infer's inputs, among eval's.
  std::vector<int> targetFields; ///< Of eval's inputs, those infer lacks.
  bool answers = false;          ///< Whether `infer` can be asked.
  Comparison comparison;
  Labels targetLabels;
  Confusion confusion;
  std::vector<Seen> seen;
  std::vector<std::pair<double, double>> scattered; ///< Target and answer.
  std::vector<double> points, pointTargets;         ///< Of two inputs.
  /// Inputs, targets and errors, to compare with neighbours.
  std::vector<double> nearInputs, nearTargets, nearErrors;
  std::vector<std::vector<Values>> samples; ///< Fields of some examples.
  int pictureField = -1;
  std::optional<PictureForm> form;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_GATHERER_H
