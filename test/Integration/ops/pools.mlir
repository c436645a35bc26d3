// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}max_pool_halved 0{{$}}
// CHECK: {{^}}max_pool_grad_halved 0{{$}}
// CHECK: {{^}}max_pool_pick_halved 0{{$}}
// CHECK: {{^}}avg_pool_halved 0{{$}}
// CHECK: {{^}}avg_pool_grad_halved 0{{$}}
// CHECK: {{^}}max_pool_rest 0{{$}}
// CHECK: {{^}}max_pool_grad_rest 0{{$}}
// CHECK: {{^}}max_pool_pick_rest 0{{$}}
// CHECK: {{^}}avg_pool_rest 0{{$}}
// CHECK: {{^}}avg_pool_grad_rest 0{{$}}
// CHECK: {{^}}max_pool_overlapping 0{{$}}
// CHECK: {{^}}max_pool_grad_overlapping 0{{$}}
// CHECK: {{^}}max_pool_pick_overlapping 0{{$}}
// CHECK: {{^}}avg_pool_overlapping 0{{$}}
// CHECK: {{^}}avg_pool_grad_overlapping 0{{$}}
// CHECK: {{^}}max_pool_overlapping_f16 0{{$}}
// CHECK: {{^}}max_pool_grad_overlapping_f16 0{{$}}
// CHECK: {{^}}max_pool_pick_overlapping_f16 0{{$}}
// CHECK: {{^}}avg_pool_overlapping_f16 0{{$}}
// CHECK: {{^}}avg_pool_grad_overlapping_f16 0{{$}}
// CHECK: {{^}}max_pool_uneven 0{{$}}
// CHECK: {{^}}max_pool_grad_uneven 0{{$}}
// CHECK: {{^}}max_pool_pick_uneven 0{{$}}
// CHECK: {{^}}avg_pool_uneven 0{{$}}
// CHECK: {{^}}avg_pool_grad_uneven 0{{$}}
// CHECK: {{^}}max_pool_whole 0{{$}}
// CHECK: {{^}}max_pool_grad_whole 0{{$}}
// CHECK: {{^}}max_pool_pick_whole 0{{$}}
// CHECK: {{^}}avg_pool_whole 0{{$}}
// CHECK: {{^}}avg_pool_grad_whole 0{{$}}
// CHECK: {{^}}max_pool_line 0{{$}}
// CHECK: {{^}}max_pool_grad_line 0{{$}}
// CHECK: {{^}}max_pool_pick_line 0{{$}}
// CHECK: {{^}}avg_pool_line 0{{$}}
// CHECK: {{^}}avg_pool_grad_line 0{{$}}
// CHECK: {{^}}max_pool_nan 0{{$}}
// CHECK: {{^}}max_pool_grad_nan 0{{$}}

// A number differs if it is farther than `tolerance` times (|want| + floor).
func.func private @differs(%got: f64, %want: f64, %tolerance: f64, %floor: f64) -> i64 {
  %equal = arith.cmpf oeq, %got, %want : f64
  %nan1 = arith.cmpf uno, %got, %got : f64
  %nan2 = arith.cmpf uno, %want, %want : f64
  %nans = arith.andi %nan1, %nan2 : i1
  %difference = arith.subf %got, %want : f64
  %size = math.absf %difference : f64
  %scale = math.absf %want : f64
  %sum = arith.addf %scale, %floor : f64
  %limit = arith.mulf %sum, %tolerance : f64
  %near = arith.cmpf ole, %size, %limit : f64
  %infinity = arith.constant 0x7FF0000000000000 : f64
  %finite = arith.cmpf olt, %scale, %infinity : f64
  %close = arith.andi %near, %finite : i1
  %a = arith.ori %equal, %nans : i1
  %b = arith.ori %a, %close : i1
  %true = arith.constant true
  %c = arith.xori %b, %true : i1
  %d = arith.extui %c : i1 to i64
  return %d : i64
}
func.func private @printI64(i64)
func.func private @printNewline()

func.func private @count_f32(%got: tensor<?xf32>, %want: tensor<?xf32>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xf32>, tensor<?xf32>) outs(%zero : tensor<i64>) {
  ^bb0(%x: f32, %y: f32, %count: i64):
    %g = arith.extf %x : f32 to f64
    %w = arith.extf %y : f32 to f64
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  } -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}

func.func private @count_f16(%got: tensor<?xf16>, %want: tensor<?xf16>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xf16>, tensor<?xf16>) outs(%zero : tensor<i64>) {
  ^bb0(%x: f16, %y: f16, %count: i64):
    %g = arith.extf %x : f16 to f64
    %w = arith.extf %y : f16 to f64
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  } -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}

func.func private @max_pool_halved(%a: tensor<2x2x4x6xf32>) -> (tensor<2x2x2x3xf32>) {
  %r = nn.max_pool %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x4x6xf32>) -> tensor<2x2x2x3xf32>
  return %r : tensor<2x2x2x3xf32>
}

func.func private @max_pool_grad_halved(%a: tensor<2x2x4x6xf32>, %b: tensor<2x2x2x3xf32>) -> (tensor<2x2x4x6xf32>) {
  %i = nn.max_pool_index %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x4x6xf32>) -> tensor<2x2x2x3xi32>
  %r = nn.max_pool_grad %b, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x2x3xf32>, tensor<2x2x2x3xi32>) -> tensor<2x2x4x6xf32>
  return %r : tensor<2x2x4x6xf32>
}

func.func private @max_pool_pick_halved(%a: tensor<2x2x4x6xf32>) -> (tensor<2x2x2x3xf32>) {
  %i = nn.max_pool_index %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x4x6xf32>) -> tensor<2x2x2x3xi32>
  %r = nn.max_pool_pick %a, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x4x6xf32>, tensor<2x2x2x3xi32>) -> tensor<2x2x2x3xf32>
  return %r : tensor<2x2x2x3xf32>
}

func.func private @avg_pool_halved(%a: tensor<2x2x4x6xf32>) -> (tensor<2x2x2x3xf32>) {
  %r = nn.avg_pool %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x4x6xf32>) -> tensor<2x2x2x3xf32>
  return %r : tensor<2x2x2x3xf32>
}

func.func private @avg_pool_grad_halved(%a: tensor<2x2x2x3xf32>) -> (tensor<2x2x4x6xf32>) {
  %r = nn.avg_pool_grad %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<2x2x2x3xf32>) -> tensor<2x2x4x6xf32>
  return %r : tensor<2x2x4x6xf32>
}

func.func private @max_pool_rest(%a: tensor<1x2x5x7xf32>) -> (tensor<1x2x2x3xf32>) {
  %r = nn.max_pool %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x3xf32>
  return %r : tensor<1x2x2x3xf32>
}

func.func private @max_pool_grad_rest(%a: tensor<1x2x5x7xf32>, %b: tensor<1x2x2x3xf32>) -> (tensor<1x2x5x7xf32>) {
  %i = nn.max_pool_index %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x3xi32>
  %r = nn.max_pool_grad %b, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x2x3xf32>, tensor<1x2x2x3xi32>) -> tensor<1x2x5x7xf32>
  return %r : tensor<1x2x5x7xf32>
}

func.func private @max_pool_pick_rest(%a: tensor<1x2x5x7xf32>) -> (tensor<1x2x2x3xf32>) {
  %i = nn.max_pool_index %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x3xi32>
  %r = nn.max_pool_pick %a, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf32>, tensor<1x2x2x3xi32>) -> tensor<1x2x2x3xf32>
  return %r : tensor<1x2x2x3xf32>
}

func.func private @avg_pool_rest(%a: tensor<1x2x5x7xf32>) -> (tensor<1x2x2x3xf32>) {
  %r = nn.avg_pool %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x3xf32>
  return %r : tensor<1x2x2x3xf32>
}

func.func private @avg_pool_grad_rest(%a: tensor<1x2x2x3xf32>) -> (tensor<1x2x5x7xf32>) {
  %r = nn.avg_pool_grad %a kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x2x3xf32>) -> tensor<1x2x5x7xf32>
  return %r : tensor<1x2x5x7xf32>
}

func.func private @max_pool_overlapping(%a: tensor<1x2x7x8xf32>) -> (tensor<1x2x4x4xf32>) {
  %r = nn.max_pool %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf32>) -> tensor<1x2x4x4xf32>
  return %r : tensor<1x2x4x4xf32>
}

func.func private @max_pool_grad_overlapping(%a: tensor<1x2x7x8xf32>, %b: tensor<1x2x4x4xf32>) -> (tensor<1x2x7x8xf32>) {
  %i = nn.max_pool_index %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf32>) -> tensor<1x2x4x4xi32>
  %r = nn.max_pool_grad %b, %i kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x4x4xf32>, tensor<1x2x4x4xi32>) -> tensor<1x2x7x8xf32>
  return %r : tensor<1x2x7x8xf32>
}

func.func private @max_pool_pick_overlapping(%a: tensor<1x2x7x8xf32>) -> (tensor<1x2x4x4xf32>) {
  %i = nn.max_pool_index %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf32>) -> tensor<1x2x4x4xi32>
  %r = nn.max_pool_pick %a, %i kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf32>, tensor<1x2x4x4xi32>) -> tensor<1x2x4x4xf32>
  return %r : tensor<1x2x4x4xf32>
}

func.func private @avg_pool_overlapping(%a: tensor<1x2x7x8xf32>) -> (tensor<1x2x4x4xf32>) {
  %r = nn.avg_pool %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf32>) -> tensor<1x2x4x4xf32>
  return %r : tensor<1x2x4x4xf32>
}

func.func private @avg_pool_grad_overlapping(%a: tensor<1x2x4x4xf32>) -> (tensor<1x2x7x8xf32>) {
  %r = nn.avg_pool_grad %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x4x4xf32>) -> tensor<1x2x7x8xf32>
  return %r : tensor<1x2x7x8xf32>
}

func.func private @max_pool_overlapping_f16(%a: tensor<1x2x7x8xf16>) -> (tensor<1x2x4x4xf16>) {
  %r = nn.max_pool %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf16>) -> tensor<1x2x4x4xf16>
  return %r : tensor<1x2x4x4xf16>
}

func.func private @max_pool_grad_overlapping_f16(%a: tensor<1x2x7x8xf16>, %b: tensor<1x2x4x4xf16>) -> (tensor<1x2x7x8xf16>) {
  %i = nn.max_pool_index %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf16>) -> tensor<1x2x4x4xi32>
  %r = nn.max_pool_grad %b, %i kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x4x4xf16>, tensor<1x2x4x4xi32>) -> tensor<1x2x7x8xf16>
  return %r : tensor<1x2x7x8xf16>
}

func.func private @max_pool_pick_overlapping_f16(%a: tensor<1x2x7x8xf16>) -> (tensor<1x2x4x4xf16>) {
  %i = nn.max_pool_index %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf16>) -> tensor<1x2x4x4xi32>
  %r = nn.max_pool_pick %a, %i kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf16>, tensor<1x2x4x4xi32>) -> tensor<1x2x4x4xf16>
  return %r : tensor<1x2x4x4xf16>
}

func.func private @avg_pool_overlapping_f16(%a: tensor<1x2x7x8xf16>) -> (tensor<1x2x4x4xf16>) {
  %r = nn.avg_pool %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x7x8xf16>) -> tensor<1x2x4x4xf16>
  return %r : tensor<1x2x4x4xf16>
}

func.func private @avg_pool_grad_overlapping_f16(%a: tensor<1x2x4x4xf16>) -> (tensor<1x2x7x8xf16>) {
  %r = nn.avg_pool_grad %a kernel [3, 3] strides [2, 2] pads [1, 1] : (tensor<1x2x4x4xf16>) -> tensor<1x2x7x8xf16>
  return %r : tensor<1x2x7x8xf16>
}

func.func private @max_pool_uneven(%a: tensor<1x2x9x8xf32>) -> (tensor<1x2x9x3xf32>) {
  %r = nn.max_pool %a kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x8xf32>) -> tensor<1x2x9x3xf32>
  return %r : tensor<1x2x9x3xf32>
}

func.func private @max_pool_grad_uneven(%a: tensor<1x2x9x8xf32>, %b: tensor<1x2x9x3xf32>) -> (tensor<1x2x9x8xf32>) {
  %i = nn.max_pool_index %a kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x8xf32>) -> tensor<1x2x9x3xi32>
  %r = nn.max_pool_grad %b, %i kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x3xf32>, tensor<1x2x9x3xi32>) -> tensor<1x2x9x8xf32>
  return %r : tensor<1x2x9x8xf32>
}

func.func private @max_pool_pick_uneven(%a: tensor<1x2x9x8xf32>) -> (tensor<1x2x9x3xf32>) {
  %i = nn.max_pool_index %a kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x8xf32>) -> tensor<1x2x9x3xi32>
  %r = nn.max_pool_pick %a, %i kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x8xf32>, tensor<1x2x9x3xi32>) -> tensor<1x2x9x3xf32>
  return %r : tensor<1x2x9x3xf32>
}

func.func private @avg_pool_uneven(%a: tensor<1x2x9x8xf32>) -> (tensor<1x2x9x3xf32>) {
  %r = nn.avg_pool %a kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x8xf32>) -> tensor<1x2x9x3xf32>
  return %r : tensor<1x2x9x3xf32>
}

func.func private @avg_pool_grad_uneven(%a: tensor<1x2x9x3xf32>) -> (tensor<1x2x9x8xf32>) {
  %r = nn.avg_pool_grad %a kernel [3, 2] strides [1, 3] pads [1, 0] : (tensor<1x2x9x3xf32>) -> tensor<1x2x9x8xf32>
  return %r : tensor<1x2x9x8xf32>
}

func.func private @max_pool_whole(%a: tensor<2x2x5x5xf32>) -> (tensor<2x2x1x1xf32>) {
  %r = nn.max_pool %a kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x5x5xf32>) -> tensor<2x2x1x1xf32>
  return %r : tensor<2x2x1x1xf32>
}

