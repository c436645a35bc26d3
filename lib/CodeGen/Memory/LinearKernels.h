//===- LinearKernels.h - Kernels that need no analysis -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_MEMORY_LINEARKERNELS_H
#define NNC_CODEGEN_MEMORY_LINEARKERNELS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace nnc::memory {

/// The memory of a kernel's argument: row-major with what is known of the
/// sizes, from an offset known at run time.
mlir::MemRefType rowsFromAnywhere(mlir::RankedTensorType type);

/// Whether the tensors of `kernel` follow one another: each is written by one
/// op at most, in its own block and after all that read it, and what a loop
/// carries stays in its place. Then every write is in place. Other views than
/// those of arguments that are only read do not occur.
bool isLinear(mlir::func::FuncOp kernel);

/// Turns the tensors of a linear kernel into buffers, in one walk. Upstream's
/// way asks for the type of a buffer again at every op, through all the loops
/// around it, which takes a time that is exponential in their depth.
void bufferizeLinear(mlir::func::FuncOp kernel);

} // namespace nnc::memory

#endif // NNC_CODEGEN_MEMORY_LINEARKERNELS_H
