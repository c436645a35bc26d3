// RUN: nnc-opt --nn-cpu-lower-accesses %s | FileCheck %s
// RUN: nnc-opt --nn-cpu-lower-accesses --nn-cpu-simplify-ops \
// RUN:   --convert-scf-to-cf --nn-cpu-to-llvm --reconcile-unrealized-casts %s \
// RUN: | FileCheck %s --check-prefix=LLVM

// A private function takes a pointer to the first element, and what the type
// leaves open: a size here, and the strides that follow.

// CHECK-LABEL: func private @kernel(
// CHECK-SAME:    %[[N:[^:]*]]: index, %[[X:[^:]*]]: !llvm.ptr, %[[SIZE:[^:]*]]: i64,
// CHECK-SAME:    {{ ?}}%[[Y:[^:]*]]: !llvm.ptr, %[[ROWS:[^:]*]]: i64, %[[STRIDE:[^:]*]]: i64)
// CHECK-NOT:     memref
// CHECK:         %[[C4:.*]] = llvm.mlir.constant(4 : i64)
// CHECK:         scf.for %[[I:.*]] = %{{.*}} to %[[N]]
// CHECK:           %[[ROW:.*]] = builtin.unrealized_conversion_cast %[[I]]
// CHECK:           %[[AT:.*]] = llvm.mul %[[ROW]], %[[C4]] : i64
// CHECK:           %[[FROM:.*]] = llvm.getelementptr %[[X]][%[[AT]]]{{.*}}, f32
// CHECK:           llvm.load %[[FROM]] {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
// CHECK:           llvm.mul %[[ROW]], %[[STRIDE]]
// CHECK:           llvm.store %{{.*}}, %{{.*}} {alignment = 4 : i64} : vector<4xf32>, !llvm.ptr
// LLVM-LABEL:  llvm.func @kernel(
// LLVM-NOT:      llvm.insertvalue
// LLVM:        llvm.func @entry(
func.func private @kernel(%n: index,
    %x: memref<?x4xf32, strided<[4, 1], offset: ?>>,
    %y: memref<?x4xf32, strided<[?, 1], offset: ?>>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  scf.for %i = %c0 to %n step %c1 {
    %v = vector.transfer_read %x[%i, %c0], %zero {in_bounds = [true]}
      : memref<?x4xf32, strided<[4, 1], offset: ?>>, vector<4xf32>
    vector.transfer_write %v, %y[%i, %c0] {in_bounds = [true]}
      : vector<4xf32>, memref<?x4xf32, strided<[?, 1], offset: ?>>
  }
  return
}

// Views become sums of addresses, an entry keeps its arguments, and numbers
// that are known are not passed.

// CHECK-LABEL: func @entry(
// CHECK-SAME:    %[[ARENA:[^:]*]]: memref<?xi8>, %[[OUT:[^:]*]]: memref<8x4xf32>
// CHECK:         %[[DESCRIPTOR:.*]] = builtin.unrealized_conversion_cast %[[ARENA]]
// CHECK:         %[[BYTES:.*]] = llvm.extractvalue %[[DESCRIPTOR]][1]
// CHECK:         %[[FIRST:.*]] = llvm.getelementptr %[[BYTES]][{{.*}}, i8
// CHECK-NOT:     memref.view
// CHECK:         %[[PART:.*]] = llvm.getelementptr %[[FIRST]][{{.*}}, f32
// CHECK:         call @kernel(%{{[^,]*}}, %[[PART]], %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}) : (index, !llvm.ptr, i64, !llvm.ptr, i64, i64) -> ()
// CHECK:         "llvm.intr.memcpy"
func.func @entry(%arena: memref<?xi8>, %out: memref<8x4xf32>) {
  %c8 = arith.constant 8 : index
  %c64 = arith.constant 64 : index
  %view = memref.view %arena[%c64][] : memref<?xi8> to memref<16x4xf32>
  %base, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %view
    : memref<16x4xf32> -> memref<f32>, index, index, index, index, index
  %half = memref.reinterpret_cast %base to offset: [32], sizes: [8, 4],
    strides: [4, 1] : memref<f32> to memref<8x4xf32, strided<[4, 1], offset: 32>>
  %from = memref.cast %half : memref<8x4xf32, strided<[4, 1], offset: 32>>
    to memref<?x4xf32, strided<[4, 1], offset: ?>>
  %to = memref.cast %out : memref<8x4xf32>
    to memref<?x4xf32, strided<[?, 1], offset: ?>>
  func.call @kernel(%c8, %from, %to)
    : (index, memref<?x4xf32, strided<[4, 1], offset: ?>>,
       memref<?x4xf32, strided<[?, 1], offset: ?>>) -> ()
  memref.copy %out, %half
    : memref<8x4xf32> to memref<8x4xf32, strided<[4, 1], offset: 32>>
  return
}

