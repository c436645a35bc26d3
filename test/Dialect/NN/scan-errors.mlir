// RUN: nnc-opt %s --split-input-file --verify-diagnostics

func.func @axis(%x: tensor<4x3xf32>) {
  // expected-error @+1 {{axis 2 is none of 'tensor<4x3xf32>'}}
  nn.scan (%x axis 2) {
  ^bb0(%t: i64, %xt: tensor<4xf32>):
    nn.yield
  } : (tensor<4x3xf32>) -> ()
  return
}

// -----

func.func @sizes(%x: tensor<4x3xf32>, %y: tensor<2xf32>) {
  // expected-error @+1 {{runs along axes of one size, found 'tensor<4x3xf32>' and 'tensor<2xf32>'}}
  nn.scan (%x axis 1, %y axis 0) {
  ^bb0(%t: i64, %xt: tensor<4xf32>, %yt: tensor<f32>):
    nn.yield
  } : (tensor<4x3xf32>, tensor<2xf32>) -> ()
  return
}

// -----

func.func @names(%x: tensor<?x3xf32, #nn.dims<time, _>>, %y: tensor<?xf32, #nn.dims<batch>>) {
  // expected-error @+1 {{runs along axes of one size}}
  nn.scan (%x axis 0, %y axis 0) {
  ^bb0(%t: i64, %xt: tensor<3xf32>, %yt: tensor<f32>):
    nn.yield
  } : (tensor<?x3xf32, #nn.dims<time, _>>, tensor<?xf32, #nn.dims<batch>>) -> ()
  return
}

// -----

func.func @count(%x: tensor<3xf32>) {
  // expected-error @+1 {{has sequences or a count, and not both}}
  nn.scan (%x axis 0) count = 3 : i64 {
  ^bb0(%t: i64, %xt: tensor<f32>):
    nn.yield
  } : (tensor<3xf32>) -> ()
  return
}

// -----

func.func @negative() {
  // expected-error @+1 {{cannot run -1 times}}
  nn.scan () count = -1 : i64 {
  ^bb0(%t: i64):
    nn.yield
  } : () -> ()
  return
}

// -----

func.func @arguments(%x: tensor<4x3xf32>) {
  // expected-error @+1 {{expects the arguments of its body to be 'i64', 'tensor<3xf32>'}}
  nn.scan (%x axis 0) {
  ^bb0(%t: i64, %xt: tensor<4xf32>):
    nn.yield
  } : (tensor<4x3xf32>) -> ()
  return
}

// -----

func.func @emits(%x: tensor<4x3xf32>) {
  // expected-error @+1 {{emits 'tensor<4xf32>' along axis 0, which is not 'tensor<4x3xf32>'}}
  %y = nn.scan (%x axis 1) emit [0] {
  ^bb0(%t: i64, %xt: tensor<4xf32>):
    nn.yield %xt : tensor<4xf32>
  } : (tensor<4x3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @results(%x: tensor<4x3xf32>) {
  // expected-error @+1 {{yields its emits and the next carries, and has one result for each}}
  %y = nn.scan (%x axis 1) emit [0] {
  ^bb0(%t: i64, %xt: tensor<4xf32>):
    nn.yield
  } : (tensor<4x3xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @carries(%x: tensor<4x3xf32>, %h: tensor<4xf32>) {
  // expected-error @+1 {{carries one type, found 'tensor<4xf32>', 'tensor<f32>' and 'tensor<4xf32>'}}
  %y = nn.scan (%x axis 1) carry (%h) {
  ^bb0(%t: i64, %xt: tensor<4xf32>, %ht: tensor<4xf32>):
    %s = nn.sum %ht axes = [0] : tensor<4xf32> -> tensor<f32>
    nn.yield %s : tensor<f32>
  } : (tensor<4x3xf32>, tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @effects(%x: tensor<4x3xf32>) {
  nn.scan (%x axis 1) {
  ^bb0(%t: i64, %xt: tensor<4xf32>):
    // expected-error @+1 {{cannot stand in a scan}}
    nn.write @mean, %xt : tensor<4xf32>
    nn.yield
  } : (tensor<4x3xf32>) -> ()
  return
}

// -----

nn.model @M {
  // expected-error @+1 {{stacks iterations along its first axes, found 'tensor<4x4xf32>'}}
  nn.parameter @"block.*.weight" : tensor<4x4xf32> stack [6]
}

// -----

nn.model @M {
  // expected-error @+1 {{has one `*` in its path for each axis of its stack}}
  nn.parameter @"block.weight" : tensor<6x4xf32> stack [6]
}
