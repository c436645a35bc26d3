// RUN: nnc-opt --nn-plan-arena --canonicalize %s | FileCheck %s

// Two buffers that are not alive together share the start of the arena.
// CHECK-LABEL: func.func private @e_arena() -> index
// CHECK: %[[SIZE:.*]] = arith.constant 64 : index
// CHECK: return %[[SIZE]]
func.func @e(%x: memref<4xf32>) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<16xf32>
  %v = memref.load %x[%c0] : memref<4xf32>
  memref.store %v, %a[%c0] : memref<16xf32>
  %w = memref.load %a[%c0] : memref<16xf32>
  %b = memref.alloc() : memref<8xf32>
  memref.store %w, %b[%c0] : memref<8xf32>
  %y = memref.load %b[%c0] : memref<8xf32>
  memref.store %y, %x[%c0] : memref<4xf32>
  return
}

// A size that depends on a dim: the size of the arena is a function of it. A
// place is computed where it is used first.
// CHECK-LABEL: func.func @d(
// CHECK-SAME: memref<?xi8> {nn.arena}
// CHECK: memref.load
// CHECK: memref.view %{{.*}}[%{{.*}}][%{{.*}}] : memref<?xi8> to memref<?x3xf32>
// CHECK-LABEL: func.func private @d_arena(
// CHECK-SAME: %[[N:.*]]: index {nn.arg = #nn.arg<dim, "batch">}) -> index
// CHECK: %[[BYTES:.*]] = arith.muli %[[N]], %{{.*}} : index
// CHECK: return %[[BYTES]]
nn.dim @batch
func.func @d(%x: memref<4xf32>, %n: index {nn.arg = #nn.arg<dim, "batch">})
    attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %a = memref.alloc(%n) : memref<?x3xf32>
  %v = memref.load %x[%c0] : memref<4xf32>
  memref.store %v, %a[%c0, %c0] : memref<?x3xf32>
  %w = memref.load %a[%c0, %c0] : memref<?x3xf32>
  memref.store %w, %x[%c0] : memref<4xf32>
  return
}

// The size of a view that joins axes of an argument is known too.
// CHECK-LABEL: func.func @joined(
// CHECK: memref.view %{{.*}}[%{{.*}}][%{{.*}}] : memref<?xi8> to memref<?x3xf64>
// CHECK-LABEL: func.func private @joined_arena(
func.func @joined(%x: memref<?x2x3xf64>
      {nn.arg = #nn.arg<input, "x">, nn.type = tensor<?x2x3xf64, #nn.dims<batch, _, _>>},
    %n: index {nn.arg = #nn.arg<dim, "batch">}) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %v = memref.collapse_shape %x [[0], [1, 2]] : memref<?x2x3xf64> into memref<?x6xf64>
  %rows = memref.dim %v, %c0 : memref<?x6xf64>
  %a = memref.alloc(%rows) : memref<?x3xf64>
  %f = memref.load %v[%c0, %c0] : memref<?x6xf64>
  memref.store %f, %a[%c0, %c0] : memref<?x3xf64>
  %g = memref.load %a[%c0, %c0] : memref<?x3xf64>
  memref.store %g, %v[%c0, %c0] : memref<?x6xf64>
  return
}

// A temporary of each iteration: small ones on the thread's stack.
// CHECK-LABEL: func.func @stack(
// CHECK: scf.forall
// CHECK-NEXT: memref.alloca() {alignment = 64 : i64} : memref<64xf32>
func.func @stack(%x: memref<8xf32>, %v: f32) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  scf.forall (%i) in (8) {
    %a = memref.alloc() : memref<64xf32>
    memref.store %v, %a[%c0] : memref<64xf32>
    %y = memref.load %a[%i] : memref<64xf32>
    memref.store %y, %x[%i] : memref<8xf32>
  }
  return
}

// Large ones take turns in the arena.
// CHECK-LABEL: func.func @turns(
// CHECK-NOT: scf.forall
// CHECK: memref.view %{{.*}} : memref<?xi8> to memref<512x256xf32>
// CHECK: scf.for
// CHECK-NOT: memref.alloc
func.func @turns(%x: memref<8xf32>, %v: f32) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  scf.forall (%i) in (8) {
    %a = memref.alloc() : memref<512x256xf32>
    memref.store %v, %a[%c0, %c0] : memref<512x256xf32>
    %y = memref.load %a[%c0, %i] : memref<512x256xf32>
    memref.store %y, %x[%i] : memref<8xf32>
  }
  return
}

// The size of a slice is known like any other.
// CHECK-LABEL: func.func private @s_arena(
// CHECK-SAME: %[[N:.*]]: index {nn.arg = #nn.arg<dim, "batch">}) -> index
// CHECK: arith.muli %[[N]], %{{.*}} : index
func.func @s(%x: memref<3x?x4xf32>, %n: index {nn.arg = #nn.arg<dim, "batch">})
    attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  scf.for %i = %c0 to %c3 step %c1 {
    %row = memref.subview %x[%i, 0, 0] [1, %n, 4] [1, 1, 1] : memref<3x?x4xf32> to memref<?x4xf32, strided<[4, 1], offset: ?>>
    %size = memref.dim %row, %c0 : memref<?x4xf32, strided<[4, 1], offset: ?>>
    %copy = memref.alloc(%size) : memref<?x4xf32>
    memref.copy %row, %copy : memref<?x4xf32, strided<[4, 1], offset: ?>> to memref<?x4xf32>
  }
  return
}

// Within an iteration too, buffers that are not alive together share a place;
// not with what the loop was given from outside.
// CHECK-LABEL: func.func @iteration(
// CHECK-DAG: memref.view %{{.*}}[%c0][] : memref<?xi8> to memref<17xf32>
// CHECK-DAG: memref.view %{{.*}}[%c128][] : memref<?xi8> to memref<16xf32>
// CHECK-DAG: memref.view %{{.*}}[%c128][] : memref<?xi8> to memref<8xf32>
// CHECK-LABEL: func.func private @iteration_arena() -> index
// CHECK: %[[SIZE:.*]] = arith.constant 192 : index
// CHECK: return %[[SIZE]]
func.func @iteration(%x: memref<4xf32>) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %given = memref.alloc() : memref<17xf32>
  %u = memref.load %x[%c0] : memref<4xf32>
  memref.store %u, %given[%c0] : memref<17xf32>
  scf.for %i = %c0 to %c4 step %c1 {
    %a = memref.alloc() : memref<16xf32>
    %v = memref.load %given[%c0] : memref<17xf32>
    memref.store %v, %a[%c0] : memref<16xf32>
    %w = memref.load %a[%c0] : memref<16xf32>
    %b = memref.alloc() : memref<8xf32>
    memref.store %w, %b[%c0] : memref<8xf32>
    %y = memref.load %b[%c0] : memref<8xf32>
    memref.store %y, %x[%i] : memref<4xf32>
  }
  return
}

// What a loop carries to its next iteration lives as long as the loop.
// CHECK-LABEL: func.func private @carried_arena() -> index
// CHECK: %[[SIZE:.*]] = arith.constant 192 : index
// CHECK: return %[[SIZE]]
func.func @carried(%x: memref<4xf32>) attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %first = memref.alloc() : memref<16xf32>
  %u = memref.load %x[%c0] : memref<4xf32>
  memref.store %u, %first[%c0] : memref<16xf32>
  %last = scf.for %i = %c0 to %c4 step %c1 iter_args(%old = %first) -> memref<16xf32> {
    %b = memref.alloc() : memref<8xf32>
    %v = memref.load %old[%c0] : memref<16xf32>
    memref.store %v, %b[%c0] : memref<8xf32>
    %w = memref.load %b[%c0] : memref<8xf32>
    %new = memref.alloc() : memref<16xf32>
    memref.store %w, %new[%c0] : memref<16xf32>
    scf.yield %new : memref<16xf32>
  }
  %z = memref.load %last[%c0] : memref<16xf32>
  memref.store %z, %x[%c0] : memref<4xf32>
  return
}

