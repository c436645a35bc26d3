//===- CheckMemory.cpp - The memory that a call hands over ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The generated code takes blocks and the arena for distinct, and what it
// writes must not be what it reads: an overlap is found before anything is
// written.
//
//===----------------------------------------------------------------------===//

#include "EntryFrame.h"

#include "nnrt/program.h"

#include <map>

using namespace llvm;
using mlir::func::FuncOp;

namespace nnc {

/// `i64 (const range *, i64 inputs, i64 count)` with `range {ptr, i64 bytes}`:
/// the first pair of ranges that overlap, as i * count + j, or -1. The first
/// `inputs` ranges are only read and may share memory with each other.
Function *EntryEmitter::overlapFunction() {
  if (overlaps)
    return overlaps;
  overlaps = create("nn_overlap", c.int64, {c.pointer, c.int64, c.int64});
  Value *ranges = overlaps->getArg(0), *inputs = overlaps->getArg(1),
        *count = overlaps->getArg(2);
  BasicBlock *entry = &overlaps->getEntryBlock();
  auto block = [&] { return BasicBlock::Create(c.context, "", overlaps); };
  BasicBlock *outer = block(), *inner = block(), *compare = block(),
             *found = block(), *next = block(), *after = block(),
             *none = block();
  IRBuilder<> b(entry);
  auto *type = StructType::get(c.context, {c.int64, c.int64});
  auto load = [&](Value *index) {
    Value *range = b.CreateInBoundsGEP(type, ranges, index);
    Value *start = b.CreateLoad(c.int64, b.CreateStructGEP(type, range, 0));
    Value *bytes = b.CreateLoad(c.int64, b.CreateStructGEP(type, range, 1));
    return std::make_pair(start, bytes);
  };
  b.CreateBr(outer);

  b.SetInsertPoint(outer);
  PHINode *i = b.CreatePHI(c.int64, 2);
  i->addIncoming(c.i64(0), entry);
  Value *one = b.CreateAdd(i, c.i64(1));
  auto [start, bytes] = load(i);
  Value *first = b.CreateBinaryIntrinsic(Intrinsic::smax, one, inputs);
  b.CreateBr(inner);

  b.SetInsertPoint(inner);
  PHINode *j = b.CreatePHI(c.int64, 2);
  j->addIncoming(first, outer);
  b.CreateCondBr(b.CreateICmpSLT(j, count), compare, after);

  b.SetInsertPoint(compare);
  auto [otherStart, otherBytes] = load(j);
  // As unsigned distances, either start lies in the other range.
  Value *meets =
      b.CreateOr(b.CreateICmpULT(b.CreateSub(start, otherStart), otherBytes),
                 b.CreateICmpULT(b.CreateSub(otherStart, start), bytes));
  Value *both = b.CreateAnd(b.CreateICmpNE(bytes, c.i64(0)),
                            b.CreateICmpNE(otherBytes, c.i64(0)));
  b.CreateCondBr(b.CreateAnd(meets, both), found, next);

  b.SetInsertPoint(next);
  j->addIncoming(b.CreateAdd(j, c.i64(1)), next);
  b.CreateBr(inner);

  b.SetInsertPoint(found);
  b.CreateRet(b.CreateAdd(b.CreateMul(i, count), j));

  b.SetInsertPoint(after);
  i->addIncoming(one, after);
  b.CreateCondBr(b.CreateICmpSLT(one, count), outer, none);

  b.SetInsertPoint(none);
  b.CreateRet(c.i64(-1));
  return overlaps;
}

int64_t EntryEmitter::blockBytes(FuncOp entry, unsigned block) const {
  StringRef owner =
      entry->getAttrOfType<mlir::FlatSymbolRefAttr>("nn.owner").getValue();
  auto bytes = [&](StringRef section) {
    const BlockLayout &layout = this->layout.blocks.find(section)->second;
    return block == Parameters ? layout.parameterBytes
           : block == State    ? layout.stateBytes
                               : layout.optimizerBytes;
  };
  for (nn::TrainOp train : layout.trains)
    if (train.getSymName() == owner && block != Optimizer)
      return bytes(train.getModel());
  return bytes(owner);
}

/// What a tensor of a call takes: a number of bytes, times sizes of dims.
struct EntryEmitter::TensorBytes {
  Constant *name;
  int64_t known;
  SmallVector<std::string> dims;
};

/// Of at least so many tensors a loop is shorter than code for each.
static constexpr size_t kManyTensors = 8;

std::vector<EntryEmitter::TensorBytes>
EntryEmitter::tensorsOf(FuncOp entry, nn::ArgKind kind) {
  std::vector<TensorBytes> tensors;
  for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
    nn::ArgAttr key = keyOf(entry, i);
    if (!key || key.getKind() != kind)
      continue;
    auto type = cast<mlir::RankedTensorType>(
        entry.getArgAttrOfType<mlir::TypeAttr>(i, memory::kTypeAttr)
            .getValue());
    TensorBytes &tensor = tensors.emplace_back();
    tensor.name = c.text(key.getName().getValue());
    tensor.known = elementBytes(type.getElementType());
    for (const nn::Size &axis : nn::getSizes(type))
      if (axis.isDynamic())
        tensor.dims.push_back(axis.symbol.str());
      else
        tensor.known *= axis.number;
  }
  return tensors;
}

