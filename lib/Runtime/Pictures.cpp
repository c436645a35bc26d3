//===- Pictures.cpp - Numbers that people would rather look at ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Pictures.h"

#include <algorithm>
#include <cmath>

namespace nnc::rt {

/// The longest side of a picture in a report.
constexpr int64_t longestSide = 64;

static std::optional<PictureForm> checked(PictureForm form) {
  int64_t shorter = std::min(form.height, form.width);
  int64_t longer = std::max(form.height, form.width);
  if (shorter < 6 || longer > 4 * shorter)
    return std::nullopt;
  return form;
}

/// The side of a square of that area, or 0.
static int64_t sideOf(int64_t area) {
  auto side = int64_t(std::llround(std::sqrt(double(area))));
  return side * side == area ? side : 0;
}

std::optional<PictureForm> pictureForm(const Shape &shape) {
  auto isColour = [](int64_t count) { return count == 1 || count == 3; };
  if (shape.size() == 2)
    return checked({shape[0], shape[1], 1, false});
  if (shape.size() == 3 && isColour(shape[0]))
    return checked({shape[1], shape[2], shape[0], true});
  if (shape.size() == 3 && isColour(shape[2]))
    return checked({shape[0], shape[1], shape[2], false});
  if (shape.size() != 1)
    return std::nullopt;
  if (int64_t side = sideOf(shape[0]))
    return checked({side, side, 1, false});
  if (int64_t side = shape[0] % 3 == 0 ? sideOf(shape[0] / 3) : 0)
    return checked({side, side, 3, true});
  return std::nullopt;
}

bool looksLikePicture(const PictureForm &form,
                      const std::vector<std::vector<double>> &examples) {
  // Of independent numbers, the mean square of a difference is twice the
  // variance.
  double rows = 0, columns = 0, squares = 0;
  int64_t rowPairs = 0, columnPairs = 0, count = 0;
  for (const std::vector<double> &x : examples) {
    double mean = 0;
    for (double value : x)
      mean += value / double(x.size());
    for (int64_t c = 0; c < form.channels; ++c)
      for (int64_t i = 0; i < form.height; ++i)
        for (int64_t j = 0; j < form.width; ++j) {
          double here = x[form.at(i, j, c)];
          squares += (here - mean) * (here - mean);
          ++count;
          if (j > 0) {
            rows += std::pow(here - x[form.at(i, j - 1, c)], 2);
            ++rowPairs;
          }
          if (i > 0) {
            columns += std::pow(here - x[form.at(i - 1, j, c)], 2);
            ++columnPairs;
          }
        }
  }
  if (count == 0 || !(squares > 0) || !std::isfinite(squares))
    return false;
  double limit = 0.8 * 2 * squares / double(count);
  return rows / double(rowPairs) < limit &&
         columns / double(columnPairs) < limit;
}

std::string base64(const std::vector<unsigned char> &bytes) {
  static const char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    size_t left = std::min<size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (size_t k = 0; k < 3; ++k)
      group = group << 8 | (k < left ? bytes[i + k] : 0U);
    for (size_t k = 0; k < 4; ++k)
      text += k <= left ? digits[group >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

std::vector<unsigned char> quantized(const std::vector<double> &values,
                                     double &least, double &most) {
  least = HUGE_VAL, most = -HUGE_VAL;
  for (double value : values)
    if (std::isfinite(value)) {
      least = std::min(least, value);
      most = std::max(most, value);
    }
  if (least > most)
    least = most = 0;
  std::vector<unsigned char> bytes;
  double range = most > least ? most - least : 1;
  for (double value : values) {
    double share = std::isnan(value) ? 0 : (value - least) / range;
    bytes.push_back(static_cast<unsigned char>(
        std::lround(255 * std::clamp(share, 0.0, 1.0))));
  }
  return bytes;
}

Json pictureOf(const PictureForm &form, const double *values, bool isSigned) {
  int64_t by =
      (std::max(form.height, form.width) + longestSide - 1) / longestSide;
  by = std::min({by, form.height, form.width}); // A kernel may be narrow.
  int64_t height = form.height / by, width = form.width / by;
  std::vector<double> pixels;
  for (int64_t i = 0; i < height; ++i)
    for (int64_t j = 0; j < width; ++j)
      for (int64_t c = 0; c < form.channels; ++c) {
        double sum = 0;
        for (int64_t k = 0; k < by * by; ++k)
          sum += values[form.at(i * by + k / by, j * by + k % by, c)];
        pixels.push_back(sum / double(by * by));
      }
  double least, most;
  size_t count = pixels.size();
  if (isSigned) { // Both ends as far from zero.
    double far = 0;
    for (double value : pixels)
      if (std::isfinite(value))
        far = std::max(far, std::fabs(value));
    pixels.push_back(-far);
    pixels.push_back(far);
  }
  std::vector<unsigned char> bytes = quantized(pixels, least, most);
  bytes.resize(count);
  Json picture = Json::object();
  picture.set("height", height).set("width", width);
  picture.set("channels", form.channels);
  picture.set("least", least).set("most", most);
  if (isSigned)
    picture.set("signed", true);
  picture.set("pixels", base64(bytes));
  return picture;
}

} // namespace nnc::rt
