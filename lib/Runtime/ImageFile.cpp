//===- ImageFile.cpp - PNG and JPEG -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Source.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstring>

// jpeglib.h needs <cstdio> before it.
#include <jpeglib.h>
#include <png.h>

namespace nnc::rt {

namespace {

/// No image of a data set is larger; a header that says so lies.
constexpr int64_t kMostPixels = int64_t(1) << 26;

template <class... Args>
[[noreturn]] void damaged(const std::string &path, const char *kind,
                          const Args &...args) {
  fail("`", path, "` is not a ", kind, " image, or is damaged: ", args...);
}

/// Pixels side by side to planes; channels beyond `channels` are dropped.
Array planes(const std::vector<uint8_t> &pixels, int64_t channels,
             int64_t stored, int64_t height, int64_t width) {
  Array result(Element::U8, {channels, height, width});
  int64_t area = height * width;
  for (int64_t i = 0; i < area; ++i)
    for (int64_t c = 0; c < channels; ++c)
      result.as<uint8_t>()[c * area + i] = pixels[size_t(i * stored + c)];
  return result;
}

Array decodePng(const std::string &content, const std::string &path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, content.data(), content.size()))
    damaged(path, "PNG", image.message);
  if (int64_t(image.width) * image.height > kMostPixels) {
    png_image_free(&image);
    damaged(path, "PNG", "it says it is ", image.width, " x ", image.height);
  }
  bool color = image.format & PNG_FORMAT_FLAG_COLOR;
  // Reading alpha and dropping it leaves the colours as they are stored.
  image.format = color ? PNG_FORMAT_RGBA : PNG_FORMAT_GA;
  std::vector<uint8_t> pixels(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr)) {
    png_image_free(&image);
    damaged(path, "PNG", image.message);
  }
  return planes(pixels, color ? 3 : 1, color ? 4 : 2, image.height,
                image.width);
}

struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
  char text[JMSG_LENGTH_MAX];
};

/// libjpeg is C: what is wrong goes back by longjmp, over nothing of ours.
[[noreturn]] void onJpegError(j_common_ptr info) {
  auto *errors = reinterpret_cast<JpegErrors *>(info->err);
  errors->base.format_message(info, errors->text);
  std::longjmp(errors->back, 1);
}

/// A warning is damage: libjpeg would fill the rest with grey.
void onJpegMessage(j_common_ptr info, int level) {
  if (level < 0)
    onJpegError(info);
}

/// False where `errors` says what is wrong. Nothing in here has a destructor.
bool readJpeg(const std::string &content, jpeg_decompress_struct &info,
              JpegErrors &errors, std::vector<uint8_t> &pixels) {
  if (setjmp(errors.back))
    return false;
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char *>(content.data()),
               static_cast<unsigned long>(content.size()));
  jpeg_read_header(&info, TRUE);
  if (int64_t(info.image_width) * info.image_height > kMostPixels) {
    std::snprintf(errors.text, sizeof errors.text, "it says it is %u x %u",
                  info.image_width, info.image_height);
    return false;
  }
  info.out_color_space =
      info.jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_start_decompress(&info);
  size_t row = size_t(info.output_width) * size_t(info.output_components);
  pixels.resize(row * info.output_height);
  while (info.output_scanline < info.output_height) {
    JSAMPROW next = pixels.data() + row * info.output_scanline;
    jpeg_read_scanlines(&info, &next, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

Array decodeJpeg(const std::string &content, const std::string &path) {
  jpeg_decompress_struct info{};
  JpegErrors errors{};
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = onJpegError;
  errors.base.emit_message = onJpegMessage;
  std::vector<uint8_t> pixels;
  bool good = readJpeg(content, info, errors, pixels);
  int64_t channels = info.output_components, height = info.output_height,
          width = info.output_width;
  jpeg_destroy_decompress(&info);
  if (!good)
    damaged(path, "JPEG", errors.text);
  return planes(pixels, channels, channels, height, width);
}

} // namespace

Array decodeImage(const std::string &content, const std::string &path) {
  if (content.compare(0, 4, "\x89PNG") == 0)
    return decodePng(content, path);
  if (content.compare(0, 2, "\xff\xd8") == 0)
    return decodeJpeg(content, path);
  damaged(path, "PNG or JPEG", "it starts like neither");
}

Array resizeImages(const Array &images, int64_t height, int64_t width) {
  Shape shape = images.shape;
  int64_t fromHeight = shape.end()[-2], fromWidth = shape.end()[-1];
  shape.end()[-2] = height;
  shape.end()[-1] = width;
  Array result(Element::F32, shape);
  int64_t area = fromHeight * fromWidth;
  if (area == 0 || result.count() == 0)
    return result;
  // Where a new pixel's centre lies among the old ones: two and a weight.
  struct Tap {
    int64_t low, high;
    float weight;
  };
  auto taps = [](int64_t from, int64_t to) {
    std::vector<Tap> all;
    for (int64_t i = 0; i < to; ++i) {
      double at = (double(i) + 0.5) * double(from) / double(to) - 0.5;
      at = std::min(std::max(at, 0.0), double(from - 1));
      auto low = int64_t(at);
      all.push_back(
          {low, std::min(low + 1, from - 1), float(at - double(low))});
    }
    return all;
  };
  std::vector<Tap> rows = taps(fromHeight, height),
                   cols = taps(fromWidth, width);
  std::vector<float> plane(static_cast<size_t>(area));
  float *next = result.as<float>();
  for (int64_t start = 0; start < images.count(); start += area) {
    convert(images.type,
            images.bytes.data() + size_t(start) * elementSize(images.type),
            Element::F32, plane.data(), area);
    for (const Tap &row : rows)
      for (const Tap &col : cols) {
        auto mix = [&](int64_t line) {
          const float *from = plane.data() + line * fromWidth;
          return from[col.low] + col.weight * (from[col.high] - from[col.low]);
        };
        float top = mix(row.low);
        *next++ = top + row.weight * (mix(row.high) - top);
      }
  }
  return result;
}

} // namespace nnc::rt
