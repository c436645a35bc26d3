//===- EntryFrame.h - One call being emitted --------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_ENTRYFRAME_H
#define NNC_LIB_CODEGEN_PROGRAM_ENTRYFRAME_H

#include "Entry.h"

#include "nnc/CodeGen/Memory/Passes.h"

#include "llvm/ADT/DenseSet.h"

namespace nnc {

/// Members of nn_call, in order.
enum Member {
  StructSize,
  Training,
  Parameters,
  State,
  Optimizer,
  Arena,
  Inputs,
  Outputs,
  Dims,
  Hypers,
  Step,
  Epoch,
  BatchCounter,
  StepsPerEpoch,
  Seed,
  Example,
  Metrics,
  Values,
  Status,
  Parallel
};

/// One call being emitted.
struct EntryEmitter::Frame {
  explicit Frame(llvm::LLVMContext &context) : b(context) {}
  llvm::IRBuilder<> b;
  llvm::Function *function = nullptr;
  llvm::Value *call = nullptr;
  /// nn_call.dims, or the array of another function.
  llvm::Value *dims = nullptr;
  /// The metrics, in order of the entry's results.
  llvm::SmallVector<llvm::Value *> metrics;
  /// The blocks that the entry uses, the arena among them.
  llvm::SmallVector<Member> blocks;
};

/// How messages call a member.
inline std::string memberName(Member member) {
  static const char *const names[] = {
      "struct_size",   "training",        "parameters", "state",
      "optimizer",     "arena",           "inputs",     "outputs",
      "dims",          "hypers",          "step",       "epoch",
      "batch_counter", "steps_per_epoch", "seed",       "example",
      "metrics",       "values",          "status",     "parallel"};
  return std::string("nn_call.") + names[member];
}

inline nn::ArgAttr keyOf(mlir::func::FuncOp func, unsigned index) {
  return func.getArgAttrOfType<nn::ArgAttr>(index, "nn.arg");
}

inline bool isWritten(mlir::func::FuncOp func, unsigned index) {
  return bool(func.getArgAttr(index, memory::kWrittenAttr));
}

/// What a call of `entry`, whose bodies are `bodies`, must not leave null.
llvm::SmallDenseSet<unsigned>
neededMembers(mlir::func::FuncOp entry,
              llvm::ArrayRef<mlir::func::FuncOp> bodies);
/// All functions that a call of an entry may run.
llvm::SmallVector<mlir::func::FuncOp> bodiesOf(const Layout &layout,
                                               mlir::func::FuncOp entry);

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_ENTRYFRAME_H
