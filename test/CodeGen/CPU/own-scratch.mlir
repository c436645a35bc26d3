// RUN: nnc-opt %s --nn-cpu-own-scratch --loop-invariant-code-motion | FileCheck %s

// Each op of a parallel iteration writes memory that no other has, and that
// stays inside; a sequential loop keeps its empty tensors.

// CHECK-LABEL: func.func @parallel
// CHECK-NOT: tensor.empty
// CHECK: scf.for
// CHECK: %[[A:.*]] = bufferization.alloc_tensor() : tensor<8xf32>
// CHECK: linalg.fill ins(%{{.*}}) outs(%[[A]]
// CHECK: %[[B:.*]] = bufferization.alloc_tensor() : tensor<8xf32>
// CHECK: linalg.fill ins(%{{.*}}) outs(%[[B]]
func.func @parallel(%x: tensor<8x8xf32>, %p: f32, %q: f32) -> tensor<8x8xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %r = scf.for %i = %c0 to %c8 step %c1 iter_args(%a = %x) -> tensor<8x8xf32> {
    %empty = tensor.empty() : tensor<8xf32>
    %f = linalg.fill ins(%p : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
    %g = linalg.fill ins(%q : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
    %s = linalg.add ins(%f, %g : tensor<8xf32>, tensor<8xf32>) outs(%f : tensor<8xf32>) -> tensor<8xf32>
    %b = tensor.insert_slice %s into %a[%i, 0] [1, 8] [1, 1] : tensor<8xf32> into tensor<8x8xf32>
    scf.yield %b : tensor<8x8xf32>
  } {nn.parallel}
  return %r : tensor<8x8xf32>
}

// CHECK-LABEL: func.func @sequential
// CHECK: tensor.empty
// CHECK: scf.for
// CHECK-NOT: alloc_tensor
// CHECK: return
func.func @sequential(%x: tensor<8x8xf32>, %p: f32) -> tensor<8x8xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %r = scf.for %i = %c0 to %c8 step %c1 iter_args(%a = %x) -> tensor<8x8xf32> {
    %empty = tensor.empty() : tensor<8xf32>
    %f = linalg.fill ins(%p : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
    %b = tensor.insert_slice %f into %a[%i, 0] [1, 8] [1, 1] : tensor<8xf32> into tensor<8x8xf32>
    scf.yield %b : tensor<8x8xf32>
  }
  return %r : tensor<8x8xf32>
}

// The last, shorter block has the memory of a block.

// CHECK-LABEL: func.func @remainder
// CHECK: %[[REST:.*]] = arith.remui
// CHECK: scf.for
// CHECK: %[[BLOCK:.*]] = bufferization.alloc_tensor() : tensor<64x4xf32>
// CHECK: %[[PART:.*]] = tensor.extract_slice %[[BLOCK]][0, 0] [%[[REST]], 4] [1, 1] : tensor<64x4xf32> to tensor<?x4xf32>
// CHECK: linalg.fill ins(%{{.*}}) outs(%[[PART]]
func.func @remainder(%x: tensor<8x?x4xf32>, %n: index, %p: f32) -> tensor<8x?x4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %c64 = arith.constant 64 : index
  %rest = arith.remui %n, %c64 : index
  %r = scf.for %i = %c0 to %c8 step %c1 iter_args(%a = %x) -> tensor<8x?x4xf32> {
    %empty = tensor.empty(%rest) : tensor<?x4xf32>
    %f = linalg.fill ins(%p : f32) outs(%empty : tensor<?x4xf32>) -> tensor<?x4xf32>
    %b = tensor.insert_slice %f into %a[%i, 0, 0] [1, %rest, 4] [1, 1, 1] : tensor<?x4xf32> into tensor<8x?x4xf32>
    scf.yield %b : tensor<8x?x4xf32>
  } {nn.parallel}
  return %r : tensor<8x?x4xf32>
}

// New memory that clean-up merged with that of other ops is not shared either.

// CHECK-LABEL: func.func @outside
// CHECK: %[[EMPTY:.*]] = tensor.empty() : tensor<8xf32>
// CHECK: linalg.fill ins(%{{.*}}) outs(%[[EMPTY]]
// CHECK: scf.for
// CHECK: %[[OWN:.*]] = bufferization.alloc_tensor() : tensor<8xf32>
// CHECK: linalg.fill ins(%{{.*}}) outs(%[[OWN]]
func.func @outside(%x: tensor<8x8xf32>, %p: f32) -> (tensor<8x8xf32>, tensor<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %empty = tensor.empty() : tensor<8xf32>
  %whole = linalg.fill ins(%p : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
  %r = scf.for %i = %c0 to %c8 step %c1 iter_args(%a = %x) -> tensor<8x8xf32> {
    %f = linalg.fill ins(%p : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
    %b = tensor.insert_slice %f into %a[%i, 0] [1, 8] [1, 1] : tensor<8xf32> into tensor<8x8xf32>
    scf.yield %b : tensor<8x8xf32>
  } {nn.parallel}
  return %r, %whole : tensor<8x8xf32>, tensor<8xf32>
}
