//===- FindingsTest.cpp - Tests of what a run finds -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindFit.h"
#include "Runtime/Report.h"
#include "Testing.h"

#include <cmath>

using namespace nnc::rt;
using nnc::rt::test::scratchFolder;

//===----------------------------------------------------------------------===//
// The log
//===----------------------------------------------------------------------===//

static std::string folder(const char *name) {
  std::string path = scratchFolder() + "/" + name;
  makeDirectories(path);
  return path;
}

TEST(findings_render) {
  EXPECT_EQ((Finding{"F0201", "a.fc", 3, "dead", "do"}.render()),
            std::string("finding[F0201] a.fc: dead\n  help: do"));
  EXPECT_EQ((Finding{"F0401", "", 3, "text", "do"}.render()),
            std::string("finding[F0401]: text\n  help: do"));
}

TEST(findings_once) {
  FindingLog log;
  log.open("", -1);
  EXPECT_EQ(log.add({{"F0201", "a", 1}, {"F0201", "a", 2}}).size(), 1u);
  EXPECT_EQ(log.add({{"F0201", "b", 3}, {"F0202", "a", 3}}).size(), 2u);
  EXPECT_EQ(log.add({{"F0201", "b", 4}}).size(), 0u);
  EXPECT_EQ(log.all().size(), 3u);
  EXPECT_EQ(log.json().items[1].find("step")->integer, 3);
}

TEST(findings_file) {
  std::string out = folder("findings");
  {
    FindingLog log;
    log.open(out, -1);
    log.add({{"F0502", "x", 0, "wide"}, {"F0201", "a", 10, "dead \"now\""}});
    log.add({{"F0201", "b", 21}, {"F0403", "", 20}});
  }
  // What came later is forgotten, and what is said of the end.
  FindingLog log;
  log.open(out, 20);
  EXPECT_EQ(log.all().size(), 2u);
  EXPECT_EQ(log.all()[1].text, std::string("dead \"now\""));
  EXPECT_EQ(log.add({{"F0201", "a", 22}}).size(), 0u);
  EXPECT_EQ(log.add({{"F0201", "b", 23}}).size(), 1u);
  std::vector<Json> lines = readLines(out + "/findings.jsonl");
  EXPECT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[2].find("step")->integer, 23);
  log.open(out, -1);
  EXPECT_EQ(log.all().size(), 0u);
  EXPECT_EQ(readLines(out + "/findings.jsonl").size(), 0u);
}

//===----------------------------------------------------------------------===//
// Curves
//===----------------------------------------------------------------------===//

static LossPoint lossesOf(const char *line) {
  return LossPoint::of(Json::parse(line, "a line"));
}

TEST(findings_losses) {
  LossPoint point = lossesOf("{\"epoch\": 3, \"step\": 60, \"seconds\": 1, "
                             "\"train\": {\"loss\": 0.5, \"accuracy\": 1}, "
                             "\"validation\": {\"loss\": null}}");
  EXPECT_EQ(point.epoch, 3);
  EXPECT_EQ(point.step, 60);
  EXPECT_EQ(point.train, 0.5);
  EXPECT(std::isnan(point.validation));
  EXPECT(std::isnan(lossesOf("{\"train\": {\"accuracy\": 1}}").train));
}

/// The code that was found, or "".
static std::string codeOf(const std::vector<Finding> &found) {
  return found.empty() ? "" : found[0].code;
}

/// Both losses fall to 1 until epoch 5; then they are what is given.
static std::vector<LossPoint> turning(double train, double validation,
                                      int64_t epochs) {
  std::vector<LossPoint> points;
  for (int64_t i = 1; i <= 5; ++i)
    points.push_back({i, 10 * i, 1, 1});
  for (int64_t i = 6; i < 6 + epochs; ++i)
    points.push_back({i, 10 * i, train, validation});
  return points;
}

