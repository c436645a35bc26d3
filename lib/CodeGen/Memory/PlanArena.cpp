//===- PlanArena.cpp - Temporaries in one piece of memory -*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Memory/Passes.h"

#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Analysis/SliceAnalysis.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Bufferization/Transforms/BufferViewFlowAnalysis.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/SCF/Transforms/Transforms.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Interfaces/ValueBoundsOpInterface.h"

#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace nnc::memory {

#define GEN_PASS_DEF_PLANARENA
#include "MemoryPasses.h.inc"

namespace {

constexpr int64_t kAlignment = 64;
/// What one iteration of a parallel loop may keep on its thread's stack.
constexpr int64_t kMaxStackBytes = 256 << 10;
/// The same of a kernel, whose temporaries are chosen to stay in a cache.
constexpr int64_t kMaxKernelBytes = 1 << 20;

/// A temporary, and when it is alive, as positions in the text: what a loop
/// allocates lives within an iteration, what it is given lives all of the loop.
struct Buffer {
  memref::AllocOp op;
  /// Position in the text.
  int64_t number = 0;
  int64_t first = INT64_MAX;
  int64_t last = -1;
  /// Of its size, what is known: all of it, or for each unit of its group.
  int64_t bytes = 0;
  int64_t offset = 0;
  bool isSized = false;

  bool meets(const Buffer &other) const {
    return first <= other.last && other.first <= last;
  }
};

int64_t elementBytes(MemRefType type) {
  return llvm::divideCeil(
      type.getElementType().isIndex() ? 64 : type.getElementTypeBitWidth(), 8);
}

/// Largest first, each at the lowest offset that is free while it lives.
int64_t placeFixed(MutableArrayRef<Buffer *> buffers) {
  llvm::sort(buffers, [](const Buffer *a, const Buffer *b) {
    return std::make_tuple(-a->bytes, a->first, a->number) <
           std::make_tuple(-b->bytes, b->first, b->number);
  });
  int64_t total = 0;
  for (auto [index, buffer] : llvm::enumerate(buffers)) {
    SmallVector<Buffer *> others;
    for (Buffer *other : buffers.take_front(index))
      if (other->meets(*buffer))
        others.push_back(other);
    llvm::sort(others, [](const Buffer *a, const Buffer *b) {
      return a->offset < b->offset;
    });
    int64_t size = llvm::alignTo(buffer->bytes, kAlignment), offset = 0;
    for (Buffer *other : others) {
      if (offset + size <= other->offset)
        break;
      offset = std::max<int64_t>(
          offset, llvm::alignTo(other->offset + other->bytes, kAlignment));
    }
    buffer->offset = offset;
    total = std::max(total, offset + size);
  }
  return total;
}

/// The most bytes that are alive together: no plan needs less.
int64_t leastBytes(ArrayRef<Buffer *> buffers) {
  int64_t most = 0;
  for (Buffer *at : buffers) {
    int64_t alive = 0;
    for (Buffer *other : buffers)
      if (other->first <= at->first && at->first <= other->last)
        alive += llvm::alignTo(other->bytes, kAlignment);
    most = std::max(most, alive);
  }
  return most;
}

/// Buffers that have as many bytes for each example, or whatever product of
/// dims their sizes have in common: the unit.
struct Group {
  SmallVector<Buffer *> buffers;
  int64_t bytes = 0; // of the arena, for a unit
};

/// Builds sizes from the dims of an entry, at the start of a function: of the
/// entry itself, or of the one that computes the size of its arena.
class SizeBuilder {
public:
  SizeBuilder(func::FuncOp entry, OpBuilder &builder, Location loc)
      : entry(entry), builder(builder), loc(loc) {}

  /// Values of the entry that are known by another name here.
  IRMapping mapping;

  /// `value`, which `isKnown` is true for, computed here.
  Value build(Value value) {
    if (Value known = mapping.lookupOrNull(value))
      return known;
    if (isa<BlockArgument>(value))
      return value;
    Operation *op = value.getDefiningOp();
    if (auto dim = dyn_cast<memref::DimOp>(op)) {
      Value size = buildSize(dim.getSource(), *dim.getConstantIndex());
      mapping.map(value, size);
      return size;
    }
    for (Value operand : op->getOperands())
      build(operand);
    builder.clone(*op, mapping);
    return mapping.lookup(value);
  }

