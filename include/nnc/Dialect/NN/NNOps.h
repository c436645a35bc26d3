//===- NNOps.h - The nn dialect -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_DIALECT_NN_NNOPS_H
#define NNC_DIALECT_NN_NNOPS_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/RegionKindInterface.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/IR/TensorEncoding.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace nnc::nn::OpTrait {

/// See NN_ZeroGradient and NN_Elementwise in NNBase.td.
template <typename ConcreteOp>
class ZeroGradient : public mlir::OpTrait::TraitBase<ConcreteOp, ZeroGradient> {
};
template <typename ConcreteOp>
class ElementwiseOnTensors
    : public mlir::OpTrait::TraitBase<ConcreteOp, ElementwiseOnTensors> {};

} // namespace nnc::nn::OpTrait

#include "nn/NNDialect.h.inc"
#include "nn/NNEnums.h.inc"
#define GET_ATTRDEF_CLASSES
#include "nn/NNAttrs.h.inc"
#include "nn/NNInterfaces.h.inc"
#define GET_OP_CLASSES
#include "nn/NNOps.h.inc"

namespace nnc::nn {

/// Marks a loop that a scan became. Its first results are the emits, whose
/// axes of time the attribute lists; the others are the carries.
constexpr llvm::StringLiteral kScanAttr = "nn.scan";

/// Marks a loop whose iterations write disjoint parts of what they write and
/// read none of it.
constexpr llvm::StringLiteral kParallelAttr = "nn.parallel";

/// What a kernel is called in a profile (at a loop that is one, or the region
/// around it), and the multiplications and additions of one run, where they are
/// known.
constexpr llvm::StringLiteral kKernelNameAttr = "nn.kernel_name";
constexpr llvm::StringLiteral kFlopsAttr = "nn.flops";

/// The layer that an op belongs to (`block.0.attn.q`), empty for the top. It is
/// the metadata of a fused location, or the name of a NameLoc.
llvm::StringRef getLayerPath(mlir::Location loc);

/// Builds `value` where `cotangent` is not 0, else 0 (language 2.8, rule 46).
mlir::Value guardCotangent(mlir::OpBuilder &builder, mlir::Location loc,
                           mlir::Value cotangent, mlir::Value value);

} // namespace nnc::nn

#endif // NNC_DIALECT_NN_NNOPS_H
