// RUN: nnc-opt %s --nn-fuse-attention --split-input-file | FileCheck %s

// As MultiHeadAttention writes it: scaled, causal, with heads beside channels.

// CHECK-LABEL: func.func @causal
// CHECK-SAME: (%[[Q:.*]]: tensor<?x8x4x16xf32, {{.*}}>, %[[K:.*]]: tensor<?x8x4x16xf32, {{.*}}>, %[[V:.*]]: tensor<?x8x4x16xf32, {{.*}}>)
// CHECK: %[[Y:.*]], %{{.*}} = nn.attention "ambk,anbk,anbc->ambc" %[[Q]], %[[K]], %[[V]] causal scale = 2.500000e-01
// CHECK-SAME: -> (tensor<?x8x4x16xf32, #nn.dims<batch, _, _, _>>, tensor<?x4x8xf32, #nn.dims<batch, _, _>>)
// CHECK-NOT: nn.softmax
// CHECK: return %[[Y]]
!heads = tensor<?x8x4x16xf32, #nn.dims<batch, _, _, _>>
!scores = tensor<?x4x8x8xf32, #nn.dims<batch, _, _, _>>
func.func @causal(%q: !heads, %k: !heads, %v: !heads) -> !heads {
  %four = arith.constant 4.0 : f64
  %least = arith.constant 0xFFF0000000000000 : f64
  %i = nn.iota axis = 0 : tensor<8xi32>
  %rows = nn.reshape %i : tensor<8xi32> -> tensor<8x1xi32>
  %columns = nn.reshape %i : tensor<8xi32> -> tensor<1x8xi32>
  %row = nn.broadcast %rows dims = [0, 1] : tensor<8x1xi32> -> tensor<8x8xi32>
  %column = nn.broadcast %columns dims = [0, 1] : tensor<1x8xi32> -> tensor<8x8xi32>
  %past = nn.cmp ge %row, %column : tensor<8x8xi32> -> tensor<8x8xi1>
  %s = nn.einsum "ambk,anbk->abmn" %q, %k : (!heads, !heads) -> !scores
  %c = nn.splat %four : f64 -> !scores
  %t = nn.div %s, %c : !scores
  %m = nn.splat %least : f64 -> !scores
  %all = nn.broadcast %past dims = [2, 3] : tensor<8x8xi1> -> tensor<?x4x8x8xi1, #nn.dims<batch, _, _, _>>
  %u = nn.where %all, %t, %m : tensor<?x4x8x8xi1, #nn.dims<batch, _, _, _>>, !scores
  %p = nn.softmax %u axis = 3 : !scores
  %y = nn.einsum "abmk,akbn->ambn" %p, %v : (!scores, !heads) -> !heads
  return %y : !heads
}

// -----

// Padding of the keys is a mask over batch and keys. The product may name the
// keys first.

