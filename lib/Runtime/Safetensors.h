//===- Safetensors.h - Weight files -----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_SAFETENSORS_H
#define NNC_RUNTIME_SAFETENSORS_H

#include "Runtime/Array.h"

#include <string>
#include <utility>
#include <vector>

namespace nnc::rt {

/// The content of one safetensors file, in the order of the file.
struct TensorFile {
  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<std::pair<std::string, Array>> tensors;

  const Array *find(const std::string &name) const;
  /// The metadata's value, or null.
  const std::string *note(const std::string &key) const;
  /// Whether a note has the name of a vocabulary.
  static bool isVocabulary(const std::string &key);
  void set(std::string key, std::string value) {
    metadata.emplace_back(std::move(key), std::move(value));
  }
};

/// Reads and checks everything that the header says.
TensorFile readSafetensors(const std::string &path);
/// Appears whole or not at all.
void writeSafetensors(const std::string &path, const TensorFile &file);

} // namespace nnc::rt

#endif // NNC_RUNTIME_SAFETENSORS_H
