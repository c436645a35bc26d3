//===- nnc-fuzz.cpp - mutated and random programs -------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sends programs through the whole front end and prints what it says about
// them: nothing may crash, hang or trip a sanitizer. Input number I of seed S
// is always the same text, so that a failure, which names both, is repeated by
// `--seed=S --only=I` and shown by `--seed=S --only=I --print`.
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Expand.h"
#include "nnc/Frontend/Parser.h"
#include "nnc/Frontend/Sema.h"
#include "nnc/Import/Import.h"

#include "mlir/IR/MLIRContext.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <csignal>
#include <cstring>
#include <random>
#include <unistd.h>

using namespace llvm;

static cl::list<std::string> corpus(cl::Positional, cl::OneOrMore,
                                    cl::desc("<programs to mutate>"));
static cl::opt<unsigned> seed("seed", cl::init(1));
static cl::opt<unsigned> howMany("count", cl::init(1000));
static cl::opt<int> only("only", cl::desc("Run this input alone"),
                         cl::init(-1));
static cl::opt<bool> print("print", cl::desc("Write the inputs, run nothing"));
static cl::opt<unsigned> limit("limit", cl::init(10),
                               cl::desc("Seconds that one input may take"));

//===----------------------------------------------------------------------===//
// Making programs
//===----------------------------------------------------------------------===//

namespace {
class Generator {
public:
  Generator(ArrayRef<std::string> files, unsigned seed, unsigned index)
      : files(files), random((uint64_t(seed) << 32) + index) {}

  std::string next();

private:
  size_t below(size_t n) { return n ? random() % n : 0; }
  const std::string &anyFile() { return files[below(files.size())]; }
  std::string anyToken();
  std::string randomTokens();
  std::string randomBytes();
  std::string deep();
  void mutate(std::string &text);
  /// The bounds of a run of word characters or of one other character.
  std::pair<size_t, size_t> anyWord(StringRef text);
  std::pair<size_t, size_t> anyLine(StringRef text);

  ArrayRef<std::string> files;
  std::mt19937_64 random;
};
} // namespace

static const StringRef kTokens[] = {
#define NNC_PUNCT(NAME, TEXT) TEXT,
#define NNC_KEYWORD(NAME, GROUP) #NAME,
#include "nnc/Frontend/TokenKinds.def"
    "\n",
    ";",
    "x",
    "y",
    "batch",
    "n",
    "d",
    "Dense",
    "Mlp",
    "f32",
    "float",
    "int",
    "0",
    "1",
    "-1",
    "2.5",
    "1e-3",
    "9223372036854775807",
    "5steps",
    "1epochs",
    "10deg",
    "\"**.weight\"",
    "\"b t d -> b d\"",
    "relu",
    "softmax",
    "mean",
    "sum",
    "axis",
    "reshape",
    "loss",
    "optimizer",
    "Adam",
    "data",
    "source",
    "rows",
    "metrics",
    "step",
    "epoch",
    "gradient",
    "0.5",
    "inf",
    "1..",
    "\"\\n\"",
    "\xC3\xA9",
    "#",
    "##",
    "1_",
    ".5",
    "100000"};

std::string Generator::anyToken() {
  return kTokens[below(std::size(kTokens))].str();
}

std::string Generator::randomTokens() {
  std::string text = "edition 1\n";
  for (size_t n = below(400); n--;)
    text += anyToken() + (below(8) ? " " : "\n");
  return text;
}

std::string Generator::randomBytes() {
  std::string text;
  for (size_t n = below(3000); n--;)
    text += static_cast<char>(random());
  return text;
}

/// One construct inside itself, many times.
std::string Generator::deep() {
  static const std::pair<StringRef, StringRef> shells[] = {
      {"(", ")"},
      {"[", "]"},
      {"-", ""},
      {"not ", ""},
      {"f(", ")"},
      {"x[", "]"},
      {"2^", ""},
      {"1+", ""},
      {"x |> ", ""},
      {"if x {", "}"},
      {"fn(x) => ", ""},
      {"repeat 2 {", "}"},
      {"(a = ", ")"},
      {"", ".T"},
      {"", "(x)"},
      {"", "[0]"},
      {"if x { 1 } else ", ""}};
  auto [open, close] = shells[below(std::size(shells))];
  size_t depth = 1 + below(2000);
  std::string text = "edition 1\nfn f(x: float) -> float = ";
  for (size_t i = 0; i < depth; ++i)
    text += open;
  text += "x";
  for (size_t i = 0; i < depth; ++i)
    text += close;
  return text;
}

static bool isWord(char c) {
  return isalnum(static_cast<unsigned char>(c)) || c == '_';
}

std::pair<size_t, size_t> Generator::anyWord(StringRef text) {
  size_t begin = below(text.size()), end = begin + 1;
  if (!text.empty() && isWord(text[begin])) {
    while (begin && isWord(text[begin - 1]))
      --begin;
    while (end < text.size() && isWord(text[end]))
      ++end;
  }
  return {begin, std::min(end, text.size())};
}

