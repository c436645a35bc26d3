// RUN: nnc-opt %s -nn-show-attention | FileCheck %s
// RUN: nnc-opt %s -nn-show-attention -nn-fuse-attention | FileCheck %s

nn.dim @batch
nn.dim @time

// The weights are returned, masked and scaled as they are, in place of what
// they average; nothing of that is left to compute.

// CHECK-LABEL: nn.model @Masked
// CHECK: func.func @infer(
// CHECK-SAME: -> (tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>> {nn.name = "attn"}) {
// CHECK-NEXT: %[[S:.*]] = nn.einsum "bihc,bjhc->bhij"
// CHECK: %[[D:.*]] = nn.div %[[S]]
// CHECK: %[[W:.*]] = nn.where %{{.*}}, %[[D]]
// CHECK-NEXT: %[[P:.*]] = nn.softmax %[[W]] axis = 3
// CHECK-NEXT: return %[[P]]
nn.model @Masked {
  func.func @infer(%q: tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>> {nn.name = "q"}) -> (tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>> {nn.name = "y"}) {
    %s = nn.einsum "bihc,bjhc->bhij" %q, %q : (tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>>, tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>>) -> tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>> loc(#attn)
    %two = arith.constant 2.0 : f64
    %c = nn.splat %two : f64 -> tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>>
    %d = nn.div %s, %c : tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>> loc(#attn)
    %i = nn.iota axis = 0 : tensor<?x?xi32, #nn.dims<time, time>>
    %j = nn.iota axis = 1 : tensor<?x?xi32, #nn.dims<time, time>>
    %past = nn.cmp ge %i, %j : tensor<?x?xi32, #nn.dims<time, time>> -> tensor<?x?xi1, #nn.dims<time, time>>
    %wide = nn.broadcast %past dims = [2, 3] : tensor<?x?xi1, #nn.dims<time, time>> -> tensor<?x2x?x?xi1, #nn.dims<batch, _, time, time>>
    %low = arith.constant 0xFFF0000000000000 : f64
    %never = nn.splat %low : f64 -> tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>>
    %m = nn.where %wide, %d, %never : tensor<?x2x?x?xi1, #nn.dims<batch, _, time, time>>, tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>> loc(#attn)
    %p = nn.softmax %m axis = 3 : tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>> loc(#attn)
    %y = nn.einsum "bhij,bjhc->bihc" %p, %q : (tensor<?x2x?x?xf32, #nn.dims<batch, _, time, time>>, tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>>) -> tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>> loc(#attn)
    return %y : tensor<?x?x2x4xf32, #nn.dims<batch, time, _, _>>
  }
}

// Keys of another input. Heads come before rows, rows before columns. A second
// attention of the same layer has a number.

// CHECK-LABEL: nn.model @Cross
// CHECK: func.func @infer(
// CHECK-SAME: -> (tensor<?x2x5x7xf32, #nn.dims<batch, _, _, _>> {nn.name = "attn"}, tensor<?x2x5x7xf32, #nn.dims<batch, _, _, _>> {nn.name = "attn.2"}) {
// CHECK: %[[P:.*]] = nn.softmax %{{.*}} axis = 1
// CHECK-NEXT: %[[T:.*]] = nn.transpose %[[P]] perm = [0, 3, 2, 1]
// CHECK: %[[Q:.*]] = nn.softmax %{{.*}} axis = 2
// CHECK-NEXT: %[[U:.*]] = nn.transpose %[[Q]] perm = [0, 3, 1, 2]
// CHECK-NEXT: return %[[T]], %[[U]]
nn.model @Cross {
  func.func @infer(%q: tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>> {nn.name = "q"}, %k: tensor<?x7x2x4xf32, #nn.dims<batch, _, _, _>> {nn.name = "k"}) -> (tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>> {nn.name = "y"}, tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>> {nn.name = "z"}) {
    %s = nn.einsum "bihc,bjhc->bjih" %q, %k : (tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>>, tensor<?x7x2x4xf32, #nn.dims<batch, _, _, _>>) -> tensor<?x7x5x2xf32, #nn.dims<batch, _, _, _>> loc(#attn)
    %p = nn.softmax %s axis = 1 : tensor<?x7x5x2xf32, #nn.dims<batch, _, _, _>> loc(#attn)
    %y = nn.einsum "bjih,bjhc->bihc" %p, %k : (tensor<?x7x5x2xf32, #nn.dims<batch, _, _, _>>, tensor<?x7x2x4xf32, #nn.dims<batch, _, _, _>>) -> tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>> loc(#attn)
    %t = nn.einsum "bjhc,bihc->bijh" %k, %q : (tensor<?x7x2x4xf32, #nn.dims<batch, _, _, _>>, tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>>) -> tensor<?x5x7x2xf32, #nn.dims<batch, _, _, _>> loc(#attn)
    %u = nn.softmax %t axis = 2 : tensor<?x5x7x2xf32, #nn.dims<batch, _, _, _>> loc(#attn)
    %z = nn.einsum "bjhc,bijh->bihc" %k, %u : (tensor<?x7x2x4xf32, #nn.dims<batch, _, _, _>>, tensor<?x5x7x2xf32, #nn.dims<batch, _, _, _>>) -> tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>> loc(#attn)
    return %y, %z : tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>>, tensor<?x5x2x4xf32, #nn.dims<batch, _, _, _>>
  }
}

// Layers of a rolled loop are the first axis.

// CHECK-LABEL: nn.model @Rolled
// CHECK: -> (tensor<3x?x5x5xf32, #nn.dims<_, batch, _, _>> {nn.name = "block.*.attn"}) {
// CHECK: %[[ALL:.*]]:2 = nn.scan (%{{.*}} axis 0) carry (%{{.*}}) emit [0]
// CHECK: %[[P:.*]] = nn.softmax
// CHECK: nn.yield %[[P]], %{{.*}}
// CHECK: return %[[ALL]]#0
nn.model @Rolled {
  nn.parameter @"block.*.attn.q" : tensor<3x4x4xf32>
  func.func @infer(%x: tensor<?x5x4xf32, #nn.dims<batch, _, _>> {nn.name = "x"}) -> (tensor<?x5x4xf32, #nn.dims<batch, _, _>> {nn.name = "y"}) {
    %w = nn.read @"block.*.attn.q" : tensor<3x4x4xf32>
    %y = nn.scan (%w axis 0) carry (%x) {
    ^bb0(%n: i64, %each: tensor<4x4xf32>, %h: tensor<?x5x4xf32, #nn.dims<batch, _, _>>):
      %q = nn.einsum "btd,ed->bte" %h, %each : (tensor<?x5x4xf32, #nn.dims<batch, _, _>>, tensor<4x4xf32>) -> tensor<?x5x4xf32, #nn.dims<batch, _, _>> loc(#q)
      %s = nn.einsum "bic,bjc->bij" %q, %h : (tensor<?x5x4xf32, #nn.dims<batch, _, _>>, tensor<?x5x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x5x5xf32, #nn.dims<batch, _, _>> loc(#each)
      %p = nn.softmax %s axis = 2 : tensor<?x5x5xf32, #nn.dims<batch, _, _>> loc(#each)
      %o = nn.einsum "bij,bjc->bic" %p, %h : (tensor<?x5x5xf32, #nn.dims<batch, _, _>>, tensor<?x5x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x5x4xf32, #nn.dims<batch, _, _>> loc(#each)
      nn.yield %o : tensor<?x5x4xf32, #nn.dims<batch, _, _>>
    } : (tensor<3x4x4xf32>, tensor<?x5x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x5x4xf32, #nn.dims<batch, _, _>> loc(#block)
    return %y : tensor<?x5x4xf32, #nn.dims<batch, _, _>>
  }
}

// A decoder that looks once in each step: the steps are the rows.

// CHECK-LABEL: nn.model @Steps
// CHECK: -> (tensor<?x?x7xf32, #nn.dims<batch, time, _>> {nn.name = "decoder"}) {
// CHECK: nn.scan {{.*}} emit [1]
nn.model @Steps {
  func.func @infer(%x: tensor<?x?x4xf32, #nn.dims<batch, time, _>> {nn.name = "x"}, %k: tensor<?x7x4xf32, #nn.dims<batch, _, _>> {nn.name = "k"}) -> (tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "y"}) {
    %zero = arith.constant 0.0 : f64
    %h0 = nn.splat %zero : f64 -> tensor<?x4xf32, #nn.dims<batch, _>>
    %y = nn.scan (%x axis 1) carry (%h0) {
    ^bb0(%n: i64, %now: tensor<?x4xf32, #nn.dims<batch, _>>, %h: tensor<?x4xf32, #nn.dims<batch, _>>):
      %q = nn.add %now, %h : tensor<?x4xf32, #nn.dims<batch, _>>
      %s = nn.einsum "bc,bjc->bj" %q, %k : (tensor<?x4xf32, #nn.dims<batch, _>>, tensor<?x7x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x7xf32, #nn.dims<batch, _>> loc(#decoder)
      %p = nn.softmax %s axis = 1 : tensor<?x7xf32, #nn.dims<batch, _>> loc(#decoder)
      %o = nn.einsum "bj,bjc->bc" %p, %k : (tensor<?x7xf32, #nn.dims<batch, _>>, tensor<?x7x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#decoder)
      nn.yield %o : tensor<?x4xf32, #nn.dims<batch, _>>
    } : (tensor<?x?x4xf32, #nn.dims<batch, time, _>>, tensor<?x4xf32, #nn.dims<batch, _>>) -> tensor<?x4xf32, #nn.dims<batch, _>> loc(#decoder)
    return %y : tensor<?x4xf32, #nn.dims<batch, _>>
  }
}

// No attention: a classifier; a mixture, whose gate has no keys of the example;
// a pooling, where one place looks. Without any, there is nothing to ask.

// CHECK-LABEL: nn.model @Others
// CHECK-NOT: func.func
nn.model @Others {
  func.func @infer(%x: tensor<?x5x4xf32, #nn.dims<batch, _, _>> {nn.name = "x"}, %w: tensor<3x4xf32> {nn.name = "w"}, %v: tensor<4xf32> {nn.name = "v"}) -> (tensor<?x5x3xf32, #nn.dims<batch, _, _>> {nn.name = "y"}, tensor<?x5x4xf32, #nn.dims<batch, _, _>> {nn.name = "z"}, tensor<?x4xf32, #nn.dims<batch, _>> {nn.name = "o"}) {
    %l = nn.einsum "btd,ed->bte" %x, %w : (tensor<?x5x4xf32, #nn.dims<batch, _, _>>, tensor<3x4xf32>) -> tensor<?x5x3xf32, #nn.dims<batch, _, _>>
    %y = nn.softmax %l axis = 2 : tensor<?x5x3xf32, #nn.dims<batch, _, _>>
    %z = nn.einsum "bte,ed->btd" %y, %w : (tensor<?x5x3xf32, #nn.dims<batch, _, _>>, tensor<3x4xf32>) -> tensor<?x5x4xf32, #nn.dims<batch, _, _>>
    %s = nn.einsum "btd,d->bt" %x, %v : (tensor<?x5x4xf32, #nn.dims<batch, _, _>>, tensor<4xf32>) -> tensor<?x5xf32, #nn.dims<batch, _>>
    %p = nn.softmax %s axis = 1 : tensor<?x5xf32, #nn.dims<batch, _>>
    %o = nn.einsum "bt,btd->bd" %p, %x : (tensor<?x5xf32, #nn.dims<batch, _>>, tensor<?x5x4xf32, #nn.dims<batch, _, _>>) -> tensor<?x4xf32, #nn.dims<batch, _>>
    return %y, %z, %o : tensor<?x5x3xf32, #nn.dims<batch, _, _>>, tensor<?x5x4xf32, #nn.dims<batch, _, _>>, tensor<?x4xf32, #nn.dims<batch, _>>
  }
}

#top = loc("m.nn":9:1)
#attn = loc(fused<"attn">["m.nn":4:5])
#block = loc("m.nn":6:5)
#each = loc(fused<"block.*.attn">["m.nn":7:5])
#q = loc(fused<"block.*.attn.q">["m.nn":7:5])
#decoder = loc(fused<"decoder">["m.nn":8:5])
