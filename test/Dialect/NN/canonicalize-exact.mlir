// RUN: nnc-opt %s -canonicalize -split-input-file | FileCheck %s

// What is neutral under IEEE goes away; x + 0 is not x where x is -0.

// CHECK-LABEL: func.func @neutral
// CHECK-SAME: (%[[X:.*]]: tensor<3xf32>)
func.func @neutral(%x: tensor<3xf32>)
    -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %c1 = arith.constant 1.0 : f64
  %one = nn.splat %c1 : f64 -> tensor<3xf32>
  %zero = nn.constant dense<0.0> : tensor<3xf32>
  %minus_zero = nn.constant dense<-0.0> : tensor<3xf32>
  %mul = nn.mul %one, %x : tensor<3xf32>
  %div = nn.div %mul, %one : tensor<3xf32>
  %sub = nn.sub %div, %zero : tensor<3xf32>
  %add = nn.add %minus_zero, %sub : tensor<3xf32>
  // CHECK: return %[[X]], %[[X]], %[[X]], %[[X]]
  return %mul, %div, %sub, %add : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @not_neutral
func.func @not_neutral(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %zero = nn.constant dense<0.0> : tensor<3xf32>
  %minus_zero = nn.constant dense<-0.0> : tensor<3xf32>
  // CHECK-DAG: %[[ADD:.*]] = nn.add
  %add = nn.add %x, %zero : tensor<3xf32>
  // CHECK-DAG: %[[SUB:.*]] = nn.sub
  %sub = nn.sub %x, %minus_zero : tensor<3xf32>
  // CHECK-DAG: %[[MUL:.*]] = nn.mul
  %mul = nn.mul %x, %zero : tensor<3xf32>
  // CHECK: return %[[ADD]], %[[SUB]], %[[MUL]]
  return %add, %sub, %mul : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @twice
// CHECK-SAME: (%[[X:.*]]: tensor<2x3xf32>)
func.func @twice(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %n0 = nn.neg %x : tensor<2x3xf32>
  %n1 = nn.neg %n0 : tensor<2x3xf32>
  %t0 = nn.transpose %x perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  %t1 = nn.transpose %t0 perm = [1, 0] : tensor<3x2xf32> -> tensor<2x3xf32>
  %r0 = nn.reshape %x : tensor<2x3xf32> -> tensor<6xf32>
  %r1 = nn.reshape %r0 : tensor<6xf32> -> tensor<2x3xf32>
  %c = nn.cast %x : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK-NEXT: return %[[X]], %[[X]], %[[X]], %[[X]]
  return %n1, %t1, %r1, %c : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// CHECK-LABEL: func.func @chain
// CHECK-SAME: (%[[X:.*]]: tensor<2x1xf32>)
func.func @chain(%x: tensor<2x1xf32>) -> tensor<4x3x2xf32> {
  // CHECK-NEXT: %[[Y:.*]] = nn.broadcast %[[X]] dims = [2, 1] : tensor<2x1xf32> -> tensor<4x3x2xf32>
  %y = nn.broadcast %x dims = [1, 0] : tensor<2x1xf32> -> tensor<3x2xf32>
  %z = nn.broadcast %y dims = [1, 2] : tensor<3x2xf32> -> tensor<4x3x2xf32>
  // CHECK-NEXT: return %[[Y]]
  return %z : tensor<4x3x2xf32>
}

// CHECK-LABEL: func.func @rotate
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x4xf32>)
func.func @rotate(%x: tensor<2x3x4xf32>) -> tensor<4x2x3xf32> {
  // CHECK-NEXT: %[[Y:.*]] = nn.transpose %[[X]] perm = [2, 0, 1]
  %y = nn.transpose %x perm = [1, 2, 0] : tensor<2x3x4xf32> -> tensor<3x4x2xf32>
  %z = nn.transpose %y perm = [1, 2, 0] : tensor<3x4x2xf32> -> tensor<4x2x3xf32>
  // CHECK-NEXT: return %[[Y]]
  return %z : tensor<4x2x3xf32>
}

// A number in every position is one in any shape.
// CHECK-LABEL: func.func @splat
// CHECK-SAME: (%[[N:.*]]: f64)
func.func @splat(%n: f64) -> tensor<3x2xf32> {
  // CHECK-NEXT: %[[S:.*]] = nn.splat %[[N]] : f64 -> tensor<3x2xf32>
  %s = nn.splat %n : f64 -> tensor<1xf32>
  %b = nn.broadcast %s dims = [0] : tensor<1xf32> -> tensor<6xf32>
  %r = nn.reshape %b : tensor<6xf32> -> tensor<2x3xf32>
  %t = nn.transpose %r perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  // CHECK-NEXT: return %[[S]]
  return %t : tensor<3x2xf32>
}

// CHECK-LABEL: func.func @where
// CHECK-SAME: (%[[C:.*]]: tensor<3xi1>, %[[X:.*]]: tensor<3xf32>, %[[Y:.*]]: tensor<3xf32>)
func.func @where(%c: tensor<3xi1>, %x: tensor<3xf32>, %y: tensor<3xf32>)
    -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %same = nn.where %c, %x, %x : tensor<3xi1>, tensor<3xf32>
  %inner = nn.where %c, %x, %y : tensor<3xi1>, tensor<3xf32>
  // CHECK-NEXT: %[[OUTER:.*]] = nn.where %[[C]], %[[X]], %[[Y]]
  %outer = nn.where %c, %inner, %y : tensor<3xi1>, tensor<3xf32>
  %never = nn.constant dense<false> : tensor<3xi1>
  %known = nn.where %never, %x, %y : tensor<3xi1>, tensor<3xf32>
  // CHECK-NEXT: return %[[X]], %[[OUTER]], %[[Y]]
  return %same, %outer, %known : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// A contraction takes transposes of its operands and of its result in.
// CHECK-LABEL: func.func @contraction
// CHECK-SAME: (%[[X:.*]]: tensor<4x2xf32>, %[[W:.*]]: tensor<4x3xf32>)
func.func @contraction(%x: tensor<4x2xf32>, %w: tensor<4x3xf32>) -> tensor<3x2xf32> {
  // CHECK-NEXT: %[[Y:.*]] = nn.einsum "km,kn->nm" %[[X]], %[[W]]
  %xt = nn.transpose %x perm = [1, 0] : tensor<4x2xf32> -> tensor<2x4xf32>
  %wt = nn.transpose %w perm = [1, 0] : tensor<4x3xf32> -> tensor<3x4xf32>
  %y = nn.einsum "mk,nk->mn" %xt, %wt : (tensor<2x4xf32>, tensor<3x4xf32>) -> tensor<2x3xf32>
  %yt = nn.transpose %y perm = [1, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  // CHECK-NEXT: return %[[Y]]
  return %yt : tensor<3x2xf32>
}

// With one operand it is a sum and a transpose.
// CHECK-LABEL: func.func @one_operand
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x4xf32>)
func.func @one_operand(%x: tensor<2x3x4xf32>) -> (tensor<4x2xf32>, tensor<2x3x4xf32>) {
  // CHECK-NEXT: %[[S:.*]] = nn.sum %[[X]] axes = [1]
  // CHECK-NEXT: %[[T:.*]] = nn.transpose %[[S]] perm = [1, 0]
  %y = nn.einsum "abc->ca" %x : (tensor<2x3x4xf32>) -> tensor<4x2xf32>
  %z = nn.einsum "abc->abc" %x : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK-NEXT: return %[[T]], %[[X]]
  return %y, %z : tensor<4x2xf32>, tensor<2x3x4xf32>
}
