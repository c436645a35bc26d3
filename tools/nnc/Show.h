//===- Show.h - nnc summary, nnc graph --------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNC_SHOW_H
#define NNC_TOOLS_NNC_SHOW_H

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Pipeline/Compiler.h"

#include "llvm/Support/SourceMgr.h"

namespace nnc {

/// What the commands take that show a program to people.
struct ShowOptions {
  CompilerOptions compiler;
  std::string output; ///< empty or `-`: standard output
  /// `NAME=N`: sizes for dims.
  std::vector<std::string> dims;
  int64_t batch = 0;    ///< of the dim that numbers the examples, 0: by name
  unsigned depth = ~0u; ///< levels of layers
  bool fused = false;   ///< kernels in place of layers
};

/// A program that a command reads as text.
struct OpenedFile {
  llvm::SourceMgr sources;
  ASTContext context;
  DiagnosticEngine diags{sources};
  unsigned id = 0; ///< of the file among the sources

  /// Reads it, or standard input where the path is `-`; an exit code.
  int open(const std::string &path);
  /// Prints what is wrong with it.
  void printAll();
};

/// These answer an exit code. The first refuses IR, which is no text of a
/// program.
int refuseModules(llvm::StringRef input);
/// Writes a file, or to standard output where `path` is empty or `-`.
int writeText(const std::string &path, llvm::StringRef text);
int showSummary(ShowOptions options);
int showGraph(ShowOptions options);
int showHypers(const CompilerOptions &options);

} // namespace nnc

#endif // NNC_TOOLS_NNC_SHOW_H
