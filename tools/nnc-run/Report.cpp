//===- Report.cpp - The page of a run, and nnc-run report -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The page is fixed text with the data of the run in one script element, as
// JSON; what it looks like is decided in tools/nnc-run/report.
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "Commands.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Thin.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace nnc::run {

using namespace rt;

/// Points of a curve that a screen can show, and bytes that a page should have.
constexpr size_t mostLines = 1000, mostBytes = 1'200'000;
/// Seconds between two pages of a run.
constexpr double pageSeconds = 30;

/// The value, or null where it is not there or not whole.
static Json readJson(const std::string &path) {
  try {
    return fileExists(path) ? Json::parse(readFile(path), path) : Json();
  } catch (const Failure &) {
    return {};
  }
}

/// {"total", "lines"}: of a file of one value a line, as many as a page has
/// room for. A line that is not whole, as a run that was killed may leave it,
/// is left out.
static Json readThinned(const std::string &path) {
  std::vector<std::string> lines;
  std::istringstream text(fileExists(path) ? readFile(path) : "");
  for (std::string line; std::getline(text, line);)
    if (!line.empty())
      lines.push_back(std::move(line));
  Json kept = Json::array();
  for (size_t at : thin(lines, mostLines, mostBytes)) {
    try {
      kept.push(Json::parse(lines[at], path));
    } catch (const Failure &) {
      continue;
    }
  }
  return Json::object()
      .set("total", int64_t(lines.size()))
      .set("lines", std::move(kept));
}

/// JSON as the text of a script element: nothing in it can end the element.
static std::string forScript(const std::string &json) {
  std::string text;
  for (char c : json) {
    if (c == '<')
      text += "\\u003c";
    else if (c == '>')
      text += "\\u003e";
    else if (c == '&')
      text += "\\u0026";
    else
      text += c;
  }
  return text;
}

static std::string forMarkup(const std::string &text) {
  std::string out;
  for (char c : text)
    out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

static void replace(std::string &text, const std::string &mark,
                    const std::string &by) {
  size_t at = text.find(mark);
  if (at == std::string::npos)
    throw Failure(OurBug, cat("the page has no `", mark, "`"));
  text.replace(at, mark.size(), by);
}

static bool isRun(const std::string &folder) {
  return fileExists(folder + "/run.json") ||
         fileExists(folder + "/metrics.jsonl");
}

void writeReport(const std::string &folder) {
  Json data = Json::object();
  Json run = readJson(folder + "/run.json");
  const Json *name = run.find("train");
  std::string title = name ? name->text : baseName(folder);
  data.set("folder", baseName(folder)).set("run", std::move(run));
  data.set("summary", readJson(folder + "/summary.json"));
  data.set("metrics", readThinned(folder + "/metrics.jsonl"));
  data.set("statistics", readThinned(folder + "/statistics.jsonl"));
  data.set("findings", readThinned(folder + "/findings.jsonl"));
  data.set("answers", readJson(folder + "/answers.json"));
  std::string page = reportPage();
  // The title last: what it may hold is no mark.
  replace(page, "{{data}}", forScript(data.write()));
  replace(page, "{{title}}", forMarkup(title));
  AtomicFile out(folder + "/report.html");
  out.write(page);
  out.commit();
}

void Page::begin(const nn_train &section, const RunState &state, int64_t total,
                 int64_t perEpoch) {
  hasBegun = true;
  std::string path = folder + "/summary.json";
  if (summary.empty()) {
    ::unlink(path.c_str()); // Of another program.
  } else {
    AtomicFile out(path);
    out.write(summary);
    out.commit();
  }
  writeReport(folder);
  written = Clock::now();
}

void Page::checked(const RunState &state, const Json &line) {
  if (secondsSince(written) < pageSeconds || hasFailed)
    return;
  try {
    writeReport(folder);
  } catch (const Failure &failure) {
    // Learning goes on; at its end there is another try.
    hasFailed = true;
    printNote(cat("the report could not be written: ", failure.what()));
  }
  written = Clock::now();
}

void Page::end(bool failed) {
  if (!failed)
    return writeReport(folder);
  try {
    if (hasBegun)
      writeReport(folder);
  } catch (const Failure &failure) {
    // What the run has failed of is still to be told.
    printNote(cat("the report could not be written: ", failure.what()));
  }
}

int runReport(const Arguments &arguments) {
  std::string folder = arguments.files[0];
  while (folder.size() > 1 && folder.back() == '/')
    folder.pop_back();
  if (!folderExists(folder))
    fail("`", folder,
         "` is no folder\n   = help: give the folder of a run, "
         "that of `nnc-run train --out`");
  std::vector<std::string> runs;
  if (isRun(folder)) {
    runs.push_back(folder);
  } else {
    for (const std::string &name : listFolder(folder))
      if (isRun(folder + "/" + name)) // A section of several.
        runs.push_back(folder + "/" + name);
    std::sort(runs.begin(), runs.end());
  }
  if (runs.empty())
    fail("`", folder, "` holds no run: neither run.json nor metrics.jsonl");
  for (const std::string &run : runs) {
    writeReport(run);
    std::printf("%s/report.html\n", run.c_str());
  }
  return Done;
}

} // namespace nnc::run
