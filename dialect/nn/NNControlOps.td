//===- NNControlOps.td - Loops over an axis -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_CONTROL_OPS
#define NN_CONTROL_OPS

include "nn/NNBase.td"
include "nn/NNInterfaces.td"

def NN_ScanOp : NN_Op<"scan", [Pure, AttrSizedOperandSegments,
    SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "a loop along an axis of its sequences, with values carried";
  let description = [{
    The body runs once for each index along the axes named after the sequences,
    which all have one size there. It gets the index, the slice of each
    sequence, without that axis, and the carries; it yields the emits and the
    next carries. The results are the emits, each with the axis of time put in
    at its place in `emit`, and the last carries. With `reverse` it runs from
    the last index to the first; an emit still stands at its index. Without
    sequences, `count` says how often. The body sees values from outside, and
    has no effects. It may run no times at all: then the carries are as given.

    For its derivative it also emits what the rules of the body's ops read; a
    scan in the opposite direction then carries the cotangents.

    ```mlir
    %sums, %total = nn.scan (%x axis 1) carry (%h0) emit [0] {
    ^bb0(%t: i64, %xt: tensor<4xf32>, %h: tensor<4xf32>):
      %next = nn.add %h, %xt : tensor<4xf32>
      nn.yield %next, %next : tensor<4xf32>, tensor<4xf32>
    } : (tensor<4x?xf32, #nn.dims<_, time>>, tensor<4xf32>)
        -> (tensor<?x4xf32, #nn.dims<time, _>>, tensor<4xf32>)
    %w = nn.scan () emit [0] count = 3 : i64 {
    ^bb0(%i: i64):
      %row = nn.splat %i : i64 -> tensor<8xf32>
      nn.yield %row : tensor<8xf32>
    } : () -> tensor<3x8xf32>
    ```
  }];
  let arguments = (ins Variadic<NN_Tensor>:$sequences, Variadic<NN_Tensor>:$carries,
                       DenseI64ArrayAttr:$axes, DenseI64ArrayAttr:$emit_axes,
                       OptionalAttr<I64Attr>:$count, UnitAttr:$reverse);
  let results = (outs Variadic<NN_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::mlir::ValueRange":$sequences,
      "::llvm::ArrayRef<int64_t>":$axes, "::mlir::ValueRange":$carries,
      "::llvm::ArrayRef<int64_t>":$emit_axes, "std::optional<int64_t>":$count,
      "bool":$reverse,
      "::llvm::function_ref<::llvm::SmallVector<::mlir::Value>(::mlir::OpBuilder &, "
      "::mlir::Value, ::mlir::ValueRange, ::mlir::ValueRange)>":$body)>];
  let extraClassDeclaration = [{
    /// Builds the body of a scan: gets the index, the slices and the carries,
    /// and returns the emits and the next carries.
    using BodyBuilder = ::llvm::function_ref<::llvm::SmallVector<::mlir::Value>(
        ::mlir::OpBuilder &, ::mlir::Value index, ::mlir::ValueRange slices,
        ::mlir::ValueRange carries)>;

    ::mlir::BlockArgument getIndex() { return getBody().getArgument(0); }
    ::mlir::MutableArrayRef<::mlir::BlockArgument> getSlices() {
      return getBody().getArguments().slice(1, getSequences().size());
    }
    ::mlir::MutableArrayRef<::mlir::BlockArgument> getCarried() {
      return getBody().getArguments().slice(1 + getSequences().size(),
                                            getCarries().size());
    }
    YieldOp getYield();
    ::mlir::OperandRange getYieldedEmits();
    ::mlir::OperandRange getYieldedCarries();
    unsigned getNumEmits() { return getEmitAxes().size(); }
    ::mlir::ResultRange getEmits() {
      return getOutputs().take_front(getNumEmits());
    }
    ::mlir::ResultRange getFinals() {
      return getOutputs().drop_front(getNumEmits());
    }
  }];
}

#endif // NN_CONTROL_OPS
