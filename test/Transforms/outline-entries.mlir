// RUN: nnc-opt %s -nn-outline-entries | FileCheck %s

nn.dim @batch
nn.hyper @rate = 0.5 : f64
nn.model @Gate {
  // CHECK: nn.parameter @weight : tensor<2xf32>{{$}}
  nn.parameter @weight : tensor<2xf32> init {
    %zero = arith.constant 0.0 : f64
    %one = arith.constant 1.0 : f64
    %w = nn.random normal(%zero, %one) key "weight" draw 0 : tensor<2xf32>
    nn.yield %w : tensor<2xf32>
  }
  nn.state @mean : tensor<f32> init {
    %rate = nn.scalar "hyper.rate" : f64
    %m = nn.splat %rate : f64 -> tensor<f32>
    nn.yield %m : tensor<f32>
  }
  func.func @infer(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"})
      -> (tensor<?xf32, #nn.dims<batch>> {nn.name = "output"}) {
    %w = nn.read @weight : tensor<2xf32>
    %y = nn.einsum "bk,k->b" %x, %w : (tensor<?x2xf32, #nn.dims<batch, _>>, tensor<2xf32>) -> tensor<?xf32, #nn.dims<batch>>
    return %y : tensor<?xf32, #nn.dims<batch>>
  }
}
// CHECK: nn.train @learn on @Gate config {batch = 1 : i64} {
// CHECK-NOT: func.func
// CHECK: }
nn.train @learn on @Gate config {batch = 1} {
  // Read and written: an argument and a result with one key. Written only: an
  // argument all the same, the memory that the result replaces.
  func.func @step(%x: tensor<?x2xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %n = nn.dim_size "batch" : i64
    %count = arith.sitofp %n : i64 to f64
    %step = nn.scalar "step" : i64
    %s = arith.sitofp %step : i64 to f64
    %rate = nn.scalar "hyper.rate" : f64
    %r0 = arith.mulf %rate, %count : f64
    %r = arith.divf %r0, %s : f64
    %w = nn.read @weight : tensor<2xf32>
    %d = nn.splat %r : f64 -> tensor<2xf32>
    %new = nn.add %w, %d : tensor<2xf32>
    %sum = nn.sum %w axes = [0] : tensor<2xf32> -> tensor<f32>
    nn.write @mean, %sum : tensor<f32>
    nn.write @weight, %new : tensor<2xf32>
    nn.metric "norm", %sum : tensor<f32>
    return
  }
  func.func @control(%a: f64 {nn.name = "train.norm"}) -> (i1 {nn.name = "stop_when"}) {
    %one = arith.constant 1.0 : f64
    %stop = arith.cmpf oeq, %a, %one : f64
    return %stop : i1
  }
}

// CHECK-LABEL: func.func @Gate_init(
// CHECK-SAME: i64 {nn.arg = #nn.arg<scalar, "seed">}, %[[RATE:.*]]: f64 {nn.arg = #nn.arg<scalar, "hyper.rate">})
// CHECK-SAME: -> (tensor<2xf32> {nn.result = #nn.arg<parameter, "weight">}, tensor<f32> {nn.result = #nn.arg<state, "mean">})
// CHECK-SAME: attributes {nn.entry = "init", nn.owner = @Gate}
// CHECK: %[[W:.*]] = nn.random
// CHECK: %[[M:.*]] = nn.splat %[[RATE]]
// CHECK: return %[[W]], %[[M]]

// CHECK-LABEL: func.func @Gate_infer(
// CHECK-SAME: tensor<2xf32> {bufferization.writable = false, nn.arg = #nn.arg<parameter, "weight">}
// CHECK-SAME: tensor<?x2xf32, #nn.dims<batch, _>> {bufferization.writable = false, nn.arg = #nn.arg<input, "x">}
// CHECK-SAME: index {nn.arg = #nn.arg<dim, "batch">}
// CHECK-SAME: -> (tensor<?xf32, #nn.dims<batch>> {nn.result = #nn.arg<output, "output">})
// CHECK-SAME: nn.entry = "infer"

// CHECK-LABEL: func.func @learn_train_step(
// CHECK-SAME: %[[W:[a-z0-9]+]]: tensor<2xf32> {bufferization.writable = true, nn.arg = #nn.arg<parameter, "weight">}
// CHECK-SAME: tensor<f32> {bufferization.writable = true, nn.arg = #nn.arg<state, "mean">}
// CHECK-SAME: nn.arg = #nn.arg<input, "x">
// CHECK-SAME: %[[STEP:[a-z0-9]+]]: i64 {nn.arg = #nn.arg<scalar, "step">}
// CHECK-SAME: %[[RATE:[a-z0-9]+]]: f64 {nn.arg = #nn.arg<scalar, "hyper.rate">}
// CHECK-SAME: %[[BATCH:[a-z0-9]+]]: index {nn.arg = #nn.arg<dim, "batch">})
// CHECK-SAME: -> (tensor<2xf32> {nn.result = #nn.arg<parameter, "weight">}, tensor<f32> {nn.result = #nn.arg<state, "mean">}, tensor<f32> {nn.result = #nn.arg<metric, "norm">})
// CHECK: arith.index_cast %[[BATCH]] : index to i64
// CHECK: arith.sitofp %[[STEP]]
// CHECK: %[[NEW:.*]] = nn.add %[[W]]
// CHECK: %[[SUM:.*]] = nn.sum %[[W]]
// CHECK: return %[[NEW]], %[[SUM]], %[[SUM]]

// CHECK-LABEL: func.func @learn_control(
// CHECK-SAME: f64 {nn.arg = #nn.arg<metric, "train.norm">}) -> (i1 {nn.result = #nn.arg<value, "stop_when">})
