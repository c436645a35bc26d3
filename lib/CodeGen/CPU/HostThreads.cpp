//===- HostThreads.cpp - Parallel loops run by the caller ---===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_HOSTTHREADS
#include "CPUPasses.h.inc"

namespace {

/// nn_parallel, up to the last member that is read here.
enum Member { Run, Host, Count };

constexpr llvm::StringLiteral kRunner = "nn_run_parallel";

class Outliner {
public:
  Outliner(ModuleOp module)
      : module(module), builder(module.getContext()),
        converter(module.getContext()),
        pointer(LLVM::LLVMPointerType::get(module.getContext())),
        int64(builder.getI64Type()) {}

  void outline(func::FuncOp func, ArrayRef<scf::ForallOp> loops);

private:
  void addRunner(Location loc);
  void outline(func::FuncOp func, scf::ForallOp loop, Value parallel,
               StringRef name);
  void fillBody(func::FuncOp body, scf::ForallOp loop,
                LLVM::LLVMStructType closure, ArrayRef<Value> captured,
                ArrayRef<Operation *> constants);

  Value constant(Location loc, int64_t value) {
    return arith::ConstantOp::create(builder, loc,
                                     builder.getI64IntegerAttr(value));
  }
  Value field(Location loc, Type type, Value base, int32_t index) {
    return LLVM::GEPOp::create(builder, loc, pointer, type, base,
                               ArrayRef<LLVM::GEPArg>{0, index});
  }
  Value convert(Location loc, Type type, Value value) {
    if (value.getType() == type)
      return value;
    return UnrealizedConversionCastOp::create(builder, loc, type, value)
        .getResult(0);
  }
  /// The value that `size` names, as an index.
  Value index(Location loc, OpFoldResult size, const IRMapping &mapping) {
    if (auto value = dyn_cast<Value>(size))
      return mapping.lookupOrDefault(value);
    return arith::ConstantIndexOp::create(
        builder, loc, cast<IntegerAttr>(cast<Attribute>(size)).getInt());
  }
  /// ceil((upper - lower) / step)
  Value tripCount(scf::ForallOp loop, const IRMapping &mapping);

  ModuleOp module;
  OpBuilder builder;
  LLVMTypeConverter converter;
  LLVM::LLVMPointerType pointer;
  Type int64;
};

/// `(parallel, closure, body, count)`: calls body(closure, i) for each chunk i.
/// There are as many as threads, at most one an iteration, and their number is
/// the first member of the closure.
void Outliner::addRunner(Location loc) {
  if (module.lookupSymbol(kRunner))
    return;
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToStart(module.getBody());
  Type types[] = {pointer, pointer, pointer, int64};
  auto func = func::FuncOp::create(builder, loc, kRunner,
                                   builder.getFunctionType(types, {}));
  func.setPrivate();
  Block *entry = func.addEntryBlock();
  Value parallel = entry->getArgument(0), closure = entry->getArgument(1),
        body = entry->getArgument(2), count = entry->getArgument(3);
  builder.setInsertionPointToStart(entry);
  Type int32 = builder.getI32Type();
  auto hook = LLVM::LLVMStructType::getLiteral(builder.getContext(),
                                               {pointer, pointer, int32});
  auto read = [&](Member member) -> Value {
    return LLVM::LoadOp::create(builder, loc, hook.getBody()[member],
                                field(loc, hook, parallel, member));
  };
  Value null = LLVM::ZeroOp::create(builder, loc, pointer);
  Value given = LLVM::ICmpOp::create(builder, loc, LLVM::ICmpPredicate::ne,
                                     parallel, null);
  auto chunks = scf::IfOp::create(
      builder, loc, given,
      [&](OpBuilder &b, Location loc) {
        builder.setInsertionPointToEnd(b.getBlock());
        Value threads =
            arith::ExtSIOp::create(builder, loc, int64, read(Count));
        Value result = arith::MinSIOp::create(builder, loc, threads, count);
        scf::YieldOp::create(builder, loc, result);
      },
      [&](OpBuilder &b, Location loc) {
        builder.setInsertionPointToEnd(b.getBlock());
        scf::YieldOp::create(builder, loc, constant(loc, 1));
      });
  builder.setInsertionPointAfter(chunks);
  Value one = constant(loc, 1);
  Value number = arith::MaxSIOp::create(builder, loc, chunks.getResult(0), one);
  LLVM::StoreOp::create(builder, loc, number, closure);
  Value several = arith::CmpIOp::create(builder, loc, arith::CmpIPredicate::sgt,
                                        number, one);
  auto bodyType = LLVM::LLVMFunctionType::get(
      LLVM::LLVMVoidType::get(builder.getContext()), {pointer, int64});
  auto runType =
      LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(builder.getContext()),
                                  {pointer, int64, pointer, pointer});
  scf::IfOp::create(
      builder, loc, several,
      [&](OpBuilder &b, Location loc) {
        builder.setInsertionPointToEnd(b.getBlock());
        Value run = read(Run), host = read(Host);
        LLVM::CallOp::create(builder, loc, runType,
                             ValueRange{run, host, number, body, closure});
        scf::YieldOp::create(builder, loc);
      },
      [&](OpBuilder &b, Location loc) {
        builder.setInsertionPointToEnd(b.getBlock());
        LLVM::CallOp::create(builder, loc, bodyType,
                             ValueRange{body, closure, constant(loc, 0)});
        scf::YieldOp::create(builder, loc);
      });
  builder.setInsertionPointToEnd(entry);
  func::ReturnOp::create(builder, loc);
}

