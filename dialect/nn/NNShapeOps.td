//===- NNShapeOps.td - Ops that make, move and pick elements -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_SHAPE_OPS
#define NN_SHAPE_OPS

include "nn/NNAttrs.td"
include "nn/NNInterfaces.td"

def NN_ConstantOp : NN_Op<"constant", [Pure, ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "a tensor known when the program is compiled";
  let description = [{
    ```mlir
    %w = nn.constant dense<[1.0, -1.5]> : tensor<2xf32>
    ```
  }];
  let arguments = (ins ElementsAttr:$value);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "attr-dict $value";
  let hasFolder = 1;
}

def NN_SplatOp : NN_Op<"splat", [Pure, NN_ZeroGradient]> {
  let summary = "a number as a tensor of any shape, rounded once";
  let description = [{
    The only way from a number (`f64`, `i64`, `i1`) to a tensor.

    ```mlir
    %rate = nn.splat %lr : f64 -> tensor<800x784xf32>
    ```
  }];
  let arguments = (ins NN_Number:$value);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$value attr-dict `:` type($value) `->` type($result)";
  let hasVerifier = 1;
}

def NN_BroadcastOp : NN_Op<"broadcast", [Pure, NN_Differentiable<>]> {
  let summary = "repeat along new axes and along axes of size 1";
  let description = [{
    Axis `i` of the operand becomes axis `dims[i]` of the result, stretched
    where its size is the number 1.

    A cotangent is summed over what was repeated.

    ```mlir
    %b = nn.broadcast %bias dims = [1] : tensor<10xf32> -> tensor<?x10xf32, #nn.dims<batch, _>>
    ```
  }];
  let arguments = (ins NN_Tensor:$input, DenseI64ArrayAttr:$dims);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `dims` `=` $dims attr-dict `:` type($input) `->` type($result)";
  let hasFolder = 1;
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}

def NN_ReshapeOp : NN_Op<"reshape", [Pure, NN_Differentiable<>]> {
  let summary = "the same elements in row-major order, in another shape";
  let description = [{
    ```mlir
    %y = nn.reshape %x : tensor<?x28x28xf32, #nn.dims<batch, _, _>> -> tensor<?x784xf32, #nn.dims<batch, _>>
    ```
  }];
  let arguments = (ins NN_Tensor:$input);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
  let hasVerifier = 1;
}

