//===- TimeReport.h - Where the time of a compilation went ------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_PIPELINE_TIMEREPORT_H
#define NNC_PIPELINE_TIMEREPORT_H

#include "mlir/Pass/PassInstrumentation.h"
#include "llvm/IR/PassInstrumentation.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace nnc {

/// The time of every stage of a compilation, and of the passes in it, by name;
/// a pass that runs several times in a stage is one line. Times are those of
/// the processor, so that other work of the machine does not count.
class TimeReport {
public:
  /// The processor time of this process.
  struct Clock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<Clock>;
    static constexpr bool is_steady = true;
    static time_point now();
  };

  /// Ends the stage that began at `start`: passes since the last one are its.
  void addStage(llvm::StringRef name, Clock::time_point start);

  /// Measures the passes of an MLIR pass manager.
  std::unique_ptr<mlir::PassInstrumentation> forMLIR();
  /// Measures the passes of LLVM's optimizer.
  void forLLVM(llvm::PassInstrumentationCallbacks &callbacks);
  /// Code generation is measured by LLVM: call before its passes are made ...
  static void startMachine();
  /// ... and after they have run.
  void takeMachine();

  void print(llvm::raw_ostream &os) const;

private:
  friend struct PassTimer;
  /// Passes nest: an outer one does not count what is inside.
  void begin();
  void end(llvm::StringRef name);

  struct Running {
    Clock::time_point start;
    Clock::duration inner{};
  };
  struct Stage {
    std::string name;
    double seconds;
    std::map<std::string, double> passes;
  };
  std::vector<Stage> stages;
  std::map<std::string, double> passes; // of the stage that runs
  std::vector<Running> running;
};

} // namespace nnc

#endif // NNC_PIPELINE_TIMEREPORT_H
