// RUN: nnc-opt %s --nn-cpu-image-layout --canonicalize | FileCheck %s

#id = affine_map<(n, c, p) -> (n, c, p)>
#channel = affine_map<(n, c, p) -> (c)>

// Between two kernels an image stays in blocks, and so do the sums that read
// it; only what the caller gives is packed.
// CHECK-LABEL: func.func @between
// CHECK-SAME: %[[X:[^:]*]]: tensor<?x32x64xf32>
// CHECK: %[[PACKED:.*]] = linalg.pack %[[X]]
// CHECK: %[[A:.*]] = nn.run_kernel @conv(%[[PACKED]])
// CHECK: %[[LOGICAL:.*]] = linalg.unpack %[[A]]
// CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[LOGICAL]] : tensor<?x32x64xf32>)
// CHECK: %[[CENTRED:.*]] = linalg.generic {{.*}} ins(%[[LOGICAL]], %[[SUM]] :
// CHECK: %[[NEXT:.*]] = linalg.pack %[[CENTRED]]
// CHECK: nn.run_kernel @conv(%[[NEXT]])
// CHECK-NOT: linalg.pack
func.func @between(%x: tensor<?x32x64xf32>, %n: index) -> tensor<32xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty(%n) : tensor<?x2x64x16xf32>
  %image = tensor.empty(%n) : tensor<?x32x64xf32>
  %row = tensor.empty() : tensor<32xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%row : tensor<32xf32>) -> tensor<32xf32>
  %px = linalg.pack %x inner_dims_pos = [1] inner_tiles = [16] into %e : tensor<?x32x64xf32> -> tensor<?x2x64x16xf32>
  %a = nn.run_kernel @conv(%px) into(%e) : (tensor<?x2x64x16xf32>, tensor<?x2x64x16xf32>) -> tensor<?x2x64x16xf32>
  %ua = linalg.unpack %a inner_dims_pos = [1] inner_tiles = [16] into %image : tensor<?x2x64x16xf32> -> tensor<?x32x64xf32>
  %sum = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel", "reduction"]}
      ins(%ua : tensor<?x32x64xf32>) outs(%zeros : tensor<32xf32>) {
    ^bb0(%v: f32, %o: f32):
      %q = arith.addf %o, %v : f32
      linalg.yield %q : f32
  } -> tensor<32xf32>
  %c = linalg.generic {indexing_maps = [#id, #channel, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%ua, %sum : tensor<?x32x64xf32>, tensor<32xf32>) outs(%image : tensor<?x32x64xf32>) {
    ^bb0(%v: f32, %s: f32, %o: f32):
      %q = arith.subf %v, %s : f32
      linalg.yield %q : f32
  } -> tensor<?x32x64xf32>
  %pc = linalg.pack %c inner_dims_pos = [1] inner_tiles = [16] into %e : tensor<?x32x64xf32> -> tensor<?x2x64x16xf32>
  %b = nn.run_kernel @conv(%pc) into(%e) : (tensor<?x2x64x16xf32>, tensor<?x2x64x16xf32>) -> tensor<?x2x64x16xf32>
  %ub = linalg.unpack %b inner_dims_pos = [1] inner_tiles = [16] into %image : tensor<?x2x64x16xf32> -> tensor<?x32x64xf32>
  %r = linalg.generic {indexing_maps = [#id, #channel], iterator_types = ["reduction", "parallel", "reduction"]}
      ins(%ub : tensor<?x32x64xf32>) outs(%zeros : tensor<32xf32>) {
    ^bb0(%v: f32, %o: f32):
      %q = arith.addf %o, %v : f32
      linalg.yield %q : f32
  } -> tensor<32xf32>
  return %r : tensor<32xf32>
}

// What a loop carries and what it stacks are in blocks, whatever shape they
// have on the way, and so are slices of the stack.
// CHECK-LABEL: func.func @loop
// CHECK: scf.for {{.*}} -> (tensor<4x2x64x16xf32>, tensor<3x4x2x8x8x16xf32>)
// CHECK-NOT: pack
// CHECK: nn.run_kernel @conv
// CHECK-NOT: pack
// CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[%{{.*}}, 0, 0, 0, 0, 0] [1, 4, 2, 8, 8, 16] [1, 1, 1, 1, 1, 1] : tensor<4x2x8x8x16xf32> into tensor<3x4x2x8x8x16xf32>
// CHECK-NOT: pack
// CHECK: scf.yield
// CHECK: tensor.extract_slice %{{.*}} : tensor<3x4x2x8x8x16xf32> to tensor<4x2x8x8x16xf32>
// CHECK: linalg.unpack
// CHECK: return
func.func @loop(%x: tensor<4x32x64xf32>) -> (tensor<4x32x8x8xf32>, tensor<4x32x64xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %e = tensor.empty() : tensor<4x2x64x16xf32>
  %image = tensor.empty() : tensor<4x32x64xf32>
  %stack = tensor.empty() : tensor<3x4x32x8x8xf32>
  %end, %all = scf.for %i = %c0 to %c3 step %c1 iter_args(%v = %x, %s = %stack) -> (tensor<4x32x64xf32>, tensor<3x4x32x8x8xf32>) {
    %p = linalg.pack %v inner_dims_pos = [1] inner_tiles = [16] into %e : tensor<4x32x64xf32> -> tensor<4x2x64x16xf32>
    %a = nn.run_kernel @conv_4(%p) into(%e) : (tensor<4x2x64x16xf32>, tensor<4x2x64x16xf32>) -> tensor<4x2x64x16xf32>
    %u = linalg.unpack %a inner_dims_pos = [1] inner_tiles = [16] into %image : tensor<4x2x64x16xf32> -> tensor<4x32x64xf32>
    %wide = tensor.expand_shape %u [[0], [1], [2, 3]] output_shape [4, 32, 8, 8] : tensor<4x32x64xf32> into tensor<4x32x8x8xf32>
    %next = tensor.insert_slice %wide into %s[%i, 0, 0, 0, 0] [1, 4, 32, 8, 8] [1, 1, 1, 1, 1] : tensor<4x32x8x8xf32> into tensor<3x4x32x8x8xf32>
    scf.yield %u, %next : tensor<4x32x64xf32>, tensor<3x4x32x8x8xf32>
  }
  %last = tensor.extract_slice %all[2, 0, 0, 0, 0] [1, 4, 32, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x32x8x8xf32> to tensor<4x32x8x8xf32>
  return %last, %end : tensor<4x32x8x8xf32>, tensor<4x32x64xf32>
}

func.func private @conv(tensor<?x2x64x16xf32>, tensor<?x2x64x16xf32>) -> tensor<?x2x64x16xf32>
func.func private @conv_4(tensor<4x2x64x16xf32>, tensor<4x2x64x16xf32>) -> tensor<4x2x64x16xf32>
