// RUN: nnc-opt %s --nn-to-linalg --nn-cpu-convolutions=winograd | FileCheck %s
// RUN: nnc-opt %s --nn-to-linalg --nn-cpu-convolutions | FileCheck %s --check-prefix=DIRECT
// DIRECT-NOT: winograd

!images = tensor<?x32x14x14xf32, #nn.dims<n, _, _, _>>
!filter = tensor<32x32x3x3xf32>

// Images and filters lie as for other kernels. The filter's gradient does not
// change.
// CHECK-LABEL: func.func @all_parts
// CHECK: %[[IMAGE:.*]] = linalg.pack %{{.*}} -> tensor<?x2x196x16xf32>
// CHECK: nn.run_kernel @conv_winograd(%[[IMAGE]], %{{.*}}) {{.*}} : (tensor<?x2x196x16xf32>, tensor<2x32x3x3x16xf32>, tensor<?x2x196x16xf32>)
// CHECK: nn.run_kernel @conv_transpose_winograd({{.*}} : (tensor<?x2x196x16xf32>, tensor<2x32x3x3x16xf32>, tensor<?x2x196x16xf32>)
// CHECK: nn.run_kernel @conv_filter(
func.func @all_parts(%x: !images, %w: !filter) -> (!images, !images, !filter) {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (!images, !filter) -> !images
  %dx = nn.conv_transpose %y, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (!images, !filter) -> !images
  %dw = nn.conv_filter %x, %y strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (!images, !images) -> !filter
  return %y, %dx, %dw : !images, !images, !filter
}

// What takes as many products so stays direct: an image of four pixels, ...
// CHECK-LABEL: func.func @tiny
// CHECK: nn.run_kernel @conv(
func.func @tiny(%x: tensor<8x32x2x2xf32>, %w: !filter) -> tensor<8x32x2x2xf32> {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<8x32x2x2xf32>, !filter) -> tensor<8x32x2x2xf32>
  return %y : tensor<8x32x2x2xf32>
}

// ... and so do other forms: channels that do not fill vectors, ...
// CHECK-LABEL: func.func @colours
// CHECK: nn.run_kernel @conv_
// CHECK-NOT: winograd
func.func @colours(%x: tensor<2x3x14x14xf32>, %w: tensor<32x3x3x3xf32>) -> tensor<2x32x14x14xf32> {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x3x14x14xf32>, tensor<32x3x3x3xf32>) -> tensor<2x32x14x14xf32>
  return %y : tensor<2x32x14x14xf32>
}

// ... strides, dilations, and other windows.
// CHECK-LABEL: func.func @forms
// CHECK-COUNT-3: nn.run_kernel @conv_{{[0-9]}}
// CHECK: return
func.func @forms(%x: tensor<2x16x14x14xf32>, %w: tensor<16x16x3x3xf32>, %v: tensor<16x16x5x5xf32>)
    -> (tensor<2x16x7x7xf32>, tensor<2x16x14x14xf32>, tensor<2x16x14x14xf32>) {
  %a = nn.conv %x, %w strides [2, 2] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x14x14xf32>, tensor<16x16x3x3xf32>) -> tensor<2x16x7x7xf32>
  %b = nn.conv %x, %w strides [1, 1] pads [2, 2] dilations [2, 2] groups 1 : (tensor<2x16x14x14xf32>, tensor<16x16x3x3xf32>) -> tensor<2x16x14x14xf32>
  %c = nn.conv %x, %v strides [1, 1] pads [2, 2] dilations [1, 1] groups 1 : (tensor<2x16x14x14xf32>, tensor<16x16x5x5xf32>) -> tensor<2x16x14x14xf32>
  return %a, %b, %c : tensor<2x16x7x7xf32>, tensor<2x16x14x14xf32>, tensor<2x16x14x14xf32>
}

// Threads share blocks of lines of tiles, of all images; the source is
// transformed once for a block (its loops over products, then tiles), the
// filter for each group of panels, and the products are summed in registers.
// CHECK-LABEL: func.func private @conv_winograd(
// CHECK: arith.ceildivui
// CHECK: scf.for
// CHECK: %[[SOURCES:.*]] = bufferization.alloc_tensor() : tensor<2x36x{{[0-9]+}}x16xf32>
// CHECK: scf.if
// CHECK: bufferization.alloc_tensor() : tensor<36x{{[0-9]+}}x32xf32>
// CHECK: bufferization.alloc_tensor() : tensor<2x36x33x16xf32>
// CHECK: tensor.extract
// CHECK: vector.fma
// CHECK: } {nn.parallel}
