//===- OutlineEntries.cpp - Functions of a program ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/IRMapping.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

namespace nnc {
#define GEN_PASS_DEF_OUTLINEENTRIES
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

/// What a model or training section stores, in the order of its blocks.
struct Storage {
  nn::ArgKind kind;
  StringRef path;
  RankedTensorType type;
  Region *init;
};

/// A function being made into an entry: `body` is a copy of the source, whose
/// arguments, results and effects become those of the entry.
class EntryBuilder {
public:
  EntryBuilder(ModuleOp module, Operation *owner, ArrayRef<Storage> storage)
      : module(module), owner(owner), storage(storage),
        builder(module.getContext()) {}

  /// The entry of a function of the section.
  LogicalResult outline(func::FuncOp source);
  /// The entry that computes the initial values of `parts`.
  void initialize(ArrayRef<Storage> parts);

private:
  nn::ArgAttr key(nn::ArgKind kind, StringRef name) {
    return nn::ArgAttr::get(builder.getContext(), kind,
                            builder.getStringAttr(name));
  }
  void create(StringRef entry, Location loc);
  void addResult(nn::ArgKind kind, StringRef name, Value value);
  void addStorage();
  LogicalResult collectResults(func::FuncOp source);
  void addScalars();
  void addDims();
  void finish();

  ModuleOp module;
  Operation *owner;
  ArrayRef<Storage> storage;
  OpBuilder builder;

  func::FuncOp function;
  Block *body = nullptr;
  SmallVector<Attribute> argumentKeys;
  SmallVector<Value> results;
  SmallVector<Attribute> resultKeys;
};

struct OutlineEntries : nnc::impl::OutlineEntriesBase<OutlineEntries> {
  void runOnOperation() override;
  LogicalResult outlineSection(Operation *section, Region &region,
                               ArrayRef<Storage> storage);
};

} // namespace

static StringRef entryName(StringRef function) {
  return llvm::StringSwitch<StringRef>(function)
      .Case("step", "train_step")
      .Case("eval", "eval_step")
      .Case("accumulate", "accumulate_step")
      .Default(function);
}

static StringRef nameOf(Operation *symbol) {
  return SymbolTable::getSymbolName(symbol).getValue();
}

void EntryBuilder::create(StringRef entry, Location loc) {
  builder.setInsertionPointToEnd(module.getBody());
  std::string name = (nameOf(owner) + "_" + entry).str();
  function =
      func::FuncOp::create(builder, loc, name, builder.getFunctionType({}, {}));
  function->setAttr("nn.entry", builder.getStringAttr(entry));
  function->setAttr("nn.owner", FlatSymbolRefAttr::get(owner));
  body = function.addEntryBlock();
  argumentKeys.clear();
  results.clear();
  resultKeys.clear();
}

void EntryBuilder::addResult(nn::ArgKind kind, StringRef name, Value value) {
  resultKeys.push_back(key(kind, name));
  results.push_back(value);
}

/// Arguments for what is read or written come first, in storage order.
void EntryBuilder::addStorage() {
  llvm::MapVector<StringRef, SmallVector<nn::ReadOp>> used;
  for (Operation &op : *body)
    if (auto write = dyn_cast<nn::WriteOp>(op))
      used[write.getTarget()];
  body->walk([&](nn::ReadOp read) { used[read.getTarget()].push_back(read); });
  unsigned position = 0;
  for (const Storage &stored : storage) {
    auto it = used.find(stored.path);
    if (it == used.end())
      continue;
    Value argument =
        body->insertArgument(position, stored.type, function.getLoc());
    argumentKeys.insert(argumentKeys.begin() + position++,
                        key(stored.kind, stored.path));
    for (nn::ReadOp op : it->second) {
      op.replaceAllUsesWith(argument);
      op.erase();
    }
  }
}

/// New values of what is stored, in storage order, then what the function
/// returned, then metrics in order of appearance.
LogicalResult EntryBuilder::collectResults(func::FuncOp source) {
  llvm::MapVector<StringRef, nn::WriteOp> writes;
  for (auto write : body->getOps<nn::WriteOp>())
    if (!writes.insert({write.getTarget(), write}).second)
      return write.emitOpError() << "is the second one of this value";
  for (const Storage &stored : storage)
    if (auto it = writes.find(stored.path); it != writes.end())
      addResult(stored.kind, stored.path, it->second.getValue());
  for (OpOperand &operand : body->getTerminator()->getOpOperands()) {
    unsigned index = operand.getOperandNumber();
    auto name = source.getResultAttrOfType<StringAttr>(index, "nn.name");
    if (!name)
      return source.emitError() << "result " << index << " has no nn.name";
    bool isTensor = isa<TensorType>(operand.get().getType());
    addResult(isTensor ? nn::ArgKind::output : nn::ArgKind::value, name,
              operand.get());
  }
  for (auto metric : body->getOps<nn::MetricOp>())
    addResult(nn::ArgKind::metric, metric.getName(), metric.getValue());
  for (Operation &op : llvm::make_early_inc_range(*body))
    if (isa<nn::WriteOp, nn::MetricOp, func::ReturnOp>(op))
      op.erase();
  return success();
}

