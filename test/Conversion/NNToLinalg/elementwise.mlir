// RUN: nnc-opt %s --nn-to-linalg --split-input-file | FileCheck %s
// RUN: nnc-opt %s --nn-to-linalg --linalg-fuse-elementwise-ops --canonicalize --split-input-file \
// RUN:   | FileCheck %s --check-prefix=FUSED

// Broadcasts and elementwise ops are generics that upstream fusion merges into
// one loop.

// CHECK-DAG: #[[ID:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[COLUMN:.*]] = affine_map<(d0, d1) -> (d1)>
// CHECK-LABEL: func.func @bias_tanh
// CHECK: linalg.generic {indexing_maps = [#[[COLUMN]], #[[ID]]], iterator_types = ["parallel", "parallel"]}
// CHECK: linalg.generic {indexing_maps = [#[[ID]], #[[ID]], #[[ID]]]
// CHECK: arith.addf
// CHECK: linalg.generic {indexing_maps = [#[[ID]], #[[ID]]]
// CHECK: math.tanh

// FUSED-DAG: #[[ID:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// FUSED-DAG: #[[COLUMN:.*]] = affine_map<(d0, d1) -> (d1)>
// FUSED-LABEL: func.func @bias_tanh
// FUSED: linalg.generic {indexing_maps = [#[[ID]], #[[COLUMN]], #[[ID]]]
// FUSED: arith.addf
// FUSED: math.tanh
// FUSED-NOT: linalg.generic
// FUSED: return
func.func @bias_tanh(%x: tensor<8x3xf32>, %b: tensor<3xf32>) -> tensor<8x3xf32> {
  %wide = nn.broadcast %b dims = [1] : tensor<3xf32> -> tensor<8x3xf32>
  %y = nn.add %x, %wide : tensor<8x3xf32>
  %z = nn.tanh %y : tensor<8x3xf32>
  return %z : tensor<8x3xf32>
}

// -----

// A stretched axis is dropped first, so that no map holds a constant.

// CHECK-LABEL: func.func @stretch
// CHECK: tensor.collapse_shape %{{.*}} {{\[}}[0, 1]] : tensor<8x1xf32> into tensor<8xf32>
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}} : tensor<8xf32>)
func.func @stretch(%x: tensor<8x1xf32>) -> tensor<8x3xf32> {
  %y = nn.broadcast %x dims = [0, 1] : tensor<8x1xf32> -> tensor<8x3xf32>
  return %y : tensor<8x3xf32>
}

// -----

// What would be undefined is selected away before and not after.

// CHECK-LABEL: func.func @to_int
// CHECK: %[[OUTSIDE:.*]] = arith.ori
// CHECK: %[[SAFE:.*]] = arith.select %{{.*}}, %{{.*}}, %{{.*}} : f32
// CHECK: arith.fptosi %[[SAFE]] : f32 to i32
func.func @to_int(%x: tensor<4xf32>) -> tensor<4xi32> {
  %y = nn.cast %x : tensor<4xf32> -> tensor<4xi32>
  return %y : tensor<4xi32>
}

// -----

// CHECK-LABEL: func.func @narrow
// CHECK: arith.extf %{{.*}} : f16 to f32
// CHECK: math.exp %{{.*}} : f32
// CHECK: arith.truncf %{{.*}} : f32 to f16
func.func @narrow(%x: tensor<4xf16>) -> tensor<4xf16> {
  %y = nn.exp %x : tensor<4xf16>
  return %y : tensor<4xf16>
}

// -----

// Powers multiply; negative exponents divide once.

// CHECK-LABEL: func.func @cube
// CHECK: %[[SQUARE:.*]] = arith.mulf %[[X:.*]], %[[X]] : f32
// CHECK: %[[CUBE:.*]] = arith.mulf %[[X]], %[[SQUARE]] : f32
// CHECK: arith.divf %{{.*}}, %[[CUBE]] : f32
// CHECK-NOT: math.powf
func.func @cube(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = nn.pow_int %x, -3 : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// A function with its own derivative is its forward region.

// CHECK-LABEL: func.func @custom
// CHECK-NOT: nn.custom_vjp
// CHECK: math.absf
// CHECK-NOT: math.exp
func.func @custom(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = nn.custom_vjp (%x) {
  ^bb0(%u: tensor<4xf32>):
    %v = nn.abs %u : tensor<4xf32>
    nn.yield %v : tensor<4xf32>
  } vjp {
  ^bb0(%u: tensor<4xf32>, %g: tensor<4xf32>):
    %v = nn.exp %g : tensor<4xf32>
    nn.yield %v : tensor<4xf32>
  } : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
