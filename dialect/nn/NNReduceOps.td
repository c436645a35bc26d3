//===- NNReduceOps.td - Contractions, reductions and composites -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_REDUCE_OPS
#define NN_REDUCE_OPS

include "nn/NNAttrs.td"
include "nn/NNInterfaces.td"

def NN_EinsumOp : NN_Op<"einsum", [Pure, NN_Differentiable<>, InferTypeOpAdaptor]> {
  let summary = "sum of products over named axes";
  let description = [{
    ```mlir
    %y = nn.einsum "mk,nk->mn" %x, %w : (tensor<8x4xf32>, tensor<3x4xf32>) -> tensor<8x3xf32>
    ```
    One letter an axis, each once per operand; one or two operands. f16 and bf16
    accumulate in f32. Transposes of operands and results are absorbed.
  }];
  let arguments = (ins StrAttr:$pattern, Variadic<NN_NumberTensor>:$inputs);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "$pattern $inputs attr-dict `:` functional-type($inputs, $result)";
  let hasCanonicalizer = 1;
}

class NN_Reduction<string mnemonic, string what, string details, string to,
                   Type type = NN_NumberTensor,
                   list<Trait> traits = [NN_Differentiable<>]>
    : NN_Op<mnemonic, [Pure, InferTypeOpAdaptor] # traits> {
  let summary = what;
  let description = details # [{
    The result has the other axes, in order.

    ```mlir
    %y = nn.}] # mnemonic # [{ %x axes = [1] : tensor<4x8x}] #
    !if(!eq(to, "i1"), "i1", "f32") # [{> -> tensor<4x}] # to # [{>
    ```
  }];
  let arguments = (ins type:$input, DenseI64ArrayAttr:$axes);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input `axes` `=` $axes attr-dict `:` type($input) `->` type($result)";
}
def NN_SumOp : NN_Reduction<"sum", "sum over axes",
    "dx = dy, repeated.", "f32"> { let hasFolder = 1; }
def NN_MeanOp : NN_Reduction<"mean", "mean over axes",
    "The sum over the number of elements. dx = dy / n, repeated.", "f32", NN_FloatTensor>;
def NN_ReduceMaxOp : NN_Reduction<"reduce_max", "greatest over axes; NaN passes",
    "NaN passes on. A cotangent goes to the first of equals in row-major order.", "f32">;
def NN_ReduceMinOp : NN_Reduction<"reduce_min", "least over axes; NaN passes",
    "NaN passes on. A cotangent goes to the first of equals in row-major order.", "f32">;
def NN_ProdOp : NN_Reduction<"prod", "product over axes",
    "dx of an element is dy times the product of the others, zeros among them too.", "f32">;
def NN_LogSumExpOp : NN_Reduction<"log_sum_exp", "log of the sum of exp over axes, without overflow",
    "m + ln(sum(e^(x - m))) with m the greatest element. dx = dy * softmax(x).", "f32", NN_FloatTensor>;
def NN_ArgmaxOp : NN_Reduction<"argmax", "first position of the greatest",
    "An i32 position in row-major order of the axes; ties go to the first, and NaN counts as the greatest.", "i32", NN_NumberTensor, [NN_ZeroGradient]>;
def NN_ArgminOp : NN_Reduction<"argmin", "first position of the least",
    "An i32 position in row-major order of the axes; ties go to the first, and NaN counts as the least.", "i32", NN_NumberTensor, [NN_ZeroGradient]>;
def NN_AnyOp : NN_Reduction<"any", "whether one is true",
    "False over no elements.", "i1", NN_BoolTensor, [NN_ZeroGradient]>;
def NN_AllOp : NN_Reduction<"all", "whether all are true",
    "True over no elements.", "i1", NN_BoolTensor, [NN_ZeroGradient]>;

def NN_CumsumOp : NN_Op<"cumsum", [Pure, SameOperandsAndResultType, NN_Differentiable<>]> {
  let summary = "running sum along an axis";
  let description = [{
    Element i is the sum of elements 0 to i, or, in `reverse`, of i to the last.
    Added one after another; f16 and bf16 accumulate in f32.

    A cotangent is summed in the other direction.

    ```mlir
    %y = nn.cumsum %x axis = 1 : tensor<4x10xf32>
    ```
  }];
  let arguments = (ins NN_NumberTensor:$input, I64Attr:$axis, UnitAttr:$reverse);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "$input `axis` `=` $axis (`reverse` $reverse^)? attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def NN_OrthonormalizeOp : NN_Op<"orthonormalize", [Pure, SameOperandsAndResultType]> {
  let summary = "rows of length 1, orthogonal to each other";
  let description = [{
    Each row less its projections on the rows before it, over its length: the
    orthogonal factor of a QR decomposition with a positive diagonal. Each row
    is projected twice, which keeps the rows orthogonal to working precision
    (Giraud et al. 2005). There are no more rows than columns. It makes initial
    values and has no derivative.

    ```mlir
    %q = nn.orthonormalize %x : tensor<4x10xf32>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$input);
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($result)";
  let hasVerifier = 1;
}

class NN_AlongAxis<string mnemonic, string what, string details>
    : NN_Op<mnemonic, [Pure, SameOperandsAndResultType, NN_Differentiable<>]> {
  let summary = what;
  let description = details # [{

    ```mlir
    %y = nn.}] # mnemonic # [{ %x axis = 1 : tensor<4x10xf32>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$input, I64Attr:$axis);
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = "$input `axis` `=` $axis attr-dict `:` type($result)";
  let hasVerifier = 1;
}
def NN_SoftmaxOp : NN_AlongAxis<"softmax", "exp(x) over its sum, without overflow",
    "dx = y * (dy - sum(dy * y)): the rule reads the result.">;
def NN_LogSoftmaxOp : NN_AlongAxis<"log_softmax", "logarithm of softmax",
    "x - log_sum_exp(x). dx = dy - e^y * sum(dy).">;

def NN_CrossEntropyOp : NN_Op<"cross_entropy", [Pure, NN_Differentiable<>, InferTypeOpAdaptor]> {
  let summary = "mean loss of logits against class numbers";
  let description = [{
    The mean over all rows of
    `-(1 - smoothing) * logp[label] - smoothing * mean(logp)` with
    `logp = log_softmax(logits)` along `axis`. The gradient is
    `softmax(logits)` minus the smoothed one-hot label, over the number of rows.

    ```mlir
    %loss = nn.cross_entropy %logits, %label axis = 1 : (tensor<4x10xf32>, tensor<4xi32>) -> tensor<f32>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$logits, NN_IntTensor:$labels, I64Attr:$axis,
                       DefaultValuedAttr<F64Attr, "0.0">:$smoothing);
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = "$logits `,` $labels `axis` `=` $axis attr-dict `:` functional-type(operands, $result)";
}

def NN_BinaryCrossEntropyOp : NN_Op<"binary_cross_entropy", [Pure, NN_Differentiable<>, InferTypeOpAdaptor, SameTypeOperands]> {
  let summary = "mean loss of logits against probabilities";
  let description = [{
    The mean of `max(x, 0) - x * t + log1p(exp(-|x|))`: no overflow for any logit
    x, whatever the probability t. dx = (sigmoid(x) - t) / n, dt = -x / n.

    ```mlir
    %loss = nn.binary_cross_entropy %logits, %targets : tensor<4xf32> -> tensor<f32>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$logits, NN_FloatTensor:$targets);
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = "$logits `,` $targets attr-dict `:` type($logits) `->` type($result)";
}

#endif // NN_REDUCE_OPS
