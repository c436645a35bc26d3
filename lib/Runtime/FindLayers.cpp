//===- FindLayers.cpp - What layers say of a run --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The bounds lie between what programs of examples/ show in their usual runs
// and what the faulty ones of examples/phenomena do; docs/Diagnostics.md has
// the numbers.
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindLayers.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace nnc::rt {

namespace {

/// A gradient smaller, or larger, than at the last layer by this much.
constexpr double kVanishes = 1e-4, kExplodes = 1e4;
/// One larger than the median of those before by this much.
constexpr double kGrows = 1e4;
/// Shares of a layer's units and outputs.
constexpr double kDead = 0.9, kSaturated = 0.9;
/// Of the gradient at a layer's output, what arrives before a layer that lets
/// it through or has a way around.
constexpr double kPasses = 0.5;
/// The length of a step, in lengths of all parameters together.
constexpr double kLongStep = 0.3, kShortStep = 1e-5;
/// The same of the first step, which some optimizers make longer.
constexpr double kLongFirst = 1;
/// A loss above the first one by this factor, whatever the steps.
constexpr double kAbove = 2;
/// With steps that short, the loss has to have changed by this part of it.
constexpr double kMoved = 0.02;
/// The mean loss of the first epoch, in first losses.
constexpr double kJumps = 10;
/// The length of all steps of a run, in lengths of all parameters.
constexpr double kShortPath = 0.1;
/// What the loss falls in a run's second half, in parts of its first. Falling
/// exponentially towards its floor, it has this one after 1.8 time constants.
constexpr double kStillFalls = 0.4;
/// Statistics before anything is said of the rate.
constexpr size_t kPatience = 10;

using Rows = std::vector<StatisticsRow>;

std::string percent(double share) { return cat(brief(100 * share), " %"); }

/// Layers with a gradient, from the input on.
std::vector<const LayerStatistics *> withGradient(const StatisticsRow &row) {
  std::vector<const LayerStatistics *> layers;
  for (const LayerStatistics &layer : row.layers)
    if (layer.gradient)
      layers.push_back(&layer);
  return layers;
}

/// Calls `visit` with each layer of the latest statistics that was `so` in as
/// many as count, but for the last layer, whose output is the network's.
void forLayers(const Rows &rows,
               const std::function<bool(const LayerStatistics &)> &so,
               const std::function<void(const LayerStatistics &)> &visit) {
  if (rows.size() < kInTurn || rows.back().layers.empty())
    return;
  const std::vector<LayerStatistics> &layers = rows.back().layers;
  for (size_t i = 0; i + 1 < layers.size(); ++i) {
    bool always = true;
    for (size_t k = rows.size() - kInTurn; k < rows.size(); ++k) {
      const std::vector<LayerStatistics> &then = rows[k].layers;
      always &=
          i < then.size() && then[i].path == layers[i].path && so(then[i]);
    }
    if (always)
      visit(layers[i]);
  }
}

/// The length of a step and of all parameters.
struct Lengths {
  double update = 0, norm = 0;
  double ratio() const { return norm > 0 ? update / norm : 0; }
};

Lengths lengthsOf(const StatisticsRow &row) {
  Lengths squares;
  for (const ParameterStatistics &parameter : row.parameters) {
    squares.update += std::pow(parameter.update.value_or(0), 2);
    squares.norm += std::pow(parameter.norm.value_or(0), 2);
  }
  return {std::sqrt(squares.update), std::sqrt(squares.norm)};
}

/// The extreme gradient before the last layer, as a multiple of that layer's.
struct ByDepth {
  const LayerStatistics *layer = nullptr, *last = nullptr;
  double ratio = 1;
  size_t layers = 0;
};

ByDepth extremeOf(const StatisticsRow &row, bool largest) {
  ByDepth found;
  auto layers = withGradient(row);
  if (layers.size() < 3)
    return found;
  found.last = layers.back();
  double last = *found.last->gradient;
  // Exactly 0 are those behind a layer that is dead, or all of whose weights
  // are 0, which has a finding of its own.
  if (!(last > 0) || !std::isfinite(last))
    return found;
  for (size_t i = 0; i + 1 < layers.size(); ++i) {
    double ratio = *layers[i]->gradient / last;
    if (ratio > 0 && (largest ? ratio > found.ratio : ratio < found.ratio)) {
      found.layer = layers[i];
      found.ratio = ratio;
      found.layers = layers.size() - 1 - i;
    }
  }
  return found;
}

} // namespace

//===----------------------------------------------------------------------===//
// Gradients
//===----------------------------------------------------------------------===//

/// Whether a layer stops the gradient, which has a finding of its own.
static bool isBlocked(const StatisticsRow &row) {
  return std::any_of(row.layers.begin(), row.layers.end(),
                     [](const LayerStatistics &layer) {
                       return layer.dead.value_or(0) >= kDead ||
                              layer.saturated.value_or(0) >= kSaturated ||
                              layer.alike.value_or(false);
                     });
}

std::vector<Finding> findVanishing(const Rows &rows) {
  if (rows.size() < kInTurn || isBlocked(rows.back()))
    return {};
  for (size_t k = rows.size() - kInTurn; k < rows.size(); ++k)
    if (!(extremeOf(rows[k], /*largest=*/false).ratio < kVanishes))
      return {};
  ByDepth found = extremeOf(rows.back(), /*largest=*/false);
  if (!found.layer)
    return {};
  double perLayer = std::pow(found.ratio, 1.0 / double(found.layers));
  return {{"F0101", found.layer->path, rows.back().step,
           cat("the gradient vanishes: its norm is ",
               brief(*found.last->gradient), " at `", found.last->path,
               "` and ", brief(*found.layer->gradient), " here, times ",
               brief(perLayer), " for each of ", found.layers, " layers"),
           "let the signal around the layers (`x + layer(x)`), or use `relu` "
           "with `he_normal` in place of sigmoid or tanh"}};
}

std::vector<Finding> findExploding(const Rows &rows) {
  if (rows.empty())
    return {};
  const StatisticsRow &row = rows.back();
  const char *help = "smaller initial weights, a layer that normalizes, or "
                     "`clip = global_norm(1.0)`";
  if (row.gradientNorm && !std::isfinite(*row.gradientNorm))
    return {{"F0102", "", row.step, "the gradient is not finite", help}};
  ByDepth found = extremeOf(row, /*largest=*/true);
  if (found.layer && found.ratio > kExplodes)
    return {{"F0102", found.layer->path, row.step,
             cat("the gradient explodes: its norm is ",
                 brief(*found.last->gradient), " at `", found.last->path,
                 "` and ", brief(*found.layer->gradient), " here, ",
                 found.layers, " layers before"),
             help}};
  if (rows.size() <= kInTurn || !row.gradientNorm)
    return {};
  std::vector<double> before;
  for (size_t k = 0; k + 1 < rows.size(); ++k)
    before.push_back(rows[k].gradientNorm.value_or(0));
  std::nth_element(before.begin(), before.begin() + before.size() / 2,
                   before.end());
  double usual = before[before.size() / 2];
  // What is learned by heart has almost none: any next one is much larger.
  double start = rows.front().gradientNorm.value_or(0);
  if (usual > 0 && *row.gradientNorm > kGrows * std::max(usual, start))
    return {
        {"F0102", "", row.step,
         cat("the gradient explodes: its norm is ", brief(*row.gradientNorm),
             ", and was ", brief(usual), " before"),
         help}};
  return {};
}

Finding lossNotFinite(int64_t step, const std::string &path) {
  return {"F0102", path, step, "the loss is not finite",
          "a smaller learning rate, or `clip = global_norm(1.0)`"};
}

//===----------------------------------------------------------------------===//
// Units
//===----------------------------------------------------------------------===//

/// Whether a layer has parameters, and they are all 0.
static bool isZero(const StatisticsRow &row, const LayerStatistics &layer) {
  bool any = false;
  for (const ParameterStatistics &parameter : row.parameters) {
    if (parameter.name.compare(0, layer.path.size() + 1, layer.path + ".") != 0)
      continue;
    any = true;
    if (parameter.norm.value_or(1) != 0)
      return false;
  }
  return any;
}

std::vector<Finding> findDead(const Rows &rows) {
  std::vector<Finding> found;
  forLayers(
      rows,
      [](const LayerStatistics &layer) {
        return layer.dead && *layer.dead >= kDead;
      },
      [&](const LayerStatistics &layer) {
        // Of weights that are all 0, units are 0 for that reason.
        if (layer.alike.value_or(false) && isZero(rows.back(), layer))
          return;
        found.push_back(
            {"F0201", layer.path, rows.back().step,
             cat(percent(*layer.dead),
                 " of the units are dead: 0 for every example, so that they "
                 "learn nothing"),
             "a smaller learning rate, initial biases of 0, or `leaky_relu`"});
      });
  return found;
}

/// Whether a layer before this one learns from a gradient that came through or
/// around it: behind skips, layers saturate and do no harm.
static bool letsThrough(const StatisticsRow &row,
                        const LayerStatistics &layer) {
  for (const LayerStatistics &before : row.layers) {
    if (before.path == layer.path)
      return false;
    if (before.gradient.value_or(0) > kPasses * layer.gradient.value_or(0))
      return true;
  }
  return false;
}

std::vector<Finding> findSaturated(const Rows &rows) {
  std::vector<Finding> found;
  forLayers(
      rows,
      [](const LayerStatistics &layer) {
        return layer.saturated && *layer.saturated >= kSaturated;
      },
      [&](const LayerStatistics &layer) {
        if (letsThrough(rows.back(), layer))
          return;
        found.push_back(
            {"F0202", layer.path, rows.back().step,
             cat(percent(*layer.saturated),
                 " of the outputs are at a bound, where the derivative is "
                 "almost 0"),
             "smaller initial weights (`glorot_uniform`), or inputs of mean 0 "
             "and spread 1"});
      });
  return found;
}

/// Of the first such layer: behind it, or behind one that gives nothing but 0,
/// others may be alike for that reason.
std::vector<Finding> findAlike(const Rows &rows) {
  std::vector<Finding> found;
  if (!findDead(rows).empty())
    return found;
  forLayers(
      rows,
      [](const LayerStatistics &layer) { return layer.alike.value_or(false); },
      [&](const LayerStatistics &layer) {
        if (!found.empty())
          return;
        found.push_back(
            {"F0203", layer.path, rows.back().step,
             "all units compute the same, and get the same gradient: they stay "
             "alike",
             "initial weights that are drawn, such as `glorot_uniform()`"});
      });
  return found;
}

//===----------------------------------------------------------------------===//
// The learning rate
//===----------------------------------------------------------------------===//

/// The mean loss of `kInTurn` statistics from `first` on, NaN where one has
/// none.
static double meanLoss(const Rows &rows, size_t first) {
  double sum = 0;
  for (size_t k = first; k < first + kInTurn; ++k)
    sum += rows[k].loss.value_or(std::nan(""));
  return sum / double(kInTurn);
}

std::vector<Finding> findRate(const Rows &rows,
                              std::optional<double> firstLoss) {
  // Rules such as a perceptron's have no rate to speak of.
  if (rows.size() < kPatience || !rows.back().gradientNorm)
    return {};
  const StatisticsRow &row = rows.back();
  double latest = meanLoss(rows, rows.size() - kInTurn);
  double start = firstLoss.value_or(rows.front().loss.value_or(std::nan("")));
  bool above = true, isLong = true;
  for (size_t k = rows.size() - kInTurn; k < rows.size(); ++k) {
    above &= rows[k].loss.value_or(0) > start;
    isLong &= lengthsOf(rows[k]).ratio() > kLongStep;
  }
  // From the latest, which is mostly enough to know.
  bool isShort = std::all_of(rows.rbegin(), rows.rend(), [](const auto &each) {
    return lengthsOf(each).ratio() < kShortStep;
  });
  double now = lengthsOf(row).ratio();
  double early = rows.front().step <= 2 ? lengthsOf(rows.front()).ratio() : 0;
  // Weights that start at 0 take such steps too, and learn.
  if (above && (early > kLongFirst || isLong || latest > kAbove * start)) {
    std::string length;
    if (early > kLongFirst)
      length = cat("step ", rows.front().step, " changed the weights by ",
                   percent(early), " of their length, and ");
    else if (isLong)
      length = cat("a step changes the weights by ", percent(now),
                   " of their length, and ");
    return {{"F0301", "", row.step,
             cat("the learning rate is too high: ", length, "the loss was ",
                 brief(start), " at the start and is ", brief(latest), " now"),
             "a learning rate that is 10 times smaller"}};
  }
  if (!isShort || isBlocked(row) || !findVanishing(rows).empty())
    return {};
  double first = meanLoss(rows, 0);
  if (!(std::fabs(latest - first) < kMoved * std::fabs(first)))
    return {};
  return {{"F0302", "", row.step,
           cat("the learning rate is too low: a step changes the weights by ",
               percent(now), " of their length, and the loss is still ",
               brief(latest)),
           "a learning rate that is 10 times larger"}};
}

std::vector<Finding> findJump(const Rows &rows,
                              const std::vector<LossPoint> &points,
                              std::optional<double> firstLoss) {
  if (rows.empty() || rows.front().step > 2 || points.size() != 1 ||
      !firstLoss || !(*firstLoss > 0))
    return {};
  double early = lengthsOf(rows.front()).ratio(), mean = points[0].train;
  if (!(early > kLongStep && mean > kJumps * *firstLoss))
    return {};
  return {{"F0301", "", points[0].step,
           cat("the learning rate is too high: step ", rows.front().step,
               " changed the weights by ", percent(early),
               " of their length, and the loss rose from ", brief(*firstLoss),
               " to ", brief(mean), " in the mean of the first epoch"),
           "a learning rate that is 10 times smaller"}};
}

/// The mean loss of training of some lines.
static double meanTrain(const std::vector<LossPoint> &points, size_t first,
                        size_t count) {
  double sum = 0;
  for (size_t i = first; i < first + count; ++i)
    sum += points[i].train;
  return sum / double(count);
}

std::vector<Finding> findSlow(const Rows &rows,
                              const std::vector<LossPoint> &points) {
  if (rows.size() < kPatience || points.size() < 6 || isBlocked(rows.back()))
    return {};
  double path = 0;
  int64_t before = 0;
  for (const StatisticsRow &row : rows) {
    path += lengthsOf(row).ratio() * double(row.step - before);
    before = row.step;
  }
  path += lengthsOf(rows.back()).ratio() * double(points.back().step - before);
  size_t some = std::max<size_t>(1, points.size() / 10);
  double start = meanTrain(points, 0, some);
  size_t rest = points.size() - some;
  double half = (meanTrain(points, rest / 2, some) +
                 meanTrain(points, (rest + 1) / 2, some)) /
                2;
  double end = meanTrain(points, rest, some);
  if (!(path > 0 && path < kShortPath && end < half &&
        half - end > kStillFalls * (start - half)))
    return {};
  return {{"F0302", "", points.back().step,
           cat("the learning rate is too low, or the run too short: all ",
               points.back().step,
               " steps together change the weights by at most ", percent(path),
               " of their length, and the loss, ", brief(end), ", still falls"),
           "a learning rate that is 10 times larger, or as many times the "
           "epochs"}};
}

std::vector<Finding> findInLayers(const Rows &rows,
                                  std::optional<double> firstLoss) {
  std::vector<Finding> all = findRate(rows, firstLoss);
  for (auto rule :
       {findVanishing, findExploding, findDead, findSaturated, findAlike})
    for (Finding &finding : rule(rows))
      all.push_back(std::move(finding));
  return all;
}

} // namespace nnc::rt
