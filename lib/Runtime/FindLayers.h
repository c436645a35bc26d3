//===- FindLayers.h - What layers say of a run ------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FINDLAYERS_H
#define NNC_RUNTIME_FINDLAYERS_H

#include "Runtime/Findings.h"
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

/// All of these.
std::vector<Finding> findInLayers(const std::vector<StatisticsRow> &rows,
                                  std::optional<double> firstLoss = {});

/// F0102 of a step whose loss is not finite.
Finding lossNotFinite(int64_t step, const std::string &path);

} // namespace nnc::rt

#endif // NNC_RUNTIME_FINDLAYERS_H
