// RUN: nnc-opt --nn-cpu-choose-tiling --nn-cpu-resident-layout --nn-cpu-bind-results %s | FileCheck %s
// RUN: nnc-opt --nn-cpu-choose-tiling='vector-bytes=32 vector-registers=16' %s | FileCheck %s --check-prefix=AVX2
// RUN: nnc-opt --nn-cpu-kernel-pipeline %s | FileCheck %s --check-prefix=KERNEL

#mk = affine_map<(m, n, k) -> (m, k)>
#nk = affine_map<(m, n, k) -> (n, k)>
#mn = affine_map<(m, n, k) -> (m, n)>
#id = affine_map<(m, n) -> (m, n)>

// The register tile follows the machine.
// AVX2: nn.tiling = {{{.*}}lanes = 8 : i64, {{.*}}mr = 4 : i64, mr1 = 8 : i64, nv = 2 : i64

// The weight is kept in panels here, and in every other entry alike.
// CHECK-LABEL: func.func @infer
// CHECK-SAME: %[[W:[^:]*]]: tensor<16x192x16xf32> {{{.*}}nn.layout = {dim = 0 : i64, tile = 16 : i64}}
// CHECK: %[[U:.*]] = linalg.unpack %[[W]] outer_dims_perm = [0, 1] inner_dims_pos = [0] inner_tiles = [16]
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}}, %[[U]] :
// CHECK-SAME: nn.tiling = {{{.*}}lanes = 16 : i64, {{.*}}mr = 12 : i64, mr1 = 24 : i64, nv = 2 : i64

// What a kernel reads are the panels; nothing is unpacked.
// KERNEL-LABEL: func.func @infer
// KERNEL-NOT: linalg.
// KERNEL: nn.run_kernel @[[READS:.*]](%arg0, %arg1) into
// KERNEL-NOT: linalg.
// KERNEL: return
func.func @infer(%w: tensor<256x192xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = false},
                 %x: tensor<64x192xf32>) -> tensor<64x256xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x256xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<64x256xf32>) -> tensor<64x256xf32>
  %y = linalg.generic {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<64x192xf32>, tensor<256x192xf32>) outs(%f : tensor<64x256xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<64x256xf32>
  return %y : tensor<64x256xf32>
}

// The optimizer's tensor follows the weight; both are updated in place, after
// the last read.
// CHECK-LABEL: func.func @step
// CHECK-SAME: %[[W:[^:]*]]: tensor<16x192x16xf32>{{.*}}, %[[M:[^:]*]]: tensor<16x192x16xf32>
// CHECK-SAME: -> (tensor<16x192x16xf32> {nn.layout = {dim = 0 : i64, tile = 16 : i64}, nn.result = #nn.arg<parameter, "w">},
// CHECK: %[[PW:.*]] = linalg.pack {{.*}} into %[[W]]
// CHECK: %[[PM:.*]] = linalg.pack {{.*}} into %[[M]]
// CHECK: return %[[PW]], %[[PM]]
// KERNEL-LABEL: func.func @step
// KERNEL-NOT: linalg.
// KERNEL: func.func private @[[READS]](%{{.*}}: tensor<16x192x16xf32>
// KERNEL: scf.for
// KERNEL: vector.transfer_read %{{.*}} : tensor<16x192x16xf32>, vector<16xf32>
// KERNEL: vector.fma
// KERNEL: vector.transfer_write %{{.*}} : vector<16xf32>, tensor<16x192x16xf32>
func.func @step(%w: tensor<256x192xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = true},
                %m: tensor<256x192xf32> {nn.arg = #nn.arg<optimizer, "m">, bufferization.writable = true})
    -> (tensor<256x192xf32> {nn.result = #nn.arg<parameter, "w">},
        tensor<256x192xf32> {nn.result = #nn.arg<optimizer, "m">}) {
  %e = tensor.empty() : tensor<256x192xf32>
  %n:2 = linalg.generic {indexing_maps = [#id, #id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%w, %m : tensor<256x192xf32>, tensor<256x192xf32>) outs(%e, %e : tensor<256x192xf32>, tensor<256x192xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32, %p: f32):
      %q = arith.addf %b, %b : f32
      %r = arith.subf %a, %q : f32
      linalg.yield %r, %q : f32, f32
  } -> (tensor<256x192xf32>, tensor<256x192xf32>)
  return %n#0, %n#1 : tensor<256x192xf32>, tensor<256x192xf32>
}
