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
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>
#include <set>

namespace nnc::rt {

static constexpr int64_t elementsPerTensor = 8, elementsPerProgram = 1000;
static constexpr int64_t checkBatch = 3, leastDim = 4;

namespace {
/// Of the secants from `x` to both sides and of the one across.
struct Slopes {
  double forward, backward, central;
};
} // namespace

static Slopes slopesAt(const std::function<double(double)> &function, double x,
                       double middle, double step) {
  // The step that the arithmetic really takes.
  double above = x + step, below = x - step;
  double high = function(above), low = function(below);
  return {(high - middle) / (above - x), (middle - low) / (x - below),
          (high - low) / (above - below)};
}

/// What rounding of `middle` may add to a slope.
static double roundingOf(double middle, double step) {
  return 4e-16 * std::fabs(middle) / step;
}

Difference differentiate(const std::function<double(double)> &function,
                         double x, double floor) {
  // On a smooth function large steps round least. A loss has a kink wherever an
  // activation does, and few of them are within a small step.
  constexpr int levels = 8, large = 3;
  double step = 1e-2 * std::max(1.0, std::fabs(x)), ratio = 2;
  double last = 0, lastEstimate = 0;
  double middle = function(x);
  Slopes slopes = {};
  Difference best;
  best.uncertainty = INFINITY;
  for (int level = 0; level < levels; ++level, step /= ratio) {
    slopes = slopesAt(function, x, middle, step);
    double slope = slopes.central, square = ratio * ratio;
    double estimate = level ? (square * slope - last) / (square - 1) : slope;
    if (level > 1) {
      double change =
          std::fabs(estimate - lastEstimate) + roundingOf(middle, step);
      if (change < best.uncertainty) {
        best.value = estimate;
        best.uncertainty = change;
      }
      if (change <=
          gradientTolerance / 30 * std::max(std::fabs(estimate), floor))
        break;
    }
    last = slope;
    lastEstimate = estimate;
    if (level + 1 >= large)
      ratio = 4;
  }
  // On a smooth function the two sides differ by the step times the second
  // derivative only.
  auto [forward, backward, central] = slopes;
  double scale = std::max({std::fabs(forward), std::fabs(backward), floor});
  best.kink = std::fabs(forward - backward) > 0.01 * scale + 10 * step * scale;
  return best;
}

Difference differentiateNear(const std::function<double(double)> &function,
                             double x) {
  double middle = function(x), step = 1e-6 * std::max(1.0, std::fabs(x));
  double estimates[2], rounding = 0;
  Difference result;
  for (double &estimate : estimates) {
    auto [forward, backward, central] = slopesAt(function, x, middle, step);
    estimate = central;
    rounding = roundingOf(middle, step);
    double scale = std::max(std::fabs(forward), std::fabs(backward));
    result.kink |= std::fabs(forward - backward) > 1e-3 * scale + rounding;
    step /= 4;
  }
  result.value = estimates[0];
  result.uncertainty = std::fabs(estimates[1] - estimates[0]) + rounding;
  return result;
}

namespace {

class Checker {
public:
  Checker(Program &program, int section)
      : program(program), section(program->trains[section]),
        entry(this->section.gradients), objective(this->section.objective),
        instance(program, this->section.model, section) {}

  GradCheckResult run();

private:
  /// A tensor whose gradient is an output of the entry, or a part of one.
  struct Target {
    std::string path;
    int output;
    int64_t offset;             ///< In the output, in elements.
    const TensorRef *parameter; ///< Null for an input.
    int input;
    std::vector<int64_t> order; ///< Elements, in the order to take them.
  };

  void collect();
  std::vector<const TensorRef *> parametersOf(const char *path) const;
  void add(Target target, int64_t count);
  double analyticOf(const Target &target, int64_t element) {
    return elementOf(analytic[size_t(target.output)], target.offset + element);
  }
  void freeze();
  /// The value of `which`; where that is `entry`, its outputs are `gradients`.
  double loss(const nn_entry &which);
  double lossWith(const Target &target, int64_t element, double value);
  double &elementOf(Array &array, int64_t element) {
    return array.as<double>()[element];
  }
  void checkTarget(const Target &target, int64_t limit, double floor,
                   CheckedTensor &result);

