//===- Lifetimes.h - When the tensors of an entry are alive -----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_MEMORY_LIFETIMES_H
#define NNC_LIB_CODEGEN_MEMORY_LIFETIMES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>
#include <vector>

namespace nnc::memory {

/// Tensors that will be one piece of memory: what is computed in place, what a
/// loop carries, and views.
struct Piece {
  llvm::SmallVector<mlir::Value> values;
  llvm::SmallVector<mlir::Operation *> buffers; ///< That make new memory.
  llvm::SmallVector<mlir::OpOperand *> reads, writes;
  /// Where the memory is made, null if it is not; and its life, as positions in
  /// that block.
  mlir::Block *home = nullptr;
  int64_t bytes = 0;
  int64_t first = INT64_MAX, last = -1;

  void extend(int64_t position) {
    first = std::min(first, position);
    last = std::max(last, position);
  }
};

/// A model of an entry's memory before bufferization, to compare with a limit.
/// The plan of its arena (`nn-plan-arena`) has the last word.
class Lifetimes {
public:
  /// The size of a dim of the entry.
  using SizeOfDim = llvm::function_ref<std::optional<int64_t>(llvm::StringRef)>;

  Lifetimes(mlir::func::FuncOp entry, SizeOfDim sizeOfDim);

  const Piece &pieceOf(mlir::Value tensor) const {
    return pieces[numbers.lookup(tensor)];
  }
  llvm::ArrayRef<Piece> getPieces() const { return pieces; }
  /// The position in `block` of the op that is or holds `op`; -1 where `op` is
  /// not in it.
  int64_t positionIn(mlir::Block *block, mlir::Operation *op) const;

  /// The most bytes that are alive together.
  int64_t getPeak() const { return peakOf(top); }
  /// The bytes above `limit`, added up over the text.
  int64_t getExcess(int64_t limit) const { return excessOf(top, limit); }
  /// The op at the peak, in each block from the outermost one.
  llvm::SmallVector<mlir::Operation *> getPeakOps() const;

private:
  struct Timeline {
    std::vector<mlir::Operation *> ops;
    std::vector<int64_t> alive;
  };
  int64_t peakAt(mlir::Operation *op) const;
  int64_t peakOf(mlir::Block *block) const;
  int64_t excessOf(mlir::Block *block, int64_t limit) const;
  int64_t bytesOf(mlir::Operation *buffer, SizeOfDim sizeOfDim) const;

  mlir::func::FuncOp entry;
  mlir::Block *top;
  std::vector<Piece> pieces;
  llvm::DenseMap<mlir::Value, unsigned> numbers;
  llvm::DenseMap<mlir::Operation *, int64_t> positions;
  llvm::DenseMap<mlir::Block *, Timeline> timelines;
};

/// Whether the result of `op` is another name of its first operand.
bool isView(mlir::Operation *op);

} // namespace nnc::memory

#endif // NNC_LIB_CODEGEN_MEMORY_LIFETIMES_H
