//===- TimeReport.cpp - Where the time of a compilation went --------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/TimeReport.h"

#include "mlir/Pass/Pass.h"
#include "llvm/Pass.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Timer.h"
#include "llvm/Support/raw_ostream.h"

#include <time.h>

namespace nnc {

TimeReport::Clock::time_point TimeReport::Clock::now() {
  timespec time;
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time_point(std::chrono::seconds(time.tv_sec) +
                    std::chrono::nanoseconds(time.tv_nsec));
}

static double secondsOf(TimeReport::Clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

void TimeReport::addStage(llvm::StringRef name, Clock::time_point start) {
  stages.push_back(
      {name.str(), secondsOf(Clock::now() - start), std::move(passes)});
  passes.clear();
}

void TimeReport::begin() { running.push_back({Clock::now()}); }

void TimeReport::end(llvm::StringRef name) {
  Running pass = running.back();
  running.pop_back();
  Clock::duration time = Clock::now() - pass.start;
  if (!running.empty())
    running.back().inner += time;
  if (!name.empty())
    passes[name.str()] += secondsOf(time - pass.inner);
}

struct PassTimer : mlir::PassInstrumentation {
  explicit PassTimer(TimeReport &report) : report(report) {}
  void runBeforePass(mlir::Pass *, mlir::Operation *) override {
    report.begin();
  }
  // What runs the passes of nested ops has no argument, and is not shown.
  void runAfterPass(mlir::Pass *pass, mlir::Operation *) override {
    report.end(pass->getArgument());
  }
  void runAfterPassFailed(mlir::Pass *pass, mlir::Operation *) override {
    report.end(pass->getArgument());
  }
  TimeReport &report;
};

std::unique_ptr<mlir::PassInstrumentation> TimeReport::forMLIR() {
  return std::make_unique<PassTimer>(*this);
}

void TimeReport::forLLVM(llvm::PassInstrumentationCallbacks &callbacks) {
  // Adaptors and managers of passes are passes too.
  auto nameOf = [&callbacks](llvm::StringRef id) {
    return callbacks.getPassNameForClassName(id);
  };
  callbacks.registerBeforeNonSkippedPassCallback(
      [this](llvm::StringRef, llvm::Any) { begin(); });
  callbacks.registerAfterPassCallback(
      [this, nameOf](llvm::StringRef id, llvm::Any,
                     const llvm::PreservedAnalyses &) { end(nameOf(id)); });
  callbacks.registerAfterPassInvalidatedCallback(
      [this, nameOf](llvm::StringRef id, const llvm::PreservedAnalyses &) {
        end(nameOf(id));
      });
  callbacks.registerBeforeAnalysisCallback(
      [this](llvm::StringRef, llvm::Any) { begin(); });
  callbacks.registerAfterAnalysisCallback(
      [this, nameOf](llvm::StringRef id, llvm::Any) { end(nameOf(id)); });
}

void TimeReport::startMachine() { llvm::TimePassesIsEnabled = true; }

void TimeReport::takeMachine() {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::TimerGroup::printAllJSONValues(os, "");
  // Without this, LLVM prints tables of its own at the end.
  llvm::TimerGroup::clearAll();
  llvm::TimePassesIsEnabled = false;
  // "time.pass.NAME.user": 1.5e-03, and .sys; other groups are parts of passes.
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(text).split(lines, '\n');
  for (llvm::StringRef line : lines) {
    auto [key, value] = line.trim(" ,\t").split(": ");
    double seconds;
    key = key.trim('"');
    if (key.consume_front("time.pass.") &&
        (key.consume_back(".user") || key.consume_back(".sys")) &&
        !value.getAsDouble(seconds))
      passes[key.str()] += seconds;
  }
}

void TimeReport::print(llvm::raw_ostream &os) const {
  double total = 0;
  for (const Stage &stage : stages) {
    os << llvm::formatv("{0,-40} {1,8:f1} ms\n", stage.name,
                        stage.seconds * 1e3);
    total += stage.seconds;
    std::vector<std::pair<std::string, double>> passes(stage.passes.begin(),
                                                       stage.passes.end());
    llvm::sort(passes, [](const auto &a, const auto &b) {
      return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
    });
    for (const auto &[name, seconds] : passes)
      os << llvm::formatv("  {0,-38} {1,8:f1} ms\n", name, seconds * 1e3);
  }
  os << llvm::formatv("{0,-40} {1,8:f1} ms\n", "total", total * 1e3);
}

} // namespace nnc
