//===- Profile.h - Where the time of a program goes -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_PROFILE_H
#define NNC_RUNTIME_PROFILE_H

#include "Runtime/Json.h"
#include "Runtime/Program.h"

namespace nnc::rt {

/// Listens to the sites of a program compiled with --profile as long as it
/// lives. One at a time, for calls on one thread at a time.
class Profiler {
public:
  explicit Profiler(const Program &program);
  Profiler(const Profiler &) = delete;
  Profiler &operator=(const Profiler &) = delete;
  ~Profiler();

  /// Times one step. The fastest is kept: others may have been interrupted.
  template <class Function> void step(Function &&run) {
    events.clear();
    double start = now();
    run();
    double seconds = now() - start;
    if (fastest.empty() || seconds < all) {
      all = seconds;
      fastest.swap(events);
    }
  }

  /// Kernels by layer, the longest first, and what lies between them. `peak`
  /// is in GFLOP/s, 0 where it is not known.
  std::string table(double peak) const;
  Json json() const;
  /// That step in the trace event format, which chrome://tracing and
  /// Perfetto read.
  Json trace() const;

private:
  struct Event {
    int64_t site;
    double start, seconds;
  };
  /// Of a kernel in a layer.
  struct Row {
    std::string layer, kernel;
    int64_t calls = 0, flops = 0, bytes = 0;
    double seconds = 0;
  };

  static double now();
  void mark(int64_t site, bool begins);
  std::vector<Row> rows() const;

  nn_profile *profile;
  std::vector<Event> events, fastest;
  double began = 0, all = 0;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_PROFILE_H
