//===- OutputFile.cpp - Files that are whole or not there -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Support/OutputFile.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

#include <unistd.h>

using namespace llvm;

namespace nnc {

static std::error_code writeAll(int descriptor, StringRef bytes) {
  raw_fd_ostream os(descriptor, /*shouldClose=*/false, /*unbuffered=*/true);
  os << bytes;
  std::error_code code = os.error();
  os.clear_error(); // Else its end would be the end of the process.
  return code;
}

/// Whether a rename would put a file in the place of a device or a pipe.
static bool isSpecial(StringRef path) {
  sys::fs::file_status status;
  if (sys::fs::status(path, status))
    return false;
  return sys::fs::is_other(status);
}

static std::error_code writeInto(StringRef path, StringRef bytes) {
  int descriptor;
  if (std::error_code code =
          sys::fs::openFileForWrite(path, descriptor, sys::fs::CD_OpenExisting))
    return code;
  std::error_code code = writeAll(descriptor, bytes);
  sys::fs::file_t file = sys::fs::convertFDToNativeFile(descriptor);
  std::error_code closed = sys::fs::closeFile(file);
  return code ? code : closed;
}

Error writeWhole(StringRef path, StringRef bytes, unsigned mode) {
  if (isSpecial(path)) {
    std::error_code code = writeInto(path, bytes);
    return code ? createFileError(path, code) : Error::success();
  }
  auto file = sys::fs::TempFile::create(path + "-%%%%%%.tmp", mode);
  if (!file)
    return createFileError(path, errorToErrorCode(file.takeError()));
  if (std::error_code code = writeAll(file->FD, bytes)) {
    consumeError(file->discard()); // Not worth a second error.
    return createFileError(path, code);
  }
  if (Error error = file->keep(path))
    return createFileError(path, errorToErrorCode(std::move(error)));
  return Error::success();
}

Error replaceFile(StringRef path, StringRef text) {
  SmallString<128> real;
  sys::fs::file_status status;
  std::error_code code = sys::fs::real_path(path, real);
  if (!code)
    code = sys::fs::status(real, status);
  if (code)
    return createFileError(path, code);
  if (Error error = writeWhole(real, text))
    return error;
  code = sys::fs::setPermissions(real, status.permissions());
  return code ? createFileError(path, code) : Error::success();
}

namespace {
struct ExitCodes {
  int output, bug;
};
} // namespace

static void onFatalError(void *codes, const char *reason, bool) {
  StringRef text = reason;
  bool output = text.consume_front("IO failure on output stream: ");
  errs() << "error: " << (output ? "cannot write to standard output: " : "")
         << text << "\n";
  if (!output)
    errs() << "nnc: this is a fault of the compiler, please report it\n";
  errs().flush();
  sys::RunInterruptHandlers();
  const auto *exitCodes = static_cast<const ExitCodes *>(codes);
  ::_exit(output ? exitCodes->output : exitCodes->bug);
}

void endOnFatalErrors(int code, int bug) {
  static ExitCodes codes;
  codes = {code, bug};
  install_fatal_error_handler(onFatalError, &codes);
}

} // namespace nnc
