// RUN: nnc-opt %s --pass-pipeline='builtin.module(func.func(nn-cpu-lower-views))' | FileCheck %s

// A view is the buffer of its source, and a number of elements from there.

// CHECK-LABEL: func.func @view
// CHECK-SAME: (%[[M:.*]]: memref<8x64xf32>, %[[I:.*]]: index)
// CHECK: %[[BASE:.*]], %{{.*}}, %{{.*}}:2, %{{.*}}:2 = memref.extract_strided_metadata %[[M]]
// CHECK: %[[OFFSET:.*]] = affine.apply #{{.*}}()[%[[I]]]
// CHECK: memref.reinterpret_cast %[[BASE]] to offset: [%[[OFFSET]]], sizes: [2, 64], strides: [64, 1]
// CHECK-NOT: memref.subview
// CHECK: return
func.func @view(%m: memref<8x64xf32>, %i: index) -> memref<2x64xf32, strided<[64, 1], offset: ?>> {
  %view = memref.subview %m[%i, 0] [2, 64] [1, 1]
      : memref<8x64xf32> to memref<2x64xf32, strided<[64, 1], offset: ?>>
  return %view : memref<2x64xf32, strided<[64, 1], offset: ?>>
}
