//===- Boundaries.cpp - What an entry reads and writes -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lifetimes.h"

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/CodeGen/Memory/Passes.h"

#include "nnc/Dialect/NN/Flops.h"
#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/MemRef/Utils/MemRefUtils.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_RECORDTYPES
#define GEN_PASS_DEF_BINDDESTINATIONS
#define GEN_PASS_DEF_RELEASEDESTINATIONS
#define GEN_PASS_DEF_BINDCARRIES
#define GEN_PASS_DEF_DROPRESULTS
#define GEN_PASS_DEF_EXPANDCOPIES
#include "MemoryPasses.h.inc"

Value originOf(Value value) {
  while (auto result = dyn_cast<OpResult>(value)) {
    Operation *op = result.getOwner();
    if (auto loop = dyn_cast<scf::ForOp>(op))
      value = loop.getTiedLoopInit(result)->get();
    else if (auto style = dyn_cast<DestinationStyleOpInterface>(op))
      value = style.getTiedOpOperand(result)->get();
    else
      break;
  }
  return value;
}

namespace {

/// Of a result: the number of its destination.
constexpr llvm::StringLiteral kDestinationAttr = "nn.destination";

bool isEntry(func::FuncOp func) {
  return func->hasAttr("nn.entry") && !func.isExternal();
}

struct RecordTypes : impl::RecordTypesBase<RecordTypes> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (!isEntry(func))
      return;
    for (auto [index, type] : llvm::enumerate(func.getArgumentTypes()))
      if (isa<RankedTensorType>(type))
        func.setArgAttr(index, kTypeAttr, TypeAttr::get(type));
    for (auto [index, type] : llvm::enumerate(func.getResultTypes()))
      if (isa<RankedTensorType>(type))
        func.setResultAttr(index, kTypeAttr, TypeAttr::get(type));
    auto module = func->getParentOfType<ModuleOp>();
    auto isDim = [&](StringRef name) {
      return module.lookupSymbol<nn::DimOp>(name) != nullptr;
    };
    if (std::string flops = nn::spellFlops(func, isDim); !flops.empty())
      func->setAttr(nn::kFlopsAttr, StringAttr::get(&getContext(), flops));
  }
};

struct BindDestinations : impl::BindDestinationsBase<BindDestinations> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (!isEntry(func))
      return;
    Operation *end = func.getBody().front().getTerminator();
    OpBuilder builder(end);
    for (OpOperand &returned : end->getOpOperands()) {
      auto type = dyn_cast<RankedTensorType>(returned.get().getType());
      if (!type)
        continue;
      unsigned number = returned.getOperandNumber();
      Value destination = updatedArgument(func, number);
      if (!destination)
        destination = addArgument(func, number, type);
      if (!destination)
        return signalPassFailure();
      func.setResultAttr(number, kDestinationAttr,
                         builder.getI64IntegerAttr(
                             cast<BlockArgument>(destination).getArgNumber()));
      returned.set(bufferization::MaterializeInDestinationOp::create(
                       builder, end->getLoc(), returned.get(), destination)
                       .getResult());
    }
  }

private:
  static Value updatedArgument(func::FuncOp func, unsigned number) {
    Attribute result = func.getResultAttr(number, "nn.result");
    for (BlockArgument arg : func.getArguments())
      if (result && func.getArgAttr(arg.getArgNumber(), "nn.arg") == result &&
          arg.getType() == func.getResultTypes()[number])
        return arg;
    return {};
  }

  static Value addArgument(func::FuncOp func, unsigned number, Type type) {
    Builder builder(func.getContext());
    NamedAttrList attributes;
    if (Attribute key = func.getResultAttr(number, "nn.result"))
      attributes.set("nn.arg", key);
    for (StringRef name : {StringRef(kTypeAttr), StringRef("nn.layout")})
      if (Attribute attribute = func.getResultAttr(number, name))
        attributes.set(name, attribute);
    attributes.set(kWrittenAttr, builder.getUnitAttr());
    attributes.set(bufferization::BufferizationDialect::kWritableAttrName,
                   builder.getBoolAttr(true));
    unsigned index = func.getNumArguments();
    if (failed(func.insertArgument(index, type,
                                   attributes.getDictionary(func.getContext()),
                                   func.getLoc())))
      return {};
    return func.getArgument(index);
  }
};

