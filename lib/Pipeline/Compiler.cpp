//===- Compiler.cpp - From a file to code ---------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/Compiler.h"

#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Frontend/Parser.h"
#include "nnc/Import/Import.h"
#include "nnc/Support/OutputFile.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>

using namespace mlir;

namespace nnc {

static const char *const stageNames[] = {"parse",    "check",   "import",
                                         "autodiff", "program", "linalg",
                                         "cpu",      "llvm",    "code"};

Compiler::Compiler(CompilerOptions options, llvm::raw_ostream &diagnostics)
    : options(std::move(options)), os(diagnostics),
      diags(std::make_unique<DiagnosticEngine>(sources)) {}

Compiler::~Compiler() = default;

int Compiler::run(Stage last) {
  if (last == Stage::Code && done < int(last) && hasLevels())
    return compileLevels();
  bool isModule = StringRef(options.input).ends_with(".mlir");
  while (done < int(last)) {
    int stage = done + 1;
    auto start = TimeReport::Clock::now();
    int code = Done;
    switch (Stage(stage)) {
    case Stage::AST:
      code = isModule ? int(Done) : parse();
      break;
    case Stage::Check:
      code = isModule ? int(Done) : check();
      break;
    case Stage::NN:
      code = import();
      break;
    case Stage::Code:
      code = translate();
      break;
    case Stage::Autodiff:
      if (options.memoryBudget)
        code = meetBudget();
      if (code == Done)
        code = lower(Stage::Autodiff);
      break;
    default:
      code = lower(Stage(stage));
    }
    if (code != Done)
      return code;
    times.addStage(stageNames[stage], start);
    done = stage;
  }
  return Done;
}

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

void Compiler::report() {
  diags->sort();
  if (options.json)
    printDiagnosticsAsJson(os, *diags);
  else
    printDiagnostics(os, *diags);
  diags = std::make_unique<DiagnosticEngine>(sources);
}

int Compiler::fault(llvm::Error error, int code) {
  os << "error: " << llvm::toString(std::move(error)) << '\n';
  if (code == OurFault)
    os << "nnc: this is a fault of the compiler, please report it\n";
  return code;
}

/// The place in the source that a location of the module stands for.
static llvm::SMRange rangeOf(const llvm::SourceMgr &sources, Location loc) {
  llvm::SMLoc start;
  loc->walk([&](Location part) {
    auto place = dyn_cast<FileLineColLoc>(part);
    if (!place)
      return WalkResult::advance();
    for (unsigned id = 1; id <= sources.getNumBuffers(); ++id)
      if (sources.getMemoryBuffer(id)->getBufferIdentifier() ==
          place.getFilename())
        start = const_cast<llvm::SourceMgr &>(sources).FindLocForLineAndColumn(
            id, place.getLine(), place.getColumn());
    return WalkResult::interrupt();
  });
  if (!start.isValid())
    return {};
  return {start, llvm::SMLoc::getFromPointer(start.getPointer() + 1)};
}

//===----------------------------------------------------------------------===//
// Stages
//===----------------------------------------------------------------------===//

int Compiler::parse() {
  auto buffer =
      llvm::MemoryBuffer::getFileOrSTDIN(options.input, /*IsText=*/true);
  if (!buffer) {
    os << "error: " << options.input << ": " << buffer.getError().message()
       << '\n';
    return WrongInput;
  }
  unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());
  file = parseFile(ast, sources, id, *diags);
  bool failed = diags->hasErrors();
  report();
  return failed ? WrongInput : Done;
}

int Compiler::check() {
  typedProgram = analyze(ast, sources, *file, *diags, options.sema);
  report();
  return typedProgram ? Done : WrongInput;
}

int Compiler::import() {
  DialectRegistry registry;
  registerDialects(registry);
  context =
      std::make_unique<MLIRContext>(registry, MLIRContext::Threading::DISABLED);
  if (!typedProgram) {
    auto buffer = llvm::MemoryBuffer::getFile(options.input, /*IsText=*/true);
    if (!buffer) {
      os << "error: " << options.input << ": " << buffer.getError().message()
         << '\n';
      return WrongInput;
    }
    sources.AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());
    SourceMgrDiagnosticHandler handler(sources, context.get(), os);
    moduleOp = parseSourceFile<ModuleOp>(sources, context.get());
    return moduleOp ? Done : WrongInput;
  }
  ImportOptions import;
  import.name = llvm::sys::path::stem(options.input).str();
  import.gradcheck = options.sema.doubles;
  moduleOp = importProgram(*context, *typedProgram, sources, import);
  return moduleOp
             ? Done
             : fault(llvm::createStringError("the import failed"), OurFault);
}

