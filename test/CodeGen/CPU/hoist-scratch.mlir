// RUN: nnc-opt --nn-cpu-hoist-scratch %s | FileCheck %s

// What an iteration keeps on the stack belongs to the thread, and the scope
// around the body is gone.

// CHECK-LABEL: func @iterations
// CHECK:       omp.parallel
// CHECK-NEXT:    %[[SCRATCH:.*]] = memref.alloca() {{.*}} : memref<16xf32>
// CHECK:         omp.loop_nest
// CHECK-NOT:       memref.alloca_scope
// CHECK:           memref.store %{{.*}}, %[[SCRATCH]]
// CHECK-NOT:       memref.alloca_scope
// CHECK:           omp.yield
func.func @iterations(%out: memref<8xf32>, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  omp.parallel {
    omp.wsloop {
      omp.loop_nest (%i) : index = (%c0) to (%c8) step (%c1) {
        memref.alloca_scope {
          %scratch = memref.alloca() {alignment = 64 : i64} : memref<16xf32>
          memref.store %x, %scratch[%c0] : memref<16xf32>
          %y = memref.load %scratch[%c0] : memref<16xf32>
          memref.store %y, %out[%i] : memref<8xf32>
        }
        omp.yield
      }
    }
    omp.terminator
  }
  return
}

// A size that only the iteration knows stays where it is.
// CHECK-LABEL: func @dynamic
// CHECK:         memref.alloca_scope
// CHECK-NEXT:      memref.alloca(%{{.*}})
func.func @dynamic(%out: memref<8xf32>, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  omp.parallel {
    omp.wsloop {
      omp.loop_nest (%i) : index = (%c0) to (%c8) step (%c1) {
        memref.alloca_scope {
          %scratch = memref.alloca(%i) : memref<?xf32>
          memref.store %x, %scratch[%c0] : memref<?xf32>
          %y = memref.load %scratch[%c0] : memref<?xf32>
          memref.store %y, %out[%i] : memref<8xf32>
        }
        omp.yield
      }
    }
    omp.terminator
  }
  return
}

// Without threads, the stack of loops is taken once a call.

// CHECK-LABEL: func @alone
// CHECK-NEXT:  %[[SCRATCH:.*]] = memref.alloca() {{.*}} : memref<16xf32>
// CHECK:       scf.for
// CHECK-NOT:     memref.alloca
// CHECK:         memref.store %{{.*}}, %[[SCRATCH]]
func.func @alone(%out: memref<8xf32>, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  scf.for %i = %c0 to %c8 step %c1 {
    %scratch = memref.alloca() {alignment = 64 : i64} : memref<16xf32>
    memref.store %x, %scratch[%c0] : memref<16xf32>
    %y = memref.load %scratch[%c0] : memref<16xf32>
    memref.store %y, %out[%i] : memref<8xf32>
  }
  return
}

// A kernel that the threads of a region call: the stack is each thread's own.

// CHECK-LABEL: func @team
// CHECK-NEXT:  %[[SCRATCH:.*]] = memref.alloca() {{.*}} : memref<16xf32>
// CHECK:       omp.wsloop
// CHECK-NOT:     memref.alloca
// CHECK:         memref.store %{{.*}}, %[[SCRATCH]]
func.func @team(%out: memref<8xf32>, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  omp.wsloop {
    omp.loop_nest (%i) : index = (%c0) to (%c8) step (%c1) {
      memref.alloca_scope {
        %scratch = memref.alloca() {alignment = 64 : i64} : memref<16xf32>
        memref.store %x, %scratch[%c0] : memref<16xf32>
        %y = memref.load %scratch[%c0] : memref<16xf32>
        memref.store %y, %out[%i] : memref<8xf32>
      }
      omp.yield
    }
  }
  return
}
