//===- InferTypes.cpp - Result types --------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace nnc::nn;

using Types = SmallVectorImpl<Type>;
using MaybeLoc = std::optional<Location>;

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

static LogicalResult checkAxes(MaybeLoc loc, RankedTensorType type,
                               ArrayRef<int64_t> axes) {
  for (int64_t axis : axes)
    if (axis < 0 || axis >= type.getRank())
      return emitOptionalError(loc, "axis ", axis, " is not one of ", type);
  if (llvm::SmallDenseSet<int64_t>(axes.begin(), axes.end()).size() !=
      axes.size())
    return emitOptionalError(loc, "names an axis twice");
  return success();
}

LogicalResult TransposeOp::inferReturnTypes(MLIRContext *, MaybeLoc loc,
                                            Adaptor op, Types &types) {
  RankedTensorType type = typeOf(op.getInput());
  if (failed(checkAxes(loc, type, op.getPerm())))
    return failure();
  if (int64_t(op.getPerm().size()) != type.getRank())
    return emitOptionalError(loc, "permutes every axis of ", type);
  SmallVector<Size> sizes = getSizes(type), result;
  for (int64_t axis : op.getPerm())
    result.push_back(sizes[axis]);
  types.push_back(getTensor(result, type.getElementType()));
  return success();
}

static LogicalResult inferReduction(MaybeLoc loc, Value input,
                                    ArrayRef<int64_t> axes, Type element,
                                    Types &types) {
  RankedTensorType type = typeOf(input);
  if (failed(checkAxes(loc, type, axes)))
    return failure();
  SmallVector<Size> result;
  for (auto [axis, size] : llvm::enumerate(getSizes(type)))
    if (!llvm::is_contained(axes, int64_t(axis)))
      result.push_back(size);
  types.push_back(getTensor(result, element));
  return success();
}

#define NNC_REDUCTION(Op, element)                                             \
  LogicalResult Op::inferReturnTypes(MLIRContext *context, MaybeLoc loc,       \
                                     Adaptor op, Types &types) {               \
    (void)context;                                                             \
    return inferReduction(loc, op.getInput(), op.getAxes(), element, types);   \
  }
#define NNC_SAME_ELEMENT(Op)                                                   \
  NNC_REDUCTION(Op, typeOf(op.getInput()).getElementType())
NNC_SAME_ELEMENT(SumOp)
NNC_SAME_ELEMENT(MeanOp)
NNC_SAME_ELEMENT(ReduceMaxOp)
NNC_SAME_ELEMENT(ReduceMinOp)
NNC_SAME_ELEMENT(ProdOp)
NNC_SAME_ELEMENT(LogSumExpOp)
NNC_SAME_ELEMENT(AnyOp)
NNC_SAME_ELEMENT(AllOp)
NNC_REDUCTION(ArgmaxOp, IntegerType::get(context, 32))
NNC_REDUCTION(ArgminOp, IntegerType::get(context, 32))

LogicalResult TakeOp::inferReturnTypes(MLIRContext *, MaybeLoc loc, Adaptor op,
                                       Types &types) {
  RankedTensorType type = typeOf(op.getInput());
  int64_t axis = op.getAxis();
  if (failed(checkAxes(loc, type, axis)))
    return failure();
  SmallVector<Size> sizes = getSizes(type);
  sizes.erase(sizes.begin() + axis);
  if (sizes != getSizes(typeOf(op.getIndices())))
    return emitOptionalError(loc, "takes one index per element of ", type,
                             " along axis ", axis, ", found ",
                             op.getIndices().getType());
  types.push_back(getTensor(sizes, type.getElementType()));
  return success();
}

LogicalResult GatherOp::inferReturnTypes(MLIRContext *, MaybeLoc loc,
                                         Adaptor op, Types &types) {
  RankedTensorType type = typeOf(op.getInput());
  int64_t axis = op.getAxis();
  if (failed(checkAxes(loc, type, axis)))
    return failure();
  SmallVector<Size> result = getSizes(type);
  SmallVector<Size> indices = getSizes(typeOf(op.getIndices()));
  auto *at = result.erase(result.begin() + axis);
  result.insert(at, indices.begin(), indices.end());
  types.push_back(getTensor(result, type.getElementType()));
  return success();
}

LogicalResult EinsumOp::inferReturnTypes(MLIRContext *, MaybeLoc loc,
                                         Adaptor op, Types &types) {
  StringRef pattern = op.getPattern();
  auto [sources, result] = pattern.split("->");
  SmallVector<StringRef> operands;
  sources.split(operands, ',');
  if (!pattern.contains("->") || operands.size() != op.getInputs().size() ||
      operands.size() > 2)
    return emitOptionalError(loc, "pattern \"", pattern,
                             "\" does not name the axes of ",
                             op.getInputs().size(), " operands");
  llvm::SmallDenseMap<char, Size> sizes;
  for (auto [names, input] : llvm::zip(operands, op.getInputs())) {
    RankedTensorType type = typeOf(input);
    if (type.getElementType() != typeOf(op.getInputs()[0]).getElementType())
      return emitOptionalError(loc, "multiplies elements of two types");
    if (int64_t(names.size()) != type.getRank())
      return emitOptionalError(loc, "\"", names, "\" does not fit ", type);
    for (auto [axis, size] : llvm::enumerate(getSizes(type))) {
      if (names.count(names[axis]) != 1)
        return emitOptionalError(loc, "\"", names, "\" names an axis twice");
      auto [it, isNew] = sizes.try_emplace(names[axis], size);
      if (!isNew && !(it->second == size))
        return emitOptionalError(loc, "axis `", names.substr(axis, 1),
                                 "` has two sizes");
    }
  }
  SmallVector<Size> shape;
  for (const char &name : result) {
    auto it = sizes.find(name);
    if (it == sizes.end() || result.count(name) != 1)
      return emitOptionalError(loc, "axis `", StringRef(&name, 1),
                               "` of the result is not one of an operand");
    shape.push_back(it->second);
  }
  types.push_back(getTensor(shape, typeOf(op.getInputs()[0]).getElementType()));
  return success();
}

LogicalResult CrossEntropyOp::inferReturnTypes(MLIRContext *, MaybeLoc loc,
                                               Adaptor op, Types &types) {
  RankedTensorType type = typeOf(op.getLogits());
  int64_t axis = op.getAxis();
  if (failed(checkAxes(loc, type, axis)))
    return failure();
  SmallVector<Size> sizes = getSizes(type);
  sizes.erase(sizes.begin() + axis);
  if (sizes != getSizes(typeOf(op.getLabels())))
    return emitOptionalError(loc, "expects one label per row of ", type,
                             ", found ", op.getLabels().getType());
  types.push_back(RankedTensorType::get({}, type.getElementType()));
  return success();
}

LogicalResult BinaryCrossEntropyOp::inferReturnTypes(MLIRContext *, MaybeLoc,
                                                     Adaptor op, Types &types) {
  types.push_back(
      RankedTensorType::get({}, typeOf(op.getLogits()).getElementType()));
  return success();
}
