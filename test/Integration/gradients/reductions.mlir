// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}sum: 1{{$}}
// CHECK: {{^}}mean: 1{{$}}
// CHECK: {{^}}reduce_max: 1{{$}}
// CHECK: {{^}}reduce_min: 1{{$}}
// CHECK: {{^}}prod: 1{{$}}
// CHECK: {{^}}log_sum_exp: 1{{$}}
// CHECK: {{^}}mean_two: 1{{$}}
// CHECK: {{^}}reduce_max_two: 1{{$}}
// CHECK: {{^}}log_sum_exp_two: 1{{$}}
// CHECK: {{^}}softmax_0: 1{{$}}
// CHECK: {{^}}softmax_1: 1{{$}}
// CHECK: {{^}}log_softmax_0: 1{{$}}
// CHECK: {{^}}log_softmax_1: 1{{$}}
// CHECK: {{^}}cross_entropy: 1{{$}}
// CHECK: {{^}}cross_entropy_smooth: 1{{$}}
// CHECK: {{^}}binary_cross_entropy: 1{{$}}
// CHECK: {{^}}matmul: 1{{$}}
// CHECK: {{^}}einsum_summed: 1{{$}}
// CHECK: {{^}}einsum_batch: 1{{$}}

// Prints 1 where the difference quotient and the gradient agree.
func.func private @report(%up: tensor<f64>, %down: tensor<f64>, %gradient: tensor<f64>) {
  %u = tensor.extract %up[] : tensor<f64>
  %d = tensor.extract %down[] : tensor<f64>
  %g = tensor.extract %gradient[] : tensor<f64>
  %twice = arith.constant 2.0e-05 : f64
  %floor = arith.constant 1.0e-03 : f64
  %tolerance = arith.constant 1.0e-06 : f64
  %difference = arith.subf %u, %d : f64
  %n = arith.divf %difference, %twice : f64
  %e = arith.subf %n, %g : f64
  %error = math.absf %e : f64
  %an = math.absf %n : f64
  %ag = math.absf %g : f64
  %m = arith.maximumf %an, %ag : f64
  %scale = arith.maximumf %m, %floor : f64
  %limit = arith.mulf %scale, %tolerance : f64
  %ok = arith.cmpf olt, %error, %limit : f64
  %bit = arith.extui %ok : i1 to i64
  vector.print %bit : i64
  return
}

