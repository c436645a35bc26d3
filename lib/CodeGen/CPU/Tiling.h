//===- Tiling.h - the register tile of a contraction ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_TILING_H
#define NNC_LIB_CODEGEN_CPU_TILING_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace nnc::cpu {

inline constexpr llvm::StringLiteral kTilingAttr = "nn.tiling";

/// What `nn.tuning` of the module around `op` says of the kernel `key`: numbers
/// by name. Null where it says nothing.
mlir::DictionaryAttr tunedTiling(mlir::Operation *op, llvm::StringRef key);

/// The number `name` of `tiling`, if it is there.
std::optional<int64_t> numberIn(mlir::DictionaryAttr tiling,
                                llvm::StringRef name);

/// A dictionary of the kernel's key and numbers.
mlir::DictionaryAttr
makeTiling(mlir::MLIRContext *context, llvm::StringRef key,
           llvm::ArrayRef<std::pair<llvm::StringRef, int64_t>> numbers);

/// Numbers of a tiling, by name.
using TilingNumbers = llvm::SmallVector<std::pair<llvm::StringRef, int64_t>>;

/// Half cycles of one step of a tile: two multiply-adds and two loads a cycle,
/// and a latency of four.
int64_t tileStepCost(int64_t rows, int64_t vectors);

/// The best of what a model has looked at and not chosen, for `nnc tune`.
class Candidates {
public:
  /// A tile of `rows` by `vectors`: of two that cost the same, the larger one
  /// reads less.
  void add(int64_t cost, int64_t rows, int64_t vectors, TilingNumbers numbers);
  /// The cheapest other than `chosen`, few of each width.
  llvm::SmallVector<TilingNumbers> best(const TilingNumbers &chosen) const;

private:
  struct Candidate {
    int64_t vectors;
    TilingNumbers numbers;
  };
  /// By cost, then by area from the largest, then as they came.
  std::multimap<std::pair<int64_t, int64_t>, Candidate> all;
};

/// Half, double and four times `number`, within [1, most].
llvm::SmallVector<TilingNumbers> around(llvm::StringRef name, int64_t number,
                                        int64_t most);

/// `tiling` with the attribute `alternatives`: lists of numbers, of which one
/// list after the other can be tried, an item in place of what it names.
mlir::DictionaryAttr
withAlternatives(mlir::DictionaryAttr tiling,
                 llvm::ArrayRef<llvm::SmallVector<TilingNumbers>> lists);

/// Adds `tiling` to the choices that `op`, a kernel or a call of one, lists.
void addTiling(mlir::Operation *op, mlir::DictionaryAttr tiling);

/// The discardable attribute `nn.tiling` of a contraction.
struct Tiling {
  std::string key;   // what is computed, for `nn.tuning`; may be empty
  int64_t lanes = 1; // elements of a vector
  int64_t mr = 1;    // rows of a tile
  int64_t nv = 1;    // vectors of a row
  int64_t mr1 = 1;   // rows of a tile that is one vector wide
  int64_t mc = 0;    // rows of a cache block, 0: all
  // Whether the operand read as vectors, and that read as scalars, are packed
  // where they need not be; absent: by a rule.
  std::optional<bool> packWide, packNarrow;

  static std::optional<Tiling> get(mlir::Operation *op);
  void set(mlir::Operation *op) const;
  mlir::DictionaryAttr toAttr(mlir::MLIRContext *context) const;
  /// Takes over the numbers that `tiling` has.
  void read(mlir::DictionaryAttr tiling);

  /// Rows of a tile of so many vectors: a narrow one takes more of them, for as
  /// many independent sums, and no more than registers hold. Halves and `mr`
  /// stay within panels of rows.
  int64_t rowsFor(int64_t vectors) const {
    int64_t rows = vectors < nv ? mr1 : mr;
    while (rows > mr && rows * vectors > std::max(mr * nv, mr1))
      rows = std::max(rows / 2, mr);
    return rows;
  }
};

/// The dims of a sum of products of two tensors of one float type in which
/// every loop is a batch, m, n or k dim.
mlir::FailureOr<mlir::linalg::ContractionDimensions>
contractionDims(mlir::linalg::LinalgOp op);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_TILING_H
