// RUN: nnc-opt --nn-cpu-bind-results %s | FileCheck %s

#id = affine_map<(a, b) -> (a, b)>

// What an iteration stacks is computed in its place on the stack.
// CHECK-LABEL: func.func @stack
// CHECK: scf.for %[[I:.*]] = {{.*}} iter_args(%[[STACK:[^ ]*]] = %{{.*}})
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

// So is what a kernel makes, which others may read as well.
// CHECK-LABEL: func.func @stack_of_kernel
// CHECK: scf.for %[[I:.*]] = {{.*}} iter_args(%[[STACK:[^ ]*]] = %{{.*}})
// CHECK: %[[SLICE:.*]] = tensor.extract_slice %[[STACK]][%[[I]], 0, 0, 0] [1, 4, 2, 3]
// CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[SLICE]] {{\[\[}}0], [1, 2]] : tensor<4x2x3xf32> into tensor<4x6xf32>
// CHECK: %[[MADE:.*]] = nn.run_kernel @make(%{{.*}}) into(%[[FLAT]])
// CHECK: nn.run_kernel @make(%[[MADE]])
func.func @stack_of_kernel(%x: tensor<4x6xf32>, %all: tensor<5x4x2x3xf32>) -> (tensor<5x4x2x3xf32>, tensor<4x6xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %r:2 = scf.for %i = %c0 to %c5 step %c1 iter_args(%stack = %all, %carried = %x) -> (tensor<5x4x2x3xf32>, tensor<4x6xf32>) {
    %e = tensor.empty() : tensor<4x6xf32>
    %y = nn.run_kernel @make(%carried) into(%e) : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32>
    %f = tensor.empty() : tensor<4x6xf32>
    %z = nn.run_kernel @make(%y) into(%f) : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32>
    %image = tensor.expand_shape %y [[0], [1, 2]] output_shape [4, 2, 3] : tensor<4x6xf32> into tensor<4x2x3xf32>
    %next = tensor.insert_slice %image into %stack[%i, 0, 0, 0] [1, 4, 2, 3] [1, 1, 1, 1] : tensor<4x2x3xf32> into tensor<5x4x2x3xf32>
    scf.yield %next, %z : tensor<5x4x2x3xf32>, tensor<4x6xf32>
  }
  return %r#0, %r#1 : tensor<5x4x2x3xf32>, tensor<4x6xf32>
}

func.func private @make(tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32>
