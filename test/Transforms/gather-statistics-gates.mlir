// RUN: nnc-opt %s -nn-gather-statistics | FileCheck %s

nn.dim @batch
nn.dataset @D config {} {
}
nn.model @M {
  nn.parameter @w : tensor<4xf32>
}

// `x * sigmoid(2 * x)` and `x * tanh(exp(x))` have no bounds and do not
// saturate; sigmoids and tanhs that multiply something else, or a number, do.
// CHECK: func.func @statistics(
// CHECK-SAME: "#loss"
// CHECK-NOT: #saturated
// CHECK-SAME: {nn.name = "scaled#saturated"}
// CHECK-NOT: #saturated
// CHECK-SAME: {nn.name = "other#saturated"}
// CHECK-NOT: #saturated
// CHECK: return
nn.train @train on @M config {} {
  func.func @step(%x: tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "x"}) {
    %two = arith.constant 2.0 : f64
    %twos = nn.splat %two : f64 -> tensor<?x4xf32, #nn.dims<batch, _>>
    %a = nn.mul %x, %twos : tensor<?x4xf32, #nn.dims<batch, _>> loc(fused<"swish">["m.nn":1:1])
    %b = nn.sigmoid %a : tensor<?x4xf32, #nn.dims<batch, _>>
    %c = nn.mul %x, %b : tensor<?x4xf32, #nn.dims<batch, _>>
    %d = nn.exp %c : tensor<?x4xf32, #nn.dims<batch, _>> loc(fused<"mish">["m.nn":2:1])
    %e = nn.tanh %d : tensor<?x4xf32, #nn.dims<batch, _>>
    %f = nn.mul %e, %c : tensor<?x4xf32, #nn.dims<batch, _>>
    %g = nn.mul %f, %twos : tensor<?x4xf32, #nn.dims<batch, _>> loc(fused<"scaled">["m.nn":3:1])
    %h = nn.tanh %g : tensor<?x4xf32, #nn.dims<batch, _>>
    %i = nn.mul %h, %twos : tensor<?x4xf32, #nn.dims<batch, _>>
    %j = nn.neg %i : tensor<?x4xf32, #nn.dims<batch, _>> loc(fused<"other">["m.nn":4:1])
    %k = nn.sigmoid %j : tensor<?x4xf32, #nn.dims<batch, _>>
    %l = nn.exp %x : tensor<?x4xf32, #nn.dims<batch, _>>
    %m = nn.mul %k, %l : tensor<?x4xf32, #nn.dims<batch, _>>
    %w = nn.read @w : tensor<4xf32>
    %wide = nn.broadcast %w dims = [1] : tensor<4xf32> -> tensor<?x4xf32, #nn.dims<batch, _>>
    %n = nn.mul %m, %wide : tensor<?x4xf32, #nn.dims<batch, _>>
    %loss = nn.mean %n axes = [0, 1] : tensor<?x4xf32, #nn.dims<batch, _>> -> tensor<f32>
    nn.metric "loss", %loss : tensor<f32>
    return
  }
}
