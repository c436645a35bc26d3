//===- Sizes.cpp - Values of symbolic sizes -------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sizes.h"

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

SizeTable::SizeTable(ModuleOp module) {
  module.walk([&](func::FuncOp func) {
    Sources &sources = functions[func];
    for (unsigned i = 0; i < func.getNumArguments(); ++i) {
      auto arg = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
      if (arg && arg.getKind() == nn::ArgKind::dim)
        sources[arg.getName().getValue()] = {i, -1};
    }
    for (unsigned i = 0; i < func.getNumArguments(); ++i) {
      auto type = dyn_cast<RankedTensorType>(func.getArgumentTypes()[i]);
      if (!type)
        continue;
      for (auto [axis, size] : llvm::enumerate(nn::getSizes(type)))
        if (size.isDynamic())
          sources.try_emplace(size.symbol.getValue(),
                              Source{i, static_cast<int64_t>(axis)});
    }
  });
}

const SizeTable::Sources *SizeTable::sourcesOf(Operation *op) const {
  auto it = functions.find(op->getParentOfType<func::FuncOp>());
  return it == functions.end() ? nullptr : &it->second;
}

LogicalResult SizeTable::verify(Operation *op, RankedTensorType type) const {
  const Sources *sources = sourcesOf(op);
  for (auto [axis, size] : llvm::enumerate(nn::getSizes(type))) {
    if (!size.isDynamic())
      continue;
    StringRef text = size.symbol.getValue();
    SmallVector<StringRef> names = nn::getDimNames(text);
    bool known =
        sources && (sources->contains(text) ||
                    (!names.empty() && llvm::all_of(names, [&](StringRef name) {
                      return sources->contains(name);
                    })));
    if (!known)
      return op->emitError("no argument of the function gives the size '")
             << text << "' of axis " << axis;
  }
  return success();
}

SmallVector<OpFoldResult> SizeTable::sizesOf(OpBuilder &b, Operation *op,
                                             Type type) const {
  const Sources *sources = sourcesOf(op);
  auto func = op->getParentOfType<func::FuncOp>();
  Location loc = op->getLoc();
  auto valueOf = [&](StringRef name) -> Value {
    Source source = sources->lookup(name);
    Value argument = func.getArgument(source.argument);
    if (source.axis < 0)
      return argument;
    return tensor::DimOp::create(b, loc, argument, source.axis);
  };
  SmallVector<OpFoldResult> result;
  for (const nn::Size &size : nn::getSizes(cast<RankedTensorType>(type))) {
    if (!size.isDynamic()) {
      result.push_back(b.getIndexAttr(size.number));
      continue;
    }
    StringRef text = size.symbol.getValue();
    // An axis that an argument has, whatever its expression, needs no sums.
    if (sources->contains(text)) {
      result.push_back(valueOf(text));
      continue;
    }
    Value value = nn::buildDim(b, loc, text, [&](StringRef name) -> Value {
      return arith::IndexCastOp::create(b, loc, b.getI64Type(), valueOf(name));
    });
    value = arith::IndexCastOp::create(b, loc, b.getIndexType(), value);
    result.push_back(value);
  }
  return result;
}

} // namespace nnc