LogicalResult
Compiler::runPasses(llvm::function_ref<void(OpPassManager &)> build) {
  PassManager passes(context.get());
  // The tests ask for it; a compilation takes a quarter longer with it.
  passes.enableVerifier(std::getenv("NNC_VERIFY_PASSES") != nullptr);
  if (!options.printAfter.empty()) {
    passes.enableIRPrinting(
        /*shouldPrintBeforePass=*/nullptr,
        [this](Pass *pass, Operation *) {
          return pass->getArgument() == options.printAfter;
        },
        /*printModuleScope=*/false, /*printAfterOnlyOnChange=*/false,
        /*printAfterOnlyOnFailure=*/false, llvm::errs());
  }
  if (options.time)
    passes.addInstrumentation(times.forMLIR());
  build(passes);
  return passes.run(*moduleOp);
}

void buildStage(OpPassManager &passes, Stage stage, ModuleOp module,
                const PipelineOptions &options) {
  switch (stage) {
  case Stage::Autodiff:
    return buildAutodiffPipeline(passes, options);
  case Stage::Program:
    return buildProgramPipeline(passes, module, options);
  case Stage::Linalg:
    return buildLinalgPipeline(passes);
  case Stage::CPU:
    return buildCPUPipeline(passes, options);
  default:
    return buildLLVMPipeline(passes, options);
  }
}

int Compiler::findMachine() {
  if (target)
    return Done;
  auto found = findTarget(options.target, options.optLevel);
  if (!found)
    return fault(found.takeError(), WrongInput);
  target = std::make_unique<Target>(std::move(*found));
  options.pipeline.cpu.vectorBytes = target->vectorBytes;
  options.pipeline.cpu.vectorRegisters = target->vectorRegisters;
  if (int code = readChoices())
    return code;
  if (options.choices)
    setTuning(*moduleOp, *options.choices);
  return Done;
}

/// Puts what `nnc tune` has found into `options.choices`.
int Compiler::readChoices() {
  std::string path = tuningPath(options.input);
  if (options.choices || !options.tuned || !options.pipeline.kernels ||
      options.sema.doubles || path.empty() || !llvm::sys::fs::exists(path))
    return Done;
  auto text = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  if (!text)
    return fault(llvm::createStringError("cannot read `" + path +
                                         "`: " + text.getError().message()),
                 WrongInput);
  auto tuning = parseTuning((*text)->getBuffer());
  if (!tuning)
    return fault(llvm::createStringError(
                     "`" + path +
                     "` is damaged: " + llvm::toString(tuning.takeError()) +
                     "\n   = help: write it again with `nnc tune`, "
                     "or leave it with `--no-tune`"),
                 WrongInput);
  std::string why;
  if (tuning->compiler != compilerVersion())
    why = "it was written by " + tuning->compiler;
  else if (tuning->target != tunedTarget())
    why = "it is for " + tuning->target;
  else if (!tuning->unknown.empty())
    why = "it says `" + tuning->unknown + "`, which means nothing here";
  if (!why.empty()) {
    diags->note({}, "`" + path + "` is not used: " + why);
    return Done;
  }
  std::map<std::string, KernelChoices> choices;
  for (auto &[key, kernel] : tuning->kernels)
    if (!kernel.tuned.empty())
      choices[key] = std::move(kernel.tuned);
  options.choices = std::move(choices);
  choicesPath = path;
  return Done;
}

/// After kernels were made: whether the file was of use.
void Compiler::tellOfChoices() {
  if (choicesPath.empty() || options.choices->empty())
    return;
  size_t used = countTuned(*moduleOp, *options.choices);
  if (used == 0)
    diags->note({}, "`" + choicesPath +
                        "` is for another program: none of its kernels is in "
                        "this one");
  else if (options.time)
    diags->note({}, Twine(used) + " kernel" + (used == 1 ? "" : "s") +
                        " made as `" + choicesPath + "` says");
}

