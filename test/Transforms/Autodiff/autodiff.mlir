// RUN: nnc-opt %s -split-input-file -nn-autodiff -canonicalize -cse | FileCheck %s

// Only what lies between the parameter and the objective is differentiated:
// the inner product with %b needs no cotangent of %b, and none of %k.

// CHECK-LABEL: func.func @activity(
// CHECK-SAME: %[[B:.*]]: tensor<3xf32>, %[[K:.*]]: tensor<3xi32>)
// CHECK-NEXT: return %[[B]] : tensor<3xf32>
func.func @activity(%b: tensor<3xf32>, %k: tensor<3xi32>) -> tensor<3xf32> {
  %w = nn.read @w : tensor<3xf32>
  %f = nn.cast %k : tensor<3xi32> -> tensor<3xf32>
  %p = nn.mul %w, %b : tensor<3xf32>
  %s = nn.add %p, %f : tensor<3xf32>
  %loss = nn.sum %s axes = [0] : tensor<3xf32> -> tensor<f32>
  %g = nn.gradient %loss wrt [@w] : tensor<f32> -> tensor<3xf32>
  return %g : tensor<3xf32>
}

// -----

// Every read of a parameter contributes, in the order of the text.

// CHECK-LABEL: func.func @reads(
// CHECK-SAME: %[[A:.*]]: tensor<f32>, %[[B:.*]]: tensor<f32>, %[[C:.*]]: tensor<f32>)
// CHECK-NEXT: %[[AB:.*]] = nn.add %[[A]], %[[B]] : tensor<f32>
// CHECK-NEXT: %[[ABC:.*]] = nn.add %[[AB]], %[[C]] : tensor<f32>
// CHECK-NEXT: return %[[ABC]] : tensor<f32>
func.func @reads(%a: tensor<f32>, %b: tensor<f32>, %c: tensor<f32>) -> tensor<f32> {
  %w0 = nn.read @w : tensor<f32>
  %y0 = nn.mul %w0, %a : tensor<f32>
  %w1 = nn.read @w : tensor<f32>
  %y1 = nn.mul %w1, %b : tensor<f32>
  %w2 = nn.read @w : tensor<f32>
  %y2 = nn.mul %w2, %c : tensor<f32>
  %s = nn.add %y0, %y1 : tensor<f32>
  %loss = nn.add %s, %y2 : tensor<f32>
  %g = nn.gradient %loss wrt [@w] : tensor<f32> -> tensor<f32>
  return %g : tensor<f32>
}

// -----

// So does every use of a value.

// CHECK-LABEL: func.func @uses(
// CHECK-SAME: %[[X:.*]]: tensor<f32>, %[[A:.*]]: tensor<f32>, %[[B:.*]]: tensor<f32>)
// CHECK-NEXT: %[[AB:.*]] = nn.add %[[A]], %[[B]] : tensor<f32>
// CHECK-NEXT: return %[[AB]] : tensor<f32>
func.func @uses(%x: tensor<f32>, %a: tensor<f32>, %b: tensor<f32>) -> tensor<f32> {
  %p = nn.mul %x, %a : tensor<f32>
  %q = nn.mul %x, %b : tensor<f32>
  %y = nn.add %p, %q : tensor<f32>
  %g = nn.gradient %y wrt [] of (%x : tensor<f32>) : tensor<f32> -> tensor<f32>
  return %g : tensor<f32>
}

// -----

// A gradient may be taken of a gradient: the factors of x in (x^3)''.

// CHECK-LABEL: func.func @second(
// CHECK-SAME: %[[X:.*]]: tensor<f32>)
// CHECK-DAG: %[[TWO:.*]] = arith.constant 2.0
// CHECK-DAG: %[[THREE:.*]] = arith.constant 3.0
// CHECK-NOT: nn.gradient
// CHECK-DAG: %[[THREES:.*]] = nn.splat %[[THREE]]
// CHECK-DAG: %[[TWOS:.*]] = nn.splat %[[TWO]]
// CHECK: %[[SIX:.*]] = nn.mul %[[THREES]], %[[TWOS]]
// CHECK-NEXT: %[[SECOND:.*]] = nn.mul %[[SIX]], %[[X]]
// CHECK-NEXT: return %[[SECOND]]
func.func @second(%x: tensor<f32>) -> tensor<f32> {
  %y = nn.pow_int %x, 3 : tensor<f32>
  %g = nn.gradient %y wrt [] of (%x : tensor<f32>) : tensor<f32> -> tensor<f32>
  %h = nn.gradient %g wrt [] of (%x : tensor<f32>) : tensor<f32> -> tensor<f32>
  return %h : tensor<f32>
}

// -----

// A NaN of the branch not taken stays out of the gradient: where x <= 0 the
// product x * log(x) is NaN, its cotangent 0, and 0 * NaN is kept at 0.

// CHECK-LABEL: func.func @branch(
// CHECK: %[[G:.*]] = nn.where %{{.*}}, %[[C:.*]], %[[ZERO:.*]] :
// CHECK: %[[LOG:.*]] = nn.mul %[[G]], %{{.*}}
// CHECK: %[[DEAD:.*]] = nn.cmp eq %[[G]], %[[ZERO]]
// CHECK: nn.where %[[DEAD]], %[[ZERO]], %[[LOG]]
func.func @branch(%x: tensor<4xf32>, %c: tensor<4xf32>) -> tensor<4xf32> {
  %zero = arith.constant 0.0 : f64
  %z = nn.splat %zero : f64 -> tensor<4xf32>
  %positive = nn.cmp gt %x, %z : tensor<4xf32> -> tensor<4xi1>
  %log = nn.log %x : tensor<4xf32>
  %p = nn.mul %x, %log : tensor<4xf32>
  %y = nn.where %positive, %p, %z : tensor<4xi1>, tensor<4xf32>
  %yc = nn.mul %y, %c : tensor<4xf32>
  %s = nn.sum %yc axes = [0] : tensor<4xf32> -> tensor<f32>
  %g = nn.gradient %s wrt [] of (%x : tensor<4xf32>) : tensor<f32> -> tensor<4xf32>
  return %g : tensor<4xf32>
}

// -----

// Zero gradients are not written out: the objective does not depend on %x.

// CHECK-LABEL: func.func @constant(
// CHECK: %[[ZERO:.*]] = arith.constant 0.0
// CHECK-NEXT: %[[G:.*]] = nn.splat %[[ZERO]] : f64 -> tensor<2xf32>
// CHECK-NEXT: return %[[G]]
func.func @constant(%x: tensor<2xf32>, %y: tensor<f32>) -> tensor<2xf32> {
  %f = nn.floor %x : tensor<2xf32>
  %s = nn.sum %f axes = [0] : tensor<2xf32> -> tensor<f32>
  %l = nn.add %s, %y : tensor<f32>
  %g = nn.gradient %l wrt [] of (%x : tensor<2xf32>) : tensor<f32> -> tensor<2xf32>
  return %g : tensor<2xf32>
}