  /// Whether the arguments of the entry determine `value` by plain arithmetic.
  bool isKnown(Value value) {
    if (auto arg = dyn_cast<BlockArgument>(value))
      return arg.getOwner() == &entry.getBody().front() &&
             dimOf(arg.getArgNumber());
    Operation *op = value.getDefiningOp();
    if (auto dim = dyn_cast<memref::DimOp>(op)) {
      std::optional<int64_t> axis = dim.getConstantIndex();
      return axis && isKnownSize(dim.getSource(), *axis);
    }
    return isa<arith::ArithDialect, affine::AffineDialect>(op->getDialect()) &&
           op->getNumRegions() == 0 &&
           llvm::all_of(op->getOperands(),
                        [&](Value operand) { return isKnown(operand); });
  }

  /// A text that only values which are equal share.
  std::string keyOf(Value value) {
    if (std::optional<int64_t> number = getConstantIntValue(value))
      return std::to_string(*number);
    if (auto arg = dyn_cast<BlockArgument>(value))
      return dimOf(arg.getArgNumber()).getName().str();
    Operation *op = value.getDefiningOp();
    if (auto dim = dyn_cast<memref::DimOp>(op))
      return keyOfSize(dim.getSource(), *dim.getConstantIndex());
    if (isa<arith::IndexCastOp>(op))
      return keyOf(op->getOperand(0));
    std::string key;
    llvm::raw_string_ostream os(key);
    os << op->getName() << op->getAttrDictionary() << '(';
    for (Value operand : op->getOperands())
      os << keyOf(operand) << ' ';
    os << ')';
    return key;
  }

private:
  std::string keyOfSize(Value memref, int64_t axis) {
    auto type = cast<MemRefType>(memref.getType());
    if (!type.isDynamicDim(axis))
      return std::to_string(type.getDimSize(axis));
    if (Value size = givenSize(memref, axis))
      return keyOf(size);
    if (auto arg = dyn_cast<BlockArgument>(memref))
      return nn::getSizes(cast<RankedTensorType>(
          entry.getArgAttrOfType<TypeAttr>(arg.getArgNumber(), kTypeAttr)
              .getValue()))[axis]
          .symbol.str();
    auto join = memref.getDefiningOp<memref::CollapseShapeOp>();
    SmallVector<std::string> factors;
    for (int64_t i : join.getReassociationIndices()[axis])
      if (std::string key = keyOfSize(join.getSrc(), i); key != "1")
        factors.push_back(key);
    return llvm::join(factors, " * ");
  }

  nn::ArgAttr dimOf(unsigned index) {
    auto key = entry.getArgAttrOfType<nn::ArgAttr>(index, "nn.arg");
    return key && key.getKind() == nn::ArgKind::dim ? key : nn::ArgAttr();
  }

  /// What an op that makes a buffer, cuts one, or splits axes was given as a
  /// size.
  static Value givenSize(Value memref, int64_t axis) {
    if (auto alloc = memref.getDefiningOp<memref::AllocOp>())
      return alloc.getDynamicSizes()[alloc.getType().getDynamicDimIndex(axis)];
    if (auto split = memref.getDefiningOp<memref::ExpandShapeOp>())
      return dyn_cast<Value>(split.getMixedOutputShape()[axis]);
    if (auto cut = memref.getDefiningOp<memref::SubViewOp>()) {
      llvm::SmallBitVector dropped = cut.getDroppedDims();
      for (auto [dim, size] : llvm::enumerate(cut.getMixedSizes()))
        if (!dropped.test(dim) && axis-- == 0)
          return dyn_cast<Value>(size);
    }
    return {};
  }

