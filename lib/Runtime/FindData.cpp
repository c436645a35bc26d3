//===- FindData.cpp - What the data of a run show -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindData.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace nnc::rt {

//===----------------------------------------------------------------------===//
// F0501
//===----------------------------------------------------------------------===//

std::vector<Finding> findShared(const Sample &training, const Sample &other,
                                const std::string &key) {
  if (training.hashes.empty() || other.hashes.empty())
    return {};
  std::unordered_map<uint64_t, int64_t> seen;
  for (uint64_t hash : training.hashes)
    ++seen[hash];
  int64_t twins = 0, found = 0;
  for (const auto &[hash, times] : seen)
    twins += times > 1 ? times : 0;
  for (uint64_t hash : other.hashes)
    found += seen.count(hash) > 0;
  // Of a sample of training, only its share of the twins is seen.
  double looked = double(training.hashes.size());
  auto share = [&](int64_t some, size_t of) {
    return std::min(1.0, double(some) / double(of) * double(training.count) /
                             looked);
  };
  double shared = share(found, other.hashes.size());
  double natural = share(twins, training.hashes.size());
  if (found < 5 || shared - natural < 0.1)
    return {};
  bool whole = looked == double(training.count) &&
               other.hashes.size() == size_t(other.count);
  std::string many =
      whole ? cat(found, " of the ", other.count, " examples of `", key, "`")
            : cat("about ", brief(100 * shared), " % of the examples of `", key,
                  "`");
  return {{"F0501", key, 0,
           cat(many, " are among those of training, so it measures what has "
                     "been learned by heart"),
           cat("let `", key,
               "` be a part that `data` leaves out, such as "
               "`Set.",
               key,
               "` of a `split` beside `Set.train`, and look for "
               "rows that occur twice")}};
}

//===----------------------------------------------------------------------===//
// F0502
//===----------------------------------------------------------------------===//

static double sizeOf(const ColumnFacts &column) {
  return std::hypot(column.mean, column.spread);
}

namespace {
/// The columns between which all others lie.
struct Extremes {
  size_t largest = 0, narrowest = 0, widest = 0;
  bool varies = false;
};
} // namespace

/// Columns that are the same in all examples say nothing.
static Extremes extremesOf(const FieldFacts &field) {
  Extremes found;
  auto range = [&](size_t i) {
    return field.columns[i].most - field.columns[i].least;
  };
  for (size_t i = 0; i < field.columns.size(); ++i) {
    if (range(i) == 0)
      continue;
    if (!found.varies)
      found = {i, i, i, true};
    if (sizeOf(field.columns[i]) > sizeOf(field.columns[found.largest]))
      found.largest = i;
    if (range(i) < range(found.narrowest))
      found.narrowest = i;
    if (range(i) > range(found.widest))
      found.widest = i;
  }
  return found;
}

constexpr double LargeSize = 5, SmallSize = 0.01, FarRanges = 1000;

/// The columns to show, and why; empty where all is well.
static std::string unnormalised(const FieldFacts &field) {
  Extremes found = extremesOf(field);
  if (!found.varies)
    return "";
  auto column = [&](size_t i) {
    const ColumnFacts &facts = field.columns[i];
    std::string name =
        field.columns.size() == 1 ? "its" : cat("number ", i, " has the");
    return cat(name, " mean ", brief(facts.mean), " and",
               field.columns.size() == 1 ? " its" : " the", " spread ",
               brief(facts.spread));
  };
  double size = sizeOf(field.columns[found.largest]);
  if (size > LargeSize)
    return "is large: " + column(found.largest);
  if (size < SmallSize)
    return "is small: " + column(found.largest);
  auto range = [&](size_t i) {
    return field.columns[i].most - field.columns[i].least;
  };
  if (range(found.widest) > FarRanges * range(found.narrowest))
    return cat("is of very different sizes: ", column(found.narrowest), ", ",
               column(found.widest));
  return "";
}

bool looksUnnormalised(const FieldFacts &field) {
  return field.isFloat && !unnormalised(field).empty();
}

