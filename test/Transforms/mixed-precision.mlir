// RUN: nnc-opt %s --nn-mixed-precision | FileCheck %s

// Operands of contractions are rounded; the result, other ops, f64 operands and
// sections without a compute type are left alone.

nn.model @M {
  nn.parameter @w : tensor<3x4xf32>
}

// CHECK-LABEL: nn.train @mixed
nn.train @mixed on @M config {precision = "bf16"} {
  // CHECK: func.func @step(%[[X:.*]]: tensor<8x4xf32> {{.*}}, %[[D:.*]]: tensor<8x4xf64>
  func.func @step(%x: tensor<8x4xf32> {nn.name = "x"}, %d: tensor<8x4xf64> {nn.name = "d"}) {
    // CHECK: %[[W:.*]] = nn.read @w
    // CHECK: %[[XB:.*]] = nn.cast %[[X]] : tensor<8x4xf32> -> tensor<8x4xbf16>
    // CHECK: %[[XR:.*]] = nn.cast %[[XB]] : tensor<8x4xbf16> -> tensor<8x4xf32>
    // CHECK: %[[WB:.*]] = nn.cast %[[W]] : tensor<3x4xf32> -> tensor<3x4xbf16>
    // CHECK: %[[WR:.*]] = nn.cast %[[WB]] : tensor<3x4xbf16> -> tensor<3x4xf32>
    // CHECK: %[[Y:.*]] = nn.einsum "mk,nk->mn" %[[XR]], %[[WR]]
    // CHECK: nn.sum %[[Y]]
    // CHECK: nn.einsum "mk->m" %[[D]]
    %w = nn.read @w : tensor<3x4xf32>
    %y = nn.einsum "mk,nk->mn" %x, %w : (tensor<8x4xf32>, tensor<3x4xf32>) -> tensor<8x3xf32>
    %s = nn.sum %y axes = [0, 1] : tensor<8x3xf32> -> tensor<f32>
    %e = nn.einsum "mk->m" %d : (tensor<8x4xf64>) -> tensor<8xf64>
    nn.metric "loss", %s : tensor<f32>
    return
  }
}

// An attention multiplies queries, keys and values; what it adds to exponents
// and cotangents of scores stays.

// CHECK-LABEL: nn.train @attention
nn.train @attention on @M config {precision = "bf16"} {
  // CHECK: func.func @step(%[[Q:.*]]: tensor<8x4xf32> {{.*}}, %[[L:.*]]: tensor<8xf32>
  func.func @step(%q: tensor<8x4xf32> {nn.name = "q"}, %l: tensor<8xf32> {nn.name = "l"}) {
    // CHECK: %[[A:.*]] = nn.cast %[[Q]] : tensor<8x4xf32> -> tensor<8x4xbf16>
    // CHECK: %[[B:.*]] = nn.cast %[[A]] : tensor<8x4xbf16> -> tensor<8x4xf32>
    // CHECK: nn.attention "ic,jc,jw->iw" %[[B]],
    // CHECK-COUNT-8: nn.cast
    // CHECK: nn.attention_grad "ic,jc,jw->iw" %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %[[L]], %[[L]] scale
    %y, %s = nn.attention "ic,jc,jw->iw" %q, %q, %q scale = 0.5
        : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8xf32>)
    %dq, %dk, %dv = nn.attention_grad "ic,jc,jw->iw" %q, %q, %q, %y, %l, %l scale = 0.5
        : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<8xf32>)
        -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %n = nn.sum %dq axes = [0, 1] : tensor<8x4xf32> -> tensor<f32>
    nn.metric "loss", %n : tensor<f32>
    return
  }
}

// CHECK-LABEL: nn.train @plain
nn.train @plain on @M config {} {
  func.func @step(%x: tensor<8x4xf32> {nn.name = "x"}) {
    // CHECK-NOT: nn.cast
    %w = nn.read @w : tensor<3x4xf32>
    %y = nn.einsum "mk,nk->mn" %x, %w : (tensor<8x4xf32>, tensor<3x4xf32>) -> tensor<8x3xf32>
    return
  }
}
