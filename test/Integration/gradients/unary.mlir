// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}neg: 1{{$}}
// CHECK: {{^}}abs: 1{{$}}
// CHECK: {{^}}exp: 1{{$}}
// CHECK: {{^}}expm1: 1{{$}}
// CHECK: {{^}}sin: 1{{$}}
// CHECK: {{^}}cos: 1{{$}}
// CHECK: {{^}}tanh: 1{{$}}
// CHECK: {{^}}erf: 1{{$}}
// CHECK: {{^}}sigmoid: 1{{$}}
// CHECK: {{^}}log: 1{{$}}
// CHECK: {{^}}log1p: 1{{$}}
// CHECK: {{^}}sqrt: 1{{$}}
// CHECK: {{^}}rsqrt: 1{{$}}
// CHECK: {{^}}floor: 1{{$}}
// CHECK: {{^}}ceil: 1{{$}}
// CHECK: {{^}}round: 1{{$}}
// CHECK: {{^}}sign: 1{{$}}
// CHECK: {{^}}pow_int_2: 1{{$}}
// CHECK: {{^}}pow_int_3: 1{{$}}
// CHECK: {{^}}pow_int_minus_2: 1{{$}}

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

func.func private @neg_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.neg %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @neg_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.neg %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @neg_check() {
  %x = nn.constant dense<[[0.549, 1.1426, 0.7749], [-0.3447, -1.2171, 0.006]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.6448, -0.518, -0.7435], [0.7124, 0.3972, 0.164]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.2221, 0.7551, -0.0524], [-0.5169, 0.0788, -0.1947]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @neg_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @neg_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @neg_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @abs_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.abs %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @abs_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.abs %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @abs_check() {
  %x = nn.constant dense<[[0.7723, 0.9457, -1.9827], [0.8132, -1.625, 0.3945]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.0148, 0.7321, 0.768], [0.6914, 0.3666, 0.509]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.5666, -0.0938, -0.3366], [0.5345, -0.104, -0.4926]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @abs_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @abs_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @abs_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @exp_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.exp %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @exp_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.exp %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @exp_check() {
  %x = nn.constant dense<[[-0.3105, 0.7792, -1.6375], [0.5631, 0.4881, -0.2495]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.053, 0.3235, -0.2544], [-0.4797, 0.8875, -0.719]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.7923, -0.1322, 0.6413], [0.3121, -0.9595, 0.3948]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @exp_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @exp_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @exp_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @expm1_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.expm1 %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @expm1_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.expm1 %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @expm1_check() {
  %x = nn.constant dense<[[-0.4904, 0.3738, 0.5011], [-1.2586, -1.2869, 0.6034]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.5311, -0.7474, -0.1149], [0.3654, -0.3313, -0.3447]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.8871, -0.7008, -0.0164], [-0.4325, 0.3555, 0.1147]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @expm1_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @expm1_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @expm1_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @sin_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.sin %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @sin_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.sin %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @sin_check() {
  %x = nn.constant dense<[[0.6297, 0.5358, 1.6584], [1.4308, -1.5203, -0.9404]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.6524, 0.1492, -0.3567], [-0.2915, 0.1332, 0.462]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.1394, 0.5164, -0.5535], [-0.846, 0.1584, 0.4455]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @sin_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @sin_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @sin_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @cos_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.cos %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @cos_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.cos %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @cos_check() {
  %x = nn.constant dense<[[-0.8693, -1.7556, 0.7805], [1.4682, -0.2451, 1.2897]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.0972, -0.7605, -0.7723], [0.5357, -0.9605, 0.0308]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.3556, -0.4941, 0.5398], [0.3281, -0.3398, -0.8128]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @cos_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @cos_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @cos_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @tanh_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.tanh %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @tanh_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.tanh %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @tanh_check() {
  %x = nn.constant dense<[[0.6312, -1.5988, -0.177], [-1.2716, -0.9954, -1.9167]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.2493, -0.491, -0.3059], [-0.5764, -0.5527, 0.6862]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.6018, 0.0936, -0.6363], [0.8894, -0.8197, -0.7749]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @tanh_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @tanh_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @tanh_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @erf_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.erf %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @erf_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.erf %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @erf_check() {
  %x = nn.constant dense<[[1.8592, 0.2987, -0.6316], [-0.4402, 1.2384, -1.6633]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.7682, 0.118, 0.4631], [0.0413, 0.5148, 0.3319]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.4077, -0.3688, 0.5815], [-0.5087, -0.6806, 0.0497]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @erf_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @erf_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @erf_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @sigmoid_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.sigmoid %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @sigmoid_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.sigmoid %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @sigmoid_check() {
  %x = nn.constant dense<[[-1.9544, -1.7657, 0.6239], [1.3914, -1.3541, 1.2269]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.4888, 0.6771, 0.4575], [-0.9627, 0.1912, 0.7873]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.7295, -0.5317, 0.9333], [0.391, 0.5915, 0.3835]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @sigmoid_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @sigmoid_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @sigmoid_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @log_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.log %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @log_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.log %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @log_check() {
  %x = nn.constant dense<[[1.0871, 1.0646, 1.6568], [0.4817, 0.8207, 1.3155]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.5073, 0.1301, 0.5564], [-0.4855, -0.0581, -0.126]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.9625, -0.8908, -0.6469], [0.8123, -0.9102, 0.0881]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @log_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @log_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @log_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @log1p_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.log1p %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @log1p_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.log1p %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @log1p_check() {
  %x = nn.constant dense<[[1.1582, 1.5342, 1.5657], [0.6008, 1.6384, 0.3314]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.5782, -0.0162, -0.5344], [-0.1889, 0.802, 0.6575]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.3258, 0.232, -0.8106], [-0.816, 0.5182, 0.2844]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @log1p_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @log1p_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @log1p_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @sqrt_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.sqrt %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @sqrt_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.sqrt %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @sqrt_check() {
  %x = nn.constant dense<[[0.7472, 0.8531, 1.5879], [1.1814, 0.4753, 0.7519]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.7114, -0.9781, -0.0176], [0.3279, 0.0418, -0.7533]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.2419, -0.7692, 0.386], [-0.4827, -0.285, 0.8235]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @sqrt_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @sqrt_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @sqrt_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @rsqrt_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.rsqrt %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @rsqrt_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.rsqrt %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @rsqrt_check() {
  %x = nn.constant dense<[[0.644, 0.5251, 1.0576], [0.8147, 0.6625, 0.9812]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.9612, -0.6061, 0.9097], [0.3037, -0.7695, -0.0876]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.7356, -0.7387, 0.0576], [-0.6927, 0.4565, -0.8486]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @rsqrt_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @rsqrt_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @rsqrt_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @floor_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.floor %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @floor_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.floor %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @floor_check() {
  %x = nn.constant dense<[[-1.2015, -1.2275, -0.5089], [0.6043, 0.5935, 1.2638]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.9157, -0.1516, 0.0995], [-0.0666, 0.8727, 0.7009]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.6085, 0.7542, 0.2005], [-0.7, 0.5334, 0.8267]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @floor_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @floor_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @floor_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @ceil_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.ceil %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @ceil_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.ceil %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @ceil_check() {
  %x = nn.constant dense<[[0.4038, -2.8325, -2.7497], [-2.8229, -2.447, -1.9753]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.4672, -0.7347, 0.4953], [0.9336, 0.0804, 0.5645]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.6266, 0.7453, 0.2161], [0.3272, 0.0681, 0.6572]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @ceil_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @ceil_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @ceil_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @round_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.round %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @round_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.round %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @round_check() {
  %x = nn.constant dense<[[-1.7696, 1.5123, -1.1454], [2.0726, 0.4337, 2.9064]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.5966, -0.8754, 0.4053], [-0.1611, 0.8665, 0.687]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.1454, 0.5668, 0.1807], [0.1256, -0.3956, 0.094]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @round_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @round_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @round_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @sign_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.sign %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @sign_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.sign %x : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @sign_check() {
  %x = nn.constant dense<[[0.1815, -0.0531, 1.089], [-1.2648, 2.3627, 0.262]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.7046, 0.306, 0.987], [0.3198, -0.7334, -0.0676]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.2583, 0.8218, -0.1785], [0.4569, -0.4439, -0.2905]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @sign_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @sign_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @sign_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @pow_int_2_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.pow_int %x, 2 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @pow_int_2_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.pow_int %x, 2 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @pow_int_2_check() {
  %x = nn.constant dense<[[1.1336, 0.3848, 0.9131], [0.7593, 0.6328, 1.1491]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.4445, 0.5367, 0.493], [0.2782, -0.2063, -0.8129]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.8169, -0.4194, 0.5302], [0.8996, 0.993, 0.3984]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @pow_int_2_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @pow_int_2_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @pow_int_2_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @pow_int_3_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.pow_int %x, 3 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @pow_int_3_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.pow_int %x, 3 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @pow_int_3_check() {
  %x = nn.constant dense<[[0.7846, 1.2346, 0.8049], [1.5482, 1.5167, 0.9481]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.7413, -0.3789, -0.119], [-0.3793, 0.4732, -0.0003]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.1255, 0.1752, -0.854], [-0.253, 0.0121, -0.5105]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @pow_int_3_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @pow_int_3_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @pow_int_3_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @pow_int_minus_2_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.pow_int %x, -2 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @pow_int_minus_2_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.pow_int %x, -2 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @pow_int_minus_2_check() {
  %x = nn.constant dense<[[1.241, 0.9808, 1.6549], [1.5214, 0.3373, 0.9924]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.8557, 0.2967, 0.9534], [-0.6679, 0.1146, 0.8529]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.536, 0.6941, 0.5866], [0.4272, -0.778, -0.3442]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @pow_int_minus_2_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @pow_int_minus_2_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @pow_int_minus_2_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "neg: "
  call @neg_check() : () -> ()
  vector.print str "abs: "
  call @abs_check() : () -> ()
  vector.print str "exp: "
  call @exp_check() : () -> ()
  vector.print str "expm1: "
  call @expm1_check() : () -> ()
  vector.print str "sin: "
  call @sin_check() : () -> ()
  vector.print str "cos: "
  call @cos_check() : () -> ()
  vector.print str "tanh: "
  call @tanh_check() : () -> ()
  vector.print str "erf: "
  call @erf_check() : () -> ()
  vector.print str "sigmoid: "
  call @sigmoid_check() : () -> ()
  vector.print str "log: "
  call @log_check() : () -> ()
  vector.print str "log1p: "
  call @log1p_check() : () -> ()
  vector.print str "sqrt: "
  call @sqrt_check() : () -> ()
  vector.print str "rsqrt: "
  call @rsqrt_check() : () -> ()
  vector.print str "floor: "
  call @floor_check() : () -> ()
  vector.print str "ceil: "
  call @ceil_check() : () -> ()
  vector.print str "round: "
  call @round_check() : () -> ()
  vector.print str "sign: "
  call @sign_check() : () -> ()
  vector.print str "pow_int_2: "
  call @pow_int_2_check() : () -> ()
  vector.print str "pow_int_3: "
  call @pow_int_3_check() : () -> ()
  vector.print str "pow_int_minus_2: "
  call @pow_int_minus_2_check() : () -> ()
  return
}
