//===- Rematerialize.cpp - Kernels that run again to save memory ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A tensor that waits at the peak for a later reader is computed again right
// before that reader, with what it needs that is gone by then. The one is taken
// that frees most for its work, as long as the model of memory agrees.
//
//===----------------------------------------------------------------------===//

#include "Lifetimes.h"

#include "nnc/CodeGen/Memory/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/IRMapping.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_REMATERIALIZE
#include "MemoryPasses.h.inc"

namespace {

/// What is this much smaller than what is freed is kept, not computed.
constexpr int64_t kSmallShare = 16;
/// Kernels that run again for one tensor.
constexpr size_t kMostKernels = 64;

/// A tensor, the reader that it is computed again for, and how.
struct Candidate {
  Value tensor;
  Operation *reader; // in the block of the tensor's kernel
  llvm::SetVector<nn::RunKernelOp> kernels;
  int64_t bytes = 0, work = 0;
  size_t order = 0;
};

class Rematerializer {
public:
  Rematerializer(func::FuncOp entry, Lifetimes::SizeOfDim sizeOfDim,
                 int64_t limit, int64_t effort)
      : entry(entry), sizeOfDim(sizeOfDim), limit(limit), effort(effort) {}

  /// Returns how many kernels run again.
  int64_t run();

private:
  std::vector<Candidate> findCandidates(const Lifetimes &lives);
  std::optional<Candidate> consider(const Lifetimes &lives, const Piece &piece,
                                    Operation *peak);
  bool addKernel(const Lifetimes &lives, nn::RunKernelOp kernel,
                 Candidate &candidate);
  bool apply(const Candidate &candidate, const Lifetimes &lives);

  func::FuncOp entry;
  Lifetimes::SizeOfDim sizeOfDim;
  int64_t limit, effort;
};

} // namespace

/// The kernel that alone computes the tensors of `piece`, if its results are
/// new memory each.
static nn::RunKernelOp kernelOf(const Lifetimes &lives, const Piece &piece) {
  if (piece.writes.size() != 1 || piece.buffers.size() != 1)
    return {};
  auto kernel = dyn_cast<nn::RunKernelOp>(piece.writes.front()->getOwner());
  if (!kernel || kernel->getBlock() != piece.home)
    return {};
  for (Value output : kernel.getOutputs()) {
    const Piece &other = lives.pieceOf(output);
    if (other.writes.size() != 1 || other.buffers.size() != 1 ||
        output.getDefiningOp() != other.buffers.front())
      return {};
    // No loop takes it on.
    for (Value value : other.values)
      if (!value.getDefiningOp() ||
          (value != output && value.getDefiningOp() != kernel &&
           !isView(value.getDefiningOp())))
        return {};
  }
  return kernel;
}

/// Bytes stand for the work of a kernel without products.
static int64_t workOf(const Lifetimes &lives, nn::RunKernelOp kernel) {
  int64_t work = 0;
  if (auto flops = kernel->getAttrOfType<IntegerAttr>(nn::kFlopsAttr))
    work = flops.getInt();
  int64_t bytes = 0;
  for (Value operand : kernel->getOperands())
    if (isa<RankedTensorType>(operand.getType()))
      bytes += lives.pieceOf(operand).bytes;
  return std::max(work, bytes);
}

/// Adds `kernel`, and what makes those of its inputs that are gone and not
/// small, such that all may run before the reader.
bool Rematerializer::addKernel(const Lifetimes &lives, nn::RunKernelOp kernel,
                               Candidate &candidate) {
  if (candidate.kernels.contains(kernel))
    return true;
  if (candidate.kernels.size() == kMostKernels)
    return false;
  Block *block = candidate.reader->getBlock();
  int64_t end = lives.positionIn(block, candidate.reader);
  for (Value input : kernel.getInputs()) {
    if (!isa<RankedTensorType>(input.getType()))
      continue;
    const Piece &piece = lives.pieceOf(input);
    bool isGone = piece.home == block && piece.last < end;
    if (isGone && piece.bytes * kSmallShare > candidate.bytes)
      if (nn::RunKernelOp maker = kernelOf(lives, piece)) {
        if (!addKernel(lives, maker, candidate))
          return false;
        continue;
      }
    // Its memory must still hold it then.
    Operation *source = input.getDefiningOp();
    int64_t made = source ? lives.positionIn(block, source) : -1;
    for (OpOperand *write : piece.writes) {
      int64_t position = lives.positionIn(block, write->getOwner());
      if (position > made && position < end)
        return false;
    }
  }
  candidate.kernels.insert(kernel);
  candidate.work += workOf(lives, kernel);
  return true;
}

