//===- LinearKernels.cpp - Kernels that need no analysis -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinearKernels.h"
#include "nnc/CodeGen/Memory/Passes.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/IRMapping.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace nnc::memory {

MemRefType rowsFromAnywhere(RankedTensorType type) {
  SmallVector<int64_t> strides(type.getRank());
  int64_t stride = 1;
  for (int64_t dim = type.getRank() - 1; dim >= 0; --dim) {
    strides[dim] = stride;
    if (stride != ShapedType::kDynamic)
      stride = type.isDynamicDim(dim) ? ShapedType::kDynamic
                                      : stride * type.getDimSize(dim);
  }
  return MemRefType::get(
      type.getShape(), type.getElementType(),
      StridedLayoutAttr::get(type.getContext(), ShapedType::kDynamic, strides));
}

//===----------------------------------------------------------------------===//
// Which they are
//===----------------------------------------------------------------------===//

/// The argument that `value` is, if it is only read; null otherwise.
static BlockArgument readArgument(Value value, func::FuncOp kernel) {
  auto arg = dyn_cast<BlockArgument>(value);
  return arg && arg.getOwner() == &kernel.getBody().front() &&
                 kernel.getArgAttr(arg.getArgNumber(), "bufferization.writable")
             ? arg
             : BlockArgument();
}

/// Whether `op` is a view of an argument that is only read.
static bool isView(Operation *op, func::FuncOp kernel) {
  auto collapse = dyn_cast<tensor::CollapseShapeOp>(op);
  BlockArgument arg =
      collapse ? readArgument(collapse.getSrc(), kernel) : BlockArgument();
  return arg && memref::CollapseShapeOp::isGuaranteedCollapsible(
                    rowsFromAnywhere(collapse.getSrcType()),
                    collapse.getReassociationIndices());
}

/// Whether `op` is the buffer of an argument, for nothing but to fetch it.
static bool isFetched(Operation *op, func::FuncOp kernel) {
  auto buffer = dyn_cast<bufferization::ToBufferOp>(op);
  auto arg =
      buffer ? dyn_cast<BlockArgument>(buffer.getTensor()) : BlockArgument();
  return arg && arg.getOwner() == &kernel.getBody().front() &&
         llvm::all_of(op->getUsers(), llvm::IsaPred<memref::PrefetchOp>);
}

/// Whether `use` makes the next value of its tensor.
static bool isWrite(OpOperand &use) {
  auto style = dyn_cast<DestinationStyleOpInterface>(use.getOwner());
  return (style && style.isDpsInit(&use)) ||
         isa<scf::ForOp, scf::YieldOp, func::ReturnOp>(use.getOwner());
}

static bool isLinearValue(Value value, func::FuncOp kernel) {
  if (!isa<RankedTensorType>(value.getType()))
    return true;
  Operation *writer = nullptr;
  for (OpOperand &use : value.getUses()) {
    Operation *user = use.getOwner();
    if (!isWrite(use)) {
      if (!isa<tensor::ExtractOp, tensor::DimOp, vector::TransferReadOp>(
              user) &&
          !isView(user, kernel) && !isFetched(user, kernel))
        return false;
      continue;
    }
    if (writer || user->getBlock() != value.getParentBlock())
      return false;
    writer = user;
  }
  if (!writer)
    return true;
  if (readArgument(value, kernel) ||
      isa_and_nonnull<tensor::CollapseShapeOp>(value.getDefiningOp()))
    return false;
  return llvm::all_of(value.getUsers(), [&](Operation *user) {
    Operation *reader = writer->getBlock()->findAncestorOpInBlock(*user);
    return user == writer || reader->isBeforeInBlock(writer);
  });
}

static bool carriesInPlace(scf::ForOp loop) {
  return llvm::all_of(
      llvm::zip_equal(loop.getYieldedValues(), loop.getRegionIterArgs()),
      [](auto pair) {
        auto [next, arg] = pair;
        return !isa<RankedTensorType>(arg.getType()) || originOf(next) == arg;
      });
}

bool isLinear(func::FuncOp kernel) {
  WalkResult result = kernel.getBody().walk([&](Block *block) {
    bool linear = llvm::all_of(block->getArguments(), [&](Value arg) {
      return isLinearValue(arg, kernel);
    });
    for (Operation &op : *block) {
      auto loop = dyn_cast<scf::ForOp>(op);
      bool known = (loop && carriesInPlace(loop)) ||
                   isa<bufferization::AllocTensorOp, vector::TransferWriteOp,
                       tensor::InsertOp>(op) ||
                   isView(&op, kernel);
      linear &= llvm::all_of(op.getResults(), [&](Value value) {
        return !isa<TensorType>(value.getType()) ||
               (known && isLinearValue(value, kernel));
      });
      if (auto alloc = dyn_cast<bufferization::AllocTensorOp>(op))
        linear &= !alloc.getCopy() && !alloc.getMemorySpace();
    }
    return linear ? WalkResult::advance() : WalkResult::interrupt();
  });
  return !result.wasInterrupted();
}

//===----------------------------------------------------------------------===//
// What becomes of them
//===----------------------------------------------------------------------===//

namespace {

class LinearKernel {
public:
  explicit LinearKernel(func::FuncOp kernel) : kernel(kernel) {}