std::vector<Finding> findUnnormalised(const FieldFacts &field,
                                      double firstSize) {
  // What the network makes of it first is as large as what it learns from.
  bool mended = firstSize > SmallSize && firstSize <= LargeSize;
  if (!looksUnnormalised(field) || mended)
    return {};
  return {{"F0502", field.name, 0,
           "the input " + unnormalised(field) +
               ", where networks learn best from means near 0 and spreads "
               "near 1",
           "divide it by its range in the data set, or begin the model with "
           "`BatchNorm(affine = false)`"}};
}

//===----------------------------------------------------------------------===//
// Entropy, and F0503
//===----------------------------------------------------------------------===//

static double entropyOf(const std::map<int64_t, int64_t> &counts) {
  double total = 0, entropy = 0;
  for (const auto &[value, count] : counts)
    total += double(count);
  for (const auto &[value, count] : counts)
    entropy -= double(count) / total * std::log(double(count) / total);
  return entropy;
}

/// How much of the answer's entropy is left where the column is known, from 0
/// to 1; 1 where its values are too many to say.
static double leftOfClasses(const std::vector<double> &column,
                            const std::vector<double> &answer) {
  std::map<double, std::map<int64_t, int64_t>> groups;
  std::map<int64_t, int64_t> all;
  for (size_t i = 0; i < column.size(); ++i) {
    ++groups[column[i]][int64_t(answer[i])];
    ++all[int64_t(answer[i])];
  }
  double left = 0, entropy = entropyOf(all);
  for (const auto &[value, counts] : groups) {
    double size = 0;
    for (const auto &[label, count] : counts)
      size += double(count);
    left += size / double(column.size()) * entropyOf(counts);
  }
  bool few = groups.size() * 10 <= column.size();
  return few && entropy > 0 ? left / entropy : 1;
}

/// How much of the answer's variance a line through the column leaves.
static double leftOfVariance(const std::vector<double> &column,
                             const std::vector<double> &answer) {
  auto meanOf = [](const std::vector<double> &values) {
    double sum = 0;
    for (double value : values)
      sum += value;
    return sum / double(values.size());
  };
  double x = meanOf(column), y = meanOf(answer), xx = 0, xy = 0, yy = 0;
  for (size_t i = 0; i < column.size(); ++i) {
    xx += (column[i] - x) * (column[i] - x);
    xy += (column[i] - x) * (answer[i] - y);
    yy += (answer[i] - y) * (answer[i] - y);
  }
  return xx > 0 && yy > 0 ? 1 - xy * xy / (xx * yy) : 1;
}

std::vector<Finding> findDecisive(const FieldFacts &input,
                                  const FieldFacts &answer) {
  size_t width = input.columns.size(), examples = answer.values.size();
  bool classes = !answer.counts.empty();
  if (width < 2 || countOf(answer.shape) != 1 || examples < 100 ||
      input.values.size() != examples * width)
    return {};
  for (size_t k = 0; k < width; ++k) {
    std::vector<double> column;
    for (size_t i = 0; i < examples; ++i)
      column.push_back(input.values[i * width + k]);
    double left = classes ? leftOfClasses(column, answer.values)
                          : leftOfVariance(column, answer.values);
    if (left >= (classes ? 0.05 : 0.01))
      continue;
    return {{"F0503", input.name, 0,
             cat("number ", k, " of the input tells `", answer.name,
                 "` almost alone: where it is known, ", brief(100 * left),
                 " % of the ", classes ? "entropy" : "variance", " is left"),
             "if it would not be known where the network is used, such as an "
             "answer that has got into the input, leave it out"}};
  }
  return {};
}

//===----------------------------------------------------------------------===//
// The best constant answer
//===----------------------------------------------------------------------===//

std::vector<ConstantLoss> constantLosses(const FieldFacts &field) {
  std::vector<ConstantLoss> losses;
  if (field.counts.size() > 1)
    losses.push_back({field.name, "entropy", entropyOf(field.counts)});
  if (field.columns.size() == 1 && field.columns[0].spread > 0)
    losses.push_back({field.name, "variance",
                      field.columns[0].spread * field.columns[0].spread});
  return losses;
}

} // namespace nnc::rt
