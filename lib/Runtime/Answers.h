//===- Answers.h - What a trained network answers ---------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a report shows of a network at the end of a run: how its answers compare
// with the data, the examples it gets most wrong, its first filters, where its
// attention looks, and what it answers in the plane of two inputs. All of it
// comes from the entries that the program has anyway, in evaluation mode:
// nothing is learned or drawn. Attention is the exception: it takes a program
// of its own.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_ANSWERS_H
#define NNC_RUNTIME_ANSWERS_H

#include "Runtime/Evaluate.h"
#include "Runtime/Pictures.h"

namespace nnc::rt {

struct AnswerOptions {
  int64_t batch = 1, seed = 0, stepsPerEpoch = 1;
  /// In place of the test part, the validation part or the data.
  const std::vector<int64_t> *examples = nullptr;
  int64_t most = 2000; ///< Examples, spread evenly over the part.
  double seconds = 2;  ///< For all of it; fewer examples where that is short.
  /// A program in which each model's `infer` answers the weights of its
  /// attention (see nn-show-attention); null where there are none.
  std::function<std::shared_ptr<Program>()> attention;
};

/// One object; docs/Inspection.md has its members. What cannot be had is left
/// out; where nothing can, `missing` says why.
Json gatherAnswers(Instance &instance, DataStore &store,
                   const AnswerOptions &options);

//===----------------------------------------------------------------------===//
// Parts of it
//===----------------------------------------------------------------------===//

/// How outputs of `infer` are compared with a field of the data.
enum class Task {
  None,    ///< Nothing to compare with.
  Classes, ///< The largest of the last axis against a number or a one-hot row.
  Binary,  ///< A score against one of two values.
  Numbers  ///< Two numbers.
};

/// What an output and its target are, seen on one batch.
struct Comparison {
  Task task = Task::None;
  int output = -1, target = -1; ///< Of `infer`, and among eval_step's inputs.
  bool oneHot = false;
  int64_t classes = 0;
  double low = 0, high = 1, threshold = 0; ///< Binary: both targets.
};

/// Elements [from, from + count) of a tensor as f64.
std::vector<double> widen(int32_t dtype, const void *data, int64_t from,
                          int64_t count);
/// The softmax, unless `scores` are shares already.
std::vector<double> sharesOf(const std::vector<double> &scores);

/// Weights of the first layer that sees the picture, or null.
Json firstFilters(const Instance &instance, const PictureForm &form);

/// Runs `infer`, and answers one output for each example, in f64.
using Infer =
    std::function<std::vector<double>(const std::vector<double> &points)>;
/// What two inputs decide, on a grid around the points; `infer` takes pairs.
/// `comparison` says what its answers mean.
Json decisionPlane(const std::vector<double> &points,
                   const std::vector<double> &targets,
                   const Comparison &comparison, const Infer &infer);

} // namespace nnc::rt

#endif // NNC_RUNTIME_ANSWERS_H
