//===- OptimizerExpansion.cpp - Optimizers, parameter by parameter --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/SymbolTable.h"

#include "llvm/ADT/MapVector.h"

namespace nnc {
#define GEN_PASS_DEF_EXPANDOPTIMIZERS
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

struct ExpandOptimizers : nnc::impl::ExpandOptimizersBase<ExpandOptimizers> {
  void runOnOperation() override;
  LogicalResult expand(nn::OptimizeOp optimize);
  SmallVector<int64_t> stackOf(nn::TrainOp train, FlatSymbolRefAttr name);
  void declareState(OpBuilder &builder, nn::StateOp state, StringRef parameter,
                    ArrayRef<int64_t> stack);
};

} // namespace

/// Whether the body is the same function of each element: then it may run on
/// all iterations of a stacked parameter at once.
static bool isElementwise(Block &body) {
  return llvm::all_of(body.without_terminator(), [](Operation &op) {
    return isa<nn::StateOp, nn::ReadOp, nn::WriteOp, nn::SplatOp>(op) ||
           op.hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
           llvm::none_of(op.getResultTypes(), llvm::IsaPred<TensorType>);
  });
}

/// The type of a tensor of an iteration, as that of a stack of them.
static Type stacked(Type type, ArrayRef<int64_t> stack) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return type;
  SmallVector<int64_t> shape(stack);
  llvm::append_range(shape, tensor.getShape());
  return RankedTensorType::get(shape, tensor.getElementType());
}

/// Keys a draw of an optimizer by the parameter: by its path with `*` for the
/// numbers of iterations, which are indices, whether their loop is rolled or
/// not.
static void keyByParameter(nn::RandomOp random, StringRef path,
                           ValueRange indices) {
  OpBuilder builder(random);
  std::string key = "optimizer";
  SmallVector<Value> all;
  for (StringRef part : llvm::split(path, '.')) {
    int64_t number;
    if (part == "*") {
      all.push_back(indices.front());
      indices = indices.drop_front();
    } else if (!part.getAsInteger(10, number)) {
      all.push_back(arith::ConstantOp::create(
          builder, random.getLoc(), builder.getI64IntegerAttr(number)));
      part = "*";
    }
    key += "." + part.str();
  }
  if (!random.getKey().empty())
    key += "." + random.getKey().str();
  random.setKey(key);
  llvm::append_range(all, random.getIndices());
  random.getIndicesMutable().assign(all);
}

/// Clones the ops of an optimizer. `states` maps the names of its states to
/// their values, old and then new; types become those of a stack.
static Value cloneBody(OpBuilder &builder, Block &body, IRMapping &mapping,
                       llvm::MapVector<Attribute, Value> &states,
                       ArrayRef<int64_t> stack, StringRef path,
                       ValueRange indices) {
  llvm::MapVector<Attribute, Value> written = states;
  for (Operation &op : body.without_terminator()) {
    if (isa<nn::StateOp>(op))
      continue;
    if (auto read = dyn_cast<nn::ReadOp>(op)) {
      mapping.map(read.getResult(), states.lookup(read.getTargetAttr()));
    } else if (auto write = dyn_cast<nn::WriteOp>(op)) {
      written[write.getTargetAttr()] =
          mapping.lookupOrDefault(write.getValue());
    } else {
      Operation *copy = builder.clone(op, mapping);
      for (Value result : copy->getResults())
        result.setType(stacked(result.getType(), stack));
      copy->walk(
          [&](nn::RandomOp random) { keyByParameter(random, path, indices); });
    }
  }
  states = std::move(written);
  return mapping.lookupOrDefault(body.getTerminator()->getOperand(0));
}

/// One loop a stacked axis around the body. `values` are the parameter, its
/// gradient and the states, and become the new parameter and states. Of the
/// initial value of a state there are none, and it is what the loops emit.
static SmallVector<Value> buildLoops(
    OpBuilder &builder, Location loc, ArrayRef<int64_t> stack,
    ValueRange values, unsigned results, ValueRange indices,
    llvm::function_ref<SmallVector<Value>(OpBuilder &, ValueRange, ValueRange)>
        body) {
  if (stack.empty())
    return body(builder, values, indices);
  SmallVector<int64_t> axes(values.size(), 0), emits(results, 0);
  std::optional<int64_t> count;
  if (values.empty())
    count = stack.front();
  auto scan = nn::ScanOp::create(
      builder, loc, values, axes, ValueRange(), emits, count, /*reverse=*/false,
      [&](OpBuilder &inner, Value index, ValueRange slices, ValueRange) {
        SmallVector<Value> all(indices);
        all.push_back(index);
        return buildLoops(inner, loc, stack.drop_front(), slices, results, all,
                          body);
      });
  return SmallVector<Value>(scan->getResults());
}

