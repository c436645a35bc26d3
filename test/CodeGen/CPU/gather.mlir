// RUN: nnc-opt %s --nn-cpu-choose-tiling --nn-cpu-generate-kernels | FileCheck %s

// Elements at run-time indices are read as vectors: neighbours as one load,
// others of a row by a gather, with the 32 bits that the indices had.

#row = affine_map<(i, j) -> (i)>
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#plane = affine_map<(i, j) -> (i, j)>

// CHECK-LABEL: func.func @embedding
// CHECK-SAME: %[[TABLE:[a-z0-9]+]]: tensor<50x64xf32>
// CHECK: %[[INDEX:.*]] = arith.index_cast %{{.*}} : i32 to index
// CHECK: vector.transfer_read %[[TABLE]][%[[INDEX]], %{{.*}}], {{.*}}, vector<16xf32>
func.func @embedding(%table: tensor<50x64xf32>, %ids: tensor<8xi32>) -> tensor<8x64xf32> {
  %e = tensor.empty() : tensor<8x64xf32>
  %y = linalg.generic {indexing_maps = [#row, #plane], iterator_types = ["parallel", "parallel"]}
      ins(%ids : tensor<8xi32>) outs(%e : tensor<8x64xf32>) {
    ^bb0(%id: i32, %o: f32):
      %i = arith.index_cast %id : i32 to index
      %j = linalg.index 1 : index
      %v = tensor.extract %table[%i, %j] : tensor<50x64xf32>
      linalg.yield %v : f32
  } -> tensor<8x64xf32>
  return %y : tensor<8x64xf32>
}

// CHECK-LABEL: func.func @pixels
// CHECK: vector.gather %{{.*}}[%c0{{.*}}] [%{{.*}}], %{{.*}} : tensor<784xf32>, vector<16xi32>
func.func @pixels(%image: tensor<784xf32>, %places: tensor<28x32xi32>) -> tensor<28x32xf32> {
  %e = tensor.empty() : tensor<28x32xf32>
  %y = linalg.generic {indexing_maps = [#plane, #plane], iterator_types = ["parallel", "parallel"]}
      ins(%places : tensor<28x32xi32>) outs(%e : tensor<28x32xf32>) {
    ^bb0(%place: i32, %o: f32):
      %i = arith.index_cast %place : i32 to index
      %v = tensor.extract %image[%i] : tensor<784xf32>
      %w = arith.addf %v, %v : f32
      linalg.yield %w : f32
  } -> tensor<28x32xf32>
  return %y : tensor<28x32xf32>
}

// What a contraction is followed by may not read what is made after it.

// CHECK-LABEL: func.func @after
// CHECK: vector.fma
// CHECK: %[[LATER:.*]] = {{.*}}tensor.generate
// CHECK: vector.gather %[[LATER]]
func.func @after(%x: tensor<48x64xf32>, %w: tensor<64x32xf32>, %n: index) -> tensor<48x32xf32> {
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
  %later = tensor.generate %n {
    ^bb0(%i: index):
      tensor.yield %zero : f32
  } : tensor<?xf32>
  %r = linalg.generic {indexing_maps = [#plane, #plane], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<48x32xf32>) outs(%e : tensor<48x32xf32>) {
    ^bb0(%v: f32, %o: f32):
      %j = linalg.index 1 : index
      %twice = arith.addi %j, %j : index
      %t = tensor.extract %later[%twice] : tensor<?xf32>
      %s = arith.addf %v, %t : f32
      linalg.yield %s : f32
  } -> tensor<48x32xf32>
  return %r : tensor<48x32xf32>
}
