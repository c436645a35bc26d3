//===- Expand.cpp - nnc expand --------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expand.h"
#include "Show.h"

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Expand.h"
#include "nnc/Frontend/Parser.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

int expandFile(const std::string &input, const std::string &output,
               const SemaOptions &options) {
  if (int code = refuseModules(input))
    return code;
  auto buffer = MemoryBuffer::getFileOrSTDIN(input, /*IsText=*/true);
  if (!buffer) {
    errs() << "error: " << input << ": " << buffer.getError().message() << '\n';
    return WrongInput;
  }
  SourceMgr sources;
  ASTContext context;
  DiagnosticEngine diags(sources);
  unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
  const SourceFile *file = parseFile(context, sources, id, diags);
  std::optional<std::string> text;
  if (!diags.hasErrors()) {
    auto expanded = expandProgram(context, sources, *file, diags, options);
    if (!expanded) {
      errs() << "error: " << input << ": " << toString(expanded.takeError())
             << "\nnnc: this is a fault of the compiler, please report it\n";
      return OurFault;
    }
    text = std::move(*expanded);
  }
  diags.sort();
  printDiagnostics(errs(), diags);
  return text ? writeText(output, *text) : WrongInput;
}

} // namespace nnc
