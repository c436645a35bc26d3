//===- NNAttrs.td - Attributes -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_ATTRS
#define NN_ATTRS

include "nn/NNBase.td"

def NN_DimsAttr : AttrDef<NN_Dialect, "Dims",
    [DeclareAttrInterfaceMethods<VerifiableTensorEncoding>]> {
  let mnemonic = "dims";
  let summary = "the names of the dynamic sizes of a tensor type";
  let description = [{
    One entry an axis: `_` where the size is a number, else the canonical
    spelling of an integer expression over declared dims. Expressions that are
    not a single name are quoted. An encoding names at least one size; a dynamic size
    of which nothing is known is `_` too.

    ```mlir
    tensor<?x784xf32, #nn.dims<batch, _>>
    tensor<?x?xf32, #nn.dims<"2*batch+1", time>>
    ```
  }];
  let parameters = (ins ArrayRefParameter<"::mlir::StringAttr">:$entries);
  let hasCustomAssemblyFormat = 1;
}

def NN_ArgKind : I32EnumAttr<"ArgKind", "what an argument or result of an entry is", [
    I32EnumAttrCase<"parameter", 0>, I32EnumAttrCase<"state", 1>,
    I32EnumAttrCase<"optimizer", 2>, I32EnumAttrCase<"input", 3>,
    I32EnumAttrCase<"output", 4>, I32EnumAttrCase<"metric", 5>,
    I32EnumAttrCase<"scalar", 6>, I32EnumAttrCase<"dim", 7>,
    I32EnumAttrCase<"value", 8>]> {
  let cppNamespace = "::nnc::nn";
  let genSpecializedAttr = 0;
}

def NN_ArgAttr : AttrDef<NN_Dialect, "Arg"> {
  let mnemonic = "arg";
  let summary = "what an argument or result of an entry function is";
  let description = [{
    `#nn.arg<parameter, "hidden.weight">`. An argument and a result with equal
    attributes are the old and the new value of one tensor.
  }];
  let parameters = (ins EnumParameter<NN_ArgKind>:$kind, "::mlir::StringAttr":$name);
  let assemblyFormat = "`<` $kind `,` $name `>`";
}

def NN_CmpPredicate : I32EnumAttr<"CmpPredicate", "a comparison", [
    I32EnumAttrCase<"eq", 0>, I32EnumAttrCase<"ne", 1>,
    I32EnumAttrCase<"lt", 2>, I32EnumAttrCase<"le", 3>,
    I32EnumAttrCase<"gt", 4>, I32EnumAttrCase<"ge", 5>]> {
  let cppNamespace = "::nnc::nn";
  let genSpecializedAttr = 0;
}
def NN_CmpPredicateAttr : EnumAttr<NN_Dialect, NN_CmpPredicate, "predicate">;

def NN_Distribution : I32EnumAttr<"Distribution", "a random distribution", [
    I32EnumAttrCase<"uniform", 0>, I32EnumAttrCase<"normal", 1>,
    I32EnumAttrCase<"truncated_normal", 2>, I32EnumAttrCase<"bernoulli", 3>]> {
  let cppNamespace = "::nnc::nn";
  let genSpecializedAttr = 0;
}
def NN_DistributionAttr : EnumAttr<NN_Dialect, NN_Distribution, "distribution">;

#endif // NN_ATTRS
