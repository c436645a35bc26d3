//===- Levels.cpp - One program for several levels of an architecture -----===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The exported descriptor starts as that of the lowest level. Before main, or
// before dlopen returns, a constructor looks at the processor and copies the
// descriptor of the best level that it has over it. So who reads the symbol
// need not know of levels, and where no constructor runs, the lowest level does
// the work.
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Program/Program.h"
#include "nnrt/program.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Transforms/IPO/ConstantMerge.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

#include <cstddef>

using namespace llvm;

namespace nnc {

namespace {

/// Bits that the instructions `cpuid` and `xgetbv` answer (Intel 64 and IA-32
/// Architectures Software Developer's Manual, volume 2).
struct Bits {
  uint32_t one = 0;    ///< leaf 1, ecx
  uint32_t seven = 0;  ///< leaf 7, ebx
  uint32_t states = 0; ///< registers that the system keeps, XCR0
};

constexpr uint32_t kSystemKeepsStates = 1U << 27; // leaf 1, ecx: OSXSAVE
constexpr uint32_t kVectorStates = 0x06;          // xmm, ymm
constexpr uint32_t kWideStates = 0xe6;            // and masks, zmm

/// Writes the choice between levels.
class Chooser {
public:
  explicit Chooser(Module &module)
      : context(module.getContext()), b(context),
        function(Function::Create(FunctionType::get(b.getVoidTy(), false),
                                  GlobalValue::InternalLinkage, "choose_level",
                                  module)) {
    function->setDoesNotThrow();
    function->addFnAttr("target-cpu", "x86-64");
    b.SetInsertPoint(BasicBlock::Create(context, "", function));
  }

  void readProcessor();
  Value *has(const Bits &bits);

  LLVMContext &context;
  IRBuilder<> b;
  Function *function;

private:
  Value *cpuid(uint32_t leaf, unsigned answer);
  Value *readWhere(Value *condition, function_ref<Value *()> read);

  Value *one = nullptr, *seven = nullptr, *states = nullptr;
};

} // namespace

static Bits bitsOf(StringRef feature) {
  Bits bits;
  bits.one = StringSwitch<uint32_t>(feature)
                 .Case("fma", 1U << 12)
                 .Case("avx", 1U << 28)
                 .Case("f16c", 1U << 29)
                 .Default(0);
  bits.seven = StringSwitch<uint32_t>(feature)
                   .Case("bmi", 1U << 3)
                   .Case("avx2", 1U << 5)
                   .Case("bmi2", 1U << 8)
                   .Case("avx512f", 1U << 16)
                   .Case("avx512dq", 1U << 17)
                   .Case("avx512cd", 1U << 28)
                   .Case("avx512bw", 1U << 30)
                   .Case("avx512vl", 1U << 31)
                   .Default(0);
  assert((bits.one || bits.seven) && "every wanted feature has a bit");
  if (!feature.starts_with("bmi"))
    bits.states = feature.starts_with("avx512") ? kWideStates : kVectorStates;
  return bits;
}

/// One register, eax = 0 to edx = 3, of what `cpuid` answers.
Value *Chooser::cpuid(uint32_t leaf, unsigned answer) {
  Type *i32 = b.getInt32Ty();
  auto *type = FunctionType::get(StructType::get(i32, i32, i32, i32),
                                 {i32, i32}, /*isVarArg=*/false);
  auto *code =
      InlineAsm::get(type, "cpuid", "={ax},={bx},={cx},={dx},{ax},{cx}",
                     /*hasSideEffects=*/false);
  Value *all = b.CreateCall(type, code, {b.getInt32(leaf), b.getInt32(0)});
  return b.CreateExtractValue(all, answer);
}

/// What `read` reads, 0 where the condition does not hold.
Value *Chooser::readWhere(Value *condition, function_ref<Value *()> read) {
  BasicBlock *before = b.GetInsertBlock();
  auto *there = BasicBlock::Create(context, "", function);
  auto *after = BasicBlock::Create(context, "", function);
  b.CreateCondBr(condition, there, after);
  b.SetInsertPoint(there);
  Value *value = read();
  b.CreateBr(after);
  b.SetInsertPoint(after);
  PHINode *result = b.CreatePHI(b.getInt32Ty(), 2);
  result->addIncoming(value, there);
  result->addIncoming(b.getInt32(0), before);
  return result;
}

void Chooser::readProcessor() {
  Type *i32 = b.getInt32Ty();
  Value *leaves = cpuid(0, 0);
  one = cpuid(1, 2);
  seven = readWhere(b.CreateICmpUGE(leaves, b.getInt32(7)),
                    [&] { return cpuid(7, 1); });
  Value *kept = b.CreateAnd(one, b.getInt32(kSystemKeepsStates));
  states = readWhere(b.CreateIsNotNull(kept), [&]() -> Value * {
    auto *type =
        FunctionType::get(StructType::get(i32, i32), {i32}, /*isVarArg=*/false);
    auto *code = InlineAsm::get(type, "xgetbv", "={ax},={dx},{cx}",
                                /*hasSideEffects=*/false);
    return b.CreateExtractValue(b.CreateCall(type, code, {b.getInt32(0)}), 0);
  });
}

Value *Chooser::has(const Bits &bits) {
  auto all = [&](Value *found, uint32_t wanted) {
    return b.CreateICmpEQ(b.CreateAnd(found, b.getInt32(wanted)),
                          b.getInt32(wanted));
  };
  return b.CreateAnd(
      {all(one, bits.one), all(seven, bits.seven), all(states, bits.states)});
}

/// Overwrites what starts as a copy of the lowest level.
static void overwrite(IRBuilder<> &b, Value *program, Value *best) {
  b.CreateMemCpyInline(program, Align(8), best, Align(8),
                       b.getInt64(sizeof(nn_program)));
}

/// The other name is weak: where several programs are linked, it is that of
/// one of them, and that may be another one. Then its tables are not ours.
static void overwriteOther(Chooser &chooser, GlobalAlias *name,
                           GlobalVariable *lowest, Value *best) {
  IRBuilder<> &b = chooser.b;
  auto models = [&](Value *program) {
    Value *place = b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), program,
                                                offsetof(nn_program, models));
    return b.CreateLoad(b.getPtrTy(), place);
  };
  auto *ours = BasicBlock::Create(chooser.context, "", chooser.function);
  auto *end = BasicBlock::Create(chooser.context, "", chooser.function);
  b.CreateCondBr(b.CreateICmpEQ(models(name), models(lowest)), ours, end);
  b.SetInsertPoint(ours);
  overwrite(b, name, best);
  b.CreateBr(end);
  b.SetInsertPoint(end);
}

