//===- GenerateKernels.cpp - structured ops become vector loops ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Emit.h"
#include "Tiling.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_GENERATEKERNELS
#include "CPUPasses.h.inc"

namespace {

/// So many ops without a loop are worth a function.
constexpr int64_t kOutlinedOps = 8;

/// What a profile says of a kernel.
struct KernelWork {
  StringRef name;
  int64_t flops = 0; // of a contraction whose sizes are known
  DictionaryAttr tiling = {};
};

KernelWork workOf(Operation *op) {
  if (isa<linalg::PackOp>(op))
    return {"pack"};
  if (isa<linalg::UnPackOp>(op))
    return {"unpack"};
  if (isa<linalg::FillOp>(op))
    return {"fill"};
  auto linalgOp = cast<linalg::LinalgOp>(op);
  if (succeeded(contractionDims(linalgOp))) {
    int64_t flops = 2;
    for (int64_t size : linalgOp.getStaticLoopRanges())
      flops *= ShapedType::isDynamic(size) ? 0 : size;
    return {"contraction", flops,
            op->getAttrOfType<DictionaryAttr>(kTilingAttr)};
  }
  return {linalgOp.getNumReductionLoops() > 0 ? "reduction" : "elementwise"};
}

struct GenerateKernels : impl::GenerateKernelsBase<GenerateKernels> {
  using GenerateKernelsBase::GenerateKernelsBase;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    // A kernel looks through the layout changes of its operands, so these come
    // last, and only those that are still needed. A pack reads through an
    // unpack, not the other way round.
    // What runs once after a failure is not worth the time to compile.
    auto entry = getOperation()->getAttrOfType<StringAttr>("nn.entry");
    if (!entry || entry.getValue() != "inspect")
      generateArithmetic(rewriter);
    visit<linalg::PackOp>(rewriter, [&](linalg::PackOp op) {
      (void)generateCopy(rewriter, op, vectorBytes);
    });
    visit<linalg::UnPackOp>(rewriter, [&](linalg::UnPackOp op) {
      (void)generateCopy(rewriter, op, vectorBytes);
    });
  }

private:
  void generateArithmetic(RewriterBase &rewriter) {
    visit<linalg::LinalgOp>(rewriter, [&](linalg::LinalgOp op) {
      (void)generateContraction(rewriter, op);
    });
    // Sums start from the constant of a fill, which then is not needed.
    visit<linalg::LinalgOp>(rewriter, [&](linalg::LinalgOp op) {
      if (!isa<linalg::FillOp>(op) &&
          failed(generateLoops(rewriter, op, vectorBytes)))
        (void)generateWindows(rewriter, op, vectorBytes);
    });
    visit<linalg::FillOp>(rewriter, [&](linalg::FillOp op) {
      (void)generateLoops(rewriter, op, vectorBytes);
    });
  }

  template <typename OpTy>
  void visit(RewriterBase &rewriter, llvm::function_ref<void(OpTy)> generate) {
    dropDead(rewriter, getOperation());
    SmallVector<Operation *> ops;
    getOperation().walk([&](OpTy op) { ops.push_back(op); });
    // A kernel may consume a later op of the list as its epilogue.
    llvm::SmallPtrSet<Operation *, 16> erased;
    struct Listener : RewriterBase::Listener {
      explicit Listener(llvm::SmallPtrSetImpl<Operation *> &erased)
          : erased(erased) {}
      void begin(Operation *op) {
        block = op->getBlock();
        made.clear();
      }
      void notifyOperationInserted(Operation *op,
                                   OpBuilder::InsertPoint from) override {
        if (op->getBlock() == block && !from.isSet())
          made.push_back(op);
      }
      void notifyOperationErased(Operation *op) override {
        erased.insert(op);
        llvm::erase(made, op);
      }
      llvm::SmallPtrSetImpl<Operation *> &erased;
      Block *block = nullptr;
      SmallVector<Operation *> made; // in `block`, for the last op
    } listener(erased);
    rewriter.setListener(&listener);
    for (Operation *op : ops) {
      if (erased.contains(op))
        continue;
      listener.begin(op);
      KernelWork work = workOf(op);
      generate(cast<OpTy>(op));
      // What is a kernel already needs no other.
      if (wrap && !getOperation()->hasAttr(kKernelAttr))
        wrapKernel(rewriter, listener.made, work);
      else if (work.tiling && erased.contains(op))
        addTiling(getOperation(), work.tiling);
    }
    rewriter.setListener(nullptr);
  }

  /// Puts `ops`, neighbours in a block, into a region of their own that yields
  /// what later ops use of them.
  static void wrapKernel(RewriterBase &rewriter, ArrayRef<Operation *> ops,
                         const KernelWork &work) {
    // A few vectors are computed where they are.
    if (llvm::none_of(ops, llvm::IsaPred<scf::ForOp>) &&
        llvm::count_if(ops, [](Operation *op) {
          return !op->hasTrait<OpTrait::ConstantLike>();
        }) < kOutlinedOps)
      return;
    llvm::SmallPtrSet<Operation *, 16> inside(ops.begin(), ops.end());
    SmallVector<Value> results;
    for (Operation *op : ops) {
      if (op != ops.front() && !inside.contains(op->getPrevNode()))
        return;
      for (Value result : op->getResults())
        if (llvm::any_of(result.getUsers(), [&](Operation *user) {
              Operation *top = op->getBlock()->findAncestorOpInBlock(*user);
              return !inside.contains(top);
            }))
          results.push_back(result);
    }
    if (!llvm::all_of(results, [](Value result) {
          return isa<RankedTensorType>(result.getType());
        }))
      return;
    OpBuilder b(ops.front());
    Location loc = ops.front()->getLoc();
    auto region =
        scf::ExecuteRegionOp::create(b, loc, ValueRange(results).getTypes());
    region->setAttr(kKernelAttr, b.getUnitAttr());
    region->setAttr(kKernelNameAttr, b.getStringAttr(work.name));
    if (work.flops > 0)
      region->setAttr(kFlopsAttr, b.getI64IntegerAttr(work.flops));
    if (work.tiling)
      addTiling(region, work.tiling);
    Block *block = b.createBlock(&region.getRegion());
    for (Operation *op : ops)
      op->moveBefore(block, block->end());
    b.setInsertionPointToEnd(block);
    auto yield = scf::YieldOp::create(b, loc, results);
    for (auto [result, made] : llvm::zip_equal(region.getResults(), results))
      rewriter.replaceUsesWithIf(made, result, [&](OpOperand &use) {
        return use.getOwner() != yield &&
               !region->isProperAncestor(use.getOwner());
      });
  }
};

} // namespace
} // namespace nnc::cpu
