//===- TunedProgram.h - A program that times its kernels --------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_TUNEDPROGRAM_H
#define NNC_TOOLS_NNC_TUNEDPROGRAM_H

#include "Runtime/Bench.h"
#include "nnc/Pipeline/Compiler.h"

#include <cmath>

namespace nnc {

/// A kernel with choices, in a program that has been compiled.
struct TunableKernel {
  KernelChoices chosen;
  /// What can be tried, one list after the other; each item has the numbers
  /// that it changes.
  std::vector<std::vector<KernelChoices>> alternatives;
};

/// Seconds of processor time of a step of each entry, added up.
struct StepTimes {
  std::map<std::string, double> kernels; ///< By key.
  double all = 0;

  /// Of a kernel that other choices have made plain loops of, it is not known.
  double of(const std::string &key) const {
    auto found = kernels.find(key);
    return found == kernels.end() ? HUGE_VAL : found->second;
  }
};

/// A program in memory with everything that its entries need to run: the
/// training steps and `infer` of all models.
class TunedProgram {
public:
  /// Compiles with `choices`; null after a failure, with `code` set. Throws
  /// rt::Failure where the program does not run here.
  static std::unique_ptr<TunedProgram>
  compile(CompilerOptions options,
          const std::map<std::string, KernelChoices> &choices,
          const rt::BenchOptions &bench, llvm::raw_ostream &diagnostics,
          int &code);

  const std::map<std::string, TunableKernel> &getKernels() const {
    return kernels;
  }
  /// Whether some time is spent in both.
  bool shareSites(const std::string &key, const std::string &other) const;

  /// Runs each entry on this thread for about `seconds`, a step at least, and
  /// takes medians.
  StepTimes run(double seconds);

  std::string target, compiler; ///< As the file of choices has them.

private:
  TunedProgram() = default;
  void readSites(mlir::ModuleOp module);

  std::map<std::string, TunableKernel> kernels;
  std::vector<std::vector<std::string>> siteKeys; // of each site
  std::shared_ptr<LoadedCode> code;
  std::unique_ptr<rt::Program> program;
  std::vector<std::unique_ptr<rt::SyntheticStep>> steps;
};

} // namespace nnc

#endif // NNC_TOOLS_NNC_TUNEDPROGRAM_H
