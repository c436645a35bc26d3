//===- GradCheck.cpp - Derivatives against differences --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/GradCheck.h"
#include "Runtime/Failure.h"
#include "Runtime/Philox.h"
#include "Runtime/Synthetic.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

namespace nnc::rt {

static constexpr int64_t elementsPerTensor = 8, elementsPerProgram = 1000;
static constexpr int64_t checkBatch = 3, leastDim = 4;

Difference differentiate(const std::function<double(double)> &function,
                         double x, double floor) {
  constexpr int levels = 14;
  double step = 1e-2 * std::max(1.0, std::fabs(x));
  double last = 0, lastEstimate = 0;
  double forward = 0, backward = 0, middle = function(x);
  Difference best;
  best.uncertainty = INFINITY;
  for (int level = 0; level < levels; ++level, step /= 2) {
    // The step that the arithmetic really takes.
    double above = x + step, below = x - step;
    double high = function(above), low = function(below);
    double slope = (high - low) / (above - below);
    forward = (high - middle) / (above - x);
    backward = (middle - low) / (x - below);
    double estimate = level ? (4 * slope - last) / 3 : slope;
    if (level > 1) {
      double change = std::fabs(estimate - lastEstimate);
      if (change < best.uncertainty) {
        best.value = estimate;
        best.uncertainty = change;
      }
      if (change <= 1e-9 * std::max(std::fabs(estimate), floor))
        break;
    }
    last = slope;
    lastEstimate = estimate;
  }
  // On a smooth function the two sides differ by the step times the second
  // derivative only.
  double scale = std::max({std::fabs(forward), std::fabs(backward), floor});
  best.kink = std::fabs(forward - backward) > 0.01 * scale + 10 * step * scale;
  return best;
}

namespace {

class Checker {
public:
  Checker(Program &program, int section)
      : program(program), section(program->trains[section]),
        entry(this->section.gradients),
        instance(program, this->section.model, section) {}

  GradCheckResult run();

private:
  /// A tensor whose gradient is an output of the entry.
  struct Target {
    std::string path;
    int output;
    const TensorRef *parameter; ///< Null for an input.
    int input;
    std::vector<int64_t> order; ///< Elements, in the order to take them.
  };

  void collect();
  void freeze();
  double loss();
  double lossWith(const Target &target, int64_t element, double value);
  double &elementOf(Array &array, int64_t element) {
    return array.as<double>()[element];
  }
  void checkTarget(const Target &target, int64_t limit, double floor,
                   CheckedTensor &result);