func.func private @sum_loss(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.sum %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @sum_gradient(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.sum %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @sum_check() {
  %x = nn.constant dense<[[0.7176, 1.4556, 0.3403, 0.8472], [1.3423, 1.0648, 1.6018, 1.4187], [0.5995, 0.6892, 1.4194, 1.4913]]> : tensor<3x4xf64>
  %c = nn.constant dense<[-0.6549, -0.9405, -0.412]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.9143, 0.2586, 0.771, 0.1945], [-0.7984, -0.5049, 0.9348, 0.5846], [0.8771, -0.0917, -0.553, 0.8763]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @sum_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @sum_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %g:1 = call @sum_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @mean_loss(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.mean %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @mean_gradient(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.mean %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @mean_check() {
  %x = nn.constant dense<[[1.459, 1.6748, 1.5708, 0.6701], [0.5066, 0.3494, 1.5716, 1.3717], [1.5978, 0.3089, 1.1339, 1.1528]]> : tensor<3x4xf64>
  %c = nn.constant dense<[0.941, 0.5885, 0.7515]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.2381, 0.6044, -0.8266, 0.5778], [0.7102, -0.14, 0.5621, -0.1132], [-0.5713, 0.6394, -0.7068, -0.7317]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @mean_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @mean_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %g:1 = call @mean_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @reduce_max_loss(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.reduce_max %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @reduce_max_gradient(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.reduce_max %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @reduce_max_check() {
  %x = nn.constant dense<[[1.1179, 0.8765, 0.4265, 0.8227], [0.9733, 1.5727, 0.7845, 1.4265], [0.7613, 0.975, 0.6513, 1.312]]> : tensor<3x4xf64>
  %c = nn.constant dense<[0.4495, -0.3308, 0.6257]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.8755, -0.6413, 0.5988, 0.9865], [0.5264, -0.0415, -0.0114, -0.381], [0.8043, -0.796, -0.1263, 0.3353]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @reduce_max_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @reduce_max_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %g:1 = call @reduce_max_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @reduce_min_loss(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.reduce_min %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @reduce_min_gradient(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.reduce_min %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @reduce_min_check() {
  %x = nn.constant dense<[[1.3638, 1.5506, 0.6006, 1.337], [0.7787, 1.2847, 0.528, 1.0314], [1.0237, 0.7866, 1.3478, 0.9886]]> : tensor<3x4xf64>
  %c = nn.constant dense<[0.086, -0.8186, -0.2038]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.9256, -0.2338, 0.2648, -0.0164], [0.4473, 0.2981, 0.7229, -0.6387], [-0.9979, -0.2304, -0.4054, -0.6624]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @reduce_min_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @reduce_min_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %g:1 = call @reduce_min_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @prod_loss(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.prod %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @prod_gradient(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.prod %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @prod_check() {
  %x = nn.constant dense<[[1.0625, 1.3691, 0.9706, 0.891], [1.2211, 1.6404, 1.2879, 1.0735], [1.5272, 1.6557, 0.8231, 0.4152]]> : tensor<3x4xf64>
  %c = nn.constant dense<[0.196, 0.6159, 0.7506]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.2872, 0.9009, -0.384, -0.405], [-0.1236, -0.1136, 0.1211, 0.2769], [0.736, -0.0665, -0.5969, 0.9778]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @prod_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @prod_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %g:1 = call @prod_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @log_sum_exp_loss(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.log_sum_exp %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @log_sum_exp_gradient(%x: tensor<3x4xf64>, %c: tensor<3xf64>) -> (tensor<3x4xf64>) {
  %y = nn.log_sum_exp %x axes = [1] : tensor<3x4xf64> -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @log_sum_exp_check() {
  %x = nn.constant dense<[[1.1189, 1.4358, 1.6626, 0.8162], [1.4612, 1.1082, 1.68, 1.3503], [1.0827, 0.9427, 0.6362, 0.7528]]> : tensor<3x4xf64>
  %c = nn.constant dense<[0.4149, -0.1379, -0.8395]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.4898, 0.1284, 0.4618, 0.7466], [0.0238, 0.2798, -0.6079, -0.8621], [-0.1861, -0.7512, -0.3871, 0.7171]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @log_sum_exp_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @log_sum_exp_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> tensor<f64>
  %g:1 = call @log_sum_exp_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @mean_two_loss(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> tensor<f64> {
  %y = nn.mean %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %loss = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @mean_two_gradient(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> (tensor<3x2x4xf64>) {
  %y = nn.mean %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %loss = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g#0 : tensor<3x2x4xf64>
}
func.func private @mean_two_check() {
  %x = nn.constant dense<[[[1.5218, 0.7478, 0.6186, 0.9767], [0.9476, 1.1539, 1.1843, 1.572]], [[0.7963, 0.3573, 1.0069, 1.277], [0.5618, 0.4652, 0.8325, 1.6567]], [[0.3759, 0.4712, 0.6946, 1.5732], [0.9488, 1.3038, 0.9106, 0.4115]]]> : tensor<3x2x4xf64>
  %c = nn.constant dense<[-0.4209, 0.947]> : tensor<2xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.9701, 0.213, -0.3893, 0.2151], [0.3196, -0.4273, 0.6776, 0.5007]], [[0.7151, 0.1867, 0.5633, 0.418], [0.3008, 0.1999, 0.8767, -0.376]], [[-0.1206, -0.4704, 0.6523, 0.7788], [0.7912, -0.4677, -0.8533, 0.4677]]]> : tensor<3x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x2x4xf64>
  %up = call @mean_two_loss(%x_up, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> tensor<f64>
  %down = call @mean_two_loss(%x_down, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> tensor<f64>
  %g:1 = call @mean_two_gradient(%x, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> (tensor<3x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @reduce_max_two_loss(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> tensor<f64> {
  %y = nn.reduce_max %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %loss = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @reduce_max_two_gradient(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> (tensor<3x2x4xf64>) {
  %y = nn.reduce_max %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %loss = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g#0 : tensor<3x2x4xf64>
}
func.func private @reduce_max_two_check() {
  %x = nn.constant dense<[[[1.5183, 0.5994, 1.5266, 1.2041], [0.8107, 1.5843, 1.4526, 0.619]], [[1.535, 0.8964, 0.9884, 1.0004], [0.7563, 1.5311, 1.639, 1.505]], [[1.0658, 0.698, 0.6386, 0.4449], [0.5898, 1.1238, 0.9562, 0.427]]]> : tensor<3x2x4xf64>
  %c = nn.constant dense<[0.1615, 0.4296]> : tensor<2xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.0979, -0.2448, 0.3281, -0.1528], [0.9158, -0.1137, -0.2762, 0.9864]], [[-0.2199, -0.7753, 0.9747, -0.6113], [0.5644, -0.1153, -0.587, -0.6797]], [[0.9886, -0.8982, 0.0519, -0.3349], [0.9868, -0.1535, -0.304, 0.0746]]]> : tensor<3x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x2x4xf64>
  %up = call @reduce_max_two_loss(%x_up, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> tensor<f64>
  %down = call @reduce_max_two_loss(%x_down, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> tensor<f64>
  %g:1 = call @reduce_max_two_gradient(%x, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> (tensor<3x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @log_sum_exp_two_loss(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> tensor<f64> {
  %y = nn.log_sum_exp %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %loss = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @log_sum_exp_two_gradient(%x: tensor<3x2x4xf64>, %c: tensor<2xf64>) -> (tensor<3x2x4xf64>) {
  %y = nn.log_sum_exp %x axes = [0, 2] : tensor<3x2x4xf64> -> tensor<2xf64>
  %yc = nn.mul %y, %c : tensor<2xf64>
  %loss = nn.sum %yc axes = [0] : tensor<2xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g#0 : tensor<3x2x4xf64>
}
func.func private @log_sum_exp_two_check() {
  %x = nn.constant dense<[[[1.4641, 1.6938, 1.1776, 0.695], [0.4789, 1.3181, 0.7595, 1.0298]], [[1.6871, 1.1428, 1.4953, 0.5566], [0.5116, 1.2016, 0.5744, 1.4966]], [[0.7313, 0.7344, 0.7585, 0.5899], [0.4552, 0.861, 0.3287, 1.2219]]]> : tensor<3x2x4xf64>
  %c = nn.constant dense<[0.658, -0.3214]> : tensor<2xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.2332, 0.3352, -0.1186, 0.9146], [0.2887, 0.6427, -0.1269, -0.6581]], [[0.0072, -0.8313, -0.976, 0.9827], [-0.5232, -0.0143, 0.9019, -0.268]], [[-0.4055, -0.379, 0.6975, -0.5791], [0.2674, -0.0204, -0.7151, 0.6739]]]> : tensor<3x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x2x4xf64>
  %up = call @log_sum_exp_two_loss(%x_up, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> tensor<f64>
  %down = call @log_sum_exp_two_loss(%x_down, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> tensor<f64>
  %g:1 = call @log_sum_exp_two_gradient(%x, %c) : (tensor<3x2x4xf64>, tensor<2xf64>) -> (tensor<3x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @softmax_0_loss(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.softmax %x axis = 0 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @softmax_0_gradient(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.softmax %x axis = 0 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @softmax_0_check() {
  %x = nn.constant dense<[[1.162, 0.9571, 0.9874, 1.0155], [0.3138, 1.4818, 1.3895, 1.4634], [1.3398, 0.4308, 1.4588, 1.2577]]> : tensor<3x4xf64>
  %c = nn.constant dense<[[0.9863, 0.3463, 0.9068, -0.2246], [0.4576, -0.0264, -0.6392, -0.8797], [-0.5818, -0.8857, -0.2945, 0.0165]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.2724, 0.6067, 0.0812, 0.304], [-0.7098, 0.8735, -0.77, 0.8661], [-0.4456, -0.8379, 0.0832, -0.4423]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @softmax_0_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @softmax_0_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @softmax_0_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @softmax_1_loss(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.softmax %x axis = 1 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @softmax_1_gradient(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.softmax %x axis = 1 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @softmax_1_check() {
  %x = nn.constant dense<[[1.163, 0.8575, 0.55, 0.6037], [1.3178, 0.6201, 0.4289, 0.5149], [0.6584, 1.1904, 1.0175, 0.8576]]> : tensor<3x4xf64>
  %c = nn.constant dense<[[-0.8097, -0.992, 0.6241, -0.8985], [-0.4037, -0.7208, -0.0718, 0.0457], [0.0921, -0.548, -0.9658, -0.882]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.5764, 0.4646, -0.1444, 0.7808], [-0.1881, 0.5916, 0.7632, -0.0842], [-0.5252, -0.9003, 0.4436, 0.3359]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @softmax_1_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @softmax_1_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @softmax_1_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @log_softmax_0_loss(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.log_softmax %x axis = 0 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @log_softmax_0_gradient(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.log_softmax %x axis = 0 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @log_softmax_0_check() {
  %x = nn.constant dense<[[1.5027, 0.5901, 1.2643, 0.4386], [0.5903, 0.9031, 1.677, 1.3477], [0.3727, 1.1878, 0.5918, 1.3927]]> : tensor<3x4xf64>
  %c = nn.constant dense<[[0.3199, 0.3457, 0.7036, 0.0531], [0.2626, -0.4833, -0.8862, -0.2763], [-0.94, 0.8062, 0.5271, 0.6024]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.5007, -0.5625, -0.3242, -0.084], [0.432, -0.3967, -0.607, 0.437], [-0.1327, 0.0562, -0.0259, -0.7798]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @log_softmax_0_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @log_softmax_0_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @log_softmax_0_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @log_softmax_1_loss(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.log_softmax %x axis = 1 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @log_softmax_1_gradient(%x: tensor<3x4xf64>, %c: tensor<3x4xf64>) -> (tensor<3x4xf64>) {
  %y = nn.log_softmax %x axis = 1 : tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @log_softmax_1_check() {
  %x = nn.constant dense<[[0.6905, 0.9222, 1.3778, 1.3021], [0.6729, 1.3296, 0.7313, 1.6158], [0.782, 1.0269, 0.5272, 0.7848]]> : tensor<3x4xf64>
  %c = nn.constant dense<[[-0.2169, 0.4852, -0.7793, 0.4954], [0.8315, -0.2232, 0.4131, 0.6687], [-0.9628, -0.7863, 0.7436, 0.3086]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.7552, -0.5382, 0.0962, 0.3986], [0.0807, -0.3372, -0.7154, -0.0915], [-0.4592, -0.0607, -0.8425, -0.053]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @log_softmax_1_loss(%x_up, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @log_softmax_1_loss(%x_down, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @log_softmax_1_gradient(%x, %c) : (tensor<3x4xf64>, tensor<3x4xf64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @cross_entropy_loss(%x: tensor<3x4xf64>, %t: tensor<3xi32>, %c: tensor<f64>) -> tensor<f64> {
  %y = nn.cross_entropy %x, %t axis = 1 : (tensor<3x4xf64>, tensor<3xi32>) -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @cross_entropy_gradient(%x: tensor<3x4xf64>, %t: tensor<3xi32>, %c: tensor<f64>) -> (tensor<3x4xf64>) {
  %y = nn.cross_entropy %x, %t axis = 1 : (tensor<3x4xf64>, tensor<3xi32>) -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>
  return %g#0 : tensor<3x4xf64>
}
func.func private @cross_entropy_check() {
  %x = nn.constant dense<[[1.6157, 1.4782, 0.4516, 1.5995], [1.1541, 0.8468, 0.5388, 0.5938], [0.5193, 1.3923, 1.1216, 1.5539]]> : tensor<3x4xf64>
  %t = nn.constant dense<[0, 1, 0]> : tensor<3xi32>
  %c = nn.constant dense<0.4914> : tensor<f64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.8387, -0.458, -0.404, -0.7323], [-0.902, 0.6388, -0.2527, -0.9475], [-0.0108, 0.6935, 0.6429, -0.7985]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %up = call @cross_entropy_loss(%x_up, %t, %c) : (tensor<3x4xf64>, tensor<3xi32>, tensor<f64>) -> tensor<f64>
  %down = call @cross_entropy_loss(%x_down, %t, %c) : (tensor<3x4xf64>, tensor<3xi32>, tensor<f64>) -> tensor<f64>
  %g:1 = call @cross_entropy_gradient(%x, %t, %c) : (tensor<3x4xf64>, tensor<3xi32>, tensor<f64>) -> (tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @cross_entropy_smooth_loss(%x: tensor<3x2x4xf64>, %t: tensor<3x4xi32>, %c: tensor<f64>) -> tensor<f64> {
  %y = nn.cross_entropy %x, %t axis = 1 {smoothing = 0.1 : f64} : (tensor<3x2x4xf64>, tensor<3x4xi32>) -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @cross_entropy_smooth_gradient(%x: tensor<3x2x4xf64>, %t: tensor<3x4xi32>, %c: tensor<f64>) -> (tensor<3x2x4xf64>) {
  %y = nn.cross_entropy %x, %t axis = 1 {smoothing = 0.1 : f64} : (tensor<3x2x4xf64>, tensor<3x4xi32>) -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g#0 : tensor<3x2x4xf64>
}
func.func private @cross_entropy_smooth_check() {
  %x = nn.constant dense<[[[0.6069, 1.0025, 1.1212, 1.3192], [1.5992, 0.8169, 1.0307, 0.4303]], [[1.3665, 0.4638, 0.6299, 1.3579], [0.3952, 1.6388, 1.4567, 1.5995]], [[1.5698, 1.2997, 1.6772, 1.2968], [0.7359, 1.3756, 0.3316, 0.9702]]]> : tensor<3x2x4xf64>
  %t = nn.constant dense<[[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1]]> : tensor<3x4xi32>
  %c = nn.constant dense<0.5341> : tensor<f64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.8715, 0.8504, -0.6786, -0.7839], [-0.8157, -0.9126, -0.0515, 0.8407]], [[0.4291, -0.0253, -0.5425, -0.7626], [0.1964, 0.6415, 0.5237, 0.5957]], [[-0.953, 0.906, 0.862, -0.3754], [0.6989, -0.9686, -0.566, -0.062]]]> : tensor<3x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x2x4xf64>
  %up = call @cross_entropy_smooth_loss(%x_up, %t, %c) : (tensor<3x2x4xf64>, tensor<3x4xi32>, tensor<f64>) -> tensor<f64>
  %down = call @cross_entropy_smooth_loss(%x_down, %t, %c) : (tensor<3x2x4xf64>, tensor<3x4xi32>, tensor<f64>) -> tensor<f64>
  %g:1 = call @cross_entropy_smooth_gradient(%x, %t, %c) : (tensor<3x2x4xf64>, tensor<3x4xi32>, tensor<f64>) -> (tensor<3x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @binary_cross_entropy_loss(%x: tensor<3x4xf64>, %t: tensor<3x4xf64>, %c: tensor<f64>) -> tensor<f64> {
  %y = nn.binary_cross_entropy %x, %t : tensor<3x4xf64> -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @binary_cross_entropy_gradient(%x: tensor<3x4xf64>, %t: tensor<3x4xf64>, %c: tensor<f64>) -> (tensor<3x4xf64>, tensor<3x4xf64>) {
  %y = nn.binary_cross_entropy %x, %t : tensor<3x4xf64> -> tensor<f64>
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%x, %t : tensor<3x4xf64>, tensor<3x4xf64>) : tensor<f64> -> tensor<3x4xf64>, tensor<3x4xf64>
  return %g#0, %g#1 : tensor<3x4xf64>, tensor<3x4xf64>
}
func.func private @binary_cross_entropy_check() {
  %x = nn.constant dense<[[1.1948, 0.6624, 0.6159, 0.4819], [1.672, 1.0112, 1.5934, 1.3073], [0.446, 1.1786, 1.4605, 1.3674]]> : tensor<3x4xf64>
  %t = nn.constant dense<[[1.4466, 1.0997, 1.4714, 0.594], [0.8743, 0.5091, 0.6559, 1.0656], [0.9858, 1.5323, 0.5309, 0.5559]]> : tensor<3x4xf64>
  %c = nn.constant dense<-0.4166> : tensor<f64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.2928, 0.1953, -0.3796, 0.7474], [0.7349, -0.9697, 0.8152, -0.3186], [-0.174, -0.4226, -0.0942, 0.4039]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %t_d = nn.constant dense<[[0.2927, 0.0854, -0.7682, -0.9533], [0.8162, -0.5023, -0.5026, -0.2616], [0.0204, 0.5401, 0.7952, -0.5519]]> : tensor<3x4xf64>
  %t_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %t_s = nn.mul %t_d, %t_h : tensor<3x4xf64>
  %t_up = nn.add %t, %t_s : tensor<3x4xf64>
  %t_down = nn.sub %t, %t_s : tensor<3x4xf64>
  %up = call @binary_cross_entropy_loss(%x_up, %t_up, %c) : (tensor<3x4xf64>, tensor<3x4xf64>, tensor<f64>) -> tensor<f64>
  %down = call @binary_cross_entropy_loss(%x_down, %t_down, %c) : (tensor<3x4xf64>, tensor<3x4xf64>, tensor<f64>) -> tensor<f64>
  %g:2 = call @binary_cross_entropy_gradient(%x, %t, %c) : (tensor<3x4xf64>, tensor<3x4xf64>, tensor<f64>) -> (tensor<3x4xf64>, tensor<3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %t_p = nn.mul %g#1, %t_d : tensor<3x4xf64>
  %t_dot = nn.sum %t_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %t_t = nn.add %x_dot, %t_dot : tensor<f64>
  call @report(%up, %down, %t_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @matmul_loss(%a: tensor<3x4xf64>, %b: tensor<2x4xf64>, %c: tensor<3x2xf64>) -> tensor<f64> {
  %y = nn.einsum "mk,nk->mn" %a, %b : (tensor<3x4xf64>, tensor<2x4xf64>) -> tensor<3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @matmul_gradient(%a: tensor<3x4xf64>, %b: tensor<2x4xf64>, %c: tensor<3x2xf64>) -> (tensor<3x4xf64>, tensor<2x4xf64>) {
  %y = nn.einsum "mk,nk->mn" %a, %b : (tensor<3x4xf64>, tensor<2x4xf64>) -> tensor<3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<3x4xf64>, tensor<2x4xf64>) : tensor<f64> -> tensor<3x4xf64>, tensor<2x4xf64>
  return %g#0, %g#1 : tensor<3x4xf64>, tensor<2x4xf64>
}
func.func private @matmul_check() {
  %a = nn.constant dense<[[0.4889, 0.8124, 0.8755, 0.6592], [1.6932, 0.6052, 1.3958, 0.7269], [0.9646, 1.5217, 1.3035, 1.324]]> : tensor<3x4xf64>
  %b = nn.constant dense<[[1.2879, 0.5678, 0.8703, 0.603], [1.4295, 1.2272, 0.4931, 1.442]]> : tensor<2x4xf64>
  %c = nn.constant dense<[[0.9274, -0.5922], [0.6803, -0.4983], [-0.3817, 0.8161]]> : tensor<3x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.5772, 0.9946, -0.9046, 0.5089], [-0.3676, -0.3605, 0.5133, -0.9674], [0.4761, -0.8062, -0.4447, -0.0987]]> : tensor<3x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<3x4xf64>
  %a_up = nn.add %a, %a_s : tensor<3x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<3x4xf64>
  %b_d = nn.constant dense<[[-0.8847, -0.4303, -0.3503, 0.0561], [-0.5526, -0.9608, -0.3792, -0.3797]]> : tensor<2x4xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x4xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x4xf64>
  %b_up = nn.add %b, %b_s : tensor<2x4xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x4xf64>
  %up = call @matmul_loss(%a_up, %b_up, %c) : (tensor<3x4xf64>, tensor<2x4xf64>, tensor<3x2xf64>) -> tensor<f64>
  %down = call @matmul_loss(%a_down, %b_down, %c) : (tensor<3x4xf64>, tensor<2x4xf64>, tensor<3x2xf64>) -> tensor<f64>
  %g:2 = call @matmul_gradient(%a, %b, %c) : (tensor<3x4xf64>, tensor<2x4xf64>, tensor<3x2xf64>) -> (tensor<3x4xf64>, tensor<2x4xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<3x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x4xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x4xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @einsum_summed_loss(%a: tensor<3x2x4xf64>, %b: tensor<2x3xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.einsum "bij,ib->b" %a, %b : (tensor<3x2x4xf64>, tensor<2x3xf64>) -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @einsum_summed_gradient(%a: tensor<3x2x4xf64>, %b: tensor<2x3xf64>, %c: tensor<3xf64>) -> (tensor<3x2x4xf64>, tensor<2x3xf64>) {
  %y = nn.einsum "bij,ib->b" %a, %b : (tensor<3x2x4xf64>, tensor<2x3xf64>) -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<3x2x4xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<3x2x4xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<3x2x4xf64>, tensor<2x3xf64>
}
func.func private @einsum_summed_check() {
  %a = nn.constant dense<[[[0.3871, 1.3142, 0.5485, 1.5497], [0.8063, 0.498, 1.5112, 0.7441]], [[1.3684, 1.0653, 1.5756, 1.1588], [0.3463, 1.4792, 1.2602, 0.4207]], [[1.1941, 1.3959, 0.4026, 0.9604], [1.6468, 0.7695, 0.3308, 0.781]]]> : tensor<3x2x4xf64>
  %b = nn.constant dense<[[0.5529, 1.4738, 0.5265], [1.1688, 1.6759, 0.7721]]> : tensor<2x3xf64>
  %c = nn.constant dense<[-0.9807, -0.4724, 0.8057]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[-0.9851, 0.4976, -0.7122, 0.863], [-0.4647, -0.8568, -0.7296, -0.4625]], [[-0.0073, 0.5583, -0.791, -0.266], [-0.5063, 0.922, 0.1974, -0.9075]], [[-0.2496, -0.4884, 0.3937, -0.9863], [-0.9668, -0.2098, -0.694, -0.1206]]]> : tensor<3x2x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<3x2x4xf64>
  %a_up = nn.add %a, %a_s : tensor<3x2x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<3x2x4xf64>
  %b_d = nn.constant dense<[[-0.7904, -0.5336, 0.9972], [-0.7626, 0.7284, -0.0701]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @einsum_summed_loss(%a_up, %b_up, %c) : (tensor<3x2x4xf64>, tensor<2x3xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @einsum_summed_loss(%a_down, %b_down, %c) : (tensor<3x2x4xf64>, tensor<2x3xf64>, tensor<3xf64>) -> tensor<f64>
  %g:2 = call @einsum_summed_gradient(%a, %b, %c) : (tensor<3x2x4xf64>, tensor<2x3xf64>, tensor<3xf64>) -> (tensor<3x2x4xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<3x2x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @einsum_batch_loss(%a: tensor<3x2x4xf64>, %b: tensor<3x5x4xf64>, %c: tensor<3x2x5xf64>) -> tensor<f64> {
  %y = nn.einsum "bij,bkj->bik" %a, %b : (tensor<3x2x4xf64>, tensor<3x5x4xf64>) -> tensor<3x2x5xf64>
  %yc = nn.mul %y, %c : tensor<3x2x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<3x2x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @einsum_batch_gradient(%a: tensor<3x2x4xf64>, %b: tensor<3x5x4xf64>, %c: tensor<3x2x5xf64>) -> (tensor<3x2x4xf64>, tensor<3x5x4xf64>) {
  %y = nn.einsum "bij,bkj->bik" %a, %b : (tensor<3x2x4xf64>, tensor<3x5x4xf64>) -> tensor<3x2x5xf64>
  %yc = nn.mul %y, %c : tensor<3x2x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<3x2x5xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<3x2x4xf64>, tensor<3x5x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>, tensor<3x5x4xf64>
  return %g#0, %g#1 : tensor<3x2x4xf64>, tensor<3x5x4xf64>
}
func.func private @einsum_batch_check() {
  %a = nn.constant dense<[[[1.3545, 0.652, 0.3801, 0.6969], [1.2984, 0.5826, 0.8775, 0.9438]], [[0.3936, 0.7608, 0.66, 1.1817], [0.4329, 1.2947, 1.5888, 1.0296]], [[0.3536, 1.5715, 0.4863, 1.4428], [0.413, 0.7985, 0.6645, 1.1327]]]> : tensor<3x2x4xf64>
  %b = nn.constant dense<[[[1.3319, 0.7254, 0.6075, 0.5202], [1.377, 1.1191, 0.9958, 0.7301], [0.814, 0.7739, 1.4082, 0.8329], [0.7206, 0.9617, 0.755, 0.4223], [1.1061, 1.4771, 0.7229, 1.1633]], [[1.3514, 0.7287, 0.9089, 1.2267], [0.8918, 0.6975, 0.8088, 1.1064], [0.3047, 1.6085, 0.501, 0.864], [1.4035, 0.8063, 0.4573, 0.3349], [0.9394, 1.3987, 0.5125, 1.1489]], [[0.8453, 0.8337, 1.0419, 0.4492], [1.202, 0.9766, 1.2338, 0.5111], [0.507, 1.1325, 1.1799, 1.4177], [0.9656, 1.2249, 0.3106, 1.1576], [0.3044, 1.1102, 0.7917, 0.9989]]]> : tensor<3x5x4xf64>
  %c = nn.constant dense<[[[0.6059, 0.4336, -0.63, 0.7386, 0.6297], [0.2088, -0.4248, 0.9879, 0.4896, -0.8212]], [[-0.3201, -0.9255, 0.8268, -0.5089, 0.9763], [-0.5451, -0.3365, -0.639, -0.6304, -0.4229]], [[0.7942, -0.8125, 0.9925, 0.5894, -0.4565], [0.9954, -0.0836, 0.5079, 0.2562, 0.0604]]]> : tensor<3x2x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[-0.2114, 0.3891, 0.857, -0.768], [-0.0303, -0.7055, -0.1987, 0.0866]], [[-0.3939, -0.482, -0.4008, 0.0963], [-0.0289, -0.886, -0.6058, 0.3031]], [[-0.8003, 0.4086, 0.3894, 0.6898], [0.1292, -0.7941, 0.5257, -0.4368]]]> : tensor<3x2x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<3x2x4xf64>
  %a_up = nn.add %a, %a_s : tensor<3x2x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<3x2x4xf64>
  %b_d = nn.constant dense<[[[-0.2665, 0.926, -0.3967, 0.1455], [-0.0258, 0.0284, -0.4206, -0.0585], [0.0048, -0.0325, 0.9179, -0.034], [0.2901, -0.683, 0.2966, -0.7329], [-0.0914, -0.5556, -0.4826, 0.4921]], [[0.0796, -0.3644, 0.0296, -0.3382], [-0.4721, -0.261, -0.5166, -0.1028], [0.9437, 0.7609, 0.5513, 0.0819], [0.2408, -0.4027, 0.8131, 0.3827], [0.0013, 0.7545, -0.189, 0.1032]], [[0.6491, 0.7321, -0.2906, 0.9313], [-0.1892, 0.8108, 0.8122, 0.347], [-0.3664, 0.6322, 0.0743, -0.019], [-0.325, -0.074, -0.9821, -0.0459], [0.9901, 0.2197, 0.4224, 0.0976]]]> : tensor<3x5x4xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x5x4xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x5x4xf64>
  %b_up = nn.add %b, %b_s : tensor<3x5x4xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x5x4xf64>
  %up = call @einsum_batch_loss(%a_up, %b_up, %c) : (tensor<3x2x4xf64>, tensor<3x5x4xf64>, tensor<3x2x5xf64>) -> tensor<f64>
  %down = call @einsum_batch_loss(%a_down, %b_down, %c) : (tensor<3x2x4xf64>, tensor<3x5x4xf64>, tensor<3x2x5xf64>) -> tensor<f64>
  %g:2 = call @einsum_batch_gradient(%a, %b, %c) : (tensor<3x2x4xf64>, tensor<3x5x4xf64>, tensor<3x2x5xf64>) -> (tensor<3x2x4xf64>, tensor<3x5x4xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<3x2x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x5x4xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2] : tensor<3x5x4xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "sum: "
  call @sum_check() : () -> ()
  vector.print str "mean: "
  call @mean_check() : () -> ()
  vector.print str "reduce_max: "
  call @reduce_max_check() : () -> ()
  vector.print str "reduce_min: "
  call @reduce_min_check() : () -> ()
  vector.print str "prod: "
  call @prod_check() : () -> ()
  vector.print str "log_sum_exp: "
  call @log_sum_exp_check() : () -> ()
  vector.print str "mean_two: "
  call @mean_two_check() : () -> ()
  vector.print str "reduce_max_two: "
  call @reduce_max_two_check() : () -> ()
  vector.print str "log_sum_exp_two: "
  call @log_sum_exp_two_check() : () -> ()
  vector.print str "softmax_0: "
  call @softmax_0_check() : () -> ()
  vector.print str "softmax_1: "
  call @softmax_1_check() : () -> ()
  vector.print str "log_softmax_0: "
  call @log_softmax_0_check() : () -> ()
  vector.print str "log_softmax_1: "
  call @log_softmax_1_check() : () -> ()
  vector.print str "cross_entropy: "
  call @cross_entropy_check() : () -> ()
  vector.print str "cross_entropy_smooth: "
  call @cross_entropy_smooth_check() : () -> ()
  vector.print str "binary_cross_entropy: "
  call @binary_cross_entropy_check() : () -> ()
  vector.print str "matmul: "
  call @matmul_check() : () -> ()
  vector.print str "einsum_summed: "
  call @einsum_summed_check() : () -> ()
  vector.print str "einsum_batch: "
  call @einsum_batch_check() : () -> ()
  return
}
