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

#include <algorithm>
#include <cmath>
#include <cstdio>

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

namespace {

struct Curve {
  const char *part, *colour;
  std::vector<std::pair<double, double>> points; ///< Epoch or step, and value.
};

std::string escaped(const std::string &text) {
  std::string out;
  for (char c : text)
    out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

std::string brief(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

/// One chart as SVG: both parts of a metric over the steps.
std::string chart(const std::string &name, const std::vector<Json> &lines) {
  Curve curves[] = {{"train", "#2563a8", {}}, {"validation", "#c2571a", {}}};
  double low = HUGE_VAL, high = -HUGE_VAL, last = 1;
  for (const Json &line : lines)
    for (Curve &curve : curves) {
      const Json *part = line.find(curve.part);
      const Json *value = part ? part->find(name) : nullptr;
      if (!value || value->is(Json::Null))
        continue;
      double step = line.find("step")->asNumber(), y = value->asNumber();
      curve.points.emplace_back(step, y);
      low = std::min(low, y);
      high = std::max(high, y);
      last = std::max(last, step);
    }
  if (low > high)
    return "";
  if (high == low)
    high = low + (low == 0 ? 1 : std::fabs(low));
  auto x = [&](double step) { return 60 + 560 * step / last; };
  auto y = [&](double value) {
    return 190 - 170 * (value - low) / (high - low);
  };
  std::ostringstream svg;
  svg << "<h2>" << escaped(name) << "</h2>\n<svg viewBox=\"0 0 640 220\" "
      << "role=\"img\" aria-label=\"" << escaped(name) << "\">\n"
      << "<path d=\"M60 20V190H620\" fill=\"none\" stroke=\"#888\"/>\n"
      << "<text x=\"54\" y=\"26\" text-anchor=\"end\">" << brief(high)
      << "</text><text x=\"54\" y=\"192\" text-anchor=\"end\">" << brief(low)
      << "</text><text x=\"620\" y=\"208\" text-anchor=\"end\">step "
      << brief(last) << "</text>\n";
  int row = 0;
  for (const Curve &curve : curves) {
    if (curve.points.empty())
      continue;
    svg << "<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\""
        << curve.colour << "\" points=\"";
    for (auto [step, value] : curve.points)
      svg << brief(x(step)) << ',' << brief(y(value)) << ' ';
    svg << "\"/>\n<text x=\"616\" y=\"" << 30 + 16 * row++
        << "\" text-anchor=\"end\" fill=\"" << curve.colour << "\">"
        << curve.part << "</text>\n";
  }
  svg << "</svg>\n";
  return svg.str();
}

} // namespace

void writeReport(const std::string &folder, const Json &summary) {
  std::vector<Json> lines = readLines(folder + "/metrics.jsonl");
  std::ostringstream page;
  std::string title = summary.find("train")->text;
  page << "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n<title>"
       << escaped(title) << "</title>\n<style>body{font:15px system-ui;"
       << "max-width:44em;margin:2em auto;padding:0 1em}svg{width:100%}"
       << "text{font-size:11px}td,th{padding:.2em 1em .2em 0;text-align:left}"
       << "</style>\n<h1>" << escaped(title) << "</h1>\n<p>"
       << summary.find("epochs")->integer << " epochs, "
       << summary.find("steps")->integer << " steps, "
       << brief(summary.find("seconds")->asNumber()) << " s; stopped by "
       << summary.find("stopped")->text << ".</p>\n";
  const Json &metrics = *summary.find("metrics");
  std::vector<std::string> names;
  for (const auto &part : metrics.members)
    for (const auto &metric : part.second.members)
      if (std::find(names.begin(), names.end(), metric.first) == names.end())
        names.push_back(metric.first);
  page << "<table><tr><th>";
  for (const auto &part : metrics.members)
    page << "<th>" << part.first;
  for (const std::string &name : names) {
    page << "\n<tr><td>" << escaped(name);
    for (const auto &part : metrics.members) {
      const Json *value = part.second.find(name);
      page << "<td>"
           << (value && !value->is(Json::Null) ? brief(value->asNumber()) : "");
    }
  }
  page << "\n</table>\n";
  for (const std::string &name : names)
    page << chart(name, lines);
  AtomicFile out(folder + "/report.html");
  out.write(page.str());
  out.commit();
}

} // namespace nnc::rt
