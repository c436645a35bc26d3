// RUN: nnc-opt %s --canonicalize | FileCheck %s

// An emit nobody uses, a carry that only makes itself, and what they read.

// CHECK-LABEL: func.func @unused
// CHECK: %[[R:.*]] = nn.scan (%{{.*}} axis 0) carry (%{{.*}}) {
// CHECK-NEXT: ^bb0(%{{.*}}: i64, %[[X:.*]]: tensor<2xf32>, %[[H:.*]]: tensor<2xf32>):
// CHECK-NEXT: %[[S:.*]] = nn.add %[[H]], %[[X]]
// CHECK-NEXT: nn.yield %[[S]] : tensor<2xf32>
// CHECK: return %[[R]]
func.func @unused(%x: tensor<5x2xf32>, %y: tensor<5x2xf32>, %h: tensor<2xf32>, %c: tensor<2xf32>) -> tensor<2xf32> {
  %r:3 = nn.scan (%x axis 0, %y axis 0) carry (%h, %c) emit [0] {
  ^bb0(%t: i64, %xt: tensor<2xf32>, %yt: tensor<2xf32>, %ht: tensor<2xf32>, %ct: tensor<2xf32>):
    %s = nn.add %ht, %xt : tensor<2xf32>
    %d = nn.add %ct, %yt : tensor<2xf32>
    nn.yield %s, %s, %d : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
  } : (tensor<5x2xf32>, tensor<5x2xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<5x2xf32>, tensor<2xf32>, tensor<2xf32>)
  return %r#1 : tensor<2xf32>
}

// What does not change in the loop is computed before it, and a carry that
// does not change is what it was.

// CHECK-LABEL: func.func @constant
// CHECK-SAME: (%[[X:.*]]: tensor<5x2xf32>, %[[C:.*]]: tensor<2xf32>)
// CHECK: %[[T:.*]] = nn.tanh %[[C]]
// CHECK: nn.scan (%[[X]] axis 0) emit [0] {
// CHECK: nn.mul %{{.*}}, %[[T]]
func.func @constant(%x: tensor<5x2xf32>, %c: tensor<2xf32>) -> tensor<5x2xf32> {
  %r:2 = nn.scan (%x axis 0) carry (%c) emit [0] {
  ^bb0(%t: i64, %xt: tensor<2xf32>, %ct: tensor<2xf32>):
    %a = nn.tanh %ct : tensor<2xf32>
    %b = nn.mul %xt, %a : tensor<2xf32>
    nn.yield %b, %ct : tensor<2xf32>, tensor<2xf32>
  } : (tensor<5x2xf32>, tensor<2xf32>) -> (tensor<5x2xf32>, tensor<2xf32>)
  return %r#0 : tensor<5x2xf32>
}

// CHECK-LABEL: func.func @once
// CHECK-NOT: nn.scan
// CHECK: %[[X:.*]] = nn.reshape %{{.*}} : tensor<2x1xf32> -> tensor<2xf32>
// CHECK: %[[N:.*]] = nn.neg %[[X]]
// CHECK: nn.reshape %[[N]] : tensor<2xf32> -> tensor<1x2xf32>
func.func @once(%x: tensor<2x1xf32>) -> tensor<1x2xf32> {
  %r = nn.scan (%x axis 1) emit [0] {
  ^bb0(%t: i64, %xt: tensor<2xf32>):
    %n = nn.neg %xt : tensor<2xf32>
    nn.yield %n : tensor<2xf32>
  } : (tensor<2x1xf32>) -> tensor<1x2xf32>
  return %r : tensor<1x2xf32>
}

// CHECK-LABEL: func.func @never
// CHECK-SAME: %{{.*}}, %[[H:.*]]: tensor<2xf32>)
// CHECK-NEXT: return %[[H]]
func.func @never(%x: tensor<0x2xf32>, %h: tensor<2xf32>) -> tensor<2xf32> {
  %r = nn.scan (%x axis 0) carry (%h) {
  ^bb0(%t: i64, %xt: tensor<2xf32>, %ht: tensor<2xf32>):
    %s = nn.add %ht, %xt : tensor<2xf32>
    nn.yield %s : tensor<2xf32>
  } : (tensor<0x2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %r : tensor<2xf32>
}

// Nothing else knows how often it runs.

// CHECK-LABEL: func.func @counted
// CHECK: nn.scan (%{{.*}} axis 0) carry
func.func @counted(%x: tensor<?x2xf32, #nn.dims<time, _>>, %h: tensor<2xf32>) -> tensor<2xf32> {
  %r = nn.scan (%x axis 0) carry (%h) {
  ^bb0(%t: i64, %xt: tensor<2xf32>, %ht: tensor<2xf32>):
    %s = nn.add %ht, %ht : tensor<2xf32>
    nn.yield %s : tensor<2xf32>
  } : (tensor<?x2xf32, #nn.dims<time, _>>, tensor<2xf32>) -> tensor<2xf32>
  return %r : tensor<2xf32>
}

// Every slice of a sequence of one number is that number: a mask that lets all
// through is gone.

// CHECK-LABEL: func.func @splat
// CHECK-SAME: (%[[X:.*]]: tensor<5x2xf32>, %[[H:.*]]: tensor<2xf32>)
// CHECK: nn.scan (%[[X]] axis 0) carry (%[[H]]) {
// CHECK-NEXT: ^bb0(%{{.*}}: i64, %[[XT:.*]]: tensor<2xf32>, %[[HT:.*]]: tensor<2xf32>):
// CHECK-NEXT: %[[S:.*]] = nn.add %[[HT]], %[[XT]]
// CHECK-NEXT: nn.yield %[[S]]
func.func @splat(%x: tensor<5x2xf32>, %h: tensor<2xf32>) -> tensor<2xf32> {
  %true = arith.constant true
  %ok = nn.splat %true : i1 -> tensor<5x2xi1>
  %r = nn.scan (%ok axis 0, %x axis 0) carry (%h) {
  ^bb0(%t: i64, %okt: tensor<2xi1>, %xt: tensor<2xf32>, %ht: tensor<2xf32>):
    %s = nn.add %ht, %xt : tensor<2xf32>
    %w = nn.where %okt, %s, %ht : tensor<2xi1>, tensor<2xf32>
    nn.yield %w : tensor<2xf32>
  } : (tensor<5x2xi1>, tensor<5x2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %r : tensor<2xf32>
}