TEST(findings_overfitting) {
  std::vector<Finding> found = findOverfitting(turning(0.7, 1.25, 5));
  EXPECT_EQ(codeOf(found), std::string("F0401"));
  EXPECT_EQ(found[0].step, 100);
  EXPECT(found[0].text.find("lowest about epoch 2 (1) and is 1.25") !=
         std::string::npos);
  EXPECT(found[0].text.find("from 1 to 0.7") != std::string::npos);
  // Not enough of a rise, of a fall, or of epochs.
  EXPECT_EQ(codeOf(findOverfitting(turning(0.7, 1.19, 5))), std::string());
  EXPECT_EQ(codeOf(findOverfitting(turning(0.82, 1.25, 5))), std::string());
  EXPECT_EQ(codeOf(findOverfitting(turning(0.7, 1.25, 4))), std::string());
  // One epoch that was bad, and one that was lucky.
  EXPECT_EQ(codeOf(findOverfitting(turning(0.7, 1.4, 1))), std::string());
  std::vector<LossPoint> lucky = turning(0.7, 1, 6);
  lucky[4].validation = 0.7;
  EXPECT_EQ(codeOf(findOverfitting(lucky)), std::string());
  // A bump that is over, and the last quarter of a longer run.
  std::vector<LossPoint> bump = turning(0.7, 1.4, 6);
  bump[9].validation = bump[10].validation = 1;
  EXPECT_EQ(codeOf(findOverfitting(bump)), std::string());
  auto late = [](int64_t epochs) {
    std::vector<LossPoint> points(20, {1, 1, 1, 1});
    for (const LossPoint &point : turning(0.7, 1.25, epochs))
      points.push_back(point);
    return codeOf(findOverfitting(points));
  };
  EXPECT_EQ(late(9), std::string());
  EXPECT_EQ(late(10), std::string("F0401"));
  // Without validation, and with losses below 0, there is nothing to say.
  EXPECT_EQ(codeOf(findOverfitting(turning(0.7, NAN, 5))), std::string());
  EXPECT_EQ(codeOf(findOverfitting(turning(-0.7, 1.25, 5))), std::string());
}

static std::vector<LossPoint> series(const std::vector<double> &losses,
                                     int64_t steps = 20) {
  std::vector<LossPoint> points;
  for (double loss : losses) {
    auto epoch = int64_t(points.size()) + 1;
    points.push_back({epoch, epoch * steps, loss, NAN});
  }
  return points;
}

TEST(findings_not_falling) {
  std::vector<ConstantLoss> labels = {{"label", "entropy", 0.693}};
  auto code = [&](const std::vector<double> &losses) {
    return codeOf(findNotFalling(series(losses), labels));
  };
  EXPECT_EQ(code({0.9, 0.7, 0.694, 0.693, 0.693, 0.693}), std::string("F0402"));
  EXPECT_EQ(code({0.9, 0.7, 0.702, 0.701, 0.702, 0.703}), std::string());
  EXPECT_EQ(code({0.9, 0.7, 0.694, 0.70, 0.69, 0.684}), std::string());
  EXPECT_EQ(code({0.9, 0.7, 0.694, 0.693, 0.693}), std::string());
  EXPECT(
      findNotFalling(series({0.9, 0.7, 0.693, 0.693, 0.693, 0.693}, 16), labels)
          .empty());
  // At no known level.
  EXPECT_EQ(code({3, 3, 2.98, 2.99, 3.1, 3}), std::string("F0402"));
  EXPECT_EQ(code({3, 3, 2.98, 2.96, 2.98, 3}), std::string());
  EXPECT_EQ(code({3, 3, 2.98, NAN, 2.98, 3}), std::string());
  std::vector<Finding> found =
      findNotFalling(series({1, 0.7, 0.7, 0.693, 0.693, 0.693}), labels);
  EXPECT(found[0].text.find("the entropy of `label` is 0.693") !=
         std::string::npos);
}

TEST(findings_forgetting) {
  auto metrics = [](double loss, double accuracy) {
    Json object = Json::object();
    object.set("loss", loss).set("accuracy", accuracy);
    return object;
  };
  auto code = [&](double loss, double accuracy) {
    return codeOf(findForgetting("first", 9, metrics(0.1, 0.9),
                                 metrics(loss, accuracy), {"accuracy"}));
  };
  EXPECT_EQ(code(0.21, 0.85), std::string("F0701"));
  EXPECT_EQ(code(0.19, 0.85), std::string());
  EXPECT_EQ(code(0.21, 0.86), std::string());
  EXPECT_EQ(codeOf(findForgetting("first", 9, metrics(0.1, 0.9),
                                  metrics(0.21, 0.9), {})),
            std::string("F0701"));
}

