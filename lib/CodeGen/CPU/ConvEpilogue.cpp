//===- ConvEpilogue.cpp - what follows the sums of a convolution ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

/// The only op that reads elements of `value`, through a view of it with all
/// pixels of a plane in one axis, and the value that it reads.
std::pair<linalg::GenericOp, Value> onlyReader(Value value) {
  Operation *reader = nullptr;
  for (Operation *user : value.getUsers()) {
    if (isa<tensor::DimOp>(user))
      continue;
    if (reader)
      return {};
    reader = user;
  }
  if (auto pixels = dyn_cast_or_null<tensor::CollapseShapeOp>(reader)) {
    SmallVector<ReassociationIndices> planes{{0}, {1}, {2, 3}};
    if (pixels.getReassociationIndices() != planes)
      return {};
    return onlyReader(pixels.getResult());
  }
  return {dyn_cast_or_null<linalg::GenericOp>(reader), value};
}

/// Whether `map` reads a number for each channel.
bool isPerChannel(AffineMap map) {
  return map.getNumResults() == 1 && map.getResult(0).isFunctionOfDim(1) &&
         isa<AffineDimExpr>(map.getResult(0));
}

/// Whether `value` follows from constants alone.
bool isConstant(Value value) {
  Operation *maker = value.getDefiningOp();
  return maker && isPure(maker) && maker->getNumRegions() == 0 &&
         value.getType().isIntOrIndexOrFloat() &&
         llvm::all_of(maker->getOperands(), isConstant);
}

/// Computes such a value once more.
Value repeat(OpBuilder &b, Value value) {
  IRMapping map;
  for (Value operand : value.getDefiningOp()->getOperands())
    map.map(operand, repeat(b, operand));
  Operation *copy = b.clone(*value.getDefiningOp(), map);
  return copy->getResult(cast<OpResult>(value).getResultNumber());
}

/// Whether `op` computes nothing but from its inputs and constants, which then
/// are made in its body.
bool isClosed(linalg::GenericOp op) {
  SmallVector<OpOperand *> outside;
  for (Operation &inner : *op.getBlock())
    for (OpOperand &operand : inner.getOpOperands())
      if (operand.get().getParentBlock() != op.getBlock()) {
        if (!isConstant(operand.get()))
          return false;
        outside.push_back(&operand);
      }
  OpBuilder b = OpBuilder::atBlockBegin(op.getBlock());
  for (OpOperand *operand : outside)
    operand->set(repeat(b, operand->get()));
  return true;
}

} // namespace

std::optional<ConvEpilogue> ConvEpilogue::match(const Convolution &conv) {
  Value result = conv.last->getResult(0);
  auto [op, read] = onlyReader(result);
  if (!op || op->getBlock() != conv.last->getBlock() ||
      !op.hasPureTensorSemantics() || op->getNumResults() != 1 ||
      op.getNumParallelLoops() != op.getNumLoops() ||
      op.payloadUsesValueFromOperand(op.getDpsInitOperand(0)) ||
      !op.getIndexingMapMatchingResult(op->getResult(0)).isIdentity() ||
      !hasVectorizableBody(op) || readsElements(op) || isHeavy(op) ||
      !op.getBlock()->getOps<linalg::IndexOp>().empty())
    return std::nullopt;
  ConvEpilogue epilogue;
  epilogue.op = op;
  int64_t reads = 0;
  for (OpOperand *input : op.getDpsInputOperands()) {
    AffineMap map = op.getMatchingIndexingMap(input);
    if (input->get() == read) {
      epilogue.sums = input->getOperandNumber();
      ++reads;
    }
    auto type = dyn_cast<RankedTensorType>(input->get().getType());
    if (!type || type.getElementType() != conv.element ||
        !(map.isIdentity() || isPerChannel(map)))
      return std::nullopt;
  }
  for (Operation &inner : *op.getBlock())
    for (Type type : inner.getResultTypes())
      if (!type.isF32() && !type.isF64() && !type.isInteger(1))
        return std::nullopt;
  if (reads != 1 || getElementTypeOrSelf(op->getResult(0)) != conv.element ||
      !isClosed(op))
    return std::nullopt;
  return epilogue;
}

SmallVector<Value> ConvEpilogue::getInputs() const {
  SmallVector<Value> inputs(op.getInputs());
  inputs.erase(inputs.begin() + sums);
  return inputs;
}

bool ConvEpilogue::isImage(Value input) {
  return cast<RankedTensorType>(input.getType()).getRank() > 1;
}

std::string ConvEpilogue::getKey() const {
  std::string key;
  llvm::raw_string_ostream text(key);
  text << sums;
  for (Value input : getInputs())
    text << (isImage(input) ? 'i' : 'c');
  llvm::DenseMap<Value, unsigned> numbers;
  for (BlockArgument arg : op.getBlock()->getArguments())
    numbers.try_emplace(arg, numbers.size());
  for (Operation &inner : *op.getBlock()) {
    text << ' ' << inner.getName() << inner.getAttrDictionary();
    for (Value operand : inner.getOperands())
      text << ' ' << numbers.lookup(operand);
    for (Value result : inner.getResults()) {
      text << ' ' << result.getType();
      numbers.try_emplace(result, numbers.size());
    }
  }
  return key;
}

Value ConvEpilogue::apply(OpBuilder &b, Value sum, ArrayRef<Value> inputs,
                          int64_t lanes) const {
  SmallVector<Value> args(inputs);
  args.insert(args.begin() + sums, sum);
  args.push_back({});
  Value wanted = op.getBlock()->getTerminator()->getOperand(0);
  return asVector(b, op.getLoc(),
                  emitBody(b, op, args, {}, -1, lanes, wanted).front(), lanes);
}

} // namespace nnc::cpu
