//===- FuseElementwise.cpp - merge elementwise ops over one domain ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_FUSEELEMENTWISE
#include "CPUPasses.h.inc"

namespace {

bool isElementwise(linalg::GenericOp op) {
  if (!op.hasPureTensorSemantics() ||
      op.getNumParallelLoops() != op.getNumLoops())
    return false;
  return llvm::all_of(op.getDpsInitsMutable(), [&](OpOperand &init) {
    return op.getMatchingIndexingMap(&init).isPermutation();
  });
}

/// Makes an op that reads the old value of an output read it as an input.
linalg::GenericOp readInitsAsInputs(RewriterBase &rewriter,
                                    linalg::GenericOp op) {
  SmallVector<Value> inputs(op.getInputs());
  SmallVector<AffineMap> inputMaps, outputMaps;
  for (OpOperand *input : op.getDpsInputOperands())
    inputMaps.push_back(op.getMatchingIndexingMap(input));
  unsigned oldInputs = inputs.size();
  SmallVector<BlockArgument> moved;
  for (OpOperand &init : op.getDpsInitsMutable()) {
    AffineMap map = op.getMatchingIndexingMap(&init);
    outputMaps.push_back(map);
    if (!op.payloadUsesValueFromOperand(&init))
      continue;
    inputs.push_back(init.get());
    inputMaps.push_back(map);
    moved.push_back(op.getMatchingBlockArgument(&init));
  }
  if (moved.empty())
    return op;
  Block *block = op.getBlock();
  for (auto [i, old] : llvm::enumerate(moved)) {
    BlockArgument added =
        block->insertArgument(oldInputs + i, old.getType(), old.getLoc());
    rewriter.replaceAllUsesWith(old, added);
  }
  llvm::append_range(inputMaps, outputMaps);
  rewriter.modifyOpInPlace(op, [&] {
    op.getInputsMutable().assign(inputs);
    op.setIndexingMapsAttr(rewriter.getAffineMapArrayAttr(inputMaps));
  });
  return op;
}

/// An input that is filled with a scalar becomes that scalar.
void readFillsAsScalars(RewriterBase &rewriter, linalg::GenericOp op) {
  for (unsigned i = op.getNumDpsInputs(); i-- > 0;) {
    OpOperand *input = op.getDpsInputOperand(i);
    auto fill = input->get().getDefiningOp<linalg::FillOp>();
    if (!fill || !linalg::detail::canOpOperandsBeDroppedImpl(op, {input}))
      continue;
    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    maps.erase(maps.begin() + i);
    rewriter.replaceAllUsesWith(op.getMatchingBlockArgument(input),
                                fill.getInputs()[0]);
    rewriter.modifyOpInPlace(op, [&] {
      op.getBlock()->eraseArgument(i);
      op.getInputsMutable().erase(i);
      op.setIndexingMapsAttr(rewriter.getAffineMapArrayAttr(maps));
    });
  }
}

/// The inputs and outputs of a merged op, each operand once.
struct Signature {
  SmallVector<Value> values;
  SmallVector<AffineMap> maps;

