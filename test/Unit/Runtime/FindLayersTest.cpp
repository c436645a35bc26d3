//===- FindLayersTest.cpp - Tests of what layers say ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each rule on both sides of its bounds.
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindLayers.h"
#include "Testing.h"

#include <cmath>

using namespace nnc::rt;

/// As many statistics as `losses`, with layers whose gradients are these, the
/// last one last, and a step of `update` lengths of the weights.
static std::vector<StatisticsRow> rowsOf(std::vector<double> losses,
                                         std::vector<double> gradients,
                                         double update = 0.01) {
  std::vector<StatisticsRow> rows;
  for (double loss : losses) {
    StatisticsRow row;
    row.step = 10 * int64_t(rows.size() + 1);
    row.loss = loss;
    row.gradientNorm = 1;
    for (double gradient : gradients) {
      LayerStatistics layer;
      layer.path = "layer." + std::to_string(row.layers.size());
      layer.spread = 1;
      layer.gradient = gradient;
      row.layers.push_back(layer);
    }
    row.parameters.push_back({"a", 3.0, 1.0, 3 * update});
    row.parameters.push_back({"b", 4.0, 1.0, 4 * update});
    rows.push_back(row);
  }
  return rows;
}

static std::string codes(const std::vector<Finding> &found) {
  std::string text;
  for (const Finding &finding : found)
    text += finding.code + "@" + finding.path + " ";
  return text;
}

/// What is found after each of the rows is set so.
template <class Set>
static std::string after(std::vector<StatisticsRow> rows, Set set) {
  for (StatisticsRow &row : rows)
    set(row);
  return codes(findInLayers(rows));
}

static const std::vector<double> falling = {4, 3, 2, 1};

TEST(layers_healthy) {
  EXPECT_EQ(codes(findInLayers(rowsOf(falling, {0.5, 1, 2, 1}))), "");
  EXPECT_EQ(codes(findInLayers({})), "");
  EXPECT_EQ(codes(findInLayers(rowsOf({1}, {}))), "");
}

TEST(layers_vanishing) {
  EXPECT_EQ(codes(findVanishing(rowsOf(falling, {1.1e-4, 1e-3, 1}))), "");
  auto rows = rowsOf(falling, {0.9e-4, 1e-3, 1});
  EXPECT_EQ(codes(findVanishing(rows)), "F0101@layer.0 ");
  const std::string text = findVanishing(rows)[0].text;
  EXPECT_EQ(text.find("times 0.009487 for each of 2 layers"),
            text.find("times"));
  // Not each time; two layers only; behind a layer of zeros.
  rows[2].layers[0].gradient = 1;
  EXPECT_EQ(codes(findVanishing(rows)), "");
  EXPECT_EQ(codes(findVanishing(rowsOf(falling, {1e-9, 1}))), "");
  EXPECT_EQ(codes(findVanishing(rowsOf(falling, {0, 0, 1}))), "");
  // The first of those that have some.
  EXPECT_EQ(codes(findVanishing(rowsOf(falling, {0, 1e-20, 1e-10, 1}))),
            "F0101@layer.1 ");
}

TEST(layers_exploding) {
  EXPECT_EQ(codes(findExploding(rowsOf({1}, {0.9e4, 10, 1}))), "");
  EXPECT_EQ(codes(findExploding(rowsOf({1}, {1.1e4, 10, 1}))),
            "F0102@layer.0 ");
  auto rows = rowsOf(falling, {1, 1, 1});
  rows.back().gradientNorm = 0.9e4;
  EXPECT_EQ(codes(findExploding(rows)), "");
  rows.back().gradientNorm = 1.1e4;
  EXPECT_EQ(codes(findExploding(rows)), "F0102@ ");
  rows.back().gradientNorm = std::nan("");
  EXPECT_EQ(codes(findExploding(rows)), "F0102@ ");
  EXPECT_EQ(lossNotFinite(7, "").code, "F0102");
}

TEST(layers_dead) {
  auto dead = [&](double share, size_t layer) {
    return after(rowsOf(falling, {1, 1, 1}),
                 [&](StatisticsRow &row) { row.layers[layer].dead = share; });
  };
  EXPECT_EQ(dead(0.89, 1), "");
  EXPECT_EQ(dead(0.9, 1), "F0201@layer.1 ");
  EXPECT_EQ(dead(1, 2), ""); // What it gives is the network's.
  auto rows = rowsOf(falling, {1, 1, 1});
  for (size_t k = 2; k < 4; ++k)
    rows[k].layers[0].dead = 1;
  EXPECT_EQ(codes(findDead(rows)), "");
  rows[1].layers[0].dead = 1;
  EXPECT_EQ(codes(findDead(rows)), "F0201@layer.0 ");
}