int Compiler::lower(Stage stage) {
  // A finding up to the gradients is about the user's program.
  bool aboutProgram = stage <= Stage::Program;
  ScopedDiagnosticHandler handler(
      context.get(), [&](mlir::Diagnostic &diagnostic) {
        std::string text = diagnostic.str();
        llvm::SMRange range = rangeOf(sources, diagnostic.getLocation());
        switch (diagnostic.getSeverity()) {
        case DiagnosticSeverity::Error: {
          nnc::Diagnostic &found = diags->error("", range, text);
          for (mlir::Diagnostic &note : diagnostic.getNotes())
            found.note(note.str());
          break;
        }
        case DiagnosticSeverity::Warning:
          diags->warning("", range, text);
          break;
        default:
          break;
        }
      });
  if (stage >= Stage::CPU)
    if (int code = findMachine())
      return code;
  if (stage == Stage::LLVM)
    description = takeDescription(*moduleOp);
  LogicalResult result = runPasses([&](OpPassManager &passes) {
    buildStage(passes, stage, *moduleOp, options.pipeline);
  });
  if (stage == Stage::CPU && succeeded(result))
    tellOfChoices();
  bool told = diags->hasErrors();
  report();
  if (succeeded(result))
    return Done;
  if (aboutProgram && told)
    return WrongInput;
  return fault(llvm::createStringError(
                   "the stage `" + Twine(stageNames[int(stage)]) + "` failed"),
               OurFault);
}

int Compiler::runToKernels() {
  int code = run(Stage::Linalg);
  if (code == Done)
    code = findMachine();
  if (code != Done)
    return code;
  LogicalResult result = runPasses([&](OpPassManager &passes) {
    cpu::buildCPUKernelPipeline(passes, options.pipeline.cpu);
  });
  return succeeded(result)
             ? int(Done)
             : fault(llvm::createStringError("no kernels could be made"),
                     OurFault);
}

ProgramOptions Compiler::programOptions() const {
  ProgramOptions program;
  for (char c : llvm::sys::path::stem(options.input))
    program.name += llvm::isAlnum(c) ? c : '_';
  program.symbol = options.symbol;
  program.compiler = "nnc " NNC_VERSION;
  program.threads = int(options.pipeline.threads);
  program.weights = options.weights;
  program.vocabularies = options.vocabularies;
  if (target) {
    program.target = target->describe();
    program.cpuFeatures = target->required;
  }
  if (inLevel)
    program.level = options.target;
  return program;
}

std::string Compiler::symbol() const {
  return options.symbol.empty() ? programOptions().name + "_program"
                                : options.symbol;
}

