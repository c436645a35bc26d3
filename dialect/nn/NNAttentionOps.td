//===- NNAttentionOps.td - Attention as one op -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_ATTENTION_OPS
#define NN_ATTENTION_OPS

include "nn/NNAttrs.td"
include "nn/NNInterfaces.td"

def NN_AttentionOp : NN_Op<"attention", [Pure, InferTypeOpAdaptor,
    NN_Differentiable<>]> {
  let summary = "softmax(scale * q k') v, without the matrix of scores";
  let description = [{
    One letter an axis, as in `nn.einsum`: of query, key, value, the mask if
    there is one, and the result. A letter of all four tensors is one of the
    batch; of the others, query and result have the places that look, key and
    value those that are looked at, query and key what is multiplied, value and
    result what is averaged: one axis each. The mask, over any of the batch and
    of the places, says who may look at whom; `causal` lets none look at a later
    place. Scores that may not be looked at count as minus infinity; where none
    may be, the result is NaN.

    The second result is the logarithm of the sum of the exponentials of the
    scores, over the batch in the order of the result, then the places that
    look. It is kept in f32 where the elements are narrower, and so are all
    sums. From it `nn.attention_grad` computes the probabilities again.

    ```mlir
    %y, %l = nn.attention "bihc,bjhc,bjhw->bihw" %q, %k, %v causal scale = 1.250000e-01
        : (tensor<2x8x4x64xf32>, tensor<2x8x4x64xf32>, tensor<2x8x4x32xf32>)
        -> (tensor<2x8x4x32xf32>, tensor<2x4x8xf32>)
    ```
  }];
  let arguments = (ins StrAttr:$pattern, NN_FloatTensor:$query, NN_FloatTensor:$key,
                       NN_FloatTensor:$value, Optional<NN_BoolTensor>:$mask,
                       UnitAttr:$causal, F64Attr:$scale);
  let results = (outs NN_FloatTensor:$result, NN_FloatTensor:$logSumExp);
  let assemblyFormat = [{
    $pattern $query `,` $key `,` $value (`mask` $mask^)? (`causal` $causal^)?
    `scale` `=` $scale attr-dict `:` functional-type(operands, results)
  }];
}

def NN_AttentionGradOp : NN_Op<"attention_grad", [Pure, InferTypeOpAdaptor,
    NN_Differentiable<>]> {
  let summary = "cotangents of query, key and value of an attention";
  let description = [{
    The pattern, mask, `causal` and scale are those of the `nn.attention`, dy is
    the cotangent of its result and l its second result. The probabilities are
    computed again, `p = exp(scale * q k' - l)` (Dao et al. 2022). With
    `delta = sum(dy * y) - dl`, over what is averaged, and
    `ds = scale * p * (dy v' - delta)`: dq = ds k, dk = ds' q, dv = p' dy.

    ```mlir
    %dq, %dk, %dv = nn.attention_grad "bic,bjc,bjw->biw" %q, %k, %v, %dy, %l, %delta scale = 1.250000e-01
        : (tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2x8x32xf32>,
           tensor<2x8x32xf32>, tensor<2x8xf32>, tensor<2x8xf32>)
        -> (tensor<2x8x64xf32>, tensor<2x8x64xf32>, tensor<2x8x32xf32>)
    ```
  }];
  let arguments = (ins StrAttr:$pattern, NN_FloatTensor:$query, NN_FloatTensor:$key,
                       NN_FloatTensor:$value, NN_FloatTensor:$cotangent,
                       NN_FloatTensor:$logSumExp, NN_FloatTensor:$delta,
                       Optional<NN_BoolTensor>:$mask, UnitAttr:$causal, F64Attr:$scale);
  let results = (outs NN_FloatTensor:$dQuery, NN_FloatTensor:$dKey, NN_FloatTensor:$dValue);
  let assemblyFormat = [{
    $pattern $query `,` $key `,` $value `,` $cotangent `,` $logSumExp `,` $delta
    (`mask` $mask^)? (`causal` $causal^)? `scale` `=` $scale attr-dict `:`
    functional-type(operands, results)
  }];
}

#endif // NN_ATTENTION_OPS
