//===- Profile.cpp - Where the time of a program goes ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Profile.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

namespace nnc::rt {

Profiler::Profiler(const Program &program) : profile(program->profile) {
  if (!profile)
    fail("`", program.path, "` does not tell where its time goes",
         "\n   = help: compile it with `nnc --profile`");
  profile->host = this;
  profile->mark = [](void *host, int64_t site, int32_t begins) {
    static_cast<Profiler *>(host)->mark(site, begins != 0);
  };
}

Profiler::~Profiler() { profile->mark = nullptr; }

double Profiler::now() {
  return std::chrono::duration<double>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void Profiler::mark(int64_t site, bool begins) {
  double time = now();
  if (begins)
    began = time;
  else
    events.push_back({site, began, time - began});
}

std::vector<Profiler::Row> Profiler::rows() const {
  std::map<std::pair<std::string, std::string>, Row> found;
  Row rest;
  rest.kernel = "(between kernels)";
  rest.seconds = all;
  for (const Event &event : fastest) {
    const nn_site &site = profile->sites[size_t(event.site)];
    Row &row = found[{site.layer, site.kernel}];
    row.layer = site.layer;
    row.kernel = site.kernel;
    ++row.calls;
    row.flops += site.flops;
    row.bytes += site.bytes;
    row.seconds += event.seconds;
    rest.seconds -= event.seconds;
  }
  std::vector<Row> result;
  for (auto &[key, row] : found)
    result.push_back(row);
  result.push_back(rest);
  std::sort(result.begin(), result.end(),
            [](const Row &a, const Row &b) { return a.seconds > b.seconds; });
  return result;
}

std::string Profiler::table(double peak) const {
  std::string text;
  char line[256];
  auto number = [](double value) -> std::string {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.1f", value);
    return value > 0 ? digits : "";
  };
  std::snprintf(line, sizeof line, "%9s %6s %7s %8s %6s %6s  %-20s %s\n", "ms",
                "share", "calls", "GFLOP/s", "peak", "GB/s", "kernel", "layer");
  text += line;
  for (const Row &row : rows()) {
    double gflops = double(row.flops) / row.seconds * 1e-9;
    std::string share = number(peak > 0 ? gflops / peak * 100 : 0);
    std::snprintf(line, sizeof line,
                  "%9.3f %5.1f%% %7lld %8s %6s %6s  %-20s %s\n",
                  row.seconds * 1e3, row.seconds / all * 100,
                  static_cast<long long>(row.calls), number(gflops).c_str(),
                  (share.empty() ? share : share + "%").c_str(),
                  number(double(row.bytes) / row.seconds * 1e-9).c_str(),
                  row.kernel.c_str(), row.layer.c_str());
    text += line;
  }
  return text;
}

Json Profiler::json() const {
  Json list = Json::array();
  for (const Row &row : rows()) {
    Json item = Json::object();
    item.set("layer", row.layer).set("kernel", row.kernel);
    item.set("calls", row.calls).set("seconds", row.seconds);
    item.set("flops", row.flops).set("bytes", row.bytes);
    list.push(item);
  }
  return list;
}

Json Profiler::trace() const {
  Json list = Json::array();
  for (const Event &event : fastest) {
    const nn_site &site = profile->sites[size_t(event.site)];
    Json arguments = Json::object();
    arguments.set("layer", site.layer).set("entry", site.entry);
    arguments.set("flops", site.flops).set("bytes", site.bytes);
    Json item = Json::object();
    item.set("name", site.kernel).set("cat", site.layer).set("ph", "X");
    item.set("pid", 1).set("tid", 1);
    item.set("ts", (event.start - fastest.front().start) * 1e6);
    item.set("dur", event.seconds * 1e6).set("args", arguments);
    list.push(item);
  }
  Json result = Json::object();
  result.set("traceEvents", list);
  return result;
}

} // namespace nnc::rt
