// RUN: nnc-opt --nn-cpu-choose-tiling --nn-cpu-resident-layout %s | FileCheck %s

// Inputs lie in rows, as the caller has them, even where the gradient of a
// weight reads them as vectors.
// CHECK-LABEL: func.func @gradient
// CHECK-SAME: tensor<64x256xf32> {nn.arg = #nn.arg<input, "x">}
// CHECK-NOT: linalg.unpack
// CHECK: nn.tiling = {{{.*}}lanes = 16
func.func @gradient(%g: tensor<64x192xf32> {nn.arg = #nn.arg<input, "g">},
                    %x: tensor<64x256xf32> {nn.arg = #nn.arg<input, "x">}) -> tensor<192x256xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<192x256xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<192x256xf32>) -> tensor<192x256xf32>
  %y = linalg.generic {
      indexing_maps = [affine_map<(m, n, k) -> (k, m)>, affine_map<(m, n, k) -> (k, n)>,
                       affine_map<(m, n, k) -> (m, n)>],
      iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%g, %x : tensor<64x192xf32>, tensor<64x256xf32>) outs(%f : tensor<192x256xf32>) {
    ^bb0(%a: f32, %b: f32, %c: f32):
      %q = arith.mulf %a, %b : f32
      %s = arith.addf %c, %q : f32
      linalg.yield %s : f32
  } -> tensor<192x256xf32>
  return %y : tensor<192x256xf32>
}
