//===- Files.cpp - Objects and libraries ----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Object/Object.h"

#include "lld/Common/Driver.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

LLD_HAS_DRIVER(elf)

using namespace llvm;

namespace nnc {

static Error outside(const Twine &path, std::error_code code) {
  return createFileError(path, code);
}

Error writeWhole(StringRef path, ArrayRef<char> bytes) {
  return writeToOutput(path, [&](raw_ostream &os) {
    os.write(bytes.data(), bytes.size());
    return Error::success();
  });
}

Error writeStaticLibrary(ArrayRef<char> object, StringRef path,
                         StringRef member) {
  NewArchiveMember file(
      MemoryBufferRef(StringRef(object.data(), object.size()), member));
  auto archive = writeArchiveToBuffer(file, SymtabWritingMode::NormalSymtab,
                                      object::Archive::K_GNU,
                                      /*Deterministic=*/true, /*Thin=*/false);
  if (!archive)
    return archive.takeError();
  StringRef bytes = (*archive)->getBuffer();
  return writeWhole(path, ArrayRef(bytes.data(), bytes.size()));
}

/// A library that only exists to be named by `NEEDED`: the linker of a host
/// for another machine, or without development files, has no other. It holds
/// the program, since a linker does not make an empty one.
static Error needed(const Twine &soname, StringRef object, StringRef path,
                    StringRef emulation) {
  std::string name = soname.str(), output = path.str(), input = object.str();
  std::string errors;
  raw_string_ostream os(errors);
  SmallVector<const char *> arguments = {
      "ld.lld",     "-shared", "-m",           emulation.data(), "-soname",
      name.c_str(), "-o",      output.c_str(), input.c_str()};
  lld::Result result =
      lld::lldMain(arguments, nulls(), os, {{lld::Gnu, &lld::elf::link}});
  if (result.retCode)
    return createStringError(errors);
  return Error::success();
}

Error linkLibrary(ArrayRef<char> object, StringRef path, const Target &target,
                  ArrayRef<std::string> symbols, bool openmp) {
  SmallString<128> folder;
  if (std::error_code code = sys::fs::createUniqueDirectory("nnc", folder))
    return outside("temporary folder", code);
  auto inFolder = [&](StringRef name) {
    SmallString<128> file(folder);
    sys::path::append(file, name);
    return std::string(file);
  };
  auto link = [&]() -> Error {
    std::string input = inFolder("program.o"), script = inFolder("exports");
    if (Error error = writeWhole(input, object))
      return error;
    std::string text = "{ global: ";
    for (const std::string &symbol : symbols)
      text += symbol + "; ";
    text += "local: *; };\n";
    if (Error error = writeWhole(script, ArrayRef(text.data(), text.size())))
      return error;
    const char *emulation = target.machine->getTargetTriple().isAArch64()
                                ? "aarch64linux"
                                : "elf_x86_64";
    // Undefined symbols of libm and libc are found when the library is loaded.
    std::vector<std::string> libraries;
    std::vector<std::string> names = {"libm.so.6", "libc.so.6"};
    if (openmp)
      names.push_back("libomp.so.5");
    for (const std::string &name : names) {
      libraries.push_back(inFolder(name));
      if (Error error = needed(name, input, libraries.back(), emulation))
        return error;
    }
    // Beside the result, so that the last step is a rename.
    SmallString<128> output;
    if (std::error_code code =
            sys::fs::createUniqueFile(path + "-%%%%%%.tmp", output))
      return outside(path, code);
    std::string soname = sys::path::filename(path).str(),
                version = "--version-script=" + script;
    SmallVector<const char *> arguments = {"ld.lld",
                                           "-shared",
                                           "-m",
                                           emulation,
                                           "-soname",
                                           soname.c_str(),
                                           "--no-undefined-version",
                                           "--build-id=none",
                                           "-z",
                                           "noexecstack",
                                           "-z",
                                           "relro",
                                           "-z",
                                           "now",
                                           "--gc-sections",
                                           version.c_str(),
                                           "-o",
                                           output.c_str(),
                                           input.c_str(),
                                           "--no-as-needed",
                                           "--unresolved-symbols=ignore-all"};
    for (const std::string &library : libraries)
      arguments.push_back(library.c_str());
    std::string errors;
    raw_string_ostream os(errors);
    lld::Result result =
        lld::lldMain(arguments, nulls(), os, {{lld::Gnu, &lld::elf::link}});
    std::error_code code;
    if (!result.retCode)
      code = sys::fs::setPermissions(output, sys::fs::perms(0755));
    if (!result.retCode && !code)
      code = sys::fs::rename(output, path);
    // What is left of a failure is not worth a second error.
    if (result.retCode || code)
      consumeError(errorCodeToError(sys::fs::remove(output)));
    if (result.retCode)
      return createStringError(errors);
    return code ? outside(path, code) : Error::success();
  };
  Error error = link();
  consumeError(errorCodeToError(sys::fs::remove_directories(folder)));
  return error;
}

} // namespace nnc
