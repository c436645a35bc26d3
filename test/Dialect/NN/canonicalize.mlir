// RUN: nnc-opt %s -canonicalize | FileCheck %s

// CHECK-LABEL: func.func @arithmetic(
// CHECK-SAME: %[[X:.*]]: tensor<3xf32>)
// CHECK-NEXT: return %[[X]], %[[X]], %[[X]], %[[X]]
func.func @arithmetic(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %n0 = arith.constant 0.0 : f64
  %n1 = arith.constant 1.0 : f64
  %zero = nn.splat %n0 : f64 -> tensor<3xf32>
  %one = nn.splat %n1 : f64 -> tensor<3xf32>
  %a = nn.mul %one, %x : tensor<3xf32>
  %b = nn.div %a, %one : tensor<3xf32>
  %c = nn.sub %b, %zero : tensor<3xf32>
  %d0 = nn.neg %x : tensor<3xf32>
  %d = nn.neg %d0 : tensor<3xf32>
  %e = nn.cast %x : tensor<3xf32> -> tensor<3xf32>
  return %a, %c, %d, %e : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// x + 0 is not x where x is -0, x * 0 not 0 where x is NaN.

// CHECK-LABEL: func.func @inexact(
// CHECK: nn.add
// CHECK: nn.mul
func.func @inexact(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>) {
  %n0 = arith.constant 0.0 : f64
  %zero = nn.splat %n0 : f64 -> tensor<3xf32>
  %a = nn.add %x, %zero : tensor<3xf32>
  %b = nn.mul %x, %zero : tensor<3xf32>
  return %a, %b : tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @splats(
// CHECK-SAME: %[[N:.*]]: f64)
// CHECK-NEXT: %[[S:.*]] = nn.splat %[[N]] : f64 -> tensor<4x6xf32>
// CHECK-NEXT: return %[[S]]
func.func @splats(%n: f64) -> tensor<4x6xf32> {
  %a = nn.splat %n : f64 -> tensor<f32>
  %b = nn.broadcast %a dims = [] : tensor<f32> -> tensor<2x12xf32>
  %c = nn.transpose %b perm = [1, 0] : tensor<2x12xf32> -> tensor<12x2xf32>
  %d = nn.reshape %c : tensor<12x2xf32> -> tensor<4x6xf32>
  return %d : tensor<4x6xf32>
}

// CHECK-LABEL: func.func @compose(
// CHECK-SAME: %[[X:.*]]: tensor<2x3xf32>)
// CHECK-NEXT: %[[R:.*]] = nn.reshape %[[X]] : tensor<2x3xf32> -> tensor<6xf32>
// CHECK-NEXT: %[[B:.*]] = nn.broadcast %[[X]] dims = [2, 0] : tensor<2x3xf32> -> tensor<3x5x2xf32>
// CHECK-NEXT: return %[[X]], %[[R]], %[[B]]
func.func @compose(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<6xf32>, tensor<3x5x2xf32>) {
  %t = nn.transpose %x perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  %tt = nn.transpose %t perm = [1, 0] : tensor<3x2xf32> -> tensor<2x3xf32>
  %r0 = nn.reshape %x : tensor<2x3xf32> -> tensor<3x2xf32>
  %r = nn.reshape %r0 : tensor<3x2xf32> -> tensor<6xf32>
  %b0 = nn.broadcast %x dims = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  %b = nn.broadcast %b0 dims = [0, 2] : tensor<3x2xf32> -> tensor<3x5x2xf32>
  return %tt, %r, %b : tensor<2x3xf32>, tensor<6xf32>, tensor<3x5x2xf32>
}

// Transposes around a contraction rename its axes; one operand makes a sum.

// CHECK-LABEL: func.func @contractions(
// CHECK-NEXT: nn.einsum "mk,nk->nm"
// CHECK-NEXT: nn.sum %{{.*}} axes = [1] : tensor<4x3xf32> -> tensor<4xf32>
// CHECK-NEXT: return
func.func @contractions(%x: tensor<2x3xf32>, %w: tensor<4x3xf32>) -> (tensor<4x2xf32>, tensor<4xf32>) {
  %wt = nn.transpose %w perm = [1, 0] : tensor<4x3xf32> -> tensor<3x4xf32>
  %y = nn.einsum "mk,kn->mn" %x, %wt : (tensor<2x3xf32>, tensor<3x4xf32>) -> tensor<2x4xf32>
  %yt = nn.transpose %y perm = [1, 0] : tensor<2x4xf32> -> tensor<4x2xf32>
  %s = nn.einsum "ij->i" %w : (tensor<4x3xf32>) -> tensor<4xf32>
  return %yt, %s : tensor<4x2xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @where(
// CHECK-SAME: %[[C:.*]]: tensor<3xi1>, %[[A:.*]]: tensor<3xf32>, %[[B:.*]]: tensor<3xf32>)
// CHECK-NEXT: %[[W:.*]] = nn.where %[[C]], %[[A]], %[[B]]
// CHECK-NEXT: return %[[W]], %[[A]]
func.func @where(%c: tensor<3xi1>, %a: tensor<3xf32>, %b: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>) {
  %x = nn.where %c, %b, %a : tensor<3xi1>, tensor<3xf32>
  %y = nn.where %c, %a, %b : tensor<3xi1>, tensor<3xf32>
  %z = nn.where %c, %y, %b : tensor<3xi1>, tensor<3xf32>
  %same = nn.where %c, %a, %a : tensor<3xi1>, tensor<3xf32>
  return %z, %same : tensor<3xf32>, tensor<3xf32>
}

// An assertion that is known to hold goes; one that is known to fail stays.

// CHECK-LABEL: func.func @assert
// CHECK-NOT: "holds"
// CHECK: nn.assert %{{.*}}, "fails" : tensor<2xi1>
func.func @assert() {
  %true = nn.constant dense<true> : tensor<2xi1>
  %false = nn.constant dense<[true, false]> : tensor<2xi1>
  nn.assert %true, "holds" : tensor<2xi1>
  nn.assert %false, "fails" : tensor<2xi1>
  return
}

// A condition that is known.
// CHECK-LABEL: func.func @known_condition
// CHECK-SAME: (%[[X:.*]]: tensor<2xf32>, %[[Y:.*]]: tensor<2xf32>)
// CHECK-NEXT: return %[[X]], %[[Y]]
func.func @known_condition(%x: tensor<2xf32>, %y: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
  %t = arith.constant true
  %f = arith.constant false
  %yes = nn.splat %t : i1 -> tensor<2xi1>
  %one = nn.splat %f : i1 -> tensor<i1>
  %no = nn.broadcast %one dims = [] : tensor<i1> -> tensor<2xi1>
  %a = nn.where %yes, %x, %y : tensor<2xi1>, tensor<2xf32>
  %b = nn.where %no, %x, %y : tensor<2xi1>, tensor<2xf32>
  return %a, %b : tensor<2xf32>, tensor<2xf32>
}
