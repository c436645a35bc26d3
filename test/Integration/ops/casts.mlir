// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}f32_to_i8 0{{$}}
// CHECK: {{^}}f32_to_i32 0{{$}}
// CHECK: {{^}}f32_to_i64 0{{$}}
// CHECK: {{^}}f32_to_i1 0{{$}}
// CHECK: {{^}}f32_to_f64 0{{$}}
// CHECK: {{^}}f32_to_f16 0{{$}}
// CHECK: {{^}}f32_to_bf16 0{{$}}
// CHECK: {{^}}f64_to_i8 0{{$}}
// CHECK: {{^}}f64_to_i32 0{{$}}
// CHECK: {{^}}f64_to_i64 0{{$}}
// CHECK: {{^}}f64_to_i1 0{{$}}
// CHECK: {{^}}f64_to_f32 0{{$}}
// CHECK: {{^}}f64_to_f16 0{{$}}
// CHECK: {{^}}f64_to_bf16 0{{$}}
// CHECK: {{^}}f16_to_i8 0{{$}}
// CHECK: {{^}}f16_to_i32 0{{$}}
// CHECK: {{^}}f16_to_i64 0{{$}}
// CHECK: {{^}}f16_to_i1 0{{$}}
// CHECK: {{^}}f16_to_f32 0{{$}}
// CHECK: {{^}}f16_to_f64 0{{$}}
// CHECK: {{^}}f16_to_bf16 0{{$}}
// CHECK: {{^}}bf16_to_i8 0{{$}}
// CHECK: {{^}}bf16_to_i32 0{{$}}
// CHECK: {{^}}bf16_to_i64 0{{$}}
// CHECK: {{^}}bf16_to_i1 0{{$}}
// CHECK: {{^}}bf16_to_f32 0{{$}}
// CHECK: {{^}}bf16_to_f64 0{{$}}
// CHECK: {{^}}bf16_to_f16 0{{$}}
// CHECK: {{^}}i8_to_i32 0{{$}}
// CHECK: {{^}}i8_to_i64 0{{$}}
// CHECK: {{^}}i8_to_f32 0{{$}}
// CHECK: {{^}}i8_to_i1 0{{$}}
// CHECK: {{^}}i32_to_i8 0{{$}}
// CHECK: {{^}}i32_to_i64 0{{$}}
// CHECK: {{^}}i32_to_f32 0{{$}}
// CHECK: {{^}}i32_to_i1 0{{$}}
// CHECK: {{^}}i64_to_i8 0{{$}}
// CHECK: {{^}}i64_to_i32 0{{$}}
// CHECK: {{^}}i64_to_f32 0{{$}}
// CHECK: {{^}}i64_to_i1 0{{$}}
// CHECK: {{^}}i1_to_f32 0{{$}}
// CHECK: {{^}}i1_to_i32 0{{$}}
// CHECK: {{^}}splat_f64_to_f32 0{{$}}
// CHECK: {{^}}splat_i64_to_i32 0{{$}}
// CHECK: {{^}}splat_i1 0{{$}}

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

func.func private @count_f64(%got: tensor<?xf64>, %want: tensor<?xf64>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xf64>, tensor<?xf64>) outs(%zero : tensor<i64>) {
  ^bb0(%x: f64, %y: f64, %count: i64):
    %g = arith.negf %x : f64
    %w = arith.negf %y : f64
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

func.func private @count_bf16(%got: tensor<?xbf16>, %want: tensor<?xbf16>, %tolerance: f64, %floor: f64) -> i64 {
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  } ins(%got, %want : tensor<?xbf16>, tensor<?xbf16>) outs(%zero : tensor<i64>) {
  ^bb0(%x: bf16, %y: bf16, %count: i64):
    %g = arith.extf %x : bf16 to f64
    %w = arith.extf %y : bf16 to f64
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  } -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}

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

func.func private @f32_to_i8(%a: tensor<24xf32>) -> (tensor<24xi8>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xi8>
  return %r : tensor<24xi8>
}

func.func private @f32_to_i32(%a: tensor<24xf32>) -> (tensor<24xi32>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xi32>
  return %r : tensor<24xi32>
}

func.func private @f32_to_i64(%a: tensor<24xf32>) -> (tensor<24xi64>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xi64>
  return %r : tensor<24xi64>
}