/// Fills `slots` with {start, bytes} of tensors whose pointers are in `table`,
/// in a loop.
void EntryEmitter::checkTensors(Frame &frame, ArrayRef<TensorBytes> tensors,
                                unsigned table, StringRef message, Value *slots,
                                Type *slotType) {
  IRBuilder<> &b = frame.b;
  // Products of dims, each once; few tensors differ in them.
  std::map<std::vector<std::string>, unsigned> numbers;
  SmallVector<Value *> products;
  SmallVector<Constant *> known, which, names;
  for (const TensorBytes &tensor : tensors) {
    auto [product, isNew] = numbers.try_emplace(
        std::vector<std::string>(tensor.dims.begin(), tensor.dims.end()),
        products.size());
    if (isNew) {
      Value *value = c.i64(1);
      for (StringRef dim : tensor.dims)
        value = b.CreateMul(value, size(frame, dim));
      products.push_back(value);
    }
    known.push_back(c.i64(tensor.known));
    which.push_back(c.i32(product->second));
    names.push_back(tensor.name);
  }
  BasicBlock &top = frame.function->getEntryBlock();
  Value *scales = IRBuilder<>(&top, top.begin())
                      .CreateAlloca(ArrayType::get(c.int64, products.size()));
  for (auto [i, product] : llvm::enumerate(products))
    b.CreateStore(product, b.CreateConstInBoundsGEP1_64(c.int64, scales, i));
  Value *pointers = member(frame, table);

  BasicBlock *before = b.GetInsertBlock();
  auto *loop = BasicBlock::Create(c.context, "", frame.function);
  auto *end = BasicBlock::Create(c.context, "", frame.function);
  b.CreateBr(loop);
  b.SetInsertPoint(loop);
  PHINode *i = b.CreatePHI(c.int64, 2);
  i->addIncoming(c.i64(0), before);
  auto load = [&](Type *type, Value *from, Value *index) {
    return b.CreateLoad(type, b.CreateInBoundsGEP(type, from, index));
  };
  Value *start = load(c.pointer, pointers, i);
  Value *product = load(
      c.int64, scales, b.CreateZExt(load(c.int32, c.array(which), i), c.int64));
  Value *bytes = b.CreateMul(load(c.int64, c.array(known), i), product);
  Value *slot = b.CreateInBoundsGEP(slotType, slots, i);
  b.CreateStore(b.CreatePtrToInt(start, c.int64),
                b.CreateStructGEP(slotType, slot, 0));
  b.CreateStore(bytes, b.CreateStructGEP(slotType, slot, 1));
  Value *name = load(c.pointer, c.array(names), i);
  fail(frame,
       b.CreateAnd(b.CreateIsNull(start), b.CreateICmpNE(bytes, c.i64(0))),
       NN_BAD_CALL, message, i, nullptr, name);
  Value *next = b.CreateAdd(i, c.i64(1));
  i->addIncoming(next, b.GetInsertBlock());
  b.CreateCondBr(b.CreateICmpULT(next, c.i64(tensors.size())), loop, end);
  b.SetInsertPoint(end);
}

