// RUN: nnc-opt %s --nn-autodiff --canonicalize | FileCheck %s

// `gelu` between two layers of a loop. The derivative reads five tensors of 8
// numbers that cheap ops make of one, which alone is kept beside the carry.

// CHECK-LABEL: func.func @gelu
// CHECK: nn.scan
// CHECK: ^bb0(%{{.*}}: i64, %[[V:[a-z0-9]+]]: tensor<8x4xf32>, %{{.*}}: tensor<4x8xf32>, %[[H:[a-z0-9]+]]: tensor<4xf32>):
// CHECK: %[[A:.*]] = nn.einsum "k,nk->n" %[[H]], %[[V]]
// CHECK: nn.yield %[[A]], %[[H]], %{{.*}} : tensor<8xf32>, tensor<4xf32>, tensor<4xf32>
// CHECK: nn.scan
// CHECK-SAME: reverse
// CHECK: ^bb0(%{{.*}}: i64, %{{.*}}: tensor<4x8xf32>, %[[KEPT:[a-z0-9]+]]: tensor<8xf32>,
// CHECK: nn.mul %[[KEPT]]
// CHECK: %[[B:.*]] = nn.mul %[[KEPT]]
// CHECK: nn.erf %[[B]]
func.func @gelu(%v: tensor<3x8x4xf32>, %w: tensor<3x4x8xf32>, %x: tensor<4xf32>) -> tensor<3x8x4xf32> {
  %half = arith.constant 0.5 : f64
  %root = arith.constant 0.7071067811865476 : f64
  %one = arith.constant 1.0 : f64
  %y = nn.scan (%v axis 0, %w axis 0) carry (%x) {
  ^bb0(%t: i64, %vt: tensor<8x4xf32>, %wt: tensor<4x8xf32>, %h: tensor<4xf32>):
    %a = nn.einsum "k,nk->n" %h, %vt : (tensor<4xf32>, tensor<8x4xf32>) -> tensor<8xf32>
    %halves = nn.splat %half : f64 -> tensor<8xf32>
    %roots = nn.splat %root : f64 -> tensor<8xf32>
    %ones = nn.splat %one : f64 -> tensor<8xf32>
    %b = nn.mul %a, %roots : tensor<8xf32>
    %c = nn.erf %b : tensor<8xf32>
    %d = nn.add %c, %ones : tensor<8xf32>
    %e = nn.mul %a, %halves : tensor<8xf32>
    %g = nn.mul %e, %d : tensor<8xf32>
    %n = nn.einsum "k,nk->n" %g, %wt : (tensor<8xf32>, tensor<4x8xf32>) -> tensor<4xf32>
    nn.yield %n : tensor<4xf32>
  } : (tensor<3x8x4xf32>, tensor<3x4x8xf32>, tensor<4xf32>) -> tensor<4xf32>
  %loss = nn.sum %y axes = [0] : tensor<4xf32> -> tensor<f32>
  %g = nn.gradient %loss wrt [] of (%v : tensor<3x8x4xf32>) : tensor<f32> -> tensor<3x8x4xf32>
  return %g : tensor<3x8x4xf32>
}
