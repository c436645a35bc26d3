// RUN: nnc-opt %s --nn-guard-updates --split-input-file --verify-diagnostics | FileCheck %s

// CHECK-LABEL: func.func @step(
// CHECK-SAME: -> i1 attributes {nn.entry = "train_step", nn.guarded}
// CHECK: %[[X:.*]] = memref.load
// CHECK-NEXT: memref.store %[[X]], %{{.*}}[] : memref<f32>
// CHECK-NEXT: %[[FINITE:.*]] = math.isfinite %[[X]] : f32
// CHECK-NEXT: scf.if %[[FINITE]] {
// CHECK-NEXT: memref.store %[[X]], %arg0[] : memref<f32>
// CHECK-NEXT: }
// CHECK-NEXT: return %[[FINITE]] : i1
func.func @step(%w: memref<f32> {nn.arg = #nn.arg<parameter, "w">},
                %loss: memref<f32> {nn.arg = #nn.arg<metric, "loss">, nn.written})
    attributes {nn.entry = "train_step"} {
  %x = memref.load %w[] : memref<f32>
  memref.store %x, %loss[] : memref<f32>
  nn.require_finite %x : f32
  memref.store %x, %w[] : memref<f32>
  return
}

// CHECK-LABEL: func.func @unchecked(
// CHECK-NOT: scf.if
func.func @unchecked(%w: memref<f32> {nn.arg = #nn.arg<parameter, "w">})
    attributes {nn.entry = "train_step"} {
  return
}

// -----

// Through views and in loops as well.
func.func @early(%m: memref<4xf32> {nn.arg = #nn.arg<optimizer, "m">}, %x: f32)
    attributes {nn.entry = "train_step"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %half = memref.subview %m[0] [2] [1] : memref<4xf32> to memref<2xf32, strided<[1]>>
  scf.for %i = %c0 to %c2 step %c1 {
    // expected-error @below {{entry `early` changes a block before its loss is known}}
    memref.store %x, %half[%i] : memref<2xf32, strided<[1]>>
  }
  nn.require_finite %x : f32
  return
}
