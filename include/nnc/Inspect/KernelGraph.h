//===- KernelGraph.h - What a model runs, as a picture ----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `nnc graph --fused`: the kernels of an inference and what flows between them,
// for Graphviz. A kernel says which layers and functions it computes, or parts
// of which.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_INSPECT_KERNELGRAPH_H
#define NNC_INSPECT_KERNELGRAPH_H

#include "mlir/IR/BuiltinOps.h"

namespace llvm {
class raw_ostream;
class SourceMgr;
} // namespace llvm

namespace nnc {

namespace typed {
struct Program;
} // namespace typed

/// The entries `infer` of `module`, whose tensors `nn.run_kernel` computes, as
/// one graph in the DOT language. The module was made of `program`.
void printKernelGraph(llvm::raw_ostream &os, mlir::ModuleOp module,
                      const typed::Program &program,
                      const llvm::SourceMgr &sources);

} // namespace nnc

#endif // NNC_INSPECT_KERNELGRAPH_H