//===----------------------------------------------------------------------===//
// Data
//===----------------------------------------------------------------------===//

/// Examples from `first` to `last`, of a part that is `times` as large.
static Sample numbered(uint64_t first, uint64_t last, int64_t times = 1) {
  Sample sample;
  for (uint64_t i = first; i < last; ++i)
    sample.hashes.push_back(i);
  sample.count = int64_t(last - first) * times;
  return sample;
}

TEST(findings_shared) {
  auto code = [](const Sample &training, const Sample &other) {
    return codeOf(findShared(training, other, "validation"));
  };
  Sample training = numbered(0, 1000);
  EXPECT_EQ(code(training, numbered(990, 1090)), std::string("F0501"));
  EXPECT_EQ(code(training, numbered(991, 1090)), std::string());
  EXPECT_EQ(code(training, numbered(996, 1003)), std::string());
  // A hundredth of training was looked at, and a hundredth is found.
  EXPECT_EQ(code(numbered(0, 1000, 100), numbered(990, 1990, 100)),
            std::string("F0501"));
  EXPECT_EQ(code(numbered(0, 1000, 100), numbered(999, 1990, 100)),
            std::string());
  // Where a third of training are twins, a third of any part have been seen.
  Sample twins = training;
  for (uint64_t i = 0; i < 250; ++i)
    twins.hashes.push_back(i);
  twins.count = 1250;
  EXPECT_EQ(code(twins, numbered(960, 1060)), std::string());
  EXPECT_EQ(code(twins, numbered(940, 1040)), std::string("F0501"));
  EXPECT_EQ(code(training, Sample()), std::string());
}

/// A float field of columns with these means and spreads; ranges are two
/// spreads wide.
static FieldFacts columns(const std::vector<std::pair<double, double>> &all) {
  FieldFacts field;
  field.name = "x";
  field.isFloat = true;
  for (auto [mean, spread] : all)
    field.columns.push_back({mean, spread, mean - spread, mean + spread});
  return field;
}

TEST(findings_unnormalised) {
  EXPECT(!looksUnnormalised(columns({{0, 1}, {0.5, 0.3}})));
  EXPECT(!looksUnnormalised(columns({{3, 3.9}})));
  EXPECT(looksUnnormalised(columns({{3, 4.1}, {0, 1}})));
  EXPECT(looksUnnormalised(columns({{0, 0.009}})));
  EXPECT(!looksUnnormalised(columns({{0, 0.011}})));
  // Ranges; columns that never change do not count.
  EXPECT(looksUnnormalised(columns({{0, 1}, {0, 0.0009}})));
  EXPECT(!looksUnnormalised(columns({{0, 1}, {0, 0.0011}})));
  EXPECT(!looksUnnormalised(columns({{0, 1}, {0, 0}, {700, 0}})));
  EXPECT(!looksUnnormalised(columns({{0, 0}})));
  FieldFacts integers = columns({{700, 100}});
  integers.isFloat = false;
  EXPECT(!looksUnnormalised(integers));
  // What the network makes of it counts as well.
  FieldFacts wide = columns({{0, 1}, {700, 100}});
  EXPECT_EQ(codeOf(findUnnormalised(wide, NAN)), std::string("F0502"));
  EXPECT_EQ(codeOf(findUnnormalised(wide, 400)), std::string("F0502"));
  EXPECT_EQ(codeOf(findUnnormalised(wide, 1.2)), std::string());
  EXPECT_EQ(findUnnormalised(wide, NAN)[0].path, std::string("x"));
  EXPECT(findUnnormalised(wide, NAN)[0].text.find(
             "number 1 has the mean 700 and the spread 100") !=
         std::string::npos);
}

