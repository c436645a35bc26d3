// RUN: nnc-opt %s --nn-cpu-wrap-loops | FileCheck %s
// RUN: nnc-opt %s --nn-cpu-wrap-loops --nn-cpu-share-kernels | FileCheck %s --check-prefix=SHARED

// A marked loop becomes a region, whose results have places of their own; the
// region becomes a function.

// CHECK-LABEL: func.func @rows
// CHECK-NEXT: arith.constant
// CHECK-NEXT: arith.constant
// CHECK-NEXT: arith.constant
// CHECK-NEXT: %[[B:.*]] = tensor.empty() : tensor<8xf32>
// CHECK-NEXT: %[[A:.*]] = tensor.empty() : tensor<8xf32>
// CHECK: %[[R:.*]]:2 = scf.execute_region -> (tensor<8xf32>, tensor<8xf32>)
// CHECK-NEXT: scf.for {{.*}} iter_args(%{{.*}} = %[[A]], %{{.*}} = %[[B]])
// CHECK: } {nn.parallel}
// CHECK: } {nn.kernel}
// CHECK: return %[[R]]#0, %[[R]]#1

// SHARED-LABEL: func.func @rows
// SHARED: %[[R:.*]]:2 = nn.run_kernel @kernel(%arg0) into(%{{.*}}, %{{.*}})
// SHARED: return %[[R]]#0, %[[R]]#1
func.func @rows(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %empty = tensor.empty() : tensor<8xf32>
  %r:2 = scf.for %i = %c0 to %c8 step %c1 iter_args(%a = %empty, %b = %empty) -> (tensor<8xf32>, tensor<8xf32>) {
    %v = tensor.extract %x[%i] : tensor<8xf32>
    %w = arith.negf %v : f32
    %a1 = tensor.insert %v into %a[%i] : tensor<8xf32>
    %b1 = tensor.insert %w into %b[%i] : tensor<8xf32>
    scf.yield %a1, %b1 : tensor<8xf32>, tensor<8xf32>
  } {nn.parallel}
  return %r#0, %r#1 : tensor<8xf32>, tensor<8xf32>
}

// Memory of an iteration that is as large as other new memory stays inside.

// CHECK-LABEL: func.func @scratch
// CHECK: scf.execute_region
// CHECK: scf.for
// CHECK: %[[OWN:.*]] = tensor.empty() : tensor<8xf32>
// CHECK: linalg.fill ins(%{{.*}}) outs(%[[OWN]]

// SHARED-LABEL: func.func @scratch
// SHARED: nn.run_kernel @kernel_0

// SHARED: func.func private @kernel(
// SHARED-SAME: nn.kernel = 2
// SHARED: scf.for
// SHARED: func.func private @kernel_0(
// SHARED: tensor.empty
func.func @scratch(%p: f32) -> (tensor<8xf32>, tensor<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %empty = tensor.empty() : tensor<8xf32>
  %whole = linalg.fill ins(%p : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
  %r = scf.for %i = %c0 to %c8 step %c1 iter_args(%a = %whole) -> tensor<8xf32> {
    %f = linalg.fill ins(%p : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
    %v = tensor.extract %f[%i] : tensor<8xf32>
    %a1 = tensor.insert %v into %a[%i] : tensor<8xf32>
    scf.yield %a1 : tensor<8xf32>
  } {nn.parallel}
  return %whole, %r : tensor<8xf32>, tensor<8xf32>
}
