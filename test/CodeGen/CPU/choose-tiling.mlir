// RUN: nnc-opt %s --split-input-file --nn-cpu-choose-tiling | FileCheck %s
// RUN: nnc-opt %s --split-input-file --nn-cpu-kernel-pipeline | FileCheck %s --check-prefix=KERNEL
// RUN: nnc-opt %s --split-input-file --nn-cpu-choose-tiling --nn-cpu-pack-operands=alternatives=true | FileCheck %s --check-prefix=OTHER

// The model's choice, with a key that says what is computed. A kernel tells
// what it was made by.
// CHECK-LABEL: func.func @chosen
// CHECK: linalg.generic
// CHECK-SAME: nn.tiling = {key = "contraction f32 m=24 n=32 k=8: m k (argument) * k n (argument) -> m n, then 1 to 1", lanes = 16 : i64, mc = {{[0-9]+}} : i64, mr = 12 : i64, mr1 = 24 : i64, nv = 2 : i64}
// What else there is, the cheapest first; of equals the largest, and few of one
// width.
// OTHER-LABEL: func.func @chosen
// OTHER: nn.tiling = {alternatives = {{\[\[}}{mr = 14 : i64, nv = 2 : i64}, {mr = 13 : i64, nv = 2 : i64}, {mr = 24 : i64, nv = 1 : i64}, {mr = 17 : i64, nv = 1 : i64}], [{mc = 16 : i64}], [{pack_wide = 1 : i64}]], key =
// Packing what is of unknown size is not among it.
// OTHER-LABEL: func.func @tuned
// OTHER-NOT: pack_{{[a-z]*}} = {{[0-9]}} : i64}]]
// KERNEL-LABEL: func.func @chosen
// KERNEL: nn.run_kernel @contraction{{.*}} nn.tilings = [{key = "contraction f32 m=24 n=32 k=8: {{.*}}", lanes = 16 : i64, mc = {{[0-9]+}} : i64, mr = 12 : i64, mr1 = 24 : i64, nv = 2 : i64, pack_wide = 0 : i64}]
// KERNEL-LABEL: func.func private @contraction
// KERNEL-COUNT-24: vector.fma
// KERNEL-NOT: vector.fma
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#id = affine_map<(m, n) -> (m, n)>
func.func @chosen(%x: tensor<24x8xf32>, %w: tensor<8x32xf32>) -> tensor<24x32xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<24x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<24x32xf32>) -> tensor<24x32xf32>
  %y = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<24x8xf32>, tensor<8x32xf32>) outs(%f : tensor<24x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %p = arith.mulf %a, %b : f32
      %s = arith.addf %c, %p : f32
      linalg.yield %s : f32
  } -> tensor<24x32xf32>
  %z = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<24x32xf32>) outs(%e : tensor<24x32xf32>) {
    ^bb0(%a: f32, %o: f32):
      %m = arith.maximumf %a, %zero : f32
      linalg.yield %m : f32
  } -> tensor<24x32xf32>
  return %z : tensor<24x32xf32>
}

// -----

// What the module has for the key counts more; the rest is the model's.
// CHECK-LABEL: func.func @tuned
// CHECK: linalg.generic
// CHECK-SAME: nn.tiling = {key = "contraction f32 m=24 n=32 k=?: m k (argument) * k n (argument) -> m n", lanes = 16 : i64, mc = {{[0-9]+}} : i64, mr = 8 : i64, mr1 = 24 : i64, nv = 1 : i64, pack_wide = 1 : i64}
// KERNEL-LABEL: func.func @tuned
// KERNEL: nn.run_kernel @pack
// KERNEL: nn.run_kernel @contraction{{.*}} mr = 8 : i64, mr1 = 24 : i64, nv = 1 : i64, pack_wide = 1 : i64}]
// KERNEL-LABEL: func.func private @contraction
// KERNEL-COUNT-8: vector.fma
// KERNEL-NOT: vector.fma
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
module attributes {nn.tuning = {
    "contraction f32 m=24 n=32 k=?: m k (argument) * k n (argument) -> m n" = {mr = 8, nv = 1, pack_wide = 1},
    "contraction f32 m=1 n=1 k=1" = {mr = 2}}} {
func.func @tuned(%x: tensor<24x?xf32>, %w: tensor<?x32xf32>) -> tensor<24x32xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<24x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<24x32xf32>) -> tensor<24x32xf32>
  %y = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<24x?xf32>, tensor<?x32xf32>) outs(%f : tensor<24x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %p = arith.mulf %a, %b : f32
      %s = arith.addf %c, %p : f32
      linalg.yield %s : f32
  } -> tensor<24x32xf32>
  return %y : tensor<24x32xf32>
}
}

// -----

// A short sum has wide tiles of few rows.
// KERNEL-LABEL: func.func @short
// CHECK-LABEL: func.func @short
// CHECK: linalg.matmul
// CHECK-SAME: mr = 6 : i64, mr1 = 24 : i64, nv = 4 : i64}
func.func @short(%x: tensor<?x28xf32>, %w: tensor<28x512xf32>, %f: tensor<?x512xf32>) -> tensor<?x512xf32> {
  %y = linalg.matmul ins(%x, %w : tensor<?x28xf32>, tensor<28x512xf32>) outs(%f : tensor<?x512xf32>) -> tensor<?x512xf32>
  return %y : tensor<?x512xf32>
}
