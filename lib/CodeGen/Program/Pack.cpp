//===- Pack.cpp - Between the file's form and panels ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entry.h"

using namespace llvm;

namespace nnc {

/// `void (file, resident, elementBytes, outer, size, inner, tile, pack)`: the
/// file's [outer][size][inner] against [size/tile][outer][inner][tile].
Function *EntryEmitter::panelFunction() {
  if (panels)
    return panels;
  Type *none = Type::getVoidTy(c.context);
  Type *flag = Type::getInt1Ty(c.context);
  panels = create("nn_panels", none,
                  {c.pointer, c.pointer, c.int64, c.int64, c.int64, c.int64,
                   c.int64, flag});
  Argument *file = panels->getArg(0), *resident = panels->getArg(1),
           *bytes = panels->getArg(2), *outer = panels->getArg(3),
           *size = panels->getArg(4), *inner = panels->getArg(5),
           *tile = panels->getArg(6), *pack = panels->getArg(7);
  IRBuilder<> b(&panels->getEntryBlock());
  auto *loop = BasicBlock::Create(c.context, "", panels);
  auto *body = BasicBlock::Create(c.context, "", panels);
  auto *end = BasicBlock::Create(c.context, "", panels);
  Value *count = b.CreateMul(b.CreateMul(outer, size), inner);
  BasicBlock *start = b.GetInsertBlock();
  b.CreateBr(loop);
  b.SetInsertPoint(loop);
  PHINode *i = b.CreatePHI(c.int64, 2);
  i->addIncoming(c.i64(0), start);
  b.CreateCondBr(b.CreateICmpULT(i, count), body, end);
  b.SetInsertPoint(body);
  // i = (o * size + d) * inner + n
  Value *n = b.CreateURem(i, inner);
  Value *od = b.CreateUDiv(i, inner);
  Value *d = b.CreateURem(od, size);
  Value *o = b.CreateUDiv(od, size);
  Value *j = b.CreateAdd(b.CreateMul(b.CreateUDiv(d, tile), outer), o);
  j = b.CreateAdd(b.CreateMul(j, inner), n);
  j = b.CreateAdd(b.CreateMul(j, tile), b.CreateURem(d, tile));
  Value *inFile = b.CreateGEP(c.int8, file, b.CreateMul(i, bytes));
  Value *inPanel = b.CreateGEP(c.int8, resident, b.CreateMul(j, bytes));
  b.CreateMemCpy(b.CreateSelect(pack, inPanel, inFile), MaybeAlign(),
                 b.CreateSelect(pack, inFile, inPanel), MaybeAlign(), bytes);
  i->addIncoming(b.CreateAdd(i, c.i64(1)), body);
  b.CreateBr(loop);
  b.SetInsertPoint(end);
  b.CreateRetVoid();
  return panels;
}

Constant *EntryEmitter::emitPack(StringRef model, bool pack) {
  /// Tensors by training section; -1 is the model itself.
  SmallVector<std::pair<int, const BlockLayout *>> blocks;
  blocks.push_back({-1, &layout.blocks.find(model)->second});
  for (auto [index, train] : llvm::enumerate(layout.trains))
    if (nn::TrainOp(train).getModel() == model)
      blocks.push_back(
          {index,
           &layout.blocks.find(nn::TrainOp(train).getSymName())->second});
  if (llvm::none_of(blocks, [](auto &block) {
        return llvm::any_of(block.second->rows,
                            [](const Stored &t) { return bool(t.panels); });
      }))
    return c.null();

  Function *function = create((model + (pack ? ".pack" : ".unpack")).str(),
                              Type::getVoidTy(c.context),
                              {c.int32, c.int32, c.pointer, c.pointer});
  Value *train = function->getArg(0), *index = function->getArg(1),
        *source = function->getArg(2), *target = function->getArg(3);
  IRBuilder<> b(&function->getEntryBlock());
  for (auto [section, block] : blocks) {
    for (auto [position, tensor] : llvm::enumerate(block->rows)) {
      auto *match = BasicBlock::Create(c.context, "", function);
      auto *next = BasicBlock::Create(c.context, "", function);
      b.CreateCondBr(b.CreateAnd(b.CreateICmpEQ(train, c.i32(section)),
                                 b.CreateICmpEQ(index, c.i32(position))),
                     match, next);
      b.SetInsertPoint(match);
      if (tensor.panels) {
        int64_t outer = 1, inner = 1;
        for (auto [axis, size] : llvm::enumerate(tensor.type.getShape()))
          if (int64_t(axis) < tensor.panels->dim)
            outer *= size;
          else if (int64_t(axis) > tensor.panels->dim)
            inner *= size;
        b.CreateCall(
            panelFunction(),
            {pack ? source : target, pack ? target : source,
             c.i64(elementBytes(tensor.type.getElementType())), c.i64(outer),
             c.i64(tensor.type.getDimSize(tensor.panels->dim)), c.i64(inner),
             c.i64(tensor.panels->tile), b.getInt1(pack)});
      } else {
        b.CreateMemCpy(target, MaybeAlign(), source, MaybeAlign(),
                       tensor.bytes);
      }
      b.CreateRetVoid();
      b.SetInsertPoint(next);
    }
  }
  b.CreateRetVoid();
  return function;
}

} // namespace nnc
