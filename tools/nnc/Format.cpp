//===- Format.cpp - nnc fmt -----------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Format.h"
#include "Show.h"
#include "nnc/Frontend/Format.h"
#include "nnc/Support/OutputFile.h"

#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

int FormatCommand::format(const std::string &path) {
  OpenedFile file;
  if (int code = file.open(path))
    return code;
  Expected<std::optional<std::string>> text =
      formatBuffer(file.context, file.sources, file.id, file.diags);
  if (!text) {
    errs() << "error: " << toString(text.takeError())
           << "\nnnc: this is a fault of the formatter, please report it\n";
    return OurFault;
  }
  if (!*text) {
    file.printAll();
    return WrongInput;
  }
  bool same = **text == file.sources.getMemoryBuffer(file.id)->getBuffer();
  if (check) {
    if (!same)
      outs() << path << '\n';
    return same ? Done : WrongInput;
  }
  if (path == "-" || !output.empty()) {
    outs() << **text;
    return Done;
  }
  if (same)
    return Done;
  if (Error error = replaceFile(path, **text)) {
    errs() << "error: " << toString(std::move(error)) << '\n';
    return OutsideFault;
  }
  return Done;
}

int FormatCommand::run() {
  auto usage = [](const Twine &message) {
    errs() << "nnc: " << message << "\n";
    return int(WrongCommandLine);
  };
  if (files.empty())
    return usage("`fmt` needs a file, or `-` for standard input");
  if (!output.empty() && output != "-")
    return usage("`fmt -o` takes only `-`; without it, files change in place");
  int worst = Done;
  for (const std::string &path : files)
    worst = std::max(worst, format(path));
  return worst;
}

} // namespace nnc