TEST(findings_constant) {
  FieldFacts label;
  label.name = "label";
  label.counts = {{0, 50}, {1, 50}};
  EXPECT_EQ(constantLosses(label).size(), 1u);
  EXPECT(std::fabs(constantLosses(label)[0].loss - std::log(2)) < 1e-12);
  label.counts = {{1, 50}};
  EXPECT_EQ(constantLosses(label).size(), 0u);
  FieldFacts price = columns({{3, 2}});
  EXPECT_EQ(constantLosses(price)[0].loss, 4.0);
  EXPECT_EQ(constantLosses(columns({{3, 2}, {1, 1}})).size(), 0u);
}

/// Two columns beside an answer, by example.
static std::string decides(size_t examples, bool classes, double (*column)(int),
                           double (*answer)(int), size_t width = 2) {
  FieldFacts input, target;
  input.name = "x";
  input.columns.resize(width);
  for (size_t i = 0; i < examples; ++i) {
    input.values.push_back(double(i % 7));
    if (width > 1)
      input.values.push_back(column(int(i)));
    target.values.push_back(answer(int(i)));
    if (classes)
      ++target.counts[int64_t(answer(int(i)))];
  }
  std::vector<Finding> found = findDecisive(input, target);
  EXPECT(found.empty() || found[0].text.find("number 1 of") == 0);
  return codeOf(found);
}

TEST(findings_decisive) {
  auto kind = [](int i) { return double(i % 3); };
  auto scaled = [](int i) { return 0.1 * (i % 3); };
  auto often = [](int i) { return i % 40 ? double(i % 3) : 5.0; };
  auto rarely = [](int i) { return i % 5 ? double(i % 3) : 5.0; };
  auto number = [](int i) { return double(i); };
  EXPECT_EQ(decides(300, true, scaled, kind), std::string("F0503"));
  EXPECT_EQ(decides(300, true, often, kind), std::string("F0503"));
  EXPECT_EQ(decides(300, true, rarely, kind), std::string());
  // Too few examples, a value of its own for each, and nothing beside it.
  EXPECT_EQ(decides(99, true, scaled, kind), std::string());
  EXPECT_EQ(decides(300, true, number, kind), std::string());
  EXPECT_EQ(decides(300, true, scaled, kind, 1), std::string());
  // Quantities.
  auto line = [](int i) { return 3 - 2 * double(i) + i % 2 * 30; };
  auto loose = [](int i) { return 3 - 2 * double(i) + i % 2 * 60; };
  EXPECT_EQ(decides(300, false, number, line), std::string("F0503"));
  EXPECT_EQ(decides(300, false, number, loose), std::string());
}

//===----------------------------------------------------------------------===//
// F0404
//===----------------------------------------------------------------------===//

TEST(findings_nearest) {
  const bool classes = true;
  // The second input is a hundred times as wide, and as near. The third has the
  // inputs of the first, so its neighbour is the second; the last is constant.
  std::vector<double> inputs = {0, 0, 7, 1, 0, 7, 0, 0, 7, 1, 100, 7};
  NearestFit fit =
      compareWithNearest(inputs, 3, {1, 4, 3, 9}, {1, 2, 3, 6}, !classes);
  EXPECT_EQ(fit.examples, 4);
  EXPECT_EQ(fit.error, 3.0);
  EXPECT_EQ(fit.constant, (3.25 * 3.25 + 0.0625 + 1.5625 + 4.75 * 4.75) / 4);
  // 1 and 3 take 4; 4 takes 1, the first of two; 9 takes 4.
  EXPECT_EQ(fit.neighbour, (9.0 + 9.0 + 1.0 + 25.0) / 4);
  NearestFit again = NearestFit::parse(fit.json());
  EXPECT_EQ(again.neighbour, fit.neighbour);
  EXPECT_EQ(again.constant, fit.constant);
  EXPECT(!again.isClasses);
  EXPECT_EQ(compareWithNearest({5, 5}, 1, {1, 2}, {0, 0}, !classes).examples,
            0);
  EXPECT_EQ(compareWithNearest({5}, 1, {1}, {0}, !classes).examples, 0);
  // Of the same as classes, one answer of four is wrong. 1 and 3 take 4, which
  // takes 1, and so does 9.
  fit = compareWithNearest(inputs, 3, {1, 4, 4, 4}, {1, 0, 0, 0}, classes);
  EXPECT_EQ(fit.error, 0.25);
  EXPECT_EQ(fit.constant, 0.25);
  EXPECT_EQ(fit.neighbour, 0.5);
  EXPECT(NearestFit::parse(fit.json()).isClasses);
}

