//===- Graph.h - A model as a picture ---------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `nnc graph`: what a model computes in inference, for Graphviz. Layers that
// hold others are boxes around them; changes of shape alone are not drawn, but
// edges tell the shape of what flows along them.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_INSPECT_GRAPH_H
#define NNC_INSPECT_GRAPH_H

#include "nnc/Inspect/Outline.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace nnc {

struct GraphOptions {
  DimValues dims;       ///< sizes for dims
  unsigned depth = ~0u; ///< levels of layers to show
};

/// All models of the program as one graph in the DOT language.
void printGraph(llvm::raw_ostream &os, const typed::Program &program,
                const GraphOptions &options = {});

} // namespace nnc

#endif // NNC_INSPECT_GRAPH_H
