//===- LowerAccesses.cpp - From buffers to pointers ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Pointers.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Conversion/LLVMCommon/MemRefBuilder.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/MemRef/Utils/MemRefUtils.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_LOWERACCESSES
#include "CPUPasses.h.inc"

namespace {

/// Whether LLVM has the type of this element or vector as it is, a byte or more
/// for each element.
bool isPlain(Type type) {
  Type element = getElementTypeOrSelf(type);
  return element.isIntOrFloat() && element.getIntOrFloatBitWidth() % 8 == 0;
}

/// Whether this is a vector of neighbours, none of them outside.
template <typename Op> bool isContiguous(Op op) {
  auto type = dyn_cast<MemRefType>(op.getBase().getType());
  return type && op.getVectorType().getRank() == 1 && !op.getMask() &&
         !op.getVectorType().isScalable() &&
         op.getVectorType().getElementType() == type.getElementType() &&
         op.getPermutationMap().isMinorIdentity() && op.isDimInBounds(0) &&
         type.isLastDimUnitStride();
}

/// The bytes that vectors are aligned to: those of an element.
unsigned alignmentOf(VectorType type) {
  return type.getElementType().getIntOrFloatBitWidth() / 8;
}

/// Lowers what one function does with buffers.
class Function {
public:
  Function(func::FuncOp func, const LLVMTypeConverter &converter, bool thin)
      : func(func), pointers(func, converter), thin(thin) {}

  /// Those whose memrefs travel as pointers.
  void run(const DenseSet<StringRef> &thinFunctions) {
    SmallVector<Operation *> ops;
    func.walk([&](Operation *op) { ops.push_back(op); });
    if (thin)
      openArguments();
    for (Operation *op : ops)
      lower(op, thinFunctions);
    for (Operation *op : llvm::reverse(ops)) {
      if (!isa<memref::MemRefDialect>(op->getDialect()) && !done.contains(op))
        continue;
      // What is left reads the same memory.
      if (isa<memref::AllocaOp>(op) && !op->use_empty())
        pointers.rebuild(op->getResult(0));
      if (done.contains(op) || isOpTriviallyDead(op))
        op->erase();
    }
    if (thin)
      closeArguments();
  }

  unsigned numAccesses = 0;

private:
  void lower(Operation *op, const DenseSet<StringRef> &thinFunctions) {
    if (auto load = dyn_cast<memref::LoadOp>(op))
      return lower(load);
    if (auto store = dyn_cast<memref::StoreOp>(op))
      return lower(store);
    if (auto read = dyn_cast<vector::TransferReadOp>(op))
      return lower(read);
    if (auto write = dyn_cast<vector::TransferWriteOp>(op))
      return lower(write);
    if (auto copy = dyn_cast<memref::CopyOp>(op))
      return lower(copy);
    if (auto dim = dyn_cast<memref::DimOp>(op))
      return lower(dim);
    if (auto metadata = dyn_cast<memref::ExtractStridedMetadataOp>(op))
      return pointers.replaceNumbers(metadata);
    auto call = dyn_cast<func::CallOp>(op);
    if (call && thinFunctions.contains(call.getCallee()))
      return lower(call);
  }

  void lower(memref::LoadOp op) {
    if (!isPlain(op.getType()) || op.getNontemporal() || op.getAlignment())
      return;
    OpBuilder builder(op);
    if (Value at = pointers.elementAt(builder, op.getMemRef(), op.getIndices(),
                                      /*isSingle=*/true))
      replace(op, LLVM::LoadOp::create(builder, op.getLoc(), op.getType(), at));
  }

  void lower(memref::StoreOp op) {
    Value value = op.getValueToStore();
    if (!isPlain(value.getType()) || op.getNontemporal() || op.getAlignment())
      return;
    OpBuilder builder(op);
    if (Value at = pointers.elementAt(builder, op.getMemRef(), op.getIndices(),
                                      /*isSingle=*/true))
      replace(op, LLVM::StoreOp::create(builder, op.getLoc(), value, at));
  }

  void lower(vector::TransferReadOp op) {
    if (!isPlain(op.getVectorType()) || !isContiguous(op))
      return;
    OpBuilder builder(op);
    if (Value at = pointers.elementAt(builder, op.getBase(), op.getIndices(),
                                      /*isSingle=*/false))
      replace(op, LLVM::LoadOp::create(builder, op.getLoc(), op.getVectorType(),
                                       at, alignmentOf(op.getVectorType())));
  }

  void lower(vector::TransferWriteOp op) {
    if (!isPlain(op.getVectorType()) || !isContiguous(op))
      return;
    OpBuilder builder(op);
    if (Value at = pointers.elementAt(builder, op.getBase(), op.getIndices(),
                                      /*isSingle=*/false))
      replace(op,
              LLVM::StoreOp::create(builder, op.getLoc(), op.getValueToStore(),
                                    at, alignmentOf(op.getVectorType())));
  }

