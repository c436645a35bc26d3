// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

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
  %a = nn.constant dense<[[0.9597, 0.5989, 1.4499], [1.2101, 1.5629, 1.3901]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[1.0234, 0.7983, 0.6001], [0.3734, 0.3407, 0.6544]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.887, -0.7566, 0.8191], [0.2005, 0.1551, -0.2474]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.1624, 0.8394, -0.9594], [-0.295, 0.9144, 0.3286]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.3171, 0.5185, 0.1686], [0.9609, 0.1732, -0.0599]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[1.044, 1.5324, 1.0236], [0.621, 1.4386, 0.3849]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.5122, 0.8862, 0.8784], [0.8008, 0.3629, 0.4032]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.9577, 0.1665, -0.13], [-0.808, -0.1444, -0.914]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.9132, 0.6915, -0.79], [-0.6992, -0.2357, -0.1794]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.5159, 0.3357, 0.626], [0.4831, -0.0459, -0.1488]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[0.7427, 0.3482, 0.5868], [1.4254, 0.7373, 1.4881]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.5515, 1.553, 1.6871], [0.8636, 0.7057, 0.9285]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.2708, -0.5703, 0.8332], [-0.9924, -0.9732, -0.1563]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.9446, 0.023, -0.4055], [0.5118, 0.0856, -0.4947]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.7731, 0.1146, 0.3094], [-0.8433, -0.9169, -0.6268]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[1.2614, 1.095, 1.5778], [1.6144, 0.5158, 0.4879]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.3546, 1.3349, 1.4908], [1.0466, 0.5422, 0.8783]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.6882, -0.8127, -0.9041], [-0.6204, -0.0747, -0.478]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.4479, 0.9782, -0.2649], [-0.9222, 0.2318, 0.4055]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.033, 0.2715, 0.9233], [0.1213, 0.7243, -0.0624]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[0.6671, 1.3241, 0.6306], [1.094, 1.4887, 0.4863]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.6922, 1.3528, 1.0307], [0.9742, 1.4768, 0.8546]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.3376, 0.6282, -0.8421], [0.4376, 0.2802, 0.7919]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.2011, -0.7439, -0.577], [0.8709, -0.383, 0.6191]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.8373, -0.4216, -0.5975], [0.5103, -0.3865, -0.579]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[1.3872, 0.4095, 0.4502], [0.3787, 0.7794, 1.1702]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.7194, 1.4724, 1.1782], [1.0712, 1.4801, 0.5127]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.8096, 0.8957, 0.9035], [0.1771, 0.1195, -0.0757]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.6178, -0.2717, -0.9066], [0.3915, -0.0983, 0.7642]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.7569, 0.3751, -0.4881], [0.428, -0.0522, 0.464]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[0.8583, 0.7239, 1.2706], [1.3711, 0.3744, 0.4696]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.6926, 1.3715, 1.5404], [1.3719, 0.4159, 1.4573]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.107, -0.6758, -0.4904], [-0.9307, -0.3568, -0.3735]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[-0.5088, -0.8476, -0.4231], [0.2466, -0.6028, 0.6112]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.7944, 0.1156, 0.6998], [0.4953, 0.0657, -0.9609]]> : tensor<2x3xf64>
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
  %a = nn.constant dense<[[0.9046, 1.4166, 0.5083], [0.8124, 1.1739, 1.1073]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[1.0485, 1.539, 1.5539], [0.487, 0.3075, 1.1478]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.1127, 0.7454, -0.7554], [-0.9131, -0.4938, -0.9877]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.5069, -0.2099, -0.9462], [-0.1147, 0.9613, -0.1806]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.9444, -0.2247, -0.5644], [0.9464, -0.8078, 0.0323]]> : tensor<2x3xf64>
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
  %p = nn.constant dense<[[true, false, false], [true, true, false]]> : tensor<2x3xi1>
  %a = nn.constant dense<[[0.5537, 0.5424, 1.3435], [1.3182, 0.542, 1.5744]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.7747, 1.2965, 0.4754], [0.3437, 1.2331, 0.7869]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.6324, 0.027, 0.2574], [-0.5481, -0.8985, -0.4793]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.8347, 0.0482, -0.6988], [0.3769, 0.3426, 0.6]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[-0.0213, -0.8694, 0.731], [0.1346, -0.7539, -0.4222]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[1.0881, 0.6428, 1.0464], [1.3707, 1.5152, 0.7797]]> : tensor<2x3xf64>
  %lo = nn.constant dense<[[0.8672, 1.5817, 0.8523], [0.8304, 0.3794, 1.3016]]> : tensor<2x3xf64>
  %hi = nn.constant dense<[[1.1906, 1.5454, 1.1985], [0.4773, 0.4052, 1.5669]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.3259, -0.2153, -0.7389], [0.2766, 0.8296, 0.9869]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.6526, 0.5988, 0.0344], [-0.2588, 0.8514, 0.1701]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %lo_d = nn.constant dense<[[-0.6329, 0.3961, 0.7962], [-0.5319, -0.6654, -0.9206]]> : tensor<2x3xf64>
  %lo_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %lo_s = nn.mul %lo_d, %lo_h : tensor<2x3xf64>
  %lo_up = nn.add %lo, %lo_s : tensor<2x3xf64>
  %lo_down = nn.sub %lo, %lo_s : tensor<2x3xf64>
  %hi_d = nn.constant dense<[[-0.3851, -0.896, -0.9317], [0.9109, 0.4763, 0.6018]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.9422, -0.6407, -0.6537], [-0.5064, 0.3897, 0.5181]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.3306, 0.5198, -0.5552], [-0.8615, -0.4424, -0.5227]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.1713, -0.4276, 0.2425], [-0.0195, 0.1409, -0.4008]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[1.4756, 0.4248, 1.0523], [1.2891, 0.7342, 1.02]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.8719, -0.9201, 0.3808], [-0.288, 0.0941, -0.4268]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.4661, 0.7548, 0.3884], [0.318, -0.0951, 0.1836]]> : tensor<2x3xf64>
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
  %x = nn.constant dense<[[0.6244, 1.2901, 0.3901], [0.3301, 0.5053, 1.3849]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.3241, -0.3861, 0.3149], [-0.3672, 0.7305, 0.746]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.0749, 0.7489, 0.2451], [0.9611, 0.457, 0.8751]]> : tensor<2x3xf64>
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
