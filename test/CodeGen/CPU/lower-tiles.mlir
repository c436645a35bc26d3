// RUN: nnc-opt %s --pass-pipeline='builtin.module(func.func(nn-cpu-lower-tiles))' | FileCheck %s

// A tile of a view is read by rows, in the buffer that the view is a part of.

// CHECK-LABEL: func.func @tile
// CHECK-SAME: (%[[M:.*]]: memref<8x64xf32>, %[[I:.*]]: index)
// CHECK-NOT: memref.subview
// CHECK: %[[ROW:.*]] = affine.apply #{{.*}}()[%[[I]]]
// CHECK: vector.transfer_read %[[M]][%[[ROW]], %{{.*}}]{{.*}} : memref<8x64xf32>, vector<16xf32>
// CHECK: vector.transfer_read %[[M]][%{{.*}}, %{{.*}}]{{.*}} : memref<8x64xf32>, vector<16xf32>
// CHECK-NOT: vector.transfer_read
// CHECK: return
func.func @tile(%m: memref<8x64xf32>, %i: index) -> vector<2x16xf32> {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %view = memref.subview %m[2, 16] [4, 32] [1, 1]
      : memref<8x64xf32> to memref<4x32xf32, strided<[64, 1], offset: 144>>
  %tile = vector.transfer_read %view[%i, %c0], %zero {in_bounds = [true, true]}
      : memref<4x32xf32, strided<[64, 1], offset: 144>>, vector<2x16xf32>
  return %tile : vector<2x16xf32>
}

// An op that has no kernel becomes loops.

// CHECK-LABEL: func.func @loops
// CHECK-NOT: linalg.generic
// CHECK: scf.for
// CHECK: memref.load
// CHECK: memref.store
func.func @loops(%a: memref<4xf32>, %b: memref<4xf32>) {
  linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>],
                  iterator_types = ["parallel"]}
      ins(%a : memref<4xf32>) outs(%b : memref<4xf32>) {
  ^bb0(%x: f32, %y: f32):
    %sum = arith.addf %x, %x : f32
    linalg.yield %sum : f32
  }
  return
}

// What is none of these is left as it is, constants that fold included.

// CHECK-LABEL: func.func @other
// CHECK: arith.addi
func.func @other() -> index {
  %c1 = arith.constant 1 : index
  %sum = arith.addi %c1, %c1 : index
  return %sum : index
}
