// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}softmax_0 0{{$}}
// CHECK: {{^}}log_softmax_0 0{{$}}
// CHECK: {{^}}softmax_1 0{{$}}
// CHECK: {{^}}log_softmax_1 0{{$}}
// CHECK: {{^}}softmax_large 0{{$}}
// CHECK: {{^}}cross_entropy 0{{$}}
// CHECK: {{^}}cross_entropy_batch 0{{$}}
// CHECK: {{^}}cross_entropy_smooth 0{{$}}
// CHECK: {{^}}cross_entropy_axis 0{{$}}
// CHECK: {{^}}binary_cross_entropy 0{{$}}

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

func.func private @softmax_0(%a: tensor<5x4xf32>) -> (tensor<5x4xf32>) {
  %r = nn.softmax %a axis = 0 : tensor<5x4xf32>
  return %r : tensor<5x4xf32>
}

func.func private @log_softmax_0(%a: tensor<5x4xf32>) -> (tensor<5x4xf32>) {
  %r = nn.log_softmax %a axis = 0 : tensor<5x4xf32>
  return %r : tensor<5x4xf32>
}

func.func private @softmax_1(%a: tensor<5x4xf32>) -> (tensor<5x4xf32>) {
  %r = nn.softmax %a axis = 1 : tensor<5x4xf32>
  return %r : tensor<5x4xf32>
}

func.func private @log_softmax_1(%a: tensor<5x4xf32>) -> (tensor<5x4xf32>) {
  %r = nn.log_softmax %a axis = 1 : tensor<5x4xf32>
  return %r : tensor<5x4xf32>
}

func.func private @softmax_large(%a: tensor<5x3xf32>) -> (tensor<5x3xf32>) {
  %r = nn.softmax %a axis = 1 : tensor<5x3xf32>
  return %r : tensor<5x3xf32>
}

