//===- Expand.cpp - nnc expand --------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expand.h"
#include "Show.h"

#include "nnc/Frontend/Expand.h"
#include "nnc/Frontend/Parser.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

int expandFile(const std::string &input, const std::string &output,
               const SemaOptions &options) {
  if (int code = refuseModules(input))
    return code;
  OpenedFile file;
  if (int code = file.open(input))
    return code;
  const SourceFile *tree =
      parseFile(file.context, file.sources, file.id, file.diags);
  std::optional<std::string> text;
  if (!file.diags.hasErrors()) {
    auto expanded =
        expandProgram(file.context, file.sources, *tree, file.diags, options);
    if (!expanded) {
      errs() << "error: " << input << ": " << toString(expanded.takeError())
             << "\nnnc: this is a fault of the compiler, please report it\n";
      return OurFault;
    }
    text = std::move(*expanded);
  }
  file.printAll();
  return text ? writeText(output, *text) : WrongInput;
}

} // namespace nnc
