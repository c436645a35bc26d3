// RUN: nnc-opt %s --nn-to-linalg | FileCheck %s

// CHECK-LABEL: func.func @sums
// CHECK-SAME: (%[[X:.*]]: tensor<4x?xf32>, %[[H0:.*]]: tensor<4xf32>, %[[TIME:.*]]: index
// CHECK: %[[ALL:.*]] = tensor.empty(%[[TIME]]) : tensor<?x4xf32>
// CHECK: %[[LOOP:.*]]:2 = scf.for %[[T:.*]] = %{{.*}} to %[[TIME]] step %{{.*}} iter_args(%[[EMIT:.*]] = %[[ALL]], %[[H:.*]] = %[[H0]])
// CHECK: %[[XT:.*]] = tensor.extract_slice %[[X]][0, %[[T]]] [4, 1] [1, 1] : tensor<4x?xf32> to tensor<4xf32>
// CHECK: %[[NEXT:.*]] = linalg.generic {{.*}} ins(%[[H]], %[[XT]] :
// CHECK: %[[INTO:.*]] = tensor.insert_slice %[[NEXT]] into %[[EMIT]][%[[T]], 0] [1, 4] [1, 1]
// CHECK: scf.yield %[[INTO]], %[[NEXT]]
// CHECK: nn.scan = array<i64: 0>
func.func @sums(%x: tensor<4x?xf32, #nn.dims<_, time>>, %h0: tensor<4xf32>,
                %time: index {nn.arg = #nn.arg<dim, "time">})
    -> (tensor<?x4xf32, #nn.dims<time, _>>, tensor<4xf32>) {
  %r:2 = nn.scan (%x axis 1) carry (%h0) emit [0] {
  ^bb0(%t: i64, %xt: tensor<4xf32>, %h: tensor<4xf32>):
    %next = nn.add %h, %xt : tensor<4xf32>
    nn.yield %next, %next : tensor<4xf32>, tensor<4xf32>
  } : (tensor<4x?xf32, #nn.dims<_, time>>, tensor<4xf32>) -> (tensor<?x4xf32, #nn.dims<time, _>>, tensor<4xf32>)
  return %r#0, %r#1 : tensor<?x4xf32, #nn.dims<time, _>>, tensor<4xf32>
}

// Iterations backwards: the index counts down, and so does where emits go.

// CHECK-LABEL: func.func @backwards
// CHECK: scf.for %[[K:.*]] = %{{.*}} to %[[N:.*]] step
// CHECK: %[[LAST:.*]] = arith.subi %[[N]], %{{.*}} : index
// CHECK: %[[T:.*]] = arith.subi %[[LAST]], %[[K]] : index
// CHECK: arith.index_cast %[[T]] : index to i64
// CHECK: tensor.insert_slice
func.func @backwards() -> tensor<3x2xi64> {
  %r = nn.scan () emit [0] reverse count = 3 : i64 {
  ^bb0(%t: i64):
    %row = nn.splat %t : i64 -> tensor<2xi64>
    nn.yield %row : tensor<2xi64>
  } : () -> tensor<3x2xi64>
  return %r : tensor<3x2xi64>
}