Value Outliner::tripCount(scf::ForallOp loop, const IRMapping &mapping) {
  Location loc = loop.getLoc();
  Value lower = index(loc, loop.getMixedLowerBound()[0], mapping);
  Value upper = index(loc, loop.getMixedUpperBound()[0], mapping);
  Value step = index(loc, loop.getMixedStep()[0], mapping);
  Value length = arith::SubIOp::create(builder, loc, upper, lower);
  return arith::IndexCastOp::create(
      builder, loc, int64,
      arith::CeilDivSIOp::create(builder, loc, length, step));
}

/// Chunk c of n runs the iterations from c * count / n to (c + 1) * count / n.
void Outliner::fillBody(func::FuncOp body, scf::ForallOp loop,
                        LLVM::LLVMStructType closure, ArrayRef<Value> captured,
                        ArrayRef<Operation *> constants) {
  OpBuilder::InsertionGuard guard(builder);
  Location loc = loop.getLoc();
  Block *entry = body.addEntryBlock();
  Value context = entry->getArgument(0), chunk = entry->getArgument(1);
  builder.setInsertionPointToStart(entry);
  IRMapping mapping;
  for (Operation *op : constants)
    builder.clone(*op, mapping);
  auto read = [&](int32_t member) {
    return LLVM::LoadOp::create(builder, loc, closure.getBody()[member],
                                field(loc, closure, context, member));
  };
  for (auto [i, value] : llvm::enumerate(captured))
    mapping.map(value, convert(loc, value.getType(), read(i + 1)));
  Value chunks = read(0), count = tripCount(loop, mapping);
  auto edge = [&](Value of) -> Value {
    Value product = arith::MulIOp::create(builder, loc, of, count);
    return arith::IndexCastOp::create(
        builder, loc, builder.getIndexType(),
        arith::DivSIOp::create(builder, loc, product, chunks));
  };
  Value first = edge(chunk);
  Value next = arith::AddIOp::create(builder, loc, chunk, constant(loc, 1));
  Value last = edge(next);
  Value lower = index(loc, loop.getMixedLowerBound()[0], mapping);
  Value step = index(loc, loop.getMixedStep()[0], mapping);
  Value one = arith::ConstantIndexOp::create(builder, loc, 1);
  auto range = scf::ForOp::create(builder, loc, first, last, one);
  func::ReturnOp::create(builder, loc);

  // What an iteration keeps on the stack, a chunk allocates once.
  for (auto local :
       llvm::make_early_inc_range(loop.getBody()->getOps<memref::AllocaOp>()))
    if (local.getType().hasStaticShape()) {
      builder.setInsertionPoint(range);
      mapping.map(local.getResult(), builder.clone(*local)->getResult(0));
    }
  builder.setInsertionPointToStart(range.getBody());
  Value distance =
      arith::MulIOp::create(builder, loc, range.getInductionVar(), step);
  mapping.map(loop.getInductionVar(0),
              arith::AddIOp::create(builder, loc, lower, distance).getResult());
  for (Operation &op : loop.getBody()->without_terminator())
    if (!isa<memref::AllocaOp>(op) || !mapping.contains(op.getResult(0)))
      builder.clone(op, mapping);
}