TEST(layers_saturated) {
  auto saturated = [&](double share, size_t layer) {
    return after(rowsOf(falling, {1, 1, 1}), [&](StatisticsRow &row) {
      row.layers[layer].saturated = share;
    });
  };
  EXPECT_EQ(saturated(0.89, 0), "");
  EXPECT_EQ(saturated(0.9, 0), "F0202@layer.0 ");
  EXPECT_EQ(saturated(1, 2), "");
  // What comes before gets the gradient all the same.
  auto behind = [&](double before) {
    return after(rowsOf(falling, {before, 1, 1}),
                 [&](StatisticsRow &row) { row.layers[1].saturated = 1; });
  };
  EXPECT_EQ(behind(0.6), "");
  EXPECT_EQ(behind(0.4), "F0202@layer.1 ");
}

TEST(layers_alike) {
  auto alike = [&](bool is, size_t count) {
    auto rows = rowsOf(std::vector<double>(count, 1.0), {1, 1, 1});
    for (StatisticsRow &row : rows)
      row.layers[1].alike = is;
    return codes(findAlike(rows));
  };
  EXPECT_EQ(alike(false, 5), "");
  EXPECT_EQ(alike(true, 2), "");
  EXPECT_EQ(alike(true, 3), "F0203@layer.1 ");
}

/// Ten losses, of which the last three are `latest`.
static std::vector<double> endingWith(double latest) {
  std::vector<double> losses(10, 1.0);
  for (size_t k = 7; k < losses.size(); ++k)
    losses[k] = latest;
  return losses;
}

TEST(layers_rate_high) {
  EXPECT_EQ(codes(findRate(rowsOf(endingWith(1.01), {}, 0.29))), "");
  EXPECT_EQ(codes(findRate(rowsOf(endingWith(1.01), {}, 0.31))), "F0301@ ");
  EXPECT_EQ(codes(findRate(rowsOf(endingWith(0.99), {}, 0.31))), "");
  EXPECT_EQ(codes(findRate(rowsOf(endingWith(1.9), {}))), "");
  EXPECT_EQ(codes(findRate(rowsOf(endingWith(2.1), {}))), "F0301@ ");
  // Above what it was before the first step, and below what that made it.
  auto rows = rowsOf(endingWith(0.8), {}, 0.31);
  EXPECT_EQ(codes(findRate(rows, 0.7)), "F0301@ ");
  EXPECT_EQ(codes(findRate(rows, 0.9)), "");
  // One that is below the start: it comes down again; too early to tell.
  rows = rowsOf(endingWith(9), {}, 0.31);
  rows.back().loss = 0.9;
  EXPECT_EQ(codes(findRate(rows)), "");
  rows.back().loss = 9;
  rows.erase(rows.begin());
  EXPECT_EQ(codes(findRate(rows)), "");
}

/// The first epoch ends far above the first loss, after a long step.
TEST(layers_rate_jump) {
  auto jump = [&](double length, double mean, int64_t step = 2,
                  size_t epochs = 1) {
    auto rows = rowsOf({1}, {}, length);
    rows[0].step = step;
    std::vector<LossPoint> points(epochs, {1, 20, mean, NAN});
    return codes(findJump(rows, points, 1.5));
  };
  EXPECT_EQ(jump(0.31, 15.1), "F0301@ ");
  EXPECT_EQ(jump(0.29, 15.1), "");
  EXPECT_EQ(jump(0.31, 14.9), "");
  // Said of the first epoch alone, where its beginning was looked at.
  EXPECT_EQ(jump(0.31, 15.1, 50), "");
  EXPECT_EQ(jump(0.31, 15.1, 2, 2), "");
  EXPECT_EQ(codes(findJump({}, {{1, 20, 15.1, NAN}}, 1.5)), "");
  EXPECT_EQ(codes(findJump(rowsOf({1}, {}, 1), {{1, 20, 15.1, NAN}}, {})), "");
}

TEST(layers_rate_rule) {
  auto rows = rowsOf(endingWith(3), {}, 1.4);
  EXPECT_EQ(codes(findRate(rows)), "F0301@ ");
  rows.back().gradientNorm.reset(); // It learns by an `update`.
  EXPECT_EQ(codes(findRate(rows)), "");
}

