// RUN: nnc-opt %s -split-input-file -verify-diagnostics

func.func @reshape(%x: tensor<2x3xf32>) {
  // expected-error @below {{cannot make 'tensor<5xf32>' of 'tensor<2x3xf32>'}}
  %y = nn.reshape %x : tensor<2x3xf32> -> tensor<5xf32>
  return
}

// -----

func.func @broadcast(%x: tensor<2xf32>) {
  // expected-error @below {{cannot stretch axis 0 of 'tensor<2xf32>'}}
  %y = nn.broadcast %x dims = [0] : tensor<2xf32> -> tensor<3xf32>
  return
}

// -----

// A dynamic size equals only itself.
func.func @broadcast_dim(%x: tensor<?xf32, #nn.dims<batch>>) {
  // expected-error @below {{cannot stretch axis 0}}
  %y = nn.broadcast %x dims = [0] : tensor<?xf32, #nn.dims<batch>> -> tensor<?xf32, #nn.dims<time>>
  return
}

// -----

func.func @transpose(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis 2 is not one of 'tensor<2x3xf32>'}}
  %y = nn.transpose %x perm = [2, 0] : tensor<2x3xf32> -> tensor<3x2xf32>
  return
}

// -----

func.func @einsum(%x: tensor<2x3xf32>, %w: tensor<4x5xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis `k` has two sizes}}
  %y = nn.einsum "mk,kn->mn" %x, %w : (tensor<2x3xf32>, tensor<4x5xf32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @einsum_result(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{axis `q` of the result is not one of an operand}}
  %y = nn.einsum "mk->q" %x : (tensor<2x3xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @slice(%x: tensor<4xf32>) {
  // expected-error @below {{leaves axis 0 of 'tensor<4xf32>'}}
  %y = nn.slice %x at [2] : tensor<4xf32> -> tensor<3xf32>
  return
}

// -----

func.func @pad(%x: tensor<4xf32>) {
  // expected-error @below {{gives axis 0 another size}}
  %y = nn.pad %x low [1] high [1] : tensor<4xf32> -> tensor<5xf32>
  return
}

// -----

func.func @concat(%x: tensor<4xf32>) {
  // expected-error @below {{gives 8 elements along axis 0}}
  %y = nn.concat %x, %x axis = 0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<9xf32>
  return
}

// -----

func.func @one_hot(%i: tensor<4xi32>) {
  // expected-error @below {{adds one axis to 'tensor<4xi32>'}}
  %y = nn.one_hot %i : tensor<4xi32> -> tensor<5x3xf32>
  return
}

// -----

func.func @take(%x: tensor<4x3xf32>, %i: tensor<3xi32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{takes one index per element}}
  %y = nn.take %x, %i axis = 1 : (tensor<4x3xf32>, tensor<3xi32>) -> tensor<4xf32>
  return
}

// -----

func.func @scatter_add(%x: tensor<4x3xf32>, %i: tensor<5xi32>) {
  // expected-error @below {{adds one slice of 'tensor<2x3xf32>' per index}}
  %y = nn.scatter_add %x, %i axis = 0 : (tensor<4x3xf32>, tensor<5xi32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @cross_entropy(%x: tensor<4x3xf32>, %t: tensor<3xi32>) {
  // expected-error @+2 {{failed to infer returned types}}
  // expected-error @below {{expects one label per row of 'tensor<4x3xf32>'}}
  %y = nn.cross_entropy %x, %t axis = 1 : (tensor<4x3xf32>, tensor<3xi32>) -> tensor<f32>
  return
}

// -----

func.func @splat(%n: f64) {
  // expected-error @below {{rounds a number to a float, found 'i32'}}
  %y = nn.splat %n : f64 -> tensor<4xi32>
  return
}

// -----

func.func @scalar() {
  // expected-error @below {{knows no number "steps"}}
  %y = nn.scalar "steps" : i64
  return
}

// -----

func.func @gradient(%x: tensor<4xf32>) {
  // expected-error @below {{differentiates a scalar}}
  %g = nn.gradient %x wrt [@w] : tensor<4xf32> -> tensor<4xf32>
  return
}

// -----

func.func @custom_vjp(%x: tensor<4xf32>) {
  // expected-error @below {{expects its vjp region to yield}}
  %y = nn.custom_vjp (%x) {
  ^bb0(%a: tensor<4xf32>):
    nn.yield %a : tensor<4xf32>
  } vjp {
  ^bb0(%a: tensor<4xf32>, %d: tensor<4xf32>):
    nn.yield %a, %d : tensor<4xf32>, tensor<4xf32>
  } : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

nn.model @M {
  nn.parameter @w : tensor<4xf32>
  func.func @infer() {
    // expected-error @below {{@v is no parameter or state here}}
    %v = nn.read @v : tensor<4xf32>
    return
  }
}

// -----

nn.model @M {
  nn.parameter @w : tensor<4xf32>
}
nn.train @t on @M config {} {
  func.func @step(%v: tensor<3xf32>) {
    // expected-error @below {{@w is a 'tensor<4xf32>', not a 'tensor<3xf32>'}}
    nn.write @w, %v : tensor<3xf32>
    return
  }
}
