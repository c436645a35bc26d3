// RUN: nnc-opt %s -pass-pipeline='builtin.module(nn-cpu-keep-entry{entry=statistics},symbol-dce)' | FileCheck %s

// One entry stays, with what checks it. How the others said that a tensor is
// packed stands at the module, once for each tensor.

// CHECK: module attributes {nn.layouts = {{\[}}[@M, #nn.arg<parameter, "w">, {dim = 0 : i64, tile = 16 : i64}]]}
// CHECK-NOT: func.func
// CHECK: func.func @M_statistics(
// CHECK-NOT: func.func
// CHECK: func.func @M_statistics_check(
// CHECK-NOT: func.func
module {
  func.func @M_init() -> tensor<2x3x16xf32> attributes {nn.entry = "init", nn.owner = @M} {
    %0 = tensor.empty() : tensor<2x3x16xf32>
    return %0 : tensor<2x3x16xf32>
  }
  func.func @M_train_step(%w: tensor<2x3x16xf32> {nn.arg = #nn.arg<parameter, "w">, nn.layout = {dim = 0 : i64, tile = 16 : i64}}) attributes {nn.entry = "train_step", nn.owner = @M, nn.check = @M_train_step_check} {
    call @kernel() : () -> ()
    return
  }
  func.func @M_train_step_check(%w: tensor<2x3x16xf32> {nn.arg = #nn.arg<parameter, "w">, nn.layout = {dim = 0 : i64, tile = 16 : i64}}) attributes {nn.entry = "check", nn.owner = @M} {
    return
  }
  func.func private @kernel() {
    return
  }
  func.func @M_statistics() attributes {nn.entry = "statistics", nn.owner = @M, nn.check = @M_statistics_check} {
    return
  }
  func.func @M_statistics_check() attributes {nn.entry = "check", nn.owner = @M} {
    return
  }
}
