// RUN: nnc-opt %s --nn-bufferize --canonicalize --nn-drop-results | FileCheck %s

// A kernel computes into its destination, here a slice of a stack, as it lies.
// CHECK-LABEL: func.func @entry(
// CHECK-SAME: %[[STACK:.*]]: memref<9x4xf32>, %[[X:.*]]: memref<4xf32>, %[[I:.*]]: index)
// CHECK: %[[PART:.*]] = memref.subview %[[STACK]][%[[I]], 0] [1, 4] [1, 1]
// CHECK-NOT: alloc
// CHECK: call @double(%{{.*}}, %[[PART]]) {nn.flops = 4 : i64} : (memref<4xf32, strided<[1], offset: ?>>, memref<4xf32, strided<[1], offset: ?>>) -> ()
func.func @entry(%stack: tensor<9x4xf32> {bufferization.writable = true}, %x: tensor<4xf32> {bufferization.writable = false}, %i: index) -> tensor<9x4xf32> {
  %part = tensor.extract_slice %stack[%i, 0] [1, 4] [1, 1] : tensor<9x4xf32> to tensor<4xf32>
  %y = nn.run_kernel @double(%x) into(%part) {nn.flops = 4 : i64} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %new = tensor.insert_slice %y into %stack[%i, 0] [1, 4] [1, 1] : tensor<4xf32> into tensor<9x4xf32>
  return %new : tensor<9x4xf32>
}

// What has gaps is computed elsewhere and copied.
// CHECK-LABEL: func.func @gaps(
// CHECK: %[[PART:.*]] = memref.subview
// CHECK: %[[OWN:.*]] = memref.alloc() {{.*}}: memref<4xf32>
// CHECK: call @double(
// CHECK: memref.copy %[[OWN]], %[[PART]]
func.func @gaps(%stack: tensor<4x9xf32> {bufferization.writable = true}, %x: tensor<4xf32> {bufferization.writable = false}, %i: index) -> tensor<4x9xf32> {
  %part = tensor.extract_slice %stack[0, %i] [4, 1] [1, 1] : tensor<4x9xf32> to tensor<4xf32>
  %y = nn.run_kernel @double(%x) into(%part) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %new = tensor.insert_slice %y into %stack[0, %i] [4, 1] [1, 1] : tensor<4xf32> into tensor<4x9xf32>
  return %new : tensor<4x9xf32>
}

// A size that the kernel does not know is forgotten.
// CHECK-LABEL: func.func @known(
// CHECK: %[[FROM:.*]] = memref.cast %{{.*}} : memref<3x4xf32> to memref<?x4xf32, strided<[4, 1], offset: ?>>
// CHECK: %[[TO:.*]] = memref.cast %{{.*}} : memref<3x4xf32> to memref<?x4xf32, strided<[4, 1], offset: ?>>
// CHECK: call @first(%[[FROM]], %[[TO]])
func.func @known(%x: tensor<3x4xf32> {bufferization.writable = false}, %y: tensor<3x4xf32> {bufferization.writable = true}) -> tensor<3x4xf32> {
  %r = nn.run_kernel @first(%x) into(%y) : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @first(%x: tensor<?x4xf32> {bufferization.writable = false}, %y: tensor<?x4xf32>) -> tensor<?x4xf32> attributes {nn.kernel = 1 : i64} {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %v = vector.transfer_read %x[%c0, %c0], %zero {in_bounds = [true]} : tensor<?x4xf32>, vector<4xf32>
  %w = vector.transfer_write %v, %y[%c0, %c0] {in_bounds = [true]} : vector<4xf32>, tensor<?x4xf32>
  return %w : tensor<?x4xf32>
}

func.func private @double(%x: tensor<4xf32> {bufferization.writable = false}, %y: tensor<4xf32>) -> tensor<4xf32> attributes {nn.kernel = 1 : i64} {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %v = vector.transfer_read %x[%c0], %zero {in_bounds = [true]} : tensor<4xf32>, vector<4xf32>
  %w = arith.addf %v, %v : vector<4xf32>
  %r = vector.transfer_write %w, %y[%c0] {in_bounds = [true]} : vector<4xf32>, tensor<4xf32>
  return %r : tensor<4xf32>
}

// What is only fetched is no reason to look closer: no copy, no cast.
// CHECK-LABEL: func.func @fetched(
// CHECK: call @ahead(
// CHECK-LABEL: func.func private @ahead(
// CHECK-SAME: %[[X:.*]]: memref<4xf32, {{.*}}>, %[[Y:.*]]: memref<4xf32, {{.*}}>)
// CHECK-DAG: memref.prefetch %[[X]][%{{.*}}], read, locality<2>, data
// CHECK-DAG: memref.prefetch %[[Y]][%{{.*}}], write, locality<2>, data
func.func @fetched(%x: tensor<4xf32> {bufferization.writable = false}, %y: tensor<4xf32> {bufferization.writable = true}) -> tensor<4xf32> {
  %r = nn.run_kernel @ahead(%x) into(%y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @ahead(%x: tensor<4xf32> {bufferization.writable = false}, %y: tensor<4xf32>) -> tensor<4xf32> attributes {nn.kernel = 1 : i64} {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %from = bufferization.to_buffer %x read_only : tensor<4xf32> to memref<4xf32, strided<[?], offset: ?>>
  %to = bufferization.to_buffer %y read_only : tensor<4xf32> to memref<4xf32, strided<[?], offset: ?>>
  memref.prefetch %from[%c0], read, locality<2>, data : memref<4xf32, strided<[?], offset: ?>>
  memref.prefetch %to[%c0], write, locality<2>, data : memref<4xf32, strided<[?], offset: ?>>
  %v = vector.transfer_read %x[%c0], %zero {in_bounds = [true]} : tensor<4xf32>, vector<4xf32>
  %r = vector.transfer_write %v, %y[%c0] {in_bounds = [true]} : vector<4xf32>, tensor<4xf32>
  return %r : tensor<4xf32>
}
