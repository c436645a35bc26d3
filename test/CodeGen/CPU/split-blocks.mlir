// RUN: nnc-opt %s --pass-pipeline='builtin.module(func.func(nn-cpu-split-blocks))' | FileCheck %s

// The rows of a block that was put together from vectors are those vectors.

// CHECK-LABEL: func.func @rows
// CHECK-SAME: (%[[A:.*]]: vector<2xf32>, %[[B:.*]]: vector<2xf32>, %[[M:.*]]: memref<4x8xf32>, %[[I:.*]]: index, %[[J:.*]]: index)
// CHECK-NOT: to_elements
// CHECK: vector.transfer_write %[[A]], %[[M]][%[[I]], %[[J]]] {in_bounds = [true]}
// CHECK: %[[NEXT:.*]] = arith.addi %[[I]], %{{.*}} : index
// CHECK-NEXT: vector.transfer_write %[[B]], %[[M]][%[[NEXT]], %[[J]]] {in_bounds = [true]}
// CHECK-NEXT: return
func.func @rows(%a: vector<2xf32>, %b: vector<2xf32>, %m: memref<4x8xf32>, %i: index, %j: index) {
  %x:2 = vector.to_elements %a : vector<2xf32>
  %y:2 = vector.to_elements %b : vector<2xf32>
  %block = vector.from_elements %x#0, %x#1, %y#0, %y#1 : vector<2x2xf32>
  vector.transfer_write %block, %m[%i, %j] {in_bounds = [true, true]} : vector<2x2xf32>, memref<4x8xf32>
  return
}

// Rows of which the elements are in another order are put together.

// CHECK-LABEL: func.func @mixed
// CHECK: %[[ROW:.*]] = vector.from_elements %{{.*}}#1, %{{.*}}#0 : vector<2xf32>
// CHECK: vector.transfer_write %[[ROW]]
// CHECK: vector.transfer_write %{{.*}}, %
func.func @mixed(%a: vector<2xf32>, %b: vector<2xf32>, %m: memref<4x8xf32>, %i: index) {
  %x:2 = vector.to_elements %a : vector<2xf32>
  %y:2 = vector.to_elements %b : vector<2xf32>
  %block = vector.from_elements %x#1, %x#0, %y#0, %y#1 : vector<2x2xf32>
  vector.transfer_write %block, %m[%i, %i] {in_bounds = [true, true]} : vector<2x2xf32>, memref<4x8xf32>
  return
}

// What is not known by elements is taken apart; what may leave the memory, or is
// transposed on the way, stays.

// CHECK-LABEL: func.func @others
// CHECK: vector.extract %{{.*}}[0] : vector<2xf32> from vector<2x2xf32>
// CHECK: vector.transfer_write %{{.*}} : vector<2xf32>
// CHECK: vector.extract %{{.*}}[1]
// CHECK: vector.transfer_write %{{.*}} : vector<2xf32>
// CHECK: vector.transfer_write %{{.*}} : vector<2x2xf32>
// CHECK: vector.transfer_write %{{.*}} : vector<2x2xf32>
func.func @others(%block: vector<2x2xf32>, %m: memref<4x8xf32>, %i: index) {
  vector.transfer_write %block, %m[%i, %i] {in_bounds = [true, true]} : vector<2x2xf32>, memref<4x8xf32>
  vector.transfer_write %block, %m[%i, %i] {in_bounds = [true, false]} : vector<2x2xf32>, memref<4x8xf32>
  vector.transfer_write %block, %m[%i, %i] {in_bounds = [true, true], permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : vector<2x2xf32>, memref<4x8xf32>
  return
}
