//===- Entry.cpp - Functions that a host can call -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EntryFrame.h"

#include "Denormals.h"

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/CodeGen/Memory/Passes.h"
#include "nnrt/program.h"

#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using mlir::func::FuncOp;

namespace nnc {

EntryEmitter::EntryEmitter(Constants &constants, const Layout &layout)
    : c(constants), layout(layout) {
  SmallVector<Type *> members(Parallel + 1, c.pointer);
  members[StructSize] = members[Training] = c.int32;
  for (Member i : {Step, Epoch, BatchCounter, StepsPerEpoch, Seed, Example})
    members[i] = c.int64;
  callType = StructType::get(c.context, members);
}

Function *EntryEmitter::create(StringRef name, Type *result,
                               ArrayRef<Type *> arguments) {
  auto *function =
      Function::Create(FunctionType::get(result, arguments, false),
                       GlobalValue::InternalLinkage, name, c.module);
  BasicBlock::Create(c.context, "", function);
  return function;
}

Value *EntryEmitter::member(Frame &frame, unsigned index) {
  return frame.b.CreateLoad(
      callType->getElementType(index),
      frame.b.CreateStructGEP(callType, frame.call, index));
}

Value *EntryEmitter::dim(Frame &frame, unsigned index) {
  return frame.b.CreateLoad(
      c.int64, frame.b.CreateConstInBoundsGEP1_64(c.int64, frame.dims, index));
}

Value *EntryEmitter::size(Frame &frame, StringRef expression) {
  int index = layout.dimIndex(expression);
  if (index >= 0)
    return dim(frame, index);
  Function *function = c.module.getFunction(sizeFunctionName(expression));
  assert(function && "sizes that are expressions have functions");
  SmallVector<Value *> all;
  for (unsigned i = 0; i < layout.dims.size(); ++i)
    all.push_back(dim(frame, i));
  return frame.b.CreateCall(function, all);
}

Constant *EntryEmitter::emitSize(StringRef expression) {
  Frame frame(c.context);
  frame.function =
      create(sizeFunctionName(expression) + ".dims", c.int64, {c.pointer});
  frame.b.SetInsertPoint(&frame.function->getEntryBlock());
  frame.dims = frame.function->getArg(0);
  frame.b.CreateRet(size(frame, expression));
  return frame.function;
}

//===----------------------------------------------------------------------===//
// Faults
//===----------------------------------------------------------------------===//

/// `i32 (status, code, path, value, limit, message)`: fills a status.
Function *EntryEmitter::failFunction() {
  if (failing)
    return failing;
  failing =
      create("nn_fail", c.int32,
             {c.pointer, c.int32, c.pointer, c.int64, c.int64, c.pointer});
  failing->addFnAttr(Attribute::Cold);
  failing->addFnAttr(Attribute::NoInline);
  IRBuilder<> b(&failing->getEntryBlock());
  auto *fill = BasicBlock::Create(c.context, "", failing);
  auto *end = BasicBlock::Create(c.context, "", failing);
  Value *status = failing->getArg(0);
  b.CreateCondBr(b.CreateIsNull(status), end, fill);
  b.SetInsertPoint(fill);
  auto *messageType = ArrayType::get(c.int8, sizeof(nn_status::message));
  auto *type = StructType::get(
      c.context, {c.int32, c.pointer, c.int64, c.int64, messageType});
  for (unsigned i = 0; i < 4; ++i)
    b.CreateStore(failing->getArg(i + 1), b.CreateStructGEP(type, status, i));
  b.CreateMemCpy(b.CreateStructGEP(type, status, 4), MaybeAlign(),
                 failing->getArg(5), MaybeAlign(), sizeof(nn_status::message));
  b.CreateBr(end);
  b.SetInsertPoint(end);
  b.CreateRet(failing->getArg(1));
  return failing;
}

/// A text as long as that of a status, which is copied whole.
Constant *EntryEmitter::paddedMessage(StringRef message) {
  std::string padded = message.substr(0, sizeof(nn_status::message) - 1).str();
  padded.resize(sizeof(nn_status::message) - 1);
  return c.text(padded);
}

void EntryEmitter::failWith(Frame &frame, Value *condition, int code,
                            Value *message, Value *value, Value *limit,
                            Value *path) {
  IRBuilder<> &b = frame.b;
  auto *bad = BasicBlock::Create(c.context, "", frame.function);
  auto *good = BasicBlock::Create(c.context, "", frame.function);
  b.CreateCondBr(condition, bad, good);
  b.SetInsertPoint(bad);
  Value *result = b.CreateCall(
      failFunction(),
      {member(frame, Status), c.i32(code), path ? path : c.null(),
       value ? value : c.i64(0), limit ? limit : c.i64(0), message});
  b.CreateRet(result);
  b.SetInsertPoint(good);
}

void EntryEmitter::fail(Frame &frame, Value *condition, int code,
                        StringRef message, Value *value, Value *limit,
                        Value *path) {
  failWith(frame, condition, code, paddedMessage(message), value, limit, path);
}

SmallVector<FuncOp> bodiesOf(const Layout &layout, FuncOp entry) {
  SmallVector<FuncOp> bodies = {entry};
  if (FuncOp special = layout.specialized(entry))
    bodies.push_back(special);
  // A check may have one of its own.
  for (FuncOp body = entry;
       auto check = body->getAttrOfType<mlir::FlatSymbolRefAttr>("nn.check");) {
    body = mlir::ModuleOp(layout.module).lookupSymbol<FuncOp>(check.getValue());
    bodies.push_back(body);
  }
  return bodies;
}

SmallDenseSet<unsigned> neededMembers(FuncOp entry, ArrayRef<FuncOp> bodies) {
  SmallDenseSet<unsigned> needed;
  for (FuncOp body : bodies)
    if (body->hasAttr(memory::kArenaSizeAttr))
      needed.insert(Arena);
  for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
    nn::ArgAttr key = keyOf(entry, i);
    if (!key)
      continue;
    switch (key.getKind()) {
    case nn::ArgKind::parameter:
      needed.insert(Parameters);
      break;
    case nn::ArgKind::state:
      needed.insert(State);
      break;
    case nn::ArgKind::optimizer:
      needed.insert(Optimizer);
      break;
    case nn::ArgKind::input:
      needed.insert(Inputs);
      break;
    case nn::ArgKind::output:
      needed.insert(Outputs);
      break;
    case nn::ArgKind::metric:
      needed.insert(isWritten(entry, i) ? Values : Metrics);
      break;
    case nn::ArgKind::scalar:
      if (key.getName().getValue().starts_with("hyper."))
        needed.insert(Hypers);
      break;
    case nn::ArgKind::dim:
      needed.insert(Dims);
      break;
    case nn::ArgKind::value:
      break;
    }
  }
  if (!entry.getResultTypes().empty() && !entry->hasAttr(memory::kGuardedAttr))
    needed.insert(Values);
  return needed;
}

