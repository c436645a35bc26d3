// RUN: nnc-opt %s -nn-specialize-dims="dims=batch:8" | FileCheck %s
// RUN: nnc-opt %s -nn-specialize-dims="dims=batch:8 in-place" | FileCheck %s --check-prefix=PLACE
// RUN: not nnc-opt %s -nn-specialize-dims="dims=batch=8" 2>&1 | FileCheck %s --check-prefix=ERROR

// ERROR: expected NAME:SIZE, found `batch=8`

// PLACE-LABEL: func.func @t_train_step(
// PLACE-SAME: tensor<8x?xf32, #nn.dims<_, time>>
// PLACE-NOT: @t_train_step_static

// CHECK-LABEL: func.func @t_train_step(
// CHECK-SAME: tensor<?x?xf32, #nn.dims<batch, time>>
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
