//===- Json.cpp - Writing JSON, and reading it back -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Json.h"
#include "Runtime/Failure.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace nnc::rt {

Json &Json::set(std::string key, Json value) {
  members.emplace_back(std::move(key), std::move(value));
  return *this;
}

Json &Json::push(Json value) {
  items.push_back(std::move(value));
  return *this;
}

const Json *Json::find(const std::string &key) const {
  for (const auto &[name, value] : members)
    if (name == key)
      return &value;
  return nullptr;
}

std::string quoted(const std::string &text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += char(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", c);
      out += escape;
    } else {
      out += char(c);
    }
  }
  return out + '"';
}

std::string shortest(double value) {
  if (std::isnan(value))
    return "nan";
  if (std::isinf(value))
    return value < 0 ? "-inf" : "inf";
  char digits[40];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return std::string(digits, end);
}

void Json::writeTo(std::string &out) const {
  switch (kind) {
  case Null:
    out += "null";
    return;
  case Bool:
    out += integer ? "true" : "false";
    return;
  case Integer:
    out += std::to_string(integer);
    return;
  case Number:
    out += std::isfinite(number) ? shortest(number) : "null";
    return;
  case String:
    out += quoted(text);
    return;
  case Array:
    out += '[';
    for (const Json &item : items) {
      if (&item != &items.front())
        out += ", ";
      item.writeTo(out);
    }
    out += ']';
    return;
  case Object:
    out += '{';
    for (const auto &member : members) {
      if (&member != &members.front())
        out += ", ";
      out += quoted(member.first) + ": ";
      member.second.writeTo(out);
    }
    out += '}';
    return;
  }
}

std::string Json::write() const {
  std::string out;
  writeTo(out);
  return out;
}

//===----------------------------------------------------------------------===//
// Parser
//===----------------------------------------------------------------------===//

namespace {

class Parser {
public:
  Parser(const std::string &text, const std::string &what)
      : next(text.data()), end(next + text.size()), begin(next), what(what) {}

  Json parseAll() {
    Json value = parseValue(0);
    skipSpace();
    if (next != end)
      complain("more text after the value");
    return value;
  }

private:
  [[noreturn]] void complain(const char *problem) {
    fail(what, " is not valid JSON: ", problem, " at byte ", next - begin);
  }

  void skipSpace() {
    while (next != end &&
           (*next == ' ' || *next == '\n' || *next == '\t' || *next == '\r'))
      ++next;
  }

  bool accept(char c) {
    skipSpace();
    if (next == end || *next != c)
      return false;
    ++next;
    return true;
  }

  void expect(char c) {
    if (!accept(c))
      complain((std::string("`") + c + "` expected").c_str());
  }

  bool acceptWord(const char *word) {
    size_t length = std::char_traits<char>::length(word);
    if (size_t(end - next) < length || std::string(next, length) != word)
      return false;
    next += length;
    return true;
  }

  Json parseValue(int depth) {
    if (depth > 64)
      complain("nested too deeply");
    skipSpace();
    if (next == end)
      complain("it ends too early");
    if (*next == '"')
      return parseString();
    if (accept('[')) {
      Json array = Json::array();
      if (accept(']'))
        return array;
      do
        array.push(parseValue(depth + 1));
      while (accept(','));
      expect(']');
      return array;
    }
    if (accept('{')) {
      Json object = Json::object();
      if (accept('}'))
        return object;
      do {
        skipSpace();
        if (next == end || *next != '"')
          complain("a key expected");
        std::string key = parseString();
        expect(':');
        object.set(std::move(key), parseValue(depth + 1));
      } while (accept(','));
      expect('}');
      return object;
    }
    if (acceptWord("true"))
      return true;
    if (acceptWord("false"))
      return false;
    if (acceptWord("null"))
      return {};
    return parseNumber();
  }

  Json parseNumber() {
    int64_t integer;
    auto [afterInteger, error] = std::from_chars(next, end, integer);
    bool whole =
        error == std::errc() &&
        (afterInteger == end || (*afterInteger != '.' && *afterInteger != 'e' &&
                                 *afterInteger != 'E'));
    if (whole) {
      next = afterInteger;
      return integer;
    }
    double number;
    auto [afterNumber, numberError] = std::from_chars(next, end, number);
    if (numberError != std::errc())
      complain("a value expected");
    next = afterNumber;
    return number;
  }

  unsigned parseHex() {
    unsigned code = 0;
    if (end - next < 4 ||
        std::from_chars(next, next + 4, code, 16).ptr != next + 4)
      complain("four hex digits expected");
    next += 4;
    return code;
  }

  static void appendUtf8(std::string &out, unsigned code) {
    if (code < 0x80) {
      out += char(code);
    } else if (code < 0x800) {
      out += char(0xc0 | code >> 6);
      out += char(0x80 | (code & 63));
    } else if (code < 0x10000) {
      out += char(0xe0 | code >> 12);
      out += char(0x80 | (code >> 6 & 63));
      out += char(0x80 | (code & 63));
    } else {
      out += char(0xf0 | code >> 18);
      out += char(0x80 | (code >> 12 & 63));
      out += char(0x80 | (code >> 6 & 63));
      out += char(0x80 | (code & 63));
    }
  }

  std::string parseString() {
    std::string out;
    for (++next; next != end && *next != '"';) {
      char c = *next++;
      if (c != '\\') {
        out += c;
        continue;
      }
      if (next == end)
        break;
      switch (char escape = *next++) {
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
        out += '\r';
        break;
      case 'b':
        out += '\b';
        break;
      case 'f':
        out += '\f';
        break;
      case 'u': {
        unsigned code = parseHex();
        if (code >= 0xd800 && code < 0xdc00 && acceptWord("\\u"))
          code = 0x10000 + ((code - 0xd800) << 10) + (parseHex() - 0xdc00);
        appendUtf8(out, code);
        break;
      }
      default:
        out += escape;
      }
    }
    if (next == end)
      complain("a string is not closed");
    ++next;
    return out;
  }

  const char *next, *end, *begin;
  const std::string &what;
};

} // namespace

Json Json::parse(const std::string &text, const std::string &what) {
  return Parser(text, what).parseAll();
}

} // namespace nnc::rt
