//===- NNConvOps.td - Convolution and pooling -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tensors are [n, c, spatial...] with one or two spatial axes, filters are
// [out, in / groups, kernel...]. Attributes have one number per spatial axis;
// `pads` are the same on both sides.
//
//===----------------------------------------------------------------------===//

#ifndef NN_CONV_OPS
#define NN_CONV_OPS

include "nn/NNBase.td"
include "nn/NNInterfaces.td"

class NN_Convolution<string mnemonic, string what, string details,
                     string example, dag operands>
    : NN_Op<mnemonic, [Pure, NN_Differentiable<>]> {
  let summary = what;
  let description = details # [{

    ```mlir
    }] # example # [{
    ```
  }];
  let arguments = !con(operands,
      (ins DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$pads,
           DenseI64ArrayAttr:$dilations, I64Attr:$groups));
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = [{operands `strides` $strides `pads` $pads `dilations`
    $dilations `groups` $groups attr-dict `:` functional-type(operands, $result)}];
  let hasVerifier = 1;
}

def NN_ConvOp : NN_Convolution<"conv", "cross-correlation with zero padding", [{
    `y[n, f, o] = sum over c, k of x[n, c, o * stride + k * dilation - pad] *
    w[f, c, k]` on each spatial axis, with x zero outside. An output size is
    `(size + 2 * pad - dilation * (kernel - 1) - 1) // stride + 1`. With groups,
    filter f reads the channels of its own group only. f16 and bf16 accumulate
    in f32.

    dx = nn.conv_transpose(dy, w), dw = nn.conv_filter(x, dy).
  }], "%y = nn.conv %x, %w strides [1] pads [2] dilations [1] groups 1 : (tensor<8x3x28xf32>, tensor<6x3x5xf32>) -> tensor<8x6x28xf32>",
  (ins NN_FloatTensor:$input, NN_FloatTensor:$filter)>;

def NN_ConvTransposeOp : NN_Convolution<"conv_transpose",
  "adjoint of nn.conv in its input", [{
    `dx[n, c, i] = sum over f, k of dy[n, f, o] * w[f, c, k]` with
    `i = o * stride + k * dilation - pad`. The attributes are those of the
    convolution. The result type says which of the sizes that the convolution
    maps to that of `dy` is meant.
  }], "%dx = nn.conv_transpose %dy, %w strides [2] pads [0] dilations [1] groups 1 : (tensor<8x6x4xf32>, tensor<6x3x2xf32>) -> tensor<8x3x8xf32>",
  (ins NN_FloatTensor:$input, NN_FloatTensor:$filter)>;

def NN_ConvFilterOp : NN_Convolution<"conv_filter",
  "adjoint of nn.conv in its filter", [{
    `dw[f, c, k] = sum over n, o of x[n, c, o * stride + k * dilation - pad] *
    dy[n, f, o]`. The attributes are those of the convolution, the result type
    is that of its filter.
  }], "%dw = nn.conv_filter %x, %dy strides [1] pads [2] dilations [1] groups 1 : (tensor<8x3x28xf32>, tensor<8x6x28xf32>) -> tensor<6x3x5xf32>",
  (ins NN_FloatTensor:$input, NN_FloatTensor:$cotangent)>;

class NN_Pooling<string mnemonic, string what, string details, string example,
                 dag operands, Type result,
                 list<Trait> traits = [NN_Differentiable<>]>
    : NN_Op<mnemonic, [Pure] # traits> {
  let summary = what;
  let description = details # [{

    ```mlir
    }] # example # [{
    ```
  }];
  let arguments = !con(operands,
      (ins DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$strides,
           DenseI64ArrayAttr:$pads));
  let results = (outs result:$result);
  let assemblyFormat = [{operands `kernel` $kernel `strides` $strides
    `pads` $pads attr-dict `:` functional-type(operands, $result)}];
  let hasVerifier = 1;
}

def NN_MaxPoolOp : NN_Pooling<"max_pool", "greatest of each window", [{
    An output size is `(size + 2 * pad - kernel) // stride + 1`. NaN passes on;
    padding never wins, so a pad is at most half the kernel.

    A cotangent goes to the first of equals in row-major order.
  }], "%y = nn.max_pool %x kernel [2] strides [2] pads [0] : (tensor<8x6x28xf32>) -> tensor<8x6x14xf32>",
  (ins NN_FloatTensor:$input), NN_FloatTensor> { let hasFolder = 1; }

def NN_MaxPoolIndexOp : NN_Pooling<"max_pool_index",
  "where in its window the greatest is", [{
    The i32 position in the window, padding counted, in row-major order; ties
    go to the first, and NaN counts as the greatest.
  }], "%i = nn.max_pool_index %x kernel [2] strides [2] pads [0] : (tensor<8x6x28xf32>) -> tensor<8x6x14xi32>",
  (ins NN_FloatTensor:$input), NN_IntTensor, [NN_ZeroGradient]>;

def NN_MaxPoolGradOp : NN_Pooling<"max_pool_grad",
  "add to each window's winner", [{
    Zeros, with each element of `cotangent` added where `index` says its
    window's winner is. Its adjoint is nn.max_pool_pick.
  }], "%dx = nn.max_pool_grad %dy, %i kernel [2] strides [2] pads [0] : (tensor<8x6x14xf32>, tensor<8x6x14xi32>) -> tensor<8x6x28xf32>",
  (ins NN_FloatTensor:$cotangent, NN_IntTensor:$index), NN_FloatTensor>;

def NN_MaxPoolPickOp : NN_Pooling<"max_pool_pick",
  "the element of each window that an index names", [{
    The element of `input` where `index` says the winner of a window is. Its
    adjoint is nn.max_pool_grad.
  }], "%y = nn.max_pool_pick %x, %i kernel [2] strides [2] pads [0] : (tensor<8x6x28xf32>, tensor<8x6x14xi32>) -> tensor<8x6x14xf32>",
  (ins NN_FloatTensor:$input, NN_IntTensor:$index), NN_FloatTensor>;

def NN_AvgPoolOp : NN_Pooling<"avg_pool", "mean of each window", [{
    The sum over a window by the number of its positions, padding among them.
    Sizes are those of nn.max_pool. Its adjoint is nn.avg_pool_grad.
  }], "%y = nn.avg_pool %x kernel [2] strides [2] pads [0] : (tensor<8x6x28xf32>) -> tensor<8x6x14xf32>",
  (ins NN_FloatTensor:$input), NN_FloatTensor> { let hasFolder = 1; }

def NN_AvgPoolGradOp : NN_Pooling<"avg_pool_grad",
  "adjoint of nn.avg_pool", [{
    Zeros, with each element of `cotangent` over the number of its window's
    positions added to all of them.
  }], "%dx = nn.avg_pool_grad %dy kernel [2] strides [2] pads [0] : (tensor<8x6x14xf32>) -> tensor<8x6x28xf32>",
  (ins NN_FloatTensor:$cotangent), NN_FloatTensor>;

#endif // NN_CONV_OPS
