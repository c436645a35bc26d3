//===- ExplainStep.cpp - Show a training step value by value --------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Matchers.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Format.h"

namespace nnc {
#define GEN_PASS_DEF_EXPLAINSTEP
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

static bool isFloatTensor(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && isa<FloatType>(type.getElementType());
}

/// The same elements in another shape or type, for a reader.
static bool isView(Operation *op) {
  return isa<nn::BroadcastOp, nn::ReshapeOp, nn::CastOp, nn::StopGradientOp>(
      op);
}

/// `+` for what is written between two values, empty for others.
static StringRef infix(Operation *op) {
  return isa<nn::AddOp>(op)   ? "+"
         : isa<nn::SubOp>(op) ? "-"
         : isa<nn::MulOp>(op) ? "*"
         : isa<nn::DivOp>(op) ? "/"
                              : "";
}

namespace {

/// The body of one step, and how a reader calls what is in it.
class Step {
public:
  explicit Step(func::FuncOp function)
      : function(function), body(function.getBody().front()) {}

  /// Returns how many values it shows.
  unsigned explain();

private:
  void collectGoals();
  void collectValues();
  void nameArguments();
  void nameOp(Operation *op);
  std::string newName(Operation *op);
  StringRef nameOf(Value value) { return names[value]; }
  std::string equation(Operation *op);
  void addDerivatives();
  void addGradients();
  void close();
  void show(const Twine &name, Value value) {
    shown.push_back(value);
    shownNames.push_back(name.str());
  }

