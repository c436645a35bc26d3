//===- GatherStatistics.cpp - What each layer does in a step --------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How large the gradient of a layer's output is comes out of the one backward
// walk that the step needs anyway: the output passes through an op that leaves
// it as it is, and whose rule gives the sum of the cotangent's squares to a
// second operand. That operand, a probe, is an argument of the function, or a
// slice of one in a loop over layers, and the gradient is taken with respect to
// it as well. Nothing else has to be kept, whatever the size of the layer.
//
//===----------------------------------------------------------------------===//

#include "Statistics.h"

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/Scan.h"
#include "nnc/Transforms/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/StringSet.h"

namespace nnc {
#define GEN_PASS_DEF_GATHERSTATISTICS
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// A layer of one block: its last value, and the activation behind it, which
/// counts as a part of it.
struct Layer {
  std::string path;
  Value output;
  Operation *activation = nullptr;

  Value last() const { return activation ? activation->getResult(0) : output; }
};
using Layers = SmallVector<Layer>;

/// A loop over layers that is being walked, and the sequences it is to get.
struct Loop {
  nn::ScanOp scan;
  SmallVector<Value> sequences = {};
};

/// Turns a copy of a training step into one that returns statistics of it.
class Gatherer {
public:
  explicit Gatherer(func::FuncOp function)
      : function(function), body(function.getBody().front()) {}

  /// Returns how many statistics it gathers.
  unsigned gather();

private:
  void findNeeded();
  void findLearning();
  bool isOverLayers(nn::ScanOp scan) const;
  Layers collect(Block &block);
  SmallVector<NamedNumber> visit(Block &block);
  SmallVector<NamedNumber> visitLoop(nn::ScanOp scan);
  void describe(const Layer &layer, SmallVectorImpl<NamedNumber> &statistics);
  void probe(StringRef path, Value value);
  Value addProbe(StringRef path);
  void describeInputs(SmallVectorImpl<NamedNumber> &statistics);
  void describeGradients(SmallVectorImpl<NamedNumber> &statistics);
  void describeRate(SmallVectorImpl<NamedNumber> &statistics);
  void dropEffects();

  func::FuncOp function;
  Block &body;
  Value loss;
  nn::GradientOp gradient; ///< The one that is learned from, or null.
  /// Ops that the loss is made of, and those that depend on what is learned.
  llvm::DenseSet<Operation *> needed, learning;
  SmallVector<Loop *> loops; ///< Around the block at hand, outermost first.
  llvm::StringSet<> taken;
  SmallVector<Value> probes;
  SmallVector<std::string> probePaths;
};

} // namespace

//===----------------------------------------------------------------------===//
// What there is
//===----------------------------------------------------------------------===//

void Gatherer::findNeeded() {
  for (auto op : body.getOps<nn::GradientOp>())
    if (!op.getParameters().empty())
      gradient = op;
  for (auto metric : body.getOps<nn::MetricOp>())
    if (metric.getName() == "loss")
      loss = metric.getValue();
  llvm::DenseSet<Value> goals;
  if (gradient)
    goals.insert(gradient.getObjective());
  else if (loss)
    goals.insert(loss);
  else
    for (auto write : body.getOps<nn::WriteOp>())
      goals.insert(write.getValue());
  for (Operation &op : llvm::reverse(body)) {
    if (llvm::none_of(op.getResults(),
                      [&](Value value) { return goals.contains(value); }))
      continue;
    op.walk([&](Operation *inner) {
      needed.insert(inner);
      goals.insert(inner->operand_begin(), inner->operand_end());
    });
  }
}

void Gatherer::findLearning() {
  if (!gradient)
    return;
  llvm::DenseSet<Attribute> parameters(gradient.getParameters().begin(),
                                       gradient.getParameters().end());
  body.walk<WalkOrder::PreOrder>([&](Operation *op) {
    auto read = dyn_cast<nn::ReadOp>(op);
    bool learns = read && parameters.contains(read.getTargetAttr());
    // What a loop is given may be learned, or carried.
    learns |= learning.contains(op->getParentOp());
    op->walk([&](Operation *inner) {
      for (Value operand : inner->getOperands())
        learns |= operand.getDefiningOp() &&
                  learning.contains(operand.getDefiningOp());
    });
    if (learns)
      learning.insert(op);
  });
}

static int64_t starsOf(Operation *op) {
  return int64_t(nn::getLayerPath(op->getLoc()).count('*'));
}

