// RUN: nnc-opt %s --nn-autodiff --canonicalize --cse | FileCheck %s

// Nothing of the size of the scores: the logarithms of sums and sum(dy * y) of
// each row say what the probabilities were.

// CHECK-LABEL: func.func @attention(
// CHECK-SAME: %[[Q:[^:]*]]: {{[^%]*}} %[[K:[^:]*]]: {{[^%]*}} %[[V:[^:]*]]: {{[^%]*}} %[[M:[^:]*]]: {{[^%]*}} %[[C:[^:]*]]: {{[^%]*}}
// CHECK-NEXT: %[[Y:.*]], %[[L:.*]] = nn.attention "bihc,bjhc,bjhw,bj->bihw" %[[Q]], %[[K]], %[[V]] mask %[[M]] causal scale = 2.500000e-01
// CHECK-NEXT: %[[P:.*]] = nn.mul %[[C]], %[[Y]] : tensor<2x8x4x6xf32>
// CHECK-NEXT: %[[S:.*]] = nn.sum %[[P]] axes = [3] : tensor<2x8x4x6xf32> -> tensor<2x8x4xf32>
// CHECK-NEXT: %[[D:.*]] = nn.transpose %[[S]] perm = [0, 2, 1] : tensor<2x8x4xf32> -> tensor<2x4x8xf32>
// CHECK-NEXT: %[[DQ:.*]], %[[DK:.*]], %[[DV:.*]] = nn.attention_grad "bihc,bjhc,bjhw,bj->bihw" %[[Q]], %[[K]], %[[V]], %[[C]], %[[L]], %[[D]] mask %[[M]] causal scale = 2.500000e-01
// CHECK-NEXT: return %[[DQ]], %[[DK]], %[[DV]]
!q = tensor<2x8x4x16xf32>
!v = tensor<2x8x4x6xf32>
func.func @attention(%q: !q, %k: !q, %v: !v, %m: tensor<2x8xi1>, %c: !v) -> (!q, !q, !v) {
  %y, %l = nn.attention "bihc,bjhc,bjhw,bj->bihw" %q, %k, %v mask %m causal scale = 0.25
      : (!q, !q, !v, tensor<2x8xi1>) -> (!v, tensor<2x4x8xf32>)
  %yc = nn.mul %y, %c : !v
  %s = nn.sum %yc axes = [0, 1, 2, 3] : !v -> tensor<f32>
  %g:3 = nn.gradient %s wrt [] of (%q, %k, %v : !q, !q, !v) : tensor<f32> -> !q, !q, !v
  return %g#0, %g#1, %g#2 : !q, !q, !v
}

// The probabilities of bf16 are computed again from sums in f32.

// CHECK-LABEL: func.func @narrow(
// CHECK: nn.attention {{.*}} -> (tensor<8x6xbf16>, tensor<8xf32>)
// CHECK: nn.cast %{{.*}} : tensor<8x6xbf16> -> tensor<8x6xf32>
// CHECK: nn.attention_grad
func.func @narrow(%q: tensor<8x16xbf16>, %v: tensor<8x6xbf16>) -> tensor<8x16xbf16> {
  %y, %l = nn.attention "ic,jc,jw->iw" %q, %q, %v scale = 0.25
      : (tensor<8x16xbf16>, tensor<8x16xbf16>, tensor<8x6xbf16>) -> (tensor<8x6xbf16>, tensor<8xf32>)
  %z = nn.mul %y, %y : tensor<8x6xbf16>
  %s = nn.sum %z axes = [0, 1] : tensor<8x6xbf16> -> tensor<bf16>
  %g = nn.gradient %s wrt [] of (%q : tensor<8x16xbf16>) : tensor<bf16> -> tensor<8x16xbf16>
  return %g : tensor<8x16xbf16>
}
