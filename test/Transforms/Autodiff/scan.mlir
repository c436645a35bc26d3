// RUN: nnc-opt %s --nn-autodiff --canonicalize --split-input-file --verify-diagnostics | FileCheck %s

// The forward scan also emits what the rules read: the carry, and tanh's result,
// which is an emit already. A sequence's cotangent is emitted; that of a captured
// weight is one contraction over all steps, after the loop.

// CHECK-LABEL: func.func @rnn
// CHECK-SAME: (%[[X:.*]]: tensor<5x2xf32>, %[[U:.*]]: tensor<2x2xf32>, %[[H0:.*]]: tensor<2xf32>)
// CHECK: %[[FORWARD:.*]]:3 = nn.scan (%[[X]] axis 0) carry (%[[H0]]) emit [0, 0]
// CHECK: ^bb0(%{{.*}}: i64, %{{.*}}: tensor<2xf32>, %[[H:.*]]: tensor<2xf32>):
// CHECK: %[[N:.*]] = nn.tanh
// CHECK: nn.yield %[[N]], %[[H]], %[[N]] :
// CHECK: %[[BACK:.*]]:3 = nn.scan (%{{.*}} axis 0, %[[FORWARD]]#0 axis 0) carry (%{{.*}}) emit [0, 0] reverse
// CHECK: ^bb0(%{{.*}}: i64, %[[DY:.*]]: tensor<2xf32>, %[[NT:.*]]: tensor<2xf32>, %[[DH:.*]]: tensor<2xf32>):
// CHECK: nn.add %[[DH]], %[[DY]]
// CHECK: nn.sub
// CHECK: %[[DS:.*]] = nn.mul
// CHECK: nn.yield %[[DS]], %[[DS]], %{{.*}}
// CHECK: %[[DU:.*]] = nn.einsum "an,ak->nk" %[[BACK]]#1, %[[FORWARD]]#1
// CHECK: return %[[BACK]]#0, %[[DU]]
func.func @rnn(%x: tensor<5x2xf32>, %u: tensor<2x2xf32>, %h0: tensor<2xf32>) -> (tensor<5x2xf32>, tensor<2x2xf32>) {
  %y, %end = nn.scan (%x axis 0) carry (%h0) emit [0] {
  ^bb0(%t: i64, %xt: tensor<2xf32>, %h: tensor<2xf32>):
    %a = nn.einsum "k,nk->n" %h, %u : (tensor<2xf32>, tensor<2x2xf32>) -> tensor<2xf32>
    %s = nn.add %a, %xt : tensor<2xf32>
    %n = nn.tanh %s : tensor<2xf32>
    nn.yield %n, %n : tensor<2xf32>, tensor<2xf32>
  } : (tensor<5x2xf32>, tensor<2xf32>) -> (tensor<5x2xf32>, tensor<2xf32>)
  %loss = nn.sum %y axes = [0, 1] : tensor<5x2xf32> -> tensor<f32>
  %g:2 = nn.gradient %loss wrt [] of (%x, %u : tensor<5x2xf32>, tensor<2x2xf32>) : tensor<f32> -> tensor<5x2xf32>, tensor<2x2xf32>
  return %g#0, %g#1 : tensor<5x2xf32>, tensor<2x2xf32>
}

// -----

// A rule that is missing inside is reported like any other.

func.func @missing(%x: tensor<5x2xf32>) -> tensor<5x2xf32> {
  %y = nn.scan (%x axis 0) emit [0] {
  ^bb0(%t: i64, %xt: tensor<2xf32>):
    // expected-error @below {{`acos` has no derivative}}
    %s = math.acos %xt : tensor<2xf32>
    nn.yield %s : tensor<2xf32>
  } : (tensor<5x2xf32>) -> tensor<5x2xf32>
  %loss = nn.sum %y axes = [0, 1] : tensor<5x2xf32> -> tensor<f32>
  // expected-note @below {{needed for this gradient}}
  %g = nn.gradient %loss wrt [] of (%x : tensor<5x2xf32>) : tensor<f32> -> tensor<5x2xf32>
  return %g : tensor<5x2xf32>
}