  Program &program;
  const nn_train &section;
  const nn_entry &entry;
  Instance instance;
  std::vector<TensorRef> refs;
  std::vector<Array> inputs, gradients, analytic;
  std::vector<Target> targets;
  /// Outputs that hold what `stop_gradient` keeps constant, and the inputs that
  /// take it.
  std::vector<std::pair<size_t, size_t>> frozen;
  std::set<std::string> surrogates;
  std::vector<char> savedState;
  Array scratch;
};

/// Puts every dtype of an array into f64 terms; only f64 can be checked.
void needDouble(const char *path, int32_t dtype) {
  if (dtype != NN_F64)
    throw Failure(OurBug, cat("gradcheck: `", path, "` is ",
                              elementName(Element(dtype)), ", not f64"));
}

void Checker::collect() {
  for (int i = 0; i < entry.output_count; ++i) {
    const nn_tensor &output = entry.outputs[i];
    needDouble(output.path, output.dtype);
    Target target{output.path, i, nullptr, -1, {}};
    for (const TensorRef &ref : refs)
      if (ref.train < 0 && ref.tensor->role == NN_PARAMETER &&
          std::strcmp(ref.tensor->path, output.path) == 0)
        target.parameter = &ref;
    for (int k = 0; k < entry.input_count && !target.parameter; ++k)
      if (std::strcmp(entry.inputs[k].path, output.path) == 0)
        target.input = k;
    if (std::strncmp(output.path, "frozen.", 7) == 0 && target.input >= 0) {
      frozen.emplace_back(size_t(i), size_t(target.input));
      if (const char *name = std::strchr(output.path, ' '))
        surrogates.insert(name + 1);
      gradients.emplace_back(Element::F64, shapeOf(output, instance.dims));
      continue;
    }
    if (!target.parameter && target.input < 0)
      throw Failure(OurBug,
                    cat("gradcheck: gradient of unknown `", output.path, "`"));
    Array &gradient =
        gradients.emplace_back(Element::F64, shapeOf(output, instance.dims));
    for (int64_t k = 0; k < gradient.count(); ++k)
      target.order.push_back(k);
    shuffle(target.order, Draws(0, Stream::Check, uint64_t(i)));
    targets.push_back(std::move(target));
  }
}

/// Sets what differences hold constant to what they are at the point that is
/// checked. One may depend on another, hence as many rounds as there are.
void Checker::freeze() {
  for (size_t round = 0; round < frozen.size(); ++round) {
    loss();
    for (auto [output, input] : frozen)
      inputs[input].bytes = gradients[output].bytes;
  }
}

double Checker::loss() {
  std::vector<const void *> in = addresses(inputs);
  std::vector<void *> out;
  for (Array &array : gradients)
    out.push_back(array.bytes.data());
  std::vector<double> values(size_t(std::max(1, entry.value_count)));
  // Updates are discarded: each call starts from the same state.
  copyBytes(instance.state.data(), savedState.data(), savedState.size());
  nn_call call = instance.call();
  call.training = 1;
  call.inputs = in.data();
  call.outputs = out.data();
  call.values = values.data();
  call.step = call.batch_counter = call.steps_per_epoch = 1;
  call.seed = section.seed;
  if (int32_t code = instance.run(entry, call))
    failCall(code, instance.status, cat("gradcheck of `", section.name, "`"));
  return values[0];
}

double Checker::lossWith(const Target &target, int64_t element, double value) {
  if (!target.parameter) {
    double &place = elementOf(inputs[size_t(target.input)], element);
    double before = place;
    place = value;
    double result = loss();
    place = before;
    return result;
  }
  double before = elementOf(scratch, element);
  elementOf(scratch, element) = value;
  instance.write(*target.parameter, scratch);
  double result = loss();
  elementOf(scratch, element) = before;
  instance.write(*target.parameter, scratch);
  return result;
}

void Checker::checkTarget(const Target &target, int64_t limit, double floor,
                          CheckedTensor &result) {
  result.path = target.path;
  const Array &expected = analytic[size_t(target.output)];
  if (target.parameter)
    scratch = instance.read(*target.parameter);
  const Array &values =
      target.parameter ? scratch : inputs[size_t(target.input)];
  for (int64_t element : target.order) {
    if (result.elements >= limit)
      break;
    double x = values.as<double>()[element];
    double a = expected.as<double>()[element];
    Difference difference = differentiate(
        [&](double value) { return lossWith(target, element, value); }, x,
        floor);
    double n = difference.value;
    double scale = std::max({std::fabs(a), std::fabs(n), floor});
    double error = scale > 0 ? std::fabs(a - n) / scale : 0;
    if (!std::isfinite(a) || std::isnan(error))
      error = INFINITY;
    bool wild =
        difference.kink || difference.uncertainty > gradientTolerance * scale;
    if (error >= gradientTolerance && wild && std::isfinite(a)) {
      ++result.kinks;
      if (result.kinks > elementsPerTensor)
        break;
      continue;
    }
    ++result.elements;
    if (error > result.worst) {
      result.worst = error;
      result.worstIndex = element;
      result.analytic = a;
      result.numeric = n;
    }
  }
}

GradCheckResult Checker::run() {
  bindFreeDims(program, entry, checkBatch, leastDim, instance.dims);
  program.resolveDurations(1, checkBatch);
  instance.initialize(section.seed);
  savedState.assign(static_cast<char *>(instance.state.data()),
                    static_cast<char *>(instance.state.data()) +
                        instance.model().state_bytes);
  refs = instance.tensors();
  inputs = syntheticInputs(entry, instance.dims);
  collect();
  instance.reserve(entry);
  freeze();
  loss();
  analytic = gradients;

  // The floor needs the largest gradient among the elements to be checked.
  int64_t share =
      targets.empty() ? 0 : elementsPerProgram / int64_t(targets.size());
  int64_t limit = std::clamp<int64_t>(share, 1, elementsPerTensor);
  double largest = 0;
  for (const Target &target : targets)
    for (size_t i = 0; i < target.order.size() && int64_t(i) < limit; ++i)
      largest = std::max(
          largest,
          std::fabs(
              analytic[size_t(target.output)].as<double>()[target.order[i]]));
  GradCheckResult result;
  result.surrogates.assign(surrogates.begin(), surrogates.end());
  for (const Target &target : targets) {
    if (result.elements >= elementsPerProgram)
      break;
    CheckedTensor &tensor = result.tensors.emplace_back();
    checkTarget(target, limit, 1e-5 * largest, tensor);
    result.elements += tensor.elements;
    result.kinks += tensor.kinks;
    result.worst = std::max(result.worst, tensor.worst);
  }
  bool fewKinks = result.kinks * 100 <= std::max(result.elements, 100);
  result.passed =
      result.worst < gradientTolerance && fewKinks && result.elements > 0;
  return result;
}

} // namespace

GradCheckResult checkGradients(Program &program, int section) {
  return Checker(program, section).run();
}

} // namespace nnc::rt
