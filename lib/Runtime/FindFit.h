//===- FindFit.h - What answers show of the network -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDFIT_H
#define NNC_RUNTIME_FINDFIT_H

#include "Runtime/FindCurves.h"

namespace nnc::rt {

/// Answers of one number beside those of the nearest other example.
struct NearestFit {
  int64_t examples = 0;
  double variance = 0;  ///< Of the targets.
  double squared = 0;   ///< Mean squared error of the network.
  double neighbour = 0; ///< Of the target of the nearest other example.

  Json json() const;
  static NearestFit parse(const Json &object);
};

/// Of each example `width` inputs, one target and the network's squared error.
/// Near is measured in standard deviations of each input; an example with the
/// same inputs counts as the same one.
NearestFit compareWithNearest(const std::vector<double> &inputs, int64_t width,
                              const std::vector<double> &targets,
                              const std::vector<double> &squared);

/// F0404, at the end of a run: the mean squared error of the answers is a tenth
/// or more of the variance, and more than twice that of giving the target of
/// the nearest other example, whose error is twice the noise where that is all
/// there is (Cover and Hart 1967). Said of 30 examples or more, where the loss
/// of training is no better than half that of validation.
std::vector<Finding> findUnderfitting(const NearestFit &fit,
                                      const LossPoint &last);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDFIT_H
