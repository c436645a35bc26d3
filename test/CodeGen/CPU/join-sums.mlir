// RUN: nnc-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(nn-cpu-join-sums{cache-bytes=65536}))' | FileCheck %s
// RUN: nnc-opt %s --split-input-file --pass-pipeline='builtin.module(func.func(nn-cpu-join-sums{cache-bytes=65536},nn-cpu-fuse-elementwise,nn-cpu-choose-tiling,nn-cpu-generate-kernels))' | FileCheck %s --check-prefix=KERNEL

#bn = affine_map<(t, b, n) -> (t, b, n)>
#n = affine_map<(t, b, n) -> (n)>
#x = affine_map<(t, b, n, k) -> (b, t, k)>
#w = affine_map<(t, b, n, k) -> (n, k)>
#c = affine_map<(t, b, n, k) -> (t, b, n)>
#h = affine_map<(b, n, k) -> (b, k)>
#v = affine_map<(b, n, k) -> (n, k)>
#s = affine_map<(b, n, k) -> (b, n)>
#e = affine_map<(b, n) -> (b, n)>

// The product of the input is computed in the loop, and that of the state
// starts from it; the bias is added to the sum of both.
// CHECK-LABEL: func @recurrent
// CHECK-NOT: linalg.generic
// CHECK: scf.for %[[T:.*]] = %c0 to %c5
// CHECK: %[[X:.*]] = tensor.extract_slice %arg0[0, %[[T]], 0] [%{{.*}}, 1, 28] [1, 1, 1] : tensor<?x5x28xf32> to tensor<?x28xf32>
// CHECK: %[[ZERO:.*]] = linalg.fill
// CHECK: %[[FIRST:.*]] = linalg.generic {{.*}} ins(%[[X]], %arg1 : tensor<?x28xf32>, tensor<64x28xf32>) outs(%[[ZERO]] :
// CHECK: %[[BOTH:.*]] = linalg.generic {{.*}} ins(%{{.*}}, %arg2 : tensor<?x64xf32>, tensor<64x64xf32>) outs(%[[FIRST]] :
// CHECK: linalg.generic {{.*}} ins(%[[BOTH]], %{{.*}} : tensor<?x64xf32>, tensor<?x64xf32>)
// CHECK: scf.yield

