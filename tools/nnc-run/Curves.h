//===- Curves.h - Curves in a terminal ----------------------------*- C++
//-*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_CURVES_H
#define NNC_TOOLS_NNCRUN_CURVES_H

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nnc::run {

/// Values over steps, thinned out as they pile up: means of ever more steps.
class Curve {
public:
  void add(int64_t step, double value);
  /// The middle of the steps of each mean, and the mean.
  std::vector<std::pair<double, double>> points() const;
  bool empty() const { return sums.empty(); }

private:
  struct Sum {
    double steps = 0, values = 0;
    int64_t count = 0;
  };
  std::vector<Sum> sums;
  int64_t period = 1; ///< values in a full sum
};

/// A metric's curves of training and validation.
class Chart {
public:
  Curve train, validation;

  /// Lines of `width` columns: the name, then `height` lines of dots with the
  /// greatest and least value beside them. On a logarithmic scale where values
  /// are positive and far apart. Without values: nothing.
  std::vector<std::string> draw(const std::string &name, int64_t steps,
                                int width, int height) const;
};

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_CURVES_H
