// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}clamp_f32 0{{$}}
// CHECK: {{^}}where_f32 0{{$}}
// CHECK: {{^}}and_i1 0{{$}}
// CHECK: {{^}}or_i1 0{{$}}
// CHECK: {{^}}not_i1 0{{$}}
// CHECK: {{^}}max_i1 0{{$}}
// CHECK: {{^}}cmp_lt_i1 0{{$}}
// CHECK: {{^}}stop_gradient 0{{$}}
// CHECK: {{^}}custom_vjp 0{{$}}

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

func.func private @clamp_f32(%a: tensor<24xf32>, %b: tensor<24xf32>, %c: tensor<24xf32>) -> (tensor<24xf32>) {
  %r = nn.clamp %a, %b, %c : tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func private @where_f32(%a: tensor<24xi1>, %b: tensor<24xf32>, %c: tensor<24xf32>) -> (tensor<24xf32>) {
  %r = nn.where %a, %b, %c : tensor<24xi1>, tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func private @and_i1(%a: tensor<24xi1>, %b: tensor<24xi1>) -> (tensor<24xi1>) {
  %r = nn.and %a, %b : tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @or_i1(%a: tensor<24xi1>, %b: tensor<24xi1>) -> (tensor<24xi1>) {
  %r = nn.or %a, %b : tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @not_i1(%a: tensor<24xi1>) -> (tensor<24xi1>) {
  %r = nn.not %a : tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @max_i1(%a: tensor<24xi1>, %b: tensor<24xi1>) -> (tensor<24xi1>) {
  %r = nn.max %a, %b : tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @cmp_lt_i1(%a: tensor<24xi1>, %b: tensor<24xi1>) -> (tensor<24xi1>) {
  %r = nn.cmp lt %a, %b : tensor<24xi1> -> tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @stop_gradient(%a: tensor<24xf32>) -> (tensor<24xf32>) {
  %r = nn.stop_gradient %a : tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func private @custom_vjp(%a: tensor<24xf32>) -> (tensor<24xf32>) {
  %r = nn.custom_vjp (%a) {
    ^bb0(%u: tensor<24xf32>):
      %v = nn.abs %u : tensor<24xf32>
      nn.yield %v : tensor<24xf32>
    } vjp {
    ^bb0(%u: tensor<24xf32>, %g: tensor<24xf32>):
      nn.yield %g : tensor<24xf32>
    } : (tensor<24xf32>) -> tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func @main() {
  %clamp_f32_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F53B6C03E9657BDBF63CFEB3CAF33AEBE04442E3FC8784BBF"> : tensor<24xf32>
  %clamp_f32_in1 = arith.constant dense<"0x000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF000080BF"> : tensor<24xf32>
  %clamp_f32_in2 = arith.constant dense<"0x000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040"> : tensor<24xf32>
  %clamp_f32_got = call @clamp_f32(%clamp_f32_in0, %clamp_f32_in1, %clamp_f32_in2) : (tensor<24xf32>, tensor<24xf32>, tensor<24xf32>) -> (tensor<24xf32>)
  %clamp_f32_0_want = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00000040000080BFBD378635BD3786B500000040000080BF00000040000080BF00000040000080BF0000C07F53B6C03E000080BF63CFEB3CAF33AEBE04442E3FC8784BBF"> : tensor<24xf32>
  %clamp_f32_0_any_got = tensor.cast %clamp_f32_got : tensor<24xf32> to tensor<?xf32>
  %clamp_f32_0_any_want = tensor.cast %clamp_f32_0_want : tensor<24xf32> to tensor<?xf32>
  %clamp_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %clamp_f32_0_floor = arith.constant 0.000000e+00 : f64
  %clamp_f32_0 = call @count_f32(%clamp_f32_0_any_got, %clamp_f32_0_any_want, %clamp_f32_0_tolerance, %clamp_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "clamp_f32 "
  call @printI64(%clamp_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %where_f32_in0 = arith.constant dense<[false, false, false, false, false, false, true, false, false, true, true, true, false, false, false, true, false, false, false, true, true, true, false, true]> : tensor<24xi1>
  %where_f32_in1 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F53B6C03E9657BDBF63CFEB3CAF33AEBE04442E3FC8784BBF"> : tensor<24xf32>
  %where_f32_in2 = arith.constant dense<"0x000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040000000400000004000000040"> : tensor<24xf32>
  %where_f32_got = call @where_f32(%where_f32_in0, %where_f32_in1, %where_f32_in2) : (tensor<24xi1>, tensor<24xf32>, tensor<24xf32>) -> (tensor<24xf32>)
  %where_f32_0_want = arith.constant dense<"0x0000004000000040000000400000004000000040000000400000C03F0000004000000040BD378635BD3786B50000A0410000004000000040000000400000807F0000004000000040000000409657BDBF63CFEB3CAF33AEBE00000040C8784BBF"> : tensor<24xf32>
  %where_f32_0_any_got = tensor.cast %where_f32_got : tensor<24xf32> to tensor<?xf32>
  %where_f32_0_any_want = tensor.cast %where_f32_0_want : tensor<24xf32> to tensor<?xf32>
  %where_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %where_f32_0_floor = arith.constant 0.000000e+00 : f64
  %where_f32_0 = call @count_f32(%where_f32_0_any_got, %where_f32_0_any_want, %where_f32_0_tolerance, %where_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "where_f32 "
  call @printI64(%where_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %and_i1_in0 = arith.constant dense<[false, false, false, false, false, false, true, false, false, true, true, true, false, false, false, true, false, false, false, true, true, true, false, true]> : tensor<24xi1>
  %and_i1_in1 = arith.constant dense<[false, true, false, false, true, true, false, true, false, false, false, true, false, true, true, true, true, false, true, true, true, true, false, false]> : tensor<24xi1>
  %and_i1_got = call @and_i1(%and_i1_in0, %and_i1_in1) : (tensor<24xi1>, tensor<24xi1>) -> (tensor<24xi1>)
  %and_i1_0_want = arith.constant dense<[false, false, false, false, false, false, false, false, false, false, false, true, false, false, false, true, false, false, false, true, true, true, false, false]> : tensor<24xi1>
  %and_i1_0_any_got = tensor.cast %and_i1_got : tensor<24xi1> to tensor<?xi1>
  %and_i1_0_any_want = tensor.cast %and_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %and_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %and_i1_0_floor = arith.constant 0.000000e+00 : f64
  %and_i1_0 = call @count_i1(%and_i1_0_any_got, %and_i1_0_any_want, %and_i1_0_tolerance, %and_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "and_i1 "
  call @printI64(%and_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %or_i1_in0 = arith.constant dense<[false, false, false, false, false, false, true, false, false, true, true, true, false, false, false, true, false, false, false, true, true, true, false, true]> : tensor<24xi1>
  %or_i1_in1 = arith.constant dense<[false, true, false, false, true, true, false, true, false, false, false, true, false, true, true, true, true, false, true, true, true, true, false, false]> : tensor<24xi1>
  %or_i1_got = call @or_i1(%or_i1_in0, %or_i1_in1) : (tensor<24xi1>, tensor<24xi1>) -> (tensor<24xi1>)
  %or_i1_0_want = arith.constant dense<[false, true, false, false, true, true, true, true, false, true, true, true, false, true, true, true, true, false, true, true, true, true, false, true]> : tensor<24xi1>
  %or_i1_0_any_got = tensor.cast %or_i1_got : tensor<24xi1> to tensor<?xi1>
  %or_i1_0_any_want = tensor.cast %or_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %or_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %or_i1_0_floor = arith.constant 0.000000e+00 : f64
  %or_i1_0 = call @count_i1(%or_i1_0_any_got, %or_i1_0_any_want, %or_i1_0_tolerance, %or_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "or_i1 "
  call @printI64(%or_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %not_i1_in0 = arith.constant dense<[false, false, false, false, false, false, true, false, false, true, true, true, false, false, false, true, false, false, false, true, true, true, false, true]> : tensor<24xi1>
  %not_i1_got = call @not_i1(%not_i1_in0) : (tensor<24xi1>) -> (tensor<24xi1>)
  %not_i1_0_want = arith.constant dense<[true, true, true, true, true, true, false, true, true, false, false, false, true, true, true, false, true, true, true, false, false, false, true, false]> : tensor<24xi1>
  %not_i1_0_any_got = tensor.cast %not_i1_got : tensor<24xi1> to tensor<?xi1>
  %not_i1_0_any_want = tensor.cast %not_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %not_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %not_i1_0_floor = arith.constant 0.000000e+00 : f64
  %not_i1_0 = call @count_i1(%not_i1_0_any_got, %not_i1_0_any_want, %not_i1_0_tolerance, %not_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "not_i1 "
  call @printI64(%not_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %max_i1_in0 = arith.constant dense<[false, false, false, false, false, false, true, false, false, true, true, true, false, false, false, true, false, false, false, true, true, true, false, true]> : tensor<24xi1>
  %max_i1_in1 = arith.constant dense<[false, true, false, false, true, true, false, true, false, false, false, true, false, true, true, true, true, false, true, true, true, true, false, false]> : tensor<24xi1>
  %max_i1_got = call @max_i1(%max_i1_in0, %max_i1_in1) : (tensor<24xi1>, tensor<24xi1>) -> (tensor<24xi1>)
  %max_i1_0_want = arith.constant dense<[false, true, false, false, true, true, true, true, false, true, true, true, false, true, true, true, true, false, true, true, true, true, false, true]> : tensor<24xi1>
  %max_i1_0_any_got = tensor.cast %max_i1_got : tensor<24xi1> to tensor<?xi1>
  %max_i1_0_any_want = tensor.cast %max_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %max_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %max_i1_0_floor = arith.constant 0.000000e+00 : f64
  %max_i1_0 = call @count_i1(%max_i1_0_any_got, %max_i1_0_any_want, %max_i1_0_tolerance, %max_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "max_i1 "
  call @printI64(%max_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cmp_lt_i1_in0 = arith.constant dense<[false, false, false, false, false, false, true, false, false, true, true, true, false, false, false, true, false, false, false, true, true, true, false, true]> : tensor<24xi1>
  %cmp_lt_i1_in1 = arith.constant dense<[false, true, false, false, true, true, false, true, false, false, false, true, false, true, true, true, true, false, true, true, true, true, false, false]> : tensor<24xi1>
  %cmp_lt_i1_got = call @cmp_lt_i1(%cmp_lt_i1_in0, %cmp_lt_i1_in1) : (tensor<24xi1>, tensor<24xi1>) -> (tensor<24xi1>)
  %cmp_lt_i1_0_want = arith.constant dense<[false, true, false, false, true, true, false, true, false, false, false, false, false, true, true, false, true, false, true, false, false, false, false, false]> : tensor<24xi1>
  %cmp_lt_i1_0_any_got = tensor.cast %cmp_lt_i1_got : tensor<24xi1> to tensor<?xi1>
  %cmp_lt_i1_0_any_want = tensor.cast %cmp_lt_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %cmp_lt_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %cmp_lt_i1_0_floor = arith.constant 0.000000e+00 : f64
  %cmp_lt_i1_0 = call @count_i1(%cmp_lt_i1_0_any_got, %cmp_lt_i1_0_any_want, %cmp_lt_i1_0_tolerance, %cmp_lt_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "cmp_lt_i1 "
  call @printI64(%cmp_lt_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %stop_gradient_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F53B6C03E9657BDBF63CFEB3CAF33AEBE04442E3FC8784BBF"> : tensor<24xf32>
  %stop_gradient_got = call @stop_gradient(%stop_gradient_in0) : (tensor<24xf32>) -> (tensor<24xf32>)
  %stop_gradient_0_want = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F53B6C03E9657BDBF63CFEB3CAF33AEBE04442E3FC8784BBF"> : tensor<24xf32>
  %stop_gradient_0_any_got = tensor.cast %stop_gradient_got : tensor<24xf32> to tensor<?xf32>
  %stop_gradient_0_any_want = tensor.cast %stop_gradient_0_want : tensor<24xf32> to tensor<?xf32>
  %stop_gradient_0_tolerance = arith.constant 0.000000e+00 : f64
  %stop_gradient_0_floor = arith.constant 0.000000e+00 : f64
  %stop_gradient_0 = call @count_f32(%stop_gradient_0_any_got, %stop_gradient_0_any_want, %stop_gradient_0_tolerance, %stop_gradient_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "stop_gradient "
  call @printI64(%stop_gradient_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %custom_vjp_in0 = arith.constant dense<"0x00000000000000800000803F000080BF0000003F000000BF0000C03F00002040000020C0BD378635BD3786B50000A0410000A0C10000C8420000C8C20000807F000080FF0000C07F53B6C03E9657BDBF63CFEB3CAF33AEBE04442E3FC8784BBF"> : tensor<24xf32>
  %custom_vjp_got = call @custom_vjp(%custom_vjp_in0) : (tensor<24xf32>) -> (tensor<24xf32>)
  %custom_vjp_0_want = arith.constant dense<"0x00000000000000000000803F0000803F0000003F0000003F0000C03F0000204000002040BD378635BD3786350000A0410000A0410000C8420000C8420000807F0000807F0000C07F53B6C03E9657BD3F63CFEB3CAF33AE3E04442E3FC8784B3F"> : tensor<24xf32>
  %custom_vjp_0_any_got = tensor.cast %custom_vjp_got : tensor<24xf32> to tensor<?xf32>
  %custom_vjp_0_any_want = tensor.cast %custom_vjp_0_want : tensor<24xf32> to tensor<?xf32>
  %custom_vjp_0_tolerance = arith.constant 0.000000e+00 : f64
  %custom_vjp_0_floor = arith.constant 0.000000e+00 : f64
  %custom_vjp_0 = call @count_f32(%custom_vjp_0_any_got, %custom_vjp_0_any_want, %custom_vjp_0_tolerance, %custom_vjp_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "custom_vjp "
  call @printI64(%custom_vjp_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
