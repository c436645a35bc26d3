// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}transpose 0{{$}}
// CHECK: {{^}}broadcast_suffix 0{{$}}
// CHECK: {{^}}broadcast_dynamic 0{{$}}
// CHECK: {{^}}broadcast_stretch 0{{$}}
// CHECK: {{^}}broadcast_scalar 0{{$}}
// CHECK: {{^}}broadcast_ones 0{{$}}
// CHECK: {{^}}reshape_flatten 0{{$}}
// CHECK: {{^}}reshape_split 0{{$}}
// CHECK: {{^}}reshape_regroup 0{{$}}
// CHECK: {{^}}reshape_unsqueeze 0{{$}}
// CHECK: {{^}}reshape_unsqueeze_front 0{{$}}
// CHECK: {{^}}reshape_squeeze 0{{$}}
// CHECK: {{^}}reshape_to_scalar 0{{$}}
// CHECK: {{^}}reshape_from_scalar 0{{$}}
// CHECK: {{^}}reshape_middle 0{{$}}
// CHECK: {{^}}reshape_batch 0{{$}}
// CHECK: {{^}}reshape_double 0{{$}}
// CHECK: {{^}}reshape_join 0{{$}}
// CHECK: {{^}}reshape_unsqueeze_dynamic 0{{$}}
// CHECK: {{^}}slice 0{{$}}
// CHECK: {{^}}slice_dynamic 0{{$}}
// CHECK: {{^}}concat 0{{$}}
// CHECK: {{^}}concat_dynamic 0{{$}}
// CHECK: {{^}}pad 0{{$}}
// CHECK: {{^}}flip 0{{$}}
// CHECK: {{^}}flip_both 0{{$}}
// CHECK: {{^}}iota_i32 0{{$}}
// CHECK: {{^}}iota_f32 0{{$}}
// CHECK: {{^}}constant 0{{$}}
// CHECK: {{^}}cumsum 0{{$}}
// CHECK: {{^}}cumsum_reverse 0{{$}}
// CHECK: {{^}}orthonormalize 0{{$}}

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

func.func private @count_i32(%got: tensor<?xi32>, %want: tensor<?xi32>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xi32>, tensor<?xi32>) outs(%zero : tensor<i64>) {
  ^bb0(%x: i32, %y: i32, %count: i64):
    %e = arith.cmpi ne, %x, %y : i32
    %g = arith.uitofp %e : i1 to f64
    %w = arith.constant 0.0 : f64
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  } -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}

func.func private @transpose(%a: tensor<2x3x4xf32>) -> (tensor<4x2x3xf32>) {
  %r = nn.transpose %a perm = [2, 0, 1] : tensor<2x3x4xf32> -> tensor<4x2x3xf32>
  return %r : tensor<4x2x3xf32>
}