// What only the conversion of memrefs knows reads the same memory: an argument
// and an allocation are put together again for it.

// CHECK-LABEL: func private @rest(
// CHECK-SAME:    %[[X:[^:]*]]: !llvm.ptr, %[[N:[^:]*]]: i64)
// CHECK:         llvm.insertvalue %[[X]]
// CHECK:         %[[MEMREF:.*]] = builtin.unrealized_conversion_cast {{.*}} to memref<?xf32, strided<[1], offset: ?>>
// CHECK:         %[[STACK:.*]] = llvm.alloca
// CHECK:         %[[LATER:.*]] = builtin.unrealized_conversion_cast {{.*}} to memref<4xf32>
// CHECK-NOT:     memref.alloca
// CHECK:         memref.prefetch %[[MEMREF]]
// CHECK:         memref.prefetch %[[LATER]]
// CHECK:         llvm.store %{{.*}}, %[[STACK]]
func.func private @rest(%x: memref<?xf32, strided<[1], offset: ?>>) -> index {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %stack = memref.alloca() : memref<4xf32>
  memref.prefetch %x[%c0], read, locality<3>, data
    : memref<?xf32, strided<[1], offset: ?>>
  memref.prefetch %stack[%c0], read, locality<3>, data : memref<4xf32>
  memref.store %zero, %stack[%c0] : memref<4xf32>
  %n = memref.dim %x, %c0 : memref<?xf32, strided<[1], offset: ?>>
  return %n : index
}

// A function whose address is taken keeps its arguments.

// CHECK-LABEL: func private @passed(%{{.*}}: memref<4xf32>)
func.func private @passed(%x: memref<4xf32>) {
  return
}
func.func @takes() -> ((memref<4xf32>) -> ()) {
  %f = func.constant @passed : (memref<4xf32>) -> ()
  return %f : (memref<4xf32>) -> ()
}

// Elements that are known steps apart share an address.

// CHECK-LABEL: func private @steps(
// CHECK-SAME:    %[[X:[^:]*]]: !llvm.ptr
// CHECK:         %[[FIRST:.*]] = llvm.getelementptr {{.*}}%[[X]][%{{.*}}]
// CHECK:         llvm.load %[[FIRST]]
// CHECK-NOT:     llvm.mul
// CHECK:         %[[BELOW:.*]] = llvm.getelementptr %[[FIRST]][8]
// CHECK:         llvm.load %[[BELOW]]
// CHECK:         %[[BEHIND:.*]] = llvm.getelementptr %[[FIRST]][7]
// CHECK:         llvm.load %[[BEHIND]]
// CHECK:         %[[FOURTH:.*]] = llvm.getelementptr {{.*}}%[[X]][%{{.*}}]
// CHECK:         llvm.load %[[FOURTH]]
func.func private @steps(%x: memref<8x4xf32>, %i: index, %j: index)
    -> (f32, f32, f32, f32) {
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %cm1 = arith.constant -1 : index
  %below = arith.addi %i, %c2 : index
  %behind = arith.addi %j, %cm1 : index
  %sum = arith.addi %i, %j : index
  %a = memref.load %x[%i, %j] : memref<8x4xf32>
  %b = memref.load %x[%below, %j] : memref<8x4xf32>
  %c = memref.load %x[%below, %behind] : memref<8x4xf32>
  %d = memref.load %x[%sum, %j] : memref<8x4xf32>
  return %a, %b, %c, %d : f32, f32, f32, f32
}

// So do the rows of a tile. Only of a whole index it is known that it is not
// negative.

// CHECK-LABEL: func @rows(
// CHECK:         %[[AT:.*]] = llvm.mul %{{[^ ]*}}, %{{[^ ]*}} : i64
// CHECK:         %[[FIRST:.*]] = llvm.getelementptr %{{.*}}[%[[AT]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[ROW:.*]] = llvm.getelementptr %[[FIRST]][10] : (!llvm.ptr) -> !llvm.ptr, f32
// CHECK:         llvm.load %[[ROW]]
// CHECK:         %[[NEXT:.*]] = llvm.getelementptr %[[FIRST]][1]
// CHECK:         llvm.load %[[NEXT]]
// CHECK:         llvm.mul %{{.*}} overflow<nsw, nuw> : i64
// CHECK:         llvm.getelementptr inbounds|nuw
func.func @rows(%x: memref<8x4xf32>, %i: index, %j: index) -> (f32, f32, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %row = arith.addi %i, %c2 : index
  %a = memref.load %x[%row, %c2] : memref<8x4xf32>
  %b = memref.load %x[%i, %c1] : memref<8x4xf32>
  %c = memref.load %x[%j, %c0] : memref<8x4xf32>
  return %a, %b, %c : f32, f32, f32
}
