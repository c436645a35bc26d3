// RUN: nnc-opt %s --nn-cpu-turn-contractions --nn-cpu-fuse-elementwise --canonicalize --cse | FileCheck %s
// RUN: nnc-opt %s --nn-cpu-turn-contractions --nn-cpu-fuse-elementwise --nn-cpu-choose-tiling --nn-cpu-generate-kernels --canonicalize | FileCheck %s --check-prefix=LOOPS
// RUN: nnc-opt %s --nn-cpu-turn-contractions='vector-bytes=16' --canonicalize | FileCheck %s --check-prefix=NEON

// 28 columns are no whole vectors, 512 rows are; the update reads the transpose.
// CHECK-DAG: #[[TURNED:.*]] = affine_map<(d0, d1) -> (d1, d0)>
// CHECK-LABEL: func.func @gradient(
// CHECK-SAME: %[[DY:.*]]: tensor<64x512xf32>, %[[X:.*]]: tensor<64x28xf32>, %[[W:.*]]: tensor<512x28xf32>)
// CHECK: %[[ZEROS:.*]] = linalg.fill {{.*}} -> tensor<28x512xf32>
// CHECK: %[[DW:.*]] = linalg.generic {{.*}} ins(%[[DY]], %[[X]] : {{.*}}) outs(%[[ZEROS]] : tensor<28x512xf32>)
// CHECK: linalg.generic {indexing_maps = [{{.*}}#[[TURNED]]{{.*}} ins({{.*}}%[[DW]]
// CHECK: -> tensor<512x28xf32>
// CHECK-NOT: linalg.generic
// The update is no epilogue, which would have vectors along the 28 again.
// LOOPS-LABEL: func.func @gradient(
// LOOPS: vector.fma {{.*}} : vector<16xf32>
// LOOPS-NOT: vector<8xf32>
// LOOPS: vector.transfer_write {{.*}}tensor<28x512xf32>
// Four lanes divide the columns.
// NEON-LABEL: func.func @gradient(
// NEON: linalg.fill {{.*}} -> tensor<512x28xf32>
#xt = affine_map<(m, n, k) -> (k, m)>
#xn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#id = affine_map<(m, n) -> (m, n)>
func.func @gradient(%dy: tensor<64x512xf32>, %x: tensor<64x28xf32>, %w: tensor<512x28xf32>) -> tensor<512x28xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<512x28xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%e : tensor<512x28xf32>) -> tensor<512x28xf32>
  %dw = linalg.generic {indexing_maps = [#xt, #xn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%dy, %x : tensor<64x512xf32>, tensor<64x28xf32>) outs(%zeros : tensor<512x28xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %p = arith.mulf %a, %b : f32
      %s = arith.addf %o, %p : f32
      linalg.yield %s : f32
  } -> tensor<512x28xf32>
  %new = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%w, %dw : tensor<512x28xf32>, tensor<512x28xf32>) outs(%e : tensor<512x28xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %s = arith.subf %a, %b : f32
      linalg.yield %s : f32
  } -> tensor<512x28xf32>
  return %new : tensor<512x28xf32>
}

// Vectors along the rows of %y would be gathered.
// CHECK-LABEL: func.func @rows(
// CHECK: linalg.fill {{.*}} -> tensor<512x28xf32>
#yr = affine_map<(m, n, k) -> (m, k)>
func.func @rows(%y: tensor<512x64xf32>, %x: tensor<64x28xf32>) -> tensor<512x28xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<512x28xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%e : tensor<512x28xf32>) -> tensor<512x28xf32>
  %z = linalg.generic {indexing_maps = [#yr, #xn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%y, %x : tensor<512x64xf32>, tensor<64x28xf32>) outs(%zeros : tensor<512x28xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %p = arith.mulf %a, %b : f32
      %s = arith.addf %o, %p : f32
      linalg.yield %s : f32
  } -> tensor<512x28xf32>
  return %z : tensor<512x28xf32>
}
