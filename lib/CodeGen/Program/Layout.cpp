//===- Layout.cpp - Where the tensors of a program lie --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Layout.h"

#include "nnc/CodeGen/Memory/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace nnc {

int64_t elementBytes(Type type) {
  return llvm::divideCeil(type.getIntOrFloatBitWidth(), 8);
}

const Stored *BlockLayout::find(nn::ArgKind kind, StringRef path) const {
  for (const Stored &tensor : tensors)
    if (tensor.kind == kind && tensor.path == path)
      return &tensor;
  return nullptr;
}

std::string sizeFunctionName(StringRef expression) {
  return ("nn_size(" + expression + ")").str();
}

static bool isProgramOp(Operation &op) {
  return isa<nn::DimOp, nn::HyperOp, nn::ModelOp, nn::TrainOp, nn::DatasetOp>(
      op);
}

/// Adds the functions of sizes that are more than one dim.
static void addSizeFunctions(ModuleOp module) {
  llvm::StringSet<> seen;
  OpBuilder builder(module.getContext());
  SmallVector<nn::DimOp> dims(module.getOps<nn::DimOp>());
  auto add = [&](func::FuncOp func, StringRef expression) {
    if (llvm::any_of(
            dims, [&](nn::DimOp d) { return d.getSymName() == expression; }) ||
        !seen.insert(expression).second)
      return;
    builder.setInsertionPointToEnd(module.getBody());
    Location loc = func.getLoc();
    SmallVector<Type> types(dims.size(), builder.getI64Type());
    auto size = func::FuncOp::create(
        builder, loc, sizeFunctionName(expression),
        builder.getFunctionType(types, builder.getI64Type()));
    size.setPrivate();
    builder.setInsertionPointToStart(size.addEntryBlock());
    Value value =
        nn::buildDim(builder, loc, expression, [&](StringRef name) -> Value {
          for (auto [index, dim] : llvm::enumerate(dims))
            if (dim.getSymName() == name)
              return size.getArgument(index);
          llvm_unreachable("sizes are over declared dims");
        });
    func::ReturnOp::create(builder, loc, value);
  };
  for (auto func : llvm::to_vector(module.getOps<func::FuncOp>())) {
    for (unsigned i = 0; i < func.getNumArguments(); ++i)
      if (auto type = func.getArgAttrOfType<TypeAttr>(i, memory::kTypeAttr))
        for (const nn::Size &size :
             nn::getSizes(cast<RankedTensorType>(type.getValue())))
          if (size.isDynamic())
            add(func, size.symbol);
    if (auto flops = func->getAttrOfType<StringAttr>(nn::kFlopsAttr))
      add(func, flops);
  }
}

OwningOpRef<ModuleOp> takeDescription(ModuleOp module) {
  addSizeFunctions(module);
  OwningOpRef<ModuleOp> description =
      ModuleOp::create(module.getLoc(), module.getName());
  (*description)->setAttrs(module->getAttrs());
  for (Operation &op : llvm::make_early_inc_range(*module.getBody())) {
    if (isProgramOp(op)) {
      op.remove();
      description->push_back(&op);
    } else if (auto func = dyn_cast<func::FuncOp>(op)) {
      func::FuncOp declaration = func.cloneWithoutRegions();
      declaration.setPrivate();
      description->push_back(declaration);
      // The attributes have served; some of them LLVM would not know.
      func->setDiscardableAttrs(ArrayRef<NamedAttribute>{});
      func.removeArgAttrsAttr();
      func.removeResAttrsAttr();
    }
  }
  SmallVector<NamedAttribute> plain;
  for (NamedAttribute attribute : module->getDiscardableAttrs())
    if (!attribute.getName().strref().starts_with("nn."))
      plain.push_back(attribute);
  module->setDiscardableAttrs(plain);
  return description;
}

Layout::Layout(ModuleOp description) : module(description) {
  llvm::append_range(dims, module.getOps<nn::DimOp>());
  llvm::append_range(hypers, module.getOps<nn::HyperOp>());
  llvm::append_range(models, module.getOps<nn::ModelOp>());
  llvm::append_range(trains, module.getOps<nn::TrainOp>());
  llvm::append_range(datasets, module.getOps<nn::DatasetOp>());
  for (nn::ModelOp model : models)
    addBlock(model.getSymName(), model.getBody(), nn::ArgKind::state);
  for (nn::TrainOp train : trains)
    addBlock(train.getSymName(), train.getBody(), nn::ArgKind::optimizer);
  auto pack = [&](FlatSymbolRefAttr owner, nn::ArgAttr key,
                  DictionaryAttr layout) {
    auto number = [&](StringRef name) {
      return cast<IntegerAttr>(layout.get(name)).getInt();
    };
    // Each iteration of a stack has panels of its own.
    auto &tensor = const_cast<Stored &>(stored(owner.getValue(), key));
    tensor.panels =
        Panels{number("dim") - int64_t(tensor.stack.size()), number("tile")};
  };
  // Which tensors are packed stands at the arguments of the functions; of those
  // that were dropped, at the module.
  if (auto dropped = module->getAttrOfType<ArrayAttr>("nn.layouts"))
    for (Attribute each : dropped) {
      auto parts = cast<ArrayAttr>(each);
      pack(cast<FlatSymbolRefAttr>(parts[0]), cast<nn::ArgAttr>(parts[1]),
           cast<DictionaryAttr>(parts[2]));
    }
  for (auto func : module.getOps<func::FuncOp>()) {
    auto owner = func->getAttrOfType<FlatSymbolRefAttr>("nn.owner");
    for (unsigned i = 0; owner && i < func.getNumArguments(); ++i) {
      auto layout = func.getArgAttrOfType<DictionaryAttr>(i, "nn.layout");
      auto key = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
      if (layout && key)
        pack(owner, key, layout);
    }
  }
  for (auto &block : blocks)
    block.second.place();
}

