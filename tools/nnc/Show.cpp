//===- Show.cpp - nnc summary, nnc graph, nnc hyper -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Show.h"

#include "nnc/Inspect/Graph.h"
#include "nnc/Inspect/Hypers.h"
#include "nnc/Inspect/KernelGraph.h"
#include "nnc/Inspect/Summary.h"
#include "nnc/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

static int usage(const Twine &message) {
  errs() << "nnc: " << message << "\n";
  return WrongCommandLine;
}

int OpenedFile::open(const std::string &path) {
  auto buffer = MemoryBuffer::getFileOrSTDIN(path, /*IsText=*/true);
  if (!buffer) {
    errs() << "error: " << path << ": " << buffer.getError().message() << '\n';
    return WrongInput;
  }
  id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
  return Done;
}

void OpenedFile::printAll() {
  diags.sort();
  printDiagnostics(errs(), diags);
}

/// Layers and hypers are the language's: IR has lost them.
int refuseModules(StringRef input) {
  if (!input.ends_with(".mlir"))
    return Done;
  errs() << "error: `" << input
         << "` is IR, which has no layers and no hypers\n   = help: show the "
            "`.nn` file that it was made of\n";
  return WrongInput;
}

/// Reads `--dim` and `--batch` into `values`.
static int readDims(const ShowOptions &options, const typed::Program &program,
                    DimValues &values) {
  for (StringRef given : options.dims) {
    StringRef name, text;
    std::tie(name, text) = given.split('=');
    int64_t size;
    if (name.empty() || text.getAsInteger(10, size) || size < 0)
      return usage("`--dim " + given + "` is not of the form NAME=N");
    auto dim = find_if(program.dims,
                       [&](const auto &each) { return each.name == name; });
    if (dim == program.dims.end()) {
      auto names =
          map_range(program.dims, [](const auto &each) { return each.name; });
      return usage("the program has no dim `" + name + "`; it has " +
                   (program.dims.empty() ? "none" : join(names, ", ")));
    }
    if (size < dim->minimum || size > dim->maximum)
      return usage("`" + name + "` is at least " + Twine(dim->minimum) +
                   (dim->maximum == INT64_MAX
                        ? ""
                        : " and at most " + Twine(dim->maximum)));
    values[name.str()] = size;
  }
  if (!options.batch)
    return Done;
  for (const auto &model : program.models)
    if (std::optional<std::string> dim = exampleDim(*model))
      values[*dim] = options.batch;
  return Done;
}

int writeText(const std::string &path, StringRef text) {
  if (path.empty() || path == "-") {
    outs() << text;
    outs().flush();
    return Done;
  }
  if (Error error = writeWhole(path, text)) {
    errs() << "error: " << toString(std::move(error)) << "\n";
    return OutsideFault;
  }
  return Done;
}

int showSummary(ShowOptions options) {
  if (int code = refuseModules(options.compiler.input))
    return code;
  bool json = options.compiler.json;
  options.compiler.sema.noTrain = true;
  Compiler compiler(options.compiler, errs());
  if (int code = compiler.run(Stage::Check))
    return code;
  SummaryOptions summary;
  summary.depth = options.depth;
  if (int code = readDims(options, *compiler.program(), summary.dims))
    return code;
  std::string text;
  raw_string_ostream stream(text);
  if (json)
    printSummaryAsJson(stream, *compiler.program(), summary);
  else
    printSummary(stream, *compiler.program(), summary);
  return writeText(options.output, text);
}

int showHypers(const CompilerOptions &options) {
  if (int code = refuseModules(options.input))
    return code;
  Compiler compiler(options, errs());
  if (int code = compiler.run(Stage::Check))
    return code;
  if (options.json)
    printHypersAsJson(outs(), *compiler.program());
  else
    printHypers(outs(), *compiler.program());
  return Done;
}

/// Lets Graphviz draw, into a temporary file first.
static int draw(StringRef graph, StringRef form, const std::string &path) {
  auto dot = sys::findProgramByName("dot");
  if (!dot) {
    errs() << "error: a picture needs Graphviz, whose program `dot` is not "
              "there\n   = help: install graphviz, or write the graph itself: "
              "`-o model.dot`\n";
    return OutsideFault;
  }
  SmallString<128> source, picture;
  if (sys::fs::createTemporaryFile("nnc", "dot", source) ||
      sys::fs::createTemporaryFile("nnc", form, picture)) {
    errs() << "error: cannot write a temporary file\n";
    return OutsideFault;
  }
  FileRemover removeSource(source), removePicture(picture);
  if (int code = writeText(source.str().str(), graph))
    return code;
  std::string message;
  std::string type = "-T" + form.str();
  int failed = sys::ExecuteAndWait(*dot, {*dot, type, "-o", picture, source},
                                   std::nullopt, {}, 0, 0, &message);
  auto bytes = MemoryBuffer::getFile(picture);
  if (failed || !bytes) {
    errs() << "error: Graphviz failed" << (message.empty() ? "" : ": ")
           << message << "\n";
    return OutsideFault;
  }
  return writeText(path, (*bytes)->getBuffer());
}

int showGraph(ShowOptions options) {
  if (int code = refuseModules(options.compiler.input))
    return code;
  StringRef form = StringRef(options.output).rsplit('.').second;
  bool isPicture = form == "svg" || form == "png" || form == "pdf";
  if (!options.output.empty() && options.output != "-" && !isPicture &&
      form != "dot")
    return usage("the ending of `" + options.output +
                 "` says nothing; known are .svg, .png, .pdf, .dot");
  options.compiler.sema.noTrain = true;
  Compiler compiler(options.compiler, errs());
  std::string text;
  raw_string_ostream stream(text);
  if (options.fused) {
    if (!options.dims.empty() || options.batch || options.depth != ~0u)
      return usage("`--fused` shows kernels, which serve every size: it goes "
                   "without `--dim`, `--batch` and `--depth`");
    if (int code = compiler.runToKernels())
      return code;
    printKernelGraph(stream, compiler.module(), *compiler.program(),
                     compiler.sourceManager());
  } else {
    if (int code = compiler.run(Stage::Check))
      return code;
    GraphOptions graph;
    graph.depth = options.depth;
    if (int code = readDims(options, *compiler.program(), graph.dims))
      return code;
    printGraph(stream, *compiler.program(), graph);
  }
  return isPicture ? draw(text, form, options.output)
                   : writeText(options.output, text);
}

} // namespace nnc
