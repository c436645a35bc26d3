// RUN: nnc-opt --nn-cpu-merge-reductions %s | FileCheck %s

#id = affine_map<(n, c) -> (n, c)>
#channel = affine_map<(n, c) -> (c)>

// A sum that needs another cannot be in one pass with it.
// CHECK-LABEL: func.func @chained
// CHECK-COUNT-2: iterator_types = ["reduction", "parallel"]
// CHECK: return
func.func @chained(%x: tensor<64x8xf32>, %zeros: tensor<8xf32>) -> tensor<8xf32> {
  %sum = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %squares = linalg.generic {indexing_maps = [#id, #channel, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%x, %sum : tensor<64x8xf32>, tensor<8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %m: f32, %o: f32):
      %s = arith.mulf %a, %m : f32
      %q = arith.addf %o, %s : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  return %squares : tensor<8xf32>
}

// Bodies read scalars that are made between the two.
// CHECK-LABEL: func.func @scalar_between
// CHECK: %[[HALF:.+]] = arith.mulf %{{.+}}, %{{.+}} : f32
// CHECK: linalg.generic
// CHECK: arith.mulf %{{.+}}, %[[HALF]]
// CHECK-NOT: linalg.generic
// CHECK: return
func.func @scalar_between(%x: tensor<64x8xf32>, %zeros: tensor<8xf32>, %k: f32) -> (tensor<8xf32>, tensor<8xf32>) {
  %sum = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %half = arith.mulf %k, %k : f32
  %scaled = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %s = arith.mulf %a, %half : f32
      %q = arith.addf %o, %s : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  return %sum, %scaled : tensor<8xf32>, tensor<8xf32>
}
