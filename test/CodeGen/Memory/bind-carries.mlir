// RUN: nnc-opt %s --nn-bind-carries | FileCheck %s

// What is computed elsewhere is copied to where the loop carries it; what is
// written in place is not.

// CHECK-LABEL: func.func @loop
// CHECK: scf.for {{.*}} iter_args(%[[SUM:.*]] = %{{.*}}, %[[ALL:.*]] = %{{.*}})
// CHECK: %[[NEXT:.*]] = tensor.insert %{{.*}} into %[[EMPTY:.*]][]
// CHECK: %[[INTO:.*]] = tensor.insert %{{.*}} into %[[ALL]]
// CHECK: %[[KEPT:.*]] = bufferization.materialize_in_destination %[[NEXT]] in %[[SUM]]
// CHECK: scf.yield %[[KEPT]], %[[INTO]]
func.func @loop(%s: tensor<f32>, %a: tensor<4xf32>, %n: index) -> (tensor<f32>, tensor<4xf32>) attributes {nn.entry = "infer"} {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %r:2 = scf.for %i = %zero to %n step %one iter_args(%sum = %s, %all = %a) -> (tensor<f32>, tensor<4xf32>) {
    %x = tensor.extract %sum[] : tensor<f32>
    %y = arith.addf %x, %x : f32
    %empty = tensor.empty() : tensor<f32>
    %next = tensor.insert %y into %empty[] : tensor<f32>
    %into = tensor.insert %y into %all[%i] : tensor<4xf32>
    scf.yield %next, %into : tensor<f32>, tensor<4xf32>
  }
  return %r#0, %r#1 : tensor<f32>, tensor<4xf32>
}

// `b` takes what `a` was before `a` gets the new value.

// CHECK-LABEL: func.func @shift
// CHECK: scf.for {{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}})
// CHECK: %[[NEXT:.*]] = math.tanh
// CHECK: %[[MOVED:.*]] = bufferization.materialize_in_destination %[[A]] in %[[B]]
// CHECK: %[[KEPT:.*]] = bufferization.materialize_in_destination %[[NEXT]] in %[[A]]
// CHECK: scf.yield %[[KEPT]], %[[MOVED]]
func.func @shift(%s: tensor<4xf32>, %t: tensor<4xf32>, %n: index) -> (tensor<4xf32>, tensor<4xf32>) attributes {nn.entry = "infer"} {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %r:2 = scf.for %i = %zero to %n step %one iter_args(%a = %s, %b = %t) -> (tensor<4xf32>, tensor<4xf32>) {
    %next = math.tanh %b : tensor<4xf32>
    scf.yield %next, %a : tensor<4xf32>, tensor<4xf32>
  }
  return %r#0, %r#1 : tensor<4xf32>, tensor<4xf32>
}

// Three change places, one of them by a cast that says nothing: one is set
// aside. The fourth stays.

// CHECK-LABEL: func.func @ring
// CHECK: scf.for {{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}}, %[[C:.*]] = %{{.*}}, %[[D:.*]] = %{{.*}})
// CHECK: %[[SIZE:.*]] = tensor.dim %[[C]]
// CHECK: %[[ASIDE:.*]] = tensor.empty(%[[SIZE]])
// CHECK: %[[OLD:.*]] = bufferization.materialize_in_destination %[[C]] in %[[ASIDE]]
// CHECK: %[[NEXT_C:.*]] = bufferization.materialize_in_destination %{{.*}} in %[[C]]
// CHECK: %[[NEXT_B:.*]] = bufferization.materialize_in_destination %[[A]] in %[[B]]
// CHECK: %[[NEXT_A:.*]] = bufferization.materialize_in_destination %[[OLD]] in %[[A]]
// CHECK: scf.yield %[[NEXT_A]], %[[NEXT_B]], %[[NEXT_C]], %[[D]]
func.func @ring(%s: tensor<?xf32>, %n: index) -> (tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) attributes {nn.entry = "infer"} {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %r:4 = scf.for %i = %zero to %n step %one iter_args(%a = %s, %b = %s, %c = %s, %d = %s) -> (tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) {
    %static = tensor.cast %b : tensor<?xf32> to tensor<4xf32>
    %same = tensor.cast %static : tensor<4xf32> to tensor<?xf32>
    scf.yield %c, %a, %same, %d : tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>
  }
  return %r#0, %r#1, %r#2, %r#3 : tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>
}

// Computed in place, unless the place is read after that.

// CHECK-LABEL: func.func @taken
// CHECK: scf.for {{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}})
// CHECK: %[[INTO:.*]] = tensor.insert %{{.*}} into %[[A]]
// CHECK: %[[MOVED:.*]] = bufferization.materialize_in_destination %[[A]] in %[[B]]
// CHECK: %[[KEPT:.*]] = bufferization.materialize_in_destination %[[INTO]] in %[[A]]
// CHECK: scf.yield %[[KEPT]], %[[MOVED]]
func.func @taken(%s: tensor<4xf32>, %x: f32, %n: index) -> (tensor<4xf32>, tensor<4xf32>) attributes {nn.entry = "infer"} {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %r:2 = scf.for %i = %zero to %n step %one iter_args(%a = %s, %b = %s) -> (tensor<4xf32>, tensor<4xf32>) {
    %into = tensor.insert %x into %a[%i] : tensor<4xf32>
    scf.yield %into, %a : tensor<4xf32>, tensor<4xf32>
  }
  return %r#0, %r#1 : tensor<4xf32>, tensor<4xf32>
}

// So is a place that a later op reads: it may be computed elsewhere.

// CHECK-LABEL: func.func @later
// CHECK: scf.for {{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}})
// CHECK: %[[INTO:.*]] = tensor.insert %{{.*}} into %[[A]]
// CHECK: %[[OLD:.*]] = tensor.extract %[[A]]
// CHECK: %[[OTHER:.*]] = tensor.insert %[[OLD]] into %[[B]]
// CHECK: %[[KEPT:.*]] = bufferization.materialize_in_destination %[[INTO]] in %[[A]]
// CHECK: scf.yield %[[KEPT]], %[[OTHER]]
func.func @later(%s: tensor<4xf32>, %x: f32, %n: index) -> (tensor<4xf32>, tensor<4xf32>) attributes {nn.entry = "infer"} {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %r:2 = scf.for %i = %zero to %n step %one iter_args(%a = %s, %b = %s) -> (tensor<4xf32>, tensor<4xf32>) {
    %into = tensor.insert %x into %a[%i] : tensor<4xf32>
    %old = tensor.extract %a[%i] : tensor<4xf32>
    %other = tensor.insert %old into %b[%i] : tensor<4xf32>
    scf.yield %into, %other : tensor<4xf32>, tensor<4xf32>
  }
  return %r#0, %r#1 : tensor<4xf32>, tensor<4xf32>
}
