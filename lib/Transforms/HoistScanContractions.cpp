//===- HoistScanContractions.cpp - Contract sequences before loops --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Transforms/Passes.h"

#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Dialect/NN/Scan.h"

#include "mlir/IR/BuiltinOps.h"

namespace nnc {
#define GEN_PASS_DEF_HOISTSCANCONTRACTIONS
#include "nnc/Transforms/Passes.h.inc"
} // namespace nnc

using namespace mlir;
using namespace nnc;

namespace {

struct HoistScanContractions
    : nnc::impl::HoistScanContractionsBase<HoistScanContractions> {
  void runOnOperation() override {
    SmallVector<nn::ScanOp> scans;
    // Inner loops first: what leaves one may leave the next too.
    getOperation().walk([&](nn::ScanOp scan) { scans.push_back(scan); });
    for (nn::ScanOp scan : scans)
      visit(scan);
  }

private:
  void visit(nn::ScanOp scan);
};

/// Which operand of `einsum` is an element of one of the sequences, the other
/// being from outside; none otherwise. Stacked parameters are no sequences in
/// time: each layer's product stands where it is written out too.
std::optional<unsigned> elementOf(nn::ScanOp scan, ArrayRef<Value> sequences,
                                  nn::EinsumOp einsum) {
  if (einsum.getInputs().size() != 2)
    return std::nullopt;
  for (unsigned i : {0u, 1u}) {
    auto element = dyn_cast<BlockArgument>(einsum.getInputs()[i]);
    Region *other = einsum.getInputs()[1 - i].getParentRegion();
    if (!element || element.getOwner() != &scan.getBody().front() ||
        element.getArgNumber() < 1 ||
        element.getArgNumber() > sequences.size() ||
        scan.getBody().isAncestor(other))
      continue;
    if (!sequences[element.getArgNumber() - 1].getDefiningOp<nn::ReadOp>())
      return i;
  }
  return std::nullopt;
}

/// The contraction `step` of element `i`, of all steps at once: along axis 0,
/// so that what a step reads lies together. `axis` is that of the sequence.
nn::EinsumOp contractAll(OpBuilder &builder, nn::EinsumOp step, unsigned i,
                         Value sequence, int64_t axis) {
  StringRef pattern = step.getPattern();
  char time = 'a';
  while (pattern.contains(time))
    ++time;
  auto [sources, target] = pattern.split("->");
  auto [first, second] = sources.split(',');
  std::string parts[] = {first.trim().str(), second.trim().str()};
  std::string result = target.trim().str();
  std::string &part = parts[i];
  part.insert(part.begin() + axis, time);
  result.insert(result.begin(), time);
  SmallVector<Value> inputs(step.getInputs());
  inputs[i] = sequence;
  auto whole =
      nn::EinsumOp::create(builder, step.getLoc(),
                           parts[0] + "," + parts[1] + "->" + result, inputs);
  whole->setDiscardableAttrs(step->getDiscardableAttrDictionary());
  return whole;
}

void HoistScanContractions::visit(nn::ScanOp scan) {
  if (scan.getSequences().empty())
    return;
  nn::ScanParts parts(scan);
  OpBuilder builder(scan);
  bool changed = false;
  for (Operation &op : llvm::make_early_inc_range(scan.getBody().front())) {
    auto einsum = dyn_cast<nn::EinsumOp>(op);
    std::optional<unsigned> i =
        einsum ? elementOf(scan, parts.sequences, einsum) : std::nullopt;
    if (!i)
      continue;
    unsigned number =
        cast<BlockArgument>(einsum.getInputs()[*i]).getArgNumber() - 1;
    nn::EinsumOp all = contractAll(builder, einsum, *i, parts.sequences[number],
                                   parts.axes[number]);
    einsum.replaceAllUsesWith(
        Value(parts.addSequence(scan, all.getResult(), 0)));
    einsum.erase();
    changed = true;
    ++numHoisted;
  }
  if (!changed)
    return;
  // A contraction may be what the body yields.
  parts.emits.assign(scan.getYieldedEmits().begin(),
                     scan.getYieldedEmits().end());
  parts.nexts.assign(scan.getYieldedCarries().begin(),
                     scan.getYieldedCarries().end());
  parts.replace(scan);
}

} // namespace
