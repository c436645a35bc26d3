// RUN: nnc-opt %s --nn-rematerialize=arena-bytes=9000 | FileCheck %s
// RUN: nnc-opt %s --nn-rematerialize=arena-bytes=20000 | FileCheck %s --check-prefix=KEEP
// RUN: nnc-opt %s "--nn-rematerialize=arena-bytes=9000 effort=2" | FileCheck %s --check-prefix=KEEP
// RUN: nnc-opt %s | FileCheck %s --check-prefix=KEEP

// Each tensor takes 4096 bytes. %a waits for the last kernel while the others
// run, and %x, an argument, is still what it was.

// CHECK-LABEL: func.func @entry
// CHECK: %[[A:.*]] = nn.run_kernel @f(%[[X:arg[0-9]+]]) into
// CHECK: %[[B:.*]] = nn.run_kernel @f(%[[A]]) into
// CHECK: %[[C:.*]] = nn.run_kernel @f(%[[B]]) into
// CHECK: %[[E:.*]] = tensor.empty() : tensor<1024xf32>
// CHECK-NEXT: %[[AGAIN:.*]] = nn.run_kernel @f(%[[X]]) into(%[[E]]) {nn.flops = 20480 : i64}
// CHECK-NEXT: %[[VIEW:.*]] = tensor.expand_shape %[[AGAIN]]
// CHECK-NEXT: nn.run_kernel @g(%[[C]], %[[VIEW]])

// KEEP-LABEL: func.func @entry
// KEEP-COUNT-3: nn.run_kernel @f
// KEEP-NOT: nn.run_kernel @f
// KEEP: nn.run_kernel @g
func.func @entry(%x: tensor<1024xf32> {bufferization.writable = false},
                 %y: tensor<1024xf32> {bufferization.writable = true}) -> tensor<1024xf32>
    attributes {nn.entry = "step", nn.owner = @Owner} {
  %e0 = tensor.empty() : tensor<1024xf32>
  %a = nn.run_kernel @f(%x) into(%e0) {nn.flops = 20480 : i64} : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %view = tensor.expand_shape %a [[0, 1]] output_shape [32, 32] : tensor<1024xf32> into tensor<32x32xf32>
  %e1 = tensor.empty() : tensor<1024xf32>
  %b = nn.run_kernel @f(%a) into(%e1) {nn.flops = 20480 : i64} : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %e2 = tensor.empty() : tensor<1024xf32>
  %c = nn.run_kernel @f(%b) into(%e2) {nn.flops = 20480 : i64} : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %d = nn.run_kernel @g(%c, %view) into(%y) : (tensor<1024xf32>, tensor<32x32xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  return %d : tensor<1024xf32>
}

// %x is overwritten before the last kernel, so %a cannot be had again from it.

// CHECK-LABEL: func.func @overwritten
// CHECK-COUNT-3: nn.run_kernel @f
// CHECK-NOT: nn.run_kernel @f
// CHECK: nn.run_kernel @g
func.func @overwritten(%x: tensor<1024xf32> {bufferization.writable = true},
                       %y: tensor<1024xf32> {bufferization.writable = true})
    -> (tensor<1024xf32>, tensor<1024xf32>)
    attributes {nn.entry = "step", nn.owner = @Owner} {
  %e0 = tensor.empty() : tensor<1024xf32>
  %a = nn.run_kernel @f(%x) into(%e0) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %view = tensor.expand_shape %a [[0, 1]] output_shape [32, 32] : tensor<1024xf32> into tensor<32x32xf32>
  %e1 = tensor.empty() : tensor<1024xf32>
  %b = nn.run_kernel @f(%a) into(%e1) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %e2 = tensor.empty() : tensor<1024xf32>
  %c = nn.run_kernel @f(%b) into(%e2) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %z = nn.run_kernel @h() into(%x) : (tensor<1024xf32>) -> tensor<1024xf32>
  %d = nn.run_kernel @g(%c, %view) into(%y) : (tensor<1024xf32>, tensor<32x32xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  return %z, %d : tensor<1024xf32>, tensor<1024xf32>
}

// The first loop needs most. %b is gone when the second one comes, which needs
// %a in its body, so both kernels run again, right before that loop.

// CHECK-LABEL: func.func @chain
// CHECK: scf.for
// CHECK: scf.yield
// CHECK: %[[B:.*]] = nn.run_kernel @f(%{{.*}}) into
// CHECK: %[[A:.*]] = nn.run_kernel @f(%[[B]]) into
// CHECK-NEXT: scf.for {{.*}} iter_args(%[[CARRY:.*]] = %{{.*}}) -> (tensor<1024xf32>) {
// CHECK: nn.run_kernel @k(%[[A]]) into(%[[CARRY]])
func.func @chain(%x: tensor<1024xf32> {bufferization.writable = false},
                 %y: tensor<1024xf32> {bufferization.writable = true}) -> tensor<1024xf32>
    attributes {nn.entry = "step", nn.owner = @Owner} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c9 = arith.constant 9 : index
  %e0 = tensor.empty() : tensor<1024xf32>
  %b = nn.run_kernel @f(%x) into(%e0) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %e1 = tensor.empty() : tensor<1024xf32>
  %a = nn.run_kernel @f(%b) into(%e1) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %e2 = tensor.empty() : tensor<1024xf32>
  %s = nn.run_kernel @f(%a) into(%e2) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  %t = scf.for %i = %c0 to %c9 step %c1 iter_args(%v = %s) -> tensor<1024xf32> {
    %e3 = tensor.empty() : tensor<1024xf32>
    %u = nn.run_kernel @f(%v) into(%e3) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
    %w = nn.run_kernel @f(%u) into(%v) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
    scf.yield %w : tensor<1024xf32>
  }
  %z = scf.for %i = %c0 to %c9 step %c1 iter_args(%v = %t) -> tensor<1024xf32> {
    %u = nn.run_kernel @k(%a) into(%v) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
    scf.yield %u : tensor<1024xf32>
  }
  %d = nn.run_kernel @f(%z) into(%y) : (tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
  return %d : tensor<1024xf32>
}

func.func private @f(tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
func.func private @g(tensor<1024xf32>, tensor<32x32xf32>, tensor<1024xf32>) -> tensor<1024xf32>
func.func private @h(tensor<1024xf32>) -> tensor<1024xf32>
func.func private @k(tensor<1024xf32>, tensor<1024xf32>) -> tensor<1024xf32>
