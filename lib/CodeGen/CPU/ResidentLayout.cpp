//===- ResidentLayout.cpp - parameters kept in panels ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_RESIDENTLAYOUT
#include "CPUPasses.h.inc"

namespace {

struct ResidentLayout : impl::ResidentLayoutBase<ResidentLayout> {
  using ResidentLayoutBase::ResidentLayoutBase;
  void runOnOperation() override {}
};

} // namespace
} // namespace nnc::cpu
