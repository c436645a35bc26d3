//===- KernelGraph.cpp - What a model runs, as a picture ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/KernelGraph.h"

#include "Dot.h"
#include "mlir/IR/PatternMatch.h"
#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Import/Import.h"
#include "nnc/Inspect/Cost.h"
#include "nnc/Inspect/Outline.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace nnc;
using llvm::StringRef;

namespace {

class KernelGraph {
public:
  KernelGraph(func::FuncOp function, const typed::Model &model,
              const llvm::SourceMgr &sources, std::string prefix);

  void print(llvm::raw_ostream &os);

private:
  using Sources = llvm::SetVector<Operation *>;
  bool isKernel(Operation *op) const;
  void sourcesOf(Value value, Sources &sources,
                 llvm::SmallPtrSetImpl<void *> &seen);
  void number(Region &region);
  void collect(Region &region);
  void printVertices(llvm::raw_ostream &os, Region &region, unsigned indent);
  std::string labelOf(Operation *kernel) const;
  std::string idOf(Operation *kernel) const {
    return prefix + std::to_string(ids.lookup(kernel));
  }
  std::string idOf(BlockArgument input) const {
    return prefix + "i" + std::to_string(input.getArgNumber());
  }

  func::FuncOp function;
  const typed::Model &model;
  std::string prefix;
  /// What a reader calls what stands at a place of the program.
  llvm::DenseMap<Location, std::string> names;
  llvm::StringMap<unsigned> order; ///< of layers in the model
  llvm::DenseMap<Operation *, unsigned> ids;
  /// Inputs that are read, in order of the model.
  llvm::SetVector<BlockArgument> inputs;
  struct Edge {
    std::string from, to, label;
  };
  std::vector<Edge> edges;
  unsigned loops = 0; ///< that were printed
};

} // namespace

KernelGraph::KernelGraph(func::FuncOp function, const typed::Model &model,
                         const llvm::SourceMgr &sources, std::string prefix)
    : function(function), model(model), prefix(std::move(prefix)) {
  Outline outline(model);
  walkNodes(model.infer, [&](const typed::Node &node, const typed::DimExpr &) {
    int unit = outline.unitOf(node);
    std::string name;
    if (unit >= 0) {
      const typed::Call &call = outline.call(unit);
      bool isLayer = !outline.nameOf(unit).empty() && !call.path.empty();
      name = isLayer ? call.path : call.name;
      if (isLayer)
        order.try_emplace(name, order.size());
    }
    names.try_emplace(
        importLocation(*function.getContext(), sources, node.range, node.path),
        name);
  });
  number(function.getBody());
  collect(function.getBody());
}

/// A call of one, or loops that are none: a copy, or a kernel in its place.
bool KernelGraph::isKernel(Operation *op) const {
  if (isa<nn::RunKernelOp>(op))
    return true;
  return isa<scf::ForOp, scf::ExecuteRegionOp>(op) &&
         !op->walk([](nn::RunKernelOp) {
              return WalkResult::interrupt();
            }).wasInterrupted();
}

static void leaves(Location location, llvm::SetVector<Location> &found) {
  auto fused = dyn_cast<FusedLoc>(location);
  if (!fused || fused.getMetadata()) {
    found.insert(location);
    return;
  }
  for (Location inner : fused.getLocations())
    leaves(inner, found);
}

/// What it computes, then the name that a profile gives it.
std::string KernelGraph::labelOf(Operation *kernel) const {
  llvm::SetVector<Location> locations;
  leaves(kernel->getLoc(), locations);
  llvm::SetVector<StringRef> found;
  for (Location location : locations) {
    auto it = names.find(location);
    if (it != names.end() && !it->second.empty())
      found.insert(it->second);
  }
  // Layers, then functions, whose places several layers may share.
  std::vector<std::pair<size_t, StringRef>> parts;
  for (auto [place, name] : llvm::enumerate(found)) {
    auto it = order.find(name);
    parts.emplace_back(it == order.end() ? order.size() + place : it->second,
                       name);
  }
  llvm::sort(parts);
  std::string label = llvm::join(llvm::make_second_range(parts), ", ");
  if (auto run = dyn_cast<nn::RunKernelOp>(kernel))
    label += (label.empty() ? "" : "\n") + run.getKernel().str();
  return label.empty() ? "loops" : label;
}

/// The kernels and inputs that `value` is computed from without others.
void KernelGraph::sourcesOf(Value value, Sources &sources,
                            llvm::SmallPtrSetImpl<void *> &seen) {
  if (!isa<RankedTensorType>(value.getType()) ||
      !seen.insert(value.getAsOpaquePointer()).second)
    return;
  if (auto argument = dyn_cast<BlockArgument>(value)) {
    Operation *owner = argument.getOwner()->getParentOp();
    if (auto loop = dyn_cast<scf::ForOp>(owner)) {
      sourcesOf(loop.getTiedLoopInit(argument)->get(), sources, seen);
      sourcesOf(loop.getTiedLoopYieldedValue(argument)->get(), sources, seen);
    } else if (owner == function) {
      auto role = function.getArgAttrOfType<nn::ArgAttr>(
          argument.getArgNumber(), "nn.arg");
      if (role && role.getKind() == nn::ArgKind::input)
        inputs.insert(argument);
    }
    return;
  }
  Operation *op = value.getDefiningOp();
  if (isKernel(op)) {
    sources.insert(op);
    return;
  }
  if (auto loop = dyn_cast<scf::ForOp>(op)) {
    auto result = cast<OpResult>(value);
    // What a loop begins with is left over only if it may never run.
    if (std::optional<APInt> count = loop.getStaticTripCount();
        !count || count->isZero())
      sourcesOf(loop.getTiedLoopInit(result)->get(), sources, seen);
    sourcesOf(loop.getYieldedValues()[result.getResultNumber()], sources, seen);
    return;
  }
  for (Value operand : op->getOperands())
    sourcesOf(operand, sources, seen);
}