  Program &program;
  const nn_train &section;
  const nn_entry &entry, &objective;
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

/// The numbers of iterations that stand in `path` where `pattern` has a `*`.
std::optional<std::vector<int64_t>> iterations(const char *pattern,
                                               const char *path) {
  std::vector<int64_t> numbers;
  while (*pattern && *path) {
    if (*pattern == '*') {
      char *end;
      numbers.push_back(std::strtoll(path, &end, 10));
      if (end == path)
        return std::nullopt;
      path = end;
      ++pattern;
    } else if (*pattern++ != *path++) {
      return std::nullopt;
    }
  }
  if (*pattern || *path)
    return std::nullopt;
  return numbers;
}

/// The parameters that `path` names: one, or those of a `repeat` in the order
/// in which they are stacked.
std::vector<const TensorRef *> Checker::parametersOf(const char *path) const {
  std::map<std::vector<int64_t>, const TensorRef *> found;
  for (const TensorRef &ref : refs)
    if (ref.train < 0 && ref.tensor->role == NN_PARAMETER)
      if (auto numbers = iterations(path, ref.tensor->path))
        found[*numbers] = &ref;
  std::vector<const TensorRef *> ordered;
  for (auto &[numbers, ref] : found)
    ordered.push_back(ref);
  return ordered;
}

void Checker::add(Target target, int64_t count) {
  for (int64_t k = 0; k < count; ++k)
    target.order.push_back(k);
  shuffle(target.order, Draws(0, Stream::Check, uint64_t(targets.size())));
  targets.push_back(std::move(target));
}

void Checker::collect() {
  for (int i = 0; i < entry.output_count; ++i) {
    const nn_tensor &output = entry.outputs[i];
    needDouble(output.path, output.dtype);
    Target target{output.path, i, 0, nullptr, -1, {}};
    std::vector<const TensorRef *> parameters = parametersOf(output.path);
    for (int k = 0; k < entry.input_count && parameters.empty(); ++k)
      if (std::strcmp(entry.inputs[k].path, output.path) == 0)
        target.input = k;
    if (std::strncmp(output.path, "frozen.", 7) == 0 && target.input >= 0) {
      frozen.emplace_back(size_t(i), size_t(target.input));
      if (const char *name = std::strchr(output.path, ' '))
        surrogates.insert(name + 1);
      gradients.emplace_back(Element::F64, shapeOf(output, instance.dims));
      continue;
    }
    if (parameters.empty() && target.input < 0)
      throw Failure(OurBug,
                    cat("gradcheck: gradient of unknown `", output.path, "`"));
    int64_t count =
        gradients.emplace_back(Element::F64, shapeOf(output, instance.dims))
            .count();
    if (parameters.empty())
      add(target, count);
    int64_t share = count / std::max<int64_t>(1, int64_t(parameters.size()));
    for (const TensorRef *parameter : parameters) {
      target.path = parameter->tensor->path;
      target.parameter = parameter;
      add(target, share);
      target.offset += share;
    }
  }
}

/// Sets what differences hold constant to what they are at the point that is
/// checked. One may depend on another, hence as many rounds as there are.
void Checker::freeze() {
  for (size_t round = 0; round < frozen.size(); ++round) {
    loss(entry);
    for (auto [output, input] : frozen)
      inputs[input].bytes = gradients[output].bytes;
  }
}

double Checker::loss(const nn_entry &which) {
  std::vector<const void *> in = addresses(inputs);
  std::vector<void *> out;
  for (Array &array : gradients)
    out.push_back(array.bytes.data());
  std::vector<double> values(size_t(std::max(1, which.value_count)));
  // Updates are discarded: each call starts from the same state.
  copyBytes(instance.state.data(), savedState.data(), savedState.size());
  nn_call call = instance.call();
  call.training = 1;
  call.inputs = in.data();
  call.outputs = out.data();
  call.values = values.data();
  call.step = call.batch_counter = call.steps_per_epoch = 1;
  call.seed = section.seed;
  if (int32_t code = instance.run(which, call))
    failCall(code, instance.status, cat("gradcheck of `", section.name, "`"));
  return values[0];
}

double Checker::lossWith(const Target &target, int64_t element, double value) {
  if (!target.parameter) {
    double &place = elementOf(inputs[size_t(target.input)], element);
    double before = place;
    place = value;
    double result = loss(objective);
    place = before;
    return result;
  }
  double before = elementOf(scratch, element);
  elementOf(scratch, element) = value;
  instance.write(*target.parameter, scratch);
  double result = loss(objective);
  elementOf(scratch, element) = before;
  instance.write(*target.parameter, scratch);
  return result;
}

void Checker::checkTarget(const Target &target, int64_t limit, double floor,
                          CheckedTensor &result) {
  result.path = target.path;
  if (target.parameter)
    scratch = instance.read(*target.parameter);
  const Array &values =
      target.parameter ? scratch : inputs[size_t(target.input)];
  for (int64_t element : target.order) {
    if (result.elements >= limit)
      break;
    double x = values.as<double>()[element];
    double a = analyticOf(target, element);
    auto function = [&](double value) {
      return lossWith(target, element, value);
    };
    Difference difference = differentiate(function, x, floor);
    double n = difference.value, scale = 0, error = 0;
    auto compare = [&] {
      scale = std::max({std::fabs(a), std::fabs(n), floor});
      error = scale > 0 ? std::fabs(a - n) / scale : 0;
      if (!std::isfinite(a) || std::isnan(error))
        error = INFINITY;
    };
    auto isWild = [&](const Difference &found) {
      return found.kink || found.uncertainty > gradientTolerance * scale;
    };
    compare();
    if (error >= gradientTolerance && std::isfinite(a)) {
      bool wild = isWild(difference);
      Difference near = differentiateNear(function, x);
      if (!isWild(near)) {
        n = near.value;
        compare();
      } else if (wild || near.kink) {
        ++result.kinks;
        if (result.kinks > elementsPerTensor)
          break;
        continue;
      }
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
  instance.initialize(section.seed);
  savedState.assign(static_cast<char *>(instance.state.data()),
                    static_cast<char *>(instance.state.data()) +
                        instance.model().state_bytes);
  refs = instance.tensors();
  inputs = syntheticInputs(entry, instance.dims);
  collect();
  instance.reserve(entry);
  instance.reserve(objective);
  freeze();
  loss(entry);
  analytic = gradients;

  // The floor needs the largest gradient among the elements to be checked.
  int64_t share =
      targets.empty() ? 0 : elementsPerProgram / int64_t(targets.size());
  int64_t limit = std::clamp<int64_t>(share, 1, elementsPerTensor);
  double largest = 0;
  for (const Target &target : targets)
    for (size_t i = 0; i < target.order.size() && int64_t(i) < limit; ++i)
      largest =
          std::max(largest, std::fabs(analyticOf(target, target.order[i])));
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
  result.fewKinks = result.kinks * 100 <= std::max(result.elements, 100);
  result.passed = result.worst < gradientTolerance && result.fewKinks &&
                  result.elements > 0;
  return result;
}

} // namespace

GradCheckResult checkGradients(Program &program, int section) {
  return Checker(program, section).run();
}

} // namespace nnc::rt
