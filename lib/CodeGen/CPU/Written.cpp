//===- Written.cpp - Which memory an op writes ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;

namespace nnc::cpu {

OperandRange writtenByKernel(func::CallOp call) {
  auto kernel = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(
      call, call.getCalleeAttr());
  auto number =
      kernel ? kernel->getAttrOfType<IntegerAttr>(kKernelAttr) : IntegerAttr();
  return call.getOperands().take_back(number ? number.getInt() : 0);
}

BlockArgument rootOf(Value buffer) {
  while (Operation *op = buffer.getDefiningOp()) {
    auto view = dyn_cast<ViewLikeOpInterface>(op);
    if (!view)
      return {};
    buffer = view.getViewSource();
  }
  return cast<BlockArgument>(buffer);
}

void forEachWritten(Operation *op, llvm::function_ref<void(Value)> visit) {
  if (auto call = dyn_cast<func::CallOp>(op)) {
    llvm::for_each(writtenByKernel(call), visit);
    return;
  }
  auto effective = dyn_cast<MemoryEffectOpInterface>(op);
  if (!effective)
    return;
  SmallVector<MemoryEffects::EffectInstance> effects;
  effective.getEffects<MemoryEffects::Write>(effects);
  for (const MemoryEffects::EffectInstance &effect : effects)
    if (Value value = effect.getValue();
        value && isa<MemRefType>(value.getType()))
      visit(value);
}

llvm::SmallDenseSet<BlockArgument> findWritten(func::FuncOp func) {
  llvm::SmallDenseSet<BlockArgument> written;
  func.walk([&](Operation *op) {
    forEachWritten(op, [&](Value buffer) {
      if (BlockArgument root = rootOf(buffer))
        written.insert(root);
    });
  });
  return written;
}

} // namespace nnc::cpu
