//===- Findings.h - What a run says of itself -------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is what a student or an engineer would want to be told of a run:
// a layer that is dead, a network that learns by heart. Rules are pure
// functions of what the run has measured (FindCurves.h, FindData.h); the
// training loop gives what they find to a FindingLog. docs/Diagnostics.md
// explains each code.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDINGS_H
#define NNC_RUNTIME_FINDINGS_H

#include "Runtime/File.h"
#include "Runtime/Json.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace nnc::rt {

struct Finding {
  std::string code;      ///< "F0401"
  std::string path;      ///< Of a layer, parameter or field; empty: the run.
  int64_t step = 0;      ///< Optimizer updates that were done when it was seen.
  std::string text = ""; ///< What is seen, with its numbers, on one line.
  std::string help = ""; ///< One thing to do.

  Json json() const;
  /// Of a line of findings.jsonl.
  static Finding parse(const Json &line);
  /// `finding[F0201] block.0.fc: text` and, indented below, `help: ...`.
  std::string render() const;
};

/// A number as findings show it: `12.34`, `0.04567`.
std::string brief(double value);

/// What a run has found: each code and path once, the first time.
class FindingLog {
public:
  /// Keeps `folder`/findings.jsonl from now on, if there is a folder. A run
  /// that goes on after `step` keeps what was found until then, but for what is
  /// said of a run's end; one that starts anew (step < 0) begins with nothing.
  void open(const std::string &folder, int64_t step);

  /// Adds what is new, and returns it.
  std::vector<Finding> add(const std::vector<Finding> &found);

  const std::vector<Finding> &all() const { return findings; }
  /// As an array, in the order in which they were found.
  Json json() const;

private:
  std::vector<Finding> findings;
  std::unique_ptr<LineFile> lines;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDINGS_H
