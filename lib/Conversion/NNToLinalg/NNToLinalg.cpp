//===- NNToLinalg.cpp - The pass nn-to-linalg -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Conversion/Passes.h"

#include "../InlineCustomVjps.h"
#include "Lowering.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/Transforms/FuncConversions.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/SCF/Transforms/Patterns.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace nnc {

#define GEN_PASS_DEF_NNTOLINALG
#include "nnc/Conversion/Passes.h.inc"

namespace {

/// Drops the encodings of tensor types; all other types stay.
class PlainTypes : public TypeConverter {
public:
  PlainTypes() {
    addConversion([](Type type) { return type; });
    addConversion([](RankedTensorType type) { return plainType(type); });
  }
};

/// An op of another dialect that works on any tensor, such as tensor.extract:
/// only its types change.
class RetypeOp : public ConversionPattern {
public:
  RetypeOp(const TypeConverter &types, MLIRContext *context)
      : ConversionPattern(types, MatchAnyOpTypeTag(), 1, context) {}

  LogicalResult
  matchAndRewrite(Operation *op, ArrayRef<Value> operands,
                  ConversionPatternRewriter &rewriter) const override {
    if (isa<nn::NNDialect>(op->getDialect()) || op->getNumRegions() != 0)
      return failure();
    SmallVector<Type> results;
    if (failed(getTypeConverter()->convertTypes(op->getResultTypes(), results)))
      return failure();
    OperationState state(op->getLoc(), op->getName(), operands, results,
                         op->getDiscardableAttrDictionary().getValue());
    state.propertiesAttr = op->getPropertiesAsAttribute();
    rewriter.replaceOp(op, rewriter.create(state)->getResults());
    return success();
  }
};

/// All that the patterns take for granted.
LogicalResult verifyInput(ModuleOp module, const SizeTable &sizes) {
  bool failed = false;
  module.walk([&](func::FuncOp func) {
    func.walk([&](Operation *op) {
      if (!isa_and_present<nn::NNDialect>(op->getDialect()))
        return;
      if (auto random = dyn_cast<nn::RandomOp>(op))
        failed |= verifyRandom(random).failed();
      auto check = [&](TypeRange types) {
        for (Type type : types)
          if (auto tensor = dyn_cast<RankedTensorType>(type))
            if (sizes.verify(op, tensor).failed())
              return true;
        return false;
      };
      failed |= check(op->getResultTypes()) || check(op->getOperandTypes());
    });
  });
  return failure(failed);
}

struct NNToLinalg : impl::NNToLinalgBase<NNToLinalg> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    MLIRContext *context = &getContext();
    inlineCustomVjps(module);
    SizeTable sizes(module);
    if (failed(verifyInput(module, sizes)))
      return signalPassFailure();

    PlainTypes types;
    RewritePatternSet patterns(context);
    populateElementwise(patterns, types, sizes);
    populateShape(patterns, types, sizes);
    populateIndexing(patterns, types, sizes);
    populateContraction(patterns, types, sizes);
    populateConv(patterns, types, sizes);
    populateReduction(patterns, types, sizes);
    populateSoftmax(patterns, types, sizes);
    populateAttention(patterns, types, sizes);
    populatePooling(patterns, types, sizes);
    populateRandom(patterns, types, sizes);
    populateScan(patterns, types, sizes);
    populateOrthonormalize(patterns, types, sizes);
    populateFunctionOpInterfaceTypeConversionPattern<func::FuncOp>(patterns,
                                                                   types);
    patterns.add<RetypeOp>(types, context);

    ConversionTarget target(*context);
    scf::populateSCFStructuralTypeConversionsAndLegality(types, patterns,
                                                         target);
    target.addDynamicallyLegalOp<func::FuncOp>([&](func::FuncOp func) {
      return types.isSignatureLegal(func.getFunctionType()) &&
             types.isLegal(&func.getBody());
    });
    target.markUnknownOpDynamicallyLegal([&](Operation *op) {
      // What is outside of functions is the program's description.
      if (isa<nn::NNDialect>(op->getDialect()))
        return isa<nn::RequireFiniteOp>(op) ||
               !op->getParentOfType<func::FuncOp>();
      return types.isLegal(op);
    });
    if (failed(applyPartialConversion(module, target, std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace
} // namespace nnc