def NN_TransposeOp : NN_Op<"transpose", [Pure, NN_Differentiable<>,
    InferTypeOpAdaptor]> {
  let summary = "axis i of the result is axis perm[i] of the operand";
  let description = [{
    ```mlir
    %t = nn.transpose %x perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
    ```
  }];
  let arguments = (ins NN_Tensor:$input, DenseI64ArrayAttr:$perm);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `perm` `=` $perm attr-dict `:` type($input) `->` type($result)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def NN_SliceOp : NN_Op<"slice", [Pure, NN_Differentiable<>]> {
  let summary = "a box of elements; the result type says its size";
  let description = [{
    Starts at `offsets`, with stride 1. A cotangent is padded with zeros.

    ```mlir
    %y = nn.slice %x at [0, 1] : tensor<4x3xf32> -> tensor<4x2xf32>
    ```
  }];
  let arguments = (ins NN_Tensor:$input, DenseI64ArrayAttr:$offsets);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `at` $offsets attr-dict `:` type($input) `->` type($result)";
  let hasVerifier = 1;
}

def NN_PadOp : NN_Op<"pad", [Pure, NN_Differentiable<>]> {
  let summary = "zeros around a tensor";
  let description = [{
    `low[i]` zeros before axis `i` and `high[i]` after it. A `high` of the
    number for a dynamic size means as many as the result type asks for.

    ```mlir
    %y = nn.pad %x low [1, 0] high [0, 2] : tensor<2x3xf32> -> tensor<3x5xf32>
    ```
  }];
  let arguments = (ins NN_Tensor:$input, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `low` $low `high` $high attr-dict `:` type($input) `->` type($result)";
  let hasVerifier = 1;
}

def NN_ConcatOp : NN_Op<"concat", [Pure, NN_Differentiable<>]> {
  let summary = "tensors one after another along an axis";
  let description = [{
    ```mlir
    %z = nn.concat %x, %y axis = 1 : (tensor<2x3xf32>, tensor<2x2xf32>) -> tensor<2x5xf32>
    ```
  }];
  let arguments = (ins Variadic<NN_Tensor>:$inputs, I64Attr:$axis);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$inputs `axis` `=` $axis attr-dict `:` functional-type($inputs, $result)";
  let hasVerifier = 1;
}

def NN_FlipOp : NN_Op<"flip", [Pure, SameOperandsAndResultType, NN_Differentiable<>]> {
  let summary = "reverse the order along some axes";
  let description = [{
    ```mlir
    %y = nn.flip %x axes = [1] : tensor<2x3xf32>
    ```
  }];
  let arguments = (ins NN_Tensor:$input, DenseI64ArrayAttr:$axes);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `axes` `=` $axes attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def NN_IotaOp : NN_Op<"iota", [Pure, NN_ZeroGradient]> {
  let summary = "the position along an axis";
  let description = [{
    0, 1, 2, ... along `axis`, the same for all positions of the others.

    ```mlir
    %i = nn.iota axis = 0 : tensor<4xi32>
    ```
  }];
  let arguments = (ins I64Attr:$axis);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "`axis` `=` $axis attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def NN_OneHotOp : NN_Op<"one_hot", [Pure, NN_ZeroGradient]> {
  let summary = "1 at the position an index names, on a new last axis";
  let description = [{
    An index outside the axis is an error of the call (language 2.8, rule 29).

    ```mlir
    %h = nn.one_hot %label : tensor<4xi32> -> tensor<4x10xf32>
    ```
  }];
  let arguments = (ins NN_IntTensor:$indices);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$indices attr-dict `:` type($indices) `->` type($result)";
  let hasVerifier = 1;
}

class NN_Pick<string mnemonic, string what, string details, string example>
    : NN_Op<mnemonic, [Pure, NN_Differentiable<>, InferTypeOpAdaptor]> {
  let summary = what;
  let description = details # [{

    An index outside the axis is an error of the call (language 2.8, rule 29).

    ```mlir
    %y = nn.}] # mnemonic # example # [{
    ```
  }];
  let arguments = (ins NN_Tensor:$input, NN_IntTensor:$indices, I64Attr:$axis);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `,` $indices `axis` `=` $axis attr-dict `:` functional-type(operands, $result)";
}
def NN_TakeOp : NN_Pick<"take", "one element along an axis per index",
    "`indices` has the shape of the operand without `axis`, and so has the result.",
    " %x, %i axis = 1 : (tensor<4x10xf32>, tensor<4xi32>) -> tensor<4xf32>">;
def NN_GatherOp : NN_Pick<"gather", "slices along an axis, in the shape of the indices",
    "The axes of `indices` stand in the place of `axis`. Cotangents of one index add up in index order.",
    " %x, %i axis = 0 : (tensor<10x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>">;

def NN_ScatterAddOp : NN_Op<"scatter_add", [Pure, NN_Differentiable<>]> {
  let summary = "add slices at indices along an axis to zeros, in index order";
  let description = [{
    The transpose of `nn.gather`: the result has one slice per position of
    `axis`, the sum of the slices of `updates` whose index names it.

    ```mlir
    %dx = nn.scatter_add %dy, %i axis = 0 : (tensor<4x2xf32>, tensor<4xi32>) -> tensor<3x2xf32>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$updates, NN_IntTensor:$indices, I64Attr:$axis);
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = "$updates `,` $indices `axis` `=` $axis attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
}

#endif // NN_SHAPE_OPS
