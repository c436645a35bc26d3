//===- NNInterfaces.td - What passes ask of ops -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_INTERFACES
#define NN_INTERFACES

include "mlir/IR/OpBase.td"

def NN_DifferentiableOpInterface : OpInterface<"DifferentiableOpInterface"> {
  let cppNamespace = "::nnc::nn";
  let description = [{
    An op with a derivative rule. The rule builds the cotangents of the
    operands from those of the results, with the ops of this dialect; a null
    value is a cotangent that is zero everywhere.
  }];
  let methods = [
    InterfaceMethod<[{
      Builds the cotangent of each operand from those of the results, of which
      at least one is not null. It has the type of the operand, or is null.
    }], "::llvm::SmallVector<::mlir::Value>", "buildVjp",
    (ins "::mlir::OpBuilder &":$builder,
         "::llvm::ArrayRef<::mlir::Value>":$cotangents)>,
    InterfaceMethod<[{
      Whether the derivative along this operand is not zero everywhere.
    }], "bool", "isDifferentiableOperand", (ins "unsigned":$index), "",
    [{ return true; }]>
  ];
}

class NN_Differentiable<list<string> also = []>
    : DeclareOpInterfaceMethods<NN_DifferentiableOpInterface, also>;

#endif // NN_INTERFACES