TEST(layers_rate_first) {
  auto first = [&](int64_t step, double length, double latest) {
    auto rows = rowsOf(endingWith(latest), {});
    rows[0].step = step;
    rows[0].parameters = {{"a", 1.0, 1.0, length}};
    return codes(findRate(rows));
  };
  EXPECT_EQ(first(2, 0.9, 1.1), "");
  EXPECT_EQ(first(2, 1.1, 1.1), "F0301@ ");
  EXPECT_EQ(first(2, 1.1, 0.9), "");
  EXPECT_EQ(first(50, 1.1, 1.1), "");
}

/// A layer that stops the gradient is the one finding.
TEST(layers_causes) {
  auto rows = rowsOf(std::vector<double>(12, 1.0), {1e-9, 1e-9, 1, 1}, 1e-9);
  EXPECT_EQ(codes(findInLayers(rows)), "F0101@layer.0 ");
  for (StatisticsRow &row : rows) {
    row.layers[1].dead = 1;
    row.layers[2].alike = true;
  }
  EXPECT_EQ(codes(findInLayers(rows)), "F0201@layer.1 ");
  // Behind others that are 0, units are alike too; or all weights are 0.
  for (StatisticsRow &row : rows)
    row.layers[1].alike = true;
  EXPECT_EQ(codes(findInLayers(rows)), "F0201@layer.1 ");
  for (StatisticsRow &row : rows)
    row.parameters.push_back({"layer.1.weight", 0.0, 0.0, 0.0});
  EXPECT_EQ(codes(findInLayers(rows)), "F0203@layer.1 ");
}

TEST(layers_rate_low) {
  std::vector<double> still(12, 1.0), moving(12, 1.0);
  for (size_t k = 0; k < 3; ++k)
    moving[k] = 1.03;
  EXPECT_EQ(codes(findRate(rowsOf(still, {}, 1.1e-5))), "");
  EXPECT_EQ(codes(findRate(rowsOf(still, {}, 0.9e-5))), "F0302@ ");
  EXPECT_EQ(codes(findRate(rowsOf(moving, {}, 0.9e-5))), "");
  // Longer at first: it has learned what there is.
  auto rows = rowsOf(still, {}, 0.9e-5);
  rows[1] = rowsOf(still, {}, 1.1e-5)[1];
  EXPECT_EQ(codes(findRate(rows)), "");
  still.resize(9);
  EXPECT_EQ(codes(findRate(rowsOf(still, {}, 0.9e-5))), "");
}

TEST(layers_rows) {
  // Layers of a loop in order of evaluation, and what they have in common.
  std::vector<NamedNumbers> numbers = {
      {"#loss", {}, {0.5}},
      {"x#input-mean", {}, {1}},
      {"first#mean", {}, {2}},
      {"b.*.up#mean", {2}, {3, 4}},
      {"b.*.up#range", {2}, {0, 1}},
      {"b.*.down#mean", {2}, {5, 6}},
      {"last#mean", {}, {7}},
      {"w#parameter-gradient", {}, {3}},
      {"b.*.v#parameter-gradient", {2}, {4, 12}},
      {"b.*.up#gradient", {2}, {8, 9}},
      {"#rate", {}, {0.25}},
  };
  StatisticsRow row = StatisticsRow::parse(rowOf(numbers).json());
  EXPECT_EQ(*row.loss, 0.5);
  EXPECT_EQ(*row.gradientNorm, 13.0);
  std::string order;
  for (const LayerStatistics &layer : row.layers)
    order += layer.path + " ";
  EXPECT_EQ(order, "first b.0.up b.0.down b.1.up b.1.down last ");
  EXPECT_EQ(*row.layers[1].alike, true);
  EXPECT_EQ(*row.layers[3].alike, false);
  EXPECT_EQ(row.layers[2].alike.has_value(), false);
  EXPECT_EQ(*row.layers[3].gradient, 9.0);
  EXPECT_EQ(row.parameters[1].name, "b.0.v");
  EXPECT_EQ(*row.parameters[2].gradient, 12.0);
  EXPECT_EQ(row.parameters[2].norm.has_value(), false);
  EXPECT_EQ(*row.learningRate, 0.25);
}

TEST(layers_interval) {
  EXPECT_EQ(statisticsInterval(39), 0);
  EXPECT_EQ(statisticsInterval(40), 1);
  EXPECT_EQ(statisticsInterval(41), 2);
  EXPECT_EQ(statisticsInterval(1999), 50);
  EXPECT_EQ(statisticsInterval(50000), 50);
  EXPECT_EQ(statisticsInterval(50001), 51);
  EXPECT_EQ(statisticsInterval(1000000), 1000);
}
