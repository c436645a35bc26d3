// RUN: nnc-opt %s --nn-to-linalg --split-input-file | FileCheck %s

// CHECK-DAG: #[[ID:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[ROW:.*]] = affine_map<(d0, d1) -> (d0)>
// CHECK-LABEL: func.func @sum
// CHECK: linalg.generic {indexing_maps = [#[[ID]], #[[ROW]]], iterator_types = ["parallel", "reduction"]}
// CHECK: arith.addf
func.func @sum(%x: tensor<8x3xf32>) -> tensor<8xf32> {
  %y = nn.sum %x axes = [1] : tensor<8x3xf32> -> tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

// Divided once by the number of elements, which may be known at run time only.

// CHECK-LABEL: func.func @mean
// CHECK-SAME: %[[BATCH:[a-z0-9]+]]: index
// CHECK: iterator_types = ["reduction", "reduction"]
// CHECK: %[[COUNT:.*]] = arith.sitofp %{{.*}} : i64 to f32
// CHECK: linalg.generic
// CHECK: arith.divf %{{.*}}, %[[COUNT]] : f32
func.func @mean(%x: tensor<?x3xf32, #nn.dims<batch, _>>, %batch: index {nn.arg = #nn.arg<dim, "batch">}) -> tensor<f32> {
  %y = nn.mean %x axes = [0, 1] : tensor<?x3xf32, #nn.dims<batch, _>> -> tensor<f32>
  return %y : tensor<f32>
}

// -----

// NaN passes through a maximum.

// CHECK-LABEL: func.func @max
// CHECK: arith.constant 0xFF800000 : f32
// CHECK: arith.maximumf
func.func @max(%x: tensor<8x3xf32>) -> tensor<8xf32> {
  %y = nn.reduce_max %x axes = [1] : tensor<8x3xf32> -> tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

// One exp an element, and none of the maximum itself.

// CHECK-LABEL: func.func @softmax
// CHECK: arith.maximumf
// CHECK: math.exp
// CHECK-NOT: math.exp
// CHECK: arith.addf
// CHECK: arith.divf
func.func @softmax(%x: tensor<8x3xf32>) -> tensor<8x3xf32> {
  %y = nn.softmax %x axis = 1 : tensor<8x3xf32>
  return %y : tensor<8x3xf32>
}

// -----

// Without smoothing only the label's logit is read again.

// CHECK-LABEL: func.func @cross_entropy
// CHECK: math.exp
// CHECK: tensor.extract
// CHECK: math.log
// CHECK: arith.constant 8.000000e+00 : f32
// CHECK: arith.divf
func.func @cross_entropy(%x: tensor<8x3xf32>, %label: tensor<8xi32>) -> tensor<f32> {
  %y = nn.cross_entropy %x, %label axis = 1 : (tensor<8x3xf32>, tensor<8xi32>) -> tensor<f32>
  return %y : tensor<f32>
}
