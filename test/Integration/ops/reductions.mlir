// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}sum_0 0{{$}}
// CHECK: {{^}}mean_0 0{{$}}
// CHECK: {{^}}prod_0 0{{$}}
// CHECK: {{^}}reduce_max_0 0{{$}}
// CHECK: {{^}}reduce_min_0 0{{$}}
// CHECK: {{^}}log_sum_exp_0 0{{$}}
// CHECK: {{^}}sum_1 0{{$}}
// CHECK: {{^}}mean_1 0{{$}}
// CHECK: {{^}}prod_1 0{{$}}
// CHECK: {{^}}reduce_max_1 0{{$}}
// CHECK: {{^}}reduce_min_1 0{{$}}
// CHECK: {{^}}log_sum_exp_1 0{{$}}
// CHECK: {{^}}sum_2 0{{$}}
// CHECK: {{^}}mean_2 0{{$}}
// CHECK: {{^}}prod_2 0{{$}}
// CHECK: {{^}}reduce_max_2 0{{$}}
// CHECK: {{^}}reduce_min_2 0{{$}}
// CHECK: {{^}}log_sum_exp_2 0{{$}}
// CHECK: {{^}}sum_02 0{{$}}
// CHECK: {{^}}mean_02 0{{$}}
// CHECK: {{^}}prod_02 0{{$}}
// CHECK: {{^}}reduce_max_02 0{{$}}
// CHECK: {{^}}reduce_min_02 0{{$}}
// CHECK: {{^}}log_sum_exp_02 0{{$}}
// CHECK: {{^}}sum_012 0{{$}}
// CHECK: {{^}}mean_012 0{{$}}
// CHECK: {{^}}prod_012 0{{$}}
// CHECK: {{^}}reduce_max_012 0{{$}}
// CHECK: {{^}}reduce_min_012 0{{$}}
// CHECK: {{^}}log_sum_exp_012 0{{$}}
// CHECK: {{^}}mean_dynamic 0{{$}}
// CHECK: {{^}}max_nan 0{{$}}
// CHECK: {{^}}min_nan 0{{$}}
// CHECK: {{^}}log_sum_exp_range 0{{$}}
// CHECK: {{^}}argmax 0{{$}}
// CHECK: {{^}}argmax_all 0{{$}}
// CHECK: {{^}}argmin 0{{$}}
// CHECK: {{^}}argmin_all 0{{$}}
// CHECK: {{^}}argmax_i32 0{{$}}
// CHECK: {{^}}argmin_i32 0{{$}}
// CHECK: {{^}}sum_i32 0{{$}}
// CHECK: {{^}}prod_i32 0{{$}}
// CHECK: {{^}}max_i32 0{{$}}
// CHECK: {{^}}min_i32 0{{$}}
// CHECK: {{^}}any 0{{$}}
// CHECK: {{^}}all 0{{$}}

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

func.func private @count_i1(%got: tensor<?xi1>, %want: tensor<?xi1>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xi1>, tensor<?xi1>) outs(%zero : tensor<i64>) {
  ^bb0(%x: i1, %y: i1, %count: i64):
    %e = arith.cmpi ne, %x, %y : i1
    %g = arith.uitofp %e : i1 to f64
    %w = arith.constant 0.0 : f64
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  } -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}

func.func private @sum_0(%a: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r = nn.sum %a axes = [0] : tensor<3x4x5xf32> -> tensor<4x5xf32>
  return %r : tensor<4x5xf32>
}

func.func private @mean_0(%a: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r = nn.mean %a axes = [0] : tensor<3x4x5xf32> -> tensor<4x5xf32>
  return %r : tensor<4x5xf32>
}

func.func private @prod_0(%a: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r = nn.prod %a axes = [0] : tensor<3x4x5xf32> -> tensor<4x5xf32>
  return %r : tensor<4x5xf32>
}

func.func private @reduce_max_0(%a: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r = nn.reduce_max %a axes = [0] : tensor<3x4x5xf32> -> tensor<4x5xf32>
  return %r : tensor<4x5xf32>
}

func.func private @reduce_min_0(%a: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r = nn.reduce_min %a axes = [0] : tensor<3x4x5xf32> -> tensor<4x5xf32>
  return %r : tensor<4x5xf32>
}

func.func private @log_sum_exp_0(%a: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r = nn.log_sum_exp %a axes = [0] : tensor<3x4x5xf32> -> tensor<4x5xf32>
  return %r : tensor<4x5xf32>
}

