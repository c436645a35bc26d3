//===- Symbols.h - What the names of a file stand for -----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names are looked up lexically (language 2.8, rule 5), so that a syntax tree
// is enough to tell what each stands for, also one with holes in it.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_SYMBOLS_H
#define NNC_LIB_LSP_SYMBOLS_H

#include "nnc/Frontend/AST.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

#include <deque>
#include <string>
#include <vector>

namespace nnc::editor {

class SymbolTable;

struct Definition {
  enum Kind : uint8_t {
    // Of files.
    Hyper,
    Dim,
    TypeAlias,
    Fn,
    Block,
    Model,
    Dataset,
    Train, ///< a section that has a name of its own
    Import,
    // Of bodies and sections.
    Let, ///< also at the top of a file
    Layer,
    Param,
    State,
    LayerName, ///< behind `as`
    Argument,  ///< configuration or an input
    Variable,  ///< of a loop or a lambda
    Emit,
    Key, ///< `source = ...` of a data set
    Field,
    Metric,
  };
  Kind kind;
  Identifier id;
  const SymbolTable *table;
  /// The declaration that it is, or that it is in.
  const Stmt *decl = nullptr;
  /// What it is declared as, where it is.
  const TypeExpr *type = nullptr;
  const Expr *value = nullptr;
  llvm::StringRef doc;
  /// Of a layer, the block that it is made of, where that is known.
  const Definition *block = nullptr;
  /// Where it can be used.
  const char *from = nullptr, *to = nullptr;

  /// Names a part of the parameter tree.
  bool isPath() const {
    return kind == Layer || kind == Param || kind == State || kind == LayerName;
  }
};

/// A name where it is used.
struct Reference {
  llvm::SMRange range;
  const Definition *definition;
};

/// A stage of a pipeline, and where its text ends.
struct StagePlace {
  llvm::SMRange range;
  llvm::SMLoc end;
};

/// What a file declares and uses. It points into the tree and the text.
class SymbolTable {
public:
  /// `outer` are the files whose names are seen unqualified, the standard
  /// library last; `qualified` those that were imported `as` a name.
  SymbolTable(std::string path, llvm::StringRef text, const SourceFile &file,
              llvm::ArrayRef<const SymbolTable *> outer,
              const llvm::StringMap<const SymbolTable *> &qualified,
              bool isStd = false);
  SymbolTable(const SymbolTable &) = delete;
  SymbolTable &operator=(const SymbolTable &) = delete;

  const Definition *global(llvm::StringRef name) const;
  /// Also in the files around.
  const Definition *lookup(llvm::StringRef name) const;
  /// The one named or declared at a place of the text.
  const Definition *at(const char *place, llvm::SMRange *range = nullptr) const;
  /// What can be used at a place, inner names last.
  std::vector<const Definition *> visibleAt(const char *place) const;
  /// The parameters of a function, block or model, configuration first.
  llvm::ArrayRef<const Definition *> parameters(const Stmt *decl) const;
  /// The parameters, states and layers of a block or model, or what stands in
  /// a section.
  llvm::ArrayRef<const Definition *> members(const Stmt *decl) const;
  const Definition *member(const Stmt *decl, llvm::StringRef name) const;

  const std::deque<Definition> &definitions() const { return defined; }
  llvm::ArrayRef<Reference> references() const { return used; }
  /// Names that no file declares: of primitives and of what is misspelt.
  llvm::ArrayRef<Identifier> unresolved() const { return unknown; }
  llvm::ArrayRef<StagePlace> stages() const { return pipes; }
  llvm::ArrayRef<const SymbolTable *> outerTables() const { return outer; }
  const SymbolTable *import(llvm::StringRef name) const {
    return qualified.lookup(name);
  }

  const std::string path;
  const llvm::StringRef text;
  const bool isStd;

private:
  friend class SymbolBuilder;

  std::deque<Definition> defined;
  std::vector<Reference> used;
  std::vector<Identifier> unknown;
  std::vector<StagePlace> pipes;
  llvm::StringMap<Definition *> globals;
  llvm::DenseMap<const Stmt *, std::vector<const Definition *>> signatures,
      inside;
  std::vector<const SymbolTable *> outer;
  llvm::StringMap<const SymbolTable *> qualified;
};

/// The head of a declaration as it is written: `fn relu(x: float) -> float`.
std::string signatureOf(const Definition &definition);

} // namespace nnc::editor

#endif // NNC_LIB_LSP_SYMBOLS_H