Error joinLevels(Module &module, MutableArrayRef<ProgramLevel> levels,
                 StringRef symbol) {
  Linker linker(module);
  SmallVector<GlobalVariable *> programs;
  for (ProgramLevel &level : levels) {
    std::string program = levelSymbol(symbol, level.name);
    // Local symbols may be alike; these are to be told apart in a profile.
    for (Function &function : *level.module)
      if (!function.isDeclaration())
        function.setName(function.getName() + "." + level.name);
    if (linker.linkInModule(std::move(level.module)))
      return createStringError("the levels of the program cannot be linked");
    programs.push_back(module.getNamedGlobal(program));
    programs.back()->setLinkage(GlobalValue::InternalLinkage);
  }
  GlobalVariable *lowest = programs.back();
  auto *program = new GlobalVariable(
      module, lowest->getValueType(), /*isConstant=*/false,
      GlobalValue::ExternalLinkage, lowest->getInitializer(), symbol);
  program->setAlignment(Align(8));

  Chooser chooser(module);
  IRBuilder<> &b = chooser.b;
  chooser.readProcessor();
  Value *best = lowest;
  for (size_t i = levels.size() - 1; i-- > 0;) {
    Bits all;
    for (const std::string &feature : levels[i].features) {
      Bits bits = bitsOf(feature);
      all.one |= bits.one;
      all.seven |= bits.seven;
      all.states |= bits.states;
    }
    best = b.CreateSelect(chooser.has(all), programs[i], best);
  }
  overwrite(b, program, best);
  if (symbol != "nn_program")
    overwriteOther(chooser,
                   GlobalAlias::create(lowest->getValueType(), 0,
                                       GlobalValue::WeakAnyLinkage,
                                       "nn_program", program, &module),
                   lowest, best);
  b.CreateRetVoid();
  // Before the constructors of a program that this is linked into.
  appendToGlobalCtors(module, chooser.function, /*Priority=*/101);
  // Names, shapes and the like are the same at every level.
  ModuleAnalysisManager none;
  ConstantMergePass().run(module, none);
  return Error::success();
}

} // namespace nnc
