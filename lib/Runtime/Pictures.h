//===- Pictures.h - Numbers that people would rather look at ----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_PICTURES_H
#define NNC_RUNTIME_PICTURES_H

#include "Runtime/Array.h"
#include "Runtime/Json.h"

#include <optional>

namespace nnc::rt {

/// How the numbers of an array are the pixels of a picture.
struct PictureForm {
  int64_t height = 0, width = 0, channels = 1;
  bool channelsFirst = false;

  int64_t pixels() const { return height * width * channels; }
  size_t at(int64_t row, int64_t column, int64_t channel) const {
    return size_t(channelsFirst ? (channel * height + row) * width + column
                                : (row * width + column) * channels + channel);
  }
};

/// The form of an array [h, w], [c, h, w], [h, w, c] or, where the count is a
/// square or three of them, [n]; none where that is too small to see, or too
/// long.
std::optional<PictureForm> pictureForm(const Shape &shape);

/// Whether examples in this form are pictures, and no other numbers of that
/// shape: neighbours are more alike, in rows and in columns, than pixels are at
/// large.
bool looksLikePicture(const PictureForm &form,
                      const std::vector<std::vector<double>> &examples);

/// {"height", "width", "channels", "least", "most", "pixels"}: a byte for each
/// pixel, in base64, of 0 (least) to 255 (most). A large picture is made
/// smaller by whole factors. With `isSigned`, zero is in the middle.
Json pictureOf(const PictureForm &form, const double *values,
               bool isSigned = false);

std::string base64(const std::vector<unsigned char> &bytes);
/// Numbers as bytes between the least and the most of them that are finite.
std::vector<unsigned char> quantized(const std::vector<double> &values,
                                     double &least, double &most);

} // namespace nnc::rt

#endif // NNC_RUNTIME_PICTURES_H
