// RUN: nnc-opt %s -nn-schedule-updates | FileCheck %s

// The new weight is computed after the last read of the old one, and the
// moment, which it reads, before it.

// CHECK-LABEL: func.func @step(
// CHECK-SAME: %[[W:[a-z0-9]+]]: tensor<3xf32>
// CHECK-SAME: %[[M:[a-z0-9]+]]: tensor<3xf32>
// CHECK-NEXT: %[[Y:.*]] = nn.exp %[[W]]
// CHECK-NEXT: %[[M1:.*]] = nn.add %[[M]]
// CHECK-NEXT: %[[W1:.*]] = nn.sub %[[W]], %[[M1]]
// CHECK-NEXT: return %[[W1]], %[[M1]], %[[Y]]
func.func @step(%w: tensor<3xf32> {nn.arg = #nn.arg<parameter, "w">},
                %m: tensor<3xf32> {nn.arg = #nn.arg<optimizer, "optimizer.w.m">},
                %g: tensor<3xf32> {nn.arg = #nn.arg<input, "g">})
    -> (tensor<3xf32> {nn.result = #nn.arg<parameter, "w">},
        tensor<3xf32> {nn.result = #nn.arg<optimizer, "optimizer.w.m">},
        tensor<3xf32> {nn.result = #nn.arg<output, "y">}) {
  %m1 = nn.add %m, %g : tensor<3xf32>
  %w1 = nn.sub %w, %m1 : tensor<3xf32>
  %y = nn.exp %w : tensor<3xf32>
  return %w1, %m1, %y : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// The update of %b reads the old %a, also through the reshape, so it is first.

// CHECK-LABEL: func.func @reads(
// CHECK: nn.reshape
// CHECK-NEXT: %[[B1:.*]] = nn.sub
// CHECK-NEXT: %[[A1:.*]] = nn.exp
// CHECK-NEXT: return %[[A1]], %[[B1]]
func.func @reads(%a: tensor<2x2xf32> {nn.arg = #nn.arg<parameter, "a">},
                 %b: tensor<4xf32> {nn.arg = #nn.arg<parameter, "b">})
    -> (tensor<2x2xf32> {nn.result = #nn.arg<parameter, "a">},
        tensor<4xf32> {nn.result = #nn.arg<parameter, "b">}) {
  %a1 = nn.exp %a : tensor<2x2xf32>
  %flat = nn.reshape %a : tensor<2x2xf32> -> tensor<4xf32>
  %b1 = nn.sub %b, %flat : tensor<4xf32>
  return %a1, %b1 : tensor<2x2xf32>, tensor<4xf32>
}

// Each reads the other's old value: the order of the text stays.

// CHECK-LABEL: func.func @swap(
// CHECK-NEXT: nn.exp
// CHECK-NEXT: nn.log
func.func @swap(%a: tensor<3xf32> {nn.arg = #nn.arg<parameter, "a">},
                %b: tensor<3xf32> {nn.arg = #nn.arg<parameter, "b">})
    -> (tensor<3xf32> {nn.result = #nn.arg<parameter, "a">},
        tensor<3xf32> {nn.result = #nn.arg<parameter, "b">}) {
  %a1 = nn.exp %b : tensor<3xf32>
  %b1 = nn.log %a : tensor<3xf32>
  return %a1, %b1 : tensor<3xf32>, tensor<3xf32>
}

// The loss is known to be finite before anything is updated. The state is
// computed on the way to the loss: it cannot wait.

// CHECK-LABEL: func.func @checked(
// CHECK: %[[S:.*]] = nn.exp
// CHECK-NEXT: %[[LOSS:.*]] = nn.mul %[[S]]
// CHECK-NEXT: %[[NUMBER:.*]] = tensor.extract %[[LOSS]][] : tensor<f32>
// CHECK-NEXT: nn.require_finite %[[NUMBER]] : f32
// CHECK-NEXT: %[[W:.*]] = nn.neg
// CHECK-NEXT: return %[[W]], %[[S]], %[[LOSS]]
func.func @checked(%w: tensor<3xf32> {nn.arg = #nn.arg<parameter, "w">},
                   %s: tensor<f32> {nn.arg = #nn.arg<state, "s">})
    -> (tensor<3xf32> {nn.result = #nn.arg<parameter, "w">},
        tensor<f32> {nn.result = #nn.arg<state, "s">},
        tensor<f32> {nn.result = #nn.arg<metric, "loss">}) {
  %w1 = nn.neg %w : tensor<3xf32>
  %s1 = nn.exp %s : tensor<f32>
  %loss = nn.mul %s1, %s1 : tensor<f32>
  return %w1, %s1, %loss : tensor<3xf32>, tensor<f32>, tensor<f32>
}

// What updates nothing checks nothing.

// CHECK-LABEL: func.func @measured(
// CHECK-NOT: nn.require_finite
func.func @measured(%x: tensor<f32> {nn.arg = #nn.arg<input, "x">})
    -> (tensor<f32> {nn.result = #nn.arg<metric, "loss">}) {
  %loss = nn.exp %x : tensor<f32>
  return %loss : tensor<f32>
}
