//===- Levels.cpp - One program for several levels of an architecture -----===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/Compiler.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/IR/Module.h"

using namespace mlir;

namespace nnc {

int Compiler::forEachLevel(Stage last, llvm::function_ref<int()> hear) {
  auto names = splitTargets(options.target);
  if (!names)
    return fault(names.takeError(), WrongInput);
  // A level that asks for more comes first.
  std::vector<std::pair<size_t, std::string>> levels;
  for (const std::string &name : *names) {
    auto found = findTarget(name, options.optLevel);
    if (!found)
      return fault(found.takeError(), WrongInput);
    levels.emplace_back(found->required.size(), name);
  }
  llvm::sort(levels, std::greater<>());
  if (int code = run(Stage::NN))
    return code;
  OwningOpRef<ModuleOp> imported = moduleOp->clone();
  // What a stage finds out for a target is not for the next one.
  std::string list = options.target;
  PipelineOptions pipeline = options.pipeline;
  auto choices = options.choices;
  inLevel = true;
  llvm::scope_exit restore([&] {
    options.target = list;
    inLevel = false;
  });
  for (const auto &[count, name] : levels) {
    options.target = name;
    options.pipeline = pipeline;
    options.choices = choices;
    moduleOp = imported->clone();
    description = nullptr;
    target = nullptr;
    choicesPath.clear();
    done = int(Stage::NN);
    if (int code = run(last))
      return code;
    if (int code = hear())
      return code;
  }
  return Done;
}

int Compiler::compileLevels() {
  std::vector<ProgramLevel> levels;
  auto take = [&] {
    levels.push_back({options.target, target->required, std::move(llvmModule)});
    return int(Done);
  };
  if (int code = forEachLevel(Stage::Code, take))
    return code;
  auto start = TimeReport::Clock::now();
  llvmModule = std::make_unique<llvm::Module>(
      levels.front().module->getModuleIdentifier(), *llvmContext);
  // Functions say what they may use; the rest is for the lowest level.
  setTarget(*llvmModule, *target);
  if (llvm::Error error = joinLevels(*llvmModule, levels, symbol()))
    return fault(std::move(error), OurFault);
  times.addStage("levels", start);
  return Done;
}

} // namespace nnc
