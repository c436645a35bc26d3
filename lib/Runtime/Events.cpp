//===- Events.cpp - Files that TensorBoard reads --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Events.h"
#include "Runtime/Failure.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace nnc::rt {

static std::array<uint32_t, 256> makeTable() {
  std::array<uint32_t, 256> table{};
  for (uint32_t byte = 0; byte < 256; ++byte) {
    uint32_t rest = byte;
    for (int bit = 0; bit < 8; ++bit)
      rest = rest & 1 ? (rest >> 1) ^ 0x82F63B78U : rest >> 1;
    table[byte] = rest;
  }
  return table;
}

uint32_t crc32c(const std::string &bytes) {
  static const std::array<uint32_t, 256> table = makeTable();
  uint32_t crc = ~0U;
  for (unsigned char byte : bytes)
    crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8);
  return ~crc;
}

/// So that a CRC of data that holds CRCs is worth something.
static uint32_t masked(uint32_t crc) {
  return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

template <class Number> static std::string littleEndian(Number number) {
  std::string bytes(sizeof number, '\0');
  for (size_t i = 0; i < sizeof number; ++i)
    bytes[i] = char(number >> (8 * i));
  return bytes;
}

//===----------------------------------------------------------------------===//
// Protocol buffers: a key is 8 times the field's number plus the wire type.
//===----------------------------------------------------------------------===//

static std::string varint(uint64_t number) {
  std::string bytes;
  for (; number >= 0x80; number >>= 7)
    bytes += char(number | 0x80);
  return bytes + char(number);
}

static std::string integer(int field, int64_t value) {
  return varint(uint64_t(field) << 3) + varint(uint64_t(value));
}

static std::string message(int field, const std::string &bytes) {
  return varint(uint64_t(field) << 3 | 2) + varint(bytes.size()) + bytes;
}

static std::string number(int field, double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return varint(uint64_t(field) << 3 | 1) + littleEndian(bits);
}

static std::string number(int field, float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return varint(uint64_t(field) << 3 | 5) + littleEndian(bits);
}

/// An Event begins with the time and the step.
static std::string event(int64_t step) {
  using namespace std::chrono;
  double now = duration<double>(system_clock::now().time_since_epoch()).count();
  return number(1, now) + integer(2, step);
}

//===----------------------------------------------------------------------===//
// EventFile
//===----------------------------------------------------------------------===//

EventFile::EventFile(const std::string &folder, int64_t step)
    : file(cat(folder, "/events.out.tfevents.", int64_t(std::time(nullptr)),
               ".nnc.", step),
           /*keep=*/false) {
  record(event(0) + message(3, "brain.Event:2"));
  const int64_t start = 1; // SessionLog.START
  record(event(step + 1) + message(7, integer(1, start)));
  flush();
}

EventFile::~EventFile() {
  // A run that has failed still shows how it came to that, if it can.
  try {
    flush();
  } catch (const Failure &failure) {
    std::fprintf(stderr, "%s\n", failure.render().c_str());
  }
}

void EventFile::record(const std::string &event) {
  std::string length = littleEndian(uint64_t(event.size()));
  pending += length + littleEndian(masked(crc32c(length))) + event +
             littleEndian(masked(crc32c(event)));
}

void EventFile::scalars(
    int64_t step, const std::vector<std::pair<std::string, double>> &values) {
  std::string summary;
  for (const auto &[tag, value] : values)
    summary += message(1, message(1, tag) + number(2, float(value)));
  record(event(step) + message(5, summary));
  if (pending.size() > size_t(1) << 16)
    flush();
}

void EventFile::flush() {
  file.write(pending);
  pending.clear();
}

} // namespace nnc::rt
