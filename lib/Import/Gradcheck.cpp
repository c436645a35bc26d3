//===- Gradcheck.cpp - What differences must hold constant ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Gradcheck.h"

#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Dialect/NN/Scan.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;

namespace nnc {

static bool isFloatTensor(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && isa<FloatType>(type.getElementType());
}

static bool isConstant(Value value) {
  Operation *made = value.getDefiningOp();
  return made && (isa<nn::ConstantOp>(made) ||
                  (isa<nn::SplatOp>(made) &&
                   matchPattern(made->getOperand(0), m_Constant())));
}

/// Does the op have derivative zero wherever it has one (rule 47)?
static bool isStep(Operation *op) {
  if (isa<nn::SignOp, nn::FloorOp, nn::CeilOp, nn::RoundOp, nn::FloorDivOp,
          nn::ArgmaxOp, nn::ArgminOp>(op))
    return true;
  if (auto where = dyn_cast<nn::WhereOp>(op))
    return isConstant(where->getOperand(1)) && isConstant(where->getOperand(2));
  auto cast = dyn_cast<nn::CastOp>(op);
  return cast && isFloatTensor(cast.getResult()) &&
         !isFloatTensor(cast.getInput());
}

/// A function of scalars that reaches a step.
static bool isSurrogate(nn::CustomVjpOp op) {
  if (op->getNumResults() != 1)
    return false;
  for (Value input : op.getInputs())
    if (isFloatTensor(input) && input.getType() != op.getResult(0).getType())
      return false;
  bool reaches = false, perElement = true;
  op->walk([&](Operation *inner) {
    reaches |= inner->getParentRegion() == &op.getForward() && isStep(inner);
    perElement &=
        inner == op || inner->hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
        inner->hasTrait<mlir::OpTrait::IsTerminator>() ||
        isa<nn::SplatOp>(inner) ||
        llvm::none_of(inner->getResultTypes(), llvm::IsaPred<TensorType>);
  });
  return reaches && perElement;
}

namespace {
class Freezer {
public:
  explicit Freezer(func::FuncOp function)
      : function(function), block(function.getBody().front()) {}

  void run() {
    SmallVector<Operation *> ops;
    function.walk<WalkOrder::PreOrder>([&](Operation *op) {
      if (auto custom = dyn_cast<nn::CustomVjpOp>(op)) {
        if (isSurrogate(custom))
          ops.push_back(op);
        return WalkResult::skip();
      }
      if (isa<nn::StopGradientOp>(op) && isFloatTensor(op->getResult(0)))
        ops.push_back(op);
      return WalkResult::advance();
    });
    for (Operation *op : ops)
      if (auto custom = dyn_cast<nn::CustomVjpOp>(op))
        linearize(custom);
      else
        op->getResult(0).replaceAllUsesWith(freeze(op, op->getOperand(0)));
    SmallVector<DictionaryAttr> inputs, results;
    function.getAllArgAttrs(inputs);
    function.getAllResultAttrs(results);
    function.setFunctionType(
        FunctionType::get(function.getContext(), block.getArgumentTypes(),
                          block.getTerminator()->getOperandTypes()));
    for (Attribute name : names) {
      NamedAttribute named(StringAttr::get(function.getContext(), "nn.name"),
                           name);
      inputs.push_back(DictionaryAttr::get(function.getContext(), named));
      results.push_back(inputs.back());
    }
    function.setAllArgAttrs(inputs);
    function.setAllResultAttrs(results);
  }

private:
  /// f(x0) + clause * (x - x0) in place of f(x).
  void linearize(nn::CustomVjpOp op) {
    SmallVector<OpOperand *> uses =
        llvm::to_vector(llvm::make_pointer_range(op.getResult(0).getUses()));
    auto name = op->getAttrOfType<StringAttr>("nn.name");
    Value sum =
        freeze(op, op.getResult(0), name ? " " + name.getValue().str() : " fn");
    IRMapping mapping;
    Block &clause = op.getVjp().front();
    SmallVector<std::pair<Value, Value>> moved;
    for (auto [input, argument] :
         llvm::zip(op.getInputs(), clause.getArguments())) {
      Value at = input;
      if (isFloatTensor(input)) {
        at = freeze(op, input);
        moved.push_back({input, at});
      }
      mapping.map(argument, at);
    }
    OpBuilder b(op->getContext());
    b.setInsertionPointAfter(op);
    Location loc = op.getLoc();
    Value one = arith::ConstantOp::create(b, loc, b.getF64FloatAttr(1));
    mapping.map(clause.getArguments().back(),
                nn::SplatOp::create(b, loc, op.getResult(0).getType(), one));
    for (Operation &inner : clause.without_terminator())
      b.clone(inner, mapping);
    for (auto [pair, gradient] :
         llvm::zip(moved, clause.getTerminator()->getOperands())) {
      Value step = nn::SubOp::create(b, loc, pair.first, pair.second);
      Value slope = mapping.lookupOrDefault(gradient);
      Value change = nn::MulOp::create(b, loc, slope, step);
      sum = nn::AddOp::create(b, loc, sum, change);
    }
    for (OpOperand *use : uses)
      use->set(sum);
  }

  /// The input for `value`, which `op` uses or gives; in a loop, for what it is
  /// in this iteration.
  Value freeze(Operation *op, Value value, const std::string &suffix = "") {
    names.push_back(StringAttr::get(
        op->getContext(), "frozen." + std::to_string(names.size()) + suffix));
    Value all = value;
    for (Operation *at = op;
         auto scan = dyn_cast<nn::ScanOp>(at->getParentOp());) {
      nn::ScanParts parts(scan);
      // Along axis 0, wherever else it is emitted.
      unsigned number = parts.emits.size();
      parts.emits.push_back(all);
      parts.emitAxes.push_back(0);
      nn::ScanOp with = parts.replace(scan);
      at = with;
      all = with.getEmits()[number];
    }
    Operation *end = block.getTerminator();
    end->insertOperands(end->getNumOperands(), all);
    Value frozen = block.addArgument(all.getType(), op->getLoc());
    SmallVector<nn::ScanOp> around;
    for (Operation *at = op->getParentOp(); isa<nn::ScanOp>(at);
         at = at->getParentOp())
      around.push_back(cast<nn::ScanOp>(at));
    for (nn::ScanOp scan : llvm::reverse(around)) {
      nn::ScanParts parts(scan);
      frozen = parts.addSequence(scan, frozen, 0);
      parts.replace(scan);
    }
    return frozen;
  }

  func::FuncOp function;
  Block &block;
  SmallVector<Attribute> names;
};
} // namespace

void freezeConstants(func::FuncOp function) { Freezer(function).run(); }

} // namespace nnc
