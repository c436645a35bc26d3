//===- nnc.cpp - the compiler ---------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expand.h"
#include "Explain.h"
#include "Fix.h"
#include "Format.h"
#include "Runtime/Failure.h"
#include "Runtime/Safetensors.h"
#include "Show.h"
#include "Tokens.h"
#include "Tune.h"
#include "nnc/Support/ByteSize.h"
#include "nnc/Support/OutputFile.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

#include <csignal>

using namespace llvm;
using nnc::Stage;

namespace {

/// The options. They are made in main, after those that LLVM's own libraries
/// register have been removed, some of which have the same names; the general
/// category goes with them, and what is in none is not shown by --help.
struct CommandLine {
  cl::OptionCategory category{"Options"};
  nnc::FormatCommand formatCommand{category};
  nnc::ExplainCommand explainCommand{category};
  cl::SubCommand checkCommand{"check", "Look for errors; write nothing"};
  cl::SubCommand tuneCommand{
      "tune", "Time kernels with other choices, and keep the best for later"};
  cl::SubCommand summaryCommand{
      "summary", "A table of layers, with shapes, parameters and FLOPs"};
  cl::SubCommand graphCommand{
      "graph", "A picture of layers and what flows between them"};
  cl::SubCommand expandCommand{
      "expand", "The program with all layers, losses and shapes written out"};
  cl::SubCommand hyperCommand{"hyper", "A table of what `--set` can change"};
  cl::opt<std::string> input{cl::Positional,
                             cl::desc("<model.nn>"),
                             cl::sub(cl::SubCommand::getTopLevel()),
                             cl::sub(checkCommand),
                             cl::sub(tuneCommand),
                             cl::sub(summaryCommand),
                             cl::sub(graphCommand),
                             cl::sub(expandCommand),
                             cl::sub(hyperCommand),
                             cl::cat(category)};
  cl::opt<std::string> emit{
      "emit", cl::value_desc("what"),
      cl::desc(
          "What to write: tokens, ast, nn, linalg, llvm, asm, obj, header"),
      cl::cat(category)};
  cl::opt<std::string> output{"o",
                              cl::desc("Where to write"),
                              cl::value_desc("file"),
                              cl::sub(cl::SubCommand::getTopLevel()),
                              cl::sub(tuneCommand),
                              cl::sub(expandCommand),
                              cl::sub(summaryCommand),
                              cl::sub(graphCommand),
                              cl::cat(category)};
  cl::opt<double> seconds{"seconds",
                          cl::init(120),
                          cl::value_desc("n"),
                          cl::desc("How long to go on; 120 by default"),
                          cl::sub(tuneCommand),
                          cl::cat(category)};
  cl::opt<bool> noTune{"no-tune", cl::desc("Leave what `nnc tune` has found"),
                       cl::cat(category)};
  cl::opt<bool> json{"json",
                     cl::desc("Diagnostics, or the table, as JSON"),
                     cl::sub(cl::SubCommand::getTopLevel()),
                     cl::sub(checkCommand),
                     cl::sub(summaryCommand),
                     cl::sub(hyperCommand),
                     cl::cat(category)};
  cl::list<std::string> dims{"dim",
                             cl::value_desc("name=n"),
                             cl::desc("The size to show for a dim"),
                             cl::sub(summaryCommand),
                             cl::sub(graphCommand),
                             cl::cat(category)};
  cl::opt<unsigned> depth{"depth",
                          cl::init(~0u),
                          cl::value_desc("n"),
                          cl::desc("Levels of layers to show; all by default"),
                          cl::sub(summaryCommand),
                          cl::sub(graphCommand),
                          cl::cat(category)};
  cl::opt<bool> fused{"fused", cl::desc("Show kernels in place of layers"),
                      cl::sub(graphCommand), cl::cat(category)};
  cl::opt<bool> fix{"fix", cl::desc("Make the changes that are certain"),
                    cl::sub(checkCommand), cl::cat(category)};
  cl::list<std::string> sets{"set",
                             cl::value_desc("name=value"),
                             cl::desc("The value of a hyper or train key"),
                             cl::sub(cl::SubCommand::getTopLevel()),
                             cl::sub(checkCommand),
                             cl::sub(tuneCommand),
                             cl::sub(summaryCommand),
                             cl::sub(graphCommand),
                             cl::sub(expandCommand),
                             cl::sub(hyperCommand),
                             cl::cat(category)};
  cl::opt<std::string> train{"train",
                             cl::value_desc("name"),
                             cl::desc("The one section to build"),
                             cl::sub(cl::SubCommand::getTopLevel()),
                             cl::sub(checkCommand),
                             cl::sub(tuneCommand),
                             cl::cat(category)};
  cl::opt<bool> noTrain{"no-train",
                        cl::desc("Inference only"),
                        cl::sub(cl::SubCommand::getTopLevel()),
                        cl::sub(checkCommand),
                        cl::sub(tuneCommand),
                        cl::cat(category)};
  cl::opt<unsigned> batch{"batch",
                          cl::value_desc("n"),
                          cl::desc("Examples of a training step"),
                          cl::sub(cl::SubCommand::getTopLevel()),
                          cl::sub(tuneCommand),
                          cl::sub(summaryCommand),
                          cl::sub(graphCommand),
                          cl::cat(category)};
  cl::opt<std::string> memoryBudget{
      "memory-budget",
      cl::value_desc("size"),
      cl::desc("The most memory that an entry may need, as 64MB"),
      cl::sub(cl::SubCommand::getTopLevel()),
      cl::sub(tuneCommand),
      cl::cat(category)};
  cl::opt<bool> writeOutLoops{"write-out-loops",
                              cl::desc("Write every `repeat` out"), cl::Hidden,
                              cl::cat(category)};
  cl::opt<bool> gradcheck{"gradcheck",
                          cl::desc("Build what gradcheck runs, in f64"),
                          cl::cat(category)};
  cl::opt<bool> locations{"locations",
                          cl::desc("Show where each op comes from"),
                          cl::cat(category)};
  cl::opt<std::string> target{
      "target",
      cl::init("native"),
      cl::value_desc("name"),
      cl::desc("native, x86-64, x86-64-v3, x86-64-v4, aarch64-linux-gnu; "
               "a list of levels: the library chooses when it is loaded"),
      cl::sub(cl::SubCommand::getTopLevel()),
      cl::sub(tuneCommand),
      cl::cat(category)};
  cl::opt<nnc::Threads> threads{
      "threads", cl::init(nnc::Threads::Off),
      cl::desc("Who runs parallel loops"),
      cl::values(clEnumValN(nnc::Threads::Off, "off", "nobody, one thread"),
                 clEnumValN(nnc::Threads::OpenMP, "omp", "OpenMP"),
                 clEnumValN(nnc::Threads::Host, "host", "nn_call.parallel")),
      cl::cat(category)};
  cl::opt<std::string> sanitize{
      "sanitize", cl::value_desc("what"),
      cl::desc("thread: instrument the code for ThreadSanitizer"),
      cl::cat(category)};
  cl::opt<std::string> weights{
      "weights", cl::value_desc("file"),
      cl::desc("Weights to put into the library, with --embed"),
      cl::cat(category)};
  cl::opt<bool> embed{"embed", cl::desc("Put --weights into the library"),
                      cl::cat(category)};
  cl::opt<std::string> symbol{"symbol", cl::value_desc("name"),
                              cl::desc("Name of the exported program"),
                              cl::cat(category)};
  cl::opt<std::string> stopAfter{
      "stop-after", cl::value_desc("stage"),
      cl::desc("ast, nn, autodiff, program, linalg, cpu or llvm"),
      cl::cat(category)};
  cl::opt<std::string> printAfter{"print-after", cl::value_desc("pass"),
                                  cl::desc("Print the module there"),
                                  cl::cat(category)};
  cl::opt<bool> showTime{"time", cl::desc("Where the time went"),
                         cl::cat(category)};
  cl::opt<bool> statistics{"statistics",
                           cl::desc("Build the entry that says what each layer "
                                    "does in a step"),
                           cl::cat(category)};
  cl::opt<bool> profile{"profile",
                        cl::desc("Let the program tell where its time goes"),
                        cl::cat(category)};
  cl::opt<bool> winograd{
      "winograd",
      cl::desc("3x3 convolutions with fewer products and a larger error"),
      cl::sub(cl::SubCommand::getTopLevel()), cl::sub(tuneCommand),
      cl::cat(category)};
  cl::opt<bool> plainLoops{"no-kernels", cl::Hidden,
                           cl::desc("Plain loops, to compare with"),
                           cl::cat(category)};
  cl::opt<char> optLevel{"O",
                         cl::Prefix,
                         cl::init('1'),
                         cl::desc("Optimization level"),
                         cl::sub(cl::SubCommand::getTopLevel()),
                         cl::sub(tuneCommand),
                         cl::cat(category)};

