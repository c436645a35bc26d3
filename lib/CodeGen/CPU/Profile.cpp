//===- Profile.cpp - When kernels begin and end ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Transforms/RegionUtils.h"

#include "llvm/Support/Path.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_PROFILE
#include "CPUPasses.h.inc"

namespace {

/// The path of the layer that `loc` belongs to, which Import puts around places
/// in the text, or else the line.
StringAttr layerOf(Location loc) {
  StringAttr layer;
  std::string line;
  loc->walk([&](Location part) {
    if (auto fused = dyn_cast<FusedLoc>(part))
      layer = dyn_cast_or_null<StringAttr>(fused.getMetadata());
    else if (auto place = dyn_cast<FileLineColLoc>(part); place && line.empty())
      line = (llvm::sys::path::filename(place.getFilename().getValue()) + ":" +
              Twine(place.getLine()))
                 .str();
    return layer ? WalkResult::interrupt() : WalkResult::advance();
  });
  return layer ? layer : StringAttr::get(loc.getContext(), line);
}

/// The bytes of the buffers that `op` uses; 0 where a size is not known.
int64_t bytesOf(Operation &op) {
  llvm::SetVector<Value> used;
  getUsedValuesDefinedAbove(op.getRegions(), used);
  used.insert(op.operand_begin(), op.operand_end());
  int64_t bytes = 0;
  for (Value value : used) {
    while (auto cast = value.getDefiningOp<memref::CastOp>())
      value = cast.getSource();
    auto type = dyn_cast<MemRefType>(value.getType());
    if (!type)
      continue;
    if (!type.hasStaticShape())
      return 0;
    bytes += type.getNumElements() *
             llvm::divideCeil(type.getElementTypeBitWidth(), 8);
  }
  return bytes;
}

struct Profile : impl::ProfileBase<Profile> {
  void runOnOperation() override {
    OpBuilder b(getOperation().getBodyRegion());
    auto mark = func::FuncOp::create(
        b, getOperation().getLoc(), kProfileMark,
        b.getFunctionType({b.getI64Type(), b.getI1Type()}, {}));
    mark.setPrivate();
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (func->hasAttr("nn.entry"))
        visit(func.getBody(), func.getSymNameAttr());
    numSites += sites.size();
    getOperation()->setAttr(kSitesAttr, b.getArrayAttr(sites));
  }

private:
  func::FuncOp kernelOf(Operation &op) {
    auto call = dyn_cast<func::CallOp>(op);
    auto func = call ? getOperation().lookupSymbol<func::FuncOp>(
                           call.getCalleeAttr().getAttr())
                     : func::FuncOp();
    return func && func->hasAttr(kKernelAttr) ? func : func::FuncOp();
  }

  /// What to call `op` in a table; empty if it is no site of its own.
  StringRef nameOf(Operation &op) {
    if (func::FuncOp kernel = kernelOf(op))
      return kernel.getSymName();
    if (isa<memref::CopyOp>(op))
      return "copy";
    if (isa<linalg::LinalgOp>(op))
      return "plain loops";
    if (!isa<LoopLikeOpInterface>(op))
      return "";
    bool callsKernels = op.walk([&](func::CallOp call) {
                            return kernelOf(*call) ? WalkResult::interrupt()
                                                   : WalkResult::advance();
                          }).wasInterrupted();
    return callsKernels ? "" : "loops";
  }

  void visit(Region &region, StringAttr entry) {
    for (Block &block : region)
      for (Operation &op : llvm::make_early_inc_range(block)) {
        StringRef name = nameOf(op);
        if (!name.empty()) {
          enclose(op, entry, name);
          continue;
        }
        for (Region &inner : op.getRegions())
          visit(inner, entry);
      }
  }

  void enclose(Operation &op, StringAttr entry, StringRef name) {
    OpBuilder b(&op);
    Location loc = op.getLoc();
    Value site =
        arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(sites.size()));
    auto tell = [&](bool begins) {
      Value flag = arith::ConstantOp::create(b, loc, b.getBoolAttr(begins));
      func::CallOp::create(b, loc, kProfileMark, TypeRange(),
                           ValueRange{site, flag});
    };
    tell(true);
    b.setInsertionPointAfter(&op);
    tell(false);
    auto flops = op.getAttrOfType<IntegerAttr>(nn::kFlopsAttr);
    NamedAttrList parts;
    parts.append("entry", entry);
    parts.append("layer", layerOf(loc));
    parts.append("kernel", b.getStringAttr(name));
    parts.append("flops", b.getI64IntegerAttr(flops ? flops.getInt() : 0));
    parts.append("bytes", b.getI64IntegerAttr(bytesOf(op)));
    func::FuncOp kernel = kernelOf(op);
    for (Operation *at : {&op, kernel ? kernel.getOperation() : &op})
      if (Attribute tilings = at->getAttr(kTilingsAttr))
        parts.set("tilings", tilings);
    sites.push_back(parts.getDictionary(&getContext()));
  }

  SmallVector<Attribute> sites;
};

} // namespace
} // namespace nnc::cpu
