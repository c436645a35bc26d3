//===- MemoryBudget.cpp - The memory that a program needs -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/MemoryBudget.h"

#include "nnc/CodeGen/Memory/Passes.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/Matchers.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace nnc {

namespace {

class Measurement {
public:
  explicit Measurement(ModuleOp module);
  FailureOr<SmallVector<MemoryNeed>> measure();

private:
  std::optional<int64_t> arenaBytes(func::FuncOp entry, StringRef owner,
                                    std::string &unbounded);
  std::optional<int64_t> sizeOf(StringRef dim, StringRef owner,
                                func::FuncOp entry);
  void addPadding();

  struct Batch {
    StringRef dim;
    int64_t size;
  };
  ModuleOp module;
  llvm::StringMap<SmallVector<Batch>> batches; // by owner
  llvm::StringMap<int64_t> persistent;
  llvm::StringMap<StringRef> names;                // as the program says them
  llvm::StringMap<std::optional<int64_t>> largest; // of the declared dims
};

} // namespace

/// In its block, where each tensor begins at a line of the cache.
static int64_t bytesOf(ShapedType type) {
  int64_t bytes = llvm::divideCeil(type.getElementTypeBitWidth(), 8);
  return llvm::alignTo(type.getNumElements() * bytes, 64);
}

static int64_t bytesOfBlock(Region &region) {
  int64_t total = 0;
  for (auto op : region.getOps<nn::ParameterOp>())
    total += bytesOf(cast<ShapedType>(op.getType()));
  for (auto op : region.getOps<nn::StateOp>())
    total += bytesOf(cast<ShapedType>(op.getType()));
  return total;
}

/// What tensors take in panels, beyond their elements.
void Measurement::addPadding() {
  llvm::DenseSet<std::pair<StringRef, Attribute>> seen;
  for (auto func : module.getOps<func::FuncOp>()) {
    auto owner = func->getAttrOfType<FlatSymbolRefAttr>("nn.owner");
    for (unsigned i = 0; owner && i < func.getNumArguments(); ++i) {
      auto key = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
      auto logical = func.getArgAttrOfType<TypeAttr>(i, memory::kTypeAttr);
      auto resident = dyn_cast<ShapedType>(func.getArgumentTypes()[i]);
      if (!key || !logical || !resident || !func.getArgAttr(i, "nn.layout"))
        continue;
      StringRef section = owner.getValue();
      auto train = module.lookupSymbol<nn::TrainOp>(section);
      bool isOptimizer = key.getKind() == nn::ArgKind::optimizer;
      if (train && !isOptimizer)
        section = train.getModel();
      if (!seen.insert({section, key}).second)
        continue;
      int64_t padding =
          bytesOf(resident) - bytesOf(cast<ShapedType>(logical.getValue()));
      persistent[section] += padding;
      for (auto other : module.getOps<nn::TrainOp>())
        if (!isOptimizer && other.getModel() == section)
          persistent[other.getSymName()] += padding;
    }
  }
}

Measurement::Measurement(ModuleOp module) : module(module) {
  for (auto dim : module.getOps<nn::DimOp>())
    largest[dim.getSymName()] =
        dim.getMax() ? std::optional<int64_t>(*dim.getMax()) : std::nullopt;
  for (Operation &section : *module.getBody())
    if (auto name =
            section.getAttrOfType<StringAttr>(SymbolTable::getSymbolAttrName()))
      names[name.getValue()] = name.getValue();
  for (auto model : module.getOps<nn::ModelOp>())
    persistent[model.getSymName()] = bytesOfBlock(model.getBody());
  llvm::StringMap<StringRef> models;
  for (auto train : module.getOps<nn::TrainOp>()) {
    models[train.getSymName()] = train.getModel();
    if (auto name = train.getConfig().getAs<StringAttr>("name"))
      names[train.getSymName()] = name.getValue();
    persistent[train.getSymName()] =
        bytesOfBlock(train.getBody()) + persistent.lookup(train.getModel());
  }
  addPadding();
  for (auto func : module.getOps<func::FuncOp>()) {
    auto sizes = func->getAttrOfType<DictionaryAttr>("nn.expected_sizes");
    auto owner = func->getAttrOfType<FlatSymbolRefAttr>("nn.owner");
    if (!sizes || !owner)
      continue;
    for (NamedAttribute size : sizes) {
      Batch batch = {size.getName().strref(),
                     cast<IntegerAttr>(size.getValue()).getInt()};
      batches[owner.getValue()].push_back(batch);
      batches[models.lookup(owner.getValue())].push_back(batch);
    }
  }
}

