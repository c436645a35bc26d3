//===- Files.cpp - Objects and libraries ----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/CodeGen/Object/Object.h"
#include "nnc/Support/OutputFile.h"

#include "lld/Common/Driver.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

LLD_HAS_DRIVER(elf)

using namespace llvm;

namespace nnc {

static Error outside(const Twine &path, std::error_code code) {
  return createFileError(path, code);
}

namespace {

/// A pipe with a name, for the linker to write into. It would map a file of
/// its own into memory, and die where the disk has no room for it.
class Pipe {
public:
  ~Pipe() { close(); }
  std::error_code open(const std::string &path) {
    if (::mkfifo(path.c_str(), 0600) != 0 ||
        (held = ::open(path.c_str(), O_RDWR | O_CLOEXEC)) < 0)
      return errnoAsErrorCode();
    int end = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (end < 0)
      return errnoAsErrorCode();
    reader = std::thread([this, end] {
      char part[1 << 16];
      ssize_t count;
      while ((count = sys::RetryAfterSignal(-1, ::read, end, +part,
                                            sizeof part)) > 0)
        bytes.append(part, size_t(count));
      ::close(end);
    });
    return {};
  }
  /// All that was written, once nobody writes any more.
  const std::string &close() {
    if (held >= 0)
      ::close(held);
    held = -1;
    if (reader.joinable())
      reader.join();
    return bytes;
  }

private:
  int held = -1; // So that the reader waits until there is a writer.
  std::thread reader;
  std::string bytes;
};

} // namespace

/// Runs the linker; its result goes through a pipe at `path`.
static Expected<std::string> runLinker(const std::string &path,
                                       std::vector<const char *> arguments) {
  Pipe pipe;
  if (std::error_code code = pipe.open(path))
    return outside(path, code);
  arguments.insert(arguments.begin(), {"ld.lld", "-o", path.c_str()});
  std::string errors;
  raw_string_ostream os(errors);
  lld::Result result =
      lld::lldMain(arguments, nulls(), os, {{lld::Gnu, &lld::elf::link}});
  std::string bytes = pipe.close();
  if (result.retCode)
    return createStringError(errors);
  return bytes;
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
  return writeWhole(path, bytes);
}

/// A library that only exists to be named by `NEEDED`: the linker of a host
/// for another machine, or without development files, has no other. It holds
/// the program, since a linker does not make an empty one.
static Error needed(const Twine &soname, StringRef object, StringRef path,
                    StringRef emulation) {
  std::string name = soname.str(), input = object.str();
  auto bytes = runLinker((path + ".pipe").str(),
                         {"-shared", "-m", emulation.data(), "-soname",
                          name.c_str(), input.c_str()});
  return bytes ? writeWhole(path, *bytes) : bytes.takeError();
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
    if (Error error = writeWhole(input, {object.data(), object.size()}))
      return error;
    std::string text = "{ global: ";
    for (const std::string &symbol : symbols)
      text += symbol + "; ";
    text += "local: *; };\n";
    if (Error error = writeWhole(script, text))
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
    std::string soname = sys::path::filename(path).str(),
                version = "--version-script=" + script;
    std::vector<const char *> arguments = {"-shared",
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
                                           input.c_str(),
                                           "--no-as-needed",
                                           "--unresolved-symbols=ignore-all"};
    for (const std::string &library : libraries)
      arguments.push_back(library.c_str());
    auto bytes = runLinker(inFolder("library.pipe"), std::move(arguments));
    return bytes ? writeWhole(path, *bytes, 0777) : bytes.takeError();
  };
  Error error = link();
  consumeError(errorCodeToError(sys::fs::remove_directories(folder)));
  return error;
}

} // namespace nnc
