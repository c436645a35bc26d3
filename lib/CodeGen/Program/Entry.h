//===- Entry.h - Functions that a host can call -----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_ENTRY_H
#define NNC_LIB_CODEGEN_PROGRAM_ENTRY_H

#include "Constants.h"
#include "Layout.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/IR/IRBuilder.h"

namespace nnc {

/// Emits `int32_t f(const nn_call *)` around the function of an entry, and what
/// else of the descriptor is code.
class EntryEmitter {
public:
  EntryEmitter(Constants &constants, const Layout &layout);

  llvm::Function *emitCall(mlir::func::FuncOp entry);
  /// `int64_t f(const int64_t *dims)`, or null where no arena is needed.
  llvm::Constant *emitArenaBytes(mlir::func::FuncOp entry);
  /// `int64_t f(const int64_t *dims)` for an expression over dims.
  llvm::Constant *emitSize(llvm::StringRef expression);
  /// pack and unpack of a model; null where none of its tensors is packed.
  std::pair<llvm::Constant *, llvm::Constant *> emitPack(llvm::StringRef model);

private:
  struct Frame;
  llvm::Function *create(llvm::StringRef name, llvm::Type *result,
                         llvm::ArrayRef<llvm::Type *> arguments);
  llvm::Function *failFunction();
  llvm::Function *panelFunction(int64_t elementBytes);
  llvm::Function *
  emitPanels(llvm::StringRef model,
             llvm::ArrayRef<std::pair<int, const BlockLayout *>> blocks);
  void fail(Frame &frame, llvm::Value *condition, int code,
            llvm::StringRef message, llvm::Value *value = nullptr,
            llvm::Value *limit = nullptr, llvm::Value *path = nullptr);
  void failWith(Frame &frame, llvm::Value *condition, int code,
                llvm::Value *message, llvm::Value *value, llvm::Value *limit,
                llvm::Value *path);
  llvm::Constant *paddedMessage(llvm::StringRef message);
  void checkCall(Frame &frame, mlir::func::FuncOp entry);
  void checkMemory(Frame &frame, mlir::func::FuncOp entry);
  struct TensorBytes;
  std::vector<TensorBytes> tensorsOf(mlir::func::FuncOp entry,
                                     nn::ArgKind kind);
  void checkTensors(Frame &frame, llvm::ArrayRef<TensorBytes> tensors,
                    unsigned table, llvm::StringRef message, llvm::Value *slots,
                    llvm::Type *slotType);
  void checkIndices(Frame &frame, mlir::func::FuncOp entry);
  llvm::Value *member(Frame &frame, unsigned index);
  llvm::Value *dim(Frame &frame, unsigned index);
  llvm::Value *size(Frame &frame, llvm::StringRef expression);
  llvm::Value *callBody(Frame &frame, mlir::func::FuncOp body);
  void addBuffer(Frame &frame, llvm::SmallVectorImpl<llvm::Value *> &arguments,
                 mlir::func::FuncOp body, unsigned index, llvm::Value *pointer);
  llvm::Value *bufferPointer(Frame &frame, mlir::func::FuncOp body,
                             unsigned index);
  llvm::Value *scalarValue(Frame &frame, llvm::StringRef name, mlir::Type type);
  void storeMetrics(Frame &frame, mlir::func::FuncOp entry);
  void storeResults(Frame &frame, mlir::func::FuncOp body,
                    llvm::Value *results);
  llvm::Value *arenaSize(Frame &frame, mlir::func::FuncOp body);
  llvm::Value *arenaBytes(Frame &frame, mlir::func::FuncOp entry);
  int64_t blockBytes(mlir::func::FuncOp entry, unsigned block) const;
  llvm::Function *overlapFunction();

  Constants &c;
  const Layout &layout;
  llvm::StructType *callType;
  llvm::Function *failing = nullptr;
  llvm::SmallDenseMap<int64_t, llvm::Function *> panelFunctions;
  llvm::Function *overlaps = nullptr;
};

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_ENTRY_H
