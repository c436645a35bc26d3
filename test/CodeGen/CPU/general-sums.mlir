// RUN: nnc-opt %s --nn-cpu-generate-kernels=wrap --nn-cpu-share-kernels | FileCheck %s

// Sums over images in panels are one kernel, however many channels there are:
// one panel at a time, its four vectors of sums next to each other in memory.

// CHECK-LABEL: func.func @statistics(
// CHECK: nn.run_kernel @[[SUM:.*]](%{{.*}}) into(%{{.*}}) : {{.*}} -> tensor<16xf32>
// CHECK: nn.run_kernel @[[SUM]](%{{.*}}) into(%{{.*}}) : {{.*}} -> tensor<64xf32>

// CHECK: func.func private @[[SUM]](
// CHECK: tensor.empty() : tensor<8x512xf32>
// CHECK: scf.for %{{.*}} = %{{.*}} to %{{.*}} step %{{.*}} iter_args(%{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}) -> (vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>)
// CHECK-NOT: func.func
#image = affine_map<(c, n, p) -> (n, c, p)>
#channel = affine_map<(c, n, p) -> (c)>
func.func @statistics(%x: tensor<?x1x1024x16xf32>, %y: tensor<?x4x256x16xf32>,
                      %n: index) -> (tensor<16xf32>, tensor<64xf32>) {
  %zero = arith.constant 0.0 : f32
  %ex = tensor.empty(%n) : tensor<?x16x1024xf32>
  %ux = linalg.unpack %x inner_dims_pos = [1] inner_tiles = [16] into %ex
    : tensor<?x1x1024x16xf32> -> tensor<?x16x1024xf32>
  %ey = tensor.empty(%n) : tensor<?x64x256xf32>
  %uy = linalg.unpack %y inner_dims_pos = [1] inner_tiles = [16] into %ey
    : tensor<?x4x256x16xf32> -> tensor<?x64x256xf32>
  %e16 = tensor.empty() : tensor<16xf32>
  %z16 = linalg.fill ins(%zero : f32) outs(%e16 : tensor<16xf32>) -> tensor<16xf32>
  %a = linalg.generic {indexing_maps = [#image, #channel],
      iterator_types = ["parallel", "reduction", "reduction"]}
      ins(%ux : tensor<?x16x1024xf32>) outs(%z16 : tensor<16xf32>) {
  ^bb0(%in: f32, %out: f32):
    %s = arith.addf %out, %in : f32
    linalg.yield %s : f32
  } -> tensor<16xf32>
  %e64 = tensor.empty() : tensor<64xf32>
  %z64 = linalg.fill ins(%zero : f32) outs(%e64 : tensor<64xf32>) -> tensor<64xf32>
  %b = linalg.generic {indexing_maps = [#image, #channel],
      iterator_types = ["parallel", "reduction", "reduction"]}
      ins(%uy : tensor<?x64x256xf32>) outs(%z64 : tensor<64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %s = arith.addf %out, %in : f32
    linalg.yield %s : f32
  } -> tensor<64xf32>
  return %a, %b : tensor<16xf32>, tensor<64xf32>
}
