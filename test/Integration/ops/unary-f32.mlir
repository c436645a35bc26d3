// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}neg_f32 0{{$}}
// CHECK: {{^}}abs_f32 0{{$}}
// CHECK: {{^}}exp_f32 0{{$}}
// CHECK: {{^}}expm1_f32 0{{$}}
// CHECK: {{^}}log_f32 0{{$}}
// CHECK: {{^}}log1p_f32 0{{$}}
// CHECK: {{^}}sqrt_f32 0{{$}}
// CHECK: {{^}}rsqrt_f32 0{{$}}
// CHECK: {{^}}sin_f32 0{{$}}
// CHECK: {{^}}cos_f32 0{{$}}
// CHECK: {{^}}tanh_f32 0{{$}}
// CHECK: {{^}}erf_f32 0{{$}}
// CHECK: {{^}}sigmoid_f32 0{{$}}
// CHECK: {{^}}floor_f32 0{{$}}
// CHECK: {{^}}ceil_f32 0{{$}}
// CHECK: {{^}}round_f32 0{{$}}
// CHECK: {{^}}sign_f32 0{{$}}
// CHECK: {{^}}is_nan_f32 0{{$}}
// CHECK: {{^}}pow_int_f32_0 0{{$}}
// CHECK: {{^}}pow_int_f32_1 0{{$}}
// CHECK: {{^}}pow_int_f32_2 0{{$}}
// CHECK: {{^}}pow_int_f32_3 0{{$}}
// CHECK: {{^}}pow_int_f32_7 0{{$}}
// CHECK: {{^}}pow_int_f32_m1 0{{$}}
// CHECK: {{^}}pow_int_f32_m2 0{{$}}

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

func.func private @neg_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.neg %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @abs_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.abs %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @exp_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.exp %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @expm1_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.expm1 %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @log_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.log %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @log1p_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.log1p %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @sqrt_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.sqrt %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @rsqrt_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.rsqrt %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @sin_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.sin %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @cos_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.cos %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @tanh_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.tanh %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @erf_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.erf %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @sigmoid_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.sigmoid %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @floor_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.floor %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @ceil_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.ceil %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @round_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.round %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @sign_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.sign %a : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @is_nan_f32(%a: tensor<4x8xf32>) -> (tensor<4x8xi1>) {
  %r = nn.is_nan %a : tensor<4x8xf32> -> tensor<4x8xi1>
  return %r : tensor<4x8xi1>
}

