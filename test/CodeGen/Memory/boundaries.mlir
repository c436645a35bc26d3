// RUN: nnc-opt %s --nn-record-types --split-input-file | FileCheck %s --check-prefix=TYPES
// RUN: nnc-opt %s --nn-bind-destinations --split-input-file | FileCheck %s --check-prefix=BIND
// RUN: nnc-opt %s --nn-release-destinations --split-input-file | FileCheck %s --check-prefix=RELEASE
// RUN: nnc-opt %s --nn-drop-results --split-input-file | FileCheck %s --check-prefix=DROP

// Types are kept with their dims, and what a step costs.
// TYPES-LABEL: func.func @types(
// TYPES-SAME: %{{.*}}: tensor<?x4xf32, #nn.dims<batch, _>> {nn.type = tensor<?x4xf32, #nn.dims<batch, _>>}
// TYPES-SAME: -> (tensor<?x8xf32, #nn.dims<batch, _>> {nn.type = tensor<?x8xf32, #nn.dims<batch, _>>})
// TYPES-SAME: nn.flops = "64 * batch"
nn.dim @batch
func.func @types(%x: tensor<?x4xf32, #nn.dims<batch, _>>, %w: tensor<8x4xf32>)
    -> tensor<?x8xf32, #nn.dims<batch, _>> attributes {nn.entry = "infer"} {
  %y = nn.einsum "mk,nk->mn" %x, %w : (tensor<?x4xf32, #nn.dims<batch, _>>, tensor<8x4xf32>) -> tensor<?x8xf32, #nn.dims<batch, _>>
  return %y : tensor<?x8xf32, #nn.dims<batch, _>>
}

// A convolution: each weight once a pixel.
// TYPES-LABEL: func.func @convolution(
// TYPES-SAME: nn.flops = "2160 * batch"
func.func @convolution(%x: tensor<?x2x7x7xf32, #nn.dims<batch, _, _, _>>, %w: tensor<3x2x2x5xf32>)
    -> tensor<?x3x6x3xf32, #nn.dims<batch, _, _, _>> attributes {nn.entry = "infer"} {
  %y = nn.conv %x, %w strides [1, 1] pads [0, 0] dilations [1, 1] groups 1 : (tensor<?x2x7x7xf32, #nn.dims<batch, _, _, _>>, tensor<3x2x2x5xf32>) -> tensor<?x3x6x3xf32, #nn.dims<batch, _, _, _>>
  return %y : tensor<?x3x6x3xf32, #nn.dims<batch, _, _, _>>
}

// A product of a loop counts as often as the loop runs, one in a size of more
// than one dim as large as that. Sizes over no dim of the program count once.
// TYPES-LABEL: func.func @sizes(
// TYPES-SAME: nn.flops = "16 + 64 * (2*time) * batch + 32 * batch * time"
nn.dim @time
func.func @sizes(%x: tensor<?x?x4xf32, #nn.dims<time, batch, _>>, %w: tensor<4x4xf32>,
                 %y: tensor<?x?x4xf32, #nn.dims<batch, "2*time", _>>, %v: tensor<8x4xf32>,
                 %z: tensor<?x4xf32, #nn.dims<unknown, _>>, %u: tensor<2x4xf32>)
    -> (tensor<?x?x4xf32, #nn.dims<time, batch, _>>, tensor<?x?x8xf32, #nn.dims<batch, "2*time", _>>,
        tensor<?x2xf32, #nn.dims<unknown, _>>) attributes {nn.entry = "infer"} {
  %a = nn.scan (%x axis 0) emit [0] {
  ^bb0(%i: i64, %xt: tensor<?x4xf32, #nn.dims<batch, _>>):
    %p = nn.einsum "mk,nk->mn" %xt, %w : (tensor<?x4xf32, #nn.dims<batch, _>>, tensor<4x4xf32>) -> tensor<?x4xf32, #nn.dims<batch, _>>
    nn.yield %p : tensor<?x4xf32, #nn.dims<batch, _>>
  } : (tensor<?x?x4xf32, #nn.dims<time, batch, _>>) -> tensor<?x?x4xf32, #nn.dims<time, batch, _>>
  %b = nn.einsum "bmk,nk->bmn" %y, %v : (tensor<?x?x4xf32, #nn.dims<batch, "2*time", _>>, tensor<8x4xf32>) -> tensor<?x?x8xf32, #nn.dims<batch, "2*time", _>>
  %c = nn.einsum "mk,nk->mn" %z, %u : (tensor<?x4xf32, #nn.dims<unknown, _>>, tensor<2x4xf32>) -> tensor<?x2xf32, #nn.dims<unknown, _>>
  return %a, %b, %c : tensor<?x?x4xf32, #nn.dims<time, batch, _>>, tensor<?x?x8xf32, #nn.dims<batch, "2*time", _>>, tensor<?x2xf32, #nn.dims<unknown, _>>
}

// What is no entry is not touched.
// TYPES-LABEL: func.func @helper(
// TYPES-NOT: nn.type
// TYPES: return
// BIND-LABEL: func.func @helper(
// BIND-NOT: materialize_in_destination
// BIND: return
func.func @helper(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

// -----

// A new value goes to its argument, an output to an argument of its own, a
// number stays a result.
// BIND-LABEL: func.func @step(
// BIND-SAME: %[[W:[a-z0-9]+]]: tensor<4xf32>
// BIND-SAME: %[[X:[a-z0-9]+]]: tensor<4xf32>
// BIND-SAME: %[[Y:[a-z0-9]+]]: tensor<4xf32> {bufferization.writable = true, nn.arg = #nn.arg<output, "y">, nn.type = tensor<4xf32>, nn.written})
// BIND-SAME: -> (tensor<4xf32> {nn.destination = 0 : i64, nn.result = #nn.arg<parameter, "w">}, tensor<4xf32> {nn.destination = 2 : i64
// BIND: %[[EXP:.*]] = linalg.exp
// BIND: %[[ADD:.*]] = linalg.add
// BIND: %[[NEW:.*]] = bufferization.materialize_in_destination %[[ADD]] in %[[W]]
// BIND: %[[OUT:.*]] = bufferization.materialize_in_destination %[[EXP]] in %[[Y]]
// BIND: return %[[NEW]], %[[OUT]], %{{.*}} : tensor<4xf32>, tensor<4xf32>, f64
func.func @step(%w: tensor<4xf32> {nn.arg = #nn.arg<parameter, "w">, bufferization.writable = true},
                %x: tensor<4xf32> {nn.arg = #nn.arg<input, "x">})
    -> (tensor<4xf32> {nn.result = #nn.arg<parameter, "w">},
        tensor<4xf32> {nn.result = #nn.arg<output, "y">, nn.type = tensor<4xf32>},
        f64 {nn.result = #nn.arg<value, "v">}) attributes {nn.entry = "train_step"} {
  %v = arith.constant 1.0 : f64
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.exp ins(%w : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %new = linalg.add ins(%w, %x : tensor<4xf32>, tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %new, %y, %v : tensor<4xf32>, tensor<4xf32>, f64
}

// -----

// What a loop computes into its destination needs no writing there.
// RELEASE-LABEL: func.func @direct(
// RELEASE: %[[R:.*]] = scf.for
// RELEASE-NOT: materialize_in_destination
// RELEASE: return %[[R]]
func.func @direct(%x: tensor<4xf32>, %out: tensor<4xf32>) -> tensor<4xf32>
    attributes {nn.entry = "infer"} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %r = scf.for %i = %c0 to %c4 step %c1 iter_args(%t = %out) -> tensor<4xf32> {
    %v = tensor.extract %x[%i] : tensor<4xf32>
    %n = tensor.insert %v into %t[%i] : tensor<4xf32>
    scf.yield %n : tensor<4xf32>
  }
  %m = bufferization.materialize_in_destination %r in %out : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %m : tensor<4xf32>
}

// What is computed elsewhere does.
// RELEASE-LABEL: func.func @elsewhere(
// RELEASE: %[[M:.*]] = bufferization.materialize_in_destination
// RELEASE: return %[[M]]
func.func @elsewhere(%x: tensor<4xf32>, %out: tensor<4xf32>) -> tensor<4xf32>
    attributes {nn.entry = "infer"} {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.exp ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %m = bufferization.materialize_in_destination %y in %out : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %m : tensor<4xf32>
}

// -----

// Results that are their destinations go, also behind a cast; another buffer
// is copied to it; numbers stay.
// DROP-LABEL: func.func @results(
// DROP-SAME: %[[W:[a-z0-9]+]]: memref<4xf32>, %[[X:[a-z0-9]+]]: memref<4xf32>, %[[Y:[a-z0-9]+]]: memref<4xf32>, %[[V:[a-z0-9]+]]: f64) -> f64
// DROP: memref.copy %[[W]], %[[Y]]
// DROP-NOT: memref.copy
// DROP: return %[[V]] : f64
func.func @results(%w: memref<4xf32>, %x: memref<4xf32>, %y: memref<4xf32>, %v: f64)
    -> (memref<4xf32> {nn.destination = 0 : i64}, f64,
        memref<4xf32, strided<[?], offset: ?>> {nn.destination = 1 : i64},
        memref<4xf32> {nn.destination = 2 : i64}) attributes {nn.entry = "train_step"} {
  %0 = memref.cast %x : memref<4xf32> to memref<4xf32, strided<[?], offset: ?>>
  return %w, %v, %0, %w : memref<4xf32>, f64, memref<4xf32, strided<[?], offset: ?>>, memref<4xf32>
}
