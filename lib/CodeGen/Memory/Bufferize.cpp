//===- Bufferize.cpp - From tensors to buffers -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LinearKernels.h"
#include "nnc/CodeGen/Memory/Passes.h"

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Bufferization/IR/DstBufferizableOpInterfaceImpl.h"
#include "mlir/Dialect/Bufferization/Transforms/OneShotAnalysis.h"
#include "mlir/Dialect/Bufferization/Transforms/OneShotModuleBufferize.h"
#include "mlir/Dialect/Bufferization/Transforms/Transforms.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_BUFFERIZE
#define GEN_PASS_DEF_ELIMINATEEMPTY
#include "MemoryPasses.h.inc"

namespace {

/// The results are the destinations, whatever the function returns.
struct RunKernelModel
    : bufferization::DstBufferizableOpInterfaceExternalModel<RunKernelModel,
                                                             nn::RunKernelOp> {
  LogicalResult bufferize(Operation *op, RewriterBase &rewriter,
                          const bufferization::BufferizationOptions &options,
                          bufferization::BufferizationState &state) const {
    auto run = cast<nn::RunKernelOp>(op);
    SmallVector<Value> args, destinations;
    SmallVector<Type> types;
    for (OpOperand &operand : op->getOpOperands()) {
      Value value = operand.get();
      auto type = dyn_cast<RankedTensorType>(value.getType());
      if (!type) {
        args.push_back(value);
        continue;
      }
      FailureOr<Value> buffer =
          bufferization::getBuffer(rewriter, value, options, state);
      if (failed(buffer))
        return failure();
      MemRefType wanted = rowsFromAnywhere(type);
      bool isOutput = run.isDpsInit(&operand);
      if (isOutput) {
        destinations.push_back(*buffer);
        types.push_back(wanted);
      }
      FailureOr<Value> passed =
          inLayout(rewriter, op->getLoc(), *buffer, wanted, options);
      if (failed(passed))
        return failure();
      args.push_back(*passed);
    }
    auto call = func::CallOp::create(rewriter, op->getLoc(), run.getKernel(),
                                     types, args);
    call->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    // What had to be computed elsewhere goes where it belongs.
    ValueRange computed = ValueRange(args).take_back(destinations.size());
    for (auto [destination, buffer] : llvm::zip_equal(destinations, computed)) {
      auto cast = buffer.getDefiningOp<memref::CastOp>();
      if (buffer != destination && cast.getSource() != destination &&
          failed(options.createMemCpy(rewriter, op->getLoc(), buffer,
                                      destination)))
        return failure();
    }
    bufferization::replaceOpWithBufferizedValues(rewriter, op, destinations);
    return success();
  }

private:
  /// `buffer` as the function takes it: itself, or, where it has gaps, a copy.
  static FailureOr<Value>
  inLayout(RewriterBase &rewriter, Location loc, Value buffer,
           MemRefType wanted,
           const bufferization::BufferizationOptions &options) {
    auto type = cast<MemRefType>(buffer.getType());
    if (type == wanted)
      return buffer;
    if (!hasRowStrides(type, wanted)) {
      SmallVector<Value> sizes;
      for (int64_t dim = 0; dim < type.getRank(); ++dim)
        if (type.isDynamicDim(dim))
          sizes.push_back(memref::DimOp::create(rewriter, loc, buffer, dim));
      auto plain = MemRefType::get(type.getShape(), type.getElementType());
      FailureOr<Value> copy = options.createAlloc(rewriter, loc, plain, sizes);
      if (failed(copy) ||
          failed(options.createMemCpy(rewriter, loc, buffer, *copy)))
        return failure();
      buffer = *copy;
    }
    return memref::CastOp::create(rewriter, loc, wanted, buffer).getResult();
  }

  /// No stride of `wanted` that is known is unknown in `type`.
  static bool hasRowStrides(MemRefType type, MemRefType wanted) {
    auto strides = type.getStridesAndOffset().first;
    auto rows = wanted.getStridesAndOffset().first;
    return llvm::all_of(llvm::zip_equal(strides, rows), [](auto pair) {
      auto [stride, row] = pair;
      return stride == row || row == ShapedType::kDynamic;
    });
  }
};

/// Holds functions that an analysis of a module need not see.
class Aside {
public:
  Aside(ModuleOp module, llvm::function_ref<bool(func::FuncOp)> wanted)
      : module(module), aside(ModuleOp::create(module.getLoc())) {
    for (auto func : llvm::to_vector(module.getOps<func::FuncOp>()))
      if (func->hasAttr(cpu::kKernelAttr) && wanted(func))
        func->moveBefore(aside->getBody(), aside->getBody()->end());
  }
  ~Aside() {
    module.getBody()->getOperations().splice(module.getBody()->end(),
                                             aside->getBody()->getOperations());
  }
  ModuleOp getModule() { return *aside; }

private:
  ModuleOp module;
  OwningOpRef<ModuleOp> aside;
};

/// Clean-up makes one op of all new memory of a size, as early as it can. Each
/// use gets its own again, so that it lives no longer than what is in it.
void separateUses(tensor::EmptyOp empty) {
  for (OpOperand &use : llvm::make_early_inc_range(empty->getUses()))
    use.set(OpBuilder(use.getOwner()).clone(*empty)->getResult(0));
  empty.erase();
}

struct EliminateEmpty : impl::EliminateEmptyBase<EliminateEmpty> {
  void runOnOperation() override {
    Aside kernels(getOperation(), [](func::FuncOp) { return true; });
    SmallVector<tensor::EmptyOp> empties;
    getOperation().walk([&](tensor::EmptyOp op) { empties.push_back(op); });
    llvm::for_each(empties, separateUses);
    IRRewriter rewriter(&getContext());
    if (failed(bufferization::eliminateEmptyTensors(rewriter, getOperation())))
      signalPassFailure();
  }
};

struct Bufferize : impl::BufferizeBase<Bufferize> {
  void runOnOperation() override {
    using namespace bufferization;
    OneShotBufferizationOptions options;
    options.bufferizeFunctionBoundaries = true;
    options.bufferAlignment = 64;
    options.allowReturnAllocsFromLoops = true;
    options.allowUnknownOps = true;
    options.inferFunctionResultLayout = false;
    options.functionArgTypeConverterFn =
        [](TensorLikeType type, Attribute space, func::FuncOp func,
           const BufferizationOptions &) -> BufferLikeType {
      auto ranked = cast<RankedTensorType>(type);
      if (func->hasAttr(cpu::kKernelAttr))
        return cast<BufferLikeType>(rowsFromAnywhere(ranked));
      return cast<BufferLikeType>(
          getMemRefTypeWithStaticIdentityLayout(ranked, space));
    };
    BufferizationState state;
    Aside linear(getOperation(), isLinear);
    numLinear += llvm::range_size(linear.getModule().getOps<func::FuncOp>());
    for (auto kernel : linear.getModule().getOps<func::FuncOp>())
      bufferizeLinear(kernel);
    if (failed(runOneShotModuleBufferize(getOperation(), options, state)))
      return signalPassFailure();
    removeBufferizationAttributesInModule(linear.getModule());
    forgetSizes(linear.getModule());
  }

  /// Calls of kernels know sizes that these do not.
  void forgetSizes(ModuleOp linear) {
    SymbolTable kernels(linear), others(getOperation());
    getOperation().walk([&](func::CallOp call) {
      auto callee = kernels.lookup<func::FuncOp>(call.getCallee());
      if (!callee)
        callee = others.lookup<func::FuncOp>(call.getCallee());
      if (!callee || !callee->hasAttr(cpu::kKernelAttr))
        return;
      OpBuilder b(call);
      for (auto [operand, type] :
           llvm::zip_equal(call->getOpOperands(), callee.getArgumentTypes()))
        if (operand.get().getType() != type)
          operand.set(
              memref::CastOp::create(b, call.getLoc(), type, operand.get()));
      // Nothing reads these: the destinations are the results.
      for (auto [result, type] :
           llvm::zip_equal(call.getResults(), callee.getResultTypes()))
        result.setType(type);
    });
  }
};

} // namespace

void registerBufferization(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, nn::NNDialect *) {
    nn::RunKernelOp::attachInterface<RunKernelModel>(*context);
  });
}

} // namespace nnc::memory
