// RUN: nnc-opt %s --nn-cpu-choose-tiling --nn-cpu-generate-kernels | FileCheck %s

#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#id = affine_map<(m, n) -> (m, n)>

// What follows a contraction is evaluated on its registers: once for each of the
// tile's vectors.

// CHECK-LABEL: func.func @light
// CHECK: vector.fma
// CHECK-COUNT-8: math.sin
func.func @light(%x: tensor<48x64xf32>, %w: tensor<64x32xf32>) -> tensor<48x32xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<48x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<48x32xf32>) -> tensor<48x32xf32>
  %y = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<48x64xf32>, tensor<64x32xf32>) outs(%f : tensor<48x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<48x32xf32>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<48x32xf32>) outs(%e : tensor<48x32xf32>) {
    ^bb0(%a: f32, %o: f32):
      %s0 = math.sin %a : f32
      linalg.yield %s0 : f32
  } -> tensor<48x32xf32>
  return %r : tensor<48x32xf32>
}

// Much of it is code for each of them; it gets a loop of its own instead.

// CHECK-LABEL: func.func @heavy
// CHECK: vector.fma
// CHECK: scf.for
// CHECK: scf.for
// CHECK-COUNT-9: math.sin %{{.*}} : vector<16xf32>
// CHECK-NOT: math.sin
func.func @heavy(%x: tensor<48x64xf32>, %w: tensor<64x32xf32>) -> tensor<48x32xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<48x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<48x32xf32>) -> tensor<48x32xf32>
  %y = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<48x64xf32>, tensor<64x32xf32>) outs(%f : tensor<48x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<48x32xf32>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<48x32xf32>) outs(%e : tensor<48x32xf32>) {
    ^bb0(%a: f32, %o: f32):
      %s0 = math.sin %a : f32
      %s1 = math.sin %s0 : f32
      %s2 = math.sin %s1 : f32
      %s3 = math.sin %s2 : f32
      %s4 = math.sin %s3 : f32
      %s5 = math.sin %s4 : f32
      %s6 = math.sin %s5 : f32
      %s7 = math.sin %s6 : f32
      %s8 = math.sin %s7 : f32
      linalg.yield %s8 : f32
  } -> tensor<48x32xf32>
  return %r : tensor<48x32xf32>
}
