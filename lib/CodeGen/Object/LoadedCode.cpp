//===- LoadedCode.cpp - Code in memory ------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Object/Object.h"

#include "llvm/ExecutionEngine/Orc/ExecutionUtils.h"
#include "llvm/ExecutionEngine/Orc/JITTargetMachineBuilder.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using namespace llvm::orc;

namespace nnc {

LoadedCode::LoadedCode() = default;
LoadedCode::~LoadedCode() = default;

Expected<std::unique_ptr<LoadedCode>>
LoadedCode::load(ArrayRef<char> object, const Target &target, bool openmp) {
  JITTargetMachineBuilder builder(target.machine->getTargetTriple());
  builder.setCPU(target.machine->getTargetCPU().str());
  builder.addFeatures({target.machine->getTargetFeatureString().str()});
  builder.setRelocationModel(Reloc::PIC_);
  builder.setCodeGenOptLevel(target.machine->getOptLevel());
  auto jit = LLJITBuilder().setJITTargetMachineBuilder(builder).create();
  if (!jit)
    return jit.takeError();
  char prefix = (*jit)->getDataLayout().getGlobalPrefix();
  // The compiler itself may be loaded privately: name what is needed.
  std::vector<const char *> libraries = {"libm.so.6", "libc.so.6"};
  if (openmp)
    libraries.push_back("libomp.so.5");
  for (const char *library : libraries) {
    auto generator = DynamicLibrarySearchGenerator::Load(library, prefix);
    if (!generator)
      return generator.takeError();
    (*jit)->getMainJITDylib().addGenerator(std::move(*generator));
  }
  if (Error error = (*jit)->addObjectFile(MemoryBuffer::getMemBufferCopy(
          StringRef(object.data(), object.size()), "program.o")))
    return std::move(error);
  std::unique_ptr<LoadedCode> code(new LoadedCode());
  code->jit = std::move(*jit);
  return code;
}

Expected<void *> LoadedCode::lookup(StringRef symbol) {
  auto address = jit->lookup(symbol);
  if (!address)
    return address.takeError();
  return address->toPtr<void *>();
}

} // namespace nnc
