// RUN: nnc-opt %s --nn-to-linalg --nn-cpu-convolutions | FileCheck %s

// The filter is packed, padding and all pixels of a plane are the kernel's.
// CHECK-LABEL: func.func @conv_entry
// CHECK-SAME: %[[X:[^:]*]]: tensor<?x3x8x8xf32>, %[[W:[^:]*]]: tensor<20x3x3x3xf32>
// CHECK-NOT: linalg.generic
// CHECK: %[[PIXELS:.*]] = tensor.collapse_shape %[[X]] {{\[\[}}0], [1], [2, 3]]
// CHECK: %[[FILTER:.*]] = linalg.pack %[[W]] padding_value(%{{.*}} : f32) outer_dims_perm = [0, 1, 2, 3] inner_dims_pos = [0] inner_tiles = [16] into %{{.*}} : tensor<20x3x3x3xf32> -> tensor<2x3x3x3x16xf32>
// CHECK: %[[Y:.*]] = nn.run_kernel @conv(%[[PIXELS]], %[[FILTER]]) into(%{{.*}}) {{.*}}: (tensor<?x3x64xf32>, tensor<2x3x3x3x16xf32>, tensor<?x20x64xf32>) -> tensor<?x20x64xf32>
// CHECK: tensor.expand_shape %[[Y]] {{\[\[}}0], [1], [2, 3]]
// A kernel is made once for each shape.
// CHECK: nn.run_kernel @conv(
func.func @conv_entry(%x: tensor<?x3x8x8xf32, #nn.dims<n, _, _, _>>, %w: tensor<20x3x3x3xf32>, %v: tensor<20x3x3x3xf32>) -> (tensor<?x20x8x8xf32, #nn.dims<n, _, _, _>>, tensor<?x20x8x8xf32, #nn.dims<n, _, _, _>>) {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<?x3x8x8xf32, #nn.dims<n, _, _, _>>, tensor<20x3x3x3xf32>) -> tensor<?x20x8x8xf32, #nn.dims<n, _, _, _>>
  %z = nn.conv %x, %v strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<?x3x8x8xf32, #nn.dims<n, _, _, _>>, tensor<20x3x3x3xf32>) -> tensor<?x20x8x8xf32, #nn.dims<n, _, _, _>>
  return %y, %z : tensor<?x20x8x8xf32, #nn.dims<n, _, _, _>>, tensor<?x20x8x8xf32, #nn.dims<n, _, _, _>>
}

// The number of images is not the kernel's business, even where it is known.
// CHECK-LABEL: func.func @known_batch
// CHECK: nn.run_kernel @conv({{.*}} : (tensor<4x3x64xf32>, tensor<2x3x3x3x16xf32>, tensor<4x20x64xf32>) -> tensor<4x20x64xf32>
func.func @known_batch(%x: tensor<4x3x8x8xf32>, %w: tensor<20x3x3x3xf32>) -> tensor<4x20x8x8xf32> {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<4x3x8x8xf32>, tensor<20x3x3x3xf32>) -> tensor<4x20x8x8xf32>
  return %y : tensor<4x20x8x8xf32>
}

// The adjoint in the input is the same with the filter in panels of its
// channels; the slice that drops the padding goes.
// CHECK-LABEL: func.func @transposed_entry
// CHECK: linalg.pack %{{.*}} outer_dims_perm = [1, 0, 2, 3] inner_dims_pos = [1] inner_tiles = [16]
// CHECK: nn.run_kernel @conv_transpose(%{{.*}}, %{{.*}}) into(%{{.*}}) {{.*}}: (tensor<4x20x16xf32>, tensor<1x20x3x3x16xf32>, tensor<4x3x64xf32>)
// CHECK-NOT: extract_slice
// CHECK: return
func.func @transposed_entry(%dy: tensor<4x20x4x4xf32>, %w: tensor<20x3x3x3xf32>) -> tensor<4x3x8x8xf32> {
  %dx = nn.conv_transpose %dy, %w strides [2, 2] pads [1, 1] dilations [1, 1] groups 1 : (tensor<4x20x4x4xf32>, tensor<20x3x3x3xf32>) -> tensor<4x3x8x8xf32>
  return %dx : tensor<4x3x8x8xf32>
}