func.func private @sum_1(%a: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r = nn.sum %a axes = [1] : tensor<3x4x5xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @mean_1(%a: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r = nn.mean %a axes = [1] : tensor<3x4x5xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @prod_1(%a: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r = nn.prod %a axes = [1] : tensor<3x4x5xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @reduce_max_1(%a: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r = nn.reduce_max %a axes = [1] : tensor<3x4x5xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @reduce_min_1(%a: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r = nn.reduce_min %a axes = [1] : tensor<3x4x5xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @log_sum_exp_1(%a: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r = nn.log_sum_exp %a axes = [1] : tensor<3x4x5xf32> -> tensor<3x5xf32>
  return %r : tensor<3x5xf32>
}

func.func private @sum_2(%a: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r = nn.sum %a axes = [2] : tensor<3x4x5xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @mean_2(%a: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r = nn.mean %a axes = [2] : tensor<3x4x5xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @prod_2(%a: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r = nn.prod %a axes = [2] : tensor<3x4x5xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @reduce_max_2(%a: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r = nn.reduce_max %a axes = [2] : tensor<3x4x5xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @reduce_min_2(%a: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r = nn.reduce_min %a axes = [2] : tensor<3x4x5xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @log_sum_exp_2(%a: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r = nn.log_sum_exp %a axes = [2] : tensor<3x4x5xf32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @sum_02(%a: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r = nn.sum %a axes = [0, 2] : tensor<3x4x5xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @mean_02(%a: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r = nn.mean %a axes = [0, 2] : tensor<3x4x5xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @prod_02(%a: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r = nn.prod %a axes = [0, 2] : tensor<3x4x5xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @reduce_max_02(%a: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r = nn.reduce_max %a axes = [0, 2] : tensor<3x4x5xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @reduce_min_02(%a: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r = nn.reduce_min %a axes = [0, 2] : tensor<3x4x5xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @log_sum_exp_02(%a: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r = nn.log_sum_exp %a axes = [0, 2] : tensor<3x4x5xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @sum_012(%a: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r = nn.sum %a axes = [0, 1, 2] : tensor<3x4x5xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @mean_012(%a: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r = nn.mean %a axes = [0, 1, 2] : tensor<3x4x5xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @prod_012(%a: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r = nn.prod %a axes = [0, 1, 2] : tensor<3x4x5xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @reduce_max_012(%a: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r = nn.reduce_max %a axes = [0, 1, 2] : tensor<3x4x5xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @reduce_min_012(%a: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r = nn.reduce_min %a axes = [0, 1, 2] : tensor<3x4x5xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @log_sum_exp_012(%a: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r = nn.log_sum_exp %a axes = [0, 1, 2] : tensor<3x4x5xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @mean_dynamic(%a: tensor<?x4x5xf32, #nn.dims<"batch", _, _>>) -> (tensor<5xf32>) {
  %r = nn.mean %a axes = [0, 1] : tensor<?x4x5xf32, #nn.dims<"batch", _, _>> -> tensor<5xf32>
  return %r : tensor<5xf32>
}

func.func private @max_nan(%a: tensor<4x4xf32>) -> (tensor<4xf32>) {
  %r = nn.reduce_max %a axes = [1] : tensor<4x4xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @min_nan(%a: tensor<4x4xf32>) -> (tensor<4xf32>) {
  %r = nn.reduce_min %a axes = [1] : tensor<4x4xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @log_sum_exp_range(%a: tensor<5x2xf32>) -> (tensor<5xf32>) {
  %r = nn.log_sum_exp %a axes = [1] : tensor<5x2xf32> -> tensor<5xf32>
  return %r : tensor<5xf32>
}

func.func private @argmax(%a: tensor<4x4xf32>) -> (tensor<4xi32>) {
  %r = nn.argmax %a axes = [1] : tensor<4x4xf32> -> tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func private @argmax_all(%a: tensor<3x4x5xf32>) -> (tensor<3xi32>) {
  %r = nn.argmax %a axes = [1, 2] : tensor<3x4x5xf32> -> tensor<3xi32>
  return %r : tensor<3xi32>
}

func.func private @argmin(%a: tensor<4x4xf32>) -> (tensor<4xi32>) {
  %r = nn.argmin %a axes = [1] : tensor<4x4xf32> -> tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func private @argmin_all(%a: tensor<3x4x5xf32>) -> (tensor<3xi32>) {
  %r = nn.argmin %a axes = [1, 2] : tensor<3x4x5xf32> -> tensor<3xi32>
  return %r : tensor<3xi32>
}

func.func private @argmax_i32(%a: tensor<2x3xi32>) -> (tensor<2xi32>) {
  %r = nn.argmax %a axes = [1] : tensor<2x3xi32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func private @argmin_i32(%a: tensor<2x3xi32>) -> (tensor<2xi32>) {
  %r = nn.argmin %a axes = [1] : tensor<2x3xi32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func private @sum_i32(%a: tensor<2x3xi32>) -> (tensor<2xi32>) {
  %r = nn.sum %a axes = [1] : tensor<2x3xi32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func private @prod_i32(%a: tensor<2x3xi32>) -> (tensor<2xi32>) {
  %r = nn.prod %a axes = [1] : tensor<2x3xi32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func private @max_i32(%a: tensor<2x3xi32>) -> (tensor<2xi32>) {
  %r = nn.reduce_max %a axes = [1] : tensor<2x3xi32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func private @min_i32(%a: tensor<2x3xi32>) -> (tensor<2xi32>) {
  %r = nn.reduce_min %a axes = [1] : tensor<2x3xi32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func private @any(%a: tensor<3x2xi1>) -> (tensor<3xi1>) {
  %r = nn.any %a axes = [1] : tensor<3x2xi1> -> tensor<3xi1>
  return %r : tensor<3xi1>
}

func.func private @all(%a: tensor<3x2xi1>) -> (tensor<3xi1>) {
  %r = nn.all %a axes = [1] : tensor<3x2xi1> -> tensor<3xi1>
  return %r : tensor<3xi1>
}

func.func @main() {
  %sum_0_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %sum_0_got = call @sum_0(%sum_0_in0) : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  %sum_0_0_flat = tensor.collapse_shape %sum_0_got [[0, 1]] : tensor<4x5xf32> into tensor<20xf32>
  %sum_0_0_want = arith.constant dense<"0xED5EB43F4AD167C0C4C5B5BF08EA8BBFC2AE2EBFEBD7913F371D503FE15AD4BF52DCDC3F81E01B408409AE3D3624FC3F5611FB3F87CDF1BFFB1D41C01E12A03E7344F5BF2CE7354056750B3F49163B3F"> : tensor<20xf32>
  %sum_0_0_any_got = tensor.cast %sum_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %sum_0_0_any_want = tensor.cast %sum_0_0_want : tensor<20xf32> to tensor<?xf32>
  %sum_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %sum_0_0_floor = arith.constant 1.000000e+00 : f64
  %sum_0_0 = call @count_f32(%sum_0_0_any_got, %sum_0_0_any_want, %sum_0_0_tolerance, %sum_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sum_0 "
  call @printI64(%sum_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mean_0_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %mean_0_got = call @mean_0(%mean_0_in0) : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  %mean_0_0_flat = tensor.collapse_shape %mean_0_got [[0, 1]] : tensor<4x5xf32> into tensor<20xf32>
  %mean_0_0_want = arith.constant dense<"0x917EF03E878B9ABF055DF2BE608DBABE02E968BE3A75C23E25BE8A3EEB910DBF8C3D133F01D64F3FB00CE83C2418283FE460273FAF3321BFA7BE80BF7D6DD53DF78223BF9089723FC7F1393E0C73793E"> : tensor<20xf32>
  %mean_0_0_any_got = tensor.cast %mean_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %mean_0_0_any_want = tensor.cast %mean_0_0_want : tensor<20xf32> to tensor<?xf32>
  %mean_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %mean_0_0_floor = arith.constant 1.000000e+00 : f64
  %mean_0_0 = call @count_f32(%mean_0_0_any_got, %mean_0_0_any_want, %mean_0_0_tolerance, %mean_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "mean_0 "
  call @printI64(%mean_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %prod_0_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %prod_0_got = call @prod_0(%prod_0_in0) : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  %prod_0_0_flat = tensor.collapse_shape %prod_0_got [[0, 1]] : tensor<4x5xf32> into tensor<20xf32>
  %prod_0_0_want = arith.constant dense<"0x821CDEBF1D8079BF3FA095BB09F3003E63DB2A3CC1EA25BEE099D1BD423BA4BDCED49EBFEFDDB6BF343757BEFA0BBC3C66931FC084800B3EE97121BD642A21BF93E3FF3D84C1133F85CB82BC9ABE01BE"> : tensor<20xf32>
  %prod_0_0_any_got = tensor.cast %prod_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %prod_0_0_any_want = tensor.cast %prod_0_0_want : tensor<20xf32> to tensor<?xf32>
  %prod_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %prod_0_0_floor = arith.constant 1.000000e+00 : f64
  %prod_0_0 = call @count_f32(%prod_0_0_any_got, %prod_0_0_any_want, %prod_0_0_tolerance, %prod_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "prod_0 "
  call @printI64(%prod_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_max_0_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_max_0_got = call @reduce_max_0(%reduce_max_0_in0) : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  %reduce_max_0_0_flat = tensor.collapse_shape %reduce_max_0_got [[0, 1]] : tensor<4x5xf32> into tensor<20xf32>
  %reduce_max_0_0_want = arith.constant dense<"0x997EDB3F3371C1BEDFC77FBC4BFF8A3EF5B4923EB3138F3F16E0533F0D5B1DBE2A46B03FD9352040354A273F1CA1883F4576ED3F377D0F3ECF978FBC61B3543F5CFB0B3E043DA63F7495FB3E5F8F833F"> : tensor<20xf32>
  %reduce_max_0_0_any_got = tensor.cast %reduce_max_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %reduce_max_0_0_any_want = tensor.cast %reduce_max_0_0_want : tensor<20xf32> to tensor<?xf32>
  %reduce_max_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_max_0_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_max_0_0 = call @count_f32(%reduce_max_0_0_any_got, %reduce_max_0_0_any_want, %reduce_max_0_0_tolerance, %reduce_max_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_max_0 "
  call @printI64(%reduce_max_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_min_0_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_min_0_got = call @reduce_min_0(%reduce_min_0_in0) : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  %reduce_min_0_0_flat = tensor.collapse_shape %reduce_min_0_got [[0, 1]] : tensor<4x5xf32> into tensor<20xf32>
  %reduce_min_0_0_want = arith.constant dense<"0xD3CC95BF9BC7ECBF6F3993BF4D0F39BFE1036EBF887ABDBE7FD8B7BEA5CB76BF63794ABFBB414ABF352A6BBF7FA9C83CCCBE8DBF4F7CA0BFF881C4BFE26A95BF9532B3BF590EC43E90431FBECB9B07BF"> : tensor<20xf32>
  %reduce_min_0_0_any_got = tensor.cast %reduce_min_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %reduce_min_0_0_any_want = tensor.cast %reduce_min_0_0_want : tensor<20xf32> to tensor<?xf32>
  %reduce_min_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_min_0_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_min_0_0 = call @count_f32(%reduce_min_0_0_any_got, %reduce_min_0_0_any_want, %reduce_min_0_0_tolerance, %reduce_min_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_min_0 "
  call @printI64(%reduce_min_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_sum_exp_0_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %log_sum_exp_0_got = call @log_sum_exp_0(%log_sum_exp_0_in0) : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  %log_sum_exp_0_0_flat = tensor.collapse_shape %log_sum_exp_0_got [[0, 1]] : tensor<4x5xf32> into tensor<20xf32>
  %log_sum_exp_0_0_want = arith.constant dense<"0xEFF906409C93B13D9F0F3B3F5FD8573F9B237D3FBEB8D33F7691BD3F5B6D193F5C4E01406E2D2C404FDCA83F4C5FEC3FD6EE134088D2233FC6D5B63E3219C13F3225263F119E07404F41A83F079AC43F"> : tensor<20xf32>
  %log_sum_exp_0_0_any_got = tensor.cast %log_sum_exp_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %log_sum_exp_0_0_any_want = tensor.cast %log_sum_exp_0_0_want : tensor<20xf32> to tensor<?xf32>
  %log_sum_exp_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_sum_exp_0_0_floor = arith.constant 1.000000e+00 : f64
  %log_sum_exp_0_0 = call @count_f32(%log_sum_exp_0_0_any_got, %log_sum_exp_0_0_any_want, %log_sum_exp_0_0_tolerance, %log_sum_exp_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_sum_exp_0 "
  call @printI64(%log_sum_exp_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sum_1_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %sum_1_got = call @sum_1(%sum_1_in0) : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  %sum_1_0_flat = tensor.collapse_shape %sum_1_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %sum_1_0_want = arith.constant dense<"0x256F8040339D80BF541E0D40A0E1F6BF55860F40B621063FDAFDAEBE7EED0B3F16BC583F8E6D41C078B1CBBF8C57B4BF607483BF068CBD3E043A7C3E"> : tensor<15xf32>
  %sum_1_0_any_got = tensor.cast %sum_1_0_flat : tensor<15xf32> to tensor<?xf32>
  %sum_1_0_any_want = tensor.cast %sum_1_0_want : tensor<15xf32> to tensor<?xf32>
  %sum_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %sum_1_0_floor = arith.constant 1.000000e+00 : f64
  %sum_1_0 = call @count_f32(%sum_1_0_any_got, %sum_1_0_any_want, %sum_1_0_tolerance, %sum_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sum_1 "
  call @printI64(%sum_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mean_1_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %mean_1_got = call @mean_1(%mean_1_in0) : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  %mean_1_0_flat = tensor.collapse_shape %mean_1_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %mean_1_0_want = arith.constant dense<"0x256F803F339D80BE541E0D3FA0E1F6BE55860F3FB621063EDAFDAEBD7EED0B3E16BC583E8E6D41BF78B1CBBE8C57B4BE607483BE068CBD3D043A7C3D"> : tensor<15xf32>
  %mean_1_0_any_got = tensor.cast %mean_1_0_flat : tensor<15xf32> to tensor<?xf32>
  %mean_1_0_any_want = tensor.cast %mean_1_0_want : tensor<15xf32> to tensor<?xf32>
  %mean_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %mean_1_0_floor = arith.constant 1.000000e+00 : f64
  %mean_1_0 = call @count_f32(%mean_1_0_any_got, %mean_1_0_any_want, %mean_1_0_tolerance, %mean_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "mean_1 "
  call @printI64(%mean_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %prod_1_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %prod_1_got = call @prod_1(%prod_1_in0) : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  %prod_1_0_flat = tensor.collapse_shape %prod_1_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %prod_1_0_want = arith.constant dense<"0x25BE0E3F367FC63DC9745D3B86802BBD123DDA3B2A1B47BE195A293F5674E23E964FAFBC285E86BECBAEAFBE0335923B4185B4BE6C35C23EF45B2E3D"> : tensor<15xf32>
  %prod_1_0_any_got = tensor.cast %prod_1_0_flat : tensor<15xf32> to tensor<?xf32>
  %prod_1_0_any_want = tensor.cast %prod_1_0_want : tensor<15xf32> to tensor<?xf32>
  %prod_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %prod_1_0_floor = arith.constant 1.000000e+00 : f64
  %prod_1_0 = call @count_f32(%prod_1_0_any_got, %prod_1_0_any_want, %prod_1_0_tolerance, %prod_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "prod_1 "
  call @printI64(%prod_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_max_1_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_max_1_got = call @reduce_max_1(%reduce_max_1_in0) : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  %reduce_max_1_0_flat = tensor.collapse_shape %reduce_max_1_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %reduce_max_1_0_want = arith.constant dense<"0x997EDB3F1CA1883FDD599B3F4BFF8A3ED9352040354A273FE8C0603F4576ED3FD9D2913F574D6E3E4E5A5D3FC152B03E043DA63F2A46B03F5F8F833F"> : tensor<15xf32>
  %reduce_max_1_0_any_got = tensor.cast %reduce_max_1_0_flat : tensor<15xf32> to tensor<?xf32>
  %reduce_max_1_0_any_want = tensor.cast %reduce_max_1_0_want : tensor<15xf32> to tensor<?xf32>
  %reduce_max_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_max_1_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_max_1_0 = call @count_f32(%reduce_max_1_0_any_got, %reduce_max_1_0_any_want, %reduce_max_1_0_tolerance, %reduce_max_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_max_1 "
  call @printI64(%reduce_max_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_min_1_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_min_1_got = call @reduce_min_1(%reduce_min_1_in0) : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  %reduce_min_1_0_flat = tensor.collapse_shape %reduce_min_1_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %reduce_min_1_0_want = arith.constant dense<"0x6142B33E9BC7ECBF0D5B1DBE4F7CA0BFCB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFF881C4BFE26A95BF9532B3BFCCBE8DBFBE8146BF9E7BBBBF"> : tensor<15xf32>
  %reduce_min_1_0_any_got = tensor.cast %reduce_min_1_0_flat : tensor<15xf32> to tensor<?xf32>
  %reduce_min_1_0_any_want = tensor.cast %reduce_min_1_0_want : tensor<15xf32> to tensor<?xf32>
  %reduce_min_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_min_1_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_min_1_0 = call @count_f32(%reduce_min_1_0_any_got, %reduce_min_1_0_any_want, %reduce_min_1_0_tolerance, %reduce_min_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_min_1 "
  call @printI64(%reduce_min_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_sum_exp_1_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %log_sum_exp_1_got = call @log_sum_exp_1(%log_sum_exp_1_in0) : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  %log_sum_exp_1_0_flat = tensor.collapse_shape %log_sum_exp_1_got [[0, 1]] : tensor<3x5xf32> into tensor<15xf32>
  %log_sum_exp_1_0_want = arith.constant dense<"0xC5C2204063AECB3F553408403694883F87D92D40191ADD3F2F54D93F9AE00A404C0FE63F7517583F530AAA3F8F6D9B3FB6D6D13F2874F03FF757E63F"> : tensor<15xf32>
  %log_sum_exp_1_0_any_got = tensor.cast %log_sum_exp_1_0_flat : tensor<15xf32> to tensor<?xf32>
  %log_sum_exp_1_0_any_want = tensor.cast %log_sum_exp_1_0_want : tensor<15xf32> to tensor<?xf32>
  %log_sum_exp_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_sum_exp_1_0_floor = arith.constant 1.000000e+00 : f64
  %log_sum_exp_1_0 = call @count_f32(%log_sum_exp_1_0_any_got, %log_sum_exp_1_0_any_want, %log_sum_exp_1_0_tolerance, %log_sum_exp_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_sum_exp_1 "
  call @printI64(%log_sum_exp_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sum_2_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %sum_2_got = call @sum_2(%sum_2_in0) : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  %sum_2_0_flat = tensor.collapse_shape %sum_2_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %sum_2_0_want = arith.constant dense<"0xF991D03E99501440E310AE3F82B0B83F452AA9C0347B833F82E9FE3FE11E523F7E8C07BF930C8E3F6FBB87C02451803E"> : tensor<12xf32>
  %sum_2_0_any_got = tensor.cast %sum_2_0_flat : tensor<12xf32> to tensor<?xf32>
  %sum_2_0_any_want = tensor.cast %sum_2_0_want : tensor<12xf32> to tensor<?xf32>
  %sum_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %sum_2_0_floor = arith.constant 1.000000e+00 : f64
  %sum_2_0 = call @count_f32(%sum_2_0_any_got, %sum_2_0_any_want, %sum_2_0_tolerance, %sum_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sum_2 "
  call @printI64(%sum_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mean_2_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %mean_2_got = call @mean_2(%mean_2_in0) : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  %mean_2_0_flat = tensor.collapse_shape %mean_2_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %mean_2_0_want = arith.constant dense<"0x2EDBA63DC24DED3EB6408B3E68C0933E045587BFB95E523E02EECB3EB418283EC9E0D8BD5147633EE52B59BFA04E4D3D"> : tensor<12xf32>
  %mean_2_0_any_got = tensor.cast %mean_2_0_flat : tensor<12xf32> to tensor<?xf32>
  %mean_2_0_any_want = tensor.cast %mean_2_0_want : tensor<12xf32> to tensor<?xf32>
  %mean_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %mean_2_0_floor = arith.constant 1.000000e+00 : f64
  %mean_2_0 = call @count_f32(%mean_2_0_any_got, %mean_2_0_any_want, %mean_2_0_tolerance, %mean_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "mean_2 "
  call @printI64(%mean_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %prod_2_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %prod_2_got = call @prod_2(%prod_2_in0) : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  %prod_2_0_flat = tensor.collapse_shape %prod_2_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %prod_2_0_want = arith.constant dense<"0xC9757C3BF716FABDE751233C15EF313C83578FBFA6BC213EC9756ABEE74201BCF10E1A3BAF50FA3D63D6E73C9F34893F"> : tensor<12xf32>
  %prod_2_0_any_got = tensor.cast %prod_2_0_flat : tensor<12xf32> to tensor<?xf32>
  %prod_2_0_any_want = tensor.cast %prod_2_0_want : tensor<12xf32> to tensor<?xf32>
  %prod_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %prod_2_0_floor = arith.constant 1.000000e+00 : f64
  %prod_2_0 = call @count_f32(%prod_2_0_any_got, %prod_2_0_any_want, %prod_2_0_tolerance, %prod_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "prod_2 "
  call @printI64(%prod_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_max_2_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_max_2_got = call @reduce_max_2(%reduce_max_2_in0) : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  %reduce_max_2_0_flat = tensor.collapse_shape %reduce_max_2_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %reduce_max_2_0_want = arith.constant dense<"0x997EDB3FD9352040DD599B3FBD8D943F694424BFD9D2913F4576ED3F722B263F4E5A5D3F2A46B03F7FA9C83C043DA63F"> : tensor<12xf32>
  %reduce_max_2_0_any_got = tensor.cast %reduce_max_2_0_flat : tensor<12xf32> to tensor<?xf32>
  %reduce_max_2_0_any_want = tensor.cast %reduce_max_2_0_want : tensor<12xf32> to tensor<?xf32>
  %reduce_max_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_max_2_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_max_2_0 = call @count_f32(%reduce_max_2_0_any_got, %reduce_max_2_0_any_want, %reduce_max_2_0_tolerance, %reduce_max_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_max_2 "
  call @printI64(%reduce_max_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_min_2_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_min_2_got = call @reduce_min_2(%reduce_min_2_in0) : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  %reduce_min_2_0_flat = tensor.collapse_shape %reduce_min_2_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %reduce_min_2_0_want = arith.constant dense<"0x9BC7ECBF63794ABF4F7CA0BFCB9B07BFAC7EB2BFBB414ABFF881C4BF932227BF4D0F39BFA5CB76BF9E7BBBBF9532B3BF"> : tensor<12xf32>
  %reduce_min_2_0_any_got = tensor.cast %reduce_min_2_0_flat : tensor<12xf32> to tensor<?xf32>
  %reduce_min_2_0_any_want = tensor.cast %reduce_min_2_0_want : tensor<12xf32> to tensor<?xf32>
  %reduce_min_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_min_2_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_min_2_0 = call @count_f32(%reduce_min_2_0_any_got, %reduce_min_2_0_any_want, %reduce_min_2_0_tolerance, %reduce_min_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_min_2 "
  call @printI64(%reduce_min_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_sum_exp_2_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %log_sum_exp_2_got = call @log_sum_exp_2(%log_sum_exp_2_in0) : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  %log_sum_exp_2_0_flat = tensor.collapse_shape %log_sum_exp_2_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %log_sum_exp_2_0_want = arith.constant dense<"0xB8000F407F68364025580C401CB50540BCE2153F9F800440C57E1F401583ED3FC907D53F5E0209408CF9643F30190A40"> : tensor<12xf32>
  %log_sum_exp_2_0_any_got = tensor.cast %log_sum_exp_2_0_flat : tensor<12xf32> to tensor<?xf32>
  %log_sum_exp_2_0_any_want = tensor.cast %log_sum_exp_2_0_want : tensor<12xf32> to tensor<?xf32>
  %log_sum_exp_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_sum_exp_2_0_floor = arith.constant 1.000000e+00 : f64
  %log_sum_exp_2_0 = call @count_f32(%log_sum_exp_2_0_any_got, %log_sum_exp_2_0_any_want, %log_sum_exp_2_0_tolerance, %log_sum_exp_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_sum_exp_2 "
  call @printI64(%log_sum_exp_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sum_02_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %sum_02_got = call @sum_02(%sum_02_in0) : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  %sum_02_0_want = arith.constant dense<"0xB512ADC03E8A8E40B0E663BF1DEA2040"> : tensor<4xf32>
  %sum_02_0_any_got = tensor.cast %sum_02_got : tensor<4xf32> to tensor<?xf32>
  %sum_02_0_any_want = tensor.cast %sum_02_0_want : tensor<4xf32> to tensor<?xf32>
  %sum_02_0_tolerance = arith.constant 2.000000e-06 : f64
  %sum_02_0_floor = arith.constant 1.000000e+00 : f64
  %sum_02_0 = call @count_f32(%sum_02_0_any_got, %sum_02_0_any_want, %sum_02_0_tolerance, %sum_02_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sum_02 "
  call @printI64(%sum_02_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mean_02_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %mean_02_got = call @mean_02(%mean_02_in0) : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  %mean_02_0_want = arith.constant dense<"0x7D9CB8BEED0A983E331873BD64A42B3E"> : tensor<4xf32>
  %mean_02_0_any_got = tensor.cast %mean_02_got : tensor<4xf32> to tensor<?xf32>
  %mean_02_0_any_want = tensor.cast %mean_02_0_want : tensor<4xf32> to tensor<?xf32>
  %mean_02_0_tolerance = arith.constant 2.000000e-06 : f64
  %mean_02_0_floor = arith.constant 1.000000e+00 : f64
  %mean_02_0 = call @count_f32(%mean_02_0_any_got, %mean_02_0_any_want, %mean_02_0_tolerance, %mean_02_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "mean_02 "
  call @printI64(%mean_02_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %prod_02_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %prod_02_got = call @prod_02(%prod_02_in0) : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  %prod_02_0_want = arith.constant dense<"0x4E232AB7837E1ABBD17587B8319CC0B8"> : tensor<4xf32>
  %prod_02_0_any_got = tensor.cast %prod_02_got : tensor<4xf32> to tensor<?xf32>
  %prod_02_0_any_want = tensor.cast %prod_02_0_want : tensor<4xf32> to tensor<?xf32>
  %prod_02_0_tolerance = arith.constant 2.000000e-06 : f64
  %prod_02_0_floor = arith.constant 1.000000e+00 : f64
  %prod_02_0 = call @count_f32(%prod_02_0_any_got, %prod_02_0_any_want, %prod_02_0_tolerance, %prod_02_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "prod_02 "
  call @printI64(%prod_02_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_max_02_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_max_02_got = call @reduce_max_02(%reduce_max_02_in0) : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  %reduce_max_02_0_want = arith.constant dense<"0x997EDB3FD93520404576ED3F043DA63F"> : tensor<4xf32>
  %reduce_max_02_0_any_got = tensor.cast %reduce_max_02_got : tensor<4xf32> to tensor<?xf32>
  %reduce_max_02_0_any_want = tensor.cast %reduce_max_02_0_want : tensor<4xf32> to tensor<?xf32>
  %reduce_max_02_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_max_02_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_max_02_0 = call @count_f32(%reduce_max_02_0_any_got, %reduce_max_02_0_any_want, %reduce_max_02_0_tolerance, %reduce_max_02_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_max_02 "
  call @printI64(%reduce_max_02_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_min_02_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_min_02_got = call @reduce_min_02(%reduce_min_02_in0) : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  %reduce_min_02_0_want = arith.constant dense<"0x9BC7ECBFA5CB76BFF881C4BF9532B3BF"> : tensor<4xf32>
  %reduce_min_02_0_any_got = tensor.cast %reduce_min_02_got : tensor<4xf32> to tensor<?xf32>
  %reduce_min_02_0_any_want = tensor.cast %reduce_min_02_0_want : tensor<4xf32> to tensor<?xf32>
  %reduce_min_02_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_min_02_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_min_02_0 = call @count_f32(%reduce_min_02_0_any_got, %reduce_min_02_0_any_want, %reduce_min_02_0_tolerance, %reduce_min_02_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_min_02 "
  call @printI64(%reduce_min_02_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_sum_exp_02_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %log_sum_exp_02_got = call @log_sum_exp_02(%log_sum_exp_02_in0) : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  %log_sum_exp_02_0_want = arith.constant dense<"0x87193340242A6140E9074A4021054940"> : tensor<4xf32>
  %log_sum_exp_02_0_any_got = tensor.cast %log_sum_exp_02_got : tensor<4xf32> to tensor<?xf32>
  %log_sum_exp_02_0_any_want = tensor.cast %log_sum_exp_02_0_want : tensor<4xf32> to tensor<?xf32>
  %log_sum_exp_02_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_sum_exp_02_0_floor = arith.constant 1.000000e+00 : f64
  %log_sum_exp_02_0 = call @count_f32(%log_sum_exp_02_0_any_got, %log_sum_exp_02_0_any_want, %log_sum_exp_02_0_tolerance, %log_sum_exp_02_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_sum_exp_02 "
  call @printI64(%log_sum_exp_02_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sum_012_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %sum_012_got = call @sum_012(%sum_012_in0) : (tensor<3x4x5xf32>) -> (tensor<f32>)
  %sum_012_0_flat = tensor.expand_shape %sum_012_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %sum_012_0_want = arith.constant dense<"0x107E2B3F"> : tensor<1xf32>
  %sum_012_0_any_got = tensor.cast %sum_012_0_flat : tensor<1xf32> to tensor<?xf32>
  %sum_012_0_any_want = tensor.cast %sum_012_0_want : tensor<1xf32> to tensor<?xf32>
  %sum_012_0_tolerance = arith.constant 2.000000e-06 : f64
  %sum_012_0_floor = arith.constant 1.000000e+00 : f64
  %sum_012_0 = call @count_f32(%sum_012_0_any_got, %sum_012_0_any_want, %sum_012_0_tolerance, %sum_012_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sum_012 "
  call @printI64(%sum_012_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mean_012_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %mean_012_got = call @mean_012(%mean_012_in0) : (tensor<3x4x5xf32>) -> (tensor<f32>)
  %mean_012_0_flat = tensor.expand_shape %mean_012_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %mean_012_0_want = arith.constant dense<"0xDEEC363C"> : tensor<1xf32>
  %mean_012_0_any_got = tensor.cast %mean_012_0_flat : tensor<1xf32> to tensor<?xf32>
  %mean_012_0_any_want = tensor.cast %mean_012_0_want : tensor<1xf32> to tensor<?xf32>
  %mean_012_0_tolerance = arith.constant 2.000000e-06 : f64
  %mean_012_0_floor = arith.constant 1.000000e+00 : f64
  %mean_012_0 = call @count_f32(%mean_012_0_any_got, %mean_012_0_any_want, %mean_012_0_tolerance, %mean_012_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "mean_012 "
  call @printI64(%mean_012_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %prod_012_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %prod_012_got = call @prod_012(%prod_012_in0) : (tensor<3x4x5xf32>) -> (tensor<f32>)
  %prod_012_0_flat = tensor.expand_shape %prod_012_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %prod_012_0_want = arith.constant dense<"0x8D822325"> : tensor<1xf32>
  %prod_012_0_any_got = tensor.cast %prod_012_0_flat : tensor<1xf32> to tensor<?xf32>
  %prod_012_0_any_want = tensor.cast %prod_012_0_want : tensor<1xf32> to tensor<?xf32>
  %prod_012_0_tolerance = arith.constant 2.000000e-06 : f64
  %prod_012_0_floor = arith.constant 1.000000e+00 : f64
  %prod_012_0 = call @count_f32(%prod_012_0_any_got, %prod_012_0_any_want, %prod_012_0_tolerance, %prod_012_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "prod_012 "
  call @printI64(%prod_012_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_max_012_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_max_012_got = call @reduce_max_012(%reduce_max_012_in0) : (tensor<3x4x5xf32>) -> (tensor<f32>)
  %reduce_max_012_0_flat = tensor.expand_shape %reduce_max_012_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %reduce_max_012_0_want = arith.constant dense<"0xD9352040"> : tensor<1xf32>
  %reduce_max_012_0_any_got = tensor.cast %reduce_max_012_0_flat : tensor<1xf32> to tensor<?xf32>
  %reduce_max_012_0_any_want = tensor.cast %reduce_max_012_0_want : tensor<1xf32> to tensor<?xf32>
  %reduce_max_012_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_max_012_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_max_012_0 = call @count_f32(%reduce_max_012_0_any_got, %reduce_max_012_0_any_want, %reduce_max_012_0_tolerance, %reduce_max_012_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_max_012 "
  call @printI64(%reduce_max_012_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %reduce_min_012_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %reduce_min_012_got = call @reduce_min_012(%reduce_min_012_in0) : (tensor<3x4x5xf32>) -> (tensor<f32>)
  %reduce_min_012_0_flat = tensor.expand_shape %reduce_min_012_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %reduce_min_012_0_want = arith.constant dense<"0x9BC7ECBF"> : tensor<1xf32>
  %reduce_min_012_0_any_got = tensor.cast %reduce_min_012_0_flat : tensor<1xf32> to tensor<?xf32>
  %reduce_min_012_0_any_want = tensor.cast %reduce_min_012_0_want : tensor<1xf32> to tensor<?xf32>
  %reduce_min_012_0_tolerance = arith.constant 2.000000e-06 : f64
  %reduce_min_012_0_floor = arith.constant 1.000000e+00 : f64
  %reduce_min_012_0 = call @count_f32(%reduce_min_012_0_any_got, %reduce_min_012_0_any_want, %reduce_min_012_0_tolerance, %reduce_min_012_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "reduce_min_012 "
  call @printI64(%reduce_min_012_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_sum_exp_012_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %log_sum_exp_012_got = call @log_sum_exp_012(%log_sum_exp_012_in0) : (tensor<3x4x5xf32>) -> (tensor<f32>)
  %log_sum_exp_012_0_flat = tensor.expand_shape %log_sum_exp_012_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %log_sum_exp_012_0_want = arith.constant dense<"0xE34F9240"> : tensor<1xf32>
  %log_sum_exp_012_0_any_got = tensor.cast %log_sum_exp_012_0_flat : tensor<1xf32> to tensor<?xf32>
  %log_sum_exp_012_0_any_want = tensor.cast %log_sum_exp_012_0_want : tensor<1xf32> to tensor<?xf32>
  %log_sum_exp_012_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_sum_exp_012_0_floor = arith.constant 1.000000e+00 : f64
  %log_sum_exp_012_0 = call @count_f32(%log_sum_exp_012_0_any_got, %log_sum_exp_012_0_any_want, %log_sum_exp_012_0_tolerance, %log_sum_exp_012_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_sum_exp_012 "
  call @printI64(%log_sum_exp_012_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mean_dynamic_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %mean_dynamic_in0d = tensor.cast %mean_dynamic_in0 : tensor<3x4x5xf32> to tensor<?x4x5xf32, #nn.dims<"batch", _, _>>
  %mean_dynamic_got = call @mean_dynamic(%mean_dynamic_in0d) : (tensor<?x4x5xf32, #nn.dims<"batch", _, _>>) -> (tensor<5xf32>)
  %mean_dynamic_0_want = arith.constant dense<"0xFB677B3ECE226BBE062A133E880173BD2B1336BD"> : tensor<5xf32>
  %mean_dynamic_0_any_got = tensor.cast %mean_dynamic_got : tensor<5xf32> to tensor<?xf32>
  %mean_dynamic_0_any_want = tensor.cast %mean_dynamic_0_want : tensor<5xf32> to tensor<?xf32>
  %mean_dynamic_0_tolerance = arith.constant 2.000000e-06 : f64
  %mean_dynamic_0_floor = arith.constant 1.000000e+00 : f64
  %mean_dynamic_0 = call @count_f32(%mean_dynamic_0_any_got, %mean_dynamic_0_any_want, %mean_dynamic_0_tolerance, %mean_dynamic_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "mean_dynamic "
  call @printI64(%mean_dynamic_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_nan_in0 = arith.constant dense<"0x0000803F0000C07F000040400000C07F000000400000A0400000A0400000803F000080FF000080FF000080FF000080FF0000807F0000803F0000807F00000000"> : tensor<4x4xf32>
  %max_nan_got = call @max_nan(%max_nan_in0) : (tensor<4x4xf32>) -> (tensor<4xf32>)
  %max_nan_0_want = arith.constant dense<"0x0000C07F0000A040000080FF0000807F"> : tensor<4xf32>
  %max_nan_0_any_got = tensor.cast %max_nan_got : tensor<4xf32> to tensor<?xf32>
  %max_nan_0_any_want = tensor.cast %max_nan_0_want : tensor<4xf32> to tensor<?xf32>
  %max_nan_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_nan_0_floor = arith.constant 0.000000e+00 : f64
  %max_nan_0 = call @count_f32(%max_nan_0_any_got, %max_nan_0_any_want, %max_nan_0_tolerance, %max_nan_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "max_nan "
  call @printI64(%max_nan_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %min_nan_in0 = arith.constant dense<"0x0000803F0000C07F000040400000C07F000000400000A0400000A0400000803F000080FF000080FF000080FF000080FF0000807F0000803F0000807F00000000"> : tensor<4x4xf32>
  %min_nan_got = call @min_nan(%min_nan_in0) : (tensor<4x4xf32>) -> (tensor<4xf32>)
  %min_nan_0_want = arith.constant dense<"0x0000C07F0000803F000080FF00000000"> : tensor<4xf32>
  %min_nan_0_any_got = tensor.cast %min_nan_got : tensor<4xf32> to tensor<?xf32>
  %min_nan_0_any_want = tensor.cast %min_nan_0_want : tensor<4xf32> to tensor<?xf32>
  %min_nan_0_tolerance = arith.constant 5.000000e-07 : f64
  %min_nan_0_floor = arith.constant 0.000000e+00 : f64
  %min_nan_0 = call @count_f32(%min_nan_0_any_got, %min_nan_0_any_want, %min_nan_0_tolerance, %min_nan_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "min_nan "
  call @printI64(%min_nan_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_sum_exp_range_in0 = arith.constant dense<"0x00007A4400407A4400007AC400407AC4000080FF000080FF0000807F000000000000C07F00000000"> : tensor<5x2xf32>
  %log_sum_exp_range_got = call @log_sum_exp_range(%log_sum_exp_range_in0) : (tensor<5x2xf32>) -> (tensor<5xf32>)
  %log_sum_exp_range_0_want = arith.constant dense<"0x0C547A44F4EB79C4000080FF0000807F0000C07F"> : tensor<5xf32>
  %log_sum_exp_range_0_any_got = tensor.cast %log_sum_exp_range_got : tensor<5xf32> to tensor<?xf32>
  %log_sum_exp_range_0_any_want = tensor.cast %log_sum_exp_range_0_want : tensor<5xf32> to tensor<?xf32>
  %log_sum_exp_range_0_tolerance = arith.constant 5.000000e-07 : f64
  %log_sum_exp_range_0_floor = arith.constant 0.000000e+00 : f64
  %log_sum_exp_range_0 = call @count_f32(%log_sum_exp_range_0_any_got, %log_sum_exp_range_0_any_want, %log_sum_exp_range_0_tolerance, %log_sum_exp_range_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_sum_exp_range "
  call @printI64(%log_sum_exp_range_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %argmax_in0 = arith.constant dense<"0x0000803F0000C07F000040400000C07F000000400000A0400000A0400000803F000080FF000080FF000080FF000080FF0000807F0000803F0000807F00000000"> : tensor<4x4xf32>
  %argmax_got = call @argmax(%argmax_in0) : (tensor<4x4xf32>) -> (tensor<4xi32>)
  %argmax_0_want = arith.constant dense<"0x01000000010000000000000000000000"> : tensor<4xi32>
  %argmax_0_any_got = tensor.cast %argmax_got : tensor<4xi32> to tensor<?xi32>
  %argmax_0_any_want = tensor.cast %argmax_0_want : tensor<4xi32> to tensor<?xi32>
  %argmax_0_tolerance = arith.constant 5.000000e-07 : f64
  %argmax_0_floor = arith.constant 0.000000e+00 : f64
  %argmax_0 = call @count_i32(%argmax_0_any_got, %argmax_0_any_want, %argmax_0_tolerance, %argmax_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "argmax "
  call @printI64(%argmax_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %argmax_all_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %argmax_all_got = call @argmax_all(%argmax_all_in0) : (tensor<3x4x5xf32>) -> (tensor<3xi32>)
  %argmax_all_0_want = arith.constant dense<"0x090000000C00000008000000"> : tensor<3xi32>
  %argmax_all_0_any_got = tensor.cast %argmax_all_got : tensor<3xi32> to tensor<?xi32>
  %argmax_all_0_any_want = tensor.cast %argmax_all_0_want : tensor<3xi32> to tensor<?xi32>
  %argmax_all_0_tolerance = arith.constant 5.000000e-07 : f64
  %argmax_all_0_floor = arith.constant 0.000000e+00 : f64
  %argmax_all_0 = call @count_i32(%argmax_all_0_any_got, %argmax_all_0_any_want, %argmax_all_0_tolerance, %argmax_all_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "argmax_all "
  call @printI64(%argmax_all_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %argmin_in0 = arith.constant dense<"0x0000803F0000C07F000040400000C07F000000400000A0400000A0400000803F000080FF000080FF000080FF000080FF0000807F0000803F0000807F00000000"> : tensor<4x4xf32>
  %argmin_got = call @argmin(%argmin_in0) : (tensor<4x4xf32>) -> (tensor<4xi32>)
  %argmin_0_want = arith.constant dense<"0x01000000030000000000000003000000"> : tensor<4xi32>
  %argmin_0_any_got = tensor.cast %argmin_got : tensor<4xi32> to tensor<?xi32>
  %argmin_0_any_want = tensor.cast %argmin_0_want : tensor<4xi32> to tensor<?xi32>
  %argmin_0_tolerance = arith.constant 5.000000e-07 : f64
  %argmin_0_floor = arith.constant 0.000000e+00 : f64
  %argmin_0 = call @count_i32(%argmin_0_any_got, %argmin_0_any_want, %argmin_0_tolerance, %argmin_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "argmin "
  call @printI64(%argmin_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %argmin_all_in0 = arith.constant dense<"0x997EDB3F9BC7ECBFDFC77FBC4BFF8A3EF5B4923EB3138F3F7FD8B7BE0D5B1DBE63794ABFD93520406142B33E1CA1883FDD599B3F4F7CA0BFCF978FBC61B3543F5CFB0B3EBD8D943F90431FBECB9B07BFD3CC95BFAC7EB2BF6F3993BF694424BFE1036EBF698BC83E16E0533F5A930ABFD9D2913FBB414ABF354A273FE8C0603F4576ED3F377D0F3EF881C4BF722B263F932227BF590EC43EFEED553E574D6E3E4E5A5D3F3371C1BE143382BE4D0F39BFB15520BD887ABDBEC152B03EA5CB76BF2A46B03F5AEC383F352A6BBF7FA9C83CCCBE8DBFBE8146BF9E7BBBBFE26A95BF9532B3BF043DA63F7495FB3E5F8F833F"> : tensor<3x4x5xf32>
  %argmin_all_got = call @argmin_all(%argmin_all_in0) : (tensor<3x4x5xf32>) -> (tensor<3xi32>)
  %argmin_all_0_want = arith.constant dense<"0x010000000E0000000E000000"> : tensor<3xi32>
  %argmin_all_0_any_got = tensor.cast %argmin_all_got : tensor<3xi32> to tensor<?xi32>
  %argmin_all_0_any_want = tensor.cast %argmin_all_0_want : tensor<3xi32> to tensor<?xi32>
  %argmin_all_0_tolerance = arith.constant 5.000000e-07 : f64
  %argmin_all_0_floor = arith.constant 0.000000e+00 : f64
  %argmin_all_0 = call @count_i32(%argmin_all_0_any_got, %argmin_all_0_any_want, %argmin_all_0_tolerance, %argmin_all_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "argmin_all "
  call @printI64(%argmin_all_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %argmax_i32_in0 = arith.constant dense<"0x030000000700000007000000FBFFFFFFFBFFFFFFF7FFFFFF"> : tensor<2x3xi32>
  %argmax_i32_got = call @argmax_i32(%argmax_i32_in0) : (tensor<2x3xi32>) -> (tensor<2xi32>)
  %argmax_i32_0_want = arith.constant dense<"0x0100000000000000"> : tensor<2xi32>
  %argmax_i32_0_any_got = tensor.cast %argmax_i32_got : tensor<2xi32> to tensor<?xi32>
  %argmax_i32_0_any_want = tensor.cast %argmax_i32_0_want : tensor<2xi32> to tensor<?xi32>
  %argmax_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %argmax_i32_0_floor = arith.constant 0.000000e+00 : f64
  %argmax_i32_0 = call @count_i32(%argmax_i32_0_any_got, %argmax_i32_0_any_want, %argmax_i32_0_tolerance, %argmax_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "argmax_i32 "
  call @printI64(%argmax_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %argmin_i32_in0 = arith.constant dense<"0x030000000700000007000000FBFFFFFFFBFFFFFFF7FFFFFF"> : tensor<2x3xi32>
  %argmin_i32_got = call @argmin_i32(%argmin_i32_in0) : (tensor<2x3xi32>) -> (tensor<2xi32>)
  %argmin_i32_0_want = arith.constant dense<"0x0000000002000000"> : tensor<2xi32>
  %argmin_i32_0_any_got = tensor.cast %argmin_i32_got : tensor<2xi32> to tensor<?xi32>
  %argmin_i32_0_any_want = tensor.cast %argmin_i32_0_want : tensor<2xi32> to tensor<?xi32>
  %argmin_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %argmin_i32_0_floor = arith.constant 0.000000e+00 : f64
  %argmin_i32_0 = call @count_i32(%argmin_i32_0_any_got, %argmin_i32_0_any_want, %argmin_i32_0_tolerance, %argmin_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "argmin_i32 "
  call @printI64(%argmin_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sum_i32_in0 = arith.constant dense<"0x030000000700000007000000FBFFFFFFFBFFFFFFF7FFFFFF"> : tensor<2x3xi32>
  %sum_i32_got = call @sum_i32(%sum_i32_in0) : (tensor<2x3xi32>) -> (tensor<2xi32>)
  %sum_i32_0_want = arith.constant dense<"0x11000000EDFFFFFF"> : tensor<2xi32>
  %sum_i32_0_any_got = tensor.cast %sum_i32_got : tensor<2xi32> to tensor<?xi32>
  %sum_i32_0_any_want = tensor.cast %sum_i32_0_want : tensor<2xi32> to tensor<?xi32>
  %sum_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sum_i32_0_floor = arith.constant 0.000000e+00 : f64
  %sum_i32_0 = call @count_i32(%sum_i32_0_any_got, %sum_i32_0_any_want, %sum_i32_0_tolerance, %sum_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "sum_i32 "
  call @printI64(%sum_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %prod_i32_in0 = arith.constant dense<"0x030000000700000007000000FBFFFFFFFBFFFFFFF7FFFFFF"> : tensor<2x3xi32>
  %prod_i32_got = call @prod_i32(%prod_i32_in0) : (tensor<2x3xi32>) -> (tensor<2xi32>)
  %prod_i32_0_want = arith.constant dense<"0x930000001FFFFFFF"> : tensor<2xi32>
  %prod_i32_0_any_got = tensor.cast %prod_i32_got : tensor<2xi32> to tensor<?xi32>
  %prod_i32_0_any_want = tensor.cast %prod_i32_0_want : tensor<2xi32> to tensor<?xi32>
  %prod_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %prod_i32_0_floor = arith.constant 0.000000e+00 : f64
  %prod_i32_0 = call @count_i32(%prod_i32_0_any_got, %prod_i32_0_any_want, %prod_i32_0_tolerance, %prod_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "prod_i32 "
  call @printI64(%prod_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_i32_in0 = arith.constant dense<"0x030000000700000007000000FBFFFFFFFBFFFFFFF7FFFFFF"> : tensor<2x3xi32>
  %max_i32_got = call @max_i32(%max_i32_in0) : (tensor<2x3xi32>) -> (tensor<2xi32>)
  %max_i32_0_want = arith.constant dense<"0x07000000FBFFFFFF"> : tensor<2xi32>
  %max_i32_0_any_got = tensor.cast %max_i32_got : tensor<2xi32> to tensor<?xi32>
  %max_i32_0_any_want = tensor.cast %max_i32_0_want : tensor<2xi32> to tensor<?xi32>
  %max_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_i32_0_floor = arith.constant 0.000000e+00 : f64
  %max_i32_0 = call @count_i32(%max_i32_0_any_got, %max_i32_0_any_want, %max_i32_0_tolerance, %max_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "max_i32 "
  call @printI64(%max_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %min_i32_in0 = arith.constant dense<"0x030000000700000007000000FBFFFFFFFBFFFFFFF7FFFFFF"> : tensor<2x3xi32>
  %min_i32_got = call @min_i32(%min_i32_in0) : (tensor<2x3xi32>) -> (tensor<2xi32>)
  %min_i32_0_want = arith.constant dense<"0x03000000F7FFFFFF"> : tensor<2xi32>
  %min_i32_0_any_got = tensor.cast %min_i32_got : tensor<2xi32> to tensor<?xi32>
  %min_i32_0_any_want = tensor.cast %min_i32_0_want : tensor<2xi32> to tensor<?xi32>
  %min_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %min_i32_0_floor = arith.constant 0.000000e+00 : f64
  %min_i32_0 = call @count_i32(%min_i32_0_any_got, %min_i32_0_any_want, %min_i32_0_tolerance, %min_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "min_i32 "
  call @printI64(%min_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %any_in0 = arith.constant dense<[[true, false], [false, false], [true, true]]> : tensor<3x2xi1>
  %any_got = call @any(%any_in0) : (tensor<3x2xi1>) -> (tensor<3xi1>)
  %any_0_want = arith.constant dense<[true, false, true]> : tensor<3xi1>
  %any_0_any_got = tensor.cast %any_got : tensor<3xi1> to tensor<?xi1>
  %any_0_any_want = tensor.cast %any_0_want : tensor<3xi1> to tensor<?xi1>
  %any_0_tolerance = arith.constant 5.000000e-07 : f64
  %any_0_floor = arith.constant 0.000000e+00 : f64
  %any_0 = call @count_i1(%any_0_any_got, %any_0_any_want, %any_0_tolerance, %any_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "any "
  call @printI64(%any_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %all_in0 = arith.constant dense<[[true, false], [false, false], [true, true]]> : tensor<3x2xi1>
  %all_got = call @all(%all_in0) : (tensor<3x2xi1>) -> (tensor<3xi1>)
  %all_0_want = arith.constant dense<[false, false, true]> : tensor<3xi1>
  %all_0_any_got = tensor.cast %all_got : tensor<3xi1> to tensor<?xi1>
  %all_0_any_want = tensor.cast %all_0_want : tensor<3xi1> to tensor<?xi1>
  %all_0_tolerance = arith.constant 5.000000e-07 : f64
  %all_0_floor = arith.constant 0.000000e+00 : f64
  %all_0 = call @count_i1(%all_0_any_got, %all_0_any_want, %all_0_tolerance, %all_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "all "
  call @printI64(%all_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
