// RUN: nnc-opt %s | nnc-opt | FileCheck %s

// CHECK: nn.dim @batch {max = 512 : i64}
nn.dim @batch {max = 512}
// CHECK: nn.hyper @lr = 1.000000e-03 : f64
nn.hyper @lr = 1.0e-03 : f64
// CHECK: nn.hyper @hidden structural = 800 : i64
nn.hyper @hidden structural = 800 : i64

// CHECK-LABEL: nn.model @Mlp
nn.model @Mlp {
  // CHECK: nn.parameter @out.weight : tensor<10x784xf32> init {
  nn.parameter @out.weight : tensor<10x784xf32> init {
    %zero = arith.constant 0.0 : f64
    %one = arith.constant 1.0 : f64
    // CHECK: nn.random{{ +}}normal(%{{.*}}, %{{.*}}) key "out.weight" draw 0 : tensor<10x784xf32>
    %w = nn.random normal(%zero, %one) key "out.weight" draw 0 : tensor<10x784xf32>
    nn.yield %w : tensor<10x784xf32>
  }
  // CHECK: nn.state @norm.mean : tensor<10xf32> init {
  nn.state @norm.mean : tensor<10xf32> init {
    %zero = arith.constant 0.0 : f64
    %m = nn.splat %zero : f64 -> tensor<10xf32>
    nn.yield %m : tensor<10xf32>
  }
  // CHECK: func.func @infer(%{{.*}}: tensor<?x28x28xf32, #nn.dims<batch, _, _>> {nn.name = "image"})
  func.func @infer(%image: tensor<?x28x28xf32, #nn.dims<batch, _, _>> {nn.name = "image"})
      -> (tensor<?x10xf32, #nn.dims<batch, _>> {nn.name = "logits"}) {
    // CHECK: nn.reshape
    %x = nn.reshape %image : tensor<?x28x28xf32, #nn.dims<batch, _, _>> -> tensor<?x784xf32, #nn.dims<batch, _>>
    // CHECK: nn.read @out.weight : tensor<10x784xf32>
    %w = nn.read @out.weight : tensor<10x784xf32>
    // CHECK: nn.einsum "bk,nk->bn" %{{.*}}, %{{.*}} : (tensor<?x784xf32, #nn.dims<batch, _>>, tensor<10x784xf32>) -> tensor<?x10xf32, #nn.dims<batch, _>>
    %y = nn.einsum "bk,nk->bn" %x, %w : (tensor<?x784xf32, #nn.dims<batch, _>>, tensor<10x784xf32>) -> tensor<?x10xf32, #nn.dims<batch, _>>
    return %y : tensor<?x10xf32, #nn.dims<batch, _>>
  }
}

// CHECK-LABEL: nn.train @Mlp_train on @Mlp config {batch = 128 : i64}
nn.train @Mlp_train on @Mlp config {batch = 128} {
  // CHECK: nn.optimizer @sgd_0(%{{.*}}: tensor<10x784xf32>, %{{.*}}: tensor<10x784xf32>, %{{.*}}: f64) attributes {nn.rate = 0 : i64} {
  nn.optimizer @sgd_0(%p: tensor<10x784xf32>, %g: tensor<10x784xf32>, %lr: f64) attributes {nn.rate = 0 : i64} {
    nn.state @m : tensor<10x784xf32> init {
      %zero = arith.constant 0.0 : f64
      %m = nn.splat %zero : f64 -> tensor<10x784xf32>
      nn.yield %m : tensor<10x784xf32>
    }
    %rate = nn.splat %lr : f64 -> tensor<10x784xf32>
    %m = nn.read @m : tensor<10x784xf32>
    %v = nn.add %m, %g : tensor<10x784xf32>
    nn.write @m, %v : tensor<10x784xf32>
    %step = nn.mul %rate, %v : tensor<10x784xf32>
    %new = nn.sub %p, %step : tensor<10x784xf32>
    nn.yield %new : tensor<10x784xf32>
  }
  func.func @step(%x: tensor<?x784xf32, #nn.dims<batch, _>> {nn.name = "x"},
                  %label: tensor<?xi32, #nn.dims<batch>> {nn.name = "label"}) {
    %w = nn.read @out.weight : tensor<10x784xf32>
    %y = nn.einsum "bk,nk->bn" %x, %w : (tensor<?x784xf32, #nn.dims<batch, _>>, tensor<10x784xf32>) -> tensor<?x10xf32, #nn.dims<batch, _>>
    // CHECK: nn.cross_entropy %{{.*}}, %{{.*}} axis = 1 :
    %loss = nn.cross_entropy %y, %label axis = 1 : (tensor<?x10xf32, #nn.dims<batch, _>>, tensor<?xi32, #nn.dims<batch>>) -> tensor<f32>
    // CHECK: nn.assert %{{.*}}, "finite" : tensor<i1>
    %finite = nn.constant dense<true> : tensor<i1>
    nn.assert %finite, "finite" : tensor<i1>
    // CHECK: nn.metric "loss", %{{.*}} : tensor<f32>
    nn.metric "loss", %loss : tensor<f32>
    // CHECK: nn.gradient %{{.*}} wrt [@out.weight] : tensor<f32> -> tensor<10x784xf32>
    %g = nn.gradient %loss wrt [@out.weight] : tensor<f32> -> tensor<10x784xf32>
    // CHECK: nn.scalar "hyper.lr" : f64
    %lr = nn.scalar "hyper.lr" : f64
    // CHECK: nn.optimize @out.weight, %{{.*}} with @sgd_0(%{{.*}} : f64) : tensor<10x784xf32>
    nn.optimize @out.weight, %g with @sgd_0(%lr : f64) : tensor<10x784xf32>
    return
  }
}

// CHECK-LABEL: func.func @others(
func.func @others(%x: tensor<2x3xf32>, %k: tensor<2x3xi32>, %p: tensor<2x3xi1>, %n: i64) -> tensor<f32> {
  // CHECK: nn.constant dense<{{.*}}> : tensor<2xf32>
  %c = nn.constant dense<[1.0, 2.0]> : tensor<2xf32>
  // CHECK: nn.splat %{{.*}} : i64 -> tensor<2xi32>
  %s = nn.splat %n : i64 -> tensor<2xi32>
  // CHECK: nn.iota axis = 1 : tensor<2x3xi32>
  %i = nn.iota axis = 1 : tensor<2x3xi32>
  // CHECK: nn.is_nan %{{.*}} : tensor<2x3xf32> -> tensor<2x3xi1>
  %nan = nn.is_nan %x : tensor<2x3xf32> -> tensor<2x3xi1>
  // CHECK: nn.not %{{.*}} : tensor<2x3xi1>
  %not = nn.not %nan : tensor<2x3xi1>
  // CHECK: nn.and %{{.*}}, %{{.*}} : tensor<2x3xi1>
  %and = nn.and %not, %p : tensor<2x3xi1>
  // CHECK: nn.or %{{.*}}, %{{.*}} : tensor<2x3xi1>
  %or = nn.or %and, %p : tensor<2x3xi1>
  // CHECK: nn.any %{{.*}} axes = [0, 1] : tensor<2x3xi1> -> tensor<i1>
  %any = nn.any %or axes = [0, 1] : tensor<2x3xi1> -> tensor<i1>
  // CHECK: nn.all %{{.*}} axes = [1] : tensor<2x3xi1> -> tensor<2xi1>
  %all = nn.all %or axes = [1] : tensor<2x3xi1> -> tensor<2xi1>
  // CHECK: nn.argmax %{{.*}} axes = [1] : tensor<2x3xf32> -> tensor<2xi32>
  %argmax = nn.argmax %x axes = [1] : tensor<2x3xf32> -> tensor<2xi32>
  // CHECK: nn.argmin %{{.*}} axes = [0] : tensor<2x3xf32> -> tensor<3xi32>
  %argmin = nn.argmin %x axes = [0] : tensor<2x3xf32> -> tensor<3xi32>
  // CHECK: nn.floordiv %{{.*}}, %{{.*}} : tensor<2x3xi32>
  %div = nn.floordiv %k, %i : tensor<2x3xi32>
  // CHECK: nn.random{{ +}}bernoulli(%{{.*}}) key "drop" draw 2 per_batch : tensor<2x3xf32>
  %half = arith.constant 0.5 : f64
  %mask = nn.random bernoulli(%half) key "drop" draw 2 per_batch : tensor<2x3xf32>
  // CHECK: nn.dim_size "batch" : i64
  %size = nn.dim_size "batch" : i64
  // CHECK: nn.require_finite %{{.*}} : f64
  nn.require_finite %half : f64
  %total = nn.sum %mask axes = [0, 1] : tensor<2x3xf32> -> tensor<f32>
  return %total : tensor<f32>
}

// CHECK-LABEL: nn.model @stacked
nn.model @stacked {
  // CHECK: nn.parameter @"block.*.weight" : tensor<6x4x4xf32> stack [6] init {
  nn.parameter @"block.*.weight" : tensor<6x4x4xf32> stack [6] init {
    %zero = arith.constant 0.0 : f64
    // CHECK: nn.scan () emit [0] count = 6 : i64 {
    %all = nn.scan () emit [0] count = 6 : i64 {
    // CHECK: ^bb0(%[[I:.*]]: i64):
    ^bb0(%i: i64):
      // CHECK: nn.random{{ +}}normal(%{{.*}}, %{{.*}}) key "block.*.weight" index(%[[I]]) draw 0 : tensor<4x4xf32>
      %w = nn.random normal(%zero, %zero) key "block.*.weight" index(%i) draw 0 : tensor<4x4xf32>
      nn.yield %w : tensor<4x4xf32>
    // CHECK: } : () -> tensor<6x4x4xf32>
    } : () -> tensor<6x4x4xf32>
    nn.yield %all : tensor<6x4x4xf32>
  }
  // CHECK: nn.state @"a.*.b.*.mean" : tensor<3x6x4xf32> stack [3, 6]
  nn.state @"a.*.b.*.mean" : tensor<3x6x4xf32> stack [3, 6]
}

// CHECK-LABEL: func.func @scans(
func.func @scans(%x: tensor<4x?xf32, #nn.dims<_, time>>, %m: tensor<?x4xf32, #nn.dims<time, _>>,
                 %h0: tensor<4xf32>, %c: tensor<4xf32>) -> tensor<4x?xf32, #nn.dims<_, time>> {
  // CHECK: %{{.*}}:2 = nn.scan (%{{.*}} axis 1, %{{.*}} axis 0) carry (%{{.*}}) emit [1] reverse {
  %r:2 = nn.scan (%x axis 1, %m axis 0) carry (%h0) emit [1] reverse {
  // CHECK: ^bb0(%{{.*}}: i64, %{{.*}}: tensor<4xf32>, %{{.*}}: tensor<4xf32>, %{{.*}}: tensor<4xf32>):
  ^bb0(%t: i64, %xt: tensor<4xf32>, %mt: tensor<4xf32>, %h: tensor<4xf32>):
    %a = nn.add %xt, %mt : tensor<4xf32>
    %b = nn.mul %a, %c : tensor<4xf32>
    %d = nn.add %b, %h : tensor<4xf32>
    nn.yield %a, %d : tensor<4xf32>, tensor<4xf32>
  // CHECK: } : (tensor<4x?xf32, #nn.dims<_, time>>, tensor<?x4xf32, #nn.dims<time, _>>, tensor<4xf32>) -> (tensor<4x?xf32, #nn.dims<_, time>>, tensor<4xf32>)
  } : (tensor<4x?xf32, #nn.dims<_, time>>, tensor<?x4xf32, #nn.dims<time, _>>, tensor<4xf32>) -> (tensor<4x?xf32, #nn.dims<_, time>>, tensor<4xf32>)
  return %r#0 : tensor<4x?xf32, #nn.dims<_, time>>
}

// CHECK-LABEL: func.func @runs(
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32>, %[[N:.*]]: index, %[[Y:.*]]: tensor<?x8xf32>)
func.func @runs(%x: tensor<?x8xf32>, %n: index, %y: tensor<?x8xf32>) -> tensor<?x8xf32> {
  // CHECK: nn.run_kernel @copy(%[[X]], %[[N]]) into(%[[Y]]) : (tensor<?x8xf32>, index, tensor<?x8xf32>) -> tensor<?x8xf32>
  %r = nn.run_kernel @copy(%x, %n) into(%y) : (tensor<?x8xf32>, index, tensor<?x8xf32>) -> tensor<?x8xf32>
  return %r : tensor<?x8xf32>
}
func.func private @copy(tensor<?x8xf32>, index, tensor<?x8xf32>) -> tensor<?x8xf32>
