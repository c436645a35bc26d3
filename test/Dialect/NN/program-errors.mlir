// RUN: nnc-opt %s -split-input-file -verify-diagnostics

func.func @scalar() {
  // expected-error @below {{knows no number "stap"}}
  %s = nn.scalar "stap" : i64
  return
}

// -----

func.func @scalar() {
  // expected-error @below {{"step" is an i64}}
  %s = nn.scalar "step" : f64
  return
}

// -----

// expected-error @below {{begins at -1, which is no size}}
nn.dim @batch {min = -1 : i64}

// -----

// expected-error @below {{ends at 2, before it begins at 3}}
nn.dim @batch {min = 3 : i64, max = 2 : i64}

// -----

nn.model @M {
  // expected-error @below {{holds a tensor of one known shape, found 'tensor<?xf32, #nn.dims<batch>>'}}
  nn.parameter @w : tensor<?xf32, #nn.dims<batch>>
}

// -----

nn.model @M {
  // expected-error @below {{begins with a value of type 'tensor<2xf32>'}}
  nn.parameter @w : tensor<2xf32> init {
    %zero = arith.constant 0.0 : f64
    %t = nn.splat %zero : f64 -> tensor<3xf32>
    nn.yield %t : tensor<3xf32>
  }
}

// -----

nn.model @M {
  // expected-error @below {{begins with one block that takes nothing}}
  nn.state @w : tensor<2xf32> init {
  ^bb0(%t: tensor<2xf32>):
    nn.yield %t : tensor<2xf32>
  }
}

// -----

func.func @metric(%x: tensor<2xf32>) {
  // expected-error @below {{is a scalar, found 'tensor<2xf32>'}}
  nn.metric "loss", %x : tensor<2xf32>
  return
}

// -----

// expected-error @below {{@M is no model}}
nn.train @fit on @M config {} {
}

// -----

nn.model @M {
  func.func @infer() {
    // expected-error @below {{@w is no parameter or state here}}
    %w = nn.read @w : tensor<2xf32>
    return
  }
}

// -----

// A function has a name too.
nn.model @M {
  nn.parameter @w : tensor<2xf32>
}
nn.train @fit on @M config {} {
  func.func @step() {
    // expected-error @below {{@step is no parameter or state here}}
    %w = nn.read @step : tensor<2xf32>
    return
  }
}

// -----

nn.model @M {
  nn.state @mean : tensor<2xf32>
}
nn.train @fit on @M config {} {
  func.func @step(%x: tensor<3xf32>) {
    // expected-error @below {{@mean is a 'tensor<2xf32>', not a 'tensor<3xf32>'}}
    nn.write @mean, %x : tensor<3xf32>
    return
  }
}

// -----

func.func @gradient(%x: tensor<2xf32>) {
  // expected-error @below {{differentiates a scalar, found 'tensor<2xf32>'}}
  %g = nn.gradient %x wrt [] of (%x : tensor<2xf32>) : tensor<2xf32> -> tensor<2xf32>
  return
}

// -----

func.func @gradient(%x: tensor<f32>) {
  // expected-error @below {{names parameters by symbols}}
  %g = nn.gradient %x wrt ["w"] : tensor<f32> -> tensor<f32>
  return
}

// -----

func.func @gradient(%x: tensor<f32>) {
  // expected-error @below {{has one result per parameter and value}}
  %g:2 = nn.gradient %x wrt [] of (%x : tensor<f32>) : tensor<f32> -> tensor<f32>, tensor<f32>
  return
}

// -----

func.func @gradient(%x: tensor<f32>) {
  // expected-error @below {{gives a gradient of the type of its value}}
  %g = nn.gradient %x wrt [] of (%x : tensor<f32>) : tensor<f32> -> tensor<2xf32>
  return
}

// -----

nn.model @M {
  nn.state @mean : tensor<f32>
  func.func @infer(%x: tensor<f32>) {
    // expected-error @below {{@mean is no parameter here}}
    %g = nn.gradient %x wrt [@mean] : tensor<f32> -> tensor<f32>
    return
  }
}

// -----

nn.model @M {
  nn.parameter @w : tensor<2xf32>
}
nn.train @fit on @M config {} {
  func.func @step(%g: tensor<2xf32>) {
    // expected-error @below {{@sgd is no optimizer here}}
    nn.optimize @w, %g with @sgd : tensor<2xf32>
    return
  }
}

// -----

nn.model @M {
  nn.parameter @w : tensor<2xf32>
}
nn.train @fit on @M config {} {
  // expected-note @below {{it takes 'tensor<2xf32>', 'tensor<2xf32>', 'f64'}}
  nn.optimizer @sgd(%p: tensor<2xf32>, %g: tensor<2xf32>, %lr: f64) {
    nn.yield %p : tensor<2xf32>
  }
  func.func @step(%g: tensor<2xf32>) {
    // expected-error @below {{gives @sgd 'tensor<2xf32>', 'tensor<2xf32>'}}
    nn.optimize @w, %g with @sgd : tensor<2xf32>
    return
  }
}

// -----

// expected-error @below {{takes a parameter and a gradient of its type}}
nn.optimizer @sgd(%p: tensor<2xf32>, %g: tensor<3xf32>) {
  nn.yield %p : tensor<2xf32>
}

// -----

// expected-error @below {{yields the new parameter, of type 'tensor<2xf32>'}}
nn.optimizer @sgd(%p: tensor<2xf32>, %g: tensor<2xf32>) {
  nn.yield
}

// -----

func.func @custom_vjp(%x: tensor<2xf32>) {
  // expected-error @below {{expects its forward region to yield 'tensor<2xf32>'}}
  %y = nn.custom_vjp(%x) {
  ^bb0(%a: tensor<2xf32>):
    nn.yield
  } vjp {
  ^bb0(%a: tensor<2xf32>, %dy: tensor<2xf32>):
    nn.yield %dy : tensor<2xf32>
  } : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @custom_vjp(%x: tensor<2xf32>) {
  // expected-error @below {{expects the arguments of its vjp region to be 'tensor<2xf32>', 'tensor<2xf32>'}}
  %y = nn.custom_vjp(%x) {
  ^bb0(%a: tensor<2xf32>):
    nn.yield %a : tensor<2xf32>
  } vjp {
  ^bb0(%dy: tensor<2xf32>):
    nn.yield %dy : tensor<2xf32>
  } : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @runs_nothing(%x: tensor<2xf32>) {
  // expected-error @below {{needs a function @missing}}
  nn.run_kernel @missing(%x) into(%x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func private @kernel(tensor<4xf32>, tensor<2xf32>) -> tensor<2xf32>
func.func @runs_another(%x: tensor<2xf32>) {
  // expected-error @below {{has the type '(tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>', but @kernel is '(tensor<4xf32>, tensor<2xf32>) -> tensor<2xf32>'}}
  nn.run_kernel @kernel(%x) into(%x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}
