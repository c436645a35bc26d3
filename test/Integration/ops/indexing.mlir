// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}take 0{{$}}
// CHECK: {{^}}take_front 0{{$}}
// CHECK: {{^}}gather 0{{$}}
// CHECK: {{^}}gather_last 0{{$}}
// CHECK: {{^}}gather_scalar 0{{$}}
// CHECK: {{^}}gather_dynamic 0{{$}}
// CHECK: {{^}}one_hot_f32 0{{$}}
// CHECK: {{^}}one_hot_i1 0{{$}}
// CHECK: {{^}}scatter_add 0{{$}}
// CHECK: {{^}}scatter_add_last 0{{$}}

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

func.func private @take(%a: tensor<3x4xf32>, %b: tensor<3xi32>) -> (tensor<3xf32>) {
  %r = nn.take %a, %b axis = 1 : (tensor<3x4xf32>, tensor<3xi32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}

func.func private @take_front(%a: tensor<3x4xf32>, %b: tensor<4xi64>) -> (tensor<4xf32>) {
  %r = nn.take %a, %b axis = 0 : (tensor<3x4xf32>, tensor<4xi64>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @gather(%a: tensor<3x4xf32>, %b: tensor<2x2xi32>) -> (tensor<2x2x4xf32>) {
  %r = nn.gather %a, %b axis = 0 : (tensor<3x4xf32>, tensor<2x2xi32>) -> tensor<2x2x4xf32>
  return %r : tensor<2x2x4xf32>
}

func.func private @gather_last(%a: tensor<3x4xf32>, %b: tensor<2x2xi32>) -> (tensor<3x2x2xf32>) {
  %r = nn.gather %a, %b axis = 1 : (tensor<3x4xf32>, tensor<2x2xi32>) -> tensor<3x2x2xf32>
  return %r : tensor<3x2x2xf32>
}

func.func private @gather_scalar(%a: tensor<3x4xf32>, %b: tensor<i32>) -> (tensor<3xf32>) {
  %r = nn.gather %a, %b axis = 1 : (tensor<3x4xf32>, tensor<i32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}

func.func private @gather_dynamic(%a: tensor<3x4xf32>, %b: tensor<?xi32, #nn.dims<"batch">>) -> (tensor<?x4xf32, #nn.dims<"batch", _>>) {
  %r = nn.gather %a, %b axis = 0 : (tensor<3x4xf32>, tensor<?xi32, #nn.dims<"batch">>) -> tensor<?x4xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x4xf32, #nn.dims<"batch", _>>
}

func.func private @one_hot_f32(%a: tensor<3xi32>) -> (tensor<3x4xf32>) {
  %r = nn.one_hot %a : tensor<3xi32> -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @one_hot_i1(%a: tensor<3xi32>) -> (tensor<3x4xi1>) {
  %r = nn.one_hot %a : tensor<3xi32> -> tensor<3x4xi1>
  return %r : tensor<3x4xi1>
}

func.func private @scatter_add(%a: tensor<2x2x4xf32>, %b: tensor<2x2xi32>) -> (tensor<3x4xf32>) {
  %r = nn.scatter_add %a, %b axis = 0 : (tensor<2x2x4xf32>, tensor<2x2xi32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @scatter_add_last(%a: tensor<3x2x2xf32>, %b: tensor<2x2xi32>) -> (tensor<3x4xf32>) {
  %r = nn.scatter_add %a, %b axis = 1 : (tensor<3x2x2xf32>, tensor<2x2xi32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func @main() {
  %take_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<3x4xf32>
  %take_in1 = arith.constant dense<"0x020000000000000003000000"> : tensor<3xi32>
  %take_got = call @take(%take_in0, %take_in1) : (tensor<3x4xf32>, tensor<3xi32>) -> (tensor<3xf32>)
  %take_0_want = arith.constant dense<"0x4B1A4FBF4B2B79BF2921C9BF"> : tensor<3xf32>
  %take_0_any_got = tensor.cast %take_got : tensor<3xf32> to tensor<?xf32>
  %take_0_any_want = tensor.cast %take_0_want : tensor<3xf32> to tensor<?xf32>
  %take_0_tolerance = arith.constant 0.000000e+00 : f64
  %take_0_floor = arith.constant 0.000000e+00 : f64
  %take_0 = call @count_f32(%take_0_any_got, %take_0_any_want, %take_0_tolerance, %take_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "take "
  call @printI64(%take_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %take_front_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<3x4xf32>
  %take_front_in1 = arith.constant dense<"0x0200000000000000000000000000000001000000000000000100000000000000"> : tensor<4xi64>
  %take_front_got = call @take_front(%take_front_in0, %take_front_in1) : (tensor<3x4xf32>, tensor<4xi64>) -> (tensor<4xf32>)
  %take_front_0_want = arith.constant dense<"0x5DFA26BFAED88E3ECD5D1B40F56E24BF"> : tensor<4xf32>
  %take_front_0_any_got = tensor.cast %take_front_got : tensor<4xf32> to tensor<?xf32>
  %take_front_0_any_want = tensor.cast %take_front_0_want : tensor<4xf32> to tensor<?xf32>
  %take_front_0_tolerance = arith.constant 0.000000e+00 : f64
  %take_front_0_floor = arith.constant 0.000000e+00 : f64
  %take_front_0 = call @count_f32(%take_front_0_any_got, %take_front_0_any_want, %take_front_0_tolerance, %take_front_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "take_front "
  call @printI64(%take_front_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %gather_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<3x4xf32>
  %gather_in1 = arith.constant dense<"0x01000000000000000200000002000000"> : tensor<2x2xi32>
  %gather_got = call @gather(%gather_in0, %gather_in1) : (tensor<3x4xf32>, tensor<2x2xi32>) -> (tensor<2x2x4xf32>)
  %gather_0_flat = tensor.collapse_shape %gather_got [[0, 1, 2]] : tensor<2x2x4xf32> into tensor<16xf32>
  %gather_0_want = arith.constant dense<"0x4B2B79BF9ABDE23ECD5D1B40F56E24BFD5E2CABFAED88E3E4B1A4FBFD0F2253F5DFA26BFC25597BD6E3A08402921C9BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<16xf32>
  %gather_0_any_got = tensor.cast %gather_0_flat : tensor<16xf32> to tensor<?xf32>
  %gather_0_any_want = tensor.cast %gather_0_want : tensor<16xf32> to tensor<?xf32>
  %gather_0_tolerance = arith.constant 0.000000e+00 : f64
  %gather_0_floor = arith.constant 0.000000e+00 : f64
  %gather_0 = call @count_f32(%gather_0_any_got, %gather_0_any_want, %gather_0_tolerance, %gather_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "gather "
  call @printI64(%gather_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %gather_last_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<3x4xf32>
  %gather_last_in1 = arith.constant dense<"0x01000000000000000200000002000000"> : tensor<2x2xi32>
  %gather_last_got = call @gather_last(%gather_last_in0, %gather_last_in1) : (tensor<3x4xf32>, tensor<2x2xi32>) -> (tensor<3x2x2xf32>)
  %gather_last_0_flat = tensor.collapse_shape %gather_last_got [[0, 1, 2]] : tensor<3x2x2xf32> into tensor<12xf32>
  %gather_last_0_want = arith.constant dense<"0xAED88E3ED5E2CABF4B1A4FBF4B1A4FBF9ABDE23E4B2B79BFCD5D1B40CD5D1B40C25597BD5DFA26BF6E3A08406E3A0840"> : tensor<12xf32>
  %gather_last_0_any_got = tensor.cast %gather_last_0_flat : tensor<12xf32> to tensor<?xf32>
  %gather_last_0_any_want = tensor.cast %gather_last_0_want : tensor<12xf32> to tensor<?xf32>
  %gather_last_0_tolerance = arith.constant 0.000000e+00 : f64
  %gather_last_0_floor = arith.constant 0.000000e+00 : f64
  %gather_last_0 = call @count_f32(%gather_last_0_any_got, %gather_last_0_any_want, %gather_last_0_tolerance, %gather_last_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "gather_last "
  call @printI64(%gather_last_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %gather_scalar_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<3x4xf32>
  %gather_scalar_in1 = arith.constant dense<"0x03000000"> : tensor<i32>
  %gather_scalar_got = call @gather_scalar(%gather_scalar_in0, %gather_scalar_in1) : (tensor<3x4xf32>, tensor<i32>) -> (tensor<3xf32>)
  %gather_scalar_0_want = arith.constant dense<"0xD0F2253FF56E24BF2921C9BF"> : tensor<3xf32>
  %gather_scalar_0_any_got = tensor.cast %gather_scalar_got : tensor<3xf32> to tensor<?xf32>
  %gather_scalar_0_any_want = tensor.cast %gather_scalar_0_want : tensor<3xf32> to tensor<?xf32>
  %gather_scalar_0_tolerance = arith.constant 0.000000e+00 : f64
  %gather_scalar_0_floor = arith.constant 0.000000e+00 : f64
  %gather_scalar_0 = call @count_f32(%gather_scalar_0_any_got, %gather_scalar_0_any_want, %gather_scalar_0_tolerance, %gather_scalar_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "gather_scalar "
  call @printI64(%gather_scalar_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %gather_dynamic_in0 = arith.constant dense<"0xD5E2CABFAED88E3E4B1A4FBFD0F2253F4B2B79BF9ABDE23ECD5D1B40F56E24BF5DFA26BFC25597BD6E3A08402921C9BF"> : tensor<3x4xf32>
  %gather_dynamic_in1 = arith.constant dense<"0x0200000000000000"> : tensor<2xi32>
  %gather_dynamic_in1d = tensor.cast %gather_dynamic_in1 : tensor<2xi32> to tensor<?xi32, #nn.dims<"batch">>
  %gather_dynamic_got = call @gather_dynamic(%gather_dynamic_in0, %gather_dynamic_in1d) : (tensor<3x4xf32>, tensor<?xi32, #nn.dims<"batch">>) -> (tensor<?x4xf32, #nn.dims<"batch", _>>)
  %gather_dynamic_cast0 = tensor.cast %gather_dynamic_got : tensor<?x4xf32, #nn.dims<"batch", _>> to tensor<2x4xf32>
  %gather_dynamic_0_flat = tensor.collapse_shape %gather_dynamic_cast0 [[0, 1]] : tensor<2x4xf32> into tensor<8xf32>
  %gather_dynamic_0_want = arith.constant dense<"0x5DFA26BFC25597BD6E3A08402921C9BFD5E2CABFAED88E3E4B1A4FBFD0F2253F"> : tensor<8xf32>
  %gather_dynamic_0_any_got = tensor.cast %gather_dynamic_0_flat : tensor<8xf32> to tensor<?xf32>
  %gather_dynamic_0_any_want = tensor.cast %gather_dynamic_0_want : tensor<8xf32> to tensor<?xf32>
  %gather_dynamic_0_tolerance = arith.constant 0.000000e+00 : f64
  %gather_dynamic_0_floor = arith.constant 0.000000e+00 : f64
  %gather_dynamic_0 = call @count_f32(%gather_dynamic_0_any_got, %gather_dynamic_0_any_want, %gather_dynamic_0_tolerance, %gather_dynamic_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "gather_dynamic "
  call @printI64(%gather_dynamic_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %one_hot_f32_in0 = arith.constant dense<"0x020000000000000003000000"> : tensor<3xi32>
  %one_hot_f32_got = call @one_hot_f32(%one_hot_f32_in0) : (tensor<3xi32>) -> (tensor<3x4xf32>)
  %one_hot_f32_0_flat = tensor.collapse_shape %one_hot_f32_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %one_hot_f32_0_want = arith.constant dense<"0x00000000000000000000803F000000000000803F0000000000000000000000000000000000000000000000000000803F"> : tensor<12xf32>
  %one_hot_f32_0_any_got = tensor.cast %one_hot_f32_0_flat : tensor<12xf32> to tensor<?xf32>
  %one_hot_f32_0_any_want = tensor.cast %one_hot_f32_0_want : tensor<12xf32> to tensor<?xf32>
  %one_hot_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %one_hot_f32_0_floor = arith.constant 0.000000e+00 : f64
  %one_hot_f32_0 = call @count_f32(%one_hot_f32_0_any_got, %one_hot_f32_0_any_want, %one_hot_f32_0_tolerance, %one_hot_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "one_hot_f32 "
  call @printI64(%one_hot_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %one_hot_i1_in0 = arith.constant dense<"0x020000000000000003000000"> : tensor<3xi32>
  %one_hot_i1_got = call @one_hot_i1(%one_hot_i1_in0) : (tensor<3xi32>) -> (tensor<3x4xi1>)
  %one_hot_i1_0_flat = tensor.collapse_shape %one_hot_i1_got [[0, 1]] : tensor<3x4xi1> into tensor<12xi1>
  %one_hot_i1_0_want = arith.constant dense<[false, false, true, false, true, false, false, false, false, false, false, true]> : tensor<12xi1>
  %one_hot_i1_0_any_got = tensor.cast %one_hot_i1_0_flat : tensor<12xi1> to tensor<?xi1>
  %one_hot_i1_0_any_want = tensor.cast %one_hot_i1_0_want : tensor<12xi1> to tensor<?xi1>
  %one_hot_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %one_hot_i1_0_floor = arith.constant 0.000000e+00 : f64
  %one_hot_i1_0 = call @count_i1(%one_hot_i1_0_any_got, %one_hot_i1_0_any_want, %one_hot_i1_0_tolerance, %one_hot_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "one_hot_i1 "
  call @printI64(%one_hot_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %scatter_add_in0 = arith.constant dense<"0xD0E6DCBEED24A33FA07EB03E767F3EBF300ADABE3567843E70EC78BFFA4AFEBB8D5E8BBEB62FBBBF0F69443EF32693BEDFB4303F8A1C4FBF6F7E24409E98AF3E"> : tensor<2x2x4xf32>
  %scatter_add_in1 = arith.constant dense<"0x01000000000000000200000002000000"> : tensor<2x2xi32>
  %scatter_add_got = call @scatter_add(%scatter_add_in0, %scatter_add_in1) : (tensor<2x2x4xf32>, tensor<2x2xi32>) -> (tensor<3x4xf32>)
  %scatter_add_0_flat = tensor.collapse_shape %scatter_add_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %scatter_add_0_want = arith.constant dense<"0x300ADABE3567843E70EC78BFFA4AFEBBD0E6DCBEED24A33FA07EB03E767F3EBF310BD63EFE5E11C000C53040588D633D"> : tensor<12xf32>
  %scatter_add_0_any_got = tensor.cast %scatter_add_0_flat : tensor<12xf32> to tensor<?xf32>
  %scatter_add_0_any_want = tensor.cast %scatter_add_0_want : tensor<12xf32> to tensor<?xf32>
  %scatter_add_0_tolerance = arith.constant 0.000000e+00 : f64
  %scatter_add_0_floor = arith.constant 0.000000e+00 : f64
  %scatter_add_0 = call @count_f32(%scatter_add_0_any_got, %scatter_add_0_any_want, %scatter_add_0_tolerance, %scatter_add_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "scatter_add "
  call @printI64(%scatter_add_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %scatter_add_last_in0 = arith.constant dense<"0x5F42613DD5E90E3F239E04C0148973BF5C4F803F5C69803F4C0EAFBD846C733F36773BBF4803A7BFC0659DBF20185ABF"> : tensor<3x2x2xf32>
  %scatter_add_last_in1 = arith.constant dense<"0x01000000000000000200000002000000"> : tensor<2x2xi32>
  %scatter_add_last_got = call @scatter_add_last(%scatter_add_last_in0, %scatter_add_last_in1) : (tensor<3x2x2xf32>, tensor<2x2xi32>) -> (tensor<3x4xf32>)
  %scatter_add_last_0_flat = tensor.collapse_shape %scatter_add_last_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %scatter_add_last_0_want = arith.constant dense<"0xD5E90E3F5F42613D688041C0000000005C69803F5C4F803FBA8A5D3F000000004803A7BF36773BBFE83805C000000000"> : tensor<12xf32>
  %scatter_add_last_0_any_got = tensor.cast %scatter_add_last_0_flat : tensor<12xf32> to tensor<?xf32>
  %scatter_add_last_0_any_want = tensor.cast %scatter_add_last_0_want : tensor<12xf32> to tensor<?xf32>
  %scatter_add_last_0_tolerance = arith.constant 0.000000e+00 : f64
  %scatter_add_last_0_floor = arith.constant 0.000000e+00 : f64
  %scatter_add_last_0 = call @count_f32(%scatter_add_last_0_any_got, %scatter_add_last_0_any_want, %scatter_add_last_0_tolerance, %scatter_add_last_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "scatter_add_last "
  call @printI64(%scatter_add_last_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