/// A tensor that nothing at `peak` touches and something behind it reads.
std::optional<Candidate> Rematerializer::consider(const Lifetimes &lives,
                                                  const Piece &piece,
                                                  Operation *peak) {
  Block *block = peak->getBlock();
  int64_t at = lives.positionIn(block, peak);
  if (piece.home != block || piece.first >= at || piece.last <= at)
    return std::nullopt;
  nn::RunKernelOp kernel = kernelOf(lives, piece);
  if (!kernel)
    return std::nullopt;
  Candidate candidate;
  candidate.bytes = piece.bytes;
  int64_t next = INT64_MAX;
  for (OpOperand *read : piece.reads) {
    Operation *reader = block->findAncestorOpInBlock(*read->getOwner());
    int64_t position = lives.positionIn(block, reader);
    if (position == at)
      return std::nullopt;
    if (position > at && position < next) {
      next = position;
      candidate.reader = reader;
    }
  }
  candidate.tensor = piece.writes.front()->get();
  if (next == INT64_MAX || !addKernel(lives, kernel, candidate) ||
      candidate.work / effort > candidate.bytes)
    return std::nullopt;
  return candidate;
}

/// The most bytes for the least work first.
std::vector<Candidate> Rematerializer::findCandidates(const Lifetimes &lives) {
  std::vector<Candidate> all;
  for (Operation *peak : lives.getPeakOps())
    for (const Piece &piece : lives.getPieces())
      if (std::optional<Candidate> found = consider(lives, piece, peak))
        all.push_back(std::move(*found));
  for (auto [order, candidate] : llvm::enumerate(all))
    candidate.order = order;
  llvm::sort(all, [](const Candidate &a, const Candidate &b) {
    double x = double(a.bytes) * double(b.work);
    double y = double(b.bytes) * double(a.work);
    return x != y ? x > y : a.order < b.order;
  });
  return all;
}

/// Rewrites the entry, and takes it back where that does not help.
bool Rematerializer::apply(const Candidate &candidate, const Lifetimes &lives) {
  Block *block = candidate.reader->getBlock();
  int64_t end = lives.positionIn(block, candidate.reader);
  SmallVector<nn::RunKernelOp> kernels(candidate.kernels.getArrayRef());
  llvm::sort(kernels, [](nn::RunKernelOp a, nn::RunKernelOp b) {
    return a->isBeforeInBlock(b);
  });
  OpBuilder builder(candidate.reader);
  IRMapping mapping;
  SmallVector<Operation *> made;
  auto clone = [&](Operation *op) {
    made.push_back(builder.clone(*op, mapping));
  };
  // Views of what is computed again.
  std::function<void(Value)> provide = [&](Value value) {
    Operation *op = value.getDefiningOp();
    if (mapping.contains(value) || !op || !isView(op) ||
        op->getBlock() != block)
      return;
    provide(op->getOperand(0));
    if (mapping.contains(op->getOperand(0)))
      clone(op);
  };
  for (nn::RunKernelOp kernel : kernels) {
    for (Value output : kernel.getOutputs())
      clone(output.getDefiningOp());
    for (Value input : kernel.getInputs())
      provide(input);
    clone(kernel);
  }
  SmallVector<std::pair<OpOperand *, Value>> moved;
  for (OpOperand *read : lives.pieceOf(candidate.tensor).reads) {
    if (lives.positionIn(block, read->getOwner()) < end)
      continue;
    provide(read->get());
    Value again = mapping.lookupOrNull(read->get());
    if (!again)
      continue;
    moved.push_back({read, read->get()});
    read->set(again);
  }
  Lifetimes now(entry, sizeOfDim);
  if (!moved.empty() && now.getPeak() <= lives.getPeak() &&
      now.getExcess(limit) < lives.getExcess(limit))
    return true;
  for (auto [operand, value] : moved)
    operand->set(value);
  for (Operation *op : llvm::reverse(made))
    op->erase();
  return false;
}

int64_t Rematerializer::run() {
  int64_t again = 0;
  while (true) {
    Lifetimes lives(entry, sizeOfDim);
    if (lives.getPeak() <= limit)
      return again;
    std::vector<Candidate> all = findCandidates(lives);
    auto taken = llvm::find_if(all, [&](const Candidate &candidate) {
      return apply(candidate, lives);
    });
    if (taken == all.end())
      return again;
    again += taken->kernels.size();
  }
}

namespace {

struct Rematerialize : impl::RematerializeBase<Rematerialize> {
  using RematerializeBase::RematerializeBase;

  void runOnOperation() override {
    if (arenaBytes < 0)
      return;
    for (auto entry : getOperation().getOps<func::FuncOp>()) {
      if (!entry->hasAttr("nn.entry") || entry.isExternal())
        continue;
      auto sizes = entry->getAttrOfType<DictionaryAttr>("nn.expected_sizes");
      auto sizeOfDim = [&](StringRef dim) -> std::optional<int64_t> {
        auto size = sizes ? sizes.getAs<IntegerAttr>(dim) : IntegerAttr();
        return size ? std::optional<int64_t>(size.getInt()) : std::nullopt;
      };
      numKernels += Rematerializer(entry, sizeOfDim, arenaBytes,
                                   std::max<int64_t>(effort, 1))
                        .run();
    }
  }
};

} // namespace
} // namespace nnc::memory