struct ReleaseDestinations
    : impl::ReleaseDestinationsBase<ReleaseDestinations> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (!isEntry(func))
      return;
    using bufferization::MaterializeInDestinationOp;
    for (OpOperand &returned :
         func.getBody().front().getTerminator()->getOpOperands()) {
      auto op = returned.get().getDefiningOp<MaterializeInDestinationOp>();
      if (!op || !op->hasOneUse() || originOf(op.getSource()) != op.getDest())
        continue;
      returned.set(op.getSource());
      op.erase();
    }
  }
};

struct BindCarries : impl::BindCarriesBase<BindCarries> {
  void runOnOperation() override {
    if (isEntry(getOperation()) || getOperation()->hasAttr(cpu::kKernelAttr))
      getOperation().walk([](scf::ForOp loop) { bindCarries(loop); });
  }

private:
  /// A carried tensor that is put into the place of `arg` at the end.
  struct Move {
    OpOperand *next;
    Value arg;
    /// The other place that the tensor is (part of) at the end, if any.
    Value from;
  };

  /// Of what loop `value` is (part of) what is carried into an iteration.
  static Value carriedFrom(scf::ForOp loop, Value value) {
    while (value.getDefiningOp() && isView(value.getDefiningOp()))
      value = value.getDefiningOp()->getOperand(0);
    return llvm::is_contained(loop.getRegionIterArgs(), value) ? value
                                                               : Value();
  }

  /// Whether what `value` was before `op` wrote to it is read after that.
  static bool isReadAfter(Operation *op, Value value) {
    return llvm::any_of(value.getUsers(), [&](Operation *user) {
      if (isView(user) && isReadAfter(op, user->getResult(0)))
        return true;
      Operation *beside = op->getBlock()->findAncestorOpInBlock(*user);
      return beside && op->isBeforeInBlock(beside) &&
             !isa<tensor::DimOp, scf::YieldOp>(user);
    });
  }

  /// Whether `next` is computed in the place of `arg`, from its first write on.
  static bool isInPlace(Value next, Value arg) {
    if (originOf(next) != arg)
      return false;
    return llvm::none_of(arg.getUses(), [&](OpOperand &use) {
      Operation *op = use.getOwner();
      auto style = dyn_cast<DestinationStyleOpInterface>(op);
      bool writes = isa<scf::ForOp>(op) || (style && style.isDpsInit(&use));
      return writes && isReadAfter(op, arg);
    });
  }

  static void bindCarries(scf::ForOp loop) {
    Operation *yield = loop.getBody()->getTerminator();
    SmallVector<Move> moves;
    auto isMovedOn = [&](Value arg) {
      return llvm::any_of(moves,
                          [&](const Move &move) { return move.from == arg; });
    };
    SmallVector<Move> computedInPlace;
    for (auto [next, arg] :
         llvm::zip(yield->getOpOperands(), loop.getRegionIterArgs())) {
      if (!isa<RankedTensorType>(arg.getType()) || next.get() == arg)
        continue;
      bool inPlace = isInPlace(next.get(), arg);
      (inPlace ? computedInPlace : moves)
          .push_back({&next, arg, carriedFrom(loop, next.get())});
    }
    // If another place takes what it was, it may be computed elsewhere.
    for (const Move &move : computedInPlace)
      if (isMovedOn(move.arg))
        moves.push_back(move);
    OpBuilder builder(yield);
    // What is in a place moves on before the next comes.
    while (!moves.empty()) {
      Move *free = llvm::find_if(
          moves, [&](const Move &move) { return !isMovedOn(move.arg); });
      if (free == moves.end()) {
        setAside(builder, moves.front());
        continue;
      }
      put(builder, free->next, free->arg);
      moves.erase(free);
    }
  }

  /// Copies the tensor to `place`, unless it is computed there.
  static void put(OpBuilder &builder, OpOperand *next, Value place) {
    next->set(bufferization::MaterializeInDestinationOp::create(
                  builder, next->getOwner()->getLoc(), next->get(), place)
                  .getResult());
  }

  /// Breaks a ring of places: each of `moves` is then from another's.
  static void setAside(OpBuilder &builder, Move &move) {
    Location loc = move.next->getOwner()->getLoc();
    Value value = move.next->get();
    put(builder, move.next,
        tensor::EmptyOp::create(
            builder, loc, tensor::getMixedSizes(builder, loc, value),
            cast<RankedTensorType>(value.getType()).getElementType()));
    move.from = Value();
  }
};

