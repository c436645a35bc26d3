//===- NNBase.td - The dialect, its constraints and op classes -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_BASE
#define NN_BASE

include "mlir/IR/OpBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/TensorEncoding.td"
include "mlir/Interfaces/DestinationStyleOpInterface.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def NN_Dialect : Dialect {
  let name = "nn";
  let cppNamespace = "::nnc::nn";
  let summary = "Neural networks, their training sections and data sets";
  let description = [{
    The meaning of a `.nn` program: value-semantic ops on builtin tensors and,
    around them, ops for parameters, models, training sections and data sets.
    A dynamic size carries its name in the encoding of the tensor type:
    `tensor<?x784xf32, #nn.dims<batch, _>>`. Broadcasting is explicit. Numbers
    that are not tensors are `i64`, `f64` and `i1` values of `arith` and `math`.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::func::FuncDialect"];
  let useDefaultAttributePrinterParser = 1;
}

class NN_Op<string mnemonic, list<Trait> traits = []>
    : Op<NN_Dialect, mnemonic, traits>;

def NN_FloatTensor : RankedTensorOf<[AnyFloat]>;
def NN_NumberTensor : RankedTensorOf<[AnyFloat, AnySignlessInteger]>;
def NN_IntTensor : RankedTensorOf<[AnySignlessInteger]>;
def NN_BoolTensor : RankedTensorOf<[I1]>;
def NN_Tensor : RankedTensorOf<[AnyFloat, AnySignlessInteger]>;
def NN_Number : AnyTypeOf<[F64, I64, I1]>;

/// Its float results do not change with its operands, or nowhere smoothly:
/// a gradient is zero (language 2.8, rule 47).
def NN_ZeroGradient : NativeOpTrait<"ZeroGradient"> {
  let cppNamespace = "::nnc::nn::OpTrait";
}

/// Element by element, on operands and results of one shape.
def NN_Elementwise : NativeOpTrait<"ElementwiseOnTensors"> {
  let cppNamespace = "::nnc::nn::OpTrait";
}

#endif // NN_BASE
