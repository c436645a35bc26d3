// RUN: nnc-opt %s --nn-eliminate-empty | FileCheck %s

// The results of a kernel do not share new memory, even if clean-up made one op
// of it.
// CHECK-LABEL: func.func @entry(
// CHECK: %[[B:.*]] = tensor.empty()
// CHECK: %[[A:.*]] = tensor.empty()
// CHECK: nn.run_kernel @both(%{{.*}}) into(%[[A]], %[[B]])
func.func @entry(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %new = tensor.empty() : tensor<4xf32>
  %y:2 = nn.run_kernel @both(%x) into(%new, %new) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  return %y#0, %y#1 : tensor<4xf32>, tensor<4xf32>
}

// New memory that only an iteration needs is made in it.
// CHECK-LABEL: func.func @loop(
// CHECK: scf.for
// CHECK: %[[OWN:.*]] = tensor.empty()
// CHECK: nn.run_kernel @both(%{{.*}}) into(%[[OWN]], %{{.*}})
func.func @loop(%x: tensor<4xf32>, %n: index) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %new = tensor.empty() : tensor<4xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%y = %x) -> tensor<4xf32> {
    %z:2 = nn.run_kernel @both(%y) into(%new, %y) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
    scf.yield %z#1 : tensor<4xf32>
  }
  return %r : tensor<4xf32>
}

func.func private @both(%x: tensor<4xf32> {bufferization.writable = false}, %y: tensor<4xf32>, %z: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) attributes {nn.kernel = 2 : i64} {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %v = vector.transfer_read %x[%c0], %zero {in_bounds = [true]} : tensor<4xf32>, vector<4xf32>
  %w = arith.addf %v, %v : vector<4xf32>
  %r = vector.transfer_write %v, %y[%c0] {in_bounds = [true]} : vector<4xf32>, tensor<4xf32>
  %s = vector.transfer_write %w, %z[%c0] {in_bounds = [true]} : vector<4xf32>, tensor<4xf32>
  return %r, %s : tensor<4xf32>, tensor<4xf32>
}