TEST(findings_underfitting) {
  LossPoint last{10, 400, 0.4, 0.45};
  NearestFit fit{41, 1.0, 0.5, 0.24};
  std::vector<Finding> found = findUnderfitting(fit, last);
  EXPECT_EQ(codeOf(found), std::string("F0404"));
  EXPECT_EQ(found[0].step, 400);
  EXPECT_EQ(found[0].text,
            std::string("underfitting: the mean squared error of the answers "
                        "is 0.5, 50 % of the variance; giving the target of "
                        "the nearest other example instead would make it "
                        "0.24"));
  // Without validation as well.
  EXPECT_EQ(codeOf(findUnderfitting(fit, {10, 400, 0.4, NAN})),
            std::string("F0404"));
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, 0.5, 0.26}, last)),
            std::string());
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, 0.11, 0.01}, last)),
            std::string("F0404"));
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, 0.09, 0.01}, last)),
            std::string());
  EXPECT_EQ(codeOf(findUnderfitting({29, 1.0, 0.5, 0.24}, last)),
            std::string());
  // No better than the mean of the targets, whatever the neighbours are.
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, 1.0, 0.6}, last)),
            std::string("F0402"));
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, 0.98, 0.6}, last)),
            std::string());
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, 1.0, 0.6}, {10, 400, 0.2, 0.45})),
            std::string());
  // What training does well and validation does not is learned by heart.
  EXPECT_EQ(codeOf(findUnderfitting(fit, {10, 400, 0.2, 0.45})), std::string());
  EXPECT_EQ(codeOf(findUnderfitting({41, 1.0, NAN, 0.2}, last)), std::string());
}

TEST(findings_underfitting_classes) {
  LossPoint last{10, 400, 0.4, 0.45};
  auto found = [&](int64_t examples, double error, double neighbour) {
    return findUnderfitting({examples, 0.9, error, neighbour, true}, last);
  };
  EXPECT_EQ(found(400, 0.3, 0.05)[0].text,
            std::string("underfitting: 30 % of the answers are wrong; giving "
                        "the class of the nearest other example instead would "
                        "make it 5 %"));
  // A tenth of the answers, and twice the neighbour's errors.
  EXPECT_EQ(codeOf(found(400, 0.11, 0.01)), std::string("F0404"));
  EXPECT_EQ(codeOf(found(400, 0.09, 0.01)), std::string());
  EXPECT_EQ(codeOf(found(400, 0.42, 0.2)), std::string("F0404"));
  EXPECT_EQ(codeOf(found(400, 0.38, 0.2)), std::string());
  // 12 and 2 wrong of 40 may be chance, 14 and 2 are not: 3 sqrt(16) = 12.
  EXPECT_EQ(codeOf(found(40, 0.3, 0.05)), std::string());
  EXPECT_EQ(codeOf(found(40, 0.4, 0.05)), std::string("F0404"));
}

//===----------------------------------------------------------------------===//
// The end of a run
//===----------------------------------------------------------------------===//

TEST(findings_no_better) {
  auto after = [](const std::vector<double> &losses, int64_t steps = 50) {
    return findNoBetter(series(losses, steps), {"label", "entropy", 2.0});
  };
  EXPECT_EQ(codeOf(after({3, 2.5, 2, 2})), std::string("F0402"));
  EXPECT_EQ(codeOf(after({3, 2.5, 1.97, 1.97})), std::string());
  // It begins to learn, or has a bad end.
  EXPECT_EQ(codeOf(after({3, 2.5, 2.2, 1.9})), std::string());
  EXPECT_EQ(codeOf(after({3, 2.5, 1.5, 2.2})), std::string());
  // Three lines, and 80 steps.
  EXPECT_EQ(codeOf(after({3, 2, 2})), std::string());
  EXPECT_EQ(codeOf(after({3, 2.5, 2, 2}, 20)), std::string());
  EXPECT_EQ(codeOf(after({3, 2, 2, NAN})), std::string());
  EXPECT(after({9, 8, 4.1, 4.1})[0].text.find("4.1 on average in the last "
                                              "half of the run, far above") !=
         std::string::npos);
  EXPECT(after({9, 8, 3.9, 3.9})[0].text.find("no better than") !=
         std::string::npos);
}

