//===- SymbolBuilder.h - Walks a file for its names -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_SYMBOLBUILDER_H
#define NNC_LIB_LSP_SYMBOLBUILDER_H

#include "Symbols.h"

namespace nnc::editor {

class SymbolBuilder {
public:
  explicit SymbolBuilder(SymbolTable &table) : table(table) {}
  void run(const SourceFile &file);

private:
  using Kind = Definition::Kind;

  Definition &define(Kind kind, Identifier id, const Stmt *decl,
                     const char *from);
  Definition &defineGlobal(Kind kind, Identifier id, const Stmt &decl);
  void declare(const Stmt &stmt);
  void signature(llvm::ArrayRef<Param> params, const Stmt &decl, bool binds);
  void type(const TypeExpr *type, bool binds);
  void pattern(const Pattern &pattern, const Stmt *stmt, const Expr *value,
               const TypeExpr *type, const char *from);
  void carries(llvm::ArrayRef<Carry> list, const Body &body);

  void visitDecl(const Stmt &stmt);
  void visitStmt(const Stmt &stmt);
  void visit(const Body &body);
  void visit(const FnBody &body);
  void visit(const Expr *expr);
  void visitCall(const CallExpr &call);
  void visitMember(const MemberExpr &member);
  void visitPipe(const PipeExpr &pipe);
  void visitTrain(const TrainDecl &train);
  void visitDataset(const DatasetDecl &dataset);

  const Definition *find(llvm::StringRef name) const;
  const Definition *use(Identifier id);
  const Definition *use(llvm::StringRef name, SMRange range) {
    return use({name, range});
  }
  void open() { marks.push_back(locals.size()); }
  void close(const char *end);
  /// The block of `Dense(3)`, `Dense`, or of the name of one.
  const Definition *blockOf(const Expr *expr) const;

  // What can be told only when all has been seen.
  struct NamedArgument {
    const Definition *callee;
    Identifier name;
  };
  struct Path {
    const Definition *base;
    llvm::SmallVector<Identifier, 4> names;
    const Stmt *section;
  };
  void resolvePath(const Path &path);

  SymbolTable &table;
  std::vector<Definition *> locals;
  std::vector<size_t> marks;
  std::vector<NamedArgument> arguments;
  std::vector<Path> paths;
  const Stmt *current = nullptr; ///< the declaration of the file
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_SYMBOLBUILDER_H
