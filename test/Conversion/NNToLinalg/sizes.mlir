// RUN: nnc-opt %s --nn-to-linalg --canonicalize --cse --split-input-file | FileCheck %s

// Encodings disappear; sizes come from the dim arguments.

// CHECK-LABEL: func.func @batch(
// CHECK-SAME: %[[X:.*]]: tensor<?x4xf32> {nn.arg = #nn.arg<input, "x">}, %[[BATCH:.*]]: index {nn.arg = #nn.arg<dim, "batch">}
// CHECK-SAME: -> (tensor<?x4xf32> {nn.result = #nn.arg<output, "y">})
// CHECK: tensor.empty(%[[BATCH]]) : tensor<?x4xf32>
func.func @batch(%x: tensor<?x4xf32, #nn.dims<batch, _>> {nn.arg = #nn.arg<input, "x">},
                 %batch: index {nn.arg = #nn.arg<dim, "batch">})
    -> (tensor<?x4xf32, #nn.dims<batch, _>> {nn.result = #nn.arg<output, "y">}) {
  %y = nn.exp %x : tensor<?x4xf32, #nn.dims<batch, _>>
  return %y : tensor<?x4xf32, #nn.dims<batch, _>>
}

// -----

// Expressions are computed; what an argument has is asked of it.

// CHECK-LABEL: func.func @expression(
// CHECK-SAME: %[[X:.*]]: tensor<?xf32>
// CHECK: %[[ZERO:.*]] = arith.constant 0 : index
// CHECK: %[[TIME:.*]] = tensor.dim %[[X]], %[[ZERO]]
// CHECK: %[[TWICE:.*]] = arith.muli
// CHECK: %[[SUM:.*]] = arith.addi %[[TWICE]], %{{.*}} : i64
// CHECK: %[[SIZE:.*]] = arith.index_cast %[[SUM]] : i64 to index
// CHECK: tensor.empty(%[[SIZE]]) : tensor<?xf32>
func.func @expression(%x: tensor<?xf32, #nn.dims<time>>) -> tensor<?xf32, #nn.dims<"2*time+1">> {
  %n = arith.constant 1.0 : f64
  %y = nn.splat %n : f64 -> tensor<?xf32, #nn.dims<"2*time+1">>
  return %y : tensor<?xf32, #nn.dims<"2*time+1">>
}

// -----

// A reshape leaves the batch alone.

// CHECK-LABEL: func.func @flatten
// CHECK: tensor.collapse_shape %{{.*}} {{\[}}[0], [1, 2]] : tensor<?x2x4xf32> into tensor<?x8xf32>
// CHECK-NOT: tensor.expand_shape
func.func @flatten(%x: tensor<?x2x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x8xf32, #nn.dims<batch, _>> {
  %y = nn.reshape %x : tensor<?x2x4xf32, #nn.dims<batch, _, _>> -> tensor<?x8xf32, #nn.dims<batch, _>>
  return %y : tensor<?x8xf32, #nn.dims<batch, _>>
}

// -----

// Ops of other dialects in between only change their types.

// CHECK-LABEL: func.func @between
// CHECK: tensor.dim %{{.*}}, %{{.*}} : tensor<?xf32>
// CHECK: tensor.extract %{{.*}} : tensor<?xf32>
func.func @between(%x: tensor<?xf32, #nn.dims<batch>>, %i: index) -> (f32, index) {
  %d = tensor.dim %x, %i : tensor<?xf32, #nn.dims<batch>>
  %y = nn.exp %x : tensor<?xf32, #nn.dims<batch>>
  %e = tensor.extract %y[%i] : tensor<?xf32, #nn.dims<batch>>
  return %e, %d : f32, index
}
