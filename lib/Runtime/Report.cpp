//===- Report.cpp - What a run leaves for people to read ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Report.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"

#include <sstream>

namespace nnc::rt {

std::vector<Json> readLines(const std::string &path) {
  std::vector<Json> lines;
  if (!fileExists(path))
    return lines;
  std::istringstream text(readFile(path));
  for (std::string line; std::getline(text, line);)
    if (!line.empty())
      lines.push_back(Json::parse(line, "a line of `" + path + "`"));
  return lines;
}

void keepLines(const std::string &path, int64_t step) {
  if (!fileExists(path))
    return;
  AtomicFile out(path);
  for (const Json &line : readLines(path)) {
    const Json *at = line.find("step");
    if (at && at->integer <= step)
      out.write(line.write() + "\n");
  }
  out.commit();
}

} // namespace nnc::rt
