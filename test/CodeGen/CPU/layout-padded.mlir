// RUN: nnc-opt --nn-cpu-choose-tiling --nn-cpu-resident-layout --nn-cpu-bind-results %s | FileCheck %s
// RUN: nnc-opt --nn-cpu-kernel-pipeline %s | FileCheck %s --check-prefix=KERNEL

// A thousand rows are 62 panels and a half: the last one is padded with zeros.

#mk = affine_map<(m, n, k) -> (m, k)>
#nk = affine_map<(m, n, k) -> (n, k)>
#mn = affine_map<(m, n, k) -> (m, n)>
#id = affine_map<(m, n) -> (m, n)>

// CHECK-LABEL: func.func @infer
// CHECK-SAME: %[[W:[^:]*]]: tensor<63x192x16xf32> {{{.*}}nn.layout = {dim = 0 : i64, tile = 16 : i64}}
// CHECK-SAME: tensor<20x2048xf32> {bufferization.writable = false, nn.arg = #nn.arg<parameter, "small">}
// CHECK: linalg.unpack %[[W]] outer_dims_perm = [0, 1] inner_dims_pos = [0] inner_tiles = [16] {{.*}} : tensor<63x192x16xf32> -> tensor<1000x192xf32>
// KERNEL-LABEL: func.func @infer
// KERNEL-NOT: linalg.
// KERNEL: nn.run_kernel @{{.*}}(%arg0, %arg1) into
func.func @infer(%w: tensor<1000x192xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = false},
                 %x: tensor<64x192xf32>,
                 %small: tensor<20x2048xf32> {nn.arg = #nn.arg<parameter, "small">, bufferization.writable = false},
                 %z: tensor<64x2048xf32>) -> (tensor<64x1000xf32>, tensor<64x20xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x1000xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x1000xf32>) -> tensor<64x1000xf32>
  %y = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x192xf32>, tensor<1000x192xf32>) outs(%f : tensor<64x1000xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x1000xf32>
  // Where much of it would be padding, a parameter stays as it is.
  %e2 = tensor.empty() : tensor<64x20xf32>
  %f2 = linalg.fill ins(%zero : f32) outs(%e2 : tensor<64x20xf32>) -> tensor<64x20xf32>
  %y2 = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%z, %small : tensor<64x2048xf32>, tensor<20x2048xf32>) outs(%f2 : tensor<64x20xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x20xf32>
  return %y, %y2 : tensor<64x1000xf32>, tensor<64x20xf32>
}

// The update is computed in place, and writes the padding as zeros.
// CHECK-LABEL: func.func @step
// CHECK-SAME: %[[W:[^:]*]]: tensor<63x192x16xf32>
// CHECK: %[[PW:.*]] = linalg.pack {{.*}} padding_value(%{{[^ ]*}} : f32) outer_dims_perm = [0, 1] inner_dims_pos = [0] inner_tiles = [16] into %[[W]]
// CHECK: return %[[PW]]
// KERNEL-LABEL: func.func @step
// KERNEL-NOT: linalg.
// KERNEL: nn.run_kernel @[[STEP:[^(]*]]({{.*}}) into
// KERNEL-NOT: nn.run_kernel
// KERNEL: return
// KERNEL: func.func private @[[STEP]](
// KERNEL: vector.transfer_write %{{.*}} : vector<16xf32>, tensor<63x192x16xf32>
// KERNEL: vector.transfer_write %{{.*}} : vector<8xf32>, tensor<63x192x16xf32>
// KERNEL: vector.transfer_write %cst{{.*}}, %c8] {{.*}} : vector<8xf32>, tensor<63x192x16xf32>
func.func @step(%w: tensor<1000x192xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = true})
    -> (tensor<1000x192xf32> {nn.result = #nn.arg<parameter, "w">}) {
  %e = tensor.empty() : tensor<1000x192xf32>
  %n = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%w : tensor<1000x192xf32>) outs(%e : tensor<1000x192xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<1000x192xf32>
  return %n : tensor<1000x192xf32>
}
