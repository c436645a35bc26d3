// RUN: nnc-opt %s --nn-cpu-generate-kernels --canonicalize | FileCheck %s

// One body serves all blocks of rows, and where there are few of them threads
// share the columns of each.
// CHECK-LABEL: func.func @few_blocks(
// CHECK-DAG: %[[ROWS:.*]] = arith.constant 784 : index
// CHECK-DAG: %[[BLOCK:.*]] = arith.constant 256 : index
// CHECK: scf.for %[[FROM:.*]] = %{{.*}} to %[[ROWS]] step %[[BLOCK]]
// CHECK: %[[NEXT:.*]] = arith.addi %[[FROM]], %[[BLOCK]] : index
// CHECK: %[[TO:.*]] = arith.minui %[[NEXT]], %[[ROWS]] : index
// CHECK: scf.for %{{.*}} = %{{.*}} to %{{.*}} step %{{.*}}
// CHECK: scf.for %{{.*}} = %[[FROM]] to %[[TO]] step %{{.*}}
// CHECK-NOT: scf.for %{{.*}} = %[[TO]]
// CHECK: {nn.parallel}
// CHECK-NOT: {nn.parallel}
// CHECK: return
func.func @few_blocks(%a: tensor<784x512xf32>, %b: tensor<512x800xf32>) -> tensor<784x800xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<784x800xf32>
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<784x800xf32>) -> tensor<784x800xf32>
  %c = linalg.matmul {nn.tiling = {lanes = 16, mr = 8, nv = 2, mr1 = 16, mc = 256}}
      ins(%a, %b : tensor<784x512xf32>, tensor<512x800xf32>) outs(%fill : tensor<784x800xf32>) -> tensor<784x800xf32>
  return %c : tensor<784x800xf32>
}

// Rows that fill no tile (789 = 98 * 8 + 5) belong to the last block.
// CHECK-LABEL: func.func @rows_left(
// CHECK-DAG: %[[ROWS:.*]] = arith.constant 789 : index
// CHECK-DAG: %[[TILE:.*]] = arith.constant 8 : index
// CHECK-DAG: %[[LEFT:.*]] = arith.constant 5 : index
// CHECK: scf.for %[[FROM:.*]] = %{{.*}} to %[[ROWS]] step
// CHECK: %[[TO:.*]] = arith.minui %{{.*}}, %[[ROWS]] : index
// CHECK: %[[EXTENT:.*]] = arith.subi %[[TO]], %[[FROM]] : index
// CHECK: %[[OVER:.*]] = arith.remui %[[EXTENT]], %[[TILE]] : index
// CHECK: %[[WHOLE:.*]] = arith.subi %[[EXTENT]], %[[OVER]] : index
// CHECK: %[[TILES:.*]] = arith.addi %[[FROM]], %[[WHOLE]] : index
// CHECK: scf.for %{{.*}} = %[[FROM]] to %[[TILES]] step %[[TILE]]
// CHECK: scf.for %{{.*}} = %[[TILES]] to %[[TO]] step %[[LEFT]]
// CHECK: return
func.func @rows_left(%a: tensor<789x512xf32>, %b: tensor<512x800xf32>) -> tensor<789x800xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<789x800xf32>
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<789x800xf32>) -> tensor<789x800xf32>
  %c = linalg.matmul {nn.tiling = {lanes = 16, mr = 8, nv = 2, mr1 = 16, mc = 256}}
      ins(%a, %b : tensor<789x512xf32>, tensor<512x800xf32>) outs(%fill : tensor<789x800xf32>) -> tensor<789x800xf32>
  return %c : tensor<789x800xf32>
}

// Many blocks are shared themselves.
// CHECK-LABEL: func.func @many_blocks(
// CHECK: scf.for
// CHECK: scf.for
// CHECK: scf.for
// CHECK-NOT: nn.parallel
// CHECK: scf.yield
// CHECK: scf.yield
// CHECK: scf.yield
// CHECK: {nn.parallel}
// CHECK-NEXT: return
func.func @many_blocks(%a: tensor<784x512xf32>, %b: tensor<512x64xf32>) -> tensor<784x64xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<784x64xf32>
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<784x64xf32>) -> tensor<784x64xf32>
  %c = linalg.matmul {nn.tiling = {lanes = 16, mr = 8, nv = 2, mr1 = 16, mc = 16}}
      ins(%a, %b : tensor<784x512xf32>, tensor<512x64xf32>) outs(%fill : tensor<784x64xf32>) -> tensor<784x64xf32>
  return %c : tensor<784x64xf32>
}
