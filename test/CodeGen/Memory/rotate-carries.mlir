// RUN: nnc-opt --pass-pipeline='builtin.module(func.func(nn-rotate-carries))' %s | FileCheck %s

func.func private @step(%in: memref<?xf32, strided<[1], offset: ?>>,
                        %out: memref<?xf32, strided<[1], offset: ?>>)
    attributes {nn.kernel = 1 : i64}

// The two buffers change places. After five iterations the second one has the
// result.

// CHECK-LABEL: func.func @turns
// CHECK: %[[PLACE:.*]] = memref.alloc() : memref<8x4xf32>
// CHECK: %[[VIEW:.*]] = memref.collapse_shape %[[PLACE]]
// CHECK: memref.copy %{{.*}}, %[[VIEW]]
// CHECK: %[[OTHER:.*]] = memref.alloc() : memref<8x4xf32>
// CHECK: scf.for {{.*}} iter_args(%[[OLD:.*]] = %[[PLACE]], %[[NEW:.*]] = %[[OTHER]])
// CHECK-DAG: %[[IN:.*]] = memref.collapse_shape %[[OLD]]
// CHECK-DAG: %[[OUT:.*]] = memref.collapse_shape %[[NEW]]
// CHECK-DAG: %[[FROM:.*]] = memref.cast %[[IN]]
// CHECK-DAG: %[[TO:.*]] = memref.cast %[[OUT]]
// CHECK: call @step(%[[FROM]], %[[TO]])
// CHECK-NOT: memref.copy
// CHECK: scf.yield %[[NEW]], %[[OLD]]
// CHECK: %[[RESULT:.*]] = memref.collapse_shape %[[OTHER]]
// CHECK: memref.copy %[[RESULT]], %{{.*}}
func.func @turns(%x: memref<32xf32>, %y: memref<32xf32>)
    attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %place = memref.alloc() : memref<8x4xf32>
  %view = memref.collapse_shape %place [[0, 1]] : memref<8x4xf32> into memref<32xf32>
  memref.copy %x, %view : memref<32xf32> to memref<32xf32>
  scf.for %i = %c0 to %c5 step %c1 {
    %fresh = memref.alloc() : memref<32xf32>
    %in = memref.cast %view : memref<32xf32> to memref<?xf32, strided<[1], offset: ?>>
    %out = memref.cast %fresh : memref<32xf32> to memref<?xf32, strided<[1], offset: ?>>
    func.call @step(%in, %out) : (memref<?xf32, strided<[1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>) -> ()
    %new = memref.expand_shape %fresh [[0, 1]] output_shape [8, 4] : memref<32xf32> into memref<8x4xf32>
    memref.copy %new, %place : memref<8x4xf32> to memref<8x4xf32>
  }
  memref.copy %view, %y : memref<32xf32> to memref<32xf32>
  return
}

// Every old value is kept on a stack: there it is read, and the new one is
// written where it will be read next. The size is still asked of the place.

