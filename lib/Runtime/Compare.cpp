//===- Compare.cpp - Answers beside what was right ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Compare.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <sstream>

namespace nnc::rt {

/// More rows and columns than this are no table that one can read.
constexpr int64_t mostClassesInTable = 40;

std::vector<double> widen(int32_t dtype, const void *data, int64_t from,
                          int64_t count) {
  std::vector<double> values(static_cast<size_t>(count));
  size_t size = elementSize(Element(dtype));
  convert(Element(dtype), static_cast<const char *>(data) + size_t(from) * size,
          Element::F64, values.data(), count);
  return values;
}

std::vector<double> sharesOf(const std::vector<double> &scores) {
  double sum = 0, least = HUGE_VAL, most = -HUGE_VAL;
  for (double score : scores) {
    sum += score;
    least = std::min(least, score);
    most = std::max(most, score);
  }
  if (least >= 0 && std::fabs(sum - 1) < 1e-3)
    return scores;
  std::vector<double> shares;
  double total = 0;
  for (double score : scores)
    total += shares.emplace_back(std::exp(score - most));
  for (double &share : shares)
    share /= total;
  return shares;
}

/// Whether rows of `classes` numbers are each one 1 among zeros.
static bool isOneHot(const std::vector<double> &values, int64_t classes) {
  for (size_t row = 0; row < values.size(); row += size_t(classes)) {
    double sum = 0;
    for (size_t i = row; i < row + size_t(classes); ++i) {
      if (values[i] != 0 && values[i] != 1)
        return false;
      sum += values[i];
    }
    if (sum != 1)
      return false;
  }
  return !values.empty();
}

/// What outputs and targets of the same shape are.
static Comparison compareEqual(const Values &output, const Values &target) {
  Comparison result;
  result.task = Task::Numbers;
  if (target.shape.size() > 0 && target.shape.back() > 1 &&
      isOneHot(target.all, target.shape.back())) {
    result.task = Task::Classes;
    result.oneHot = true;
    result.classes = target.shape.back();
    return result;
  }
  std::set<double> seen;
  for (size_t i = 0; i < target.all.size() && seen.size() < 3; ++i)
    seen.insert(target.all[i]);
  // One of 0 and 1 may be rare.
  bool isZeroOne = !seen.empty();
  for (double value : seen)
    isZeroOne &= value == 0 || value == 1;
  if (!isZeroOne && seen != std::set<double>{-1, 1})
    return result;
  result.task = Task::Binary;
  result.low = isZeroOne ? 0 : -1;
  bool areShares = result.low == 0;
  for (double value : output.all)
    areShares &= value >= 0 && value <= 1;
  result.threshold = areShares ? 0.5 : 0;
  return result;
}

Comparison compare(const std::vector<Values> &outputs,
                   const std::vector<Values> &targets) {
  Comparison best;
  // Whole numbers first: they can be nothing but classes.
  for (size_t t = 0; t < targets.size(); ++t)
    for (size_t o = 0; o < outputs.size() && best.task == Task::None; ++o) {
      Shape shape = outputs[o].shape;
      if (outputs[o].isInteger() || !targets[t].isInteger() || shape.empty() ||
          targets[t].dtype == NN_BOOL)
        continue;
      int64_t classes = shape.back();
      shape.pop_back();
      if (shape != targets[t].shape || classes < 2)
        continue;
      best.task = Task::Classes;
      best.classes = classes;
      best.output = int(o), best.target = int(t);
    }
  for (size_t t = 0; t < targets.size(); ++t)
    for (size_t o = 0; o < outputs.size() && best.task == Task::None; ++o)
      if (!outputs[o].isInteger() && outputs[o].shape == targets[t].shape) {
        best = compareEqual(outputs[o], targets[t]);
        best.output = int(o), best.target = int(t);
      }
  return best;
}

/// The logarithm of a class's share, also where that is too small for a number.
static double logShare(const std::vector<double> &scores,
                       const std::vector<double> &shares, size_t truth,
                       size_t answer) {
  if (shares[truth] > 0 || scores == shares)
    return std::log(shares[truth]);
  return scores[truth] - scores[answer] + std::log(shares[answer]);
}

Compared compareOne(const Comparison &comparison, const double *output,
                    const double *target, int64_t places) {
  Compared result;
  double entropy = 0, squared = 0, absolute = 0;
  for (int64_t i = 0; i < places; ++i) {
    if (comparison.task == Task::Classes) {
      int64_t classes = comparison.classes;
      std::vector<double> scores(output + i * classes,
                                 output + (i + 1) * classes);
      std::vector<double> shares = sharesOf(scores);
      auto answer = std::max_element(shares.begin(), shares.end());
      int64_t truth = comparison.oneHot
                          ? std::max_element(target + i * classes,
                                             target + (i + 1) * classes) -
                                (target + i * classes)
                          : int64_t(target[i]);
      result.truths.push_back(truth);
      result.answers.push_back(answer - shares.begin());
      result.shares.push_back(*answer);
      entropy -= truth >= 0 && truth < classes
                     ? logShare(scores, shares, size_t(truth),
                                size_t(answer - shares.begin()))
                     : NAN;
    } else if (comparison.task == Task::Binary) {
      bool truth = target[i] == comparison.high;
      result.truths.push_back(truth);
      result.answers.push_back(output[i] > comparison.threshold);
      // The loss of a logit, or of a share.
      double score = truth ? output[i] : -output[i];
      double share = truth ? output[i] : 1 - output[i];
      entropy +=
          comparison.threshold == 0
              ? std::max(-score, 0.0) + std::log1p(std::exp(-std::fabs(score)))
              : -std::log(share);
    }
    if (comparison.task == Task::Binary || comparison.task == Task::Numbers) {
      squared += std::pow(output[i] - target[i], 2);
      absolute += std::fabs(output[i] - target[i]);
    }
  }
  if (comparison.task == Task::Numbers)
    result.right = NAN;
  for (size_t i = 0; i < result.truths.size(); ++i)
    result.right += double(result.truths[i] == result.answers[i]) /
                    double(result.truths.size());
  if (comparison.task != Task::Numbers)
    result.crossEntropy = entropy / double(places);
  if (comparison.task != Task::Classes) {
    result.squared = squared / double(places);
    result.absolute = absolute / double(places);
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::string Labels::name(int64_t number) const {
  if (number >= 0 && size_t(number) < names.size() &&
      !names[size_t(number)].empty())
    return names[size_t(number)];
  return std::to_string(number);
}

std::string Labels::text(const std::vector<int64_t> &numbers) const {
  std::string text;
  for (int64_t number : numbers)
    text += (text.empty() ? "" : between) + name(number);
  return text;
}

static std::vector<std::string> lines(const std::string &text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    all.push_back(line);
  return all;
}

/// The characters of a text in UTF-8.
static std::vector<std::string> characters(const std::string &text) {
  std::vector<std::string> all;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U && !all.empty())
      all.back() += c;
    else
      all.emplace_back(1, c);
  }
  return all;
}

Labels labelsOf(const nn_dataset &raw, const Vocabularies &vocabularies,
                const std::string &field, bool isInteger) {
  Labels labels;
  labels.between = " ";
  if (!isInteger)
    return labels;
  for (int i = 0; i < raw.column_count; ++i)
    if (raw.columns[i].field && field == raw.columns[i].field &&
        std::strcmp(raw.columns[i].function, "category") == 0)
      labels.names.assign(raw.columns[i].categories,
                          raw.columns[i].categories +
                              raw.columns[i].category_count);
  if (auto words = vocabularies.find(field); words != vocabularies.end())
    labels.names = lines(words->second);
  else if (auto symbols = vocabularies.find("");
           symbols != vocabularies.end()) {
    labels.names = characters(symbols->second);
    labels.between = "";
  }
  return labels;
}

//===----------------------------------------------------------------------===//
// Confusion
//===----------------------------------------------------------------------===//

void Confusion::add(const Compared &compared) {
  for (size_t i = 0; i < compared.truths.size(); ++i)
    ++counts[{compared.truths[i], compared.answers[i]}];
}

Json Confusion::write(int64_t classes, const Labels &labels) const {
  Json result = Json::object();
  if (classes <= mostClassesInTable) {
    Json names = Json::array(), table = Json::array();
    for (int64_t i = 0; i < classes; ++i) {
      names.push(labels.name(i));
      Json row = Json::array();
      for (int64_t j = 0; j < classes; ++j) {
        auto found = counts.find({i, j});
        row.push(found == counts.end() ? int64_t(0) : found->second);
      }
      table.push(std::move(row));
    }
    result.set("classes", std::move(names)).set("counts", std::move(table));
  }
  std::vector<std::pair<int64_t, std::pair<int64_t, int64_t>>> wrong;
  int64_t places = 0, right = 0;
  for (const auto &[pair, count] : counts) {
    places += count;
    if (pair.first == pair.second)
      right += count;
    else
      wrong.emplace_back(-count, pair);
  }
  std::sort(wrong.begin(), wrong.end());
  Json pairs = Json::array();
  for (size_t i = 0; i < std::min<size_t>(wrong.size(), 15); ++i)
    pairs.push(Json::object()
                   .set("truth", labels.name(wrong[i].second.first))
                   .set("answer", labels.name(wrong[i].second.second))
                   .set("count", -wrong[i].first));
  result.set("places", places).set("right", right);
  return result.set("pairs", std::move(pairs));
}

} // namespace nnc::rt