  /// The size of one axis of an argument, of a buffer, or of a view of either
  /// that joins or splits axes.
  bool isKnownSize(Value memref, int64_t axis) {
    if (!cast<MemRefType>(memref.getType()).isDynamicDim(axis))
      return true;
    if (Value size = givenSize(memref, axis))
      return isKnown(size);
    if (auto arg = dyn_cast<BlockArgument>(memref))
      return arg.getOwner() == &entry.getBody().front() &&
             entry.getArgAttr(arg.getArgNumber(), kTypeAttr);
    auto join = memref.getDefiningOp<memref::CollapseShapeOp>();
    return join &&
           llvm::all_of(join.getReassociationIndices()[axis], [&](int64_t i) {
             return isKnownSize(join.getSrc(), i);
           });
  }

  Value buildSize(Value memref, int64_t axis) {
    auto type = cast<MemRefType>(memref.getType());
    if (!type.isDynamicDim(axis))
      return arith::ConstantIndexOp::create(builder, loc,
                                            type.getDimSize(axis));
    if (Value size = givenSize(memref, axis))
      return build(size);
    if (auto arg = dyn_cast<BlockArgument>(memref))
      return argumentSize(arg, axis);
    auto join = memref.getDefiningOp<memref::CollapseShapeOp>();
    Value product;
    for (int64_t i : join.getReassociationIndices()[axis]) {
      Value size = buildSize(join.getSrc(), i);
      product = product
                    ? Value(arith::MulIOp::create(builder, loc, product, size))
                    : size;
    }
    return product;
  }

  Value argumentSize(BlockArgument arg, int64_t axis) {
    auto type = cast<RankedTensorType>(
        entry.getArgAttrOfType<TypeAttr>(arg.getArgNumber(), kTypeAttr)
            .getValue());
    nn::Size size = nn::getSizes(type)[axis];
    if (!size.isDynamic())
      return arith::ConstantIndexOp::create(builder, loc, size.number);
    Value value = nn::buildDim(builder, loc, size.symbol, [&](StringRef name) {
      for (BlockArgument dim : entry.getArguments())
        if (auto key = dimOf(dim.getArgNumber()); key && key.getName() == name)
          return Value(arith::IndexCastOp::create(
              builder, loc, builder.getI64Type(), build(dim)));
      return Value();
    });
    return arith::IndexCastOp::create(builder, loc, builder.getIndexType(),
                                      value);
  }

  func::FuncOp entry;
  OpBuilder &builder;
  Location loc;
};

bool fitsStack(memref::AllocOp op, int64_t most = kMaxStackBytes) {
  MemRefType type = op.getType();
  return type.hasStaticShape() &&
         type.getNumElements() * elementBytes(type) <= most;
}

/// Moves a temporary to the stack frame of `owner`: a parallel loop, whose
/// iterations each have one, or a kernel.
void keepOnStack(memref::AllocOp op, Operation *owner) {
  for (Operation *user : llvm::make_early_inc_range(op->getUsers()))
    if (isa<memref::DeallocOp>(user))
      user->erase();
  OpBuilder builder = OpBuilder::atBlockBegin(&owner->getRegion(0).front());
  auto local = memref::AllocaOp::create(builder, op.getLoc(), op.getType(),
                                        builder.getI64IntegerAttr(kAlignment));
  op.replaceAllUsesWith(local.getResult());
  op.erase();
}

Operation *parallelLoopOf(Operation *op) {
  if (Operation *loop = op->getParentOfType<scf::ForallOp>())
    return loop;
  return op->getParentOfType<scf::ParallelOp>();
}

/// All temporaries of a kernel are on the stack.
LogicalResult keepKernelOnStack(func::FuncOp kernel) {
  SmallVector<memref::AllocOp> allocs;
  kernel.walk([&](memref::AllocOp op) { allocs.push_back(op); });
  for (memref::AllocOp op : allocs) {
    if (!fitsStack(op, kMaxKernelBytes))
      return op.emitError("a kernel's temporary is too large for the stack");
    Operation *loop = parallelLoopOf(op);
    keepOnStack(op, loop ? loop : kernel.getOperation());
  }
  return success();
}

class EntryPlan {
public:
  explicit EntryPlan(func::FuncOp func)
      : func(func), builder(func.getContext()) {}

