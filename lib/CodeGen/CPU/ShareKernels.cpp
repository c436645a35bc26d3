//===- ShareKernels.cpp - equal kernels are one function ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "SizedKernels.h"
#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/OperationSupport.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_SHAREKERNELS
#include "CPUPasses.h.inc"

namespace {

/// Whether the part that `slice` names is one stretch of memory.
bool isStretch(OffsetSizeAndStrideOpInterface slice, RankedTensorType whole) {
  if (!llvm::all_of(slice.getMixedStrides(), [](OpFoldResult stride) {
        return isConstantIntValue(stride, 1);
      }))
    return false;
  bool started = false;
  for (auto [size, full] :
       llvm::zip_equal(slice.getStaticSizes(), whole.getShape())) {
    if (started && (size != full || ShapedType::isDynamic(size)))
      return false;
    started |= size != 1;
  }
  return true;
}

/// Whether one axis becomes several of unknown sizes. Upstream computes the
/// strides of one such size only, and fails where a call needs them.
bool hasUnknownStrides(tensor::ExpandShapeOp op) {
  return llvm::any_of(op.getReassociationIndices(), [&](auto &group) {
    return llvm::count_if(group, [&](int64_t axis) {
             return op.getResultType().isDynamicDim(axis);
           }) > 1;
  });
}

/// Whether `tensor` is a part of another that has gaps.
bool readsGaps(Value tensor) {
  while (Operation *op = tensor.getDefiningOp()) {
    if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op);
        expand && hasUnknownStrides(expand))
      return true;
    if (auto slice = dyn_cast<tensor::ExtractSliceOp>(op)) {
      if (!isStretch(slice, slice.getSourceType()))
        return true;
      tensor = slice.getSource();
    } else if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp,
                   tensor::CastOp>(op)) {
      tensor = op->getOperand(0);
    } else {
      return false;
    }
  }
  return false;
}

/// Whether `tensor` will be computed in its place in another, with gaps.
bool writesGaps(Value tensor) {
  return llvm::any_of(tensor.getUses(), [](OpOperand &use) {
    Operation *user = use.getOwner();
    if (auto insert = dyn_cast<tensor::InsertSliceOp>(user))
      return use.getOperandNumber() == 0 &&
             !isStretch(insert, insert.getDestType());
    return isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::CastOp>(
               user) &&
           writesGaps(user->getResult(0));
  });
}

/// What the value of `use` was computed into, outside of `region`: the operand
/// that says so. Null if nothing.
OpOperand *destinationOf(OpOperand &use, Region &region) {
  OpOperand *into = &use;
  while (auto result = dyn_cast<OpResult>(into->get())) {
    Operation *op = result.getOwner();
    if (!region.isAncestor(op->getParentRegion()))
      return into;
    if (auto loop = dyn_cast<scf::ForOp>(op))
      into = loop.getTiedLoopInit(result);
    else if (auto style = dyn_cast<DestinationStyleOpInterface>(op))
      into = style.getTiedOpOperand(result);
    else
      return nullptr;
  }
  return into;
}

llvm::hash_code hashOf(func::FuncOp kernel) {
  llvm::hash_code hash = hash_value(kernel.getFunctionType());
  kernel.getBody().walk([&](Operation *op) {
    hash =
        llvm::hash_combine(hash, OperationEquivalence::computeHash(
                                     op, OperationEquivalence::ignoreHashValue,
                                     OperationEquivalence::ignoreHashValue,
                                     OperationEquivalence::IgnoreLocations));
  });
  return hash;
}

bool areEqual(func::FuncOp a, func::FuncOp b) {
  return a.getFunctionType() == b.getFunctionType() &&
         a.getArgAttrsAttr() == b.getArgAttrsAttr() &&
         OperationEquivalence::isRegionEquivalentTo(
             &a.getBody(), &b.getBody(), OperationEquivalence::IgnoreLocations);
}

struct ShareKernels : impl::ShareKernelsBase<ShareKernels> {
  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    kernels.clear();
    outlined.clear();
    SmallVector<scf::ExecuteRegionOp> regions;
    getOperation().walk([&](scf::ExecuteRegionOp region) {
      if (region->hasAttr(kKernelAttr))
        regions.push_back(region);
    });
    for (scf::ExecuteRegionOp region : regions)
      if (!outline(region, symbols))
        inlineAgain(region);
    shareUnknownSizes(symbols);
    shareForms(symbols);
  }

