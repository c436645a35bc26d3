//===- Target.cpp - Processors to compile for -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Object/Object.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/PassInfo.h"
#include "llvm/PassRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/SubtargetFeature.h"
#include "llvm/Transforms/Instrumentation/ThreadSanitizer.h"

#include <mutex>

using namespace llvm;

namespace nnc {

/// What generated code makes use of, and so asks of a processor.
static constexpr llvm::StringLiteral wanted[] = {
    "avx",     "avx2",     "fma",      "f16c",     "bmi",     "bmi2",
    "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"};

static void initializeTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
    InitializeAllTargetInfos();
    InitializeAllTargets();
    InitializeAllTargetMCs();
    InitializeAllAsmPrinters();
    InitializeAllAsmParsers();
  });
}

static Error unknownTarget(StringRef name) {
  return createStringError("unknown target `" + name +
                           "`; known are native, x86-64, x86-64-v3, "
                           "x86-64-v4 and aarch64-linux-gnu");
}

Expected<std::vector<std::string>> splitTargets(StringRef list) {
  std::vector<std::string> names;
  for (StringRef name : split(list, ',')) {
    if (name == "aarch64")
      name = "aarch64-linux-gnu";
    if (is_contained(names, name))
      return createStringError("`--target` names `" + name +
                               "` twice: name each level once");
    if (name != "native" && name != "x86-64" && name != "x86-64-v3" &&
        name != "x86-64-v4" && name != "aarch64-linux-gnu")
      return unknownTarget(name);
    names.push_back(name.str());
  }
  if (names.size() == 1)
    return names;
  for (const std::string &name : names) {
    if (name == "native")
      return createStringError(
          "`native` is this machine's own level, and cannot be one of several: "
          "name it, as in `--target=x86-64-v3,x86-64-v4`");
    if (name == "aarch64-linux-gnu")
      return createStringError("a library is for one kind of machine: compile "
                               "for `" +
                               name + "` apart");
  }
  return names;
}

std::string Target::describe() const {
  return (machine->getTargetTriple().str() + " " + machine->getTargetCPU())
      .str();
}

Expected<Target> findTarget(StringRef name, unsigned optLevel) {
  initializeTargets();
  Triple triple("x86_64-unknown-linux-gnu");
  std::string cpu = name.str();
  SubtargetFeatures features;
  std::vector<std::string> required;
  if (name == "native") {
    triple = Triple(sys::getDefaultTargetTriple());
    // Bits decide, not the name: a virtual machine may report another model.
    cpu = triple.isX86() ? "x86-64" : "generic";
    for (const auto &feature : sys::getHostCPUFeatures())
      features.AddFeature(feature.first(), feature.second);
    StringMap<bool> host = sys::getHostCPUFeatures();
    for (StringRef feature : wanted)
      if (host.lookup(feature))
        required.push_back(feature.str());
  } else if (name == "x86-64-v3" || name == "x86-64-v4") {
    for (StringRef feature : wanted)
      if (name == "x86-64-v4" || !feature.starts_with("avx512"))
        required.push_back(feature.str());
  } else if (name == "aarch64-linux-gnu" || name == "aarch64") {
    triple = Triple("aarch64-unknown-linux-gnu");
    cpu = "generic";
  } else if (name != "x86-64") {
    return unknownTarget(name);
  }
  std::string message;
  const llvm::Target *known = TargetRegistry::lookupTarget(triple, message);
  if (!known)
    return createStringError(message);
  static const CodeGenOptLevel levels[] = {
      CodeGenOptLevel::None, CodeGenOptLevel::Less, CodeGenOptLevel::Default,
      CodeGenOptLevel::Aggressive};
  Target target;
  TargetOptions how;
  how.UseInitArray = true;
  target.machine.reset(known->createTargetMachine(
      triple, cpu, features.getString(), how, Reloc::PIC_, std::nullopt,
      levels[std::min(optLevel, 3u)]));
  target.required = std::move(required);
  auto has = [&](StringRef feature) {
    return llvm::is_contained(target.required, feature);
  };
  target.vectorBytes = has("avx512vl") ? 64 : has("avx2") ? 32 : 16;
  target.vectorRegisters = has("avx512vl") || triple.isAArch64() ? 32 : 16;
  return target;
}

void setTarget(Module &module, const Target &target) {
  module.setTargetTriple(target.machine->getTargetTriple());
  module.setDataLayout(target.machine->createDataLayout());
}

/// What O1 gains on kernels that come tiled, hoisted and vectorized, in a
/// quarter of its time: clean-up, and loops in the form that addressing wants.
/// Of the shapes that come with every tensor, kernels use few: what they do not
/// use is not passed.
static const char *const kLeanPipeline =
    "function(simplifycfg,early-cse,dce,loop-simplify),"
    "deadargelim,loop-extract,always-inline,"
    "function(simplifycfg,sroa,early-cse<memssa>,"
    "instcombine<no-verify-fixpoint>,simplifycfg,"
    "loop-mssa(loop-instsimplify,loop-simplifycfg,loop-rotate,licm),"
    "simplifycfg,early-cse<memssa>,adce,simplifycfg),globaldce";

