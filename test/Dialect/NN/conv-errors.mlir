// RUN: nnc-opt %s -split-input-file -verify-diagnostics

func.func @groups(%x: tensor<2x3x8xf32>, %w: tensor<4x1x3xf32>) {
  // expected-error @below {{cannot divide 3 and 4 channels into 2 groups}}
  %y = nn.conv %x, %w strides [1] pads [0] dilations [1] groups 2 : (tensor<2x3x8xf32>, tensor<4x1x3xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @channels(%x: tensor<2x3x8xf32>, %w: tensor<4x2x3xf32>) {
  // expected-error @below {{expects a filter of [4, 3, kernel...], found 'tensor<4x2x3xf32>'}}
  %y = nn.conv %x, %w strides [1] pads [0] dilations [1] groups 1 : (tensor<2x3x8xf32>, tensor<4x2x3xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @size(%x: tensor<2x3x8xf32>, %w: tensor<4x3x3xf32>) {
  // expected-error @below {{turns axis 2 of 'tensor<2x3x8xf32>' into 3 elements, found 4}}
  %y = nn.conv %x, %w strides [2] pads [0] dilations [1] groups 1 : (tensor<2x3x8xf32>, tensor<4x3x3xf32>) -> tensor<2x4x4xf32>
  return
}

// -----

func.func @fits(%x: tensor<2x3x2xf32>, %dy: tensor<2x4x1xf32>) {
  // expected-error @below {{window of 5 does not fit axis 2 of 'tensor<2x3x2xf32>'}}
  %y = nn.conv_filter %x, %dy strides [1] pads [1] dilations [2] groups 1 : (tensor<2x3x2xf32>, tensor<2x4x1xf32>) -> tensor<4x3x3xf32>
  return
}

// -----

func.func @numbers(%dy: tensor<2x4x6x6xf32>, %w: tensor<4x3x3x3xf32>) {
  // expected-error @below {{has one of `strides` per spatial axis, found 1 for 2}}
  %y = nn.conv_transpose %dy, %w strides [1] pads [0, 0] dilations [1, 1] groups 1 : (tensor<2x4x6x6xf32>, tensor<4x3x3x3xf32>) -> tensor<2x3x8x8xf32>
  return
}

// -----

func.func @rank(%x: tensor<2x3xf32>) {
  // expected-error @below {{works on [n, c, spatial...] with one or two spatial axes}}
  %y = nn.max_pool %x kernel [] strides [] pads [] : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @pads(%x: tensor<2x3x8xf32>) {
  // expected-error @below {{pads 2, more than half of the kernel's 3}}
  %y = nn.avg_pool %x kernel [3] strides [1] pads [2] : (tensor<2x3x8xf32>) -> tensor<2x3x10xf32>
  return
}

// -----

func.func @index(%dy: tensor<2x3x4xf32>, %i: tensor<2x3x4xi64>) {
  // expected-error @below {{has an i32 index for each window}}
  %y = nn.max_pool_grad %dy, %i kernel [2] strides [2] pads [0] : (tensor<2x3x4xf32>, tensor<2x3x4xi64>) -> tensor<2x3x8xf32>
  return
}