LogicalResult ExpandOptimizers::expand(nn::OptimizeOp optimize) {
  auto train = optimize->getParentOfType<nn::TrainOp>();
  auto optimizer = SymbolTable::lookupNearestSymbolFrom<nn::OptimizerOp>(
      train, optimize.getOptimizerAttr());
  if (!optimizer)
    return optimize.emitOpError() << "names no optimizer";
  SmallVector<int64_t> stack = stackOf(train, optimize.getParameterAttr());
  Block &body = optimizer.getBody().front();
  Type type = body.getArgument(0).getType();
  SmallVector<Type> types = {type, type};
  llvm::append_range(types, optimize.getArguments().getTypes());
  if (!llvm::equal(body.getArgumentTypes(), types) ||
      stacked(type, stack) != optimize.getGradient().getType())
    return optimize.emitOpError()
           << "does not fit the arguments of @" << optimizer.getSymName();

  OpBuilder builder(optimize);
  Location loc = optimize.getLoc();
  // The path of one of its states for this parameter (language 2.4).
  auto pathOf = [&](StringRef state) {
    return builder.getStringAttr("optimizer." + optimize.getParameter() + "." +
                                 state);
  };
  SmallVector<Value> values = {nn::ReadOp::create(builder, loc,
                                                  stacked(type, stack),
                                                  optimize.getParameterAttr()),
                               optimize.getGradient()};
  SmallVector<Attribute> names;
  OpBuilder declarations(optimizer);
  for (auto state : body.getOps<nn::StateOp>()) {
    declareState(declarations, state, optimize.getParameter(), stack);
    names.push_back(FlatSymbolRefAttr::get(state.getSymNameAttr()));
    values.push_back(
        nn::ReadOp::create(builder, loc, stacked(state.getType(), stack),
                           FlatSymbolRefAttr::get(pathOf(state.getSymName()))));
    ++numStates;
  }
  bool atOnce = isElementwise(body);
  auto update = [&](OpBuilder &b, ValueRange given, ValueRange indices) {
    IRMapping mapping;
    mapping.map(body.getArguments().take_front(2), given.take_front(2));
    mapping.map(body.getArguments().drop_front(2), optimize.getArguments());
    llvm::MapVector<Attribute, Value> states;
    for (auto [name, value] : llvm::zip(names, given.drop_front(2)))
      states[name] = value;
    SmallVector<Value> results = {
        cloneBody(b, body, mapping, states,
                  atOnce ? ArrayRef(stack) : ArrayRef<int64_t>(),
                  optimize.getParameter(), indices)};
    for (auto &[name, value] : states)
      results.push_back(value);
    return results;
  };
  SmallVector<Value> updated =
      buildLoops(builder, loc, atOnce ? ArrayRef<int64_t>() : ArrayRef(stack),
                 values, values.size() - 1, ValueRange(), update);
  for (auto [name, value, old] :
       llvm::zip(names, ArrayRef(updated).drop_front(),
                 ArrayRef(values).drop_front(2)))
    if (value != old)
      nn::WriteOp::create(builder, loc,
                          FlatSymbolRefAttr::get(
                              pathOf(cast<FlatSymbolRefAttr>(name).getValue())),
                          value);
  nn::WriteOp::create(builder, loc, optimize.getParameterAttr(),
                      updated.front());
  optimize.erase();
  ++numExpanded;
  return success();
}

/// The stack of a parameter of the model of `train`.
SmallVector<int64_t> ExpandOptimizers::stackOf(nn::TrainOp train,
                                               FlatSymbolRefAttr name) {
  auto model = getOperation().lookupSymbol<nn::ModelOp>(train.getModelAttr());
  auto parameter = model ? model.lookupSymbol<nn::ParameterOp>(name.getAttr())
                         : nn::ParameterOp();
  return parameter && parameter.getStack()
             ? SmallVector<int64_t>(*parameter.getStack())
             : SmallVector<int64_t>();
}

/// Declares a state of an optimizer for one parameter. For a stacked one, all
/// iterations begin alike unless they draw.
void ExpandOptimizers::declareState(OpBuilder &builder, nn::StateOp state,
                                    StringRef parameter,
                                    ArrayRef<int64_t> stack) {
  auto copy = cast<nn::StateOp>(builder.clone(*state));
  copy.setSymName(("optimizer." + parameter + "." + state.getSymName()).str());
  auto type = cast<RankedTensorType>(stacked(state.getType(), stack));
  if (!stack.empty()) {
    copy.setType(type);
    copy.setStackAttr(builder.getDenseI64ArrayAttr(stack));
  }
  if (copy.getInit().empty())
    return;
  Block &init = copy.getInit().front();
  Operation *yield = init.getTerminator();
  OpBuilder inner(yield);
  bool draws = !init.getOps<nn::RandomOp>().empty();
  if (draws) {
    SmallVector<Operation *> ops(
        llvm::make_pointer_range(init.without_terminator()));
    Value last = yield->getOperand(0);
    SmallVector<Value> drawn = buildLoops(
        inner, state.getLoc(), stack, {}, 1, {},
        [&](OpBuilder &b, ValueRange, ValueRange indices) {
          IRMapping mapping;
          for (Operation *op : ops)
            if (auto random = dyn_cast<nn::RandomOp>(b.clone(*op, mapping)))
              keyByParameter(random, parameter, indices);
          return SmallVector<Value>{mapping.lookup(last)};
        });
    yield->setOperands(drawn);
    for (Operation *op : llvm::reverse(ops))
      op->erase();
  } else if (!stack.empty()) {
    auto dims =
        llvm::to_vector(llvm::seq<int64_t>(stack.size(), type.getRank()));
    yield->setOperand(0, nn::BroadcastOp::create(inner, state.getLoc(), type,
                                                 yield->getOperand(0), dims));
  }
}

void ExpandOptimizers::runOnOperation() {
  WalkResult result = getOperation().walk(
      [&](nn::OptimizeOp optimize) { return WalkResult(expand(optimize)); });
  if (result.wasInterrupted())
    return signalPassFailure();
  getOperation().walk([](nn::OptimizerOp optimizer) { optimizer.erase(); });
}
