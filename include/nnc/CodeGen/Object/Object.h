//===- Object.h - Machine code of a program ---------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_OBJECT_OBJECT_H
#define NNC_CODEGEN_OBJECT_OBJECT_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include "llvm/Target/TargetMachine.h"

#include <memory>
#include <string>
#include <vector>

namespace llvm {
class MemoryBuffer;
class Module;
class PassInstrumentationCallbacks;
class raw_ostream;
namespace orc {
class LLJIT;
} // namespace orc
} // namespace llvm

namespace nnc {

/// A processor to compile for.
struct Target {
  std::unique_ptr<llvm::TargetMachine> machine;
  /// What a processor must have, by the names of LLVM.
  std::vector<std::string> required;
  unsigned vectorBytes = 16;
  unsigned vectorRegisters = 16;

  /// Triple and processor.
  std::string describe() const;
};

/// The names in a list such as `x86-64-v3,x86-64-v4`; an error where they do
/// not go together in one library.
llvm::Expected<std::vector<std::string>> splitTargets(llvm::StringRef list);

/// `native`, `x86-64`, `x86-64-v3`, `x86-64-v4` or `aarch64-linux-gnu`.
llvm::Expected<Target> findTarget(llvm::StringRef name, unsigned optLevel);

/// Sets the target of the module and of its functions.
void setTarget(llvm::Module &module, const Target &target);
/// `callbacks` hears of every pass. With `sanitizeThread`, what runs the code
/// must be linked with ThreadSanitizer.
llvm::Error optimize(llvm::Module &module, const Target &target,
                     unsigned optLevel,
                     llvm::PassInstrumentationCallbacks *callbacks = nullptr,
                     bool sanitizeThread = false);

/// The object file, or assembly, of an optimized module.
llvm::Expected<llvm::SmallVector<char, 0>>
emitCode(llvm::Module &module, const Target &target, bool assembly);

/// Links an object file into a shared library that needs libc and libm, and
/// `openmp` where that is set. Exports `symbols` only.
llvm::Error linkLibrary(llvm::ArrayRef<char> object, llvm::StringRef path,
                        const Target &target,
                        llvm::ArrayRef<std::string> symbols, bool openmp);
/// A static library of one object file.
llvm::Error writeStaticLibrary(llvm::ArrayRef<char> object,
                               llvm::StringRef path, llvm::StringRef member);

/// Code in the memory of this process.
class LoadedCode {
public:
  static llvm::Expected<std::unique_ptr<LoadedCode>>
  load(llvm::ArrayRef<char> object, const Target &target, bool openmp);
  ~LoadedCode();
  llvm::Expected<void *> lookup(llvm::StringRef symbol);

private:
  LoadedCode();
  std::unique_ptr<llvm::orc::LLJIT> jit;
};

} // namespace nnc

#endif // NNC_CODEGEN_OBJECT_OBJECT_H