  /// A copy of one stretch of memory.
  void lower(memref::CopyOp op) {
    auto from = dyn_cast<MemRefType>(op.getSource().getType());
    auto to = dyn_cast<MemRefType>(op.getTarget().getType());
    if (!from || !to || !from.hasStaticShape() ||
        !isPlain(from.getElementType()) ||
        !memref::isStaticShapeAndContiguousRowMajor(from) ||
        !memref::isStaticShapeAndContiguousRowMajor(to))
      return;
    OpBuilder builder(op);
    Value source = pointers.start(op.getSource());
    Value target = pointers.start(op.getTarget());
    if (!source || !target)
      return;
    int64_t bytes = from.getNumElements() * from.getElementTypeBitWidth() / 8;
    replace(op, LLVM::MemcpyOp::create(builder, op.getLoc(), target, source,
                                       pointers.constant(bytes),
                                       /*isVolatile=*/false));
  }

  void lower(memref::DimOp op) {
    if (std::optional<int64_t> index = op.getConstantIndex())
      if (Value size = pointers.sizeOf(op.getSource(), *index)) {
        op.replaceAllUsesWith(size);
        done.insert(op);
      }
  }

  /// Memrefs become pointers, with the sizes and strides that their types leave
  /// open.
  void lower(func::CallOp op) {
    SmallVector<Value> operands;
    for (Value operand : op.getOperands())
      if (isa<MemRefType>(operand.getType()))
        pointers.appendThin(operand, operands);
      else
        operands.push_back(operand);
    OpBuilder builder(op);
    auto call = func::CallOp::create(builder, op.getLoc(), op.getResultTypes(),
                                     op.getCallee(), operands);
    call->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    op->replaceAllUsesWith(call);
    done.insert(op);
  }

  void replace(Operation *op, Operation *by) {
    op->replaceAllUsesWith(by);
    done.insert(op);
    ++numAccesses;
  }

  /// Gives the function arguments for pointers, sizes and strides in front of
  /// those that they are of.
  void openArguments() {
    Block &entry = func.front();
    for (unsigned i = 0; i < entry.getNumArguments(); ++i)
      if (isa<MemRefType>(entry.getArgument(i).getType()))
        i += pointers.openArgument(i);
  }

  /// Removes the memrefs; what still reads one gets it from its parts.
  void closeArguments() {
    Block &entry = func.front();
    for (unsigned i = entry.getNumArguments(); i-- > 0;) {
      BlockArgument argument = entry.getArgument(i);
      if (!isa<MemRefType>(argument.getType()))
        continue;
      if (!argument.use_empty())
        pointers.rebuild(argument);
      entry.eraseArgument(i);
    }
    func.setFunctionType(FunctionType::get(
        func.getContext(), entry.getArgumentTypes(), func.getResultTypes()));
  }

  func::FuncOp func;
  Pointers pointers;
  bool thin;
  /// What has been replaced. It goes at the end: until then values are keys.
  DenseSet<Operation *> done;
};

/// The private functions that are only called, without attributes on arguments
/// or memrefs as results.
DenseSet<StringRef> findThinFunctions(ModuleOp module) {
  DenseSet<StringRef> found;
  for (auto func : module.getOps<func::FuncOp>())
    if (func.isPrivate() && !func.isExternal() && !func.getArgAttrsAttr() &&
        llvm::none_of(func.getResultTypes(), llvm::IsaPred<MemRefType>) &&
        llvm::any_of(func.getArgumentTypes(), llvm::IsaPred<MemRefType>) &&
        llvm::all_of(func.getArgumentTypes(), [](Type type) {
          auto memref = dyn_cast<MemRefType>(type);
          return memref ? Pointers::hasPointer(memref)
                        : !isa<UnrankedMemRefType>(type);
        }))
      found.insert(func.getSymName());
  module.walk([&](Operation *op) {
    if (isa<func::CallOp>(op) || !isa<SymbolUserOpInterface>(op))
      return;
    for (NamedAttribute attr : op->getAttrs())
      attr.getValue().walk([&](SymbolRefAttr symbol) {
        found.erase(symbol.getRootReference().getValue());
      });
  });
  return found;
}

struct LowerAccesses : impl::LowerAccessesBase<LowerAccesses> {
  void runOnOperation() override {
    LowerToLLVMOptions options(&getContext());
    LLVMTypeConverter converter(&getContext(), options);
    DenseSet<StringRef> thin = findThinFunctions(getOperation());
    for (auto func : getOperation().getOps<func::FuncOp>()) {
      if (func.isExternal())
        continue;
      Function function(func, converter, thin.contains(func.getSymName()));
      function.run(thin);
      numAccesses += function.numAccesses;
    }
    numThin = thin.size();
  }
};

} // namespace

} // namespace nnc::cpu
