// RUN: nnc-opt %s --nn-cpu-expand-math | FileCheck %s

// In f32 no call is left, and no division, for vectors and for one element alike.

// CHECK-LABEL: func.func @single
// CHECK-NOT: math.e{{rf|xp}}
// CHECK-NOT: arith.divf
// CHECK: return
func.func @single(%x: vector<16xf32>, %y: f32) -> (vector<16xf32>, f32, f32) {
  %0 = math.erf %x : vector<16xf32>
  %1 = math.erf %y : f32
  %2 = math.exp %y : f32
  return %0, %1, %2 : vector<16xf32>, f32, f32
}

// In f64 the C library is asked.

// CHECK-LABEL: func.func @double
// CHECK: math.erf
// CHECK: math.exp
func.func @double(%x: f64) -> (f64, f64) {
  %0 = math.erf %x : f64
  %1 = math.exp %x : f64
  return %0, %1 : f64, f64
}
