//===- GradCheck.h - Derivatives against differences ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_GRADCHECK_H
#define NNC_RUNTIME_GRADCHECK_H

#include "Runtime/Program.h"

#include <functional>
#include <string>
#include <vector>

namespace nnc::rt {

/// One tensor's outcome.
struct CheckedTensor {
  std::string path;
  int elements = 0, kinks = 0;
  double worst = 0;       ///< Largest error, as rule 48 measures it.
  int64_t worstIndex = 0; ///< Row major, of the element with that error.
  double analytic = 0, numeric = 0; ///< There.
};

struct GradCheckResult {
  std::vector<CheckedTensor> tensors;
  int elements = 0, kinks = 0;
  bool fewKinks = false; ///< At most one in a hundred.
  double worst = 0;
  /// Functions whose `grad` clause stands for a derivative of zero (rule 49).
  std::vector<std::string> surrogates;
  bool passed = false;
};

/// Below this the derivative and the difference agree.
constexpr double gradientTolerance = 1e-6;

/// The outcome of one central difference.
struct Difference {
  double value = 0;
  double uncertainty = 0; ///< How far two estimates of it are apart.
  bool kink = false;      ///< The slopes of both sides differ.
};

/// The derivative at `x` by central differences, each estimate extrapolated
/// from two steps, the steps quartered until neighbouring estimates agree.
Difference differentiate(const std::function<double(double)> &function,
                         double x, double floor);

/// The same by two small steps alone: less exact, but kinks that lie beside `x`
/// are out of reach.
Difference differentiateNear(const std::function<double(double)> &function,
                             double x);

/// Checks every parameter and float input of a section's loss, in a program
/// compiled in f64 with its `gradients` entry.
GradCheckResult checkGradients(Program &program, int section);

} // namespace nnc::rt

#endif // NNC_RUNTIME_GRADCHECK_H
