// RUN: nnc-opt %s -nn-gather-statistics -canonicalize | FileCheck %s
// RUN: nnc-opt %s -pass-pipeline='builtin.module(nn-gather-statistics{only},canonicalize)' | FileCheck %s --check-prefix=ONLY
// RUN: nnc-opt %s -nn-gather-statistics -nn-autodiff -nn-expand-optimizers -nn-drop-probes -canonicalize -cse | FileCheck %s --check-prefix=ALL

nn.dim @batch
nn.hyper @lr = 1.0e-01 : f64
nn.dataset @D config {} {
}
nn.model @M {
  nn.parameter @fc.weight : tensor<4x2xf32>
  nn.parameter @"block.*.weight" : tensor<3x4x4xf32>
}

// A layer with its activation, three layers in a loop, and a frozen one, of
// which no gradient is asked.

// CHECK-LABEL: func.func @step(
// CHECK-LABEL: func.func @statistics(
// CHECK-SAME: %[[X:[a-z0-9]*]]: {{.*}} {nn.name = "x"}
// CHECK-SAME: %[[P:[a-z0-9]*]]: tensor<f64> {nn.probe}
// CHECK-SAME: %[[Q:[a-z0-9]*]]: tensor<3xf64> {nn.probe})
// CHECK-SAME: -> (tensor<f32> {nn.name = "#loss"}, tensor<f32> {nn.name = "x#input-mean"}, tensor<f32> {nn.name = "x#input-spread"}, tensor<f32> {nn.name = "x#input-least"}, tensor<f32> {nn.name = "x#input-most"}
// CHECK-SAME: tensor<f32> {nn.name = "frozen#mean"}, tensor<f32> {nn.name = "frozen#spread"}, tensor<f32> {nn.name = "frozen#saturated"}, tensor<f32> {nn.name = "frozen#range"}
// CHECK-SAME: tensor<f32> {nn.name = "fc#mean"}, tensor<f32> {nn.name = "fc#spread"}, tensor<f32> {nn.name = "fc#dead"}, tensor<f32> {nn.name = "fc#range"}
// CHECK-SAME: tensor<3xf32> {nn.name = "block.*#mean"}, tensor<3xf32> {nn.name = "block.*#spread"}, tensor<3xf32> {nn.name = "block.*#range"}
// CHECK-SAME: tensor<f64> {nn.name = "fc.weight#parameter-gradient"}, tensor<3xf64> {nn.name = "block.*.weight#parameter-gradient"}
// CHECK-SAME: tensor<f64> {nn.name = "fc#gradient"}, tensor<3xf64> {nn.name = "block.*#gradient"}, tensor<f64> {nn.name = "#rate"})

// Units of `fc` that are 0 behind the relu, and how far they are apart before
// it; what follows reads the value behind the probe.
// CHECK: %[[LR:.*]] = nn.scalar "hyper.lr" : f64
// CHECK: %[[H:.*]] = nn.einsum "bk,nk->bn"
// CHECK: %[[A:.*]] = nn.max %[[H]], %{{.*}}
// CHECK: %[[V:.*]] = nn.custom_vjp(%[[A]], %[[P]])
// CHECK: nn.yield
// CHECK: vjp
// CHECK: ^bb0(%{{.*}}: tensor<?x4xf32, {{.*}}>, %{{.*}}: tensor<f64>, %[[DY:.*]]: tensor<?x4xf32
// CHECK: %[[WIDE:.*]] = nn.cast %[[DY]]
// CHECK: %[[SQUARE:.*]] = nn.mul %[[WIDE]], %[[WIDE]]
// CHECK: %[[SUM:.*]] = nn.sum %[[SQUARE]] axes = [0, 1]
// CHECK: nn.yield %[[DY]], %[[SUM]]
// CHECK: %[[MOST:.*]] = nn.reduce_max %{{.*}} axes = [0] : tensor<?x4xf32
// CHECK: nn.cmp eq %[[MOST]]
// CHECK: nn.reduce_max %[[H]] axes = [1]
// CHECK: nn.reduce_min %[[H]] axes = [1]

