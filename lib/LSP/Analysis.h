//===- Analysis.h - What is known about one version of a file ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_ANALYSIS_H
#define NNC_LIB_LSP_ANALYSIS_H

#include "Library.h"
#include "Symbols.h"
#include "Text.h"

#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Observer.h"
#include "nnc/Frontend/TypedAST.h"

#include "llvm/Support/SourceMgr.h"

#include <map>
#include <memory>

namespace nnc::editor {

/// A use of a layer or function in a model.
struct LayerUse {
  std::string name, path;
  bool isBlock;
  int64_t parameters = 0, states = 0; ///< how many numbers it owns
};

/// A parameter or state of a model.
struct VariableInfo {
  std::string model, path, type;
  bool isState;
  int64_t count;
  SMRange range; ///< of its name, or of the call that made it
};

/// Reads a file that another one imports.
using ReadFile =
    llvm::function_ref<llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>(
        llvm::StringRef path)>;

/// The file as it was read: its tree and what its names stand for, and, unless
/// there was a syntax error, the types of its places as far as they are known.
class Analysis : public SemaObserver {
public:
  /// Never fails: what is wrong is in the diagnostics, which are those of `nnc
  /// check`. A file of the library is only parsed.
  Analysis(std::string path, std::string text, const Library &library,
           bool isLibrary, ReadFile readFile);

  const std::string path;
  const std::string text;
  const Lines lines;

  bool parsed = false; ///< without syntax error
  bool good = false;   ///< without any error
  const DiagnosticEngine &diagnostics() const { return diags; }
  const llvm::SourceMgr &sourceManager() const { return sources; }
  const SourceFile &file() const { return *root; }
  const SymbolTable &symbols() const { return *table; }

  /// What Sema said of a place, empty where it said nothing.
  llvm::StringRef typeOf(Place place, size_t begin, size_t end) const;
  /// The smallest expression around an offset whose type is known.
  std::optional<std::pair<size_t, size_t>> expressionAt(size_t offset) const;
  const LayerUse *layerAt(size_t begin, size_t end) const;
  llvm::ArrayRef<VariableInfo> variables() const { return owned; }
  std::vector<const SymbolTable *> importedFiles() const;
  /// The import of a file; null where that is not imported, or by others only.
  const ImportDecl *importOf(llvm::StringRef path) const;
  /// Whether what is known may be another if that file changes.
  bool dependsOn(llvm::StringRef path) const;

  /// Places in the buffer of the file, whose text they were lexed from.
  const char *pointer(size_t offset) const { return start + offset; }
  size_t offset(llvm::SMLoc place) const { return place.getPointer() - start; }
  bool contains(SMRange range) const;

private:
  bool wants(Place place, SMRange range) override;
  void place(Place place, SMRange range, std::string type,
             llvm::StringRef path) override;
  void model(const typed::Model &model) override;
  void restart() override;

  void loadImports(const Library &library, ReadFile readFile);

  using Extent = std::pair<size_t, size_t>;
  llvm::SourceMgr sources;
  ASTContext context;
  DiagnosticEngine diags{sources};
  SourceFile *root = nullptr;
  const char *start = nullptr;
  llvm::DenseMap<Extent, std::string> types[3];
  std::map<Extent, LayerUse> layers;
  std::vector<VariableInfo> owned;
  /// Nobody reads it, but to take it apart takes longer than an answer may.
  std::unique_ptr<typed::Program> program;
  std::vector<std::unique_ptr<SymbolTable>> imports;
  std::unique_ptr<SymbolTable> table;
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_ANALYSIS_H