void BlockLayout::place() {
  auto totalOf = [&](nn::ArgKind kind) -> int64_t & {
    return kind == nn::ArgKind::parameter ? parameterBytes
           : kind == nn::ArgKind::state   ? stateBytes
                                          : optimizerBytes;
  };
  for (Stored &tensor : tensors) {
    int64_t elements = tensor.type.getNumElements();
    if (tensor.panels) {
      int64_t size = tensor.type.getDimSize(int64_t(tensor.stack.size()) +
                                            tensor.panels->dim);
      elements = elements / size * llvm::alignTo(size, tensor.panels->tile);
    }
    tensor.bytes = elements * elementBytes(tensor.type.getElementType());
    int64_t &total = totalOf(tensor.kind);
    tensor.offset = total;
    total += llvm::alignTo(tensor.bytes, 64);
    llvm::append_range(rows, tensor.iterations());
  }
}

std::vector<Stored> Stored::iterations() const {
  if (stack.empty())
    return {*this};
  int64_t count = llvm::product_of(stack);
  Stored one = *this;
  one.stack.clear();
  one.type = mlir::RankedTensorType::get(
      type.getShape().drop_front(stack.size()), type.getElementType());
  one.bytes = bytes / count;
  std::vector<Stored> all;
  for (int64_t i = 0; i < count; ++i) {
    one.offset = offset + i * one.bytes;
    one.stackIndex = i;
    // The first `*` of the path is the slowest axis.
    one.path.clear();
    int64_t rest = i, inner = count;
    const int64_t *axis = stack.begin();
    for (char c : path) {
      if (c != '*') {
        one.path.push_back(c);
        continue;
      }
      inner /= *axis++;
      one.path += std::to_string(rest / inner);
      rest %= inner;
    }
    all.push_back(one);
  }
  return all;
}

void Layout::addBlock(StringRef owner, Region &region, nn::ArgKind stateKind) {
  BlockLayout &block = blocks[owner];
  auto add = [&](nn::ArgKind kind, auto op) {
    Stored tensor;
    tensor.kind = kind;
    tensor.path = op.getSymName().str();
    tensor.type = cast<RankedTensorType>(op.getType());
    if (auto stack = op.getStack())
      llvm::append_range(tensor.stack, *stack);
    block.tensors.push_back(tensor);
  };
  for (auto op : region.getOps<nn::ParameterOp>())
    add(nn::ArgKind::parameter, op);
  for (auto op : region.getOps<nn::StateOp>())
    add(stateKind, op);
}

template <class Op>
static int indexOf(const std::vector<Op> &ops, StringRef name) {
  for (size_t i = 0; i < ops.size(); ++i)
    if (Op(ops[i]).getSymName() == name)
      return i;
  return -1;
}

int Layout::dimIndex(StringRef name) const { return indexOf(dims, name); }
int Layout::hyperIndex(StringRef name) const { return indexOf(hypers, name); }
int Layout::modelIndex(StringRef symbol) const {
  return indexOf(models, symbol);
}
int Layout::datasetIndex(StringRef symbol) const {
  return indexOf(datasets, symbol);
}

func::FuncOp Layout::entry(StringRef owner, StringRef kind) const {
  return ModuleOp(module).lookupSymbol<func::FuncOp>(
      (owner + "_" + kind).str());
}

func::FuncOp Layout::specialized(func::FuncOp entry) const {
  return ModuleOp(module).lookupSymbol<func::FuncOp>(
      (entry.getSymName() + "_static").str());
}

const Stored &Layout::stored(StringRef owner, nn::ArgAttr key) const {
  std::string section = owner.str();
  if (key.getKind() != nn::ArgKind::optimizer)
    for (nn::TrainOp train : trains)
      if (train.getSymName() == owner)
        section = train.getModel().str();
  auto it = blocks.find(section);
  assert(it != blocks.end() && "entries belong to sections");
  const Stored *tensor =
      it->second.find(key.getKind(), key.getName().getValue());
  assert(tensor && "arguments of a block are tensors of it");
  return *tensor;
}

} // namespace nnc
