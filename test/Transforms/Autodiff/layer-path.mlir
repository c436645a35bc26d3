// RUN: not nnc-opt %s -nn-autodiff 2>&1 | FileCheck %s

// A missing rule names the layer where the location knows it.

// CHECK: mlp.nn:9:5: error: `acos` has no derivative, in layer `block.0.act`
func.func @layer(%x: tensor<f32>) -> tensor<f32> {
  %a = math.acos %x : tensor<f32> loc(#acos)
  %g = nn.gradient %a wrt [] of (%x : tensor<f32>) : tensor<f32> -> tensor<f32>
  return %g : tensor<f32>
}
#acos = loc(fused<"block.0.act">["mlp.nn":9:5])