void EntryEmitter::checkCall(Frame &frame, FuncOp entry) {
  IRBuilder<> &b = frame.b;
  auto *bad = BasicBlock::Create(c.context, "", frame.function);
  auto *good = BasicBlock::Create(c.context, "", frame.function);
  b.CreateCondBr(
      b.CreateICmpNE(member(frame, StructSize), c.i32(sizeof(nn_call))), bad,
      good);
  b.SetInsertPoint(bad);
  // Another struct: its status is not where it should be.
  b.CreateRet(c.i32(NN_BAD_CALL));
  b.SetInsertPoint(good);

  SmallDenseSet<unsigned> needed =
      neededMembers(entry, bodiesOf(layout, entry));
  SmallVector<unsigned> dims;
  for (unsigned i = 0; i < entry.getNumArguments(); ++i)
    if (nn::ArgAttr key = keyOf(entry, i);
        key && key.getKind() == nn::ArgKind::dim)
      dims.push_back(layout.dimIndex(key.getName()));
  for (Member index : {Parameters, State, Optimizer, Arena, Inputs, Outputs,
                       Dims, Hypers, Metrics, Values})
    if (needed.contains(index))
      fail(frame, b.CreateIsNull(member(frame, index)), NN_BAD_CALL,
           memberName(index) + " is null");
  for (Member block : {Parameters, State, Optimizer, Arena})
    if (needed.contains(block))
      frame.blocks.push_back(block);
  frame.dims = member(frame, Dims);
  for (unsigned index : dims) {
    nn::DimOp op = layout.dims[index];
    int64_t maximum = op.getMax().value_or(INT64_MAX);
    Value *size = dim(frame, index);
    std::string name = op.getSymName().str();
    fail(frame, b.CreateICmpSLT(size, c.i64(op.getMin())), NN_BAD_DIM,
         "dim `" + name + "` is below its range", size, c.i64(op.getMin()));
    fail(frame, b.CreateICmpSGT(size, c.i64(maximum)), NN_BAD_DIM,
         "dim `" + name + "` is above its range", size, c.i64(maximum));
  }
}

