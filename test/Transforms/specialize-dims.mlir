// RUN: nnc-opt %s -nn-specialize-dims="dims=batch:8" | FileCheck %s
// RUN: nnc-opt %s -nn-specialize-dims="dims=batch:8 in-place" | FileCheck %s --check-prefix=PLACE
// RUN: nnc-opt %s -nn-specialize-dims="dims=batch:8 min-percent=25" | FileCheck %s --check-prefixes=MOST,COPY
// RUN: nnc-opt %s -nn-specialize-dims="dims=batch:8 min-percent=26" | FileCheck %s --check-prefix=MOST
// RUN: not nnc-opt %s -nn-specialize-dims="dims=batch=8" 2>&1 | FileCheck %s --check-prefix=ERROR

// ERROR: expected NAME:SIZE, found `batch=8`

// PLACE-LABEL: func.func @t_train_step(
// PLACE-SAME: tensor<8x?xf32, #nn.dims<_, time>>
// PLACE-NOT: @t_train_step_static

// CHECK-LABEL: func.func @t_train_step(
// CHECK-SAME: tensor<?x?xf32, #nn.dims<batch, time>>
// CHECK-SAME: nn.expected_sizes = {batch = 8 : i64}
// CHECK-LABEL: func.func @t_train_step_static(
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<8x?xf32, #nn.dims<_, time>>
// CHECK-SAME: %[[BATCH:[a-z0-9]+]]: index {nn.arg = #nn.arg<dim, "batch">}
// CHECK-SAME: -> (tensor<?xf32, #nn.dims<"8*time">> {
// CHECK-SAME: nn.specialized = {batch = 8 : i64}
// CHECK: %[[SIZE:.*]] = arith.constant 8 : index
// CHECK: arith.index_cast %[[SIZE]] : index to i64
// CHECK: nn.reshape %{{.*}} : tensor<8x?xf32, #nn.dims<_, time>> -> tensor<?xf32, #nn.dims<"8*time">>
func.func @t_train_step(%x: tensor<?x?xf32, #nn.dims<batch, time>> {nn.arg = #nn.arg<input, "x">},
                        %n: index {nn.arg = #nn.arg<dim, "batch">},
                        %t: index {nn.arg = #nn.arg<dim, "time">})
    -> (tensor<?xf32, #nn.dims<"batch*time">> {nn.result = #nn.arg<output, "y">})
    attributes {nn.entry = "train_step", nn.owner = @t} {
  %i = arith.index_cast %n : index to i64
  %f = arith.sitofp %i : i64 to f64
  %s = nn.splat %f : f64 -> tensor<?x?xf32, #nn.dims<batch, time>>
  %p = nn.mul %x, %s : tensor<?x?xf32, #nn.dims<batch, time>>
  %y = nn.reshape %p : tensor<?x?xf32, #nn.dims<batch, time>> -> tensor<?xf32, #nn.dims<"batch*time">>
  return %y : tensor<?xf32, #nn.dims<"batch*time">>
}

// Another entry is left alone.
// CHECK-NOT: @t_eval_step_static
func.func @t_eval_step(%x: tensor<?xf32, #nn.dims<batch>>) attributes {nn.entry = "eval_step", nn.owner = @t} {
  return
}

// For each example 2 * 18 * 8 operations in a convolution, and 2 * 16 * 3, which
// is a quarter of them all, in another product.
// MOST-LABEL: func.func @u_train_step(
// MOST-SAME: nn.expected_sizes = {batch = 8 : i64}
// COPY: func.func @u_train_step_static(
// COPY: nn.einsum {{.*}} -> tensor<8x3xf32>
// MOST-NOT: @u_train_step_static
func.func @u_train_step(%x: tensor<?x1x4x6xf32, #nn.dims<batch, _, _, _>>, %k: tensor<2x1x3x3xf32>, %w: tensor<3x2x2x4xf32>)
    -> tensor<?x3xf32, #nn.dims<batch, _>>
    attributes {nn.entry = "train_step", nn.owner = @u} {
  %c = nn.conv %x, %k strides [1, 1] pads [0, 0] dilations [1, 1] groups 1 : (tensor<?x1x4x6xf32, #nn.dims<batch, _, _, _>>, tensor<2x1x3x3xf32>) -> tensor<?x2x2x4xf32, #nn.dims<batch, _, _, _>>
  %y = nn.einsum "bcij,ocij->bo" %c, %w : (tensor<?x2x2x4xf32, #nn.dims<batch, _, _, _>>, tensor<3x2x2x4xf32>) -> tensor<?x3xf32, #nn.dims<batch, _>>
  return %y : tensor<?x3xf32, #nn.dims<batch, _>>
}
