//===- Evaluate.h - Passes over data that change nothing --------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_EVALUATE_H
#define NNC_RUNTIME_EVALUATE_H

#include "Runtime/Checkpoint.h"
#include "Runtime/Dataset.h"
#include "Runtime/Json.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace nnc::rt {

/// The data sets of a program, each read when it is first used.
class DataStore {
public:
  DataStore(const Program &program, DataPlaces places)
      : places(std::move(places)), program(program) {}

  const Dataset &get(int index);

  const DataPlaces places;
  /// What the sets that are still to be read are numbered by: all that one
  /// section looks at has the words of its training data.
  Vocabularies known;

private:
  const Program &program;
  std::map<int, std::unique_ptr<Dataset>> sets;
};

/// The means of the metrics over a part, in evaluation mode. Throws where the
/// part is empty.
std::vector<double> evaluate(Instance &instance, DataStore &store,
                             const nn_data &data, int64_t batch, int64_t seed,
                             int64_t stepsPerEpoch);

/// Evaluates weights: on the test part if the section names one, else on the
/// validation part, else on its data. The summary has the shape of `train`'s.
Json evaluateWeights(Program &program, int section, DataStore &store,
                     const std::string &weights, const nn_parallel *parallel,
                     const std::function<void(const std::string &)> &note);

/// The names and values as an object.
Json metricObject(const nn_entry &entry, const std::vector<double> &values);

/// Runs what `call` learns from through `inspect`: of the first layer's value,
/// how large the largest column is (root of the mean square over the examples).
/// NaN where the program cannot say.
double firstValueSize(Instance &instance, const nn_call &call);

/// Runs `batch` through `inspect` and says which layer's value is the first
/// that is not finite; the lines are notes of a message.
std::string explainNotFinite(Instance &instance, const nn_call &failed);

} // namespace nnc::rt

#endif // NNC_RUNTIME_EVALUATE_H
