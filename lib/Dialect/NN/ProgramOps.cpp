//===- ProgramOps.cpp - Models, training sections, what they own ----------===//
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

LogicalResult MetricOp::verify() {
  if (cast<RankedTensorType>(getValue().getType()).getRank() != 0)
    return emitOpError("is a scalar, found ") << getValue().getType();
  return success();
}

LogicalResult AssertOp::canonicalize(AssertOp op, PatternRewriter &rewriter) {
  DenseElementsAttr known;
  if (!matchPattern(op.getCondition(), m_Constant(&known)) ||
      !llvm::all_of(known.getValues<bool>(), [](bool holds) { return holds; }))
    return failure();
  rewriter.eraseOp(op);
  return success();
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

LogicalResult DimOp::verify() {
  int64_t min = getMin();
  if (min < 0)
    return emitOpError("begins at ") << min << ", which is no size";
  if (std::optional<int64_t> max = getMax(); max && *max < min)
    return emitOpError("ends at ") << *max << ", before it begins at " << min;
  return success();
}

/// Checks what a parameter or state holds and how it begins.
template <typename Op> static LogicalResult verifyStored(Op op) {
  auto type = dyn_cast<RankedTensorType>(op.getType());
  if (!type || !type.hasStaticShape())
    return op.emitOpError("holds a tensor of one known shape, found ")
           << op.getType();
  if (std::optional<ArrayRef<int64_t>> stack = op.getStack()) {
    if (stack->empty() || int64_t(stack->size()) > type.getRank() ||
        type.getShape().take_front(stack->size()) != *stack)
      return op.emitOpError("stacks iterations along its first axes, found ")
             << type;
    if (op.getSymName().count('*') != stack->size())
      return op.emitOpError("has one `*` in its path for each axis of its "
                            "stack");
  }
  Region &init = op.getInit();
  if (init.empty())
    return success();
  if (!init.hasOneBlock() || init.getNumArguments() != 0)
    return op.emitOpError("begins with one block that takes nothing");
  Block &body = init.front();
  auto yield =
      body.empty() ? YieldOp() : dyn_cast<YieldOp>(body.getTerminator());
  if (!yield || yield.getNumOperands() != 1 ||
      yield.getOperand(0).getType() != type)
    return op.emitOpError("begins with a value of type ") << type;
  return success();
}

LogicalResult ParameterOp::verify() { return verifyStored(*this); }
LogicalResult StateOp::verify() { return verifyStored(*this); }

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
  printer << ')';
  printer.printOptionalAttrDictWithKeyword((*this)->getAttrs(),
                                           {getSymNameAttrName()});
  printer << ' ';
  printer.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

LogicalResult OptimizerOp::verify() {
  Block &body = getBody().front();
  if (body.getNumArguments() < 2 ||
      body.getArgument(0).getType() != body.getArgument(1).getType())
    return emitOpError("takes a parameter and a gradient of its type");
  auto yield = cast<YieldOp>(body.getTerminator());
  if (yield.getNumOperands() != 1 ||
      yield.getOperand(0).getType() != body.getArgument(0).getType())
    return emitOpError("yields the new parameter, of type ")
           << body.getArgument(0).getType();
  return success();
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
  SmallVector<Type> outputs(getOutputs().getTypes());
  if (failed(verifyRegion(*this, getForward(), inputs, outputs, "forward")))
    return failure();
  llvm::append_range(inputs, outputs);
  return verifyRegion(*this, getVjp(), inputs, floats, "vjp");
}

//===----------------------------------------------------------------------===//
// RunKernelOp
//===----------------------------------------------------------------------===//

/// Whether a function of `general` tensors takes `special` ones.
static bool accepts(TypeRange general, TypeRange special) {
  return general.size() == special.size() &&
         llvm::all_of(llvm::zip_equal(general, special), [](auto pair) {
           auto [wide, narrow] = pair;
           auto to = dyn_cast<RankedTensorType>(wide);
           auto from = dyn_cast<RankedTensorType>(narrow);
           if (!to || !from)
             return wide == narrow;
           return to.getElementType() == from.getElementType() &&
                  to.getRank() == from.getRank() &&
                  llvm::all_of(llvm::zip_equal(to.getShape(), from.getShape()),
                               [](auto sizes) {
                                 auto [any, size] = sizes;
                                 return any == size ||
                                        ShapedType::isDynamic(any);
                               });
         });
}

LogicalResult RunKernelOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto func =
      symbols.lookupNearestSymbolFrom<func::FuncOp>(*this, getKernelAttr());
  if (!func)
    return emitOpError("needs a function @") << getKernel();
  // The function may be bufferized before its users.
  bool onTensors =
      llvm::none_of(func.getArgumentTypes(), llvm::IsaPred<MemRefType>);
  if (onTensors && (!accepts(func.getArgumentTypes(), getOperandTypes()) ||
                    !accepts(func.getResultTypes(), getResultTypes())))
    return emitOpError("has the type ")
           << FunctionType::get(getContext(), getOperandTypes(),
                                getResultTypes())
           << ", but @" << getKernel() << " is " << func.getFunctionType();
  return success();
}
