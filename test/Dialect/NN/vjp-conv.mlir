// RUN: nnc-opt %s | nnc-opt -nn-autodiff -canonicalize -cse -canonicalize | FileCheck %s

// Derivatives of convolution and pooling: each op's rule is the other members
// of its family. The objective is sum(%y * %c), so that %c is the cotangent.

// CHECK-LABEL: func.func @conv(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-DAG: %[[DA:.*]] = nn.conv_transpose %[[C]], %[[B]] strides [2] pads [1] dilations [1] groups 2
// CHECK-DAG: %[[DB:.*]] = nn.conv_filter %[[A]], %[[C]] strides [2] pads [1] dilations [1] groups 2
// CHECK: return %[[DA]], %[[DB]]
func.func @conv(%a: tensor<2x4x8xf64>, %b: tensor<6x2x3xf64>, %c: tensor<2x6x4xf64>) -> (tensor<2x4x8xf64>, tensor<6x2x3xf64>) {
  %y = nn.conv %a, %b strides [2] pads [1] dilations [1] groups 2 : (tensor<2x4x8xf64>, tensor<6x2x3xf64>) -> tensor<2x6x4xf64>
  %yc = nn.mul %y, %c : tensor<2x6x4xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x6x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<2x4x8xf64>, tensor<6x2x3xf64>) : tensor<f64> -> tensor<2x4x8xf64>, tensor<6x2x3xf64>
  return %g#0, %g#1 : tensor<2x4x8xf64>, tensor<6x2x3xf64>
}

// CHECK-LABEL: func.func @conv_transpose(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-DAG: %[[DA:.*]] = nn.conv %[[C]], %[[B]] strides [2] pads [1] dilations [1] groups 2
// CHECK-DAG: %[[DB:.*]] = nn.conv_filter %[[C]], %[[A]] strides [2] pads [1] dilations [1] groups 2
// CHECK: return %[[DA]], %[[DB]]
func.func @conv_transpose(%a: tensor<2x6x4xf64>, %b: tensor<6x2x3xf64>, %c: tensor<2x4x8xf64>) -> (tensor<2x6x4xf64>, tensor<6x2x3xf64>) {
  %y = nn.conv_transpose %a, %b strides [2] pads [1] dilations [1] groups 2 : (tensor<2x6x4xf64>, tensor<6x2x3xf64>) -> tensor<2x4x8xf64>
  %yc = nn.mul %y, %c : tensor<2x4x8xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x8xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<2x6x4xf64>, tensor<6x2x3xf64>) : tensor<f64> -> tensor<2x6x4xf64>, tensor<6x2x3xf64>
  return %g#0, %g#1 : tensor<2x6x4xf64>, tensor<6x2x3xf64>
}

// CHECK-LABEL: func.func @conv_filter(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-DAG: %[[DA:.*]] = nn.conv_transpose %[[B]], %[[C]] strides [2] pads [1] dilations [1] groups 2
// CHECK-DAG: %[[DB:.*]] = nn.conv %[[A]], %[[C]] strides [2] pads [1] dilations [1] groups 2
// CHECK: return %[[DA]], %[[DB]]
func.func @conv_filter(%a: tensor<2x4x8xf64>, %b: tensor<2x6x4xf64>, %c: tensor<6x2x3xf64>) -> (tensor<2x4x8xf64>, tensor<2x6x4xf64>) {
  %y = nn.conv_filter %a, %b strides [2] pads [1] dilations [1] groups 2 : (tensor<2x4x8xf64>, tensor<2x6x4xf64>) -> tensor<6x2x3xf64>
  %yc = nn.mul %y, %c : tensor<6x2x3xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<6x2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<2x4x8xf64>, tensor<2x6x4xf64>) : tensor<f64> -> tensor<2x4x8xf64>, tensor<2x6x4xf64>
  return %g#0, %g#1 : tensor<2x4x8xf64>, tensor<2x6x4xf64>
}

