//===- nnc-opt.cpp - Run passes on a module -------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/Pipelines.h"

#include "mlir/InitAllPasses.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  nnc::registerDialects(registry);
  mlir::registerAllPasses();
  nnc::registerAllNNCPasses();
  return mlir::asMainReturnCode(
      mlir::MlirOptMain(argc, argv, "nnc module optimizer\n", registry));
}