func.func private @broadcast_suffix(%a: tensor<4xf32>) -> (tensor<3x4xf32>) {
  %r = nn.broadcast %a dims = [1] : tensor<4xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @broadcast_dynamic(%a: tensor<?x4xf32, #nn.dims<"batch", _>>, %b: tensor<4xf32>) -> (tensor<?x4xf32, #nn.dims<"batch", _>>) {
  %s = nn.broadcast %b dims = [1] : tensor<4xf32> -> tensor<?x4xf32, #nn.dims<"batch", _>>
  %r = nn.add %a, %s : tensor<?x4xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x4xf32, #nn.dims<"batch", _>>
}

func.func private @broadcast_stretch(%a: tensor<3x1xf32>) -> (tensor<3x5xf32>) {
  %r = nn.broadcast %a dims = [0, 1] : tensor<3x1xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @broadcast_scalar(%a: tensor<f32>) -> (tensor<2x2xf32>) {
  %r = nn.broadcast %a dims = [] : tensor<f32> -> tensor<2x2xf32>
  return %r : tensor<2x2xf32>
}

func.func private @broadcast_ones(%a: tensor<1x1xf32>) -> (tensor<2x3x4xf32>) {
  %r = nn.broadcast %a dims = [0, 2] : tensor<1x1xf32> -> tensor<2x3x4xf32>
  return %r : tensor<2x3x4xf32>
}

func.func private @reshape_flatten(%a: tensor<2x3x4xf32>) -> (tensor<2x12xf32>) {
  %r = nn.reshape %a : tensor<2x3x4xf32> -> tensor<2x12xf32>
  return %r : tensor<2x12xf32>
}

func.func private @reshape_split(%a: tensor<2x12xf32>) -> (tensor<2x3x4xf32>) {
  %r = nn.reshape %a : tensor<2x12xf32> -> tensor<2x3x4xf32>
  return %r : tensor<2x3x4xf32>
}

func.func private @reshape_regroup(%a: tensor<4x6xf32>) -> (tensor<3x8xf32>) {
  %r = nn.reshape %a : tensor<4x6xf32> -> tensor<3x8xf32>
  return %r : tensor<3x8xf32>
}

func.func private @reshape_unsqueeze(%a: tensor<3xf32>) -> (tensor<3x1xf32>) {
  %r = nn.reshape %a : tensor<3xf32> -> tensor<3x1xf32>
  return %r : tensor<3x1xf32>
}

func.func private @reshape_unsqueeze_front(%a: tensor<3xf32>) -> (tensor<1x3xf32>) {
  %r = nn.reshape %a : tensor<3xf32> -> tensor<1x3xf32>
  return %r : tensor<1x3xf32>
}

func.func private @reshape_squeeze(%a: tensor<2x1x3xf32>) -> (tensor<2x3xf32>) {
  %r = nn.reshape %a : tensor<2x1x3xf32> -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func private @reshape_to_scalar(%a: tensor<1x1xf32>) -> (tensor<f32>) {
  %r = nn.reshape %a : tensor<1x1xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @reshape_from_scalar(%a: tensor<f32>) -> (tensor<1x1xf32>) {
  %r = nn.reshape %a : tensor<f32> -> tensor<1x1xf32>
  return %r : tensor<1x1xf32>
}

func.func private @reshape_middle(%a: tensor<2x6x5xf32>) -> (tensor<2x2x3x5xf32>) {
  %r = nn.reshape %a : tensor<2x6x5xf32> -> tensor<2x2x3x5xf32>
  return %r : tensor<2x2x3x5xf32>
}

func.func private @reshape_batch(%a: tensor<?x2x4xf32, #nn.dims<"batch", _, _>>) -> (tensor<?x8xf32, #nn.dims<"batch", _>>) {
  %r = nn.reshape %a : tensor<?x2x4xf32, #nn.dims<"batch", _, _>> -> tensor<?x8xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x8xf32, #nn.dims<"batch", _>>
}

func.func private @reshape_double(%a: tensor<?x4xf32, #nn.dims<"2*batch", _>>, %batch: index {nn.arg = #nn.arg<dim, "batch">}) -> (tensor<?x2x4xf32, #nn.dims<"batch", _, _>>) {
  %r = nn.reshape %a : tensor<?x4xf32, #nn.dims<"2*batch", _>> -> tensor<?x2x4xf32, #nn.dims<"batch", _, _>>
  return %r : tensor<?x2x4xf32, #nn.dims<"batch", _, _>>
}

func.func private @reshape_join(%a: tensor<?x2xf32, #nn.dims<"batch", _>>) -> (tensor<?xf32, #nn.dims<"2*batch">>) {
  %r = nn.reshape %a : tensor<?x2xf32, #nn.dims<"batch", _>> -> tensor<?xf32, #nn.dims<"2*batch">>
  return %r : tensor<?xf32, #nn.dims<"2*batch">>
}

func.func private @reshape_unsqueeze_dynamic(%a: tensor<?xf32, #nn.dims<"batch">>) -> (tensor<?x1xf32, #nn.dims<"batch", _>>) {
  %r = nn.reshape %a : tensor<?xf32, #nn.dims<"batch">> -> tensor<?x1xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x1xf32, #nn.dims<"batch", _>>
}

func.func private @slice(%a: tensor<5x6xf32>) -> (tensor<3x4xf32>) {
  %r = nn.slice %a at [1, 2] : tensor<5x6xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @slice_dynamic(%a: tensor<?x6xf32, #nn.dims<"batch", _>>) -> (tensor<?x3xf32, #nn.dims<"batch", _>>) {
  %r = nn.slice %a at [0, 2] : tensor<?x6xf32, #nn.dims<"batch", _>> -> tensor<?x3xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x3xf32, #nn.dims<"batch", _>>
}

func.func private @concat(%a: tensor<3x2xf32>, %b: tensor<3x4xf32>) -> (tensor<3x6xf32>) {
  %r = nn.concat %a, %b axis = 1 : (tensor<3x2xf32>, tensor<3x4xf32>) -> tensor<3x6xf32>
  return %r : tensor<3x6xf32>
}

func.func private @concat_dynamic(%a: tensor<2x2xf32>, %b: tensor<?x2xf32, #nn.dims<"batch", _>>) -> (tensor<?x2xf32, #nn.dims<"batch+2", _>>) {
  %r = nn.concat %a, %b axis = 0 : (tensor<2x2xf32>, tensor<?x2xf32, #nn.dims<"batch", _>>) -> tensor<?x2xf32, #nn.dims<"batch+2", _>>
  return %r : tensor<?x2xf32, #nn.dims<"batch+2", _>>
}

func.func private @pad(%a: tensor<3x4xf32>) -> (tensor<4x6xf32>) {
  %r = nn.pad %a low [1, 0] high [0, 2] : tensor<3x4xf32> -> tensor<4x6xf32>
  return %r : tensor<4x6xf32>
}

func.func private @flip(%a: tensor<3x4xf32>) -> (tensor<3x4xf32>) {
  %r = nn.flip %a axes = [1] : tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @flip_both(%a: tensor<?x4xf32, #nn.dims<"batch", _>>) -> (tensor<?x4xf32, #nn.dims<"batch", _>>) {
  %r = nn.flip %a axes = [0, 1] : tensor<?x4xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x4xf32, #nn.dims<"batch", _>>
}

func.func private @iota_i32() -> (tensor<3x4xi32>) {
  %r = nn.iota axis = 1 : tensor<3x4xi32>
  return %r : tensor<3x4xi32>
}

func.func private @iota_f32() -> (tensor<5xf32>) {
  %r = nn.iota axis = 0 : tensor<5xf32>
  return %r : tensor<5xf32>
}

func.func private @constant() -> (tensor<2x2xf32>) {
  %r = nn.constant dense<[[-0.7545872330665588, 1.2739624977111816], [2.9361889362335205, 0.4837666451931]]> : tensor<2x2xf32>
  return %r : tensor<2x2xf32>
}

func.func private @cumsum(%a: tensor<?x5xf32, #nn.dims<"batch", _>>) -> (tensor<?x5xf32, #nn.dims<"batch", _>>) {
  %r = nn.cumsum %a axis = 1 : tensor<?x5xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x5xf32, #nn.dims<"batch", _>>
}

func.func private @cumsum_reverse(%a: tensor<?x5xf32, #nn.dims<"batch", _>>) -> (tensor<?x5xf32, #nn.dims<"batch", _>>) {
  %r = nn.cumsum %a axis = 0 reverse : tensor<?x5xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x5xf32, #nn.dims<"batch", _>>
}

func.func private @orthonormalize(%a: tensor<4x6xf32>) -> (tensor<4x6xf32>) {
  %r = nn.orthonormalize %a : tensor<4x6xf32>
  return %r : tensor<4x6xf32>
}

func.func @main() {
  %transpose_in0 = arith.constant dense<"0x923D9DBD332880BFDAF2BCBE6ABC163D8EB35F3C3D1E4C3FF36E703E0521CCBF8F406ABFF5AC8EBE4D778DBFC314A2BEF49DAB3E650ACDBDA147C83FC4A566BFF7A240BD194FF23EF8CB273FAE3F893E8266D83FAA96FE3C462A7CBE1B59B5BF"> : tensor<2x3x4xf32>
  %transpose_got = call @transpose(%transpose_in0) : (tensor<2x3x4xf32>) -> (tensor<4x2x3xf32>)
  %transpose_0_flat = tensor.collapse_shape %transpose_got [[0, 1, 2]] : tensor<4x2x3xf32> into tensor<24xf32>
  %transpose_0_want = arith.constant dense<"0x923D9DBD8EB35F3C8F406ABFF49DAB3EF7A240BD8266D83F332880BF3D1E4C3FF5AC8EBE650ACDBD194FF23EAA96FE3CDAF2BCBEF36E703E4D778DBFA147C83FF8CB273F462A7CBE6ABC163D0521CCBFC314A2BEC4A566BFAE3F893E1B59B5BF"> : tensor<24xf32>
  %transpose_0_any_got = tensor.cast %transpose_0_flat : tensor<24xf32> to tensor<?xf32>
  %transpose_0_any_want = tensor.cast %transpose_0_want : tensor<24xf32> to tensor<?xf32>
  %transpose_0_tolerance = arith.constant 0.000000e+00 : f64
  %transpose_0_floor = arith.constant 0.000000e+00 : f64
  %transpose_0 = call @count_f32(%transpose_0_any_got, %transpose_0_any_want, %transpose_0_tolerance, %transpose_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "transpose "
  call @printI64(%transpose_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %broadcast_suffix_in0 = arith.constant dense<"0xF8C43EBE027993BF607A75BE8EBFEBBF"> : tensor<4xf32>
  %broadcast_suffix_got = call @broadcast_suffix(%broadcast_suffix_in0) : (tensor<4xf32>) -> (tensor<3x4xf32>)
  %broadcast_suffix_0_flat = tensor.collapse_shape %broadcast_suffix_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %broadcast_suffix_0_want = arith.constant dense<"0xF8C43EBE027993BF607A75BE8EBFEBBFF8C43EBE027993BF607A75BE8EBFEBBFF8C43EBE027993BF607A75BE8EBFEBBF"> : tensor<12xf32>
  %broadcast_suffix_0_any_got = tensor.cast %broadcast_suffix_0_flat : tensor<12xf32> to tensor<?xf32>
  %broadcast_suffix_0_any_want = tensor.cast %broadcast_suffix_0_want : tensor<12xf32> to tensor<?xf32>
  %broadcast_suffix_0_tolerance = arith.constant 0.000000e+00 : f64
  %broadcast_suffix_0_floor = arith.constant 0.000000e+00 : f64
  %broadcast_suffix_0 = call @count_f32(%broadcast_suffix_0_any_got, %broadcast_suffix_0_any_want, %broadcast_suffix_0_tolerance, %broadcast_suffix_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "broadcast_suffix "
  call @printI64(%broadcast_suffix_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %broadcast_dynamic_in0 = arith.constant dense<"0x4C6C973E5F611FBFCF2152BE55D204BE8880063F8F6052BF5B62A0BFB5F7793E66D07EBE84EF42BE0A2DAABE38059CBD"> : tensor<3x4xf32>
  %broadcast_dynamic_in0d = tensor.cast %broadcast_dynamic_in0 : tensor<3x4xf32> to tensor<?x4xf32, #nn.dims<"batch", _>>
  %broadcast_dynamic_in1 = arith.constant dense<"0xF8C43EBE027993BF607A75BE8EBFEBBF"> : tensor<4xf32>
  %broadcast_dynamic_got = call @broadcast_dynamic(%broadcast_dynamic_in0d, %broadcast_dynamic_in1) : (tensor<?x4xf32, #nn.dims<"batch", _>>, tensor<4xf32>) -> (tensor<?x4xf32, #nn.dims<"batch", _>>)
  %broadcast_dynamic_cast0 = tensor.cast %broadcast_dynamic_got : tensor<?x4xf32, #nn.dims<"batch", _>> to tensor<3x4xf32>
  %broadcast_dynamic_0_flat = tensor.collapse_shape %broadcast_dynamic_cast0 [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %broadcast_dynamic_0_want = arith.constant dense<"0x4027E03DB229E3BF18CEE3BED959FCBF949EAD3E4AA9FCBFA711BFBF9780CCBFAFCADEBEF2D6ABBF1D7512BFE27FF5BF"> : tensor<12xf32>
  %broadcast_dynamic_0_any_got = tensor.cast %broadcast_dynamic_0_flat : tensor<12xf32> to tensor<?xf32>
  %broadcast_dynamic_0_any_want = tensor.cast %broadcast_dynamic_0_want : tensor<12xf32> to tensor<?xf32>
  %broadcast_dynamic_0_tolerance = arith.constant 0.000000e+00 : f64
  %broadcast_dynamic_0_floor = arith.constant 0.000000e+00 : f64
  %broadcast_dynamic_0 = call @count_f32(%broadcast_dynamic_0_any_got, %broadcast_dynamic_0_any_want, %broadcast_dynamic_0_tolerance, %broadcast_dynamic_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "broadcast_dynamic "
  call @printI64(%broadcast_dynamic_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %broadcast_stretch_in0 = arith.constant dense<"0x22F526BCB7BBA3BFE78AEABD"> : tensor<3x1xf32>
  %broadcast_stretch_got = call @broadcast_stretch(%broadcast_stretch_in0) : (tensor<3x1xf32>) -> (tensor<3x5xf32>)
  %broadcast_stretch_0_flat = tensor.collapse_shape %broadcast_stretch_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %broadcast_stretch_0_want = arith.constant dense<"0x22F526BC22F526BC22F526BC22F526BC22F526BCB7BBA3BFB7BBA3BFB7BBA3BFB7BBA3BFB7BBA3BFE78AEABDE78AEABDE78AEABDE78AEABDE78AEABD"> : tensor<15xf32>
  %broadcast_stretch_0_any_got = tensor.cast %broadcast_stretch_0_flat : tensor<15xf32> to tensor<?xf32>
  %broadcast_stretch_0_any_want = tensor.cast %broadcast_stretch_0_want : tensor<15xf32> to tensor<?xf32>
  %broadcast_stretch_0_tolerance = arith.constant 0.000000e+00 : f64
  %broadcast_stretch_0_floor = arith.constant 0.000000e+00 : f64
  %broadcast_stretch_0 = call @count_f32(%broadcast_stretch_0_any_got, %broadcast_stretch_0_any_want, %broadcast_stretch_0_tolerance, %broadcast_stretch_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "broadcast_stretch "
  call @printI64(%broadcast_stretch_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %broadcast_scalar_in0 = arith.constant dense<"0x84AD8BBF"> : tensor<f32>
  %broadcast_scalar_got = call @broadcast_scalar(%broadcast_scalar_in0) : (tensor<f32>) -> (tensor<2x2xf32>)
  %broadcast_scalar_0_flat = tensor.collapse_shape %broadcast_scalar_got [[0, 1]] : tensor<2x2xf32> into tensor<4xf32>
  %broadcast_scalar_0_want = arith.constant dense<"0x84AD8BBF84AD8BBF84AD8BBF84AD8BBF"> : tensor<4xf32>
  %broadcast_scalar_0_any_got = tensor.cast %broadcast_scalar_0_flat : tensor<4xf32> to tensor<?xf32>
  %broadcast_scalar_0_any_want = tensor.cast %broadcast_scalar_0_want : tensor<4xf32> to tensor<?xf32>
  %broadcast_scalar_0_tolerance = arith.constant 0.000000e+00 : f64
  %broadcast_scalar_0_floor = arith.constant 0.000000e+00 : f64
  %broadcast_scalar_0 = call @count_f32(%broadcast_scalar_0_any_got, %broadcast_scalar_0_any_want, %broadcast_scalar_0_tolerance, %broadcast_scalar_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "broadcast_scalar "
  call @printI64(%broadcast_scalar_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %broadcast_ones_in0 = arith.constant dense<"0x3B500B40"> : tensor<1x1xf32>
  %broadcast_ones_got = call @broadcast_ones(%broadcast_ones_in0) : (tensor<1x1xf32>) -> (tensor<2x3x4xf32>)
  %broadcast_ones_0_flat = tensor.collapse_shape %broadcast_ones_got [[0, 1, 2]] : tensor<2x3x4xf32> into tensor<24xf32>
  %broadcast_ones_0_want = arith.constant dense<"0x3B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B403B500B40"> : tensor<24xf32>
  %broadcast_ones_0_any_got = tensor.cast %broadcast_ones_0_flat : tensor<24xf32> to tensor<?xf32>
  %broadcast_ones_0_any_want = tensor.cast %broadcast_ones_0_want : tensor<24xf32> to tensor<?xf32>
  %broadcast_ones_0_tolerance = arith.constant 0.000000e+00 : f64
  %broadcast_ones_0_floor = arith.constant 0.000000e+00 : f64
  %broadcast_ones_0 = call @count_f32(%broadcast_ones_0_any_got, %broadcast_ones_0_any_want, %broadcast_ones_0_tolerance, %broadcast_ones_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "broadcast_ones "
  call @printI64(%broadcast_ones_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_flatten_in0 = arith.constant dense<"0x1D6E71BF2A468D3D87F0A03F2EAA49BF0C79A9BF49EA05BF7517DBBFA9FBEBBE8B5B4D3E10E208C0490CB13ED7EFB13CB85A8FBFABB759BF56E5DFBE13C58CBE89E43E3D817B8F3FAD06953F15C275BE2203C9BE1C959F3F9D004E3FAA5EDABF"> : tensor<2x3x4xf32>
  %reshape_flatten_got = call @reshape_flatten(%reshape_flatten_in0) : (tensor<2x3x4xf32>) -> (tensor<2x12xf32>)
  %reshape_flatten_0_flat = tensor.collapse_shape %reshape_flatten_got [[0, 1]] : tensor<2x12xf32> into tensor<24xf32>
  %reshape_flatten_0_want = arith.constant dense<"0x1D6E71BF2A468D3D87F0A03F2EAA49BF0C79A9BF49EA05BF7517DBBFA9FBEBBE8B5B4D3E10E208C0490CB13ED7EFB13CB85A8FBFABB759BF56E5DFBE13C58CBE89E43E3D817B8F3FAD06953F15C275BE2203C9BE1C959F3F9D004E3FAA5EDABF"> : tensor<24xf32>
  %reshape_flatten_0_any_got = tensor.cast %reshape_flatten_0_flat : tensor<24xf32> to tensor<?xf32>
  %reshape_flatten_0_any_want = tensor.cast %reshape_flatten_0_want : tensor<24xf32> to tensor<?xf32>
  %reshape_flatten_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_flatten_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_flatten_0 = call @count_f32(%reshape_flatten_0_any_got, %reshape_flatten_0_any_want, %reshape_flatten_0_tolerance, %reshape_flatten_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_flatten "
  call @printI64(%reshape_flatten_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_split_in0 = arith.constant dense<"0x756C53BF8A5B713C545936C04516CBBF3F7EA3BFC0E7CEBF65CCC13E77CBAE3FBC2084BE07E00C3F427268BF1E1C863EFF1EE6BDBEFD813F2B93CEBE940F953F546314BE868095BE9DA7873E4CF64EBFF85AAABF039D933CFFAF0B404039873F"> : tensor<2x12xf32>
  %reshape_split_got = call @reshape_split(%reshape_split_in0) : (tensor<2x12xf32>) -> (tensor<2x3x4xf32>)
  %reshape_split_0_flat = tensor.collapse_shape %reshape_split_got [[0, 1, 2]] : tensor<2x3x4xf32> into tensor<24xf32>
  %reshape_split_0_want = arith.constant dense<"0x756C53BF8A5B713C545936C04516CBBF3F7EA3BFC0E7CEBF65CCC13E77CBAE3FBC2084BE07E00C3F427268BF1E1C863EFF1EE6BDBEFD813F2B93CEBE940F953F546314BE868095BE9DA7873E4CF64EBFF85AAABF039D933CFFAF0B404039873F"> : tensor<24xf32>
  %reshape_split_0_any_got = tensor.cast %reshape_split_0_flat : tensor<24xf32> to tensor<?xf32>
  %reshape_split_0_any_want = tensor.cast %reshape_split_0_want : tensor<24xf32> to tensor<?xf32>
  %reshape_split_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_split_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_split_0 = call @count_f32(%reshape_split_0_any_got, %reshape_split_0_any_want, %reshape_split_0_tolerance, %reshape_split_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_split "
  call @printI64(%reshape_split_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_regroup_in0 = arith.constant dense<"0x87BE7DBA73E399BFD38756BF82B2A2BED2D4D6BF1AA89C3E51ED8EBF582F4EBFBE9AE53ECFFC663F01976D3ED623D53DBCB944BF51CE493FB048733E115A833F3ED81BC0059C403EE3D35CBE998033BF752C4E3EBB6413BF95FDF93FFCD251BE"> : tensor<4x6xf32>
  %reshape_regroup_got = call @reshape_regroup(%reshape_regroup_in0) : (tensor<4x6xf32>) -> (tensor<3x8xf32>)
  %reshape_regroup_0_flat = tensor.collapse_shape %reshape_regroup_got [[0, 1]] : tensor<3x8xf32> into tensor<24xf32>
  %reshape_regroup_0_want = arith.constant dense<"0x87BE7DBA73E399BFD38756BF82B2A2BED2D4D6BF1AA89C3E51ED8EBF582F4EBFBE9AE53ECFFC663F01976D3ED623D53DBCB944BF51CE493FB048733E115A833F3ED81BC0059C403EE3D35CBE998033BF752C4E3EBB6413BF95FDF93FFCD251BE"> : tensor<24xf32>
  %reshape_regroup_0_any_got = tensor.cast %reshape_regroup_0_flat : tensor<24xf32> to tensor<?xf32>
  %reshape_regroup_0_any_want = tensor.cast %reshape_regroup_0_want : tensor<24xf32> to tensor<?xf32>
  %reshape_regroup_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_regroup_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_regroup_0 = call @count_f32(%reshape_regroup_0_any_got, %reshape_regroup_0_any_want, %reshape_regroup_0_tolerance, %reshape_regroup_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_regroup "
  call @printI64(%reshape_regroup_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_unsqueeze_in0 = arith.constant dense<"0x8EB8FF3F285E123FA7468C3F"> : tensor<3xf32>
  %reshape_unsqueeze_got = call @reshape_unsqueeze(%reshape_unsqueeze_in0) : (tensor<3xf32>) -> (tensor<3x1xf32>)
  %reshape_unsqueeze_0_flat = tensor.collapse_shape %reshape_unsqueeze_got [[0, 1]] : tensor<3x1xf32> into tensor<3xf32>
  %reshape_unsqueeze_0_want = arith.constant dense<"0x8EB8FF3F285E123FA7468C3F"> : tensor<3xf32>
  %reshape_unsqueeze_0_any_got = tensor.cast %reshape_unsqueeze_0_flat : tensor<3xf32> to tensor<?xf32>
  %reshape_unsqueeze_0_any_want = tensor.cast %reshape_unsqueeze_0_want : tensor<3xf32> to tensor<?xf32>
  %reshape_unsqueeze_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_unsqueeze_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_unsqueeze_0 = call @count_f32(%reshape_unsqueeze_0_any_got, %reshape_unsqueeze_0_any_want, %reshape_unsqueeze_0_tolerance, %reshape_unsqueeze_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_unsqueeze "
  call @printI64(%reshape_unsqueeze_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_unsqueeze_front_in0 = arith.constant dense<"0x4B8144BF7B9B83BD51E922BC"> : tensor<3xf32>
  %reshape_unsqueeze_front_got = call @reshape_unsqueeze_front(%reshape_unsqueeze_front_in0) : (tensor<3xf32>) -> (tensor<1x3xf32>)
  %reshape_unsqueeze_front_0_flat = tensor.collapse_shape %reshape_unsqueeze_front_got [[0, 1]] : tensor<1x3xf32> into tensor<3xf32>
  %reshape_unsqueeze_front_0_want = arith.constant dense<"0x4B8144BF7B9B83BD51E922BC"> : tensor<3xf32>
  %reshape_unsqueeze_front_0_any_got = tensor.cast %reshape_unsqueeze_front_0_flat : tensor<3xf32> to tensor<?xf32>
  %reshape_unsqueeze_front_0_any_want = tensor.cast %reshape_unsqueeze_front_0_want : tensor<3xf32> to tensor<?xf32>
  %reshape_unsqueeze_front_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_unsqueeze_front_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_unsqueeze_front_0 = call @count_f32(%reshape_unsqueeze_front_0_any_got, %reshape_unsqueeze_front_0_any_want, %reshape_unsqueeze_front_0_tolerance, %reshape_unsqueeze_front_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_unsqueeze_front "
  call @printI64(%reshape_unsqueeze_front_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_squeeze_in0 = arith.constant dense<"0x1FF28B3ECB43DEBE81E605BE241E343E9C289BBF8E121140"> : tensor<2x1x3xf32>
  %reshape_squeeze_got = call @reshape_squeeze(%reshape_squeeze_in0) : (tensor<2x1x3xf32>) -> (tensor<2x3xf32>)
  %reshape_squeeze_0_flat = tensor.collapse_shape %reshape_squeeze_got [[0, 1]] : tensor<2x3xf32> into tensor<6xf32>
  %reshape_squeeze_0_want = arith.constant dense<"0x1FF28B3ECB43DEBE81E605BE241E343E9C289BBF8E121140"> : tensor<6xf32>
  %reshape_squeeze_0_any_got = tensor.cast %reshape_squeeze_0_flat : tensor<6xf32> to tensor<?xf32>
  %reshape_squeeze_0_any_want = tensor.cast %reshape_squeeze_0_want : tensor<6xf32> to tensor<?xf32>
  %reshape_squeeze_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_squeeze_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_squeeze_0 = call @count_f32(%reshape_squeeze_0_any_got, %reshape_squeeze_0_any_want, %reshape_squeeze_0_tolerance, %reshape_squeeze_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_squeeze "
  call @printI64(%reshape_squeeze_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_to_scalar_in0 = arith.constant dense<"0x9A4572BF"> : tensor<1x1xf32>
  %reshape_to_scalar_got = call @reshape_to_scalar(%reshape_to_scalar_in0) : (tensor<1x1xf32>) -> (tensor<f32>)
  %reshape_to_scalar_0_flat = tensor.expand_shape %reshape_to_scalar_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %reshape_to_scalar_0_want = arith.constant dense<"0x9A4572BF"> : tensor<1xf32>
  %reshape_to_scalar_0_any_got = tensor.cast %reshape_to_scalar_0_flat : tensor<1xf32> to tensor<?xf32>
  %reshape_to_scalar_0_any_want = tensor.cast %reshape_to_scalar_0_want : tensor<1xf32> to tensor<?xf32>
  %reshape_to_scalar_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_to_scalar_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_to_scalar_0 = call @count_f32(%reshape_to_scalar_0_any_got, %reshape_to_scalar_0_any_want, %reshape_to_scalar_0_tolerance, %reshape_to_scalar_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_to_scalar "
  call @printI64(%reshape_to_scalar_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_from_scalar_in0 = arith.constant dense<"0x6FA7883E"> : tensor<f32>
  %reshape_from_scalar_got = call @reshape_from_scalar(%reshape_from_scalar_in0) : (tensor<f32>) -> (tensor<1x1xf32>)
  %reshape_from_scalar_0_flat = tensor.collapse_shape %reshape_from_scalar_got [[0, 1]] : tensor<1x1xf32> into tensor<1xf32>
  %reshape_from_scalar_0_want = arith.constant dense<"0x6FA7883E"> : tensor<1xf32>
  %reshape_from_scalar_0_any_got = tensor.cast %reshape_from_scalar_0_flat : tensor<1xf32> to tensor<?xf32>
  %reshape_from_scalar_0_any_want = tensor.cast %reshape_from_scalar_0_want : tensor<1xf32> to tensor<?xf32>
  %reshape_from_scalar_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_from_scalar_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_from_scalar_0 = call @count_f32(%reshape_from_scalar_0_any_got, %reshape_from_scalar_0_any_want, %reshape_from_scalar_0_tolerance, %reshape_from_scalar_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_from_scalar "
  call @printI64(%reshape_from_scalar_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_middle_in0 = arith.constant dense<"0x52C76D40B8DCAA3E1C8BAFBF4F43D13F6F40323F280B213FBABEC93F5FC3333F70D42A3FF036DC3F106A083E8046713F077B9A3D97749E3FFBBF343F51CFBE3E51F24CBF54437EBEC00B7DBFA157823FE71B45BF9EC2933C47C710BF27822740146B0840CE7A9D3FA0C5C03F6EB3E53F2557C33FE59BC43F1C92CCBECC9AD73E773ACBBFDB84583EB1A103BFEA570ABF502C72BF3DC5D1BF8748923EF282A13FBC6DCB3EC52368BF17D2C9BE9B16CCBF9BF98ABFBA8AB03FB94B3B3F96D230BF976E0BBFE042B13F99978F3E1F47B43E4F1B87BF4FAED0BE52F9533F868FF13FFD6D3A3FB10F0BBFD6ACB03F02CC813F"> : tensor<2x6x5xf32>
  %reshape_middle_got = call @reshape_middle(%reshape_middle_in0) : (tensor<2x6x5xf32>) -> (tensor<2x2x3x5xf32>)
  %reshape_middle_0_flat = tensor.collapse_shape %reshape_middle_got [[0, 1, 2, 3]] : tensor<2x2x3x5xf32> into tensor<60xf32>
  %reshape_middle_0_want = arith.constant dense<"0x52C76D40B8DCAA3E1C8BAFBF4F43D13F6F40323F280B213FBABEC93F5FC3333F70D42A3FF036DC3F106A083E8046713F077B9A3D97749E3FFBBF343F51CFBE3E51F24CBF54437EBEC00B7DBFA157823FE71B45BF9EC2933C47C710BF27822740146B0840CE7A9D3FA0C5C03F6EB3E53F2557C33FE59BC43F1C92CCBECC9AD73E773ACBBFDB84583EB1A103BFEA570ABF502C72BF3DC5D1BF8748923EF282A13FBC6DCB3EC52368BF17D2C9BE9B16CCBF9BF98ABFBA8AB03FB94B3B3F96D230BF976E0BBFE042B13F99978F3E1F47B43E4F1B87BF4FAED0BE52F9533F868FF13FFD6D3A3FB10F0BBFD6ACB03F02CC813F"> : tensor<60xf32>
  %reshape_middle_0_any_got = tensor.cast %reshape_middle_0_flat : tensor<60xf32> to tensor<?xf32>
  %reshape_middle_0_any_want = tensor.cast %reshape_middle_0_want : tensor<60xf32> to tensor<?xf32>
  %reshape_middle_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_middle_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_middle_0 = call @count_f32(%reshape_middle_0_any_got, %reshape_middle_0_any_want, %reshape_middle_0_tolerance, %reshape_middle_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_middle "
  call @printI64(%reshape_middle_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_batch_in0 = arith.constant dense<"0x97D595BFE8840B3F93AD253E38F3A53E3337E13F16EB443F3F6862BF624F223F9F8E25BF7C7824BE22316FBF247EC8BFE2ADD5BD3555B8BE374D613EDE9A733FA976383F3D58C83FCF6832BE12C7763F822F3EBF58C4123F7D23403F0434143F"> : tensor<3x2x4xf32>
  %reshape_batch_in0d = tensor.cast %reshape_batch_in0 : tensor<3x2x4xf32> to tensor<?x2x4xf32, #nn.dims<"batch", _, _>>
  %reshape_batch_got = call @reshape_batch(%reshape_batch_in0d) : (tensor<?x2x4xf32, #nn.dims<"batch", _, _>>) -> (tensor<?x8xf32, #nn.dims<"batch", _>>)
  %reshape_batch_cast0 = tensor.cast %reshape_batch_got : tensor<?x8xf32, #nn.dims<"batch", _>> to tensor<3x8xf32>
  %reshape_batch_0_flat = tensor.collapse_shape %reshape_batch_cast0 [[0, 1]] : tensor<3x8xf32> into tensor<24xf32>
  %reshape_batch_0_want = arith.constant dense<"0x97D595BFE8840B3F93AD253E38F3A53E3337E13F16EB443F3F6862BF624F223F9F8E25BF7C7824BE22316FBF247EC8BFE2ADD5BD3555B8BE374D613EDE9A733FA976383F3D58C83FCF6832BE12C7763F822F3EBF58C4123F7D23403F0434143F"> : tensor<24xf32>
  %reshape_batch_0_any_got = tensor.cast %reshape_batch_0_flat : tensor<24xf32> to tensor<?xf32>
  %reshape_batch_0_any_want = tensor.cast %reshape_batch_0_want : tensor<24xf32> to tensor<?xf32>
  %reshape_batch_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_batch_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_batch_0 = call @count_f32(%reshape_batch_0_any_got, %reshape_batch_0_any_want, %reshape_batch_0_tolerance, %reshape_batch_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_batch "
  call @printI64(%reshape_batch_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_double_in0 = arith.constant dense<"0xEE7594BEFF39BF3F97BEA4BF06CA463E2491A13F22D1BCBEC395C53E5B9B533F849D16C0CF6423BFE846C53F694FB83E71F148BF2C3351BE09BB673F6B7FE9BF36BEE1BEDB979E3F3D8BC2BF7FE46EBF8713A9BF7448A2BFB865A0BECFD481BE"> : tensor<6x4xf32>
  %reshape_double_in0d = tensor.cast %reshape_double_in0 : tensor<6x4xf32> to tensor<?x4xf32, #nn.dims<"2*batch", _>>
  %reshape_double_batch = arith.constant 3 : index
  %reshape_double_got = call @reshape_double(%reshape_double_in0d, %reshape_double_batch) : (tensor<?x4xf32, #nn.dims<"2*batch", _>>, index) -> (tensor<?x2x4xf32, #nn.dims<"batch", _, _>>)
  %reshape_double_cast0 = tensor.cast %reshape_double_got : tensor<?x2x4xf32, #nn.dims<"batch", _, _>> to tensor<3x2x4xf32>
  %reshape_double_0_flat = tensor.collapse_shape %reshape_double_cast0 [[0, 1, 2]] : tensor<3x2x4xf32> into tensor<24xf32>
  %reshape_double_0_want = arith.constant dense<"0xEE7594BEFF39BF3F97BEA4BF06CA463E2491A13F22D1BCBEC395C53E5B9B533F849D16C0CF6423BFE846C53F694FB83E71F148BF2C3351BE09BB673F6B7FE9BF36BEE1BEDB979E3F3D8BC2BF7FE46EBF8713A9BF7448A2BFB865A0BECFD481BE"> : tensor<24xf32>
  %reshape_double_0_any_got = tensor.cast %reshape_double_0_flat : tensor<24xf32> to tensor<?xf32>
  %reshape_double_0_any_want = tensor.cast %reshape_double_0_want : tensor<24xf32> to tensor<?xf32>
  %reshape_double_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_double_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_double_0 = call @count_f32(%reshape_double_0_any_got, %reshape_double_0_any_want, %reshape_double_0_tolerance, %reshape_double_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_double "
  call @printI64(%reshape_double_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_join_in0 = arith.constant dense<"0xF951433F88FB9ABF2B30293F77BE183F7F7226BF5FEF093F"> : tensor<3x2xf32>
  %reshape_join_in0d = tensor.cast %reshape_join_in0 : tensor<3x2xf32> to tensor<?x2xf32, #nn.dims<"batch", _>>
  %reshape_join_got = call @reshape_join(%reshape_join_in0d) : (tensor<?x2xf32, #nn.dims<"batch", _>>) -> (tensor<?xf32, #nn.dims<"2*batch">>)
  %reshape_join_cast0 = tensor.cast %reshape_join_got : tensor<?xf32, #nn.dims<"2*batch">> to tensor<6xf32>
  %reshape_join_0_want = arith.constant dense<"0xF951433F88FB9ABF2B30293F77BE183F7F7226BF5FEF093F"> : tensor<6xf32>
  %reshape_join_0_any_got = tensor.cast %reshape_join_cast0 : tensor<6xf32> to tensor<?xf32>
  %reshape_join_0_any_want = tensor.cast %reshape_join_0_want : tensor<6xf32> to tensor<?xf32>
  %reshape_join_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_join_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_join_0 = call @count_f32(%reshape_join_0_any_got, %reshape_join_0_any_want, %reshape_join_0_tolerance, %reshape_join_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_join "
  call @printI64(%reshape_join_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reshape_unsqueeze_dynamic_in0 = arith.constant dense<"0x1280D4BEC44000C068D46D3E"> : tensor<3xf32>
  %reshape_unsqueeze_dynamic_in0d = tensor.cast %reshape_unsqueeze_dynamic_in0 : tensor<3xf32> to tensor<?xf32, #nn.dims<"batch">>
  %reshape_unsqueeze_dynamic_got = call @reshape_unsqueeze_dynamic(%reshape_unsqueeze_dynamic_in0d) : (tensor<?xf32, #nn.dims<"batch">>) -> (tensor<?x1xf32, #nn.dims<"batch", _>>)
  %reshape_unsqueeze_dynamic_cast0 = tensor.cast %reshape_unsqueeze_dynamic_got : tensor<?x1xf32, #nn.dims<"batch", _>> to tensor<3x1xf32>
  %reshape_unsqueeze_dynamic_0_flat = tensor.collapse_shape %reshape_unsqueeze_dynamic_cast0 [[0, 1]] : tensor<3x1xf32> into tensor<3xf32>
  %reshape_unsqueeze_dynamic_0_want = arith.constant dense<"0x1280D4BEC44000C068D46D3E"> : tensor<3xf32>
  %reshape_unsqueeze_dynamic_0_any_got = tensor.cast %reshape_unsqueeze_dynamic_0_flat : tensor<3xf32> to tensor<?xf32>
  %reshape_unsqueeze_dynamic_0_any_want = tensor.cast %reshape_unsqueeze_dynamic_0_want : tensor<3xf32> to tensor<?xf32>
  %reshape_unsqueeze_dynamic_0_tolerance = arith.constant 0.000000e+00 : f64
  %reshape_unsqueeze_dynamic_0_floor = arith.constant 0.000000e+00 : f64
  %reshape_unsqueeze_dynamic_0 = call @count_f32(%reshape_unsqueeze_dynamic_0_any_got, %reshape_unsqueeze_dynamic_0_any_want, %reshape_unsqueeze_dynamic_0_tolerance, %reshape_unsqueeze_dynamic_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reshape_unsqueeze_dynamic "
  call @printI64(%reshape_unsqueeze_dynamic_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %slice_in0 = arith.constant dense<"0xD8E7014083C3CEBFEB1328C04E9E31BFF2D7943FE7B780BF7D3E6DBE5A1614BF347B933FC3C86D3FE3D0AFBE3D0488BF6719A4BFB54A00BF91B0783FA27865BF51FC2340529F413FB97E823E35A77CBF2E4E68BF7A9E73BE7B89AA3F33A2013D2BBBDC3F3DB0813E82AF37BFCACF733F5E8B163FEF3E9F3F"> : tensor<5x6xf32>
  %slice_got = call @slice(%slice_in0) : (tensor<5x6xf32>) -> (tensor<3x4xf32>)
  %slice_0_flat = tensor.collapse_shape %slice_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %slice_0_want = arith.constant dense<"0x347B933FC3C86D3FE3D0AFBE3D0488BF91B0783FA27865BF51FC2340529F413F2E4E68BF7A9E73BE7B89AA3F33A2013D"> : tensor<12xf32>
  %slice_0_any_got = tensor.cast %slice_0_flat : tensor<12xf32> to tensor<?xf32>
  %slice_0_any_want = tensor.cast %slice_0_want : tensor<12xf32> to tensor<?xf32>
  %slice_0_tolerance = arith.constant 0.000000e+00 : f64
  %slice_0_floor = arith.constant 0.000000e+00 : f64
  %slice_0 = call @count_f32(%slice_0_any_got, %slice_0_any_want, %slice_0_tolerance, %slice_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "slice "
  call @printI64(%slice_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %slice_dynamic_in0 = arith.constant dense<"0x98B1333E1C1ECDBE7096B33ED2BC37BFEAFB98BD49F485BF52D5A7BE11A912BFA3E5CE3F66F762BF9EDD77BF392680BF27C8A73E9AF317BD44DA533D5EB583BF2859DD3CA2B6773FCEDB823E43E691BE80DE0A3E130EB2BEB618D83E7D02A53E9E32C0BE51738F3D4A21883C38865A3F63DAC9BEF04300BE"> : tensor<5x6xf32>
  %slice_dynamic_in0d = tensor.cast %slice_dynamic_in0 : tensor<5x6xf32> to tensor<?x6xf32, #nn.dims<"batch", _>>
  %slice_dynamic_got = call @slice_dynamic(%slice_dynamic_in0d) : (tensor<?x6xf32, #nn.dims<"batch", _>>) -> (tensor<?x3xf32, #nn.dims<"batch", _>>)
  %slice_dynamic_cast0 = tensor.cast %slice_dynamic_got : tensor<?x3xf32, #nn.dims<"batch", _>> to tensor<5x3xf32>
  %slice_dynamic_0_flat = tensor.collapse_shape %slice_dynamic_cast0 [[0, 1]] : tensor<5x3xf32> into tensor<15xf32>
  %slice_dynamic_0_want = arith.constant dense<"0x7096B33ED2BC37BFEAFB98BDA3E5CE3F66F762BF9EDD77BF44DA533D5EB583BF2859DD3C80DE0A3E130EB2BEB618D83E4A21883C38865A3F63DAC9BE"> : tensor<15xf32>
  %slice_dynamic_0_any_got = tensor.cast %slice_dynamic_0_flat : tensor<15xf32> to tensor<?xf32>
  %slice_dynamic_0_any_want = tensor.cast %slice_dynamic_0_want : tensor<15xf32> to tensor<?xf32>
  %slice_dynamic_0_tolerance = arith.constant 0.000000e+00 : f64
  %slice_dynamic_0_floor = arith.constant 0.000000e+00 : f64
  %slice_dynamic_0 = call @count_f32(%slice_dynamic_0_any_got, %slice_dynamic_0_any_want, %slice_dynamic_0_tolerance, %slice_dynamic_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "slice_dynamic "
  call @printI64(%slice_dynamic_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %concat_in0 = arith.constant dense<"0x5DF09F3F8BBF343FCDB6D13E020E5B3F45FFBD3ED296B83D"> : tensor<3x2xf32>
  %concat_in1 = arith.constant dense<"0x2EF55ABE3478C03E8FD8123F4E1760BFF17E093FB039913FA0D5DD3CA2C1CABE1DCDE0BF434B8BBE0ED7CEBF7C86CF3F"> : tensor<3x4xf32>
  %concat_got = call @concat(%concat_in0, %concat_in1) : (tensor<3x2xf32>, tensor<3x4xf32>) -> (tensor<3x6xf32>)
  %concat_0_flat = tensor.collapse_shape %concat_got [[0, 1]] : tensor<3x6xf32> into tensor<18xf32>
  %concat_0_want = arith.constant dense<"0x5DF09F3F8BBF343F2EF55ABE3478C03E8FD8123F4E1760BFCDB6D13E020E5B3FF17E093FB039913FA0D5DD3CA2C1CABE45FFBD3ED296B83D1DCDE0BF434B8BBE0ED7CEBF7C86CF3F"> : tensor<18xf32>
  %concat_0_any_got = tensor.cast %concat_0_flat : tensor<18xf32> to tensor<?xf32>
  %concat_0_any_want = tensor.cast %concat_0_want : tensor<18xf32> to tensor<?xf32>
  %concat_0_tolerance = arith.constant 0.000000e+00 : f64
  %concat_0_floor = arith.constant 0.000000e+00 : f64
  %concat_0 = call @count_f32(%concat_0_any_got, %concat_0_any_want, %concat_0_tolerance, %concat_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "concat "
  call @printI64(%concat_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %concat_dynamic_in0 = arith.constant dense<"0x91A2C5BF3FA110BDBD99F6BE235EE03E"> : tensor<2x2xf32>
  %concat_dynamic_in1 = arith.constant dense<"0x3A42803F31F54BBECD2142C07A337BBF6EE8CB3F333C623E"> : tensor<3x2xf32>
  %concat_dynamic_in1d = tensor.cast %concat_dynamic_in1 : tensor<3x2xf32> to tensor<?x2xf32, #nn.dims<"batch", _>>
  %concat_dynamic_got = call @concat_dynamic(%concat_dynamic_in0, %concat_dynamic_in1d) : (tensor<2x2xf32>, tensor<?x2xf32, #nn.dims<"batch", _>>) -> (tensor<?x2xf32, #nn.dims<"batch+2", _>>)
  %concat_dynamic_cast0 = tensor.cast %concat_dynamic_got : tensor<?x2xf32, #nn.dims<"batch+2", _>> to tensor<5x2xf32>
  %concat_dynamic_0_flat = tensor.collapse_shape %concat_dynamic_cast0 [[0, 1]] : tensor<5x2xf32> into tensor<10xf32>
  %concat_dynamic_0_want = arith.constant dense<"0x91A2C5BF3FA110BDBD99F6BE235EE03E3A42803F31F54BBECD2142C07A337BBF6EE8CB3F333C623E"> : tensor<10xf32>
  %concat_dynamic_0_any_got = tensor.cast %concat_dynamic_0_flat : tensor<10xf32> to tensor<?xf32>
  %concat_dynamic_0_any_want = tensor.cast %concat_dynamic_0_want : tensor<10xf32> to tensor<?xf32>
  %concat_dynamic_0_tolerance = arith.constant 0.000000e+00 : f64
  %concat_dynamic_0_floor = arith.constant 0.000000e+00 : f64
  %concat_dynamic_0 = call @count_f32(%concat_dynamic_0_any_got, %concat_dynamic_0_any_want, %concat_dynamic_0_tolerance, %concat_dynamic_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "concat_dynamic "
  call @printI64(%concat_dynamic_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pad_in0 = arith.constant dense<"0x4C6C973E5F611FBFCF2152BE55D204BE8880063F8F6052BF5B62A0BFB5F7793E66D07EBE84EF42BE0A2DAABE38059CBD"> : tensor<3x4xf32>
  %pad_got = call @pad(%pad_in0) : (tensor<3x4xf32>) -> (tensor<4x6xf32>)
  %pad_0_flat = tensor.collapse_shape %pad_got [[0, 1]] : tensor<4x6xf32> into tensor<24xf32>
  %pad_0_want = arith.constant dense<"0x0000000000000000000000000000000000000000000000004C6C973E5F611FBFCF2152BE55D204BE00000000000000008880063F8F6052BF5B62A0BFB5F7793E000000000000000066D07EBE84EF42BE0A2DAABE38059CBD0000000000000000"> : tensor<24xf32>
  %pad_0_any_got = tensor.cast %pad_0_flat : tensor<24xf32> to tensor<?xf32>
  %pad_0_any_want = tensor.cast %pad_0_want : tensor<24xf32> to tensor<?xf32>
  %pad_0_tolerance = arith.constant 0.000000e+00 : f64
  %pad_0_floor = arith.constant 0.000000e+00 : f64
  %pad_0 = call @count_f32(%pad_0_any_got, %pad_0_any_want, %pad_0_tolerance, %pad_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pad "
  call @printI64(%pad_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %flip_in0 = arith.constant dense<"0x4C6C973E5F611FBFCF2152BE55D204BE8880063F8F6052BF5B62A0BFB5F7793E66D07EBE84EF42BE0A2DAABE38059CBD"> : tensor<3x4xf32>
  %flip_got = call @flip(%flip_in0) : (tensor<3x4xf32>) -> (tensor<3x4xf32>)
  %flip_0_flat = tensor.collapse_shape %flip_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %flip_0_want = arith.constant dense<"0x55D204BECF2152BE5F611FBF4C6C973EB5F7793E5B62A0BF8F6052BF8880063F38059CBD0A2DAABE84EF42BE66D07EBE"> : tensor<12xf32>
  %flip_0_any_got = tensor.cast %flip_0_flat : tensor<12xf32> to tensor<?xf32>
  %flip_0_any_want = tensor.cast %flip_0_want : tensor<12xf32> to tensor<?xf32>
  %flip_0_tolerance = arith.constant 0.000000e+00 : f64
  %flip_0_floor = arith.constant 0.000000e+00 : f64
  %flip_0 = call @count_f32(%flip_0_any_got, %flip_0_any_want, %flip_0_tolerance, %flip_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "flip "
  call @printI64(%flip_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %flip_both_in0 = arith.constant dense<"0x4C6C973E5F611FBFCF2152BE55D204BE8880063F8F6052BF5B62A0BFB5F7793E66D07EBE84EF42BE0A2DAABE38059CBD"> : tensor<3x4xf32>
  %flip_both_in0d = tensor.cast %flip_both_in0 : tensor<3x4xf32> to tensor<?x4xf32, #nn.dims<"batch", _>>
  %flip_both_got = call @flip_both(%flip_both_in0d) : (tensor<?x4xf32, #nn.dims<"batch", _>>) -> (tensor<?x4xf32, #nn.dims<"batch", _>>)
  %flip_both_cast0 = tensor.cast %flip_both_got : tensor<?x4xf32, #nn.dims<"batch", _>> to tensor<3x4xf32>
  %flip_both_0_flat = tensor.collapse_shape %flip_both_cast0 [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %flip_both_0_want = arith.constant dense<"0x38059CBD0A2DAABE84EF42BE66D07EBEB5F7793E5B62A0BF8F6052BF8880063F55D204BECF2152BE5F611FBF4C6C973E"> : tensor<12xf32>
  %flip_both_0_any_got = tensor.cast %flip_both_0_flat : tensor<12xf32> to tensor<?xf32>
  %flip_both_0_any_want = tensor.cast %flip_both_0_want : tensor<12xf32> to tensor<?xf32>
  %flip_both_0_tolerance = arith.constant 0.000000e+00 : f64
  %flip_both_0_floor = arith.constant 0.000000e+00 : f64
  %flip_both_0 = call @count_f32(%flip_both_0_any_got, %flip_both_0_any_want, %flip_both_0_tolerance, %flip_both_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "flip_both "
  call @printI64(%flip_both_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %iota_i32_got = call @iota_i32() : () -> (tensor<3x4xi32>)
  %iota_i32_0_flat = tensor.collapse_shape %iota_i32_got [[0, 1]] : tensor<3x4xi32> into tensor<12xi32>
  %iota_i32_0_want = arith.constant dense<"0x000000000100000002000000030000000000000001000000020000000300000000000000010000000200000003000000"> : tensor<12xi32>
  %iota_i32_0_any_got = tensor.cast %iota_i32_0_flat : tensor<12xi32> to tensor<?xi32>
  %iota_i32_0_any_want = tensor.cast %iota_i32_0_want : tensor<12xi32> to tensor<?xi32>
  %iota_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %iota_i32_0_floor = arith.constant 0.000000e+00 : f64
  %iota_i32_0 = call @count_i32(%iota_i32_0_any_got, %iota_i32_0_any_want, %iota_i32_0_tolerance, %iota_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "iota_i32 "
  call @printI64(%iota_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %iota_f32_got = call @iota_f32() : () -> (tensor<5xf32>)
  %iota_f32_0_want = arith.constant dense<"0x000000000000803F000000400000404000008040"> : tensor<5xf32>
  %iota_f32_0_any_got = tensor.cast %iota_f32_got : tensor<5xf32> to tensor<?xf32>
  %iota_f32_0_any_want = tensor.cast %iota_f32_0_want : tensor<5xf32> to tensor<?xf32>
  %iota_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %iota_f32_0_floor = arith.constant 0.000000e+00 : f64
  %iota_f32_0 = call @count_f32(%iota_f32_0_any_got, %iota_f32_0_any_want, %iota_f32_0_tolerance, %iota_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "iota_f32 "
  call @printI64(%iota_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %constant_got = call @constant() : () -> (tensor<2x2xf32>)
  %constant_0_flat = tensor.collapse_shape %constant_got [[0, 1]] : tensor<2x2xf32> into tensor<4xf32>
  %constant_0_want = arith.constant dense<"0xA12C41BF3411A33F85EA3B4043B0F73E"> : tensor<4xf32>
  %constant_0_any_got = tensor.cast %constant_0_flat : tensor<4xf32> to tensor<?xf32>
  %constant_0_any_want = tensor.cast %constant_0_want : tensor<4xf32> to tensor<?xf32>
  %constant_0_tolerance = arith.constant 1.000000e-07 : f64
  %constant_0_floor = arith.constant 0.000000e+00 : f64
  %constant_0 = call @count_f32(%constant_0_any_got, %constant_0_any_want, %constant_0_tolerance, %constant_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "constant "
  call @printI64(%constant_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cumsum_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BFD0E6DCBEED24A33FA07EB03E"> : tensor<3x5xf32>
  %cumsum_in0d = tensor.cast %cumsum_in0 : tensor<3x5xf32> to tensor<?x5xf32, #nn.dims<"batch", _>>
  %cumsum_got = call @cumsum(%cumsum_in0d) : (tensor<?x5xf32, #nn.dims<"batch", _>>) -> (tensor<?x5xf32, #nn.dims<"batch", _>>)
  %cumsum_cast0 = tensor.cast %cumsum_got : tensor<?x5xf32, #nn.dims<"batch", _>> to tensor<3x5xf32>
  %cumsum_0_flat = tensor.collapse_shape %cumsum_cast0 [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %cumsum_0_want = arith.constant dense<"0xD5E2CABFAA2CA7BFE85C07C068C0BBBF072B1CC09ABDE23E80B53740C3990E4058B6C93FFC40C03F6E3A084066A70E3FF8CF003EEC3EB33F945EDF3F"> : tensor<15xf32>
  %cumsum_0_any_got = tensor.cast %cumsum_0_flat : tensor<15xf32> to tensor<?xf32>
  %cumsum_0_any_want = tensor.cast %cumsum_0_want : tensor<15xf32> to tensor<?xf32>
  %cumsum_0_tolerance = arith.constant 5.000000e-07 : f64
  %cumsum_0_floor = arith.constant 0.000000e+00 : f64
  %cumsum_0 = call @count_f32(%cumsum_0_any_got, %cumsum_0_any_want, %cumsum_0_tolerance, %cumsum_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cumsum "
  call @printI64(%cumsum_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cumsum_reverse_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BFD0E6DCBEED24A33FA07EB03E"> : tensor<3x5xf32>
  %cumsum_reverse_in0d = tensor.cast %cumsum_reverse_in0 : tensor<3x5xf32> to tensor<?x5xf32, #nn.dims<"batch", _>>
  %cumsum_reverse_got = call @cumsum_reverse(%cumsum_reverse_in0d) : (tensor<?x5xf32, #nn.dims<"batch", _>>) -> (tensor<?x5xf32, #nn.dims<"batch", _>>)
  %cumsum_reverse_cast0 = tensor.cast %cumsum_reverse_got : tensor<?x5xf32, #nn.dims<"batch", _>> to tensor<3x5xf32>
  %cumsum_reverse_0_flat = tensor.collapse_shape %cumsum_reverse_cast0 [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %cumsum_reverse_0_want = arith.constant dense<"0xDA827C3F9C50913F54FEF0BF26A1A23FB3D633BF21922440E2345B3F2E7189BF7D4F1F3F30A98A3E6E3A08402921C9BFD0E6DCBEED24A33FA07EB03E"> : tensor<15xf32>
  %cumsum_reverse_0_any_got = tensor.cast %cumsum_reverse_0_flat : tensor<15xf32> to tensor<?xf32>
  %cumsum_reverse_0_any_want = tensor.cast %cumsum_reverse_0_want : tensor<15xf32> to tensor<?xf32>
  %cumsum_reverse_0_tolerance = arith.constant 5.000000e-07 : f64
  %cumsum_reverse_0_floor = arith.constant 0.000000e+00 : f64
  %cumsum_reverse_0 = call @count_f32(%cumsum_reverse_0_any_got, %cumsum_reverse_0_any_want, %cumsum_reverse_0_tolerance, %cumsum_reverse_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cumsum_reverse "
  call @printI64(%cumsum_reverse_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %orthonormalize_in0 = arith.constant dense<"0x767F3EBF300ADABE3567843E70EC78BFFA4AFEBB8D5E8BBEB62FBBBF0F69443EF32693BEDFB4303F8A1C4FBF6F7E24409E98AF3E5F42613DD5E90E3F239E04C0148973BF5C4F803F5C69803F4C0EAFBD846C733F36773BBF4803A7BFC0659DBF"> : tensor<4x6xf32>
  %orthonormalize_got = call @orthonormalize(%orthonormalize_in0) : (tensor<4x6xf32>) -> (tensor<4x6xf32>)
  %orthonormalize_0_flat = tensor.collapse_shape %orthonormalize_got [[0, 1]] : tensor<4x6xf32> into tensor<24xf32>
  %orthonormalize_0_want = arith.constant dense<"0xFB240DBF098DA1BE8B33443EF76E38BF6569BCBB30864EBE5C6705BFAF55EC3C492E93BD0E99153ECAFF83BEC9F04B3F7A18133FDF8A403E2516293E695714BF73A5BABE7E95BE3E96D8A2BD697DA9BDD94BC23E36E1973E1ED04DBFCAA1A8BE"> : tensor<24xf32>
  %orthonormalize_0_any_got = tensor.cast %orthonormalize_0_flat : tensor<24xf32> to tensor<?xf32>
  %orthonormalize_0_any_want = tensor.cast %orthonormalize_0_want : tensor<24xf32> to tensor<?xf32>
  %orthonormalize_0_tolerance = arith.constant 1.000000e-04 : f64
  %orthonormalize_0_floor = arith.constant 0.000000e+00 : f64
  %orthonormalize_0 = call @count_f32(%orthonormalize_0_any_got, %orthonormalize_0_any_want, %orthonormalize_0_tolerance, %orthonormalize_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "orthonormalize "
  call @printI64(%orthonormalize_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