// CHECK-LABEL: func.func @max_pool(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[I:.*]] = nn.max_pool_index %[[X]] kernel [3] strides [2] pads [1]
// CHECK-NEXT: %[[DX:.*]] = nn.max_pool_grad %[[C]], %[[I]] kernel [3] strides [2] pads [1]
// CHECK-NEXT: return %[[DX]]
func.func @max_pool(%x: tensor<2x4x8xf64>, %c: tensor<2x4x4xf64>) -> tensor<2x4x8xf64> {
  %y = nn.max_pool %x kernel [3] strides [2] pads [1] : (tensor<2x4x8xf64>) -> tensor<2x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x4x4xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x4x8xf64>) : tensor<f64> -> tensor<2x4x8xf64>
  return %g : tensor<2x4x8xf64>
}

// CHECK-LABEL: func.func @max_pool_grad(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[I:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[DX:.*]] = nn.max_pool_pick %[[C]], %[[I]] kernel [3] strides [2] pads [1]
// CHECK-NEXT: return %[[DX]]
func.func @max_pool_grad(%x: tensor<2x4x4xf64>, %i: tensor<2x4x4xi32>, %c: tensor<2x4x8xf64>) -> tensor<2x4x4xf64> {
  %y = nn.max_pool_grad %x, %i kernel [3] strides [2] pads [1] : (tensor<2x4x4xf64>, tensor<2x4x4xi32>) -> tensor<2x4x8xf64>
  %yc = nn.mul %y, %c : tensor<2x4x8xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x8xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x4x4xf64>) : tensor<f64> -> tensor<2x4x4xf64>
  return %g : tensor<2x4x4xf64>
}

// CHECK-LABEL: func.func @max_pool_pick(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[I:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[DX:.*]] = nn.max_pool_grad %[[C]], %[[I]] kernel [3] strides [2] pads [1]
// CHECK-NEXT: return %[[DX]]
func.func @max_pool_pick(%x: tensor<2x4x8xf64>, %i: tensor<2x4x4xi32>, %c: tensor<2x4x4xf64>) -> tensor<2x4x8xf64> {
  %y = nn.max_pool_pick %x, %i kernel [3] strides [2] pads [1] : (tensor<2x4x8xf64>, tensor<2x4x4xi32>) -> tensor<2x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x4x4xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x4x8xf64>) : tensor<f64> -> tensor<2x4x8xf64>
  return %g : tensor<2x4x8xf64>
}

// CHECK-LABEL: func.func @avg_pool(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[DX:.*]] = nn.avg_pool_grad %[[C]] kernel [3] strides [2] pads [1]
// CHECK-NEXT: return %[[DX]]
func.func @avg_pool(%x: tensor<2x4x8xf64>, %c: tensor<2x4x4xf64>) -> tensor<2x4x8xf64> {
  %y = nn.avg_pool %x kernel [3] strides [2] pads [1] : (tensor<2x4x8xf64>) -> tensor<2x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x4x4xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x4x8xf64>) : tensor<f64> -> tensor<2x4x8xf64>
  return %g : tensor<2x4x8xf64>
}

// CHECK-LABEL: func.func @avg_pool_grad(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[DX:.*]] = nn.avg_pool %[[C]] kernel [3] strides [2] pads [1]
// CHECK-NEXT: return %[[DX]]
func.func @avg_pool_grad(%x: tensor<2x4x4xf64>, %c: tensor<2x4x8xf64>) -> tensor<2x4x4xf64> {
  %y = nn.avg_pool_grad %x kernel [3] strides [2] pads [1] : (tensor<2x4x4xf64>) -> tensor<2x4x8xf64>
  %yc = nn.mul %y, %c : tensor<2x4x8xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x8xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x4x4xf64>) : tensor<f64> -> tensor<2x4x4xf64>
  return %g : tensor<2x4x4xf64>
}
