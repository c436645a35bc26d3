// RUN: nnc-opt %s --nn-cpu-generate-kernels | FileCheck %s

// Rows of 14 pixels leave their panels in vectors of eight, the second of which
// begins at the sixth: what it writes again is the same. Eight rows of sixteen
// channels are transposed in registers.

// CHECK-LABEL: func.func @unpacked(
// CHECK-DAG:  %[[SIX:.*]] = arith.constant 6 : index
// CHECK:      %[[AT:.*]] = arith.minui %{{.*}}, %[[SIX]] : index
// CHECK-NOT:  tensor.extract
// CHECK:      vector.shuffle
// CHECK-NOT:  tensor.extract
// CHECK:      vector.extract_strided_slice {{.*}} : vector<16xf32> to vector<8xf32>
// CHECK-NOT:  arith.minui
// CHECK:      return
func.func @unpacked(%x: tensor<4x2x14x14x16xf32>) -> tensor<4x32x14x14xf32> {
  %e = tensor.empty() : tensor<4x32x14x14xf32>
  %u = linalg.unpack %x inner_dims_pos = [1] inner_tiles = [16] into %e
    : tensor<4x2x14x14x16xf32> -> tensor<4x32x14x14xf32>
  return %u : tensor<4x32x14x14xf32>
}

// Rows of 16 need no second vector.

// CHECK-LABEL: func.func @whole(
// CHECK-NOT:  arith.minui
// CHECK:      return
func.func @whole(%x: tensor<4x2x16x16x16xf32>) -> tensor<4x32x16x16xf32> {
  %e = tensor.empty() : tensor<4x32x16x16xf32>
  %u = linalg.unpack %x inner_dims_pos = [1] inner_tiles = [16] into %e
    : tensor<4x2x16x16x16xf32> -> tensor<4x32x16x16xf32>
  return %u : tensor<4x32x16x16xf32>
}