void Outliner::outline(func::FuncOp func, scf::ForallOp loop, Value parallel,
                       StringRef name) {
  assert(loop.getRank() == 1 && loop->getNumResults() == 0 &&
         "parallel loops have one index and no results");
  Location loc = loop.getLoc();
  llvm::SetVector<Value> used;
  getUsedValuesDefinedAbove(loop.getRegion(), used);
  for (Value operand : loop->getOperands())
    used.insert(operand);
  SmallVector<Value> captured;
  SmallVector<Operation *> constants;
  SmallVector<Type> fields = {int64};
  for (Value value : used) {
    Operation *op = value.getDefiningOp();
    if (op && op->hasTrait<OpTrait::ConstantLike>()) {
      constants.push_back(op);
      continue;
    }
    captured.push_back(value);
    fields.push_back(converter.convertType(value.getType()));
  }
  auto closure = LLVM::LLVMStructType::getLiteral(builder.getContext(), fields);

  builder.setInsertionPointAfter(func);
  Type types[] = {pointer, int64};
  auto body = func::FuncOp::create(builder, loc, name,
                                   builder.getFunctionType(types, {}));
  body.setPrivate();
  body->setAttr("passthrough", builder.getStrArrayAttr({kHostLoopAttr}));
  fillBody(body, loop, closure, captured, constants);

  // On the stack once, wherever the loop is.
  builder.setInsertionPointToStart(&func.getBody().front());
  Value memory =
      LLVM::AllocaOp::create(builder, loc, pointer, closure, constant(loc, 1));
  builder.setInsertionPoint(loop);
  for (auto [i, value] : llvm::enumerate(captured))
    LLVM::StoreOp::create(builder, loc, convert(loc, fields[i + 1], value),
                          field(loc, closure, memory, i + 1));
  Value address = convert(
      loc, pointer,
      func::ConstantOp::create(builder, loc, body.getFunctionType(), name));
  Value count = tripCount(loop, IRMapping());
  func::CallOp::create(builder, loc, kRunner, TypeRange(),
                       ValueRange{parallel, memory, address, count});
  loop.erase();
}

void Outliner::outline(func::FuncOp func, ArrayRef<scf::ForallOp> loops) {
  addRunner(func.getLoc());
  unsigned position = func.getNumArguments();
  (void)func.insertArgument(position, pointer, {}, func.getLoc());
  func->setAttr("passthrough", builder.getStrArrayAttr({kHostThreadsAttr}));
  for (auto [number, loop] : llvm::enumerate(loops))
    outline(func, loop, func.getArgument(position),
            (func.getSymName() + ".parallel" + Twine(number)).str());
}

SmallVector<scf::ForallOp> loopsOf(func::FuncOp func) {
  SmallVector<scf::ForallOp> loops;
  func.walk<WalkOrder::PreOrder>([&](scf::ForallOp loop) {
    loops.push_back(loop);
    return WalkResult::skip();
  });
  return loops;
}

struct HostThreads : impl::HostThreadsBase<HostThreads> {
  void runOnOperation() override {
    Outliner outliner(getOperation());
    llvm::SetVector<func::FuncOp> withLoops;
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (!loopsOf(func).empty())
        withLoops.insert(func);
    // Who calls such a function needs the argument too.
    SmallVector<func::CallOp> calls;
    getOperation().walk([&](func::CallOp call) { calls.push_back(call); });
    auto calleeOf = [&](func::CallOp call) {
      return getOperation().lookupSymbol<func::FuncOp>(call.getCallee());
    };
    for (bool changed = true; changed;) {
      changed = false;
      for (func::CallOp call : calls)
        if (withLoops.contains(calleeOf(call)))
          changed |= withLoops.insert(call->getParentOfType<func::FuncOp>());
    }
    llvm::erase_if(calls, [&](func::CallOp call) {
      return !withLoops.contains(calleeOf(call));
    });
    for (func::FuncOp func : withLoops) {
      SmallVector<scf::ForallOp> loops = loopsOf(func);
      outliner.outline(func, loops);
      numOutlined += loops.size();
    }
    for (func::CallOp call : calls)
      call.getOperandsMutable().append(
          call->getParentOfType<func::FuncOp>().getArguments().back());
  }
};

} // namespace
} // namespace nnc::cpu
