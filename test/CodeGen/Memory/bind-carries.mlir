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
