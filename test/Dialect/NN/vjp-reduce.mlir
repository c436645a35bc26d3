// RUN: nnc-opt %s | nnc-opt -nn-autodiff -canonicalize -cse -canonicalize | FileCheck %s

// Derivatives of contractions, reductions and losses. The objective is sum(%y * %c), so that %c
// is the cotangent of %y.

nn.dim @batch

// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.broadcast %[[C]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<3x4xf64>
func.func @sum(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.sum %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %l = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @mean(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 2.500000e-01 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<3xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<3xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[V1]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: return %[[V2]] : tensor<3x4xf64>
func.func @mean(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.mean %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %l = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @reduce_max(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.argmax %[[X]] axes = [1] : tensor<3x4xf64> -> tensor<3xi32>
// CHECK-NEXT: %[[V1:.*]] = nn.one_hot %[[V0]] : tensor<3xi32> -> tensor<3x4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[C]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<3x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V1]], %[[V2]], %[[V3]] : tensor<3x4xi1>, tensor<3x4xf64>
// CHECK-NEXT: return %[[V4]] : tensor<3x4xf64>
func.func @reduce_max(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.reduce_max %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %l = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @reduce_min(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.argmin %[[X]] axes = [1] : tensor<3x4xf64> -> tensor<3xi32>
// CHECK-NEXT: %[[V1:.*]] = nn.one_hot %[[V0]] : tensor<3xi32> -> tensor<3x4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[C]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<3x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V1]], %[[V2]], %[[V3]] : tensor<3x4xi1>, tensor<3x4xf64>
// CHECK-NEXT: return %[[V4]] : tensor<3x4xf64>
func.func @reduce_min(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.reduce_min %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %l = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @prod(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<3x4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.cmp eq %[[X]], %[[V0]] : tensor<3x4xf64> -> tensor<3x4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<3x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.where %[[V1]], %[[V2]], %[[V0]] : tensor<3x4xi1>, tensor<3x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.sum %[[V3]] axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.where %[[V1]], %[[V2]], %[[X]] : tensor<3x4xi1>, tensor<3x4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.prod %[[V5]] axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.mul %[[C]], %[[V6]] : tensor<3xf64>
// CHECK-NEXT: %[[V8:.*]] = nn.splat %[[CST]] : f64 -> tensor<3xf64>
// CHECK-NEXT: %[[V9:.*]] = nn.cmp eq %[[V4]], %[[V8]] : tensor<3xf64> -> tensor<3xi1>
// CHECK-NEXT: %[[V10:.*]] = nn.where %[[V9]], %[[V7]], %[[V8]] : tensor<3xi1>, tensor<3xf64>
// CHECK-NEXT: %[[V11:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<3xf64>
// CHECK-NEXT: %[[V12:.*]] = nn.cmp eq %[[V4]], %[[V11]] : tensor<3xf64> -> tensor<3xi1>
// CHECK-NEXT: %[[V13:.*]] = nn.where %[[V12]], %[[V7]], %[[V8]] : tensor<3xi1>, tensor<3xf64>
// CHECK-NEXT: %[[V14:.*]] = nn.broadcast %[[V13]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V15:.*]] = nn.broadcast %[[V10]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V16:.*]] = nn.div %[[V15]], %[[V5]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V17:.*]] = nn.where %[[V1]], %[[V14]], %[[V16]] : tensor<3x4xi1>, tensor<3x4xf64>
// CHECK-NEXT: return %[[V17]] : tensor<3x4xf64>
func.func @prod(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.prod %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %l = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @log_sum_exp(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.log_sum_exp %[[X]] axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.broadcast %[[C]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[V0]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.sub %[[X]], %[[V2]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.exp %[[V3]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[V1]], %[[V4]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.splat %[[CST]] : f64 -> tensor<3x4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.cmp eq %[[V1]], %[[V6]] : tensor<3x4xf64> -> tensor<3x4xi1>
// CHECK-NEXT: %[[V8:.*]] = nn.where %[[V7]], %[[V6]], %[[V5]] : tensor<3x4xi1>, tensor<3x4xf64>
// CHECK-NEXT: return %[[V8]] : tensor<3x4xf64>
func.func @log_sum_exp(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.log_sum_exp %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %l = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @reduce_max_two(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.transpose %[[X]] perm = [1, 0, 2] : tensor<3x2x4xf64> -> tensor<2x3x4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.reshape %[[V0]] : tensor<2x3x4xf64> -> tensor<2x12xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.argmax %[[V1]] axes = [1] : tensor<2x12xf64> -> tensor<2xi32>
// CHECK-NEXT: %[[V3:.*]] = nn.one_hot %[[V2]] : tensor<2xi32> -> tensor<2x12xi1>
// CHECK-NEXT: %[[V4:.*]] = nn.broadcast %[[C]] dims = [0] : tensor<2xf64> -> tensor<2x12xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.splat %[[CST]] : f64 -> tensor<2x12xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.where %[[V3]], %[[V4]], %[[V5]] : tensor<2x12xi1>, tensor<2x12xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.reshape %[[V6]] : tensor<2x12xf64> -> tensor<2x3x4xf64>
// CHECK-NEXT: %[[V8:.*]] = nn.transpose %[[V7]] perm = [1, 0, 2] : tensor<2x3x4xf64> -> tensor<3x2x4xf64>
// CHECK-NEXT: return %[[V8]] : tensor<3x2x4xf64>
func.func @reduce_max_two(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> (tensor<3x2x4xf64>) {
  %y = nn.reduce_max %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %l = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g : tensor<3x2x4xf64>
}

// CHECK-LABEL: func.func @mean_dynamic(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[C4_I64:.*]] = arith.constant 4 : i64
// CHECK-NEXT: %[[CST:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.dim_size "batch" : i64
// CHECK-NEXT: %[[V1:.*]] = arith.muli %[[V0]], %[[C4_I64]] : i64
// CHECK-NEXT: %[[V2:.*]] = arith.sitofp %[[V1]] : i64 to f64
// CHECK-NEXT: %[[V3:.*]] = arith.divf %[[CST]], %[[V2]] : f64
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[V3]] : f64 -> tensor<f64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[C]], %[[V4]] : tensor<f64>
// CHECK-NEXT: %[[V6:.*]] = nn.broadcast %[[V5]] dims = [] : tensor<f64> -> tensor<?x4xf64, #nn.dims<batch, _>>
// CHECK-NEXT: return %[[V6]] : tensor<?x4xf64, #nn.dims<batch, _>>
func.func @mean_dynamic(%x: tensor<?x4xf64, #nn.dims<batch, _>>, %c: tensor<f64>) -> (tensor<?x4xf64, #nn.dims<batch, _>>) {
  %y = nn.mean %x axes = [0, 1] : tensor<?x4xf64, #nn.dims<batch, _>> -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %g = nn.gradient %yc wrt [] of (%x : tensor<?x4xf64, #nn.dims<batch, _>>) : tensor<f64> -> tensor<?x4xf64, #nn.dims<batch, _>>
  return %g : tensor<?x4xf64, #nn.dims<batch, _>>
}

// CHECK-LABEL: func.func @softmax(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.softmax %[[X]] axis = 1 : tensor<3x4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.sum %[[V1]] axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.broadcast %[[V2]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.sub %[[C]], %[[V3]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[V0]], %[[V4]] : tensor<3x4xf64>
// CHECK-NEXT: return %[[V5]] : tensor<3x4xf64>
func.func @softmax(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.softmax %x axis = 1 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @log_softmax(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.log_softmax %[[X]] axis = 1 : tensor<3x4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.sum %[[C]] axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[V1]] dims = [0] : tensor<3xf64> -> tensor<3x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.exp %[[V0]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.mul %[[V3]], %[[V2]] : tensor<3x4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.sub %[[C]], %[[V4]] : tensor<3x4xf64>
// CHECK-NEXT: return %[[V5]] : tensor<3x4xf64>
func.func @log_softmax(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.log_softmax %x axis = 1 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}

// CHECK-LABEL: func.func @cross_entropy(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[T:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.one_hot %[[T]] : tensor<?xi32, #nn.dims<batch>> -> tensor<?x4xf64, #nn.dims<batch, _>>
// CHECK-NEXT: %[[V1:.*]] = nn.softmax %[[X]] axis = 1 : tensor<?x4xf64, #nn.dims<batch, _>>
// CHECK-NEXT: %[[V2:.*]] = nn.dim_size "batch" : i64
// CHECK-NEXT: %[[V3:.*]] = arith.sitofp %[[V2]] : i64 to f64
// CHECK-NEXT: %[[V4:.*]] = arith.divf %[[CST]], %[[V3]] : f64
// CHECK-NEXT: %[[V5:.*]] = nn.splat %[[V4]] : f64 -> tensor<f64>
// CHECK-NEXT: %[[V6:.*]] = nn.mul %[[C]], %[[V5]] : tensor<f64>
// CHECK-NEXT: %[[V7:.*]] = nn.sub %[[V1]], %[[V0]] : tensor<?x4xf64, #nn.dims<batch, _>>
// CHECK-NEXT: %[[V8:.*]] = nn.broadcast %[[V6]] dims = [] : tensor<f64> -> tensor<?x4xf64, #nn.dims<batch, _>>
// CHECK-NEXT: %[[V9:.*]] = nn.mul %[[V7]], %[[V8]] : tensor<?x4xf64, #nn.dims<batch, _>>
// CHECK-NEXT: return %[[V9]] : tensor<?x4xf64, #nn.dims<batch, _>>
func.func @cross_entropy(%x: tensor<?x4xf64, #nn.dims<batch, _>>, %t: tensor<?xi32, #nn.dims<batch>>, %c: tensor<f64>) -> (tensor<?x4xf64, #nn.dims<batch, _>>) {
  %y = nn.cross_entropy %x, %t axis = 1 : (tensor<?x4xf64, #nn.dims<batch, _>>, tensor<?xi32, #nn.dims<batch>>) -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %g = nn.gradient %yc wrt [] of (%x : tensor<?x4xf64, #nn.dims<batch, _>>) : tensor<f64> -> tensor<?x4xf64, #nn.dims<batch, _>>
  return %g : tensor<?x4xf64, #nn.dims<batch, _>>
}

// CHECK-LABEL: func.func @cross_entropy_smooth(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[T:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.083333333333333329 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 5.000000e-02 : f64
// CHECK-NEXT: %[[CST_1:.*]] = arith.constant 9.000000e-01 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.one_hot %[[T]] : tensor<3x4xi32> -> tensor<3x4x2xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.transpose %[[V0]] perm = [0, 2, 1] : tensor<3x4x2xf64> -> tensor<3x2x4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.splat %[[CST_1]] : f64 -> tensor<3x2x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.mul %[[V1]], %[[V2]] : tensor<3x2x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<3x2x4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.add %[[V3]], %[[V4]] : tensor<3x2x4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.softmax %[[X]] axis = 1 : tensor<3x2x4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.splat %[[CST]] : f64 -> tensor<f64>
// CHECK-NEXT: %[[V8:.*]] = nn.mul %[[C]], %[[V7]] : tensor<f64>
// CHECK-NEXT: %[[V9:.*]] = nn.sub %[[V6]], %[[V5]] : tensor<3x2x4xf64>
// CHECK-NEXT: %[[V10:.*]] = nn.broadcast %[[V8]] dims = [] : tensor<f64> -> tensor<3x2x4xf64>
// CHECK-NEXT: %[[V11:.*]] = nn.mul %[[V9]], %[[V10]] : tensor<3x2x4xf64>
// CHECK-NEXT: return %[[V11]] : tensor<3x2x4xf64>
func.func @cross_entropy_smooth(%x: tensor<3x2x4xf64>, %t: tensor<3x4xi32>, %c: tensor<f64>) -> (tensor<3x2x4xf64>) {
  %y = nn.cross_entropy %x, %t axis = 1 {smoothing = 0.1 : f64} : (tensor<3x2x4xf64>, tensor<3x4xi32>) -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %g = nn.gradient %yc wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g : tensor<3x2x4xf64>
}

// CHECK-LABEL: func.func @binary_cross_entropy(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[T:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 2.500000e-01 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<f64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<f64>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[V1]] dims = [] : tensor<f64> -> tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.sigmoid %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.sub %[[V3]], %[[T]] : tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[V4]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.mul %[[X]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.neg %[[V6]] : tensor<4xf64>
// CHECK-NEXT: return %[[V5]], %[[V7]] : tensor<4xf64>, tensor<4xf64>
func.func @binary_cross_entropy(%x: tensor<4xf64>, %t: tensor<4xf64>, %c: tensor<f64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.binary_cross_entropy %x, %t : tensor<4xf64> -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %g:2 = nn.gradient %yc wrt [] of (%x, %t : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @matmul(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.einsum "mn,nk->mk" %[[C]], %[[B]] : (tensor<3x2xf64>, tensor<2x4xf64>) -> tensor<3x4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.einsum "mn,mk->nk" %[[C]], %[[A]] : (tensor<3x2xf64>, tensor<3x4xf64>) -> tensor<2x4xf64>
// CHECK-NEXT: return %[[V0]], %[[V1]] : tensor<3x4xf64>, tensor<2x4xf64>
func.func @matmul(%a: tensor<3x4xf64>, %b: tensor<2x4xf64>, %c: tensor<3x2xf64>) -> (tensor<3x4xf64>, tensor<2x4xf64>) {
  %y = nn.einsum "mk,nk->mn" %a, %b : (tensor<3x4xf64>, tensor<2x4xf64>) -> tensor<3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<3x4xf64>, tensor<2x4xf64>) : tensor<f64> -> tensor<3x4xf64>, tensor<2x4xf64>
  return %g#0, %g#1 : tensor<3x4xf64>, tensor<2x4xf64>
}

// CHECK-LABEL: func.func @einsum_summed(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.einsum "bk,kb->b" %[[C]], %[[B]] : (tensor<3x4xf64>, tensor<4x3xf64>) -> tensor<3xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.broadcast %[[V0]] dims = [0] : tensor<3xf64> -> tensor<3x4x2xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.einsum "bk,bij->kb" %[[C]], %[[A]] : (tensor<3x4xf64>, tensor<3x4x2xf64>) -> tensor<4x3xf64>
// CHECK-NEXT: return %[[V1]], %[[V2]] : tensor<3x4x2xf64>, tensor<4x3xf64>
func.func @einsum_summed(%a: tensor<3x4x2xf64>, %b: tensor<4x3xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4x2xf64>, tensor<4x3xf64>) {
  %y = nn.einsum "bij,kb->bk" %a, %b : (tensor<3x4x2xf64>, tensor<4x3xf64>) -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<3x4x2xf64>, tensor<4x3xf64>) : tensor<f64> -> tensor<3x4x2xf64>, tensor<4x3xf64>
  return %g#0, %g#1 : tensor<3x4x2xf64>, tensor<4x3xf64>
}

// CHECK-LABEL: func.func @einsum_one(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.broadcast %[[C]] dims = [1] : tensor<4xf64> -> tensor<3x4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<3x4xf64>
func.func @einsum_one(%a: tensor<3x4xf64>, %c: tensor<4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.einsum "ij->j" %a : (tensor<3x4xf64>) -> tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%a : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g : tensor<3x4xf64>
}
