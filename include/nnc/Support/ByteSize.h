//===- ByteSize.h - Numbers of bytes as text --------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of the standard library alone: nnc-run, which knows no LLVM, reads them too.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_SUPPORT_BYTESIZE_H
#define NNC_SUPPORT_BYTESIZE_H

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

namespace nnc {

/// What a wrong one is answered with.
inline constexpr char byteSizeForms[] =
    "needs a size above 0, as `64MB`, `1.5GB`, `64MiB` or a number of bytes";

/// `64MB` (10^6), `64MiB` (2^20), with k, M or G, or a number of bytes; none
/// where it is not above 0 or too large.
inline std::optional<int64_t> parseByteSize(const std::string &text) {
  if (text.empty() || text[0] < '0' || text[0] > '9' ||
      text.find_first_of("xXeEpP") != std::string::npos)
    return std::nullopt;
  char *end = nullptr;
  double number = std::strtod(text.c_str(), &end);
  std::string unit = end;
  if (!unit.empty()) {
    if (unit.back() != 'B')
      return std::nullopt;
    unit.pop_back();
    bool binary = unit.size() == 2 && unit[1] == 'i';
    std::string prefix = binary ? unit.substr(0, 1) : unit;
    int power = prefix.empty()                   ? 0
                : prefix == "k" || prefix == "K" ? 1
                : prefix == "M"                  ? 2
                : prefix == "G"                  ? 3
                                                 : -1;
    if (power < 0)
      return std::nullopt;
    number *= std::pow(binary ? 1024.0 : 1000.0, power);
  } else if (number != std::floor(number)) {
    return std::nullopt;
  }
  number = std::floor(number);
  if (!(number >= 1) || number > 1e18)
    return std::nullopt;
  return int64_t(number);
}

/// `98.4MB`: three digits that no fewer bytes than `bytes` make, so that what
/// is said to be enough is enough.
inline std::string formatByteSize(int64_t bytes) {
  static const char *const units[] = {"B", "kB", "MB", "GB"};
  double number = double(bytes);
  int unit = 0;
  for (; number >= 1000 && unit < 3; ++unit)
    number /= 1000;
  double scale = unit == 0 ? 1 : number < 10 ? 100 : number < 100 ? 10 : 1;
  char text[32];
  std::snprintf(text, sizeof text, "%.12g%s",
                std::ceil(number * scale - 1e-9) / scale, units[unit]);
  return text;
}

} // namespace nnc

#endif // NNC_SUPPORT_BYTESIZE_H
