//===- Curves.cpp - Curves in a terminal ----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Curves.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace nnc::run {

void Curve::add(int64_t step, double value) {
  const size_t most = 1024;
  if (!std::isfinite(value))
    return;
  if (sums.empty() || sums.back().count == period)
    sums.emplace_back();
  Sum &last = sums.back();
  last.steps += double(step);
  last.values += value;
  ++last.count;
  if (sums.size() < most || last.count < period)
    return;
  for (size_t i = 0; i < most / 2; ++i) {
    const Sum &a = sums[2 * i], &b = sums[2 * i + 1];
    sums[i] = {a.steps + b.steps, a.values + b.values, a.count + b.count};
  }
  sums.resize(most / 2);
  period *= 2;
}

std::vector<std::pair<double, double>> Curve::points() const {
  std::vector<std::pair<double, double>> points;
  for (const Sum &sum : sums)
    points.emplace_back(sum.steps / double(sum.count),
                        sum.values / double(sum.count));
  return points;
}

namespace {

/// Dots in braille: a cell has two columns of four (Unicode 2800 to 28FF).
class Canvas {
public:
  Canvas(int width, int height)
      : width(width), height(height), cells(size_t(width) * size_t(height)) {}

  int columns() const { return 2 * width; }
  int rows() const { return 4 * height; }

  void dot(int x, int y, int colour) {
    static const unsigned char bits[4][2] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    Cell &cell = cells[size_t(y / 4) * size_t(width) + size_t(x / 2)];
    cell.dots |= bits[y % 4][x % 2];
    cell.colour = colour;
  }

  std::string line(int row) const {
    std::string text;
    int colour = 0;
    for (int x = 0; x < width; ++x) {
      const Cell &cell = cells[size_t(row) * size_t(width) + size_t(x)];
      if (cell.dots && cell.colour != colour)
        text += "\x1b[" + std::to_string(colour = cell.colour) + "m";
      if (!cell.dots) {
        text += ' ';
        continue;
      }
      text += '\xE2';
      text += char(0xA0 | (cell.dots >> 6));
      text += char(0x80 | (cell.dots & 0x3F));
    }
    return text + (colour ? "\x1b[0m" : "");
  }

private:
  struct Cell {
    unsigned char dots = 0;
    int colour = 0;
  };
  int width, height;
  std::vector<Cell> cells;
};

} // namespace

std::vector<std::string> Chart::draw(const std::string &name, int64_t steps,
                                     int width, int height) const {
  const int blue = 34, yellow = 33, margin = 10;
  struct Line {
    std::vector<std::pair<double, double>> points;
    int colour;
  } lines[] = {{train.points(), blue}, {validation.points(), yellow}};
  double low = HUGE_VAL, high = -HUGE_VAL;
  for (const Line &line : lines)
    for (const auto &point : line.points) {
      low = std::min(low, point.second);
      high = std::max(high, point.second);
    }
  if (low > high)
    return {};
  bool isLog = low > 0 && high > 20 * low;
  auto scale = [&](double value) { return isLog ? std::log(value) : value; };
  double bottom = scale(low), top = scale(high);
  Canvas canvas(std::max(8, width - margin), height);
  auto column = [&](double step) {
    double share = steps > 1 ? (step - 1) / double(steps - 1) : 0;
    return std::clamp(int(share * (canvas.columns() - 1)), 0,
                      canvas.columns() - 1);
  };
  auto row = [&](double value) {
    double share = top > bottom ? (scale(value) - bottom) / (top - bottom) : 0;
    return int(std::lround((1 - share) * (canvas.rows() - 1)));
  };
  for (const Line &line : lines) {
    int fromX = -1, fromY = 0;
    for (size_t i = 0; i < line.points.size();) {
      // What falls into one column of dots is one dot.
      int x = column(line.points[i].first);
      double sum = 0;
      size_t first = i;
      for (; i < line.points.size() && column(line.points[i].first) == x; ++i)
        sum += line.points[i].second;
      int y = row(sum / double(i - first));
      if (fromX < 0)
        fromX = x, fromY = y;
      int length = std::max({x - fromX, std::abs(y - fromY), 1});
      for (int at = 0; at <= length; ++at)
        canvas.dot(fromX + (x - fromX) * at / length,
                   fromY + (y - fromY) * at / length, line.colour);
      fromX = x;
      fromY = y;
    }
  }
  std::vector<std::string> text;
  text.push_back(name + (isLog ? " (log)" : "") + "  \x1b[34mtrain\x1b[0m" +
                 (validation.empty() ? "" : "  \x1b[33mvalidation\x1b[0m"));
  for (int y = 0; y < height; ++y) {
    char label[margin + 1] = "          ";
    if (y == 0 || y == height - 1)
      std::snprintf(label, sizeof label, "%9.3g ", y == 0 ? high : low);
    text.push_back(label + canvas.line(y));
  }
  return text;
}

} // namespace nnc::run
