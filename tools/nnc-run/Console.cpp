//===- Console.cpp - How a run is going -----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Console.h"
#include "Commands.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace nnc::run {

using namespace rt;

/// Of the terminal, in columns and lines.
static std::pair<int, int> terminalSize() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return {80, 24};
  return {size.ws_col, size.ws_row};
}

/// `1:02:03`, `2:03`, `3 s`
static std::string duration(double seconds) {
  int64_t whole = std::llround(seconds);
  char text[32];
  if (whole < 60)
    std::snprintf(text, sizeof text, "%d s", int(whole));
  else if (whole < 3600)
    std::snprintf(text, sizeof text, "%d:%02d", int(whole / 60),
                  int(whole % 60));
  else
    std::snprintf(text, sizeof text, "%lld:%02d:%02d",
                  static_cast<long long>(whole / 3600), int(whole / 60 % 60),
                  int(whole % 60));
  return text;
}

static std::string valuesText(const nn_entry &entry,
                              const std::vector<double> &means) {
  std::string text;
  for (size_t i = 0; i < means.size(); ++i) {
    char number[64];
    std::snprintf(number, sizeof number, "  %s %.4g", entry.values[i],
                  means[i]);
    text += number;
  }
  return text;
}

//===----------------------------------------------------------------------===//
// Console
//===----------------------------------------------------------------------===//

Console::Console(bool watch) : terminal(::isatty(STDOUT_FILENO)), watch(watch) {
  if (watch && !terminal) {
    printNote("`--watch` draws on a terminal; the output is none");
    this->watch = false;
  }
}

void Console::begin(const nn_train &section, const RunState &state,
                    int64_t total, int64_t perEpoch) {
  train = &section;
  totalSteps = total;
  stepsPerEpoch = perEpoch;
  firstStep = state.step;
  secondsBefore = state.seconds;
  std::printf("%s: %lld steps, %lld an epoch", section.name,
              static_cast<long long>(total), static_cast<long long>(perEpoch));
  if (state.step > 0)
    std::printf(", going on after step %lld",
                static_cast<long long>(state.step));
  std::puts("");
  std::fflush(stdout);
}

/// The epoch's progress, the time that is left if nothing ends the run early,
/// the epoch's means so far and the speed.
std::string Console::bar(const RunState &state) const {
  const int width = 20;
  int64_t epoch = (state.step - 1) / stepsPerEpoch + 1;
  int64_t done = (state.step - 1) % stepsPerEpoch + 1;
  auto filled = size_t(done * width / stepsPerEpoch);
  std::string text =
      cat(train->name, " epoch ", epoch, " [", std::string(filled, '#'),
          std::string(width - filled, '.'), "] ", done, "/", stepsPerEpoch);
  std::string values = valuesText(train->train_step, state.sums.means());
  double seconds = state.seconds - secondsBefore;
  auto steps = double(state.step - firstStep);
  if (seconds <= 0 || steps <= 0)
    return text + values;
  double left = double(totalSteps - state.step) * seconds / steps;
  char speed[64];
  std::snprintf(speed, sizeof speed, "  %.4g steps/s", steps / seconds);
  return text + "  " + duration(left) + " left" + values + speed;
}

/// Draws over what was drawn before.
void Console::redraw(const RunState &state, bool last) {
  const std::pair<int, int> size = terminalSize();
  const int columns = size.first, rows = size.second;
  std::string text = height ? cat("\x1b[", height, "A\r") : "\r";
  int lines = 0;
  // The loss, and what else has room.
  int each = std::clamp((rows - 2) / 2 - 1, 4, 12);
  auto add = [&](const std::string &name) {
    auto it = charts.find(name);
    if (it == charts.end() || lines + each + 2 > rows)
      return;
    for (const std::string &line :
         it->second.draw(name, std::max(state.step, int64_t(2)),
                         std::min(columns - 1, 100), each)) {
      text += line + "\x1b[K\n";
      ++lines;
    }
  };
  for (int i = 0; i < train->train_step.value_count; ++i)
    add(train->train_step.values[i]);
  std::string below = bar(state);
  text += below.substr(0, size_t(columns - 1)) + "\x1b[K" + (last ? "\n" : "");
  height = last ? 0 : lines;
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void Console::step(const RunState &state, const std::vector<double> &values) {
  if (!terminal)
    return;
  if (watch)
    for (size_t i = 0; i < values.size(); ++i)
      charts[train->train_step.values[i]].train.add(state.step, values[i]);
  if (secondsSince(drawn) < 0.1)
    return;
  drawn = Clock::now();
  if (watch)
    return redraw(state, /*last=*/false);
  // A line that is wider than the terminal could not be drawn over.
  std::string text = bar(state).substr(0, size_t(terminalSize().first - 1));
  std::printf("\r%s\x1b[K", text.c_str());
  std::fflush(stdout);
}

void Console::checked(const RunState &state, const Json &line) {
  if (watch) {
    if (const Json *values = line.find("validation"))
      for (const auto &[name, value] : values->members)
        if (!value.is(Json::Null))
          charts[name].validation.add(state.step, value.asNumber());
    redraw(state, /*last=*/!state.stopped.empty());
    if (state.stopped.empty())
      return;
  }
  // On a terminal, thousands of short epochs would push all else away: show
  // them ten times less often as they pile up.
  int64_t count = ++lines, period = 1;
  while (period * 100 <= count)
    period *= 10;
  if (terminal && count % period != 0 && state.stopped.empty())
    return;
  std::string text = terminal ? "\r\x1b[K" : "";
  text += cat("epoch ", state.epoch);
  if (state.step % stepsPerEpoch != 0)
    text += cat(" step ", state.step);
  for (const char *part : {"train", "validation"})
    if (const Json *values = line.find(part)) {
      text += cat("  ", part);
      for (const auto &[name, value] : values->members) {
        char number[64];
        std::snprintf(number, sizeof number, " %s %.5g", name.c_str(),
                      value.is(Json::Null) ? NAN : value.asNumber());
        text += number;
      }
    }
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "  %.1f s", state.seconds);
  std::printf("%s%s\n", text.c_str(), seconds);
  std::fflush(stdout);
}

void Console::found(const Finding &finding) {
  // What is drawn next is drawn below.
  height = 0;
  std::printf("%s%s\n", terminal ? "\r\x1b[K" : "", finding.render().c_str());
  std::fflush(stdout);
}

void Console::note(const std::string &text) { printNote(text); }

//===----------------------------------------------------------------------===//
// Board
//===----------------------------------------------------------------------===//

void Board::begin(const nn_train &section, const RunState &state, int64_t total,
                  int64_t perEpoch) {
  train = &section;
  // TensorBoard shows a thousand points of a curve.
  period = std::max<int64_t>(1, total / 1000);
  file = std::make_unique<EventFile>(folder, state.step);
}

void Board::step(const RunState &state, const std::vector<double> &values) {
  if (state.step % period != 0)
    return;
  std::vector<std::pair<std::string, double>> scalars;
  for (size_t i = 0; i < values.size(); ++i)
    scalars.emplace_back(cat("step/", train->train_step.values[i]), values[i]);
  file->scalars(state.step, scalars);
}

void Board::checked(const RunState &state, const Json &line) {
  std::vector<std::pair<std::string, double>> scalars;
  for (const char *part : {"train", "validation"})
    if (const Json *values = line.find(part))
      for (const auto &[name, value] : values->members)
        scalars.emplace_back(cat(part, "/", name),
                             value.is(Json::Null) ? NAN : value.asNumber());
  file->scalars(state.step, scalars);
  file->flush();
}

} // namespace nnc::run
