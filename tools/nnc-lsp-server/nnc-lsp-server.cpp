//===- nnc-lsp-server.cpp - .nn files in editors --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/LSP/Server.h"

#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

#include <malloc.h>

using namespace llvm;

int main(int argc, char **argv) {
  // Each keystroke asks for as much memory as the last one gave back.
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  cl::SetVersionPrinter([](raw_ostream &os) {
    os << "nnc-lsp-server " NNC_VERSION ", with LLVM " LLVM_VERSION_STRING "\n";
  });
  cl::OptionCategory category("Options");
  cl::opt<bool> litTest("lit-test", cl::cat(category),
                        cl::desc("Messages with `// -----` between them, for "
                                 "tests; answers are printed to be read"));
  cl::opt<bool> verbose("verbose", cl::cat(category),
                        cl::desc("Write what happens to standard error"));
  cl::opt<bool> stdio("stdio", cl::cat(category),
                      cl::desc("What it does anyway; editors say it"));
  if (!cl::ParseCommandLineOptions(argc, argv,
                                   "The language server of .nn files: speaks "
                                   "the protocol over standard input and "
                                   "output\n",
                                   &errs()))
    return 2;
  return nnc::runLanguageServer({litTest, verbose});
}