//===----------------------------------------------------------------------===//
// Calling a body
//===----------------------------------------------------------------------===//

Value *EntryEmitter::bufferPointer(Frame &frame, FuncOp body, unsigned index) {
  IRBuilder<> &b = frame.b;
  if (body.getArgAttr(index, memory::kArenaAttr))
    return member(frame, Arena);
  nn::ArgAttr key = keyOf(body, index);
  auto position = [&] {
    unsigned count = 0;
    for (unsigned i = 0; i < index; ++i)
      if (nn::ArgAttr other = keyOf(body, i))
        count += other.getKind() == key.getKind() &&
                 isWritten(body, i) == isWritten(body, index);
    return count;
  };
  auto inBlock = [&](Member block) {
    StringRef owner =
        body->getAttrOfType<mlir::FlatSymbolRefAttr>("nn.owner").getValue();
    return b.CreateConstInBoundsGEP1_64(c.int8, member(frame, block),
                                        layout.stored(owner, key).offset);
  };
  auto inTable = [&](Member table) {
    return b.CreateLoad(
        c.pointer, b.CreateConstInBoundsGEP1_64(c.pointer, member(frame, table),
                                                position()));
  };
  switch (key.getKind()) {
  case nn::ArgKind::parameter:
    return inBlock(Parameters);
  case nn::ArgKind::state:
    return inBlock(State);
  case nn::ArgKind::optimizer:
    return inBlock(Optimizer);
  case nn::ArgKind::input:
    return inTable(Inputs);
  case nn::ArgKind::output:
    return inTable(Outputs);
  case nn::ArgKind::metric:
    return frame.metrics[position()];
  case nn::ArgKind::scalar:
  case nn::ArgKind::dim:
  case nn::ArgKind::value:
    break;
  }
  llvm_unreachable("not a buffer");
}

/// A buffer becomes base, pointer, offset, sizes and strides.
void EntryEmitter::addBuffer(Frame &frame, SmallVectorImpl<Value *> &arguments,
                             FuncOp body, unsigned index, Value *pointer) {
  auto type = cast<mlir::MemRefType>(body.getArgumentTypes()[index]);
  arguments.append({pointer, pointer, c.i64(0)});
  SmallVector<Value *> sizes;
  mlir::RankedTensorType logical;
  if (auto attr =
          body.getArgAttrOfType<mlir::TypeAttr>(index, memory::kTypeAttr))
    logical = cast<mlir::RankedTensorType>(attr.getValue());
  for (auto [axis, number] : llvm::enumerate(type.getShape())) {
    if (!mlir::ShapedType::isDynamic(number))
      sizes.push_back(c.i64(number));
    else if (!logical)
      sizes.push_back(c.i64(INT64_MAX)); // the arena, whose size is checked
    else
      sizes.push_back(size(frame, nn::getSizes(logical)[axis].symbol));
  }
  SmallVector<Value *> strides(sizes.size());
  Value *stride = c.i64(1);
  for (int64_t axis = int64_t(sizes.size()) - 1; axis >= 0; --axis) {
    strides[axis] = stride;
    stride = frame.b.CreateMul(stride, sizes[axis]);
  }
  llvm::append_range(arguments, sizes);
  llvm::append_range(arguments, strides);
}

Value *EntryEmitter::scalarValue(Frame &frame, StringRef name,
                                 mlir::Type type) {
  IRBuilder<> &b = frame.b;
  if (name.consume_front("hyper.")) {
    Type *llvmType = type.isF64() ? c.float64 : c.int64;
    Value *value = b.CreateLoad(
        llvmType, b.CreateConstInBoundsGEP1_64(c.int64, member(frame, Hypers),
                                               layout.hyperIndex(name)));
    return type.isInteger(1) ? b.CreateIsNotNull(value) : value;
  }
  static const std::pair<const char *, Member> members[] = {
      {"step", Step},
      {"epoch", Epoch},
      {"batch_counter", BatchCounter},
      {"steps_per_epoch", StepsPerEpoch},
      {"seed", Seed},
      {"example", Example}};
  for (auto [known, index] : members)
    if (name == known)
      return member(frame, index);
  llvm_unreachable("unknown scalar");
}