struct DropResults : impl::DropResultsBase<DropResults> {
  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (isEntry(func))
      dropDestinations(func);
    else if (func->hasAttr(cpu::kKernelAttr) && !func.isExternal())
      dropArguments(func);
    func.walk([](func::CallOp call) {
      if (call.getNumResults() == 0 || !call.use_empty() ||
          !llvm::all_of(call.getResultTypes(), llvm::IsaPred<MemRefType>))
        return;
      OpBuilder builder(call);
      auto plain =
          func::CallOp::create(builder, call.getLoc(), call.getCallee(),
                               TypeRange(), call.getOperands());
      plain->setDiscardableAttrs(call->getDiscardableAttrDictionary());
      call.erase();
    });
  }

private:
  /// A kernel returns the last of its arguments; callers have these.
  void dropArguments(func::FuncOp kernel) {
    Operation *end = kernel.getBody().front().getTerminator();
    if (llvm::all_of(end->getOperands(), llvm::IsaPred<BlockArgument>)) {
      end->setOperands({});
      (void)kernel.eraseResults(llvm::BitVector(kernel.getNumResults(), true));
    }
  }

  void dropDestinations(func::FuncOp func) {
    Operation *end = func.getBody().front().getTerminator();
    llvm::BitVector drop(end->getNumOperands());
    for (OpOperand &returned : end->getOpOperands()) {
      if (!isa<MemRefType>(returned.get().getType()))
        continue;
      Value buffer = returned.get();
      while (auto cast = buffer.getDefiningOp<memref::CastOp>())
        buffer = cast.getSource();
      auto number = func.getResultAttrOfType<IntegerAttr>(
          returned.getOperandNumber(), kDestinationAttr);
      assert(number && "destinations are bound before");
      Value destination = func.getArgument(number.getInt());
      if (buffer != destination) {
        OpBuilder builder(end);
        memref::CopyOp::create(builder, end->getLoc(), buffer, destination);
      }
      drop.set(returned.getOperandNumber());
    }
    end->eraseOperands(drop);
    if (failed(func.eraseResults(drop)))
      signalPassFailure();
  }
};

/// Whether a copy from or to a buffer of this type is one move of bytes.
bool isOneStretch(MemRefType type) {
  return type.getLayout().isIdentity() ||
         (type.hasStaticShape() &&
          memref::isStaticShapeAndContiguousRowMajor(type));
}

struct ExpandCopies : impl::ExpandCopiesBase<ExpandCopies> {
  void runOnOperation() override {
    SmallVector<memref::CopyOp> copies;
    getOperation().walk([&](memref::CopyOp copy) { copies.push_back(copy); });
    for (memref::CopyOp copy : copies) {
      // A slice that is computed in place.
      if (copy.getSource() == copy.getTarget())
        copy.erase();
      else
        expand(copy);
    }
  }

private:
  static MemRefType typeOf(Value buffer) {
    return cast<MemRefType>(buffer.getType());
  }

  /// A loop over the first axis, while what lies under it is no stretch.
  static void expand(memref::CopyOp copy) {
    MemRefType source = typeOf(copy.getSource());
    MemRefType target = typeOf(copy.getTarget());
    if (isOneStretch(source) && isOneStretch(target))
      return;
    OpBuilder b(copy);
    Location loc = copy.getLoc();
    if (source.getRank() < 2) {
      linalg::CopyOp::create(b, loc, copy.getSource(), copy.getTarget());
      copy.erase();
      return;
    }
    Value zero = arith::ConstantIndexOp::create(b, loc, 0);
    Value one = arith::ConstantIndexOp::create(b, loc, 1);
    Value count = memref::DimOp::create(b, loc, copy.getTarget(), zero);
    auto loop = scf::ForOp::create(b, loc, zero, count, one);
    b.setInsertionPointToStart(loop.getBody());
    auto rowOf = [&](Value buffer) -> Value {
      SmallVector<OpFoldResult> sizes = memref::getMixedSizes(b, loc, buffer);
      SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0));
      SmallVector<OpFoldResult> strides(sizes.size(), b.getIndexAttr(1));
      sizes[0] = b.getIndexAttr(1);
      offsets[0] = loop.getInductionVar();
      MemRefType type = memref::SubViewOp::inferRankReducedResultType(
          typeOf(buffer).getShape().drop_front(), typeOf(buffer), offsets,
          sizes, strides);
      return memref::SubViewOp::create(b, loc, type, buffer, offsets, sizes,
                                       strides);
    };
    Value from = rowOf(copy.getSource()), to = rowOf(copy.getTarget());
    auto inner = memref::CopyOp::create(b, loc, from, to);
    copy.erase();
    expand(inner);
  }
};

} // namespace
} // namespace nnc::memory
