// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}broadcast: 1{{$}}
// CHECK: {{^}}broadcast_swapped: 1{{$}}
// CHECK: {{^}}reshape: 1{{$}}
// CHECK: {{^}}transpose: 1{{$}}
// CHECK: {{^}}slice: 1{{$}}
// CHECK: {{^}}pad: 1{{$}}
// CHECK: {{^}}flip: 1{{$}}
// CHECK: {{^}}cumsum: 1{{$}}
// CHECK: {{^}}cumsum_reverse: 1{{$}}
// CHECK: {{^}}concat: 1{{$}}
// CHECK: {{^}}take: 1{{$}}
// CHECK: {{^}}gather: 1{{$}}
// CHECK: {{^}}scatter_add: 1{{$}}

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

func.func private @broadcast_loss(%x: tensor<4xf64>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.broadcast %x dims = [1] : tensor<4xf64> -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @broadcast_gradient(%x: tensor<4xf64>, %c: tensor<3x4xf64>) -> (tensor<4xf64>) {
  %y = nn.broadcast %x dims = [1] : tensor<4xf64> -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<4xf64>) : tensor<f64> -> tensor<4xf64>
  return %g#0 : tensor<4xf64>
}
func.func private @broadcast_check() {
  %x = nn.constant dense<[1.1894, 0.3215, 0.7389, 0.5152]> : tensor<4xf64>
  %c = nn.constant dense<[[0.656, -0.0226, 0.4999, 0.7078], [-0.9223, 0.9074, 0.7376, -0.9917], [0.2315, -0.5256, -0.0582, -0.5093]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[0.6947, 0.133, 0.0552, 0.4001]> : tensor<4xf64>
  %x_h = nn.splat %step : f64 -> tensor<4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<4xf64>
  %x_up = nn.add %x, %x_s : tensor<4xf64>
  %x_down = nn.sub %x, %x_s : tensor<4xf64>
  %up = call @broadcast_loss(%x_up, %c) : (tensor<4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @broadcast_loss(%x_down, %c) : (tensor<4xf64>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @broadcast_gradient(%x, %c) : (tensor<4xf64>, tensor<3x4xf64>) -> (tensor<4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<4xf64>
  %x_dot = nn.sum %x_p axes = [0] : tensor<4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @broadcast_swapped_loss(%x: tensor<3x1x2xf64>, %c: tensor<2x5x3xf64>) -> tensor<f64> {
  %y = nn.broadcast %x dims = [2, 1, 0] : tensor<3x1x2xf64> -> tensor<2x5x3xf64>
  %yc = nn.mul %y, %c : tensor<2x5x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x5x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @broadcast_swapped_gradient(%x: tensor<3x1x2xf64>, %c: tensor<2x5x3xf64>) -> (tensor<3x1x2xf64>) {
  %y = nn.broadcast %x dims = [2, 1, 0] : tensor<3x1x2xf64> -> tensor<2x5x3xf64>
  %yc = nn.mul %y, %c : tensor<2x5x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x5x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x1x2xf64>) : tensor<f64> -> tensor<3x1x2xf64>
  return %g#0 : tensor<3x1x2xf64>
}
func.func private @broadcast_swapped_check() {
  %x = nn.constant dense<[[[0.6898, 1.5451]], [[1.0886, 0.6373]], [[1.5024, 0.9164]]]> : tensor<3x1x2xf64>
  %c = nn.constant dense<[[[-0.3351, 0.4409, -0.6072], [0.596, -0.1391, -0.3104], [0.5603, -0.0283, -0.2834], [-0.0241, -0.2028, -0.7924], [0.9102, 0.4744, 0.8494]], [[-0.4076, 0.2272, 0.6725], [-0.9445, -0.6682, 0.7604], [-0.2941, -0.0575, -0.49], [-0.3856, 0.8628, 0.7334], [-0.7897, 0.7495, -0.2019]]]> : tensor<2x5x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[0.9263, 0.2032]], [[0.722, -0.0503]], [[0.6867, -0.4392]]]> : tensor<3x1x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x1x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x1x2xf64>
  %x_up = nn.add %x, %x_s : tensor<3x1x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x1x2xf64>
  %up = call @broadcast_swapped_loss(%x_up, %c) : (tensor<3x1x2xf64>, tensor<2x5x3xf64>) -> tensor<f64>
  %down = call @broadcast_swapped_loss(%x_down, %c) : (tensor<3x1x2xf64>, tensor<2x5x3xf64>) -> tensor<f64>
  %g:1 = call @broadcast_swapped_gradient(%x, %c) : (tensor<3x1x2xf64>, tensor<2x5x3xf64>) -> (tensor<3x1x2xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x1x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<3x1x2xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @reshape_loss(%x: tensor<2x6xf64>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.reshape %x : tensor<2x6xf64> -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @reshape_gradient(%x: tensor<2x6xf64>, %c: tensor<3x4xf64>) -> (tensor<2x6xf64>) {
  %y = nn.reshape %x : tensor<2x6xf64> -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x6xf64>) : tensor<f64> -> tensor<2x6xf64>
  return %g#0 : tensor<2x6xf64>
}
func.func private @reshape_check() {
  %x = nn.constant dense<[[0.5759, 0.3179, 1.1218, 1.193, 0.8694, 0.7097], [0.3778, 0.6298, 1.0874, 0.9866, 1.632, 0.6879]]> : tensor<2x6xf64>
  %c = nn.constant dense<[[-0.9374, 0.7763, -0.4585, -0.2237], [0.7923, 0.0464, 0.6843, -0.5055], [-0.5666, -0.9553, 0.2202, -0.0227]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.9821, -0.7965, -0.3522, -0.402, -0.2292, 0.3638], [0.1019, 0.9638, 0.4885, 0.5129, -0.9358, -0.7857]]> : tensor<2x6xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x6xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x6xf64>
  %x_up = nn.add %x, %x_s : tensor<2x6xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x6xf64>
  %up = call @reshape_loss(%x_up, %c) : (tensor<2x6xf64>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @reshape_loss(%x_down, %c) : (tensor<2x6xf64>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @reshape_gradient(%x, %c) : (tensor<2x6xf64>, tensor<3x4xf64>) -> (tensor<2x6xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x6xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x6xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @transpose_loss(%x: tensor<2x3x4xf64>, %c: tensor<3x4x2xf64>) -> tensor<f64> {
  %y = nn.transpose %x perm = [1, 2, 0] : tensor<2x3x4xf64> -> tensor<3x4x2xf64>
  %yc = nn.mul %y, %c : tensor<3x4x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<3x4x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @transpose_gradient(%x: tensor<2x3x4xf64>, %c: tensor<3x4x2xf64>) -> (tensor<2x3x4xf64>) {
  %y = nn.transpose %x perm = [1, 2, 0] : tensor<2x3x4xf64> -> tensor<3x4x2xf64>
  %yc = nn.mul %y, %c : tensor<3x4x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<3x4x2xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3x4xf64>) : tensor<f64> -> tensor<2x3x4xf64>
  return %g#0 : tensor<2x3x4xf64>
}
func.func private @transpose_check() {
  %x = nn.constant dense<[[[0.8459, 0.8571, 1.0435, 0.6752], [1.1949, 0.7872, 1.4228, 1.4363], [0.5016, 1.4275, 0.9425, 1.5009]], [[1.0235, 1.2286, 0.3909, 1.3974], [0.8739, 1.217, 0.4506, 0.8498], [1.2348, 1.3481, 1.008, 0.7708]]]> : tensor<2x3x4xf64>
  %c = nn.constant dense<[[[-0.9766, -0.962], [-0.5705, -0.6354], [0.5834, 0.2371], [0.665, 0.9039]], [[-0.9933, -0.8453], [0.9977, -0.8279], [0.7868, 0.3558], [-0.9855, -0.1377]], [[-0.3989, -0.6128], [-0.2934, -0.6318], [-0.3071, 0.4256], [-0.1913, 0.3443]]]> : tensor<3x4x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.6577, -0.6608, -0.9573, -0.9583], [-0.7312, -0.4731, 0.8155, -0.903], [-0.0308, 0.0062, -0.958, 0.6206]], [[-0.5123, -0.1558, -0.7193, 0.2837], [0.6406, -0.0566, 0.2265, -0.22], [0.9125, 0.0439, -0.8017, -0.4563]]]> : tensor<2x3x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3x4xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3x4xf64>
  %up = call @transpose_loss(%x_up, %c) : (tensor<2x3x4xf64>, tensor<3x4x2xf64>) -> tensor<f64>
  %down = call @transpose_loss(%x_down, %c) : (tensor<2x3x4xf64>, tensor<3x4x2xf64>) -> tensor<f64>
  %g:1 = call @transpose_gradient(%x, %c) : (tensor<2x3x4xf64>, tensor<3x4x2xf64>) -> (tensor<2x3x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<2x3x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @slice_loss(%x: tensor<4x5xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.slice %x at [1, 0] : tensor<4x5xf64> -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @slice_gradient(%x: tensor<4x5xf64>, %c: tensor<2x3xf64>) -> (tensor<4x5xf64>) {
  %y = nn.slice %x at [1, 0] : tensor<4x5xf64> -> tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<4x5xf64>) : tensor<f64> -> tensor<4x5xf64>
  return %g#0 : tensor<4x5xf64>
}
func.func private @slice_check() {
  %x = nn.constant dense<[[1.6815, 0.59, 1.4945, 1.4934, 1.3983], [0.5081, 1.402, 1.4462, 1.0304, 0.6153], [1.0482, 0.3057, 1.3765, 1.023, 1.1385], [1.5944, 0.6547, 1.4324, 0.886, 1.2299]]> : tensor<4x5xf64>
  %c = nn.constant dense<[[0.1545, -0.1762, -0.0733], [-0.105, 0.4134, 0.6855]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.5445, 0.7285, -0.5973, 0.099, 0.5597], [-0.965, -0.9758, -0.8431, -0.3951, -0.1143], [0.5949, 0.2224, 0.1405, 0.2612, 0.5755], [-0.2768, -0.2675, -0.5284, 0.2609, -0.5848]]> : tensor<4x5xf64>
  %x_h = nn.splat %step : f64 -> tensor<4x5xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<4x5xf64>
  %x_up = nn.add %x, %x_s : tensor<4x5xf64>
  %x_down = nn.sub %x, %x_s : tensor<4x5xf64>
  %up = call @slice_loss(%x_up, %c) : (tensor<4x5xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @slice_loss(%x_down, %c) : (tensor<4x5xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @slice_gradient(%x, %c) : (tensor<4x5xf64>, tensor<2x3xf64>) -> (tensor<4x5xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<4x5xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @pad_loss(%x: tensor<2x3xf64>, %c: tensor<3x5xf64>) -> tensor<f64> {
  %y = nn.pad %x low [1, 0] high [0, 2] : tensor<2x3xf64> -> tensor<3x5xf64>
  %yc = nn.mul %y, %c : tensor<3x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @pad_gradient(%x: tensor<2x3xf64>, %c: tensor<3x5xf64>) -> (tensor<2x3xf64>) {
  %y = nn.pad %x low [1, 0] high [0, 2] : tensor<2x3xf64> -> tensor<3x5xf64>
  %yc = nn.mul %y, %c : tensor<3x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @pad_check() {
  %x = nn.constant dense<[[0.6186, 0.6043, 1.3915], [0.574, 0.3604, 1.4503]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.8878, -0.6474, -0.3212, -0.3766, -0.9528], [-0.7214, 0.1123, 0.6833, -0.8809, 0.2908], [0.1593, -0.6481, 0.1259, 0.9221, 0.6632]]> : tensor<3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.8185, -0.2693, 0.8613], [-0.1508, -0.2556, 0.7863]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @pad_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<3x5xf64>) -> tensor<f64>
  %down = call @pad_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<3x5xf64>) -> tensor<f64>
  %g:1 = call @pad_gradient(%x, %c) : (tensor<2x3xf64>, tensor<3x5xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @flip_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.flip %x axes = [1] : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @flip_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.flip %x axes = [1] : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @flip_check() {
  %x = nn.constant dense<[[0.931, 1.2516, 1.6424], [0.8821, 0.7976, 0.5326]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.0615, -0.1856, -0.3677], [0.2651, 0.1209, -0.5356]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.6788, 0.7076, -0.5085], [-0.4657, 0.8731, -0.2765]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @flip_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @flip_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @flip_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @cumsum_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.cumsum %x axis = 1 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @cumsum_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.cumsum %x axis = 1 : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @cumsum_check() {
  %x = nn.constant dense<[[0.7339, 1.3134, 1.077], [1.2692, 1.5417, 0.755]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[0.3115, -0.841, 0.2578], [0.6526, 0.1204, -0.3446]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.9064, 0.6698, 0.6967], [0.4375, 0.5607, 0.2219]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @cumsum_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @cumsum_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @cumsum_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @cumsum_reverse_loss(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> tensor<f64> {
  %y = nn.cumsum %x axis = 0 reverse : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @cumsum_reverse_gradient(%x: tensor<2x3xf64>, %c: tensor<2x3xf64>) -> (tensor<2x3xf64>) {
  %y = nn.cumsum %x axis = 0 reverse : tensor<2x3xf64>
  %yc = nn.mul %y, %c : tensor<2x3xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<2x3xf64>) : tensor<f64> -> tensor<2x3xf64>
  return %g#0 : tensor<2x3xf64>
}
func.func private @cumsum_reverse_check() {
  %x = nn.constant dense<[[1.6268, 1.65, 1.1055], [0.8767, 1.568, 1.0758]]> : tensor<2x3xf64>
  %c = nn.constant dense<[[-0.6606, 0.8235, -0.4733], [0.1204, -0.5147, 0.3095]]> : tensor<2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[-0.8576, -0.8186, -0.3109], [0.9455, 0.5377, 0.7188]]> : tensor<2x3xf64>
  %x_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<2x3xf64>
  %x_up = nn.add %x, %x_s : tensor<2x3xf64>
  %x_down = nn.sub %x, %x_s : tensor<2x3xf64>
  %up = call @cumsum_reverse_loss(%x_up, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %down = call @cumsum_reverse_loss(%x_down, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<f64>
  %g:1 = call @cumsum_reverse_gradient(%x, %c) : (tensor<2x3xf64>, tensor<2x3xf64>) -> (tensor<2x3xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<2x3xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @concat_loss(%a: tensor<2x3xf64>, %b: tensor<2x2xf64>, %c: tensor<2x5xf64>) -> tensor<f64> {
  %y = nn.concat %a, %b axis = 1 : (tensor<2x3xf64>, tensor<2x2xf64>) -> tensor<2x5xf64>
  %yc = nn.mul %y, %c : tensor<2x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @concat_gradient(%a: tensor<2x3xf64>, %b: tensor<2x2xf64>, %c: tensor<2x5xf64>) -> (tensor<2x3xf64>, tensor<2x2xf64>) {
  %y = nn.concat %a, %b axis = 1 : (tensor<2x3xf64>, tensor<2x2xf64>) -> tensor<2x5xf64>
  %yc = nn.mul %y, %c : tensor<2x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<2x5xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3xf64>, tensor<2x2xf64>) : tensor<f64> -> tensor<2x3xf64>, tensor<2x2xf64>
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x2xf64>
}
func.func private @concat_check() {
  %a = nn.constant dense<[[1.1415, 1.3975, 0.7454], [1.2006, 1.3952, 0.6361]]> : tensor<2x3xf64>
  %b = nn.constant dense<[[0.5026, 0.8537], [0.7183, 0.8989]]> : tensor<2x2xf64>
  %c = nn.constant dense<[[-0.7888, 0.6499, 0.9298, -0.834, -0.6682], [0.1548, 0.2926, 0.2968, 0.0673, 0.4362]]> : tensor<2x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[0.5083, 0.1226, -0.8324], [0.1732, -0.7858, -0.7667]]> : tensor<2x3xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3xf64>
  %b_d = nn.constant dense<[[0.4432, 0.9841], [-0.5471, 0.7582]]> : tensor<2x2xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x2xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x2xf64>
  %b_up = nn.add %b, %b_s : tensor<2x2xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x2xf64>
  %up = call @concat_loss(%a_up, %b_up, %c) : (tensor<2x3xf64>, tensor<2x2xf64>, tensor<2x5xf64>) -> tensor<f64>
  %down = call @concat_loss(%a_down, %b_down, %c) : (tensor<2x3xf64>, tensor<2x2xf64>, tensor<2x5xf64>) -> tensor<f64>
  %g:2 = call @concat_gradient(%a, %b, %c) : (tensor<2x3xf64>, tensor<2x2xf64>, tensor<2x5xf64>) -> (tensor<2x3xf64>, tensor<2x2xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3xf64>
  %a_dot = nn.sum %a_p axes = [0, 1] : tensor<2x3xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x2xf64>
  %b_dot = nn.sum %b_p axes = [0, 1] : tensor<2x2xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @take_loss(%x: tensor<3x2x4xf64>, %i: tensor<3x4xi32>, %c: tensor<3x4xf64>) -> tensor<f64> {
  %y = nn.take %x, %i axis = 1 : (tensor<3x2x4xf64>, tensor<3x4xi32>) -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @take_gradient(%x: tensor<3x2x4xf64>, %i: tensor<3x4xi32>, %c: tensor<3x4xf64>) -> (tensor<3x2x4xf64>) {
  %y = nn.take %x, %i axis = 1 : (tensor<3x2x4xf64>, tensor<3x4xi32>) -> tensor<3x4xf64>
  %yc = nn.mul %y, %c : tensor<3x4xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x4xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x2x4xf64>) : tensor<f64> -> tensor<3x2x4xf64>
  return %g#0 : tensor<3x2x4xf64>
}
func.func private @take_check() {
  %x = nn.constant dense<[[[1.3047, 1.1042, 1.275, 0.629], [0.5115, 1.0156, 0.9313, 1.3472]], [[1.6072, 0.3764, 0.9602, 1.5452], [1.5624, 1.5782, 0.6524, 0.3307]], [[0.3083, 0.9212, 1.1844, 1.1062], [1.3779, 1.0697, 0.8753, 0.854]]]> : tensor<3x2x4xf64>
  %i = nn.constant dense<[[0, 1, 1, 0], [0, 0, 0, 0], [1, 0, 0, 1]]> : tensor<3x4xi32>
  %c = nn.constant dense<[[-0.5675, 0.1195, 0.3182, -0.1688], [-0.7174, 0.0948, -0.6648, 0.6986], [0.2951, 0.6913, 0.0734, -0.0846]]> : tensor<3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[[-0.0498, 0.5058, 0.2109, -0.6932], [-0.9058, -0.9905, 0.0933, -0.4985]], [[0.5725, -0.3676, -0.6551, 0.7459], [0.3505, 0.8842, 0.9625, 0.6498]], [[-0.8278, 0.653, 0.4059, 0.8247], [-0.6577, 0.6261, -0.9372, 0.0374]]]> : tensor<3x2x4xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x2x4xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x2x4xf64>
  %x_up = nn.add %x, %x_s : tensor<3x2x4xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x2x4xf64>
  %up = call @take_loss(%x_up, %i, %c) : (tensor<3x2x4xf64>, tensor<3x4xi32>, tensor<3x4xf64>) -> tensor<f64>
  %down = call @take_loss(%x_down, %i, %c) : (tensor<3x2x4xf64>, tensor<3x4xi32>, tensor<3x4xf64>) -> tensor<f64>
  %g:1 = call @take_gradient(%x, %i, %c) : (tensor<3x2x4xf64>, tensor<3x4xi32>, tensor<3x4xf64>) -> (tensor<3x2x4xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x2x4xf64>
  %x_dot = nn.sum %x_p axes = [0, 1, 2] : tensor<3x2x4xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @gather_loss(%x: tensor<3x2xf64>, %i: tensor<4xi32>, %c: tensor<4x2xf64>) -> tensor<f64> {
  %y = nn.gather %x, %i axis = 0 : (tensor<3x2xf64>, tensor<4xi32>) -> tensor<4x2xf64>
  %yc = nn.mul %y, %c : tensor<4x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @gather_gradient(%x: tensor<3x2xf64>, %i: tensor<4xi32>, %c: tensor<4x2xf64>) -> (tensor<3x2xf64>) {
  %y = nn.gather %x, %i axis = 0 : (tensor<3x2xf64>, tensor<4xi32>) -> tensor<4x2xf64>
  %yc = nn.mul %y, %c : tensor<4x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<3x2xf64>) : tensor<f64> -> tensor<3x2xf64>
  return %g#0 : tensor<3x2xf64>
}
func.func private @gather_check() {
  %x = nn.constant dense<[[0.624, 1.2178], [1.4379, 1.1866], [0.8817, 1.072]]> : tensor<3x2xf64>
  %i = nn.constant dense<[1, 0, 1, 1]> : tensor<4xi32>
  %c = nn.constant dense<[[0.0425, 0.9354], [-0.4687, -0.3891], [-0.8159, 0.0223], [-0.3723, 0.4127]]> : tensor<4x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.2821, 0.2074], [0.9838, 0.4209], [0.5548, 0.4835]]> : tensor<3x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<3x2xf64>
  %x_up = nn.add %x, %x_s : tensor<3x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<3x2xf64>
  %up = call @gather_loss(%x_up, %i, %c) : (tensor<3x2xf64>, tensor<4xi32>, tensor<4x2xf64>) -> tensor<f64>
  %down = call @gather_loss(%x_down, %i, %c) : (tensor<3x2xf64>, tensor<4xi32>, tensor<4x2xf64>) -> tensor<f64>
  %g:1 = call @gather_gradient(%x, %i, %c) : (tensor<3x2xf64>, tensor<4xi32>, tensor<4x2xf64>) -> (tensor<3x2xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<3x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @scatter_add_loss(%x: tensor<4x2xf64>, %i: tensor<4xi32>, %c: tensor<3x2xf64>) -> tensor<f64> {
  %y = nn.scatter_add %x, %i axis = 0 : (tensor<4x2xf64>, tensor<4xi32>) -> tensor<3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @scatter_add_gradient(%x: tensor<4x2xf64>, %i: tensor<4xi32>, %c: tensor<3x2xf64>) -> (tensor<4x2xf64>) {
  %y = nn.scatter_add %x, %i axis = 0 : (tensor<4x2xf64>, tensor<4xi32>) -> tensor<3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %g:1 = nn.gradient %loss wrt [] of (%x : tensor<4x2xf64>) : tensor<f64> -> tensor<4x2xf64>
  return %g#0 : tensor<4x2xf64>
}
func.func private @scatter_add_check() {
  %x = nn.constant dense<[[1.034, 1.1833], [1.5307, 0.531], [1.6059, 1.4001], [0.7861, 0.7067]]> : tensor<4x2xf64>
  %i = nn.constant dense<[0, 0, 1, 1]> : tensor<4xi32>
  %c = nn.constant dense<[[0.124, 0.2934], [-0.4113, 0.7827], [-0.4165, 0.1172]]> : tensor<3x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %x_d = nn.constant dense<[[0.2882, -0.543], [0.7221, -0.2639], [-0.5023, 0.3117], [0.9558, -0.0714]]> : tensor<4x2xf64>
  %x_h = nn.splat %step : f64 -> tensor<4x2xf64>
  %x_s = nn.mul %x_d, %x_h : tensor<4x2xf64>
  %x_up = nn.add %x, %x_s : tensor<4x2xf64>
  %x_down = nn.sub %x, %x_s : tensor<4x2xf64>
  %up = call @scatter_add_loss(%x_up, %i, %c) : (tensor<4x2xf64>, tensor<4xi32>, tensor<3x2xf64>) -> tensor<f64>
  %down = call @scatter_add_loss(%x_down, %i, %c) : (tensor<4x2xf64>, tensor<4xi32>, tensor<3x2xf64>) -> tensor<f64>
  %g:1 = call @scatter_add_gradient(%x, %i, %c) : (tensor<4x2xf64>, tensor<4xi32>, tensor<3x2xf64>) -> (tensor<4x2xf64>)
  %x_p = nn.mul %g#0, %x_d : tensor<4x2xf64>
  %x_dot = nn.sum %x_p axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  call @report(%up, %down, %x_dot) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "broadcast: "
  call @broadcast_check() : () -> ()
  vector.print str "broadcast_swapped: "
  call @broadcast_swapped_check() : () -> ()
  vector.print str "reshape: "
  call @reshape_check() : () -> ()
  vector.print str "transpose: "
  call @transpose_check() : () -> ()
  vector.print str "slice: "
  call @slice_check() : () -> ()
  vector.print str "pad: "
  call @pad_check() : () -> ()
  vector.print str "flip: "
  call @flip_check() : () -> ()
  vector.print str "cumsum: "
  call @cumsum_check() : () -> ()
  vector.print str "cumsum_reverse: "
  call @cumsum_reverse_check() : () -> ()
  vector.print str "concat: "
  call @concat_check() : () -> ()
  vector.print str "take: "
  call @take_check() : () -> ()
  vector.print str "gather: "
  call @gather_check() : () -> ()
  vector.print str "scatter_add: "
  call @scatter_add_check() : () -> ()
  return
}
