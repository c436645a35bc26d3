//===- KeepEntry.cpp - One entry of a program -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_KEEPENTRY
#include "CPUPasses.h.inc"

namespace {

struct KeepEntry : impl::KeepEntryBase<KeepEntry> {
  using KeepEntryBase::KeepEntryBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    Builder builder(&getContext());
    llvm::SetVector<Attribute> layouts;
    // What an entry is checked by stays with it.
    llvm::DenseSet<Operation *> kept;
    for (auto func : module.getOps<func::FuncOp>()) {
      auto kind = func->getAttrOfType<StringAttr>("nn.entry");
      Operation *op = kind && kind.getValue() == entry ? func : func::FuncOp();
      while (op) {
        kept.insert(op);
        auto check = op->getAttrOfType<FlatSymbolRefAttr>("nn.check");
        op = check ? module.lookupSymbol(check) : nullptr;
      }
    }
    for (auto func :
         llvm::make_early_inc_range(module.getOps<func::FuncOp>())) {
      if (!func->hasAttr("nn.entry") || kept.contains(func))
        continue;
      Attribute owner = func->getAttr("nn.owner");
      for (unsigned i = 0; owner && i < func.getNumArguments(); ++i)
        if (Attribute layout = func.getArgAttr(i, "nn.layout"))
          layouts.insert(builder.getArrayAttr(
              {owner, func.getArgAttr(i, "nn.arg"), layout}));
      func.erase();
      ++numDropped;
    }
    if (!layouts.empty())
      module->setAttr("nn.layouts",
                      builder.getArrayAttr(layouts.getArrayRef()));
  }
};

} // namespace

} // namespace nnc::cpu
