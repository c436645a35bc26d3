//===- DifferenceTest.cpp - Compares two programs for a lit test ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   nnc-difference-test FIRST.nn SECOND.nn [NAME=VALUE | NAME:NAME=VALUE]...
//
// Prints in what two programs differ, for hypers of these values; `a:b` is a
// hyper that is called `b` in the second, without a value if that stays.
// Answers 1 where they differ, 2 where the first has errors and 3 where the
// second has.
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Difference.h"
#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Parser.h"
#include "nnc/Frontend/Sema.h"

#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

int main(int argc, char **argv) {
  assert(argc > 2);
  nnc::SemaOptions options[2];
  StringMap<std::string> newNames;
  for (int i = 3; i < argc; ++i) {
    auto [names, value] = StringRef(argv[i]).split('=');
    auto [first, second] = names.split(':');
    if (second.empty())
      second = first;
    newNames[first] = second.str();
    if (value.empty())
      continue;
    options[0].sets.emplace_back(first, value);
    options[1].sets.emplace_back(second, value);
  }
  std::unique_ptr<nnc::typed::Program> programs[2];
  nnc::ASTContext contexts[2];
  SourceMgr sources[2];
  for (int i : {0, 1}) {
    auto buffer = MemoryBuffer::getFile(argv[i + 1]);
    if (!buffer)
      return 2 + i;
    unsigned id = sources[i].AddNewSourceBuffer(std::move(*buffer), SMLoc());
    nnc::DiagnosticEngine diags(sources[i]);
    const nnc::SourceFile *file =
        nnc::parseFile(contexts[i], sources[i], id, diags);
    if (!diags.hasErrors())
      programs[i] =
          nnc::analyze(contexts[i], sources[i], *file, diags, options[i]);
    if (!programs[i]) {
      for (const nnc::Diagnostic &diag : diags.all())
        if (diag.severity == nnc::Severity::Error)
          outs() << diag.message << "\n";
      return 2 + i;
    }
  }
  auto found = nnc::difference(*programs[0], *programs[1], newNames);
  outs() << found.value_or("the same") << "\n";
  return found ? 1 : 0;
}