  unsigned add(Value value, AffineMap map) {
    for (unsigned i = 0; i < values.size(); ++i)
      if (values[i] == value && maps[i] == map)
        return i;
    values.push_back(value);
    maps.push_back(map);
    return values.size() - 1;
  }
};

/// Loops of the producer as loops of the consumer, where every use of a result
/// by the consumer sees the same element in the same iteration.
std::optional<SmallVector<int64_t>> matchLoops(linalg::GenericOp producer,
                                               linalg::GenericOp consumer) {
  std::optional<SmallVector<int64_t>> found;
  for (OpOperand *input : consumer.getDpsInputOperands()) {
    if (input->get().getDefiningOp() != producer)
      continue;
    AffineMap use = consumer.getMatchingIndexingMap(input);
    if (!use.isPermutation())
      return std::nullopt;
    AffineMap made =
        producer.getIndexingMapMatchingResult(cast<OpResult>(input->get()));
    SmallVector<int64_t> loops(producer.getNumLoops());
    for (unsigned dim = 0; dim < made.getNumResults(); ++dim)
      loops[made.getDimPosition(dim)] = use.getDimPosition(dim);
    if (found && *found != loops)
      return std::nullopt;
    found = loops;
  }
  for (OpOperand &init : consumer.getDpsInitsMutable())
    if (init.get().getDefiningOp() == producer)
      return std::nullopt;
  return found;
}

bool isFirstUser(linalg::GenericOp producer, linalg::GenericOp consumer) {
  for (Operation *user : producer->getUsers()) {
    if (user == consumer)
      continue;
    if (user->getBlock() != consumer->getBlock() ||
        user->isBeforeInBlock(consumer))
      return false;
  }
  return producer->getBlock() == consumer->getBlock();
}

/// Whether a reduction can write what it reads as well: rows are reduced, so
/// that it writes what lies together, and no contraction would have the
/// producer as its epilogue.
bool canKeep(linalg::GenericOp producer, linalg::GenericOp reduction,
             ArrayRef<int64_t> loops) {
  auto isContraction = [](Value input) {
    auto maker = input.getDefiningOp<linalg::LinalgOp>();
    return maker && succeeded(contractionDims(maker));
  };
  if (llvm::any_of(producer.getInputs(), isContraction) ||
      !hasVectorizableBody(producer) || !hasVectorizableBody(reduction) ||
      !combinersOf(reduction) ||
      !llvm::all_of(reduction.getIndexingMapsArray(),
                    [](AffineMap map) { return map.isProjectedPermutation(); }))
    return false;
  auto kinds = reduction.getIteratorTypesArray();
  return llvm::all_of(producer.getDpsInitsMutable(), [&](OpOperand &init) {
    AffineMap map = producer.getMatchingIndexingMap(&init);
    unsigned last = map.getDimPosition(map.getNumResults() - 1);
    return kinds[loops[last]] == utils::IteratorType::reduction;
  });
}

/// Merges `producer` into `consumer`; results that others use are kept. Null if
/// that cannot be.
linalg::GenericOp merge(RewriterBase &rewriter, linalg::GenericOp producer,
                        linalg::GenericOp consumer) {
  if (succeeded(contractionDims(consumer)))
    return {};
  bool reduces = consumer.getNumParallelLoops() != consumer.getNumLoops();
  if (!isFirstUser(producer, consumer))
    return {};
  std::optional<SmallVector<int64_t>> loops = matchLoops(producer, consumer);
  bool onlyUser = llvm::all_of(
      producer->getUsers(), [&](Operation *user) { return user == consumer; });
  if (!loops || (reduces && !onlyUser && !canKeep(producer, consumer, *loops)))
    return {};

  // Composition with the consumer's loops.
  SmallVector<AffineExpr> exprs;
  for (int64_t loop : *loops)
    exprs.push_back(rewriter.getAffineDimExpr(loop));
  AffineMap toProducer =
      AffineMap::get(consumer.getNumLoops(), 0, exprs, rewriter.getContext());
  Signature inputs;
  SmallVector<unsigned> producerArgs, consumerArgs;
  for (OpOperand *input : producer.getDpsInputOperands())
    producerArgs.push_back(
        inputs.add(input->get(),
                   producer.getMatchingIndexingMap(input).compose(toProducer)));
  for (OpOperand *input : consumer.getDpsInputOperands())
    consumerArgs.push_back(
        input->get().getDefiningOp() == producer
            ? ~0u
            : inputs.add(input->get(), consumer.getMatchingIndexingMap(input)));

  SmallVector<Value> outputs;
  SmallVector<AffineMap> maps(inputs.maps);
  SmallVector<unsigned> kept;
  for (OpResult result : producer->getResults()) {
    if (llvm::all_of(result.getUsers(),
                     [&](Operation *user) { return user == consumer; }))
      continue;
    OpOperand *init = producer.getDpsInitOperand(result.getResultNumber());
    kept.push_back(result.getResultNumber());
    outputs.push_back(init->get());
    maps.push_back(producer.getMatchingIndexingMap(init).compose(toProducer));
  }
  for (OpOperand &init : consumer.getDpsInitsMutable()) {
    outputs.push_back(init.get());
    maps.push_back(consumer.getMatchingIndexingMap(&init));
  }
  // A sum of what is broadcast: nothing else says how long the loop is.
  if (!inversePermutation(concatAffineMaps(maps, rewriter.getContext())))
    return {};

  rewriter.setInsertionPoint(consumer);
  auto body = [&](OpBuilder &b, Location loc, ValueRange args) {
    IRMapping map;
    for (auto [arg, index] :
         llvm::zip(producer.getBlock()->getArguments(), producerArgs))
      map.map(arg, args[index]);
    for (Operation &op : producer.getBlock()->without_terminator()) {
      if (auto index = dyn_cast<linalg::IndexOp>(op))
        map.map(
            index.getResult(),
            linalg::IndexOp::create(b, index.getLoc(), (*loops)[index.getDim()])
                .getResult());
      else
        b.clone(op, map);
    }
    auto yielded = [&](unsigned number) {
      return map.lookupOrDefault(
          producer.getBlock()->getTerminator()->getOperand(number));
    };
    for (auto [i, input] : llvm::enumerate(consumer.getDpsInputOperands())) {
      BlockArgument arg = consumer.getMatchingBlockArgument(input);
      if (consumerArgs[i] == ~0u)
        map.map(arg, yielded(cast<OpResult>(input->get()).getResultNumber()));
      else
        map.map(arg, args[consumerArgs[i]]);
    }
    unsigned first = inputs.values.size() + kept.size();
    for (auto [i, arg] : llvm::enumerate(consumer.getRegionOutputArgs()))
      map.map(arg, args[first + i]);
    for (Operation &op : consumer.getBlock()->without_terminator())
      b.clone(op, map);
    SmallVector<Value> results;
    for (unsigned number : kept)
      results.push_back(yielded(number));
    for (Value value : consumer.getBlock()->getTerminator()->getOperands())
      results.push_back(map.lookupOrDefault(value));
    linalg::YieldOp::create(b, loc, results);
  };
  auto merged = linalg::GenericOp::create(
      rewriter, consumer.getLoc(), ValueRange(outputs).getTypes(),
      inputs.values, outputs, maps, consumer.getIteratorTypesArray(), body);
  for (auto [i, number] : llvm::enumerate(kept))
    rewriter.replaceAllUsesExcept(producer->getResult(number),
                                  merged->getResult(i), consumer);
  rewriter.replaceOp(consumer, merged->getResults().drop_front(kept.size()));
  rewriter.eraseOp(producer);
  return merged;
}

struct FuseElementwise : impl::FuseElementwiseBase<FuseElementwise> {
  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    generalize(rewriter);
    SmallVector<linalg::GenericOp> ops;
    llvm::DenseMap<Operation *, unsigned> numbers;
    getOperation().walk([&](linalg::GenericOp op) {
      numbers[op] = ops.size();
      ops.push_back(op);
    });
    for (unsigned i = 0; i < ops.size();) {
      linalg::GenericOp producer = ops[i++];
      if (!producer || !isElementwise(producer))
        continue;
      auto consumer = dyn_cast_or_null<linalg::GenericOp>(firstUser(producer));
      if (!consumer || !consumer.hasPureTensorSemantics())
        continue;
      unsigned number = numbers.lookup(consumer);
      linalg::GenericOp merged = merge(rewriter, producer, consumer);
      if (!merged)
        continue;
      numbers.erase(producer);
      numbers.erase(consumer);
      ops[i - 1] = {};
      ops[number] = merged;
      numbers[merged] = number;
      // What makes its operands has a new first user, and may go on with it.
      for (Value operand : merged->getOperands())
        if (auto it = numbers.find(operand.getDefiningOp());
            it != numbers.end())
          i = std::min(i, it->second);
    }
  }

private:
  static Operation *firstUser(Operation *op) {
    Operation *first = nullptr;
    for (Operation *user : op->getUsers()) {
      if (user->getBlock() != op->getBlock())
        return nullptr;
      if (!first || user->isBeforeInBlock(first))
        first = user;
    }
    return first;
  }

  void generalize(RewriterBase &rewriter) {
    SmallVector<linalg::LinalgOp> named;
    getOperation().walk([&](linalg::LinalgOp op) { named.push_back(op); });
    for (linalg::LinalgOp op : named) {
      if (isa<linalg::FillOp>(op) || !op.hasPureTensorSemantics())
        continue;
      linalg::GenericOp generic = dyn_cast<linalg::GenericOp>(*op);
      if (!generic) {
        rewriter.setInsertionPoint(op);
        FailureOr<linalg::GenericOp> made =
            linalg::generalizeNamedOp(rewriter, op);
        if (failed(made))
          continue;
        generic = *made;
      }
      if (succeeded(contractionDims(generic)))
        continue;
      if (isElementwise(generic))
        readInitsAsInputs(rewriter, generic);
      readFillsAsScalars(rewriter, generic);
    }
  }
};

} // namespace
} // namespace nnc::cpu
