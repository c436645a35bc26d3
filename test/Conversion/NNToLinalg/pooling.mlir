// RUN: nnc-opt %s --nn-to-linalg --split-input-file | FileCheck %s

// A pool reduces its windows; the large tensor is read where they lie.

// CHECK-DAG: #[[LARGE:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2 * 2 + d4, d3 * 3 + d5)>
// CHECK-DAG: #[[WINDOW:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d4, d5)>
// CHECK-DAG: #[[SMALL:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2, d3)>
// CHECK-LABEL: func.func @max_pool
// CHECK: linalg.fill ins(%{{.*}} : f32)
// CHECK: linalg.generic {indexing_maps = [#[[LARGE]], #[[WINDOW]], #[[SMALL]]], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]}
// CHECK: arith.maximumf
func.func @max_pool(%x: tensor<2x3x8x9xf32>) -> tensor<2x3x4x3xf32> {
  %y = nn.max_pool %x kernel [2, 3] strides [2, 3] pads [0, 0] : (tensor<2x3x8x9xf32>) -> tensor<2x3x4x3xf32>
  return %y : tensor<2x3x4x3xf32>
}

// -----

// Padding is made of what never wins, and its positions never do.

// CHECK-LABEL: func.func @max_pool_index
// CHECK-DAG: %[[LEAST:.*]] = arith.constant 0xFF800000 : f32
// CHECK-DAG: %[[NONE:.*]] = arith.constant -1 : i32
// CHECK-DAG: linalg.fill ins(%[[LEAST]] : f32) outs(%{{.*}} : tensor<2x3x10xf32>)
// CHECK-DAG: linalg.fill ins(%[[NONE]] : i32)
// CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 0, 1] [2, 3, 8] [1, 1, 1]
// CHECK: linalg.generic
// CHECK: arith.cmpi ult
func.func @max_pool_index(%x: tensor<2x3x8xf32>) -> tensor<2x3x4xi32> {
  %y = nn.max_pool_index %x kernel [3] strides [2] pads [1] : (tensor<2x3x8xf32>) -> tensor<2x3x4xi32>
  return %y : tensor<2x3x4xi32>
}

// -----

// A gradient is added to the windows, and the padding is cut off.

// CHECK-DAG: #[[LARGE:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2 * 2 + d3)>
// CHECK-LABEL: func.func @avg_pool_grad
// CHECK: arith.divf
// CHECK: linalg.generic {indexing_maps = [#{{.*}}, #{{.*}}, #[[LARGE]]]
// CHECK: arith.addf
// CHECK: tensor.extract_slice %{{.*}}[0, 0, 1] [%{{.*}}, 3, 8] [1, 1, 1]
func.func @avg_pool_grad(%dy: tensor<?x3x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x3x8xf32, #nn.dims<batch, _, _>> {
  %y = nn.avg_pool_grad %dy kernel [3] strides [2] pads [1] : (tensor<?x3x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x3x8xf32, #nn.dims<batch, _, _>>
  return %y : tensor<?x3x8xf32, #nn.dims<batch, _, _>>
}