/// Whether its iterations are layers, and how many they are is known; those of
/// other loops are steps in time.
bool Gatherer::isOverLayers(nn::ScanOp scan) const {
  if (nn::getSteps(scan).isDynamic())
    return false;
  auto isLayer = [&](Operation *op) {
    return starsOf(op) > int64_t(loops.size()) ? WalkResult::interrupt()
                                               : WalkResult::advance();
  };
  return scan.getBody().walk(isLayer).wasInterrupted();
}

/// The op that computes a value, looking through changes of shape.
static Operation *sourceOf(Value value) {
  Operation *op = value.getDefiningOp();
  while (op && isa<nn::ReshapeOp, nn::CastOp>(op))
    op = op->getOperand(0).getDefiningOp();
  return op;
}

/// Gives an activation to the layer whose output it reads.
static bool addActivation(Operation &op, Layers &layers) {
  for (Value operand : op.getOperands())
    for (Layer &layer : layers)
      if (Operation *source = sourceOf(operand);
          source && source == sourceOf(layer.last())) {
        if (layer.activation)
          layer.output = layer.last();
        layer.activation = &op;
        return true;
      }
  return false;
}

/// The layers of a block. In a program without any, activations stand for them,
/// called like in `nn-explain-step`.
Layers Gatherer::collect(Block &block) {
  Layers layers;
  for (Operation &op : block.without_terminator()) {
    if (!needed.contains(&op) || isa<nn::ReadOp, nn::ConstantOp, nn::SplatOp,
                                     nn::BroadcastOp, nn::GradientOp>(op))
      continue;
    // Of a loop, what it emits, or else what it carried last.
    auto used = llvm::find_if(op.getResults(),
                              [](Value value) { return !value.use_empty(); });
    if (used == op.result_end() || !isFloatTensor(*used) ||
        cast<RankedTensorType>((*used).getType()).getRank() == 0)
      continue;
    // Its layers stand for it.
    if (auto scan = dyn_cast<nn::ScanOp>(op); scan && isOverLayers(scan))
      continue;
    bool isActivation = isReluLike(&op) || isSaturating(&op);
    if (isActivation && addActivation(op, layers))
      continue;
    std::string path = nn::getLayerPath(op.getLoc()).str();
    auto is = [&](const Layer &layer) { return layer.path == path; };
    if (path.empty() && isActivation && loops.empty()) {
      std::string kind =
          isReluLike(&op) ? "relu" : op.getName().stripDialect().str();
      path = kind;
      for (int number = 2; !taken.insert(path).second; ++number)
        path = kind + "." + std::to_string(number);
    } else if (path.empty() || starsOf(&op) != int64_t(loops.size()) ||
               (isa<nn::ReshapeOp>(op) && llvm::any_of(layers, is))) {
      continue;
    }
    // A later value moves its layer back.
    llvm::erase_if(layers, is);
    layers.push_back({path, *used, isActivation ? &op : nullptr});
  }
  return layers;
}

//===----------------------------------------------------------------------===//
// Statistics
//===----------------------------------------------------------------------===//

void Gatherer::describe(const Layer &layer,
                        SmallVectorImpl<NamedNumber> &statistics) {
  Value value = layer.last();
  OpBuilder builder(function.getContext());
  builder.setInsertionPointAfterValue(value);
  StatisticsBuilder b(builder, value.getLoc());
  auto add = [&](StringRef kind, Value number) {
    statistics.push_back({layer.path + "#" + kind.str(), number});
  };
  Value mean = b.mean(value);
  add("mean", mean);
  add("spread", b.spread(value, mean));
  int64_t units = unitAxis(value);
  if (layer.activation && isReluLike(layer.activation) && units >= 0)
    add("dead", b.dead(value, units));
  if (layer.activation && isSaturating(layer.activation))
    add("saturated", b.saturated(layer.activation));
  // Before the activation: units behind it may all be 0, each for its reasons.
  units = unitAxis(layer.output);
  if (units >= 0 &&
      cast<RankedTensorType>(layer.output.getType()).getDimSize(units) != 1)
    add("range", b.range(layer.output, units));
}

