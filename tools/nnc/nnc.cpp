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
#include "nnc/Frontend/Sema.h"
#include "nnc/Import/Import.h"

#include "mlir/IR/AsmState.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

/// What the tools exit with.
enum ExitCode {
  Done = 0,
  WrongInput = 1,
  WrongCommandLine = 2,
  OutsideFault = 3,
  OurFault = 70
};

enum class Emit { Nothing, AST, NN };

static cl::SubCommand checkCommand("check", "Look for errors; write nothing");

static cl::opt<std::string> input(cl::Positional, cl::desc("<model.nn>"),
                                  cl::sub(cl::SubCommand::getTopLevel()),
                                  cl::sub(checkCommand));
static cl::opt<Emit>
    emit("emit", cl::desc("What to write"), cl::init(Emit::Nothing),
         cl::values(clEnumValN(Emit::AST, "ast", "the syntax tree"),
                    clEnumValN(Emit::NN, "nn", "the nn dialect")));
static cl::opt<std::string> output("o", cl::desc("Where to write"),
                                   cl::value_desc("file"), cl::init("-"));
static cl::opt<bool> json("json", cl::desc("Diagnostics as JSON"),
                          cl::sub(cl::SubCommand::getTopLevel()),
                          cl::sub(checkCommand));
static cl::list<std::string> sets("set", cl::value_desc("name=value"),
                                  cl::desc("The value of a hyper or train key"),
                                  cl::sub(cl::SubCommand::getTopLevel()),
                                  cl::sub(checkCommand));
static cl::opt<std::string> train("train", cl::value_desc("name"),
                                  cl::desc("The one section to build"),
                                  cl::sub(cl::SubCommand::getTopLevel()),
                                  cl::sub(checkCommand));
static cl::opt<bool> noTrain("no-train", cl::desc("Inference only"),
                             cl::sub(cl::SubCommand::getTopLevel()),
                             cl::sub(checkCommand));
static cl::opt<bool> gradcheck("gradcheck",
                               cl::desc("Build what gradcheck runs, in f64"));
static cl::opt<bool> locations("locations",
                               cl::desc("Show where each op comes from"));

static int usage(const Twine &message) {
  errs() << "nnc: " << message << "\n";
  return WrongCommandLine;
}

static void report(nnc::DiagnosticEngine &diags) {
  diags.sort();
  if (json)
    nnc::printDiagnosticsAsJson(errs(), diags);
  else
    nnc::printDiagnostics(errs(), diags);
}

static int write(function_ref<void(raw_ostream &)> print) {
  std::error_code error;
  ToolOutputFile out(output, error, sys::fs::OF_Text);
  if (error) {
    errs() << "error: " << output << ": " << error.message() << '\n';
    return OutsideFault;
  }
  print(out.os());
  out.os().flush();
  if (out.os().has_error()) {
    errs() << "error: " << output << ": " << out.os().error().message() << '\n';
    out.os().clear_error();
    return OutsideFault;
  }
  out.keep();
  return Done;
}

static int emitNN(const nnc::typed::Program &program,
                  const SourceMgr &sources) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  nnc::ImportOptions options;
  options.name = sys::path::stem(input).str();
  options.gradcheck = gradcheck;
  auto module = nnc::importProgram(context, program, sources, options);
  if (!module) {
    errs() << "nnc: this is a fault of the compiler, please report it\n";
    return OurFault;
  }
  mlir::OpPrintingFlags flags;
  if (locations)
    flags.enableDebugInfo(true, /*prettyForm=*/true);
  return write([&](raw_ostream &os) {
    module->print(os, flags);
    os << '\n';
  });
}

int main(int argc, char **argv) {
  InitLLVM init(argc, argv);
  if (!cl::ParseCommandLineOptions(argc, argv, "A neural-network compiler\n",
                                   &errs()))
    return WrongCommandLine;
  if (input.empty())
    return usage("no input file");
  nnc::SemaOptions options;
  options.train = train;
  options.noTrain = noTrain;
  options.doubles = gradcheck;
  for (StringRef set : sets) {
    auto [name, value] = set.split('=');
    if (name.empty() || name.size() == set.size())
      return usage("`--set " + set + "` is not of the form NAME=VALUE");
    options.sets.emplace_back(name, value);
  }
  if (!checkCommand && emit == Emit::Nothing)
    return usage("say what to write: `--emit=ast` or `--emit=nn`");

  auto buffer = MemoryBuffer::getFileOrSTDIN(input, /*IsText=*/true);
  if (!buffer) {
    errs() << "error: " << input << ": " << buffer.getError().message() << '\n';
    return WrongInput;
  }
  SourceMgr sources;
  unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
  nnc::DiagnosticEngine diags(sources);
  nnc::ASTContext context;
  nnc::SourceFile *file = nnc::parseFile(context, sources, id, diags);
  bool parsed = !diags.hasErrors();
  std::unique_ptr<nnc::typed::Program> program;
  if (parsed && (checkCommand || emit != Emit::AST))
    program = nnc::analyze(context, sources, *file, diags, options);
  report(diags);
  if (checkCommand)
    return program ? Done : WrongInput;
  if (emit == Emit::AST)
    return parsed ? write([&](raw_ostream &os) {
      nnc::emitAST(os, sources, *file);
    })
                  : WrongInput;
  return program ? emitNN(*program, sources) : WrongInput;
}
