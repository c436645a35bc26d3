// RUN: nnc-opt %s --split-input-file --nn-index-checks | FileCheck %s

// The check computes what the indices depend on, and nothing else.

// CHECK-LABEL: func.func @step(
// CHECK-SAME: attributes {nn.check = @step_check, nn.entry = "train_step"}
// CHECK-LABEL: func.func @step_check(
// CHECK-SAME: %[[X:.*]]: tensor<?x4xf32, #nn.dims<batch, _>> {bufferization.writable = false}
// CHECK-SAME: %[[LABEL:[a-z0-9]+]]: tensor<?xi32, #nn.dims<batch>>, %[[BATCH:[a-z0-9]+]]: index
// CHECK-SAME: -> (i64, i64, i64)
// CHECK-SAME: nn.check_messages = [""], nn.check_paths = ["head"], nn.entry = "check"
// CHECK-NOT: nn.
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %[[BATCH]]
// CHECK: %[[INDEX:.*]] = tensor.extract %[[LABEL]][%[[I]]]
// CHECK: %[[WIDE:.*]] = arith.extsi %[[INDEX]]
// CHECK: arith.cmpi uge, %[[WIDE]], %{{.*}} : i64
// CHECK-NOT: scf.for
// CHECK: return
func.func @step(%x: tensor<?x4xf32, #nn.dims<batch, _>> {bufferization.writable = true},
                %label: tensor<?xi32, #nn.dims<batch>>,
                %batch: index {nn.arg = #nn.arg<dim, "batch">}) -> tensor<f32>
    attributes {nn.entry = "train_step"} {
  %y = nn.exp %x : tensor<?x4xf32, #nn.dims<batch, _>>
  // The same indices and limit are checked once.
  %hot = nn.one_hot %label : tensor<?xi32, #nn.dims<batch>> -> tensor<?x4xf32, #nn.dims<batch, _>>
      loc(fused<"head">["a.nn":1:2])
  %z = nn.mul %y, %hot : tensor<?x4xf32, #nn.dims<batch, _>>
  %l = nn.cross_entropy %z, %label axis = 1
      : (tensor<?x4xf32, #nn.dims<batch, _>>, tensor<?xi32, #nn.dims<batch>>) -> tensor<f32>
  return %l : tensor<f32>
}

// -----

// Indices that are computed: the check computes them again.

// CHECK-LABEL: func.func @computed_check(
// CHECK: nn.cast
// CHECK: scf.for
// CHECK: tensor.extract
func.func @computed(%x: tensor<4xf32>, %table: tensor<3x2xf32>) -> tensor<4x2xf32> {
  %i = nn.cast %x : tensor<4xf32> -> tensor<4xi32>
  %y = nn.gather %table, %i axis = 0 : (tensor<3x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>
  return %y : tensor<4x2xf32>
}

// -----

// Nothing is indexed, so nothing is checked.

// CHECK-LABEL: func.func @plain
// CHECK-NOT: check
func.func @plain(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = nn.exp %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// Indices that clamp keeps inside need no check; with one row less they do.

// CHECK-LABEL: func.func @kept_inside(
// CHECK-NOT: check
// CHECK-LABEL: func.func @kept_outside(
// CHECK-SAME: nn.check = @kept_outside_check
func.func @kept_inside(%y: tensor<2xf32>, %u: tensor<2xf32>, %x: tensor<12xf32>) -> tensor<2xf32> {
  %zero = nn.constant dense<0.0> : tensor<2xf32>
  %two = nn.constant dense<2.0> : tensor<2xf32>
  %three = nn.constant dense<3.0> : tensor<2xf32>
  %four = nn.constant dense<4.0> : tensor<2xf32>
  %row = nn.clamp %y, %zero, %two : tensor<2xf32>
  %column = nn.clamp %u, %zero, %three : tensor<2xf32>
  %start = nn.mul %row, %four : tensor<2xf32>
  %place = nn.add %start, %column : tensor<2xf32>
  %i = nn.cast %place : tensor<2xf32> -> tensor<2xi32>
  %z = nn.gather %x, %i axis = 0 : (tensor<12xf32>, tensor<2xi32>) -> tensor<2xf32>
  return %z : tensor<2xf32>
}

func.func @kept_outside(%y: tensor<2xf32>, %x: tensor<12xf32>) -> tensor<2xf32> {
  %zero = nn.constant dense<0.0> : tensor<2xf32>
  %last = nn.constant dense<11.5> : tensor<2xf32>
  %place = nn.clamp %y, %zero, %last : tensor<2xf32>
  %i = nn.cast %place : tensor<2xf32> -> tensor<2xi32>
  %z = nn.gather %x, %i axis = 0 : (tensor<12xf32>, tensor<2xi32>) -> tensor<2xf32>
  return %z : tensor<2xf32>
}

// -----

// So do remainders, positions, and choices among them. Nothing is known of sums
// that may be rounded, in bf16 those above 256.

// CHECK-LABEL: func.func @known(
// CHECK-SAME: nn.check = @known_check
// CHECK-LABEL: func.func @known_check(
// CHECK-SAME: nn.check_paths = ["rounded"]
func.func @known(%id: tensor<4xi32>, %scores: tensor<4x8xf32>, %which: tensor<4xi1>,
                 %table: tensor<8xf32>, %long: tensor<512xf32>, %v: tensor<4xbf16>)
    -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %eight = nn.constant dense<8> : tensor<4xi32>
  %hash = nn.mod %id, %eight : tensor<4xi32>
  %best = nn.argmax %scores axes = [1] : tensor<4x8xf32> -> tensor<4xi32>
  %any = nn.where %which, %hash, %best : tensor<4xi1>, tensor<4xi32>
  %y = nn.gather %table, %any axis = 0 : (tensor<8xf32>, tensor<4xi32>) -> tensor<4xf32>
  %place = nn.iota axis = 0 : tensor<4xi32>
  %z = nn.gather %table, %place axis = 0 : (tensor<8xf32>, tensor<4xi32>) -> tensor<4xf32>
  %zero = nn.constant dense<0.0> : tensor<4xbf16>
  %most = nn.constant dense<256.0> : tensor<4xbf16>
  %one = nn.constant dense<1.0> : tensor<4xbf16>
  %inside = nn.clamp %v, %zero, %most : tensor<4xbf16>
  %next = nn.add %inside, %one : tensor<4xbf16>
  %i = nn.cast %next : tensor<4xbf16> -> tensor<4xi32>
  %w = nn.gather %long, %i axis = 0 : (tensor<512xf32>, tensor<4xi32>) -> tensor<4xf32>
      loc(fused<"rounded">["a.nn":1:2])
  return %y, %z, %w : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// -----

// An assertion is moved to the check. A value that is indexed on the way is read
// inside its bounds: whether they hold is looked at as well.

// CHECK-LABEL: func.func @asserted(
// CHECK-NOT: nn.assert
// CHECK-LABEL: func.func @asserted_check(
// CHECK-SAME: nn.check_messages = ["", "is positive"], nn.check_paths = ["", "head"]
// CHECK: nn.splat %{{.*}} : i64
// CHECK: %[[LAST:.*]] = nn.splat %{{.*}} : i64 -> tensor<4xi32>
// CHECK: %[[INSIDE:.*]] = nn.clamp %{{.*}}, %{{.*}}, %[[LAST]] : tensor<4xi32>
// CHECK: nn.gather %{{.*}}, %[[INSIDE]]
// CHECK: nn.cmp
// CHECK: arith.cmpi uge
// CHECK: tensor.extract %{{.*}} : tensor<4xi1>
// CHECK: arith.cmpi eq
func.func @asserted(%table: tensor<3xf32>, %i: tensor<4xi32>) -> tensor<4xf32> {
  %x = nn.gather %table, %i axis = 0 : (tensor<3xf32>, tensor<4xi32>) -> tensor<4xf32>
  %zero = nn.constant dense<0.0> : tensor<4xf32>
  %positive = nn.cmp gt %x, %zero : tensor<4xf32> -> tensor<4xi1>
  nn.assert %positive, "is positive" : tensor<4xi1> loc(fused<"head">["a.nn":1:2])
  return %x : tensor<4xf32>
}

// -----

// What is asserted of sizes is looked at first: the rest counts on it.

// CHECK-LABEL: func.func @counted(
// CHECK-SAME: nn.check = @counted_check
// CHECK-NOT: nn.assert
// CHECK-LABEL: func.func @counted_check(
// CHECK-SAME: nn.check = @counted_check_check
// CHECK-SAME: nn.check_messages = ["is positive"]
// CHECK: nn.add
// CHECK-LABEL: func.func @counted_check_check(
// CHECK-SAME: nn.check_messages = ["as many"]
// CHECK-NOT: nn.add
// CHECK: arith.cmpi eq
// CHECK-NOT: nn.add
// CHECK: return
func.func @counted(%x: tensor<?xf32, #nn.dims<n>>, %y: tensor<?xf32, #nn.dims<m>>,
                   %na: index {nn.arg = #nn.arg<dim, "n">},
                   %ma: index {nn.arg = #nn.arg<dim, "m">}) -> tensor<?xf32, #nn.dims<n>>
    attributes {nn.entry = "infer"} {
  %n = nn.dim_size "n" : i64
  %m = nn.dim_size "m" : i64
  %equal = arith.cmpi eq, %n, %m : i64
  %known = nn.splat %equal : i1 -> tensor<i1>
  nn.assert %known, "as many" : tensor<i1>
  %z = nn.reshape %y : tensor<?xf32, #nn.dims<m>> -> tensor<?xf32, #nn.dims<n>>
  %sum = nn.add %x, %z : tensor<?xf32, #nn.dims<n>>
  %zero = arith.constant 0.0 : f64
  %zeros = nn.splat %zero : f64 -> tensor<?xf32, #nn.dims<n>>
  %positive = nn.cmp gt %sum, %zeros : tensor<?xf32, #nn.dims<n>> -> tensor<?xi1, #nn.dims<n>>
  nn.assert %positive, "is positive" : tensor<?xi1, #nn.dims<n>>
  return %sum : tensor<?xf32, #nn.dims<n>>
}
