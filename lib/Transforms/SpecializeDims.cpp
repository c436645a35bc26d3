//===- SpecializeDims.cpp - Entries for known sizes -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/Flops.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/AttrTypeSubElements.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/StringMap.h"

namespace nnc {
#define GEN_PASS_DEF_SPECIALIZEDIMS
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

using DimSizes = llvm::StringMap<int64_t>;

struct SpecializeDims : nnc::impl::SpecializeDimsBase<SpecializeDims> {
  using SpecializeDimsBase::SpecializeDimsBase;
  void runOnOperation() override;
};

} // namespace

/// `expression` with the known names replaced by their sizes.
static std::string substitute(StringRef expression, const DimSizes &known) {
  std::string result;
  auto isNameChar = [](char c) { return llvm::isAlnum(c) || c == '_'; };
  while (!expression.empty()) {
    StringRef word = expression.take_while(isNameChar);
    if (word.empty()) {
      result.push_back(expression.front());
      expression = expression.drop_front();
      continue;
    }
    auto it = known.find(word);
    result += it == known.end() ? word.str() : std::to_string(it->second);
    expression = expression.drop_front(word.size());
  }
  return result;
}

static RankedTensorType specialize(RankedTensorType type,
                                   const DimSizes &known) {
  SmallVector<nn::Size> sizes = nn::getSizes(type);
  for (nn::Size &size : sizes) {
    if (!size.isDynamic())
      continue;
    auto lookup = [&](StringRef name) -> std::optional<int64_t> {
      auto it = known.find(name);
      return it == known.end() ? std::nullopt : std::optional(it->second);
    };
    if (std::optional<int64_t> number = nn::evaluateDim(size.symbol, lookup))
      size = {*number, {}};
    else
      size.symbol =
          StringAttr::get(type.getContext(), substitute(size.symbol, known));
  }
  return nn::getTensor(sizes, type.getElementType());
}

/// Rewrites every type of `function` and what its dim arguments stand for.
static void specialize(func::FuncOp function, const DimSizes &known) {
  AttrTypeReplacer replacer;
  replacer.addReplacement(
      [&](RankedTensorType type) { return specialize(type, known); });
  replacer.recursivelyReplaceElementsIn(function, /*replaceAttrs=*/true,
                                        /*replaceLocs=*/false,
                                        /*replaceTypes=*/true);
  auto builder = OpBuilder::atBlockBegin(&function.getBody().front());
  for (BlockArgument argument : function.getArguments()) {
    auto key = function.getArgAttrOfType<nn::ArgAttr>(argument.getArgNumber(),
                                                      "nn.arg");
    if (!key || key.getKind() != nn::ArgKind::dim)
      continue;
    if (auto it = known.find(key.getName()); it != known.end())
      argument.replaceAllUsesWith(arith::ConstantIndexOp::create(
          builder, argument.getLoc(), it->second));
  }
}

/// Of the operations of all products, bodies of loops counted once, how many
/// percent are outside of convolutions; 100 if there are none.
static double percentOfMatrices(func::FuncOp function) {
  double all = 0, convolutions = 0;
  function.walk([&](Operation *op) {
    double flops = static_cast<double>(nn::countFlops(op));
    all += flops;
    if (isa<nn::ConvOp, nn::ConvTransposeOp, nn::ConvFilterOp>(op))
      convolutions += flops;
  });
  return all == 0 ? 100 : 100 * (all - convolutions) / all;
}

void SpecializeDims::runOnOperation() {
  DimSizes known;
  SmallVector<NamedAttribute> record;
  Builder builder(&getContext());
  for (StringRef text : dims) {
    auto [name, number] = text.split(':');
    int64_t size;
    if (name.empty() || number.getAsInteger(10, size) || size < 1) {
      getOperation().emitError()
          << "expected NAME:SIZE, found `" << text << "`";
      return signalPassFailure();
    }
    known[name] = size;
    record.push_back(
        builder.getNamedAttr(name, builder.getI64IntegerAttr(size)));
  }
  auto functions = llvm::to_vector(getOperation().getOps<func::FuncOp>());
  for (func::FuncOp function : functions) {
    auto kind = function->getAttrOfType<StringAttr>("nn.entry");
    auto of = function->getAttrOfType<FlatSymbolRefAttr>("nn.owner");
    if (!kind || kind.getValue() != entry ||
        (!owner.empty() && (!of || of.getValue() != owner)) ||
        function->hasAttr("nn.specialized"))
      continue;
    DictionaryAttr sizes = builder.getDictionaryAttr(record);
    function->setAttr("nn.expected_sizes", sizes);
    if (inPlace) {
      specialize(function, known);
      ++numSpecialized;
      continue;
    }
    if (percentOfMatrices(function) < static_cast<double>(minPercent))
      continue;
    func::FuncOp copy = function.clone();
    copy.setSymName((function.getSymName() + "_static").str());
    copy->setAttr("nn.specialized", sizes);
    getOperation().getBody()->getOperations().insertAfter(
        function->getIterator(), copy);
    specialize(copy, known);
    ++numSpecialized;
  }
}
