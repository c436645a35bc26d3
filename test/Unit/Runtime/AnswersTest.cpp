//===- AnswersTest.cpp - What a report shows ------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Compare.h"
#include "Testing.h"

#include <cmath>

using namespace nnc::rt;

static std::string form(const Shape &shape) {
  std::optional<PictureForm> found = pictureForm(shape);
  return found ? cat(found->height, 'x', found->width, 'x', found->channels,
                     found->channelsFirst ? " first" : "")
               : "none";
}

TEST(answers_picture_forms) {
  EXPECT_EQ(form({28, 28}), "28x28x1");
  EXPECT_EQ(form({1, 28, 28}), "28x28x1 first");
  EXPECT_EQ(form({3, 32, 32}), "32x32x3 first");
  EXPECT_EQ(form({32, 24, 3}), "32x24x3");
  EXPECT_EQ(form({64}), "8x8x1");
  EXPECT_EQ(form({3072}), "32x32x3 first");
  EXPECT_EQ(form({10}), "none");
  EXPECT_EQ(form({25}), "none");        // Too small to see.
  EXPECT_EQ(form({128, 8}), "none");    // Too long.
  EXPECT_EQ(form({2, 28, 28}), "none"); // Two channels are no colours.
}

TEST(answers_pictures_are_smooth) {
  PictureForm form{8, 8, 1, false};
  std::vector<std::vector<double>> smooth, rough;
  uint32_t state = 1;
  for (int k = 0; k < 16; ++k) {
    std::vector<double> hill, noise;
    for (int i = 0; i < 64; ++i) {
      state = state * 1664525 + 1013904223;
      noise.push_back(double(state >> 8) / (1 << 24));
      int row = i / 8 - 2 - k % 4, column = i % 8 - 1 - k % 6;
      hill.push_back(std::exp(-(row * row + column * column) / 8.0));
    }
    smooth.push_back(hill);
    rough.push_back(noise);
  }
  EXPECT(looksLikePicture(form, smooth));
  EXPECT(!looksLikePicture(form, rough));
  EXPECT(!looksLikePicture(form, {}));
  EXPECT(!looksLikePicture(form, {std::vector<double>(64, 3)}));
}

TEST(answers_pixels) {
  EXPECT_EQ(base64({}), "");
  EXPECT_EQ(base64({'M'}), "TQ==");
  EXPECT_EQ(base64({'M', 'a'}), "TWE=");
  EXPECT_EQ(base64({'M', 'a', 'n'}), "TWFu");
  EXPECT_EQ(base64({0xfb, 0xff}), "+/8=");
  double least, most;
  std::vector<unsigned char> bytes =
      quantized({-1, 3, NAN, HUGE_VAL, 1}, least, most);
  EXPECT(least == -1 && most == 3);
  EXPECT(bytes == std::vector<unsigned char>({0, 255, 0, 255, 128}));
  // A large one is made smaller by whole factors, and keeps its mean.
  std::vector<double> ramp;
  for (int i = 0; i < 130 * 130; ++i)
    ramp.push_back(i % 130);
  Json small = pictureOf({130, 130, 1, false}, ramp.data());
  EXPECT_EQ(small.find("width")->integer, 43);
  EXPECT_EQ(small.find("least")->asNumber(), 1.0);
  double values[64] = {};
  values[5] = -2;
  Json weights = pictureOf({8, 8, 1, false}, values, /*isSigned=*/true);
  EXPECT_EQ(weights.find("most")->asNumber(), 2.0);
  // Longer than a page shows, and too narrow to be made smaller as much.
  Json narrow = pictureOf({2, 200, 1, true}, ramp.data());
  EXPECT_EQ(narrow.find("height")->integer, 1);
  EXPECT_EQ(narrow.find("width")->integer, 100);
}

TEST(answers_plane_of_many_classes) {
  Comparison comparison;
  comparison.task = Task::Classes;
  comparison.classes = 1000;
  Json plane = decisionPlane({0, 0, 1, 1}, {0, 999}, comparison,
                             [](const std::vector<double> &grid) {
                               return std::vector<double>(grid.size() / 2, 617);
                             });
  // Ten colours take turns: 117 has that of 617.
  std::vector<unsigned char> cells(size_t(64 * 64), 117);
  EXPECT_EQ(plane.find("classes")->text, base64(cells));
}

static Values values(int32_t dtype, Shape shape, std::vector<double> all) {
  return {"x", dtype, std::move(shape), std::move(all)};
}

static Task taskOf(const Values &output, const Values &target) {
  return compare({output}, {target}).task;
}

TEST(answers_tasks) {
  Values rows = values(NN_F32, {3}, {0.1, 0.9, 0, 2, 1, 0});
  EXPECT(taskOf(rows, values(NN_I32, {}, {1, 0})) == Task::Classes);
  EXPECT(taskOf(rows, values(NN_F32, {3}, {0, 1, 0, 1, 0, 0})) ==
         Task::Classes);
  EXPECT(taskOf(rows, values(NN_F32, {3}, {0, 1, 1, 1, 0, 0})) ==
         Task::Binary); // Several at once.
  EXPECT(taskOf(rows, values(NN_F32, {3}, {0, 2, 0, 1, 0, 0})) ==
         Task::Numbers);
  EXPECT(taskOf(rows, values(NN_I32, {2}, {0, 2, 0, 1})) == Task::None);
  Values score = values(NN_F32, {}, {-2, 0.3, 4});
  EXPECT(taskOf(score, values(NN_F32, {}, {0, 1, 1})) == Task::Binary);
  EXPECT_EQ(compare({score}, {values(NN_F32, {}, {0, 1, 1})}).threshold, 0.0);
  EXPECT_EQ(compare({score}, {values(NN_F32, {}, {-1, 1, 1})}).low, -1.0);
  Values share = values(NN_F32, {}, {0.2, 0.3, 1});
  EXPECT_EQ(compare({share}, {values(NN_F32, {}, {0, 1, 1})}).threshold, 0.5);
  EXPECT(taskOf(score, values(NN_F32, {}, {0, 0, 0})) == Task::Binary);
  EXPECT(taskOf(score, values(NN_F32, {}, {2, 2, 2})) == Task::Numbers);
  EXPECT(taskOf(score, values(NN_F32, {}, {0, 1, 2})) == Task::Numbers);
  EXPECT(compare({}, {}).task == Task::None);
}

TEST(answers_comparisons) {
  Comparison classes =
      compare({values(NN_F32, {3}, {0, 2, 1})}, {values(NN_I32, {}, {2})});
  double logits[] = {0, 2, 1}, truth[] = {2};
  Compared one = compareOne(classes, logits, truth, 1);
  double sum = 1 + std::exp(2) + std::exp(1);
  EXPECT_EQ(one.answers[0], 1);
  EXPECT_EQ(one.right, 0.0);
  EXPECT(std::fabs(one.shares[0] - std::exp(2) / sum) < 1e-12);
  EXPECT(std::fabs(one.crossEntropy + std::log(std::exp(1) / sum)) < 1e-12);
  Comparison binary;
  binary.task = Task::Binary;
  double score[] = {-2}, high[] = {1};
  one = compareOne(binary, score, high, 1);
  EXPECT_EQ(one.answers[0], 0);
  EXPECT(std::fabs(one.crossEntropy - std::log1p(std::exp(2))) < 1e-12);
  Comparison numbers;
  numbers.task = Task::Numbers;
  double said[] = {1, 5}, wanted[] = {2, 2};
  one = compareOne(numbers, said, wanted, 2);
  EXPECT_EQ(one.squared, 5.0);
  EXPECT_EQ(one.absolute, 2.0);
}
