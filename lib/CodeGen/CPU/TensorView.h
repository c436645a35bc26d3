//===- TensorView.h - where the elements of a tensor are kept - *- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Structured ops speak of logical tensors; a kernel reads and writes storage.
// Storage is row major, or packed: one dim is cut into panels of `tile`
// elements, which become the innermost dim ([N,K] kept as [N/16][K][16]). In
// the IR, packed storage is what linalg.unpack reads and linalg.pack writes.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_TENSORVIEW_H
#define NNC_LIB_CODEGEN_CPU_TENSORVIEW_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include <optional>

namespace nnc::cpu {

/// A position on one logical dim: `base + offset`, where adding `offset` never
/// leaves the panel that `base` lies in.
struct Position {
  Position(mlir::Value base = {}, int64_t offset = 0)
      : base(base), offset(offset) {}

  mlir::Value base;
  int64_t offset;
  /// `base` as panel * tile + lane, where a loop nest already knows it so.
  mlir::Value panel, lane;
  int64_t tile = 0;

  Position plus(int64_t n) const {
    Position p = *this;
    p.offset += n;
    return p;
  }
};

class TensorView {
public:
  /// The view behind a logical tensor: looks through linalg.unpack.
  static TensorView ofOperand(mlir::Value logical);
  /// Row-major storage.
  static TensorView plain(mlir::Value storage);
  /// The storage that `pack` writes.
  static TensorView ofPack(mlir::linalg::PackOp pack);
  /// The storage that `unpack` reads, if its layout is one a view can express.
  static std::optional<TensorView> ofUnpack(mlir::linalg::UnPackOp unpack);

  mlir::Value getStorage() const { return storage; }
  void setStorage(mlir::Value value) { storage = value; }
  mlir::Type getElementType() const;
  unsigned getRank() const { return outerOrder.size(); }
  bool isPacked() const { return packedDim >= 0; }
  int64_t getPackedDim() const { return packedDim; }
  int64_t getTile() const { return tile; }
  /// The logical dim whose neighbours are neighbours in memory, -1 for rank 0.
  int64_t getLaneDim() const;
  /// Logical dims from slow to fast; a packed dim stands where its panels do.
  llvm::ArrayRef<int64_t> getOuterOrder() const { return outerOrder; }

  mlir::Value loadScalar(mlir::OpBuilder &b, mlir::Location loc,
                         llvm::ArrayRef<Position> at) const;
  mlir::Value storeScalar(mlir::OpBuilder &b, mlir::Location loc,
                          mlir::Value value, llvm::ArrayRef<Position> at) const;
  /// `lanes` neighbours along logical dim `dim`; a gather of scalars unless
  /// `dim` is the lane dim.
  mlir::Value loadVector(mlir::OpBuilder &b, mlir::Location loc,
                         llvm::ArrayRef<Position> at, int64_t dim,
                         int64_t lanes) const;
  /// Returns the storage after the write.
  mlir::Value storeVector(mlir::OpBuilder &b, mlir::Location loc,
                          mlir::Value vector, llvm::ArrayRef<Position> at,
                          int64_t dim, int64_t lanes) const;

  /// `rows` vectors one step of `rowDim` apart. One access where that is a
  /// plain block of the storage: bufferization is quadratic in accesses.
  llvm::SmallVector<mlir::Value>
  loadBlock(mlir::OpBuilder &b, mlir::Location loc, llvm::ArrayRef<Position> at,
            int64_t rowDim, int64_t rows, int64_t dim, int64_t lanes) const;
  mlir::Value storeBlock(mlir::OpBuilder &b, mlir::Location loc,
                         llvm::ArrayRef<mlir::Value> vectors,
                         llvm::ArrayRef<Position> at, int64_t rowDim,
                         int64_t dim, int64_t lanes) const;

  /// Indices of the storage.
  llvm::SmallVector<mlir::Value> indices(mlir::OpBuilder &b, mlir::Location loc,
                                         llvm::ArrayRef<Position> at) const;

private:
  bool hasVectorMemory() const;
  bool isBlock(int64_t rowDim, int64_t rows, int64_t dim, int64_t lanes) const;

  mlir::Value storage;
  llvm::SmallVector<int64_t, 4> outerOrder;
  int64_t packedDim = -1;
  int64_t tile = 1;
};

/// The size of dim `dim` of a tensor, found without keeping the op that made
/// it alive where that is possible.
mlir::OpFoldResult sizeOf(mlir::OpBuilder &b, mlir::Location loc,
                          mlir::Value tensor, int64_t dim);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_TENSORVIEW_H