func.func private @max_pool_grad_whole(%a: tensor<2x2x5x5xf32>, %b: tensor<2x2x1x1xf32>) -> (tensor<2x2x5x5xf32>) {
  %i = nn.max_pool_index %a kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x5x5xf32>) -> tensor<2x2x1x1xi32>
  %r = nn.max_pool_grad %b, %i kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x1x1xf32>, tensor<2x2x1x1xi32>) -> tensor<2x2x5x5xf32>
  return %r : tensor<2x2x5x5xf32>
}

func.func private @max_pool_pick_whole(%a: tensor<2x2x5x5xf32>) -> (tensor<2x2x1x1xf32>) {
  %i = nn.max_pool_index %a kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x5x5xf32>) -> tensor<2x2x1x1xi32>
  %r = nn.max_pool_pick %a, %i kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x5x5xf32>, tensor<2x2x1x1xi32>) -> tensor<2x2x1x1xf32>
  return %r : tensor<2x2x1x1xf32>
}

func.func private @avg_pool_whole(%a: tensor<2x2x5x5xf32>) -> (tensor<2x2x1x1xf32>) {
  %r = nn.avg_pool %a kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x5x5xf32>) -> tensor<2x2x1x1xf32>
  return %r : tensor<2x2x1x1xf32>
}

func.func private @avg_pool_grad_whole(%a: tensor<2x2x1x1xf32>) -> (tensor<2x2x5x5xf32>) {
  %r = nn.avg_pool_grad %a kernel [5, 5] strides [5, 5] pads [0, 0] : (tensor<2x2x1x1xf32>) -> tensor<2x2x5x5xf32>
  return %r : tensor<2x2x5x5xf32>
}

func.func private @max_pool_line(%a: tensor<2x3x11xf32>) -> (tensor<2x3x6xf32>) {
  %r = nn.max_pool %a kernel [3] strides [2] pads [1] : (tensor<2x3x11xf32>) -> tensor<2x3x6xf32>
  return %r : tensor<2x3x6xf32>
}

func.func private @max_pool_grad_line(%a: tensor<2x3x11xf32>, %b: tensor<2x3x6xf32>) -> (tensor<2x3x11xf32>) {
  %i = nn.max_pool_index %a kernel [3] strides [2] pads [1] : (tensor<2x3x11xf32>) -> tensor<2x3x6xi32>
  %r = nn.max_pool_grad %b, %i kernel [3] strides [2] pads [1] : (tensor<2x3x6xf32>, tensor<2x3x6xi32>) -> tensor<2x3x11xf32>
  return %r : tensor<2x3x11xf32>
}

func.func private @max_pool_pick_line(%a: tensor<2x3x11xf32>) -> (tensor<2x3x6xf32>) {
  %i = nn.max_pool_index %a kernel [3] strides [2] pads [1] : (tensor<2x3x11xf32>) -> tensor<2x3x6xi32>
  %r = nn.max_pool_pick %a, %i kernel [3] strides [2] pads [1] : (tensor<2x3x11xf32>, tensor<2x3x6xi32>) -> tensor<2x3x6xf32>
  return %r : tensor<2x3x6xf32>
}

func.func private @avg_pool_line(%a: tensor<2x3x11xf32>) -> (tensor<2x3x6xf32>) {
  %r = nn.avg_pool %a kernel [3] strides [2] pads [1] : (tensor<2x3x11xf32>) -> tensor<2x3x6xf32>
  return %r : tensor<2x3x6xf32>
}

func.func private @avg_pool_grad_line(%a: tensor<2x3x6xf32>) -> (tensor<2x3x11xf32>) {
  %r = nn.avg_pool_grad %a kernel [3] strides [2] pads [1] : (tensor<2x3x6xf32>) -> tensor<2x3x11xf32>
  return %r : tensor<2x3x11xf32>
}

func.func private @max_pool_nan(%a: tensor<1x1x8xf32>) -> (tensor<1x1x4xf32>) {
  %r = nn.max_pool %a kernel [2] strides [2] pads [0] : (tensor<1x1x8xf32>) -> tensor<1x1x4xf32>
  return %r : tensor<1x1x4xf32>
}

func.func private @max_pool_grad_nan(%a: tensor<1x1x8xf32>, %b: tensor<1x1x4xf32>) -> (tensor<1x1x8xf32>) {
  %i = nn.max_pool_index %a kernel [2] strides [2] pads [0] : (tensor<1x1x8xf32>) -> tensor<1x1x4xi32>
  %r = nn.max_pool_grad %b, %i kernel [2] strides [2] pads [0] : (tensor<1x1x4xf32>, tensor<1x1x4xi32>) -> tensor<1x1x8xf32>
  return %r : tensor<1x1x8xf32>
}