/// `[?, 6, 28, 28]`, as `nnc summary` writes shapes.
static std::string shapeText(Value value) {
  auto type = cast<RankedTensorType>(value.getType());
  return "[" +
         llvm::join(llvm::map_range(type.getShape(),
                                    [](int64_t size) {
                                      return ShapedType::isDynamic(size)
                                                 ? std::string("?")
                                                 : std::to_string(size);
                                    }),
                    ", ") +
         "]";
}

void KernelGraph::number(Region &region) {
  for (Operation &op : region.getOps()) {
    if (isKernel(&op))
      ids.try_emplace(&op, ids.size());
    else
      for (Region &inner : op.getRegions())
        number(inner);
  }
}

/// Finds what the kernels of `region` and its results are computed from.
void KernelGraph::collect(Region &region) {
  for (Operation &op : region.getOps()) {
    bool isEnd = isa<func::ReturnOp>(op);
    if (!isEnd && !isKernel(&op)) {
      for (Region &inner : op.getRegions())
        collect(inner);
      continue;
    }
    llvm::SetVector<Value> operands(op.operand_begin(), op.operand_end());
    for (Region &inner : op.getRegions())
      inner.walk([&](Operation *user) {
        for (Value operand : user->getOperands())
          if (!inner.isAncestor(operand.getParentRegion()))
            operands.insert(operand);
      });
    for (auto [number, operand] : llvm::enumerate(operands)) {
      Sources sources;
      llvm::SmallPtrSet<void *, 16> seen;
      sourcesOf(operand, sources, seen);
      std::string to =
          isEnd ? prefix + "o" + std::to_string(number) : idOf(&op);
      for (Operation *source : sources)
        if (source != &op)
          edges.push_back({idOf(source), to, shapeText(operand)});
      for (BlockArgument input : inputs)
        if (seen.contains(input.getAsOpaquePointer()))
          edges.push_back({idOf(input), to, shapeText(operand)});
    }
  }
}

void KernelGraph::printVertices(llvm::raw_ostream &os, Region &region,
                                unsigned indent) {
  for (Operation &op : region.getOps()) {
    if (ids.count(&op)) {
      os.indent(indent) << idOf(&op) << " [label=" << dot::quoted(labelOf(&op))
                        << " "
                        << (isa<nn::RunKernelOp>(op) ? dot::layerLooks
                                                     : dot::functionLooks)
                        << "]\n";
      continue;
    }
    auto loop = dyn_cast<scf::ForOp>(op);
    if (!loop) {
      for (Region &inner : op.getRegions())
        printVertices(os, inner, indent);
      continue;
    }
    std::optional<APInt> count = loop.getStaticTripCount();
    os.indent(indent) << "subgraph cluster_" << prefix << "l" << ++loops
                      << " {\n";
    os.indent(indent + 2) << "label="
                          << dot::quoted(
                                 count ? "x" + llvm::toString(*count, 10, false)
                                       : "loop")
                          << "\n";
    printVertices(os, loop.getRegion(), indent + 2);
    os.indent(indent) << "}\n";
  }
}

void KernelGraph::print(llvm::raw_ostream &os) {
  os << "  subgraph cluster_" << prefix
     << " {\n    label=" << dot::quoted(model.name) << "\n";
  for (BlockArgument input : inputs) {
    auto role =
        function.getArgAttrOfType<nn::ArgAttr>(input.getArgNumber(), "nn.arg");
    os << "    " << idOf(input) << " [label=" << dot::quoted(role.getName())
       << " " << dot::endLooks << "]\n";
  }
  printVertices(os, function.getBody(), 4);
  for (unsigned i = 0; i < function.getNumResults(); ++i)
    if (auto role = function.getResultAttrOfType<nn::ArgAttr>(i, "nn.result"))
      os << "    " << prefix << "o" << i
         << " [label=" << dot::quoted(role.getName()) << " " << dot::endLooks
         << "]\n";
  os << "  }\n";
  llvm::StringSet<> drawn;
  for (const Edge &edge : edges)
    if (drawn.insert(edge.from + " " + edge.to).second)
      os << "  " << edge.from << " -> " << edge.to
         << " [label=" << dot::quoted(" " + edge.label) << "]\n";
}

void nnc::printKernelGraph(llvm::raw_ostream &os, ModuleOp module,
                           const typed::Program &program,
                           const llvm::SourceMgr &sources) {
  os << dot::head;
  for (auto [index, model] : llvm::enumerate(program.models))
    for (auto function : module.getOps<func::FuncOp>()) {
      auto entry = function->getAttrOfType<StringAttr>("nn.entry");
      auto owner = function->getAttrOfType<FlatSymbolRefAttr>("nn.owner");
      if (entry && entry.getValue() == "infer" && owner &&
          owner.getValue() == model->name)
        KernelGraph(function, *model, sources,
                    "m" + std::to_string(index) + "_")
            .print(os);
    }
  os << "}\n";
}
