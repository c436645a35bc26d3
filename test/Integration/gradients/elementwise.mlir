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
// CHECK: {{^}}add: 1{{$}}
// CHECK: {{^}}sub: 1{{$}}
// CHECK: {{^}}mul: 1{{$}}
// CHECK: {{^}}div: 1{{$}}
// CHECK: {{^}}pow: 1{{$}}
// CHECK: {{^}}mod: 1{{$}}
// CHECK: {{^}}max: 1{{$}}
// CHECK: {{^}}min: 1{{$}}
// CHECK: {{^}}where: 1{{$}}
// CHECK: {{^}}clamp: 1{{$}}
// CHECK: {{^}}masked_log: 1{{$}}
// CHECK: {{^}}second: 1{{$}}
// CHECK: {{^}}custom_vjp: 1{{$}}

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
  %x = nn.constant dense<[[-0.115, -1.1459, 1.2855], [0.6004, 1.6083, 1.1144]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.0335, -0.2882, -0.5713], [-0.8952, -0.9419, -0.4937]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.887, -0.7566, 0.8191], [0.2005, 0.1551, -0.2474]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-0.3248, 1.6789, -1.9187], [-0.59, 1.8287, 0.6571]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.3171, 0.5185, 0.1686], [0.9609, 0.1732, -0.0599]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.0629, 0.7605, 0.0337], [-0.5414, 0.6266, -0.8787]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-1.3936, -0.3251, -0.3475], [-0.569, -1.8204, -1.7051]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.9577, 0.1665, -0.13], [-0.808, -0.1444, -0.914]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.9132, 0.6915, -0.79], [-0.6992, -0.2357, -0.1794]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-1.0318, 0.6713, 1.2519], [0.9662, -0.0918, -0.2976]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.3676, -0.9311, -0.5903], [0.6077, -0.3753, 0.6972]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.6407, 0.79, 0.9816], [-0.1949, -0.4205, -0.1021]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-0.5417, -1.1406, 1.6664], [-1.9849, -1.9463, -0.3125]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.9446, 0.023, -0.4055], [0.5118, 0.0856, -0.4947]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.7731, 0.1146, 0.3094], [-0.8433, -0.9169, -0.6268]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.747, 0.2715, 1.6508], [1.7553, -1.3835, -1.463]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.9219, 0.4784, 0.7012], [0.0665, -0.654, -0.1738]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.6882, -0.8127, -0.9041], [-0.6204, -0.0747, -0.478]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-0.8958, 1.9564, -0.5298], [-1.8444, 0.4636, 0.811]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.033, 0.2715, 0.9233], [0.1213, 0.7243, -0.0624]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.4756, 0.463, -0.5278], [0.1343, 0.6981, -0.7339]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-0.8793, 1.0081, 0.0876], [-0.0736, 1.3623, -0.4154]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.3376, 0.6282, -0.8421], [0.4376, 0.2802, 0.7919]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.2011, -0.7439, -0.577], [0.8709, -0.383, 0.6191]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[1.6746, -0.8432, -1.195], [1.0206, -0.7731, -1.158]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.5531, -0.8436, -0.7854], [-0.8876, -0.3152, 0.2431]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.4009, 0.6749, 0.2545], [0.1018, 0.6858, -0.6962]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[1.5667, 1.627, 1.6325], [1.124, 1.0837, 0.947]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.6178, -0.2717, -0.9066], [0.3915, -0.0983, 0.7642]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.7569, 0.3751, -0.4881], [0.428, -0.0522, 0.464]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.8583, 0.7239, 1.2706], [1.3711, 0.3744, 0.4696]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.4392, 0.5307, 0.7721], [0.5312, -0.8344, 0.6533]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.107, -0.6758, -0.4904], [-0.9307, -0.3568, -0.3735]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.6439, 0.4067, 0.7038], [1.1726, 0.578, 1.4278]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.7944, 0.1156, 0.6998], [0.4953, 0.0657, -0.9609]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.1364, 0.5952, -0.7024], [-0.268, 0.2485, 0.1532]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[1.0485, 1.539, 1.5539], [0.487, 0.3075, 1.1478]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.1127, 0.7454, -0.7554], [-0.9131, -0.4938, -0.9877]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.5069, -0.2099, -0.9462], [-0.1147, 0.9613, -0.1806]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[2.8333, -0.674, -1.6933], [2.8392, -2.4233, 0.0969]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.9302, -0.4702, -0.9608], [-0.6376, -0.6537, 0.4907]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.4545, -0.6543, 0.8205], [-0.3218, 0.4235, -0.7494]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-2.8126, 0.9989, -0.9131], [1.8971, 0.0811, 0.7722]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.5481, -0.8985, -0.4793], [0.8347, 0.0482, -0.6988]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.3769, 0.3426, 0.6], [-0.0213, -0.8694, 0.731]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.4039, -2.2618, -1.2667], [0.3776, -1.531, 0.199]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.5295, 0.736, -0.3147], [-0.1897, 0.831, -0.211]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.2423, -0.8866, 0.4308], [0.2723, 0.7792, 0.2835]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[-2.2401, -2.549, 2.4297], [-0.9776, -0.6459, -2.2167]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.2766, 0.8296, 0.9869], [0.6526, 0.5988, 0.0344]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.2588, 0.8514, 0.1701], [-0.6329, 0.3961, 0.7962]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.6277, 0.5342, 0.3556], [0.7304, 0.3728, 0.3478]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.9109, 0.4763, 0.6018], [0.9422, -0.6407, -0.6537]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.5064, 0.3897, 0.5181], [-0.3306, 0.5198, -0.5552]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.397, 0.6903, 0.6341], [0.8801, 0.7007, 1.1698]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.0195, 0.1409, -0.4008], [0.6795, -0.8217, 0.0747]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.413, -0.3797, 0.0286], [-0.8719, -0.9201, 0.3808]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.7984, 1.0659, 0.7013], [0.6737, 1.5283, 1.2719]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.318, -0.0951, 0.1836], [-0.5366, 0.4145, -0.8713]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.9569, -0.7068, 0.5498], [0.3241, -0.3861, 0.3149]]> : tensor<2x3xf64>
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

