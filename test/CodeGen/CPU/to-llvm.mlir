// RUN: nnc-opt --pass-pipeline='builtin.module(func.func(nn-cpu-simplify-ops))' \
// RUN:   %s | FileCheck %s --check-prefix=SIMPLE
// RUN: nnc-opt --pass-pipeline='builtin.module(func.func(nn-cpu-simplify-ops),nn-cpu-to-llvm,reconcile-unrealized-casts)' \
// RUN:   %s | FileCheck %s --implicit-check-not=unrealized

// Ops of all dialects in one conversion; what LLVM has no counterpart of is
// rewritten before.

// SIMPLE-LABEL: func @mixed
// SIMPLE-NOT:     arith.maximumf
// SIMPLE-NOT:     vector.transpose
// SIMPLE:         arith.cmpf
// SIMPLE:         vector.insert
// CHECK-LABEL: llvm.func @mixed
// CHECK:         llvm.intr.exp
// CHECK:         llvm.call @cbrt
// CHECK:         llvm.fcmp
// CHECK:         llvm.insertelement
// CHECK:         llvm.intr.fmuladd
// CHECK:         llvm.cond_br
func.func @mixed(%x: memref<8xf32>, %i: index, %f: f64, %a: vector<2x4xf32>,
                 %b: vector<4xf32>) -> (f32, f64, vector<4x2xf32>, vector<4xf32>) {
  %v = memref.load %x[%i] : memref<8xf32>
  %e = math.exp %v : f32
  %t = math.cbrt %f : f64
  %m = arith.maximumf %v, %e : f32
  %turned = vector.transpose %a, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
  %s = vector.fma %b, %b, %b : vector<4xf32>
  %c0 = arith.constant 0 : index
  %less = arith.cmpi slt, %i, %c0 : index
  cf.cond_br %less, ^first, ^second
^first:
  memref.store %m, %x[%i] : memref<8xf32>
  cf.br ^second
^second:
  return %m, %t, %turned, %s : f32, f64, vector<4x2xf32>, vector<4xf32>
}

// Regions of OpenMP take part.

// CHECK-LABEL: llvm.func @region
// CHECK:         omp.parallel
// CHECK:           omp.loop_nest (%{{.*}}) : i64
// CHECK:             llvm.store
func.func @region(%x: memref<8xf32>, %v: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  omp.parallel {
    omp.wsloop {
      omp.loop_nest (%i) : index = (%c0) to (%c8) step (%c1) {
        memref.store %v, %x[%i] : memref<8xf32>
        omp.yield
      }
    }
    omp.terminator
  }
  return
}
