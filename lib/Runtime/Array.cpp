//===- Array.cpp - Dense arrays as files hold them ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Array.h"
#include "Runtime/Failure.h"
#include "Runtime/Json.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace nnc::rt {

namespace {

/// The sixteen-bit floats are only ever widened or rounded from f32.
struct Half {
  uint16_t bits;
};
struct Brain {
  uint16_t bits;
};
/// One byte, 0 or 1.
struct Truth {
  uint8_t value;
};

float widen(Half value) {
  _Float16 half;
  std::memcpy(&half, &value.bits, 2);
  return float(half);
}

float widen(Brain value) {
  uint32_t bits = uint32_t(value.bits) << 16;
  float result;
  std::memcpy(&result, &bits, 4);
  return result;
}

Half narrowHalf(double value) {
  auto half = _Float16(value);
  Half result;
  std::memcpy(&result.bits, &half, 2);
  return result;
}

/// Rounds to nearest even; NaN stays a NaN.
Brain narrowBrain(double value) {
  auto single = float(value);
  uint32_t bits;
  std::memcpy(&bits, &single, 4);
  if (std::isnan(single))
    return {uint16_t(bits >> 16 | 0x40)};
  return {uint16_t((bits + 0x7fff + (bits >> 16 & 1)) >> 16)};
}

template <class Visitor> auto visit(Element type, Visitor visitor) {
  switch (type) {
  case Element::F32:
    return visitor(float());
  case Element::F64:
    return visitor(double());
  case Element::F16:
    return visitor(Half());
  case Element::BF16:
    return visitor(Brain());
  case Element::I8:
    return visitor(int8_t());
  case Element::I32:
    return visitor(int32_t());
  case Element::I64:
    return visitor(int64_t());
  case Element::Bool:
    return visitor(Truth());
  case Element::U8:
    return visitor(uint8_t());
  case Element::I16:
    return visitor(int16_t());
  case Element::U16:
    return visitor(uint16_t());
  case Element::U32:
    return visitor(uint32_t());
  case Element::U64:
    break;
  }
  return visitor(uint64_t());
}

template <class T> constexpr bool isInteger = std::is_integral_v<T>;

/// A value of the file, as f64 or as the integer it is.
template <class T> auto load(T value) {
  if constexpr (std::is_same_v<T, Half> || std::is_same_v<T, Brain>)
    return double(widen(value));
  else if constexpr (std::is_same_v<T, Truth>)
    return int64_t(value.value);
  else if constexpr (isInteger<T>)
    return value;
  else
    return double(value);
}

/// Whether the integer or f64 `value` is one of To's; makes it so if asked.
template <class To, class From>
bool toInteger(From value, To &result, bool truncate) {
  using Limits = std::numeric_limits<To>;
  if constexpr (isInteger<From>) {
    bool below = std::is_signed_v<From> &&
                 (std::is_signed_v<To> ? int64_t(value) < int64_t(Limits::min())
                                       : value < From(0));
    bool above = !below && (std::is_signed_v<From> && value < From(0)
                                ? false
                                : uint64_t(value) > uint64_t(Limits::max()));
    result = below ? Limits::min() : above ? Limits::max() : To(value);
    return truncate || (!below && !above);
  } else {
    double whole = std::trunc(value);
    bool below = whole < double(Limits::min());
    bool above = whole >= std::ldexp(1.0, Limits::digits);
    bool good = !std::isnan(value) && !below && !above && whole == value;
    result = std::isnan(value) ? To(0)
             : below           ? Limits::min()
             : above           ? Limits::max()
                               : To(whole);
    return truncate || good;
  }
}

template <class From, class To>
bool convertOne(From source, To &result, bool truncate) {
  auto value = load(source);
  if constexpr (std::is_same_v<To, Half>)
    result = narrowHalf(double(value));
  else if constexpr (std::is_same_v<To, Brain>)
    result = narrowBrain(double(value));
  else if constexpr (std::is_same_v<To, Truth>) {
    result.value = value != 0;
    return value == 0 || value == 1;
  } else if constexpr (isInteger<To>)
    return toInteger<To>(value, result, truncate);
  else
    result = To(value);
  return true;
}

} // namespace

size_t elementSize(Element type) {
  return visit(type, [](auto value) { return sizeof value; });
}

const char *elementName(Element type) {
  static const char *const names[] = {"f32", "f64", "f16",  "bf16", "i8",
                                      "i32", "i64", "bool", "u8",   "i16",
                                      "u16", "u32", "u64"};
  return names[int(type)];
}

bool isFloat(Element type) {
  return type == Element::F32 || type == Element::F64 || type == Element::F16 ||
         type == Element::BF16;
}

int64_t countOf(const Shape &shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  return count;
}

std::string describe(Element type, const Shape &shape) {
  std::string text = elementName(type);
  return shape.empty() ? text : text + "[" + joined(shape) + "]";
}

Array::Array(Element type, Shape dims)
    : type(type), shape(std::move(dims)),
      bytes(size_t(countOf(shape)) * elementSize(type)) {}

bool mayFail(Element from, Element to) {
  if (isFloat(to) || from == to)
    return false;
  return !visit(from, [&](auto source) {
    return visit(to, [&](auto result) {
      using From = decltype(source);
      using To = decltype(result);
      if constexpr (isInteger<From> && isInteger<To>) {
        bool signs = std::is_signed_v<To> || !std::is_signed_v<From>;
        return signs && std::numeric_limits<From>::digits <=
                            std::numeric_limits<To>::digits;
      }
      return std::is_same_v<From, Truth> && isInteger<To>;
    });
  });
}

int64_t convert(Element from, const void *source, Element to, void *result,
                int64_t count, bool truncate) {
  if (from == to && from != Element::Bool) {
    copyBytes(result, source, size_t(count) * elementSize(from));
    return -1;
  }
  return visit(from, [&](auto fromTag) {
    return visit(to, [&](auto toTag) {
      auto *in = static_cast<const decltype(fromTag) *>(source);
      auto *out = static_cast<decltype(toTag) *>(result);
      for (int64_t i = 0; i < count; ++i)
        if (!convertOne(in[i], out[i], truncate))
          return i;
      return int64_t(-1);
    });
  });
}

std::string elementText(Element type, const void *source, int64_t position) {
  return visit(type, [&](auto tag) {
    auto value = load(static_cast<const decltype(tag) *>(source)[position]);
    if constexpr (std::is_same_v<decltype(value), double>)
      return shortest(value);
    else
      return std::to_string(value);
  });
}

} // namespace nnc::rt
