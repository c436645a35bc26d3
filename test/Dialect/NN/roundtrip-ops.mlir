// RUN: nnc-opt %s > %t.once
// RUN: nnc-opt %t.once | diff %t.once -
// RUN: nnc-opt %s -mlir-print-op-generic | nnc-opt | diff %t.once -
// RUN: FileCheck %s < %t.once

// Every tensor op: printing and reading change nothing, in either syntax.

// CHECK-LABEL: func.func @unary
func.func @unary(%x: tensor<?x3xf32, #nn.dims<"2*batch", _>>, %b: tensor<3xi1>) {
  // CHECK: nn.neg %{{.*}} : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  %0 = nn.neg %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.abs
  %1 = nn.abs %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.exp %
  %2 = nn.exp %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.expm1
  %3 = nn.expm1 %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.log %
  %4 = nn.log %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.log1p
  %5 = nn.log1p %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.sqrt
  %6 = nn.sqrt %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.rsqrt
  %7 = nn.rsqrt %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.sin
  %8 = nn.sin %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.cos
  %9 = nn.cos %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.tanh
  %10 = nn.tanh %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.erf
  %11 = nn.erf %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.sigmoid
  %12 = nn.sigmoid %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.floor
  %13 = nn.floor %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.ceil
  %14 = nn.ceil %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.round
  %15 = nn.round %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.sign
  %16 = nn.sign %x : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.not %{{.*}} : tensor<3xi1>
  %17 = nn.not %b : tensor<3xi1>
  // CHECK-NEXT: nn.pow_int %{{.*}}, -2 : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  %18 = nn.pow_int %x, -2 : tensor<?x3xf32, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.is_nan %{{.*}} -> tensor<?x3xi1, #nn.dims<"2*batch", _>>
  %19 = nn.is_nan %x : tensor<?x3xf32, #nn.dims<"2*batch", _>> -> tensor<?x3xi1, #nn.dims<"2*batch", _>>
  // CHECK-NEXT: nn.cast %{{.*}} : tensor<3xi1> -> tensor<3xbf16>
  %20 = nn.cast %b : tensor<3xi1> -> tensor<3xbf16>
  // CHECK-NEXT: nn.stop_gradient
  %21 = nn.stop_gradient %b : tensor<3xi1>
  return
}

// CHECK-LABEL: func.func @binary
func.func @binary(%x: tensor<3xf64>, %y: tensor<3xf64>, %b: tensor<3xi1>) {
  // CHECK: nn.add %{{.*}}, %{{.*}} : tensor<3xf64>
  %0 = nn.add %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.sub
  %1 = nn.sub %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.mul
  %2 = nn.mul %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.div
  %3 = nn.div %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.pow
  %4 = nn.pow %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.floordiv
  %5 = nn.floordiv %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.mod
  %6 = nn.mod %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.max
  %7 = nn.max %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.min
  %8 = nn.min %x, %y : tensor<3xf64>
  // CHECK-NEXT: nn.and %{{.*}}, %{{.*}} : tensor<3xi1>
  %9 = nn.and %b, %b : tensor<3xi1>
  // CHECK-NEXT: nn.or
  %10 = nn.or %b, %b : tensor<3xi1>
  // CHECK-NEXT: nn.cmp{{ +}}le %{{.*}}, %{{.*}} : tensor<3xf64> -> tensor<3xi1>
  %11 = nn.cmp le %x, %y : tensor<3xf64> -> tensor<3xi1>
  // CHECK-NEXT: nn.where %{{.*}}, %{{.*}}, %{{.*}} : tensor<3xi1>, tensor<3xf64>
  %12 = nn.where %b, %x, %y : tensor<3xi1>, tensor<3xf64>
  // CHECK-NEXT: nn.clamp %{{.*}}, %{{.*}}, %{{.*}} : tensor<3xf64>
  %13 = nn.clamp %x, %y, %y : tensor<3xf64>
  return
}

