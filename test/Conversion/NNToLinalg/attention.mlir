// RUN: nnc-opt %s --nn-to-linalg --canonicalize --cse | FileCheck %s

// Batch and heads are one parallel loop; in it blocks of 64 queries meet blocks
// of 64 keys, in a causal attention those that begin before the block of
// queries ends. Scores lie turned; the axis of heads stays where it is.

// CHECK-LABEL: func.func @attention
// CHECK-SAME: %[[Q:[^:]*]]: tensor<2x256x4x16xf32>, %[[K:[^:]*]]: tensor<2x256x4x16xf32>
// CHECK: scf.for %{{.*}} = %c0 to %c8 step %c1
// CHECK: scf.for %[[I:.*]] = %c0 to %c256 step %c64
// CHECK: tensor.extract_slice %[[Q]][%{{.*}}, %[[I]], %{{.*}}, 0] [1, 64, 1, 16] [1, 1, 1, 1]
// CHECK: %[[END:.*]] = arith.addi %[[I]], %c64
// CHECK: %[[TO:.*]] = arith.minui %[[END]], %c256
// CHECK: scf.for %[[J:.*]] = %c0 to %[[TO]] step %c64
// CHECK: tensor.extract_slice %[[K]][%{{.*}}, %[[J]], %{{.*}}, 0] [1, 64, 1, 16] [1, 1, 1, 1]
// CHECK-NOT: tensor<256x256xf32>
// CHECK: nn.kernel_name = "attention", nn.parallel}
func.func @attention(%q: tensor<2x256x4x16xf32>, %k: tensor<2x256x4x16xf32>, %v: tensor<2x256x4x16xf32>) -> tensor<2x256x4x16xf32> {
  %y, %l = nn.attention "bihc,bjhc,bjhw->bihw" %q, %k, %v causal scale = 0.25
      : (tensor<2x256x4x16xf32>, tensor<2x256x4x16xf32>, tensor<2x256x4x16xf32>)
      -> (tensor<2x256x4x16xf32>, tensor<2x4x256xf32>)
  return %y : tensor<2x256x4x16xf32>
}

// The cotangents of keys and values are summed where they lie, over blocks of
// queries: five products.

// CHECK-LABEL: func.func @gradient
// CHECK: scf.for
// CHECK-COUNT-2: linalg.fill
// CHECK-COUNT-5: iterator_types = ["parallel", "parallel", "reduction"]
// CHECK-NOT: "reduction"
// CHECK: nn.flops = 1179648 : i64, nn.kernel_name = "attention_grad", nn.parallel}
func.func @gradient(%q: tensor<3x64x16xf32>, %g: tensor<3x64x8xf32>, %v: tensor<3x64x8xf32>, %l: tensor<3x64xf32>) -> (tensor<3x64x16xf32>, tensor<3x64x16xf32>, tensor<3x64x8xf32>) {
  %dq, %dk, %dv = nn.attention_grad "bic,bjc,bjw->biw" %q, %q, %v, %g, %l, %l scale = 0.25
      : (tensor<3x64x16xf32>, tensor<3x64x16xf32>, tensor<3x64x8xf32>, tensor<3x64x8xf32>, tensor<3x64xf32>, tensor<3x64xf32>)
      -> (tensor<3x64x16xf32>, tensor<3x64x16xf32>, tensor<3x64x8xf32>)
  return %dq, %dk, %dv : tensor<3x64x16xf32>, tensor<3x64x16xf32>, tensor<3x64x8xf32>
}
