// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}add_i8 0{{$}}
// CHECK: {{^}}sub_i8 0{{$}}
// CHECK: {{^}}mul_i8 0{{$}}
// CHECK: {{^}}floordiv_i8 0{{$}}
// CHECK: {{^}}mod_i8 0{{$}}
// CHECK: {{^}}max_i8 0{{$}}
// CHECK: {{^}}min_i8 0{{$}}
// CHECK: {{^}}neg_i8 0{{$}}
// CHECK: {{^}}abs_i8 0{{$}}
// CHECK: {{^}}sign_i8 0{{$}}
// CHECK: {{^}}pow_int_i8 0{{$}}
// CHECK: {{^}}cmp_lt_i8 0{{$}}
// CHECK: {{^}}cmp_ge_i8 0{{$}}
// CHECK: {{^}}cmp_eq_i8 0{{$}}
// CHECK: {{^}}cmp_ne_i8 0{{$}}
// CHECK: {{^}}add_i32 0{{$}}
// CHECK: {{^}}sub_i32 0{{$}}
// CHECK: {{^}}mul_i32 0{{$}}
// CHECK: {{^}}floordiv_i32 0{{$}}
// CHECK: {{^}}mod_i32 0{{$}}
// CHECK: {{^}}max_i32 0{{$}}
// CHECK: {{^}}min_i32 0{{$}}
// CHECK: {{^}}neg_i32 0{{$}}
// CHECK: {{^}}abs_i32 0{{$}}
// CHECK: {{^}}sign_i32 0{{$}}
// CHECK: {{^}}pow_int_i32 0{{$}}
// CHECK: {{^}}cmp_lt_i32 0{{$}}
// CHECK: {{^}}cmp_ge_i32 0{{$}}
// CHECK: {{^}}cmp_eq_i32 0{{$}}
// CHECK: {{^}}cmp_ne_i32 0{{$}}
// CHECK: {{^}}add_i64 0{{$}}
// CHECK: {{^}}sub_i64 0{{$}}
// CHECK: {{^}}mul_i64 0{{$}}
// CHECK: {{^}}floordiv_i64 0{{$}}
// CHECK: {{^}}mod_i64 0{{$}}
// CHECK: {{^}}max_i64 0{{$}}
// CHECK: {{^}}min_i64 0{{$}}
// CHECK: {{^}}neg_i64 0{{$}}
// CHECK: {{^}}abs_i64 0{{$}}
// CHECK: {{^}}sign_i64 0{{$}}
// CHECK: {{^}}pow_int_i64 0{{$}}
// CHECK: {{^}}cmp_lt_i64 0{{$}}
// CHECK: {{^}}cmp_ge_i64 0{{$}}
// CHECK: {{^}}cmp_eq_i64 0{{$}}
// CHECK: {{^}}cmp_ne_i64 0{{$}}

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

func.func private @count_i8(%got: tensor<?xi8>, %want: tensor<?xi8>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xi8>, tensor<?xi8>) outs(%zero : tensor<i64>) {
  ^bb0(%x: i8, %y: i8, %count: i64):
    %e = arith.cmpi ne, %x, %y : i8
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

func.func private @count_i64(%got: tensor<?xi64>, %want: tensor<?xi64>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xi64>, tensor<?xi64>) outs(%zero : tensor<i64>) {
  ^bb0(%x: i64, %y: i64, %count: i64):
    %e = arith.cmpi ne, %x, %y : i64
    %g = arith.uitofp %e : i1 to f64
    %w = arith.constant 0.0 : f64
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  } -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}

func.func private @add_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.add %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @sub_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.sub %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @mul_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.mul %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @floordiv_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.floordiv %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @mod_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.mod %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @max_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.max %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @min_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi8>) {
  %r = nn.min %a, %b : tensor<10x10xi8>
  return %r : tensor<10x10xi8>
}

func.func private @neg_i8(%a: tensor<10xi8>) -> (tensor<10xi8>) {
  %r = nn.neg %a : tensor<10xi8>
  return %r : tensor<10xi8>
}

func.func private @abs_i8(%a: tensor<10xi8>) -> (tensor<10xi8>) {
  %r = nn.abs %a : tensor<10xi8>
  return %r : tensor<10xi8>
}

func.func private @sign_i8(%a: tensor<10xi8>) -> (tensor<10xi8>) {
  %r = nn.sign %a : tensor<10xi8>
  return %r : tensor<10xi8>
}

func.func private @pow_int_i8(%a: tensor<10xi8>) -> (tensor<10xi8>) {
  %r = nn.pow_int %a, 5 : tensor<10xi8>
  return %r : tensor<10xi8>
}

