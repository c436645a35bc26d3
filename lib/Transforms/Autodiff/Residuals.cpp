//===- Residuals.cpp - What a loop keeps for its derivative ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Residuals.h"

#include "nnc/Dialect/NN/Flops.h"
#include "nnc/Dialect/NN/NNOps.h"

#include <limits>

using namespace mlir;

namespace nnc {

bool isCheap(Operation *op) {
  if (op->getNumRegions() != 0)
    return false;
  return !isa<nn::NNDialect>(op->getDialect()) ||
         op->hasTrait<nn::OpTrait::ElementwiseOnTensors>() ||
         isa<nn::SplatOp, nn::ConstantOp, nn::IotaOp, nn::BroadcastOp,
             nn::ReshapeOp, nn::TransposeOp, nn::SliceOp>(op);
}

/// What a size known at run time only is taken for.
static constexpr int64_t kTypicalSize = 128;
static constexpr int64_t kUnlimited = std::numeric_limits<int64_t>::max() / 2;

static int64_t bytesOf(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  if (!type)
    return kUnlimited;
  int64_t bytes = (type.getElementTypeBitWidth() + 7) / 8;
  for (int64_t size : type.getShape())
    bytes *= ShapedType::isDynamic(size) ? kTypicalSize : size;
  return bytes;
}

bool mayComputeAgain(Operation *op, int64_t effort) {
  if (isCheap(op))
    return true;
  // Indices are checked once, where they are first used.
  if (effort <= 0 || op->getNumRegions() != 0 || !isPure(op) ||
      isa<nn::TakeOp, nn::GatherOp, nn::ScatterAddOp>(op))
    return false;
  return nn::countFlopsPerByte(op) <= effort;
}

namespace {

/// Flows from values that are not computed again to those that are needed. A
/// value is two nodes, and the edge between them carries as much as it has
/// bytes (Ford, Fulkerson 1956; shortest paths first: Edmonds, Karp 1972).
class Flow {
public:
  explicit Flow(unsigned nodes) : leaving(nodes) {}

  void connect(unsigned from, unsigned to, int64_t capacity) {
    leaving[from].push_back(edges.size());
    edges.push_back({to, capacity});
    leaving[to].push_back(edges.size());
    edges.push_back({from, 0});
  }

  void fill(unsigned source, unsigned sink) {
    while (augment(source, sink)) {
    }
  }

  /// The nodes from which more could flow to the sink.
  SmallVector<bool> reaching(unsigned sink) const {
    SmallVector<bool> found(leaving.size());
    SmallVector<unsigned> open{sink};
    found[sink] = true;
    while (!open.empty()) {
      unsigned node = open.pop_back_val();
      // The edge back of one that leaves `node` is the one that arrives.
      for (unsigned edge : leaving[node])
        if (unsigned from = edges[edge].to;
            edges[edge ^ 1].capacity > 0 && !found[from]) {
          found[from] = true;
          open.push_back(from);
        }
    }
    return found;
  }

private:
  bool augment(unsigned source, unsigned sink) {
    constexpr unsigned none = ~0u;
    SmallVector<unsigned> arrived(leaving.size(), none);
    SmallVector<unsigned> queue{source};
    for (unsigned i = 0; i < queue.size() && arrived[sink] == none; ++i)
      for (unsigned edge : leaving[queue[i]])
        if (unsigned to = edges[edge].to;
            edges[edge].capacity > 0 && to != source && arrived[to] == none) {
          arrived[to] = edge;
          queue.push_back(to);
        }
    if (arrived[sink] == none)
      return false;
    int64_t amount = kUnlimited;
    for (unsigned node = sink; node != source;
         node = edges[arrived[node] ^ 1].to)
      amount = std::min(amount, edges[arrived[node]].capacity);
    assert(amount < kUnlimited && "a value that cannot be kept");
    for (unsigned node = sink; node != source;
         node = edges[arrived[node] ^ 1].to) {
      edges[arrived[node]].capacity -= amount;
      edges[arrived[node] ^ 1].capacity += amount;
    }
    return true;
  }

  struct Edge {
    unsigned to;
    int64_t capacity;
  };
  std::vector<Edge> edges; // each followed by the one back
  std::vector<SmallVector<unsigned, 4>> leaving;
};

} // namespace

llvm::SetVector<Value> chooseResiduals(ArrayRef<Value> needed,
                                       llvm::function_ref<bool(Value)> isFree,
                                       int64_t effort) {
  llvm::SetVector<Value> values;
  for (Value value : needed)
    if (!isFree(value))
      values.insert(value);
  unsigned wanted = values.size();
  auto operandsOf = [&](Value value) {
    SmallVector<Value> operands;
    if (Operation *op = value.getDefiningOp();
        op && mayComputeAgain(op, effort))
      for (Value operand : op->getOperands())
        if (!isFree(operand))
          operands.push_back(operand);
    return operands;
  };
  for (unsigned i = 0; i < values.size(); ++i)
    values.insert_range(operandsOf(values[i]));

  auto in = [](unsigned i) { return 2 * i; };
  auto out = [](unsigned i) { return 2 * i + 1; };
  unsigned source = in(values.size()), sink = source + 1;
  llvm::DenseMap<Value, unsigned> numbers;
  for (auto [i, value] : llvm::enumerate(values))
    numbers[value] = i;
  Flow flow(sink + 1);
  for (auto [i, value] : llvm::enumerate(values)) {
    flow.connect(in(i), out(i), bytesOf(value));
    if (i < wanted)
      flow.connect(out(i), sink, kUnlimited);
    if (Operation *op = value.getDefiningOp();
        !op || !mayComputeAgain(op, effort))
      flow.connect(source, in(i), kUnlimited);
    for (Value operand : operandsOf(value))
      flow.connect(out(numbers[operand]), in(i), kUnlimited);
  }
  flow.fill(source, sink);

  SmallVector<bool> reaching = flow.reaching(sink);
  llvm::SetVector<Value> kept;
  for (auto [i, value] : llvm::enumerate(values))
    if (reaching[out(i)] && !reaching[in(i)])
      kept.insert(value);
  return kept;
}

} // namespace nnc