/// An argument of the function, with an element for each layer of the loops
/// around, and the one for this layer.
Value Gatherer::addProbe(StringRef path) {
  OpBuilder builder(function.getContext());
  SmallVector<int64_t> shape;
  for (Loop *loop : loops)
    shape.push_back(nn::getSteps(loop->scan).number);
  unsigned number = function.getNumArguments();
  auto mark = builder.getDictionaryAttr(
      {builder.getNamedAttr(kProbeAttr, builder.getUnitAttr())});
  (void)function.insertArgument(
      number, RankedTensorType::get(shape, builder.getF64Type()), mark,
      function.getLoc());
  Value value = body.getArgument(number);
  probes.push_back(value);
  probePaths.push_back(path.str());
  for (Loop *loop : loops) {
    loop->sequences.push_back(value);
    value = loop->scan.getBody().insertArgument(
        loop->scan.getSequences().size() + loop->sequences.size(),
        nn::withoutAxis(cast<RankedTensorType>(value.getType()), 0),
        loop->scan.getLoc());
  }
  return value;
}

/// Lets the gradient with respect to a probe be the sum of squares of that with
/// respect to `value`.
void Gatherer::probe(StringRef path, Value value) {
  Value probe = addProbe(path);
  Location loc = value.getLoc();
  OpBuilder builder(function.getContext());
  builder.setInsertionPointAfterValue(value);
  auto op = nn::CustomVjpOp::create(builder, loc, value.getType(),
                                    ValueRange{value, probe});
  SmallVector<Type> types = {value.getType(), probe.getType()};
  SmallVector<Location> places(3, loc);
  Block &forward = op.getForward().emplaceBlock();
  forward.addArguments(types, ArrayRef(places).drop_back());
  builder.setInsertionPointToEnd(&forward);
  nn::YieldOp::create(builder, loc, ValueRange{forward.getArgument(0)});
  Block &vjp = op.getVjp().emplaceBlock();
  types.push_back(value.getType());
  vjp.addArguments(types, places);
  builder.setInsertionPointToEnd(&vjp);
  Value cotangent = vjp.getArgument(2);
  Value squares = StatisticsBuilder(builder, loc).sumOfSquares(cotangent);
  nn::YieldOp::create(builder, loc, ValueRange{cotangent, squares});
  value.replaceAllUsesExcept(op->getResult(0), op);
}

SmallVector<NamedNumber> Gatherer::visitLoop(nn::ScanOp scan) {
  Loop loop{scan};
  loops.push_back(&loop);
  SmallVector<NamedNumber> statistics = visit(scan.getBody().front());
  loops.pop_back();
  nn::ScanParts parts(scan);
  for (Value sequence : loop.sequences) {
    parts.sequences.push_back(sequence);
    parts.axes.push_back(0);
    parts.count.reset();
  }
  unsigned before = parts.emits.size();
  for (const NamedNumber &statistic : statistics) {
    parts.emits.push_back(statistic.value);
    parts.emitAxes.push_back(0);
  }
  bool learns = learning.contains(scan);
  nn::ScanOp with = parts.replace(scan);
  if (learns)
    learning.insert(with);
  for (auto [i, statistic] : llvm::enumerate(statistics))
    statistic.value = with.getEmits()[before + i];
  return statistics;
}

/// In order of evaluation, with the layers of a loop where it stands.
SmallVector<NamedNumber> Gatherer::visit(Block &block) {
  Layers layers = collect(block);
  // Null: a loop.
  SmallVector<std::pair<Operation *, const Layer *>> order;
  for (const Layer &layer : layers)
    order.emplace_back(layer.last().getDefiningOp(), &layer);
  for (auto scan : block.getOps<nn::ScanOp>())
    if (needed.contains(scan) && isOverLayers(scan))
      order.emplace_back(scan, nullptr);
  llvm::sort(order, [](const auto &one, const auto &other) {
    return one.first != other.first && one.first->isBeforeInBlock(other.first);
  });
  SmallVector<NamedNumber> statistics;
  for (auto [op, layer] : order) {
    if (!layer) {
      llvm::append_range(statistics, visitLoop(cast<nn::ScanOp>(op)));
      continue;
    }
    describe(*layer, statistics);
    if (gradient && learning.contains(op))
      probe(layer->path, layer->last());
  }
  return statistics;
}

void Gatherer::describeInputs(SmallVectorImpl<NamedNumber> &statistics) {
  OpBuilder builder = OpBuilder::atBlockBegin(&body);
  StatisticsBuilder b(builder, function.getLoc());
  for (auto [number, input] : llvm::enumerate(function.getArguments())) {
    auto name = function.getArgAttrOfType<StringAttr>(number, "nn.name");
    if (!name || !isFloatTensor(input))
      continue;
    auto add = [&](StringRef kind, Value value) {
      statistics.push_back({(name.getValue() + "#input-" + kind).str(), value});
    };
    Value mean = b.mean(input);
    add("mean", mean);
    add("spread", b.spread(input, mean));
    add("least", b.least(input));
    add("most", b.most(input));
  }
}

