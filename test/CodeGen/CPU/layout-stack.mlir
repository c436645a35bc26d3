// RUN: nnc-opt --nn-cpu-choose-tiling --nn-cpu-resident-layout %s | FileCheck %s

// The weights of a layer that is repeated lie one after another, each in panels
// of its own; so does the stack of their gradients, as the loop fills it.

#mk = affine_map<(m, n, k) -> (m, k)>
#nk = affine_map<(m, n, k) -> (n, k)>
#mn = affine_map<(m, n, k) -> (m, n)>
#km = affine_map<(m, n, k) -> (k, m)>
#kn = affine_map<(m, n, k) -> (k, n)>
#id = affine_map<(s, m, n) -> (s, m, n)>

// CHECK-LABEL: func.func @infer
// CHECK-SAME: %[[W:[^:]*]]: tensor<3x16x256x16xf32> {{{.*}}nn.layout = {dim = 1 : i64, tile = 16 : i64}}
// CHECK: scf.for %[[I:[^ ]*]] =
// CHECK: %[[S:.*]] = tensor.extract_slice %[[W]][%[[I]], 0, 0, 0] [1, 16, 256, 16] [1, 1, 1, 1] : tensor<3x16x256x16xf32> to tensor<16x256x16xf32>
// CHECK: %[[U:.*]] = linalg.unpack %[[S]] outer_dims_perm = [0, 1] inner_dims_pos = [0] inner_tiles = [16]
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}}, %[[U]] :
func.func @infer(%w: tensor<3x256x256xf32> {nn.arg = #nn.arg<parameter, "block.*.w">, bufferization.writable = false},
                 %x: tensor<64x256xf32>) -> tensor<64x256xf32> {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %y = scf.for %i = %c0 to %c3 step %c1 iter_args(%h = %x) -> tensor<64x256xf32> {
    %s = tensor.extract_slice %w[%i, 0, 0] [1, 256, 256] [1, 1, 1] : tensor<3x256x256xf32> to tensor<256x256xf32>
    %e = tensor.empty() : tensor<64x256xf32>
    %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x256xf32>) -> tensor<64x256xf32>
    %next = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
        ins(%h, %s : tensor<64x256xf32>, tensor<256x256xf32>) outs(%f : tensor<64x256xf32>) {
      ^bb0(%a: f32, %b: f32, %c: f32):
        %q = arith.mulf %a, %b : f32
        %r = arith.addf %c, %q : f32
        linalg.yield %r : f32
    } -> tensor<64x256xf32>
    scf.yield %next : tensor<64x256xf32>
  }
  return %y : tensor<64x256xf32>
}