private:
  /// Where a kernel for unknown sizes does the same as one for known ones, it
  /// takes its calls. Neither is slower: only bounds of loops differ.
  void shareUnknownSizes(SymbolTable &symbols) {
    auto isGeneral = [](func::FuncOp kernel) {
      return llvm::any_of(kernel.getArgumentTypes(), [](Type type) {
        auto tensor = dyn_cast<RankedTensorType>(type);
        return tensor && !tensor.hasStaticShape();
      });
    };
    Calls calls = callsOfKernels();
    for (auto &[name, group] : outlined) {
      SmallVector<func::FuncOp> general;
      llvm::copy_if(group, std::back_inserter(general), isGeneral);
      SmallVector<func::FuncOp> left;
      for (func::FuncOp special : group) {
        left.push_back(special);
        if (isGeneral(special))
          continue;
        for (func::FuncOp other : general) {
          if (other->getAttr(kKernelAttr) != special->getAttr(kKernelAttr))
            continue;
          auto passed = matchSizes(other, special);
          if (!passed)
            continue;
          for (nn::RunKernelOp call : calls.lookup(special.getSymNameAttr()))
            callInstead(call, other, *passed);
          symbols.erase(special);
          left.pop_back();
          --numKernels;
          break;
        }
      }
      group = std::move(left);
    }
  }

  /// Of kernels that differ in sizes alone there is one, which is told these.
  void shareForms(SymbolTable &symbols) {
    Calls calls = callsOfKernels();
    for (auto &[name, group] : outlined)
      for (GeneralKernel &general : generalizeKernels(group)) {
        symbols.insert(general.kernel);
        ++numKernels;
        for (auto [instance, passed] :
             llvm::zip_equal(general.instances, general.passed)) {
          for (nn::RunKernelOp call : calls.lookup(instance.getSymNameAttr()))
            callInstead(call, general.kernel, passed);
          symbols.erase(instance);
          --numKernels;
        }
      }
  }

  using Calls = llvm::DenseMap<StringAttr, SmallVector<nn::RunKernelOp>>;
  Calls callsOfKernels() {
    Calls calls;
    getOperation().walk([&](nn::RunKernelOp call) {
      calls[call.getKernelAttr().getAttr()].push_back(call);
    });
    return calls;
  }

  static void callInstead(nn::RunKernelOp call, func::FuncOp kernel,
                          ArrayRef<PassedArgument> passed) {
    OpBuilder b(call);
    SmallVector<Value> args;
    for (const PassedArgument &arg : passed)
      args.push_back(
          arg.own ? call->getOperand(*arg.own)
                  : arith::ConstantIndexOp::create(b, call.getLoc(), arg.number)
                        .getResult());
    size_t read = args.size() - call.getNumResults();
    auto instead = nn::RunKernelOp::create(
        b, call.getLoc(), call.getResultTypes(), kernel.getSymName(),
        ArrayRef(args).take_front(read), ArrayRef(args).drop_front(read));
    instead->setDiscardableAttrs(call->getDiscardableAttrDictionary());
    call.replaceAllUsesWith(instead.getResults());
    call.erase();
  }

  static void inlineAgain(scf::ExecuteRegionOp region) {
    Block &body = region.getRegion().front();
    Operation *yield = body.getTerminator();
    region.replaceAllUsesWith(yield->getOperands());
    yield->erase();
    region->getBlock()->getOperations().splice(region->getIterator(),
                                               body.getOperations());
    region.erase();
  }

  /// Memory that a kernel writes and does not yield is its own. Earlier
  /// clean-up has taken it out where others need as much.
  static void takeScratchIn(Region &body,
                            const llvm::SetVector<Value> &yielded) {
    llvm::SetVector<Value> used;
    getUsedValuesDefinedAbove(body, used);
    OpBuilder b(body);
    for (Value value : used)
      if (auto empty = value.getDefiningOp<tensor::EmptyOp>();
          empty && empty.getType().hasStaticShape() && !yielded.contains(value))
        replaceAllUsesInRegionWith(value, b.clone(*empty)->getResult(0), body);
  }

  /// A part with gaps is taken of the whole inside: arguments have none.
  static void takeSlicesIn(scf::ExecuteRegionOp region) {
    Region &body = region.getRegion();
    for (bool changed = true; changed;) {
      changed = false;
      llvm::SetVector<Value> used;
      getUsedValuesDefinedAbove(body, used);
      OpBuilder b(body);
      for (Value value : used)
        if (auto slice = value.getDefiningOp<tensor::ExtractSliceOp>();
            slice && readsGaps(value)) {
          replaceAllUsesInRegionWith(value, b.clone(*slice)->getResult(0),
                                     body);
          changed = true;
        }
    }
  }

  bool outline(scf::ExecuteRegionOp region, SymbolTable &symbols) {
    takeSlicesIn(region);
    Region &body = region.getRegion();
    // A function may serve other layers too; the call knows what is its own.
    Location origin = originOf(region);
    Operation *yield = body.front().getTerminator();
    llvm::SetVector<Value> written;
    for (OpOperand &result : yield->getOpOperands()) {
      OpOperand *into = destinationOf(result, body);
      if (!into)
        return false;
      if (written.insert(into->get()))
        continue;
      // Earlier clean-up makes one of all new memory that has the same size.
      auto empty = into->get().getDefiningOp<tensor::EmptyOp>();
      if (!empty)
        return false;
      into->set(OpBuilder(region).clone(*empty)->getResult(0));
      written.insert(into->get());
    }
    takeScratchIn(body, written);
    llvm::SetVector<Value> used;
    getUsedValuesDefinedAbove(body, used);
    SmallVector<Value> args;
    SmallVector<Operation *> constants;
    for (Value value : used) {
      Operation *op = value.getDefiningOp();
      bool isTensor = isa<RankedTensorType>(value.getType());
      // Its size is not known, so that no kernel can own it.
      bool isScratch = isTensor && !written.contains(value) &&
                       isa_and_nonnull<tensor::EmptyOp>(op);
      if (isScratch)
        return false;
      if (isTensor ? readsGaps(value)
                   : !value.getType().isIntOrIndexOrFloat() &&
                         !(op && op->hasTrait<OpTrait::ConstantLike>()))
        return false;
      if (!isTensor && op && op->hasTrait<OpTrait::ConstantLike>())
        constants.push_back(op);
      else if (!written.contains(value))
        args.push_back(value);
    }
    if (llvm::any_of(region.getResults(), writesGaps))
      return false;
    unsigned numRead = args.size();
    llvm::append_range(args, written);

    OpBuilder b(region);
    auto name = region->getAttrOfType<StringAttr>(nn::kKernelNameAttr);
    auto kernel =
        func::FuncOp::create(region.getLoc(), name ? name.getValue() : "kernel",
                             b.getFunctionType(ValueRange(args).getTypes(),
                                               region.getResultTypes()));
    kernel.setPrivate();
    kernel->setAttr(kKernelAttr, b.getI64IntegerAttr(written.size()));
    for (unsigned i = 0; i < numRead; ++i)
      if (isa<RankedTensorType>(args[i].getType()))
        kernel.setArgAttr(i, "bufferization.writable", b.getBoolAttr(false));
    Block *entry = kernel.addEntryBlock();
    for (auto [value, arg] : llvm::zip_equal(args, entry->getArguments()))
      replaceAllUsesInRegionWith(value, arg, body);
    entry->getOperations().splice(entry->end(), body.front().getOperations());
    b.setInsertionPointToEnd(entry);
    func::ReturnOp::create(b, yield->getLoc(), yield->getOperands());
    yield->erase();
    b.setInsertionPointToStart(entry);
    for (Operation *constant : constants)
      replaceAllUsesInRegionWith(constant->getResult(0),
                                 b.clone(*constant)->getResult(0),
                                 kernel.getBody());

    auto &equals = kernels[hashOf(kernel)];
    auto *known = llvm::find_if(
        equals, [&](func::FuncOp other) { return areEqual(kernel, other); });
    if (known != equals.end()) {
      kernel.erase();
      kernel = *known;
    } else {
      symbols.insert(kernel);
      equals.push_back(kernel);
      outlined[name].push_back(kernel);
      ++numKernels;
    }
    b.setInsertionPoint(region);
    auto run = nn::RunKernelOp::create(
        b, origin, region.getResultTypes(), kernel.getSymName(),
        ArrayRef(args).take_front(numRead), written.getArrayRef());
    for (StringRef name : {nn::kFlopsAttr, kTilingsAttr})
      if (Attribute attr = region->getAttr(name))
        run->setAttr(name, attr);
    region.replaceAllUsesWith(run.getResults());
    region.erase();
    ++numCalls;
    return true;
  }

  llvm::DenseMap<size_t, SmallVector<func::FuncOp, 1>> kernels;
  llvm::MapVector<StringAttr, SmallVector<func::FuncOp>> outlined; // by name
};

} // namespace
} // namespace nnc::cpu
