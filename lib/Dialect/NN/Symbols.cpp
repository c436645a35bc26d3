//===- Symbols.cpp - What the names in models and sections refer to -------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A name is looked up in the model, the training section or the optimizer
// around its use; a training section also sees the tensors of its model. A
// function outside of them is a fragment, and its names are not checked.
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNOps.h"

using namespace mlir;
using namespace nnc::nn;

/// The op whose names `op` uses, or null.
static Operation *getScope(Operation *op) {
  Operation *scope = op->getParentOp();
  while (scope && !isa<ModelOp, TrainOp, OptimizerOp>(scope))
    scope = scope->getParentOp();
  return scope;
}

/// The model of a training section, or null.
static ModelOp findModel(TrainOp train, SymbolTableCollection &symbols) {
  return symbols.lookupNearestSymbolFrom<ModelOp>(train->getParentOp(),
                                                  train.getModelAttr());
}

static Operation *lookup(Operation *scope, StringAttr name,
                         SymbolTableCollection &symbols) {
  Operation *found = symbols.lookupSymbolIn(scope, name);
  if (auto train = dyn_cast<TrainOp>(scope); train && !found)
    if (ModelOp model = findModel(train, symbols))
      found = symbols.lookupSymbolIn(model, name);
  return found;
}

/// Checks that `name` is a tensor of this type; a parameter if `learned`.
static LogicalResult verifyTensor(Operation *op, FlatSymbolRefAttr name,
                                  Type type, bool learned,
                                  SymbolTableCollection &symbols) {
  Operation *scope = getScope(op);
  if (!scope)
    return success();
  Operation *found = lookup(scope, name.getAttr(), symbols);
  bool fits = isa_and_nonnull<ParameterOp>(found) ||
              (!learned && isa_and_nonnull<StateOp>(found));
  if (!fits)
    return op->emitOpError() << name << " is no parameter "
                             << (learned ? "" : "or state ") << "here";
  Type declared = found->getAttrOfType<TypeAttr>("type").getValue();
  if (declared != type)
    return op->emitOpError()
           << name << " is a " << declared << ", not a " << type;
  return success();
}

LogicalResult TrainOp::verifySymbolUses(SymbolTableCollection &symbols) {
  if (!findModel(*this, symbols))
    return emitOpError() << getModelAttr() << " is no model";
  return success();
}

LogicalResult ReadOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyTensor(*this, getTargetAttr(), getType(), false, symbols);
}

LogicalResult WriteOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyTensor(*this, getTargetAttr(), getValue().getType(), false,
                      symbols);
}

LogicalResult GradientOp::verifySymbolUses(SymbolTableCollection &symbols) {
  for (auto [name, gradient] : llvm::zip(getParameters(), getGradients()))
    if (failed(verifyTensor(*this, cast<FlatSymbolRefAttr>(name),
                            gradient.getType(), true, symbols)))
      return failure();
  return success();
}

LogicalResult OptimizeOp::verifySymbolUses(SymbolTableCollection &symbols) {
  Type type = getGradient().getType();
  if (failed(verifyTensor(*this, getParameterAttr(), type, true, symbols)))
    return failure();
  Operation *scope = getScope(*this);
  if (!scope)
    return success();
  auto optimizer = dyn_cast_or_null<OptimizerOp>(
      lookup(scope, getOptimizerAttr().getAttr(), symbols));
  if (!optimizer)
    return emitOpError() << getOptimizerAttr() << " is no optimizer here";
  // An instance is for one iteration of a stacked parameter.
  auto parameter = dyn_cast_or_null<ParameterOp>(
      lookup(scope, getParameterAttr().getAttr(), symbols));
  if (parameter && parameter.getStack()) {
    auto all = cast<RankedTensorType>(type);
    type = RankedTensorType::get(
        all.getShape().drop_front(parameter.getStack()->size()),
        all.getElementType());
  }
  SmallVector<Type> given = {type, type};
  llvm::append_range(given, getArguments().getTypes());
  if (llvm::equal(optimizer.getBody().getArgumentTypes(), given))
    return success();
  InFlightDiagnostic diagnostic = emitOpError("gives ")
                                  << getOptimizerAttr() << " " << given;
  diagnostic.attachNote(optimizer.getLoc())
      << "it takes " << optimizer.getBody().getArgumentTypes();
  return diagnostic;
}