Value *EntryEmitter::callBody(Frame &frame, FuncOp body) {
  IRBuilder<> &b = frame.b;
  Function *function = c.module.getFunction(body.getSymName());
  assert(function && "every declared function was translated");
  SmallVector<Value *> arguments;
  unsigned metric = 0;
  for (auto [index, type] : llvm::enumerate(body.getArgumentTypes())) {
    nn::ArgAttr key = keyOf(body, index);
    if (isa<mlir::MemRefType>(type)) {
      addBuffer(frame, arguments, body, index,
                bufferPointer(frame, body, index));
    } else if (key.getKind() == nn::ArgKind::dim) {
      arguments.push_back(dim(frame, layout.dimIndex(key.getName())));
    } else if (key.getKind() == nn::ArgKind::metric) {
      arguments.push_back(b.CreateLoad(
          c.float64, b.CreateConstInBoundsGEP1_64(
                         c.float64, member(frame, Metrics), metric++)));
    } else {
      arguments.push_back(scalarValue(frame, key.getName(), type));
    }
  }
  if (function->hasFnAttribute(cpu::kHostThreadsAttr))
    arguments.push_back(member(frame, Parallel));
  // Hundreds of arguments, each loaded from the stack at the start, make
  // instruction selection quadratic.
  function->addFnAttr(Attribute::AlwaysInline);
  return b.CreateCall(function, arguments);
}

/// The functions that compare run-time indices with their axes and look at what
/// is asserted come first.
void EntryEmitter::checkIndices(Frame &frame, FuncOp entry) {
  auto symbol = entry->getAttrOfType<mlir::FlatSymbolRefAttr>("nn.check");
  if (!symbol)
    return;
  auto check =
      mlir::ModuleOp(layout.module).lookupSymbol<FuncOp>(symbol.getValue());
  checkIndices(frame, check);
  IRBuilder<> &b = frame.b;
  Value *result = callBody(frame, check);
  Value *which = b.CreateExtractValue(result, 0);
  SmallVector<Constant *> paths;
  for (mlir::Attribute path :
       check->getAttrOfType<mlir::ArrayAttr>("nn.check_paths"))
    paths.push_back(c.text(cast<mlir::StringAttr>(path).getValue()));
  // Asserts have a message of their own.
  for (auto [index, message] : llvm::enumerate(
           check->getAttrOfType<mlir::ArrayAttr>("nn.check_messages")))
    if (StringRef text = cast<mlir::StringAttr>(message); !text.empty())
      fail(frame, b.CreateICmpEQ(which, c.i64(index)), NN_ASSERT_FAILED, text,
           nullptr, nullptr, paths[index]);
  Value *failed = b.CreateICmpSGE(which, c.i64(0));
  Value *slot = b.CreateSelect(failed, which, c.i64(0));
  Value *path = c.null();
  if (!paths.empty())
    path = b.CreateLoad(c.pointer,
                        b.CreateInBoundsGEP(c.pointer, c.array(paths), slot));
  fail(frame, failed, NN_BAD_INDEX, "", b.CreateExtractValue(result, 1),
       b.CreateExtractValue(result, 2), path);
}

static Type *floatType(LLVMContext &context, mlir::Type type) {
  return type.isF64()    ? Type::getDoubleTy(context)
         : type.isF16()  ? Type::getHalfTy(context)
         : type.isBF16() ? Type::getBFloatTy(context)
                         : Type::getFloatTy(context);
}

void EntryEmitter::storeMetrics(Frame &frame, FuncOp entry) {
  IRBuilder<> &b = frame.b;
  for (auto [index, slot] : llvm::enumerate(frame.metrics)) {
    Value *value =
        b.CreateLoad(cast<AllocaInst>(slot)->getAllocatedType(), slot);
    if (!value->getType()->isDoubleTy())
      value = b.CreateFPExt(value, c.float64);
    b.CreateStore(value, b.CreateConstInBoundsGEP1_64(
                             c.float64, member(frame, Values), index));
  }
}

/// What a function returns (control) goes into nn_call.values as well.
void EntryEmitter::storeResults(Frame &frame, FuncOp body, Value *results) {
  IRBuilder<> &b = frame.b;
  unsigned count = body.getNumResults();
  for (unsigned i = 0; i < count; ++i) {
    Value *value = count == 1 ? results : b.CreateExtractValue(results, i);
    if (value->getType()->isIntegerTy(1))
      value = b.CreateUIToFP(value, c.float64);
    else if (value->getType()->isIntegerTy())
      value = b.CreateSIToFP(value, c.float64);
    b.CreateStore(value, b.CreateConstInBoundsGEP1_64(
                             c.float64, member(frame, Values), i));
  }
}

