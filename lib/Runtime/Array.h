//===- Array.h - Dense arrays as files hold them ----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_ARRAY_H
#define NNC_RUNTIME_ARRAY_H

#include "nnrt/program.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace nnc::rt {

/// The element types of files: those of programs, with the same numbers, and
/// the ones that occur only as columns of a source.
enum class Element : int32_t {
  F32 = NN_F32,
  F64 = NN_F64,
  F16 = NN_F16,
  BF16 = NN_BF16,
  I8 = NN_I8,
  I32 = NN_I32,
  I64 = NN_I64,
  Bool = NN_BOOL,
  U8,
  I16,
  U16,
  U32,
  U64
};

size_t elementSize(Element type);
/// As in the language: "f32", "u8".
const char *elementName(Element type);
bool isFloat(Element type);

using Shape = std::vector<int64_t>;

int64_t countOf(const Shape &shape);
/// "f32[3, 4]", and "f32" for a scalar.
std::string describe(Element type, const Shape &shape);

/// A dense array, row major.
struct Array {
  Element type = Element::F32;
  Shape shape;
  std::vector<char> bytes;

  Array() = default;
  Array(Element type, Shape shape);

  int64_t count() const { return countOf(shape); }
  std::string describe() const { return rt::describe(type, shape); }
  template <class T> T *as() { return reinterpret_cast<T *>(bytes.data()); }
  template <class T> const T *as() const {
    return reinterpret_cast<const T *>(bytes.data());
  }
};

/// Whether a value of `from` can be one that `to` does not hold (rule 54 of
/// the language): a fraction or an overflow in an integer, or neither 0 nor 1
/// in a bool.
bool mayFail(Element from, Element to);

/// Converts `count` elements. Returns the position of the first that does not
/// fit, or -1. With `truncate`, fractions are cut off and large values
/// saturate instead.
int64_t convert(Element from, const void *source, Element to, void *result,
                int64_t count, bool truncate = false);

/// memcpy that takes null pointers where there is nothing to copy.
inline void copyBytes(void *result, const void *source, size_t size) {
  if (size > 0)
    std::memcpy(result, source, size);
}

/// One element as text, for messages.
std::string elementText(Element type, const void *source, int64_t position);

} // namespace nnc::rt

#endif // NNC_RUNTIME_ARRAY_H
