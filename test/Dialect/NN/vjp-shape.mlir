// RUN: nnc-opt %s | nnc-opt -nn-autodiff -canonicalize -cse -canonicalize | FileCheck %s

// Derivatives of ops that move elements. The objective is sum(%y * %c), so that %c
// is the cotangent of %y.

nn.dim @batch

// CHECK-LABEL: func.func @broadcast(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.sum %[[C]] axes = [0] : tensor<?x4xf64, #nn.dims<batch, _>> -> tensor<4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4xf64>
func.func @broadcast(%x: tensor<4xf64>, %c: tensor<?x4xf64, #nn.dims<batch, _>>) -> (tensor<4xf64>) {
  %y = nn.broadcast %x dims = [1] : tensor<4xf64> -> tensor<?x4xf64, #nn.dims<batch, _>>
  %yc = nn.mul %y, %c : tensor<?x4xf64, #nn.dims<batch, _>>
  %l = nn.sum %yc axes = [0, 1] : tensor<?x4xf64, #nn.dims<batch, _>> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}

// CHECK-LABEL: func.func @broadcast_stretch(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.sum %[[C]] axes = [1] : tensor<2x5x3xf64> -> tensor<2x3xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.transpose %[[V0]] perm = [1, 0] : tensor<2x3xf64> -> tensor<3x2xf64>
// CHECK-NEXT: %[[V2:.*]] = nn.reshape %[[V1]] : tensor<3x2xf64> -> tensor<3x1x2xf64>
// CHECK-NEXT: return %[[V2]] : tensor<3x1x2xf64>
func.func @broadcast_stretch(%x: tensor<3x1x2xf64>, %c: tensor<2x5x3xf64>) -> (tensor<3x1x2xf64>) {
  %y = nn.broadcast %x dims = [2, 1, 0] : tensor<3x1x2xf64> -> tensor<2x5x3xf64>
  %yc = nn.mul %y, %c : tensor<2x5x3xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<2x5x3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x1x2xf64>) : tensor<f64> -> tensor<3x1x2xf64>
  return %g : tensor<3x1x2xf64>
}

// CHECK-LABEL: func.func @reshape(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.reshape %[[C]] : tensor<3x4xf64> -> tensor<2x6xf64>
// CHECK-NEXT: return %[[V0]] : tensor<2x6xf64>
func.func @reshape(%x: tensor<2x6xf64>, %c: tensor<3x4xf64>) -> (tensor<2x6xf64>) {
  %y = nn.reshape %x : tensor<2x6xf64> -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x6xf64>) : tensor<f64> -> tensor<2x6xf64>
  return %g : tensor<2x6xf64>
}

// CHECK-LABEL: func.func @transpose(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.transpose %[[C]] perm = [2, 0, 1] : tensor<3x4x2xf64> -> tensor<2x3x4xf64>
// CHECK-NEXT: return %[[V0]] : tensor<2x3x4xf64>
func.func @transpose(%x: tensor<2x3x4xf64>, %c: tensor<3x4x2xf64>) -> (tensor<2x3x4xf64>) {
  %y = nn.transpose %x perm = [1, 2, 0] : tensor<2x3x4xf64> -> tensor<3x4x2xf64>
  %yc = nn.mul %y, %c : tensor<3x4x2xf64>
  %l = nn.sum %yc axes = [0, 1, 2] : tensor<3x4x2xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x3x4xf64>) : tensor<f64> -> tensor<2x3x4xf64>
  return %g : tensor<2x3x4xf64>
}

