// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}rnn: 1{{$}}
// CHECK: {{^}}rnn_last: 1{{$}}
// CHECK: {{^}}lstm: 1{{$}}
// CHECK: {{^}}stacked: 1{{$}}
// CHECK: {{^}}counted: 1{{$}}
// CHECK: {{^}}swapped: 1{{$}}
// CHECK: {{^}}nested: 1{{$}}
// CHECK: {{^}}looked_up: 1{{$}}
// CHECK: {{^}}second: 1{{$}}

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

func.func private @rnn_loss(%x: tensor<2x4x2xf64>, %h0: tensor<2x3xf64>, %w: tensor<3x2xf64>, %u: tensor<3x3xf64>, %c: tensor<2x4x3xf64>) -> tensor<f64> {
  %y, %end = nn.scan (%x axis 1) carry (%h0) emit [1] {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<3x2xf64>) -> tensor<2x3xf64>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %s = nn.add %a, %b : tensor<2x3xf64>
    %n = nn.tanh %s : tensor<2x3xf64>
    nn.yield %n, %n : tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<2x3xf64>) -> (tensor<2x4x3xf64>, tensor<2x3xf64>)
  %yc = nn.mul %y, %c : tensor<2x4x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @rnn_gradient(%x: tensor<2x4x2xf64>, %h0: tensor<2x3xf64>, %w: tensor<3x2xf64>, %u: tensor<3x3xf64>, %c: tensor<2x4x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>) {
  %y, %end = nn.scan (%x axis 1) carry (%h0) emit [1] {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<3x2xf64>) -> tensor<2x3xf64>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %s = nn.add %a, %b : tensor<2x3xf64>
    %n = nn.tanh %s : tensor<2x3xf64>
    nn.yield %n, %n : tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<2x3xf64>) -> (tensor<2x4x3xf64>, tensor<2x3xf64>)
  %yc = nn.mul %y, %c : tensor<2x4x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x4x3xf64> -> tensor<f64>
  %g:4 = nn.gradient %loss wrt [] of (%x, %h0, %w, %u : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>) : tensor<f64> -> tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>
  return %g#0, %g#1, %g#2, %g#3 : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>
}
func.func private @rnn_check() {
  %x = nn.constant dense<[[[0.5084, 1.1464], [0.307, 1.2942], [1.5591, 1.0085], [0.7685, 1.4623]], [[1.172, 0.8554], [1.6762, 0.6183], [1.0096, 0.8176], [1.1116, 1.1632]]]> : tensor<2x4x2xf64>
  %h0 = nn.constant dense<[[1.4772, 1.3771, 0.9513], [1.3065, 1.3448, 1.1685]]> : tensor<2x3xf64>
  %w = nn.constant dense<[[0.3723, 0.521], [0.9628, 1.2587], [0.8826, 1.3289]]> : tensor<3x2xf64>
  %u = nn.constant dense<[[1.6249, 1.0375, 0.377], [0.7202, 1.6006, 0.9158], [1.5816, 0.3533, 0.5853]]> : tensor<3x3xf64>
  %c = nn.constant dense<[[[-0.0781, -0.1006, -0.3665], [-0.8551, -0.7418, -0.5062], [0.4293, 0.8917, -0.4259], [-0.7429, 0.603, 0.0301]], [[0.9939, 0.7227, -0.8862], [0.8262, 0.3538, 0.5428], [-0.5425, -0.5045, 0.0397], [0.622, 0.2253, 0.3849]]]> : tensor<2x4x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.8543, 0.8714], [0.5305, 0.6697], [0.6003, -0.2153], [-0.1073, 0.4745]], [[-0.8875, 0.7228], [0.0406, 0.9711], [-0.0646, -0.1408], [-0.5562, 0.8063]]]> : tensor<2x4x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x4x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x4x2xf64>
  %x_up = nn.add %x, %x_s : tensor<2x4x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x4x2xf64>
  %h0_d = nn.constant dense<[[0.9673, 0.9642, 0.4785], [-0.4712, -0.3368, -0.0249]]> : tensor<2x3xf64>
  %h0_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %h0_s = nn.mul %h0_d, %h0_h : tensor<2x3xf64>
  %h0_up = nn.add %h0, %h0_s : tensor<2x3xf64>
  %h0_down = nn.sub %h0, %h0_s : tensor<2x3xf64>
  %w_d = nn.constant dense<[[0.9591, 0.7756], [0.4609, -0.7494], [-0.4711, 0.3624]]> : tensor<3x2xf64>
  %w_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %w_s = nn.mul %w_d, %w_h : tensor<3x2xf64>
  %w_up = nn.add %w, %w_s : tensor<3x2xf64>
  %w_down = nn.sub %w, %w_s : tensor<3x2xf64>
  %u_d = nn.constant dense<[[0.8255, -0.2618, 0.8462], [-0.123, -0.7074, -0.9463], [-0.8635, -0.0736, -0.8477]]> : tensor<3x3xf64>
  %u_h = nn.splat %step : f64 -> tensor<3x3xf64>
  %u_s = nn.mul %u_d, %u_h : tensor<3x3xf64>
  %u_up = nn.add %u, %u_s : tensor<3x3xf64>
  %u_down = nn.sub %u, %u_s : tensor<3x3xf64>
  %up = call @rnn_loss(%x_up, %h0_up, %w_up, %u_up, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<2x4x3xf64>) -> tensor<f64>
  %down = call @rnn_loss(%x_down, %h0_down, %w_down, %u_down, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<2x4x3xf64>) -> tensor<f64>
  %g:4 = call @rnn_gradient(%x, %h0, %w, %u, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<2x4x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x4x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x4x2xf64> -> tensor<f64>
  %h0_p = nn.mul %g#1, %h0_d : tensor<2x3xf64>
  %h0_dot = nn.sum %h0_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %h0_t = nn.add %x_dot, %h0_dot : tensor<f64>
  %w_p = nn.mul %g#2, %w_d : tensor<3x2xf64>
  %w_dot = nn.sum %w_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %w_t = nn.add %h0_t, %w_dot : tensor<f64>
  %u_p = nn.mul %g#3, %u_d : tensor<3x3xf64>
  %u_dot = nn.sum %u_p axes = [0, 1] : tensor<3x3xf64> -> tensor<f64>
  %u_t = nn.add %w_t, %u_dot : tensor<f64>
  call @report(%up, %down, %u_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @rnn_last_loss(%x: tensor<2x4x2xf64>, %h0: tensor<2x3xf64>, %w: tensor<3x2xf64>, %u: tensor<3x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %all, %y = nn.scan (%x axis 1) carry (%h0) emit [1] {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<3x2xf64>) -> tensor<2x3xf64>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %s = nn.add %a, %b : tensor<2x3xf64>
    %n = nn.tanh %s : tensor<2x3xf64>
    nn.yield %n, %n : tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<2x3xf64>) -> (tensor<2x4x3xf64>, tensor<2x3xf64>)
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @rnn_last_gradient(%x: tensor<2x4x2xf64>, %h0: tensor<2x3xf64>, %w: tensor<3x2xf64>, %u: tensor<3x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>) {
  %all, %y = nn.scan (%x axis 1) carry (%h0) emit [1] {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<3x2xf64>) -> tensor<2x3xf64>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %s = nn.add %a, %b : tensor<2x3xf64>
    %n = nn.tanh %s : tensor<2x3xf64>
    nn.yield %n, %n : tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<2x3xf64>) -> (tensor<2x4x3xf64>, tensor<2x3xf64>)
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:4 = nn.gradient %loss wrt [] of (%x, %h0, %w, %u : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>) : tensor<f64> -> tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>
  return %g#0, %g#1, %g#2, %g#3 : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>
}
func.func private @rnn_last_check() {
  %x = nn.constant dense<[[[1.2506, 1.0711], [1.5048, 0.4844], [0.7547, 0.9403], [0.9258, 1.662]], [[0.3413, 0.921], [1.0069, 1.2438], [1.0239, 1.4939], [0.8359, 1.5918]]]> : tensor<2x4x2xf64>
  %h0 = nn.constant dense<[[0.8436, 0.883, 1.0093], [1.6829, 0.3865, 1.6376]]> : tensor<2x3xf64>
  %w = nn.constant dense<[[0.5782, 1.5346], [1.1915, 1.123], [1.2141, 1.1865]]> : tensor<3x2xf64>
  %u = nn.constant dense<[[0.5646, 1.6454, 0.7991], [1.2025, 0.6271, 1.4388], [1.6541, 0.9249, 0.953]]> : tensor<3x3xf64>
  %c = nn.constant dense<[[0.5939, 0.4988, -0.2208], [-0.6999, -0.2705, 0.6333]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.8657, -0.4577], [-0.9879, 0.6501], [-0.0489, 0.9645], [-0.137, 0.1702]], [[-0.8674, 0.3812], [0.7846, -0.5243], [-0.1625, -0.626], [0.8233, 0.9711]]]> : tensor<2x4x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x4x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x4x2xf64>
  %x_up = nn.add %x, %x_s : tensor<2x4x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x4x2xf64>
  %h0_d = nn.constant dense<[[-0.2599, 0.03, 0.4215], [0.6229, -0.6333, -0.2521]]> : tensor<2x3xf64>
  %h0_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %h0_s = nn.mul %h0_d, %h0_h : tensor<2x3xf64>
  %h0_up = nn.add %h0, %h0_s : tensor<2x3xf64>
  %h0_down = nn.sub %h0, %h0_s : tensor<2x3xf64>
  %w_d = nn.constant dense<[[0.2473, 0.0661], [0.9792, 0.568], [-0.27, 0.5704]]> : tensor<3x2xf64>
  %w_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %w_s = nn.mul %w_d, %w_h : tensor<3x2xf64>
  %w_up = nn.add %w, %w_s : tensor<3x2xf64>
  %w_down = nn.sub %w, %w_s : tensor<3x2xf64>
  %u_d = nn.constant dense<[[-0.1185, 0.3574, 0.1915], [-0.0898, 0.8663, 0.8044], [-0.6155, -0.87, 0.7115]]> : tensor<3x3xf64>
  %u_h = nn.splat %step : f64 -> tensor<3x3xf64>
  %u_s = nn.mul %u_d, %u_h : tensor<3x3xf64>
  %u_up = nn.add %u, %u_s : tensor<3x3xf64>
  %u_down = nn.sub %u, %u_s : tensor<3x3xf64>
  %up = call @rnn_last_loss(%x_up, %h0_up, %w_up, %u_up, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @rnn_last_loss(%x_down, %h0_down, %w_down, %u_down, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:4 = call @rnn_last_gradient(%x, %h0, %w, %u, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<2x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x4x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x4x2xf64> -> tensor<f64>
  %h0_p = nn.mul %g#1, %h0_d : tensor<2x3xf64>
  %h0_dot = nn.sum %h0_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %h0_t = nn.add %x_dot, %h0_dot : tensor<f64>
  %w_p = nn.mul %g#2, %w_d : tensor<3x2xf64>
  %w_dot = nn.sum %w_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %w_t = nn.add %h0_t, %w_dot : tensor<f64>
  %u_p = nn.mul %g#3, %u_d : tensor<3x3xf64>
  %u_dot = nn.sum %u_p axes = [0, 1] : tensor<3x3xf64> -> tensor<f64>
  %u_t = nn.add %w_t, %u_dot : tensor<f64>
  call @report(%up, %down, %u_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @lstm_loss(%x: tensor<2x4x2xf64>, %ok: tensor<4x2x3xi1>, %h0: tensor<2x3xf64>, %c0: tensor<2x3xf64>, %w: tensor<12x2xf64>, %u: tensor<12x3xf64>, %d: tensor<12xf64>, %c: tensor<4x2x3xf64>) -> tensor<f64> {
  %all, %hn, %cn = nn.scan (%x axis 1, %ok axis 0) carry (%h0, %c0) emit [0] reverse {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %okt: tensor<2x3xi1>, %hp: tensor<2x3xf64>, %cp: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<12x2xf64>) -> tensor<2x12xf64>
    %b = nn.einsum "bk,nk->bn" %hp, %u : (tensor<2x3xf64>, tensor<12x3xf64>) -> tensor<2x12xf64>
    %ab = nn.add %a, %b : tensor<2x12xf64>
    %bias = nn.broadcast %d dims = [1] : tensor<12xf64> -> tensor<2x12xf64>
    %gates = nn.add %ab, %bias : tensor<2x12xf64>
    %is = nn.slice %gates at [0, 0] : tensor<2x12xf64> -> tensor<2x3xf64>
    %i = nn.sigmoid %is : tensor<2x3xf64>
    %fs = nn.slice %gates at [0, 3] : tensor<2x12xf64> -> tensor<2x3xf64>
    %f = nn.sigmoid %fs : tensor<2x3xf64>
    %gs = nn.slice %gates at [0, 6] : tensor<2x12xf64> -> tensor<2x3xf64>
    %g = nn.tanh %gs : tensor<2x3xf64>
    %os = nn.slice %gates at [0, 9] : tensor<2x12xf64> -> tensor<2x3xf64>
    %o = nn.sigmoid %os : tensor<2x3xf64>
    %fc = nn.mul %f, %cp : tensor<2x3xf64>
    %ig = nn.mul %i, %g : tensor<2x3xf64>
    %cx = nn.add %fc, %ig : tensor<2x3xf64>
    %tc = nn.tanh %cx : tensor<2x3xf64>
    %hx = nn.mul %o, %tc : tensor<2x3xf64>
    %hm = nn.where %okt, %hx, %hp : tensor<2x3xi1>, tensor<2x3xf64>
    %cm = nn.where %okt, %cx, %cp : tensor<2x3xi1>, tensor<2x3xf64>
    nn.yield %hm, %hm, %cm : tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<4x2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<4x2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>)
  %rows = nn.broadcast %cn dims = [1, 2] : tensor<2x3xf64> -> tensor<4x2x3xf64>
  %y = nn.add %all, %rows : tensor<4x2x3xf64>
  %yc = nn.mul %y, %c : tensor<4x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<4x2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @lstm_gradient(%x: tensor<2x4x2xf64>, %ok: tensor<4x2x3xi1>, %h0: tensor<2x3xf64>, %c0: tensor<2x3xf64>, %w: tensor<12x2xf64>, %u: tensor<12x3xf64>, %d: tensor<12xf64>, %c: tensor<4x2x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>) {
  %all, %hn, %cn = nn.scan (%x axis 1, %ok axis 0) carry (%h0, %c0) emit [0] reverse {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %okt: tensor<2x3xi1>, %hp: tensor<2x3xf64>, %cp: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<12x2xf64>) -> tensor<2x12xf64>
    %b = nn.einsum "bk,nk->bn" %hp, %u : (tensor<2x3xf64>, tensor<12x3xf64>) -> tensor<2x12xf64>
    %ab = nn.add %a, %b : tensor<2x12xf64>
    %bias = nn.broadcast %d dims = [1] : tensor<12xf64> -> tensor<2x12xf64>
    %gates = nn.add %ab, %bias : tensor<2x12xf64>
    %is = nn.slice %gates at [0, 0] : tensor<2x12xf64> -> tensor<2x3xf64>
    %i = nn.sigmoid %is : tensor<2x3xf64>
    %fs = nn.slice %gates at [0, 3] : tensor<2x12xf64> -> tensor<2x3xf64>
    %f = nn.sigmoid %fs : tensor<2x3xf64>
    %gs = nn.slice %gates at [0, 6] : tensor<2x12xf64> -> tensor<2x3xf64>
    %g = nn.tanh %gs : tensor<2x3xf64>
    %os = nn.slice %gates at [0, 9] : tensor<2x12xf64> -> tensor<2x3xf64>
    %o = nn.sigmoid %os : tensor<2x3xf64>
    %fc = nn.mul %f, %cp : tensor<2x3xf64>
    %ig = nn.mul %i, %g : tensor<2x3xf64>
    %cx = nn.add %fc, %ig : tensor<2x3xf64>
    %tc = nn.tanh %cx : tensor<2x3xf64>
    %hx = nn.mul %o, %tc : tensor<2x3xf64>
    %hm = nn.where %okt, %hx, %hp : tensor<2x3xi1>, tensor<2x3xf64>
    %cm = nn.where %okt, %cx, %cp : tensor<2x3xi1>, tensor<2x3xf64>
    nn.yield %hm, %hm, %cm : tensor<2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<4x2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<4x2x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>)
  %rows = nn.broadcast %cn dims = [1, 2] : tensor<2x3xf64> -> tensor<4x2x3xf64>
  %y = nn.add %all, %rows : tensor<4x2x3xf64>
  %yc = nn.mul %y, %c : tensor<4x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<4x2x3xf64> -> tensor<f64>
  %g:6 = nn.gradient %loss wrt [] of (%x, %h0, %c0, %w, %u, %d : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>) : tensor<f64> -> tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>
  return %g#0, %g#1, %g#2, %g#3, %g#4, %g#5 : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>
}
func.func private @lstm_check() {
  %x = nn.constant dense<[[[1.4084, 1.4822], [0.3507, 0.6782], [0.5358, 0.9685], [0.6528, 1.4166]], [[0.3935, 0.8756], [1.4295, 0.6313], [1.3103, 1.2177], [0.6152, 0.7303]]]> : tensor<2x4x2xf64>
  %ok = nn.constant dense<[[[true, false, false], [false, true, true]], [[true, false, false], [true, true, true]], [[false, true, false], [true, true, false]], [[false, true, false], [false, false, false]]]> : tensor<4x2x3xi1>
  %h0 = nn.constant dense<[[1.4739, 1.3098, 1.3062], [1.0045, 1.2794, 1.391]]> : tensor<2x3xf64>
  %c0 = nn.constant dense<[[1.6769, 1.1453, 1.5297], [1.4235, 1.088, 0.303]]> : tensor<2x3xf64>
  %w = nn.constant dense<[[0.5314, 1.5932], [0.8454, 1.1792], [1.1666, 1.2295], [1.3348, 0.7578], [1.6274, 1.3947], [0.9584, 0.8307], [1.4002, 1.0033], [0.3059, 1.0695], [0.7189, 0.9537], [0.8085, 0.8323], [1.3117, 0.5911], [1.5879, 0.8065]]> : tensor<12x2xf64>
  %u = nn.constant dense<[[1.3916, 0.4321, 1.4898], [0.5327, 1.5441, 0.3711], [1.5708, 1.499, 1.116], [0.6996, 1.4109, 1.6458], [0.4105, 1.0132, 0.6603], [1.1301, 1.1288, 1.2579], [1.0475, 0.6177, 1.2967], [1.3637, 1.4637, 1.2545], [0.9888, 0.9034, 1.3004], [1.5743, 0.8408, 0.3248], [0.9394, 1.4105, 1.3785], [1.208, 0.6209, 0.745]]> : tensor<12x3xf64>
  %d = nn.constant dense<[1.4997, 1.3127, 0.9122, 0.5939, 0.8734, 0.8971, 1.1106, 0.3664, 1.5721, 1.6487, 1.1036, 1.6519]> : tensor<12xf64>
  %c = nn.constant dense<[[[-0.4171, 0.1673, -0.4118], [0.7112, -0.1756, -0.2383]], [[0.7178, 0.4961, 0.4351], [0.0021, 0.8064, -0.2776]], [[-0.4055, 0.7043, -0.5633], [-0.4874, 0.8684, -0.7713]], [[0.2856, -0.9883, 0.3131], [0.1093, 0.8295, -0.3565]]]> : tensor<4x2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.493, -0.0553], [-0.3834, 0.8721], [0.1106, -0.6307], [0.8747, 0.7166]], [[-0.9166, -0.0799], [-0.9132, -0.5865], [0.9699, -0.2655], [0.6639, -0.8972]]]> : tensor<2x4x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x4x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x4x2xf64>
  %x_up = nn.add %x, %x_s : tensor<2x4x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x4x2xf64>
  %h0_d = nn.constant dense<[[-0.5693, 0.2493, -0.1405], [0.7229, 0.4867, 0.3168]]> : tensor<2x3xf64>
  %h0_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %h0_s = nn.mul %h0_d, %h0_h : tensor<2x3xf64>
  %h0_up = nn.add %h0, %h0_s : tensor<2x3xf64>
  %h0_down = nn.sub %h0, %h0_s : tensor<2x3xf64>
  %c0_d = nn.constant dense<[[0.6476, -0.1975, 0.7367], [0.4166, -0.1781, -0.2599]]> : tensor<2x3xf64>
  %c0_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %c0_s = nn.mul %c0_d, %c0_h : tensor<2x3xf64>
  %c0_up = nn.add %c0, %c0_s : tensor<2x3xf64>
  %c0_down = nn.sub %c0, %c0_s : tensor<2x3xf64>
  %w_d = nn.constant dense<[[0.4971, 0.7562], [0.1449, 0.3563], [-0.8531, -0.6794], [-0.2459, 0.1227], [0.8252, 0.3647], [-0.0965, 0.5388], [-0.9853, -0.1436], [-0.8654, -0.7966], [0.2932, 0.0267], [0.2105, -0.1139], [0.696, -0.5188], [-0.0832, 0.8481]]> : tensor<12x2xf64>
  %w_h = nn.splat %step : f64 -> tensor<12x2xf64>
  %w_s = nn.mul %w_d, %w_h : tensor<12x2xf64>
  %w_up = nn.add %w, %w_s : tensor<12x2xf64>
  %w_down = nn.sub %w, %w_s : tensor<12x2xf64>
  %u_d = nn.constant dense<[[-0.5667, 0.7865, -0.6328], [0.9183, 0.4378, 0.141], [0.9866, 0.1687, -0.396], [0.8856, 0.328, 0.8321], [-0.1491, -0.1613, 0.8028], [-0.8596, 0.8151, -0.8791], [-0.2479, -0.1671, 0.2591], [0.1203, -0.3998, -0.1621], [-0.0306, 0.6585, 0.4671], [-0.2054, 0.3308, 0.9908], [0.1246, -0.5055, 0.1741], [0.5052, -0.3838, -0.338]]> : tensor<12x3xf64>
  %u_h = nn.splat %step : f64 -> tensor<12x3xf64>
  %u_s = nn.mul %u_d, %u_h : tensor<12x3xf64>
  %u_up = nn.add %u, %u_s : tensor<12x3xf64>
  %u_down = nn.sub %u, %u_s : tensor<12x3xf64>
  %d_d = nn.constant dense<[-0.4713, 0.0106, -0.4544, 0.9244, 0.8908, 0.3098, 0.8982, 0.2095, -0.1358, -0.9473, -0.2362, 0.8126]> : tensor<12xf64>
  %d_h = nn.splat %step : f64 -> tensor<12xf64>
  %d_s = nn.mul %d_d, %d_h : tensor<12xf64>
  %d_up = nn.add %d, %d_s : tensor<12xf64>
  %d_down = nn.sub %d, %d_s : tensor<12xf64>
  %up = call @lstm_loss(%x_up, %ok, %h0_up, %c0_up, %w_up, %u_up, %d_up, %c) : (tensor<2x4x2xf64>, tensor<4x2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>, tensor<4x2x3xf64>) -> tensor<f64>
  %down = call @lstm_loss(%x_down, %ok, %h0_down, %c0_down, %w_down, %u_down, %d_down, %c) : (tensor<2x4x2xf64>, tensor<4x2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>, tensor<4x2x3xf64>) -> tensor<f64>
  %g:6 = call @lstm_gradient(%x, %ok, %h0, %c0, %w, %u, %d, %c) : (tensor<2x4x2xf64>, tensor<4x2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>, tensor<4x2x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<2x3xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x4x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x4x2xf64> -> tensor<f64>
  %h0_p = nn.mul %g#1, %h0_d : tensor<2x3xf64>
  %h0_dot = nn.sum %h0_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %h0_t = nn.add %x_dot, %h0_dot : tensor<f64>
  %c0_p = nn.mul %g#2, %c0_d : tensor<2x3xf64>
  %c0_dot = nn.sum %c0_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %c0_t = nn.add %h0_t, %c0_dot : tensor<f64>
  %w_p = nn.mul %g#3, %w_d : tensor<12x2xf64>
  %w_dot = nn.sum %w_p axes = [0, 1] : tensor<12x2xf64> -> tensor<f64>
  %w_t = nn.add %c0_t, %w_dot : tensor<f64>
  %u_p = nn.mul %g#4, %u_d : tensor<12x3xf64>
  %u_dot = nn.sum %u_p axes = [0, 1] : tensor<12x3xf64> -> tensor<f64>
  %u_t = nn.add %w_t, %u_dot : tensor<f64>
  %d_p = nn.mul %g#5, %d_d : tensor<12xf64>
  %d_dot = nn.sum %d_p axes = [0] : tensor<12xf64> -> tensor<f64>
  %d_t = nn.add %u_t, %d_dot : tensor<f64>
  call @report(%up, %down, %d_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @stacked_loss(%ws: tensor<5x3x3xf64>, %bs: tensor<5x3xf64>, %h0: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.scan (%ws axis 0, %bs axis 0) carry (%h0) {
  ^bb0(%i: i64, %w: tensor<3x3xf64>, %b: tensor<3xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %h, %w : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %r = nn.broadcast %b dims = [1] : tensor<3xf64> -> tensor<2x3xf64>
    %s = nn.add %a, %r : tensor<2x3xf64>
    %n = nn.sigmoid %s : tensor<2x3xf64>
    nn.yield %n : tensor<2x3xf64>
  } : (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @stacked_gradient(%ws: tensor<5x3x3xf64>, %bs: tensor<5x3xf64>, %h0: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>) {
  %y = nn.scan (%ws axis 0, %bs axis 0) carry (%h0) {
  ^bb0(%i: i64, %w: tensor<3x3xf64>, %b: tensor<3xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %h, %w : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %r = nn.broadcast %b dims = [1] : tensor<3xf64> -> tensor<2x3xf64>
    %s = nn.add %a, %r : tensor<2x3xf64>
    %n = nn.sigmoid %s : tensor<2x3xf64>
    nn.yield %n : tensor<2x3xf64>
  } : (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%ws, %bs, %h0 : tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>) : tensor<f64> -> tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>
  return %g#0, %g#1, %g#2 : tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>
}
func.func private @stacked_check() {
  %ws = nn.constant dense<[[[0.4809, 0.8502, 0.4057], [1.2112, 1.0278, 1.4062], [0.5179, 0.7706, 0.8464]], [[0.9509, 1.297, 0.3447], [0.9935, 1.6341, 0.3031], [0.4317, 0.3879, 0.6396]], [[1.2768, 0.7162, 1.6045], [1.3655, 1.6281, 1.4356], [0.6206, 0.5048, 0.4101]], [[0.7418, 1.3163, 1.3157], [0.3189, 1.1185, 1.659], [1.5524, 1.6821, 0.9572]], [[1.179, 0.383, 0.8777], [1.3346, 1.3945, 0.3882], [0.7993, 1.69, 0.3902]]]> : tensor<5x3x3xf64>
  %bs = nn.constant dense<[[0.4997, 1.09, 0.4176], [0.8436, 0.6162, 1.0026], [1.5889, 0.3714, 1.4878], [0.9291, 1.2323, 1.2819], [0.6304, 0.9399, 1.5933]]> : tensor<5x3xf64>
  %h0 = nn.constant dense<[[1.0831, 0.4614, 1.4195], [0.938, 1.2245, 0.8315]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.4631, -0.3107, -0.7389], [0.8705, 0.0407, -0.5187]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %ws_d = nn.constant dense<[[[-0.4254, -0.7425, 0.3021], [0.5032, -0.9289, -0.6822], [-0.289, -0.2868, -0.2015]], [[0.6096, 0.3091, 0.4567], [-0.5838, -0.3402, -0.8872], [0.1387, -0.3438, 0.8226]], [[-0.2027, 0.3927, 0.994], [-0.6944, 0.1502, -0.4031], [-0.681, -0.6445, -0.7143]], [[0.262, -0.5778, -0.4995], [-0.6951, -0.1779, -0.2223], [0.9236, 0.0031, 0.5646]], [[0.194, 0.9378, -0.1779], [0.7112, -0.4377, 0.9273], [0.5512, 0.5864, -0.8453]]]> : tensor<5x3x3xf64>
  %ws_h = nn.splat %step : f64 -> tensor<5x3x3xf64>
  %ws_s = nn.mul %ws_d, %ws_h : tensor<5x3x3xf64>
  %ws_up = nn.add %ws, %ws_s : tensor<5x3x3xf64>
  %ws_down = nn.sub %ws, %ws_s : tensor<5x3x3xf64>
  %bs_d = nn.constant dense<[[0.8415, -0.7952, -0.7101], [0.3947, -0.4404, -0.7289], [0.9096, 0.9389, -0.1058], [-0.0964, 0.3212, 0.8071], [-0.0047, -0.9746, -0.8072]]> : tensor<5x3xf64>
  %bs_h = nn.splat %step : f64 -> tensor<5x3xf64>
  %bs_s = nn.mul %bs_d, %bs_h : tensor<5x3xf64>
  %bs_up = nn.add %bs, %bs_s : tensor<5x3xf64>
  %bs_down = nn.sub %bs, %bs_s : tensor<5x3xf64>
  %h0_d = nn.constant dense<[[-0.999, 0.6419, -0.063], [0.7145, -0.3111, 0.0359]]> : tensor<2x3xf64>
  %h0_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %h0_s = nn.mul %h0_d, %h0_h : tensor<2x3xf64>
  %h0_up = nn.add %h0, %h0_s : tensor<2x3xf64>
  %h0_down = nn.sub %h0, %h0_s : tensor<2x3xf64>
  %up = call @stacked_loss(%ws_up, %bs_up, %h0_up, %c) : (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @stacked_loss(%ws_down, %bs_down, %h0_down, %c) : (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:3 = call @stacked_gradient(%ws, %bs, %h0, %c) : (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<5x3x3xf64>, tensor<5x3xf64>, tensor<2x3xf64>)
  %ws_p = nn.mul %g#0, %ws_d : tensor<5x3x3xf64>
  %ws_dot = nn.sum %ws_p axes = [0, 1, 2] : tensor<5x3x3xf64> -> tensor<f64>
  %bs_p = nn.mul %g#1, %bs_d : tensor<5x3xf64>
  %bs_dot = nn.sum %bs_p axes = [0, 1] : tensor<5x3xf64> -> tensor<f64>
  %bs_t = nn.add %ws_dot, %bs_dot : tensor<f64>
  %h0_p = nn.mul %g#2, %h0_d : tensor<2x3xf64>
  %h0_dot = nn.sum %h0_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %h0_t = nn.add %bs_t, %h0_dot : tensor<f64>
  call @report(%up, %down, %h0_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @counted_loss(%x: tensor<3xf64>, %k: tensor<3xf64>, %c: tensor<3xf64>) -> tensor<f64> {
  %y = nn.scan () carry (%x) count = 3 : i64 {
  ^bb0(%i: i64, %h: tensor<3xf64>):
    %n = nn.splat %i : i64 -> tensor<3xf64>
    %p = nn.mul %h, %k : tensor<3xf64>
    %q = nn.add %p, %n : tensor<3xf64>
    %r = nn.sin %q : tensor<3xf64>
    nn.yield %r : tensor<3xf64>
  } : (tensor<3xf64>) -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @counted_gradient(%x: tensor<3xf64>, %k: tensor<3xf64>, %c: tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>) {
  %y = nn.scan () carry (%x) count = 3 : i64 {
  ^bb0(%i: i64, %h: tensor<3xf64>):
    %n = nn.splat %i : i64 -> tensor<3xf64>
    %p = nn.mul %h, %k : tensor<3xf64>
    %q = nn.add %p, %n : tensor<3xf64>
    %r = nn.sin %q : tensor<3xf64>
    nn.yield %r : tensor<3xf64>
  } : (tensor<3xf64>) -> tensor<3xf64>
  %yc = nn.mul %y, %c : tensor<3xf64>
  %loss = nn.sum %yc axes = [0] : tensor<3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%x, %k : tensor<3xf64>, tensor<3xf64>) : tensor<f64> -> tensor<3xf64>, tensor<3xf64>
  return %g#0, %g#1 : tensor<3xf64>, tensor<3xf64>
}
func.func private @counted_check() {
  %x = nn.constant dense<[1.4531, 0.8078, 0.3489]> : tensor<3xf64>
  %k = nn.constant dense<[0.4777, 0.4558, 0.8669]> : tensor<3xf64>
  %c = nn.constant dense<[-0.6176, 0.025, -0.528]> : tensor<3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[-0.152, 0.9627, 0.0349]> : tensor<3xf64>
  %x_h = nn.splat %step : f64 -> tensor<3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3xf64>
  %x_up = nn.add %x, %x_s : tensor<3xf64>
  %x_down = nn.sub %x, %x_s : tensor<3xf64>
  %k_d = nn.constant dense<[-0.7643, 0.1641, -0.4847]> : tensor<3xf64>
  %k_h = nn.splat %step : f64 -> tensor<3xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<3xf64>
  %k_up = nn.add %k, %k_s : tensor<3xf64>
  %k_down = nn.sub %k, %k_s : tensor<3xf64>
  %up = call @counted_loss(%x_up, %k_up, %c) : (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<f64>
  %down = call @counted_loss(%x_down, %k_down, %c) : (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<f64>
  %g:2 = call @counted_gradient(%x, %k, %c) : (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3xf64>
  %x_dot = nn.sum %x_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<3xf64>
  %k_dot = nn.sum %k_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %k_t = nn.add %x_dot, %k_dot : tensor<f64>
  call @report(%up, %down, %k_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @swapped_loss(%x: tensor<3xf64>, %p: tensor<f64>, %q: tensor<f64>, %c: tensor<f64>) -> tensor<f64> {
  %y, %z = nn.scan (%x axis 0) carry (%p, %q) {
  ^bb0(%t: i64, %xt: tensor<f64>, %a: tensor<f64>, %b: tensor<f64>):
    %m = nn.mul %a, %xt : tensor<f64>
    nn.yield %b, %m : tensor<f64>, tensor<f64>
  } : (tensor<3xf64>, tensor<f64>, tensor<f64>) -> (tensor<f64>, tensor<f64>)
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @swapped_gradient(%x: tensor<3xf64>, %p: tensor<f64>, %q: tensor<f64>, %c: tensor<f64>) -> (tensor<3xf64>, tensor<f64>, tensor<f64>) {
  %y, %z = nn.scan (%x axis 0) carry (%p, %q) {
  ^bb0(%t: i64, %xt: tensor<f64>, %a: tensor<f64>, %b: tensor<f64>):
    %m = nn.mul %a, %xt : tensor<f64>
    nn.yield %b, %m : tensor<f64>, tensor<f64>
  } : (tensor<3xf64>, tensor<f64>, tensor<f64>) -> (tensor<f64>, tensor<f64>)
  %yc = nn.mul %y, %c : tensor<f64>
  %loss = nn.sum %yc axes = [] : tensor<f64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%x, %p, %q : tensor<3xf64>, tensor<f64>, tensor<f64>) : tensor<f64> -> tensor<3xf64>, tensor<f64>, tensor<f64>
  return %g#0, %g#1, %g#2 : tensor<3xf64>, tensor<f64>, tensor<f64>
}
func.func private @swapped_check() {
  %x = nn.constant dense<[1.1348, 1.505, 1.14]> : tensor<3xf64>
  %p = nn.constant dense<0.3064> : tensor<f64>
  %q = nn.constant dense<0.4537> : tensor<f64>
  %c = nn.constant dense<-0.4726> : tensor<f64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[0.5695, -0.7327, 0.3067]> : tensor<3xf64>
  %x_h = nn.splat %step : f64 -> tensor<3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3xf64>
  %x_up = nn.add %x, %x_s : tensor<3xf64>
  %x_down = nn.sub %x, %x_s : tensor<3xf64>
  %p_d = nn.constant dense<-0.36> : tensor<f64>
  %p_h = nn.splat %step : f64 -> tensor<f64>
  %p_s = nn.mul %p_d, %p_h : tensor<f64>
  %p_up = nn.add %p, %p_s : tensor<f64>
  %p_down = nn.sub %p, %p_s : tensor<f64>
  %q_d = nn.constant dense<0.7484> : tensor<f64>
  %q_h = nn.splat %step : f64 -> tensor<f64>
  %q_s = nn.mul %q_d, %q_h : tensor<f64>
  %q_up = nn.add %q, %q_s : tensor<f64>
  %q_down = nn.sub %q, %q_s : tensor<f64>
  %up = call @swapped_loss(%x_up, %p_up, %q_up, %c) : (tensor<3xf64>, tensor<f64>, tensor<f64>, tensor<f64>) -> tensor<f64>
  %down = call @swapped_loss(%x_down, %p_down, %q_down, %c) : (tensor<3xf64>, tensor<f64>, tensor<f64>, tensor<f64>) -> tensor<f64>
  %g:3 = call @swapped_gradient(%x, %p, %q, %c) : (tensor<3xf64>, tensor<f64>, tensor<f64>, tensor<f64>) -> (tensor<3xf64>, tensor<f64>, tensor<f64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3xf64>
  %x_dot = nn.sum %x_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %p_p = nn.mul %g#1, %p_d : tensor<f64>
  %p_dot = nn.sum %p_p axes = [] : tensor<f64> -> tensor<f64>
  %p_t = nn.add %x_dot, %p_dot : tensor<f64>
  %q_p = nn.mul %g#2, %q_d : tensor<f64>
  %q_dot = nn.sum %q_p axes = [] : tensor<f64> -> tensor<f64>
  %q_t = nn.add %p_t, %q_dot : tensor<f64>
  call @report(%up, %down, %q_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @nested_loss(%x: tensor<3x4xf64>, %h0: tensor<f64>, %w: tensor<f64>, %c: tensor<4x3xf64>) -> tensor<f64> {
  %y, %end = nn.scan (%x axis 0) carry (%h0) emit [1] {
  ^bb0(%t: i64, %row: tensor<4xf64>, %h: tensor<f64>):
    %inner, %sum = nn.scan (%row axis 0) carry (%h) emit [0] {
    ^bb0(%s: i64, %e: tensor<f64>, %k: tensor<f64>):
      %a = nn.mul %e, %k : tensor<f64>
      %b = nn.sin %a : tensor<f64>
      %d = nn.mul %b, %w : tensor<f64>
      nn.yield %b, %d : tensor<f64>, tensor<f64>
    } : (tensor<4xf64>, tensor<f64>) -> (tensor<4xf64>, tensor<f64>)
    nn.yield %inner, %sum : tensor<4xf64>, tensor<f64>
  } : (tensor<3x4xf64>, tensor<f64>) -> (tensor<4x3xf64>, tensor<f64>)
  %yc = nn.mul %y, %c : tensor<4x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @nested_gradient(%x: tensor<3x4xf64>, %h0: tensor<f64>, %w: tensor<f64>, %c: tensor<4x3xf64>) -> (tensor<3x4xf64>, tensor<f64>, tensor<f64>) {
  %y, %end = nn.scan (%x axis 0) carry (%h0) emit [1] {
  ^bb0(%t: i64, %row: tensor<4xf64>, %h: tensor<f64>):
    %inner, %sum = nn.scan (%row axis 0) carry (%h) emit [0] {
    ^bb0(%s: i64, %e: tensor<f64>, %k: tensor<f64>):
      %a = nn.mul %e, %k : tensor<f64>
      %b = nn.sin %a : tensor<f64>
      %d = nn.mul %b, %w : tensor<f64>
      nn.yield %b, %d : tensor<f64>, tensor<f64>
    } : (tensor<4xf64>, tensor<f64>) -> (tensor<4xf64>, tensor<f64>)
    nn.yield %inner, %sum : tensor<4xf64>, tensor<f64>
  } : (tensor<3x4xf64>, tensor<f64>) -> (tensor<4x3xf64>, tensor<f64>)
  %yc = nn.mul %y, %c : tensor<4x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x3xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%x, %h0, %w : tensor<3x4xf64>, tensor<f64>, tensor<f64>) : tensor<f64> -> tensor<3x4xf64>, tensor<f64>, tensor<f64>
  return %g#0, %g#1, %g#2 : tensor<3x4xf64>, tensor<f64>, tensor<f64>
}
func.func private @nested_check() {
  %x = nn.constant dense<[[1.1826, 0.5401, 0.6503, 1.5604], [1.4544, 1.0989, 0.9269, 1.5035], [0.5961, 0.4038, 0.9861, 1.044]]> : tensor<3x4xf64>
  %h0 = nn.constant dense<0.6286> : tensor<f64>
  %w = nn.constant dense<1.1466> : tensor<f64>
  %c = nn.constant dense<[[0.9497, -0.2741, 0.7158], [-0.054, -0.6691, -0.5507], [-0.2286, 0.7982, -0.3874], [0.6975, -0.0294, 0.8072]]> : tensor<4x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.9944, -0.3615, -0.7442, 0.7059], [0.1508, 0.135, 0.351, 0.7497], [0.6501, 0.5403, 0.2457, 0.036]]> : tensor<3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x4xf64>
  %h0_d = nn.constant dense<0.464> : tensor<f64>
  %h0_h = nn.splat %step : f64 -> tensor<f64>
  %h0_s = nn.mul %h0_d, %h0_h : tensor<f64>
  %h0_up = nn.add %h0, %h0_s : tensor<f64>
  %h0_down = nn.sub %h0, %h0_s : tensor<f64>
  %w_d = nn.constant dense<-0.5236> : tensor<f64>
  %w_h = nn.splat %step : f64 -> tensor<f64>
  %w_s = nn.mul %w_d, %w_h : tensor<f64>
  %w_up = nn.add %w, %w_s : tensor<f64>
  %w_down = nn.sub %w, %w_s : tensor<f64>
  %up = call @nested_loss(%x_up, %h0_up, %w_up, %c) : (tensor<3x4xf64>, tensor<f64>, tensor<f64>, tensor<4x3xf64>) -> tensor<f64>
  %down = call @nested_loss(%x_down, %h0_down, %w_down, %c) : (tensor<3x4xf64>, tensor<f64>, tensor<f64>, tensor<4x3xf64>) -> tensor<f64>
  %g:3 = call @nested_gradient(%x, %h0, %w, %c) : (tensor<3x4xf64>, tensor<f64>, tensor<f64>, tensor<4x3xf64>) -> (tensor<3x4xf64>, tensor<f64>, tensor<f64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %h0_p = nn.mul %g#1, %h0_d : tensor<f64>
  %h0_dot = nn.sum %h0_p axes = [] : tensor<f64> -> tensor<f64>
  %h0_t = nn.add %x_dot, %h0_dot : tensor<f64>
  %w_p = nn.mul %g#2, %w_d : tensor<f64>
  %w_dot = nn.sum %w_p axes = [] : tensor<f64> -> tensor<f64>
  %w_t = nn.add %h0_t, %w_dot : tensor<f64>
  call @report(%up, %down, %w_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @looked_up_loss(%x: tensor<2x3xf64>, %i: tensor<4x2xi32>, %c: tensor<4x2x3xf64>) -> tensor<f64> {
  %y = nn.scan (%i axis 0) emit [0] {
  ^bb0(%t: i64, %it: tensor<2xi32>):
    %r = nn.gather %x, %it axis = 0 : (tensor<2x3xf64>, tensor<2xi32>) -> tensor<2x3xf64>
    %s = nn.mul %r, %r : tensor<2x3xf64>
    nn.yield %s : tensor<2x3xf64>
  } : (tensor<4x2xi32>) -> tensor<4x2x3xf64>
  %yc = nn.mul %y, %c : tensor<4x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<4x2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @looked_up_gradient(%x: tensor<2x3xf64>, %i: tensor<4x2xi32>, %c: tensor<4x2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.scan (%i axis 0) emit [0] {
  ^bb0(%t: i64, %it: tensor<2xi32>):
    %r = nn.gather %x, %it axis = 0 : (tensor<2x3xf64>, tensor<2xi32>) -> tensor<2x3xf64>
    %s = nn.mul %r, %r : tensor<2x3xf64>
    nn.yield %s : tensor<2x3xf64>
  } : (tensor<4x2xi32>) -> tensor<4x2x3xf64>
  %yc = nn.mul %y, %c : tensor<4x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<4x2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @looked_up_check() {
  %x = nn.constant dense<[[1.329, 1.6222, 1.6017], [0.7026, 1.2817, 1.5003]]> : tensor<2x3xf64>
  %i = nn.constant dense<[[1, 0], [1, 1], [1, 0], [1, 0]]> : tensor<4x2xi32>
  %c = nn.constant dense<[[[-0.28, -0.9876, 0.7383], [-0.9192, -0.5168, -0.4259]], [[-0.8211, -0.5783, -0.8117], [0.4547, -0.9194, -0.2502]], [[-0.5939, -0.9286, 0.1956], [-0.202, -0.7159, -0.0165]], [[0.1208, 0.218, -0.4695], [-0.3313, -0.0172, 0.0686]]]> : tensor<4x2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.7168, 0.756, -0.3265], [-0.5215, 0.1856, 0.8581]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @looked_up_loss(%x_up, %i, %c) : (tensor<2x3xf64>, tensor<4x2xi32>, tensor<4x2x3xf64>) -> tensor<f64>
  %down = call @looked_up_loss(%x_down, %i, %c) : (tensor<2x3xf64>, tensor<4x2xi32>, tensor<4x2x3xf64>) -> tensor<f64>
  %g:1 = call @looked_up_gradient(%x, %i, %c) : (tensor<2x3xf64>, tensor<4x2xi32>, tensor<4x2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @second_loss(%x: tensor<2x4x2xf64>, %h0: tensor<2x3xf64>, %w: tensor<3x2xf64>, %u: tensor<3x3xf64>, %c: tensor<3x3xf64>) -> tensor<f64> {
  %all, %end = nn.scan (%x axis 1) carry (%h0) emit [1] {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<3x2xf64>) -> tensor<2x3xf64>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %s = nn.add %a, %b : tensor<2x3xf64>
    %n = nn.tanh %s : tensor<2x3xf64>
    nn.yield %n, %n : tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<2x3xf64>) -> (tensor<2x4x3xf64>, tensor<2x3xf64>)
  %s2 = nn.mul %all, %all : tensor<2x4x3xf64>
  %e = nn.sum %s2 axes = [0, 1, 2] : tensor<2x4x3xf64> -> tensor<f64>
  %y = nn.gradient %e wrt [] of (%u : tensor<3x3xf64>) : tensor<f64> -> tensor<3x3xf64>
  %yc = nn.mul %y, %c : tensor<3x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @second_gradient(%x: tensor<2x4x2xf64>, %h0: tensor<2x3xf64>, %w: tensor<3x2xf64>, %u: tensor<3x3xf64>, %c: tensor<3x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>) {
  %all, %end = nn.scan (%x axis 1) carry (%h0) emit [1] {
  ^bb0(%t: i64, %xt: tensor<2x2xf64>, %h: tensor<2x3xf64>):
    %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<2x2xf64>, tensor<3x2xf64>) -> tensor<2x3xf64>
    %b = nn.einsum "bk,nk->bn" %h, %u : (tensor<2x3xf64>, tensor<3x3xf64>) -> tensor<2x3xf64>
    %s = nn.add %a, %b : tensor<2x3xf64>
    %n = nn.tanh %s : tensor<2x3xf64>
    nn.yield %n, %n : tensor<2x3xf64>, tensor<2x3xf64>
  } : (tensor<2x4x2xf64>, tensor<2x3xf64>) -> (tensor<2x4x3xf64>, tensor<2x3xf64>)
  %s2 = nn.mul %all, %all : tensor<2x4x3xf64>
  %e = nn.sum %s2 axes = [0, 1, 2] : tensor<2x4x3xf64> -> tensor<f64>
  %y = nn.gradient %e wrt [] of (%u : tensor<3x3xf64>) : tensor<f64> -> tensor<3x3xf64>
  %yc = nn.mul %y, %c : tensor<3x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x3xf64> -> tensor<f64>
  %g:4 = nn.gradient %loss wrt [] of (%x, %h0, %w, %u : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>) : tensor<f64> -> tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>
  return %g#0, %g#1, %g#2, %g#3 : tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>
}
func.func private @second_check() {
  %x = nn.constant dense<[[[1.6853, 1.4488], [0.9651, 1.0538], [1.3981, 1.0135], [1.5298, 1.5882]], [[0.8237, 0.3228], [1.4718, 1.3826], [0.3187, 0.4697], [1.0329, 0.9344]]]> : tensor<2x4x2xf64>
  %h0 = nn.constant dense<[[0.37, 1.3903, 0.8305], [0.4251, 1.1082, 1.6367]]> : tensor<2x3xf64>
  %w = nn.constant dense<[[1.6005, 0.7445], [1.6704, 1.4919], [1.657, 1.5121]]> : tensor<3x2xf64>
  %u = nn.constant dense<[[0.9654, 1.4338, 1.3027], [1.3597, 0.7509, 1.2143], [0.9581, 1.0588, 1.1364]]> : tensor<3x3xf64>
  %c = nn.constant dense<[[0.5417, -0.1441, -0.6699], [-0.4484, 0.0507, 0.7516], [0.9876, 0.9355, 0.7349]]> : tensor<3x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.3694, -0.8977], [-0.5604, -0.3916], [-0.2884, -0.1692], [-0.2251, 0.3514]], [[0.9028, -0.8377], [-0.0867, 0.9987], [-0.4862, -0.7396], [-0.136, 0.4353]]]> : tensor<2x4x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x4x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x4x2xf64>
  %x_up = nn.add %x, %x_s : tensor<2x4x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x4x2xf64>
  %h0_d = nn.constant dense<[[0.7984, 0.6372, 0.9387], [-0.5857, -0.2995, 0.7349]]> : tensor<2x3xf64>
  %h0_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %h0_s = nn.mul %h0_d, %h0_h : tensor<2x3xf64>
  %h0_up = nn.add %h0, %h0_s : tensor<2x3xf64>
  %h0_down = nn.sub %h0, %h0_s : tensor<2x3xf64>
  %w_d = nn.constant dense<[[0.5072, 0.9858], [0.9594, -0.9938], [-0.1791, -0.93]]> : tensor<3x2xf64>
  %w_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %w_s = nn.mul %w_d, %w_h : tensor<3x2xf64>
  %w_up = nn.add %w, %w_s : tensor<3x2xf64>
  %w_down = nn.sub %w, %w_s : tensor<3x2xf64>
  %u_d = nn.constant dense<[[-0.7971, -0.8045, -0.0637], [0.3106, 0.16, -0.466], [0.0864, -0.7698, 0.3006]]> : tensor<3x3xf64>
  %u_h = nn.splat %step : f64 -> tensor<3x3xf64>
  %u_s = nn.mul %u_d, %u_h : tensor<3x3xf64>
  %u_up = nn.add %u, %u_s : tensor<3x3xf64>
  %u_down = nn.sub %u, %u_s : tensor<3x3xf64>
  %up = call @second_loss(%x_up, %h0_up, %w_up, %u_up, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<3x3xf64>) -> tensor<f64>
  %down = call @second_loss(%x_down, %h0_down, %w_down, %u_down, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<3x3xf64>) -> tensor<f64>
  %g:4 = call @second_gradient(%x, %h0, %w, %u, %c) : (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>, tensor<3x3xf64>) -> (tensor<2x4x2xf64>, tensor<2x3xf64>, tensor<3x2xf64>, tensor<3x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x4x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x4x2xf64> -> tensor<f64>
  %h0_p = nn.mul %g#1, %h0_d : tensor<2x3xf64>
  %h0_dot = nn.sum %h0_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %h0_t = nn.add %x_dot, %h0_dot : tensor<f64>
  %w_p = nn.mul %g#2, %w_d : tensor<3x2xf64>
  %w_dot = nn.sum %w_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %w_t = nn.add %h0_t, %w_dot : tensor<f64>
  %u_p = nn.mul %g#3, %u_d : tensor<3x3xf64>
  %u_dot = nn.sum %u_p axes = [0, 1] : tensor<3x3xf64> -> tensor<f64>
  %u_t = nn.add %w_t, %u_dot : tensor<f64>
  call @report(%up, %down, %u_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "rnn: "
  call @rnn_check() : () -> ()
  vector.print str "rnn_last: "
  call @rnn_last_check() : () -> ()
  vector.print str "lstm: "
  call @lstm_check() : () -> ()
  vector.print str "stacked: "
  call @stacked_check() : () -> ()
  vector.print str "counted: "
  call @counted_check() : () -> ()
  vector.print str "swapped: "
  call @swapped_check() : () -> ()
  vector.print str "nested: "
  call @nested_check() : () -> ()
  vector.print str "looked_up: "
  call @looked_up_check() : () -> ()
  vector.print str "second: "
  call @second_check() : () -> ()
  return
}
