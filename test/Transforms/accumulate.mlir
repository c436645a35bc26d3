// RUN: nnc-opt %s --nn-accumulate | FileCheck %s

nn.dim @batch
nn.model @Line {
  nn.parameter @w : tensor<3xf32>
}

// CHECK-LABEL: nn.train @two on @Line
// CHECK: nn.state @"optimizer.example-count" : tensor<f64> init
// CHECK: nn.state @"optimizer.w.gradient-sum" : tensor<3xf32> init {
// CHECK: %[[ZERO:.*]] = nn.splat %{{.*}} : f64 -> tensor<3xf32>
// CHECK: nn.yield %[[ZERO]]

// The step learns from the mean of what was summed and its own batch.
// CHECK: func.func @step(
// CHECK: %[[G:.*]] = nn.gradient %{{.*}} wrt [@w]
// CHECK: %[[N:.*]] = nn.dim_size "batch" : i64
// CHECK: %[[EXAMPLES:.*]] = arith.sitofp %[[N]] : i64 to f64
// CHECK: %[[BEFORE:.*]] = nn.read @"optimizer.example-count"
// CHECK: %[[BATCH:.*]] = nn.splat %[[EXAMPLES]] : f64 -> tensor<f64>
// CHECK: %[[COUNT:.*]] = nn.add %[[BEFORE]], %[[BATCH]] : tensor<f64>
// CHECK: %[[ON:.*]] = nn.cmp  gt %[[BEFORE]]
// CHECK: %[[STORED:.*]] = nn.read @"optimizer.w.gradient-sum"
// CHECK: %[[ALL:.*]] = nn.broadcast %[[ON]] dims = [] : tensor<i1> -> tensor<3xi1>
// CHECK: %[[OLD:.*]] = nn.where %[[ALL]], %[[STORED]]
// CHECK: %[[WEIGHT:.*]] = nn.splat %[[EXAMPLES]] : f64 -> tensor<3xf32>
// CHECK: %[[SHARE:.*]] = nn.mul %[[G]], %[[WEIGHT]]
// CHECK: %[[SUM:.*]] = nn.add %[[OLD]], %[[SHARE]]
// CHECK: %[[SMALL:.*]] = nn.cast %[[COUNT]] : tensor<f64> -> tensor<f32>
// CHECK: %[[DIVISOR:.*]] = nn.broadcast %[[SMALL]] dims = [] : tensor<f32> -> tensor<3xf32>
// CHECK: %[[MEAN:.*]] = nn.div %[[SUM]], %[[DIVISOR]]
// CHECK: %[[NONE:.*]] = nn.splat
// CHECK: nn.write @"optimizer.example-count", %[[NONE]]
// CHECK-NOT: gradient-sum
// CHECK: nn.optimize @w, %[[MEAN]] with @sgd_0

// CHECK: func.func @accumulate(
// CHECK: %[[G:.*]] = nn.gradient
// CHECK: %[[COUNT:.*]] = nn.add %{{.*}}, %{{.*}} : tensor<f64>
// CHECK: %[[SUM:.*]] = nn.add %{{.*}}, %{{.*}} : tensor<3xf32>
// CHECK: nn.write @"optimizer.w.gradient-sum", %[[SUM]]
// CHECK: nn.write @"optimizer.example-count", %[[COUNT]]
// CHECK-NOT: nn.optimize
// CHECK: nn.metric "loss"
nn.train @two on @Line config {accumulate = 2 : i64} {
  nn.optimizer @sgd_0(%p: tensor<3xf32>, %g: tensor<3xf32>) {
    %new = nn.sub %p, %g : tensor<3xf32>
    nn.yield %new : tensor<3xf32>
  }
  func.func @step(%x: tensor<?x3xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %w = nn.read @w : tensor<3xf32>
    %y = nn.einsum "mk,k->m" %x, %w : (tensor<?x3xf32, #nn.dims<batch, _>>, tensor<3xf32>) -> tensor<?xf32, #nn.dims<batch>>
    %loss = nn.mean %y axes = [0] : tensor<?xf32, #nn.dims<batch>> -> tensor<f32>
    %g = nn.gradient %loss wrt [@w] : tensor<f32> -> tensor<3xf32>
    nn.optimize @w, %g with @sgd_0 : tensor<3xf32>
    nn.metric "loss", %loss : tensor<f32>
    return
  }
}

// CHECK-LABEL: nn.train @one on @Line
// CHECK-NOT: nn.state
// CHECK-NOT: func.func @accumulate
nn.train @one on @Line config {accumulate = 1 : i64} {
  func.func @step(%x: tensor<?x3xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    return
  }
}
