// RUN: nnc-opt %s --nn-cpu-profile --mlir-print-debuginfo=false | FileCheck %s

// CHECK: nn.sites = [
// CHECK-SAME: {bytes = 128 : i64, entry = "step", flops = 64 : i64, kernel = "scale", layer = "fc"}
// CHECK-SAME: {bytes = 128 : i64, entry = "step", flops = 0 : i64, kernel = "copy", layer = "profile.mlir:
// CHECK-SAME: {bytes = 64 : i64, entry = "step", flops = 0 : i64, kernel = "loops"
// CHECK-SAME: {bytes = 0 : i64, entry = "step", flops = 0 : i64, kernel = "plain loops"

// CHECK: func.func private @nn_profile_mark(i64, i1)
// CHECK-LABEL: func.func @step(
// CHECK-DAG: %[[SITE:.*]] = arith.constant 0 : i64
// CHECK-DAG: %[[BEGINS:.*]] = arith.constant true
// CHECK: call @nn_profile_mark(%[[SITE]], %[[BEGINS]])
// CHECK-NEXT: call @scale
// CHECK-NEXT: %[[ENDS:.*]] = arith.constant false
// CHECK-NEXT: call @nn_profile_mark(%[[SITE]], %[[ENDS]])
// What a loop calls is told, not the loop.
// CHECK: scf.for
// CHECK-NEXT: arith.constant 1 : i64
// CHECK: memref.copy
// CHECK: call @nn_profile_mark
// CHECK: call @scale
// CHECK: call @nn_profile_mark
// A loop by itself is told as a whole.
// CHECK: call @nn_profile_mark
// CHECK-NEXT: scf.for
// CHECK-NOT: call
// CHECK: memref.store
// CHECK: call @nn_profile_mark
// CHECK: linalg.fill
// CHECK: call @nn_profile_mark
func.func @step(%x: memref<16xf32>, %y: memref<16xf32>, %z: memref<?xf32>, %n: index) attributes {nn.entry = "train_step"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  call @scale(%x, %y) {nn.flops = 64 : i64} : (memref<16xf32>, memref<16xf32>) -> () loc(fused<"fc">["profile.mlir":1:1])
  scf.for %i = %c0 to %n step %c1 {
    memref.copy %x, %y : memref<16xf32> to memref<16xf32>
    func.call @scale(%x, %y) : (memref<16xf32>, memref<16xf32>) -> ()
  }
  scf.for %i = %c0 to %n step %c1 {
    memref.store %zero, %x[%i] : memref<16xf32>
  }
  linalg.fill ins(%zero : f32) outs(%z : memref<?xf32>)
  return
}

// CHECK-LABEL: func.func private @scale(
// CHECK-NOT: nn_profile_mark
func.func private @scale(%x: memref<16xf32>, %y: memref<16xf32>) attributes {nn.kernel = 1 : i64} {
  memref.copy %x, %y : memref<16xf32> to memref<16xf32>
  return
}
