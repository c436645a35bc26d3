//===- Sema.h - Checking and instantiating a program ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_SEMA_H
#define NNC_FRONTEND_SEMA_H

#include "nnc/Frontend/TypedAST.h"

#include "llvm/Support/ErrorOr.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace llvm {
class MemoryBuffer;
class SourceMgr;
} // namespace llvm

namespace nnc {

class ASTContext;
class DiagnosticEngine;
class SemaObserver;
struct SourceFile;

struct SemaOptions {
  /// `--set NAME=VALUE`, in order.
  std::vector<std::pair<std::string, std::string>> sets;
  /// `--batch N`: train.batch of every section, of which there may be none.
  std::optional<int64_t> batch;
  /// The section to build; empty: all.
  std::string train;
  /// `--no-train`: models only.
  bool noTrain = false;
  /// Reads every float type as f64 (gradcheck).
  bool doubles = false;
  /// Writes every `repeat` out (for tests).
  bool writeOutLoops = false;
  /// Reads an imported file; null: from disk. Editors hold texts that are not
  /// saved.
  std::function<llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>(
      llvm::StringRef path)>
      readFile;
  /// Hears the types of all places, for editors.
  SemaObserver *observer = nullptr;
};

/// Checks a parsed file together with what it imports. Returns null where there
/// was an error; all of them are in `diags`. Imported files are looked up
/// beside the importing one and become buffers of `sources`.
std::unique_ptr<typed::Program>
analyze(ASTContext &context, llvm::SourceMgr &sources, const SourceFile &file,
        DiagnosticEngine &diags, const SemaOptions &options = {});

/// The path of a file that the file at `importer` imports as `name`, without
/// dots: one file has one path, however many imports name it.
std::string importedPath(llvm::StringRef importer, llvm::StringRef name);

} // namespace nnc

#endif // NNC_FRONTEND_SEMA_H
