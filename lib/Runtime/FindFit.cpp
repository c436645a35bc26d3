//===- FindFit.cpp - What answers show of the network ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindFit.h"
#include "Runtime/Failure.h"

#include <cmath>

namespace nnc::rt {

Json NearestFit::json() const {
  return Json::object()
      .set("examples", examples)
      .set("variance", variance)
      .set("squared", squared)
      .set("neighbour", neighbour);
}

NearestFit NearestFit::parse(const Json &object) {
  NearestFit fit;
  fit.examples = object.find("examples")->integer;
  fit.variance = object.find("variance")->asNumber();
  fit.squared = object.find("squared")->asNumber();
  fit.neighbour = object.find("neighbour")->asNumber();
  return fit;
}

static double varianceOf(const double *values, size_t count, size_t stride) {
  double mean = 0, sum = 0;
  for (size_t i = 0; i < count; ++i)
    mean += values[i * stride] / double(count);
  for (size_t i = 0; i < count; ++i)
    sum += (values[i * stride] - mean) * (values[i * stride] - mean);
  return sum / double(count);
}

NearestFit compareWithNearest(const std::vector<double> &inputs, int64_t width,
                              const std::vector<double> &targets,
                              const std::vector<double> &squared) {
  NearestFit fit;
  size_t count = targets.size(), w = size_t(width);
  if (count < 2 || inputs.size() != count * w || squared.size() != count)
    return fit;
  std::vector<double> weights;
  for (size_t k = 0; k < w; ++k) {
    double variance = varianceOf(&inputs[k], count, w);
    weights.push_back(variance > 0 ? 1 / variance : 0);
  }
  for (size_t i = 0; i < count; ++i) {
    double least = HUGE_VAL, error = 0;
    for (size_t j = 0; j < count; ++j) {
      double distance = 0;
      for (size_t k = 0; k < w && distance < least; ++k) {
        double apart = inputs[i * w + k] - inputs[j * w + k];
        distance += weights[k] * apart * apart;
      }
      if (distance > 0 && distance < least) {
        least = distance;
        error = (targets[i] - targets[j]) * (targets[i] - targets[j]);
      }
    }
    if (!std::isfinite(least))
      return {}; // All inputs are the same.
    fit.neighbour += error / double(count);
    fit.squared += squared[i] / double(count);
  }
  fit.examples = int64_t(count);
  fit.variance = varianceOf(targets.data(), count, 1);
  return fit;
}

std::vector<Finding> findUnderfitting(const NearestFit &fit,
                                      const LossPoint &last) {
  if (fit.examples < 30 || !(fit.squared > 0.1 * fit.variance) ||
      !(fit.squared > 2 * fit.neighbour) || last.train < 0.5 * last.validation)
    return {};
  return {
      {"F0404", "", last.step,
       cat("underfitting: the mean squared error of the answers is ",
           brief(fit.squared), ", ", brief(100 * fit.squared / fit.variance),
           " % of the variance; giving the target of the nearest other example "
           "instead would make it ",
           brief(fit.neighbour)),
       "the network draws less than the data show: give it more units or "
       "layers, or let it learn longer"}};
}

} // namespace nnc::rt
