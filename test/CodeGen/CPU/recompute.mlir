// RUN: nnc-opt --nn-cpu-recompute --nn-cpu-fuse-elementwise --nn-cpu-merge-reductions --canonicalize --cse %s | FileCheck %s

#id = affine_map<(n, c) -> (n, c)>
#channel = affine_map<(n, c) -> (c)>

// What is centred is never written: each of its readers centres for itself,
// and the two sums are one pass.
// CHECK-LABEL: func.func @centre
// CHECK-SAME: %[[X:.*]]: tensor<64x8xf32>, %[[M:.*]]: tensor<8xf32>
// CHECK: linalg.generic
// CHECK-SAME: iterator_types = ["reduction", "parallel"]
// CHECK-SAME: ins(%[[X]], %[[M]]
// CHECK-SAME: outs(%{{.*}}, %{{.*}} : tensor<8xf32>, tensor<8xf32>)
// CHECK: arith.subf
// CHECK: linalg.yield %{{.*}}, %{{.*}} : f32, f32
// CHECK: linalg.generic
// CHECK-SAME: iterator_types = ["parallel", "parallel"]
// CHECK-SAME: ins(%[[X]], %[[M]]
// CHECK: arith.subf
// CHECK-NOT: linalg.generic
// CHECK: return
func.func @centre(%x: tensor<64x8xf32>, %m: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>, tensor<64x8xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x8xf32>
  %ec = tensor.empty() : tensor<8xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%ec : tensor<8xf32>) -> tensor<8xf32>
  %centred = linalg.generic {indexing_maps = [#id, #channel, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %m : tensor<64x8xf32>, tensor<8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %q = arith.subf %a, %b : f32
      linalg.yield %q : f32
  } -> tensor<64x8xf32>
  %sum = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%centred : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %squares = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%centred : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %s = arith.mulf %a, %a : f32
      %q = arith.addf %o, %s : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %scaled = linalg.generic {indexing_maps = [#id, #channel, #id], iterator_types = ["parallel", "parallel"]}
      ins(%centred, %squares : tensor<64x8xf32>, tensor<8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %q = arith.divf %a, %b : f32
      linalg.yield %q : f32
  } -> tensor<64x8xf32>
  return %sum, %squares, %scaled : tensor<8xf32>, tensor<8xf32>, tensor<64x8xf32>
}

// What is returned too is written anyway, and read from there.
// CHECK-LABEL: func.func @kept
// CHECK-COUNT-1: arith.subf
// CHECK-NOT: arith.subf
// CHECK: return
func.func @kept(%x: tensor<64x8xf32>, %m: tensor<8xf32>) -> (tensor<64x8xf32>, tensor<64x8xf32>) {
  %e = tensor.empty() : tensor<64x8xf32>
  %centred = linalg.generic {indexing_maps = [#id, #channel, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %m : tensor<64x8xf32>, tensor<8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %q = arith.subf %a, %b : f32
      linalg.yield %q : f32
  } -> tensor<64x8xf32>
  %square = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%centred : tensor<64x8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.mulf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<64x8xf32>
  return %centred, %square : tensor<64x8xf32>, tensor<64x8xf32>
}

// Numbers repeated along an image are not read from memory either.
// CHECK-LABEL: func.func @repeated
// CHECK-SAME: %[[X:.*]]: tensor<64x8xf32>, %[[M:.*]]: tensor<8xf32>
// CHECK: linalg.generic
// CHECK-SAME: iterator_types = ["reduction", "parallel"]
// CHECK-SAME: ins(%[[M]], %[[X]] : tensor<8xf32>, tensor<64x8xf32>)
// CHECK: arith.subf
// CHECK: linalg.generic
// CHECK-SAME: iterator_types = ["parallel", "parallel"]
// CHECK-SAME: ins(%[[M]], %[[X]] : tensor<8xf32>, tensor<64x8xf32>)
// CHECK: arith.subf
// CHECK-NOT: linalg.generic
// CHECK: return
func.func @repeated(%x: tensor<64x8xf32>, %m: tensor<8xf32>) -> (tensor<8xf32>, tensor<64x8xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x8xf32>
  %ec = tensor.empty() : tensor<8xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%ec : tensor<8xf32>) -> tensor<8xf32>
  %means = linalg.generic {indexing_maps = [#channel, #id], iterator_types = ["parallel", "parallel"]}
      ins(%m : tensor<8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %o: f32):
      linalg.yield %a : f32
  } -> tensor<64x8xf32>
  %centred = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %means : tensor<64x8xf32>, tensor<64x8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %q = arith.subf %a, %b : f32
      linalg.yield %q : f32
  } -> tensor<64x8xf32>
  %sum = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%centred : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %twice = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%centred : tensor<64x8xf32>) outs(%e : tensor<64x8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<64x8xf32>
  return %sum, %twice : tensor<8xf32>, tensor<64x8xf32>
}