  int run(int argc, char **argv);

private:
  int compile(nnc::Compiler &compiler);
  int show(nnc::CompilerOptions compiler);
  std::string oneTargetOption() const;
};

} // namespace

static int usage(const Twine &message) {
  errs() << "nnc: " << message << "\n";
  return nnc::WrongCommandLine;
}

/// The last stage of `--stop-after` and of the forms that are modules.
static std::optional<Stage> stageNamed(StringRef name) {
  return StringSwitch<std::optional<Stage>>(name)
      .Case("ast", Stage::AST)
      .Case("nn", Stage::NN)
      .Case("autodiff", Stage::Autodiff)
      .Case("program", Stage::Program)
      .Case("linalg", Stage::Linalg)
      .Case("cpu", Stage::CPU)
      .Case("llvm", Stage::LLVM)
      .Default(std::nullopt);
}

/// What a file's ending asks for.
static StringRef kindOf(StringRef path) {
  return StringSwitch<StringRef>(path.rsplit('.').second)
      .Case("so", "so")
      .Case("a", "a")
      .Case("o", "obj")
      .Case("s", "asm")
      .Case("h", "header")
      .Default("");
}

/// What shows the program where it already is for one target; or nothing.
std::string CommandLine::oneTargetOption() const {
  if (tuneCommand)
    return "tune";
  std::optional<Stage> stage = stageNamed(stopAfter);
  if (stage && *stage > Stage::NN)
    return "--stop-after=" + stopAfter;
  return emit == "linalg" ? "--emit=linalg" : "";
}

