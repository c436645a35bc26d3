// RUN: nnc-opt --nn-cpu-host-threads %s | FileCheck %s

// The runner: one chunk a thread, at most one an iteration; without a hook the
// body is called.
// CHECK-LABEL: func.func private @nn_run_parallel(
// CHECK-SAME: %[[HOOK:.*]]: !llvm.ptr, %[[CLOSURE:.*]]: !llvm.ptr, %[[BODY:.*]]: !llvm.ptr, %[[COUNT:.*]]: i64)
// CHECK: arith.minsi %{{.*}}, %[[COUNT]]
// CHECK: llvm.store %[[CHUNKS:.*]], %[[CLOSURE]] : i64
// CHECK: scf.if
// CHECK: llvm.call %{{.*}}(%{{.*}}, %[[CHUNKS]], %[[BODY]], %[[CLOSURE]]) : !llvm.ptr, (!llvm.ptr, i64, !llvm.ptr, !llvm.ptr) -> ()
// CHECK: else
// CHECK: llvm.call %[[BODY]](%[[CLOSURE]], %{{.*}}) : !llvm.ptr, (!llvm.ptr, i64) -> ()

// The closure is on the stack of the function, not of the loop around.
// CHECK-LABEL: func.func @steps(
// CHECK-SAME: %[[M:.*]]: memref<64xf32>, %[[V:.*]]: f32, %[[N:.*]]: index, %[[P:.*]]: !llvm.ptr)
// CHECK-SAME: passthrough = ["nn-host-threads"]
// CHECK: %[[MEMORY:.*]] = llvm.alloca %{{.*}} x !llvm.struct<(i64, f32, struct<(ptr, ptr, i64, array<1 x i64>, array<1 x i64>)>, i64)>
// CHECK: scf.for
// CHECK-NOT: scf.forall
// CHECK-NOT: llvm.alloca
// CHECK: %[[ADDRESS:.*]] = builtin.unrealized_conversion_cast %{{.*}} : (!llvm.ptr, i64) -> () to !llvm.ptr
// CHECK: call @nn_run_parallel(%[[P]], %[[MEMORY]], %[[ADDRESS]], %{{.*}})

// Chunks cover all iterations; what an iteration keeps, a chunk allocates once.
// CHECK-LABEL: func.func private @steps.parallel0(
// CHECK-SAME: %[[CONTEXT:.*]]: !llvm.ptr, %[[CHUNK:.*]]: i64)
// CHECK-SAME: passthrough = ["nn-host-loop"]
// CHECK: memref.alloca() : memref<4xf32>
// CHECK: scf.for
// CHECK-NOT: memref.alloca
// CHECK: memref.store
// CHECK: return
func.func @steps(%m: memref<64xf32>, %v: f32, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  scf.for %t = %c0 to %c2 step %c1 {
    scf.forall (%i) = (0) to (%n) step (4) {
      %local = memref.alloca() : memref<4xf32>
      memref.store %v, %local[%c0] : memref<4xf32>
      %x = memref.load %local[%c0] : memref<4xf32>
      memref.store %x, %m[%i] : memref<64xf32>
    }
  }
  return
}

// Without a parallel loop nothing changes.
// CHECK-LABEL: func.func @plain(
// CHECK-SAME: %{{.*}}: memref<4xf32>) {
func.func @plain(%m: memref<4xf32>) {
  return
}

// A kernel's loops use the threads of the entry that calls it.
// CHECK-LABEL: func.func @calls(
// CHECK-SAME: %[[M:.*]]: memref<64xf32>, %[[V:.*]]: f32, %[[THREADS:.*]]: !llvm.ptr)
// CHECK: call @kernel(%[[M]], %[[V]], %[[THREADS]])
func.func @calls(%m: memref<64xf32>, %v: f32) {
  call @kernel(%m, %v) : (memref<64xf32>, f32) -> ()
  return
}
// CHECK-LABEL: func.func private @kernel(
// CHECK-SAME: !llvm.ptr)
func.func private @kernel(%m: memref<64xf32>, %v: f32) {
  scf.forall (%i) in (64) {
    memref.store %v, %m[%i] : memref<64xf32>
  }
  return
}
