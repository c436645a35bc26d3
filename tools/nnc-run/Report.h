//===- Report.h - The page of a run -----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_REPORT_H
#define NNC_TOOLS_NNCRUN_REPORT_H

#include "Runtime/Clock.h"
#include "Runtime/Train.h"

#include <string>

namespace nnc::run {

/// The page without its data: style, plotting library and scripts, generated
/// from tools/nnc-run/report.
const char *reportPage();

/// Writes `folder`/report.html from what is in the folder, whatever is missing.
/// Throws where it cannot be written.
void writeReport(const std::string &folder);

/// Keeps the page of a run while it goes.
class Page : public rt::Progress {
public:
  /// `summary` is what `nnc summary --json` prints, or empty.
  Page(std::string folder, std::string summary)
      : folder(std::move(folder)), summary(std::move(summary)) {}

  void begin(const nn_train &section, const rt::RunState &state, int64_t total,
             int64_t perEpoch) override;
  void checked(const rt::RunState &state, const rt::Json &line) override;
  /// The run is over. Of one that has failed there may be nothing.
  void end(bool failed);

private:
  std::string folder, summary;
  rt::Clock::time_point written;
  bool hasBegun = false, hasFailed = false;
};

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_REPORT_H