int CommandLine::compile(nnc::Compiler &compiler) {
  if (checkCommand)
    return compiler.run(Stage::Check);
  std::string path = output.empty() ? "-" : output.getValue();
  if (!stopAfter.empty()) {
    std::optional<Stage> stage = stageNamed(stopAfter);
    if (!stage)
      return usage("there is no stage `" + stopAfter + "`");
    return compiler.emitModule(*stage, path, locations);
  }
  std::string what = emit.empty() ? kindOf(output).str() : emit.getValue();
  if (what.empty())
    return usage(output.empty()
                     ? "say what to write: `-o model.so`, or `--emit`"
                     : "the ending of `" + output +
                           "` says nothing; known are .so, .a, .o, .s, .h");
  if (what == "llvm")
    return compiler.emitModule(Stage::Code, path, locations);
  if (what == "ast" || what == "nn" || what == "linalg")
    return compiler.emitModule(*stageNamed(what), path, locations);
  if (what != "asm" && what != "header" && what != "obj" && what != "so" &&
      what != "a")
    return usage("`--emit=" + what + "` is not known");
  if (what == "so" && path == "-")
    return usage("a library needs `-o FILE`");
  return compiler.emit(what, path);
}

/// `nnc summary` and `nnc graph`.
int CommandLine::show(nnc::CompilerOptions compiler) {
  compiler.json = json;
  if (depth == 0)
    return usage("`--depth` is at least 1");
  nnc::ShowOptions options{
      std::move(compiler), output, {dims.begin(), dims.end()},
      int64_t(batch),      depth,  fused};
  return summaryCommand ? nnc::showSummary(std::move(options))
                        : nnc::showGraph(std::move(options));
}

static int readWeights(const std::string &path, nnc::CompilerOptions &options) {
  try {
    nnc::rt::TensorFile file = nnc::rt::readSafetensors(path);
    for (auto &[name, array] : file.tensors)
      options.weights.push_back(
          {name, nnc::rt::elementName(array.type), array.shape,
           std::string(array.bytes.begin(), array.bytes.end())});
    for (const auto &[name, text] : file.metadata)
      if (nnc::rt::TensorFile::isVocabulary(name))
        options.vocabularies.emplace_back(name, text);
  } catch (const nnc::rt::Failure &failure) {
    errs() << failure.render() << "\n";
    return failure.exitCode;
  }
  return nnc::Done;
}

