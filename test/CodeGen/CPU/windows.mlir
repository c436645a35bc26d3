// RUN: nnc-opt %s --nn-to-linalg --nn-cpu-generate-kernels --canonicalize --cse | FileCheck %s

// Two neighbouring rows and columns: of 32 elements, those of either parity.
// CHECK-LABEL: func.func @max_pool(
// CHECK-NOT: linalg.generic
// CHECK: scf.for
// CHECK: scf.for
// CHECK: scf.for %[[ROW:[a-z0-9]+]] =
// CHECK: %[[Y:.*]] = arith.muli %[[ROW]], %c2
// CHECK: %[[ROW0:.*]] = vector.transfer_read %arg0[%{{.*}}, %{{.*}}, %[[Y]], %c0]{{.*}} vector<32xf32>
// CHECK: %[[EVEN:.*]] = vector.shuffle %[[ROW0]], %{{.*}} [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30]
// CHECK: %[[ODD:.*]] = vector.shuffle %[[ROW0]], %{{.*}} [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31]
// CHECK: arith.maximumf %[[EVEN]], %[[ODD]] : vector<16xf32>
// CHECK-COUNT-2: arith.maximumf {{.*}} vector<16xf32>
// CHECK: vector.transfer_write {{.*}} vector<16xf32>, tensor<?x3x5x16xf32>
func.func @max_pool(%x: tensor<?x3x10x32xf32, #nn.dims<n, _, _, _>>) -> tensor<?x3x5x16xf32, #nn.dims<n, _, _, _>> {
  %y = nn.max_pool %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<?x3x10x32xf32, #nn.dims<n, _, _, _>>) -> tensor<?x3x5x16xf32, #nn.dims<n, _, _, _>>
  return %y : tensor<?x3x5x16xf32, #nn.dims<n, _, _, _>>
}

// Every element of the gradient is written once, both columns of a window at a
// time; nothing is read of it, and nothing filled before.
// CHECK-LABEL: func.func @max_pool_grad(
// CHECK-NOT: linalg
// CHECK: vector.transfer_read %arg0[{{.*}}vector<16xf32>
// CHECK: vector.transfer_read %arg1[{{.*}}vector<16xi32>
// CHECK: %[[BOTH:.*]] = vector.interleave %{{.*}}, %{{.*}} : vector<16xf32> -> vector<32xf32>
// CHECK: vector.transfer_write %[[BOTH]], %{{.*}} vector<32xf32>, tensor<4x3x10x32xf32>
func.func @max_pool_grad(%dy: tensor<4x3x5x16xf32>, %i: tensor<4x3x5x16xi32>) -> tensor<4x3x10x32xf32> {
  %dx = nn.max_pool_grad %dy, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<4x3x5x16xf32>, tensor<4x3x5x16xi32>) -> tensor<4x3x10x32xf32>
  return %dx : tensor<4x3x10x32xf32>
}

// Rows within reach of a row of the input, the ends of rows by themselves.
// CHECK-LABEL: func.func @depthwise_input(
// CHECK-NOT: linalg
// CHECK: arith.maxsi
// CHECK: arith.minsi
// CHECK: scf.for {{.*}} -> (f32)
// CHECK: scf.for {{.*}} -> (vector<16xf32>)
// CHECK-COUNT-3: arith.mulf {{.*}} vector<16xf32>
// CHECK: scf.yield
func.func @depthwise_input(%dy: tensor<4x8x18x18xf32>, %w: tensor<8x1x3x3xf32>) -> tensor<4x8x20x20xf32> {
  %dx = nn.conv_transpose %dy, %w strides [1, 1] pads [0, 0] dilations [1, 1] groups 8 : (tensor<4x8x18x18xf32>, tensor<8x1x3x3xf32>) -> tensor<4x8x20x20xf32>
  return %dx : tensor<4x8x20x20xf32>
}

// A sum for each tap, in lanes.
// CHECK-LABEL: func.func @depthwise_filter(
// CHECK-NOT: linalg
// CHECK: scf.for {{.*}} -> (vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>)
// CHECK-COUNT-9: arith.mulf {{.*}} vector<16xf32>
// CHECK-COUNT-9: tensor.insert
func.func @depthwise_filter(%x: tensor<4x8x18x18xf32>, %dy: tensor<4x8x16x16xf32>) -> tensor<8x1x3x3xf32> {
  %dw = nn.conv_filter %x, %dy strides [1, 1] pads [0, 0] dilations [1, 1] groups 8 : (tensor<4x8x18x18xf32>, tensor<4x8x16x16xf32>) -> tensor<8x1x3x3xf32>
  return %dw : tensor<8x1x3x3xf32>
}
