// Written by generate.py; do not edit.
// RUN: %lower %s | %execute | FileCheck %s
// RUN: %kernels %s | %execute | FileCheck %s

// CHECK: {{^}}einsum_mk_nk_to_mn 0{{$}}
// CHECK: {{^}}einsum_mk_kn_to_mn 0{{$}}
// CHECK: {{^}}einsum_km_kn_to_mn 0{{$}}
// CHECK: {{^}}einsum_bik_bkj_to_bij 0{{$}}
// CHECK: {{^}}einsum_k_k_to_ 0{{$}}
// CHECK: {{^}}einsum_i_j_to_ij 0{{$}}
// CHECK: {{^}}einsum_bhqd_bkhd_to_bhqk 0{{$}}
// CHECK: {{^}}einsum_abc_bc_to_a 0{{$}}
// CHECK: {{^}}einsum_ab_cd_to_ac 0{{$}}
// CHECK: {{^}}einsum_one 0{{$}}
// CHECK: {{^}}einsum_batch 0{{$}}
// CHECK: {{^}}einsum_i32 0{{$}}
// CHECK: {{^}}einsum_f64 0{{$}}

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

func.func private @einsum_mk_nk_to_mn(%a: tensor<5x7xf32>, %b: tensor<3x7xf32>) -> (tensor<5x3xf32>) {
  %r = nn.einsum "mk,nk->mn" %a, %b : (tensor<5x7xf32>, tensor<3x7xf32>) -> tensor<5x3xf32>
  return %r : tensor<5x3xf32>
}

func.func private @einsum_mk_kn_to_mn(%a: tensor<5x7xf32>, %b: tensor<7x3xf32>) -> (tensor<5x3xf32>) {
  %r = nn.einsum "mk,kn->mn" %a, %b : (tensor<5x7xf32>, tensor<7x3xf32>) -> tensor<5x3xf32>
  return %r : tensor<5x3xf32>
}

func.func private @einsum_km_kn_to_mn(%a: tensor<7x5xf32>, %b: tensor<7x3xf32>) -> (tensor<5x3xf32>) {
  %r = nn.einsum "km,kn->mn" %a, %b : (tensor<7x5xf32>, tensor<7x3xf32>) -> tensor<5x3xf32>
  return %r : tensor<5x3xf32>
}

func.func private @einsum_bik_bkj_to_bij(%a: tensor<2x3x4xf32>, %b: tensor<2x4x5xf32>) -> (tensor<2x3x5xf32>) {
  %r = nn.einsum "bik,bkj->bij" %a, %b : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x5xf32>
  return %r : tensor<2x3x5xf32>
}

func.func private @einsum_k_k_to_(%a: tensor<9xf32>, %b: tensor<9xf32>) -> (tensor<f32>) {
  %r = nn.einsum "k,k->" %a, %b : (tensor<9xf32>, tensor<9xf32>) -> tensor<f32>
  return %r : tensor<f32>
}

