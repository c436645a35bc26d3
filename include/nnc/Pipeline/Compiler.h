//===- Compiler.h - From a file to code -------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What nnc and nnc-run are front ends of.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_PIPELINE_COMPILER_H
#define NNC_PIPELINE_COMPILER_H

#include "nnc/CodeGen/Object/Object.h"
#include "nnc/CodeGen/Program/Program.h"
#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Sema.h"
#include "nnc/Pipeline/MemoryBudget.h"
#include "nnc/Pipeline/Pipelines.h"
#include "nnc/Pipeline/TimeReport.h"
#include "nnc/Pipeline/Tuning.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/SourceMgr.h"

#include <string>
#include <vector>

namespace nnc {

/// What the tools exit with.
enum ExitCode {
  Done = 0,
  WrongInput = 1,
  WrongCommandLine = 2,
  OutsideFault = 3,
  OurFault = 70
};

/// What there is after each part of the compiler.
enum class Stage { AST, Check, NN, Autodiff, Program, Linalg, CPU, LLVM, Code };

struct CompilerOptions {
  /// A `.nn` file, or a `.mlir` file that holds its nn dialect.
  std::string input;
  SemaOptions sema;
  PipelineOptions pipeline;
  /// What findTarget takes; a list makes a program of several levels.
  std::string target = "native";
  unsigned optLevel = 1;
  /// Instrument the code for ThreadSanitizer, whose runtime the host brings.
  bool sanitizeThread = false;
  /// The exported descriptor; empty: `<stem>_program`.
  std::string symbol;
  /// To be put into the library, if any.
  std::vector<Weight> weights;
  /// Of the file of the weights: names and texts.
  std::vector<std::pair<std::string, std::string>> vocabularies;
  /// The most bytes that an entry may need, 0: as many as it does.
  int64_t memoryBudget = 0;
  /// A pass to print the module after, to `llvm::errs()`.
  std::string printAfter;
  /// Use the file of choices beside the input, if there is one.
  bool tuned = true;
  /// Choices by the keys of kernels, in place of those of that file.
  std::optional<std::map<std::string, KernelChoices>> choices;
  bool json = false;
  /// Measure every pass, for printTimes.
  bool time = false;
};

/// The passes of one stage from `Stage::Autodiff` to `Stage::LLVM`; `module` is
/// what they will run on.
void buildStage(mlir::OpPassManager &passes, Stage stage, mlir::ModuleOp module,
                const PipelineOptions &options);

/// Compiles one file. Each step does those before it that are missing, reports
/// its diagnostics, and answers an exit code.
class Compiler {
public:
  Compiler(CompilerOptions options, llvm::raw_ostream &diagnostics);
  ~Compiler();

  /// Goes on until `last` is there.
  int run(Stage last);
  /// Goes on until tensors are computed by kernels, before these have memory;
  /// no stage can follow.
  int runToKernels();

  /// Writes what is asked for, by name: "ast", "nn", "linalg", "llvm", "asm",
  /// "header", "obj", "so" or "a". `path` may be "-".
  int emit(llvm::StringRef what, llvm::StringRef path);
  int emitModule(Stage stage, llvm::StringRef path, bool locations);

  /// The code in memory; null after a failure.
  std::unique_ptr<LoadedCode> load(int &code);
  /// Writes a library. False where that alone has failed: `load` still works.
  bool writeLibrary(llvm::StringRef path, int &code);
  /// The files that the program imports, the standard library aside.
  void forEachImport(
      llvm::function_ref<void(llvm::StringRef path, llvm::StringRef text)> hear)
      const;
  std::string symbol() const;
  /// Whether a model has `infer`: up to Stage::Autodiff.
  bool infers();
  /// What a file of choices is for: known from Stage::CPU on.
  std::string compilerVersion() const { return programOptions().compiler; }
  std::string tunedTarget() const {
    return tuningTarget(options.target, *target);
  }

  mlir::ModuleOp module() { return *moduleOp; }
  const llvm::SourceMgr &sourceManager() const { return sources; }
  const typed::Program *program() const { return typedProgram.get(); }
  void printTimes(llvm::raw_ostream &os) const { times.print(os); }

private:
  int parse();
  int check();
  int import();
  int lower(Stage stage);
  int findMachine();
  /// Chooses how much is computed again, so that the budget is met.
  int meetBudget();
  /// What a lowering of the program as imported needs.
  mlir::FailureOr<llvm::SmallVector<MemoryNeed>>
  tryOut(const PipelineOptions &trial);
  int readChoices();
  void tellOfChoices();
  int translate();
  /// Compiles the imported program for each of several levels up to `last`, and
  /// calls `hear` then; the best one first.
  int forEachLevel(Stage last, llvm::function_ref<int()> hear);
  int compileLevels();
  int writeHeader(llvm::StringRef path);
  bool hasLevels() const {
    return llvm::StringRef(options.target).contains(',');
  }
  int generate(bool assembly);
  llvm::Error link(llvm::StringRef path);
  int fault(llvm::Error error, int code);
  int write(llvm::StringRef path, llvm::ArrayRef<char> bytes);
  ProgramOptions programOptions() const;
  void report();
  mlir::LogicalResult
  runPasses(llvm::function_ref<void(mlir::OpPassManager &)> build);

  CompilerOptions options;
  llvm::raw_ostream &os;
  int done = -1; // the last stage that is complete
  TimeReport times;

  llvm::SourceMgr sources;
  std::unique_ptr<DiagnosticEngine> diags;
  ASTContext ast;
  SourceFile *file = nullptr;
  std::unique_ptr<typed::Program> typedProgram;
  std::unique_ptr<mlir::MLIRContext> context;
  mlir::OwningOpRef<mlir::ModuleOp> moduleOp;
  mlir::OwningOpRef<mlir::ModuleOp> description;
  std::unique_ptr<Target> target;
  bool inLevel = false;    // the stages work for one of several levels
  std::string choicesPath; // the file that they are from, if they are
  std::unique_ptr<llvm::LLVMContext> llvmContext;
  std::unique_ptr<llvm::Module> llvmModule;
  llvm::SmallVector<char, 0> object; // or assembly
};

} // namespace nnc

#endif // NNC_PIPELINE_COMPILER_H