func.func private @add_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.add %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @add_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.add %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @add_check() {
  %a = nn.constant dense<[[0.743, 1.5113, 1.5222], [1.0524, 1.5243, 1.1716]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[1.6728, 1.3199, 1.6125], [0.9059, 1.1489, 0.5829]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.0618, 0.7391, -0.5016], [0.549, -0.1768, -0.153]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.9435, 0.2374, 0.6357], [0.1625, -0.8343, -0.6485]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.3131, -0.1631, -0.6678], [-0.7442, 0.5032, 0.9086]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @add_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @add_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @add_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @sub_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.sub %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @sub_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.sub %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @sub_check() {
  %a = nn.constant dense<[[0.7231, 1.48, 1.5049], [0.363, 0.981, 0.8465]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.3174, 0.3242, 1.4446], [1.3965, 1.6924, 0.4517]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.993, -0.3082, 0.9466], [-0.542, -0.3786, 0.7594]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.8561, 0.4113, 0.0128], [0.7147, 0.038, -0.1426]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.3577, 0.8924, 0.2902], [-0.1666, 0.6569, 0.0838]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @sub_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @sub_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @sub_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @mul_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.mul %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @mul_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.mul %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @mul_check() {
  %a = nn.constant dense<[[0.4299, 0.3775, 1.5174], [0.3939, 0.4846, 0.7502]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.4889, 0.4263, 1.1938], [1.6573, 1.4983, 1.1555]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.0107, 0.3227, 0.595], [0.4584, 0.2509, -0.4423]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.91, 0.1039, 0.5102], [0.9321, -0.5491, -0.0533]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.4962, -0.4106, 0.9452], [-0.5766, -0.0273, -0.433]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @mul_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @mul_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @mul_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @div_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.div %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @div_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.div %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @div_check() {
  %a = nn.constant dense<[[0.555, 0.803, 0.4515], [0.8808, 1.3138, 1.6994]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.6641, 0.7717, 1.3722], [1.684, 1.1187, 0.3616]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.1361, -0.1348, 0.2096], [-0.3006, -0.6561, 0.8407]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.7541, -0.6529, -0.1169], [0.9022, 0.9869, 0.1885]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.5727, -0.7752, -0.2158], [0.8575, -0.4987, 0.7656]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @div_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @div_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @div_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @pow_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.pow %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @pow_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.pow %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @pow_check() {
  %a = nn.constant dense<[[1.5227, 0.3457, 0.8633], [0.5611, 1.6156, 1.2075]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.8455, 0.8535, 1.2664], [1.6946, 1.121, 0.6378]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.5167, 0.9569, -0.085], [0.7578, -0.6265, -0.0885]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.4928, 0.8927, -0.366], [-0.6421, -0.1579, 0.3729]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.1623, 0.9511, -0.4715], [-0.2355, 0.487, 0.7886]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @pow_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @pow_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @pow_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @mod_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.mod %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @mod_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.mod %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @mod_check() {
  %a = nn.constant dense<[[1.4304, 0.4575, 0.8683], [1.5567, 1.3617, 0.3158]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.3718, 1.6063, 1.6372], [0.8979, 1.3352, 0.3868]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.0812, 0.3451, -0.239], [0.3039, -0.0321, -0.308]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.7578, -0.4261, -0.9676], [0.5045, -0.5312, -0.9873]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.8265, -0.5627, -0.8567], [-0.6726, -0.421, -0.1025]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @mod_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @mod_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @mod_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @max_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.max %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @max_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.max %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @max_check() {
  %a = nn.constant dense<[[0.7627, 1.4006, 0.6106], [1.2235, 1.5515, 0.374]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[1.2534, 1.2535, 1.0948], [1.1763, 0.7152, 0.8902]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.17, 0.7674, 0.426], [-0.9325, 0.0943, 0.6128]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.8242, -0.9203, -0.9724], [0.5229, -0.8595, -0.4364]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.1799, -0.5168, 0.9892], [0.9004, 0.1647, 0.5768]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @max_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @max_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @max_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @min_loss(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.min %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @min_gradient(%a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.min %a, %b : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @min_check() {
  %a = nn.constant dense<[[0.7536, 0.694, 0.9547], [0.5519, 1.3431, 0.8742]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[1.557, 1.6567, 1.3023], [1.0763, 1.4784, 0.6986]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.5448, 0.1079, -0.4335], [-0.4877, 0.3072, 0.3205]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.1813, 0.8904, -0.2283], [-0.9508, -0.0945, -0.923]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.9963, -0.0409, 0.9663], [-0.747, 0.9554, 0.902]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @min_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @min_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @min_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @where_loss(%p: tensor<2x3xi1>, %a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.where %p, %a, %b : tensor<2x3xi1>, tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @where_gradient(%p: tensor<2x3xi1>, %a: tensor<2x3xf64>, %b: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>) {
  %y = nn.where %p, %a, %b : tensor<2x3xi1>, tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @where_check() {
  %p = nn.constant dense<[[false, true, false], [false, true, true]]> : tensor<2x3xi1>
  %a = nn.constant dense<[[0.6969, 0.564, 0.9187], [0.4768, 0.5406, 0.9679]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.8232, 1.5125, 0.6443], [0.688, 1.4622, 0.3623]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.1957, -0.0318, 0.2157], [0.6776, -0.4652, 0.1804]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.568, -0.4987, -0.0085], [0.941, -0.6351, 0.3672]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.2147, 0.5009, 0.1494], [-0.4563, 0.825, 0.7184]]> : tensor<2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3xf64>
  %up = call @where_loss(%p, %a_up, %b_up, %c) : (tensor<2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @where_loss(%p, %a_down, %b_down, %c) : (tensor<2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:2 = call @where_gradient(%p, %a, %b, %c) : (tensor<2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @clamp_loss(%x: tensor<2x3xf64>, %lo: tensor<2x3xf64>, %hi: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %h = nn.add %hi, %lo : tensor<2x3xf64>
  %y = nn.clamp %x, %lo, %h : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @clamp_gradient(%x: tensor<2x3xf64>, %lo: tensor<2x3xf64>, %hi: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) {
  %h = nn.add %hi, %lo : tensor<2x3xf64>
  %y = nn.clamp %x, %lo, %h : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%x, %lo, %hi : tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1, %g#2 : tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>
}
func.func private @clamp_check() {
  %x = nn.constant dense<[[0.6664, 1.1977, 0.6882], [1.2442, 0.5163, 1.6015]]> : tensor<2x3xf64>
  %lo = nn.constant dense<[[0.9594, 0.4518, 1.25], [0.7696, 0.3028, 1.4847]]> : tensor<2x3xf64>
  %hi = nn.constant dense<[[1.6141, 0.604, 1.3864], [0.6742, 0.4788, 1.2228]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.2192, 0.3172, -0.856], [-0.6582, 0.0789, -0.3583]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.4231, -0.1338, 0.9361], [-0.3153, -0.538, -0.3964]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %lo_d = nn.constant dense<[[0.7384, -0.7621, -0.1875], [-0.156, -0.5444, 0.9897]]> : tensor<2x3xf64>
  %lo_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %lo_s = nn.mul %lo_d, %lo_h : tensor<2x3xf64>
  %lo_up = nn.add %lo, %lo_s : tensor<2x3xf64>
  %lo_down = nn.sub %lo, %lo_s : tensor<2x3xf64>
  %hi_d = nn.constant dense<[[0.6779, -0.7264, -0.5149], [0.5687, -0.427, -0.6066]]> : tensor<2x3xf64>
  %hi_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %hi_s = nn.mul %hi_d, %hi_h : tensor<2x3xf64>
  %hi_up = nn.add %hi, %hi_s : tensor<2x3xf64>
  %hi_down = nn.sub %hi, %hi_s : tensor<2x3xf64>
  %up = call @clamp_loss(%x_up, %lo_up, %hi_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @clamp_loss(%x_down, %lo_down, %hi_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:3 = call @clamp_gradient(%x, %lo, %hi, %c) : (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %lo_p = nn.mul %g#1, %lo_d : tensor<2x3xf64>
  %lo_dot = nn.sum %lo_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %lo_t = nn.add %x_dot, %lo_dot : tensor<f64>
  %hi_p = nn.mul %g#2, %hi_d : tensor<2x3xf64>
  %hi_dot = nn.sum %hi_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %hi_t = nn.add %lo_t, %hi_dot : tensor<f64>
  call @report(%up, %down, %hi_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @masked_log_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %zero = arith.constant 0.0 : f64
  %z = nn.splat %zero : f64 -> tensor<2x3xf64>
  %p = nn.cmp gt %x, %z : tensor<2x3xf64> -> tensor<2x3xi1>
  %l = nn.log %x : tensor<2x3xf64>
  %xl = nn.mul %x, %l : tensor<2x3xf64>
  %y = nn.where %p, %xl, %z : tensor<2x3xi1>, tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @masked_log_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %zero = arith.constant 0.0 : f64
  %z = nn.splat %zero : f64 -> tensor<2x3xf64>
  %p = nn.cmp gt %x, %z : tensor<2x3xf64> -> tensor<2x3xi1>
  %l = nn.log %x : tensor<2x3xf64>
  %xl = nn.mul %x, %l : tensor<2x3xf64>
  %y = nn.where %p, %xl, %z : tensor<2x3xi1>, tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @masked_log_check() {
  %x = nn.constant dense<[[0.9519, 0.4204, 0.1388], [0.6694, -0.7821, 0.7009]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.6903, 0.8736, 0.3725], [-0.1192, 0.0987, 0.9344]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.3468, 0.27, 0.0989], [0.6269, -0.9307, 0.0238]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @masked_log_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @masked_log_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @masked_log_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @second_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %a = nn.sin %x : tensor<2x3xf64>
  %b = nn.exp %a : tensor<2x3xf64>
  %s = nn.sum %b axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %y = nn.gradient %s wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @second_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %a = nn.sin %x : tensor<2x3xf64>
  %b = nn.exp %a : tensor<2x3xf64>
  %s = nn.sum %b axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %y = nn.gradient %s wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @second_check() {
  %x = nn.constant dense<[[1.2272, 1.382, 0.3601], [0.6755, 1.4401, 0.9151]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.3314, -0.8373, 0.8989], [-0.019, -0.4843, 0.5307]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.0841, 0.6243, 0.1666], [0.3239, -0.1799, 0.2725]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @second_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @second_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @second_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @custom_vjp_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.custom_vjp (%x) {
  ^bb0(%a: tensor<2x3xf64>):
    %r = nn.exp %a : tensor<2x3xf64>
    nn.yield %r : tensor<2x3xf64>
  } vjp {
  ^bb0(%a: tensor<2x3xf64>, %d: tensor<2x3xf64>):
    %e = nn.exp %a : tensor<2x3xf64>
    %r = nn.mul %d, %e : tensor<2x3xf64>
    nn.yield %r : tensor<2x3xf64>
  } : (tensor<2x3xf64>) -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @custom_vjp_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.custom_vjp (%x) {
  ^bb0(%a: tensor<2x3xf64>):
    %r = nn.exp %a : tensor<2x3xf64>
    nn.yield %r : tensor<2x3xf64>
  } vjp {
  ^bb0(%a: tensor<2x3xf64>, %d: tensor<2x3xf64>):
    %e = nn.exp %a : tensor<2x3xf64>
    %r = nn.mul %d, %e : tensor<2x3xf64>
    nn.yield %r : tensor<2x3xf64>
  } : (tensor<2x3xf64>) -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @custom_vjp_check() {
  %x = nn.constant dense<[[1.0764, 1.5865, 0.3756], [0.8049, 0.3667, 1.6357]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.1718, -0.2629, 0.566], [0.0913, -0.0926, -0.1596]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.4479, -0.1558, 0.5205], [-0.6913, 0.2096, -0.0318]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @custom_vjp_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @custom_vjp_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @custom_vjp_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
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
  vector.print str "add: "
  call @add_check() : () -> ()
  vector.print str "sub: "
  call @sub_check() : () -> ()
  vector.print str "mul: "
  call @mul_check() : () -> ()
  vector.print str "div: "
  call @div_check() : () -> ()
  vector.print str "pow: "
  call @pow_check() : () -> ()
  vector.print str "mod: "
  call @mod_check() : () -> ()
  vector.print str "max: "
  call @max_check() : () -> ()
  vector.print str "min: "
  call @min_check() : () -> ()
  vector.print str "where: "
  call @where_check() : () -> ()
  vector.print str "clamp: "
  call @clamp_check() : () -> ()
  vector.print str "masked_log: "
  call @masked_log_check() : () -> ()
  vector.print str "second: "
  call @second_check() : () -> ()
  vector.print str "custom_vjp: "
  call @custom_vjp_check() : () -> ()
  return
}
