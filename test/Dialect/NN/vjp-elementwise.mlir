// RUN: nnc-opt %s | nnc-opt -nn-autodiff -canonicalize -cse -canonicalize | FileCheck %s

// Derivatives of elementwise ops. The objective is sum(%y * %c), so that %c
// is the cotangent of %y.

nn.dim @batch

// CHECK-LABEL: func.func @neg(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.neg %[[C]] : tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @neg(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.neg %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @abs(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.sign %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: return %[[V1]] : tensor<4xf64>
func.func @abs(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.abs %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @exp(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.exp %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.cmp eq %[[C]], %[[V2]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V3]], %[[V2]], %[[V1]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V4]] : tensor<4xf64>
func.func @exp(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.exp %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @expm1(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.expm1 %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.add %[[V0]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.mul %[[C]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.cmp eq %[[C]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V6:.*]] = nn.where %[[V5]], %[[V4]], %[[V3]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V6]] : tensor<4xf64>
func.func @expm1(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.expm1 %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @log(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.div %[[C]], %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.cmp eq %[[C]], %[[V1]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V3:.*]] = nn.where %[[V2]], %[[V1]], %[[V0]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V3]] : tensor<4xf64>
func.func @log(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.log %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @log1p(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.add %[[X]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.div %[[C]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.cmp eq %[[C]], %[[V3]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V5:.*]] = nn.where %[[V4]], %[[V3]], %[[V2]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V5]] : tensor<4xf64>
func.func @log1p(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.log1p %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @sqrt(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.sqrt %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.mul %[[C]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.div %[[V2]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.cmp eq %[[C]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V6:.*]] = nn.where %[[V5]], %[[V4]], %[[V3]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V6]] : tensor<4xf64>
func.func @sqrt(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.sqrt %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @rsqrt(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant -5.000000e-01 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.rsqrt %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[V0]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.mul %[[V0]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.mul %[[C]], %[[V3]] : tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[V4]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.cmp eq %[[C]], %[[V6]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V8:.*]] = nn.where %[[V7]], %[[V6]], %[[V5]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V8]] : tensor<4xf64>
func.func @rsqrt(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.rsqrt %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @sin(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.cos %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: return %[[V1]] : tensor<4xf64>
func.func @sin(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.sin %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @cos(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.sin %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.neg %[[V1]] : tensor<4xf64>
// CHECK-NEXT: return %[[V2]] : tensor<4xf64>
func.func @cos(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.cos %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @tanh(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.tanh %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.mul %[[V0]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.sub %[[V1]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.mul %[[C]], %[[V3]] : tensor<4xf64>
// CHECK-NEXT: return %[[V4]] : tensor<4xf64>
func.func @tanh(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.tanh %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @erf(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 1.1283791670955126 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.mul %[[X]], %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.neg %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.exp %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.mul %[[C]], %[[V3]] : tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[V4]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: return %[[V5]] : tensor<4xf64>
func.func @erf(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.erf %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @sigmoid(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.sigmoid %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.sub %[[V1]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.mul %[[V0]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.mul %[[C]], %[[V3]] : tensor<4xf64>
// CHECK-NEXT: return %[[V4]] : tensor<4xf64>
func.func @sigmoid(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.sigmoid %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @pow_int_2(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.mul %[[V1]], %[[X]] : tensor<4xf64>
// CHECK-NEXT: return %[[V2]] : tensor<4xf64>
func.func @pow_int_2(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.pow_int %x, 2 : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @pow_int_3(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 3.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.pow_int %[[X]], 2 : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.mul %[[C]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.mul %[[V2]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.cmp eq %[[C]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V6:.*]] = nn.where %[[V5]], %[[V4]], %[[V3]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V6]] : tensor<4xf64>
func.func @pow_int_3(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.pow_int %x, 3 : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @pow_int_m1(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.pow_int %[[X]], -2 : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.mul %[[C]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.mul %[[V2]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.cmp eq %[[C]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V6:.*]] = nn.where %[[V5]], %[[V4]], %[[V3]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V6]] : tensor<4xf64>
func.func @pow_int_m1(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.pow_int %x, -1 : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @cast(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.cast %[[C]] : tensor<4xf64> -> tensor<4xf32>
// CHECK-NEXT: %[[V1:.*]] = nn.cast %[[V0]] : tensor<4xf32> -> tensor<4xf64>
// CHECK-NEXT: return %[[V1]] : tensor<4xf64>
func.func @cast(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %h = nn.cast %x : tensor<4xf64> -> tensor<4xf32>
  %y = nn.cast %h : tensor<4xf32> -> tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @add(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: return %[[C]], %[[C]] : tensor<4xf64>, tensor<4xf64>
func.func @add(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.add %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @sub(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.neg %[[C]] : tensor<4xf64>
// CHECK-NEXT: return %[[C]], %[[V0]] : tensor<4xf64>, tensor<4xf64>
func.func @sub(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.sub %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @mul(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.mul %[[C]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[A]] : tensor<4xf64>
// CHECK-NEXT: return %[[V0]], %[[V1]] : tensor<4xf64>, tensor<4xf64>
func.func @mul(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.mul %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @div(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.div %[[A]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.div %[[C]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.cmp eq %[[C]], %[[V2]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V3]], %[[V2]], %[[V1]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.mul %[[V1]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.neg %[[V5]] : tensor<4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.where %[[V3]], %[[V2]], %[[V6]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V4]], %[[V7]] : tensor<4xf64>, tensor<4xf64>
func.func @div(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.div %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @pow(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[CST_0:.*]] = arith.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.pow %[[A]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.splat %[[CST_0]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.sub %[[B]], %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.pow %[[A]], %[[V2]] : tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.cmp eq %[[B]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V6:.*]] = nn.mul %[[B]], %[[V3]] : tensor<4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.where %[[V5]], %[[V4]], %[[V6]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V8:.*]] = nn.cmp eq %[[A]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V9:.*]] = nn.log %[[A]] : tensor<4xf64>
// CHECK-NEXT: %[[V10:.*]] = nn.where %[[V8]], %[[V4]], %[[V9]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V11:.*]] = nn.mul %[[C]], %[[V7]] : tensor<4xf64>
// CHECK-NEXT: %[[V12:.*]] = nn.cmp eq %[[C]], %[[V4]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V13:.*]] = nn.where %[[V12]], %[[V4]], %[[V11]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V14:.*]] = nn.mul %[[V0]], %[[V10]] : tensor<4xf64>
// CHECK-NEXT: %[[V15:.*]] = nn.mul %[[C]], %[[V14]] : tensor<4xf64>
// CHECK-NEXT: %[[V16:.*]] = nn.where %[[V12]], %[[V4]], %[[V15]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V13]], %[[V16]] : tensor<4xf64>, tensor<4xf64>
func.func @pow(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.pow %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @mod(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.floordiv %[[A]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.neg %[[V1]] : tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.cmp eq %[[C]], %[[V3]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V5:.*]] = nn.where %[[V4]], %[[V3]], %[[V2]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[C]], %[[V5]] : tensor<4xf64>, tensor<4xf64>
func.func @mod(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.mod %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @max(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.max %[[A]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.cmp gt %[[V0]], %[[B]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.where %[[V1]], %[[C]], %[[V2]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V1]], %[[V2]], %[[C]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V3]], %[[V4]] : tensor<4xf64>, tensor<4xf64>
func.func @max(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.max %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @min(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.min %[[A]], %[[B]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.cmp lt %[[V0]], %[[B]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.where %[[V1]], %[[C]], %[[V2]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V1]], %[[V2]], %[[C]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V3]], %[[V4]] : tensor<4xf64>, tensor<4xf64>
func.func @min(%a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.min %a, %b : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @relu(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.max %[[X]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.cmp gt %[[V1]], %[[V0]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V3:.*]] = nn.where %[[V2]], %[[C]], %[[V0]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V3]] : tensor<4xf64>
func.func @relu(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %zero = arith.constant 0.0 : f64
  %z = nn.splat %zero : f64 -> tensor<4xf64>
  %y = nn.max %x, %z : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @where(
// CHECK-SAME: %[[P:.*]]: {{[^%]*}} %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.where %[[P]], %[[C]], %[[V0]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.where %[[P]], %[[V0]], %[[C]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V1]], %[[V2]] : tensor<4xf64>, tensor<4xf64>
func.func @where(%p: tensor<4xi1>, %a: tensor<4xf64>, %b: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>) {
  %y = nn.where %p, %a, %b : tensor<4xi1>, tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1 : tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @clamp(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[LO:.*]]: {{[^%]*}} %[[HI:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.clamp %[[X]], %[[LO]], %[[HI]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.cmp ge %[[V0]], %[[HI]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.cmp le %[[X]], %[[LO]] : tensor<4xf64> -> tensor<4xi1>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V1]], %[[V3]], %[[C]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V5:.*]] = nn.where %[[V2]], %[[V3]], %[[V4]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V6:.*]] = nn.where %[[V2]], %[[V4]], %[[V3]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: %[[V7:.*]] = nn.where %[[V1]], %[[C]], %[[V3]] : tensor<4xi1>, tensor<4xf64>
// CHECK-NEXT: return %[[V5]], %[[V6]], %[[V7]] : tensor<4xf64>, tensor<4xf64>, tensor<4xf64>
func.func @clamp(%x: tensor<4xf64>, %lo: tensor<4xf64>, %hi: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) {
  %y = nn.clamp %x, %lo, %hi : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g:3 = nn.gradient %l wrt [] of (%x, %lo, %hi : tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) : tensor<f64> -> tensor<4xf64>, tensor<4xf64>, tensor<4xf64>
  return %g#0, %g#1, %g#2 : tensor<4xf64>, tensor<4xf64>, tensor<4xf64>
}

// CHECK-LABEL: func.func @floor(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @floor(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.floor %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @ceil(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @ceil(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.ceil %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @round(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @round(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.round %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @sign(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @sign(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.sign %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @stop_gradient(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.splat %[[CST]] : f64 -> tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @stop_gradient(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.stop_gradient %x : tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}
