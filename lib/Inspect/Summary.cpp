//===- Summary.cpp - A model as a table -----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/Summary.h"

#include "nnc/Inspect/Cost.h"
#include "llvm/ADT/STLExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

static int64_t byteSize(Element element) {
  switch (element) {
  case Element::F16:
  case Element::BF16:
    return 2;
  case Element::F64:
  case Element::I64:
    return 8;
  case Element::I8:
  case Element::Bool:
    return 1;
  case Element::F32:
  case Element::I32:
    return 4;
  }
  llvm_unreachable("an element type");
}

static int64_t sizeOf(const Variable &variable) {
  int64_t size = 1;
  for (const Axis &axis : variable.stored().axes)
    size *= axis.size.constant().value_or(1);
  return size;
}

namespace {

/// Rows of a model, in the order in which a reader meets them.
class Summarizer {
public:
  Summarizer(const Model &model, unsigned depth, ModelSummary &summary)
      : model(model), outline(model, depth), summary(summary) {}

  void run() {
    addParameters(-1);
    walkNodes(model.infer, [&](const Node &node, const DimExpr &times) {
      addNode(node, countFlops(node) * times);
    });
    addCallsUpTo(model.calls.size());
  }

private:
  SummaryRow &add(int container) {
    SummaryRow row;
    row.level = levelBelow(container);
    row.path = container < 0 ? "" : outline.call(container).path;
    summary.rows.push_back(std::move(row));
    return summary.rows.back();
  }

  /// Without the loops that the container is in.
  llvm::SmallVector<int64_t, 2>
  stackBelow(int container, llvm::ArrayRef<int64_t> stack) const {
    size_t known = container < 0 ? 0 : outline.call(container).stack.size();
    return llvm::SmallVector<int64_t, 2>(
        stack.drop_front(std::min(known, stack.size())));
  }

  unsigned levelBelow(int container) const {
    unsigned level = 0;
    for (; container >= 0; container = outline.containerAround(container))
      ++level;
    return level;
  }

  /// Layers come in the order in which they begin.
  void addCallsUpTo(size_t end) {
    for (; next < end; ++next) {
      bool isShown =
          outline.isContainer(next) || outline.unitOf(next) == int(next);
      if (outline.call(next).isBlock && isShown)
        addCall(next);
    }
  }

  void addCall(int index) {
    const Call &call = outline.call(index);
    SummaryRow &row = add(outline.containerAround(index));
    rowOf[index] = summary.rows.size() - 1;
    row.name = outline.nameOf(index);
    row.path = call.path;
    row.what = call.name;
    row.results = call.results;
    row.stack = stackBelow(outline.containerAround(index), call.stack);
    row.isShared = outline.isRepeated(index);
    if (row.isShared)
      return;
    if (outline.isContainer(index))
      return addParameters(index);
    for (const auto &variable : model.variables) {
      int owner = outline.ownerOf(*variable);
      if (owner >= 0 && outline.unitOf(owner) == index)
        count(*variable, summary.rows[rowOf[index]]);
    }
  }

  static void count(const Variable &variable, SummaryRow &row) {
    (variable.isState ? row.states : row.parameters) += sizeOf(variable);
  }

  /// What a container, or the model, owns itself.
  void addParameters(int container) {
    for (const auto &variable : model.variables) {
      if (outline.ownerOf(*variable) != container)
        continue;
      SummaryRow &row = add(container);
      row.name = StringRef(variable->path).rsplit('.').second.str();
      if (row.name.empty())
        row.name = variable->path;
      row.path = variable->path;
      row.what = variable->isState ? "state" : "param";
      row.results = {{"", variable->type}};
      row.stack = stackBelow(container, variable->stack);
      count(*variable, row);
    }
  }

  void addNode(const Node &node, const DimExpr &flops) {
    // What is read stands at the head of a body.
    bool isLeaf = node.op == Op::Input || node.op == Op::Read;
    if (!isLeaf && node.call < int(model.calls.size()))
      addCallsUpTo(node.call + 1);
    if (flops == DimExpr())
      return;
    int unit = outline.unitOf(node);
    auto it = unit < 0 ? rowOf.end() : rowOf.find(unit);
    if (it == rowOf.end()) {
      // A function, or an op that stands by itself.
      SummaryRow &row = add(outline.containerOf(node));
      row.what = unit < 0 ? mnemonic(node.op).str() : outline.call(unit).name;
      if (unit < 0)
        row.results = {{"", node.type}};
      else
        row.results = outline.call(unit).results;
      size_t index = summary.rows.size() - 1;
      if (unit >= 0)
        rowOf[unit] = index;
      row.flops = flops;
      return;
    }
    SummaryRow &row = summary.rows[it->second];
    row.flops = row.flops + flops;
  }

  const Model &model;
  Outline outline;
  ModelSummary &summary;
  std::map<int, size_t> rowOf; ///< by call
  size_t next = 0;             ///< of the calls
};

} // namespace

ModelSummary nnc::summarize(const Program &program, const Model &model,
                            const SummaryOptions &options) {
  ModelSummary summary;
  summary.model = &model;
  Summarizer(model, options.depth, summary).run();

  std::optional<std::string> examples = exampleDim(model);
  DimExpr total;
  for (const SummaryRow &row : summary.rows)
    total = total + row.flops;
  summary.isPerExample =
      examples && total.dividedBy(DimExpr::symbol(*examples));
  DimValues values = options.dims;
  for (const Dim &dim : program.dims)
    if (dim.maximum != INT64_MAX && !values.count(dim.name) &&
        dim.name != examples)
      for (const SummaryRow &row : summary.rows)
        if (substitute(row.flops, {{dim.name, 1}}) != row.flops)
          values[dim.name] = summary.assumed[dim.name] = dim.maximum;
  for (SummaryRow &row : summary.rows) {
    if (summary.isPerExample)
      row.flops = *row.flops.dividedBy(DimExpr::symbol(*examples));
    row.flops = substitute(row.flops, values);
    summary.flops = summary.flops + row.flops;
    summary.parameters += row.parameters;
    summary.states += row.states;
  }
  for (const auto &variable : model.variables)
    summary.bytes += sizeOf(*variable) * byteSize(variable->type.element);
  return summary;
}