// CHECK-LABEL: func.func @shapes
func.func @shapes(%x: tensor<2x3xf32>, %i: tensor<2xi32>, %n: i64) {
  // CHECK: nn.constant dense<[1, 2]> : tensor<2xi32>
  %0 = nn.constant dense<[1, 2]> : tensor<2xi32>
  // CHECK-NEXT: nn.splat %{{.*}} : i64 -> tensor<2xi64>
  %1 = nn.splat %n : i64 -> tensor<2xi64>
  // CHECK-NEXT: nn.broadcast %{{.*}} dims = [0, 1] : tensor<2x3xf32> -> tensor<2x3x4xf32>
  %2 = nn.broadcast %x dims = [0, 1] : tensor<2x3xf32> -> tensor<2x3x4xf32>
  // CHECK-NEXT: nn.reshape %{{.*}} : tensor<2x3xf32> -> tensor<6xf32>
  %3 = nn.reshape %x : tensor<2x3xf32> -> tensor<6xf32>
  // CHECK-NEXT: nn.transpose %{{.*}} perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  %4 = nn.transpose %x perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  // CHECK-NEXT: nn.slice %{{.*}} at [0, 1] : tensor<2x3xf32> -> tensor<2x2xf32>
  %5 = nn.slice %x at [0, 1] : tensor<2x3xf32> -> tensor<2x2xf32>
  // CHECK-NEXT: nn.pad %{{.*}} low [1, 0] high [0, 2] : tensor<2x3xf32> -> tensor<3x5xf32>
  %6 = nn.pad %x low [1, 0] high [0, 2] : tensor<2x3xf32> -> tensor<3x5xf32>
  // CHECK-NEXT: nn.concat %{{.*}}, %{{.*}} axis = 0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  %7 = nn.concat %x, %x axis = 0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  // CHECK-NEXT: nn.flip %{{.*}} axes = [1] : tensor<2x3xf32>
  %8 = nn.flip %x axes = [1] : tensor<2x3xf32>
  // CHECK-NEXT: nn.cumsum %{{.*}} axis = 1 : tensor<2x3xf32>
  %cumsum = nn.cumsum %x axis = 1 : tensor<2x3xf32>
  // CHECK-NEXT: nn.orthonormalize %{{.*}} : tensor<2x3xf32>
  %orthonormal = nn.orthonormalize %x : tensor<2x3xf32>
  // CHECK-NEXT: nn.cumsum %{{.*}} axis = 0 reverse : tensor<2x3xf32>
  %reversed = nn.cumsum %x axis = 0 reverse : tensor<2x3xf32>
  // CHECK-NEXT: nn.iota axis = 0 : tensor<4xi32>
  %9 = nn.iota axis = 0 : tensor<4xi32>
  // CHECK-NEXT: nn.one_hot %{{.*}} : tensor<2xi32> -> tensor<2x5xf32>
  %10 = nn.one_hot %i : tensor<2xi32> -> tensor<2x5xf32>
  // CHECK-NEXT: nn.take %{{.*}}, %{{.*}} axis = 1 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2xf32>
  %11 = nn.take %x, %i axis = 1 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2xf32>
  // CHECK-NEXT: nn.gather %{{.*}}, %{{.*}} axis = 1 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2x2xf32>
  %12 = nn.gather %x, %i axis = 1 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2x2xf32>
  // CHECK-NEXT: nn.scatter_add %{{.*}}, %{{.*}} axis = 0 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<4x3xf32>
  %13 = nn.scatter_add %x, %i axis = 0 : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<4x3xf32>
  return
}

