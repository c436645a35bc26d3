// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}conv_1d: 1{{$}}
// CHECK: {{^}}conv_transpose_1d: 1{{$}}
// CHECK: {{^}}conv_filter_1d: 1{{$}}
// CHECK: {{^}}conv_2d: 1{{$}}
// CHECK: {{^}}conv_transpose_2d: 1{{$}}
// CHECK: {{^}}conv_filter_2d: 1{{$}}
// CHECK: {{^}}conv_grouped: 1{{$}}
// CHECK: {{^}}conv_transpose_grouped: 1{{$}}
// CHECK: {{^}}conv_filter_grouped: 1{{$}}
// CHECK: {{^}}conv_depthwise: 1{{$}}
// CHECK: {{^}}conv_transpose_depthwise: 1{{$}}
// CHECK: {{^}}conv_filter_depthwise: 1{{$}}

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

func.func private @conv_1d_loss(%a: tensor<2x2x7xf64>, %b: tensor<3x2x3xf64>, %c: tensor<2x3x4xf64>) -> tensor<f64> {
  %y = nn.conv %a, %b strides [2] pads [1] dilations [1] groups 1 : (tensor<2x2x7xf64>, tensor<3x2x3xf64>) -> tensor<2x3x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_1d_gradient(%a: tensor<2x2x7xf64>, %b: tensor<3x2x3xf64>, %c: tensor<2x3x4xf64>) -> (tensor<2x2x7xf64>, tensor<3x2x3xf64>) {
  %y = nn.conv %a, %b strides [2] pads [1] dilations [1] groups 1 : (tensor<2x2x7xf64>, tensor<3x2x3xf64>) -> tensor<2x3x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x3x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x2x7xf64>, tensor<3x2x3xf64>) : tensor<f64> -> tensor<2x2x7xf64>, tensor<3x2x3xf64>
  return %g#0, %g#1 : tensor<2x2x7xf64>, tensor<3x2x3xf64>
}
func.func private @conv_1d_check() {
  %a = nn.constant dense<[[[0.4788, 0.6657, 0.3347, 1.2533, 1.3093, 0.459, 0.8278], [1.3668, 0.7787, 0.6423, 1.5708, 0.4714, 1.3451, 0.3122]], [[1.5787, 0.694, 0.8021, 0.7443, 0.4581, 1.1196, 0.8804], [1.1597, 1.3452, 1.5912, 1.0421, 1.3548, 0.4618, 0.4822]]]> : tensor<2x2x7xf64>
  %b = nn.constant dense<[[[0.6041, 1.4877, 1.1434], [1.6541, 0.3754, 0.4506]], [[1.6135, 1.5887, 0.8914], [0.3609, 0.8048, 0.7452]], [[0.43, 1.4636, 0.7606], [0.5772, 0.8293, 1.5232]]]> : tensor<3x2x3xf64>
  %c = nn.constant dense<[[[0.3833, -0.5087, 0.7778, -0.1751], [-0.5485, 0.1295, -0.6932, -0.1937], [0.7977, 0.8932, 0.2981, -0.8527]], [[0.3917, 0.9029, -0.0195, -0.0772], [0.1505, 0.5443, -0.3123, 0.1788], [-0.1541, 0.0491, -0.8344, -0.5526]]]> : tensor<2x3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[0.2741, -0.718, 0.15, 0.7955, -0.1225, 0.5239, -0.9315], [-0.1025, -0.5085, 0.3328, 0.5765, -0.7454, -0.9576, 0.8742]], [[-0.4223, -0.0177, -0.9569, -0.0187, -0.653, 0.5425, 0.6089], [0.0298, 0.5758, 0.2045, -0.1446, -0.4217, 0.6201, 0.7825]]]> : tensor<2x2x7xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x2x7xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x2x7xf64>
  %a_up = nn.add %a, %a_s : tensor<2x2x7xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x2x7xf64>
  %b_d = nn.constant dense<[[[-0.8647, 0.6335, 0.1556], [-0.4641, -0.9409, -0.3871]], [[0.2459, -0.0962, -0.9607], [-0.2027, -0.7712, -0.5086]], [[-0.378, 0.3903, -0.7731], [-0.0584, -0.6781, -0.9213]]]> : tensor<3x2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<3x2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x2x3xf64>
  %up = call @conv_1d_loss(%a_up, %b_up, %c) : (tensor<2x2x7xf64>, tensor<3x2x3xf64>, tensor<2x3x4xf64>) -> tensor<f64>
  %down = call @conv_1d_loss(%a_down, %b_down, %c) : (tensor<2x2x7xf64>, tensor<3x2x3xf64>, tensor<2x3x4xf64>) -> tensor<f64>
  %g:2 = call @conv_1d_gradient(%a, %b, %c) : (tensor<2x2x7xf64>, tensor<3x2x3xf64>, tensor<2x3x4xf64>) -> (tensor<2x2x7xf64>, tensor<3x2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x2x7xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2] : tensor<2x2x7xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2] : tensor<3x2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_transpose_1d_loss(%a: tensor<2x3x4xf64>, %b: tensor<3x2x3xf64>, %c: tensor<2x2x7xf64>) -> tensor<f64> {
  %y = nn.conv_transpose %a, %b strides [2] pads [1] dilations [1] groups 1 : (tensor<2x3x4xf64>, tensor<3x2x3xf64>) -> tensor<2x2x7xf64>
  %yc = nn.mul %y, %c : tensor<2x2x7xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x7xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_transpose_1d_gradient(%a: tensor<2x3x4xf64>, %b: tensor<3x2x3xf64>, %c: tensor<2x2x7xf64>) -> (tensor<2x3x4xf64>, tensor<3x2x3xf64>) {
  %y = nn.conv_transpose %a, %b strides [2] pads [1] dilations [1] groups 1 : (tensor<2x3x4xf64>, tensor<3x2x3xf64>) -> tensor<2x2x7xf64>
  %yc = nn.mul %y, %c : tensor<2x2x7xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x2x7xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3x4xf64>, tensor<3x2x3xf64>) : tensor<f64> -> tensor<2x3x4xf64>, tensor<3x2x3xf64>
  return %g#0, %g#1 : tensor<2x3x4xf64>, tensor<3x2x3xf64>
}
func.func private @conv_transpose_1d_check() {
  %a = nn.constant dense<[[[1.2286, 1.4525, 1.3257, 1.5415], [1.6515, 0.777, 0.6664, 1.1256], [1.0403, 0.5999, 0.8704, 1.5296]], [[0.4836, 1.5309, 1.2318, 1.2608], [0.6592, 1.4418, 0.7617, 1.4045], [1.5591, 1.2197, 0.8981, 1.3265]]]> : tensor<2x3x4xf64>
  %b = nn.constant dense<[[[0.4582, 1.1514, 1.1685], [1.3585, 0.5568, 1.1222]], [[0.6468, 1.1724, 0.444], [0.9244, 1.4366, 0.8581]], [[1.4201, 0.6458, 0.4889], [0.9306, 0.3801, 0.3954]]]> : tensor<3x2x3xf64>
  %c = nn.constant dense<[[[0.4278, -0.6218, -0.9405, 0.4775, -0.0226, 0.8618, 0.2051], [0.3521, 0.841, -0.3328, -0.1405, 0.4137, 0.6427, 0.0836]], [[0.6563, 0.6367, -0.9331, 0.0528, -0.5606, -0.3816, -0.507], [-0.5647, -0.4317, 0.7164, -0.7784, 0.5532, 0.4269, -0.265]]]> : tensor<2x2x7xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[0.5613, 0.238, 0.9918, -0.8011], [-0.1544, 0.4729, -0.6298, 0.134], [0.7809, -0.7007, 0.0516, 0.0065]], [[0.6503, 0.4422, 0.2346, -0.2304], [0.7461, 0.6502, 0.1413, -0.2275], [-0.2704, 0.1754, -0.9183, -0.7742]]]> : tensor<2x3x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3x4xf64>
  %b_d = nn.constant dense<[[[0.038, -0.1347, -0.0315], [-0.5015, 0.7097, 0.945]], [[0.0153, -0.0467, -0.0857], [-0.894, -0.2453, 0.8622]], [[0.5625, 0.8535, -0.6508], [0.1281, -0.9431, 0.0231]]]> : tensor<3x2x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x2x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x2x3xf64>
  %b_up = nn.add %b, %b_s : tensor<3x2x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x2x3xf64>
  %up = call @conv_transpose_1d_loss(%a_up, %b_up, %c) : (tensor<2x3x4xf64>, tensor<3x2x3xf64>, tensor<2x2x7xf64>) -> tensor<f64>
  %down = call @conv_transpose_1d_loss(%a_down, %b_down, %c) : (tensor<2x3x4xf64>, tensor<3x2x3xf64>, tensor<2x2x7xf64>) -> tensor<f64>
  %g:2 = call @conv_transpose_1d_gradient(%a, %b, %c) : (tensor<2x3x4xf64>, tensor<3x2x3xf64>, tensor<2x2x7xf64>) -> (tensor<2x3x4xf64>, tensor<3x2x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2] : tensor<2x3x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x2x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2] : tensor<3x2x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_filter_1d_loss(%a: tensor<2x2x7xf64>, %b: tensor<2x3x4xf64>, %c: tensor<3x2x3xf64>) -> tensor<f64> {
  %y = nn.conv_filter %a, %b strides [2] pads [1] dilations [1] groups 1 : (tensor<2x2x7xf64>, tensor<2x3x4xf64>) -> tensor<3x2x3xf64>
  %yc = nn.mul %y, %c : tensor<3x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<3x2x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_filter_1d_gradient(%a: tensor<2x2x7xf64>, %b: tensor<2x3x4xf64>, %c: tensor<3x2x3xf64>) -> (tensor<2x2x7xf64>, tensor<2x3x4xf64>) {
  %y = nn.conv_filter %a, %b strides [2] pads [1] dilations [1] groups 1 : (tensor<2x2x7xf64>, tensor<2x3x4xf64>) -> tensor<3x2x3xf64>
  %yc = nn.mul %y, %c : tensor<3x2x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<3x2x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x2x7xf64>, tensor<2x3x4xf64>) : tensor<f64> -> tensor<2x2x7xf64>, tensor<2x3x4xf64>
  return %g#0, %g#1 : tensor<2x2x7xf64>, tensor<2x3x4xf64>
}
func.func private @conv_filter_1d_check() {
  %a = nn.constant dense<[[[0.9851, 0.7562, 1.4209, 0.9425, 0.8208, 0.9187, 0.5448], [1.4204, 1.2574, 1.4892, 1.2798, 0.6372, 1.5456, 1.2313]], [[0.9541, 0.5089, 1.2263, 1.1577, 0.685, 1.5621, 0.6638], [0.3487, 0.3983, 1.1482, 1.3473, 1.1439, 1.5291, 0.3061]]]> : tensor<2x2x7xf64>
  %b = nn.constant dense<[[[1.1801, 0.4429, 1.4012, 1.4999], [0.5469, 1.512, 0.7539, 0.3883], [1.338, 0.7441, 1.5766, 1.1497]], [[1.3771, 1.5131, 1.5398, 0.4813], [1.6268, 1.3371, 0.6875, 0.7832], [0.6788, 1.4695, 0.6327, 1.0474]]]> : tensor<2x3x4xf64>
  %c = nn.constant dense<[[[0.2014, 0.6251, 0.4864], [-0.627, 0.917, -0.1727]], [[-0.0919, -0.0065, 0.7431], [-0.4277, 0.8325, 0.698]], [[-0.199, 0.3233, -0.6375], [-0.6052, -0.7374, -0.1007]]]> : tensor<3x2x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[-0.8685, -0.9263, -0.008, -0.7113, -0.2469, -0.6501, 0.6861], [-0.3735, 0.6991, 0.4612, 0.5292, 0.4301, -0.7095, 0.8463]], [[-0.7602, -0.9957, 0.4714, 0.7707, 0.9448, 0.8709, 0.6987], [-0.0592, 0.248, -0.3607, -0.8285, 0.0893, -0.2648, -0.0612]]]> : tensor<2x2x7xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x2x7xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x2x7xf64>
  %a_up = nn.add %a, %a_s : tensor<2x2x7xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x2x7xf64>
  %b_d = nn.constant dense<[[[0.7624, -0.1069, 0.4482, 0.5604], [-0.9501, 0.7285, 0.4854, 0.6221], [-0.31, 0.1987, 0.4134, 0.117]], [[-0.6715, 0.6784, 0.4221, -0.1489], [0.1638, -0.3762, 0.9511, -0.7369], [0.0557, 0.1292, -0.2286, -0.8088]]]> : tensor<2x3x4xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3x4xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3x4xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3x4xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3x4xf64>
  %up = call @conv_filter_1d_loss(%a_up, %b_up, %c) : (tensor<2x2x7xf64>, tensor<2x3x4xf64>, tensor<3x2x3xf64>) -> tensor<f64>
  %down = call @conv_filter_1d_loss(%a_down, %b_down, %c) : (tensor<2x2x7xf64>, tensor<2x3x4xf64>, tensor<3x2x3xf64>) -> tensor<f64>
  %g:2 = call @conv_filter_1d_gradient(%a, %b, %c) : (tensor<2x2x7xf64>, tensor<2x3x4xf64>, tensor<3x2x3xf64>) -> (tensor<2x2x7xf64>, tensor<2x3x4xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x2x7xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2] : tensor<2x2x7xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3x4xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2] : tensor<2x3x4xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_2d_loss(%a: tensor<2x2x5x4xf64>, %b: tensor<3x2x3x2xf64>, %c: tensor<2x3x3x4xf64>) -> tensor<f64> {
  %y = nn.conv %a, %b strides [2, 1] pads [1, 1] dilations [1, 2] groups 1 : (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>) -> tensor<2x3x3x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x3x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x3x3x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_2d_gradient(%a: tensor<2x2x5x4xf64>, %b: tensor<3x2x3x2xf64>, %c: tensor<2x3x3x4xf64>) -> (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>) {
  %y = nn.conv %a, %b strides [2, 1] pads [1, 1] dilations [1, 2] groups 1 : (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>) -> tensor<2x3x3x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x3x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x3x3x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>) : tensor<f64> -> tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>
  return %g#0, %g#1 : tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>
}
func.func private @conv_2d_check() {
  %a = nn.constant dense<[[[[1.451, 0.8069, 0.52, 1.3782], [1.5327, 1.3602, 0.9312, 1.4214], [1.3926, 1.2131, 1.1369, 1.1755], [1.3379, 0.7485, 0.6498, 1.2377], [1.5588, 0.5223, 0.6494, 0.3579]], [[0.8501, 0.8513, 0.9776, 1.5323], [0.3736, 0.3001, 0.4097, 1.2348], [1.187, 0.5911, 1.0034, 1.2046], [0.354, 1.6407, 1.2341, 0.7586], [0.7034, 1.3926, 1.2496, 0.4884]]], [[[1.2644, 1.3681, 0.362, 0.8082], [0.4193, 1.4677, 1.447, 0.5041], [0.5339, 0.9344, 1.1651, 0.331], [0.9566, 1.1331, 0.3759, 0.5608], [0.4148, 0.6574, 1.3369, 1.2359]], [[0.8841, 1.2985, 0.7437, 0.7375], [0.949, 0.7459, 1.4562, 1.5241], [1.3347, 1.5983, 0.9578, 1.1373], [1.5193, 0.6415, 0.4654, 1.0172], [0.8267, 0.7516, 0.9196, 1.0993]]]]> : tensor<2x2x5x4xf64>
  %b = nn.constant dense<[[[[1.6741, 1.2987], [1.434, 0.9344], [0.9036, 1.6546]], [[0.3989, 1.1676], [1.5976, 1.4189], [1.0573, 1.0869]]], [[[1.3437, 1.6533], [0.6797, 1.4048], [1.3396, 0.6566]], [[1.655, 1.1389], [0.3322, 0.4141], [1.5388, 0.6234]]], [[[0.3608, 0.4386], [1.5648, 0.9436], [1.484, 1.1444]], [[0.8578, 0.7539], [0.5638, 1.0333], [1.3569, 0.3863]]]]> : tensor<3x2x3x2xf64>
  %c = nn.constant dense<[[[[0.2127, -0.8762, -0.0525, 0.6923], [-0.1409, -0.6889, -0.8665, -0.9574], [-0.6439, 0.3514, -0.0763, -0.7259]], [[0.7709, -0.2976, 0.273, -0.6288], [0.6204, 0.5344, 0.4911, -0.709], [-0.7731, -0.6557, -0.3673, -0.7019]], [[0.1494, 0.8839, 0.5604, -0.7785], [-0.2258, 0.7283, -0.1556, -0.348], [0.5727, 0.3483, -0.2901, -0.8546]]], [[[0.3348, 0.4829, 0.3307, -0.8683], [-0.9962, -0.794, 0.1554, 0.6359], [-0.0754, -0.7794, -0.2091, 0.7423]], [[0.7123, -0.081, 0.1071, -0.3695], [-0.6625, 0.067, 0.8012, 0.9027], [-0.8711, -0.8893, -0.9712, -0.9627]], [[0.7365, 0.8767, -0.5621, 0.2709], [-0.9205, -0.9243, 0.076, -0.8106], [-0.7876, 0.6109, -0.2573, -0.8969]]]]> : tensor<2x3x3x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[-0.1429, -0.9002, -0.5155, 0.1568], [0.4331, 0.5796, -0.2705, -0.4166], [0.2627, -0.6335, -0.719, 0.8038], [0.15, -0.8667, -0.4451, -0.9435], [-0.1837, 0.776, 0.1753, -0.8774]], [[-0.7356, 0.5937, 0.9431, -0.15], [0.746, 0.6274, -0.3671, 0.8531], [0.8108, -0.8603, 0.4826, -0.1731], [-0.5548, -0.6407, -0.5506, -0.8513], [-0.6299, 0.2218, 0.0528, -0.4994]]], [[[-0.3267, -0.6393, -0.9231, 0.973], [0.4907, -0.4151, 0.4476, 0.0197], [0.5247, 0.1119, -0.9478, -0.2644], [0.6482, 0.7703, 0.7724, -0.488], [0.8167, -0.566, -0.0751, -0.5975]], [[-0.2005, -0.6558, -0.9016, 0.3538], [-0.1005, -0.9098, -0.8761, -0.6879], [0.8283, 0.6022, 0.6162, -0.7711], [-0.3482, 0.3706, 0.9094, 0.0138], [0.7969, -0.7057, 0.1998, 0.1435]]]]> : tensor<2x2x5x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x2x5x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x2x5x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x2x5x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x2x5x4xf64>
  %b_d = nn.constant dense<[[[[0.9732, -0.4899], [-0.707, 0.1854], [0.4079, 0.5721]], [[-0.1481, -0.6125], [-0.2936, 0.0971], [-0.7361, -0.1704]]], [[[0.7378, 0.813], [0.5583, -0.3782], [-0.4904, -0.3243]], [[0.7299, 0.0713], [0.1503, 0.6101], [-0.3531, 0.9579]]], [[[-0.7206, -0.0823], [0.3133, 0.4955], [-0.9172, -0.5862]], [[-0.8572, 0.3259], [0.8432, -0.9854], [0.9116, 0.1611]]]]> : tensor<3x2x3x2xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x2x3x2xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x2x3x2xf64>
  %b_up = nn.add %b, %b_s : tensor<3x2x3x2xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x2x3x2xf64>
  %up = call @conv_2d_loss(%a_up, %b_up, %c) : (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>, tensor<2x3x3x4xf64>) -> tensor<f64>
  %down = call @conv_2d_loss(%a_down, %b_down, %c) : (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>, tensor<2x3x3x4xf64>) -> tensor<f64>
  %g:2 = call @conv_2d_gradient(%a, %b, %c) : (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>, tensor<2x3x3x4xf64>) -> (tensor<2x2x5x4xf64>, tensor<3x2x3x2xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x2x5x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<2x2x5x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x2x3x2xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<3x2x3x2xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_transpose_2d_loss(%a: tensor<2x3x3x4xf64>, %b: tensor<3x2x3x2xf64>, %c: tensor<2x2x5x4xf64>) -> tensor<f64> {
  %y = nn.conv_transpose %a, %b strides [2, 1] pads [1, 1] dilations [1, 2] groups 1 : (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) -> tensor<2x2x5x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x5x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x2x5x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_transpose_2d_gradient(%a: tensor<2x3x3x4xf64>, %b: tensor<3x2x3x2xf64>, %c: tensor<2x2x5x4xf64>) -> (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) {
  %y = nn.conv_transpose %a, %b strides [2, 1] pads [1, 1] dilations [1, 2] groups 1 : (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) -> tensor<2x2x5x4xf64>
  %yc = nn.mul %y, %c : tensor<2x2x5x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x2x5x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) : tensor<f64> -> tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>
  return %g#0, %g#1 : tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>
}
func.func private @conv_transpose_2d_check() {
  %a = nn.constant dense<[[[[1.6922, 1.5747, 0.451, 1.4099], [1.4488, 1.6099, 1.1517, 1.0138], [1.1933, 0.3914, 0.3844, 0.5461]], [[0.7091, 1.2911, 0.3849, 0.5171], [1.6733, 0.5719, 0.4047, 0.3732], [0.3977, 0.7999, 0.9582, 0.9316]], [[0.5569, 0.8189, 1.6451, 1.2733], [1.4118, 1.5603, 0.8136, 0.8573], [0.9932, 1.1858, 1.4932, 0.8527]]], [[[0.3582, 1.5911, 0.504, 1.2971], [1.5848, 0.8765, 1.3236, 0.6559], [0.6193, 0.8704, 1.0838, 0.6263]], [[0.5945, 1.5454, 1.5252, 0.8017], [1.4052, 1.2345, 0.9255, 1.0448], [0.308, 0.7971, 0.3915, 0.8766]], [[1.1123, 0.5304, 0.5721, 1.1654], [1.2887, 0.6712, 1.6403, 0.7164], [0.5128, 1.378, 0.4587, 0.3625]]]]> : tensor<2x3x3x4xf64>
  %b = nn.constant dense<[[[[1.0323, 1.1862], [0.5445, 1.1184], [0.4718, 1.0071]], [[1.4809, 0.5042], [1.5005, 0.5004], [0.6723, 0.4793]]], [[[0.3544, 1.2031], [0.913, 0.3937], [0.722, 0.53]], [[1.3257, 1.2294], [1.2226, 0.7832], [1.0346, 1.0682]]], [[[0.3463, 0.8643], [1.1249, 1.2101], [0.8565, 1.4537]], [[0.7292, 0.4439], [1.565, 0.4512], [1.1823, 0.5378]]]]> : tensor<3x2x3x2xf64>
  %c = nn.constant dense<[[[[0.9797, 0.554, -0.6742, 0.1033], [-0.3665, -0.5558, -0.0153, -0.1938], [-0.1158, -0.5856, 0.2601, 0.8667], [0.7333, -0.4876, 0.9729, 0.4548], [0.9917, 0.1943, -0.0191, -0.3206]], [[-0.3476, -0.6512, -0.8195, -0.9763], [0.3713, -0.4357, -0.7155, -0.2247], [-0.9063, -0.2451, -0.8082, -0.2823], [0.0953, 0.5181, -0.4998, -0.328], [0.5644, -0.2253, 0.8603, 0.5348]]], [[[-0.5286, -0.4899, 0.7074, -0.7254], [0.9051, -0.8373, 0.2239, 0.3155], [0.6818, -0.556, -0.0267, 0.3333], [0.1513, -0.722, -0.8431, -0.9299], [-0.1111, 0.6471, 0.7787, -0.2318]], [[0.0581, 0.672, -0.7387, -0.3951], [-0.0205, 0.3221, -0.1139, 0.6168], [0.1482, -0.4811, 0.4544, -0.4555], [0.8962, 0.0308, -0.9221, -0.0975], [0.2869, 0.875, -0.22, 0.2596]]]]> : tensor<2x2x5x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[-0.1191, -0.6136, 0.8736, -0.5442], [-0.4418, 0.89, -0.6754, -0.5181], [-0.3163, -0.3307, -0.4109, 0.0601]], [[-0.0618, 0.678, 0.5498, 0.0573], [0.1809, 0.9881, 0.3289, -0.317], [0.479, 0.329, 0.0031, -0.4272]], [[-0.1278, 0.7483, -0.4104, -0.4057], [-0.8672, 0.8899, -0.6793, -0.0108], [-0.0725, 0.5203, -0.3385, -0.8436]]], [[[0.2859, -0.6775, 0.6862, 0.3009], [-0.1129, 0.6629, -0.0187, -0.2007], [-0.2071, -0.4749, 0.4803, 0.0633]], [[0.5495, -0.2134, -0.9935, 0.7428], [0.1623, 0.7224, -0.1339, -0.9336], [0.6234, 0.2573, 0.8778, -0.667]], [[-0.7383, 0.8232, -0.9917, 0.3302], [-0.0435, -0.3115, -0.2363, -0.4451], [0.8319, -0.1946, 0.5858, 0.2193]]]]> : tensor<2x3x3x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3x3x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3x3x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3x3x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3x3x4xf64>
  %b_d = nn.constant dense<[[[[0.9688, 0.1525], [0.2685, -0.4871], [-0.2149, -0.6906]], [[0.0141, -0.3114], [-0.7141, 0.3445], [0.8966, -0.2438]]], [[[0.7274, 0.8802], [-0.2759, -0.5513], [-0.0443, -0.3297]], [[-0.4033, 0.9149], [0.4498, 0.742], [0.2635, 0.6459]]], [[[0.9548, 0.4076], [-0.7105, -0.7349], [-0.242, -0.8466]], [[0.064, 0.5227], [-0.4216, -0.3046], [-0.5589, 0.0008]]]]> : tensor<3x2x3x2xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x2x3x2xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x2x3x2xf64>
  %b_up = nn.add %b, %b_s : tensor<3x2x3x2xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x2x3x2xf64>
  %up = call @conv_transpose_2d_loss(%a_up, %b_up, %c) : (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>, tensor<2x2x5x4xf64>) -> tensor<f64>
  %down = call @conv_transpose_2d_loss(%a_down, %b_down, %c) : (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>, tensor<2x2x5x4xf64>) -> tensor<f64>
  %g:2 = call @conv_transpose_2d_gradient(%a, %b, %c) : (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>, tensor<2x2x5x4xf64>) -> (tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3x3x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<2x3x3x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x2x3x2xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<3x2x3x2xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_filter_2d_loss(%a: tensor<2x2x5x4xf64>, %b: tensor<2x3x3x4xf64>, %c: tensor<3x2x3x2xf64>) -> tensor<f64> {
  %y = nn.conv_filter %a, %b strides [2, 1] pads [1, 1] dilations [1, 2] groups 1 : (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>) -> tensor<3x2x3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2x3x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<3x2x3x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_filter_2d_gradient(%a: tensor<2x2x5x4xf64>, %b: tensor<2x3x3x4xf64>, %c: tensor<3x2x3x2xf64>) -> (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>) {
  %y = nn.conv_filter %a, %b strides [2, 1] pads [1, 1] dilations [1, 2] groups 1 : (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>) -> tensor<3x2x3x2xf64>
  %yc = nn.mul %y, %c : tensor<3x2x3x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<3x2x3x2xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>) : tensor<f64> -> tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>
  return %g#0, %g#1 : tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>
}
func.func private @conv_filter_2d_check() {
  %a = nn.constant dense<[[[[1.6857, 1.1847, 1.4682, 0.3139], [1.478, 0.5651, 0.6322, 1.169], [0.9182, 0.9837, 0.5993, 0.4632], [0.542, 1.6122, 0.6188, 1.0567], [1.2249, 0.3925, 1.6417, 0.3894]], [[1.2146, 1.4319, 0.5364, 1.6938], [1.6228, 0.9828, 0.5542, 0.7517], [1.2038, 1.2812, 0.6333, 0.4055], [1.6959, 0.9794, 1.4738, 1.4772], [0.4553, 0.86, 0.8226, 0.7601]]], [[[0.5919, 1.6335, 1.6807, 1.3667], [1.5729, 1.254, 1.6391, 1.3224], [1.5896, 1.3038, 0.943, 1.1849], [0.6693, 0.3815, 0.572, 0.3953], [1.1621, 0.8713, 0.6901, 0.8259]], [[1.0252, 0.9115, 1.4097, 0.4606], [1.2617, 0.8251, 1.0019, 0.997], [0.4802, 1.2035, 1.2129, 1.3468], [0.9319, 0.3317, 0.9408, 1.6823], [0.3832, 1.5334, 0.81, 0.7297]]]]> : tensor<2x2x5x4xf64>
  %b = nn.constant dense<[[[[1.6394, 0.5859, 1.4221, 0.894], [0.6804, 0.3427, 1.3966, 0.6959], [1.4057, 1.0097, 1.4104, 0.8953]], [[0.925, 0.9665, 0.4909, 0.9125], [0.3105, 0.8222, 0.7937, 0.3159], [0.8674, 0.4558, 0.694, 1.1646]], [[1.3737, 1.3591, 1.0211, 0.8119], [0.8584, 0.9334, 0.4201, 0.7892], [0.6936, 1.086, 0.6892, 0.3729]]], [[[1.2375, 0.521, 1.4578, 1.5127], [1.074, 0.7447, 1.4707, 0.6357], [0.3442, 0.4226, 0.3205, 0.3356]], [[1.6161, 1.0282, 1.5546, 0.739], [0.3898, 0.983, 0.8687, 1.5846], [0.4068, 1.2673, 1.324, 0.303]], [[1.0351, 0.3387, 1.6182, 1.5119], [1.077, 1.6077, 0.3676, 1.3846], [0.6573, 1.1799, 1.4, 1.3397]]]]> : tensor<2x3x3x4xf64>
  %c = nn.constant dense<[[[[0.0792, 0.8944], [0.4973, 0.8165], [0.2443, -0.4774]], [[0.9758, 0.4085], [0.8822, -0.1005], [0.1243, 0.4457]]], [[[-0.5296, 0.954], [0.0752, 0.9863], [0.9777, -0.4075]], [[0.4518, -0.0858], [-0.8383, -0.3669], [0.9931, 0.2009]]], [[[-0.5123, 0.4338], [0.052, -0.1493], [-0.6449, -0.4485]], [[0.9405, 0.03], [0.9918, 0.6395], [-0.0801, 0.5169]]]]> : tensor<3x2x3x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[-0.6741, -0.5042, -0.9938, 0.4439], [-0.7924, 0.1701, 0.5585, 0.2297], [-0.3694, 0.8037, -0.0193, -0.2925], [-0.3076, -0.1493, 0.8468, 0.3208], [-0.5119, -0.1718, 0.2663, -0.73]], [[-0.0567, -0.6232, -0.4964, -0.2654], [-0.0501, -0.4349, 0.4666, 0.7615], [-0.2392, -0.2105, -0.3299, -0.9965], [-0.6853, -0.2899, -0.0912, 0.6917], [0.5406, 0.9171, -0.1745, 0.3144]]], [[[-0.1376, -0.1153, -0.0354, 0.9051], [0.7367, 0.0076, -0.69, -0.5166], [-0.2171, -0.4256, 0.5192, 0.4526], [0.9102, -0.1011, 0.9378, -0.2475], [-0.7463, -0.4811, -0.8323, 0.8513]], [[0.3668, -0.9321, -0.4774, 0.2599], [-0.4619, -0.8309, -0.8151, 0.8114], [0.3221, 0.2956, 0.1859, 0.9605], [-0.0392, 0.553, -0.4253, 0.6374], [0.3284, -0.6769, 0.2778, -0.949]]]]> : tensor<2x2x5x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x2x5x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x2x5x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x2x5x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x2x5x4xf64>
  %b_d = nn.constant dense<[[[[0.3761, -0.6934, -0.2966, -0.3436], [-0.0126, -0.6862, 0.1108, 0.7227], [-0.8589, 0.5782, 0.5643, -0.3627]], [[0.7227, -0.9282, -0.7223, 0.1775], [-0.664, 0.7389, 0.4528, -0.9862], [0.188, -0.457, 0.1567, -0.8606]], [[0.1555, -0.4212, -0.123, 0.9391], [0.0666, 0.021, 0.3968, -0.0327], [-0.126, -0.9216, -0.8228, -0.5937]]], [[[0.6529, -0.5049, 0.5266, 0.3483], [0.5432, 0.9759, -0.685, -0.382], [-0.0044, -0.1786, -0.7097, -0.4496]], [[-0.2818, -0.6023, 0.4546, -0.8261], [0.4894, 0.121, -0.912, 0.3178], [-0.2749, 0.9889, 0.7019, 0.6963]], [[-0.4483, -0.4542, -0.4791, -0.7673], [0.7335, 0.4418, -0.3997, 0.5001], [-0.748, -0.8371, 0.0913, 0.4769]]]]> : tensor<2x3x3x4xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3x3x4xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3x3x4xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3x3x4xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3x3x4xf64>
  %up = call @conv_filter_2d_loss(%a_up, %b_up, %c) : (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) -> tensor<f64>
  %down = call @conv_filter_2d_loss(%a_down, %b_down, %c) : (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) -> tensor<f64>
  %g:2 = call @conv_filter_2d_gradient(%a, %b, %c) : (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>, tensor<3x2x3x2xf64>) -> (tensor<2x2x5x4xf64>, tensor<2x3x3x4xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x2x5x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<2x2x5x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3x3x4xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<2x3x3x4xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_grouped_loss(%a: tensor<1x4x5x5xf64>, %b: tensor<6x2x2x2xf64>, %c: tensor<1x6x2x2xf64>) -> tensor<f64> {
  %y = nn.conv %a, %b strides [2, 2] pads [0, 0] dilations [1, 1] groups 2 : (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>) -> tensor<1x6x2x2xf64>
  %yc = nn.mul %y, %c : tensor<1x6x2x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x6x2x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_grouped_gradient(%a: tensor<1x4x5x5xf64>, %b: tensor<6x2x2x2xf64>, %c: tensor<1x6x2x2xf64>) -> (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>) {
  %y = nn.conv %a, %b strides [2, 2] pads [0, 0] dilations [1, 1] groups 2 : (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>) -> tensor<1x6x2x2xf64>
  %yc = nn.mul %y, %c : tensor<1x6x2x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x6x2x2xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>) : tensor<f64> -> tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>
  return %g#0, %g#1 : tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>
}
func.func private @conv_grouped_check() {
  %a = nn.constant dense<[[[[1.3428, 0.7142, 0.6263, 0.9035, 1.5154], [0.35, 0.9872, 0.4995, 1.5855, 1.3373], [0.9826, 1.4009, 0.9449, 1.3159, 0.5601], [1.077, 0.4142, 1.5776, 0.6433, 0.842], [0.5779, 0.323, 0.3281, 1.3754, 1.2443]], [[1.1796, 1.3902, 0.8515, 1.0098, 1.3284], [1.1177, 1.4089, 0.3584, 0.9276, 0.3297], [1.3768, 1.588, 1.2881, 1.5748, 1.2313], [0.9108, 0.736, 0.3333, 0.5333, 1.0875], [1.5737, 0.8799, 1.3369, 0.8493, 1.4615]], [[0.9165, 0.9968, 0.5655, 1.2746, 1.6522], [0.3296, 1.5699, 1.3817, 0.4713, 0.8672], [0.6006, 1.2592, 1.1855, 1.4762, 1.075], [0.7649, 0.6409, 0.3889, 0.5817, 0.4312], [1.2127, 1.4622, 1.5209, 0.3534, 0.9111]], [[1.1488, 0.9425, 0.5875, 0.9018, 1.6087], [0.9077, 1.6375, 0.8425, 1.2671, 0.3713], [0.654, 0.4827, 0.3206, 1.1789, 0.4043], [0.5741, 0.8419, 0.6425, 0.9231, 0.3427], [0.9994, 0.9973, 0.9262, 0.3611, 1.0723]]]]> : tensor<1x4x5x5xf64>
  %b = nn.constant dense<[[[[1.3847, 1.2395], [0.3841, 0.7999]], [[1.6788, 1.6702], [0.9651, 0.3967]]], [[[0.9053, 0.542], [1.5193, 1.4291]], [[0.8667, 1.4359], [0.7272, 0.5978]]], [[[1.1832, 1.3415], [1.5006, 0.3647]], [[0.5455, 0.9164], [0.5606, 0.771]]], [[[0.5604, 1.3033], [0.9548, 0.4324]], [[0.8249, 0.9872], [1.4097, 0.7049]]], [[[1.5975, 0.9556], [1.3437, 1.032]], [[1.1537, 1.3693], [0.9886, 1.6068]]], [[[0.8235, 1.3638], [0.6093, 1.6353]], [[0.3859, 1.6004], [1.0645, 0.7582]]]]> : tensor<6x2x2x2xf64>
  %c = nn.constant dense<[[[[0.9371, -0.8358], [-0.5135, -0.747]], [[-0.7166, -0.6473], [0.1709, -0.7194]], [[-0.1938, -0.3397], [-0.1428, 0.4693]], [[0.8202, 0.941], [0.5708, 0.7561]], [[-0.3721, 0.4448], [-0.2052, -0.5528]], [[-0.1202, 0.5712], [0.4648, -0.5653]]]]> : tensor<1x6x2x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[-0.6285, 0.9487, 0.5087, -0.2059, 0.4619], [0.6245, 0.1073, 0.171, 0.0039, 0.598], [-0.8815, -0.4395, 0.1378, -0.373, -0.4113], [0.3095, -0.0757, -0.8504, 0.6161, -0.3081], [-0.6825, -0.6854, 0.4987, -0.34, 0.8839]], [[0.4339, 0.9121, 0.3327, 0.1637, -0.369], [-0.596, -0.4326, 0.7003, -0.3562, -0.026], [0.2532, -0.5541, -0.5144, 0.3115, 0.3361], [-0.7711, -0.2852, -0.0168, -0.309, -0.3158], [-0.4314, -0.7883, 0.9726, -0.9428, 0.7462]], [[0.1013, -0.2879, -0.318, -0.9873, -0.5312], [0.3488, -0.123, 0.985, -0.6733, 0.9794], [-0.1782, 0.1169, -0.0966, -0.7301, -0.2407], [0.8041, -0.1929, 0.3295, 0.2596, -0.5188], [-0.7449, -0.072, -0.8684, -0.7015, -0.156]], [[0.3027, 0.1095, -0.7451, -0.5718, 0.5933], [0.572, -0.2415, -0.846, 0.7674, 0.8989], [-0.3741, 0.693, 0.8214, -0.8128, -0.0731], [-0.4786, 0.742, 0.454, -0.8375, -0.7676], [-0.2144, 0.4868, -0.5365, -0.3702, 0.8826]]]]> : tensor<1x4x5x5xf64>
  %a_h = nn.splat %step : f64 -> tensor<1x4x5x5xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<1x4x5x5xf64>
  %a_up = nn.add %a, %a_s : tensor<1x4x5x5xf64>
  %a_down = nn.sub %a, %a_s : tensor<1x4x5x5xf64>
  %b_d = nn.constant dense<[[[[-0.6625, 0.5798], [0.275, 0.3581]], [[-0.1951, 0.4159], [0.2926, -0.8649]]], [[[-0.1244, 0.2783], [-0.304, 0.1415]], [[-0.4107, -0.6518], [0.4739, 0.4545]]], [[[-0.3789, -0.2207], [-0.2606, 0.9678]], [[0.5776, -0.4711], [0.611, 0.8321]]], [[[0.7677, 0.7364], [0.3079, 0.038]], [[0.958, -0.8866], [0.0663, -0.1489]]], [[[-0.5674, 0.0721], [0.4404, 0.4325]], [[-0.0927, -0.5401], [0.3044, 0.9648]]], [[[-0.5443, 0.6026], [-0.4746, 0.1021]], [[-0.0102, -0.9123], [-0.3647, 0.6481]]]]> : tensor<6x2x2x2xf64>
  %b_h = nn.splat %step : f64 -> tensor<6x2x2x2xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<6x2x2x2xf64>
  %b_up = nn.add %b, %b_s : tensor<6x2x2x2xf64>
  %b_down = nn.sub %b, %b_s : tensor<6x2x2x2xf64>
  %up = call @conv_grouped_loss(%a_up, %b_up, %c) : (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>, tensor<1x6x2x2xf64>) -> tensor<f64>
  %down = call @conv_grouped_loss(%a_down, %b_down, %c) : (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>, tensor<1x6x2x2xf64>) -> tensor<f64>
  %g:2 = call @conv_grouped_gradient(%a, %b, %c) : (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>, tensor<1x6x2x2xf64>) -> (tensor<1x4x5x5xf64>, tensor<6x2x2x2xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<1x4x5x5xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<1x4x5x5xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<6x2x2x2xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<6x2x2x2xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_transpose_grouped_loss(%a: tensor<1x6x2x2xf64>, %b: tensor<6x2x2x2xf64>, %c: tensor<1x4x5x5xf64>) -> tensor<f64> {
  %y = nn.conv_transpose %a, %b strides [2, 2] pads [0, 0] dilations [1, 1] groups 2 : (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) -> tensor<1x4x5x5xf64>
  %yc = nn.mul %y, %c : tensor<1x4x5x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x4x5x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_transpose_grouped_gradient(%a: tensor<1x6x2x2xf64>, %b: tensor<6x2x2x2xf64>, %c: tensor<1x4x5x5xf64>) -> (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) {
  %y = nn.conv_transpose %a, %b strides [2, 2] pads [0, 0] dilations [1, 1] groups 2 : (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) -> tensor<1x4x5x5xf64>
  %yc = nn.mul %y, %c : tensor<1x4x5x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<1x4x5x5xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) : tensor<f64> -> tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>
  return %g#0, %g#1 : tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>
}
func.func private @conv_transpose_grouped_check() {
  %a = nn.constant dense<[[[[0.6986, 0.301], [0.3823, 1.1579]], [[0.7034, 1.4871], [1.3926, 1.3801]], [[1.6596, 0.4065], [1.6122, 1.6938]], [[0.6633, 0.4995], [1.4384, 1.3519]], [[0.3912, 0.9356], [1.576, 0.7963]], [[0.5587, 0.5078], [0.5846, 1.224]]]]> : tensor<1x6x2x2xf64>
  %b = nn.constant dense<[[[[0.8217, 1.1891], [0.9395, 0.8795]], [[1.5547, 0.4776], [0.3824, 1.5778]]], [[[1.6283, 0.5846], [0.5476, 1.3323]], [[0.6329, 1.4697], [1.1245, 1.5758]]], [[[0.332, 0.9594], [0.5573, 0.527]], [[1.4869, 1.4205], [1.6634, 1.2364]]], [[[1.5489, 1.4922], [0.4206, 0.6002]], [[0.8141, 0.5036], [1.3893, 0.7318]]], [[[0.8507, 1.0656], [1.3773, 1.0545]], [[0.8797, 1.1162], [1.3409, 1.2355]]], [[[1.2115, 1.0482], [1.6063, 1.3761]], [[1.159, 0.3663], [0.6843, 0.5281]]]]> : tensor<6x2x2x2xf64>
  %c = nn.constant dense<[[[[0.7514, 0.4071, 0.872, 0.1895, 0.3641], [-0.9862, -0.551, -0.9413, 0.0889, -0.2407], [0.8091, -0.6074, 0.3265, 0.9716, -0.9022], [0.4525, 0.4495, 0.8925, -0.2636, 0.0438], [-0.055, -0.8344, 0.9634, 0.155, 0.6185]], [[0.6986, 0.5945, 0.3604, -0.1635, -0.8945], [0.898, -0.5099, -0.8591, -0.4785, -0.4141], [-0.0667, -0.1285, -0.7348, 0.6059, -0.5478], [0.3605, 0.8438, 0.527, -0.9921, 0.2921], [-0.0702, 0.3936, 0.0396, -0.2323, -0.1165]], [[-0.0987, 0.7167, 0.0063, -0.6528, -0.5794], [0.6015, 0.7729, -0.2343, -0.0826, 0.1443], [0.8331, 0.7755, 0.5335, -0.3652, -0.8022], [-0.7071, 0.4008, 0.1812, -0.7276, 0.0434], [0.2188, -0.3509, 0.1448, 0.272, 0.3539]], [[-0.4181, 0.2785, 0.7123, 0.4781, -0.6398], [-0.0729, -0.3744, -0.1207, -0.721, -0.7597], [-0.893, 0.2226, 0.872, 0.7197, -0.0434], [0.7566, 0.3118, -0.0838, -0.6924, 0.4508], [-0.4132, -0.7691, 0.2095, 0.9826, -0.9839]]]]> : tensor<1x4x5x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[-0.8982, 0.9413], [-0.7762, 0.7793]], [[0.1071, -0.043], [-0.3809, 0.2318]], [[0.717, 0.4011], [0.8707, 0.7123]], [[-0.686, -0.7099], [-0.4299, -0.1639]], [[-0.8939, -0.0938], [-0.6411, 0.9132]], [[-0.345, 0.5738], [-0.7488, 0.7618]]]]> : tensor<1x6x2x2xf64>
  %a_h = nn.splat %step : f64 -> tensor<1x6x2x2xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<1x6x2x2xf64>
  %a_up = nn.add %a, %a_s : tensor<1x6x2x2xf64>
  %a_down = nn.sub %a, %a_s : tensor<1x6x2x2xf64>
  %b_d = nn.constant dense<[[[[0.1786, 0.9297], [-0.3909, 0.6044]], [[-0.7626, -0.746], [-0.9028, 0.8827]]], [[[0.3434, -0.0657], [0.1429, -0.6699]], [[0.4829, -0.4998], [0.6265, 0.6446]]], [[[0.7291, -0.4664], [-0.0617, -0.0001]], [[0.4841, -0.724], [-0.0611, 0.2347]]], [[[0.5935, 0.7154], [-0.9827, 0.0125]], [[-0.8929, -0.2325], [-0.4287, 0.515]]], [[[-0.7303, 0.6809], [-0.6388, -0.2164]], [[-0.2075, -0.2117], [-0.121, 0.9954]]], [[[-0.7489, 0.799], [0.0442, 0.6583]], [[0.3962, -0.559], [0.0446, -0.609]]]]> : tensor<6x2x2x2xf64>
  %b_h = nn.splat %step : f64 -> tensor<6x2x2x2xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<6x2x2x2xf64>
  %b_up = nn.add %b, %b_s : tensor<6x2x2x2xf64>
  %b_down = nn.sub %b, %b_s : tensor<6x2x2x2xf64>
  %up = call @conv_transpose_grouped_loss(%a_up, %b_up, %c) : (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>, tensor<1x4x5x5xf64>) -> tensor<f64>
  %down = call @conv_transpose_grouped_loss(%a_down, %b_down, %c) : (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>, tensor<1x4x5x5xf64>) -> tensor<f64>
  %g:2 = call @conv_transpose_grouped_gradient(%a, %b, %c) : (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>, tensor<1x4x5x5xf64>) -> (tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<1x6x2x2xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<1x6x2x2xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<6x2x2x2xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<6x2x2x2xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_filter_grouped_loss(%a: tensor<1x4x5x5xf64>, %b: tensor<1x6x2x2xf64>, %c: tensor<6x2x2x2xf64>) -> tensor<f64> {
  %y = nn.conv_filter %a, %b strides [2, 2] pads [0, 0] dilations [1, 1] groups 2 : (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>) -> tensor<6x2x2x2xf64>
  %yc = nn.mul %y, %c : tensor<6x2x2x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<6x2x2x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_filter_grouped_gradient(%a: tensor<1x4x5x5xf64>, %b: tensor<1x6x2x2xf64>, %c: tensor<6x2x2x2xf64>) -> (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>) {
  %y = nn.conv_filter %a, %b strides [2, 2] pads [0, 0] dilations [1, 1] groups 2 : (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>) -> tensor<6x2x2x2xf64>
  %yc = nn.mul %y, %c : tensor<6x2x2x2xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<6x2x2x2xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>) : tensor<f64> -> tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>
  return %g#0, %g#1 : tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>
}
func.func private @conv_filter_grouped_check() {
  %a = nn.constant dense<[[[[1.0815, 1.2524, 0.9215, 0.4826, 0.7887], [1.4936, 0.5714, 0.9666, 1.4504, 1.0462], [0.4042, 1.3802, 0.465, 1.059, 0.932], [1.4189, 0.7292, 1.3726, 1.619, 0.8601], [1.2121, 1.5581, 1.3856, 1.4129, 0.7488]], [[1.0059, 0.8817, 0.893, 0.4666, 1.0517], [1.1694, 0.6384, 1.5203, 1.6562, 0.4869], [1.0474, 1.1666, 0.9746, 0.9236, 0.3532], [1.408, 1.1349, 1.0366, 0.3039, 1.5734], [0.8389, 1.5479, 0.9456, 1.2377, 1.4594]], [[0.3001, 0.6103, 1.684, 1.5267, 0.9881], [0.4202, 0.9423, 0.5687, 0.5066, 0.5484], [0.9556, 1.2229, 1.4896, 1.3755, 0.3781], [1.5108, 1.306, 0.701, 0.4452, 0.528], [1.5434, 1.4146, 0.539, 0.982, 1.5143]], [[0.8159, 0.8333, 0.4523, 0.6271, 1.6181], [0.8225, 1.6509, 0.6467, 1.3744, 0.4626], [1.1857, 1.3961, 0.351, 1.5565, 0.6685], [1.1837, 1.5968, 1.1584, 0.8357, 1.6728], [0.5398, 1.3883, 0.9524, 1.187, 1.1099]]]]> : tensor<1x4x5x5xf64>
  %b = nn.constant dense<[[[[1.6794, 0.7025], [0.3365, 0.4941]], [[1.1894, 0.594], [1.3551, 1.6701]], [[1.128, 1.1571], [1.3839, 1.601]], [[1.3759, 1.1593], [1.0388, 1.2735]], [[1.3707, 0.497], [0.6862, 0.4789]], [[1.5105, 0.5209], [0.7491, 1.527]]]]> : tensor<1x6x2x2xf64>
  %c = nn.constant dense<[[[[-0.3772, 0.0483], [-0.7634, -0.0863]], [[-0.6454, 0.7057], [-0.8581, -0.0334]]], [[[0.2484, -0.5036], [0.608, 0.1433]], [[0.0886, -0.8904], [-0.8708, -0.0859]]], [[[-0.8276, -0.1196], [0.0842, 0.8574]], [[-0.484, -0.6751], [0.8081, -0.3204]]], [[[0.9669, 0.2103], [0.0417, -0.5944]], [[-0.8903, -0.0971], [-0.5571, 0.7648]]], [[[-0.8004, 0.0465], [0.3903, -0.3564]], [[-0.3005, -0.7275], [-0.848, 0.6083]]], [[[-0.3269, 0.7605], [-0.3845, -0.0091]], [[0.8625, -0.4636], [0.3481, -0.3243]]]]> : tensor<6x2x2x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[0.1669, -0.3426, -0.0544, -0.6052, 0.789], [0.1952, -0.5412, -0.5001, -0.4952, 0.7358], [-0.077, 0.765, -0.7664, 0.9497, 0.1328], [0.5957, 0.9579, 0.6642, 0.9862, 0.3976], [-0.963, 0.0139, 0.62, -0.4782, 0.015]], [[0.0194, 0.3814, 0.121, 0.8808, -0.1958], [-0.8594, 0.8505, -0.6315, 0.4087, -0.2267], [-0.4061, 0.1463, 0.1722, -0.6746, 0.3421], [-0.4561, -0.4356, 0.1677, 0.4539, -0.0644], [-0.8755, 0.933, 0.3063, 0.594, 0.1035]], [[-0.649, 0.2212, -0.1842, -0.5401, -0.2585], [-0.6438, 0.5497, -0.3913, -0.5727, -0.0931], [-0.4958, 0.4918, 0.9359, -0.6061, 0.8309], [-0.384, 0.1972, 0.8458, -0.5524, -0.2332], [0.748, -0.0845, 0.2421, 0.873, -0.9]], [[0.3165, -0.3648, 0.5333, 0.5688, 0.6701], [0.2301, -0.9807, 0.9304, 0.0281, 0.41], [-0.8654, 0.5304, -0.1077, 0.038, 0.7444], [0.4884, 0.8162, -0.5346, -0.4796, 0.6184], [0.5466, 0.0673, -0.6565, -0.6661, 0.2825]]]]> : tensor<1x4x5x5xf64>
  %a_h = nn.splat %step : f64 -> tensor<1x4x5x5xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<1x4x5x5xf64>
  %a_up = nn.add %a, %a_s : tensor<1x4x5x5xf64>
  %a_down = nn.sub %a, %a_s : tensor<1x4x5x5xf64>
  %b_d = nn.constant dense<[[[[-0.6061, -0.2642], [-0.4173, 0.242]], [[-0.3965, 0.8299], [0.7838, -0.8867]], [[0.8667, -0.0797], [0.2279, -0.7809]], [[0.4901, 0.6484], [-0.9744, -0.4692]], [[0.416, -0.0226], [-0.4, -0.4064]], [[0.7622, 0.9449], [-0.2857, -0.6534]]]]> : tensor<1x6x2x2xf64>
  %b_h = nn.splat %step : f64 -> tensor<1x6x2x2xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<1x6x2x2xf64>
  %b_up = nn.add %b, %b_s : tensor<1x6x2x2xf64>
  %b_down = nn.sub %b, %b_s : tensor<1x6x2x2xf64>
  %up = call @conv_filter_grouped_loss(%a_up, %b_up, %c) : (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) -> tensor<f64>
  %down = call @conv_filter_grouped_loss(%a_down, %b_down, %c) : (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) -> tensor<f64>
  %g:2 = call @conv_filter_grouped_gradient(%a, %b, %c) : (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>, tensor<6x2x2x2xf64>) -> (tensor<1x4x5x5xf64>, tensor<1x6x2x2xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<1x4x5x5xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<1x4x5x5xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<1x6x2x2xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<1x6x2x2xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_depthwise_loss(%a: tensor<2x3x4x4xf64>, %b: tensor<3x1x3x3xf64>, %c: tensor<2x3x4x4xf64>) -> tensor<f64> {
  %y = nn.conv %a, %b strides [1, 1] pads [1, 1] dilations [1, 1] groups 3 : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> tensor<2x3x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x4x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_depthwise_gradient(%a: tensor<2x3x4x4xf64>, %b: tensor<3x1x3x3xf64>, %c: tensor<2x3x4x4xf64>) -> (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) {
  %y = nn.conv %a, %b strides [1, 1] pads [1, 1] dilations [1, 1] groups 3 : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> tensor<2x3x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x4x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) : tensor<f64> -> tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>
  return %g#0, %g#1 : tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>
}
func.func private @conv_depthwise_check() {
  %a = nn.constant dense<[[[[0.4641, 1.6986, 0.9144, 0.5394], [1.3455, 1.5478, 0.3713, 1.066], [1.4035, 1.2257, 1.6025, 1.6281], [0.9563, 1.4535, 1.6659, 1.2695]], [[0.478, 1.3079, 0.9171, 1.479], [0.783, 1.6625, 1.4913, 0.3331], [1.2735, 1.2292, 0.5226, 1.2814], [0.5322, 0.7218, 0.6347, 0.3368]], [[1.346, 0.8547, 1.6782, 0.8881], [1.1956, 0.7946, 0.4266, 0.6223], [1.2807, 1.6724, 1.1696, 0.4259], [0.3099, 0.4362, 1.3272, 1.0451]]], [[[1.2311, 1.4887, 1.3878, 0.708], [0.9436, 1.6295, 0.3688, 0.6996], [1.2639, 0.7598, 1.0248, 1.5051], [0.5648, 0.975, 1.3563, 0.3847]], [[1.3846, 0.5085, 1.0092, 0.692], [0.6392, 0.3121, 1.5894, 0.7697], [1.1983, 0.3525, 1.6914, 0.7755], [0.8669, 0.9484, 0.3149, 0.472]], [[1.2251, 1.6605, 0.3021, 1.1271], [1.1063, 0.7826, 0.3512, 1.4659], [1.2546, 1.4198, 0.5465, 1.0477], [1.0037, 0.601, 1.0502, 1.4808]]]]> : tensor<2x3x4x4xf64>
  %b = nn.constant dense<[[[[1.5973, 1.5297, 1.056], [1.4186, 1.3854, 1.6788], [1.6302, 0.4522, 1.6606]]], [[[1.4787, 1.1256, 1.4343], [1.2671, 1.2984, 1.462], [1.2872, 1.3857, 1.53]]], [[[0.3803, 1.0358, 0.7801], [0.6962, 0.8431, 0.3292], [1.0567, 1.1818, 1.3799]]]]> : tensor<3x1x3x3xf64>
  %c = nn.constant dense<[[[[0.3497, -0.0448, -0.7367, -0.6336], [-0.0691, 0.589, -0.6748, -0.1286], [0.7923, -0.75, -0.0788, -0.0526], [0.7632, -0.5571, 0.5368, 0.5804]], [[0.3998, 0.6893, -0.8014, 0.7567], [0.5966, 0.4017, 0.918, 0.5552], [-0.0785, -0.6736, 0.0901, -0.283], [0.4, 0.577, -0.7082, -0.4863]], [[-0.6209, -0.2219, 0.127, 0.4858], [-0.5297, 0.3186, -0.6301, -0.8491], [0.7989, 0.8176, 0.9517, 0.5811], [0.9603, 0.7518, 0.0111, -0.2961]]], [[[0.1702, 0.2305, 0.5937, -0.9461], [0.0477, -0.1681, 0.5711, 0.3197], [0.8503, -0.9491, 0.2974, -0.9554], [0.7433, -0.7976, -0.2827, 0.2274]], [[-0.6491, -0.158, -0.1713, -0.7601], [-0.6939, 0.8833, -0.3045, 0.3702], [0.2104, -0.3218, -0.1946, -0.7808], [-0.8795, 0.2516, -0.3846, 0.9096]], [[-0.972, -0.2427, -0.9111, -0.9644], [-0.6428, -0.1986, 0.638, -0.0032], [0.1955, -0.597, 0.2244, -0.6256], [-0.8235, -0.1846, 0.2708, 0.8723]]]]> : tensor<2x3x4x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[-0.3531, -0.3146, -0.5188, 0.2339], [-0.5411, 0.2895, 0.588, -0.8858], [0.532, -0.1288, -0.1759, -0.1571], [0.2497, -0.1525, 0.295, -0.8735]], [[0.2913, 0.938, -0.4292, 0.5669], [0.3499, 0.0703, 0.438, 0.2482], [0.9006, -0.668, -0.5005, -0.5294], [0.8597, -0.8164, 0.2474, -0.0061]], [[-0.7755, 0.096, -0.277, -0.4995], [0.5995, -0.2923, -0.0303, -0.5489], [-0.978, -0.3692, -0.6717, -0.783], [0.3, -0.8963, 0.4866, 0.2025]]], [[[-0.7894, -0.0755, 0.3954, -0.1173], [0.0728, 0.117, 0.6974, 0.4934], [0.3926, 0.5984, -0.3072, -0.9876], [-0.748, 0.6418, 0.7559, -0.4802]], [[0.5209, 0.0196, -0.2311, -0.0647], [-0.6851, 0.6694, -0.917, 0.0116], [0.8949, 0.5323, -0.371, -0.6484], [-0.962, -0.6125, 0.4762, -0.0419]], [[0.3645, -0.4639, -0.518, -0.8481], [-0.206, -0.7411, 0.3115, -0.1159], [0.3139, -0.058, 0.7582, -0.2905], [0.6249, -0.1005, 0.6755, 0.053]]]]> : tensor<2x3x4x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3x4x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3x4x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3x4x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3x4x4xf64>
  %b_d = nn.constant dense<[[[[-0.3525, 0.7343, 0.4227], [0.0523, -0.1305, -0.6927], [0.5564, -0.5092, -0.8618]]], [[[-0.746, 0.241, -0.5054], [0.2044, -0.3647, 0.5151], [-0.1686, -0.2366, 0.187]]], [[[-0.2148, -0.7088, 0.8884], [0.459, -0.5009, 0.9279], [-0.544, 0.67, -0.7549]]]]> : tensor<3x1x3x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x1x3x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x1x3x3xf64>
  %b_up = nn.add %b, %b_s : tensor<3x1x3x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x1x3x3xf64>
  %up = call @conv_depthwise_loss(%a_up, %b_up, %c) : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<2x3x4x4xf64>) -> tensor<f64>
  %down = call @conv_depthwise_loss(%a_down, %b_down, %c) : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<2x3x4x4xf64>) -> tensor<f64>
  %g:2 = call @conv_depthwise_gradient(%a, %b, %c) : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<2x3x4x4xf64>) -> (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3x4x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x1x3x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<3x1x3x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_transpose_depthwise_loss(%a: tensor<2x3x4x4xf64>, %b: tensor<3x1x3x3xf64>, %c: tensor<2x3x4x4xf64>) -> tensor<f64> {
  %y = nn.conv_transpose %a, %b strides [1, 1] pads [1, 1] dilations [1, 1] groups 3 : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> tensor<2x3x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x4x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_transpose_depthwise_gradient(%a: tensor<2x3x4x4xf64>, %b: tensor<3x1x3x3xf64>, %c: tensor<2x3x4x4xf64>) -> (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) {
  %y = nn.conv_transpose %a, %b strides [1, 1] pads [1, 1] dilations [1, 1] groups 3 : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> tensor<2x3x4x4xf64>
  %yc = nn.mul %y, %c : tensor<2x3x4x4xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) : tensor<f64> -> tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>
  return %g#0, %g#1 : tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>
}
func.func private @conv_transpose_depthwise_check() {
  %a = nn.constant dense<[[[[0.8044, 1.0283, 0.4046, 0.6924], [0.305, 1.4591, 0.4257, 1.5895], [0.332, 0.8908, 1.5609, 1.5484], [1.2027, 0.7448, 1.3184, 1.4428]], [[0.5579, 1.4376, 1.3297, 0.3165], [0.473, 0.5351, 1.6977, 0.7016], [1.6738, 1.1252, 1.121, 0.8934], [1.5362, 0.5068, 0.3582, 1.0755]], [[0.3062, 0.3938, 0.8556, 0.6046], [1.5607, 1.3719, 1.667, 1.527], [1.6123, 1.5742, 1.0671, 1.0134], [0.7903, 1.0979, 1.5557, 1.249]]], [[[0.8533, 1.132, 1.5391, 1.5578], [0.547, 0.7433, 0.9411, 0.6566], [1.5051, 1.1379, 0.7997, 0.5288], [0.4098, 0.8352, 0.6536, 1.6126]], [[0.9901, 1.1391, 1.5226, 1.6298], [0.6048, 1.4341, 1.1866, 1.5084], [0.5041, 0.3397, 0.4658, 0.3196], [0.4388, 1.6593, 0.9333, 1.1144]], [[0.9683, 1.5284, 1.195, 1.2893], [1.4762, 0.8945, 0.913, 1.3788], [0.5567, 1.3269, 1.5886, 1.4339], [0.4528, 0.8659, 1.0498, 0.6293]]]]> : tensor<2x3x4x4xf64>
  %b = nn.constant dense<[[[[1.1293, 1.4675, 1.6481], [0.6006, 0.9596, 0.4461], [0.9086, 1.242, 0.9105]]], [[[1.1336, 0.6636, 1.3698], [0.3354, 0.969, 0.7904], [0.7365, 0.7649, 0.4482]]], [[[1.636, 0.7193, 1.4193], [0.3552, 1.6741, 1.2516], [0.7216, 1.4341, 1.0185]]]]> : tensor<3x1x3x3xf64>
  %c = nn.constant dense<[[[[-0.865, 0.7255, -0.9085, 0.6712], [0.2122, 0.3123, -0.5293, -0.1522], [-0.4434, 0.2376, 0.1019, 0.771], [0.3939, 0.0968, -0.9545, 0.0423]], [[-0.5874, 0.4728, 0.5393, 0.8571], [0.9555, -0.2536, 0.9081, -0.4986], [0.3225, 0.4479, 0.8006, 0.0518], [0.5611, 0.5338, 0.4321, 0.3666]], [[-0.5383, 0.7883, 0.2349, 0.3015], [-0.112, 0.2009, -0.7976, -0.4473], [0.555, 0.7515, 0.2197, 0.1168], [-0.8578, 0.4731, 0.7078, -0.1744]]], [[[0.5478, -0.6357, -0.6795, -0.4911], [0.018, 0.8785, 0.7699, 0.7544], [-0.9837, 0.2674, 0.0009, -0.6391], [0.3463, 0.5688, -0.2333, 0.5674]], [[0.9234, -0.6899, -0.8244, 0.3291], [-0.3676, 0.1887, 0.0147, 0.8916], [-0.3018, -0.2507, 0.1448, 0.1629], [0.4683, 0.4507, -0.0214, 0.5948]], [[-0.0673, -0.1742, 0.9562, 0.7546], [0.8815, -0.3913, -0.2538, 0.8055], [0.691, -0.3753, 0.4246, 0.6063], [-0.553, 0.645, 0.856, -0.8705]]]]> : tensor<2x3x4x4xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[0.6482, -0.2399, -0.7262, -0.5724], [-0.7019, 0.6434, -0.9189, 0.7926], [-0.3203, -0.0515, -0.3384, 0.3194], [0.5992, 0.5325, 0.9963, -0.8723]], [[-0.9038, 0.2926, 0.4563, -0.9258], [-0.5673, -0.2482, -0.1473, -0.4524], [-0.3766, 0.839, -0.4731, 0.8132], [0.068, 0.2731, 0.0537, -0.6818]], [[0.0218, -0.7105, -0.0164, -0.9674], [-0.8013, 0.3367, 0.2852, 0.7589], [-0.7468, 0.5052, 0.8293, 0.8162], [-0.3682, 0.2653, 0.4564, 0.3078]]], [[[-0.6439, -0.5412, -0.9663, -0.334], [-0.912, 0.3058, 0.1398, 0.3764], [-0.9901, -0.5951, -0.6518, -0.8817], [0.5371, 0.579, -0.0087, -0.3754]], [[-0.9554, 0.5535, 0.6253, 0.9023], [-0.5438, 0.7113, -0.7883, 0.0008], [0.889, -0.8169, 0.0603, -0.5819], [-0.0376, -0.2787, -0.9472, 0.6786]], [[0.8298, 0.7371, -0.9961, -0.0562], [0.9718, 0.7281, -0.3731, 0.3825], [-0.9552, -0.2994, 0.3814, -0.2058], [0.8473, -0.8948, 0.4277, -0.4118]]]]> : tensor<2x3x4x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3x4x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3x4x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3x4x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3x4x4xf64>
  %b_d = nn.constant dense<[[[[-0.1155, 0.3329, 0.2424], [0.7489, 0.2463, -0.9616], [0.5308, -0.4138, 0.2156]]], [[[-0.9225, -0.8171, -0.7169], [0.1628, 0.4441, -0.1769], [-0.5331, 0.3114, 0.4306]]], [[[0.3669, 0.9225, 0.2149], [-0.3812, 0.6122, 0.3406], [0.6515, -0.0297, -0.1482]]]]> : tensor<3x1x3x3xf64>
  %b_h = nn.splat %step : f64 -> tensor<3x1x3x3xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<3x1x3x3xf64>
  %b_up = nn.add %b, %b_s : tensor<3x1x3x3xf64>
  %b_down = nn.sub %b, %b_s : tensor<3x1x3x3xf64>
  %up = call @conv_transpose_depthwise_loss(%a_up, %b_up, %c) : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<2x3x4x4xf64>) -> tensor<f64>
  %down = call @conv_transpose_depthwise_loss(%a_down, %b_down, %c) : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<2x3x4x4xf64>) -> tensor<f64>
  %g:2 = call @conv_transpose_depthwise_gradient(%a, %b, %c) : (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<2x3x4x4xf64>) -> (tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3x4x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<3x1x3x3xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<3x1x3x3xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @conv_filter_depthwise_loss(%a: tensor<2x3x4x4xf64>, %b: tensor<2x3x4x4xf64>, %c: tensor<3x1x3x3xf64>) -> tensor<f64> {
  %y = nn.conv_filter %a, %b strides [1, 1] pads [1, 1] dilations [1, 1] groups 3 : (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>) -> tensor<3x1x3x3xf64>
  %yc = nn.mul %y, %c : tensor<3x1x3x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<3x1x3x3xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @conv_filter_depthwise_gradient(%a: tensor<2x3x4x4xf64>, %b: tensor<2x3x4x4xf64>, %c: tensor<3x1x3x3xf64>) -> (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>) {
  %y = nn.conv_filter %a, %b strides [1, 1] pads [1, 1] dilations [1, 1] groups 3 : (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>) -> tensor<3x1x3x3xf64>
  %yc = nn.mul %y, %c : tensor<3x1x3x3xf64>
  %loss = nn.sum %yc axes = [0, 1, 2, 3] : tensor<3x1x3x3xf64> -> tensor<f64>
  %g:2 = nn.gradient %loss wrt [] of (%a, %b : tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>) : tensor<f64> -> tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>
  return %g#0, %g#1 : tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>
}
func.func private @conv_filter_depthwise_check() {
  %a = nn.constant dense<[[[[1.2502, 1.1256, 1.5876, 0.8521], [0.8252, 1.1942, 0.93, 0.7117], [0.9399, 0.8758, 1.3097, 0.7924], [1.0487, 1.3226, 1.4426, 1.3069]], [[0.7194, 0.8155, 1.1763, 1.5682], [0.4705, 1.6039, 1.253, 1.0874], [0.867, 0.8385, 0.3792, 1.6796], [0.4534, 0.3524, 1.0856, 1.2854]], [[0.4977, 1.0496, 0.6507, 0.7497], [1.6806, 1.4681, 0.9117, 1.0652], [0.4291, 1.3053, 1.0572, 0.6857], [0.3917, 1.6339, 1.6811, 1.6876]]], [[[0.6818, 1.0571, 0.8108, 0.3919], [1.6957, 0.8094, 1.629, 1.5583], [1.6246, 1.6677, 0.5987, 0.6931], [1.0257, 0.8093, 1.1347, 1.519]], [[1.2838, 0.5295, 1.3535, 0.6225], [0.5423, 0.3329, 0.8192, 0.32], [0.8538, 1.6916, 0.5121, 1.0774], [1.1587, 0.3821, 1.6994, 1.5726]], [[0.5784, 0.8973, 1.6277, 1.6635], [1.6397, 0.376, 0.4432, 1.1379], [1.2757, 0.3777, 1.4932, 1.1831], [0.921, 1.4281, 0.9124, 1.1074]]]]> : tensor<2x3x4x4xf64>
  %b = nn.constant dense<[[[[0.6982, 0.4682, 1.4182, 1.3039], [0.6127, 0.7453, 1.5515, 0.5826], [0.7101, 1.2018, 1.3175, 1.361], [0.6176, 1.6003, 0.9872, 0.694]], [[0.8602, 1.1506, 0.5758, 0.88], [1.2169, 0.7233, 0.699, 1.3937], [1.0009, 1.4587, 1.3834, 0.8257], [0.8153, 1.1669, 1.0824, 0.6735]], [[0.6851, 0.3514, 0.8754, 1.3455], [0.8862, 1.1699, 0.6413, 0.6858], [0.319, 1.5578, 0.8432, 1.6521], [0.7362, 0.9505, 1.3626, 0.5414]]], [[[0.5168, 1.4405, 0.7759, 0.7104], [0.8315, 0.3875, 0.8276, 1.1678], [0.6008, 1.3924, 1.5382, 1.2975], [0.8814, 1.165, 0.8647, 1.1681]], [[1.4447, 1.3752, 1.6768, 0.7174], [1.4985, 0.9691, 0.8687, 0.9982], [0.8739, 0.4584, 1.6972, 1.6021], [1.406, 0.3237, 1.4881, 1.5015]], [[1.3585, 0.317, 0.718, 0.6969], [0.5738, 0.6879, 0.4133, 1.631], [0.4237, 1.5183, 1.318, 1.3976], [1.3277, 0.7564, 0.7144, 1.0047]]]]> : tensor<2x3x4x4xf64>
  %c = nn.constant dense<[[[[-0.8627, -0.1135, -0.9856], [0.8009, -0.6834, -0.1928], [0.7457, 0.9435, 0.8008]]], [[[-0.2786, 0.0442, 0.7797], [0.2823, 0.8192, 0.1266], [0.4781, -0.2946, 0.7522]]], [[[0.7569, 0.0054, -0.7645], [-0.0437, -0.9575, -0.2546], [-0.3489, -0.5251, 0.6259]]]]> : tensor<3x1x3x3xf64>
  %step = arith.constant 1.0e-05 : f64
  %a_d = nn.constant dense<[[[[0.5028, -0.9716, 0.9882, 0.236], [-0.8484, -0.5892, -0.6336, -0.9223], [-0.2477, -0.156, 0.0313, 0.5984], [0.3671, -0.233, 0.0041, -0.2075]], [[-0.2847, 0.078, 0.5221, -0.865], [0.9887, 0.5397, -0.4892, 0.773], [0.1802, 0.1883, -0.7931, 0.3973], [0.199, 0.0228, -0.1523, -0.2784]], [[0.3983, 0.9416, -0.9811, 0.8094], [0.0734, 0.8964, -0.1529, -0.0515], [0.7926, 0.1923, 0.5461, -0.7218], [0.6726, -0.6519, -0.2734, 0.8056]]], [[[-0.4516, -0.2936, 0.0696, 0.22], [0.4359, -0.4981, -0.8997, 0.0654], [0.9617, -0.9677, -0.7989, 0.1365], [-0.4951, 0.9199, 0.2163, 0.4868]], [[0.0948, -0.0741, 0.4334, 0.8199], [-0.9542, 0.9764, 0.5883, 0.0423], [0.8804, 0.4887, -0.7898, -0.666], [0.1138, 0.9349, -0.4598, 0.8554]], [[-0.6231, 0.0363, -0.195, -0.6671], [0.4084, -0.8056, 0.2971, 0.2804], [0.2076, -0.4266, 0.2937, -0.3588], [-0.7002, 0.9877, 0.2302, 0.8959]]]]> : tensor<2x3x4x4xf64>
  %a_h = nn.splat %step : f64 -> tensor<2x3x4x4xf64>
  %a_s = nn.mul %a_d, %a_h : tensor<2x3x4x4xf64>
  %a_up = nn.add %a, %a_s : tensor<2x3x4x4xf64>
  %a_down = nn.sub %a, %a_s : tensor<2x3x4x4xf64>
  %b_d = nn.constant dense<[[[[-0.8509, -0.159, 0.5455, -0.5605], [0.0542, 0.9901, -0.9039, -0.9564], [0.2115, 0.2715, 0.0974, -0.4973], [-0.4859, 0.1984, -0.377, 0.9888]], [[0.4954, 0.7219, -0.4153, 0.0277], [0.7012, 0.647, 0.7178, 0.79], [-0.7822, -0.5294, -0.3948, -0.6878], [0.6252, -0.7155, 0.5302, 0.8655]], [[0.3839, 0.4968, 0.3368, 0.9998], [-0.7663, 0.966, 0.3006, 0.4971], [-0.6701, 0.0659, 0.9998, -0.2845], [-0.1875, 0.4037, -0.4635, 0.2616]]], [[[-0.5966, 0.0815, -0.4923, -0.5276], [0.8956, -0.9285, 0.6405, 0.8413], [-0.2491, -0.4121, -0.1003, -0.0742], [-0.0435, -0.9837, -0.9992, -0.8715]], [[0.1337, -0.512, -0.9622, 0.8192], [0.9738, 0.6141, 0.0801, -0.7284], [0.6758, 0.1367, 0.2822, -0.6715], [-0.589, -0.7213, 0.8312, 0.4886]], [[0.2859, -0.2873, -0.7944, 0.1633], [-0.0685, 0.0681, -0.2346, 0.8879], [0.5147, -0.4582, -0.6799, 0.4609], [0.9991, -0.7019, 0.5471, -0.2436]]]]> : tensor<2x3x4x4xf64>
  %b_h = nn.splat %step : f64 -> tensor<2x3x4x4xf64>
  %b_s = nn.mul %b_d, %b_h : tensor<2x3x4x4xf64>
  %b_up = nn.add %b, %b_s : tensor<2x3x4x4xf64>
  %b_down = nn.sub %b, %b_s : tensor<2x3x4x4xf64>
  %up = call @conv_filter_depthwise_loss(%a_up, %b_up, %c) : (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> tensor<f64>
  %down = call @conv_filter_depthwise_loss(%a_down, %b_down, %c) : (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> tensor<f64>
  %g:2 = call @conv_filter_depthwise_gradient(%a, %b, %c) : (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>, tensor<3x1x3x3xf64>) -> (tensor<2x3x4x4xf64>, tensor<2x3x4x4xf64>)
  %a_p = nn.mul %g#0, %a_d : tensor<2x3x4x4xf64>
  %a_dot = nn.sum %a_p axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  %b_p = nn.mul %g#1, %b_d : tensor<2x3x4x4xf64>
  %b_dot = nn.sum %b_p axes = [0, 1, 2, 3] : tensor<2x3x4x4xf64> -> tensor<f64>
  %b_t = nn.add %a_dot, %b_dot : tensor<f64>
  call @report(%up, %down, %b_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "conv_1d: "
  call @conv_1d_check() : () -> ()
  vector.print str "conv_transpose_1d: "
  call @conv_transpose_1d_check() : () -> ()
  vector.print str "conv_filter_1d: "
  call @conv_filter_1d_check() : () -> ()
  vector.print str "conv_2d: "
  call @conv_2d_check() : () -> ()
  vector.print str "conv_transpose_2d: "
  call @conv_transpose_2d_check() : () -> ()
  vector.print str "conv_filter_2d: "
  call @conv_filter_2d_check() : () -> ()
  vector.print str "conv_grouped: "
  call @conv_grouped_check() : () -> ()
  vector.print str "conv_transpose_grouped: "
  call @conv_transpose_grouped_check() : () -> ()
  vector.print str "conv_filter_grouped: "
  call @conv_filter_grouped_check() : () -> ()
  vector.print str "conv_depthwise: "
  call @conv_depthwise_check() : () -> ()
  vector.print str "conv_transpose_depthwise: "
  call @conv_transpose_depthwise_check() : () -> ()
  vector.print str "conv_filter_depthwise: "
  call @conv_filter_depthwise_check() : () -> ()
  return
}