std::optional<int64_t> Measurement::sizeOf(StringRef dim, StringRef owner,
                                           func::FuncOp entry) {
  std::optional<int64_t> size;
  for (Batch batch : batches.lookup(owner))
    if (batch.dim == dim)
      size = std::max(size.value_or(0), batch.size);
  if (size)
    return size;
  if (auto found = largest.find(dim); found != largest.end() && found->second)
    return found->second;
  // Without a section, one example.
  SmallVector<Type> inputs;
  for (unsigned i = 0; i < entry.getNumArguments(); ++i)
    if (auto key = entry.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
        key && key.getKind() == nn::ArgKind::input)
      if (auto type = entry.getArgAttrOfType<TypeAttr>(i, memory::kTypeAttr))
        inputs.push_back(type.getValue());
  StringAttr batch = nn::getBatchDim(inputs);
  return batch && batch.getValue() == dim ? std::optional<int64_t>(1)
                                          : std::nullopt;
}

/// Evaluates the function that computes it.
std::optional<int64_t> Measurement::arenaBytes(func::FuncOp entry,
                                               StringRef owner,
                                               std::string &unbounded) {
  auto symbol = entry->getAttrOfType<FlatSymbolRefAttr>(memory::kArenaSizeAttr);
  if (!symbol)
    return 0;
  auto size = module.lookupSymbol<func::FuncOp>(symbol.getValue());
  Builder builder(module.getContext());
  llvm::DenseMap<Value, Attribute> values;
  for (BlockArgument argument : size.getArguments()) {
    StringRef dim =
        size.getArgAttrOfType<nn::ArgAttr>(argument.getArgNumber(), "nn.arg")
            .getName()
            .getValue();
    std::optional<int64_t> number = sizeOf(dim, owner, entry);
    if (!number && !argument.use_empty())
      unbounded = dim.str();
    values[argument] = builder.getIndexAttr(number.value_or(1));
  }
  for (Operation &op : size.getBody().front().without_terminator()) {
    SmallVector<Attribute> operands;
    for (Value operand : op.getOperands())
      operands.push_back(values.lookup(operand));
    SmallVector<OpFoldResult> results;
    if (failed(op.fold(operands, results)) || results.empty())
      return std::nullopt;
    for (auto [result, folded] : llvm::zip(op.getResults(), results))
      values[result] = isa<Attribute>(folded)
                           ? cast<Attribute>(folded)
                           : values.lookup(cast<Value>(folded));
  }
  Value total = size.getBody().front().getTerminator()->getOperand(0);
  auto number = dyn_cast_or_null<IntegerAttr>(values.lookup(total));
  return number ? std::optional<int64_t>(number.getInt()) : std::nullopt;
}

FailureOr<SmallVector<MemoryNeed>> Measurement::measure() {
  llvm::MapVector<std::pair<StringRef, StringRef>, MemoryNeed> needs;
  for (auto func : module.getOps<func::FuncOp>()) {
    auto entry = func->getAttrOfType<StringAttr>("nn.entry");
    auto owner = func->getAttrOfType<FlatSymbolRefAttr>("nn.owner");
    if (!entry || !owner)
      continue;
    MemoryNeed &need = needs[{owner.getValue(), entry.getValue()}];
    need.owner = names.lookup(owner.getValue()).str();
    need.entry = entry.getValue().str();
    need.persistent = persistent.lookup(owner.getValue());
    for (Batch batch : batches.lookup(owner.getValue()))
      need.batch = std::max(need.batch, batch.size);
    std::optional<int64_t> arena =
        arenaBytes(func, owner.getValue(), need.unbounded);
    if (!arena)
      return failure();
    need.arena = std::max(need.arena, *arena);
  }
  SmallVector<MemoryNeed> all;
  for (auto &[key, need] : needs)
    all.push_back(std::move(need));
  llvm::sort(all, [](const MemoryNeed &a, const MemoryNeed &b) {
    return std::make_tuple(-a.total(), a.owner, a.entry) <
           std::make_tuple(-b.total(), b.owner, b.entry);
  });
  return all;
}

FailureOr<SmallVector<MemoryNeed>> measureMemory(ModuleOp module) {
  return Measurement(module).measure();
}

} // namespace nnc
