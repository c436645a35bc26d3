// RUN: nnc-opt %s --nn-to-linalg --split-input-file | FileCheck %s

// One convolution and its adjoints have the same maps; what is summed into is
// another tensor.

// CHECK-DAG: #[[X:.*]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d4, d2 * 2 + d5, d3 + d6 * 3)>
// CHECK-DAG: #[[W:.*]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d1, d4, d5, d6)>
// CHECK-DAG: #[[Y:.*]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d1, d2, d3)>
// CHECK-DAG: #[[DX:.*]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d1, d3 * 2 + d5, d4 + d6 * 3)>
// CHECK-DAG: #[[DW:.*]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d4, d1, d5 * 2 + d2, d6 + d3 * 3)>

// CHECK-LABEL: func.func @conv
// CHECK: %[[ZEROS:.*]] = linalg.fill ins({{.*}} : f32) outs({{.*}} : tensor<?x3x9x14xf32>)
// CHECK: %[[PADDED:.*]] = tensor.insert_slice %{{.*}} into %[[ZEROS]][0, 0, 1, 2] [%{{.*}}, 3, 7, 10] [1, 1, 1, 1]
// CHECK: linalg.generic {indexing_maps = [#[[X]], #[[W]], #[[Y]]], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"]} ins(%[[PADDED]], %{{.*}} : tensor<?x3x9x14xf32>, tensor<4x3x3x2xf32>)
// CHECK: } -> tensor<?x4x4x11xf32>
func.func @conv(%x: tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>>, %w: tensor<4x3x3x2xf32>) -> tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>> {
  %y = nn.conv %x, %w strides [2, 1] pads [1, 2] dilations [1, 3] groups 1 : (tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>>, tensor<4x3x3x2xf32>) -> tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>>
  return %y : tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>>
}

// CHECK-LABEL: func.func @transposed
// CHECK: %[[DXP:.*]] = linalg.generic {indexing_maps = [{{.*}}, {{.*}}, #[[DX]]], iterator_types = ["parallel", "parallel", "reduction", "reduction", "reduction", "reduction", "reduction"]}
// CHECK: } -> tensor<?x3x9x14xf32>
// CHECK: tensor.extract_slice %[[DXP]][0, 0, 1, 2] [%{{.*}}, 3, 7, 10] [1, 1, 1, 1]
func.func @transposed(%dy: tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>>, %w: tensor<4x3x3x2xf32>) -> tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>> {
  %dx = nn.conv_transpose %dy, %w strides [2, 1] pads [1, 2] dilations [1, 3] groups 1 : (tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>>, tensor<4x3x3x2xf32>) -> tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>>
  return %dx : tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>>
}

// CHECK-LABEL: func.func @filter
// CHECK: linalg.generic {indexing_maps = [#[[DW]], {{.*}}, {{.*}}], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"]}
// CHECK: } -> tensor<4x3x3x2xf32>
func.func @filter(%x: tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>>, %dy: tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>>) -> tensor<4x3x3x2xf32> {
  %dw = nn.conv_filter %x, %dy strides [2, 1] pads [1, 2] dilations [1, 3] groups 1 : (tensor<?x3x7x10xf32, #nn.dims<n, _, _, _>>, tensor<?x4x4x11xf32, #nn.dims<n, _, _, _>>) -> tensor<4x3x3x2xf32>
  return %dw : tensor<4x3x3x2xf32>
}

// -----

// Groups are an axis of their own; without padding nothing is copied; sizes
// in space may be symbolic; narrow floats are summed in f32.

// CHECK-DAG: #[[GX:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d4, d3 + d5)>
// CHECK-LABEL: func.func @grouped
// CHECK-NOT: insert_slice
// CHECK: %[[X:.*]] = tensor.expand_shape %{{.*}} {{\[\[}}0], [1, 2], [3]] output_shape [%{{.*}}, 2, 2, %{{.*}}] : tensor<?x4x?xbf16> into tensor<?x2x2x?xbf16>
// CHECK: %[[W:.*]] = tensor.expand_shape %{{.*}} {{\[\[}}0, 1], [2], [3]] output_shape [2, 3, 2, 5] : tensor<6x2x5xbf16> into tensor<2x3x2x5xbf16>
// CHECK: %[[Y:.*]] = linalg.generic {indexing_maps = [#[[GX]]
// CHECK-SAME: ins(%[[X]], %[[W]]
// CHECK-SAME: outs(%{{.*}} : tensor<?x2x3x?xf32>)
// CHECK: tensor.collapse_shape %[[Y]]
// CHECK: arith.truncf {{.*}} : f32 to bf16
func.func @grouped(%x: tensor<?x4x?xbf16, #nn.dims<n, _, "t + 4">>, %w: tensor<6x2x5xbf16>, %like: tensor<?xf32, #nn.dims<t>>) -> tensor<?x6x?xbf16, #nn.dims<n, _, t>> {
  %y = nn.conv %x, %w strides [1] pads [0] dilations [1] groups 2 : (tensor<?x4x?xbf16, #nn.dims<n, _, "t + 4">>, tensor<6x2x5xbf16>) -> tensor<?x6x?xbf16, #nn.dims<n, _, t>>
  return %y : tensor<?x6x?xbf16, #nn.dims<n, _, t>>
}