  LogicalResult run();
  int64_t placed = 0, sequential = 0;

private:
  LogicalResult collect();
  void runInOrder();
  llvm::DenseMap<Buffer *, Value> offsets(SizeBuilder &sizes, Location loc,
                                          Value &total);
  void report(int64_t bytes, int64_t least, StringAttr unit);
  void makeSizeFunction();

  func::FuncOp func;
  OpBuilder builder;
  std::vector<Buffer> buffers;
  SmallVector<Buffer *> fixed;
  llvm::MapVector<StringAttr, Group> groups;
  int64_t fixedBytes = 0;
};

/// A temporary of each iteration that is too large for a thread's stack, or
/// whose size is not known, has one place in the arena: such loops run in
/// order.
void EntryPlan::runInOrder() {
  llvm::SetVector<scf::ForallOp> loops;
  func.walk([&](memref::AllocOp op) {
    auto loop = op->getParentOfType<scf::ForallOp>();
    if (loop && !fitsStack(op))
      loops.insert(loop);
  });
  IRRewriter rewriter(builder);
  for (scf::ForallOp loop : loops)
    if (succeeded(scf::forallToForLoop(rewriter, loop)))
      ++sequential;
}

/// The block that a buffer does not leave: around what allocates it, and all
/// that is another name of it, so that no loop carries it to its next
/// iteration.
template <typename ValuesT>
Block *homeOf(memref::AllocOp op, const ValuesT &aliases) {
  auto isInside = [](Block *block, Value alias) {
    Operation *owner = isa<BlockArgument>(alias)
                           ? alias.getParentBlock()->getParentOp()
                           : alias.getDefiningOp();
    return block->findAncestorOpInBlock(*owner) != nullptr;
  };
  Block *home = op->getBlock();
  while (!isa<func::FuncOp>(home->getParentOp()) &&
         !llvm::all_of(aliases,
                       [&](Value alias) { return isInside(home, alias); }))
    home = home->getParentOp()->getBlock();
  return home;
}

LogicalResult EntryPlan::collect() {
  runInOrder();
  SmallVector<memref::AllocOp> allocs;
  func.walk([&](memref::AllocOp op) { allocs.push_back(op); });
  for (memref::AllocOp &op : allocs) {
    Operation *loop = parallelLoopOf(op);
    if (!loop)
      continue;
    keepOnStack(op, loop);
    op = nullptr;
  }
  // Of an op with regions: before and after all that is in them.
  llvm::DenseMap<Operation *, std::pair<int64_t, int64_t>> positions;
  int64_t count = 0;
  func.walk([&](Operation *op, const WalkStage &stage) {
    if (stage.isBeforeAllRegions())
      positions[op].first = count++;
    if (stage.isAfterAllRegions())
      positions[op].second = op->getNumRegions() ? count++ : count - 1;
  });
  BufferViewFlowAnalysis flow(func);
  SizeBuilder sizes(func, builder, func.getLoc());
  for (memref::AllocOp op : allocs) {
    if (!op)
      continue;
    Buffer buffer;
    buffer.op = op;
    buffer.number = buffers.size();
    MemRefType type = op.getType();
    assert(type.getLayout().isIdentity() && "allocations are plain");
    auto aliases = flow.resolve(op.getResult());
    Block *home = homeOf(op, aliases);
    for (Value alias : aliases)
      for (Operation *user : alias.getUsers()) {
        auto [begin, end] =
            positions.lookup(home->findAncestorOpInBlock(*user));
        buffer.first = std::min(buffer.first, begin);
        buffer.last = std::max(buffer.last, end);
      }
    if (type.hasStaticShape()) {
      buffer.bytes = type.getNumElements() * elementBytes(type);
    } else if (!llvm::all_of(op.getDynamicSizes(),
                             [&](Value v) { return sizes.isKnown(v); })) {
      // A size inside a loop: its upper bound.
      buffer.bytes = elementBytes(type);
      for (int64_t axis = 0; axis < type.getRank(); ++axis) {
        FailureOr<int64_t> bound =
            ValueBoundsConstraintSet::computeConstantBound(
                presburger::BoundType::UB, {op.getResult(), axis},
                /*stopCondition=*/nullptr, /*closedUB=*/true);
        if (failed(bound))
          return op.emitError("cannot bound the size of a temporary");
        buffer.bytes *= *bound;
      }
    } else {
      buffer.isSized = true;
      buffer.bytes = elementBytes(type);
      for (int64_t size : type.getShape())
        if (!ShapedType::isDynamic(size))
          buffer.bytes *= size;
    }
    buffers.push_back(buffer);
  }
  return success();
}

/// The offset of every buffer of `groups`, and the size of the whole arena: one
/// group after the other, each as it was placed for one unit, times the units.
llvm::DenseMap<Buffer *, Value> EntryPlan::offsets(SizeBuilder &sizes,
                                                   Location loc, Value &total) {
  auto constant = [&](int64_t number) -> Value {
    return arith::ConstantIndexOp::create(builder, loc, number);
  };
  auto times = [&](int64_t bytes, Value units) -> Value {
    return arith::MulIOp::create(builder, loc, units, constant(bytes));
  };
  llvm::DenseMap<Buffer *, Value> result;
  total = constant(fixedBytes);
  for (auto &[unit, group] : groups) {
    Value units;
    for (Value size : group.buffers.front()->op.getDynamicSizes()) {
      Value known = sizes.build(size);
      units = units ? arith::MulIOp::create(builder, loc, units, known) : known;
    }
    for (Buffer *buffer : group.buffers)
      result[buffer] = arith::AddIOp::create(builder, loc, total,
                                             times(buffer->offset, units));
    total =
        arith::AddIOp::create(builder, loc, total, times(group.bytes, units));
  }
  return result;
}

/// Moves the pure ops from `begin` to `end` to their first users. Hundreds of
/// offsets that live from the start on make instruction selection quadratic.
static void sinkToUses(Block::iterator begin, Block::iterator end) {
  Block *block = begin->getBlock();
  auto sinks = llvm::map_to_vector(llvm::make_range(begin, end),
                                   [](Operation &op) { return &op; });
  for (Operation *op : llvm::reverse(sinks)) {
    if (!isPure(op) || op->use_empty())
      continue;
    Operation *user = nullptr;
    for (Operation *other : op->getUsers()) {
      other = block->findAncestorOpInBlock(*other);
      if (!user || other->isBeforeInBlock(user))
        user = other;
    }
    op->moveBefore(user);
  }
}

/// Tells how much a part of the arena takes, and what any plan would.
void EntryPlan::report(int64_t bytes, int64_t least, StringAttr unit) {
  auto parts = func->getAttrOfType<ArrayAttr>(kArenaPlanAttr);
  SmallVector<Attribute> all;
  if (parts)
    all.append(parts.begin(), parts.end());
  NamedAttrList part;
  part.set("bytes", builder.getI64IntegerAttr(bytes));
  part.set("least", builder.getI64IntegerAttr(least));
  if (unit)
    part.set("each", unit);
  all.push_back(part.getDictionary(func.getContext()));
  func->setAttr(kArenaPlanAttr, builder.getArrayAttr(all));
}

/// `<entry>_arena(dims...) -> index`, over the dim arguments of the entry.
void EntryPlan::makeSizeFunction() {
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointAfter(func);
  Location loc = func.getLoc();
  auto size =
      func::FuncOp::create(builder, loc, (func.getSymName() + "_arena").str(),
                           builder.getFunctionType({}, builder.getIndexType()));
  size.setPrivate();
  func->setAttr(kArenaSizeAttr, FlatSymbolRefAttr::get(size));
  Block *body = size.addEntryBlock();
  builder.setInsertionPointToStart(body);
  SizeBuilder sizes(func, builder, loc);
  for (BlockArgument arg : func.getArguments()) {
    auto key = func.getArgAttrOfType<nn::ArgAttr>(arg.getArgNumber(), "nn.arg");
    if (!key || key.getKind() != nn::ArgKind::dim)
      continue;
    unsigned index = size.getNumArguments();
    (void)size.insertArgument(
        index, builder.getIndexType(),
        builder.getDictionaryAttr(builder.getNamedAttr("nn.arg", key)), loc);
    sizes.mapping.map(arg, size.getArgument(index));
  }
  Value total;
  offsets(sizes, loc, total);
  func::ReturnOp::create(builder, loc, total);
}

LogicalResult EntryPlan::run() {
  if (failed(collect()))
    return failure();
  if (buffers.empty())
    return success();
  SizeBuilder keys(func, builder, func.getLoc());
  for (Buffer &buffer : buffers) {
    if (!buffer.isSized) {
      fixed.push_back(&buffer);
      continue;
    }
    std::vector<std::string> unit;
    for (Value size : buffer.op.getDynamicSizes())
      unit.push_back(keys.keyOf(size));
    llvm::sort(unit);
    groups[builder.getStringAttr(llvm::join(unit, " * "))].buffers.push_back(
        &buffer);
  }
  if (!fixed.empty()) {
    fixedBytes = placeFixed(fixed);
    report(fixedBytes, leastBytes(fixed), {});
  }
  for (auto &[unit, group] : groups) {
    group.bytes = placeFixed(group.buffers);
    report(group.bytes, leastBytes(group.buffers), unit);
  }
  placed = buffers.size();
  makeSizeFunction();

  unsigned index = func.getNumArguments();
  auto arenaType = MemRefType::get({ShapedType::kDynamic}, builder.getI8Type());
  if (failed(func.insertArgument(index, arenaType,
                                 builder.getDictionaryAttr(builder.getNamedAttr(
                                     kArenaAttr, builder.getUnitAttr())),
                                 func.getLoc())))
    return failure();
  Value arena = func.getArgument(index);
  Block &body = func.getBody().front();
  Operation &first = body.front();
  builder.setInsertionPointToStart(&body);
  SizeBuilder sizes(func, builder, func.getLoc());
  Value total;
  llvm::DenseMap<Buffer *, Value> offsetOf =
      offsets(sizes, func.getLoc(), total);
  // While all buffers that sizes are taken from are still there.
  for (Buffer &buffer : buffers)
    if (buffer.isSized)
      for (Value size : buffer.op.getDynamicSizes())
        sizes.build(size);
  for (Buffer &buffer : buffers) {
    memref::AllocOp op = buffer.op;
    Location loc = op.getLoc();
    SmallVector<Value> dims;
    OpBuilder::InsertionGuard guard(builder);
    if (!buffer.isSized) {
      // Sizes may be of a loop; then the view is too.
      if (!op.getType().hasStaticShape())
        builder.setInsertionPoint(op);
      llvm::append_range(dims, op.getDynamicSizes());
    } else {
      for (Value size : op.getDynamicSizes())
        dims.push_back(sizes.build(size));
    }
    Value offset =
        !buffer.isSized
            ? arith::ConstantIndexOp::create(builder, loc, buffer.offset)
                  .getResult()
            : offsetOf[&buffer];
    Value view =
        memref::ViewOp::create(builder, loc, op.getType(), arena, offset, dims);
    for (Operation *user : llvm::make_early_inc_range(op->getUsers()))
      if (isa<memref::DeallocOp>(user))
        user->erase();
    op.replaceAllUsesWith(view);
  }
  // Only now: the builder may stand before one of them.
  sinkToUses(body.begin(), first.getIterator());
  for (Buffer &buffer : buffers)
    buffer.op.erase();
  return success();
}

struct PlanArena : impl::PlanArenaBase<PlanArena> {
  void runOnOperation() override {
    for (func::FuncOp func :
         llvm::to_vector(getOperation().getOps<func::FuncOp>())) {
      if (func->hasAttr(cpu::kKernelAttr) && failed(keepKernelOnStack(func)))
        return signalPassFailure();
      if (!func->hasAttr("nn.entry") || func.isExternal())
        continue;
      EntryPlan plan(func);
      if (failed(plan.run()))
        return signalPassFailure();
      numPlaced += plan.placed;
      numSequential += plan.sequential;
    }
  }
};

} // namespace
} // namespace nnc::memory
