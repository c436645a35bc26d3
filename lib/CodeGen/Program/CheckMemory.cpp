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

void EntryEmitter::checkMemory(Frame &frame, FuncOp entry) {
  IRBuilder<> &b = frame.b;
  struct Range {
    Constant *name;
    const char *message; ///< Of a range that overlaps this one.
    Value *start, *bytes;
  };
  SmallVector<Range> ranges;
  auto addTensors = [&](nn::ArgKind kind, Member table, const char *message) {
    unsigned count = 0;
    for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
      nn::ArgAttr key = keyOf(entry, i);
      if (!key || key.getKind() != kind)
        continue;
      auto type = cast<mlir::RankedTensorType>(
          entry.getArgAttrOfType<mlir::TypeAttr>(i, memory::kTypeAttr)
              .getValue());
      Value *bytes = c.i64(elementBytes(type.getElementType()));
      for (const nn::Size &axis : nn::getSizes(type))
        bytes = b.CreateMul(bytes, axis.isDynamic() ? size(frame, axis.symbol)
                                                    : c.i64(axis.number));
      Value *start = b.CreateLoad(
          c.pointer, b.CreateConstInBoundsGEP1_64(
                         c.pointer, member(frame, table), count++));
      Constant *name = c.text(key.getName().getValue());
      fail(frame,
           b.CreateAnd(b.CreateIsNull(start), b.CreateICmpNE(bytes, c.i64(0))),
           NN_BAD_CALL,
           table == Inputs ? "an input is null" : "an output is null",
           c.i64(count - 1), nullptr, name);
      ranges.push_back({name, message, start, bytes});
    }
  };
  addTensors(nn::ArgKind::input, Inputs, "overlaps an input");
  unsigned inputs = ranges.size();
  addTensors(nn::ArgKind::output, Outputs, "overlaps an output");
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

  BasicBlock &top = frame.function->getEntryBlock();
  auto *type = StructType::get(c.context, {c.int64, c.int64});
  Value *table = IRBuilder<>(&top, top.begin())
                     .CreateAlloca(ArrayType::get(type, ranges.size()));
  SmallVector<Constant *> names, messages;
  for (auto [index, range] : llvm::enumerate(ranges)) {
    Value *slot = b.CreateConstInBoundsGEP1_64(type, table, index);
    b.CreateStore(b.CreatePtrToInt(range.start, c.int64),
                  b.CreateStructGEP(type, slot, 0));
    b.CreateStore(range.bytes, b.CreateStructGEP(type, slot, 1));
    names.push_back(range.name);
    messages.push_back(paddedMessage(range.message));
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