Function *EntryEmitter::emitCall(FuncOp entry) {
  Frame frame(c.context);
  IRBuilder<> &b = frame.b;
  frame.function =
      create((entry.getSymName() + ".entry").str(), c.int32, {c.pointer});
  b.SetInsertPoint(&frame.function->getEntryBlock());
  frame.call = frame.function->getArg(0);
  for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
    nn::ArgAttr key = keyOf(entry, i);
    if (key && key.getKind() == nn::ArgKind::metric && isWritten(entry, i))
      frame.metrics.push_back(b.CreateAlloca(floatType(
          c.context, cast<mlir::MemRefType>(entry.getArgumentTypes()[i])
                         .getElementType())));
  }
  checkCall(frame, entry);
  checkMemory(frame, entry);
  checkIndices(frame, entry);
  for (Value *slot : frame.metrics) {
    // Those that a step does not come to.
    Type *type = cast<AllocaInst>(slot)->getAllocatedType();
    b.CreateStore(ConstantFP::getNaN(type), slot);
  }
  bool guarded = entry->hasAttr(memory::kGuardedAttr);
  Value *finite = nullptr;
  Value *saved = flushDenormals(b);
  if (FuncOp special = layout.specialized(entry)) {
    Value *matches = b.getTrue();
    for (mlir::NamedAttribute size :
         special->getAttrOfType<mlir::DictionaryAttr>("nn.specialized"))
      matches = b.CreateAnd(
          matches,
          b.CreateICmpEQ(
              dim(frame, layout.dimIndex(size.getName())),
              c.i64(cast<mlir::IntegerAttr>(size.getValue()).getInt())));
    auto *fixed = BasicBlock::Create(c.context, "", frame.function);
    auto *any = BasicBlock::Create(c.context, "", frame.function);
    auto *end = BasicBlock::Create(c.context, "", frame.function);
    b.CreateCondBr(matches, fixed, any);
    b.SetInsertPoint(fixed);
    Value *first = callBody(frame, special);
    b.CreateBr(end);
    b.SetInsertPoint(any);
    Value *second = callBody(frame, entry);
    b.CreateBr(end);
    b.SetInsertPoint(end);
    if (guarded) {
      PHINode *either = b.CreatePHI(first->getType(), 2);
      either->addIncoming(first, fixed);
      either->addIncoming(second, any);
      finite = either;
    }
  } else {
    Value *results = callBody(frame, entry);
    if (guarded)
      finite = results;
    else
      storeResults(frame, entry, results);
  }
  restoreDenormals(b, saved);
  storeMetrics(frame, entry);
  if (guarded)
    fail(frame, b.CreateNot(finite), NN_NOT_FINITE, "the loss is not finite");
  b.CreateRet(c.i32(NN_OK));
  return frame.function;
}

//===----------------------------------------------------------------------===//
// Sizes of arenas
//===----------------------------------------------------------------------===//

Value *EntryEmitter::arenaSize(Frame &frame, FuncOp body) {
  auto symbol =
      body->getAttrOfType<mlir::FlatSymbolRefAttr>(memory::kArenaSizeAttr);
  if (!symbol)
    return nullptr;
  auto size =
      mlir::ModuleOp(layout.module).lookupSymbol<FuncOp>(symbol.getValue());
  SmallVector<Value *> arguments;
  for (unsigned i = 0; i < size.getNumArguments(); ++i)
    arguments.push_back(dim(frame, layout.dimIndex(keyOf(size, i).getName())));
  return frame.b.CreateCall(c.module.getFunction(symbol.getValue()), arguments);
}

/// What all bodies need, one at a time.
Value *EntryEmitter::arenaBytes(Frame &frame, FuncOp entry) {
  Value *bytes = c.i64(0);
  for (FuncOp body : bodiesOf(layout, entry))
    if (Value *own = arenaSize(frame, body))
      bytes = frame.b.CreateBinaryIntrinsic(Intrinsic::smax, bytes, own);
  return bytes;
}

Constant *EntryEmitter::emitArenaBytes(FuncOp entry) {
  Frame frame(c.context);
  SmallVector<FuncOp> bodies = bodiesOf(layout, entry);
  if (llvm::none_of(bodies, [](FuncOp body) {
        return body->hasAttr(memory::kArenaSizeAttr);
      }))
    return c.null();
  frame.function =
      create((entry.getSymName() + ".arena_bytes").str(), c.int64, {c.pointer});
  frame.b.SetInsertPoint(&frame.function->getEntryBlock());
  frame.dims = frame.function->getArg(0);
  frame.b.CreateRet(arenaBytes(frame, entry));
  return frame.function;
}

} // namespace nnc
