// RUN: nnc-opt --nn-cpu-collapse-loops --cse --split-input-file %s | FileCheck %s

#all = affine_map<(n, c, h, w) -> (n, c, h, w)>
#channel = affine_map<(n, c, h, w) -> (c)>

// Height and width are one loop, in a chain without reshapes between its ops;
// the channel's mean has neither.
// CHECK-DAG: #[[CHANNEL:.*]] = affine_map<(d0, d1, d2) -> (d1)>
// CHECK-LABEL: func.func @centre
// CHECK: %[[X:.*]] = tensor.collapse_shape %{{.*}} {{\[\[}}0], [1], [2, 3]] : tensor<?x6x28x28xf32> into tensor<?x6x784xf32>
// CHECK: %[[S:.*]] = linalg.generic {indexing_maps = [#{{.*}}, #[[CHANNEL]]], iterator_types = ["reduction", "parallel", "reduction"]} ins(%[[X]] :
// CHECK: %[[Y:.*]] = linalg.generic {indexing_maps = [#{{.*}}, #[[CHANNEL]], #{{.*}}], iterator_types = ["parallel", "parallel", "parallel"]} ins(%[[X]], %[[S]] :
// CHECK: tensor.expand_shape %[[Y]]
func.func @centre(%x: tensor<?x6x28x28xf32>, %e: tensor<?x6x28x28xf32>, %zero: tensor<6xf32>) -> tensor<?x6x28x14xf32> {
  %s = linalg.generic {indexing_maps = [#all, #channel], iterator_types = ["reduction", "parallel", "reduction", "reduction"]}
      ins(%x : tensor<?x6x28x28xf32>) outs(%zero : tensor<6xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = arith.addf %a, %o : f32
      linalg.yield %q : f32
  } -> tensor<6xf32>
  %y = linalg.generic {indexing_maps = [#all, #channel, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%x, %s : tensor<?x6x28x28xf32>, tensor<6xf32>) outs(%e : tensor<?x6x28x28xf32>) {
    ^bb0(%a: f32, %m: f32, %o: f32):
      %q = arith.subf %a, %m : f32
      linalg.yield %q : f32
  } -> tensor<?x6x28x28xf32>
  %c0 = arith.constant 0 : index
  %n = tensor.dim %y, %c0 : tensor<?x6x28x28xf32>
  %part = tensor.extract_slice %y[0, 0, 0, 0] [%n, 6, 28, 14] [1, 1, 1, 1] : tensor<?x6x28x28xf32> to tensor<?x6x28x14xf32>
  return %part : tensor<?x6x28x14xf32>
}

// -----

// What is returned keeps its shape: it may replace an argument. An operand with
// the axes swapped keeps the loops apart.

#id = affine_map<(a, b, c) -> (a, b, c)>
#swapped = affine_map<(a, b, c) -> (a, c, b)>
// CHECK-LABEL: func.func @kept
// CHECK-NOT: tensor.collapse_shape
func.func @kept(%x: tensor<4x3x3xf32>, %e: tensor<4x3x3xf32>) -> tensor<4x3x3xf32> {
  %y = linalg.generic {indexing_maps = [#id, #swapped, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%x, %x : tensor<4x3x3xf32>, tensor<4x3x3xf32>) outs(%e : tensor<4x3x3xf32>) {
    ^bb0(%a: f32, %b: f32, %o: f32):
      %q = arith.addf %a, %b : f32
      linalg.yield %q : f32
  } -> tensor<4x3x3xf32>
  %z = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%y : tensor<4x3x3xf32>) outs(%e : tensor<4x3x3xf32>) {
    ^bb0(%a: f32, %o: f32):
      %q = math.exp %a : f32
      linalg.yield %q : f32
  } -> tensor<4x3x3xf32>
  return %z : tensor<4x3x3xf32>
}

// What reads a product, and what a product reads, keeps its loops: one becomes
// an epilogue, the other is written in panels.

// CHECK-LABEL: func.func @beside
// CHECK-NOT: collapse_shape
// CHECK: return
func.func @beside(%x: tensor<2x64x32xf32>, %w: tensor<32x48xf32>, %v: tensor<48x16xf32>, %p: tensor<2x64x48xf32>, %q: tensor<2x64x16xf32>) -> tensor<2x64x16xf32> {
  %e = tensor.empty() : tensor<2x64x48xf32>
  %y = linalg.generic {
    indexing_maps = [affine_map<(b, t, f, c) -> (b, t, c)>, affine_map<(b, t, f, c) -> (c, f)>, affine_map<(b, t, f, c) -> (b, t, f)>],
    iterator_types = ["parallel", "parallel", "parallel", "reduction"]}
    ins(%x, %w : tensor<2x64x32xf32>, tensor<32x48xf32>) outs(%p : tensor<2x64x48xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %m = arith.mulf %a, %b : f32
    %s = arith.addf %c, %m : f32
    linalg.yield %s : f32
  } -> tensor<2x64x48xf32>
  %z = linalg.generic {
    indexing_maps = [affine_map<(b, t, f) -> (b, t, f)>, affine_map<(b, t, f) -> (b, t, f)>],
    iterator_types = ["parallel", "parallel", "parallel"]}
    ins(%y : tensor<2x64x48xf32>) outs(%e : tensor<2x64x48xf32>) {
  ^bb0(%a: f32, %c: f32):
    %n = arith.negf %a : f32
    linalg.yield %n : f32
  } -> tensor<2x64x48xf32>
  %r = linalg.generic {
    indexing_maps = [affine_map<(b, t, f, c) -> (b, t, c)>, affine_map<(b, t, f, c) -> (c, f)>, affine_map<(b, t, f, c) -> (b, t, f)>],
    iterator_types = ["parallel", "parallel", "parallel", "reduction"]}
    ins(%z, %v : tensor<2x64x48xf32>, tensor<48x16xf32>) outs(%q : tensor<2x64x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %m = arith.mulf %a, %b : f32
    %s = arith.addf %c, %m : f32
    linalg.yield %s : f32
  } -> tensor<2x64x16xf32>
  return %r : tensor<2x64x16xf32>
}
