//===- JoinRegions.cpp - One parallel region over several kernels ---------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// To begin and end a region costs three times as much as a barrier. So all
// threads walk through an entry together: each computes indices and views for
// itself, loops over large work are shared, and what is small is done by one of
// them. A barrier stands after each of these steps.
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/OpenMP/OpenMPDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_JOINREGIONS
#include "CPUPasses.h.inc"

namespace {

/// Who does an op in a region: every thread for itself, all together, one for
/// all; or it has no place in a region.
enum class Role { Each, Team, One, None };

/// Neighbours with one role.
struct Step {
  Role role;
  SmallVector<Operation *> ops;
};

bool isInside(Operation *op, ArrayRef<Operation *> group) {
  return llvm::any_of(
      group, [&](Operation *member) { return member->isAncestor(op); });
}

/// Whether what `group` computes is used by others.
bool escapes(ArrayRef<Operation *> group) {
  return llvm::any_of(group, [&](Operation *op) {
    return llvm::any_of(op->getUsers(), [&](Operation *user) {
      return !isInside(user, group);
    });
  });
}

struct JoinRegions : impl::JoinRegionsBase<JoinRegions> {
  void runOnOperation() override;

private:
  // What can be joined.
  Role roleOf(Operation *op);
  bool isStable(Operation *op);
  bool isTeamKernel(func::FuncOp kernel);
  bool add(SmallVectorImpl<Step> &steps, Operation *op);
  std::optional<SmallVector<Step>> stepsOf(Block &block);

  // Joining.
  void joinIn(Block &block);
  void join(SmallVector<Step> steps);
  void lower(ArrayRef<Step> steps, SmallVectorImpl<memref::AllocaOp> &scratch);
  void share(scf::ForallOp loop);
  func::FuncOp teamOf(func::FuncOp kernel);

  func::FuncOp calleeOf(func::CallOp call) {
    return symbols->lookup<func::FuncOp>(call.getCallee());
  }
  static bool isKernel(func::FuncOp func) {
    return func && func->hasAttr(kKernelAttr) && !func.isExternal();
  }