  void bufferize() {
    Block &body = kernel.getBody().front();
    for (BlockArgument arg : body.getArguments())
      if (auto type = dyn_cast<RankedTensorType>(arg.getType()))
        arg.setType(rowsFromAnywhere(type));
    bufferize(body);
    Operation *end = body.getTerminator();
    for (OpOperand &result : end->getOpOperands())
      result.set(bufferOf(result.get()));
    kernel.setFunctionType(FunctionType::get(
        kernel.getContext(), body.getArgumentTypes(), end->getOperandTypes()));
    for (Operation *op : llvm::reverse(replaced))
      op->erase();
  }

private:
  /// Arguments have their new type already.
  Value bufferOf(Value value) const {
    Value buffer = buffers.lookup(value);
    return buffer ? buffer : value;
  }

  void bufferize(Block &block) {
    for (Operation &op : llvm::make_early_inc_range(block)) {
      OpBuilder b(&op);
      Location loc = op.getLoc();
      llvm::TypeSwitch<Operation *>(&op)
          .Case([&](bufferization::AllocTensorOp alloc) {
            auto type = alloc.getType();
            replace(alloc,
                    memref::AllocOp::create(
                        b, loc,
                        MemRefType::get(type.getShape(), type.getElementType()),
                        alloc.getDynamicSizes(), b.getI64IntegerAttr(64)));
          })
          .Case([&](tensor::CollapseShapeOp view) {
            replace(view, memref::CollapseShapeOp::create(
                              b, loc, bufferOf(view.getSrc()),
                              view.getReassociationIndices()));
          })
          .Case([&](bufferization::ToBufferOp buffer) {
            buffer.replaceAllUsesWith(bufferOf(buffer.getTensor()));
            replaced.push_back(buffer);
          })
          .Case([&](tensor::DimOp dim) {
            dim.replaceAllUsesWith(
                memref::DimOp::create(b, loc, bufferOf(dim.getSource()),
                                      dim.getIndex())
                    .getResult());
            replaced.push_back(dim);
          })
          .Case([&](tensor::ExtractOp read) {
            read.replaceAllUsesWith(
                memref::LoadOp::create(b, loc, bufferOf(read.getTensor()),
                                       read.getIndices())
                    .getResult());
            replaced.push_back(read);
          })
          .Case([&](tensor::InsertOp write) {
            memref::StoreOp::create(b, loc, write.getScalar(),
                                    bufferOf(write.getDest()),
                                    write.getIndices());
            replace(write, bufferOf(write.getDest()));
          })
          .Case([&](vector::TransferReadOp read) {
            read.getBaseMutable().assign(bufferOf(read.getBase()));
          })
          .Case([&](vector::TransferWriteOp write) {
            if (!write.getResult())
              return;
            Value buffer = bufferOf(write.getBase());
            vector::TransferWriteOp::create(
                b, loc, write.getVector(), buffer, write.getIndices(),
                write.getPermutationMapAttr(), write.getMask(),
                write.getInBoundsAttr());
            replace(write, buffer);
          })
          .Case([&](scf::ForOp loop) { bufferizeLoop(loop); })
          .Default([&](Operation *other) {
            for (Region &region : other->getRegions())
              for (Block &inner : region)
                bufferize(inner);
          });
    }
  }

  /// Only what is no tensor is still carried.
  void bufferizeLoop(scf::ForOp loop) {
    SmallVector<Value> inits;
    for (auto [init, arg, result] : llvm::zip_equal(
             loop.getInitArgs(), loop.getRegionIterArgs(), loop.getResults())) {
      if (isa<RankedTensorType>(arg.getType())) {
        Value buffer = bufferOf(init);
        buffers[arg] = buffer;
        buffers[result] = buffer;
      } else {
        inits.push_back(init);
      }
    }
    bool isPlain = inits.size() == loop.getInitArgs().size();
    if (!isPlain) // what it holds goes before it
      replaced.push_back(loop);
    bufferize(*loop.getBody());
    if (isPlain)
      return;
    OpBuilder b(loop);
    auto plain = scf::ForOp::create(b, loop.getLoc(), loop.getLowerBound(),
                                    loop.getUpperBound(), loop.getStep(), inits,
                                    nullptr, loop.getUnsignedCmp());
    plain->setDiscardableAttrs(loop->getDiscardableAttrDictionary());
    Block *body = plain.getBody();
    if (inits.empty())
      body->getTerminator()->erase();
    loop.getInductionVar().replaceAllUsesWith(plain.getInductionVar());
    unsigned kept = 0;
    SmallVector<Value> yielded;
    for (auto [arg, next, result] :
         llvm::zip_equal(loop.getRegionIterArgs(), loop.getYieldedValues(),
                         loop.getResults())) {
      if (buffers.contains(arg))
        continue;
      arg.replaceAllUsesWith(plain.getRegionIterArg(kept));
      result.replaceAllUsesWith(plain.getResult(kept++));
      yielded.push_back(next);
    }
    Operation *yield = loop.getBody()->getTerminator();
    yield->setOperands(yielded);
    body->getOperations().splice(body->end(), loop.getBody()->getOperations());
  }

  void replace(Operation *op, Value buffer) {
    buffers[op->getResult(0)] = buffer;
    replaced.push_back(op);
  }

  func::FuncOp kernel;
  llvm::DenseMap<Value, Value> buffers; // of tensors
  SmallVector<Operation *> replaced;
};

} // namespace

void bufferizeLinear(func::FuncOp kernel) { LinearKernel(kernel).bufferize(); }

} // namespace nnc::memory
