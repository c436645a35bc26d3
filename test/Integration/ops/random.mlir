// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}uniform_f32 0{{$}}
// CHECK: {{^}}normal_f32 0{{$}}
// CHECK: {{^}}truncated_f32 0{{$}}
// CHECK: {{^}}uniform_f64 0{{$}}
// CHECK: {{^}}normal_f64 0{{$}}
// CHECK: {{^}}truncated_f64 0{{$}}
// CHECK: {{^}}bernoulli 0{{$}}

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

func.func private @uniform_f32(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf32>) {
  %r = nn.random uniform(%p, %q) key "hidden.weight" draw 0 : tensor<6x8xf32>
  return %r : tensor<6x8xf32>
}

func.func private @normal_f32(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf32>) {
  %r = nn.random normal(%p, %q) key "hidden.weight" draw 0 : tensor<6x8xf32>
  return %r : tensor<6x8xf32>
}

func.func private @truncated_f32(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf32>) {
  %r = nn.random truncated_normal(%p, %q) key "hidden.weight" draw 0 : tensor<6x8xf32>
  return %r : tensor<6x8xf32>
}

func.func private @uniform_f64(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf64>) {
  %r = nn.random uniform(%p, %q) key "hidden.weight" draw 0 : tensor<6x8xf64>
  return %r : tensor<6x8xf64>
}

func.func private @normal_f64(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf64>) {
  %r = nn.random normal(%p, %q) key "hidden.weight" draw 0 : tensor<6x8xf64>
  return %r : tensor<6x8xf64>
}

func.func private @truncated_f64(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf64>) {
  %r = nn.random truncated_normal(%p, %q) key "hidden.weight" draw 0 : tensor<6x8xf64>
  return %r : tensor<6x8xf64>
}

func.func private @bernoulli(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}, %batch: i64 {nn.arg = #nn.arg<scalar, "batch_counter">}, %p: f64 , %q: f64 ) -> (tensor<6x8xf32>) {
  %r = nn.random bernoulli(%p) key "dropout" draw 3 per_batch : tensor<6x8xf32>
  return %r : tensor<6x8xf32>
}

