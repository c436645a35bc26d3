//===- Main.cpp - nnc-run -------------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Runtime/Failure.h"

#include <csignal>
#include <cstdio>
#include <new>

using namespace nnc;

static int dispatch(const run::Arguments &arguments) {
  const std::pair<const char *, int (*)(const run::Arguments &)> commands[] = {
      {"train", run::runTrain},     {"eval", run::runEval},
      {"predict", run::runPredict}, {"generate", run::runGenerate},
      {"step", run::runStep},       {"gradcheck", run::runGradCheck},
      {"bench", run::runBench},     {"keys", run::runKeys},
      {"diff", run::runDiff},       {"report", run::runReport}};
  for (const auto &[name, function] : commands)
    if (arguments.command == name)
      return function(arguments);
  return rt::Done; // --help or --version.
}

int main(int argc, char **argv) {
  // A file that may not grow is an error like a full disk, not a death.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    int code = dispatch(run::parseArguments(argc, argv));
    // The error may be one of an earlier flush.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
      std::fputs("error: cannot write to standard output\n", stderr);
      return rt::OutsideFault;
    }
    return code;
  } catch (const rt::Failure &failure) {
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", failure.render().c_str());
    if (failure.exitCode == rt::OurBug)
      std::fputs("   = this is a bug of nnc; please report it\n", stderr);
    return failure.exitCode;
  } catch (const std::bad_alloc &) {
    std::fputs("error: out of memory\n", stderr);
    return rt::OutsideFault;
  } catch (const std::exception &exception) {
    std::fprintf(stderr,
                 "error: %s\n   = this is a bug of nnc; please report it\n",
                 exception.what());
    return rt::OurBug;
  }
}
