// RUN: nnc-opt %s --split-input-file --nn-to-linalg --nn-cpu-convolutions | FileCheck %s
// RUN: nnc-opt %s --split-input-file --nn-to-linalg --nn-cpu-convolutions=alternatives=true | FileCheck %s --check-prefix=OTHER

// The kernel of a convolution tells what its model has chosen, and what it
// computes.
// CHECK: func.func private @conv(
// CHECK-SAME: nn.tilings = [{channels_outside = 0 : i64, columns = 8 : i64, key = "conv f32 16 blocked channels 8x8, 32 blocked filters 8x8, kernel 3x3 stride 1x1 dilation 1x1 pad 1x1", panel_block = 2 : i64, panels = 2 : i64, rows = 1 : i64, strip_rows = 8 : i64}]
// CHECK-COUNT-16: vector.fma
// CHECK-NOT: vector.fma
// CHECK: func.func private @conv_filter(
// CHECK-SAME: nn.tilings = [{key = "conv_filter f32 16 blocked channels 8x8, 32 blocked filters 8x8, kernel 3x3 stride 1x1 dilation 1x1 pad 1x1", panel_block = 2 : i64, panels = 2 : i64, rows = 4 : i64}]
// CHECK-COUNT-8: vector.fma
// CHECK-NOT: vector.fma
// What else there is: tiles, the cheapest first, strips, blocks of panels.
// OTHER: func.func private @conv(
// OTHER-SAME: nn.tilings = [{alternatives = {{\[\[}}{columns = {{[0-9]+}} : i64, panels = {{[0-9]+}} : i64, rows = {{[0-9]+}} : i64}, {{.*}}], [{strip_rows = 4 : i64}], [{panel_block = 1 : i64}]], channels_outside = 0 : i64
// OTHER: func.func private @conv_filter(
// OTHER-SAME: nn.tilings = [{alternatives = {{\[\[}}{panels = 2 : i64, rows = 14 : i64}, {{.*}}], [{panel_block = 1 : i64}]], key
func.func @chosen(%x: tensor<2x16x8x8xf32>, %w: tensor<32x16x3x3xf32>) -> (tensor<2x32x8x8xf32>, tensor<32x16x3x3xf32>) {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x8x8xf32>, tensor<32x16x3x3xf32>) -> tensor<2x32x8x8xf32>
  %dw = nn.conv_filter %x, %y strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x8x8xf32>, tensor<2x32x8x8xf32>) -> tensor<32x16x3x3xf32>
  return %y, %dw : tensor<2x32x8x8xf32>, tensor<32x16x3x3xf32>
}

// -----

// What the module has for the keys counts more, as far as it can be obeyed.
// CHECK: func.func private @conv(
// CHECK-SAME: columns = 4 : i64, {{.*}} panel_block = 1 : i64, panels = 1 : i64, rows = 2 : i64, strip_rows = 4 : i64}]
// CHECK-COUNT-8: vector.fma
// CHECK-NOT: vector.fma
// CHECK: func.func private @conv_filter(
// CHECK-SAME: panel_block = 2 : i64, panels = 2 : i64, rows = 6 : i64}]
// CHECK-COUNT-12: vector.fma
// CHECK-NOT: vector.fma
module attributes {nn.tuning = {
    "conv f32 16 blocked channels 8x8, 32 blocked filters 8x8, kernel 3x3 stride 1x1 dilation 1x1 pad 1x1" =
      {columns = 4, rows = 2, panels = 1, strip_rows = 4, panel_block = 1},
    "conv_filter f32 16 blocked channels 8x8, 32 blocked filters 8x8, kernel 3x3 stride 1x1 dilation 1x1 pad 1x1" =
      {rows = 6, panels = 9}}} {
func.func @tuned(%x: tensor<2x16x8x8xf32>, %w: tensor<32x16x3x3xf32>) -> (tensor<2x32x8x8xf32>, tensor<32x16x3x3xf32>) {
  %y = nn.conv %x, %w strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x8x8xf32>, tensor<32x16x3x3xf32>) -> tensor<2x32x8x8xf32>
  %dw = nn.conv_filter %x, %y strides [1, 1] pads [1, 1] dilations [1, 1] groups 1 : (tensor<2x16x8x8xf32>, tensor<2x32x8x8xf32>) -> tensor<32x16x3x3xf32>
  return %y, %dw : tensor<2x32x8x8xf32>, tensor<32x16x3x3xf32>
}
}

// -----

// Pixels each for themselves: an image becomes lines of two tiles, and a strip
// as many of them as fit in a part of the cache. A tile fetches the next one, a
// block of channels at a time, and, as its sum is short, its results.
// CHECK: func.func private @conv(%[[X:.*]]: tensor<?x16x224x16xf32> {{.*}}, %{{.*}}: tensor<2x256x1x1x16xf32> {{.*}}, %[[Y:.*]]: tensor<?x2x224x16xf32>)
// CHECK-SAME: columns = 14 : i64, key = "conv f32 256 blocked channels 1x224, 32 blocked filters 1x224, kernel 1x1 stride 1x1 dilation 1x1 pad 0x0", panel_block = 2 : i64, panels = 2 : i64, rows = 1 : i64, strip_rows = 8 : i64}]
// CHECK-DAG: %[[FROM:.*]] = bufferization.to_buffer %[[X]] read_only
// CHECK-DAG: %[[TO:.*]] = bufferization.to_buffer %[[Y]] read_only
// CHECK: memref.prefetch %[[FROM]]{{.*}}, read, locality<2>, data
// CHECK: memref.prefetch %[[TO]]{{.*}}, write, locality<2>, data
// CHECK-COUNT-28: vector.fma
func.func @pixels(%x: tensor<2x256x14x16xf32>, %w: tensor<32x256x1x1xf32>) -> tensor<2x32x14x16xf32> {
  %y = nn.conv %x, %w strides [1, 1] pads [0, 0] dilations [1, 1] groups 1 : (tensor<2x256x14x16xf32>, tensor<32x256x1x1xf32>) -> tensor<2x32x14x16xf32>
  return %y : tensor<2x32x14x16xf32>
}
