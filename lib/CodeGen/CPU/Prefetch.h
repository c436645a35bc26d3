//===- Prefetch.h - the next panels of a contraction -----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While the tiles of one group of panels are summed, the next group is fetched
// into the second-level cache. The first tile of a group would wait for memory
// otherwise, and wait longest where others use it too. So would the epilogue of
// a tile, whose rows lie on as many pages: they are fetched during the sum.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_PREFETCH_H
#define NNC_LIB_CODEGEN_CPU_PREFETCH_H

#include "Emit.h"
#include "Tiling.h"

namespace nnc::cpu {

/// What the loops of one contraction fetch ahead of `wide`, its operand in
/// panels along `laneLoop`.
class Prefetch {
public:
  /// Fetches nothing.
  Prefetch() = default;
  /// `rows` and `summed` are the extents of the loops over the rows of a block
  /// and over the sum `sumLoop`. Fetches nothing where a group has too few
  /// tiles to spread its work over, or where all of `wide` stays in the cache.
  Prefetch(const KernelOperand &wide, const Tiling &tiling, int64_t laneLoop,
           int64_t sumLoop, int64_t columns, int64_t rows, int64_t summed);

  /// Before all loops.
  void begin(mlir::OpBuilder &b, mlir::Location loc);
  /// Before the sum of a tile of `at[rowLoop]` and the rows after it, in a
  /// block of rows that begins with `from`.
  void beginTile(mlir::OpBuilder &b, mlir::Location loc,
                 llvm::ArrayRef<Position> at, int64_t rowLoop,
                 mlir::OpFoldResult from);
  void endTile() { column = first = {}; }
  /// In a step of the sum of a tile that has begun; else nothing.
  void step(mlir::OpBuilder &b, mlir::Location loc,
            llvm::ArrayRef<Position> at) const;

private:
  KernelOperand wide;
  Tiling tiling;
  int64_t laneLoop = -1, sumLoop = -1, columns = 0, summed = 0;
  int64_t ways = 0; // tiles that share the fetching of one panel
  mlir::Value buffer;
  mlir::Value column, first; // of the panel, and of the sum, for one tile
};

/// What the loops of one contraction fetch for its epilogue: the operands that
/// it reads or writes like the result, a vector of each now and then in the
/// first half of the sum.
class EpiloguePrefetch {
public:
  /// Fetches nothing.
  EpiloguePrefetch() = default;
  /// The sum has `summed` steps. Fetches nothing where these are too few to be
  /// done before the epilogue begins.
  EpiloguePrefetch(const Tiling &tiling, int64_t rowLoop, int64_t laneLoop,
                   int64_t summed);

  /// An operand, if it is one of that form.
  void add(const KernelOperand &operand, bool isWritten);
  /// Before all loops.
  void begin(mlir::OpBuilder &b, mlir::Location loc);
  /// Steps of the sum for a vector of each operand; 0 if there are none.
  int64_t getSteps() const { return operands.empty() ? 0 : steps; }
  /// Before stretch number `stretch`, of so many steps each, of the sum of a
  /// whole tile at `at`.
  void fetch(mlir::OpBuilder &b, mlir::Location loc,
             llvm::ArrayRef<Position> at, mlir::Value stretch,
             int64_t width) const;

private:
  struct Operand {
    KernelOperand operand;
    bool isWritten;
    mlir::Value buffer;
  };

  Tiling tiling;
  int64_t rowLoop = -1, laneLoop = -1, summed = 0;
  int64_t steps = 0;
  llvm::SmallVector<Operand> operands;
};

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_PREFETCH_H
