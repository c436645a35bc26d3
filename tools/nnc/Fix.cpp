//===- Fix.cpp - nnc check --fix ------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fix.h"
#include "nnc/Frontend/Fix.h"
#include "nnc/Frontend/Format.h"
#include "nnc/Pipeline/Compiler.h"
#include "nnc/Support/OutputFile.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

int fixFile(const std::string &path, const SemaOptions &options) {
  if (path == "-" || StringRef(path).ends_with(".mlir")) {
    errs() << "nnc: `check --fix` needs a .nn file\n";
    return WrongCommandLine;
  }
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/true);
  if (!buffer)
    return Done; // the check says it
  FixResult result = applyFixes(path, (*buffer)->getBuffer(), options);
  if (result.applied.empty())
    return Done;
  if (Error error = replaceFile(path, result.text)) {
    errs() << "error: " << toString(std::move(error)) << '\n';
    return OutsideFault;
  }
  for (const AppliedFix &fix : result.applied)
    outs() << path << ':' << fix.line << ':' << fix.column << ": fixed "
           << fix.code << ": " << fix.text << '\n';
  outs().flush();
  return Done;
}

} // namespace nnc