// CHECK-LABEL: func.func @stacked
// CHECK-SAME: %[[X:.*]]: memref<?xf32>, %[[Y:.*]]: memref<?xf32>, %[[ALL:.*]]: memref<3x?xf32>, %[[N:.*]]: index
// CHECK: %[[STACK:.*]] = memref.alloc(%[[N]]) : memref<3x?xf32>
// CHECK: %[[PLACE:.*]] = memref.alloc(%[[N]]) : memref<?xf32>
// CHECK: %[[FIRST:.*]] = memref.subview %[[STACK]][0, 0]
// CHECK: memref.copy %[[X]], %[[FIRST]]
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %[[COUNT:.*]] step %{{.*}} {
// CHECK:   %[[OLD:.*]] = memref.subview %[[STACK]][%[[I]], 0]
// CHECK:   %[[NEXT:.*]] = arith.addi %[[I]], %{{.*}}
// CHECK:   %[[IS_LAST:.*]] = arith.cmpi eq, %[[NEXT]], %[[COUNT]]
// CHECK:   %[[SLICE:.*]] = memref.subview %[[STACK]][%[[NEXT]], 0]
// CHECK:   %[[END:.*]] = memref.cast %[[PLACE]]
// CHECK:   %[[NEW:.*]] = arith.select %[[IS_LAST]], %[[END]], %[[SLICE]]
// CHECK:   memref.dim %[[PLACE]]
// CHECK:   %[[IN:.*]] = memref.cast %[[OLD]]
// CHECK:   %[[OUT:.*]] = memref.cast %[[NEW]]
// CHECK:   call @step(%[[IN]], %[[OUT]])
// CHECK-NOT: memref.copy
// CHECK: }
// CHECK: memref.copy %[[PLACE]], %[[Y]]
// CHECK: memref.copy %[[STACK]], %[[ALL]]
func.func @stacked(%x: memref<?xf32>, %y: memref<?xf32>, %all: memref<3x?xf32>,
                   %n: index) attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %place = memref.alloc(%n) : memref<?xf32>
  memref.copy %x, %place : memref<?xf32> to memref<?xf32>
  %stack = memref.alloc(%n) : memref<3x?xf32>
  scf.for %i = %c0 to %c3 step %c1 {
    %size = memref.dim %place, %c0 : memref<?xf32>
    %fresh = memref.alloc(%size) : memref<?xf32>
    %in = memref.cast %place : memref<?xf32> to memref<?xf32, strided<[1], offset: ?>>
    %out = memref.cast %fresh : memref<?xf32> to memref<?xf32, strided<[1], offset: ?>>
    func.call @step(%in, %out) : (memref<?xf32, strided<[1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>) -> ()
    %slice = memref.subview %stack[%i, 0] [1, %n] [1, 1] : memref<3x?xf32> to memref<?xf32, strided<[1], offset: ?>>
    memref.copy %place, %slice : memref<?xf32> to memref<?xf32, strided<[1], offset: ?>>
    memref.copy %fresh, %place : memref<?xf32> to memref<?xf32>
  }
  memref.copy %place, %y : memref<?xf32> to memref<?xf32>
  memref.copy %stack, %all : memref<3x?xf32> to memref<3x?xf32>
  return
}

// The body changes the old value after it was stacked: only turns are taken.

// CHECK-LABEL: func.func @changed
// CHECK: scf.for {{.*}} iter_args(%[[OLD:.*]] = %{{.*}}, %[[NEW:.*]] = %{{.*}})
// CHECK: memref.copy %[[OLD]], %{{.*}}
// CHECK: memref.store %{{.*}}, %[[OLD]]
// CHECK: scf.yield %[[NEW]], %[[OLD]]
func.func @changed(%x: memref<32xf32>, %all: memref<3x32xf32>, %f: f32)
    attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %place = memref.alloc() : memref<32xf32>
  memref.copy %x, %place : memref<32xf32> to memref<32xf32>
  %stack = memref.alloc() : memref<3x32xf32>
  scf.for %i = %c0 to %c3 step %c1 {
    %slice = memref.subview %stack[%i, 0] [1, 32] [1, 1] : memref<3x32xf32> to memref<32xf32, strided<[1], offset: ?>>
    memref.copy %place, %slice : memref<32xf32> to memref<32xf32, strided<[1], offset: ?>>
    memref.store %f, %place[%i] : memref<32xf32>
    %fresh = memref.alloc() : memref<32xf32>
    %in = memref.cast %place : memref<32xf32> to memref<?xf32, strided<[1], offset: ?>>
    %out = memref.cast %fresh : memref<32xf32> to memref<?xf32, strided<[1], offset: ?>>
    func.call @step(%in, %out) : (memref<?xf32, strided<[1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>) -> ()
    memref.copy %fresh, %place : memref<32xf32> to memref<32xf32>
  }
  memref.copy %stack, %all : memref<3x32xf32> to memref<3x32xf32>
  return
}

// The old value is still read after the new one has its place.

// CHECK-LABEL: func.func @late
// CHECK-NOT: iter_args
// CHECK: return
func.func @late(%x: memref<32xf32>, %y: memref<32xf32>) attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %place = memref.alloc() : memref<32xf32>
  memref.copy %x, %place : memref<32xf32> to memref<32xf32>
  scf.for %i = %c0 to %c3 step %c1 {
    %fresh = memref.alloc() : memref<32xf32>
    memref.copy %x, %fresh : memref<32xf32> to memref<32xf32>
    memref.copy %fresh, %place : memref<32xf32> to memref<32xf32>
    memref.copy %place, %y : memref<32xf32> to memref<32xf32>
  }
  return
}

