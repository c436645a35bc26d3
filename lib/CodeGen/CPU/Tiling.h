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
#include <optional>

namespace nnc::cpu {

/// The discardable attribute `nn.tiling` of a contraction.
struct Tiling {
  int64_t lanes = 1; // elements of a vector
  int64_t mr = 1;    // rows of a tile
  int64_t nv = 1;    // vectors of a row
  int64_t mr1 = 1;   // rows of a tile that is one vector wide
  int64_t mc = 0;    // rows of a cache block, 0: all

  static std::optional<Tiling> get(mlir::Operation *op);
  void set(mlir::Operation *op) const;

  int64_t rowsFor(int64_t vectors) const { return vectors < nv ? mr1 : mr; }
};

/// The dims of a sum of products of two tensors of one float type in which
/// every loop is a batch, m, n or k dim.
mlir::FailureOr<mlir::linalg::ContractionDimensions>
contractionDims(mlir::linalg::LinalgOp op);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_TILING_H
