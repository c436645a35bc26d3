//===- NN.td - The nn dialect -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_DIALECT
#define NN_DIALECT

include "nn/NNBase.td"
include "nn/NNAttrs.td"
include "nn/NNInterfaces.td"
include "nn/NNElementwiseOps.td"
include "nn/NNShapeOps.td"
include "nn/NNReduceOps.td"
include "nn/NNConvOps.td"
include "nn/NNAttentionOps.td"
include "nn/NNControlOps.td"
include "nn/NNProgramOps.td"

#endif // NN_DIALECT
