//===- Graph.cpp - A model as a picture -----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/Graph.h"

#include "Dot.h"
#include "nnc/Inspect/Cost.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

namespace {

/// What is drawn as one thing.
struct Vertex {
  std::string id, label, tooltip;
  enum Kind : uint8_t { Input, Output, Parameter, Layer, Function, Op } kind;
  int container = -1;
};

class ModelGraph {
public:
  ModelGraph(const Model &model, const GraphOptions &options,
             std::string prefix)
      : model(model), options(options), outline(model, options.depth),
        prefix(std::move(prefix)) {}

  void build();
  void print(llvm::raw_ostream &os) const;

private:
  void link(const typed::Function &function);
  void addEdges(const Node &node);
  void sourcesOf(const Node *node, llvm::SetVector<const Node *> &sources);
  std::string vertexOf(const Node &node);
  Vertex describe(const Node &node, int unit);
  void addEdge(const std::string &from, const std::string &to,
               const Node &value);
  void printCluster(llvm::raw_ostream &os, int container,
                    unsigned indent) const;

  const Model &model;
  const GraphOptions &options;
  Outline outline;
  std::string prefix;
  /// What an input of a loop's body, or a result of a loop, stands for.
  llvm::DenseMap<const Node *, const Node *> aliases;
  llvm::MapVector<std::string, Vertex, std::map<std::string, unsigned>>
      vertices;
  struct Edge {
    std::string from, to, label;
  };
  std::vector<Edge> edges;
};

} // namespace

/// Numbers that are no tensors, and what has no value of its own.
static bool isHidden(const Node &node) {
  return !node.type.isTensor() || node.op == Op::Constant ||
         node.op == Op::Assert || node.op == Op::Write || node.op == Op::Scan;
}

/// The same elements in another shape.
static bool isView(Op op) {
  return op == Op::Splat || op == Op::Broadcast || op == Op::Reshape ||
         op == Op::Transpose || op == Op::StopGradient;
}

/// An op as the language spells it.
static std::string spelled(const Node &node) {
  switch (node.op) {
  case Op::Add:
    return "+";
  case Op::Sub:
  case Op::Neg:
    return "-";
  case Op::Mul:
    return "*";
  case Op::Div:
    return "/";
  case Op::FloorDiv:
    return "//";
  case Op::Mod:
    return "%";
  case Op::Pow:
  case Op::PowInt:
    return "^";
  case Op::Iota:
    return "range";
  case Op::Cmp:
    return llvm::StringSwitch<std::string>(node.text)
        .Case("eq", "==")
        .Case("ne", "!=")
        .Case("lt", "<")
        .Case("le", "<=")
        .Case("gt", ">")
        .Default(">=");
  default:
    return mnemonic(node.op).str();
  }
}

/// Names what the inputs of bodies of loops and the results of loops are.
void ModelGraph::link(const typed::Function &function) {
  for (const auto &node : function.nodes) {
    if (node->op == Op::ScanResult)
      aliases[node.get()] =
          node->operands[0]->scan->body.results[node->ints[0]].value;
    if (!node->scan)
      continue;
    const typed::Function &body = node->scan->body;
    // The first input is the index.
    for (auto [input, operand] :
         llvm::zip(llvm::ArrayRef(body.inputs).drop_front(), node->operands))
      aliases[input] = operand;
    link(body);
  }
}

/// The nodes with a vertex that `node` is made from without further ado.
void ModelGraph::sourcesOf(const Node *node,
                           llvm::SetVector<const Node *> &sources) {
  if (const Node *other = aliases.lookup(node))
    return sourcesOf(other, sources);
  if (isHidden(*node) ||
      (node->op == Op::Input && !llvm::is_contained(model.infer.inputs, node)))
    return;
  if (outline.unitOf(*node) >= 0 || !isView(node->op)) {
    sources.insert(node);
    return;
  }
  for (const Node *operand : node->operands)
    sourcesOf(operand, sources);
}

Vertex ModelGraph::describe(const Node &node, int unit) {
  Vertex vertex;
  if (unit < 0) {
    vertex.container = outline.containerOf(node);
    vertex.kind = node.op == Op::Input  ? Vertex::Input
                  : node.op == Op::Read ? Vertex::Parameter
                                        : Vertex::Op;
    vertex.label = vertex.kind == Vertex::Op ? spelled(node)
                   : vertex.kind == Vertex::Parameter
                       ? StringRef(node.text).rsplit('.').second.str()
                       : node.text;
    if (vertex.label.empty())
      vertex.label = node.text;
    vertex.tooltip = vertex.kind == Vertex::Parameter ? node.text : node.path;
    return vertex;
  }
  const Call &call = outline.call(unit);
  vertex.container = outline.containerAround(unit);
  vertex.kind = call.isBlock ? Vertex::Layer : Vertex::Function;
  std::string name = outline.nameOf(unit);
  vertex.label = name.empty() ? call.name : name + "\n" + call.name;
  vertex.tooltip = call.path;
  return vertex;
}

