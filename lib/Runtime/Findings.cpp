//===- Findings.cpp - What a run says of itself ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Findings.h"
#include "Runtime/Failure.h"
#include "Runtime/Report.h"

#include <algorithm>
#include <cstdio>

namespace nnc::rt {

Json Finding::json() const {
  Json line = Json::object();
  line.set("code", code).set("path", path).set("step", step);
  line.set("text", text).set("help", help);
  return line;
}

Finding Finding::parse(const Json &line) {
  auto text = [&](const char *key) {
    const Json *value = line.find(key);
    return value ? value->text : std::string();
  };
  const Json *step = line.find("step");
  return {text("code"), text("path"), step ? step->integer : 0, text("text"),
          text("help")};
}

std::string Finding::render() const {
  std::string where = path.empty() ? "" : " " + path;
  return cat("finding[", code, "]", where, ": ", text, "\n  help: ", help);
}

std::string brief(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

/// Said when a run has ended after `step`, and perhaps not true any more where
/// it goes on.
static bool isOfTheEnd(const Finding &finding, int64_t step) {
  return finding.code == "F0403" || finding.code == "F0404" ||
         finding.code == "F0701" ||
         (finding.step == step &&
          (finding.code == "F0302" || finding.code == "F0402"));
}

void FindingLog::open(const std::string &folder, int64_t step) {
  findings.clear();
  if (folder.empty())
    return;
  std::string path = folder + "/findings.jsonl";
  std::string kept;
  if (step >= 0)
    for (const Json &line : readLines(path)) {
      Finding finding = Finding::parse(line);
      if (finding.step > step || isOfTheEnd(finding, step))
        continue;
      findings.push_back(finding);
      kept += line.write() + "\n";
    }
  AtomicFile file(path);
  file.write(kept);
  file.commit();
  lines = std::make_unique<LineFile>(path, /*keep=*/true);
}

std::vector<Finding> FindingLog::add(const std::vector<Finding> &found) {
  std::vector<Finding> added;
  for (const Finding &finding : found) {
    auto same = [&](const Finding &other) {
      return other.code == finding.code && other.path == finding.path;
    };
    if (std::any_of(findings.begin(), findings.end(), same))
      continue;
    findings.push_back(finding);
    added.push_back(finding);
    if (lines)
      lines->append(finding.json().write());
  }
  return added;
}

Json FindingLog::json() const {
  Json array = Json::array();
  for (const Finding &finding : findings)
    array.push(finding.json());
  return array;
}

} // namespace nnc::rt
