// RUN: nnc-opt %s --nn-separate-updates | FileCheck %s

// The new state is computed before the check: both it and the old one are
// copied. The weight is computed behind it.

// CHECK-LABEL: func.func @step(
// CHECK-SAME: %[[S:[a-z0-9]+]]: tensor<4xf32>
// CHECK-SAME: %[[W:[a-z0-9]+]]: tensor<4xf32>
// CHECK: %[[OLD:.*]] = bufferization.alloc_tensor() copy(%[[S]])
// CHECK: %[[NEW:.*]] = linalg.exp ins(%[[OLD]]
// CHECK: nn.require_finite
// CHECK: %[[W1:.*]] = linalg.exp ins(%[[W]]
// CHECK: %[[LATER:.*]] = bufferization.alloc_tensor() copy(%[[NEW]])
// CHECK: return %[[LATER]], %[[W1]]
func.func @step(%s: tensor<4xf32> {nn.arg = #nn.arg<state, "s">},
                %w: tensor<4xf32> {nn.arg = #nn.arg<parameter, "w">})
    -> (tensor<4xf32> {nn.result = #nn.arg<state, "s">},
        tensor<4xf32> {nn.result = #nn.arg<parameter, "w">}) {
  %c0 = arith.constant 0 : index
  %empty = tensor.empty() : tensor<4xf32>
  %s1 = linalg.exp ins(%s : tensor<4xf32>) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  %x = tensor.extract %s1[%c0] : tensor<4xf32>
  nn.require_finite %x : f32
  %w1 = linalg.exp ins(%w : tensor<4xf32>) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  return %s1, %w1 : tensor<4xf32>, tensor<4xf32>
}

// Nothing is checked, nothing is kept apart.

// CHECK-LABEL: func.func @unchecked(
// CHECK-NOT: alloc_tensor
func.func @unchecked(%s: tensor<4xf32> {nn.arg = #nn.arg<state, "s">})
    -> (tensor<4xf32> {nn.result = #nn.arg<state, "s">}) {
  %empty = tensor.empty() : tensor<4xf32>
  %s1 = linalg.exp ins(%s : tensor<4xf32>) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  return %s1 : tensor<4xf32>
}
