//===- Window.h - kernels over windows ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Pools and depthwise convolutions: ops with a large tensor at
// `outer * stride + inner * dilation`, in vectors along the last axis. Each of
// three forms writes out the loops over taps. Forward, a result is reduced over
// its window. What is added to windows is gathered as well: element
// q * stride + phase takes tap phase + j * stride of outer position q - j, so
// that it is written once. And a sum for each tap, the gradient of a filter, is
// one vector of partial sums.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_WINDOW_H
#define NNC_LIB_CODEGEN_CPU_WINDOW_H

#include "Emit.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

namespace nnc::cpu {

/// Where an operand stands along one dim: at a loop, or, where `inner` is a
/// loop too, at outer * stride + inner * dilation. The inner loops are those
/// that are written out.
struct WindowDim {
  int64_t outer, inner = -1, stride = 1, dilation = 1;
};

struct WindowOperand {
  mlir::Value scalar; // or a tensor:
  TensorView view;
  llvm::SmallVector<WindowDim, 4> dims;
  bool used = true;

  bool hasWindow() const {
    return llvm::any_of(dims, [](const WindowDim &d) { return d.inner >= 0; });
  }
};

/// The taps of one axis that an element of a large tensor takes from, backward.
struct ScatterAxis {
  WindowDim dim;
  int64_t large, outer, taps;

  int64_t tapsOf(int64_t phase) const {
    return phase < taps ? llvm::divideCeil(taps - phase, dim.stride) : 0;
  }
  /// Elements of that phase.
  int64_t countOf(int64_t phase) const {
    return llvm::divideCeil(std::max<int64_t>(large - phase, 0), dim.stride);
  }
};

class WindowNest {
public:
  WindowNest(mlir::linalg::LinalgOp op, unsigned vectorBytes)
      : op(op), loc(op.getLoc()), ranges(op.getStaticLoopRanges()),
        vectorBytes(vectorBytes) {}

  llvm::LogicalResult plan();
  /// Returns the storage of each result that is used.
  llvm::SmallVector<mlir::Value> emit(mlir::OpBuilder &b);

private:
  using Places = llvm::SmallVector<Position>;

  bool addOperand(mlir::OpOperand &operand,
                  llvm::SmallVectorImpl<WindowOperand> &to);
  llvm::LogicalResult planReduction();
  /// Makes `isInner` hold for the inner loops; fails where it holds for both
  /// loops of a window or for none.
  bool orient(llvm::function_ref<bool(int64_t loop)> isInner);
  llvm::LogicalResult planScatter();

  mlir::Value load(mlir::OpBuilder &b, const WindowOperand &operand,
                   llvm::ArrayRef<Position> at, int64_t lanes) const;
  Places placesOf(mlir::OpBuilder &b, const WindowOperand &operand,
                  llvm::ArrayRef<Position> at) const;
  mlir::Value deinterleaved(mlir::OpBuilder &b, const WindowOperand &operand,
                            Places places, int64_t tap, int64_t lanes) const;
  mlir::Value store(mlir::OpBuilder &b, const TensorView &view,
                    mlir::Value value, const Places &places,
                    int64_t lanes) const;
  /// The body at one place.
  llvm::SmallVector<mlir::Value> step(mlir::OpBuilder &b,
                                      llvm::ArrayRef<Position> at,
                                      mlir::ValueRange accumulators,
                                      int64_t lanes) const;

  llvm::SmallVector<mlir::Value> outerNest(mlir::OpBuilder &b, unsigned depth,
                                           Places at, mlir::ValueRange carried);
  llvm::SmallVector<mlir::Value>
  reducingNest(mlir::OpBuilder &b, unsigned depth, Places at,
               mlir::ValueRange accumulators,
               llvm::function_ref<llvm::SmallVector<mlir::Value>(
                   mlir::OpBuilder &, Places, mlir::ValueRange)>
                   inner) const;
  llvm::SmallVector<mlir::Value> gatherLanes(mlir::OpBuilder &b, Places at,
                                             mlir::ValueRange carried);
  llvm::SmallVector<mlir::Value> gather(mlir::OpBuilder &b, const Places &at,
                                        mlir::ValueRange carried,
                                        int64_t lanes) const;
  /// Places for all taps, in row-major order.
  llvm::SmallVector<Places> tapsAt(mlir::OpBuilder &b, const Places &at) const;
  llvm::SmallVector<mlir::Value> sums(mlir::OpBuilder &b, const Places &at,
                                      mlir::Value storage) const;
  llvm::SmallVector<mlir::Value> addLanes(mlir::OpBuilder &b, const Places &at,
                                          mlir::ValueRange sums,
                                          int64_t lanes) const;
  mlir::Value scatterRows(mlir::OpBuilder &b, Places at, mlir::Value storage);
  mlir::Value scatterRow(mlir::OpBuilder &b, Places at, int64_t phase,
                         mlir::Value storage);
  mlir::Value scatterAt(mlir::OpBuilder &b, Places at, int64_t phase,
                        Position q, std::optional<int64_t> known,
                        mlir::Value storage, int64_t lanes);

  mlir::Value constant(mlir::OpBuilder &b, int64_t value) const {
    return mlir::arith::ConstantIndexOp::create(b, loc, value);
  }

  mutable mlir::linalg::LinalgOp op; // its accessors are not const
  mlir::Location loc;
  llvm::SmallVector<int64_t> ranges;
  unsigned vectorBytes;
  llvm::SmallVector<mlir::OpFoldResult> sizes;
  llvm::SmallVector<WindowOperand> inputs, outputs;
  llvm::SmallVector<mlir::Value> starts;
  llvm::SmallVector<int64_t> outer;    // loops around, from the results' dims
  llvm::SmallVector<int64_t> reducing; // inside of these, not of a window
  llvm::SmallVector<int64_t> window;   // written out
  llvm::SmallVector<ScatterAxis> axes; // backward only
  std::optional<Combiner> combiner;    // of sums for taps only
  int64_t laneLoop = -1, width = 1;
};

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_WINDOW_H