// CHECK-LABEL: func.func @reductions
func.func @reductions(%x: tensor<2x3xf32>, %b: tensor<2x3xi1>, %i: tensor<2xi32>, %p: f64) {
  // CHECK: nn.einsum "mk,nk->mn" %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x2xf32>
  %0 = nn.einsum "mk,nk->mn" %x, %x : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x2xf32>
  // CHECK-NEXT: nn.sum %{{.*}} axes = [0, 1] : tensor<2x3xf32> -> tensor<f32>
  %1 = nn.sum %x axes = [0, 1] : tensor<2x3xf32> -> tensor<f32>
  // CHECK-NEXT: nn.mean
  %2 = nn.mean %x axes = [0] : tensor<2x3xf32> -> tensor<3xf32>
  // CHECK-NEXT: nn.reduce_max
  %3 = nn.reduce_max %x axes = [0] : tensor<2x3xf32> -> tensor<3xf32>
  // CHECK-NEXT: nn.reduce_min
  %4 = nn.reduce_min %x axes = [0] : tensor<2x3xf32> -> tensor<3xf32>
  // CHECK-NEXT: nn.prod
  %5 = nn.prod %x axes = [0] : tensor<2x3xf32> -> tensor<3xf32>
  // CHECK-NEXT: nn.log_sum_exp
  %6 = nn.log_sum_exp %x axes = [0] : tensor<2x3xf32> -> tensor<3xf32>
  // CHECK-NEXT: nn.argmax %{{.*}} -> tensor<3xi32>
  %7 = nn.argmax %x axes = [0] : tensor<2x3xf32> -> tensor<3xi32>
  // CHECK-NEXT: nn.argmin %{{.*}} -> tensor<3xi32>
  %8 = nn.argmin %x axes = [0] : tensor<2x3xf32> -> tensor<3xi32>
  // CHECK-NEXT: nn.any
  %9 = nn.any %b axes = [0] : tensor<2x3xi1> -> tensor<3xi1>
  // CHECK-NEXT: nn.all
  %10 = nn.all %b axes = [0] : tensor<2x3xi1> -> tensor<3xi1>
  // CHECK-NEXT: nn.softmax %{{.*}} axis = 1 : tensor<2x3xf32>
  %11 = nn.softmax %x axis = 1 : tensor<2x3xf32>
  // CHECK-NEXT: nn.log_softmax %{{.*}} axis = 1 : tensor<2x3xf32>
  %12 = nn.log_softmax %x axis = 1 : tensor<2x3xf32>
  // CHECK-NEXT: nn.cross_entropy %{{.*}}, %{{.*}} axis = 1 {smoothing = 1.000000e-01 : f64} :
  %13 = nn.cross_entropy %x, %i axis = 1 {smoothing = 0.1 : f64} : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<f32>
  // CHECK-NEXT: nn.binary_cross_entropy %{{.*}}, %{{.*}} : tensor<2x3xf32> -> tensor<f32>
  %14 = nn.binary_cross_entropy %x, %x : tensor<2x3xf32> -> tensor<f32>
  // CHECK-NEXT: nn.random{{ +}}bernoulli(%{{.*}}) key "drop" draw 1 per_batch : tensor<2x3xf32>
  %15 = nn.random bernoulli(%p) key "drop" draw 1 per_batch : tensor<2x3xf32>
  // CHECK-NEXT: nn.dim_size "batch" : i64
  %16 = nn.dim_size "batch" : i64
  // CHECK-NEXT: nn.custom_vjp(%{{.*}}) {
  %17 = nn.custom_vjp(%x) {
  ^bb0(%a: tensor<2x3xf32>):
    nn.yield %a : tensor<2x3xf32>
  // CHECK: } vjp {
  } vjp {
  ^bb0(%a: tensor<2x3xf32>, %dy: tensor<2x3xf32>):
    nn.yield %dy : tensor<2x3xf32>
  // CHECK: } : (tensor<2x3xf32>) -> tensor<2x3xf32>
  } : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @attention
func.func @attention(%q: tensor<2x8x4x16xf32>, %v: tensor<2x8x4x6xf32>, %m: tensor<2x8xi1>) {
  // CHECK-NEXT: nn.attention "bihc,bjhc,bjhw,bj->bihw" %{{.*}}, %{{.*}}, %{{.*}} mask %{{.*}} causal scale = 2.500000e-01 :
  %y, %l = nn.attention "bihc,bjhc,bjhw,bj->bihw" %q, %q, %v mask %m causal scale = 0.25
      : (tensor<2x8x4x16xf32>, tensor<2x8x4x16xf32>, tensor<2x8x4x6xf32>, tensor<2x8xi1>)
      -> (tensor<2x8x4x6xf32>, tensor<2x4x8xf32>)
  // CHECK-NEXT: nn.attention_grad "bihc,bjhc,bjhw->bihw" %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} scale = 2.500000e-01 :
  %dq, %dk, %dv = nn.attention_grad "bihc,bjhc,bjhw->bihw" %q, %q, %v, %y, %l, %l scale = 0.25
      : (tensor<2x8x4x16xf32>, tensor<2x8x4x16xf32>, tensor<2x8x4x6xf32>, tensor<2x8x4x6xf32>, tensor<2x4x8xf32>, tensor<2x4x8xf32>)
      -> (tensor<2x8x4x16xf32>, tensor<2x8x4x16xf32>, tensor<2x8x4x6xf32>)
  return
}

// CHECK-LABEL: func.func private @argument
// CHECK-SAME: #nn.arg<parameter, "hidden.weight">
func.func private @argument(tensor<2xf32> {nn.arg = #nn.arg<parameter, "hidden.weight">})

// CHECK-LABEL: nn.dataset @Table config {rows = 4 : i64} {
nn.dataset @Table config {rows = 4 : i64} {
  func.func @prepare(%x: tensor<2xf32> {nn.name = "x"}) -> (tensor<2xf32> {nn.name = "x"}) {
    return %x : tensor<2xf32>
  }
}
