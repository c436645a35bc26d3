// RUN: nnc-opt --nn-cpu-parallel-loops %s | FileCheck %s

// CHECK-LABEL: func.func @marked
// CHECK: scf.forall (%[[I:.*]]) = (0) to (64) step (4)
// CHECK-NEXT: memref.store %{{.*}}, %{{.*}}[%[[I]]]
// CHECK-NOT: scf.for %
// CHECK: scf.for %
// CHECK-NOT: nn.parallel
func.func @marked(%m: memref<64xf32>, %v: f32) {
  %c0 = arith.constant 0 : index
  %c4 = arith.constant 4 : index
  %c64 = arith.constant 64 : index
  scf.for %i = %c0 to %c64 step %c4 {
    memref.store %v, %m[%i] : memref<64xf32>
  } {nn.parallel}
  scf.for %i = %c0 to %c64 step %c4 {
    memref.store %v, %m[%i] : memref<64xf32>
  }
  return
}

// A loop that still carries a value stays as it is.
// CHECK-LABEL: func.func @carries
// CHECK-NOT: scf.forall
// CHECK: scf.for
func.func @carries(%m: memref<64xf32>, %v: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c4 = arith.constant 4 : index
  %c64 = arith.constant 64 : index
  %r = scf.for %i = %c0 to %c64 step %c4 iter_args(%s = %v) -> f32 {
    %x = memref.load %m[%i] : memref<64xf32>
    %t = arith.addf %s, %x : f32
    scf.yield %t : f32
  } {nn.parallel}
  return %r : f32
}
