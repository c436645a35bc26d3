// RUN: nnc-opt --nn-cpu-kernel-pipeline %s | FileCheck %s

// The panels of a large weight are fetched a group ahead, by the tiles of a
// group in turn; those of a small one stay in the cache.

#mk = affine_map<(m, n, k) -> (m, k)>
#nk = affine_map<(m, n, k) -> (n, k)>
#mn = affine_map<(m, n, k) -> (m, n)>

// CHECK: func.func private @{{[^(]*}}(%[[W:[^:]*]]: tensor<64x512x16xf32>
// CHECK: %[[B:.*]] = bufferization.to_buffer %[[W]] read_only : tensor<64x512x16xf32> to memref<64x512x16xf32, strided<[?, ?, ?], offset: ?>>
// CHECK: scf.for
// CHECK: arith.minui
// CHECK: scf.for %[[FIRST:[^ ]*]] = %{{.*}} to %c512 step %c8
// CHECK: %[[NEXT:.*]] = arith.addi %[[FIRST]], %c8
// CHECK: scf.for %[[K:[^ ]*]] = %[[FIRST]] to %[[NEXT]] step %c1
// CHECK: %[[SHARE:.*]] = arith.divui %[[K]], %c2
// CHECK: %[[LINE:.*]] = arith.addi %{{.*}}, %[[SHARE]]
// CHECK: memref.prefetch %[[B]][%{{.*}}, %[[LINE]], %{{.*}}], read, locality<2>, data
// CHECK: vector.fma
// CHECK: func.func private @{{[^(]*}}(%{{[^:]*}}: tensor<16x512x16xf32>
// CHECK-NOT: memref.prefetch {{.*}}, read
func.func @large(%w: tensor<1024x512xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = false},
                 %x: tensor<64x512xf32>) -> tensor<64x1024xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x1024xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x1024xf32>) -> tensor<64x1024xf32>
  %y = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x512xf32>, tensor<1024x512xf32>) outs(%f : tensor<64x1024xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x1024xf32>
  return %y : tensor<64x1024xf32>
}

func.func @small(%w: tensor<256x512xf32> {nn.arg = #nn.arg<parameter, "v">, bufferization.writable = false},
                 %x: tensor<64x512xf32>) -> tensor<64x256xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x256xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x256xf32>) -> tensor<64x256xf32>
  %y = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x512xf32>, tensor<256x512xf32>) outs(%f : tensor<64x256xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x256xf32>
  return %y : tensor<64x256xf32>
}

// What the epilogue reads and writes like the result is fetched in the first
// half of the sum: one of 12 times 2 vectors each 8 steps. One number for a row
// is not.
// CHECK: %[[R:.*]] = bufferization.to_buffer %arg0 read_only : tensor<96x256xf32> to memref<96x256xf32, strided<[?, ?], offset: ?>>
// CHECK: %[[O:.*]] = bufferization.to_buffer %{{.*}} read_only : tensor<96x256xf32>
// CHECK: scf.for %[[K:[^ ]*]] = %c0 to %c512 step %c8
// CHECK: %[[STRETCH:.*]] = arith.divui %[[K]], %c8
// CHECK: %[[VECTOR:.*]] = arith.minui %[[STRETCH]], %c23
// CHECK: memref.prefetch %[[R]][%{{.*}}, %{{.*}}], read, locality<2>, data
// CHECK: memref.prefetch %[[O]][%{{.*}}, %{{.*}}], write, locality<2>, data
// CHECK: %[[END:.*]] = arith.addi %[[K]], %c8
// CHECK: scf.for %{{.*}} to %[[END]] step %c1
// CHECK-NOT: memref.prefetch
// CHECK: vector.fma
func.func @epilogue(%w: tensor<256x512xf32> {nn.arg = #nn.arg<parameter, "u">, bufferization.writable = false},
                    %x: tensor<96x512xf32>, %r: tensor<96x256xf32>, %s: tensor<96xf32>) -> tensor<96x256xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<96x256xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<96x256xf32>) -> tensor<96x256xf32>
  %y = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<96x512xf32>, tensor<256x512xf32>) outs(%f : tensor<96x256xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %t = arith.addf %c, %q : f32
      linalg.yield %t : f32
  } -> tensor<96x256xf32>
  %ij = tensor.empty() : tensor<96x256xf32>
  %z = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%y, %r, %s : tensor<96x256xf32>, tensor<96x256xf32>, tensor<96xf32>) outs(%ij : tensor<96x256xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32, %o: f32):
      %t = arith.mulf %b, %c : f32
      %q = arith.addf %a, %t : f32
      linalg.yield %q : f32
  } -> tensor<96x256xf32>
  return %z : tensor<96x256xf32>
}
