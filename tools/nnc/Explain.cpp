//===- Explain.cpp - nnc explain ------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Explain.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Explanations.h"
#include "nnc/Pipeline/Compiler.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

int ExplainCommand::run() {
  std::vector<Explanation> all = explanations();
  if (code.empty()) {
    for (const Explanation &explanation : all)
      outs() << explanation.code << "  " << explanation.title << '\n';
    return Done;
  }
  std::string wanted = StringRef(code).upper();
  auto found = find_if(all, [&](const Explanation &explanation) {
    return explanation.code == wanted;
  });
  if (found != all.end()) {
    outs() << plainText(*found);
    return Done;
  }
  std::vector<StringRef> codes;
  for (const Explanation &explanation : all)
    codes.push_back(explanation.code);
  StringRef close = closestName(wanted, codes);
  errs() << "nnc: there is no code `" << code << "`; ";
  if (close.empty())
    errs() << "`nnc explain` lists all\n";
  else
    errs() << "did you mean `" << close << "`?\n";
  return WrongCommandLine;
}

} // namespace nnc