void EntryEmitter::checkMemory(Frame &frame, FuncOp entry) {
  IRBuilder<> &b = frame.b;
  struct Range {
    Constant *name;
    const char *message; ///< Of a range that overlaps this one.
    Value *start, *bytes;
  };
  SmallVector<Range> ranges;
  std::vector<TensorBytes> inputTensors = tensorsOf(entry, nn::ArgKind::input);
  std::vector<TensorBytes> outputTensors =
      tensorsOf(entry, nn::ArgKind::output);
  auto *type = StructType::get(c.context, {c.int64, c.int64});
  BasicBlock &top = frame.function->getEntryBlock();
  Value *table = IRBuilder<>(&top, top.begin())
                     .CreateAlloca(ArrayType::get(
                         type, inputTensors.size() + outputTensors.size() +
                                   frame.blocks.size()));
  auto addTensors = [&](ArrayRef<TensorBytes> tensors, Member member,
                        const char *fault, const char *message) {
    if (tensors.size() >= kManyTensors) {
      checkTensors(frame, tensors, member, fault,
                   b.CreateConstInBoundsGEP1_64(type, table, ranges.size()),
                   type);
      for (const TensorBytes &tensor : tensors)
        ranges.push_back({tensor.name, message, nullptr, nullptr});
      return;
    }
    for (auto [i, tensor] : llvm::enumerate(tensors)) {
      Value *bytes = c.i64(tensor.known);
      for (StringRef dim : tensor.dims)
        bytes = b.CreateMul(bytes, size(frame, dim));
      Value *start = b.CreateLoad(
          c.pointer, b.CreateConstInBoundsGEP1_64(
                         c.pointer, this->member(frame, member), i));
      fail(frame,
           b.CreateAnd(b.CreateIsNull(start), b.CreateICmpNE(bytes, c.i64(0))),
           NN_BAD_CALL, fault, c.i64(i), nullptr, tensor.name);
      ranges.push_back({tensor.name, message, start, bytes});
    }
  };
  addTensors(inputTensors, Inputs, "an input is null", "overlaps an input");
  unsigned inputs = ranges.size();
  addTensors(outputTensors, Outputs, "an output is null", "overlaps an output");
  for (Member block : frame.blocks) {
    Value *start = member(frame, block);
    std::string name = memberName(block);
    fail(frame,
         b.CreateICmpNE(b.CreateAnd(b.CreatePtrToInt(start, c.int64),
                                    c.i64(NN_BLOCK_ALIGNMENT - 1)),
                        c.i64(0)),
         NN_BAD_CALL,
         name + " is not aligned to " + std::to_string(NN_BLOCK_ALIGNMENT) +
             " bytes");
    static const char *const messages[] = {
        "overlaps nn_call.parameters", "overlaps nn_call.state",
        "overlaps nn_call.optimizer", "overlaps nn_call.arena"};
    ranges.push_back({c.text(name), messages[block - Parameters], start,
                      block == Arena ? arenaBytes(frame, entry)
                                     : c.i64(blockBytes(entry, block))});
  }
  if (ranges.size() < 2 || ranges.size() == inputs)
    return;

  SmallVector<Constant *> names, messages;
  for (auto [index, range] : llvm::enumerate(ranges)) {
    names.push_back(range.name);
    messages.push_back(paddedMessage(range.message));
    if (!range.start)
      continue;
    Value *slot = b.CreateConstInBoundsGEP1_64(type, table, index);
    b.CreateStore(b.CreatePtrToInt(range.start, c.int64),
                  b.CreateStructGEP(type, slot, 0));
    b.CreateStore(range.bytes, b.CreateStructGEP(type, slot, 1));
  }
  Value *count = c.i64(ranges.size());
  Value *pair = b.CreateCall(overlapFunction(), {table, c.i64(inputs), count});
  Value *bad = b.CreateICmpSGE(pair, c.i64(0));
  // Loads beside the failing path must be in bounds too.
  Value *known = b.CreateSelect(bad, pair, c.i64(0));
  auto pick = [&](ArrayRef<Constant *> texts, Value *index) {
    return b.CreateLoad(c.pointer,
                        b.CreateInBoundsGEP(c.pointer, c.array(texts), index));
  };
  Value *other = b.CreateURem(known, count);
  failWith(frame, bad, NN_BAD_CALL, pick(messages, other), nullptr, nullptr,
           pick(names, b.CreateUDiv(known, count)));
}

} // namespace nnc
