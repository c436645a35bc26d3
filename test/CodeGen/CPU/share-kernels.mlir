// RUN: nnc-opt %s --nn-cpu-generate-kernels=wrap --nn-cpu-share-kernels | FileCheck %s

// Equal kernels are one function, whichever entry runs them. A scalar that is
// known belongs to the kernel, any other is an argument.
// CHECK-LABEL: func.func @one(
// CHECK: nn.run_kernel @[[SCALE:.*]](%{{.*}}) into(%{{.*}}) : (tensor<4x64xf32>, tensor<4x64xf32>) -> tensor<4x64xf32>
// CHECK: nn.run_kernel @[[BY:.*]](%{{.*}}, %{{.*}}) into(%{{.*}}) : (tensor<4x64xf32>, f32, tensor<4x64xf32>)
#id = affine_map<(i, j) -> (i, j)>
func.func @one(%x: tensor<4x64xf32>, %by: f32) -> (tensor<4x64xf32>, tensor<4x64xf32>) {
  %two = arith.constant 2.0 : f32
  %empty = tensor.empty() : tensor<4x64xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<4x64xf32>) outs(%empty : tensor<4x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.mulf %in, %two : f32
    linalg.yield %m : f32
  } -> tensor<4x64xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%a : tensor<4x64xf32>) outs(%empty : tensor<4x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.mulf %in, %by : f32
    linalg.yield %m : f32
  } -> tensor<4x64xf32>
  return %a, %b : tensor<4x64xf32>, tensor<4x64xf32>
}

// A slice along the first axis is one stretch of memory; one with gaps is not,
// and its kernel is given the whole.
// CHECK-LABEL: func.func @other(
// CHECK: nn.run_kernel @[[SCALE]](
// CHECK: nn.run_kernel @{{.*}}(%arg1) into({{.*}}) : (tensor<4x128xf32>, tensor<4x64xf32>)
// CHECK: return
func.func @other(%x: tensor<9x4x64xf32>, %y: tensor<4x128xf32>, %i: index) -> (tensor<4x64xf32>, tensor<4x64xf32>) {
  %two = arith.constant 2.0 : f32
  %empty = tensor.empty() : tensor<4x64xf32>
  %part = tensor.extract_slice %x[%i, 0, 0] [1, 4, 64] [1, 1, 1] : tensor<9x4x64xf32> to tensor<4x64xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%part : tensor<4x64xf32>) outs(%empty : tensor<4x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.mulf %in, %two : f32
    linalg.yield %m : f32
  } -> tensor<4x64xf32>
  %half = tensor.extract_slice %y[0, 0] [4, 64] [1, 1] : tensor<4x128xf32> to tensor<4x64xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%half : tensor<4x64xf32>) outs(%empty : tensor<4x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.mulf %in, %two : f32
    linalg.yield %m : f32
  } -> tensor<4x64xf32>
  return %a, %b : tensor<4x64xf32>, tensor<4x64xf32>
}

// Results that start from the same new memory get their own.
// CHECK-LABEL: func.func @two_results(
// CHECK-DAG: %[[A:.*]] = tensor.empty()
// CHECK-DAG: %[[B:.*]] = tensor.empty()
// CHECK: nn.run_kernel @{{.*}}(%{{.*}}) into(%[[A]], %[[B]])
func.func @two_results(%x: tensor<4x64xf32>) -> (tensor<4x64xf32>, tensor<4x64xf32>) {
  %empty = tensor.empty() : tensor<4x64xf32>
  %a:2 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<4x64xf32>) outs(%empty, %empty : tensor<4x64xf32>, tensor<4x64xf32>) {
  ^bb0(%in: f32, %out0: f32, %out1: f32):
    %m = arith.mulf %in, %in : f32
    %n = arith.negf %in : f32
    linalg.yield %m, %n : f32, f32
  } -> (tensor<4x64xf32>, tensor<4x64xf32>)
  return %a#0, %a#1 : tensor<4x64xf32>, tensor<4x64xf32>
}

// A kernel for any number of rows serves one for a number that is known, if
// nothing but this number differs.
// CHECK-LABEL: func.func @any_rows(
// CHECK: nn.run_kernel @[[ANY:.*]](%{{.*}}) into(%{{.*}}) : (tensor<?x64xf32>, tensor<?x64xf32>)
func.func @any_rows(%x: tensor<?x64xf32>, %n: index) -> tensor<?x64xf32> {
  %empty = tensor.empty(%n) : tensor<?x64xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<?x64xf32>) outs(%empty : tensor<?x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.addf %in, %in : f32
    linalg.yield %m : f32
  } -> tensor<?x64xf32>
  return %a : tensor<?x64xf32>
}
// CHECK-LABEL: func.func @seven_rows(
// CHECK: nn.run_kernel @[[ANY]](%{{.*}}) into(%{{.*}}) : (tensor<7x64xf32>, tensor<7x64xf32>)
// CHECK: nn.run_kernel @[[OTHER:.*]](%{{.*}}) into(%{{.*}}) : (tensor<7x64xf32>, tensor<7x64xf32>)
func.func @seven_rows(%x: tensor<7x64xf32>) -> (tensor<7x64xf32>, tensor<7x64xf32>) {
  %empty = tensor.empty() : tensor<7x64xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<7x64xf32>) outs(%empty : tensor<7x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.addf %in, %in : f32
    linalg.yield %m : f32
  } -> tensor<7x64xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<7x64xf32>) outs(%empty : tensor<7x64xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.subf %in, %in : f32
    linalg.yield %m : f32
  } -> tensor<7x64xf32>
  return %a, %b : tensor<7x64xf32>, tensor<7x64xf32>
}

// What a kernel reads, it does not write.
// CHECK: func.func private @[[SCALE]](%{{.*}}: tensor<4x64xf32> {bufferization.writable = false}, %{{.*}}: tensor<4x64xf32>) -> tensor<4x64xf32> attributes {nn.kernel = 1 : i64}
// CHECK: arith.constant 2.0
// CHECK: func.func private @[[BY]](