int CommandLine::run(int argc, char **argv) {
  if (!cl::ParseCommandLineOptions(argc, argv, "A neural-network compiler\n",
                                   &errs()))
    return nnc::WrongCommandLine;
  if (formatCommand)
    return formatCommand.run();
  if (explainCommand)
    return explainCommand.run();
  if (input.empty())
    return usage("no input file");
  if (!output.empty() && sys::fs::equivalent(input, output))
    return usage("`-o " + output + "` would replace the program itself");
  nnc::CompilerOptions options;
  options.input = input;
  options.sema.train = train;
  options.sema.noTrain = noTrain;
  options.sema.doubles = gradcheck;
  options.sema.writeOutLoops = writeOutLoops;
  for (StringRef set : sets) {
    auto [name, value] = set.split('=');
    if (name.empty() || name.size() == set.size())
      return usage("`--set " + set + "` is not of the form NAME=VALUE");
    options.sema.sets.emplace_back(name, value);
  }
  if (summaryCommand || graphCommand)
    return show(std::move(options));
  if (emit == "tokens")
    return nnc::showTokens(input, output);
  options.json = json;
  if (hyperCommand)
    return nnc::showHypers(options);
  if (expandCommand)
    return nnc::expandFile(input, output, options.sema);
  if (batch)
    options.sema.batch = batch;
  if (!memoryBudget.empty()) {
    std::optional<int64_t> bytes = nnc::parseByteSize(memoryBudget);
    if (!bytes)
      return usage(Twine("`--memory-budget` ") + nnc::byteSizeForms +
                   ", found `" + memoryBudget + "`");
    options.memoryBudget = *bytes;
  }
  if (optLevel < '0' || optLevel > '3')
    return usage("the optimization levels are -O0 to -O3");
  options.optLevel = optLevel - '0';
  if (!sanitize.empty() && sanitize != "thread")
    return usage("`--sanitize=" + sanitize + "` is not known; `thread` is");
  options.sanitizeThread = !sanitize.empty();
  auto targets = nnc::splitTargets(target);
  if (!targets)
    return usage(toString(targets.takeError()));
  if (std::string one = oneTargetOption(); targets->size() > 1 && !one.empty())
    return usage("`" + one + "` is for one target: name one of `" + target +
                 "`");
  options.target = target;
  options.symbol = symbol;
  options.printAfter = printAfter;
  options.tuned = !noTune;
  options.time = showTime;
  options.pipeline.threads = threads;
  options.pipeline.kernels = !plainLoops;
  options.pipeline.profile = profile;
  if (statistics)
    options.pipeline.statistics = nnc::Statistics::On;
  options.pipeline.cpu.winograd = winograd;
  if (tuneCommand) {
    if (output.empty() && nnc::tuningPath(input).empty())
      return usage("`tune` needs a model.nn, or `-o FILE`");
    if (!(seconds >= 0))
      return usage("`--seconds` is 0 or more");
    return nnc::tune({std::move(options), output, seconds, int64_t(batch)});
  }
  if (embed == weights.empty())
    return usage("`--weights FILE` and `--embed` go together");
  if (embed)
    if (int code = readWeights(weights, options))
      return code;
  if (fix)
    if (int code = nnc::fixFile(input, options.sema))
      return code;
  // Left to the end of the process: to take modules apart takes longer.
  static auto *const kept = new nnc::Compiler(std::move(options), errs());
  nnc::Compiler &compiler = *kept;
  bool wantsTimes = showTime; // lld resets all options
  int code = compile(compiler);
  if (wantsTimes)
    compiler.printTimes(errs());
  return code;
}

int main(int argc, char **argv) {
  InitLLVM init(argc, argv);
  // A file that may not grow is an error like a full disk, not a death.
  std::signal(SIGXFSZ, SIG_IGN);
  nnc::endOnFatalErrors(nnc::OutsideFault, nnc::OurFault);
  cl::ResetCommandLineParser();
  cl::SetVersionPrinter([](raw_ostream &os) {
    os << "nnc " NNC_VERSION ", with LLVM " LLVM_VERSION_STRING "\n";
  });
  return CommandLine().run(argc, argv);
}
