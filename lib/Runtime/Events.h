//===- Events.h - Files that TensorBoard reads ------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A file of events is a row of records: length (8 bytes, little endian), masked
// CRC-32C of it, an Event as protocol buffer, masked CRC-32C of that
// (tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto).
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_EVENTS_H
#define NNC_RUNTIME_EVENTS_H

#include "Runtime/File.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nnc::rt {

/// CRC-32C (Castagnoli; RFC 3720, appendix B.4).
uint32_t crc32c(const std::string &bytes);

class EventFile {
public:
  /// Begins `folder`/events.out.tfevents.SECONDS.nnc.STEP. What files of
  /// earlier runs say of steps after `step` is to be forgotten.
  EventFile(const std::string &folder, int64_t step);
  EventFile(const EventFile &) = delete;
  EventFile &operator=(const EventFile &) = delete;
  ~EventFile();

  /// One number for each tag.
  void scalars(int64_t step,
               const std::vector<std::pair<std::string, double>> &values);
  /// Writes what is pending; throws where that fails.
  void flush();

private:
  void record(const std::string &event);

  LineFile file;
  std::string pending;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_EVENTS_H
