//===- ProgramOps.cpp - Models, training sections and what they own
//-----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace nnc::nn;

//===----------------------------------------------------------------------===//
// ReadOp and WriteOp
//===----------------------------------------------------------------------===//

/// Checks that a parameter or state is visible from `op` and has type `type`:
/// an optimizer sees its own, a model its own, a training section its own and
/// those of its model. Elsewhere (a function on its own) nothing is known.
static LogicalResult verifyTarget(Operation *op, FlatSymbolRefAttr target,
                                  Type type, SymbolTableCollection &symbols) {
  Operation *section = op->getParentOp();
  while (section && !isa<ModelOp, TrainOp, OptimizerOp>(section))
    section = section->getParentOp();
  if (!section)
    return success();
  Operation *stored = symbols.lookupSymbolIn(section, target);
  if (auto train = dyn_cast<TrainOp>(section); train && !stored)
    if (Operation *model = symbols.lookupNearestSymbolFrom(
            train->getParentOp(), train.getModelAttr()))
      stored = symbols.lookupSymbolIn(model, target);
  auto typeOf = [](Operation *stored) -> Type {
    if (auto parameter = dyn_cast_or_null<ParameterOp>(stored))
      return parameter.getType();
    if (auto state = dyn_cast_or_null<StateOp>(stored))
      return state.getType();
    return {};
  };
  if (!typeOf(stored))
    return op->emitOpError() << target << " is no parameter or state here";
  if (typeOf(stored) != type)
    return op->emitOpError()
           << target << " is a " << typeOf(stored) << ", not a " << type;
  return success();
}

LogicalResult ReadOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyTarget(*this, getTargetAttr(), getType(), symbols);
}

LogicalResult WriteOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyTarget(*this, getTargetAttr(), getValue().getType(), symbols);
}

//===----------------------------------------------------------------------===//
// ScalarOp
//===----------------------------------------------------------------------===//

LogicalResult ScalarOp::verify() {
  if (getName().starts_with("hyper."))
    return success();
  if (!llvm::is_contained({"step", "epoch", "batch_counter", "steps_per_epoch",
                           "seed", "example"},
                          getName()))
    return emitOpError("knows no number \"") << getName() << "\"";
  if (!getType().isInteger(64))
    return emitOpError("\"") << getName() << "\" is an i64";
  return success();
}

//===----------------------------------------------------------------------===//
// OptimizerOp
//===----------------------------------------------------------------------===//

ParseResult OptimizerOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  SmallVector<OpAsmParser::Argument> arguments;
  Region *body = result.addRegion();
  if (parser.parseSymbolName(name, getSymNameAttrName(result.name),
                             result.attributes) ||
      parser.parseArgumentList(arguments, OpAsmParser::Delimiter::Paren,
                               /*allowType=*/true) ||
      parser.parseOptionalAttrDictWithKeyword(result.attributes) ||
      parser.parseRegion(*body, arguments))
    return failure();
  return success();
}

void OptimizerOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  printer << '(';
  llvm::interleaveComma(
      getBody().getArguments(), printer,
      [&](BlockArgument argument) { printer.printRegionArgument(argument); });
  printer << ") ";
  printer.printOptionalAttrDictWithKeyword((*this)->getAttrs(),
                                           {getSymNameAttrName()});
  printer.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

//===----------------------------------------------------------------------===//
// GradientOp
//===----------------------------------------------------------------------===//

LogicalResult GradientOp::verify() {
  if (cast<RankedTensorType>(getObjective().getType()).getRank() != 0)
    return emitOpError("differentiates a scalar, found ")
           << getObjective().getType();
  for (Attribute parameter : getParameters())
    if (!isa<FlatSymbolRefAttr>(parameter))
      return emitOpError("names parameters by symbols");
  if (getNumResults() != getParameters().size() + getValues().size())
    return emitOpError("has one result per parameter and value");
  for (auto [value, gradient] : llvm::zip(
           getValues(), getGradients().drop_front(getParameters().size())))
    if (value.getType() != gradient.getType())
      return emitOpError("gives a gradient of the type of its value");
  return success();
}

//===----------------------------------------------------------------------===//
// CustomVjpOp
//===----------------------------------------------------------------------===//

/// Checks a region of a custom_vjp: its arguments and what it yields.
static LogicalResult verifyRegion(CustomVjpOp op, Region &region,
                                  ArrayRef<Type> arguments,
                                  ArrayRef<Type> results, StringRef what) {
  if (!llvm::equal(region.getArgumentTypes(), arguments))
    return op.emitOpError("expects the arguments of its ")
           << what << " region to be " << arguments;
  auto yield = dyn_cast<YieldOp>(region.front().getTerminator());
  if (!yield || !llvm::equal(yield.getOperandTypes(), results))
    return op.emitOpError("expects its ")
           << what << " region to yield " << results;
  return success();
}

LogicalResult CustomVjpOp::verify() {
  SmallVector<Type> inputs(getInputs().getTypes());
  SmallVector<Type> floats;
  for (Type type : inputs)
    if (isa<FloatType>(cast<RankedTensorType>(type).getElementType()))
      floats.push_back(type);
  if (failed(verifyRegion(*this, getForward(), inputs, {getType()}, "forward")))
    return failure();
  inputs.push_back(getType());
  return verifyRegion(*this, getVjp(), inputs, floats, "vjp");
}