  func::FuncOp function;
  Block &body;
  Value loss;
  llvm::SmallSetVector<Value, 4> goals; ///< the loss, or what is written
  llvm::StringMap<Operation *> lastOf;  ///< the last op of each layer
  llvm::DenseMap<Value, std::string> names;
  llvm::StringSet<> taken;
  SmallVector<Value> values; ///< in order of evaluation
  SmallVector<Value> shown;
  SmallVector<std::string> shownNames;
};

} // namespace

/// What the step is about: the loss that gradients are taken of; without one,
/// the values that are written.
void Step::collectGoals() {
  for (auto gradient : body.getOps<nn::GradientOp>())
    if (!gradient.getParameters().empty())
      loss = gradient.getObjective();
  if (loss)
    goals.insert(loss);
  else
    for (auto write : body.getOps<nn::WriteOp>())
      goals.insert(write.getValue());
}

void Step::nameArguments() {
  for (BlockArgument argument : body.getArguments())
    if (auto name = function.getArgAttrOfType<StringAttr>(
            argument.getArgNumber(), "nn.name")) {
      names[argument] = name.str();
      taken.insert(name);
    }
}

/// `fc` for the last op of the layer `fc`, `fc.einsum` for another, `tanh`
/// outside of layers; numbered where that is taken.
std::string Step::newName(Operation *op) {
  std::string path = nn::getLayerPath(op->getLoc()).str();
  std::string mnemonic = op->getName().stripDialect().str();
  std::string name = path.empty()                ? mnemonic
                     : lastOf.lookup(path) == op ? path
                                                 : path + "." + mnemonic;
  std::string result = name;
  for (int number = 2; !taken.insert(result).second; ++number)
    result = name + "." + std::to_string(number);
  return result;
}

void Step::nameOp(Operation *op) {
  Value result = op->getResult(0);
  if (auto read = dyn_cast<nn::ReadOp>(op)) {
    names[result] = read.getTarget().str();
    return;
  }
  FloatAttr number;
  if (isa<nn::SplatOp>(op) &&
      matchPattern(op->getOperand(0), m_Constant(&number))) {
    llvm::raw_string_ostream(names[result])
        << llvm::format("%g", number.getValueAsDouble());
    return;
  }
  if (auto scalar = op->getNumOperands() == 1
                        ? op->getOperand(0).getDefiningOp<nn::ScalarOp>()
                        : nn::ScalarOp();
      scalar && isa<nn::SplatOp>(op)) {
    StringRef name = scalar.getName();
    name.consume_front("hyper.");
    names[result] = name.str();
    return;
  }
  if (isView(op) && !nameOf(op->getOperand(0)).empty()) {
    names[result] = names[op->getOperand(0)];
    return;
  }
  std::string name = result == loss ? "loss" : newName(op);
  for (OpResult each : op->getResults())
    names[each] = op->getNumResults() == 1
                      ? name
                      : name + "#" + std::to_string(each.getResultNumber());
}

std::string Step::equation(Operation *op) {
  SmallVector<std::string> operands;
  if (auto einsum = dyn_cast<nn::EinsumOp>(op))
    operands.push_back("\"" + einsum.getPattern().str() + "\"");
  for (Value operand : op->getOperands())
    if (StringRef name = nameOf(operand); !name.empty())
      operands.push_back(name.str());
  if (auto power = dyn_cast<nn::PowIntOp>(op); power && operands.size() == 1)
    return operands[0] + " ^ " + std::to_string(power.getExponent());
  StringRef between = infix(op);
  if (!between.empty() && operands.size() == 2)
    return operands[0] + " " + between.str() + " " + operands[1];
  return op->getName().stripDialect().str() + "(" + llvm::join(operands, ", ") +
         ")";
}

void Step::collectValues() {
  llvm::SmallPtrSet<Operation *, 32> needed;
  for (Operation &op : llvm::reverse(body.without_terminator())) {
    bool isGoal = llvm::any_of(
        op.getResults(), [&](Value result) { return goals.contains(result); });
    if (!isGoal && llvm::none_of(op.getUsers(), [&](Operation *user) {
          return needed.contains(user) || needed.contains(user->getParentOp());
        }))
      continue;
    needed.insert(&op);
    if (StringRef path = nn::getLayerPath(op.getLoc());
        !path.empty() && !isa<nn::ReadOp>(op) && op.getNumResults() > 0)
      lastOf.try_emplace(path, &op);
  }
  for (Operation &op : body.without_terminator()) {
    if (!needed.contains(&op) || op.getNumResults() == 0)
      continue;
    nameOp(&op);
    bool isNamed = isa<nn::ReadOp, nn::SplatOp, nn::ConstantOp>(op) ||
                   (isView(&op) && op.getResult(0) != loss);
    if (isNamed)
      continue;
    for (Value result : op.getResults())
      if (isFloatTensor(result)) {
        values.push_back(result);
        show("value " + nameOf(result) + " = " + equation(&op), result);
      }
  }
}

/// By each value that the loss is made of, as the chain rule meets them.
void Step::addDerivatives() {
  SmallVector<Value> by;
  for (Value value : llvm::reverse(values))
    if (value != loss)
      by.push_back(value);
  if (!loss || by.empty())
    return;
  OpBuilder builder(body.getTerminator());
  auto gradient =
      nn::GradientOp::create(builder, loss.getLoc(), ValueRange(by).getTypes(),
                             loss, builder.getArrayAttr({}), by);
  for (auto [value, result] : llvm::zip(by, gradient.getResults()))
    show("derivative " + nameOf(value), result);
}

void Step::addGradients() {
  llvm::StringMap<Value> gradients;
  for (auto gradient : body.getOps<nn::GradientOp>())
    for (auto [path, result] :
         llvm::zip(gradient.getParameters(), gradient.getResults())) {
      StringRef name = cast<FlatSymbolRefAttr>(path).getValue();
      gradients[name] = result;
      show("gradient " + name, result);
    }
  for (auto optimize : body.getOps<nn::OptimizeOp>())
    if (gradients.lookup(optimize.getParameter()) != optimize.getGradient())
      show("taken " + optimize.getParameter(), optimize.getGradient());
}

/// Without effects, and with what is shown as results.
void Step::close() {
  for (Operation &op : llvm::make_early_inc_range(body.without_terminator()))
    if (isa<nn::MetricOp, nn::WriteOp, nn::OptimizeOp>(op))
      op.erase();
  OpBuilder builder(body.getTerminator());
  body.getTerminator()->setOperands(shown);
  function.setFunctionType(builder.getFunctionType(
      body.getArgumentTypes(), ValueRange(shown).getTypes()));
  SmallVector<Attribute> results;
  for (const std::string &name : shownNames)
    results.push_back(builder.getDictionaryAttr(
        builder.getNamedAttr("nn.name", builder.getStringAttr(name))));
  function.setResAttrsAttr(builder.getArrayAttr(results));
}

unsigned Step::explain() {
  collectGoals();
  nameArguments();
  collectValues();
  // The derivatives by parameters, before those by values join them.
  SmallVector<Value> forward = std::exchange(shown, {});
  SmallVector<std::string> forwardNames = std::exchange(shownNames, {});
  addGradients();
  SmallVector<Value> gradients = std::exchange(shown, std::move(forward));
  SmallVector<std::string> gradientNames =
      std::exchange(shownNames, std::move(forwardNames));
  addDerivatives();
  llvm::append_range(shown, gradients);
  llvm::append_range(shownNames, gradientNames);
  close();
  return shown.size();
}

namespace {

struct ExplainStep : nnc::impl::ExplainStepBase<ExplainStep> {
  void runOnOperation() override {
    for (auto train : getOperation().getOps<nn::TrainOp>())
      if (auto step = train.lookupSymbol<func::FuncOp>("step")) {
        func::FuncOp inspect = step.clone();
        inspect.setSymName("inspect");
        train.getBody().front().push_back(inspect);
        numValues += Step(inspect).explain();
      }
  }
};

} // namespace
