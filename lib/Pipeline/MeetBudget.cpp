//===- MeetBudget.cpp - The least that has to be computed again -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What memory a program needs is known once it is planned, so the program is
// tried out: as it is, and then with more and more that is computed again and
// not kept. The first form that fits is compiled. A trial ends with the plan of
// memory; nothing of it becomes code.
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/Flops.h"
#include "nnc/Pipeline/Compiler.h"
#include "nnc/Pipeline/MemoryBudget.h"
#include "nnc/Support/ByteSize.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;

namespace nnc {

/// What elementwise ops and sums along rows take at most.
static constexpr int64_t kFewOperations = 8;

/// How many operations for a byte make a difference: elementwise work and sums
/// take a few, convolutions and layers tens to thousands. Numbers that lie
/// close together are tried once.
static SmallVector<int64_t> getEfforts(ModuleOp module) {
  SmallVector<int64_t> all = {kFewOperations};
  module.walk([&](Operation *op) {
    if (nn::countFlops(op))
      all.push_back(nn::countFlopsPerByte(op));
  });
  llvm::sort(all, std::greater<int64_t>());
  SmallVector<int64_t> efforts;
  for (int64_t effort : all)
    if (effort >= kFewOperations &&
        (efforts.empty() || effort * 5 / 4 < efforts.back()))
      efforts.push_back(effort);
  return SmallVector<int64_t>(llvm::reverse(efforts));
}

/// A plan of memory that misses its limit by such a part may fit with a smaller
/// one.
static constexpr int kNear = 8;

/// The largest need that counts: `inspect` can be left out.
static const MemoryNeed &largest(ArrayRef<MemoryNeed> needs) {
  for (const MemoryNeed &need : needs)
    if (need.entry != "inspect")
      return need;
  return needs.front();
}

FailureOr<SmallVector<MemoryNeed>>
Compiler::tryOut(const PipelineOptions &trial) {
  OwningOpRef<ModuleOp> copy = moduleOp->clone();
  // What there is to say is said by the compilation itself.
  ScopedDiagnosticHandler silent(context.get(),
                                 [](mlir::Diagnostic &) { return success(); });
  for (Stage stage :
       {Stage::Autodiff, Stage::Program, Stage::Linalg, Stage::CPU}) {
    PassManager passes(context.get());
    passes.enableVerifier(false);
    buildStage(passes, stage, *copy, trial);
    if (failed(passes.run(*copy)))
      return failure();
  }
  return measureMemory(*copy);
}

int Compiler::meetBudget() {
  if (int code = findMachine())
    return code;
  std::optional<MemoryNeed> whole, least;
  std::string unbounded;
  /// Whether the program fits; then it is what will be compiled.
  auto fits = [&](int64_t effort, bool allOut) {
    PipelineOptions trial = options.pipeline;
    trial.effort = effort;
    SmallVector<int64_t> limits = {-1};
    if (effort)
      limits[0] =
          std::max<int64_t>(options.memoryBudget - whole->persistent, 0);
    for (size_t i = 0; i < limits.size(); ++i) {
      trial.arenaBytes = limits[i];
      auto needs = tryOut(trial);
      if (failed(needs) || needs->empty())
        return false;
      for (const MemoryNeed &need : *needs)
        if (!need.unbounded.empty())
          unbounded = need.unbounded;
      const MemoryNeed &need = largest(*needs);
      if (!whole)
        whole = need;
      if (!least || need.total() < least->total())
        least = need;
      if (!unbounded.empty())
        return false;
      int64_t missing = need.total() - options.memoryBudget;
      if (missing <= 0) {
        trial.inspect = needs->front().total() <= options.memoryBudget;
        options.pipeline = trial;
        return true;
      }
      if (i > 0 || limits[0] <= 0)
        continue;
      // The plan took more than the model that the passes go by.
      bool isNear = missing < limits[0] / kNear;
      if (isNear)
        limits.push_back(limits[0] - missing);
      if (isNear || allOut)
        limits.push_back(0);
    }
    return false;
  };
  // A fault of the program is found again, and told, without a budget.
  if (fits(/*effort=*/0, /*allOut=*/false) || !whole)
    return Done;
  if (!unbounded.empty()) {
    diags
        ->error("", {},
                "a memory budget needs the largest size of dim `" + unbounded +
                    "`")
        .help("declare it, as `dim " + unbounded + ": 1..512`");
    report();
    return WrongInput;
  }
  // More effort seldom needs more memory, so few are tried where the last one
  // fits. Where it does not, all are, so that what is said to be the least is.
  SmallVector<int64_t> efforts = getEfforts(*moduleOp);
  ArrayRef<int64_t> open = ArrayRef(efforts).drop_back();
  if (fits(efforts.back(), /*allOut=*/true)) {
    while (!open.empty()) {
      size_t middle = open.size() / 2;
      open = fits(open[middle], /*allOut=*/false) ? open.take_front(middle)
                                                  : open.drop_front(middle + 1);
    }
    return Done;
  }
  if (llvm::any_of(
          open, [&](int64_t effort) { return fits(effort, /*allOut=*/true); }))
    return Done;
  std::string enough = formatByteSize(least->total());
  std::string message = "`" + whole->entry + "` of `" + whole->owner +
                        "` needs " + formatByteSize(whole->total()) +
                        " for a batch of " + std::to_string(whole->batch);
  if (least->total() < whole->total())
    message += ", and " + enough + " if it computes again what it can";
  diags
      ->error("", {},
              message + "; the memory budget is " +
                  formatByteSize(options.memoryBudget))
      .note("parameters and their states take " +
            formatByteSize(least->persistent) + " of it")
      .help("take a smaller batch, or `--memory-budget=" + enough + "`");
  report();
  return WrongInput;
}

} // namespace nnc