func.func @main() {
  %uniform_f32_seed = arith.constant 42 : i64
  %uniform_f32_batch = arith.constant 7 : i64
  %uniform_f32_p = arith.constant 2.500000e-01 : f64
  %uniform_f32_q = arith.constant 7.500000e-01 : f64
  %uniform_f32_got = call @uniform_f32(%uniform_f32_seed, %uniform_f32_batch, %uniform_f32_p, %uniform_f32_q) : (i64, i64, f64, f64) -> (tensor<6x8xf32>)
  %uniform_f32_0_flat = tensor.collapse_shape %uniform_f32_got [[0, 1]] : tensor<6x8xf32> into tensor<48xf32>
  %uniform_f32_0_want = arith.constant dense<"0x1B959B3E4C2CBE3E03E2883E45AD183F689BC43E415BE83ECA8E043FFFF0C73E6C46853EC3029E3EEDF0A63EEAA5343F7981363F5971123F626F2B3F93A90F3F962A163F025F9A3E0015393FF7EB133F1E51173F16DD8C3E744CA53E1668393F262A183F90B5B03E1ED3063FD4908D3E8329243FD0ECC83EC1FD0B3F3FF3103F25AE353FD82B3A3FFA26AC3E1D4CFF3E9035C43E0684D93E9CC2BC3E1FD63D3FF29A803E8CB8143FE1E0203FE083323F9BEC803E929EEE3ED218973E51BBC93E"> : tensor<48xf32>
  %uniform_f32_0_any_got = tensor.cast %uniform_f32_0_flat : tensor<48xf32> to tensor<?xf32>
  %uniform_f32_0_any_want = tensor.cast %uniform_f32_0_want : tensor<48xf32> to tensor<?xf32>
  %uniform_f32_0_tolerance = arith.constant 3.000000e-07 : f64
  %uniform_f32_0_floor = arith.constant 0.000000e+00 : f64
  %uniform_f32_0 = call @count_f32(%uniform_f32_0_any_got, %uniform_f32_0_any_want, %uniform_f32_0_tolerance, %uniform_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "uniform_f32 "
  call @printI64(%uniform_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %normal_f32_seed = arith.constant 42 : i64
  %normal_f32_batch = arith.constant 7 : i64
  %normal_f32_p = arith.constant 2.500000e-01 : f64
  %normal_f32_q = arith.constant 7.500000e-01 : f64
  %normal_f32_got = call @normal_f32(%normal_f32_seed, %normal_f32_batch, %normal_f32_p, %normal_f32_q) : (i64, i64, f64, f64) -> (tensor<6x8xf32>)
  %normal_f32_0_flat = tensor.collapse_shape %normal_f32_got [[0, 1]] : tensor<6x8xf32> into tensor<48xf32>
  %normal_f32_0_want = arith.constant dense<"0x84A3AABFB06EB13FC8D7083F4FCBB8BD52CE6A3E7048523F116AC83E320C85BD2F77D4BF56E0DD3F9776A13F66857FBD5F95CA3EDA34CEBECEDC35BED1ED373FB5F090BECE3A8BBD2A5B2E3D8A2FDBBE1D9884BEEB538DBF73E2DA3E72BFD53B5EAA653F2C418EBF35897A3F1411CCBE3AC00A3F046557BF2403123F1FB585BD38AFE63EF25EEA3D8892743EA229893E212E1DBF937C023F7CD23E3F3530AC3ECAE0B13F34EF023F314526BE3CF5053FE66B0C4016DE94BDAEE0A0BE372C2CBF"> : tensor<48xf32>
  %normal_f32_0_any_got = tensor.cast %normal_f32_0_flat : tensor<48xf32> to tensor<?xf32>
  %normal_f32_0_any_want = tensor.cast %normal_f32_0_want : tensor<48xf32> to tensor<?xf32>
  %normal_f32_0_tolerance = arith.constant 3.000000e-06 : f64
  %normal_f32_0_floor = arith.constant 1.000000e+00 : f64
  %normal_f32_0 = call @count_f32(%normal_f32_0_any_got, %normal_f32_0_any_want, %normal_f32_0_tolerance, %normal_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "normal_f32 "
  call @printI64(%normal_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %truncated_f32_seed = arith.constant 42 : i64
  %truncated_f32_batch = arith.constant 7 : i64
  %truncated_f32_p = arith.constant 2.500000e-01 : f64
  %truncated_f32_q = arith.constant 7.500000e-01 : f64
  %truncated_f32_got = call @truncated_f32(%truncated_f32_seed, %truncated_f32_batch, %truncated_f32_p, %truncated_f32_q) : (i64, i64, f64, f64) -> (tensor<6x8xf32>)
  %truncated_f32_0_flat = tensor.collapse_shape %truncated_f32_got [[0, 1]] : tensor<6x8xf32> into tensor<48xf32>
  %truncated_f32_0_want = arith.constant dense<"0xEE501CBF53087BBE5C5C71BFC3F51B3FC5ED42BE9AC6A93D0DC1A03EC2CA26BE7D6F85BFFD1914BF9B88F1BEB215973FF8A49E3F9B8E033FF99E723F8E13F23EDAF9113F949120BF4DA5AA3FED3B093FB885163F56565ABF1C03FBBEBA51AC3F58E7193F913CBDBE861EB13EA8AC56BF26A54D3FB0991EBEABCDD63E28C6FB3ECC309B3FB970B03FA6D8D4BED0F47A3E6C5346BE0EC5D3BC2CDB83BEC852C93F34259CBF00540C3F0D9A3E3F0C3A8F3FE13A9ABF71B1023E74A72CBFF3EA17BE"> : tensor<48xf32>
  %truncated_f32_0_any_got = tensor.cast %truncated_f32_0_flat : tensor<48xf32> to tensor<?xf32>
  %truncated_f32_0_any_want = tensor.cast %truncated_f32_0_want : tensor<48xf32> to tensor<?xf32>
  %truncated_f32_0_tolerance = arith.constant 3.000000e-06 : f64
  %truncated_f32_0_floor = arith.constant 1.000000e+00 : f64
  %truncated_f32_0 = call @count_f32(%truncated_f32_0_any_got, %truncated_f32_0_any_want, %truncated_f32_0_tolerance, %truncated_f32_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "truncated_f32 "
  call @printI64(%truncated_f32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %uniform_f64_seed = arith.constant 42 : i64
  %uniform_f64_batch = arith.constant 7 : i64
  %uniform_f64_p = arith.constant 2.500000e-01 : f64
  %uniform_f64_q = arith.constant 7.500000e-01 : f64
  %uniform_f64_got = call @uniform_f64(%uniform_f64_seed, %uniform_f64_batch, %uniform_f64_p, %uniform_f64_q) : (i64, i64, f64, f64) -> (tensor<6x8xf64>)
  %uniform_f64_0_flat = tensor.collapse_shape %uniform_f64_got [[0, 1]] : tensor<6x8xf64> into tensor<48xf64>
  %uniform_f64_0_want = arith.constant dense<"0x00000060A372D33F0000008089C5D73F00000060401CD13F000000A0A815E33F000000006D93D83F00000020680BDD3F00000040D991E03F000000E01FFED83F00000080CDA8D03F0000006058C0D33F000000A01DDED43F00000050BD94E63F000000202FD0E63F000000202B4EE23F00000030EC6DE53F0000006032F5E13F000000C052C5E23F00000040E04BD33F000000F09F22E73F000000E07E7DE23F000000B023EAE23F000000C0A29BD13F000000808EA9D43F000000D0022DE73F000000D04405E33F00000000B216D63F000000B063DAE03F000000801AB2D13F000000603085E43F000000009A1DD93F00000020B87FE13F000000E0671EE23F000000A0C4B5E63F000000007B45E73F00000040DF84D53F000000A083E9DF3F00000000B286D83F000000C08030DB3F000000805398D73F000000E0C3BAE73F000000405E13D03F000000701197E23F000000201C1CE43F000000F07B50E63F00000060931DD03F00000040D2D3DD3F000000401AE3D23F000000206A37D93F"> : tensor<48xf64>
  %uniform_f64_0_any_got = tensor.cast %uniform_f64_0_flat : tensor<48xf64> to tensor<?xf64>
  %uniform_f64_0_any_want = tensor.cast %uniform_f64_0_want : tensor<48xf64> to tensor<?xf64>
  %uniform_f64_0_tolerance = arith.constant 3.000000e-07 : f64
  %uniform_f64_0_floor = arith.constant 0.000000e+00 : f64
  %uniform_f64_0 = call @count_f64(%uniform_f64_0_any_got, %uniform_f64_0_any_want, %uniform_f64_0_tolerance, %uniform_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "uniform_f64 "
  call @printI64(%uniform_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %normal_f64_seed = arith.constant 42 : i64
  %normal_f64_batch = arith.constant 7 : i64
  %normal_f64_p = arith.constant 2.500000e-01 : f64
  %normal_f64_q = arith.constant 7.500000e-01 : f64
  %normal_f64_got = call @normal_f64(%normal_f64_seed, %normal_f64_batch, %normal_f64_p, %normal_f64_q) : (i64, i64, f64, f64) -> (tensor<6x8xf64>)
  %normal_f64_0_flat = tensor.collapse_shape %normal_f64_got [[0, 1]] : tensor<6x8xf64> into tensor<48xf64>
  %normal_f64_0_want = arith.constant dense<"0x863C50707054F5BFB40A1A01D62DF63F3D5A110FF91AE13F54176EDF6919B7BF2AB5D747CA59CD3F98E188F80D49EA3F72F6E41C420DD93FB42E724186A1B0BF11D541DEE58EFABF3CF23AC20ABCFB3FDF7F1AE0D22EF43F400623CAACF0AFBF6C03BADBAB52D93FD082EC499BC6D9BFAC0D28B799BBC6BF3CE23916BAFDE63F8C77C39B161ED2BFC8761EB15967B1BF589F5D3965CBA53FBA84B83BF165DBBF4827D0900393D0BF7F7DE3637DAAF1BF5B3C6F594E5CDB3F806A5B3BEEB77A3F2F5177CB4BB5EC3F5AB11B8325C8F1BF4CA808A02651EF3F8CBBB3882282D9BF87EF233E0758E13FF4EE8770A0ECEABFAE31D1836440E23FA02016E3A3B6B0BFCA713BF3E6D5DC3FFC9ABA48DE4BBD3F3792B4085192CE3F250D953F3425D13F1885B511C4A5E3BF67EAC854924FE03F5A81A4864FDAE73FC68911AF0686D53F699C3131193CF63F8201007FE65DE03FC04E6E1BA6C8C4BF4038BC78A7BEE03F673EDFBE7C8D0140C09446BDC29BB2BF6CB200CC151CD4BF70B774E48685E5BF"> : tensor<48xf64>
  %normal_f64_0_any_got = tensor.cast %normal_f64_0_flat : tensor<48xf64> to tensor<?xf64>
  %normal_f64_0_any_want = tensor.cast %normal_f64_0_want : tensor<48xf64> to tensor<?xf64>
  %normal_f64_0_tolerance = arith.constant 1.000000e-06 : f64
  %normal_f64_0_floor = arith.constant 1.000000e+00 : f64
  %normal_f64_0 = call @count_f64(%normal_f64_0_any_got, %normal_f64_0_any_want, %normal_f64_0_tolerance, %normal_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "normal_f64 "
  call @printI64(%normal_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %truncated_f64_seed = arith.constant 42 : i64
  %truncated_f64_batch = arith.constant 7 : i64
  %truncated_f64_p = arith.constant 2.500000e-01 : f64
  %truncated_f64_q = arith.constant 7.500000e-01 : f64
  %truncated_f64_got = call @truncated_f64(%truncated_f64_seed, %truncated_f64_batch, %truncated_f64_p, %truncated_f64_q) : (i64, i64, f64, f64) -> (tensor<6x8xf64>)
  %truncated_f64_0_flat = tensor.collapse_shape %truncated_f64_got [[0, 1]] : tensor<6x8xf64> into tensor<48xf64>
  %truncated_f64_0_want = arith.constant dense<"0x12FD18C71D8AE3BFD88D805E0A61CFBF60A0CB888B2BEEBF8E09925AB87EE33FC878FF9CB85DC8BF94FA2536D338B53F32CAD5A32118D43F40A94B3A58D9C4BF41A99EA3EFADF0BF0C4CEFAA3F83E2BFCCFC05661331DEBF4D8FEB48B6E2F23FA2468A0E9FD4F33F00E3F057D371E03F54908316DF53EE3F8C2170CC7142DE3FF590DA3F3B3FE23F4C6A548B3212E4BFE232A7ABA954F53F892EA29E7D27E13FFD43FB0BB7D0E23FA218D4B5CA4AEBBF44C8567B6360DFBF2AC4194D378AF53F33DBF9F8EA3CE33F4467172C92A7D7BF693218CED023D63FC8CB1DF594D5EABFC2C062CDA4B4E93F64718C0936D3C3BF7FCFAC59B5D9DA3FF4DA7D09C578DF3FDF6043731966F33F80104224170EF63FD45812CF149BDABFEF672E029A5ECF3F52BD0D876DCAC8BF40A87DB9A1789ABF681E2981657BD0BF7359380F592AF93F5C212B71A684F3BF80D820F57F8AE13FC871419141D3E73F254F607941E7F13F3DDCE92A5C47F3BFE2A185242E56C03F4E08B67EEE94E5BFCAFD635D5EFDC2BF"> : tensor<48xf64>
  %truncated_f64_0_any_got = tensor.cast %truncated_f64_0_flat : tensor<48xf64> to tensor<?xf64>
  %truncated_f64_0_any_want = tensor.cast %truncated_f64_0_want : tensor<48xf64> to tensor<?xf64>
  %truncated_f64_0_tolerance = arith.constant 1.000000e-06 : f64
  %truncated_f64_0_floor = arith.constant 1.000000e+00 : f64
  %truncated_f64_0 = call @count_f64(%truncated_f64_0_any_got, %truncated_f64_0_any_want, %truncated_f64_0_tolerance, %truncated_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "truncated_f64 "
  call @printI64(%truncated_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %bernoulli_seed = arith.constant 42 : i64
  %bernoulli_batch = arith.constant 7 : i64
  %bernoulli_p = arith.constant 2.500000e-01 : f64
  %bernoulli_q = arith.constant 7.500000e-01 : f64
  %bernoulli_got = call @bernoulli(%bernoulli_seed, %bernoulli_batch, %bernoulli_p, %bernoulli_q) : (i64, i64, f64, f64) -> (tensor<6x8xf32>)
  %bernoulli_0_flat = tensor.collapse_shape %bernoulli_got [[0, 1]] : tensor<6x8xf32> into tensor<48xf32>
  %bernoulli_0_want = arith.constant dense<"0x00000000000000000000000000000000000000000000803F000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000803F000000000000000000000000000000000000803F00000000000000000000000000000000000000000000000000000000000000000000803F0000000000000000000000000000000000000000000000000000803F0000000000000000000000000000803F"> : tensor<48xf32>
  %bernoulli_0_any_got = tensor.cast %bernoulli_0_flat : tensor<48xf32> to tensor<?xf32>
  %bernoulli_0_any_want = tensor.cast %bernoulli_0_want : tensor<48xf32> to tensor<?xf32>
  %bernoulli_0_tolerance = arith.constant 0.000000e+00 : f64
  %bernoulli_0_floor = arith.constant 0.000000e+00 : f64
  %bernoulli_0 = call @count_f32(%bernoulli_0_any_got, %bernoulli_0_any_want, %bernoulli_0_tolerance, %bernoulli_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "bernoulli "
  call @printI64(%bernoulli_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
