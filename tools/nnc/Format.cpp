//===- Format.cpp - nnc fmt -----------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Format.h"
#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Format.h"
#include "nnc/Pipeline/Compiler.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

int FormatCommand::format(const std::string &path) {
  auto buffer = MemoryBuffer::getFileOrSTDIN(path, /*IsText=*/true);
  if (!buffer) {
    errs() << "error: " << path << ": " << buffer.getError().message() << '\n';
    return WrongInput;
  }
  SourceMgr sources;
  ASTContext context;
  DiagnosticEngine diags(sources);
  unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
  Expected<std::optional<std::string>> text =
      formatBuffer(context, sources, id, diags);
  if (!text) {
    errs() << "error: " << toString(text.takeError())
           << "\nnnc: this is a fault of the formatter, please report it\n";
    return OurFault;
  }
  if (!*text) {
    diags.sort();
    printDiagnostics(errs(), diags);
    return WrongInput;
  }
  bool same = **text == sources.getMemoryBuffer(id)->getBuffer();
  if (check) {
    if (!same)
      outs() << path << '\n';
    return same ? Done : WrongInput;
  }
  if (path == "-" || !output.empty()) {
    outs() << **text;
    return Done;
  }
  if (same)
    return Done;
  if (Error error = replaceFile(path, **text)) {
    errs() << "error: " << toString(std::move(error)) << '\n';
    return OutsideFault;
  }
  return Done;
}

int FormatCommand::run() {
  auto usage = [](const Twine &message) {
    errs() << "nnc: " << message << "\n";
    return int(WrongCommandLine);
  };
  if (files.empty())
    return usage("`fmt` needs a file, or `-` for standard input");
  if (!output.empty() && output != "-")
    return usage("`fmt -o` takes only `-`; without it, files change in place");
  int worst = Done;
  for (const std::string &path : files)
    worst = std::max(worst, format(path));
  return worst;
}

} // namespace nnc
