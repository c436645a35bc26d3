//===- Thin.cpp - Fewer lines of a file of measurements -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Thin.h"
#include "Runtime/Failure.h"
#include "Runtime/Json.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace nnc::run {

using namespace rt;

/// Text that is read for its peaks; of more, lines that are spread evenly.
constexpr size_t mostRead = 32'000'000;

namespace {

/// One number of each line, NaN where a line lacks it.
struct Series {
  std::vector<double> values;
  bool least = true, greatest = true; ///< Which of them are looked for.
};

/// The numbers of all lines, by path.
class Table {
public:
  explicit Table(size_t count) : count(count) {}

  void add(size_t line, const Json &object, const std::string &path = "") {
    for (const auto &[key, value] : object.members) {
      // These grow from line to line.
      if (path.empty() && (key == "step" || key == "epoch" || key == "seconds"))
        continue;
      std::string name = path + "." + key;
      if (value.is(Json::Object))
        add(line, value, name);
      for (const Json &item : value.items)
        for (const auto &[part, number] : item.members) {
          extend(line, name + "." + part + ".least", number, false);
          extend(line, name + "." + part + ".greatest", number, true);
        }
      if (isNumber(value))
        seriesOf(name).values[line] = numberOf(value);
    }
  }

  /// Adds of the lines from `first` to before `end` those with the least and
  /// the greatest value of each series.
  void pick(size_t first, size_t end, std::vector<size_t> &kept) const {
    for (const auto &[name, one] : series) {
      size_t least = end, greatest = end;
      for (size_t i = first; i < end; ++i) {
        double value = one.values[i];
        if (std::isnan(value))
          continue;
        if (least == end || value < one.values[least])
          least = i;
        if (greatest == end || value > one.values[greatest])
          greatest = i;
      }
      if (one.least && least != end)
        kept.push_back(least);
      if (one.greatest && greatest != end)
        kept.push_back(greatest);
    }
  }

private:
  /// What is not finite is written as null, and is a peak.
  static bool isNumber(const Json &value) {
    return value.is(Json::Integer) || value.is(Json::Number) ||
           value.is(Json::Null);
  }
  static double numberOf(const Json &value) {
    return value.is(Json::Null) ? HUGE_VAL : value.asNumber();
  }

  Series &seriesOf(const std::string &name) {
    Series &found = series[name];
    found.values.resize(count, NAN);
    return found;
  }

  void extend(size_t line, const std::string &name, const Json &value,
              bool greatest) {
    if (!isNumber(value))
      return;
    Series &found = seriesOf(name);
    found.greatest = greatest;
    found.least = !greatest;
    double number = numberOf(value), &held = found.values[line];
    if (std::isnan(held) || (greatest ? number > held : number < held))
      held = number;
  }

  size_t count;
  std::map<std::string, Series> series;
};

} // namespace

/// `room` of `count` lines, evenly spread, the last one among them.
static std::vector<size_t> spread(size_t count, size_t room) {
  std::vector<size_t> kept;
  for (size_t i = 1; i <= room; ++i)
    kept.push_back(i * count / room - 1);
  return kept;
}

/// The peaks of `stretches` stretches, in order, and both ends.
static std::vector<size_t> peaks(const Table &table, size_t count,
                                 size_t stretches) {
  std::vector<size_t> kept = {0, count - 1};
  for (size_t i = 0; i < stretches; ++i)
    table.pick(i * count / stretches, (i + 1) * count / stretches, kept);
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

static std::vector<size_t> thinRead(const std::vector<std::string> &lines,
                                    size_t most, size_t mostBytes) {
  Table table(lines.size());
  for (size_t i = 0; i < lines.size(); ++i)
    try {
      table.add(i, Json::parse(lines[i], "a line"));
    } catch (const Failure &) {
      continue; // Half a line, as a run that was killed leaves it.
    }
  auto fits = [&](const std::vector<size_t> &kept) {
    size_t bytes = 0;
    for (size_t i : kept)
      bytes += lines[i].size();
    return kept.size() <= most && bytes <= mostBytes;
  };
  std::vector<size_t> best;
  for (size_t low = 1, high = most; low <= high;) {
    size_t middle = (low + high) / 2;
    std::vector<size_t> kept = peaks(table, lines.size(), middle);
    if (fits(kept)) {
      best = std::move(kept);
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  for (size_t room = most; best.empty() && room > 0; room /= 2)
    if (std::vector<size_t> kept = spread(lines.size(), room); fits(kept))
      best = std::move(kept);
  return best;
}

std::vector<size_t> thin(const std::vector<std::string> &lines, size_t most,
                         size_t mostBytes) {
  size_t bytes = 0;
  for (const std::string &line : lines)
    bytes += line.size();
  if (lines.size() <= most && bytes <= mostBytes)
    return spread(lines.size(), lines.size());
  if (bytes <= mostRead)
    return thinRead(lines, most, mostBytes);
  std::vector<size_t> read = spread(
      lines.size(), std::max<size_t>(1, mostRead * lines.size() / bytes));
  std::vector<std::string> some;
  for (size_t i : read)
    some.push_back(lines[i]);
  std::vector<size_t> kept = thinRead(some, most, mostBytes);
  for (size_t &i : kept)
    i = read[i];
  return kept;
}

} // namespace nnc::run