// A tile is summed over both, then stored once.
// KERNEL-LABEL: func @recurrent
// KERNEL: scf.for
// KERNEL: scf.for {{.*}} = %{{.*}} to %c28{{.*}} iter_args
// KERNEL: vector.fma
// KERNEL-NOT: vector.transfer_write
// KERNEL: scf.for {{.*}} = %{{.*}} to %c64{{.*}} iter_args
// KERNEL: vector.fma
// KERNEL: math.tanh
// KERNEL: vector.transfer_write
func.func @recurrent(%x: tensor<?x5x28xf32>, %w: tensor<64x28xf32>, %v: tensor<64x64xf32>, %bias: tensor<64xf32>, %batch: index) -> tensor<?x64xf32> {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %all = tensor.empty(%batch) : tensor<5x?x64xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%all : tensor<5x?x64xf32>) -> tensor<5x?x64xf32>
  %products = linalg.generic {indexing_maps = [#x, #w, #c], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%x, %w : tensor<?x5x28xf32>, tensor<64x28xf32>) outs(%zeros : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %m = arith.mulf %a, %b : f32
    %s = arith.addf %o, %m : f32
    linalg.yield %s : f32
  } -> tensor<5x?x64xf32>
  %wide = linalg.generic {indexing_maps = [#n, #bn], iterator_types = ["parallel", "parallel", "parallel"]} ins(%bias : tensor<64xf32>) outs(%all : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<5x?x64xf32>
  %from = linalg.generic {indexing_maps = [#bn, #bn, #bn], iterator_types = ["parallel", "parallel", "parallel"]} ins(%products, %wide : tensor<5x?x64xf32>, tensor<5x?x64xf32>) outs(%all : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<5x?x64xf32>
  %place = tensor.empty(%batch) : tensor<?x64xf32>
  %start = linalg.fill ins(%zero : f32) outs(%place : tensor<?x64xf32>) -> tensor<?x64xf32>
  %last = scf.for %t = %c0 to %c5 step %c1 iter_args(%state = %start) -> (tensor<?x64xf32>) {
    %element = tensor.extract_slice %from[%t, 0, 0] [1, %batch, 64] [1, 1, 1] : tensor<5x?x64xf32> to tensor<?x64xf32>
    %next = tensor.empty(%batch) : tensor<?x64xf32>
    %none = linalg.fill ins(%zero : f32) outs(%next : tensor<?x64xf32>) -> tensor<?x64xf32>
    %own = linalg.generic {indexing_maps = [#h, #v, #s], iterator_types = ["parallel", "parallel", "reduction"]} ins(%state, %v : tensor<?x64xf32>, tensor<64x64xf32>) outs(%none : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %m = arith.mulf %a, %b : f32
      %s = arith.addf %o, %m : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    %sum = linalg.generic {indexing_maps = [#e, #e, #e], iterator_types = ["parallel", "parallel"]} ins(%element, %own : tensor<?x64xf32>, tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %s = arith.addf %a, %b : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    %new = linalg.generic {indexing_maps = [#e, #e], iterator_types = ["parallel", "parallel"]} ins(%sum : tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %o: f32):
      %y = math.tanh %a : f32
      linalg.yield %y : f32
    } -> tensor<?x64xf32>
    scf.yield %new : tensor<?x64xf32>
  }
  return %last : tensor<?x64xf32>
}

// -----

#bn = affine_map<(t, b, n) -> (t, b, n)>
#n = affine_map<(t, b, n) -> (n)>
#x = affine_map<(t, b, n, k) -> (b, t, k)>
#w = affine_map<(t, b, n, k) -> (n, k)>
#c = affine_map<(t, b, n, k) -> (t, b, n)>
#h = affine_map<(b, n, k) -> (b, k)>
#v = affine_map<(b, n, k) -> (n, k)>
#s = affine_map<(b, n, k) -> (b, n)>
#e = affine_map<(b, n) -> (b, n)>

// Weights that do not stay in the cache are used for all steps at once.
// CHECK-LABEL: func @large
// CHECK: linalg.generic {{.*}} ins(%arg0, %arg1 :
// CHECK: scf.for
func.func @large(%x: tensor<?x5x280xf32>, %w: tensor<64x280xf32>, %v: tensor<64x64xf32>, %bias: tensor<64xf32>, %batch: index) -> tensor<?x64xf32> {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %all = tensor.empty(%batch) : tensor<5x?x64xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%all : tensor<5x?x64xf32>) -> tensor<5x?x64xf32>
  %products = linalg.generic {indexing_maps = [#x, #w, #c], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%x, %w : tensor<?x5x280xf32>, tensor<64x280xf32>) outs(%zeros : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %m = arith.mulf %a, %b : f32
    %s = arith.addf %o, %m : f32
    linalg.yield %s : f32
  } -> tensor<5x?x64xf32>
  %wide = linalg.generic {indexing_maps = [#n, #bn], iterator_types = ["parallel", "parallel", "parallel"]} ins(%bias : tensor<64xf32>) outs(%all : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<5x?x64xf32>
  %from = linalg.generic {indexing_maps = [#bn, #bn, #bn], iterator_types = ["parallel", "parallel", "parallel"]} ins(%products, %wide : tensor<5x?x64xf32>, tensor<5x?x64xf32>) outs(%all : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<5x?x64xf32>
  %place = tensor.empty(%batch) : tensor<?x64xf32>
  %start = linalg.fill ins(%zero : f32) outs(%place : tensor<?x64xf32>) -> tensor<?x64xf32>
  %last = scf.for %t = %c0 to %c5 step %c1 iter_args(%state = %start) -> (tensor<?x64xf32>) {
    %element = tensor.extract_slice %from[%t, 0, 0] [1, %batch, 64] [1, 1, 1] : tensor<5x?x64xf32> to tensor<?x64xf32>
    %next = tensor.empty(%batch) : tensor<?x64xf32>
    %none = linalg.fill ins(%zero : f32) outs(%next : tensor<?x64xf32>) -> tensor<?x64xf32>
    %own = linalg.generic {indexing_maps = [#h, #v, #s], iterator_types = ["parallel", "parallel", "reduction"]} ins(%state, %v : tensor<?x64xf32>, tensor<64x64xf32>) outs(%none : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %m = arith.mulf %a, %b : f32
      %s = arith.addf %o, %m : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    %sum = linalg.generic {indexing_maps = [#e, #e, #e], iterator_types = ["parallel", "parallel"]} ins(%element, %own : tensor<?x64xf32>, tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %s = arith.addf %a, %b : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    %new = linalg.generic {indexing_maps = [#e, #e], iterator_types = ["parallel", "parallel"]} ins(%sum : tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %o: f32):
      %y = math.tanh %a : f32
      linalg.yield %y : f32
    } -> tensor<?x64xf32>
    scf.yield %new : tensor<?x64xf32>
  }
  return %last : tensor<?x64xf32>
}

// -----

#bn = affine_map<(t, b, n) -> (t, b, n)>
#n = affine_map<(t, b, n) -> (n)>
#x = affine_map<(t, b, n, k) -> (b, t, k)>
#w = affine_map<(t, b, n, k) -> (n, k)>
#c = affine_map<(t, b, n, k) -> (t, b, n)>
#h = affine_map<(b, n, k) -> (b, k)>
#v = affine_map<(b, n, k) -> (n, k)>
#s = affine_map<(b, n, k) -> (b, n)>
#e = affine_map<(b, n) -> (b, n)>

// What is read for something else too is computed before the loop.
// CHECK-LABEL: func @twice
// CHECK: linalg.generic {{.*}} ins(%arg0, %arg1 :
// CHECK: scf.for
func.func @twice(%x: tensor<?x5x28xf32>, %w: tensor<64x28xf32>, %v: tensor<64x64xf32>, %bias: tensor<64xf32>, %batch: index) -> tensor<?x64xf32> {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %all = tensor.empty(%batch) : tensor<5x?x64xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%all : tensor<5x?x64xf32>) -> tensor<5x?x64xf32>
  %products = linalg.generic {indexing_maps = [#x, #w, #c], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%x, %w : tensor<?x5x28xf32>, tensor<64x28xf32>) outs(%zeros : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %m = arith.mulf %a, %b : f32
    %s = arith.addf %o, %m : f32
    linalg.yield %s : f32
  } -> tensor<5x?x64xf32>
  %wide = linalg.generic {indexing_maps = [#n, #bn], iterator_types = ["parallel", "parallel", "parallel"]} ins(%bias : tensor<64xf32>) outs(%all : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<5x?x64xf32>
  %from = linalg.generic {indexing_maps = [#bn, #bn, #bn], iterator_types = ["parallel", "parallel", "parallel"]} ins(%products, %wide : tensor<5x?x64xf32>, tensor<5x?x64xf32>) outs(%all : tensor<5x?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<5x?x64xf32>
  %place = tensor.empty(%batch) : tensor<?x64xf32>
  %start = linalg.fill ins(%zero : f32) outs(%place : tensor<?x64xf32>) -> tensor<?x64xf32>
  %last = scf.for %t = %c0 to %c5 step %c1 iter_args(%state = %start) -> (tensor<?x64xf32>) {
    %element = tensor.extract_slice %from[%t, 0, 0] [1, %batch, 64] [1, 1, 1] : tensor<5x?x64xf32> to tensor<?x64xf32>
    %next = tensor.empty(%batch) : tensor<?x64xf32>
    %none = linalg.fill ins(%zero : f32) outs(%next : tensor<?x64xf32>) -> tensor<?x64xf32>
    %own = linalg.generic {indexing_maps = [#h, #v, #s], iterator_types = ["parallel", "parallel", "reduction"]} ins(%state, %v : tensor<?x64xf32>, tensor<64x64xf32>) outs(%none : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %m = arith.mulf %a, %b : f32
      %s = arith.addf %o, %m : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    %sum = linalg.generic {indexing_maps = [#e, #e, #e], iterator_types = ["parallel", "parallel"]} ins(%element, %own : tensor<?x64xf32>, tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %s = arith.addf %a, %b : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    %new = linalg.generic {indexing_maps = [#e, #e], iterator_types = ["parallel", "parallel"]} ins(%sum : tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %o: f32):
      %y = math.tanh %a : f32
      linalg.yield %y : f32
    } -> tensor<?x64xf32>
    %again = linalg.generic {indexing_maps = [#e, #e, #e], iterator_types = ["parallel", "parallel"]} ins(%element, %new : tensor<?x64xf32>, tensor<?x64xf32>) outs(%next : tensor<?x64xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %s = arith.mulf %a, %b : f32
      linalg.yield %s : f32
    } -> tensor<?x64xf32>
    scf.yield %again : tensor<?x64xf32>
  }
  return %last : tensor<?x64xf32>
}