Error optimize(Module &module, const Target &target, unsigned optLevel,
               PassInstrumentationCallbacks *callbacks, bool sanitizeThread) {
  for (Function &function : module) {
    if (function.isDeclaration())
      continue;
    function.addFnAttr("target-cpu", target.machine->getTargetCPU());
    function.addFnAttr("target-features",
                       target.machine->getTargetFeatureString());
    if (target.vectorBytes == 64)
      function.addFnAttr("prefer-vector-width", "512");
    function.addFnAttr("frame-pointer", "none");
    // Nothing throws, and tables to unwind with would be a tenth of a library.
    function.setDoesNotThrow();
    if (sanitizeThread)
      function.addFnAttr(Attribute::SanitizeThread);
  }
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager components;
  ModuleAnalysisManager modules;
  PipelineTuningOptions tuning;
  PassBuilder builder(target.machine.get(), tuning, std::nullopt, callbacks);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  static const OptimizationLevel levels[] = {
      OptimizationLevel::O0, OptimizationLevel::O1, OptimizationLevel::O2,
      OptimizationLevel::O3};
  OptimizationLevel level = levels[std::min(optLevel, 3u)];
  ModulePassManager passes;
  if (optLevel == 0)
    passes = builder.buildO0DefaultPipeline(level);
  else if (optLevel > 1)
    passes = builder.buildPerModuleDefaultPipeline(level);
  else if (Error error = builder.parsePassPipeline(passes, kLeanPipeline))
    return error;
  if (sanitizeThread) {
    passes.addPass(ModuleThreadSanitizerPass());
    passes.addPass(createModuleToFunctionPassAdaptor(ThreadSanitizerPass()));
  }
  passes.run(module, modules);
  return Error::success();
}

namespace {
/// Leaves out of a target's passes what gains nothing on kernels at O1: their
/// addresses are a base and known steps already, and to look for better
/// induction variables takes a fifth of the time, for more code. Nor is there
/// anything for passes that serve other languages, hardening, tools or units
/// that no kernel uses, and visiting each function with all of them adds up.
class LeanPassManager : public legacy::PassManager {
public:
  explicit LeanPassManager(bool isLean) : isLean(isLean) {}

  void add(Pass *pass) override {
    if (isLean && isLeftOut(*pass))
      delete pass;
    else
      legacy::PassManager::add(pass);
  }

private:
  static bool isLeftOut(Pass &pass) {
    static const char *const names[] = {
        "loop-reduce", "canon-freeze",
        // Other languages.
        "callbrprepare", "fixup-statepoint-caller-saved", "funclet-layout",
        "gc-analysis", "gc-lowering", "objc-arc-contract",
        "shadow-stack-gc-lowering", "stackmap-liveness",
        // Hardening, instrumentation and debuggers.
        "X86 Indirect Branch Tracking", "X86 Indirect Thunks",
        "cfi-instr-inserter", "debug-ata", "fentry-insert", "indirectbr-expand",
        "kcfi", "livedebugvalues", "machine-sanmd", "patchable-function",
        "post-inline-ee-instrument", "pseudo-probe-inserter",
        "remove-loads-into-fake-uses", "removeredundantdebugvalues",
        "safe-stack", "stack-frame-layout", "stack-protector", "x86-lvi-load",
        "x86-lvi-ret", "x86-return-thunks", "x86-seses", "x86-slh",
        "xray-instrumentation",
        // Tiles of AMX, comparisons of memory, and calls of libm as vectors.
        "expand-memcmp", "interleaved-access", "mergeicmps",
        "partially-inline-libcalls", "replace-with-veclib", "tilepreconfig",
        "x86-lower-amx-intrinsics", "x86-lower-amx-type", "x86-lower-tile-copy",
        "x86-partial-reduction", "x86-tile-config",
        // Conditions that only integer code has.
        "X86 Atom pad short functions", "x86-domain-reassignment"};
    const PassInfo *info =
        PassRegistry::getPassRegistry()->getPassInfo(pass.getPassID());
    return info && llvm::is_contained(names, info->getPassArgument());
  }

  bool isLean;
};
} // namespace

Expected<SmallVector<char, 0>> emitCode(Module &module, const Target &target,
                                        bool assembly) {
  SmallVector<char, 0> bytes;
  raw_svector_ostream os(bytes);
  LeanPassManager passes(target.machine->getOptLevel() <=
                         CodeGenOptLevel::Less);
  if (target.machine->addPassesToEmitFile(passes, os, nullptr,
                                          assembly
                                              ? CodeGenFileType::AssemblyFile
                                              : CodeGenFileType::ObjectFile))
    return createStringError("the target cannot write this kind of file");
  passes.run(module);
  return bytes;
}

} // namespace nnc