func.func private @einsum_i_j_to_ij(%a: tensor<3xf32>, %b: tensor<4xf32>) -> (tensor<3x4xf32>) {
  %r = nn.einsum "i,j->ij" %a, %b : (tensor<3xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func private @einsum_bhqd_bkhd_to_bhqk(%a: tensor<2x2x3x4xf32>, %b: tensor<2x5x2x4xf32>) -> (tensor<2x2x3x5xf32>) {
  %r = nn.einsum "bhqd,bkhd->bhqk" %a, %b : (tensor<2x2x3x4xf32>, tensor<2x5x2x4xf32>) -> tensor<2x2x3x5xf32>
  return %r : tensor<2x2x3x5xf32>
}

func.func private @einsum_abc_bc_to_a(%a: tensor<3x4x5xf32>, %b: tensor<4x5xf32>) -> (tensor<3xf32>) {
  %r = nn.einsum "abc,bc->a" %a, %b : (tensor<3x4x5xf32>, tensor<4x5xf32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}

func.func private @einsum_ab_cd_to_ac(%a: tensor<2x3xf32>, %b: tensor<2x3xf32>) -> (tensor<2x2xf32>) {
  %r = nn.einsum "ab,cd->ac" %a, %b : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x2xf32>
  return %r : tensor<2x2xf32>
}

func.func private @einsum_one(%a: tensor<3x4xf32>) -> (tensor<4xf32>) {
  %r = nn.einsum "ab->b" %a : (tensor<3x4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func private @einsum_batch(%a: tensor<?x6xf32, #nn.dims<"batch", _>>, %b: tensor<3x6xf32>) -> (tensor<?x3xf32, #nn.dims<"batch", _>>) {
  %r = nn.einsum "mk,nk->mn" %a, %b : (tensor<?x6xf32, #nn.dims<"batch", _>>, tensor<3x6xf32>) -> tensor<?x3xf32, #nn.dims<"batch", _>>
  return %r : tensor<?x3xf32, #nn.dims<"batch", _>>
}

func.func private @einsum_i32(%a: tensor<3x4xi32>, %b: tensor<4x2xi32>) -> (tensor<3x2xi32>) {
  %r = nn.einsum "mk,kn->mn" %a, %b : (tensor<3x4xi32>, tensor<4x2xi32>) -> tensor<3x2xi32>
  return %r : tensor<3x2xi32>
}

func.func private @einsum_f64(%a: tensor<3x4xf64>, %b: tensor<4x2xf64>) -> (tensor<3x2xf64>) {
  %r = nn.einsum "mk,kn->mn" %a, %b : (tensor<3x4xf64>, tensor<4x2xf64>) -> tensor<3x2xf64>
  return %r : tensor<3x2xf64>
}

func.func @main() {
  %einsum_mk_nk_to_mn_in0 = arith.constant dense<"0x5D6B9BBFDD73863E19DDADBE5630563F3D07013F8519573F6471D03F72C205BFC97602BE8C35B5BFAC73A7BF3AFEE1BE0B2C3ABEC2E8283FCCF0CFBE915AC63FA47FDABE7DE847BF8910AE3FC50F5DBFB4C3023EEB9DA33E3BB65CBD96CBF4BE98731DBE7ED8143F9B4D19BF24265FBD6789593F3FF3153FFB59A7BECE41083F5001E0BE31C0663FD18907BF"> : tensor<5x7xf32>
  %einsum_mk_nk_to_mn_in1 = arith.constant dense<"0x6C93A33F7189FEBFF05E08C03AEBFA3E25EE833F0DDE26BE7C2B0B3FE7D1923F2294DD3F63FCEA3F88AE50BF9D10903F28702B3F4E67233E858488BF8271493F2AE965BEE7F7A0BF98B70B3F141971BEC602A13D"> : tensor<3x7xf32>
  %einsum_mk_nk_to_mn_got = call @einsum_mk_nk_to_mn(%einsum_mk_nk_to_mn_in0, %einsum_mk_nk_to_mn_in1) : (tensor<5x7xf32>, tensor<3x7xf32>) -> (tensor<5x3xf32>)
  %einsum_mk_nk_to_mn_0_flat = tensor.collapse_shape %einsum_mk_nk_to_mn_got [[0, 1]] : tensor<5x3xf32> into tensor<15xf32>
  %einsum_mk_nk_to_mn_0_want = arith.constant dense<"0xD8B6A73E4F905ABF7B223B3F027DF23F856737C03A8611408028BBBFA5B7424034E66B409D130840941370BEEB37BE3E68E9EBBBB5407B3F2D59C4BF"> : tensor<15xf32>
  %einsum_mk_nk_to_mn_0_any_got = tensor.cast %einsum_mk_nk_to_mn_0_flat : tensor<15xf32> to tensor<?xf32>
  %einsum_mk_nk_to_mn_0_any_want = tensor.cast %einsum_mk_nk_to_mn_0_want : tensor<15xf32> to tensor<?xf32>
  %einsum_mk_nk_to_mn_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_mk_nk_to_mn_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_mk_nk_to_mn_0 = call @count_f32(%einsum_mk_nk_to_mn_0_any_got, %einsum_mk_nk_to_mn_0_any_want, %einsum_mk_nk_to_mn_0_tolerance, %einsum_mk_nk_to_mn_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_mk_nk_to_mn "
  call @printI64(%einsum_mk_nk_to_mn_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_mk_kn_to_mn_in0 = arith.constant dense<"0x89BF02BF2C7CF33EAD2C5C3DB1A626BE898A263F2308D83FF45A2A3FC2848E3EA9CE423FDB6F51BFC862E1BDBDC996BFC142F73E7619303FB626A23FCBD0AA3C7D46C3BE92F00B3F0FC2CDBCE824F7BFE756553F0D7A0A40664306C0D1CCD0BFA82C1FBF9B4253BE2CBF94BE1AA6453F34F28E3FF8FB85BFA81681BF5D69A0BFB4921D3F996133BF9234BEBE"> : tensor<5x7xf32>
  %einsum_mk_kn_to_mn_in1 = arith.constant dense<"0xF3F2B6BE5DB02BBF80730D3F83080EC0144F103F5A4E58BF933CBC3E438C23BE1BC94CBE8122AC3EBC2155BFD52CB9BF690CF1BE037D2FBF8BBD503FD08941BFA359C53FE84C483E33FCAA3E5BAF5A3EBD03AF3F"> : tensor<7x3xf32>
  %einsum_mk_kn_to_mn_got = call @einsum_mk_kn_to_mn(%einsum_mk_kn_to_mn_in0, %einsum_mk_kn_to_mn_in1) : (tensor<5x7xf32>, tensor<7x3xf32>) -> (tensor<5x3xf32>)
  %einsum_mk_kn_to_mn_0_flat = tensor.collapse_shape %einsum_mk_kn_to_mn_got [[0, 1]] : tensor<5x3xf32> into tensor<15xf32>
  %einsum_mk_kn_to_mn_0_want = arith.constant dense<"0x5E2411C02C4B424001D3A73F2478DABF5D780A401032BCBD27B1A53FC47080C09E87353FB17F694063A1FFBF51C8A040C1B69F3F43ADDBBF92E05740"> : tensor<15xf32>
  %einsum_mk_kn_to_mn_0_any_got = tensor.cast %einsum_mk_kn_to_mn_0_flat : tensor<15xf32> to tensor<?xf32>
  %einsum_mk_kn_to_mn_0_any_want = tensor.cast %einsum_mk_kn_to_mn_0_want : tensor<15xf32> to tensor<?xf32>
  %einsum_mk_kn_to_mn_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_mk_kn_to_mn_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_mk_kn_to_mn_0 = call @count_f32(%einsum_mk_kn_to_mn_0_any_got, %einsum_mk_kn_to_mn_0_any_want, %einsum_mk_kn_to_mn_0_tolerance, %einsum_mk_kn_to_mn_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_mk_kn_to_mn "
  call @printI64(%einsum_mk_kn_to_mn_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_km_kn_to_mn_in0 = arith.constant dense<"0x7219B0BFFD7686BFD332FB3DBBFDE8BF02EE103F0E4AA63FD536643F8AB7F93E1EFD2CBF96340D3E6F5E8B3E1D56353E8BAA2E3E82FE37BF5D4A32C0DC4DD83E4AB41E3FDF8B1F3FE8E63A3F43E5AA3F20B3B2BE5D333BBDE1AE333FFF7E0C3F9FFA923FB5B8043FB1B83F3F74CCD83EAEB6893FBF634F3F2F6D144080788EBE4052DB3C05E58C3EB1E43DBC"> : tensor<7x5xf32>
  %einsum_km_kn_to_mn_in1 = arith.constant dense<"0x325119BFA2F813409A0567BF1895763FD263ED3D38A18F3DB8FB9A3D8F5AF2BEE042A4BD3068823E55A5353DDF18BE3F8F94643ECC5FAC3F27F7E63EE2E1963E2782623F2E9027BF1658273E18959CBFC371703F"> : tensor<7x3xf32>
  %einsum_km_kn_to_mn_got = call @einsum_km_kn_to_mn(%einsum_km_kn_to_mn_in0, %einsum_km_kn_to_mn_in1) : (tensor<7x5xf32>, tensor<7x3xf32>) -> (tensor<5x3xf32>)
  %einsum_km_kn_to_mn_0_flat = tensor.collapse_shape %einsum_km_kn_to_mn_got [[0, 1]] : tensor<5x3xf32> into tensor<15xf32>
  %einsum_km_kn_to_mn_0_want = arith.constant dense<"0x45122A40A3A3BFC014A967402B7DE93FDE5CB8BF658A923F37935A3F3F7DC93F2D68663FDB15873FA8D423C0D57E22408914D53ED05C9F406348D73F"> : tensor<15xf32>
  %einsum_km_kn_to_mn_0_any_got = tensor.cast %einsum_km_kn_to_mn_0_flat : tensor<15xf32> to tensor<?xf32>
  %einsum_km_kn_to_mn_0_any_want = tensor.cast %einsum_km_kn_to_mn_0_want : tensor<15xf32> to tensor<?xf32>
  %einsum_km_kn_to_mn_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_km_kn_to_mn_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_km_kn_to_mn_0 = call @count_f32(%einsum_km_kn_to_mn_0_any_got, %einsum_km_kn_to_mn_0_any_want, %einsum_km_kn_to_mn_0_tolerance, %einsum_km_kn_to_mn_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_km_kn_to_mn "
  call @printI64(%einsum_km_kn_to_mn_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_bik_bkj_to_bij_in0 = arith.constant dense<"0x17C3DF3E52D449BE46C482BF2818D3BDD309853F433B513E683391BF46A62F3FC6CA97BFA7953E3FD6E216BF46C328BFA9A0E53E2EBF3B3F8AE45B3FF37301BFC0C19E3C8A49D03FC575B1BFE57E01C099FE58BEE0520C3E794BE33E069C483F"> : tensor<2x3x4xf32>
  %einsum_bik_bkj_to_bij_in1 = arith.constant dense<"0xC9983BBF4D4508BF1AA2133F848F24BF99C5BD3DFE6485BFA40BCB3FFA2780BF7E0751BEDD059D3F36EE743F1654B73EBF8FAB3EFA3F06BFEDD8F3BF320D6D3F4F3691BF61372B3F3BE747BF4464C2BE70307E3C4AE239BF9722A5BE6024BA3D7581034061A454BFC6C7A0BFA9F4F2BEE8BCB03F7AD86ABF6998843F869A1FBE8703673E595B0FBF4F01D93EC887A13EA4E2093FF656143FE9E71FBEB691ACBF"> : tensor<2x4x5xf32>
  %einsum_bik_bkj_to_bij_got = call @einsum_bik_bkj_to_bij(%einsum_bik_bkj_to_bij_in0, %einsum_bik_bkj_to_bij_in1) : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> (tensor<2x3x5xf32>)
  %einsum_bik_bkj_to_bij_0_flat = tensor.collapse_shape %einsum_bik_bkj_to_bij_got [[0, 1, 2]] : tensor<2x3x5xf32> into tensor<30xf32>
  %einsum_bik_bkj_to_bij_0_want = arith.constant dense<"0xCD0798BF454E4BBF061D1C3D6346C03E9B5CE43F4658B6BF85F4B4BF9D7BF23EBD9526BF6FD70F4044648ABF90561640965404C09D93B73F0D4C0B40661D033ECE98D3BF6B8617BF5DBF263FA0B4A53F84415BC032A23BC05EDF10C0F3D15540F5F42F3F5B09173F8753AB3E7FBB0E3F18D74DBECEF8B6BF"> : tensor<30xf32>
  %einsum_bik_bkj_to_bij_0_any_got = tensor.cast %einsum_bik_bkj_to_bij_0_flat : tensor<30xf32> to tensor<?xf32>
  %einsum_bik_bkj_to_bij_0_any_want = tensor.cast %einsum_bik_bkj_to_bij_0_want : tensor<30xf32> to tensor<?xf32>
  %einsum_bik_bkj_to_bij_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_bik_bkj_to_bij_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_bik_bkj_to_bij_0 = call @count_f32(%einsum_bik_bkj_to_bij_0_any_got, %einsum_bik_bkj_to_bij_0_any_want, %einsum_bik_bkj_to_bij_0_tolerance, %einsum_bik_bkj_to_bij_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_bik_bkj_to_bij "
  call @printI64(%einsum_bik_bkj_to_bij_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_k_k_to__in0 = arith.constant dense<"0x2724B4BF296EC23F1FBE61BEC85C24BE571430BF200661BED8F59EBFF40013C050C3DB3D"> : tensor<9xf32>
  %einsum_k_k_to__in1 = arith.constant dense<"0x1E1A503EC4C35ABD3174F6BDB064FFBE25AE4E3FE262CFBCD831683F649AFBBEA9C2AA3E"> : tensor<9xf32>
  %einsum_k_k_to__got = call @einsum_k_k_to_(%einsum_k_k_to__in0, %einsum_k_k_to__in1) : (tensor<9xf32>, tensor<9xf32>) -> (tensor<f32>)
  %einsum_k_k_to__0_flat = tensor.expand_shape %einsum_k_k_to__got [] output_shape [1] : tensor<f32> into tensor<1xf32>
  %einsum_k_k_to__0_want = arith.constant dense<"0x67AB45BF"> : tensor<1xf32>
  %einsum_k_k_to__0_any_got = tensor.cast %einsum_k_k_to__0_flat : tensor<1xf32> to tensor<?xf32>
  %einsum_k_k_to__0_any_want = tensor.cast %einsum_k_k_to__0_want : tensor<1xf32> to tensor<?xf32>
  %einsum_k_k_to__0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_k_k_to__0_floor = arith.constant 1.000000e+00 : f64
  %einsum_k_k_to__0 = call @count_f32(%einsum_k_k_to__0_any_got, %einsum_k_k_to__0_any_want, %einsum_k_k_to__0_tolerance, %einsum_k_k_to__0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_k_k_to_ "
  call @printI64(%einsum_k_k_to__0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_i_j_to_ij_in0 = arith.constant dense<"0x92F7103A29DD8A3EB0EB01C0"> : tensor<3xf32>
  %einsum_i_j_to_ij_in1 = arith.constant dense<"0xE1EE52BED51AE5BF47BE9C3FFFD5BF3E"> : tensor<4xf32>
  %einsum_i_j_to_ij_got = call @einsum_i_j_to_ij(%einsum_i_j_to_ij_in0, %einsum_i_j_to_ij_in1) : (tensor<3xf32>, tensor<4xf32>) -> (tensor<3x4xf32>)
  %einsum_i_j_to_ij_0_flat = tensor.collapse_shape %einsum_i_j_to_ij_got [[0, 1]] : tensor<3x4xf32> into tensor<12xf32>
  %einsum_i_j_to_ij_0_want = arith.constant dense<"0xB7E4EEB8A7BC81BA3A85313AC9435939FFD564BDC78CF8BEF70BAA3E2C1ED03D2319D63EE58A684060181FC0E6B642BF"> : tensor<12xf32>
  %einsum_i_j_to_ij_0_any_got = tensor.cast %einsum_i_j_to_ij_0_flat : tensor<12xf32> to tensor<?xf32>
  %einsum_i_j_to_ij_0_any_want = tensor.cast %einsum_i_j_to_ij_0_want : tensor<12xf32> to tensor<?xf32>
  %einsum_i_j_to_ij_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_i_j_to_ij_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_i_j_to_ij_0 = call @count_f32(%einsum_i_j_to_ij_0_any_got, %einsum_i_j_to_ij_0_any_want, %einsum_i_j_to_ij_0_tolerance, %einsum_i_j_to_ij_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_i_j_to_ij "
  call @printI64(%einsum_i_j_to_ij_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_bhqd_bkhd_to_bhqk_in0 = arith.constant dense<"0x945EFBBD7F711540AF9DCFBF7787A5BB68F2443F5AFB583F5C92A53F6D0FCE3FE673933F318F0BBE0A4632BF1C6FD1BEB79484BBA952F7BEAF17BABE8B4E4E3F40BD5CBE633869BCA58D253DB4D60BBF3757A8BF23029EBF2B4108BD3876D4BE5D619B3FC4FE1B40CB8DCF3E02A809BF089F8D3F808296BFFE054EBF472D34BF843888BDAE53723F7C4D23BFD4F7314020DA463FA487863EA4B3223F626C3240CE962B3F6389E6BF40D810C002AEF9BF738EAC3FCDF49CBE4780CFBFD409A13F"> : tensor<2x2x3x4xf32>
  %einsum_bhqd_bkhd_to_bhqk_in1 = arith.constant dense<"0x5B91003FE2EB4ABF20047D3F0A65913FEA476D3F3F4327BFF8739B3F37CD2B3FDFA3303F97DC4E3F99EC7B3D6236803F3D6A28C0F46B093F9D81A0BF5451263E7655003F1BFD35BF0D663E40C0B3BDBF99C4CB3D1DB430C0B56A31BF3BCD503E7A1560BEE132F23E72B7C1BE14804B3F7ABFA8BF25C6F6BE9378B63E2075EDBDEAD2DDBF34A6773F59F6AB3EDAFE8DBF0F5CE8BF3253ABBF3FDF033FD9AE84BEB995C43E39A09B3FED60D13E6CF073BF6DEDB2BF5030C4BEA689603F62160ABE519A05BF946A9D3E715838BF90597D3E64C6613FC8C934BFF4F9AB3E9C06C7BF0091D9BF0DB62C3F46C306BFEF7394BE9B73823DFC1E603FA0FBEA3F521E3DBE3AF89BBFC80E843F7A3EF1BFECF88BBE1D891EBEB33625BF850C9ABF8BDD483FDD4288BE61721A3F4B4BE4BFA24ADEBD8FD4FCBE02F4563FFB4C9D3F22F4A6BE"> : tensor<2x5x2x4xf32>
  %einsum_bhqd_bkhd_to_bhqk_got = call @einsum_bhqd_bkhd_to_bhqk(%einsum_bhqd_bkhd_to_bhqk_in0, %einsum_bhqd_bkhd_to_bhqk_in1) : (tensor<2x2x3x4xf32>, tensor<2x5x2x4xf32>) -> (tensor<2x2x3x5xf32>)
  %einsum_bhqd_bkhd_to_bhqk_0_flat = tensor.collapse_shape %einsum_bhqd_bkhd_to_bhqk_got [[0, 1, 2, 3]] : tensor<2x2x3x5xf32> into tensor<60xf32>
  %einsum_bhqd_bkhd_to_bhqk_0_want = arith.constant dense<"0x4C5E61C04F42D93F0343D1C0DBDCDE3F9959F73FEA94344076193A40B96B9F3FF0ED823F0DAFEEBFE4C2EEBE06BF6D3E35864ABF64A9C1BE0844F4BFC092D23E490EAD3E48F0DF3FEBC1783C1302843E540C02BF2526D73E8CEAF8BD0AD2BC3EAE9F123F8D383BBF7A703140C4D04D404A5D1740BD29844093728340743F9EBE8CEAF3BED346D63E5332F73E86CC29BF239708BFD5F402C0A0245ABF5C05023F4C83E4BF2B8EBC3F64FA8F3E1DF6BF3F325CB63FECA380BF55CC67C0276F6E3FF5FC903F8EFB94BE7102FCBF085984402084AAC00D1E104047437FC019F256C05A338CBF620459C0B5583B40B5D554C0"> : tensor<60xf32>
  %einsum_bhqd_bkhd_to_bhqk_0_any_got = tensor.cast %einsum_bhqd_bkhd_to_bhqk_0_flat : tensor<60xf32> to tensor<?xf32>
  %einsum_bhqd_bkhd_to_bhqk_0_any_want = tensor.cast %einsum_bhqd_bkhd_to_bhqk_0_want : tensor<60xf32> to tensor<?xf32>
  %einsum_bhqd_bkhd_to_bhqk_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_bhqd_bkhd_to_bhqk_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_bhqd_bkhd_to_bhqk_0 = call @count_f32(%einsum_bhqd_bkhd_to_bhqk_0_any_got, %einsum_bhqd_bkhd_to_bhqk_0_any_want, %einsum_bhqd_bkhd_to_bhqk_0_tolerance, %einsum_bhqd_bkhd_to_bhqk_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_bhqd_bkhd_to_bhqk "
  call @printI64(%einsum_bhqd_bkhd_to_bhqk_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_abc_bc_to_a_in0 = arith.constant dense<"0x5D7ED43FEE5AF8BE00CE4F3FBD28C3BF606AD23FEAF3FBBFE7E3583E159D0C3F80AF6F3C7067B4BFD3DBC3BE07255ABE2545D23C7E21143F28BF1F3E172A4EBD6625CC3E91F725BE7BAB8F3DCB62E2BED10C01C0EC772A408ABDF1BE63CB4EBF0136EABE9AF589BE98C6183E0840793FB0604AC02E1CBDBFDC66513F3A5BBD3E0A6239BFC3C2C5BFB2C2223E5BE357BF7A962C3E2C6D10BEEE39973E99B98FBFB63D7E3EBC211ABF94330EBECD856A3DFF16BEBF072654BF1F736BBF304210BF4A58D9BFF6CC593E8A80443F6DAF0F3FEB24213F8AED313C84939D3FF78C14BFF2987ABFD7CD773FE87A8B3FF4D7AF3D"> : tensor<3x4x5xf32>
  %einsum_abc_bc_to_a_in1 = arith.constant dense<"0x80B80240FC20BE3DB032EABE2197D23EFC1A2B3F32A92BC0B919473DBECCEE3DF67186BF5E3F98BF2BDB0A40528233BF5CBA9C3F51D134BF3FAB9EBE369FCABF82ABBDBEE02D003FFC788E3DCBFCA7BE"> : tensor<4x5xf32>
  %einsum_abc_bc_to_a_got = call @einsum_abc_bc_to_a(%einsum_abc_bc_to_a_in0, %einsum_abc_bc_to_a_in1) : (tensor<3x4x5xf32>, tensor<4x5xf32>) -> (tensor<3xf32>)
  %einsum_abc_bc_to_a_0_want = arith.constant dense<"0x8EB015417A7E9C405FF9D440"> : tensor<3xf32>
  %einsum_abc_bc_to_a_0_any_got = tensor.cast %einsum_abc_bc_to_a_got : tensor<3xf32> to tensor<?xf32>
  %einsum_abc_bc_to_a_0_any_want = tensor.cast %einsum_abc_bc_to_a_0_want : tensor<3xf32> to tensor<?xf32>
  %einsum_abc_bc_to_a_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_abc_bc_to_a_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_abc_bc_to_a_0 = call @count_f32(%einsum_abc_bc_to_a_0_any_got, %einsum_abc_bc_to_a_0_any_want, %einsum_abc_bc_to_a_0_tolerance, %einsum_abc_bc_to_a_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_abc_bc_to_a "
  call @printI64(%einsum_abc_bc_to_a_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_ab_cd_to_ac_in0 = arith.constant dense<"0x4B45C43E1DB0C1BB7E06B83F109F403FC8A2E9BE2B5B033F"> : tensor<2x3xf32>
  %einsum_ab_cd_to_ac_in1 = arith.constant dense<"0xD3E1333F7663CE3F3C8383BF2EAD5A3FDCFD85BF8E6EF33F"> : tensor<2x3xf32>
  %einsum_ab_cd_to_ac_got = call @einsum_ab_cd_to_ac(%einsum_ab_cd_to_ac_in0, %einsum_ab_cd_to_ac_in1) : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x2xf32>)
  %einsum_ab_cd_to_ac_0_flat = tensor.collapse_shape %einsum_ab_cd_to_ac_got [[0, 1]] : tensor<2x2xf32> into tensor<4xf32>
  %einsum_ab_cd_to_ac_0_want = arith.constant dense<"0xFB941540358E4640675F853F0B0AB13F"> : tensor<4xf32>
  %einsum_ab_cd_to_ac_0_any_got = tensor.cast %einsum_ab_cd_to_ac_0_flat : tensor<4xf32> to tensor<?xf32>
  %einsum_ab_cd_to_ac_0_any_want = tensor.cast %einsum_ab_cd_to_ac_0_want : tensor<4xf32> to tensor<?xf32>
  %einsum_ab_cd_to_ac_0_tolerance = arith.constant 2.000000e-06 : f64
  %einsum_ab_cd_to_ac_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_ab_cd_to_ac_0 = call @count_f32(%einsum_ab_cd_to_ac_0_any_got, %einsum_ab_cd_to_ac_0_any_want, %einsum_ab_cd_to_ac_0_tolerance, %einsum_ab_cd_to_ac_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_ab_cd_to_ac "
  call @printI64(%einsum_ab_cd_to_ac_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_one_in0 = arith.constant dense<"0x9BD2A33FE1CA8E3FD89D503F48AFA53FE7075BBFD00BEDBEEA33C6BF4CBBE9BE12AEC0BD6396BEBFEEDF413F415198BE"> : tensor<3x4xf32>
  %einsum_one_got = call @einsum_one(%einsum_one_in0) : (tensor<3x4xf32>) -> (tensor<4xf32>)
  %einsum_one_0_want = arith.constant dense<"0x1A0FA93EEC1C56BF40BEC23C4A580A3F"> : tensor<4xf32>
  %einsum_one_0_any_got = tensor.cast %einsum_one_got : tensor<4xf32> to tensor<?xf32>
  %einsum_one_0_any_want = tensor.cast %einsum_one_0_want : tensor<4xf32> to tensor<?xf32>
  %einsum_one_0_tolerance = arith.constant 1.000000e-06 : f64
  %einsum_one_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_one_0 = call @count_f32(%einsum_one_0_any_got, %einsum_one_0_any_want, %einsum_one_0_tolerance, %einsum_one_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_one "
  call @printI64(%einsum_one_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_batch_in0 = arith.constant dense<"0xA12B063F1E1A153FA486BA3F6C89D7BF3B7700BEDC5ABC3E9BAB6CBF50E8843FD197783F7BCC8F3C3AE201BFE0A9A93F8B43D23E6BE0AC3EC02A15BE456667BF0669B33C7346CABF8E34AE3FDF5B1B3FAF4B1DBF9F88D53BDDEC6CBE0B1414C0"> : tensor<4x6xf32>
  %einsum_batch_in0d = tensor.cast %einsum_batch_in0 : tensor<4x6xf32> to tensor<?x6xf32, #nn.dims<"batch", _>>
  %einsum_batch_in1 = arith.constant dense<"0xDB9DC43F2A28833F4796A23F4160E9BE716DC43EE7EF763F1BD7DB3E0DB3CEBC64C7E7BDE4F93CBD69AFE43BEBBBF33F7C77623F311087BF1449EB3C64BE4BBFFA25953D2A41D2BE"> : tensor<3x6xf32>
  %einsum_batch_got = call @einsum_batch(%einsum_batch_in0d, %einsum_batch_in1) : (tensor<?x6xf32, #nn.dims<"batch", _>>, tensor<3x6xf32>) -> (tensor<?x3xf32, #nn.dims<"batch", _>>)
  %einsum_batch_cast0 = tensor.cast %einsum_batch_got : tensor<?x3xf32, #nn.dims<"batch", _>> to tensor<4x3xf32>
  %einsum_batch_0_flat = tensor.collapse_shape %einsum_batch_cast0 [[0, 1]] : tensor<4x3xf32> into tensor<12xf32>
  %einsum_batch_0_want = arith.constant dense<"0xAA778A40479F523F6812893F0304FA3FF147FE3FD9C51EC09BD29FBE081C32C0B4B6AF3F5282C8BE113871C035AEBC3F"> : tensor<12xf32>
  %einsum_batch_0_any_got = tensor.cast %einsum_batch_0_flat : tensor<12xf32> to tensor<?xf32>
  %einsum_batch_0_any_want = tensor.cast %einsum_batch_0_want : tensor<12xf32> to tensor<?xf32>
  %einsum_batch_0_tolerance = arith.constant 1.000000e-06 : f64
  %einsum_batch_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_batch_0 = call @count_f32(%einsum_batch_0_any_got, %einsum_batch_0_any_want, %einsum_batch_0_tolerance, %einsum_batch_0_floor) : (tensor<?xf32>, tensor<?xf32>, f64, f64) -> i64
  vector.print str "einsum_batch "
  call @printI64(%einsum_batch_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_i32_in0 = arith.constant dense<"0xFCFFFFFFFDFFFFFFF9FFFFFFFCFFFFFFF7FFFFFF0200000000000000F8FFFFFF0100000008000000FAFFFFFF00000000"> : tensor<3x4xi32>
  %einsum_i32_in1 = arith.constant dense<"0xFFFFFFFFFAFFFFFF0600000005000000F7FFFFFFFEFFFFFFFBFFFFFFF8FFFFFF"> : tensor<4x2xi32>
  %einsum_i32_got = call @einsum_i32(%einsum_i32_in0, %einsum_i32_in1) : (tensor<3x4xi32>, tensor<4x2xi32>) -> (tensor<3x2xi32>)
  %einsum_i32_0_flat = tensor.collapse_shape %einsum_i32_got [[0, 1]] : tensor<3x2xi32> into tensor<6xi32>
  %einsum_i32_0_want = arith.constant dense<"0x45000000370000003D00000080000000650000002E000000"> : tensor<6xi32>
  %einsum_i32_0_any_got = tensor.cast %einsum_i32_0_flat : tensor<6xi32> to tensor<?xi32>
  %einsum_i32_0_any_want = tensor.cast %einsum_i32_0_want : tensor<6xi32> to tensor<?xi32>
  %einsum_i32_0_tolerance = arith.constant 5.000000e-07 : f64
  %einsum_i32_0_floor = arith.constant 0.000000e+00 : f64
  %einsum_i32_0 = call @count_i32(%einsum_i32_0_any_got, %einsum_i32_0_any_want, %einsum_i32_0_tolerance, %einsum_i32_0_floor) : (tensor<?xi32>, tensor<?xi32>, f64, f64) -> i64
  vector.print str "einsum_i32 "
  call @printI64(%einsum_i32_0) : (i64) -> ()
  call @printNewline() : () -> ()
  %einsum_f64_in0 = arith.constant dense<"0xF746B1B3957AF23F62A715E94F25F33FB09F427022A7E8BFC381EA2ED605F0BF95A3FD296530E73F9D99373A0BB9C93F8A2406E30226044069D75E6A8E28E1BF59F77DAA0A0BD2BFB925EB794ADCC23FC648158BB700F9BF21EDDDE99C10F3BF"> : tensor<3x4xf64>
  %einsum_f64_in1 = arith.constant dense<"0xB205E5B298E2E33FF76CD5D0CB56DDBF22A0E10F26EDE03F1C8172CA217CD7BFDEEB84097A9FD33FA70ACEADC6E0F4BF963D3B7C8E6CDEBFA48A12B5ECF4D93F"> : tensor<4x2xf64>
  %einsum_f64_got = call @einsum_f64(%einsum_f64_in0, %einsum_f64_in1) : (tensor<3x4xf64>, tensor<4x2xf64>) -> (tensor<3x2xf64>)
  %einsum_f64_0_flat = tensor.collapse_shape %einsum_f64_got [[0, 1]] : tensor<3x2xf64> into tensor<6xf64>
  %einsum_f64_0_want = arith.constant dense<"0x2EFAA2949172F93F8D4A4FB27CA4D7BFF13C5836E756F93FEE0D5BD350470FC0986E7C0E8F5D84BF90E858229918FA3F"> : tensor<6xf64>
  %einsum_f64_0_any_got = tensor.cast %einsum_f64_0_flat : tensor<6xf64> to tensor<?xf64>
  %einsum_f64_0_any_want = tensor.cast %einsum_f64_0_want : tensor<6xf64> to tensor<?xf64>
  %einsum_f64_0_tolerance = arith.constant 1.000000e-14 : f64
  %einsum_f64_0_floor = arith.constant 1.000000e+00 : f64
  %einsum_f64_0 = call @count_f64(%einsum_f64_0_any_got, %einsum_f64_0_any_want, %einsum_f64_0_tolerance, %einsum_f64_0_floor) : (tensor<?xf64>, tensor<?xf64>, f64, f64) -> i64
  vector.print str "einsum_f64 "
  call @printI64(%einsum_f64_0) : (i64) -> ()
  call @printNewline() : () -> ()
  return
}