// The filter's gradient is summed in eight chunks of the batch, and these in
// order.
// CHECK-LABEL: func.func @filter_entry
// CHECK: %[[PARTIAL:.*]] = nn.run_kernel @conv_filter(%{{.*}}, %{{.*}}) into(%{{.*}}) {{.*}}: (tensor<4x3x8xf32>, tensor<4x20x8xf32>, tensor<8x3x1x3x32xf32>) -> tensor<8x3x1x3x32xf32>
// CHECK: %[[SLICE:.*]] = tensor.extract_slice %[[PARTIAL]][0, 0, 0, 0, 0] [8, 3, 1, 3, 20] [1, 1, 1, 1, 1]
// CHECK: %[[SUMS:.*]] = tensor.collapse_shape %[[SLICE]]
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%[[SUMS]] : tensor<8x3x3x20xf32>)
func.func @filter_entry(%x: tensor<4x3x8xf32>, %dy: tensor<4x20x8xf32>) -> tensor<20x3x3xf32> {
  %dw = nn.conv_filter %x, %dy strides [1] pads [1] dilations [1] groups 1 : (tensor<4x3x8xf32>, tensor<4x20x8xf32>) -> tensor<20x3x3xf32>
  return %dw : tensor<20x3x3xf32>
}

// Images of whole vectors of channels are seen in blocks.
// CHECK-LABEL: func.func @blocked
// CHECK: %[[IMAGE:.*]] = linalg.pack %{{.*}} inner_dims_pos = [1] inner_tiles = [16] into %{{.*}} : tensor<2x16x16xf32> -> tensor<2x1x16x16xf32>
// CHECK: %[[BLOCKS:.*]] = nn.run_kernel @conv{{.*}}(%[[IMAGE]], %{{.*}}) into(%{{.*}}) {{.*}} -> tensor<2x2x16x16xf32>
// CHECK: linalg.unpack %[[BLOCKS]] inner_dims_pos = [1] inner_tiles = [16] into %{{.*}} : tensor<2x2x16x16xf32> -> tensor<2x32x16xf32>
// CHECK: %[[PANELS:.*]] = nn.run_kernel @conv_filter{{.*}} -> tensor<8x2x16x3x3x16xf32>
// CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[PANELS]] : tensor<8x2x16x3x3x16xf32>)
// CHECK: linalg.unpack %[[SUM]] outer_dims_perm = [0, 1, 2, 3] inner_dims_pos = [0] inner_tiles = [16] into %{{.*}} : tensor<2x16x3x3x16xf32> -> tensor<32x16x3x3xf32>
func.func @blocked(%x: tensor<2x16x4x4xf32>, %w: tensor<32x16x3x3xf32>) -> (tensor<2x32x4x4xf32>, tensor<32x16x3x3xf32>) {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x4x4xf32>, tensor<32x16x3x3xf32>) -> tensor<2x32x4x4xf32>
  %dw = nn.conv_filter %x, %y strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x4x4xf32>, tensor<2x32x4x4xf32>) -> tensor<32x16x3x3xf32>
  return %y, %dw : tensor<2x32x4x4xf32>, tensor<32x16x3x3xf32>
}

// Sizes in space that are known at run time only: loops, as they are.
// CHECK-LABEL: func.func @unknown
// CHECK: linalg.generic
func.func @unknown(%x: tensor<2x3x?xf32, #nn.dims<_, _, t>>, %w: tensor<4x3x1xf32>) -> tensor<2x4x?xf32, #nn.dims<_, _, t>> {
  %y = nn.conv %x, %w strides [1] pads [0] dilations [1] groups 1 : (tensor<2x3x?xf32, #nn.dims<_, _, t>>, tensor<4x3x1xf32>) -> tensor<2x4x?xf32, #nn.dims<_, _, t>>
  return %y : tensor<2x4x?xf32, #nn.dims<_, _, t>>
}

// Images are independent; a row's sum runs over taps, then channels.
// CHECK-LABEL: func.func private @conv(
// CHECK-SAME: {bufferization.writable = false}, %{{.*}}: tensor<2x3x3x3x16xf32> {bufferization.writable = false}, %{{.*}}: tensor<?x20x64xf32>) -> tensor<?x20x64xf32> attributes {nn.kernel = 1 : i64, nn.tilings = 
// CHECK: vector.fma
// CHECK: } {nn.parallel}