int Compiler::translate() {
  if (!llvmContext)
    llvmContext = std::make_unique<llvm::LLVMContext>();
  llvmModule = translateModuleToLLVMIR(*moduleOp, *llvmContext,
                                       llvm::sys::path::stem(options.input));
  if (!llvmModule)
    return fault(llvm::createStringError("translation to LLVM IR failed"),
                 OurFault);
  setTarget(*llvmModule, *target);
  if (llvm::Error error =
          emitProgram(*llvmModule, *description, programOptions()))
    return fault(std::move(error), WrongInput);
  llvm::PassInstrumentationCallbacks callbacks;
  if (options.time)
    times.forLLVM(callbacks);
  if (llvm::Error error = optimize(*llvmModule, *target, options.optLevel,
                                   &callbacks, options.sanitizeThread))
    return fault(std::move(error), OurFault);
  return Done;
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

int Compiler::write(StringRef path, ArrayRef<char> bytes) {
  if (path == "-") {
    llvm::outs().write(bytes.data(), bytes.size());
    llvm::outs().flush();
    return Done;
  }
  if (llvm::Error error = writeWhole(path, {bytes.data(), bytes.size()}))
    return fault(std::move(error), OutsideFault);
  return Done;
}

int Compiler::emitModule(Stage stage, StringRef path, bool locations) {
  if (int code = run(stage))
    return code;
  std::string text;
  llvm::raw_string_ostream stream(text);
  if (stage == Stage::AST) {
    emitAST(stream, sources, *file);
  } else if (stage == Stage::Code) {
    llvmModule->print(stream, nullptr);
  } else {
    OpPrintingFlags flags;
    if (locations)
      flags.enableDebugInfo(true, /*prettyForm=*/true);
    moduleOp->print(stream, flags);
    stream << '\n';
  }
  return write(path, ArrayRef<char>(text.data(), text.size()));
}

int Compiler::emit(StringRef what, StringRef path) {
  if (what == "header")
    return writeHeader(path);
  if (int code = generate(what == "asm"))
    return code;
  if (what == "asm" || what == "obj")
    return write(path, object);
  llvm::Error error =
      what == "a"
          ? writeStaticLibrary(object, path, programOptions().name + ".o")
          : link(path);
  return error ? fault(std::move(error), OutsideFault) : int(Done);
}

int Compiler::writeHeader(StringRef path) {
  SmallVector<OwningOpRef<ModuleOp>> levels;
  std::string targets;
  auto describe = [&] {
    OwningOpRef<ModuleOp> copy = moduleOp->clone();
    levels.push_back(takeDescription(*copy));
    targets += (targets.empty() ? "" : ", ") + target->describe();
    return int(Done);
  };
  int code = hasLevels() ? forEachLevel(Stage::CPU, describe) : run(Stage::CPU);
  if (code)
    return code;
  if (levels.empty())
    describe();
  std::string text;
  llvm::raw_string_ostream stream(text);
  SmallVector<ModuleOp> descriptions;
  for (OwningOpRef<ModuleOp> &level : levels)
    descriptions.push_back(*level);
  ProgramOptions program = programOptions();
  program.target = targets;
  emitHeader(stream, descriptions, program);
  return write(path, ArrayRef<char>(text.data(), text.size()));
}

int Compiler::generate(bool assembly) {
  if (!object.empty())
    return Done;
  if (int code = run(Stage::Code))
    return code;
  auto start = TimeReport::Clock::now();
  if (options.time)
    TimeReport::startMachine();
  auto bytes = emitCode(*llvmModule, *target, assembly);
  if (options.time)
    times.takeMachine();
  if (!bytes)
    return fault(bytes.takeError(), OurFault);
  object = std::move(*bytes);
  times.addStage("machine", start);
  return Done;
}

llvm::Error Compiler::link(StringRef path) {
  auto start = TimeReport::Clock::now();
  llvm::Error error =
      linkLibrary(object, path, *target, {symbol(), "nn_program"},
                  options.pipeline.threads == Threads::OpenMP);
  times.addStage("link", start);
  return error;
}

bool Compiler::writeLibrary(StringRef path, int &code) {
  code = generate(/*assembly=*/false);
  if (code != Done)
    return true;
  llvm::Error error = link(path);
  bool written = !error;
  llvm::consumeError(std::move(error));
  return written;
}

std::unique_ptr<LoadedCode> Compiler::load(int &code) {
  code = generate(/*assembly=*/false);
  if (code != Done)
    return nullptr;
  auto start = TimeReport::Clock::now();
  auto loaded = LoadedCode::load(object, *target,
                                 options.pipeline.threads == Threads::OpenMP);
  if (!loaded) {
    code = fault(loaded.takeError(), OutsideFault);
    return nullptr;
  }
  // Looking it up is what links it.
  auto address = (*loaded)->lookup(symbol());
  if (!address) {
    code = fault(address.takeError(), OurFault);
    return nullptr;
  }
  times.addStage("link", start);
  return std::move(*loaded);
}

bool Compiler::infers() {
  return llvm::any_of(moduleOp->getOps<nn::ModelOp>(), [](nn::ModelOp model) {
    return model.lookupSymbol("infer") != nullptr;
  });
}

void Compiler::forEachImport(
    llvm::function_ref<void(StringRef path, StringRef text)> hear) const {
  // The first buffer is the program itself.
  for (unsigned id = 2; id <= sources.getNumBuffers(); ++id) {
    const llvm::MemoryBuffer *buffer = sources.getMemoryBuffer(id);
    StringRef path = buffer->getBufferIdentifier();
    if (path != "--set" && !path.starts_with("std/"))
      hear(path, buffer->getBuffer());
  }
}

} // namespace nnc
