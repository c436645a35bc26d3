//===- Console.h - How a run is going -----------------------------*- C++
//-*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_CONSOLE_H
#define NNC_TOOLS_NNCRUN_CONSOLE_H

#include "Curves.h"
#include "Runtime/Clock.h"
#include "Runtime/Events.h"
#include "Runtime/Train.h"

#include <map>
#include <memory>

namespace nnc::run {

/// A bar that is redrawn on a terminal, with curves above it if they are
/// wanted; elsewhere one line an epoch.
class Console : public rt::Progress {
public:
  explicit Console(bool watch);

  void begin(const nn_train &section, const rt::RunState &state, int64_t total,
             int64_t perEpoch) override;
  void step(const rt::RunState &state,
            const std::vector<double> &values) override;
  void checked(const rt::RunState &state, const rt::Json &line) override;
  void found(const rt::Finding &finding) override;
  void note(const std::string &text) override;

private:
  std::string bar(const rt::RunState &state) const;
  void redraw(const rt::RunState &state, bool last);

  bool terminal, watch;
  const nn_train *train = nullptr;
  int64_t totalSteps = 0, stepsPerEpoch = 1, firstStep = 0, lines = 0;
  rt::Clock::time_point drawn;
  double secondsBefore = 0;            ///< Of the run, when this process began.
  std::map<std::string, Chart> charts; ///< by metric
  int height = 0;                      ///< of what was drawn last
};

/// What TensorBoard shows of a run: metrics of training as it goes, and of all
/// parts when they are measured.
class Board : public rt::Progress {
public:
  explicit Board(std::string folder) : folder(std::move(folder)) {}

  void begin(const nn_train &section, const rt::RunState &state, int64_t total,
             int64_t perEpoch) override;
  void step(const rt::RunState &state,
            const std::vector<double> &values) override;
  void checked(const rt::RunState &state, const rt::Json &line) override;

private:
  std::string folder;
  std::unique_ptr<rt::EventFile> file;
  const nn_train *train = nullptr;
  int64_t period = 1;
};

/// Tells several.
class Several : public rt::Progress {
public:
  explicit Several(std::vector<rt::Progress *> all) : all(std::move(all)) {}

  void begin(const nn_train &section, const rt::RunState &state, int64_t total,
             int64_t perEpoch) override {
    for (rt::Progress *each : all)
      each->begin(section, state, total, perEpoch);
  }
  void step(const rt::RunState &state,
            const std::vector<double> &values) override {
    for (rt::Progress *each : all)
      each->step(state, values);
  }
  void checked(const rt::RunState &state, const rt::Json &line) override {
    for (rt::Progress *each : all)
      each->checked(state, line);
  }
  void found(const rt::Finding &finding) override {
    for (rt::Progress *each : all)
      each->found(finding);
  }
  void note(const std::string &text) override {
    for (rt::Progress *each : all)
      each->note(text);
  }

private:
  std::vector<rt::Progress *> all;
};

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_CONSOLE_H
