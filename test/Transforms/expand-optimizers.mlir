// RUN: nnc-opt %s -nn-expand-optimizers | FileCheck %s

nn.model @M {
  nn.parameter @fc.weight : tensor<3xf32>
  nn.parameter @fc.bias : tensor<3xf32>
}

// One state for each parameter, none of the optimizer left.

// CHECK-LABEL: nn.train @train on @M
// CHECK: nn.state @optimizer.fc.weight.m : tensor<3xf32> init {
// CHECK: nn.state @optimizer.fc.bias.m : tensor<3xf32> init {
// CHECK-NOT: nn.optimizer
nn.train @train on @M config {} {
  nn.optimizer @momentum_0(%p: tensor<3xf32>, %g: tensor<3xf32>, %lr: f64) {
    nn.state @m : tensor<3xf32> init {
      %zero = arith.constant 0.0 : f64
      %z = nn.splat %zero : f64 -> tensor<3xf32>
      nn.yield %z : tensor<3xf32>
    }
    %m = nn.read @m : tensor<3xf32>
    %v = nn.add %m, %g : tensor<3xf32>
    nn.write @m, %v : tensor<3xf32>
    %rate = nn.splat %lr : f64 -> tensor<3xf32>
    %d = nn.mul %rate, %v : tensor<3xf32>
    %n = nn.sub %p, %d : tensor<3xf32>
    nn.yield %n : tensor<3xf32>
  }
  // CHECK-LABEL: func.func @step(
  // CHECK-SAME: %[[G:.*]]: tensor<3xf32> {
  func.func @step(%g: tensor<3xf32> {nn.name = "g"}) {
    // CHECK: %[[LR:.*]] = nn.scalar "hyper.lr" : f64
    %lr = nn.scalar "hyper.lr" : f64
    // CHECK: %[[P:.*]] = nn.read @fc.weight
    // CHECK: %[[M:.*]] = nn.read @optimizer.fc.weight.m
    // CHECK: %[[V:.*]] = nn.add %[[M]], %[[G]]
    // CHECK: %[[RATE:.*]] = nn.splat %[[LR]]
    // CHECK: %[[D:.*]] = nn.mul %[[RATE]], %[[V]]
    // CHECK: %[[N:.*]] = nn.sub %[[P]], %[[D]]
    // CHECK: nn.write @optimizer.fc.weight.m, %[[V]]
    // CHECK: nn.write @fc.weight, %[[N]]
    nn.optimize @fc.weight, %g with @momentum_0(%lr : f64) : tensor<3xf32>
    // CHECK: nn.read @fc.bias
    // CHECK: nn.read @optimizer.fc.bias.m
    // CHECK: nn.write @optimizer.fc.bias.m
    // CHECK: nn.write @fc.bias
    nn.optimize @fc.bias, %g with @momentum_0(%lr : f64) : tensor<3xf32>
    return
  }
}

// A stacked parameter at once where that is the same, else one by one.

nn.model @Deep {
  nn.parameter @"block.*.weight" : tensor<4x3x2xf32> stack [4]
  nn.parameter @"block.*.bias" : tensor<4x3xf32> stack [4]
}

