// RUN: nnc-opt %s --nn-hoist-scan-contractions --split-input-file | FileCheck %s
// RUN: nnc-opt %s --nn-hoist-scan-contractions --nn-autodiff --canonicalize --split-input-file | FileCheck %s --check-prefix=GRAD

// What a step takes from the sequence alone is one contraction before the loop,
// steps outermost; the one on the carry stays. Its derivative is one contraction
// after the loop of cotangents.

// CHECK-LABEL: func.func @rnn
// CHECK-SAME: (%[[X:.*]]: tensor<4x5x3xf32>, %[[W:.*]]: tensor<8x3xf32>, %[[U:.*]]: tensor<8x8xf32>, %[[H0:.*]]: tensor<4x8xf32>)
// CHECK: %[[ALL:.*]] = nn.einsum "bak,nk->abn" %[[X]], %[[W]] : (tensor<4x5x3xf32>, tensor<8x3xf32>) -> tensor<5x4x8xf32>
// CHECK: nn.scan (%[[X]] axis 1, %[[ALL]] axis 0) carry (%[[H0]])
// CHECK: ^bb0(%{{.*}}: i64, %{{.*}}: tensor<4x3xf32>, %[[A:.*]]: tensor<4x8xf32>, %[[H:.*]]: tensor<4x8xf32>):
// CHECK-NEXT: %[[B:.*]] = nn.einsum "bk,nk->bn" %[[H]], %[[U]]
// CHECK-NEXT: nn.add %[[A]], %[[B]]
// CHECK-NOT: nn.einsum

// GRAD-LABEL: func.func @rnn
// GRAD: nn.einsum "bak,nk->abn"
// GRAD: %[[FORWARD:.*]]:{{[0-9]+}} = nn.scan
// GRAD: %[[BACK:.*]]:{{[0-9]+}} = nn.scan {{.*}} emit [0] reverse
// GRAD-COUNT-1: nn.einsum
// GRAD: nn.yield
// GRAD: nn.einsum {{.*}} %[[BACK]]#0
// GRAD: nn.einsum {{.*}} %[[BACK]]#0
func.func @rnn(%x: tensor<4x5x3xf32>, %w: tensor<8x3xf32>, %u: tensor<8x8xf32>, %h0: tensor<4x8xf32>) -> (tensor<8x3xf32>, tensor<8x8xf32>) {
  %end = nn.scan (%x axis 1) carry (%h0) {
  ^bb0(%t: i64, %xt: tensor<4x3xf32>, %h: tensor<4x8xf32>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<4x3xf32>, tensor<8x3xf32>) -> tensor<4x8xf32>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
    %s = nn.add %a, %b : tensor<4x8xf32>
    %n = nn.tanh %s : tensor<4x8xf32>
    nn.yield %n : tensor<4x8xf32>
  } : (tensor<4x5x3xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %loss = nn.sum %end axes = [0, 1] : tensor<4x8xf32> -> tensor<f32>
  %g:2 = nn.gradient %loss wrt [] of (%w, %u : tensor<8x3xf32>, tensor<8x8xf32>) : tensor<f32> -> tensor<8x3xf32>, tensor<8x8xf32>
  return %g#0, %g#1 : tensor<8x3xf32>, tensor<8x8xf32>
}

// -----

// From what was hoisted the next one starts. Two elements of sequences, or one
// of a sequence and what the loop makes, stay.

// CHECK-LABEL: func.func @chain
// CHECK: %[[FIRST:.*]] = nn.einsum "amk,kn->amn"
// CHECK: %[[SECOND:.*]] = nn.einsum "amk,nk->amn" %[[FIRST]], %
// CHECK: nn.scan
// CHECK-COUNT-2: nn.einsum
// CHECK-NOT: nn.einsum
func.func @chain(%x: tensor<5x2x3xf32>, %w: tensor<3x4xf32>, %v: tensor<6x4xf32>, %h: tensor<2x6xf32>) -> (tensor<2x6xf32>, tensor<5x2x2xf32>) {
  %all, %end = nn.scan (%x axis 0) carry (%h) emit [0] {
  ^bb0(%t: i64, %xt: tensor<2x3xf32>, %ht: tensor<2x6xf32>):
    %a = nn.einsum "mk,kn->mn" %xt, %w : (tensor<2x3xf32>, tensor<3x4xf32>) -> tensor<2x4xf32>
    %b = nn.einsum "mk,nk->mn" %a, %v : (tensor<2x4xf32>, tensor<6x4xf32>) -> tensor<2x6xf32>
    %c = nn.einsum "mk,nk->mn" %xt, %xt : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x2xf32>
    %d = nn.einsum "mk,nk->mn" %b, %ht : (tensor<2x6xf32>, tensor<2x6xf32>) -> tensor<2x2xf32>
    %e = nn.add %c, %d : tensor<2x2xf32>
    nn.yield %e, %b : tensor<2x2xf32>, tensor<2x6xf32>
  } : (tensor<5x2x3xf32>, tensor<2x6xf32>) -> (tensor<5x2x2xf32>, tensor<2x6xf32>)
  return %end, %all : tensor<2x6xf32>, tensor<5x2x2xf32>
}

// -----

// The layers of a rolled loop keep their products, as where they are written out.

nn.model @M {
  nn.parameter @"w.*" : tensor<2x3x3xf32> stack [2]
  // CHECK-LABEL: func.func @infer
  // CHECK: nn.scan
  // CHECK: nn.einsum
  func.func @infer(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    %w = nn.read @"w.*" : tensor<2x3x3xf32>
    %y = nn.scan (%w axis 0) carry (%x) {
    ^bb0(%t: i64, %wt: tensor<3x3xf32>, %h: tensor<4x3xf32>):
      %a = nn.einsum "mk,nk->mn" %x, %wt : (tensor<4x3xf32>, tensor<3x3xf32>) -> tensor<4x3xf32>
      %s = nn.add %a, %h : tensor<4x3xf32>
      nn.yield %s : tensor<4x3xf32>
    } : (tensor<2x3x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
    return %y : tensor<4x3xf32>
  }
}