std::pair<size_t, size_t> Generator::anyLine(StringRef text) {
  size_t place = below(text.size());
  size_t begin = text.rfind('\n', place);
  begin = begin == StringRef::npos ? 0 : begin + 1;
  size_t end = text.find('\n', begin);
  return {std::min(begin, text.size()), std::min(end, text.size())};
}

void Generator::mutate(std::string &text) {
  auto [begin, end] = anyWord(text);
  const std::string &other = anyFile();
  switch (below(9)) {
  case 0: // drop a word
    text.erase(begin, end - begin);
    break;
  case 1: // put another in its place
    text.replace(begin, end - begin, anyToken());
    break;
  case 2: // put one before it
    text.insert(begin, anyToken() + " ");
    break;
  case 3: { // put a word of another file in its place
    auto [from, to] = anyWord(other);
    text.replace(begin, end - begin, other.substr(from, to - from));
    break;
  }
  case 4: { // drop a line
    auto [from, to] = anyLine(text);
    text.erase(from, to - from);
    break;
  }
  case 5: { // a line of another file
    auto [from, to] = anyLine(other);
    auto [here, unused] = anyLine(text);
    text.insert(here, other.substr(from, to - from) + "\n");
    break;
  }
  case 6: { // repeat a line
    auto [from, to] = anyLine(text);
    text.insert(from, text.substr(from, to - from) + "\n");
    break;
  }
  case 7: // change a byte
    if (!text.empty())
      text[below(text.size())] = static_cast<char>(random());
    break;
  case 8: { // change a number
    size_t digit = text.find_first_of("0123456789", below(text.size()));
    if (digit != std::string::npos)
      text[digit] = static_cast<char>('0' + below(10));
    break;
  }
  }
}

std::string Generator::next() {
  switch (below(10)) {
  case 0:
    return randomTokens();
  case 1:
    return randomBytes();
  case 2:
    return deep();
  case 3: { // cut off
    std::string text = anyFile();
    text.resize(below(text.size() + 1));
    return text;
  }
  default: {
    std::string text = anyFile();
    for (size_t n = 1 + below(below(4) ? 4 : 40); n--;)
      mutate(text);
    return text;
  }
  }
}

//===----------------------------------------------------------------------===//
// Running them
//===----------------------------------------------------------------------===//

/// Returns whether the program is without errors.
static bool run(StringRef text, mlir::MLIRContext &mlirContext) {
  SourceMgr sources;
  unsigned id = sources.AddNewSourceBuffer(
      MemoryBuffer::getMemBufferCopy(text, "fuzz.nn"), SMLoc());
  nnc::DiagnosticEngine diags(sources);
  nnc::ASTContext context;
  nnc::SourceFile *file = nnc::parseFile(context, sources, id, diags);
  std::string output;
  raw_string_ostream os(output);
  nnc::emitAST(os, sources, *file);
  auto program = nnc::analyze(context, sources, *file, diags);
  if (!program && !diags.hasErrors())
    report_fatal_error("rejected without an error");
  if (program && !nnc::importProgram(mlirContext, *program, sources, {}))
    report_fatal_error("imported to an invalid module");
  if (program) {
    nnc::DiagnosticEngine again(sources);
    auto expanded = nnc::expandProgram(context, sources, *file, again, {});
    if (!expanded)
      report_fatal_error(expanded.takeError());
  }
  diags.sort();
  nnc::printDiagnostics(os, diags);
  nnc::printDiagnosticsAsJson(os, diags);
  return program != nullptr;
}

/// Tells which input hangs; only calls what a signal handler may.
static char hangMessage[128];
static void onAlarm(int) {
  ssize_t ignored = write(2, hangMessage, strlen(hangMessage));
  (void)ignored;
  _exit(1);
}

int main(int argc, char **argv) {
  InitLLVM init(argc, argv);
  cl::ParseCommandLineOptions(argc, argv, "Fuzzes the front end of nnc\n");
  std::vector<std::string> files;
  for (const std::string &path : corpus) {
    auto buffer = MemoryBuffer::getFile(path);
    if (!buffer) {
      errs() << path << ": " << buffer.getError().message() << '\n';
      return 2;
    }
    files.push_back((*buffer)->getBuffer().str());
  }
  std::signal(SIGALRM, onAlarm);
  mlir::MLIRContext mlirContext(mlir::MLIRContext::Threading::DISABLED);
  unsigned good = 0, ran = 0;
  double slowest = 0;
  for (unsigned index = 0; index < howMany; ++index) {
    if (only >= 0 && index != static_cast<unsigned>(only))
      continue;
    std::string text = Generator(files, seed, index).next();
    if (print) {
      outs() << text;
      continue;
    }
    PrettyStackTraceFormat where("fuzzing with --seed=%u --only=%u",
                                 seed.getValue(), index);
    std::snprintf(hangMessage, sizeof(hangMessage),
                  "hangs: --seed=%u --only=%u\n", seed.getValue(), index);
    auto start = std::chrono::steady_clock::now();
    alarm(limit);
    good += run(text, mlirContext);
    alarm(0);
    std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - start;
    slowest = std::max(slowest, took.count());
    ++ran;
  }
  if (!print)
    outs() << ran << " programs, " << good << " without errors, the slowest "
           << format("%.3f", slowest) << " s\n";
  return 0;
}
