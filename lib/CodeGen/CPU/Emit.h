//===- Emit.h - shared pieces of kernel generation ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_EMIT_H
#define NNC_LIB_CODEGEN_CPU_EMIT_H

#include "TensorView.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "nnc/Dialect/NN/NNOps.h"

namespace nnc::cpu {

using nn::kFlopsAttr;
using nn::kKernelNameAttr;
using nn::kParallelAttr;

using LoopBody = llvm::function_ref<llvm::SmallVector<mlir::Value>(
    mlir::OpBuilder &, mlir::Value iv, mlir::ValueRange carried)>;

/// A loop that carries values; none where it runs at most once, or never if it
/// should be there `evenOnce`.
llvm::SmallVector<mlir::Value>
emitLoop(mlir::OpBuilder &b, mlir::Location loc, mlir::OpFoldResult lower,
         mlir::OpFoldResult upper, int64_t step, mlir::ValueRange carried,
         LoopBody body, bool parallel = false, bool evenOnce = false);

/// Whether loops of these sizes, with so much computed for an element
/// (`weightOf`), are worth a parallel region.
bool isLarge(llvm::ArrayRef<mlir::OpFoldResult> sizes, unsigned weight = 1);

/// Elements of a vector: as many as fit of the widest float among `types`.
int64_t lanesFor(llvm::ArrayRef<mlir::Type> types, unsigned vectorBytes);

/// `size` rounded down to a multiple of `step`.
mlir::OpFoldResult roundDown(mlir::OpBuilder &b, mlir::Location loc,
                             mlir::OpFoldResult size, int64_t step);

/// Decreasing powers of two that sum to `n`: how a ragged edge is peeled.
llvm::SmallVector<int64_t> powersOfTwo(int64_t n);

/// What whole vectors of `width` leave over of a loop of `size`: in decreasing
/// powers of two, or one by one where the size is not known.
using EdgeBody = llvm::function_ref<llvm::SmallVector<mlir::Value>(
    mlir::OpFoldResult from, mlir::OpFoldResult to, int64_t lanes,
    mlir::ValueRange carried)>;
llvm::SmallVector<mlir::Value> emitEdge(mlir::OpBuilder &b, mlir::Location loc,
                                        mlir::OpFoldResult size, int64_t width,
                                        mlir::ValueRange carried,
                                        EdgeBody body);

/// `value` itself if it is a vector, else a vector of `lanes` copies.
mlir::Value asVector(mlir::OpBuilder &b, mlir::Location loc, mlir::Value value,
                     int64_t lanes);

/// Whether emitBody can evaluate the region of `op` on vectors.
bool hasVectorizableBody(mlir::linalg::LinalgOp op);

/// Whether the region of `op` reads elements of other tensors than its
/// operands, which must exist where it is evaluated.
bool readsElements(mlir::linalg::LinalgOp op);

/// About how many simple operations the region of `op` is worth.
unsigned weightOf(mlir::linalg::LinalgOp op);

/// Whether so much is computed for an element (a random number, say) that the
/// body should stand in the code once: unrolling it gains nothing, and next to
/// it a pass through memory is cheap.
inline bool isHeavy(unsigned weight) { return weight > 128; }
inline bool isHeavy(mlir::linalg::LinalgOp op) { return isHeavy(weightOf(op)); }

/// Evaluates the region of `op` at loop positions `at`, for `lanes` neighbours
/// along loop `laneLoop` (1: scalars only). A value that is the same for all
/// lanes stays a scalar. `args` are the block's arguments, null where unused.
/// Returns what `wanted` (values of the region) became.
llvm::SmallVector<mlir::Value>
emitBody(mlir::OpBuilder &b, mlir::linalg::LinalgOp op,
         llvm::ArrayRef<mlir::Value> args, llvm::ArrayRef<Position> at,
         int64_t laneLoop, int64_t lanes, llvm::ArrayRef<mlir::Value> wanted);

/// Whether an output has an element of its own for each iteration.
bool keepsElements(mlir::linalg::LinalgOp op, unsigned output);

/// How one output of a reduction combines.
struct Combiner {
  mlir::Operation *op = nullptr; // null where the elements are kept
  mlir::Value element;           // what is combined into the accumulator

  mlir::Value combine(mlir::OpBuilder &b, mlir::Value accumulator,
                      mlir::Value value) const;
  /// Pairs of halves, in a fixed order.
  mlir::Value horizontal(mlir::OpBuilder &b, mlir::Value vector) const;
  /// `lanes` copies of what changes nothing.
  mlir::Value neutral(mlir::OpBuilder &b, int64_t lanes) const;
};

/// One for each output; nothing where an output is not combined so.
std::optional<llvm::SmallVector<Combiner>>
combinersOf(mlir::linalg::LinalgOp op);

/// Transposes a square of vectors, as many as each has lanes.
llvm::SmallVector<mlir::Value> emitTranspose(mlir::OpBuilder &b,
                                             mlir::Location loc,
                                             llvm::ArrayRef<mlir::Value> rows);

/// Where `op` and all that is inside of it come from, that of `op` first.
mlir::Location originOf(mlir::Operation *op);

/// Erases what nothing reads inside of `root`, readers before what they read.
void dropDead(mlir::RewriterBase &rewriter, mlir::Operation *root);

/// The scalar that a tensor is filled with, or null.
mlir::Value filledWith(mlir::Value tensor);

/// An operand of a structured op: its storage, and for each logical dim the
/// loop that runs over it (-1: always index 0).
struct KernelOperand {
  TensorView view;
  llvm::SmallVector<int64_t, 4> loops;
  /// An operand that is no tensor; then there is no view.
  mlir::Value scalar;