std::string ModelGraph::vertexOf(const Node &node) {
  int unit = outline.unitOf(node);
  std::string key = unit >= 0
                        ? "c" + std::to_string(unit)
                        : std::to_string(reinterpret_cast<uintptr_t>(&node));
  auto it = vertices.find(key);
  if (it != vertices.end())
    return it->second.id;
  Vertex vertex = describe(node, unit);
  vertex.id = prefix + std::to_string(vertices.size());
  return vertices[key] = vertex, vertex.id;
}

void ModelGraph::addEdge(const std::string &from, const std::string &to,
                         const Node &value) {
  if (from == to)
    return;
  for (const Edge &edge : edges)
    if (edge.from == from && edge.to == to)
      return;
  edges.push_back({from, to, shapeText(value.type, options.dims)});
}

void ModelGraph::addEdges(const Node &node) {
  if (isHidden(node) || node.op == Op::ScanResult || node.op == Op::Read ||
      (isView(node.op) && outline.unitOf(node) < 0))
    return;
  llvm::SetVector<const Node *> sources;
  for (const Node *operand : node.operands)
    sourcesOf(operand, sources);
  // Inside a unit, what it owns is part of it.
  int unit = outline.unitOf(node);
  for (const Node *source : sources)
    if (unit < 0 || outline.unitOf(*source) != unit)
      addEdge(vertexOf(*source), vertexOf(node), *source);
}

void ModelGraph::build() {
  link(model.infer);
  for (const Node *input : model.infer.inputs)
    vertexOf(*input);
  walkNodes(model.infer,
            [&](const Node &node, const DimExpr &) { addEdges(node); });
  for (const typed::Function::Result &result : model.infer.results) {
    Vertex vertex;
    vertex.id = prefix + std::to_string(vertices.size());
    vertex.kind = Vertex::Output;
    vertex.label = result.name;
    vertices["result " + result.name] = vertex;
    llvm::SetVector<const Node *> sources;
    sourcesOf(result.value, sources);
    for (const Node *source : sources)
      addEdge(vertexOf(*source), vertex.id, *result.value);
  }
}

static StringRef looks(Vertex::Kind kind) {
  switch (kind) {
  case Vertex::Input:
  case Vertex::Output:
    return dot::endLooks;
  case Vertex::Parameter:
    return "shape=ellipse fillcolor=\"#fbf3d9\"";
  case Vertex::Layer:
    return dot::layerLooks;
  case Vertex::Function:
    return dot::functionLooks;
  case Vertex::Op:
    return "fillcolor=\"#ffffff\"";
  }
  llvm_unreachable("a kind of vertex");
}

void ModelGraph::printCluster(llvm::raw_ostream &os, int container,
                              unsigned indent) const {
  for (const auto &[key, vertex] : vertices) {
    if (vertex.container != container)
      continue;
    os.indent(indent) << vertex.id << " [label=" << dot::quoted(vertex.label)
                      << " " << looks(vertex.kind);
    if (!vertex.tooltip.empty())
      os << " tooltip=" << dot::quoted(vertex.tooltip);
    os << "]\n";
  }
  for (int inner = 0; inner < int(model.calls.size()); ++inner) {
    const Call &call = outline.call(inner);
    if (!call.isBlock || !outline.isContainer(inner) ||
        outline.unitOf(inner) >= 0 ||
        outline.containerAround(inner) != container)
      continue;
    std::string label = outline.nameOf(inner);
    label += (label.empty() ? "" : "   ") + call.name;
    size_t around = container < 0 ? 0 : outline.call(container).stack.size();
    for (int64_t count : llvm::ArrayRef(call.stack).drop_front(around))
      label += " x" + std::to_string(count);
    os.indent(indent) << "subgraph cluster_" << prefix << "c" << inner
                      << " {\n";
    os.indent(indent + 2) << "label=" << dot::quoted(label) << "\n";
    printCluster(os, inner, indent + 2);
    os.indent(indent) << "}\n";
  }
}

void ModelGraph::print(llvm::raw_ostream &os) const {
  os << "  subgraph cluster_" << prefix
     << " {\n    label=" << dot::quoted(model.name) << "\n";
  printCluster(os, -1, 4);
  os << "  }\n";
  for (const Edge &edge : edges)
    os << "  " << edge.from << " -> " << edge.to
       << " [label=" << dot::quoted(" " + edge.label) << "]\n";
}

void nnc::printGraph(llvm::raw_ostream &os, const Program &program,
                     const GraphOptions &options) {
  os << dot::head;
  for (auto [index, model] : llvm::enumerate(program.models)) {
    ModelGraph graph(*model, options, "m" + std::to_string(index) + "_");
    graph.build();
    graph.print(os);
  }
  os << "}\n";
}