// CHECK-LABEL: func.func @step
// CHECK-SAME: %[[W:[^:]*]]: tensor<3x16x256x16xf32>
// CHECK: %[[E:.*]] = tensor.empty() : tensor<3x16x256x16xf32>
// CHECK: %[[G:.*]] = scf.for %[[I:[^ ]*]] = {{.*}} iter_args(%[[ALL:[^ ]*]] = %[[E]]) -> (tensor<3x16x256x16xf32>)
// CHECK: %[[DW:.*]] = linalg.generic
// CHECK: %[[P:.*]] = linalg.pack %[[DW]] outer_dims_perm = [0, 1] inner_dims_pos = [0] inner_tiles = [16]
// CHECK: tensor.insert_slice %[[P]] into %[[ALL]][%[[I]], 0, 0, 0] [1, 16, 256, 16]
// CHECK: %[[U:.*]] = linalg.unpack %[[G]] outer_dims_perm = [0, 1, 2] inner_dims_pos = [1] inner_tiles = [16]
// CHECK: %[[NEW:.*]] = linalg.generic
// CHECK-SAME: ins(%{{.*}}, %[[U]] :
// CHECK: %[[R:.*]] = linalg.pack %[[NEW]] outer_dims_perm = [0, 1, 2] inner_dims_pos = [1] inner_tiles = [16]
// CHECK: return %[[R]] : tensor<3x16x256x16xf32>
func.func @step(%w: tensor<3x256x256xf32> {nn.arg = #nn.arg<parameter, "block.*.w">, bufferization.writable = true},
                %x: tensor<64x256xf32>, %dy: tensor<64x256xf32>)
    -> (tensor<3x256x256xf32> {nn.result = #nn.arg<parameter, "block.*.w">}) {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %stack = tensor.empty() : tensor<3x256x256xf32>
  %g = scf.for %i = %c0 to %c3 step %c1 iter_args(%all = %stack) -> tensor<3x256x256xf32> {
    %e = tensor.empty() : tensor<256x256xf32>
    %f = linalg.fill ins(%zero : f32) outs(%e : tensor<256x256xf32>) -> tensor<256x256xf32>
    %dw = linalg.generic {indexing_maps = [#km, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
        ins(%dy, %x : tensor<64x256xf32>, tensor<64x256xf32>) outs(%f : tensor<256x256xf32>) {
      ^bb0(%a: f32, %b: f32, %c: f32):
        %q = arith.mulf %a, %b : f32
        %r = arith.addf %c, %q : f32
        linalg.yield %r : f32
    } -> tensor<256x256xf32>
    %more = tensor.insert_slice %dw into %all[%i, 0, 0] [1, 256, 256] [1, 1, 1] : tensor<256x256xf32> into tensor<3x256x256xf32>
    scf.yield %more : tensor<3x256x256xf32>
  }
  %e = tensor.empty() : tensor<3x256x256xf32>
  %new = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%w, %g : tensor<3x256x256xf32>, tensor<3x256x256xf32>) outs(%e : tensor<3x256x256xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %d = arith.subf %a, %b : f32
      linalg.yield %d : f32
  } -> tensor<3x256x256xf32>
  return %new : tensor<3x256x256xf32>
}

// First values are packed as they are drawn, and none are kept as they were
// drawn: those of a stack in each iteration, zeros at once.
// CHECK-LABEL: func.func @init
// CHECK: %[[ALL:.*]] = scf.for {{.*}} -> (tensor<3x16x256x16xf32>)
// CHECK: %[[DRAWN:.*]] = linalg.generic
// CHECK: %[[P:.*]] = linalg.pack %[[DRAWN]]
// CHECK: tensor.insert_slice %[[P]]
// CHECK-NOT: linalg.pack
// CHECK: %[[E:.*]] = tensor.empty() : tensor<3x16x256x16xf32>
// CHECK: %[[ZEROS:.*]] = linalg.fill ins(%{{.*}} : f32) outs(%[[E]] : tensor<3x16x256x16xf32>)
// CHECK-NOT: linalg.pack
// CHECK: return %[[ALL]], %[[ZEROS]]
func.func @init(%seed: f32)
    -> (tensor<3x256x256xf32> {nn.result = #nn.arg<parameter, "block.*.w">},
        tensor<3x256x256xf32> {nn.result = #nn.arg<parameter, "block.*.w">}) attributes {nn.entry = "init"} {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %stack = tensor.empty() : tensor<3x256x256xf32>
  %w = scf.for %i = %c0 to %c3 step %c1 iter_args(%all = %stack) -> tensor<3x256x256xf32> {
    %e = tensor.empty() : tensor<256x256xf32>
    %drawn = linalg.generic {indexing_maps = [affine_map<(m, n) -> (m, n)>], iterator_types = ["parallel", "parallel"]}
        outs(%e : tensor<256x256xf32>) {
      ^bb0(%o: f32):
        linalg.yield %seed : f32
    } -> tensor<256x256xf32>
    %more = tensor.insert_slice %drawn into %all[%i, 0, 0] [1, 256, 256] [1, 1, 1] : tensor<256x256xf32> into tensor<3x256x256xf32>
    scf.yield %more : tensor<3x256x256xf32>
  }
  %zeros = linalg.fill ins(%zero : f32) outs(%stack : tensor<3x256x256xf32>) -> tensor<3x256x256xf32>
  return %w, %zeros : tensor<3x256x256xf32>, tensor<3x256x256xf32>
}
