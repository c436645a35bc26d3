//===- Cache.h - Programs compiled by earlier runs --------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A folder of libraries, one file each: the library as the compiler wrote it,
// and behind it what it was made from. An entry counts only if every byte is as
// it was written and all that it was made from is the same now; anything else
// is as if it were not there. Entries appear by renaming, so that any number of
// processes may use the folder at once.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_CACHE_H
#define NNC_TOOLS_NNCRUN_CACHE_H

#include "Runtime/Program.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nnc::run {

/// What identifies the processor: what it can do, by its own account.
std::string processorText();

/// The entry of one key.
class CachedProgram {
public:
  /// `key` holds all that the code depends on but the files that the source
  /// imports. The folder is made if it is missing.
  explicit CachedProgram(std::string key);
  CachedProgram(const CachedProgram &) = delete;
  CachedProgram &operator=(const CachedProgram &) = delete;
  ~CachedProgram();

  /// The program, named `name` in messages; null where there is none. `report`
  /// is what the compiler said of it, `summary` its layers as JSON.
  std::unique_ptr<rt::Program> find(const std::string &name,
                                    std::string &report,
                                    std::string &summary) const;

  /// Of what `find` has found, in bytes.
  int64_t size() const;

  /// Where the compiler is to write the library; empty if the folder cannot be
  /// written to.
  const std::string &temporary();
  /// Makes the entry of what lies there now. `files` are those that were
  /// imported: path and text. Nothing happens if it cannot be written.
  void add(const std::vector<std::pair<std::string, std::string>> &files,
           const std::string &report, const std::string &summary);

private:
  std::string folder, path, key, temporaryPath;
};

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_CACHE_H
