//===- FindCurves.cpp - What the curves of a run show ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindCurves.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <cmath>

namespace nnc::rt {

static double numberIn(const Json *object, const char *key) {
  const Json *value = object ? object->find(key) : nullptr;
  return value && !value->is(Json::Null) ? value->asNumber() : NAN;
}

LossPoint LossPoint::of(const Json &line) {
  const Json *epoch = line.find("epoch"), *step = line.find("step");
  return {epoch ? epoch->integer : 0, step ? step->integer : 0,
          numberIn(line.find("train"), "loss"),
          numberIn(line.find("validation"), "loss")};
}

/// The mean of this point and the two before it: one epoch may be lucky.
static LossPoint smoothAt(const std::vector<LossPoint> &points, size_t i) {
  LossPoint mean = points[i];
  for (size_t k : {i - 2, i - 1}) {
    mean.train += points[k].train;
    mean.validation += points[k].validation;
  }
  mean.train /= 3;
  mean.validation /= 3;
  return mean;
}

std::vector<Finding> findOverfitting(const std::vector<LossPoint> &points) {
  if (points.size() < 6)
    return {};
  for (const LossPoint &point : points)
    // Relative changes need a loss that is above 0.
    if (!(point.train > 0 && point.validation > 0))
      return {};
  // A bump that passes is none.
  size_t lasting = std::max<size_t>(3, points.size() / 4);
  LossPoint now = smoothAt(points, points.size() - 1);
  LossPoint best = smoothAt(points, 2);
  for (size_t i = 3; i + 3 < points.size(); ++i)
    if (LossPoint here = smoothAt(points, i); here.validation < best.validation)
      best = here;
  if (now.train > 0.8 * best.train)
    return {};
  for (size_t i = points.size() - lasting; i < points.size(); ++i)
    if (i < 2 || smoothAt(points, i).validation < 1.2 * best.validation)
      return {};
  return {
      {"F0401", "", now.step,
       cat("overfitting: the loss of validation was lowest about epoch ",
           best.epoch - 1, " (", brief(best.validation), ") and is ",
           brief(now.validation),
           " now, while that of training has fallen from ", brief(best.train),
           " to ", brief(now.train)),
       "keep the best weights: `early_stop = patience(metrics.validation.loss, "
       "10epochs, restore = \"best\")`; or hold the network back with decay, "
       "dropout or more data"}};
}

std::vector<Finding> findNotFalling(const std::vector<LossPoint> &points,
                                    const std::vector<ConstantLoss> &constant) {
  if (points.size() < 6 || points.back().step < 100)
    return {};
  size_t half = points.size() / 2;
  double lowest = HUGE_VAL, highest = -HUGE_VAL, best = HUGE_VAL;
  for (size_t i = 0; i < points.size(); ++i) {
    double loss = points[i].train;
    if (!std::isfinite(loss))
      return {};
    if (i > 0)
      best = std::min(best, loss);
    if (i >= half) {
      lowest = std::min(lowest, loss);
      highest = std::max(highest, loss);
    }
  }
  double level = 0;
  for (size_t i = half; i < points.size(); ++i)
    level += points[i].train / double(points.size() - half);
  auto say = [&](const std::string &text) {
    return std::vector<Finding>{
        {"F0402", "", points.back().step, text,
         "try a larger learning rate, and look whether each layer's gradient "
         "arrives; `--overfit 8` tells whether the network can learn at all"}};
  };
  for (const ConstantLoss &answer : constant)
    if (highest - lowest < 0.02 * answer.loss &&
        std::fabs(level - answer.loss) < 0.01 * answer.loss)
      return say(cat("the loss stays at ", brief(level),
                     ", what always giving the same answer costs (the ",
                     answer.measure, " of `", answer.field, "` is ",
                     brief(answer.loss), ")"));
  double first = points[0].train;
  if (first > 0 && best > 0.99 * first)
    return say(cat("the loss does not fall: ", brief(first),
                   " in the first epoch, ", brief(best), " at best since"));
  return {};
}

const char *const helpNoBetter =
    "try another learning rate or less decay, and look whether each layer's "
    "gradient arrives; `--overfit 8` tells whether the network can learn at "
    "all";

std::vector<Finding> findNoBetter(const std::vector<LossPoint> &points,
                                  const ConstantLoss &constant) {
  if (points.size() < 4 || points.back().step < 100)
    return {};
  size_t half = points.size() / 2;
  double level = 0, last = points.back().train;
  for (size_t i = half; i < points.size(); ++i)
    level += points[i].train / double(points.size() - half);
  if (!(std::min(level, last) >= 0.99 * constant.loss))
    return {};
  bool isFar = std::min(level, last) > 2 * constant.loss;
  return {
      {"F0402", "", points.back().step,
       cat("the loss was ", brief(level),
           " on average in the last half of the ", "run, ",
           isFar ? "far above" : "no better than",
           " what always giving the same answer costs (the ", constant.measure,
           " of `", constant.field, "` is ", brief(constant.loss), ")"),
       isFar
           ? "smaller initial weights (`glorot_uniform`), or another learning "
             "rate"
           : helpNoBetter}};
}

std::vector<Finding> findNotConverged(int64_t step, int64_t epochs) {
  return {{"F0403", "", step,
           cat("not converged, `stop_when` was still false after ", epochs,
               epochs == 1 ? " epoch" : " epochs"),
           "let it run longer, or ask whether this model can learn this task "
           "at all"}};
}

std::vector<Finding> findForgetting(const std::string &earlier, int64_t step,
                                    const Json &before, const Json &after,
                                    const std::vector<std::string> &higher) {
  double first = numberIn(&before, "loss"), now = numberIn(&after, "loss");
  if (!(first > 0 && now > 2 * first))
    return {};
  std::string shown =
      cat("the loss is ", brief(now), " instead of ", brief(first));
  for (const std::string &name : higher) {
    double was = numberIn(&before, name.c_str());
    double is = numberIn(&after, name.c_str());
    if (!(is < was - 0.05 * std::fabs(was)))
      return {};
    shown += cat(", ", name, " ", brief(is), " instead of ", brief(was));
  }
  return {{"F0701", earlier, step,
           cat("what `", earlier, "` had learned is forgotten: on its data ",
               shown),
           "mix examples of the first task into the second, `freeze` the "
           "layers that both share, or learn the second at a lower rate"}};
}

} // namespace nnc::rt
