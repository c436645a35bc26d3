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