func.func private @cross_entropy(%a: tensor<5x4xf32>, %b: tensor<5xi32>) -> (tensor<f32>) {
  %r = nn.cross_entropy %a, %b axis = 1  : (tensor<5x4xf32>, tensor<5xi32>) -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @cross_entropy_batch(%a: tensor<?x4xf32, #nn.dims<"batch", _>>, %b: tensor<?xi32, #nn.dims<"batch">>) -> (tensor<f32>) {
  %r = nn.cross_entropy %a, %b axis = 1  : (tensor<?x4xf32, #nn.dims<"batch", _>>, tensor<?xi32, #nn.dims<"batch">>) -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @cross_entropy_smooth(%a: tensor<5x4xf32>, %b: tensor<5xi32>) -> (tensor<f32>) {
  %r = nn.cross_entropy %a, %b axis = 1 {smoothing = 1.0e-01 : f64} : (tensor<5x4xf32>, tensor<5xi32>) -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @cross_entropy_axis(%a: tensor<2x3x4xf32>, %b: tensor<2x4xi64>) -> (tensor<f32>) {
  %r = nn.cross_entropy %a, %b axis = 1  : (tensor<2x3x4xf32>, tensor<2x4xi64>) -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @binary_cross_entropy(%a: tensor<8xf32>, %b: tensor<8xf32>) -> (tensor<f32>) {
  %r = nn.binary_cross_entropy %a, %b : tensor<8xf32> -> tensor<f32>
  return %r : tensor<f32>
}

func.func @main() {
  %softmax_0_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %softmax_0_got = call @softmax_0(%softmax_0_in0) : (tensor<5x4xf32>) -> (tensor<5x4xf32>)
  %softmax_0_0_flat = tensor.collapse_shape %softmax_0_got [[0, 1]] : tensor<5x4xf32> into tensor<20xf32>
  %softmax_0_0_want = arith.constant dense<"0xDF1EF0353EDD863E05BD3137D4781C3FC240F13BEE026E39890E7F3F63FF923D0E97B53D7C15963C7B11CB373D8EC33A027C4A3DCDB2233D6ACB5B3B0F693638BFC25A3FA8962D3F8D1B9B393E85A13E"> : tensor<20xf32>
  %softmax_0_0_any_got = tensor.cast %softmax_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %softmax_0_0_any_want = tensor.cast %softmax_0_0_want : tensor<20xf32> to tensor<?xf32>
  %softmax_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %softmax_0_0_floor = arith.constant 0.000000e+00 : f64
  %softmax_0_0 = call @count_f32(%softmax_0_0_any_got, %softmax_0_0_any_want, %softmax_0_0_tolerance, %softmax_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "softmax_0 "
  call @printI64(%softmax_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_softmax_0_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %log_softmax_0_got = call @log_softmax_0(%log_softmax_0_in0) : (tensor<5x4xf32>) -> (tensor<5x4xf32>)
  %log_softmax_0_0_flat = tensor.collapse_shape %log_softmax_0_got [[0, 1]] : tensor<5x4xf32> into tensor<20xf32>
  %log_softmax_0_0_want = arith.constant dense<"0xC7BD53C159C2AABF954837C1CF0EFCBEE0299DC0004006C1E4E871BBC79628C042101BC064FB7FC0BE0F2AC1BA3ED0C0627440C039104EC03E53B6C00BB020C1C0F820BE25E8C6BEC60202C134AC93BF"> : tensor<20xf32>
  %log_softmax_0_0_any_got = tensor.cast %log_softmax_0_0_flat : tensor<20xf32> to tensor<?xf32>
  %log_softmax_0_0_any_want = tensor.cast %log_softmax_0_0_want : tensor<20xf32> to tensor<?xf32>
  %log_softmax_0_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_softmax_0_0_floor = arith.constant 1.000000e+00 : f64
  %log_softmax_0_0 = call @count_f32(%log_softmax_0_0_any_got, %log_softmax_0_0_any_want, %log_softmax_0_0_tolerance, %log_softmax_0_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_softmax_0 "
  call @printI64(%log_softmax_0_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %softmax_1_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %softmax_1_got = call @softmax_1(%softmax_1_in0) : (tensor<5x4xf32>) -> (tensor<5x4xf32>)
  %softmax_1_0_flat = tensor.collapse_shape %softmax_1_got [[0, 1]] : tensor<5x4xf32> into tensor<20xf32>
  %softmax_1_0_want = arith.constant dense<"0x253320356A3F2C3D97E7B23A8CE2743F995AA037E96C97346EC57F3F9532653A1A7D473F37D19D3D0949A83DE4F97B3DE46F143D1FBB653C4818733FA4D71C39D5C19D3E9FA4EF3DB2C1283D669E083F"> : tensor<20xf32>
  %softmax_1_0_any_got = tensor.cast %softmax_1_0_flat : tensor<20xf32> to tensor<?xf32>
  %softmax_1_0_any_want = tensor.cast %softmax_1_0_want : tensor<20xf32> to tensor<?xf32>
  %softmax_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %softmax_1_0_floor = arith.constant 0.000000e+00 : f64
  %softmax_1_0 = call @count_f32(%softmax_1_0_any_got, %softmax_1_0_any_want, %softmax_1_0_tolerance, %softmax_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "softmax_1 "
  call @printI64(%softmax_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %log_softmax_1_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %log_softmax_1_got = call @log_softmax_1(%log_softmax_1_in0) : (tensor<5x4xf32>) -> (tensor<5x4xf32>)
  %log_softmax_1_0_flat = tensor.collapse_shape %log_softmax_1_got [[0, 1]] : tensor<5x4xf32> into tensor<20xf32>
  %log_softmax_1_0_want = arith.constant dense<"0xA44E65C127CE4AC0C017D3C035D135BD0CD72DC17E4C71C129636ABA9858E1C0F4677FBE2A0B24C0EFEE1FC0AB7532C0A45354C0828C88C066DE53BD59EC0CC1B5B096BF5B4F09C0A21D4CC083C320BF"> : tensor<20xf32>
  %log_softmax_1_0_any_got = tensor.cast %log_softmax_1_0_flat : tensor<20xf32> to tensor<?xf32>
  %log_softmax_1_0_any_want = tensor.cast %log_softmax_1_0_want : tensor<20xf32> to tensor<?xf32>
  %log_softmax_1_0_tolerance = arith.constant 2.000000e-06 : f64
  %log_softmax_1_0_floor = arith.constant 1.000000e+00 : f64
  %log_softmax_1_0 = call @count_f32(%log_softmax_1_0_any_got, %log_softmax_1_0_any_want, %log_softmax_1_0_tolerance, %log_softmax_1_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "log_softmax_1 "
  call @printI64(%log_softmax_1_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %softmax_large_in0 = arith.constant dense<"0x00007A4400C079440000000000007AC400007AC400007AC40000807F0000000000000000000080FF000000000000803F0000C07F0000000000000000"> : tensor<5x3xf32>
  %softmax_large_got = call @softmax_large(%softmax_large_in0) : (tensor<5x3xf32>) -> (tensor<5x3xf32>)
  %softmax_large_0_flat = tensor.collapse_shape %softmax_large_got [[0, 1]] : tensor<5x3xf32> into tensor<15xf32>
  %softmax_large_0_want = arith.constant dense<"0xA8263B3FB1B2893E00000000ABAAAA3EABAAAA3EABAAAA3E0000C07F000000000000000000000000B1B2893EA8263B3F0000C07F0000C07F0000C07F"> : tensor<15xf32>
  %softmax_large_0_any_got = tensor.cast %softmax_large_0_flat : tensor<15xf32> to tensor<?xf32>
  %softmax_large_0_any_want = tensor.cast %softmax_large_0_want : tensor<15xf32> to tensor<?xf32>
  %softmax_large_0_tolerance = arith.constant 1.000000e-06 : f64
  %softmax_large_0_floor = arith.constant 1.000000e-30 : f64
  %softmax_large_0 = call @count_f32(%softmax_large_0_any_got, %softmax_large_0_any_want, %softmax_large_0_tolerance, %softmax_large_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "softmax_large "
  call @printI64(%softmax_large_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cross_entropy_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %cross_entropy_in1 = arith.constant dense<"0x0000000003000000010000000100000002000000"> : tensor<5xi32>
  %cross_entropy_got = call @cross_entropy(%cross_entropy_in0, %cross_entropy_in1) : (tensor<5x4xf32>, tensor<5xi32>) -> (tensor<f32>)
  %cross_entropy_0_flat = tensor.expand_shape %cross_entropy_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %cross_entropy_0_want = arith.constant dense<"0xF5EAC840"> : tensor<1xf32>
  %cross_entropy_0_any_got = tensor.cast %cross_entropy_0_flat : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_0_any_want = tensor.cast %cross_entropy_0_want : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_0_tolerance = arith.constant 2.000000e-06 : f64
  %cross_entropy_0_floor = arith.constant 0.000000e+00 : f64
  %cross_entropy_0 = call @count_f32(%cross_entropy_0_any_got, %cross_entropy_0_any_want, %cross_entropy_0_tolerance, %cross_entropy_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cross_entropy "
  call @printI64(%cross_entropy_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cross_entropy_batch_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %cross_entropy_batch_in0d = tensor.cast %cross_entropy_batch_in0 : tensor<5x4xf32> to tensor<?x4xf32, #nn.dims<"batch", _>>
  %cross_entropy_batch_in1 = arith.constant dense<"0x0000000003000000010000000100000002000000"> : tensor<5xi32>
  %cross_entropy_batch_in1d = tensor.cast %cross_entropy_batch_in1 : tensor<5xi32> to tensor<?xi32, #nn.dims<"batch">>
  %cross_entropy_batch_got = call @cross_entropy_batch(%cross_entropy_batch_in0d, %cross_entropy_batch_in1d) : (tensor<?x4xf32, #nn.dims<"batch", _>>, tensor<?xi32, #nn.dims<"batch">>) -> (tensor<f32>)
  %cross_entropy_batch_0_flat = tensor.expand_shape %cross_entropy_batch_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %cross_entropy_batch_0_want = arith.constant dense<"0xF5EAC840"> : tensor<1xf32>
  %cross_entropy_batch_0_any_got = tensor.cast %cross_entropy_batch_0_flat : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_batch_0_any_want = tensor.cast %cross_entropy_batch_0_want : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_batch_0_tolerance = arith.constant 2.000000e-06 : f64
  %cross_entropy_batch_0_floor = arith.constant 0.000000e+00 : f64
  %cross_entropy_batch_0 = call @count_f32(%cross_entropy_batch_0_any_got, %cross_entropy_batch_0_any_want, %cross_entropy_batch_0_tolerance, %cross_entropy_batch_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cross_entropy_batch "
  call @printI64(%cross_entropy_batch_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cross_entropy_smooth_in0 = arith.constant dense<"0xE96F3AC1DA99FABE94B47AC0A7A32840471C55C00779F1C0A218F140CE75FC3E236357BF73ED49C038D145C0F45758C0D179B6BF480218C0848EEB3F554DDDC0DA4FB63F6587E93E697516BFCE9EFC3F"> : tensor<5x4xf32>
  %cross_entropy_smooth_in1 = arith.constant dense<"0x0000000003000000010000000100000002000000"> : tensor<5xi32>
  %cross_entropy_smooth_got = call @cross_entropy_smooth(%cross_entropy_smooth_in0, %cross_entropy_smooth_in1) : (tensor<5x4xf32>, tensor<5xi32>) -> (tensor<f32>)
  %cross_entropy_smooth_0_flat = tensor.expand_shape %cross_entropy_smooth_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %cross_entropy_smooth_0_want = arith.constant dense<"0x5209C340"> : tensor<1xf32>
  %cross_entropy_smooth_0_any_got = tensor.cast %cross_entropy_smooth_0_flat : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_smooth_0_any_want = tensor.cast %cross_entropy_smooth_0_want : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_smooth_0_tolerance = arith.constant 2.000000e-06 : f64
  %cross_entropy_smooth_0_floor = arith.constant 0.000000e+00 : f64
  %cross_entropy_smooth_0 = call @count_f32(%cross_entropy_smooth_0_any_got, %cross_entropy_smooth_0_any_want, %cross_entropy_smooth_0_tolerance, %cross_entropy_smooth_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cross_entropy_smooth "
  call @printI64(%cross_entropy_smooth_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %cross_entropy_axis_in0 = arith.constant dense<"0x7D0D67BFF8E6153E88854D3EC6490D40E8661140E062813F582B9F3E096AA0BF4129A5BFF178543F12FD6C3F5324C4BFF3B48B3F2D2F8ABF335330BE3EE2A63FAF160DC06EA2ACBEB7C9FE3EC5D85A3E2554833FE043EF3F783EF5BEA86419BE"> : tensor<2x3x4xf32>
  %cross_entropy_axis_in1 = arith.constant dense<"0x00000000000000000100000000000000000000000000000002000000000000000000000000000000020000000000000001000000000000000000000000000000"> : tensor<2x4xi64>
  %cross_entropy_axis_got = call @cross_entropy_axis(%cross_entropy_axis_in0, %cross_entropy_axis_in1) : (tensor<2x3x4xf32>, tensor<2x4xi64>) -> (tensor<f32>)
  %cross_entropy_axis_0_flat = tensor.expand_shape %cross_entropy_axis_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %cross_entropy_axis_0_want = arith.constant dense<"0x3828B33F"> : tensor<1xf32>
  %cross_entropy_axis_0_any_got = tensor.cast %cross_entropy_axis_0_flat : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_axis_0_any_want = tensor.cast %cross_entropy_axis_0_want : tensor<1xf32> to tensor<?xf32>
  %cross_entropy_axis_0_tolerance = arith.constant 2.000000e-06 : f64
  %cross_entropy_axis_0_floor = arith.constant 0.000000e+00 : f64
  %cross_entropy_axis_0 = call @count_f32(%cross_entropy_axis_0_any_got, %cross_entropy_axis_0_any_want, %cross_entropy_axis_0_tolerance, %cross_entropy_axis_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "cross_entropy_axis "
  call @printI64(%cross_entropy_axis_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %binary_cross_entropy_in0 = arith.constant dense<"0xA99EA3BF87322EC0B43F86BE43DC39BFE24492BF93A8263F0000C8420000C8C2"> : tensor<8xf32>
  %binary_cross_entropy_in1 = arith.constant dense<"0x000000000000803F9A99993E0000803F000000000000003F0000803F00000000"> : tensor<8xf32>
  %binary_cross_entropy_got = call @binary_cross_entropy(%binary_cross_entropy_in0, %binary_cross_entropy_in1) : (tensor<8xf32>, tensor<8xf32>) -> (tensor<f32>)
  %binary_cross_entropy_0_flat = tensor.expand_shape %binary_cross_entropy_got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %binary_cross_entropy_0_want = arith.constant dense<"0x8A573A3F"> : tensor<1xf32>
  %binary_cross_entropy_0_any_got = tensor.cast %binary_cross_entropy_0_flat : tensor<1xf32> to tensor<?xf32>
  %binary_cross_entropy_0_any_want = tensor.cast %binary_cross_entropy_0_want : tensor<1xf32> to tensor<?xf32>
  %binary_cross_entropy_0_tolerance = arith.constant 2.000000e-06 : f64
  %binary_cross_entropy_0_floor = arith.constant 0.000000e+00 : f64
  %binary_cross_entropy_0 = call @count_f32(%binary_cross_entropy_0_any_got, %binary_cross_entropy_0_any_want, %binary_cross_entropy_0_tolerance, %binary_cross_entropy_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "binary_cross_entropy "
  call @printI64(%binary_cross_entropy_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
