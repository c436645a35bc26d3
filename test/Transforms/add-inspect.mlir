// RUN: nnc-opt %s -nn-add-inspect -canonicalize | FileCheck %s

nn.dim @batch
nn.model @M {
  nn.parameter @fc.weight : tensor<4x2xf32>
}

// The layer's matmul and its activation are one layer: the later value counts.
// The loss stands outside of any layer; nothing is written or reported.

// CHECK-LABEL: func.func @inspect(
// CHECK-SAME: {nn.name = "x"}) -> (tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "fc"}, tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "norm"}) {
// CHECK-NEXT: %[[W:.*]] = nn.read @fc.weight
// CHECK-NEXT: %[[H:.*]] = nn.einsum
// CHECK-NEXT: %[[A:.*]] = nn.tanh %[[H]]
// CHECK-NEXT: %[[N:.*]] = nn.sigmoid %[[A]]
// CHECK-NEXT: return %[[A]], %[[N]]
nn.train @train on @M config {} {
  nn.optimizer @sgd(%p: tensor<4x2xf32>, %g: tensor<4x2xf32>) {
    %n = nn.sub %p, %g : tensor<4x2xf32>
    nn.yield %n : tensor<4x2xf32>
  }
  func.func @step(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %w = nn.read @fc.weight : tensor<4x2xf32> loc(#fc)
    %h = nn.einsum "bk,nk->bn" %x, %w : (tensor<?x2xf32, #nn.dims<batch, _>>, tensor<4x2xf32>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#fc)
    %a = nn.tanh %h : tensor<?x4xf32, #nn.dims<batch, _>> loc(#fc)
    %n = nn.sigmoid %a : tensor<?x4xf32, #nn.dims<batch, _>> loc(#norm)
    %l = nn.mean %n axes = [0, 1] : tensor<?x4xf32, #nn.dims<batch, _>> -> tensor<f32> loc(#top)
    nn.metric "loss", %l : tensor<f32> loc(#top)
    %g = nn.gradient %l wrt [@fc.weight] : tensor<f32> -> tensor<4x2xf32> loc(#fc)
    %c = nn.tanh %g : tensor<4x2xf32> loc(#fc)
    nn.optimize @fc.weight, %c with @sgd : tensor<4x2xf32> loc(#fc)
    return
  }
}
#top = loc("m.nn":9:1)
#fc = loc(fused<"fc">["m.nn":4:5])
#norm = loc(fused<"norm">["m.nn":5:5])