  std::optional<SymbolTable> symbols;
  llvm::DenseMap<func::FuncOp, bool> isTeam;
  llvm::DenseMap<func::FuncOp, func::FuncOp> teams;
  /// What kernels of an entry share on its stack, one after the other.
  llvm::DenseMap<std::pair<Operation *, Type>, SmallVector<memref::AllocaOp>>
      stack;
  /// Arguments that are written, of the function at hand.
  llvm::DenseMap<func::FuncOp, llvm::SmallDenseSet<BlockArgument>> written;
};

//===----------------------------------------------------------------------===//
// What can be joined
//===----------------------------------------------------------------------===//

/// A read of an argument that its function does not write.
bool JoinRegions::isStable(Operation *op) {
  Value memory;
  if (auto load = dyn_cast<memref::LoadOp>(op))
    memory = load.getMemRef();
  else if (auto read = dyn_cast<vector::TransferReadOp>(op))
    memory = read.getBase();
  else
    return false;
  auto func = op->getParentOfType<func::FuncOp>();
  auto known = written.find(func);
  if (known == written.end())
    known = written.try_emplace(func, findWritten(func)).first;
  BlockArgument root = rootOf(memory);
  return root && root.getOwner() == &func.getBody().front() &&
         !known->second.contains(root);
}

Role JoinRegions::roleOf(Operation *op) {
  if (auto alloca = dyn_cast<memref::AllocaOp>(op))
    return alloca.getType().hasStaticShape() ? Role::Each : Role::None;
  if (auto loop = dyn_cast<scf::ForallOp>(op))
    return loop.getRank() == 1 && loop.getNumResults() == 0 ? Role::Team
                                                            : Role::None;
  if (auto call = dyn_cast<func::CallOp>(op)) {
    func::FuncOp callee = calleeOf(call);
    if (!isKernel(callee))
      return Role::None;
    if (isTeamKernel(callee))
      return Role::Team;
    bool hasLoops =
        callee.walk([](scf::ForallOp) { return WalkResult::interrupt(); })
            .wasInterrupted();
    return hasLoops ? Role::None : Role::One;
  }
  if (isMemoryEffectFree(op) || isStable(op))
    return Role::Each;
  bool isPlain = !op->walk([&](Operation *inner) {
                      return isa<scf::ForallOp, func::CallOp>(inner)
                                 ? WalkResult::interrupt()
                                 : WalkResult::advance();
                    }).wasInterrupted();
  if (isPlain)
    return isa<MemoryEffectOpInterface>(op) ||
                   op->hasTrait<OpTrait::HasRecursiveMemoryEffects>()
               ? Role::One
               : Role::None;
  auto loop = dyn_cast<scf::ForOp>(op);
  return loop && loop->use_empty() && stepsOf(*loop.getBody()) ? Role::Team
                                                               : Role::None;
}

/// Adds `op` to the last step or as one of its own; fails if what a single
/// thread computes would have to reach the others.
bool JoinRegions::add(SmallVectorImpl<Step> &steps, Operation *op) {
  Role role = roleOf(op);
  bool afterOne = !steps.empty() && steps.back().role == Role::One;
  if (role == Role::One && afterOne) {
    steps.back().ops.push_back(op);
    return true;
  }
  if (role == Role::Each && afterOne) {
    ArrayRef<Operation *> group = steps.back().ops;
    bool depends = llvm::any_of(op->getOperands(), [&](Value operand) {
      return llvm::is_contained(group, operand.getDefiningOp());
    });
    if (depends || op->getNumRegions() != 0) {
      steps.back().ops.push_back(op);
      return true;
    }
    // It does not need to wait: what follows may belong to the group.
    steps.insert(std::prev(steps.end()), {Role::Each, {op}});
    return true;
  }
  if (role == Role::None || (afterOne && escapes(steps.back().ops)))
    return false;
  steps.push_back({role, {op}});
  return true;
}

/// How threads go through a block together, up to its terminator.
std::optional<SmallVector<Step>> JoinRegions::stepsOf(Block &block) {
  SmallVector<Step> steps;
  for (Operation &op : block.without_terminator())
    if (!add(steps, &op))
      return std::nullopt;
  if (!steps.empty() && steps.back().role == Role::One &&
      escapes(steps.back().ops))
    return std::nullopt;
  return steps;
}

bool JoinRegions::isTeamKernel(func::FuncOp kernel) {
  if (auto known = isTeam.find(kernel); known != isTeam.end())
    return known->second;
  bool result = false;
  if (kernel.getBody().hasOneBlock())
    if (auto steps = stepsOf(kernel.getBody().front()))
      result = llvm::any_of(
          *steps, [](const Step &step) { return step.role == Role::Team; });
  return isTeam[kernel] = result;
}

//===----------------------------------------------------------------------===//
// Joining
//===----------------------------------------------------------------------===//

/// `loop` in a region that there is already: a share of it for each thread.
void JoinRegions::share(scf::ForallOp loop) {
  IRRewriter rewriter(loop);
  Location loc = loop.getLoc();
  Value from = getValueOrCreateConstantIndexOp(rewriter, loc,
                                               loop.getMixedLowerBound()[0]);
  Value to = getValueOrCreateConstantIndexOp(rewriter, loc,
                                             loop.getMixedUpperBound()[0]);
  Value step =
      getValueOrCreateConstantIndexOp(rewriter, loc, loop.getMixedStep()[0]);
  auto shared = omp::WsloopOp::create(rewriter, loc);
  rewriter.createBlock(&shared.getRegion());
  omp::LoopNestOperands bounds;
  bounds.loopLowerBounds = {from};
  bounds.loopUpperBounds = {to};
  bounds.loopSteps = {step};
  auto nest = omp::LoopNestOp::create(rewriter, loc, bounds);
  Block *body = rewriter.createBlock(&nest.getRegion(), {},
                                     {rewriter.getIndexType()}, {loc});
  auto scope = memref::AllocaScopeOp::create(rewriter, loc, TypeRange());
  omp::YieldOp::create(rewriter, loc);
  Block *inner = rewriter.createBlock(&scope.getBodyRegion());
  rewriter.eraseOp(loop.getTerminator());
  rewriter.inlineBlockBefore(loop.getBody(), inner, inner->end(),
                             body->getArguments());
  rewriter.setInsertionPointToEnd(inner);
  memref::AllocaScopeReturnOp::create(rewriter, loc, ValueRange());
  rewriter.eraseOp(loop);
}

/// Turns what threads do together into what each of them runs. `scratch` is
/// stack that they share.
void JoinRegions::lower(ArrayRef<Step> steps,
                        SmallVectorImpl<memref::AllocaOp> &scratch) {
  for (const Step &step : steps) {
    Operation *op = step.ops.front();
    if (auto alloca = dyn_cast<memref::AllocaOp>(op)) {
      scratch.push_back(alloca);
    } else if (step.role == Role::One) {
      // Behind all that any of them needs.
      OpBuilder b(step.ops.back());
      auto one = omp::SingleOp::create(b, op->getLoc(), omp::SingleOperands());
      Block *body = b.createBlock(&one.getRegion());
      for (Operation *member : step.ops)
        member->moveBefore(body, body->end());
      omp::TerminatorOp::create(b, one.getLoc());
    } else if (step.role == Role::Each) {
      continue;
    } else if (auto loop = dyn_cast<scf::ForallOp>(op)) {
      share(loop);
    } else if (auto loop = dyn_cast<scf::ForOp>(op)) {
      lower(*stepsOf(*loop.getBody()), scratch);
    } else {
      auto call = cast<func::CallOp>(op);
      func::FuncOp team = teamOf(calleeOf(call));
      call.setCallee(team.getSymName());
      OpBuilder b(call);
      auto entry = call->getParentOfType<func::FuncOp>();
      llvm::SmallDenseMap<Type, unsigned> numbers;
      for (Type type :
           team.getArgumentTypes().drop_front(call.getNumOperands())) {
        SmallVector<memref::AllocaOp> &all = stack[{entry, type}];
        unsigned number = numbers[type]++;
        if (number == all.size()) {
          all.push_back(memref::AllocaOp::create(b, call.getLoc(),
                                                 cast<MemRefType>(type),
                                                 b.getI64IntegerAttr(64)));
          scratch.push_back(all.back());
        }
        call->insertOperands(call.getNumOperands(), all[number].getResult());
      }
    }
  }
}

/// The kernel for threads that are in a region. What they share on its stack is
/// an argument.
func::FuncOp JoinRegions::teamOf(func::FuncOp kernel) {
  if (func::FuncOp known = teams.lookup(kernel))
    return known;
  func::FuncOp team = kernel.clone();
  team.setSymName((kernel.getSymName() + ".team").str());
  symbols->insert(team, std::next(kernel->getIterator()));
  teams[kernel] = team;
  Block &body = team.getBody().front();
  SmallVector<memref::AllocaOp> scratch;
  lower(*stepsOf(body), scratch);
  for (memref::AllocaOp alloca : scratch) {
    (void)team.insertArgument(team.getNumArguments(), alloca.getType(), {},
                              alloca.getLoc());
    alloca.replaceAllUsesWith(Value(body.getArguments().back()));
    alloca.erase();
  }
  auto outputs = team->getAttrOfType<IntegerAttr>(kKernelAttr);
  team->setAttr(kKernelAttr,
                IntegerAttr::get(outputs.getType(),
                                 outputs.getInt() + int64_t(scratch.size())));
  ++numKernels;
  return team;
}

void JoinRegions::join(SmallVector<Step> steps) {
  auto isTeamStep = [](const Step &step) { return step.role == Role::Team; };
  while (!steps.empty() && !isTeamStep(steps.back()))
    steps.pop_back();
  steps.erase(steps.begin(), llvm::find_if(steps, isTeamStep));
  unsigned shared = 0;
  for (const Step &step : steps)
    if (isTeamStep(step))
      shared += isa<scf::ForOp>(step.ops.front()) ? 2 : 1;
  if (shared < 2)
    return;

  llvm::SetVector<Operation *> inside;
  for (const Step &step : steps)
    inside.insert(step.ops.begin(), step.ops.end());
  Operation *first = steps.front().ops.front();
  Block *around = first->getBlock();
  OpBuilder b(first);
  auto region = omp::ParallelOp::create(b, first->getLoc());
  Block *body = b.createBlock(&region.getRegion());
  // What others use as well comes before, with what it needs.
  for (const Step &step : llvm::reverse(steps)) {
    if (step.role != Role::Each)
      continue;
    for (Operation *op : llvm::reverse(step.ops))
      if (llvm::any_of(op->getUsers(), [&](Operation *user) {
            return !inside.contains(around->findAncestorOpInBlock(*user));
          }))
        inside.remove(op);
  }
  Operation *early = nullptr;
  for (const Step &step : steps)
    for (Operation *op : step.ops) {
      if (inside.contains(op)) {
        op->moveBefore(body, body->end());
        continue;
      }
      early ? op->moveAfter(early) : op->moveBefore(region);
      early = op;
    }
  b.setInsertionPointToEnd(body);
  omp::TerminatorOp::create(b, region.getLoc());
  SmallVector<memref::AllocaOp> scratch;
  lower(steps, scratch);
  Block &front = region->getParentOfType<func::FuncOp>().getBody().front();
  for (memref::AllocaOp alloca : scratch)
    alloca->moveBefore(&front, front.begin());
  ++numRegions;
}

void JoinRegions::joinIn(Block &block) {
  SmallVector<Step> steps;
  auto finish = [&] {
    if (!steps.empty() && steps.back().role == Role::One &&
        escapes(steps.back().ops))
      steps.pop_back();
    join(std::move(steps));
    steps.clear();
  };
  SmallVector<Operation *> ops;
  for (Operation &op : block.without_terminator())
    ops.push_back(&op);
  for (Operation *op : ops) {
    if (add(steps, op))
      continue;
    finish();
    if (roleOf(op) != Role::None)
      (void)add(steps, op);
    else if (isa<scf::ForOp, scf::IfOp>(op))
      for (Region &region : op->getRegions())
        for (Block &inner : region)
          joinIn(inner);
  }
  finish();
}

void JoinRegions::runOnOperation() {
  symbols.emplace(getOperation());
  isTeam.clear();
  teams.clear();
  written.clear();
  stack.clear();
  for (auto func : llvm::to_vector(getOperation().getOps<func::FuncOp>()))
    if (func->hasAttr("nn.entry") && !func.isExternal())
      joinIn(func.getBody().front());
  // Many a kernel is called in regions only.
  llvm::DenseSet<StringRef> called;
  getOperation().walk(
      [&](func::CallOp call) { called.insert(call.getCallee()); });
  for (auto [kernel, team] : teams)
    if (!called.contains(kernel.getSymName()))
      kernel.erase();
}

} // namespace
} // namespace nnc::cpu
