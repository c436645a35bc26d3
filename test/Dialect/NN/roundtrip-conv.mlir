// RUN: nnc-opt %s | nnc-opt | FileCheck %s

nn.dim @batch
nn.dim @h

// CHECK-LABEL: func.func @convolutions
func.func @convolutions(%x: tensor<?x4x28x28xf32, #nn.dims<batch, _, _, _>>, %w: tensor<6x2x5x3xf32>) {
  // CHECK: nn.conv %{{.*}}, %{{.*}} strides [2, 1] pads [2, 0] dilations [1, 3] groups 2 : (tensor<?x4x28x28xf32, #nn.dims<batch, _, _, _>>, tensor<6x2x5x3xf32>) -> tensor<?x6x14x22xf32, #nn.dims<batch, _, _, _>>
  %y = nn.conv %x, %w strides [2, 1] pads [2, 0] dilations [1, 3] groups 2 : (tensor<?x4x28x28xf32, #nn.dims<batch, _, _, _>>, tensor<6x2x5x3xf32>) -> tensor<?x6x14x22xf32, #nn.dims<batch, _, _, _>>
  // CHECK: nn.conv_transpose %{{.*}}, %{{.*}} strides [2, 1] pads [2, 0] dilations [1, 3] groups 2 :
  %dx = nn.conv_transpose %y, %w strides [2, 1] pads [2, 0] dilations [1, 3] groups 2 : (tensor<?x6x14x22xf32, #nn.dims<batch, _, _, _>>, tensor<6x2x5x3xf32>) -> tensor<?x4x28x28xf32, #nn.dims<batch, _, _, _>>
  // CHECK: nn.conv_filter %{{.*}}, %{{.*}} strides [2, 1] pads [2, 0] dilations [1, 3] groups 2 :
  %dw = nn.conv_filter %x, %y strides [2, 1] pads [2, 0] dilations [1, 3] groups 2 : (tensor<?x4x28x28xf32, #nn.dims<batch, _, _, _>>, tensor<?x6x14x22xf32, #nn.dims<batch, _, _, _>>) -> tensor<6x2x5x3xf32>
  return
}

// CHECK-LABEL: func.func @symbolic
func.func @symbolic(%x: tensor<2x3x?xf64, #nn.dims<_, _, h>>, %w: tensor<5x3x3xf64>) {
  // CHECK: nn.conv %{{.*}} -> tensor<2x5x?xf64, #nn.dims<_, _, "(h - 3)//2 + 1">>
  %y = nn.conv %x, %w strides [2] pads [0] dilations [1] groups 1 : (tensor<2x3x?xf64, #nn.dims<_, _, h>>, tensor<5x3x3xf64>) -> tensor<2x5x?xf64, #nn.dims<_, _, "(h - 3)//2 + 1">>
  return
}

// CHECK-LABEL: func.func @pools
func.func @pools(%x: tensor<2x3x9x8xf32>) {
  // CHECK: nn.max_pool %{{.*}} kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x9x8xf32>) -> tensor<2x3x3x4xf32>
  %y = nn.max_pool %x kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x9x8xf32>) -> tensor<2x3x3x4xf32>
  // CHECK: nn.max_pool_index %{{.*}} -> tensor<2x3x3x4xi32>
  %i = nn.max_pool_index %x kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x9x8xf32>) -> tensor<2x3x3x4xi32>
  // CHECK: nn.max_pool_grad %{{.*}}, %{{.*}} -> tensor<2x3x9x8xf32>
  %dx = nn.max_pool_grad %y, %i kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x3x4xf32>, tensor<2x3x3x4xi32>) -> tensor<2x3x9x8xf32>
  // CHECK: nn.max_pool_pick %{{.*}}, %{{.*}} -> tensor<2x3x3x4xf32>
  %p = nn.max_pool_pick %x, %i kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x9x8xf32>, tensor<2x3x3x4xi32>) -> tensor<2x3x3x4xf32>
  // CHECK: nn.avg_pool %{{.*}} -> tensor<2x3x3x4xf32>
  %m = nn.avg_pool %x kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x9x8xf32>) -> tensor<2x3x3x4xf32>
  // CHECK: nn.avg_pool_grad %{{.*}} -> tensor<2x3x9x8xf32>
  %dm = nn.avg_pool_grad %m kernel [3, 2] strides [3, 2] pads [1, 0] : (tensor<2x3x3x4xf32>) -> tensor<2x3x9x8xf32>
  return
}
