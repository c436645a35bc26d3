//===- MemoryBudget.h - The memory that a program needs ---------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_PIPELINE_MEMORYBUDGET_H
#define NNC_PIPELINE_MEMORYBUDGET_H

#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/SmallVector.h"

#include <string>

namespace nnc {

/// The bytes that a call of an entry needs, inputs and outputs aside.
struct MemoryNeed {
  std::string owner; ///< Name of the model, section or data set.
  std::string entry; ///< `train_step`, `infer`, ...
  int64_t batch = 1; ///< Of the training section; 1 where there is none.
  int64_t arena = 0;
  /// Parameters, states and optimizer states of the owner.
  int64_t persistent = 0;
  /// A dim without a largest size, where that decides; then `arena` says
  /// nothing.
  std::string unbounded;

  int64_t total() const { return arena + persistent; }
};

/// What all entries need, the largest first; of two bodies of one entry the
/// larger. `module` has its memory planned. The batch is that of the training
/// section, any other dim as large as it may be. Fails where the plan of an
/// arena cannot be evaluated.
mlir::FailureOr<llvm::SmallVector<MemoryNeed>>
measureMemory(mlir::ModuleOp module);

} // namespace nnc

#endif // NNC_PIPELINE_MEMORYBUDGET_H