  /// The logical dim that `loop` runs over, or -1.
  int64_t dimOf(int64_t loop) const;
  /// The loop over neighbours in memory, or -1.
  int64_t laneLoop() const;
  llvm::SmallVector<Position> at(mlir::OpBuilder &b, mlir::Location loc,
                                 llvm::ArrayRef<Position> loopsAt) const;
  /// Reads from `storage`, what `output` has become, if both have one place:
  /// an update is then in place.
  void follow(const KernelOperand &output, mlir::Value storage);
  /// A vector if the operand varies with `laneLoop` and lanes > 1.
  mlir::Value load(mlir::OpBuilder &b, mlir::Location loc,
                   llvm::ArrayRef<Position> loopsAt, int64_t laneLoop,
                   int64_t lanes) const;
  /// Returns the storage after the write.
  mlir::Value store(mlir::OpBuilder &b, mlir::Location loc, mlir::Value value,
                    llvm::ArrayRef<Position> loopsAt, int64_t laneLoop,
                    int64_t lanes) const;
  /// The same for `rows` steps of `rowLoop`.
  llvm::SmallVector<mlir::Value>
  loadRows(mlir::OpBuilder &b, mlir::Location loc,
           llvm::ArrayRef<Position> loopsAt, int64_t rowLoop, int64_t rows,
           int64_t laneLoop, int64_t lanes) const;
  mlir::Value storeRows(mlir::OpBuilder &b, mlir::Location loc,
                        llvm::ArrayRef<mlir::Value> values,
                        llvm::ArrayRef<Position> loopsAt, int64_t rowLoop,
                        int64_t laneLoop, int64_t lanes) const;
};

/// The loops of an indexing map made of distinct dims and zeros, else nothing.
std::optional<llvm::SmallVector<int64_t, 4>> loopsOf(mlir::AffineMap map);

/// Operands of `op` as views; nothing if a map is of another form.
std::optional<llvm::SmallVector<KernelOperand>>
inputsOf(mlir::linalg::LinalgOp op);

/// The outputs of a structured op. A result that is only packed is written in
/// the packed form; `packs[i]` is then the pack that the kernel replaces.
struct KernelOutputs {
  llvm::SmallVector<KernelOperand> operands;
  llvm::SmallVector<mlir::linalg::PackOp> packs;
};
std::optional<KernelOutputs> outputsOf(mlir::linalg::LinalgOp op);

/// Moves destinations that are made after `op` before it.
void hoistDestinations(mlir::RewriterBase &rewriter, mlir::linalg::LinalgOp op,
                       const KernelOutputs &outputs);

/// Replaces result `i` of `op` by the storage that a kernel has written.
void replaceResult(mlir::RewriterBase &rewriter, mlir::linalg::LinalgOp op,
                   unsigned i, mlir::linalg::PackOp pack, mlir::Value storage);

/// Sizes of the loops of `op`.
llvm::SmallVector<mlir::OpFoldResult> loopSizes(mlir::OpBuilder &b,
                                                mlir::linalg::LinalgOp op);

/// How the kernel of a contraction will read its operands.
struct ContractionRoles {
  unsigned wide;   // the operand read as vectors
  unsigned narrow; // the operand read as scalars
  int64_t laneLoop, rowLoop;
};
std::optional<ContractionRoles> contractionRoles(mlir::linalg::LinalgOp op);

/// Loops of a reduction; the storages written, or nothing for another form.
std::optional<llvm::SmallVector<mlir::Value>>
emitReduction(mlir::RewriterBase &rewriter, mlir::linalg::LinalgOp op,
              llvm::ArrayRef<KernelOperand> inputs,
              const KernelOutputs &outputs, int64_t lanes);

/// Kernels. Each replaces the op (and, for a contraction, its epilogue) and
/// returns success, or leaves the IR alone.
llvm::LogicalResult generateContraction(mlir::RewriterBase &rewriter,
                                        mlir::linalg::LinalgOp op);
llvm::LogicalResult generateLoops(mlir::RewriterBase &rewriter,
                                  mlir::linalg::LinalgOp op,
                                  unsigned vectorBytes);
/// Pools and depthwise convolutions.
llvm::LogicalResult generateWindows(mlir::RewriterBase &rewriter,
                                    mlir::linalg::LinalgOp op,
                                    unsigned vectorBytes);
llvm::LogicalResult generateCopy(mlir::RewriterBase &rewriter,
                                 mlir::Operation *packOrUnpack,
                                 unsigned vectorBytes);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_EMIT_H
