// RUN: nnc-opt --nn-cpu-bind-results %s | FileCheck %s

#id = affine_map<(a, b) -> (a, b)>
#turned = affine_map<(a, b) -> (b, a)>

// What replaces an argument is computed into it where each iteration reads no
// more of it than its own element.
// CHECK-LABEL: func.func @own
// CHECK-SAME: (%[[P:[^:]*]]: tensor<4x4xf32>
// CHECK: linalg.generic {{.*}} outs(%[[P]] : tensor<4x4xf32>)
func.func @own(%p: tensor<4x4xf32> {nn.arg = #nn.arg<parameter, "p">, bufferization.writable = true})
    -> (tensor<4x4xf32> {nn.result = #nn.arg<parameter, "p">}) attributes {nn.entry = "train"} {
  %e = tensor.empty() : tensor<4x4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%p : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

// CHECK-LABEL: func.func @turned
// CHECK: %[[E:.*]] = tensor.empty()
// CHECK: linalg.generic {{.*}} outs(%[[E]] : tensor<4x4xf32>)
func.func @turned(%p: tensor<4x4xf32> {nn.arg = #nn.arg<parameter, "p">, bufferization.writable = true})
    -> (tensor<4x4xf32> {nn.result = #nn.arg<parameter, "p">}) attributes {nn.entry = "train"} {
  %e = tensor.empty() : tensor<4x4xf32>
  %y = linalg.generic {indexing_maps = [#turned, #id], iterator_types = ["parallel", "parallel"]}
      ins(%p : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

// CHECK-LABEL: func.func @gathered
// CHECK: %[[E:.*]] = tensor.empty()
// CHECK: linalg.generic {{.*}} outs(%[[E]] : tensor<4x4xf32>)
func.func @gathered(%p: tensor<4x4xf32> {nn.arg = #nn.arg<parameter, "p">, bufferization.writable = true})
    -> (tensor<4x4xf32> {nn.result = #nn.arg<parameter, "p">}) attributes {nn.entry = "train"} {
  %e = tensor.empty() : tensor<4x4xf32>
  %three = arith.constant 3 : index
  %y = linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]}
      outs(%e : tensor<4x4xf32>) {
    ^bb0(%o: f32):
      %i = linalg.index 0 : index
      %j = linalg.index 1 : index
      %k = arith.subi %three, %j : index
      %q = tensor.extract %p[%i, %k] : tensor<4x4xf32>
      linalg.yield %q : f32
  } -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

// The update may become the end of the product, which reads all of it.
// CHECK-LABEL: func.func @epilogue
// CHECK: linalg.matmul
// CHECK: %[[E:.*]] = tensor.empty()
// CHECK: linalg.generic {{.*}} outs(%[[E]] : tensor<4x4xf32>)
func.func @epilogue(%p: tensor<4x4xf32> {nn.arg = #nn.arg<parameter, "p">, bufferization.writable = true},
                    %z: tensor<4x4xf32>)
    -> (tensor<4x4xf32> {nn.result = #nn.arg<parameter, "p">}) attributes {nn.entry = "train"} {
  %s = linalg.matmul ins(%z, %p : tensor<4x4xf32>, tensor<4x4xf32>) outs(%z : tensor<4x4xf32>) -> tensor<4x4xf32>
  %e = tensor.empty() : tensor<4x4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%s : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %a : f32
      linalg.yield %q : f32
  } -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

// A product of what a loop carries starts from other memory.
// CHECK-LABEL: func.func @power
// CHECK: %[[E:.*]] = tensor.empty()
// CHECK: %[[FILL:.*]] = linalg.fill ins(%{{.*}}) outs(%[[E]] : tensor<4x4xf32>)
// CHECK: linalg.matmul {{.*}} outs(%[[FILL]] :
func.func @power(%x: tensor<4x4xf32>, %w: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<4x4xf32>
  %r = scf.for %i = %c0 to %c5 step %c1 iter_args(%a = %x) -> tensor<4x4xf32> {
    %f = linalg.fill ins(%zero : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
    %y = linalg.matmul ins(%a, %w : tensor<4x4xf32>, tensor<4x4xf32>) outs(%f : tensor<4x4xf32>) -> tensor<4x4xf32>
    scf.yield %y : tensor<4x4xf32>
  }
  return %r : tensor<4x4xf32>
}

// Nor does it write where zeros lie that are carried on.
// CHECK-LABEL: func.func @shared_zeros
// CHECK: %[[E:.*]] = tensor.empty()
// CHECK: scf.for
// CHECK: %[[FILL:.*]] = linalg.fill ins(%{{.*}}) outs(%[[E]] : tensor<4x4xf32>)
// CHECK: linalg.matmul {{.*}} outs(%[[FILL]] :
func.func @shared_zeros(%x: tensor<4x4xf32>, %w: tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<4x4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<4x4xf32>
  %r:2 = scf.for %i = %c0 to %c5 step %c1 iter_args(%a = %x, %b = %x) -> (tensor<4x4xf32>, tensor<4x4xf32>) {
    %f = linalg.fill ins(%zero : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
    %y = linalg.matmul ins(%b, %w : tensor<4x4xf32>, tensor<4x4xf32>) outs(%f : tensor<4x4xf32>) -> tensor<4x4xf32>
    scf.yield %f, %y : tensor<4x4xf32>, tensor<4x4xf32>
  }
  return %r#0, %r#1 : tensor<4x4xf32>, tensor<4x4xf32>
}