void EntryBuilder::addScalars() {
  // In the order of nn_call, then of the program's hypers.
  SmallVector<std::string> order = {
      "step", "epoch", "batch_counter", "steps_per_epoch", "seed", "example"};
  for (auto hyper : module.getOps<nn::HyperOp>())
    order.push_back(("hyper." + hyper.getSymName()).str());
  llvm::StringMap<SmallVector<nn::ScalarOp>> scalars;
  body->walk([&](nn::ScalarOp op) { scalars[op.getName()].push_back(op); });
  // A random op reads what it is keyed by without an op.
  body->walk([&](nn::RandomOp op) {
    (void)scalars["seed"];
    if (op.getPerBatch())
      (void)scalars["batch_counter"];
  });
  for (StringRef name : order) {
    auto it = scalars.find(name);
    if (it == scalars.end())
      continue;
    ArrayRef<nn::ScalarOp> ops = it->second;
    Type type = ops.empty() ? builder.getI64Type()
                            : nn::ScalarOp(ops.front()).getType();
    Value argument = body->addArgument(type, function.getLoc());
    argumentKeys.push_back(key(nn::ArgKind::scalar, name));
    for (nn::ScalarOp op : ops) {
      op.replaceAllUsesWith(argument);
      op.erase();
    }
  }
}

void EntryBuilder::addDims() {
  llvm::StringSet<> used;
  auto note = [&](Type type) {
    if (auto tensor = dyn_cast<RankedTensorType>(type))
      for (const nn::Size &size : nn::getSizes(tensor))
        if (size.isDynamic())
          for (StringRef name : nn::getDimNames(size.symbol))
            used.insert(name);
  };
  for (Type type : body->getArgumentTypes())
    note(type);
  SmallVector<nn::DimSizeOp> sizes;
  body->walk([&](Operation *op) {
    for (Type type : op->getResultTypes())
      note(type);
    if (auto size = dyn_cast<nn::DimSizeOp>(op)) {
      used.insert(size.getName());
      sizes.push_back(size);
    }
  });
  llvm::StringMap<Value> arguments;
  for (auto dim : module.getOps<nn::DimOp>())
    if (used.contains(dim.getSymName())) {
      arguments[dim.getSymName()] =
          body->addArgument(builder.getIndexType(), function.getLoc());
      argumentKeys.push_back(key(nn::ArgKind::dim, dim.getSymName()));
    }
  for (nn::DimSizeOp size : sizes) {
    builder.setInsertionPoint(size);
    size.replaceAllUsesWith(Value(arith::IndexCastOp::create(
        builder, size.getLoc(), size.getType(), arguments[size.getName()])));
    size.erase();
  }
}

void EntryBuilder::finish() {
  builder.setInsertionPointToEnd(body);
  func::ReturnOp::create(builder, function.getLoc(), results);
  function.setFunctionType(builder.getFunctionType(
      body->getArgumentTypes(), ValueRange(results).getTypes()));
  llvm::SmallDenseSet<Attribute> updated(resultKeys.begin(), resultKeys.end());
  for (auto [index, attribute] : llvm::enumerate(argumentKeys)) {
    function.setArgAttr(index, "nn.arg", attribute);
    if (isa<TensorType>(body->getArgument(index).getType()))
      function.setArgAttr(
          index, bufferization::BufferizationDialect::kWritableAttrName,
          builder.getBoolAttr(updated.contains(attribute)));
  }
  for (auto [index, attribute] : llvm::enumerate(resultKeys))
    function.setResultAttr(index, "nn.result", attribute);
}

LogicalResult EntryBuilder::outline(func::FuncOp source) {
  create(entryName(source.getSymName()), source.getLoc());
  IRMapping mapping;
  for (auto [index, argument] : llvm::enumerate(source.getArguments())) {
    auto name = source.getArgAttrOfType<StringAttr>(index, "nn.name");
    if (!name)
      return source.emitError() << "argument " << index << " has no nn.name";
    bool isTensor = isa<TensorType>(argument.getType());
    mapping.map(argument,
                body->addArgument(argument.getType(), argument.getLoc()));
    argumentKeys.push_back(
        key(isTensor ? nn::ArgKind::input : nn::ArgKind::metric, name));
  }
  builder.setInsertionPointToEnd(body);
  for (Operation &op : source.getBody().front())
    builder.clone(op, mapping);
  addStorage();
  addScalars();
  addDims();
  if (failed(collectResults(source)))
    return failure();
  finish();
  return success();
}

