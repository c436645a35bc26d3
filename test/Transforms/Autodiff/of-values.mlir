// RUN: nnc-opt %s -nn-autodiff=of-values | FileCheck %s
// RUN: nnc-opt %s -nn-autodiff | FileCheck %s --check-prefix=ALL

// Derivatives with respect to what ops compute or loops give come first, and
// what stands before them; those of parameters and inputs stay.

// ALL-NOT: nn.gradient

nn.model @M {
  nn.parameter @w : tensor<3xf32>
  // CHECK-LABEL: func.func @infer
  // CHECK-SAME: %[[X:.*]]: tensor<2x3xf32> {
  func.func @infer(%x: tensor<2x3xf32> {nn.name = "x"}) -> (tensor<3xf32> {nn.name = "h"}, tensor<6xf32> {nn.name = "g"}, tensor<3xf32> {nn.name = "d"}) {
    %w = nn.read @w : tensor<3xf32>
    // The slope of each step is its slice of %x.
    // CHECK: nn.scan
    // CHECK-NEXT: ^bb0(%{{.*}}: i64, %{{.*}}: tensor<3xf32>, %[[H:.*]]: tensor<3xf32>):
    // CHECK-NOT: nn.gradient
    // CHECK: nn.yield
    %h = nn.scan (%x axis 0) carry (%w) emit [] {
    ^bb0(%i: i64, %xt: tensor<3xf32>, %c: tensor<3xf32>):
      %p = nn.mul %c, %xt : tensor<3xf32>
      %e = nn.sum %p axes = [0] : tensor<3xf32> -> tensor<f32>
      %s = nn.gradient %e wrt [] of (%c : tensor<3xf32>) : tensor<f32> -> tensor<3xf32>
      nn.yield %s : tensor<3xf32>
    } : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<3xf32>
    // A rewrite of the two reshapes to one would lose the way through %flat.
    // CHECK: %[[FLAT:.*]] = nn.reshape %[[X]]
    // CHECK: nn.reshape %[[FLAT]]
    // CHECK-NOT: of(%[[FLAT]]
    %flat = nn.reshape %x : tensor<2x3xf32> -> tensor<6xf32>
    %back = nn.reshape %flat : tensor<6xf32> -> tensor<3x2xf32>
    %sum = nn.sum %back axes = [0, 1] : tensor<3x2xf32> -> tensor<f32>
    %g = nn.gradient %sum wrt [] of (%flat : tensor<6xf32>) : tensor<f32> -> tensor<6xf32>
    // CHECK: nn.gradient %{{.*}} wrt [@w]
    %l = nn.sum %h axes = [0] : tensor<3xf32> -> tensor<f32>
    %d = nn.gradient %l wrt [@w] : tensor<f32> -> tensor<3xf32>
    return %h, %g, %d : tensor<3xf32>, tensor<6xf32>, tensor<3xf32>
  }
}