// CHECK-LABEL: nn.train @deep on @Deep
// CHECK: nn.state @"optimizer.block.*.weight.m" : tensor<4x3x2xf32> stack [4] init {
// CHECK: %[[ONE:.*]] = nn.splat %{{.*}} : f64 -> tensor<3x2xf32>
// CHECK: nn.broadcast %[[ONE]] dims = [1, 2] : tensor<3x2xf32> -> tensor<4x3x2xf32>
nn.train @deep on @Deep config {} {
  nn.optimizer @momentum_0(%p: tensor<3x2xf32>, %g: tensor<3x2xf32>) {
    nn.state @m : tensor<3x2xf32> init {
      %zero = arith.constant 0.0 : f64
      %z = nn.splat %zero : f64 -> tensor<3x2xf32>
      nn.yield %z : tensor<3x2xf32>
    }
    %m = nn.read @m : tensor<3x2xf32>
    %v = nn.add %m, %g : tensor<3x2xf32>
    nn.write @m, %v : tensor<3x2xf32>
    %n = nn.sub %p, %v : tensor<3x2xf32>
    nn.yield %n : tensor<3x2xf32>
  }
  nn.optimizer @normed_0(%p: tensor<3xf32>, %g: tensor<3xf32>) {
    %s = nn.sum %g axes = [0] : tensor<3xf32> -> tensor<f32>
    %b = nn.broadcast %s dims = [] : tensor<f32> -> tensor<3xf32>
    %n = nn.sub %p, %b : tensor<3xf32>
    nn.yield %n : tensor<3xf32>
  }
  func.func @step(%g: tensor<4x3x2xf32> {nn.name = "g"}, %b: tensor<4x3xf32> {nn.name = "b"}) {
    // CHECK: %[[P:.*]] = nn.read @"block.*.weight" : tensor<4x3x2xf32>
    // CHECK: %[[M:.*]] = nn.read @"optimizer.block.*.weight.m" : tensor<4x3x2xf32>
    // CHECK: %[[V:.*]] = nn.add %[[M]], %{{.*}} : tensor<4x3x2xf32>
    // CHECK: %[[N:.*]] = nn.sub %[[P]], %[[V]] : tensor<4x3x2xf32>
    // CHECK: nn.write @"optimizer.block.*.weight.m", %[[V]]
    // CHECK: nn.write @"block.*.weight", %[[N]]
    nn.optimize @"block.*.weight", %g with @momentum_0 : tensor<4x3x2xf32>
    // CHECK: %[[B:.*]] = nn.read @"block.*.bias"
    // CHECK: %[[NEW:.*]] = nn.scan (%[[B]] axis 0, %{{.*}} axis 0) emit [0] {
    // CHECK: nn.sum %{{.*}} axes = [0] : tensor<3xf32> -> tensor<f32>
    // CHECK: nn.write @"block.*.bias", %[[NEW]] : tensor<4x3xf32>
    nn.optimize @"block.*.bias", %b with @normed_0 : tensor<4x3xf32>
    return
  }
}

// Draws are of the parameter and of the iteration, numbers in a path included.

nn.model @Drawn {
  nn.parameter @"block.*.bias" : tensor<4x3xf32> stack [4]
  nn.parameter @stage.1.bias : tensor<3xf32>
}

// CHECK-LABEL: nn.train @drawn on @Drawn
// CHECK: nn.state @"optimizer.block.*.bias.m" : tensor<4x3xf32> stack [4] init {
// CHECK: nn.scan () emit [0] count = 4
// CHECK-NEXT: ^bb0(%[[I:.*]]: i64):
// CHECK: nn.random normal({{.*}}) key "optimizer.block.*.bias.m" index(%[[I]]) draw 0 :
// CHECK: nn.state @optimizer.stage.1.bias.m : tensor<3xf32> init {
// CHECK: %[[ONE:.*]] = arith.constant 1 : i64
// CHECK: nn.random normal({{.*}}) key "optimizer.stage.*.bias.m" index(%[[ONE]]) draw 0 :
nn.train @drawn on @Drawn config {} {
  nn.optimizer @noise_0(%p: tensor<3xf32>, %g: tensor<3xf32>) {
    nn.state @m : tensor<3xf32> init {
      %zero = arith.constant 0.0 : f64
      %one = arith.constant 1.0 : f64
      %z = nn.random normal(%zero, %one) key "m" draw 0 : tensor<3xf32>
      nn.yield %z : tensor<3xf32>
    }
    %zero = arith.constant 0.0 : f64
    %one = arith.constant 1.0 : f64
    %m = nn.read @m : tensor<3xf32>
    %z = nn.random normal(%zero, %one) key "" draw 0 per_batch : tensor<3xf32>
    %s = nn.add %p, %z : tensor<3xf32>
    %n = nn.sub %s, %m : tensor<3xf32>
    nn.yield %n : tensor<3xf32>
  }
  func.func @step(%g: tensor<4x3xf32> {nn.name = "g"}, %b: tensor<3xf32> {nn.name = "b"}) {
    // CHECK: nn.scan (%{{.*}} axis 0, %{{.*}} axis 0, %{{.*}} axis 0) emit [0, 0] {
    // CHECK-NEXT: ^bb0(%[[N:.*]]: i64,
    // CHECK: nn.random normal({{.*}}) key "optimizer.block.*.bias" index(%[[N]]) draw 0 per_batch
    nn.optimize @"block.*.bias", %g with @noise_0 : tensor<4x3xf32>
    // CHECK: nn.random normal({{.*}}) key "optimizer.stage.*.bias" index(%{{.*}}) draw 0 per_batch
    nn.optimize @stage.1.bias, %b with @noise_0 : tensor<3xf32>
    return
  }
}
