// RUN: nnc-opt --nn-cpu-merge-reductions %s | FileCheck %s

#id = affine_map<(n, c) -> (n, c)>
#channel = affine_map<(n, c) -> (c)>
#row = affine_map<(n, c) -> (n)>

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

// A sum of what the first one keeps reads it there.
// CHECK-LABEL: func.func @kept
// CHECK: %[[R:.+]]:3 = linalg.generic
// CHECK: %[[E:.+]] = math.exp
// CHECK: %[[S:.+]] = arith.addf %{{.+}}, %[[E]]
// CHECK: %[[Q:.+]] = arith.mulf %[[E]], %[[E]]
// CHECK: %[[T:.+]] = arith.addf %{{.+}}, %[[Q]]
// CHECK: linalg.yield %[[E]], %[[S]], %[[T]]
// CHECK-NOT: linalg.generic
// CHECK: return %[[R]]#0, %[[R]]#1, %[[R]]#2
func.func @kept(%x: tensor<64x8xf32>, %zeros: tensor<64xf32>) -> (tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>) {
  %e = tensor.empty() : tensor<64x8xf32>
  %exp, %sum = linalg.generic {indexing_maps = [#id, #id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<64x8xf32>) outs(%e, %zeros : tensor<64x8xf32>, tensor<64xf32>) {
    ^bb0(%a: f32, %k: f32, %o: f32):
      %p = math.exp %a : f32
      %q = arith.addf %o, %p : f32
      linalg.yield %p, %q : f32, f32
  } -> (tensor<64x8xf32>, tensor<64xf32>)
  %squares = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%exp : tensor<64x8xf32>) outs(%zeros : tensor<64xf32>) {
    ^bb0(%a: f32, %o: f32):
      %s = arith.mulf %a, %a : f32
      %q = arith.addf %o, %s : f32
      linalg.yield %q : f32
  } -> tensor<64xf32>
  return %exp, %sum, %squares : tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>
}

// What the first one keeps for the second alone is not kept, and one tensor is
// one operand.
// CHECK-LABEL: func.func @not_kept
// CHECK-SAME: %[[X:[^:]+]]: tensor<64x8xf32>
// CHECK: %[[R:.+]]:2 = linalg.generic
// CHECK-SAME: ins(%[[X]] : tensor<64x8xf32>)
// CHECK: linalg.yield %{{.+}}, %{{.+}} : f32, f32
// CHECK: return %[[R]]#0, %[[R]]#1
func.func @not_kept(%x: tensor<64x8xf32>, %zeros: tensor<64xf32>) -> (tensor<64xf32>, tensor<64xf32>) {
  %e = tensor.empty() : tensor<64x8xf32>
  %exp, %sum = linalg.generic {indexing_maps = [#id, #id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<64x8xf32>) outs(%e, %zeros : tensor<64x8xf32>, tensor<64xf32>) {
    ^bb0(%a: f32, %k: f32, %o: f32):
      %p = math.exp %a : f32
      %q = arith.addf %o, %p : f32
      linalg.yield %p, %q : f32, f32
  } -> (tensor<64x8xf32>, tensor<64xf32>)
  %scaled = linalg.generic {indexing_maps = [#id, #id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%exp, %x : tensor<64x8xf32>, tensor<64x8xf32>) outs(%zeros : tensor<64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %s = arith.mulf %a, %b : f32
      %q = arith.addf %o, %s : f32
      linalg.yield %q : f32
  } -> tensor<64xf32>
  return %sum, %scaled : tensor<64xf32>, tensor<64xf32>
}

// Two sums that could be one are not, where the second was needed before the
// first: another pair moved it there.
// CHECK-LABEL: func.func @moved_before
// CHECK-SAME: %[[X:[^:]+]]: tensor<64x8xf32>, %[[Y:[^:]+]]: tensor<64x8xf32>
// CHECK: %[[SCALE:.+]] = linalg.generic {{.+}} ins(%[[Y]] :
// CHECK: arith.maximumf
// CHECK: %[[R:.+]]:2 = linalg.generic {{.+}} ins(%[[X]], %[[SCALE]] :
// CHECK: %[[S:.+]] = linalg.generic {{.+}} ins(%[[Y]] :
// CHECK-NOT: linalg.generic
// CHECK: return %[[R]]#0, %[[S]], %[[R]]#1
func.func @moved_before(%x: tensor<64x8xf32>, %y: tensor<64x8xf32>, %zeros: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) {
  %first = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %sum = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%y : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %scale = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%y : tensor<64x8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.maximumf %o, %a : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  %last = linalg.generic {indexing_maps = [#id, #channel, #channel], iterator_types = ["reduction", "parallel"]}
      ins(%x, %scale : tensor<64x8xf32>, tensor<8xf32>) outs(%zeros : tensor<8xf32>) {
    ^bb0(%a: f32, %k: f32, %o: f32):
      %s = arith.mulf %a, %k : f32
      %q = arith.addf %o, %s : f32
      linalg.yield %q : f32
  } -> tensor<8xf32>
  return %first, %sum, %last : tensor<8xf32>, tensor<8xf32>, tensor<8xf32>
}