// Only the loop knows which of them has it in the end.

// CHECK-LABEL: func.func @unknown
// CHECK: %[[LAST:.*]]:2 = scf.for
// CHECK: memref.copy %[[LAST]]#0, %{{.*}}
func.func @unknown(%x: memref<32xf32>, %y: memref<32xf32>, %n: index)
    attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %place = memref.alloc() : memref<32xf32>
  memref.copy %x, %place : memref<32xf32> to memref<32xf32>
  scf.for %i = %c0 to %n step %c1 {
    %fresh = memref.alloc() : memref<32xf32>
    %in = memref.cast %place : memref<32xf32> to memref<?xf32, strided<[1], offset: ?>>
    %out = memref.cast %fresh : memref<32xf32> to memref<?xf32, strided<[1], offset: ?>>
    func.call @step(%in, %out) : (memref<?xf32, strided<[1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>) -> ()
    memref.copy %fresh, %place : memref<32xf32> to memref<32xf32>
  }
  memref.copy %place, %y : memref<32xf32> to memref<32xf32>
  return
}

// Sizes of a view in the loop are asked of a view of the buffer that is known.

func.func private @fold(%in: memref<?x8xf32>, %size: index, %out: memref<?x2x4xf32>)
    attributes {nn.kernel = 1 : i64}

// CHECK-LABEL: func.func @sizes
// CHECK: %[[PLACE:.*]] = memref.alloc(%{{.*}}) : memref<?x2x4xf32>
// CHECK: scf.for {{.*}} iter_args(%[[OLD:.*]] = %[[PLACE]], %[[NEW:.*]] = %{{.*}})
// CHECK-DAG: %[[KNOWN:.*]] = memref.collapse_shape %[[PLACE]]
// CHECK-DAG: %[[IN:.*]] = memref.collapse_shape %[[OLD]]
// CHECK: %[[SIZE:.*]] = memref.dim %[[KNOWN]]
// CHECK: call @fold(%[[IN]], %[[SIZE]], %[[NEW]])
// CHECK: scf.yield %[[NEW]], %[[OLD]]
func.func @sizes(%x: memref<?x2x4xf32>, %y: memref<?x2x4xf32>, %n: index)
    attributes {nn.entry} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %place = memref.alloc(%n) : memref<?x2x4xf32>
  memref.copy %x, %place : memref<?x2x4xf32> to memref<?x2x4xf32>
  scf.for %i = %c0 to %c5 step %c1 {
    %in = memref.collapse_shape %place [[0], [1, 2]] : memref<?x2x4xf32> into memref<?x8xf32>
    %size = memref.dim %in, %c0 : memref<?x8xf32>
    %fresh = memref.alloc(%n) : memref<?x2x4xf32>
    func.call @fold(%in, %size, %fresh) : (memref<?x8xf32>, index, memref<?x2x4xf32>) -> ()
    memref.copy %fresh, %place : memref<?x2x4xf32> to memref<?x2x4xf32>
  }
  memref.copy %place, %y : memref<?x2x4xf32> to memref<?x2x4xf32>
  return
}
