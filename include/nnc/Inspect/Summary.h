//===- Summary.h - A model as a table ---------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `nnc summary`: paths, shapes, parameters, states and FLOPs, from types alone.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_INSPECT_SUMMARY_H
#define NNC_INSPECT_SUMMARY_H

#include "nnc/Inspect/Outline.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace nnc {

struct SummaryOptions {
  /// Sizes for dims of the program. For others, bounded ones stand at their
  /// maximum in counts of FLOPs, the rest by name.
  DimValues dims;
  /// Levels of layers to show.
  unsigned depth = ~0u;
};

/// A line of a summary. Numbers are of the line alone, not of lines below it,
/// so that a column adds up to the total; of a rolled `repeat`, those of all
/// iterations together.
struct SummaryRow {
  unsigned level = 0;
  std::string name; ///< `q` of `attn.q`, empty for what owns no path
  std::string path;
  std::string what; ///< `Dense`, `einsum`, `param`
  std::vector<typed::Call::Result> results;
  /// Iterations of the rolled loops that it is in and the line above is not.
  llvm::SmallVector<int64_t, 2> stack;
  int64_t parameters = 0, states = 0;
  typed::DimExpr flops;  ///< of an example
  bool isShared = false; ///< applied before, where its parameters are counted
};

struct ModelSummary {
  const typed::Model *model;
  std::vector<SummaryRow> rows;
  int64_t parameters = 0, states = 0, bytes = 0; ///< in all
  typed::DimExpr flops;
  bool isPerExample = false; ///< FLOPs; else they are of a call
  DimValues assumed;         ///< dims that stand at their maximum
};

ModelSummary summarize(const typed::Program &program, const typed::Model &model,
                       const SummaryOptions &options = {});

/// All models of the program as tables, or as one JSON object.
void printSummary(llvm::raw_ostream &os, const typed::Program &program,
                  const SummaryOptions &options = {});
void printSummaryAsJson(llvm::raw_ostream &os, const typed::Program &program,
                        const SummaryOptions &options = {});

} // namespace nnc

#endif // NNC_INSPECT_SUMMARY_H