// CHECK-LABEL: func.func @padding
// CHECK-SAME: %[[VALID:[^:]*]]: tensor<2x5xi1>)
// CHECK: nn.attention "bic,bjc,bja,bj->bia" %{{.*}}, %{{.*}}, %{{.*}} mask %[[VALID]] scale = 2.000000e+00
func.func @padding(%q: tensor<2x3x4xf32>, %k: tensor<2x5x4xf32>, %v: tensor<2x5x6xf32>, %valid: tensor<2x5xi1>) -> tensor<2x3x6xf32> {
  %two = arith.constant 2.0 : f64
  %least = arith.constant 0xFFF0000000000000 : f64
  %s = nn.einsum "bjc,bic->bij" %k, %q : (tensor<2x5x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x5xf32>
  %c = nn.splat %two : f64 -> tensor<2x3x5xf32>
  %t = nn.mul %c, %s : tensor<2x3x5xf32>
  %m = nn.splat %least : f64 -> tensor<2x3x5xf32>
  %all = nn.broadcast %valid dims = [0, 2] : tensor<2x5xi1> -> tensor<2x3x5xi1>
  %u = nn.where %all, %t, %m : tensor<2x3x5xi1>, tensor<2x3x5xf32>
  %p = nn.softmax %u axis = 2 : tensor<2x3x5xf32>
  %y = nn.einsum "bij,bjd->bid" %p, %v : (tensor<2x3x5xf32>, tensor<2x5x6xf32>) -> tensor<2x3x6xf32>
  return %y : tensor<2x3x6xf32>
}

// -----

// An axis of the mask that was stretched is dropped.

// CHECK-LABEL: func.func @stretched
// CHECK: %[[MASK:.*]] = nn.reshape %{{.*}} : tensor<2x1x5xi1> -> tensor<2x5xi1>
// CHECK: nn.attention "bic,bjc,bja,bj->bia" %{{.*}} mask %[[MASK]] scale = 1.000000e+00
func.func @stretched(%q: tensor<2x3x4xf32>, %k: tensor<2x5x4xf32>, %v: tensor<2x5x6xf32>, %keys: tensor<2x1x5xi1>) -> tensor<2x3x6xf32> {
  %least = arith.constant 0xFFF0000000000000 : f64
  %s = nn.einsum "bic,bjc->bij" %q, %k : (tensor<2x3x4xf32>, tensor<2x5x4xf32>) -> tensor<2x3x5xf32>
  %m = nn.splat %least : f64 -> tensor<2x3x5xf32>
  %all = nn.broadcast %keys dims = [0, 1, 2] : tensor<2x1x5xi1> -> tensor<2x3x5xi1>
  %u = nn.where %all, %s, %m : tensor<2x3x5xi1>, tensor<2x3x5xf32>
  %p = nn.softmax %u axis = 2 : tensor<2x3x5xf32>
  %y = nn.einsum "bij,bjd->bid" %p, %v : (tensor<2x3x5xf32>, tensor<2x5x6xf32>) -> tensor<2x3x6xf32>
  return %y : tensor<2x3x6xf32>
}

// -----

// Probabilities that something else reads, those over queries, and values that
// the heads share stay as they are.

// CHECK-LABEL: func.func @read
// CHECK-NOT: nn.attention
// CHECK-LABEL: func.func @over_queries
// CHECK-NOT: nn.attention
// CHECK-LABEL: func.func @shared_values
// CHECK-NOT: nn.attention
func.func @read(%q: tensor<3x4xf32>, %k: tensor<5x4xf32>, %v: tensor<5x6xf32>) -> (tensor<3x6xf32>, tensor<3x5xf32>) {
  %s = nn.einsum "ic,jc->ij" %q, %k : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<3x5xf32>
  %p = nn.softmax %s axis = 1 : tensor<3x5xf32>
  %y = nn.einsum "ij,jd->id" %p, %v : (tensor<3x5xf32>, tensor<5x6xf32>) -> tensor<3x6xf32>
  return %y, %p : tensor<3x6xf32>, tensor<3x5xf32>
}
func.func @over_queries(%q: tensor<3x4xf32>, %k: tensor<5x4xf32>, %v: tensor<5x6xf32>) -> tensor<3x6xf32> {
  %s = nn.einsum "ic,jc->ij" %q, %k : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<3x5xf32>
  %p = nn.softmax %s axis = 0 : tensor<3x5xf32>
  %y = nn.einsum "ij,jd->id" %p, %v : (tensor<3x5xf32>, tensor<5x6xf32>) -> tensor<3x6xf32>
  return %y : tensor<3x6xf32>
}
func.func @shared_values(%q: tensor<2x3x4xf32>, %k: tensor<2x5x4xf32>, %v: tensor<5x6xf32>) -> tensor<2x3x6xf32> {
  %s = nn.einsum "hic,hjc->hij" %q, %k : (tensor<2x3x4xf32>, tensor<2x5x4xf32>) -> tensor<2x3x5xf32>
  %p = nn.softmax %s axis = 2 : tensor<2x3x5xf32>
  %y = nn.einsum "hij,jd->hid" %p, %v : (tensor<2x3x5xf32>, tensor<5x6xf32>) -> tensor<2x3x6xf32>
  return %y : tensor<2x3x6xf32>
}
