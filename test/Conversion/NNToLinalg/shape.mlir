// RUN: nnc-opt %s --nn-to-linalg --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @slice
// CHECK: tensor.extract_slice %{{.*}}[1, 2] [3, 4] [1, 1] : tensor<5x6xf32> to tensor<3x4xf32>
func.func @slice(%x: tensor<5x6xf32>) -> tensor<3x4xf32> {
  %y = nn.slice %x at [1, 2] : tensor<5x6xf32> -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// Parts are inserted one after another.

// CHECK-LABEL: func.func @concat(
// CHECK-SAME: %[[X:.*]]: tensor<3x2xf32>, %[[Y:.*]]: tensor<3x4xf32>
// CHECK: %[[FIRST:.*]] = tensor.insert_slice %[[X]] into %{{.*}}[0, 0] [3, 2] [1, 1]
// CHECK: tensor.insert_slice %[[Y]] into %[[FIRST]][0, 2] [3, 4] [1, 1]
func.func @concat(%x: tensor<3x2xf32>, %y: tensor<3x4xf32>) -> tensor<3x6xf32> {
  %z = nn.concat %x, %y axis = 1 : (tensor<3x2xf32>, tensor<3x4xf32>) -> tensor<3x6xf32>
  return %z : tensor<3x6xf32>
}

// -----

// CHECK-LABEL: func.func @pad(
// CHECK-SAME: %[[X:.*]]: tensor<3x4xf32>
// CHECK: %[[ZEROS:.*]] = linalg.fill
// CHECK: tensor.insert_slice %[[X]] into %[[ZEROS]][1, 0] [3, 4] [1, 1]
func.func @pad(%x: tensor<3x4xf32>) -> tensor<4x6xf32> {
  %y = nn.pad %x low [1, 0] high [0, 2] : tensor<3x4xf32> -> tensor<4x6xf32>
  return %y : tensor<4x6xf32>
}

// -----

// The element before is read back: sequential along the axis.

// CHECK-LABEL: func.func @cumsum
// CHECK: scf.for
// CHECK: scf.for %[[I:.*]] = %{{.*}} iter_args(%[[SUMS:.*]] = %{{.*}})
// CHECK: %[[X:.*]] = tensor.extract %{{.*}}[%{{.*}}, %[[I]]]
// CHECK: %[[BEFORE:.*]] = tensor.extract %[[SUMS]]
// CHECK: %[[SUM:.*]] = arith.addf %[[BEFORE]], %[[X]]
// CHECK: arith.select %{{.*}}, %[[X]], %[[SUM]]
func.func @cumsum(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %y = nn.cumsum %x axis = 1 : tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// Two projections on each row before, then the length.

// CHECK-LABEL: func.func @orthonormalize
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %c3
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[I]]
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[I]]
// CHECK: math.sqrt
func.func @orthonormalize(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %y = nn.orthonormalize %x : tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// No negative term in a map: the index is computed in the body.

// CHECK-LABEL: func.func @flip
// CHECK: linalg.index 0
// CHECK: %[[J:.*]] = linalg.index 1
// CHECK: %[[BACK:.*]] = arith.subi %{{.*}}, %[[J]] : index
// CHECK: tensor.extract %{{.*}}[%{{.*}}, %[[BACK]]]
func.func @flip(%x: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %y = nn.flip %x axes = [1] : tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// -----

// CHECK: #[[SWAPPED:.*]] = affine_map<(d0, d1) -> (d1, d0)>
// CHECK-LABEL: func.func @transpose
// CHECK: linalg.generic {indexing_maps = [#[[SWAPPED]], #{{.*}}], iterator_types = ["parallel", "parallel"]}
func.func @transpose(%x: tensor<3x4xf32>) -> tensor<4x3xf32> {
  %y = nn.transpose %x perm = [1, 0] : tensor<3x4xf32> -> tensor<4x3xf32>
  return %y : tensor<4x3xf32>
}

// -----

// CHECK-LABEL: func.func @iota
// CHECK: %[[I:.*]] = linalg.index 1
// CHECK: arith.index_cast %[[I]] : index to i32
func.func @iota() -> tensor<3x4xi32> {
  %y = nn.iota axis = 1 : tensor<3x4xi32>
  return %y : tensor<3x4xi32>
}

// -----

// A number is rounded once to the element type.

// CHECK-LABEL: func.func @splat(
// CHECK-SAME: %[[N:.*]]: f64
// CHECK: %[[ROUNDED:.*]] = arith.truncf %[[N]] : f64 to f32
// CHECK: linalg.fill ins(%[[ROUNDED]] : f32)
func.func @splat(%n: f64) -> tensor<4xf32> {
  %y = nn.splat %n : f64 -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// Slices of equal index add up in index order: the loops are sequential.

// CHECK-LABEL: func.func @scatter_add
// CHECK: scf.for
// CHECK: scf.for
// CHECK: %[[INDEX:.*]] = tensor.extract %{{.*}} : tensor<4xi32>
// CHECK: tensor.insert %{{.*}} into
func.func @scatter_add(%u: tensor<4x2xf32>, %i: tensor<4xi32>) -> tensor<3x2xf32> {
  %y = nn.scatter_add %u, %i axis = 0 : (tensor<4x2xf32>, tensor<4xi32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}
