//===- FindLayers.h - What layers say of a run ------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDLAYERS_H
#define NNC_RUNTIME_FINDLAYERS_H

#include "Runtime/FindCurves.h"
#include "Runtime/Statistics.h"

namespace nnc::rt {

/// A layer is told of only if it has been so for this many statistics in turn.
constexpr size_t kInTurn = 3;

/// Each gets all statistics so far, the latest last, and tells what holds at
/// that one.

/// F0101: the gradient falls by orders of magnitude towards the input.
std::vector<Finding> findVanishing(const std::vector<StatisticsRow> &rows);
/// F0102: it grows so towards the input, or from one time to the next.
std::vector<Finding> findExploding(const std::vector<StatisticsRow> &rows);
/// F0201: most units behind a relu give 0 for every example.
std::vector<Finding> findDead(const std::vector<StatisticsRow> &rows);
/// F0202: most outputs of a sigmoid or tanh are at a bound, and no gradient
/// gets past them.
std::vector<Finding> findSaturated(const std::vector<StatisticsRow> &rows);
/// F0203: all units of a layer compute the same.
std::vector<Finding> findAlike(const std::vector<StatisticsRow> &rows);
/// F0301: the loss stays above its start, after steps that are too long for the
/// weights; F0302: all steps are too short for them. `firstLoss` is that of the
/// weights as they were drawn; not given: of the first statistics.
std::vector<Finding> findRate(const std::vector<StatisticsRow> &rows,
                              std::optional<double> firstLoss = {});

/// F0301 in the first line of a run: the mean loss of it is ten times the first
/// one, and so were steps: 30 % of the weights' length, within the first two.
std::vector<Finding> findJump(const std::vector<StatisticsRow> &rows,
                              const std::vector<LossPoint> &points,
                              std::optional<double> firstLoss);
/// F0302 at the end of a run: all steps together are less than a tenth of the
/// weights' length, and the loss has fallen in the second half by 40 % or more
/// of what it has in the first.
std::vector<Finding> findSlow(const std::vector<StatisticsRow> &rows,
                              const std::vector<LossPoint> &points);

/// All that need statistics alone.
std::vector<Finding> findInLayers(const std::vector<StatisticsRow> &rows,
                                  std::optional<double> firstLoss = {});

/// F0102 of a step whose loss is not finite.
Finding lossNotFinite(int64_t step, const std::string &path);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDLAYERS_H