func.func @main() {
  %max_pool_halved_in0 = arith.constant dense<"0x0000803F0000C03F0000003F000040400000C03F000080BF000000C00000003F0000C0BF00000080000080BF000000000000803F00000080000080BF0000003F0000003F0000C03F000080BF000000800000003F000000BF000000BF000080BF000000BF0000004000000000000080BF000000BF0000803F0000C0BF0000C03F000080BF000000BF000000800000803F000000000000C03F0000C0BF000080BF0000C03F0000C03F0000003F000080BF000000C0000080BF000000800000C0BF0000C0BF00000080000000000000000000000000000000800000C03F0000C03F0000803F0000803F000000BF000080BF00000040000000000000803F00000000000080BF000000BF0000003F0000000000000080000000BF000080BF0000803F00000040000000000000803F0000C03F0000C03F000080BF000080BF0000003F000080BF000000800000C0BF0000803F00000080000000BF000000800000003F000000BF000000BF0000003F0000003F0000003F000000000000C0BF0000803F"> : tensor<2x2x4x6xf32>
  %max_pool_halved_got = call @max_pool_halved(%max_pool_halved_in0) : (tensor<2x2x4x6xf32>) -> (tensor<2x2x2x3xf32>)
  %max_pool_halved_0_flat = tensor.collapse_shape %max_pool_halved_got [[0, 1, 2, 3]] : tensor<2x2x2x3xf32> into tensor<24xf32>
  %max_pool_halved_0_want = arith.constant dense<"0x0000C03F000040400000C03F0000803F0000003F0000C03F00000040000000000000803F0000C03F000080BF0000C03F0000C03F0000803F00000000000000400000803F0000803F000000400000C03F0000C03F0000003F0000003F0000803F"> : tensor<24xf32>
  %max_pool_halved_0_any_got = tensor.cast %max_pool_halved_0_flat : tensor<24xf32> to tensor<?xf32>
  %max_pool_halved_0_any_want = tensor.cast %max_pool_halved_0_want : tensor<24xf32> to tensor<?xf32>
  %max_pool_halved_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_halved_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_halved_0 = call @count_f32(%max_pool_halved_0_any_got, %max_pool_halved_0_any_want, %max_pool_halved_0_tolerance, %max_pool_halved_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_halved "
  call @printI64(%max_pool_halved_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_halved_in0 = arith.constant dense<"0x0000803F0000C03F0000003F000040400000C03F000080BF000000C00000003F0000C0BF00000080000080BF000000000000803F00000080000080BF0000003F0000003F0000C03F000080BF000000800000003F000000BF000000BF000080BF000000BF0000004000000000000080BF000000BF0000803F0000C0BF0000C03F000080BF000000BF000000800000803F000000000000C03F0000C0BF000080BF0000C03F0000C03F0000003F000080BF000000C0000080BF000000800000C0BF0000C0BF00000080000000000000000000000000000000800000C03F0000C03F0000803F0000803F000000BF000080BF00000040000000000000803F00000000000080BF000000BF0000003F0000000000000080000000BF000080BF0000803F00000040000000000000803F0000C03F0000C03F000080BF000080BF0000003F000080BF000000800000C0BF0000803F00000080000000BF000000800000003F000000BF000000BF0000003F0000003F0000003F000000000000C0BF0000803F"> : tensor<2x2x4x6xf32>
  %max_pool_grad_halved_in1 = arith.constant dense<"0x000080BF38BD69BF6F7A53BFA7373DBFDFF426BF16B210BF9CDEF4BE0B59C8BE7AD39BBED39B5EBEB29005BE431632BD4316323DB290053ED39B5E3E7AD39B3E0B59C83E9CDEF43E16B2103FDFF4263FA7373D3F6F7A533F38BD693F0000803F"> : tensor<2x2x2x3xf32>
  %max_pool_grad_halved_got = call @max_pool_grad_halved(%max_pool_grad_halved_in0, %max_pool_grad_halved_in1) : (tensor<2x2x4x6xf32>, tensor<2x2x2x3xf32>) -> (tensor<2x2x4x6xf32>)
  %max_pool_grad_halved_0_flat = tensor.collapse_shape %max_pool_grad_halved_got [[0, 1, 2, 3]] : tensor<2x2x4x6xf32> into tensor<96xf32>
  %max_pool_grad_halved_0_want = arith.constant dense<"0x00000000000080BF0000000038BD69BF6F7A53BF00000000000000000000000000000000000000000000000000000000A7373DBF0000000000000000DFF426BF0000000016B210BF000000000000000000000000000000000000000000000000000000009CDEF4BE0B59C8BE00000000000000007AD39BBE00000000000000000000000000000000000000000000000000000000D39B5EBE00000000B29005BE431632BD0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000D39B5E3E000000004316323D00000000B290053E0000000000000000000000007AD39B3E000000000B59C83E00000000000000000000000000000000000000000000000000000000000000009CDEF43E16B2103F0000000000000000DFF4263FA7373D3F0000000000000000000000000000000000000000000000000000000000000000000000000000000038BD693F00000000000000006F7A533F000000000000000000000000000000000000803F"> : tensor<96xf32>
  %max_pool_grad_halved_0_any_got = tensor.cast %max_pool_grad_halved_0_flat : tensor<96xf32> to tensor<?xf32>
  %max_pool_grad_halved_0_any_want = tensor.cast %max_pool_grad_halved_0_want : tensor<96xf32> to tensor<?xf32>
  %max_pool_grad_halved_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_halved_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_halved_0 = call @count_f32(%max_pool_grad_halved_0_any_got, %max_pool_grad_halved_0_any_want, %max_pool_grad_halved_0_tolerance, %max_pool_grad_halved_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_halved "
  call @printI64(%max_pool_grad_halved_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_halved_in0 = arith.constant dense<"0x0000803F0000C03F0000003F000040400000C03F000080BF000000C00000003F0000C0BF00000080000080BF000000000000803F00000080000080BF0000003F0000003F0000C03F000080BF000000800000003F000000BF000000BF000080BF000000BF0000004000000000000080BF000000BF0000803F0000C0BF0000C03F000080BF000000BF000000800000803F000000000000C03F0000C0BF000080BF0000C03F0000C03F0000003F000080BF000000C0000080BF000000800000C0BF0000C0BF00000080000000000000000000000000000000800000C03F0000C03F0000803F0000803F000000BF000080BF00000040000000000000803F00000000000080BF000000BF0000003F0000000000000080000000BF000080BF0000803F00000040000000000000803F0000C03F0000C03F000080BF000080BF0000003F000080BF000000800000C0BF0000803F00000080000000BF000000800000003F000000BF000000BF0000003F0000003F0000003F000000000000C0BF0000803F"> : tensor<2x2x4x6xf32>
  %max_pool_pick_halved_got = call @max_pool_pick_halved(%max_pool_pick_halved_in0) : (tensor<2x2x4x6xf32>) -> (tensor<2x2x2x3xf32>)
  %max_pool_pick_halved_0_flat = tensor.collapse_shape %max_pool_pick_halved_got [[0, 1, 2, 3]] : tensor<2x2x2x3xf32> into tensor<24xf32>
  %max_pool_pick_halved_0_want = arith.constant dense<"0x0000C03F000040400000C03F0000803F0000003F0000C03F00000040000000000000803F0000C03F000080BF0000C03F0000C03F0000803F00000000000000400000803F0000803F000000400000C03F0000C03F0000003F0000003F0000803F"> : tensor<24xf32>
  %max_pool_pick_halved_0_any_got = tensor.cast %max_pool_pick_halved_0_flat : tensor<24xf32> to tensor<?xf32>
  %max_pool_pick_halved_0_any_want = tensor.cast %max_pool_pick_halved_0_want : tensor<24xf32> to tensor<?xf32>
  %max_pool_pick_halved_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_pick_halved_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_halved_0 = call @count_f32(%max_pool_pick_halved_0_any_got, %max_pool_pick_halved_0_any_want, %max_pool_pick_halved_0_tolerance, %max_pool_pick_halved_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_pick_halved "
  call @printI64(%max_pool_pick_halved_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_halved_in0 = arith.constant dense<"0x0000803F0000C03F0000003F000040400000C03F000080BF000000C00000003F0000C0BF00000080000080BF000000000000803F00000080000080BF0000003F0000003F0000C03F000080BF000000800000003F000000BF000000BF000080BF000000BF0000004000000000000080BF000000BF0000803F0000C0BF0000C03F000080BF000000BF000000800000803F000000000000C03F0000C0BF000080BF0000C03F0000C03F0000003F000080BF000000C0000080BF000000800000C0BF0000C0BF00000080000000000000000000000000000000800000C03F0000C03F0000803F0000803F000000BF000080BF00000040000000000000803F00000000000080BF000000BF0000003F0000000000000080000000BF000080BF0000803F00000040000000000000803F0000C03F0000C03F000080BF000080BF0000003F000080BF000000800000C0BF0000803F00000080000000BF000000800000003F000000BF000000BF0000003F0000003F0000003F000000000000C0BF0000803F"> : tensor<2x2x4x6xf32>
  %avg_pool_halved_got = call @avg_pool_halved(%avg_pool_halved_in0) : (tensor<2x2x4x6xf32>) -> (tensor<2x2x2x3xf32>)
  %avg_pool_halved_0_flat = tensor.collapse_shape %avg_pool_halved_got [[0, 1, 2, 3]] : tensor<2x2x2x3xf32> into tensor<24xf32>
  %avg_pool_halved_0_want = arith.constant dense<"0x0000803E0000003F000000BE00000000000000BE0000003E0000C03E000020BF0000C03E0000803E0000B0BF0000C03E0000C03E0000003F0000C0BE0000203F0000003E0000C0BE0000C03E0000C03E000000000000003E0000803E0000C0BE"> : tensor<24xf32>
  %avg_pool_halved_0_any_got = tensor.cast %avg_pool_halved_0_flat : tensor<24xf32> to tensor<?xf32>
  %avg_pool_halved_0_any_want = tensor.cast %avg_pool_halved_0_want : tensor<24xf32> to tensor<?xf32>
  %avg_pool_halved_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_halved_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_halved_0 = call @count_f32(%avg_pool_halved_0_any_got, %avg_pool_halved_0_any_want, %avg_pool_halved_0_tolerance, %avg_pool_halved_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_halved "
  call @printI64(%avg_pool_halved_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_halved_in0 = arith.constant dense<"0x000080BF38BD69BF6F7A53BFA7373DBFDFF426BF16B210BF9CDEF4BE0B59C8BE7AD39BBED39B5EBEB29005BE431632BD4316323DB290053ED39B5E3E7AD39B3E0B59C83E9CDEF43E16B2103FDFF4263FA7373D3F6F7A533F38BD693F0000803F"> : tensor<2x2x2x3xf32>
  %avg_pool_grad_halved_got = call @avg_pool_grad_halved(%avg_pool_grad_halved_in0) : (tensor<2x2x2x3xf32>) -> (tensor<2x2x4x6xf32>)
  %avg_pool_grad_halved_0_flat = tensor.collapse_shape %avg_pool_grad_halved_got [[0, 1, 2, 3]] : tensor<2x2x4x6xf32> into tensor<96xf32>
  %avg_pool_grad_halved_0_want = arith.constant dense<"0x000080BE000080BE38BD69BE38BD69BE6F7A53BE6F7A53BE000080BE000080BE38BD69BE38BD69BE6F7A53BE6F7A53BEA7373DBEA7373DBEDFF426BEDFF426BE16B210BE16B210BEA7373DBEA7373DBEDFF426BEDFF426BE16B210BE16B210BE9CDEF4BD9CDEF4BD0B59C8BD0B59C8BD7AD39BBD7AD39BBD9CDEF4BD9CDEF4BD0B59C8BD0B59C8BD7AD39BBD7AD39BBDD39B5EBDD39B5EBDB29005BDB29005BD431632BC431632BCD39B5EBDD39B5EBDB29005BDB29005BD431632BC431632BC4316323C4316323CB290053DB290053DD39B5E3DD39B5E3D4316323C4316323CB290053DB290053DD39B5E3DD39B5E3D7AD39B3D7AD39B3D0B59C83D0B59C83D9CDEF43D9CDEF43D7AD39B3D7AD39B3D0B59C83D0B59C83D9CDEF43D9CDEF43D16B2103E16B2103EDFF4263EDFF4263EA7373D3EA7373D3E16B2103E16B2103EDFF4263EDFF4263EA7373D3EA7373D3E6F7A533E6F7A533E38BD693E38BD693E0000803E0000803E6F7A533E6F7A533E38BD693E38BD693E0000803E0000803E"> : tensor<96xf32>
  %avg_pool_grad_halved_0_any_got = tensor.cast %avg_pool_grad_halved_0_flat : tensor<96xf32> to tensor<?xf32>
  %avg_pool_grad_halved_0_any_want = tensor.cast %avg_pool_grad_halved_0_want : tensor<96xf32> to tensor<?xf32>
  %avg_pool_grad_halved_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_grad_halved_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_halved_0 = call @count_f32(%avg_pool_grad_halved_0_any_got, %avg_pool_grad_halved_0_any_want, %avg_pool_grad_halved_0_tolerance, %avg_pool_grad_halved_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_grad_halved "
  call @printI64(%avg_pool_grad_halved_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_rest_in0 = arith.constant dense<"0x0000000000000080000000BF000000BF000000C000000000000000000000C03F000000BF0000003F0000803F0000803F0000C03F0000C03F000000000000C0BF000000BF000000BF0000C03F000080BF00000000000000BF000080BF000080BF00000080000000BF00000000000080BF00000080000080BF0000003F00000080000000000000803F00000080000000BF0000003F000080BF0000003F0000003F000000BF0000C03F000000800000803F000000BF00000000000000800000003F000000800000003F0000C0BF000080BF0000003F000000BF000000800000C03F000000BF0000003F000000BF000000800000803F000000BF00000000000000400000803F0000803F00000000000080BF000000C00000003F"> : tensor<1x2x5x7xf32>
  %max_pool_rest_got = call @max_pool_rest(%max_pool_rest_in0) : (tensor<1x2x5x7xf32>) -> (tensor<1x2x2x3xf32>)
  %max_pool_rest_0_flat = tensor.collapse_shape %max_pool_rest_got [[0, 1, 2, 3]] : tensor<1x2x2x3xf32> into tensor<12xf32>
  %max_pool_rest_0_want = arith.constant dense<"0x0000C03F0000803F0000C03F00000000000000800000C03F0000803F0000003F0000003F0000003F0000003F0000803F"> : tensor<12xf32>
  %max_pool_rest_0_any_got = tensor.cast %max_pool_rest_0_flat : tensor<12xf32> to tensor<?xf32>
  %max_pool_rest_0_any_want = tensor.cast %max_pool_rest_0_want : tensor<12xf32> to tensor<?xf32>
  %max_pool_rest_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_rest_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_rest_0 = call @count_f32(%max_pool_rest_0_any_got, %max_pool_rest_0_any_want, %max_pool_rest_0_tolerance, %max_pool_rest_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_rest "
  call @printI64(%max_pool_rest_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_rest_in0 = arith.constant dense<"0x0000000000000080000000BF000000BF000000C000000000000000000000C03F000000BF0000003F0000803F0000803F0000C03F0000C03F000000000000C0BF000000BF000000BF0000C03F000080BF00000000000000BF000080BF000080BF00000080000000BF00000000000080BF00000080000080BF0000003F00000080000000000000803F00000080000000BF0000003F000080BF0000003F0000003F000000BF0000C03F000000800000803F000000BF00000000000000800000003F000000800000003F0000C0BF000080BF0000003F000000BF000000800000C03F000000BF0000003F000000BF000000800000803F000000BF00000000000000400000803F0000803F00000000000080BF000000C00000003F"> : tensor<1x2x5x7xf32>
  %max_pool_grad_rest_in1 = arith.constant dense<"0x000080BF5D7451BFBAE822BF2FBAE8BEE9A28BBE8C2EBABD8C2EBA3DE9A28B3E2FBAE83EBAE8223F5D74513F0000803F"> : tensor<1x2x2x3xf32>
  %max_pool_grad_rest_got = call @max_pool_grad_rest(%max_pool_grad_rest_in0, %max_pool_grad_rest_in1) : (tensor<1x2x5x7xf32>, tensor<1x2x2x3xf32>) -> (tensor<1x2x5x7xf32>)
  %max_pool_grad_rest_0_flat = tensor.collapse_shape %max_pool_grad_rest_got [[0, 1, 2, 3]] : tensor<1x2x5x7xf32> into tensor<70xf32>
  %max_pool_grad_rest_0_want = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000080BF00000000000000005D7451BF00000000BAE822BF000000002FBAE8BE0000000000000000000000008C2EBABD0000000000000000000000000000000000000000E9A28BBE00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E9A28B3E2FBAE83E0000000000000000000000008C2EBA3D0000000000000000000000000000000000000000BAE8223F00000000000000005D74513F000000000000000000000000000000000000000000000000000000000000803F000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<70xf32>
  %max_pool_grad_rest_0_any_got = tensor.cast %max_pool_grad_rest_0_flat : tensor<70xf32> to tensor<?xf32>
  %max_pool_grad_rest_0_any_want = tensor.cast %max_pool_grad_rest_0_want : tensor<70xf32> to tensor<?xf32>
  %max_pool_grad_rest_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_rest_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_rest_0 = call @count_f32(%max_pool_grad_rest_0_any_got, %max_pool_grad_rest_0_any_want, %max_pool_grad_rest_0_tolerance, %max_pool_grad_rest_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_rest "
  call @printI64(%max_pool_grad_rest_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_rest_in0 = arith.constant dense<"0x0000000000000080000000BF000000BF000000C000000000000000000000C03F000000BF0000003F0000803F0000803F0000C03F0000C03F000000000000C0BF000000BF000000BF0000C03F000080BF00000000000000BF000080BF000080BF00000080000000BF00000000000080BF00000080000080BF0000003F00000080000000000000803F00000080000000BF0000003F000080BF0000003F0000003F000000BF0000C03F000000800000803F000000BF00000000000000800000003F000000800000003F0000C0BF000080BF0000003F000000BF000000800000C03F000000BF0000003F000000BF000000800000803F000000BF00000000000000400000803F0000803F00000000000080BF000000C00000003F"> : tensor<1x2x5x7xf32>
  %max_pool_pick_rest_got = call @max_pool_pick_rest(%max_pool_pick_rest_in0) : (tensor<1x2x5x7xf32>) -> (tensor<1x2x2x3xf32>)
  %max_pool_pick_rest_0_flat = tensor.collapse_shape %max_pool_pick_rest_got [[0, 1, 2, 3]] : tensor<1x2x2x3xf32> into tensor<12xf32>
  %max_pool_pick_rest_0_want = arith.constant dense<"0x0000C03F0000803F0000C03F00000000000000800000C03F0000803F0000003F0000003F0000003F0000003F0000803F"> : tensor<12xf32>
  %max_pool_pick_rest_0_any_got = tensor.cast %max_pool_pick_rest_0_flat : tensor<12xf32> to tensor<?xf32>
  %max_pool_pick_rest_0_any_want = tensor.cast %max_pool_pick_rest_0_want : tensor<12xf32> to tensor<?xf32>
  %max_pool_pick_rest_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_pick_rest_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_rest_0 = call @count_f32(%max_pool_pick_rest_0_any_got, %max_pool_pick_rest_0_any_want, %max_pool_pick_rest_0_tolerance, %max_pool_pick_rest_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_pick_rest "
  call @printI64(%max_pool_pick_rest_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_rest_in0 = arith.constant dense<"0x0000000000000080000000BF000000BF000000C000000000000000000000C03F000000BF0000003F0000803F0000803F0000C03F0000C03F000000000000C0BF000000BF000000BF0000C03F000080BF00000000000000BF000080BF000080BF00000080000000BF00000000000080BF00000080000080BF0000003F00000080000000000000803F00000080000000BF0000003F000080BF0000003F0000003F000000BF0000C03F000000800000803F000000BF00000000000000800000003F000000800000003F0000C0BF000080BF0000003F000000BF000000800000C03F000000BF0000003F000000BF000000800000803F000000BF00000000000000400000803F0000803F00000000000080BF000000C00000003F"> : tensor<1x2x5x7xf32>
  %avg_pool_rest_got = call @avg_pool_rest(%avg_pool_rest_in0) : (tensor<1x2x5x7xf32>) -> (tensor<1x2x2x3xf32>)
  %avg_pool_rest_0_flat = tensor.collapse_shape %avg_pool_rest_got [[0, 1, 2, 3]] : tensor<1x2x2x3xf32> into tensor<12xf32>
  %avg_pool_rest_0_want = arith.constant dense<"0x0000803E0000003E0000003E000040BF000000BF000000000000803E000080BE0000003E000080BE000080BE00000000"> : tensor<12xf32>
  %avg_pool_rest_0_any_got = tensor.cast %avg_pool_rest_0_flat : tensor<12xf32> to tensor<?xf32>
  %avg_pool_rest_0_any_want = tensor.cast %avg_pool_rest_0_want : tensor<12xf32> to tensor<?xf32>
  %avg_pool_rest_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_rest_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_rest_0 = call @count_f32(%avg_pool_rest_0_any_got, %avg_pool_rest_0_any_want, %avg_pool_rest_0_tolerance, %avg_pool_rest_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_rest "
  call @printI64(%avg_pool_rest_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_rest_in0 = arith.constant dense<"0x000080BF5D7451BFBAE822BF2FBAE8BEE9A28BBE8C2EBABD8C2EBA3DE9A28B3E2FBAE83EBAE8223F5D74513F0000803F"> : tensor<1x2x2x3xf32>
  %avg_pool_grad_rest_got = call @avg_pool_grad_rest(%avg_pool_grad_rest_in0) : (tensor<1x2x2x3xf32>) -> (tensor<1x2x5x7xf32>)
  %avg_pool_grad_rest_0_flat = tensor.collapse_shape %avg_pool_grad_rest_got [[0, 1, 2, 3]] : tensor<1x2x5x7xf32> into tensor<70xf32>
  %avg_pool_grad_rest_0_want = arith.constant dense<"0x000080BE000080BE5D7451BE5D7451BEBAE822BEBAE822BE00000000000080BE000080BE5D7451BE5D7451BEBAE822BEBAE822BE000000002FBAE8BD2FBAE8BDE9A28BBDE9A28BBD8C2EBABC8C2EBABC000000002FBAE8BD2FBAE8BDE9A28BBDE9A28BBD8C2EBABC8C2EBABC00000000000000000000000000000000000000000000000000000000000000008C2EBA3C8C2EBA3CE9A28B3DE9A28B3D2FBAE83D2FBAE83D000000008C2EBA3C8C2EBA3CE9A28B3DE9A28B3D2FBAE83D2FBAE83D00000000BAE8223EBAE8223E5D74513E5D74513E0000803E0000803E00000000BAE8223EBAE8223E5D74513E5D74513E0000803E0000803E0000000000000000000000000000000000000000000000000000000000000000"> : tensor<70xf32>
  %avg_pool_grad_rest_0_any_got = tensor.cast %avg_pool_grad_rest_0_flat : tensor<70xf32> to tensor<?xf32>
  %avg_pool_grad_rest_0_any_want = tensor.cast %avg_pool_grad_rest_0_want : tensor<70xf32> to tensor<?xf32>
  %avg_pool_grad_rest_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_grad_rest_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_rest_0 = call @count_f32(%avg_pool_grad_rest_0_any_got, %avg_pool_grad_rest_0_any_want, %avg_pool_grad_rest_0_tolerance, %avg_pool_grad_rest_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_grad_rest "
  call @printI64(%avg_pool_grad_rest_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_overlapping_in0 = arith.constant dense<"0x000000BF00000000000000800000C0BF0000003F000000800000003F000080BF0000008000000080000000800000C0BF0000003F0000803F0000003F000000BF000080BF0000003F000080BF0000C03F000080BF0000003F000000C00000003F0000803F000000BF0000803F0000000000000080000080BF0000003F00000000000000400000003F0000803F0000003F000000000000C03F000000C00000803F0000008000000080000080BF000000BF0000003F0000003F0000C03F0000003F0000803F000000BF0000003F000020400000C0BF000080BF0000C0BF0000003F000080BF000000BF000080BF0000004000002040000000BF000080BF000080BF0000C03F0000C0BF000000000000C0BF000080BF0000000000000000000000BF000000BF000080BF0000003F0000003F000000BF000080BF000000BF0000003F0000C0BF000000BF0000000000000040000000BF0000803F000080BF00000080000000000000003F0000003F000000BF000000800000003F0000003F00000000000000C00000C0BF000080BF000000BF0000003F00000000000000BF000000800000803F000000BF000080BF000000C00000803F0000803F000000800000803F"> : tensor<1x2x7x8xf32>
  %max_pool_overlapping_got = call @max_pool_overlapping(%max_pool_overlapping_in0) : (tensor<1x2x7x8xf32>) -> (tensor<1x2x4x4xf32>)
  %max_pool_overlapping_0_flat = tensor.collapse_shape %max_pool_overlapping_got [[0, 1, 2, 3]] : tensor<1x2x4x4xf32> into tensor<32xf32>
  %max_pool_overlapping_0_want = arith.constant dense<"0x00000000000000000000803F0000803F0000803F0000C03F0000C03F0000803F000000400000803F0000C03F0000C03F0000803F00002040000020400000C03F0000C03F0000004000002040000000000000C03F00000040000000400000803F0000003F00000040000000400000803F0000803F000000BF0000803F0000803F"> : tensor<32xf32>
  %max_pool_overlapping_0_any_got = tensor.cast %max_pool_overlapping_0_flat : tensor<32xf32> to tensor<?xf32>
  %max_pool_overlapping_0_any_want = tensor.cast %max_pool_overlapping_0_want : tensor<32xf32> to tensor<?xf32>
  %max_pool_overlapping_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_overlapping_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_overlapping_0 = call @count_f32(%max_pool_overlapping_0_any_got, %max_pool_overlapping_0_any_want, %max_pool_overlapping_0_tolerance, %max_pool_overlapping_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_overlapping "
  call @printI64(%max_pool_overlapping_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_overlapping_in0 = arith.constant dense<"0x000000BF00000000000000800000C0BF0000003F000000800000003F000080BF0000008000000080000000800000C0BF0000003F0000803F0000003F000000BF000080BF0000003F000080BF0000C03F000080BF0000003F000000C00000003F0000803F000000BF0000803F0000000000000080000080BF0000003F00000000000000400000003F0000803F0000003F000000000000C03F000000C00000803F0000008000000080000080BF000000BF0000003F0000003F0000C03F0000003F0000803F000000BF0000003F000020400000C0BF000080BF0000C0BF0000003F000080BF000000BF000080BF0000004000002040000000BF000080BF000080BF0000C03F0000C0BF000000000000C0BF000080BF0000000000000000000000BF000000BF000080BF0000003F0000003F000000BF000080BF000000BF0000003F0000C0BF000000BF0000000000000040000000BF0000803F000080BF00000080000000000000003F0000003F000000BF000000800000003F0000003F00000000000000C00000C0BF000080BF000000BF0000003F00000000000000BF000000800000803F000000BF000080BF000000C00000803F0000803F000000800000803F"> : tensor<1x2x7x8xf32>
  %max_pool_grad_overlapping_in1 = arith.constant dense<"0x000080BFDF7B6FBFBEF75EBF9D734EBF7CEF3DBF5B6B2DBF3AE71CBF19630CBFEFBDF7BEADB5D6BE6BADB5BE29A594BECE3967BE4A2925BE8C31C6BD082104BD0821043D8C31C63D4A29253ECE39673E29A5943E6BADB53EADB5D63EEFBDF73E19630C3F3AE71C3F5B6B2D3F7CEF3D3F9D734E3FBEF75E3FDF7B6F3F0000803F"> : tensor<1x2x4x4xf32>
  %max_pool_grad_overlapping_got = call @max_pool_grad_overlapping(%max_pool_grad_overlapping_in0, %max_pool_grad_overlapping_in1) : (tensor<1x2x7x8xf32>, tensor<1x2x4x4xf32>) -> (tensor<1x2x7x8xf32>)
  %max_pool_grad_overlapping_0_flat = tensor.collapse_shape %max_pool_grad_overlapping_got [[0, 1, 2, 3]] : tensor<1x2x7x8xf32> into tensor<112xf32>
  %max_pool_grad_overlapping_0_want = arith.constant dense<"0x00000000F0BDF7BF00000000000000000000000000000000000000000000000000000000000000000000000000000000000000009D730EC000000000000000000000000000000000000000004A29A5BF000000000000000000000000000000007CEF3DBF00000000ADB5D6BE0000000000000000000000000000000000000000EFBDF7BE000000000000000000000000000000004A2925BF0000000000000000000000000000000000000000000000000000000000000000082104BD00000000CE3967BE0000000000000000082184BE000000000000000000000000000000000000000000000000000000008C31C63D4A29253E0000000000000000000000004A29A53E00000000000000000000000000000000CE39673E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008210440000000003AE79C3F00000000000000000000000019630C3F000000000000000000000000000000000000000000000000000000000000000000000000BEF75E3F000000000000000000000000000000009D734E3F000000000000000000000000DF7B6F3F0000803F0000000000000000"> : tensor<112xf32>
  %max_pool_grad_overlapping_0_any_got = tensor.cast %max_pool_grad_overlapping_0_flat : tensor<112xf32> to tensor<?xf32>
  %max_pool_grad_overlapping_0_any_want = tensor.cast %max_pool_grad_overlapping_0_want : tensor<112xf32> to tensor<?xf32>
  %max_pool_grad_overlapping_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_overlapping_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_overlapping_0 = call @count_f32(%max_pool_grad_overlapping_0_any_got, %max_pool_grad_overlapping_0_any_want, %max_pool_grad_overlapping_0_tolerance, %max_pool_grad_overlapping_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_overlapping "
  call @printI64(%max_pool_grad_overlapping_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_overlapping_in0 = arith.constant dense<"0x000000BF00000000000000800000C0BF0000003F000000800000003F000080BF0000008000000080000000800000C0BF0000003F0000803F0000003F000000BF000080BF0000003F000080BF0000C03F000080BF0000003F000000C00000003F0000803F000000BF0000803F0000000000000080000080BF0000003F00000000000000400000003F0000803F0000003F000000000000C03F000000C00000803F0000008000000080000080BF000000BF0000003F0000003F0000C03F0000003F0000803F000000BF0000003F000020400000C0BF000080BF0000C0BF0000003F000080BF000000BF000080BF0000004000002040000000BF000080BF000080BF0000C03F0000C0BF000000000000C0BF000080BF0000000000000000000000BF000000BF000080BF0000003F0000003F000000BF000080BF000000BF0000003F0000C0BF000000BF0000000000000040000000BF0000803F000080BF00000080000000000000003F0000003F000000BF000000800000003F0000003F00000000000000C00000C0BF000080BF000000BF0000003F00000000000000BF000000800000803F000000BF000080BF000000C00000803F0000803F000000800000803F"> : tensor<1x2x7x8xf32>
  %max_pool_pick_overlapping_got = call @max_pool_pick_overlapping(%max_pool_pick_overlapping_in0) : (tensor<1x2x7x8xf32>) -> (tensor<1x2x4x4xf32>)
  %max_pool_pick_overlapping_0_flat = tensor.collapse_shape %max_pool_pick_overlapping_got [[0, 1, 2, 3]] : tensor<1x2x4x4xf32> into tensor<32xf32>
  %max_pool_pick_overlapping_0_want = arith.constant dense<"0x00000000000000000000803F0000803F0000803F0000C03F0000C03F0000803F000000400000803F0000C03F0000C03F0000803F00002040000020400000C03F0000C03F0000004000002040000000000000C03F00000040000000400000803F0000003F00000040000000400000803F0000803F000000BF0000803F0000803F"> : tensor<32xf32>
  %max_pool_pick_overlapping_0_any_got = tensor.cast %max_pool_pick_overlapping_0_flat : tensor<32xf32> to tensor<?xf32>
  %max_pool_pick_overlapping_0_any_want = tensor.cast %max_pool_pick_overlapping_0_want : tensor<32xf32> to tensor<?xf32>
  %max_pool_pick_overlapping_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_pick_overlapping_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_overlapping_0 = call @count_f32(%max_pool_pick_overlapping_0_any_got, %max_pool_pick_overlapping_0_any_want, %max_pool_pick_overlapping_0_tolerance, %max_pool_pick_overlapping_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_pick_overlapping "
  call @printI64(%max_pool_pick_overlapping_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_overlapping_in0 = arith.constant dense<"0x000000BF00000000000000800000C0BF0000003F000000800000003F000080BF0000008000000080000000800000C0BF0000003F0000803F0000003F000000BF000080BF0000003F000080BF0000C03F000080BF0000003F000000C00000003F0000803F000000BF0000803F0000000000000080000080BF0000003F00000000000000400000003F0000803F0000003F000000000000C03F000000C00000803F0000008000000080000080BF000000BF0000003F0000003F0000C03F0000003F0000803F000000BF0000003F000020400000C0BF000080BF0000C0BF0000003F000080BF000000BF000080BF0000004000002040000000BF000080BF000080BF0000C03F0000C0BF000000000000C0BF000080BF0000000000000000000000BF000000BF000080BF0000003F0000003F000000BF000080BF000000BF0000003F0000C0BF000000BF0000000000000040000000BF0000803F000080BF00000080000000000000003F0000003F000000BF000000800000003F0000003F00000000000000C00000C0BF000080BF000000BF0000003F00000000000000BF000000800000803F000000BF000080BF000000C00000803F0000803F000000800000803F"> : tensor<1x2x7x8xf32>
  %avg_pool_overlapping_got = call @avg_pool_overlapping(%avg_pool_overlapping_in0) : (tensor<1x2x7x8xf32>) -> (tensor<1x2x4x4xf32>)
  %avg_pool_overlapping_0_flat = tensor.collapse_shape %avg_pool_overlapping_got [[0, 1, 2, 3]] : tensor<1x2x4x4xf32> into tensor<32xf32>
  %avg_pool_overlapping_0_want = arith.constant dense<"0x398E63BDABAAAABE398EE3BD398E633D000000000000000000000000398E63BDABAAAA3E398EE33DABAA2A3EE4388E3E398E633D398EE33D398E633D398E633DABAA2ABEE4388EBEABAA2A3EABAAAABE721CC7BEABAA2ABE398EE3BDABAA2ABEE4380EBF398EE3BDE4388E3E398E633DABAAAABE8EE338BF00000000ABAA2A3E"> : tensor<32xf32>
  %avg_pool_overlapping_0_any_got = tensor.cast %avg_pool_overlapping_0_flat : tensor<32xf32> to tensor<?xf32>
  %avg_pool_overlapping_0_any_want = tensor.cast %avg_pool_overlapping_0_want : tensor<32xf32> to tensor<?xf32>
  %avg_pool_overlapping_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_overlapping_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_overlapping_0 = call @count_f32(%avg_pool_overlapping_0_any_got, %avg_pool_overlapping_0_any_want, %avg_pool_overlapping_0_tolerance, %avg_pool_overlapping_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_overlapping "
  call @printI64(%avg_pool_overlapping_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_overlapping_in0 = arith.constant dense<"0x000080BFDF7B6FBFBEF75EBF9D734EBF7CEF3DBF5B6B2DBF3AE71CBF19630CBFEFBDF7BEADB5D6BE6BADB5BE29A594BECE3967BE4A2925BE8C31C6BD082104BD0821043D8C31C63D4A29253ECE39673E29A5943E6BADB53EADB5D63EEFBDF73E19630C3F3AE71C3F5B6B2D3F7CEF3D3F9D734E3FBEF75E3FDF7B6F3F0000803F"> : tensor<1x2x4x4xf32>
  %avg_pool_grad_overlapping_got = call @avg_pool_grad_overlapping(%avg_pool_grad_overlapping_in0) : (tensor<1x2x4x4xf32>) -> (tensor<1x2x7x8xf32>)
  %avg_pool_grad_overlapping_0_flat = tensor.collapse_shape %avg_pool_grad_overlapping_got [[0, 1, 2, 3]] : tensor<1x2x7x8xf32> into tensor<112xf32>
  %avg_pool_grad_overlapping_0_want = arith.constant dense<"0x398EE3BD0E375CBEE3DFD4BDB8884DBE8C31C6BD61DA3EBE3683B7BD3683B7BD8C3146BE61DABEBE368337BE0B2CB0BEE0D428BEB57DA1BE8A261ABE8A261ABEE0D4A8BDB57D21BE8A269ABD5FCF12BE34788BBD082104BEBB9379BDBB9379BD33780BBE082184BEBA93F9BD64E56ABE0E37DCBDB8884DBE61DABEBD61DABEBD0D375CBDB788CDBD61DA3EBD0B2CB0BDB47D21BD5ECF92BD082104BD082104BDB47DA1BD5ECF12BE082184BD64E5EABDB7884DBD0B2CB0BD5ECF12BD5ECF12BDB788CDBC0B2C30BD5ECF92BC64E5EABC0B2C30BC64E56ABC64E56ABB64E56ABB64E56A3B64E56A3C0B2C303C64E5EA3C5ECF923C0B2C303DB788CD3CB788CD3C5ECF123D0B2CB03DB7884D3D64E5EA3D0821843D5ECF123EB47DA13DB47DA13D0821043D5ECF923DB47D213D0B2CB03D61DA3E3DB788CD3D0D375C3D0D375C3D61DABE3DB8884D3E0E37DC3D64E56A3EBA93F93D0821843E33780B3E33780B3EBB93793D0821043E34788B3D5FCF123E8A269A3DB57D213EE0D4A83DE0D4A83D8A261A3EB57DA13EE0D4283E0B2CB03E3683373E61DABE3E8C31463E8C31463E3683B73D61DA3E3E8C31C63DB8884D3EE3DFD43D0E375C3E398EE33D398EE33D"> : tensor<112xf32>
  %avg_pool_grad_overlapping_0_any_got = tensor.cast %avg_pool_grad_overlapping_0_flat : tensor<112xf32> to tensor<?xf32>
  %avg_pool_grad_overlapping_0_any_want = tensor.cast %avg_pool_grad_overlapping_0_want : tensor<112xf32> to tensor<?xf32>
  %avg_pool_grad_overlapping_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_grad_overlapping_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_overlapping_0 = call @count_f32(%avg_pool_grad_overlapping_0_any_got, %avg_pool_grad_overlapping_0_any_want, %avg_pool_grad_overlapping_0_tolerance, %avg_pool_grad_overlapping_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_grad_overlapping "
  call @printI64(%avg_pool_grad_overlapping_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_overlapping_f16_in0 = arith.constant dense<"0x00BC00BC00B800B800BE00B800B800B800800000003C00B800B8004000C000C000BC00B8003C0080003E00B800B80038000000B8003800C000800038000000C0003800B8003C00B8003C00BE003800800038008000BE0040003C00B8003800B800BC003E003E003C004000BE00BC003C00B800B8003C00B8008000C0000000400080003C004000B800BC003C0000003800B800B800380080008000C000B800BC00380000003C00B8003C00380080003C00B8003E00C0003C003800C100BE003E0038003C004100BC003C00B800BC003E003800C1003C0000003E0000000000C0"> : tensor<1x2x7x8xf16>
  %max_pool_overlapping_f16_got = call @max_pool_overlapping_f16(%max_pool_overlapping_f16_in0) : (tensor<1x2x7x8xf16>) -> (tensor<1x2x4x4xf16>)
  %max_pool_overlapping_f16_0_flat = tensor.collapse_shape %max_pool_overlapping_f16_got [[0, 1, 2, 3]] : tensor<1x2x4x4xf16> into tensor<32xf16>
  %max_pool_overlapping_f16_0_want = arith.constant dense<"0x0080003C004000400080003C004000400038004000400038003E00400040003C003C0040003C0040003C0040003C003C003E0041003C003E003C0041003E003E"> : tensor<32xf16>
  %max_pool_overlapping_f16_0_any_got = tensor.cast %max_pool_overlapping_f16_0_flat : tensor<32xf16> to tensor<?xf16>
  %max_pool_overlapping_f16_0_any_want = tensor.cast %max_pool_overlapping_f16_0_want : tensor<32xf16> to tensor<?xf16>
  %max_pool_overlapping_f16_0_tolerance = arith.constant 1.000000e-03 : f64
  %max_pool_overlapping_f16_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_overlapping_f16_0 = call @count_f16(%max_pool_overlapping_f16_0_any_got, %max_pool_overlapping_f16_0_any_want, %max_pool_overlapping_f16_0_tolerance, %max_pool_overlapping_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "max_pool_overlapping_f16 "
  call @printI64(%max_pool_overlapping_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_overlapping_f16_in0 = arith.constant dense<"0x00BC00BC00B800B800BE00B800B800B800800000003C00B800B8004000C000C000BC00B8003C0080003E00B800B80038000000B8003800C000800038000000C0003800B8003C00B8003C00BE003800800038008000BE0040003C00B8003800B800BC003E003E003C004000BE00BC003C00B800B8003C00B8008000C0000000400080003C004000B800BC003C0000003800B800B800380080008000C000B800BC00380000003C00B8003C00380080003C00B8003E00C0003C003800C100BE003E0038003C004100BC003C00B800BC003E003800C1003C0000003E0000000000C0"> : tensor<1x2x7x8xf16>
  %max_pool_grad_overlapping_f16_in1 = arith.constant dense<"0x00BC7CBBF8BA74BAEFB96BB9E7B863B8BEB7B6B6ADB5A5B43AB329B132AE21A82128322E29313A33A534AD35B636BE376338E7386B39EF39743AF83A7C3B003C"> : tensor<1x2x4x4xf16>
  %max_pool_grad_overlapping_f16_got = call @max_pool_grad_overlapping_f16(%max_pool_grad_overlapping_f16_in0, %max_pool_grad_overlapping_f16_in1) : (tensor<1x2x7x8xf16>, tensor<1x2x4x4xf16>) -> (tensor<1x2x7x8xf16>)
  %max_pool_grad_overlapping_f16_0_flat = tensor.collapse_shape %max_pool_grad_overlapping_f16_got [[0, 1, 2, 3]] : tensor<1x2x7x8xf16> into tensor<112xf16>
  %max_pool_grad_overlapping_f16_0_want = arith.constant dense<"0x00000000000000000000000000000000F8BE000074BE00000000AEC1000000000000000000000000000000000000000000000000000000000000A5B400000000BEB7000000000000000000000000000000000000000021BC000000000000000000003AB30000000000000000000021A800000000000000000000000000003A33000029353A3700000000423C000000000000000000000000000000000000000000000000000000006B390000000000000000633800000000000000000000EF390000743AF03D0000000000000000003C00000000000000007C3B000000000000"> : tensor<112xf16>
  %max_pool_grad_overlapping_f16_0_any_got = tensor.cast %max_pool_grad_overlapping_f16_0_flat : tensor<112xf16> to tensor<?xf16>
  %max_pool_grad_overlapping_f16_0_any_want = tensor.cast %max_pool_grad_overlapping_f16_0_want : tensor<112xf16> to tensor<?xf16>
  %max_pool_grad_overlapping_f16_0_tolerance = arith.constant 1.000000e-03 : f64
  %max_pool_grad_overlapping_f16_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_overlapping_f16_0 = call @count_f16(%max_pool_grad_overlapping_f16_0_any_got, %max_pool_grad_overlapping_f16_0_any_want, %max_pool_grad_overlapping_f16_0_tolerance, %max_pool_grad_overlapping_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "max_pool_grad_overlapping_f16 "
  call @printI64(%max_pool_grad_overlapping_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_overlapping_f16_in0 = arith.constant dense<"0x00BC00BC00B800B800BE00B800B800B800800000003C00B800B8004000C000C000BC00B8003C0080003E00B800B80038000000B8003800C000800038000000C0003800B8003C00B8003C00BE003800800038008000BE0040003C00B8003800B800BC003E003E003C004000BE00BC003C00B800B8003C00B8008000C0000000400080003C004000B800BC003C0000003800B800B800380080008000C000B800BC00380000003C00B8003C00380080003C00B8003E00C0003C003800C100BE003E0038003C004100BC003C00B800BC003E003800C1003C0000003E0000000000C0"> : tensor<1x2x7x8xf16>
  %max_pool_pick_overlapping_f16_got = call @max_pool_pick_overlapping_f16(%max_pool_pick_overlapping_f16_in0) : (tensor<1x2x7x8xf16>) -> (tensor<1x2x4x4xf16>)
  %max_pool_pick_overlapping_f16_0_flat = tensor.collapse_shape %max_pool_pick_overlapping_f16_got [[0, 1, 2, 3]] : tensor<1x2x4x4xf16> into tensor<32xf16>
  %max_pool_pick_overlapping_f16_0_want = arith.constant dense<"0x0080003C004000400080003C004000400038004000400038003E00400040003C003C0040003C0040003C0040003C003C003E0041003C003E003C0041003E003E"> : tensor<32xf16>
  %max_pool_pick_overlapping_f16_0_any_got = tensor.cast %max_pool_pick_overlapping_f16_0_flat : tensor<32xf16> to tensor<?xf16>
  %max_pool_pick_overlapping_f16_0_any_want = tensor.cast %max_pool_pick_overlapping_f16_0_want : tensor<32xf16> to tensor<?xf16>
  %max_pool_pick_overlapping_f16_0_tolerance = arith.constant 1.000000e-03 : f64
  %max_pool_pick_overlapping_f16_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_overlapping_f16_0 = call @count_f16(%max_pool_pick_overlapping_f16_0_any_got, %max_pool_pick_overlapping_f16_0_any_want, %max_pool_pick_overlapping_f16_0_tolerance, %max_pool_pick_overlapping_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "max_pool_pick_overlapping_f16 "
  call @printI64(%max_pool_pick_overlapping_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_overlapping_f16_in0 = arith.constant dense<"0x00BC00BC00B800B800BE00B800B800B800800000003C00B800B8004000C000C000BC00B8003C0080003E00B800B80038000000B8003800C000800038000000C0003800B8003C00B8003C00BE003800800038008000BE0040003C00B8003800B800BC003E003E003C004000BE00BC003C00B800B8003C00B8008000C0000000400080003C004000B800BC003C0000003800B800B800380080008000C000B800BC00380000003C00B8003C00380080003C00B8003E00C0003C003800C100BE003E0038003C004100BC003C00B800BC003E003800C1003C0000003E0000000000C0"> : tensor<1x2x7x8xf16>
  %avg_pool_overlapping_f16_got = call @avg_pool_overlapping_f16(%avg_pool_overlapping_f16_in0) : (tensor<1x2x7x8xf16>) -> (tensor<1x2x4x4xf16>)
  %avg_pool_overlapping_f16_0_flat = tensor.collapse_shape %avg_pool_overlapping_f16_got [[0, 1, 2, 3]] : tensor<1x2x4x4xf16> into tensor<32xf16>
  %avg_pool_overlapping_f16_0_want = arith.constant dense<"0x1CB355B155B139B61CB31CAF1C2B1CB7000055B1000055B51C2F00381C371CB30000723455B555311C2B553555B11CAB553539361CAB1CAF1CAB1C2F1C2F1CB3"> : tensor<32xf16>
  %avg_pool_overlapping_f16_0_any_got = tensor.cast %avg_pool_overlapping_f16_0_flat : tensor<32xf16> to tensor<?xf16>
  %avg_pool_overlapping_f16_0_any_want = tensor.cast %avg_pool_overlapping_f16_0_want : tensor<32xf16> to tensor<?xf16>
  %avg_pool_overlapping_f16_0_tolerance = arith.constant 1.000000e-03 : f64
  %avg_pool_overlapping_f16_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_overlapping_f16_0 = call @count_f16(%avg_pool_overlapping_f16_0_any_got, %avg_pool_overlapping_f16_0_any_want, %avg_pool_overlapping_f16_0_tolerance, %avg_pool_overlapping_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "avg_pool_overlapping_f16 "
  call @printI64(%avg_pool_overlapping_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_overlapping_f16_in0 = arith.constant dense<"0x00BC7CBBF8BA74BAEFB96BB9E7B863B8BEB7B6B6ADB5A5B43AB329B132AE21A82128322E29313A33A534AD35B636BE376338E7386B39EF39743AF83A7C3B003C"> : tensor<1x2x4x4xf16>
  %avg_pool_grad_overlapping_f16_got = call @avg_pool_grad_overlapping_f16(%avg_pool_grad_overlapping_f16_in0) : (tensor<1x2x4x4xf16>) -> (tensor<1x2x7x8xf16>)
  %avg_pool_grad_overlapping_f16_0_flat = tensor.collapse_shape %avg_pool_grad_overlapping_f16_got [[0, 1, 2, 3]] : tensor<1x2x7x8xf16> into tensor<112xf16>
  %avg_pool_grad_overlapping_f16_0_want = arith.constant dense<"0x1CAFE2B2A7AE6CB232AEF7B1BCADBCAD31B2F7B5BCB181B547B10CB5D1B0D1B046AD0CB1D1AC96B05CAC21B0CCABCCAB5CB021B4CCAF57B3E1AE6CB2F7ADF7ADE2AA6CAEF7A981AD0CA996AC21A821A80CAD97B021AC57AF6CAA81AD96A896A86CA681A996A457A782A158A3579B579B571B582382215727962481296C266C269628812D6C2A572F212C97300C2D0C2D2128962C0C29812DF7296C2EE22AE22AF72D6C32E12E5733CC2F21345C305C30CC2B21305C2C9630D12C0C31462D462DD1300C3547318135BC31F73531323132BC2DF731322E6C32A72EE2321C2F1C2F"> : tensor<112xf16>
  %avg_pool_grad_overlapping_f16_0_any_got = tensor.cast %avg_pool_grad_overlapping_f16_0_flat : tensor<112xf16> to tensor<?xf16>
  %avg_pool_grad_overlapping_f16_0_any_want = tensor.cast %avg_pool_grad_overlapping_f16_0_want : tensor<112xf16> to tensor<?xf16>
  %avg_pool_grad_overlapping_f16_0_tolerance = arith.constant 1.000000e-03 : f64
  %avg_pool_grad_overlapping_f16_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_overlapping_f16_0 = call @count_f16(%avg_pool_grad_overlapping_f16_0_any_got, %avg_pool_grad_overlapping_f16_0_any_want, %avg_pool_grad_overlapping_f16_0_tolerance, %avg_pool_grad_overlapping_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "avg_pool_grad_overlapping_f16 "
  call @printI64(%avg_pool_grad_overlapping_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_uneven_in0 = arith.constant dense<"0x0000C0BF00000000000000000000003F00000080000000400000003F000000C00000803F000000BF000000BF000000800000803F000000BF00000000000080BF000080BF000000BF000000000000C03F000020C00000003F0000003F0000003F000080BF000000800000003F0000C03F000080BF0000803F00000080000000000000803F000000000000C03F0000803F000000BF0000C0BF000000BF0000803F0000003F000000C000002040000080BF0000003F000000BF0000003F000000BF000080BF0000003F0000003F000000BF000000BF000060C00000803F0000003F00000000000080BF0000000000000080000080BF0000C03F0000003F000000800000C03F0000C03F0000803F000000400000803F0000803F00000000000000C00000803F000000800000C03F00000080000080BF0000000000000080000080BF000080BF000000BF0000003F000000BF0000003F000000C000000080000000400000003F000000BF000020C0000000000000003F000080BF00000080000020C00000C03F0000003F000080BF000000BF000000BF0000803F000000BF00000000000000BF0000803F000000800000C03F00000080000000BF0000C0BF0000003F0000803F000000C0000080BF0000803F000000C00000803F0000803F000000400000003F000000BF000080BF0000C0BF000000000000C03F0000C03F000080BF000080BF0000003F0000C03F0000003F000000BF000080BF0000C03F000080BF000000800000C03F0000003F0000003F0000C0BF000000BF0000803F000080BF"> : tensor<1x2x9x8xf32>
  %max_pool_uneven_got = call @max_pool_uneven(%max_pool_uneven_in0) : (tensor<1x2x9x8xf32>) -> (tensor<1x2x9x3xf32>)
  %max_pool_uneven_0_flat = tensor.collapse_shape %max_pool_uneven_got [[0, 1, 2, 3]] : tensor<1x2x9x3xf32> into tensor<54xf32>
  %max_pool_uneven_0_want = arith.constant dense<"0x0000803F0000803F0000003F0000803F0000C03F0000003F0000803F0000C03F0000003F0000803F0000C03F0000803F0000803F0000C03F0000803F0000803F0000803F0000803F0000003F0000003F0000803F0000C03F000000400000803F0000C03F000000400000003F0000803F0000003F000000400000803F0000003F000000400000C03F0000003F000000400000C03F0000C03F0000003F0000C03F0000C03F000000400000803F0000C03F000000400000803F0000803F000000400000C03F0000003F0000C03F0000C03F0000003F0000C03F"> : tensor<54xf32>
  %max_pool_uneven_0_any_got = tensor.cast %max_pool_uneven_0_flat : tensor<54xf32> to tensor<?xf32>
  %max_pool_uneven_0_any_want = tensor.cast %max_pool_uneven_0_want : tensor<54xf32> to tensor<?xf32>
  %max_pool_uneven_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_uneven_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_uneven_0 = call @count_f32(%max_pool_uneven_0_any_got, %max_pool_uneven_0_any_want, %max_pool_uneven_0_tolerance, %max_pool_uneven_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_uneven "
  call @printI64(%max_pool_uneven_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_uneven_in0 = arith.constant dense<"0x0000C0BF00000000000000000000003F00000080000000400000003F000000C00000803F000000BF000000BF000000800000803F000000BF00000000000080BF000080BF000000BF000000000000C03F000020C00000003F0000003F0000003F000080BF000000800000003F0000C03F000080BF0000803F00000080000000000000803F000000000000C03F0000803F000000BF0000C0BF000000BF0000803F0000003F000000C000002040000080BF0000003F000000BF0000003F000000BF000080BF0000003F0000003F000000BF000000BF000060C00000803F0000003F00000000000080BF0000000000000080000080BF0000C03F0000003F000000800000C03F0000C03F0000803F000000400000803F0000803F00000000000000C00000803F000000800000C03F00000080000080BF0000000000000080000080BF000080BF000000BF0000003F000000BF0000003F000000C000000080000000400000003F000000BF000020C0000000000000003F000080BF00000080000020C00000C03F0000003F000080BF000000BF000000BF0000803F000000BF00000000000000BF0000803F000000800000C03F00000080000000BF0000C0BF0000003F0000803F000000C0000080BF0000803F000000C00000803F0000803F000000400000003F000000BF000080BF0000C0BF000000000000C03F0000C03F000080BF000080BF0000003F0000C03F0000003F000000BF000080BF0000C03F000080BF000000800000C03F0000003F0000003F0000C0BF000000BF0000803F000080BF"> : tensor<1x2x9x8xf32>
  %max_pool_grad_uneven_in1 = arith.constant dense<"0x000080BFF25676BFE3AD6CBFD50463BFC65B59BFB8B24FBFA90946BF9B603CBF8CB732BF7E0E29BF6F651FBF61BC15BF52130CBF446A02BF6A82F1BE4D30DEBE30DECABE138CB7BEF639A4BED9E790BE792B7BBE3F8754BE05E32DBECB3E07BE2235C1BD5CD967BDE8909ABCE8909A3C5CD9673D2235C13DCB3E073E05E32D3E3F87543E792B7B3ED9E7903EF639A43E138CB73E30DECA3E4D30DE3E6A82F13E446A023F52130C3F61BC153F6F651F3F7E0E293F8CB7323F9B603C3FA909463FB8B24F3FC65B593FD504633FE3AD6C3FF256763F0000803F"> : tensor<1x2x9x3xf32>
  %max_pool_grad_uneven_got = call @max_pool_grad_uneven(%max_pool_grad_uneven_in0, %max_pool_grad_uneven_in1) : (tensor<1x2x9x8xf32>, tensor<1x2x9x3xf32>) -> (tensor<1x2x9x8xf32>)
  %max_pool_grad_uneven_0_flat = tensor.collapse_shape %max_pool_grad_uneven_got [[0, 1, 2, 3]] : tensor<1x2x9x8xf32> into tensor<144xf32>
  %max_pool_grad_uneven_0_want = arith.constant dense<"0x0000000000000000000000000000000000000000000000004E30DEBF00000000A0432AC0000000000000000000000000F25676BF00000000000000000000000000000000000000000000000074480DC000000000000000008CB732BF00000000000000000000000000000000446A02BF00000000000000000000000000000000FB1CD2BF000000000000000030DECABE000000000000000000000000D021B5BFF639A4BE000000000000000000000000D9E790BE0000000000000000000000000000000000000000000000000000000000000000000000002235C1BE00000000000000000000000000000000000000000000000000000000E8909ABC00000000E8909ABE00000000000000005CD967BE00000000000000000000000000000000E8901A3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000446A023F00000000000000006F651F3F00000000000000000000000000000000000000000000000000000000000000000EA9893F000000000000000000000000000000000000000000000000000000000000000061BC153F00000000669FC33F0000000000000000000000004D30DE3E8CB7323F00000000000000009B603C3F000000000000000000000000BC95FD3F000000000000000000000000000000000000000000000000D504633F000000000000000000000000000000005CD9E73F00000000000000000000803F00000000000000004E30DE3F000000000000000000000000000000000000000000000000"> : tensor<144xf32>
  %max_pool_grad_uneven_0_any_got = tensor.cast %max_pool_grad_uneven_0_flat : tensor<144xf32> to tensor<?xf32>
  %max_pool_grad_uneven_0_any_want = tensor.cast %max_pool_grad_uneven_0_want : tensor<144xf32> to tensor<?xf32>
  %max_pool_grad_uneven_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_uneven_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_uneven_0 = call @count_f32(%max_pool_grad_uneven_0_any_got, %max_pool_grad_uneven_0_any_want, %max_pool_grad_uneven_0_tolerance, %max_pool_grad_uneven_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_uneven "
  call @printI64(%max_pool_grad_uneven_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_uneven_in0 = arith.constant dense<"0x0000C0BF00000000000000000000003F00000080000000400000003F000000C00000803F000000BF000000BF000000800000803F000000BF00000000000080BF000080BF000000BF000000000000C03F000020C00000003F0000003F0000003F000080BF000000800000003F0000C03F000080BF0000803F00000080000000000000803F000000000000C03F0000803F000000BF0000C0BF000000BF0000803F0000003F000000C000002040000080BF0000003F000000BF0000003F000000BF000080BF0000003F0000003F000000BF000000BF000060C00000803F0000003F00000000000080BF0000000000000080000080BF0000C03F0000003F000000800000C03F0000C03F0000803F000000400000803F0000803F00000000000000C00000803F000000800000C03F00000080000080BF0000000000000080000080BF000080BF000000BF0000003F000000BF0000003F000000C000000080000000400000003F000000BF000020C0000000000000003F000080BF00000080000020C00000C03F0000003F000080BF000000BF000000BF0000803F000000BF00000000000000BF0000803F000000800000C03F00000080000000BF0000C0BF0000003F0000803F000000C0000080BF0000803F000000C00000803F0000803F000000400000003F000000BF000080BF0000C0BF000000000000C03F0000C03F000080BF000080BF0000003F0000C03F0000003F000000BF000080BF0000C03F000080BF000000800000C03F0000003F0000003F0000C0BF000000BF0000803F000080BF"> : tensor<1x2x9x8xf32>
  %max_pool_pick_uneven_got = call @max_pool_pick_uneven(%max_pool_pick_uneven_in0) : (tensor<1x2x9x8xf32>) -> (tensor<1x2x9x3xf32>)
  %max_pool_pick_uneven_0_flat = tensor.collapse_shape %max_pool_pick_uneven_got [[0, 1, 2, 3]] : tensor<1x2x9x3xf32> into tensor<54xf32>
  %max_pool_pick_uneven_0_want = arith.constant dense<"0x0000803F0000803F0000003F0000803F0000C03F0000003F0000803F0000C03F0000003F0000803F0000C03F0000803F0000803F0000C03F0000803F0000803F0000803F0000803F0000003F0000003F0000803F0000C03F000000400000803F0000C03F000000400000003F0000803F0000003F000000400000803F0000003F000000400000C03F0000003F000000400000C03F0000C03F0000003F0000C03F0000C03F000000400000803F0000C03F000000400000803F0000803F000000400000C03F0000003F0000C03F0000C03F0000003F0000C03F"> : tensor<54xf32>
  %max_pool_pick_uneven_0_any_got = tensor.cast %max_pool_pick_uneven_0_flat : tensor<54xf32> to tensor<?xf32>
  %max_pool_pick_uneven_0_any_want = tensor.cast %max_pool_pick_uneven_0_want : tensor<54xf32> to tensor<?xf32>
  %max_pool_pick_uneven_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_pick_uneven_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_uneven_0 = call @count_f32(%max_pool_pick_uneven_0_any_got, %max_pool_pick_uneven_0_any_want, %max_pool_pick_uneven_0_tolerance, %max_pool_pick_uneven_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_pick_uneven "
  call @printI64(%max_pool_pick_uneven_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_uneven_in0 = arith.constant dense<"0x0000C0BF00000000000000000000003F00000080000000400000003F000000C00000803F000000BF000000BF000000800000803F000000BF00000000000080BF000080BF000000BF000000000000C03F000020C00000003F0000003F0000003F000080BF000000800000003F0000C03F000080BF0000803F00000080000000000000803F000000000000C03F0000803F000000BF0000C0BF000000BF0000803F0000003F000000C000002040000080BF0000003F000000BF0000003F000000BF000080BF0000003F0000003F000000BF000000BF000060C00000803F0000003F00000000000080BF0000000000000080000080BF0000C03F0000003F000000800000C03F0000C03F0000803F000000400000803F0000803F00000000000000C00000803F000000800000C03F00000080000080BF0000000000000080000080BF000080BF000000BF0000003F000000BF0000003F000000C000000080000000400000003F000000BF000020C0000000000000003F000080BF00000080000020C00000C03F0000003F000080BF000000BF000000BF0000803F000000BF00000000000000BF0000803F000000800000C03F00000080000000BF0000C0BF0000003F0000803F000000C0000080BF0000803F000000C00000803F0000803F000000400000003F000000BF000080BF0000C0BF000000000000C03F0000C03F000080BF000080BF0000003F0000C03F0000003F000000BF000080BF0000C03F000080BF000000800000C03F0000003F0000003F0000C0BF000000BF0000803F000080BF"> : tensor<1x2x9x8xf32>
  %avg_pool_uneven_got = call @avg_pool_uneven(%avg_pool_uneven_in0) : (tensor<1x2x9x8xf32>) -> (tensor<1x2x9x3xf32>)
  %avg_pool_uneven_0_flat = tensor.collapse_shape %avg_pool_uneven_got [[0, 1, 2, 3]] : tensor<1x2x9x3xf32> into tensor<54xf32>
  %avg_pool_uneven_0_want = arith.constant dense<"0xABAA2ABE0000803E5555D5BE5555D5BEABAAAA3D000080BEABAAAABEABAAAA3D00000000000080BE000000000000803E000080BEABAAAA3DABAAAA3DABAA2ABEABAA2ABEABAAAA3E000000BF5555D5BEABAAAA3E0000803EABAA2A3E00000000ABAAAA3EABAAAA3E000080BEABAAAABDABAA2ABEABAA2A3EABAAAABDABAAAABD000080BEABAAAA3DABAAAABDABAA2ABE5555D53EABAA2A3EABAA2ABF0000803EABAAAABD0000803EABAAAABDABAA2ABE5555D53E000080BE5555D5BEABAA2A3FABAA2A3E5555D5BEABAA2A3EABAA2A3EABAA2ABEABAAAA3D"> : tensor<54xf32>
  %avg_pool_uneven_0_any_got = tensor.cast %avg_pool_uneven_0_flat : tensor<54xf32> to tensor<?xf32>
  %avg_pool_uneven_0_any_want = tensor.cast %avg_pool_uneven_0_want : tensor<54xf32> to tensor<?xf32>
  %avg_pool_uneven_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_uneven_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_uneven_0 = call @count_f32(%avg_pool_uneven_0_any_got, %avg_pool_uneven_0_any_want, %avg_pool_uneven_0_tolerance, %avg_pool_uneven_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_uneven "
  call @printI64(%avg_pool_uneven_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_uneven_in0 = arith.constant dense<"0x000080BFF25676BFE3AD6CBFD50463BFC65B59BFB8B24FBFA90946BF9B603CBF8CB732BF7E0E29BF6F651FBF61BC15BF52130CBF446A02BF6A82F1BE4D30DEBE30DECABE138CB7BEF639A4BED9E790BE792B7BBE3F8754BE05E32DBECB3E07BE2235C1BD5CD967BDE8909ABCE8909A3C5CD9673D2235C13DCB3E073E05E32D3E3F87543E792B7B3ED9E7903EF639A43E138CB73E30DECA3E4D30DE3E6A82F13E446A023F52130C3F61BC153F6F651F3F7E0E293F8CB7323F9B603C3FA909463FB8B24F3FC65B593FD504633FE3AD6C3FF256763F0000803F"> : tensor<1x2x9x3xf32>
  %avg_pool_grad_uneven_got = call @avg_pool_grad_uneven(%avg_pool_grad_uneven_in0) : (tensor<1x2x9x3xf32>) -> (tensor<1x2x9x8xf32>)
  %avg_pool_grad_uneven_0_flat = tensor.collapse_shape %avg_pool_grad_uneven_got [[0, 1, 2, 3]] : tensor<1x2x9x8xf32> into tensor<144xf32>
  %avg_pool_grad_uneven_0_want = arith.constant dense<"0x9C01A1BE9C01A1BE00000000E8909ABEE8909ABE00000000342094BE342094BED504E3BED504E3BE00000000C65BD9BEC65BD9BE00000000B8B2CFBEB8B2CFBEA909C6BEA909C6BE000000009B60BCBE9B60BCBE000000008CB7B2BE8CB7B2BE7E0EA9BE7E0EA9BE000000006F659FBE6F659FBE0000000061BC95BE61BC95BE52138CBE52138CBE00000000446A82BE446A82BE000000006A8271BE6A8271BE4D305EBE4D305EBE0000000030DE4ABE30DE4ABE00000000138C37BE138C37BEF63924BEF63924BE00000000D9E710BED9E710BE00000000792BFBBD792BFBBD3F87D4BD3F87D4BD0000000005E3ADBD05E3ADBD00000000CB3E87BDCB3E87BD8B164EBD8B164EBD00000000E8901ABDE8901ABD000000008B16CEBC8B16CEBC8B16CE3C8B16CE3C00000000E8901A3DE8901A3D000000008B164E3D8B164E3DCB3E873DCB3E873D0000000005E3AD3D05E3AD3D000000003F87D43D3F87D43D792BFB3D792BFB3D00000000D9E7103ED9E7103E00000000F639243EF639243E138C373E138C373E0000000030DE4A3E30DE4A3E000000004D305E3E4D305E3E6A82713E6A82713E00000000446A823E446A823E0000000052138C3E52138C3E61BC953E61BC953E000000006F659F3E6F659F3E000000007E0EA93E7E0EA93E8CB7B23E8CB7B23E000000009B60BC3E9B60BC3E00000000A909C63EA909C63EB8B2CF3EB8B2CF3E00000000C65BD93EC65BD93E00000000D504E33ED504E33E3420943E3420943E00000000E8909A3EE8909A3E000000009C01A13E9C01A13E"> : tensor<144xf32>
  %avg_pool_grad_uneven_0_any_got = tensor.cast %avg_pool_grad_uneven_0_flat : tensor<144xf32> to tensor<?xf32>
  %avg_pool_grad_uneven_0_any_want = tensor.cast %avg_pool_grad_uneven_0_want : tensor<144xf32> to tensor<?xf32>
  %avg_pool_grad_uneven_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_grad_uneven_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_uneven_0 = call @count_f32(%avg_pool_grad_uneven_0_any_got, %avg_pool_grad_uneven_0_any_want, %avg_pool_grad_uneven_0_tolerance, %avg_pool_grad_uneven_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_grad_uneven "
  call @printI64(%avg_pool_grad_uneven_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_whole_in0 = arith.constant dense<"0x000000BF0000803F0000803F00000080000000BF0000803F000080BF0000003F0000003F0000003F000000BF0000C0BF00000080000080BF00000040000000BF0000803F000040400000803F0000003F0000003F000000BF0000C0BF0000803F000000800000C03F0000803F00000000000080BF00000000000000000000003F0000803F0000C03F00000000000000BF0000803F000080BF000000800000803F000000BF0000C03F0000C0BF000000BF0000003F000000BF0000C0BF00000040000000C00000C03F0000C03F000000000000003F0000003F000000000000C0BF000000BF000000BF000000BF0000003F000000BF0000803F000000BF000000800000003F000080BF000080BF00000080000000000000C0BF000080BF0000003F0000C0BF0000003F000000BF0000008000000080000080BF000000BF0000003F00000000000000C0000000800000803F000080BF000020C0000020C00000003F0000003F0000803F000000400000803F00000000000000BF00000000000000BF000080BF000000400000003F00000000"> : tensor<2x2x5x5xf32>
  %max_pool_whole_got = call @max_pool_whole(%max_pool_whole_in0) : (tensor<2x2x5x5xf32>) -> (tensor<2x2x1x1xf32>)
  %max_pool_whole_0_flat = tensor.collapse_shape %max_pool_whole_got [[0, 1, 2, 3]] : tensor<2x2x1x1xf32> into tensor<4xf32>
  %max_pool_whole_0_want = arith.constant dense<"0x00004040000000400000C03F00000040"> : tensor<4xf32>
  %max_pool_whole_0_any_got = tensor.cast %max_pool_whole_0_flat : tensor<4xf32> to tensor<?xf32>
  %max_pool_whole_0_any_want = tensor.cast %max_pool_whole_0_want : tensor<4xf32> to tensor<?xf32>
  %max_pool_whole_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_whole_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_whole_0 = call @count_f32(%max_pool_whole_0_any_got, %max_pool_whole_0_any_want, %max_pool_whole_0_tolerance, %max_pool_whole_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_whole "
  call @printI64(%max_pool_whole_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_whole_in0 = arith.constant dense<"0x000000BF0000803F0000803F00000080000000BF0000803F000080BF0000003F0000003F0000003F000000BF0000C0BF00000080000080BF00000040000000BF0000803F000040400000803F0000003F0000003F000000BF0000C0BF0000803F000000800000C03F0000803F00000000000080BF00000000000000000000003F0000803F0000C03F00000000000000BF0000803F000080BF000000800000803F000000BF0000C03F0000C0BF000000BF0000003F000000BF0000C0BF00000040000000C00000C03F0000C03F000000000000003F0000003F000000000000C0BF000000BF000000BF000000BF0000003F000000BF0000803F000000BF000000800000003F000080BF000080BF00000080000000000000C0BF000080BF0000003F0000C0BF0000003F000000BF0000008000000080000080BF000000BF0000003F00000000000000C0000000800000803F000080BF000020C0000020C00000003F0000003F0000803F000000400000803F00000000000000BF00000000000000BF000080BF000000400000003F00000000"> : tensor<2x2x5x5xf32>
  %max_pool_grad_whole_in1 = arith.constant dense<"0x000080BFABAAAABEABAAAA3E0000803F"> : tensor<2x2x1x1xf32>
  %max_pool_grad_whole_got = call @max_pool_grad_whole(%max_pool_grad_whole_in0, %max_pool_grad_whole_in1) : (tensor<2x2x5x5xf32>, tensor<2x2x1x1xf32>) -> (tensor<2x2x5x5xf32>)
  %max_pool_grad_whole_0_flat = tensor.collapse_shape %max_pool_grad_whole_got [[0, 1, 2, 3]] : tensor<2x2x5x5xf32> into tensor<100xf32>
  %max_pool_grad_whole_0_want = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000080BF0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ABAAAABE0000000000000000ABAAAA3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000803F000000000000000000000000000000000000000000000000000000000000000000000000"> : tensor<100xf32>
  %max_pool_grad_whole_0_any_got = tensor.cast %max_pool_grad_whole_0_flat : tensor<100xf32> to tensor<?xf32>
  %max_pool_grad_whole_0_any_want = tensor.cast %max_pool_grad_whole_0_want : tensor<100xf32> to tensor<?xf32>
  %max_pool_grad_whole_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_whole_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_whole_0 = call @count_f32(%max_pool_grad_whole_0_any_got, %max_pool_grad_whole_0_any_want, %max_pool_grad_whole_0_tolerance, %max_pool_grad_whole_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_whole "
  call @printI64(%max_pool_grad_whole_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_whole_in0 = arith.constant dense<"0x000000BF0000803F0000803F00000080000000BF0000803F000080BF0000003F0000003F0000003F000000BF0000C0BF00000080000080BF00000040000000BF0000803F000040400000803F0000003F0000003F000000BF0000C0BF0000803F000000800000C03F0000803F00000000000080BF00000000000000000000003F0000803F0000C03F00000000000000BF0000803F000080BF000000800000803F000000BF0000C03F0000C0BF000000BF0000003F000000BF0000C0BF00000040000000C00000C03F0000C03F000000000000003F0000003F000000000000C0BF000000BF000000BF000000BF0000003F000000BF0000803F000000BF000000800000003F000080BF000080BF00000080000000000000C0BF000080BF0000003F0000C0BF0000003F000000BF0000008000000080000080BF000000BF0000003F00000000000000C0000000800000803F000080BF000020C0000020C00000003F0000003F0000803F000000400000803F00000000000000BF00000000000000BF000080BF000000400000003F00000000"> : tensor<2x2x5x5xf32>
  %max_pool_pick_whole_got = call @max_pool_pick_whole(%max_pool_pick_whole_in0) : (tensor<2x2x5x5xf32>) -> (tensor<2x2x1x1xf32>)
  %max_pool_pick_whole_0_flat = tensor.collapse_shape %max_pool_pick_whole_got [[0, 1, 2, 3]] : tensor<2x2x1x1xf32> into tensor<4xf32>
  %max_pool_pick_whole_0_want = arith.constant dense<"0x00004040000000400000C03F00000040"> : tensor<4xf32>
  %max_pool_pick_whole_0_any_got = tensor.cast %max_pool_pick_whole_0_flat : tensor<4xf32> to tensor<?xf32>
  %max_pool_pick_whole_0_any_want = tensor.cast %max_pool_pick_whole_0_want : tensor<4xf32> to tensor<?xf32>
  %max_pool_pick_whole_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_pick_whole_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_whole_0 = call @count_f32(%max_pool_pick_whole_0_any_got, %max_pool_pick_whole_0_any_want, %max_pool_pick_whole_0_tolerance, %max_pool_pick_whole_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_pick_whole "
  call @printI64(%max_pool_pick_whole_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_whole_in0 = arith.constant dense<"0x000000BF0000803F0000803F00000080000000BF0000803F000080BF0000003F0000003F0000003F000000BF0000C0BF00000080000080BF00000040000000BF0000803F000040400000803F0000003F0000003F000000BF0000C0BF0000803F000000800000C03F0000803F00000000000080BF00000000000000000000003F0000803F0000C03F00000000000000BF0000803F000080BF000000800000803F000000BF0000C03F0000C0BF000000BF0000003F000000BF0000C0BF00000040000000C00000C03F0000C03F000000000000003F0000003F000000000000C0BF000000BF000000BF000000BF0000003F000000BF0000803F000000BF000000800000003F000080BF000080BF00000080000000000000C0BF000080BF0000003F0000C0BF0000003F000000BF0000008000000080000080BF000000BF0000003F00000000000000C0000000800000803F000080BF000020C0000020C00000003F0000003F0000803F000000400000803F00000000000000BF00000000000000BF000080BF000000400000003F00000000"> : tensor<2x2x5x5xf32>
  %avg_pool_whole_got = call @avg_pool_whole(%avg_pool_whole_in0) : (tensor<2x2x5x5xf32>) -> (tensor<2x2x1x1xf32>)
  %avg_pool_whole_0_flat = tensor.collapse_shape %avg_pool_whole_got [[0, 1, 2, 3]] : tensor<2x2x1x1xf32> into tensor<4xf32>
  %avg_pool_whole_0_want = arith.constant dense<"0x8FC2753E0AD7233ECDCC4CBECDCCCCBD"> : tensor<4xf32>
  %avg_pool_whole_0_any_got = tensor.cast %avg_pool_whole_0_flat : tensor<4xf32> to tensor<?xf32>
  %avg_pool_whole_0_any_want = tensor.cast %avg_pool_whole_0_want : tensor<4xf32> to tensor<?xf32>
  %avg_pool_whole_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_whole_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_whole_0 = call @count_f32(%avg_pool_whole_0_any_got, %avg_pool_whole_0_any_want, %avg_pool_whole_0_tolerance, %avg_pool_whole_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_whole "
  call @printI64(%avg_pool_whole_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_whole_in0 = arith.constant dense<"0x000080BFABAAAABEABAAAA3E0000803F"> : tensor<2x2x1x1xf32>
  %avg_pool_grad_whole_got = call @avg_pool_grad_whole(%avg_pool_grad_whole_in0) : (tensor<2x2x1x1xf32>) -> (tensor<2x2x5x5xf32>)
  %avg_pool_grad_whole_0_flat = tensor.collapse_shape %avg_pool_grad_whole_got [[0, 1, 2, 3]] : tensor<2x2x5x5xf32> into tensor<100xf32>
  %avg_pool_grad_whole_0_want = arith.constant dense<"0x0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0AD723BD0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745ABC0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0E745A3C0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D0AD7233D"> : tensor<100xf32>
  %avg_pool_grad_whole_0_any_got = tensor.cast %avg_pool_grad_whole_0_flat : tensor<100xf32> to tensor<?xf32>
  %avg_pool_grad_whole_0_any_want = tensor.cast %avg_pool_grad_whole_0_want : tensor<100xf32> to tensor<?xf32>
  %avg_pool_grad_whole_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_grad_whole_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_whole_0 = call @count_f32(%avg_pool_grad_whole_0_any_got, %avg_pool_grad_whole_0_any_want, %avg_pool_grad_whole_0_tolerance, %avg_pool_grad_whole_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_grad_whole "
  call @printI64(%avg_pool_grad_whole_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_line_in0 = arith.constant dense<"0x0000003F000080BF000080BF0000C03F0000003F0000003F0000C03F000000BF000080BF000000BF0000003F0000803F000000BF000000BF000080BF0000803F000000BF000000BF0000C0BF0000003F00000080000000BF000000000000803F000000C00000003F0000C03F000080BF000000800000003F000000BF0000003F0000003F0000C0BF0000000000000040000080BF00000080000000BF0000003F000000BF0000008000000000000000000000003F0000C0BF000080BF0000C0BF00000000000080BF0000003F000080BF00004040000000BF000000BF0000C0BF000000C00000803F000080BF000000BF000080BF00000000000000C00000803F00000000000080BF"> : tensor<2x3x11xf32>
  %max_pool_line_got = call @max_pool_line(%max_pool_line_in0) : (tensor<2x3x11xf32>) -> (tensor<2x3x6xf32>)
  %max_pool_line_0_flat = tensor.collapse_shape %max_pool_line_got [[0, 1, 2]] : tensor<2x3x6xf32> into tensor<36xf32>
  %max_pool_line_0_want = arith.constant dense<"0x0000003F0000C03F0000C03F0000C03F000000BF0000003F0000803F000000BF0000803F000000BF0000003F000000800000803F0000803F0000C03F0000003F0000003F0000003F0000000000000040000000800000003F00000080000000000000003F000080BF000000000000003F00004040000000BF0000C0BF0000803F000000BF000000000000803F00000000"> : tensor<36xf32>
  %max_pool_line_0_any_got = tensor.cast %max_pool_line_0_flat : tensor<36xf32> to tensor<?xf32>
  %max_pool_line_0_any_want = tensor.cast %max_pool_line_0_want : tensor<36xf32> to tensor<?xf32>
  %max_pool_line_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_line_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_line_0 = call @count_f32(%max_pool_line_0_any_got, %max_pool_line_0_any_want, %max_pool_line_0_tolerance, %max_pool_line_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_line "
  call @printI64(%max_pool_line_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_line_in0 = arith.constant dense<"0x0000003F000080BF000080BF0000C03F0000003F0000003F0000C03F000000BF000080BF000000BF0000003F0000803F000000BF000000BF000080BF0000803F000000BF000000BF0000C0BF0000003F00000080000000BF000000000000803F000000C00000003F0000C03F000080BF000000800000003F000000BF0000003F0000003F0000C0BF0000000000000040000080BF00000080000000BF0000003F000000BF0000008000000000000000000000003F0000C0BF000080BF0000C0BF00000000000080BF0000003F000080BF00004040000000BF000000BF0000C0BF000000C00000803F000080BF000000BF000080BF00000000000000C00000803F00000000000080BF"> : tensor<2x3x11xf32>
  %max_pool_grad_line_in1 = arith.constant dense<"0x000080BF165F71BF2CBE62BF421D54BF587C45BF6EDB36BF843A28BF9A9919BFB0F80ABF8BAFF8BEB76DDBBEE32BBEBE0FEAA0BE3BA883BECDCC4CBE254912BEF98AAFBDA10EEABCA10EEA3CF98AAF3D2549123ECDCC4C3E3BA8833E0FEAA03EE32BBE3EB76DDB3E8BAFF83EB0F80A3F9A99193F843A283F6EDB363F587C453F421D543F2CBE623F165F713F0000803F"> : tensor<2x3x6xf32>
  %max_pool_grad_line_got = call @max_pool_grad_line(%max_pool_grad_line_in0, %max_pool_grad_line_in1) : (tensor<2x3x11xf32>, tensor<2x3x6xf32>) -> (tensor<2x3x11xf32>)
  %max_pool_grad_line_0_flat = tensor.collapse_shape %max_pool_grad_line_got [[0, 1, 2]] : tensor<2x3x11xf32> into tensor<66xf32>
  %max_pool_grad_line_0_want = arith.constant dense<"0x000080BF0000000000000000A10EEABF0000000000000000421D54BF587C45BF00000000000000006EDB36BF843A28BF9A9919BF0000000000000000B0F80ABF8BAFF8BE0000000000000000B76DDBBEE32BBEBE0000000000000000254912BF0000000000000000CDCC4CBE0000000000000000A20E6ABE00000000A10EEABC0000000000000000A10EEA3CF98AAF3D000000002549123E00000000CDCC4C3E000000003BA8833E0FEAA03E00000000E32BBE3E00000000B76DDB3E000000008BAFF83E00000000B0F80A3F000000009A99193F843A283F000000006EDB363F00000000587C453F00000000421D543F000000002CBE623F00000000165F713F0000803F00000000"> : tensor<66xf32>
  %max_pool_grad_line_0_any_got = tensor.cast %max_pool_grad_line_0_flat : tensor<66xf32> to tensor<?xf32>
  %max_pool_grad_line_0_any_want = tensor.cast %max_pool_grad_line_0_want : tensor<66xf32> to tensor<?xf32>
  %max_pool_grad_line_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_line_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_grad_line_0 = call @count_f32(%max_pool_grad_line_0_any_got, %max_pool_grad_line_0_any_want, %max_pool_grad_line_0_tolerance, %max_pool_grad_line_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_line "
  call @printI64(%max_pool_grad_line_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_pick_line_in0 = arith.constant dense<"0x0000003F000080BF000080BF0000C03F0000003F0000003F0000C03F000000BF000080BF000000BF0000003F0000803F000000BF000000BF000080BF0000803F000000BF000000BF0000C0BF0000003F00000080000000BF000000000000803F000000C00000003F0000C03F000080BF000000800000003F000000BF0000003F0000003F0000C0BF0000000000000040000080BF00000080000000BF0000003F000000BF0000008000000000000000000000003F0000C0BF000080BF0000C0BF00000000000080BF0000003F000080BF00004040000000BF000000BF0000C0BF000000C00000803F000080BF000000BF000080BF00000000000000C00000803F00000000000080BF"> : tensor<2x3x11xf32>
  %max_pool_pick_line_got = call @max_pool_pick_line(%max_pool_pick_line_in0) : (tensor<2x3x11xf32>) -> (tensor<2x3x6xf32>)
  %max_pool_pick_line_0_flat = tensor.collapse_shape %max_pool_pick_line_got [[0, 1, 2]] : tensor<2x3x6xf32> into tensor<36xf32>
  %max_pool_pick_line_0_want = arith.constant dense<"0x0000003F0000C03F0000C03F0000C03F000000BF0000003F0000803F000000BF0000803F000000BF0000003F000000800000803F0000803F0000C03F0000003F0000003F0000003F0000000000000040000000800000003F00000080000000000000003F000080BF000000000000003F00004040000000BF0000C0BF0000803F000000BF000000000000803F00000000"> : tensor<36xf32>
  %max_pool_pick_line_0_any_got = tensor.cast %max_pool_pick_line_0_flat : tensor<36xf32> to tensor<?xf32>
  %max_pool_pick_line_0_any_want = tensor.cast %max_pool_pick_line_0_want : tensor<36xf32> to tensor<?xf32>
  %max_pool_pick_line_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_pick_line_0_floor = arith.constant 1.000000e+00 : f64
  %max_pool_pick_line_0 = call @count_f32(%max_pool_pick_line_0_any_got, %max_pool_pick_line_0_any_want, %max_pool_pick_line_0_tolerance, %max_pool_pick_line_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_pick_line "
  call @printI64(%max_pool_pick_line_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_line_in0 = arith.constant dense<"0x0000003F000080BF000080BF0000C03F0000003F0000003F0000C03F000000BF000080BF000000BF0000003F0000803F000000BF000000BF000080BF0000803F000000BF000000BF0000C0BF0000003F00000080000000BF000000000000803F000000C00000003F0000C03F000080BF000000800000003F000000BF0000003F0000003F0000C0BF0000000000000040000080BF00000080000000BF0000003F000000BF0000008000000000000000000000003F0000C0BF000080BF0000C0BF00000000000080BF0000003F000080BF00004040000000BF000000BF0000C0BF000000C00000803F000080BF000000BF000080BF00000000000000C00000803F00000000000080BF"> : tensor<2x3x11xf32>
  %avg_pool_line_got = call @avg_pool_line(%avg_pool_line_in0) : (tensor<2x3x11xf32>) -> (tensor<2x3x6xf32>)
  %avg_pool_line_0_flat = tensor.collapse_shape %avg_pool_line_got [[0, 1, 2]] : tensor<2x3x6xf32> into tensor<36xf32>
  %avg_pool_line_0_want = arith.constant dense<"0xABAA2ABEABAA2ABE5555553F0000003FABAA2ABF00000000ABAA2A3EABAA2ABFABAA2ABE555555BFABAAAABEABAA2ABEABAAAA3EABAA2ABEABAAAA3EABAA2ABEABAA2A3EABAAAA3E000000BFABAAAA3E000000BFABAA2ABEABAA2ABE00000000ABAAAABEABAAAABF555555BF000000BF0000003FABAAAABE555595BFABAA2ABF555555BF000080BFABAAAABEABAAAABE"> : tensor<36xf32>
  %avg_pool_line_0_any_got = tensor.cast %avg_pool_line_0_flat : tensor<36xf32> to tensor<?xf32>
  %avg_pool_line_0_any_want = tensor.cast %avg_pool_line_0_want : tensor<36xf32> to tensor<?xf32>
  %avg_pool_line_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_line_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_line_0 = call @count_f32(%avg_pool_line_0_any_got, %avg_pool_line_0_any_want, %avg_pool_line_0_tolerance, %avg_pool_line_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_line "
  call @printI64(%avg_pool_line_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %avg_pool_grad_line_in0 = arith.constant dense<"0x000080BF165F71BF2CBE62BF421D54BF587C45BF6EDB36BF843A28BF9A9919BFB0F80ABF8BAFF8BEB76DDBBEE32BBEBE0FEAA0BE3BA883BECDCC4CBE254912BEF98AAFBDA10EEABCA10EEA3CF98AAF3D2549123ECDCC4C3E3BA8833E0FEAA03EE32BBE3EB76DDB3E8BAFF83EB0F80A3F9A99193F843A283F6EDB363F587C453F421D543F2CBE623F165F713F0000803F"> : tensor<2x3x6xf32>
  %avg_pool_grad_line_got = call @avg_pool_grad_line(%avg_pool_grad_line_in0) : (tensor<2x3x6xf32>) -> (tensor<2x3x11xf32>)
  %avg_pool_grad_line_0_flat = tensor.collapse_shape %avg_pool_grad_line_got [[0, 1, 2]] : tensor<2x3x11xf32> into tensor<66xf32>
  %avg_pool_grad_line_0_want = arith.constant dense<"0xABAAAABE5DCA25BF0FEAA0BEC1091CBF732997BE254912BFD7688DBE898808BF3BA883BED98FFDBE3DCF73BE054E60BE698DD6BECDCC4CBE310CC3BE954B39BEF98AAFBE5DCA25BEC1099CBE254912BE898888BED98FFDBD698DD6BD310C43BEF98AAFBDC1091CBE898888BDA10EEABD310C43BDC1099CBDA10EEABCC1091CBDC1091CBCC1091C3CC1091C3DA10EEA3CC1099C3D310C433DA10EEA3D8988883DC1091C3EF98AAF3D310C433E698DD63DD98FFD3D8988883E2549123EC1099C3E5DCA253EF98AAF3E954B393E310CC33ECDCC4C3E698DD63E054E603E3DCF733ED98FFD3E3BA8833E8988083FD7688D3E2549123F7329973EC1091C3F0FEAA03E5DCA253FABAAAA3E"> : tensor<66xf32>
  %avg_pool_grad_line_0_any_got = tensor.cast %avg_pool_grad_line_0_flat : tensor<66xf32> to tensor<?xf32>
  %avg_pool_grad_line_0_any_want = tensor.cast %avg_pool_grad_line_0_want : tensor<66xf32> to tensor<?xf32>
  %avg_pool_grad_line_0_tolerance = arith.constant 5.000000e-07 : f64
  %avg_pool_grad_line_0_floor = arith.constant 1.000000e+00 : f64
  %avg_pool_grad_line_0 = call @count_f32(%avg_pool_grad_line_0_any_got, %avg_pool_grad_line_0_any_want, %avg_pool_grad_line_0_tolerance, %avg_pool_grad_line_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "avg_pool_grad_line "
  call @printI64(%avg_pool_grad_line_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_nan_in0 = arith.constant dense<"0x0000803F0000C07F0000004000004040000080FF000080FF0000C07F0000C07F"> : tensor<1x1x8xf32>
  %max_pool_nan_got = call @max_pool_nan(%max_pool_nan_in0) : (tensor<1x1x8xf32>) -> (tensor<1x1x4xf32>)
  %max_pool_nan_0_flat = tensor.collapse_shape %max_pool_nan_got [[0, 1, 2]] : tensor<1x1x4xf32> into tensor<4xf32>
  %max_pool_nan_0_want = arith.constant dense<"0x0000C07F00004040000080FF0000C07F"> : tensor<4xf32>
  %max_pool_nan_0_any_got = tensor.cast %max_pool_nan_0_flat : tensor<4xf32> to tensor<?xf32>
  %max_pool_nan_0_any_want = tensor.cast %max_pool_nan_0_want : tensor<4xf32> to tensor<?xf32>
  %max_pool_nan_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_nan_0_floor = arith.constant 0.000000e+00 : f64
  %max_pool_nan_0 = call @count_f32(%max_pool_nan_0_any_got, %max_pool_nan_0_any_want, %max_pool_nan_0_tolerance, %max_pool_nan_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_nan "
  call @printI64(%max_pool_nan_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_pool_grad_nan_in0 = arith.constant dense<"0x0000803F0000C07F0000004000004040000080FF000080FF0000C07F0000C07F"> : tensor<1x1x8xf32>
  %max_pool_grad_nan_in1 = arith.constant dense<"0x0000803F000000400000404000008040"> : tensor<1x1x4xf32>
  %max_pool_grad_nan_got = call @max_pool_grad_nan(%max_pool_grad_nan_in0, %max_pool_grad_nan_in1) : (tensor<1x1x8xf32>, tensor<1x1x4xf32>) -> (tensor<1x1x8xf32>)
  %max_pool_grad_nan_0_flat = tensor.collapse_shape %max_pool_grad_nan_got [[0, 1, 2]] : tensor<1x1x8xf32> into tensor<8xf32>
  %max_pool_grad_nan_0_want = arith.constant dense<"0x000000000000803F000000000000004000004040000000000000804000000000"> : tensor<8xf32>
  %max_pool_grad_nan_0_any_got = tensor.cast %max_pool_grad_nan_0_flat : tensor<8xf32> to tensor<?xf32>
  %max_pool_grad_nan_0_any_want = tensor.cast %max_pool_grad_nan_0_want : tensor<8xf32> to tensor<?xf32>
  %max_pool_grad_nan_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_pool_grad_nan_0_floor = arith.constant 0.000000e+00 : f64
  %max_pool_grad_nan_0 = call @count_f32(%max_pool_grad_nan_0_any_got, %max_pool_grad_nan_0_any_want, %max_pool_grad_nan_0_tolerance, %max_pool_grad_nan_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_pool_grad_nan "
  call @printI64(%max_pool_grad_nan_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
