//===- Tune.h - nnc tune: measure what models guess -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_TUNE_H
#define NNC_TOOLS_NNC_TUNE_H

#include "nnc/Pipeline/Compiler.h"

namespace nnc {

struct TuneOptions {
  CompilerOptions compiler;
  std::string output; ///< Empty: beside the program.
  double seconds = 120;
  int64_t batch = 0; ///< Of what is run; 0: the program's own.
};

/// Times kernels of the program with other choices than the models', and writes
/// those that are faster. Answers an exit code.
int tune(const TuneOptions &options);

} // namespace nnc

#endif // NNC_TOOLS_NNC_TUNE_H
