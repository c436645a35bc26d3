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

/// `void (section, index, source, target, pack)`: looks up how the tensor lies,
/// in a table with a row for each tensor of each section, -1 for the model's.
/// Code for each would be many blocks that run once.
Function *
EntryEmitter::emitPanels(StringRef model,
                         ArrayRef<std::pair<int, const BlockLayout *>> blocks) {
  SmallVector<std::array<int64_t, 5>> rows; // outer, size, inner, tile, element
  SmallVector<int64_t> starts, elements;
  for (auto [section, block] : blocks) {
    starts.push_back(rows.size());
    for (const Stored &tensor : block->rows) {
      if (!tensor.panels) {
        rows.push_back({0, 0, tensor.bytes, 0, 0});
        continue;
      }
      int64_t outer = 1, inner = 1, dim = tensor.panels->dim;
      for (auto [axis, size] : llvm::enumerate(tensor.type.getShape()))
        if (int64_t(axis) < dim)
          outer *= size;
        else if (int64_t(axis) > dim)
          inner *= size;
      int64_t element = elementBytes(tensor.type.getElementType());
      if (!llvm::is_contained(elements, element))
        elements.push_back(element);
      rows.push_back({outer, tensor.type.getDimSize(dim), inner,
                      tensor.panels->tile, element});
    }
  }
  starts.push_back(rows.size());
  bool isSmall = llvm::all_of(rows, [](auto &row) {
    return llvm::all_of(row, [](int64_t n) { return isInt<32>(n); });
  });
  SmallVector<Constant *> numbers;
  for (auto &row : rows)
    for (int64_t number : row)
      numbers.push_back(isSmall ? c.i32(number) : c.i64(number));
  Constant *table = c.array(numbers);

  Function *function = create(
      (model + ".panels").str(), Type::getVoidTy(c.context),
      {c.int32, c.int32, c.pointer, c.pointer, Type::getInt1Ty(c.context)});
  Value *section = function->getArg(0), *source = function->getArg(2),
        *target = function->getArg(3), *pack = function->getArg(4);
  IRBuilder<> b(&function->getEntryBlock());
  Value *index = b.CreateZExt(function->getArg(1), c.int64);
  Value *first = c.i64(0), *count = c.i64(0);
  for (auto [number, block] : llvm::enumerate(blocks)) {
    Value *is = b.CreateICmpEQ(section, c.i32(block.first));
    first = b.CreateSelect(is, c.i64(starts[number]), first);
    count =
        b.CreateSelect(is, c.i64(starts[number + 1] - starts[number]), count);
  }
  auto *end = BasicBlock::Create(c.context, "", function);
  auto branch = [&](Value *condition, function_ref<void()> emit) {
    auto *then = BasicBlock::Create(c.context, "", function);
    auto *next = BasicBlock::Create(c.context, "", function);
    b.CreateCondBr(condition, then, next);
    b.SetInsertPoint(then);
    emit();
    b.CreateBr(end);
    b.SetInsertPoint(next);
  };
  branch(b.CreateICmpUGE(index, count), [] {});
  Value *row = b.CreateMul(b.CreateAdd(first, index), c.i64(5));
  Type *type = numbers.front()->getType();
  std::array<Value *, 5> parts;
  for (auto [i, part] : llvm::enumerate(parts)) {
    Value *place = b.CreateGEP(type, table, b.CreateAdd(row, c.i64(i)));
    part = b.CreateZExt(b.CreateLoad(type, place), c.int64);
  }
  Value *element = parts[4];
  branch(b.CreateICmpEQ(element, c.i64(0)), [&] {
    b.CreateMemCpy(target, MaybeAlign(), source, MaybeAlign(), parts[2]);
  });
  Value *file = b.CreateSelect(pack, source, target);
  Value *resident = b.CreateSelect(pack, target, source);
  for (int64_t bytes : elements)
    branch(b.CreateICmpEQ(element, c.i64(bytes)), [&] {
      b.CreateCall(panelFunction(bytes), {file, resident, parts[0], parts[1],
                                          parts[2], parts[3], pack});
    });
  b.CreateBr(end);
  b.SetInsertPoint(end);
  b.CreateRetVoid();
  return function;
}

std::pair<Constant *, Constant *> EntryEmitter::emitPack(StringRef model) {
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
    return {c.null(), c.null()};

  Function *panels = emitPanels(model, blocks);
  auto emit = [&](bool pack) {
    Function *function = create((model + (pack ? ".pack" : ".unpack")).str(),
                                Type::getVoidTy(c.context),
                                {c.int32, c.int32, c.pointer, c.pointer});
    IRBuilder<> b(&function->getEntryBlock());
    SmallVector<Value *> args;
    for (Argument &arg : function->args())
      args.push_back(&arg);
    args.push_back(b.getInt1(pack));
    b.CreateCall(panels, args);
    b.CreateRetVoid();
    return function;
  };
  Function *pack = emit(true);
  return {pack, emit(false)};
}

} // namespace nnc
