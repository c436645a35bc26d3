// RUN: nnc-opt --nn-cpu-join-regions %s | FileCheck %s

// A kernel for threads of a region. The original has no calls left.

// CHECK-NOT: func.func private @double(
// CHECK-LABEL: func.func private @double.team
// CHECK-NOT: omp.parallel
// CHECK: omp.wsloop {
// CHECK-NEXT: omp.loop_nest (%[[I:.*]]) : index = (%{{.*}}) to (%{{.*}}) step (%{{.*}}) {
// CHECK-NEXT: memref.alloca_scope {
// CHECK-NEXT: memref.load %{{.*}}[%[[I]]]
// CHECK: memref.store
// CHECK: return
func.func private @double(%x: memref<64xf32>, %y: memref<64xf32>)
    attributes {nn.kernel = 1 : i64} {
  scf.forall (%i) in (64) {
    %a = memref.load %x[%i] : memref<64xf32>
    %b = arith.addf %a, %a : f32
    memref.store %b, %y[%i] : memref<64xf32>
  }
  return
}

// Sums of parts are on a stack that threads share; one of them adds these.

// CHECK-LABEL: func.func private @sum.team
// CHECK-SAME: %[[X:.*]]: memref<64xf32>, %[[Y:.*]]: memref<f32>, %[[PARTS:.*]]: memref<2xf32>)
// CHECK-SAME: nn.kernel = 2
// CHECK-NOT: memref.alloca()
// CHECK: omp.wsloop
// CHECK: memref.store %{{.*}}, %[[PARTS]]
// CHECK: omp.single {
// CHECK-NEXT: memref.load %[[PARTS]]
// CHECK-NEXT: memref.load %[[PARTS]]
// CHECK-NEXT: arith.addf
// CHECK-NEXT: memref.store %{{.*}}, %[[Y]]
// CHECK-NEXT: omp.terminator
func.func private @sum(%x: memref<64xf32>, %y: memref<f32>)
    attributes {nn.kernel = 1 : i64} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c32 = arith.constant 32 : index
  %parts = memref.alloca() : memref<2xf32>
  scf.forall (%part) in (2) {
    %zero = arith.constant 0.0 : f32
    %sum = scf.for %i = %c0 to %c32 step %c1 iter_args(%s = %zero) -> f32 {
      %from = arith.muli %part, %c32 : index
      %at = arith.addi %from, %i : index
      %a = memref.load %x[%at] : memref<64xf32>
      %next = arith.addf %s, %a : f32
      scf.yield %next : f32
    }
    memref.store %sum, %parts[%part] : memref<2xf32>
  }
  %a = memref.load %parts[%c0] : memref<2xf32>
  %b = memref.load %parts[%c1] : memref<2xf32>
  %s = arith.addf %a, %b : f32
  memref.store %s, %y[] : memref<f32>
  return
}

// CHECK-LABEL: func.func private @small(
func.func private @small(%x: memref<f32>) attributes {nn.kernel = 1 : i64} {
  %one = arith.constant 1.0 : f32
  memref.store %one, %x[] : memref<f32>
  return
}

// Views that are used later too come before the region, and so does the stack,
// which one kernel after the other uses.

// CHECK-LABEL: func.func @entry
// CHECK-SAME: %[[X:.*]]: memref<64xf32>, %[[Y:.*]]: memref<64xf32>, %[[Z:.*]]: memref<f32>, %[[ARENA:.*]]: memref<512xi8>
// CHECK: %[[STACK:.*]] = memref.alloca() {alignment = 64 : i64} : memref<2xf32>
// CHECK: %[[LATER:.*]] = memref.view %[[ARENA]]
// CHECK: omp.parallel {
// CHECK-NEXT: func.call @double.team(%[[X]], %[[LATER]])
// CHECK-NEXT: %[[OWN:.*]] = memref.view %[[ARENA]]
// CHECK-NEXT: omp.single {
// CHECK-NEXT:   func.call @small(%[[Z]])
// CHECK-NEXT:   omp.terminator
// CHECK-NEXT: }
// CHECK-NEXT: scf.for
// CHECK-NEXT:   func.call @double.team(%[[LATER]], %[[OWN]])
// CHECK-NEXT:   func.call @double.team(%[[OWN]], %[[LATER]])
// CHECK-NEXT: }
// CHECK-NEXT: func.call @sum.team(%[[OWN]], %[[Z]], %[[STACK]])
// CHECK-NEXT: func.call @sum.team(%[[LATER]], %[[Z]], %[[STACK]])
// CHECK-NEXT: omp.terminator
// CHECK-NEXT: }
// CHECK-NEXT: %[[SUM:.*]] = memref.load %[[Z]]
// CHECK-NEXT: memref.copy %[[LATER]], %[[Y]]
// CHECK-NEXT: return %[[SUM]]
func.func @entry(%x: memref<64xf32>, %y: memref<64xf32>, %z: memref<f32>,
                 %arena: memref<512xi8>) -> f32 attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c256 = arith.constant 256 : index
  %later = memref.view %arena[%c0][] : memref<512xi8> to memref<64xf32>
  call @double(%x, %later) : (memref<64xf32>, memref<64xf32>) -> ()
  call @small(%z) : (memref<f32>) -> ()
  %own = memref.view %arena[%c256][] : memref<512xi8> to memref<64xf32>
  scf.for %i = %c0 to %c4 step %c1 {
    func.call @double(%later, %own) : (memref<64xf32>, memref<64xf32>) -> ()
    func.call @double(%own, %later) : (memref<64xf32>, memref<64xf32>) -> ()
  }
  call @sum(%own, %z) : (memref<64xf32>, memref<f32>) -> ()
  call @sum(%later, %z) : (memref<64xf32>, memref<f32>) -> ()
  %sum = memref.load %z[] : memref<f32>
  memref.copy %later, %y : memref<64xf32> to memref<64xf32>
  return %sum : f32
}

// A number that one thread reads from memory that kernels write would have to
// reach the others: there the region ends. One large kernel is one as it is.

// CHECK-LABEL: func.func @number
// CHECK-NOT: omp.parallel
// CHECK: call @scale(
// CHECK: memref.load
// CHECK: call @scale(
// CHECK: return
func.func private @scale(%s: f32, %y: memref<64xf32>, %z: memref<f32>)
    attributes {nn.kernel = 2 : i64} {
  scf.forall (%i) in (64) {
    memref.store %s, %y[%i] : memref<64xf32>
  }
  memref.store %s, %z[] : memref<f32>
  return
}
func.func @number(%y: memref<64xf32>, %z: memref<f32>, %s: f32)
    attributes {nn.entry} {
  call @scale(%s, %y, %z) : (f32, memref<64xf32>, memref<f32>) -> ()
  %t = memref.load %z[] : memref<f32>
  call @scale(%t, %y, %z) : (f32, memref<64xf32>, memref<f32>) -> ()
  return
}

// A value that is only read is read by every thread.

// CHECK-LABEL: func.func @given
// CHECK: omp.parallel {
// CHECK-NEXT: func.call @scale.team
// CHECK-NEXT: %[[S:.*]] = memref.load
// CHECK-NEXT: func.call @scale.team(%[[S]]
func.func @given(%y: memref<64xf32>, %z: memref<f32>, %s: f32, %r: memref<f32>)
    attributes {nn.entry} {
  call @scale(%s, %y, %z) : (f32, memref<64xf32>, memref<f32>) -> ()
  %t = memref.load %r[] : memref<f32>
  call @scale(%t, %y, %z) : (f32, memref<64xf32>, memref<f32>) -> ()
  return
}
