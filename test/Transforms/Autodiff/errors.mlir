// RUN: nnc-opt %s -split-input-file -nn-autodiff -verify-diagnostics

// Every missing rule is reported, once, and before anything is rewritten.

func.func @missing(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // expected-error @below {{`acos` has no derivative}}
  %a = math.acos %x : tensor<4xf32>
  // expected-error @below {{`atan` has no derivative}}
  %b = math.atan %a : tensor<4xf32>
  // Not on the way to the objective.
  %c = math.asin %x : tensor<4xf32>
  %l = nn.sum %b axes = [0] : tensor<4xf32> -> tensor<f32>
  // expected-note @below {{needed for this gradient}}
  %g = nn.gradient %l wrt [] of (%x : tensor<4xf32>) : tensor<f32> -> tensor<4xf32>
  return %g, %c : tensor<4xf32>, tensor<4xf32>
}

// -----

nn.model @M {
  nn.parameter @used : tensor<f32>
  nn.parameter @unused : tensor<f32>
}
nn.train @train on @M config {} {
  nn.optimizer @sgd(%p: tensor<f32>, %g: tensor<f32>) {
    %n = nn.sub %p, %g : tensor<f32>
    nn.yield %n : tensor<f32>
  }
  func.func @step() {
    %w = nn.read @used : tensor<f32>
    %l = nn.exp %w : tensor<f32>
    // expected-warning @below {{the loss does not reach parameter `unused`, so it stays as it is}}
    %g:2 = nn.gradient %l wrt [@used, @unused] : tensor<f32> -> tensor<f32>, tensor<f32>
    nn.optimize @used, %g#0 with @sgd : tensor<f32>
    nn.optimize @unused, %g#1 with @sgd : tensor<f32>
    return
  }
}
