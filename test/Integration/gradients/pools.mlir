// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}max_pool_1d: 1{{$}}
// CHECK: {{^}}avg_pool_1d: 1{{$}}
// CHECK: {{^}}avg_pool_grad_1d: 1{{$}}
// CHECK: {{^}}max_pool_grad_1d: 1{{$}}
// CHECK: {{^}}max_pool_pick_1d: 1{{$}}
// CHECK: {{^}}max_pool_rest: 1{{$}}
// CHECK: {{^}}avg_pool_rest: 1{{$}}
// CHECK: {{^}}avg_pool_grad_rest: 1{{$}}
// CHECK: {{^}}max_pool_grad_rest: 1{{$}}
// CHECK: {{^}}max_pool_pick_rest: 1{{$}}
// CHECK: {{^}}max_pool_overlapping: 1{{$}}
// CHECK: {{^}}avg_pool_overlapping: 1{{$}}
// CHECK: {{^}}avg_pool_grad_overlapping: 1{{$}}
// CHECK: {{^}}max_pool_grad_overlapping: 1{{$}}
// CHECK: {{^}}max_pool_pick_overlapping: 1{{$}}

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

func.func private @max_pool_1d_loss(%x: tensor<2x2x8xf64>, %c: tensor<2x2x4xf64>) -> tensor<f64> {
  %y = nn.max_pool %x kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_1d_gradient(%x: tensor<2x2x8xf64>, %c: tensor<2x2x4xf64>) -> (tensor<2x2x8xf64>) {
  %y = nn.max_pool %x kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x2x8xf64>) : tensor<f64> -> tensor<2x2x8xf64>
  return %g#0 : tensor<2x2x8xf64>
}
func.func private @max_pool_1d_check() {
  %x = nn.constant dense<[[[1.4039, 0.5838, 1.3317, 0.3632, 1.5055, 0.3333, 1.4539, 1.4916], [0.3417, 0.3372, 1.0743, 1.3025, 1.2598, 1.4255, 0.6544, 0.559]], [[0.8874, 0.4198, 1.2399, 0.4398, 1.3123, 1.6788, 1.5765, 0.9268], [0.8978, 1.0402, 1.2369, 1.3339, 0.8201, 1.4403, 0.8661, 1.6036]]]> : tensor<2x2x8xf64>
  %c = nn.constant dense<[[[-0.3011, -0.6901, -0.5686, 0.1258], [-0.1189, -0.1105, 0.9215, -0.6164]], [[0.7202, 0.4245, -0.2312, -0.0069], [-0.4848, 0.5652, -0.6015, 0.159]]]> : tensor<2x2x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.0046, -0.8826, 0.8332, 0.6797, -0.2013, -0.9798, -0.8298, -0.8746], [0.1298, 0.773, 0.92, 0.0583, -0.4458, 0.095, 0.6031, 0.602]], [[-0.5568, -0.2449, -0.9885, 0.2112, 0.9801, -0.954, 0.7991, -0.2067], [-0.1677, -0.005, 0.0622, -0.409, -0.7523, 0.7137, -0.3409, -0.7926]]]> : tensor<2x2x8xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x2x8xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x2x8xf64>
  %x_up = nn.add %x, %x_s : tensor<2x2x8xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x2x8xf64>
  %up = call @max_pool_1d_loss(%x_up, %c) : (tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> tensor<f64>
  %down = call @max_pool_1d_loss(%x_down, %c) : (tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> tensor<f64>
  %g:1 = call @max_pool_1d_gradient(%x, %c) : (tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> (tensor<2x2x8xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x2x8xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @avg_pool_1d_loss(%x: tensor<2x2x8xf64>, %c: tensor<2x2x4xf64>) -> tensor<f64> {
  %y = nn.avg_pool %x kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @avg_pool_1d_gradient(%x: tensor<2x2x8xf64>, %c: tensor<2x2x4xf64>) -> (tensor<2x2x8xf64>) {
  %y = nn.avg_pool %x kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x2x8xf64>) : tensor<f64> -> tensor<2x2x8xf64>
  return %g#0 : tensor<2x2x8xf64>
}
func.func private @avg_pool_1d_check() {
  %x = nn.constant dense<[[[0.4663, 1.0822, 0.765, 0.9183, 0.3101, 0.5303, 0.7603, 0.8259], [1.6495, 1.2732, 1.4936, 0.4043, 1.3724, 0.98, 1.0404, 1.1821]], [[1.3744, 0.5884, 1.5522, 1.2553, 1.1831, 1.61, 1.6094, 0.3444], [1.2295, 1.645, 1.1924, 1.2363, 1.2166, 0.3712, 1.6296, 0.3664]]]> : tensor<2x2x8xf64>
  %c = nn.constant dense<[[[-0.9997, 0.4138, 0.7922, -0.2334], [0.801, 0.0173, -0.0378, -0.7028]], [[0.0655, 0.6933, -0.4285, 0.1724], [0.8194, -0.8733, -0.5724, 0.8478]]]> : tensor<2x2x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.1781, -0.2947, -0.5713, 0.5303, 0.7468, -0.9415, -0.2231, 0.2533], [-0.1943, -0.7464, -0.4479, -0.2299, -0.4851, 0.6335, 0.5343, -0.767]], [[-0.317, 0.6371, -0.4663, 0.1257, 0.7853, 0.6734, 0.4237, -0.9873], [0.8271, -0.3803, -0.3143, 0.7884, 0.5356, 0.4165, 0.5076, -0.7567]]]> : tensor<2x2x8xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x2x8xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x2x8xf64>
  %x_up = nn.add %x, %x_s : tensor<2x2x8xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x2x8xf64>
  %up = call @avg_pool_1d_loss(%x_up, %c) : (tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> tensor<f64>
  %down = call @avg_pool_1d_loss(%x_down, %c) : (tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> tensor<f64>
  %g:1 = call @avg_pool_1d_gradient(%x, %c) : (tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> (tensor<2x2x8xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x2x8xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @avg_pool_grad_1d_loss(%x: tensor<2x2x4xf64>, %c: tensor<2x2x8xf64>) -> tensor<f64> {
  %y = nn.avg_pool_grad %x kernel [2] strides [2] pads [0] : (tensor<2x2x4xf64>) -> tensor<2x2x8xf64>
  %yc = nn.mul %y, %c : tensor<2x2x8xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @avg_pool_grad_1d_gradient(%x: tensor<2x2x4xf64>, %c: tensor<2x2x8xf64>) -> (tensor<2x2x4xf64>) {
  %y = nn.avg_pool_grad %x kernel [2] strides [2] pads [0] : (tensor<2x2x4xf64>) -> tensor<2x2x8xf64>
  %yc = nn.mul %y, %c : tensor<2x2x8xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x2x4xf64>) : tensor<f64> -> tensor<2x2x4xf64>
  return %g#0 : tensor<2x2x4xf64>
}
func.func private @avg_pool_grad_1d_check() {
  %x = nn.constant dense<[[[0.5527, 0.929, 1.5646, 0.8585], [0.4501, 0.4324, 0.3664, 0.8752]], [[1.6872, 1.6474, 1.1746, 0.9579], [1.1762, 1.3401, 0.4765, 1.4591]]]> : tensor<2x2x4xf64>
  %c = nn.constant dense<[[[-0.8467, 0.0125, 0.3803, -0.2522, 0.9958, 0.1039, 0.568, 0.9512], [0.2089, -0.3553, 0.1088, -0.8192, 0.2213, -0.3347, -0.0896, 0.4047]], [[0.5167, 0.6662, 0.4202, 0.1029, 0.2517, 0.2395, -0.8487, -0.5261], [0.5997, -0.3411, 0.6929, 0.5458, 0.5659, 0.1719, -0.1967, 0.9473]]]> : tensor<2x2x8xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.4128, 0.9741, 0.0578, -0.6645], [-0.4194, 0.2216, -0.0211, -0.5412]], [[-0.4018, 0.9412, -0.9971, -0.3415], [-0.3003, -0.2538, -0.4318, -0.7926]]]> : tensor<2x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<2x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x2x4xf64>
  %up = call @avg_pool_grad_1d_loss(%x_up, %c) : (tensor<2x2x4xf64>, tensor<2x2x8xf64>) -> tensor<f64>
  %down = call @avg_pool_grad_1d_loss(%x_down, %c) : (tensor<2x2x4xf64>, tensor<2x2x8xf64>) -> tensor<f64>
  %g:1 = call @avg_pool_grad_1d_gradient(%x, %c) : (tensor<2x2x4xf64>, tensor<2x2x8xf64>) -> (tensor<2x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_grad_1d_loss(%x: tensor<2x2x4xf64>, %v: tensor<2x2x8xf64>, %c: tensor<2x2x8xf64>) -> tensor<f64> {
  %i = nn.max_pool_index %v kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xi32>
  %y = nn.max_pool_grad %x, %i kernel [2] strides [2] pads [0] : (tensor<2x2x4xf64>, tensor<2x2x4xi32>) -> tensor<2x2x8xf64>
  %yc = nn.mul %y, %c : tensor<2x2x8xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_grad_1d_gradient(%x: tensor<2x2x4xf64>, %v: tensor<2x2x8xf64>, %c: tensor<2x2x8xf64>) -> (tensor<2x2x4xf64>) {
  %i = nn.max_pool_index %v kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xi32>
  %y = nn.max_pool_grad %x, %i kernel [2] strides [2] pads [0] : (tensor<2x2x4xf64>, tensor<2x2x4xi32>) -> tensor<2x2x8xf64>
  %yc = nn.mul %y, %c : tensor<2x2x8xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x2x4xf64>) : tensor<f64> -> tensor<2x2x4xf64>
  return %g#0 : tensor<2x2x4xf64>
}
func.func private @max_pool_grad_1d_check() {
  %x = nn.constant dense<[[[1.6899, 1.6541, 0.32, 1.2785], [0.816, 1.1985, 0.9762, 0.3392]], [[0.3929, 0.6316, 0.6398, 1.4037], [1.2687, 1.2479, 1.4356, 1.6428]]]> : tensor<2x2x4xf64>
  %v = nn.constant dense<[[[1.4592, 0.8755, 0.6726, 0.8189, 0.9197, 1.4796, 0.4582, 0.4755], [1.2494, 1.2477, 0.7147, 0.4473, 0.8128, 1.4712, 0.4945, 0.3901]], [[0.5773, 0.6992, 1.183, 0.4216, 1.097, 0.827, 1.552, 1.0546], [0.3666, 1.0127, 1.3666, 1.6728, 1.393, 1.5696, 0.3521, 0.5116]]]> : tensor<2x2x8xf64>
  %c = nn.constant dense<[[[-0.7069, -0.3803, -0.325, 0.821, -0.9961, -0.5729, 0.6002, -0.5877], [0.4512, 0.3267, 0.2316, -0.427, -0.9043, 0.3584, -0.3416, 0.2673]], [[-0.8889, 0.3229, 0.527, -0.4096, -0.581, -0.0547, 0.4229, 0.8999], [-0.3493, -0.6682, 0.9134, -0.9525, 0.1729, 0.8879, 0.431, -0.8276]]]> : tensor<2x2x8xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.2013, -0.4295, 0.8574, 0.1599], [-0.8679, 0.6235, -0.107, -0.7998]], [[-0.3498, -0.9746, -0.3179, -0.4358], [-0.3273, -0.5743, 0.5767, -0.2362]]]> : tensor<2x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<2x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x2x4xf64>
  %up = call @max_pool_grad_1d_loss(%x_up, %v, %c) : (tensor<2x2x4xf64>, tensor<2x2x8xf64>, tensor<2x2x8xf64>) -> tensor<f64>
  %down = call @max_pool_grad_1d_loss(%x_down, %v, %c) : (tensor<2x2x4xf64>, tensor<2x2x8xf64>, tensor<2x2x8xf64>) -> tensor<f64>
  %g:1 = call @max_pool_grad_1d_gradient(%x, %v, %c) : (tensor<2x2x4xf64>, tensor<2x2x8xf64>, tensor<2x2x8xf64>) -> (tensor<2x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_pick_1d_loss(%x: tensor<2x2x8xf64>, %v: tensor<2x2x8xf64>, %c: tensor<2x2x4xf64>) -> tensor<f64> {
  %i = nn.max_pool_index %v kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xi32>
  %y = nn.max_pool_pick %x, %i kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>, tensor<2x2x4xi32>) -> tensor<2x2x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_pick_1d_gradient(%x: tensor<2x2x8xf64>, %v: tensor<2x2x8xf64>, %c: tensor<2x2x4xf64>) -> (tensor<2x2x8xf64>) {
  %i = nn.max_pool_index %v kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>) -> tensor<2x2x4xi32>
  %y = nn.max_pool_pick %x, %i kernel [2] strides [2] pads [0] : (tensor<2x2x8xf64>, tensor<2x2x4xi32>) -> tensor<2x2x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x2x8xf64>) : tensor<f64> -> tensor<2x2x8xf64>
  return %g#0 : tensor<2x2x8xf64>
}
func.func private @max_pool_pick_1d_check() {
  %x = nn.constant dense<[[[1.1101, 0.7152, 1.2457, 1.5124, 1.3248, 0.9802, 0.7004, 0.5713], [0.8832, 1.4559, 0.8546, 1.4253, 0.7073, 0.492, 1.3267, 1.1079]], [[1.085, 0.4683, 0.5368, 0.3124, 0.7343, 1.6898, 1.6802, 1.3204], [1.1732, 0.8037, 0.9532, 0.7017, 1.2471, 0.7313, 1.6195, 0.9555]]]> : tensor<2x2x8xf64>
  %v = nn.constant dense<[[[1.2683, 0.5514, 0.8306, 0.8475, 0.5429, 0.5405, 0.5317, 0.7482], [1.445, 1.5911, 0.3373, 0.3224, 0.743, 0.9956, 0.4031, 1.0541]], [[1.0565, 1.5047, 0.4018, 1.5472, 1.5017, 1.4628, 0.7684, 0.8514], [0.3127, 1.0263, 0.8074, 0.4008, 0.4147, 1.143, 1.2672, 0.8399]]]> : tensor<2x2x8xf64>
  %c = nn.constant dense<[[[0.2623, 0.0413, 0.292, -0.2759], [-0.4126, 0.008, 0.6012, 0.9218]], [[-0.4757, 0.4659, -0.146, 0.0806], [-0.0076, 0.2569, 0.6993, 0.5631]]]> : tensor<2x2x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.2706, 0.5627, 0.0064, -0.672, 0.3684, 0.3989, -0.2077, -0.4082], [-0.8402, -0.5227, 0.4297, 0.4878, 0.4889, 0.9556, -0.2343, 0.5582]], [[0.8908, 0.0957, -0.398, -0.4159, 0.2317, 0.5153, -0.4534, 0.2744], [0.4436, -0.7412, 0.0604, 0.3909, 0.235, -0.752, -0.4955, -0.5349]]]> : tensor<2x2x8xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x2x8xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x2x8xf64>
  %x_up = nn.add %x, %x_s : tensor<2x2x8xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x2x8xf64>
  %up = call @max_pool_pick_1d_loss(%x_up, %v, %c) : (tensor<2x2x8xf64>, tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> tensor<f64>
  %down = call @max_pool_pick_1d_loss(%x_down, %v, %c) : (tensor<2x2x8xf64>, tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> tensor<f64>
  %g:1 = call @max_pool_pick_1d_gradient(%x, %v, %c) : (tensor<2x2x8xf64>, tensor<2x2x8xf64>, tensor<2x2x4xf64>) -> (tensor<2x2x8xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x2x8xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x2x8xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_rest_loss(%x: tensor<1x2x5x7xf64>, %c: tensor<1x2x2x3xf64>) -> tensor<f64> {
  %y = nn.max_pool %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xf64>
  %yc = nn.mul %y, %c : tensor<1x2x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_rest_gradient(%x: tensor<1x2x5x7xf64>, %c: tensor<1x2x2x3xf64>) -> (tensor<1x2x5x7xf64>) {
  %y = nn.max_pool %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xf64>
  %yc = nn.mul %y, %c : tensor<1x2x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x5x7xf64>) : tensor<f64> -> tensor<1x2x5x7xf64>
  return %g#0 : tensor<1x2x5x7xf64>
}
func.func private @max_pool_rest_check() {
  %x = nn.constant dense<[[[[1.5275, 1.3484, 0.7367, 0.9834, 0.7716, 1.5776, 1.0448], [0.6714, 0.4524, 0.7918, 1.3343, 0.4794, 0.5053, 0.3954], [1.2698, 1.6623, 1.2973, 0.5224, 0.4678, 0.8951, 0.6855], [1.5176, 1.1158, 0.4803, 0.4669, 0.4838, 1.3033, 0.3108], [1.2649, 0.5759, 0.6159, 1.259, 1.5678, 0.9437, 0.7513]], [[0.9435, 1.2719, 0.5667, 1.0451, 1.6503, 0.8433, 0.9102], [0.3974, 0.7132, 0.3741, 1.5565, 1.533, 1.3867, 1.63], [1.0164, 0.3996, 1.3149, 1.5423, 1.2005, 1.5978, 0.9152], [0.8706, 0.4714, 0.6243, 1.3238, 1.2276, 1.6902, 1.4543], [1.587, 0.7838, 1.0184, 0.5952, 0.5018, 1.5695, 1.198]]]]> : tensor<1x2x5x7xf64>
  %c = nn.constant dense<[[[[-0.5747, -0.6145, 0.7763], [0.1358, 0.4594, 0.2508]], [[-0.1962, -0.8597, 0.4183], [-0.8463, -0.7625, 0.4808]]]]> : tensor<1x2x2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[0.1636, -0.3692, -0.5181, 0.1967, -0.6997, -0.2996, -0.6898], [-0.6243, 0.0693, 0.1231, -0.8283, -0.8471, -0.9167, 0.9345], [0.1618, -0.5702, -0.9837, -0.0197, -0.6663, 0.6079, -0.7986], [0.4841, -0.6542, -0.6616, 0.9519, -0.766, 0.2962, 0.8346], [0.5489, 0.0053, 0.9373, -0.8209, -0.2655, -0.1686, 0.5257]], [[0.0794, 0.7177, -0.7655, -0.3451, -0.735, -0.094, 0.0796], [-0.2786, -0.9435, 0.3548, -0.1667, -0.1296, 0.5955, -0.8199], [0.8155, -0.4332, -0.573, 0.9434, -0.0426, -0.6541, -0.1765], [-0.1885, -0.8913, -0.4104, -0.7099, 0.128, -0.6104, 0.3836], [-0.7782, 0.2405, -0.4369, 0.4644, -0.3859, -0.9178, -0.8842]]]]> : tensor<1x2x5x7xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x5x7xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x5x7xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x5x7xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x5x7xf64>
  %up = call @max_pool_rest_loss(%x_up, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> tensor<f64>
  %down = call @max_pool_rest_loss(%x_down, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> tensor<f64>
  %g:1 = call @max_pool_rest_gradient(%x, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> (tensor<1x2x5x7xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x5x7xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @avg_pool_rest_loss(%x: tensor<1x2x5x7xf64>, %c: tensor<1x2x2x3xf64>) -> tensor<f64> {
  %y = nn.avg_pool %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xf64>
  %yc = nn.mul %y, %c : tensor<1x2x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @avg_pool_rest_gradient(%x: tensor<1x2x5x7xf64>, %c: tensor<1x2x2x3xf64>) -> (tensor<1x2x5x7xf64>) {
  %y = nn.avg_pool %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xf64>
  %yc = nn.mul %y, %c : tensor<1x2x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x5x7xf64>) : tensor<f64> -> tensor<1x2x5x7xf64>
  return %g#0 : tensor<1x2x5x7xf64>
}
func.func private @avg_pool_rest_check() {
  %x = nn.constant dense<[[[[1.403, 0.3965, 1.0699, 1.507, 0.8157, 0.8855, 0.3806], [1.0059, 0.8625, 0.807, 0.4044, 0.8938, 1.0964, 1.6808], [1.0559, 1.2084, 0.8208, 0.5871, 0.6706, 1.0951, 1.0539], [0.7457, 1.3127, 1.2115, 0.9914, 0.6873, 0.637, 1.5381], [1.0848, 1.4906, 1.1592, 0.3996, 0.6446, 1.2459, 0.6564]], [[0.5852, 0.5803, 0.3417, 1.4097, 1.5489, 0.8303, 0.9049], [0.6355, 0.5653, 0.3977, 0.5937, 0.9567, 0.4153, 1.3056], [1.6201, 0.6866, 0.867, 0.3889, 0.4222, 0.8065, 0.8268], [0.7437, 1.1829, 0.9525, 0.815, 1.1446, 0.8822, 0.8767], [0.909, 1.2952, 0.9221, 0.6943, 1.2166, 0.9758, 0.8209]]]]> : tensor<1x2x5x7xf64>
  %c = nn.constant dense<[[[[-0.4375, 0.2905, -0.8442], [-0.7086, -0.1581, 0.4606]], [[0.7198, -0.0536, 0.2782], [0.8759, 0.2006, 0.6559]]]]> : tensor<1x2x2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[-0.5911, -0.7904, 0.6541, 0.9743, 0.8394, 0.5416, 0.2762], [0.5453, 0.1781, -0.6892, 0.4217, -0.168, -0.53, 0.7792], [-0.2738, -0.4207, -0.4376, 0.916, 0.0224, -0.0429, 0.5494], [-0.3745, -0.6828, 0.4953, -0.4192, -0.9703, -0.9141, -0.1441], [-0.2558, -0.7581, -0.7812, 0.9017, 0.8232, 0.7583, 0.7254]], [[0.9081, 0.3473, -0.7443, -0.2786, 0.2182, 0.944, -0.4924], [-0.7616, -0.4407, 0.0303, -0.7761, -0.7111, 0.5707, -0.1346], [0.484, -0.1175, 0.0969, 0.6376, 0.7333, 0.9428, 0.4879], [0.2004, 0.3056, 0.5238, 0.8213, -0.891, 0.2019, 0.7391], [0.4482, 0.2254, -0.9802, 0.9567, -0.6169, -0.1802, 0.9102]]]]> : tensor<1x2x5x7xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x5x7xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x5x7xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x5x7xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x5x7xf64>
  %up = call @avg_pool_rest_loss(%x_up, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> tensor<f64>
  %down = call @avg_pool_rest_loss(%x_down, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> tensor<f64>
  %g:1 = call @avg_pool_rest_gradient(%x, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> (tensor<1x2x5x7xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x5x7xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @avg_pool_grad_rest_loss(%x: tensor<1x2x2x3xf64>, %c: tensor<1x2x5x7xf64>) -> tensor<f64> {
  %y = nn.avg_pool_grad %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x2x3xf64>) -> tensor<1x2x5x7xf64>
  %yc = nn.mul %y, %c : tensor<1x2x5x7xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @avg_pool_grad_rest_gradient(%x: tensor<1x2x2x3xf64>, %c: tensor<1x2x5x7xf64>) -> (tensor<1x2x2x3xf64>) {
  %y = nn.avg_pool_grad %x kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x2x3xf64>) -> tensor<1x2x5x7xf64>
  %yc = nn.mul %y, %c : tensor<1x2x5x7xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x2x3xf64>) : tensor<f64> -> tensor<1x2x2x3xf64>
  return %g#0 : tensor<1x2x2x3xf64>
}
func.func private @avg_pool_grad_rest_check() {
  %x = nn.constant dense<[[[[0.4576, 1.1746, 0.3936], [1.3576, 1.4288, 1.4868]], [[1.1735, 1.3498, 0.4554], [1.026, 0.9113, 1.3418]]]]> : tensor<1x2x2x3xf64>
  %c = nn.constant dense<[[[[-0.5378, -0.6095, -0.6902, 0.0309, -0.5831, -0.3609, -0.8765], [-0.1375, -0.079, 0.5963, -0.5813, -0.9477, -0.0477, 0.0038], [-0.7965, -0.4855, 0.3651, 0.2117, 0.7905, -0.3531, -0.2983], [-0.1575, -0.9664, -0.6524, -0.9607, -0.3408, -0.4858, -0.3103], [-0.7615, 0.9853, -0.2893, 0.2887, 0.1441, 0.6717, 0.4188]], [[0.154, 0.571, -0.3995, 0.815, -0.4777, -0.7243, 0.562], [0.256, -0.4959, -0.5553, -0.6542, -0.8671, -0.2638, -0.6593], [-0.3877, -0.3864, 0.9938, 0.0607, 0.7597, -0.5951, 0.6389], [-0.1028, -0.0379, 0.5727, -0.1702, 0.6159, -0.6296, 0.248], [-0.4282, -0.376, -0.518, 0.1256, -0.0601, 0.544, 0.3206]]]]> : tensor<1x2x5x7xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[0.4062, -0.0964, 0.3134], [-0.9099, -0.3626, -0.8062]], [[-0.6187, 0.0132, 0.6756], [0.4598, 0.6547, -0.4464]]]]> : tensor<1x2x2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x2x3xf64>
  %up = call @avg_pool_grad_rest_loss(%x_up, %c) : (tensor<1x2x2x3xf64>, tensor<1x2x5x7xf64>) -> tensor<f64>
  %down = call @avg_pool_grad_rest_loss(%x_down, %c) : (tensor<1x2x2x3xf64>, tensor<1x2x5x7xf64>) -> tensor<f64>
  %g:1 = call @avg_pool_grad_rest_gradient(%x, %c) : (tensor<1x2x2x3xf64>, tensor<1x2x5x7xf64>) -> (tensor<1x2x2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_grad_rest_loss(%x: tensor<1x2x2x3xf64>, %v: tensor<1x2x5x7xf64>, %c: tensor<1x2x5x7xf64>) -> tensor<f64> {
  %i = nn.max_pool_index %v kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xi32>
  %y = nn.max_pool_grad %x, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x2x3xf64>, tensor<1x2x2x3xi32>) -> tensor<1x2x5x7xf64>
  %yc = nn.mul %y, %c : tensor<1x2x5x7xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_grad_rest_gradient(%x: tensor<1x2x2x3xf64>, %v: tensor<1x2x5x7xf64>, %c: tensor<1x2x5x7xf64>) -> (tensor<1x2x2x3xf64>) {
  %i = nn.max_pool_index %v kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xi32>
  %y = nn.max_pool_grad %x, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x2x3xf64>, tensor<1x2x2x3xi32>) -> tensor<1x2x5x7xf64>
  %yc = nn.mul %y, %c : tensor<1x2x5x7xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x2x3xf64>) : tensor<f64> -> tensor<1x2x2x3xf64>
  return %g#0 : tensor<1x2x2x3xf64>
}
func.func private @max_pool_grad_rest_check() {
  %x = nn.constant dense<[[[[1.2116, 0.6474, 1.2177], [1.3609, 1.6598, 0.8041]], [[1.1466, 1.5518, 1.2718], [1.2032, 0.5277, 0.4427]]]]> : tensor<1x2x2x3xf64>
  %v = nn.constant dense<[[[[1.0218, 1.491, 0.5114, 1.1673, 0.318, 0.5706, 0.8912], [0.7661, 0.7004, 1.1268, 1.0533, 1.1409, 1.1217, 1.6632], [0.3424, 1.4227, 1.6145, 0.3672, 0.5152, 0.8292, 1.5797], [0.9118, 0.3896, 0.6075, 1.2711, 0.5917, 0.4292, 1.5585], [0.4267, 0.6367, 0.8576, 1.4018, 1.0485, 1.1201, 0.7527]], [[0.6316, 0.4587, 0.9432, 1.6552, 0.3405, 1.4266, 0.9749], [1.2312, 0.9516, 1.5958, 1.1823, 1.426, 0.8081, 0.7697], [0.3962, 1.5746, 1.5198, 1.4273, 0.4928, 1.5354, 1.5994], [0.965, 0.8448, 1.4757, 1.3051, 1.1595, 0.375, 1.6293], [0.6763, 1.6672, 1.4284, 1.0144, 1.4159, 0.8179, 0.6161]]]]> : tensor<1x2x5x7xf64>
  %c = nn.constant dense<[[[[0.8062, -0.8306, 0.6712, 0.1757, -0.6516, -0.7635, 0.4285], [-0.0862, 0.737, -0.5502, 0.5894, -0.5028, -0.6096, -0.0645], [0.1832, -0.8258, 0.2386, -0.224, 0.162, -0.252, 0.0969], [0.0659, -0.1233, 0.9051, -0.0087, 0.5117, -0.3623, -0.153], [-0.3384, 0.2704, 0.0874, -0.7114, 0.1854, 0.7108, 0.5414]], [[-0.3118, -0.977, 0.595, -0.92, 0.9857, 0.3868, -0.5191], [0.5829, -0.1207, 0.9994, -0.4185, -0.4638, 0.0372, -0.3561], [-0.7511, 0.6389, 0.3949, 0.6497, -0.2047, -0.7772, -0.8479], [0.7277, 0.3836, 0.3862, -0.628, -0.2831, 0.5529, 0.412], [0.394, 0.5986, -0.3187, 0.2895, -0.6933, -0.7958, -0.876]]]]> : tensor<1x2x5x7xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[0.9088, -0.6397, 0.6775], [0.0339, 0.3187, 0.9653]], [[0.067, -0.291, -0.4477], [-0.0324, 0.5566, -0.8117]]]]> : tensor<1x2x2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x2x3xf64>
  %up = call @max_pool_grad_rest_loss(%x_up, %v, %c) : (tensor<1x2x2x3xf64>, tensor<1x2x5x7xf64>, tensor<1x2x5x7xf64>) -> tensor<f64>
  %down = call @max_pool_grad_rest_loss(%x_down, %v, %c) : (tensor<1x2x2x3xf64>, tensor<1x2x5x7xf64>, tensor<1x2x5x7xf64>) -> tensor<f64>
  %g:1 = call @max_pool_grad_rest_gradient(%x, %v, %c) : (tensor<1x2x2x3xf64>, tensor<1x2x5x7xf64>, tensor<1x2x5x7xf64>) -> (tensor<1x2x2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_pick_rest_loss(%x: tensor<1x2x5x7xf64>, %v: tensor<1x2x5x7xf64>, %c: tensor<1x2x2x3xf64>) -> tensor<f64> {
  %i = nn.max_pool_index %v kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xi32>
  %y = nn.max_pool_pick %x, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xi32>) -> tensor<1x2x2x3xf64>
  %yc = nn.mul %y, %c : tensor<1x2x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_pick_rest_gradient(%x: tensor<1x2x5x7xf64>, %v: tensor<1x2x5x7xf64>, %c: tensor<1x2x2x3xf64>) -> (tensor<1x2x5x7xf64>) {
  %i = nn.max_pool_index %v kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x3xi32>
  %y = nn.max_pool_pick %x, %i kernel [2, 2] strides [2, 2] pads [0, 0] : (tensor<1x2x5x7xf64>, tensor<1x2x2x3xi32>) -> tensor<1x2x2x3xf64>
  %yc = nn.mul %y, %c : tensor<1x2x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x5x7xf64>) : tensor<f64> -> tensor<1x2x5x7xf64>
  return %g#0 : tensor<1x2x5x7xf64>
}
func.func private @max_pool_pick_rest_check() {
  %x = nn.constant dense<[[[[1.3737, 1.1767, 1.589, 0.4606, 1.2531, 0.763, 1.5595], [1.059, 0.8563, 1.2159, 1.1238, 0.5504, 1.5098, 1.305], [1.5848, 0.7534, 1.4034, 1.0873, 1.5038, 0.8937, 1.5328], [0.4799, 0.6709, 1.4762, 0.9896, 1.5429, 1.0241, 1.6543], [0.4319, 1.6789, 0.7588, 0.4084, 0.6276, 1.1249, 1.0709]], [[1.3708, 0.7215, 1.5155, 0.8926, 1.363, 1.1616, 1.2781], [1.3983, 1.1804, 0.5698, 1.411, 1.5165, 1.2388, 1.002], [0.6285, 1.6818, 0.9432, 1.5764, 0.4836, 0.3505, 0.3922], [1.3336, 0.566, 0.4749, 1.2217, 0.374, 0.9981, 0.4928], [0.5898, 0.5811, 0.8228, 1.2872, 1.3337, 0.8697, 0.7081]]]]> : tensor<1x2x5x7xf64>
  %v = nn.constant dense<[[[[0.5763, 0.5608, 0.859, 0.4123, 1.5933, 0.7706, 0.3669], [0.5656, 1.6279, 0.7747, 0.7383, 0.9469, 1.3113, 1.3568], [1.1537, 0.5835, 0.7899, 1.028, 0.3025, 0.8529, 0.6605], [1.1097, 1.6813, 0.8147, 0.4505, 0.9918, 1.4483, 0.7392], [0.3191, 0.5152, 1.4396, 1.4359, 0.8851, 1.2473, 1.3523]], [[1.1472, 1.0154, 1.3384, 1.131, 0.5545, 1.4246, 1.3986], [0.4142, 0.7193, 1.1341, 0.6682, 0.311, 0.63, 0.4163], [1.6087, 0.5418, 1.4231, 1.0806, 0.4992, 0.7658, 1.0619], [1.2685, 0.3606, 1.3462, 0.9214, 1.5323, 1.6938, 0.8961], [1.4663, 1.0288, 0.6278, 1.639, 1.2954, 0.3243, 1.3604]]]]> : tensor<1x2x5x7xf64>
  %c = nn.constant dense<[[[[0.2904, -0.814, -0.4053], [-0.2361, 0.2644, -0.0562]], [[-0.2149, -0.3838, 0.2131], [0.5135, -0.3639, -0.7435]]]]> : tensor<1x2x2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[0.3516, -0.1274, 0.004, -0.514, -0.1081, 0.4525, 0.4694], [0.4475, -0.3877, -0.2638, -0.1726, -0.7122, 0.4396, 0.1436], [0.0509, -0.3417, -0.836, -0.5176, 0.744, -0.6165, 0.3608], [-0.6696, -0.7722, 0.4894, 0.4433, 0.2564, -0.1573, -0.3721], [-0.815, 0.9933, 0.6751, -0.9631, 0.8174, -0.0452, 0.7121]], [[-0.8255, -0.6006, -0.3648, -0.3529, 0.0226, -0.4285, -0.3572], [-0.1366, 0.6336, 0.6333, -0.8798, -0.0812, 0.118, 0.9276], [-0.651, -0.4269, -0.6929, 0.3157, 0.0936, -0.5208, -0.0488], [0.875, 0.4719, -0.8155, -0.0818, -0.3642, 0.277, 0.6771], [0.7842, 0.4949, 0.2975, -0.0662, 0.5084, 0.0302, -0.7858]]]]> : tensor<1x2x5x7xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x5x7xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x5x7xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x5x7xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x5x7xf64>
  %up = call @max_pool_pick_rest_loss(%x_up, %v, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> tensor<f64>
  %down = call @max_pool_pick_rest_loss(%x_down, %v, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> tensor<f64>
  %g:1 = call @max_pool_pick_rest_gradient(%x, %v, %c) : (tensor<1x2x5x7xf64>, tensor<1x2x5x7xf64>, tensor<1x2x2x3xf64>) -> (tensor<1x2x5x7xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x5x7xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x5x7xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_overlapping_loss(%x: tensor<1x2x6x5xf64>, %c: tensor<1x2x3x5xf64>) -> tensor<f64> {
  %y = nn.max_pool %x kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_overlapping_gradient(%x: tensor<1x2x6x5xf64>, %c: tensor<1x2x3x5xf64>) -> (tensor<1x2x6x5xf64>) {
  %y = nn.max_pool %x kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x6x5xf64>) : tensor<f64> -> tensor<1x2x6x5xf64>
  return %g#0 : tensor<1x2x6x5xf64>
}
func.func private @max_pool_overlapping_check() {
  %x = nn.constant dense<[[[[1.5406, 1.5718, 1.6968, 1.2501, 1.1079], [1.3828, 0.943, 1.3218, 1.2959, 1.3807], [0.9691, 1.4453, 0.6119, 1.3456, 1.545], [0.5599, 1.67, 0.6947, 0.8984, 1.1858], [0.4742, 0.7386, 1.3484, 0.7415, 1.3921], [0.7438, 0.5204, 0.7873, 1.0305, 0.4226]], [[0.9418, 1.3937, 1.5364, 1.4828, 0.5378], [0.5535, 1.4458, 0.3023, 1.2932, 1.3099], [1.0796, 0.851, 1.0804, 1.0363, 1.5071], [1.5225, 1.5899, 0.7277, 1.6772, 0.5363], [1.2489, 0.9943, 1.0268, 1.3245, 0.572], [1.0517, 0.4722, 1.5318, 0.8265, 0.8784]]]]> : tensor<1x2x6x5xf64>
  %c = nn.constant dense<[[[[0.9906, -0.8927, 0.5496, -0.6178, -0.4656], [-0.987, -0.7232, 0.6631, -0.0481, 0.5263], [-0.1442, 0.0955, -0.8692, -0.1941, 0.8322]], [[-0.7657, 0.2919, 0.0344, -0.2373, -0.9815], [-0.922, 0.388, -0.1847, -0.375, -0.6415], [-0.7151, -0.6441, 0.8742, -0.1368, -0.7137]]]]> : tensor<1x2x3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[0.7457, 0.1291, 0.3051, -0.0564, -0.8256], [0.6185, -0.7407, -0.6045, 0.0828, -0.5134], [0.2294, -0.6659, 0.6463, -0.4964, -0.6565], [0.2683, -0.2452, 0.3668, -0.5249, -0.1153], [-0.0267, 0.4661, 0.8216, -0.3068, 0.6795], [-0.9039, 0.104, 0.2698, 0.9263, 0.074]], [[0.2325, -0.7956, 0.7035, 0.4602, 0.7159], [0.432, -0.5864, -0.0745, -0.0464, 0.9726], [-0.6212, 0.5201, 0.0165, 0.2723, -0.6577], [-0.4652, -0.7274, 0.3298, -0.9624, 0.4943], [0.3207, -0.6596, -0.2296, -0.6591, 0.5531], [0.5908, -0.9173, 0.6644, 0.3222, -0.5669]]]]> : tensor<1x2x6x5xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x6x5xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x6x5xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x6x5xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x6x5xf64>
  %up = call @max_pool_overlapping_loss(%x_up, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> tensor<f64>
  %down = call @max_pool_overlapping_loss(%x_down, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> tensor<f64>
  %g:1 = call @max_pool_overlapping_gradient(%x, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> (tensor<1x2x6x5xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x6x5xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @avg_pool_overlapping_loss(%x: tensor<1x2x6x5xf64>, %c: tensor<1x2x3x5xf64>) -> tensor<f64> {
  %y = nn.avg_pool %x kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @avg_pool_overlapping_gradient(%x: tensor<1x2x6x5xf64>, %c: tensor<1x2x3x5xf64>) -> (tensor<1x2x6x5xf64>) {
  %y = nn.avg_pool %x kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x6x5xf64>) : tensor<f64> -> tensor<1x2x6x5xf64>
  return %g#0 : tensor<1x2x6x5xf64>
}
func.func private @avg_pool_overlapping_check() {
  %x = nn.constant dense<[[[[1.4866, 1.3592, 0.9011, 0.5304, 1.2149], [1.559, 0.8601, 0.792, 0.382, 1.2929], [0.5439, 0.7098, 0.6756, 0.6079, 0.4194], [0.3249, 1.1191, 1.562, 1.5624, 0.3907], [1.3435, 0.6033, 1.1448, 1.2242, 0.679], [1.2549, 0.9249, 0.3961, 1.5633, 0.5468]], [[0.6859, 0.5458, 0.4348, 1.3096, 1.6572], [0.8213, 1.1306, 1.1681, 0.7336, 0.7772], [1.4437, 1.4626, 0.5875, 0.5369, 1.353], [0.8264, 1.614, 0.7649, 1.2167, 0.3119], [1.436, 1.0509, 1.6453, 0.8609, 0.7846], [1.4958, 1.6008, 0.5776, 0.49, 0.8484]]]]> : tensor<1x2x6x5xf64>
  %c = nn.constant dense<[[[[-0.2629, -0.0978, -0.429, -0.1923, -0.3287], [-0.8758, -0.6288, -0.867, 0.7568, -0.4015], [-0.2223, 0.6565, -0.0403, 0.8002, 0.4487]], [[-0.0034, -0.2531, -0.9792, 0.4504, -0.3187], [-0.8908, 0.7098, 0.5775, -0.5213, 0.4711], [-0.4137, -0.3007, 0.782, -0.7092, 0.8659]]]]> : tensor<1x2x3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[-0.0732, 0.2632, 0.6257, -0.3893, 0.4282], [-0.447, -0.1168, -0.3197, -0.3331, -0.8133], [-0.6984, -0.8484, -0.5128, -0.1824, 0.7721], [-0.0072, 0.671, -0.6465, 0.6405, -0.3845], [-0.7376, 0.6071, 0.29, 0.6576, 0.3729], [0.6179, 0.8431, -0.2708, -0.7644, 0.2197]], [[0.5289, 0.5472, -0.1391, 0.0488, -0.6774], [-0.924, 0.2074, 0.0055, 0.0842, 0.8684], [-0.1291, -0.534, -0.4103, 0.0344, 0.6331], [-0.7137, -0.0933, -0.5606, 0.6624, 0.6461], [0.4119, 0.8351, 0.1957, 0.712, 0.4913], [-0.0838, 0.222, -0.9334, -0.4511, -0.3021]]]]> : tensor<1x2x6x5xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x6x5xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x6x5xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x6x5xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x6x5xf64>
  %up = call @avg_pool_overlapping_loss(%x_up, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> tensor<f64>
  %down = call @avg_pool_overlapping_loss(%x_down, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> tensor<f64>
  %g:1 = call @avg_pool_overlapping_gradient(%x, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> (tensor<1x2x6x5xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x6x5xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @avg_pool_grad_overlapping_loss(%x: tensor<1x2x3x5xf64>, %c: tensor<1x2x6x5xf64>) -> tensor<f64> {
  %y = nn.avg_pool_grad %x kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x3x5xf64>) -> tensor<1x2x6x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x6x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @avg_pool_grad_overlapping_gradient(%x: tensor<1x2x3x5xf64>, %c: tensor<1x2x6x5xf64>) -> (tensor<1x2x3x5xf64>) {
  %y = nn.avg_pool_grad %x kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x3x5xf64>) -> tensor<1x2x6x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x6x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x3x5xf64>) : tensor<f64> -> tensor<1x2x3x5xf64>
  return %g#0 : tensor<1x2x3x5xf64>
}
func.func private @avg_pool_grad_overlapping_check() {
  %x = nn.constant dense<[[[[1.1046, 1.5637, 0.7139, 1.6477, 1.5385], [0.8509, 0.4286, 0.528, 1.1533, 1.1558], [1.3362, 1.199, 1.46, 0.3124, 0.5443]], [[0.9617, 1.3563, 0.5126, 1.1063, 1.2306], [1.4261, 1.2841, 1.367, 0.3873, 0.7332], [0.4802, 1.3465, 1.0772, 0.3933, 1.1174]]]]> : tensor<1x2x3x5xf64>
  %c = nn.constant dense<[[[[0.0316, 0.9604, -0.7855, -0.3972, 0.5354], [0.6088, 0.2067, 0.2476, -0.3364, 0.2919], [0.94, -0.3799, 0.3425, -0.7028, 0.13], [-0.3487, -0.6183, -0.5448, 0.8504, -0.4187], [0.0394, 0.1879, 0.0631, 0.4801, 0.0155], [0.1393, -0.2608, -0.0941, 0.4529, 0.3716]], [[0.114, 0.8647, 0.015, -0.6203, 0.7814], [0.639, 0.3804, 0.46, 0.1953, -0.4465], [-0.1901, -0.9171, 0.0595, 0.0605, -0.3277], [-0.0654, -0.2787, 0.7002, -0.309, -0.2625], [0.5228, 0.3115, -0.5049, -0.3531, -0.0307], [0.2357, 0.2882, 0.9929, 0.5366, -0.909]]]]> : tensor<1x2x6x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[-0.3208, -0.0438, -0.1312, 0.6658, 0.286], [-0.5155, 0.9525, 0.7176, 0.2411, 0.8994], [0.2875, -0.0337, 0.2014, -0.4963, 0.2484]], [[-0.9759, 0.3784, -0.7292, 0.4414, -0.9605], [0.7888, -0.0951, -0.5458, 0.9576, -0.0882], [-0.1328, -0.0277, 0.3097, 0.3673, -0.1255]]]]> : tensor<1x2x3x5xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x3x5xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x3x5xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x3x5xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x3x5xf64>
  %up = call @avg_pool_grad_overlapping_loss(%x_up, %c) : (tensor<1x2x3x5xf64>, tensor<1x2x6x5xf64>) -> tensor<f64>
  %down = call @avg_pool_grad_overlapping_loss(%x_down, %c) : (tensor<1x2x3x5xf64>, tensor<1x2x6x5xf64>) -> tensor<f64>
  %g:1 = call @avg_pool_grad_overlapping_gradient(%x, %c) : (tensor<1x2x3x5xf64>, tensor<1x2x6x5xf64>) -> (tensor<1x2x3x5xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x3x5xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_grad_overlapping_loss(%x: tensor<1x2x3x5xf64>, %v: tensor<1x2x6x5xf64>, %c: tensor<1x2x6x5xf64>) -> tensor<f64> {
  %i = nn.max_pool_index %v kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xi32>
  %y = nn.max_pool_grad %x, %i kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x3x5xf64>, tensor<1x2x3x5xi32>) -> tensor<1x2x6x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x6x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_grad_overlapping_gradient(%x: tensor<1x2x3x5xf64>, %v: tensor<1x2x6x5xf64>, %c: tensor<1x2x6x5xf64>) -> (tensor<1x2x3x5xf64>) {
  %i = nn.max_pool_index %v kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xi32>
  %y = nn.max_pool_grad %x, %i kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x3x5xf64>, tensor<1x2x3x5xi32>) -> tensor<1x2x6x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x6x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x3x5xf64>) : tensor<f64> -> tensor<1x2x3x5xf64>
  return %g#0 : tensor<1x2x3x5xf64>
}
func.func private @max_pool_grad_overlapping_check() {
  %x = nn.constant dense<[[[[0.95, 0.3624, 0.5979, 0.5465, 1.3307], [1.1982, 0.3376, 0.4252, 0.9624, 0.4312], [1.2658, 1.21, 0.385, 0.7186, 0.8401]], [[1.5074, 0.52, 0.6445, 0.8086, 0.3292], [0.3873, 0.9855, 0.4826, 1.1628, 0.9137], [0.8876, 0.9622, 1.3497, 0.31, 1.5599]]]]> : tensor<1x2x3x5xf64>
  %v = nn.constant dense<[[[[1.0231, 1.2313, 1.6186, 1.2945, 0.5242], [0.5925, 1.4614, 1.2076, 1.3801, 1.0252], [0.5349, 0.4582, 0.841, 1.1225, 1.3233], [0.8592, 0.4881, 0.7117, 1.6481, 1.5424], [0.8555, 0.5463, 1.607, 0.8778, 0.9356], [1.2632, 1.4858, 0.9613, 0.7427, 0.352]], [[0.5991, 0.4602, 0.8632, 1.1452, 0.6798], [1.4503, 0.8179, 0.7185, 0.8423, 0.7613], [1.0198, 0.4597, 1.0028, 0.3891, 1.678], [0.4125, 0.6578, 0.5291, 1.2744, 1.0792], [0.8545, 1.2876, 0.3316, 1.2372, 1.2175], [0.3211, 1.1159, 0.774, 1.0988, 1.448]]]]> : tensor<1x2x6x5xf64>
  %c = nn.constant dense<[[[[0.0533, -0.2768, -0.9518, -0.1662, 0.2137], [-0.5767, -0.8264, -0.9333, 0.3889, 0.2083], [0.6033, 0.8028, -0.0995, -0.9218, 0.3486], [-0.809, 0.3859, -0.0144, -0.6677, 0.3809], [-0.0115, -0.3385, 0.189, 0.4487, 0.3898], [0.5478, -0.9658, 0.8341, -0.0831, 0.3104]], [[0.1866, -0.4009, 0.079, 0.1846, -0.8418], [-0.0617, 0.7126, 0.7128, 0.6285, 0.3393], [-0.7226, -0.5531, -0.0249, 0.9227, -0.2929], [-0.4722, -0.0965, -0.5821, -0.2411, -0.48], [-0.2246, -0.1071, -0.0637, 0.1513, -0.4218], [0.3763, -0.1637, 0.8396, 0.6292, 0.2343]]]]> : tensor<1x2x6x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[-0.9039, -0.2167, -0.5502, -0.1128, 0.4802], [-0.614, -0.7185, 0.6144, -0.431, -0.0694], [0.8753, 0.6562, -0.6438, -0.9348, 0.4081]], [[0.0222, 0.837, 0.937, 0.1738, 0.1986], [-0.0066, 0.9858, -0.7196, 0.4595, -0.6996], [0.6678, 0.272, 0.444, -0.003, 0.9676]]]]> : tensor<1x2x3x5xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x3x5xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x3x5xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x3x5xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x3x5xf64>
  %up = call @max_pool_grad_overlapping_loss(%x_up, %v, %c) : (tensor<1x2x3x5xf64>, tensor<1x2x6x5xf64>, tensor<1x2x6x5xf64>) -> tensor<f64>
  %down = call @max_pool_grad_overlapping_loss(%x_down, %v, %c) : (tensor<1x2x3x5xf64>, tensor<1x2x6x5xf64>, tensor<1x2x6x5xf64>) -> tensor<f64>
  %g:1 = call @max_pool_grad_overlapping_gradient(%x, %v, %c) : (tensor<1x2x3x5xf64>, tensor<1x2x6x5xf64>, tensor<1x2x6x5xf64>) -> (tensor<1x2x3x5xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x3x5xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_pool_pick_overlapping_loss(%x: tensor<1x2x6x5xf64>, %v: tensor<1x2x6x5xf64>, %c: tensor<1x2x3x5xf64>) -> tensor<f64> {
  %i = nn.max_pool_index %v kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xi32>
  %y = nn.max_pool_pick %x, %i kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xi32>) -> tensor<1x2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_pool_pick_overlapping_gradient(%x: tensor<1x2x6x5xf64>, %v: tensor<1x2x6x5xf64>, %c: tensor<1x2x3x5xf64>) -> (tensor<1x2x6x5xf64>) {
  %i = nn.max_pool_index %v kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>) -> tensor<1x2x3x5xi32>
  %y = nn.max_pool_pick %x, %i kernel [3, 3] strides [2, 1] pads [1, 1] : (tensor<1x2x6x5xf64>, tensor<1x2x3x5xi32>) -> tensor<1x2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<1x2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x2x3x5xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<1x2x6x5xf64>) : tensor<f64> -> tensor<1x2x6x5xf64>
  return %g#0 : tensor<1x2x6x5xf64>
}
func.func private @max_pool_pick_overlapping_check() {
  %x = nn.constant dense<[[[[0.4591, 0.6565, 1.4966, 1.3589, 1.6006], [1.3826, 0.4823, 1.3418, 0.3819, 1.2396], [1.4951, 0.9096, 0.3566, 1.1894, 0.563], [1.1407, 0.5695, 0.7057, 0.898, 1.4545], [0.8764, 1.5543, 0.3492, 0.732, 0.3218], [1.6071, 1.4247, 0.8682, 0.5452, 0.9523]], [[0.6023, 0.8801, 1.637, 0.9723, 0.4741], [1.0862, 0.3333, 0.6585, 0.8429, 0.6213], [1.2426, 1.1118, 0.8617, 1.5208, 1.1254], [1.4147, 0.3691, 0.6634, 1.5156, 0.3113], [0.5624, 1.6196, 0.3266, 0.3819, 1.5567], [0.4269, 1.411, 1.016, 1.0245, 0.5943]]]]> : tensor<1x2x6x5xf64>
  %v = nn.constant dense<[[[[1.1003, 1.1784, 0.9544, 1.0079, 1.481], [0.7673, 1.2775, 0.8911, 1.6621, 0.4621], [0.8982, 1.4011, 1.0332, 0.5325, 0.6447], [0.3011, 1.0223, 0.9943, 0.3591, 1.085], [1.5954, 0.8341, 0.7563, 1.5206, 1.5901], [0.4347, 1.2738, 1.3088, 0.968, 0.7763]], [[1.1937, 1.6342, 0.7258, 0.6994, 1.5715], [0.4653, 0.3046, 0.8347, 1.2133, 0.464], [1.5666, 0.6478, 1.0138, 1.2632, 1.5285], [1.172, 0.6848, 0.9134, 0.9725, 1.1414], [1.6422, 1.6395, 0.7976, 1.3603, 1.0436], [1.546, 1.0588, 0.7302, 1.1598, 0.7626]]]]> : tensor<1x2x6x5xf64>
  %c = nn.constant dense<[[[[0.0466, -0.4301, 0.5072, 0.055, -0.3829], [-0.5355, -0.6506, 0.6451, 0.2534, -0.1493], [-0.2654, -0.7162, -0.448, 0.0118, 0.1317]], [[-0.0997, -0.874, 0.7471, -0.2963, 0.8326], [0.9721, -0.7626, 0.1261, 0.8481, 0.4621], [0.4096, -0.6253, 0.6573, 0.5172, 0.7597]]]]> : tensor<1x2x3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[[0.0167, -0.5417, 0.8393, 0.0931, -0.9071], [-0.3252, 0.4668, -0.7322, -0.6209, -0.4256], [0.6868, 0.993, 0.2581, -0.0933, -0.321], [0.2401, 0.8706, -0.9331, 0.9527, -0.4015], [0.9479, 0.8248, -0.0454, -0.1586, 0.008], [-0.7226, 0.1893, -0.6276, 0.214, 0.4165]], [[0.7958, 0.8016, -0.8677, 0.469, -0.2966], [0.8336, -0.5081, -0.1859, 0.6034, 0.8779], [-0.9402, 0.9382, -0.2168, 0.2371, 0.6946], [-0.124, 0.0312, 0.1906, -0.7247, -0.852], [-0.1538, 0.8683, 0.2071, 0.9045, -0.426], [0.3417, -0.8453, -0.9302, 0.3912, 0.1208]]]]> : tensor<1x2x6x5xf64>
  %x_h = nn.splat %step : f64 -> tensor<1x2x6x5xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<1x2x6x5xf64>
  %x_up = nn.add %x, %x_s : tensor<1x2x6x5xf64>
  %x_down = nn.sub %x, %x_s : tensor<1x2x6x5xf64>
  %up = call @max_pool_pick_overlapping_loss(%x_up, %v, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> tensor<f64>
  %down = call @max_pool_pick_overlapping_loss(%x_down, %v, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> tensor<f64>
  %g:1 = call @max_pool_pick_overlapping_gradient(%x, %v, %c) : (tensor<1x2x6x5xf64>, tensor<1x2x6x5xf64>, tensor<1x2x3x5xf64>) -> (tensor<1x2x6x5xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<1x2x6x5xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2, 3] : tensor<1x2x6x5xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "max_pool_1d: "
  call @max_pool_1d_check() : () -> ()
  vector.print str "avg_pool_1d: "
  call @avg_pool_1d_check() : () -> ()
  vector.print str "avg_pool_grad_1d: "
  call @avg_pool_grad_1d_check() : () -> ()
  vector.print str "max_pool_grad_1d: "
  call @max_pool_grad_1d_check() : () -> ()
  vector.print str "max_pool_pick_1d: "
  call @max_pool_pick_1d_check() : () -> ()
  vector.print str "max_pool_rest: "
  call @max_pool_rest_check() : () -> ()
  vector.print str "avg_pool_rest: "
  call @avg_pool_rest_check() : () -> ()
  vector.print str "avg_pool_grad_rest: "
  call @avg_pool_grad_rest_check() : () -> ()
  vector.print str "max_pool_grad_rest: "
  call @max_pool_grad_rest_check() : () -> ()
  vector.print str "max_pool_pick_rest: "
  call @max_pool_pick_rest_check() : () -> ()
  vector.print str "max_pool_overlapping: "
  call @max_pool_overlapping_check() : () -> ()
  vector.print str "avg_pool_overlapping: "
  call @avg_pool_overlapping_check() : () -> ()
  vector.print str "avg_pool_grad_overlapping: "
  call @avg_pool_grad_overlapping_check() : () -> ()
  vector.print str "max_pool_grad_overlapping: "
  call @max_pool_grad_overlapping_check() : () -> ()
  vector.print str "max_pool_pick_overlapping: "
  call @max_pool_pick_overlapping_check() : () -> ()
  return
}
