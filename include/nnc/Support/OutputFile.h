//===- OutputFile.h - Files that are whole or not there ---------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_SUPPORT_OUTPUTFILE_H
#define NNC_SUPPORT_OUTPUTFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace nnc {

/// Writes a file under another name first, so that it is whole, or as it was
/// before: LLVM's `writeToOutput` renames also what did not fit on the disk.
/// A device or a pipe is written into. A new file has the permissions `mode`,
/// less those of the umask.
llvm::Error writeWhole(llvm::StringRef path, llvm::StringRef bytes,
                       unsigned mode = 0666);

/// Writes a file that is there, through symbolic links, with the permissions
/// that it has.
llvm::Error replaceFile(llvm::StringRef path, llvm::StringRef text);

/// Lets the process end with `code` and one sentence where LLVM would abort
/// because standard output cannot be written, and with `bug` after other fatal
/// errors. Temporary files are removed.
void endOnFatalErrors(int code, int bug);

} // namespace nnc

#endif // NNC_SUPPORT_OUTPUTFILE_H
