//===- ScanImporter.cpp - loops and what their iterations start from ------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionImporter.h"

#include "nnc/Dialect/NN/NNDims.h"

#include <functional>

using namespace mlir;

namespace nnc {

using typed::Node;
using typed::Op;

void FunctionImporter::importScan(const Node &node) {
  const typed::Scan &scan = *node.scan;
  SmallVector<Value> operands = operandsOf(node);
  ValueRange sequences = ValueRange(operands).take_front(scan.axes.size());
  ValueRange carries =
      ValueRange(operands).slice(scan.axes.size(), scan.carries);
  ArrayRef<Node *> inputs = scan.body.inputs;
  auto build = [&](OpBuilder &at, Value index, ValueRange slices,
                   ValueRange carried) {
    FunctionImporter inner(context, *at.getInsertionBlock(), variables);
    SmallVector<Value> values{index};
    llvm::append_range(values, slices);
    llvm::append_range(values, carried);
    llvm::append_range(values, ValueRange(operands).drop_front(
                                   scan.axes.size() + carried.size()));
    for (auto [input, value] : llvm::zip_equal(inputs, values))
      inner.bind(input, value);
    inner.importNodes(scan.body);
    at.setInsertionPointToEnd(at.getInsertionBlock());
    SmallVector<Value> results;
    for (const typed::Function::Result &result : scan.body.results)
      results.push_back(inner.value(result.value));
    return results;
  };
  scans[&node] =
      nn::ScanOp::create(builder, loc, sequences, scan.axes, carries,
                         scan.emitAxes, scan.count, /*reverse=*/false, build);
}

/// Does the initial value differ between iterations?
static bool usesIndex(const typed::Function &init) {
  for (const auto &node : init.nodes)
    for (const Node *operand : node->operands)
      if (operand->op == Op::Input)
        return true;
  return false;
}

Value importInitialValue(const ImportContext &context, Block &block,
                         const typed::Variable &variable, Location loc) {
  const typed::Function &init =
      variable.origin ? variable.origin->init : variable.init;
  const Node *result = init.results[0].value;
  auto importAt = [&](Block &at, ArrayRef<Value> indices) {
    FunctionImporter importer(context, at, {});
    for (auto [input, index] : llvm::zip(init.inputs, indices))
      importer.bind(input, index);
    return importer.importValue(init, result);
  };
  if (variable.stack.empty())
    return importAt(block, {});
  if (!usesIndex(init)) {
    SmallVector<int64_t> dims;
    for (unsigned i = 0; i < variable.type.rank(); ++i)
      dims.push_back(variable.stack.size() + i);
    Value one = importAt(block, {});
    OpBuilder builder(context.context);
    builder.setInsertionPointToEnd(&block);
    return nn::BroadcastOp::create(builder, loc,
                                   context.type(variable.stored()), one, dims);
  }
  SmallVector<Value> indices;
  std::function<Value(Block &)> nest = [&](Block &at) -> Value {
    if (indices.size() == variable.stack.size())
      return importAt(at, indices);
    OpBuilder builder(context.context);
    builder.setInsertionPointToEnd(&at);
    auto body = [&](OpBuilder &inner, Value index, ValueRange, ValueRange) {
      indices.push_back(index);
      Value value = nest(*inner.getInsertionBlock());
      inner.setInsertionPointToEnd(inner.getInsertionBlock());
      return SmallVector<Value>{value};
    };
    int64_t count = variable.stack[indices.size()];
    return nn::ScanOp::create(builder, loc, ValueRange(), {}, ValueRange(), {0},
                              count, /*reverse=*/false, body)
        .getResult(0);
  };
  return nest(block);
}

} // namespace nnc