func.func private @cmp_lt_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi1>) {
  %r = nn.cmp lt %a, %b : tensor<10x10xi8> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_ge_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi1>) {
  %r = nn.cmp ge %a, %b : tensor<10x10xi8> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_eq_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi1>) {
  %r = nn.cmp eq %a, %b : tensor<10x10xi8> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_ne_i8(%a: tensor<10x10xi8>, %b: tensor<10x10xi8>) -> (tensor<10x10xi1>) {
  %r = nn.cmp ne %a, %b : tensor<10x10xi8> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @add_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.add %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @sub_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.sub %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @mul_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.mul %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @floordiv_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.floordiv %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @mod_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.mod %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @max_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.max %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @min_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi32>) {
  %r = nn.min %a, %b : tensor<10x10xi32>
  return %r : tensor<10x10xi32>
}

func.func private @neg_i32(%a: tensor<10xi32>) -> (tensor<10xi32>) {
  %r = nn.neg %a : tensor<10xi32>
  return %r : tensor<10xi32>
}

func.func private @abs_i32(%a: tensor<10xi32>) -> (tensor<10xi32>) {
  %r = nn.abs %a : tensor<10xi32>
  return %r : tensor<10xi32>
}

func.func private @sign_i32(%a: tensor<10xi32>) -> (tensor<10xi32>) {
  %r = nn.sign %a : tensor<10xi32>
  return %r : tensor<10xi32>
}

func.func private @pow_int_i32(%a: tensor<10xi32>) -> (tensor<10xi32>) {
  %r = nn.pow_int %a, 5 : tensor<10xi32>
  return %r : tensor<10xi32>
}

func.func private @cmp_lt_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi1>) {
  %r = nn.cmp lt %a, %b : tensor<10x10xi32> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_ge_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi1>) {
  %r = nn.cmp ge %a, %b : tensor<10x10xi32> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_eq_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi1>) {
  %r = nn.cmp eq %a, %b : tensor<10x10xi32> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_ne_i32(%a: tensor<10x10xi32>, %b: tensor<10x10xi32>) -> (tensor<10x10xi1>) {
  %r = nn.cmp ne %a, %b : tensor<10x10xi32> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @add_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.add %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @sub_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.sub %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @mul_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.mul %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @floordiv_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.floordiv %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @mod_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.mod %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @max_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.max %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @min_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi64>) {
  %r = nn.min %a, %b : tensor<10x10xi64>
  return %r : tensor<10x10xi64>
}

func.func private @neg_i64(%a: tensor<10xi64>) -> (tensor<10xi64>) {
  %r = nn.neg %a : tensor<10xi64>
  return %r : tensor<10xi64>
}

func.func private @abs_i64(%a: tensor<10xi64>) -> (tensor<10xi64>) {
  %r = nn.abs %a : tensor<10xi64>
  return %r : tensor<10xi64>
}

func.func private @sign_i64(%a: tensor<10xi64>) -> (tensor<10xi64>) {
  %r = nn.sign %a : tensor<10xi64>
  return %r : tensor<10xi64>
}

func.func private @pow_int_i64(%a: tensor<10xi64>) -> (tensor<10xi64>) {
  %r = nn.pow_int %a, 5 : tensor<10xi64>
  return %r : tensor<10xi64>
}

func.func private @cmp_lt_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi1>) {
  %r = nn.cmp lt %a, %b : tensor<10x10xi64> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_ge_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi1>) {
  %r = nn.cmp ge %a, %b : tensor<10x10xi64> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_eq_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi1>) {
  %r = nn.cmp eq %a, %b : tensor<10x10xi64> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func private @cmp_ne_i64(%a: tensor<10x10xi64>, %b: tensor<10x10xi64>) -> (tensor<10x10xi1>) {
  %r = nn.cmp ne %a, %b : tensor<10x10xi64> -> tensor<10x10xi1>
  return %r : tensor<10x10xi1>
}

func.func @main() {
  %add_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %add_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %add_i8_got = call @add_i8(%add_i8_in0, %add_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %add_i8_0_flat = tensor.collapse_shape %add_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %add_i8_0_want = arith.constant dense<"0x0001FF0203FD07F97F800102000304FE08FA8081FF00FE0102FC06F87E7F0203010405FF09FB81820304020506000AFC8283FDFEFCFF00FA04F67C7D070806090A040E008687F9FAF8FBFCF600F278797F807E81827C8678FEFF80817F82837D8779FF00"> : tensor<100xi8>
  %add_i8_0_any_got = tensor.cast %add_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %add_i8_0_any_want = tensor.cast %add_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %add_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %add_i8_0_floor = arith.constant 0.000000e+00 : f64
  %add_i8_0 = call @count_i8(%add_i8_0_any_got, %add_i8_0_any_want, %add_i8_0_tolerance, %add_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "add_i8 "
  call @printI64(%add_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sub_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %sub_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %sub_i8_got = call @sub_i8(%sub_i8_in0, %sub_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %sub_i8_0_flat = tensor.collapse_shape %sub_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %sub_i8_0_want = arith.constant dense<"0x0001FF0203FD07F97F80FF00FE0102FC06F87E7F0102000304FE08FA8081FEFFFD0001FB05F77D7EFDFEFCFF00FA04F67C7D0304020506000AFC8283F9FAF8FBFCF600F27879070806090A040E00868781828083847E887A000180817F82837D8779FF00"> : tensor<100xi8>
  %sub_i8_0_any_got = tensor.cast %sub_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %sub_i8_0_any_want = tensor.cast %sub_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %sub_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %sub_i8_0_floor = arith.constant 0.000000e+00 : f64
  %sub_i8_0 = call @count_i8(%sub_i8_0_any_got, %sub_i8_0_any_want, %sub_i8_0_tolerance, %sub_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "sub_i8 "
  call @printI64(%sub_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mul_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %mul_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %mul_i8_got = call @mul_i8(%mul_i8_in0, %mul_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %mul_i8_0_flat = tensor.collapse_shape %mul_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %mul_i8_0_want = arith.constant dense<"0x000000000000000000000001FF0203FD07F97F8000FF01FEFD03F90781800002FE0406FA0EF2FE000003FD0609F715EB7D8000FD03FAF709EB1583800007F90E15EB31CF798000F907F2EB15CF318780007F81FE7D837987018000808000808080808000"> : tensor<100xi8>
  %mul_i8_0_any_got = tensor.cast %mul_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %mul_i8_0_any_want = tensor.cast %mul_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %mul_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %mul_i8_0_floor = arith.constant 0.000000e+00 : f64
  %mul_i8_0 = call @count_i8(%mul_i8_0_any_got, %mul_i8_0_any_want, %mul_i8_0_tolerance, %mul_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "mul_i8 "
  call @printI64(%mul_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %floordiv_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %floordiv_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %floordiv_i8_got = call @floordiv_i8(%floordiv_i8_in0, %floordiv_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %floordiv_i8_0_flat = tensor.collapse_shape %floordiv_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %floordiv_i8_0_want = arith.constant dense<"0x000000000000000000000001FF0203FD07F97F8000FF01FEFD03F90781800000FF0101FE03FC3FC00000FF0001FF02FD2AD500FF00FFFF01FD02D52A0000FF0000FF01FF12ED00FF00FFFF00FF01ED120000FF0000FF00FF01FE00FF00FFFF00FF00FF01"> : tensor<100xi8>
  %floordiv_i8_0_any_got = tensor.cast %floordiv_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %floordiv_i8_0_any_want = tensor.cast %floordiv_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %floordiv_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %floordiv_i8_0_floor = arith.constant 0.000000e+00 : f64
  %floordiv_i8_0 = call @count_i8(%floordiv_i8_0_any_got, %floordiv_i8_0_any_want, %floordiv_i8_0_tolerance, %floordiv_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "floordiv_i8 "
  call @printI64(%floordiv_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mod_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %mod_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %mod_i8_got = call @mod_i8(%mod_i8_in0, %mod_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %mod_i8_0_flat = tensor.collapse_shape %mod_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %mod_i8_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000101000101010101000001020200000102010100FEFFFF0000FEFFFEFE0001060203040000010500FAFFFBFCFD0000FAFE00017E02037C0778007E0081FF8283FD87F9FF00"> : tensor<100xi8>
  %mod_i8_0_any_got = tensor.cast %mod_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %mod_i8_0_any_want = tensor.cast %mod_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %mod_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %mod_i8_0_floor = arith.constant 0.000000e+00 : f64
  %mod_i8_0 = call @count_i8(%mod_i8_0_any_got, %mod_i8_0_any_want, %mod_i8_0_tolerance, %mod_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "mod_i8 "
  call @printI64(%mod_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %max_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %max_i8_got = call @max_i8(%max_i8_in0, %max_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %max_i8_0_flat = tensor.collapse_shape %max_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %max_i8_0_want = arith.constant dense<"0x00010002030007007F0001010102030107017F010001FF0203FF07FF7FFF02020202030207027F0203030303030307037F030001FF0203FD07FD7FFD07070707070707077F070001FF0203FD07F97FF97F7F7F7F7F7F7F7F7F7F0001FF0203FD07F97F80"> : tensor<100xi8>
  %max_i8_0_any_got = tensor.cast %max_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %max_i8_0_any_want = tensor.cast %max_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %max_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_i8_0_floor = arith.constant 0.000000e+00 : f64
  %max_i8_0 = call @count_i8(%max_i8_0_any_got, %max_i8_0_any_want, %max_i8_0_tolerance, %max_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "max_i8 "
  call @printI64(%max_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %min_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %min_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %min_i8_got = call @min_i8(%min_i8_in0, %min_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi8>)
  %min_i8_0_flat = tensor.collapse_shape %min_i8_got [[0, 1]] : tensor<10x10xi8> into tensor<100xi8>
  %min_i8_0_want = arith.constant dense<"0x0000FF0000FD00F900800001FF0101FD01F90180FFFFFFFFFFFDFFF9FF800001FF0202FD02F902800001FF0203FD03F90380FDFDFDFDFDFDFDF9FD800001FF0203FD07F90780F9F9F9F9F9F9F9F9F9800001FF0203FD07F97F8080808080808080808080"> : tensor<100xi8>
  %min_i8_0_any_got = tensor.cast %min_i8_0_flat : tensor<100xi8> to tensor<?xi8>
  %min_i8_0_any_want = tensor.cast %min_i8_0_want : tensor<100xi8> to tensor<?xi8>
  %min_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %min_i8_0_floor = arith.constant 0.000000e+00 : f64
  %min_i8_0 = call @count_i8(%min_i8_0_any_got, %min_i8_0_any_want, %min_i8_0_tolerance, %min_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "min_i8 "
  call @printI64(%min_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %neg_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F80"> : tensor<10xi8>
  %neg_i8_got = call @neg_i8(%neg_i8_in0) : (tensor<10xi8>) -> (tensor<10xi8>)
  %neg_i8_0_want = arith.constant dense<"0x00FF01FEFD03F9078180"> : tensor<10xi8>
  %neg_i8_0_any_got = tensor.cast %neg_i8_got : tensor<10xi8> to tensor<?xi8>
  %neg_i8_0_any_want = tensor.cast %neg_i8_0_want : tensor<10xi8> to tensor<?xi8>
  %neg_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %neg_i8_0_floor = arith.constant 0.000000e+00 : f64
  %neg_i8_0 = call @count_i8(%neg_i8_0_any_got, %neg_i8_0_any_want, %neg_i8_0_tolerance, %neg_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "neg_i8 "
  call @printI64(%neg_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %abs_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F80"> : tensor<10xi8>
  %abs_i8_got = call @abs_i8(%abs_i8_in0) : (tensor<10xi8>) -> (tensor<10xi8>)
  %abs_i8_0_want = arith.constant dense<"0x00010102030307077F80"> : tensor<10xi8>
  %abs_i8_0_any_got = tensor.cast %abs_i8_got : tensor<10xi8> to tensor<?xi8>
  %abs_i8_0_any_want = tensor.cast %abs_i8_0_want : tensor<10xi8> to tensor<?xi8>
  %abs_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %abs_i8_0_floor = arith.constant 0.000000e+00 : f64
  %abs_i8_0 = call @count_i8(%abs_i8_0_any_got, %abs_i8_0_any_want, %abs_i8_0_tolerance, %abs_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "abs_i8 "
  call @printI64(%abs_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sign_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F80"> : tensor<10xi8>
  %sign_i8_got = call @sign_i8(%sign_i8_in0) : (tensor<10xi8>) -> (tensor<10xi8>)
  %sign_i8_0_want = arith.constant dense<"0x0001FF0101FF01FF01FF"> : tensor<10xi8>
  %sign_i8_0_any_got = tensor.cast %sign_i8_got : tensor<10xi8> to tensor<?xi8>
  %sign_i8_0_any_want = tensor.cast %sign_i8_0_want : tensor<10xi8> to tensor<?xi8>
  %sign_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %sign_i8_0_floor = arith.constant 0.000000e+00 : f64
  %sign_i8_0 = call @count_i8(%sign_i8_0_any_got, %sign_i8_0_any_want, %sign_i8_0_tolerance, %sign_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "sign_i8 "
  call @printI64(%sign_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F80"> : tensor<10xi8>
  %pow_int_i8_got = call @pow_int_i8(%pow_int_i8_in0) : (tensor<10xi8>) -> (tensor<10xi8>)
  %pow_int_i8_0_want = arith.constant dense<"0x0001FF20F30DA7597F00"> : tensor<10xi8>
  %pow_int_i8_0_any_got = tensor.cast %pow_int_i8_got : tensor<10xi8> to tensor<?xi8>
  %pow_int_i8_0_any_want = tensor.cast %pow_int_i8_0_want : tensor<10xi8> to tensor<?xi8>
  %pow_int_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %pow_int_i8_0_floor = arith.constant 0.000000e+00 : f64
  %pow_int_i8_0 = call @count_i8(%pow_int_i8_0_any_got, %pow_int_i8_0_any_want, %pow_int_i8_0_tolerance, %pow_int_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "pow_int_i8 "
  call @printI64(%pow_int_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_lt_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %cmp_lt_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %cmp_lt_i8_got = call @cmp_lt_i8(%cmp_lt_i8_in0, %cmp_lt_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi1>)
  %cmp_lt_i8_0_flat = tensor.collapse_shape %cmp_lt_i8_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_lt_i8_0_want = arith.constant dense<[false, false, true, false, false, true, false, true, false, true, true, false, true, false, false, true, false, true, false, true, false, false, false, false, false, true, false, true, false, true, true, true, true, false, false, true, false, true, false, true, true, true, true, true, false, true, false, true, false, true, false, false, false, false, false, false, false, true, false, true, true, true, true, true, true, true, false, true, false, true, false, false, false, false, false, false, false, false, false, true, true, true, true, true, true, true, true, true, false, true, false, false, false, false, false, false, false, false, false, false]> : tensor<100xi1>
  %cmp_lt_i8_0_any_got = tensor.cast %cmp_lt_i8_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_lt_i8_0_any_want = tensor.cast %cmp_lt_i8_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_lt_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_lt_i8_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_lt_i8_0 = call @count_i1(%cmp_lt_i8_0_any_got, %cmp_lt_i8_0_any_want, %cmp_lt_i8_0_tolerance, %cmp_lt_i8_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_lt_i8 "
  call @printI64(%cmp_lt_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_ge_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %cmp_ge_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %cmp_ge_i8_got = call @cmp_ge_i8(%cmp_ge_i8_in0, %cmp_ge_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi1>)
  %cmp_ge_i8_0_flat = tensor.collapse_shape %cmp_ge_i8_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_ge_i8_0_want = arith.constant dense<[true, true, false, true, true, false, true, false, true, false, false, true, false, true, true, false, true, false, true, false, true, true, true, true, true, false, true, false, true, false, false, false, false, true, true, false, true, false, true, false, false, false, false, false, true, false, true, false, true, false, true, true, true, true, true, true, true, false, true, false, false, false, false, false, false, false, true, false, true, false, true, true, true, true, true, true, true, true, true, false, false, false, false, false, false, false, false, false, true, false, true, true, true, true, true, true, true, true, true, true]> : tensor<100xi1>
  %cmp_ge_i8_0_any_got = tensor.cast %cmp_ge_i8_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_ge_i8_0_any_want = tensor.cast %cmp_ge_i8_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_ge_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_ge_i8_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_ge_i8_0 = call @count_i1(%cmp_ge_i8_0_any_got, %cmp_ge_i8_0_any_want, %cmp_ge_i8_0_tolerance, %cmp_ge_i8_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_ge_i8 "
  call @printI64(%cmp_ge_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_eq_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %cmp_eq_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %cmp_eq_i8_got = call @cmp_eq_i8(%cmp_eq_i8_in0, %cmp_eq_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi1>)
  %cmp_eq_i8_0_flat = tensor.collapse_shape %cmp_eq_i8_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_eq_i8_0_want = arith.constant dense<[true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true]> : tensor<100xi1>
  %cmp_eq_i8_0_any_got = tensor.cast %cmp_eq_i8_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_eq_i8_0_any_want = tensor.cast %cmp_eq_i8_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_eq_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_eq_i8_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_eq_i8_0 = call @count_i1(%cmp_eq_i8_0_any_got, %cmp_eq_i8_0_any_want, %cmp_eq_i8_0_tolerance, %cmp_eq_i8_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_eq_i8 "
  call @printI64(%cmp_eq_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_ne_i8_in0 = arith.constant dense<"0x0001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F800001FF0203FD07F97F80"> : tensor<10x10xi8>
  %cmp_ne_i8_in1 = arith.constant dense<"0x0000000000000000000001010101010101010101FFFFFFFFFFFFFFFFFFFF0202020202020202020203030303030303030303FDFDFDFDFDFDFDFDFDFD07070707070707070707F9F9F9F9F9F9F9F9F9F97F7F7F7F7F7F7F7F7F7F80808080808080808080"> : tensor<10x10xi8>
  %cmp_ne_i8_got = call @cmp_ne_i8(%cmp_ne_i8_in0, %cmp_ne_i8_in1) : (tensor<10x10xi8>, tensor<10x10xi8>) -> (tensor<10x10xi1>)
  %cmp_ne_i8_0_flat = tensor.collapse_shape %cmp_ne_i8_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_ne_i8_0_want = arith.constant dense<[false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false]> : tensor<100xi1>
  %cmp_ne_i8_0_any_got = tensor.cast %cmp_ne_i8_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_ne_i8_0_any_want = tensor.cast %cmp_ne_i8_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_ne_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_ne_i8_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_ne_i8_0 = call @count_i1(%cmp_ne_i8_0_any_got, %cmp_ne_i8_0_any_want, %cmp_ne_i8_0_tolerance, %cmp_ne_i8_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_ne_i8 "
  call @printI64(%cmp_ne_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %add_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %add_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %add_i32_got = call @add_i32(%add_i32_in0, %add_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %add_i32_0_flat = tensor.collapse_shape %add_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %add_i32_0_want = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800100000002000000000000000300000004000000FEFFFFFF08000000FAFFFFFF0000008001000080FFFFFFFF00000000FEFFFFFF0100000002000000FCFFFFFF06000000F8FFFFFFFEFFFF7FFFFFFF7F0200000003000000010000000400000005000000FFFFFFFF09000000FBFFFFFF01000080020000800300000004000000020000000500000006000000000000000A000000FCFFFFFF0200008003000080FDFFFFFFFEFFFFFFFCFFFFFFFFFFFFFF00000000FAFFFFFF04000000F6FFFFFFFCFFFF7FFDFFFF7F070000000800000006000000090000000A000000040000000E000000000000000600008007000080F9FFFFFFFAFFFFFFF8FFFFFFFBFFFFFFFCFFFFFFF6FFFFFF00000000F2FFFFFFF8FFFF7FF9FFFF7FFFFFFF7F00000080FEFFFF7F0100008002000080FCFFFF7F06000080F8FFFF7FFEFFFFFFFFFFFFFF0000008001000080FFFFFF7F0200008003000080FDFFFF7F07000080F9FFFF7FFFFFFFFF00000000"> : tensor<100xi32>
  %add_i32_0_any_got = tensor.cast %add_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %add_i32_0_any_want = tensor.cast %add_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %add_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %add_i32_0_floor = arith.constant 0.000000e+00 : f64
  %add_i32_0 = call @count_i32(%add_i32_0_any_got, %add_i32_0_any_want, %add_i32_0_tolerance, %add_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "add_i32 "
  call @printI64(%add_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sub_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %sub_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %sub_i32_got = call @sub_i32(%sub_i32_in0, %sub_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %sub_i32_0_flat = tensor.collapse_shape %sub_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %sub_i32_0_want = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080FFFFFFFF00000000FEFFFFFF0100000002000000FCFFFFFF06000000F8FFFFFFFEFFFF7FFFFFFF7F0100000002000000000000000300000004000000FEFFFFFF08000000FAFFFFFF0000008001000080FEFFFFFFFFFFFFFFFDFFFFFF0000000001000000FBFFFFFF05000000F7FFFFFFFDFFFF7FFEFFFF7FFDFFFFFFFEFFFFFFFCFFFFFFFFFFFFFF00000000FAFFFFFF04000000F6FFFFFFFCFFFF7FFDFFFF7F0300000004000000020000000500000006000000000000000A000000FCFFFFFF0200008003000080F9FFFFFFFAFFFFFFF8FFFFFFFBFFFFFFFCFFFFFFF6FFFFFF00000000F2FFFFFFF8FFFF7FF9FFFF7F070000000800000006000000090000000A000000040000000E0000000000000006000080070000800100008002000080000000800300008004000080FEFFFF7F08000080FAFFFF7F00000000010000000000008001000080FFFFFF7F0200008003000080FDFFFF7F07000080F9FFFF7FFFFFFFFF00000000"> : tensor<100xi32>
  %sub_i32_0_any_got = tensor.cast %sub_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %sub_i32_0_any_want = tensor.cast %sub_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %sub_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sub_i32_0_floor = arith.constant 0.000000e+00 : f64
  %sub_i32_0 = call @count_i32(%sub_i32_0_any_got, %sub_i32_0_any_want, %sub_i32_0_tolerance, %sub_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "sub_i32 "
  call @printI64(%sub_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mul_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %mul_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %mul_i32_got = call @mul_i32(%mul_i32_in0, %mul_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %mul_i32_0_flat = tensor.collapse_shape %mul_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %mul_i32_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F0000008000000000FFFFFFFF01000000FEFFFFFFFDFFFFFF03000000F9FFFFFF0700000001000080000000800000000002000000FEFFFFFF0400000006000000FAFFFFFF0E000000F2FFFFFFFEFFFFFF000000000000000003000000FDFFFFFF0600000009000000F7FFFFFF15000000EBFFFFFFFDFFFF7F0000008000000000FDFFFFFF03000000FAFFFFFFF7FFFFFF09000000EBFFFFFF1500000003000080000000800000000007000000F9FFFFFF0E00000015000000EBFFFFFF31000000CFFFFFFFF9FFFF7F0000008000000000F9FFFFFF07000000F2FFFFFFEBFFFFFF15000000CFFFFFFF31000000070000800000008000000000FFFFFF7F01000080FEFFFFFFFDFFFF7F03000080F9FFFF7F07000080010000000000008000000000000000800000008000000000000000800000008000000080000000800000008000000000"> : tensor<100xi32>
  %mul_i32_0_any_got = tensor.cast %mul_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %mul_i32_0_any_want = tensor.cast %mul_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %mul_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %mul_i32_0_floor = arith.constant 0.000000e+00 : f64
  %mul_i32_0 = call @count_i32(%mul_i32_0_any_got, %mul_i32_0_any_want, %mul_i32_0_tolerance, %mul_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "mul_i32 "
  call @printI64(%mul_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %floordiv_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %floordiv_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %floordiv_i32_got = call @floordiv_i32(%floordiv_i32_in0, %floordiv_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %floordiv_i32_0_flat = tensor.collapse_shape %floordiv_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %floordiv_i32_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F0000008000000000FFFFFFFF01000000FEFFFFFFFDFFFFFF03000000F9FFFFFF0700000001000080000000800000000000000000FFFFFFFF0100000001000000FEFFFFFF03000000FCFFFFFFFFFFFF3F000000C00000000000000000FFFFFFFF0000000001000000FFFFFFFF02000000FDFFFFFFAAAAAA2A555555D500000000FFFFFFFF00000000FFFFFFFFFFFFFFFF01000000FDFFFFFF02000000555555D5AAAAAA2A0000000000000000FFFFFFFF0000000000000000FFFFFFFF01000000FFFFFFFF922449126DDBB6ED00000000FFFFFFFF00000000FFFFFFFFFFFFFFFF00000000FFFFFFFF010000006DDBB6ED922449120000000000000000FFFFFFFF0000000000000000FFFFFFFF00000000FFFFFFFF01000000FEFFFFFF00000000FFFFFFFF00000000FFFFFFFFFFFFFFFF00000000FFFFFFFF00000000FFFFFFFF01000000"> : tensor<100xi32>
  %floordiv_i32_0_any_got = tensor.cast %floordiv_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %floordiv_i32_0_any_want = tensor.cast %floordiv_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %floordiv_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %floordiv_i32_0_floor = arith.constant 0.000000e+00 : f64
  %floordiv_i32_0 = call @count_i32(%floordiv_i32_0_any_got, %floordiv_i32_0_any_want, %floordiv_i32_0_tolerance, %floordiv_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "floordiv_i32 "
  call @printI64(%floordiv_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mod_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %mod_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %mod_i32_got = call @mod_i32(%mod_i32_in0, %mod_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %mod_i32_0_flat = tensor.collapse_shape %mod_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %mod_i32_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000001000000000000000100000001000000010000000100000001000000000000000000000001000000020000000200000000000000000000000100000002000000010000000100000000000000FEFFFFFFFFFFFFFFFFFFFFFF0000000000000000FEFFFFFFFFFFFFFFFEFFFFFFFEFFFFFF0000000001000000060000000200000003000000040000000000000000000000010000000500000000000000FAFFFFFFFFFFFFFFFBFFFFFFFCFFFFFFFDFFFFFF0000000000000000FAFFFFFFFEFFFFFF0000000001000000FEFFFF7F0200000003000000FCFFFF7F07000000F8FFFF7F00000000FEFFFF7F0000000001000080FFFFFFFF0200008003000080FDFFFFFF07000080F9FFFFFFFFFFFFFF00000000"> : tensor<100xi32>
  %mod_i32_0_any_got = tensor.cast %mod_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %mod_i32_0_any_want = tensor.cast %mod_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %mod_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %mod_i32_0_floor = arith.constant 0.000000e+00 : f64
  %mod_i32_0 = call @count_i32(%mod_i32_0_any_got, %mod_i32_0_any_want, %mod_i32_0_tolerance, %mod_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "mod_i32 "
  call @printI64(%mod_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %max_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %max_i32_got = call @max_i32(%max_i32_in0, %max_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %max_i32_0_flat = tensor.collapse_shape %max_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %max_i32_0_want = arith.constant dense<"0x0000000001000000000000000200000003000000000000000700000000000000FFFFFF7F000000000100000001000000010000000200000003000000010000000700000001000000FFFFFF7F010000000000000001000000FFFFFFFF0200000003000000FFFFFFFF07000000FFFFFFFFFFFFFF7FFFFFFFFF0200000002000000020000000200000003000000020000000700000002000000FFFFFF7F020000000300000003000000030000000300000003000000030000000700000003000000FFFFFF7F030000000000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000FDFFFFFFFFFFFF7FFDFFFFFF0700000007000000070000000700000007000000070000000700000007000000FFFFFF7F070000000000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7FF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<100xi32>
  %max_i32_0_any_got = tensor.cast %max_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %max_i32_0_any_want = tensor.cast %max_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %max_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_i32_0_floor = arith.constant 0.000000e+00 : f64
  %max_i32_0 = call @count_i32(%max_i32_0_any_got, %max_i32_0_any_want, %max_i32_0_tolerance, %max_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "max_i32 "
  call @printI64(%max_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %min_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %min_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %min_i32_got = call @min_i32(%min_i32_in0, %min_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi32>)
  %min_i32_0_flat = tensor.collapse_shape %min_i32_got [[0, 1]] : tensor<10x10xi32> into tensor<100xi32>
  %min_i32_0_want = arith.constant dense<"0x0000000000000000FFFFFFFF0000000000000000FDFFFFFF00000000F9FFFFFF00000000000000800000000001000000FFFFFFFF0100000001000000FDFFFFFF01000000F9FFFFFF0100000000000080FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFF9FFFFFFFFFFFFFF000000800000000001000000FFFFFFFF0200000002000000FDFFFFFF02000000F9FFFFFF02000000000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF03000000F9FFFFFF0300000000000080FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFF9FFFFFFFDFFFFFF000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFF0700000000000080F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFF000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F0000008000000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<100xi32>
  %min_i32_0_any_got = tensor.cast %min_i32_0_flat : tensor<100xi32> to tensor<?xi32>
  %min_i32_0_any_want = tensor.cast %min_i32_0_want : tensor<100xi32> to tensor<?xi32>
  %min_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %min_i32_0_floor = arith.constant 0.000000e+00 : f64
  %min_i32_0 = call @count_i32(%min_i32_0_any_got, %min_i32_0_any_want, %min_i32_0_tolerance, %min_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "min_i32 "
  call @printI64(%min_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %neg_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10xi32>
  %neg_i32_got = call @neg_i32(%neg_i32_in0) : (tensor<10xi32>) -> (tensor<10xi32>)
  %neg_i32_0_want = arith.constant dense<"0x00000000FFFFFFFF01000000FEFFFFFFFDFFFFFF03000000F9FFFFFF070000000100008000000080"> : tensor<10xi32>
  %neg_i32_0_any_got = tensor.cast %neg_i32_got : tensor<10xi32> to tensor<?xi32>
  %neg_i32_0_any_want = tensor.cast %neg_i32_0_want : tensor<10xi32> to tensor<?xi32>
  %neg_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %neg_i32_0_floor = arith.constant 0.000000e+00 : f64
  %neg_i32_0 = call @count_i32(%neg_i32_0_any_got, %neg_i32_0_any_want, %neg_i32_0_tolerance, %neg_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "neg_i32 "
  call @printI64(%neg_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %abs_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10xi32>
  %abs_i32_got = call @abs_i32(%abs_i32_in0) : (tensor<10xi32>) -> (tensor<10xi32>)
  %abs_i32_0_want = arith.constant dense<"0x0000000001000000010000000200000003000000030000000700000007000000FFFFFF7F00000080"> : tensor<10xi32>
  %abs_i32_0_any_got = tensor.cast %abs_i32_got : tensor<10xi32> to tensor<?xi32>
  %abs_i32_0_any_want = tensor.cast %abs_i32_0_want : tensor<10xi32> to tensor<?xi32>
  %abs_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %abs_i32_0_floor = arith.constant 0.000000e+00 : f64
  %abs_i32_0 = call @count_i32(%abs_i32_0_any_got, %abs_i32_0_any_want, %abs_i32_0_tolerance, %abs_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "abs_i32 "
  call @printI64(%abs_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sign_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10xi32>
  %sign_i32_got = call @sign_i32(%sign_i32_in0) : (tensor<10xi32>) -> (tensor<10xi32>)
  %sign_i32_0_want = arith.constant dense<"0x0000000001000000FFFFFFFF0100000001000000FFFFFFFF01000000FFFFFFFF01000000FFFFFFFF"> : tensor<10xi32>
  %sign_i32_0_any_got = tensor.cast %sign_i32_got : tensor<10xi32> to tensor<?xi32>
  %sign_i32_0_any_want = tensor.cast %sign_i32_0_want : tensor<10xi32> to tensor<?xi32>
  %sign_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sign_i32_0_floor = arith.constant 0.000000e+00 : f64
  %sign_i32_0 = call @count_i32(%sign_i32_0_any_got, %sign_i32_0_any_want, %sign_i32_0_tolerance, %sign_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "sign_i32 "
  call @printI64(%sign_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10xi32>
  %pow_int_i32_got = call @pow_int_i32(%pow_int_i32_in0) : (tensor<10xi32>) -> (tensor<10xi32>)
  %pow_int_i32_0_want = arith.constant dense<"0x0000000001000000FFFFFFFF20000000F30000000DFFFFFFA741000059BEFFFFFFFFFF7F00000000"> : tensor<10xi32>
  %pow_int_i32_0_any_got = tensor.cast %pow_int_i32_got : tensor<10xi32> to tensor<?xi32>
  %pow_int_i32_0_any_want = tensor.cast %pow_int_i32_0_want : tensor<10xi32> to tensor<?xi32>
  %pow_int_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %pow_int_i32_0_floor = arith.constant 0.000000e+00 : f64
  %pow_int_i32_0 = call @count_i32(%pow_int_i32_0_any_got, %pow_int_i32_0_any_want, %pow_int_i32_0_tolerance, %pow_int_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "pow_int_i32 "
  call @printI64(%pow_int_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_lt_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %cmp_lt_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %cmp_lt_i32_got = call @cmp_lt_i32(%cmp_lt_i32_in0, %cmp_lt_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi1>)
  %cmp_lt_i32_0_flat = tensor.collapse_shape %cmp_lt_i32_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_lt_i32_0_want = arith.constant dense<[false, false, true, false, false, true, false, true, false, true, true, false, true, false, false, true, false, true, false, true, false, false, false, false, false, true, false, true, false, true, true, true, true, false, false, true, false, true, false, true, true, true, true, true, false, true, false, true, false, true, false, false, false, false, false, false, false, true, false, true, true, true, true, true, true, true, false, true, false, true, false, false, false, false, false, false, false, false, false, true, true, true, true, true, true, true, true, true, false, true, false, false, false, false, false, false, false, false, false, false]> : tensor<100xi1>
  %cmp_lt_i32_0_any_got = tensor.cast %cmp_lt_i32_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_lt_i32_0_any_want = tensor.cast %cmp_lt_i32_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_lt_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_lt_i32_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_lt_i32_0 = call @count_i1(%cmp_lt_i32_0_any_got, %cmp_lt_i32_0_any_want, %cmp_lt_i32_0_tolerance, %cmp_lt_i32_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_lt_i32 "
  call @printI64(%cmp_lt_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_ge_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %cmp_ge_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %cmp_ge_i32_got = call @cmp_ge_i32(%cmp_ge_i32_in0, %cmp_ge_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi1>)
  %cmp_ge_i32_0_flat = tensor.collapse_shape %cmp_ge_i32_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_ge_i32_0_want = arith.constant dense<[true, true, false, true, true, false, true, false, true, false, false, true, false, true, true, false, true, false, true, false, true, true, true, true, true, false, true, false, true, false, false, false, false, true, true, false, true, false, true, false, false, false, false, false, true, false, true, false, true, false, true, true, true, true, true, true, true, false, true, false, false, false, false, false, false, false, true, false, true, false, true, true, true, true, true, true, true, true, true, false, false, false, false, false, false, false, false, false, true, false, true, true, true, true, true, true, true, true, true, true]> : tensor<100xi1>
  %cmp_ge_i32_0_any_got = tensor.cast %cmp_ge_i32_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_ge_i32_0_any_want = tensor.cast %cmp_ge_i32_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_ge_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_ge_i32_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_ge_i32_0 = call @count_i1(%cmp_ge_i32_0_any_got, %cmp_ge_i32_0_any_want, %cmp_ge_i32_0_tolerance, %cmp_ge_i32_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_ge_i32 "
  call @printI64(%cmp_ge_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_eq_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %cmp_eq_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %cmp_eq_i32_got = call @cmp_eq_i32(%cmp_eq_i32_in0, %cmp_eq_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi1>)
  %cmp_eq_i32_0_flat = tensor.collapse_shape %cmp_eq_i32_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_eq_i32_0_want = arith.constant dense<[true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true]> : tensor<100xi1>
  %cmp_eq_i32_0_any_got = tensor.cast %cmp_eq_i32_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_eq_i32_0_any_want = tensor.cast %cmp_eq_i32_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_eq_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_eq_i32_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_eq_i32_0 = call @count_i1(%cmp_eq_i32_0_any_got, %cmp_eq_i32_0_any_want, %cmp_eq_i32_0_tolerance, %cmp_eq_i32_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_eq_i32 "
  call @printI64(%cmp_eq_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_ne_i32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F000000800000000001000000FFFFFFFF0200000003000000FDFFFFFF07000000F9FFFFFFFFFFFF7F00000080"> : tensor<10x10xi32>
  %cmp_ne_i32_in1 = arith.constant dense<"0x0000000000000000000000000000000000000000000000000000000000000000000000000000000001000000010000000100000001000000010000000100000001000000010000000100000001000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0200000002000000020000000200000002000000020000000200000002000000020000000200000003000000030000000300000003000000030000000300000003000000030000000300000003000000FDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFFFDFFFFFF07000000070000000700000007000000070000000700000007000000070000000700000007000000F9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFF9FFFFFFFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF7F00000080000000800000008000000080000000800000008000000080000000800000008000000080"> : tensor<10x10xi32>
  %cmp_ne_i32_got = call @cmp_ne_i32(%cmp_ne_i32_in0, %cmp_ne_i32_in1) : (tensor<10x10xi32>, tensor<10x10xi32>) -> (tensor<10x10xi1>)
  %cmp_ne_i32_0_flat = tensor.collapse_shape %cmp_ne_i32_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_ne_i32_0_want = arith.constant dense<[false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false]> : tensor<100xi1>
  %cmp_ne_i32_0_any_got = tensor.cast %cmp_ne_i32_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_ne_i32_0_any_want = tensor.cast %cmp_ne_i32_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_ne_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_ne_i32_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_ne_i32_0 = call @count_i1(%cmp_ne_i32_0_any_got, %cmp_ne_i32_0_any_want, %cmp_ne_i32_0_tolerance, %cmp_ne_i32_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_ne_i32 "
  call @printI64(%cmp_ne_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %add_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %add_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %add_i64_got = call @add_i64(%add_i64_in0, %add_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %add_i64_0_flat = tensor.collapse_shape %add_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %add_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008001000000000000000200000000000000000000000000000003000000000000000400000000000000FEFFFFFFFFFFFFFF0800000000000000FAFFFFFFFFFFFFFF00000000000000800100000000000080FFFFFFFFFFFFFFFF0000000000000000FEFFFFFFFFFFFFFF01000000000000000200000000000000FCFFFFFFFFFFFFFF0600000000000000F8FFFFFFFFFFFFFFFEFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F02000000000000000300000000000000010000000000000004000000000000000500000000000000FFFFFFFFFFFFFFFF0900000000000000FBFFFFFFFFFFFFFF010000000000008002000000000000800300000000000000040000000000000002000000000000000500000000000000060000000000000000000000000000000A00000000000000FCFFFFFFFFFFFFFF02000000000000800300000000000080FDFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFCFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000000000000000FAFFFFFFFFFFFFFF0400000000000000F6FFFFFFFFFFFFFFFCFFFFFFFFFFFF7FFDFFFFFFFFFFFF7F07000000000000000800000000000000060000000000000009000000000000000A0000000000000004000000000000000E00000000000000000000000000000006000000000000800700000000000080F9FFFFFFFFFFFFFFFAFFFFFFFFFFFFFFF8FFFFFFFFFFFFFFFBFFFFFFFFFFFFFFFCFFFFFFFFFFFFFFF6FFFFFFFFFFFFFF0000000000000000F2FFFFFFFFFFFFFFF8FFFFFFFFFFFF7FF9FFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080FEFFFFFFFFFFFF7F01000000000000800200000000000080FCFFFFFFFFFFFF7F0600000000000080F8FFFFFFFFFFFF7FFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000000000800100000000000080FFFFFFFFFFFFFF7F02000000000000800300000000000080FDFFFFFFFFFFFF7F0700000000000080F9FFFFFFFFFFFF7FFFFFFFFFFFFFFFFF0000000000000000"> : tensor<100xi64>
  %add_i64_0_any_got = tensor.cast %add_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %add_i64_0_any_want = tensor.cast %add_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %add_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %add_i64_0_floor = arith.constant 0.000000e+00 : f64
  %add_i64_0 = call @count_i64(%add_i64_0_any_got, %add_i64_0_any_want, %add_i64_0_tolerance, %add_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "add_i64 "
  call @printI64(%add_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sub_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %sub_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %sub_i64_got = call @sub_i64(%sub_i64_in0, %sub_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %sub_i64_0_flat = tensor.collapse_shape %sub_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %sub_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080FFFFFFFFFFFFFFFF0000000000000000FEFFFFFFFFFFFFFF01000000000000000200000000000000FCFFFFFFFFFFFFFF0600000000000000F8FFFFFFFFFFFFFFFEFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F01000000000000000200000000000000000000000000000003000000000000000400000000000000FEFFFFFFFFFFFFFF0800000000000000FAFFFFFFFFFFFFFF00000000000000800100000000000080FEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF00000000000000000100000000000000FBFFFFFFFFFFFFFF0500000000000000F7FFFFFFFFFFFFFFFDFFFFFFFFFFFF7FFEFFFFFFFFFFFF7FFDFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFCFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000000000000000FAFFFFFFFFFFFFFF0400000000000000F6FFFFFFFFFFFFFFFCFFFFFFFFFFFF7FFDFFFFFFFFFFFF7F0300000000000000040000000000000002000000000000000500000000000000060000000000000000000000000000000A00000000000000FCFFFFFFFFFFFFFF02000000000000800300000000000080F9FFFFFFFFFFFFFFFAFFFFFFFFFFFFFFF8FFFFFFFFFFFFFFFBFFFFFFFFFFFFFFFCFFFFFFFFFFFFFFF6FFFFFFFFFFFFFF0000000000000000F2FFFFFFFFFFFFFFF8FFFFFFFFFFFF7FF9FFFFFFFFFFFF7F07000000000000000800000000000000060000000000000009000000000000000A0000000000000004000000000000000E0000000000000000000000000000000600000000000080070000000000008001000000000000800200000000000080000000000000008003000000000000800400000000000080FEFFFFFFFFFFFF7F0800000000000080FAFFFFFFFFFFFF7F0000000000000000010000000000000000000000000000800100000000000080FFFFFFFFFFFFFF7F02000000000000800300000000000080FDFFFFFFFFFFFF7F0700000000000080F9FFFFFFFFFFFF7FFFFFFFFFFFFFFFFF0000000000000000"> : tensor<100xi64>
  %sub_i64_0_any_got = tensor.cast %sub_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %sub_i64_0_any_want = tensor.cast %sub_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %sub_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %sub_i64_0_floor = arith.constant 0.000000e+00 : f64
  %sub_i64_0 = call @count_i64(%sub_i64_0_any_got, %sub_i64_0_any_want, %sub_i64_0_tolerance, %sub_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "sub_i64 "
  call @printI64(%sub_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mul_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %mul_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %mul_i64_got = call @mul_i64(%mul_i64_in0, %mul_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %mul_i64_0_flat = tensor.collapse_shape %mul_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %mul_i64_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F00000000000000800000000000000000FFFFFFFFFFFFFFFF0100000000000000FEFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0300000000000000F9FFFFFFFFFFFFFF07000000000000000100000000000080000000000000008000000000000000000200000000000000FEFFFFFFFFFFFFFF04000000000000000600000000000000FAFFFFFFFFFFFFFF0E00000000000000F2FFFFFFFFFFFFFFFEFFFFFFFFFFFFFF000000000000000000000000000000000300000000000000FDFFFFFFFFFFFFFF06000000000000000900000000000000F7FFFFFFFFFFFFFF1500000000000000EBFFFFFFFFFFFFFFFDFFFFFFFFFFFF7F00000000000000800000000000000000FDFFFFFFFFFFFFFF0300000000000000FAFFFFFFFFFFFFFFF7FFFFFFFFFFFFFF0900000000000000EBFFFFFFFFFFFFFF15000000000000000300000000000080000000000000008000000000000000000700000000000000F9FFFFFFFFFFFFFF0E000000000000001500000000000000EBFFFFFFFFFFFFFF3100000000000000CFFFFFFFFFFFFFFFF9FFFFFFFFFFFF7F00000000000000800000000000000000F9FFFFFFFFFFFFFF0700000000000000F2FFFFFFFFFFFFFFEBFFFFFFFFFFFFFF1500000000000000CFFFFFFFFFFFFFFF3100000000000000070000000000008000000000000000800000000000000000FFFFFFFFFFFFFF7F0100000000000080FEFFFFFFFFFFFFFFFDFFFFFFFFFFFF7F0300000000000080F9FFFFFFFFFFFF7F0700000000000080010000000000000000000000000000800000000000000000000000000000008000000000000000800000000000000000000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000000"> : tensor<100xi64>
  %mul_i64_0_any_got = tensor.cast %mul_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %mul_i64_0_any_want = tensor.cast %mul_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %mul_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %mul_i64_0_floor = arith.constant 0.000000e+00 : f64
  %mul_i64_0 = call @count_i64(%mul_i64_0_any_got, %mul_i64_0_any_want, %mul_i64_0_tolerance, %mul_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "mul_i64 "
  call @printI64(%mul_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %floordiv_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %floordiv_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %floordiv_i64_got = call @floordiv_i64(%floordiv_i64_in0, %floordiv_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %floordiv_i64_0_flat = tensor.collapse_shape %floordiv_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %floordiv_i64_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F00000000000000800000000000000000FFFFFFFFFFFFFFFF0100000000000000FEFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0300000000000000F9FFFFFFFFFFFFFF07000000000000000100000000000080000000000000008000000000000000000000000000000000FFFFFFFFFFFFFFFF01000000000000000100000000000000FEFFFFFFFFFFFFFF0300000000000000FCFFFFFFFFFFFFFFFFFFFFFFFFFFFF3F00000000000000C000000000000000000000000000000000FFFFFFFFFFFFFFFF00000000000000000100000000000000FFFFFFFFFFFFFFFF0200000000000000FDFFFFFFFFFFFFFFAAAAAAAAAAAAAA2A55555555555555D50000000000000000FFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0100000000000000FDFFFFFFFFFFFFFF020000000000000055555555555555D5AAAAAAAAAAAAAA2A00000000000000000000000000000000FFFFFFFFFFFFFFFF00000000000000000000000000000000FFFFFFFFFFFFFFFF0100000000000000FFFFFFFFFFFFFFFF4992244992244912B66DDBB66DDBB6ED0000000000000000FFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF0100000000000000B76DDBB66DDBB6ED499224499224491200000000000000000000000000000000FFFFFFFFFFFFFFFF00000000000000000000000000000000FFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF0100000000000000FEFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF0100000000000000"> : tensor<100xi64>
  %floordiv_i64_0_any_got = tensor.cast %floordiv_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %floordiv_i64_0_any_want = tensor.cast %floordiv_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %floordiv_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %floordiv_i64_0_floor = arith.constant 0.000000e+00 : f64
  %floordiv_i64_0 = call @count_i64(%floordiv_i64_0_any_got, %floordiv_i64_0_any_want, %floordiv_i64_0_tolerance, %floordiv_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "floordiv_i64 "
  call @printI64(%floordiv_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %mod_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %mod_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %mod_i64_got = call @mod_i64(%mod_i64_in0, %mod_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %mod_i64_0_flat = tensor.collapse_shape %mod_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %mod_i64_0_want = arith.constant dense<"0x000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000100000000000000000000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000000000000000000000000000000000000100000000000000020000000000000002000000000000000000000000000000000000000000000001000000000000000200000000000000010000000000000001000000000000000000000000000000FEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000000000000000000000000000FEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFEFFFFFFFFFFFFFF00000000000000000100000000000000060000000000000002000000000000000300000000000000040000000000000000000000000000000000000000000000000000000000000006000000000000000000000000000000FAFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFBFFFFFFFFFFFFFFFCFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF000000000000000000000000000000000000000000000000FFFFFFFFFFFFFFFF00000000000000000100000000000000FEFFFFFFFFFFFF7F02000000000000000300000000000000FCFFFFFFFFFFFF7F0700000000000000F8FFFFFFFFFFFF7F0000000000000000FEFFFFFFFFFFFF7F00000000000000000100000000000080FFFFFFFFFFFFFFFF02000000000000800300000000000080FDFFFFFFFFFFFFFF0700000000000080F9FFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000000000000000"> : tensor<100xi64>
  %mod_i64_0_any_got = tensor.cast %mod_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %mod_i64_0_any_want = tensor.cast %mod_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %mod_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %mod_i64_0_floor = arith.constant 0.000000e+00 : f64
  %mod_i64_0 = call @count_i64(%mod_i64_0_any_got, %mod_i64_0_any_want, %mod_i64_0_tolerance, %mod_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "mod_i64 "
  call @printI64(%mod_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %max_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %max_i64_got = call @max_i64(%max_i64_in0, %max_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %max_i64_0_flat = tensor.collapse_shape %max_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %max_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000000000000000000002000000000000000300000000000000000000000000000007000000000000000000000000000000FFFFFFFFFFFFFF7F000000000000000001000000000000000100000000000000010000000000000002000000000000000300000000000000010000000000000007000000000000000100000000000000FFFFFFFFFFFFFF7F010000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FFFFFFFFFFFFFFFF0700000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000300000000000000020000000000000007000000000000000200000000000000FFFFFFFFFFFFFF7F020000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000007000000000000000300000000000000FFFFFFFFFFFFFF7F030000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000FDFFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFDFFFFFFFFFFFFFF07000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000FFFFFFFFFFFFFF7F070000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<100xi64>
  %max_i64_0_any_got = tensor.cast %max_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %max_i64_0_any_want = tensor.cast %max_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %max_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_i64_0_floor = arith.constant 0.000000e+00 : f64
  %max_i64_0 = call @count_i64(%max_i64_0_any_got, %max_i64_0_any_want, %max_i64_0_tolerance, %max_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "max_i64 "
  call @printI64(%max_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %min_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %min_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %min_i64_got = call @min_i64(%min_i64_in0, %min_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi64>)
  %min_i64_0_flat = tensor.collapse_shape %min_i64_got [[0, 1]] : tensor<10x10xi64> into tensor<100xi64>
  %min_i64_0_want = arith.constant dense<"0x00000000000000000000000000000000FFFFFFFFFFFFFFFF00000000000000000000000000000000FDFFFFFFFFFFFFFF0000000000000000F9FFFFFFFFFFFFFF0000000000000000000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF01000000000000000100000000000000FDFFFFFFFFFFFFFF0100000000000000F9FFFFFFFFFFFFFF01000000000000000000000000000080FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFFFF000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000200000000000000FDFFFFFFFFFFFFFF0200000000000000F9FFFFFFFFFFFFFF0200000000000000000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0300000000000000F9FFFFFFFFFFFFFF03000000000000000000000000000080FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFDFFFFFFFFFFFFFF000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFF07000000000000000000000000000080F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFF000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F00000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<100xi64>
  %min_i64_0_any_got = tensor.cast %min_i64_0_flat : tensor<100xi64> to tensor<?xi64>
  %min_i64_0_any_want = tensor.cast %min_i64_0_want : tensor<100xi64> to tensor<?xi64>
  %min_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %min_i64_0_floor = arith.constant 0.000000e+00 : f64
  %min_i64_0 = call @count_i64(%min_i64_0_any_got, %min_i64_0_any_want, %min_i64_0_tolerance, %min_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "min_i64 "
  call @printI64(%min_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %neg_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10xi64>
  %neg_i64_got = call @neg_i64(%neg_i64_in0) : (tensor<10xi64>) -> (tensor<10xi64>)
  %neg_i64_0_want = arith.constant dense<"0x0000000000000000FFFFFFFFFFFFFFFF0100000000000000FEFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0300000000000000F9FFFFFFFFFFFFFF070000000000000001000000000000800000000000000080"> : tensor<10xi64>
  %neg_i64_0_any_got = tensor.cast %neg_i64_got : tensor<10xi64> to tensor<?xi64>
  %neg_i64_0_any_want = tensor.cast %neg_i64_0_want : tensor<10xi64> to tensor<?xi64>
  %neg_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %neg_i64_0_floor = arith.constant 0.000000e+00 : f64
  %neg_i64_0 = call @count_i64(%neg_i64_0_any_got, %neg_i64_0_any_want, %neg_i64_0_tolerance, %neg_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "neg_i64 "
  call @printI64(%neg_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %abs_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10xi64>
  %abs_i64_got = call @abs_i64(%abs_i64_in0) : (tensor<10xi64>) -> (tensor<10xi64>)
  %abs_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000010000000000000002000000000000000300000000000000030000000000000007000000000000000700000000000000FFFFFFFFFFFFFF7F0000000000000080"> : tensor<10xi64>
  %abs_i64_0_any_got = tensor.cast %abs_i64_got : tensor<10xi64> to tensor<?xi64>
  %abs_i64_0_any_want = tensor.cast %abs_i64_0_want : tensor<10xi64> to tensor<?xi64>
  %abs_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %abs_i64_0_floor = arith.constant 0.000000e+00 : f64
  %abs_i64_0 = call @count_i64(%abs_i64_0_any_got, %abs_i64_0_any_want, %abs_i64_0_tolerance, %abs_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "abs_i64 "
  call @printI64(%abs_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sign_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10xi64>
  %sign_i64_got = call @sign_i64(%sign_i64_in0) : (tensor<10xi64>) -> (tensor<10xi64>)
  %sign_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF01000000000000000100000000000000FFFFFFFFFFFFFFFF0100000000000000FFFFFFFFFFFFFFFF0100000000000000FFFFFFFFFFFFFFFF"> : tensor<10xi64>
  %sign_i64_0_any_got = tensor.cast %sign_i64_got : tensor<10xi64> to tensor<?xi64>
  %sign_i64_0_any_want = tensor.cast %sign_i64_0_want : tensor<10xi64> to tensor<?xi64>
  %sign_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %sign_i64_0_floor = arith.constant 0.000000e+00 : f64
  %sign_i64_0 = call @count_i64(%sign_i64_0_any_got, %sign_i64_0_any_want, %sign_i64_0_tolerance, %sign_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "sign_i64 "
  call @printI64(%sign_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10xi64>
  %pow_int_i64_got = call @pow_int_i64(%pow_int_i64_in0) : (tensor<10xi64>) -> (tensor<10xi64>)
  %pow_int_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF2000000000000000F3000000000000000DFFFFFFFFFFFFFFA74100000000000059BEFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000000"> : tensor<10xi64>
  %pow_int_i64_0_any_got = tensor.cast %pow_int_i64_got : tensor<10xi64> to tensor<?xi64>
  %pow_int_i64_0_any_want = tensor.cast %pow_int_i64_0_want : tensor<10xi64> to tensor<?xi64>
  %pow_int_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %pow_int_i64_0_floor = arith.constant 0.000000e+00 : f64
  %pow_int_i64_0 = call @count_i64(%pow_int_i64_0_any_got, %pow_int_i64_0_any_want, %pow_int_i64_0_tolerance, %pow_int_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "pow_int_i64 "
  call @printI64(%pow_int_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_lt_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %cmp_lt_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %cmp_lt_i64_got = call @cmp_lt_i64(%cmp_lt_i64_in0, %cmp_lt_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi1>)
  %cmp_lt_i64_0_flat = tensor.collapse_shape %cmp_lt_i64_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_lt_i64_0_want = arith.constant dense<[false, false, true, false, false, true, false, true, false, true, true, false, true, false, false, true, false, true, false, true, false, false, false, false, false, true, false, true, false, true, true, true, true, false, false, true, false, true, false, true, true, true, true, true, false, true, false, true, false, true, false, false, false, false, false, false, false, true, false, true, true, true, true, true, true, true, false, true, false, true, false, false, false, false, false, false, false, false, false, true, true, true, true, true, true, true, true, true, false, true, false, false, false, false, false, false, false, false, false, false]> : tensor<100xi1>
  %cmp_lt_i64_0_any_got = tensor.cast %cmp_lt_i64_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_lt_i64_0_any_want = tensor.cast %cmp_lt_i64_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_lt_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_lt_i64_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_lt_i64_0 = call @count_i1(%cmp_lt_i64_0_any_got, %cmp_lt_i64_0_any_want, %cmp_lt_i64_0_tolerance, %cmp_lt_i64_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_lt_i64 "
  call @printI64(%cmp_lt_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_ge_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %cmp_ge_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %cmp_ge_i64_got = call @cmp_ge_i64(%cmp_ge_i64_in0, %cmp_ge_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi1>)
  %cmp_ge_i64_0_flat = tensor.collapse_shape %cmp_ge_i64_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_ge_i64_0_want = arith.constant dense<[true, true, false, true, true, false, true, false, true, false, false, true, false, true, true, false, true, false, true, false, true, true, true, true, true, false, true, false, true, false, false, false, false, true, true, false, true, false, true, false, false, false, false, false, true, false, true, false, true, false, true, true, true, true, true, true, true, false, true, false, false, false, false, false, false, false, true, false, true, false, true, true, true, true, true, true, true, true, true, false, false, false, false, false, false, false, false, false, true, false, true, true, true, true, true, true, true, true, true, true]> : tensor<100xi1>
  %cmp_ge_i64_0_any_got = tensor.cast %cmp_ge_i64_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_ge_i64_0_any_want = tensor.cast %cmp_ge_i64_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_ge_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_ge_i64_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_ge_i64_0 = call @count_i1(%cmp_ge_i64_0_any_got, %cmp_ge_i64_0_any_want, %cmp_ge_i64_0_tolerance, %cmp_ge_i64_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_ge_i64 "
  call @printI64(%cmp_ge_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_eq_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %cmp_eq_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %cmp_eq_i64_got = call @cmp_eq_i64(%cmp_eq_i64_in0, %cmp_eq_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi1>)
  %cmp_eq_i64_0_flat = tensor.collapse_shape %cmp_eq_i64_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_eq_i64_0_want = arith.constant dense<[true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, true]> : tensor<100xi1>
  %cmp_eq_i64_0_any_got = tensor.cast %cmp_eq_i64_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_eq_i64_0_any_want = tensor.cast %cmp_eq_i64_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_eq_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_eq_i64_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_eq_i64_0 = call @count_i1(%cmp_eq_i64_0_any_got, %cmp_eq_i64_0_any_want, %cmp_eq_i64_0_tolerance, %cmp_eq_i64_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_eq_i64 "
  call @printI64(%cmp_eq_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_ne_i64_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F000000000000008000000000000000000100000000000000FFFFFFFFFFFFFFFF02000000000000000300000000000000FDFFFFFFFFFFFFFF0700000000000000F9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<10x10xi64>
  %cmp_ne_i64_in1 = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000010000000000000001000000000000000100000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF02000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000200000000000000020000000000000002000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000030000000000000003000000000000000300000000000000FDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFFFDFFFFFFFFFFFFFF0700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000070000000000000007000000000000000700000000000000F9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFF9FFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080000000000000008000000000000000800000000000000080"> : tensor<10x10xi64>
  %cmp_ne_i64_got = call @cmp_ne_i64(%cmp_ne_i64_in0, %cmp_ne_i64_in1) : (tensor<10x10xi64>, tensor<10x10xi64>) -> (tensor<10x10xi1>)
  %cmp_ne_i64_0_flat = tensor.collapse_shape %cmp_ne_i64_got [[0, 1]] : tensor<10x10xi1> into tensor<100xi1>
  %cmp_ne_i64_0_want = arith.constant dense<[false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true, true, false]> : tensor<100xi1>
  %cmp_ne_i64_0_any_got = tensor.cast %cmp_ne_i64_0_flat : tensor<100xi1> to tensor<?xi1>
  %cmp_ne_i64_0_any_want = tensor.cast %cmp_ne_i64_0_want : tensor<100xi1> to tensor<?xi1>
  %cmp_ne_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_ne_i64_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_ne_i64_0 = call @count_i1(%cmp_ne_i64_0_any_got, %cmp_ne_i64_0_any_want, %cmp_ne_i64_0_tolerance, %cmp_ne_i64_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_ne_i64 "
  call @printI64(%cmp_ne_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