// CHECK-LABEL: func.func @slice(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.pad %[[C]] low [1, 0] high [1, 2] : tensor<2x3xf64> -> tensor<4x5xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4x5xf64>
func.func @slice(%x: tensor<4x5xf64>, %c: tensor<2x3xf64>) -> (tensor<4x5xf64>) {
  %y = nn.slice %x at [1, 0] : tensor<4x5xf64> -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4x5xf64>) : tensor<f64> -> tensor<4x5xf64>
  return %g : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @pad(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.slice %[[C]] at [1, 0] : tensor<3x5xf64> -> tensor<2x3xf64>
// CHECK-NEXT: return %[[V0]] : tensor<2x3xf64>
func.func @pad(%x: tensor<2x3xf64>, %c: tensor<3x5xf64>) -> (tensor<2x3xf64>) {
  %y = nn.pad %x low [1, 0] high [0, 2] : tensor<2x3xf64> -> tensor<3x5xf64>
  %yc = nn.mul %y, %c : tensor<3x5xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g : tensor<2x3xf64>
}

// CHECK-LABEL: func.func @concat(
// CHECK-SAME: %[[A:.*]]: {{[^%]*}} %[[B:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.slice %[[C]] at [0, 0] : tensor<2x5xf64> -> tensor<2x3xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.slice %[[C]] at [0, 3] : tensor<2x5xf64> -> tensor<2x2xf64>
// CHECK-NEXT: return %[[V0]], %[[V1]] : tensor<2x3xf64>, tensor<2x2xf64>
func.func @concat(%a: tensor<2x3xf64>, %b: tensor<2x2xf64>, %c: tensor<2x5xf64>) -> (tensor<2x3xf64>, tensor<2x2xf64>) {
  %y = nn.concat %a, %b axis = 1 : (tensor<2x3xf64>, tensor<2x2xf64>) -> tensor<2x5xf64>
  %yc = nn.mul %y, %c : tensor<2x5xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<2x5xf64> -> tensor<f64>
  %g:2 = nn.gradient %l wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x2xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x2xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x2xf64>
}

// CHECK-LABEL: func.func @cumsum(
// CHECK-SAME: %[[X:.*]]: tensor<2x3xf64>, %[[C:.*]]: tensor<2x3xf64>
// CHECK-NEXT: %[[V0:.*]] = nn.cumsum %[[C]] axis = 1 reverse : tensor<2x3xf64>
// CHECK-NEXT: return %[[V0]]
func.func @cumsum(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.cumsum %x axis = 1 : tensor<2x3xf64>
  %p = nn.mul %y, %c : tensor<2x3xf64>
  %l = nn.sum %p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g : tensor<2x3xf64>
}

// CHECK-LABEL: func.func @flip(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.flip %[[C]] axes = [1] : tensor<2x3xf64>
// CHECK-NEXT: return %[[V0]] : tensor<2x3xf64>
func.func @flip(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.flip %x axes = [1] : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g : tensor<2x3xf64>
}

// CHECK-LABEL: func.func @take(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[I:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[CST:.*]] = arith.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[V0:.*]] = nn.one_hot %[[I]] : tensor<3x4xi32> -> tensor<3x4x2xi1>
// CHECK-NEXT: %[[V1:.*]] = nn.transpose %[[V0]] perm = [0, 2, 1] : tensor<3x4x2xi1> -> tensor<3x2x4xi1>
// CHECK-NEXT: %[[V2:.*]] = nn.broadcast %[[C]] dims = [0, 2] : tensor<3x4xf64> -> tensor<3x2x4xf64>
// CHECK-NEXT: %[[V3:.*]] = nn.splat %[[CST]] : f64 -> tensor<3x2x4xf64>
// CHECK-NEXT: %[[V4:.*]] = nn.where %[[V1]], %[[V2]], %[[V3]] : tensor<3x2x4xi1>, tensor<3x2x4xf64>
// CHECK-NEXT: return %[[V4]] : tensor<3x2x4xf64>
func.func @take(%x: tensor<3x2x4xf64>, %i: tensor<3x4xi32>, %c: tensor<3x4xf64>) -> (tensor<3x2x4xf64>) {
  %y = nn.take %x, %i axis = 1 : (tensor<3x2x4xf64>, tensor<3x4xi32>) -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g : tensor<3x2x4xf64>
}

// CHECK-LABEL: func.func @gather(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[I:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.scatter_add %[[C]], %[[I]] axis = 0 : (tensor<4x2xf64>, tensor<4xi32>) -> tensor<3x2xf64>
// CHECK-NEXT: return %[[V0]] : tensor<3x2xf64>
func.func @gather(%x: tensor<3x2xf64>, %i: tensor<4xi32>, %c: tensor<4x2xf64>) -> (tensor<3x2xf64>) {
  %y = nn.gather %x, %i axis = 0 : (tensor<3x2xf64>, tensor<4xi32>) -> tensor<4x2xf64>
  %yc = nn.mul %y, %c : tensor<4x2xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<3x2xf64>) : tensor<f64> -> tensor<3x2xf64>
  return %g : tensor<3x2xf64>
}

// CHECK-LABEL: func.func @scatter_add(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[I:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.gather %[[C]], %[[I]] axis = 0 : (tensor<3x2xf64>, tensor<4xi32>) -> tensor<4x2xf64>
// CHECK-NEXT: return %[[V0]] : tensor<4x2xf64>
func.func @scatter_add(%x: tensor<4x2xf64>, %i: tensor<4xi32>, %c: tensor<3x2xf64>) -> (tensor<4x2xf64>) {
  %y = nn.scatter_add %x, %i axis = 0 : (tensor<4x2xf64>, tensor<4xi32>) -> tensor<3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %l = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4x2xf64>) : tensor<f64> -> tensor<4x2xf64>
  return %g : tensor<4x2xf64>
}

// CHECK-LABEL: func.func @custom_vjp(
// CHECK-SAME: %[[X:.*]]: {{[^%]*}} %[[C:.*]]: {{[^%]*}}
// CHECK-NEXT: %[[V0:.*]] = nn.exp %[[X]] : tensor<4xf64>
// CHECK-NEXT: %[[V1:.*]] = nn.mul %[[C]], %[[V0]] : tensor<4xf64>
// CHECK-NEXT: return %[[V1]] : tensor<4xf64>
func.func @custom_vjp(%x: tensor<4xf64>, %c: tensor<4xf64>) -> (tensor<4xf64>) {
  %y = nn.custom_vjp (%x) {
  ^bb0(%a: tensor<4xf64>):
    %r = nn.exp %a : tensor<4xf64>
    nn.yield %r : tensor<4xf64>
  } vjp {
  ^bb0(%a: tensor<4xf64>, %d: tensor<4xf64>):
    %e = nn.exp %a : tensor<4xf64>
    %r = nn.mul %d, %e : tensor<4xf64>
    nn.yield %r : tensor<4xf64>
  } : (tensor<4xf64>) -> tensor<4xf64>
  %yc = nn.mul %y, %c : tensor<4xf64>
  %l = nn.sum %yc axes = [0] : tensor<4xf64> -> tensor<f64>
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g : tensor<4xf64>
}
