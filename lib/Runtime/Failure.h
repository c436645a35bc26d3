//===- Failure.h - What went wrong, for the user ----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FAILURE_H
#define NNC_RUNTIME_FAILURE_H

#include <sstream>
#include <stdexcept>
#include <string>

namespace nnc::rt {

/// The exit codes of the tools.
enum ExitCode {
  Done = 0,
  UserError = 1,    ///< The input was wrong.
  UsageError = 2,   ///< The command line was wrong.
  OutsideFault = 3, ///< No disk, no device.
  OurBug = 70,
  Interrupted = 130
};

/// Everything that stops the runtime is one of these; it never crosses the C
/// interface. The text is one sentence, then lines such as "   = help: ...".
class Failure : public std::runtime_error {
public:
  Failure(ExitCode exitCode, const std::string &text, std::string code = "")
      : std::runtime_error(text), exitCode(exitCode), code(std::move(code)) {}

  /// "error[E0701]: text", ready to print.
  std::string render() const {
    return (code.empty() ? "error: " : "error[" + code + "]: ") + what();
  }

  ExitCode exitCode;
  std::string code; ///< "E0701" or empty.
};

std::string describeErrno(int error);

/// All arguments as text, joined.
template <class... Args> std::string cat(const Args &...args) {
  std::ostringstream out;
  out.precision(9);
  (out << ... << args);
  return out.str();
}

/// The user's input was wrong.
template <class... Args> [[noreturn]] void fail(const Args &...args) {
  throw Failure(UserError, cat(args...));
}

/// The world around us failed: `args` and the reason in `errno`.
template <class... Args>
[[noreturn]] void failOutside(int error, const Args &...args) {
  throw Failure(OutsideFault, cat(args..., ": ", describeErrno(error)));
}

/// Whether `action` did not fail, where no more is to be said of it.
template <class Action> bool succeeds(const Action &action) {
  try {
    action();
    return true;
  } catch (const Failure &) {
    return false;
  }
}

/// As a listing such as "f32[800, 784]".
template <class Range> std::string joined(const Range &range) {
  std::string text;
  for (const auto &item : range)
    text += (text.empty() ? "" : ", ") + cat(item);
  return text;
}

} // namespace nnc::rt

#endif // NNC_RUNTIME_FAILURE_H
