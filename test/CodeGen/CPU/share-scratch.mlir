// RUN: nnc-opt %s --nn-cpu-share-kernels | FileCheck %s

// Memory that a kernel writes and does not yield is its own, though clean-up
// has made one of all that have the same size.

// CHECK-LABEL: func.func @twice(
// CHECK-NOT: scf.for
// CHECK: nn.run_kernel @[[KERNEL:[^(]*]](%{{[^,)]*}}) into
// CHECK: nn.run_kernel @[[KERNEL]](%{{[^,)]*}}) into
// CHECK: return
// CHECK: func.func private @[[KERNEL]](
// CHECK: tensor.empty() : tensor<8xf32>
func.func @twice(%x: tensor<8xf32>, %y: tensor<8xf32>)
    -> (tensor<8xf32>, tensor<8xf32>) {
  %scratch = tensor.empty() : tensor<8xf32>
  %first = tensor.empty() : tensor<8xf32>
  %a = scf.execute_region -> tensor<8xf32> {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c8 = arith.constant 8 : index
    %parts = scf.for %i = %c0 to %c8 step %c1 iter_args(%part = %scratch)
        -> tensor<8xf32> {
      %v = tensor.extract %x[%i] : tensor<8xf32>
      %w = arith.addf %v, %v : f32
      %next = tensor.insert %w into %part[%i] : tensor<8xf32>
      scf.yield %next : tensor<8xf32>
    }
    %sums = scf.for %i = %c0 to %c8 step %c1 iter_args(%sum = %first)
        -> tensor<8xf32> {
      %v = tensor.extract %parts[%i] : tensor<8xf32>
      %next = tensor.insert %v into %sum[%i] : tensor<8xf32>
      scf.yield %next : tensor<8xf32>
    }
    scf.yield %sums : tensor<8xf32>
  } {nn.kernel, nn.kernel_name = "sum"}
  %second = tensor.empty() : tensor<8xf32>
  %b = scf.execute_region -> tensor<8xf32> {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c8 = arith.constant 8 : index
    %parts = scf.for %i = %c0 to %c8 step %c1 iter_args(%part = %scratch)
        -> tensor<8xf32> {
      %v = tensor.extract %y[%i] : tensor<8xf32>
      %w = arith.addf %v, %v : f32
      %next = tensor.insert %w into %part[%i] : tensor<8xf32>
      scf.yield %next : tensor<8xf32>
    }
    %sums = scf.for %i = %c0 to %c8 step %c1 iter_args(%sum = %second)
        -> tensor<8xf32> {
      %v = tensor.extract %parts[%i] : tensor<8xf32>
      %next = tensor.insert %v into %sum[%i] : tensor<8xf32>
      scf.yield %next : tensor<8xf32>
    }
    scf.yield %sums : tensor<8xf32>
  } {nn.kernel, nn.kernel_name = "sum"}
  return %a, %b : tensor<8xf32>, tensor<8xf32>
}
