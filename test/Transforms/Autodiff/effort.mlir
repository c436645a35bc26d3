// RUN: nnc-opt %s --nn-autodiff --canonicalize | FileCheck %s --check-prefix=KEEP
// RUN: nnc-opt %s --nn-autodiff=effort=3 --canonicalize | FileCheck %s --check-prefix=CHEAP
// RUN: nnc-opt %s --nn-autodiff=effort=1000 --canonicalize | FileCheck %s --check-prefix=AGAIN

// Two layers with a softmax and a mask between them, which take one or two
// operations for each byte, and the first layer six.

// KEEP-LABEL: func.func @layers
// KEEP: nn.scan
// KEEP-SAME: emit [0, 0, 0]
// KEEP: nn.random
// KEEP: nn.scan
// KEEP-SAME: reverse
// KEEP-NOT: nn.softmax
// KEEP-NOT: nn.random
// KEEP-NOT: nn.again

// The mask is drawn again; the softmax is kept, whose operand is as large.
// CHEAP-LABEL: func.func @layers
// CHEAP: nn.scan
// CHEAP-SAME: emit [0, 0] {
// CHEAP: %[[P:.*]] = nn.softmax
// CHEAP: nn.yield %[[P]], %{{.*}}, %{{.*}} : tensor<2x16xf32>, tensor<2x8xf32>, tensor<2x8xf32>
// CHEAP: nn.scan
// CHEAP-SAME: reverse
// CHEAP: ^bb0(%[[I:[a-z0-9]+]]: i64,
// CHEAP-NEXT: nn.random bernoulli(%{{.*}}) key "drop" index(%[[I]]) draw 0 per_batch {nn.again}
// CHEAP-NOT: nn.again

// Nothing but what an iteration is given.
// AGAIN-LABEL: func.func @layers
// AGAIN: nn.scan
// AGAIN-SAME: emit [0] {
// AGAIN: nn.yield %[[H:[a-z0-9]+]], %{{.*}} : tensor<2x8xf32>, tensor<2x8xf32>
// AGAIN: nn.scan
// AGAIN-SAME: reverse
// AGAIN: nn.einsum "bk,nk->bn" %{{.*}}, %{{.*}} {nn.again}
// AGAIN-NEXT: nn.softmax
func.func @layers(%v: tensor<3x16x8xf32>, %w: tensor<3x8x16xf32>, %x: tensor<2x8xf32>) -> (tensor<3x16x8xf32>, tensor<3x8x16xf32>) {
  %half = arith.constant 0.5 : f64
  %y = nn.scan (%v axis 0, %w axis 0) carry (%x) {
  ^bb0(%t: i64, %vt: tensor<16x8xf32>, %wt: tensor<8x16xf32>, %h: tensor<2x8xf32>):
    %a = nn.einsum "bk,nk->bn" %h, %vt : (tensor<2x8xf32>, tensor<16x8xf32>) -> tensor<2x16xf32>
    %s = nn.softmax %a axis = 1 : tensor<2x16xf32>
    %keep = nn.random bernoulli(%half) key "drop" index(%t) draw 0 per_batch : tensor<2x16xf32>
    %d = nn.mul %s, %keep : tensor<2x16xf32>
    %n = nn.einsum "bk,nk->bn" %d, %wt : (tensor<2x16xf32>, tensor<8x16xf32>) -> tensor<2x8xf32>
    nn.yield %n : tensor<2x8xf32>
  } : (tensor<3x16x8xf32>, tensor<3x8x16xf32>, tensor<2x8xf32>) -> tensor<2x8xf32>
  %loss = nn.sum %y axes = [0, 1] : tensor<2x8xf32> -> tensor<f32>
  %g:2 = nn.gradient %loss wrt [] of (%v, %w : tensor<3x16x8xf32>, tensor<3x8x16xf32>) : tensor<f32> -> tensor<3x16x8xf32>, tensor<3x8x16xf32>
  return %g#0, %g#1 : tensor<3x16x8xf32>, tensor<3x8x16xf32>
}
