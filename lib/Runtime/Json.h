//===- Json.h - Writing JSON, and reading it back ---------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_JSON_H
#define NNC_RUNTIME_JSON_H

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nnc::rt {

/// A JSON value. Objects keep the order in which they were written, so that
/// files are the same on every run.
class Json {
public:
  enum Kind { Null, Bool, Integer, Number, String, Array, Object };

  Json() = default;
  Json(bool value) : kind(Bool), integer(value) {}
  Json(int value) : kind(Integer), integer(value) {}
  Json(int64_t value) : kind(Integer), integer(value) {}
  Json(double value) : kind(Number), number(value) {}
  Json(const char *value) : kind(String), text(value) {}
  Json(std::string value) : kind(String), text(std::move(value)) {}
  static Json array() { return Json(Array); }
  static Json object() { return Json(Object); }

  /// Adds a member to an object, or an item to an array.
  Json &set(std::string key, Json value);
  Json &push(Json value);

  /// The member, or null.
  const Json *find(const std::string &key) const;
  bool is(Kind wanted) const { return kind == wanted; }
  double asNumber() const { return kind == Number ? number : double(integer); }

  /// On one line. Numbers are the shortest that read back as the same f64; a
  /// number that JSON cannot write (NaN, an infinity) is null.
  std::string write() const;

  /// Reads one value; throws Failure with a byte position, naming `what`.
  static Json parse(const std::string &text, const std::string &what);

  Kind kind = Null;
  int64_t integer = 0;
  double number = 0;
  std::string text;
  std::vector<Json> items;
  std::vector<std::pair<std::string, Json>> members;

private:
  explicit Json(Kind kind) : kind(kind) {}
  void writeTo(std::string &out) const;
};

/// The text quoted and escaped.
std::string quoted(const std::string &text);
/// The shortest text that reads back as the same number.
std::string shortest(double value);

} // namespace nnc::rt

#endif // NNC_RUNTIME_JSON_H