/// Twelve statistics with steps of `length`, and losses that fall by 1 and then
/// by `fall`.
static std::string atEnd(const char *answers, double length, double fall,
                         const std::vector<Finding> &findings = {},
                         bool startsLearned = false) {
  std::vector<StatisticsRow> rows;
  for (int64_t k = 1; k <= 12; ++k) {
    StatisticsRow row;
    row.step = 10 * k;
    row.parameters.push_back({"a", 1.0, 1.0, length});
    rows.push_back(row);
  }
  std::vector<ConstantLoss> constant = {{"label", "entropy", 2.0}};
  std::string codes;
  for (const Finding &finding :
       findAtEnd({Json::parse(answers, "answers"), findings, rows,
                  series({3, 2.5, 2, 2, 2 - fall / 2, 2 - fall}), constant,
                  startsLearned}))
    codes += finding.code + " ";
  return codes;
}

TEST(findings_at_end) {
  const char *nothing = "{}";
  // All 120 steps together are 6 % of the weights' length, or 12 %.
  EXPECT_EQ(atEnd(nothing, 0.0005, 1), std::string("F0302 "));
  EXPECT_EQ(atEnd(nothing, 0.001, 1), std::string());
  EXPECT_EQ(atEnd(nothing, 0.0005, 0.5), std::string("F0302 "));
  EXPECT_EQ(atEnd(nothing, 0.0005, 0.3), std::string());
  EXPECT_EQ(atEnd(nothing, 0, 1), std::string());
  EXPECT_EQ(atEnd(nothing, 0.0005, 1, {}, true), std::string());
  EXPECT_EQ(atEnd(nothing, 0.0005, 1, {{"F0201", "", 0}}), std::string());
  // The constant answer counts only for the loss that it is the loss of.
  const char *entropy = R"({"loss_is": "cross entropy", "target": "label"})";
  const char *other = R"({"loss_is": "cross entropy", "target": "x"})";
  const char *squared = R"({"loss_is": "squared error", "target": "label"})";
  EXPECT_EQ(atEnd(entropy, 0.01, 0), std::string("F0402 "));
  EXPECT_EQ(atEnd(entropy, 0.01, 0.5), std::string());
  EXPECT_EQ(atEnd(other, 0.01, 0), std::string());
  EXPECT_EQ(atEnd(squared, 0.01, 0), std::string());
  EXPECT_EQ(atEnd(entropy, 0.01, 0, {{"F0301", "", 0}}), std::string());
  // What is seen of the answers has the reason that was found before.
  const char *wrong =
      R"({"agrees_with": "accuracy", "loss": 2, "nearest": {"examples": 400,
          "classes": true, "constant": 0.9, "error": 0.5, "neighbour": 0.1}})";
  EXPECT_EQ(atEnd(wrong, 0.01, 0.5), std::string("F0404 "));
  EXPECT_EQ(atEnd(wrong, 0.0005, 0.5), std::string("F0302 "));
  EXPECT_EQ(atEnd(wrong, 0.01, 0.5, {{"F0401", "", 0}}), std::string());
  EXPECT_EQ(atEnd(wrong, 0.01, 0.5, {{"F0501", "", 0}}), std::string("F0404 "));
  // Learned by heart: the answers' loss is more than twice that of training.
  const char *heart =
      R"({"agrees_with": "accuracy", "loss": 3.1, "nearest": {"examples": 400,
          "classes": true, "constant": 0.9, "error": 0.5, "neighbour": 0.1}})";
  EXPECT_EQ(atEnd(heart, 0.01, 0.5), std::string());
}
