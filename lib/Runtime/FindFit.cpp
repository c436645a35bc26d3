//===- FindFit.cpp - What answers show of the network ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindFit.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

namespace nnc::rt {

Json NearestFit::json() const {
  return Json::object()
      .set("examples", examples)
      .set("classes", isClasses)
      .set("constant", constant)
      .set("error", error)
      .set("neighbour", neighbour);
}

NearestFit NearestFit::parse(const Json &object) {
  NearestFit fit;
  fit.examples = object.find("examples")->integer;
  fit.isClasses = object.find("classes")->integer;
  fit.constant = object.find("constant")->asNumber();
  fit.error = object.find("error")->asNumber();
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

/// How often another class than the commonest one is right.
static double shareOfOthers(const std::vector<double> &classes) {
  std::map<double, int64_t> counts;
  int64_t most = 0;
  for (double each : classes)
    most = std::max(most, ++counts[each]);
  return 1 - double(most) / double(classes.size());
}

NearestFit compareWithNearest(const std::vector<double> &inputs, int64_t width,
                              const std::vector<double> &targets,
                              const std::vector<double> &errors,
                              bool isClasses) {
  NearestFit fit;
  size_t count = targets.size(), w = size_t(width);
  if (count < 2 || inputs.size() != count * w || errors.size() != count)
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
        error = isClasses ? double(targets[i] != targets[j])
                          : std::pow(targets[i] - targets[j], 2);
      }
    }
    if (!std::isfinite(least))
      return {}; // All inputs are the same.
    fit.neighbour += error / double(count);
    fit.error += errors[i] / double(count);
  }
  fit.examples = int64_t(count);
  fit.isClasses = isClasses;
  fit.constant =
      isClasses ? shareOfOthers(targets) : varianceOf(targets.data(), count, 1);
  return fit;
}

std::vector<Finding> findUnderfitting(const NearestFit &fit,
                                      const LossPoint &last) {
  if (fit.examples < 30 || last.train < 0.5 * last.validation)
    return {};
  // Whatever the loss is, these are measured alike.
  if (!fit.isClasses && fit.error >= 0.99 * fit.constant)
    return {{"F0402", "", last.step,
             cat("the mean squared error of the answers is ", brief(fit.error),
                 ", no better than what always giving the same answer costs "
                 "(the variance of the targets is ",
                 brief(fit.constant), ")"),
             helpNoBetter}};
  // A count of n is off by sqrt(n) or so.
  double chance =
      fit.isClasses
          ? 3 * std::sqrt((fit.error + fit.neighbour) / double(fit.examples))
          : 0;
  double least = fit.isClasses ? 0.1 : 0.1 * fit.constant;
  if (!(fit.error > least) || !(fit.error > 2 * fit.neighbour) ||
      !(fit.error > fit.neighbour + chance))
    return {};
  auto percent = [](double share) { return brief(100 * share); };
  std::string text =
      fit.isClasses
          ? cat("underfitting: ", percent(fit.error),
                " % of the answers are wrong; giving the class of the nearest "
                "other example instead would make it ",
                percent(fit.neighbour), " %")
          : cat("underfitting: the mean squared error of the answers is ",
                brief(fit.error), ", ", percent(fit.error / fit.constant),
                " % of the variance; giving the target of the nearest other "
                "example instead would make it ",
                brief(fit.neighbour));
  return {{"F0404", "", last.step, text,
           "the network draws less than the data show: give it more units or "
           "layers, or let it learn longer"}};
}

std::vector<Finding> findAtEnd(const RunEnd &run) {
  std::vector<Finding> found;
  auto add = [&](std::vector<Finding> more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  // Whether one has a code from `first` to `last`.
  auto any = [&](const char *first, const char *last) {
    auto isSo = [&](const Finding &finding) {
      return finding.code >= first && finding.code <= last;
    };
    return std::any_of(run.findings.begin(), run.findings.end(), isSo) ||
           std::any_of(found.begin(), found.end(), isSo);
  };
  auto text = [&](const char *key) {
    const Json *value = run.answers.find(key);
    return value && value->is(Json::String) ? value->text : "";
  };
  // Layers, or a rate that is too high, are the reason of all the rest.
  bool isBroken = any("F0101", "F0301");
  // Weights that were learned before are not meant to move far.
  if (!isBroken && !run.startsLearned && !any("F0302", "F0302"))
    add(findSlow(run.rows, run.points));
  std::string loss = text("loss_is");
  for (const ConstantLoss &answer : run.constant)
    if (!isBroken && answer.field == text("target") &&
        loss == (std::strcmp(answer.measure, "entropy") == 0
                     ? "cross entropy"
                     : "squared error") &&
        !any("F0402", "F0402"))
      add(findNoBetter(run.points, answer));
  const Json *nearest = run.answers.find("nearest");
  if (!nearest || text("agrees_with").empty() || any("F0101", "F0402"))
    return found;
  LossPoint last = run.points.back();
  // Of the answers' own part, which validation may not be.
  if (const Json *here = run.answers.find("loss");
      here && !here->is(Json::Null))
    last.validation = here->asNumber();
  add(findUnderfitting(NearestFit::parse(*nearest), last));
  return found;
}

} // namespace nnc::rt