func.func private @pow_int_f32_0(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, 0 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @pow_int_f32_1(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, 1 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @pow_int_f32_2(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, 2 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @pow_int_f32_3(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, 3 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @pow_int_f32_7(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, 7 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @pow_int_f32_m1(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, -1 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func private @pow_int_f32_m2(%a: tensor<4x8xf32>) -> (tensor<4x8xf32>) {
  %r = nn.pow_int %a, -2 : tensor<4x8xf32>
  return %r : tensor<4x8xf32>
}

func.func @main() {
  %neg_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %neg_f32_got = call @neg_f32(%neg_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %neg_f32_0_flat = tensor.collapse_shape %neg_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %neg_f32_0_want = arith.constant dense<"0x0000008000000000000080BF0000803F000000BF0000003F0000C0BF000020C000002040BD3786B5BD3786350000A0C10000A0410000C8C20000C842000080FF0000807F0000C0FF1C30AD3E4EEBF8BF225090402CC8124093988C40597551C009C55DBFFEBFA3BFBD881840E105724073CAB840C153723D59485240875475BF"> : tensor<32xf32>
  %neg_f32_0_any_got = tensor.cast %neg_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %neg_f32_0_any_want = tensor.cast %neg_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %neg_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %neg_f32_0_floor = arith.constant 1.000000e-30 : f64
  %neg_f32_0 = call @count_f32(%neg_f32_0_any_got, %neg_f32_0_any_want, %neg_f32_0_tolerance, %neg_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "neg_f32 "
  call @printI64(%neg_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %abs_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %abs_f32_got = call @abs_f32(%abs_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %abs_f32_0_flat = tensor.collapse_shape %abs_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %abs_f32_0_want = arith.constant dense<"0x00000000000000000000803F0000803F0000003F0000003F0000C03F0000204000002040BD378635BD3786350000A0410000A0410000C8420000C8420000807F0000807F0000C07F1C30AD3E4EEBF83F225090402CC8124093988C405975514009C55D3FFEBFA33FBD881840E105724073CAB840C153723D594852408754753F"> : tensor<32xf32>
  %abs_f32_0_any_got = tensor.cast %abs_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %abs_f32_0_any_want = tensor.cast %abs_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %abs_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %abs_f32_0_floor = arith.constant 1.000000e-30 : f64
  %abs_f32_0 = call @count_f32(%abs_f32_0_any_got, %abs_f32_0_any_want, %abs_f32_0_tolerance, %abs_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "abs_f32 "
  call @printI64(%abs_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %exp_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %exp_f32_got = call @exp_f32(%exp_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %exp_f32_0_flat = tensor.collapse_shape %exp_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %exp_f32_0_want = arith.constant dense<"0x0000803F0000803F54F82D40B25ABC3E4C09D33F98451B3FFF698F407FEB42412E1CA83D0800803FEFFF7F3F4458E74D33A40D310000807F1B0000000000807F000000000000C07FED87363F8EB9DF40F33C343C02ADCE3D3C704A3C0814D3413E321840EA05664014E9BC3DB6A9BA3CBE7E4B3B3B4B713F2C41193D41DE2640"> : tensor<32xf32>
  %exp_f32_0_any_got = tensor.cast %exp_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %exp_f32_0_any_want = tensor.cast %exp_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %exp_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %exp_f32_0_floor = arith.constant 1.000000e-30 : f64
  %exp_f32_0 = call @count_f32(%exp_f32_0_any_got, %exp_f32_0_any_want, %exp_f32_0_tolerance, %exp_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "exp_f32 "
  call @printI64(%exp_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %expm1_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %expm1_f32_got = call @expm1_f32(%expm1_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %expm1_f32_0_flat = tensor.collapse_shape %expm1_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %expm1_f32_0_want = arith.constant dense<"0x0000000000000080A9F0DB3FA7D221BF9912263FD074C9BEFED35E407FEB32417AFC6ABFC1378635B93786B54458E74D000080BF0000807F000080BF0000807F000080BF0000C07F27F092BE8EB9BF400C2F7DBF602A66BF3FD67CBF0814CB417C64B03FEA052640DE6268BFB22A7ABF81347FBF564C6BBDED6B76BF81BCCD3F"> : tensor<32xf32>
  %expm1_f32_0_any_got = tensor.cast %expm1_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %expm1_f32_0_any_want = tensor.cast %expm1_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %expm1_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %expm1_f32_0_floor = arith.constant 1.000000e-30 : f64
  %expm1_f32_0 = call @count_f32(%expm1_f32_0_any_got, %expm1_f32_0_any_want, %expm1_f32_0_tolerance, %expm1_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "expm1_f32 "
  call @printI64(%expm1_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %log_f32_got = call @log_f32(%log_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %log_f32_0_flat = tensor.collapse_shape %log_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %log_f32_0_want = arith.constant dense<"0x000080FF000080FF000000000000C0FF187231BF0000C0FF1F99CF3E08926A3F0000C0FF550C5DC10000C0FF14BA3F400000C0FF8E5D93400000C0FF0000807F0000C0FF0000C07F0000C0FFDB432A3F0000C0FF0000C0FF0000C0FF1EC3973FA9FB12BECD387C3E0000C0FF0000C0FF0000C0FF0000C0FF0000C0FF72602EBD"> : tensor<32xf32>
  %log_f32_0_any_got = tensor.cast %log_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %log_f32_0_any_want = tensor.cast %log_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %log_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %log_f32_0_floor = arith.constant 1.000000e-30 : f64
  %log_f32_0 = call @count_f32(%log_f32_0_any_got, %log_f32_0_any_want, %log_f32_0_tolerance, %log_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_f32 "
  call @printI64(%log_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log1p_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %log1p_f32_got = call @log1p_f32(%log1p_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %log1p_f32_0_flat = tensor.collapse_shape %log1p_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %log1p_f32_0_want = arith.constant dense<"0x00000000000000801872313F000080FF1F99CF3E187231BF08926A3F895AA03F0000C0FFB9378635C13786B575D942400000C0FF11AF93400000C0FF0000807F0000C0FF0000C07FE164D3BE753D8A3F0000C0FF0000C0FF0000C0FFDDE3B93F46BB1F3FF1E8523F0000C0FF0000C0FF0000C0FF94CA79BD0000C0FFED0D2C3F"> : tensor<32xf32>
  %log1p_f32_0_any_got = tensor.cast %log1p_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %log1p_f32_0_any_want = tensor.cast %log1p_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %log1p_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %log1p_f32_0_floor = arith.constant 1.000000e-30 : f64
  %log1p_f32_0 = call @count_f32(%log1p_f32_0_any_got, %log1p_f32_0_any_want, %log1p_f32_0_tolerance, %log1p_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log1p_f32 "
  call @printI64(%log1p_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sqrt_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %sqrt_f32_got = call @sqrt_f32(%sqrt_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %sqrt_f32_0_flat = tensor.collapse_shape %sqrt_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %sqrt_f32_0_want = arith.constant dense<"0x00000000000000800000803F0000C0FFF304353F0000C0FF71C49C3FC262CA3F0000C0FF6F12833A0000C0FFBD1B8F400000C0FF000020410000C0FF0000807F0000C0FF0000C07F0000C0FF927FB23F0000C0FF0000C0FF0000C0FF1690E73F5C456E3F93C6903F0000C0FF0000C0FF0000C0FF0000C0FF0000C0FFBB9B7A3F"> : tensor<32xf32>
  %sqrt_f32_0_any_got = tensor.cast %sqrt_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %sqrt_f32_0_any_want = tensor.cast %sqrt_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %sqrt_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sqrt_f32_0_floor = arith.constant 1.000000e-30 : f64
  %sqrt_f32_0 = call @count_f32(%sqrt_f32_0_any_got, %sqrt_f32_0_any_want, %sqrt_f32_0_tolerance, %sqrt_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sqrt_f32 "
  call @printI64(%sqrt_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %rsqrt_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %rsqrt_f32_got = call @rsqrt_f32(%rsqrt_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %rsqrt_f32_0_flat = tensor.collapse_shape %rsqrt_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %rsqrt_f32_0_want = arith.constant dense<"0x0000807F000080FF0000803F0000C0FFF304B53F0000C0FFEC05513F9BE8213F0000C0FF00007A440000C0FF2EF9643E0000C0FFCDCCCC3D0000C0FF000000000000C0FF0000C07F0000C0FF7293373F0000C0FF0000C0FF0000C0FF0E820D3F2D86893F1C56623F0000C0FF0000C0FF0000C0FF0000C0FF0000C0FFFCC0823F"> : tensor<32xf32>
  %rsqrt_f32_0_any_got = tensor.cast %rsqrt_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %rsqrt_f32_0_any_want = tensor.cast %rsqrt_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %rsqrt_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %rsqrt_f32_0_floor = arith.constant 1.000000e-30 : f64
  %rsqrt_f32_0 = call @count_f32(%rsqrt_f32_0_any_got, %rsqrt_f32_0_any_want, %rsqrt_f32_0_tolerance, %rsqrt_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "rsqrt_f32 "
  call @printI64(%rsqrt_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sin_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %sin_f32_got = call @sin_f32(%sin_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %sin_f32_0_flat = tensor.collapse_shape %sin_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %sin_f32_0_want = arith.constant dense<"0x0000000000000080A46A573FA46A57BF4477F53E4477F5BED55B7F3F7835193F783519BFBD378635BD3786B5C8B6693FC8B669BF2EA101BF2EA1013F0000C0FF0000C0FF0000C07F75E7A9BE7C506E3F7BC37A3FBC0240BF851A733F53F505BED70D433F4C33753FCE0930BFA6E2183F8843F93E922F72BD6005133E5B77513F"> : tensor<32xf32>
  %sin_f32_0_any_got = tensor.cast %sin_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %sin_f32_0_any_want = tensor.cast %sin_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %sin_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sin_f32_0_floor = arith.constant 1.000000e-30 : f64
  %sin_f32_0 = call @count_f32(%sin_f32_0_any_got, %sin_f32_0_any_want, %sin_f32_0_tolerance, %sin_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sin_f32 "
  call @printI64(%sin_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cos_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %cos_f32_got = call @cos_f32(%cos_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %cos_f32_0_flat = tensor.collapse_shape %cos_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %cos_f32_0_want = arith.constant dense<"0x0000803F0000803F40510A3F40510A3F40A9603F40A9603FAADE903DBF174DBFBF174DBF0000803F0000803F22F0D03E22F0D03EEEC05C3FEEC05C3F0000C0FF0000C0FF0000C07F5B7E713F0100BBBE9E0D4EBEE45029BF1575A0BECECC7DBF03CD253FA624933EEFDD39BF84554DBFFF9C5F3F578D7F3F02597DBF4A2C133F"> : tensor<32xf32>
  %cos_f32_0_any_got = tensor.cast %cos_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %cos_f32_0_any_want = tensor.cast %cos_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %cos_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %cos_f32_0_floor = arith.constant 1.000000e-30 : f64
  %cos_f32_0 = call @count_f32(%cos_f32_0_any_got, %cos_f32_0_any_want, %cos_f32_0_tolerance, %cos_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cos_f32 "
  call @printI64(%cos_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %tanh_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %tanh_f32_got = call @tanh_f32(%tanh_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %tanh_f32_0_flat = tensor.collapse_shape %tanh_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %tanh_f32_0_want = arith.constant dense<"0x0000000000000080D6F7423FD6F742BF9F9AEC3E9F9AECBECCB7673FC1927C3FC1927CBFBD378635BD3786B50000803F000080BF0000803F000080BF0000803F000080BF0000C07F1FDFA6BE3DBC753F24F07FBF9ED67ABFFEEB7FBFFE437F3F5311333F4E365B3F2FAE7BBFFCBB7FBFBCFE7FBF7A0B72BDC4487FBFCA573E3F"> : tensor<32xf32>
  %tanh_f32_0_any_got = tensor.cast %tanh_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %tanh_f32_0_any_want = tensor.cast %tanh_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %tanh_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %tanh_f32_0_floor = arith.constant 1.000000e-30 : f64
  %tanh_f32_0 = call @count_f32(%tanh_f32_0_any_got, %tanh_f32_0_any_want, %tanh_f32_0_tolerance, %tanh_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "tanh_f32 "
  call @printI64(%tanh_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %erf_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %erf_f32_got = call @erf_f32(%erf_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %erf_f32_0_flat = tensor.collapse_shape %erf_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %erf_f32_0_want = arith.constant dense<"0x00000000000000803DBB573F3DBB57BF7B3F053F7B3F05BFAB52773F54E57F3F54E57FBFD0729735D07297B50000803F000080BF0000803F000080BF0000803F000080BF0000C07FA837BCBEAB797E3F000080BF9CB27FBF000080BFC2FF7F3F3F8B473FF2F86D3FD6CE7FBFFFFF7FBF000080BF228F88BDC7FF7FBF7C1D533F"> : tensor<32xf32>
  %erf_f32_0_any_got = tensor.cast %erf_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %erf_f32_0_any_want = tensor.cast %erf_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %erf_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %erf_f32_0_floor = arith.constant 1.000000e-30 : f64
  %erf_f32_0 = call @count_f32(%erf_f32_0_any_got, %erf_f32_0_any_want, %erf_f32_0_tolerance, %erf_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "erf_f32 "
  call @printI64(%erf_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sigmoid_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %sigmoid_f32_got = call @sigmoid_f32(%sigmoid_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %sigmoid_f32_0_flat = tensor.collapse_shape %sigmoid_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %sigmoid_f32_0_want = arith.constant dense<"0x0000003F0000003FA8263B3FB1B2893E7F591F3F034DC13E904C513F8F946C3F895B9B3D0400003FF8FFFF3E0000803F33A40D310000803F1B0000000000803F000000000000C0FF761CD53E2FF75F3FE246323C15BBBB3DB8F7473CD9A6763F8E37343FC846483FE9F4AC3D2081B63C7CDD4A3BF36DF83E2EBA133D7908393F"> : tensor<32xf32>
  %sigmoid_f32_0_any_got = tensor.cast %sigmoid_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %sigmoid_f32_0_any_want = tensor.cast %sigmoid_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %sigmoid_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sigmoid_f32_0_floor = arith.constant 1.000000e-30 : f64
  %sigmoid_f32_0 = call @count_f32(%sigmoid_f32_0_any_got, %sigmoid_f32_0_any_want, %sigmoid_f32_0_tolerance, %sigmoid_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sigmoid_f32 "
  call @printI64(%sigmoid_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %floor_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %floor_f32_got = call @floor_f32(%floor_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %floor_f32_0_flat = tensor.collapse_shape %floor_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %floor_f32_0_want = arith.constant dense<"0x00000000000000800000803F000080BF00000000000080BF0000803F00000040000040C000000000000080BF0000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F000080BF0000803F0000A0C0000040C00000A0C000004040000000000000803F000040C0000080C00000C0C0000080BF000080C000000000"> : tensor<32xf32>
  %floor_f32_0_any_got = tensor.cast %floor_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %floor_f32_0_any_want = tensor.cast %floor_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %floor_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %floor_f32_0_floor = arith.constant 1.000000e-30 : f64
  %floor_f32_0 = call @count_f32(%floor_f32_0_any_got, %floor_f32_0_any_want, %floor_f32_0_tolerance, %floor_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "floor_f32 "
  call @printI64(%floor_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %ceil_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %ceil_f32_got = call @ceil_f32(%ceil_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %ceil_f32_0_flat = tensor.collapse_shape %ceil_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %ceil_f32_0_want = arith.constant dense<"0x00000000000000800000803F000080BF0000803F000000800000004000004040000000C00000803F000000800000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F0000008000000040000080C0000000C0000080C0000080400000803F00000040000000C0000040C00000A0C000000080000040C00000803F"> : tensor<32xf32>
  %ceil_f32_0_any_got = tensor.cast %ceil_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %ceil_f32_0_any_want = tensor.cast %ceil_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %ceil_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %ceil_f32_0_floor = arith.constant 1.000000e-30 : f64
  %ceil_f32_0 = call @count_f32(%ceil_f32_0_any_got, %ceil_f32_0_any_want, %ceil_f32_0_tolerance, %ceil_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "ceil_f32 "
  call @printI64(%ceil_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %round_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %round_f32_got = call @round_f32(%round_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %round_f32_0_flat = tensor.collapse_shape %round_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %round_f32_0_want = arith.constant dense<"0x00000000000000800000803F000080BF00000000000000800000004000000040000000C000000000000000800000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F00000080000000400000A0C0000000C0000080C0000040400000803F0000803F000000C0000080C00000C0C000000080000040C00000803F"> : tensor<32xf32>
  %round_f32_0_any_got = tensor.cast %round_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %round_f32_0_any_want = tensor.cast %round_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %round_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %round_f32_0_floor = arith.constant 1.000000e-30 : f64
  %round_f32_0 = call @count_f32(%round_f32_0_any_got, %round_f32_0_any_want, %round_f32_0_tolerance, %round_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "round_f32 "
  call @printI64(%round_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %sign_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %sign_f32_got = call @sign_f32(%sign_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %sign_f32_0_flat = tensor.collapse_shape %sign_f32_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %sign_f32_0_want = arith.constant dense<"0x00000000000000000000803F000080BF0000803F000080BF0000803F0000803F000080BF0000803F000080BF0000803F000080BF0000803F000080BF0000803F000080BF0000C07F000080BF0000803F000080BF000080BF000080BF0000803F0000803F0000803F000080BF000080BF000080BF000080BF000080BF0000803F"> : tensor<32xf32>
  %sign_f32_0_any_got = tensor.cast %sign_f32_0_flat : tensor<32xf32> to tensor<?xf32>
  %sign_f32_0_any_want = tensor.cast %sign_f32_0_want : tensor<32xf32> to tensor<?xf32>
  %sign_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %sign_f32_0_floor = arith.constant 1.000000e-30 : f64
  %sign_f32_0 = call @count_f32(%sign_f32_0_any_got, %sign_f32_0_any_want, %sign_f32_0_tolerance, %sign_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "sign_f32 "
  call @printI64(%sign_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %is_nan_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %is_nan_f32_got = call @is_nan_f32(%is_nan_f32_in0) : (tensor<4x8xf32>) -> (tensor<4x8xi1>)
  %is_nan_f32_0_flat = tensor.collapse_shape %is_nan_f32_got [[0, 1]] : tensor<4x8xi1> into tensor<32xi1>
  %is_nan_f32_0_want = arith.constant dense<[false, false, false, false, false, false, false, false, false, false, false, false, false, false, false, false, false, true, false, false, false, false, false, false, false, false, false, false, false, false, false, false]> : tensor<32xi1>
  %is_nan_f32_0_any_got = tensor.cast %is_nan_f32_0_flat : tensor<32xi1> to tensor<?xi1>
  %is_nan_f32_0_any_want = tensor.cast %is_nan_f32_0_want : tensor<32xi1> to tensor<?xi1>
  %is_nan_f32_0_tolerance = arith.constant 5.000000e-07 : f64
  %is_nan_f32_0_floor = arith.constant 0.000000e+00 : f64
  %is_nan_f32_0 = call @count_i1(%is_nan_f32_0_any_got, %is_nan_f32_0_any_want, %is_nan_f32_0_tolerance, %is_nan_f32_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "is_nan_f32 "
  call @printI64(%is_nan_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_0_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_0_got = call @pow_int_f32_0(%pow_int_f32_0_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_0_0_flat = tensor.collapse_shape %pow_int_f32_0_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_0_0_want = arith.constant dense<"0x0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F"> : tensor<32xf32>
  %pow_int_f32_0_0_any_got = tensor.cast %pow_int_f32_0_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_0_0_any_want = tensor.cast %pow_int_f32_0_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_0_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_0_0 = call @count_f32(%pow_int_f32_0_0_any_got, %pow_int_f32_0_0_any_want, %pow_int_f32_0_0_tolerance, %pow_int_f32_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_0 "
  call @printI64(%pow_int_f32_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_1_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_1_got = call @pow_int_f32_1(%pow_int_f32_1_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_1_0_flat = tensor.collapse_shape %pow_int_f32_1_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_1_0_want = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<32xf32>
  %pow_int_f32_1_0_any_got = tensor.cast %pow_int_f32_1_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_1_0_any_want = tensor.cast %pow_int_f32_1_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_1_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_1_0 = call @count_f32(%pow_int_f32_1_0_any_got, %pow_int_f32_1_0_any_want, %pow_int_f32_1_0_tolerance, %pow_int_f32_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_1 "
  call @printI64(%pow_int_f32_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_2_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_2_got = call @pow_int_f32_2(%pow_int_f32_2_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_2_0_flat = tensor.collapse_shape %pow_int_f32_2_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_2_0_want = arith.constant dense<"0x00000000000000000000803F0000803F0000803E0000803E000010400000C8400000C840CCBC8C2BCCBC8C2B0000C8430000C84300401C4600401C460000807F0000807F0000C07F1E54EA3DBF0872407FB4A241DD51A840776E9A41D1602B41C91D403F1B7CD13F53C5B5401ECF6441A56305427462653BC6BA2C41E61A6B3F"> : tensor<32xf32>
  %pow_int_f32_2_0_any_got = tensor.cast %pow_int_f32_2_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_2_0_any_want = tensor.cast %pow_int_f32_2_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_2_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_2_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_2_0 = call @count_f32(%pow_int_f32_2_0_any_got, %pow_int_f32_2_0_any_want, %pow_int_f32_2_0_tolerance, %pow_int_f32_2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_2 "
  call @printI64(%pow_int_f32_2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_3_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_3_got = call @pow_int_f32_3(%pow_int_f32_3_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_3_0_flat = tensor.collapse_shape %pow_int_f32_3_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_3_0_want = arith.constant dense<"0x00000000000000800000803F000080BF0000003E000000BE0000584000007A4100007AC1EE929321EE9293A10000FA450000FAC500247449002474C90000807F000080FF0000C07FE2861EBDF156EB40EB70B7C29A0441C1E7A0A9C29A380C42946D263F21FF0540819C58C10B5158C2379240C31E2259B907E20DC25F4E613F"> : tensor<32xf32>
  %pow_int_f32_3_0_any_got = tensor.cast %pow_int_f32_3_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_3_0_any_want = tensor.cast %pow_int_f32_3_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_3_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_3_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_3_0 = call @count_f32(%pow_int_f32_3_0_any_got, %pow_int_f32_3_0_any_want, %pow_int_f32_3_0_tolerance, %pow_int_f32_3_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_3 "
  call @printI64(%pow_int_f32_3_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_7_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_7_got = call @pow_int_f32_7(%pow_int_f32_7_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_7_0_flat = tensor.collapse_shape %pow_int_f32_7_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_7_0_want = arith.constant dense<"0x00000000000000800000803F000080BF0000003C000000BC00B0884180961844809618C4CA020000CA0200808096984E809698CE21E6B55621E6B5D60000807F000080FF0000C07FB4D204BAD25CD242403314C7A5E2A6C3B9EAF6C6665D7B456375BB3EC373B340DB69DAC313CE2CC6DB2051C8C4542EB17B2F81C51D073E3F"> : tensor<32xf32>
  %pow_int_f32_7_0_any_got = tensor.cast %pow_int_f32_7_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_7_0_any_want = tensor.cast %pow_int_f32_7_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_7_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_7_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_7_0 = call @count_f32(%pow_int_f32_7_0_any_got, %pow_int_f32_7_0_any_want, %pow_int_f32_7_0_tolerance, %pow_int_f32_7_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_7 "
  call @printI64(%pow_int_f32_7_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_m1_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_m1_got = call @pow_int_f32_m1(%pow_int_f32_m1_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_m1_0_flat = tensor.collapse_shape %pow_int_f32_m1_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_m1_0_want = arith.constant dense<"0x0000807F000080FF0000803F000080BF00000040000000C0ABAA2A3FCDCCCC3ECDCCCCBE00247449002474C9CDCC4C3DCDCC4CBD0AD7233C0AD723BC00000000000000800000C07F73343DC021A4033FDE0F63BE253EDFBEA11069BE0B719C3EC5C1933F261C483FF5D2D6BE616487BE285331BEDF3887C111D49BBE2291853F"> : tensor<32xf32>
  %pow_int_f32_m1_0_any_got = tensor.cast %pow_int_f32_m1_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_m1_0_any_want = tensor.cast %pow_int_f32_m1_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_m1_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_m1_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_m1_0 = call @count_f32(%pow_int_f32_m1_0_any_got, %pow_int_f32_m1_0_any_want, %pow_int_f32_m1_0_tolerance, %pow_int_f32_m1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_m1 "
  call @printI64(%pow_int_f32_m1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %pow_int_f32_m2_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F1C30ADBE4EEBF83F225090C02CC812C093988CC05975514009C55D3FFEBFA33FBD8818C0E10572C073CAB8C0C15372BD594852C08754753F"> : tensor<4x8xf32>
  %pow_int_f32_m2_got = call @pow_int_f32_m2(%pow_int_f32_m2_in0) : (tensor<4x8xf32>) -> (tensor<4x8xf32>)
  %pow_int_f32_m2_0_flat = tensor.collapse_shape %pow_int_f32_m2_got [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %pow_int_f32_m2_0_want = arith.constant dense<"0x0000807F0000807F0000803F0000803F0000804000008040398EE33E0AD7233E0AD7233EA5D46853A5D468530AD7233B0AD7233B17B7D13817B7D13800000000000000000000C07F7CD60B41C762873E2565493D53AD423E472F543DEF33BF3D3590AA3FFF6B1C3F5F45343E0C368F3D31A8F53C0FDA8E43F9B4BD3D40608B3F"> : tensor<32xf32>
  %pow_int_f32_m2_0_any_got = tensor.cast %pow_int_f32_m2_0_flat : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_m2_0_any_want = tensor.cast %pow_int_f32_m2_0_want : tensor<32xf32> to tensor<?xf32>
  %pow_int_f32_m2_0_tolerance = arith.constant 2.000000e-06 : f64
  %pow_int_f32_m2_0_floor = arith.constant 1.000000e-30 : f64
  %pow_int_f32_m2_0 = call @count_f32(%pow_int_f32_m2_0_any_got, %pow_int_f32_m2_0_any_want, %pow_int_f32_m2_0_tolerance, %pow_int_f32_m2_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "pow_int_f32_m2 "
  call @printI64(%pow_int_f32_m2_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