/// Takes the gradient with respect to the probes as well.
void Gatherer::describeGradients(SmallVectorImpl<NamedNumber> &statistics) {
  if (!gradient)
    return;
  OpBuilder builder(gradient);
  Location loc = gradient.getLoc();
  SmallVector<Value> values(gradient.getValues());
  llvm::append_range(values, probes);
  SmallVector<Type> types(gradient.getResultTypes());
  for (Value probe : probes)
    types.push_back(probe.getType());
  auto with =
      nn::GradientOp::create(builder, loc, types, gradient.getObjective(),
                             gradient.getParameters(), values);
  unsigned before = gradient->getNumResults();
  gradient.replaceAllUsesWith(with.getResults().take_front(before));
  gradient.erase();
  builder.setInsertionPointAfter(with);
  StatisticsBuilder b(builder, loc);
  for (auto [parameter, result] :
       llvm::zip(with.getParameters(), with.getResults())) {
    StringRef name = cast<FlatSymbolRefAttr>(parameter).getValue();
    statistics.push_back({(name + "#parameter-gradient").str(),
                          b.norm(result, int64_t(name.count('*')))});
  }
  for (auto [path, squares] :
       llvm::zip(probePaths, with.getResults().drop_front(before)))
    statistics.push_back(
        {path + "#gradient", nn::SqrtOp::create(builder, loc, squares)});
}

/// The learning rate that the optimizer is given: one for the whole section.
void Gatherer::describeRate(SmallVectorImpl<NamedNumber> &statistics) {
  auto optimizes = body.getOps<nn::OptimizeOp>();
  if (optimizes.empty())
    return;
  nn::OptimizeOp optimize = *optimizes.begin();
  auto optimizer = SymbolTable::lookupNearestSymbolFrom<nn::OptimizerOp>(
      function->getParentOp(), optimize.getOptimizerAttr());
  Attribute known = optimizer ? optimizer->getAttr("nn.rate") : Attribute();
  OpBuilder builder(optimize);
  Location loc = optimize.getLoc();
  Value rate;
  if (auto constant = dyn_cast_or_null<FloatAttr>(known)) {
    rate = arith::ConstantOp::create(
        builder, loc, builder.getF64FloatAttr(constant.getValueAsDouble()));
  } else if (auto position = dyn_cast_or_null<IntegerAttr>(known)) {
    auto number = uint64_t(position.getInt());
    if (number < optimize.getArguments().size())
      rate = optimize.getArguments()[number];
  }
  if (!rate || !rate.getType().isF64())
    return;
  auto type = RankedTensorType::get({}, builder.getF64Type());
  statistics.push_back(
      {"#rate", nn::SplatOp::create(builder, loc, type, rate)});
}

/// It says what a step does, and does none of it.
void Gatherer::dropEffects() {
  for (Operation &op : llvm::make_early_inc_range(body.without_terminator()))
    if (isa<nn::MetricOp, nn::AssertOp, nn::OptimizeOp, nn::WriteOp>(op))
      op.erase();
}

unsigned Gatherer::gather() {
  findNeeded();
  findLearning();
  SmallVector<NamedNumber> statistics;
  if (loss)
    statistics.push_back({"#loss", loss});
  describeInputs(statistics);
  llvm::append_range(statistics, visit(body));
  describeGradients(statistics);
  describeRate(statistics);
  dropEffects();
  returnStatistics(function, statistics);
  return statistics.size();
}

namespace {

struct GatherStatistics : nnc::impl::GatherStatisticsBase<GatherStatistics> {
  using GatherStatisticsBase::GatherStatisticsBase;

  void runOnOperation() override {
    for (auto train : getOperation().getOps<nn::TrainOp>())
      if (auto step = train.lookupSymbol<func::FuncOp>("step")) {
        func::FuncOp copy = step.clone();
        copy.setSymName(kStatisticsEntry);
        train.getBody().front().push_back(copy);
        numStatistics += Gatherer(copy).gather();
        if (only)
          dropOthers(train);
      }
    if (only)
      for (auto dataset :
           llvm::make_early_inc_range(getOperation().getOps<nn::DatasetOp>()))
        dataset.erase();
  }

  /// What no layout of a parameter depends on.
  static void dropOthers(nn::TrainOp train) {
    for (StringRef name : {"eval", "control", "accumulate"})
      if (auto function = train.lookupSymbol<func::FuncOp>(name))
        function.erase();
  }
};

} // namespace
