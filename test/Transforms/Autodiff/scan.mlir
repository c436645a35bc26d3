// RUN: nnc-opt %s --nn-autodiff --canonicalize --split-input-file --verify-diagnostics | FileCheck %s

// The forward scan also emits what the rules read: the carry, and tanh's result,
// which is an emit already. A sequence's cotangent is emitted; that of a captured
// weight is one contraction over all steps, after the loop. The cotangent of what
// is summed is a number, not a sequence.

// CHECK-LABEL: func.func @rnn
// CHECK-SAME: (%[[X:.*]]: tensor<5x2xf32>, %[[U:.*]]: tensor<2x2xf32>, %[[H0:.*]]: tensor<2xf32>)
// CHECK: %[[FORWARD:.*]]:3 = nn.scan (%[[X]] axis 0) carry (%[[H0]]) emit [0, 0]
// CHECK: ^bb0(%{{.*}}: i64, %{{.*}}: tensor<2xf32>, %[[H:.*]]: tensor<2xf32>):
// CHECK: %[[N:.*]] = nn.tanh
// CHECK: nn.yield %[[N]], %[[H]], %[[N]] :
// CHECK: %[[BACK:.*]]:2 = nn.scan (%[[FORWARD]]#0 axis 0) carry (%{{.*}}) emit [0] reverse
// CHECK: ^bb0(%{{.*}}: i64, %[[NT:.*]]: tensor<2xf32>, %[[DH:.*]]: tensor<2xf32>):
// CHECK: %[[DY:.*]] = nn.splat
// CHECK: nn.add %[[DH]], %[[DY]]
// CHECK: nn.sub
// CHECK: %[[DS:.*]] = nn.mul
// CHECK: nn.yield %[[DS]], %{{.*}}
// CHECK: %[[DU:.*]] = nn.einsum "an,ak->nk" %[[BACK]]#0, %[[FORWARD]]#1
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

// -----

// Cotangents of all parts of a value are put side by side; nothing is padded.
// A part that nobody reads has none, and the others are padded then.

// CHECK-LABEL: func.func @parts
// CHECK-NOT: nn.pad
// CHECK: %[[JOINED:.*]] = nn.concat %{{.*}}, %{{.*}} axis = 0
// CHECK: return %[[JOINED]]
func.func @parts(%x: tensor<5xf32>) -> tensor<5xf32> {
  %a = nn.slice %x at [0] : tensor<5xf32> -> tensor<2xf32>
  %b = nn.slice %x at [2] : tensor<5xf32> -> tensor<3xf32>
  %p = nn.exp %a : tensor<2xf32>
  %q = nn.tanh %b : tensor<3xf32>
  %l = nn.sum %q axes = [0] : tensor<3xf32> -> tensor<f32>
  %m = nn.sum %p axes = [0] : tensor<2xf32> -> tensor<f32>
  %loss = nn.add %l, %m : tensor<f32>
  %g = nn.gradient %loss wrt [] of (%x : tensor<5xf32>) : tensor<f32> -> tensor<5xf32>
  return %g : tensor<5xf32>
}

// CHECK-LABEL: func.func @some
// CHECK: nn.pad %{{.*}} low [2] high [0]
// CHECK-NOT: nn.concat
func.func @some(%x: tensor<5xf32>) -> tensor<5xf32> {
  %b = nn.slice %x at [2] : tensor<5xf32> -> tensor<3xf32>
  %q = nn.tanh %b : tensor<3xf32>
  %loss = nn.sum %q axes = [0] : tensor<3xf32> -> tensor<f32>
  %g = nn.gradient %loss wrt [] of (%x : tensor<5xf32>) : tensor<f32> -> tensor<5xf32>
  return %g : tensor<5xf32>
}

// -----

// A weight that is read twice has two products, both after the loop.

// CHECK-LABEL: func.func @twice
// CHECK: nn.scan
// CHECK: nn.scan {{.*}} reverse
// CHECK-COUNT-2: nn.einsum "n,nk->k"
// CHECK-NOT: nn.einsum
// CHECK: nn.yield
// CHECK-COUNT-2: nn.einsum {{.*}} -> tensor<2x2xf32>
// CHECK: %[[SUM:.*]] = nn.add
// CHECK: return %[[SUM]]
func.func @twice(%x: tensor<5x2xf32>, %u: tensor<2x2xf32>, %h0: tensor<2xf32>) -> tensor<2x2xf32> {
  %end = nn.scan (%x axis 0) carry (%h0) {
  ^bb0(%t: i64, %xt: tensor<2xf32>, %h: tensor<2xf32>):
    %a = nn.einsum "k,nk->n" %h, %u : (tensor<2xf32>, tensor<2x2xf32>) -> tensor<2xf32>
    %s = nn.mul %a, %xt : tensor<2xf32>
    %b = nn.einsum "k,nk->n" %s, %u : (tensor<2xf32>, tensor<2x2xf32>) -> tensor<2xf32>
    nn.yield %b : tensor<2xf32>
  } : (tensor<5x2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %loss = nn.sum %end axes = [0] : tensor<2xf32> -> tensor<f32>
  %g = nn.gradient %loss wrt [] of (%u : tensor<2x2xf32>) : tensor<f32> -> tensor<2x2xf32>
  return %g : tensor<2x2xf32>
}

// -----

// Cotangents go around all places that carries take turns in, also through one
// that starts from what has no derivative and whose end nobody reads.

// CHECK-LABEL: func.func @ring
// CHECK: %[[BACK:.*]]:3 = nn.scan () carry (%{{.*}}, %{{.*}}, %{{.*}}) reverse count = 4
// CHECK: ^bb0(%{{.*}}: i64, %[[A:.*]]: tensor<2xf32>, %[[B:.*]]: tensor<2xf32>, %[[C:.*]]: tensor<2xf32>):
// CHECK: nn.yield %[[B]], %[[C]], %[[A]]
// CHECK: return %[[BACK]]#0, %[[BACK]]#1
func.func @ring(%x: tensor<2xf32>, %y: tensor<2xf32>, %z: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
  %end:3 = nn.scan () carry (%x, %y, %z) count = 4 {
  ^bb0(%t: i64, %a: tensor<2xf32>, %b: tensor<2xf32>, %c: tensor<2xf32>):
    nn.yield %c, %a, %b : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
  } : (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>)
  %loss = nn.sum %end#1 axes = [0] : tensor<2xf32> -> tensor<f32>
  %g:2 = nn.gradient %loss wrt [] of (%x, %y : tensor<2xf32>, tensor<2xf32>) : tensor<f32> -> tensor<2xf32>, tensor<2xf32>
  return %g#0, %g#1 : tensor<2xf32>, tensor<2xf32>
}