void EntryBuilder::initialize(ArrayRef<Storage> parts) {
  create("init", owner->getLoc());
  for (const Storage &part : parts) {
    builder.setInsertionPointToEnd(body);
    IRMapping mapping;
    for (Operation &op : part.init->front().without_terminator())
      builder.clone(op, mapping);
    Value value = part.init->front().getTerminator()->getOperand(0);
    addResult(part.kind, part.path, mapping.lookup(value));
  }
  addScalars();
  addDims();
  finish();
}

/// Appends the stored tensors of a section, parameters first.
static void collect(Region &region, nn::ArgKind stateKind,
                    SmallVectorImpl<Storage> &storage) {
  for (auto op : region.getOps<nn::ParameterOp>())
    storage.push_back({nn::ArgKind::parameter, op.getSymName(),
                       cast<RankedTensorType>(op.getType()), &op.getInit()});
  for (auto op : region.getOps<nn::StateOp>())
    storage.push_back({stateKind, op.getSymName(),
                       cast<RankedTensorType>(op.getType()), &op.getInit()});
}

LogicalResult OutlineEntries::outlineSection(Operation *section, Region &region,
                                             ArrayRef<Storage> storage) {
  for (auto function :
       llvm::make_early_inc_range(region.getOps<func::FuncOp>())) {
    if (failed(
            EntryBuilder(getOperation(), section, storage).outline(function)))
      return failure();
    function.erase();
    ++numEntries;
  }
  return success();
}

/// Checks that the dims and hypers that are used are declared.
static LogicalResult checkNames(ModuleOp module) {
  llvm::StringSet<> dims, hypers;
  for (auto dim : module.getOps<nn::DimOp>())
    dims.insert(dim.getSymName());
  for (auto hyper : module.getOps<nn::HyperOp>())
    hypers.insert(hyper.getSymName());
  auto checkType = [&](Operation *op, Type type) -> LogicalResult {
    if (auto tensor = dyn_cast<RankedTensorType>(type))
      for (const nn::Size &size : nn::getSizes(tensor))
        if (size.isDynamic())
          for (StringRef name : nn::getDimNames(size.symbol))
            if (!dims.contains(name))
              return op->emitError() << "dim `" << name << "` is not declared";
    return success();
  };
  WalkResult result = module.walk([&](Operation *op) -> WalkResult {
    for (Region &region : op->getRegions())
      for (Type type : region.getArgumentTypes())
        if (failed(checkType(op, type)))
          return WalkResult::interrupt();
    for (Type type : op->getResultTypes())
      if (failed(checkType(op, type)))
        return WalkResult::interrupt();
    if (auto size = dyn_cast<nn::DimSizeOp>(op))
      if (!dims.contains(size.getName()))
        return op->emitError()
               << "dim `" << size.getName() << "` is not declared";
    if (auto scalar = dyn_cast<nn::ScalarOp>(op)) {
      StringRef name = scalar.getName();
      if (name.consume_front("hyper.") && !hypers.contains(name))
        return op->emitError() << "hyper `" << name << "` is not declared";
    }
    return WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

void OutlineEntries::runOnOperation() {
  ModuleOp module = getOperation();
  if (failed(checkNames(module)))
    return signalPassFailure();
  for (auto model : module.getOps<nn::ModelOp>()) {
    SmallVector<Storage> storage;
    collect(model.getBody(), nn::ArgKind::state, storage);
    EntryBuilder(module, model, {}).initialize(storage);
    ++numEntries;
    if (failed(outlineSection(model, model.getBody(), storage)))
      return signalPassFailure();
  }
  for (auto train : module.getOps<nn::TrainOp>()) {
    auto model = module.lookupSymbol<nn::ModelOp>(train.getModelAttr());
    if (!model) {
      train.emitOpError() << "names no model";
      return signalPassFailure();
    }
    SmallVector<Storage> storage, own;
    collect(model.getBody(), nn::ArgKind::state, storage);
    collect(train.getBody(), nn::ArgKind::optimizer, own);
    if (!own.empty()) {
      EntryBuilder(module, train, {}).initialize(own);
      ++numEntries;
    }
    llvm::append_range(storage, own);
    if (failed(outlineSection(train, train.getBody(), storage)))
      return signalPassFailure();
  }
  for (auto dataset : module.getOps<nn::DatasetOp>())
    if (failed(outlineSection(dataset, dataset.getBody(), {})))
      return signalPassFailure();
  // The initial values are in functions now.
  module.walk([](Operation *op) {
    if (isa<nn::ParameterOp, nn::StateOp>(op))
      op->getRegion(0).getBlocks().clear();
  });
}
