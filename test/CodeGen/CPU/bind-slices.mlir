// RUN: nnc-opt --nn-cpu-bind-results %s | FileCheck %s

#id = affine_map<(a, b) -> (a, b)>

// What an iteration stacks is computed in its place on the stack.
// CHECK-LABEL: func.func @stack
// CHECK: scf.for %[[I:.*]] = {{.*}} iter_args(%[[STACK:.*]] = %{{.*}})
// CHECK: %[[SLICE:.*]] = tensor.extract_slice %[[STACK]][%[[I]], 0, 0, 0] [1, 4, 2, 3]
// CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[SLICE]] {{\[\[}}0], [1, 2]] : tensor<4x2x3xf32> into tensor<4x6xf32>
// CHECK: linalg.generic
// CHECK-SAME: outs(%[[FLAT]] : tensor<4x6xf32>)
func.func @stack(%x: tensor<4x6xf32>, %all: tensor<5x4x2x3xf32>) -> tensor<5x4x2x3xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %e = tensor.empty() : tensor<4x6xf32>
  %r = scf.for %i = %c0 to %c5 step %c1 iter_args(%stack = %all) -> tensor<5x4x2x3xf32> {
    %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
        ins(%x : tensor<4x6xf32>) outs(%e : tensor<4x6xf32>) {
      ^bb0(%a: f32, %o: f32):
        %q = arith.addf %a, %a : f32
        linalg.yield %q : f32
    } -> tensor<4x6xf32>
    %image = tensor.expand_shape %y [[0], [1, 2]] output_shape [4, 2, 3] : tensor<4x6xf32> into tensor<4x2x3xf32>
    %next = tensor.insert_slice %image into %stack[%i, 0, 0, 0] [1, 4, 2, 3] [1, 1, 1, 1] : tensor<4x2x3xf32> into tensor<5x4x2x3xf32>
    scf.yield %next : tensor<5x4x2x3xf32>
  }
  return %r : tensor<5x4x2x3xf32>
}
