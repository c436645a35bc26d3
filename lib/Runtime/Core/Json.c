/*===- Json.c - Reading the header of a weights file -----------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <string.h>

static void skipSpace(nnrt_json *json) {
  while (json->next != json->end && strchr(" \n\t\r", *json->next) &&
         *json->next)
    ++json->next;
}

int nnrt_json_accept(nnrt_json *json, char c) {
  skipSpace(json);
  if (json->next == json->end || *json->next != c)
    return 0;
  ++json->next;
  return 1;
}

static int hexDigit(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/* The four digits after `\u`. */
static int hexDigits(nnrt_json *json, uint32_t *code) {
  *code = 0;
  for (int i = 0; i < 4; ++i) {
    int digit = json->next == json->end ? -1 : hexDigit(*json->next++);
    if (digit < 0)
      return 0;
    *code = *code * 16 + (uint32_t)digit;
  }
  return 1;
}

/* The code after `\u`: of two halves of a surrogate pair where they follow each
 * other. Half of one stays as it is. */
static int hexCode(nnrt_json *json, uint32_t *code) {
  if (!hexDigits(json, code))
    return 0;
  if (*code < 0xd800 || *code > 0xdbff || json->end - json->next < 6 ||
      json->next[0] != '\\' || json->next[1] != 'u')
    return 1;
  nnrt_json second = {json->next + 2, json->end};
  uint32_t low;
  if (!hexDigits(&second, &low) || low < 0xdc00 || low > 0xdfff)
    return 1;
  json->next = second.next;
  *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
  return 1;
}

static size_t toUtf8(uint32_t code, char *bytes) {
  if (code < 0x80) {
    bytes[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    bytes[0] = (char)(0xc0 | code >> 6);
    bytes[1] = (char)(0x80 | (code & 0x3f));
    return 2;
  }
  if (code < 0x10000) {
    bytes[0] = (char)(0xe0 | code >> 12);
    bytes[1] = (char)(0x80 | (code >> 6 & 0x3f));
    bytes[2] = (char)(0x80 | (code & 0x3f));
    return 3;
  }
  bytes[0] = (char)(0xf0 | code >> 18);
  bytes[1] = (char)(0x80 | (code >> 12 & 0x3f));
  bytes[2] = (char)(0x80 | (code >> 6 & 0x3f));
  bytes[3] = (char)(0x80 | (code & 0x3f));
  return 4;
}

int nnrt_json_string(nnrt_json *json, char *text, size_t capacity,
                     size_t *length) {
  static const char escapes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  *length = 0;
  if (!nnrt_json_accept(json, '"'))
    return 0;
  while (json->next != json->end && *json->next != '"') {
    char bytes[4] = {*json->next++};
    size_t count = 1;
    if ((unsigned char)bytes[0] < 0x20)
      return 0;
    if (bytes[0] == '\\') {
      char kind = json->next == json->end ? '\0' : *json->next++;
      const char *known = kind ? strchr(escapes, kind) : NULL;
      uint32_t code;
      if (known)
        bytes[0] = meanings[known - escapes];
      else if (kind == 'u' && hexCode(json, &code))
        count = toUtf8(code, bytes);
      else
        return 0;
    }
    for (size_t i = 0; i < count; ++i, ++*length)
      if (*length + 1 < capacity)
        text[*length] = bytes[i];
  }
  if (capacity)
    text[*length < capacity ? *length : capacity - 1] = '\0';
  return nnrt_json_accept(json, '"');
}

int nnrt_json_count(nnrt_json *json, int64_t *value) {
  skipSpace(json);
  const char *start = json->next;
  *value = 0;
  for (; json->next != json->end && *json->next >= '0' && *json->next <= '9';
       ++json->next)
    if (__builtin_mul_overflow(*value, 10, value) ||
        __builtin_add_overflow(*value, *json->next - '0', value))
      return 0;
  int leadingZero = json->next - start > 1 && *start == '0';
  int fraction =
      json->next != json->end && strchr(".eE", *json->next) && *json->next;
  return json->next != start && !leadingZero && !fraction;
}

/* A number, true, false or null, loosely: nobody asks for its value. */
static int skipWord(nnrt_json *json) {
  const char *start = json->next;
  while (json->next != json->end &&
         ((*json->next >= 'a' && *json->next <= 'z') || *json->next == 'E' ||
          (*json->next >= '0' && *json->next <= '9') || *json->next == '-' ||
          *json->next == '+' || *json->next == '.'))
    ++json->next;
  return json->next != start;
}

int nnrt_json_skip(nnrt_json *json) {
  /* What is open, innermost last: a bit each, 1 for an object. */
  uint64_t open = 0;
  size_t length;
  for (int depth = 0;;) {
    if (nnrt_json_accept(json, '{') || nnrt_json_accept(json, '[')) {
      int object = json->next[-1] == '{';
      if (depth == 64)
        return 0;
      if (!nnrt_json_accept(json, object ? '}' : ']')) {
        open = open << 1 | (uint64_t)object;
        ++depth;
        if (object && (!nnrt_json_string(json, NULL, 0, &length) ||
                       !nnrt_json_accept(json, ':')))
          return 0;
        continue;
      }
    } else if (json->next != json->end && *json->next == '"') {
      if (!nnrt_json_string(json, NULL, 0, &length))
        return 0;
    } else if (!skipWord(json)) {
      return 0;
    }
    while (depth && nnrt_json_accept(json, open & 1 ? '}' : ']')) {
      open >>= 1;
      --depth;
    }
    if (!depth)
      return 1;
    if (!nnrt_json_accept(json, ','))
      return 0;
    if ((open & 1) && (!nnrt_json_string(json, NULL, 0, &length) ||
                       !nnrt_json_accept(json, ':')))
      return 0;
  }
}
