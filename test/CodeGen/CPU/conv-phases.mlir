// RUN: nnc-opt %s --nn-to-linalg --nn-cpu-convolutions | FileCheck %s

// With a stride the results of an input's gradient have four phases, of one,
// two, two and four taps here. One body serves all: a tile of three rows by
// eight columns and the two rows that are left.

// CHECK-LABEL:    func.func @stride(
// CHECK:          func.func private @conv_transpose({{.*}}columns = 8{{.*}}panels = 1{{.*}}rows = 3
// CHECK-COUNT-40: vector.fma
// CHECK-NOT:      vector.fma
func.func @stride(%dy: tensor<4x32x8x8xf32>, %w: tensor<32x16x3x3xf32>)
    -> tensor<4x16x16x16xf32> {
  %dx = nn.conv_transpose %dy, %w strides [2, 2] pads [1, 1] dilations [1, 1]
    groups 1 : (tensor<4x32x8x8xf32>, tensor<32x16x3x3xf32>)
    -> tensor<4x16x16x16xf32>
  return %dx : tensor<4x16x16x16xf32>
}
