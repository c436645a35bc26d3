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

/// `void (file, resident, outer, size, inner, tile, pack)`: the file's
/// [outer][size][inner] against [size/tile][outer][inner][tile]. Lanes of the
/// last panel without an element are set to zero.
Function *EntryEmitter::panelFunction(int64_t elementBytes) {
  Function *&panels = panelFunctions[elementBytes];
  if (panels)
    return panels;
  Type *element = Type::getIntNTy(c.context, unsigned(elementBytes * 8));
  panels = create("nn_panels" + std::to_string(elementBytes),
                  Type::getVoidTy(c.context),
                  {c.pointer, c.pointer, c.int64, c.int64, c.int64, c.int64,
                   Type::getInt1Ty(c.context)});
  Argument *file = panels->getArg(0), *resident = panels->getArg(1),
           *outer = panels->getArg(2), *size = panels->getArg(3),
           *inner = panels->getArg(4), *tile = panels->getArg(5),
           *pack = panels->getArg(6);
  IRBuilder<> b(&panels->getEntryBlock());
  auto forEach = [&](Value *count, function_ref<void(Value *)> emit) {
    BasicBlock *before = b.GetInsertBlock();
    auto *loop = BasicBlock::Create(c.context, "", panels);
    auto *body = BasicBlock::Create(c.context, "", panels);
    auto *end = BasicBlock::Create(c.context, "", panels);
    b.CreateBr(loop);
    b.SetInsertPoint(loop);
    PHINode *i = b.CreatePHI(c.int64, 2);
    i->addIncoming(c.i64(0), before);
    b.CreateCondBr(b.CreateICmpULT(i, count), body, end);
    b.SetInsertPoint(body);
    emit(i);
    i->addIncoming(b.CreateAdd(i, c.i64(1)), b.GetInsertBlock());
    b.CreateBr(loop);
    b.SetInsertPoint(end);
  };
  auto at = [&](Value *row, Value *length, Value *column) {
    return b.CreateAdd(b.CreateMul(row, length), column);
  };
  // A row of the file is read in one go.
  Value *whole = b.CreateAdd(size, b.CreateSub(tile, c.i64(1)));
  forEach(b.CreateUDiv(whole, tile), [&](Value *panel) {
    Value *left = b.CreateSub(size, b.CreateMul(panel, tile));
    Value *lanes = b.CreateBinaryIntrinsic(Intrinsic::umin, left, tile);
    forEach(outer, [&](Value *o) {
      Value *panelRow = at(panel, outer, o);
      auto inPanel = [&](Value *n, Value *lane) {
        return b.CreateGEP(element, resident,
                           at(at(panelRow, inner, n), tile, lane));
      };
      forEach(lanes, [&](Value *lane) {
        Value *row = at(o, size, at(panel, tile, lane));
        forEach(inner, [&](Value *n) {
          Value *inFile = b.CreateGEP(element, file, at(row, inner, n));
          Value *place = inPanel(n, lane);
          Value *from = b.CreateSelect(pack, inFile, place);
          Value *to = b.CreateSelect(pack, place, inFile);
          b.CreateAlignedStore(b.CreateAlignedLoad(element, from, Align(1)), to,
                               Align(1));
        });
      });
      Value *rest = b.CreateSelect(pack, b.CreateSub(tile, lanes), c.i64(0));
      forEach(rest, [&](Value *i) {
        Value *lane = b.CreateAdd(lanes, i);
        forEach(inner, [&](Value *n) {
          b.CreateAlignedStore(Constant::getNullValue(element),
                               inPanel(n, lane), Align(1));
        });
      });
    });
  });
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
            panelFunction(elementBytes(tensor.type.getElementType())),
            {pack ? source : target, pack ? target : source, c.i64(outer),
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
