// RUN: nnc-opt --nn-expand-copies --split-input-file %s | FileCheck %s

// One stretch of memory somewhere else is moved at once.
// CHECK-LABEL: func.func @stretch
// CHECK-NOT: scf.for
// CHECK: memref.copy %arg0, %arg1
func.func @stretch(%from: memref<8x3x4xf32, strided<[12, 4, 1], offset: ?>>, %to: memref<8x3x4xf32>) {
  memref.copy %from, %to : memref<8x3x4xf32, strided<[12, 4, 1], offset: ?>> to memref<8x3x4xf32>
  return
}

// Of a batch, each example is one.
// CHECK-LABEL: func.func @batch
// CHECK: %[[N:.*]] = memref.dim %arg1
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %[[N]]
// CHECK: %[[FROM:.*]] = memref.subview %arg0[%[[I]], 0, 0]
// CHECK: %[[TO:.*]] = memref.subview %arg1[%[[I]], 0, 0]
// CHECK: memref.copy %[[FROM]], %[[TO]] : memref<3x4xf32, strided<[4, 1], offset: ?>> to memref<3x4xf32, strided<[4, 1], offset: ?>>
// CHECK-NOT: linalg.copy
func.func @batch(%from: memref<?x3x4xf32, strided<[12, 4, 1], offset: ?>>, %to: memref<?x3x4xf32>) {
  memref.copy %from, %to : memref<?x3x4xf32, strided<[12, 4, 1], offset: ?>> to memref<?x3x4xf32>
  return
}

// A column has no stretch longer than an element.
// CHECK-LABEL: func.func @column
// CHECK: linalg.copy ins(%arg0 : memref<8xf32, strided<[4]>>) outs(%arg1 : memref<8xf32>)
func.func @column(%from: memref<8xf32, strided<[4]>>, %to: memref<8xf32>) {
  memref.copy %from, %to : memref<8xf32, strided<[4]>> to memref<8xf32>
  return
}

// What is there already needs no copy.
// CHECK-LABEL: func.func @itself
// CHECK-NEXT: return
func.func @itself(%x: memref<4xf32>) {
  memref.copy %x, %x : memref<4xf32> to memref<4xf32>
  return
}