// The loop gets the elements of the probe, and emits numbers.
// CHECK: nn.scan (%{{.*}} axis 0, %[[Q]] axis 0) carry (%[[V]]) emit [0, 0, 0]
// CHECK: nn.custom_vjp
// CHECK: nn.gradient %{{.*}} wrt [@fc.weight, @"block.*.weight"] of(%[[P]], %[[Q]] : tensor<f64>, tensor<3xf64>)
// Nothing is learned; the rate is what the optimizer would be given.
// CHECK-NOT: nn.{{metric|optimize|write}}
// CHECK: %[[RATE:.*]] = nn.splat %[[LR]] : f64 -> tensor<f64>
// CHECK-NOT: nn.{{metric|optimize|write}}
// CHECK: return {{.*}}, %[[RATE]] :

// ONLY-NOT: nn.dataset
// ONLY: func.func @step(
// ONLY-NOT: func.func @eval(
// ONLY: func.func @statistics(

// No probe is left.
// ALL: func.func @step(
// ALL: nn.write
// ALL: func.func @statistics(
// ALL-SAME: {nn.name = "x"}) ->
// ALL-NOT: nn.write
// ALL-NOT: nn.custom_vjp
// ALL: nn.sum %{{.*}} axes = [1, 2] : tensor<3x4x4xf64> -> tensor<3xf64>
// ALL-NOT: nn.write
// ALL: return
nn.train @train on @M config {} {
  nn.optimizer @sgd(%p: tensor<4x2xf32>, %g: tensor<4x2xf32>, %speed: f64, %lr: f64) attributes {nn.rate = 1 : i64} {
    nn.state @v : tensor<4x2xf32> init {
      %c = arith.constant 0.0 : f64
      %z = nn.splat %c : f64 -> tensor<4x2xf32>
      nn.yield %z : tensor<4x2xf32>
    }
    %v = nn.read @v : tensor<4x2xf32>
    %m = nn.add %v, %g : tensor<4x2xf32>
    nn.write @v, %m : tensor<4x2xf32>
    %n = nn.sub %p, %m : tensor<4x2xf32>
    nn.yield %n : tensor<4x2xf32>
  }
  nn.optimizer @plain(%p: tensor<4x4xf32>, %g: tensor<4x4xf32>) {
    %n = nn.sub %p, %g : tensor<4x4xf32>
    nn.yield %n : tensor<4x4xf32>
  }
  func.func @step(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %speed = arith.constant 2.0 : f64
    %lr = nn.scalar "hyper.lr" : f64
    %f = nn.tanh %x : tensor<?x2xf32, #nn.dims<batch, _>> loc(#frozen)
    %w = nn.read @fc.weight : tensor<4x2xf32> loc(#fc)
    %ws = nn.read @"block.*.weight" : tensor<3x4x4xf32> loc(#top)
    %h = nn.einsum "bk,nk->bn" %f, %w : (tensor<?x2xf32, #nn.dims<batch, _>>, tensor<4x2xf32>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#fc)
    %c = arith.constant 0.0 : f64
    %z = nn.splat %c : f64 -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#top)
    %a = nn.max %h, %z : tensor<?x4xf32, #nn.dims<batch, _>> loc(#top)
    %r = nn.scan (%ws axis 0) carry (%a) {
    ^bb0(%i: i64, %wi: tensor<4x4xf32>, %y: tensor<?x4xf32, #nn.dims<batch, _>>):
      %e = nn.einsum "bk,nk->bn" %y, %wi : (tensor<?x4xf32, #nn.dims<batch, _>>, tensor<4x4xf32>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#block)
      nn.yield %e : tensor<?x4xf32, #nn.dims<batch, _>>
    } : (tensor<3x4x4xf32>, tensor<?x4xf32, #nn.dims<batch, _>>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#top)
    %l = nn.mean %r axes = [0, 1] : tensor<?x4xf32, #nn.dims<batch, _>> -> tensor<f32> loc(#top)
    nn.metric "loss", %l : tensor<f32> loc(#top)
    nn.metric "size", %l : tensor<f32> loc(#top)
    %g:2 = nn.gradient %l wrt [@fc.weight, @"block.*.weight"] : tensor<f32> -> tensor<4x2xf32>, tensor<3x4x4xf32> loc(#top)
    nn.optimize @fc.weight, %g#0 with @sgd(%speed, %lr : f64, f64) : tensor<4x2xf32> loc(#top)
    nn.write @"block.*.weight", %g#1 : tensor<3x4x4xf32> loc(#top)
    return
  }
  func.func @eval(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    return
  }
}
#top = loc("m.nn":9:1)
#frozen = loc(fused<"frozen">["m.nn":3:5])
#fc = loc(fused<"fc">["m.nn":4:5])
#block = loc(fused<"block.*">["m.nn":5:5])
