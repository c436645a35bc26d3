// RUN: nnc-opt %s --nn-to-linalg --split-input-file --verify-diagnostics

func.func @unknown_dim() -> tensor<?xf32, #nn.dims<batch>> {
  %n = arith.constant 1.0 : f64
  // expected-error @below {{no argument of the function gives the size 'batch' of axis 0}}
  %y = nn.splat %n : f64 -> tensor<?xf32, #nn.dims<batch>>
  return %y : tensor<?xf32, #nn.dims<batch>>
}

// -----

func.func @no_seed() -> tensor<4xf32> {
  %n = arith.constant 0.5 : f64
  // expected-error @below {{the function has no scalar argument 'seed'}}
  %y = nn.random bernoulli(%n) key "a" draw 0 : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @no_batch_counter(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}) -> tensor<4xf32> {
  %n = arith.constant 0.5 : f64
  // expected-error @below {{the function has no scalar argument 'batch_counter'}}
  %y = nn.random bernoulli(%n) key "a" draw 0 per_batch : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @arguments(%seed: i64 {nn.arg = #nn.arg<scalar, "seed">}) -> tensor<4xf32> {
  %n = arith.constant 0.5 : f64
  // expected-error @below {{expects 2 arguments}}
  %y = nn.random normal(%n) key "a" draw 0 : tensor<4xf32>
  return %y : tensor<4xf32>
}
