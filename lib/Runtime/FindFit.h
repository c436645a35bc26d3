//===- FindFit.h - What answers show of the network -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDFIT_H
#define NNC_RUNTIME_FINDFIT_H

#include "Runtime/FindLayers.h"

namespace nnc::rt {

/// Answers of one number or class beside those of the nearest other example.
/// Errors are mean squared ones, of classes the share of wrong answers.
struct NearestFit {
  int64_t examples = 0;
  double constant = 0;  ///< Of the mean of the targets, or the commonest class.
  double error = 0;     ///< Of the network.
  double neighbour = 0; ///< Of the target of the nearest other example.
  bool isClasses = false;

  Json json() const;
  static NearestFit parse(const Json &object);
};

/// Of each example `width` inputs, one target and the network's error. Near is
/// measured in standard deviations of each input; an example with the same
/// inputs counts as the same one.
NearestFit compareWithNearest(const std::vector<double> &inputs, int64_t width,
                              const std::vector<double> &targets,
                              const std::vector<double> &errors,
                              bool isClasses);

/// F0404, at the end of a run: the answers' error is a tenth or more (of the
/// variance, or of the answers), and more than twice that of giving the target
/// of the nearest other example, which is at most twice the least possible
/// (Cover and Hart 1967); of classes by more than chance makes it. Said of 30
/// examples or more, where the loss of training, `last.train`, is no better
/// than half of `last.validation`. F0402 in its place where the error of a
/// quantity is no lower than 99 % of the variance.
std::vector<Finding> findUnderfitting(const NearestFit &fit,
                                      const LossPoint &last);

/// What is known when a run is over.
struct RunEnd {
  const Json &answers;                  ///< answers.json
  const std::vector<Finding> &findings; ///< So far.
  const std::vector<StatisticsRow> &rows;
  const std::vector<LossPoint> &points; ///< One at least.
  const std::vector<ConstantLoss> &constant;
  bool startsLearned; ///< From weights of an earlier section.
};

/// What only the whole run tells: F0302, F0402 and F0404, each where nothing
/// says why that was found before.
std::vector<Finding> findAtEnd(const RunEnd &run);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDFIT_H
