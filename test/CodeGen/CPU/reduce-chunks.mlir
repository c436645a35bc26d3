// RUN: nnc-opt --nn-cpu-generate-kernels %s | FileCheck %s

// A large sum with few results is cut into eight parts along its first loop,
// however many images there are; they are added in order.

#image = affine_map<(n, c, p, l) -> (n, c, p, l)>
#channels = affine_map<(n, c, p, l) -> (c, l)>

// CHECK-LABEL: @few_channels
// CHECK-SAME: %[[X:.*]]: tensor<?x1x1024x16xf32>, %[[ZERO:.*]]: f32
// CHECK: %[[PARTS:.*]] = tensor.empty() : tensor<8x1x16xf32>
// CHECK: %[[STEP:.*]] = arith.ceildivui %[[N:.*]], %{{.*}} : index
// CHECK: %[[SUMS:.*]] = scf.for %[[CHUNK:.*]] = %{{.*}} iter_args(%[[PART:.*]] = %[[PARTS]])
// CHECK:   %[[FIRST:.*]] = arith.muli %[[CHUNK]], %[[STEP]]
// CHECK:   %[[NEXT:.*]] = arith.addi %[[FIRST]], %[[STEP]]
// CHECK:   %[[FROM:.*]] = arith.minui %[[FIRST]], %[[N]]
// CHECK:   %[[TO:.*]] = arith.minui %[[NEXT]], %[[N]]
// CHECK:   scf.for %{{.*}} = %[[FROM]] to %[[TO]]
// CHECK:   vector.transfer_write %{{.*}}, %[[PART]][%[[CHUNK]], %{{.*}}, %{{.*}}]
// CHECK: } {nn.parallel}
// CHECK: %[[START:.*]] = vector.broadcast %[[ZERO]] : f32 to vector<16xf32>
// CHECK: %[[FIRST_PART:.*]] = vector.transfer_read %[[SUMS]]
// CHECK: arith.addf %[[START]], %[[FIRST_PART]]
// CHECK-COUNT-7: vector.transfer_read %[[SUMS]]
// CHECK-NOT: vector.transfer_read
// CHECK: vector.transfer_write
func.func @few_channels(%x: tensor<?x1x1024x16xf32>, %zero: f32)
    -> tensor<1x16xf32> {
  %empty = tensor.empty() : tensor<1x16xf32>
  %start = linalg.fill ins(%zero : f32) outs(%empty : tensor<1x16xf32>)
      -> tensor<1x16xf32>
  %sum = linalg.generic {indexing_maps = [#image, #channels],
      iterator_types = ["reduction", "parallel", "reduction", "parallel"]}
      ins(%x : tensor<?x1x1024x16xf32>) outs(%start : tensor<1x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %c = arith.addf %b, %a : f32
    linalg.yield %c : f32
  } -> tensor<1x16xf32>
  return %sum : tensor<1x16xf32>
}

// Threads share the results where there are enough.

// CHECK-LABEL: @many_channels
// CHECK-NOT: ceildivui
// CHECK: scf.for
// CHECK: } {nn.parallel}
// CHECK: return
func.func @many_channels(%x: tensor<?x16x64x16xf32>, %zero: f32)
    -> tensor<16x16xf32> {
  %empty = tensor.empty() : tensor<16x16xf32>
  %start = linalg.fill ins(%zero : f32) outs(%empty : tensor<16x16xf32>)
      -> tensor<16x16xf32>
  %sum = linalg.generic {indexing_maps = [#image, #channels],
      iterator_types = ["reduction", "parallel", "reduction", "parallel"]}
      ins(%x : tensor<?x16x64x16xf32>) outs(%start : tensor<16x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %c = arith.addf %b, %a : f32
    linalg.yield %c : f32
  } -> tensor<16x16xf32>
  return %sum : tensor<16x16xf32>
}