func.func private @f32_to_i1(%a: tensor<24xf32>) -> (tensor<24xi1>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @f32_to_f64(%a: tensor<24xf32>) -> (tensor<24xf64>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xf64>
  return %r : tensor<24xf64>
}

func.func private @f32_to_f16(%a: tensor<24xf32>) -> (tensor<24xf16>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xf16>
  return %r : tensor<24xf16>
}

func.func private @f32_to_bf16(%a: tensor<24xf32>) -> (tensor<24xbf16>) {
  %r = nn.cast %a : tensor<24xf32> -> tensor<24xbf16>
  return %r : tensor<24xbf16>
}

func.func private @f64_to_i8(%a: tensor<24xf64>) -> (tensor<24xi8>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xi8>
  return %r : tensor<24xi8>
}

func.func private @f64_to_i32(%a: tensor<24xf64>) -> (tensor<24xi32>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xi32>
  return %r : tensor<24xi32>
}

func.func private @f64_to_i64(%a: tensor<24xf64>) -> (tensor<24xi64>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xi64>
  return %r : tensor<24xi64>
}

func.func private @f64_to_i1(%a: tensor<24xf64>) -> (tensor<24xi1>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @f64_to_f32(%a: tensor<24xf64>) -> (tensor<24xf32>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func private @f64_to_f16(%a: tensor<24xf64>) -> (tensor<24xf16>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xf16>
  return %r : tensor<24xf16>
}

func.func private @f64_to_bf16(%a: tensor<24xf64>) -> (tensor<24xbf16>) {
  %r = nn.cast %a : tensor<24xf64> -> tensor<24xbf16>
  return %r : tensor<24xbf16>
}

func.func private @f16_to_i8(%a: tensor<24xf16>) -> (tensor<24xi8>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xi8>
  return %r : tensor<24xi8>
}

func.func private @f16_to_i32(%a: tensor<24xf16>) -> (tensor<24xi32>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xi32>
  return %r : tensor<24xi32>
}

func.func private @f16_to_i64(%a: tensor<24xf16>) -> (tensor<24xi64>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xi64>
  return %r : tensor<24xi64>
}

func.func private @f16_to_i1(%a: tensor<24xf16>) -> (tensor<24xi1>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @f16_to_f32(%a: tensor<24xf16>) -> (tensor<24xf32>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func private @f16_to_f64(%a: tensor<24xf16>) -> (tensor<24xf64>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xf64>
  return %r : tensor<24xf64>
}

func.func private @f16_to_bf16(%a: tensor<24xf16>) -> (tensor<24xbf16>) {
  %r = nn.cast %a : tensor<24xf16> -> tensor<24xbf16>
  return %r : tensor<24xbf16>
}

func.func private @bf16_to_i8(%a: tensor<24xbf16>) -> (tensor<24xi8>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xi8>
  return %r : tensor<24xi8>
}

func.func private @bf16_to_i32(%a: tensor<24xbf16>) -> (tensor<24xi32>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xi32>
  return %r : tensor<24xi32>
}

func.func private @bf16_to_i64(%a: tensor<24xbf16>) -> (tensor<24xi64>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xi64>
  return %r : tensor<24xi64>
}

func.func private @bf16_to_i1(%a: tensor<24xbf16>) -> (tensor<24xi1>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xi1>
  return %r : tensor<24xi1>
}

func.func private @bf16_to_f32(%a: tensor<24xbf16>) -> (tensor<24xf32>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xf32>
  return %r : tensor<24xf32>
}

func.func private @bf16_to_f64(%a: tensor<24xbf16>) -> (tensor<24xf64>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xf64>
  return %r : tensor<24xf64>
}

func.func private @bf16_to_f16(%a: tensor<24xbf16>) -> (tensor<24xf16>) {
  %r = nn.cast %a : tensor<24xbf16> -> tensor<24xf16>
  return %r : tensor<24xf16>
}

func.func private @i8_to_i32(%a: tensor<7xi8>) -> (tensor<7xi32>) {
  %r = nn.cast %a : tensor<7xi8> -> tensor<7xi32>
  return %r : tensor<7xi32>
}

func.func private @i8_to_i64(%a: tensor<7xi8>) -> (tensor<7xi64>) {
  %r = nn.cast %a : tensor<7xi8> -> tensor<7xi64>
  return %r : tensor<7xi64>
}

func.func private @i8_to_f32(%a: tensor<7xi8>) -> (tensor<7xf32>) {
  %r = nn.cast %a : tensor<7xi8> -> tensor<7xf32>
  return %r : tensor<7xf32>
}

func.func private @i8_to_i1(%a: tensor<7xi8>) -> (tensor<7xi1>) {
  %r = nn.cast %a : tensor<7xi8> -> tensor<7xi1>
  return %r : tensor<7xi1>
}

func.func private @i32_to_i8(%a: tensor<7xi32>) -> (tensor<7xi8>) {
  %r = nn.cast %a : tensor<7xi32> -> tensor<7xi8>
  return %r : tensor<7xi8>
}

func.func private @i32_to_i64(%a: tensor<7xi32>) -> (tensor<7xi64>) {
  %r = nn.cast %a : tensor<7xi32> -> tensor<7xi64>
  return %r : tensor<7xi64>
}

func.func private @i32_to_f32(%a: tensor<7xi32>) -> (tensor<7xf32>) {
  %r = nn.cast %a : tensor<7xi32> -> tensor<7xf32>
  return %r : tensor<7xf32>
}

func.func private @i32_to_i1(%a: tensor<7xi32>) -> (tensor<7xi1>) {
  %r = nn.cast %a : tensor<7xi32> -> tensor<7xi1>
  return %r : tensor<7xi1>
}

func.func private @i64_to_i8(%a: tensor<7xi64>) -> (tensor<7xi8>) {
  %r = nn.cast %a : tensor<7xi64> -> tensor<7xi8>
  return %r : tensor<7xi8>
}

func.func private @i64_to_i32(%a: tensor<7xi64>) -> (tensor<7xi32>) {
  %r = nn.cast %a : tensor<7xi64> -> tensor<7xi32>
  return %r : tensor<7xi32>
}

func.func private @i64_to_f32(%a: tensor<7xi64>) -> (tensor<7xf32>) {
  %r = nn.cast %a : tensor<7xi64> -> tensor<7xf32>
  return %r : tensor<7xf32>
}

func.func private @i64_to_i1(%a: tensor<7xi64>) -> (tensor<7xi1>) {
  %r = nn.cast %a : tensor<7xi64> -> tensor<7xi1>
  return %r : tensor<7xi1>
}

func.func private @i1_to_f32(%a: tensor<3xi1>) -> (tensor<3xf32>) {
  %r = nn.cast %a : tensor<3xi1> -> tensor<3xf32>
  return %r : tensor<3xf32>
}

func.func private @i1_to_i32(%a: tensor<3xi1>) -> (tensor<3xi32>) {
  %r = nn.cast %a : tensor<3xi1> -> tensor<3xi32>
  return %r : tensor<3xi32>
}

func.func private @splat_f64_to_f32(%n: f64 ) -> (tensor<2x3xf32>) {
  %r = nn.splat %n : f64 -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func private @splat_i64_to_i32(%n: i64 ) -> (tensor<3xi32>) {
  %r = nn.splat %n : i64 -> tensor<3xi32>
  return %r : tensor<3xi32>
}

func.func private @splat_i1(%n: i1 ) -> (tensor<3xi1>) {
  %r = nn.splat %n : i1 -> tensor<3xi1>
  return %r : tensor<3xi1>
}

func.func @main() {
  %f32_to_i8_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_i8_got = call @f32_to_i8(%f32_to_i8_in0) : (tensor<24xf32>) -> (tensor<24xi8>)
  %f32_to_i8_0_want = arith.constant dense<"0x0000000001FF7E7F7F7F8080807F7F80807F7F807F7F8000"> : tensor<24xi8>
  %f32_to_i8_0_any_got = tensor.cast %f32_to_i8_got : tensor<24xi8> to tensor<?xi8>
  %f32_to_i8_0_any_want = tensor.cast %f32_to_i8_0_want : tensor<24xi8> to tensor<?xi8>
  %f32_to_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %f32_to_i8_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_i8_0 = call @count_i8(%f32_to_i8_0_any_got, %f32_to_i8_0_any_want, %f32_to_i8_0_tolerance, %f32_to_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "f32_to_i8 "
  call @printI64(%f32_to_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f32_to_i32_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_i32_got = call @f32_to_i32(%f32_to_i32_in0) : (tensor<24xf32>) -> (tensor<24xi32>)
  %f32_to_i32_0_want = arith.constant dense<"0x0000000000000000000000000000000001000000FFFFFFFF7E0000007F0000007F0000008000000080FFFFFF80FFFFFF7FFFFFFF80FFFF7FFFFFFF7F0000008000000080FFFFFF7FFFFFFF7F00000080FFFFFF7FFFFFFF7F0000008000000000"> : tensor<24xi32>
  %f32_to_i32_0_any_got = tensor.cast %f32_to_i32_got : tensor<24xi32> to tensor<?xi32>
  %f32_to_i32_0_any_want = tensor.cast %f32_to_i32_0_want : tensor<24xi32> to tensor<?xi32>
  %f32_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %f32_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_i32_0 = call @count_i32(%f32_to_i32_0_any_got, %f32_to_i32_0_any_want, %f32_to_i32_0_tolerance, %f32_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "f32_to_i32 "
  call @printI64(%f32_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f32_to_i64_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_i64_got = call @f32_to_i64(%f32_to_i64_in0) : (tensor<24xf32>) -> (tensor<24xi64>)
  %f32_to_i64_0_want = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF7E000000000000007F000000000000007F00000000000000800000000000000080FFFFFFFFFFFFFF80FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF80FFFF7F00000000000000800000000000000080FFFFFFFF00A22F4DFFFFFFFF0000000080F7AC7FFFFFFFFFFFFFFF7F0000000000000080FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F00000000000000800000000000000000"> : tensor<24xi64>
  %f32_to_i64_0_any_got = tensor.cast %f32_to_i64_got : tensor<24xi64> to tensor<?xi64>
  %f32_to_i64_0_any_want = tensor.cast %f32_to_i64_0_want : tensor<24xi64> to tensor<?xi64>
  %f32_to_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %f32_to_i64_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_i64_0 = call @count_i64(%f32_to_i64_0_any_got, %f32_to_i64_0_any_want, %f32_to_i64_0_tolerance, %f32_to_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "f32_to_i64 "
  call @printI64(%f32_to_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f32_to_i1_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_i1_got = call @f32_to_i1(%f32_to_i1_in0) : (tensor<24xf32>) -> (tensor<24xi1>)
  %f32_to_i1_0_want = arith.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<24xi1>
  %f32_to_i1_0_any_got = tensor.cast %f32_to_i1_got : tensor<24xi1> to tensor<?xi1>
  %f32_to_i1_0_any_want = tensor.cast %f32_to_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %f32_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %f32_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_i1_0 = call @count_i1(%f32_to_i1_0_any_got, %f32_to_i1_0_any_want, %f32_to_i1_0_tolerance, %f32_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "f32_to_i1 "
  call @printI64(%f32_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f32_to_f64_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_f64_got = call @f32_to_f64(%f32_to_f64_in0) : (tensor<24xf32>) -> (tensor<24xf64>)
  %f32_to_f64_0_want = arith.constant dense<"0x00000000000000000000000000000080000000C0CCCCEC3F000000C0CCCCECBF000000000000F83F000000000000F8BF000000A099B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0000000C0CC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1000000E03DEBDF43000000A00722E043000000A00722E0C300000040593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f32_to_f64_0_any_got = tensor.cast %f32_to_f64_got : tensor<24xf64> to tensor<?xf64>
  %f32_to_f64_0_any_want = tensor.cast %f32_to_f64_0_want : tensor<24xf64> to tensor<?xf64>
  %f32_to_f64_0_tolerance = arith.constant 0.000000e+00 : f64
  %f32_to_f64_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_f64_0 = call @count_f64(%f32_to_f64_0_any_got, %f32_to_f64_0_any_want, %f32_to_f64_0_tolerance, %f32_to_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "f32_to_f64 "
  call @printI64(%f32_to_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f32_to_f16_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_f16_got = call @f32_to_f16(%f32_to_f16_in0) : (tensor<24xf32>) -> (tensor<24xf16>)
  %f32_to_f16_0_want = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f32_to_f16_0_any_got = tensor.cast %f32_to_f16_got : tensor<24xf16> to tensor<?xf16>
  %f32_to_f16_0_any_want = tensor.cast %f32_to_f16_0_want : tensor<24xf16> to tensor<?xf16>
  %f32_to_f16_0_tolerance = arith.constant 0.000000e+00 : f64
  %f32_to_f16_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_f16_0 = call @count_f16(%f32_to_f16_0_any_got, %f32_to_f16_0_any_want, %f32_to_f16_0_tolerance, %f32_to_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "f32_to_f16 "
  call @printI64(%f32_to_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f32_to_bf16_in0 = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f32_to_bf16_got = call @f32_to_bf16(%f32_to_bf16_in0) : (tensor<24xf32>) -> (tensor<24xbf16>)
  %f32_to_bf16_0_want = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %f32_to_bf16_0_any_got = tensor.cast %f32_to_bf16_got : tensor<24xbf16> to tensor<?xbf16>
  %f32_to_bf16_0_any_want = tensor.cast %f32_to_bf16_0_want : tensor<24xbf16> to tensor<?xbf16>
  %f32_to_bf16_0_tolerance = arith.constant 0.000000e+00 : f64
  %f32_to_bf16_0_floor = arith.constant 0.000000e+00 : f64
  %f32_to_bf16_0 = call @count_bf16(%f32_to_bf16_0_any_got, %f32_to_bf16_0_any_want, %f32_to_bf16_0_tolerance, %f32_to_bf16_0_floor) : (tensor<?xbf16>, tensor<?xbf16>, f64, f64) -> i64
  vector.print str "f32_to_bf16 "
  call @printI64(%f32_to_bf16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_i8_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_i8_got = call @f64_to_i8(%f64_to_i8_in0) : (tensor<24xf64>) -> (tensor<24xi8>)
  %f64_to_i8_0_want = arith.constant dense<"0x0000000001FF7E7F7F7F8080807F7F80807F7F807F7F8000"> : tensor<24xi8>
  %f64_to_i8_0_any_got = tensor.cast %f64_to_i8_got : tensor<24xi8> to tensor<?xi8>
  %f64_to_i8_0_any_want = tensor.cast %f64_to_i8_0_want : tensor<24xi8> to tensor<?xi8>
  %f64_to_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %f64_to_i8_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_i8_0 = call @count_i8(%f64_to_i8_0_any_got, %f64_to_i8_0_any_want, %f64_to_i8_0_tolerance, %f64_to_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "f64_to_i8 "
  call @printI64(%f64_to_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_i32_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_i32_got = call @f64_to_i32(%f64_to_i32_in0) : (tensor<24xf64>) -> (tensor<24xi32>)
  %f64_to_i32_0_want = arith.constant dense<"0x0000000000000000000000000000000001000000FFFFFFFF7E0000007F0000007F0000008000000080FFFFFF80FFFFFF7FFFFFFF80FFFF7FFFFFFF7F0000008000000080FFFFFF7FFFFFFF7F00000080FFFFFF7FFFFFFF7F0000008000000000"> : tensor<24xi32>
  %f64_to_i32_0_any_got = tensor.cast %f64_to_i32_got : tensor<24xi32> to tensor<?xi32>
  %f64_to_i32_0_any_want = tensor.cast %f64_to_i32_0_want : tensor<24xi32> to tensor<?xi32>
  %f64_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %f64_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_i32_0 = call @count_i32(%f64_to_i32_0_any_got, %f64_to_i32_0_any_want, %f64_to_i32_0_tolerance, %f64_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "f64_to_i32 "
  call @printI64(%f64_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_i64_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_i64_got = call @f64_to_i64(%f64_to_i64_in0) : (tensor<24xf64>) -> (tensor<24xi64>)
  %f64_to_i64_0_want = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF7E000000000000007F000000000000007F00000000000000800000000000000080FFFFFFFFFFFFFF80FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF80FFFF7F00000000000000800000000000000080FFFFFFFF00A22F4DFFFFFFFF0000989D41F7AC7FFFFFFFFFFFFFFF7F0000000000000080FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F00000000000000800000000000000000"> : tensor<24xi64>
  %f64_to_i64_0_any_got = tensor.cast %f64_to_i64_got : tensor<24xi64> to tensor<?xi64>
  %f64_to_i64_0_any_want = tensor.cast %f64_to_i64_0_want : tensor<24xi64> to tensor<?xi64>
  %f64_to_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %f64_to_i64_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_i64_0 = call @count_i64(%f64_to_i64_0_any_got, %f64_to_i64_0_any_want, %f64_to_i64_0_tolerance, %f64_to_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "f64_to_i64 "
  call @printI64(%f64_to_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_i1_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_i1_got = call @f64_to_i1(%f64_to_i1_in0) : (tensor<24xf64>) -> (tensor<24xi1>)
  %f64_to_i1_0_want = arith.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<24xi1>
  %f64_to_i1_0_any_got = tensor.cast %f64_to_i1_got : tensor<24xi1> to tensor<?xi1>
  %f64_to_i1_0_any_want = tensor.cast %f64_to_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %f64_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %f64_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_i1_0 = call @count_i1(%f64_to_i1_0_any_got, %f64_to_i1_0_any_want, %f64_to_i1_0_tolerance, %f64_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "f64_to_i1 "
  call @printI64(%f64_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_f32_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_f32_got = call @f64_to_f32(%f64_to_f32_in0) : (tensor<24xf64>) -> (tensor<24xf32>)
  %f64_to_f32_0_want = arith.constant dense<"0x00000000000000806666663F666666BF0000C03F0000C0BFCDCCFD420000FE420000FF4200000043000000C366E600C3000001C3FFFFFF4E0000004F000000CF5ED032CFEF59FF5E3D10015F3D1001DFCAF249710000807F000080FF0000C07F"> : tensor<24xf32>
  %f64_to_f32_0_any_got = tensor.cast %f64_to_f32_got : tensor<24xf32> to tensor<?xf32>
  %f64_to_f32_0_any_want = tensor.cast %f64_to_f32_0_want : tensor<24xf32> to tensor<?xf32>
  %f64_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %f64_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_f32_0 = call @count_f32(%f64_to_f32_0_any_got, %f64_to_f32_0_any_want, %f64_to_f32_0_tolerance, %f64_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "f64_to_f32 "
  call @printI64(%f64_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_f16_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_f16_got = call @f64_to_f16(%f64_to_f16_in0) : (tensor<24xf64>) -> (tensor<24xf16>)
  %f64_to_f16_0_want = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f64_to_f16_0_any_got = tensor.cast %f64_to_f16_got : tensor<24xf16> to tensor<?xf16>
  %f64_to_f16_0_any_want = tensor.cast %f64_to_f16_0_want : tensor<24xf16> to tensor<?xf16>
  %f64_to_f16_0_tolerance = arith.constant 0.000000e+00 : f64
  %f64_to_f16_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_f16_0 = call @count_f16(%f64_to_f16_0_any_got, %f64_to_f16_0_any_want, %f64_to_f16_0_tolerance, %f64_to_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "f64_to_f16 "
  call @printI64(%f64_to_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f64_to_bf16_in0 = arith.constant dense<"0x00000000000000000000000000000080CDCCCCCCCCCCEC3FCDCCCCCCCCCCECBF000000000000F83F000000000000F8BF9A99999999B95F400000000000C05F400000000000E05F40000000000000604000000000000060C0CDCCCCCCCC1C60C000000000002060C0000000E0FFFFDF41000000000000E041000000000000E0C1000000C00B5AE6C1006667D03DEBDF4340643F970722E04340643F970722E0C3EA8CA039593E2946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f64_to_bf16_got = call @f64_to_bf16(%f64_to_bf16_in0) : (tensor<24xf64>) -> (tensor<24xbf16>)
  %f64_to_bf16_0_want = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %f64_to_bf16_0_any_got = tensor.cast %f64_to_bf16_got : tensor<24xbf16> to tensor<?xbf16>
  %f64_to_bf16_0_any_want = tensor.cast %f64_to_bf16_0_want : tensor<24xbf16> to tensor<?xbf16>
  %f64_to_bf16_0_tolerance = arith.constant 0.000000e+00 : f64
  %f64_to_bf16_0_floor = arith.constant 0.000000e+00 : f64
  %f64_to_bf16_0 = call @count_bf16(%f64_to_bf16_0_any_got, %f64_to_bf16_0_any_want, %f64_to_bf16_0_tolerance, %f64_to_bf16_0_floor) : (tensor<?xbf16>, tensor<?xbf16>, f64, f64) -> i64
  vector.print str "f64_to_bf16 "
  call @printI64(%f64_to_bf16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_i8_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_i8_got = call @f16_to_i8(%f16_to_i8_in0) : (tensor<24xf16>) -> (tensor<24xi8>)
  %f16_to_i8_0_want = arith.constant dense<"0x0000000001FF7E7F7F7F8080807F7F80807F7F807F7F8000"> : tensor<24xi8>
  %f16_to_i8_0_any_got = tensor.cast %f16_to_i8_got : tensor<24xi8> to tensor<?xi8>
  %f16_to_i8_0_any_want = tensor.cast %f16_to_i8_0_want : tensor<24xi8> to tensor<?xi8>
  %f16_to_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %f16_to_i8_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_i8_0 = call @count_i8(%f16_to_i8_0_any_got, %f16_to_i8_0_any_want, %f16_to_i8_0_tolerance, %f16_to_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "f16_to_i8 "
  call @printI64(%f16_to_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_i32_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_i32_got = call @f16_to_i32(%f16_to_i32_in0) : (tensor<24xf16>) -> (tensor<24xi32>)
  %f16_to_i32_0_want = arith.constant dense<"0x0000000000000000000000000000000001000000FFFFFFFF7E0000007F0000007F0000008000000080FFFFFF80FFFFFF7FFFFFFFFFFFFF7FFFFFFF7F0000008000000080FFFFFF7FFFFFFF7F00000080FFFFFF7FFFFFFF7F0000008000000000"> : tensor<24xi32>
  %f16_to_i32_0_any_got = tensor.cast %f16_to_i32_got : tensor<24xi32> to tensor<?xi32>
  %f16_to_i32_0_any_want = tensor.cast %f16_to_i32_0_want : tensor<24xi32> to tensor<?xi32>
  %f16_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %f16_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_i32_0 = call @count_i32(%f16_to_i32_0_any_got, %f16_to_i32_0_any_want, %f16_to_i32_0_tolerance, %f16_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "f16_to_i32 "
  call @printI64(%f16_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_i64_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_i64_got = call @f16_to_i64(%f16_to_i64_in0) : (tensor<24xf16>) -> (tensor<24xi64>)
  %f16_to_i64_0_want = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF7E000000000000007F000000000000007F00000000000000800000000000000080FFFFFFFFFFFFFF80FFFFFFFFFFFFFF7FFFFFFFFFFFFFFFFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F00000000000000800000000000000080FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F0000000000000080FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F00000000000000800000000000000000"> : tensor<24xi64>
  %f16_to_i64_0_any_got = tensor.cast %f16_to_i64_got : tensor<24xi64> to tensor<?xi64>
  %f16_to_i64_0_any_want = tensor.cast %f16_to_i64_0_want : tensor<24xi64> to tensor<?xi64>
  %f16_to_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %f16_to_i64_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_i64_0 = call @count_i64(%f16_to_i64_0_any_got, %f16_to_i64_0_any_want, %f16_to_i64_0_tolerance, %f16_to_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "f16_to_i64 "
  call @printI64(%f16_to_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_i1_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_i1_got = call @f16_to_i1(%f16_to_i1_in0) : (tensor<24xf16>) -> (tensor<24xi1>)
  %f16_to_i1_0_want = arith.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<24xi1>
  %f16_to_i1_0_any_got = tensor.cast %f16_to_i1_got : tensor<24xi1> to tensor<?xi1>
  %f16_to_i1_0_any_want = tensor.cast %f16_to_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %f16_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %f16_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_i1_0 = call @count_i1(%f16_to_i1_0_any_got, %f16_to_i1_0_any_want, %f16_to_i1_0_tolerance, %f16_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "f16_to_i1 "
  call @printI64(%f16_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_f32_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_f32_got = call @f16_to_f32(%f16_to_f32_in0) : (tensor<24xf16>) -> (tensor<24xf32>)
  %f16_to_f32_0_want = arith.constant dense<"0x00000000000000800060663F006066BF0000C03F0000C0BF00C0FD420000FE420000FF4200000043000000C300E000C3000001C30000807F0000807F000080FF000080FF0000807F0000807F000080FF0000807F0000807F000080FF0000C07F"> : tensor<24xf32>
  %f16_to_f32_0_any_got = tensor.cast %f16_to_f32_got : tensor<24xf32> to tensor<?xf32>
  %f16_to_f32_0_any_want = tensor.cast %f16_to_f32_0_want : tensor<24xf32> to tensor<?xf32>
  %f16_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %f16_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_f32_0 = call @count_f32(%f16_to_f32_0_any_got, %f16_to_f32_0_any_want, %f16_to_f32_0_tolerance, %f16_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "f16_to_f32 "
  call @printI64(%f16_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_f64_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_f64_got = call @f16_to_f64(%f16_to_f64_in0) : (tensor<24xf16>) -> (tensor<24xf64>)
  %f16_to_f64_0_want = arith.constant dense<"0x000000000000000000000000000000800000000000CCEC3F0000000000CCECBF000000000000F83F000000000000F8BF0000000000B85F400000000000C05F400000000000E05F40000000000000604000000000000060C000000000001C60C000000000002060C0000000000000F07F000000000000F07F000000000000F0FF000000000000F0FF000000000000F07F000000000000F07F000000000000F0FF000000000000F07F000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %f16_to_f64_0_any_got = tensor.cast %f16_to_f64_got : tensor<24xf64> to tensor<?xf64>
  %f16_to_f64_0_any_want = tensor.cast %f16_to_f64_0_want : tensor<24xf64> to tensor<?xf64>
  %f16_to_f64_0_tolerance = arith.constant 0.000000e+00 : f64
  %f16_to_f64_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_f64_0 = call @count_f64(%f16_to_f64_0_any_got, %f16_to_f64_0_any_want, %f16_to_f64_0_tolerance, %f16_to_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "f16_to_f64 "
  call @printI64(%f16_to_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %f16_to_bf16_in0 = arith.constant dense<"0x00000080333B33BB003E00BEEE57F057F857005800D807D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %f16_to_bf16_got = call @f16_to_bf16(%f16_to_bf16_in0) : (tensor<24xf16>) -> (tensor<24xbf16>)
  %f16_to_bf16_0_want = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3807F807F80FF80FF807F807F80FF807F807F80FFC07F"> : tensor<24xbf16>
  %f16_to_bf16_0_any_got = tensor.cast %f16_to_bf16_got : tensor<24xbf16> to tensor<?xbf16>
  %f16_to_bf16_0_any_want = tensor.cast %f16_to_bf16_0_want : tensor<24xbf16> to tensor<?xbf16>
  %f16_to_bf16_0_tolerance = arith.constant 0.000000e+00 : f64
  %f16_to_bf16_0_floor = arith.constant 0.000000e+00 : f64
  %f16_to_bf16_0 = call @count_bf16(%f16_to_bf16_0_any_got, %f16_to_bf16_0_any_want, %f16_to_bf16_0_tolerance, %f16_to_bf16_0_floor) : (tensor<?xbf16>, tensor<?xbf16>, f64, f64) -> i64
  vector.print str "f16_to_bf16 "
  call @printI64(%f16_to_bf16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_i8_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_i8_got = call @bf16_to_i8(%bf16_to_i8_in0) : (tensor<24xbf16>) -> (tensor<24xi8>)
  %bf16_to_i8_0_want = arith.constant dense<"0x0000000001FF7F7F7F7F8080807F7F80807F7F807F7F8000"> : tensor<24xi8>
  %bf16_to_i8_0_any_got = tensor.cast %bf16_to_i8_got : tensor<24xi8> to tensor<?xi8>
  %bf16_to_i8_0_any_want = tensor.cast %bf16_to_i8_0_want : tensor<24xi8> to tensor<?xi8>
  %bf16_to_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %bf16_to_i8_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_i8_0 = call @count_i8(%bf16_to_i8_0_any_got, %bf16_to_i8_0_any_want, %bf16_to_i8_0_tolerance, %bf16_to_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "bf16_to_i8 "
  call @printI64(%bf16_to_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_i32_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_i32_got = call @bf16_to_i32(%bf16_to_i32_in0) : (tensor<24xbf16>) -> (tensor<24xi32>)
  %bf16_to_i32_0_want = arith.constant dense<"0x0000000000000000000000000000000001000000FFFFFFFF7F0000007F0000007F0000008000000080FFFFFF7FFFFFFF7FFFFFFFFFFFFF7FFFFFFF7F0000008000000080FFFFFF7FFFFFFF7F00000080FFFFFF7FFFFFFF7F0000008000000000"> : tensor<24xi32>
  %bf16_to_i32_0_any_got = tensor.cast %bf16_to_i32_got : tensor<24xi32> to tensor<?xi32>
  %bf16_to_i32_0_any_want = tensor.cast %bf16_to_i32_0_want : tensor<24xi32> to tensor<?xi32>
  %bf16_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %bf16_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_i32_0 = call @count_i32(%bf16_to_i32_0_any_got, %bf16_to_i32_0_any_want, %bf16_to_i32_0_tolerance, %bf16_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "bf16_to_i32 "
  call @printI64(%bf16_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_i64_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_i64_got = call @bf16_to_i64(%bf16_to_i64_in0) : (tensor<24xbf16>) -> (tensor<24xi64>)
  %bf16_to_i64_0_want = arith.constant dense<"0x00000000000000000000000000000000000000000000000000000000000000000100000000000000FFFFFFFFFFFFFFFF7F000000000000007F000000000000007F00000000000000800000000000000080FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7FFFFFFFFFFFFFFF0000008000000000000000800000000000000080FFFFFFFF0000004DFFFFFFFF000000000000807FFFFFFFFFFFFFFF7F0000000000000080FFFFFFFFFFFFFF7FFFFFFFFFFFFFFF7F00000000000000800000000000000000"> : tensor<24xi64>
  %bf16_to_i64_0_any_got = tensor.cast %bf16_to_i64_got : tensor<24xi64> to tensor<?xi64>
  %bf16_to_i64_0_any_want = tensor.cast %bf16_to_i64_0_want : tensor<24xi64> to tensor<?xi64>
  %bf16_to_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %bf16_to_i64_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_i64_0 = call @count_i64(%bf16_to_i64_0_any_got, %bf16_to_i64_0_any_want, %bf16_to_i64_0_tolerance, %bf16_to_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "bf16_to_i64 "
  call @printI64(%bf16_to_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_i1_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_i1_got = call @bf16_to_i1(%bf16_to_i1_in0) : (tensor<24xbf16>) -> (tensor<24xi1>)
  %bf16_to_i1_0_want = arith.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<24xi1>
  %bf16_to_i1_0_any_got = tensor.cast %bf16_to_i1_got : tensor<24xi1> to tensor<?xi1>
  %bf16_to_i1_0_any_want = tensor.cast %bf16_to_i1_0_want : tensor<24xi1> to tensor<?xi1>
  %bf16_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %bf16_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_i1_0 = call @count_i1(%bf16_to_i1_0_any_got, %bf16_to_i1_0_any_want, %bf16_to_i1_0_tolerance, %bf16_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "bf16_to_i1 "
  call @printI64(%bf16_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_f32_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_f32_got = call @bf16_to_f32(%bf16_to_f32_in0) : (tensor<24xbf16>) -> (tensor<24xf32>)
  %bf16_to_f32_0_want = arith.constant dense<"0x00000000000000800000663F000066BF0000C03F0000C0BF0000FE420000FE420000FF4200000043000000C3000001C3000001C30000004F0000004F000000CF000033CF0000FF5E0000015F000001DF00004A710000807F000080FF0000C07F"> : tensor<24xf32>
  %bf16_to_f32_0_any_got = tensor.cast %bf16_to_f32_got : tensor<24xf32> to tensor<?xf32>
  %bf16_to_f32_0_any_want = tensor.cast %bf16_to_f32_0_want : tensor<24xf32> to tensor<?xf32>
  %bf16_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %bf16_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_f32_0 = call @count_f32(%bf16_to_f32_0_any_got, %bf16_to_f32_0_any_want, %bf16_to_f32_0_tolerance, %bf16_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "bf16_to_f32 "
  call @printI64(%bf16_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_f64_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_f64_got = call @bf16_to_f64(%bf16_to_f64_in0) : (tensor<24xbf16>) -> (tensor<24xf64>)
  %bf16_to_f64_0_want = arith.constant dense<"0x000000000000000000000000000000800000000000C0EC3F0000000000C0ECBF000000000000F83F000000000000F8BF0000000000C05F400000000000C05F400000000000E05F40000000000000604000000000000060C000000000002060C000000000002060C0000000000000E041000000000000E041000000000000E0C1000000000060E6C10000000000E0DF43000000000020E043000000000020E0C30000000000402946000000000000F07F000000000000F0FF000000000000F87F"> : tensor<24xf64>
  %bf16_to_f64_0_any_got = tensor.cast %bf16_to_f64_got : tensor<24xf64> to tensor<?xf64>
  %bf16_to_f64_0_any_want = tensor.cast %bf16_to_f64_0_want : tensor<24xf64> to tensor<?xf64>
  %bf16_to_f64_0_tolerance = arith.constant 0.000000e+00 : f64
  %bf16_to_f64_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_f64_0 = call @count_f64(%bf16_to_f64_0_any_got, %bf16_to_f64_0_any_want, %bf16_to_f64_0_tolerance, %bf16_to_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "bf16_to_f64 "
  call @printI64(%bf16_to_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bf16_to_f16_in0 = arith.constant dense<"0x00000080663F66BFC03FC0BFFE42FE42FF42004300C301C301C3004F004F00CF33CFFF5E015F01DF4A71807F80FFC07F"> : tensor<24xbf16>
  %bf16_to_f16_got = call @bf16_to_f16(%bf16_to_f16_in0) : (tensor<24xbf16>) -> (tensor<24xf16>)
  %bf16_to_f16_0_want = arith.constant dense<"0x00000080303B30BB003E00BEF057F057F857005800D808D808D8007C007C00FC00FC007C007C00FC007C007C00FC007E"> : tensor<24xf16>
  %bf16_to_f16_0_any_got = tensor.cast %bf16_to_f16_got : tensor<24xf16> to tensor<?xf16>
  %bf16_to_f16_0_any_want = tensor.cast %bf16_to_f16_0_want : tensor<24xf16> to tensor<?xf16>
  %bf16_to_f16_0_tolerance = arith.constant 0.000000e+00 : f64
  %bf16_to_f16_0_floor = arith.constant 0.000000e+00 : f64
  %bf16_to_f16_0 = call @count_f16(%bf16_to_f16_0_any_got, %bf16_to_f16_0_any_want, %bf16_to_f16_0_tolerance, %bf16_to_f16_0_floor) : (tensor<?xf16>, tensor<?xf16>, f64, f64) -> i64
  vector.print str "bf16_to_f16 "
  call @printI64(%bf16_to_f16_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i8_to_i32_in0 = arith.constant dense<"0x0001FF649C7F80"> : tensor<7xi8>
  %i8_to_i32_got = call @i8_to_i32(%i8_to_i32_in0) : (tensor<7xi8>) -> (tensor<7xi32>)
  %i8_to_i32_0_want = arith.constant dense<"0x0000000001000000FFFFFFFF640000009CFFFFFF7F00000080FFFFFF"> : tensor<7xi32>
  %i8_to_i32_0_any_got = tensor.cast %i8_to_i32_got : tensor<7xi32> to tensor<?xi32>
  %i8_to_i32_0_any_want = tensor.cast %i8_to_i32_0_want : tensor<7xi32> to tensor<?xi32>
  %i8_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %i8_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %i8_to_i32_0 = call @count_i32(%i8_to_i32_0_any_got, %i8_to_i32_0_any_want, %i8_to_i32_0_tolerance, %i8_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "i8_to_i32 "
  call @printI64(%i8_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i8_to_i64_in0 = arith.constant dense<"0x0001FF649C7F80"> : tensor<7xi8>
  %i8_to_i64_got = call @i8_to_i64(%i8_to_i64_in0) : (tensor<7xi8>) -> (tensor<7xi64>)
  %i8_to_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF64000000000000009CFFFFFFFFFFFFFF7F0000000000000080FFFFFFFFFFFFFF"> : tensor<7xi64>
  %i8_to_i64_0_any_got = tensor.cast %i8_to_i64_got : tensor<7xi64> to tensor<?xi64>
  %i8_to_i64_0_any_want = tensor.cast %i8_to_i64_0_want : tensor<7xi64> to tensor<?xi64>
  %i8_to_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %i8_to_i64_0_floor = arith.constant 0.000000e+00 : f64
  %i8_to_i64_0 = call @count_i64(%i8_to_i64_0_any_got, %i8_to_i64_0_any_want, %i8_to_i64_0_tolerance, %i8_to_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "i8_to_i64 "
  call @printI64(%i8_to_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i8_to_f32_in0 = arith.constant dense<"0x0001FF649C7F80"> : tensor<7xi8>
  %i8_to_f32_got = call @i8_to_f32(%i8_to_f32_in0) : (tensor<7xi8>) -> (tensor<7xf32>)
  %i8_to_f32_0_want = arith.constant dense<"0x000000000000803F000080BF0000C8420000C8C20000FE42000000C3"> : tensor<7xf32>
  %i8_to_f32_0_any_got = tensor.cast %i8_to_f32_got : tensor<7xf32> to tensor<?xf32>
  %i8_to_f32_0_any_want = tensor.cast %i8_to_f32_0_want : tensor<7xf32> to tensor<?xf32>
  %i8_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %i8_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %i8_to_f32_0 = call @count_f32(%i8_to_f32_0_any_got, %i8_to_f32_0_any_want, %i8_to_f32_0_tolerance, %i8_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "i8_to_f32 "
  call @printI64(%i8_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i8_to_i1_in0 = arith.constant dense<"0x0001FF649C7F80"> : tensor<7xi8>
  %i8_to_i1_got = call @i8_to_i1(%i8_to_i1_in0) : (tensor<7xi8>) -> (tensor<7xi1>)
  %i8_to_i1_0_want = arith.constant dense<[false, true, true, true, true, true, true]> : tensor<7xi1>
  %i8_to_i1_0_any_got = tensor.cast %i8_to_i1_got : tensor<7xi1> to tensor<?xi1>
  %i8_to_i1_0_any_want = tensor.cast %i8_to_i1_0_want : tensor<7xi1> to tensor<?xi1>
  %i8_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %i8_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %i8_to_i1_0 = call @count_i1(%i8_to_i1_0_any_got, %i8_to_i1_0_any_want, %i8_to_i1_0_tolerance, %i8_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "i8_to_i1 "
  call @printI64(%i8_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i32_to_i8_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF640000009CFFFFFFFFFFFF7F00000080"> : tensor<7xi32>
  %i32_to_i8_got = call @i32_to_i8(%i32_to_i8_in0) : (tensor<7xi32>) -> (tensor<7xi8>)
  %i32_to_i8_0_want = arith.constant dense<"0x0001FF649C7F80"> : tensor<7xi8>
  %i32_to_i8_0_any_got = tensor.cast %i32_to_i8_got : tensor<7xi8> to tensor<?xi8>
  %i32_to_i8_0_any_want = tensor.cast %i32_to_i8_0_want : tensor<7xi8> to tensor<?xi8>
  %i32_to_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %i32_to_i8_0_floor = arith.constant 0.000000e+00 : f64
  %i32_to_i8_0 = call @count_i8(%i32_to_i8_0_any_got, %i32_to_i8_0_any_want, %i32_to_i8_0_tolerance, %i32_to_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "i32_to_i8 "
  call @printI64(%i32_to_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i32_to_i64_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF640000009CFFFFFFFFFFFF7F00000080"> : tensor<7xi32>
  %i32_to_i64_got = call @i32_to_i64(%i32_to_i64_in0) : (tensor<7xi32>) -> (tensor<7xi64>)
  %i32_to_i64_0_want = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF64000000000000009CFFFFFFFFFFFFFFFFFFFF7F0000000000000080FFFFFFFF"> : tensor<7xi64>
  %i32_to_i64_0_any_got = tensor.cast %i32_to_i64_got : tensor<7xi64> to tensor<?xi64>
  %i32_to_i64_0_any_want = tensor.cast %i32_to_i64_0_want : tensor<7xi64> to tensor<?xi64>
  %i32_to_i64_0_tolerance = arith.constant 5.000000e-07 : f64
  %i32_to_i64_0_floor = arith.constant 0.000000e+00 : f64
  %i32_to_i64_0 = call @count_i64(%i32_to_i64_0_any_got, %i32_to_i64_0_any_want, %i32_to_i64_0_tolerance, %i32_to_i64_0_floor) : (tensor<?xi64>, tensor<?xi64>, f64, f64) -> i64
  vector.print str "i32_to_i64 "
  call @printI64(%i32_to_i64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i32_to_f32_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF640000009CFFFFFFFFFFFF7F00000080"> : tensor<7xi32>
  %i32_to_f32_got = call @i32_to_f32(%i32_to_f32_in0) : (tensor<7xi32>) -> (tensor<7xf32>)
  %i32_to_f32_0_want = arith.constant dense<"0x000000000000803F000080BF0000C8420000C8C20000004F000000CF"> : tensor<7xf32>
  %i32_to_f32_0_any_got = tensor.cast %i32_to_f32_got : tensor<7xf32> to tensor<?xf32>
  %i32_to_f32_0_any_want = tensor.cast %i32_to_f32_0_want : tensor<7xf32> to tensor<?xf32>
  %i32_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %i32_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %i32_to_f32_0 = call @count_f32(%i32_to_f32_0_any_got, %i32_to_f32_0_any_want, %i32_to_f32_0_tolerance, %i32_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "i32_to_f32 "
  call @printI64(%i32_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i32_to_i1_in0 = arith.constant dense<"0x0000000001000000FFFFFFFF640000009CFFFFFFFFFFFF7F00000080"> : tensor<7xi32>
  %i32_to_i1_got = call @i32_to_i1(%i32_to_i1_in0) : (tensor<7xi32>) -> (tensor<7xi1>)
  %i32_to_i1_0_want = arith.constant dense<[false, true, true, true, true, true, true]> : tensor<7xi1>
  %i32_to_i1_0_any_got = tensor.cast %i32_to_i1_got : tensor<7xi1> to tensor<?xi1>
  %i32_to_i1_0_any_want = tensor.cast %i32_to_i1_0_want : tensor<7xi1> to tensor<?xi1>
  %i32_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %i32_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %i32_to_i1_0 = call @count_i1(%i32_to_i1_0_any_got, %i32_to_i1_0_any_want, %i32_to_i1_0_tolerance, %i32_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "i32_to_i1 "
  call @printI64(%i32_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i64_to_i8_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF64000000000000009CFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<7xi64>
  %i64_to_i8_got = call @i64_to_i8(%i64_to_i8_in0) : (tensor<7xi64>) -> (tensor<7xi8>)
  %i64_to_i8_0_want = arith.constant dense<"0x0001FF649C7F80"> : tensor<7xi8>
  %i64_to_i8_0_any_got = tensor.cast %i64_to_i8_got : tensor<7xi8> to tensor<?xi8>
  %i64_to_i8_0_any_want = tensor.cast %i64_to_i8_0_want : tensor<7xi8> to tensor<?xi8>
  %i64_to_i8_0_tolerance = arith.constant 5.000000e-07 : f64
  %i64_to_i8_0_floor = arith.constant 0.000000e+00 : f64
  %i64_to_i8_0 = call @count_i8(%i64_to_i8_0_any_got, %i64_to_i8_0_any_want, %i64_to_i8_0_tolerance, %i64_to_i8_0_floor) : (tensor<?xi8>, tensor<?xi8>, f64, f64) -> i64
  vector.print str "i64_to_i8 "
  call @printI64(%i64_to_i8_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i64_to_i32_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF64000000000000009CFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<7xi64>
  %i64_to_i32_got = call @i64_to_i32(%i64_to_i32_in0) : (tensor<7xi64>) -> (tensor<7xi32>)
  %i64_to_i32_0_want = arith.constant dense<"0x0000000001000000FFFFFFFF640000009CFFFFFFFFFFFF7F00000080"> : tensor<7xi32>
  %i64_to_i32_0_any_got = tensor.cast %i64_to_i32_got : tensor<7xi32> to tensor<?xi32>
  %i64_to_i32_0_any_want = tensor.cast %i64_to_i32_0_want : tensor<7xi32> to tensor<?xi32>
  %i64_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %i64_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %i64_to_i32_0 = call @count_i32(%i64_to_i32_0_any_got, %i64_to_i32_0_any_want, %i64_to_i32_0_tolerance, %i64_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "i64_to_i32 "
  call @printI64(%i64_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i64_to_f32_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF64000000000000009CFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<7xi64>
  %i64_to_f32_got = call @i64_to_f32(%i64_to_f32_in0) : (tensor<7xi64>) -> (tensor<7xf32>)
  %i64_to_f32_0_want = arith.constant dense<"0x000000000000803F000080BF0000C8420000C8C20000005F000000DF"> : tensor<7xf32>
  %i64_to_f32_0_any_got = tensor.cast %i64_to_f32_got : tensor<7xf32> to tensor<?xf32>
  %i64_to_f32_0_any_want = tensor.cast %i64_to_f32_0_want : tensor<7xf32> to tensor<?xf32>
  %i64_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %i64_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %i64_to_f32_0 = call @count_f32(%i64_to_f32_0_any_got, %i64_to_f32_0_any_want, %i64_to_f32_0_tolerance, %i64_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "i64_to_f32 "
  call @printI64(%i64_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i64_to_i1_in0 = arith.constant dense<"0x00000000000000000100000000000000FFFFFFFFFFFFFFFF64000000000000009CFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F0000000000000080"> : tensor<7xi64>
  %i64_to_i1_got = call @i64_to_i1(%i64_to_i1_in0) : (tensor<7xi64>) -> (tensor<7xi1>)
  %i64_to_i1_0_want = arith.constant dense<[false, true, true, true, true, true, true]> : tensor<7xi1>
  %i64_to_i1_0_any_got = tensor.cast %i64_to_i1_got : tensor<7xi1> to tensor<?xi1>
  %i64_to_i1_0_any_want = tensor.cast %i64_to_i1_0_want : tensor<7xi1> to tensor<?xi1>
  %i64_to_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %i64_to_i1_0_floor = arith.constant 0.000000e+00 : f64
  %i64_to_i1_0 = call @count_i1(%i64_to_i1_0_any_got, %i64_to_i1_0_any_want, %i64_to_i1_0_tolerance, %i64_to_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "i64_to_i1 "
  call @printI64(%i64_to_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i1_to_f32_in0 = arith.constant dense<[true, false, true]> : tensor<3xi1>
  %i1_to_f32_got = call @i1_to_f32(%i1_to_f32_in0) : (tensor<3xi1>) -> (tensor<3xf32>)
  %i1_to_f32_0_want = arith.constant dense<"0x0000803F000000000000803F"> : tensor<3xf32>
  %i1_to_f32_0_any_got = tensor.cast %i1_to_f32_got : tensor<3xf32> to tensor<?xf32>
  %i1_to_f32_0_any_want = tensor.cast %i1_to_f32_0_want : tensor<3xf32> to tensor<?xf32>
  %i1_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %i1_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %i1_to_f32_0 = call @count_f32(%i1_to_f32_0_any_got, %i1_to_f32_0_any_want, %i1_to_f32_0_tolerance, %i1_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "i1_to_f32 "
  call @printI64(%i1_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %i1_to_i32_in0 = arith.constant dense<[true, false, true]> : tensor<3xi1>
  %i1_to_i32_got = call @i1_to_i32(%i1_to_i32_in0) : (tensor<3xi1>) -> (tensor<3xi32>)
  %i1_to_i32_0_want = arith.constant dense<"0x010000000000000001000000"> : tensor<3xi32>
  %i1_to_i32_0_any_got = tensor.cast %i1_to_i32_got : tensor<3xi32> to tensor<?xi32>
  %i1_to_i32_0_any_want = tensor.cast %i1_to_i32_0_want : tensor<3xi32> to tensor<?xi32>
  %i1_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %i1_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %i1_to_i32_0 = call @count_i32(%i1_to_i32_0_any_got, %i1_to_i32_0_any_want, %i1_to_i32_0_tolerance, %i1_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "i1_to_i32 "
  call @printI64(%i1_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %splat_f64_to_f32_n = arith.constant 1.000000e-01 : f64
  %splat_f64_to_f32_got = call @splat_f64_to_f32(%splat_f64_to_f32_n) : (f64) -> (tensor<2x3xf32>)
  %splat_f64_to_f32_0_flat = tensor.collapse_shape %splat_f64_to_f32_got [[0, 1]] : tensor<2x3xf32> into tensor<6xf32>
  %splat_f64_to_f32_0_want = arith.constant dense<"0xCDCCCC3DCDCCCC3DCDCCCC3DCDCCCC3DCDCCCC3DCDCCCC3D"> : tensor<6xf32>
  %splat_f64_to_f32_0_any_got = tensor.cast %splat_f64_to_f32_0_flat : tensor<6xf32> to tensor<?xf32>
  %splat_f64_to_f32_0_any_want = tensor.cast %splat_f64_to_f32_0_want : tensor<6xf32> to tensor<?xf32>
  %splat_f64_to_f32_0_tolerance = arith.constant 0.000000e+00 : f64
  %splat_f64_to_f32_0_floor = arith.constant 0.000000e+00 : f64
  %splat_f64_to_f32_0 = call @count_f32(%splat_f64_to_f32_0_any_got, %splat_f64_to_f32_0_any_want, %splat_f64_to_f32_0_tolerance, %splat_f64_to_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "splat_f64_to_f32 "
  call @printI64(%splat_f64_to_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %splat_i64_to_i32_n = arith.constant -7 : i64
  %splat_i64_to_i32_got = call @splat_i64_to_i32(%splat_i64_to_i32_n) : (i64) -> (tensor<3xi32>)
  %splat_i64_to_i32_0_want = arith.constant dense<"0xF9FFFFFFF9FFFFFFF9FFFFFF"> : tensor<3xi32>
  %splat_i64_to_i32_0_any_got = tensor.cast %splat_i64_to_i32_got : tensor<3xi32> to tensor<?xi32>
  %splat_i64_to_i32_0_any_want = tensor.cast %splat_i64_to_i32_0_want : tensor<3xi32> to tensor<?xi32>
  %splat_i64_to_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %splat_i64_to_i32_0_floor = arith.constant 0.000000e+00 : f64
  %splat_i64_to_i32_0 = call @count_i32(%splat_i64_to_i32_0_any_got, %splat_i64_to_i32_0_any_want, %splat_i64_to_i32_0_tolerance, %splat_i64_to_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "splat_i64_to_i32 "
  call @printI64(%splat_i64_to_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %splat_i1_n = arith.constant true
  %splat_i1_got = call @splat_i1(%splat_i1_n) : (i1) -> (tensor<3xi1>)
  %splat_i1_0_want = arith.constant dense<[true, true, true]> : tensor<3xi1>
  %splat_i1_0_any_got = tensor.cast %splat_i1_got : tensor<3xi1> to tensor<?xi1>
  %splat_i1_0_any_want = tensor.cast %splat_i1_0_want : tensor<3xi1> to tensor<?xi1>
  %splat_i1_0_tolerance = arith.constant 5.000000e-07 : f64
  %splat_i1_0_floor = arith.constant 0.000000e+00 : f64
  %splat_i1_0 = call @count_i1(%splat_i1_0_any_got, %splat_i1_0_any_want, %splat_i1_0_tolerance, %splat_i1_0_floor) : (tensor<?xi1>, tensor<?xi1>, f64, f64) -> i64
  vector.print str "splat_i1 "
  call @printI64(%splat_i1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