// Buffers of so many bytes for each example are placed for one example, and the
// plan is stretched. It tells the least that any plan needs.
// CHECK-LABEL: func.func @examples(
// CHECK-SAME: nn.arena_plan = [{bytes = 64 : i64, least = 64 : i64}, {bytes = 320 : i64, each = "batch", least = 320 : i64}]
// CHECK-LABEL: func.func private @examples_arena(
// CHECK-SAME: %[[N:.*]]: index {nn.arg = #nn.arg<dim, "batch">}) -> index
// CHECK: %[[EACH:.*]] = arith.muli %[[N]], %c320 : index
// CHECK: %[[SUM:.*]] = arith.addi %[[EACH]], %c64 : index
// CHECK: return %[[SUM]]
func.func @examples(%x: memref<4xf32>, %n: index {nn.arg = #nn.arg<dim, "batch">})
    attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %one = memref.alloc() : memref<4xf32>
  %a = memref.alloc(%n) : memref<?x64xf32>
  %b = memref.alloc(%n) : memref<16x?xf32>
  %c = memref.alloc(%n) : memref<?x3xf32>
  %v = memref.load %x[%c0] : memref<4xf32>
  memref.store %v, %one[%c0] : memref<4xf32>
  memref.store %v, %a[%c0, %c0] : memref<?x64xf32>
  memref.store %v, %b[%c0, %c0] : memref<16x?xf32>
  %w = memref.load %b[%c0, %c0] : memref<16x?xf32>
  memref.store %w, %c[%c0, %c0] : memref<?x3xf32>
  %y = memref.load %a[%c0, %c0] : memref<?x64xf32>
  %z = memref.load %c[%c0, %c0] : memref<?x3xf32>
  memref.store %z, %one[%c0] : memref<4xf32>
  memref.store %y, %x[%c0] : memref<4xf32>
  return
}
