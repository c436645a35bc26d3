// RUN: nnc-opt %s --nn-cpu-generate-kernels=wrap --nn-cpu-share-kernels | FileCheck %s

// Kernels that differ in sizes alone are one, which is told where loops end.
// Those of another form are others, and so are those with multiply-adds.
// CHECK-LABEL: func.func @layers(
// CHECK: %[[C48:.*]] = arith.constant 48 : index
// CHECK: nn.run_kernel @[[SCALE:.*]](%{{.*}}, %[[C48]]) into(%{{.*}}) : (tensor<48x32xf32>, index, tensor<48x32xf32>) -> tensor<48x32xf32>
// CHECK: %[[C96:.*]] = arith.constant 96 : index
// CHECK: nn.run_kernel @[[SCALE]](%{{.*}}, %[[C96]]) into(%{{.*}}) : (tensor<96x32xf32>, index, tensor<96x32xf32>) -> tensor<96x32xf32>
// CHECK: nn.run_kernel @[[OTHER:.*]](%{{.*}}) into(%{{.*}}) : (tensor<96x32xf32>, tensor<96x32xf32>) -> tensor<96x32xf32>
// CHECK: nn.run_kernel @[[FMA:.*]](%{{.*}}) into(%{{.*}}) : (tensor<48x32xf32>, tensor<48x32xf32>)
// CHECK-NOT: nn.run_kernel @[[FMA]](
// CHECK: return

// CHECK: func.func private @[[SCALE]](%[[X:.*]]: tensor<?x32xf32> {bufferization.writable = false}, %[[ROWS:.*]]: index, %[[Y:.*]]: tensor<?x32xf32>) -> tensor<?x32xf32> attributes {nn.kernel = 1 : i64}
// CHECK: scf.for %{{.*}} = %{{.*}} to %[[ROWS]] step %{{.*}} iter_args(%{{.*}} = %[[Y]]) -> (tensor<?x32xf32>)
#id = affine_map<(i, j) -> (i, j)>
func.func @layers(%x: tensor<48x32xf32>, %y: tensor<96x32xf32>) -> (tensor<48x32xf32>, tensor<96x32xf32>, tensor<96x32xf32>, tensor<48x32xf32>, tensor<96x32xf32>) {
  %two = arith.constant 2.0 : f32
  %small = tensor.empty() : tensor<48x32xf32>
  %large = tensor.empty() : tensor<96x32xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<48x32xf32>) outs(%small : tensor<48x32xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.mulf %in, %two : f32
    linalg.yield %m : f32
  } -> tensor<48x32xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<96x32xf32>) outs(%large : tensor<96x32xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.mulf %in, %two : f32
    linalg.yield %m : f32
  } -> tensor<96x32xf32>
  %c = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<96x32xf32>) outs(%large : tensor<96x32xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = arith.addf %in, %two : f32
    linalg.yield %m : f32
  } -> tensor<96x32xf32>
  %d = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<48x32xf32>) outs(%small : tensor<48x32xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = math.fma %in, %two, %in : f32
    linalg.yield %m : f32
  } -> tensor<48x32xf32>
  %e = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%y : tensor<96x32xf32>) outs(%large : tensor<96x32xf32>) {
  ^bb0(%in: f32, %out: f32):
    %m = math.fma %in, %two, %in : f32
    linalg.yield %m : f32
  } -> tensor<96x32xf32>
  return %a, %b, %c, %d, %e : tensor<48x32xf32>, tensor<96x32xf32>, tensor<96x32xf32>, tensor<48x32xf32>, tensor<96x32xf32>
}
