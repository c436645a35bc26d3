// RUN: nnc-opt --nn-cpu-resident-layout %s | FileCheck %s

// A filter that a convolution reads in panels of filters is kept so, also one
// iteration of a stack.
// CHECK-LABEL: func.func @infer
// CHECK-SAME: %[[W:[^:]*]]: tensor<2x16x3x3x16xf32> {{{.*}}nn.layout = {dim = 0 : i64, tile = 16 : i64}}
// CHECK-SAME: %[[STACK:[^:]*]]: tensor<4x2x32x3x3x16xf32> {{{.*}}nn.layout = {dim = 1 : i64, tile = 16 : i64}}
// CHECK-SAME: %[[SMALL:[^:]*]]: tensor<16x16x1x1xf32>
// CHECK-NOT: linalg.pack
// CHECK: nn.run_kernel @conv(%{{.*}}, %[[W]])
// CHECK: %[[ONE:.*]] = tensor.extract_slice %[[STACK]][2, 0, 0, 0, 0, 0]
// CHECK: nn.run_kernel @conv_0(%{{.*}}, %[[ONE]])
// Little is packed in the step.
// CHECK: linalg.pack %[[SMALL]]
func.func @infer(%w: tensor<32x16x3x3xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = false},
                 %s: tensor<4x32x32x3x3xf32> {nn.arg = #nn.arg<parameter, "s.*">, bufferization.writable = false},
                 %v: tensor<16x16x1x1xf32> {nn.arg = #nn.arg<parameter, "v">, bufferization.writable = false},
                 %x: tensor<1x1x64x16xf32>, %x2: tensor<1x2x64x16xf32>) -> (tensor<1x2x64x16xf32>, tensor<1x2x64x16xf32>, tensor<1x1x64x16xf32>) {
  %e0 = tensor.empty() : tensor<2x16x3x3x16xf32>
  %p0 = linalg.pack %w outer_dims_perm = [0, 1, 2, 3] inner_dims_pos = [0] inner_tiles = [16] into %e0 : tensor<32x16x3x3xf32> -> tensor<2x16x3x3x16xf32>
  %y0 = tensor.empty() : tensor<1x2x64x16xf32>
  %r0 = nn.run_kernel @conv(%x, %p0) into(%y0) : (tensor<1x1x64x16xf32>, tensor<2x16x3x3x16xf32>, tensor<1x2x64x16xf32>) -> tensor<1x2x64x16xf32>
  %one = tensor.extract_slice %s[2, 0, 0, 0, 0] [1, 32, 32, 3, 3] [1, 1, 1, 1, 1] : tensor<4x32x32x3x3xf32> to tensor<32x32x3x3xf32>
  %e1 = tensor.empty() : tensor<2x32x3x3x16xf32>
  %p1 = linalg.pack %one outer_dims_perm = [0, 1, 2, 3] inner_dims_pos = [0] inner_tiles = [16] into %e1 : tensor<32x32x3x3xf32> -> tensor<2x32x3x3x16xf32>
  %y1 = tensor.empty() : tensor<1x2x64x16xf32>
  %r1 = nn.run_kernel @conv_0(%x2, %p1) into(%y1) : (tensor<1x2x64x16xf32>, tensor<2x32x3x3x16xf32>, tensor<1x2x64x16xf32>) -> tensor<1x2x64x16xf32>
  %e2 = tensor.empty() : tensor<1x16x1x1x16xf32>
  %p2 = linalg.pack %v outer_dims_perm = [0, 1, 2, 3] inner_dims_pos = [0] inner_tiles = [16] into %e2 : tensor<16x16x1x1xf32> -> tensor<1x16x1x1x16xf32>
  %y2 = tensor.empty() : tensor<1x1x64x16xf32>
  %r2 = nn.run_kernel @conv_1(%x, %p2) into(%y2) : (tensor<1x1x64x16xf32>, tensor<1x16x1x1x16xf32>, tensor<1x1x64x16xf32>) -> tensor<1x1x64x16xf32>
  return %r0, %r1, %r2 : tensor<1x2x64x16xf32>, tensor<1x2x64x16xf32>, tensor<1x1x64x16xf32>
}

// The update is computed on panels, and a gradient that lies so stays so.
// CHECK-LABEL: func.func @step
// CHECK-SAME: %[[W:[^:]*]]: tensor<2x16x3x3x16xf32> {{{.*}}nn.layout
// CHECK-NOT: linalg.pack %[[W]]
// CHECK: linalg.unpack %{{.*}} outer_dims_perm = [0, 1, 2, 3]
// CHECK: linalg.sub
// CHECK: %[[NEW:.*]] = linalg.pack
// CHECK: return %[[NEW]] : tensor<2x16x3x3x16xf32>
func.func @step(%w: tensor<32x16x3x3xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = true}, %g: tensor<2x16x3x3x16xf32>) -> (tensor<32x16x3x3xf32> {nn.result = #nn.arg<parameter, "w">}) {
  %e = tensor.empty() : tensor<32x16x3x3xf32>
  %dw = linalg.unpack %g outer_dims_perm = [0, 1, 2, 3] inner_dims_pos = [0] inner_tiles = [16] into %e : tensor<2x16x3x3x16xf32> -> tensor<32x16x3x3xf32>
  %o = tensor.empty() : tensor<32x16x3x3xf32>
  %n = linalg.sub ins(%w, %dw : tensor<32x16x3x3xf32>, tensor<32x16x3x3xf32>) outs(%o : tensor<32x16x3x3xf32>) -> tensor<32x16x3x3xf32>
  return %n : tensor<32x16x3x3xf32>
}

func.func private @conv(tensor<1x1x64x16xf32>, tensor<2x16x3x3x16xf32>, tensor<1x2x64x16xf32>) -> tensor<1x2x64x16xf32>
func.func private @conv_0(tensor<1x2x64x16xf32>, tensor<2x32x3x3x16xf32>, tensor<1x2x64x16xf32>) -> tensor<1x2x64x16xf32>
func.func private @conv_1(tensor<1x1x64x16xf32>, tensor<1x16x1x1x16xf32>, tensor<1x1x64x16xf32>) -> tensor<1x1x64x16xf32>
