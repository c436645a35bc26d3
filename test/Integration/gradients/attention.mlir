// Written by generate.py; do not edit.
// RUN: %differentiate %s | %execute | FileCheck %s

// CHECK: {{^}}attention: 1{{$}}
// CHECK: {{^}}attention_batch: 1{{$}}
// CHECK: {{^}}attention_causal: 1{{$}}
// CHECK: {{^}}attention_blocks: 1{{$}}
// CHECK: {{^}}attention_mask: 1{{$}}
// CHECK: {{^}}attention_grad_query: 1{{$}}
// CHECK: {{^}}attention_grad_key: 1{{$}}
// CHECK: {{^}}attention_grad_value: 1{{$}}
// CHECK: {{^}}attention_grad_mask: 1{{$}}

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

func.func private @attention_loss(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %c: tensor<3x5xf64>) -> tensor<f64> {
  %o, %l = nn.attention "ic,jc,jw->iw" %q, %k, %v scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>) -> (tensor<3x5xf64>, tensor<3xf64>)
  %ls = nn.sin %l : tensor<3xf64>
  %lb = nn.broadcast %ls dims = [0] : tensor<3xf64> -> tensor<3x5xf64>
  %y = nn.add %o, %lb : tensor<3x5xf64>
  %yc = nn.mul %y, %c : tensor<3x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_gradient(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %c: tensor<3x5xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>) {
  %o, %l = nn.attention "ic,jc,jw->iw" %q, %k, %v scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>) -> (tensor<3x5xf64>, tensor<3xf64>)
  %ls = nn.sin %l : tensor<3xf64>
  %lb = nn.broadcast %ls dims = [0] : tensor<3xf64> -> tensor<3x5xf64>
  %y = nn.add %o, %lb : tensor<3x5xf64>
  %yc = nn.mul %y, %c : tensor<3x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%q, %k, %v : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>) : tensor<f64> -> tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>
  return %g#0, %g#1, %g#2 : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>
}
func.func private @attention_check() {
  %q = nn.constant dense<[[0.4277, 0.45], [1.3321, 0.4872], [1.1288, 0.5414]]> : tensor<3x2xf64>
  %k = nn.constant dense<[[1.3473, 1.054], [1.5747, 1.1013], [1.5297, 1.226], [0.4846, 0.5482]]> : tensor<4x2xf64>
  %v = nn.constant dense<[[1.3937, 0.6904, 1.2115, 1.0561, 0.3216], [1.3871, 0.3577, 1.2166, 1.3476, 1.6635], [0.6183, 1.3215, 1.523, 1.3614, 1.4128], [1.1869, 1.3559, 1.0648, 1.5077, 0.8696]]> : tensor<4x5xf64>
  %c = nn.constant dense<[[-0.209, -0.8264, 0.3355, 0.0751, 0.6707], [0.6135, -0.2224, -0.5189, 0.4815, 0.227], [-0.0308, 0.743, 0.2767, -0.3589, 0.0006]]> : tensor<3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[0.4066, -0.0165], [-0.1655, 0.4959], [-0.5174, 0.9731]]> : tensor<3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<3x2xf64>
  %k_d = nn.constant dense<[[-0.3554, -0.9283], [0.9696, 0.3251], [-0.4724, 0.5573], [0.0904, 0.8582]]> : tensor<4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<4x2xf64>
  %v_d = nn.constant dense<[[-0.5299, 0.462, -0.061, -0.7276, 0.8972], [-0.2911, -0.8811, 0.6592, -0.1838, -0.8261], [0.3508, 0.2457, -0.8559, -0.1754, 0.4757], [0.8427, 0.1857, -0.5996, -0.2287, 0.5086]]> : tensor<4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<4x5xf64>
  %up = call @attention_loss(%q_up, %k_up, %v_up, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>) -> tensor<f64>
  %down = call @attention_loss(%q_down, %k_down, %v_down, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>) -> tensor<f64>
  %g:3 = call @attention_gradient(%q, %k, %v, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  call @report(%up, %down, %v_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_batch_loss(%q: tensor<2x3x2xf64>, %k: tensor<2x4x2xf64>, %v: tensor<2x4x5xf64>, %c: tensor<2x3x5xf64>) -> tensor<f64> {
  %o, %l = nn.attention "bic,bjc,bjw->biw" %q, %k, %v scale = 0.7 : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>) -> (tensor<2x3x5xf64>, tensor<2x3xf64>)
  %ls = nn.sin %l : tensor<2x3xf64>
  %lb = nn.broadcast %ls dims = [0, 1] : tensor<2x3xf64> -> tensor<2x3x5xf64>
  %y = nn.add %o, %lb : tensor<2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_batch_gradient(%q: tensor<2x3x2xf64>, %k: tensor<2x4x2xf64>, %v: tensor<2x4x5xf64>, %c: tensor<2x3x5xf64>) -> (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>) {
  %o, %l = nn.attention "bic,bjc,bjw->biw" %q, %k, %v scale = 0.7 : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>) -> (tensor<2x3x5xf64>, tensor<2x3xf64>)
  %ls = nn.sin %l : tensor<2x3xf64>
  %lb = nn.broadcast %ls dims = [0, 1] : tensor<2x3xf64> -> tensor<2x3x5xf64>
  %y = nn.add %o, %lb : tensor<2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x3x5xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%q, %k, %v : tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>) : tensor<f64> -> tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>
  return %g#0, %g#1, %g#2 : tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>
}
func.func private @attention_batch_check() {
  %q = nn.constant dense<[[[1.4759, 0.624], [0.3002, 1.3502], [1.5979, 1.5286]], [[0.5228, 1.0642], [1.13, 1.252], [1.1101, 1.3432]]]> : tensor<2x3x2xf64>
  %k = nn.constant dense<[[[0.6103, 0.4487], [0.4413, 0.3954], [1.6719, 1.6252], [1.0672, 0.4811]], [[1.2168, 0.8472], [1.6685, 0.6853], [0.6204, 0.7121], [0.8962, 1.3855]]]> : tensor<2x4x2xf64>
  %v = nn.constant dense<[[[0.7606, 1.6269, 0.9378, 1.0475, 1.1028], [0.507, 0.8999, 0.7161, 0.732, 1.5358], [0.4563, 1.3059, 1.5468, 1.2736, 0.5157], [0.9418, 0.9654, 1.0935, 1.5022, 0.9504]], [[1.3732, 1.4851, 1.4899, 1.3052, 1.2837], [1.2503, 0.4199, 1.1956, 0.9304, 1.3564], [1.3926, 1.5582, 1.4543, 0.6033, 0.5769], [0.5009, 0.9845, 0.9368, 0.696, 1.3647]]]> : tensor<2x4x5xf64>
  %c = nn.constant dense<[[[-0.1636, -0.8258, 0.3096, -0.2079, -0.6831], [-0.6254, -0.9513, -0.8819, 0.4874, 0.5938], [-0.0718, -0.8087, 0.5162, 0.9599, -0.4666]], [[-0.2896, -0.7667, 0.2352, -0.232, 0.3104], [-0.452, -0.9439, -0.8407, 0.9744, -0.4961], [0.224, 0.4849, 0.2065, -0.7207, -0.9035]]]> : tensor<2x3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[[-0.2255, -0.0993], [-0.0905, 0.7736], [0.2922, 0.9913]], [[-0.7747, -0.7082], [0.6309, -0.6655], [-0.3767, 0.0946]]]> : tensor<2x3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<2x3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<2x3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<2x3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<2x3x2xf64>
  %k_d = nn.constant dense<[[[-0.7046, -0.9906], [-0.624, -0.8401], [-0.9958, -0.6299], [0.5577, -0.1986]], [[-0.5475, -0.3972], [0.248, 0.0184], [0.0677, 0.1851], [0.1838, 0.2509]]]> : tensor<2x4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<2x4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<2x4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<2x4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<2x4x2xf64>
  %v_d = nn.constant dense<[[[-0.0959, 0.8549, -0.5213, -0.0976, -0.2358], [0.0059, -0.9448, 0.867, 0.7664, -0.1405], [0.9195, 0.3086, -0.7085, 0.1223, 0.4963], [-0.4637, 0.1499, -0.7901, -0.8757, 0.4049]], [[-0.8584, -0.4118, 0.375, -0.6412, -0.3054], [-0.7375, 0.2938, -0.9094, 0.1591, 0.7078], [-0.8601, 0.9854, 0.4862, -0.4951, -0.0677], [0.3324, -0.9616, 0.9458, -0.8234, -0.3094]]]> : tensor<2x4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<2x4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<2x4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<2x4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<2x4x5xf64>
  %up = call @attention_batch_loss(%q_up, %k_up, %v_up, %c) : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x3x5xf64>) -> tensor<f64>
  %down = call @attention_batch_loss(%q_down, %k_down, %v_down, %c) : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x3x5xf64>) -> tensor<f64>
  %g:3 = call @attention_batch_gradient(%q, %k, %v, %c) : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x3x5xf64>) -> (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<2x3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1, 2] : tensor<2x3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<2x4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1, 2] : tensor<2x4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<2x4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1, 2] : tensor<2x4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  call @report(%up, %down, %v_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_causal_loss(%q: tensor<66x1xf64>, %k: tensor<66x1xf64>, %v: tensor<66x1xf64>, %c: tensor<66x1xf64>) -> tensor<f64> {
  %o, %l = nn.attention "ic,jc,jw->iw" %q, %k, %v causal scale = 0.7 : (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) -> (tensor<66x1xf64>, tensor<66xf64>)
  %ls = nn.sin %l : tensor<66xf64>
  %lb = nn.broadcast %ls dims = [0] : tensor<66xf64> -> tensor<66x1xf64>
  %y = nn.add %o, %lb : tensor<66x1xf64>
  %yc = nn.mul %y, %c : tensor<66x1xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<66x1xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_causal_gradient(%q: tensor<66x1xf64>, %k: tensor<66x1xf64>, %v: tensor<66x1xf64>, %c: tensor<66x1xf64>) -> (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) {
  %o, %l = nn.attention "ic,jc,jw->iw" %q, %k, %v causal scale = 0.7 : (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) -> (tensor<66x1xf64>, tensor<66xf64>)
  %ls = nn.sin %l : tensor<66xf64>
  %lb = nn.broadcast %ls dims = [0] : tensor<66xf64> -> tensor<66x1xf64>
  %y = nn.add %o, %lb : tensor<66x1xf64>
  %yc = nn.mul %y, %c : tensor<66x1xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<66x1xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%q, %k, %v : tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) : tensor<f64> -> tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>
  return %g#0, %g#1, %g#2 : tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>
}
func.func private @attention_causal_check() {
  %q = nn.constant dense<[[1.6198], [1.144], [0.3685], [0.8067], [0.6333], [1.5591], [0.9718], [1.1742], [0.8975], [1.6371], [1.2525], [0.4469], [1.4334], [1.2584], [1.0256], [1.4795], [1.4057], [0.3135], [0.9743], [0.7301], [0.3209], [0.6402], [0.5453], [0.6554], [0.6288], [0.5452], [1.4706], [1.4052], [0.5451], [0.8859], [0.8662], [1.1175], [0.5296], [0.5472], [1.2211], [1.4089], [1.544], [0.504], [0.5611], [0.7741], [1.5653], [0.4742], [0.8135], [1.0653], [0.8117], [0.3519], [0.6386], [1.0639], [1.2924], [1.4332], [0.7628], [0.8311], [0.3091], [1.5589], [0.597], [1.589], [1.0837], [1.5649], [0.3068], [1.6932], [1.4804], [0.3952], [1.4825], [1.6778], [0.4451], [0.6353]]> : tensor<66x1xf64>
  %k = nn.constant dense<[[0.9168], [0.961], [1.1618], [1.6645], [1.3559], [1.5282], [1.2275], [1.3244], [0.9494], [1.5799], [0.3546], [1.6011], [1.1492], [1.5572], [1.2039], [0.9805], [1.5862], [0.6475], [0.4349], [1.16], [0.7015], [0.7128], [0.414], [0.3195], [1.0603], [0.6533], [0.7748], [0.7499], [0.7713], [0.8186], [0.5311], [1.3448], [1.2601], [0.5181], [1.5337], [1.2035], [1.0952], [1.3044], [1.2543], [1.4906], [1.4389], [0.6387], [1.2192], [1.5185], [0.9267], [1.1237], [1.5746], [1.0551], [0.6462], [0.9441], [0.7882], [1.5342], [0.9975], [0.3455], [1.6136], [1.2746], [0.6349], [0.7037], [1.1374], [1.1983], [1.3311], [0.5984], [1.0535], [0.3786], [0.3512], [1.337]]> : tensor<66x1xf64>
  %v = nn.constant dense<[[0.3222], [0.3649], [0.7484], [0.5282], [1.2554], [0.8637], [1.2994], [0.7551], [1.4056], [0.5682], [0.8901], [1.4686], [1.567], [1.4243], [0.4054], [0.8174], [1.3915], [0.5816], [1.628], [0.8228], [0.8528], [0.9938], [0.7143], [1.416], [1.0641], [1.4771], [0.3445], [1.2748], [0.7866], [1.3105], [1.6943], [0.5899], [1.2465], [1.4527], [1.3302], [0.9563], [1.0399], [1.1549], [1.0901], [1.2149], [0.3983], [1.163], [0.3683], [0.7246], [1.1347], [1.4248], [0.6116], [0.3282], [1.0329], [0.9911], [1.3148], [0.4743], [1.4469], [0.8342], [0.7732], [0.3084], [0.931], [1.2276], [0.4041], [1.5514], [0.7035], [1.5974], [0.368], [1.2654], [1.071], [0.6834]]> : tensor<66x1xf64>
  %c = nn.constant dense<[[-0.003], [-0.0685], [0.6566], [0.367], [0.7896], [0.8761], [0.1953], [0.559], [-0.587], [-0.658], [-0.2794], [0.3187], [0.4407], [0.9468], [0.0673], [0.2204], [0.3097], [0.6365], [0.1835], [-0.0795], [-0.5214], [-0.1987], [0.8739], [0.7325], [-0.2087], [-0.2778], [0.4452], [-0.117], [-0.6734], [-0.3975], [0.0057], [-0.306], [0.4429], [0.0318], [0.2883], [-0.9867], [0.7561], [-0.7698], [0.4143], [-0.422], [0.2664], [-0.9717], [-0.209], [0.5722], [0.6759], [-0.5984], [0.1207], [0.5426], [-0.7987], [0.5714], [-0.0072], [-0.1201], [0.0191], [0.1995], [-0.0639], [-0.7888], [0.452], [-0.7498], [-0.5043], [0.5141], [0.7925], [-0.9747], [-0.9122], [-0.8638], [-0.8504], [-0.2282]]> : tensor<66x1xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[-0.2485], [-0.3534], [-0.2503], [-0.282], [0.2104], [-0.214], [-0.6929], [0.3256], [-0.018], [0.0105], [-0.8553], [0.0339], [0.8315], [0.6235], [-0.6085], [-0.8066], [0.4331], [0.1934], [0.1162], [0.486], [-0.807], [-0.6809], [0.4517], [-0.9134], [-0.4515], [-0.9545], [-0.6407], [-0.3927], [0.3031], [0.5552], [0.0137], [0.6157], [-0.8968], [0.6279], [-0.6412], [-0.8626], [-0.4663], [-0.6475], [0.0421], [0.5176], [0.1963], [0.2296], [-0.5524], [-0.0758], [-0.4637], [0.7983], [0.0989], [-0.5108], [0.6811], [0.3301], [-0.3198], [-0.0994], [-0.1562], [0.2339], [-0.2311], [0.2858], [0.1708], [0.3622], [0.1339], [0.499], [-0.7052], [-0.8595], [0.4411], [0.7477], [0.1186], [-0.3219]]> : tensor<66x1xf64>
  %q_h = nn.splat %step : f64 -> tensor<66x1xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<66x1xf64>
  %q_up = nn.add %q, %q_s : tensor<66x1xf64>
  %q_down = nn.sub %q, %q_s : tensor<66x1xf64>
  %k_d = nn.constant dense<[[0.3402], [0.8855], [-0.9853], [-0.7294], [0.8409], [0.9061], [0.1843], [-0.3192], [0.2512], [-0.0809], [-0.2075], [0.386], [0.5515], [-0.9188], [0.2054], [0.3309], [-0.9709], [-0.6773], [0.1067], [0.5708], [-0.7583], [-0.5893], [0.7514], [0.8575], [0.6396], [-0.2329], [0.8421], [0.4681], [-0.4004], [0.0882], [0.7572], [-0.1022], [-0.9781], [-0.0355], [0.7394], [-0.1173], [0.8536], [-0.5475], [0.6771], [-0.6857], [-0.1556], [0.6556], [0.6371], [-0.9346], [-0.2029], [-0.2003], [-0.2391], [-0.491], [0.0452], [0.2895], [-0.9467], [0.3906], [-0.2045], [-0.8502], [0.2095], [-0.128], [0.0979], [0.0293], [0.3873], [-0.7902], [0.6993], [-0.9742], [0.3109], [-0.8866], [0.6421], [-0.1836]]> : tensor<66x1xf64>
  %k_h = nn.splat %step : f64 -> tensor<66x1xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<66x1xf64>
  %k_up = nn.add %k, %k_s : tensor<66x1xf64>
  %k_down = nn.sub %k, %k_s : tensor<66x1xf64>
  %v_d = nn.constant dense<[[0.4808], [-0.2331], [0.8595], [0.8249], [0.1134], [-0.5923], [0.2132], [-0.013], [0.1464], [0.9366], [0.1229], [0.7528], [-0.3441], [-0.6319], [-0.7762], [0.4303], [0.6175], [0.257], [-0.5387], [0.6824], [-0.7309], [0.4471], [0.2373], [0.6157], [0.1008], [-0.6391], [-0.7788], [0.6581], [-0.9123], [-0.0439], [-0.0501], [-0.3112], [-0.0124], [-0.8274], [0.4459], [0.9692], [-0.9456], [-0.4673], [0.4585], [0.511], [-0.9381], [0.0161], [-0.6927], [0.2034], [-0.3711], [0.779], [0.7965], [-0.1795], [0.7091], [0.1251], [0.2044], [-0.6774], [-0.9709], [-0.7952], [-0.6551], [-0.0291], [0.5073], [0.9952], [0.271], [0.2314], [-0.0089], [0.2429], [-0.368], [-0.3901], [0.8634], [0.1787]]> : tensor<66x1xf64>
  %v_h = nn.splat %step : f64 -> tensor<66x1xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<66x1xf64>
  %v_up = nn.add %v, %v_s : tensor<66x1xf64>
  %v_down = nn.sub %v, %v_s : tensor<66x1xf64>
  %up = call @attention_causal_loss(%q_up, %k_up, %v_up, %c) : (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) -> tensor<f64>
  %down = call @attention_causal_loss(%q_down, %k_down, %v_down, %c) : (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) -> tensor<f64>
  %g:3 = call @attention_causal_gradient(%q, %k, %v, %c) : (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>) -> (tensor<66x1xf64>, tensor<66x1xf64>, tensor<66x1xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<66x1xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<66x1xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<66x1xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<66x1xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<66x1xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<66x1xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  call @report(%up, %down, %v_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_blocks_loss(%q: tensor<5x2xf64>, %k: tensor<130x2xf64>, %v: tensor<130x1xf64>, %c: tensor<5x1xf64>) -> tensor<f64> {
  %o, %l = nn.attention "ic,jc,jw->iw" %q, %k, %v scale = 0.7 : (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>) -> (tensor<5x1xf64>, tensor<5xf64>)
  %ls = nn.sin %l : tensor<5xf64>
  %lb = nn.broadcast %ls dims = [0] : tensor<5xf64> -> tensor<5x1xf64>
  %y = nn.add %o, %lb : tensor<5x1xf64>
  %yc = nn.mul %y, %c : tensor<5x1xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<5x1xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_blocks_gradient(%q: tensor<5x2xf64>, %k: tensor<130x2xf64>, %v: tensor<130x1xf64>, %c: tensor<5x1xf64>) -> (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>) {
  %o, %l = nn.attention "ic,jc,jw->iw" %q, %k, %v scale = 0.7 : (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>) -> (tensor<5x1xf64>, tensor<5xf64>)
  %ls = nn.sin %l : tensor<5xf64>
  %lb = nn.broadcast %ls dims = [0] : tensor<5xf64> -> tensor<5x1xf64>
  %y = nn.add %o, %lb : tensor<5x1xf64>
  %yc = nn.mul %y, %c : tensor<5x1xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<5x1xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%q, %k, %v : tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>) : tensor<f64> -> tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>
  return %g#0, %g#1, %g#2 : tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>
}
func.func private @attention_blocks_check() {
  %q = nn.constant dense<[[1.055, 1.1656], [0.4854, 1.6624], [0.7969, 1.1608], [1.0609, 1.0926], [1.2837, 0.7278]]> : tensor<5x2xf64>
  %k = nn.constant dense<[[1.0467, 0.3132], [0.4474, 1.2228], [0.3496, 1.6469], [1.3305, 0.6252], [1.0494, 0.6174], [1.0532, 0.4195], [1.2954, 1.116], [0.3896, 0.4505], [1.1517, 1.2597], [0.4852, 0.3798], [0.7087, 0.9103], [1.2433, 0.4257], [0.9753, 0.8424], [1.5332, 1.307], [0.6136, 1.2977], [1.2097, 0.7632], [1.3555, 1.4267], [0.8453, 1.1394], [1.621, 0.4546], [0.5938, 0.8471], [0.7908, 0.6209], [1.5451, 1.304], [0.8931, 0.6498], [1.5282, 0.6113], [0.379, 0.9245], [0.36, 0.9704], [0.9185, 0.8606], [1.1464, 1.0207], [0.3079, 0.5779], [0.4078, 0.6611], [0.8046, 0.457], [0.4203, 0.784], [1.4981, 1.5575], [1.3399, 1.0744], [1.3125, 1.3173], [1.1514, 1.4581], [0.8734, 1.6067], [0.7797, 1.4262], [0.412, 0.5274], [1.6326, 1.1661], [0.629, 1.6213], [0.537, 1.5483], [1.137, 1.5797], [1.2241, 1.2421], [1.6721, 1.3202], [0.3337, 1.4206], [1.4888, 1.6027], [0.5554, 0.3538], [1.6042, 1.6408], [0.3182, 1.5743], [0.8868, 1.6919], [0.7644, 0.7013], [0.3686, 1.0627], [1.4653, 0.5737], [0.4222, 0.7082], [0.8768, 1.1876], [0.3765, 0.5457], [0.9167, 0.8854], [1.3471, 0.6211], [1.0134, 0.5412], [0.8899, 1.0804], [0.878, 1.3063], [0.7685, 0.4297], [0.862, 0.8334], [1.2064, 1.0715], [1.0565, 0.8707], [1.3925, 1.6626], [0.4375, 1.2994], [0.6836, 1.1224], [1.3429, 1.1186], [0.8286, 0.3231], [0.8951, 1.2222], [0.3903, 1.5396], [1.2237, 0.4778], [0.6843, 1.6597], [1.1925, 1.2473], [0.3682, 1.0687], [0.3756, 0.8111], [1.4323, 0.3063], [1.0186, 0.3758], [0.4409, 0.6053], [1.5204, 0.8217], [0.3761, 1.3066], [0.6339, 0.7654], [0.7779, 0.6644], [1.0835, 1.5943], [0.8611, 0.3597], [0.9941, 0.3572], [1.6425, 0.9153], [1.1452, 0.3639], [1.6201, 0.6364], [0.9742, 0.7263], [0.5233, 1.6743], [1.5455, 1.4231], [1.526, 1.0882], [0.662, 0.4059], [1.4622, 1.2586], [0.8564, 1.2829], [1.508, 0.7142], [0.9193, 0.9623], [1.5179, 0.8359], [1.241, 0.9369], [0.4023, 1.5499], [0.9183, 1.4013], [1.0872, 0.4236], [0.6725, 0.6415], [1.5236, 1.4767], [1.4103, 1.674], [1.0724, 0.9109], [1.1673, 0.4253], [1.1266, 0.8776], [0.4345, 0.5115], [0.7331, 1.4742], [1.559, 1.373], [1.4503, 1.261], [0.4588, 1.3357], [0.5311, 1.6302], [0.3215, 0.7889], [1.3432, 0.5714], [0.7977, 0.647], [1.1548, 1.5774], [1.4074, 0.305], [0.7305, 1.1017], [1.1012, 1.0543], [0.7531, 0.3155], [0.4524, 1.2095], [0.6064, 1.2451], [1.2632, 0.4802], [0.9914, 1.4545], [1.5517, 0.9397]]> : tensor<130x2xf64>
  %v = nn.constant dense<[[0.8777], [1.5362], [0.9595], [1.2064], [1.1623], [0.6445], [1.2283], [0.7701], [0.3195], [1.3634], [1.2396], [1.4435], [1.358], [1.3388], [0.8324], [0.7665], [1.3998], [0.8232], [1.0011], [0.6196], [1.1923], [1.6417], [0.753], [0.5809], [1.6633], [0.5994], [0.4926], [0.6809], [1.4849], [0.9579], [1.1057], [0.4027], [0.9574], [1.5213], [0.6108], [1.6235], [1.0768], [0.9117], [1.0716], [1.2282], [0.6401], [0.9665], [0.9239], [1.075], [0.6895], [0.5908], [0.3483], [0.9038], [0.9191], [0.9297], [1.4645], [1.2999], [0.7448], [1.6804], [0.7501], [0.9855], [0.9178], [1.6996], [1.2019], [1.348], [0.512], [0.9076], [0.4248], [0.4285], [0.6707], [1.0629], [0.9416], [0.7145], [0.3671], [1.5875], [0.4109], [1.5834], [0.7288], [0.8152], [1.2941], [1.3216], [1.509], [0.628], [0.548], [0.9784], [1.5042], [0.7038], [1.204], [1.6684], [1.5723], [1.2341], [0.9506], [1.6931], [0.4675], [0.4395], [1.4576], [1.2025], [0.9135], [1.0888], [1.0706], [1.4611], [0.8896], [1.3861], [1.3392], [1.6944], [1.4859], [1.445], [0.6686], [0.4855], [0.8876], [1.2137], [0.8931], [1.4679], [1.5062], [1.4822], [1.5679], [1.6397], [0.3945], [1.1706], [0.9489], [1.0605], [1.6251], [1.6463], [0.5269], [1.6963], [0.5353], [1.6899], [1.0462], [1.353], [0.3055], [0.6054], [1.2461], [0.3861], [0.5076], [0.7513]]> : tensor<130x1xf64>
  %c = nn.constant dense<[[0.6745], [0.0699], [-0.7857], [-0.3257], [-0.306]]> : tensor<5x1xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[0.1302, -0.7677], [-0.4913, -0.8266], [0.0547, -0.6556], [-0.7614, -0.8563], [0.563, 0.7353]]> : tensor<5x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<5x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<5x2xf64>
  %q_up = nn.add %q, %q_s : tensor<5x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<5x2xf64>
  %k_d = nn.constant dense<[[0.6738, -0.9065], [0.6067, -0.8157], [0.6381, 0.2706], [0.2827, 0.5273], [0.7239, -0.8412], [0.3578, -0.608], [0.1621, 0.2714], [0.5799, 0.4947], [0.434, 0.7915], [0.4772, -0.2156], [0.2958, -0.9919], [-0.5679, 0.6656], [0.8834, -0.3245], [-0.9203, 0.1001], [0.4165, -0.6882], [0.5403, 0.0464], [0.508, -0.4511], [-0.8067, -0.3809], [-0.5229, -0.7576], [0.5705, 0.7639], [-0.3967, -0.4076], [0.4461, 0.8789], [0.3124, 0.3433], [-0.4145, -0.4751], [0.0743, 0.3846], [0.8981, -0.8318], [0.5867, -0.127], [-0.5862, 0.0632], [0.9756, 0.687], [-0.2004, -0.4484], [-0.0068, 0.0058], [-0.5384, -0.8087], [-0.6498, -0.6805], [0.9164, -0.5288], [0.3908, -0.7225], [-0.5791, -0.4206], [-0.8194, -0.1707], [0.0645, -0.8434], [-0.4515, 0.2593], [-0.4244, 0.4328], [0.4824, 0.8229], [0.3457, -0.4298], [-0.3403, -0.8338], [0.7313, -0.9416], [-0.8047, -0.9136], [-0.421, 0.0787], [0.4536, 0.0215], [0.8294, 0.2766], [0.0067, -0.2162], [0.1621, 0.924], [-0.5562, 0.4784], [-0.5027, 0.2371], [-0.3112, -0.8664], [0.6034, 0.1939], [0.1403, -0.7905], [0.9757, -0.0973], [0.6769, 0.0097], [0.796, 0.1549], [-0.1069, -0.0032], [0.1127, 0.9802], [0.0417, -0.8194], [0.7746, 0.872], [0.4061, -0.0763], [0.1758, -0.6084], [0.1194, 0.8875], [0.1104, 0.5862], [-0.5017, 0.967], [0.1014, 0.6394], [-0.9008, -0.194], [-0.3495, 0.2192], [-0.063, 0.3839], [0.7377, -0.1727], [0.3803, -0.9335], [-0.9327, -0.5404], [-0.9436, -0.2146], [0.6863, 0.609], [-0.8231, 0.0894], [-0.0096, 0.1619], [-0.8659, 0.5561], [-0.5364, 0.9746], [-0.2412, 0.7653], [-0.2985, -0.0685], [-0.0385, 0.8879], [0.2406, 0.4606], [0.3536, 0.8911], [0.7411, -0.2193], [0.1464, 0.5682], [0.9234, -0.8706], [0.048, 0.55], [-0.8997, -0.9719], [0.6273, -0.8763], [0.6892, -0.7911], [0.3597, 0.6553], [-0.5011, 0.5021], [0.251, 0.9786], [-0.4908, -0.1531], [0.7473, 0.6828], [-0.7427, 0.1329], [0.5726, -0.2571], [-0.7979, -0.0573], [-0.4004, -0.4958], [-0.8291, 0.2422], [-0.627, -0.3531], [-0.5582, 0.7061], [-0.6761, 0.6951], [0.0209, -0.5204], [-0.7178, 0.4605], [-0.8217, 0.0734], [-0.1994, 0.9664], [-0.313, -0.963], [0.1599, 0.8084], [-0.8987, 0.6177], [-0.3264, 0.722], [0.7183, -0.4766], [-0.2352, -0.3702], [-0.0502, 0.6811], [0.7027, -0.4745], [0.6286, -0.3871], [-0.7342, 0.0647], [-0.3523, 0.9993], [-0.315, -0.0012], [-0.7006, -0.0231], [0.653, -0.9682], [-0.2364, -0.5014], [0.8304, 0.8846], [-0.8054, -0.5347], [-0.4262, -0.8201], [0.8195, -0.4154], [0.6512, 0.7632], [-0.9282, 0.1863]]> : tensor<130x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<130x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<130x2xf64>
  %k_up = nn.add %k, %k_s : tensor<130x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<130x2xf64>
  %v_d = nn.constant dense<[[-0.6592], [0.7035], [-0.0754], [0.0566], [0.1779], [0.9213], [-0.298], [0.7848], [0.1062], [0.3014], [0.6326], [0.3709], [0.5287], [0.7992], [0.5355], [0.0412], [-0.1039], [0.0301], [0.1602], [-0.5936], [0.1885], [0.3004], [-0.371], [0.5111], [0.6587], [-0.1243], [-0.494], [0.3969], [-0.3694], [-0.267], [-0.8023], [-0.7182], [-0.7509], [-0.2008], [0.1566], [-0.3906], [0.4224], [-0.3134], [0.2292], [0.0352], [0.1507], [0.7417], [-0.1605], [-0.2019], [0.8575], [-0.4871], [-0.8392], [0.0718], [-0.1516], [-0.5341], [0.2448], [0.3427], [0.1871], [-0.0131], [-0.5827], [0.6847], [0.1333], [-0.3723], [-0.8857], [0.9073], [-0.5294], [-0.7056], [0.9056], [0.8682], [0.0796], [-0.1868], [-0.063], [-0.2896], [0.7791], [0.373], [-0.3583], [0.9092], [-0.6218], [0.7626], [0.7545], [0.001], [-0.1234], [-0.9211], [-0.2024], [0.668], [0.7431], [0.1763], [0.277], [0.7335], [-0.965], [-0.9122], [0.8971], [-0.2517], [-0.2995], [0.8102], [-0.7076], [-0.0177], [-0.2179], [-0.7106], [-0.3361], [0.4253], [0.1485], [0.2653], [0.9472], [0.4296], [0.515], [-0.5371], [-0.66], [0.5611], [0.1813], [-0.1491], [-0.2938], [0.3607], [0.9886], [0.0217], [0.3085], [0.0965], [0.4388], [0.6789], [0.9368], [0.7433], [0.6012], [-0.9565], [-0.4271], [-0.3723], [0.6514], [0.602], [-0.4525], [-0.9014], [0.4177], [-0.7512], [0.8973], [-0.4177], [-0.5261], [0.2817]]> : tensor<130x1xf64>
  %v_h = nn.splat %step : f64 -> tensor<130x1xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<130x1xf64>
  %v_up = nn.add %v, %v_s : tensor<130x1xf64>
  %v_down = nn.sub %v, %v_s : tensor<130x1xf64>
  %up = call @attention_blocks_loss(%q_up, %k_up, %v_up, %c) : (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>, tensor<5x1xf64>) -> tensor<f64>
  %down = call @attention_blocks_loss(%q_down, %k_down, %v_down, %c) : (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>, tensor<5x1xf64>) -> tensor<f64>
  %g:3 = call @attention_blocks_gradient(%q, %k, %v, %c) : (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>, tensor<5x1xf64>) -> (tensor<5x2xf64>, tensor<130x2xf64>, tensor<130x1xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<5x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<5x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<130x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<130x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<130x1xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<130x1xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  call @report(%up, %down, %v_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_mask_loss(%q: tensor<2x3x2xf64>, %k: tensor<2x4x2xf64>, %v: tensor<2x4x5xf64>, %m: tensor<2x4xi1>, %c: tensor<2x3x5xf64>) -> tensor<f64> {
  %o, %l = nn.attention "bic,bjc,bjw,bj->biw" %q, %k, %v mask %m scale = 0.7 : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x4xi1>) -> (tensor<2x3x5xf64>, tensor<2x3xf64>)
  %ls = nn.sin %l : tensor<2x3xf64>
  %lb = nn.broadcast %ls dims = [0, 1] : tensor<2x3xf64> -> tensor<2x3x5xf64>
  %y = nn.add %o, %lb : tensor<2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x3x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_mask_gradient(%q: tensor<2x3x2xf64>, %k: tensor<2x4x2xf64>, %v: tensor<2x4x5xf64>, %m: tensor<2x4xi1>, %c: tensor<2x3x5xf64>) -> (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>) {
  %o, %l = nn.attention "bic,bjc,bjw,bj->biw" %q, %k, %v mask %m scale = 0.7 : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x4xi1>) -> (tensor<2x3x5xf64>, tensor<2x3xf64>)
  %ls = nn.sin %l : tensor<2x3xf64>
  %lb = nn.broadcast %ls dims = [0, 1] : tensor<2x3xf64> -> tensor<2x3x5xf64>
  %y = nn.add %o, %lb : tensor<2x3x5xf64>
  %yc = nn.mul %y, %c : tensor<2x3x5xf64>
  %loss = nn.sum %yc axes = [0, 1, 2] : tensor<2x3x5xf64> -> tensor<f64>
  %g:3 = nn.gradient %loss wrt [] of (%q, %k, %v : tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>) : tensor<f64> -> tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>
  return %g#0, %g#1, %g#2 : tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>
}
func.func private @attention_mask_check() {
  %q = nn.constant dense<[[[0.4447, 1.1977], [0.766, 1.2462], [1.4262, 0.3283]], [[1.4011, 0.7135], [1.4784, 0.51], [0.7881, 0.8191]]]> : tensor<2x3x2xf64>
  %k = nn.constant dense<[[[1.1414, 0.784], [0.8482, 0.7004], [1.7, 0.329], [0.5913, 0.4507]], [[1.4501, 0.5577], [0.5023, 1.396], [0.4536, 1.0068], [1.2639, 0.8232]]]> : tensor<2x4x2xf64>
  %v = nn.constant dense<[[[0.381, 1.2969, 1.5281, 0.5525, 1.0206], [1.6538, 1.3146, 1.1294, 1.03, 0.8489], [0.9556, 0.3815, 1.247, 0.6688, 1.589], [1.1826, 0.5943, 0.7755, 1.2833, 1.4099]], [[0.8957, 1.0987, 0.5534, 1.2778, 1.2443], [0.9342, 1.422, 0.4171, 0.853, 1.3375], [0.9627, 1.4882, 1.6702, 0.7609, 0.3134], [0.8438, 1.3381, 0.3439, 1.6851, 0.5642]]]> : tensor<2x4x5xf64>
  %m = nn.constant dense<[[false, false, true, false], [false, false, true, true]]> : tensor<2x4xi1>
  %c = nn.constant dense<[[[-0.34, 0.0344, 0.4889, -0.4416, 0.4597], [-0.4638, 0.1322, 0.7505, 0.2181, -0.7839], [-0.7346, 0.7638, 0.6249, -0.2999, -0.5631]], [[0.2855, -0.5153, 0.2659, 0.6855, 0.7926], [0.1416, -0.1333, -0.9392, -0.5224, -0.2417], [-0.6394, 0.2508, -0.4674, -0.1164, -0.5193]]]> : tensor<2x3x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[[0.2916, 0.7145], [0.3895, -0.8933], [0.1519, -0.379]], [[0.9336, -0.7539], [-0.1423, -0.3478], [-0.0036, -0.4624]]]> : tensor<2x3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<2x3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<2x3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<2x3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<2x3x2xf64>
  %k_d = nn.constant dense<[[[0.7929, -0.5415], [0.9767, 0.5694], [0.8404, -0.1565], [0.6553, 0.4691]], [[-0.0586, 0.5715], [0.8477, -0.9711], [0.7983, -0.4557], [0.7756, 0.123]]]> : tensor<2x4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<2x4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<2x4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<2x4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<2x4x2xf64>
  %v_d = nn.constant dense<[[[0.9243, 0.9708, 0.8167, 0.6377, 0.3556], [-0.8987, -0.4199, 0.0692, -0.0778, -0.4379], [-0.4854, -0.5621, 0.1356, 0.0621, 0.0679], [-0.201, -0.0718, 0.0584, -0.8904, 0.393]], [[-0.3585, 0.5017, -0.2877, 0.7707, -0.4909], [-0.954, 0.6701, 0.9472, -0.2582, -0.7885], [0.4417, 0.4778, 0.4951, -0.5865, -0.9141], [-0.445, -0.4752, 0.7315, -0.3531, -0.1087]]]> : tensor<2x4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<2x4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<2x4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<2x4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<2x4x5xf64>
  %up = call @attention_mask_loss(%q_up, %k_up, %v_up, %m, %c) : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x4xi1>, tensor<2x3x5xf64>) -> tensor<f64>
  %down = call @attention_mask_loss(%q_down, %k_down, %v_down, %m, %c) : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x4xi1>, tensor<2x3x5xf64>) -> tensor<f64>
  %g:3 = call @attention_mask_gradient(%q, %k, %v, %m, %c) : (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>, tensor<2x4xi1>, tensor<2x3x5xf64>) -> (tensor<2x3x2xf64>, tensor<2x4x2xf64>, tensor<2x4x5xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<2x3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1, 2] : tensor<2x3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<2x4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1, 2] : tensor<2x4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<2x4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1, 2] : tensor<2x4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  call @report(%up, %down, %v_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_grad_query_loss(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %c: tensor<3x2xf64>) -> tensor<f64> {
  %y, %kd, %vd = nn.attention_grad "ic,jc,jw->iw" %q, %k, %v, %dy, %l, %e scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_grad_query_gradient(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %c: tensor<3x2xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) {
  %y, %kd, %vd = nn.attention_grad "ic,jc,jw->iw" %q, %k, %v, %dy, %l, %e scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %g:6 = nn.gradient %loss wrt [] of (%q, %k, %v, %dy, %l, %e : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) : tensor<f64> -> tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
  return %g#0, %g#1, %g#2, %g#3, %g#4, %g#5 : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
}
func.func private @attention_grad_query_check() {
  %q = nn.constant dense<[[0.3726, 0.5423], [0.7508, 0.4856], [0.9932, 0.7512]]> : tensor<3x2xf64>
  %k = nn.constant dense<[[1.2759, 1.0401], [1.4186, 1.1857], [0.3522, 1.0823], [1.556, 0.6372]]> : tensor<4x2xf64>
  %v = nn.constant dense<[[0.5165, 0.5151, 0.8284, 1.265, 0.9808], [1.4081, 0.5314, 1.6033, 0.6807, 1.4362], [0.6799, 0.4434, 1.3758, 0.4456, 1.3612], [1.335, 0.676, 0.4167, 1.6152, 0.4073]]> : tensor<4x5xf64>
  %dy = nn.constant dense<[[1.1056, 0.3439, 1.3201, 1.4036, 0.9788], [0.317, 1.1577, 1.15, 0.5181, 0.5114], [0.3074, 1.3286, 1.6133, 0.5516, 1.5081]]> : tensor<3x5xf64>
  %l = nn.constant dense<[1.6627, 1.5323, 1.0385]> : tensor<3xf64>
  %e = nn.constant dense<[1.2142, 1.5123, 1.4621]> : tensor<3xf64>
  %c = nn.constant dense<[[0.6604, -0.9182], [-0.7835, -0.0969], [-0.8477, -0.8234]]> : tensor<3x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[-0.3592, -0.9321], [0.6544, -0.6103], [0.4619, 0.8056]]> : tensor<3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<3x2xf64>
  %k_d = nn.constant dense<[[0.5625, -0.9449], [-0.4451, 0.4735], [-0.6812, -0.4796], [-0.135, -0.534]]> : tensor<4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<4x2xf64>
  %v_d = nn.constant dense<[[0.1731, -0.7479, 0.6015, 0.0069, 0.3741], [0.006, -0.5372, 0.9628, 0.4211, 0.5187], [-0.8008, -0.3209, -0.7044, 0.9081, 0.959], [0.1748, -0.3567, 0.4388, 0.4937, -0.7748]]> : tensor<4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<4x5xf64>
  %dy_d = nn.constant dense<[[-0.2189, -0.9729, 0.3258, -0.4593, -0.816], [0.9584, 0.165, -0.4459, 0.5867, 0.6014], [0.1258, 0.325, -0.6269, 0.6673, 0.0125]]> : tensor<3x5xf64>
  %dy_h = nn.splat %step : f64 -> tensor<3x5xf64>
  %dy_s = nn.mul %dy_d, %dy_h : tensor<3x5xf64>
  %dy_up = nn.add %dy, %dy_s : tensor<3x5xf64>
  %dy_down = nn.sub %dy, %dy_s : tensor<3x5xf64>
  %l_d = nn.constant dense<[0.2707, -0.4357, -0.2107]> : tensor<3xf64>
  %l_h = nn.splat %step : f64 -> tensor<3xf64>
  %l_s = nn.mul %l_d, %l_h : tensor<3xf64>
  %l_up = nn.add %l, %l_s : tensor<3xf64>
  %l_down = nn.sub %l, %l_s : tensor<3xf64>
  %e_d = nn.constant dense<[0.842, 0.4327, 0.4283]> : tensor<3xf64>
  %e_h = nn.splat %step : f64 -> tensor<3xf64>
  %e_s = nn.mul %e_d, %e_h : tensor<3xf64>
  %e_up = nn.add %e, %e_s : tensor<3xf64>
  %e_down = nn.sub %e, %e_s : tensor<3xf64>
  %up = call @attention_grad_query_loss(%q_up, %k_up, %v_up, %dy_up, %l_up, %e_up, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x2xf64>) -> tensor<f64>
  %down = call @attention_grad_query_loss(%q_down, %k_down, %v_down, %dy_down, %l_down, %e_down, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x2xf64>) -> tensor<f64>
  %g:6 = call @attention_grad_query_gradient(%q, %k, %v, %dy, %l, %e, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x2xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  %dy_p = nn.mul %g#3, %dy_d : tensor<3x5xf64>
  %dy_dot = nn.sum %dy_p axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %dy_t = nn.add %v_t, %dy_dot : tensor<f64>
  %l_p = nn.mul %g#4, %l_d : tensor<3xf64>
  %l_dot = nn.sum %l_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %l_t = nn.add %dy_t, %l_dot : tensor<f64>
  %e_p = nn.mul %g#5, %e_d : tensor<3xf64>
  %e_dot = nn.sum %e_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %e_t = nn.add %l_t, %e_dot : tensor<f64>
  call @report(%up, %down, %e_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_grad_key_loss(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %c: tensor<4x2xf64>) -> tensor<f64> {
  %qd, %y, %vd = nn.attention_grad "ic,jc,jw->iw" %q, %k, %v, %dy, %l, %e causal scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<4x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_grad_key_gradient(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %c: tensor<4x2xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) {
  %qd, %y, %vd = nn.attention_grad "ic,jc,jw->iw" %q, %k, %v, %dy, %l, %e causal scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<4x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %g:6 = nn.gradient %loss wrt [] of (%q, %k, %v, %dy, %l, %e : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) : tensor<f64> -> tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
  return %g#0, %g#1, %g#2, %g#3, %g#4, %g#5 : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
}
func.func private @attention_grad_key_check() {
  %q = nn.constant dense<[[1.1309, 1.1918], [1.2904, 1.3618], [1.5339, 1.2959]]> : tensor<3x2xf64>
  %k = nn.constant dense<[[0.9215, 1.6881], [0.5011, 0.4583], [0.856, 0.6897], [1.2796, 1.3411]]> : tensor<4x2xf64>
  %v = nn.constant dense<[[0.7179, 1.5845, 0.9124, 1.26, 0.3314], [1.3279, 1.0274, 1.5633, 0.9824, 1.1235], [1.6435, 1.0961, 0.8867, 0.8197, 1.3056], [0.7831, 0.5234, 1.5612, 1.0799, 0.531]]> : tensor<4x5xf64>
  %dy = nn.constant dense<[[0.4625, 0.9925, 1.2875, 1.0782, 1.6829], [0.9654, 1.4382, 0.5886, 0.5303, 1.551], [1.0002, 0.7995, 0.3435, 0.863, 0.3536]]> : tensor<3x5xf64>
  %l = nn.constant dense<[0.8298, 0.8605, 1.1412]> : tensor<3xf64>
  %e = nn.constant dense<[0.4604, 0.9458, 0.6812]> : tensor<3xf64>
  %c = nn.constant dense<[[0.7179, 0.0571], [0.1324, 0.6883], [0.1931, 0.0628], [0.4682, -0.8639]]> : tensor<4x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[0.9037, 0.9038], [-0.3806, 0.8449], [0.9194, 0.9948]]> : tensor<3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<3x2xf64>
  %k_d = nn.constant dense<[[-0.4333, -0.4175], [0.9506, 0.1308], [-0.3808, -0.3618], [0.92, -0.2527]]> : tensor<4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<4x2xf64>
  %v_d = nn.constant dense<[[-0.8586, -0.4535, -0.0122, 0.4517, -0.2247], [0.5151, 0.5112, 0.4726, 0.72, -0.0599], [0.2156, 0.9522, 0.4562, 0.4768, 0.3451], [0.402, 0.4747, -0.4438, -0.0295, -0.9745]]> : tensor<4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<4x5xf64>
  %dy_d = nn.constant dense<[[0.8651, -0.1446, -0.553, -0.2934, 0.0663], [-0.4108, 0.2872, -0.9349, -0.9194, -0.3714], [-0.6449, 0.7197, 0.6111, 0.3035, 0.0945]]> : tensor<3x5xf64>
  %dy_h = nn.splat %step : f64 -> tensor<3x5xf64>
  %dy_s = nn.mul %dy_d, %dy_h : tensor<3x5xf64>
  %dy_up = nn.add %dy, %dy_s : tensor<3x5xf64>
  %dy_down = nn.sub %dy, %dy_s : tensor<3x5xf64>
  %l_d = nn.constant dense<[0.8612, 0.1188, -0.5848]> : tensor<3xf64>
  %l_h = nn.splat %step : f64 -> tensor<3xf64>
  %l_s = nn.mul %l_d, %l_h : tensor<3xf64>
  %l_up = nn.add %l, %l_s : tensor<3xf64>
  %l_down = nn.sub %l, %l_s : tensor<3xf64>
  %e_d = nn.constant dense<[-0.1827, -0.7501, 0.8655]> : tensor<3xf64>
  %e_h = nn.splat %step : f64 -> tensor<3xf64>
  %e_s = nn.mul %e_d, %e_h : tensor<3xf64>
  %e_up = nn.add %e, %e_s : tensor<3xf64>
  %e_down = nn.sub %e, %e_s : tensor<3xf64>
  %up = call @attention_grad_key_loss(%q_up, %k_up, %v_up, %dy_up, %l_up, %e_up, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<4x2xf64>) -> tensor<f64>
  %down = call @attention_grad_key_loss(%q_down, %k_down, %v_down, %dy_down, %l_down, %e_down, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<4x2xf64>) -> tensor<f64>
  %g:6 = call @attention_grad_key_gradient(%q, %k, %v, %dy, %l, %e, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<4x2xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  %dy_p = nn.mul %g#3, %dy_d : tensor<3x5xf64>
  %dy_dot = nn.sum %dy_p axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %dy_t = nn.add %v_t, %dy_dot : tensor<f64>
  %l_p = nn.mul %g#4, %l_d : tensor<3xf64>
  %l_dot = nn.sum %l_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %l_t = nn.add %dy_t, %l_dot : tensor<f64>
  %e_p = nn.mul %g#5, %e_d : tensor<3xf64>
  %e_dot = nn.sum %e_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %e_t = nn.add %l_t, %e_dot : tensor<f64>
  call @report(%up, %down, %e_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_grad_value_loss(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %c: tensor<4x5xf64>) -> tensor<f64> {
  %qd, %kd, %y = nn.attention_grad "ic,jc,jw->iw" %q, %k, %v, %dy, %l, %e scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<4x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_grad_value_gradient(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %c: tensor<4x5xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) {
  %qd, %kd, %y = nn.attention_grad "ic,jc,jw->iw" %q, %k, %v, %dy, %l, %e scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<4x5xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  %g:6 = nn.gradient %loss wrt [] of (%q, %k, %v, %dy, %l, %e : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) : tensor<f64> -> tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
  return %g#0, %g#1, %g#2, %g#3, %g#4, %g#5 : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
}
func.func private @attention_grad_value_check() {
  %q = nn.constant dense<[[0.85, 0.6434], [1.1049, 1.4365], [1.3489, 0.5639]]> : tensor<3x2xf64>
  %k = nn.constant dense<[[0.7757, 0.7417], [1.3576, 1.2995], [0.8685, 1.4499], [1.031, 0.8524]]> : tensor<4x2xf64>
  %v = nn.constant dense<[[0.4717, 1.6312, 0.678, 0.7314, 0.5836], [0.6516, 0.4701, 1.2367, 0.817, 0.7134], [0.55, 1.3261, 1.505, 0.4212, 1.2173], [0.3569, 0.6681, 1.3279, 1.575, 1.2039]]> : tensor<4x5xf64>
  %dy = nn.constant dense<[[1.623, 0.799, 1.5067, 1.1814, 1.3534], [0.3807, 1.452, 0.3388, 1.2233, 1.0011], [1.5594, 1.2772, 0.4028, 0.4777, 1.0999]]> : tensor<3x5xf64>
  %l = nn.constant dense<[0.7893, 0.5382, 0.6724]> : tensor<3xf64>
  %e = nn.constant dense<[0.503, 1.4472, 0.9166]> : tensor<3xf64>
  %c = nn.constant dense<[[-0.9849, 0.7621, 0.5274, -0.5391, -0.4515], [-0.113, -0.7016, -0.0751, -0.1333, -0.3429], [0.4506, -0.5086, -0.2825, 0.96, -0.8821], [-0.3726, -0.7936, -0.5947, 0.6247, -0.2922]]> : tensor<4x5xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[-0.5899, 0.1451], [0.0365, 0.7136], [-0.235, 0.4702]]> : tensor<3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<3x2xf64>
  %k_d = nn.constant dense<[[-0.8178, -0.6194], [0.8922, 0.1754], [0.9238, -0.9921], [-0.0871, -0.7347]]> : tensor<4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<4x2xf64>
  %v_d = nn.constant dense<[[0.861, 0.8612, 0.2673, -0.7451, 0.1737], [0.3837, 0.8679, -0.8962, 0.4733, -0.9184], [-0.776, 0.0808, -0.9296, -0.7906, -0.618], [0.5477, -0.0152, -0.8605, -0.7647, 0.8696]]> : tensor<4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<4x5xf64>
  %dy_d = nn.constant dense<[[0.1853, -0.622, 0.1037, 0.5172, 0.1877], [0.0343, -0.953, 0.1731, 0.8535, 0.9574], [0.6916, 0.2315, -0.9679, 0.7274, -0.4594]]> : tensor<3x5xf64>
  %dy_h = nn.splat %step : f64 -> tensor<3x5xf64>
  %dy_s = nn.mul %dy_d, %dy_h : tensor<3x5xf64>
  %dy_up = nn.add %dy, %dy_s : tensor<3x5xf64>
  %dy_down = nn.sub %dy, %dy_s : tensor<3x5xf64>
  %l_d = nn.constant dense<[-0.021, -0.6652, 0.0661]> : tensor<3xf64>
  %l_h = nn.splat %step : f64 -> tensor<3xf64>
  %l_s = nn.mul %l_d, %l_h : tensor<3xf64>
  %l_up = nn.add %l, %l_s : tensor<3xf64>
  %l_down = nn.sub %l, %l_s : tensor<3xf64>
  %e_d = nn.constant dense<[0.1076, 0.5143, -0.7591]> : tensor<3xf64>
  %e_h = nn.splat %step : f64 -> tensor<3xf64>
  %e_s = nn.mul %e_d, %e_h : tensor<3xf64>
  %e_up = nn.add %e, %e_s : tensor<3xf64>
  %e_down = nn.sub %e, %e_s : tensor<3xf64>
  %up = call @attention_grad_value_loss(%q_up, %k_up, %v_up, %dy_up, %l_up, %e_up, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<4x5xf64>) -> tensor<f64>
  %down = call @attention_grad_value_loss(%q_down, %k_down, %v_down, %dy_down, %l_down, %e_down, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<4x5xf64>) -> tensor<f64>
  %g:6 = call @attention_grad_value_gradient(%q, %k, %v, %dy, %l, %e, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<4x5xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  %dy_p = nn.mul %g#3, %dy_d : tensor<3x5xf64>
  %dy_dot = nn.sum %dy_p axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %dy_t = nn.add %v_t, %dy_dot : tensor<f64>
  %l_p = nn.mul %g#4, %l_d : tensor<3xf64>
  %l_dot = nn.sum %l_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %l_t = nn.add %dy_t, %l_dot : tensor<f64>
  %e_p = nn.mul %g#5, %e_d : tensor<3xf64>
  %e_dot = nn.sum %e_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %e_t = nn.add %l_t, %e_dot : tensor<f64>
  call @report(%up, %down, %e_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func private @attention_grad_mask_loss(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %m: tensor<3x4xi1>, %c: tensor<3x2xf64>) -> tensor<f64> {
  %y, %kd, %vd = nn.attention_grad "ic,jc,jw,ij->iw" %q, %k, %v, %dy, %l, %e mask %m scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x4xi1>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  return %loss : tensor<f64>
}
func.func private @attention_grad_mask_gradient(%q: tensor<3x2xf64>, %k: tensor<4x2xf64>, %v: tensor<4x5xf64>, %dy: tensor<3x5xf64>, %l: tensor<3xf64>, %e: tensor<3xf64>, %m: tensor<3x4xi1>, %c: tensor<3x2xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) {
  %y, %kd, %vd = nn.attention_grad "ic,jc,jw,ij->iw" %q, %k, %v, %dy, %l, %e mask %m scale = 0.7 : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x4xi1>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>)
  %yc = nn.mul %y, %c : tensor<3x2xf64>
  %loss = nn.sum %yc axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %g:6 = nn.gradient %loss wrt [] of (%q, %k, %v, %dy, %l, %e : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>) : tensor<f64> -> tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
  return %g#0, %g#1, %g#2, %g#3, %g#4, %g#5 : tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>
}
func.func private @attention_grad_mask_check() {
  %q = nn.constant dense<[[0.6913, 1.1548], [0.5941, 0.3894], [1.2155, 1.4186]]> : tensor<3x2xf64>
  %k = nn.constant dense<[[1.1678, 1.4468], [1.6774, 1.6983], [0.3388, 1.5687], [1.157, 1.6346]]> : tensor<4x2xf64>
  %v = nn.constant dense<[[1.6484, 1.2356, 0.4619, 1.1547, 1.466], [0.4799, 1.0412, 1.5608, 0.4143, 0.4411], [1.2716, 0.624, 1.5043, 1.3978, 0.3072], [0.3076, 1.4708, 0.3569, 1.3077, 0.4287]]> : tensor<4x5xf64>
  %dy = nn.constant dense<[[0.4896, 1.2244, 1.4706, 1.1058, 0.3004], [0.4961, 1.5594, 1.6677, 0.5491, 1.6732], [0.4389, 1.0964, 0.8133, 1.2127, 1.0298]]> : tensor<3x5xf64>
  %l = nn.constant dense<[1.0579, 0.9915, 0.3145]> : tensor<3xf64>
  %e = nn.constant dense<[0.7658, 1.3404, 0.3597]> : tensor<3xf64>
  %m = nn.constant dense<[[false, false, false, false], [true, false, false, false], [false, true, false, true]]> : tensor<3x4xi1>
  %c = nn.constant dense<[[-0.5853, 0.008], [0.2798, 0.868], [0.866, 0.2391]]> : tensor<3x2xf64>
  %step = arith.constant 1.0e-05 : f64
  %q_d = nn.constant dense<[[0.0018, -0.5049], [0.7916, 0.5719], [-0.3065, 0.7861]]> : tensor<3x2xf64>
  %q_h = nn.splat %step : f64 -> tensor<3x2xf64>
  %q_s = nn.mul %q_d, %q_h : tensor<3x2xf64>
  %q_up = nn.add %q, %q_s : tensor<3x2xf64>
  %q_down = nn.sub %q, %q_s : tensor<3x2xf64>
  %k_d = nn.constant dense<[[-0.4222, -0.1011], [-0.2592, -0.9229], [0.0083, -0.7046], [0.2577, -0.316]]> : tensor<4x2xf64>
  %k_h = nn.splat %step : f64 -> tensor<4x2xf64>
  %k_s = nn.mul %k_d, %k_h : tensor<4x2xf64>
  %k_up = nn.add %k, %k_s : tensor<4x2xf64>
  %k_down = nn.sub %k, %k_s : tensor<4x2xf64>
  %v_d = nn.constant dense<[[0.5291, 0.817, -0.1824, 0.9319, 0.774], [-0.6271, 0.7948, -0.4113, -0.9548, 0.5367], [-0.1279, -0.565, -0.8466, 0.5294, -0.3872], [-0.6138, -0.8737, -0.8563, -0.3074, 0.1508]]> : tensor<4x5xf64>
  %v_h = nn.splat %step : f64 -> tensor<4x5xf64>
  %v_s = nn.mul %v_d, %v_h : tensor<4x5xf64>
  %v_up = nn.add %v, %v_s : tensor<4x5xf64>
  %v_down = nn.sub %v, %v_s : tensor<4x5xf64>
  %dy_d = nn.constant dense<[[-0.1843, 0.4189, 0.8972, 0.666, -0.3918], [-0.3083, -0.9649, -0.3682, 0.8084, 0.6861], [0.4149, 0.6754, 0.2756, -0.2882, -0.8381]]> : tensor<3x5xf64>
  %dy_h = nn.splat %step : f64 -> tensor<3x5xf64>
  %dy_s = nn.mul %dy_d, %dy_h : tensor<3x5xf64>
  %dy_up = nn.add %dy, %dy_s : tensor<3x5xf64>
  %dy_down = nn.sub %dy, %dy_s : tensor<3x5xf64>
  %l_d = nn.constant dense<[-0.625, -0.4276, -0.7159]> : tensor<3xf64>
  %l_h = nn.splat %step : f64 -> tensor<3xf64>
  %l_s = nn.mul %l_d, %l_h : tensor<3xf64>
  %l_up = nn.add %l, %l_s : tensor<3xf64>
  %l_down = nn.sub %l, %l_s : tensor<3xf64>
  %e_d = nn.constant dense<[-0.4524, 0.2743, -0.0873]> : tensor<3xf64>
  %e_h = nn.splat %step : f64 -> tensor<3xf64>
  %e_s = nn.mul %e_d, %e_h : tensor<3xf64>
  %e_up = nn.add %e, %e_s : tensor<3xf64>
  %e_down = nn.sub %e, %e_s : tensor<3xf64>
  %up = call @attention_grad_mask_loss(%q_up, %k_up, %v_up, %dy_up, %l_up, %e_up, %m, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x4xi1>, tensor<3x2xf64>) -> tensor<f64>
  %down = call @attention_grad_mask_loss(%q_down, %k_down, %v_down, %dy_down, %l_down, %e_down, %m, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x4xi1>, tensor<3x2xf64>) -> tensor<f64>
  %g:6 = call @attention_grad_mask_gradient(%q, %k, %v, %dy, %l, %e, %m, %c) : (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x4xi1>, tensor<3x2xf64>) -> (tensor<3x2xf64>, tensor<4x2xf64>, tensor<4x5xf64>, tensor<3x5xf64>, tensor<3xf64>, tensor<3xf64>)
  %q_p = nn.mul %g#0, %q_d : tensor<3x2xf64>
  %q_dot = nn.sum %q_p axes = [0, 1] : tensor<3x2xf64> -> tensor<f64>
  %k_p = nn.mul %g#1, %k_d : tensor<4x2xf64>
  %k_dot = nn.sum %k_p axes = [0, 1] : tensor<4x2xf64> -> tensor<f64>
  %k_t = nn.add %q_dot, %k_dot : tensor<f64>
  %v_p = nn.mul %g#2, %v_d : tensor<4x5xf64>
  %v_dot = nn.sum %v_p axes = [0, 1] : tensor<4x5xf64> -> tensor<f64>
  %v_t = nn.add %k_t, %v_dot : tensor<f64>
  %dy_p = nn.mul %g#3, %dy_d : tensor<3x5xf64>
  %dy_dot = nn.sum %dy_p axes = [0, 1] : tensor<3x5xf64> -> tensor<f64>
  %dy_t = nn.add %v_t, %dy_dot : tensor<f64>
  %l_p = nn.mul %g#4, %l_d : tensor<3xf64>
  %l_dot = nn.sum %l_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %l_t = nn.add %dy_t, %l_dot : tensor<f64>
  %e_p = nn.mul %g#5, %e_d : tensor<3xf64>
  %e_dot = nn.sum %e_p axes = [0] : tensor<3xf64> -> tensor<f64>
  %e_t = nn.add %l_t, %e_dot : tensor<f64>
  call @report(%up, %down, %e_t) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()
  return
}

func.func @main() {
  vector.print str "attention: "
  call @attention_check() : () -> ()
  vector.print str "attention_batch: "
  call @attention_batch_check() : () -> ()
  vector.print str "attention_causal: "
  call @attention_causal_check() : () -> ()
  vector.print str "attention_blocks: "
  call @attention_blocks_check() : () -> ()
  vector.print str "attention_mask: "
  call @attention_mask_check() : () -> ()
  vector.print str "attention_grad_query: "
  call @attention_grad_query_check() : () -> ()
  vector.print str "attention_grad_key: "
  call @attention_grad_key_check() : () -> ()
  vector.print str "attention_grad_value: "
  call @attention_grad_value_check() : () -> ()
  vector.print str "attention_grad_mask: "
  call @attention_grad_mask_check() : () -> ()
  return
}
