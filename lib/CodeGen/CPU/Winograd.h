//===- Winograd.h - minimal filtering F(4,3) ----------------------*- C++
//-*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Four neighbours y of a convolution with three taps g, from six values d and
// six products instead of twelve: y = A'((G g) * (B' d)) (Lavin and Gray, Fast
// Algorithms for Convolutional Neural Networks, CVPR 2016). In two dimensions
// each transform is applied to columns, then to rows.
//
// Polynomials are interpolated at 0, 2/3, -2/3, 3/2, -3/2 and infinity. Points
// of the form c, -c, 1/c, -1/c lose far fewer digits than Lavin and Gray's 1,
// -1, 2, -2 (Alam et al., Winograd Convolution for Deep Neural Networks:
// Efficient Point Selection, ACM TECS 2022), at two more operations a column.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_WINOGRAD_H
#define NNC_LIB_CODEGEN_CPU_WINOGRAD_H

#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include <array>

namespace nnc::cpu {

/// Results and values of a tile along an axis, taps, and products of a tile.
inline constexpr int64_t kTileOut = 4, kTaps = 3, kTileIn = 6,
                         kTileProducts = kTileIn * kTileIn;

template <size_t n> using Vectors = std::array<mlir::Value, n>;

/// Emits the transforms of vectors of one type.
class Winograd {
public:
  Winograd(mlir::OpBuilder &builder, mlir::Location loc)
      : builder(builder), loc(loc) {}

  Vectors<kTileIn> input(const Vectors<kTileIn> &d) const;     ///< B' d
  Vectors<kTileIn> filter(const Vectors<kTaps> &g) const;      ///< G g
  Vectors<kTileOut> output(const Vectors<kTileIn> &sum) const; ///< A' sum

private:
  mlir::Value constant(mlir::Value like, double number) const;
  mlir::Value add(mlir::Value x, mlir::Value y) const;
  mlir::Value subtract(mlir::Value x, mlir::Value y) const;
  mlir::Value scale(double factor, mlir::Value x) const;
  /// factor * x + y, rounded once.
  mlir::Value multiplyAdd(double factor, mlir::Value x, mlir::Value y) const;

  mlir::OpBuilder &builder;
  mlir::Location loc;
};

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_WINOGRAD_H
