// RUN: nnc-opt %s --nn-to-linalg --canonicalize | FileCheck %s

// The key of all rounds is made once, outside of the loop; ten rounds are in
// it, of which the first and the last need one product less each.

// CHECK-LABEL: func.func @draw(
// CHECK-SAME: %[[SEED:[a-z0-9]+]]: i64 {{.*}}, %[[COUNTER:[a-z0-9]+]]: i64
// CHECK: arith.addi %[[SEED]], %{{.*}} : i64
// CHECK: arith.trunci %[[COUNTER]] : i64 to i32
// CHECK: linalg.generic
// CHECK: linalg.index 0
// CHECK: arith.cmpf olt, %{{.*}}, %{{.*}} : f32
// CHECK: linalg.yield
func.func @draw(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">},
                %counter: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}) -> tensor<4xf32> {
  %p = arith.constant 0.5 : f64
  %y = nn.random bernoulli(%p) key "dropout" draw 0 per_batch : tensor<4xf32>
  return %y : tensor<4xf32>
}
