// RUN: nnc-opt %s -canonicalize | FileCheck %s

// A pool of single elements is its operand, unless it skips some.
// CHECK-LABEL: func.func @single
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x8xf32>)
func.func @single(%x: tensor<2x3x8xf32>) -> (tensor<2x3x8xf32>, tensor<2x3x8xf32>, tensor<2x3x4xf32>) {
  // CHECK-NEXT: %[[Y:.*]] = nn.avg_pool %[[X]] kernel [1] strides [2]
  %0 = nn.max_pool %x kernel [1] strides [1] pads [0] : (tensor<2x3x8xf32>) -> tensor<2x3x8xf32>
  %1 = nn.avg_pool %x kernel [1] strides [1] pads [0] : (tensor<2x3x8xf32>) -> tensor<2x3x8xf32>
  %2 = nn.avg_pool %x kernel [1] strides [2] pads [0] : (tensor<2x3x8xf32>) -> tensor<2x3x4xf32>
  // CHECK-NEXT: return %[[X]], %[[X]], %[[Y]]
  return %0, %1, %2 : tensor<2x3x8xf32>, tensor<2x3x8xf32>, tensor<2x3x4xf32>
}
