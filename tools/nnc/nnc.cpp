//===- nnc.cpp - the compiler ---------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Parser.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

enum class Emit { AST };

static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc("<model.nn>"));
static cl::opt<Emit>
    emit("emit", cl::desc("What to write"), cl::Required,
         cl::values(clEnumValN(Emit::AST, "ast", "the syntax tree")));
static cl::opt<std::string> output("o", cl::desc("Where to write"),
                                   cl::value_desc("file"), cl::init("-"));
static cl::opt<bool> json("json", cl::desc("Diagnostics as JSON"));

// Exit codes: 1 the input was wrong, 2 the command line was, 3 the outside.
int main(int argc, char **argv) {
  InitLLVM init(argc, argv);
  if (!cl::ParseCommandLineOptions(argc, argv, "A neural-network compiler\n",
                                   &errs()))
    return 2;
  auto buffer = MemoryBuffer::getFileOrSTDIN(input, /*IsText=*/true);
  if (!buffer) {
    errs() << "error: " << input << ": " << buffer.getError().message() << '\n';
    return 1;
  }
  SourceMgr sources;
  unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
  nnc::DiagnosticEngine diags(sources);
  nnc::ASTContext context;
  nnc::SourceFile *file = nnc::parseFile(context, sources, id, diags);
  diags.sort();
  if (json)
    nnc::printDiagnosticsAsJson(errs(), diags);
  else
    nnc::printDiagnostics(errs(), diags);
  if (diags.hasErrors())
    return 1;
  std::error_code error;
  ToolOutputFile out(output, error, sys::fs::OF_Text);
  if (error) {
    errs() << "error: " << output << ": " << error.message() << '\n';
    return 3;
  }
  nnc::emitAST(out.os(), sources, *file);
  out.keep();
  return 0;
}
