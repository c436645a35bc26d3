// RUN: nnc-opt --nn-cpu-choose-tiling --nn-cpu-pack-operands %s | FileCheck %s

#mk = affine_map<(m, n, k) -> (m, k)>
#nk = affine_map<(m, n, k) -> (n, k)>
#mn = affine_map<(m, n, k) -> (m, n)>

// A weight whose rows are outputs is read with strides: panels of 16 outputs,
// padded where 16 does not divide; a tile that is given stays.
// CHECK-LABEL: func.func @strided
// CHECK-SAME: %[[X:[^:]*]]: tensor<64x192xf32>, %[[W:[^:]*]]: tensor<250x192xf32>
// CHECK: %[[P:.*]] = linalg.pack %[[W]] padding_value({{.*}}) outer_dims_perm = [0, 1] inner_dims_pos = [0] inner_tiles = [16] into %{{.*}} : tensor<250x192xf32> -> tensor<16x192x16xf32>
// CHECK: %[[U:.*]] = linalg.unpack %[[P]]
// CHECK: linalg.generic
// CHECK-SAME: ins(%[[X]], %[[U]] :
// CHECK-SAME: nn.tiling = {lanes = 16 : i64, mc = 0 : i64, mr = 6 : i64, mr1 = 6 : i64, nv = 3 : i64}
func.func @strided(%x: tensor<64x192xf32>, %w: tensor<250x192xf32>) -> tensor<64x250xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x250xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x250xf32>) -> tensor<64x250xf32>
  %y = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x192xf32>, tensor<250x192xf32>) outs(%f : tensor<64x250xf32>)
      attrs = {nn.tiling = {lanes = 16 : i64, mr = 6 : i64, nv = 3 : i64}} {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x250xf32>
  return %y : tensor<64x250xf32>
}

// What a kernel computes it writes in panels at once: every reader uses them.
// CHECK-LABEL: func.func @made_here
// CHECK: %[[M:.*]] = linalg.generic
// CHECK: %[[P:.*]] = linalg.pack %[[M]] outer_dims_perm = [1, 0] inner_dims_pos = [1]
// CHECK: %[[U:.*]] = linalg.unpack %[[P]]
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}}, %[[U]] :
// CHECK: return %{{.*}}, %[[U]]
func.func @made_here(%x: tensor<64x192xf32>, %v: tensor<192x256xf32>) -> (tensor<64x256xf32>, tensor<192x256xf32>) {
  %zero = arith.constant 0.0 : f32
  %ev = tensor.empty() : tensor<192x256xf32>
  %w = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%v : tensor<192x256xf32>) outs(%ev : tensor<192x256xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<192x256xf32>
  %e = tensor.empty() : tensor<64x256xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x256xf32>) -> tensor<64x256xf32>
  %y = linalg.generic {indexing_maps = [#mk, affine_map<(m, n, k) -> (k, n)>, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x192xf32>, tensor<192x256xf32>) outs(%f : tensor<64x256xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x256xf32>
  return %y, %w : tensor<64x256xf32>, tensor<192x256xf32>
}

// Rows a page apart share a set of the first-level cache: if a kernel makes
// them, it writes panels along the sum. The tile stays as it is.
// CHECK-LABEL: func.func @rows_a_page_apart
// CHECK: %[[M:.*]] = linalg.generic
// CHECK: %[[P:.*]] = linalg.pack %[[M]] outer_dims_perm = [2, 0, 1] inner_dims_pos = [2] inner_tiles = [16] into %{{.*}} : tensor<2x64x1024xf32> -> tensor<64x2x64x16xf32>
// CHECK: %[[U:.*]] = linalg.unpack %[[P]]
// CHECK: linalg.generic
// CHECK-SAME: ins(%[[U]], %{{[^ ]*}} :
// CHECK-SAME: mr = 12 : i64, mr1 = 24 : i64, nv = 2 : i64, pack_narrow = 1 : i64
func.func @rows_a_page_apart(%v: tensor<2x64x1024xf32>, %w: tensor<1024x32xf32>) -> tensor<2x64x32xf32> {
  %zero = arith.constant 0.0 : f32
  %ev = tensor.empty() : tensor<2x64x1024xf32>
  %x = linalg.generic {indexing_maps = [affine_map<(h, i, j) -> (h, i, j)>, affine_map<(h, i, j) -> (h, i, j)>], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%v : tensor<2x64x1024xf32>) outs(%ev : tensor<2x64x1024xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<2x64x1024xf32>
  %e = tensor.empty() : tensor<2x64x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<2x64x32xf32>) -> tensor<2x64x32xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(h, m, n, k) -> (h, m, k)>, affine_map<(h, m, n, k) -> (k, n)>, affine_map<(h, m, n, k) -> (h, m, n)>],
                       iterator_types = ["parallel", "parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<2x64x1024xf32>, tensor<1024x32xf32>) outs(%f : tensor<2x64x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<2x64x32xf32>
  return %y : tensor<2x64x32xf32>
}

// Two rows of a set fit, and so do more of what no kernel makes.
// CHECK-LABEL: func.func @rows_elsewhere
// CHECK-NOT: linalg.pack
// CHECK: return
func.func @rows_elsewhere(%x: tensor<64x1024xf32>, %v: tensor<64x1536xf32>, %w: tensor<1024x32xf32>, %u: tensor<1536x32xf32>) -> (tensor<64x32xf32>, tensor<64x32xf32>) {
  %zero = arith.constant 0.0 : f32
  %ev = tensor.empty() : tensor<64x1536xf32>
  %t = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%v : tensor<64x1536xf32>) outs(%ev : tensor<64x1536xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<64x1536xf32>
  %e = tensor.empty() : tensor<64x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x32xf32>) -> tensor<64x32xf32>
  %y = linalg.generic {indexing_maps = [#mk, affine_map<(m, n, k) -> (k, n)>, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x1024xf32>, tensor<1024x32xf32>) outs(%f : tensor<64x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x32xf32>
  %z = linalg.generic {indexing_maps = [#mk, affine_map<(m, n, k) -> (k, n)>, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%t, %u : tensor<64x1536xf32>, tensor<1536x32xf32>) outs(%f : tensor<64x32xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x32xf32>
  return %y, %z : tensor<64x32xf32>, tensor<64x32xf32>
}
