// RUN: nnc-opt %s -nn-explain-step -canonicalize | FileCheck %s

nn.dim @batch
nn.model @M {
  nn.parameter @fc.weight : tensor<4x2xf32>
  nn.parameter @bias : tensor<4xf32>
}

// Every value of the loss by its layer's path, views under the name of what
// they view; then derivatives by values, backwards, and by parameters. What the
// optimizer takes is shown where it is another value. The metric that the loss
// does not need is left out, and so are effects.

// CHECK-LABEL: func.func @inspect(
// CHECK-SAME: -> (tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "value fc.einsum = einsum(\22bk,nk->bn\22, x, fc.weight)"},
// CHECK-SAME: tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "value fc = fc.einsum + bias"},
// CHECK-SAME: tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "value tanh = tanh(fc)"},
// CHECK-SAME: tensor<f32> {nn.name = "value loss = mean(tanh)"},
// CHECK-SAME: tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "derivative tanh"},
// CHECK-SAME: tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "derivative fc"},
// CHECK-SAME: tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "derivative fc.einsum"},
// CHECK-SAME: tensor<4x2xf32> {nn.name = "gradient fc.weight"},
// CHECK-SAME: tensor<4x2xf32> {nn.name = "taken fc.weight"}) {
// CHECK: %[[H:.*]] = nn.einsum
// CHECK: %[[F:.*]] = nn.add %[[H]]
// CHECK: %[[T:.*]] = nn.tanh %[[F]]
// CHECK: %[[L:.*]] = nn.mean %[[T]]
// CHECK: %[[G:.*]] = nn.gradient %[[L]] wrt [@fc.weight]
// CHECK: %[[C:.*]] = nn.tanh %[[G]]
// CHECK: %[[D:.*]]:3 = nn.gradient %[[L]] wrt [] of(%[[T]], %[[F]], %[[H]] :
// CHECK-NOT: nn.metric
// CHECK-NOT: nn.optimize
// CHECK: return %[[H]], %[[F]], %[[T]], %[[L]], %[[D]]#0, %[[D]]#1, %[[D]]#2, %[[G]], %[[C]]
nn.train @train on @M config {} {
  nn.optimizer @sgd(%p: tensor<4x2xf32>, %g: tensor<4x2xf32>) {
    %n = nn.sub %p, %g : tensor<4x2xf32>
    nn.yield %n : tensor<4x2xf32>
  }
  func.func @step(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %w = nn.read @fc.weight : tensor<4x2xf32> loc(#fc)
    %b = nn.read @bias : tensor<4xf32> loc(#top)
    %h = nn.einsum "bk,nk->bn" %x, %w : (tensor<?x2xf32, #nn.dims<batch, _>>, tensor<4x2xf32>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#fc)
    %bb = nn.broadcast %b dims = [1] : tensor<4xf32> -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#fc)
    %f = nn.add %h, %bb : tensor<?x4xf32, #nn.dims<batch, _>> loc(#fc)
    %a = nn.tanh %f : tensor<?x4xf32, #nn.dims<batch, _>> loc(#top)
    %l = nn.mean %a axes = [0, 1] : tensor<?x4xf32, #nn.dims<batch, _>> -> tensor<f32> loc(#top)
    nn.metric "loss", %l : tensor<f32> loc(#top)
    %other = nn.sigmoid %l : tensor<f32> loc(#top)
    nn.metric "other", %other : tensor<f32> loc(#top)
    %g = nn.gradient %l wrt [@fc.weight] : tensor<f32> -> tensor<4x2xf32> loc(#fc)
    %c = nn.tanh %g : tensor<4x2xf32> loc(#fc)
    nn.optimize @fc.weight, %c with @sgd : tensor<4x2xf32> loc(#fc)
    return
  }
}

// Without an optimizer, the values of what is written.

// CHECK-LABEL: nn.train @rule
// CHECK: func.func @inspect(
// CHECK-SAME: -> (tensor<4xf32> {nn.name = "value sub = bias - 1"}) {
// CHECK-NOT: nn.write
// CHECK: return
nn.train @rule on @M config {} {
  func.func @step(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %b = nn.read @bias : tensor<4xf32> loc(#top)
    %one = arith.constant 1.0 : f64 loc(#top)
    %s = nn.splat %one : f64 -> tensor<4xf32> loc(#top)
    %n = nn.sub %b, %s : tensor<4xf32> loc(#top)
    nn.write @bias, %n : tensor<4xf32> loc(#top)
    return
  }
}
#top = loc("m.nn":9:1)
#fc = loc(fused<"fc">["m.nn":4:5])
